// One instruction after the other, each over all rows of its frame.
#include "assess/procedures.hpp"
#include "assess/run_state.hpp"
#include "assess/sources.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"
#include "kernels/compare.hpp"
#include "kernels/functions.hpp"
#include "kernels/lists.hpp"
#include "kernels/logic.hpp"
#include "kernels/quantified.hpp"
#include "kernels/rows.hpp"

#include "messages/catalogue/assessing.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>

namespace brecha::assess {

using kernels::Opened;
using plans::Column;
using program::Instruction;
using program::Opcode;

namespace {

kernels::Form form_of(const model::Type& type) {
    switch (type.kind) {
        case model::TypeKind::number: return kernels::Form::number;
        case model::TypeKind::percent: return kernels::Form::percent;
        case model::TypeKind::date: return kernels::Form::date;
        case model::TypeKind::moment: return kernels::Form::moment;
        case model::TypeKind::duration: return kernels::Form::duration;
        default: return kernels::Form::other;
    }
}

kernels::Order order_of(const model::Type& type) { return kernels::order_of(form_of(type)); }

/// Of types whose values have bounds.
std::optional<kernels::Order> order_of_bounds(const model::Type& type) {
    switch (type.kind) {
        case model::TypeKind::number:
        case model::TypeKind::percent:
        case model::TypeKind::date:
        case model::TypeKind::moment:
        case model::TypeKind::duration: return order_of(type);
        default: return std::nullopt;
    }
}

class Executor {
public:
    explicit Executor(Run& run) : run_(run), arena_(run.arena) {}

    void execute(const program::Schedule& schedule) {
        for (const std::int32_t id : schedule.first) execute(id);
        const std::vector<plans::FieldColumn>& fields = run_.plans->table(schedule.root).fields;
        const bool all_count = run_.outdated.empty();
        for (const auto [id, field] : schedule.loads) {
            const Column& values =
                all_count ? fields[static_cast<std::size_t>(field)].values : run_.field(run_.instruction(id)).values;
            if (kernels::stands_as_loaded(values, run_.plans->count)) run_.columns.set(id, &values);
            else execute(id);
        }
        for (const std::int32_t id : schedule.others) execute(id);
    }

    /// Throws limits::Reached, which names the rule.
    void execute(std::int32_t id) {
        const Instruction& made = run_.instruction(id);
        try {
            if (made.opens >= 0) open(made, id);
            else if (made.opcode == Opcode::procedure) write_parts(run_, id);
            else if (made.opcode == Opcode::procedure_part) return;
            else if (made.is_list()) run_.lists[id] = seen(made);
            // The columns of an opened list were written with it.
            else if (made.opcode != Opcode::elements && made.opcode != Opcode::presence) make(made, id);
        } catch (limits::Reached& reached) {
            tell_rule_of(reached, id);
            throw;
        }
    }

private:
    Run& run_;
    kernels::Arena& arena_;
    std::size_t greatest_row_count_ = 0;  // of the frame that is being opened

    // --- what kernels take

    std::size_t rows(const Instruction& made) const { return run_.frames[made.frame].rows; }
    std::size_t limit() const { return greatest_row_count_; }
    model::DateRules date_rules() const { return run_.ruleset().date_rules(); }
    const Column& of(std::int32_t id) const { return run_.columns[id]; }
    const Column* if_any(std::int32_t id) const { return id < 0 ? nullptr : &run_.columns[id]; }
    const model::Type& type(std::int32_t id) const { return run_.instruction(id).type; }
    kernels::Operand operand(std::int32_t id) const { return {of(id), form_of(type(id))}; }
    std::vector<const Column*> inputs(const Instruction& made) const {
        std::vector<const Column*> result;
        for (const std::int32_t id : made.inputs) result.push_back(&run_.columns[id]);
        return result;
    }
    std::vector<kernels::Operand> operands(const Instruction& made) const {
        std::vector<kernels::Operand> result;
        for (const std::int32_t id : made.inputs) result.push_back(operand(id));
        return result;
    }
    kernels::ListInput list(std::int32_t id) const {
        const Instruction& made = run_.instruction(id);
        return {run_.lists[id], of(made.elements), of(made.presence)};
    }
    kernels::Group group(const Instruction& made) const {
        const auto [list, in, body, wanted] = made.as<program::Closing>();
        return {run_.lists[list], of(in), if_any(body), made.has_condition, if_any(wanted)};
    }
    kernels::Texts texts(std::int32_t id) const {
        return {of(id), [this, id](std::int64_t text) { return words_of_text(run_, id, text); }};
    }
    /// For each row of the instruction's frame, the row of the frame of its first input that it lies in.
    std::vector<std::uint32_t> outer_rows(const Instruction& made) const {
        std::vector<std::uint32_t> result(rows(made));
        for (const std::size_t row : limits::Rows(result.size()))
            result[row] =
                run_.outer_row(made.frame, static_cast<std::uint32_t>(row), run_.instruction(made.first()).frame);
        return result;
    }

