#include "reading/broken_json.hpp"

#include "messages/catalogue/plans.hpp"
#include "text/characters.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace brecha::reading {

using messages::Argument;
using messages::Message;
using messages::Sentence;

namespace say = messages::catalogue::plans;

namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r'; }

/// What may stand at the end of `before`, the beginning of a JSON text.
const Sentence& expected_after(std::string_view before) {
    std::vector<char> open;
    char last = 0;     // last letter outside texts; '"' for a text
    bool key = false;  // that text was a key
    bool key_position = false;
    for (std::size_t at = 0; at < before.size(); ++at) {
        const char letter = before[at];
        if (is_blank(letter)) continue;
        last = letter;
        switch (letter) {
            case '"':
                for (++at; at < before.size() && before[at] != '"'; ++at)
                    if (before[at] == '\\') ++at;
                key = key_position;
                key_position = false;
                break;
            case '{':
                open.push_back('{');
                key_position = true;
                break;
            case '[':
                open.push_back('[');
                key_position = false;
                break;
            case '}':
            case ']':
                if (!open.empty()) open.pop_back();
                key = key_position = false;
                break;
            case ',': key_position = !open.empty() && open.back() == '{'; break;
            default: key = false; break;
        }
    }
    if (last == 0) return say::expected_object;
    if (last == '{') return say::expected_name_or_end;
    if (last == '[') return say::expected_value_or_end;
    if (last == ',' && key_position) return say::expected_name;
    if (last == ',' || last == ':') return say::a_value;
    if (last == '"' && key) return say::expected_colon;
    if (open.empty()) return say::expected_end;
    return open.back() == '{' ? say::expected_comma_or_brace : say::expected_comma_or_bracket;
}

}  // namespace

grammar::Diagnostic refused(const std::string& name, std::size_t offset, const messages::Entry& entry,
                            std::vector<Argument> arguments, Message help) {
    grammar::Diagnostic diagnostic;
    diagnostic.code = entry.code;
    diagnostic.file = name;
    const std::uint32_t at =
        static_cast<std::uint32_t>(std::min<std::size_t>(offset, std::numeric_limits<std::uint32_t>::max() - 1));
    diagnostic.span = {at, at + 1};
    diagnostic.help = help.empty() ? Message(entry.help, arguments) : std::move(help);
    diagnostic.message = Message(entry.message, std::move(arguments));
    return diagnostic;
}

grammar::Diagnostic broken_json(const std::string& name, std::string_view text, std::size_t read_to, std::size_t event,
                                std::string_view what) {
    const auto said = [&](std::string_view words) { return what.find(words) != std::string_view::npos; };
    const std::size_t wrong_byte = text::first_broken_byte(text);
    if (wrong_byte < read_to) {
        const grammar::Position position = grammar::position_of(text, static_cast<std::uint32_t>(wrong_byte));
        return refused(name, wrong_byte, say::not_format_at, {"UTF-8", position.line, position.column},
                       say::save_as_utf8);
    }

    // Where the thing begins that the parser did not understand.
    std::size_t begin = event;
    while (begin < text.size() && (is_blank(text[begin]) || text[begin] == ',' || text[begin] == ':')) ++begin;
    if (said("unexpected end of input") || begin >= text.size()) {
        begin = std::min(text.find('\0', event), text.size());  // the parser takes a NUL for the end of the text
    } else if (said("unexpected ',") || said("unexpected ':") || said("unexpected '}'") || said("unexpected ']'") ||
               said("unexpected '{'") || said("unexpected '['")) {
        begin = read_to > 0 ? read_to - 1 : 0;
    }
    Message reason, help;
    if (said("missing closing quote")) {
        reason = say::text_not_closed;
        help = say::close_text;
    } else if (said("control character")) {
        begin = read_to > 0 ? read_to - 1 : 0;
        reason = say::line_break_in_text;
        help = say::write_line_break;
    } else if (said("invalid string")) {
        begin = read_to > 0 ? read_to - 1 : 0;
        reason = say::unknown_escape;
        help = say::write_backslash;
    } else if (said("invalid number")) {
        reason = say::unknown_number;
        help = say::write_json_number;
    } else {
        reason = Message(say::expected_here, {expected_after(text.substr(0, begin))});
        if (begin < text.size() && text[begin] == '\'') help = say::double_quotes;
        if (begin < text.size() && text.substr(begin, 2) == "//") help = say::no_comments;
        std::size_t end = begin;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z')))
            ++end;
        const std::string_view word = text.substr(begin, end - begin);
        if (word == "True" || word == "False") help = say::write_truth;
        if (word == "None" || word == "NaN" || word == "undefined") help = say::write_null;
    }
    const grammar::Position position = grammar::position_of(text, static_cast<std::uint32_t>(begin));
    return refused(name, begin, say::not_format_because, {"JSON", position.line, position.column, std::move(reason)},
                   std::move(help));
}

}  // namespace brecha::reading
