// Text -> syntax tree.
#pragma once

#include <brecha/grammar/diagnostic.hpp>
#include <brecha/grammar/syntax_tree.hpp>

#include "limits/watch.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// What a stranger's text may cost. Each is reached by a test and answered with a diagnostic.
inline constexpr std::size_t greatest_file_size = limits::Sizes().rules_size;  // bytes; a host may allow more or less
/// Open brackets and nested operators; a host may allow less.
inline constexpr std::size_t greatest_nesting = limits::greatest_sizes.rules_nesting;
inline constexpr std::size_t greatest_operand_count = 10'000;  // of one and, or, sum, set …
inline constexpr std::size_t greatest_diagnostic_count = 200;  // of one file; a last one says how many more

struct Parsed {
    syntax::File file;                    // everything that could be read, also beside errors
    std::vector<Diagnostic> diagnostics;  // in order of place; no error means the whole file was read
};

/// Reads one file. Never throws for bad text; an error in one item does not hide the next.
/// Linear in the text's size.
Parsed parse(std::string name, std::string text);

/// Can a requirement be called so? "TS-03", "PF-16.3.1", "105.225(b)(7)"
bool is_id(std::string_view text);

/// A piece of a gap or remedy text: words, or an expression that stood in braces.
struct TemplatePiece {
    std::string text;                              // words; "{{" and "}}" are written for one brace
    std::optional<syntax::Expression> expression;  // `{missing}` and `{open}` are names of these words, in any language
    Span span;  // of the expression, or of the whole text where its place cannot be told
};

struct ParsedTemplate {
    std::vector<TemplatePiece> pieces;  // never two texts in a row
    std::vector<Diagnostic> diagnostics;
};

/// Takes a text of `file` apart. Formatting into another keyword language leaves texts as they are, so what stands in
/// braces may be written in any of the four: the file's own is tried first.
ParsedTemplate parse_template(const syntax::Text& text, const syntax::File& file);

}  // namespace brecha::grammar
