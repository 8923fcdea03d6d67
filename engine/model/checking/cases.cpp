#include "model/checking/cases.hpp"

#include "model/checking/periods.hpp"
#include "model/checking/requirements.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/verdicts.hpp"
#include "model/checking/words.hpp"
#include "model/parameter.hpp"

#include "messages/catalogue/checking_assembly.hpp"
#include "messages/catalogue/checking_cases.hpp"
#include "messages/catalogue/checking_references.hpp"
#include "messages/catalogue/checking_requirements.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <string_view>

namespace brecha::model {

namespace {

bool reads_date(const Expression& expression, const Ruleset& ruleset, std::vector<std::uint8_t>& definitions) {
    if (expression.operation == Operation::assessment_date || expression.operation == Operation::due_within)
        return true;
    if (expression.operation == Operation::parameter) {
        const std::vector<DatedValue>& values = ruleset.parameters[static_cast<std::size_t>(expression.index)].values;
        return std::any_of(values.begin(), values.end(), [&](const DatedValue& one) {
            return one.in_force.is_limited() || reads_date(one.value, ruleset, definitions);
        });
    }
    if (expression.operation == Operation::procedure_part) {
        const ProtocolPart& part = ruleset.protocols[static_cast<std::size_t>(expression.index)]
                                       .parts[static_cast<std::size_t>(expression.number)];
        for (const auto* length : {&part.from, &part.to})
            if (*length && reads_date(**length, ruleset, definitions)) return true;
    }
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

/// For each requirement: does its verdict depend on the date of the assessment?
std::vector<std::uint8_t> date_readers(const Environment& environment) {
    const Ruleset& ruleset = environment.ruleset;
    std::vector<std::uint8_t> definitions(ruleset.definitions.size(), 0), readers(ruleset.requirements.size(), 0);
    std::vector<std::vector<std::uint32_t>> reads(ruleset.requirements.size());
    const bool asks_verdicts = !environment.verdict_uses.empty();
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) {
        const Requirement& requirement = ruleset.requirements[index];
        readers[index] = requirement.facts_last || requirement.in_force.is_limited() ||
                         (requirement.waiver && requirement.waiver->until);
        std::vector<std::uint8_t> seen(ruleset.definitions.size(), 0);
        for_each_expression(ruleset.requirements[index], [&](const Expression& expression) {
            if (reads_date(expression, ruleset, definitions)) readers[index] = 1;
            if (asks_verdicts) verdicts_in(expression, ruleset, reads[index], seen);
        });
    }
    for (bool moved = asks_verdicts; moved;) {
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

/// Is `rest`, what follows the id of the requirement, one of its parts or an item of one?
bool is_part(std::string_view rest, const Requirement& requirement) {
    if (rest.starts_with('/')) {
        // Which items a list has, the plan may say.
        if (requirement.protocol < 0) return true;
        rest.remove_prefix(1);
    }
    return std::any_of(requirement.clauses.begin(), requirement.clauses.end(), [&](const Clause& clause) {
        return !clause.part.empty() &&
               (rest == clause.part || (rest.starts_with(clause.part) && rest[clause.part.size()] == '/'));
    });
}

/// What an id means: a requirement, a part of one, or an item of a part: PF-16.3, PF-16.3.1, UNS-08/screening.
struct Meant {
    std::int32_t requirement = -1;  // Ruleset::requirements; of the longest id that it begins with
    std::string_view part = {};     // what follows it
    bool is_there = false;
};

Meant meant_by(const std::string& id, const Environment& environment) {
    if (const std::int32_t whole = environment.requirements.find(id); whole >= 0) return {whole, {}, true};
    Meant nearest;
    for (std::size_t cut = id.find_last_of("./("); cut != std::string::npos && cut > 0;
         cut = id.find_last_of("./(", cut - 1)) {
        const std::int32_t whole = environment.requirements.find(id.substr(0, cut));
        if (whole < 0) continue;
        const std::string_view part = std::string_view(id).substr(cut);
        if (is_part(part, environment.ruleset.requirements[static_cast<std::size_t>(whole)]))
            return {whole, part, true};
        if (nearest.requirement < 0) nearest = {whole, part, false};
    }
    return nearest;
}

void say_what_is_not_there(const syntax::Word& id, const Meant& meant, const FileContext& file,
                           Environment& environment) {
    const std::string cause = "requirement " + id.text;
    if (environment.diagnostics.again(cause, file.at(id))) return;
    std::vector<std::string> parts;
    if (meant.requirement >= 0) {
        const Requirement& requirement = environment.ruleset.requirements[static_cast<std::size_t>(meant.requirement)];
        for (const Clause& clause : requirement.clauses)
            if (!clause.part.empty()) parts.push_back(part_id(requirement.id, clause.part));
    }
    if (parts.empty()) {
        environment.diagnostics.error(
            catalogue::no_requirement, file.at(id), {id.text}, [&] { return environment.requirements.meant(id.text); },
            cause);
        return;
    }
    environment.diagnostics.error(
        catalogue::no_part, file.at(id),
        {environment.ruleset.requirements[static_cast<std::size_t>(meant.requirement)].id, meant.part},
        [&] {
            messages::Message near = did_you_mean(id.text, parts, 1);
            return near.empty() ? messages::Message(catalogue::its_parts, {joined(parts)}) : near;
        },
        cause);
}

Expectation read_expectation(const syntax::ExpectLine& line, const FileContext& file, Environment& environment) {
    Expectation expectation;
    expectation.kind = static_cast<Expectation::Kind>(line.kind);
    expectation.only = line.only;
    expectation.verdict = line.verdict;
    expectation.file = file.index();
    expectation.span = line.span;
    for (const syntax::Text& subject : line.subjects) expectation.subjects.push_back(subject.text);
    for (const syntax::Text& missing : line.missing) expectation.missing.push_back(missing.text);
    for (const syntax::Word& id : line.ids) {
        expectation.ids.push_back(id.text);
        if (const Meant meant = meant_by(id.text, environment); !meant.is_there)
            say_what_is_not_there(id, meant, file, environment);
    }
    return expectation;
}

/// Name and value of a `set` line; nothing and a message where it is wrong.
std::optional<std::pair<std::string, std::string>> read_parameter(const syntax::CaseSet& line, const FileContext& file,
                                                                  Environment& environment) {
    Diagnostics& diagnostics = environment.diagnostics;
    const Ruleset& ruleset = environment.ruleset;
    const std::string& name = line.name.text;
    const Global* global = environment.declarations.global_named(name);
    if (global == nullptr || global->kind != Global::Kind::parameter) {
        diagnostics.error(catalogue::no_case_parameter, file.at(line.name), {name}, [&] {
            std::vector<std::string> candidates;
            for (const Parameter& parameter : ruleset.parameters) candidates.push_back(parameter.name);
            return did_you_mean(name, candidates, 1);
        });
        return std::nullopt;
    }
    const Parameter& parameter = ruleset.parameters[global->index];
    const std::optional<Expression> value = value_of_parameter(line.value, parameter, false, file, environment);
    if (!value) return std::nullopt;
    return std::pair(name, constant_text(ruleset, *value, parameter.type));
}

/// A plan as a case writes it => JSON: names may go without quotes, and a comma may end an object or a list.
std::string as_json(std::string_view written) {
    constexpr std::string_view blanks = " \n\t\r";
    std::string json;
    std::size_t comma = std::string::npos;  // in `json`, where nothing but blanks stands behind it
    char before = 0;                        // what stands there last, blanks apart
    for (std::size_t at = 0; at < written.size();) {
        const char first = written[at];
        std::size_t end = text::word_end(written, at);
        const bool is_word = end != at;
        if (!is_word) end = at + 1;
        if (first == '"') {
            while (end < written.size() && written[end] != '"') end += written[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, written.size());
        }
        const std::size_t next = written.find_first_not_of(blanks, end);
        const bool is_name =
            is_word && (before == '{' || before == ',') && next != std::string_view::npos && written[next] == ':';
        if (comma != std::string::npos && (first == '}' || first == ']')) json.erase(comma, 1);
        if (blanks.find(first) == std::string_view::npos) {
            const bool ends_something = first == ',' && before != '{' && before != '[' && before != ',';
            comma = ends_something ? json.size() : std::string::npos;
            before = first;
        }
        if (is_name) json += '"';
        json += written.substr(at, end - at);
        if (is_name) json += '"';
        at = end;
    }
    return json;
}

/// `readers`: see date_readers().
Case read_case(const syntax::Case& node, const FileContext& file, const std::vector<std::uint8_t>& readers,
               Environment& environment) {
    Diagnostics& diagnostics = environment.diagnostics;
    Case result;
    result.title = environment.texts.read(node.title, file);
    result.file = file.index();
    result.span = node.span;
    bool has_plan = false, needs_date = false;
    for (const syntax::CaseItem& item : node.items) {
        if (const auto* plan = std::get_if<syntax::PlanLine>(&item)) {
            if (has_plan) diagnostics.error(catalogue::two_plans, file.at(plan->span));
            has_plan = true;
            if (plan->from) result.plan_file = plan->from->text;
            else result.plan = as_json(plan->json);
        } else if (const auto* as_of = std::get_if<syntax::AsOfLine>(&item)) {
            result.as_of = as_of->date.text;
            read_day(as_of->date, file, environment);
        } else if (const auto* set = std::get_if<syntax::CaseSet>(&item)) {
            if (auto parameter = read_parameter(*set, file, environment))
                result.parameters.push_back(std::move(*parameter));
        } else if (const auto* expect = std::get_if<syntax::ExpectLine>(&item)) {
            result.expectations.push_back(read_expectation(*expect, file, environment));
            if (expect->kind == syntax::ExpectKind::no_gaps || expect->only)
                needs_date = needs_date || environment.ruleset.reads_assessment_date;
            for (const std::string& id : result.expectations.back().ids)
                if (const Meant meant = meant_by(id, environment); meant.is_there)
                    needs_date = needs_date || readers[static_cast<std::size_t>(meant.requirement)] != 0;
        }
    }
    const Location where = file.at(node.title.empty() ? node.span : node.title.front().span);
    if (!has_plan) diagnostics.error(catalogue::no_plan, where);
    if (result.as_of.empty() && needs_date) diagnostics.error(catalogue::no_case_date, where);
    return result;
}

}  // namespace

std::vector<TestSuite> read_cases(const Assembly& assembly, Environment& environment) {
    std::vector<TestSuite> suites;
    if (assembly.tests.empty()) return suites;
    const std::vector<std::uint8_t> readers = date_readers(environment);
    for (const auto& [tests, file] : assembly.tests) {
        const std::string& name = tests->ruleset.text;
        if (!assembly.rulesets.contains(name)) {
            environment.diagnostics.error(catalogue::no_ruleset, file.at(tests->ruleset), {name},
                                          did_you_mean(name, names_in(assembly.rulesets), 1));
            continue;
        }
        if (name != environment.ruleset.name) continue;
        TestSuite& suite = suites.emplace_back();
        suite.ruleset = name;
        for (const syntax::Case& one : tests->cases) suite.cases.push_back(read_case(one, file, readers, environment));
    }
    return suites;
}

}  // namespace brecha::model
