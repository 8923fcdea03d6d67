#include "model/checking/vocabularies.hpp"

#include "model/check.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/checking_vocabularies.hpp"

#include <algorithm>
#include <optional>

namespace brecha::model {

namespace {

class Merger {
public:
    Merger(const std::vector<Found<syntax::Vocabulary>>& vocabularies, Types& types, TextReader& texts,
           Diagnostics& diagnostics)
        : vocabularies_(vocabularies), types_(types), vocabulary_(types.vocabulary()), texts_(texts),
          diagnostics_(diagnostics) {}

    void declare_units();
    void declare_names();
    void fill_enumerations();
    void fill_entities();
    void date_lists();
    void check_entities();

private:
    const std::vector<Found<syntax::Vocabulary>>& vocabularies_;
    Types& types_;
    Vocabulary& vocabulary_;
    TextReader& texts_;
    Diagnostics& diagnostics_;
};

void Merger::declare_units() {
    struct Open {
        const syntax::UnitDeclaration* node;
        FileContext file;
    };
    std::vector<Open> open;
    std::unordered_map<std::string, Location> declared;
    for (const auto& vocabulary : vocabularies_)
        for (const syntax::VocabularyItem& item : vocabulary.node->items)
            if (const auto* unit = std::get_if<syntax::UnitDeclaration>(&item)) {
                const Location where = vocabulary.file.at(unit->name);
                if (const auto [before, fresh] = declared.emplace(unit->name.text, where); !fresh) {
                    diagnostics_.error(catalogue::unit_twice, where,
                                       {unit->name.text, diagnostics_.line_of(before->second)});
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
            unit.labels = texts_.read(node.labels, entry->file, {&catalogue::label_of_unit, unit.name});
            bool ready = true;
            if (!node.factor_unit.empty()) {
                const std::string_view made_of = node.factor_unit.text;
                for (std::size_t start = 0; start <= made_of.size();) {
                    const std::size_t end = std::min(made_of.find('/', start), made_of.size());
                    const std::string part(made_of.substr(start, end - start));
                    start = end + 1;
                    if (types_.declared_unit(part) < 0) ready = false;
                }
                if (ready) {
                    const Unit base =
                        types_.unit(types_.unit_named(node.factor_unit.text, entry->file.at(node.factor_unit.span)));
                    unit.dimension = base.dimension;
                    const std::optional<Decimal> count = decimal_from_text(without_underscores(node.factor.text));
                    const std::optional<Decimal> factor = count ? multiply(*count, base.factor) : std::nullopt;
                    if (!factor || *factor <= 0)
                        diagnostics_.error(catalogue::unit_not_positive, entry->file.at(node.factor.span));
                    else unit.factor = *factor;
                }
            } else if (!node.left.empty()) {
                const std::int32_t left = types_.declared_unit(node.left.text);
                const std::int32_t right = types_.declared_unit(node.right.text);
                ready = left >= 0 && right >= 0;
                if (ready) {
                    const Unit& one = types_.unit(left);
                    const Unit& other = types_.unit(right);
                    unit.factor = multiply(one.factor, other.factor).value_or(decimal_one);
                    unit.dimension = product_dimension(one.dimension, other.dimension, 1);
                    if (!types_.exponents_fit(unit.dimension, entry->file.at(node.name)))
                        unit.dimension = {{unit.name, 1}};
                }
            } else {
                unit.dimension = {{unit.name, 1}};
            }
            if (!ready) {
                ++entry;
                continue;
            }
            types_.add_unit(std::move(unit));
            entry = open.erase(entry);
            moved = true;
        }
    }
    for (const Open& entry : open) {
        const syntax::Word& word = !entry.node->factor_unit.empty()                   ? entry.node->factor_unit
                                   : types_.declared_unit(entry.node->left.text) >= 0 ? entry.node->right
                                                                                      : entry.node->left;
        diagnostics_.error(catalogue::unit_of_no_unit, entry.file.at(word), {entry.node->name.text, word.text});
    }
}

void Merger::declare_names() {
    std::unordered_map<std::string, Location> declared;
    const auto declare_once = [&](const syntax::Word& name, const FileContext& file) {
        const Location where = file.at(name);
        const auto [before, fresh] = declared.emplace(name.text, where);
        if (!fresh)
            diagnostics_.error(catalogue::declared_twice, where, {name.text, diagnostics_.line_of(before->second)});
        return fresh;
    };
    std::optional<Location> root;
    for (const auto& one : vocabularies_)
        for (const syntax::VocabularyItem& item : one.node->items) {
            if (const auto* enumeration = std::get_if<syntax::EnumDeclaration>(&item)) {
                if (!declare_once(enumeration->name, one.file)) continue;
                Enumeration fresh;
                fresh.name = enumeration->name.text;
                types_.add_enumeration(std::move(fresh), enumeration->name.text);
            } else if (const auto* entity = std::get_if<syntax::EntityDeclaration>(&item)) {
                if (!declare_once(entity->name, one.file)) continue;
                Entity fresh;
                fresh.name = entity->name.text;
                fresh.labels = texts_.read(entity->labels, one.file, {&catalogue::label_of, fresh.name});
                const std::int32_t index = types_.add_entity(std::move(fresh), one.file.at(entity->name));
                if (entity->root) {
                    if (root)
                        diagnostics_.error(catalogue::two_roots, one.file.at(entity->name),
                                           {vocabulary_.entities[vocabulary_.root].name, entity->name.text});
                    else {
                        vocabulary_.root = static_cast<std::uint32_t>(index);
                        root = one.file.at(entity->name);
                    }
                }
            }
        }
    if (!root && !vocabularies_.empty()) {
        const auto& last = vocabularies_.back();
        diagnostics_.error(catalogue::no_root, last.file.at(last.node->name));
        if (vocabulary_.entities.empty()) {
            Entity plan;
            plan.name = "Plan";
            types_.add_entity(std::move(plan), {});
        }
    }
}

void Merger::fill_enumerations() {
    const auto unknown = [&](const syntax::Word& name, const FileContext& file) {
        diagnostics_.error(catalogue::no_enumeration, file.at(name), {name.text},
                           did_you_mean(name.text, types_.enumeration_names()));
    };
    struct Open {
        const syntax::EnumDeclaration* node;
        FileContext file;
        std::int32_t index, base;
    };
    std::vector<Open> open;
    std::vector<bool> filled(vocabulary_.enumerations.size(), false);
    filled[country_enumeration] = true;
    for (const auto& one : vocabularies_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && node->extends.empty()) {
                const std::int32_t found = types_.enumeration_named(node->name.text);
                if (found < 0) continue;
                Enumeration& enumeration = types_.enumeration(found);
                if (!enumeration.values.empty()) continue;  // declared twice
                enumeration.ordered = node->values.ordered;
                types_.add_values(enumeration, node->values, one.file);
                filled[static_cast<std::size_t>(found)] = true;
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && node->is_enumeration) {
                const std::int32_t found = types_.enumeration_named(node->name.text);
                if (found < 0) {
                    unknown(node->name, one.file);
                    continue;
                }
                Enumeration& enumeration = types_.enumeration(found);
                if (enumeration.ordered || node->values.ordered)
                    diagnostics_.error(catalogue::ordered_extended, one.file.at(node->name), {node->name.text});
                types_.add_values(enumeration, node->values, one.file);
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && !node->extends.empty()) {
                const std::int32_t found = types_.enumeration_named(node->name.text);
                const std::int32_t base = types_.enumeration_named(node->extends.text);
                if (base < 0) unknown(node->extends, one.file);
                else if (found >= 0) open.push_back({node, one.file, found, base});
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
                Enumeration& enumeration = types_.enumeration(entry->index);
                enumeration.extends = entry->base;
                enumeration.values = types_.enumeration(entry->base).values;
                if (node.values.ordered) diagnostics_.error(catalogue::extension_ordered, entry->file.at(node.name));
                types_.add_values(enumeration, node.values, entry->file);
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
        diagnostics_.error(catalogue::enumeration_ring, open[*ring].file.at(open[*ring].node->extends),
                           {joined(names)});
    }
}

void Merger::fill_entities() {
    for (const auto& one : vocabularies_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EntityDeclaration>(&item)) {
                const std::int32_t index = types_.entity_named(node->name.text);
                if (index < 0) continue;
                if (const Location where = types_.place_of(index);
                    where.file != one.file.index() || !(where.span == node->name.span))
                    continue;  // declared twice
                types_.add_fields(index, node->fields, one.file);
                Entity& entity = types_.entity(index);
                for (const syntax::Word& word : node->key) {
                    const int key = entity.field_of(word.text);
                    if (key < 0) {
                        std::vector<std::string> candidates;
                        for (const Field& field : entity.fields) candidates.push_back(field.name);
                        diagnostics_.error(catalogue::key_no_field, one.file.at(word), {word.text, entity.name},
                                           did_you_mean(word.text, candidates, 1));
                        continue;
                    }
                    const Field& field = entity.fields[static_cast<std::size_t>(key)];
                    if (field.type.list || (field.type.kind == TypeKind::item && !field.reference))
                        diagnostics_.error(catalogue::not_a_key, one.file.at(word),
                                           {word.text, types_.describe(field.type)});
                    else entity.key.push_back(static_cast<std::uint32_t>(key));
                }
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && !node->is_enumeration) {
                const std::int32_t found = types_.entity_named(node->name.text);
                if (found < 0) {
                    diagnostics_.error(catalogue::no_entity_to_extend, one.file.at(node->name), {node->name.text},
                                       did_you_mean(node->name.text, types_.entity_names(), 1));
                    continue;
                }
                types_.add_fields(found, node->fields, one.file);
            }
    }
}

void Merger::date_lists() {
    const auto date = [&](std::int32_t index, const std::vector<syntax::Field>& fields, const FileContext& file) {
        if (index < 0) return;
        for (const syntax::Field& node : fields) {
            const int found = node.dated.empty() ? -1 : types_.entity(index).field_of(node.word.text);
            if (found < 0) continue;
            Field& list = types_.entity(index).fields[static_cast<std::size_t>(found)];
            if (!list.type.list || list.type.kind != TypeKind::item || list.reference) {
                if (list.type.kind != TypeKind::nothing)
                    diagnostics_.error(catalogue::dated_no_list, file.at(node.dated),
                                       {list.name, types_.describe(list.type)});
                continue;
            }
            const Entity& element = types_.entity(list.type.of);
            const int field = element.field_of(node.dated.text);
            if (field < 0) {
                std::vector<std::string> candidates;
                for (const Field& one : element.fields)
                    if (one.type.kind == TypeKind::date && !one.type.list) candidates.push_back(one.name);
                diagnostics_.error(catalogue::dated_no_field, file.at(node.dated), {node.dated.text, element.name},
                                   did_you_mean(node.dated.text, candidates, 1));
                continue;
            }
            const Type& type = element.fields[static_cast<std::size_t>(field)].type;
            if (type.list || type.kind != TypeKind::date)
                diagnostics_.error(catalogue::dated_no_date, file.at(node.dated),
                                   {node.dated.text, types_.describe(type)});
            else list.dated = field;
        }
    };
    for (const auto& one : vocabularies_)
        for (const syntax::VocabularyItem& item : one.node->items) {
            if (const auto* node = std::get_if<syntax::EntityDeclaration>(&item))
                date(types_.entity_named(node->name.text), node->fields, one.file);
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && !node->is_enumeration)
                date(types_.entity_named(node->name.text), node->fields, one.file);
        }
}

