#include "report/extract.hpp"

#include "limits/watch.hpp"
#include "report/places.hpp"
#include "report/progress.hpp"
#include "report/requirements.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace brecha::report {

namespace {

class Extraction {
public:
    Extraction(const assess::Assessment& assessment, Language language, bool with_evidence = true)
        : assessment_(assessment), ruleset_(assessment.ruleset()), language_(language), with_evidence_(with_evidence) {}

    RequirementView requirement(std::size_t index) {
        return assess::in_rule(ruleset_, ruleset_.requirements[index], [&] { return explained(index); });
    }
    RequirementView explained(std::size_t index) {
        RequirementView view = without_findings(index);
        view.findings.reserve(assessment_.requirements()[index].finding_count);
        each_finding(index, view.information, [&](FindingView&& finding) {
            limits::take(memory_of(finding));
            view.findings.push_back(std::move(finding));
        });
        if (view.reason == Reason::silent && std::none_of(view.findings.begin(), view.findings.end(), is_silent))
            view.reason = Reason::not_computable;
        return view;
    }

    RequirementView without_findings(std::size_t index) const {
        RequirementView view;
        static_cast<Result&>(view) = assessment_.requirements()[index];
        view.information = requirement_info(ruleset_, index, language_);
        view.after = ruleset_.requirements[index].after;
        return view;
    }

    /// Makes each finding of a requirement and shows it.
    template <typename Take>
    void each_finding(std::size_t index, const RequirementInfo& information, const Take& take) {
        const assess::RequirementResult& result = assessment_.requirements()[index];
        for (std::uint32_t at = 0; at < result.finding_count; ++at) {
            limits::step();
            take(completed(assessment_.findings()[result.first_finding + at], information));
        }
    }
    FindingView completed(const assess::Finding& source, const RequirementInfo& information) {
        FindingView made = finding(source);
        complete(made, information, language_);
        return made;
    }

    /// Its verdict, subjects and cells alone: no texts, no places.
    RequirementView bare(std::size_t index) const {
        const assess::RequirementResult& result = assessment_.requirements()[index];
        const model::Requirement& requirement = ruleset_.requirements[index];
        RequirementView view;
        static_cast<Result&>(view) = result;
        view.information.id = requirement.id;
        view.information.was = requirement.was;
        view.information.modality = requirement.modality;
        for (std::uint32_t at = 0; at < result.finding_count; ++at) {
            const assess::Finding& source = assessment_.findings()[result.first_finding + at];
            FindingView& finding = view.findings.emplace_back();
            static_cast<Result&>(finding.row) = source;
            finding.row.subject = source.subject;
            for (const assess::Cell& cell : source.cells) finding.cells.push_back(bare_cell(cell));
            if (source.cells.empty()) finding.cells.push_back(bare_stand_in(source));
        }
        return view;
    }

private:
    /// About what it takes: each place with the texts that stand beside it.
    static std::size_t memory_of(const FindingView& finding) {
        constexpr std::size_t texts_of_a_finding = 256, texts_of_a_place = 64;
        std::size_t bytes = sizeof(FindingView) + texts_of_a_finding + finding.cells.size() * sizeof(CellView);
        for (const CellView& cell : finding.cells)
            bytes += cell.used.size() * (sizeof(Evidence) + texts_of_a_place) +
                     cell.missing.size() * (sizeof(MissingView) + 2 * texts_of_a_place);
        return bytes;
    }
    static bool is_silent(const FindingView& finding) { return finding.row.reason == Reason::silent; }

    FindingView finding(const assess::Finding& source) {
        FindingView view;
        static_cast<Result&>(view.row) = source;
        view.row.subject = source.subject;
        if (source.fails > 0) {
            view.row.message = assessment_.gap_text(source, language_.tag());
            view.remedy = assessment_.remedy_text(source, language_.tag());
        }
        if (source.cells.empty()) {
            view.cells.push_back(stand_in(source));
            view.cells.back().message = view.row.message;
            return view;
        }
        view.cells.reserve(source.cells.size());
        for (const assess::Cell& cell : source.cells) {
            view.cells.push_back(cell_view(source, cell));
            if (cell.truth != Truth::fails) continue;
            if (source.cells.size() == 1) {
                view.cells.back().message = view.row.message;
                continue;
            }
            // The sentence of one part: that of a finding in which nothing else fails.
            assess::Finding alone = source;
            for (std::size_t other = 0; other < alone.cells.size(); ++other)
                if (&source.cells[other] != &cell && alone.cells[other].truth == Truth::fails)
                    alone.cells[other].truth = Truth::holds;
            view.cells.back().message = assessment_.gap_text(alone, language_.tag());
        }
        return view;
    }

