#include "dates.hpp"
#include "registrations.hpp"
#include "table_handle.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

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
        .def_readonly("lowest", &Summary::lowest)
        .def_readonly("highest", &Summary::highest)
        .def("__repr__", [](const Summary& self) {
            return "<Summary " + std::to_string(self.judged) + " of " + std::to_string(self.requirements) + " judged, " + std::to_string(self.gaps) + " gaps>";
        });

    py::class_<Reason>(module, "Reason", "A node of the proof behind a verdict.")
        .def_readonly("text", &Reason::text)
        .def_readonly("truth", &Reason::truth)
        .def_readonly("value", &Reason::value)
        .def_readonly("place", &Reason::place)
        .def_readonly("why", &Reason::why)
        .def_readonly("read", &Reason::read)
        .def_readonly("sentence", &Reason::sentence)
        .def_readonly("because", &Reason::because)
        .def("__repr__", [](const Reason& self) { return "<Reason " + self.text + ": " + (self.truth.empty() ? self.value : self.truth) + ">"; });

    using released = py::call_guard<py::gil_scoped_release>;
    py::class_<Assessment>(module, "Assessment", "A plan assessed against a ruleset.")
        .def("summary", &Assessment::summary, released())
        .def_property_readonly("as_of", [](const Assessment& self) { return date_to_python(self.as_of()); })
        .def(
            "parameters", [](const Assessment& self) { return self.parameters(); }, released())
        .def(
            "table",
            [](const Assessment& self, const std::string& name, const std::string& language) {
                auto table = self.table(name, language);
                if (!table) throw py::key_error(name);
                return TableHandle(std::move(*table));
            },
            py::arg("name"), py::arg("language") = "en", released())
        .def(
            "verdict", [](const Assessment& self, const std::string& requirement) { return self.verdict(requirement); }, py::arg("requirement"), released())
        .def(
            "why",
            [](const Assessment& self, const std::string& requirement, std::optional<std::string> subject, const std::string& language) {
                return self.why(requirement, std::move(subject), language);
            },
            py::arg("requirement"), py::arg("subject") = py::none(), py::arg("language") = "en", released())
        .def(
            "to_json", [](const Assessment& self, const std::string& language) { return self.to_json(language); }, py::arg("language") = "en", released())
        .def("hash", &Assessment::hash, released());

    module.def(
        "refused_to_json",
        [](const std::string& plan_name, const std::string& sha256, const std::vector<Diagnostic>& why, const std::string& language) {
            return refused_to_json(plan_name, sha256, why, language);
        },
        py::arg("plan_name"), py::arg("sha256"), py::arg("why"), py::arg("language") = "en");
    module.def("reports_to_json", [](const std::vector<std::string>& reports) { return reports_to_json(reports); }, py::arg("reports"), released());
}

}  // namespace brecha::bindings
