#include "report/test_cases.hpp"

#include "assess/verdict.hpp"
#include "messages/catalogue/report.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <iterator>

namespace brecha::report {

namespace {

namespace catalogue = messages::catalogue;

bool is_stand_in(const FindingView& finding) { return finding.cells.size() == 1 && finding.cells.front().part.empty(); }

/// Does this cell count for the part? What stands for a whole finding counts for each of its parts.
bool counts_for(const FindingView& finding, const CellView& cell, const std::string& part) {
    if (cell.part == part || is_stand_in(finding)) return true;
    // ".1" of a clause with an item a part: ".1/sex", ".1/age".
    return cell.part.size() > part.size() && cell.part.compare(0, part.size(), part) == 0 &&
           cell.part[part.size()] == '/';
}

Verdict verdict_of_part(const RequirementView& requirement, const std::string& part, const FindingView* only) {
    assess::Count count;
    for (const FindingView& finding : requirement.findings) {
        if (only != nullptr && &finding != only) continue;
        for (const CellView& cell : finding.cells)
            if (counts_for(finding, cell, part)) count.add(cell.truth);
    }
    return assess::verdict_of(count);
}

std::string first_of(const std::vector<std::string>& words, std::size_t most = 6) {
    std::string text;
    for (std::size_t index = 0; index < std::min(words.size(), most); ++index)
        text += (index ? ", " : "") + words[index];
    if (words.size() > most) text += ", …";
    return text;
}

/// "agencies/ict/name (not stated), …" and what failed: the places that a verdict rests on.
std::string places_of(const RequirementView& requirement, const std::optional<std::string>& part,
                      const FindingView* only, Language language) {
    std::vector<std::string> places;
    const auto add = [&](std::string place) {
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(std::move(place));
    };
    for (const FindingView& finding : requirement.findings) {
        if (only != nullptr && &finding != only) continue;
        for (const CellView& cell : finding.cells) {
            if (part && !counts_for(finding, cell, *part)) continue;
            for (const MissingView& missing : cell.missing)
                add(missing.row.place + " (" +
                    said(catalogue::whys[static_cast<std::size_t>(missing.row.why)], {}, language) + ")");
            if (cell.truth == Truth::fails)
                for (const Evidence& used : cell.used)
                    if (used.used_as == UsedAs::fails)
                        add((used.place.empty() ? "/" : used.place) + (used.value.empty() ? "" : " = " + used.value));
        }
    }
    return first_of(places);
}

class ExpectationCheck {
public:
    explicit ExpectationCheck(const View& view) : view_(view) {}

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
    std::string say(const messages::Sentence& sentence, std::vector<messages::Argument> arguments = {}) const {
        return said(sentence, std::move(arguments), view_.language);
    }
    void complain(const messages::Sentence& sentence, std::vector<messages::Argument> arguments) {
        sentences.push_back(say(sentence, std::move(arguments)));
    }
    std::string word(Verdict verdict) const { return keyword_of(verdict, view_.language); }

    std::optional<MeantId> meant(const std::string& id) {
        auto found = meant_by(view_, id);
        if (!found) complain(catalogue::unknown_requirement, {id});
        return found;
    }

