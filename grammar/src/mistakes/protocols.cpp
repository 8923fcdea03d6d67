// Lines of a protocol: names of several words, labels and roles elsewhere.
#include "mistakes/finder.hpp"

#include "text/characters.hpp"

namespace brecha::grammar {

using namespace text;

namespace {

constexpr Role what_has_a_name[] = {role("step"), role("event"), role("case"), role("role")};
constexpr Role behind_a_name[] = {role("by"),       role("to"),     role("after"),    role("within"),
                                  role("at least"), role("before"), role("in case"),  role("lasts"),
                                  role("during"),   role("every~"), role("optional"), role("performs")};

}  // namespace

/// step take the call by a; step all-clear by a; step "take the call" by a
std::optional<Diagnostic> Finder::name_of_several_words() {
    // The name alone may have been read, and what follows it begins no line.
    std::size_t name = 0;
    for (std::size_t back = 1; back <= 2 && back <= k_; ++back)
        if (std::any_of(std::begin(what_has_a_name), std::end(what_has_a_name),
                        [&](Role keyword) { return is_key(k_ - back, keyword); }))
            name = k_ - back + 1;
    if (name == 0 || line_break_between(tokens_[name - 1].end, tokens_[k_ - 1].end)) return std::nullopt;
    std::size_t end = name;
    while (has(end) && end < name + 12) {
        const bool ends = std::any_of(std::begin(behind_a_name), std::end(behind_a_name),
                                      [&](Role keyword) { return is_key(end, keyword); });
        if (end > name && (ends || line_break_between(tokens_[end - 1].end, tokens_[end].begin))) break;
        if (tokens_[end].kind == Token::Kind::text && end > name) break;
        if (!is_word(end) && !is_number(end) && word(end) != "-" && tokens_[end].kind != Token::Kind::text) break;
        // en "…" is a label
        if (end > name && is_word(end) && word(end).size() == 2 && has(end + 1) &&
            tokens_[end + 1].kind == Token::Kind::text)
            break;
        ++end;
    }
    if (end == name) return std::nullopt;
    if (end == name + 1 && tokens_[name].kind != Token::Kind::text) return std::nullopt;
    std::string joined;
    for (std::size_t index = name; index < end; ++index)
        for (std::size_t at = 0; at < word(index).size();) {
            const std::size_t length = word_character(word(index), static_cast<std::uint32_t>(at));
            if (length != 0) joined += word(index).substr(at, length);
            else if (!joined.empty() && joined.back() != '_') joined += '_';
            at += length != 0 ? length : code_point_at(word(index), at).length;
            if (at >= word(index).size() && index + 1 < end && !joined.empty() && joined.back() != '_') joined += '_';
        }
    while (joined.ends_with('_')) joined.pop_back();
    if (joined.empty()) return std::nullopt;
    return tell(catalogue::name_of_several_words, span_of(name, end), {}, {replace(name, end, joined)}, 0);
}

/// step one en "Take the call" by a
std::optional<Diagnostic> Finder::label_of_step_before_rest() {
    if (k_ < 3 || tokens_[k_ - 1].kind != Token::Kind::text || !is_word(k_ - 2)) return std::nullopt;
    if (std::none_of(std::begin(behind_a_name), std::end(behind_a_name),
                     [&](Role keyword) { return is_key(k_, keyword); }))
        return std::nullopt;
    std::size_t end = k_;
    while (has(end) && (end == k_ || !line_break_between(tokens_[end - 1].end, tokens_[end].begin)) && word(end) != "}")
        ++end;
    return tell(catalogue::label_of_step_at_end, span_of(k_ - 2, k_), {},
                {{tokens_[k_ - 3].end, tokens_[k_ - 1].end, ""},
                 {tokens_[end - 1].end, tokens_[end - 1].end, " " + source(k_ - 2, k_)}},
                0);
}

/// step inform by police, fire
std::optional<Diagnostic> Finder::comma_between_roles() {
    if (word(k_) != "," || k_ < 2 || !is_word(k_ - 1) || !is_word(k_ + 1)) return std::nullopt;
    std::size_t by = k_ - 1;
    while (by > 0 && !is_key(by, role("by"))) --by;
    if (!is_key(by, role("by"))) return std::nullopt;
    return tell(catalogue::comma_between_roles, span_of(k_, k_ + 1), {},
                {{tokens_[k_].begin, tokens_[k_].end, " " + key(role("and"))}}, 1);
}

/// answered by bomb_threat
std::optional<Diagnostic> Finder::answered_by_kind() {
    std::size_t at = k_;
    for (std::size_t back = 0; back < 4 && at > 0 && !is_key(at, role("answered by")); ++back) --at;
    if (!is_key(at, role("answered by"))) return std::nullopt;
    const std::size_t kind = after_key(at, role("answered by"));
    if (!is_word(kind) || is_key(kind + 1, role("in"))) return std::nullopt;
    // answered by plan.procedures
    if (word(kind + 1) == ".")
        return tell(catalogue::procedures_by_condition, span_of(kind, operand_end(kind)), {},
                    {{tokens_[kind].begin, tokens_[kind].begin, "p " + key(role("in")) + " "}}, 0);
    const std::string written = "p " + key(role("in")) + " " + key(role("plan")) + ".procedures " + key(role("where")) +
                                " p.kind = " + source(kind, kind + 1);
    return tell(catalogue::procedures_by_condition, span_of(kind, kind + 1), {}, {replace(kind, kind + 1, written)}, 0);
}

}  // namespace brecha::grammar
