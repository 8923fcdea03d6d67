#include "failure.hpp"

#include "messages/catalogue/reading.hpp"
#include "mistakes.hpp"
#include "quoted.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace brecha::grammar {

using namespace text;
using messages::Keyword, messages::List, messages::Message;
namespace catalogue = messages::catalogue;
namespace {

constexpr std::size_t most_expected = 6;

/// The token at a place, for showing: shortened, one line.
Span token_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
    if (at >= end) return {at, at};
    if (text[at] == '"') {
        const auto close = static_cast<std::uint32_t>(std::min<std::size_t>(quoted_extent(text, at).end, end));
        return {at, std::min(close, static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), close)))};
    }
    std::size_t to = at;
    while (to < end && word_character(text, to) != 0) to += word_character(text, to);
    if (to == at) to = at + code_point_at(text, at).length;
    return {at, static_cast<std::uint32_t>(std::min<std::size_t>(to, end))};
}

std::string shown(std::string_view text, Span span) {
    constexpr std::size_t longest = 40;
    std::string token(text.substr(span.begin, span.end - span.begin));
    if (token.size() <= longest) return token;
    std::size_t cut = longest;
    while (cut > 0 && (static_cast<unsigned char>(token[cut]) & 0xC0) == 0x80) --cut;
    return token.substr(0, cut) + "…";
}

Message word_of(Role keyword) { return {catalogue::as_it_is, {Keyword{keyword}}}; }

/// "did you mean …?" where a candidate is near.
Message perhaps(std::string_view word, const std::vector<std::string>& candidates) {
    const std::vector<std::string> near = nearest(word, candidates, 1);
    return near.empty() ? Message() : Message(catalogue::did_you_mean_word, {near.front()});
}

bool among(std::span<const Role> roles, Role keyword) {
    return std::find(roles.begin(), roles.end(), keyword) != roles.end();
}

// --- what was expected -------------------------------------------------------------------------------------

constexpr Role operand_openers[] = {role("if"),        role("not"),     role("every"),       role("some"),
                                    role("no~"),       role("exactly"), role("requirement"), role("judged"),
                                    role("values of"), role("yes"),     role("no")};
constexpr Role operators[] = {
    role("or"),           role("and"),           role("otherwise"), role("is given"),        role("is missing"),
    role("is one of"),    role("is not one of"), role("contains"),  role("contains any of"), role("contains all of"),
    role("covers"),       role("starts with"),   role("matches"),   role("between"),         role("due within"),
    role("within"),       role("at most"),       role("at least"),  role("more than"),       role("due at least"),
    role("due more than")};
constexpr Role types[] = {role("text"),    role("yes_no"),  role("integer"), role("number"),
                          role("percent"), role("date"),    role("moment"),  role("duration"),
                          role("country"), role("list of"), role("one of"),  role("ref")};

constexpr Items all_items[] = {Items::ruleset, Items::clauses,    Items::vocabulary, Items::group,
                               Items::cases,   Items::case_items, Items::units};

bool is_operand_sort(Sort sort) {
    return sort == Sort::value || sort == Sort::name || sort == Sort::text || sort == Sort::tagged_text ||
           sort == Sort::part;
}

Message sort_name(const Expectation& expectation) {
    switch (expectation.sort) {
        case Sort::name: return catalogue::a_name;
        case Sort::word: return catalogue::a_word;
        case Sort::text: return catalogue::a_quoted_text;
        case Sort::tagged_text: return catalogue::a_tagged_text;
        case Sort::id: return catalogue::an_id;
        case Sort::part: return catalogue::a_part;
        case Sort::version: return catalogue::a_version;
        case Sort::date: return catalogue::a_written_date;
        case Sort::whole_number: return catalogue::a_whole_number;
        case Sort::value: return catalogue::a_value;
        case Sort::unit: return expectation.symbol == "duration" ? catalogue::a_written_duration : catalogue::a_unit;
        case Sort::comparison: return catalogue::a_comparison;
        case Sort::json: return catalogue::a_plan_in_braces;
        case Sort::keyword: return {catalogue::in_quotation_marks, {Keyword{expectation.role}}};
        case Sort::symbol: break;
    }
    return {catalogue::in_quotation_marks, {expectation.symbol}};
}

