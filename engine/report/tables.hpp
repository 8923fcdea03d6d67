// The tables of an assessment column by column, as data frames take them. Names and order of columns are fixed.
#pragma once

#include <brecha/brecha.hpp>

#include "assess/assessment.hpp"
#include "report/view.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace brecha::report {

/// findings, parts, gaps, missing, evidence, notes, questions, progress; nothing for another name.
std::optional<Table> table_of(const View& view, std::string_view name);
/// The same of findings that stand elsewhere; their requirements are those of `view`. `finding_count`: about.
std::optional<Table> table_of(const View& view, std::string_view name, const EachFinding& each,
                              std::size_t finding_count);
/// findings, or with `parts` that table, of each_row(). `view`: for what every table begins with, and the language.
Table table_of_rows(const View& view, bool parts, const assess::Assessment& assessment,
                    const std::vector<RequirementInfo>& requirements);
/// Is it a table whose rows are made finding by finding?
bool is_of_findings(std::string_view name);

/// The notes of a plan that is not assessed: their own columns alone.
Table table_of(const std::vector<Note>& notes);

}  // namespace brecha::report
