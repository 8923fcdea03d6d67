// Vocabularies that extend each other -> the one that a ruleset sees: units, enumerations, entities with all their
// fields.
#include "model/checking/checker.hpp"
#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "model/thousands.hpp"
#include "text/entering.hpp"

#include <algorithm>

namespace brecha::model {

void Checker::visit_vocabulary(const syntax::Word& name, const syntax::Word& version, std::uint16_t file) {
    const auto found = vocabularies_.find(name.text);
    if (found == vocabularies_.end()) return;  // told where it is named
    const Found<syntax::Vocabulary> vocabulary = found->second;
    if (!version_fits(version.text, vocabulary.node->version.text))
        report_.error(catalogue::wrong_version, {file, version.span},
                      {name.text, vocabulary.node->version.text, version.text});
    if (const auto state = visited_.find(name.text); state != visited_.end()) {
        if (!state->second) report_.error(catalogue::vocabulary_ring, {file, name.span}, {name.text});
        return;
    }
    const Deeper deeper(unit_depth_);
    if (too_deep(unit_depth_, {file, name.span})) return;
    visited_.emplace(name.text, false);
    for (const syntax::VocabularyItem& item : vocabulary.node->items)
        if (const auto* line = std::get_if<syntax::ExtendsLine>(&item)) {
            if (vocabularies_.find(line->name.text) == vocabularies_.end()) {
                std::vector<std::string> candidates = names_in(vocabularies_);
                candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
                report_.error(catalogue::no_vocabulary, {vocabulary.file, line->name.span}, {line->name.text},
                              meant_or_put(line->name.text, candidates), "vocabulary " + line->name.text);
                continue;
            }
            visit_vocabulary(line->name, line->version, vocabulary.file);
        }
    visited_[name.text] = true;
    merged_.push_back(vocabulary);
}

void Checker::merge_vocabularies() {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    vocabulary.enumerations.push_back(countries());
    if (vocabulary.enumerations.front().name.empty()) vocabulary.enumerations.front().name = "country";
    enumeration_shown_.emplace_back("country");
    enumeration_places_.emplace_back();
    declare_units();
    declare_names();
    fill_enumerations();
    fill_entities();
    check_entities();
}

void Checker::declare_units() {
    struct Open {
        const syntax::UnitDeclaration* node;
        std::uint16_t file;
    };
    std::vector<Open> open;
    std::unordered_map<std::string, Place> declared;
    for (const auto& vocabulary : merged_)
        for (const syntax::VocabularyItem& item : vocabulary.node->items)
            if (const auto* unit = std::get_if<syntax::UnitDeclaration>(&item)) {
                const Place where{vocabulary.file, unit->name.span};
                if (const auto [before, fresh] = declared.emplace(unit->name.text, where); !fresh) {
                    report_.error(catalogue::unit_twice, where, {unit->name.text, line_of(files_, before->second)});
                    continue;
                }
                open.push_back({unit, vocabulary.file});
            }
    // A unit can be made of one that is declared further down: go round until nothing is left that can be resolved.
    for (bool moved = true; moved && !open.empty();) {
        moved = false;
        for (auto entry = open.begin(); entry != open.end();) {
            const syntax::UnitDeclaration& node = *entry->node;
            Unit unit;
            unit.name = node.name.text;
            unit.labels = texts(node.labels, entry->file, What{&catalogue::label_of_unit, unit.name});
            bool ready = true;
            if (!node.factor_unit.empty()) {
                const std::string_view made_of = node.factor_unit.text;
                for (std::size_t start = 0; start <= made_of.size();) {
                    const std::size_t end = std::min(made_of.find('/', start), made_of.size());
                    const std::string part(made_of.substr(start, end - start));
                    start = end + 1;
                    if (!unit_index_.contains(part)) ready = false;
                }
                if (ready) {
                    const Unit base = ruleset_.vocabulary.units[static_cast<std::size_t>(
                        unit_named(node.factor_unit.text, {entry->file, node.factor_unit.span}))];
                    unit.dimension = base.dimension;
                    const std::optional<Decimal> count = decimal_from_text(without_underscores(node.factor.text));
                    const std::optional<Decimal> factor = count ? multiply(*count, base.factor) : std::nullopt;
                    if (!factor || *factor <= 0)
                        report_.error(catalogue::unit_not_positive, {entry->file, node.factor.span});
                    else unit.factor = *factor;
                }
            } else if (!node.left.empty()) {
                const auto left = unit_index_.find(node.left.text), right = unit_index_.find(node.right.text);
                ready = left != unit_index_.end() && right != unit_index_.end();
                if (ready) {
                    const Unit& one = ruleset_.vocabulary.units[static_cast<std::size_t>(left->second)];
                    const Unit& other = ruleset_.vocabulary.units[static_cast<std::size_t>(right->second)];
                    unit.factor = multiply(one.factor, other.factor).value_or(decimal_one);
                    unit.dimension = one.dimension;
                    for (const auto& [base, exponent] : other.dimension) {
                        const auto found =
                            std::find_if(unit.dimension.begin(), unit.dimension.end(),
                                         [&base = base](const auto& have) { return have.first == base; });
                        if (found == unit.dimension.end()) unit.dimension.emplace_back(base, exponent);
                        else found->second += exponent;
                    }
                    std::erase_if(unit.dimension, [](const auto& have) { return have.second == 0; });
                    std::sort(unit.dimension.begin(), unit.dimension.end());
                    if (!exponents_fit(unit.dimension, {entry->file, node.name.span}))
                        unit.dimension = {{unit.name, 1}};
                }
            } else {
                unit.dimension = {{unit.name, 1}};
            }
            if (!ready) {
                ++entry;
                continue;
            }
            unit_index_.insert_or_assign(unit.name, static_cast<std::int32_t>(ruleset_.vocabulary.units.size()));
            ruleset_.vocabulary.units.push_back(std::move(unit));
            entry = open.erase(entry);
            moved = true;
        }
    }
    for (const Open& entry : open) {
        const syntax::Word& word = !entry.node->factor_unit.empty()              ? entry.node->factor_unit
                                   : unit_index_.contains(entry.node->left.text) ? entry.node->right
                                                                                 : entry.node->left;
        report_.error(catalogue::unit_of_no_unit, {entry.file, word.span}, {entry.node->name.text, word.text});
    }
}

void Checker::declare_names() {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    std::unordered_map<std::string, Place> declared;
    const auto declare_once = [&](const syntax::Word& name, std::uint16_t file) {
        const Place where{file, name.span};
        const auto [before, fresh] = declared.emplace(name.text, where);
        if (!fresh) report_.error(catalogue::declared_twice, where, {name.text, line_of(files_, before->second)});
        return fresh;
    };
    std::optional<Place> root;
    for (const auto& one : merged_)
        for (const syntax::VocabularyItem& item : one.node->items) {
            if (const auto* enumeration = std::get_if<syntax::EnumDeclaration>(&item)) {
                if (!declare_once(enumeration->name, one.file)) continue;
                Enumeration fresh;
                fresh.name = enumeration->name.text;
                enumeration_index_.emplace(fresh.name, static_cast<std::int32_t>(vocabulary.enumerations.size()));
                vocabulary.enumerations.push_back(std::move(fresh));
                enumeration_shown_.push_back(enumeration->name.text);
                enumeration_places_.push_back({one.file, enumeration->name.span});
            } else if (const auto* entity = std::get_if<syntax::EntityDeclaration>(&item)) {
                if (!declare_once(entity->name, one.file)) continue;
                Entity fresh;
                fresh.name = entity->name.text;
                fresh.labels = texts(entity->labels, one.file, What{&catalogue::label_of, fresh.name});
                const auto index = static_cast<std::int32_t>(vocabulary.entities.size());
                entity_index_.emplace(fresh.name, index);
                vocabulary.entities.push_back(std::move(fresh));
                entity_places_.push_back({one.file, entity->name.span});
                field_places_.emplace_back();
                if (entity->root) {
                    if (root)
                        report_.error(catalogue::two_roots, {one.file, entity->name.span},
                                      {vocabulary.entities[vocabulary.root].name, entity->name.text});
                    else {
                        vocabulary.root = static_cast<std::uint32_t>(index);
                        root = Place{one.file, entity->name.span};
                    }
                }
            }
        }
    if (!root && !merged_.empty()) {
        const auto& last = merged_.back();
        report_.error(catalogue::no_root, {last.file, last.node->name.span});
        if (vocabulary.entities.empty()) {
            vocabulary.entities.emplace_back().name = "Plan";
            entity_places_.emplace_back();
            field_places_.emplace_back();
        }
    }
}

void Checker::add_values(Enumeration& enumeration, const syntax::EnumValues& values, std::uint16_t file) {
    for (const syntax::EnumValue& value : values.values) {
        if (enumeration.index_of(value.word.text) >= 0) {
            report_.error(catalogue::value_twice, {file, value.word.span}, {value.word.text});
            continue;
        }
        enumeration.values.push_back(
            {value.word.text, texts(value.labels, file, What{&catalogue::label_of, value.word.text})});
    }
}

void Checker::fill_enumerations() {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    const auto unknown = [&](const syntax::Word& name, std::uint16_t file) {
        report_.error(catalogue::no_enumeration, {file, name.span}, {name.text},
                      did_you_mean(name.text, names_in(enumeration_index_)));
    };
    struct Open {
        const syntax::EnumDeclaration* node;
        std::uint16_t file;
        std::int32_t index, base;
    };
    std::vector<Open> open;
    std::vector<bool> filled(vocabulary.enumerations.size(), false);
    filled[country_enumeration] = true;
    for (const auto& one : merged_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && node->extends.empty()) {
                const auto found = enumeration_index_.find(node->name.text);
                if (found == enumeration_index_.end()) continue;
                Enumeration& enumeration = vocabulary.enumerations[static_cast<std::size_t>(found->second)];
                if (!enumeration.values.empty()) continue;  // declared twice
                enumeration.ordered = node->values.ordered;
                add_values(enumeration, node->values, one.file);
                filled[static_cast<std::size_t>(found->second)] = true;
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && node->is_enumeration) {
                const auto found = enumeration_index_.find(node->name.text);
                if (found == enumeration_index_.end()) {
                    unknown(node->name, one.file);
                    continue;
                }
                Enumeration& enumeration = vocabulary.enumerations[static_cast<std::size_t>(found->second)];
                if (enumeration.ordered || node->values.ordered)
                    report_.error(catalogue::ordered_extended, {one.file, node->name.span}, {node->name.text});
                add_values(enumeration, node->values, one.file);
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && !node->extends.empty()) {
                const auto found = enumeration_index_.find(node->name.text);
                const auto base = enumeration_index_.find(node->extends.text);
                if (base == enumeration_index_.end()) unknown(node->extends, one.file);
                else if (found != enumeration_index_.end())
                    open.push_back({node, one.file, found->second, base->second});
            }
        // One can extend another that extends one declared further down.
        for (bool moved = true; moved;) {
            moved = false;
            for (auto entry = open.begin(); entry != open.end();) {
                if (!filled[static_cast<std::size_t>(entry->base)] || filled[static_cast<std::size_t>(entry->index)]) {
                    ++entry;
                    continue;
                }
                const syntax::EnumDeclaration& node = *entry->node;
                Enumeration& enumeration = vocabulary.enumerations[static_cast<std::size_t>(entry->index)];
                enumeration.extends = entry->base;
                enumeration.values = vocabulary.enumerations[static_cast<std::size_t>(entry->base)].values;
                if (node.values.ordered) report_.error(catalogue::extension_ordered, {entry->file, node.name.span});
                add_values(enumeration, node.values, entry->file);
                filled[static_cast<std::size_t>(entry->index)] = true;
                entry = open.erase(entry);
                moved = true;
            }
        }
    }
    // What is left extends itself, or one that does.
    std::vector<std::uint8_t> told(open.size(), 0);
    const auto behind = [&](std::size_t at) {
        return static_cast<std::size_t>(
            std::find_if(open.begin(), open.end(), [&](const Open& one) { return one.index == open[at].base; }) -
            open.begin());
    };
    for (std::size_t start = 0; start < open.size(); ++start) {
        std::vector<std::size_t> path;
        std::size_t at = start;
        for (; at < open.size() && told[at] == 0; at = behind(at)) {
            told[at] = 1;
            path.push_back(at);
        }
        const auto ring = std::find(path.begin(), path.end(), at);
        if (ring == path.end()) continue;
        std::vector<std::string> names;
        for (auto step = ring; step != path.end(); ++step) names.push_back(open[*step].node->name.text);
        names.push_back(names.front());
        report_.error(catalogue::enumeration_ring, {open[*ring].file, open[*ring].node->extends.span}, {joined(names)});
    }
}

