#include "model/checking/protocols.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_protocols.hpp"
#include "messages/catalogue/checking_references.hpp"
#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/common.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::StepAttribute;
using syntax::StepAttributeKind;

namespace {

/// A sentence about words that have languages of their own, as a text in each of the four.
Texts said(const messages::Sentence& sentence, const std::vector<Texts>& arguments) {
    Texts texts;
    for (const std::string_view language : words::language_tags) {
        std::vector<messages::Argument> words;
        for (const Texts& argument : arguments) words.emplace_back(std::string(in_language(argument, language)));
        texts.push_back({std::string(language), messages::Message(sentence, std::move(words)).in(language)});
    }
    return texts;
}

Texts as_it_is(std::string_view word) {
    std::string shown(word);
    std::replace(shown.begin(), shown.end(), '_', ' ');
    return {{"en", shown}};
}

/// The field that lists an entity's own steps; -1: it has none.
int steps_of(const Entity& entity) {
    const int found = entity.field_of("steps");
    if (found < 0) return -1;
    const Field& field = entity.fields[static_cast<std::size_t>(found)];
    return field.type.list && field.type.kind == TypeKind::item && !field.reference ? found : -1;
}

bool mentions(const Expression& expression, std::int32_t variable) {
    return (expression.operation == Operation::variable && expression.index == variable) ||
           std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](const Expression& operand) { return mentions(operand, variable); });
}

class ProtocolReader {
public:
    ProtocolReader(const WrittenRequirement& written, Requirement& requirement, std::uint32_t index,
                   Environment& environment)
        : written_(written), id_(requirement.id), requirement_(requirement), file_(written.file),
          environment_(environment), diagnostics_(environment.diagnostics), index_(index) {}

    void read() {
        protocol_.requirement = index_;
        find_steps();
        for_lines([&](const syntax::Clause& clause) { declare(clause); });
        if (protocol_.cases.size() > greatest_protocol_cases)
            diagnostics_.error(catalogue::too_many_cases, written_.id(), {id_, greatest_protocol_cases});
        if (protocol_.members.empty()) diagnostics_.error(catalogue::no_protocol_line, written_.id(), {id_});
        member_ = 0;
        for_lines([&](const syntax::Clause& clause) {
            if (const auto* step = std::get_if<syntax::StepLine>(&clause)) read_step(*step);
            else if (const auto* event = std::get_if<syntax::EventLine>(&clause)) member_ += event->is_case ? 0 : 1;
        });
        for_lines([&](const syntax::Clause& clause) {
            if (const auto* limit = std::get_if<syntax::LimitLine>(&clause)) read_limit(*limit);
        });
        for_lines([&](const syntax::Clause& clause) {
            if (const auto* never = std::get_if<syntax::NeverLine>(&clause)) read_never(*never);
        });
        for_lines([&](const syntax::Clause& clause) {
            if (const auto* separate = std::get_if<syntax::SeparateLine>(&clause)) read_separate(*separate);
        });
        file_ = written_.file;
        add(part(PartKind::runs, "runs"), said(catalogue::part_runs, {}), written_.node->id.span);
        if (protocol_.steps >= 0) warn_of_lacking_fields();
        check_contradictions(protocol_, requirement_, environment_);
        requirement_.protocol = static_cast<std::int32_t>(environment_.ruleset.protocols.size());
        environment_.ruleset.protocols.push_back(std::move(protocol_));
    }

private:
    const WrittenRequirement& written_;
    const std::string id_;
    Requirement& requirement_;
    FileContext file_;  // that the line at hand stands in
    Environment& environment_;
    Diagnostics& diagnostics_;
    const std::uint32_t index_;
    Protocol protocol_;
    std::set<std::string> names_, part_ids_;
    std::size_t member_ = 0;  // the one that is read

    template <typename Read>
    void for_lines(const Read& read) {
        for (const WrittenLine& line : written_.lines) {
            file_ = line.file();
            environment_.texts.cover_again(line.layer->name());
            read(*line.clause);
        }
    }

    const Expression* procedure() const {
        return requirement_.subjects.empty() ? nullptr : &requirement_.subjects.back().list;
    }

