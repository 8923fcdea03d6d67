// assess::Assessment -> View: everything a report shows, asked for once, in one language.
#pragma once

#include "assess/assessment.hpp"
#include "report/view.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace brecha::report {

/// What an assessment does not know of itself.
struct ViewContext {
    Date as_of;
    std::optional<Date> facts_since;
    std::string hash;
    std::vector<std::pair<std::string, std::string>> parameters;  // those with a value, as a rule would write it
};

/// O(findings × what they rest on). Deterministic.
View view_of(const assess::Assessment& assessment, const ViewContext& context, Language language);

/// The same without progress, and without the findings of the requirements …
View view_without_findings(const assess::Assessment& assessment, const ViewContext& context, Language language);
/// … which are made, and shown, one after the other: where they are very many, none is kept. Both must outlive it.
EachFinding each_of(const assess::Assessment& assessment, const View& view);

/// Do rows of findings pass on what a plan says of the places behind them: that they are guessed, of which day, or the
/// vocabulary's default? Then they are made with those places, as a View has them.
bool rows_need_places(const assess::Assessment& assessment);
/// Shows the findings of every requirement, one after the other, without the places behind them: all that is in their
/// rows where these need none. `requirements`: requirement_info() of each.
void each_row(const assess::Assessment& assessment, Language language, const std::vector<RequirementInfo>& requirements,
              const std::function<void(const RequirementInfo&, FindingView&&)>& visit);

/// One of these rows, by its number among all findings. `requirement`: requirement_info() of its requirement.
Finding row_of(const assess::Assessment& assessment, Language language, const RequirementInfo& requirement,
               std::size_t number);

/// Its requirements alone; of those that are not wanted `in_full` only verdicts, subjects and cells.
View verdicts_of(const assess::Assessment& assessment, Language language,
                 const std::function<bool(const model::Requirement&)>& in_full);

/// The parameters whose value is the ruleset's and dated, and from when until when it is in force.
std::vector<std::pair<std::string, Period>> parameters_in_force(const assess::Assessment& assessment);

/// The same as the public header has it.
Severity public_severity(grammar::Severity severity);

/// What the reader remarked on a plan; with the day of an assessment, also what is to be said of that day.
std::vector<Note> notes_of(const plans::PlanRecord& record, Language language, std::optional<Date> as_of = {});

}  // namespace brecha::report
