// PlanBuilder: a plan value by value, kept as the tree that it would be.
#include "api/plan_tree.hpp"
#include "api/state.hpp"

#include "plans/places.hpp"
#include "text/normal_form.hpp"

namespace brecha {

namespace {

using model::TypeKind;
using plans::Node;

/// "[3]" -> 3.
std::optional<std::size_t> position_of(const std::string& step) {
    constexpr std::size_t most_digits = 6;
    if (step.size() < 3 || step.size() > most_digits + 2 || step.front() != '[' || step.back() != ']')
        return std::nullopt;
    std::size_t number = 0;
    for (std::size_t at = 1; at + 1 < step.size(); ++at) {
        if (step[at] < '0' || step[at] > '9') return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(step[at] - '0');
    }
    return number;
}

std::vector<std::string> split(const std::string& text, std::size_t count) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (parts.size() + 1 < count) {
        const std::size_t comma = text.find(',', begin);
        if (comma == std::string::npos) break;
        parts.push_back(text.substr(begin, comma - begin));
        begin = comma + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

}  // namespace

struct PlanBuilder::State {
    Ruleset rules;
    reading::Tree memory = {};  // keeps the words of the nodes
    Node plan = {};
    std::uint32_t next_spot = 1;
    std::size_t deepest = 0;

    explicit State(Ruleset of) : rules(std::move(of)) { plan.kind = Node::Kind::object; }

    Node made(Node::Kind kind, std::string_view text = {}, bool truth = false) {
        Node node;
        node.kind = kind;
        node.text = memory.keep(text);
        node.truth = truth;
        node.spot = next_spot++;
        return node;
    }
    Node made(const PlanValue& value) {
        const HostValue host = host_value(value);
        return made(host.kind, host.text, host.truth);
    }
    Node& append(Node& object, std::string_view key, Node node) {
        node.key = memory.keep(host_text(key));
        node.key_spot = next_spot++;
        return object.children.emplace_back(std::move(node));
    }
    /// The member of that name and kind, made where there is none. One of another kind stays: the reader tells of both.
    Node& member(Node& object, std::string_view key, Node::Kind kind) {
        for (Node& child : object.children)
            if (child.key == key && child.kind == kind) return child;
        return append(object, key, made(kind));
    }

    /// The object in which the last step of a place stands, made on the way, with that step. Of a field that the
    /// vocabulary lacks objects are made. An element of a list is its last step.
    struct Slot {
        Node* object = nullptr;
        std::string name;
        const model::Field* field = nullptr;  // of `name`; null: none
        bool is_element = false;              // the place is the element `object` itself
    };
    Slot slot(std::string_view place) {
        const model::Vocabulary& vocabulary = rules.state().model->vocabulary;
        std::vector<std::string> steps = plans::steps_of(text::composed_form(place));
        if (steps.empty()) steps.emplace_back();
        deepest = std::max(deepest, steps.size());
        if (steps.size() > reading::greatest_plan_nesting) steps.resize(1);
        Node* here = &plan;
        auto entity = static_cast<std::int32_t>(vocabulary.root);  // of the item that `here` is; -1: not known
        for (std::size_t index = 0;; ++index) {
            const std::string& step = steps[index];
            const model::Field* field = nullptr;
            if (entity >= 0)
                if (const int number = vocabulary.entities[static_cast<std::size_t>(entity)].field_of(step);
                    number >= 0)
                    field =
                        &vocabulary.entities[static_cast<std::size_t>(entity)].fields[static_cast<std::size_t>(number)];
            if (index + 1 == steps.size()) return {here, step, field, false};
            const bool owned = field != nullptr && field->type.kind == TypeKind::item && !field->reference;
            entity = owned ? field->type.of : -1;
            if (field == nullptr || !field->type.list) {
                here = &member(*here, step, Node::Kind::object);
                continue;
            }
            Node& list = member(*here, step, Node::Kind::list);
            here = &element(list, owned ? &vocabulary.entities[static_cast<std::size_t>(entity)] : nullptr,
                            steps[++index]);
            if (index + 1 == steps.size()) return {here, {}, nullptr, true};
        }
    }

