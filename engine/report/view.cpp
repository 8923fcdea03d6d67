#include "report/view.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace brecha::report {

namespace {

/// Each question once: three agencies whose date is missing are asked one question, which names them.
/// `more`: so many more places, of which most likely the longest of them asks.
std::string joined_questions(const std::vector<const MissingView*>& places, std::size_t more, Language language) {
    std::vector<std::vector<const MissingView*>> asked;  // what is asked together
    for (const MissingView* place : places) {
        if (place->row.question.empty()) continue;
        const auto same = std::find_if(asked.begin(), asked.end(),
                                       [&](const auto& group) { return group.front()->group == place->group; });
        if (same == asked.end()) asked.push_back({place});
        else same->push_back(place);
    }
    const auto longest = std::max_element(asked.begin(), asked.end(),
                                          [](const auto& one, const auto& other) { return one.size() < other.size(); });
    std::string text;
    for (const std::vector<const MissingView*>& group : asked) {
        if (!text.empty()) text += ' ';
        if (group.size() == 1) {
            text += group.front()->row.question;
            continue;
        }
        QuestionWords words = group.front()->words;
        for (const MissingView* place : group) add_items(words, place->words);
        if (&group == &*longest) words.more_items = more;
        text += question_text(words, language);
    }
    return text;
}

bool earlier(Date one, Date other) {
    return std::tuple(one.year, one.month, one.day) < std::tuple(other.year, other.month, other.day);
}

/// The clause that a finding is shown with: the first that is cited for the whole requirement.
const Citation* first_citation(const RequirementInfo& requirement) {
    const auto& all = requirement.citations;
    if (all.empty()) return nullptr;
    const auto whole = std::find_if(all.begin(), all.end(), [](const Citation& one) { return one.part.empty(); });
    return whole == all.end() ? &all.front() : &*whole;
}

}  // namespace

EachFinding each_of(const View& view) {
    return [&view](const auto& visit) {
        for (const RequirementView& requirement : view.requirements)
            for (const FindingView& finding : requirement.findings) visit(requirement, finding);
    };
}

std::optional<std::size_t> requirement_with(const View& view, std::string_view id) {
    for (std::size_t index = 0; index < view.requirements.size(); ++index)
        if (view.requirements[index].information.id == id) return index;
    for (std::size_t index = 0; index < view.requirements.size(); ++index) {
        const auto& was = view.requirements[index].information.was;
        if (std::find(was.begin(), was.end(), id) != was.end()) return index;
    }
    return std::nullopt;
}

void widen(Finding& row, const Evidence& used) {
    if (!used.fact_as_of) return;
    if (!row.oldest || earlier(*used.fact_as_of, *row.oldest)) row.oldest = used.fact_as_of;
    if (!row.newest || earlier(*row.newest, *used.fact_as_of)) row.newest = used.fact_as_of;
}

std::vector<const MissingView*> missing_of(const FindingView& finding) {
    std::vector<const MissingView*> places;
    if (finding.row.verdict != Verdict::unknown) return places;
    std::set<std::string_view> seen;
    for (const CellView& cell : finding.cells)
        for (const MissingView& missing : cell.missing)
            if (seen.insert(missing.row.place).second) places.push_back(&missing);
    return places;
}

std::vector<const MissingView*> missing_of(const CellView& cell) {
    std::vector<const MissingView*> places;
    if (cell.truth == Truth::unknown)
        for (const MissingView& missing : cell.missing) places.push_back(&missing);
    return places;
}

bool nothing_to_ask(const std::vector<const MissingView*>& missing) {
    return !missing.empty() && std::all_of(missing.begin(), missing.end(), [](const MissingView* place) {
        return place->row.why == Why::not_computable;
    });
}

std::string message_of(const CellView& cell, Language language) {
    return cell.truth == Truth::fails ? cell.message : joined_questions(missing_of(cell), cell.missing_more, language);
}

void complete(FindingView& finding, const RequirementInfo& requirement, Language language) {
    Finding& row = finding.row;
    row.requirement = requirement.id;
    row.title = requirement.title;
    row.theme = requirement.theme;
    row.modality = requirement.modality;
    row.origin = requirement.origin;
    if (row.waived && requirement.waiver) {
        row.waived_until = requirement.waiver->until;
        row.waiver_reason = requirement.waiver->because;
    }
    for (const Citation& citation : requirement.citations) {
        row.stale = row.stale || citation.stale;
        std::string text = to_text(citation);
        if (std::find(row.sources.begin(), row.sources.end(), text) == row.sources.end())
            row.sources.push_back(std::move(text));
    }
    if (const Citation* first = first_citation(requirement)) {
        row.standing = first->standing;
        row.source = first->source;
        row.clause = first->clause;
        row.reading = first->reading;
    }
    const std::vector<const MissingView*> places = missing_of(finding);
    if (row.reason == Reason::silent && nothing_to_ask(places)) row.reason = Reason::not_computable;
    const bool alone = places.size() == 1 && !places.front()->row.question.empty();
    for (CellView& cell : finding.cells) {
        for (Evidence& used : cell.used) {
            used.requirement = row.requirement;
            used.part = cell.part;
            used.subject = row.subject;
            row.guessed = row.guessed || used.guessed;
            row.defaulted = row.defaulted || used.defaulted;
            widen(row, used);
        }
        for (MissingView& missing : cell.missing) {
            missing.row.requirement = row.requirement;
            missing.row.part = cell.part;
            missing.row.subject = row.subject;
            missing.row.settles_alone = alone;
            missing.row.may_be_gap = row.may_be_gap;
        }
    }
    std::size_t more = 0;
    for (const CellView& cell : finding.cells) more = std::max(more, cell.missing_more);
    if (row.verdict == Verdict::unknown) row.message = joined_questions(places, more, language);
}

}  // namespace brecha::report
