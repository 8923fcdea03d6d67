// Families: a requirement for each row of a table, written out before anything is checked of it.
#pragma once

#include "model/checking/environment.hpp"

#include <memory>
#include <string>
#include <unordered_map>

namespace brecha::model {

/// The row for which a requirement was written out.
struct FamilyRow {
    std::string key;  // as messages name it
    RowWords words;
};

/// A ruleset with a requirement for each row in place of each family.
struct WrittenOut {
    syntax::Unit unit;
    std::unordered_map<const syntax::Requirement*, FamilyRow> rows;  // those that come of a family

    const syntax::Ruleset& ruleset() const { return std::get<syntax::Ruleset>(unit); }
};

/// A ruleset that is meant, or extended by the one that is, as its requirements are read: without families.
struct Layer {
    Found<syntax::Ruleset> found;                // as it is written
    std::unique_ptr<const WrittenOut> families;  // what stands for it; null where it has none

    const syntax::Ruleset& node() const { return families ? families->ruleset() : *found.node; }
    const std::string& name() const { return found.node->name.text; }
};

bool has_families(const syntax::Ruleset& ruleset);

/// What the ruleset comes to without families; null where it has none. The tables are filled.
std::unique_ptr<WrittenOut> write_out_families(const Found<syntax::Ruleset>& found, Environment& environment);

}  // namespace brecha::model
