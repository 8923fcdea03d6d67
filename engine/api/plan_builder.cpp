// PlanBuilder: a plan value by value, kept as the JSON text that it would be.
#include "api/state.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace brecha {

namespace {

using Json = nlohmann::ordered_json;
using model::TypeKind;

Json json_of(const PlanValue& value) {
    switch (value.kind) {
        case PlanValue::Kind::text: return value.text;
        case PlanValue::Kind::yes_no: return value.yes;
        case PlanValue::Kind::integer: return value.integer;
        case PlanValue::Kind::number: return value.number;
    }
    return nullptr;
}

/// "agencies/ict" -> "agencies", "ict"; in a key ~0 is ~ and ~1 is /.
std::vector<std::string> steps_of(std::string_view place) {
    std::vector<std::string> steps;
    while (!place.empty()) {
        const std::size_t end = place.find('/');
        std::string step;
        const std::string_view written = place.substr(0, end);
        for (std::size_t at = 0; at < written.size(); ++at) {
            if (written[at] == '~' && at + 1 < written.size() && (written[at + 1] == '0' || written[at + 1] == '1')) step += written[++at] == '0' ? '~' : '/';
            else step += written[at];
        }
        steps.push_back(std::move(step));
        place = end == std::string_view::npos ? std::string_view() : place.substr(end + 1);
    }
    return steps;
}

/// "[3]" -> 3.
std::optional<std::size_t> position_of(const std::string& step) {
    constexpr std::size_t most_digits = 6;
    if (step.size() < 3 || step.size() > most_digits + 2 || step.front() != '[' || step.back() != ']') return std::nullopt;
    std::size_t number = 0;
    for (std::size_t at = 1; at + 1 < step.size(); ++at) {
        if (step[at] < '0' || step[at] > '9') return std::nullopt;
        number = number * 10 + static_cast<std::size_t>(step[at] - '0');
    }
    return number;
}

/// A key as the plan writes it: a number where its field is one.
Json key_json(const model::Field& field, const std::string& text) {
    if (field.type.kind == TypeKind::number)
        if (Json number = Json::parse(text, nullptr, false); number.is_number()) return number;
    return text;
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
    Json plan = Json::object();

    /// The value at a place, made on the way. A field that the vocabulary lacks is taken as an object's.
    Json& at(std::string_view place) {
        const model::Vocabulary& vocabulary = rules.state().model->vocabulary;
        Json* here = &plan;
        auto entity = static_cast<std::int32_t>(vocabulary.root);  // of the item that `here` is; -1: not known
        const std::vector<std::string> steps = steps_of(place);
        for (std::size_t index = 0; index < steps.size(); ++index) {
            if (!here->is_object()) *here = Json::object();
            const model::Field* field = nullptr;
            if (entity >= 0)
                if (const int number = vocabulary.entities[static_cast<std::size_t>(entity)].field_of(steps[index]); number >= 0)
                    field = &vocabulary.entities[static_cast<std::size_t>(entity)].fields[static_cast<std::size_t>(number)];
            here = &(*here)[steps[index]];
            const bool owned = field != nullptr && field->type.kind == TypeKind::item && !field->reference;
            entity = owned ? field->type.of : -1;
            if (field == nullptr || !field->type.list || index + 1 == steps.size()) continue;
            here = &element(*here, owned ? &vocabulary.entities[static_cast<std::size_t>(entity)] : nullptr, steps[++index]);
        }
        return *here;
    }

    static Json& element(Json& list, const model::Entity* entity, const std::string& step) {
        if (!list.is_array()) list = Json::array();
        if (const auto position = position_of(step)) {
            while (list.size() <= *position) list.push_back(entity ? Json::object() : Json(nullptr));
            return list[*position];
        }
        if (entity == nullptr || entity->key.empty()) {
            list.push_back(step);  // a value of a list is named by itself
            return list.back();
        }
        const std::vector<std::string> keys = split(step, entity->key.size());
        const auto matches = [&](const Json& item) {
            for (std::size_t index = 0; index < keys.size(); ++index) {
                const model::Field& field = entity->fields[entity->key[index]];
                const auto found = item.is_object() ? item.find(field.name) : item.end();
                if (!item.is_object() || found == item.end() || *found != key_json(field, keys[index])) return false;
            }
            return true;
        };
        for (Json& item : list)
            if (matches(item)) return item;
        Json item = Json::object();
        for (std::size_t index = 0; index < keys.size(); ++index) {
            const model::Field& field = entity->fields[entity->key[index]];
            item[field.name] = key_json(field, keys[index]);
        }
        list.push_back(std::move(item));
        return list.back();
    }
};

PlanBuilder::PlanBuilder(const Ruleset& rules) : state_(new State{rules}) {}
PlanBuilder::PlanBuilder(PlanBuilder&&) noexcept = default;
PlanBuilder& PlanBuilder::operator=(PlanBuilder&&) noexcept = default;
PlanBuilder::~PlanBuilder() = default;

PlanBuilder& PlanBuilder::set(std::string_view place, const PlanValue& value) {
    state_->at(place) = json_of(value);
    return *this;
}

PlanBuilder& PlanBuilder::set_list(std::string_view place, const std::vector<PlanValue>& values) {
    Json list = Json::array();
    for (const PlanValue& value : values) list.push_back(json_of(value));
    state_->at(place) = std::move(list);
    return *this;
}

PlanBuilder& PlanBuilder::set_between(std::string_view place, const std::optional<PlanValue>& from, const std::optional<PlanValue>& to) {
    Json bounds = Json::object();
    if (from) bounds["from"] = json_of(*from);
    if (to) bounds["to"] = json_of(*to);
    state_->at(place) = std::move(bounds);
    return *this;
}

PlanBuilder& PlanBuilder::add(std::string_view place) {
    Json& here = state_->at(place);
    if (!here.is_null()) return *this;
    // A list's name makes an empty list; an item's place made the item on the way.
    const model::Vocabulary& vocabulary = state_->rules.state().model->vocabulary;
    auto entity = static_cast<std::int32_t>(vocabulary.root);
    bool list = false;
    const std::vector<std::string> steps = steps_of(place);
    for (std::size_t index = 0; index < steps.size() && entity >= 0; ++index) {
        const int number = vocabulary.entities[static_cast<std::size_t>(entity)].field_of(steps[index]);
        if (number < 0) break;
        const model::Field& field = vocabulary.entities[static_cast<std::size_t>(entity)].fields[static_cast<std::size_t>(number)];
        list = field.type.list && index + 1 == steps.size();
        if (field.type.list) ++index;
        entity = field.type.kind == TypeKind::item && !field.reference ? field.type.of : -1;
    }
    here = list ? Json::array() : Json::object();
    return *this;
}

PlanBuilder& PlanBuilder::evidence(std::string_view place, std::string_view key, const PlanValue& value) {
    state_->plan["evidence"][std::string(place)][std::string(key)] = json_of(value);
    return *this;
}

std::string PlanBuilder::json() const { return state_->plan.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

Outcome<Plan> PlanBuilder::read(const PlanOptions& options) const { return state_->rules.read_plan(json(), options); }

}  // namespace brecha
