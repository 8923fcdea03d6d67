// The syntax tree: what a *.brecha file says, word for word, before anyone asks whether it makes sense.
//
// Comes out of parse(), goes into check() and print(). Every node keeps the span of bytes it was read from.
// Keywords are gone (their role is the node's type), so one tree has a spelling in each keyword language.
// Names, ids and texts are kept as written. Nothing is resolved here.
#pragma once

// clang-format off: laid out by hand, a row a thing

#include <brecha/grammar/box.hpp>
#include <brecha/grammar/diagnostic.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::syntax {

using grammar::Box;
using grammar::Span;

/// A name, id, version, number or other single token as written (built-in words in their English spelling).
struct Word {
    std::string text;
    Span span;
    bool empty() const { return text.empty(); }
};

/// A bare `"…"`. `text` is unescaped; `block` remembers the """ form.
struct Quoted {
    std::string text;
    bool block = false;
    Span span;                      // quotes included
};
/// `en "…"`, or a bare one (language empty).
struct Text : Quoted {
    std::string language;
};
using Texts = std::vector<Text>;

// --- expressions ----------------------------------------------------------------------------------------

enum class ExpressionKind : std::uint8_t {
    // leaves; `text` as written
    number,         // text "200_000", further unit where one is given ("persons", "persons/m2")
    percent,        // text "30" of 30%
    text,           // text unescaped
    date,           // "2017-07-20"
    moment,         // "2017-07-20T08:30-06:00"
    duration,       // text "15", further unit "minutes": always the English plural: seconds minutes hours days weeks months years working_days; further name: the calendar after `in`, may be empty
    yes_no,         // text "yes" or "no"
    name,           // text
    judged,         // further texts: the question
    values_of,      // text: the enumeration's name
    verdict,        // text: the requirement's id; `option` 0 is met, 1 applies; further name: the variable after `for`, may be empty
    // with operands
    field,          // operands[0] "." text
    index,          // operands[0] "[" operands[1…] "]"
    call,           // text "(" operands… ")"
    aggregate,      // text "(" binder [":" operands[0]] ")"
    set,            // "{" operands… "}"
    negate,         // "-" operands[0]
    not_,           // not operands[0]
    and_, or_,      // two or more operands
    sum,            // operands[0] then text[i-1] operands[i], where text has a '+' or '-' for each
    product,        // likewise, '*' or '/'
    compare,        // operands[0] `comparison` operands[1]
    is_given, is_missing,
    matches,        // operands[0] matches the glob in `text`
    between,        // operands[0] between operands[1] and operands[2]
    within,         // operands[0] within operands[1] `relation` operands[2]
    at_least,       // operands[0] at least (`option` 1: more than) operands[1] before|after operands[2]
    due_within,     // operands[0] due within operands[1] after|beginning with operands[2]; before: due at least (`option` 1: due more than)
    apart,          // operands[0] at most operands[1] apart [since operands] [until operands]: see `since`, `until`
    otherwise,      // operands[0] otherwise operands[1]
    conditional,    // if operands[0] then operands[1] [else operands[2]]
    quantifier,     // `quantifier` [how many: operands.front()] binder [":" body: operands.back()], see has_body
    group           // operands[0] in round brackets, as written (checker and printer look through it)
};

enum class Comparison : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal, one_of, not_one_of, contains, contains_any, contains_all, covers, starts_with };
enum class Relation : std::uint8_t { of, before, after, beginning_with };
enum class Quantifier : std::uint8_t { every, some, no, at_least, at_most, exactly };

struct Expression;
using ExpressionPointer = Box<Expression>;

/// `x in LIST where CONDITION`
struct Binder {
    Word variable;
    ExpressionPointer list;
    ExpressionPointer condition;    // null: none
    Span span;
};

/// One expression. Uniform on purpose: printing, translating and walking see one type; the checker turns it into
/// typed ones. Which members mean something is said at ExpressionKind.
struct Expression {
    ExpressionKind kind = ExpressionKind::name;
    Comparison comparison = Comparison::equal;
    Relation relation = Relation::of;
    Quantifier quantifier = Quantifier::every;
    std::uint8_t option = 0;        // verdict: 0 is met, 1 applies; at_least, due_within: 1 more than
    bool has_body = false;          // aggregate, quantifier: something stands after ":"
    bool has_since = false;         // apart: operands[2] is `since`
    bool has_until = false;         // apart: the last operand is `until`
    Span span;
    Span text_span;                 // of `text`, where it is a name within a longer expression (field, call)
    std::string text;
    std::vector<Expression> operands;
    Box<Binder> binder;             // aggregate, quantifier

