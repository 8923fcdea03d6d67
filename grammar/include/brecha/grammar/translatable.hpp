// Every text of a vocabulary or ruleset that a translation can give, and how the translation names it.
#pragma once

#include <brecha/grammar/syntax_tree.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// What a text is of: the owner, and the line in it.
struct TextKey {
    syntax::TextOwner owner = syntax::TextOwner::whole;
    std::string owner_name;  // of the requirement, entity …
    syntax::TextKind kind = syntax::TextKind::title;
    std::string word;    // as in TranslatedText
    std::string clause;  // likewise
    std::size_t number = 1;
    std::strong_ordering operator<=>(const TextKey&) const = default;
    bool operator==(const TextKey&) const = default;
};

/// For tables of keys.
struct HashOfKey {
    std::size_t operator()(const TextKey& key) const;
};

/// `block` is null for a line of the translation itself.
TextKey key_of(const syntax::TranslatedBlock* block, const syntax::TranslatedText& text);

/// "requirement PF-4.3.1", "gap .2": as a translation with keywords of this language writes them. The first is empty
/// for what is of the whole.
std::string owner_written(const TextKey& key, std::string_view language);
std::string line_written(const TextKey& key, std::string_view language);

struct TranslatableText {
    TextKey key;
    std::vector<const syntax::Texts*> texts;  // where it may be written: once, themes and training modules often
    syntax::Span span;                        // of the line, field or value
};

/// In the order written. Also what carries no text yet and could: a field without a label.
std::vector<TranslatableText> translatable_texts(const syntax::Vocabulary& vocabulary);
std::vector<TranslatableText> translatable_texts(const syntax::Ruleset& ruleset);

}  // namespace brecha::grammar
