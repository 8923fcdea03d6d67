// Files that rules name: the CSV file of a table -> its rows.
#pragma once

#include "model/checking/environment.hpp"

#include <optional>
#include <string>

namespace brecha::model {

/// The text of a file that a line of `file` names; nothing and a message where it cannot be read, or is no UTF-8.
std::optional<std::string> read_named_file(const syntax::Text& name, const FileContext& file, Environment& environment,
                                           const CheckOptions& options);

/// Puts the rows into `rows` and the file's text into Declarations::table_contents. `entity`: of the table's rows.
void read_table_file(const Found<syntax::Table>& table, const Entity& entity,
                     std::vector<std::vector<std::string>>& rows, Environment& environment,
                     const CheckOptions& options);

}  // namespace brecha::model