    /// Rows of the instruction where what it reads belongs to elements that are not given.
    plans::Words rows_not_given(const Instruction& made, std::int32_t read) const {
        while (run_.instruction(read).opcode == Opcode::expand || run_.instruction(read).opcode == Opcode::spread)
            read = run_.instruction(read).first();
        const std::int32_t frame = run_.instruction(read).frame;
        const plans::Words outer = run_.frames[frame].not_given;
        if (frame == made.frame || outer.empty()) return outer;
        const plans::Words result = arena_.bits(rows(made));
        for (const std::size_t row : limits::Rows(rows(made)))
            if (plans::bit(outer, run_.outer_row(made.frame, static_cast<std::uint32_t>(row), frame)))
                plans::set_bit(result, row);
        return result;
    }

    void make(const Instruction& made, std::int32_t id) {
        if (made.column != nullptr) return run_.columns.set(id, made.column);
        if (made.opcode == Opcode::load)  // what is loaded for all rows of a table is the table's own column
            if (const Column& values = run_.field(made).values;
                kernels::loads_all(of(made.first()), values, rows(made)))
                return run_.columns.set(id, &values);
        run_.keep_made(id, [&] { return column(made); });
    }

    // --- an instruction, by its opcode

    Column column(const Instruction& made) {
        switch (made.opcode) {
            case Opcode::constant: return constant_text(run_, made);
            case Opcode::missing_constant: return missing(run_, made.type);
            case Opcode::parameter: return parameter(run_, made);
            case Opcode::in_force: return in_force(run_, made);
            case Opcode::assessment_date: return integer(run_, run_.options.as_of);
            case Opcode::plan_item: return plan_items(made);
            case Opcode::load: return kernels::load(arena_, of(made.first()), run_.field(made).values, rows(made));
            case Opcode::expand: return kernels::gather(arena_, of(made.first()), outer_rows(made));
            case Opcode::judged: return judged(run_, made);
            case Opcode::verdict_met:
            case Opcode::verdict_applies: return verdict(run_, made);
            case Opcode::table_row: return table_row(made);
            case Opcode::element: return element(made);
            case Opcode::not_: return kernels::negation(arena_, of(made.first()), rows(made));
            case Opcode::and_: return kernels::conjunction(arena_, inputs(made), rows(made));
            case Opcode::or_: return kernels::disjunction(arena_, inputs(made), rows(made));
            case Opcode::owed_if: {
                const auto [condition, then] = made.as<program::Condition>();
                return kernels::owed_if(arena_, of(condition), of(then), rows(made));
            }
            case Opcode::choose: {
                const auto [condition, yes, no] = made.as<program::Choice>();
                if (of(yes).storage == plans::Storage::truth)
                    return kernels::choose_truth(arena_, of(condition), of(yes), of(no), rows(made));
                return kernels::choose(arena_, of(condition), of(yes), of(no), order_of_bounds(made.type), rows(made));
            }
            case Opcode::given: return kernels::given(arena_, of(made.first()), rows(made));
            case Opcode::given_list: {
                const auto input = list(made.first());
                return kernels::given_list(arena_, input.list, input.presence);
            }
            case Opcode::equal: return compare(made, kernels::Comparison::equal);
            case Opcode::less: return compare(made, kernels::Comparison::less);
            case Opcode::at_most: return compare(made, kernels::Comparison::at_most);
            case Opcode::starts_with: {
                const auto [text, beginning] = made.as<program::Pair>();
                return kernels::starts_with(arena_, texts(text), texts(beginning), rows(made));
            }
            case Opcode::matches: return kernels::matches(arena_, texts(made.first()), made.text, rows(made));
            case Opcode::due_within: return due_within(made);
            case Opcode::apart: {
                const auto spacing = made.as<program::Spacing>();
                const auto dates = list(spacing.list);
                return kernels::apart(arena_, {dates.list, dates.presence, &dates.elements},
                                      type(spacing.list).kind == model::TypeKind::moment, of(spacing.duration),
                                      if_any(spacing.since), if_any(spacing.until), date_rules());
            }
            case Opcode::otherwise: {
                const auto [value, fallback] = made.as<program::Fallback>();
                const plans::Words not_given = rows_not_given(made, value);
                return of(value).storage == plans::Storage::truth
                           ? kernels::otherwise_truth(arena_, of(value), of(fallback), not_given, rows(made))
                           : kernels::otherwise(arena_, of(value), of(fallback), not_given, rows(made));
            }
            case Opcode::add:
            case Opcode::subtract:
                return fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::add(arena_, left, right, made.opcode == Opcode::subtract, date_rules(), rows(made));
                });
            case Opcode::multiply:
                return fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::multiply(arena_, left, right, rows(made));
                });
            case Opcode::divide:
                return fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::divide(arena_, left, right, rows(made));
                });
            case Opcode::negate: return kernels::negate(arena_, operand(made.first()), rows(made));
            case Opcode::function:
                return kernels::function(arena_, made.function, operands(made), date_rules(), rows(made));
            case Opcode::any: return kernels::any(arena_, group(made));
            case Opcode::all: return kernels::all(arena_, group(made));
            case Opcode::count: return kernels::count(arena_, group(made));
            case Opcode::sum:
                return kernels::sum(arena_, group(made), made.can_be_negative,
                                    made.type.kind == model::TypeKind::duration);
            case Opcode::least: return kernels::extreme(arena_, group(made), order_of(made.type), false);
            case Opcode::greatest: return kernels::extreme(arena_, group(made), order_of(made.type), true);
            case Opcode::average: return kernels::average(arena_, group(made));
            case Opcode::share: return kernels::share(arena_, group(made));
            case Opcode::function_of_list: return kernels::function_of_list(arena_, made.function, group(made));
            case Opcode::reach_all:
            case Opcode::reach_any:
                return kernels::reach(arena_, group(made), {made.opcode == Opcode::reach_all, made.element_first});
            case Opcode::compare_all:
            case Opcode::compare_any: return compare_each(made);
            default: return {};  // a list: below
        }
    }

    /// A list that opens a frame.
    std::optional<Opened> opened(const Instruction& made) {
        switch (made.opcode) {
            case Opcode::load_list: {
                const plans::FieldColumn& lists = run_.field(made);
                return kernels::load_list(arena_, of(made.first()), run_.list(made),
                                          lists.own_elements ? &lists.values : nullptr, rows(made), limit());
            }
            case Opcode::list_literal: return kernels::list_literal(arena_, inputs(made), rows(made), limit());
            case Opcode::constant_list: return enumeration_list(run_, made.index);
            case Opcode::parameter_list: return parameter_list(run_, made);
            case Opcode::table_list: return table_list(run_, made.index);
            case Opcode::sequence:
                return kernels::sequence(arena_, made.function, operands(made), date_rules(), rows(made), limit());
            case Opcode::spread: return kernels::spread(arena_, list(made.first()), outer_rows(made), limit());
            case Opcode::join: {
                const auto [left, right] = made.as<program::Pair>();
                return kernels::join(arena_, list(left), list(right), rows(made), limit());
            }
            case Opcode::distinct:
                return kernels::distinct(arena_, list(made.first()), rows(made), limit(),
                                         order_of(made.type) == kernels::Order::plain);
            case Opcode::missing_from: {
                const auto [wanted, contained] = made.as<program::Lacking>();
                return kernels::failing(arena_, list(wanted), of(contained), rows(made), limit());
            }
            case Opcode::otherwise_list: {
                const auto [value, fallback] = made.as<program::Fallback>();
                return kernels::otherwise_list(arena_, list(value), list(fallback), rows_not_given(made, value),
                                               rows(made), limit());
            }
            case Opcode::choose_list: {
                const auto [condition, yes, no] = made.as<program::Choice>();
                return kernels::choose_list(arena_, of(condition), list(yes), list(no), rows(made), limit());
            }
            default: return std::nullopt;
        }
    }

    /// Refused before it is made where its rows are too many, or all that stands in them takes too much memory.
    void open(const Instruction& made, std::int32_t id) {
        constexpr std::size_t bits_of_a_byte = 8;
        constexpr std::size_t numbered = std::numeric_limits<std::uint32_t>::max() - 1;  // a row's number has 32 bits
        const std::size_t allowed = std::min(run_.options.greatest_row_count, numbered), left = limits::memory_left(),
                          row_bits = run_.program->frames[made.opens].row_bits,
                          fits =
                              left == limits::without_limit || row_bits == 0 ? left : left / row_bits * bits_of_a_byte;
        greatest_row_count_ = std::min(allowed, fits);
        const std::optional<Opened> opened = this->opened(made);
        if (!opened && fits < allowed)
            throw limits::Reached(limits::Limit::memory, limits::Watch::in_force()->memory_allowed());
        if (!opened) throw limits::Reached(limits::Limit::rows, allowed);
        run_.lists[id] = opened->list;
        run_.frames[made.opens] = opened->frame;
        run_.frames[made.opens].not_given =
            kernels::rows_not_given(arena_, opened->list, opened->frame, run_.frames[made.frame].not_given);
        run_.keep(made.elements, opened->elements);
        run_.keep(made.presence, opened->presence);
    }

    /// Rules share what they have in common. Of a list that opens a frame, the one that goes through it here is meant.
    void tell_rule_of(limits::Reached& reached, std::int32_t id) const {
        const Instruction& made = run_.instruction(id);
        const auto tell = [&](const auto& written) { tell_rule(reached, run_.ruleset(), written.file, written.span); };
        if (made.opens >= 0) {
            const auto& requirements = run_.program->requirements;
            for (std::size_t index = 0; index < requirements.size(); ++index)
                for (const program::Level& level : requirements[index].levels)
                    if (level.list == id) return tell(run_.ruleset().requirements[index]);
            for (std::size_t next = static_cast<std::size_t>(id) + 1; next < run_.program->text_section; ++next) {
                const Instruction& reader = run_.program->instructions[next];
                if (reader.source && !reader.inputs.empty() && reader.first() == id && reader.frame == made.frame)
                    return tell(*reader.source);
            }
        }
        if (made.source) tell(*made.source);
    }

    /// A list that looks at another's frame.
    kernels::List seen(const Instruction& made) {
        if (made.opcode == Opcode::view) return kernels::view(arena_, run_.lists[made.first()], made.has_condition);
        const auto [outer, in, inner] = made.as<program::Flattening>();
        return kernels::flatten(arena_, run_.lists[outer], of(in), run_.lists[inner]);
    }

    // --- where an opcode is more than a kernel

    /// Row p is plan p.
    Column plan_items(const Instruction& made) {
        const auto plans = arena_.allocate<std::uint32_t>(rows(made));
        std::iota(plans.begin(), plans.end(), 0u);
        return kernels::numbered(arena_, plans);
    }

    Column element(const Instruction& made) {
        const plans::EntityTable& table = run_.plans->table(static_cast<std::uint32_t>(made.entity));
        const std::vector<std::uint32_t>& fields = run_.ruleset().vocabulary.entities[made.entity].key;
        std::vector<kernels::Key> keys;
        for (std::size_t k = 0; k < fields.size(); ++k)
            keys.push_back({table.fields[fields[k]].values, of(made.keys()[k])});
        return kernels::element(arena_, list(made.first()), keys, table.key_unusable, rows(made));
    }

    Column table_row(const Instruction& made) {
        const model::Table& rule_table = run_.ruleset().tables[made.index];
        const plans::EntityTable& table = run_.plans->table(rule_table.entity);
        std::vector<kernels::Key> keys;
        for (std::size_t k = 0; k < rule_table.banded.size(); ++k)
            keys.push_back({table.fields[k].values, of(made.keys()[k]), rule_table.banded[k]});
        return kernels::table_row(arena_, table.rows, keys, rows(made));
    }

    Column compare(const Instruction& made, kernels::Comparison comparison) {
        const auto [left, right] = made.as<program::Pair>();
        const model::Type &one = type(left), &other = type(right);
        if (one.kind != model::TypeKind::enumeration || one.of == other.of)
            return kernels::compare(arena_, comparison, order_of(one), of(left), of(right), rows(made));
        const auto& enumerations = run_.ruleset().vocabulary.enumerations;  // one extends the other
        std::vector<std::int64_t> numbers;
        for (const model::EnumerationValue& value : enumerations[static_cast<std::size_t>(other.of)].values)
            numbers.push_back(enumerations[static_cast<std::size_t>(one.of)].index_of(value.word));
        return kernels::compare(arena_, comparison, order_of(one), of(left),
                                kernels::recoded(arena_, of(right), numbers), rows(made));
    }

    Column compare_each(const Instruction& made) {
        const auto [list, in, body, other, reach] = made.as<program::Compared>();
        const kernels::Group elements{run_.lists[list], of(in), &of(body), made.has_condition};
        const auto comparison = made.or_equal ? kernels::Comparison::at_most : kernels::Comparison::less;
        return kernels::compare_each(arena_, elements, {made.opcode == Opcode::compare_all, made.element_first},
                                     comparison, of(reach), of(other));
    }

    Column due_within(const Instruction& made) {
        const auto [value, duration, start] = made.as<program::Deadline>();
        const Column deadline =
            kernels::add(arena_, operand(start), operand(duration), false, date_rules(), rows(made));
        return kernels::due_within(arena_, of(value), deadline, type(start).kind == model::TypeKind::moment,
                                   integer(run_, run_.options.as_of), rows_not_given(made, value), rows(made));
    }

    template <typename Combine>
    Column fold(const Instruction& made, Combine combine) {
        Column result = combine(operand(made.inputs[0]), operand(made.inputs[1]));
        for (std::size_t i = 2; i < made.inputs.size(); ++i)
            result = combine({result, form_of(made.type)}, operand(made.inputs[i]));
        return result;
    }
};

}  // namespace

