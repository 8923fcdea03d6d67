// How the core reads a file: rulesets and what they name. A ruleset may come from a stranger, so what it names is read
// only where it lies in the ruleset's own folder, links followed; devices, pipes and what is too large are not read at
// all.
#pragma once

#include "messages/message.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace brecha::model {

enum class FileTrouble : std::uint8_t { none, absent, no_file, outside, too_large, unreadable };

struct FileText {
    FileTrouble trouble = FileTrouble::absent;
    std::string text;  // empty where there is trouble
};

/// Reads a file of at most `greatest` bytes. `within`: the folder that it must lie in; empty: any. Never throws for
/// what it finds there.
FileText read_file(const std::filesystem::path& path, std::size_t greatest, const std::filesystem::path& within = {});

/// Why a file that is named `name` was not read, and the way out.
struct FileMessage {
    messages::Message message, help;
};
FileMessage message_of(FileTrouble trouble, std::string_view name);

}  // namespace brecha::model
