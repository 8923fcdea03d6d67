#include <brecha/grammar/translatable.hpp>

#include "quoted.hpp"
#include "translated_words.hpp"
#include "words/keyword_match.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <unordered_map>
#include <utility>

namespace brecha::grammar {

namespace {

using namespace syntax;

/// Walks a unit and notes its texts.
class Collector {
public:
    std::vector<TranslatableText> take() { return std::move(found_); }

    void item(const TitleLine& line) { add(TextKind::title, {}, line.texts, line.span); }
    void item(const UnitDeclaration& unit) { add(TextKind::unit, unit.name.text, unit.labels, unit.span); }
    void item(const EnumDeclaration& declaration) { values(declaration.name.text, declaration.values); }
    void item(const EntityDeclaration& entity) {
        in(TextOwner::entity, entity.name.text, [&] { add(TextKind::label, {}, entity.labels, entity.name.span); });
        fields(TextOwner::entity, entity.name.text, entity.fields);
    }
    void item(const ExtendDeclaration& extension) {
        values(extension.name.text, extension.values);
        fields(TextOwner::entity, extension.name.text, extension.fields);
    }
    void item(const SourceDeclaration& source) {
        add(TextKind::source, source.name.text, source.title, source.span);
        add(TextKind::publisher, source.name.text, source.publisher, source.span);
    }
    void dated(const std::vector<DatedValue>& values) {
        for (const DatedValue& one : values) {
            judgements({}, one.value);
            if (one.cite) cite(*one.cite);
        }
    }
    void item(const ParameterDeclaration& parameter) {
        add(TextKind::parameter, parameter.name.text, parameter.title, parameter.span);
        if (parameter.type) type(parameter.name.text, *parameter.type);
        dated(parameter.values);
        for (const Cite& one : parameter.cites) cite(one);
    }
    void item(const Definition& definition) {
        for (const DefineParameter& parameter : definition.parameters)
            type(definition.name.text + "." + parameter.name.text, parameter.type);
        if (definition.type) type(definition.name.text, *definition.type);
        if (definition.cite) cite(*definition.cite);
    }
    void item(const Table& table) {
        for (const TableColumn& column : table.keys)
            if (column.type) type(table.name.text + "." + column.word.text, *column.type);
        fields(TextOwner::table, table.name.text, table.fields);
        if (table.type) type(table.name.text, *table.type);
        if (table.cite) cite(*table.cite);
    }
    void item(const Requirement& requirement) {
        for (const Clause& clause : requirement.clauses) item(TextOwner::requirement, requirement.id.text, clause);
    }
    void item(const std::unique_ptr<Group>& group) {
        for (const GroupItem& inner : group->items) {
            if (const auto* clause = std::get_if<Clause>(&inner)) item(TextOwner::group, group->name.text, *clause);
            else std::visit([&](const auto& which) { this->item(which); }, inner);
        }
    }
    void item(const SetLine& line) {
        add(TextKind::set, line.name.text, line.why.because, line.span);
        dated(line.values);
        if (line.why.cite) cite(*line.why.cite);
    }
    void item(const WaiveLine& line) { ids(TextKind::waive, line); }
    void item(const MakeLine& line) { ids(TextKind::make, line); }
    void item(const ReplaceBlock& block) {
        for (const Clause& clause : block.clauses) item(TextOwner::replacement, block.id.text, clause);
        if (!block.why) return;
        in(TextOwner::replacement, block.id.text, [&] {
            add(TextKind::because, {}, block.why->because, block.why->span);
            if (block.why->cite) cite(*block.why->cite);
        });
    }
    void item(const ReplaceCalendar& line) {
        in(TextOwner::replacement, line.calendar.name.text, [&] {
            add(TextKind::because, {}, line.why.because, line.why.span);
            if (line.why.cite) cite(*line.why.cite);
        });
    }
    template <typename Other>
    void item(const Other&) {}

private:
    template <typename Line>
    void ids(TextKind kind, const Line& line) {
        add(kind, line.ids.front().text, line.why.because, line.span);
        if (line.why.cite) cite(*line.why.cite);
    }

    template <typename Add>
    void in(TextOwner owner, const std::string& name, const Add& add_all) {
        const TextOwner before = std::exchange(owner_, owner);
        std::string name_before = std::exchange(owner_name_, name);
        add_all();
        owner_ = before;
        owner_name_ = std::move(name_before);
    }

    TextKey key(TextKind kind, const std::string& word) const { return {owner_, owner_name_, kind, word, {}, 1}; }

    void add(TextKind kind, const std::string& word, const Texts& texts, const Span& span, std::string clause = {}) {
        TextKey own = key(kind, word);
        own.clause = std::move(clause);
        own.number = ++counts_[own];
        if (owner_ == TextOwner::whole) index_.emplace(own, found_.size());
        found_.push_back({std::move(own), {&texts}, span});
    }

    /// A theme or module has one label, wherever in the unit it is written.
    void add_label(TextKind kind, const LabelledWord& word) {
        in(TextOwner::whole, {}, [&] {
            if (const auto known = index_.find(key(kind, word.word.text)); known != index_.end())
                found_[known->second].texts.push_back(&word.labels);
            else add(kind, word.word.text, word.labels, word.word.span);
        });
    }

