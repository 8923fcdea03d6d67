// Syntax tree -> canonical text, in any of the keyword languages. Comments are kept.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace brecha::grammar {

struct PrintOptions {
    std::string_view language = {};  // keyword language; empty: the file's own
    bool comments = true;            // false: the text that a ruleset's hash is taken over
};

/// parse(print(file)) gives the same tree, in every language; print(parse(print(file))) gives the same text.
std::string print(const syntax::File& file, const PrintOptions& options = {});

/// What is to stand in place of a node's texts, with those of translations for one: the node itself, or `made`, which
/// is then filled.
using TextsOf = std::function<const syntax::Texts&(const syntax::Texts& node, syntax::Texts& made)>;

/// One unit without comments, in English: what a hash is taken over.
std::string print(const syntax::Unit& unit, const TextsOf& texts_of = {});

/// One expression on one line, as explanations quote it. `language`: of its keywords.
std::string print(const syntax::Expression& expression, std::string_view language);

}  // namespace brecha::grammar
