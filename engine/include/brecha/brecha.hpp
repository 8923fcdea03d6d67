// Brecha: finds the gaps in a plan. The one header that a host program includes.
//
//   auto rules = brecha::load("tourism_security");  // or brecha::compile({{"rules.brecha", text}, …})
//   if (!rules) { std::cerr << brecha::render(rules.diagnostics()); return 2; }
//   auto plan = rules->read_plan(json_text, {.name = "cr.json"});  // and of plan and report as of rules: if (!plan) …
//   auto report = rules->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
//   for (auto const& gap : report->gaps("es")) std::cout << gap.requirement << ": " << gap.message << '\n';
//
// Ruleset, Plan and Assessment are cheap handles on what never changes; const members may be called from many threads.
// An assessment keeps its ruleset and its plan alive. Nothing here throws for bad rulesets, plans or arguments: those
// come back as diagnostics. Exceptions are left to bugs (a Language that there is not) and to memory that has run out
// (std::bad_alloc), or that is more than an assessment may take, see Limits.
#pragma once

#include <brecha/package.h>
#include <brecha/codes.hpp>

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

struct ArrowArrayStream;  // brecha/arrow.h, or any other header that declares Arrow's C data and stream interface
struct ArrowSchema;

namespace brecha {

/// Version of the library, "0.1.0".
BRECHA_EXPORT std::string_view version();

/// A language that everything is said in, made from its tag: "en", "es", "pt" or "fr". "ES" and "es-CR" are Spanish
/// too.
class BRECHA_EXPORT Language {
public:
    /// Throws std::invalid_argument, which names the nearest, where nothing is said in that language: in a program's
    /// own text that is a bug. What a user has typed goes through language_named.
    Language(std::string_view tag);
    Language(const std::string& tag) : Language(std::string_view(tag)) {}
    Language(const char* tag) : Language(std::string_view(tag)) {}

    /// "es".
    std::string_view tag() const;
    bool operator==(const Language&) const = default;

private:
    std::uint8_t index_;
};
/// All of them, English first.
BRECHA_EXPORT const std::vector<Language>& languages();

/// Up to `most` of `known` that a misspelled `word` may have meant, nearest first, as messages offer them.
BRECHA_EXPORT std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known,
                                               std::size_t most = 3);

/// What is wrong with a text, and the way out. Words come when they are asked for, in one of the four languages
/// (none: the author's).
struct BRECHA_EXPORT Diagnostic {
    std::string code;  // "B101", "P601"; each has a page: `brecha explain B101`
    Severity severity = Severity::error;
    std::string file;
    std::uint32_t line = 0, column = 0;          // from 1, column in code points; 0: no place
    std::uint32_t end_line = 0, end_column = 0;  // where the meant words end
    std::string language;                        // the author's

    std::string message(std::optional<Language> language = {}) const;
    std::string help(std::optional<Language> language = {}) const;  // empty: none
    /// Place, code, message, the line of the text with a caret, what was expected, help. Ends with a newline.
    std::string shown(std::optional<Language> language = {}) const;

    /// One in a host's own words, which are the same in every language; `file` may be empty.
    static Diagnostic said(std::string file, std::string message);

    struct Words;
    std::shared_ptr<const Words> words;  // null: says nothing
};

/// All diagnostics as text, in `language` (none: each in its author's). Ends with a newline unless there are none.
BRECHA_EXPORT std::string render(const std::vector<Diagnostic>& diagnostics, std::optional<Language> language = {});
/// The same as a JSON array, an object each: code, severity, file, line, column, end_line, end_column, message, help;
/// null where there is none. Ends with a newline.
BRECHA_EXPORT std::string diagnostics_to_json(const std::vector<Diagnostic>& diagnostics,
                                              std::optional<Language> language = {});

/// A value, or the diagnostics that say why there is none; warnings are there on success too.
template <typename Value>
class Outcome {
public:
    Outcome(Value value, std::vector<Diagnostic> diagnostics = {})
        : value_(std::move(value)), diagnostics_(std::move(diagnostics)) {}
    Outcome(std::vector<Diagnostic> diagnostics) : diagnostics_(std::move(diagnostics)) {}

    bool has_value() const { return value_.has_value(); }
    explicit operator bool() const { return has_value(); }
    /// Only where has_value(); a debug build asserts it.
    const Value& operator*() const& {
        assert(has_value() && "an Outcome without a value: look at diagnostics()");
        return *value_;
    }
    /// Taken out of an outcome that nobody needs any more: *std::move(outcome).
    Value operator*() && {
        assert(has_value() && "an Outcome without a value: look at diagnostics()");
        return std::move(*value_);
    }
    const Value* operator->() const { return &**this; }
    const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

private:
    std::optional<Value> value_;
    std::vector<Diagnostic> diagnostics_;
};

/// Ends calls from another thread, or by a question that they ask their host. Copies are the same stop.
class BRECHA_EXPORT Stop {
public:
    Stop();
    /// `asked` is called by the call itself, on the thread it was made on, at most 50 times a second; it ends at a yes.
    explicit Stop(std::function<bool()> asked);
    Stop(const Stop&);
    Stop& operator=(const Stop&);
    ~Stop();
    /// May be called from any thread. All that has this stop ends as soon as it looks, mostly within a few
    /// milliseconds.
    void request() const;
    bool requested() const;

    struct State;
    State& state() const { return *state_; }

private:
    std::shared_ptr<State> state_;
};

