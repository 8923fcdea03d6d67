// Places for readers: which field a place is, how it is asked for, what the item it stands in is called.
#pragma once

#include "assess/assessment.hpp"
#include "report/view.hpp"

#include <string>
#include <string_view>

namespace brecha::report {

/// Everything that is shown of a missing place, but of which finding it is.
MissingView missing_view(const assess::Assessment& assessment, const assess::MissingPlace& missing, Language language);

/// What is known of the statement at a place that something rests on. What stands there, and for which finding,
/// whoever asks knows.
Evidence evidence_at(const assess::Assessment& assessment, const assess::Place& place);

}  // namespace brecha::report