void Checker::fill_entities() {
    for (const auto& one : merged_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EntityDeclaration>(&item)) {
                const auto found = entity_index_.find(node->name.text);
                if (found == entity_index_.end()) continue;
                const auto index = static_cast<std::uint32_t>(found->second);
                if (entity_places_[index].file != one.file || !(entity_places_[index].span == node->name.span))
                    continue;  // declared twice
                add_fields(index, node->fields, one.file);
                Entity& entity = ruleset_.vocabulary.entities[index];
                for (const syntax::Word& word : node->key) {
                    const int key = entity.field_of(word.text);
                    if (key < 0) {
                        std::vector<std::string> candidates;
                        for (const Field& field : entity.fields) candidates.push_back(field.name);
                        report_.error(catalogue::key_no_field, {one.file, word.span}, {word.text, entity.name},
                                      did_you_mean(word.text, candidates, 1));
                        continue;
                    }
                    const Field& field = entity.fields[static_cast<std::size_t>(key)];
                    if (field.type.list || (field.type.kind == TypeKind::item && !field.reference))
                        report_.error(catalogue::not_a_key, {one.file, word.span}, {word.text, describe(field.type)});
                    else entity.key.push_back(static_cast<std::uint32_t>(key));
                }
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && !node->is_enumeration) {
                const auto found = entity_index_.find(node->name.text);
                if (found == entity_index_.end()) {
                    report_.error(catalogue::no_entity_to_extend, {one.file, node->name.span}, {node->name.text},
                                  did_you_mean(node->name.text, names_in(entity_index_), 1));
                    continue;
                }
                add_fields(static_cast<std::uint32_t>(found->second), node->fields, one.file);
            }
    }
}

