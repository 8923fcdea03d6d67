// The state that the parts of check() share: what has been declared so far, and where the reader of the text stands.
//
// One class, its members spread over files by idea: vocabularies.cpp, types.cpp, declarations.cpp, tables.cpp,
// names.cpp, expressions.cpp, comparisons.cpp, dates.cpp, arithmetic.cpp, functions.cpp, quantifiers.cpp,
// requirements.cpp, texts.cpp, verdicts.cpp, lints.cpp, cases.cpp.
#pragma once

#include "model/check.hpp"
#include "model/checking/report.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_rulesets.hpp"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::model {

namespace catalogue = messages::catalogue;

/// What one expression may name, and where it stands.
struct Scope {
    std::vector<std::int32_t> variables;  // visible ones, innermost last
    std::int32_t requirement = -1;        // whose requirement it is; -1: a definition, a parameter
    std::string part;                     // of which clause; for judgements
    bool may_judge = false;               // a judgement has a requirement and a part to belong to
    bool constant = false;                // a parameter's value: no plan, no variables
};

class Checker {
public:
    Checker(const std::vector<const syntax::File*>& files, const CheckOptions& options);
    Checked run();

private:
    /// Counts how deep the checker is in something for as long as this lives.
    struct Deeper {
        explicit Deeper(std::uint32_t& depth) : depth_(depth) { ++depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        ~Deeper() { --depth_; }

    private:
        std::uint32_t& depth_;
    };

    template <typename Node>
    struct Found {
        const Node* node = nullptr;
        std::uint16_t file = 0;
    };

    // --- check.cpp: which units belong together
    void find_units();
    void choose_ruleset();
    void follow_uses();
    messages::Message where_to_put_it() const;
    messages::Message meant_or_put(std::string_view word, const std::vector<std::string>& candidates) const;
    void hash();
    bool version_fits(std::string_view asked, std::string_view given) const;

    // --- vocabularies.cpp
    void visit_vocabulary(const syntax::Word& name, const syntax::Word& version, std::uint16_t file);
    void merge_vocabularies();
    void declare_units();
    void declare_names();
    void fill_enumerations();
    void fill_entities();
    void add_fields(std::uint32_t entity, const std::vector<syntax::Field>& fields, std::uint16_t file);
    void add_values(Enumeration& enumeration, const syntax::EnumValues& values, std::uint16_t file);
    void check_entities();
    std::optional<std::string> initial_value(const syntax::Literal& literal, const Type& type, std::uint16_t file);

    // --- types.cpp
    struct ResolvedType {
        Type type;
        bool reference = false;
    };
    ResolvedType resolve_type(const syntax::Type& type, std::uint16_t file, const std::string& shown_as);
    std::int32_t one_of(const syntax::EnumValues& values, std::uint16_t file, const std::string& shown_as);
    std::int32_t unit_named(std::string_view name, Place place);  // -1 and a message where there is none
    std::int32_t unit_for(Decimal factor, std::vector<std::pair<std::string, int>> dimension);
    std::int32_t unit_product(std::int32_t left, std::int32_t right, bool quotient, Place place);
    bool exponents_fit(const std::vector<std::pair<std::string, int>>& dimension, Place place);
    bool same_dimension(std::int32_t left, std::int32_t right) const;
    std::string unit_name(std::int32_t unit) const;           // "persons"; "" for none
    messages::Message describe(const Type& type) const;       // "a text"
    messages::Message unit_in_words(const Type& type) const;  // "persons", "a number without unit"
    std::string enumeration_name(std::int32_t enumeration) const;
    std::string values_of(std::int32_t enumeration) const;  // "public, private, …"
    bool fits(const Type& from, const Type& to) const;
    /// The type that values of both have; nothing where there is none.
    std::optional<Type> common(const Type& left, const Type& right) const;
    /// Does enumeration `wide` extend `narrow`, directly or through others?
    bool extends(std::int32_t wide, std::int32_t narrow) const;

