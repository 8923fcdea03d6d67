#include "model/checking/translations.hpp"

#include "model/checking/assembly.hpp"
#include "model/checking/families.hpp"
#include "model/checking/words.hpp"
#include "words/language.hpp"

#include <brecha/grammar/translatable.hpp>

#include "messages/catalogue/checking_translations.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>

namespace brecha::model {

namespace {

/// English, Spanish, Portuguese, French, then any other.
auto order_of(std::string_view language) {
    const auto known = std::find(words::language_tags.begin(), words::language_tags.end(), language);
    return std::tuple(known - words::language_tags.begin(), language);
}

template <typename List, typename LanguageOf>
void sort_behind_first(List& list, const LanguageOf& language_of) {
    if (list.size() < 3) return;
    std::stable_sort(list.begin() + 1, list.end(), [&](const auto& left, const auto& right) {
        return order_of(language_of(left)) < order_of(language_of(right));
    });
}

bool is_language_tag(std::string_view text) {
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return text.size() == 2 && is_lower(text[0]) && is_lower(text[1]);
}

/// A vocabulary or ruleset that translations name: its texts by what they are of.
struct Translated {
    std::unordered_map<grammar::TextKey, const grammar::TranslatableText*, grammar::HashOfKey> by_key;
    std::set<std::pair<syntax::TextOwner, std::string>> owners;
    std::vector<grammar::TranslatableText> texts;
    FileContext file;
    std::string language;  // of its texts that say none
};

template <typename Node>
Translated translated(const Found<Node>& unit) {
    Translated result{{}, {}, grammar::translatable_texts(*unit.node), unit.file, unit.file.language()};
    const grammar::TextKey* last = nullptr;  // texts of one owner mostly stand together
    for (const grammar::TranslatableText& text : result.texts) {
        result.by_key.emplace(text.key, &text);
        if (last == nullptr || text.key.owner != last->owner || text.key.owner_name != last->owner_name)
            result.owners.emplace(text.key.owner, text.key.owner_name);
        last = &text.key;
        if (text.key.owner == syntax::TextOwner::whole && text.key.kind == syntax::TextKind::title)
            for (const syntax::Texts* texts : text.texts)
                if (!texts->empty() && !texts->front().language.empty()) result.language = texts->front().language;
    }
    return result;
}

class TranslationReader {
public:
    TranslationReader(const Assembly& assembly, Diagnostics& diagnostics)
        : assembly_(assembly), diagnostics_(diagnostics) {}

    Translations read() {
        for (const Found<syntax::Translation>& one : assembly_.translations) read(one);
        return std::move(translations_);
    }

    /// Those of a layer, of which `written_out` stands in the place.
    void read_again(const Found<syntax::Ruleset>& written_out, Translations& translations) {
        translations_ = std::move(translations);
        const Translated whole = translated(written_out);
        for (const Found<syntax::Translation>& one : assembly_.translations)
            if (one.node->of.text == written_out.node->name.text && is_language_tag(one.node->language.text)) {
                silent_ = assembly_.vocabularies.contains(one.node->of.text);
                read(one, {&whole});
            }
        translations = std::move(translations_);
    }

private:
    void read(const Found<syntax::Translation>& translation) {
        const syntax::Translation& node = *translation.node;
        if (!is_language_tag(node.language.text)) {
            diagnostics_.error(catalogue::no_language_tag, translation.file.at(node.language), {node.language.text});
            return;
        }
        std::vector<const Translated*> units;
        if (const auto found = assembly_.vocabularies.find(node.of.text); found != assembly_.vocabularies.end())
            units.push_back(&unit(found->second));
        if (const auto found = assembly_.rulesets.find(node.of.text); found != assembly_.rulesets.end())
            units.push_back(&unit(found->second));
        if (units.empty()) {
            std::vector<std::string> names = names_in(assembly_.rulesets);
            for (std::string& name : names_in(assembly_.vocabularies)) names.push_back(std::move(name));
            diagnostics_.error(catalogue::translation_of_nothing, translation.file.at(node.of), {node.of.text},
                               did_you_mean(node.of.text, names, 1));
            return;
        }
        const auto ruleset = assembly_.rulesets.find(node.of.text);
        // What is of a requirement of a family is known when the family is written out.
        silent_ = ruleset != assembly_.rulesets.end() && has_families(*ruleset->second.node) &&
                  std::any_of(assembly_.layers.begin(), assembly_.layers.end(),
                              [&](const auto& layer) { return layer.node == ruleset->second.node; });
        read(translation, units);
    }

    void read(const Found<syntax::Translation>& translation, const std::vector<const Translated*>& units) {
        const syntax::Translation& node = *translation.node;
        for (const syntax::TranslationItem& item : node.items) {
            if (const auto* text = std::get_if<syntax::TranslatedText>(&item))
                place(translation, units, nullptr, *text);
            else if (const auto* block = std::get_if<syntax::TranslatedBlock>(&item)) {
                if (!has_owner(translation, units, *block)) continue;
                for (const syntax::TranslatedText& inner : block->texts) place(translation, units, block, inner);
            }
        }
    }

    template <typename Node>
    const Translated& unit(const Found<Node>& found) {
        const auto known = units_.find(found.node);
        return known != units_.end()
                   ? *known->second
                   : *units_.emplace(found.node, std::make_unique<Translated>(translated(found))).first->second;
    }

