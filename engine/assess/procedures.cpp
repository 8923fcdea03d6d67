#include "assess/procedures.hpp"

#include "assess/trace_places.hpp"
#include "kernels/arithmetic.hpp"
#include "kernels/network.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace brecha::assess {

using kernels::LengthBound;
using kernels::Network;
using kernels::Ranged;
using kernels::State;
using kernels::StepEvent;
using kernels::Time;
using model::DurationKind;
using model::PartKind;
using model::ProtocolMember;
using model::ProtocolPart;
using model::StepField;

namespace {

constexpr std::size_t greatest_case_count = 8;
constexpr Time boundless = Time(1) << 80;
constexpr std::int64_t seconds_of_a_day = 86'400;

/// What a part comes to, and what that turns on.
struct Decision {
    Truth truth = Truth::unknown;
    std::vector<Node> nodes = {};
    std::optional<plans::Why> known_but = {};  // what is there, and does not decide
    std::optional<std::string> due = {};
};

Decision decided(Truth truth) { return {truth}; }

/// Over the runs: one that fails decides; else one that is open; else one that holds; else nothing is owed.
void add(Decision& all, Decision one) {
    const auto rank = [](Truth truth) {
        return truth == Truth::fails ? 3 : truth == Truth::unknown ? 2 : truth == Truth::holds ? 1 : 0;
    };
    if (rank(one.truth) > rank(all.truth)) {
        all = std::move(one);
        return;
    }
    if (one.truth != all.truth) return;
    for (const Node& node : one.nodes)
        if (std::find(all.nodes.begin(), all.nodes.end(), node) == all.nodes.end()) all.nodes.push_back(node);
    if (!all.known_but) all.known_but = one.known_but;
    if (!all.due) all.due = std::move(one.due);
}

using Steps = std::vector<std::uint32_t>;

/// A step of the plan's procedure, as far as the protocol reads it.
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
};

/// When a step of a record began or ended.
struct Moment {
    Ranged<std::int64_t> day;                 // its bounds; silent: not stated
    std::optional<std::int64_t> second = {};  // where it is known to the second
    bool has_offset = false;
    Node place = {};
};

class Procedure {
public:
    Procedure(const Run& run, std::int32_t id, const std::vector<std::int64_t>& names, std::uint32_t row)
        : run_(run), made_(run.instruction(id)), inputs_(made_.inputs),
          protocol_(run.ruleset().protocols[static_cast<std::size_t>(made_.index)]), row_(row) {
        read(names);
    }

    Decision part(std::size_t index) const {
        const ProtocolPart& part = protocol_.parts[index];
        if (is_record_ && part.kind != PartKind::there && asks_time(part.kind)) return recorded(part, index);
        switch (part.kind) {
            case PartKind::runs: return can_be_carried_out();
            case PartKind::separate: return separate(part);
            default: break;
        }
        if (!cases_known_)
            return {Truth::unknown, nodes_of(all_steps(), StepField::only_in), plans::Why::not_computable};
        Decision all = decided(Truth::not_owed);
        if (asks_time(part.kind) && part.kind != PartKind::during && can_be_carried_out().truth == Truth::fails)
            return all;
        for (std::uint32_t cases = 0; cases < run_count(); ++cases)
            if (is_owed(part, cases)) add(all, in_run(part, index, cases));
        return all;
    }

private:
    const Run& run_;
    const program::Instruction& made_;
    const program::Procedure inputs_;
    const model::Protocol& protocol_;
    const std::uint32_t row_;  // of the procedure's frame
    std::vector<PlannedStep> steps_;
    bool may_have_more_ = false;  // steps that are not given
    bool is_record_ = false;
    bool cases_known_ = true;
    std::size_t case_count_ = 0;  // of the protocol, and others that its steps name
    mutable std::map<std::pair<std::uint32_t, int>, Network> networks_;

    // --- reading

    std::uint32_t count() const { return static_cast<std::uint32_t>(steps_.size()); }
    Steps all_steps() const {
        Steps all;
        for (std::uint32_t i = 0; i < count(); ++i) all.push_back(i);
        return all;
    }

    Ranged<std::int64_t> value(StepField field, std::uint32_t row) const {
        const std::int32_t id = inputs_.field(field);
        if (id < 0) return {};
        return kernels::Input<std::int64_t>(run_.columns[id])[row];
    }

