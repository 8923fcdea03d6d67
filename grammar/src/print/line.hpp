// One line of the layout: its text, and the blanks at which it may be broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

inline constexpr std::size_t line_width = 120;
inline constexpr std::size_t block_step = 2;
inline constexpr std::size_t continuation_step = 4;
inline constexpr std::size_t widest_field_column = 24;

/// Letters, not bytes.
std::size_t width(std::string_view text);

/// The text of one line, and the blanks in it that may become a line break: the lower `depth`, the sooner.
struct Line {
    struct Break {
        std::size_t at;
        int depth;
    };
    std::string text;
    std::vector<Break> breaks;
    int depth = 0;

    void clear() {
        text.clear();
        breaks.clear();
        depth = 0;
    }
    Line& operator<<(std::string_view more) {
        text += more;
        return *this;
    }
    /// A blank where the line may be broken.
    Line& blank_or_break() {
        breaks.push_back({text.size(), depth});
        text += ' ';
        return *this;
    }
};

/// Appends the line, broken where it is too long for its indentation. Linear in its text.
void lay_out(const Line& line, std::size_t indentation, std::string& result);

}  // namespace brecha::grammar
