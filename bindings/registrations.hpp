// The topics of the module brecha._core: each function adds its classes and functions to the module.
// They convert between Python and the types of brecha.hpp, and decide nothing.
#pragma once

#include "codes.hpp"

#include <pybind11/pybind11.h>

namespace brecha::bindings {

void register_diagnostics(pybind11::module_& module);
void register_limits(pybind11::module_& module);
void register_tables(pybind11::module_& module);
void register_vocabulary(pybind11::module_& module);
void register_plan(pybind11::module_& module);
void register_assessment(pybind11::module_& module);
void register_ruleset(pybind11::module_& module);
void register_loading(pybind11::module_& module);

}  // namespace brecha::bindings
