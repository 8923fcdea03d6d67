// Ruleset::run_tests: the `tests for` blocks that came with a ruleset's files.
#include "api/diagnostics.hpp"
#include "api/state.hpp"

#include "messages/catalogue/report.hpp"
#include "report/extract.hpp"
#include "report/test_cases.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <cstdint>
#include <map>

namespace brecha {

namespace {

class CaseRun {
public:
    CaseRun(const Ruleset& rules, Language language)
        : rules_(rules), language_(language), coverage_(*rules.state().model) {}

    void run(const model::TestSuite& suite) {
        for (const model::Case& test : suite.cases) {
            CaseResult result;
            result.suite = suite.ruleset;
            result.title = std::string(model::in_language(test.title, language_.tag()));
            if (test.file < rules_.state().model->files.size()) {
                const model::SourceFile& file = rules_.state().model->files[test.file];
                result.file = file.name;
                result.line = lines_.try_emplace(test.file, file.text).first->second.number_at(test.span.begin);
            }
            for (const model::Expectation& expectation : test.expectations)
                result.requirements.insert(result.requirements.end(), expectation.ids.begin(), expectation.ids.end());
            result.message = outcome(test, result.file);
            result.passed = result.message.empty();
            report.cases.push_back(std::move(result));
        }
    }

    TestReport finished() {
        report::Coverage::Reached reached = coverage_.reached();
        report.verdicts = reached.verdicts;
        report.not_reached = std::move(reached.not_reached);
        return std::move(report);
    }

private:
    /// What went wrong; empty where the case passes.
    std::string outcome(const model::Case& test, const std::string& file) {
        std::string text = test.plan;
        PlanOptions plan_options;
        plan_options.name = test.title.empty() ? "plan" : test.title.front().text;
        if (!test.plan_file.empty()) {
            plan_options.name = test.plan_file;
            model::FileText read = rules_.state().read_plan(file, test.plan_file);
            if (read.trouble == model::FileTrouble::absent)
                return report::said(messages::catalogue::no_such_plan, {test.plan_file}, language_);
            if (read.trouble != model::FileTrouble::none) {
                const model::FileMessage told = model::message_of(read.trouble, test.plan_file);
                return told.message.in(language_.tag()) + "\n" + told.help.in(language_.tag());
            }
            text = std::move(read.text);
        }
        const auto plan = rules_.read_plan(text, plan_options);
        if (!plan) return trimmed(render(plan.diagnostics(), language_));
        AssessOptions options;
        // Rules that read the date make a case state it; to all others it is nothing.
        options.as_of = date_from_text(test.as_of).value_or(Date{2000, 1, 1});
        options.parameters = test.parameters;
        const auto assessment = rules_.assess(*plan, options);
        if (!assessment) return trimmed(render(assessment.diagnostics(), language_));
        const report::View view =
            report::verdicts_of(assessment->state().result, language_,
                                [&](const model::Requirement& requirement) { return named(test, requirement); });
        coverage_.add(view);
        std::string message;
        for (const std::string& sentence : report::unmet_expectations(view, test))
            message += (message.empty() ? "" : "\n") + sentence;
        if (message.empty()) return message;
        // What the reader could not use may be why.
        constexpr std::size_t most_notes = 3;
        const auto notes = plan->notes(language_);
        for (std::size_t index = 0; index < std::min(notes.size(), most_notes); ++index)
            message += "\n" + notes[index].code + " " + notes[index].place + ": " + notes[index].message;
        return message;
    }

    /// May an expectation speak of the requirement, or of a part of it?
    static bool named(const model::Case& test, const model::Requirement& requirement) {
        for (const model::Expectation& expectation : test.expectations)
            for (const std::string_view id : expectation.ids)
                if (id.starts_with(requirement.id) ||
                    std::any_of(requirement.was.begin(), requirement.was.end(),
                                [&](const std::string& was) { return id.starts_with(was); }))
                    return true;
        return false;
    }

    static std::string trimmed(std::string text) {
        while (!text.empty() && text.back() == '\n') text.pop_back();
        return text;
    }

    const Ruleset& rules_;
    Language language_;
    std::map<std::uint16_t, grammar::Lines> lines_;  // of the files that cases stand in
    report::Coverage coverage_;
    TestReport report;
};

}  // namespace

TestReport Ruleset::run_tests(Language language) const {
    CaseRun run(*this, language);
    for (const model::TestSuite& suite : state_->tests) run.run(suite);
    return run.finished();
}

}  // namespace brecha
