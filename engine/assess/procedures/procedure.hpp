// A plan's procedure, as far as a protocol reads it: its steps, and which of them are in a run.
#pragma once

#include "assess/procedures/decision.hpp"
#include "assess/run_state.hpp"
#include "kernels/network.hpp"
#include "model/protocol.hpp"

#include <map>
#include <utility>

namespace brecha::assess::procedures {

using kernels::Ranged;
using kernels::State;
using model::DurationKind;
using model::ProtocolMember;
using model::ProtocolPart;
using model::StepField;

using Steps = std::vector<std::uint32_t>;  // Procedure::steps

/// A step of the procedure.
struct PlannedStep {
    std::uint32_t row = 0;         // of the frame of the steps
    std::vector<bool> does;        // by member
    bool may_do_others = false;    // what else it does is not known
    bool only_events = false;      // it takes no time
    std::uint32_t cases = 0;       // in which it is …
    bool in_every_case = true;     // … or it is in all
    Steps after;                   // of this procedure
    std::vector<Node> open_after;  // what keeps its `after` from being known whole
    std::int64_t role = -1;        // of the protocol; -2: another
    Ranged<std::int64_t> said_role, agency, hands_to, during;
    Ranged<std::int64_t> wait, least, most, every;  // durations
    Ranged<std::int64_t> began_on, ended_on, began_at, ended_at;

    bool is_dated() const { return began_on.known() || ended_on.known() || began_at.known() || ended_at.known(); }
    bool may_have_role() const { return role == -1 && said_role.state != State::none; }
};

struct Procedure {
    /// Reads the procedure at a row of the instruction's frame. `names`: the numbers in the plan's texts of the
    /// protocol's members, roles and cases.
    Procedure(const Run& of, std::int32_t instruction, const std::vector<std::int64_t>& names, std::uint32_t at);

    const Run& run;
    const program::Procedure inputs;
    const model::Protocol& protocol;
    const std::uint32_t row;
    std::vector<PlannedStep> steps;
    bool may_have_more = false;  // steps that are not given
    bool is_record = false;      // one of them has a date
    std::size_t case_count = 0;  // of the protocol, and others that its steps name
    bool cases_known = true;     // they are few enough to be gone through

    // A run is a set of cases, a bit each. What is asked of all steps of a record is asked of run 0.

    std::uint32_t run_count() const { return 1u << case_count; }
    bool is_in(const PlannedStep& step, std::uint32_t cases) const {
        return is_record || step.in_every_case || (step.cases & cases) != 0;
    }
    Steps in_run(std::uint32_t cases) const;
    /// Those of a run that do it.
    Steps doers(std::int32_t member, std::uint32_t cases) const;
    /// How a run can go, lengths in a unit; made once.
    const kernels::Network& network(std::uint32_t cases, DurationKind unit) const;
    /// Order alone.
    const kernels::Network& order(std::uint32_t cases) const { return network(cases, DurationKind::exact); }

    const ProtocolMember& member(std::int32_t index) const { return protocol.members[static_cast<std::size_t>(index)]; }
    /// The instructions that a part's spans of time are; -1: it has none.
    std::int32_t from(const ProtocolPart& part) const { return inputs.from(index_of(part)); }
    std::int32_t to(const ProtocolPart& part) const { return inputs.to(index_of(part)); }
    Ranged<std::int64_t> span(std::int32_t instruction) const;
    Node span_node(std::int32_t instruction) const;

    /// Places in the plan. A field that the vocabulary lacks could only be in steps of another kind.
    Node steps_node() const { return {inputs.steps(), row, true}; }
    Node node(StepField field, std::uint32_t step) const;
    std::vector<Node> nodes_of(const Steps& of, StepField field) const;

private:
    mutable std::map<std::pair<std::uint32_t, DurationKind>, kernels::Network> networks_;

    std::size_t index_of(const ProtocolPart& part) const {
        return static_cast<std::size_t>(&part - protocol.parts.data());
    }
    void read_steps(const std::vector<std::int64_t>& names);
    Ranged<std::int64_t> value(StepField field, std::uint32_t of) const;
    template <typename See>
    void elements(StepField field, std::uint32_t of, std::vector<Node>& open, const See& see) const;
};

/// The least and the most that a duration is in seconds, months or working days. What does not compare can be
/// anything.
std::pair<kernels::Time, kernels::Time> in_unit(std::int64_t length, DurationKind unit);

}  // namespace brecha::assess::procedures