    /// The elements of one of a step's lists. `open`: what keeps it from being known whole.
    template <typename See>
    void elements(StepField field, std::uint32_t row, std::vector<Node>& open, const See& see) const {
        const std::int32_t id = inputs_.field(field);
        if (id < 0) {
            open.push_back(steps_node());
            return;
        }
        const kernels::List& list = run_.lists[id];
        const std::int32_t column = run_.instruction(id).elements;
        const kernels::Input<std::int64_t> values(run_.columns[column]);
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            const auto one = values[i];
            if (one.exact()) see(one.low);
            else if (one.state != State::none) open.push_back({column, i, false});
        }
        if (run_.may_have_more(id, row)) open.push_back({id, row, true});
    }
    bool is_absent(StepField field, std::uint32_t row) const {
        const std::int32_t id = inputs_.field(field);
        return id < 0 || (plans::bit(run_.lists[id].absent, row) && !plans::bit(run_.lists[id].none, row));
    }

    void read(const std::vector<std::int64_t>& names) {
        const std::int32_t id = inputs_.steps();
        const kernels::List& list = run_.lists[id];
        may_have_more_ = run_.may_have_more(id, row_);
        const kernels::Input<std::int64_t> items(run_.columns[run_.instruction(id).elements]);
        std::map<std::int64_t, std::uint32_t> numbers;  // of the plan's items
        const std::size_t members = protocol_.members.size(), roles = protocol_.roles.size();
        case_count_ = protocol_.cases.size();
        std::map<std::int64_t, std::size_t> cases;
        for (std::size_t i = 0; i < case_count_; ++i) cases.emplace(names[members + roles + i], i);
        for (std::uint32_t row = list.begin[row_]; row < list.end[row_]; ++row) {
            numbers.emplace(items[row].low, count());
            PlannedStep& step = steps_.emplace_back();
            step.row = row;
            step.does.assign(members, false);
            std::vector<Node> open;
            bool anything = false, event = false;
            elements(StepField::does, row, open, [&](std::int64_t word) {
                for (std::size_t i = 0; i < members; ++i)
                    if (names[i] == word) {
                        step.does[i] = true;
                        (protocol_.members[i].event ? event : anything) = true;
                    }
            });
            step.may_do_others = !open.empty();
            step.only_events = event && !anything;
            open.clear();
            elements(StepField::only_in, row, open, [&](std::int64_t word) {
                const auto [one, fresh] = cases.try_emplace(word, case_count_);
                if (fresh) ++case_count_;
                if (one->second < 32) step.cases |= 1u << one->second;
                step.in_every_case = false;
            });
            step.said_role = value(StepField::role, row);
            if (step.said_role.exact()) {
                step.role = -2;
                for (std::size_t i = 0; i < roles; ++i)
                    if (names[members + i] == step.said_role.low) step.role = static_cast<std::int64_t>(i);
            }
            step.agency = value(StepField::agency, row);
            step.hands_to = value(StepField::hands_to, row);
            step.during = value(StepField::during, row);
            step.wait = value(StepField::waits_at_most, row);
            step.least = value(StepField::takes_at_least, row);
            step.most = value(StepField::takes_at_most, row);
            step.every = value(StepField::repeats_every, row);
            step.began_on = value(StepField::began_on, row);
            step.ended_on = value(StepField::ended_on, row);
            step.began_at = value(StepField::began_at, row);
            step.ended_at = value(StepField::ended_at, row);
            is_record_ = is_record_ || is_dated(step);
        }
        cases_known_ = case_count_ <= greatest_case_count;
        for (PlannedStep& step : steps_) {
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

    static bool is_dated(const PlannedStep& step) {
        return step.began_on.known() || step.ended_on.known() || step.began_at.known() || step.ended_at.known();
    }

    // --- places

    Node steps_node() const { return {inputs_.steps(), row_, true}; }
    Node node(StepField field, std::uint32_t step) const {
        const std::int32_t id = inputs_.field(field);
        if (id < 0) return steps_node();
        return {id, steps_[step].row, run_.instruction(id).is_list()};
    }
    std::vector<Node> nodes_of(const Steps& steps, StepField field) const {
        std::vector<Node> nodes;
        for (const std::uint32_t step : steps) nodes.push_back(node(field, step));
        return nodes;
    }

    // --- runs

    std::uint32_t run_count() const { return 1u << case_count_; }
    static bool holds_in(std::int32_t in_case, std::uint32_t cases) {
        return in_case < 0 || (cases >> in_case & 1) != 0;
    }
    /// In a record what is in a case, or optional, is bound where it is there.
    bool is_owed(const ProtocolPart& part, std::uint32_t cases) const {
        return holds_in(part.in_case, cases) &&
               (part.of < 0 || holds_in(protocol_.members[static_cast<std::size_t>(part.of)].in_case, cases));
    }
    bool is_in(const PlannedStep& step, std::uint32_t cases) const {
        return step.in_every_case || (step.cases & cases) != 0;
    }
    Steps in_run(std::uint32_t cases) const {
        Steps found;
        for (std::uint32_t i = 0; i < count(); ++i)
            if (is_record_ || is_in(steps_[i], cases)) found.push_back(i);
        return found;
    }

    /// The network of a run, its lengths in a unit.
    const Network& network(std::uint32_t cases, DurationKind unit) const {
        const auto known = networks_.find({cases, static_cast<int>(unit)});
        if (known != networks_.end()) return known->second;
        std::vector<kernels::NetworkStep> made(count());
        for (const std::uint32_t i : in_run(cases)) {
            const PlannedStep& step = steps_[i];
            for (const std::uint32_t other : step.after)
                if (is_in(steps_[other], cases)) made[i].after.push_back(other);
            made[i].wait = bound(step.wait, unit, boundless);
            if (step.only_events) made[i].least = made[i].most = {true, 0, 0};
            else {
                made[i].least = bound(step.least, unit, 0);
                made[i].most = bound(step.most, unit, boundless);
            }
        }
        return networks_.emplace(std::pair(cases, static_cast<int>(unit)), Network(std::move(made))).first->second;
    }
    /// Order alone.
    const Network& order(std::uint32_t cases) const { return network(cases, DurationKind::exact); }

    /// `none`: what it is where the plan says that there is no such bound.
    static kernels::StatedBound bound(const Ranged<std::int64_t>& length, DurationKind unit, Time none) {
        if (length.state == State::none) return {true, none, none};
        if (!length.known()) return {};
        return {true, in_unit(length.low, unit).first, in_unit(length.high, unit).second};
    }
    /// The least and the most that a duration is in seconds, months or working days. What does not compare can be
    /// anything.
    static std::pair<Time, Time> in_unit(std::int64_t length, DurationKind unit) {
        if (length == plans::integer_greatest) return {boundless, boundless};
        if (length == plans::integer_least) return {0, 0};
        const Time amount = model::duration_amount(length);
        const DurationKind kind = model::duration_kind(length);
        if (amount == 0 || kind == unit) return {amount, amount};
        if (unit == DurationKind::exact && kind == DurationKind::calendar)
            return model::seconds_of_months(model::duration_amount(length));
        return {0, boundless};
    }

    // --- who does what

    Steps doers(std::int32_t member, std::uint32_t cases) const {
        Steps found;
        for (const std::uint32_t i : in_run(cases))
            if (steps_[i].does[static_cast<std::size_t>(member)]) found.push_back(i);
        return found;
    }

    /// Does a step of the run do it?
    Decision there(std::int32_t member, std::uint32_t cases) const {
        const Steps found = doers(member, cases);
        if (!found.empty()) return {Truth::holds, nodes_of(found, StepField::does)};
        const auto of = static_cast<std::size_t>(member);
        if (protocol_.members[of].event &&  // nobody has to say so
            std::none_of(steps_.begin(), steps_.end(), [&](const PlannedStep& step) { return step.does[of]; }))
            return {Truth::unknown, {steps_node()}, plans::Why::not_stated};
        Steps silent;
        for (const std::uint32_t i : in_run(cases))
            if (steps_[i].may_do_others) silent.push_back(i);
        Decision open{Truth::unknown, nodes_of(silent, StepField::does)};
        if (may_have_more_) open.nodes.push_back(steps_node());
        if (!open.nodes.empty()) return open;
        Decision none{Truth::fails, nodes_of(in_run(cases), StepField::does)};
        none.nodes.push_back(steps_node());
        return none;
    }

    /// The first of them that keeps a part from being looked at: not there, or not known to be.
    std::optional<Decision> lacks(std::initializer_list<std::int32_t> members, std::uint32_t cases) const {
        std::optional<Decision> open;
        for (const std::int32_t member : members) {
            Decision one = there(member, cases);
            if (one.truth == Truth::fails) return decided(Truth::not_owed);
            if (one.truth != Truth::unknown) continue;
            if (open) add(*open, std::move(one));
            else open = std::move(one);
        }
        return open;
    }

    /// Of what holds for all steps that are given, where there may be more.
    Decision for_all(Decision one) const {
        if (one.truth == Truth::holds && may_have_more_) return {Truth::unknown, {steps_node()}};
        return one;
    }

    // --- a part in a run

    static bool asks_time(PartKind kind) {
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

    Decision in_run(const ProtocolPart& part, std::size_t index, std::uint32_t cases) const {
        if (part.kind == PartKind::there) {
            const ProtocolMember& member = protocol_.members[static_cast<std::size_t>(part.of)];
            Decision one = there(part.of, cases);
            if (one.truth == Truth::fails && is_record_ && member.in_case >= 0) return decided(Truth::not_owed);
            return one;
        }
        if (part.kind == PartKind::never) return never(part, cases);
        if (const auto lacking = lacks({part.of}, cases)) return *lacking;
        const Steps own = doers(part.of, cases);
        switch (part.kind) {
            case PartKind::by: return for_all(by(part, own));
            case PartKind::to: return for_all(to(part, own, cases));
            case PartKind::every: return for_all(every(index, own));
            case PartKind::during: return for_all(during(part, own, cases));
            case PartKind::after: return for_all(after(part, own, cases));
            case PartKind::before: {
                if (const auto lacking = lacks({part.others[0]}, cases)) return *lacking;
                return for_all(in_order(doers(part.others[0], cases), own, cases));
            }
            case PartKind::within: {
                Steps others;
                std::optional<Decision> open;
                for (const std::int32_t other : part.others) {
                    Decision one = there(other, cases);
                    if (one.truth == Truth::unknown) {
                        if (open) add(*open, std::move(one));
                        else open = std::move(one);
                    }
                    for (const std::uint32_t step : doers(other, cases)) others.push_back(step);
                }
                if (open) return *open;
                if (others.empty()) return decided(Truth::not_owed);
                std::vector<StepEvent> earlier;
                for (const std::uint32_t step : others) earlier.push_back({step, true});
                Decision all = decided(Truth::not_owed);
                for (const std::uint32_t step : own)
                    add(all, at_most({step, true}, earlier, inputs_.to(index), false, cases));
                // A further step could be the latest of those before.
                if (all.truth == Truth::fails && may_have_more_) return {Truth::unknown, {steps_node()}};
                return for_all(std::move(all));
            }
            case PartKind::at_least: {
                if (const auto lacking = lacks({part.others[0]}, cases)) return *lacking;
                const Steps others = doers(part.others[0], cases);
                Decision all = decided(Truth::not_owed);
                for (const std::uint32_t one : own)
                    for (const std::uint32_t other : others) {
                        const std::uint32_t first = part.before ? one : other, then = part.before ? other : one;
                        const std::vector<StepEvent> earlier = {{then, false}};
                        add(all, at_most({first, true}, earlier, inputs_.from(index), true, cases));
                    }
                return for_all(std::move(all));
            }
            case PartKind::lasts: {
                Decision all = longest(own, own, inputs_.to(index), cases);
                add(all, shortest(own, own, inputs_.from(index), cases));
                return for_all(std::move(all));
            }
            case PartKind::limit: {
                if (const auto lacking = lacks({part.others[0]}, cases)) return *lacking;
                const Steps others = doers(part.others[0], cases);
                if (inputs_.to(index) >= 0) return for_all(longest(own, others, inputs_.to(index), cases));
                Decision one = shortest(own, others, inputs_.from(index), cases);
                if (one.truth == Truth::fails && may_have_more_) return {Truth::unknown, {steps_node()}};
                return for_all(std::move(one));
            }
            default: return decided(Truth::not_owed);
        }
    }

    /// In the role, by an agency.
    Decision by(const ProtocolPart& part, const Steps& own) const {
        const ProtocolMember& member = protocol_.members[static_cast<std::size_t>(part.of)];
        Decision all = decided(Truth::not_owed);
        for (const std::uint32_t i : own) {
            const PlannedStep& step = steps_[i];
            const bool in_role =
                std::find(member.by.begin(), member.by.end(), static_cast<std::int32_t>(step.role)) != member.by.end();
            Decision role{in_role                               ? Truth::holds
                          : step.role != -1                     ? Truth::fails
                          : step.said_role.state == State::none ? Truth::fails
                                                                : Truth::unknown,
                          {node(StepField::role, i)}};
            Decision agency{step.agency.exact()                ? Truth::holds
                            : step.agency.state == State::none ? Truth::fails
                                                               : Truth::unknown,
                            {node(StepField::agency, i)}};
            add(all, std::move(role));
            add(all, std::move(agency));
        }
        if (member.by_any || all.truth == Truth::fails) return all;
        // Jointly: a step in each.
        for (const std::int32_t role : member.by) {
            const bool taken =
                std::any_of(own.begin(), own.end(), [&](std::uint32_t i) { return steps_[i].role == role; });
            if (taken) continue;
            Steps silent;
            for (const std::uint32_t i : own)
                if (steps_[i].role == -1 && steps_[i].said_role.state != State::none) silent.push_back(i);
            if (silent.empty() && may_have_more_) add(all, {Truth::unknown, {steps_node()}});
            else if (silent.empty()) add(all, {Truth::fails, nodes_of(own, StepField::role)});
            else add(all, {Truth::unknown, nodes_of(silent, StepField::role)});
        }
        return all;
    }

    bool role_has_steps(std::int32_t role) const {
        return std::any_of(protocol_.members.begin(), protocol_.members.end(), [&](const ProtocolMember& member) {
            return std::find(member.by.begin(), member.by.end(), role) != member.by.end();
        });
    }

    /// It hands over to who fills the role.
    Decision to(const ProtocolPart& part, const Steps& own, std::uint32_t cases) const {
        const std::int32_t role = protocol_.members[static_cast<std::size_t>(part.of)].to;
        Decision all = decided(Truth::not_owed);
        for (const std::uint32_t i : own) {
            const Ranged<std::int64_t>& named = steps_[i].hands_to;
            if (!named.exact()) {
                add(all, {named.state == State::none ? Truth::fails : Truth::unknown, {node(StepField::hands_to, i)}});
                continue;
            }
            if (!role_has_steps(role)) {  // who is named fills it
                add(all, {Truth::holds, {node(StepField::hands_to, i)}});
                continue;
            }
            Decision one{Truth::fails, {node(StepField::hands_to, i)}};
            std::vector<Node> open;
            for (const std::uint32_t other : in_run(cases)) {
                const PlannedStep& step = steps_[other];
                const bool in_role = step.role == role,
                           perhaps = step.role == -1 && step.said_role.state != State::none;
                if (in_role && step.agency.exact() && step.agency.low == named.low) one.truth = Truth::holds;
                const bool same = step.agency.exact() && step.agency.low == named.low;
                const bool agency_open = !step.agency.exact() && step.agency.state != State::none;
                if (perhaps && (same || agency_open)) open.push_back(node(StepField::role, other));
                if (agency_open && (in_role || perhaps)) open.push_back(node(StepField::agency, other));
                if (in_role) one.nodes.push_back(node(StepField::agency, other));
            }
            if (one.truth == Truth::fails && (!open.empty() || may_have_more_)) {
                one.truth = Truth::unknown;
                one.nodes = std::move(open);
                if (one.nodes.empty()) one.nodes.push_back(steps_node());
            }
            add(all, std::move(one));
        }
        return all;
    }

    Ranged<std::int64_t> span(std::int32_t id) const {
        return id < 0 ? Ranged<std::int64_t>{} : kernels::Input<std::int64_t>(run_.columns[id])[row_];
    }
    Node span_node(std::int32_t id) const { return {id, run_.columns[id].rows == 1 ? 0 : row_, false}; }

    Decision every(std::size_t index, const Steps& own) const {
        const std::int32_t id = inputs_.to(index);
        const auto limit = span(id);
        Decision all = decided(Truth::not_owed);
        for (const std::uint32_t i : own) {
            const auto& often = steps_[i].every;
            Decision one{Truth::unknown, {node(StepField::repeats_every, i)}};
            if (often.state == State::none) one.truth = Truth::fails;
            else if (often.known() && limit.known()) {
                const auto low = model::duration_at_most(often.low, limit.low),
                           high = model::duration_at_most(often.high, limit.low);
                if (low && high && *low == *high) one.truth = *low ? Truth::holds : Truth::fails;
                else if (often.exact()) one.known_but = plans::Why::imprecise;
            } else if (often.known()) one.nodes = {span_node(id)};
            else if (!limit.known()) one.nodes.push_back(span_node(id));
            add(all, std::move(one));
        }
        return all;
    }

    Decision during(const ProtocolPart& part, const Steps& own, std::uint32_t cases) const {
        if (inputs_.field(StepField::during) < 0) return decided(Truth::not_owed);
        if (const auto lacking = lacks({part.others[0]}, cases)) return *lacking;
        const Steps others = doers(part.others[0], cases);
        Decision all = decided(Truth::not_owed);
        for (const std::uint32_t i : own) {
            const auto& inside = steps_[i].during;
            const bool holds = inside.exact() && std::find(others.begin(), others.end(),
                                                           static_cast<std::uint32_t>(inside.low)) != others.end();
            add(all, {holds                                           ? Truth::holds
                      : inside.exact() || inside.state == State::none ? Truth::fails
                                                                      : Truth::unknown,
                      {node(StepField::during, i)}});
        }
        return all;
    }

    // --- order

    /// `after a or b`: one of them is enough.
    Decision after(const ProtocolPart& part, const Steps& own, std::uint32_t cases) const {
        Decision all = decided(Truth::not_owed), open = all;
        for (const std::int32_t other : part.others) {
            Decision one = there(other, cases);
            if (one.truth == Truth::fails) continue;  // a reference to what is not in the run falls away
            if (one.truth == Truth::holds) one = in_order(own, doers(other, cases), cases);
            if (part.any && one.truth == Truth::holds) return one;
            if (part.any && one.truth == Truth::unknown) add(open, one);
            add(all, std::move(one));
        }
        return open.truth == Truth::unknown ? open : all;
    }

    /// Every one of `later` comes after every one of `earlier`, however long anything takes.
    Decision in_order(const Steps& later, const Steps& earlier, std::uint32_t cases) const {
        const Network& order = this->order(cases);
        Decision all = decided(Truth::holds);
        for (const std::uint32_t one : later)
            for (const std::uint32_t other : earlier) {
                if (order.comes_after(one, other)) {
                    add(all, {Truth::holds, {node(StepField::after, one)}});
                    continue;
                }
                std::vector<Node> open;
                for (const std::uint32_t step : in_run(cases)) {
                    if (steps_[step].open_after.empty() || step == other || one == other) continue;
                    if ((step == one || order.comes_after(one, step)) && !order.comes_after(other, step))
                        open.insert(open.end(), steps_[step].open_after.begin(), steps_[step].open_after.end());
                }
                if (open.empty()) add(all, {Truth::fails, {node(StepField::after, one)}});
                else add(all, {Truth::unknown, std::move(open)});
            }
        return all;
    }

    /// Wherever the one is there, the other is, and before it.
    Decision never(const ProtocolPart& part, std::uint32_t cases) const {
        Decision first = there(part.of, cases), other = there(part.others[0], cases);
        if (first.truth == Truth::fails) return {Truth::holds, std::move(first.nodes)};
        if (first.truth == Truth::unknown) return first;
        if (other.truth != Truth::holds) return other;
        return for_all(in_order(doers(part.of, cases), doers(part.others[0], cases), cases));
    }

    Decision can_be_carried_out() const {
        Decision all = decided(Truth::not_owed);
        for (std::uint32_t i = 0; i < count(); ++i) {
            const PlannedStep& step = steps_[i];
            if (!step.least.known() || !step.most.known() || step.only_events) continue;
            const auto fits = model::duration_at_most(step.least.low, step.most.high);
            if (fits && !*fits)
                add(all, {Truth::fails, {node(StepField::takes_at_least, i), node(StepField::takes_at_most, i)}});
        }
        if (is_record_ || !cases_known_) return all;
        for (std::uint32_t cases = 0; cases < run_count(); ++cases) {
            const std::vector<std::uint32_t>& circle = order(cases).circle();
            if (circle.empty()) continue;
            Decision one = decided(Truth::fails);
            for (std::size_t i = 0; i + 1 < circle.size(); ++i)
                one.nodes.push_back(node(StepField::after, circle[circle.size() - 1 - i]));
            add(all, std::move(one));
            break;
        }
        return all;
    }

    // --- how long

    /// From the first beginning of `from` to the last end of `until`.
    Decision longest(const Steps& from, const Steps& until, std::int32_t limit, std::uint32_t cases) const {
        Decision all = decided(Truth::not_owed);
        for (const std::uint32_t first : from)
            for (const std::uint32_t last : until) {
                const std::vector<StepEvent> earlier = {{first, false}};
                add(all, at_most({last, true}, earlier, limit, false, cases));
            }
        return all;
    }
    Decision shortest(const Steps& from, const Steps& until, std::int32_t limit, std::uint32_t cases) const {
        std::vector<StepEvent> ends;
        for (const std::uint32_t one : until) ends.push_back({one, true});
        // One that comes before all others begins first in every run.
        Steps first = from;
        for (const std::uint32_t one : from)
            if (std::all_of(from.begin(), from.end(),
                            [&](std::uint32_t other) { return other == one || order(cases).comes_after(other, one); }))
                first = {one};
        Decision open = decided(Truth::not_owed);
        for (const std::uint32_t one : first) {
            Decision found = at_most({one, false}, ends, limit, true, cases);
            if (found.truth == Truth::holds || first.size() == 1) return found;
            found.truth = Truth::unknown;  // each can be late, but all together?
            found.known_but = plans::Why::not_computable;
            add(open, std::move(found));
        }
        return open;
    }

    /// `later` lies at most the limit after the latest of `earlier`; `before`: at least so long before it.
    Decision at_most(StepEvent later, const std::vector<StepEvent>& earlier, std::int32_t id, bool before,
                     std::uint32_t cases) const {
        const auto limit = span(id);
        if (!limit.known()) return {Truth::unknown, {span_node(id)}};
        const Network& order = this->order(cases);
        const auto leads_to = [&](std::uint32_t step, std::uint32_t event) {
            return step == event || order.comes_after(event, step);
        };
        Steps concerned;
        for (const std::uint32_t step : in_run(cases))
            if (leads_to(step, later.step) || std::any_of(earlier.begin(), earlier.end(), [&](const StepEvent& one) {
                    return leads_to(step, one.step);
                }))
                concerned.push_back(step);
        // Where all that leads to the later event goes through the earlier one, what lies before that delays both
        // alike.
        Steps ordered = concerned;
        if (earlier.size() == 1) {
            const std::uint32_t from = earlier.front().step;
            const auto behind = [&](std::uint32_t step) { return step == from || order.comes_after(step, from); };
            const bool through = std::all_of(concerned.begin(), concerned.end(), [&](std::uint32_t step) {
                return !order.comes_after(step, from) ||
                       std::all_of(steps_[step].after.begin(), steps_[step].after.end(), [&](std::uint32_t other) {
                           return !is_in(steps_[other], cases) || behind(other) || order.comes_after(from, other);
                       });
            });
            if (behind(later.step) && through)
                std::erase_if(ordered, [&](std::uint32_t step) { return !order.comes_after(step, from); });
        }
        std::vector<Node> open;
        for (const std::uint32_t step : ordered)
            open.insert(open.end(), steps_[step].open_after.begin(), steps_[step].open_after.end());
        if (!open.empty()) return {Truth::unknown, std::move(open)};

        const DurationKind unit = unit_of(limit.low, concerned);
        auto [low, high] = in_unit(limit.low, unit);
        if (before) std::tie(low, high) = std::pair(-high, -low);
        const Network& network = this->network(cases, unit);
        const auto distance = network.greatest_distance(later, earlier);
        Decision one;
        if (!distance) {
            one.known_but = plans::Why::not_computable;
            one.nodes = nodes_of(concerned, StepField::after);
            return one;
        }
        if (distance->longest <= low) one.truth = Truth::holds;
        else if (distance->shortest > high) one.truth = Truth::fails;
        if (one.truth == Truth::unknown) one.nodes = nodes_of(network.turning_bounds(later, earlier, low));
        // A bound that is stated, and does not compare with the limit.
        if (std::any_of(one.nodes.begin(), one.nodes.end(), [&](const Node& node) { return !is_open(run_, node); }))
            one.known_but = plans::Why::imprecise;
        if (one.nodes.empty()) {
            one.nodes = nodes_of(
                network.bounds_on_the_way(later, earlier, one.truth == Truth::holds ? distance->longest - 1 : low));
            if (one.truth == Truth::unknown) one.known_but = plans::Why::imprecise;
            if (one.nodes.empty()) one.nodes = nodes_of({later.step}, StepField::does);
        }
        return one;
    }

    std::vector<Node> nodes_of(const std::vector<kernels::BoundOfStep>& bounds) const {
        std::vector<Node> nodes;
        for (const kernels::BoundOfStep& one : bounds)
            nodes.push_back(node(one.bound == LengthBound::wait    ? StepField::waits_at_most
                                 : one.bound == LengthBound::least ? StepField::takes_at_least
                                                                   : StepField::takes_at_most,
                                 one.step));
        return nodes;
    }

    /// What a limit is counted in: its own unit, months only where the steps state months alone.
    DurationKind unit_of(std::int64_t limit, const Steps& concerned) const {
        const DurationKind unit = model::duration_kind(limit);
        if (unit != DurationKind::calendar) return unit;
        for (const std::uint32_t i : concerned)
            for (const auto* length : {&steps_[i].wait, &steps_[i].least, &steps_[i].most})
                if (length->known())
                    for (const std::int64_t end : {length->low, length->high})
                        if (end != plans::integer_greatest && end != plans::integer_least &&
                            model::duration_amount(end) != 0 && model::duration_kind(end) != DurationKind::calendar)
                            return DurationKind::exact;
        return unit;
    }

    // --- roles

    Decision separate(const ProtocolPart& part) const {
        struct Filler {
            std::uint32_t step;
            bool by_handing;  // it is who the step hands over to
            bool certain;     // the role is known
            Ranged<std::int64_t> agency;
        };
        const auto fillers = [&](std::int32_t role) {
            std::vector<Filler> found;
            if (role_has_steps(role)) {
                for (std::uint32_t i = 0; i < count(); ++i)
                    if (steps_[i].role == role) found.push_back({i, false, true, steps_[i].agency});
                    else if (steps_[i].role == -1 && steps_[i].said_role.state != State::none)
                        found.push_back({i, false, false, steps_[i].agency});
                return found;
            }
            for (std::size_t member = 0; member < protocol_.members.size(); ++member)
                if (protocol_.members[member].to == role)
                    for (std::uint32_t i = 0; i < count(); ++i)
                        if (steps_[i].does[member]) found.push_back({i, true, true, steps_[i].hands_to});
            return found;
        };
        const std::vector<Filler> ones = fillers(part.roles[0]), others = fillers(part.roles[1]);
        const auto nobody = [](const std::vector<Filler>& all) {
            return std::none_of(all.begin(), all.end(),
                                [](const Filler& one) { return one.agency.state != State::none; });
        };
        if ((nobody(ones) || nobody(others)) && !may_have_more_) return decided(Truth::not_owed);
        const auto agency = [&](const Filler& one) {
            return node(one.by_handing ? StepField::hands_to : StepField::agency, one.step);
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
                    if (!filler->certain) open.nodes.push_back(node(StepField::role, filler->step));
                    if (!filler->agency.exact()) open.nodes.push_back(agency(*filler));
                }
                add(all, std::move(open));
            }
        return for_all(std::move(all));
    }

    // --- what happened

    Moment moment(const PlannedStep& step, std::uint32_t index, bool end) const {
        const auto& at = end ? step.ended_at : step.began_at;
        const auto& on = end ? step.ended_on : step.began_on;
        Moment made;
        if (at.known()) {
            made.place = node(end ? StepField::ended_at : StepField::began_at, index);
            const auto day_of = [](std::int64_t one) {
                if (one == plans::integer_least || one == plans::integer_greatest) return one;
                const std::int64_t seconds = model::local_seconds_of(one);
                return seconds >= 0 ? seconds / seconds_of_a_day
                                    : -((-seconds + seconds_of_a_day - 1) / seconds_of_a_day);
            };
            made.day = {State::value, day_of(at.low), day_of(at.high)};
            if (at.exact()) {
                const auto offset = model::offset_of(at.low);
                made.has_offset = offset.has_value();
                made.second = model::local_seconds_of(at.low) - std::int64_t(offset.value_or(0)) * 60;
            }
            return made;
        }
        made.day = on;
        const bool by_moment = inputs_.field(StepField::ended_on) < 0 || (!on.known() && is_moment_record());
        made.place = by_moment ? node(end ? StepField::ended_at : StepField::began_at, index)
                               : node(end ? StepField::ended_on : StepField::began_on, index);
        return made;
    }
    /// Are its times stated to the second?
    bool is_moment_record() const {
        return std::any_of(steps_.begin(), steps_.end(),
                           [](const PlannedStep& step) { return step.began_at.known() || step.ended_at.known(); });
    }

    /// When what several steps do began (first) or ended (last). An event has no length: one time is both.
    struct Happened {
        bool any = false;  // one of them has a date
        std::vector<Moment> begins, ends;
        Steps undated;  // those that have none
    };
    Happened happened(std::int32_t member) const {
        Happened found;
        const bool event = protocol_.members[static_cast<std::size_t>(member)].event;
        for (const std::uint32_t i : doers(member, 0)) {
            const PlannedStep& step = steps_[i];
            if (!is_dated(step)) {
                found.undated.push_back(i);
                continue;
            }
            found.any = true;
            Moment begin = moment(step, i, false), end = moment(step, i, true);
            if (event || step.only_events) {
                if (!begin.day.known()) begin = end;
                else if (!end.day.known()) end = begin;
            }
            // What has ended had begun by then.
            if (!begin.day.known() && end.day.known()) begin.day = {State::value, plans::integer_least, end.day.high};
            found.begins.push_back(begin);
            found.ends.push_back(end);
        }
        return found;
    }

    static bool exact(const Moment& one) { return one.day.exact(); }
    static void ask(Decision& decision, const Moment& one) {
        if (!exact(one)) decision.nodes.push_back(one.place);
    }

    /// `later` is not before `earlier` and `amount` behind it: whole days, or seconds where both are known to them.
    static Truth not_before(const Moment& later, const Moment& earlier) {
        if (later.second && earlier.second && later.has_offset == earlier.has_offset)
            return *later.second >= *earlier.second ? Truth::holds : Truth::fails;
        if (!later.day.known() || !earlier.day.known()) return Truth::unknown;
        if (later.day.low >= earlier.day.high) return Truth::holds;
        return later.day.high < earlier.day.low ? Truth::fails : Truth::unknown;
    }

    Decision ordered(const Happened& later, const Happened& earlier) const {
        if (!later.any || !earlier.any) return decided(Truth::not_owed);
        Decision all = decided(Truth::holds);
        for (const Moment& begin : later.begins)
            for (const Moment& end : earlier.ends) {
                Decision one{not_before(begin, end)};
                if (one.truth == Truth::unknown) {
                    ask(one, begin);
                    ask(one, end);
                } else one.nodes = {begin.place, end.place};
                add(all, std::move(one));
            }
        return all;
    }

    /// `from` and so long behind, as days; nothing where it cannot be said.
    struct Term {
        Ranged<std::int64_t> day;
        std::optional<std::int64_t> second;  // where it is known to the second
        bool has_offset = false;
        bool to_the_second = false;  // the span is no number of days
    };
    std::optional<Term> shifted(const Moment& from, std::int64_t length, bool back) const {
        if (!from.day.known()) return std::nullopt;
        const std::int64_t amount = model::duration_amount(length) * (back ? -1 : 1);
        Term term;
        term.has_offset = from.has_offset;
        const auto move = [&](std::int64_t day, bool) -> std::optional<std::int64_t> {
            if (day == plans::integer_least || day == plans::integer_greatest) return day;
            switch (model::duration_kind(length)) {
                case DurationKind::calendar: return model::add_months(day, amount, month_end());
                case DurationKind::exact: return day + (amount - (amount % seconds_of_a_day)) / seconds_of_a_day;
                default: return std::nullopt;
            }
        };
        const auto low = move(from.day.low, false), high = move(from.day.high, true);
        if (!low || !high) return std::nullopt;
        term.day = {State::value, *low, *high};
        term.to_the_second = model::duration_kind(length) == DurationKind::exact && amount % seconds_of_a_day != 0;
        if (from.second && model::duration_kind(length) == DurationKind::exact) term.second = *from.second + amount;
        return term;
    }
    model::MonthEnd month_end() const {
        return run_.ruleset().month_end == model::MonthEnd::unstated ? model::MonthEnd::last_day
                                                                     : run_.ruleset().month_end;
    }

    /// Is a moment not behind a term?
    static Truth within(const Moment& one, const Term& term) {
        if (one.second && term.second && one.has_offset == term.has_offset)
            return *one.second <= *term.second ? Truth::holds : Truth::fails;
        if (!one.day.known()) return Truth::unknown;
        if (!term.to_the_second) {
            if (one.day.high <= term.day.low) return Truth::holds;
            return one.day.low > term.day.high ? Truth::fails : Truth::unknown;
        }
        // Hours over dates: each day with all its hours.
        if (one.day.high < term.day.low) return Truth::holds;
        return one.day.low > term.day.high + 1 ? Truth::fails : Truth::unknown;
    }

    /// The last end of what is done lies within the span after the latest of `from`; where it has not, by whether that
    /// is past.
    Decision deadline(std::int32_t member, const std::vector<Moment>& from, std::int32_t id) const {
        const auto limit = span(id);
        if (!limit.known()) return {Truth::unknown, {span_node(id)}};
        const Happened done = happened(member);
        Decision all = decided(Truth::not_owed);
        const auto end_of = [&](const Moment& start, const Moment* end, const Node& place, bool none) {
            const auto term = shifted(start, limit.low, false);
            Decision one{Truth::unknown, {}};
            if (!term) {
                if (start.day.known()) one.known_but = plans::Why::imprecise;
                one.nodes = {start.place};
                if (start.day.known()) one.nodes.push_back(place);
                return one;
            }
            if (end != nullptr && end->day.known()) {
                one.truth = within(*end, *term);
                if (one.truth != Truth::unknown) {
                    one.nodes = {start.place, end->place};
                    return one;
                }
                ask(one, start);
                ask(one, *end);
                if (one.nodes.empty()) {
                    one.nodes = {start.place, end->place};
                    one.known_but = plans::Why::imprecise;
                }
                return one;
            }
            const std::int64_t last = term->day.high, first = term->day.low;
            if (term->day.exact()) one.due = model::day_to_text(first);
            if (run_.options.as_of <= first) {
                one.truth = Truth::not_owed;
                one.nodes = {start.place};
                return one;
            }
            if (run_.options.as_of > last && none) {
                one.truth = Truth::fails;
                one.nodes = {start.place, place};
                return one;
            }
            one.nodes.push_back(place);
            if (!term->day.exact()) ask(one, start);
            return one;
        };
        for (const Moment& start : from) {
            const bool latest = std::all_of(from.begin(), from.end(), [&](const Moment& other) {
                return &other == &start || not_before(start, other) == Truth::holds ||
                       not_before(start, other) == Truth::unknown;
            });
            if (!latest) continue;
            Decision one = decided(Truth::not_owed);
            for (const Moment& end : done.ends) add(one, end_of(start, &end, end.place, end.day.state == State::none));
            for (const std::uint32_t i : done.undated) {
                const Moment end = moment(steps_[i], i, true);
                add(one, end_of(start, nullptr, end.place, end.day.state == State::none));
            }
            if (done.ends.empty() && done.undated.empty())
                add(one, end_of(start, nullptr, steps_node(), !may_have_more_));
            add(all, std::move(one));
        }
        return all;
    }

    Decision recorded(const ProtocolPart& part, std::size_t index) const {
        const ProtocolMember& member = protocol_.members[static_cast<std::size_t>(part.of)];
        const Decision own = there(part.of, 0);
        const bool timed = part.kind == PartKind::within || (part.kind == PartKind::limit && inputs_.to(index) >= 0);
        if (part.kind == PartKind::limit && own.truth != Truth::holds)
            return own.truth == Truth::fails ? decided(Truth::not_owed) : own;
        if (own.truth == Truth::unknown) return own;
        if (own.truth == Truth::fails) {
            if (part.kind == PartKind::never) return {Truth::holds, own.nodes};
            if (part.kind != PartKind::within || member.optional || member.in_case >= 0)
                return decided(Truth::not_owed);
        }
        if (timed) {
            std::vector<Moment> from;
            std::vector<Node> open;
            for (const std::int32_t other : part.kind == PartKind::limit ? std::vector{part.of} : part.others) {
                const Decision one = there(other, 0);
                if (one.truth == Truth::unknown) return one;
                if (one.truth == Truth::fails) continue;
                const Happened before = happened(other);
                const bool begins = part.kind == PartKind::limit;
                for (const std::uint32_t i : before.undated) open.push_back(moment(steps_[i], i, !begins).place);
                const std::vector<Moment>& moments = begins ? before.begins : before.ends;
                for (const Moment& one_of : moments)
                    if (one_of.day.known()) from.push_back(one_of);
                    else open.push_back(one_of.place);
            }
            if (from.empty() && open.empty()) return decided(Truth::not_owed);
            if (!open.empty()) return {Truth::unknown, std::move(open)};
            if (part.kind == PartKind::limit) {
                const Decision other = there(part.others[0], 0);
                if (other.truth == Truth::unknown) return other;
                const ProtocolMember& until = protocol_.members[static_cast<std::size_t>(part.others[0])];
                if (other.truth == Truth::fails && (until.optional || until.in_case >= 0))
                    return decided(Truth::not_owed);
                return for_all(deadline(part.others[0], from, inputs_.to(index)));
            }
            return for_all(deadline(part.of, from, inputs_.to(index)));
        }
        if (part.kind == PartKind::lasts) return for_all(lasted(part, index));
        const Happened one = happened(part.of);
        if (part.kind == PartKind::after) {
            Decision all = decided(Truth::not_owed), open = all;
            for (const std::int32_t other : part.others) {
                const Decision there = this->there(other, 0);
                if (there.truth == Truth::fails) continue;
                Decision found = there.truth == Truth::unknown ? there : ordered(one, happened(other));
                if (part.any && found.truth == Truth::holds) return for_all(std::move(found));
                if (part.any && found.truth == Truth::unknown) add(open, found);
                add(all, std::move(found));
            }
            return for_all(open.truth == Truth::unknown ? std::move(open) : std::move(all));
        }
        const Decision there = this->there(part.others[0], 0);
        if (there.truth == Truth::unknown) return there;
        if (there.truth == Truth::fails) {
            if (part.kind == PartKind::never && one.any) return {Truth::fails, there.nodes};
            return decided(Truth::not_owed);
        }
        const Happened other = happened(part.others[0]);
        switch (part.kind) {
            case PartKind::before: return for_all(ordered(other, one));
            case PartKind::never: return for_all(ordered(one, other));
            case PartKind::at_least:
                return for_all(part.before ? apart(other, one, inputs_.from(index))
                                           : apart(one, other, inputs_.from(index)));
            case PartKind::limit: {  // at least
                Decision all = decided(Truth::not_owed);
                if (!one.any || !other.any) return all;
                for (const Moment& begin : one.begins)
                    for (const Moment& end : other.ends) add(all, behind(end, begin, inputs_.from(index)));
                return for_all(std::move(all));
            }
            case PartKind::during: return for_all(inside(part, one, other));
            default: return decided(Truth::not_owed);
        }
    }

    /// `later` lies at least the span behind `earlier`.
    Decision behind(const Moment& later, const Moment& earlier, std::int32_t id) const {
        const auto least = span(id);
        if (!least.known()) return {Truth::unknown, {span_node(id)}};
        const auto term = shifted(earlier, least.low, false);
        Decision one{Truth::unknown, {}};
        if (term && later.day.known()) {
            if (later.second && term->second && later.has_offset == term->has_offset)
                one.truth = *later.second >= *term->second ? Truth::holds : Truth::fails;
            else if (later.day.low >= term->day.high + (term->to_the_second ? 2 : 0)) one.truth = Truth::holds;
            else if (later.day.high < term->day.low) one.truth = Truth::fails;
        }
        if (one.truth != Truth::unknown) {
            one.nodes = {earlier.place, later.place};
            return one;
        }
        ask(one, earlier);
        ask(one, later);
        if (one.nodes.empty()) {
            one.nodes = {earlier.place, later.place};
            one.known_but = plans::Why::imprecise;
        }
        return one;
    }
    Decision apart(const Happened& later, const Happened& earlier, std::int32_t id) const {
        Decision all = decided(Truth::not_owed);
        if (!later.any || !earlier.any) return all;
        for (const Moment& begin : later.begins)
            for (const Moment& end : earlier.ends) add(all, behind(begin, end, id));
        return all;
    }

    /// Its first and its last day count.
    Decision lasted(const ProtocolPart& part, std::size_t index) const {
        const Happened one = happened(part.of);
        if (!one.any) return decided(Truth::not_owed);
        Decision all = decided(Truth::holds);
        for (const Moment& begin : one.begins)
            for (const Moment& end : one.ends) {
                if (!end.day.known()) {
                    if (one.begins.size() == 1) return {Truth::unknown, {end.place}};
                    continue;
                }
                Moment last = end;
                if (!last.second || !begin.second)
                    for (std::int64_t* day : {&last.day.low, &last.day.high})
                        if (*day != plans::integer_least && *day != plans::integer_greatest) ++*day;
                add(all, behind(last, begin, inputs_.from(index)));
                const auto most = span(inputs_.to(index));
                if (!most.known()) {
                    add(all, {Truth::unknown, {span_node(inputs_.to(index))}});
                    continue;
                }
                const auto term = shifted(begin, most.low, false);
                Decision at_most{term ? within(last, *term) : Truth::unknown, {begin.place, end.place}};
                if (at_most.truth == Truth::unknown) {
                    at_most.nodes.clear();
                    ask(at_most, begin);
                    ask(at_most, end);
                    if (at_most.nodes.empty()) {
                        at_most.nodes = {begin.place, end.place};
                        at_most.known_but = plans::Why::imprecise;
                    }
                }
                add(all, std::move(at_most));
            }
        return all;
    }

    /// Between two shares of the other's length.
    Decision inside(const ProtocolPart& part, const Happened& one, const Happened& other) const {
        if (!one.any || !other.any) return decided(Truth::not_owed);
        Decision all = decided(Truth::holds);
        for (std::size_t i = 0; i < one.begins.size(); ++i)
            for (std::size_t k = 0; k < other.begins.size(); ++k) {
                const Moment &begin = one.begins[i], &end = one.ends[i], &from = other.begins[k],
                             &until = other.ends[k];
                Decision found{Truth::unknown, {}};
                for (const Moment* at : {&begin, &end, &from, &until}) ask(found, *at);
                if (found.nodes.empty()) {
                    found.nodes = {begin.place, end.place, from.place, until.place};
                    const bool seconds = begin.second && end.second && from.second && until.second;
                    const auto at = [&](const Moment& moment) -> Time {
                        return seconds ? Time(*moment.second) : Time(moment.day.low);
                    };
                    const Time length = at(until) - at(from), hundred = 100 * model::decimal_one;
                    const Time low = part.percent_from.value_or(0), high = part.percent_to.value_or(hundred);
                    found.truth = (at(begin) - at(from)) * hundred >= low * length &&
                                          (at(end) - at(from)) * hundred <= high * length
                                      ? Truth::holds
                                      : Truth::fails;
                }
                add(all, std::move(found));
            }
        return all;
    }
};

/// The numbers in the plan's texts of what the protocol names: its members, roles and cases. -1: no plan says it.
std::vector<std::int64_t> numbers_of_names(const Run& run, const model::Protocol& protocol) {
    std::vector<std::int64_t> numbers;
    const auto add = [&](const std::string& name) { numbers.push_back(run.plans->texts.find(name)); };
    for (const ProtocolMember& member : protocol.members) add(member.name);
    for (const std::string& role : protocol.roles) add(role);
    for (const std::string& one : protocol.cases) add(one);
    // What no plan says is told from all others.
    std::int64_t next = -2;
    for (std::int64_t& number : numbers)
        if (number < 0) number = next--;
    return numbers;
}

}  // namespace