/// What one call may take. Where one of these is reached, the call ends, gives nothing, and says which (B951 to B956),
/// and in the carrying out of which rule.
struct Limits {
    std::size_t rows = 50'000'000;              // combinations of list elements that one rule looks at
    std::size_t memory = std::size_t(1) << 30;  // bytes, beside the plans that it is given; told before they are taken
    std::size_t findings = 1'000'000;           // of one plan
    double seconds = 0;                         // 0: as long as it takes
    double spent = 0;                           // of these, seconds that calls before it took
    std::optional<Stop> stop = {};
    // Of what comes in: see within(). What is larger or deeper is refused, and the diagnostic names the limit. None can
    // be set above the greatest that the library takes: a call that is given such a one throws std::invalid_argument.
    std::size_t plan_size = std::size_t(256) << 20;  // bytes of a plan's text; below 4 GiB
    std::size_t plan_nesting = 64;                   // lists and objects of a plan in each other; 64 at most
    std::size_t rules_size = std::size_t(16) << 20;  // bytes of a file of rules; 1 GiB at most
    std::size_t rules_nesting = 100;                 // brackets and operators of rules in each other; 100 at most

    static constexpr std::size_t greatest_plan_size = 0xFFFF'FFFF, greatest_plan_nesting = 64,
                                 greatest_rules_size = std::size_t(1) << 30, greatest_rules_nesting = 100;
};

template <typename Value>
struct IsOutcome : std::false_type {};
template <typename Value>
struct IsOutcome<Outcome<Value>> : std::true_type {};
/// See within().
BRECHA_EXPORT std::vector<Diagnostic> run_within(const Limits& limits, const std::function<void()>& work);

/// What `work` gives, if all that it calls of this library on this thread stays within the limits together; else the
/// diagnostic that says which was reached. For what has no outcome of its own:
///   auto gaps = brecha::within({.seconds = 2}, [&] { return report->gaps("es"); });
///   auto rules = brecha::within({.seconds = 2, .stop = stop}, [&] { return brecha::load("my_rules"); });
/// Of work that gives diagnostics, as check() does, it gives those, or the one of the limit.
template <typename Work>
auto within(const Limits& limits, const Work& work) {
    using Made = std::remove_cvref_t<std::invoke_result_t<const Work&>>;
    std::optional<Made> made;
    std::vector<Diagnostic> reached = run_within(limits, [&] { made.emplace(work()); });
    if constexpr (std::is_same_v<Made, std::vector<Diagnostic>>) return reached.empty() ? *std::move(made) : reached;
    else if constexpr (IsOutcome<Made>::value)
        return made && (reached.empty() || !*made) ? std::move(*made) : Made(std::move(reached));
    else return reached.empty() ? Outcome<Made>(std::move(*made)) : Outcome<Made>(std::move(reached));
}

/// What a user has typed as a language; B110, which names the nearest, where nothing is said in it.
BRECHA_EXPORT Outcome<Language> language_named(std::string_view text);

/// A day. What is not set is no day of the calendar, so that a date left out is told and not taken for one.
struct Date {
    int year = 0, month = 0, day = 0;
    bool operator==(const Date&) const = default;
};
BRECHA_EXPORT std::optional<Date> date_from_text(std::string_view text);  // "2026-01-15"
BRECHA_EXPORT std::string to_text(Date date);

// --- what an assessment says ----------------------------------------------------------------------------
// Codes (Verdict, Reason, Why …) are in codes.hpp, with to_text; `title`, `message`, `remedy`, `question` are in the
// language asked for.

/// A place in the plan, "agencies/ict"; none: the plan itself. Goes to streams as its text.
struct Subject : std::optional<std::string> {
    using std::optional<std::string>::optional;
    using std::optional<std::string>::operator=;
    Subject(std::optional<std::string> place) : std::optional<std::string>(std::move(place)) {}

    template <typename Stream>
    friend Stream& operator<<(Stream& stream, const Subject& subject) {
        if (subject) stream << *subject;
        return stream;
    }
};

/// A source as the ruleset declares it.
struct SourceInfo {
    std::string id;
    std::string title, publisher;  // in the language asked for, else in the first that they are given in
    std::string url;
    std::string date;  // "2017-07-20" or empty
    Standing standing = Standing::unstated;
};

/// A clause that a requirement rests on.
struct Citation {
    std::string source;        // id of a SourceInfo
    std::string source_title;  // its title; its id where it has none
    std::string clause;
    std::string part;  // that it is cited for; empty: the whole requirement
    Standing standing = Standing::unstated;
    Reading reading = Reading::full;
    bool stale = false;  // the words quoted are not in the text of the source: it may have been amended
};
BRECHA_EXPORT std::string to_text(const Citation& citation);  // "ISPS A/16.3"

/// A waiver lies over a requirement's verdict, to its last day.
struct Waiver {
    std::optional<Date> until;  // nothing: without an end
    std::string because;
    std::string origin;          // the ruleset that waives
    std::string source, clause;  // where it stands; empty: not stated
};

/// What a ruleset changes of one that it extends.
struct Change {
    Tailoring kind = Tailoring::set;
    std::string origin;                  // the ruleset that changes
    std::string requirement, parameter;  // one of them; a calendar stands as a parameter
    std::string before, after;           // as the rules say it; empty where nothing stood there
    std::string because, source, clause;
    std::optional<Date> until;  // of a waiver
    Weakens weakens = Weakens::no;
};

/// How a requirement stands to one of another instrument.
struct Mapping {
    std::string requirement, ruleset, other;  // `other`: its id there
    Relation relation = Relation::equal;
    std::string origin;  // the ruleset that says so
};

/// From when until when something is in force, both days included; a day that is not stated bounds nothing.
struct Period {
    std::optional<Date> from, until;
};

