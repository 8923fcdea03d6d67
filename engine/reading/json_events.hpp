// nlohmann's SAX parser with what it lacks: the byte at which each event begins, and numbers beyond a double.
//
// A handler has null(), truth(bool), whole_number(uint64), number(text as written), text(text), begin_object(),
// key(text), end_object(), begin_list(), end_list(); each gives false to stop. While it runs, Source::offset() is where
// the value or key of the event begins.
#pragma once

#include "limits/watch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::reading {

struct Source;

namespace detail {

/// What the parser reads through: a plain pointer, which the Source finds wherever the parser has moved it to. (Batch
/// through the Source instead costs a tenth of the parser's time.)
struct SourceIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;
    const char* at = nullptr;
    Source* source = nullptr;  // null: the end, which nobody looks for

    SourceIterator(const char* first, Source* of) : at(first), source(of) { announce(); }
    SourceIterator(const SourceIterator& other) : at(other.at), source(other.source) { announce(); }
    SourceIterator& operator=(const SourceIterator& other) {
        at = other.at;
        source = other.source;
        announce();
        return *this;
    }
    ~SourceIterator();
    reference operator*() const { return *at; }
    SourceIterator& operator++() {
        ++at;
        return *this;
    }
    bool operator==(const SourceIterator& other) const { return at == other.at; }
    bool operator!=(const SourceIterator& other) const { return at != other.at; }

private:
    void announce();
};

}  // namespace detail

/// Where the parser is in the text.
struct Source {
    const char* begin = nullptr;
    const char* end = nullptr;
    const char* event = nullptr;                       // behind the last byte that was read when the last event came
    const detail::SourceIterator* iterator = nullptr;  // the copy that the parser reads through, while it runs
    std::size_t read_to = 0;                           // after parse_events(): how far it came

    const char* at() const { return iterator->at; }
    /// The first byte of what the running event is about: only blanks, commas and colons can lie before it.
    std::uint32_t offset() const {
        const char* first = event;
        while (first != end &&
               (*first == ' ' || *first == '\n' || *first == ',' || *first == ':' || *first == '\t' || *first == '\r'))
            ++first;
        return static_cast<std::uint32_t>(first - begin);
    }
};

// GCC 12 takes the address for one that outlives its object: it does not see that the destructor takes it back.
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdangling-pointer"
#endif
inline void detail::SourceIterator::announce() {
    if (source != nullptr) source->iterator = this;
}
#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12
#pragma GCC diagnostic pop
#endif
inline detail::SourceIterator::~SourceIterator() {
    if (source != nullptr && source->iterator == this) source->iterator = nullptr;
}

struct ParseEnd {
    enum class Kind : std::uint8_t { complete, stopped, huge_number, broken };
    Kind kind = Kind::complete;
    std::string what;  // broken: nlohmann's words
};

namespace detail {

/// What the parser collects a text or number in, letter by letter: a std::string would do, but adds each by a call,
/// which is a twelfth of the parser's time.
class Token {
public:
    using value_type = char;
    using size_type = std::size_t;
    static constexpr size_type npos = std::string::npos;

    Token() = default;
    Token(const Token& other) { append(other); }
    Token& operator=(const Token& other) {
        if (this == &other) return *this;
        clear();
        return append(other);
    }

    void clear() noexcept { at_ = begin_; }
    void push_back(char letter) {
        if (at_ == end_) [[unlikely]]
            grow();
        *at_++ = letter;
    }
    size_type size() const { return static_cast<size_type>(at_ - begin_); }
    char& operator[](size_type index) { return begin_[index]; }
    /// Ends with a NUL that does not count.
    const char* data() const {
        *at_ = '\0';
        return begin_;
    }
    operator std::string_view() const { return {begin_, size()}; }

