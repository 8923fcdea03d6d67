// The tables of an assessment column by column, as data frames take them. Names and order of columns are fixed.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace brecha::report {

/// findings, parts, gaps, missing, evidence, notes, questions, progress; nothing for another name.
std::optional<Table> table_of(const View& view, std::string_view name);

/// The notes of a plan that is not assessed: their own columns alone.
Table table_of(const std::vector<Note>& notes);

}  // namespace brecha::report
