// What is wrong with a text that somebody wrote, told so that they can mend it.
//
// Every stage that reads text (parse, check, the plan readers) collects diagnostics as values; nothing is
// thrown for bad input. A diagnostic holds its words in every language the project speaks, already filled in,
// so that rendering it later needs nothing but the text it points into.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// Bytes [begin, end) of a file's text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool operator==(const Span&) const = default;
};

/// A sentence in the languages that messages are written in. Portuguese and French readers get English for now.
struct Localized {
    std::string english;
    std::string spanish;

    bool empty() const { return english.empty(); }
    const std::string& in(std::string_view language) const { return language == "es" && !spanish.empty() ? spanish : english; }
};

/// Fills `{}` of both patterns, left to right, with `arguments`. Both must have the same number of holes;
/// `{1}`, `{2}` … name an argument by its position where the languages need another order.
Localized say(std::string_view english, std::string_view spanish, const std::vector<std::string>& arguments = {});

enum class Severity : std::uint8_t { error, warning, note };

struct Diagnostic {
    std::string code;  // "B101": stable, has a page with a wrong and a right example
    Severity severity = Severity::error;
    std::string file;             // as the caller named it; empty where no file is meant
    Span span;                    // what the caret underlines
    Localized message;            // lower case, the author's own words in double quotes
    Localized expected;           // what could stand there, where that helps
    Localized help;               // one imperative sentence: the way out
    std::string language = "en";  // the author's keyword language, used where the reader names none
};

/// Line and column (both from 1, column in code points) of byte `offset` in `text`.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};
Position position_of(std::string_view text, std::uint32_t offset);

/// The diagnostic as a terminal shows it: `file:line:column  code  what`, the line, a caret under the words,
/// `expected:` and `help:` where given. `text` is the file's text. `language` empty: the author's.
std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view language = {});

/// Up to `most` of `candidates` that `word` may have meant, nearest first (Damerau-Levenshtein, ignoring case).
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most = 3);

}  // namespace brecha::grammar
