// The private module brecha._core. Its handles never change once made, so it asks for no global lock.
#include "outcomes.hpp"
#include "registrations.hpp"

#include <brecha/brecha.hpp>

#include <pybind11/stl.h>

#include <string>

namespace {

PyObject* no_constructor(PyTypeObject* type, PyObject* /*arguments*/, PyObject* /*keywords*/) {
    PyErr_Format(PyExc_TypeError, "%s is made by brecha.load, compile, read_plan or assess, not by itself",
                 type->tp_name);
    return nullptr;
}

/// pickle's first protocols would make an object of pybind11's own base class, and that ends the process.
void no_pickling(const pybind11::object& self, const pybind11::args& /*protocol*/) {
    throw pybind11::type_error(std::string(Py_TYPE(self.ptr())->tp_name) +
                               " does not pickle: send the ruleset, the plan, the assessment, or texts");
}

/// An object that no function of the module has made would be a handle on nothing. A class that Python makes objects of
/// says how.
void close_classes(const pybind11::module_& module) {
    for (const auto& [name, member] : module.attr("__dict__").cast<pybind11::dict>()) {
        if (PyType_Check(member.ptr()) == 0 || !member.attr("__module__").equal(module.attr("__name__"))) continue;
        for (const char* pickled_by : {"__reduce__", "__reduce_ex__"})
            member.attr(pickled_by) =
                pybind11::cpp_function(&no_pickling, pybind11::name(pickled_by), pybind11::is_method(member));
        auto* const type = reinterpret_cast<PyTypeObject*>(member.ptr());
        if (type->tp_new == type->tp_base->tp_new) type->tp_new = &no_constructor;
    }
}

}  // namespace

PYBIND11_MODULE(_main_core, module, pybind11::mod_gil_not_used(), pybind11::multiple_interpreters::not_supported()) {
    using namespace brecha::bindings;
    module.doc() = "The engine of brecha, as Python sees it. Private: use the package brecha.";
    module.def("languages", &brecha::languages, "Tags of the languages that everything is said in, English first.");
    module.def(
        "language_named", [](const std::string& tag) { return pair_of(brecha::language_named(tag)); },
        pybind11::arg("tag"), "The tag that a person's word for a language means, or what is wrong with it.");
    module.def("nearest", &brecha::nearest, pybind11::arg("word"), pybind11::arg("known"), pybind11::arg("most") = 3,
               "Known words that a misspelled one may have meant, nearest first.");
    register_diagnostics(module);
    register_limits(module);
    register_tables(module);
    register_vocabulary(module);
    register_plan(module);
    register_assessment(module);
    register_ruleset(module);
    register_loading(module);
    close_classes(module);
    module.def("version", [] { return std::string(brecha::version()); }, "Version of the library, \"0.1.0\".");
}

/// What Python calls. Before 3.12 nobody else asks which interpreter it is, and a second one would wait for ever for
/// the first one's lock.
extern "C" PYBIND11_EXPORT PyObject* PyInit__core() {
    if (PyInterpreterState_Get() != PyInterpreterState_Main()) {
        PyErr_SetString(PyExc_ImportError,
                        "brecha runs in the main interpreter of a process, not in a second one beside it");
        return nullptr;
    }
    return PyInit__main_core();
}
