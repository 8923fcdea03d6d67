#include "report/proofs.hpp"

#include "report/why_sentence.hpp"

#include <utility>

namespace brecha::report {

namespace {

Proof proof_of(const assess::Assessment& assessment, const assess::Proof& source) {
    Proof proof;
    proof.text = source.text;
    proof.truth = source.truth;
    proof.value = source.value;
    if (source.place) {
        proof.place = source.place->text;
        if (source.place->judgement < 0 && source.place->parameter < 0)
            proof.read = code_named<HowRead>(plans::statement_at(assessment.record(), source.place->text).read)
                             .value_or(HowRead::unmarked);
    }
    proof.why = source.why;
    proof.because.reserve(source.because.size());
    for (const assess::Proof& inner : source.because) proof.because.push_back(proof_of(assessment, inner));
    // A comparison for one element says nothing that the quantifier over this one did not: said once.
    while (proof.because.size() == 1 && proof.because.front().text == proof.text &&
           proof.because.front().truth == proof.truth) {
        Proof inner = std::move(proof.because.front());
        if (proof.value.empty()) proof.value = std::move(inner.value);
        if (proof.place.empty()) {
            proof.place = std::move(inner.place);
            proof.why = inner.why;
            proof.read = inner.read;
        }
        proof.because = std::move(inner.because);
    }
    return proof;
}

}  // namespace

std::vector<Proof> proofs_of(const assess::Assessment& assessment, std::size_t requirement,
                             const std::optional<std::string>& subject, Language language) {
    std::vector<Proof> proofs;
    const assess::RequirementResult& result = assessment.requirements()[requirement];
    for (std::uint32_t at = 0; at < result.finding_count; ++at) {
        const assess::Finding& finding = assessment.findings()[result.first_finding + at];
        if (subject && finding.subject.value_or("") != *subject) continue;
        Proof root;
        root.text =
            finding.subject
                ? *finding.subject
                : std::string(model::in_language(assessment.ruleset().requirements[requirement].title, language.tag()));
        root.truth = assess::truth_of(finding.verdict);
        root.place = finding.subject.value_or("");
        root.sentence = why_sentence(assessment, finding, language);
        for (const assess::Proof& proof : assessment.why(finding, language.tag()))
            root.because.push_back(proof_of(assessment, proof));
        proofs.push_back(std::move(root));
    }
    return proofs;
}

}  // namespace brecha::report