    Node& element(Node& list, const model::Entity* entity, const std::string& step) {
        if (const auto position = position_of(step)) {
            while (list.children.size() <= *position)
                list.children.push_back(made(entity != nullptr ? Node::Kind::object : Node::Kind::null));
            return list.children[*position];
        }
        if (entity == nullptr || entity->key.empty())
            return list.children.emplace_back(made(PlanValue(step)));  // a value of a list is named by itself
        const std::vector<std::string> keys = split(step, entity->key.size());
        const auto field = [&](std::size_t index) -> const model::Field& { return entity->fields[entity->key[index]]; };
        for (Node& item : list.children) {
            bool same = item.kind == Node::Kind::object;
            for (std::size_t index = 0; index < keys.size() && same; ++index) {
                const Node* const part = item.member(field(index).name);
                same = part != nullptr && part->text == keys[index];
            }
            if (same) return item;
        }
        Node item = made(Node::Kind::object);
        for (std::size_t index = 0; index < keys.size(); ++index) {
            const bool number = field(index).type.kind == TypeKind::number && reading::is_json_number(keys[index]);
            append(item, field(index).name, made(number ? PlanValue::exactly(keys[index]) : PlanValue(keys[index])));
        }
        return list.children.emplace_back(std::move(item));
    }

    /// A place that has a value already gets another beside it: where the two differ, the reader says so.
    void put(std::string_view place, Node node) {
        const Slot to = slot(place);
        if (!to.is_element) {
            append(*to.object, to.name, std::move(node));
        } else if (to.object->kind == Node::Kind::null) {
            *to.object = std::move(node);
        } else if (!reading::same_value(*to.object, node)) {
            Node conflict = made(Node::Kind::conflict);
            conflict.key = memory.keep(host_text(place));
            conflict.children = {std::move(*to.object), std::move(node)};
            *to.object = std::move(conflict);
        }
    }
};

PlanBuilder::PlanBuilder(const Ruleset& rules) : state_(new State(rules)) {}
PlanBuilder::PlanBuilder(PlanBuilder&&) noexcept = default;
PlanBuilder& PlanBuilder::operator=(PlanBuilder&&) noexcept = default;
PlanBuilder::~PlanBuilder() = default;

PlanBuilder& PlanBuilder::set(std::string_view place, const PlanValue& value) {
    state_->put(place, state_->made(value));
    return *this;
}

PlanBuilder& PlanBuilder::set_list(std::string_view place, const std::vector<PlanValue>& values) {
    Node list = state_->made(Node::Kind::list);
    for (const PlanValue& value : values) list.children.push_back(state_->made(value));
    state_->put(place, std::move(list));
    return *this;
}

PlanBuilder& PlanBuilder::set_between(std::string_view place, const std::optional<PlanValue>& from,
                                      const std::optional<PlanValue>& to) {
    Node bounds = state_->made(Node::Kind::object);
    if (from) state_->append(bounds, "from", state_->made(*from));
    if (to) state_->append(bounds, "to", state_->made(*to));
    state_->put(place, std::move(bounds));
    return *this;
}

PlanBuilder& PlanBuilder::add(std::string_view place) {
    const State::Slot to = state_->slot(place);
    if (!to.is_element)
        state_->member(*to.object, to.name,
                       to.field != nullptr && to.field->type.list ? Node::Kind::list : Node::Kind::object);
    return *this;
}

PlanBuilder& PlanBuilder::evidence(std::string_view place, std::string_view key, const PlanValue& value) {
    Node& entry = state_->member(state_->member(state_->plan, "evidence", Node::Kind::object), host_text(place),
                                 Node::Kind::object);
    state_->append(entry, key, state_->made(value));
    return *this;
}

std::string PlanBuilder::json() const { return reading::json_of(state_->plan) + "\n"; }

Outcome<Plan> PlanBuilder::read(const PlanOptions& options) const {
    PlanTree tree;
    tree.state().spelled.tree.adopt(state_->plan, state_->deepest);
    return state_->rules.read_plan(tree, options);
}

}  // namespace brecha
