// What a vocabulary declares, by name; types, units and values as the author wrote them -> as the engine knows them;
// and types in words. Filled from the vocabularies (vocabularies.hpp), added to by tables, and by units and values of a
// field that nobody has named before.
#pragma once

#include "model/checking/file_context.hpp"
#include "model/checking/texts.hpp"
#include "model/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::model {

using Dimension = std::vector<std::pair<std::string, int>>;
/// Of a product, or with `sign` -1 of a quotient.
Dimension product_dimension(const Dimension& left, const Dimension& right, int sign);

class Types {
public:
    Types(Vocabulary& vocabulary, TextReader& texts, Diagnostics& diagnostics);

    // --- what is declared
    Vocabulary& vocabulary() { return vocabulary_; }
    const Enumeration& enumeration(std::int32_t index) const { return at(vocabulary_.enumerations, index); }
    const Entity& entity(std::int32_t index) const { return at(vocabulary_.entities, index); }
    const Unit& unit(std::int32_t index) const { return at(vocabulary_.units, index); }
    /// -1 where there is none of that name. A unit is one that is declared, or has been used.
    std::int32_t entity_named(std::string_view name) const { return index_of(entities_, name); }
    std::int32_t enumeration_named(std::string_view name) const { return index_of(enumerations_, name); }
    std::int32_t declared_unit(std::string_view name) const { return index_of(units_, name); }
    std::vector<std::string> entity_names() const;
    std::vector<std::string> enumeration_names() const;
    Location place_of(std::int32_t entity) const { return at(entity_places_, entity); }
    Location place_of_field(std::int32_t entity, std::size_t field) const { return at(field_places_, entity)[field]; }
    /// The value `word` of an enumeration; -1 where it has none. O(1), but for what is counted when it is first asked.
    int value_named(std::int32_t enumeration, std::string_view word) const;
    /// Those that have all of `words`, in their order.
    std::vector<std::int32_t> enumerations_with(const std::vector<std::string>& words) const;

    std::int32_t add_unit(Unit unit);
    std::int32_t add_enumeration(Enumeration enumeration, std::string shown);
    std::int32_t add_entity(Entity entity, Location where);
    void add_field(std::int32_t entity, Field field, Location where);
    void add_fields(std::int32_t entity, const std::vector<syntax::Field>& fields, const FileContext& file);
    void add_values(std::int32_t enumeration, const syntax::EnumValues& values, const FileContext& file);
    /// `enumeration`, which has none yet, extends `base` and has its values.
    void take_values(std::int32_t enumeration, std::int32_t base);
    Enumeration& enumeration(std::int32_t index) { return vocabulary_.enumerations[static_cast<std::size_t>(index)]; }
    Entity& entity(std::int32_t index) { return vocabulary_.entities[static_cast<std::size_t>(index)]; }

    // --- as the author wrote it. What is wrong is told, and gives a type that fits everywhere
    struct Resolved {
        Type type;
        bool reference = false;
    };
    /// `shown_as`: what messages call values that are listed here, "Agency.sector".
    Resolved resolve(const syntax::Type& type, const FileContext& file, const std::string& shown_as);
    /// "persons/m2"; -1 and a message where there is none.
    std::int32_t unit_named(std::string_view name, Location where);
    std::int32_t unit_product(std::int32_t left, std::int32_t right, bool quotient, Location where);
    bool exponents_fit(const Dimension& dimension, Location where);

    // --- how types go together
    bool same_dimension(std::int32_t left, std::int32_t right) const;
    bool fits(const Type& from, const Type& to) const;
    /// The type that values of both have; nothing where there is none.
    std::optional<Type> common(const Type& left, const Type& right) const;
    /// Does enumeration `wide` extend `narrow`, directly or through others?
    bool extends(std::int32_t wide, std::int32_t narrow) const;

    // --- in words
    messages::Message describe(const Type& type) const;       // "a text"
    messages::Message unit_in_words(const Type& type) const;  // "persons", "a number without unit"
    std::string unit_name(std::int32_t unit) const;           // "persons"; "" for none
    std::string enumeration_name(std::int32_t enumeration) const;
    std::string values_of(std::int32_t enumeration) const;  // "public, private, …"
    /// "did you mean public? Sector is: public, private, …"; says nothing where none is near.
    messages::Message value_meant(const std::string& word, std::int32_t enumeration, std::size_t most) const;

private:
    using Index = std::unordered_map<std::string, std::int32_t>;

    template <typename Item>
    static const Item& at(const std::vector<Item>& items, std::int32_t index) {
        return items[static_cast<std::size_t>(index)];
    }
    static std::int32_t index_of(const Index& index, std::string_view name);
    static std::string measure(Decimal factor, const Dimension& dimension);
    std::int32_t listed_here(const syntax::EnumValues& values, const FileContext& file, const std::string& shown_as);
    std::int32_t unit_for(Decimal factor, Dimension dimension);
    std::optional<std::string> initial_value(const syntax::Literal& literal, const Type& type, const FileContext& file);

    Vocabulary& vocabulary_;
    TextReader& texts_;
    Diagnostics& diagnostics_;
    Index units_, enumerations_, entities_;
    Index units_by_measure_;               // the first of each factor and dimension
    Index listed_;                         // enumerations without a name, by their words
    std::vector<std::string> shown_;       // beside Vocabulary::enumerations: "Agency.sector" where one has no name
    std::vector<Location> entity_places_;  // beside Vocabulary::entities
    std::vector<std::vector<Location>> field_places_;

    // Made when they are first asked, of what has changed since.
    mutable std::unordered_map<std::string, std::vector<std::int32_t>> enumerations_by_word_;
    mutable std::vector<std::int32_t> not_noted_;    // enumerations that have values which are not there
    mutable std::vector<std::size_t> noted_values_;  // beside Vocabulary::enumerations: how many are
};

}  // namespace brecha::model
