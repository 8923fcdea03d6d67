#include "report/summary.hpp"

#include "report/shares.hpp"

namespace brecha::report {

void SummaryCount::add(std::string_view modality, std::string_view verdict, bool is_gap) {
    const bool binding = modality != "may";
    ++counts_.requirements;
    counts_.gaps += is_gap;
    apply_ += binding && verdict != "not_applicable";
    if (verdict == "met") {
        ++counts_.met;
        met_ += binding;
    } else if (verdict == "partly_met") {
        ++counts_.partly_met;
    } else if (verdict == "not_met") {
        ++counts_.not_met;
    } else if (verdict == "unknown") {
        ++counts_.unknown;
        open_ += binding;
    } else {
        ++counts_.not_applicable;
    }
}

Summary SummaryCount::summary() const {
    Summary summary = counts_;
    summary.judged = counts_.requirements - counts_.unknown;
    summary.lowest = share(met_, apply_);
    summary.highest = share(met_ + open_, apply_);
    return summary;
}

Summary summary_of(const View& view) {
    SummaryCount count;
    for (const RequirementView& requirement : view.requirements) count.add(requirement.modality, requirement.verdict, requirement.is_gap);
    return count.summary();
}

}  // namespace brecha::report