/// A requirement as the ruleset states it.
struct RequirementInfo {
    std::string id;
    std::vector<std::string> was;  // ids that it had before
    std::string title, theme, group;
    std::string theme_label;  // what readers see: its label, else its word as words
    Modality modality = Modality::shall;
    std::string origin;  // the ruleset that states it
    std::vector<Citation> citations;
    std::string effort;  // in the language asked for; empty: not stated
    std::optional<double> effort_days;
    std::vector<std::string> training, after;
    std::vector<std::string> training_labels;  // one a module
    std::vector<std::string> parts;
    std::optional<Waiver> waiver;
    Period in_force;        // its own, its group's and its ruleset's together
    bool weakened = false;  // asks for less than its base does, or may; waivers apart
};

/// A requirement for one subject; in rows by part, for one part of it.
struct Finding : Result {
    std::string requirement, title, theme;
    Modality modality = Modality::shall;
    Standing standing = Standing::unstated;  // of the first source
    std::string origin;                      // the ruleset that states it
    Subject subject;
    std::string part;                         // only in rows by part; empty otherwise
    bool guessed = false, defaulted = false;  // rests on such a statement
    std::optional<Date> waived_until;         // where it is waived on the day of the assessment, and not for ever
    std::string waiver_reason;                // empty: it is not waived
    std::string message;                      // gaps: what is missing; unknown: the questions; met: empty
    std::string source, clause;               // the first
    std::vector<std::string> sources;         // all, "ISPS A/16.3"
    std::optional<Reading> reading;           // of the first
    bool stale = false;                       // words quoted for it are not in the text of their source
    std::optional<Date> oldest, newest;       // when the statements it rests on were so, where the plan says that
};

/// A finding in short: its verdict, and the truth of its parts; of what has no parts ("") the truth that the verdict
/// stands for.
struct Outline {
    std::string requirement;
    Subject subject;
    Verdict verdict = Verdict::unknown;
    std::vector<std::pair<std::string, Truth>> parts;
};

/// A finding with is_gap.
struct Gap : Finding {
    std::string cause;  // gaps that fail at the same places have the same cause
    std::string remedy, effort;
    std::optional<double> effort_days;
    std::string training;            // modules, joined by ", "
    std::vector<std::string> after;  // requirements whose remedies come first
    std::int32_t blocks = 0;         // how many remedies wait for this one
};

/// A place whose silence keeps a finding open.
struct Missing {
    std::string requirement, part;
    Subject subject;
    std::string place, entity, field;
    Why why = Why::not_stated;
    std::string value;           // what stands there: imprecise, not_computable, outdated; else empty
    std::string question;        // empty where no answer would help: not_computable
    bool settles_alone = false;  // the only place missing for this finding
    bool may_be_gap = false;
    std::string note;
};

/// A place that a finding rests on.
struct Evidence {
    std::string requirement, part;
    Subject subject;
    std::string place, value;
    UsedAs used_as = UsedAs::context;
    std::string document, page, who;
    std::optional<Date> dated;  // when somebody read it
    std::optional<EvidenceKind> kind;
    HowRead read = HowRead::unmarked;
    bool guessed = false, defaulted = false;
    std::optional<Date> fact_as_of;  // when the source says it was so; its last day, where it has none
};

/// A remark on the plan as read.
struct Note {
    std::string code;
    Severity severity = Severity::warning;
    std::string place, pointer;
    std::uint32_t line = 0, column = 0;  // 0: not known
    std::string message, help;
};

/// One question to put to who answers for the plan. Asked in this order, the first ones settle most.
struct Question {
    std::int32_t rank = 0;  // from 1
    std::string question;
    std::vector<std::string> places, fields, themes;
    std::vector<std::string> subjects;  // for each place, the name of the item it is asked of; empty: the plan itself
    std::vector<std::string> choices;   // labels of what can be answered, where that is a fixed set
    std::vector<std::string> requirements;  // that wait for the answer
    Asks asks = Asks::value;
    std::int32_t settles = 0;             // findings (rows, not requirements) that this answer alone can settle
    std::int32_t settles_with_above = 0;  // all that are settled once this and all above are answered
    std::int32_t may_show_gaps = 0;
};

/// Where a step of a protocol stands on the day of the assessment, in a procedure of the plan that is a record. Days by
/// what happened so far and what the protocol allows; empty where it sets none.
struct StepProgress {
    std::string requirement;
    Subject subject;          // the procedure
    std::string step, label;  // what readers see: its name as words where none is written
    StepState state = StepState::waiting;
    std::optional<Date> began, ended;            // as far as they are known to the day
    std::optional<Date> begins_from, begins_by;  // of what has not begun
    std::optional<Date> ends_from, ends_by;      // by ends_by it must have ended, or must have had
    std::vector<std::string> by, agencies;       // roles of the protocol; who takes it in the plan
    std::vector<std::string> waits_for;          // steps that are not done
    std::vector<std::string> broken;             // parts of the protocol that the step fails: "inform/within"
    std::vector<std::string> places;             // of the plan's steps that do it
};

/// An assessment in numbers. Findings are the rows of the table of that name: a requirement has one for each subject.
struct Summary {
    std::int32_t requirements = 0, met = 0, partly_met = 0, not_met = 0, unknown = 0,
                 not_applicable = 0;  // requirements
    std::int32_t gaps = 0;            // requirements that are a gap
    std::int32_t judged = 0;          // requirements that are not unknown
    std::int32_t weakened = 0;        // requirements that are waived, or ask for less than their base does, or may
    std::int32_t findings = 0, gap_findings = 0,
                 unknown_findings = 0;  // rows: all, those of the gaps, those still open
    std::optional<double> lowest,
        highest;  // share of requirements met at worst and at best, `may` left out; none where none applies
};

