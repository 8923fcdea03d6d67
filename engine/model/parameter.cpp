#include "model/parameter.hpp"

#include "model/checking/words.hpp"
#include "model/thousands.hpp"

#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/loading.hpp"
#include "text/entering.hpp"
#include "text/normal_form.hpp"
#include "words/keywords.hpp"

#include <brecha/grammar/parse.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace brecha::model {

namespace {

using grammar::Diagnostic;
namespace catalogue = messages::catalogue;
using syntax::ExpressionKind;

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The value as the expression of a declaration, in one language: the parser reads files only. Nothing for what is no
/// expression.
std::optional<syntax::Expression> parse_value(const std::string& value, std::string_view language) {
    const std::string ruleset_word(grammar::keyword("ruleset", language)),
        parameter_word(grammar::keyword("parameter", language));
    grammar::Parsed parsed = grammar::parse({}, "language " + std::string(language) + "\n" + ruleset_word +
                                                    " set 1 { " + parameter_word + " value = " + value + "\n}");
    if (!parsed.diagnostics.empty() || parsed.file.units.size() != 1) return std::nullopt;
    auto* ruleset = std::get_if<syntax::Ruleset>(&parsed.file.units.front());
    if (ruleset == nullptr || ruleset->items.size() != 1) return std::nullopt;
    auto* parameter = std::get_if<syntax::ParameterDeclaration>(&ruleset->items.front());
    if (parameter == nullptr || !parameter->cites.empty() || !parameter->title.empty()) return std::nullopt;
    if (parameter->values.size() != 1) return std::nullopt;
    syntax::DatedValue& only = parameter->values.front();
    if (!only.period.from.empty() || !only.period.until.empty() || only.cite) return std::nullopt;
    return std::move(only.value);
}

/// What a value of a type looks like, for messages.
messages::Message described(const Ruleset& ruleset, const Type& type) {
    const auto one = [&]() -> messages::Message {
        switch (type.kind) {
            case TypeKind::text: return catalogue::a_text_type;
            case TypeKind::yes_no: return catalogue::yes_or_no;
            case TypeKind::number: {
                if (type.integer) return catalogue::whole_number;
                if (type.unit < 0) return catalogue::a_number;
                return messages::Message(catalogue::number_in_unit,
                                         {ruleset.vocabulary.units[static_cast<std::size_t>(type.unit)].name});
            }
            case TypeKind::percent: return catalogue::percentage_like;
            case TypeKind::date: return catalogue::date_like;
            case TypeKind::moment: return catalogue::moment_like;
            case TypeKind::duration: return catalogue::duration_like;
            case TypeKind::enumeration: {
                std::string words;
                const auto& values = ruleset.vocabulary.enumerations[static_cast<std::size_t>(type.of)].values;
                constexpr std::size_t most = 12;
                for (std::size_t index = 0; index < std::min(values.size(), most); ++index)
                    words += (index ? ", " : "") + values[index].word;
                if (values.size() > most) words += ", …";
                return messages::Message(catalogue::one_value_of, {words});
            }
            default: return catalogue::a_constant;
        }
    };
    return type.list ? messages::Message(catalogue::list_like, {one()}) : one();
}

/// Reads one constant of a known type.
class ConstantReader {
public:
    explicit ConstantReader(const Ruleset& ruleset) : ruleset_(ruleset) {}

    /// The last number that may have been meant as thousands; empty where there was none.
    const std::string& thousands() const { return thousands_; }

    /// Nothing for what is no such constant.
    std::optional<Expression> read(const syntax::Expression& source, const Type& type) {
        if (source.kind == ExpressionKind::group && source.operands.size() == 1)
            return read(source.operands.front(), type);
        if (type.list) return read_list(source, type);
        if (source.kind == ExpressionKind::text && type.kind != TypeKind::text) return read_quoted(source, type);
        Expression value;
        value.type = type;
        value.span = source.span;
        switch (type.kind) {
            case TypeKind::text:
                if (source.kind != ExpressionKind::text) break;
                value.operation = Operation::text;
                value.text = text::entered(source.text);
                return value;
            case TypeKind::yes_no:
                if (source.kind != ExpressionKind::yes_no) break;
                value.operation = Operation::truth;
                value.number = source.text == "yes" ? 1 : 0;
                return value;
            case TypeKind::number:
            case TypeKind::percent:
                if (const auto number = read_number(source, type)) {
                    value.operation = Operation::number;
                    value.number = *number;
                    return value;
                }
                break;
            case TypeKind::date: {
                if (source.kind != ExpressionKind::date && source.kind != ExpressionKind::moment) break;
                if (const auto day = day_from_text(without_midnight(source.text))) {
                    value.operation = Operation::date;
                    value.number = *day;
                    return value;
                }
                break;
            }
            case TypeKind::moment:
                if (source.kind != ExpressionKind::moment) break;
                if (const auto moment = moment_from_text(source.text)) {
                    value.operation = Operation::moment;
                    value.number = *moment;
                    return value;
                }
                break;
            case TypeKind::duration:
                if (const auto duration = read_duration(source)) {
                    if (type.duration != DurationKind::any && duration_kind(*duration) != type.duration) break;
                    value.operation = Operation::duration;
                    value.number = *duration;
                    value.type.duration = duration_kind(*duration);
                    return value;
                }
                break;
            case TypeKind::enumeration: {
                if (source.kind != ExpressionKind::name) break;
                const int index =
                    ruleset_.vocabulary.enumerations[static_cast<std::size_t>(type.of)].index_of(source.text);
                if (index < 0) break;
                value.operation = Operation::enumeration_value;
                value.index = index;
                return value;
            }
            default: break;
        }
        return std::nullopt;
    }

private:
    /// A host need not know what a list is of to write its elements: in quotes any value may stand.
    std::optional<Expression> read_quoted(const syntax::Expression& source, const Type& type) {
        for (const std::string_view language : words::language_tags) {
            const auto inside = parse_value(source.text, language);
            if (!inside || inside->kind == ExpressionKind::text) continue;
            if (auto value = read(*inside, type)) return value;
        }
        return std::nullopt;
    }

