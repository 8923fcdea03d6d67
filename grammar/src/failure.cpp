#include "failure.hpp"

#include "mistakes.hpp"
#include "quoted.hpp"
#include "text/characters.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace brecha::grammar {

using namespace text;
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

bool among(std::span<const Role> roles, Role keyword) { return std::find(roles.begin(), roles.end(), keyword) != roles.end(); }

// --- what was expected -------------------------------------------------------------------------------------

constexpr Role operand_openers[] = {role("if"),          role("not"),    role("every"),     role("some"), role("no~"), role("exactly"),
                                    role("requirement"), role("judged"), role("values of"), role("yes"),  role("no")};
constexpr Role operators[] = {
    role("or"),     role("and"),         role("otherwise"), role("is given"), role("is missing"), role("is one of"), role("is not one of"), role("contains"),
    role("covers"), role("starts with"), role("matches"),   role("between"),  role("due within"), role("within"),    role("at most"),       role("at least")};
constexpr Role types[] = {role("text"),   role("yes_no"),   role("integer"), role("number"),  role("percent"), role("date"),
                          role("moment"), role("duration"), role("country"), role("list of"), role("one of"),  role("ref")};

constexpr Items all_items[] = {Items::ruleset, Items::clauses, Items::vocabulary, Items::group, Items::cases, Items::case_items, Items::units};

bool is_operand_sort(Sort sort) { return sort == Sort::value || sort == Sort::name || sort == Sort::text || sort == Sort::tagged_text || sort == Sort::part; }

Localized quoted_word(std::string_view word) { return {"\"" + std::string(word) + "\"", "\"" + std::string(word) + "\""}; }

Localized sort_name(const Expectation& expectation) {
    switch (expectation.sort) {
        case Sort::name: return {"a name", "un nombre"};
        case Sort::word: return {"a word", "una palabra"};
        case Sort::text: return {"a text in quotation marks", "un texto entre comillas"};
        case Sort::tagged_text: return {"a text with its language, like en \"…\"", "un texto con su idioma, como es \"…\""};
        case Sort::id: return {"an id, like TS-03", "un identificador, como TS-03"};
        case Sort::part: return {"a part, like .1", "una parte, como .1"};
        case Sort::version: return {"a version, like 1.0", "una versión, como 1.0"};
        case Sort::date: return {"a date, like 2026-01-31", "una fecha, como 2026-01-31"};
        case Sort::whole_number: return {"a whole number", "un número entero"};
        case Sort::value: return {"a value", "un valor"};
        case Sort::unit:
            return expectation.symbol == "duration" ? Localized{"a duration, like 2 weeks", "una duración, como 2 semanas"} : Localized{"a unit", "una unidad"};
        case Sort::comparison: return {"a comparison, like =", "una comparación, como ="};
        case Sort::json: return {"a plan in braces", "un plan entre llaves"};
        case Sort::keyword:
        case Sort::symbol: break;
    }
    return quoted_word(expectation.symbol);
}

