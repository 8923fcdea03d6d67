#include "dates.hpp"
#include "interruptible.hpp"
#include "registrations.hpp"
#include "table_handle.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

namespace {
template <Code Type>
std::string word_or_empty(const std::optional<Type>& code) {
    return code ? std::string(to_text(*code)) : std::string();
}
}  // namespace

void register_assessment(py::module_& module) {
    py::class_<Summary>(module, "Summary", "Counts over the requirements of a ruleset.")
        .def_readonly("requirements", &Summary::requirements)
        .def_readonly("met", &Summary::met)
        .def_readonly("partly_met", &Summary::partly_met)
        .def_readonly("not_met", &Summary::not_met)
        .def_readonly("unknown", &Summary::unknown)
        .def_readonly("not_applicable", &Summary::not_applicable)
        .def_readonly("gaps", &Summary::gaps)
        .def_readonly("judged", &Summary::judged)
        .def_readonly("weakened", &Summary::weakened)
        .def_readonly("findings", &Summary::findings)
        .def_readonly("gap_findings", &Summary::gap_findings)
        .def_readonly("unknown_findings", &Summary::unknown_findings)
        .def_readonly("lowest", &Summary::lowest)
        .def_readonly("highest", &Summary::highest)
        .def("__repr__", [](const Summary& self) {
            return "<Summary " + std::to_string(self.judged) + " of " + std::to_string(self.requirements) +
                   " requirements judged; " + std::to_string(self.gaps) + " are gaps, in " +
                   std::to_string(self.gap_findings) + " findings>";
        });

    py::class_<Proof>(module, "Proof", "A node of the proof behind a verdict.")
        .def_readonly("text", &Proof::text)
        .def_property_readonly("truth", [](const Proof& self) { return word_or_empty(self.truth); })
        .def_readonly("value", &Proof::value)
        .def_readonly("place", &Proof::place)
        .def_property_readonly("why", [](const Proof& self) { return word_or_empty(self.why); })
        .def_readonly("read", &Proof::read)
        .def_readonly("sentence", &Proof::sentence)
        .def_readonly("because", &Proof::because)
        .def("__repr__", [](const Proof& self) {
            return "<Proof " + self.text + ": " + (self.truth ? word_or_empty(self.truth) : self.value) + ">";
        });

    using released = py::call_guard<py::gil_scoped_release>;
    py::class_<Assessment>(module, "Assessment", "A plan assessed against a ruleset.")
        .def("summary", [](const Assessment& self) { return interruptible([&] { return self.summary(); }); })
        .def_property_readonly("as_of", [](const Assessment& self) { return date_to_python(self.as_of()); })
        .def_property_readonly("facts_since",
                               [](const Assessment& self) -> py::object {
                                   const auto since = self.facts_since();
                                   return since ? date_to_python(*since) : py::none();
                               })
        .def(
            "parameters", [](const Assessment& self) { return self.parameters(); }, released())
        .def("parameters_in_force",
             [](const Assessment& self) {
                 py::dict periods;
                 for (const auto& [name, period] : self.parameters_in_force())
                     periods[py::str(name)] = period_to_python(period);
                 return periods;
             })
        .def(
            "table",
            [](const Assessment& self, const std::string& name, Language language,
               const std::optional<std::vector<std::string>>& only) {
                auto table = interruptible(
                    [&] { return only ? self.table(name, language, *only) : self.table(name, language); });
                if (!table) throw py::key_error(name);
                return TableHandle(std::move(*table));
            },
            py::arg("name"), py::arg("language") = "en", py::arg("only") = py::none())
        .def(
            "outlines",
            [](const Assessment& self, const std::vector<std::string>& only) {
                py::list found;
                for (const Outline& one : interruptible([&] { return self.outlines(only); })) {
                    py::list parts;
                    for (const auto& [part, truth] : one.parts)
                        parts.append(py::make_tuple(part, std::string(to_text(truth))));
                    found.append(py::make_tuple(one.requirement, one.subject ? py::cast(*one.subject) : py::none(),
                                                std::string(to_text(one.verdict)), std::move(parts)));
                }
                return found;
            },
            py::arg("only") = std::vector<std::string>())
        .def(
            "verdict",
            [](const Assessment& self, const std::string& requirement) {
                return word_or_empty(interruptible([&] { return self.verdict(requirement); }));
            },
            py::arg("requirement"))
        .def(
            "why",
            [](const Assessment& self, const std::string& requirement, std::optional<std::string> subject,
               Language language) { return interruptible([&] { return self.why(requirement, subject, language); }); },
            py::arg("requirement"), py::arg("subject") = py::none(), py::arg("language") = "en")
        .def(
            "to_json",
            [](const Assessment& self, Language language) {
                return interruptible([&] { return self.to_json(language); });
            },
            py::arg("language") = "en")
        .def("hash", &Assessment::hash, released());

    module.def(
        "refused_to_json",
        [](const std::string& plan_name, const std::string& sha256, const std::vector<Diagnostic>& why,
           Language language) { return refused_to_json(plan_name, sha256, why, language); },
        py::arg("plan_name"), py::arg("sha256"), py::arg("why"), py::arg("language") = "en");
    module.def(
        "reports_to_json", [](const std::vector<std::string>& reports) { return reports_to_json(reports); },
        py::arg("reports"), released());
}

}  // namespace brecha::bindings
