#include "plans/parse_node.hpp"

#include "plans/json_events.hpp"
#include "plans/node_builder.hpp"
#include "plans/read_json.hpp"

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

std::string without_huge_numbers(std::string_view text) {
    std::string result(text);
    for (std::size_t at = 0; at < text.size();) {
        const char letter = text[at];
        if (letter == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                if (text[at] == '\\') ++at;
            ++at;
        } else if (letter == '-' || (letter >= '0' && letter <= '9')) {
            std::size_t end = text.find_first_not_of("+-.0123456789eE", at);
            if (end == std::string_view::npos) end = text.size();
            double value = 0;
            if (std::from_chars(text.data() + at, text.data() + end, value).ec == std::errc::result_out_of_range && end - at >= 3) {
                std::fill(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end), '0');
                result[at + 1] = '.';
            }
            at = end;
        } else {
            ++at;
        }
    }
    return result;
}

}  // namespace brecha::plans
