#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_lints.hpp"

namespace brecha::model {

namespace {

/// Words written out, or the values of an enumeration, without a condition: somebody is always there.
bool finds_somebody(const Subject& subject) {
    return !subject.condition &&
           (subject.list.operation == Operation::enumeration_values ||
            (subject.list.operation == Operation::list_literal && !subject.list.operands.empty()));
}

}  // namespace

void warn_of_each_without_ending(const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (const Requirement& requirement : ruleset.requirements)
        for (const Subject& subject : requirement.subjects)
            if (subject.ending == Ending::unstated && !finds_somebody(subject))
                diagnostics.warning(catalogue::each_without_ending, {subject.list.file, subject.list.span});
}

}  // namespace brecha::model
