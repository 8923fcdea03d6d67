// The grammar in Boost.Spirit X3: the only file that includes it.
//
// Rules build plain structs with semantic actions (`put`, `add`, `mark` below); nothing relies on attributes that are
// passed on by shape. What is costly to try stands behind `begun_by<…>[…]`: a look at the next word or sign says
// whether it can fit. Terminals skip blanks and comments themselves and note where they failed, so there is no skipper
// and no expectation point. All rules are defined with BOOST_SPIRIT_DEFINE: the context then stays one type, and the
// file compiles in bearable time. A rule that can contain itself passes through `nested[…]`, which counts depth.
// clang-format off: laid out by hand, a rule a line
#include "rules.hpp"

#include "words/keyword_match.hpp"
#include "quoted.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"
#include "translated_words.hpp"

#include <boost/spirit/home/x3.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

#if defined(__GNUC__)
#define BRECHA_NOINLINE [[gnu::noinline]]
#define BRECHA_INLINE [[gnu::always_inline]] inline
#else
#define BRECHA_NOINLINE
#define BRECHA_INLINE inline
#endif

namespace brecha::grammar {
namespace {

namespace x3 = boost::spirit::x3;
using namespace syntax;
using Kind = ExpressionKind;
using Iterator = const char*;

struct session_tag;

template <typename Context>
Session& session_of(const Context& context) {
    return x3::get<session_tag>(context);
}

// --- terminals --------------------------------------------------------------------------------------------

/// One place in the text: where the next token begins, and the text up to where the item ends.
struct Place {
    Session& session;
    std::string_view text;
    std::uint32_t at;

    const KeywordsOfWord* keywords() const { return session.keywords(at, static_cast<std::uint32_t>(text.size())); }
    std::size_t keyword(Role role) const { return match_keyword(keywords(), role, text, at); }
    char sign() const { return at < text.size() ? text[at] : '\0'; }
};

BRECHA_INLINE Place place(Session& session, Iterator first, Iterator last) {
    const char* begin = session.text.data();
    const auto end = static_cast<std::uint32_t>(last - begin);
    return {session, std::string_view(begin, end), session.skip(static_cast<std::uint32_t>(first - begin), end)};
}

/// A token that `Derived::token(place, value)` reads; it returns the end, or the place itself where nothing fits.
template <typename Derived, typename Attribute>
struct terminal : x3::parser<Derived> {
    using attribute_type = Attribute;
    static constexpr bool has_attribute = true;

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Target& target) const {
        if constexpr (std::is_same_v<Target, Attribute>) {
            return read(session_of(context), first, last, target);
        } else {
            Attribute value{};
            if (!read(session_of(context), first, last, value)) return false;
            x3::traits::move_to(std::move(value), target);
            return true;
        }
    }

private:
    // Apart from the template above, so that it is compiled once and not at each place of the grammar.
    BRECHA_NOINLINE bool read(Session& session, Iterator& first, Iterator last, Attribute& value) const {
        const Place here = place(session, first, last);
        if (session.stop != Stop::none) return false;
        const std::uint32_t end = this->derived().token(here, value);
        if (end == here.at) {
            if (session.recording) session.failed_at(here.at, this->derived().expectation());
            return false;
        }
        first = session.text.data() + end;
        return true;
    }
};

struct keyword_parser : x3::parser<keyword_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Role role;
    bool alone;                 // not as the beginning of a longer keyword: "en", but not in "en caso"

    constexpr explicit keyword_parser(Role role_, bool alone_ = false) : role(role_), alone(alone_) {}

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Target&) const {
        return read(session_of(context), first, last);
    }

private:
    BRECHA_NOINLINE bool read(Session& session, Iterator& first, Iterator last) const {
        const Place here = place(session, first, last);
        if (session.stop != Stop::none) return false;
        const std::size_t end = here.keyword(role);
        if (end == here.at || (alone && any_keyword_at(here.text, here.at, session.language)->end != end)) {
            if (session.recording) session.failed_at(here.at, {Sort::keyword, role, {}});
            return false;
        }
        first = session.text.data() + end;
        return true;
    }
};

consteval Role row(const char* name) { return role(name); }
#define KEYWORD(name) keyword_parser(std::integral_constant<Role, row(name)>::value)
#define KEYWORD_ALONE(name) keyword_parser(std::integral_constant<Role, row(name)>::value, true)

struct symbol_parser : x3::parser<symbol_parser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    std::string_view symbol;

    bool attached;              // no blank before it

    constexpr explicit symbol_parser(std::string_view symbol_, bool attached_ = false) : symbol(symbol_), attached(attached_) {}

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Target&) const {
        return read(session_of(context), first, last);
    }

private:
    BRECHA_NOINLINE bool read(Session& session, Iterator& first, Iterator last) const {
        const Place here = place(session, first, last);
        if (session.stop != Stop::none) return false;
        const bool apart = attached && first != session.text.data() + here.at;
        if (apart || here.text.substr(here.at, symbol.size()) != symbol) {
            if (session.recording && !attached) session.failed_at(here.at, {Sort::symbol, no_role, symbol});
            return false;
        }
        first = session.text.data() + here.at + symbol.size();
        return true;
    }
};
constexpr symbol_parser symbol(std::string_view text) { return symbol_parser(text); }
/// Only right behind what stands before: `exigir.x` is a path, `exigir .1` a clause with its part.
constexpr symbol_parser attached(std::string_view text) { return symbol_parser(text, true); }

/// Nothing but blanks before what follows: no new line, no comment.
struct same_line_parser : x3::parser<same_line_parser> {
    using attribute_type = x3::unused_type;
    [[maybe_unused]] static constexpr bool has_attribute = false;

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext&, Target&) const {
        Session& session = session_of(context);
        const Place here = place(session, first, last);
        if (session.stop != Stop::none) return false;
        return std::string_view(first, session.text.data() + here.at).find('\n') == std::string_view::npos;
    }
};
constexpr same_line_parser same_line{};

template <Sort sort>
struct word_parser : terminal<word_parser<sort>, Word> {
    std::uint32_t token(const Place& here, Word& word) const {
        std::uint32_t end = here.at;
        if constexpr (sort == Sort::name) {
            end = word_token(here.text, here.at);
            if (end != here.at && reserved_at(here.keywords(), here.text, here.at)) end = here.at;
        }
        if constexpr (sort == Sort::word) end = word_token(here.text, here.at);
        if constexpr (sort == Sort::id) end = id_token(here.text, here.at);
        if constexpr (sort == Sort::part) end = part_token(here.text, here.at);
        if constexpr (sort == Sort::version) end = version_token(here.text, here.at);
        if constexpr (sort == Sort::date) end = date_token(here.text, here.at);
        if constexpr (sort == Sort::value) end = number_token(here.text, here.at);
        if constexpr (sort == Sort::whole_number) end = whole_number_token(here.text, here.at);
        if constexpr (sort == Sort::unit) end = unit_token(here.text, here.at);
        if constexpr (sort == Sort::json) end = json_token(here.text, here.at);
        if constexpr (sort == Sort::keyword) end = static_cast<std::uint32_t>(match_clause_word(here.text, here.at, here.session.language));
        if (end == here.at) return end;
        word.text = here.text.substr(here.at, end - here.at);
        word.span = {here.at, end};
        return end;
    }
    Expectation expectation() const { return {sort, no_role, {}}; }
};

/// An id, or a pattern of ids.
struct id_pattern_parser : terminal<id_pattern_parser, Word> {
    std::uint32_t token(const Place& here, Word& word) const {
        const std::uint32_t end = id_pattern_token(here.text, here.at);
        if (end == here.at) return end;
        word.text = here.text.substr(here.at, end - here.at);
        word.span = {here.at, end};
        return end;
    }
    Expectation expectation() const { return {Sort::id, no_role, {}}; }
};

/// One quoted text without a language.
struct bare_text_parser : terminal<bare_text_parser, Text> {
    std::uint32_t token(const Place& here, Text& text) const { return read_text(here.text, here.at, text); }
    Expectation expectation() const { return {Sort::text, no_role, {}}; }

    static std::uint32_t read_text(std::string_view source, std::uint32_t at, Text& text) {
        if (at >= source.size() || source[at] != '"') return at;
        const QuotedExtent extent = quoted_extent(source, at);
        text.text = unquoted(source, at, extent);
        text.block = extent.block;
        text.span = {at, static_cast<std::uint32_t>(extent.end)};
        return text.span.end;
    }
};

/// One quoted text, with or without a language.
struct any_text_parser : terminal<any_text_parser, Text> {
    std::uint32_t token(const Place& here, Text& text) const {
        const std::uint32_t tag_end = language_tag_token(here.text, here.at, here.session.language);
        if (tag_end == here.at) return bare_text_parser::read_text(here.text, here.at, text);
        text.language = here.text.substr(here.at, 2);
        const std::uint32_t quote = here.session.skip(tag_end, static_cast<std::uint32_t>(here.text.size()));
        const std::uint32_t end = bare_text_parser::read_text(here.text, quote, text);
        return end == quote ? here.at : end;
    }
    Expectation expectation() const { return {Sort::text, no_role, {}}; }
};

