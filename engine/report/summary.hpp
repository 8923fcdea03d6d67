// An assessment in numbers: how much could be judged, how many gaps, from where to where the share met can lie.
#pragma once

#include <brecha/brecha.hpp>

#include "report/view.hpp"

#include <cstdint>

namespace brecha::report {

/// Counts requirements one by one. `lowest`: requirements met ÷ requirements that apply; `highest`: those met or
/// unknown ÷ the same. Options (`may`) are left out of both.
class SummaryCount {
public:
    /// `weakened`: it asks for less than its base does; one that is waived counts as well.
    void requirement(Modality modality, const Result& result, bool weakened = false);
    void finding(const Result& result);
    Summary summary() const;

private:
    Summary counts_;
    std::int64_t apply_ = 0, met_ = 0, open_ = 0;  // binding ones only
};

Summary summary_of(const View& view);

}  // namespace brecha::report