void Checker::add_fields(std::uint32_t index, const std::vector<syntax::Field>& fields, std::uint16_t file) {
    for (const syntax::Field& node : fields) {
        const std::string entity_name = ruleset_.vocabulary.entities[index].name;
        const Place where{file, node.word.span};
        if (const int before = ruleset_.vocabulary.entities[index].field_of(node.word.text); before >= 0) {
            report_.error(
                catalogue::field_twice, where,
                {entity_name, node.word.text, line_of(files_, field_places_[index][static_cast<std::size_t>(before)])});
            continue;
        }
        if (index == ruleset_.vocabulary.root && (node.word.text == "evidence" || node.word.text == "judgements"))
            report_.error(catalogue::field_reserved, where, {node.word.text});
        Field field;
        field.name = node.word.text;
        const std::string shown = entity_name + "." + field.name;
        field.labels = texts(node.labels, file, What{&catalogue::label_of, shown});
        field.ask = texts(node.ask, file, What{&catalogue::question_of, shown});
        const ResolvedType resolved = resolve_type(node.type, file, shown);
        field.type = resolved.type;
        field.reference = resolved.reference;
        if (node.initial) field.initial = initial_value(*node.initial, field.type, file);
        ruleset_.vocabulary.entities[index].add_field(std::move(field));
        field_places_[index].push_back(where);
    }
}