/// `en "…" es "…"`, or also a bare text where `bare`.
template <bool bare>
struct texts_parser : terminal<texts_parser<bare>, Texts> {
    std::uint32_t token(const Place& here, Texts& texts) const {
        std::uint32_t at = here.at;
        if constexpr (bare) {
            Text text;
            if (const std::uint32_t end = bare_text_parser::read_text(here.text, at, text); end != at) {
                texts.push_back(std::move(text));
                return end;
            }
        }
        std::uint32_t end_of_all = at;
        while (true) {
            const std::uint32_t tag_end = language_tag_token(here.text, at, here.session.language);
            if (tag_end == at) return end_of_all;
            Text text;
            text.language = here.text.substr(at, 2);
            const std::uint32_t quote = here.session.skip(tag_end, static_cast<std::uint32_t>(here.text.size()));
            const std::uint32_t end = bare_text_parser::read_text(here.text, quote, text);
            if (end == quote) return end_of_all;
            texts.push_back(std::move(text));
            end_of_all = end;
            at = here.session.skip(end, static_cast<std::uint32_t>(here.text.size()));
        }
    }
    Expectation expectation() const { return {bare ? Sort::text : Sort::tagged_text, no_role, {}}; }
};

/// A digit, a quotation mark, `yes` or `no`: what is neither is no literal.
bool begins_literal(const Place& here) {
    const char sign = here.sign();
    return (sign >= '0' && sign <= '9') || sign == '"' || has_role(here.keywords(), role("yes")) || has_role(here.keywords(), role("no"));
}

void put_unit(Expression& expression, std::string& unit, Span span) {
    if (unit.empty()) return;
    expression.add_further().unit = std::move(unit);
    expression.add_further().unit_span = span;
}

/// A literal as an operand.
struct literal_operand_parser : terminal<literal_operand_parser, Expression> {
    std::uint32_t token(const Place& here, Expression& expression) const {
        if (!begins_literal(here)) return here.at;
        Literal literal;
        Span unit_span;
        const std::uint32_t end = literal_token(here.text, here.at, here.session.language, true, literal, unit_span);
        if (end == here.at) return end;
        expression.kind = literal.kind;
        expression.text = std::move(literal.text);
        put_unit(expression, literal.unit, unit_span);
        expression.span = expression.text_span = {here.at, end};
        return end;
    }
    Expectation expectation() const { return {Sort::value, no_role, {}}; }
};

struct duration_parser : terminal<duration_parser, Expression> {
    std::uint32_t token(const Place& here, Expression& expression) const {
        expression.kind = Kind::duration;
        std::string unit;
        Span unit_span;
        const std::uint32_t end = duration_token(here.text, here.at, here.session.language, expression.text, unit, unit_span);
        put_unit(expression, unit, unit_span);
        expression.span = expression.text_span = {here.at, end};
        return end;
    }
    Expectation expectation() const { return {Sort::unit, no_role, "duration"}; }
};

/// The literal of a field's default or of a table row; a word is a value of an enumeration.
template <bool units>
struct literal_parser : terminal<literal_parser<units>, Literal> {
    std::uint32_t token(const Place& here, Literal& literal) const {
        Span unit_span;
        std::uint32_t end = literal_token(here.text, here.at, here.session.language, units, literal, unit_span);
        if (end == here.at) {
            end = word_token(here.text, here.at);
            literal.kind = Kind::name;
            literal.text = here.text.substr(here.at, end - here.at);
        }
        literal.span = {here.at, end};
        return end;
    }
    Expectation expectation() const { return {Sort::value, no_role, {}}; }
};

struct comparison_operator_parser : terminal<comparison_operator_parser, Comparison> {
    std::uint32_t token(const Place& here, Comparison& comparison) const {
        const auto is = [&](std::string_view operator_) { return here.text.substr(here.at, operator_.size()) == operator_; };
        const auto found = [&](Comparison which, std::uint32_t length) {
            comparison = which;
            return here.at + length;
        };
        if (is("!=")) return found(Comparison::not_equal, 2);
        if (is("<=")) return found(Comparison::less_equal, 2);
        if (is(">=")) return found(Comparison::greater_equal, 2);
        if (is("=")) return found(Comparison::equal, 1);
        if (is("<")) return found(Comparison::less, 1);
        if (is(">")) return found(Comparison::greater, 1);
        return here.at;
    }
    Expectation expectation() const { return {Sort::comparison, no_role, {}}; }
};

/// One of `characters`; "-" not as the beginning of "->".
template <char one, char other>
struct operator_parser : terminal<operator_parser<one, other>, char> {
    std::uint32_t token(const Place& here, char& operator_) const {
        if (here.at >= here.text.size()) return here.at;
        operator_ = here.text[here.at];
        if (operator_ != one && operator_ != other) return here.at;
        if (operator_ == '-' && here.text.substr(here.at, 2) == "->") return here.at;
        return here.at + 1;
    }
    Expectation expectation() const { return {Sort::symbol, no_role, one == '+' ? "+" : "*"}; }
};

/// A keyword that stands for a value: `Choice::values` pairs roles with what they mean.
template <typename Choice>
struct choice_parser : terminal<choice_parser<Choice>, typename Choice::type> {
    std::uint32_t token(const Place& here, typename Choice::type& value) const {
        for (const auto& [keyword, meaning] : Choice::values) {
            const std::size_t end = here.keyword(keyword);
            if (end != here.at) {
                value = meaning;
                return static_cast<std::uint32_t>(end);
            }
            if (here.session.recording) here.session.failed_at(here.at, {Sort::keyword, keyword, {}});
        }
        return here.at;
    }
    Expectation expectation() const { return {Sort::keyword, Choice::values[0].first, {}}; }
};

struct SimpleTypes {
    using type = TypeKind;
    static constexpr std::pair<Role, TypeKind> values[] = {
        {role("text"), TypeKind::text}, {role("yes_no"), TypeKind::yes_no}, {role("integer"), TypeKind::integer}, {role("percent"), TypeKind::percent},
        {role("date"), TypeKind::date}, {role("moment"), TypeKind::moment}, {role("duration"), TypeKind::duration}, {role("country"), TypeKind::country}};
};
struct Modalities {
    using type = Modality;
    static constexpr std::pair<Role, Modality> values[] = {{role("shall"), Modality::shall}, {role("should"), Modality::should}, {role("may"), Modality::may}};
};
struct Verdicts {
    using type = std::string_view;
    static constexpr std::pair<Role, std::string_view> values[] = {
        {role("met"), "met"}, {role("partly_met"), "partly_met"}, {role("not_met"), "not_met"}, {role("unknown"), "unknown"}, {role("not_applicable"), "not_applicable"}};
};
struct MonthEnds {
    using type = std::string_view;
    static constexpr std::pair<Role, std::string_view> values[] = {{role("last_day"), "last_day"}, {role("next_day"), "next_day"}};
};
struct SimpleQuantifiers {
    using type = Quantifier;
    static constexpr std::pair<Role, Quantifier> values[] = {{role("every"), Quantifier::every}, {role("some"), Quantifier::some}, {role("no~"), Quantifier::no}};
};
struct CountedQuantifiers {
    using type = Quantifier;
    static constexpr std::pair<Role, Quantifier> values[] = {{role("at least"), Quantifier::at_least}, {role("at most"), Quantifier::at_most}, {role("exactly"), Quantifier::exactly}};
};
struct WordComparisons {
    using type = Comparison;
    static constexpr std::pair<Role, Comparison> values[] = {
        {role("is not one of"), Comparison::not_one_of}, {role("is one of"), Comparison::one_of},
        {role("contains any of"), Comparison::contains_any}, {role("contains all of"), Comparison::contains_all}, {role("contains"), Comparison::contains},
        {role("covers"), Comparison::covers}, {role("starts with"), Comparison::starts_with}};
};
struct Relations {
    using type = Relation;
    static constexpr std::pair<Role, Relation> values[] = {{role("of"), Relation::of}, {role("before"), Relation::before}, {role("after"), Relation::after},
                                                            {role("beginning with"), Relation::beginning_with}};
};
struct BeforeOrAfter {
    using type = Relation;
    static constexpr std::pair<Role, Relation> values[] = {{role("before"), Relation::before}, {role("after"), Relation::after}};
};

// --- directives ---------------------------------------------------------------------------------------------

/// Counts how deep its subject lies in itself; too deep stops the reading of the item.
template <typename Subject>
struct nested_directive : x3::unary_parser<Subject, nested_directive<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit nested_directive(const Subject& inner) : x3::unary_parser<Subject, nested_directive<Subject>>(inner) {}

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context, Target& target) const {
        Session& session = session_of(context);
        struct Depth {
            std::size_t& depth;
            explicit Depth(std::size_t& depth_) : depth(depth_) { ++depth; }
            ~Depth() { --depth; }
        } depth(session.depth);
        if (session.depth > session.most_nesting) session.halt(Stop::nesting, place(session_of(context), first, last).at);
        return session.stop == Stop::none && this->subject.parse(first, last, context, rule_context, target);
    }
};

/// The rule's result gets the span of its tokens, without the blanks around them, and (`node`) its kind.
template <typename Subject>
struct spanned_directive : x3::unary_parser<Subject, spanned_directive<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    static constexpr bool has_action = true;
    constexpr explicit spanned_directive(const Subject& inner) : x3::unary_parser<Subject, spanned_directive<Subject>>(inner) {}

    template <typename Context, typename Result, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, Result& result, Target& target) const {
        const std::uint32_t begin = place(session_of(context), first, last).at;
        if (!this->subject.parse(first, last, context, result, target)) return false;
        result.span = {begin, static_cast<std::uint32_t>(first - session_of(context).text.data())};
        return true;
    }
};

