#include "model/thousands.hpp"
#include "model/checking/lints/lints.hpp"
#include "model/values.hpp"

#include "messages/catalogue/tables.hpp"

namespace brecha::model {

void warn_of_thousands(const std::string& written, Location where, Diagnostics& diagnostics) {
    if (!may_be_thousands(written)) return;
    diagnostics.warning(
        catalogue::tables::thousands, where,
        {written, decimal_to_text(decimal_from_text(written).value_or(0)), thousands_of(written).value_or("")});
}

}  // namespace brecha::model