Message expected_list(const Session& session, const Failure& failure) {
    List list{List::Joint::or_, {}};
    const auto add = [&](Message entry) {
        if (std::find(list.items.begin(), list.items.end(), entry) == list.items.end())
            list.items.push_back(std::move(entry));
    };
    const auto expects = [&](Sort sort) {
        return std::any_of(session.expected.begin(), session.expected.end(),
                           [&](const Expectation& e) { return e.sort == sort; });
    };
    const auto expects_symbol = [&](std::string_view symbol) {
        return std::any_of(session.expected.begin(), session.expected.end(),
                           [&](const Expectation& e) { return e.sort == Sort::symbol && e.symbol == symbol; });
    };
    const bool expression = expects(Sort::value) && expects_symbol("(");
    const bool operator_ = expects(Sort::comparison) || (expects_symbol("+") && expects_symbol("*"));
    std::size_t items = 0, type_count = 0;
    for (const Expectation& e : session.expected) {
        if (e.sort == Sort::keyword && among(item_roles(failure.items), e.role)) ++items;
        if (e.sort == Sort::keyword && among(types, e.role)) ++type_count;
    }
    const bool item = items > 3, type = type_count > 6;
    if (expression) add(catalogue::a_value_or_expression);
    if (type) add(catalogue::a_type_like);
    for (const Expectation& e : session.expected) {
        if (expression && (is_operand_sort(e.sort) ||
                           (e.sort == Sort::symbol && (e.symbol == "(" || e.symbol == "{" || e.symbol == "-")) ||
                           (e.sort == Sort::keyword && (among(operand_openers, e.role) || e.role == role("at least") ||
                                                        e.role == role("at most")))))
            continue;
        if (operator_ && (e.sort == Sort::comparison ||
                          (e.sort == Sort::symbol && (e.symbol == "+" || e.symbol == "*" || e.symbol == "." ||
                                                      e.symbol == "[" || e.symbol == "(")) ||
                          (e.sort == Sort::keyword && among(operators, e.role)) || e.sort == Sort::unit))
            continue;
        if (type && ((e.sort == Sort::keyword && among(types, e.role)) || e.sort == Sort::name)) continue;
        if (item && e.sort == Sort::keyword && among(item_roles(failure.items), e.role)) continue;
        add(sort_name(e));
    }
    if (operator_) add(catalogue::an_operator);
    if (item) {
        List first{List::Joint::comma, {}};
        for (Role keyword : item_roles(failure.items))
            if (first.items.size() < 4) first.items.push_back(word_of(keyword));
        add({catalogue::the_next_line, {std::move(first)}});
    }
    if (list.items.size() > most_expected) list.items.resize(most_expected);
    return {catalogue::as_it_is, {std::move(list)}};
}

// --- words that are no keywords here -----------------------------------------------------------------------

bool is_expected(const Session& session, Role keyword) {
    return std::any_of(session.expected.begin(), session.expected.end(),
                       [&](const Expectation& e) { return e.sort == Sort::keyword && e.role == keyword; });
}

/// A keyword of another language, where its role could stand here.
std::optional<Diagnostic> other_language(const Session& session, const Failure& failure, Span token) {
    for (int language = 0; language < 4; ++language) {
        if (language == session.language) continue;
        for (std::size_t index = 0; index < keyword_count; ++index) {
            const auto keyword = static_cast<Role>(index);
            if (!is_expected(session, keyword) &&
                !(token.begin == failure.begin && among(item_roles(failure.items), keyword)))
                continue;
            const std::size_t end = match_keyword(keyword, session.text.substr(0, failure.end), token.begin, language);
            if (end == token.begin) continue;
            return said(catalogue::keyword_of_other_language, {token.begin, static_cast<std::uint32_t>(end)},
                        {session.text.substr(token.begin, end - token.begin), catalogue::language_names[language],
                         catalogue::language_names[session.language], spelling(keyword, session.language),
                         keyword_languages[static_cast<std::size_t>(language)]});
        }
    }
    return std::nullopt;
}

const messages::Sentence& block_name(Items items) {
    switch (items) {
        case Items::units: return catalogue::a_file;
        case Items::vocabulary: return catalogue::a_vocabulary;
        case Items::fields: return catalogue::an_entity;
        case Items::ruleset: return catalogue::a_ruleset;
        case Items::group: return catalogue::a_group;
        case Items::family: return catalogue::a_family;
        case Items::clauses: return catalogue::a_requirement;
        case Items::cases: return catalogue::tests_block;
        case Items::case_items: return catalogue::a_case;
        case Items::translation: return catalogue::a_translation;
        case Items::translated_lines: return catalogue::a_translated_requirement;
        case Items::translated_labels: return catalogue::an_entity;
        case Items::hole: return catalogue::a_text;
    }
    return catalogue::a_file;
}

