// Assessment: rows, texts and tables, all read off a View that is made once a language.
#include "api/state.hpp"

#include "model/sha256.hpp"
#include "report/extract.hpp"
#include "report/findings.hpp"
#include "report/json.hpp"
#include "report/progress.hpp"
#include "report/proofs.hpp"
#include "report/questions.hpp"
#include "report/summary.hpp"
#include "report/tables.hpp"

#include <algorithm>

namespace brecha {

namespace {

std::optional<std::size_t> requirement_with(const model::Ruleset& ruleset, std::string_view id) {
    const auto& all = ruleset.requirements;
    auto found = std::find_if(all.begin(), all.end(), [&](const model::Requirement& one) { return one.id == id; });
    if (found == all.end())
        found = std::find_if(all.begin(), all.end(), [&](const model::Requirement& one) {
            return std::find(one.was.begin(), one.was.end(), id) != one.was.end();
        });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

Date date_of(model::Day day) {
    const model::CivilDate date = model::civil_of(day);
    return {date.year, date.month, date.day};
}

/// What a call may take that says nothing of it: the memory that the assessment was allowed.
class Unsaid {
public:
    explicit Unsaid(const Assessment::State& state) {
        if (limits::Watch::in_force() == nullptr) watch_.emplace(limits::Allowed{.memory = state.memory});
    }

private:
    std::optional<limits::Watch> watch_;
};

}  // namespace

const std::string& Assessment::State::hash() const {
    hashed_([this] {
        // Line ends part what could run into each other.
        std::string text =
            rules.sha256() + '\n' + plan.sha256() + '\n' + plan.state().read + '\n' + model::day_to_text(as_of) + '\n';
        for (const auto& [name, value] : *parameters) text += name + '=' + value + '\n';
        if (facts_since) text += "facts since " + model::day_to_text(*facts_since) + '\n';
        text += version();
        constexpr std::size_t digits = 12;
        hash_ = model::sha256(text).substr(0, digits);
    });
    return hash_;
}

const report::View& Assessment::State::view(Language language) const {
    const std::lock_guard lock(views_mutex_);
    auto& view = views_[language.tag()];
    if (!view) view = std::make_unique<const report::View>(report::view_of(result, view_context(), language));
    return *view;
}

bool Assessment::State::makes_rows_alone(Language language) const {
    const std::lock_guard lock(views_mutex_);
    return !views_.contains(language.tag()) && !report::rows_need_places(result);
}

report::ViewContext Assessment::State::view_context() const {
    return {date_of(as_of), facts_since ? std::optional(date_of(*facts_since)) : std::nullopt, hash(), *parameters};
}

Ruleset Assessment::ruleset() const { return state_->rules; }
const Plan& Assessment::plan() const { return state_->plan; }
const std::vector<std::pair<std::string, std::string>>& Assessment::parameters() const { return *state_->parameters; }
std::vector<std::pair<std::string, Period>> Assessment::parameters_in_force() const {
    return report::parameters_in_force(state_->result);
}

Summary Assessment::summary() const {
    const Unsaid unsaid(*state_);
    report::SummaryCount count;
    const auto& results = state_->result.requirements();
    for (std::size_t index = 0; index < results.size(); ++index) {
        const model::Requirement& requirement = state_->result.ruleset().requirements[index];
        count.requirement(requirement.modality, results[index], requirement.weakened);
    }
    for (const assess::Finding& finding : state_->result.findings()) count.finding(finding);
    return count.summary();
}

Date Assessment::as_of() const { return date_of(state_->as_of); }

std::optional<Date> Assessment::facts_since() const {
    return state_->facts_since ? std::optional(date_of(*state_->facts_since)) : std::nullopt;
}

std::vector<Finding> Assessment::findings(Language language, bool parts) const {
    const Unsaid unsaid(*state_);
    if (!state_->makes_rows_alone(language)) {
        const report::View& view = state_->view(language);
        return parts ? report::parts_of(view) : report::copies_of(report::findings_of(view));
    }
    constexpr std::size_t told_at_once = 10'000;  // rows that there is room for before any is told to the limits
    std::vector<Finding> rows;
    rows.reserve(std::min(state_->result.findings().size(), told_at_once));
    const auto keep = [&rows](Finding&& row) {
        constexpr std::size_t texts_of_a_row = 256;  // about
        limits::take(sizeof(Finding) + texts_of_a_row);
        rows.push_back(std::move(row));
    };
    report::each_row(state_->result, language, state_->rules.state().requirements(language),
                     [&](const RequirementInfo& requirement, report::FindingView&& finding) {
                         if (!parts) return keep(std::move(finding.row));
                         for (Finding& row : report::parts_of(requirement, finding, language)) keep(std::move(row));
                     });
    return rows;
}
FindingRows Assessment::finding_rows(Language language) const {
    return {state_, language, state_->makes_rows_alone(language)};
}

namespace {

const assess::Finding& finding_at(const Assessment::State& state, std::size_t row) {
    return state.result.findings().at(row);
}

}  // namespace

std::size_t FindingRows::size() const {
    const Unsaid unsaid(*assessment_);
    return assessment_->result.findings().size();
}
const Result& FindingRows::result(std::size_t row) const {
    const Unsaid unsaid(*assessment_);
    return finding_at(*assessment_, row);
}
std::string_view FindingRows::requirement(std::size_t row) const {
    const Unsaid unsaid(*assessment_);
    return assessment_->result.ruleset().requirements[finding_at(*assessment_, row).requirement].id;
}
Finding FindingRows::operator[](std::size_t row) const {
    const Unsaid unsaid(*assessment_);
    const assess::Assessment& result = assessment_->result;
    const std::uint32_t requirement = finding_at(*assessment_, row).requirement;
    if (one_by_one_)
        return report::row_of(result, language_, assessment_->rules.state().requirements(language_)[requirement], row);
    const std::uint32_t first = result.requirements()[requirement].first_finding;
    return assessment_->view(language_).requirements[requirement].findings[row - first].row;
}

std::vector<Gap> Assessment::gaps(Language language) const {
    const Unsaid unsaid(*state_);
    return report::gaps_of(state_->view(language));
}
std::vector<Missing> Assessment::missing(Language language) const {
    const Unsaid unsaid(*state_);
    return report::copies_of(report::missing_rows_of(state_->view(language)));
}
std::vector<Evidence> Assessment::evidence(Language language) const {
    const Unsaid unsaid(*state_);
    return report::copies_of(report::evidence_of(state_->view(language)));
}
std::vector<Note> Assessment::notes(Language language) const {
    return report::notes_of(state_->plan.state().record(), language, as_of());
}

std::vector<Question> Assessment::questions(Language language, std::size_t most) const {
    const Unsaid unsaid(*state_);
    return report::questions_of(state_->view(language), most);
}

std::optional<Table> Assessment::table(std::string_view name, Language language) const {
    const Unsaid unsaid(*state_);
    if ((name == "findings" || name == "parts") && state_->makes_rows_alone(language)) {
        report::View head;
        head.language = language;
        head.hash = hash();
        head.plan_name = plan().name();
        head.as_of = as_of();
        return report::table_of_rows(head, name == "parts", state_->result,
                                     state_->rules.state().requirements(language));
    }
    constexpr std::size_t greatest_kept = 20'000;  // findings whose every word is kept for the next call
    if (report::is_of_findings(name) && state_->result.findings().size() > greatest_kept) {
        const report::View view = report::view_without_findings(state_->result, state_->view_context(), language);
        return report::table_of(view, name, report::each_of(state_->result, view), state_->result.findings().size());
    }
    return report::table_of(state_->view(language), name);
}
std::optional<Table> Assessment::table(std::string_view name, Language language,
                                       const std::vector<std::string>& only) const {
    const Unsaid unsaid(*state_);
    const auto wanted = [&](std::string_view id) { return std::find(only.begin(), only.end(), id) != only.end(); };
    const bool of_findings = report::is_of_findings(name);
    report::View view = of_findings
                            ? report::view_without_findings(state_->result, state_->view_context(), language)
                            : report::verdicts_of(state_->result, language, [&](const model::Requirement& requirement) {
                                  return wanted(requirement.id);
                              });
    std::erase_if(view.requirements,
                  [&](const report::RequirementView& requirement) { return !wanted(requirement.information.id); });
    for (report::RequirementView& requirement : view.requirements) requirement.after.clear();  // those may be gone
    if (of_findings) return report::table_of(view, name, report::each_of(state_->result, view), 0);
    view.plan_name = plan().name();
    view.as_of = as_of();
    view.hash = hash();
    return report::table_of(view, name);
}
std::vector<Outline> Assessment::outlines(const std::vector<std::string>& only) const {
    const Unsaid unsaid(*state_);
    std::vector<Outline> outlines;
    for (const assess::Finding& finding : state_->result.findings()) {
        const std::string& requirement = state_->result.ruleset().requirements[finding.requirement].id;
        if (!only.empty() && std::find(only.begin(), only.end(), requirement) == only.end()) continue;
        Outline& outline = outlines.emplace_back();
        outline.requirement = requirement;
        outline.subject = finding.subject;
        outline.verdict = finding.verdict;
        for (const assess::Cell& cell : finding.cells) outline.parts.emplace_back(cell.part, cell.truth);
        if (finding.cells.empty()) outline.parts.emplace_back("", assess::truth_of(finding.verdict));
    }
    return outlines;
}
std::vector<StepProgress> Assessment::progress(Language language, const std::vector<std::string>& only) const {
    const Unsaid unsaid(*state_);
    return report::progress_of(state_->result, language, [&](const model::Requirement& requirement) {
        return only.empty() || std::find(only.begin(), only.end(), requirement.id) != only.end();
    });
}
Table table_of(const std::vector<Note>& notes) { return report::table_of(notes); }

std::optional<Verdict> Assessment::verdict(std::string_view requirement) const {
    const Unsaid unsaid(*state_);
    const auto index = requirement_with(state_->result.ruleset(), requirement);
    return index ? std::optional(state_->result.requirements()[*index].verdict) : std::nullopt;
}

std::vector<Proof> Assessment::why(std::string_view requirement, std::optional<std::string> subject,
                                   Language language) const {
    const Unsaid unsaid(*state_);
    const auto index = requirement_with(state_->result.ruleset(), requirement);
    if (!index) return {};
    return report::proofs_of(state_->result, *index, subject, language);
}

std::string Assessment::to_json(Language language) const {
    const Unsaid unsaid(*state_);
    return report::json_of(state_->view(language));
}
std::string Assessment::hash() const { return state_->hash(); }

std::string refused_to_json(std::string_view plan_name, std::string_view sha256, const std::vector<Diagnostic>& why,
                            Language language) {
    return report::json_of_refused(plan_name, sha256, why, language);
}
std::string reports_to_json(const std::vector<std::string>& reports) { return report::json_array(reports); }

}  // namespace brecha