void Merger::check_entities() {
    const std::vector<Entity>& entities = vocabulary_.entities;
    // A reference is followed by key, so what it points to needs one.
    for (std::size_t index = 0; index < entities.size(); ++index)
        for (std::size_t field = 0; field < entities[index].fields.size(); ++field) {
            const Field& one = entities[index].fields[field];
            if (!one.reference || one.type.of < 0 || !types_.entity(one.type.of).key.empty()) continue;
            const std::string& name = types_.entity(one.type.of).name;
            const Location where = types_.place_of_field(static_cast<std::int32_t>(index), field);
            if (!diagnostics_.again("key of " + name, where))
                diagnostics_.error(catalogue::referred_without_key, where, {name}, {}, "key of " + name);
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
                    diagnostics_.error(catalogue::entities_too_deep,
                                       types_.place_of(static_cast<std::int32_t>(step.entity)),
                                       {greatest_entity_depth});
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
                diagnostics_.error(
                    catalogue::entity_in_itself, types_.place_of_field(static_cast<std::int32_t>(step.entity), field),
                    {entities[inner].name, joined(names), one.name},
                    one.type.list ? messages::Message(catalogue::list_in_itself, {one.name, entities[inner].name})
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

}  // namespace

void merge_vocabularies(const std::vector<Found<syntax::Vocabulary>>& vocabularies, Types& types, TextReader& texts,
                        Diagnostics& diagnostics) {
    Merger merger(vocabularies, types, texts, diagnostics);
    merger.declare_units();
    merger.declare_names();
    merger.fill_enumerations();
    merger.fill_entities();
    merger.date_lists();
    merger.check_entities();
}

}  // namespace brecha::model
