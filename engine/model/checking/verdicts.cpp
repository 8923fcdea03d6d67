#include "model/checking/verdicts.hpp"

#include "model/checking/words.hpp"

#include "messages/catalogue/checking_references.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

/// The rings in the graph, as nodes with the first repeated at the end. Each ring is found once. `order`: all nodes,
/// each behind those it leads to.
std::vector<std::vector<std::uint32_t>> rings(const std::vector<std::vector<std::uint32_t>>& edges,
                                              std::vector<std::uint32_t>* order = nullptr) {
    std::vector<std::vector<std::uint32_t>> found;
    std::vector<std::uint8_t> state(edges.size(), 0);
    struct Step {
        std::uint32_t node;
        std::size_t next;
    };
    std::vector<Step> path;
    for (std::uint32_t start = 0; start < edges.size(); ++start) {
        if (state[start] != 0) continue;
        path.push_back({start, 0});
        state[start] = 1;
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next == edges[step.node].size()) {
                state[step.node] = 2;
                if (order != nullptr) order->push_back(step.node);
                path.pop_back();
                continue;
            }
            const std::uint32_t target = edges[step.node][step.next++];
            if (state[target] == 0) {
                state[target] = 1;
                path.push_back({target, 0});
            } else if (state[target] == 1) {
                std::vector<std::uint32_t> ring;
                auto from = std::find_if(path.begin(), path.end(), [&](const Step& one) { return one.node == target; });
                for (; from != path.end(); ++from) ring.push_back(from->node);
                ring.push_back(target);
                found.push_back(std::move(ring));
            }
        }
    }
    return found;
}

}  // namespace

void resolve_after(const Requirements& requirements, Environment& environment) {
    std::vector<Requirement>& all = environment.ruleset.requirements;
    std::vector<std::vector<std::uint32_t>> edges(all.size());
    for (std::uint32_t index = 0; index < all.size(); ++index)
        for (const auto& [id, where] : requirements.written[index].after) {
            const std::int32_t target = requirements.ids.find(id);
            if (target < 0) {
                const std::string cause = "requirement " + id;
                if (!environment.diagnostics.again(cause, where))
                    environment.diagnostics.error(
                        catalogue::no_requirement, where, {id}, [&, &id = id] { return requirements.ids.meant(id); },
                        cause);
                continue;
            }
            edges[index].push_back(static_cast<std::uint32_t>(target));
            all[index].after.push_back(static_cast<std::uint32_t>(target));
        }
    for (const std::vector<std::uint32_t>& ring : rings(edges)) {
        std::vector<std::string> ids, lines;
        std::optional<Location> first;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            ids.push_back(all[ring[i]].id);
            if (i + 1 == ring.size()) continue;
            for (const auto& [id, where] : requirements.written[ring[i]].after)
                if (requirements.ids.find(id) == static_cast<std::int32_t>(ring[i + 1])) {
                    lines.push_back(std::to_string(environment.diagnostics.line_number(where)));
                    if (!first) first = where;
                    break;
                }
        }
        environment.diagnostics.error(
            catalogue::remedies_in_ring, first.value_or(Location{}), {joined(ids), joined(lines)},
            lines.size() == 1 ? messages::Message(catalogue::take_out_line, {lines.front()}) : messages::Message());
    }
}

void verdicts_in(const Expression& expression, const Ruleset& ruleset, std::vector<std::uint32_t>& found,
                 std::vector<std::uint8_t>& definitions) {
    if (expression.operation == Operation::verdict_met || expression.operation == Operation::verdict_applies)
        found.push_back(static_cast<std::uint32_t>(expression.index));
    if (expression.operation == Operation::call) {
        const auto index = static_cast<std::size_t>(expression.index);
        if (!definitions[index]) {
            definitions[index] = 1;
            verdicts_in(ruleset.definitions[index].body, ruleset, found, definitions);
        }
    }
    for (const Expression& operand : expression.operands) verdicts_in(operand, ruleset, found, definitions);
}

void check_verdicts(const Requirements& requirements, Environment& environment) {
    const Ruleset& ruleset = environment.ruleset;
    if (environment.verdict_uses.empty()) return;
    for (const VerdictUse& use : environment.verdict_uses) {
        if (use.variable < 0 || use.to < 0) continue;
        const Type& type = ruleset.variables[static_cast<std::size_t>(use.variable)].type;
        const Requirement& target = ruleset.requirements[static_cast<std::size_t>(use.to)];
        const bool found = std::any_of(target.subjects.begin(), target.subjects.end(), [&](const Subject& subject) {
            return subject.variable >= 0 &&
                   environment.types.fits(ruleset.variables[static_cast<std::size_t>(subject.variable)].type, type);
        });
        if (!found)
            environment.diagnostics.error(
                catalogue::verdict_for_other, use.where, {target.id, environment.types.describe(type)},
                target.subjects.empty() ? messages::Message(catalogue::without_for, {target.id}) : messages::Message());
    }
    std::vector<std::vector<std::uint32_t>> edges(ruleset.requirements.size());
    std::vector<std::uint32_t> heights(ruleset.requirements.size(), 0), order;
    for (std::uint32_t index = 0; index < ruleset.requirements.size(); ++index) {
        std::vector<std::uint8_t> definitions(ruleset.definitions.size(), 0);
        for_each_expression(ruleset.requirements[index], [&](const Expression& expression) {
            verdicts_in(expression, ruleset, edges[index], definitions);
            heights[index] = std::max(heights[index], environment.heights.of(expression));
        });
    }
    const std::vector<std::vector<std::uint32_t>> found = rings(edges, &order);
    for (const std::uint32_t index : order) {
        std::uint32_t below = 0;
        for (const std::uint32_t target : edges[index]) below = std::max(below, heights[target]);
        heights[index] += below;
        if (found.empty() && too_deep(heights[index], requirements.written[index].id(), environment.diagnostics))
            return;
    }
    for (const std::vector<std::uint32_t>& ring : found) {
        std::vector<std::string> ids;
        for (const std::uint32_t one : ring) ids.push_back(ruleset.requirements[one].id);
        Location where = requirements.written[ring.front()].id();
        for (const VerdictUse& use : environment.verdict_uses)
            if (use.from == ring.front() && use.to == static_cast<std::int32_t>(ring[1])) where = use.where;
        environment.diagnostics.error(catalogue::verdicts_in_ring, where, {joined(ids)});
    }
}

}  // namespace brecha::model
