// Vocabularies that extend each other -> the one that a ruleset sees: units, enumerations, entities with all their
// fields.
#pragma once

#include "model/checking/types.hpp"

#include <vector>

namespace brecha::model {

/// `vocabularies`: bases first. Fills `types`.
void merge_vocabularies(const std::vector<Found<syntax::Vocabulary>>& vocabularies, Types& types, TextReader& texts,
                        Diagnostics& diagnostics);

}  // namespace brecha::model
