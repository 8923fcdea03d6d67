#include "plans/remark.hpp"

#include "messages/catalogue/common.hpp"
#include "messages/catalogue/plans.hpp"
#include "text/nearest.hpp"
#include "text/visible.hpp"

#include <algorithm>

namespace brecha::plans {

namespace say = messages::catalogue::plans;

namespace {

Remark remark(grammar::Severity severity, const Entry& entry, std::vector<Argument> arguments, Message help) {
    Remark made;
    made.code = entry.code;
    made.severity = severity;
    made.help = help.empty() ? Message(entry.help, arguments) : std::move(help);
    made.message = Message(entry.message, std::move(arguments));
    return made;
}

constexpr std::size_t most_letters = 60;

}  // namespace

Remark warning(const Entry& entry, std::vector<Argument> arguments, Message help) {
    return remark(grammar::Severity::warning, entry, std::move(arguments), std::move(help));
}

Remark note(const Entry& entry, std::vector<Argument> arguments, Message help) {
    return remark(grammar::Severity::note, entry, std::move(arguments), std::move(help));
}

std::string in_quotes(std::string_view text) { return '"' + text::visible(text, most_letters) + '"'; }

Message shown(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return Message::same("null");
        case Node::Kind::truth: return Message::same(node.truth ? "true" : "false");
        case Node::Kind::number:
        case Node::Kind::plain:
        case Node::Kind::unusable: return Message::same(text::visible(node.text, most_letters));
        case Node::Kind::text: return Message::same(in_quotes(node.text));
        case Node::Kind::list: return say::a_list;
        case Node::Kind::object: return say::an_object;
        case Node::Kind::conflict: break;
    }
    return say::value_given_twice;
}

Message entity_name(const model::Entity& entity) {
    messages::Labels labels;
    for (const model::Text& text : entity.labels)
        if (const auto language = messages::language_named(text.language))
            labels[words::index_of(*language)] = text.text;
    for (std::string& label : labels)
        if (label.empty()) label = entity.name;
    return Message::labels(std::move(labels));
}

std::string enumeration_name(const model::Vocabulary& vocabulary, const model::Entity& entity,
                             const model::Field& field) {
    const std::string& name = vocabulary.enumerations[static_cast<std::size_t>(field.type.of)].name;
    return name.empty() ? entity.name + '.' + field.name : name;
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (const std::string& item : items) text += (text.empty() ? "" : ", ") + item;
    return text;
}

messages::List list_of(const std::vector<std::string>& items, messages::List::Joint joint, std::size_t most) {
    messages::List list;
    list.joint = joint;
    list.most = most;
    for (const std::string& item : items) list.items.push_back(Message::same(item));
    return list;
}

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// All letters of `part` stand in `word` in their order, the first one first.
bool stands_in(std::string_view part, std::string_view word) {
    if (part.empty() || word.empty() || lower(part.front()) != lower(word.front())) return false;
    std::size_t next = 0;
    for (const char letter : word)
        if (next < part.size() && lower(letter) == lower(part[next])) ++next;
    return next == part.size();
}

/// Begins of words and short forms, which no distance between spellings finds: "msp" for "mispas", "part" for
/// "participates".
std::vector<std::string> shorter_forms(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t shortest = 3;
    std::vector<std::string> found;
    for (const std::string& candidate : candidates) {
        const std::string_view less = candidate.size() < word.size() ? std::string_view(candidate) : word;
        const std::string_view more = candidate.size() < word.size() ? word : std::string_view(candidate);
        if (less.size() < shortest || !stands_in(less, more)) continue;
        const bool begin = stands_in(less, more.substr(0, less.size()));
        if (begin || 2 * less.size() >= more.size()) found.push_back(candidate);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const std::string& left, const std::string& right) { return left.size() > right.size(); });
    if (found.size() > 3) found.resize(3);
    return found;
}

}  // namespace

Message did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > longest_suggestion) return {};
    std::vector<std::string> near = text::nearest(word, candidates, 3);
    if (near.empty()) near = shorter_forms(word, candidates);
    if (near.empty()) return {};
    for (std::string& name : near) name = in_quotes(name);
    return Message(messages::catalogue::did_you_mean, {list_of(near, messages::List::Joint::or_)});
}

Message month_name(int month) { return say::month_names[static_cast<std::size_t>(month - 1) % 12]; }

Message day_name(int day, int month) { return Message(say::day_of_month, {day, month_name(month)}); }

Message day_range(model::Day low, model::Day high) {
    const model::CivilDate first = model::civil_of(low), last = model::civil_of(high);
    if (first.month == last.month && first.year == last.year)
        return Message(say::days_of_month, {first.day, last.day, month_name(last.month), last.year});
    return Message(say::days_of_year, {day_name(first.day, first.month), day_name(last.day, last.month), last.year});
}

}  // namespace brecha::plans
