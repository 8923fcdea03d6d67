// Texts that stand apart from the rules: which text of a vocabulary or ruleset each of them is.
#pragma once

#include "model/checking/file_context.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace brecha::model {

struct Assembly;

/// A text, the language it is in, and the file it stands in: that of its node, or a translation.
struct PlacedText {
    std::string language;
    const syntax::Text* text = nullptr;
    FileContext file;
};

class Translations {
public:
    void add(const syntax::Texts& node, PlacedText text) { of_node_[&node].push_back(std::move(text)); }

    /// Those of a node: what is written there, of which a text without a language is in `language`, and what
    /// translations say. The first, which stands in for languages that lack, stays the first; the others are in order
    /// of their languages, wherever they are written.
    std::vector<PlacedText> all(const syntax::Texts& node, const FileContext& file, std::string_view language) const;
    /// Shows `look` each of them, without a list where there is nothing to put in order.
    template <typename Look>
    void for_each(const syntax::Texts& node, const FileContext& file, std::string_view language,
                  const Look& look) const {
        if (is_in_order(node)) {
            for (const syntax::Text& text : node) look(placed(text, file, language));
        } else {
            for (const PlacedText& text : all(node, file, language)) look(text);
        }
    }
    /// The same as the printer wants them; a text at its node keeps its own way of saying the language. The node's own,
    /// or `made`, which is then filled.
    const syntax::Texts& merged(const syntax::Texts& node, syntax::Texts& made) const;

private:
    static PlacedText placed(const syntax::Text& text, const FileContext& file, std::string_view language) {
        return {text.language.empty() ? std::string(language) : text.language, &text, file};
    }
    /// The first, and one behind it, and no translation.
    bool is_in_order(const syntax::Texts& node) const { return node.size() <= 2 && !of_node_.contains(&node); }

    std::unordered_map<const syntax::Texts*, std::vector<PlacedText>> of_node_;
};

/// Says of translations of what is not there, and of texts that stand twice in one language.
Translations read_translations(const Assembly& assembly, Diagnostics& diagnostics);

/// The same for a layer of the ruleset that is meant, once `written_out` stands for it, with a requirement for each row
/// in place of each family.
void read_translations_again(const Assembly& assembly, const Found<syntax::Ruleset>& written_out,
                             Translations& translations, Diagnostics& diagnostics);

}  // namespace brecha::model