    static CellView bare_cell(const assess::Cell& cell) {
        CellView view;
        view.part = cell.part;
        view.truth = cell.truth;
        view.may_fail = cell.may_fail;
        return view;
    }
    static CellView bare_stand_in(const assess::Finding& finding) {
        CellView view;
        view.truth = assess::truth_of(finding.verdict);
        view.may_fail = finding.may_be_gap;
        return view;
    }

    CellView cell_view(const assess::Finding& finding, const assess::Cell& cell) {
        CellView view = bare_cell(cell);
        if (cell.truth == Truth::unknown)
            add_missing(view, assessment_.missing(finding, &cell, language_.tag(), &view.missing_more));
        if (cell.truth == Truth::not_owed) view.not_yet_due = assessment_.not_yet_due(finding, cell);
        if (with_evidence_) add_used(view, assessment_.evidence(finding, &cell, language_.tag(), &view.used_more));
        return view;
    }

    /// For a finding without cells: a condition decides it, or the list of its subjects does.
    CellView stand_in(const assess::Finding& finding) {
        CellView view = bare_stand_in(finding);
        add_missing(view, assessment_.missing(finding, nullptr, language_.tag(), &view.missing_more));
        if (with_evidence_) add_used(view, assessment_.evidence(finding, nullptr, language_.tag(), &view.used_more));
        return view;
    }

    /// Many findings wait for one place: what is shown of it is made once.
    const MissingView& missing(const assess::MissingPlace& place) {
        std::string key = place.place.text;
        key += '\n';
        key += to_text(place.why);
        key += '\n' + place.value;
        if (place.due) key += '\n' + *place.due;
        if (missing_.size() == greatest_kept) missing_.clear();
        auto [known, is_new] = missing_.try_emplace(std::move(key));
        if (is_new) known->second = missing_view(assessment_, place, language_);
        return known->second;
    }
    void add_missing(CellView& view, const std::vector<assess::MissingPlace>& places) {
        view.missing.reserve(places.size());
        for (const assess::MissingPlace& place : places) view.missing.push_back(missing(place));
    }
    Evidence used(const assess::PlaceUsed& place) {
        if (used_.size() == greatest_kept) used_.clear();
        const auto [known, is_new] = used_.try_emplace(place.place.text);
        if (is_new) known->second = evidence_at(assessment_, place.place);
        Evidence row = known->second;
        row.value = place.value;
        row.used_as = place.used_as == Truth::holds   ? UsedAs::holds
                      : place.used_as == Truth::fails ? UsedAs::fails
                                                      : UsedAs::context;
        row.defaulted = place.defaulted;
        return row;
    }
    void add_used(CellView& view, const std::vector<assess::PlaceUsed>& places) {
        view.used.reserve(places.size());
        for (const assess::PlaceUsed& place : places) view.used.push_back(used(place));
    }

    static constexpr std::size_t greatest_kept = 10'000;  // places whose words are kept

    const assess::Assessment& assessment_;
    const model::Ruleset& ruleset_;
    Language language_;
    bool with_evidence_;
    std::unordered_map<std::string, MissingView> missing_;  // by place, why, value and deadline
    std::unordered_map<std::string, Evidence> used_;        // by place
};

}  // namespace

Severity public_severity(grammar::Severity severity) { return static_cast<Severity>(severity); }
static_assert(static_cast<int>(grammar::Severity::error) == static_cast<int>(Severity::error) &&
              static_cast<int>(grammar::Severity::note) == static_cast<int>(Severity::note));

std::vector<Note> notes_of(const plans::PlanRecord& record, Language language, std::optional<Date> as_of) {
    std::vector<Note> notes;
    notes.reserve(record.notes.size());
    for (const plans::Note& note : record.notes) {
        if (note.only_before && (!as_of || model::day_of({as_of->year, as_of->month, as_of->day}) >= *note.only_before))
            continue;
        notes.push_back({note.code, public_severity(note.severity), note.place, note.pointer, note.line, note.column,
                         note.message.in(language.tag()), note.help.in(language.tag())});
    }
    return notes;
}

View verdicts_of(const assess::Assessment& assessment, Language language,
                 const std::function<bool(const model::Requirement&)>& in_full) {
    const model::Ruleset& ruleset = assessment.ruleset();
    View view;
    view.language = language;
    Extraction extraction(assessment, language);
    view.requirements.reserve(ruleset.requirements.size());
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index)
        view.requirements.push_back(in_full(ruleset.requirements[index]) ? extraction.requirement(index)
                                                                         : extraction.bare(index));
    view.progress = progress_of(assessment, language, in_full);
    return view;
}

