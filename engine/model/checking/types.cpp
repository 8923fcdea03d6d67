#include "model/checking/types.hpp"

#include "model/check.hpp"
#include "model/checking/field_value.hpp"
#include "model/checking/words.hpp"
#include "text/nearest.hpp"

#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/checking_values.hpp"
#include "messages/catalogue/checking_vocabularies.hpp"

#include <algorithm>
#include <utility>

namespace brecha::model {

namespace {

bool starts_with_vowel(std::string_view word) {
    return !word.empty() && std::string_view("AEIOUaeiou").find(word[0]) != std::string_view::npos;
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

Types::Types(Vocabulary& vocabulary, TextReader& texts, Diagnostics& diagnostics)
    : vocabulary_(vocabulary), texts_(texts), diagnostics_(diagnostics) {
    add_enumeration(countries(), "country");
}

std::int32_t Types::index_of(const Index& index, std::string_view name) {
    const auto found = index.find(std::string(name));
    return found == index.end() ? -1 : found->second;
}

std::vector<std::string> Types::entity_names() const { return names_in(entities_); }
std::vector<std::string> Types::enumeration_names() const { return names_in(enumerations_); }

int Types::value_named(std::int32_t enumeration, std::string_view word) const {
    return this->enumeration(enumeration).index_of(word);
}

std::vector<std::int32_t> Types::enumerations_with(const std::vector<std::string>& words) const {
    noted_values_.resize(vocabulary_.enumerations.size(), 0);
    for (const std::int32_t enumeration : std::exchange(not_noted_, {})) {
        const EnumerationValues& values = this->enumeration(enumeration).values;
        for (std::size_t& i = noted_values_[static_cast<std::size_t>(enumeration)]; i < values.size(); ++i)
            enumerations_by_word_[values[i].word].push_back(enumeration);
    }
    const std::vector<std::int32_t>* fewest = nullptr;
    for (const std::string& word : words) {
        const auto found = enumerations_by_word_.find(word);
        if (found == enumerations_by_word_.end()) return {};
        if (fewest == nullptr || found->second.size() < fewest->size()) fewest = &found->second;
    }
    if (fewest == nullptr) return {};
    std::vector<std::int32_t> found = *fewest;
    std::erase_if(found, [&](std::int32_t enumeration) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return value_named(enumeration, word) < 0; });
    });
    std::sort(found.begin(), found.end());
    return found;
}

// --- what is declared

/// Of units with the same one, values are the same numbers.
std::string Types::measure(Decimal factor, const Dimension& dimension) {
    std::string text = decimal_to_text(factor);
    for (const auto& [base, exponent] : dimension)
        (text += ' ').append(base).append(1, '^') += std::to_string(exponent);
    return text;
}

std::int32_t Types::add_unit(Unit unit) {
    const auto index = static_cast<std::int32_t>(vocabulary_.units.size());
    units_.emplace(unit.name, index);
    units_by_measure_.emplace(measure(unit.factor, unit.dimension), index);
    vocabulary_.units.push_back(std::move(unit));
    return index;
}

std::int32_t Types::add_enumeration(Enumeration enumeration, std::string shown) {
    const auto index = static_cast<std::int32_t>(vocabulary_.enumerations.size());
    if (!enumeration.name.empty() && index != country_enumeration) enumerations_.emplace(enumeration.name, index);
    vocabulary_.enumerations.push_back(std::move(enumeration));
    shown_.push_back(std::move(shown));
    not_noted_.push_back(index);
    return index;
}

std::int32_t Types::add_entity(Entity entity, Location where) {
    const auto index = static_cast<std::int32_t>(vocabulary_.entities.size());
    if (!entity.table_row) entities_.emplace(entity.name, index);
    vocabulary_.entities.push_back(std::move(entity));
    entity_places_.push_back(where);
    field_places_.emplace_back();
    return index;
}

void Types::add_field(std::int32_t entity, Field field, Location where) {
    this->entity(entity).add_field(std::move(field));
    field_places_[static_cast<std::size_t>(entity)].push_back(where);
}

void Types::add_values(std::int32_t index, const syntax::EnumValues& added, const FileContext& file) {
    EnumerationValues& values = enumeration(index).values;
    for (const syntax::EnumValue& value : added.values) {
        if (values.index_of(value.word.text) >= 0) {
            diagnostics_.error(catalogue::value_twice, file.at(value.word.span), {value.word.text});
            continue;
        }
        values.push_back({value.word.text, texts_.read(value.labels, file, {&catalogue::label_of, value.word.text}),
                          texts_.read(value.listed, file, {&catalogue::listed_of, value.word.text})});
    }
    not_noted_.push_back(index);
}

void Types::take_values(std::int32_t index, std::int32_t base) {
    enumeration(index).extends = base;
    enumeration(index).values = enumeration(base).values;
    not_noted_.push_back(index);
}