    void check_gaps(const std::vector<std::string>& ids, bool only) {
        std::set<std::size_t> expected;
        for (const std::string& id : ids) {
            const auto found = meant(id);
            if (!found) continue;
            expected.insert(found->requirement);
            const RequirementView& requirement = view_.requirements[found->requirement];
            const Verdict verdict =
                found->part ? verdict_of_part(requirement, *found->part, nullptr) : requirement.verdict;
            if (requirement.waived || !assess::is_gap(requirement.information.modality, verdict))
                complain(catalogue::gap_expected, {id, word(verdict), because(requirement, found->part, nullptr)});
        }
        if (!only) return;
        std::vector<std::string> others;
        for (std::size_t index = 0; index < view_.requirements.size(); ++index)
            if (view_.requirements[index].is_gap && expected.count(index) == 0) {
                const RequirementView& requirement = view_.requirements[index];
                std::vector<std::string> subjects;
                for (const FindingView& finding : requirement.findings)
                    if (finding.row.is_gap && finding.row.subject) subjects.push_back(*finding.row.subject);
                others.push_back(requirement.information.id +
                                 (subjects.empty() ? "" : " (" + first_of(subjects, 3) + ")"));
            }
        if (others.empty()) return;
        complain(ids.empty() ? catalogue::no_gaps_expected : catalogue::no_other_gaps_expected, {first_of(others, 20)});
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
            const auto finding =
                std::find_if(requirement.findings.begin(), requirement.findings.end(),
                             [&](const FindingView& one) { return one.row.subject.value_or("") == subject; });
            if (finding == requirement.findings.end()) {
                std::vector<std::string> subjects;
                for (const FindingView& one : requirement.findings)
                    subjects.push_back(one.row.subject ? *one.row.subject : say(catalogue::the_plan));
                complain(catalogue::no_finding_for, {id, subject, first_of(subjects)});
                continue;
            }
            check_one(id, *found, requirement, &*finding, expectation);
        }
    }

    void check_one(const std::string& id, const MeantId& meant, const RequirementView& requirement,
                   const FindingView* finding, const model::Expectation& expectation) {
        const Verdict verdict = meant.part ? verdict_of_part(requirement, *meant.part, finding)
                                : finding  ? finding->row.verdict
                                           : requirement.verdict;
        const std::string for_subject =
            finding && finding->row.subject ? say(catalogue::for_subject, {*finding->row.subject}) : "";
        if (!expectation.verdict.empty() && to_text(verdict) != expectation.verdict) {
            const auto wanted = code_named<Verdict>(expectation.verdict);
            complain(catalogue::verdict_expected, {id, wanted ? word(*wanted) : expectation.verdict, for_subject,
                                                   word(verdict), because(requirement, meant.part, finding)});
            return;
        }
        std::set<std::string> places;
        for (const FindingView& one : requirement.findings) {
            if (finding != nullptr && &one != finding) continue;
            for (const CellView& cell : one.cells)
                if (!meant.part || counts_for(one, cell, *meant.part))
                    for (const MissingView& missing : cell.missing) places.insert(missing.row.place);
        }
        for (const std::string& place : expectation.missing) {
            if (places.count(place) != 0) continue;
            const std::string have =
                places.empty() ? say(catalogue::nothing_open) : first_of({places.begin(), places.end()});
            complain(catalogue::missing_expected, {id, for_subject, place, have});
        }
    }

    /// ": places", or nothing.
    std::string because(const RequirementView& requirement, const std::optional<std::string>& part,
                        const FindingView* finding) const {
        const std::string places = places_of(requirement, part, finding, view_.language);
        return places.empty() ? "" : ": " + places;
    }

    const View& view_;
};

static_assert(std::size(catalogue::whys) == words_of<Why>.size());

bool may_not_be_owed(const model::Expression& condition) {
    return condition.operation == model::Operation::owed_if || condition.operation == model::Operation::due_within ||
           std::any_of(condition.operands.begin(), condition.operands.end(), may_not_be_owed);
}

/// That a procedure can be carried out is no merit of it: it fails, or is not owed.
bool can_hold(const model::Ruleset& ruleset, const model::Expression& condition) {
    if (condition.operation != model::Operation::procedure_part) return true;
    const model::Protocol& protocol = ruleset.protocols[static_cast<std::size_t>(condition.index)];
    return protocol.parts[static_cast<std::size_t>(condition.number)].kind != model::PartKind::runs;
}

}  // namespace

