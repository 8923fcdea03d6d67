// An assessment as plain data: everything a report shows, in one language, with nothing left to evaluate.
//
// Made from an assess::Assessment by view_of (extract.hpp); read by the tables, the questions and the JSON writer. It knows
// nothing of runs and columns, so a test can fill one by hand.
#pragma once

#include "report/words.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::report {

/// A place whose silence keeps something open.
struct MissingView {
    std::string place;
    std::string entity, field;  // names in the vocabulary; empty for judgements and parameters
    std::string why;            // a code: "not_stated"
    std::string note;           // the reader's own, "was due on …"
    std::string group;          // places with the same group are answered by one question
    QuestionWords words;        // items: the one it is asked of, or none
    std::vector<std::string> choices;  // labels of what can be answered, where that is a fixed set
    std::string question;       // those words as a sentence
};

/// A place that something rests on, with what is known of the statement there.
struct UsedView {
    std::string place, value;
    std::string used_as;  // holds, fails, context
    std::string document, page, who, on, kind, read;
    bool guessed = false, defaulted = false;
};

struct CellView {
    std::string part;   // empty where there is only one
    std::string truth;  // holds, fails, unknown, not_owed
    bool may_fail = false;
    std::string message;               // of a cell that fails: the gap's sentence for this part alone
    std::vector<MissingView> missing;  // of a cell that is unknown
    std::vector<UsedView> used;
};

struct FindingView {
    std::optional<std::string> subject;
    std::string verdict, reason;
    bool is_gap = false, may_be_gap = false;
    std::int32_t holds = 0, fails = 0, unknown = 0;
    std::string gap_text, remedy;  // of gaps
    /// At least one: what has no cells of its own (a condition that is open, no subjects) has a single one that stands for it.
    std::vector<CellView> cells;
};

struct SourceView {
    std::string part;  // that it is cited for; empty: the whole requirement
    std::string id, clause, standing, reading;
};

struct RequirementView {
    std::string id;
    std::vector<std::string> was;  // ids that it had before
    std::string title, theme, modality, origin;
    std::vector<SourceView> sources;
    std::string verdict, reason;
    bool is_gap = false, may_be_gap = false;
    std::int32_t holds = 0, fails = 0, unknown = 0;
    std::string effort;  // in the reader's language; empty where none is stated
    std::optional<double> effort_days;
    std::vector<std::string> training;
    std::vector<std::uint32_t> after;  // indices into View::requirements
    std::vector<FindingView> findings;
};

struct NoteView {
    std::string code, severity, place, pointer;
    std::uint32_t line = 0, column = 0;
    std::string message, help;
};

struct View {
    std::string language;  // as asked for
    std::string ruleset_name, ruleset_version, ruleset_sha256;
    std::string plan_name, plan_sha256;
    std::string as_of;                                            // "2026-01-15"
    std::string hash;                                             // short name of the assessment
    std::vector<std::pair<std::string, std::string>> parameters;  // those with a value, as a rule would write it
    std::vector<RequirementView> requirements;
    std::vector<NoteView> notes;
};

/// Index of the requirement with this id, or that had it before; nothing where there is none.
std::optional<std::size_t> requirement_with(const View& view, std::string_view id);

/// All places missing for a finding, each once, in order of its cells; none unless its verdict is unknown.
std::vector<const MissingView*> missing_of(const FindingView& finding);

/// What readers see of a finding: a gap's sentence, an unknown's questions, nothing for the others.
std::string message_of(const FindingView& finding, std::string_view language);
/// The same for one of its cells.
std::string message_of(const CellView& cell, std::string_view language);

}  // namespace brecha::report
