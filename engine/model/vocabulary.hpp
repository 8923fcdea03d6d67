// What a plan can say: entities, their fields, enumerations and units, as one ruleset sees them, with all
// extensions merged. Built by check(), read by the plan readers, by lowering, and by hosts that draw forms.
#pragma once

#include "model/values.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::model {

/// A text in several languages; the first is the fallback.
struct Text {
    std::string language;
    std::string text;
};
using Texts = std::vector<Text>;
/// The text in `language`, else the first; empty where there is none.
std::string_view in_language(const Texts& texts, std::string_view language);
/// What readers call something: its label, else its name with blanks, "letter signed on".
std::string called(const Texts& labels, std::string_view name, std::string_view language);

enum class TypeKind : std::uint8_t {
    nothing,  // the type of a wrong expression: fits everywhere, so that one mistake gives one message
    text,
    yes_no,   // also every condition
    number,   // integer, number in a unit
    percent,  // in points: 30% is 30
    date,
    moment,
    duration,
    enumeration,  // `of`: Vocabulary::enumerations
    item,         // `of`: Vocabulary::entities; an element of a list, an embedded object, or what a reference points to
};

struct Type {
    TypeKind kind = TypeKind::nothing;
    bool list = false;       // a list of that; there are no lists of lists (they are one flat list)
    bool integer = false;    // number
    std::int32_t of = -1;    // enumeration, item
    std::int32_t unit = -1;  // number: Vocabulary::units, whose factor and dimension it has; -1: plain number
    DurationKind duration = DurationKind::any;  // duration: known from the text of a rule, or any
    Type element() const {
        Type type = *this;
        type.list = false;
        return type;
    }
};

/// A unit and what it is made of. Values are held in base units: `factor` base units are one of it.
struct Unit {
    std::string name;  // "km", "persons/m2"
    Decimal factor = decimal_one;
    std::vector<std::pair<std::string, int>> dimension;  // base unit and exponent, sorted by name
    Texts labels;
};

struct EnumerationValue {
    std::string word;
    Texts labels;
    Texts listed = {};  // how it stands in a list of several; empty: as its label
};
/// Values of enumerations that are the same share one list: of countries there is one for all rulesets.
class EnumerationValues {
public:
    EnumerationValues() = default;
    EnumerationValues(std::initializer_list<EnumerationValue> values) {
        for (const EnumerationValue& value : values) push_back(value);
    }
    std::size_t size() const { return list_->values.size(); }
    bool empty() const { return list_->values.empty(); }
    const EnumerationValue& operator[](std::size_t index) const { return list_->values[index]; }
    auto begin() const { return list_->values.cbegin(); }
    auto end() const { return list_->values.cend(); }
    int index_of(std::string_view word) const;  // -1 where there is none. O(1)
    void push_back(EnumerationValue value);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    struct List {
        std::vector<EnumerationValue> values;
        std::unordered_map<std::string, int, Hash, std::equal_to<>> indexes;  // by word
    };
    std::shared_ptr<List> list_ = std::make_shared<List>();
};
struct Enumeration {
    std::string name;  // empty for `one of …` of a field: shown as Entity.field
    bool ordered = false;
    std::int32_t extends = -1;  // another, whose words it has; each has numbers of its own for them
    EnumerationValues values;
    int index_of(std::string_view word) const { return values.index_of(word); }  // -1 where it has no such value
};

struct Field {
    std::string name;
    Texts labels;
    Texts ask;
    Type type;                           // numbers: `type.unit` is the unit a plan writes it in
    bool reference = false;              // `ref E`, `list of ref E`: the plan writes keys
    std::int32_t dated = -1;             // a list that grows with time: the field of its elements that says when
    std::optional<std::string> initial;  // the default, as a plan would write it in JSON ("false", "2", "\"open\"")
};

struct Entity {
    std::string name;
    Texts labels;
    std::vector<std::uint32_t> key;  // fields; empty: elements are known by position
    std::vector<Field> fields;
    bool table_row = false;  // made for a ruleset's table: its rows come with the ruleset, not with the plan
    std::unordered_map<std::string, std::uint32_t> index = {};  // fields by name, kept by add_field
    void add_field(Field field);
    int field_of(std::string_view name) const;  // -1 where it has none. O(1) where all came by add_field
};

struct Vocabulary {
    std::string name;  // the one the ruleset names; several are joined by ", "
    std::string version;
    std::vector<Enumeration> enumerations;  // [0] is country, ISO 3166-1 alpha-2
    std::vector<Entity> entities;
    std::vector<Unit> units;
    std::uint32_t root = 0;  // the entity a plan is
    int entity_of(std::string_view name) const;
};
inline constexpr std::int32_t country_enumeration = 0;

/// ISO 3166-1 alpha-2 of an alpha-3 code, upper case; empty where there is none.
std::string_view country_from_alpha3(std::string_view code);
/// The 249 alpha-2 codes with their names in the four languages.
Enumeration countries();

}  // namespace brecha::model