std::optional<MeantId> meant_by(const View& view, std::string_view id) {
    if (const auto index = requirement_with(view, id)) return MeantId{*index, std::nullopt};
    // The longest id that `id` begins with; what follows is the part.
    std::optional<MeantId> best;
    std::size_t best_length = 0;
    for (std::size_t index = 0; index < view.requirements.size(); ++index) {
        const RequirementView& requirement = view.requirements[index];
        const auto consider = [&](std::string_view whole) {
            if (whole.size() <= best_length || id.size() <= whole.size() + 1 || id.substr(0, whole.size()) != whole)
                return;
            std::string_view part = id.substr(whole.size());
            if (part.front() != '.' && part.front() != '#' && part.front() != '/') return;
            if (part.front() == '/') part.remove_prefix(1);
            bool known =
                true;  // where every finding is one that stands for the whole, no part is seen, and any will do
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
        consider(requirement.information.id);
        for (const std::string& was : requirement.information.was) consider(was);
    }
    return best;
}

std::vector<std::string> unmet_expectations(const View& view, const model::Case& test) {
    ExpectationCheck check(view);
    for (const model::Expectation& expectation : test.expectations) check.check(expectation);
    return std::move(check.sentences);
}

Coverage::Coverage(const model::Ruleset& ruleset) : ruleset_(ruleset) {
    for (const model::Requirement& requirement : ruleset.requirements)
        for (const model::Clause& clause : requirement.clauses)
            clauses_.insert(model::part_id(requirement.id, clause.part));
}

void Coverage::add(const View& view) {
    for (const RequirementView& requirement : view.requirements) {
        const std::string& id = requirement.information.id;
        auto& verdicts = reached_[id];
        verdicts.insert(requirement.verdict);
        for (const FindingView& finding : requirement.findings) {
            verdicts.insert(finding.row.verdict);
            for (const CellView& cell : finding.cells) {
                if (cell.part.empty() || (cell.truth != Truth::holds && cell.truth != Truth::fails)) continue;
                const Verdict verdict = assess::verdict_of(cell.truth);
                const std::string part = model::part_id(id, cell.part);
                reached_[part].insert(verdict);
                // An item of a labelled clause reaches the clause.
                if (const std::size_t slash = cell.part.find('/');
                    slash != std::string::npos && clauses_.count(part) == 0)
                    reached_[model::part_id(id, cell.part.substr(0, slash))].insert(verdict);
            }
        }
    }
}

Coverage::Reached Coverage::reached() const {
    Reached result;
    const auto reached = [&](const std::string& id, Verdict verdict) {
        const auto found = reached_.find(id);
        return found != reached_.end() && found->second.count(verdict) != 0;
    };
    const auto want = [&](const std::string& id, Verdict verdict, bool otherwise = false) {
        ++result.verdicts;
        if (!otherwise && !reached(id, verdict)) result.not_reached.emplace_back(id, verdict);
    };
    for (const model::Requirement& requirement : ruleset_.requirements) {
        // What a base states and this ruleset leaves as it is, is for the base's cases.
        const auto index = &requirement - ruleset_.requirements.data();
        if (requirement.origin != ruleset_.name &&
            std::none_of(ruleset_.changes.begin(), ruleset_.changes.end(), [&](const model::Change& change) {
                return change.origin == ruleset_.name && change.requirement == index;
            }))
            continue;
        bool not_owed = !requirement.subjects.empty() || !requirement.conditions.empty();
        for (const model::Clause& clause : requirement.clauses)
            not_owed = not_owed || may_not_be_owed(clause.condition);
        want(requirement.id, Verdict::met);
        want(requirement.id, Verdict::not_met,
             reached(requirement.id, Verdict::partly_met));  // a gap, in part or whole
        want(requirement.id, Verdict::unknown);
        if (not_owed) want(requirement.id, Verdict::not_applicable);
        if (requirement.clauses.size() < 2) continue;
        for (const model::Clause& clause : requirement.clauses) {
            if (clause.part.empty() || clause.part.front() == '#') continue;  // no case can name it
            if (can_hold(ruleset_, clause.condition)) want(model::part_id(requirement.id, clause.part), Verdict::met);
            want(model::part_id(requirement.id, clause.part), Verdict::not_met);
        }
    }
    return result;
}

}  // namespace brecha::report
