// The CSV file that a table names -> its rows.
#pragma once

#include "model/checking/environment.hpp"

namespace brecha::model {

/// Puts the rows into `rows` and the file's text into Declarations::table_contents. `entity`: of the table's rows.
void read_table_file(const Found<syntax::Table>& table, const Entity& entity,
                     std::vector<std::vector<std::string>>& rows, Environment& environment,
                     const CheckOptions& options);

}  // namespace brecha::model
