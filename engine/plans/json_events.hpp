// nlohmann's SAX parser with what it lacks: the byte at which each event begins, and numbers beyond a double.
//
// A handler has null(), truth(bool), whole_number(uint64), number(text as written), text(text), begin_object(), key(text), end_object(),
// begin_list(), end_list(); each gives false to stop. While it runs, Source::offset() is where the value or key of the event begins.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace brecha::plans {

/// Where the parser is in the text. The parser reads through it, one byte at a time.
struct Source {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* at = nullptr;           // the next byte to read
    const char* event = nullptr;        // `at` as it was after the last event

    /// The first byte of what the running event is about: only blanks, commas and colons can lie before it.
    std::uint32_t offset() const {
        const char* first = event;
        while (first != end && (*first == ' ' || *first == '\n' || *first == ',' || *first == ':' || *first == '\t' || *first == '\r')) ++first;
        return static_cast<std::uint32_t>(first - begin);
    }
};

struct ParseEnd {
    enum class Kind : std::uint8_t { complete, stopped, huge_number, broken };
    Kind kind = Kind::complete;
    std::string what;                   // broken: nlohmann's words
};

namespace detail {

struct SourceIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    Source* source;
    reference operator*() const { return *source->at; }
    SourceIterator& operator++() {
        ++source->at;
        return *this;
    }
    SourceIterator operator++(int) {
        ++source->at;
        return *this;
    }
    // The parser compares with the end only.
    bool operator==(const SourceIterator&) const { return source->at == source->end; }
    bool operator!=(const SourceIterator&) const { return source->at != source->end; }
};

template <class Handler>
struct Events {
    using Json = nlohmann::json;
    Handler& handler;
    Source& source;
    std::string_view original;          // where numbers stand as written; empty: in what is parsed
    ParseEnd result = {};

    bool after(bool go_on) {
        source.event = source.at;
        return go_on;
    }
    bool null() { return after(handler.null()); }
    bool boolean(bool value) { return after(handler.truth(value)); }
    bool number_unsigned(std::uint64_t value) { return after(handler.whole_number(value)); }
    bool number_integer(std::int64_t value) { return after(handler.number(std::to_string(value))); }
    bool number_float(double, const std::string& text) {
        if (!original.empty()) {
            const std::size_t begin = source.offset();
            const std::size_t end = original.find_first_not_of("+-.0123456789eE", begin);
            return after(handler.number(original.substr(begin, end - begin)));
        }
        // The parser writes the decimal sign of the process's locale.
        const std::size_t sign = text.find_first_not_of("+-.0123456789eE");
        if (sign == std::string::npos) return after(handler.number(text));
        std::string with_point = text;
        with_point[sign] = '.';
        return after(handler.number(with_point));
    }
    bool string(std::string& text) { return after(handler.text(text)); }
    bool key(std::string& text) { return after(handler.key(text)); }
    bool start_object(std::size_t) { return after(handler.begin_object()); }
    bool end_object() { return after(handler.end_object()); }
    bool start_array(std::size_t) { return after(handler.begin_list()); }
    bool end_array() { return after(handler.end_list()); }
    bool binary(Json::binary_t&) { return false; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        constexpr int out_of_range_number = 406;
        result.kind = error.id == out_of_range_number ? ParseEnd::Kind::huge_number : ParseEnd::Kind::broken;
        result.what = error.what();
        return false;
    }
};

}  // namespace detail

/// `original`: the text before its huge numbers were taken out, where they were.
template <class Handler>
ParseEnd parse_events(std::string_view text, std::string_view original, Source& source, Handler& handler) {
    source = {text.data(), text.data() + text.size(), text.data(), text.data()};
    if (text.starts_with("\xEF\xBB\xBF")) source.event += 3;
    detail::Events<Handler> events{handler, source, original};
    const detail::SourceIterator begin{&source}, end{&source};
    if (!nlohmann::json::sax_parse(begin, end, &events) && events.result.kind == ParseEnd::Kind::complete) events.result.kind = ParseEnd::Kind::stopped;
    return events.result;
}

/// The text, with zeros of the same length in place of numbers that no double holds.
std::string without_huge_numbers(std::string_view text);

}  // namespace brecha::plans
