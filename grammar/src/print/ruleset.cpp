#include "limits/watch.hpp"
#include "print/file_printer.hpp"

#include <brecha/grammar/parse.hpp>

namespace brecha::grammar {

void FilePrinter::write(const UsesLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("uses")).space();
        w.list(line.names, [&](const auto& name) { w << name.first << " " << name.second; });
    });
}

void FilePrinter::write(const MonthEndLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("month_end")).space().key(line.rule.text == "next_day" ? role("next_day") : role("last_day"));
    });
}

void FilePrinter::write(const FactsLastLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("facts last")).space();
        w.expression(line.duration, any_level);
    });
}

void FilePrinter::write(const InForceLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("in force"));
        period(w, line.period);
    });
}

void FilePrinter::period(Writer& w, const Period& period) {
    if (!period.from.empty()) w.space().key(role("from~~")) << " " << period.from;
    if (!period.until.empty()) w.space().key(role("until")) << " " << period.until;
}

void FilePrinter::values(Writer& w, const std::vector<DatedValue>& values) {
    w << " = ";
    w.list(values, [&](const DatedValue& one) {
        w.expression(one.value, any_level);
        period(w, one.period);
        if (!one.cite) return;
        w.space();
        w.cite(*one.cite);
    });
}

void FilePrinter::write(const SourceDeclaration& source) {
    item(source.span, [&](Writer& w) {
        w.key(role("source")) << " " << source.name << " {";
        const auto entry = [&](Role keyword, const Texts& texts) {
            if (w.texts_of(texts).empty()) return;
            w.may_break().key(keyword).space();
            w.texts(texts);
        };
        entry(role("title"), source.title);
        entry(role("publisher"), source.publisher);
        if (!source.date.empty()) w.may_break().key(role("date")) << " " << source.date;
        if (!source.standing.empty())
            w.may_break().key(role("standing"))
                << " " << built_in_to(BuiltIn::standing, source.standing.text, language_);
        entry(role("url"), source.url);
        if (source.file) {
            w.may_break().key(role("text")).space();
            w.text(*source.file);
        }
        w << " }";
    });
}

void FilePrinter::write(const ParameterDeclaration& parameter) {
    item(parameter.span, [&](Writer& w) {
        w.key(role("parameter")) << " " << parameter.name;
        if (parameter.type) {
            w << ": ";
            w.type(*parameter.type);
        }
        if (!parameter.values.empty()) values(w, parameter.values);
        const bool titled = !w.texts_of(parameter.title).empty();
        if (parameter.cites.empty() && !titled) return;
        w << " {";
        for (const Cite& cite : parameter.cites) {
            w.may_break();
            w.cite(cite);
        }
        if (titled) {
            w.may_break().key(role("title")).space();
            w.texts(parameter.title);
        }
        w << " }";
    });
}

void FilePrinter::write(const Definition& definition) {
    item(definition.span, [&](Writer& w) {
        w.key(role("define")) << " " << definition.name;
        if (!definition.parameters.empty()) {
            w << "(";
            w.list(definition.parameters, [&](const DefineParameter& parameter) {
                w << parameter.name << ": ";
                w.type(parameter.type);
            });
            w << ")";
        }
        if (definition.type) {
            w << ": ";
            w.type(*definition.type);
        }
        (w << " =").may_break();
        w.expression(definition.body, any_level);
        if (definition.cite) {
            w.may_break();
            w.cite(*definition.cite);
        }
    });
}

void FilePrinter::write(const Table& table) {
    item(table.span, [&](Writer& w) {
        w.key(role("table")) << " " << table.name << " ";
        w.key(role("by")).space();
        w.list(table.keys, [&](const TableColumn& column) {
            w << column.word;
            if (column.type) {
                w << ": ";
                w.type(*column.type);
            }
            if (column.banded) w.space().key(role("at least"));
        });
        w << " -> ";
        if (table.type) {
            w.type(*table.type);
        } else {
            w << "{";
            for (const Field& field : table.fields) {
                w.may_break();
                write_field(w, field, "");
            }
            w << " }";
        }
        if (table.from) {
            w.space().key(role("from")).space();
            w.text(*table.from);
        } else {
            w << " {";
            for (const TableRow& row : table.rows) {
                limits::step();
                w.may_break() << "[";
                for (std::size_t index = 0; index < row.keys.size(); ++index) {
                    if (index != 0) w << ", ";
                    w.literal(row.keys[index]);
                }
                w << "] ";
                for (std::size_t index = 0; index < row.values.size(); ++index) {
                    if (index != 0) w << ", ";
                    w.literal(row.values[index]);
                }
            }
            w << " }";
        }
        if (table.cite) {
            w.may_break();
            w.cite(*table.cite);
        }
    });
}

