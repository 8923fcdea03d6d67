// `tests for` blocks: what they expect must exist, and what a case needs must be stated.
#include "model/checking/checker.hpp"
#include "model/parameter.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

namespace {

bool reads_date(const Expression& expression, const Ruleset& ruleset, std::vector<std::uint8_t>& definitions) {
    if (expression.operation == Operation::assessment_date || expression.operation == Operation::due_within)
        return true;
    if (expression.operation == Operation::call) {
        std::uint8_t& known = definitions[static_cast<std::size_t>(expression.index)];  // 0 open, 1 no, 2 yes
        if (known == 0)
            known =
                reads_date(ruleset.definitions[static_cast<std::size_t>(expression.index)].body, ruleset, definitions)
                    ? 2
                    : 1;
        if (known == 2) return true;
    }
    return std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](const Expression& operand) { return reads_date(operand, ruleset, definitions); });
}

}  // namespace

std::vector<std::uint8_t> Checker::date_readers() const {
    std::vector<std::uint8_t> definitions(ruleset_.definitions.size(), 0), readers(ruleset_.requirements.size(), 0);
    std::vector<std::vector<std::uint32_t>> reads(ruleset_.requirements.size());
    for (std::size_t index = 0; index < ruleset_.requirements.size(); ++index) {
        const Requirement& requirement = ruleset_.requirements[index];
        std::vector<std::uint8_t> seen(ruleset_.definitions.size(), 0);
        const auto look = [&](const Expression& expression) {
            if (reads_date(expression, ruleset_, definitions)) readers[index] = 1;
            if (!verdict_uses_.empty()) verdicts_in(expression, reads[index], seen);
        };
        for (const Subject& subject : requirement.subjects) {
            look(subject.list);
            if (subject.condition) look(*subject.condition);
        }
        for (const When& when : requirement.conditions) look(when.condition);
        for (const Let& let : requirement.lets) look(let.value);
        for (const Clause& clause : requirement.clauses) look(clause.condition);
    }
    for (bool moved = !verdict_uses_.empty(); moved;) {
        moved = false;
        for (std::size_t index = 0; index < readers.size(); ++index)
            if (!readers[index] && std::any_of(reads[index].begin(), reads[index].end(),
                                               [&](std::uint32_t other) { return readers[other] != 0; })) {
                readers[index] = 1;
                moved = true;
            }
    }
    return readers;
}

std::int32_t Checker::requirement_of_part(const std::string& id) const {
    // A requirement, a part of one, or an item of a part: PF-16.3, PF-16.3.1, UNS-08/screening.
    if (const std::int32_t whole = requirement_named(id); whole >= 0) return whole;
    for (std::size_t length = id.size(); length > 0;) {
        const std::string head = id.substr(0, length);
        if (const std::int32_t whole = requirement_named(head); whole >= 0) {
            const std::string_view rest = std::string_view(id).substr(length);
            if (rest.starts_with('/')) return whole;
            for (const Clause& clause : ruleset_.requirements[static_cast<std::size_t>(whole)].clauses)
                if (!clause.part.empty() &&
                    (rest == clause.part || (rest.starts_with(clause.part) && rest[clause.part.size()] == '/')))
                    return whole;
        }
        const std::size_t cut = id.find_last_of("./(", length - 1);
        if (cut == std::string::npos || cut == 0) break;
        length = cut;
    }
    return -1;
}