    /// The entities of what answers the protocol and of its steps.
    void find_steps() {
        protocol_.fields.fill(-1);
        const Expression* list = procedure();
        if (list == nullptr || !list->type.list || list->type.kind != TypeKind::item) return;
        protocol_.entity = list->type.of;
        const Entity& entity = environment_.types.entity(protocol_.entity);
        protocol_.steps = steps_of(entity);
        if (protocol_.steps < 0) return;
        protocol_.step_entity = entity.fields[static_cast<std::size_t>(protocol_.steps)].type.of;
        const Entity& step = environment_.types.entity(protocol_.step_entity);
        for (std::size_t i = 0; i < step_field_names.size(); ++i) {
            const int found = step.field_of(step_field_names[i]);
            if (found >= 0 && fits(static_cast<StepField>(i), step.fields[static_cast<std::size_t>(found)]))
                protocol_.fields[i] = found;
        }
    }

    bool fits(StepField of, const Field& field) const {
        const Type& type = field.type;
        switch (of) {
            case StepField::does:
            case StepField::only_in: return type.list && type.kind == TypeKind::text;
            case StepField::role: return !type.list && type.kind == TypeKind::text;
            case StepField::agency:
            case StepField::hands_to: return !type.list && type.kind == TypeKind::item;
            case StepField::after:
                return type.list && type.kind == TypeKind::item && field.reference && type.of == protocol_.step_entity;
            case StepField::during:
                return !type.list && type.kind == TypeKind::item && field.reference && type.of == protocol_.step_entity;
            case StepField::began_on:
            case StepField::ended_on: return !type.list && type.kind == TypeKind::date;
            case StepField::began_at:
            case StepField::ended_at: return !type.list && type.kind == TypeKind::moment;
            default: return !type.list && type.kind == TypeKind::duration;
        }
    }

    void warn_of_lacking_fields() {
        std::set<StepField> needed = {StepField::does};
        for (const ProtocolPart& part : protocol_.parts) {
            // `during` is asked for in records only where steps cannot say it.
            if (part.kind == PartKind::during || part.kind == PartKind::runs) continue;
            const FieldsRead read = fields_read(part.kind);
            needed.insert(read.planned.begin(), read.planned.end());
        }
        if (!protocol_.cases.empty()) needed.insert(StepField::only_in);
        std::vector<std::string> lacking;
        for (const StepField field : needed)
            if (protocol_.field(field) < 0) lacking.emplace_back(step_field_names[static_cast<std::size_t>(field)]);
        if (!lacking.empty())
            diagnostics_.warning(catalogue::step_lacks_fields, written_.id(),
                                 {environment_.types.entity(protocol_.entity).name, joined(lacking), id_});
    }

    // --- names

    void declare(const syntax::Word& word) {
        if (!names_.insert(word.text).second)
            diagnostics_.error(catalogue::protocol_name_twice, file_.at(word), {id_, word.text});
    }

    void declare(const syntax::Clause& clause) {
        if (const auto* roles = std::get_if<syntax::RoleLine>(&clause)) {
            for (const syntax::Word& role : roles->roles) {
                declare(role);
                protocol_.roles.push_back(role.text);
            }
        } else if (const auto* event = std::get_if<syntax::EventLine>(&clause)) {
            declare(event->word);
            Texts label = environment_.texts.read(event->texts, file_, {&catalogue::label_of, event->word.text});
            if (event->is_case) return protocol_.cases.push_back(event->word.text);
            ProtocolMember& member = protocol_.members.emplace_back();
            member.name = event->word.text;
            member.event = true;
            member.labels = label.empty() ? as_it_is(event->word.text) : std::move(label);
        } else if (const auto* step = std::get_if<syntax::StepLine>(&clause)) {
            declare(step->word);
            Texts label = environment_.texts.read(step->texts, file_, {&catalogue::label_of, step->word.text});
            ProtocolMember& member = protocol_.members.emplace_back();
            member.name = step->word.text;
            member.optional = std::any_of(step->attributes.begin(), step->attributes.end(),
                                          [](const auto& one) { return one.kind == StepAttributeKind::optional; });
            member.labels = label.empty() ? as_it_is(step->word.text) : std::move(label);
        }
    }

