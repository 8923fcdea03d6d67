// What stands behind the handles of the public header.
#pragma once

#include <brecha/brecha.hpp>

#include "api/limits.hpp"
#include "assess/assessment.hpp"
#include "limits/once.hpp"
#include "model/check.hpp"
#include "model/read_file.hpp"
#include "plans/plans.hpp"
#include "program/program.hpp"
#include "report/extract.hpp"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace brecha {

/// Reads the file that another names ("plans/costa-rica.json", seen from the file of a case).
using ReadFile = std::function<model::FileText(const std::string& from_file, const std::string& name)>;

struct Ruleset::State {
    std::shared_ptr<const model::Ruleset> model;
    std::shared_ptr<const plans::Schema> schema;
    std::vector<model::TestSuite> tests;
    ReadFile read_plan;

    /// Lowered when first needed, once.
    const std::shared_ptr<const program::Program>& program() const;
    /// The same for verdicts alone.
    const std::shared_ptr<const program::Program>& program_for_verdicts() const;
    /// What is said of each requirement in a language, made when first asked for and kept.
    const std::vector<RequirementInfo>& requirements(Language language) const;
    /// Their ids, made when first asked for and kept.
    const SharedTexts& requirement_ids() const;

private:
    mutable std::mutex requirements_mutex_;
    mutable std::map<std::string_view, std::vector<RequirementInfo>> requirements_;  // by the language's tag
    mutable limits::Once ids_made_, lowered_, lowered_for_verdicts_;
    mutable SharedTexts requirement_ids_;
    mutable std::shared_ptr<const program::Program> program_, program_for_verdicts_;
};

struct Plan::State {
    std::shared_ptr<const plans::Plans> batch;
    std::uint32_t index = 0;  // in the batch
    std::string read;         // how the caller said it was read; "" where nothing was said

    const plans::PlanRecord& record() const { return batch->records[index]; }
};

struct Assessment::State {
    using Parameters = std::vector<std::pair<std::string, std::string>>;
    State(Ruleset rules_, Plan plan_, assess::Assessment result_, model::Day as_of_,
          std::optional<model::Day> facts_since_, std::shared_ptr<const Parameters> parameters_, std::size_t memory_)
        : rules(std::move(rules_)), plan(std::move(plan_)), result(std::move(result_)), as_of(as_of_),
          facts_since(facts_since_), parameters(std::move(parameters_)), memory(memory_) {}

    Ruleset rules;
    Plan plan;
    assess::Assessment result;
    model::Day as_of = 0;
    std::optional<model::Day> facts_since;
    std::shared_ptr<const Parameters> parameters;  // shared by the assessments of a batch
    std::size_t memory = 0;                        // that one call may take which says nothing of it

    /// Short name of the assessment, over all that it is made from. Made when first asked for.
    const std::string& hash() const;
    /// Everything that is shown in a language, made when first asked for and kept.
    const report::View& view(Language language) const;
    /// Are rows of findings made without it? It has not been made, and they say nothing of the places behind them.
    bool makes_rows_alone(Language language) const;
    report::ViewContext view_context() const;

private:
    mutable limits::Once hashed_;
    mutable std::string hash_;
    mutable std::mutex views_mutex_;
    mutable std::map<std::string_view, std::unique_ptr<const report::View>> views_;  // by the language's tag
};

}  // namespace brecha
