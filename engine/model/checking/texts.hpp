// Texts of the ruleset, and in which languages of its title they are given.
#pragma once

#include "model/checking/file_context.hpp"
#include "model/checking/translations.hpp"
#include "model/ruleset.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::model {

/// A text that lacks a language which its unit's title has.
struct LackingText {
    messages::Message what;  // "the title of PF-1"
    Location where;
};
/// By vocabulary or ruleset, and language.
using LackingTexts = std::map<std::pair<std::string, std::string>, std::vector<LackingText>>;

/// Says which text is meant, for the message about languages that lack.
struct TextName {
    const messages::Sentence* sentence = nullptr;  // "the title of {}"; null: nobody asks this text for languages
    std::string of;
};

/// Does it look as if something should be filled in?
bool has_braces(std::string_view text);

class TextReader {
public:
    TextReader(const Translations& translations, Diagnostics& diagnostics)
        : translations_(translations), diagnostics_(diagnostics) {}

    /// From here on texts are held against the languages of this title, of the vocabulary or ruleset `unit`.
    void cover(const std::string& unit, const syntax::Texts& title, const FileContext& file);
    /// The same for one that was covered before; of any other, nothing changes. Gives the one until now.
    std::string cover_again(const std::string& unit);
    /// From here on against none.
    void cover_nothing();

    Texts read(const syntax::Texts& source, const FileContext& file, const TextName& name = {});
    /// Notes which languages `source` lacks; read() does so by itself.
    void note_languages(const syntax::Texts& source, const FileContext& file, const TextName& name);
    /// Of a text that may say none: that of the title, else the file's.
    const std::string& language_of(const syntax::Text& text, const FileContext& file) const;
    /// Those of a node and of its translations.
    std::vector<PlacedText> all(const syntax::Texts& source, const FileContext& file) const;
    template <typename Look>
    void for_each(const syntax::Texts& source, const FileContext& file, const Look& look) const {
        translations_.for_each(source, file, unsaid_language(file), look);
    }
    /// Adds the label of a theme or module. It counts wherever its word stands, and may be written again with the same
    /// words.
    void add_label(std::vector<Label>& labels, const syntax::LabelledWord& word, const FileContext& file);

    const LackingTexts& lacking() const { return lacking_; }

    /// For as long as it lives, texts are those of `unit`.
    class Within {
    public:
        Within(TextReader& texts, const std::string& unit) : texts_(texts), before_(texts.cover_again(unit)) {}
        ~Within() { texts_.cover_again(before_); }
        Within(const Within&) = delete;
        Within& operator=(const Within&) = delete;

    private:
        TextReader& texts_;
        const std::string before_;
    };

private:
    /// Of texts that say none.
    const std::string& unsaid_language(const FileContext& file) const {
        return title_languages_.empty() ? file.language() : title_languages_.front();
    }

    const Translations& translations_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::vector<std::string>> covered_;  // by unit, the languages of its title
    std::string unit_;  // whose title says which languages its texts are given in; empty: nobody's
    std::vector<std::string> title_languages_;
    LackingTexts lacking_;
};

}  // namespace brecha::model
