#include "assess/rule_words.hpp"

#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

namespace brecha::assess {

namespace {

std::string with_single_blanks(std::string_view text) {
    std::string line;
    bool blank = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            blank = !line.empty();
            continue;
        }
        if (blank) line += ' ';
        blank = false;
        line += c;
    }
    return line;
}

/// With the keywords of another language; as they are where they cannot be read by themselves.
std::string reworded(const std::string& words, const model::SourceFile& file, std::string_view language) {
    syntax::File around;
    around.language = file.language;
    syntax::Text hole;
    hole.text = "{ " + words + " }";  // read as what stands in a text's braces
    const grammar::ParsedTemplate parsed = grammar::parse_template(hole, around);
    if (parsed.pieces.size() != 1 || !parsed.pieces.front().expression) return words;
    return grammar::print(*parsed.pieces.front().expression, language);
}

}  // namespace

std::string rule_words(const model::Ruleset& ruleset, const model::Expression& expression, std::string_view language) {
    if (expression.file >= ruleset.files.size()) return {};
    const model::SourceFile& file = ruleset.files[expression.file];
    const std::string_view text = file.text;
    if (expression.span.end > text.size() || expression.span.begin >= expression.span.end) return {};
    std::string words =
        with_single_blanks(text.substr(expression.span.begin, expression.span.end - expression.span.begin));
    return file.language == language ? words : reworded(words, file, language);
}

}  // namespace brecha::assess
