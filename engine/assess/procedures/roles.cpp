#include "assess/procedures/roles.hpp"

#include "assess/procedures/presence.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

namespace {

bool role_has_steps(const Procedure& procedure, std::int32_t role) {
    return std::any_of(procedure.protocol.members.begin(), procedure.protocol.members.end(),
                       [&](const ProtocolMember& member) {
                           return std::find(member.by.begin(), member.by.end(), role) != member.by.end();
                       });
}

}  // namespace

Decision by(const Procedure& procedure, const ProtocolPart& part, const Steps& own) {
    const ProtocolMember& member = procedure.member(part.of);
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t i : own) {
        const PlannedStep& step = procedure.steps[i];
        const bool in_role =
            std::find(member.by.begin(), member.by.end(), static_cast<std::int32_t>(step.role)) != member.by.end();
        Decision role{in_role                               ? Truth::holds
                      : step.role != -1                     ? Truth::fails
                      : step.said_role.state == State::none ? Truth::fails
                                                            : Truth::unknown,
                      {procedure.node(StepField::role, i)}};
        Decision agency{step.agency.exact()                ? Truth::holds
                        : step.agency.state == State::none ? Truth::fails
                                                           : Truth::unknown,
                        {procedure.node(StepField::agency, i)}};
        add(all, std::move(role));
        add(all, std::move(agency));
    }
    if (member.by_any || all.truth == Truth::fails) return all;
    // Jointly: a step in each.
    for (const std::int32_t role : member.by) {
        const bool taken =
            std::any_of(own.begin(), own.end(), [&](std::uint32_t i) { return procedure.steps[i].role == role; });
        if (taken) continue;
        Steps silent;
        for (const std::uint32_t i : own)
            if (procedure.steps[i].may_have_role()) silent.push_back(i);
        if (silent.empty() && procedure.may_have_more) add(all, {Truth::unknown, {procedure.steps_node()}});
        else if (silent.empty()) add(all, {Truth::fails, procedure.nodes_of(own, StepField::role)});
        else add(all, {Truth::unknown, procedure.nodes_of(silent, StepField::role)});
    }
    return all;
}

Decision to(const Procedure& procedure, const ProtocolPart& part, const Steps& own, std::uint32_t cases) {
    const std::int32_t role = procedure.member(part.of).to;
    Decision all = decided(Truth::not_owed);
    for (const std::uint32_t i : own) {
        const Ranged<std::int64_t>& named = procedure.steps[i].hands_to;
        if (!named.exact()) {
            add(all,
                {named.state == State::none ? Truth::fails : Truth::unknown, {procedure.node(StepField::hands_to, i)}});
            continue;
        }
        if (!role_has_steps(procedure, role)) {  // who is named fills it
            add(all, {Truth::holds, {procedure.node(StepField::hands_to, i)}});
            continue;
        }
        Decision one{Truth::fails, {procedure.node(StepField::hands_to, i)}};
        std::vector<Node> open;
        for (const std::uint32_t other : procedure.in_run(cases)) {
            const PlannedStep& step = procedure.steps[other];
            const bool in_role = step.role == role, perhaps = step.may_have_role();
            const bool same = step.agency.exact() && step.agency.low == named.low;
            if (in_role && same) one.truth = Truth::holds;
            const bool agency_open = !step.agency.exact() && step.agency.state != State::none;
            if (perhaps && (same || agency_open)) open.push_back(procedure.node(StepField::role, other));
            if (agency_open && (in_role || perhaps)) open.push_back(procedure.node(StepField::agency, other));
            if (in_role) one.nodes.push_back(procedure.node(StepField::agency, other));
        }
        if (one.truth == Truth::fails && (!open.empty() || procedure.may_have_more)) {
            one.truth = Truth::unknown;
            one.nodes = std::move(open);
            if (one.nodes.empty()) one.nodes.push_back(procedure.steps_node());
        }
        add(all, std::move(one));
    }
    return all;
}

Decision separate(const Procedure& procedure, const ProtocolPart& part) {
    struct Filler {
        std::uint32_t step;
        bool by_handing;  // it is who the step hands over to
        bool certain;     // the role is known
        Ranged<std::int64_t> agency;
    };
    const auto fillers = [&](std::int32_t role) {
        std::vector<Filler> found;
        if (role_has_steps(procedure, role)) {
            for (std::uint32_t i = 0; i < procedure.steps.size(); ++i)
                if (procedure.steps[i].role == role) found.push_back({i, false, true, procedure.steps[i].agency});
                else if (procedure.steps[i].may_have_role())
                    found.push_back({i, false, false, procedure.steps[i].agency});
            return found;
        }
        for (std::size_t member = 0; member < procedure.protocol.members.size(); ++member)
            if (procedure.protocol.members[member].to == role)
                for (std::uint32_t i = 0; i < procedure.steps.size(); ++i)
                    if (procedure.steps[i].does[member]) found.push_back({i, true, true, procedure.steps[i].hands_to});
        return found;
    };
    const std::vector<Filler> ones = fillers(part.roles[0]), others = fillers(part.roles[1]);
    const auto nobody = [](const std::vector<Filler>& all) {
        return std::none_of(all.begin(), all.end(), [](const Filler& one) { return one.agency.state != State::none; });
    };
    if ((nobody(ones) || nobody(others)) && !procedure.may_have_more) return decided(Truth::not_owed);
    const auto agency = [&](const Filler& one) {
        return procedure.node(one.by_handing ? StepField::hands_to : StepField::agency, one.step);
    };
    Decision all = decided(Truth::holds);
    for (const Filler& one : ones)
        for (const Filler& other : others) {
            if (one.agency.state == State::none || other.agency.state == State::none) continue;
            if (one.step == other.step && !one.by_handing && !other.by_handing) continue;  // it has one role
            const bool known = one.agency.exact() && other.agency.exact();
            if (known && one.agency.low != other.agency.low) {
                if (one.certain && other.certain) add(all, {Truth::holds, {agency(one), agency(other)}});
                continue;
            }
            if (known && one.certain && other.certain) {
                add(all, {Truth::fails, {agency(one), agency(other)}});
                continue;
            }
            Decision open{Truth::unknown, {}};
            for (const Filler* filler : {&one, &other}) {
                if (!filler->certain) open.nodes.push_back(procedure.node(StepField::role, filler->step));
                if (!filler->agency.exact()) open.nodes.push_back(agency(*filler));
            }
            add(all, std::move(open));
        }
    // Whoever fills them differs. A role that only steps without one may be taken in is perhaps filled by nobody.
    for (const std::vector<Filler>* role : {&ones, &others}) {
        if (std::any_of(role->begin(), role->end(),
                        [](const Filler& one) { return one.certain && one.agency.state != State::none; }))
            continue;
        for (const Filler& one : *role)
            if (one.agency.state != State::none)
                add(all, {Truth::unknown, {procedure.node(StepField::role, one.step)}});
    }
    return for_all(procedure, std::move(all));
}

}  // namespace brecha::assess::procedures