std::vector<std::pair<std::string, Period>> parameters_in_force(const assess::Assessment& assessment) {
    std::vector<std::pair<std::string, Period>> dated;
    for (std::uint32_t index = 0; index < assessment.ruleset().parameters.size(); ++index) {
        if (assessment.options().parameters.contains(index)) continue;
        const model::Parameter& parameter = assessment.ruleset().parameters[index];
        if (const model::DatedValue* value = parameter.on(assessment.options().as_of);
            value && value->in_force.is_limited())
            dated.emplace_back(parameter.name, period_of(value->in_force));
    }
    return dated;
}

namespace {

/// What a view says beside its requirements.
View head_of(const assess::Assessment& assessment, const ViewContext& context, Language language) {
    const model::Ruleset& ruleset = assessment.ruleset();
    const plans::PlanRecord& record = assessment.record();
    View view;
    view.language = language;
    view.ruleset_name = ruleset.name;
    view.ruleset_version = ruleset.version;
    view.ruleset_sha256 = ruleset.sha256;
    view.plan_name = record.name;
    view.plan_sha256 = record.sha256.digits();
    view.as_of = context.as_of;
    view.facts_since = context.facts_since;
    view.hash = context.hash;
    view.parameters = context.parameters;
    view.parameters_in_force = parameters_in_force(assessment);
    for (std::size_t layer = 0; layer < ruleset.layers.size(); ++layer)
        if (const model::Period& period = ruleset.in_force[layer]; period.is_limited())
            view.layers_in_force.push_back({ruleset.layers[layer].first, ruleset.layers[layer].second,
                                            period_of(period), period.holds_on(assessment.options().as_of)});
    view.notes = notes_of(record, language, context.as_of);
    return view;
}

}  // namespace

View view_of(const assess::Assessment& assessment, const ViewContext& context, Language language) {
    View view = head_of(assessment, context, language);
    const model::Ruleset& ruleset = assessment.ruleset();
    Extraction extraction(assessment, language);
    view.requirements.reserve(ruleset.requirements.size());
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index)
        view.requirements.push_back(extraction.requirement(index));
    view.progress = progress_of(assessment, language, [](const model::Requirement&) { return true; });
    return view;
}

View view_without_findings(const assess::Assessment& assessment, const ViewContext& context, Language language) {
    View view = head_of(assessment, context, language);
    const Extraction extraction(assessment, language);
    for (std::size_t index = 0; index < assessment.ruleset().requirements.size(); ++index)
        view.requirements.push_back(extraction.without_findings(index));
    return view;
}

bool rows_need_places(const assess::Assessment& assessment) {
    if (!assessment.record().statements.empty()) return true;
    const std::vector<plans::EntityTable>& tables = assessment.plans().tables;
    return std::any_of(tables.begin(), tables.end(), [](const plans::EntityTable& table) {
        return std::any_of(table.fields.begin(), table.fields.end(),
                           [](const plans::FieldColumn& field) { return !field.defaulted.empty(); });
    });
}

void each_row(const assess::Assessment& assessment, Language language, const std::vector<RequirementInfo>& requirements,
              const std::function<void(const RequirementInfo&, FindingView&&)>& visit) {
    const model::Ruleset& ruleset = assessment.ruleset();
    Extraction extraction(assessment, language, false);
    for (std::size_t index = 0; index < requirements.size(); ++index)
        assess::in_rule(ruleset, ruleset.requirements[index], [&] {
            extraction.each_finding(index, requirements[index],
                                    [&](FindingView&& finding) { visit(requirements[index], std::move(finding)); });
        });
}

Finding row_of(const assess::Assessment& assessment, Language language, const RequirementInfo& requirement,
               std::size_t number) {
    const model::Ruleset& ruleset = assessment.ruleset();
    const assess::Finding& source = assessment.findings()[number];
    return assess::in_rule(ruleset, ruleset.requirements[source.requirement],
                           [&] { return Extraction(assessment, language, false).completed(source, requirement).row; });
}

EachFinding each_of(const assess::Assessment& assessment, const View& view) {
    return [&assessment, &view](const auto& visit) {
        const std::vector<model::Requirement>& rules = assessment.ruleset().requirements;
        Extraction extraction(assessment, view.language);
        std::size_t next = 0;  // of the view's requirements, which are some of the ruleset's
        for (std::size_t index = 0; index < rules.size() && next < view.requirements.size(); ++index) {
            const RequirementView& requirement = view.requirements[next];
            if (requirement.information.id != rules[index].id) continue;
            ++next;
            assess::in_rule(assessment.ruleset(), rules[index], [&] {
                extraction.each_finding(index, requirement.information,
                                        [&](const FindingView& finding) { visit(requirement, finding); });
            });
        }
    };
}

}  // namespace brecha::report