Localized expected_list(const Session& session, const Failure& failure) {
    std::vector<Localized> list;
    const auto add = [&](Localized entry) {
        if (std::none_of(list.begin(), list.end(), [&](const Localized& other) { return other.english == entry.english; })) list.push_back(std::move(entry));
    };
    const auto expects = [&](Sort sort) {
        return std::any_of(session.expected.begin(), session.expected.end(), [&](const Expectation& e) { return e.sort == sort; });
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
    if (expression) add({"a value or an expression", "un valor o una expresión"});
    if (type) {
        const auto word = [&](Role keyword) { return std::string(spelling(keyword, session.language)); };
        add(say("a type, like {}, {}, {} …", "un tipo, como {}, {}, {} …", {word(role("text")), word(role("date")), word(role("list of"))}));
    }
    for (const Expectation& e : session.expected) {
        if (expression && (is_operand_sort(e.sort) || (e.sort == Sort::symbol && (e.symbol == "(" || e.symbol == "{" || e.symbol == "-")) ||
                           (e.sort == Sort::keyword && (among(operand_openers, e.role) || e.role == role("at least") || e.role == role("at most")))))
            continue;
        if (operator_ && (e.sort == Sort::comparison ||
                          (e.sort == Sort::symbol && (e.symbol == "+" || e.symbol == "*" || e.symbol == "." || e.symbol == "[" || e.symbol == "(")) ||
                          (e.sort == Sort::keyword && among(operators, e.role)) || e.sort == Sort::unit))
            continue;
        if (type && ((e.sort == Sort::keyword && among(types, e.role)) || e.sort == Sort::name)) continue;
        if (item && e.sort == Sort::keyword && among(item_roles(failure.items), e.role)) continue;
        if (e.sort == Sort::keyword) add(quoted_word(spelling(e.role, session.language)));
        else add(sort_name(e));
    }
    if (operator_) add({"a comparison or another operator", "una comparación u otro operador"});
    if (item) {
        std::string first;
        std::size_t count = 0;
        for (Role keyword : item_roles(failure.items)) {
            if (count == 4) break;
            first += (count++ == 0 ? "" : ", ") + std::string(spelling(keyword, session.language));
        }
        add(say("the next line ({} …)", "la línea siguiente ({} …)", {first}));
    }
    Localized all;
    for (std::size_t index = 0; index < list.size() && index < most_expected; ++index) {
        const bool last = index + 1 == std::min(list.size(), most_expected);
        if (index != 0) {
            all.english += last ? " or " : ", ";
            all.spanish += last ? " o " : ", ";
        }
        all.english += list[index].english;
        all.spanish += list[index].spanish;
    }
    return all;
}

// --- words that are no keywords here -----------------------------------------------------------------------

bool is_expected(const Session& session, Role keyword) {
    return std::any_of(session.expected.begin(), session.expected.end(), [&](const Expectation& e) { return e.sort == Sort::keyword && e.role == keyword; });
}

/// A keyword of another language, where its role could stand here.
std::optional<Diagnostic> other_language(const Session& session, const Failure& failure, Span token) {
    for (int language = 0; language < 4; ++language) {
        if (language == session.language) continue;
        for (std::size_t index = 0; index < keyword_count; ++index) {
            const auto keyword = static_cast<Role>(index);
            if (!is_expected(session, keyword) && !(token.begin == failure.begin && among(item_roles(failure.items), keyword))) continue;
            const std::size_t end = match_keyword(keyword, session.text.substr(0, failure.end), token.begin, language);
            if (end == token.begin) continue;
            Diagnostic diagnostic;
            diagnostic.code = "B106";
            diagnostic.span = {token.begin, static_cast<std::uint32_t>(end)};
            const std::string word(session.text.substr(token.begin, end - token.begin));
            const Localized theirs = language_name(language), ours = language_name(session.language);
            const std::string meant(spelling(keyword, session.language));
            diagnostic.message =
                Localized{say("\"{}\" is {}; the keywords of this file are {}", "", {word, theirs.english, ours.english}).english,
                          say("", "\"{}\" es {}; las palabras clave de este archivo están en {}", {word, theirs.spanish, ours.spanish}).spanish};
            diagnostic.help = say("write \"{}\", or `language {}` as the first line and all keywords in it",
                                  "escriba \"{}\", o `language {}` como primera línea y todas las palabras clave en ese idioma",
                                  {meant, std::string(keyword_languages[static_cast<std::size_t>(language)])});
            return diagnostic;
        }
    }
    return std::nullopt;
}

Localized block_name(Items items) {
    switch (items) {
        case Items::units: return {"a file", "un archivo"};
        case Items::vocabulary: return {"a vocabulary", "un vocabulario"};
        case Items::fields: return {"an entity", "una entidad"};
        case Items::ruleset: return {"a ruleset", "un reglamento"};
        case Items::group: return {"a group", "un grupo"};
        case Items::clauses: return {"a requirement", "un requisito"};
        case Items::cases: return {"tests", "pruebas"};
        case Items::case_items: return {"a case", "un caso"};
        case Items::hole: return {"a text", "un texto"};
    }
    return {};
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
    if (!begins_line(session.text, word.begin) || item_role_at(session, failure.items, word.begin, failure.end) == no_role) return 0;
    constexpr std::string_view wanting[] = {"=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", ":", "(", "[", ","};
    if (before.kind == Token::Kind::symbol) return std::find(std::begin(wanting), std::end(wanting), before.text) != std::end(wanting) ? word.begin : 0;
    // The keyword before may be several words.
    constexpr Role wanting_words[] = {role("require"),   role("forbid"),  role("when"),     role("and"),         role("or"),
                                      role("not"),       role("if"),      role("then"),     role("else"),        role("where"),
                                      role("unless"),    role("covers"),  role("contains"), role("is one of"),   role("is not one of"),
                                      role("otherwise"), role("between"), role("in"),       role("of"),          role("before"),
                                      role("after"),     role("since"),   role("until"),    role("starts with"), role("judged")};
    constexpr std::size_t longest_phrase = 6;
    const std::size_t last = tokens.size() - 2;
    for (std::size_t back = 0; back <= std::min(last, longest_phrase); ++back)
        for (Role keyword : wanting_words)
            if (match_keyword(keyword, session.text, tokens[last - back].begin, session.language) == before.end) return word.begin;
    return 0;
}

/// The item ends before `at` although more belongs to it: told behind its last word.
bool missing_after(const Session& session, const Failure& failure, std::uint32_t at, Diagnostic& diagnostic) {
    constexpr std::uint32_t furthest_look = 4000;
    const std::uint32_t from = at > failure.previous + furthest_look ? std::max(failure.begin, at - std::min(at, furthest_look)) : failure.previous;
    const std::vector<Token> tokens = tokens_of(session.text, std::min(from, at), std::min<std::uint32_t>(at, static_cast<std::uint32_t>(session.text.size())));
    diagnostic.code = "B100";
    if (tokens.empty()) {
        diagnostic.span = token_at(session.text, at, failure.end);
        diagnostic.message = say("something is missing before \"{}\"", "falta algo antes de \"{}\"", {shown(session.text, diagnostic.span)});
        return false;
    }
    diagnostic.span = {tokens.back().begin, tokens.back().end};
    diagnostic.message = say("something is missing after \"{}\"", "falta algo después de \"{}\"", {shown(session.text, diagnostic.span)});
    return true;
}

/// A word that begins no item of the block.
std::optional<Diagnostic> unknown_word(const Session& session, const Failure& failure, Span token) {
    const std::string word(session.text.substr(token.begin, token.end - token.begin));
    std::vector<std::string> candidates;
    for (Role keyword : item_roles(failure.items)) candidates.emplace_back(spelling(keyword, session.language));
    if (candidates.empty()) return std::nullopt;
    Diagnostic diagnostic;
    diagnostic.code = "B105";
    diagnostic.span = token;
    const Localized block = block_name(failure.items);
    const auto tell = [&](std::string_view english, std::string_view spanish) {
        diagnostic.message = Localized{say(english, "", {word, block.english}).english, say("", spanish, {word, block.spanish}).spanish};
    };
    const auto hit = any_keyword_at(session.text.substr(0, failure.end), token.begin, session.language);
    const bool known = hit && std::any_of(std::begin(all_items), std::end(all_items), [&](Items items) { return among(item_roles(items), hit->role); });
    if (known) {
        tell("\"{}\" does not stand in {}", "\"{}\" no va en {}");
        for (Items items : all_items)
            if (among(item_roles(items), hit->role)) {
                const Localized home = block_name(items);
                diagnostic.help = Localized{"put it in " + home.english, "póngalo en " + home.spanish};
                break;
            }
    } else {
        tell("\"{}\" begins no line of {}", "\"{}\" no empieza ninguna línea de {}");
        const std::vector<std::string> near = nearest(word, candidates, 1);
        if (!near.empty()) diagnostic.help = say("did you mean \"{}\"?", "¿quiso decir \"{}\"?", {near.front()});
    }
    std::string first;
    constexpr std::size_t most = 8;
    for (std::size_t index = 0; index < candidates.size() && index < most; ++index) first += (index == 0 ? "" : ", ") + candidates[index];
    if (candidates.size() > most) first += " …";
    diagnostic.expected = messages::Message::same(first);
    return diagnostic;
}

}  // namespace

