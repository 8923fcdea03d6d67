// The checked ruleset: all that a plan is held against. Made by check() only, so an unchecked one cannot run.
#pragma once

#include <brecha/codes.hpp>
#include <brecha/grammar/box.hpp>

#include "model/calendar.hpp"
#include "model/expression.hpp"
#include "model/protocol.hpp"
#include "model/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::model {

using brecha::Modality;
using brecha::Reading;
using brecha::Relation;
using brecha::Standing;
using brecha::Tailoring;
using brecha::Weakens;

struct Source {
    std::string id;
    Texts title, publisher;
    std::string url;
    std::string date;  // "2017-07-20" or empty
    Standing standing = Standing::unstated;
};

struct Citation {
    std::string part;          // ".2"; empty: the whole requirement
    std::uint32_t source = 0;  // Ruleset::sources
    std::string clause;
    Texts quote;
    Reading reading = Reading::full;
    bool stale = false;  // the words quoted are not in the text of the source
};

/// From when until when something is in force, both days included; without a bound, as far as anybody may ask.
struct Period {
    std::optional<Day> from, until;

    bool is_limited() const { return from || until; }
    bool holds_on(Day day) const { return !(from && day < *from) && !(until && day > *until); }
    /// The days of both; nothing where they have none in common.
    std::optional<Period> common(const Period& other) const;
};

struct Variable {
    std::string name;
    Type type;
};

/// A value of a parameter: constant, that is literals, lists of them, other parameters.
struct DatedValue {
    Expression value;
    Period in_force;
};

struct Parameter {
    std::string name;
    Texts title;
    Type type;
    std::vector<DatedValue> values;  // in the order of their days, which no two share
    std::vector<Citation> citations;

    /// The value in force; null where there is none: unknown until somebody sets it.
    const DatedValue* on(Day day) const;
};

struct Definition {
    std::string name;
    std::vector<std::int32_t> parameters;  // Ruleset::variables
    Expression body;
};

/// A table that comes with the ruleset. Its rows are items of an entity of their own (Entity::table_row): key columns
/// first, then values.
struct Table {
    std::string name;
    std::uint32_t entity = 0;                    // Vocabulary::entities
    bool single_value = false;                   // `-> TYPE`: indexing gives the value of the one field after the keys
    std::vector<bool> banded;                    // for each key column: `at least`
    std::vector<std::vector<std::string>> rows;  // cells as a plan would write them in JSON; "" is absent
};

/// A text with expressions in it, in one language.
struct Piece {
    std::string text;  // literal; empty where it is an expression
    grammar::Box<Expression> value;
    bool failing = false;  // {missing}: the parts that fail
    bool open = false;     // {open}: the parts that are unknown
    bool part = false;     // {part}: the failing part of which the text is said
};
struct Template {
    std::string language;
    std::vector<Piece> pieces;
};
using Templates = std::vector<Template>;

/// What an `each` that finds nobody comes to: nothing is owed, or (at_least_one) the subject around it fails.
enum class Ending : std::uint8_t { unstated, if_any, at_least_one };

/// `each x in L where C, at least one`
struct Subject {
    std::int32_t variable = -1;
    Expression list;
    std::optional<Expression> condition;
    Ending ending = Ending::unstated;
    Templates none_there;  // at_least_one: what a report says where there is none; reads what is bound around it
};

struct When {
    Expression condition;
    std::uint32_t depth = 0;  // how many of the requirement's subjects must be bound to decide it
};

struct Let {
    std::int32_t variable = -1;
    Expression value;
};

/// One `require` or `forbid`. A condition that is `covers` at its top gives one part for each element of its right
/// side.
struct Clause {
    std::string part;  // ".1", "#2"; empty where the requirement has a single clause without label
    Texts label;
    Texts listed;  // how it stands in a list of several; empty: as its label
    Expression condition;
};

/// Does `.inform` name the part? It names the clause so labelled; of a protocol all parts of its step.
inline bool names_part(std::string_view written, std::string_view part) {
    if (written == part) return true;
    if (!written.starts_with('.') || !part.starts_with(written.substr(1))) return false;
    return part.size() == written.size() - 1 || part[written.size() - 1] == '/';
}

/// Id of a part: "PF-16.3" with ".1" is "PF-16.3.1", "UNS-08" with "screening" is "UNS-08/screening".
inline std::string part_id(std::string_view requirement, std::string_view part) {
    std::string id(requirement);
    if (part.empty()) return id;
    if (part.front() != '.' && part.front() != '#') id += '/';
    return id += part;
}

