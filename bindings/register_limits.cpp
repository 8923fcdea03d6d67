#include "interruptible.hpp"
#include "registrations.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <utility>

namespace brecha::bindings {

namespace py = pybind11;

namespace {
PyObject* variable = nullptr;  // a contextvars.ContextVar of LimitsOfBlock
PyObject* error_of = nullptr;  // what makes the error to be raised of the diagnostics; kept until the process ends
unsigned long main_thread = 0;
}  // namespace

Limits limits_in_force() {
    PyObject* held = nullptr;
    if (PyContextVar_Get(variable, nullptr, &held) != 0) throw py::error_already_set();
    if (held == nullptr) return {};
    const auto set = py::reinterpret_steal<py::object>(held);
    if (set.is_none()) return {};
    const auto& block = set.cast<const LimitsOfBlock&>();
    Limits limits = block.limits;
    if (limits.seconds > 0)
        limits.spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - block.since).count();
    return limits;
}

void raise_reached(const std::vector<Diagnostic>& reached) {
    const auto error = py::reinterpret_borrow<py::object>(error_of)(py::cast(reached));
    PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(error.ptr())), error.ptr());
    throw py::error_already_set();
}

bool hears_signals() { return PyThread_get_thread_ident() == main_thread; }

void register_limits(py::module_& module) {
    variable = PyContextVar_New("brecha_limits", nullptr);
    if (variable == nullptr) throw py::error_already_set();
    main_thread = py::module_::import("threading").attr("main_thread")().attr("ident").cast<unsigned long>();
    error_of = py::reinterpret_borrow<py::object>(PyExc_RuntimeError).release().ptr();
    module.def(
        "raise_limits_with", [](py::object make) { Py_DECREF(std::exchange(error_of, make.release().ptr())); },
        py::arg("make"), "Of the diagnostics of a limit that is reached, this makes the error that is raised.");
    module.attr("greatest_limits") = py::dict(
        py::arg("plan_size") = Limits::greatest_plan_size, py::arg("plan_nesting") = Limits::greatest_plan_nesting,
        py::arg("rules_size") = Limits::greatest_rules_size, py::arg("rules_nesting") = Limits::greatest_rules_nesting);
    module.attr("limits_in_force") = py::reinterpret_borrow<py::object>(variable);
    py::class_<LimitsOfBlock>(module, "Limits", "What calls of a block may take.")
        .def_property_readonly("rows", [](const LimitsOfBlock& self) { return self.limits.rows; })
        .def_property_readonly("memory", [](const LimitsOfBlock& self) { return self.limits.memory; })
        .def_property_readonly("findings", [](const LimitsOfBlock& self) { return self.limits.findings; })
        .def_property_readonly("plan_size", [](const LimitsOfBlock& self) { return self.limits.plan_size; })
        .def_property_readonly("seconds", [](const LimitsOfBlock& self) {
            return self.limits.seconds > 0 ? std::optional(self.limits.seconds) : std::nullopt;
        });
    module.def(
        "limits",
        [](std::optional<std::size_t> rows, std::optional<std::size_t> memory, std::optional<std::size_t> findings,
           std::optional<double> seconds, std::optional<std::size_t> plan_size, std::optional<std::size_t> plan_nesting,
           std::optional<std::size_t> rules_size, std::optional<std::size_t> rules_nesting) {
            LimitsOfBlock block;
            block.limits = limits_in_force();
            if (rows) block.limits.rows = *rows;
            if (memory) block.limits.memory = *memory;
            if (findings) block.limits.findings = *findings;
            if (plan_size) block.limits.plan_size = *plan_size;
            if (plan_nesting) block.limits.plan_nesting = *plan_nesting;
            if (rules_size) block.limits.rules_size = *rules_size;
            if (rules_nesting) block.limits.rules_nesting = *rules_nesting;
            if (seconds) {
                block.limits.seconds = *seconds;
                block.limits.spent = 0;
            }
            // Of time that a block outside has set, what was spent before goes on.
            block.since -= std::chrono::duration_cast<std::chrono::steady_clock::duration>(
                std::chrono::duration<double>(block.limits.spent));
            return block;
        },
        py::arg("rows") = py::none(), py::arg("memory") = py::none(), py::arg("findings") = py::none(),
        py::arg("seconds") = py::none(), py::arg("plan_size") = py::none(), py::arg("plan_nesting") = py::none(),
        py::arg("rules_size") = py::none(), py::arg("rules_nesting") = py::none(),
        "Those in force here, but for what is given.");
}

}  // namespace brecha::bindings
