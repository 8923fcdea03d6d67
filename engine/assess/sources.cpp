#include "assess/sources.hpp"

#include "assess/further_subjects.hpp"
#include "assess/leaves.hpp"

namespace brecha::assess {

using kernels::Opened;
using plans::Column;
using program::Instruction;
using program::Opcode;

namespace {

std::int64_t text_id(const Run& run, const std::string& text) { return run.plans->texts.find(text); }

Column truth(Run& run, bool holds) {
    kernels::TruthOutput result(run.arena, 1);
    result.set(0, holds ? kernels::Truth::holds : kernels::Truth::fails);
    return result.done();
}

Column decimal(Run& run, model::Decimal value) {
    kernels::Output<model::Decimal> result(run.arena, 1);
    result.set(0, value);
    return result.done();
}

/// Follows parameters that are set to others.
const model::Expression* value_of_parameter(const Run& run, std::int32_t index) {
    for (int guard = 0; guard < 64; ++guard) {
        const auto set = run.options.parameters.find(static_cast<std::uint32_t>(index));
        const model::Expression* value = nullptr;
        if (set != run.options.parameters.end()) value = &set->second;
        else if (const model::DatedValue* one = run.ruleset().parameters[index].on(run.options.as_of))
            value = &one->value;
        if (!value || value->operation != model::Operation::parameter) return value;
        index = value->index;
    }
    return nullptr;
}

std::optional<std::int64_t> integer_of(const Run& run, const model::Expression& value) {
    switch (value.operation) {
        case model::Operation::enumeration_value: return value.index;
        case model::Operation::text: return text_id(run, value.text);
        case model::Operation::date:
        case model::Operation::moment:
        case model::Operation::duration: return static_cast<std::int64_t>(value.number);
        case model::Operation::assessment_date: return run.options.as_of;
        default: return std::nullopt;
    }
}

/// A list of one row: `fill` adds its elements.
template <typename Value, typename Fill>
std::optional<Opened> one_list(Run& run, Fill fill) {
    std::vector<std::optional<kernels::Made<Value>>> lists(1);
    fill(lists[0].emplace());
    return kernels::made_list(run.arena, lists, run.options.greatest_row_count);
}

}  // namespace

Column missing(Run& run, const model::Type& type) {
    switch (plans::storage_of(type.kind)) {
        case plans::Storage::truth: return kernels::TruthOutput(run.arena, 1).done();
        case plans::Storage::decimal: return kernels::Output<model::Decimal>(run.arena, 1).done();
        default: return kernels::Output<std::int64_t>(run.arena, 1).done();
    }
}

Column integer(Run& run, std::int64_t value) {
    kernels::Output<std::int64_t> result(run.arena, 1);
    result.set(0, value);
    return result.done();
}

Column constant_text(Run& run, const Instruction& made) {
    return integer(run, text_id(run, made.text));  // -1: no plan has it
}

Column in_force(Run& run, const Instruction& made) {
    return truth(run, run.ruleset().requirements[made.index].in_force.holds_on(run.options.as_of));
}

Column parameter(Run& run, const Instruction& made) {
    const model::Expression* value = value_of_parameter(run, made.index);
    if (!value) return missing(run, made.type);
    switch (plans::storage_of(made.type.kind)) {
        case plans::Storage::truth: return truth(run, value->number != 0);
        case plans::Storage::decimal:
            return decimal(run,
                           value->operation == model::Operation::negate ? -value->operands[0].number : value->number);
        default: break;
    }
    const auto number = integer_of(run, *value);
    return number ? integer(run, *number) : missing(run, made.type);
}

std::optional<Opened> parameter_list(Run& run, const Instruction& made) {
    const model::Expression* value = value_of_parameter(run, made.index);
    if (value == nullptr) {
        const std::vector<std::optional<kernels::Made<std::int64_t>>> integers(1);
        const std::vector<std::optional<kernels::Made<model::Decimal>>> decimals(1);
        const std::size_t limit = run.options.greatest_row_count;
        return plans::storage_of(made.type.kind) == plans::Storage::decimal
                   ? kernels::made_list(run.arena, decimals, limit)
                   : kernels::made_list(run.arena, integers, limit);
    }
    if (value->operation == model::Operation::enumeration_values) return enumeration_list(run, value->type.of);
    if (plans::storage_of(made.type.kind) == plans::Storage::decimal)
        return one_list<model::Decimal>(run, [&](auto& list) {
            for (const model::Expression& element : value->operands) list.add(element.number);
        });
    return one_list<std::int64_t>(run, [&](auto& list) {
        for (const model::Expression& element : value->operands) list.add(integer_of(run, element).value_or(-1));
    });
}

std::optional<Opened> enumeration_list(Run& run, std::int32_t enumeration) {
    const std::size_t count = run.ruleset().vocabulary.enumerations[enumeration].values.size();
    return one_list<std::int64_t>(run, [&](auto& list) {
        for (std::size_t i = 0; i < count; ++i) list.add(static_cast<std::int64_t>(i));
    });
}

std::optional<Opened> table_list(Run& run, std::int32_t table) {
    const std::size_t count = run.plans->table(run.ruleset().tables[table].entity).rows;
    return one_list<std::int64_t>(run, [&](auto& list) {
        for (std::size_t i = 0; i < count; ++i) list.add(static_cast<std::int64_t>(i));
    });
}

std::string_view words_of_text(const Run& run, std::int32_t instruction, std::int64_t text) {
    if (text >= 0) return run.plans->texts[text];
    const Instruction* made = &run.instruction(instruction);
    while (made->opcode == Opcode::expand) made = &run.instruction(made->first());
    if (made->opcode == Opcode::constant) return made->text;
    if (made->opcode == Opcode::parameter)
        if (const model::Expression* value = value_of_parameter(run, made->index)) return value->text;
    return {};
}

Column judged(Run& run, const Instruction& made) {
    const std::size_t rows = run.frames[made.frame].rows;
    kernels::TruthOutput result(run.arena, rows);
    bool any = false;
    for (const auto& record : run.plans->records) any = any || !record.judgements.empty();
    if (!any) return result.done();
    const model::Judgement& asked = run.ruleset().judgements[made.index];
    const std::string& requirement = run.ruleset().requirements[asked.requirement].id;
    const program::LoweredRequirement& lowered = run.program->requirements[asked.requirement];
    std::size_t level = 0;
    for (std::size_t i = 0; i < lowered.levels.size(); ++i)
        if (lowered.levels[i].frame == made.frame) level = i + 1;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::string subject =
            level == 0 ? std::string() : subject_text(run, lowered, level, static_cast<std::uint32_t>(row));
        const std::uint32_t plan = run.plan_of(made.frame, static_cast<std::uint32_t>(row));
        for (const plans::HumanJudgement& judgement : run.plans->records[plan].judgements)
            if (judgement.answer && judgement.requirement == requirement && judgement.part == asked.part &&
                judgement.subject == subject)
                result.set(row, *judgement.answer ? kernels::Truth::holds : kernels::Truth::fails);
    }
    return result.done();
}

