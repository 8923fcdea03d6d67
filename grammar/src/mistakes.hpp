// What authors write where the language has another spelling: plain English (Spanish, Portuguese, French), other
// computer languages, word processors. Each is told once, with the line as it would be read.
#pragma once

#include "failure.hpp"

#include <optional>

namespace brecha::grammar {

/// The mistake that explains why the items could not be read beyond `session.farthest`; none if it is none of these.
std::optional<Diagnostic> mistake_at(const Session& session, const Failure& failure);

/// A replacement of text[begin, end).
struct Edit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

/// text[begin, end) with the edits, which are in order and do not overlap, on one line and without comments.
std::string rewritten(std::string_view text, std::uint32_t begin, std::uint32_t end, const std::vector<Edit>& edits);

/// Month of a word in any of the four languages ("july", "jul", "julio"), 0 if it is none.
int month_named(std::string_view word);

}  // namespace brecha::grammar