    /// What few kinds say.
    struct Further {
        std::string unit;           // number, duration
        Span unit_span;
        Word name;                  // verdict: variable after `for`; duration: calendar after `in`
        Texts texts;                // judged
    };
    Box<Further> more;
    const Further& further() const {
        static const Further none;
        return more ? *more : none;
    }
    Further& add_further() {
        if (!more) more = Further();
        return *more;
    }
};

// --- vocabulary -----------------------------------------------------------------------------------------

struct Type;

/// A word and what readers see in its place: `reviewed es "revisado"`
struct LabelledWord {
    Word word;
    Texts labels;
};

/// A value of an enumeration: what stands for it, and how it stands in a list: `after en "Is it looked at afterwards?" listed en "the time afterwards"`
struct EnumValue {
    Word word;
    Texts labels;
    Texts listed;
};

struct EnumValues {
    std::vector<EnumValue> values;
    bool ordered = false;           // written with "<"
};

enum class TypeKind : std::uint8_t { text, yes_no, integer, number, percent, date, moment, duration, country, named, reference, list, one_of };

struct Type {
    TypeKind kind = TypeKind::text;
    Span span;
    Word name;                      // named (enumeration or entity), reference
    Word unit;                      // number in UNIT
    Box<Type> element;              // list of
    EnumValues values;              // one of
};

/// The literal after "=" of a field or in a table row.
struct Literal {
    ExpressionKind kind = ExpressionKind::name;   // number percent text date moment duration yes_no, name (an enum's word)
    std::string text;
    std::string unit;
    Span span;
};

struct Field {
    Word word;
    Texts labels;
    Type type;
    Word dated;                     // of a list: the field of its elements that says when
    Box<Literal> initial; // "= no"
    Texts ask;
    Span span;
};

struct UnitDeclaration  { Word name; Word factor; Word factor_unit; Word left; Word right; Texts labels; Span span; };  // = factor factor_unit, or = left * right
struct EnumDeclaration  { Word name; Word extends; EnumValues values; Span span; };
struct EntityDeclaration { Word name; Texts labels; bool root = false; std::vector<Word> key; std::vector<Field> fields; Span span; };
struct ExtendDeclaration { Word name; bool is_enumeration = false; std::vector<Field> fields; EnumValues values; Span span; };
struct TitleLine    { Texts texts; Span span; };
struct ExtendsLine  { Word name; Word version; Span span; };

using VocabularyItem = std::variant<TitleLine, ExtendsLine, UnitDeclaration, EnumDeclaration, EntityDeclaration, ExtendDeclaration>;

struct Vocabulary {
    Word name;
    Word version;
    std::vector<VocabularyItem> items;
    Span span;
};

// --- ruleset --------------------------------------------------------------------------------------------

struct Cite {                       // source [.2] ISPS "A/16.3" [quote …] [reading heading]
    Word part;
    Word source;
    Quoted clause;
    Texts quote;
    Word reading;
    Span span;
};

struct UsesLine     { std::vector<std::pair<Word, Word>> names; Span span; };      // name, version
struct MonthEndLine { Word rule; Span span; };                                     // last_day, next_day

struct FactsLastLine { Expression duration; Span span; };                          // of a ruleset, a group, a requirement

/// From when until when something is in force: `from 2024-07-01 until 2026-12-31`, both days included. Either may be missing.
struct Period { Word from; Word until; Span span; };

struct InForceLine { Period period; Span span; };                                  // of a ruleset, a group, a requirement

struct SourceDeclaration {
    Word name;
    Texts title;
    Texts publisher;
    Texts url;
    Word date;
    Word standing;
    Box<Text> file;                 // with the text of the source
    Span span;
};

/// A value of a parameter: `3 from 2024-07-01 source DECREE "art. 2"`
struct DatedValue { Expression value; Period period; Box<Cite> cite; Span span; };

struct ParameterDeclaration {
    Word name;
    Box<Type> type;
    std::vector<DatedValue> values; // none: nobody knows it until somebody sets it
    std::vector<Cite> cites;
    Texts title;
    Span span;
};

