// What a run over one plan came to: verdicts, findings and cells; places and reasons on demand, read off the run's kept
// columns.
#pragma once

#include "assess/run.hpp"
#include "assess/verdict.hpp"
#include "limits/once.hpp"
#include "model/ruleset.hpp"
#include "plans/plans.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::assess {

/// Subject × part.
struct Cell {
    std::string part;  // ".1", "#2", "screening", ".1/sex"; empty where the requirement has one part
    Truth truth = Truth::unknown;
    bool may_fail = false;     // fails, or some answer makes it fail
    std::uint32_t clause = 0;  // model::Requirement::clauses
    std::uint32_t row = 0;     // of the clause's frame in the run; see Run. Leaves without clauses: unused
    bool beyond = false;       // stands for elements of a covers' right side that may be missing
};

enum class LeafKind : std::uint8_t {
    when,    // the condition decides: no, or unknown
    where,   // whether this is a subject is open
    list,    // the list of subjects may be longer, or is absent
    empty,   // there are no subjects: nothing is owed, or one was (`at least one`)
    subject  // a full subject, with cells
};

struct Finding : Result {
    std::uint32_t requirement = 0;       // model::Ruleset::requirements
    std::optional<std::string> subject;  // place; none: the plan itself
    LeafKind kind = LeafKind::subject;
    std::uint32_t level = 0;  // how many subjects are bound
    std::uint32_t row = 0;    // of that level's frame
    std::vector<Cell> cells;  // kind subject: its cells; else empty
};

/// Over all its findings.
struct RequirementResult : Result {
    std::uint32_t first_finding = 0, finding_count = 0;
};

/// One condition of a slice: between which ends a field of the element lies, as columns hold its values (yes is 1).
struct SliceBound {
    std::int32_t field = -1;  // of the element's entity; -1: the element itself
    model::Type type;
    model::Decimal low = model::decimal_least, high = model::decimal_greatest;
    bool without_low = false, without_high = false;  // the end itself does not count
    std::string text;                                // the text that it is
    bool operator==(const SliceBound& other) const {
        return field == other.field && low == other.low && high == other.high && without_low == other.without_low &&
               without_high == other.without_high && text == other.text;
    }
};
/// Some of a list: the elements that lie within all bounds.
struct ListSlice {
    std::vector<SliceBound> bounds;  // in the order of the fields in their entity
    bool has_given = false;          // an element that is given lies in it
};

/// A place in the plan, or something outside it that a rule needs ("parameter p", "calendar c", "judgements/S-36/.1").
struct Place {
    std::string text;
    std::int32_t entity = -1, field = -1;  // of the vocabulary; -1 for what is no field
    std::uint32_t row = 0;
    bool element = false;     // one element of a list of values
    bool whole_list = false;  // the list itself: is it complete?
    std::int32_t judgement = -1, parameter = -1, calendar = -1;
    std::string absent;  // the place lies in an item that the plan lacks: that item's key; `row` is then the row of its
                         // list's owner
    std::int32_t absent_entity = -1;
    ListSlice slice;  // with whole_list: only these of its elements; without bounds: all of them
};
struct MissingPlace {
    Place place;
    plans::Why why = plans::Why::not_stated;
    std::optional<std::string> due;  // "was due on 2026-01-31", where a deadline has lapsed: the date
    std::string value;               // what stands there and does not decide: imprecise, not computable, outdated
};
struct PlaceUsed {
    Place place;
    Truth used_as = Truth::holds;  // holds, fails; unknown stands for context
    std::string value;             // as a reader sees it, in the language asked for
    bool defaulted = false;
};

/// Proof tree; see brecha::Proof.
struct Proof {
    std::string text;
    std::optional<Truth> truth;
    std::string value;
    std::optional<Place> place;
    std::optional<plans::Why> why;
    std::vector<Proof> because;
};

/// How the elements of a list stand to what a quantifier or a count asks of them.
struct Tally {
    const model::Expression* quantifier = nullptr;  // some, every or count, as the rule has it; points into the ruleset
    std::size_t elements = 0;              // asked about: with `every … where`, those that satisfy the condition
    std::size_t satisfying = 0, open = 0;  // of these
    bool complete = true;                  // the list holds no more than these
};

class NamedSlices;  // named_slices.hpp
namespace procedures {
struct MemberProgress;  // procedures/progress.hpp
}

/// An assessment of one plan of a batch. Cheap to copy; const members may be used from many threads.
class Assessment {
public:
    Assessment(std::shared_ptr<const Run> run, std::uint32_t plan);

    const Run& run() const { return *run_; }
    const RunOptions& options() const;
    const model::Ruleset& ruleset() const;
    const plans::Plans& plans() const;
    const plans::PlanRecord& record() const { return plans().records[plan_]; }
    std::uint32_t plan() const { return plan_; }

    const std::vector<RequirementResult>& requirements() const { return details().requirements; }
    const std::vector<Finding>& findings() const {
        return details().findings;
    }  // by requirement, then by subject, digit runs as numbers

    /// Might there be more findings than the run allows, as far as that is told without gathering them?
    /// O(requirements).
    bool may_have_too_many_findings() const;

    /// Why the finding (or one cell of it) is open: places in order of the text. Empty unless unknown. Of a list with
    /// very many elements the first are told; `more`: how many others there are, of the longest such list.
    std::vector<MissingPlace> missing(const Finding& finding, const Cell* cell = nullptr,
                                      std::string_view language = "en", std::size_t* more = nullptr) const;
    /// Where the steps of the protocol that the finding is of stand; nothing of what is none, or of no record.
    std::vector<procedures::MemberProgress> progress(const Finding& finding) const;
    /// Is a cell of the finding not owed because it lies ahead?
    bool not_yet_due(const Finding& finding, const Cell& cell) const;
    /// What the finding (or one cell) rests on; `more` as of missing().
    std::vector<PlaceUsed> evidence(const Finding& finding, const Cell* cell, std::string_view language,
                                    std::size_t* more = nullptr) const;
    /// A gap's sentence: the texts of the failing parts; where none is written, "Not met:" with the title and their
    /// labels.
    std::string gap_text(const Finding& finding, std::string_view language) const;
    std::string remedy_text(const Finding& finding, std::string_view language) const;
    std::vector<Proof> why(const Finding& finding, std::string_view language) const;
    /// Of the quantifier that decides a cell of the finding; none where something else does, or the list is not stated.
    std::optional<Tally> tally(const Finding& finding, const Cell& cell) const;

private:
    struct Details {
        limits::Once once;
        std::shared_ptr<NamedSlices> named_slices;
        std::vector<RequirementResult> requirements;
        std::vector<Finding> findings;
    };
    std::shared_ptr<const Run> run_;
    std::uint32_t plan_ = 0;
    std::shared_ptr<Details>
        details_;  // collected when first asked for: a batch of plans pays only for those looked at

    const Details& details() const;
};

}  // namespace brecha::assess
