#include "report/test_cases.hpp"

#include <brecha/grammar/diagnostic.hpp>

#include <algorithm>
#include <functional>

namespace brecha::report {

namespace {

using grammar::Localized;
using grammar::say;

/// The verdict of cells counted together.
struct Cells {
    int holds = 0, fails = 0, unknown = 0;
    void add(std::string_view truth) {
        holds += truth == "holds";
        fails += truth == "fails";
        unknown += truth == "unknown";
    }
    std::string_view verdict() const {
        if (fails > 0) return holds > 0 ? "partly_met" : "not_met";
        if (unknown > 0) return "unknown";
        return holds > 0 ? "met" : "not_applicable";
    }
};

bool is_stand_in(const FindingView& finding) { return finding.cells.size() == 1 && finding.cells.front().part.empty(); }

/// Does this cell count for the part? What stands for a whole finding counts for each of its parts.
bool counts_for(const FindingView& finding, const CellView& cell, const std::string& part) {
    if (cell.part == part || is_stand_in(finding)) return true;
    // ".1" of a clause with an item a part: ".1/sex", ".1/age".
    return cell.part.size() > part.size() && cell.part.compare(0, part.size(), part) == 0 && cell.part[part.size()] == '/';
}

std::string verdict_of_part(const RequirementView& requirement, const std::string& part, const FindingView* only) {
    Cells cells;
    for (const FindingView& finding : requirement.findings) {
        if (only != nullptr && &finding != only) continue;
        for (const CellView& cell : finding.cells)
            if (counts_for(finding, cell, part)) cells.add(cell.truth);
    }
    return std::string(cells.verdict());
}

std::string joined(const std::vector<std::string>& words, std::size_t most = 6) {
    std::string text;
    for (std::size_t index = 0; index < std::min(words.size(), most); ++index) text += (index ? ", " : "") + words[index];
    if (words.size() > most) text += ", …";
    return text;
}

/// "agencies/ict/name (not_stated), …" and what failed: the places that a verdict rests on.
std::string places_of(const RequirementView& requirement, const std::optional<std::string>& part, const FindingView* only) {
    std::vector<std::string> places;
    const auto add = [&](std::string place) {
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    };
    for (const FindingView& finding : requirement.findings) {
        if (only != nullptr && &finding != only) continue;
        for (const CellView& cell : finding.cells) {
            if (part && !counts_for(finding, cell, *part)) continue;
            for (const MissingView& missing : cell.missing) add(missing.place + " (" + missing.why + ")");
            if (cell.truth == "fails")
                for (const UsedView& used : cell.used)
                    if (used.used_as == "fails") add((used.place.empty() ? "/" : used.place) + (used.value.empty() ? "" : " = " + used.value));
        }
    }
    return joined(places);
}

class ExpectationCheck {
public:
    ExpectationCheck(const View& view, std::string_view language) : view_(view), spanish_(language.substr(0, 2) == "es") {}

    void check(const model::Expectation& expectation) {
        switch (expectation.kind) {
            case model::Expectation::Kind::no_gaps: check_gaps({}, true); break;
            case model::Expectation::Kind::gaps: check_gaps(expectation.ids, expectation.only); break;
            case model::Expectation::Kind::verdict:
                for (const std::string& id : expectation.ids) check_verdict(id, expectation);
                break;
        }
    }

    std::vector<std::string> sentences;

private:
    void complain(const Localized& sentence) { sentences.push_back(spanish_ ? sentence.spanish : sentence.english); }

    std::optional<MeantId> meant(const std::string& id) {
        auto found = meant_by(view_, id);
        if (!found) complain(say("there is no requirement {}", "no hay ningún requisito {}", {id}));
        return found;
    }