    // --- declarations.cpp, tables.cpp
    struct Global {
        enum class Kind : std::uint8_t { parameter, definition, table } kind = Kind::parameter;
        std::uint32_t index = 0;
        std::string ruleset;
        Place place;
    };
    void declare(const syntax::Ruleset& ruleset, std::uint16_t file, bool main);
    void declare_source(const syntax::SourceDeclaration& source, std::uint16_t file, const std::string& ruleset);
    void declare_global(const syntax::Word& name, Global::Kind kind, std::uint32_t index, std::uint16_t file,
                        const std::string& ruleset);
    void check_declarations();
    void check_parameter(std::uint32_t index);
    void check_definition(std::uint32_t index);
    void declare_table(const syntax::Table& table, std::uint16_t file, const std::string& ruleset);
    Type column_type(const syntax::Table& table, std::size_t column, std::uint16_t file);
    void fill_table(std::uint32_t index);
    void fill_from_file(std::uint32_t index, const Entity& entity, std::set<std::vector<std::string>>& keys);
    void warn_of_thousands(const std::string& written, Place where);
    std::optional<std::string> cell(const syntax::Literal& literal, const Type& type, std::uint16_t file);
    std::optional<std::string> cell_from_text(const std::string& text, const Type& type, bool& right) const;
    const Global* global_named(const std::string& name, std::string_view ruleset = {}) const;
    std::optional<Citation> citation(const syntax::Cite& cite, std::uint16_t file);

