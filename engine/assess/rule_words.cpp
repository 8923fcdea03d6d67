#include "assess/rule_words.hpp"

#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

#include <optional>
#include <utility>

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

std::optional<syntax::Expression> read_words(const std::string& words, std::string_view language) {
    syntax::File around;
    around.language = language;
    syntax::Text hole;
    hole.text = "{ " + words + " }";  // read as what stands in a text's braces
    grammar::ParsedTemplate parsed = grammar::parse_template(hole, around);
    if (parsed.pieces.size() != 1) return std::nullopt;
    return std::move(parsed.pieces.front().expression);
}

/// What the row has, in place of `row.column`.
void put_row(syntax::Expression& expression, const model::RowWords& row) {
    if (expression.kind == syntax::ExpressionKind::field &&
        expression.operands.front().kind == syntax::ExpressionKind::name) {
        const std::string wanted = expression.operands.front().text + "." + expression.text;
        for (const auto& [column, words] : row)
            if (column == wanted)
                if (std::optional<syntax::Expression> value = read_words(words, "en")) {
                    expression = std::move(*value);
                    return;
                }
    }
    for (syntax::Expression& operand : expression.operands) put_row(operand, row);
    if (!expression.binder) return;
    put_row(*expression.binder->list, row);
    if (expression.binder->condition) put_row(*expression.binder->condition, row);
}

}  // namespace

std::string rule_words(const model::Ruleset& ruleset, const model::RowWords& row, const model::Expression& expression,
                       std::string_view language) {
    if (expression.file >= ruleset.files.size()) return {};
    const model::SourceFile& file = ruleset.files[expression.file];
    const std::string_view text = file.text;
    if (expression.span.end > text.size() || expression.span.begin >= expression.span.end) return {};
    std::string words =
        with_single_blanks(text.substr(expression.span.begin, expression.span.end - expression.span.begin));
    if (file.language == language && row.empty()) return words;
    std::optional<syntax::Expression> read = read_words(words, file.language);
    if (!read) return words;
    put_row(*read, row);
    return grammar::print(*read, language);
}

}  // namespace brecha::assess