Role item_role_at(const Session& session, Items items, std::uint32_t at, std::uint32_t end) {
    const std::string_view text = session.text.substr(0, end);
    for (Role keyword : item_roles(items))
        if (match_keyword(keyword, text, at, session.language) != at) return keyword;
    return no_role;
}

std::uint32_t question_without_ask(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    if (begins_line(text, begin)) return 0;
    const std::vector<Token> tokens = tokens_of(text, begin, end);
    std::size_t behind = 1;
    while (behind + 1 < tokens.size() && tokens[behind].kind == Token::Kind::word && tokens[behind + 1].kind == Token::Kind::text) behind += 2;
    if (behind == 1 || behind >= tokens.size() || !begins_line(text, tokens[behind].begin)) return 0;
    return tokens[behind].begin;
}

Diagnostic explain_question(const Session& session, std::uint32_t begin, std::uint32_t behind) {
    Diagnostic diagnostic;
    diagnostic.code = "B128";
    diagnostic.span = token_at(session.text, begin, behind);
    const std::string ask(spelling(role("ask"), session.language));
    diagnostic.message =
        say("a question begins with \"{}\", not with \"{}\"", "una pregunta empieza por \"{}\", no por \"{}\"", {ask, shown(session.text, diagnostic.span)});
    std::uint32_t line = begin;
    while (!begins_line(session.text, line)) --line;
    diagnostic.help = say("write `{}`", "escriba `{}`", {rewritten(session.text, line, behind, {{diagnostic.span.begin, diagnostic.span.end, ask}})});
    return diagnostic;
}

