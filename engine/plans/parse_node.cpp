#include "plans/parse_node.hpp"

#include "plans/json_events.hpp"
#include "plans/node_builder.hpp"
#include "plans/read_json.hpp"

#include <algorithm>
#include <charconv>

namespace brecha::plans {

namespace {

struct TreeEvents {
    Source& source;
    NodeBuilder builder = {};
    std::size_t depth = 0;

    bool scalar(Node::Kind kind, std::string_view text, bool truth = false) {
        builder.scalar(kind, source.offset(), text, truth);
        return !builder.too_many();
    }
    bool begin(Node::Kind kind) {
        builder.begin(kind, source.offset());
        return ++depth <= greatest_plan_nesting && !builder.too_many();
    }
    bool end() {
        --depth;
        builder.end();
        return true;
    }
    bool null() { return scalar(Node::Kind::null, {}); }
    bool truth(bool value) { return scalar(Node::Kind::truth, {}, value); }
    bool whole_number(std::uint64_t value) { return scalar(Node::Kind::number, std::to_string(value)); }
    bool number(std::string_view written) { return scalar(Node::Kind::number, written); }
    bool text(std::string_view value) { return scalar(Node::Kind::text, value); }
    bool key(std::string_view name) {
        builder.key(name, source.offset());
        return true;
    }
    bool begin_object() { return begin(Node::Kind::object); }
    bool end_object() { return end(); }
    bool begin_list() { return begin(Node::Kind::list); }
    bool end_list() { return end(); }
};

}  // namespace

std::optional<Node> parse_node(std::string_view text) {
    Source source;
    TreeEvents events{source};
    ParseEnd end = parse_events(text, {}, source, events);
    if (end.kind == ParseEnd::Kind::huge_number) {
        const std::string readable = without_huge_numbers(text);
        events.builder.clear();
        events.depth = 0;
        end = parse_events(readable, text, source, events);
    }
    if (end.kind != ParseEnd::Kind::complete) return std::nullopt;
    return std::move(events.builder.result());
}

namespace {

/// Where the JSON number that begins at `at` ends; `at` where none does. What follows may still be no JSON: that is for the parser to say.
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
            if (std::from_chars(text.data() + at, text.data() + end, value).ec == std::errc::result_out_of_range && end - at >= 3) {
                std::fill(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end), '0');
                result[at + 1] = '.';
            }
            at = std::max(end, at + 1);
        } else {
            ++at;
        }
    }
    return result;
}

}  // namespace brecha::plans
