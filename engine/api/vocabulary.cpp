// What a vocabulary says can stand in a plan: for hosts that draw forms, and as a plan to fill in.
#include "api/read_fields.hpp"
#include "api/state.hpp"

#include "model/constants.hpp"
#include "report/words.hpp"

#include <brecha/grammar/own_stack.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace brecha {

namespace {

using Json = nlohmann::ordered_json;
using model::TypeKind;

std::string text_in(const model::Texts& texts, Language language) {
    return std::string(model::in_language(texts, language.tag()));
}

FieldType type_of(const model::Type& type, bool reference) {
    switch (type.kind) {
        case TypeKind::text:
        case TypeKind::nothing: return FieldType::text;
        case TypeKind::yes_no: return FieldType::yes_no;
        case TypeKind::number: return type.integer ? FieldType::integer : FieldType::number;
        case TypeKind::percent: return FieldType::percent;
        case TypeKind::date: return FieldType::date;
        case TypeKind::moment: return FieldType::moment;
        case TypeKind::duration: return FieldType::duration;
        case TypeKind::enumeration:
            return type.of == model::country_enumeration ? FieldType::country : FieldType::enumeration;
        case TypeKind::item: return reference ? FieldType::reference : FieldType::entity;
    }
    return FieldType::text;
}

/// A plan's fields with nothing in them, for what a list's elements would look like.
class Skeleton {
public:
    Skeleton(const model::Vocabulary& vocabulary, const ReadFields& read) : vocabulary_(vocabulary), read_(read) {}

    Json item(std::uint32_t entity) {
        Json json = Json::object();
        open_.push_back(entity);
        const model::Entity& declared = vocabulary_.entities[entity];
        for (std::uint32_t index = 0; index < declared.fields.size(); ++index) {
            if (read_.count({entity, index}) == 0) continue;
            json[declared.fields[index].name] = value(declared.fields[index]);
        }
        open_.pop_back();
        return json;
    }

    /// What could stand there, as text: "public | private"; an object for items.
    Json value(const model::Field& field) {
        Json element = "";
        if (field.type.kind == TypeKind::item && !field.reference) {
            const auto entity = static_cast<std::uint32_t>(field.type.of);
            // An entity in itself is not unfolded again.
            element = std::find(open_.begin(), open_.end(), entity) == open_.end() ? item(entity) : Json::object();
        } else if (field.type.kind == TypeKind::enumeration && field.type.of != model::country_enumeration) {
            std::string words;
            for (const model::EnumerationValue& one :
                 vocabulary_.enumerations[static_cast<std::size_t>(field.type.of)].values)
                words += (words.empty() ? "" : " | ") + one.word;
            element = words;
        } else {
            element = to_text(type_of(field.type, field.reference));
        }
        return field.type.list ? Json::array({element}) : element;
    }

private:
    const model::Vocabulary& vocabulary_;
    const ReadFields& read_;
    std::vector<std::uint32_t> open_;
};

}  // namespace

VocabularyInfo Ruleset::vocabulary(Language language) const {
    const model::Ruleset& ruleset = *state_->model;
    const model::Vocabulary& vocabulary = ruleset.vocabulary;
    const ReadFields read = fields_read_by(ruleset);
    VocabularyInfo info;
    info.name = vocabulary.name;
    info.version = vocabulary.version;
    for (std::uint32_t index = 0; index < vocabulary.entities.size(); ++index) {
        const model::Entity& entity = vocabulary.entities[index];
        if (entity.table_row) continue;  // its rows come with the ruleset
        EntityInfo entity_info;
        entity_info.name = entity.name;
        entity_info.label = entity.labels.empty() ? entity.name : text_in(entity.labels, language);
        for (const std::uint32_t key : entity.key) entity_info.key.push_back(entity.fields[key].name);
        entity_info.root = index == vocabulary.root;
        for (std::uint32_t number = 0; number < entity.fields.size(); ++number) {
            const model::Field& field = entity.fields[number];
            FieldInfo field_info;
            field_info.name = field.name;
            field_info.type = type_of(field.type, field.reference);
            field_info.list = field.type.list;
            if (field.type.kind == TypeKind::item)
                field_info.entity = vocabulary.entities[static_cast<std::size_t>(field.type.of)].name;
            if (field.type.kind == TypeKind::number && field.type.unit >= 0)
                field_info.unit = vocabulary.units[static_cast<std::size_t>(field.type.unit)].name;
            field_info.initial = field.initial.value_or("");
            field_info.label = model::called(field.labels, field.name, language.tag());
            field_info.question = text_in(field.ask, language);
            if (field.type.kind == TypeKind::enumeration) {
                const model::Enumeration& words = vocabulary.enumerations[static_cast<std::size_t>(field.type.of)];
                field_info.ordered = words.ordered;
                for (const model::EnumerationValue& value : words.values)
                    field_info.choices.emplace_back(value.word,
                                                    model::called(value.labels, value.word, language.tag()));
            }
            if (field.dated >= 0)
                field_info.dated = vocabulary.entities[static_cast<std::size_t>(field.type.of)]
                                       .fields[static_cast<std::size_t>(field.dated)]
                                       .name;
            field_info.read_by_rules = read.count({index, number}) != 0;
            entity_info.fields.push_back(std::move(field_info));
        }
        info.entities.push_back(std::move(entity_info));
    }
    return info;
}

std::string Ruleset::blank_plan(Language language) const {
    const model::Ruleset& ruleset = *state_->model;
    const model::Vocabulary& vocabulary = ruleset.vocabulary;
    const ReadFields read = fields_read_by(ruleset);
    Skeleton skeleton(vocabulary, read);
    // Everything is null: an element left standing in a list would be taken for one that is there. What an answer looks
    // like stands in the evidence of its place, as a note.
    Json plan = Json::object(), evidence = Json::object();
    const model::Entity& root = vocabulary.entities[vocabulary.root];
    for (std::uint32_t index = 0; index < root.fields.size(); ++index) {
        if (read.count({vocabulary.root, index}) == 0) continue;
        const model::Field& field = root.fields[index];
        plan[field.name] = nullptr;
        const Json form = skeleton.value(field);
        std::string note = text_in(field.ask, language);
        note += (note.empty() ? "" : " ") + (form.is_string() ? form.get<std::string>() : form.dump());
        evidence[field.name]["note"] = note;
    }
    plan["evidence"] = std::move(evidence);
    return plan.dump(2) + "\n";
}

std::vector<Constant> Ruleset::constants(std::string_view requirement) const {
    const auto& all = state_->model->requirements;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const model::Requirement& one) { return one.id == requirement; });
    if (found == all.end()) return {};
    const auto index = static_cast<std::size_t>(found - all.begin());
    std::vector<Constant> constants;
    for (const model::Constant& one : grammar::on_own_stack([&] { return model::constants_of(*state_->model, index); }))
        constants.push_back({one.type ? std::optional(type_of(*one.type, false)) : std::nullopt, one.text, one.unit});
    return constants;
}

}  // namespace brecha
