// PlanTable: plans that are rows of a table of Arrow, and their verdicts, a block of rows at a time.
#include "api/asked.hpp"
#include "api/diagnostics.hpp"
#include "api/plan_tree.hpp"
#include "api/refused_plans.hpp"
#include "api/state.hpp"
#include "api/verdict_forms.hpp"

#include "assess/run.hpp"
#include "messages/catalogue/host.hpp"
#include "messages/catalogue/plans.hpp"
#include "reading/arrow/cells.hpp"
#include "reading/arrow/row_tree.hpp"

#include <brecha/arrow.h>

#include <algorithm>
#include <cassert>
#include <span>

namespace brecha {

namespace say = messages::catalogue::plans;
namespace arrow = reading::arrow;

/// A struct of Arrow's, given back in the end.
template <typename Owned>
struct ArrowOwner {
    Owned it{};
    ArrowOwner() = default;
    ArrowOwner(const ArrowOwner&) = delete;
    ArrowOwner& operator=(const ArrowOwner&) = delete;
    ~ArrowOwner() {
        if (it.release != nullptr) it.release(&it);
    }
};

struct PlanTable::State {
    explicit State(Ruleset of) : rules(std::move(of)) {}

    Ruleset rules;
    TableOptions options;
    ArrowOwner<ArrowSchema> schema;
    std::deque<ArrowOwner<ArrowArray>> chunks;
    std::vector<std::size_t> begins;  // the first row of each
    std::size_t rows = 0;
    arrow::Columns columns;

    const plans::Schema& plan_schema() const { return *rules.state().schema; }
    std::uint32_t root() const { return plan_schema().ruleset->vocabulary.root; }
    arrow::Array chunk(std::size_t index) const { return {&schema.it, &chunks[index].it}; }
    std::pair<std::size_t, std::int64_t> place_of(std::size_t row) const {
        const auto chunk =
            static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), row) - begins.begin()) - 1;
        return {chunk, static_cast<std::int64_t>(row - begins[chunk])};
    }
    reading::SpelledPlan tree(std::size_t row) const {
        const auto [index, in_chunk] = place_of(row);
        return arrow::row_tree(columns, chunk(index), in_chunk, *plan_schema().index, root());
    }
    std::string name(std::size_t row) const;
};

std::string PlanTable::State::name(std::size_t row) const {
    if (columns.name) {
        const auto [index, in_chunk] = place_of(row);
        const arrow::Array table = chunk(index);
        if (const auto name = arrow::shown_cell(table.child(*columns.name), table.member_row(in_chunk))) return *name;
    }
    return "row " + std::to_string(row);
}

std::size_t PlanTable::size() const { return state_->rows; }
std::string PlanTable::name(std::size_t row) const {
    assert(row < size());
    return state_->name(row);
}

std::vector<LeftOutColumn> PlanTable::left_out() const {
    std::vector<LeftOutColumn> columns;
    for (const arrow::LeftOut& column : state_->columns.left_out)
        columns.push_back(
            {column.place, state_->plan_schema().index->entities[column.entity].entity->name, column.type});
    return columns;
}

namespace {

messages::Message words_of_kind(arrow::Kind kind) {
    switch (kind) {
        case arrow::Kind::truth: return say::has_truths;
        case arrow::Kind::integer:
        case arrow::Kind::floating:
        case arrow::Kind::decimal: return say::has_numbers;
        case arrow::Kind::date: return say::has_dates;
        case arrow::Kind::moment: return say::has_moments;
        case arrow::Kind::duration: return say::has_durations;
        case arrow::Kind::list:
        case arrow::Kind::list_view:
        case arrow::Kind::fixed_list: return say::has_lists;
        case arrow::Kind::object:
        case arrow::Kind::map: return say::has_objects;
        default: return say::has_texts;
    }
}

}  // namespace

