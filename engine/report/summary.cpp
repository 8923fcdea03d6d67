#include "report/summary.hpp"

#include "report/shares.hpp"

namespace brecha::report {

void SummaryCount::requirement(Modality modality, const Result& result, bool weakened) {
    const bool binding = modality != Modality::may;
    ++counts_.requirements;
    counts_.gaps += result.is_gap;
    counts_.weakened += weakened || result.waived;
    apply_ += binding && result.verdict != Verdict::not_applicable;
    switch (result.verdict) {
        case Verdict::met:
            ++counts_.met;
            met_ += binding;
            break;
        case Verdict::partly_met: ++counts_.partly_met; break;
        case Verdict::not_met: ++counts_.not_met; break;
        case Verdict::unknown:
            ++counts_.unknown;
            open_ += binding;
            break;
        case Verdict::not_applicable: ++counts_.not_applicable; break;
    }
}

void SummaryCount::finding(const Result& result) {
    ++counts_.findings;
    counts_.gap_findings += result.is_gap;
    counts_.unknown_findings += result.verdict == Verdict::unknown;
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
    for (const RequirementView& requirement : view.requirements) {
        count.requirement(requirement.information.modality, requirement, requirement.information.weakened);
        for (const FindingView& finding : requirement.findings) count.finding(finding.row);
    }
    return count.summary();
}

}  // namespace brecha::report