template <Kind kind>
struct node_of {
    template <typename Subject>
    struct directive : x3::unary_parser<Subject, directive<Subject>> {
        static constexpr bool is_pass_through_unary = true;
        static constexpr bool handles_container = Subject::handles_container;
        static constexpr bool has_action = true;
        constexpr explicit directive(const Subject& inner) : x3::unary_parser<Subject, directive<Subject>>(inner) {}

        template <typename Context, typename Target>
        bool parse(Iterator& first, const Iterator& last, const Context& context, Expression& result, Target& target) const {
            const std::uint32_t begin = place(session_of(context), first, last).at;
            if (!this->subject.parse(first, last, context, result, target)) return false;
            result.kind = kind;
            result.span = {begin, static_cast<std::uint32_t>(first - session_of(context).text.data())};
            return true;
        }
    };
};

/// Looks ahead without noting where it failed.
template <typename Subject>
struct quiet_directive : x3::unary_parser<Subject, quiet_directive<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit quiet_directive(const Subject& inner) : x3::unary_parser<Subject, quiet_directive<Subject>>(inner) {}

    template <typename Context, typename RuleContext, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context, Target& target) const {
        Session& session = session_of(context);
        const bool recording = std::exchange(session.recording, false);
        const bool fits = this->subject.parse(first, last, context, rule_context, target);
        session.recording = recording;
        return fits;
    }
};

/// One of these words stands next, or its first one.
template <Role... roles>
struct Keywords {
    static bool stand_at(const Place& here) {
        const KeywordsOfWord* keywords = here.keywords();
        return keywords != nullptr && (has_role(keywords, roles) || ...);
    }
};
/// One of these signs stands next.
template <char... signs>
struct Signs {
    static bool stand_at(const Place& here) { return ((here.sign() == signs) || ...); }
};
struct Digit {
    static bool stand_at(const Place& here) { return here.sign() >= '0' && here.sign() <= '9'; }
};
/// A sign of comparison, or a keyword.
struct ComparisonWord {
    static bool stand_at(const Place& here) { return Signs<'=', '!', '<', '>'>::stand_at(here) || here.keywords() != nullptr; }
};
/// A word and a bracket.
struct Call {
    static bool stand_at(const Place& here) {
        std::size_t at = word_token(here.text, here.at);
        if (at == here.at) return false;
        while (at < here.text.size() && text::blank(here.text, at) != 0) at += text::blank(here.text, at);
        return at < here.text.size() && (here.text[at] == '(' || here.text[at] == '#' || here.text[at] == '}');  // behind a remark: tried
    }
};

/// Tries its subject only where it can begin, unless what could stand here is noted.
template <typename Beginning>
struct begun_by_of {
    template <typename Subject>
    struct directive : x3::unary_parser<Subject, directive<Subject>> {
        static constexpr bool is_pass_through_unary = true;
        static constexpr bool handles_container = Subject::handles_container;
        constexpr explicit directive(const Subject& inner) : x3::unary_parser<Subject, directive<Subject>>(inner) {}

        template <typename Context, typename RuleContext, typename Target>
        bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context, Target& target) const {
            if (!can_begin(session_of(context), first, last)) return false;
            return this->subject.parse(first, last, context, rule_context, target);
        }
        BRECHA_NOINLINE static bool can_begin(Session& session, Iterator first, Iterator last) {
            return session.recording || Beginning::stand_at(place(session, first, last));
        }
    };
};

/// The rule's result is what its subject reads: read in its place, not moved there. Where it does not fit, the result is
/// spoilt: only for what comes first, with no alternative behind it.
template <typename Subject>
struct into_directive : x3::unary_parser<Subject, into_directive<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    static constexpr bool is_pass_through_unary = false;
    static constexpr bool handles_container = false;
    static constexpr bool has_action = true;
    constexpr explicit into_directive(const Subject& inner) : x3::unary_parser<Subject, into_directive<Subject>>(inner) {}

    template <typename Context, typename Result, typename Target>
    bool parse(Iterator& first, const Iterator& last, const Context& context, Result& result, Target&) const {
        return this->subject.parse(first, last, context, x3::unused, result);
    }
};

template <template <typename> class Directive>
struct directive_maker {
    template <typename Subject>
    constexpr auto operator[](const Subject& subject) const {
        return Directive<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
    }
};
constexpr directive_maker<nested_directive> nested{};
constexpr directive_maker<quiet_directive> quiet{};
constexpr directive_maker<spanned_directive> spanned{};
constexpr directive_maker<into_directive> into{};
template <typename Beginning>
constexpr directive_maker<begun_by_of<Beginning>::template directive> begun_by{};
template <Kind kind>
constexpr directive_maker<node_of<kind>::template directive> node{};

// --- semantic actions ---------------------------------------------------------------------------------------

// Moving a large struct is compiled once for each pair of types, not at each place of the grammar.
template <typename To, typename From>
BRECHA_NOINLINE void move_into(To& to, From& from) {
    to = std::move(from);
}
template <typename List, typename Item>
BRECHA_NOINLINE void move_onto(List& list, Item& item) {
    list.push_back(std::move(item));
}

/// The read value becomes a member of the rule's result, or is appended to one.
template <auto Member>
struct Put {
    void operator()(auto& context) const { move_into(x3::_val(context).*Member, x3::_attr(context)); }
};
template <auto Member>
constexpr Put<Member> put{};

template <auto Member>
struct Add {
    void operator()(auto& context) const { move_onto(x3::_val(context).*Member, x3::_attr(context)); }
};
template <auto Member>
constexpr Add<Member> add{};

/// A member becomes a fixed value.
template <auto Member, auto value>
struct Mark {
    void operator()(auto& context) const { x3::_val(context).*Member = value; }
};
template <auto Member, auto value = true>
constexpr Mark<Member, value> mark{};

/// A word that has a spelling in each language becomes its English one.
template <auto Member, BuiltIn kind>
struct PutBuiltIn {
    void operator()(auto& context) const {
        Word& word = x3::_attr(context);
        word.text = std::string(built_in_from(kind, word.text, session_of(context).language));
        x3::_val(context).*Member = std::move(word);
    }
};
template <auto Member, BuiltIn kind>
constexpr PutBuiltIn<Member, kind> put_built_in{};

struct Whole {
    void operator()(auto& context) const { move_into(x3::_val(context), x3::_attr(context)); }
};
constexpr Whole whole{};

bool room_for_another(std::size_t size, Session& session, std::uint32_t at) {
    if (size < greatest_operand_count) return true;
    session.halt(Stop::operands, at);
    return false;
}

struct Operand {
    void operator()(auto& context) const {
        auto& operands = x3::_val(context).operands;
        Expression& operand = x3::_attr(context);
        x3::_pass(context) = room_for_another(operands.size(), session_of(context), operand.span.begin);
        if (operands.empty()) operands.reserve(2);
        if (x3::_pass(context)) move_onto(operands, operand);
    }
};
constexpr Operand operand{};

/// `first, then` => a node `kind` with both; a further one joins the same node.
bool join_chain(Expression& chain, Kind kind, Expression& next, Session& session) {
    if (chain.kind != kind) {
        Expression node;
        node.kind = kind;
        node.span.begin = chain.span.begin;
        node.operands.push_back(std::move(chain));
        chain = std::move(node);
    }
    if (!room_for_another(chain.operands.size(), session, next.span.begin)) return false;
    chain.span.end = next.span.end;
    chain.operands.push_back(std::move(next));
    return true;
}

template <Kind kind>
struct Chain {
    void operator()(auto& context) const { x3::_pass(context) = join_chain(x3::_val(context), kind, x3::_attr(context), session_of(context)); }
};
template <Kind kind>
constexpr Chain<kind> chain{};

struct Step {
    char operator_ = '+';
    Expression operand;
};

template <Kind kind>
struct ChainStep {
    void operator()(auto& context) const {
        Step& step = x3::_attr(context);
        x3::_pass(context) = join_chain(x3::_val(context), kind, step.operand, session_of(context));
        if (x3::_pass(context)) x3::_val(context).text.push_back(step.operator_);
    }
};

/// The read tail takes what was read before it as its first operand.
void join_tail(Expression& left, Expression& tail) {
    tail.span.begin = left.span.begin;
    tail.operands.insert(tail.operands.begin(), std::move(left));
    left = std::move(tail);
}

struct Join {
    void operator()(auto& context) const { join_tail(x3::_val(context), x3::_attr(context)); }
};
constexpr Join join{};

/// Like Join, for a chain of fields and indexes, which nests one level a link.
bool join_link(Expression& left, Expression& tail, Session& session) {
    std::size_t depth = 0;
    for (const Expression* link = &left; (link->kind == Kind::field || link->kind == Kind::index) && depth <= session.most_nesting; link = &link->operands.front()) ++depth;
    if (depth >= session.most_nesting) {
        session.halt(Stop::nesting, tail.span.begin);
        return false;
    }
    join_tail(left, tail);
    return true;
}

struct JoinLink {
    void operator()(auto& context) const { x3::_pass(context) = join_link(x3::_val(context), x3::_attr(context), session_of(context)); }
};

template <auto Member>
struct PutFurther {
    void operator()(auto& context) const { move_into(x3::_val(context).add_further().*Member, x3::_attr(context)); }
};
template <auto Member>
constexpr PutFurther<Member> put_further{};

struct Body {
    void operator()(auto& context) const {
        x3::_val(context).operands.push_back(std::move(x3::_attr(context)));
        x3::_val(context).has_body = true;
    }
};
constexpr Body body{};

