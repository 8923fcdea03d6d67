// Which fields of a vocabulary a ruleset's conditions read: what a form need ask for.
#pragma once

#include "model/ruleset.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace brecha {

/// Entity and field. Fields that only texts show are left out; keys by which rules find an item are in.
using ReadFields = std::set<std::pair<std::uint32_t, std::uint32_t>>;
ReadFields fields_read_by(const model::Ruleset& ruleset);

}  // namespace brecha
