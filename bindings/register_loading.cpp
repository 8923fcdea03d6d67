// From files and texts to rulesets, diagnostics and canonical text.
#include "outcomes.hpp"
#include "registrations.hpp"

#include <pybind11/stl.h>

#include <string>
#include <utility>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

namespace {
LoadOptions options_of(std::vector<std::string> search, std::string ruleset, std::string shipped) {
    return LoadOptions{.search = std::move(search), .ruleset = std::move(ruleset), .shipped = std::move(shipped)};
}
}  // namespace

void register_loading(py::module_& module) {
    using released = py::call_guard<py::gil_scoped_release>;
    using Folders = std::vector<std::string>;
    module.def(
        "load",
        [](const std::string& name_or_path, Folders search, std::string ruleset, std::string shipped) {
            return pair_of(load(name_or_path, options_of(std::move(search), std::move(ruleset), std::move(shipped))));
        },
        py::arg("name_or_path"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "",
        released());
    module.def(
        "compile",
        [](const std::vector<std::pair<std::string, std::string>>& names_and_texts, Folders search, std::string ruleset,
           std::string shipped) {
            std::vector<SourceText> sources;
            for (const auto& [name, text] : names_and_texts) sources.push_back({name, text});
            return pair_of(compile(sources, options_of(std::move(search), std::move(ruleset), std::move(shipped))));
        },
        py::arg("names_and_texts"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "",
        released());
    module.def(
        "check",
        [](const std::string& name_or_path, Folders search, std::string ruleset, std::string shipped, bool strict) {
            LoadOptions options = options_of(std::move(search), std::move(ruleset), std::move(shipped));
            options.strict = strict;
            return check(name_or_path, options);
        },
        py::arg("name_or_path"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "",
        py::arg("strict") = false, released());
    module.def(
        "format",
        [](const std::string& name, const std::string& text, const std::string& language) {
            return pair_of(format(name, text, optional_language(language)));
        },
        py::arg("name"), py::arg("text"), py::arg("language") = "", released());
    module.def("keyword", &keyword, py::arg("role"), py::arg("language"));
    module.def("built_in_word", &built_in_word, py::arg("english"), py::arg("language"));
    module.def("shipped_rulesets", &shipped_rulesets, py::arg("shipped") = "", released());
}

}  // namespace brecha::bindings
