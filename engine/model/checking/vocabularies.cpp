// Vocabularies that extend each other -> the one that a ruleset sees: units, enumerations, entities with all their fields.
#include "model/checking/checker.hpp"
#include "model/checking/kinds.hpp"
#include "model/checking/words.hpp"

#include "model/thousands.hpp"
#include "text/entering.hpp"

#include <algorithm>

namespace brecha::model {

using grammar::Localized;
using grammar::nearest;
using grammar::say;

namespace {

std::string line_of(const std::vector<const syntax::File*>& files, Place place) {
    const syntax::File& file = *files[place.file];
    return file.name + ":" + std::to_string(grammar::position_of(file.text, place.span.begin).line);
}

}  // namespace

void Checker::visit_vocabulary(const syntax::Word& name, const syntax::Word& version, std::uint16_t file) {
    const auto found = vocabularies_.find(name.text);
    if (found == vocabularies_.end()) return;  // told where it is named
    const Found<syntax::Vocabulary> vocabulary = found->second;
    if (!version_fits(version.text, vocabulary.node->version.text))
        report_.error(
            "B134", {file, version.span},
            say("{} is version {} here, {} is asked for", "{} es aquí la versión {}, se pide la {}", {name.text, vocabulary.node->version.text, version.text}),
            say("write `{} {}`, or bring the version that is asked for", "escriba `{} {}`, o traiga la versión pedida",
                {name.text, vocabulary.node->version.text}));
    if (const auto state = visited_.find(name.text); state != visited_.end()) {
        if (!state->second)
            report_.error("B143", {file, name.span}, say("{} extends itself, through others", "{} se extiende a sí mismo, a través de otros", {name.text}),
                          say("take out one of the `extends` lines of this ring", "quite una de las líneas `extends` de este círculo"));
        return;
    }
    const Deeper deeper(unit_depth_);
    if (too_deep(unit_depth_, {file, name.span})) return;
    visited_.emplace(name.text, false);
    for (const syntax::VocabularyItem& item : vocabulary.node->items)
        if (const auto* line = std::get_if<syntax::ExtendsLine>(&item)) {
            if (vocabularies_.find(line->name.text) == vocabularies_.end()) {
                std::vector<std::string> candidates;
                for (const auto& [known, one] : vocabularies_) candidates.push_back(known);
                candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
                const std::vector<std::string> near = nearest(line->name.text, candidates, 1);
                report_.error(
                    "B134", {vocabulary.file, line->name.span}, say("there is no vocabulary \"{}\"", "no hay ningún vocabulario \"{}\"", {line->name.text}),
                    near.empty() ? where_to_put_it() : say("did you mean {}?", "¿quiso decir {}?", {near.front()}), {}, "vocabulary " + line->name.text);
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
                    report_.error("B133", where, say("the unit \"{}\" is declared twice", "la unidad \"{}\" está declarada dos veces", {unit->name.text}),
                                  say("keep one of them; the other is at {}", "deje una sola; la otra está en {}", {line_of(files_, before->second)}));
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
            unit.labels = texts(node.labels, entry->file, What{"the label of the unit {}", "la etiqueta de la unidad {}", unit.name});
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
                    const Unit base =
                        ruleset_.vocabulary.units[static_cast<std::size_t>(unit_named(node.factor_unit.text, {entry->file, node.factor_unit.span}))];
                    unit.dimension = base.dimension;
                    const std::optional<Decimal> count = decimal_from_text(without_underscores(node.factor.text));
                    const std::optional<Decimal> factor = count ? multiply(*count, base.factor) : std::nullopt;
                    if (!factor || *factor <= 0)
                        report_.error("B132", {entry->file, node.factor.span},
                                      say("a unit is a positive number of another", "una unidad es un número positivo de otra"),
                                      say("write it like `unit km = 1000 m`", "escríbala como `unit km = 1000 m`"));
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
                            std::find_if(unit.dimension.begin(), unit.dimension.end(), [&base = base](const auto& have) { return have.first == base; });
                        if (found == unit.dimension.end()) unit.dimension.emplace_back(base, exponent);
                        else found->second += exponent;
                    }
                    std::erase_if(unit.dimension, [](const auto& have) { return have.second == 0; });
                    std::sort(unit.dimension.begin(), unit.dimension.end());
                    if (!exponents_fit(unit.dimension, {entry->file, node.name.span})) unit.dimension = {{unit.name, 1}};
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
        report_.error("B132", {entry.file, word.span},
                      say("the unit \"{}\" is made of \"{}\", which is not a unit", "la unidad \"{}\" está hecha de \"{}\", que no es una unidad",
                          {entry.node->name.text, word.text}),
                      say("declare it too: `unit {}`", "declárela también: `unit {}`", {word.text}));
    }
}

void Checker::declare_names() {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    std::unordered_map<std::string, Place> declared;
    const auto declare_once = [&](const syntax::Word& name, std::uint16_t file) {
        const Place where{file, name.span};
        const auto [before, fresh] = declared.emplace(name.text, where);
        if (!fresh)
            report_.error("B133", where, say("\"{}\" is declared twice", "\"{}\" está declarado dos veces", {name.text}),
                          say("give one of them another name, or write `extend {}` to add to it; the other is at {}",
                              "dé a uno otro nombre, o escriba `extend {}` para ampliarlo; el otro está en {}", {name.text, line_of(files_, before->second)}));
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
                fresh.labels = texts(entity->labels, one.file, What{"the label of {}", "la etiqueta de {}", fresh.name});
                const auto index = static_cast<std::int32_t>(vocabulary.entities.size());
                entity_index_.emplace(fresh.name, index);
                vocabulary.entities.push_back(std::move(fresh));
                entity_places_.push_back({one.file, entity->name.span});
                field_places_.emplace_back();
                if (entity->root) {
                    if (root)
                        report_.error("B138", {one.file, entity->name.span},
                                      say("two entities are the root: {} is, and {}", "dos entidades son la raíz: {} y {}",
                                          {vocabulary.entities[vocabulary.root].name, entity->name.text}),
                                      say("take out `root` at one; to add fields to the other write `extend {} { … }`",
                                          "quite `root` en una; para ampliar la otra escriba `extend {} { … }`", {vocabulary.entities[vocabulary.root].name}));
                    else {
                        vocabulary.root = static_cast<std::uint32_t>(index);
                        root = Place{one.file, entity->name.span};
                    }
                }
            }
        }
    if (!root && !merged_.empty()) {
        const auto& last = merged_.back();
        report_.error("B138", {last.file, last.node->name.span},
                      say("no entity is the root, so nothing says what a plan is", "ninguna entidad es la raíz: nada dice qué es un plan"),
                      say("write `entity Plan root { … }`", "escriba `entity Plan root { … }`"));
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
            report_.error("B133", {file, value.word.span}, say("the value \"{}\" is given twice", "el valor \"{}\" figura dos veces", {value.word.text}),
                          say("take one out", "quite uno"));
            continue;
        }
        enumeration.values.push_back({value.word.text, texts(value.labels, file, What{"the label of {}", "la etiqueta de {}", value.word.text})});
    }
}

