// A text as it can be shown: nothing in it moves the cursor, turns the direction of writing or hides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace brecha::text {

/// A control character (C0, DEL, C1; tab and line break too), or one that turns the direction of the text around it.
bool is_control(char32_t point);
/// One that nobody sees: joiners, marks of order, a byte order mark, and all that is_control().
bool is_invisible(char32_t point);

/// `text` with each control character written out, "\x1B" as `\u001B`; bytes that are no UTF-8 as U+FFFD.
std::string visible(std::string_view text);

/// The same, cut after `most` letters with "…" behind.
std::string visible(std::string_view text, std::size_t most);

}  // namespace brecha::text
