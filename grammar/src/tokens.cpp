#include "tokens.hpp"

#include <brecha/grammar/parse.hpp>

#include "quoted.hpp"
#include "text/characters.hpp"
#include "words/keyword_match.hpp"

#include <array>
#include <bitset>

namespace brecha::grammar {

using namespace text;
namespace {

char at_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

std::uint32_t digits(std::string_view text, std::uint32_t at, std::uint32_t count) {
    for (std::uint32_t index = 0; index < count; ++index)
        if (!is_digit(at_or_end(text, at + index))) return 0;
    return count;
}

// \w+ , digits allowed first
std::uint32_t run_of_word_characters(std::string_view text, std::uint32_t at) {
    while (const std::uint32_t length = word_character(text, at)) at += length;
    return at;
}

std::uint32_t plain_date(std::string_view text, std::uint32_t at) {
    return digits(text, at, 4) && at_or_end(text, at + 4) == '-' && digits(text, at + 5, 2) &&
                   at_or_end(text, at + 7) == '-' && digits(text, at + 8, 2)
               ? at + 10
               : at;
}

std::uint32_t skip_blanks(std::string_view text, std::uint32_t at) {
    while (at < text.size()) {
        const std::uint32_t length = blank(text, at);
        if (length == 0) break;
        at += length;
    }
    return at;
}

struct DurationWord {
    Role plural, singular;
    std::string_view unit;
};
constexpr std::array<DurationWord, 8> duration_words = {{
    {role("working days"), role("working day"), "working_days"},
    {role("seconds"), role("second"), "seconds"},
    {role("minutes"), role("minute"), "minutes"},
    {role("hours"), role("hour"), "hours"},
    {role("days"), role("day"), "days"},
    {role("weeks"), role("week"), "weeks"},
    {role("months"), role("month"), "months"},
    {role("years"), role("year"), "years"},
}};

const std::bitset<256>& duration_roles() {
    static const std::bitset<256> set = [] {
        std::bitset<256> all;
        for (const DurationWord& word : duration_words) all.set(word.plural).set(word.singular);
        return all;
    }();
    return set;
}

}  // namespace

std::uint32_t word_token(std::string_view text, std::uint32_t at) {
    return static_cast<std::uint32_t>(word_end(text, at));
}

std::uint32_t name_token(std::string_view text, std::uint32_t at, int language) {
    const std::uint32_t end = word_token(text, at);
    return end != at && reserved_at(text, at, language) ? at : end;
}

namespace {

/// `run` reads the letters between the signs of an id.
template <typename Run>
std::uint32_t id_of(std::string_view text, std::uint32_t at, const Run& run) {
    std::uint32_t end = run(text, at);
    if (end == at) return at;
    while (true) {
        const char c = at_or_end(text, end);
        if (c == '-' || c == '.' || c == '/') {
            const std::uint32_t next = run(text, end + 1);
            if (next == end + 1) return end;
            end = next;
        } else if (c == '(') {
            const std::uint32_t next = run(text, end + 1);
            if (next == end + 1 || at_or_end(text, next) != ')') return end;
            end = next + 1;
        } else {
            return end;
        }
    }
}

}  // namespace

std::uint32_t id_token(std::string_view text, std::uint32_t at) { return id_of(text, at, run_of_word_characters); }

std::uint32_t id_pattern_token(std::string_view text, std::uint32_t at) {
    return id_of(text, at, [](std::string_view of, std::uint32_t from) {
        for (std::uint32_t end = from;;) {
            const std::uint32_t next =
                at_or_end(of, end) == '*' || at_or_end(of, end) == '?' ? end + 1 : run_of_word_characters(of, end);
            if (next == end) return end;
            end = next;
        }
    });
}

bool is_id(std::string_view text) { return !text.empty() && id_token(text, 0) == text.size(); }

std::uint32_t part_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (at_or_end(text, end) == '.') {
        const std::uint32_t next = run_of_word_characters(text, end + 1);
        if (next == end + 1) break;
        end = next;
    }
    return end;
}

std::uint32_t version_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (is_digit(at_or_end(text, end))) {
        while (is_digit(at_or_end(text, end))) ++end;
        if (at_or_end(text, end) != '.' || !is_digit(at_or_end(text, end + 1))) break;
        ++end;
    }
    return end;
}

std::uint32_t date_token(std::string_view text, std::uint32_t at) {
    const std::uint32_t end = plain_date(text, at);
    return end != at && word_character(text, end) == 0 && at_or_end(text, end) != '-' ? end : at;
}

std::uint32_t moment_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = plain_date(text, at);
    if (end == at || at_or_end(text, end) != 'T' || !digits(text, end + 1, 2) || at_or_end(text, end + 3) != ':' ||
        !digits(text, end + 4, 2))
        return at;
    end += 6;
    if (at_or_end(text, end) == ':' && digits(text, end + 1, 2)) end += 3;
    if (at_or_end(text, end) == 'Z') return end + 1;
    const char sign = at_or_end(text, end);
    if ((sign == '+' || sign == '-') && digits(text, end + 1, 2) && at_or_end(text, end + 3) == ':' &&
        digits(text, end + 4, 2))
        end += 6;
    return end;
}

