#include "registrations.hpp"
#include "texts.hpp"

#include <brecha/brecha.hpp>

#include <pybind11/stl.h>

#include <string>
#include <utility>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

void register_diagnostics(py::module_& module) {
    py::class_<Diagnostic>(module, "Diagnostic", "What is wrong with a ruleset or a plan, where, and the way out.")
        .def_readonly("code", &Diagnostic::code)
        .def_readonly("severity", &Diagnostic::severity)
        .def_property_readonly("file", [](const Diagnostic& self) { return file_name(self.file); })
        .def_readonly("line", &Diagnostic::line)
        .def_readonly("column", &Diagnostic::column)
        .def_readonly("end_line", &Diagnostic::end_line)
        .def_readonly("end_column", &Diagnostic::end_column)
        .def_readonly("language", &Diagnostic::language)
        .def(
            "message",
            [](const Diagnostic& self, const std::string& language) {
                return shown_text(self.message(optional_language(language)));
            },
            py::arg("language") = "")
        .def(
            "help",
            [](const Diagnostic& self, const std::string& language) {
                return shown_text(self.help(optional_language(language)));
            },
            py::arg("language") = "")
        .def(
            "shown",
            [](const Diagnostic& self, const std::string& language) {
                return shown_text(self.shown(optional_language(language)));
            },
            py::arg("language") = "")
        .def("__repr__", [](const Diagnostic& self) {
            const std::string place = self.file + ":" + std::to_string(self.line) + ":" + std::to_string(self.column);
            return shown_text("<Diagnostic " + self.code + " " + place + " " + self.message() + ">");
        });
    module.def("diagnostic", &Diagnostic::said, py::arg("file"),
               py::arg("message"));  // what only Python can know: a file that is not there
    module.def(
        "render",
        [](const std::vector<Diagnostic>& diagnostics, const std::string& language) {
            return shown_text(render(diagnostics, optional_language(language)));
        },
        py::arg("diagnostics"), py::arg("language") = "");
}

}  // namespace brecha::bindings
