// Requirements: their lines in order, what they inherit from a group, their parts.
#pragma once

#include "model/checking/environment.hpp"
#include "model/checking/families.hpp"

#include <string>
#include <utility>
#include <vector>

namespace brecha::model {

/// The requirements of a ruleset as they are written, beside Ruleset::requirements.
struct WrittenRequirement {
    const syntax::Requirement* node = nullptr;
    const syntax::Group* group = nullptr;                      // that it stands in
    const FamilyRow* row = nullptr;                            // that it comes of
    std::vector<std::pair<std::string, Location>> after = {};  // the ids of its `after`, once it is read
};

struct Requirements {
    FileContext file;
    std::vector<WrittenRequirement> written;
    RequirementIds ids;
    const syntax::FactsLastLine* facts_last = nullptr;  // of the ruleset
};

/// Gives every requirement its place in `ruleset` and its id, which expressions may then name. `families`: the ruleset
/// without families, where it has some.
Requirements collect_requirements(const Found<syntax::Ruleset>& found, const WrittenOut* families, Ruleset& ruleset,
                                  Diagnostics& diagnostics);

/// Reads them all, with their titles, sources, conditions, clauses and texts, into Ruleset::requirements.
void read_requirements(Requirements& requirements, Environment& environment);

/// Shows `look` what decides a requirement's verdict: its lists, conditions, lets and clauses.
template <typename Look>
void for_each_expression(const Requirement& requirement, const Look& look) {
    for (const Subject& subject : requirement.subjects) {
        look(subject.list);
        if (subject.condition) look(*subject.condition);
    }
    for (const When& when : requirement.conditions) look(when.condition);
    for (const Let& let : requirement.lets) look(let.value);
    for (const Clause& clause : requirement.clauses) look(clause.condition);
}

}  // namespace brecha::model
