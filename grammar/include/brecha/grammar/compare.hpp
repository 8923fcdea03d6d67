// Do two syntax trees say the same, word for word?
//
// Not compared: where a node was read from, comments, the keyword language, brackets that only group, and whether a
// text was written over several lines. What parse(print(file)) has to leave as it was, and what a formatter's test
// asks.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include <string>

namespace brecha::grammar {

bool same_tree(const syntax::File& one, const syntax::File& other);
bool same_tree(const syntax::Unit& one, const syntax::Unit& other);
bool same_tree(const syntax::Expression& one, const syntax::Expression& other);

}  // namespace brecha::grammar
