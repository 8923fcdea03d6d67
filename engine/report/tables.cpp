#include "report/tables.hpp"

#include "model/values.hpp"
#include "report/findings.hpp"
#include "report/questions.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace brecha::report {

namespace {

using Type = Table::Type;
using Words = std::vector<std::string>;

const Words verdicts = {"met", "partly_met", "not_met", "unknown", "not_applicable"};
const Words modalities = {"shall", "should", "may"};
const Words standings = {"law", "treaty", "standard", "guidance", "programme", "practice"};
const Words reasons = {"holds", "vacuous", "contradicted", "silent", "when_unknown", "when_no", "no_subjects", "not_owed", "not_yet_due"};
const Words whys = {"not_stated", "may_be_more", "not_known", "withheld", "claimed_not_applicable", "disputed", "imprecise", "invalid", "ambiguous"};
const Words uses = {"holds", "fails", "context"};
const Words kinds = {"document", "survey", "visit", "press", "expert"};
const Words readings_of_plan = {"whole", "part"};
const Words readings_of_source = {"full", "heading", "unverified", "proposal"};
const Words severities = {"error", "warning", "note"};

/// Fills a table row by row of `Row`; columns come in the order they are asked for.
template <typename Row>
class Columns {
public:
    Columns(Table& table, const std::vector<Row>& rows) : table_(table), rows_(rows) { table.rows = rows.size(); }

    /// Empty text is null.
    template <typename Get>
    void text(const char* name, Get get) {
        Table::Column& column = add(name, Type::text);
        for (const Row& row : rows_) {
            column.text.emplace_back(get(row));
            column.valid.push_back(!column.text.back().empty());
        }
    }
    /// Text that may be null, and where empty is a value (the place of the plan itself).
    template <typename Get>
    void optional_text(const char* name, Get get) {
        Table::Column& column = add(name, Type::text);
        for (const Row& row : rows_) {
            const std::optional<std::string> value = get(row);
            column.valid.push_back(value.has_value());
            column.text.push_back(value.value_or(""));
        }
    }
    template <typename Get>
    void category(const char* name, const Words& categories, Get get) {
        text(name, get);
        table_.columns.back().type = Type::category;
        table_.columns.back().categories = categories;
    }
    template <typename Get>
    void boolean(const char* name, Get get) {
        Table::Column& column = add(name, Type::boolean);
        for (const Row& row : rows_) column.boolean.push_back(get(row) ? 1 : 0);
        column.valid.assign(rows_.size(), true);
    }
    template <typename Get>
    void int32(const char* name, Get get) {
        Table::Column& column = add(name, Type::int32);
        for (const Row& row : rows_) column.int32.push_back(get(row));
        column.valid.assign(rows_.size(), true);
    }
    /// Line and column numbers: 0 is null.
    template <typename Get>
    void position(const char* name, Get get) {
        Table::Column& column = add(name, Type::int32);
        for (const Row& row : rows_) {
            column.int32.push_back(static_cast<std::int32_t>(get(row)));
            column.valid.push_back(column.int32.back() != 0);
        }
    }
    template <typename Get>
    void float64(const char* name, Get get) {
        Table::Column& column = add(name, Type::float64);
        for (const Row& row : rows_) {
            const std::optional<double> value = get(row);
            column.valid.push_back(value.has_value());
            column.float64.push_back(value.value_or(0.0));
        }
    }
    template <typename Get>
    void date(const char* name, Get get) {
        Table::Column& column = add(name, Type::date);
        for (const Row& row : rows_) {
            const std::optional<Date> value = get(row);
            column.valid.push_back(value.has_value());
            column.int32.push_back(value ? static_cast<std::int32_t>(model::day_of({value->year, value->month, value->day})) : 0);
        }
    }
    template <typename Get>
    void texts(const char* name, Get get) {
        Table::Column& column = add(name, Type::texts);
        for (const Row& row : rows_) column.texts.push_back(get(row));
        column.valid.assign(rows_.size(), true);
    }

private:
    Table::Column& add(const char* name, Type type) {
        Table::Column& column = table_.columns.emplace_back();
        column.name = name;
        column.type = type;
        column.valid.reserve(rows_.size());
        return column;
    }

