#include "api/diagnostics.hpp"

#include <algorithm>

namespace brecha {

namespace {

Severity public_severity(grammar::Severity severity) {
    switch (severity) {
        case grammar::Severity::error: return Severity::error;
        case grammar::Severity::warning: return Severity::warning;
        case grammar::Severity::note: return Severity::note;
    }
    return Severity::error;
}

/// One that speaks of no text has no line to show.
std::string without_place(const grammar::Diagnostic& diagnostic, std::string_view language) {
    std::string text = diagnostic.code + "  " + diagnostic.message.in(language) + "\n";
    if (!diagnostic.help.empty()) text += (language == "es" ? "  ayuda: " : "  help: ") + diagnostic.help.in(language) + "\n";
    return text;
}

}  // namespace

Diagnostic public_diagnostic(const grammar::Diagnostic& diagnostic, std::string_view text) {
    Diagnostic shown;
    shown.code = diagnostic.code;
    shown.severity = public_severity(diagnostic.severity);
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
    shown.message_english = diagnostic.message.english;
    shown.message_spanish = diagnostic.message.in("es");
    shown.help_english = diagnostic.help.english;
    shown.help_spanish = diagnostic.help.in("es");
    shown.shown_english = diagnostic.file.empty() ? without_place(diagnostic, "en") : grammar::render(diagnostic, text, "en");
    shown.shown_spanish = diagnostic.file.empty() ? without_place(diagnostic, "es") : grammar::render(diagnostic, text, "es");
    return shown;
}

std::vector<Diagnostic> public_diagnostics(const std::vector<grammar::Diagnostic>& diagnostics, const std::vector<model::SourceFile>& files) {
    std::vector<Diagnostic> shown;
    shown.reserve(diagnostics.size());
    for (const grammar::Diagnostic& diagnostic : diagnostics) {
        const auto file = std::find_if(files.begin(), files.end(), [&](const model::SourceFile& one) { return one.name == diagnostic.file; });
        shown.push_back(public_diagnostic(diagnostic, file == files.end() ? std::string_view() : std::string_view(file->text)));
    }
    return shown;
}

Diagnostic plain_diagnostic(std::string code, const grammar::Localized& message, const grammar::Localized& help) {
    grammar::Diagnostic diagnostic;
    diagnostic.code = std::move(code);
    diagnostic.message = message;
    diagnostic.help = help;
    return public_diagnostic(diagnostic, {});
}

bool has_errors(const std::vector<Diagnostic>& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::string render(const std::vector<Diagnostic>& diagnostics, std::string_view language) {
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        const std::string_view reader = language.empty() ? std::string_view(diagnostic.language) : language;
        text += reader.substr(0, 2) == "es" ? diagnostic.shown_spanish : diagnostic.shown_english;
        if (text.empty() || text.back() != '\n') text += '\n';
    }
    return text;
}

}  // namespace brecha