void tell_rule(limits::Reached& reached, const model::Ruleset& ruleset, std::uint16_t file, grammar::Span span) {
    if (reached.rule) return;
    const model::SourceFile& source = ruleset.files[file];
    reached.rule = {source.name, source.text, source.language, span.begin, span.end};
}

namespace {

/// "2.5", without what is beyond a thousandth.
std::string seconds_text(double seconds) {
    const auto thousandths = static_cast<std::int64_t>(seconds * 1000 + 0.5);
    std::string text = std::to_string(thousandths / 1000);
    if (thousandths % 1000 == 0) return text;
    const std::string fraction = std::to_string(1000 + thousandths % 1000);
    return text + "." + fraction.substr(1, fraction.find_last_not_of('0'));
}

grammar::Diagnostic said_of_limit(const limits::Reached& reached) {
    namespace catalogue = messages::catalogue;
    switch (reached.limit) {
        case limits::Limit::rows: return grammar::said(catalogue::too_many_rows, {}, {reached.allowed});
        case limits::Limit::memory:
            return grammar::said(catalogue::too_much_memory, {}, {limits::bytes_text(reached.allowed)});
        case limits::Limit::findings: return grammar::said(catalogue::too_many_findings, {}, {reached.allowed});
        case limits::Limit::seconds:
            return grammar::said(catalogue::takes_too_long, {}, {seconds_text(reached.seconds)});
        case limits::Limit::stop: return grammar::said(catalogue::was_stopped, {});
    }
    return {};
}

}  // namespace

