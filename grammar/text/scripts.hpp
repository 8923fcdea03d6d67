// Letters that look alike: a Cyrillic "а" in a Latin word makes another name, and nobody sees it.
#pragma once

#include <string_view>

namespace brecha::text {

/// The first Greek or Cyrillic letter of a word that has letters of another of the scripts Latin, Greek and Cyrillic;
/// empty where there is none. `word` is valid UTF-8.
std::string_view letter_of_other_script(std::string_view word);

}  // namespace brecha::text
