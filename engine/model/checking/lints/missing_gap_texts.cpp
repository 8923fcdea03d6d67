#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"

#include "messages/catalogue/checking_lints.hpp"

#include <algorithm>

namespace brecha::model {

void warn_of_missing_gap_texts(const Requirements& written, const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) {
        const Requirement& requirement = ruleset.requirements[index];
        if (requirement.modality == Modality::may) continue;
        // The text of a part, or of an item of it; else the requirement's.
        const auto has_text = [&](const Clause& clause) {
            return std::any_of(requirement.gaps.begin(), requirement.gaps.end(),
                               [&](const Message& gap) { return gap.part.empty() || gap.part == clause.part; });
        };
        const Location where = written.written[index].id();
        const bool is_protocol = requirement.protocol >= 0;
        for (const Subject& subject : requirement.subjects)
            if (subject.ending == Ending::at_least_one && subject.none_there.empty()) {
                const bool answers = is_protocol && &subject == &requirement.subjects.back();
                diagnostics.warning(answers ? catalogue::no_none_text_of_protocol : catalogue::no_none_text,
                                    {subject.list.file, subject.list.span}, {requirement.id});
            }
        // The parts of a protocol say by their own words what is missing: which step, which order, which limit.
        if (is_protocol) continue;
        if (requirement.gaps.empty()) {
            diagnostics.warning(catalogue::no_gap_text, where, {requirement.id});
            continue;
        }
        for (const Clause& clause : requirement.clauses)
            if (!has_text(clause))
                diagnostics.warning(catalogue::no_gap_text, {clause.condition.file, clause.condition.span},
                                    {part_id(requirement.id, clause.part)});
    }
}

}  // namespace brecha::model
