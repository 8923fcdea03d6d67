// Texts: in which languages they are given, and the expressions inside those of gaps and remedies.
#include "model/checking/checker.hpp"

#include <brecha/grammar/parse.hpp>

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::ExpressionKind;

void Checker::cover(const std::string& unit, const syntax::Texts& title) {
    covered_unit_ = unit;
    title_languages_.clear();
    for (const syntax::Text& text : title)
        if (!text.language.empty()) title_languages_.push_back(text.language);
}

void Checker::note_languages(const syntax::Texts& source, std::uint16_t file, const What& what) {
    if (source.empty() || what.sentence == nullptr || covered_unit_.empty() || title_languages_.size() < 2) return;
    for (const std::string& language : title_languages_) {
        const bool given = std::any_of(source.begin(), source.end(), [&](const syntax::Text& text) {
            return text.language == language || (text.language.empty() && language == title_languages_.front());
        });
        if (!given)
            lacking_[{covered_unit_, language}].push_back(
                {messages::Message(*what.sentence, {what.of}), {file, source.front().span}});
    }
}

Texts Checker::texts(const syntax::Texts& source, std::uint16_t file, const What& what, bool covered) {
    if (covered) note_languages(source, file, what);
    Texts result;
    result.reserve(source.size());
    std::set<std::string> seen;
    for (const syntax::Text& text : source) {
        if (!text.language.empty() && source.size() > 1 && !seen.insert(text.language).second)
            report_.error(catalogue::text_twice, {file, text.span}, {text.language});
        std::string language = text.language;
        if (language.empty()) language = title_languages_.empty() ? files_[file]->language : title_languages_.front();
        result.push_back({std::move(language), text.text});
    }
    return result;
}

/// A label counts wherever its word stands. It may be written again, with the same words.
void Checker::add_label(std::vector<Label>& labels, const syntax::LabelledWord& word, const What& what) {
    if (word.labels.empty()) return;
    const Texts given = texts(word.labels, file_, what);
    const auto known =
        std::find_if(labels.begin(), labels.end(), [&](const Label& label) { return label.word == word.word.text; });
    if (known == labels.end()) {
        labels.push_back({word.word.text, given});
        return;
    }
    for (std::size_t index = 0; index < given.size(); ++index) {
        const auto same_language = [&](const Text& text) { return text.language == given[index].language; };
        const auto other = std::find_if(known->texts.begin(), known->texts.end(), same_language);
        if (other == known->texts.end()) known->texts.push_back(given[index]);
        else if (other->text != given[index].text)
            report_.error(catalogue::two_labels, place(word.labels[index].span),
                          {word.word.text, other->text, given[index].text});
    }
}

Templates Checker::templates(const syntax::Texts& source, std::uint16_t file, const What& what, Scope& scope) {
    note_languages(source, file, what);
    Templates result;
    for (const syntax::Text& text : source) result.push_back(template_of(text, scope));
    return result;
}

Template Checker::template_of(const syntax::Text& source, Scope& scope) {
    Template result;
    result.language = !source.language.empty()   ? source.language
                      : title_languages_.empty() ? files_[file_]->language
                                                 : title_languages_.front();
    if (source.text.find_first_of("{}") == std::string::npos) {
        result.pieces.push_back({source.text, std::nullopt, false, false});
        return result;
    }
    grammar::ParsedTemplate parsed = grammar::parse_template(source, *files_[file_]);
    for (grammar::Diagnostic& diagnostic : parsed.diagnostics)
        report_.error(diagnostic.code, place(diagnostic.span), std::move(diagnostic.message),
                      std::move(diagnostic.help), std::move(diagnostic.expected));
    for (const grammar::TemplatePiece& piece : parsed.pieces) {
        Piece one;
        if (!piece.expression) {
            one.text = piece.text;
            result.pieces.push_back(std::move(one));
            continue;
        }
        const syntax::Expression& expression_source = *piece.expression;
        if (expression_source.kind == ExpressionKind::name && expression_source.text == "missing" &&
            variable_named("missing", scope) < 0)
            one.failing = true;
        else if (expression_source.kind == ExpressionKind::name && expression_source.text == "open" &&
                 variable_named("open", scope) < 0)
            one.open = true;
        else {
            Expression value = expression(expression_source, scope);
            if (value.operation == Operation::nothing) continue;
            if (value.type.kind == TypeKind::item) {
                const Entity& entity = ruleset_.vocabulary.entities[static_cast<std::size_t>(value.type.of)];
                std::string field = entity.key.empty() ? std::string("name") : entity.fields[entity.key.front()].name;
                if (entity.field_of("name") >= 0) field = "name";
                report_.error(catalogue::item_in_text, place(expression_source),
                              {describe(value.type), code(expression_source, "." + field)});
                continue;
            }
            one.value = std::move(value);
        }
        result.pieces.push_back(std::move(one));
    }
    return result;
}

