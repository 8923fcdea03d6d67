// What is wrong with a text that is no plan: P601, with its place and what was expected there.
#pragma once

#include <brecha/grammar/diagnostic.hpp>

#include "messages/message.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::reading {

/// `read_to`: how far the parser came; `event`: the end of the last thing it understood; `what`: the parser's own
/// words.
grammar::Diagnostic broken_json(const std::string& name, std::string_view text, std::size_t read_to, std::size_t event,
                                std::string_view what);

/// Other reasons to refuse a text as a whole.
grammar::Diagnostic refused(const std::string& name, std::size_t offset, const messages::Entry& entry,
                            std::vector<messages::Argument> arguments = {}, messages::Message help = {});

}  // namespace brecha::reading
