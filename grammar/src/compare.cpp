#include <brecha/grammar/compare.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::grammar {
namespace {

using namespace syntax;

// The brackets' inside. A bracketed chain within a chain of its own kind keeps its shape: the operands are counted.
const Expression& inside(const Expression& expression) {
    const Expression* inner = &expression;
    while (inner->kind == ExpressionKind::group && inner->operands.size() == 1) inner = &inner->operands.front();
    return *inner;
}

bool same(const Word& a, const Word& b) { return a.text == b.text; }
bool same(const Quoted& a, const Quoted& b) { return a.text == b.text; }
bool same(const Text& a, const Text& b) { return a.language == b.language && a.text == b.text; }

// Declared first, so that lists and options of any of them compare.
bool same(const Expression& a, const Expression& b);
bool same(const Binder& a, const Binder& b);
bool same(const LabelledWord& a, const LabelledWord& b);
bool same(const EnumValue& a, const EnumValue& b);
bool same(const EnumValues& a, const EnumValues& b);
bool same(const Type& a, const Type& b);
bool same(const Literal& a, const Literal& b);
bool same(const Field& a, const Field& b);
bool same(const Cite& a, const Cite& b);
bool same(const DefineParameter& a, const DefineParameter& b);
bool same(const TableColumn& a, const TableColumn& b);
bool same(const TableRow& a, const TableRow& b);
bool same(const Why& a, const Why& b);
bool same(const SpanOfTime& a, const SpanOfTime& b);
bool same(const StepAttribute& a, const StepAttribute& b);
bool same(const Requirement& a, const Requirement& b);
bool same(const Family& a, const Family& b);
bool same(const Group& a, const Group& b);
bool same(const Case& a, const Case& b);
bool same(const TranslatedText& a, const TranslatedText& b);
bool same(const TranslatedBlock& a, const TranslatedBlock& b);

template <typename T>
bool same(const std::vector<T>& a, const std::vector<T>& b);
template <typename... T>
bool same(const std::variant<T...>& a, const std::variant<T...>& b);

template <typename T>
bool same(const std::unique_ptr<T>& a, const std::unique_ptr<T>& b) {
    return a == nullptr || b == nullptr ? a == b : same(*a, *b);
}
template <typename T>
bool same(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}
template <typename A, typename B>
bool same(const std::pair<A, B>& a, const std::pair<A, B>& b) {
    return same(a.first, b.first) && same(a.second, b.second);
}

bool same(const Expression& first, const Expression& second) {
    const Expression& a = inside(first);
    const Expression& b = inside(second);
    return a.kind == b.kind && a.text == b.text && a.further().unit == b.further().unit &&
           a.comparison == b.comparison && a.relation == b.relation && a.quantifier == b.quantifier &&
           a.option == b.option && a.has_body == b.has_body && a.has_since == b.has_since &&
           a.has_until == b.has_until && same(a.further().name, b.further().name) && same(a.binder, b.binder) &&
           same(a.further().texts, b.further().texts) && same(a.operands, b.operands);
}
bool same(const Binder& a, const Binder& b) {
    return same(a.variable, b.variable) && same(a.list, b.list) && same(a.condition, b.condition);
}
bool same(const LabelledWord& a, const LabelledWord& b) { return same(a.word, b.word) && same(a.labels, b.labels); }
bool same(const EnumValue& a, const EnumValue& b) {
    return same(a.word, b.word) && same(a.labels, b.labels) && same(a.listed, b.listed);
}
bool same(const EnumValues& a, const EnumValues& b) { return a.ordered == b.ordered && same(a.values, b.values); }
bool same(const Type& a, const Type& b) {
    return a.kind == b.kind && same(a.name, b.name) && same(a.unit, b.unit) && same(a.element, b.element) &&
           same(a.values, b.values);
}
bool same(const Literal& a, const Literal& b) { return a.kind == b.kind && a.text == b.text && a.unit == b.unit; }
bool same(const Field& a, const Field& b) {
    return same(a.word, b.word) && same(a.labels, b.labels) && same(a.type, b.type) && same(a.dated, b.dated) &&
           same(a.initial, b.initial) && same(a.ask, b.ask);
}
bool same(const UnitDeclaration& a, const UnitDeclaration& b) {
    return same(a.name, b.name) && same(a.factor, b.factor) && same(a.factor_unit, b.factor_unit) &&
           same(a.left, b.left) && same(a.right, b.right) && same(a.labels, b.labels);
}
bool same(const EnumDeclaration& a, const EnumDeclaration& b) {
    return same(a.name, b.name) && same(a.extends, b.extends) && same(a.values, b.values);
}
bool same(const EntityDeclaration& a, const EntityDeclaration& b) {
    return same(a.name, b.name) && same(a.labels, b.labels) && a.root == b.root && same(a.key, b.key) &&
           same(a.fields, b.fields);
}
bool same(const ExtendDeclaration& a, const ExtendDeclaration& b) {
    return same(a.name, b.name) && a.is_enumeration == b.is_enumeration && same(a.fields, b.fields) &&
           same(a.values, b.values);
}
bool same(const TitleLine& a, const TitleLine& b) { return same(a.texts, b.texts); }
bool same(const ExtendsLine& a, const ExtendsLine& b) { return same(a.name, b.name) && same(a.version, b.version); }
bool same(const Cite& a, const Cite& b) {
    return same(a.part, b.part) && same(a.source, b.source) && same(a.clause, b.clause) && same(a.quote, b.quote) &&
           same(a.reading, b.reading);
}
bool same(const UsesLine& a, const UsesLine& b) { return same(a.names, b.names); }
bool same(const MonthEndLine& a, const MonthEndLine& b) { return same(a.rule, b.rule); }
bool same(const FactsLastLine& a, const FactsLastLine& b) { return same(a.duration, b.duration); }
bool same(const Period& a, const Period& b) { return same(a.from, b.from) && same(a.until, b.until); }
bool same(const InForceLine& a, const InForceLine& b) { return same(a.period, b.period); }
bool same(const DatedValue& a, const DatedValue& b) {
    return same(a.value, b.value) && same(a.period, b.period) && same(a.cite, b.cite);
}
bool same(const SourceDeclaration& a, const SourceDeclaration& b) {
    return same(a.name, b.name) && same(a.title, b.title) && same(a.publisher, b.publisher) && same(a.url, b.url) &&
           same(a.date, b.date) && same(a.standing, b.standing) && same(a.file, b.file);
}
bool same(const ParameterDeclaration& a, const ParameterDeclaration& b) {
    return same(a.name, b.name) && same(a.type, b.type) && same(a.values, b.values) && same(a.cites, b.cites) &&
           same(a.title, b.title);
}
bool same(const DefineParameter& a, const DefineParameter& b) { return same(a.name, b.name) && same(a.type, b.type); }
bool same(const Definition& a, const Definition& b) {
    return same(a.name, b.name) && same(a.parameters, b.parameters) && same(a.type, b.type) && same(a.body, b.body) &&
           same(a.cite, b.cite);
}
bool same(const TableColumn& a, const TableColumn& b) {
    return same(a.word, b.word) && same(a.type, b.type) && a.banded == b.banded;
}
bool same(const TableRow& a, const TableRow& b) { return same(a.keys, b.keys) && same(a.values, b.values); }
bool same(const Table& a, const Table& b) {
    return same(a.name, b.name) && same(a.keys, b.keys) && same(a.fields, b.fields) && same(a.type, b.type) &&
           same(a.from, b.from) && same(a.rows, b.rows) && same(a.cite, b.cite);
}
bool same(const Calendar& a, const Calendar& b) {
    return same(a.name, b.name) && same(a.weekend, b.weekend) && same(a.holidays_from, b.holidays_from) &&
           same(a.holidays, b.holidays) && same(a.from, b.from) && same(a.until, b.until);
}
bool same(const ModalityLine& a, const ModalityLine& b) { return a.modality == b.modality; }
bool same(const ThemeLine& a, const ThemeLine& b) { return same(a.theme, b.theme); }
bool same(const WhenLine& a, const WhenLine& b) { return same(a.condition, b.condition); }
bool same(const EachLine& a, const EachLine& b) { return same(a.binder, b.binder) && a.ending == b.ending; }
bool same(const MessageLine& a, const MessageLine& b) {
    return a.kind == b.kind && same(a.part, b.part) && same(a.texts, b.texts);
}
bool same(const TrainingLine& a, const TrainingLine& b) { return same(a.modules, b.modules); }
bool same(const EffortLine& a, const EffortLine& b) { return same(a.duration, b.duration) && a.each == b.each; }
bool same(const AfterLine& a, const AfterLine& b) { return same(a.ids, b.ids); }
bool same(const NoteLine& a, const NoteLine& b) { return same(a.texts, b.texts); }
bool same(const LetLine& a, const LetLine& b) { return same(a.name, b.name) && same(a.value, b.value); }
bool same(const RequireLine& a, const RequireLine& b) {
    return a.forbid == b.forbid && same(a.part, b.part) && same(a.label, b.label) && same(a.listed, b.listed) &&
           same(a.condition, b.condition) && same(a.unless, b.unless);
}
bool same(const AnsweredByLine& a, const AnsweredByLine& b) { return same(a.binder, b.binder); }
bool same(const RoleLine& a, const RoleLine& b) { return same(a.roles, b.roles); }
bool same(const EventLine& a, const EventLine& b) {
    return a.is_case == b.is_case && same(a.word, b.word) && same(a.texts, b.texts);
}
bool same(const SpanOfTime& a, const SpanOfTime& b) {
    return same(a.duration, b.duration) && same(a.parameter, b.parameter);
}
bool same(const StepAttribute& a, const StepAttribute& b) {
    return a.kind == b.kind && same(a.words, b.words) && a.any == b.any && a.relation == b.relation &&
           same(a.from, b.from) && same(a.to, b.to) && same(a.percent_from, b.percent_from) &&
           same(a.percent_to, b.percent_to);
}
bool same(const StepLine& a, const StepLine& b) {
    return same(a.word, b.word) && same(a.by, b.by) && a.by_any == b.by_any && same(a.to, b.to) &&
           same(a.attributes, b.attributes) && same(a.texts, b.texts);
}
bool same(const LimitLine& a, const LimitLine& b) {
    return same(a.from, b.from) && same(a.to, b.to) && a.at_least == b.at_least && same(a.time, b.time) &&
           same(a.in_case, b.in_case);
}
bool same(const NeverLine& a, const NeverLine& b) {
    return same(a.first, b.first) && same(a.before, b.before) && same(a.in_case, b.in_case);
}
bool same(const SeparateLine& a, const SeparateLine& b) { return same(a.one, b.one) && same(a.other, b.other); }
bool same(const Requirement& a, const Requirement& b) {
    return a.is_protocol == b.is_protocol && same(a.id, b.id) && same(a.was, b.was) && same(a.clauses, b.clauses);
}
bool same(const Why& a, const Why& b) { return same(a.because, b.because) && same(a.cite, b.cite); }
bool same(const SetLine& a, const SetLine& b) {
    return same(a.name, b.name) && same(a.values, b.values) && same(a.why, b.why);
}
bool same(const WaiveLine& a, const WaiveLine& b) {
    return same(a.ids, b.ids) && same(a.until, b.until) && same(a.why, b.why);
}
bool same(const MakeLine& a, const MakeLine& b) {
    return same(a.ids, b.ids) && a.modality == b.modality && same(a.why, b.why);
}
bool same(const ReplaceBlock& a, const ReplaceBlock& b) {
    return same(a.id, b.id) && same(a.clauses, b.clauses) && same(a.why, b.why);
}
bool same(const ReplaceCalendar& a, const ReplaceCalendar& b) {
    return same(a.calendar, b.calendar) && same(a.why, b.why);
}
bool same(const MapLine& a, const MapLine& b) {
    return same(a.id, b.id) && same(a.to_ruleset, b.to_ruleset) && same(a.to_id, b.to_id) &&
           same(a.relation, b.relation);
}
bool same(const Family& a, const Family& b) {
    return same(a.variable, b.variable) && same(a.table, b.table) && same(a.members, b.members);
}
bool same(const Group& a, const Group& b) { return same(a.name, b.name) && same(a.items, b.items); }
bool same(const PlanLine& a, const PlanLine& b) { return same(a.from, b.from) && a.json == b.json; }
bool same(const AsOfLine& a, const AsOfLine& b) { return same(a.date, b.date); }
bool same(const CaseSet& a, const CaseSet& b) { return same(a.name, b.name) && same(a.value, b.value); }
bool same(const ExpectLine& a, const ExpectLine& b) {
    return a.kind == b.kind && same(a.ids, b.ids) && a.only == b.only && a.verdict == b.verdict &&
           same(a.subjects, b.subjects) && same(a.missing, b.missing);
}
bool same(const Case& a, const Case& b) { return same(a.title, b.title) && same(a.items, b.items); }
bool same(const Vocabulary& a, const Vocabulary& b) {
    return same(a.name, b.name) && same(a.version, b.version) && same(a.items, b.items);
}
bool same(const Ruleset& a, const Ruleset& b) {
    return same(a.name, b.name) && same(a.version, b.version) && same(a.items, b.items);
}
bool same(const TranslatedText& a, const TranslatedText& b) {
    return a.kind == b.kind && same(a.word, b.word) && same(a.clause, b.clause) && same(a.number, b.number) &&
           same(a.text, b.text);
}
bool same(const TranslatedBlock& a, const TranslatedBlock& b) {
    return a.owner == b.owner && same(a.name, b.name) && same(a.texts, b.texts);
}
bool same(const Translation& a, const Translation& b) {
    return same(a.language, b.language) && same(a.of, b.of) && same(a.items, b.items);
}
bool same(const Tests& a, const Tests& b) { return same(a.ruleset, b.ruleset) && same(a.cases, b.cases); }

template <typename T>
bool same(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const T& x, const T& y) { return same(x, y); });
}
template <typename... T>
bool same(const std::variant<T...>& a, const std::variant<T...>& b) {
    if (a.index() != b.index()) return false;
    return std::visit([&](const auto& x) { return same(x, std::get<std::decay_t<decltype(x)>>(b)); }, a);
}

}  // namespace

bool same_tree(const File& one, const File& other) { return same(one.units, other.units); }
bool same_tree(const Unit& one, const Unit& other) { return same(one, other); }
bool same_tree(const Expression& one, const Expression& other) { return same(one, other); }

}  // namespace brecha::grammar
