// What an expression is read in: all that a name can mean, and what reading it leaves behind.
#pragma once

#include "model/checking/declarations.hpp"
#include "model/checking/heights.hpp"
#include "model/checking/texts.hpp"
#include "model/checking/types.hpp"
#include "model/ruleset.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::model {

/// The requirements of the ruleset by id, known before any of them is read.
struct RequirementIds {
    std::vector<std::string> ids;                          // in the order written
    std::unordered_map<std::string, std::uint32_t> index;  // Ruleset::requirements
    std::unordered_map<std::string, std::string> renamed;  // id of `was` -> id

    std::int32_t find(std::string_view id) const;  // -1 where there is none
    /// What was meant by an id that is none.
    messages::Message meant(const std::string& id) const;
};

/// `PF-1 is met`, `PF-1 applies for x`
struct VerdictUse {
    std::uint32_t from;  // Ruleset::requirements; -1: a definition's
    std::int32_t to;
    std::int32_t variable;
    Location where;
};

struct Environment {
    Ruleset& ruleset;  // being made: variables and judgements are added
    Types& types;      // units and enumerations are added
    Declarations& declarations;
    const RequirementIds& requirements;
    TextReader& texts;
    Diagnostics& diagnostics;

    Heights heights = {};
    std::optional<Duration> facts_last = {};  // what the ruleset says for all its requirements
    std::vector<VerdictUse> verdict_uses = {};
    std::unordered_map<std::string, std::vector<std::int32_t>> variables_by_name = {};  // Ruleset::variables
    std::unordered_map<std::string, std::uint32_t> judgements = {};  // "requirement part" -> Ruleset::judgements
    std::uint32_t depth = 0;                                         // of expressions in each other, while one is read
};

/// What one expression may name, and where it stands.
struct Scope {
    std::vector<std::int32_t> variables = {};  // visible ones, innermost last
    std::int32_t requirement = -1;             // whose requirement it is; -1: a definition, a parameter
    std::string part = {};                     // of which clause; for judgements
    bool may_judge = false;                    // a judgement has a requirement and a part to belong to
    bool constant = false;                     // a parameter's value: no plan, no variables
    const syntax::Expression* due = nullptr;   // the one `due within` that stands where it may
};

}  // namespace brecha::model
