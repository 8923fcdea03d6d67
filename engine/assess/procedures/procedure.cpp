#include "assess/procedures/procedure.hpp"

#include "kernels/arithmetic.hpp"

namespace brecha::assess::procedures {

using kernels::Time;

namespace {

constexpr std::size_t greatest_case_count = 8;
constexpr Time boundless = Time(1) << 80;

/// `none`: what it is where the plan says that there is no such bound.
kernels::StatedBound bound(const Ranged<std::int64_t>& length, DurationKind unit, Time none) {
    if (length.state == State::none) return {true, none, none};
    if (!length.known()) return {};
    return {true, in_unit(length.low, unit).first, in_unit(length.high, unit).second};
}

}  // namespace

std::pair<Time, Time> in_unit(std::int64_t length, DurationKind unit) {
    if (length == plans::integer_greatest) return {boundless, boundless};
    if (length == plans::integer_least) return {0, 0};
    const Time amount = model::duration_amount(length);
    const DurationKind kind = model::duration_kind(length);
    if (amount == 0 || kind == unit) return {amount, amount};
    if (unit == DurationKind::exact && kind == DurationKind::calendar)
        return model::seconds_of_months(model::duration_amount(length));
    return {0, boundless};
}

// --- reading

Procedure::Procedure(const Run& of, std::int32_t instruction, const std::vector<std::int64_t>& names, std::uint32_t at)
    : run(of), inputs(of.instruction(instruction).inputs),
      protocol(of.ruleset().protocols[static_cast<std::size_t>(of.instruction(instruction).index)]), row(at) {
    read_steps(names);
}

Ranged<std::int64_t> Procedure::value(StepField field, std::uint32_t of) const {
    const std::int32_t id = inputs.field(field);
    if (id < 0) return {};
    return kernels::Input<std::int64_t>(run.columns[id])[of];
}

/// The elements of one of a step's lists. `open`: what keeps it from being known whole.
template <typename See>
void Procedure::elements(StepField field, std::uint32_t of, std::vector<Node>& open, const See& see) const {
    const std::int32_t id = inputs.field(field);
    if (id < 0) {
        open.push_back(steps_node());
        return;
    }
    const kernels::List& list = run.lists[id];
    const std::int32_t column = run.instruction(id).elements;
    const kernels::Input<std::int64_t> values(run.columns[column]);
    for (std::uint32_t i = list.begin[of]; i < list.end[of]; ++i) {
        const auto one = values[i];
        if (one.exact()) see(one.low);
        else if (one.state != State::none) open.push_back({column, i, false});
    }
    if (run.may_have_more(id, of)) open.push_back({id, of, true});
}

void Procedure::read_steps(const std::vector<std::int64_t>& names) {
    const std::int32_t id = inputs.steps();
    const kernels::List& list = run.lists[id];
    may_have_more = run.may_have_more(id, row);
    const kernels::Input<std::int64_t> items(run.columns[run.instruction(id).elements]);
    std::map<std::int64_t, std::uint32_t> numbers;  // of the plan's items
    const std::size_t members = protocol.members.size(), roles = protocol.roles.size();
    case_count = protocol.cases.size();
    std::map<std::int64_t, std::size_t> cases;
    for (std::size_t i = 0; i < case_count; ++i) cases.emplace(names[members + roles + i], i);
    for (std::uint32_t at = list.begin[row]; at < list.end[row]; ++at) {
        numbers.emplace(items[at].low, static_cast<std::uint32_t>(steps.size()));
        PlannedStep& step = steps.emplace_back();
        step.row = at;
        step.does.assign(members, false);
        std::vector<Node> open;
        bool anything = false, event = false;
        elements(StepField::does, at, open, [&](std::int64_t word) {
            for (std::size_t i = 0; i < members; ++i)
                if (names[i] == word) {
                    step.does[i] = true;
                    (protocol.members[i].event ? event : anything) = true;
                }
        });
        step.may_do_others = !open.empty();
        step.only_events = event && !anything;
        open.clear();
        elements(StepField::only_in, at, open, [&](std::int64_t word) {
            const auto [one, fresh] = cases.try_emplace(word, case_count);
            if (fresh) ++case_count;
            if (one->second < 32) step.cases |= 1u << one->second;
            step.in_every_case = false;
        });
        step.said_role = value(StepField::role, at);
        if (step.said_role.exact()) {
            step.role = -2;
            for (std::size_t i = 0; i < roles; ++i)
                if (names[members + i] == step.said_role.low) step.role = static_cast<std::int64_t>(i);
        }
        step.agency = value(StepField::agency, at);
        step.hands_to = value(StepField::hands_to, at);
        step.during = value(StepField::during, at);
        step.wait = value(StepField::waits_at_most, at);
        step.least = value(StepField::takes_at_least, at);
        step.most = value(StepField::takes_at_most, at);
        step.every = value(StepField::repeats_every, at);
        step.began_on = value(StepField::began_on, at);
        step.ended_on = value(StepField::ended_on, at);
        step.began_at = value(StepField::began_at, at);
        step.ended_at = value(StepField::ended_at, at);
        is_record = is_record || step.is_dated();
    }
    cases_known = case_count <= greatest_case_count;
    for (PlannedStep& step : steps) {
        elements(StepField::after, step.row, step.open_after, [&](std::int64_t item) {
            // One of another procedure waits for nothing here.
            if (const auto found = numbers.find(item); found != numbers.end()) step.after.push_back(found->second);
        });
        if (step.during.exact()) {
            const auto found = numbers.find(step.during.low);
            step.during.low = step.during.high = found == numbers.end() ? -1 : found->second;
        }
    }
}

// --- runs

Steps Procedure::in_run(std::uint32_t cases) const {
    Steps found;
    for (std::uint32_t i = 0; i < steps.size(); ++i)
        if (is_in(steps[i], cases)) found.push_back(i);
    return found;
}

Steps Procedure::doers(std::int32_t member, std::uint32_t cases) const {
    Steps found;
    for (const std::uint32_t i : in_run(cases))
        if (steps[i].does[static_cast<std::size_t>(member)]) found.push_back(i);
    return found;
}

const kernels::Network& Procedure::network(std::uint32_t cases, DurationKind unit) const {
    const auto known = networks_.find({cases, unit});
    if (known != networks_.end()) return known->second;
    std::vector<kernels::NetworkStep> made(steps.size());
    for (const std::uint32_t i : in_run(cases)) {
        const PlannedStep& step = steps[i];
        for (const std::uint32_t other : step.after)
            if (is_in(steps[other], cases)) made[i].after.push_back(other);
        made[i].wait = bound(step.wait, unit, boundless);
        if (step.only_events) made[i].least = made[i].most = {true, 0, 0};
        else {
            made[i].least = bound(step.least, unit, 0);
            made[i].most = bound(step.most, unit, boundless);
        }
    }
    return networks_.emplace(std::pair(cases, unit), kernels::Network(std::move(made))).first->second;
}

// --- places

Ranged<std::int64_t> Procedure::span(std::int32_t instruction) const {
    return instruction < 0 ? Ranged<std::int64_t>{} : kernels::Input<std::int64_t>(run.columns[instruction])[row];
}

Node Procedure::span_node(std::int32_t instruction) const {
    return {instruction, run.columns[instruction].rows == 1 ? 0 : row, false};
}

Node Procedure::node(StepField field, std::uint32_t step) const {
    const std::int32_t id = inputs.field(field);
    if (id < 0) return steps_node();
    return {id, steps[step].row, run.instruction(id).is_list()};
}

std::vector<Node> Procedure::nodes_of(const Steps& of, StepField field) const {
    std::vector<Node> nodes;
    for (const std::uint32_t step : of) nodes.push_back(node(field, step));
    return nodes;
}

}  // namespace brecha::assess::procedures
