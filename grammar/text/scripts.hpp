// Letters that look alike: a Cyrillic "а" in a Latin word makes another name, and nobody sees it.
#pragma once

#include <string_view>

namespace brecha::text {

/// The first Greek or Cyrillic letter of a word that has letters of another of the scripts Latin, Greek and Cyrillic;
/// empty where there is none. `word` is valid UTF-8.
std::string_view letter_of_other_script(std::string_view word);

/// False where `text` surely has no Greek and no Cyrillic letter: quick, for whole files.
bool may_mix_scripts(std::string_view text);

}  // namespace brecha::text
