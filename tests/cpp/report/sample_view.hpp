// A small View made by hand, for the tests of what is made from one.
#pragma once

#include "assess/verdict.hpp"
#include "report/view.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sample {

using namespace brecha;
using namespace brecha::report;

inline MissingView missing(const std::string& place, const std::string& entity, const std::string& field,
                           const std::string& ask = {}, const std::string& item = {}) {
    MissingView view;
    view.row.place = place;
    view.row.entity = entity;
    view.row.field = field;
    view.group = entity + "." + field;
    view.words.ask = ask;
    view.words.label = model::called({}, field, "en");
    if (!item.empty()) view.words.items.push_back(item);
    view.row.question = question_text(view.words, "en");
    return view;
}

inline CellView cell(Truth truth, std::vector<MissingView> missing = {}, const std::string& part = {}) {
    CellView view;
    view.part = part;
    view.truth = truth;
    view.may_fail = truth == Truth::fails || truth == Truth::unknown;
    view.missing = std::move(missing);
    return view;
}

inline Reason reason_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return Reason::holds;
        case Verdict::partly_met:
        case Verdict::not_met: return Reason::contradicted;
        case Verdict::unknown: return Reason::silent;
        case Verdict::not_applicable: return Reason::not_owed;
    }
    return Reason::silent;
}

/// Verdict, reason and counts follow from the cells once the requirement is known.
inline FindingView finding(std::optional<std::string> subject, std::vector<CellView> cells) {
    FindingView view;
    view.row.subject = std::move(subject);
    view.cells = std::move(cells);
    return view;
}

inline RequirementView requirement(const std::string& id, std::vector<FindingView> findings,
                                   Modality modality = Modality::shall, std::vector<Citation> more_citations = {}) {
    RequirementView view;
    view.information.id = id;
    view.information.title = "Title of " + id;
    view.information.theme = "governance";
    view.information.modality = modality;
    view.information.origin = "sample";
    view.information.citations = {{"ISPS", "ISPS Code", "A/16.3", "", Standing::treaty, Reading::full}};
    for (Citation& one : more_citations) view.information.citations.push_back(std::move(one));
    assess::Count total;
    bool may_fail = false;
    for (FindingView& one : findings) {
        assess::Count count;
        bool one_may_fail = false;
        for (const CellView& cell : one.cells) {
            count.add(cell.truth);
            total.add(cell.truth);
            one_may_fail = one_may_fail || cell.may_fail;
        }
        static_cast<Result&>(one.row) = assess::result_of(count, modality, one_may_fail, false);
        one.row.reason = reason_of(one.row.verdict);
        may_fail = may_fail || one_may_fail;
        complete(one, view.information, "en");
    }
    static_cast<Result&>(view) = assess::result_of(total, modality, may_fail, false);
    view.reason = findings.empty() ? Reason::no_subjects : findings.front().row.reason;
    view.findings = std::move(findings);
    return view;
}

/// The remedies of `requirement` come after those of `before`.
inline void put_after(RequirementView& requirement, std::uint32_t index, const RequirementView& before) {
    requirement.after = {index};
    requirement.information.after = {before.information.id};
}

inline View view(std::vector<RequirementView> requirements) {
    View view;
    view.ruleset_name = "sample";
    view.ruleset_version = "1.0.0";
    view.ruleset_sha256 = "aa";
    view.plan_name = "plan.json";
    view.plan_sha256 = "bb";
    view.as_of = {2026, 1, 15};
    view.hash = "0123456789ab";
    view.requirements = std::move(requirements);
    return view;
}

}  // namespace sample
