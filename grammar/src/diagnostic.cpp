#include <brecha/grammar/diagnostic.hpp>

#include "messages/catalogue/common.hpp"
#include "text/characters.hpp"
#include "text/visible.hpp"

#include <algorithm>

namespace brecha::grammar {

using namespace text;
namespace {

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
                const bool combining = point >= 0x0300 && point <= 0x036F;
                if (text::is_invisible(point)) {
                    cells.push_back({"\xEF\xBF\xBD", begin});
                } else if (combining && !cells.empty()) {
                    // a combining mark belongs to the cell before
                    cells.back().shown = std::string_view(
                        cells.back().shown.data(),
                        cells.back().shown.size() +
                            (cells.back().shown.data() + cells.back().shown.size() == bytes.data() ? bytes.size() : 0));
                } else {
                    cells.push_back({bytes, begin});
                }
            }
            at += length;
        }
    }
    return cells;
}

std::size_t width_of(const Cell& cell) {
    return cell.shown.size() == tab_width && cell.shown.front() == ' ' ? tab_width : 1;
}

}  // namespace

Diagnostic said(const messages::Entry& entry, Span span, const std::vector<messages::Argument>& arguments) {
    Diagnostic diagnostic;
    diagnostic.code = entry.code;
    diagnostic.span = span;
    diagnostic.message = {entry.message, arguments};
    diagnostic.expected = {entry.expected, arguments};
    diagnostic.help = {entry.help, arguments};
    return diagnostic;
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

Lines::Lines(std::string_view text) : begins_{0}, size_(static_cast<std::uint32_t>(text.size())) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        begins_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t Lines::number_at(std::uint32_t offset) const {
    return static_cast<std::uint32_t>(std::upper_bound(begins_.begin(), begins_.end(), offset) - begins_.begin());
}

std::uint32_t Lines::end_at(std::uint32_t offset) const {
    const auto next = std::upper_bound(begins_.begin(), begins_.end(), offset);
    return next == begins_.end() ? size_ : *next - 1;
}

std::string excerpt(const Diagnostic& diagnostic, std::string_view text) {
    std::string result;
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
    while (line_end > line &&
           (text[line_end - 1] == '\r' || (static_cast<unsigned char>(text[line_end - 1]) & 0xC0) == 0xC0))
        --line_end;
    if (line < line_end) {
        std::vector<Cell> cells = cells_of(text.substr(line, line_end - line), static_cast<std::uint32_t>(line));
        std::size_t first = 0;
        std::size_t caret = 0;
        while (caret < cells.size() && cells[caret].begin < begin) ++caret;
        std::size_t caret_end = caret;
        while (caret_end < cells.size() &&
               cells[caret_end].begin < std::max<std::size_t>(diagnostic.span.end, begin + 1))
            ++caret_end;
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
    return result;
}

std::string render(const Diagnostic& diagnostic, Position position, std::string_view excerpt,
                   std::string_view language) {
    using namespace messages;
    const Language reader = language_named(language.empty() ? diagnostic.language : language).value_or(Language::en);
    std::string result;
    if (!diagnostic.file.empty()) result += text::visible(diagnostic.file) + ':';
    if (position.line != 0) result += std::to_string(position.line) + ':' + std::to_string(position.column) + "  ";
    result += diagnostic.code + "  ";
    const auto labelled = [&](const Sentence& label, const Message& message) {
        return Message(label, {message}).in(reader);
    };
    switch (diagnostic.severity) {
        case Severity::error: result += diagnostic.message.in(reader); break;
        case Severity::warning: result += labelled(catalogue::warning, diagnostic.message); break;
        case Severity::note: result += labelled(catalogue::note, diagnostic.message); break;
    }
    result += '\n';
    result += excerpt;
    if (!diagnostic.expected.empty()) result += "  " + labelled(catalogue::expected, diagnostic.expected) + '\n';
    if (!diagnostic.help.empty()) result += "  " + labelled(catalogue::help, diagnostic.help) + '\n';
    return result;
}

std::string render(const Diagnostic& diagnostic, std::string_view text, std::string_view language) {
    return render(diagnostic, position_of(text, diagnostic.span.begin), excerpt(diagnostic, text), language);
}

}  // namespace brecha::grammar