std::optional<std::string> Checker::initial_value(const syntax::Literal& literal, const Type& type,
                                                  std::uint16_t file) {
    if (type.kind == TypeKind::nothing) return std::nullopt;
    if (type.list || type.kind == TypeKind::item) {
        report_.error(catalogue::default_of_many, {file, literal.span}, {describe(type)});
        return std::nullopt;
    }
    return cell(literal, type, file);
}

std::optional<std::string> Checker::cell(const syntax::Literal& literal, const Type& type, std::uint16_t file) {
    using Kind = syntax::ExpressionKind;
    const Place where{file, literal.span};
    const auto refused = [&](messages::Message help = {}) -> std::optional<std::string> {
        report_.error(catalogue::not_of_type, where, {literal.text, describe(type)}, std::move(help));
        return std::nullopt;
    };
    switch (type.kind) {
        case TypeKind::text:
            if (literal.kind == Kind::text) return json_text(text::entered(literal.text));
            return refused(catalogue::in_quotes);
        case TypeKind::yes_no:
            if (literal.kind == Kind::yes_no) return std::string(literal.text == "yes" ? "true" : "false");
            return refused(catalogue::write_yes_or_no);
        case TypeKind::number: {
            if (literal.kind != Kind::number) return refused();
            const std::string digits = without_underscores(literal.text);
            const std::optional<Decimal> value = decimal_from_text(digits);
            if (!value || (type.integer && *value % decimal_one != 0))
                return refused(type.integer ? messages::Message(catalogue::write_whole_number) : messages::Message());
            if (may_be_thousands(literal.text)) warn_of_thousands(literal.text, where);
            if (!literal.unit.empty()) {
                const std::int32_t unit = unit_named(literal.unit, where);
                if (unit < 0) return std::nullopt;
                if (!same_dimension(unit, type.unit)) return refused();
                // The plan writes the field's unit; so does a default.
                const Decimal have = ruleset_.vocabulary.units[static_cast<std::size_t>(unit)].factor;
                const Decimal want =
                    type.unit < 0 ? decimal_one : ruleset_.vocabulary.units[static_cast<std::size_t>(type.unit)].factor;
                const std::optional<Decimal> base = multiply(*value, have);
                const std::optional<Decimal> shown = base ? divide(*base, want) : std::nullopt;
                return shown ? std::optional(decimal_to_text(*shown)) : refused();
            }
            return decimal_to_text(*value);
        }
        case TypeKind::percent: {
            const std::optional<Decimal> value = literal.kind == Kind::percent || literal.kind == Kind::number
                                                     ? decimal_from_text(without_underscores(literal.text))
                                                     : std::nullopt;
            if (!value || literal.kind != Kind::percent) return refused(catalogue::write_percent_sign);
            return json_text(decimal_to_text(*value) + "%");
        }
        case TypeKind::date:
            if (literal.kind == Kind::date && day_from_text(literal.text)) return json_text(literal.text);
            return refused(catalogue::write_like_a_date);
        case TypeKind::moment:
            if (literal.kind == Kind::moment && moment_from_text(literal.text)) return json_text(literal.text);
            return refused(catalogue::write_like_a_moment);
        case TypeKind::duration:
            if (literal.kind == Kind::duration) {
                if (literal.unit == "working_days") {
                    report_.error(catalogue::no_working_days, where);
                    return std::nullopt;
                }
                return json_text(without_underscores(literal.text) + " " + literal.unit);
            }
            return refused(catalogue::write_like_a_duration);
        case TypeKind::enumeration: {
            const Enumeration& enumeration = ruleset_.vocabulary.enumerations[static_cast<std::size_t>(type.of)];
            if (literal.kind != Kind::name && literal.kind != Kind::yes_no) return refused();
            if (enumeration.index_of(literal.text) >= 0) return json_text(literal.text);
            std::vector<std::string> words;
            for (const EnumerationValue& value : enumeration.values) words.push_back(value.word);
            const std::vector<std::string> near = grammar::nearest(literal.text, words, 1);
            const std::string name = enumeration_name(type.of);
            report_.error(catalogue::no_value, where, {literal.text, name, values_of(type.of)},
                          near.empty()
                              ? messages::Message()
                              : messages::Message(catalogue::near_value, {near.front(), name, values_of(type.of)}));
            return std::nullopt;
        }
        case TypeKind::nothing:
        case TypeKind::item: break;
    }
    return std::nullopt;
}

