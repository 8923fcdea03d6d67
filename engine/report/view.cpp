#include "report/view.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace brecha::report {

namespace {

/// Each question once: three agencies whose date is missing are asked one question.
template <typename Places>
std::string joined_questions(const Places& places) {
    std::string text;
    std::set<std::string_view> asked;
    for (const auto& place : places) {
        const MissingView& missing = *place;
        if (!asked.insert(missing.question).second) continue;
        if (!text.empty()) text += ' ';
        text += missing.question;
    }
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

std::string message_of(const FindingView& finding) {
    if (finding.verdict == "not_met" || finding.verdict == "partly_met") return finding.gap_text;
    return joined_questions(missing_of(finding));
}

std::string message_of(const CellView& cell) {
    if (cell.truth == "fails") return cell.message;
    std::vector<const MissingView*> places;
    if (cell.truth == "unknown")
        for (const MissingView& missing : cell.missing) places.push_back(&missing);
    return joined_questions(places);
}

}  // namespace brecha::report
