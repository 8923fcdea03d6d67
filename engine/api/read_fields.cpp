#include "api/read_fields.hpp"

#include <brecha/grammar/own_stack.hpp>

namespace brecha {

namespace {

using model::Expression;
using model::Operation;
using model::TypeKind;

class Walk {
public:
    explicit Walk(const model::Ruleset& ruleset)
        : ruleset_(ruleset), definition_seen_(ruleset.definitions.size(), false) {}

    void visit(const Expression& expression) {
        for (const Expression& operand : expression.operands) visit(operand);
        switch (expression.operation) {
            case Operation::field: {
                const model::Type& of = expression.operands.front().type;
                if (of.kind == TypeKind::item && expression.index >= 0)
                    found.emplace(static_cast<std::uint32_t>(of.of), static_cast<std::uint32_t>(expression.index));
                break;
            }
            case Operation::element: read_keys(expression.operands.front().type.of); break;
            case Operation::equal:
            case Operation::contains:
            case Operation::covers:
                // Items are told apart by their keys.
                for (const Expression& operand : expression.operands)
                    if (operand.type.kind == TypeKind::item) read_keys(operand.type.of);
                break;
            case Operation::call: {
                const auto index = static_cast<std::size_t>(expression.index);
                if (definition_seen_[index]) break;
                definition_seen_[index] = true;
                visit(ruleset_.definitions[index].body);
                break;
            }
            case Operation::procedure_part: {
                const model::Protocol& protocol = ruleset_.protocols[static_cast<std::size_t>(expression.index)];
                const auto part = static_cast<std::size_t>(expression.number);
                found.emplace(static_cast<std::uint32_t>(protocol.entity), static_cast<std::uint32_t>(protocol.steps));
                const auto read = [&](model::StepField field) {
                    if (protocol.field(field) >= 0)
                        found.emplace(static_cast<std::uint32_t>(protocol.step_entity),
                                      static_cast<std::uint32_t>(protocol.field(field)));
                };
                const model::FieldsRead fields = model::fields_read(protocol.parts[part].kind);
                for (const model::StepField field : fields.planned) read(field);
                for (const model::StepField field : fields.recorded) read(field);
                read(model::StepField::does);
                if (!protocol.cases.empty()) read(model::StepField::only_in);
                break;
            }
            default: break;
        }
    }

    ReadFields found;

private:
    void read_keys(std::int32_t entity) {
        if (entity < 0) return;
        for (const std::uint32_t field : ruleset_.vocabulary.entities[static_cast<std::size_t>(entity)].key)
            found.emplace(static_cast<std::uint32_t>(entity), field);
    }

    const model::Ruleset& ruleset_;
    std::vector<bool> definition_seen_;
};

}  // namespace

ReadFields fields_read_by(const model::Ruleset& ruleset) {
    Walk walk(ruleset);
    grammar::run_on_own_stack([&] {
        for (const model::Requirement& requirement : ruleset.requirements) {
            for (const model::Subject& subject : requirement.subjects) {
                walk.visit(subject.list);
                if (subject.condition) walk.visit(*subject.condition);
            }
            for (const model::When& when : requirement.conditions) walk.visit(when.condition);
            for (const model::Let& let : requirement.lets) walk.visit(let.value);
            for (const model::Clause& clause : requirement.clauses) walk.visit(clause.condition);
        }
    });
    // An item in a list that rules read is named by its key.
    ReadFields keys;
    for (const auto& [entity, field] : walk.found) {
        const model::Type& type = ruleset.vocabulary.entities[entity].fields[field].type;
        if (type.kind != TypeKind::item || type.of < 0) continue;
        for (const std::uint32_t key : ruleset.vocabulary.entities[static_cast<std::size_t>(type.of)].key)
            keys.emplace(static_cast<std::uint32_t>(type.of), key);
    }
    walk.found.merge(keys);
    return std::move(walk.found);
}

}  // namespace brecha