    static std::int32_t index_in(const std::vector<std::string>& names, std::string_view name) {
        const auto found = std::find(names.begin(), names.end(), name);
        return found == names.end() ? -1 : static_cast<std::int32_t>(found - names.begin());
    }
    void unknown(const messages::Entry& entry, const syntax::Word& word, const std::vector<std::string>& names) {
        const std::string cause = id_ + " " + word.text;
        if (!diagnostics_.again(cause, file_.at(word)))
            diagnostics_.error(
                entry, file_.at(word), {id_, word.text}, [&] { return did_you_mean(word.text, names); }, cause);
    }
    std::int32_t member(const syntax::Word& word) {
        std::vector<std::string> names;
        for (const ProtocolMember& one : protocol_.members) names.push_back(one.name);
        const std::int32_t found = index_in(names, word.text);
        if (found < 0) unknown(catalogue::no_protocol_step, word, names);
        return found;
    }
    std::int32_t role(const syntax::Word& word) {
        const std::int32_t found = index_in(protocol_.roles, word.text);
        if (found < 0) unknown(catalogue::no_protocol_role, word, protocol_.roles);
        return found;
    }
    std::int32_t in_case(const syntax::Word& word) {
        if (word.empty()) return -1;
        const std::int32_t found = index_in(protocol_.cases, word.text);
        if (found < 0) unknown(catalogue::no_protocol_case, word, protocol_.cases);
        return found;
    }

    // --- parts

    static ProtocolPart part(PartKind kind, std::string id) {
        ProtocolPart made;
        made.kind = kind;
        made.id = std::move(id);
        return made;
    }

    void add(ProtocolPart made, Texts label, const grammar::Span& span, std::optional<Expression> also = {}) {
        if (!part_ids_.insert(made.id).second) {
            diagnostics_.error(catalogue::protocol_part_twice, file_.at(span), {id_, made.id});
            return;
        }
        Expression condition;
        condition.operation = Operation::procedure_part;
        condition.type = condition_type();
        condition.file = file_.index();
        condition.span = span;
        condition.index = static_cast<std::int32_t>(environment_.ruleset.protocols.size());
        condition.number = static_cast<Decimal>(protocol_.parts.size());
        Expression procedure;
        procedure.operation = Operation::variable;
        procedure.file = file_.index();
        procedure.span = span;
        if (!requirement_.subjects.empty()) {
            procedure.type = requirement_.subjects.back().list.type.element();
            procedure.index = requirement_.subjects.back().variable;
        }
        condition.operands.push_back(std::move(procedure));
        if (also) {
            Expression both = condition;
            both.operation = Operation::and_;
            both.index = -1;
            both.number = 0;
            both.operands = {std::move(condition), std::move(*also)};
            condition = std::move(both);
        }
        Clause clause;
        clause.part = made.id;
        clause.label = std::move(label);
        clause.condition = std::move(condition);
        requirement_.clauses.push_back(std::move(clause));
        protocol_.parts.push_back(std::move(made));
    }

    std::optional<Expression> span_of_time(const syntax::SpanOfTime& source) {
        syntax::Expression written;
        if (source.duration) written = *source.duration;
        else {
            written.kind = syntax::ExpressionKind::name;
            written.text = source.parameter.text;
            written.span = source.parameter.span;
        }
        Scope scope;
        scope.constant = true;
        Type wanted;
        wanted.kind = TypeKind::duration;
        Expression made = Typing(environment_, file_).expression(written, scope, &wanted);
        if (made.operation == Operation::nothing) return std::nullopt;
        if (made.type.kind != TypeKind::duration || made.type.list) {
            diagnostics_.error(catalogue::no_span_of_time, file_.at(written.span), {written.text});
            return std::nullopt;
        }
        return made;
    }

    const Texts& label(std::int32_t member) const { return protocol_.members[static_cast<std::size_t>(member)].labels; }
    const std::string& name(std::int32_t member) const {
        return protocol_.members[static_cast<std::size_t>(member)].name;
    }

