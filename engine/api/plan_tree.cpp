// PlanTree: a plan as a tree of values, as a host reads it from a spelling of its own.
#include "api/plan_tree.hpp"
#include "api/state.hpp"

#include "messages/message.hpp"
#include "text/characters.hpp"
#include "text/visible.hpp"
#include "words/language.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace brecha {

using plans::Node;

std::string host_text(std::string_view text) {
    return text::first_broken_byte(text) == std::string_view::npos ? std::string(text) : text::visible(text);
}

HostValue host_value(const PlanValue& value) {
    switch (value.kind) {
        case PlanValue::Kind::text:
            if (text::first_broken_byte(value.text) == std::string_view::npos) return {Node::Kind::text, value.text};
            return {Node::Kind::unusable, '"' + text::visible(value.text) + "\" (not UTF-8)"};
        case PlanValue::Kind::yes_no: return {Node::Kind::truth, {}, value.yes};
        case PlanValue::Kind::integer: return {Node::Kind::number, std::to_string(value.integer)};
        case PlanValue::Kind::number: {
            if (!std::isfinite(value.number)) return {Node::Kind::unusable, std::to_string(value.number)};
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value.number).ptr;
            return {Node::Kind::number, std::string(digits.data(), end)};
        }
        case PlanValue::Kind::decimal:
            return {reading::is_json_number(value.text) ? Node::Kind::number : Node::Kind::unusable,
                    host_text(value.text)};
    }
    return {};
}

PlanTree::PlanTree() : state_(new State) {}
PlanTree::PlanTree(PlanTree&&) noexcept = default;
PlanTree& PlanTree::operator=(PlanTree&&) noexcept = default;
PlanTree::~PlanTree() = default;

PlanTree& PlanTree::begin_object(Position at) {
    state_->spelled.tree.begin_object(state_->spot(at));
    return *this;
}
PlanTree& PlanTree::begin_list(Position at) {
    state_->spelled.tree.begin_list(state_->spot(at));
    return *this;
}
PlanTree& PlanTree::end() {
    state_->spelled.tree.end();
    return *this;
}
PlanTree& PlanTree::key(std::string_view name, Position at) {
    state_->spelled.tree.key(host_text(name), state_->spot(at));
    return *this;
}
PlanTree& PlanTree::value(const PlanValue& value, Position at) {
    const HostValue host = host_value(value);
    state_->spelled.tree.scalar(host.kind, host.text, state_->spot(at), host.truth);
    return *this;
}
PlanTree& PlanTree::nothing(Position at) {
    state_->spelled.tree.scalar(Node::Kind::null, {}, state_->spot(at));
    return *this;
}
PlanTree& PlanTree::plain(std::string_view written, Position at) {
    state_->spelled.tree.scalar(Node::Kind::plain, host_text(written), state_->spot(at));
    return *this;
}
PlanTree& PlanTree::unusable(std::string_view shown, Position at) {
    state_->spelled.tree.scalar(Node::Kind::unusable, host_text(shown), state_->spot(at));
    return *this;
}
PlanTree& PlanTree::refuse(std::string_view format, const std::vector<std::pair<Language, std::string>>& why,
                           Position at) {
    messages::Labels labels;
    for (const auto& [language, text] : why)
        if (const auto named = words::language_named(language.tag())) labels[words::index_of(*named)] = host_text(text);
    state_->spelled.refusal = {std::string(format),
                               why.empty() ? messages::Message() : messages::Message::labels(std::move(labels)),
                               {at.line, at.column}};
    return *this;
}

std::string PlanTree::json(const Ruleset& rules) const {
    return reading::json_of(state_->spelled, rules.state().model->vocabulary);
}

}  // namespace brecha
