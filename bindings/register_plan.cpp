#include "registrations.hpp"
#include "table_handle.hpp"

#include <pybind11/stl.h>

#include <string>

namespace brecha::bindings {

namespace py = pybind11;

void register_plan(py::module_& module) {
    py::class_<Plan>(module, "Plan", "A plan as the engine read it.")
        .def_property_readonly("name", [](const Plan& self) { return self.name(); })
        .def_property_readonly("sha256", [](const Plan& self) { return self.sha256(); })
        .def(
            "notes", [](const Plan& self, Language language) { return TableHandle(table_of(self.notes(language))); }, py::arg("language") = "en",
            py::call_guard<py::gil_scoped_release>())
        .def("complete_lists", &Plan::complete_lists, py::call_guard<py::gil_scoped_release>());
}

}  // namespace brecha::bindings
