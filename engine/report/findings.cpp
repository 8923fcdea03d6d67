#include "report/findings.hpp"

#include "model/sha256.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace brecha::report {

namespace {

bool binding(const RequirementView& requirement) { return requirement.modality != "may"; }

Finding row_of_requirement(const RequirementView& requirement) {
    Finding row;
    row.requirement = requirement.id;
    row.title = requirement.title;
    row.theme = requirement.theme;
    row.modality = requirement.modality;
    row.origin = requirement.origin;
    for (const SourceView& source : requirement.sources) {
        std::string text = source.id;
        if (!source.clause.empty()) text += " " + source.clause;
        if (std::find(row.sources.begin(), row.sources.end(), text) == row.sources.end()) row.sources.push_back(std::move(text));
    }
    if (!requirement.sources.empty()) {
        const auto whole = std::find_if(requirement.sources.begin(), requirement.sources.end(), [](const SourceView& one) { return one.part.empty(); });
        const SourceView& first = whole == requirement.sources.end() ? requirement.sources.front() : *whole;
        row.standing = first.standing;
        row.source = first.id;
        row.clause = first.clause;
        row.reading = first.reading;
    }
    return row;
}

void mark_statements(Finding& row, const CellView& cell) {
    for (const UsedView& used : cell.used) {
        row.guessed = row.guessed || used.guessed;
        row.defaulted = row.defaulted || used.defaulted;
    }
}

void take_finding(Finding& row, const FindingView& finding, std::string_view language) {
    row.subject = finding.subject;
    row.verdict = finding.verdict;
    row.is_gap = finding.is_gap;
    row.may_be_gap = finding.may_be_gap;
    row.reason = finding.reason;
    row.holds = finding.holds;
    row.fails = finding.fails;
    row.unknown = finding.unknown;
    row.message = message_of(finding, language);
    for (const CellView& cell : finding.cells) mark_statements(row, cell);
}

/// The verdict and reason of one part alone.
void take_cell(Finding& row, const RequirementView& requirement, const FindingView& finding, const CellView& cell, std::string_view language) {
    row.subject = finding.subject;
    row.part = cell.part;
    row.holds = cell.truth == "holds";
    row.fails = cell.truth == "fails";
    row.unknown = cell.truth == "unknown";
    row.is_gap = binding(requirement) && cell.truth == "fails";
    row.may_be_gap = binding(requirement) && (cell.truth == "fails" || cell.may_fail);
    if (cell.truth == "holds") {
        row.verdict = "met";
        row.reason = finding.reason == "vacuous" ? "vacuous" : "holds";
    } else if (cell.truth == "fails") {
        row.verdict = "not_met";
        row.reason = "contradicted";
    } else if (cell.truth == "unknown") {
        row.verdict = "unknown";
        row.reason = finding.reason == "when_unknown" ? "when_unknown" : "silent";
    } else {
        row.verdict = "not_applicable";
        row.reason = finding.verdict == "not_applicable" ? finding.reason : "not_owed";
    }
    row.message = message_of(cell, language);
    mark_statements(row, cell);
    const std::string_view clause_part = std::string_view(cell.part).substr(0, cell.part.find('/'));
    for (const SourceView& source : requirement.sources)
        if (!source.part.empty() && source.part == clause_part) {  // the part's own clause
            row.source = source.id;
            row.clause = source.clause;
            row.standing = source.standing;
            row.reading = source.reading;
            break;
        }
}

/// Places that lie in no other of them: a list stands for its elements.
std::vector<std::string> outermost(const std::set<std::string>& places) {
    std::vector<std::string> kept;
    // "a/b" need not follow "a" at once ("a-b" comes between), so each place looks for those it lies in.
    for (const std::string& place : places) {
        bool inside = false;
        for (std::size_t slash = place.find('/'); slash != std::string::npos && !inside; slash = place.find('/', slash + 1))
            inside = places.count(place.substr(0, slash)) != 0;
        if (!inside) kept.push_back(place);
    }
    return kept;
}

/// Gaps that fail at the same places are one cause: a missing body is one line, however many rules ask for it.
std::string cause_of(const RequirementView& requirement, const FindingView& finding) {
    std::set<std::string> failing;
    for (const CellView& cell : finding.cells)
        if (cell.truth == "fails")
            for (const UsedView& used : cell.used)
                if (used.used_as == "fails" && !used.place.empty()) failing.insert(used.place);
    if (failing.empty()) return requirement.id + (finding.subject ? " " + *finding.subject : "");
    const std::vector<std::string> places = outermost(failing);
    constexpr std::size_t shown = 3;
    std::string text, all;
    for (std::size_t index = 0; index < places.size(); ++index) {
        if (index < shown) text += (index ? ", " : "") + places[index];
        all += places[index] + '\n';
    }
    // Beyond what is shown, the digest keeps causes apart that begin alike.
    if (places.size() > shown) text += " +" + std::to_string(places.size() - shown) + " #" + model::sha256(all).substr(0, 6);
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::optional<Date> date_of(const std::string& text) { return date_from_text(text); }

}  // namespace

std::vector<Finding> findings_of(const View& view, bool parts) {
    std::vector<Finding> rows;
    for (const RequirementView& requirement : view.requirements) {
        const Finding common = row_of_requirement(requirement);
        for (const FindingView& finding : requirement.findings) {
            // What has no cells of its own keeps the finding's own verdict and reason: a single cell stands for it.
            const bool whole = !parts || (finding.cells.size() == 1 && finding.cells.front().part.empty());
            if (whole) {
                take_finding(rows.emplace_back(common), finding, view.language);
            } else {
                for (const CellView& cell : finding.cells) take_cell(rows.emplace_back(common), requirement, finding, cell, view.language);
            }
        }
    }
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

std::vector<Gap> gaps_of(const View& view) {
    std::vector<Gap> rows;
    const auto blocks = blocked_by(view);
    for (std::size_t index = 0; index < view.requirements.size(); ++index) {
        const RequirementView& requirement = view.requirements[index];
        for (const FindingView& finding : requirement.findings) {
            if (!finding.is_gap) continue;
            Gap row;
            static_cast<Finding&>(row) = row_of_requirement(requirement);
            take_finding(row, finding, view.language);
            row.cause = cause_of(requirement, finding);
            row.remedy = finding.remedy;
            row.effort = requirement.effort;
            row.effort_days = requirement.effort_days;
            row.training = joined(requirement.training);
            for (const std::uint32_t before : requirement.after) row.after.push_back(view.requirements[before].id);
            row.blocks = blocks[index];
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<Missing> missing_rows_of(const View& view) {
    std::vector<Missing> rows;
    for (const RequirementView& requirement : view.requirements)
        for (const FindingView& finding : requirement.findings) {
            const bool alone = missing_of(finding).size() == 1;
            for (const CellView& cell : finding.cells)
                for (const MissingView& missing : cell.missing) {
                    Missing row;
                    row.requirement = requirement.id;
                    row.part = cell.part;
                    row.subject = finding.subject;
                    row.place = missing.place;
                    row.entity = missing.entity;
                    row.field = missing.field;
                    row.why = missing.why;
                    row.question = missing.question;
                    row.settles_alone = alone;
                    row.may_be_gap = finding.may_be_gap;
                    row.note = missing.note;
                    rows.push_back(std::move(row));
                }
        }
    return rows;
}

std::vector<Evidence> evidence_of(const View& view) {
    std::vector<Evidence> rows;
    for (const RequirementView& requirement : view.requirements)
        for (const FindingView& finding : requirement.findings)
            for (const CellView& cell : finding.cells)
                for (const UsedView& used : cell.used) {
                    Evidence row;
                    row.requirement = requirement.id;
                    row.part = cell.part;
                    row.subject = finding.subject;
                    row.place = used.place;
                    row.value = used.value;
                    row.used_as = used.used_as;
                    row.document = used.document;
                    row.page = used.page;
                    row.who = used.who;
                    row.dated = date_of(used.on);
                    row.kind = used.kind;
                    row.read = used.read;
                    row.guessed = used.guessed;
                    row.defaulted = used.defaulted;
                    rows.push_back(std::move(row));
                }
    return rows;
}

std::vector<Note> notes_of(const View& view) {
    std::vector<Note> rows;
    for (const NoteView& note : view.notes)
        rows.push_back({note.code, note.severity, note.place, note.pointer, note.line, note.column, note.message, note.help});
    return rows;
}

}  // namespace brecha::report