    // --- names.cpp
    std::int32_t variable_named(std::string_view name, const Scope& scope) const;
    std::int32_t add_variable(const syntax::Word& name, Type type, std::uint16_t file, const Scope& scope);
    void check_free_name(const syntax::Word& name, std::uint16_t file);
    bool is_root_name(std::string_view name) const;
    bool is_assessment_date(std::string_view name) const;
    bool open_name(const syntax::Expression& source, const Scope& scope) const;  // gets its type from the other operand
    Expression name(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression global(const Global& global, const syntax::Expression& source);
    Expression enumeration_value(std::int32_t enumeration, int value, Place place) const;
    std::int32_t enumeration_named(std::string_view name) const;
    std::vector<std::int32_t> enumerations_with(const std::vector<std::string>& words) const;
    std::int32_t table_named(const syntax::Expression& source, const Scope& scope) const;
    void unknown_name(const syntax::Expression& source, const Scope& scope);
    messages::Message name_meant(const std::string& word, const Scope& scope) const;
    void unknown_value(const syntax::Expression& source, std::int32_t enumeration);

    // --- expressions.cpp
    Expression make(Operation operation, Type type, const syntax::Expression& source) const;
    Expression wrong(const syntax::Expression& source) const { return make(Operation::nothing, Type{}, source); }
    Expression expression(const syntax::Expression& source, Scope& scope, const Type* hint = nullptr);
    Expression condition(const syntax::Expression& source, Scope& scope);
    Expression field(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression field_of(Expression item, std::string_view name, Place place, const syntax::Expression& source);
    Expression index(const syntax::Expression& source, Scope& scope);
    Expression literal(const syntax::Expression& source);
    Expression set(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression conditional(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression judged(const syntax::Expression& source, Scope& scope);
    Expression verdict(const syntax::Expression& source, Scope& scope);
    Expression note_months(Expression expression, const syntax::Expression& source);
    Place place(const grammar::Span& span) const { return {file_, span}; }
    Place place(const syntax::Expression& source) const { return {file_, source.span}; }
    std::string written(const syntax::Expression& source) const;  // on one line, in the file's language
    messages::Argument code(const syntax::Expression& source,
                            std::string_view after = {}) const;  // the same in the reader's language
    messages::Message unit_help(const messages::Sentence& sentence, const syntax::Expression& source,
                                const Expression& value, const Type& wanted) const;
    std::string keyword(std::string_view role) const;           // in the file's language
    std::string built_in_word(std::string_view english) const;  // the same
    /// Sugar writes an operand twice. A small one may be; what grows beyond a bound by it is refused.
    bool can_repeat(const Expression& expression, const syntax::Expression& source);

    // --- comparisons.cpp, dates.cpp, arithmetic.cpp
    Expression compare(const syntax::Expression& source, Scope& scope);
    Expression between(const syntax::Expression& source, Scope& scope);
    Expression within(const syntax::Expression& source, Scope& scope);
    Expression due_within(const syntax::Expression& source, Scope& scope);
    Expression apart(const syntax::Expression& source, Scope& scope);
    Expression otherwise(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression sum(const syntax::Expression& source, Scope& scope);
    Expression product(const syntax::Expression& source, Scope& scope);
    Expression add_two(Expression left, Expression right, bool subtract, const syntax::Expression& source,
                       const syntax::Expression* left_source, const syntax::Expression& right_source);
    Expression shifted(Expression date, const Expression& duration, bool back, const syntax::Expression& source);
    /// Both sides can be compared; else a message.
    bool comparable(const Expression& left, const Expression& right, bool ordered, const syntax::Expression& source,
                    const syntax::Expression& left_source, const syntax::Expression& right_source);
    std::pair<Expression, Expression> both(const syntax::Expression& left, const syntax::Expression& right,
                                           Scope& scope);
    bool is_duration(const Expression& expression, const syntax::Expression& source);
    bool is_date_or_moment(const Expression& expression, const syntax::Expression& source);

    // --- functions.cpp
    Expression call(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression call_definition(const Global& global, const syntax::Expression& source, Scope& scope);
    Expression function(std::string_view name, const syntax::Expression& source, Scope& scope);
    Expression aggregate_of_list(Operation operation, Expression list, const syntax::Expression& source);
    bool has_operands(const syntax::Expression& source, std::size_t least, std::size_t most,
                      const messages::Sentence& usage);
    Expression wrong_operand(const syntax::Expression& source, messages::Argument function,
                             const messages::Sentence& wanted, const Expression& given);
    messages::Argument function_word(const syntax::Expression& source) const;  // its name, in the reader's language
    messages::Message function_meant(const std::string& word) const;

    // --- quantifiers.cpp
    struct Bound {
        Expression list;
        std::optional<Expression> condition;
        std::int32_t variable = -1;
    };
    Bound bind(const syntax::Binder& binder, Scope& scope);
    Expression close(Operation operation, Type type, Bound bound, std::optional<Expression> body,
                     const syntax::Expression& source) const;
    Expression aggregate(const syntax::Expression& source, Scope& scope);
    Expression typed_aggregate(Operation operation, Bound bound, std::optional<Expression> body,
                               const syntax::Expression& source);
    Expression quantifier(const syntax::Expression& source, Scope& scope);
    void check_reach(const syntax::Expression& body, const syntax::Word& variable);

    // --- requirements.cpp
    struct Written {  // a requirement before its lines are checked
        const syntax::Requirement* node = nullptr;
        const syntax::Group* group = nullptr;
        std::uint16_t file = 0;
    };
    void collect_requirements();
    void collect_requirement(const syntax::Requirement& requirement, const syntax::Group* group, std::uint16_t file);
    void check_requirement(std::uint32_t index);
    void check_clause(Requirement& requirement, const syntax::RequireLine& line, const std::string& part, Scope& scope);
    Expression clause_condition(const syntax::Expression& source, Scope& scope);
    void check_part_ids();
    std::uint32_t depth_of(const Expression& expression) const;
    std::uint32_t height_of(const Expression& expression) const;
    bool too_deep(std::uint32_t height, Place place);
    bool write_out_lets(Expression& expression, const Requirement& requirement, std::size_t& left) const;

    // --- texts.cpp
    /// `what`: for the message about languages that lack.
    struct What {
        const messages::Sentence* sentence = nullptr;  // "the title of {}"
        std::string of;
    };
    Texts texts(const syntax::Texts& source, std::uint16_t file, const What& what, bool covered = true);
    void add_label(std::vector<Label>& labels, const syntax::LabelledWord& word, const What& what);
    Templates templates(const syntax::Texts& source, std::uint16_t file, const What& what, Scope& scope);
    Template template_of(const syntax::Text& source, Scope& scope);
    void note_languages(const syntax::Texts& source, std::uint16_t file, const What& what);
    void cover(const std::string& unit, const syntax::Texts& title);  // from now on texts are held against this title
    void cover_vocabularies();
    void report_languages();

    // --- verdicts.cpp
    void verdicts_in(const Expression& expression, std::vector<std::uint32_t>& found,
                     std::vector<std::uint8_t>& definitions) const;
    void check_after();
    void check_verdicts();
    std::int32_t requirement_named(std::string_view id) const;
    messages::Message requirement_help(const std::string& id) const;

    // --- lints.cpp
    void lint();
    void note_asked(const Expression& expression, bool positive);
    void note_asked_list(const Expression& list);

    // --- cases.cpp
    std::vector<TestSuite> check_cases();
    std::int32_t requirement_of_part(const std::string& id) const;
    std::vector<std::uint8_t> date_readers() const;  // beside Ruleset::requirements

    const std::vector<const syntax::File*>& files_;
    const CheckOptions& options_;
    Report report_;
    Ruleset ruleset_;
    std::uint16_t file_ = 0;  // the file that is being read

    // units of all files
    std::map<std::string, Found<syntax::Vocabulary>, std::less<>> vocabularies_;
    std::map<std::string, Found<syntax::Ruleset>, std::less<>> rulesets_;
    std::vector<Found<syntax::Tests>> tests_;
    Found<syntax::Ruleset> main_;
    std::vector<Found<syntax::Vocabulary>> merged_;     // those the ruleset sees, bases first
    std::map<std::string, bool, std::less<>> visited_;  // vocabulary: done? (false: under way)
    std::vector<Found<syntax::Ruleset>> used_;          // rulesets whose declarations are visible, bases first
    std::vector<std::string> data_;                     // contents of tables' files, for the hash

    // vocabulary
    std::unordered_map<std::string, std::int32_t> unit_index_;
    std::unordered_map<std::string, std::int32_t> enumeration_index_;
    std::unordered_map<std::string, std::int32_t> entity_index_;
    std::vector<std::string> enumeration_shown_;  // for messages: "Agency.sector" where it has no name
    std::unordered_map<std::string, std::int32_t> one_of_index_;
    std::vector<Place> entity_places_;
    std::vector<std::vector<Place>> field_places_;
    std::vector<Place> enumeration_places_;

    // declarations
    std::unordered_map<std::string, std::vector<Global>> globals_;
    std::unordered_map<std::string, std::uint32_t> source_index_;
    enum class State : std::uint8_t { open, under_way, done };
    struct ParameterWork {
        const syntax::ParameterDeclaration* node;
        std::uint16_t file;
        State state;
    };
    struct DefinitionWork {
        const syntax::Definition* node;
        std::uint16_t file;
        State state;
    };
    struct TableWork {
        const syntax::Table* node;
        std::uint16_t file;
    };
    std::vector<ParameterWork> parameter_work_;
    std::vector<DefinitionWork> definition_work_;
    std::vector<TableWork> table_work_;
    std::uint32_t unit_depth_ = 0,
                  expression_depth_ = 0;  // of the vocabulary or ruleset, of the expression that is being looked at
    std::unordered_map<std::int32_t, std::uint32_t> let_heights_;  // by variable
    std::unordered_map<std::uint32_t, std::uint32_t> definition_heights_;
    std::vector<std::uint32_t> variable_depth_;  // beside Ruleset::variables: how many subjects must be bound for it

    // requirements
    std::vector<Written> written_;
    std::unordered_map<std::string, std::uint32_t> requirement_index_;
    std::unordered_map<std::string, std::string> renamed_;            // id of `was` -> id
    std::unordered_map<std::string, std::uint32_t> judgement_index_;  // "requirement part" -> judgement
    struct VerdictUse {
        std::uint32_t from;
        std::int32_t to;
        std::int32_t variable;
        Place place;
    };
    std::vector<VerdictUse> verdict_uses_;  // of the requirement `from`; -1: a definition's
    std::vector<std::vector<std::pair<std::string, Place>>> after_words_;  // beside Ruleset::requirements
    std::vector<std::vector<std::uint8_t>> asked_;                         // entity, field: a clause asks for this list
    std::vector<std::uint8_t> asked_definitions_;
    bool due_allowed_ = false;  // `due within` may stand where the next expression is read

    // languages
    std::string covered_unit_;  // whose title says which languages its texts are given in; empty: nobody's
    std::vector<std::string> title_languages_;
    struct Lacking {
        messages::Message what;
        Place place;
    };
    std::map<std::pair<std::string, std::string>, std::vector<Lacking>> lacking_;  // unit, language -> texts
};

}  // namespace brecha::model
