// From files and texts to rulesets, diagnostics and canonical text.
#include "interruptible.hpp"
#include "outcomes.hpp"
#include "registrations.hpp"
#include "texts.hpp"

#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <tuple>
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
            const LoadOptions options = options_of(std::move(search), std::move(ruleset), std::move(shipped));
            return pair_of(outcome_of([&] { return load(name_or_path, options); }));
        },
        py::arg("name_or_path"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "");
    module.def(
        "compile",
        [](const std::vector<std::pair<std::string, std::string>>& names_and_texts, Folders search, std::string ruleset,
           std::string shipped) {
            std::vector<SourceText> sources;
            for (const auto& [name, text] : names_and_texts) sources.push_back({name, text});
            const LoadOptions options = options_of(std::move(search), std::move(ruleset), std::move(shipped));
            return pair_of(outcome_of([&] { return compile(sources, options); }));
        },
        py::arg("names_and_texts"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "");
    module.def(
        "check",
        [](const std::string& name_or_path, Folders search, std::string ruleset, std::string shipped, bool strict) {
            LoadOptions options = options_of(std::move(search), std::move(ruleset), std::move(shipped));
            options.strict = strict;
            return outcome_of([&] { return check(name_or_path, options); });
        },
        py::arg("name_or_path"), py::arg("search") = Folders{}, py::arg("ruleset") = "", py::arg("shipped") = "",
        py::arg("strict") = false);
    module.def(
        "format",
        [](const std::string& name, const std::string& text, const std::string& language) {
            const std::optional<Language> spelled = optional_language(language);
            return pair_of(outcome_of([&] { return format(name, text, spelled); }));
        },
        py::arg("name"), py::arg("text"), py::arg("language") = "");
    py::class_<RuleText>(module, "RuleText", "A text that readers see, in one language.")
        .def_readonly("unit", &RuleText::unit)
        .def_readonly("owner", &RuleText::owner)
        .def_readonly("line", &RuleText::line)
        .def_readonly("language", &RuleText::language)
        .def_readonly("text", &RuleText::text)
        .def_readonly("translated", &RuleText::translated)
        .def_readonly("known", &RuleText::known)
        .def_readonly("repeated", &RuleText::repeated)
        .def_property_readonly("file", [](const RuleText& self) { return file_name(self.file); })
        .def_readonly("begin", &RuleText::begin)
        .def_readonly("end", &RuleText::end);
    py::class_<TranslationBlock>(module, "TranslationBlock", "A translation, or the block of one owner in it.")
        .def_readonly("unit", &TranslationBlock::unit)
        .def_readonly("language", &TranslationBlock::language)
        .def_readonly("owner", &TranslationBlock::owner)
        .def_property_readonly("file", [](const TranslationBlock& self) { return file_name(self.file); })
        .def_readonly("begin", &TranslationBlock::begin)
        .def_readonly("end", &TranslationBlock::end);
    py::class_<RuleTexts>(module, "RuleTexts", "The texts of vocabularies and rulesets, for translators.")
        .def_readonly("texts", &RuleTexts::texts)
        .def_readonly("blocks", &RuleTexts::blocks)
        .def_property_readonly("files", [](const RuleTexts& self) {
            std::vector<std::tuple<py::object, py::bytes, std::string>> files;
            for (std::size_t index = 0; index < self.files.size(); ++index)
                files.emplace_back(file_name(self.files[index].name), py::bytes(self.files[index].text),
                                   self.languages[index]);
            return files;
        });
    module.def(
        "rule_texts",
        [](const std::string& name_or_path, Folders search, std::string shipped) {
            const LoadOptions options = options_of(std::move(search), "", std::move(shipped));
            return pair_of(outcome_of([&] { return rule_texts(name_or_path, options); }));
        },
        py::arg("name_or_path"), py::arg("search") = Folders{}, py::arg("shipped") = "");
    module.def("keyword", &keyword, py::arg("role"), py::arg("language"));
    module.def("built_in_word", &built_in_word, py::arg("english"), py::arg("language"));
    module.def("shipped_rulesets", &shipped_rulesets, py::arg("shipped") = "", released());
}

}  // namespace brecha::bindings
