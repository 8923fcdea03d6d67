// Tables that come with a ruleset: an entity of their own for their rows, and the rows, from the text or from a CSV
// file.
#pragma once

#include "model/checking/environment.hpp"

#include <cstdint>

namespace brecha::model {

void declare_table(const Found<syntax::Table>& table, const std::string& ruleset, Environment& environment);
/// Reads the rows of Ruleset::tables[index].
void fill_table(std::uint32_t index, Environment& environment, const CheckOptions& options);

}  // namespace brecha::model
