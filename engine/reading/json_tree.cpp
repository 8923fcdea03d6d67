#include "reading/json_tree.hpp"

#include "messages/catalogue/plans.hpp"
#include "reading/broken_json.hpp"
#include "reading/json_events.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

struct TreeEvents {
    Source& source;
    Tree tree = {};

    bool going() const { return !tree.too_deep() && !tree.too_many(); }
    bool scalar(Node::Kind kind, std::string_view text, bool truth = false) {
        tree.scalar(kind, text, source.offset(), truth);
        return going();
    }
    bool null() { return scalar(Node::Kind::null, {}); }
    bool truth(bool value) { return scalar(Node::Kind::truth, {}, value); }
    bool whole_number(std::uint64_t value) { return scalar(Node::Kind::number, std::to_string(value)); }
    bool number(std::string_view written) { return scalar(Node::Kind::number, written); }
    bool text(std::string_view value) { return scalar(Node::Kind::text, value); }
    bool key(std::string_view name) {
        tree.key(name, source.offset());
        return true;
    }
    bool begin_object() {
        tree.begin_object(source.offset());
        return going();
    }
    bool begin_list() {
        tree.begin_list(source.offset());
        return going();
    }
    bool end_object() { return end(); }
    bool end_list() { return end(); }
    bool end() {
        tree.end();
        return true;
    }
};

}  // namespace

std::optional<grammar::Diagnostic> no_plan(const std::string& name, const Tree& tree, std::size_t offset) {
    if (const std::size_t most = limits::sizes().plan_nesting; tree.too_deep() || tree.deepest() > most)
        return refused(name, offset, say::too_deep, {most});
    if (tree.too_many()) return refused(name, offset, say::too_many_values, {greatest_value_count});
    if (!tree.finished() || tree.root().kind != Node::Kind::object) return refused(name, 0, say::no_object);
    return std::nullopt;
}

std::optional<Tree> json_tree(const std::string& name, std::string_view text, grammar::Diagnostic& why) {
    std::string readable;  // without its huge numbers, where it has some
    for (bool huge = false;; huge = true) {
        Source source;
        TreeEvents events{source};
        const ParseEnd end =
            huge ? parse_events(readable, text, source, events) : parse_events(text, {}, source, events);
        const std::size_t event = static_cast<std::size_t>(source.event - source.begin);
        switch (end.kind) {
            case ParseEnd::Kind::complete:
            case ParseEnd::Kind::stopped:
                if (auto reason = no_plan(name, events.tree, event)) {
                    why = *std::move(reason);
                    return std::nullopt;
                }
                return std::move(events.tree);
            case ParseEnd::Kind::broken:
                why = broken_json(name, text, source.read_to, event, end.what);
                return std::nullopt;
            case ParseEnd::Kind::huge_number:
                readable = without_huge_numbers(text);
                if (huge || readable == text) {
                    why = refused(name, source.read_to, say::unreadable_number);
                    return std::nullopt;
                }
        }
    }
}

bool is_json(std::string_view text) { return nlohmann::json::accept(text); }

namespace {

/// Where the JSON number that begins at `at` ends; `at` where none does. What follows may still be no JSON: that is for
/// the parser to say.
std::size_t end_of_number(std::string_view text, std::size_t at) {
    const auto digits = [&](std::size_t from) {
        while (from < text.size() && text[from] >= '0' && text[from] <= '9') ++from;
        return from;
    };
    const auto is = [&](std::size_t position, std::string_view letters) {
        return position < text.size() && letters.find(text[position]) != std::string_view::npos;
    };
    const std::size_t whole = is(at, "-") ? at + 1 : at;
    std::size_t end = is(whole, "0") ? whole + 1 : digits(whole);
    if (end == whole) return at;
    if (is(end, ".") && digits(end + 1) != end + 1) end = digits(end + 1);
    if (is(end, "eE")) {
        const std::size_t exponent = is(end + 1, "+-") ? end + 2 : end + 1;
        if (digits(exponent) != exponent) end = digits(exponent);
    }
    return end;
}

}  // namespace

std::string without_huge_numbers(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        if (letter == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
            ++at;
        } else if (letter == '-' || (letter >= '0' && letter <= '9')) {
            const std::size_t end = end_of_number(text, at);
            double value = 0;
            if (std::from_chars(text.data() + at, text.data() + end, value).ec == std::errc::result_out_of_range &&
                end - at >= 3) {
                std::fill(result.begin() + static_cast<std::ptrdiff_t>(at),
                          result.begin() + static_cast<std::ptrdiff_t>(end), '0');
                result[at + 1] = '.';
            }
            at = std::max(end, at + 1);
        } else {
            ++at;
        }
    }
    return result;
}

}  // namespace brecha::reading