    std::optional<Expression> read_list(const syntax::Expression& source, const Type& type) {
        Expression list;
        list.type = type;
        list.span = source.span;
        if (source.kind == ExpressionKind::values_of && type.kind == TypeKind::enumeration &&
            ruleset_.vocabulary.enumerations[static_cast<std::size_t>(type.of)].name == source.text) {
            list.operation = Operation::enumeration_values;
            return list;
        }
        if (source.kind != ExpressionKind::set) return std::nullopt;
        list.operation = Operation::list_literal;
        for (const syntax::Expression& element : source.operands) {
            auto value = read(element, type.element());
            if (!value) return std::nullopt;
            list.operands.push_back(std::move(*value));
        }
        return list;
    }

    /// In base units, or in points.
    std::optional<Decimal> read_number(const syntax::Expression& source, const Type& type) {
        if (source.kind == ExpressionKind::negate && source.operands.size() == 1) {
            const auto number = read_number(source.operands.front(), type);
            return number ? std::optional(-*number) : std::nullopt;
        }
        std::string digits = source.text;
        std::erase(digits, '_');
        if (type.kind == TypeKind::percent)
            return source.kind == ExpressionKind::percent ? decimal_from_text(digits) : std::nullopt;
        if (source.kind != ExpressionKind::number) return std::nullopt;
        const auto number = decimal_from_text(digits);
        if (!number) return std::nullopt;
        if (may_be_thousands(digits)) thousands_ = digits;
        if (type.integer && *number % decimal_one != 0) return std::nullopt;
        const auto& units = ruleset_.vocabulary.units;
        if (source.further().unit.empty())
            return type.unit < 0 ? number : multiply(*number, units[static_cast<std::size_t>(type.unit)].factor);
        if (type.unit < 0) return std::nullopt;
        const auto unit = std::find_if(units.begin(), units.end(),
                                       [&](const Unit& one) { return one.name == source.further().unit; });
        if (unit == units.end() || unit->dimension != units[static_cast<std::size_t>(type.unit)].dimension)
            return std::nullopt;
        return multiply(*number, unit->factor);
    }

    std::optional<Duration> read_duration(const syntax::Expression& source) {
        if (source.kind != ExpressionKind::duration) return std::nullopt;
        std::string digits = source.text;
        std::erase(digits, '_');
        const auto amount = decimal_from_text(digits);
        if (!amount || *amount % decimal_one != 0) return std::nullopt;
        if (may_be_thousands(digits)) thousands_ = digits;
        const auto duration =
            duration_from_unit(static_cast<std::int64_t>(*amount / decimal_one), source.further().unit);
        if (!duration || source.further().name.empty()) return duration;
        const auto& calendars = ruleset_.calendars;
        const auto named = std::find_if(calendars.begin(), calendars.end(),
                                        [&](const Calendar& one) { return one.name == source.further().name.text; });
        if (duration_kind(*duration) != DurationKind::working || named == calendars.end()) return std::nullopt;
        return in_calendar(*duration, static_cast<std::int32_t>(named - calendars.begin()));
    }

    const Ruleset& ruleset_;
    std::string thousands_;
};

/// Where the value need not be written as a rule would: a text without quotes, a duration in ISO 8601.
std::optional<Expression> read_plainly(std::string_view text, const Type& type) {
    if (type.list || text.empty()) return std::nullopt;
    Expression value;
    value.type = type;
    value.span = {0, static_cast<std::uint32_t>(text.size())};
    if (type.kind == TypeKind::text && text.front() != '"') {
        value.operation = Operation::text;
        value.text = text::entered(text);
        return value;
    }
    if (type.kind == TypeKind::duration)
        if (const auto duration = duration_from_text(text)) {
            if (type.duration != DurationKind::any && duration_kind(*duration) != type.duration) return std::nullopt;
            value.operation = Operation::duration;
            value.number = *duration;
            value.type.duration = duration_kind(*duration);
            return value;
        }
    return std::nullopt;
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') out += '\\';
        if (letter == '\n') {
            out += "\\n";
            continue;
        }
        out += letter;
    }
    return out + "\"";
}

}  // namespace