/// Does nothing but blanks, or a brace, stand before it on its line?
bool begins_line(std::string_view text, std::uint32_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n' || text[at - 1] == '{' || text[at - 1] == '}';
}

/// `require` without an operand takes the first word of the next line for one: where that line begins, or 0.
std::uint32_t line_taken_for_operand(const Session& session, const Failure& failure) {
    const std::vector<Token> tokens = tokens_of(session.text, failure.previous, session.farthest);
    if (tokens.size() < 2) return 0;
    const Token& word = tokens.back();
    const Token& before = tokens[tokens.size() - 2];
    if (!begins_line(session.text, word.begin) ||
        item_role_at(session, failure.items, word.begin, failure.end) == no_role)
        return 0;
    constexpr std::string_view wanting[] = {"=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", ":", "(", "[", ","};
    if (before.kind == Token::Kind::symbol)
        return std::find(std::begin(wanting), std::end(wanting), before.text) != std::end(wanting) ? word.begin : 0;
    // The keyword before may be several words.
    constexpr Role wanting_words[] = {
        role("require"),   role("forbid"),  role("when"),     role("and"),         role("or"),
        role("not"),       role("if"),      role("then"),     role("else"),        role("where"),
        role("unless"),    role("covers"),  role("contains"), role("is one of"),   role("is not one of"),
        role("otherwise"), role("between"), role("in"),       role("of"),          role("before"),
        role("after"),     role("since"),   role("until"),    role("starts with"), role("judged")};
    constexpr std::size_t longest_phrase = 6;
    const std::size_t last = tokens.size() - 2;
    for (std::size_t back = 0; back <= std::min(last, longest_phrase); ++back)
        for (Role keyword : wanting_words)
            if (match_keyword(keyword, session.text, tokens[last - back].begin, session.language) == before.end)
                return word.begin;
    return 0;
}

/// The item ends before `at` although more belongs to it: told behind its last word.
bool missing_after(const Session& session, const Failure& failure, std::uint32_t at, Diagnostic& diagnostic) {
    constexpr std::uint32_t furthest_look = 4000;
    const std::uint32_t from = at > failure.previous + furthest_look
                                   ? std::max(failure.begin, at - std::min(at, furthest_look))
                                   : failure.previous;
    const std::vector<Token> tokens = tokens_of(
        session.text, std::min(from, at), std::min<std::uint32_t>(at, static_cast<std::uint32_t>(session.text.size())));
    const Span span =
        tokens.empty() ? token_at(session.text, at, failure.end) : Span{tokens.back().begin, tokens.back().end};
    const messages::Message expected = std::move(diagnostic.expected);
    diagnostic = said(tokens.empty() ? catalogue::something_missing_before : catalogue::something_missing_after, span,
                      {shown(session.text, span)});
    diagnostic.expected = expected;
    return !tokens.empty();
}

/// A word that begins no item of the block.
std::optional<Diagnostic> unknown_word(const Session& session, const Failure& failure, Span token) {
    // BT-1, not BT
    if (const std::uint32_t id = id_token(session.text, token.begin); id > token.end && session.text[token.end] == '-')
        token.end = std::min(id, failure.end);
    const std::string word(session.text.substr(token.begin, token.end - token.begin));
    std::vector<std::string> candidates;
    for (Role keyword : item_roles(failure.items)) candidates.emplace_back(spelling(keyword, session.language));
    if (candidates.empty()) return std::nullopt;
    Diagnostic diagnostic;
    const auto hit = any_keyword_at(session.text.substr(0, failure.end), token.begin, session.language);
    const auto is_home = [&](Items items) { return hit && among(item_roles(items), hit->role); };
    const auto home = failure.items == Items::family && is_home(Items::clauses)  // a family holds requirements alone
                          ? std::find(std::begin(all_items), std::end(all_items), Items::clauses)
                          : std::find_if(std::begin(all_items), std::end(all_items), is_home);
    if (home != std::end(all_items)) {
        diagnostic =
            said(catalogue::word_of_another_block, token, {word, block_name(failure.items), block_name(*home)});
    } else {
        diagnostic = said(catalogue::word_begins_no_line, token, {word, block_name(failure.items)});
        diagnostic.help = perhaps(word, candidates);
    }
    constexpr std::size_t most = 8;
    List first{List::Joint::comma, {}};
    for (Role keyword : item_roles(failure.items))
        if (first.items.size() < most) first.items.push_back(word_of(keyword));
    diagnostic.expected = {catalogue::as_it_is, {std::move(first)}};
    if (candidates.size() > most) diagnostic.expected += Message::same(" …");
    return diagnostic;
}

}  // namespace