/// A word becomes the expression's text.
struct PutText {
    void operator()(auto& context) const {
        x3::_val(context).text = std::move(x3::_attr(context).text);
        x3::_val(context).text_span = x3::_attr(context).span;
    }
};
constexpr PutText put_text{};

struct PutLabel {       // the text of a literal text
    void operator()(auto& context) const { x3::_val(context).text = std::move(x3::_attr(context).text); x3::_val(context).text_span = x3::_attr(context).span; }
};

struct NoArguments {
    void operator()(auto& context) const {
        x3::_val(context).binder.reset();
        x3::_val(context).operands.clear();
        x3::_val(context).has_body = false;
        x3::_val(context).kind = Kind::call;
    }
};
struct EnglishFunction {
    void operator()(auto& context) const { x3::_val(context).text = std::string(built_in_from(BuiltIn::function, x3::_val(context).text, session_of(context).language)); }
};
struct NameOperand {
    void operator()(auto& context) const {
        Expression& expression = x3::_val(context);
        Word& word = x3::_attr(context);
        expression.kind = Kind::name;
        expression.text = std::string(built_in_from(BuiltIn::name, word.text, session_of(context).language));
        expression.span = expression.text_span = word.span;
    }
};
struct WholeNumber {    // "at least 2 x in …": the number takes no unit
    void operator()(auto& context) const {
        Expression& expression = x3::_val(context);
        Word& word = x3::_attr(context);
        expression.kind = Kind::number;
        expression.text = std::move(word.text);
        expression.span = expression.text_span = word.span;
    }
};
struct PlainKind {      // a type named by one keyword
    void operator()(auto& context) const { x3::_val(context).kind = x3::_attr(context); }
};
struct IsDuration {
    void operator()(auto& context) const { x3::_pass(context) = x3::_val(context).type.kind == TypeKind::duration; }
};

// --- terminals by name --------------------------------------------------------------------------------------

const word_parser<Sort::name> name{};
const word_parser<Sort::word> word{};
const word_parser<Sort::id> id{};
const id_pattern_parser id_pattern{};
const word_parser<Sort::part> part{};
const word_parser<Sort::version> version{};
const word_parser<Sort::date> date{};
const word_parser<Sort::value> number{};
const word_parser<Sort::whole_number> whole_number{};
const word_parser<Sort::unit> unit_word{};
const word_parser<Sort::json> json{};
const word_parser<Sort::keyword> clause_word{};
const bare_text_parser bare_text{};
const any_text_parser any_text{};
const texts_parser<true> texts{};
const texts_parser<false> tagged{};
const literal_operand_parser literal_operand{};
const duration_parser duration{};
const literal_parser<true> literal_with_unit{};
const literal_parser<false> literal_without_unit{};
const comparison_operator_parser comparison_operator{};
const operator_parser<'+', '-'> additive{};
const operator_parser<'*', '/'> multiplicative{};
const choice_parser<SimpleTypes> simple_type{};
const choice_parser<Modalities> modality{};
const choice_parser<Verdicts> verdict_word{};
const choice_parser<MonthEnds> month_end_word{};
const choice_parser<SimpleQuantifiers> simple_quantifier{};
const choice_parser<CountedQuantifiers> counted_quantifier{};
const choice_parser<WordComparisons> word_comparison{};
const choice_parser<Relations> relation{};
const choice_parser<BeforeOrAfter> before_or_after{};

// --- expressions, loosest first -----------------------------------------------------------------------------

#define RULE(name, Result) const x3::rule<struct name##_id, Result> name = #name

RULE(expression, Expression);
RULE(conditional, Expression);
RULE(disjunction, Expression);
RULE(conjunction, Expression);
RULE(truth, Expression);
RULE(negation, Expression);
RULE(quantified, Expression);
RULE(how_many, Expression);
RULE(binder, Binder);
RULE(condition, Expression);
RULE(condition_conjunction, Expression);
RULE(condition_truth, Expression);
RULE(condition_negation, Expression);
RULE(comparison, Expression);
RULE(comparison_tail, Expression);
RULE(fallback, Expression);
RULE(fallback_tail, Expression);
RULE(sum, Expression);
RULE(sum_step, Step);
RULE(product, Expression);
RULE(product_step, Step);
RULE(signed_operand, Expression);
RULE(postfix, Expression);
RULE(link, Expression);
RULE(primary, Expression);
RULE(bracketed, Expression);
RULE(set_literal, Expression);
RULE(other_verdict, Expression);
RULE(judgement, Expression);
RULE(enumeration_values, Expression);
RULE(call, Expression);
RULE(name_operand, Expression);
RULE(duration_in_calendar, Expression);

const auto expression_def = nested[begun_by<Keywords<role("if")>>[conditional[whole]] | into[disjunction]];
const auto conditional_def = node<Kind::conditional>[KEYWORD("if") >> expression[operand] >> KEYWORD("then") >> expression[operand] >>
                             -(KEYWORD("else") >> expression[operand])];
const auto disjunction_def = into[conjunction] >> *(KEYWORD("or") >> conjunction[chain<Kind::or_>]);
const auto conjunction_def = into[truth] >> *(KEYWORD("and") >> truth[chain<Kind::and_>]);
const auto truth_def = begun_by<Keywords<role("not")>>[negation[whole]] | begun_by<Keywords<role("every"), role("some"), role("no~"), role("at least"), role("at most"), role("exactly")>>[quantified[whole]] |
                       into[comparison];
// A clause word after "not" means that the word was no negation but the value "no" (one word in Spanish, Portuguese and French).
const auto clausal = quiet[!(KEYWORD("requirement") >> id >> (KEYWORD("is met") | KEYWORD("applies"))) >> clause_word >> !(attached(".") | attached("(") | attached("["))];
const auto negation_def = node<Kind::not_>[KEYWORD("not") >> !clausal >> nested[truth][operand]];
const auto quantified_def = node<Kind::quantifier>[(simple_quantifier[put<&Expression::quantifier>] | (counted_quantifier[put<&Expression::quantifier>] >> how_many[operand])) >>
                            binder[put<&Expression::binder>] >> -(symbol(":") >> expression[body])];
const auto how_many_def = node<Kind::group>[symbol("(") >> expression[operand] >> symbol(")")] |
                          (name_operand[whole] >> *link[JoinLink{}]) | whole_number[WholeNumber{}];
const auto binder_def = spanned[name[put<&Binder::variable>] >> KEYWORD("in") >> sum[put<&Binder::list>] >>
                        -(KEYWORD("where") >> condition[put<&Binder::condition>])];
// The same without quantifiers: a quantifier in a condition stands in brackets.
const auto condition_def = into[condition_conjunction] >> *(KEYWORD("or") >> condition_conjunction[chain<Kind::or_>]);
const auto condition_conjunction_def = into[condition_truth] >> *(KEYWORD("and") >> condition_truth[chain<Kind::and_>]);
const auto condition_truth_def = begun_by<Keywords<role("not")>>[condition_negation[whole]] | into[comparison];
const auto condition_negation_def = node<Kind::not_>[KEYWORD("not") >> !clausal >> nested[condition_truth][operand]];
const auto comparison_def = into[fallback] >> -begun_by<ComparisonWord>[comparison_tail[join]];
const auto comparison_tail_def =
    node<Kind::compare>[comparison_operator[put<&Expression::comparison>] >> fallback[operand]] |
    node<Kind::compare>[word_comparison[put<&Expression::comparison>] >> fallback[operand]] |
    node<Kind::is_given>[KEYWORD("is given")] |
    node<Kind::is_missing>[KEYWORD("is missing")] |
    node<Kind::matches>[KEYWORD("matches") >> bare_text[PutLabel{}]] |
    node<Kind::between>[KEYWORD("between") >> fallback[operand] >> KEYWORD("and") >> fallback[operand]] |
    node<Kind::due_within>[KEYWORD("due within") >> sum[operand] >>
                           (KEYWORD("after")[mark<&Expression::relation, Relation::after>] |
                            KEYWORD("beginning with")[mark<&Expression::relation, Relation::beginning_with>]) >> fallback[operand]] |
    node<Kind::due_within>[(KEYWORD("due at least") | KEYWORD("due more than")[mark<&Expression::option, std::uint8_t(1)>]) >> sum[operand] >>
                           KEYWORD("before")[mark<&Expression::relation, Relation::before>] >> fallback[operand]] |
    node<Kind::within>[KEYWORD("within") >> sum[operand] >> relation[put<&Expression::relation>] >> fallback[operand]] |
    // "more than" without "before" or "after" is a mistake for ">".
    node<Kind::at_least>[quiet[KEYWORD("more than")[mark<&Expression::option, std::uint8_t(1)>] >> sum[operand] >>
                               before_or_after[put<&Expression::relation>]] >> fallback[operand]] |
    node<Kind::apart>[KEYWORD("at most") >> sum[operand] >> KEYWORD("apart") >>
                      -(KEYWORD("since") >> fallback[operand] >> x3::eps[mark<&Expression::has_since>]) >>
                      -(KEYWORD("until") >> fallback[operand] >> x3::eps[mark<&Expression::has_until>])] |
    node<Kind::at_least>[KEYWORD("at least") >> sum[operand] >> before_or_after[put<&Expression::relation>] >> fallback[operand]];
