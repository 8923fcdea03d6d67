// Ruleset: what it says of itself, and assessing.
#include "api/asked.hpp"
#include "api/diagnostics.hpp"
#include "api/limits.hpp"
#include "api/state.hpp"
#include "api/verdict_forms.hpp"

#include "assess/run.hpp"
#include "messages/catalogue/host.hpp"
#include "model/parameter.hpp"
#include "model/print.hpp"
#include "report/requirements.hpp"

#include <brecha/grammar/own_stack.hpp>

#include <algorithm>
#include <map>
#include <span>
#include <utility>

namespace brecha {

namespace catalogue = messages::catalogue;

Asked asked_of(const model::Ruleset& ruleset, const AssessOptions& options) {
    Asked asked;
    if (!options.as_of) {
        asked.wrong.push_back(plain_diagnostic(catalogue::no_date));
    } else if (const Date date = *options.as_of; !model::is_date(date.year, date.month, date.day)) {
        asked.wrong.push_back(plain_diagnostic(catalogue::no_such_date, {to_text(date)}));
    } else {
        asked.run.as_of = model::day_of({date.year, date.month, date.day});
    }
    if (const std::optional<Date>& since = options.facts_since) {
        if (model::is_date(since->year, since->month, since->day))
            asked.run.facts_since = model::day_of({since->year, since->month, since->day});
        else asked.wrong.push_back(plain_diagnostic(catalogue::no_such_facts_since, {to_text(*since)}));
    }
    asked.run.greatest_row_count = options.limits.rows;
    asked.run.greatest_finding_count = options.limits.findings;
    for (const auto& [name, value] : options.parameters) {
        model::ParameterValue read = grammar::on_own_stack(
            [&, &name = name, &value = value] { return model::read_parameter(ruleset, name, value); });
        for (const grammar::Diagnostic& diagnostic : read.diagnostics)
            asked.wrong.push_back(public_diagnostic(diagnostic, read.shown));
        if (read.value) asked.run.parameters.insert_or_assign(read.parameter, std::move(*read.value));
    }
    auto parameters = std::make_shared<Assessment::State::Parameters>();
    for (std::uint32_t index = 0; index < ruleset.parameters.size(); ++index) {
        const model::Parameter& parameter = ruleset.parameters[index];
        const auto set = asked.run.parameters.find(index);
        const model::DatedValue* stated = parameter.on(asked.run.as_of);
        const model::Expression* value = set != asked.run.parameters.end() ? &set->second
                                         : stated != nullptr               ? &stated->value
                                                                           : nullptr;
        if (value != nullptr)
            parameters->emplace_back(parameter.name,
                                     model::constant_text(ruleset, *value, parameter.type, asked.run.as_of));
    }
    asked.parameters = std::move(parameters);
    return asked;
}

const std::shared_ptr<const program::Program>& Ruleset::State::program() const {
    lowered_([this] { program_ = grammar::on_own_stack([this] { return program::lower(schema); }); });
    return program_;
}

const std::shared_ptr<const program::Program>& Ruleset::State::program_for_verdicts() const {
    lowered_for_verdicts_([this] { program_for_verdicts_ = program::for_verdicts(*program()); });
    return program_for_verdicts_;
}

const std::string& Ruleset::name() const { return state_->model->name; }
const std::string& Ruleset::version() const { return state_->model->version; }
const std::string& Ruleset::sha256() const { return state_->model->sha256; }
std::string Ruleset::title(Language language) const {
    return std::string(model::in_language(state_->model->title, language.tag()));
}
std::string Ruleset::printed() const {
    return grammar::on_own_stack([this] { return model::to_json(*state_->model, 2); });
}

std::vector<std::string> Ruleset::languages() const {
    std::vector<std::string> languages;
    for (const model::Text& text : state_->model->title)
        if (!text.language.empty()) languages.push_back(text.language);
    return languages;
}

const std::vector<RequirementInfo>& Ruleset::State::requirements(Language language) const {
    const std::lock_guard lock(requirements_mutex_);
    if (const auto found = requirements_.find(language.tag()); found != requirements_.end()) return found->second;
    std::vector<RequirementInfo> made;
    made.reserve(model->requirements.size());
    for (std::size_t index = 0; index < model->requirements.size(); ++index)
        made.push_back(report::requirement_info(*model, index, language));
    return requirements_.emplace(language.tag(), std::move(made)).first->second;
}

std::vector<RequirementInfo> Ruleset::requirements(Language language) const { return state_->requirements(language); }

const SharedTexts& Ruleset::State::requirement_ids() const {
    ids_made_([this] {
        std::vector<std::string> ids;
        ids.reserve(model->requirements.size());
        for (const model::Requirement& requirement : model->requirements) ids.push_back(requirement.id);
        requirement_ids_ = std::move(ids);
    });
    return requirement_ids_;
}

std::string to_text(const Citation& citation) {
    return citation.source + (citation.clause.empty() ? "" : " " + citation.clause);
}

const std::vector<std::pair<std::string, std::string>>& Ruleset::layers() const { return state_->model->layers; }
std::vector<Period> Ruleset::in_force() const {
    std::vector<Period> periods;
    for (const model::Period& period : state_->model->in_force) periods.push_back(report::period_of(period));
    return periods;
}
std::vector<Change> Ruleset::changes(Language language) const { return report::changes_of(*state_->model, language); }
std::vector<Mapping> Ruleset::mappings() const { return report::mappings_of(*state_->model); }

std::vector<SourceInfo> Ruleset::sources(Language language) const {
    return report::sources_of(*state_->model, language);
}

namespace {

/// One run for each batch: plans that were read together are assessed together, whichever of them are asked for.
class Runs {
public:
    Runs(const Ruleset::State& rules, const assess::RunOptions& options) : rules_(rules), options_(options) {}

