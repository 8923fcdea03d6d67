// Requirements and sources as the ruleset states them, for a reader: in one language.
#pragma once

#include <brecha/brecha.hpp>

#include "model/ruleset.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace brecha::report {

/// The same as the public header has it.
Period period_of(const model::Period& period);

/// `ruleset.requirements[index]`.
RequirementInfo requirement_info(const model::Ruleset& ruleset, std::size_t index, Language language);

std::optional<Date> date_of(const std::optional<model::Day>& day);

/// As written, base by base.
std::vector<Change> changes_of(const model::Ruleset& ruleset, Language language);
std::vector<Mapping> mappings_of(const model::Ruleset& ruleset);

/// In the order declared.
std::vector<SourceInfo> sources_of(const model::Ruleset& ruleset, Language language);

}  // namespace brecha::report
