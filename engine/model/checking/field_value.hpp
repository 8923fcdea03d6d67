// Values that stand in rules in a plan's stead, a field's default or a value in a table -> as a plan would write them
// in JSON.
#pragma once

#include "model/checking/types.hpp"

#include <optional>
#include <string>

namespace brecha::model {

/// From a literal; nothing and a message where it is no value of `type`, a single one. A number is in the type's unit.
std::optional<std::string> field_value(const syntax::Literal& literal, const Type& type, const FileContext& file,
                                       Types& types, Diagnostics& diagnostics);

/// From what stands in a CSV file; nothing where that is empty. `right`: it is a value of `type`, or empty.
std::optional<std::string> field_value(const std::string& written, const Type& type, const Types& types, bool& right);

}  // namespace brecha::model
