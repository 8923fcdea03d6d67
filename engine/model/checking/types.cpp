// Types as the author wrote them -> types as the engine knows them; units and their products; types in words.
#include "model/checking/checker.hpp"
#include "model/checking/words.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

bool starts_with_vowel(std::string_view word) {
    return !word.empty() && std::string_view("AEIOUaeiou").find(word[0]) != std::string_view::npos;
}

using Dimension = std::vector<std::pair<std::string, int>>;

Dimension product_dimension(const Dimension& left, const Dimension& right, int sign) {
    Dimension result = left;
    for (const auto& [base, exponent] : right) {
        const auto found = std::find_if(result.begin(), result.end(),
                                        [&base = base](const auto& entry) { return entry.first == base; });
        if (found == result.end()) result.emplace_back(base, sign * exponent);
        else found->second += sign * exponent;
    }
    std::erase_if(result, [](const auto& entry) { return entry.second == 0; });
    std::sort(result.begin(), result.end());
    return result;
}

std::string dimension_name(const Dimension& dimension) {
    std::string above, below;
    for (const auto& [base, exponent] : dimension)
        for (int i = 0; i < std::abs(exponent); ++i) {
            if (exponent > 0) above += (above.empty() ? "" : "*") + base;
            else below += "/" + base;
        }
    return (above.empty() ? "1" : above) + below;
}

}  // namespace

Checker::ResolvedType Checker::resolve_type(const syntax::Type& type, std::uint16_t file, const std::string& shown_as) {
    ResolvedType result;
    switch (type.kind) {
        case syntax::TypeKind::text: result.type.kind = TypeKind::text; break;
        case syntax::TypeKind::yes_no: result.type.kind = TypeKind::yes_no; break;
        case syntax::TypeKind::integer:
            result.type.kind = TypeKind::number;
            result.type.integer = true;
            break;
        case syntax::TypeKind::number:
            result.type.kind = TypeKind::number;
            if (!type.unit.empty()) {
                result.type.unit = unit_named(type.unit.text, {file, type.unit.span});
                if (result.type.unit < 0) result.type = Type{};
            }
            break;
        case syntax::TypeKind::percent: result.type.kind = TypeKind::percent; break;
        case syntax::TypeKind::date: result.type.kind = TypeKind::date; break;
        case syntax::TypeKind::moment: result.type.kind = TypeKind::moment; break;
        case syntax::TypeKind::duration: result.type.kind = TypeKind::duration; break;
        case syntax::TypeKind::country:
            result.type.kind = TypeKind::enumeration;
            result.type.of = country_enumeration;
            break;
        case syntax::TypeKind::one_of:
            result.type.kind = TypeKind::enumeration;
            result.type.of = one_of(type.values, file, shown_as);
            break;
        case syntax::TypeKind::named:
        case syntax::TypeKind::reference: {
            const std::string& name = type.name.text;
            const bool reference = type.kind == syntax::TypeKind::reference;
            if (const auto entity = entity_index_.find(name); entity != entity_index_.end()) {
                result.type.kind = TypeKind::item;
                result.type.of = entity->second;
                result.reference = reference;
            } else if (const auto enumeration = enumeration_index_.find(name);
                       enumeration != enumeration_index_.end() && !reference) {
                result.type.kind = TypeKind::enumeration;
                result.type.of = enumeration->second;
            } else if (const Place where{file, type.name.span}; !report_.again("type " + name, where)) {
                std::vector<std::string> candidates;
                for (const auto& [known, entity_] : entity_index_) candidates.push_back(known);
                if (!reference) {
                    for (const auto& [known, enumeration_] : enumeration_index_) candidates.push_back(known);
                    for (const char* word :
                         {"text", "yes_no", "integer", "number", "percent", "date", "moment", "duration", "country"})
                        candidates.push_back(keyword(word));
                }
                report_.error(reference ? catalogue::no_entity : catalogue::no_entity_or_enumeration, where, {name},
                              did_you_mean(name, candidates), "type " + name);
            }
            break;
        }
        case syntax::TypeKind::list:
            if (type.element) {
                result = resolve_type(*type.element, file, shown_as);
                if (result.type.list) report_.error(catalogue::list_of_lists, {file, type.span});
                if (result.type.kind != TypeKind::nothing) result.type.list = true;
            }
            break;
    }
    return result;
}

