// The codes of a report: words with one meaning each, the same in every language. Part of brecha.hpp, which is what a
// host includes; a file of its own because every stage of the engine uses these very types, so that a verdict is a
// verdict from the run to the report.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace brecha {

/// The words of a code's values, in their order. Tables take their categories from here.
template <typename Code>
inline constexpr std::array<std::string_view, 0> words_of{};

enum class Severity : std::uint8_t { error, warning, note };
template <>
inline constexpr std::array<std::string_view, 3> words_of<Severity>{"error", "warning", "note"};

enum class Verdict : std::uint8_t { met, partly_met, not_met, unknown, not_applicable };
template <>
inline constexpr std::array<std::string_view, 5> words_of<Verdict>{"met", "partly_met", "not_met", "unknown",
                                                                   "not_applicable"};

/// What led to a verdict.
enum class Reason : std::uint8_t {
    holds,
    vacuous,
    contradicted,
    silent,
    not_computable,
    when_unknown,
    when_no,
    no_subjects,
    none_there,
    not_owed,
    not_yet_due,
    not_in_force
};
template <>
inline constexpr std::array<std::string_view, 12> words_of<Reason>{
    "holds",   "vacuous",     "contradicted", "silent",   "not_computable", "when_unknown",
    "when_no", "no_subjects", "none_there",   "not_owed", "not_yet_due",    "not_in_force"};

/// What a cell (subject × part) or a clause comes to.
enum class Truth : std::uint8_t { unknown, holds, fails, not_owed };
template <>
inline constexpr std::array<std::string_view, 4> words_of<Truth>{"unknown", "holds", "fails", "not_owed"};

enum class Modality : std::uint8_t { shall, should, may };
template <>
inline constexpr std::array<std::string_view, 3> words_of<Modality>{"shall", "should", "may"};

/// What a source is.
enum class Standing : std::uint8_t { unstated, law, treaty, standard, guidance, programme, practice };
template <>
inline constexpr std::array<std::string_view, 7> words_of<Standing>{"",         "law",       "treaty",  "standard",
                                                                    "guidance", "programme", "practice"};

/// How far the author of a rule has read the clause.
enum class Reading : std::uint8_t { full, heading, unverified, proposal, inferred };
template <>
inline constexpr std::array<std::string_view, 5> words_of<Reading>{"full", "heading", "unverified", "proposal",
                                                                   "inferred"};

/// What a ruleset does to the one that it extends.
enum class Tailoring : std::uint8_t { set, make, waive, replace };
template <>
inline constexpr std::array<std::string_view, 4> words_of<Tailoring>{"set", "make", "waive", "replace"};

/// Does it ask for less than before? `possibly`: another value or condition, of which nobody can tell.
enum class Weakens : std::uint8_t { no, possibly, yes };
template <>
inline constexpr std::array<std::string_view, 3> words_of<Weakens>{"no", "possibly", "yes"};

/// Where a step of a protocol stands on a day. The first five have been, or should have been by then.
enum class StepState : std::uint8_t {
    done,
    done_late,
    out_of_order,  // done, but begun before what comes first was done
    late,
    perhaps_late,  // was due, and the plan does not say whether it has been
    under_way,
    next,     // what it waits for is done
    not_yet,  // … but it must not begin before a day to come
    waiting
};
template <>
inline constexpr std::array<std::string_view, 9> words_of<StepState>{
    "done", "done_late", "out_of_order", "late", "perhaps_late", "under_way", "next", "not_yet", "waiting"};

/// How a requirement stands to one of another instrument: it asks for the same, for a part of it, for more, or both
/// have something in common.
enum class Relation : std::uint8_t { equal, subset, superset, intersects };
template <>
inline constexpr std::array<std::string_view, 4> words_of<Relation>{"equal", "subset", "superset", "intersects"};