Localized language_name(int language) {
    switch (language) {
        case 1: return {"Spanish", "español"};
        case 2: return {"Portuguese", "portugués"};
        case 3: return {"French", "francés"};
        default: return {"English", "inglés"};
    }
}

Diagnostic explain(const Session& session, Failure& failure) {
    failure.resume = session.farthest;
    Diagnostic diagnostic;
    const Span token = token_at(session.text, session.farthest, failure.end);
    diagnostic.span = token.begin == token.end ? Span{token.begin, token.begin + 1} : token;
    if (session.stop != Stop::none) {
        diagnostic.code = "B108";
        if (session.stop == Stop::nesting) {
            diagnostic.message = say("brackets and operators are nested more than {} deep", "hay más de {} paréntesis y operadores anidados",
                                     {std::to_string(greatest_nesting)});
            diagnostic.help = say("name a part of it with `{}`", "dé nombre a una parte con `{}`", {std::string(spelling(role("define"), session.language))});
        } else {
            diagnostic.message =
                say("there are more than {} operands or elements", "hay más de {} operandos o elementos", {std::to_string(greatest_operand_count)});
            diagnostic.help = say("put the data into a table", "ponga los datos en una tabla");
        }
        return diagnostic;
    }
    if (const std::uint32_t line = line_taken_for_operand(session, failure); line != 0) {
        failure.resume = line;
        missing_after(session, failure, line, diagnostic);
        diagnostic.expected = Localized{"a value or an expression", "un valor o una expresión"};
        return diagnostic;
    }
    if (std::optional<Diagnostic> mistake = mistake_at(session, failure)) return std::move(*mistake);
    const bool is_word = word_end(session.text.substr(0, failure.end), token.begin) != token.begin;
    if (is_word) {
        if (std::optional<Diagnostic> other = other_language(session, failure, token)) return std::move(*other);
        if (token.begin == failure.begin && begins_line(session.text, token.begin))
            if (std::optional<Diagnostic> unknown = unknown_word(session, failure, token)) return std::move(*unknown);
    }
    diagnostic.code = "B100";
    diagnostic.message = say("\"{}\" cannot stand here", "\"{}\" no puede ir aquí", {shown(session.text, token)});
    diagnostic.expected = expected_list(session, failure);
    const bool next_item = is_word && begins_line(session.text, token.begin) && item_role_at(session, failure.items, token.begin, failure.end) != no_role;
    const bool next_item_expected = std::any_of(session.expected.begin(), session.expected.end(),
                                                [&](const Expectation& e) { return e.sort == Sort::keyword && among(item_roles(failure.items), e.role); });
    if ((token.begin >= failure.end || (next_item && !next_item_expected)) && missing_after(session, failure, token.begin, diagnostic)) return diagnostic;
    if (is_word) {
        std::vector<std::string> candidates;
        for (const Expectation& e : session.expected)
            if (e.sort == Sort::keyword) candidates.emplace_back(spelling(e.role, session.language));
        const std::vector<std::string> near = nearest(shown(session.text, token), candidates, 1);
        if (!near.empty()) diagnostic.help = say("did you mean \"{}\"?", "¿quiso decir \"{}\"?", {near.front()});
    }
    return diagnostic;
}

}  // namespace brecha::grammar
