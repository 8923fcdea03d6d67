// When what a procedure's record tells of happened.
#pragma once

#include "assess/procedures/procedure.hpp"

namespace brecha::assess::procedures {

/// When a step began or ended.
struct Moment {
    Ranged<std::int64_t> day;                 // its bounds; silent: not stated
    std::optional<std::int64_t> second = {};  // where it is known to the second
    bool has_offset = false;
    Node place = {};
};
Moment moment(const Procedure& procedure, std::uint32_t step, bool end);

/// When several steps that do the same began and ended.
struct Happened {
    std::vector<Moment> begins, ends;  // of each that has a date
    Steps undated;                     // those that have none
};
/// An event has no length: one time is both.
Happened happened(const Procedure& procedure, std::int32_t member);

/// A moment and so long behind it.
struct Term {
    Ranged<std::int64_t> day;
    std::optional<std::int64_t> second = {};  // where it is known to the second
    bool has_offset = false;
    bool to_the_second = false;  // the span is no number of days
};
/// Nothing where it cannot be said.
std::optional<Term> shifted(const Procedure& procedure, const Moment& from, std::int64_t length);

/// Whole days, or seconds where both are known to them; hours behind a day lie behind each of its hours.
Truth not_before(const Moment& later, const Moment& earlier);
Truth not_before(const Moment& later, const Term& term);
Truth not_behind(const Moment& one, const Term& term);

}  // namespace brecha::assess::procedures