std::uint32_t number_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (is_digit(at_or_end(text, end))) ++end;
    if (end == at) return at;
    while (at_or_end(text, end) == '_' && digits(text, end + 1, 3)) end += 4;
    if (at_or_end(text, end) == '.' && is_digit(at_or_end(text, end + 1))) {
        ++end;
        while (is_digit(at_or_end(text, end))) ++end;
    }
    return word_character(text, end) != 0 ? at : end;
}

std::uint32_t whole_number_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = at;
    while (is_digit(at_or_end(text, end))) ++end;
    if (word_character(text, end) != 0 || (at_or_end(text, end) == '.' && is_digit(at_or_end(text, end + 1))))
        return at;
    return end;
}

std::uint32_t unit_token(std::string_view text, std::uint32_t at) {
    std::uint32_t end = word_token(text, at);
    while (end != at && at_or_end(text, end) == '/') {
        const std::uint32_t next = word_token(text, end + 1);
        if (next == end + 1) break;
        end = next;
    }
    return end;
}

std::uint32_t language_tag_token(std::string_view text, std::uint32_t at, int language) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (!is_lower(at_or_end(text, at)) || !is_lower(at_or_end(text, at + 1)) || word_character(text, at + 2) != 0)
        return at;
    // A tag stands directly before a quotation mark.
    if (at_or_end(text, skip_blanks(text, at + 2)) != '"') return at;
    if (keyword_language(text.substr(at, 2)) < 0 && reserved_at(text, at, language)) return at;
    return at + 2;
}

std::uint32_t json_token(std::string_view text, std::uint32_t at) {
    if (at_or_end(text, at) != '{') return at;
    std::size_t depth = 0;
    for (std::size_t position = at; position < text.size();) {
        switch (text[position]) {
            case '"': position = quoted_extent(text, position).end; continue;
            case '{':
            case '[': ++depth; break;
            case '}':
            case ']':
                if (--depth == 0) return text[position] == '}' ? static_cast<std::uint32_t>(position + 1) : at;
                break;
            default: break;
        }
        ++position;
    }
    return at;
}

Role duration_role(std::string_view unit, bool one) {
    for (const DurationWord& word : duration_words)
        if (word.unit == unit) return one ? word.singular : word.plural;
    return no_role;
}

std::uint32_t duration_token(std::string_view text, std::uint32_t at, int language, std::string& amount,
                             std::string& unit, Span& unit_span) {
    const std::uint32_t number_end = whole_number_token(text, at);
    if (number_end == at) return at;
    const std::uint32_t word = skip_blanks(text, number_end);
    const KeywordsOfWord* keywords = keywords_at(text, word, language);
    if (keywords == nullptr || (keywords->roles & duration_roles()).none()) return at;
    for (const DurationWord& duration : duration_words)
        for (Role keyword : {duration.plural, duration.singular})
            if (const auto end = static_cast<std::uint32_t>(match_keyword(keywords, keyword, text, word));
                end != word) {
                amount = text.substr(at, number_end - at);
                unit = duration.unit;
                unit_span = {word, end};
                return end;
            }
    return at;
}

std::uint32_t literal_token(std::string_view text, std::uint32_t at, int language, bool units, syntax::Literal& literal,
                            Span& unit_span) {
    using syntax::ExpressionKind;
    const auto found = [&](ExpressionKind kind, std::uint32_t end) {
        literal.kind = kind;
        literal.text = text.substr(at, end - at);
        return end;
    };
    if (at >= text.size()) return at;
    if (text[at] == '"') {
        const QuotedExtent extent = quoted_extent(text, at);
        literal.kind = ExpressionKind::text;
        literal.text = unquoted(text, at, extent);
        return static_cast<std::uint32_t>(extent.end);
    }
    if (is_digit(text[at])) {
        if (const std::uint32_t end = moment_token(text, at); end != at) return found(ExpressionKind::moment, end);
        if (const std::uint32_t end = date_token(text, at); end != at) return found(ExpressionKind::date, end);
        if (units) {
            if (const std::uint32_t end = duration_token(text, at, language, literal.text, literal.unit, unit_span);
                end != at) {
                literal.kind = ExpressionKind::duration;
                return end;
            }
        }
        const std::uint32_t end = number_token(text, at);
        if (end == at) return at;
        const std::uint32_t next = skip_blanks(text, end);
        found(ExpressionKind::number, end);
        if (at_or_end(text, next) == '%') {
            literal.kind = ExpressionKind::percent;
            return next + 1;
        }
        if (!units || reserved_at(text, next, language) || match_clause_word(text, next, language) != next) return end;
        const std::uint32_t unit_end = unit_token(text, next);
        if (unit_end == next) return end;
        if (unit_end == language_tag_token(text, next, language)) return end;
        literal.unit = text.substr(next, unit_end - next);
        unit_span = {next, unit_end};
        return unit_end;
    }
    const KeywordsOfWord* keywords = keywords_at(text, at, language);
    if (const auto end = static_cast<std::uint32_t>(match_keyword(keywords, role("yes"), text, at)); end != at) {
        literal.kind = ExpressionKind::yes_no;
        literal.text = "yes";
        return end;
    }
    if (const auto end = static_cast<std::uint32_t>(match_keyword(keywords, role("no"), text, at)); end != at) {
        literal.kind = ExpressionKind::yes_no;
        literal.text = "no";
        return end;
    }
    return at;
}

}  // namespace brecha::grammar