struct Message {       // gap, remedy
    std::string part;  // empty: the whole requirement
    Templates templates;
};

struct Judgement {  // a place where a human decides
    std::uint32_t requirement = 0;
    std::string part;
    Texts question;
};

/// The reason for what a layer changes, and where it stands.
struct Why {
    Texts because;
    std::optional<Citation> citation;
};

/// A waiver lies over a requirement's verdict until its last day.
struct Waiver {
    std::optional<Day> until;  // nothing: without an end
    std::string origin;        // the layer that waives
    Why why;

    bool holds_on(Day day) const { return !until || day <= *until; }
};

/// What a layer changes of the rulesets below it.
struct Change {
    Tailoring kind = Tailoring::set;
    std::string origin;             // the layer
    std::int32_t requirement = -1;  // Ruleset::requirements
    std::int32_t parameter = -1;    // `set`: Ruleset::parameters
    std::int32_t calendar = -1;     // `replace`: Ruleset::calendars
    std::string before,
        after;  // as the rules say it, in the language of their keywords; empty where nothing stood there
    std::optional<Day> until;  // `waive`
    Weakens weakens = Weakens::no;
    Why why;
};

/// How a requirement stands to one of another instrument, which is not part of the ruleset.
struct Mapping {
    std::uint32_t requirement = 0;  // Ruleset::requirements
    std::string ruleset, id;
    Relation relation = Relation::equal;
    std::string origin;  // the layer that says so
};

/// "row.option" and what stands for it, as a rule would write it in English.
using RowWords = std::vector<std::pair<std::string, std::string>>;

struct Requirement {
    std::string id;
    std::vector<std::string> was;
    Texts title;
    Modality modality = Modality::shall;
    std::vector<Citation> citations;
    std::string theme;
    std::string group;
    std::string origin;             // the ruleset that states it
    std::vector<Subject> subjects;  // outermost first, a group's before the requirement's own
    std::vector<When> conditions;
    std::vector<Let> lets;  // in order; a later one may read an earlier one
    std::vector<Clause> clauses;
    std::vector<Message> gaps;
    std::vector<Message> remedies;
    std::vector<std::string> training;
    std::string effort;  // "2 weeks" in English; empty: not stated
    std::optional<Duration> effort_duration;
    bool effort_each = false;
    std::vector<std::uint32_t> after;    // Ruleset::requirements
    Period in_force;                     // its own, its group's and that of the ruleset that states it, together
    std::optional<Duration> facts_last;  // how long a statement counts from the day its source is of; nothing: for ever
    Texts notes;
    grammar::Box<Waiver> waiver;
    bool weakened = false;       // a layer asks for less than its base does, or may; waivers apart
    RowWords row;                // of one that comes of a family: its rule says `row.option`
    std::int32_t protocol = -1;  // Ruleset::protocols, where it is one
    std::uint16_t file = 0;
    grammar::Span span;
};

/// What readers see in place of a word of the ruleset's own: a theme, a training module.
struct Label {
    std::string word;
    Texts texts;
};

struct SourceFile {
    std::string name;
    std::string text;
    std::string language;  // of its keywords
};

struct Ruleset {
    std::string name;
    std::string version;
    Texts title;
    std::string sha256;  // over the canonical English text of all units it is made of
    MonthEnd month_end = MonthEnd::unstated;
    Vocabulary vocabulary;
    std::vector<Source> sources;
    std::vector<Parameter> parameters;
    std::vector<Definition> definitions;
    std::vector<Table> tables;
    std::vector<Calendar> calendars;
    std::int32_t calendar = -1;  // the one that working days mean that name none; -1: there is none, or several
    std::vector<Variable> variables;
    std::vector<Judgement> judgements;
    std::vector<Requirement> requirements;  // in the order written, files by path
    std::vector<Protocol> protocols;
    std::vector<Label> themes, training;                      // those that have a label
    std::vector<std::pair<std::string, std::string>> layers;  // names and versions: those that it extends, then itself
    std::vector<Period> in_force;                             // of each layer
    std::vector<Change> changes;                              // layer by layer, in the order written
    std::vector<Mapping> mappings;
    std::vector<SourceFile> files;
    bool reads_assessment_date = false;

    DateRules date_rules() const {
        return {month_end == MonthEnd::unstated ? MonthEnd::last_day : month_end, calendars, calendar};
    }
};

}  // namespace brecha::model