/// What a question asks for, which decides how it is worded and how it can be answered.
enum class Asks : std::uint8_t {
    value,  // a single value, a reference, an embedded item
    yes_no,
    list,      // which elements are there
    slice,     // is there such an element among them
    complete,  // is the list (or the slice of it) complete
    kept,      // since when is it? Of a list that grows with time
    still_so,  // does what the plan says, and is too old, still hold
    data,      // a row or cell that a table of the rules lacks
    calendar,  // days that a calendar of the rules lacks
    judged,    // a human judgement
    parameter  // a figure that the ruleset leaves open
};
template <>
inline constexpr std::array<std::string_view, 11> words_of<Asks>{
    "value", "yes_no", "list", "slice", "complete", "kept", "still_so", "data", "calendar", "judged", "parameter"};

/// Why a place says nothing that can be used.
enum class Why : std::uint8_t {
    not_stated,
    may_be_more,
    not_known,
    withheld,
    claimed_not_applicable,
    disputed,
    imprecise,
    invalid,
    ambiguous,
    not_computable,
    none,
    outdated,
    outside_calendar
};
template <>
inline constexpr std::array<std::string_view, 13> words_of<Why>{
    "not_stated", "may_be_more", "not_known",       "withheld",  "claimed_not_applicable",
    "disputed",   "imprecise",   "invalid",         "ambiguous", "not_computable",
    "none",       "outdated",    "outside_calendar"};

/// For what a finding uses a place: it holds or fails there, or the place is only looked at.
enum class UsedAs : std::uint8_t { holds, fails, context };
template <>
inline constexpr std::array<std::string_view, 3> words_of<UsedAs>{"holds", "fails", "context"};

enum class EvidenceKind : std::uint8_t { document, survey, visit, press, expert };
template <>
inline constexpr std::array<std::string_view, 5> words_of<EvidenceKind>{"document", "survey", "visit", "press",
                                                                        "expert"};

/// How much of its source a plan, or a part of it, was read from.
enum class HowRead : std::uint8_t { unmarked, part, whole };
template <>
inline constexpr std::array<std::string_view, 3> words_of<HowRead>{"", "part", "whole"};

enum class FieldType : std::uint8_t {
    text,
    yes_no,
    integer,
    number,
    percent,
    date,
    moment,
    duration,
    country,
    enumeration,
    entity,
    reference
};
template <>
inline constexpr std::array<std::string_view, 12> words_of<FieldType>{"text",    "yes_no",      "integer", "number",
                                                                      "percent", "date",        "moment",  "duration",
                                                                      "country", "enumeration", "entity",  "reference"};

template <typename Type>
concept Code = std::is_enum_v<Type> && (words_of<Type>.size() > 0);

/// The word that JSON and tables have for a code: "partly_met"; empty for what is not stated.
template <Code Type>
constexpr std::string_view to_text(Type code) {
    return words_of<Type>[static_cast<std::size_t>(code)];
}

/// The code with that word; nothing where there is none.
template <Code Type>
constexpr std::optional<Type> code_named(std::string_view word) {
    for (std::size_t index = 0; index < words_of<Type>.size(); ++index)
        if (words_of<Type>[index] == word) return static_cast<Type>(index);
    return std::nullopt;
}

/// Codes go to streams as their words.
template <typename Stream, Code Type>
    requires requires(Stream& stream, std::string_view word) { stream << word; }
Stream& operator<<(Stream& stream, Type code) {
    stream << to_text(code);
    return stream;
}

/// What cells came to, counted together: those of a finding, or of a requirement over all its findings.
struct Result {
    Verdict verdict = Verdict::unknown;
    Reason reason = Reason::silent;
    bool is_gap = false;      // shall or should, not_met or partly_met, and not waived
    bool may_be_gap = false;  // is one, or some answer to what is open makes it one
    bool waived = false;      // a waiver lies over it on the day of the assessment: no gap, whatever the verdict
    std::int32_t holds = 0, fails = 0, unknown = 0;
};

}  // namespace brecha
