#include "print/file_printer.hpp"

namespace brecha::grammar {

void FilePrinter::write(const Cite& cite) {
    item(cite.span, [&](Writer& w) { w.cite(cite); });
}

void FilePrinter::write(const ModalityLine& line) {
    item(line.span, [&](Writer& w) { w.key(modality_role(line.modality)); });
}

void FilePrinter::write(const ThemeLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("theme")).space();
        w.labelled(line.theme);
    });
}

void FilePrinter::write(const WhenLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("when")).space();
        w.expression(line.condition, any_level);
    });
}

void FilePrinter::write(const EachLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("each")).space();
        w.binder(line.binder);
        if (line.ending == Ending::if_any) (w << ", ").key(role("if any"));
        if (line.ending == Ending::at_least_one) (w << ", ").key(role("at least one"));
    });
}

void FilePrinter::write(const MessageLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(line.kind == MessageKind::gap      ? role("gap")
              : line.kind == MessageKind::remedy ? role("remedy")
                                                 : role("none"))
            .space();
        if (!line.part.empty()) w << line.part << " ";
        w.texts(line.texts);
    });
}

void FilePrinter::write(const TrainingLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("training")).space();
        w.list(line.modules, [&](const LabelledWord& module) { w.labelled(module); });
    });
}

void FilePrinter::write(const EffortLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("effort")).space();
        w.expression(line.duration, any_level);
        if (line.each) w.space().key(role("each"));
    });
}

void FilePrinter::write(const AfterLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("after")).space();
        w.words(line.ids);
    });
}

void FilePrinter::write(const NoteLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("note")).space();
        w.texts(line.texts);
    });
}

void FilePrinter::write(const LetLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("let")) << " " << line.name << " = ";
        w.expression(line.value, any_level);
    });
}

void FilePrinter::write(const RequireLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(line.forbid ? role("forbid") : role("require")).space();
        if (!line.part.empty()) w << line.part << " ";
        const bool labelled = !w.texts_of(line.label).empty(), listed = !w.texts_of(line.listed).empty();
        if (labelled) w.texts(line.label);
        if (listed) {
            if (labelled) w.space();
            w.key(role("listed")).space();
            w.texts(line.listed);
        }
        if (labelled || listed) w.may_break();
        w.expression(line.condition, any_level);
        if (line.unless) {
            w.may_break().key(role("unless")).space();
            w.expression(*line.unless, any_level);
        }
    });
}

void FilePrinter::write(const AnsweredByLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("answered by")).space();
        w.binder(line.binder);
    });
}

void FilePrinter::write(const RoleLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("role")).space();
        w.words(line.roles);
    });
}

void FilePrinter::write(const EventLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(line.is_case ? role("case") : role("event")) << " " << line.word;
        w.tagged(line.texts);
    });
}

void FilePrinter::joined(Writer& w, const std::vector<Word>& words, bool any) {
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (index != 0) w.space().key(any ? role("or") : role("and")).space();
        w << words[index];
    }
}

void FilePrinter::write_attribute(Writer& w, const StepAttribute& attribute) {
    const auto word = [&] {
        if (!attribute.words.empty()) w << " " << attribute.words.front();
    };
    switch (attribute.kind) {
        case StepAttributeKind::after:
            w.key(role("after")).space();
            joined(w, attribute.words, attribute.any);
            break;
        case StepAttributeKind::within:
            w.key(role("within")).space();
            w.span_of_time(attribute.from);
            break;
        case StepAttributeKind::at_least:
            w.key(role("at least")).space();
            w.span_of_time(attribute.from);
            w.space().key(attribute.relation == Relation::before ? role("before") : role("after"));
            word();
            break;
        case StepAttributeKind::before:
            w.key(role("before"));
            word();
            break;
        case StepAttributeKind::in_case:
            w.key(role("in case"));
            word();
            break;
        case StepAttributeKind::optional: w.key(role("optional")); break;
        case StepAttributeKind::lasts:
            w.key(role("lasts")).space();
            w.span_of_time(attribute.from);
            if (attribute.to.duration || !attribute.to.parameter.empty()) {
                w.space().key(role("to~")).space();
                w.span_of_time(attribute.to);
            }
            break;
        case StepAttributeKind::during:
            w.key(role("during"));
            word();
            if (!attribute.percent_from.empty()) {
                w.space().key(role("from")) << " " << attribute.percent_from << "% ";
                w.key(role("to~")) << " " << attribute.percent_to << "%";
            }
            break;
        case StepAttributeKind::every:
            w.key(role("every~")).space();
            w.span_of_time(attribute.from);
            break;
        case StepAttributeKind::performs:
            w.key(role("performs"));
            word();
            break;
    }
}

void FilePrinter::write(const StepLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("step")) << " " << line.word;
        if (!line.by.empty()) {
            w.space().key(role("by")).space();
            joined(w, line.by, line.by_any);
        }
        if (!line.to.empty()) w.space().key(role("to")) << " " << line.to;
        for (const StepAttribute& attribute : line.attributes) {
            w.may_break();
            write_attribute(w, attribute);
        }
        if (!w.texts_of(line.texts).empty()) {
            w.may_break();
            w.texts(line.texts);
        }
    });
}

void FilePrinter::write(const LimitLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("limit")) << " " << line.from << " ";
        w.key(role("to~")) << " " << line.to << " ";
        w.key(line.at_least ? role("at least") : role("within")).space();
        w.span_of_time(line.time);
        if (!line.in_case.empty()) w.space().key(role("in case")) << " " << line.in_case;
    });
}

void FilePrinter::write(const NeverLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("never")) << " " << line.first << " ";
        w.key(role("before")) << " " << line.before;
        if (!line.in_case.empty()) w.space().key(role("in case")) << " " << line.in_case;
    });
}

void FilePrinter::write(const SeparateLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("separate")) << " " << line.one << " ";
        w.key(role("from~")) << " " << line.other;
    });
}

}  // namespace brecha::grammar