void Checker::fill_enumerations() {
    Vocabulary& vocabulary = ruleset_.vocabulary;
    const auto unknown = [&](const syntax::Word& name, std::uint16_t file) {
        std::vector<std::string> candidates;
        for (const auto& [known, index] : enumeration_index_) candidates.push_back(known);
        std::sort(candidates.begin(), candidates.end());
        const std::vector<std::string> near = nearest(name.text, candidates);
        std::string offered;
        for (const std::string& one : near) offered += (offered.empty() ? "" : ", ") + one;
        report_.error("B132", {file, name.span}, say("there is no enumeration \"{}\"", "no hay ninguna enumeración \"{}\"", {name.text}),
                      near.empty() ? say("declare it with `enum`", "declárela con `enum`") : say("did you mean {}?", "¿quiso decir {}?", {offered}));
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
                    report_.error(
                        "B146", {one.file, node->name.span},
                        say("{} has an order, so no value can be added to it", "{} tiene un orden: no se le puede añadir ningún valor", {node->name.text}),
                        say("declare an enumeration of your own", "declare una enumeración propia"));
                add_values(enumeration, node->values, one.file);
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EnumDeclaration>(&item); node && !node->extends.empty()) {
                const auto found = enumeration_index_.find(node->name.text);
                const auto base = enumeration_index_.find(node->extends.text);
                if (base == enumeration_index_.end()) unknown(node->extends, one.file);
                else if (found != enumeration_index_.end()) open.push_back({node, one.file, found->second, base->second});
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
                if (node.values.ordered)
                    report_.error("B146", {entry->file, node.name.span},
                                  say("an enumeration that extends another has no order", "una enumeración que extiende otra no tiene orden"),
                                  say("separate its values by commas", "separe sus valores con comas"));
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
        return static_cast<std::size_t>(std::find_if(open.begin(), open.end(), [&](const Open& one) { return one.index == open[at].base; }) - open.begin());
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
        report_.error("B143", {open[*ring].file, open[*ring].node->extends.span},
                      say("an enumeration extends itself: {}", "una enumeración se extiende a sí misma: {}", {joined(names)}),
                      say("take out one of the `extends` of this ring", "quite uno de los `extends` de este círculo"));
    }
}