std::vector<Note> PlanTable::notes(Language language) const {
    std::vector<Note> notes;
    for (const arrow::LeftOut& column : state_->columns.left_out) {
        const plans::PlanEntity& entity = state_->plan_schema().index->entities[column.entity];
        messages::Message message(say::unknown_field.message, {plans::in_quotes(column.name)}),
            help = plans::did_you_mean(column.name, entity.names);
        if (!column.type.empty())
            message = messages::Message(say::unreadable_column.message,
                                        {plans::in_quotes(column.name), plans::in_quotes(column.type)});
        else if (help.empty())
            help =
                messages::Message(say::entity_has, {plans::entity_name(*entity.entity), plans::listed(entity.names)});
        Note& note = notes.emplace_back();
        note.code = say::unknown_field.code;
        note.place = column.place;
        note.message = message.in(language.tag());
        note.help = help.in(language.tag());
    }
    for (const arrow::Misfit& column : state_->columns.misfits) {
        const plans::Schema& schema = state_->plan_schema();
        const plans::PlanEntity& entity = schema.index->entities[column.entity];
        const plans::PlanField& field = entity.fields[column.field];
        const messages::Message message(
            column.in_list ? say::elements_not_wanted.message : say::column_not_wanted.message,
            {words_of_kind(column.has),
             plans::wanted(schema.ruleset->vocabulary, entity, field, field.list && !column.in_list)});
        Note& note = notes.emplace_back();
        note.code = say::column_not_wanted.code;
        note.place = column.place;
        note.message = message.in(language.tag());
    }
    return notes;
}

PlanTree PlanTable::tree(std::size_t row) const {
    assert(row < size());
    PlanTree tree;
    tree.state().spelled = state_->tree(row);
    return tree;
}

Outcome<PlanTable> Ruleset::read_table(ArrowArrayStream& stream, const TableOptions& options) const {
    struct Released {
        ArrowArrayStream& stream;
        ~Released() {
            if (stream.release != nullptr) stream.release(&stream);
        }
    } released{stream};
    const auto broken = [](const std::string& what) {
        return std::vector{plain_diagnostic(say::broken_table, {messages::Message::same(what)})};
    };
    const auto failed = [&] {
        const char* why = stream.get_last_error(&stream);
        return broken(why == nullptr || *why == '\0' ? "the stream failed" : why);
    };
    if (const auto wrong = unknown_reading(options.read)) return std::vector{*wrong};
    if (stream.release == nullptr) return broken("the stream was released before");

    auto state = std::make_shared<PlanTable::State>(*this);
    state->options = options;
    if (stream.get_schema(&stream, &state->schema.it) != 0) return failed();
    const ArrowSchema& schema = state->schema.it;
    if (const std::string what = arrow::broken(schema); !what.empty()) return broken(what);
    if (arrow::type_of(schema).kind != arrow::Kind::object) return broken("it has no columns");
    state->columns = arrow::columns_of(schema, *state->plan_schema().index, state->root(), options.name_column);
    if (options.name_column && !state->columns.name)
        return std::vector{plain_diagnostic(say::no_name_column, {plans::in_quotes(*options.name_column)})};
    for (;;) {
        ArrowOwner<ArrowArray>& chunk = state->chunks.emplace_back();
        if (stream.get_next(&stream, &chunk.it) != 0) return failed();
        if (chunk.it.release == nullptr) break;
        if (const std::string what = arrow::broken(schema, chunk.it); !what.empty()) return broken(what);
        state->begins.push_back(state->rows);
        state->rows += static_cast<std::size_t>(chunk.it.length);
    }
    state->chunks.pop_back();
    return PlanTable(std::move(state));
}

namespace {

/// Rows that go through reading and evaluation together: their columns stay in the processor's cache.
constexpr std::size_t block_rows = 8'192;

HowRead how_read(const std::string& read) {
    return read == "whole" ? HowRead::whole : read == "part" ? HowRead::part : HowRead::unmarked;
}

/// Of a row that could not be read.
void no_verdicts(TableVerdicts&, std::size_t) {}
void no_verdicts(TableVerdictPlanes& verdicts, std::size_t row) {
    constexpr unsigned all_bits = 7;
    for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement)
        put(verdicts, row, requirement, all_bits);
}