std::int32_t Checker::one_of(const syntax::EnumValues& values, std::uint16_t file, const std::string& shown_as) {
    // Two fields with the same words in the same order have one type, so that they can be compared.
    std::string words = values.ordered ? "<" : ",";
    for (const syntax::EnumValue& value : values.values) {
        words += value.word.text;
        for (const syntax::Text& label : value.labels) words += '\x1f' + label.language + '=' + label.text;
        words += '\x1e';
    }
    if (const auto found = one_of_index_.find(words); found != one_of_index_.end()) return found->second;
    const auto index = static_cast<std::int32_t>(ruleset_.vocabulary.enumerations.size());
    one_of_index_.emplace(std::move(words), index);
    Enumeration enumeration;
    enumeration.ordered = values.ordered;
    add_values(enumeration, values, file);
    ruleset_.vocabulary.enumerations.push_back(std::move(enumeration));
    enumeration_shown_.push_back(shown_as);
    enumeration_places_.push_back({file, values.values.empty() ? grammar::Span{} : values.values.front().word.span});
    return index;
}

std::int32_t Checker::unit_named(std::string_view name, Place place) {
    const std::string whole(name);
    if (const auto found = unit_index_.find(whole); found != unit_index_.end()) return found->second;
    Unit unit;
    unit.name = whole;
    bool first = true, known = true;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find('/', start), name.size());
        const std::string part(name.substr(start, end - start));
        start = end + 1;
        const auto found = unit_index_.find(part);
        if (found == unit_index_.end()) {
            known = false;
            if (report_.again("unit " + part, place)) continue;
            report_.error(catalogue::no_unit, place, {part}, did_you_mean(part, names_in(unit_index_)), "unit " + part);
            continue;
        }
        const Unit& one = ruleset_.vocabulary.units[static_cast<std::size_t>(found->second)];
        const std::optional<Decimal> factor =
            first ? multiply(unit.factor, one.factor) : divide(unit.factor, one.factor);
        if (factor && *factor != 0) unit.factor = *factor;
        unit.dimension = product_dimension(unit.dimension, one.dimension, first ? 1 : -1);
        if (!exponents_fit(unit.dimension, place)) return -1;
        first = false;
    }
    if (!known) return -1;
    const auto index = static_cast<std::int32_t>(ruleset_.vocabulary.units.size());
    ruleset_.vocabulary.units.push_back(std::move(unit));
    unit_index_.emplace(whole, index);
    return index;
}

std::int32_t Checker::unit_for(Decimal factor, Dimension dimension) {
    if (dimension.empty()) return -1;
    std::vector<Unit>& units = ruleset_.vocabulary.units;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i].factor == factor && units[i].dimension == dimension) return static_cast<std::int32_t>(i);
    if (factor != decimal_one) return unit_for(decimal_one, std::move(dimension));
    Unit unit;
    unit.name = dimension_name(dimension);
    unit.dimension = std::move(dimension);
    const auto index = static_cast<std::int32_t>(units.size());
    unit_index_.emplace(unit.name, index);
    units.push_back(std::move(unit));
    return index;
}

bool Checker::exponents_fit(const Dimension& dimension, Place place) {
    if (std::all_of(dimension.begin(), dimension.end(),
                    [](const auto& entry) { return std::abs(entry.second) <= greatest_unit_exponent; }))
        return true;
    if (!report_.again("exponent", place))
        report_.error(catalogue::unit_power_too_large, place, {greatest_unit_exponent});
    return false;
}

std::int32_t Checker::unit_product(std::int32_t left, std::int32_t right, bool quotient, Place place) {
    if (left < 0 && right < 0) return -1;
    const Unit none;
    const std::vector<Unit>& units = ruleset_.vocabulary.units;
    const Unit& one = left < 0 ? none : units[static_cast<std::size_t>(left)];
    const Unit& other = right < 0 ? none : units[static_cast<std::size_t>(right)];
    const std::optional<Decimal> factor =
        quotient ? divide(one.factor, other.factor) : multiply(one.factor, other.factor);
    const Dimension dimension = product_dimension(one.dimension, other.dimension, quotient ? -1 : 1);
    if (!exponents_fit(dimension, place)) return -1;
    return unit_for(factor.value_or(decimal_one), dimension);
}