    bool has_owner(const Found<syntax::Translation>& translation, const std::vector<const Translated*>& units,
                   const syntax::TranslatedBlock& block) {
        const grammar::TextKey owner = owner_of(block);
        for (const Translated* one : units)
            if (one->owners.contains({owner.owner, owner.owner_name})) return true;
        if (silent_) return false;
        diagnostics_.error(catalogue::nothing_to_translate, translation.file.at(block.name),
                           {translation.node->of.text, written(owner, true)}, [&] {
                               std::set<std::string> names;
                               for (const Translated* one : units)
                                   for (const grammar::TranslatableText& text : one->texts)
                                       if (text.key.owner == owner.owner) names.insert(text.key.owner_name);
                               return did_you_mean(block.name.text, {names.begin(), names.end()}, 1);
                           });
        return false;
    }

    /// The least of the keys of its owner.
    static grammar::TextKey owner_of(const syntax::TranslatedBlock& block) {
        return grammar::key_of(&block, syntax::TranslatedText{});
    }
    /// In the reader's keywords.
    static messages::Message written(const grammar::TextKey& key, bool owner) {
        messages::Labels texts;
        for (std::size_t index = 0; index < texts.size(); ++index)
            texts[index] = owner ? grammar::owner_written(key, words::language_tags[index])
                                 : grammar::line_written(key, words::language_tags[index]);
        if (texts.front().empty()) return {catalogue::own_label};
        return {catalogue::in_backticks, {messages::Message::labels(std::move(texts))}};
    }

    void place(const Found<syntax::Translation>& translation, const std::vector<const Translated*>& units,
               const syntax::TranslatedBlock* block, const syntax::TranslatedText& text) {
        const grammar::TextKey key = grammar::key_of(block, text);
        bool placed = false;
        for (const Translated* one : units)
            if (const auto found = one->by_key.find(key); found != one->by_key.end()) {
                placed = true;
                place(translation, *one, *found->second, text);
            }
        if (placed || silent_) return;
        const auto near = [&] {
            std::vector<std::string> alike;
            for (const Translated* one : units)
                for (const grammar::TranslatableText& other : one->texts) {
                    if (other.key.owner != key.owner || other.key.owner_name != key.owner_name) continue;
                    if (other.key.kind == key.kind && !other.key.word.empty()) alike.push_back(other.key.word);
                }
            return did_you_mean(text.word.text, alike, 1);
        };
        const Location where = translation.file.at(text.word.empty() ? text.span : text.word.span);
        const messages::Message of =
            block != nullptr ? written(key, true) : messages::Message::same(translation.node->of.text);
        diagnostics_.error(catalogue::nothing_to_translate, where, {of, written(key, false)}, near);
    }

    void place(const Found<syntax::Translation>& translation, const Translated& unit,
               const grammar::TranslatableText& text, const syntax::TranslatedText& source) {
        const std::string& language = translation.node->language.text;
        // The node that has texts already, of those that share one.
        const auto written = std::find_if(text.texts.begin(), text.texts.end(),
                                          [](const syntax::Texts* texts) { return !texts->empty(); });
        const syntax::Texts& node = written != text.texts.end() ? **written : *text.texts.front();
        for (const syntax::Texts* texts : text.texts)
            for (const PlacedText& other : translations_.all(*texts, unit.file, unit.language))
                if (other.language == language) {
                    if (silent_) return;
                    diagnostics_.error(
                        catalogue::translated_twice, translation.file.at(source.text.span),
                        {language_name(language), diagnostics_.line_of(other.file.at(other.text->span))});
                    return;
                }
        translations_.add(node, {language, &source.text, translation.file});
    }

    const Assembly& assembly_;
    Diagnostics& diagnostics_;
    Translations translations_;
    bool silent_ = false;  // what is wrong is told when the same translation is read again
    std::unordered_map<const void*, std::unique_ptr<Translated>> units_;
};

}  // namespace

std::vector<PlacedText> Translations::all(const syntax::Texts& node, const FileContext& file,
                                          std::string_view language) const {
    std::vector<PlacedText> result;
    result.reserve(node.size());
    for (const syntax::Text& text : node) result.push_back(placed(text, file, language));
    if (const auto found = of_node_.find(&node); found != of_node_.end())
        result.insert(result.end(), found->second.begin(), found->second.end());
    sort_behind_first(result, [](const PlacedText& text) -> std::string_view { return text.language; });
    return result;
}

const syntax::Texts& Translations::merged(const syntax::Texts& node, syntax::Texts& made) const {
    if (is_in_order(node)) return node;
    made = node;
    if (const auto found = of_node_.find(&node); found != of_node_.end())
        for (const PlacedText& text : found->second) {
            made.push_back(*text.text);
            made.back().language = text.language;
        }
    sort_behind_first(made, [](const syntax::Text& text) -> std::string_view { return text.language; });
    return made;
}

Translations read_translations(const Assembly& assembly, Diagnostics& diagnostics) {
    return TranslationReader(assembly, diagnostics).read();
}

void read_translations_again(const Assembly& assembly, const Found<syntax::Ruleset>& written_out,
                             Translations& translations, Diagnostics& diagnostics) {
    TranslationReader(assembly, diagnostics).read_again(written_out, translations);
}

}  // namespace brecha::model
