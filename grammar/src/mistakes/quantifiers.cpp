// Quantifiers in other words, and where they do not reach.
#include "mistakes/finder.hpp"

namespace brecha::grammar {

std::optional<Diagnostic> Finder::quantifier_word() {
    std::size_t variable = k_;
    if (k_ > 0 && is_one_of(lower(word(k_ - 1)), {"for", "para", "pour"}))
        ++variable;  // "for all x in": "for" was read as a name
    if (variable == 0 || !is_word(variable) || !is_key(variable + 1, role("in"))) return std::nullopt;
    const std::string before = lower(word(variable - 1));
    std::size_t begin = variable - 1;
    Role meant = no_role;
    if (is_key(variable - 1, role("each"))) {
        meant = role("every");
    } else if (is_one_of(before, {"all", "todos", "todas", "tous", "toutes"})) {
        meant = role("every");
    } else if (is_one_of(before, {"any", "a", "one", "cualquier", "alguna", "algunos", "qualquer", "alguma",
                                  "quelconque", "certains"})) {
        meant = role("some");
    } else if (is_one_of(before, {"none", "ninguna", "ningunos", "ningunas", "nenhuma", "nenhuns", "nenhumas", "aucune",
                                  "nul", "nulle"})) {
        meant = role("no~");
    } else {
        return std::nullopt;
    }
    if (begin > 0 && is_one_of(lower(word(begin - 1)), {"for", "para", "pour"}) && !ends_operand(begin - 1)) --begin;
    const std::string written = source(begin, variable);
    if (is_key(variable - 1, role("each"))) {
        return tell(catalogue::each_inside, span_of(begin, variable), {source(begin, operand_end(variable + 2))},
                    {replace(begin, variable, key(meant))});
    }
    return tell(catalogue::other_word, span_of(begin, variable), {written, messages::Keyword{meant}},
                {replace(begin, variable, key(meant))});
}

/// every x in L where some y in M : p : q
std::optional<Diagnostic> Finder::quantifier_in_condition() {
    const bool opens =
        is_key(k_, role("every")) || is_key(k_, role("some")) || is_key(k_, role("no~")) || is_key(k_, role("exactly"));
    if (!opens || k_ == 0) return std::nullopt;
    bool in_condition = false;
    for (std::size_t index = k_; index-- > 0 && !in_condition;) {
        if (word(index) == ":" || word(index) == "(") break;
        in_condition = is_key(index, role("where"));
    }
    if (!in_condition) return std::nullopt;
    std::vector<std::size_t> colons;
    int depth = 0;
    std::size_t end = k_;
    for (; has(end); ++end) {
        if (is_one_of(word(end), {"(", "[", "{"})) ++depth;
        if (is_one_of(word(end), {")", "]", "}"}) && --depth < 0) break;
        if (end > k_ && line_break_between(tokens_[end - 1].end, tokens_[end].begin) &&
            item_role_at(session_, failure_.items, tokens_[end].begin, failure_.end) != no_role)
            break;
        if (depth == 0 && word(end) == ":") colons.push_back(end);
    }
    if (!colons.empty()) end = colons.back();
    return tell(catalogue::quantifier_in_condition, span_of(k_, end), {},
                {{tokens_[k_].begin, tokens_[k_].begin, "("}, {tokens_[end - 1].end, tokens_[end - 1].end, ")"}});
}

/// there is a x in L
std::optional<Diagnostic> Finder::there_is() {
    if (k_ == 0 || !is_one_of(lower(word(k_ - 1)), {"there", "hay", "há", "y"}) ||
        !is_one_of(lower(word(k_)), {"is", "are", "un", "una", "um", "uma"}))
        return std::nullopt;
    std::size_t next = k_ + 1;
    const bool none = is_key(next, role("no~"));
    if (none || is_one_of(lower(word(next)), {"a", "an", "some", "one"})) ++next;
    if (!is_word(next) || !is_key(next + 1, role("in"))) return std::nullopt;
    const Role meant = none ? role("no~") : role("some");
    return tell(catalogue::other_word, span_of(k_ - 1, next), {source(k_ - 1, next), messages::Keyword{meant}},
                {replace(k_ - 1, next, key(meant))});
}

}  // namespace brecha::grammar