bool Checker::same_dimension(std::int32_t left, std::int32_t right) const {
    if (left == right) return true;
    const std::vector<Unit>& units = ruleset_.vocabulary.units;
    static const Dimension none;
    const Dimension& one = left < 0 ? none : units[static_cast<std::size_t>(left)].dimension;
    const Dimension& other = right < 0 ? none : units[static_cast<std::size_t>(right)].dimension;
    return one == other;
}

std::string Checker::unit_name(std::int32_t unit) const {
    return unit < 0 ? std::string() : ruleset_.vocabulary.units[static_cast<std::size_t>(unit)].name;
}

std::string Checker::enumeration_name(std::int32_t enumeration) const {
    const auto index = static_cast<std::size_t>(enumeration);
    const std::string& name = ruleset_.vocabulary.enumerations[index].name;
    if (enumeration == country_enumeration) return "country";
    return name.empty() ? enumeration_shown_[index] : name;
}

std::string Checker::values_of(std::int32_t enumeration) const {
    const Enumeration& one = ruleset_.vocabulary.enumerations[static_cast<std::size_t>(enumeration)];
    std::vector<std::string> words;
    constexpr std::size_t most = 12;
    for (const EnumerationValue& value : one.values) {
        if (words.size() == most) {
            words.emplace_back("…");
            break;
        }
        words.push_back(value.word);
    }
    return joined(words, one.ordered ? " < " : ", ");
}

messages::Message Checker::describe(const Type& type) const {
    using messages::Message;
    const auto named = [](const messages::Sentence& plain, const messages::Sentence& vowel, const std::string& name) {
        return Message(starts_with_vowel(name) ? vowel : plain, {name});
    };
    const auto entity_name = [&]() -> const std::string& {
        return ruleset_.vocabulary.entities[static_cast<std::size_t>(type.of)].name;
    };
    if (type.list) {
        switch (type.kind) {
            case TypeKind::item: return Message(catalogue::a_list_of, {entity_name()});
            case TypeKind::enumeration: return Message(catalogue::a_list_of, {enumeration_name(type.of)});
            default: return catalogue::a_list;
        }
    }
    switch (type.kind) {
        case TypeKind::nothing: return catalogue::nothing;
        case TypeKind::text: return catalogue::a_text_type;
        case TypeKind::yes_no: return catalogue::a_yes_or_no;
        case TypeKind::number:
            return type.unit < 0 ? Message(catalogue::a_number) : Message::same(unit_name(type.unit));
        case TypeKind::percent: return catalogue::a_percentage;
        case TypeKind::date: return catalogue::a_date;
        case TypeKind::moment: return catalogue::a_moment;
        case TypeKind::duration: return catalogue::a_duration;
        case TypeKind::enumeration:
            return named(catalogue::a_value_of, catalogue::a_value_of_vowel, enumeration_name(type.of));
        case TypeKind::item: return named(catalogue::an_item, catalogue::an_item_vowel, entity_name());
    }
    return catalogue::any_value;
}

messages::Message Checker::unit_in_words(const Type& type) const {
    return type.unit < 0 ? messages::Message(catalogue::a_number_without_unit)
                         : messages::Message::same(unit_name(type.unit));
}

std::optional<Type> Checker::common(const Type& left, const Type& right) const {
    if (left.kind == TypeKind::nothing) {
        Type type = right;
        type.list = right.list || left.list;
        return type;
    }
    if (right.kind == TypeKind::nothing) {
        Type type = left;
        type.list = left.list || right.list;
        return type;
    }
    if (left.kind != right.kind || left.list != right.list || left.of != right.of) return std::nullopt;
    Type type = left;
    if (type.kind == TypeKind::number) {
        if (!same_dimension(left.unit, right.unit)) return std::nullopt;
        type.integer = left.integer && right.integer;
    }
    if (type.kind == TypeKind::duration && left.duration != right.duration) type.duration = DurationKind::any;
    return type;
}

bool Checker::extends(std::int32_t wide, std::int32_t narrow) const {
    const std::vector<Enumeration>& enumerations = ruleset_.vocabulary.enumerations;
    std::int32_t one = wide;
    for (std::size_t steps = 0; steps < enumerations.size() && one >= 0; ++steps) {
        one = enumerations[static_cast<std::size_t>(one)].extends;
        if (one == narrow) return one >= 0;
    }
    return false;
}

bool Checker::fits(const Type& from, const Type& to) const {
    if (from.kind == TypeKind::nothing || to.kind == TypeKind::nothing) return true;
    return common(from, to).has_value();
}

}  // namespace brecha::model
