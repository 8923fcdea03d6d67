// `tests for` blocks: what they expect must exist, and what a case needs must be stated.
#include "model/checking/checker.hpp"
#include "model/parameter.hpp"

#include <algorithm>

namespace brecha::model {

using grammar::Localized;
using grammar::nearest;
using grammar::say;

namespace {

bool reads_date(const Expression& expression, const Ruleset& ruleset, std::vector<std::uint8_t>& definitions) {
    if (expression.operation == Operation::assessment_date || expression.operation == Operation::due_within) return true;
    if (expression.operation == Operation::call) {
        std::uint8_t& known = definitions[static_cast<std::size_t>(expression.index)];  // 0 open, 1 no, 2 yes
        if (known == 0) known = reads_date(ruleset.definitions[static_cast<std::size_t>(expression.index)].body, ruleset, definitions) ? 2 : 1;
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
            if (!readers[index] && std::any_of(reads[index].begin(), reads[index].end(), [&](std::uint32_t other) { return readers[other] != 0; })) {
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
                if (!clause.part.empty() && (rest == clause.part || (rest.starts_with(clause.part) && rest[clause.part.size()] == '/'))) return whole;
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
            std::vector<std::string> candidates;
            for (const auto& [known, ruleset] : rulesets_) candidates.push_back(known);
            const std::vector<std::string> near = nearest(name, candidates, 1);
            report_.error("B134", {tests.file, tests.node->ruleset.span}, say("there is no ruleset \"{}\"", "no hay ningún reglamento \"{}\"", {name}),
                          near.empty() ? Localized{} : say("did you mean {}?", "¿quiso decir {}?", {near.front()}));
            continue;
        }
        if (main_.node == nullptr || name != main_.node->name.text) continue;
        file_ = tests.file;
        TestSuite suite;
        suite.ruleset = name;
        for (const syntax::Case& node : tests.node->cases) {
            Case one;
            one.title = texts(node.title, tests.file, {}, false);
            one.file = tests.file;
            one.span = node.span;
            bool has_plan = false, needs_date = false;
            for (const syntax::CaseItem& item : node.items) {
                if (const auto* plan = std::get_if<syntax::PlanLine>(&item)) {
                    if (has_plan)
                        report_.error("B603", place(plan->span), say("a case has one plan", "un caso tiene un solo plan"),
                                      say("make a second case", "haga un segundo caso"));
                    has_plan = true;
                    if (plan->from) one.plan_file = plan->from->text;
                    else one.plan = plan->json;
                } else if (const auto* as_of = std::get_if<syntax::AsOfLine>(&item)) {
                    one.as_of = as_of->date.text;
                    if (!day_from_text(one.as_of))
                        report_.error("B327", place(as_of->date.span), say("there is no day {}", "no existe el día {}", {one.as_of}),
                                      say("write year, month, day, like 2025-07-01", "escriba año, mes, día, como 2025-07-01"));
                } else if (const auto* set = std::get_if<syntax::CaseSet>(&item)) {
                    const Global* global = global_named(set->name.text);
                    if (global == nullptr || global->kind != Global::Kind::parameter) {
                        std::vector<std::string> candidates;
                        for (const Parameter& parameter : ruleset_.parameters) candidates.push_back(parameter.name);
                        const std::vector<std::string> near = nearest(set->name.text, candidates, 1);
                        report_.error("B602", place(set->name.span), say("there is no parameter \"{}\"", "no hay ningún parámetro \"{}\"", {set->name.text}),
                                      near.empty() ? Localized{} : say("did you mean {}?", "¿quiso decir {}?", {near.front()}));
                        continue;
                    }
                    const Type type = ruleset_.parameters[global->index].type;
                    Scope scope;
                    scope.constant = true;
                    const Expression value = expression(set->value, scope, &type);
                    if (value.operation == Operation::nothing || type.kind == TypeKind::nothing) continue;  // told where it is wrong
                    if (!fits(value.type, type)) {
                        report_.error("B328", place(set->value),
                                      tell("{} is {}, this is {}", "{} es {}, esto es {}", {set->name.text, describe(type), describe(value.type)}), {});
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
                    if (expect->kind == syntax::ExpectKind::no_gaps || expect->only) needs_date = needs_date || ruleset_.reads_assessment_date;
                    for (const syntax::Word& id : expect->ids) {
                        expectation.ids.push_back(id.text);
                        if (const std::int32_t meant = requirement_of_part(id.text); meant >= 0) {
                            needs_date = needs_date || readers[static_cast<std::size_t>(meant)] != 0;
                            continue;
                        }
                        const std::string cause = "requirement " + id.text;
                        if (!report_.again(cause, place(id.span)))
                            report_.error("B306", place(id.span), say("there is no requirement {}", "no hay ningún requisito {}", {id.text}),
                                          requirement_help(id.text), {}, cause);
                    }
                    one.expectations.push_back(std::move(expectation));
                }
            }
            const Place where{tests.file, node.title.empty() ? node.span : node.title.front().span};
            if (!has_plan)
                report_.error("B603", where, say("this case has no plan", "este caso no tiene plan"),
                              say("write `plan { … }`; an empty one is `plan { }`", "escriba `plan { … }`; uno vacío es `plan { }`"));
            if (one.as_of.empty() && needs_date)
                report_.error("B601", where,
                              say("a rule that this case expects something of reads the date of the assessment, which the case "
                                  "does not say",
                                  "una regla de la que este caso espera algo lee la fecha de la evaluación, que el caso no dice"),
                              say("write `as of 2026-01-01`", "escriba `as of 2026-01-01`"));
            suite.cases.push_back(std::move(one));
        }
        suites.push_back(std::move(suite));
    }
    return suites;
}

}  // namespace brecha::model