std::vector<TestSuite> Checker::check_cases() {
    std::vector<TestSuite> suites;
    const std::vector<std::uint8_t> readers = tests_.empty() ? std::vector<std::uint8_t>() : date_readers();
    for (const Found<syntax::Tests>& tests : tests_) {
        const std::string& name = tests.node->ruleset.text;
        if (!rulesets_.contains(name)) {
            report_.error(catalogue::no_ruleset, {tests.file, tests.node->ruleset.span}, {name},
                          did_you_mean(name, names_in(rulesets_), 1));
            continue;
        }
        if (main_.node == nullptr || name != main_.node->name.text) continue;
        file_ = tests.file;
        TestSuite suite;
        suite.ruleset = name;
        std::set<std::string> titles;
        for (const syntax::Case& node : tests.node->cases) {
            Case one;
            one.title = texts(node.title, tests.file, {}, false);
            if (!one.title.empty() && !titles.insert(one.title.front().text).second)
                report_.warning(catalogue::case_twice, place(node.title.front().span), {one.title.front().text});
            one.file = tests.file;
            one.span = node.span;
            bool has_plan = false, needs_date = false;
            for (const syntax::CaseItem& item : node.items) {
                if (const auto* plan = std::get_if<syntax::PlanLine>(&item)) {
                    if (has_plan) report_.error(catalogue::two_plans, place(plan->span));
                    has_plan = true;
                    if (plan->from) one.plan_file = plan->from->text;
                    else one.plan = plan->json;
                } else if (const auto* as_of = std::get_if<syntax::AsOfLine>(&item)) {
                    one.as_of = as_of->date.text;
                    if (!day_from_text(one.as_of))
                        report_.error(catalogue::no_day, place(as_of->date.span), {one.as_of}, month_length(one.as_of));
                } else if (const auto* set = std::get_if<syntax::CaseSet>(&item)) {
                    const Global* global = global_named(set->name.text);
                    if (global == nullptr || global->kind != Global::Kind::parameter) {
                        std::vector<std::string> candidates;
                        for (const Parameter& parameter : ruleset_.parameters) candidates.push_back(parameter.name);
                        report_.error(catalogue::no_case_parameter, place(set->name.span), {set->name.text},
                                      did_you_mean(set->name.text, candidates, 1));
                        continue;
                    }
                    const Type type = ruleset_.parameters[global->index].type;
                    Scope scope;
                    scope.constant = true;
                    const Expression value = expression(set->value, scope, &type);
                    if (value.operation == Operation::nothing || type.kind == TypeKind::nothing)
                        continue;  // told where it is wrong
                    if (!fits(value.type, type)) {
                        report_.error(catalogue::value_of_other_type, place(set->value),
                                      {set->name.text, describe(type), describe(value.type)});
                        continue;
                    }
                    one.parameters.emplace_back(set->name.text, constant_text(ruleset_, value, type));
                } else if (const auto* expect = std::get_if<syntax::ExpectLine>(&item)) {
                    Expectation expectation;
                    expectation.kind = static_cast<Expectation::Kind>(expect->kind);
                    expectation.only = expect->only;
                    expectation.verdict = expect->verdict;
                    expectation.file = tests.file;
                    expectation.span = expect->span;
                    for (const syntax::Text& subject : expect->subjects) expectation.subjects.push_back(subject.text);
                    for (const syntax::Text& missing : expect->missing) expectation.missing.push_back(missing.text);
                    if (expect->kind == syntax::ExpectKind::no_gaps || expect->only)
                        needs_date = needs_date || ruleset_.reads_assessment_date;
                    for (const syntax::Word& id : expect->ids) {
                        expectation.ids.push_back(id.text);
                        if (const std::int32_t meant = requirement_of_part(id.text); meant >= 0) {
                            needs_date = needs_date || readers[static_cast<std::size_t>(meant)] != 0;
                            continue;
                        }
                        const std::string cause = "requirement " + id.text;
                        if (!report_.again(cause, place(id.span)))
                            report_.error(catalogue::no_requirement, place(id.span), {id.text},
                                          requirement_help(id.text), cause);
                    }
                    one.expectations.push_back(std::move(expectation));
                }
            }
            const Place where{tests.file, node.title.empty() ? node.span : node.title.front().span};
            if (!has_plan) report_.error(catalogue::no_plan, where);
            if (one.as_of.empty() && needs_date) report_.error(catalogue::no_case_date, where);
            suite.cases.push_back(std::move(one));
        }
        suites.push_back(std::move(suite));
    }
    return suites;
}

}  // namespace brecha::model