void Checker::cover_vocabularies() {
    for (const Found<syntax::Vocabulary>& vocabulary : merged_) {
        syntax::Texts none;
        const syntax::Texts* title = &none;
        for (const syntax::VocabularyItem& item : vocabulary.node->items)
            if (const auto* line = std::get_if<syntax::TitleLine>(&item)) title = &line->texts;
        cover(vocabulary.node->name.text, *title);
        const auto values = [&](const syntax::EnumValues& all) {
            for (const syntax::EnumValue& value : all.values)
                note_languages(value.labels, vocabulary.file, What{&catalogue::label_of, value.word.text});
        };
        const auto fields = [&](const std::string& entity, const std::vector<syntax::Field>& all) {
            for (const syntax::Field& field : all) {
                note_languages(field.labels, vocabulary.file,
                               What{&catalogue::label_of, entity + "." + field.word.text});
                note_languages(field.ask, vocabulary.file,
                               What{&catalogue::question_of, entity + "." + field.word.text});
                const syntax::Type* type = &field.type;
                while (type->element) type = type->element.get();
                values(type->values);
            }
        };
        for (const syntax::VocabularyItem& item : vocabulary.node->items) {
            if (const auto* unit = std::get_if<syntax::UnitDeclaration>(&item))
                note_languages(unit->labels, vocabulary.file, What{&catalogue::label_of, unit->name.text});
            else if (const auto* enumeration = std::get_if<syntax::EnumDeclaration>(&item)) values(enumeration->values);
            else if (const auto* entity = std::get_if<syntax::EntityDeclaration>(&item)) {
                note_languages(entity->labels, vocabulary.file, What{&catalogue::label_of, entity->name.text});
                fields(entity->name.text, entity->fields);
            } else if (const auto* extended = std::get_if<syntax::ExtendDeclaration>(&item)) {
                values(extended->values);
                fields(extended->name.text, extended->fields);
            }
        }
    }
    covered_unit_.clear();
    title_languages_.clear();
}

void Checker::report_languages() {
    for (auto& [key, texts_lacking] : lacking_) {
        const auto& [unit, language] = key;
        std::stable_sort(texts_lacking.begin(), texts_lacking.end(), [](const Lacking& left, const Lacking& right) {
            return std::pair(left.place.file, left.place.span.begin) <
                   std::pair(right.place.file, right.place.span.begin);
        });
        // A line that several requirements inherit is one text.
        texts_lacking.erase(std::unique(texts_lacking.begin(), texts_lacking.end(),
                                        [](const Lacking& left, const Lacking& right) {
                                            return left.place.file == right.place.file &&
                                                   left.place.span.begin == right.place.span.begin;
                                        }),
                            texts_lacking.end());
        messages::Message places;
        constexpr std::size_t most = 3;
        for (std::size_t i = 0; i < texts_lacking.size() && i < most; ++i) {
            const Place& where = texts_lacking[i].place;
            if (i > 0) places += messages::Message::same("; ");
            places += messages::Message(
                catalogue::at_line,
                {texts_lacking[i].what, grammar::position_of(files_[where.file]->text, where.span.begin).line});
        }
        if (texts_lacking.size() > most) places += messages::Message::same("; …");
        report_.warning(catalogue::texts_lacking, texts_lacking.front().place,
                        {texts_lacking.size(), language_name(language), language, unit, places});
    }
}

}  // namespace brecha::model
