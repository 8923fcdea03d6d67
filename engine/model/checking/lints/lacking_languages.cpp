// Texts that lack a language which the title of their vocabulary or ruleset has.
#include "model/checking/lints/lints.hpp"

#include "model/checking/words.hpp"

#include "messages/catalogue/checking_texts.hpp"

#include <algorithm>

namespace brecha::model {

void note_languages_of(const std::vector<Found<syntax::Vocabulary>>& vocabularies, TextReader& texts) {
    for (const auto& [node, file] : vocabularies) {
        syntax::Texts none;
        const syntax::Texts* title = &none;
        for (const syntax::VocabularyItem& item : node->items)
            if (const auto* line = std::get_if<syntax::TitleLine>(&item)) title = &line->texts;
        texts.cover(node->name.text, *title, file);
        const auto note = [&, &file = file](const syntax::Texts& source, const messages::Sentence& sentence,
                                            const std::string& of) {
            texts.note_languages(source, file, {&sentence, of});
        };
        const auto values = [&](const syntax::EnumValues& all) {
            for (const syntax::EnumValue& value : all.values) {
                note(value.labels, catalogue::label_of, value.word.text);
                note(value.listed, catalogue::listed_of, value.word.text);
            }
        };
        const auto fields = [&](const std::string& entity, const std::vector<syntax::Field>& all) {
            for (const syntax::Field& field : all) {
                note(field.labels, catalogue::label_of, entity + "." + field.word.text);
                note(field.ask, catalogue::question_of, entity + "." + field.word.text);
                const syntax::Type* type = &field.type;
                while (type->element) type = type->element.get();
                values(type->values);
            }
        };
        for (const syntax::VocabularyItem& item : node->items) {
            if (const auto* unit = std::get_if<syntax::UnitDeclaration>(&item))
                note(unit->labels, catalogue::label_of, unit->name.text);
            else if (const auto* enumeration = std::get_if<syntax::EnumDeclaration>(&item)) values(enumeration->values);
            else if (const auto* entity = std::get_if<syntax::EntityDeclaration>(&item)) {
                note(entity->labels, catalogue::label_of, entity->name.text);
                fields(entity->name.text, entity->fields);
            } else if (const auto* extended = std::get_if<syntax::ExtendDeclaration>(&item)) {
                values(extended->values);
                fields(extended->name.text, extended->fields);
            }
        }
    }
    texts.cover_nothing();
}

void warn_of_lacking_languages(const LackingTexts& lacking, Diagnostics& diagnostics) {
    for (const auto& [key, of_all] : lacking) {
        const auto& [unit, language] = key;
        const auto begin = [](const LackingText& text) { return std::pair(text.where.file, text.where.span.begin); };
        std::vector<LackingText> texts = of_all;
        std::stable_sort(texts.begin(), texts.end(),
                         [&](const LackingText& left, const LackingText& right) { return begin(left) < begin(right); });
        // A line that several requirements inherit is one text.
        texts.erase(
            std::unique(texts.begin(), texts.end(),
                        [&](const LackingText& left, const LackingText& right) { return begin(left) == begin(right); }),
            texts.end());
        messages::Message places;
        constexpr std::size_t most = 3;
        for (std::size_t i = 0; i < texts.size() && i < most; ++i) {
            if (i > 0) places += messages::Message::same("; ");
            places += messages::Message(catalogue::at_line, {texts[i].what, diagnostics.line_number(texts[i].where)});
        }
        if (texts.size() > most) places += messages::Message::same("; …");
        diagnostics.warning(catalogue::texts_lacking, texts.front().where,
                            {texts.size(), language_name(language), language, unit, places});
    }
}

}  // namespace brecha::model
