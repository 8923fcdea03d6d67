// What stands in evidence and judgements, where no vocabulary declares of which type: texts, yes and no, days, counts.
//
// What cannot be read is told, and counts as not there. So does null, which is not told.
#pragma once

#include "plans/rest.hpp"
#include "reading/batch.hpp"

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace brecha::reading {

using Tell = std::function<void(Remark)>;

/// Trimmed, in NFC; blank is "". `numbers`: a number is taken as it is written.
std::optional<std::string> text_of(Batch& batch, const Node& node, bool numbers, const Tell& tell);
/// true, false, "yes", "no".
std::optional<bool> truth_of(Batch& batch, const Node& node, const Tell& tell);
/// "2024-05-17", or a month or a year: the first and the last day.
std::optional<std::pair<model::Day, model::Day>> days_of(Batch& batch, const std::string& written, const Tell& tell);
/// A whole number, or its bounds.
std::optional<plans::Bounds> count_of(Batch& batch, const Node& node, const Tell& tell);

}  // namespace brecha::reading