Column verdict(Run& run, const Instruction& made) {
    const std::size_t rows = run.frames[made.frame].rows;
    kernels::TruthOutput result(run.arena, rows);
    const bool applies = made.opcode == Opcode::verdict_applies;
    const auto requirement = static_cast<std::uint32_t>(made.index);
    const std::int32_t entity = made.inputs.empty() ? -1 : run.instruction(made.first()).type.of;
    std::vector<std::optional<std::vector<Leaf>>> leaves(run.plans->count);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t plan = run.plan_of(made.frame, static_cast<std::uint32_t>(row));
        if (!leaves[plan]) leaves[plan] = leaves_of(run, requirement, plan);
        std::optional<AskedItem> item;
        if (entity >= 0) {
            const auto of = kernels::Input<std::int64_t>(run.columns[made.first()])[row];
            if (of.state == kernels::State::none)  // no subject contains it
                result.set(row, applies ? kernels::Truth::fails : kernels::Truth::holds);
            // What is not given may be a subject or not.
            if (!of.exact() || plans::bit(run.plans->table(static_cast<std::uint32_t>(entity)).not_given,
                                          static_cast<std::size_t>(of.low)))
                continue;
            item = AskedItem{entity, of.low};
        }
        result.set(row, verdict_truth(run, requirement, *leaves[plan], item, applies));
    }
    return result.done();
}

}  // namespace brecha::assess
