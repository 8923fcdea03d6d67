#include "report/findings.hpp"

#include "assess/verdict.hpp"
#include "limits/watch.hpp"
#include "model/sha256.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace brecha::report {

namespace {

/// The verdict and reason of one part alone.
Finding part_row(const RequirementInfo& requirement, const FindingView& finding, const CellView& cell,
                 Language language) {
    const Finding& whole = finding.row;
    Finding row = whole;
    row.part = cell.part;
    assess::Count count;
    count.add(cell.truth);
    static_cast<Result&>(row) = assess::result_of(count, row.modality, cell.may_fail, row.waived);
    switch (cell.truth) {
        case Truth::holds: row.reason = whole.reason == Reason::vacuous ? Reason::vacuous : Reason::holds; break;
        case Truth::fails: row.reason = Reason::contradicted; break;
        case Truth::unknown:
            row.reason = whole.reason == Reason::when_unknown ? Reason::when_unknown
                         : nothing_to_ask(missing_of(cell))   ? Reason::not_computable
                                                              : Reason::silent;
            break;
        case Truth::not_owed:
            row.reason = cell.not_yet_due                           ? Reason::not_yet_due
                         : whole.verdict != Verdict::not_applicable ? Reason::not_owed
                         : whole.reason == Reason::not_yet_due      ? Reason::not_owed
                                                                    : whole.reason;
            break;
    }
    row.message = message_of(cell, language);
    const auto rests_on = [&](bool Evidence::* mark) {
        return std::any_of(cell.used.begin(), cell.used.end(), [&](const Evidence& used) { return used.*mark; });
    };
    row.guessed = rests_on(&Evidence::guessed);
    row.defaulted = rests_on(&Evidence::defaulted);
    row.oldest = row.newest = std::nullopt;
    for (const Evidence& used : cell.used) widen(row, used);
    const std::string_view clause_part = std::string_view(cell.part).substr(0, cell.part.find('/'));
    for (const Citation& citation : requirement.citations)
        if (!citation.part.empty() && citation.part == clause_part) {  // the part's own clause
            row.source = citation.source;
            row.clause = citation.clause;
            row.standing = citation.standing;
            row.reading = citation.reading;
            break;
        }
    return row;
}

/// Places that lie in no other of them: a list stands for its elements.
std::vector<std::string> outermost(const std::set<std::string>& places) {
    std::vector<std::string> kept;
    // "a/b" need not follow "a" at once ("a-b" comes between), so each place looks for those it lies in.
    for (const std::string& place : places) {
        bool inside = false;
        for (std::size_t slash = place.find('/'); slash != std::string::npos && !inside;
             slash = place.find('/', slash + 1))
            inside = places.count(place.substr(0, slash)) != 0;
        if (!inside) kept.push_back(place);
    }
    return kept;
}

/// Gaps that fail at the same places are one cause: a missing body is one line, however many rules ask for it.
std::string cause_of(const FindingView& finding) {
    std::set<std::string> failing;
    for (const CellView& cell : finding.cells)
        if (cell.truth == Truth::fails)
            for (const Evidence& used : cell.used)
                if (used.used_as == UsedAs::fails && !used.place.empty()) failing.insert(used.place);
    const Finding& row = finding.row;
    if (failing.empty()) return row.requirement + (row.subject ? " " + *row.subject : "");
    const std::vector<std::string> places = outermost(failing);
    constexpr std::size_t shown = 3;
    std::string text, all;
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (index < shown) text += (index ? ", " : "") + places[index];
        all += places[index] + '\n';
    }
    // Beyond what is shown, the digest keeps causes apart that begin alike.
    if (places.size() > shown)
        text += " +" + std::to_string(places.size() - shown) + " #" + model::sha256(all).substr(0, 6);
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace

std::vector<const Finding*> findings_of(const View& view) {
    std::vector<const Finding*> rows;
    for (const RequirementView& requirement : view.requirements)
        for (const FindingView& finding : requirement.findings) rows.push_back(&finding.row);
    return rows;
}

std::vector<Finding> parts_of(const RequirementInfo& requirement, const FindingView& finding, Language language) {
    // What has no cells of its own keeps the finding's own verdict and reason: a single cell stands for it.
    if (finding.cells.size() == 1 && finding.cells.front().part.empty()) return {finding.row};
    std::vector<Finding> rows;
    for (const CellView& cell : finding.cells) rows.push_back(part_row(requirement, finding, cell, language));
    return rows;
}

std::vector<Finding> parts_of(const View& view) {
    std::vector<Finding> rows;
    each_of(view)([&](const RequirementView& requirement, const FindingView& finding) {
        for (Finding& row : parts_of(requirement.information, finding, view.language)) rows.push_back(std::move(row));
    });
    return rows;
}

std::vector<std::int32_t> blocked_by(const View& view) {
    const std::size_t count = view.requirements.size();
    std::vector<std::vector<std::uint32_t>> followers(count);
    for (std::size_t index = 0; index < count; ++index)
        if (view.requirements[index].is_gap)
            for (const std::uint32_t before : view.requirements[index].after)
                if (view.requirements[before].is_gap) followers[before].push_back(static_cast<std::uint32_t>(index));
    std::vector<std::int32_t> blocks(count, 0);
    std::vector<std::uint32_t> waiting;
    std::vector<std::size_t> seen_for(count, count);  // by which requirement it was last seen
    for (std::size_t index = 0; index < count; ++index) {
        waiting = followers[index];
        while (!waiting.empty()) {
            const std::uint32_t next = waiting.back();
            waiting.pop_back();
            if (seen_for[next] == index) continue;
            seen_for[next] = index;
            ++blocks[index];
            waiting.insert(waiting.end(), followers[next].begin(), followers[next].end());
        }
    }
    return blocks;
}

Gap gap_of(const RequirementView& requirement, const FindingView& finding, std::int32_t blocks) {
    const RequirementInfo& information = requirement.information;
    Gap row;
    static_cast<Finding&>(row) = finding.row;
    row.cause = cause_of(finding);
    row.remedy = finding.remedy;
    row.effort = information.effort;
    row.effort_days = information.effort_days;
    row.training = joined(information.training);
    row.after = information.after;
    row.blocks = blocks;
    return row;
}

std::vector<Gap> gaps_of(const View& view) {
    std::vector<Gap> rows;
    const auto blocks = blocked_by(view);
    for (std::size_t index = 0; index < view.requirements.size(); ++index)
        for (const FindingView& finding : view.requirements[index].findings) {
            limits::step();
            if (finding.row.is_gap) rows.push_back(gap_of(view.requirements[index], finding, blocks[index]));
        }
    return rows;
}

std::vector<const Missing*> missing_rows_of(const View& view) {
    std::vector<const Missing*> rows;
    for (const RequirementView& requirement : view.requirements)
        for (const FindingView& finding : requirement.findings)
            for (const CellView& cell : finding.cells)
                for (const MissingView& missing : cell.missing) rows.push_back(&missing.row);
    return rows;
}

std::vector<const Evidence*> evidence_of(const View& view) {
    std::vector<const Evidence*> rows;
    for (const RequirementView& requirement : view.requirements)
        for (const FindingView& finding : requirement.findings)
            for (const CellView& cell : finding.cells)
                for (const Evidence& used : cell.used) rows.push_back(&used);
    return rows;
}

}  // namespace brecha::report