void Checker::check_entities() {
    const std::vector<Entity>& entities = ruleset_.vocabulary.entities;
    // A reference is followed by key, so what it points to needs one.
    for (std::size_t index = 0; index < entities.size(); ++index)
        for (std::size_t field = 0; field < entities[index].fields.size(); ++field) {
            const Field& one = entities[index].fields[field];
            if (one.reference && one.type.of >= 0 && entities[static_cast<std::size_t>(one.type.of)].key.empty()) {
                const std::string& name = entities[static_cast<std::size_t>(one.type.of)].name;
                if (report_.again("key of " + name, field_places_[index][field])) continue;
                report_.error(catalogue::referred_without_key, field_places_[index][field], {name}, {},
                              "key of " + name);
            }
        }
    // No entity lies in itself: a plan is finite in depth.
    constexpr std::uint32_t under_way = static_cast<std::uint32_t>(-1);
    std::vector<std::uint32_t> height(entities.size(), 0);  // 0: not looked at yet
    struct Step {
        std::uint32_t entity;
        std::size_t next = 0;
        std::uint32_t below = 0;
    };
    for (std::uint32_t start = 0; start < entities.size(); ++start) {
        if (height[start] != 0) continue;
        std::vector<Step> path = {{start}};
        height[start] = under_way;
        while (!path.empty()) {
            Step& step = path.back();
            const Entity& entity = entities[step.entity];
            if (step.next == entity.fields.size()) {
                height[step.entity] = step.below + 1;
                if (step.below + 1 == greatest_entity_depth + 1)
                    report_.error(catalogue::entities_too_deep, entity_places_[step.entity], {greatest_entity_depth});
                const std::uint32_t below = height[step.entity];
                path.pop_back();
                if (!path.empty()) path.back().below = std::max(path.back().below, below);
                continue;
            }
            const std::size_t field = step.next++;
            const Field& one = entity.fields[field];
            if (one.type.kind != TypeKind::item || one.reference || one.type.of < 0) continue;
            const auto inner = static_cast<std::uint32_t>(one.type.of);
            if (height[inner] == under_way) {
                const auto ring =
                    std::find_if(path.begin(), path.end(), [&](const Step& other) { return other.entity == inner; });
                std::vector<std::string> names;
                for (auto other = ring; other != path.end(); ++other) names.push_back(entities[other->entity].name);
                names.push_back(entities[inner].name);
                report_.error(catalogue::entity_in_itself, field_places_[step.entity][field],
                              {entities[inner].name, joined(names), one.name},
                              one.type.list
                                  ? messages::Message(catalogue::list_in_itself, {one.name, entities[inner].name})
                                  : messages::Message());
            } else if (height[inner] != 0) {
                step.below = std::max(step.below, height[inner]);
            } else {
                height[inner] = under_way;
                path.push_back({inner});
            }
        }
    }
}

}  // namespace brecha::model
