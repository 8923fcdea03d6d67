// Syntax tree -> canonical text, in any of the keyword languages. Comments are kept.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include <string>
#include <string_view>

namespace brecha::grammar {

struct PrintOptions {
    std::string_view language = {};  // keyword language; empty: the file's own
    bool comments = true;            // false: the text that a ruleset's hash is taken over
};

/// parse(print(file)) gives the same tree, in every language; print(parse(print(file))) gives the same text.
std::string print(const syntax::File& file, const PrintOptions& options = {});

/// One vocabulary, ruleset or tests block without comments, in English: what a hash is taken over.
std::string print(const syntax::Unit& unit);

/// One expression on one line, as explanations quote it. `language`: of its keywords.
std::string print(const syntax::Expression& expression, std::string_view language);

}  // namespace brecha::grammar