    void read_step(const syntax::StepLine& line) {
        const auto of = static_cast<std::int32_t>(member_++);
        ProtocolMember& step = protocol_.members[static_cast<std::size_t>(of)];
        const std::string& name = step.name;
        if (member(line.word) != of) return;  // a second one of the name, which has been told
        for (const syntax::Word& word : line.by)
            if (const std::int32_t found = role(word); found >= 0) step.by.push_back(found);
        step.by_any = line.by_any;
        if (!line.to.empty()) step.to = role(line.to);
        std::optional<Expression> performs;
        for (const StepAttribute& attribute : line.attributes) {
            if (attribute.kind == StepAttributeKind::in_case) step.in_case = in_case(attribute.words.front());
            if (attribute.kind == StepAttributeKind::performs) performs = performed(attribute.words.front());
        }
        const auto made = [&](PartKind kind, const std::string& further) {
            ProtocolPart one = part(kind, further.empty() ? name : name + "/" + further);
            one.of = of;
            return one;
        };
        if (!step.optional) add(made(PartKind::there, ""), label(of), line.span, std::move(performs));
        if (!line.by.empty()) add(made(PartKind::by, "by"), said(catalogue::part_by, {label(of)}), line.span);
        if (!line.to.empty()) add(made(PartKind::to, "to"), said(catalogue::part_to, {label(of)}), line.span);
        const auto each = [&](StepAttributeKind kind, const auto& read) {
            for (const StepAttribute& attribute : line.attributes)
                if (attribute.kind == kind) read(attribute);
        };
        each(StepAttributeKind::every, [&](const StepAttribute& attribute) {
            ProtocolPart one = made(PartKind::every, "every");
            one.to = span_of_time(attribute.from);
            add(std::move(one), said(catalogue::part_every, {label(of)}), attribute.span);
        });
        std::vector<std::int32_t> after;
        bool any = false, after_is_written = false;
        each(StepAttributeKind::after, [&](const StepAttribute& attribute) {
            after_is_written = true;
            std::vector<std::int32_t> others;
            for (const syntax::Word& word : attribute.words)
                if (const std::int32_t found = member(word); found >= 0) others.push_back(found);
            any = attribute.any;
            after.insert(after.end(), others.begin(), others.end());
            if (attribute.any && !others.empty()) {
                ProtocolPart one = made(PartKind::after, "after");
                for (const std::int32_t other : others) one.id += "/" + this->name(other);
                one.others = others;
                one.any = true;
                add(std::move(one), said(catalogue::part_after, {label(of), joined_labels(others)}), attribute.span);
                return;
            }
            for (const std::int32_t other : others) {
                ProtocolPart one = made(PartKind::after, "after/" + this->name(other));
                one.others = {other};
                add(std::move(one), said(catalogue::part_after, {label(of), label(other)}), attribute.span);
            }
        });
        each(StepAttributeKind::within, [&](const StepAttribute& attribute) {
            if (after.empty()) {
                // A wrong name behind `after` has been told.
                if (!after_is_written)
                    diagnostics_.error(catalogue::within_without_after, file_.at(attribute.span), {name});
                return;
            }
            ProtocolPart one = made(PartKind::within, "within");
            one.others = after;
            one.any = any;
            one.to = span_of_time(attribute.from);
            add(std::move(one), said(catalogue::part_within, {label(of), joined_labels(after)}), attribute.span);
        });
        each(StepAttributeKind::at_least, [&](const StepAttribute& attribute) {
            const std::int32_t other = member(attribute.words.front());
            if (other < 0) return;
            ProtocolPart one = made(PartKind::at_least, "at_least/" + this->name(other));
            one.others = {other};
            one.before = attribute.relation == syntax::Relation::before;
            one.from = span_of_time(attribute.from);
            add(std::move(one),
                said(attribute.relation == syntax::Relation::before ? catalogue::part_at_least_before
                                                                    : catalogue::part_at_least_after,
                     {label(of), label(other)}),
                attribute.span);
        });
        each(StepAttributeKind::before, [&](const StepAttribute& attribute) {
            const std::int32_t other = member(attribute.words.front());
            if (other < 0) return;
            ProtocolPart one = made(PartKind::before, "before/" + this->name(other));
            one.others = {other};
            add(std::move(one), said(catalogue::part_before, {label(of), label(other)}), attribute.span);
        });
        each(StepAttributeKind::lasts, [&](const StepAttribute& attribute) {
            ProtocolPart one = made(PartKind::lasts, "lasts");
            one.from = span_of_time(attribute.from);
            one.to = attribute.to.duration || !attribute.to.parameter.empty() ? span_of_time(attribute.to) : one.from;
            add(std::move(one), said(catalogue::part_lasts, {label(of)}), attribute.span);
        });
        each(StepAttributeKind::during, [&](const StepAttribute& attribute) {
            const std::int32_t other = member(attribute.words.front());
            if (other < 0) return;
            ProtocolPart one = made(PartKind::during, "during/" + this->name(other));
            one.others = {other};
            if (!attribute.percent_from.empty()) {
                one.percent_from = decimal_from_text(without_underscores(attribute.percent_from.text));
                one.percent_to = decimal_from_text(without_underscores(attribute.percent_to.text));
            }
            add(std::move(one), said(catalogue::part_during, {label(of), label(other)}), attribute.span);
        });
    }

    Texts joined_labels(const std::vector<std::int32_t>& members) const {
        Texts texts;
        for (const std::string_view language : words::language_tags) {
            std::string text;
            for (const std::int32_t one : members)
                text += (text.empty() ? "" : ", ") + std::string(in_language(label(one), language));
            texts.push_back({std::string(language), std::move(text)});
        }
        return texts;
    }

