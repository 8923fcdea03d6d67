// Diagnostics of the grammar and the engine -> those of the public header, drawn and with line and column.
#pragma once

#include <brecha/brecha.hpp>
#include <brecha/grammar/diagnostic.hpp>

#include "messages/message.hpp"
#include "model/ruleset.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace brecha {

/// `text`: what the span points into.
Diagnostic public_diagnostic(const grammar::Diagnostic& diagnostic, std::string_view text);

/// One that speaks of a text that nobody has at hand.
Diagnostic public_diagnostic_at(const grammar::Diagnostic& diagnostic, grammar::Position at);

/// Each with the text of the file it names; no text for files that are not among them.
std::vector<Diagnostic> public_diagnostics(const std::vector<grammar::Diagnostic>& diagnostics,
                                           const std::vector<model::SourceFile>& files);

/// One that speaks of no text.
Diagnostic plain_diagnostic(std::string code, const messages::Message& message, const messages::Message& help);
/// One that speaks of no text, from the catalogue. `near`: what may have been meant; the help then asks for it.
Diagnostic plain_diagnostic(const messages::Entry& entry, const std::vector<messages::Argument>& arguments = {},
                            const std::vector<std::string>& near = {});

bool has_errors(const std::vector<Diagnostic>& diagnostics);

}  // namespace brecha