grammar::Diagnostic said_of(const limits::Reached& reached) {
    grammar::Diagnostic diagnostic = said_of_limit(reached);
    if (reached.rule) {
        diagnostic.file = reached.rule->file;
        diagnostic.language = reached.rule->language;
        diagnostic.span = {reached.rule->begin, reached.rule->end};
    }
    return diagnostic;
}

void Run::run_texts() const {
    // Columns of the text section are written once and by one thread; nobody reads them before.
    texts_once([this] {
        Run& run = const_cast<Run&>(*this);
        run.columns.resize(program->instructions.size());
        run.lists.resize(program->instructions.size());
        Executor executor(run);
        for (std::size_t id = program->text_section; id < program->instructions.size(); ++id)
            executor.execute(static_cast<std::int32_t>(id));
    });
}

RunResult run(std::shared_ptr<const program::Program> program, std::shared_ptr<const plans::Plans> plans,
              const RunOptions& options) {
    RunResult result;
    auto made = std::make_shared<Run>();
    made->program = std::move(program);
    made->plans = std::move(plans);
    made->options = options;
    // Room for all, so that the text section, which comes later, moves nothing that other threads are reading.
    made->columns.reserve(made->program->instructions.size());
    made->lists.reserve(made->program->instructions.size());
    made->columns.begin(made->program->schedule.columns);
    made->lists.resize(made->program->text_section);
    made->frames.resize(made->program->frames.size());
    made->frames[0].rows = 1;
    made->frames[1].rows = made->plans->count;
    try {
        made->outdated = outdated_fields(*made->program, *made->plans, options, made->arena);
        Executor(*made).execute(made->program->schedule);
        result.run = std::move(made);
    } catch (const limits::Reached& reached) { result.reached = reached; }
    return result;
}

}  // namespace brecha::assess
