#include "model/constants.hpp"

#include "model/parameter.hpp"

#include <algorithm>
#include <cstdint>
#include <set>

namespace brecha::model {

namespace {

Type duration_type() {
    Type type;
    type.kind = TypeKind::duration;
    return type;
}

class Constants {
public:
    explicit Constants(const Ruleset& ruleset) : ruleset_(ruleset) {}

    void requirement(std::size_t index) {
        if (!requirements_.insert(index).second) return;
        const Requirement& requirement = ruleset_.requirements[index];
        for (const Subject& subject : requirement.subjects) {
            expression(subject.list);
            if (subject.condition) expression(*subject.condition);
        }
        for (const When& when : requirement.conditions) expression(when.condition);
        for (const Let& let : requirement.lets) expression(let.value);
        for (const Clause& clause : requirement.clauses) expression(clause.condition);
        if (requirement.facts_last) add({duration_type(), duration_to_text(*requirement.facts_last, "en"), {}});
    }

    std::vector<Constant> found;

private:
    void add(Constant constant) {
        const auto same = [&](const Constant& other) {
            return other.text == constant.text && other.unit == constant.unit &&
                   other.type.has_value() == constant.type.has_value() &&
                   (!constant.type || (other.type->kind == constant.type->kind && other.type->of == constant.type->of));
        };
        if (std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(constant));
    }

    void value(const Expression& expression) {
        std::string text = constant_text(ruleset_, expression, expression.type), unit;
        if (expression.operation == Operation::text) text = expression.text;
        if (expression.operation == Operation::number && expression.type.unit >= 0) {
            unit = ruleset_.vocabulary.units[static_cast<std::size_t>(expression.type.unit)].name;
            text.resize(text.size() - unit.size() - 1);
        }
        add({expression.type, std::move(text), std::move(unit)});
    }

    void cells(std::size_t index) {
        const Table& table = ruleset_.tables[index];
        const auto& fields = ruleset_.vocabulary.entities[table.entity].fields;
        for (const std::vector<std::string>& row : table.rows)
            for (std::size_t column = 0; column < row.size() && column < fields.size(); ++column)
                if (!row[column].empty()) add({fields[column].type, row[column], {}});
    }

    void expression(const Expression& expression) {
        const auto index = static_cast<std::size_t>(expression.index);
        switch (expression.operation) {
            case Operation::number:
            case Operation::text:
            case Operation::date:
            case Operation::moment:
            case Operation::duration:
            case Operation::enumeration_value: value(expression); break;
            case Operation::enumeration_values:
                for (const EnumerationValue& one :
                     ruleset_.vocabulary.enumerations[static_cast<std::size_t>(expression.type.of)].values)
                    add({expression.type.element(), one.word, {}});
                break;
            case Operation::parameter: add({std::nullopt, ruleset_.parameters[index].name, {}}); break;
            case Operation::table_row:
            case Operation::table_rows: cells(index); break;
            case Operation::call:
                if (definitions_.insert(index).second) this->expression(ruleset_.definitions[index].body);
                break;
            case Operation::procedure_part: {
                const ProtocolPart& part = ruleset_.protocols[index].parts[static_cast<std::size_t>(expression.number)];
                for (const auto* length : {&part.from, &part.to})
                    if (*length) this->expression(**length);
                break;
            }
            case Operation::verdict_met:
            case Operation::verdict_applies: requirement(index); break;
            default: break;
        }
        for (const Expression& operand : expression.operands) this->expression(operand);
    }

    const Ruleset& ruleset_;
    std::set<std::size_t> requirements_, definitions_;
};

}  // namespace

std::vector<Constant> constants_of(const Ruleset& ruleset, std::size_t requirement) {
    Constants constants(ruleset);
    constants.requirement(requirement);
    return std::move(constants.found);
}

}  // namespace brecha::model