void Checker::fill_entities() {
    for (const auto& one : merged_) {
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::EntityDeclaration>(&item)) {
                const auto found = entity_index_.find(node->name.text);
                if (found == entity_index_.end()) continue;
                const auto index = static_cast<std::uint32_t>(found->second);
                if (entity_places_[index].file != one.file || !(entity_places_[index].span == node->name.span)) continue;  // declared twice
                add_fields(index, node->fields, one.file);
                Entity& entity = ruleset_.vocabulary.entities[index];
                for (const syntax::Word& word : node->key) {
                    const int key = entity.field_of(word.text);
                    if (key < 0) {
                        std::vector<std::string> candidates;
                        for (const Field& field : entity.fields) candidates.push_back(field.name);
                        const std::vector<std::string> near = nearest(word.text, candidates, 1);
                        report_.error("B141", {one.file, word.span},
                                      say("the key \"{}\" is no field of {}", "la clave \"{}\" no es un campo de {}", {word.text, entity.name}),
                                      near.empty() ? say("add the field: `{} text`", "añada el campo: `{} text`", {word.text})
                                                   : say("did you mean {}?", "¿quiso decir {}?", {near.front()}));
                        continue;
                    }
                    const Field& field = entity.fields[static_cast<std::size_t>(key)];
                    if (field.type.list || (field.type.kind == TypeKind::item && !field.reference))
                        report_.error(
                            "B141", {one.file, word.span},
                            tell("\"{}\" is {}, which cannot be a key", "\"{}\" es {}, que no puede ser clave", {word.text, describe(field.type)}),
                            say("take a text, a number, a date, an enumeration or a ref", "tome un texto, un número, una fecha, una enumeración o un ref"));
                    else entity.key.push_back(static_cast<std::uint32_t>(key));
                }
            }
        for (const syntax::VocabularyItem& item : one.node->items)
            if (const auto* node = std::get_if<syntax::ExtendDeclaration>(&item); node && !node->is_enumeration) {
                const auto found = entity_index_.find(node->name.text);
                if (found == entity_index_.end()) {
                    std::vector<std::string> candidates;
                    for (const auto& [known, index] : entity_index_) candidates.push_back(known);
                    std::sort(candidates.begin(), candidates.end());
                    const std::vector<std::string> near = nearest(node->name.text, candidates, 1);
                    report_.error("B132", {one.file, node->name.span},
                                  say("there is no entity \"{}\" to extend", "no hay ninguna entidad \"{}\" que ampliar", {node->name.text}),
                                  near.empty() ? say("declare it with `entity`, or name the vocabulary that has it with `extends`",
                                                     "declárela con `entity`, o nombre el vocabulario que la tiene con `extends`")
                                               : say("did you mean {}?", "¿quiso decir {}?", {near.front()}));
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
            report_.error("B133", where, say("{} has the field \"{}\" twice", "{} tiene dos veces el campo \"{}\"", {entity_name, node.word.text}),
                          say("give one of them another name; the other is at {}", "dé a uno otro nombre; el otro está en {}",
                              {line_of(files_, field_places_[index][static_cast<std::size_t>(before)])}));
            continue;
        }
        if (index == ruleset_.vocabulary.root && (node.word.text == "evidence" || node.word.text == "judgements"))
            report_.error("B140", where, say("\"{}\" is reserved at the root of a plan", "\"{}\" está reservado en la raíz de un plan", {node.word.text}),
                          say("choose another name for the field", "elija otro nombre para el campo"));
        Field field;
        field.name = node.word.text;
        const std::string shown = entity_name + "." + field.name;
        field.labels = texts(node.labels, file, What{"the label of {}", "la etiqueta de {}", shown});
        field.ask = texts(node.ask, file, What{"the question of {}", "la pregunta de {}", shown});
        const ResolvedType resolved = resolve_type(node.type, file, shown);
        field.type = resolved.type;
        field.reference = resolved.reference;
        if (node.initial) field.initial = initial_value(*node.initial, field.type, file);
        ruleset_.vocabulary.entities[index].add_field(std::move(field));
        field_places_[index].push_back(where);
    }
}