const auto fallback_def = into[sum] >> -begun_by<Keywords<role("otherwise")>>[fallback_tail[join]];
const auto fallback_tail_def = node<Kind::otherwise>[KEYWORD("otherwise") >> sum[operand]];
const auto sum_def = into[product] >> *begun_by<Signs<'+', '-'>>[sum_step[ChainStep<Kind::sum>{}]];
const auto sum_step_def = additive[put<&Step::operator_>] >> product[put<&Step::operand>];
const auto product_def = into[signed_operand] >> *begun_by<Signs<'*', '/'>>[product_step[ChainStep<Kind::product>{}]];
const auto product_step_def = multiplicative[put<&Step::operator_>] >> signed_operand[put<&Step::operand>];
const auto signed_operand_def = begun_by<Signs<'-'>>[node<Kind::negate>[symbol("-") >> nested[signed_operand][operand]]] | into[postfix];
const auto postfix_def = into[primary] >> *begun_by<Signs<'.', '['>>[link[JoinLink{}]];
const auto link_def = node<Kind::field>[symbol(".") >> word[put_text]] |
                      node<Kind::index>[symbol("[") >> (expression[operand] % symbol(",")) >> symbol("]")];
const auto primary_def =
    begun_by<Signs<'('>>[bracketed[whole]] |
    begun_by<Signs<'{'>>[set_literal[whole]] |
    begun_by<Keywords<role("requirement")>>[other_verdict[whole]] |
    begun_by<Keywords<role("judged")>>[judgement[whole]] |
    begun_by<Keywords<role("values of")>>[enumeration_values[whole]] |
    begun_by<Call>[call[whole]] |
    begun_by<Digit>[duration_in_calendar[whole]] |
    into[literal_operand] |
    into[name_operand];
const auto bracketed_def = node<Kind::group>[symbol("(") >> expression[operand] >> symbol(")")];
const auto set_literal_def = node<Kind::set>[symbol("{") >> -(expression[operand] % symbol(",")) >> symbol("}")];
const auto other_verdict_def = node<Kind::verdict>[KEYWORD("requirement") >> id[put_text] >>
                               (KEYWORD("is met") | KEYWORD("applies")[mark<&Expression::option, std::uint8_t(1)>]) >>
                               -(KEYWORD("for") >> name[put_further<&Expression::Further::name>])];
const auto judgement_def = node<Kind::judged>[KEYWORD("judged") >> texts[put_further<&Expression::Further::texts>]];
const auto enumeration_values_def = node<Kind::values_of>[KEYWORD("values of") >> name[put_text]];
const auto call_def = spanned[name[put_text] >> symbol("(") >>
                      ((binder[put<&Expression::binder>] >> -(symbol(":") >> expression[body]) >> symbol(")") >> x3::eps[mark<&Expression::kind, Kind::aggregate>]) |
                       (x3::eps[NoArguments{}] >> -(expression[operand] % symbol(",")) >> symbol(")"))) >>
                      x3::eps[EnglishFunction{}]];
const auto name_operand_def = name[NameOperand{}];
// Behind a duration may also stand "en su defecto", "en caso", and on the next line "en vigor".
const auto duration_in_calendar_def = quiet[spanned[duration[whole] >> KEYWORD_ALONE("in") >> name[put_further<&Expression::Further::name>]]];

BOOST_SPIRIT_DEFINE(expression, conditional, disjunction, conjunction, truth, negation, quantified, how_many, binder, condition, condition_conjunction,
                    condition_truth, condition_negation, comparison, comparison_tail, fallback, fallback_tail, sum, sum_step, product, product_step,
                    signed_operand, postfix, link, primary, bracketed, set_literal, other_verdict, judgement, enumeration_values, call, name_operand, duration_in_calendar)

// --- vocabulary ---------------------------------------------------------------------------------------------

RULE(type, Type);
RULE(labelled_word, LabelledWord);
RULE(enum_value, EnumValue);
RULE(enum_values, EnumValues);
RULE(field, Field);
RULE(title_line, TitleLine);
RULE(extends_line, ExtendsLine);
RULE(unit_declaration, UnitDeclaration);
RULE(enum_declaration, EnumDeclaration);
RULE(entity_head, EntityDeclaration);
RULE(extend_head, ExtendDeclaration);
RULE(vocabulary_item, VocabularyItem);

const auto type_def = spanned[((KEYWORD("list of") >> nested[type][put<&Type::element>] >> x3::eps[mark<&Type::kind, TypeKind::list>]) |
                                (KEYWORD("one of") >> enum_values[put<&Type::values>] >> x3::eps[mark<&Type::kind, TypeKind::one_of>]) |
                                (KEYWORD("ref") >> name[put<&Type::name>] >> x3::eps[mark<&Type::kind, TypeKind::reference>]) |
                                (KEYWORD("number") >> x3::eps[mark<&Type::kind, TypeKind::number>] >> -(KEYWORD("in") >> unit_word[put<&Type::unit>])) |
                                simple_type[PlainKind{}] | (name[put<&Type::name>] >> x3::eps[mark<&Type::kind, TypeKind::named>]))];
const auto labelled_word_def = word[put<&LabelledWord::word>] >> -tagged[put<&LabelledWord::labels>];
const auto enum_value_def = word[put<&EnumValue::word>] >> -tagged[put<&EnumValue::labels>] >> -(KEYWORD("listed") >> tagged[put<&EnumValue::listed>]);
const auto enum_values_def = enum_value[add<&EnumValues::values>] >>
                             (+(symbol("<") >> enum_value[add<&EnumValues::values>] >> x3::eps[mark<&EnumValues::ordered>]) |
                              *(symbol(",") >> enum_value[add<&EnumValues::values>]));
const auto field_def = spanned[word[put<&Field::word>] >> -tagged[put<&Field::labels>] >> type[put<&Field::type>] >>
                       -(same_line >> KEYWORD("dated") >> word[put<&Field::dated>]) >>
                       -(symbol("=") >> ((x3::eps[IsDuration{}] >> literal_with_unit[put<&Field::initial>]) | literal_without_unit[put<&Field::initial>])) >>
                       -(KEYWORD("ask") >> texts[put<&Field::ask>])];
const auto title_line_def = spanned[KEYWORD("title") >> texts[put<&TitleLine::texts>]];
const auto extends_line_def = spanned[KEYWORD("extends") >> name[put<&ExtendsLine::name>] >> version[put<&ExtendsLine::version>]];
const auto unit_declaration_def = spanned[KEYWORD("unit") >> name[put<&UnitDeclaration::name>] >>
                                  -(symbol("=") >> ((number[put<&UnitDeclaration::factor>] >> unit_word[put<&UnitDeclaration::factor_unit>]) |
                                                    (name[put<&UnitDeclaration::left>] >> symbol("*") >> name[put<&UnitDeclaration::right>]))) >>
                                  -tagged[put<&UnitDeclaration::labels>]];
const auto enum_declaration_def = spanned[KEYWORD("enum") >> name[put<&EnumDeclaration::name>] >> -(KEYWORD("extends") >> name[put<&EnumDeclaration::extends>]) >>
                                  symbol("=") >> enum_values[put<&EnumDeclaration::values>]];
const auto entity_head_def = spanned[KEYWORD("entity") >> name[put<&EntityDeclaration::name>] >> -tagged[put<&EntityDeclaration::labels>] >>
                             -KEYWORD("root")[mark<&EntityDeclaration::root>] >>
                             -(KEYWORD("key") >> (word[add<&EntityDeclaration::key>] % symbol(","))) >> symbol("{")];
const auto extend_head_def = spanned[KEYWORD("extend") >> name[put<&ExtendDeclaration::name>] >>
                             (symbol("{") | (symbol("=") >> enum_values[put<&ExtendDeclaration::values>] >> x3::eps[mark<&ExtendDeclaration::is_enumeration>]))];
const auto vocabulary_item_def =
    begun_by<Keywords<role("title")>>[title_line[whole]] |
    begun_by<Keywords<role("extends")>>[extends_line[whole]] |
    begun_by<Keywords<role("unit")>>[unit_declaration[whole]] |
    begun_by<Keywords<role("enum")>>[enum_declaration[whole]];

BOOST_SPIRIT_DEFINE(type, labelled_word, enum_value, enum_values, field, title_line, extends_line, unit_declaration, enum_declaration, entity_head, extend_head, vocabulary_item)

// --- rulesets -----------------------------------------------------------------------------------------------

/// `a and b and c`, or with `or`.
struct WordList {
    std::vector<Word> words;
    bool any = false;
};

RULE(cite, Cite);
RULE(uses_line, UsesLine);
RULE(uses_entry, ExtendsLine);
RULE(month_end_line, MonthEndLine);
RULE(month_end_rule, Word);
RULE(facts_last_line, FactsLastLine);
RULE(period, Period);
RULE(in_force_line, InForceLine);
RULE(dated_value, DatedValue);
RULE(source_declaration, SourceDeclaration);
RULE(parameter, ParameterDeclaration);
RULE(definition, Definition);
RULE(definition_parameter, DefineParameter);
RULE(table, Table);
RULE(table_column, TableColumn);
RULE(table_row, TableRow);
RULE(calendar, Calendar);
RULE(replace_calendar, ReplaceCalendar);
RULE(why, Why);
RULE(set_line, SetLine);
RULE(waive_line, WaiveLine);
RULE(make_line, MakeLine);
RULE(map_line, MapLine);
RULE(ruleset_item, RulesetItem);
RULE(group_item, GroupItem);
RULE(group_head, Group);
RULE(family_head, Family);
RULE(member_head, Member);
RULE(member_id, Word);
RULE(requirement_head, Requirement);
RULE(replace_head, ReplaceBlock);

