// Comparisons in words, and chains of them.
#include "mistakes/finder.hpp"

#include <utility>

namespace brecha::grammar {

namespace {

bool is_comparison(std::string_view symbol) { return is_one_of(symbol, {"<", "<=", ">", ">=", "=", "!="}); }

/// A phrase after "is" that is a comparison.
struct Phrase {
    std::string_view words;
    std::string_view sign;
};
constexpr Phrase comparison_phrases[] = {{"at least", ">="},
                                         {"at most", "<="},
                                         {"no more than", "<="},
                                         {"no less than", ">="},
                                         {"more than or equal to", ">="},
                                         {"less than or equal to", "<="},
                                         {"greater than or equal to", ">="},
                                         {"more than", ">"},
                                         {"greater than", ">"},
                                         {"larger than", ">"},
                                         {"bigger than", ">"},
                                         {"less than", "<"},
                                         {"fewer than", "<"},
                                         {"smaller than", "<"},
                                         {"equal to", "="},
                                         {"the same as", "="},
                                         {"above", ">"},
                                         {"below", "<"},
                                         {"over", ">"},
                                         {"under", "<"},
                                         {"later than", ">"},
                                         {"earlier than", "<"},
                                         {"before", "<"},
                                         {"after", ">"},
                                         {"al menos", ">="},
                                         {"como mínimo", ">="},
                                         {"como máximo", "<="},
                                         {"a lo sumo", "<="},
                                         {"mayor o igual a", ">="},
                                         {"mayor o igual que", ">="},
                                         {"menor o igual a", "<="},
                                         {"menor o igual que", "<="},
                                         {"mayor que", ">"},
                                         {"menor que", "<"},
                                         {"más de", ">"},
                                         {"menos de", "<"},
                                         {"igual a", "="},
                                         {"anterior a", "<"},
                                         {"posterior a", ">"},
                                         {"antes de", "<"},
                                         {"después de", ">"},
                                         {"pelo menos", ">="},
                                         {"no mínimo", ">="},
                                         {"no máximo", "<="},
                                         {"maior ou igual a", ">="},
                                         {"menor ou igual a", "<="},
                                         {"maior que", ">"},
                                         {"mais de", ">"},
                                         {"depois de", ">"},
                                         {"au moins", ">="},
                                         {"au plus", "<="},
                                         {"supérieur ou égal à", ">="},
                                         {"inférieur ou égal à", "<="},
                                         {"supérieur à", ">"},
                                         {"inférieur à", "<"},
                                         {"égal à", "="},
                                         {"plus de", ">"},
                                         {"moins de", "<"},
                                         {"avant", "<"},
                                         {"après", ">"}};

std::string_view opposite(std::string_view sign) {
    if (sign == ">=") return "<";
    if (sign == "<=") return ">";
    if (sign == ">") return "<=";
    if (sign == "<") return ">=";
    return sign == "=" ? "!=" : "=";
}

}  // namespace

std::optional<Diagnostic> Finder::chained_comparison() {
    if (!has(k_) || !is_comparison(word(k_)) || k_ < 2) return std::nullopt;
    const std::size_t middle_begin = [&] {
        std::size_t index = k_;
        int depth = 0;
        while (index > 0) {
            const std::string_view before = word(index - 1);
            if (before == ")" || before == "]" || before == "}") ++depth;
            if ((before == "(" || before == "[" || before == "{") && --depth < 0) return k_;
            if (depth == 0 && is_comparison(before)) return index;
            if (depth == 0 && (is_key(index - 1, role("and")) || is_key(index - 1, role("or")))) return k_;
            --index;
        }
        return k_;
    }();
    if (middle_begin == k_) return std::nullopt;
    const std::size_t first = middle_begin - 1;
    const std::size_t begin = operand_begin(first);
    const std::size_t end = operand_end(k_ + 1);
    const std::string left = source(begin, first), middle = source(middle_begin, k_), right = source(k_ + 1, end);
    const std::string_view one = word(first), other = word(k_);
    const bool up = one.front() == '<' && other.front() == '<', down = one.front() == '>' && other.front() == '>';
    if (up || down) {
        return tell(catalogue::chained_between, span_of(begin, end), {},
                    {replace(begin, end,
                             middle + " " + key(role("between")) + " " + (up ? left : right) + " " + key(role("and")) +
                                 " " + (up ? right : left))});
    }
    return tell(catalogue::chained_comparison, span_of(begin, end), {},
                {replace(begin, end,
                         left + " " + std::string(one) + " " + middle + " " + key(role("and")) + " " + middle + " " +
                             std::string(other) + " " + right)});
}

std::optional<Diagnostic> Finder::form_of_to_be() {
    if (!is_word(k_)) return std::nullopt;
    if (is_one_of(lower(word(k_)), {"exists", "exist", "existe", "existen", "existem", "existent"}))
        return tell(catalogue::form_of_to_be, span_of(k_, k_ + 1), {source(k_, k_ + 1)},
                    {replace(k_, k_ + 1, key(role("is given")))});
    std::size_t next = k_;
    bool negated = false;
    const auto to_be = [&](std::size_t index) {
        return is_one_of(lower(word(index)), {"is", "are", "es", "está", "son", "están", "é", "são", "est", "sont"});
    };
    if (is_one_of(lower(word(next)), {"no", "não"}) && to_be(next + 1)) negated = true, ++next;
    else if (lower(word(next)) == "n" && (word(next + 1) == "'" || word(next + 1) == "’") && to_be(next + 2))
        negated = true, next += 2;
    if (lower(word(next)) == "isn" && (word(next + 1) == "'" || word(next + 1) == "’") && word(next + 2) == "t")
        negated = true, next += 2;
    else if (!to_be(next)) return std::nullopt;
    ++next;
    if (is_one_of(lower(word(next)), {"not", "pas"})) negated = true, ++next;
    if (!has(next)) return std::nullopt;
    const std::string following = lower(word(next));
    const auto instead = [&](std::size_t to, const std::string& text) {
        // The edit reaches up to the next token, so that blanks stay one.
        return tell(catalogue::form_of_to_be, span_of(k_, std::max(to, k_ + 1)), {source(k_, std::max(to, k_ + 1))},
                    {replace(k_, to, text)});
    };
    if (is_one_of(following, {"given", "stated", "present", "known", "set", "dado", "dada", "dados", "dadas",
                              "indicado", "indicada", "donné", "donnée", "indiqué"}))
        return instead(next + 1, key(negated ? role("is missing") : role("is given")));
    if (is_one_of(following, {"missing", "absent", "empty", "null", "unknown", "ausente", "vacío", "vacía", "vazio",
                              "vazia", "absente", "vide"}))
        return instead(next + 1, key(negated ? role("is given") : role("is missing")));
    for (const Phrase& phrase : comparison_phrases)
        if (const std::size_t end = behind_phrase(next, phrase.words); end != next)
            return instead(end, std::string(negated ? opposite(phrase.sign) : phrase.sign));
    if (is_key(next, role("between"))) return instead(next + 1, key(role("between")));
    if (is_key(next, role("within"))) return instead(next + 1, key(role("within")));
    const bool one_of = is_key(next, role("one of"));
    if (one_of || is_key(next, role("in"))) {
        const std::size_t list = after_key(next, one_of ? role("one of") : role("in"));
        return in_braces(list, key(negated ? role("is not one of") : role("is one of")), k_, catalogue::form_of_to_be);
    }
    if (is_one_of(following, {"a", "an", "the", "un", "una", "el", "la", "um", "uma", "o", "une", "le"}) &&
        is_word(next + 1) && !ends_operand(next + 1))
        ++next;
    if (!is_word(next) && !is_number(next) && tokens_[next].kind != Token::Kind::text) return std::nullopt;
    return instead(next, negated ? "!=" : "=");
}

/// count(plan.a) greater than 3
std::optional<Diagnostic> Finder::comparison_in_words() {
    for (const Phrase& phrase : comparison_phrases) {
        const std::size_t end = behind_phrase(k_, phrase.words);
        if (end == k_ || phrase.words.find(' ') == std::string_view::npos || is_key(k_, role("before")) ||
            is_key(k_, role("after")))
            continue;
        return tell(catalogue::form_of_to_be, span_of(k_, end), {source(k_, end)},
                    {replace(k_, end, std::string(phrase.sign))});
    }
    return std::nullopt;
}

/// plan has a title
std::optional<Diagnostic> Finder::form_of_to_have() {
    if (k_ == 0 ||
        !is_one_of(lower(word(k_)), {"has", "have", "tiene", "tienen", "tem", "têm", "possède", "possèdent"}))
        return std::nullopt;
    std::size_t field = k_ + 1;
    if (is_one_of(lower(word(field)), {"a", "an", "the", "un", "una", "el", "la", "um", "uma", "o", "une", "le"}) &&
        is_word(field + 1) && !ends_operand(field + 1))
        ++field;
    if (!is_word(field)) return std::nullopt;
    const std::size_t begin = operand_begin(k_);
    return tell(
        catalogue::form_of_to_be, span_of(k_, k_ + 1), {source(k_, k_ + 1)},
        {replace(begin, field + 1, source(begin, k_) + "." + std::string(word(field)) + " " + key(role("is given")))},
        0);
}

std::size_t Finder::behind_phrase(std::size_t index, std::string_view words) const {
    const std::size_t begin = index;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (!is_word(index) || lower(word(index)) != words.substr(0, end)) return begin;
        ++index;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return index;
}

std::optional<Diagnostic> Finder::before_or_after() {
    // "after" opens an order of remedies, so its operand may have been read as an id.
    for (std::size_t index : {k_, k_ - 1, k_ - 2, k_ - 4}) {
        if (!has(index) || index == 0) continue;
        for (const auto& [keyword, sign] : {std::pair(role("before"), "<"), std::pair(role("after"), ">")}) {
            if (!is_key(index, keyword) || is_number(index - 1)) continue;
            const std::size_t next = after_key(index, keyword);
            if (!has(next)) continue;
            if (auto diagnostic = tell(catalogue::before_or_after, span_of(index, next), {source(index, next)},
                                       {replace(index, next, sign)}))
                return diagnostic;
        }
    }
    return std::nullopt;
}

}  // namespace brecha::grammar
