// The private module brecha._core. Its handles never change once made, so it asks for no global lock.
#include "registrations.hpp"

#include <brecha/brecha.hpp>

#include <string>

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
    using namespace brecha::bindings;
    module.doc() = "The engine of brecha, as Python sees it. Private: use the package brecha.";
    register_diagnostics(module);
    register_tables(module);
    register_vocabulary(module);
    register_plan(module);
    register_assessment(module);
    register_ruleset(module);
    register_loading(module);
    module.def("version", [] { return std::string(brecha::version()); }, "Version of the library, \"0.1.0\".");
}
