#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

namespace {

/// Which lists some requirement asks for, by entity and field.
class AskedLists {
public:
    explicit AskedLists(const Ruleset& ruleset);
    bool has(const Expression& list) const {
        return asked_[static_cast<std::size_t>(list.operands.front().type.of)][static_cast<std::size_t>(list.index)] !=
               0;
    }

private:
    void note(const Expression& expression, bool positive);
    void note_list(const Expression& list);

    const Ruleset& ruleset_;
    std::vector<std::vector<std::uint8_t>> asked_;
    std::vector<std::uint8_t> definitions_;  // looked at?
};

AskedLists::AskedLists(const Ruleset& ruleset) : ruleset_(ruleset), definitions_(ruleset.definitions.size(), 0) {
    for (const Entity& entity : ruleset.vocabulary.entities) asked_.emplace_back(entity.fields.size(), std::uint8_t(0));
    // What is asked of each item of a list that may be empty is not asked of the plan; a list of the plan inside it is.
    for (const Requirement& requirement : ruleset.requirements) {
        for (const Clause& clause : requirement.clauses) note(clause.condition, true);
        for (const Let& let : requirement.lets) note(let.value, true);
        for (const Subject& subject : requirement.subjects)
            if (subject.ending == Ending::at_least_one) note_list(subject.list);
    }
}

void AskedLists::note_list(const Expression& list) {
    if (list.operation == Operation::field && list.type.list) {
        const auto entity = static_cast<std::size_t>(list.operands.front().type.of);
        asked_[entity][static_cast<std::size_t>(list.index)] = 1;
    }
    switch (list.operation) {
        case Operation::list:
        case Operation::distinct:
        case Operation::add:
        case Operation::otherwise:
            note_list(list.operands.front());
            if (list.operation == Operation::add || list.operation == Operation::otherwise) note_list(list.operands[1]);
            else if (list.has_body && list.operands.back().type.list) note_list(list.operands.back());
            break;
        default: break;
    }
}

void AskedLists::note(const Expression& expression, bool positive) {
    switch (expression.operation) {
        case Operation::some:
        case Operation::given:
        case Operation::contains:
        case Operation::covers:
            if (positive) note_list(expression.operands.front());
            break;
        case Operation::count:
        case Operation::sum:
        case Operation::smallest:
        case Operation::largest:
        case Operation::average:
        case Operation::share:
        case Operation::element: note_list(expression.operands.front()); break;
        case Operation::apart:
            if (expression.index != 0) note_list(expression.operands.front());
            break;
        case Operation::call: {
            const auto index = static_cast<std::size_t>(expression.index);
            if (!definitions_[index]) {
                definitions_[index] = 1;
                note(ruleset_.definitions[index].body, positive);
            }
            break;
        }
        default: break;
    }
    const bool inner = expression.operation == Operation::not_ ? !positive : positive;
    for (const Expression& operand : expression.operands) note(operand, inner);
}

}  // namespace

void warn_of_empty_lists(const Ruleset& ruleset, Diagnostics& diagnostics) {
    const AskedLists asked(ruleset);
    const auto warn = [&](const Requirement& requirement, const Expression& list, const messages::Entry& entry) {
        const std::string name = field_name(list, ruleset);
        const Location where{list.file, list.span};
        const std::string cause = "empty " + name;
        if (!diagnostics.again(cause, where)) diagnostics.warning(entry, where, {requirement.id, name}, {}, cause);
    };
    for (const Requirement& requirement : ruleset.requirements) {
        if (!requirement.subjects.empty()) {
            const Subject& first = requirement.subjects.front();
            if (is_list_of_plan(first.list) && first.ending == Ending::unstated && !asked.has(first.list))
                warn(requirement, first.list, catalogue::silent_without);
        }
        if (requirement.clauses.size() > 1 || !requirement.subjects.empty())
            for (const Clause& clause : requirement.clauses)
                if (asks_every_of_plan(clause.condition) && !asked.has(clause.condition.operands.front()))
                    warn(requirement, clause.condition.operands.front(), catalogue::met_without);
    }
}

}  // namespace brecha::model
