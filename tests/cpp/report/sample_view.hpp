// A small View made by hand, for the tests of what is made from one.
#pragma once

#include "report/view.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sample {

using namespace brecha::report;

inline MissingView missing(const std::string& place, const std::string& entity, const std::string& field, const std::string& ask = {},
                           const std::string& item = {}) {
    MissingView view;
    view.place = place;
    view.entity = entity;
    view.field = field;
    view.why = "not_stated";
    view.group = entity + "." + field;
    view.words.ask = ask;
    view.words.label = spaced(field);
    if (!item.empty()) view.words.items.push_back(item);
    view.question = question_text(view.words, "en");
    return view;
}

inline CellView cell(const std::string& truth, std::vector<MissingView> missing = {}, const std::string& part = {}) {
    CellView view;
    view.part = part;
    view.truth = truth;
    view.may_fail = truth == "fails" || truth == "unknown";
    view.missing = std::move(missing);
    return view;
}

/// Verdict, reason and counts follow from the cells.
inline FindingView finding(std::optional<std::string> subject, std::vector<CellView> cells) {
    FindingView view;
    view.subject = std::move(subject);
    for (const CellView& one : cells) {
        view.holds += one.truth == "holds";
        view.fails += one.truth == "fails";
        view.unknown += one.truth == "unknown";
        view.may_be_gap = view.may_be_gap || one.may_fail;
    }
    view.verdict = view.fails ? (view.holds ? "partly_met" : "not_met") : view.unknown ? "unknown" : view.holds ? "met" : "not_applicable";
    view.reason = view.fails ? "contradicted" : view.unknown ? "silent" : view.holds ? "holds" : "not_owed";
    view.is_gap = view.fails > 0;
    view.cells = std::move(cells);
    return view;
}

inline RequirementView requirement(const std::string& id, std::vector<FindingView> findings, const std::string& modality = "shall") {
    RequirementView view;
    view.id = id;
    view.title = "Title of " + id;
    view.theme = "governance";
    view.modality = modality;
    view.origin = "sample";
    view.sources.push_back({"", "ISPS", "A/16.3", "treaty", "full"});
    for (const FindingView& one : findings) {
        view.holds += one.holds;
        view.fails += one.fails;
        view.unknown += one.unknown;
        view.may_be_gap = view.may_be_gap || one.may_be_gap;
    }
    view.verdict = view.fails ? (view.holds ? "partly_met" : "not_met") : view.unknown ? "unknown" : view.holds ? "met" : "not_applicable";
    view.reason = findings.empty() ? "no_subjects" : findings.front().reason;
    view.is_gap = modality != "may" && view.fails > 0;
    view.findings = std::move(findings);
    return view;
}

inline View view(std::vector<RequirementView> requirements) {
    View view;
    view.language = "en";
    view.ruleset_name = "sample";
    view.ruleset_version = "1.0.0";
    view.ruleset_sha256 = "aa";
    view.plan_name = "plan.json";
    view.plan_sha256 = "bb";
    view.as_of = "2026-01-15";
    view.hash = "0123456789ab";
    view.requirements = std::move(requirements);
    return view;
}

}  // namespace sample