    void check_gaps(const std::vector<std::string>& ids, bool only) {
        std::set<std::size_t> expected;
        for (const std::string& id : ids) {
            const auto found = meant(id);
            if (!found) continue;
            expected.insert(found->requirement);
            const RequirementView& requirement = view_.requirements[found->requirement];
            const std::string verdict = found->part ? verdict_of_part(requirement, *found->part, nullptr) : requirement.verdict;
            const bool is_gap = requirement.modality != "may" && (verdict == "not_met" || verdict == "partly_met");
            if (!is_gap)
                complain(say("expected a gap at {}; it is {}{}", "se esperaba una brecha en {}; es {}{}",
                             {id, verdict, because(requirement, found->part, nullptr)}));
        }
        if (!only) return;
        std::vector<std::string> others;
        for (std::size_t index = 0; index < view_.requirements.size(); ++index)
            if (view_.requirements[index].is_gap && expected.count(index) == 0) {
                const RequirementView& requirement = view_.requirements[index];
                std::vector<std::string> subjects;
                for (const FindingView& finding : requirement.findings)
                    if (finding.is_gap && finding.subject) subjects.push_back(*finding.subject);
                others.push_back(requirement.id + (subjects.empty() ? "" : " (" + joined(subjects, 3) + ")"));
            }
        if (others.empty()) return;
        if (ids.empty()) complain(say("expected no gaps; there are {}", "no se esperaban brechas; hay {}", {joined(others, 20)}));
        else complain(say("expected no other gaps; there are {} too", "no se esperaban otras brechas; también hay {}", {joined(others, 20)}));
    }

    void check_verdict(const std::string& id, const model::Expectation& expectation) {
        const auto found = meant(id);
        if (!found) return;
        const RequirementView& requirement = view_.requirements[found->requirement];
        if (expectation.subjects.empty()) {
            check_one(id, *found, requirement, nullptr, expectation);
            return;
        }
        for (const std::string& subject : expectation.subjects) {
            const auto finding = std::find_if(requirement.findings.begin(), requirement.findings.end(),
                                              [&](const FindingView& one) { return one.subject.value_or("") == subject; });
            if (finding == requirement.findings.end()) {
                std::vector<std::string> subjects;
                for (const FindingView& one : requirement.findings) subjects.push_back(one.subject ? *one.subject : spanish_ ? "el plan" : "the plan");
                complain(
                    say("{} has no finding for \"{}\"; it has for {}", "{} no tiene hallazgo para \"{}\"; tiene para {}", {id, subject, joined(subjects)}));
                continue;
            }
            check_one(id, *found, requirement, &*finding, expectation);
        }
    }

    void check_one(const std::string& id, const MeantId& meant, const RequirementView& requirement, const FindingView* finding,
                   const model::Expectation& expectation) {
        const std::string verdict = meant.part ? verdict_of_part(requirement, *meant.part, finding) : finding ? finding->verdict : requirement.verdict;
        const std::string for_subject = finding && finding->subject ? (spanish_ ? " para " : " for ") + *finding->subject : "";
        if (!expectation.verdict.empty() && verdict != expectation.verdict) {
            complain(say("expected {} {}{}; it is {}{}", "se esperaba {} {}{}; es {}{}",
                         {id, expectation.verdict, for_subject, verdict, because(requirement, meant.part, finding)}));
            return;
        }
        std::set<std::string> places;
        for (const FindingView& one : requirement.findings) {
            if (finding != nullptr && &one != finding) continue;
            for (const CellView& cell : one.cells)
                if (!meant.part || counts_for(one, cell, *meant.part))
                    for (const MissingView& missing : cell.missing) places.insert(missing.place);
        }
        for (const std::string& place : expectation.missing) {
            if (places.count(place) != 0) continue;
            const std::string have = places.empty() ? (spanish_ ? "nada" : "nothing") : joined({places.begin(), places.end()});
            complain(say("expected {}{} to miss {}; it misses {}", "se esperaba que a {}{} le faltara {}; le falta {}", {id, for_subject, place, have}));
        }
    }

    /// ": places", or nothing.
    static std::string because(const RequirementView& requirement, const std::optional<std::string>& part, const FindingView* finding) {
        const std::string places = places_of(requirement, part, finding);
        return places.empty() ? "" : ": " + places;
    }

