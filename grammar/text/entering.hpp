// The door: every text that comes in, from rules, parameters, tables, plans, Python or C++, goes through here and comes
// out in the one form in which texts are compared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace brecha::text {

/// A text as it entered: NFC, blanks at both ends cut.
struct Entered {
    std::string_view text;  // empty: nothing was said
    /// What stands in it that nobody sees: the first of the gravest kind.
    enum class Unseen : std::uint8_t { nothing, invisible, turning, control } unseen = Unseen::nothing;
    char32_t character = 0;  // that one
    std::size_t letter = 0;  // where, from 1
    bool blank = false;      // there was something, but nothing to see; `text` is empty
};

/// `written` is valid UTF-8. `scratch` holds the text where it differs from a part of `written`. Line breaks and tabs
/// are no control characters here, and joiners are letters like others.
Entered entered(std::string_view written, std::string& scratch);

/// The text alone.
std::string entered(std::string_view written);

/// Where in a text of many lines the first control or turning character stands.
struct Hidden {
    std::size_t begin = 0, length = 0;  // bytes; length 0: there is none
    char32_t character = 0;
    bool turning = false;
};
Hidden first_hidden(std::string_view text);

/// "U+202E"
std::string code_point_name(char32_t point);

}  // namespace brecha::text