    /// `performs ID`: protocol ID has no failing part.
    std::optional<Expression> performed(const syntax::Word& id) {
        const std::int32_t found = environment_.requirements.find(id.text);
        if (found < 0) {
            const std::string cause = "requirement " + id.text;
            if (!diagnostics_.again(cause, file_.at(id)))
                diagnostics_.error(
                    catalogue::no_requirement, file_.at(id), {id.text},
                    [&] { return environment_.requirements.meant(id.text); }, cause);
            return std::nullopt;
        }
        Expression met;
        met.operation = Operation::verdict_met;
        met.type = condition_type();
        met.file = file_.index();
        met.span = id.span;
        met.index = found;
        environment_.verdict_uses.push_back({index_, found, -1, file_.at(id)});
        return met;
    }

    void read_limit(const syntax::LimitLine& line) {
        const std::int32_t from = member(line.from), to = member(line.to), condition = in_case(line.in_case);
        const std::optional<Expression> span = span_of_time(line.time);
        if (from < 0 || to < 0) return;
        ProtocolPart one = part(PartKind::limit, "limit/" + name(from) + "/" + name(to));
        one.of = from;
        one.others = {to};
        one.in_case = condition;
        (line.at_least ? one.from : one.to) = span;
        add(std::move(one),
            said(line.at_least ? catalogue::part_limit_least : catalogue::part_limit, {label(from), label(to)}),
            line.span);
    }

    void read_never(const syntax::NeverLine& line) {
        const std::int32_t first = member(line.first), before = member(line.before), condition = in_case(line.in_case);
        if (first < 0 || before < 0) return;
        const ProtocolMember &one = protocol_.members[static_cast<std::size_t>(first)],
                             &other = protocol_.members[static_cast<std::size_t>(before)];
        if (other.in_case >= 0 && one.in_case != other.in_case && condition != other.in_case)
            diagnostics_.error(catalogue::never_in_case, file_.at(line.span),
                               {other.name, protocol_.cases[static_cast<std::size_t>(other.in_case)], one.name});
        ProtocolPart made = part(PartKind::never, "never/" + one.name + "/" + other.name);
        made.of = first;
        made.others = {before};
        made.in_case = condition;
        add(std::move(made), said(catalogue::part_never, {label(first), label(before)}), line.span);
    }

    void read_separate(const syntax::SeparateLine& line) {
        const std::int32_t one = role(line.one), other = role(line.other);
        if (one < 0 || other < 0) return;
        ProtocolPart made = part(PartKind::separate, "separate/" + line.one.text + "/" + line.other.text);
        made.roles = {one, other};
        add(std::move(made), said(catalogue::part_separate, {as_it_is(line.one.text), as_it_is(line.other.text)}),
            line.span);
    }
};

}  // namespace

void read_protocol(const WrittenRequirement& written, Requirement& requirement, std::uint32_t index,
                   Environment& environment) {
    ProtocolReader(written, requirement, index, environment).read();
}

void check_answered_by(const syntax::AnsweredByLine& line, const Requirement& requirement, const FileContext& file,
                       Environment& environment) {
    const Subject& answering = requirement.subjects.back();
    if (answering.list.type.list && answering.list.type.kind != TypeKind::nothing) {
        const Type& type = answering.list.type;
        if (type.kind != TypeKind::item || steps_of(environment.types.entity(type.of)) < 0)
            environment.diagnostics.error(catalogue::no_procedures, file.at(*line.binder.list),
                                          {code(*line.binder.list), environment.types.describe(type.element())});
    }
    for (std::size_t i = 0; i + 1 < requirement.subjects.size(); ++i) {
        const std::int32_t variable = requirement.subjects[i].variable;
        if (variable < 0) continue;
        const bool named =
            mentions(answering.list, variable) || (answering.condition && mentions(*answering.condition, variable));
        // An outer `each` is named through the inner one that walks it.
        const bool walked = std::any_of(requirement.subjects.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                        requirement.subjects.end() - 1,
                                        [&](const Subject& inner) { return mentions(inner.list, variable); });
        if (!named && !walked)
            environment.diagnostics.error(
                catalogue::one_procedure_for_all, file.at(line.span),
                {environment.ruleset.variables[static_cast<std::size_t>(variable)].name, line.binder.variable.text});
    }
}

}  // namespace brecha::model
