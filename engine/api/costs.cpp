// Ruleset::costs.
#include "api/state.hpp"

#include "program/cost.hpp"

#include <brecha/grammar/diagnostic.hpp>

#include <algorithm>

namespace brecha {

namespace {

std::vector<Cost> costs_with(const Ruleset::State& state, const program::LengthOfList& length_of, double usual) {
    const model::Ruleset& rules = *state.model;
    const std::vector<program::Cost> costs = program::costs_of(*state.program(), length_of, usual);
    std::vector<Cost> all;
    for (std::size_t index = 0; index < costs.size(); ++index) {
        const model::Requirement& requirement = rules.requirements[index];
        const model::SourceFile& file = rules.files[requirement.file];
        Cost& cost = all.emplace_back();
        cost.requirement = requirement.id;
        cost.file = file.name;
        cost.line = grammar::position_of(file.text, requirement.span.begin).line;
        cost.lists = costs[index].lists;
        cost.combinations = costs[index].rows;
        cost.findings = costs[index].findings;
        cost.steps = costs[index].steps;
        cost.memory = costs[index].bytes;
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Cost& one, const Cost& other) { return one.steps > other.steps; });
    return all;
}

}  // namespace

std::vector<Cost> Ruleset::costs(std::size_t elements) const {
    const auto length = static_cast<double>(elements);
    return costs_with(*state_, [&](std::uint32_t, std::uint32_t) { return length; }, length);
}

std::vector<Cost> Ruleset::costs(const Plan& plan) const {
    const plans::Plans& batch = *plan.state().batch;
    const auto length_of = [&](std::uint32_t entity, std::uint32_t field) {
        const plans::EntityTable& table = batch.table(entity);
        if (table.rows == 0) return 0.0;
        const plans::ListColumn& lists = table.list(field);
        double elements = 0;
        for (std::size_t row = 0; row < lists.rows; ++row)
            if (plans::bit(lists.given, row)) elements += lists.end[row] - lists.begin[row];
        return elements / static_cast<double>(table.rows);
    };
    constexpr double years_of_a_plan = 10;
    return costs_with(*state_, length_of, years_of_a_plan);
}

}  // namespace brecha
