// Texts that may hold the name of a file as the system has it, whose bytes need not be UTF-8.
#pragma once

#include <pybind11/pybind11.h>

#include <string>

namespace brecha::bindings {

/// For people: bytes that are no UTF-8 are written out, as \\xff.
inline pybind11::str shown_text(const std::string& text) {
    return pybind11::reinterpret_steal<pybind11::str>(
        PyUnicode_DecodeUTF8(text.data(), static_cast<Py_ssize_t>(text.size()), "backslashreplace"));
}

/// For the system: such bytes are kept as Python keeps them in names of files.
inline pybind11::str file_name(const std::string& name) {
    return pybind11::reinterpret_steal<pybind11::str>(
        PyUnicode_DecodeUTF8(name.data(), static_cast<Py_ssize_t>(name.size()), "surrogateescape"));
}

}  // namespace brecha::bindings
