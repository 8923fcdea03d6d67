// assess::Assessment -> View: everything a report shows, asked for once, in one language.
#pragma once

#include "assess/assessment.hpp"
#include "report/view.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::report {

/// What an assessment does not know of itself.
struct ViewContext {
    model::Day as_of = 0;
    std::string hash;
    std::vector<std::pair<std::string, std::string>> parameters;  // those with a value, as a rule would write it
};

/// O(findings × what they rest on). Deterministic.
View view_of(const assess::Assessment& assessment, const ViewContext& context, std::string_view language);

}  // namespace brecha::report
