// parse_template(): gap and remedy texts with expressions in braces.
#include <brecha/grammar/parse.hpp>

#include "failure.hpp"
#include "messages/catalogue/reading.hpp"
#include "quoted.hpp"
#include "rules.hpp"
#include "text/characters.hpp"
#include "words/keyword_match.hpp"

#include <utility>

namespace brecha::grammar {

using namespace text;
namespace catalogue = messages::catalogue;
namespace {

using namespace syntax;

constexpr std::size_t nowhere = std::string_view::npos;

/// Where the brace that opens at `at` is closed, texts and inner braces left out; `nowhere` if it is not.
std::size_t closing_brace(std::string_view text, std::size_t at) {
    std::size_t depth = 0;
    while (at < text.size()) {
        switch (text[at]) {
            case '{': ++depth; break;
            case '}':
                if (--depth == 0) return at;
                break;
            case '"': {
                const QuotedExtent extent = quoted_extent(text, at);
                if (!extent.closed) return nowhere;
                at = extent.end;
                continue;
            }
            default: break;
        }
        ++at;
    }
    return nowhere;
}

// Functions keep their spelling when a file is formatted into another language, so each language's are known.
void english_words(Expression& expression) {
    const auto translate = [&](BuiltIn kind) {
        for (int language = 0; language < 4; ++language)
            if (const std::string_view english = built_in_from(kind, expression.text, language);
                english != expression.text) {
                expression.text = std::string(english);
                return;
            }
    };
    if (expression.kind == ExpressionKind::call || expression.kind == ExpressionKind::aggregate) {
        if (built_in_to(BuiltIn::function, expression.text, 1) == expression.text) translate(BuiltIn::function);
    } else if (expression.kind == ExpressionKind::name) {
        translate(BuiltIn::name);
    }
    for (Expression& operand : expression.operands) english_words(operand);
    if (expression.binder) {
        english_words(*expression.binder->list);
        if (expression.binder->condition) english_words(*expression.binder->condition);
    }
}

class TemplateReader {
public:
    TemplateReader(const Text& text, const File& file)
        : text_(text), file_(file), language_(keyword_language(file.language)) {
        // The text's own words in the file, where they stand there unchanged: then places can be told.
        const std::size_t quotes = text.block ? 3 : 1;
        in_file_ = text.span.end <= file.text.size() && text.span.begin + 2 * quotes <= text.span.end &&
                   std::string_view(file.text).substr(text.span.begin + quotes,
                                                      text.span.end - text.span.begin - 2 * quotes) == text.text;
        base_ = in_file_ ? text.span.begin + static_cast<std::uint32_t>(quotes) : 0;
    }

    ParsedTemplate read_pieces() {
        const std::string_view text = text_.text;
        std::string words;
        const auto end_words = [&] {
            if (!words.empty()) result_.pieces.push_back({std::exchange(words, {}), std::nullopt, text_.span});
        };
        for (std::size_t at = 0; at < text.size();) {
            const char c = text[at];
            if ((c == '{' || c == '}') && at + 1 < text.size() && text[at + 1] == c) {
                words += c;
                at += 2;
            } else if (c == '{') {
                const std::size_t close = closing_brace(text, at);
                if (close == nowhere) {
                    report(catalogue::hole_not_closed, place(at, at + 1));
                    words += text.substr(at);
                    break;
                }
                end_words();
                if (std::optional<Expression> expression = hole(at + 1, close))
                    result_.pieces.push_back({{}, std::move(expression), place(at + 1, close)});
                at = close + 1;
            } else {
                std::size_t end = at + 1;
                while (end < text.size() && text[end] != '{' && text[end] != '}') ++end;
                words += text.substr(at, end - at);
                at = end;
            }
        }
        end_words();
        return std::move(result_);
    }

private:
    Span place(std::size_t begin, std::size_t end) const {
        if (!in_file_) return text_.span;
        return {base_ + static_cast<std::uint32_t>(begin), base_ + static_cast<std::uint32_t>(end)};
    }

    std::optional<Expression> hole(std::size_t begin, std::size_t end) {
        const std::string_view source = in_file_ ? std::string_view(file_.text) : std::string_view(text_.text);
        const std::uint32_t from = base_ + static_cast<std::uint32_t>(begin);
        const std::uint32_t to = base_ + static_cast<std::uint32_t>(end);
        for (int attempt = -1; attempt < 4; ++attempt) {
            Session session;
            session.text = source;
            session.language = attempt < 0 ? language_ : attempt;
            if (attempt == language_) continue;
            Expression expression;
            std::uint32_t at = from;
            if (read(session, at, to, expression) && session.skip(at, to) == to) {
                if (expression.kind == ExpressionKind::name)
                    for (int language = 0; language < 4; ++language)
                        expression.text = std::string(built_in_from(BuiltIn::hole, expression.text, language));
                english_words(expression);
                if (!in_file_) forget_places(expression);
                return expression;
            }
        }
        explain_hole(source, from, to);
        return std::nullopt;
    }

    void explain_hole(std::string_view source, std::uint32_t from, std::uint32_t to) {
        if (source.substr(from, to - from).find_first_not_of(" \t\n\r") == nowhere) {
            report(catalogue::hole_empty, place(from - base_ - 1, to - base_ + 1));
            return;
        }
        Session session;
        session.text = source;
        session.language = language_;
        session.recording = true;
        session.farthest = from;
        Expression expression;
        std::uint32_t at = from;
        if (!read(session, at, to, expression) && session.stop != Stop::none) session.farthest = session.stop_at;
        Failure failure{Items::hole, from, from, from, to};
        Diagnostic diagnostic = explain(session, failure);
        if (!in_file_) diagnostic.span = text_.span;
        diagnostic.file = file_.name;
        diagnostic.language = file_.language;
        result_.diagnostics.push_back(std::move(diagnostic));
    }

    // The places are those of a copy of the text: the text itself stands for them all.
    void forget_places(Expression& expression) const {
        expression.span = expression.text_span = text_.span;
        if (expression.more) expression.more->unit_span = expression.more->name.span = text_.span;
        for (Expression& operand : expression.operands) forget_places(operand);
        if (!expression.binder) return;
        expression.binder->span = expression.binder->variable.span = text_.span;
        forget_places(*expression.binder->list);
        if (expression.binder->condition) forget_places(*expression.binder->condition);
    }

    void report(const messages::Entry& entry, Span span) {
        Diagnostic diagnostic = said(entry, span);
        diagnostic.file = file_.name;
        diagnostic.language = file_.language;
        result_.diagnostics.push_back(std::move(diagnostic));
    }

    const Text& text_;
    const File& file_;
    int language_;
    bool in_file_ = false;
    std::uint32_t base_ = 0;
    ParsedTemplate result_;
};

}  // namespace

ParsedTemplate parse_template(const Text& text, const File& file) { return TemplateReader(text, file).read_pieces(); }

}  // namespace brecha::grammar
