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

std::optional<Decision> lacks(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases) {
    Decision open = there(procedure, part.of, cases);
    if (open.truth == Truth::fails) return decided(Truth::not_owed);
    if (open.truth == Truth::holds) open = decided(Truth::not_owed);
    std::size_t not_there = 0;
    if (!part.any)
        for (const std::int32_t other : part.others) {
            Decision one = there(procedure, other, cases);
            if (one.truth == Truth::fails) ++not_there;
            if (one.truth == Truth::unknown) add(open, std::move(one));
        }
    if (not_there > 0 && not_there == part.others.size()) return decided(Truth::not_owed);
    return open.truth == Truth::unknown ? std::optional(std::move(open)) : std::nullopt;
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
