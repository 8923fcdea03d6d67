// An assessment in numbers: how much could be judged, how many gaps, from where to where the share met can lie.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <cstdint>
#include <string_view>

namespace brecha::report {

/// Counts requirements one by one. `lowest`: requirements met ÷ requirements that apply; `highest`: those met or unknown ÷ the
/// same. Options (`may`) are left out of both.
class SummaryCount {
public:
    /// Words as reports have them: "shall", "not_met".
    void add(std::string_view modality, std::string_view verdict, bool is_gap);
    Summary summary() const;

private:
    Summary counts_;
    std::int64_t apply_ = 0, met_ = 0, open_ = 0;  // binding ones only
};

Summary summary_of(const View& view);

}  // namespace brecha::report
