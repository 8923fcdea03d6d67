#include "report/view.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace brecha::report {

namespace {

/// Each question once: three agencies whose date is missing are asked one question, which names them.
template <typename Places>
std::string joined_questions(const Places& places, std::string_view language) {
    std::vector<std::pair<std::string_view, QuestionWords>> asked;
    for (const auto& place : places) {
        const MissingView& missing = *place;
        const auto same = std::find_if(asked.begin(), asked.end(), [&](const auto& one) { return one.first == missing.group; });
        if (same == asked.end()) asked.emplace_back(missing.group, missing.words);
        else add_items(same->second, missing.words);
    }
    std::string text;
    for (const auto& [group, words] : asked) text += (text.empty() ? "" : " ") + question_text(words, language);
    return text;
}

}  // namespace

std::optional<std::size_t> requirement_with(const View& view, std::string_view id) {
    for (std::size_t index = 0; index < view.requirements.size(); ++index)
        if (view.requirements[index].id == id) return index;
    for (std::size_t index = 0; index < view.requirements.size(); ++index) {
        const auto& was = view.requirements[index].was;
        if (std::find(was.begin(), was.end(), id) != was.end()) return index;
    }
    return std::nullopt;
}

std::vector<const MissingView*> missing_of(const FindingView& finding) {
    std::vector<const MissingView*> places;
    if (finding.verdict != "unknown") return places;
    std::set<std::string_view> seen;
    for (const CellView& cell : finding.cells)
        for (const MissingView& missing : cell.missing)
            if (seen.insert(missing.place).second) places.push_back(&missing);
    return places;
}

std::string message_of(const FindingView& finding, std::string_view language) {
    if (finding.verdict == "not_met" || finding.verdict == "partly_met") return finding.gap_text;
    return joined_questions(missing_of(finding), language);
}

std::string message_of(const CellView& cell, std::string_view language) {
    if (cell.truth == "fails") return cell.message;
    std::vector<const MissingView*> places;
    if (cell.truth == "unknown")
        for (const MissingView& missing : cell.missing) places.push_back(&missing);
    return joined_questions(places, language);
}

}  // namespace brecha::report