ParameterValue read_parameter(const Ruleset& ruleset, std::string_view name, std::string_view value) {
    ParameterValue result;
    result.shown = std::string(trimmed(value));
    const auto found =
        std::find_if(ruleset.parameters.begin(), ruleset.parameters.end(),
                     [&, composed = text::composed_form(name)](const Parameter& one) { return one.name == composed; });
    if (found == ruleset.parameters.end()) {
        std::vector<std::string> names;
        for (const Parameter& parameter : ruleset.parameters) names.push_back(parameter.name);
        Diagnostic diagnostic;
        diagnostic.code = catalogue::no_parameter.code;
        diagnostic.message = messages::Message(catalogue::no_parameter.message, {ruleset.name, name});
        diagnostic.help = did_you_mean(name, names);
        if (diagnostic.help.empty())
            diagnostic.help = names.empty() ? messages::Message(catalogue::no_parameter.help)
                                            : messages::Message(catalogue::its_parameters, {joined(names)});
        result.diagnostics.push_back(std::move(diagnostic));
        return result;
    }
    result.parameter = static_cast<std::uint32_t>(found - ruleset.parameters.begin());
    const Type& type = found->type;
    if ((result.value = read_plainly(result.shown, type))) return result;

    const auto refuse = [&](const messages::Entry& entry, const std::vector<messages::Argument>& arguments) {
        Diagnostic diagnostic;
        diagnostic.code = entry.code;
        diagnostic.file = found->name;
        diagnostic.span = {0, static_cast<std::uint32_t>(result.shown.size())};
        diagnostic.message = messages::Message(entry.message, arguments);
        if (!entry.expected.empty()) diagnostic.expected = messages::Message(entry.expected, arguments);
        diagnostic.help = messages::Message(entry.help, arguments);
        result.value.reset();
        result.diagnostics.push_back(std::move(diagnostic));
    };
    for (const std::string_view language : words::language_tags) {
        const auto declared = parse_value(result.shown, language);
        ConstantReader reader(ruleset);
        if (!declared || !(result.value = reader.read(*declared, type))) continue;
        if (const std::string& written = reader.thousands(); !written.empty())
            refuse(catalogue::thousands_in_parameter,
                   {result.shown, found->name, decimal_to_text(decimal_from_text(written).value_or(0)),
                    thousands_of(written).value_or("")});
        return result;
    }
    // Whatever the parser has to say of it speaks of a ruleset that nobody wrote: the parameter and its type are what
    // helps.
    refuse(catalogue::unsuited_value, {result.shown, found->name, described(ruleset, type)});
    return result;
}

std::string constant_text(const Ruleset& ruleset, const Expression& value, const Type& type, Day day) {
    switch (value.operation) {
        case Operation::truth: return value.number != 0 ? "yes" : "no";
        case Operation::number: {
            if (type.kind == TypeKind::percent) return decimal_to_text(value.number) + "%";
            if (type.unit < 0) return decimal_to_text(value.number);
            const Unit& unit = ruleset.vocabulary.units[static_cast<std::size_t>(type.unit)];
            const auto amount = divide(value.number, unit.factor);
            return (amount ? decimal_to_text(*amount) : decimal_to_text(value.number)) + " " + unit.name;
        }
        case Operation::text: return in_quotes(value.text);
        case Operation::date: return day_to_text(static_cast<Day>(value.number));
        case Operation::moment: return moment_to_text(static_cast<Moment>(value.number));
        case Operation::duration: {
            const auto duration = static_cast<Duration>(value.number);
            const std::int32_t calendar = duration_calendar(duration);
            return duration_to_text(duration, "en") +
                   (calendar < 0 ? "" : " in " + ruleset.calendars[static_cast<std::size_t>(calendar)].name);
        }
        case Operation::enumeration_value:
            return ruleset.vocabulary.enumerations[static_cast<std::size_t>(value.type.of)]
                .values[static_cast<std::size_t>(value.index)]
                .word;
        case Operation::enumeration_values: {
            std::string text;
            for (const EnumerationValue& one :
                 ruleset.vocabulary.enumerations[static_cast<std::size_t>(value.type.of)].values)
                text += (text.empty() ? "{" : ", ") + one.word;
            return text.empty() ? "{}" : text + "}";
        }
        case Operation::list_literal: {
            std::string text = "{";
            for (std::size_t index = 0; index < value.operands.size(); ++index)
                text += (index ? ", " : "") + constant_text(ruleset, value.operands[index], type.element(), day);
            return text + "}";
        }
        case Operation::parameter: {
            const Parameter& other = ruleset.parameters[static_cast<std::size_t>(value.index)];
            const DatedValue* set = other.on(day);
            return set != nullptr ? constant_text(ruleset, set->value, other.type, day) : std::string();
        }
        case Operation::negate: {
            const std::string inner = constant_text(ruleset, value.operands.front(), type, day);
            return inner.empty() ? inner : "-" + inner;
        }
        default: return {};
    }
}

}  // namespace brecha::model
