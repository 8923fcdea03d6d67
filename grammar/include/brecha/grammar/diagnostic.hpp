// What is wrong with a text that somebody wrote, told so that they can mend it.
//
// Every stage that reads text (parse, check, the plan readers) collects diagnostics as values; nothing is
// thrown for bad input. A diagnostic holds messages, not words: they are rendered last, in the reader's language, and
// need nothing but the text that it points into.
#pragma once

#include "messages/message.hpp"
#include "text/nearest.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

using text::nearest;

/// Bytes [begin, end) of a file's text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const Span&) const = default;
};

enum class Severity : std::uint8_t { error, warning, note };

struct Diagnostic {
    std::string code;  // "B101": stable, has a page with a wrong and a right example
    Severity severity = Severity::error;
    std::string file;             // as the caller named it; empty where no file is meant
    Span span;                    // what the caret underlines
    messages::Message message;    // lower case, the author's own words in double quotes
    messages::Message expected;   // what could stand there, where that helps
    messages::Message help;       // one imperative sentence: the way out
    std::string language = "en";  // the author's keyword language, used where the reader names none
};

/// What an entry of the catalogue says of `arguments`.
Diagnostic said(const messages::Entry& entry, Span span, const std::vector<messages::Argument>& arguments = {});

/// Line and column (both from 1, column in code points) of byte `offset` in `text`.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
Position position_of(std::string_view text, std::uint32_t offset);

/// Where the lines of a text begin, found once: for who asks about many places.
class Lines {
public:
    explicit Lines(std::string_view text);
    /// The line of a place, counted from 1. O(log lines), like those below.
    std::uint32_t number_at(std::uint32_t offset) const;
    /// Where the line break is that ends the line of a place; the text's size where none does.
    std::uint32_t end_at(std::uint32_t offset) const;

private:
    std::vector<std::uint32_t> begins_;
    std::uint32_t size_;
};

/// The diagnostic's line of the text and a caret under the words meant, two lines; empty where the line is.
std::string excerpt(const Diagnostic& diagnostic, std::string_view text);

/// The diagnostic as a terminal shows it: `file:line:column  code  what`, the excerpt, `expected:` and `help:` where
/// given. Line 0: it speaks of no text. `language` empty: the author's.
std::string render(const Diagnostic& diagnostic, Position position, std::string_view excerpt,
                   std::string_view language = {});
/// The same of a text that is at hand.
std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view language = {});

}  // namespace brecha::grammar
