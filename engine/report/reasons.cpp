#include "report/reasons.hpp"

#include "report/why_sentence.hpp"

#include <utility>

namespace brecha::report {

namespace {

Reason reason_of(const assess::Assessment& assessment, const assess::Proof& proof) {
    Reason reason;
    reason.text = proof.text;
    if (proof.truth) reason.truth = assess::word_of(*proof.truth);
    reason.value = proof.value;
    if (proof.place) {
        reason.place = proof.place->text;
        if (proof.place->judgement < 0 && proof.place->parameter < 0) reason.read = plans::statement_at(assessment.record(), proof.place->text).read;
    }
    if (proof.why) reason.why = plans::word_of(*proof.why);
    reason.because.reserve(proof.because.size());
    for (const assess::Proof& inner : proof.because) reason.because.push_back(reason_of(assessment, inner));
    // A comparison for one element says nothing that the quantifier over this one did not: said once.
    while (reason.because.size() == 1 && reason.because.front().text == reason.text && reason.because.front().truth == reason.truth) {
        Reason inner = std::move(reason.because.front());
        if (reason.value.empty()) reason.value = std::move(inner.value);
        if (reason.place.empty()) {
            reason.place = std::move(inner.place);
            reason.why = std::move(inner.why);
            reason.read = std::move(inner.read);
        }
        reason.because = std::move(inner.because);
    }
    return reason;
}

std::string_view truth_of(assess::Verdict verdict) {
    switch (verdict) {
        case assess::Verdict::met: return "holds";
        case assess::Verdict::partly_met:
        case assess::Verdict::not_met: return "fails";
        case assess::Verdict::unknown: return "unknown";
        case assess::Verdict::not_applicable: return "not_owed";
    }
    return "unknown";
}

}  // namespace

std::vector<Reason> reasons_of(const assess::Assessment& assessment, std::size_t requirement, const std::optional<std::string>& subject,
                               std::string_view language) {
    std::vector<Reason> reasons;
    const assess::RequirementResult& result = assessment.requirements()[requirement];
    for (std::uint32_t at = 0; at < result.finding_count; ++at) {
        const assess::Finding& finding = assessment.findings()[result.first_finding + at];
        if (subject && finding.subject.value_or("") != *subject) continue;
        Reason root;
        root.text = finding.subject ? *finding.subject : std::string(model::in_language(assessment.ruleset().requirements[requirement].title, language));
        root.truth = truth_of(finding.verdict);
        root.place = finding.subject.value_or("");
        root.sentence = why_sentence(assessment, finding, language);
        for (const assess::Proof& proof : assessment.why(finding, language)) root.because.push_back(reason_of(assessment, proof));
        reasons.push_back(std::move(root));
    }
    return reasons;
}

}  // namespace brecha::report
