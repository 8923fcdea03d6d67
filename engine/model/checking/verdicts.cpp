// How requirements refer to each other: remedies that wait (`after`) and verdicts that depend on verdicts. Neither goes
// in a ring.
#include "model/checking/checker.hpp"
#include "model/checking/words.hpp"

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
    for (std::uint32_t start = 0; start < edges.size(); ++start) {
        if (state[start] != 0) continue;
        std::vector<Step> path = {{start, 0}};
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

std::int32_t Checker::requirement_named(std::string_view id) const {
    const auto found = requirement_index_.find(std::string(id));
    return found == requirement_index_.end() ? -1 : static_cast<std::int32_t>(found->second);
}

messages::Message Checker::requirement_help(const std::string& id) const {
    if (const auto renamed = renamed_.find(id); renamed != renamed_.end())
        return messages::Message(catalogue::renamed, {id, renamed->second});
    std::vector<std::string> candidates;
    for (const Requirement& requirement : ruleset_.requirements) candidates.push_back(requirement.id);
    return did_you_mean(id, candidates);
}

void Checker::check_after() {
    std::vector<std::vector<std::uint32_t>> edges(ruleset_.requirements.size());
    for (std::uint32_t index = 0; index < ruleset_.requirements.size(); ++index)
        for (const auto& [id, where] : after_words_[index]) {
            const std::int32_t target = requirement_named(id);
            if (target < 0) {
                const std::string cause = "requirement " + id;
                if (!report_.again(cause, where))
                    report_.error(catalogue::no_requirement, where, {id}, requirement_help(id), cause);
                continue;
            }
            edges[index].push_back(static_cast<std::uint32_t>(target));
            ruleset_.requirements[index].after.push_back(static_cast<std::uint32_t>(target));
        }
    for (const std::vector<std::uint32_t>& ring : rings(edges)) {
        std::vector<std::string> ids, lines;
        std::optional<Place> first;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            ids.push_back(ruleset_.requirements[ring[i]].id);
            if (i + 1 == ring.size()) continue;
            for (const auto& [id, where] : after_words_[ring[i]])
                if (requirement_named(id) == static_cast<std::int32_t>(ring[i + 1])) {
                    lines.push_back(
                        std::to_string(grammar::position_of(files_[where.file]->text, where.span.begin).line));
                    if (!first) first = where;
                    break;
                }
        }
        report_.error(
            catalogue::remedies_in_ring, first.value_or(Place{}), {joined(ids), joined(lines)},
            lines.size() == 1 ? messages::Message(catalogue::take_out_line, {lines.front()}) : messages::Message());
    }
}

void Checker::verdicts_in(const Expression& expression, std::vector<std::uint32_t>& found,
                          std::vector<std::uint8_t>& definitions) const {
    if (expression.operation == Operation::verdict_met || expression.operation == Operation::verdict_applies)
        found.push_back(static_cast<std::uint32_t>(expression.index));
    if (expression.operation == Operation::call) {
        const auto index = static_cast<std::size_t>(expression.index);
        if (!definitions[index]) {
            definitions[index] = 1;
            verdicts_in(ruleset_.definitions[index].body, found, definitions);
        }
    }
    for (const Expression& operand : expression.operands) verdicts_in(operand, found, definitions);
}

void Checker::check_verdicts() {
    if (verdict_uses_.empty()) return;
    for (const VerdictUse& use : verdict_uses_) {
        if (use.variable < 0 || use.to < 0) continue;
        const Type& type = ruleset_.variables[static_cast<std::size_t>(use.variable)].type;
        const Requirement& target = ruleset_.requirements[static_cast<std::size_t>(use.to)];
        const bool found = std::any_of(target.subjects.begin(), target.subjects.end(), [&](const Subject& subject) {
            return subject.variable >= 0 &&
                   fits(ruleset_.variables[static_cast<std::size_t>(subject.variable)].type, type);
        });
        if (!found)
            report_.error(
                catalogue::verdict_for_other, use.place, {target.id, describe(type)},
                target.subjects.empty() ? messages::Message(catalogue::without_for, {target.id}) : messages::Message());
    }
    std::vector<std::vector<std::uint32_t>> edges(ruleset_.requirements.size());
    std::vector<std::uint32_t> heights(ruleset_.requirements.size(), 0), order;
    for (std::uint32_t index = 0; index < ruleset_.requirements.size(); ++index) {
        const Requirement& requirement = ruleset_.requirements[index];
        std::vector<std::uint8_t> definitions(ruleset_.definitions.size(), 0);
        const auto look = [&](const Expression& expression) {
            verdicts_in(expression, edges[index], definitions);
            heights[index] = std::max(heights[index], height_of(expression));
        };
        for (const Subject& subject : requirement.subjects) {
            look(subject.list);
            if (subject.condition) look(*subject.condition);
        }
        for (const When& when : requirement.conditions) look(when.condition);
        for (const Let& let : requirement.lets) look(let.value);
        for (const Clause& clause : requirement.clauses) look(clause.condition);
    }
    const std::vector<std::vector<std::uint32_t>> found = rings(edges, &order);
    for (const std::uint32_t index : order) {
        std::uint32_t below = 0;
        for (const std::uint32_t target : edges[index]) below = std::max(below, heights[target]);
        heights[index] += below;
        if (found.empty() &&
            too_deep(heights[index], {ruleset_.requirements[index].file, written_[index].node->id.span}))
            return;
    }
    for (const std::vector<std::uint32_t>& ring : found) {
        std::vector<std::string> ids;
        for (const std::uint32_t one : ring) ids.push_back(ruleset_.requirements[one].id);
        Place where{ruleset_.requirements[ring.front()].file, written_[ring.front()].node->id.span};
        for (const VerdictUse& use : verdict_uses_)
            if (use.from == ring.front() && use.to == static_cast<std::int32_t>(ring[1])) where = use.place;
        report_.error(catalogue::verdicts_in_ring, where, {joined(ids)});
    }
}

}  // namespace brecha::model
