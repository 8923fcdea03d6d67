#include "api/diagnostics.hpp"

#include "messages/catalogue/common.hpp"
#include "report/extract.hpp"
#include "report/json.hpp"

#include <algorithm>

namespace brecha {

/// What renders a diagnostic: its messages, and the line of the text, drawn once.
struct Diagnostic::Words {
    grammar::Diagnostic diagnostic;
    grammar::Position position{0, 0};
    std::string excerpt;
};

Diagnostic public_diagnostic(const grammar::Diagnostic& diagnostic, std::string_view text) {
    Diagnostic shown;
    shown.code = diagnostic.code;
    shown.severity = report::public_severity(diagnostic.severity);
    shown.file = diagnostic.file;
    if (!text.empty() && !diagnostic.file.empty()) {
        const grammar::Position begin = grammar::position_of(text, diagnostic.span.begin);
        const grammar::Position end = grammar::position_of(text, diagnostic.span.end);
        shown.line = begin.line;
        shown.column = begin.column;
        shown.end_line = end.line;
        shown.end_column = end.column;
    }
    shown.language = diagnostic.language;
    auto words = std::make_shared<Diagnostic::Words>();
    words->diagnostic = diagnostic;
    if (!diagnostic.file.empty()) {
        words->position = grammar::position_of(text, diagnostic.span.begin);
        words->excerpt = grammar::excerpt(diagnostic, text);
    }
    shown.words = std::move(words);
    return shown;
}

Diagnostic public_diagnostic_at(const grammar::Diagnostic& diagnostic, grammar::Position at) {
    Diagnostic shown = public_diagnostic(diagnostic, std::string_view());
    auto words = std::make_shared<Diagnostic::Words>(*shown.words);
    words->position = at;
    shown.words = std::move(words);
    shown.line = shown.end_line = at.line;
    shown.column = shown.end_column = at.column;
    return shown;
}

Diagnostic Diagnostic::said(std::string file, std::string message) {
    grammar::Diagnostic diagnostic;
    diagnostic.message = messages::Message::same(std::move(message));
    Diagnostic said = public_diagnostic(diagnostic, {});
    said.file = std::move(file);
    return said;
}

std::string Diagnostic::message(std::optional<Language> reader) const {
    return words ? words->diagnostic.message.in(reader ? reader->tag() : std::string_view(language)) : std::string();
}
std::string Diagnostic::help(std::optional<Language> reader) const {
    return words ? words->diagnostic.help.in(reader ? reader->tag() : std::string_view(language)) : std::string();
}
std::string Diagnostic::shown(std::optional<Language> reader) const {
    return words ? grammar::render(words->diagnostic, words->position, words->excerpt,
                                   reader ? reader->tag() : std::string_view(language))
                 : std::string();
}

std::vector<Diagnostic> public_diagnostics(const std::vector<grammar::Diagnostic>& diagnostics,
                                           const std::vector<model::SourceFile>& files) {
    std::vector<Diagnostic> shown;
    shown.reserve(diagnostics.size());
    for (const grammar::Diagnostic& diagnostic : diagnostics) {
        const auto file = std::find_if(files.begin(), files.end(),
                                       [&](const model::SourceFile& one) { return one.name == diagnostic.file; });
        shown.push_back(
            public_diagnostic(diagnostic, file == files.end() ? std::string_view() : std::string_view(file->text)));
    }
    return shown;
}

Diagnostic plain_diagnostic(std::string code, const messages::Message& message, const messages::Message& help) {
    grammar::Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.message = message;
    diagnostic.help = help;
    return public_diagnostic(diagnostic, {});
}

Diagnostic plain_diagnostic(const messages::Entry& entry, const std::vector<messages::Argument>& arguments,
                            const std::vector<std::string>& near) {
    using messages::Message;
    return plain_diagnostic(
        std::string(entry.code), Message(entry.message, arguments),
        near.empty() ? Message(entry.help, arguments) : Message(messages::catalogue::did_you_mean, {near.front()}));
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::string render(const std::vector<Diagnostic>& diagnostics, std::optional<Language> language) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        text += diagnostic.shown(language);
        if (text.empty() || text.back() != '\n') text += '\n';
    }
    return text;
}

std::string diagnostics_to_json(const std::vector<Diagnostic>& diagnostics, std::optional<Language> language) {
    return report::json_of(diagnostics, language);
}

}  // namespace brecha