struct DefineParameter { Word name; Type type; };

struct Definition {
    Word name;
    std::vector<DefineParameter> parameters;
    Box<Type> type;
    Expression body;
    Box<Cite> cite;
    Span span;
};

struct TableColumn { Word word; Box<Type> type; bool banded = false; };  // banded: "at least"
struct TableRow    { std::vector<Literal> keys; std::vector<Literal> values; Span span; };

struct Table {
    Word name;
    std::vector<TableColumn> keys;
    std::vector<Field> fields;      // of -> { … }; empty for -> TYPE
    Box<Type> type;
    Box<Text> from;                 // a CSV file's name
    std::vector<TableRow> rows;
    Box<Cite> cite;
    Span span;
};

struct Calendar {
    Word name;
    std::vector<Word> weekend;      // empty: it states nothing, a layer above does
    Box<Text> holidays_from;
    std::vector<Word> holidays;
    Word from;                      // may be empty
    Word until;
    Span span;
};

enum class Modality : std::uint8_t { shall, should, may };

struct ModalityLine { Modality modality = Modality::shall; Span span; };
struct ThemeLine    { LabelledWord theme; Span span; };
struct WhenLine     { Expression condition; Span span; };
enum class Ending : std::uint8_t { unstated, if_any, at_least_one };
struct EachLine     { Binder binder; Ending ending = Ending::unstated; Span span; };
enum class MessageKind : std::uint8_t { gap, remedy, none };
struct MessageLine  { MessageKind kind = MessageKind::gap; Word part; Texts texts; Span span; };
struct TrainingLine { std::vector<LabelledWord> modules; Span span; };
struct EffortLine   { Expression duration; bool each = false; Span span; };
struct AfterLine    { std::vector<Word> ids; Span span; };
struct NoteLine     { Texts texts; Span span; };
struct LetLine      { Word name; Expression value; Span span; };
struct RequireLine  { bool forbid = false; Word part; Texts label; Texts listed; Expression condition; ExpressionPointer unless; Span span; };

// protocols only
struct AnsweredByLine { Binder binder; Span span; };
struct RoleLine       { std::vector<Word> roles; Span span; };
struct EventLine      { bool is_case = false; Word word; Texts texts; Span span; };   // event, case
struct SpanOfTime     { ExpressionPointer duration; Word parameter; };

enum class StepAttributeKind : std::uint8_t { after, within, at_least, before, in_case, optional, lasts, during, every, performs };
struct StepAttribute {
    StepAttributeKind kind = StepAttributeKind::after;
    std::vector<Word> words;        // after, before, in_case, during, performs; at_least: the anchor
    bool any = false;               // words joined by "or"
    Relation relation = Relation::after;              // at_least … before|after
    SpanOfTime from;                // within, at_least, every; lasts
    SpanOfTime to;                  // lasts … to …
    Word percent_from, percent_to;  // during … from 40% to 60%: the numbers
    Span span;
};
struct StepLine {
    Word word;
    std::vector<Word> by;
    bool by_any = false;            // joined by "or"
    Word to;
    std::vector<StepAttribute> attributes;
    Texts texts;
    Span span;
};
struct LimitLine    { Word from; Word to; bool at_least = false; SpanOfTime time; Word in_case; Span span; };
struct NeverLine    { Word first; Word before; Word in_case; Span span; };
struct SeparateLine { Word one; Word other; Span span; };

/// A line of a requirement, protocol or group, in the order written.
using Clause = std::variant<TitleLine, ModalityLine, Cite, ThemeLine, WhenLine, EachLine, MessageLine, TrainingLine, EffortLine, AfterLine,
                            NoteLine, FactsLastLine, InForceLine, LetLine, RequireLine, AnsweredByLine, RoleLine, EventLine, StepLine, LimitLine, NeverLine, SeparateLine>;

struct Requirement {                // and protocol: is_protocol
    bool is_protocol = false;
    Word id;
    std::vector<Word> was;
    std::vector<Clause> clauses;
    Span span;
};

struct Group;

/// A requirement of a family: its ids are texts with `{row.column}` in them.
struct Member : Requirement {};

/// A requirement for each row of a table: `family row in T { requirement "PFB-{row.clause}" { … } }`
struct Family {
    Word variable;
    Word table;
    std::vector<Member> members;
    Span span;
};

