#include "report/tables.hpp"

#include "report/columns.hpp"
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
std::vector<const Row*> pointers_to(const std::vector<Row>& rows) {
    std::vector<const Row*> pointers;
    pointers.reserve(rows.size());
    for (const Row& row : rows) pointers.push_back(&row);
    return pointers;
}

}  // namespace

std::optional<Table> table_of(const View& view, std::string_view name) {
    const auto made = [&]<typename Row>(std::vector<Column<Row>> columns, const std::vector<const Row*>& rows) {
        return table_of(std::string(name), after_common(view, std::move(columns)), rows);
    };
    if (name == "findings") return made(finding_columns<Finding>(), findings_of(view));
    if (name == "missing") return made(missing_columns(), missing_rows_of(view));
    if (name == "evidence") return made(evidence_columns(), evidence_of(view));
    if (name == "progress") return made(progress_columns(), pointers_to(view.progress));
    if (name == "notes") return made(report_note_columns(), pointers_to(view.notes));
    if (name == "parts") {
        const std::vector<Finding> rows = parts_of(view);
        return made(finding_columns<Finding>(), pointers_to(rows));
    }
    if (name == "gaps") {
        const std::vector<Gap> rows = gaps_of(view);
        return made(gap_columns(), pointers_to(rows));
    }
    if (name == "questions") {
        const std::vector<Question> rows = questions_of(view);
        return made(question_columns(), pointers_to(rows));
    }
    return std::nullopt;
}

Table table_of(const std::vector<Note>& notes) { return table_of("notes", note_columns(), pointers_to(notes)); }

}  // namespace brecha::report
