#include "assess/procedures/presence.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

Decision there(const Procedure& procedure, std::int32_t member, std::uint32_t cases) {
    const Steps found = procedure.doers(member, cases);
    if (!found.empty()) return {Truth::holds, procedure.nodes_of(found, StepField::does)};
    if (procedure.member(member).event &&  // nobody has to say so
        std::none_of(procedure.steps.begin(), procedure.steps.end(),
                     [&](const PlannedStep& step) { return step.does[static_cast<std::size_t>(member)]; }))
        return {Truth::unknown, {procedure.steps_node()}, plans::Why::not_stated};
    const Steps all = procedure.in_run(cases);
    Steps silent;
    for (const std::uint32_t i : all)
        if (procedure.steps[i].may_do_others) silent.push_back(i);
    Decision open{Truth::unknown, procedure.nodes_of(silent, StepField::does)};
    if (procedure.may_have_more) open.nodes.push_back(procedure.steps_node());
    if (!open.nodes.empty()) return open;
    Decision none{Truth::fails, procedure.nodes_of(all, StepField::does)};
    none.nodes.push_back(procedure.steps_node());
    return none;
}

std::optional<Decision> lacks(const Procedure& procedure, std::int32_t member, std::uint32_t cases) {
    Decision one = there(procedure, member, cases);
    if (one.truth == Truth::holds) return std::nullopt;
    return one.truth == Truth::fails ? decided(Truth::not_owed) : one;
}

Decision for_all(const Procedure& procedure, Decision one) {
    if (one.truth == Truth::holds && procedure.may_have_more) return {Truth::unknown, {procedure.steps_node()}};
    return one;
}

Decision mendable(const Procedure& procedure, Decision one) {
    if (one.truth == Truth::fails && procedure.may_have_more) return {Truth::unknown, {procedure.steps_node()}};
    return one;
}

}  // namespace brecha::assess::procedures
