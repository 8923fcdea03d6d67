#include "plans/wording.hpp"

#include <algorithm>
#include <array>

namespace brecha::plans {

using grammar::Localized;

Localized same(std::string text) { return {text, text}; }

Localized phrase(std::string_view english, std::string_view spanish, const std::vector<Localized>& words) {
    const auto fill = [&](std::string_view pattern, std::string Localized::* language) {
        std::string text;
        std::size_t next = 0;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            if (pattern[at] != '{') {
                text += pattern[at];
                continue;
            }
            std::size_t which = next++;
            if (pattern[at + 1] != '}') which = static_cast<std::size_t>(pattern[++at] - '1');
            ++at;
            if (which < words.size()) text += words[which].*language;
        }
        return text;
    };
    return {fill(english, &Localized::english), fill(spanish, &Localized::spanish)};
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t most = 60;
    std::size_t letters = 0, at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && letters++ == most) break;
    std::string result = "\"";
    result += text.substr(0, at);
    if (at < text.size()) result += "…";
    result += '"';
    return result;
}

Localized shown(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return same("null");
        case Node::Kind::truth: return same(node.truth ? "true" : "false");
        case Node::Kind::number: return same(node.text.size() <= 60 ? node.text : node.text.substr(0, 60) + "…");
        case Node::Kind::text: return same(in_quotes(node.text));
        case Node::Kind::list: return {"a list", "una lista"};
        case Node::Kind::object: return {"an object", "un objeto"};
        case Node::Kind::conflict: break;
    }
    return {"a value given twice", "un valor dado dos veces"};
}

Localized entity_name(const model::Entity& entity) {
    const auto label = [&](std::string_view language) {
        for (const model::Text& text : entity.labels)
            if (text.language == language) return text.text;
        return entity.name;
    };
    return {label("en"), label("es")};
}

std::string enumeration_name(const model::Vocabulary& vocabulary, const model::Entity& entity, const model::Field& field) {
    const std::string& name = vocabulary.enumerations[static_cast<std::size_t>(field.type.of)].name;
    return name.empty() ? entity.name + '.' + field.name : name;
}

std::string listed(const std::vector<std::string>& items, std::string_view last_joint) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i != 0) text += i + 1 == items.size() ? last_joint : ", ";
        text += items[i];
    }
    return text;
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

/// Begins of words and short forms, which no distance between spellings finds: "msp" for "mispas", "part" for "participates".
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
    std::stable_sort(found.begin(), found.end(), [](const std::string& left, const std::string& right) { return left.size() > right.size(); });
    if (found.size() > 3) found.resize(3);
    return found;
}

}  // namespace

Localized did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.size() > longest_suggestion) return {};
    std::vector<std::string> near = grammar::nearest(word, candidates, 3);
    if (near.empty()) near = shorter_forms(word, candidates);
    if (near.empty()) return {};
    for (std::string& name : near) name = in_quotes(name);
    return {"did you mean " + listed(near, " or ") + "?", "¿quiso decir " + listed(near, " o ") + "?"};
}

Localized month_name(int month) {
    static constexpr std::array<std::string_view, 12> english = {"January", "February", "March",     "April",   "May",      "June",
                                                                 "July",    "August",   "September", "October", "November", "December"};
    static constexpr std::array<std::string_view, 12> spanish = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                                                 "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
    const std::size_t index = static_cast<std::size_t>(month - 1) % 12;
    return {std::string(english[index]), std::string(spanish[index])};
}

Localized day_name(int day, int month) {
    const Localized name = month_name(month);
    return {std::to_string(day) + ' ' + name.english, std::to_string(day) + " de " + name.spanish};
}

Localized day_range(model::Day low, model::Day high) {
    const model::CivilDate first = model::civil_of(low), last = model::civil_of(high);
    const Localized end = day_name(last.day, last.month), begin = day_name(first.day, first.month);
    const std::string year = std::to_string(last.year);
    if (first.month == last.month && first.year == last.year)
        return {std::to_string(first.day) + " to " + end.english + ' ' + year, std::to_string(first.day) + " al " + end.spanish + " de " + year};
    return {begin.english + " to " + end.english + ' ' + year, begin.spanish + " al " + end.spanish + " de " + year};
}

}  // namespace brecha::plans
