#include "report/extract.hpp"

#include "report/places.hpp"

namespace brecha::report {

namespace {

using assess::Verdict;

std::string text_in(const model::Texts& texts, std::string_view language) { return std::string(model::in_language(texts, language)); }

/// A month is 30 days, a year 365; five working days are a week.
double days_of(model::Duration duration) {
    const auto amount = static_cast<double>(model::duration_amount(duration));
    switch (model::duration_kind(duration)) {
        case model::DurationKind::calendar: {
            const std::int64_t months = model::duration_amount(duration);
            return static_cast<double>(months % 12 == 0 ? months / 12 * 365 : months * 30);
        }
        case model::DurationKind::working: return amount * 7.0 / 5.0;
        default: return amount / 86'400.0;
    }
}

class Extraction {
public:
    Extraction(const assess::Assessment& assessment, std::string_view language)
        : assessment_(assessment), ruleset_(assessment.ruleset()), language_(language) {}

    RequirementView requirement(std::size_t index) const {
        const model::Requirement& source = ruleset_.requirements[index];
        const assess::RequirementResult& result = assessment_.requirements()[index];
        RequirementView view;
        view.id = source.id;
        view.was = source.was;
        view.title = text_in(source.title, language_);
        view.theme = source.theme;
        view.modality = model::word_of(source.modality);
        view.origin = source.origin;
        for (const model::Citation& citation : source.citations) {
            const model::Source& cited = ruleset_.sources[citation.source];
            view.sources.push_back(
                {citation.part, cited.id, citation.clause, std::string(model::word_of(cited.standing)), std::string(model::word_of(citation.reading))});
        }
        view.verdict = assess::word_of(result.verdict);
        view.reason = assess::word_of(result.reason);
        view.is_gap = result.is_gap;
        view.may_be_gap = result.may_be_gap;
        view.holds = result.holds;
        view.fails = result.fails;
        view.unknown = result.unknown;
        if (source.effort_duration) {
            view.effort = model::duration_to_text(*source.effort_duration, sentence_language(language_));
            if (source.effort_each) view.effort = each_of(view.effort, language_);
            view.effort_days = days_of(*source.effort_duration);
        }
        view.training = source.training;
        view.after = source.after;
        view.findings.reserve(result.finding_count);
        for (std::uint32_t at = 0; at < result.finding_count; ++at) view.findings.push_back(finding(assessment_.findings()[result.first_finding + at]));
        return view;
    }

private:
    FindingView finding(const assess::Finding& source) const {
        FindingView view;
        view.subject = source.subject;
        view.verdict = assess::word_of(source.verdict);
        view.reason = assess::word_of(source.reason);
        view.is_gap = source.is_gap;
        view.may_be_gap = source.may_be_gap;
        view.holds = source.holds;
        view.fails = source.fails;
        view.unknown = source.unknown;
        const bool contradicted = source.verdict == Verdict::not_met || source.verdict == Verdict::partly_met;
        if (contradicted) {
            view.gap_text = assessment_.gap_text(source, language_);
            view.remedy = assessment_.remedy_text(source, language_);
        }
        if (source.cells.empty()) {
            view.cells.push_back(stand_in(source));
            return view;
        }
        view.cells.reserve(source.cells.size());
        for (const assess::Cell& cell : source.cells) {
            view.cells.push_back(cell_view(source, cell));
            if (cell.truth != assess::Truth::fails) continue;
            if (source.cells.size() == 1) {
                view.cells.back().message = view.gap_text;
                continue;
            }
            // The sentence of one part: that of a finding in which nothing else fails.
            assess::Finding alone = source;
            for (std::size_t other = 0; other < alone.cells.size(); ++other)
                if (&source.cells[other] != &cell && alone.cells[other].truth == assess::Truth::fails) alone.cells[other].truth = assess::Truth::holds;
            view.cells.back().message = assessment_.gap_text(alone, language_);
        }
        return view;
    }

    CellView cell_view(const assess::Finding& finding, const assess::Cell& cell) const {
        CellView view;
        view.part = cell.part;
        view.truth = assess::word_of(cell.truth);
        view.may_fail = cell.may_fail;
        if (cell.truth == assess::Truth::unknown)
            for (const assess::MissingPlace& missing : assessment_.missing(finding, &cell, language_))
                view.missing.push_back(missing_view(assessment_, missing, language_));
        for (const assess::PlaceUsed& used : assessment_.evidence(finding, &cell, language_)) view.used.push_back(used_view(assessment_, used));
        return view;
    }

    /// For a finding without cells: a condition decides it, or the list of its subjects does.
    CellView stand_in(const assess::Finding& finding) const {
        CellView view;
        view.truth = finding.verdict == Verdict::not_applicable ? "not_owed" : finding.verdict == Verdict::met ? "holds" : "unknown";
        view.may_fail = finding.may_be_gap;
        for (const assess::MissingPlace& missing : assessment_.missing(finding, nullptr, language_))
            view.missing.push_back(missing_view(assessment_, missing, language_));
        for (const assess::PlaceUsed& used : assessment_.evidence(finding, nullptr, language_)) view.used.push_back(used_view(assessment_, used));
        return view;
    }

    const assess::Assessment& assessment_;
    const model::Ruleset& ruleset_;
    std::string_view language_;
};

std::string_view word_of(grammar::Severity severity) {
    switch (severity) {
        case grammar::Severity::error: return "error";
        case grammar::Severity::warning: return "warning";
        case grammar::Severity::note: return "note";
    }
    return "note";
}

}  // namespace

View view_of(const assess::Assessment& assessment, const ViewContext& context, std::string_view language) {
    const model::Ruleset& ruleset = assessment.ruleset();
    const plans::PlanRecord& record = assessment.record();
    View view;
    view.language = language;
    view.ruleset_name = ruleset.name;
    view.ruleset_version = ruleset.version;
    view.ruleset_sha256 = ruleset.sha256;
    view.plan_name = record.name;
    view.plan_sha256 = record.sha256;
    view.as_of = model::day_to_text(context.as_of);
    view.hash = context.hash;
    view.parameters = context.parameters;
    const Extraction extraction(assessment, language);
    view.requirements.reserve(ruleset.requirements.size());
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) view.requirements.push_back(extraction.requirement(index));
    for (const plans::Note& note : record.notes)
        view.notes.push_back({note.code, std::string(word_of(note.severity)), note.place, note.pointer, note.line, note.column, note.message.in(language),
                              note.help.in(language)});
    return view;
}

}  // namespace brecha::report
