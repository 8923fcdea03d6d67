#include <brecha/grammar/diagnostic.hpp>

#include "characters.hpp"

#include <algorithm>
#include <cctype>

namespace brecha::grammar {
namespace {

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string result;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '{') {
            if (pattern.substr(at, 2) == "{}") {
                if (next < arguments.size()) result += arguments[next];
                ++next;
                ++at;
                continue;
            }
            if (at + 2 < pattern.size() && is_digit(pattern[at + 1]) && pattern[at + 2] == '}') {
                const auto index = static_cast<std::size_t>(pattern[at + 1] - '1');
                if (index < arguments.size()) result += arguments[index];
                at += 2;
                continue;
            }
        }
        result += pattern[at];
    }
    return result;
}

// One column of a terminal: what is shown for it, and how wide that is (a tab counts as four blanks).
constexpr std::size_t tab_width = 4;
constexpr std::size_t widest_line = 160;  // longer lines are cut around the words meant
constexpr std::size_t shown_before = 60;

struct Cell {
    std::string_view shown;
    std::uint32_t begin;
};

std::vector<Cell> cells_of(std::string_view line, std::uint32_t line_begin) {
    static constexpr std::string_view tab = "    ";
    std::vector<Cell> cells;
    for (std::size_t at = 0; at < line.size();) {
        const auto begin = line_begin + static_cast<std::uint32_t>(at);
        const auto lead = static_cast<unsigned char>(line[at]);
        if (line[at] == '\t') {
            cells.push_back({tab, begin});
            ++at;
        } else if (lead < 0x20 || lead == 0x7F) {
            cells.push_back({" ", begin});
            ++at;
        } else {
            std::size_t length = std::min<std::size_t>(code_point_at(line, at).length, line.size() - at);
            const std::string_view bytes = line.substr(at, length);
            if (lead >= 0x80 && first_broken_byte(bytes) != std::string_view::npos) {
                cells.push_back({"\xEF\xBF\xBD", begin});  // U+FFFD
                length = 1;
            } else {
                const char32_t point = code_point_at(bytes, 0).value;
                const bool invisible =
                    (point >= 0x0300 && point <= 0x036F) || (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) || point == 0xFEFF;
                if (invisible && point >= 0x2000) {
                    cells.push_back({"\xEF\xBF\xBD", begin});
                } else if (invisible && !cells.empty()) {
                    // a combining mark belongs to the cell before
                    cells.back().shown = std::string_view(
                        cells.back().shown.data(),
                        cells.back().shown.size() + (cells.back().shown.data() + cells.back().shown.size() == bytes.data() ? bytes.size() : 0));
                } else {
                    cells.push_back({bytes, begin});
                }
            }
            at += length;
        }
    }
    return cells;
}

std::size_t width_of(const Cell& cell) { return cell.shown.size() == tab_width && cell.shown.front() == ' ' ? tab_width : 1; }

}  // namespace

Localized say(std::string_view english, std::string_view spanish, const std::vector<std::string>& arguments) {
    return {filled(english, arguments), filled(spanish, arguments)};
}

Position position_of(std::string_view text, std::uint32_t offset) {
    offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
    const std::string_view before = text.substr(0, offset);
    Position position;
    position.line = 1 + static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    std::size_t line = before.rfind('\n');
    line = line == std::string_view::npos ? 0 : line + 1;
    if (line == 0 && before.substr(0, 3) == "\xEF\xBB\xBF") line = 3;  // a byte order mark is no column
    for (std::size_t at = line; at < offset; ++at)
        if ((static_cast<unsigned char>(before[at]) & 0xC0) != 0x80) ++position.column;
    return position;
}

