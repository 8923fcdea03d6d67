// Lists without their braces, and elements looked for in them.
#include "mistakes/finder.hpp"

#include <utility>

namespace brecha::grammar {

std::optional<Diagnostic> Finder::element_in_list() {
    if (!has(k_)) return std::nullopt;
    const bool negated = is_key(k_, role("not"));
    const std::size_t in = negated ? k_ + 1 : k_;
    if (!is_key(in, role("in"))) return std::nullopt;
    return in_braces(after_key(in, role("in")), key(negated ? role("is not one of") : role("is one of")), k_,
                     catalogue::element_in_list);
}

/// tokens [begin, list) => `operator_`, and the list that follows in braces.
std::optional<Diagnostic> Finder::in_braces(std::size_t list, const std::string& operator_, std::size_t begin,
                                            const messages::Entry& entry) {
    if (!has(list)) return std::nullopt;
    std::vector<Edit> edits = {replace(begin, list, operator_)};
    if (word(list) == "(") {
        const std::size_t close = closing(list);
        if (!has(close)) return std::nullopt;
        edits.push_back(replace(list, list + 1, "{"));
        edits.push_back(replace(close, close + 1, "}"));
    } else if (word(list) == "[") {
        const std::size_t close = closing(list);
        if (!has(close)) return std::nullopt;
        edits.push_back(replace(list, list + 1, "{"));
        edits.push_back(replace(close, close + 1, "}"));
    } else if (word(list) != "{") {
        add_braces(list, edits);
    }
    return tell(entry, span_of(begin, list), {source(begin, list)}, edits);
}

std::size_t Finder::closing(std::size_t open) const {
    int depth = 0;
    for (std::size_t index = open; has(index); ++index) {
        if (is_one_of(word(index), {"(", "[", "{"})) ++depth;
        if (is_one_of(word(index), {")", "]", "}"}) && --depth == 0) return index;
    }
    return tokens_.size();
}

// a, b or c => {a, b, c}; a single path (a list's name) stays as it is
void Finder::add_braces(std::size_t list, std::vector<Edit>& edits) const {
    std::size_t last = element_end(list);
    std::vector<Edit> joints;
    while (has(last) && (word(last) == "," || is_key(last, role("or")) || is_key(last, role("and")))) {
        std::size_t next = last + 1;
        if (word(last) == "," && (is_key(next, role("or")) || is_key(next, role("and")))) ++next;
        const std::size_t end = element_end(next);
        if (end == next || (word(last) != "," && (!ends_operand(end) || end != next + 1))) break;
        if (next != last + 1 || word(last) != ",") {
            Edit joint = replace(last, next, ",");
            joint.begin = tokens_[last - 1].end;
            joints.push_back(joint);
        }
        last = end;
    }
    const bool several = last != element_end(list);
    if (!several && (word(list + 1) == "." || last == list)) return;
    edits.push_back({tokens_[list].begin, tokens_[list].begin, "{"});
    for (Edit& joint : joints) edits.push_back(std::move(joint));
    edits.push_back({tokens_[last - 1].end, tokens_[last - 1].end, "}"});
}

std::size_t Finder::element_end(std::size_t index) const {
    if (!has(index) || (tokens_[index].kind == Token::Kind::symbol) || ends_operand(index)) return index;
    ++index;
    while (word(index) == "." && is_word(index + 1)) index += 2;
    return index;
}

std::optional<Diagnostic> Finder::contains_without_of() {
    if (k_ < 2 || !is_key(k_ - 2, role("contains"))) return std::nullopt;
    const std::string which = lower(word(k_ - 1));
    std::size_t list = k_;
    const bool elided =
        which == "l" && is_one_of(word(k_), {"'", "’"}) && is_one_of(lower(word(k_ + 1)), {"un", "une"});
    if (elided) list += 2;
    const bool all = is_one_of(which, {"all", "every", "each", "todo", "todos", "todas", "tous", "toutes"});
    const bool any =
        elided || is_one_of(which, {"any", "some", "one", "either", "alguno", "alguna", "algunos", "algunas", "algum",
                                    "alguma", "alguns", "uno", "um", "un", "quelque", "certains"});
    if (is_one_of(lower(word(list)), {"of", "de"})) ++list;
    if ((!all && !any) || word(list) != "{") return std::nullopt;
    const Role meant = all ? role("contains all of") : role("contains any of");
    return tell(catalogue::other_word, span_of(k_ - 2, list), {source(k_ - 2, list), messages::Keyword{meant}},
                {replace(k_ - 2, list, key(meant))});
}

std::optional<Diagnostic> Finder::list_without_braces() {
    if (word(k_) != "," || k_ == 0) return std::nullopt;
    const std::size_t floor = k_ > 8 ? k_ - 8 : 0;
    for (std::size_t index = k_; index-- > floor;)
        for (Role keyword : {role("is one of"), role("is not one of"), role("covers"), role("contains any of"),
                             role("contains all of"), role("contains")}) {
            if (!is_key(index, keyword)) continue;
            const std::size_t list = after_key(index, keyword);
            std::vector<Edit> edits;
            if (word(list) == "(") {
                const std::size_t close = closing(list);
                if (element_end(list + 1) != k_ || !has(close)) continue;
                edits = {replace(list, list + 1, "{"), replace(close, close + 1, "}")};
                return tell(catalogue::list_without_braces, span_of(list, close + 1), {}, edits);
            }
            if (element_end(list) != k_) continue;
            if (keyword == role("contains")) edits.push_back(replace(index, list, key(role("covers"))));
            add_braces(list, edits);
            if (edits.empty()) return std::nullopt;
            return tell(catalogue::list_without_braces, {tokens_[list].begin, edits.back().end}, {}, edits);
        }
    return std::nullopt;
}

}  // namespace brecha::grammar