Role item_role_at(const Session& session, Items items, std::uint32_t at, std::uint32_t end) {
    const std::string_view text = session.text.substr(0, end);
    const KeywordsOfWord* keywords = keywords_at(text, at, session.language);
    if (keywords == nullptr) return no_role;
    for (Role keyword : item_roles(items))
        if (match_keyword(keywords, keyword, text, at) != at) return keyword;
    return no_role;
}

std::uint32_t question_without_ask(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    if (begins_line(text, begin)) return 0;
    const std::vector<Token> tokens = tokens_of(text, begin, end);
    std::size_t behind = 1;
    while (behind + 1 < tokens.size() && tokens[behind].kind == Token::Kind::word &&
           tokens[behind + 1].kind == Token::Kind::text)
        behind += 2;
    if (behind == 1 || behind >= tokens.size() || !begins_line(text, tokens[behind].begin)) return 0;
    return tokens[behind].begin;
}

Diagnostic explain_question(const Session& session, std::uint32_t begin, std::uint32_t behind) {
    const Span span = token_at(session.text, begin, behind);
    Diagnostic diagnostic = said(catalogue::question_begins_with_ask, span, {shown(session.text, span)});
    std::uint32_t line = begin;
    while (!begins_line(session.text, line)) --line;
    const std::string ask(spelling(role("ask"), session.language));
    diagnostic.help = {catalogue::write_line, {rewritten(session.text, line, behind, {{span.begin, span.end, ask}})}};
    return diagnostic;
}

Diagnostic explain(const Session& session, Failure& failure) {
    failure.resume = session.farthest;
    const Span token = token_at(session.text, session.farthest, failure.end);
    const Span meant = token.begin == token.end ? Span{token.begin, token.begin + 1} : token;
    if (session.stop == Stop::nesting) return said(catalogue::nested_too_deep, meant, {session.most_nesting});
    if (session.stop != Stop::none) return said(catalogue::too_many_operands, meant, {greatest_operand_count});
    Diagnostic diagnostic;
    if (const std::uint32_t line = line_taken_for_operand(session, failure); line != 0) {
        failure.resume = line;
        missing_after(session, failure, line, diagnostic);
        diagnostic.expected = Message(catalogue::a_value_or_expression);
        return diagnostic;
    }
    if (std::optional<Diagnostic> mistake = mistake_at(session, failure)) return std::move(*mistake);
    const bool is_word = word_end(session.text.substr(0, failure.end), token.begin) != token.begin;
    if (is_word) {
        if (std::optional<Diagnostic> other = other_language(session, failure, token)) return std::move(*other);
        if (token.begin == failure.begin && begins_line(session.text, token.begin))
            if (std::optional<Diagnostic> unknown = unknown_word(session, failure, token)) return std::move(*unknown);
    }
    diagnostic = said(catalogue::cannot_stand_here, meant, {shown(session.text, token)});
    diagnostic.expected = expected_list(session, failure);
    const bool next_item = is_word && begins_line(session.text, token.begin) &&
                           item_role_at(session, failure.items, token.begin, failure.end) != no_role;
    const bool next_item_expected = std::any_of(
        session.expected.begin(), session.expected.end(),
        [&](const Expectation& e) { return e.sort == Sort::keyword && among(item_roles(failure.items), e.role); });
    if ((token.begin >= failure.end || (next_item && !next_item_expected)) &&
        missing_after(session, failure, token.begin, diagnostic))
        return diagnostic;
    if (is_word) {
        std::vector<std::string> candidates;
        for (const Expectation& e : session.expected)
            if (e.sort == Sort::keyword) candidates.emplace_back(spelling(e.role, session.language));
        diagnostic.help = perhaps(shown(session.text, token), candidates);
    }
    return diagnostic;
}

}  // namespace brecha::grammar