void write_parts(Run& run, std::int32_t procedure) {
    const program::Instruction& made = run.instruction(procedure);
    const model::Protocol& protocol = run.ruleset().protocols[static_cast<std::size_t>(made.index)];
    const std::vector<std::int64_t> names = numbers_of_names(run, protocol);
    const std::size_t rows = run.frames[made.frame].rows;
    std::vector<kernels::TruthOutput> columns;
    for (std::size_t part = 0; part < protocol.parts.size(); ++part) columns.emplace_back(run.arena, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const Procedure one(run, procedure, names, static_cast<std::uint32_t>(row));
        for (std::size_t part = 0; part < columns.size(); ++part) columns[part].set(row, one.part(part).truth);
    }
    for (std::size_t part = 0; part < columns.size(); ++part)
        run.columns[static_cast<std::size_t>(procedure) + 1 + part] = columns[part].done();
}

Step step_back_from_part(const Run& run, const Node& part) {
    const program::Instruction& made = run.instruction(part.instruction);
    const std::int32_t procedure = made.first();
    const model::Protocol& protocol = run.ruleset().protocols[static_cast<std::size_t>(made.index)];
    Decision decision =
        Procedure(run, procedure, numbers_of_names(run, protocol), part.row).part(static_cast<std::size_t>(made.field));
    Step step;
    for (const Node& node : decision.nodes)
        if (decision.truth != Truth::unknown || decision.known_but || is_open(run, node)) step.operands.push_back(node);
    step.known_but = decision.known_but;
    step.due = std::move(decision.due);
    return step;
}

}  // namespace brecha::assess