    Table& table_;
    const std::vector<Row>& rows_;
};

/// What every table begins with: which assessment, of which plan, as of when.
template <typename Row>
void add_common(Columns<Row>& columns, const View& view) {
    const auto as_of = date_from_text(view.as_of);
    columns.text("assessment", [&](const Row&) -> const std::string& { return view.hash; });
    columns.text("plan", [&](const Row&) -> const std::string& { return view.plan_name; });
    columns.date("as_of", [&](const Row&) { return as_of; });
}

template <typename Row>
void add_finding(Columns<Row>& columns, const View& view) {
    add_common(columns, view);
    columns.text("requirement", [](const Row& row) { return row.requirement; });
    columns.text("part", [](const Row& row) { return row.part; });
    columns.text("title", [](const Row& row) { return row.title; });
    columns.category("theme", {}, [](const Row& row) { return row.theme; });
    columns.category("modality", modalities, [](const Row& row) { return row.modality; });
    columns.category("standing", standings, [](const Row& row) { return row.standing; });
    columns.category("origin", {}, [](const Row& row) { return row.origin; });
    columns.optional_text("subject", [](const Row& row) { return row.subject; });
    columns.category("verdict", verdicts, [](const Row& row) { return row.verdict; });
    columns.boolean("is_gap", [](const Row& row) { return row.is_gap; });
    columns.boolean("may_be_gap", [](const Row& row) { return row.may_be_gap; });
    columns.category("reason", reasons, [](const Row& row) { return row.reason; });
    columns.int32("holds", [](const Row& row) { return row.holds; });
    columns.int32("fails", [](const Row& row) { return row.fails; });
    columns.int32("unknown", [](const Row& row) { return row.unknown; });
    columns.boolean("guessed", [](const Row& row) { return row.guessed; });
    columns.boolean("defaulted", [](const Row& row) { return row.defaulted; });
    columns.date("waived_until", [](const Row& row) { return row.waived_until; });
    columns.text("waiver_reason", [](const Row& row) { return row.waiver_reason; });
    columns.text("message", [](const Row& row) { return row.message; });
    columns.text("source", [](const Row& row) { return row.source; });
    columns.text("clause", [](const Row& row) { return row.clause; });
    columns.texts("sources", [](const Row& row) { return row.sources; });
    columns.boolean("stale", [](const Row& row) { return row.stale; });
    columns.category("reading", readings_of_source, [](const Row& row) { return row.reading; });
}

Table findings_table(const View& view, bool parts) {
    Table table;
    const auto rows = findings_of(view, parts);
    Columns columns(table, rows);
    add_finding(columns, view);
    return table;
}

Table gaps_table(const View& view) {
    Table table;
    const auto rows = gaps_of(view);
    Columns columns(table, rows);
    add_finding(columns, view);
    columns.text("cause", [](const Gap& row) { return row.cause; });
    columns.text("remedy", [](const Gap& row) { return row.remedy; });
    columns.text("effort", [](const Gap& row) { return row.effort; });
    columns.float64("effort_days", [](const Gap& row) { return row.effort_days; });
    columns.text("training", [](const Gap& row) { return row.training; });
    columns.texts("after", [](const Gap& row) { return row.after; });
    columns.int32("blocks", [](const Gap& row) { return row.blocks; });
    return table;
}

Table missing_table(const View& view) {
    Table table;
    const auto rows = missing_rows_of(view);
    Columns columns(table, rows);
    add_common(columns, view);
    columns.text("requirement", [](const Missing& row) { return row.requirement; });
    columns.optional_text("place", [](const Missing& row) { return std::optional(row.place); });
    columns.text("entity", [](const Missing& row) { return row.entity; });
    columns.text("field", [](const Missing& row) { return row.field; });
    columns.category("why", whys, [](const Missing& row) { return row.why; });
    columns.text("question", [](const Missing& row) { return row.question; });
    columns.boolean("settles_alone", [](const Missing& row) { return row.settles_alone; });
    columns.boolean("may_be_gap", [](const Missing& row) { return row.may_be_gap; });
    columns.text("note", [](const Missing& row) { return row.note; });
    columns.optional_text("subject", [](const Missing& row) { return row.subject; });
    columns.text("part", [](const Missing& row) { return row.part; });
    return table;
}

Table evidence_table(const View& view) {
    Table table;
    const auto rows = evidence_of(view);
    Columns columns(table, rows);
    add_common(columns, view);
    columns.text("requirement", [](const Evidence& row) { return row.requirement; });
    columns.optional_text("place", [](const Evidence& row) { return std::optional(row.place); });
    columns.text("value", [](const Evidence& row) { return row.value; });
    columns.category("used_as", uses, [](const Evidence& row) { return row.used_as; });
    columns.text("document", [](const Evidence& row) { return row.document; });
    columns.text("page", [](const Evidence& row) { return row.page; });
    columns.text("who", [](const Evidence& row) { return row.who; });
    columns.date("dated", [](const Evidence& row) { return row.dated; });
    columns.category("kind", kinds, [](const Evidence& row) { return row.kind; });
    columns.category("read", readings_of_plan, [](const Evidence& row) { return row.read; });
    columns.boolean("guessed", [](const Evidence& row) { return row.guessed; });
    columns.boolean("defaulted", [](const Evidence& row) { return row.defaulted; });
    columns.optional_text("subject", [](const Evidence& row) { return row.subject; });
    columns.text("part", [](const Evidence& row) { return row.part; });
    return table;
}

Table notes_table(const View& view) {
    Table table;
    const auto rows = notes_of(view);
    Columns columns(table, rows);
    add_common(columns, view);
    columns.text("requirement", [](const Note&) { return std::string(); });  // a remark is about the plan: always null
    columns.text("code", [](const Note& row) { return row.code; });
    columns.optional_text("place", [](const Note& row) { return std::optional(row.place); });
    columns.text("pointer", [](const Note& row) { return row.pointer; });
    columns.position("line", [](const Note& row) { return row.line; });
    columns.position("column", [](const Note& row) { return row.column; });
    columns.text("message", [](const Note& row) { return row.message; });
    columns.text("help", [](const Note& row) { return row.help; });
    columns.category("severity", severities, [](const Note& row) { return row.severity; });
    return table;
}

Table questions_table(const View& view) {
    Table table;
    const auto rows = questions_of(view);
    Columns columns(table, rows);
    add_common(columns, view);
    columns.int32("rank", [](const Question& row) { return row.rank; });
    columns.text("question", [](const Question& row) { return row.question; });
    columns.texts("places", [](const Question& row) { return row.places; });
    columns.texts("fields", [](const Question& row) { return row.fields; });
    columns.texts("themes", [](const Question& row) { return row.themes; });
    columns.int32("settles", [](const Question& row) { return row.settles; });
    columns.int32("settles_with_above", [](const Question& row) { return row.settles_with_above; });
    columns.int32("may_show_gaps", [](const Question& row) { return row.may_show_gaps; });
    columns.texts("subjects", [](const Question& row) { return row.subjects; });
    columns.texts("choices", [](const Question& row) { return row.choices; });
    columns.texts("requirements", [](const Question& row) { return row.requirements; });
    return table;
}

}  // namespace

std::optional<Table> table_of(const View& view, std::string_view name) {
    std::optional<Table> table;
    if (name == "findings") table = findings_table(view, false);
    else if (name == "parts") table = findings_table(view, true);
    else if (name == "gaps") table = gaps_table(view);
    else if (name == "missing") table = missing_table(view);
    else if (name == "evidence") table = evidence_table(view);
    else if (name == "notes") table = notes_table(view);
    else if (name == "questions") table = questions_table(view);
    if (table) table->name = std::string(name);
    return table;
}

}  // namespace brecha::report
