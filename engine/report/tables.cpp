#include "report/tables.hpp"

#include "report/columns.hpp"
#include "report/extract.hpp"
#include "report/findings.hpp"
#include "report/questions.hpp"

#include <string>
#include <vector>

namespace brecha::report {

namespace {

/// What every table begins with: which assessment, of which plan, as of when.
template <typename Row>
std::vector<Column<Row>> after_common(const View& view, std::vector<Column<Row>> own) {
    std::vector<Column<Row>> columns = {
        Column<Row>::same("assessment", view.hash),
        Column<Row>::same("plan", view.plan_name),
        Column<Row>::same("as_of", std::optional(view.as_of)),
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

template <typename Row>
std::vector<Column<Row>> finding_columns() {
    return {
        {"requirement", &Row::requirement},
        {"part", &Row::part},
        {"title", &Row::title},
        {"theme", &Row::theme, Text::category},
        {"modality", &Row::modality},
        {"standing", &Row::standing},
        {"origin", &Row::origin, Text::category},
        {"subject", &Row::subject},
        {"verdict", &Row::verdict},
        {"is_gap", &Row::is_gap},
        {"may_be_gap", &Row::may_be_gap},
        {"reason", &Row::reason},
        {"holds", &Row::holds},
        {"fails", &Row::fails},
        {"unknown", &Row::unknown},
        {"guessed", &Row::guessed},
        {"defaulted", &Row::defaulted},
        {"waived_until", &Row::waived_until},
        {"waiver_reason", &Row::waiver_reason},
        {"message", &Row::message},
        {"source", &Row::source},
        {"clause", &Row::clause},
        {"sources", &Row::sources},
        {"stale", &Row::stale},
        {"oldest", &Row::oldest},
        {"newest", &Row::newest},
        {"reading", &Row::reading},
    };
}

std::vector<Column<Gap>> gap_columns() {
    std::vector<Column<Gap>> columns = finding_columns<Gap>();
    const std::vector<Column<Gap>> more = {
        {"cause", &Gap::cause},       {"remedy", &Gap::remedy},
        {"effort", &Gap::effort},     {"effort_days", &Gap::effort_days},
        {"training", &Gap::training}, {"after", &Gap::after},
        {"blocks", &Gap::blocks},
    };
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

std::vector<Column<Missing>> missing_columns() {
    return {
        {"requirement", &Missing::requirement},
        {"place", &Missing::place, Text::place},
        {"entity", &Missing::entity},
        {"field", &Missing::field},
        {"why", &Missing::why},
        {"question", &Missing::question},
        {"settles_alone", &Missing::settles_alone},
        {"may_be_gap", &Missing::may_be_gap},
        {"note", &Missing::note},
        {"subject", &Missing::subject},
        {"part", &Missing::part},
        {"value", &Missing::value},
    };
}

std::vector<Column<Evidence>> evidence_columns() {
    return {
        {"requirement", &Evidence::requirement},
        {"place", &Evidence::place, Text::place},
        {"value", &Evidence::value},
        {"used_as", &Evidence::used_as},
        {"document", &Evidence::document},
        {"page", &Evidence::page},
        {"who", &Evidence::who},
        {"dated", &Evidence::dated},
        {"kind", &Evidence::kind},
        {"read", &Evidence::read},
        {"guessed", &Evidence::guessed},
        {"defaulted", &Evidence::defaulted},
        {"subject", &Evidence::subject},
        {"part", &Evidence::part},
        {"fact_as_of", &Evidence::fact_as_of},
    };
}

std::vector<Column<Note>> note_columns() {
    return {
        {"code", &Note::code},       {"place", &Note::place, Text::place},
        {"pointer", &Note::pointer}, {"line", &Note::line},
        {"column", &Note::column},   {"message", &Note::message},
        {"help", &Note::help},       {"severity", &Note::severity},
    };
}

/// A remark is about the plan, and of no requirement.
std::vector<Column<Note>> report_note_columns() {
    std::vector<Column<Note>> columns = note_columns();
    columns.insert(columns.begin(), Column<Note>::same("requirement", std::string()));
    return columns;
}

std::vector<Column<Question>> question_columns() {
    return {
        {"rank", &Question::rank},
        {"question", &Question::question},
        {"places", &Question::places},
        {"fields", &Question::fields},
        {"themes", &Question::themes},
        {"settles", &Question::settles},
        {"settles_with_above", &Question::settles_with_above},
        {"may_show_gaps", &Question::may_show_gaps},
        {"subjects", &Question::subjects},
        {"choices", &Question::choices},
        {"requirements", &Question::requirements},
        {"asks", &Question::asks},
    };
}

std::vector<Column<StepProgress>> progress_columns() {
    return {
        {"requirement", &StepProgress::requirement},
        {"subject", &StepProgress::subject},
        {"step", &StepProgress::step},
        {"label", &StepProgress::label},
        {"state", &StepProgress::state},
        {"began", &StepProgress::began},
        {"ended", &StepProgress::ended},
        {"begins_from", &StepProgress::begins_from},
        {"begins_by", &StepProgress::begins_by},
        {"ends_from", &StepProgress::ends_from},
        {"ends_by", &StepProgress::ends_by},
        {"by", &StepProgress::by},
        {"agencies", &StepProgress::agencies},
        {"waits_for", &StepProgress::waits_for},
        {"broken", &StepProgress::broken},
        {"places", &StepProgress::places},
    };
}

template <typename Row>
Table table_of(std::string name, std::vector<Column<Row>> columns, const std::vector<Row>& rows) {
    Filling<Row> table(std::move(name), std::move(columns));
    for (const Row& row : rows) table.add(row);
    return table.done();
}

}  // namespace

bool is_of_findings(std::string_view name) {
    return name == "findings" || name == "parts" || name == "gaps" || name == "missing" || name == "evidence";
}

std::optional<Table> table_of(const View& view, std::string_view name) {
    return table_of(view, name, each_of(view), 0);
}

std::optional<Table> table_of(const View& view, std::string_view name, const EachFinding& each,
                              std::size_t finding_count) {
    /// `add_rows` of each finding.
    const auto of_findings = [&]<typename Row>(std::vector<Column<Row>> columns, const auto& add_rows) {
        Filling<Row> table(std::string(name), after_common(view, std::move(columns)));
        if (name == "findings") table.reserve(finding_count);
        each([&](const RequirementView& requirement, const FindingView& finding) {
            add_rows(table, requirement, finding);
        });
        return table.done();
    };
    const auto of_rows = [&]<typename Row>(std::vector<Column<Row>> columns, const std::vector<Row>& rows) {
        return table_of(std::string(name), after_common(view, std::move(columns)), rows);
    };
    if (name == "findings")
        return of_findings(finding_columns<Finding>(),
                           [](auto& table, const auto&, const FindingView& finding) { table.add(finding.row); });
    if (name == "parts")
        return of_findings(finding_columns<Finding>(),
                           [&](auto& table, const RequirementView& requirement, const FindingView& finding) {
                               for (const Finding& row : parts_of(requirement.information, finding, view.language))
                                   table.add(row);
                           });
    if (name == "gaps") {
        const std::vector<std::int32_t> blocks = blocked_by(view);
        return of_findings(
            gap_columns(), [&](auto& table, const RequirementView& requirement, const FindingView& finding) {
                if (finding.row.is_gap)
                    table.add(gap_of(requirement, finding,
                                     blocks[static_cast<std::size_t>(&requirement - view.requirements.data())]));
            });
    }
    if (name == "missing")
        return of_findings(missing_columns(), [](auto& table, const auto&, const FindingView& finding) {
            for (const CellView& cell : finding.cells)
                for (const MissingView& missing : cell.missing) table.add(missing.row);
        });
    if (name == "evidence")
        return of_findings(evidence_columns(), [](auto& table, const auto&, const FindingView& finding) {
            for (const CellView& cell : finding.cells)
                for (const Evidence& used : cell.used) table.add(used);
        });
    if (name == "progress") return of_rows(progress_columns(), view.progress);
    if (name == "notes") return of_rows(report_note_columns(), view.notes);
    if (name == "questions") return of_rows(question_columns(), questions_of(view));
    return std::nullopt;
}

Table table_of_rows(const View& view, bool parts, const assess::Assessment& assessment,
                    const std::vector<RequirementInfo>& requirements) {
    Filling<Finding> table(parts ? "parts" : "findings", after_common(view, finding_columns<Finding>()));
    table.reserve(assessment.findings().size());
    each_row(assessment, view.language, requirements, [&](const RequirementInfo& requirement, FindingView&& finding) {
        if (!parts) table.add(finding.row);
        else
            for (const Finding& row : parts_of(requirement, finding, view.language)) table.add(row);
    });
    return table.done();
}

Table table_of(const std::vector<Note>& notes) { return table_of("notes", note_columns(), notes); }

}  // namespace brecha::report
