// Text -> the form in which texts are compared: blanks at both ends cut, Unicode's NFC.
//
// In comes valid UTF-8 (anything else comes out unharmed, if not in normal form), out goes the text, unchanged and
// uncopied where it already is in that form. Knows nothing of plans.
#pragma once

#include <string>
#include <string_view>

namespace brecha::text {

/// `scratch` holds the result where it differs from a part of `text`.
std::string_view normal_form(std::string_view text, std::string& scratch);

/// NFC alone, blanks and all: for names, whose blanks are somebody's mistake.
std::string_view composed_form(std::string_view text, std::string& scratch);
std::string composed_form(std::string_view text);

/// Without blanks (Unicode's White_Space) at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace brecha::text