    const assess::RunResult& of(const Plan& plan) {
        const auto [found, is_new] = runs_.try_emplace(plan.state().batch.get());
        if (!is_new) return found->second;
        try {
            found->second = assess::run(rules_.program(), plan.state().batch, options_);
        } catch (const limits::Reached& reached) { found->second.reached = reached; }  // while they were lowered
        return found->second;
    }

private:
    const Ruleset::State& rules_;
    const assess::RunOptions& options_;
    std::map<const plans::Plans*, assess::RunResult> runs_;
};

Diagnostic read_for_another(const Plan& plan) {
    return plain_diagnostic(catalogue::read_for_another, {plan.name(), plan.state().batch->schema->ruleset->name});
}

}  // namespace

namespace {

/// The limit of findings that an assessment has reached, if it may have so many. Where many lists are long they are
/// gathered now: no later call is to find out.
std::optional<limits::Reached> too_many_findings(const assess::Assessment& assessment) {
    if (!assessment.may_have_too_many_findings()) return std::nullopt;
    try {
        (void)assessment.findings();
        return std::nullopt;
    } catch (const limits::Reached& reached) { return reached; }
}

}  // namespace

std::vector<Outcome<Assessment>> Ruleset::assess(const std::vector<Plan>& plans, const AssessOptions& options) const {
    const Asked asked = asked_of(*state_->model, options);
    limits::Watch watch(allowed_by(options.limits));
    Runs runs(*state_, asked.run);
    std::vector<Outcome<Assessment>> outcomes;
    outcomes.reserve(plans.size());
    for (const Plan& plan : plans) {
        if (!asked.wrong.empty()) {
            outcomes.emplace_back(asked.wrong);
            continue;
        }
        if (plan.state().batch->schema != state_->schema) {
            outcomes.emplace_back(std::vector{read_for_another(plan)});
            continue;
        }
        const assess::RunResult& result = runs.of(plan);
        if (!result.run) {
            outcomes.emplace_back(said_of(*result.reached));
            continue;
        }
        assess::Assessment assessment(result.run, plan.state().index);
        if (const auto reached = too_many_findings(assessment)) {
            outcomes.emplace_back(said_of(*reached));
            continue;
        }
        outcomes.emplace_back(Assessment(std::make_shared<Assessment::State>(*this, plan, std::move(assessment),
                                                                             asked.run.as_of, asked.run.facts_since,
                                                                             asked.parameters, options.limits.memory)));
    }
    return outcomes;
}

namespace {

/// In one form or the other (verdict_forms.hpp).
template <typename Form>
Outcome<Form> verdicts_as(const Ruleset& rules, const std::vector<Plan>& plans, const assess::RunOptions& options) {
    const Ruleset::State& state = rules.state();
    Form verdicts;
    verdicts.plans = plans.size();
    verdicts.requirements = state.requirement_ids();
    lay_out(verdicts);
    // Plans that follow each other in one batch are written together.
    std::map<const plans::Plans*, Verdicts> batches;  // of which some plans are asked for
    for (std::size_t first = 0, next = 0; first < plans.size(); first = next) {
        const Plan::State& plan = plans[first].state();
        if (plan.batch->schema != state.schema) return std::vector{read_for_another(plans[first])};
        const auto follows = [&](std::size_t index) {
            const Plan::State& other = plans[index].state();
            return other.batch == plan.batch && other.index == plan.index + (index - first);
        };
        for (next = first + 1; next < plans.size() && follows(next);) ++next;
        if (next - first == plan.batch->count) {
            assess::write_verdicts(state.program_for_verdicts(), plan.batch, options, from(verdicts, first));
            continue;
        }
        Verdicts& batch = batches[plan.batch.get()];
        if (batch.plans == 0) {
            batch.plans = plan.batch->count;
            batch.requirements = verdicts.requirements;
            lay_out(batch);
            assess::write_verdicts(state.program_for_verdicts(), plan.batch, options, from(batch, 0));
        }
        for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement)
            for (std::size_t place = first; place < next; ++place)
                put(verdicts, place, requirement, batch.at(plan.index + (place - first), requirement));
    }
    return verdicts;
}

template <typename Form>
Outcome<Form> asked_as(const Ruleset& rules, const std::vector<Plan>& plans, const AssessOptions& options) {
    const Asked asked = asked_of(*rules.state().model, options);
    if (!asked.wrong.empty()) return asked.wrong;
    limits::Watch watch(allowed_by(options.limits));
    try {
        return verdicts_as<Form>(rules, plans, asked.run);
    } catch (const limits::Reached& reached) { return said_of(reached); }
}

}  // namespace

Outcome<Verdicts> Ruleset::verdicts(const std::vector<Plan>& plans, const AssessOptions& options) const {
    return asked_as<Verdicts>(*this, plans, options);
}
Outcome<VerdictPlanes> Ruleset::verdict_planes(const std::vector<Plan>& plans, const AssessOptions& options) const {
    return asked_as<VerdictPlanes>(*this, plans, options);
}

Outcome<Assessment> Ruleset::assess(const Plan& plan, const AssessOptions& options) const {
    return std::move(assess(std::vector{plan}, options).front());
}

}  // namespace brecha
