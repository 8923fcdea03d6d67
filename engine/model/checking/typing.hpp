// Expressions of the syntax tree -> checked expressions: names resolved, typed, sugar taken away.
//
// Spread over files by idea: names.cpp, expressions.cpp, comparisons.cpp, dates.cpp, arithmetic.cpp, functions.cpp,
// quantifiers.cpp.
#pragma once

#include "model/checking/environment.hpp"
#include "model/expression.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::model {

/// The operation that carries out a function over a list with a variable; `nothing`: it is none of these.
Operation binder_of(words::Function function);

/// Reads the expressions of one file.
class Typing {
public:
    Typing(Environment& environment, const FileContext& file)
        : environment_(environment), file_(file), ruleset_(environment.ruleset), types_(environment.types),
          declarations_(environment.declarations), diagnostics_(environment.diagnostics) {}

    /// Any expression. `hint`: the type that is wanted, for bare words that are values of an enumeration. What is wrong
    /// is told, and gives Operation::nothing.
    Expression expression(const syntax::Expression& source, Scope& scope, const Type* hint = nullptr);
    /// One that is true or false.
    Expression condition(const syntax::Expression& source, Scope& scope);

    /// Told where the ruleset does not say how the end of a month is rounded.
    Expression note_months(Expression expression, const syntax::Expression& source);
    Expression make(Operation operation, Type type, const syntax::Expression& source) const;
    Expression wrong(const syntax::Expression& source) const { return make(Operation::nothing, Type{}, source); }
    /// `sentence` says with which unit `value` is to be written; nothing where a unit would not help.
    messages::Message unit_help(const messages::Sentence& sentence, const syntax::Expression& source,
                                const Expression& value, const Type& wanted) const;

    // --- names.cpp
    std::int32_t variable_named(std::string_view name, const Scope& scope) const;  // -1 where none is visible
    std::int32_t add_variable(const syntax::Word& name, Type type, const Scope& scope);
    /// A name that no one else has, in any language's words.
    void check_free_name(const syntax::Word& name);

    // --- expressions.cpp
    /// A duration as written, in the calendar that it names; nothing and a message where none is clear.
    std::optional<Duration> counted(Duration duration, const syntax::Expression& source);