void Types::add_fields(std::int32_t index, const std::vector<syntax::Field>& fields, const FileContext& file) {
    for (const syntax::Field& node : fields) {
        const std::string entity_name = entity(index).name;
        const Location where = file.at(node.word.span);
        if (const int before = entity(index).field_of(node.word.text); before >= 0) {
            diagnostics_.error(catalogue::field_twice, where,
                               {entity_name, node.word.text,
                                diagnostics_.line_of(place_of_field(index, static_cast<std::size_t>(before)))});
            continue;
        }
        if (static_cast<std::uint32_t>(index) == vocabulary_.root &&
            (node.word.text == "evidence" || node.word.text == "judgements"))
            diagnostics_.error(catalogue::field_reserved, where, {node.word.text});
        Field field;
        field.name = node.word.text;
        const std::string shown = entity_name + "." + field.name;
        field.labels = texts_.read(node.labels, file, {&catalogue::label_of, shown});
        field.ask = texts_.read(node.ask, file, {&catalogue::question_of, shown});
        const Resolved resolved = resolve(node.type, file, shown);
        field.type = resolved.type;
        field.reference = resolved.reference;
        if (node.initial) field.initial = initial_value(*node.initial, field.type, file);
        add_field(index, std::move(field), where);
    }
}

std::optional<std::string> Types::initial_value(const syntax::Literal& literal, const Type& type,
                                                const FileContext& file) {
    if (type.kind == TypeKind::nothing) return std::nullopt;
    if (type.list || type.kind == TypeKind::item) {
        diagnostics_.error(catalogue::default_of_many, file.at(literal.span), {describe(type)});
        return std::nullopt;
    }
    return field_value(literal, type, file, *this, diagnostics_);
}

// --- as the author wrote it

Types::Resolved Types::resolve(const syntax::Type& type, const FileContext& file, const std::string& shown_as) {
    Resolved result;
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
                result.type.unit = unit_named(type.unit.text, file.at(type.unit.span));
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
            result.type.of = listed_here(type.values, file, shown_as);
            break;
        case syntax::TypeKind::named:
        case syntax::TypeKind::reference: {
            const std::string& name = type.name.text;
            const bool reference = type.kind == syntax::TypeKind::reference;
            if (const std::int32_t entity = entity_named(name); entity >= 0) {
                result.type.kind = TypeKind::item;
                result.type.of = entity;
                result.reference = reference;
            } else if (const std::int32_t enumeration = enumeration_named(name); enumeration >= 0 && !reference) {
                result.type.kind = TypeKind::enumeration;
                result.type.of = enumeration;
            } else if (const Location where = file.at(type.name); !diagnostics_.again("type " + name, where)) {
                const auto near = [&] {
                    std::vector<std::string> candidates = entity_names();
                    if (!reference) {
                        for (std::string& known : enumeration_names()) candidates.push_back(std::move(known));
                        for (const char* word : {"text", "yes_no", "integer", "number", "percent", "date", "moment",
                                                 "duration", "country"})
                            candidates.push_back(file.keyword(word));
                    }
                    return did_you_mean(name, candidates);
                };
                diagnostics_.error(reference ? catalogue::no_entity : catalogue::no_entity_or_enumeration, where,
                                   {name}, near, "type " + name);
            }
            break;
        }
        case syntax::TypeKind::list:
            if (type.element) {
                result = resolve(*type.element, file, shown_as);
                if (result.type.list) diagnostics_.error(catalogue::list_of_lists, file.at(type.span));
                if (result.type.kind != TypeKind::nothing) result.type.list = true;
            }
            break;
    }
    return result;
}

std::int32_t Types::listed_here(const syntax::EnumValues& values, const FileContext& file,
                                const std::string& shown_as) {
    // Two fields with the same words in the same order have one type, so that they can be compared.
    std::string words = values.ordered ? "<" : ",";
    for (const syntax::EnumValue& value : values.values) {
        words += value.word.text;
        for (const PlacedText& label : texts_.all(value.labels, file))
            words += '\x1f' + label.language + '=' + label.text->text;
        for (const PlacedText& text : texts_.all(value.listed, file))
            words += '\x1d' + text.language + '=' + text.text->text;
        words += '\x1e';
    }
    if (const auto found = listed_.find(words); found != listed_.end()) return found->second;
    Enumeration enumeration;
    enumeration.ordered = values.ordered;
    const std::int32_t index = add_enumeration(std::move(enumeration), shown_as);
    add_values(index, values, file);
    listed_.emplace(std::move(words), index);
    return index;
}