/// A node of the proof: a clause or an operand with what it came to, its words in the rule, and the plan's places it
/// read.
struct Proof {
    std::string text;                  // as the rule says it
    std::optional<Truth> truth;        // none for values
    std::string value;                 // as a reader sees it; empty for conditions
    std::string place;                 // where it was read
    std::optional<Why> why;            // why nothing that can be used stands there
    HowRead read = HowRead::unmarked;  // how that place was read
    std::string sentence;        // of a finding's root: what was counted, in one sentence; empty where nothing was
    std::vector<Proof> because;  // what decided it, the nearest failed branch first
};

/// Texts that are never changed, and shared by all that have them: copied at no cost.
class SharedTexts {
public:
    SharedTexts() = default;
    SharedTexts(std::vector<std::string> texts)
        : texts_(std::make_shared<const std::vector<std::string>>(std::move(texts))) {}
    const std::vector<std::string>& texts() const {
        static const std::vector<std::string> none;
        return texts_ ? *texts_ : none;
    }
    bool empty() const { return texts().empty(); }
    std::size_t size() const { return texts().size(); }
    const std::string& operator[](std::size_t index) const { return texts()[index]; }
    auto begin() const { return texts().begin(); }
    auto end() const { return texts().end(); }
    friend bool operator==(const SharedTexts& one, const std::vector<std::string>& texts) {
        return one.texts() == texts;
    }

private:
    std::shared_ptr<const std::vector<std::string>> texts_;
};

/// A table column by column, as data frames take it: one of the vectors is filled, as `type` says.
struct Table {
    enum class Type : std::uint8_t { text, category, boolean, int32, float64, date, texts };
    /// Which of a column's categories each row has, a byte a row; `none`: it has none. Never changed, and shared by the
    /// tables that have it.
    struct Codes {
        static constexpr std::uint8_t none = 255;
        std::span<const std::uint8_t> by_row;
        std::shared_ptr<const void> owner;
        static Codes of(std::vector<std::uint8_t> codes) {
            auto kept = std::make_shared<const std::vector<std::uint8_t>>(std::move(codes));
            return {*kept, kept};
        }
    };
    struct Column {
        std::string name;
        Type type = Type::text;
        std::vector<bool> valid;          // one a row; of codes: none
        std::vector<std::string> text;    // text, category
        SharedTexts categories;           // category: those there can be, in order, where fixed
        std::optional<Codes> codes = {};  // category, in place of `text` where rows are many
        std::function<std::string(std::size_t)> text_of_row = {};  // text, in place of `text` where rows are many
        std::vector<std::uint8_t> boolean;
        std::vector<std::int32_t> int32;  // int32; date: days since 1970-01-01
        std::vector<double> float64;
        std::vector<std::vector<std::string>> texts;
    };
    std::string name;
    std::size_t rows = 0;
    std::vector<Column> columns;
};
/// Notes as a table, for a plan that is not assessed.
BRECHA_EXPORT Table table_of(const std::vector<Note>& notes);
/// Through Arrow's C stream interface, or its schema alone: one batch, which whoever takes it releases. Categories are
/// dictionary columns; codes are shared, all else is copied. Throws std::length_error where the texts of one column
/// pass 2 GiB.
BRECHA_EXPORT void to_arrow(const Table& table, ArrowArrayStream* stream);
BRECHA_EXPORT void to_arrow(const Table& table, ArrowSchema* schema);

class PlanTree;
class BRECHA_EXPORT Ruleset;

class BRECHA_EXPORT Plan {
public:
    const std::string& name() const;
    /// SHA-256 of the JSON text, of a tree that of its canonical text: 64 hexadecimal digits. Made when first
    /// asked for, here or by a report, on whichever thread; until then the plan keeps its text. O(size of the text).
    const std::string& sha256() const;
    std::vector<Note> notes(Language language = "en") const;
    /// Lists that the reader takes as complete, with their number of elements: "agencies", 4.
    std::vector<std::pair<std::string, std::int64_t>> complete_lists() const;