    // --- quantifiers.cpp
    /// `x in L where C`
    struct Bound {
        Expression list = {};
        std::optional<Expression> condition = {};
        std::int32_t variable = -1;
    };
    Bound bind(const syntax::Binder& binder, Scope& scope);

private:
    // --- names.cpp
    std::int32_t add_unnamed_variable(Type type);
    const Variable& variable_at(std::int32_t index) const {
        return ruleset_.variables[static_cast<std::size_t>(index)];
    }
    bool open_name(const syntax::Expression& source, const Scope& scope) const;  // gets its type from the other operand
    Expression name(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression global(const Global& global, const syntax::Expression& source);
    Expression enumeration_value(std::int32_t enumeration, int value, const syntax::Expression& source) const;
    std::int32_t table_named(const syntax::Expression& source, const Scope& scope) const;
    void unknown_name(const syntax::Expression& source, const Scope& scope);
    messages::Message name_meant(const std::string& word, const Scope& scope) const;
    void unknown_value(const std::string& word, Location where, std::int32_t enumeration);

    // --- expressions.cpp
    Location at(const syntax::Expression& source) const { return file_.at(source); }
    Location at(const grammar::Span& span) const { return file_.at(span); }
    Location word_at(const syntax::Expression& source) const;  // its word, where that has a place of its own
    Expression field(const syntax::Expression& source, Scope& scope);
    Expression field_of(Expression item, std::string_view name, Location where, const syntax::Expression& source);
    Expression index(const syntax::Expression& source, Scope& scope);
    Expression literal(const syntax::Expression& source);
    Expression values_of(const syntax::Expression& source);
    Expression set(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression conditional(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression judged(const syntax::Expression& source, Scope& scope);
    Expression verdict(const syntax::Expression& source, Scope& scope);
    /// Sugar writes an operand twice. A small one may be; what grows beyond a bound by it is refused.
    bool can_repeat(const Expression& expression, const syntax::Expression& source);

    // --- comparisons.cpp, dates.cpp, arithmetic.cpp
    Expression compare(const syntax::Expression& source, Scope& scope);
    Expression contains(const syntax::Expression& source, const syntax::Expression& list_source,
                        const syntax::Expression& value_source, Scope& scope);
    Expression contains_each(const syntax::Expression& source, Scope& scope);
    Expression between(const syntax::Expression& source, Scope& scope);
    Expression within(const syntax::Expression& source, Scope& scope);
    Expression due_within(const syntax::Expression& source, Scope& scope);
    Expression apart(const syntax::Expression& source, Scope& scope);
    Expression otherwise(const syntax::Expression& source, Scope& scope, const Type* hint);
    Expression sum(const syntax::Expression& source, Scope& scope);
    Expression product(const syntax::Expression& source, Scope& scope);
    Expression add_two(Expression left, Expression right, bool subtract, const syntax::Expression& source,
                       const syntax::Expression* left_source, const syntax::Expression& right_source);
    Expression days(std::int64_t count, const syntax::Expression& source) const;
    /// The last day of so long a time whose first day `date` is.
    Expression last_day(Expression date, const Expression& duration, const syntax::Expression& source);
    Expression shifted(Expression date, const Expression& duration, bool back, const syntax::Expression& source);
    /// Both sides can be compared; else a message.
    bool comparable(const Expression& left, const Expression& right, bool ordered, const syntax::Expression& source,
                    const syntax::Expression& left_source, const syntax::Expression& right_source);
    std::pair<Expression, Expression> both(const syntax::Expression& left, const syntax::Expression& right,
                                           Scope& scope);
    bool is_duration(const Expression& expression, const syntax::Expression& source);
    bool is_date_or_moment(const Expression& expression, const syntax::Expression& source);

    // --- functions.cpp
    Expression call(const syntax::Expression& source, Scope& scope);
    Expression call_definition(const Global& global, const syntax::Expression& source, Scope& scope);
    Expression function(const words::FunctionRow& row, const syntax::Expression& source, Scope& scope);
    /// What the type alone does not say of an operand: whether it goes with the others. Told where it does not.
    bool fits_further(words::Takes takes, std::size_t index, const std::vector<Expression>& operands,
                      const syntax::Expression& source);
    Expression amount(const syntax::Expression& source, Scope& scope);
    Expression function_of_list(const words::FunctionRow& row, Expression list, const syntax::Expression& source);
    Expression aggregate_of_list(Operation operation, Expression list, const syntax::Expression& source);
    bool has_operands(const words::FunctionRow& row, const syntax::Expression& source);
    Expression wrong_operand(const syntax::Expression& source, messages::Argument function,
                             const messages::Sentence& wanted, const Expression& given);
    messages::Argument function_word(const syntax::Expression& source) const;  // its name, in the reader's language
    messages::Message function_meant(const std::string& word) const;

    // --- quantifiers.cpp
    Expression close(Operation operation, Type type, Bound bound, std::optional<Expression> body,
                     const syntax::Expression& source) const;
    Expression aggregate(const syntax::Expression& source, Scope& scope);
    Expression typed_aggregate(Operation operation, Bound bound, std::optional<Expression> body,
                               const syntax::Expression& source);
    Expression quantifier(const syntax::Expression& source, Scope& scope);
    void check_reach(const syntax::Expression& body, const syntax::Word& variable);

    Environment& environment_;
    const FileContext file_;
    Ruleset& ruleset_;
    Types& types_;
    const Declarations& declarations_;
    Diagnostics& diagnostics_;
};

}  // namespace brecha::model
