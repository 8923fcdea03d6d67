#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"

#include "messages/catalogue/checking_lints.hpp"

#include <algorithm>

namespace brecha::model {

void warn_of_duties_nobody_read(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics) {
    // What a programme did bears out no duty; an instrument's heading does.
    const auto bears_out = [&](const Citation& citation) {
        if (citation.reading == Reading::unverified) return false;
        if (citation.reading != Reading::inferred) return true;
        const Standing standing = ruleset.sources[citation.source].standing;
        return standing != Standing::unstated && standing != Standing::practice;
    };
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) {
        const Requirement& requirement = ruleset.requirements[index];
        if (requirement.modality != Modality::may && !requirement.citations.empty() &&
            std::none_of(requirement.citations.begin(), requirement.citations.end(), bears_out))
            diagnostics.warning(catalogue::duty_nobody_read, written.written[index].id(), {requirement.id});
    }
}

}  // namespace brecha::model
