#include "model/checking/source_texts.hpp"

#include "model/checking/table_file.hpp"
#include "text/normal_form.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace brecha::model {

namespace {

using Replacement = std::pair<std::string_view, std::string_view>;

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

/// One blank between words, plain quotation marks, "…" for what is left out.
std::string plain(std::string_view written) {
    std::string text = text::composed_form(written);
    static constexpr std::array<Replacement, 14> marks = {{{"[...]", "…"},
                                                           {"[…]", "…"},
                                                           {"(...)", "…"},
                                                           {"(…)", "…"},
                                                           {"...", "…"},
                                                           {"\u00a0", " "},
                                                           {"\u202f", " "},
                                                           {"’", "'"},
                                                           {"‘", "'"},
                                                           {"“", "\""},
                                                           {"”", "\""},
                                                           {"« ", "\""},
                                                           {" »", "\""},
                                                           {"\u00ad", ""}}};
    for (const auto& [mark, with] : marks) replace_all(text, mark, with);
    replace_all(text, "«", "\"");
    replace_all(text, "»", "\"");
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
        if (!blank) result += c;
        else if (!result.empty() && result.back() != ' ') result += ' ';
    }
    while (result.ends_with(' ')) result.pop_back();
    return result;
}

/// The pieces of the quote, one behind the other.
bool has_quote(const std::string& text, const std::string& quote) {
    static constexpr std::string_view left_out = "…";
    std::size_t from = 0;
    for (std::size_t begin = 0; begin <= quote.size();) {
        const std::size_t end = std::min(quote.find(left_out, begin), quote.size());
        std::string piece = quote.substr(begin, end - begin);
        while (piece.ends_with(' ')) piece.pop_back();
        piece.erase(0, std::min(piece.find_first_not_of(' '), piece.size()));
        const std::size_t found = text.find(piece, from);
        if (found == std::string::npos) return false;
        from = found + piece.size();
        begin = end + left_out.size();
    }
    return true;
}

}  // namespace

void read_source_texts(Environment& environment, const CheckOptions& options) {
    Declarations& declarations = environment.declarations;
    for (const auto& [node, file] : declarations.written_sources) {
        std::string& text = declarations.source_texts.emplace_back();
        if (!node->file) continue;
        if (const auto read = read_named_file(*node->file, file, environment, options)) {
            declarations.table_contents.push_back(node->name.text + '\0' + *read);
            text = plain(*read);
        }
    }
}

bool has_words(const Declarations& declarations, std::uint32_t source, const Texts& quote) {
    const std::string& text = declarations.source_texts[source];
    return text.empty() || quote.empty() || std::any_of(quote.begin(), quote.end(), [&](const Text& words) {
               return has_quote(text, plain(words.text));
           });
}

}  // namespace brecha::model