struct AddUse {
    void operator()(auto& context) const { x3::_val(context).names.emplace_back(std::move(x3::_attr(context).name), std::move(x3::_attr(context).version)); }
};
struct PutMonthEnd {
    void operator()(auto& context) const { x3::_val(context).text = std::string(x3::_attr(context)); }
};
const auto cite_def = spanned[KEYWORD("source") >> -part[put<&Cite::part>] >> name[put<&Cite::source>] >> bare_text[put<&Cite::clause>] >>
                      -(KEYWORD("quote") >> texts[put<&Cite::quote>]) >> -(KEYWORD("reading") >> word[put_built_in<&Cite::reading, BuiltIn::reading>])];
const auto uses_entry_def = name[put<&ExtendsLine::name>] >> version[put<&ExtendsLine::version>];
const auto uses_line_def = spanned[KEYWORD("uses") >> (uses_entry[AddUse{}] % symbol(","))];
const auto month_end_rule_def = spanned[month_end_word[PutMonthEnd{}]];
const auto month_end_line_def = spanned[KEYWORD("month_end") >> month_end_rule[put<&MonthEndLine::rule>]];
const auto facts_last_line_def = spanned[KEYWORD("facts last") >> duration[put<&FactsLastLine::duration>]];
const auto first_day = KEYWORD("from~~") >> date[put<&Period::from>];
const auto last_day_of_period = KEYWORD("until") >> date[put<&Period::until>];
const auto period_def = spanned[(first_day >> -last_day_of_period) | last_day_of_period];
const auto in_force_line_def = spanned[KEYWORD("in force") >> period[put<&InForceLine::period>]];
const auto dated_value_def = spanned[expression[put<&DatedValue::value>] >> -period[put<&DatedValue::period>] >>
                             -(same_line >> cite[put<&DatedValue::cite>])];
const auto source_declaration_def = spanned[KEYWORD("source") >> name[put<&SourceDeclaration::name>] >> symbol("{") >>
    *((KEYWORD("title") >> texts[put<&SourceDeclaration::title>]) | (KEYWORD("publisher") >> texts[put<&SourceDeclaration::publisher>]) |
      (KEYWORD("url") >> texts[put<&SourceDeclaration::url>]) | (KEYWORD("date") >> date[put<&SourceDeclaration::date>]) |
      (KEYWORD("standing") >> word[put_built_in<&SourceDeclaration::standing, BuiltIn::standing>]) |
      (KEYWORD("text") >> bare_text[put<&SourceDeclaration::file>])) >>
    symbol("}")];
const auto parameter_def = spanned[KEYWORD("parameter") >> name[put<&ParameterDeclaration::name>] >> -(symbol(":") >> type[put<&ParameterDeclaration::type>]) >>
                           -(symbol("=") >> (dated_value[add<&ParameterDeclaration::values>] % symbol(","))) >> -(same_line >> cite[add<&ParameterDeclaration::cites>]) >>
                           -(symbol("{") >> *(cite[add<&ParameterDeclaration::cites>] | (KEYWORD("title") >> texts[put<&ParameterDeclaration::title>])) >> symbol("}"))];
const auto definition_parameter_def = name[put<&DefineParameter::name>] >> symbol(":") >> type[put<&DefineParameter::type>];
const auto definition_def = spanned[KEYWORD("define") >> name[put<&Definition::name>] >>
                            -(symbol("(") >> (definition_parameter[add<&Definition::parameters>] % symbol(",")) >> symbol(")")) >>
                            -(symbol(":") >> type[put<&Definition::type>]) >> symbol("=") >> expression[put<&Definition::body>] >> -cite[put<&Definition::cite>]];
const auto table_column_def = word[put<&TableColumn::word>] >> -(symbol(":") >> type[put<&TableColumn::type>]) >> -KEYWORD("at least")[mark<&TableColumn::banded>];
const auto table_row_def = spanned[symbol("[") >> (literal_with_unit[add<&TableRow::keys>] % symbol(",")) >> symbol("]") >>
                           (literal_with_unit[add<&TableRow::values>] % symbol(","))];
const auto table_def = spanned[KEYWORD("table") >> name[put<&Table::name>] >> KEYWORD("by") >> (table_column[add<&Table::keys>] % symbol(",")) >> symbol("->") >>
                       ((symbol("{") >> *field[add<&Table::fields>] >> symbol("}")) | type[put<&Table::type>]) >>
                       ((KEYWORD("from") >> bare_text[put<&Table::from>]) | (symbol("{") >> *table_row[add<&Table::rows>] >> symbol("}"))) >>
                       -cite[put<&Table::cite>]];
struct AddWeekday {
    void operator()(auto& context) const {
        Word& day = x3::_attr(context);
        day.text = std::string(built_in_from(BuiltIn::weekday, day.text, session_of(context).language));
        x3::_val(context).weekend.push_back(std::move(day));
    }
};
const auto calendar_def = spanned[KEYWORD("calendar") >> name[put<&Calendar::name>] >>
                          -(symbol("{") >> KEYWORD("weekend") >> (word[AddWeekday{}] % symbol(",")) >>
                            KEYWORD("holidays") >> ((KEYWORD("from") >> bare_text[put<&Calendar::holidays_from>]) |
                                                    (symbol("{") >> -(date[add<&Calendar::holidays>] % symbol(",")) >> symbol("}"))) >>
                            -(KEYWORD("from~~") >> date[put<&Calendar::from>]) >> KEYWORD("until") >> date[put<&Calendar::until>] >> symbol("}"))];
const auto why_def = spanned[KEYWORD("because") >> texts[put<&Why::because>] >> -cite[put<&Why::cite>]];
const auto replace_calendar_def = spanned[KEYWORD("replace") >> calendar[put<&ReplaceCalendar::calendar>] >> -why[put<&ReplaceCalendar::why>]];
const auto set_line_def = spanned[KEYWORD("set") >> name[put<&SetLine::name>] >> symbol("=") >> (dated_value[add<&SetLine::values>] % symbol(",")) >> -why[put<&SetLine::why>]];
const auto waive_line_def = spanned[KEYWORD("waive") >> (id_pattern[add<&WaiveLine::ids>] % symbol(",")) >> -(KEYWORD("until") >> date[put<&WaiveLine::until>]) >>
                            -why[put<&WaiveLine::why>]];
const auto make_line_def = spanned[KEYWORD("make") >> (id_pattern[add<&MakeLine::ids>] % symbol(",")) >> modality[put<&MakeLine::modality>] >> -why[put<&MakeLine::why>]];
const auto map_line_def = spanned[KEYWORD("map") >> id[put<&MapLine::id>] >> KEYWORD("to") >> name[put<&MapLine::to_ruleset>] >> id[put<&MapLine::to_id>] >>
                          KEYWORD("as") >> word[put_built_in<&MapLine::relation, BuiltIn::relation>]];
const auto ruleset_item_def =
    begun_by<Keywords<role("title")>>[title_line[whole]] |
    begun_by<Keywords<role("extends")>>[extends_line[whole]] |
    begun_by<Keywords<role("uses")>>[uses_line[whole]] |
    begun_by<Keywords<role("month_end")>>[month_end_line[whole]] |
    begun_by<Keywords<role("facts last")>>[facts_last_line[whole]] |
    begun_by<Keywords<role("in force")>>[in_force_line[whole]] |
    begun_by<Keywords<role("source")>>[source_declaration[whole]] |
    begun_by<Keywords<role("parameter")>>[parameter[whole]] |
    begun_by<Keywords<role("define")>>[definition[whole]] |
    begun_by<Keywords<role("table")>>[table[whole]] |
    begun_by<Keywords<role("calendar")>>[calendar[whole]] |
    begun_by<Keywords<role("set")>>[set_line[whole]] |
    begun_by<Keywords<role("waive")>>[waive_line[whole]] |
    begun_by<Keywords<role("make")>>[make_line[whole]] |
    begun_by<Keywords<role("map")>>[map_line[whole]] |
    begun_by<Keywords<role("replace")>>[replace_calendar[whole]];
const auto group_head_def = spanned[KEYWORD("group") >> name[put<&Group::name>] >> symbol("{")];
const auto family_head_def = spanned[KEYWORD("family") >> name[put<&Family::variable>] >> KEYWORD("in") >> name[put<&Family::table>] >> symbol("{")];
struct PutTextAsWord {
    void operator()(auto& context) const {
        Text& text = x3::_attr(context);
        x3::_val(context) = {std::move(text.text), text.span};
    }
};
const auto member_id_def = bare_text[PutTextAsWord{}] | id[whole];
const auto member_head_def = spanned[KEYWORD("requirement") >> member_id[put<&Member::id>] >> -(KEYWORD("was") >> (member_id[add<&Member::was>] % symbol(","))) >> symbol("{")];
const auto requirement_head_def = spanned[(KEYWORD("requirement") | KEYWORD("protocol")[mark<&Requirement::is_protocol>]) >> id[put<&Requirement::id>] >>
                                  -(KEYWORD("was") >> (id[add<&Requirement::was>] % symbol(","))) >> symbol("{")];
const auto replace_head_def = spanned[KEYWORD("replace") >> id[put<&ReplaceBlock::id>] >> symbol("{")];

// --- clauses of requirements, protocols and groups ----------------------------------------------------------

