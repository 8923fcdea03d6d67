#include "assess/procedures/parts.hpp"

#include "assess/procedures/lengths.hpp"
#include "assess/procedures/order.hpp"
#include "assess/procedures/presence.hpp"
#include "assess/procedures/records.hpp"
#include "assess/procedures/roles.hpp"

namespace brecha::assess::procedures {

using model::PartKind;

namespace {

bool asks_time(PartKind kind) {
    switch (kind) {
        case PartKind::after:
        case PartKind::within:
        case PartKind::at_least:
        case PartKind::before:
        case PartKind::lasts:
        case PartKind::during:
        case PartKind::limit:
        case PartKind::never: return true;
        default: return false;
    }
}

bool is_owed(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases) {
    const auto holds = [&](std::int32_t in_case) { return in_case < 0 || (cases >> in_case & 1) != 0; };
    return holds(part.in_case) && (part.of < 0 || holds(procedure.member(part.of).in_case));
}

Decision in_run(const Procedure& procedure, const ProtocolPart& part, std::uint32_t cases) {
    if (part.kind == PartKind::never) return never(procedure, part, cases);
    if (part.kind == PartKind::there) {
        Decision own = there(procedure, part.of, cases);
        // In a record what is in a case is bound where it is there.
        const bool free = procedure.is_record && procedure.member(part.of).in_case >= 0;
        return own.truth == Truth::fails && free ? decided(Truth::not_owed) : own;
    }
    if (std::optional<Decision> lacking = lacks(procedure, part, cases)) return *std::move(lacking);
    const Steps steps = procedure.doers(part.of, cases);
    switch (part.kind) {
        case PartKind::by: return by(procedure, part, steps);
        case PartKind::to: return to(procedure, part, steps, cases);
        case PartKind::every: return every(procedure, part, steps);
        case PartKind::during: return during(procedure, part, steps, cases);
        case PartKind::after: return after(procedure, part, steps, cases);
        case PartKind::before: return before(procedure, part, steps, cases);
        case PartKind::within: return within(procedure, part, steps, cases);
        case PartKind::at_least: return at_least(procedure, part, steps, cases);
        case PartKind::lasts: return lasts(procedure, part, steps, cases);
        case PartKind::limit: return limit(procedure, part, steps, cases);
        default: return decided(Truth::not_owed);
    }
}

/// `runs`: what the part of that kind comes to.
Decision over_runs(const Procedure& procedure, const ProtocolPart& part, const Decision& runs) {
    if (part.kind == PartKind::runs) return runs;
    if (part.kind == PartKind::separate) return separate(procedure, part);
    if (procedure.is_record && asks_time(part.kind)) return recorded(procedure, part);
    if (!procedure.cases_known) {
        Decision open{Truth::unknown, {}, plans::Why::not_computable};
        for (std::uint32_t i = 0; i < procedure.steps.size(); ++i)
            open.nodes.push_back(procedure.node(StepField::only_in, i));
        return open;
    }
    Decision all = decided(Truth::not_owed);
    if (asks_time(part.kind) && part.kind != PartKind::during && runs.truth == Truth::fails) return all;
    for (std::uint32_t cases = 0; cases < procedure.run_count(); ++cases) {
        if (!is_owed(procedure, part, cases)) continue;
        Decision one = in_run(procedure, part, cases);
        add(all, part.kind == PartKind::there ? std::move(one) : for_all(procedure, std::move(one)));
    }
    return all;
}

}  // namespace

std::vector<Decision> decide(const Procedure& procedure) {
    const Decision runs = can_be_carried_out(procedure);
    std::vector<Decision> all;
    for (const ProtocolPart& part : procedure.protocol.parts) all.push_back(over_runs(procedure, part, runs));
    return all;
}

}  // namespace brecha::assess::procedures
