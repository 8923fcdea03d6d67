// When what a procedure's record tells of happened.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// When a step began or ended.
struct Moment {
    Ranged<std::int64_t> day;                 // its bounds
    State said = State::silent;               // by the plan; where it states no day, the bounds are what follows
    std::optional<std::int64_t> second = {};  // where it is known to the second
    bool has_offset = false;
    std::int64_t clock = 0;  // by how many seconds its clock is ahead of `second`
    Node place = {};

    bool stated() const { return said == State::value; }
    /// Has the plan that it never was? What began and has not ended ends on the day of the assessment or later.
    bool never() const { return said == State::none; }
};
Moment moment(const Procedure& procedure, std::uint32_t step, bool end);

/// When several steps that do the same began and ended.
struct Happened {
    std::vector<Moment> begins, ends;  // of each that has a date
    Steps undated;                     // those that have none
};
/// An event has no length: one time is both. What has ended had begun by then; what has begun ends no earlier.
Happened happened(const Procedure& procedure, std::int32_t member);

/// The first of several, or the last.
Moment extreme(const std::vector<Moment>& all, bool last);

/// A moment and so long behind it.
struct Term {
    Ranged<std::int64_t> day;
    std::optional<std::int64_t> second = {};  // where it is known to the second
    bool has_offset = false;
    bool in_the_day = false;  // at some time of that day: the span is no number of days
    /// … the seconds between which it is, by the clock of the day.
    std::optional<std::pair<kernels::Time, kernels::Time>> seconds = {};
};
/// Nothing where it cannot be said. `counting`: as `lasts` counts it, working days from the first.
std::optional<Term> shifted(const Procedure& procedure, const Moment& from, std::int64_t length, bool counting = false);

/// Whole days, or seconds where both are known to them; hours behind a day lie behind each of its hours.
Truth not_before(const Moment& later, const Moment& earlier);
Truth not_before(const Moment& later, const Term& term);
Truth not_behind(const Moment& one, const Term& term);

}  // namespace brecha::assess::procedures
