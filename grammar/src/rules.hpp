// Reading one item of a file: a line, a clause, a field, or the head of a block up to its "{".
//
// Each read() tries its rule on text[at, end). Where the rule fits it fills `result`, moves `at` behind what it read
// and returns true; else `at` is unchanged and `result` may hold anything. What stands in a block is the caller's
// business.
#pragma once

#include "item_words.hpp"
#include "session.hpp"

#include <brecha/grammar/syntax_tree.hpp>

#include <cstdint>

namespace brecha::grammar {

bool read_language_line(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Word& result);

bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Unit& result);            // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::VocabularyItem& result);  // all but entities
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::EntityDeclaration& result);  // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end,
          syntax::ExtendDeclaration& result);  // head, or whole where it extends an enumeration
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Field& result);
bool read(Session& session, std::uint32_t& at, std::uint32_t end,
          syntax::RulesetItem& result);  // all but groups, families, requirements and replace
bool read(Session& session, std::uint32_t& at, std::uint32_t end,
          syntax::GroupItem& result);  // all but families and requirements
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Group& result);         // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Family& result);        // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Member& result);        // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Requirement& result);   // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::ReplaceBlock& result);  // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Why& result);
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Clause& result);
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Case& result);  // head
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::CaseItem& result);
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::TranslatedBlock& result);  // head
/// A line of a translation (`translation`), of a requirement or group in it (`translated_lines`), or of an entity,
/// enumeration or table (`translated_labels`). Its text may have a language; the caller refuses it.
bool read(Session& session, std::uint32_t& at, std::uint32_t end, Items items, syntax::TranslatedText& result);
bool read(Session& session, std::uint32_t& at, std::uint32_t end, syntax::Expression& result);

}  // namespace brecha::grammar
