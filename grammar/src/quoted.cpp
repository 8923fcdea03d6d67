#include "quoted.hpp"

#include <algorithm>
#include <vector>

namespace brecha::grammar {
namespace {

constexpr std::string_view block_quotes = "\"\"\"";

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (true) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

std::string without_layout(std::string_view content) {
    std::string text;
    text.reserve(content.size());
    for (std::size_t at = 0; at < content.size(); ++at)
        if (content[at] != '\r' || at + 1 >= content.size() || content[at + 1] != '\n') text += content[at];
    if (text.empty() || text.front() != '\n') return text;
    std::vector<std::string_view> lines = lines_of(std::string_view(text).substr(1));
    if (is_blank_line(lines.back())) lines.pop_back();
    std::string_view indentation;
    bool first = true;
    for (std::string_view line : lines) {
        if (is_blank_line(line)) continue;
        const std::string_view own = line.substr(0, line.find_first_not_of(" \t"));
        if (first) indentation = own;
        const std::size_t most = std::min(own.size(), indentation.size());
        indentation = indentation.substr(
            0,
            static_cast<std::size_t>(
                std::mismatch(own.begin(), own.begin() + static_cast<std::ptrdiff_t>(most), indentation.begin()).first -
                own.begin()));
        first = false;
    }
    std::string result;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (index != 0) result += '\n';
        if (!is_blank_line(lines[index])) result += lines[index].substr(indentation.size());
    }
    return result;
}

std::string escaped(std::string_view text) {
    std::string result;
    append_quoted(result, text);
    return result;
}

std::string reread(std::string_view candidate) {
    const QuotedExtent extent = quoted_extent(candidate, 0);
    return extent.closed && extent.block && extent.end == candidate.size() ? unquoted(candidate, 0, extent)
                                                                           : std::string("\"");
}

}  // namespace

void append_quoted(std::string& result, std::string_view text) {
    result += '"';
    while (true) {
        const auto is_plain = [](char c) { return c != '"' && c != '\\' && c != '\n' && c != '\t'; };
        std::size_t plain = 0;
        while (plain < text.size() && is_plain(text[plain])) ++plain;
        result.append(text, 0, plain);
        if (plain == text.size()) break;
        switch (text[plain]) {
            case '"': result += "\\\""; break;
            case '\\': result += "\\\\"; break;
            case '\n': result += "\\n"; break;
            default: result += "\\t"; break;
        }
        text.remove_prefix(plain + 1);
    }
    result += '"';
}

QuotedExtent quoted_extent(std::string_view text, std::size_t at) {
    if (text.substr(at, 3) == block_quotes) {
        const std::size_t close = text.find(block_quotes, at + 3);
        if (close == std::string_view::npos) return {text.size(), false, true};
        return {close + 3, true, true};
    }
    // Most texts have no backslash.
    const std::string_view line = text.substr(0, text.find('\n', at));
    if (const std::size_t end = line.find('"', at + 1); end != std::string_view::npos)
        if (line.substr(at, end - at).find('\\') == std::string_view::npos) return {end + 1, true, false};
    std::size_t position = at + 1;
    for (; position < text.size() && text[position] != '\n'; ++position) {
        if (text[position] == '"') return {position + 1, true, false};
        if (text[position] == '\\' && position + 1 < text.size() && text[position + 1] != '\n') ++position;
    }
    position = std::min(position, text.size());
    // Not closed. Braces at the end that no "{" of the text opened close something else.
    const std::string_view rest = text.substr(at, position - at);
    auto surplus = std::count(rest.begin(), rest.end(), '}') - std::count(rest.begin(), rest.end(), '{');
    std::size_t end = position;
    for (std::size_t back = position; back > at + 1; --back) {
        const char c = text[back - 1];
        if (c == '}' && surplus > 0) {
            --surplus;
            end = back - 1;
        } else if (c != ' ' && c != '\t' && c != '\r') {
            break;
        }
    }
    return {end, false, false};
}

std::string unquoted(std::string_view text, std::size_t at, const QuotedExtent& extent) {
    if (extent.block) {
        const std::size_t end = extent.closed ? extent.end - 3 : extent.end;
        return without_layout(text.substr(at + 3, end - at - 3));
    }
    const std::string_view content = text.substr(at + 1, (extent.closed ? extent.end - 1 : extent.end) - at - 1);
    if (content.find('\\') == std::string_view::npos) return std::string(content);
    std::string result;
    result.reserve(content.size());
    for (std::size_t index = 0; index < content.size(); ++index) {
        if (content[index] != '\\' || index + 1 == content.size()) {
            result += content[index];
            continue;
        }
        switch (content[++index]) {
            case '"': result += '"'; break;
            case '\\': result += '\\'; break;
            case 'n': result += '\n'; break;
            case 't': result += '\t'; break;
            default: (result += '\\') += content[index];
        }
    }
    return result;
}

std::string quoted(std::string_view text, bool block, std::size_t indentation) {
    if (!block) return escaped(text);
    std::string candidate(block_quotes);
    if (text.find('\n') == std::string_view::npos) {
        candidate.append(text).append(block_quotes);
        if (reread(candidate) == text) return candidate;
        candidate = block_quotes;
    }
    const std::string margin(indentation, ' ');
    for (std::string_view line : lines_of(text)) {
        candidate += '\n';
        if (!is_blank_line(line)) candidate.append(margin);
        candidate.append(line);
    }
    candidate.append("\n").append(margin).append(block_quotes);
    if (reread(candidate) == text) return candidate;
    candidate = std::string(block_quotes).append(text).append(block_quotes);
    if (reread(candidate) == text) return candidate;
    return escaped(text);
}

}  // namespace brecha::grammar