std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view language) {
    if (language.empty()) language = diagnostic.language;
    const bool spanish = language == "es";
    const Position position = position_of(text, diagnostic.span.begin);
    std::string result;
    if (!diagnostic.file.empty()) result += diagnostic.file + ':';
    result += std::to_string(position.line) + ':' + std::to_string(position.column) + "  " + diagnostic.code + "  ";
    if (diagnostic.severity == Severity::warning) result += spanish ? "aviso: " : "warning: ";
    if (diagnostic.severity == Severity::note) result += spanish ? "nota: " : "note: ";
    result += diagnostic.message.in(language) + '\n';

    const auto begin = std::min<std::size_t>(diagnostic.span.begin, text.size());
    std::size_t line = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    line = line == std::string_view::npos ? 0 : line + 1;
    if (line == 0 && text.substr(0, 3) == "\xEF\xBB\xBF") line = 3;
    std::size_t line_end = std::min(text.find('\n', begin), text.size());
    // A very long line is looked at only near the words meant.
    if (begin > line + 4 * widest_line) {
        line = begin - 4 * widest_line;
        while (line < begin && (static_cast<unsigned char>(text[line]) & 0xC0) == 0x80) ++line;
    }
    if (line_end > begin + 4 * widest_line) line_end = begin + 4 * widest_line;
    while (line_end > line && (text[line_end - 1] == '\r' || (static_cast<unsigned char>(text[line_end - 1]) & 0xC0) == 0xC0)) --line_end;
    if (line < line_end) {
        std::vector<Cell> cells = cells_of(text.substr(line, line_end - line), static_cast<std::uint32_t>(line));
        std::size_t first = 0;
        std::size_t caret = 0;
        while (caret < cells.size() && cells[caret].begin < begin) ++caret;
        std::size_t caret_end = caret;
        while (caret_end < cells.size() && cells[caret_end].begin < std::max<std::size_t>(diagnostic.span.end, begin + 1)) ++caret_end;
        std::string margin;
        bool cut_after = false;
        if (cells.size() > widest_line) {
            if (caret > shown_before) {
                first = caret - shown_before;
                margin = "… ";
            }
            if (cells.size() - first > widest_line) {
                cells.resize(first + widest_line);
                cut_after = true;
            }
            caret_end = std::min(caret_end, cells.size());
        }
        std::string shown;
        std::size_t before = margin.empty() ? 0 : 2;
        std::size_t marks = 0;
        for (std::size_t index = first; index < cells.size(); ++index) {
            shown += cells[index].shown;
            if (index < caret) before += width_of(cells[index]);
            else if (index < caret_end) marks += width_of(cells[index]);
        }
        result += "  " + margin + shown + (cut_after ? " …" : "") + '\n';
        result += "  " + std::string(before, ' ') + std::string(std::max<std::size_t>(marks, 1), '^') + '\n';
    }
    if (!diagnostic.expected.empty()) result += std::string(spanish ? "  se esperaba: " : "  expected: ") + diagnostic.expected.in(language) + '\n';
    if (!diagnostic.help.empty()) result += std::string(spanish ? "  ayuda: " : "  help: ") + diagnostic.help.in(language) + '\n';
    return result;
}

namespace {

std::string lower_case(std::string_view word) {
    std::string result(word);
    for (std::size_t at = 0; at < result.size(); ++at) {
        if (static_cast<unsigned char>(result[at]) < 0x80) result[at] = static_cast<char>(std::tolower(static_cast<unsigned char>(result[at])));
        // À…Þ => à…þ
        else if (result[at] == '\xC3' && at + 1 < result.size() && static_cast<unsigned char>(result[at + 1]) >= 0x80 &&
                 static_cast<unsigned char>(result[at + 1]) <= 0x9E)
            result[at + 1] = static_cast<char>(result[at + 1] + 0x20), ++at;
    }
    return result;
}

std::u32string points_of(std::string_view word) {
    std::u32string points;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        points += point.value;
        at += point.length;
    }
    return points;
}

// Letters that are left out, put in, changed or swapped with the next: how many, or more than `most`.
std::size_t distance(const std::u32string& one, const std::u32string& other, std::size_t most) {
    if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
    std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[other.size()];
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
    constexpr std::size_t longest_word = 200;
    if (word.size() > longest_word) return {};
    const std::u32string wanted = points_of(lower_case(word));
    struct Found {
        std::size_t distance;
        const std::string* word;
    };
    std::vector<Found> found;
    for (const std::string& candidate : candidates) {
        if (candidate.empty() || candidate.size() > longest_word) continue;
        const std::u32string other = points_of(lower_case(candidate));
        const std::size_t longer = std::max(wanted.size(), other.size());
        const std::size_t threshold = longer <= 2 ? 0 : longer <= 4 ? 1 : longer <= 7 ? 2 : longer / 3;
        const std::size_t away = distance(wanted, other, threshold);
        if (away <= threshold) {
            found.push_back({away, &candidate});
        } else if (wanted.size() >= 4 && other.size() > wanted.size() && other.compare(0, wanted.size(), wanted) == 0) {
            found.push_back({threshold + 1, &candidate});  // the beginning of a longer word
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.distance < b.distance; });
    std::vector<std::string> words;
    for (const Found& entry : found) {
        if (words.size() == most) break;
        if (std::find(words.begin(), words.end(), *entry.word) == words.end()) words.push_back(*entry.word);
    }
    return words;
}

}  // namespace brecha::grammar
