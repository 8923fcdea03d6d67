#include "model/checking/field_value.hpp"

#include "model/checking/lints/lints.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_values.hpp"
#include "text/entering.hpp"

namespace brecha::model {

namespace {

bool all_digits(std::string_view text, std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i)
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return false;
    return true;
}

/// "2024" or "2024-05": known within bounds, as in a plan.
bool partial_date(std::string_view text) {
    if (text.size() == 4) return all_digits(text, 0, 4);
    return text.size() == 7 && all_digits(text, 0, 4) && text[4] == '-' && all_digits(text, 5, 2) &&
           text.substr(5) >= "01" && text.substr(5) <= "12";
}

}  // namespace

std::optional<std::string> field_value(const syntax::Literal& literal, const Type& type, const FileContext& file,
                                       Types& types, Diagnostics& diagnostics) {
    using Kind = syntax::ExpressionKind;
    const Location where = file.at(literal.span);
    const auto refused = [&](messages::Message help = {}) -> std::optional<std::string> {
        diagnostics.error(catalogue::not_of_type, where, {literal.text, types.describe(type)}, std::move(help));
        return std::nullopt;
    };
    switch (type.kind) {
        case TypeKind::text:
            if (literal.kind == Kind::text) return json_text(text::entered(literal.text));
            return refused(catalogue::in_quotes);
        case TypeKind::yes_no:
            if (literal.kind == Kind::yes_no) return std::string(literal.text == "yes" ? "true" : "false");
            return refused(catalogue::write_yes_or_no);
        case TypeKind::number: {
            if (literal.kind != Kind::number) return refused();
            const std::string digits = without_underscores(literal.text);
            const std::optional<Decimal> value = decimal_from_text(digits);
            if (!value || (type.integer && *value % decimal_one != 0))
                return refused(type.integer ? messages::Message(catalogue::write_whole_number) : messages::Message());
            warn_of_thousands(literal.text, where, diagnostics);
            if (!literal.unit.empty()) {
                const std::int32_t unit = types.unit_named(literal.unit, where);
                if (unit < 0) return std::nullopt;
                if (!types.same_dimension(unit, type.unit)) return refused();
                // The plan writes the field's unit; so does a default.
                const Decimal have = types.unit(unit).factor;
                const Decimal want = type.unit < 0 ? decimal_one : types.unit(type.unit).factor;
                const std::optional<Decimal> base = multiply(*value, have);
                const std::optional<Decimal> shown = base ? divide(*base, want) : std::nullopt;
                return shown ? std::optional(decimal_to_text(*shown)) : refused();
            }
            return decimal_to_text(*value);
        }
        case TypeKind::percent: {
            const std::optional<Decimal> value = literal.kind == Kind::percent || literal.kind == Kind::number
                                                     ? decimal_from_text(without_underscores(literal.text))
                                                     : std::nullopt;
            if (!value || literal.kind != Kind::percent) return refused(catalogue::write_percent_sign);
            return json_text(decimal_to_text(*value) + "%");
        }
        case TypeKind::date:
            if (literal.kind == Kind::date && day_from_text(literal.text)) return json_text(literal.text);
            return refused(catalogue::write_like_a_date);
        case TypeKind::moment:
            if (literal.kind == Kind::moment && moment_from_text(literal.text)) return json_text(literal.text);
            return refused(catalogue::write_like_a_moment);
        case TypeKind::duration:
            if (literal.kind == Kind::duration) {
                const std::string unit = literal.unit == "working_days" ? "working days" : literal.unit;
                return json_text(without_underscores(literal.text) + " " + unit);
            }
            return refused(catalogue::write_like_a_duration);
        case TypeKind::enumeration: {
            if (literal.kind != Kind::name && literal.kind != Kind::yes_no) return refused();
            if (types.value_named(type.of, literal.text) >= 0) return json_text(literal.text);
            diagnostics.error(catalogue::no_value, where,
                              {literal.text, types.enumeration_name(type.of), types.values_of(type.of)},
                              [&] { return types.value_meant(literal.text, type.of, 1); });
            return std::nullopt;
        }
        case TypeKind::nothing:
        case TypeKind::item: break;
    }
    return std::nullopt;
}

std::optional<std::string> field_value(const std::string& written, const Type& type, const Types& types, bool& right) {
    const std::string text = text::entered(written);
    right = true;
    if (text.empty()) return std::nullopt;
    switch (type.kind) {
        case TypeKind::text: return json_text(text);
        case TypeKind::yes_no:
            if (text == "yes" || text == "true") return "true";
            if (text == "no" || text == "false") return "false";
            break;
        case TypeKind::number: {
            const std::optional<Decimal> value = decimal_from_text(text);
            if (value && *value >= 0 && (!type.integer || *value % decimal_one == 0)) return decimal_to_text(*value);
            break;
        }
        case TypeKind::percent: {
            std::string number = text;
            if (number.ends_with('%')) number = text::entered(number.substr(0, number.size() - 1));
            const std::optional<Decimal> value = decimal_from_text(number);
            if (value && *value >= 0) return json_text(decimal_to_text(*value) + "%");
            break;
        }
        case TypeKind::date:
            if (day_from_text(text) || partial_date(text)) return json_text(text);
            break;
        case TypeKind::moment:
            if (moment_from_text(text)) return json_text(text);
            break;
        case TypeKind::duration:
            if (duration_from_text(text)) return json_text(text);
            break;
        case TypeKind::enumeration: {
            if (types.value_named(type.of, text) >= 0) return json_text(text);
            if (type.of == country_enumeration)
                if (const std::string_view code = country_from_alpha3(text); !code.empty())
                    return json_text(std::string(code));
            break;
        }
        case TypeKind::nothing: return std::nullopt;
        case TypeKind::item: break;
    }
    right = false;
    return std::nullopt;
}

}  // namespace brecha::model
