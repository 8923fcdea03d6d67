// The proof of a finding, as readers of a report get it.
#pragma once

#include <brecha/brecha.hpp>

#include "assess/assessment.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::report {

/// One tree a finding of the requirement: at its root the finding itself (its subject, or the requirement's title),
/// under it its clauses. With `subject`, that finding only; "" is the plan itself.
std::vector<Proof> proofs_of(const assess::Assessment& assessment, std::size_t requirement,
                             const std::optional<std::string>& subject, Language language);

}  // namespace brecha::report