    // The library's readers of other formats, which are compiled beside the one of JSON and never run, want these too.
    Token(const char* letters) { append(std::string_view(letters)); }
    Token(const std::string& letters) { append(std::string_view(letters)); }
    Token(size_type count, char letter) { append(std::string(count, letter)); }
    Token& append(std::string_view letters) {
        for (const char letter : letters) push_back(letter);
        return *this;
    }

private:
    [[gnu::noinline]] void grow() {
        std::vector<char> larger(2 * (size() + 1));
        std::copy(begin_, at_, larger.begin());
        at_ = larger.data() + size();
        long_ = std::move(larger);
        begin_ = long_.data();
        end_ = begin_ + long_.size() - 1;
    }

    std::array<char, 128> short_;  // whatever was there before
    std::vector<char> long_;
    char* begin_ = short_.data();
    char* at_ = begin_;
    char* end_ = begin_ + short_.size() - 1;  // room for the NUL is left
};

template <class Handler>
struct Events {
    using Json = nlohmann::basic_json<std::map, std::vector, Token>;
    Handler& handler;
    Source& source;
    std::string_view original;  // where numbers stand as written; empty: in what is parsed
    ParseEnd result = {};
    limits::Pace pace = {};

    bool after(bool go_on) {
        pace.step();
        source.event = source.at();
        return go_on;
    }
    bool null() { return after(handler.null()); }
    bool boolean(bool value) { return after(handler.truth(value)); }
    bool number_unsigned(std::uint64_t value) { return after(handler.whole_number(value)); }
    bool number_integer(std::int64_t value) { return after(handler.number(std::to_string(value))); }
    bool number_float(double, const Token& token) {
        if (!original.empty()) {
            const std::size_t begin = source.offset();
            const std::size_t end = original.find_first_not_of("+-.0123456789eE", begin);
            return after(handler.number(original.substr(begin, end - begin)));
        }
        // The parser writes the decimal sign of the process's locale.
        const std::string_view text = token;
        const std::size_t sign = text.find_first_not_of("+-.0123456789eE");
        if (sign == std::string_view::npos) return after(handler.number(text));
        std::string with_point(text);
        with_point[sign] = '.';
        return after(handler.number(with_point));
    }
    bool string(Token& text) { return after(handler.text(text)); }
    bool key(Token& text) { return after(handler.key(text)); }
    bool start_object(std::size_t) { return after(handler.begin_object()); }
    bool end_object() { return after(handler.end_object()); }
    bool start_array(std::size_t) { return after(handler.begin_list()); }
    bool end_array() { return after(handler.end_list()); }
    bool binary(Json::binary_t&) { return false; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
        constexpr int out_of_range_number = 406;
        result.kind = error.id == out_of_range_number ? ParseEnd::Kind::huge_number : ParseEnd::Kind::broken;
        result.what = error.what();
        source.read_to = static_cast<std::size_t>(source.at() - source.begin);
        return false;
    }
};

}  // namespace detail

/// `original`: the text before its huge numbers were taken out, where they were.
template <class Handler>
ParseEnd parse_events(std::string_view text, std::string_view original, Source& source, Handler& handler) {
    source = {};
    source.begin = source.event = text.data();
    source.end = text.data() + text.size();
    if (text.starts_with("\xEF\xBB\xBF")) source.event += 3;
    detail::Events<Handler> events{handler, source, original};
    const bool complete = detail::Events<Handler>::Json::sax_parse(
        detail::SourceIterator(source.begin, &source), detail::SourceIterator(source.end, nullptr), &events);
    if (!complete && events.result.kind == ParseEnd::Kind::complete) events.result.kind = ParseEnd::Kind::stopped;
    // nlohmann's parser takes a NUL for the end of the text.
    if (complete && source.offset() != text.size()) {
        events.result = {ParseEnd::Kind::broken, "unexpected NUL"};
        source.read_to = source.offset();
    }
    return events.result;
}

/// The text, with zeros of the same length in place of numbers that no double holds.
std::string without_huge_numbers(std::string_view text);

}  // namespace brecha::reading