void FilePrinter::write(const Calendar& calendar) {
    item(calendar.span, [&](Writer& w) { write(w, calendar); });
}

void FilePrinter::write(Writer& w, const Calendar& calendar) {
    w.key(role("calendar")) << " " << calendar.name;
    if (calendar.weekend.empty()) return;
    w << " {";
    w.may_break().key(role("weekend")).space();
    w.list(calendar.weekend, [&](const Word& day) { w << built_in_to(BuiltIn::weekday, day.text, language_); });
    w.may_break().key(role("holidays")).space();
    if (calendar.holidays_from) {
        w.key(role("from")).space();
        w.text(*calendar.holidays_from);
    } else {
        w << "{ ";
        w.words(calendar.holidays);
        w << " }";
    }
    w.may_break();
    if (!calendar.from.empty()) w.key(role("from~~")) << " " << calendar.from << " ";
    w.key(role("until")) << " " << calendar.until << " }";
}

void FilePrinter::write(const std::unique_ptr<Group>& group) {
    block(
        group->span, [&](Writer& w) { w.key(role("group")) << " " << group->name; },
        [&] {
            for (const GroupItem& one : group->items)
                std::visit(
                    [&](const auto& which) {
                        if constexpr (std::is_same_v<decltype(which), const Clause&>) clause(which);
                        else write(which);
                    },
                    one);
        });
}

void FilePrinter::write(const Family& family) {
    block(
        family.span,
        [&](Writer& w) {
            w.key(role("family")) << " " << family.variable << " ";
            w.key(role("in")) << " " << family.table;
        },
        [&] {
            for (const Member& member : family.members)
                requirement(member, [](Writer& w, const Word& id) {
                    if (is_id(id.text)) w << id;
                    else w << quoted(id.text, false, 0);
                });
        });
}

void FilePrinter::write(const Requirement& one) {
    requirement(one, [](Writer& w, const Word& id) { w << id; });
}

void FilePrinter::requirement(const Requirement& requirement, const std::function<void(Writer&, const Word&)>& id) {
    block(
        requirement.span,
        [&](Writer& w) {
            w.key(requirement.is_protocol ? role("protocol") : role("requirement")).space();
            id(w, requirement.id);
            if (requirement.was.empty()) return;
            w.space().key(role("was")).space();
            w.list(requirement.was, [&](const Word& was) { id(w, was); });
        },
        [&] { clauses(requirement.clauses); });
}

void FilePrinter::clauses(const std::vector<Clause>& list) {
    for (const Clause& one : list) clause(one);
}

void FilePrinter::clause(const Clause& one) {
    std::visit([&](const auto& which) { write(which); }, one);
}

void FilePrinter::why(Writer& w, const Why& why) {
    if (w.texts_of(why.because).empty()) return;
    w.may_break().key(role("because")).space();
    w.texts(why.because);
    if (why.cite) {
        w.may_break();
        w.cite(*why.cite);
    }
}

Role FilePrinter::modality_role(Modality modality) {
    return modality == Modality::shall ? role("shall") : modality == Modality::should ? role("should") : role("may");
}

void FilePrinter::write(const SetLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("set")) << " " << line.name;
        values(w, line.values);
        why(w, line.why);
    });
}

void FilePrinter::write(const WaiveLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("waive")).space();
        w.words(line.ids);
        if (!line.until.empty()) w.space().key(role("until")) << " " << line.until;
        why(w, line.why);
    });
}

void FilePrinter::write(const MakeLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("make")).space();
        w.words(line.ids);
        w.space().key(modality_role(line.modality));
        why(w, line.why);
    });
}

void FilePrinter::write(const ReplaceBlock& replace) {
    Span span = replace.span;
    if (replace.why) span.end = replace.why->span.begin;
    block(span, [&](Writer& w) { w.key(role("replace")) << " " << replace.id; }, [&] { clauses(replace.clauses); });
    if (!replace.why) return;
    out_.pop_back();
    Line line;
    Writer w(line, language_, indentation_, texts_of_);
    line << "}";
    why(w, *replace.why);
    const std::size_t begin = out_.rfind('}');
    out_.resize(begin);
    lay_out(line, indentation_, out_);
    out_ += '\n';
    comment_behind_position(replace.span.end);
}

void FilePrinter::write(const ReplaceCalendar& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("replace")).space();
        write(w, line.calendar);
        why(w, line.why);
    });
}

void FilePrinter::write(const MapLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("map")) << " " << line.id << " ";
        w.key(role("to")) << " " << line.to_ruleset << " " << line.to_id << " ";
        w.key(role("as")) << " " << built_in_to(BuiltIn::relation, line.relation.text, language_);
    });
}

}  // namespace brecha::grammar
