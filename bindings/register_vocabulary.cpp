// What a vocabulary and a ruleset say of themselves.
#include "dates.hpp"
#include "registrations.hpp"

#include <brecha/brecha.hpp>

#include <pybind11/stl.h>

namespace brecha::bindings {

namespace py = pybind11;

void register_vocabulary(py::module_& module) {
    py::class_<FieldInfo>(module, "FieldInfo", "A field of an entity: its type, label, question and choices.")
        .def_readonly("name", &FieldInfo::name)
        .def_readonly("type", &FieldInfo::type)
        .def_readonly("list", &FieldInfo::list)
        .def_readonly("entity", &FieldInfo::entity)
        .def_readonly("unit", &FieldInfo::unit)
        .def_readonly("initial", &FieldInfo::initial)
        .def_readonly("label", &FieldInfo::label)
        .def_readonly("question", &FieldInfo::question)
        .def_readonly("choices", &FieldInfo::choices)
        .def_readonly("ordered", &FieldInfo::ordered)
        .def_readonly("read_by_rules", &FieldInfo::read_by_rules)
        .def_readonly("dated", &FieldInfo::dated)
        .def("__repr__", [](const FieldInfo& self) {
            return "<FieldInfo " + self.name + ": " + (self.list ? "list of " : "") +
                   (self.entity.empty() ? std::string(to_text(self.type)) : self.entity) + ">";
        });
    py::class_<EntityInfo>(module, "EntityInfo", "An entity: its key and its fields.")
        .def_readonly("name", &EntityInfo::name)
        .def_readonly("label", &EntityInfo::label)
        .def_readonly("key", &EntityInfo::key)
        .def_readonly("root", &EntityInfo::root)
        .def_readonly("fields", &EntityInfo::fields)
        .def("__repr__", [](const EntityInfo& self) {
            return "<EntityInfo " + self.name + ", " + std::to_string(self.fields.size()) + " fields>";
        });
    py::class_<VocabularyInfo>(module, "VocabularyInfo", "What can stand in a plan.")
        .def_readonly("name", &VocabularyInfo::name)
        .def_readonly("version", &VocabularyInfo::version)
        .def_readonly("entities", &VocabularyInfo::entities)
        .def("__repr__", [](const VocabularyInfo& self) {
            return "<VocabularyInfo " + self.name + " " + self.version + ", " + std::to_string(self.entities.size()) +
                   " entities>";
        });
    py::class_<SourceInfo>(module, "SourceInfo", "An instrument or document that requirements are taken from.")
        .def_readonly("id", &SourceInfo::id)
        .def_readonly("title", &SourceInfo::title)
        .def_readonly("publisher", &SourceInfo::publisher)
        .def_readonly("url", &SourceInfo::url)
        .def_readonly("date", &SourceInfo::date)
        .def_readonly("standing", &SourceInfo::standing)
        .def("__repr__", [](const SourceInfo& self) { return "<SourceInfo " + self.id + ": " + self.title + ">"; });
    py::class_<Citation>(module, "Citation", "A clause that a requirement rests on.")
        .def_readonly("source", &Citation::source)
        .def_readonly("source_title", &Citation::source_title)
        .def_readonly("clause", &Citation::clause)
        .def_readonly("part", &Citation::part)
        .def_readonly("standing", &Citation::standing)
        .def_readonly("reading", &Citation::reading)
        .def_readonly("stale", &Citation::stale)
        .def("__repr__", [](const Citation& self) { return "<Citation " + to_text(self) + ">"; });
    py::class_<Waiver>(module, "Waiver", "A waiver lies over a requirement's verdict, to its last day.")
        .def_property_readonly("until", [](const Waiver& self) { return date_or_none(self.until); })
        .def_readonly("because", &Waiver::because)
        .def_readonly("origin", &Waiver::origin)
        .def_readonly("source", &Waiver::source)
        .def_readonly("clause", &Waiver::clause)
        .def("__repr__", [](const Waiver& self) { return "<Waiver: " + self.because + ">"; });
    py::class_<Change>(module, "Change", "What a ruleset changes of one that it extends.")
        .def_readonly("kind", &Change::kind)
        .def_readonly("origin", &Change::origin)
        .def_readonly("requirement", &Change::requirement)
        .def_readonly("parameter", &Change::parameter)
        .def_readonly("before", &Change::before)
        .def_readonly("after", &Change::after)
        .def_readonly("because", &Change::because)
        .def_readonly("source", &Change::source)
        .def_readonly("clause", &Change::clause)
        .def_property_readonly("until", [](const Change& self) { return date_or_none(self.until); })
        .def_readonly("weakens", &Change::weakens)
        .def("__repr__", [](const Change& self) {
            return "<Change " + std::string(to_text(self.kind)) + " " + self.requirement + self.parameter + ">";
        });
    py::class_<Mapping>(module, "Mapping", "How a requirement stands to one of another instrument.")
        .def_readonly("requirement", &Mapping::requirement)
        .def_readonly("ruleset", &Mapping::ruleset)
        .def_readonly("other", &Mapping::other)
        .def_readonly("relation", &Mapping::relation)
        .def_readonly("origin", &Mapping::origin)
        .def("__repr__", [](const Mapping& self) {
            return "<Mapping " + self.requirement + " to " + self.ruleset + " " + self.other + ">";
        });
    py::class_<RequirementInfo>(module, "RequirementInfo", "A requirement as the ruleset states it.")
        .def_readonly("id", &RequirementInfo::id)
        .def_readonly("title", &RequirementInfo::title)
        .def_readonly("theme", &RequirementInfo::theme)
        .def_readonly("theme_label", &RequirementInfo::theme_label)
        .def_readonly("group", &RequirementInfo::group)
        .def_readonly("modality", &RequirementInfo::modality)
        .def_readonly("origin", &RequirementInfo::origin)
        .def_readonly("effort", &RequirementInfo::effort)
        .def_readonly("was", &RequirementInfo::was)
        .def_readonly("effort_days", &RequirementInfo::effort_days)
        .def_readonly("citations", &RequirementInfo::citations)
        .def_property_readonly("sources",
                               [](const RequirementInfo& self) {
                                   std::vector<std::string> texts;
                                   for (const Citation& citation : self.citations) texts.push_back(to_text(citation));
                                   return texts;
                               })
        .def_property_readonly("readings",
                               [](const RequirementInfo& self) {
                                   std::vector<Reading> readings;
                                   for (const Citation& citation : self.citations) readings.push_back(citation.reading);
                                   return readings;
                               })
        .def_readonly("training", &RequirementInfo::training)
        .def_readonly("training_labels", &RequirementInfo::training_labels)
        .def_readonly("after", &RequirementInfo::after)
        .def_readonly("parts", &RequirementInfo::parts)
        .def_readonly("waiver", &RequirementInfo::waiver)
        .def_property_readonly("in_force_from",
                               [](const RequirementInfo& self) { return date_or_none(self.in_force.from); })
        .def_property_readonly("in_force_until",
                               [](const RequirementInfo& self) { return date_or_none(self.in_force.until); })
        .def_readonly("weakened", &RequirementInfo::weakened)
        .def("__repr__",
             [](const RequirementInfo& self) { return "<RequirementInfo " + self.id + ": " + self.title + ">"; });
}

}  // namespace brecha::bindings
