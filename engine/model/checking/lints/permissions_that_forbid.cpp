#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"

#include "messages/catalogue/checking_lints.hpp"

#include <variant>

namespace brecha::model {

void warn_of_permissions_that_forbid(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) {
        if (ruleset.requirements[index].modality != Modality::may) continue;
        for (const WrittenLine& line : written.written[index].lines)
            if (const auto* clause = std::get_if<syntax::RequireLine>(line.clause); clause != nullptr && clause->forbid)
                diagnostics.warning(catalogue::permission_that_forbids, line.file().at(clause->span),
                                    {ruleset.requirements[index].id});
    }
}

}  // namespace brecha::model