    void values(const std::string& name, const EnumValues& all) {
        in(TextOwner::enumeration, name, [&] {
            for (const EnumValue& value : all.values) {
                add(TextKind::label, value.word.text, value.labels, value.word.span);
                add(TextKind::listed, value.word.text, value.listed, value.word.span);
            }
        });
    }
    /// `one of …`
    void type(const std::string& shown_as, const Type& given) {
        const Type* type = &given;
        while (type->element) type = type->element.get();
        values(shown_as, type->values);
    }
    void fields(TextOwner owner, const std::string& name, const std::vector<Field>& all) {
        for (const Field& field : all) {
            in(owner, name, [&] {
                add(TextKind::label, field.word.text, field.labels, field.word.span);
                add(TextKind::ask, field.word.text, field.ask, field.span);
            });
            type(name + "." + field.word.text, field.type);
        }
    }
    void cite(const Cite& one) {
        if (!one.quote.empty()) add(TextKind::quote, one.source.text, one.quote, one.span, one.clause.text);
    }

    void item(TextOwner owner, const std::string& name, const Clause& clause) {
        in(owner, name, [&] { std::visit([&](const auto& line_) { this->line(line_); }, clause); });
    }
    void line(const TitleLine& title) { add(TextKind::title, {}, title.texts, title.span); }
    void line(const MessageLine& message) {
        const TextKind kind = message.kind == MessageKind::gap      ? TextKind::gap
                              : message.kind == MessageKind::remedy ? TextKind::remedy
                                                                    : TextKind::none;
        add(kind, message.part.text, message.texts, message.span);
    }
    void line(const NoteLine& note) { add(TextKind::note, {}, note.texts, note.span); }
    void line(const ThemeLine& theme) { add_label(TextKind::theme, theme.theme); }
    void line(const TrainingLine& training) {
        for (const LabelledWord& module : training.modules) add_label(TextKind::training, module);
    }
    void line(const Cite& one) { cite(one); }
    void line(const WhenLine& when) { judgements({}, when.condition); }
    void line(const EachLine& each) { judgements({}, each.binder); }
    void line(const LetLine& let) { judgements({}, let.value); }
    void line(const RequireLine& require) {
        add(TextKind::require, require.part.text, require.label, require.span);
        add(TextKind::listed, require.part.text, require.listed, require.span);
        judgements(require.part.text, require.condition);
        if (require.unless) judgements(require.part.text, *require.unless);
    }
    void line(const StepLine& step) { add(TextKind::step, step.word.text, step.texts, step.span); }
    void line(const EventLine& event) {
        add(event.is_case ? TextKind::case_ : TextKind::event, event.word.text, event.texts, event.span);
    }
    template <typename Other>
    void line(const Other&) {}

    void judgements(const std::string& part, const Binder& binder) {
        judgements(part, *binder.list);
        if (binder.condition) judgements(part, *binder.condition);
    }
    void judgements(const std::string& part, const Expression& expression) {
        if (expression.kind == ExpressionKind::judged)
            add(TextKind::judged, part, expression.further().texts, expression.span);
        for (const Expression& operand : expression.operands) judgements(part, operand);
        if (expression.binder) judgements(part, *expression.binder);
    }

    TextOwner owner_ = TextOwner::whole;
    std::string owner_name_;
    std::vector<TranslatableText> found_;
    std::unordered_map<TextKey, std::size_t, HashOfKey> counts_;  // of equal keys; their number is 1
    std::unordered_map<TextKey, std::size_t, HashOfKey> index_;   // into found_, of what is of the whole
};

}  // namespace

std::size_t HashOfKey::operator()(const TextKey& key) const {
    const std::hash<std::string_view> of;
    std::size_t hash =
        static_cast<std::size_t>(key.owner) * 31 + static_cast<std::size_t>(key.kind) + key.number * 1009;
    for (const std::string* text : {&key.owner_name, &key.word, &key.clause})
        hash = (hash ^ of(*text)) * 0x9E3779B97F4A7C15u;
    return hash;
}

TextKey key_of(const TranslatedBlock* block, const TranslatedText& text) {
    TextKey key;
    if (block != nullptr) {
        key.owner = block->owner;
        key.owner_name = block->name.text;
    }
    key.kind = text.kind;
    key.word = text.word.text;
    key.clause = text.clause.text;
    if (const std::string& number = text.number.text; !number.empty())
        std::from_chars(number.data(), number.data() + number.size(), key.number);
    return key;
}

std::string owner_written(const TextKey& key, std::string_view language) {
    if (key.owner == TextOwner::whole) return {};
    return std::string(spelling(role_of(key.owner), keyword_language(language))) + " " + key.owner_name;
}

std::string line_written(const TextKey& key, std::string_view language) {
    std::string line;
    const auto append = [&](std::string_view word) { (line += line.empty() ? "" : " ") += word; };
    if (const Role role = role_of(key.kind); role != no_role) append(spelling(role, keyword_language(language)));
    if (!key.word.empty()) append(key.word);
    if (says_why(key.kind)) append(spelling(role("because"), keyword_language(language)));
    if (key.kind == TextKind::quote) append(quoted(key.clause, false, 0));
    if (key.number > 1) append(std::to_string(key.number));
    return line;
}

std::vector<TranslatableText> translatable_texts(const Vocabulary& vocabulary) {
    Collector collector;
    for (const VocabularyItem& item : vocabulary.items)
        std::visit([&](const auto& which) { collector.item(which); }, item);
    return collector.take();
}

std::vector<TranslatableText> translatable_texts(const Ruleset& ruleset) {
    Collector collector;
    for (const RulesetItem& item : ruleset.items) std::visit([&](const auto& which) { collector.item(which); }, item);
    return collector.take();
}

}  // namespace brecha::grammar
