// What a ruleset declares beside its requirements: sources, parameters, definitions, tables, calendars.
#pragma once

#include "model/checking/assembly.hpp"
#include "model/ruleset.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace brecha::model {

struct Environment;

/// A name that every expression sees.
struct Global {
    enum class Kind : std::uint8_t { parameter, definition, table } kind = Kind::parameter;
    std::uint32_t index = 0;  // Ruleset::parameters, definitions, tables
    std::string ruleset;      // that declares it
    Location where;
};

/// How far the reading of a declaration is.
enum class Reached : std::uint8_t { nothing, under_way, done };

/// A declaration as it is written, beside the list of what it becomes.
template <typename Node>
struct Declared {
    Found<Node> written;
    std::string ruleset;  // that declares it
    Reached state = Reached::nothing;
};

struct Declarations {
    std::vector<std::string> layers;                                 // the ruleset that is meant and its bases
    std::unordered_map<std::string, std::vector<Global>> globals;    // several where rulesets declare one name
    std::unordered_map<std::string, std::uint32_t> sources;          // Ruleset::sources
    std::vector<Declared<syntax::ParameterDeclaration>> parameters;  // beside Ruleset::parameters
    std::vector<Declared<syntax::Definition>> definitions;           // beside Ruleset::definitions
    std::vector<Found<syntax::Table>> tables;                        // beside Ruleset::tables
    std::vector<Declared<syntax::Calendar>> calendars;               // beside Ruleset::calendars
    std::vector<Found<syntax::SourceDeclaration>> written_sources;   // beside Ruleset::sources
    std::vector<std::string> source_texts;                           // beside Ruleset::sources; empty: there is none
    std::vector<std::string> table_contents;                         // of the files that tables and sources name

    /// Of `ruleset`, or of any; null where there is none.
    const Global* global_named(const std::string& name, std::string_view ruleset = {}) const;
    bool is_layer(std::string_view ruleset) const;
};

/// Makes the names known: bases first, then the ruleset that is meant, then those that these use.
void declare(const Found<syntax::Ruleset>& ruleset, Environment& environment);

/// Reads the rows of all tables.
void fill_tables(Environment& environment, const CheckOptions& options);

void declare_global(const syntax::Word& name, Global::Kind kind, std::uint32_t index, const FileContext& file,
                    const std::string& ruleset, Environment& environment);

/// Reads parameters and definitions. What an expression names is read before it.
void check_declarations(Environment& environment);
void check_parameter(std::uint32_t index, Environment& environment);
void check_definition(std::uint32_t index, Environment& environment);
/// A value for a parameter; nothing and a message where it does not suit. `says_type`: any constant does.
std::optional<Expression> value_of_parameter(const syntax::Expression& source, const Parameter& parameter,
                                             bool says_type, const FileContext& file, Environment& environment);

/// A `source` line; nothing where its source is not declared.
std::optional<Citation> citation(const syntax::Cite& cite, const FileContext& file, Environment& environment);

}  // namespace brecha::model
