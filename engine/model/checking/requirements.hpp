// Requirements: their lines in order, what they inherit from a group, their parts.
#pragma once

#include "limits/watch.hpp"
#include "model/checking/environment.hpp"
#include "model/checking/families.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace brecha::model {

/// A line of a requirement, and where it is written.
struct WrittenLine {
    const syntax::Clause* clause = nullptr;
    const Layer* layer = nullptr;  // that it stands in
    bool own = true;               // not its group's

    const FileContext& file() const { return layer->found.file; }
};

/// The requirements of the layers as they are written, beside Ruleset::requirements.
struct WrittenRequirement {
    const syntax::Requirement* node = nullptr;
    FileContext file;
    const syntax::FactsLastLine* facts_last = nullptr;         // of its ruleset
    const FamilyRow* row = nullptr;                            // that it comes of
    std::vector<WrittenLine> lines = {};                       // its group's, then its own
    std::vector<std::pair<std::string, Location>> after = {};  // the ids of its `after`, once it is read
    std::optional<Modality> firmest = {};                      // of its modalities that a layer has put another for

    Location id() const { return file.at(node->id); }
};

struct Requirements {
    std::vector<WrittenRequirement> written;
    std::vector<std::shared_ptr<const syntax::Clause>> made_lines = {};  // lines that stand for a `make`
    RequirementIds ids;
};

/// Gives every requirement its place in `ruleset` and its id, which expressions may then name: those of bases first.
Requirements collect_requirements(const std::vector<Layer>& layers, Ruleset& ruleset, Diagnostics& diagnostics);

/// Reads them all, with their titles, sources, conditions, clauses and texts, into Ruleset::requirements.
void read_requirements(Requirements& requirements, Environment& environment);

/// Shows `look` what decides a requirement's verdict: its lists, conditions, lets and clauses.
template <typename Look>
void for_each_expression(const Requirement& requirement, const Look& look) {
    limits::step();
    for (const Subject& subject : requirement.subjects) {
        look(subject.list);
        if (subject.condition) look(*subject.condition);
    }
    for (const When& when : requirement.conditions) look(when.condition);
    for (const Let& let : requirement.lets) look(let.value);
    for (const Clause& clause : requirement.clauses) look(clause.condition);
}

/// Shows `look` each expression in them, operands behind what they are of, and those of definitions.
template <typename Look>
void for_each_operation(const Ruleset& ruleset, const Look& look) {
    const auto walk = [&](const auto& self, const Expression& expression) -> void {
        look(expression);
        for (const Expression& operand : expression.operands) self(self, operand);
    };
    for (const Requirement& requirement : ruleset.requirements)
        for_each_expression(requirement, [&](const Expression& expression) { walk(walk, expression); });
    for (const Definition& definition : ruleset.definitions) walk(walk, definition.body);
}

}  // namespace brecha::model
