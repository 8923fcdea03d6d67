#include "registrations.hpp"
#include "table_handle.hpp"

#include <pybind11/stl.h>

#include <array>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

namespace {

/// Whole at once: an object that is there before its __init__ could be used without it.
PyObject* new_tree(PyTypeObject* /*type*/, PyObject* /*arguments*/, PyObject* /*keywords*/) {
    try {
        return py::cast(std::make_unique<PlanTree>()).release().ptr();
    } catch (const std::bad_alloc&) { return PyErr_NoMemory(); }
}
int nothing_to_do(PyObject* /*self*/, PyObject* /*arguments*/, PyObject* /*keywords*/) { return 0; }

}  // namespace

void register_plan(py::module_& module) {
    py::class_<Plan>(module, "Plan", "A plan as the engine read it.")
        .def_property_readonly("name", [](const Plan& self) { return self.name(); })
        .def_property_readonly("sha256", [](const Plan& self) { return self.sha256(); })
        .def(
            "notes", [](const Plan& self, Language language) { return TableHandle(table_of(self.notes(language))); },
            py::arg("language") = "en", py::call_guard<py::gil_scoped_release>())
        .def("complete_lists", &Plan::complete_lists, py::call_guard<py::gil_scoped_release>());

    py::class_<PlanTable>(module, "PlanTable", "Plans that are rows of a table of Arrow.")
        .def("__len__", &PlanTable::size)
        .def("name", &PlanTable::name, py::arg("row"))
        .def("left_out",
             [](const PlanTable& self) {
                 std::vector<std::array<std::string, 3>> columns;
                 for (LeftOutColumn& column : self.left_out())
                     columns.push_back({std::move(column.place), std::move(column.entity), std::move(column.type)});
                 return columns;
             })
        .def(
            "notes",
            [](const PlanTable& self, Language language) { return TableHandle(table_of(self.notes(language))); },
            py::arg("language") = "en")
        .def(
            "tree", [](const PlanTable& self, std::size_t row) { return std::make_unique<PlanTree>(self.tree(row)); },
            py::arg("row"));

    const auto at = [](std::uint32_t line, std::uint32_t column) { return PlanTree::Position{line, column}; };
    const auto line = py::arg("line") = 0, column = py::arg("column") = 0;
    py::class_<PlanTree>(
        module, "PlanTree",
        "A plan as a tree of values, given in the order in which they stand, for spellings that are no JSON text.",
        py::custom_type_setup([](PyHeapTypeObject* type) {
            type->ht_type.tp_new = &new_tree;
            type->ht_type.tp_init = &nothing_to_do;
        }))
        .def(
            "begin_object", [at](PlanTree& self, std::uint32_t l, std::uint32_t c) { self.begin_object(at(l, c)); },
            line, column)
        .def(
            "begin_list", [at](PlanTree& self, std::uint32_t l, std::uint32_t c) { self.begin_list(at(l, c)); }, line,
            column)
        .def("end", [](PlanTree& self) { self.end(); })
        .def(
            "key",
            [at](PlanTree& self, std::string_view name, std::uint32_t l, std::uint32_t c) { self.key(name, at(l, c)); },
            py::arg("name"), line, column)
        .def(
            "text",
            [at](PlanTree& self, std::string_view text, std::uint32_t l, std::uint32_t c) {
                self.value(text, at(l, c));
            },
            py::arg("text"), line, column)
        .def(
            "truth",
            [at](PlanTree& self, bool truth, std::uint32_t l, std::uint32_t c) { self.value(truth, at(l, c)); },
            py::arg("truth"), line, column)
        .def(
            "number",
            [at](PlanTree& self, std::string_view digits, std::uint32_t l, std::uint32_t c) {
                self.value(PlanValue::exactly(digits), at(l, c));
            },
            py::arg("digits"), line, column)
        .def(
            "nothing", [at](PlanTree& self, std::uint32_t l, std::uint32_t c) { self.nothing(at(l, c)); }, line, column)
        .def(
            "plain",
            [at](PlanTree& self, std::string_view written, std::uint32_t l, std::uint32_t c) {
                self.plain(written, at(l, c));
            },
            py::arg("written"), line, column)
        .def(
            "unusable",
            [at](PlanTree& self, std::string_view shown, std::uint32_t l, std::uint32_t c) {
                self.unusable(shown, at(l, c));
            },
            py::arg("shown"), line, column)
        .def(
            "refuse",
            [at](PlanTree& self, std::string_view format, const std::map<std::string, std::string>& why,
                 std::uint32_t l, std::uint32_t c) { self.refuse(format, {why.begin(), why.end()}, at(l, c)); },
            py::arg("format"), py::arg("why") = std::map<std::string, std::string>(), line, column)
        .def("json", &PlanTree::json, py::arg("rules"), py::call_guard<py::gil_scoped_release>());
}

}  // namespace brecha::bindings