    struct State;
    explicit Plan(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

class FindingRows;

/// What explains a finding is bounded: of a list with thousands of elements the first thousand are told, the others
/// counted. Within() bounds the rest; without it, these functions take no more memory than Limits::memory of the
/// assessment: what would take more throws std::bad_alloc.
class BRECHA_EXPORT Assessment {
public:
    Ruleset ruleset() const;
    const Plan& plan() const;
    Summary summary() const;
    Date as_of() const;
    std::optional<Date> facts_since() const;
    /// All parameters that have a value in this assessment: name, value as a rule would write it.
    const std::vector<std::pair<std::string, std::string>>& parameters() const;
    /// Those of them whose value the ruleset dates: name, and from when until when that value is in force.
    std::vector<std::pair<std::string, Period>> parameters_in_force() const;
    /// Rows by requirement and subject; with `parts`, by part too. O(rows).
    std::vector<Finding> findings(Language language = "en", bool parts = false) const;
    /// The same without parts, each made when it is read. O(1).
    FindingRows finding_rows(Language language = "en") const;
    std::vector<Gap> gaps(Language language = "en") const;
    std::vector<Missing> missing(Language language = "en") const;
    std::vector<Evidence> evidence(Language language = "en") const;
    std::vector<Note> notes(Language language = "en") const;
    /// Greedy: each question is the one that, with those above, settles most findings. `most` 0: all.
    std::vector<Question> questions(Language language = "en", std::size_t most = 0) const;
    /// The steps of every protocol that the plan has a record for, in the order in which the protocol has them: done,
    /// late, under way, next, and by when. Optional steps only where they are there. With `only` of those requirements
    /// (ids; others bring none).
    std::vector<StepProgress> progress(Language language = "en", const std::vector<std::string>& only = {}) const;
    /// findings, parts, gaps, missing, evidence, notes, questions, progress; nothing for another name.
    std::optional<Table> table(std::string_view name, Language language = "en") const;
    /// The rows of these requirements (ids) alone, in a fraction of the time; ids that there are not bring none. Not
    /// for notes.
    std::optional<Table> table(std::string_view name, Language language, const std::vector<std::string>& only) const;
    /// Every finding, or those of some requirements (ids; those that there are not bring none), without texts and
    /// places: what a host compares that tries out many plans.
    std::vector<Outline> outlines(const std::vector<std::string>& only = {}) const;
    /// Verdict of a requirement over all its subjects; none where there is no such requirement (`was` ids are found
    /// too).
    std::optional<Verdict> verdict(std::string_view requirement) const;
    /// Why a requirement came out as it did, for one subject ("": the plan itself) or for all: a tree a finding.
    std::vector<Proof> why(std::string_view requirement, std::optional<std::string> subject = {},
                           Language language = "en") const;
    /// The whole report, the same bytes from the same inputs.
    std::string to_json(Language language = "en") const;
    /// Short hash that names this assessment: of ruleset, plan, date, parameters and engine version.
    std::string hash() const;

    struct State;
    explicit Assessment(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

/// The findings of an assessment, a row each, as Assessment::findings() has them. A row is made when it is read, and
/// not kept: to ask for them costs nothing, and who reads the gaps alone pays for their texts alone. Keeps the
/// assessment; cheap to copy; from any thread. Where statements of the plan are marked (evidence, defaults) the first
/// row that is read makes all. Rows that there are not throw std::out_of_range; memory is that of the assessment's
/// limits, beyond which std::bad_alloc is thrown.
class BRECHA_EXPORT FindingRows {
public:
    std::size_t size() const;
    bool empty() const { return size() == 0; }
    /// What came out, and of which requirement (its id), without texts. O(1).
    const Result& result(std::size_t row) const;
    std::string_view requirement(std::size_t row) const;
    /// O(its texts, and what they look at).
    Finding operator[](std::size_t row) const;

    class Iterator {
    public:
        using value_type = Finding;
        using difference_type = std::ptrdiff_t;
        Finding operator*() const { return (*rows_)[row_]; }
        Iterator& operator++() {
            ++row_;
            return *this;
        }
        void operator++(int) { ++row_; }
        bool operator==(const Iterator& other) const { return row_ == other.row_; }

    private:
        friend class FindingRows;
        Iterator(const FindingRows& rows, std::size_t row) : rows_(&rows), row_(row) {}
        const FindingRows* rows_;
        std::size_t row_;
    };
    Iterator begin() const { return {*this, 0}; }
    Iterator end() const { return {*this, size()}; }

private:
    friend class Assessment;
    FindingRows(std::shared_ptr<const Assessment::State> assessment, Language language, bool one_by_one)
        : assessment_(std::move(assessment)), language_(language), one_by_one_(one_by_one) {}
    std::shared_ptr<const Assessment::State> assessment_;
    Language language_;
    bool one_by_one_;
};

struct PlanOptions {
    std::string name = "plan";
    std::string read = {};  // "part" or "whole", where the plan's own evidence does not say how it was read
};

struct AssessOptions {
    std::optional<Date> as_of = {};  // needed: without a date, or with one that there is not, comes a diagnostic (B513)
    std::vector<std::pair<std::string, std::string>> parameters =
        {};                                // name, value as a rule would write it: "3", "6 months", "{a, b}"
    std::optional<Date> facts_since = {};  // statements that were so before that day count as missing, outdated
    Limits limits = {};                    // of the call; those of memory and findings also of what the assessment is
};

/// What a rule compares with, as a plan writes it: "3", "2024-01-01", "6 months", "fire".
struct Constant {
    std::optional<FieldType> type;  // none: `text` names a parameter
    std::string text;
    std::string unit;  // of a number that has one
};

/// What a vocabulary says can stand in a plan, for hosts that draw forms.
struct FieldInfo {
    std::string name;
    FieldType type = FieldType::text;
    bool list = false;
    std::string entity;  // of entity and reference
    std::string unit;
    std::string initial;  // default as JSON; empty: none
    std::string label, question;
    std::vector<std::pair<std::string, std::string>> choices;  // word, label
    bool ordered = false;                                      // the choices are steps, the lowest first
    bool read_by_rules = false;
    std::string dated;  // a list that grows with time: the field of its elements that says when
};
struct EntityInfo {
    std::string name, label;
    std::vector<std::string> key;
    bool root = false;
    std::vector<FieldInfo> fields;
};
struct VocabularyInfo {
    std::string name, version;
    std::vector<EntityInfo> entities;
};

/// Elements that are written before they are read: a vector of them costs no filling.
template <typename T>
struct UnfilledAllocator : std::allocator<T> {
    template <typename U>
    struct rebind {
        using other = UnfilledAllocator<U>;
    };
    template <typename U, typename... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        if constexpr (sizeof...(Arguments) == 0) ::new (static_cast<void*>(at)) U;
        else ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
    }
};

/// What a requirement costs, told before anything is run: how its work grows with the lists of a plan.
struct Cost {
    std::string requirement, file;
    std::uint32_t line = 0;
    std::vector<std::string> lists;  // whose elements it looks at together, where these are most; outermost first
    double combinations = 1;         // of those, for one plan
    double findings = 1;             // at most
    double steps = 0;                // operations on single rows; about a nanosecond to ten each
    double memory = 0;               // bytes, at least
};

/// The verdicts of many plans at once. Row p is plan p, column r is requirement r of Ruleset::requirements().
struct Verdicts {
    std::size_t plans = 0;
    SharedTexts requirements;                                 // their ids
    std::vector<Verdict, UnfilledAllocator<Verdict>> values;  // by requirement, then by plan
    Verdict at(std::size_t plan, std::size_t requirement) const { return values[requirement * plans + plan]; }
};
/// Those of a table of plans, a row a plan.
struct TableVerdicts : Verdicts {
    /// Rows that could not be read, in order, with the reason: their values mean nothing.
    std::vector<std::pair<std::size_t, std::vector<Diagnostic>>> refused;
};

/// The same as bits, three a verdict: 3/8 of the memory, and plans are counted 64 at a time.
struct VerdictPlanes {
    std::size_t plans = 0;
    SharedTexts requirements;  // their ids
    /// Of requirement r, planes of words() words each from r * 3 * words() on: the bits worth 1, 2 and 4 of the
    /// verdict's code. Plan p is bit p % 64 of word p / 64; bits beyond the plans are 0.
    std::vector<std::uint64_t> bits;
    std::size_t words() const { return (plans + 63) / 64; }
    Verdict at(std::size_t plan, std::size_t requirement) const {
        const std::uint64_t* const word = bits.data() + requirement * 3 * words() + plan / 64;
        unsigned code = 0;
        for (unsigned plane = 0; plane < 3; ++plane)
            code |= static_cast<unsigned>(word[plane * words()] >> (plan % 64) & 1) << plane;
        return static_cast<Verdict>(code);
    }
    /// Of how many plans the requirement came out so. Rows that could not be read are none of them. O(plans / 64).
    std::size_t count(std::size_t requirement, Verdict verdict) const {
        const std::uint64_t* const ones = bits.data() + requirement * 3 * words();
        const auto same = [&](std::uint64_t plane, unsigned bit) {
            return (static_cast<unsigned>(verdict) >> bit & 1) != 0 ? plane : ~plane;
        };
        std::size_t found = 0;
        for (std::size_t word = 0; word < words(); ++word) {
            const std::uint64_t in_use =
                (word + 1) * 64 <= plans ? ~std::uint64_t(0) : (std::uint64_t(1) << plans % 64) - 1;
            found += static_cast<std::size_t>(std::popcount(
                in_use & same(ones[word], 0) & same(ones[words() + word], 1) & same(ones[2 * words() + word], 2)));
        }
        return found;
    }
};
struct TableVerdictPlanes : VerdictPlanes {
    /// Rows that could not be read, in order, with the reason: all their bits are set, which is no verdict's code.
    std::vector<std::pair<std::size_t, std::vector<Diagnostic>>> refused;
};

struct TableOptions {
    /// The column that names the plans; none: "plan" where there is one, else "row 0", "row 1" …
    std::optional<std::string> name_column = {};
    std::string read = {};  // as in PlanOptions
};

/// A column of a table, or a member of a struct in it, that is no part of the plans.
struct LeftOutColumn {
    std::string place;   // "colour", "agencies/colour"
    std::string entity;  // that has no such field
    std::string type;    // of Arrow, in its short form: the entity has the field, and no plan such values; else empty
};

/// Plans that are rows of a table of Arrow, which it keeps. Cheap to copy; from any thread.
class BRECHA_EXPORT PlanTable {
public:
    std::size_t size() const;
    std::string name(std::size_t row) const;
    std::vector<LeftOutColumn> left_out() const;
    /// The same in words (P101), and which columns have values that no such field takes (P201): texts where numbers
    /// belong. `place`: the column.
    std::vector<Note> notes(Language language = "en") const;
    /// One row, to read and assess it as a plan for itself. O(size of the row).
    PlanTree tree(std::size_t row) const;

    struct State;
    explicit PlanTable(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

/// One case of a ruleset's tests, run.
struct CaseResult {
    std::string suite, title, file;
    std::uint32_t line = 0;
    std::vector<std::string> requirements;  // ids that it expects something of, of parts too
    bool passed = false;
    std::string message;  // what was expected and what came, with the plan's places and why; empty where it passed
};
struct TestReport {
    std::vector<CaseResult> cases;
    std::size_t verdicts = 0;                                  // of requirements and parts, that cases could reach
    std::vector<std::pair<std::string, Verdict>> not_reached;  // requirement or part, verdict that no case has reached
};

class BRECHA_EXPORT Ruleset {
public:
    const std::string& name() const;
    const std::string& version() const;
    std::string title(Language language = "en") const;
    const std::string& sha256() const;
    std::vector<RequirementInfo> requirements(Language language = "en") const;
    /// Names and versions of the rulesets that it extends, bases first, and its own.
    const std::vector<std::pair<std::string, std::string>>& layers() const;
    /// From when until when each of these is in force.
    std::vector<Period> in_force() const;
    /// What these change of each other, base by base, as written; none where it extends nothing.
    std::vector<Change> changes(Language language = "en") const;
    /// How requirements of these stand to those of other instruments, base by base, as written.
    std::vector<Mapping> mappings() const;
    /// The instruments in the order in which they are declared, also those that no requirement cites.
    std::vector<SourceInfo> sources(Language language = "en") const;
    VocabularyInfo vocabulary(Language language = "en") const;
    std::vector<std::string> languages() const;  // that its title is given in
    /// A plan with every field that the rules read: JSON text, nulls and empty places to fill.
    std::string blank_plan(Language language = "en") const;

    /// Fails only where nothing could be read; everything else that cannot be used is a note of the plan. O(size).
    Outcome<Plan> read_plan(std::string_view json, const PlanOptions& options = {}) const;
    Outcome<Plan> read_plan(const PlanTree& tree, const PlanOptions& options = {}) const;
    /// Plans read together are assessed together in one batch. An entry a text, in order.
    std::vector<Outcome<Plan>> read_plans(const std::vector<std::pair<std::string, std::string>>& name_and_json,
                                          const PlanOptions& options = {}) const;
    /// Fails for an unknown or wrong parameter, or where a limit is reached.
    Outcome<Assessment> assess(const Plan& plan, const AssessOptions& options) const;
    std::vector<Outcome<Assessment>> assess(const std::vector<Plan>& plans, const AssessOptions& options) const;
    /// Verdicts alone, without findings, places or texts: for counts over many plans. Plans read together run together.
    Outcome<Verdicts> verdicts(const std::vector<Plan>& plans, const AssessOptions& options) const;
    /// The same as bits.
    Outcome<VerdictPlanes> verdict_planes(const std::vector<Plan>& plans, const AssessOptions& options) const;
    /// A table of plans from Arrow's C stream interface (brecha/arrow.h), which is read to its end and released: a plan
    /// a row, its columns the fields of a plan, lists as lists, items as structs; `evidence` and `judgements` as
    /// structs, maps or JSON text. Nothing is copied. Fails where the stream fails, or is no table (P601).
    Outcome<PlanTable> read_table(ArrowArrayStream& stream, const TableOptions& options = {}) const;
    /// Columns go into the engine as they stand; only rows with something to say of them (a note, evidence, a
    /// reference, a value within bounds) are read one by one. Memory beside the result does not grow with the rows.
    Outcome<TableVerdicts> verdicts(const PlanTable& plans, const AssessOptions& options) const;
    /// The same as bits.
    Outcome<TableVerdictPlanes> verdict_planes(const PlanTable& plans, const AssessOptions& options) const;
    /// Runs the `tests for` blocks that came with the ruleset's files.
    TestReport run_tests(Language language = "en") const;
    /// What each requirement costs where every list of a plan has so many elements, largest first. What several read is
    /// counted for each of them.
    std::vector<Cost> costs(std::size_t elements = 100) const;
    /// The same with the lists as long as those of the plan, and of those that were read with it, are on average.
    std::vector<Cost> costs(const Plan& plan) const;
    /// The checked ruleset as JSON, expression by expression.
    std::string printed() const;
    /// The constants of a requirement and of all that it calls and looks up: where answers begin to make a difference.
    /// None where there is no such requirement.
    std::vector<Constant> constants(std::string_view requirement) const;

    struct State;
    explicit Ruleset(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

/// One value of a plan, as a host has it. What no plan can hold (infinity, bytes that are not UTF-8) makes its place
/// missing, with a note.
class PlanValue {
public:
    enum class Kind : std::uint8_t { text, yes_no, integer, number, decimal };
    PlanValue(std::string_view value) : kind(Kind::text), text(value) {}
    PlanValue(const std::string& value) : kind(Kind::text), text(value) {}
    PlanValue(const char* value) : kind(Kind::text), text(value) {}
    PlanValue(bool value) : kind(Kind::yes_no), yes(value) {}
    template <typename Integer>
        requires(std::is_integral_v<Integer> && !std::is_same_v<Integer, bool>)
    PlanValue(Integer value) : kind(Kind::integer), integer(static_cast<std::int64_t>(value)) {
        if constexpr (std::is_unsigned_v<Integer> && sizeof(Integer) >= sizeof(std::int64_t))
            if (integer < 0) *this = exactly(std::to_string(value));
    }
    PlanValue(double value)
        : kind(Kind::number), number(value) {}  // the shortest decimal that reads back as the same double
    PlanValue(Date date) : kind(Kind::text), text(to_text(date)) {}
    /// A number by its digits: "0.30", "18446744073709551615".
    static PlanValue exactly(std::string_view digits) {
        PlanValue value(digits);
        value.kind = Kind::decimal;
        return value;
    }

    Kind kind;
    std::string text;  // decimal: its digits
    bool yes = false;
    std::int64_t integer = 0;
    double number = 0;
};

/// Where a value stands in whatever a host made a plan from; from 1, 0: not known.
struct PlanPosition {
    std::uint32_t line = 0, column = 0;
};

/// A plan as a tree of values, for hosts that read a spelling of their own (YAML, dictionaries, sheets): the values in
/// the order in which they stand there, with their lines and columns where those are known. A plan is one object. Not
/// for use from several threads at once.
class BRECHA_EXPORT PlanTree {
public:
    using Position = PlanPosition;
    PlanTree();
    PlanTree(PlanTree&&) noexcept;
    PlanTree& operator=(PlanTree&&) noexcept;
    ~PlanTree();

    PlanTree& begin_object(Position at = {});
    PlanTree& begin_list(Position at = {});
    PlanTree& end();  // of the object or list that was begun last
    /// The field that the next value belongs to.
    PlanTree& key(std::string_view name, Position at = {});
    PlanTree& value(const PlanValue& value, Position at = {});
    PlanTree& nothing(Position at = {});
    /// A scalar that its field has to explain: YAML's words without quotes. NO is a country where one belongs, and 12 a
    /// text.
    PlanTree& plain(std::string_view written, Position at = {});
    /// What no plan can hold. `shown`: how a note shows it.
    PlanTree& unusable(std::string_view shown, Position at = {});
    /// It could not be read at all: "not YAML at line 3, column 5: why" (P601). `why`: in the languages that there are
    /// words in; a reader of another one gets the first in the order of languages().
    PlanTree& refuse(std::string_view format, const std::vector<std::pair<Language, std::string>>& why = {},
                     Position at = {});

    /// As JSON text, in the fields of `rules`.
    std::string json(const Ruleset& rules) const;

    struct State;
    State& state() { return *state_; }
    const State& state() const { return *state_; }

private:
    std::unique_ptr<State> state_;
};

/// Builds a plan value by value, for hosts that have no JSON text. Places are written with keys, as reports write them:
///   builder.set("stage", "drafted").set("agencies/ict/sector", "public").set("agencies/ict/letter_signed_on",
///   Date{2017, 8, 1});
/// What a place names is made on the way: the list, and the item with that key. Nothing is checked here: read() says
/// what cannot be used, and where a place was given two values that differ (P602). Not for use from several threads at
/// once.
class BRECHA_EXPORT PlanBuilder {
public:
    explicit PlanBuilder(const Ruleset& rules);
    PlanBuilder(PlanBuilder&&) noexcept;
    PlanBuilder& operator=(PlanBuilder&&) noexcept;
    ~PlanBuilder();

    PlanBuilder& set(std::string_view place, const PlanValue& value);
    /// A list of values or of references; empty: "there are none".
    PlanBuilder& set_list(std::string_view place, const std::vector<PlanValue>& values);
    /// A value known within bounds, both included; without one of them, open to that side.
    PlanBuilder& set_between(std::string_view place, const std::optional<PlanValue>& from,
                             const std::optional<PlanValue>& to);
    /// The item or list is there, also with nothing in it: "agencies" is then an empty list, "agencies/ict" an agency
    /// known by its key.
    PlanBuilder& add(std::string_view place);
    /// What is known of the statement at a place: key "read", "document", "page", "who", "on", "as_of", "guessed",
    /// "none", "why" …
    PlanBuilder& evidence(std::string_view place, std::string_view key, const PlanValue& value);

    /// The plan so far, as JSON text.
    std::string json() const;
    Outcome<Plan> read(const PlanOptions& options = {}) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Verdicts as a table: column "plan", then a column for each requirement. `is_read`: by name, where some of the plans
/// could not be read and have no verdicts; else empty.
BRECHA_EXPORT Table table_of(Verdicts verdicts, std::vector<std::string> names, const std::vector<bool>& is_read = {});
BRECHA_EXPORT Table table_of(TableVerdicts verdicts, const PlanTable& plans);

struct LoadOptions {
    std::vector<std::string> search =
        {};                    // folders in which `uses` and `extends` are looked for, after the ruleset's own
    std::string ruleset = {};  // which one, where a folder holds several
    std::string shipped = BRECHA_INSTALLED_RULESETS;  // the folder of shipped rulesets; empty: the one compiled in
    bool strict = false;  // check(): warns also of what is right and tells readers less than it could (B212)
};

struct SourceText {
    std::string name;
    std::string text;
};

/// A shipped ruleset by name, a file, or a folder whose *.brecha files belong together.
BRECHA_EXPORT Outcome<Ruleset> load(const std::string& name_or_path, const LoadOptions& options = {});
/// From memory. Vocabularies that are not among the texts are looked for as load() does.
BRECHA_EXPORT Outcome<Ruleset> compile(const std::vector<SourceText>& texts, const LoadOptions& options = {});
/// Everything that is wrong with files that need not hold a ruleset (vocabularies, tests), for `brecha check`.
BRECHA_EXPORT std::vector<Diagnostic> check(const std::string& name_or_path, const LoadOptions& options = {});

/// Names of the shipped rulesets in `shipped` (empty: the folder compiled in).
BRECHA_EXPORT std::vector<std::string> shipped_rulesets(const std::string& shipped = BRECHA_INSTALLED_RULESETS);

/// A text that readers see, in one language.
struct RuleText {
    std::string unit;  // the vocabulary or ruleset
    std::string
        owner;  // "requirement PF-4.3.1"; empty: the unit itself. As a translation with English keywords writes it
    std::string line;  // "title", "gap .2"; likewise
    std::string language;
    std::string text;
    bool translated = false;  // it stands in a translation, apart from the rules
    bool known = true;        // false: a translation of what the rules do not have
    bool repeated = false;    // the label of a theme or module that is written before
    std::string file;
    std::size_t begin = 0, end = 0;  // bytes of the file's text: the quoted text; of a translation, its whole line
};
/// A translation, or the block of one owner in it.
struct TranslationBlock {
    std::string unit, language, owner;
    std::string file;
    std::size_t begin = 0, end = 0;  // from its keyword to behind its brace
};
struct RuleTexts {
    std::vector<RuleText> texts;  // those of rules in their order; then those of translations
    std::vector<TranslationBlock> blocks;
    std::vector<SourceText> files;
    std::vector<std::string> languages = {};  // of the keywords of each file
};
/// The texts of the vocabularies and rulesets that lie there, for translators; only for a ruleset with families is
/// looked up elsewhere what it names. Fails where a file cannot be read or parsed.
BRECHA_EXPORT Outcome<RuleTexts> rule_texts(const std::string& name_or_path, const LoadOptions& options = {});

/// `text` laid out in the canonical way, its keywords in `language` (none: its own). Fails where it does not parse.
BRECHA_EXPORT Outcome<std::string> format(const std::string& name, const std::string& text,
                                          std::optional<Language> language = {});
/// How `language` spells a keyword of the rules, named by its role: its English spelling, with "~" behind the second
/// sense of a word that is one in English and two elsewhere ("no~"). Empty where there is no such role.
BRECHA_EXPORT std::string_view keyword(std::string_view role, Language language);
/// How `language` spells a function, a standing, `assessment_date` … named by its English spelling, which comes back
/// for any other word.
BRECHA_EXPORT std::string_view built_in_word(std::string_view english, Language language);

/// What stands in an array of reports for a plan that could not be read: "plan", "notes" that say why, and nothing
/// else.
BRECHA_EXPORT std::string refused_to_json(std::string_view plan_name, std::string_view sha256,
                                          const std::vector<Diagnostic>& why, Language language = "en");
/// Reports of several plans (Assessment::to_json, refused_to_json) as one array, with the same layout.
BRECHA_EXPORT std::string reports_to_json(const std::vector<std::string>& reports);

}  // namespace brecha