    const View& view_;
    bool spanish_;
};

bool may_not_be_owed(const model::Expression& condition) {
    return condition.operation == model::Operation::owed_if || condition.operation == model::Operation::due_within ||
           std::any_of(condition.operands.begin(), condition.operands.end(), may_not_be_owed);
}

}  // namespace

std::string part_id(std::string_view requirement, std::string_view part) {
    std::string id(requirement);
    if (part.empty()) return id;
    if (part.front() != '.' && part.front() != '#') id += '/';
    return id += part;
}

std::optional<MeantId> meant_by(const View& view, std::string_view id) {
    if (const auto index = requirement_with(view, id)) return MeantId{*index, std::nullopt};
    // The longest id that `id` begins with; what follows is the part.
    std::optional<MeantId> best;
    std::size_t best_length = 0;
    for (std::size_t index = 0; index < view.requirements.size(); ++index) {
        const RequirementView& requirement = view.requirements[index];
        const auto consider = [&](std::string_view whole) {
            if (whole.size() <= best_length || id.size() <= whole.size() + 1 || id.substr(0, whole.size()) != whole) return;
            std::string_view part = id.substr(whole.size());
            if (part.front() != '.' && part.front() != '#' && part.front() != '/') return;
            if (part.front() == '/') part.remove_prefix(1);
            bool known = true;  // where every finding is one that stands for the whole, no part is seen, and any will do
            for (const FindingView& finding : requirement.findings) {
                if (is_stand_in(finding)) continue;
                known = false;
                for (const CellView& cell : finding.cells)
                    if (counts_for(finding, cell, std::string(part))) known = true;
                if (known) break;
            }
            if (!known) return;
            best = MeantId{index, std::string(part)};
            best_length = whole.size();
        };
        consider(requirement.id);
        for (const std::string& was : requirement.was) consider(was);
    }
    return best;
}

std::vector<std::string> unmet_expectations(const View& view, const model::Case& test, std::string_view language) {
    ExpectationCheck check(view, language);
    for (const model::Expectation& expectation : test.expectations) check.check(expectation);
    return std::move(check.sentences);
}

void Coverage::add(const View& view) {
    for (const RequirementView& requirement : view.requirements) {
        auto& verdicts = reached_[requirement.id];
        verdicts.insert(requirement.verdict);
        for (const FindingView& finding : requirement.findings) {
            verdicts.insert(finding.verdict);
            for (const CellView& cell : finding.cells) {
                if (cell.part.empty()) continue;
                const std::string_view verdict = cell.truth == "holds" ? "met" : cell.truth == "fails" ? "not_met" : "";
                if (verdict.empty()) continue;
                reached_[part_id(requirement.id, cell.part)].emplace(verdict);
                // An item of a labelled clause reaches the clause.
                if (const std::size_t slash = cell.part.find('/'); slash != std::string::npos)
                    reached_[part_id(requirement.id, cell.part.substr(0, slash))].emplace(verdict);
            }
        }
    }
}

std::vector<std::pair<std::string, std::string>> Coverage::not_reached() const {
    std::vector<std::pair<std::string, std::string>> open;
    const auto reached = [&](const std::string& id, std::string_view verdict) {
        const auto found = reached_.find(id);
        return found != reached_.end() && found->second.count(std::string(verdict)) != 0;
    };
    const auto want = [&](const std::string& id, std::string_view verdict) {
        if (!reached(id, verdict)) open.emplace_back(id, verdict);
    };
    for (const model::Requirement& requirement : ruleset_.requirements) {
        bool not_owed = !requirement.subjects.empty() || !requirement.conditions.empty();
        for (const model::Clause& clause : requirement.clauses) { not_owed = not_owed || may_not_be_owed(clause.condition); }
        want(requirement.id, "met");
        if (!reached(requirement.id, "partly_met")) want(requirement.id, "not_met");  // a gap, in part or whole
        want(requirement.id, "unknown");
        if (not_owed) want(requirement.id, "not_applicable");
        if (requirement.clauses.size() < 2) continue;
        for (const model::Clause& clause : requirement.clauses) {
            if (clause.part.empty() || clause.part.front() == '#') continue;  // no case can name it
            want(part_id(requirement.id, clause.part), "met");
            want(part_id(requirement.id, clause.part), "not_met");
        }
    }
    return open;
}

}  // namespace brecha::report
