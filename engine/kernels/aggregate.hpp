// Closing a frame: what all elements of a list together come to, a row a list.
//
// Elements are there for certain, perhaps, or not; beside them there may be more that nobody named. A truth over them
// is decided, a number a range that holds every completion, else missing.
#pragma once

#include "kernels/access.hpp"
#include "kernels/compare.hpp"
#include "kernels/frame.hpp"
#include "kernels/logic.hpp"
#include "model/calendar.hpp"

#include <span>

namespace brecha::kernels {

/// A list with, for each element, whether it is in (there, and the condition holds), and a body or none.
struct Group {
    const List& list;
    const plans::Column& in;
    const plans::Column* body = nullptr;
    bool has_condition = false;
    const plans::Column* wanted = nullptr;  // any: the value, a row a list, that is looked for
};

/// Of one row; `body`: of a row of the list's frame, does it hold?
template <typename Body>
Truth any_in(const Group& group, std::size_t row, Body body) {
    const TruthInput in(group.in);
    Truth truth = Truth::fails;
    for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row] && truth != Truth::holds; ++i) {
        const Truth one = and_(in[i], body(i));
        if (one == Truth::holds) truth = Truth::holds;
        else if (one == Truth::unknown) truth = Truth::unknown;
    }
    if (truth != Truth::holds) {
        const plans::Bounds more = further(group.list, row, !group.body && !group.has_condition,
                                           [&](std::size_t box) { return and_(in[box], body(box)); });
        if (more.least > 0) truth = Truth::holds;
        else if (more.most > 0) truth = Truth::unknown;
    }
    // What is known not to be there is in no list, however long that may be.
    if (group.wanted && known_not_there(*group.wanted, row)) truth = Truth::fails;
    return truth;
}
template <typename Body>
Truth all_in(const Group& group, std::size_t row, Body body) {
    const TruthInput in(group.in);
    const plans::Bounds against = further(group.list, row, false, [&](std::size_t box) {
        const Truth one = body(box);
        return and_(in[box], one == Truth::not_owed ? Truth::fails : not_(one));
    });
    Truth truth = against.least > 0 ? Truth::fails : against.most > 0 ? Truth::unknown : Truth::holds;
    for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row] && truth != Truth::fails; ++i) {
        const Truth there = in[i];
        if (there == Truth::fails) continue;
        const Truth one = body(i);
        if (one == Truth::holds || one == Truth::not_owed) continue;
        if (there == Truth::holds && one == Truth::fails) return Truth::fails;
        truth = Truth::unknown;
    }
    return truth;
}

plans::Column any(Arena& arena, const Group& group);
plans::Column all(Arena& arena, const Group& group);
plans::Column count(Arena& arena, const Group& group);
/// `can_be_negative`: the terms subtract, so a missing one can lower the sum: under doubt it is missing. `duration`: of
/// durations.
plans::Column sum(Arena& arena, const Group& group, bool can_be_negative, bool duration);
/// min, max. Values that cannot be told apart (a month and 30 days): missing.
plans::Column extreme(Arena& arena, const Group& group, Order order, bool greatest);
plans::Column average(Arena& arena, const Group& group);
plans::Column share(Arena& arena, const Group& group);
/// A list is given when something is in it; not given when it is complete and empty.
plans::Column given_list(Arena& arena, const List& list, const plans::Column& presence);
/// The longest time between neighbouring dates that are known; for texts.
plans::Column longest_gap(Arena& arena, const Group& group);

/// "at most D apart [since A] [until B]" over a list of dates (or moments); `since`, `until` null where not stated.
plans::Column apart(Arena& arena, const Group& dates, bool moments, const plans::Column& duration,
                    const plans::Column* since, const plans::Column* until, const model::DateRules& rules);

/// "x due within D after y": see the truth table in aggregate.cpp. `deadline`: y + D; `not_given`: rows in which nobody
/// is silent of x.
plans::Column due_within(Arena& arena, const plans::Column& value, const plans::Column& deadline, bool moment,
                         const plans::Column& assessment_date, plans::Words not_given, std::size_t rows);
/// Is the deadline past for certain, so that silence would have to be answered for?
bool is_past(const Ranged<std::int64_t>& deadline, bool moment, model::Day assessment_date);

}  // namespace brecha::kernels