std::int32_t Types::unit_named(std::string_view name, Location where) {
    if (const std::int32_t found = declared_unit(name); found >= 0) return found;
    Unit unit;
    unit.name = name;
    bool first = true, known = true;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find('/', start), name.size());
        const std::string part(name.substr(start, end - start));
        start = end + 1;
        const std::int32_t found = declared_unit(part);
        if (found < 0) {
            known = false;
            if (diagnostics_.again("unit " + part, where)) continue;
            diagnostics_.error(
                catalogue::no_unit, where, {part}, [&] { return did_you_mean(part, names_in(units_)); },
                "unit " + part);
            continue;
        }
        const Unit& one = this->unit(found);
        const std::optional<Decimal> factor =
            first ? multiply(unit.factor, one.factor) : divide(unit.factor, one.factor);
        if (factor && *factor != 0) unit.factor = *factor;
        unit.dimension = product_dimension(unit.dimension, one.dimension, first ? 1 : -1);
        if (!exponents_fit(unit.dimension, where)) return -1;
        first = false;
    }
    return known ? add_unit(std::move(unit)) : -1;
}

std::int32_t Types::unit_for(Decimal factor, Dimension dimension) {
    if (dimension.empty()) return -1;
    if (const std::int32_t found = index_of(units_by_measure_, measure(factor, dimension)); found >= 0) return found;
    if (factor != decimal_one) return unit_for(decimal_one, std::move(dimension));
    Unit unit;
    unit.name = dimension_name(dimension);
    unit.dimension = std::move(dimension);
    return add_unit(std::move(unit));
}

bool Types::exponents_fit(const Dimension& dimension, Location where) {
    if (std::all_of(dimension.begin(), dimension.end(),
                    [](const auto& entry) { return std::abs(entry.second) <= greatest_unit_exponent; }))
        return true;
    if (!diagnostics_.again("exponent", where))
        diagnostics_.error(catalogue::unit_power_too_large, where, {greatest_unit_exponent});
    return false;
}

std::int32_t Types::unit_product(std::int32_t left, std::int32_t right, bool quotient, Location where) {
    if (left < 0 && right < 0) return -1;
    const Unit none;
    const Unit& one = left < 0 ? none : unit(left);
    const Unit& other = right < 0 ? none : unit(right);
    const std::optional<Decimal> factor =
        quotient ? divide(one.factor, other.factor) : multiply(one.factor, other.factor);
    const Dimension dimension = product_dimension(one.dimension, other.dimension, quotient ? -1 : 1);
    if (!exponents_fit(dimension, where)) return -1;
    return unit_for(factor.value_or(decimal_one), dimension);
}

bool Types::same_dimension(std::int32_t left, std::int32_t right) const {
    if (left == right) return true;
    static const Dimension none;
    const Dimension& one = left < 0 ? none : unit(left).dimension;
    const Dimension& other = right < 0 ? none : unit(right).dimension;
    return one == other;
}

std::string Types::unit_name(std::int32_t unit) const { return unit < 0 ? std::string() : this->unit(unit).name; }

std::string Types::enumeration_name(std::int32_t enumeration) const { return at(shown_, enumeration); }

std::string Types::values_of(std::int32_t enumeration) const {
    const Enumeration& one = this->enumeration(enumeration);
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

messages::Message Types::value_meant(const std::string& word, std::int32_t enumeration, std::size_t most) const {
    std::vector<std::string> words;
    for (const EnumerationValue& value : this->enumeration(enumeration).values) words.push_back(value.word);
    const std::vector<std::string> near = text::nearest(word, words, most);
    if (near.empty()) return {};
    return messages::Message(catalogue::near_value,
                             {joined(near), enumeration_name(enumeration), values_of(enumeration)});
}

messages::Message Types::describe(const Type& type) const {
    using messages::Message;
    const auto named = [](const messages::Sentence& plain, const messages::Sentence& vowel, const std::string& name) {
        return Message(starts_with_vowel(name) ? vowel : plain, {name});
    };
    const auto entity_name = [&]() -> const std::string& { return entity(type.of).name; };
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

messages::Message Types::unit_in_words(const Type& type) const {
    return type.unit < 0 ? messages::Message(catalogue::a_number_without_unit)
                         : messages::Message::same(unit_name(type.unit));
}

std::optional<Type> Types::common(const Type& left, const Type& right) const {
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

bool Types::extends(std::int32_t wide, std::int32_t narrow) const {
    std::int32_t one = wide;
    for (std::size_t steps = 0; steps < vocabulary_.enumerations.size() && one >= 0; ++steps) {
        one = enumeration(one).extends;
        if (one == narrow) return one >= 0;
    }
    return false;
}

bool Types::fits(const Type& from, const Type& to) const {
    if (from.kind == TypeKind::nothing || to.kind == TypeKind::nothing) return true;
    return common(from, to).has_value();
}

}  // namespace brecha::model