std::optional<std::string> Checker::initial_value(const syntax::Literal& literal, const Type& type, std::uint16_t file) {
    if (type.kind == TypeKind::nothing) return std::nullopt;
    if (type.list || type.kind == TypeKind::item) {
        report_.error(
            "B142", {file, literal.span},
            tell("only a single value can have a default, this is {}", "solo un valor puede tener un valor por defecto, esto es {}", {describe(type)}),
            say("take out the default", "quite el valor por defecto"));
        return std::nullopt;
    }
    return cell(literal, type, file);
}

std::optional<std::string> Checker::cell(const syntax::Literal& literal, const Type& type, std::uint16_t file) {
    using Kind = syntax::ExpressionKind;
    const Place where{file, literal.span};
    const auto refused = [&](grammar::Localized help = {}) -> std::optional<std::string> {
        const Localized wanted = describe(type);
        report_.error("B142", where, tell("\"{}\" is not {}", "\"{}\" no es {}", {literal.text, wanted}), std::move(help), wanted);
        return std::nullopt;
    };
    switch (type.kind) {
        case TypeKind::text:
            if (literal.kind == Kind::text) return json_text(text::entered(literal.text));
            return refused(say("put it in quotes", "póngalo entre comillas"));
        case TypeKind::yes_no:
            if (literal.kind == Kind::yes_no) return std::string(literal.text == "yes" ? "true" : "false");
            return refused(say("write yes or no", "escriba yes o no"));
        case TypeKind::number: {
            if (literal.kind != Kind::number) return refused();
            const std::string digits = without_underscores(literal.text);
            const std::optional<Decimal> value = decimal_from_text(digits);
            if (!value || (type.integer && *value % decimal_one != 0))
                return refused(type.integer ? say("write a whole number", "escriba un número entero") : Localized{});
            if (may_be_thousands(literal.text)) warn_of_thousands(literal.text, where);
            if (!literal.unit.empty()) {
                const std::int32_t unit = unit_named(literal.unit, where);
                if (unit < 0) return std::nullopt;
                if (!same_dimension(unit, type.unit)) return refused();
                // The plan writes the field's unit; so does a default.
                const Decimal have = ruleset_.vocabulary.units[static_cast<std::size_t>(unit)].factor;
                const Decimal want = type.unit < 0 ? decimal_one : ruleset_.vocabulary.units[static_cast<std::size_t>(type.unit)].factor;
                const std::optional<Decimal> base = multiply(*value, have);
                const std::optional<Decimal> shown = base ? divide(*base, want) : std::nullopt;
                return shown ? std::optional(decimal_to_text(*shown)) : refused();
            }
            return decimal_to_text(*value);
        }
        case TypeKind::percent: {
            const std::optional<Decimal> value =
                literal.kind == Kind::percent || literal.kind == Kind::number ? decimal_from_text(without_underscores(literal.text)) : std::nullopt;
            if (!value || literal.kind != Kind::percent) return refused(say("write it with its sign, like 30%", "escríbalo con su signo, como 30%"));
            return json_text(decimal_to_text(*value) + "%");
        }
        case TypeKind::date:
            if (literal.kind == Kind::date && day_from_text(literal.text)) return json_text(literal.text);
            return refused(say("write it like 2025-07-01", "escríbala como 2025-07-01"));
        case TypeKind::moment:
            if (literal.kind == Kind::moment && moment_from_text(literal.text)) return json_text(literal.text);
            return refused(say("write it like 2025-07-01T08:30-06:00", "escríbalo como 2025-07-01T08:30-06:00"));
        case TypeKind::duration:
            if (literal.kind == Kind::duration) {
                if (literal.unit == "working_days") {
                    report_.error("B901", where, say("working days are not counted by this version", "esta versión no cuenta días hábiles"),
                                  say("write days, or keep it in a file of its own", "escriba días, o guárdelo en un archivo propio"));
                    return std::nullopt;
                }
                return json_text(without_underscores(literal.text) + " " + literal.unit);
            }
            return refused(say("write it like 2 weeks", "escríbala como 2 weeks"));
        case TypeKind::enumeration: {
            const Enumeration& enumeration = ruleset_.vocabulary.enumerations[static_cast<std::size_t>(type.of)];
            if (literal.kind != Kind::name && literal.kind != Kind::yes_no) return refused();
            if (enumeration.index_of(literal.text) >= 0) return json_text(literal.text);
            std::vector<std::string> words;
            for (const EnumerationValue& value : enumeration.values) words.push_back(value.word);
            const std::vector<std::string> near = nearest(literal.text, words, 1);
            const std::string name = enumeration_name(type.of);
            report_.error("B102", where, say("\"{}\" is not a value of {}", "\"{}\" no es un valor de {}", {literal.text, name}),
                          near.empty() ? say("{} is: {}", "{} es: {}", {name, values_of(type.of)})
                                       : say("did you mean {}? {} is: {}", "¿quiso decir {}? {} es: {}", {near.front(), name, values_of(type.of)}));
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
                report_.error("B141", field_places_[index][field],
                              say("{} has no key, so nothing can refer to it", "{} no tiene clave: nada puede referirse a él", {name}),
                              say("write `entity {} key id { id text … }`", "escriba `entity {} key id { id text … }`", {name}), {}, "key of " + name);
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
                    report_.error("B108", entity_places_[step.entity],
                                  say("more than {} entities lie in each other here", "aquí hay más de {} entidades una dentro de otra",
                                      {std::to_string(greatest_entity_depth)}),
                                  say("refer to items by their key: `ref`", "refiérase a los elementos por su clave: `ref`"));
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
                const auto ring = std::find_if(path.begin(), path.end(), [&](const Step& other) { return other.entity == inner; });
                std::vector<std::string> names;
                for (auto other = ring; other != path.end(); ++other) names.push_back(entities[other->entity].name);
                names.push_back(entities[inner].name);
                report_.error("B139", field_places_[step.entity][field],
                              say("{} would lie in itself: {}", "{} estaría dentro de sí mismo: {}", {entities[inner].name, joined(names)}),
                              say("write `{} {}ref {}`", "escriba `{} {}ref {}`", {one.name, one.type.list ? "list of " : "", entities[inner].name}));
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