struct Why { Texts because; Box<Cite> cite; Span span; };
struct SetLine      { Word name; std::vector<DatedValue> values; Why why; Span span; };
struct WaiveLine    { std::vector<Word> ids; Word until; Why why; Span span; };
struct MakeLine     { std::vector<Word> ids; Modality modality = Modality::shall; Why why; Span span; };
struct ReplaceBlock { Word id; std::vector<Clause> clauses; Box<Why> why; Span span; };
struct ReplaceCalendar { Calendar calendar; Why why; Span span; };
struct MapLine      { Word id; Word to_ruleset; Word to_id; Word relation; Span span; };

using RulesetItem = std::variant<TitleLine, ExtendsLine, UsesLine, MonthEndLine, FactsLastLine, InForceLine, SourceDeclaration, ParameterDeclaration, Definition, Table, Calendar,
                                 std::unique_ptr<Group>, Family, Requirement, SetLine, WaiveLine, MakeLine, ReplaceBlock, ReplaceCalendar, MapLine>;
using GroupItem = std::variant<Clause, ParameterDeclaration, Definition, Table, Family, Requirement>;

struct Group {
    Word name;
    std::vector<GroupItem> items;
    Span span;
};

struct Ruleset {
    Word name;
    Word version;
    std::vector<RulesetItem> items;
    Span span;
};

// --- tests ----------------------------------------------------------------------------------------------

struct PlanLine { Box<Text> from; std::string json; Span span; };        // json: the text of the object as written
struct AsOfLine { Word date; Span span; };
struct CaseSet  { Word name; Expression value; Span span; };

enum class ExpectKind : std::uint8_t { no_gaps, gaps, verdict };
struct ExpectLine {
    ExpectKind kind = ExpectKind::verdict;
    std::vector<Word> ids;          // gaps: several; verdict: one
    bool only = false;
    std::string verdict;            // "met" …
    Texts subjects;                 // for "…"
    Texts missing;                  // missing "…"
    Span span;
};
using CaseItem = std::variant<PlanLine, AsOfLine, CaseSet, ExpectLine>;

struct Case  { Texts title; std::vector<CaseItem> items; Span span; };
struct Tests { Word ruleset; std::vector<Case> cases; Span span; };

// --- translations ---------------------------------------------------------------------------------------

/// Whose texts stand together: those of the vocabulary or ruleset itself, or those of a thing in it.
enum class TextOwner : std::uint8_t { whole, requirement, group, entity, enumeration, table, replacement };

/// What a text is of its owner. `label` is that of the owner itself, of a field or of a value. Of `set`, `waive` and
/// `make` it is why; the word is the first that the line names.
enum class TextKind : std::uint8_t { label, listed, ask, title, gap, remedy, none, note, require, judged, quote, source, publisher, parameter, theme, training, unit, step, event, case_, set, waive, make, because };

/// `gap .2 "…"`, `berths "…"`, `ask berths "…"`
struct TranslatedText {
    TextKind kind = TextKind::label;
    Word word;                      // a field, value, theme, source …; of gap, remedy, require and judged: the part
    Text clause;                    // quote: of which clause
    Word number;                    // which one, where several are alike: 2, 3 …
    Text text;                      // without a language: that of the translation
    Span span;
};

/// `requirement PF-4.3.1 { … }`; an enumeration that a field lists itself is called `Entity.field`.
struct TranslatedBlock {
    TextOwner owner = TextOwner::whole;
    Word name;
    std::vector<TranslatedText> texts;
    Span span;
};

using TranslationItem = std::variant<TranslatedText, TranslatedBlock>;

/// `translation es of port_facility { … }`
struct Translation {
    Word language;
    Word of;                        // a vocabulary or ruleset
    std::vector<TranslationItem> items;
    Span span;
};

// --- file -----------------------------------------------------------------------------------------------

using Unit = std::variant<Vocabulary, Ruleset, Tests, Translation>;

struct Comment { Span span; bool own_line = true; };      // "#…" to the end of the line; own_line: nothing stands before it

struct File {
    std::string name;               // as the caller named it
    std::string text;               // the whole text; spans point into it
    std::string language = "en";    // of the keywords
    bool language_stated = false;   // a `language xx` line stands first
    std::vector<Unit> units;
    std::vector<Comment> comments;
};

}  // namespace brecha::syntax