RULE(clause, Clause);
RULE(modality_line, ModalityLine);
RULE(theme_line, ThemeLine);
RULE(when_line, WhenLine);
RULE(each_line, EachLine);
RULE(message_line, MessageLine);
RULE(training_module, LabelledWord);
RULE(training_line, TrainingLine);
RULE(effort_line, EffortLine);
RULE(after_line, AfterLine);
RULE(note_line, NoteLine);
RULE(let_line, LetLine);
RULE(require_line, RequireLine);
RULE(answered_by_line, AnsweredByLine);
RULE(role_line, RoleLine);
RULE(event_line, EventLine);
RULE(span_of_time, SpanOfTime);
RULE(word_list, WordList);
RULE(step_attribute, StepAttribute);
RULE(step_line, StepLine);
RULE(limit_line, LimitLine);
RULE(never_line, NeverLine);
RULE(separate_line, SeparateLine);

const auto group_item_def =
    clause[whole] |
    begun_by<Keywords<role("parameter")>>[parameter[whole]] |
    begun_by<Keywords<role("define")>>[definition[whole]] |
    begun_by<Keywords<role("table")>>[table[whole]];

const auto modality_line_def = spanned[modality[put<&ModalityLine::modality>]];
const auto theme_line_def = spanned[KEYWORD("theme") >> labelled_word[put<&ThemeLine::theme>]];
const auto when_line_def = spanned[KEYWORD("when") >> expression[put<&WhenLine::condition>]];
const auto each_line_def = spanned[KEYWORD("each") >> binder[put<&EachLine::binder>] >>
                           -(KEYWORD("allow empty")[mark<&EachLine::ending, Ending::if_any>] |
                             (symbol(",") >> (KEYWORD("if any")[mark<&EachLine::ending, Ending::if_any>] |
                                              KEYWORD("at least one")[mark<&EachLine::ending, Ending::at_least_one>])))];
const auto message_line_def = spanned[(((KEYWORD("gap") | KEYWORD("remedy")[mark<&MessageLine::kind, MessageKind::remedy>]) >> -part[put<&MessageLine::part>]) |
                                       KEYWORD("none")[mark<&MessageLine::kind, MessageKind::none>]) >> texts[put<&MessageLine::texts>]];
const auto training_module_def = id[put<&LabelledWord::word>] >> -tagged[put<&LabelledWord::labels>];
const auto training_line_def = spanned[KEYWORD("training") >> (training_module[add<&TrainingLine::modules>] % symbol(","))];
const auto effort_line_def = spanned[KEYWORD("effort") >> duration[put<&EffortLine::duration>] >>
                             -(KEYWORD("each") >> !quiet[name >> KEYWORD("in")] >> x3::eps[mark<&EffortLine::each>])];
const auto after_line_def = spanned[KEYWORD("after") >> (id[add<&AfterLine::ids>] % symbol(","))];
const auto note_line_def = spanned[KEYWORD("note") >> texts[put<&NoteLine::texts>]];
const auto let_line_def = spanned[KEYWORD("let") >> name[put<&LetLine::name>] >> symbol("=") >> expression[put<&LetLine::value>]];
const auto require_line_def = spanned[(KEYWORD("require") | KEYWORD("forbid")[mark<&RequireLine::forbid>]) >> -part[put<&RequireLine::part>] >>
                              -tagged[put<&RequireLine::label>] >> -(KEYWORD("listed") >> tagged[put<&RequireLine::listed>]) >> expression[put<&RequireLine::condition>] >>
                              -(KEYWORD("unless") >> expression[put<&RequireLine::unless>])];
const auto answered_by_line_def = spanned[KEYWORD("answered by") >> binder[put<&AnsweredByLine::binder>]];
const auto role_line_def = spanned[KEYWORD("role") >> (word[add<&RoleLine::roles>] % symbol(","))];
const auto event_line_def = spanned[(KEYWORD("event") | KEYWORD("case")[mark<&EventLine::is_case>]) >> word[put<&EventLine::word>] >>
                            -tagged[put<&EventLine::texts>]];

const auto span_of_time_def = duration_in_calendar[put<&SpanOfTime::duration>] | duration[put<&SpanOfTime::duration>] | name[put<&SpanOfTime::parameter>];
const auto word_list_def = word[add<&WordList::words>] >>
                           -(+(KEYWORD("and") >> word[add<&WordList::words>]) | +(KEYWORD("or") >> word[add<&WordList::words>] >> x3::eps[mark<&WordList::any>]));
struct PutWords {
    void operator()(auto& context) const {
        x3::_val(context).words = std::move(x3::_attr(context).words);
        x3::_val(context).any = x3::_attr(context).any;
    }
};
struct PutBy {
    void operator()(auto& context) const {
        x3::_val(context).by = std::move(x3::_attr(context).words);
        x3::_val(context).by_any = x3::_attr(context).any;
    }
};
template <StepAttributeKind kind>
const auto as = x3::eps[mark<&StepAttribute::kind, kind>];
const auto one_word = word[add<&StepAttribute::words>];
const auto step_attribute_def = spanned[((KEYWORD("after") >> word_list[PutWords{}] >> as<StepAttributeKind::after>) |
     (KEYWORD("within") >> span_of_time[put<&StepAttribute::from>] >> as<StepAttributeKind::within>) |
     (KEYWORD("at least") >> span_of_time[put<&StepAttribute::from>] >> before_or_after[put<&StepAttribute::relation>] >> one_word >> as<StepAttributeKind::at_least>) |
     (KEYWORD("before") >> one_word >> as<StepAttributeKind::before>) |
     (KEYWORD("in case") >> one_word >> as<StepAttributeKind::in_case>) |
     (KEYWORD("optional") >> as<StepAttributeKind::optional>) |
     (KEYWORD("lasts") >> span_of_time[put<&StepAttribute::from>] >> -(KEYWORD("to~") >> span_of_time[put<&StepAttribute::to>]) >> as<StepAttributeKind::lasts>) |
     (KEYWORD("during") >> one_word >>
        -(KEYWORD("from") >> number[put<&StepAttribute::percent_from>] >> symbol("%") >> KEYWORD("to~") >> number[put<&StepAttribute::percent_to>] >> symbol("%")) >>
        as<StepAttributeKind::during>) |
     // "cada" also begins the next `each` line, which goes on with a variable and "in".
     (KEYWORD("every~") >> !quiet[name >> KEYWORD("in")] >> span_of_time[put<&StepAttribute::from>] >> as<StepAttributeKind::every>) |
     (KEYWORD("performs") >> id[add<&StepAttribute::words>] >> as<StepAttributeKind::performs>))];
const auto step_line_def = spanned[KEYWORD("step") >> word[put<&StepLine::word>] >> -(KEYWORD("by") >> word_list[PutBy{}]) >> -(KEYWORD("to") >> word[put<&StepLine::to>]) >>
                           *step_attribute[add<&StepLine::attributes>] >> -tagged[put<&StepLine::texts>]];
const auto limit_line_def = spanned[KEYWORD("limit") >> word[put<&LimitLine::from>] >> KEYWORD("to~") >> word[put<&LimitLine::to>] >>
                            (KEYWORD("within") | KEYWORD("at least")[mark<&LimitLine::at_least>]) >> span_of_time[put<&LimitLine::time>] >>
                            -(KEYWORD("in case") >> word[put<&LimitLine::in_case>])];
const auto never_line_def = spanned[KEYWORD("never") >> word[put<&NeverLine::first>] >> KEYWORD("before") >> word[put<&NeverLine::before>] >>
                            -(KEYWORD("in case") >> word[put<&NeverLine::in_case>])];
const auto separate_line_def = spanned[KEYWORD("separate") >> word[put<&SeparateLine::one>] >> KEYWORD("from~") >> word[put<&SeparateLine::other>]];
const auto clause_def =
    begun_by<Keywords<role("title")>>[title_line[whole]] |
    begun_by<Keywords<role("shall"), role("should"), role("may")>>[modality_line[whole]] |
    begun_by<Keywords<role("source")>>[cite[whole]] |
    begun_by<Keywords<role("require"), role("forbid")>>[require_line[whole]] |
    begun_by<Keywords<role("each")>>[each_line[whole]] |
    begun_by<Keywords<role("gap"), role("remedy"), role("none")>>[message_line[whole]] |
    begun_by<Keywords<role("when")>>[when_line[whole]] |
    begun_by<Keywords<role("let")>>[let_line[whole]] |
    begun_by<Keywords<role("step")>>[step_line[whole]] |
    begun_by<Keywords<role("theme")>>[theme_line[whole]] |
    begun_by<Keywords<role("training")>>[training_line[whole]] |
    begun_by<Keywords<role("effort")>>[effort_line[whole]] |
    begun_by<Keywords<role("after")>>[after_line[whole]] |
    begun_by<Keywords<role("note")>>[note_line[whole]] |
    begun_by<Keywords<role("facts last")>>[facts_last_line[whole]] |
    begun_by<Keywords<role("in force")>>[in_force_line[whole]] |
    begun_by<Keywords<role("answered by")>>[answered_by_line[whole]] |
    begun_by<Keywords<role("role")>>[role_line[whole]] |
    begun_by<Keywords<role("event"), role("case")>>[event_line[whole]] |
    begun_by<Keywords<role("limit")>>[limit_line[whole]] |
    begun_by<Keywords<role("never")>>[never_line[whole]] |
    begun_by<Keywords<role("separate")>>[separate_line[whole]];

