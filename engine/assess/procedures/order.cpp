#include "assess/procedures/order.hpp"

#include "assess/procedures/presence.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

using kernels::Network;

namespace {

/// Every one of `later` comes after every one of `earlier`, however long anything takes.
Decision in_order(const Procedure& procedure, const Steps& later, const Steps& earlier, std::uint32_t cases) {
    const Network& order = procedure.order(cases);
    Decision all = decided(Truth::holds);
    for (const std::uint32_t one : later)
        for (const std::uint32_t other : earlier) {
            if (order.comes_after(one, other)) {
                add(all, {Truth::holds, {procedure.node(StepField::after, one)}});
                continue;
            }
            std::vector<Node> open;
            for (const std::uint32_t step : procedure.in_run(cases)) {
                if (procedure.steps[step].open_after.empty() || step == other || one == other) continue;
                if ((step == one || order.comes_after(one, step)) && !order.comes_after(other, step))
                    open.insert(open.end(), procedure.steps[step].open_after.begin(),
                                procedure.steps[step].open_after.end());
            }
            if (open.empty()) add(all, {Truth::fails, {procedure.node(StepField::after, one)}});
            else add(all, {Truth::unknown, std::move(open)});
        }
    return all;
}

}  // namespace

Decision after(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    Decision all = decided(Truth::not_owed), open = all;
    for (const std::int32_t other : part.others) {
        Decision one = there(procedure, other, cases);
        if (one.truth == Truth::fails) continue;  // a reference to what is not in the run falls away
        if (one.truth == Truth::holds) one = in_order(procedure, own, procedure.doers(other, cases), cases);
        if (part.any && one.truth == Truth::holds) return one;
        if (part.any && one.truth == Truth::unknown) add(open, one);  // `after a or b`: one is enough
        add(all, std::move(one));
    }
    return open.truth == Truth::unknown ? open : all;
}

Decision before(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    return in_order(procedure, procedure.doers(part.others[0], cases), own, cases);
}

Decision during(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    if (procedure.inputs.field(StepField::during) < 0) return decided(Truth::not_owed);
    const Steps others = procedure.doers(part.others[0], cases);
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t i : own) {
        const auto& inside = procedure.steps[i].during;
        const bool holds = inside.exact() && std::find(others.begin(), others.end(),
                                                       static_cast<std::uint32_t>(inside.low)) != others.end();
        add(all, {holds                                           ? Truth::holds
                  : inside.exact() || inside.state == State::none ? Truth::fails
                                                                  : Truth::unknown,
                  {procedure.node(StepField::during, i)}});
    }
    return all;
}

/// Wherever the one is there, the other is, and before it.
Decision never(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases) {
    Decision first = there(procedure, part.of, cases), other = there(procedure, part.others[0], cases);
    if (first.truth == Truth::fails) return {Truth::holds, std::move(first.nodes)};
    if (first.truth == Truth::unknown) return first;
    if (other.truth != Truth::holds) return other;
    return in_order(procedure, procedure.doers(part.of, cases), procedure.doers(part.others[0], cases), cases);
}

Decision can_be_carried_out(const Procedure& procedure) {
    Decision all = decided(Truth::not_owed);
    if (procedure.is_record) return all;  // it has been, whatever was planned
    for (std::uint32_t i = 0; i < procedure.steps.size(); ++i) {
        const PlannedStep& step = procedure.steps[i];
        if (!step.least.known() || !step.most.known() || step.only_events) continue;
        const auto fits = model::duration_at_most(step.least.low, step.most.high);
        if (fits && !*fits)
            add(all, {Truth::fails,
                      {procedure.node(StepField::takes_at_least, i), procedure.node(StepField::takes_at_most, i)}});
    }
    if (!procedure.cases_known) return all;
    for (std::uint32_t cases = 0; cases < procedure.run_count(); ++cases) {
        const std::vector<std::uint32_t>& circle = procedure.order(cases).circle();
        if (circle.empty()) continue;
        Decision one = decided(Truth::fails);
        for (std::size_t i = 0; i + 1 < circle.size(); ++i)
            one.nodes.push_back(procedure.node(StepField::after, circle[circle.size() - 1 - i]));
        add(all, std::move(one));
        break;
    }
    return all;
}

}  // namespace brecha::assess::procedures
