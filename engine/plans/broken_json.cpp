#include "plans/broken_json.hpp"

#include "plans/wording.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace brecha::plans {

using grammar::Localized;

namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r'; }

/// The first byte that is no UTF-8; `text.size()` where all is.
std::size_t first_wrong_byte(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t at = 0; at < text.size();) {
        const unsigned first = byte(at);
        if (first < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
        if (length == 0 || at + length > text.size()) return at;
        for (std::size_t i = 1; i < length; ++i)
            if ((byte(at + i) & 0xC0) != 0x80) return at;
        const unsigned second = byte(at + 1);
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
            return at;
        at += length;
    }
    return text.size();
}

/// What may stand at the end of `before`, the beginning of a JSON text.
Localized expected_after(std::string_view before) {
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
    if (last == 0) return {"{, a plan is one object", "{, un plan es un objeto"};
    if (last == '{') return {"a name in quotes, or }", "un nombre entre comillas o }"};
    if (last == '[') return {"a value or ]", "un valor o ]"};
    if (last == ',' && key_position) return {"a name in quotes", "un nombre entre comillas"};
    if (last == ',' || last == ':') return {"a value", "un valor"};
    if (last == '"' && key) return {":", ":"};
    if (open.empty()) return {"the end of the text", "el fin del texto"};
    return open.back() == '{' ? Localized{", or }", ", o }"} : Localized{", or ]", ", o ]"};
}

}  // namespace

grammar::Diagnostic refused(const std::string& name, std::size_t offset, Localized message, Localized help) {
    grammar::Diagnostic diagnostic;
    diagnostic.code = "P601";
    diagnostic.file = name;
    const std::uint32_t at = static_cast<std::uint32_t>(std::min<std::size_t>(offset, std::numeric_limits<std::uint32_t>::max() - 1));
    diagnostic.span = {at, at + 1};
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

grammar::Diagnostic broken_json(const std::string& name, std::string_view text, std::size_t read_to, std::size_t event, std::string_view what) {
    const auto said = [&](std::string_view words) { return what.find(words) != std::string_view::npos; };
    const auto at_line = [&](std::size_t offset, std::string_view english, std::string_view spanish, std::vector<Localized> words) {
        const grammar::Position position = grammar::position_of(text, static_cast<std::uint32_t>(offset));
        words.insert(words.begin(), {same(std::to_string(position.line)), same(std::to_string(position.column))});
        return phrase(english, spanish, words);
    };

    const std::size_t wrong_byte = first_wrong_byte(text.substr(0, std::min(text.size(), read_to + 4)));
    if (wrong_byte < read_to) {
        grammar::Diagnostic diagnostic =
            refused(name, wrong_byte, at_line(wrong_byte, "not UTF-8 at line {}, column {}", "no es UTF-8 en la línea {}, columna {}", {}),
                    {"save the file as UTF-8", "guarde el archivo como UTF-8"});
        return diagnostic;
    }

    // Where the thing begins that the parser did not understand.
    std::size_t begin = event;
    while (begin < text.size() && (is_blank(text[begin]) || text[begin] == ',' || text[begin] == ':')) ++begin;
    if (said("unexpected end of input") || begin >= text.size()) {
        begin = text.size();
    } else if (said("unexpected ',") || said("unexpected ':") || said("unexpected '}'") || said("unexpected ']'") || said("unexpected '{'") ||
               said("unexpected '['")) {
        begin = read_to > 0 ? read_to - 1 : 0;
    }
    Localized reason, help;
    if (said("missing closing quote")) {
        reason = {"this text is not closed", "este texto no está cerrado"};
        help = {"end it with \"", "ciérrelo con \""};
    } else if (said("control character")) {
        begin = read_to > 0 ? read_to - 1 : 0;
        reason = {"a text holds a line break or another control character", "un texto contiene un salto de línea u otro carácter de control"};
        help = {"write \\n for a line break, and end each text with \"", "escriba \\n para un salto de línea y cierre cada texto con \""};
    } else if (said("invalid string")) {
        begin = read_to > 0 ? read_to - 1 : 0;
        reason = {"a text holds an escape that JSON does not know", "un texto contiene un escape que JSON no conoce"};
        help = {"write \\\\ for a backslash", "escriba \\\\ para una barra invertida"};
    } else if (said("invalid number")) {
        reason = {"a number that JSON does not know", "un número que JSON no conoce"};
        help = {"write numbers like 12 or 0.5", "escriba los números como 12 o 0.5"};
    } else {
        reason = phrase("expected {}", "se esperaba {}", {expected_after(text.substr(0, begin))});
        if (begin < text.size() && text[begin] == '\'') help = {"write texts in double quotes", "escriba los textos entre comillas dobles"};
        if (begin < text.size() && text.substr(begin, 2) == "//") help = {"JSON has no comments", "JSON no tiene comentarios"};
        std::size_t end = begin;
        while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) ++end;
        const std::string_view word = text.substr(begin, end - begin);
        if (word == "True" || word == "False") help = {"write true or false", "escriba true o false"};
        if (word == "None" || word == "NaN" || word == "undefined") help = {"write null, or leave the name out", "escriba null, o quite el nombre"};
    }
    return refused(name, begin, at_line(begin, "not JSON at line {}, column {}: {}", "no es JSON en la línea {}, columna {}: {}", {reason}), std::move(help));
}

}  // namespace brecha::plans