BOOST_SPIRIT_DEFINE(cite, uses_line, uses_entry, month_end_line, month_end_rule, facts_last_line, period, in_force_line, dated_value, source_declaration, parameter, definition, definition_parameter, table, table_column, table_row,
                    calendar, replace_calendar, why, set_line, waive_line, make_line, map_line, ruleset_item, group_item, group_head, family_head, member_head, member_id, requirement_head, replace_head)
BOOST_SPIRIT_DEFINE(clause, modality_line, theme_line, when_line, each_line, message_line, training_module, training_line, effort_line, after_line, note_line, let_line,
                    require_line, answered_by_line, role_line, event_line, span_of_time, word_list, step_attribute, step_line, limit_line, never_line, separate_line)

// --- translations -------------------------------------------------------------------------------------------

RULE(translated_block, TranslatedBlock);
RULE(translation_line, TranslatedText);
RULE(translated_line, TranslatedText);
RULE(translated_label, TranslatedText);

const auto text_word = word[put<&TranslatedText::word>];
const auto text_name = name[put<&TranslatedText::word>];
const auto text_id = id[put<&TranslatedText::word>];
const auto text_pattern = id_pattern[put<&TranslatedText::word>];
const auto which_one = -whole_number[put<&TranslatedText::number>];
const auto which_of_part = -part[put<&TranslatedText::word>] >> which_one;
const auto in_translation = any_text[put<&TranslatedText::text>];

/// Behind the keyword of translated_words.hpp, what tells which text it is, and the text.
template <TextKind kind, typename Which>
auto text_of(const Which& which) {
    return keyword_parser(role_of(kind)) >> which >> in_translation >> x3::eps[mark<&TranslatedText::kind, kind>];
}
template <TextOwner owner, typename Name>
auto texts_of(const Name& named) {
    return keyword_parser(role_of(owner)) >> named[put<&TranslatedBlock::name>] >> x3::eps[mark<&TranslatedBlock::owner, owner>];
}
template <TextKind kind, typename Named>
auto why_text(const Named& named) {
    return text_of<kind>(named >> KEYWORD("because") >> which_one);
}
const auto title_text = text_of<TextKind::title>(x3::eps);
const auto quote_text = text_of<TextKind::quote>(text_name >> bare_text[put<&TranslatedText::clause>] >> which_one);

const auto translated_block_def = spanned[(texts_of<TextOwner::requirement>(id) | texts_of<TextOwner::replacement>(id) | texts_of<TextOwner::group>(name) | texts_of<TextOwner::entity>(name) |
                                           texts_of<TextOwner::enumeration>(id) | texts_of<TextOwner::table>(name)) >> symbol("{")];
const auto translation_line_def = spanned[title_text | text_of<TextKind::theme>(text_word) | text_of<TextKind::training>(text_id) |
                                          text_of<TextKind::source>(text_name) | text_of<TextKind::publisher>(text_name) |
                                          text_of<TextKind::parameter>(text_name) | text_of<TextKind::unit>(text_name) | why_text<TextKind::set>(text_name) |
                                          why_text<TextKind::waive>(text_pattern) | why_text<TextKind::make>(text_pattern) | quote_text];
const auto translated_line_def = spanned[title_text | text_of<TextKind::gap>(which_of_part) | text_of<TextKind::remedy>(which_of_part) |
                                         text_of<TextKind::require>(which_of_part) | text_of<TextKind::judged>(which_of_part) |
                                         text_of<TextKind::listed>(which_of_part) | text_of<TextKind::none>(which_one) | text_of<TextKind::note>(which_one) |
                                         text_of<TextKind::step>(text_word) | text_of<TextKind::event>(text_word) | text_of<TextKind::case_>(text_word) | text_of<TextKind::because>(x3::eps) | quote_text];
// A field or value may be called like the keyword, `ask "…"`.
const auto own_label = in_translation >> x3::eps[mark<&TranslatedText::kind, TextKind::label>];
const auto translated_label_def = spanned[text_of<TextKind::ask>(text_word) | text_of<TextKind::listed>(text_word) | (text_word >> own_label) | own_label];

BOOST_SPIRIT_DEFINE(translated_block, translation_line, translated_line, translated_label)

// --- tests, units -------------------------------------------------------------------------------------------

RULE(case_head, Case);
RULE(case_item, CaseItem);
RULE(plan_line, PlanLine);
RULE(as_of_line, AsOfLine);
RULE(case_set, CaseSet);
RULE(expect_line, ExpectLine);
RULE(vocabulary_head, Vocabulary);
RULE(ruleset_head, Ruleset);
RULE(tests_head, Tests);
RULE(translation_head, Translation);
RULE(unit_head, Unit);
RULE(language_line, Word);

struct PutJson {
    void operator()(auto& context) const { x3::_val(context).json = std::move(x3::_attr(context).text); }
};
struct PutVerdict {
    void operator()(auto& context) const { x3::_val(context).verdict = std::string(x3::_attr(context)); }
};

const auto case_head_def = spanned[KEYWORD("case") >> texts[put<&Case::title>] >> symbol("{")];
const auto plan_line_def = spanned[KEYWORD("plan") >> ((KEYWORD("from") >> bare_text[put<&PlanLine::from>]) | json[PutJson{}])];
const auto as_of_line_def = spanned[KEYWORD("as of") >> date[put<&AsOfLine::date>]];
const auto case_set_def = spanned[KEYWORD("set") >> name[put<&CaseSet::name>] >> symbol("=") >> expression[put<&CaseSet::value>]];
const auto expect_line_def = spanned[KEYWORD("expect") >>
    (KEYWORD("no gaps")[mark<&ExpectLine::kind, ExpectKind::no_gaps>] |
     (KEYWORD("gaps") >> (id[add<&ExpectLine::ids>] % symbol(",")) >> -KEYWORD("only")[mark<&ExpectLine::only>] >> x3::eps[mark<&ExpectLine::kind, ExpectKind::gaps>]) |
     (id[add<&ExpectLine::ids>] >> verdict_word[PutVerdict{}] >> -(KEYWORD("for") >> (bare_text[add<&ExpectLine::subjects>] % symbol(","))) >>
      -(KEYWORD("missing") >> (bare_text[add<&ExpectLine::missing>] % symbol(",")))))];
const auto case_item_def =
    begun_by<Keywords<role("plan")>>[plan_line[whole]] |
    begun_by<Keywords<role("as of")>>[as_of_line[whole]] |
    begun_by<Keywords<role("set")>>[case_set[whole]] |
    begun_by<Keywords<role("expect")>>[expect_line[whole]];
const auto vocabulary_head_def = spanned[KEYWORD("vocabulary") >> name[put<&Vocabulary::name>] >> version[put<&Vocabulary::version>] >> symbol("{")];
const auto ruleset_head_def = spanned[KEYWORD("ruleset") >> name[put<&Ruleset::name>] >> version[put<&Ruleset::version>] >> symbol("{")];
const auto tests_head_def = spanned[KEYWORD("tests for") >> name[put<&Tests::ruleset>] >> symbol("{")];
const auto translation_head_def = spanned[KEYWORD("translation") >> word[put<&Translation::language>] >> KEYWORD("of") >> name[put<&Translation::of>] >> symbol("{")];
const auto unit_head_def = vocabulary_head[whole] | ruleset_head[whole] | tests_head[whole] | translation_head[whole];
const auto language_line_def = symbol("language") >> word[whole];

BOOST_SPIRIT_DEFINE(case_head, case_item, plan_line, as_of_line, case_set, expect_line, vocabulary_head, ruleset_head, tests_head, translation_head, unit_head, language_line)

// --- the one place where a reading begins -------------------------------------------------------------------

template <typename Rule, typename Result>
bool read_with(const Rule& rule, Session& session, std::uint32_t& at, std::uint32_t end, Result& result) {
    Iterator first = session.text.data() + at;
    const Iterator last = session.text.data() + end;
    if (!x3::parse(first, last, x3::with<session_tag>(session)[rule], result)) return false;
    at = static_cast<std::uint32_t>(first - session.text.data());
    return true;
}

}  // namespace

bool read_language_line(Session& session, std::uint32_t& at, std::uint32_t end, Word& result) { return read_with(language_line, session, at, end, result); }

#define READ(Result, rule) \
    bool read(Session& session, std::uint32_t& at, std::uint32_t end, Result& result) { return read_with(rule, session, at, end, result); }
READ(syntax::Unit, unit_head)
READ(syntax::VocabularyItem, vocabulary_item)
READ(syntax::EntityDeclaration, entity_head)
READ(syntax::ExtendDeclaration, extend_head)
READ(syntax::Field, field)
READ(syntax::RulesetItem, ruleset_item)
READ(syntax::GroupItem, group_item)
READ(syntax::Group, group_head)
READ(syntax::Family, family_head)
READ(syntax::Member, member_head)
READ(syntax::Requirement, requirement_head)
READ(syntax::ReplaceBlock, replace_head)
READ(syntax::Why, why)
READ(syntax::Clause, clause)
READ(syntax::Case, case_head)
READ(syntax::CaseItem, case_item)
READ(syntax::TranslatedBlock, translated_block)
READ(syntax::Expression, expression)

bool read(Session& session, std::uint32_t& at, std::uint32_t end, Items items, syntax::TranslatedText& result) {
    switch (items) {
        case Items::translation: return read_with(translation_line, session, at, end, result);
        case Items::translated_lines: return read_with(translated_line, session, at, end, result);
        default: return read_with(translated_label, session, at, end, result);
    }
}

}  // namespace brecha::grammar
