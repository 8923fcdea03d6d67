// What is legal and hardly meant. A file a warning; none is an error, and none changes the ruleset.
#pragma once

#include "model/checking/assembly.hpp"
#include "model/checking/texts.hpp"
#include "model/ruleset.hpp"

#include <string>
#include <vector>

namespace brecha::model {

struct Requirements;

// --- on what is written

/// A number like 1.000, which some readers take for a thousand.
void warn_of_thousands(const std::string& written, Location where, Diagnostics& diagnostics);

/// Names of letters of two alphabets, some of which look alike.
void warn_of_lookalikes(const std::vector<const syntax::File*>& files, Diagnostics& diagnostics);

/// Texts that lack a language which the title of their vocabulary or ruleset has.
void warn_of_lacking_languages(const LackingTexts& lacking, Diagnostics& diagnostics);
/// Notes those of vocabularies.
void note_languages_of(const std::vector<Found<syntax::Vocabulary>>& vocabularies, TextReader& texts);

/// Two cases of one title, among the tests for `ruleset`.
void warn_of_repeated_cases(const std::vector<Found<syntax::Tests>>& tests, const std::string& ruleset,
                            Diagnostics& diagnostics);

// --- on the checked ruleset

/// A duty (`shall`, `should`) whose clauses nobody has read, or that was inferred from what was done.
void warn_of_duties_nobody_read(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics);

/// plan.risks, of whatever elements.
bool is_list_of_plan(const Expression& expression);
/// every risk in plan.risks : …
bool asks_every_of_plan(const Expression& condition);
/// "risks"
std::string field_name(const Expression& list, const Ruleset& ruleset);

/// A requirement that a plan with an empty list satisfies, or is not asked at all, and no other asks for the list.
void warn_of_empty_lists(const Ruleset& ruleset, Diagnostics& diagnostics);

/// An `each` that does not say what a plan without any comes to. Told to those who ask for it (CheckOptions::strict).
void warn_of_each_without_ending(const Ruleset& ruleset, Diagnostics& diagnostics);

/// What is owed, and has no text that says what is missing: reports can say only that it is not met, and its title.
/// Told to those who ask for it (CheckOptions::strict).
void warn_of_missing_gap_texts(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics);

/// One answer for all elements of a list, where each could have its own.
void warn_of_one_answer_for_all(const Ruleset& ruleset, Diagnostics& diagnostics);

/// What a clause asks where it is owed.
const Expression* asked(const Clause& clause);

/// `agencies.topics covers …`, where what one agency lacks another may have.
void warn_of_covers_over_lists(const Expression& expression, const Ruleset& ruleset, Diagnostics& diagnostics);

/// `may` with `forbid`.
void warn_of_permissions_that_forbid(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics);

/// `full_years(a, b)` of which one has to be there: a plan in its first year has none, and would have a gap.
void warn_of_full_years_of_young_plans(const Ruleset& ruleset, Diagnostics& diagnostics);

/// The order of two dates of the plan, of which the first may be said not to exist: then the order does not hold.
void warn_of_dates_that_may_be_none(const Ruleset& ruleset, Diagnostics& diagnostics);

/// `otherwise` behind a count, or with a list to stand in: neither closes a list that goes on.
void warn_of_otherwise_of_open_lists(const Expression& expression, Diagnostics& diagnostics);

}  // namespace brecha::model
