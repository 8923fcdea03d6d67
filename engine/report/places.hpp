// Places for readers: which field a place is, how it is asked for, what the item it stands in is called.
#pragma once

#include "assess/assessment.hpp"
#include "report/view.hpp"

#include <string>
#include <string_view>

namespace brecha::report {

/// Everything that is shown of a missing place, but of which finding it is.
MissingView missing_view(const assess::Assessment& assessment, const assess::MissingPlace& missing, Language language);

/// What is known of the statement at a place that something rests on. Of which finding, whoever asks knows.
Evidence evidence_row(const assess::Assessment& assessment, const assess::PlaceUsed& used);

}  // namespace brecha::report
