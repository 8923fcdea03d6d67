// Assessment: rows, texts and tables, all read off a View that is made once a language.
#include "api/state.hpp"

#include "model/sha256.hpp"
#include "report/findings.hpp"
#include "report/json.hpp"
#include "report/questions.hpp"
#include "report/reasons.hpp"
#include "report/summary.hpp"
#include "report/tables.hpp"

#include <algorithm>
#include <array>

namespace brecha {

namespace {

std::optional<std::size_t> requirement_with(const model::Ruleset& ruleset, std::string_view id) {
    const auto& all = ruleset.requirements;
    auto found = std::find_if(all.begin(), all.end(), [&](const model::Requirement& one) { return one.id == id; });
    if (found == all.end())
        found =
            std::find_if(all.begin(), all.end(), [&](const model::Requirement& one) { return std::find(one.was.begin(), one.was.end(), id) != one.was.end(); });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::string shown_language(const model::Ruleset& ruleset, std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    for (const std::string_view candidate : {language, primary}) {
        for (const model::Text& title : ruleset.title)
            if (title.language == candidate) return std::string(candidate);
        for (const std::string_view spoken : std::array<std::string_view, 4>{"en", "es", "pt", "fr"})
            if (spoken == candidate) return std::string(candidate);
    }
    return "en";
}

const std::string& Assessment::State::hash() const {
    std::call_once(hashed_, [this] {
        // Line ends part what could run into each other.
        std::string text = rules.sha256() + '\n' + plan.sha256() + '\n' + plan.state().read + '\n' + model::day_to_text(as_of) + '\n';
        for (const auto& [name, value] : *parameters) text += name + '=' + value + '\n';
        text += version();
        constexpr std::size_t digits = 12;
        hash_ = model::sha256(text).substr(0, digits);
    });
    return hash_;
}

const report::View& Assessment::State::view(std::string_view language) const {
    const std::string shown = shown_language(result.ruleset(), language);
    const std::lock_guard lock(views_mutex_);
    auto& view = views_[shown];
    if (!view) view = std::make_unique<const report::View>(report::view_of(result, {as_of, hash(), *parameters}, shown));
    return *view;
}

Ruleset Assessment::ruleset() const { return state_->rules; }
const Plan& Assessment::plan() const { return state_->plan; }
const std::vector<std::pair<std::string, std::string>>& Assessment::parameters() const { return *state_->parameters; }

Summary Assessment::summary() const {
    report::SummaryCount count;
    const auto& results = state_->result.requirements();
    for (std::size_t index = 0; index < results.size(); ++index)
        count.add(model::word_of(state_->result.ruleset().requirements[index].modality), assess::word_of(results[index].verdict), results[index].is_gap);
    return count.summary();
}

Date Assessment::as_of() const {
    const model::CivilDate date = model::civil_of(state_->as_of);
    return {date.year, date.month, date.day};
}

std::vector<Finding> Assessment::findings(std::string_view language, bool parts) const { return report::findings_of(state_->view(language), parts); }
std::vector<Gap> Assessment::gaps(std::string_view language) const { return report::gaps_of(state_->view(language)); }
std::vector<Missing> Assessment::missing(std::string_view language) const { return report::missing_rows_of(state_->view(language)); }
std::vector<Evidence> Assessment::evidence(std::string_view language) const { return report::evidence_of(state_->view(language)); }
std::vector<Note> Assessment::notes(std::string_view language) const { return state_->plan.notes(language); }

std::vector<Question> Assessment::questions(std::string_view language, std::size_t most) const { return report::questions_of(state_->view(language), most); }

std::optional<Table> Assessment::table(std::string_view name, std::string_view language) const { return report::table_of(state_->view(language), name); }

std::string Assessment::verdict(std::string_view requirement) const {
    const auto index = requirement_with(state_->result.ruleset(), requirement);
    return index ? std::string(assess::word_of(state_->result.requirements()[*index].verdict)) : std::string();
}

std::vector<Reason> Assessment::why(std::string_view requirement, std::optional<std::string> subject, std::string_view language) const {
    const auto index = requirement_with(state_->result.ruleset(), requirement);
    if (!index) return {};
    return report::reasons_of(state_->result, *index, subject, shown_language(state_->result.ruleset(), language));
}

std::string Assessment::to_json(std::string_view language) const { return report::json_of(state_->view(language)); }
std::string Assessment::hash() const { return state_->hash(); }

std::string refused_to_json(std::string_view plan_name, std::string_view sha256, const std::vector<Diagnostic>& why, std::string_view language) {
    return report::json_of_refused(plan_name, sha256, why, language);
}
std::string reports_to_json(const std::vector<std::string>& reports) { return report::json_array(reports); }

}  // namespace brecha
