// Values of columns as readers see them, in the four languages.
#include "plans/plans.hpp"

#include <array>

namespace brecha::plans {

namespace {

std::size_t column_of(std::string_view language) {
    return language == "es" ? 1 : language == "pt" ? 2 : language == "fr" ? 3 : 0;
}

using Words = std::array<std::string_view, 4>;
constexpr Words yes = {"yes", "sí", "sim", "oui"}, no = {"no", "no", "não", "non"};
constexpr Words missing = {"missing", "sin dato", "sem dado", "manquant"},
                none = {"none", "ninguno", "nenhum", "aucun"};
constexpr Words to = {" to ", " a ", " a ", " à "}, at_least = {"at least ", "al menos ", "pelo menos ", "au moins "},
                at_most = {"at most ", "a lo sumo ", "no máximo ", "au plus "};
constexpr Words from = {"from ", "desde ", "desde ", "dès "}, until = {"until ", "hasta ", "até ", "jusqu’à "};

std::string decimal_text(model::Decimal value, std::size_t language) {
    std::string text = model::decimal_to_text(value);
    if (language != 0)
        for (char& letter : text)
            if (letter == '.') letter = ',';
    return text;
}

std::string range_text(const std::string& low, const std::string& high, bool has_low, bool has_high, bool in_time,
                       std::size_t language) {
    if (has_low && has_high) return low == high ? low : low + std::string(to[language]) + high;
    if (has_low) return std::string((in_time ? from : at_least)[language]) + low;
    if (has_high) return std::string((in_time ? until : at_most)[language]) + high;
    return std::string(missing[language]);
}

}  // namespace

std::string value_text(const Plans& plans, const model::Type& type, const Column& column, std::size_t row,
                       std::string_view language, bool listed) {
    const std::size_t words = column_of(language);
    const model::Vocabulary& vocabulary = plans.schema->ruleset->vocabulary;
    if (column.storage == Storage::truth && !bit(column.none, row)) {
        if (bit(column.valid, row)) return std::string(yes[words]);
        if (bit(column.fails, row)) return std::string(no[words]);
    }
    if (!bit(column.valid, row)) return std::string((bit(column.none, row) ? none : missing)[words]);

    if (column.storage == Storage::decimal) {
        const model::Decimal low = column.decimal(row), high = column.decimal_high(row);
        const bool has_low = low != model::decimal_least, has_high = high != model::decimal_greatest;
        const bool percent = type.kind == model::TypeKind::percent;
        const model::Decimal factor = type.unit >= 0 && !percent
                                          ? vocabulary.units[static_cast<std::size_t>(type.unit)].factor
                                          : model::decimal_one;
        const auto text = [&](model::Decimal value) {
            const model::Decimal in_unit =
                factor == model::decimal_one ? value : model::divide(value, factor).value_or(value);
            return decimal_text(in_unit, words) + (percent ? "%" : "");
        };
        return range_text(has_low ? text(low) : "", has_high ? text(high) : "", has_low, has_high, false, words);
    }

    const std::int64_t low = column.integers[row],
                       high = column.integers_high.empty() ? low : column.integers_high[row];
    switch (type.kind) {
        case model::TypeKind::enumeration: {
            const auto& values = vocabulary.enumerations[static_cast<std::size_t>(type.of)].values;
            if (low < 0 || static_cast<std::size_t>(low) >= values.size()) break;
            const model::EnumerationValue& value = values[static_cast<std::size_t>(low)];
            const model::Texts& texts = listed && !value.listed.empty() ? value.listed : value.labels;
            return texts.empty() ? value.word : std::string(model::in_language(texts, language));
        }
        case model::TypeKind::item:
            return key_text(plans, static_cast<std::uint32_t>(type.of), static_cast<std::uint32_t>(low));
        case model::TypeKind::date:
        case model::TypeKind::moment:
        case model::TypeKind::duration: {
            const bool has_low = low != integer_least, has_high = high != integer_greatest;
            const auto text = [&](std::int64_t value) {
                return type.kind == model::TypeKind::date     ? model::day_to_text(value)
                       : type.kind == model::TypeKind::moment ? model::moment_to_text(value)
                                                              : model::duration_to_text(value, language);
            };
            return range_text(has_low ? text(low) : "", has_high ? text(high) : "", has_low, has_high,
                              type.kind != model::TypeKind::duration, words);
        }
        default: break;
    }
    if (type.kind == model::TypeKind::text && low >= 0 && low < plans.texts.size())
        return std::string(plans.texts[low]);
    return std::string(missing[words]);
}

}  // namespace brecha::plans
