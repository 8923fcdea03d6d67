#include "dates.hpp"
#include "interruptible.hpp"
#include "outcomes.hpp"
#include "registrations.hpp"
#include "texts.hpp"
#include "verdict_table.hpp"

#include <brecha/arrow.h>

#include <pybind11/stl.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

namespace {
using Parameters = std::vector<std::pair<std::string, std::string>>;

AssessOptions options_of(const py::object& as_of, Parameters parameters, const py::object& facts_since) {
    AssessOptions options;
    if (!as_of.is_none()) options.as_of = date_from_python(as_of);  // without a date the engine says so
    options.parameters = std::move(parameters);
    options.limits = limits_in_force();
    options.limits.seconds = 0;  // of the call as a whole
    if (!facts_since.is_none()) options.facts_since = date_from_python(facts_since);
    return options;
}

py::list costs_to_python(const std::vector<Cost>& costs) {
    py::list rows;
    for (const Cost& one : costs)
        rows.append(py::make_tuple(one.requirement, py::tuple(py::cast(one.lists)), one.combinations, one.findings,
                                   one.steps, one.memory, file_name(one.file), one.line));
    return rows;
}
}  // namespace

void register_ruleset(py::module_& module) {
    using released = py::call_guard<py::gil_scoped_release>;

    py::class_<CaseResult>(module, "CaseResult", "One case of a ruleset's tests, run.")
        .def_readonly("suite", &CaseResult::suite)
        .def_readonly("title", &CaseResult::title)
        .def_property_readonly("file", [](const CaseResult& self) { return file_name(self.file); })
        .def_readonly("line", &CaseResult::line)
        .def_readonly("requirements", &CaseResult::requirements)
        .def_readonly("passed", &CaseResult::passed)
        .def_property_readonly("message", [](const CaseResult& self) { return shown_text(self.message); })
        .def("__repr__", [](const CaseResult& self) {
            return "<CaseResult " + std::string(self.passed ? "passed" : "failed") + ": " + self.title + ">";
        });
    py::class_<TestReport>(module, "TestReport", "What running a ruleset's cases came to.")
        .def_readonly("cases", &TestReport::cases)
        .def_readonly("verdicts", &TestReport::verdicts)
        .def_readonly("not_reached", &TestReport::not_reached);

    py::class_<Ruleset>(module, "Ruleset", "A checked ruleset, ready to run.")
        .def_property_readonly("name", [](const Ruleset& self) { return self.name(); })
        .def_property_readonly("version", [](const Ruleset& self) { return self.version(); })
        .def_property_readonly("sha256", [](const Ruleset& self) { return self.sha256(); })
        .def(
            "title", [](const Ruleset& self, Language language) { return self.title(language); },
            py::arg("language") = "en")
        .def("languages", &Ruleset::languages)
        .def_property_readonly("layers", [](const Ruleset& self) { return self.layers(); })
        .def_property_readonly("in_force",
                               [](const Ruleset& self) {
                                   py::list periods;
                                   for (const Period& period : self.in_force())
                                       periods.append(period_to_python(period));
                                   return periods;
                               })
        .def(
            "changes", [](const Ruleset& self, Language language) { return self.changes(language); },
            py::arg("language") = "en", released())
        .def("mappings", &Ruleset::mappings, released())
        .def(
            "requirements", [](const Ruleset& self, Language language) { return self.requirements(language); },
            py::arg("language") = "en", released())
        .def(
            "sources", [](const Ruleset& self, Language language) { return self.sources(language); },
            py::arg("language") = "en", released())
        .def(
            "vocabulary", [](const Ruleset& self, Language language) { return self.vocabulary(language); },
            py::arg("language") = "en", released())
        .def(
            "blank_plan", [](const Ruleset& self, Language language) { return self.blank_plan(language); },
            py::arg("language") = "en", released())
        .def(
            "read_plan",
            [](const Ruleset& self, const std::string& text, const std::string& name, const std::string& read) {
                return pair_of(
                    outcome_of([&] { return self.read_plan(text, PlanOptions{.name = name, .read = read}); }));
            },
            py::arg("text"), py::arg("name") = "plan", py::arg("read") = "")
        .def(
            "read_tree",
            [](const Ruleset& self, const PlanTree& tree, const std::string& name, const std::string& read) {
                return pair_of(
                    outcome_of([&] { return self.read_plan(tree, PlanOptions{.name = name, .read = read}); }));
            },
            py::arg("tree"), py::arg("name") = "plan", py::arg("read") = "")
        .def(
            "read_plans",
            [](const Ruleset& self, const std::vector<std::pair<std::string, std::string>>& names_and_texts,
               const std::string& read) {
                PlanOptions options;
                options.read = read;
                return interruptible([&] { return pairs_of(self.read_plans(names_and_texts, options)); });
            },
            py::arg("names_and_texts"), py::arg("read") = "")
        .def(
            "assess",
            [](const Ruleset& self, const Plan& plan, const py::object& as_of, Parameters parameters,
               const py::object& facts_since) {
                const AssessOptions options = options_of(as_of, std::move(parameters), facts_since);
                return pair_of(outcome_of([&] { return self.assess(plan, options); }));
            },
            py::arg("plan"), py::arg("as_of"), py::arg("parameters") = Parameters{},
            py::arg("facts_since") = py::none())
        .def(
            "assess_many",
            [](const Ruleset& self, const std::vector<Plan>& plans, const py::object& as_of, Parameters parameters,
               const py::object& facts_since) {
                const AssessOptions options = options_of(as_of, std::move(parameters), facts_since);
                return interruptible([&] { return pairs_of(self.assess(plans, options)); });
            },
            py::arg("plans"), py::arg("as_of"), py::arg("parameters") = Parameters{},
            py::arg("facts_since") = py::none())
        .def(
            "verdict_table",
            [](const Ruleset& self, const std::vector<PlanOrName>& plans, const py::object& as_of,
               Parameters parameters, const py::object& facts_since) {
                const AssessOptions options = options_of(as_of, std::move(parameters), facts_since);
                return interruptible([&] { return verdict_table(self, plans, options); });
            },
            py::arg("plans"), py::arg("as_of"), py::arg("parameters") = Parameters{},
            py::arg("facts_since") = py::none())
        .def(
            "read_table",
            [](const Ruleset& self, const py::object& table, std::optional<std::string> name, const std::string& read) {
                const py::capsule capsule(table.attr("__arrow_c_stream__")());
                auto& stream = *capsule.get_pointer<ArrowArrayStream>();
                return pair_of(outcome_of([&] { return self.read_table(stream, TableOptions{name, read}); }));
            },
            py::arg("table"), py::arg("name") = py::none(), py::arg("read") = "")
        .def(
            "verdicts_of_table",
            [](const Ruleset& self, const PlanTable& plans, const py::object& as_of, Parameters parameters,
               const py::object& facts_since) {
                const AssessOptions options = options_of(as_of, std::move(parameters), facts_since);
                VerdictsOfTable verdicts = interruptible([&] { return verdict_table(self, plans, options); });
                return py::make_tuple(std::move(verdicts.table), std::move(verdicts.diagnostics),
                                      std::move(verdicts.refused));
            },
            py::arg("plans"), py::arg("as_of"), py::arg("parameters") = Parameters{},
            py::arg("facts_since") = py::none())
        .def(
            "run_tests",
            [](const Ruleset& self, Language language) {
                return interruptible([&] { return self.run_tests(language); });
            },
            py::arg("language") = "en")
        .def(
            "costs", [](const Ruleset& self, std::size_t elements) { return costs_to_python(self.costs(elements)); },
            py::arg("elements") = 100)
        .def(
            "costs_for", [](const Ruleset& self, const Plan& plan) { return costs_to_python(self.costs(plan)); },
            py::arg("plan"))
        .def("printed", &Ruleset::printed, released())
        .def(
            "constants",
            [](const Ruleset& self, const std::string& requirement) {
                std::vector<std::array<std::string, 3>> constants;
                for (Constant& one : self.constants(requirement))
                    constants.push_back({one.type ? std::string(to_text(*one.type)) : "parameter", std::move(one.text),
                                         std::move(one.unit)});
                return constants;
            },
            py::arg("requirement"), released());
}

}  // namespace brecha::bindings