/// The verdicts of a table, block by block, in one form or the other (verdict_forms.hpp).
template <typename Form>
class TableRun {
public:
    TableRun(const Ruleset& rules, const PlanTable::State& table, const assess::RunOptions& options)
        : rules_(rules), table_(table), options_(options), program_(rules.state().program_for_verdicts()) {
        verdicts_.requirements = rules.state().requirement_ids();
        verdicts_.plans = table.rows;
        lay_out(verdicts_);
    }

    Form run() {
        for (std::size_t index = 0; index < table_.chunks.size(); ++index) {
            const auto rows = static_cast<std::size_t>(table_.chunks[index].it.length);
            for (std::size_t first = 0; first < rows; first += block_rows)
                block(index, first, std::min(block_rows, rows - first));
        }
        return std::move(verdicts_);
    }

private:
    const Ruleset& rules_;
    const PlanTable::State& table_;
    const assess::RunOptions& options_;
    std::shared_ptr<const program::Program> program_;
    Form verdicts_;

    void block(std::size_t chunk, std::size_t first, std::size_t count) {
        const std::size_t begin = table_.begins[chunk] + first;
        std::vector<std::size_t> odd;
        if (table_.columns.twice) {
            for (std::size_t row = 0; row < count; ++row) odd.push_back(begin + row);
            return from_trees(odd);
        }
        const arrow::Straight straight =
            arrow::read_straight(rules_.state().schema, table_.columns, table_.chunk(chunk),
                                 static_cast<std::int64_t>(first), count, how_read(table_.options.read));
        for (std::size_t row = 0; row < count; ++row)
            if (plans::bit(straight.odd, row)) odd.push_back(begin + row);
        if (odd.size() < count) assess::write_verdicts(program_, straight.plans, options_, from(verdicts_, begin));
        if (!odd.empty()) from_trees(odd);
    }

    void from_trees(const std::vector<std::size_t>& rows) {
        std::vector<reading::SpelledPlan> trees;
        std::vector<reading::PlanSource> sources(rows.size());
        trees.reserve(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            sources[i].tree = &trees.emplace_back(table_.tree(rows[i]));
            sources[i].name = table_.name(rows[i]);
            sources[i].read = table_.options.read;
        }
        const reading::ReadPlans read = reading::read_plans(rules_.state().schema, sources);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (!read.refused[i].empty()) {
                verdicts_.refused.emplace_back(rows[i], refused_tree(*sources[i].tree, read.refused[i]));
                no_verdicts(verdicts_, rows[i]);
            }
        if (read.accepted.empty()) return;
        Verdicts found;
        found.plans = read.accepted.size();
        found.requirements = verdicts_.requirements;
        lay_out(found);
        assess::write_verdicts(program_, read.plans, options_, from(found, 0));
        for (std::size_t requirement = 0; requirement < found.requirements.size(); ++requirement)
            for (std::size_t i = 0; i < found.plans; ++i)
                put(verdicts_, rows[read.accepted[i]], requirement, found.at(i, requirement));
    }
};

template <typename Form>
Outcome<Form> asked_as(const Ruleset& rules, const PlanTable& plans, const AssessOptions& options) {
    const Asked asked = asked_of(*rules.state().model, options);
    if (!asked.wrong.empty()) return asked.wrong;
    if (&plans.state().rules.state() != &rules.state())
        return std::vector{plain_diagnostic(messages::catalogue::read_for_another,
                                            {"table", plans.state().rules.state().model->name})};
    limits::Watch watch(allowed_by(options.limits));
    try {
        return TableRun<Form>(rules, plans.state(), asked.run).run();
    } catch (const limits::Reached& reached) { return said_of(reached); }
}

}  // namespace

Outcome<TableVerdicts> Ruleset::verdicts(const PlanTable& plans, const AssessOptions& options) const {
    return asked_as<TableVerdicts>(*this, plans, options);
}
Outcome<TableVerdictPlanes> Ruleset::verdict_planes(const PlanTable& plans, const AssessOptions& options) const {
    return asked_as<TableVerdictPlanes>(*this, plans, options);
}

}  // namespace brecha
