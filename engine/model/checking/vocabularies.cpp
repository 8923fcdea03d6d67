#include "model/checking/vocabularies.hpp"

#include "model/check.hpp"
#include "model/checking/heights.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_texts.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/checking_vocabularies.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>
#include <unordered_map>
#include <utility>

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
    void declare_unit(const syntax::UnitDeclaration& node, const FileContext& file);

    const std::vector<Found<syntax::Vocabulary>>& vocabularies_;
    Types& types_;
    Vocabulary& vocabulary_;
    TextReader& texts_;
    Diagnostics& diagnostics_;
};

/// Takes each of `count` things that is ready, and goes round again as long as one more is. `take` says which may have
/// become ready by it. They come in the order of rounds, as if all were asked in each; O(n log n) in what `take` says.
void in_rounds(std::size_t count, const auto& is_ready, const auto& take) {
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> now, later;
    for (std::size_t at = 0; at < count; ++at)
        if (is_ready(at)) now.push(at);
    for (; !now.empty(); now = std::exchange(later, {}))
        while (!now.empty()) {
            const std::size_t at = now.top();
            now.pop();
            if (!is_ready(at)) continue;
            for (const std::size_t next : take(at))
                if (is_ready(next)) (next > at ? now : later).push(next);
        }
}

/// What it is made of is declared.
void Merger::declare_unit(const syntax::UnitDeclaration& node, const FileContext& file) {
    Unit unit;
    unit.name = node.name.text;
    unit.labels = texts_.read(node.labels, file, {&catalogue::label_of_unit, unit.name});
    if (!node.factor_unit.empty()) {
        const Unit base = types_.unit(types_.unit_named(node.factor_unit.text, file.at(node.factor_unit.span)));
        unit.dimension = base.dimension;
        const std::optional<Decimal> count = decimal_from_text(without_underscores(node.factor.text));
        const std::optional<Decimal> factor = count ? multiply(*count, base.factor) : std::nullopt;
        if (!factor || *factor <= 0) diagnostics_.error(catalogue::unit_not_positive, file.at(node.factor.span));
        else unit.factor = *factor;
    } else if (!node.left.empty()) {
        const Unit& one = types_.unit(types_.declared_unit(node.left.text));
        const Unit& other = types_.unit(types_.declared_unit(node.right.text));
        unit.factor = multiply(one.factor, other.factor).value_or(decimal_one);
        unit.dimension = product_dimension(one.dimension, other.dimension, 1);
        if (!types_.exponents_fit(unit.dimension, file.at(node.name))) unit.dimension = {{unit.name, 1}};
    } else {
        unit.dimension = {{unit.name, 1}};
    }
    types_.add_unit(std::move(unit));
}

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
    // A unit can be made of one that is declared further down.
    const auto made_of = [](const syntax::UnitDeclaration& node) {
        std::vector<std::string> names;
        if (!node.left.empty() && node.factor_unit.empty()) names = {node.left.text, node.right.text};
        const std::string_view quotient = node.factor_unit.text;
        for (std::size_t start = 0; !quotient.empty() && start <= quotient.size();) {
            const std::size_t end = std::min(quotient.find('/', start), quotient.size());
            names.emplace_back(quotient.substr(start, end - start));
            start = end + 1;
        }
        return names;
    };
    std::unordered_map<std::string, std::vector<std::size_t>> waiting;  // for the unit of that name
    for (std::size_t at = 0; at < open.size(); ++at)
        for (const std::string& name : made_of(*open[at].node)) waiting[name].push_back(at);
    std::vector<bool> done(open.size(), false);
    in_rounds(
        open.size(),
        [&](std::size_t at) {
            const std::vector<std::string> names = made_of(*open[at].node);
            return !done[at] && std::all_of(names.begin(), names.end(),
                                            [&](const std::string& name) { return types_.declared_unit(name) >= 0; });
        },
        [&](std::size_t at) {
            declare_unit(*open[at].node, open[at].file);
            done[at] = true;
            return waiting[open[at].node->name.text];
        });
    for (std::size_t at = 0; at < open.size(); ++at) {
        if (done[at]) continue;
        const Open& entry = open[at];
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
                           [&] { return did_you_mean(name.text, types_.enumeration_names()); });
    };
    struct Open {
        const syntax::EnumDeclaration* node;
        FileContext file;
        std::int32_t index, base;
    };
    std::vector<Open> open;
    std::vector<bool> filled(vocabulary_.enumerations.size(), false);
    std::vector<std::uint32_t> heights(filled.size(), 0);  // how many enumerations each extends, one through another
    filled[country_enumeration] = true;
    for (const auto& one : vocabularies_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && node->extends.empty()) {
                const std::int32_t found = types_.enumeration_named(node->name.text);
                if (found < 0) continue;
                Enumeration& enumeration = types_.enumeration(found);
                if (!enumeration.values.empty()) continue;  // declared twice
                enumeration.ordered = node->values.ordered;
                types_.add_values(found, node->values, one.file);
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
                types_.add_values(found, node->values, one.file);
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && !node->extends.empty()) {
                const std::int32_t found = types_.enumeration_named(node->name.text);
                const std::int32_t base = types_.enumeration_named(node->extends.text);
                if (base < 0) unknown(node->extends, one.file);
                else if (found >= 0) open.push_back({node, one.file, found, base});
            }
        // One can extend another that extends one declared further down.
        std::unordered_map<std::int32_t, std::vector<std::size_t>> waiting;  // by base
        for (std::size_t at = 0; at < open.size(); ++at) waiting[open[at].base].push_back(at);
        std::vector<bool> done(open.size(), false);
        in_rounds(
            open.size(), [&](std::size_t at) { return bool(filled[static_cast<std::size_t>(open[at].base)]); },
            [&](std::size_t at) -> std::vector<std::size_t> {
                const auto& [node, file, index, base] = open[at];
                const auto own = static_cast<std::size_t>(index);
                if (filled[own]) return {};  // declared twice
                filled[own] = done[at] = true;
                heights[own] = heights[static_cast<std::size_t>(base)] + 1;
                if (node->values.ordered) diagnostics_.error(catalogue::extension_ordered, file.at(node->name));
                if (!too_deep(heights[own], file.at(node->name), diagnostics_)) types_.take_values(index, base);
                types_.add_values(index, node->values, file);
                return waiting[index];
            });
        std::size_t left = 0;
        for (std::size_t at = 0; at < open.size(); ++at)
            if (!done[at]) open[left++] = open[at];
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(left), open.end());
    }
    // What is left extends itself, or one that does.
    std::vector<std::uint8_t> told(open.size(), 0);
    std::unordered_map<std::int32_t, std::size_t> by_index;
    for (std::size_t at = 0; at < open.size(); ++at) by_index.emplace(open[at].index, at);
    const auto behind = [&](std::size_t at) {
        const auto found = by_index.find(open[at].base);
        return found == by_index.end() ? open.size() : found->second;
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
                        diagnostics_.error(catalogue::key_no_field, one.file.at(word), {word.text, entity.name}, [&] {
                            std::vector<std::string> candidates;
                            for (const Field& field : entity.fields) candidates.push_back(field.name);
                            return did_you_mean(word.text, candidates, 1);
                        });
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
                                       [&] { return did_you_mean(node->name.text, types_.entity_names(), 1); });
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
                diagnostics_.error(catalogue::dated_no_field, file.at(node.dated), {node.dated.text, element.name},
                                   [&] {
                                       std::vector<std::string> candidates;
                                       for (const Field& one : element.fields)
                                           if (one.type.kind == TypeKind::date && !one.type.list)
                                               candidates.push_back(one.name);
                                       return did_you_mean(node.dated.text, candidates, 1);
                                   });
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
