// Closing a frame: what all elements of a list together come to, a row a list.
//
// Elements are there for certain, perhaps, or not; beside them there may be more that nobody named. A truth over them
// is decided, a number a range that holds every completion, else missing.
#pragma once

#include "kernels/access.hpp"
#include "kernels/compare.hpp"
#include "kernels/frame.hpp"
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

/// "x due within D after y": see the truth table in aggregate.cpp. `deadline`: y + D.
plans::Column due_within(Arena& arena, const plans::Column& value, const plans::Column& deadline, bool moment,
                         const plans::Column& assessment_date, std::size_t rows);
/// Is the deadline past for certain, so that silence would have to be answered for?
bool is_past(const Ranged<std::int64_t>& deadline, bool moment, model::Day assessment_date);

}  // namespace brecha::kernels
