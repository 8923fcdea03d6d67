// Which known word a misspelled one may have meant: one answer for rules, plans and hosts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::text {

/// Up to `most` of `candidates` that `word` may have meant, nearest first: few letters left out, put in, changed or
/// swapped (Damerau-Levenshtein, ignoring case), or the beginning of a longer word. Words of more than 200 bytes mean
/// none. O(word × candidate) for each candidate.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates,
                                 std::size_t most = 3);

}  // namespace brecha::text
