// An assessment as plain data: everything a report shows, in one language, with nothing left to evaluate.
//
// Made from an assess::Assessment by view_of (extract.hpp); read by the tables, the questions and the JSON writer. It
// is made of the rows that a host gets, each made once. It knows nothing of runs and columns, so a test can fill one by
// hand.
#pragma once

#include <brecha/brecha.hpp>

#include "report/words.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::report {

/// A place whose silence keeps something open. `entity` and `field` are empty for judgements and parameters.
struct MissingView {
    Missing row;
    std::string group;                 // places with the same group are answered by one question
    QuestionWords words;               // of row.question; items: the one it is asked of, or none
    std::vector<std::string> choices;  // labels of what can be answered, where that is a fixed set
};

struct CellView {
    std::string part;  // empty where there is only one
    Truth truth = Truth::unknown;
    bool may_fail = false;
    bool not_yet_due = false;          // not owed, for it lies ahead
    std::string message;               // of a cell that fails: the gap's sentence for this part alone
    std::vector<MissingView> missing;  // of a cell that is unknown
    std::vector<Evidence> used;
    std::size_t missing_more = 0, used_more = 0;  // elements of the longest list whose places are not all among these
};

struct FindingView {
    Finding row;
    std::string remedy;  // of gaps
    /// At least one: what has no cells of its own (a condition that is open, no subjects) has a single one that stands
    /// for it.
    std::vector<CellView> cells;
};

/// What a requirement came to over all its findings.
struct RequirementView : Result {
    RequirementInfo information;
    std::vector<std::uint32_t> after;  // indices into View::requirements
    std::vector<FindingView> findings;
};

/// A ruleset that is in force on some days only.
struct LayerInForce {
    std::string name, version;
    Period period;
    bool on_the_day = false;  // of the assessment
};

struct View {
    Language language = "en";
    std::string ruleset_name, ruleset_version, ruleset_sha256;
    std::string plan_name, plan_sha256;
    Date as_of;
    std::optional<Date> facts_since;
    std::string hash;                                                 // short name of the assessment
    std::vector<std::pair<std::string, std::string>> parameters;      // those with a value, as a rule would write it
    std::vector<std::pair<std::string, Period>> parameters_in_force;  // those whose value is dated
    std::vector<LayerInForce> layers_in_force;
    std::vector<RequirementView> requirements;
    std::vector<StepProgress> progress;
    std::vector<Note> notes;
};

/// Shows every finding, one after the other: those of a View, or each as it is made.
using EachFinding = std::function<void(const std::function<void(const RequirementView&, const FindingView&)>& visit)>;
EachFinding each_of(const View& view);

/// Index of the requirement with this id, or that had it before; nothing where there is none.
std::optional<std::size_t> requirement_with(const View& view, std::string_view id);

/// All places missing for a finding, each once, in order of its cells; none unless its verdict is unknown.
std::vector<const MissingView*> missing_of(const FindingView& finding);

/// The places missing for an open cell; none of any other.
std::vector<const MissingView*> missing_of(const CellView& cell);

/// Is everything stated, and nothing comes of it: a division by zero?
bool nothing_to_ask(const std::vector<const MissingView*>& missing);

/// Takes the day of a statement into the days of those that a row rests on.
void widen(Finding& row, const Evidence& used);

/// What readers see of a cell: the sentence of one that fails, the questions of one that is open, nothing for the
/// others.
std::string message_of(const CellView& cell, Language language);

/// Fills what a finding's row has from its requirement and from its cells: what is common to all findings, the marks of
/// statements, the questions of one that is open. The result, the subject and a gap's message are there before.
void complete(FindingView& finding, const RequirementInfo& requirement, Language language);

}  // namespace brecha::report
