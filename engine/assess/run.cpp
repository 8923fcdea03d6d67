// One instruction after the other, each over all rows of its frame.
#include "assess/further_subjects.hpp"
#include "assess/leaves.hpp"
#include "assess/run_state.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"
#include "kernels/compare.hpp"
#include "kernels/lists.hpp"
#include "kernels/logic.hpp"

#include "messages/catalogue/assessing.hpp"

#include <algorithm>

namespace brecha::assess {

using kernels::Opened;
using plans::Column;
using program::Instruction;
using program::Opcode;

namespace {

constexpr std::size_t greatest_made_list = 10'000;  // elements of years(…), numbers(…), dates(…)

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

plans::Storage storage_of(const model::Type& type) {
    switch (type.kind) {
        case model::TypeKind::yes_no: return plans::Storage::truth;
        case model::TypeKind::number:
        case model::TypeKind::percent: return plans::Storage::decimal;
        default: return plans::Storage::integer;
    }
}

class Executor {
public:
    Executor(Run& run, std::vector<grammar::Diagnostic>& diagnostics)
        : run_(run), arena_(run.arena), diagnostics_(diagnostics) {}

    bool execute(std::int32_t id) {
        const Instruction& made = run_.instruction(id);
        switch (made.opcode) {
            case Opcode::constant: run_.columns[id] = constant(made); break;
            case Opcode::missing_constant: run_.columns[id] = nothing(made, 1); break;
            case Opcode::parameter: run_.columns[id] = parameter(made); break;
            case Opcode::assessment_date: run_.columns[id] = integer(run_.options.as_of); break;
            case Opcode::plan_item: {
                kernels::Output<std::int64_t> items(arena_, rows(made));
                for (std::size_t row = 0; row < rows(made); ++row) items.set(row, static_cast<std::int64_t>(row));
                run_.columns[id] = items.done();
                break;
            }
            case Opcode::load: run_.columns[id] = load(made); break;
            case Opcode::expand:
                run_.columns[id] = kernels::gather(arena_, input(made, 0),
                                                   outer_rows(made.frame, run_.instruction(made.inputs[0]).frame));
                break;
            case Opcode::judged: run_.columns[id] = judged(made); break;
            case Opcode::verdict_met:
            case Opcode::verdict_applies: run_.columns[id] = verdict(made); break;
            case Opcode::table_row: run_.columns[id] = table_row(made); break;
            case Opcode::element: run_.columns[id] = element(made); break;
            case Opcode::not_: run_.columns[id] = kernels::negation(arena_, input(made, 0), rows(made)); break;
            case Opcode::and_: run_.columns[id] = kernels::conjunction(arena_, inputs(made), rows(made)); break;
            case Opcode::or_: run_.columns[id] = kernels::disjunction(arena_, inputs(made), rows(made)); break;
            case Opcode::owed_if:
                run_.columns[id] = kernels::owed_if(arena_, input(made, 0), input(made, 1), rows(made));
                break;
            case Opcode::choose:
                run_.columns[id] =
                    input(made, 1).storage == plans::Storage::truth
                        ? kernels::choose_truth(arena_, input(made, 0), input(made, 1), input(made, 2), rows(made))
                        : kernels::choose(arena_, input(made, 0), input(made, 1), input(made, 2),
                                          order_of_bounds(made.type), rows(made));
                break;
            case Opcode::given: run_.columns[id] = kernels::given(arena_, input(made, 0), rows(made)); break;
            case Opcode::given_list:
                run_.columns[id] = kernels::given_list(arena_, run_.lists[made.inputs[0]], input(made, 1));
                break;
            case Opcode::equal: run_.columns[id] = compare(made, kernels::Comparison::equal); break;
            case Opcode::less: run_.columns[id] = compare(made, kernels::Comparison::less); break;
            case Opcode::at_most: run_.columns[id] = compare(made, kernels::Comparison::at_most); break;
            case Opcode::starts_with:
            case Opcode::matches: run_.columns[id] = text_test(made); break;
            case Opcode::due_within: run_.columns[id] = due_within(made); break;
            case Opcode::apart: {
                const kernels::Group dates{run_.lists[made.inputs[0]], input(made, 2), &input(made, 1), false};
                std::size_t next = 4;
                const Column* since = made.index & 1 ? &input(made, next++) : nullptr;
                const Column* until = made.index & 2 ? &input(made, next) : nullptr;
                run_.columns[id] =
                    kernels::apart(arena_, dates, run_.instruction(made.inputs[1]).type.kind == model::TypeKind::moment,
                                   input(made, 3), since, until, month_end());
                break;
            }
            case Opcode::otherwise:
                run_.columns[id] = input(made, 0).storage == plans::Storage::truth
                                       ? kernels::otherwise_truth(arena_, input(made, 0), input(made, 1), rows(made))
                                       : kernels::otherwise(arena_, input(made, 0), input(made, 1), rows(made));
                break;
            case Opcode::add:
            case Opcode::subtract:
                run_.columns[id] = fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::add(arena_, left, right, made.opcode == Opcode::subtract, month_end(), rows(made));
                });
                break;
            case Opcode::multiply:
                run_.columns[id] = fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::multiply(arena_, left, right, rows(made));
                });
                break;
            case Opcode::divide:
                run_.columns[id] = fold(made, [&](kernels::Operand left, kernels::Operand right) {
                    return kernels::divide(arena_, left, right, rows(made));
                });
                break;
            case Opcode::negate: run_.columns[id] = kernels::negate(arena_, operand(made, 0), rows(made)); break;
            case Opcode::year:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::year, operand(made, 0), rows(made));
                break;
            case Opcode::month:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::month, operand(made, 0), rows(made));
                break;
            case Opcode::days:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::days, operand(made, 0), rows(made));
                break;
            case Opcode::hours:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::hours, operand(made, 0), rows(made));
                break;
            case Opcode::date_of:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::date_of, operand(made, 0), rows(made));
                break;
            case Opcode::absolute:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::absolute, operand(made, 0), rows(made));
                break;
            case Opcode::round:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::round, operand(made, 0), rows(made));
                break;
            case Opcode::round_up:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::round_up, operand(made, 0), rows(made));
                break;
            case Opcode::round_down:
                run_.columns[id] = kernels::apply(arena_, kernels::Function::round_down, operand(made, 0), rows(made));
                break;
            case Opcode::years_between:
                run_.columns[id] =
                    kernels::months_between(arena_, input(made, 0), input(made, 1), true, month_end(), rows(made));
                break;
            case Opcode::months_between:
                run_.columns[id] =
                    kernels::months_between(arena_, input(made, 0), input(made, 1), false, month_end(), rows(made));
                break;
            case Opcode::smaller:
                run_.columns[id] =
                    kernels::extreme(arena_, input(made, 0), input(made, 1), order(made.type), false, rows(made));
                break;
            case Opcode::larger:
                run_.columns[id] =
                    kernels::extreme(arena_, input(made, 0), input(made, 1), order(made.type), true, rows(made));
                break;
            case Opcode::share_of:
                run_.columns[id] = kernels::share_of(arena_, input(made, 0), input(made, 1), rows(made));
                break;
            case Opcode::load_list: return open(id, load_list(made));
            case Opcode::list_literal: return open(id, list_literal(made));
            case Opcode::constant_list: return open(id, constant_list(made));
            case Opcode::parameter_list: return open(id, parameter_list(made));
            case Opcode::table_list: return open(id, table_list(made));
            case Opcode::years:
            case Opcode::full_years:
            case Opcode::numbers: return open(id, number_list(made));
            case Opcode::dates: return open(id, date_list(made));
            case Opcode::spread:
                return open(id,
                            kernels::spread(arena_, list_input(made, 0),
                                            outer_rows(made.frame, run_.instruction(made.inputs[0]).frame), limit()));
            case Opcode::join:
                return open(id, kernels::join(arena_, list_input(made, 0), list_input(made, 3), rows(made), limit()));
            case Opcode::distinct:
                return open(id, kernels::distinct(arena_, list_input(made, 0), rows(made), limit(),
                                                  order(made.type) == kernels::Order::plain));
            case Opcode::missing_from:
                return open(id, kernels::failing(arena_, list_input(made, 0), input(made, 3), rows(made), limit()));
            case Opcode::otherwise_list: {
                const kernels::List& list = run_.lists[made.inputs[0]];
                std::vector<std::uint8_t> which(rows(made));
                for (std::size_t row = 0; row < which.size(); ++row)
                    which[row] = plans::bit(list.absent, list.rows == 1 ? 0 : row) ? 1 : 0;
                return open(id, kernels::pick(arena_, list_input(made, 0), list_input(made, 3), which, limit()));
            }
            case Opcode::choose_list: {
                const kernels::TruthInput conditions(input(made, 0));
                std::vector<std::uint8_t> which(rows(made));
                for (std::size_t row = 0; row < which.size(); ++row)
                    which[row] = conditions[row] == kernels::Truth::holds   ? 0
                                 : conditions[row] == kernels::Truth::fails ? 1
                                                                            : 2;
                return open(id, kernels::pick(arena_, list_input(made, 1), list_input(made, 4), which, limit()));
            }
            case Opcode::view:
                run_.lists[id] = kernels::view(arena_, run_.lists[made.inputs[0]], made.has_condition);
                break;
            case Opcode::flatten:
                run_.lists[id] =
                    kernels::flatten(arena_, run_.lists[made.inputs[0]], input(made, 1), run_.lists[made.inputs[2]]);
                break;
            case Opcode::elements:
            case Opcode::presence: break;  // written by the list before them
            case Opcode::any: run_.columns[id] = kernels::any(arena_, group(made)); break;
            case Opcode::all: run_.columns[id] = kernels::all(arena_, group(made)); break;
            case Opcode::count: run_.columns[id] = kernels::count(arena_, group(made)); break;
            case Opcode::sum:
                run_.columns[id] = kernels::sum(arena_, group(made), made.can_be_negative,
                                                made.type.kind == model::TypeKind::duration);
                break;
            case Opcode::least:
                run_.columns[id] = kernels::extreme(arena_, group(made), order(made.type), false);
                break;
            case Opcode::greatest:
                run_.columns[id] = kernels::extreme(arena_, group(made), order(made.type), true);
                break;
            case Opcode::average: run_.columns[id] = kernels::average(arena_, group(made)); break;
            case Opcode::share: run_.columns[id] = kernels::share(arena_, group(made)); break;
            case Opcode::longest_gap: run_.columns[id] = kernels::longest_gap(arena_, group(made)); break;
        }
        return true;
    }

private:
    Run& run_;
    kernels::Arena& arena_;
    std::vector<grammar::Diagnostic>& diagnostics_;

    std::size_t rows(const Instruction& made) const { return run_.frames[made.frame].rows; }
    std::size_t limit() const { return run_.options.greatest_row_count; }
    model::MonthEnd month_end() const {
        return run_.ruleset().month_end == model::MonthEnd::unstated ? model::MonthEnd::last_day
                                                                     : run_.ruleset().month_end;
    }
    const Column& input(const Instruction& made, std::size_t at) const { return run_.columns[made.inputs[at]]; }
    kernels::Operand operand(const Instruction& made, std::size_t at) const {
        return {input(made, at), form_of(run_.instruction(made.inputs[at]).type)};
    }
    std::vector<const Column*> inputs(const Instruction& made) const {
        std::vector<const Column*> result;
        for (const std::int32_t id : made.inputs) result.push_back(&run_.columns[id]);
        return result;
    }
    kernels::ListInput list_input(const Instruction& made, std::size_t at) const {
        return {run_.lists[made.inputs[at]], input(made, at + 1), input(made, at + 2)};
    }
    kernels::Group group(const Instruction& made) const {
        return {run_.lists[made.inputs[0]], input(made, 1), made.inputs[2] < 0 ? nullptr : &input(made, 2),
                made.has_condition};
    }

    /// For each row of `frame`, the row of the outer frame it lies in.
    std::vector<std::uint32_t> outer_rows(std::int32_t frame, std::int32_t outer) const {
        std::vector<std::uint32_t> result(run_.frames[frame].rows);
        for (std::size_t row = 0; row < result.size(); ++row)
            result[row] = run_.outer_row(frame, static_cast<std::uint32_t>(row), outer);
        return result;
    }

    bool open(std::int32_t id, std::optional<Opened> opened) {
        const Instruction& made = run_.instruction(id);
        if (!opened) {
            grammar::Diagnostic diagnostic = grammar::said(messages::catalogue::too_many_rows, {}, {limit()});
            if (made.source) {
                const model::SourceFile& file = run_.ruleset().files[made.source->file];
                diagnostic.file = file.name;
                diagnostic.language = file.language;
                diagnostic.span = made.source->span;
            }
            diagnostics_.push_back(std::move(diagnostic));
            return false;
        }
        run_.lists[id] = opened->list;
        run_.frames[made.opens] = opened->frame;
        run_.columns[id + 1] = opened->elements;
        run_.columns[id + 2] = opened->presence;
        return true;
    }

    Column nothing(const Instruction& made, std::size_t count) {
        if (storage_of(made.type) == plans::Storage::truth) return kernels::TruthOutput(arena_, count).done();
        if (storage_of(made.type) == plans::Storage::decimal)
            return kernels::Output<model::Decimal>(arena_, count).done();
        return kernels::Output<std::int64_t>(arena_, count).done();
    }
    Column integer(std::int64_t value) {
        kernels::Output<std::int64_t> result(arena_, 1);
        result.set(0, value);
        return result.done();
    }

    std::int64_t text_id(const std::string& text) const { return run_.plans->texts.find(text); }

    Column constant(const Instruction& made) {
        switch (storage_of(made.type)) {
            case plans::Storage::truth: {
                kernels::TruthOutput result(arena_, 1);
                result.set(0, made.number != 0 ? kernels::Truth::holds : kernels::Truth::fails);
                return result.done();
            }
            case plans::Storage::decimal: {
                kernels::Output<model::Decimal> result(arena_, 1);
                result.set(0, made.number);
                return result.done();
            }
            default: break;
        }
        if (made.type.kind == model::TypeKind::text) return integer(text_id(made.text));  // -1: no plan has it
        return integer(static_cast<std::int64_t>(made.number));
    }

    /// A parameter's value in this run: set from outside, else as the ruleset has it. Follows parameters that are set
    /// to others.
    const model::Expression* value_of_parameter(std::int32_t index) const {
        for (int guard = 0; guard < 64; ++guard) {
            const auto set = run_.options.parameters.find(static_cast<std::uint32_t>(index));
            const model::Expression* value = nullptr;
            if (set != run_.options.parameters.end()) value = &set->second;
            else if (run_.ruleset().parameters[index].value) value = &*run_.ruleset().parameters[index].value;
            if (!value || value->operation != model::Operation::parameter) return value;
            index = value->index;
        }
        return nullptr;
    }

    std::optional<std::int64_t> integer_of(const model::Expression& value) const {
        switch (value.operation) {
            case model::Operation::enumeration_value: return value.index;
            case model::Operation::text: return text_id(value.text);
            case model::Operation::date:
            case model::Operation::moment:
            case model::Operation::duration: return static_cast<std::int64_t>(value.number);
            case model::Operation::assessment_date: return run_.options.as_of;
            default: return std::nullopt;
        }
    }

    Column parameter(const Instruction& made) {
        const model::Expression* value = value_of_parameter(made.index);
        if (!value) return nothing(made, 1);
        if (storage_of(made.type) == plans::Storage::truth) {
            kernels::TruthOutput result(arena_, 1);
            result.set(0, value->number != 0 ? kernels::Truth::holds : kernels::Truth::fails);
            return result.done();
        }
        if (storage_of(made.type) == plans::Storage::decimal) {
            kernels::Output<model::Decimal> result(arena_, 1);
            result.set(0, value->operation == model::Operation::negate ? -value->operands[0].number : value->number);
            return result.done();
        }
        const auto number = integer_of(*value);
        return number ? integer(*number) : nothing(made, 1);
    }

    std::optional<Opened> parameter_list(const Instruction& made) {
        const model::Expression* value = value_of_parameter(made.index);
        if (value && value->operation == model::Operation::enumeration_values) return enumeration_list(value->type.of);
        if (storage_of(made.type) == plans::Storage::decimal) {
            std::vector<std::optional<kernels::Made<model::Decimal>>> lists(1);
            if (value) {
                lists[0].emplace();
                for (const model::Expression& element : value->operands) lists[0]->add(element.number);
            }
            return kernels::made_list(arena_, lists, limit());
        }
        std::vector<std::optional<kernels::Made<std::int64_t>>> lists(1);
        if (value) {
            lists[0].emplace();
            for (const model::Expression& element : value->operands) lists[0]->add(integer_of(element).value_or(-1));
        }
        return kernels::made_list(arena_, lists, limit());
    }

    std::optional<Opened> enumeration_list(std::int32_t enumeration) {
        std::vector<std::optional<kernels::Made<std::int64_t>>> lists(1);
        lists[0].emplace();
        for (std::size_t i = 0; i < run_.ruleset().vocabulary.enumerations[enumeration].values.size(); ++i)
            lists[0]->add(static_cast<std::int64_t>(i));
        return kernels::made_list(arena_, lists, limit());
    }
    std::optional<Opened> constant_list(const Instruction& made) { return enumeration_list(made.index); }

    std::optional<Opened> table_list(const Instruction& made) {
        std::vector<std::optional<kernels::Made<std::int64_t>>> lists(1);
        lists[0].emplace();
        const plans::EntityTable& table = run_.plans->table(run_.ruleset().tables[made.index].entity);
        for (std::size_t i = 0; i < table.rows; ++i) lists[0]->add(static_cast<std::int64_t>(i));
        return kernels::made_list(arena_, lists, limit());
    }

    const plans::FieldColumn& field(const Instruction& made) const {
        return run_.plans->table(static_cast<std::uint32_t>(made.entity)).fields[made.field];
    }

    /// A field of items: what stands in their rows of the plan's table. Of an item that is known not to be there: known
    /// not to be there.
    Column load(const Instruction& made) {
        const Column& items = input(made, 0);
        const Column& values = field(made).values;
        const kernels::Input<std::int64_t> item(items);
        const std::size_t count = rows(made);
        if (run_.instruction(made.inputs[0]).opcode == Opcode::plan_item) return values;  // row p is plan p
        if (values.storage == plans::Storage::truth) {
            kernels::TruthOutput result(arena_, count);
            const kernels::TruthInput truths(values);
            for (std::size_t row = 0; row < count; ++row) {
                const auto of = item[row];
                if (of.exact()) {
                    const auto at = static_cast<std::size_t>(of.low);
                    const kernels::Truth truth = cell_truth(values, at);
                    result.set(row, truth);
                    if (truth == kernels::Truth::unknown) result.miss(row, cell_state(values, at));
                } else {
                    result.miss(row, kernels::state_of_result(of.state, kernels::State::value));
                }
            }
            return result.done();
        }
        if (values.storage == plans::Storage::decimal) return load_values<model::Decimal>(items, values, count);
        return load_values<std::int64_t>(items, values, count);
    }
    static kernels::Truth cell_truth(const Column& values, std::size_t at) {
        return plans::bit(values.valid, at)   ? kernels::Truth::holds
               : plans::bit(values.fails, at) ? kernels::Truth::fails
                                              : kernels::Truth::unknown;
    }
    static kernels::State cell_state(const Column& values, std::size_t at) {
        if (plans::bit(values.none, at)) return kernels::State::none;
        if (plans::bit(values.withheld, at)) return kernels::State::withheld;
        return plans::bit(values.unusable, at) ? kernels::State::unusable : kernels::State::silent;
    }
    template <typename Value>
    Column load_values(const Column& items, const Column& values, std::size_t count) {
        kernels::Output<Value> result(arena_, count);
        const kernels::Input<std::int64_t> item(items);
        std::span<const Value> low, high;
        if constexpr (sizeof(Value) == 8) {
            low = values.integers;
            high = values.integers_high;
        } else {
            low = values.decimals;
            high = values.decimals_high;
        }
        for (std::size_t row = 0; row < count; ++row) {
            const auto of = item[row];
            if (!of.exact()) {
                result.miss(row, kernels::state_of_result(of.state, kernels::State::value));
                continue;
            }
            const auto at = static_cast<std::size_t>(of.low);
            if (plans::bit(values.valid, at)) result.set(row, low[at], high.empty() ? low[at] : high[at]);
            else result.miss(row, cell_state(values, at));
        }
        return result.done();
    }

    std::optional<Opened> load_list(const Instruction& made) {
        const plans::FieldColumn& lists = field(made);
        return kernels::load_list(arena_, input(made, 0), lists.list, lists.own_elements ? &lists.elements : nullptr,
                                  rows(made), limit());
    }
    std::optional<Opened> list_literal(const Instruction& made) {
        return kernels::list_literal(arena_, inputs(made), rows(made), limit());
    }

    /// The whole numbers between two ends that are known within bounds: those that every completion has are certain,
    /// those that some have are perhaps there. An end without a bound leaves the list open; then the other bound of
    /// that end is where the given ones stop.
    struct Ends {
        std::int64_t first_low, first_high, last_low, last_high;
        bool open_below = false, open_above = false;
    };
    static std::optional<kernels::Made<model::Decimal>> numbers_between(Ends ends) {
        kernels::Made<model::Decimal> list;
        list.open = ends.open_below || ends.open_above;
        const std::int64_t from = ends.open_below ? ends.first_high : ends.first_low,
                           to = ends.open_above ? ends.last_low : ends.last_high;
        if (to - from >= static_cast<std::int64_t>(greatest_made_list)) return std::nullopt;
        for (std::int64_t number = from; number <= to; ++number) {
            const model::Decimal value = model::Decimal(number) * model::decimal_one;
            list.elements.push_back({value, value, ends.first_high <= number && number <= ends.last_low});
        }
        return list;
    }
    /// Ends without a bound, as numbers that no list reaches.
    static constexpr std::int64_t far = std::int64_t(1) << 60;

    /// years, full_years, numbers.
    std::optional<Opened> number_list(const Instruction& made) {
        std::vector<std::optional<kernels::Made<model::Decimal>>> lists(rows(made));
        const bool of_dates = run_.instruction(made.inputs[0]).type.kind == model::TypeKind::date;
        for (std::size_t row = 0; row < lists.size(); ++row) {
            Ends ends{};
            if (of_dates) {
                const auto first = kernels::Input<std::int64_t>(input(made, 0))[row],
                           last = kernels::Input<std::int64_t>(input(made, 1))[row];
                if (!first.known() || !last.known()) continue;
                const bool full = made.opcode == Opcode::full_years;
                const auto first_year = [&](std::int64_t day) {
                    if (day == plans::integer_least || day == plans::integer_greatest)
                        return day == plans::integer_least ? -far : far;
                    const model::CivilDate date = model::civil_of(day);
                    return std::int64_t(date.year) + (full && (date.month != 1 || date.day != 1) ? 1 : 0);
                };
                const auto last_year = [&](std::int64_t day) {
                    if (day == plans::integer_least || day == plans::integer_greatest)
                        return day == plans::integer_least ? -far : far;
                    const model::CivilDate date = model::civil_of(day);
                    return std::int64_t(date.year) - (full && (date.month != 12 || date.day != 31) ? 1 : 0);
                };
                ends = {first_year(first.low), first_year(first.high), last_year(last.low), last_year(last.high)};
            } else {
                const auto first = kernels::Input<model::Decimal>(input(made, 0))[row],
                           last = kernels::Input<model::Decimal>(input(made, 1))[row];
                if (!first.known() || !last.known()) continue;
                const auto whole = [](model::Decimal value, bool up) {
                    const model::Decimal one = model::decimal_one, limit = model::Decimal(far);
                    model::Decimal down = value / one;
                    if (value % one < 0) --down;
                    if (up && value % one != 0) ++down;
                    return static_cast<std::int64_t>(std::clamp(down, -limit, limit));
                };
                ends = {whole(first.low, true), whole(first.high, true), whole(last.low, false),
                        whole(last.high, false)};
            }
            ends.open_below = ends.first_low == -far;
            ends.open_above = ends.last_high == far;
            lists[row] = numbers_between(ends);
        }
        return kernels::made_list(arena_, lists, limit());
    }

    std::optional<Opened> date_list(const Instruction& made) {
        std::vector<std::optional<kernels::Made<std::int64_t>>> lists(rows(made));
        const kernels::Input<std::int64_t> starts(input(made, 0)), steps(input(made, 1)), ends(input(made, 2));
        for (std::size_t row = 0; row < lists.size(); ++row) {
            const auto start = starts[row], step = steps[row], end = ends[row];
            if (!start.known() || !step.exact() || !end.known() || model::duration_amount(step.low) <= 0) continue;
            // A step that no date can take (hours, working days) says nothing of the dates there are.
            const model::DurationKind kind = model::duration_kind(step.low);
            if (kind != model::DurationKind::calendar &&
                (kind != model::DurationKind::exact || model::duration_amount(step.low) % 86'400 != 0))
                continue;
            kernels::Made<std::int64_t> dates;
            const bool open_below = start.low == plans::integer_least, open_above = end.high == plans::integer_greatest;
            dates.open = open_below || open_above;
            const std::int64_t last = open_above ? end.low : end.high;
            bool fits = true;
            for (std::int64_t k = 0; fits; ++k) {  // always from the start, so that rounded months do not add up
                const std::int64_t length = model::duration_of(kind, model::duration_amount(step.low) * k);
                const auto date =
                    kernels::shift(start, {kernels::State::value, length, length}, false, false, month_end());
                if (!date.known() || (open_below ? date.high : date.low) > last) break;
                fits = dates.elements.size() < greatest_made_list;
                dates.elements.push_back({date.low, date.high, date.high <= end.low});
            }
            if (fits) lists[row] = std::move(dates);
        }
        return kernels::made_list(arena_, lists, limit());
    }

    static kernels::Order order(const model::Type& type) {
        return type.kind == model::TypeKind::moment     ? kernels::Order::moment
               : type.kind == model::TypeKind::duration ? kernels::Order::duration
                                                        : kernels::Order::plain;
    }

    /// Of types whose values have bounds.
    static std::optional<kernels::Order> order_of_bounds(const model::Type& type) {
        switch (type.kind) {
            case model::TypeKind::number:
            case model::TypeKind::percent:
            case model::TypeKind::date:
            case model::TypeKind::moment:
            case model::TypeKind::duration: return order(type);
            default: return std::nullopt;
        }
    }

    /// Values of one enumeration as the same words of another; -1: it has no such word.
    Column recoded(const Column& values, std::int32_t from, std::int32_t to) {
        const auto& enumerations = run_.ruleset().vocabulary.enumerations;
        std::vector<std::int64_t> numbers;
        for (const model::EnumerationValue& value : enumerations[static_cast<std::size_t>(from)].values)
            numbers.push_back(enumerations[static_cast<std::size_t>(to)].index_of(value.word));
        kernels::Output<std::int64_t> result(arena_, values.rows);
        const kernels::Input<std::int64_t> inputs(values);
        for (std::size_t row = 0; row < values.rows; ++row) {
            auto value = inputs[row];
            if (value.known()) value.low = value.high = numbers[static_cast<std::size_t>(value.low)];
            result.put(row, value);
        }
        return result.done();
    }

    Column compare(const Instruction& made, kernels::Comparison comparison) {
        const model::Type &left = run_.instruction(made.inputs[0]).type, &right = run_.instruction(made.inputs[1]).type;
        if (left.kind == model::TypeKind::enumeration && left.of != right.of)  // one extends the other
            return kernels::compare(arena_, comparison, order(left), input(made, 0),
                                    recoded(input(made, 1), right.of, left.of), rows(made));
        return kernels::compare(arena_, comparison, order(run_.instruction(made.inputs[0]).type), input(made, 0),
                                input(made, 1), rows(made));
    }

    Column text_test(const Instruction& made) {
        kernels::TruthOutput result(arena_, rows(made));
        const kernels::Input<std::int64_t> texts(input(made, 0));
        for (std::size_t row = 0; row < rows(made); ++row) {
            const auto text = texts[row];
            if (!text.exact()) continue;
            // A constant that no plan has is not in the pool: its own words stand in the instruction.
            const std::string_view words = text_of(made.inputs[0], text.low);
            bool holds = false;
            if (made.opcode == Opcode::matches) {
                holds = kernels::matches_glob(words, made.text);
            } else {
                const auto start = kernels::Input<std::int64_t>(input(made, 1))[row];
                if (!start.exact()) continue;
                holds = words.starts_with(text_of(made.inputs[1], start.low));
            }
            result.set(row, holds ? kernels::Truth::holds : kernels::Truth::fails);
        }
        return result.done();
    }
    std::string_view text_of(std::int32_t id, std::int64_t text) const {
        if (text >= 0) return run_.plans->texts[text];
        const Instruction* made = &run_.instruction(id);
        while (made->opcode == Opcode::expand) made = &run_.instruction(made->inputs[0]);
        if (made->opcode == Opcode::constant) return made->text;
        if (made->opcode == Opcode::parameter)
            if (const model::Expression* value = value_of_parameter(made->index)) return value->text;
        return {};
    }

    Column due_within(const Instruction& made) {
        const bool moment = run_.instruction(made.inputs[2]).type.kind == model::TypeKind::moment;
        const Column deadline =
            kernels::add(arena_, operand(made, 2), operand(made, 1), false, month_end(), rows(made));
        return kernels::due_within(arena_, input(made, 0), deadline, moment, integer(run_.options.as_of), rows(made));
    }

    template <typename Combine>
    Column fold(const Instruction& made, Combine combine) {
        Column result = combine(operand(made, 0), operand(made, 1));
        for (std::size_t i = 2; i < made.inputs.size(); ++i)
            result = combine({result, form_of(made.type)}, operand(made, i));
        return result;
    }

    // --- rows by key

    /// A key cell of an item is exactly `key`.
    bool same_key(const Column& keys, std::size_t item, const Column& wanted, std::size_t row) const {
        if (keys.storage == plans::Storage::decimal) {
            const auto want = kernels::Input<model::Decimal>(wanted)[row];
            return plans::bit(keys.valid, item) && want.exact() && keys.decimals[item] == want.low &&
                   (keys.decimals_high.empty() || keys.decimals_high[item] == want.low);
        }
        if (keys.storage == plans::Storage::truth) {
            const kernels::Truth want = kernels::TruthInput(wanted)[row];
            return want != kernels::Truth::unknown && cell_truth(keys, item) == want;
        }
        const auto want = kernels::Input<std::int64_t>(wanted)[row];
        return plans::bit(keys.valid, item) && want.exact() && keys.integers[item] == want.low &&
               (keys.integers_high.empty() || keys.integers_high[item] == want.low);
    }

    Column element(const Instruction& made) {
        const kernels::List& list = run_.lists[made.inputs[0]];
        const kernels::Input<std::int64_t> elements(input(made, 1));
        const kernels::TruthInput presence(input(made, 2));
        const plans::EntityTable& table = run_.plans->table(static_cast<std::uint32_t>(made.entity));
        const std::vector<std::uint32_t>& key = run_.ruleset().vocabulary.entities[made.entity].key;
        kernels::Output<std::int64_t> result(arena_, rows(made));
        for (std::size_t row = 0; row < rows(made); ++row) {
            const std::size_t at = list.rows == 1 ? 0 : row;
            // Lists joined into one can hold two items of one key: then none of them is meant.
            std::int64_t found = -1;
            bool several = false, there = false;
            for (std::uint32_t i = list.begin[at]; i < list.end[at]; ++i) {
                const auto item = elements[i];
                if (!item.exact()) continue;
                bool same = true;
                for (std::size_t k = 0; k < key.size() && same; ++k)
                    same = same_key(table.fields[key[k]].values, static_cast<std::size_t>(item.low), input(made, 3 + k),
                                    row);
                if (!same || presence[i] == kernels::Truth::fails) continue;
                // A row whose key is all there and cannot be used is one of several with that key.
                several = several || (found >= 0 && found != item.low) ||
                          plans::bit(table.key_unusable, static_cast<std::size_t>(item.low));
                found = item.low;
                there = there || presence[i] == kernels::Truth::holds;
            }
            if (several) result.miss(row, kernels::State::unusable);
            else if (there) result.set(row, found);
        }
        return result.done();
    }

    Column table_row(const Instruction& made) {
        const model::Table& rule_table = run_.ruleset().tables[made.index];
        const plans::EntityTable& table = run_.plans->table(rule_table.entity);
        kernels::Output<std::int64_t> result(arena_, rows(made));
        for (std::size_t row = 0; row < rows(made); ++row) {
            // With a banded key, the greatest that is reached, once for the lower and once for the upper bound.
            std::int64_t found[2] = {-1, -1};
            bool banded = false;
            for (std::size_t item = 0; item < table.rows; ++item) {
                bool same = true;
                for (std::size_t k = 0; k < rule_table.banded.size() && same; ++k)
                    if (!rule_table.banded[k]) same = same_key(table.fields[k].values, item, input(made, k), row);
                if (!same) continue;
                for (int end = 0; end < 2; ++end) {
                    bool reached = true, better = found[end] < 0;
                    for (std::size_t k = 0; k < rule_table.banded.size(); ++k) {
                        if (!rule_table.banded[k]) continue;
                        banded = true;
                        reached = reached && reaches(table.fields[k].values, item, input(made, k), row, end == 1);
                        better = better || above(table.fields[k].values, item, static_cast<std::size_t>(found[end]));
                    }
                    if (reached && better) found[end] = static_cast<std::int64_t>(item);
                }
                if (!banded) break;
            }
            if (found[0] >= 0 && found[0] == found[1]) result.set(row, found[0]);
        }
        return result.done();
    }
    static bool reaches(const Column& bands, std::size_t item, const Column& wanted, std::size_t row, bool upper) {
        if (!plans::bit(bands.valid, item)) return false;
        if (bands.storage == plans::Storage::decimal) {
            const auto want = kernels::Input<model::Decimal>(wanted)[row];
            return want.known() && bands.decimals[item] <= (upper ? want.high : want.low);
        }
        const auto want = kernels::Input<std::int64_t>(wanted)[row];
        return want.known() && bands.integers[item] <= (upper ? want.high : want.low);
    }
    static bool above(const Column& bands, std::size_t one, std::size_t other) {
        return bands.storage == plans::Storage::decimal ? bands.decimals[one] > bands.decimals[other]
                                                        : bands.integers[one] > bands.integers[other];
    }

    // --- what people and other requirements say

    Column judged(const Instruction& made) {
        kernels::TruthOutput result(arena_, rows(made));
        bool any = false;
        for (const auto& record : run_.plans->records) any = any || !record.judgements.empty();
        if (!any) return result.done();
        const model::Judgement& asked = run_.ruleset().judgements[made.index];
        const std::string& requirement = run_.ruleset().requirements[asked.requirement].id;
        const program::LoweredRequirement& lowered = run_.program->requirements[asked.requirement];
        std::size_t level = 0;
        for (std::size_t i = 0; i < lowered.levels.size(); ++i)
            if (lowered.levels[i].frame == made.frame) level = i + 1;
        for (std::size_t row = 0; row < rows(made); ++row) {
            const std::string subject =
                level == 0 ? std::string() : subject_text(run_, lowered, level, static_cast<std::uint32_t>(row));
            const std::uint32_t plan = run_.plan_of(made.frame, static_cast<std::uint32_t>(row));
            for (const plans::HumanJudgement& judgement : run_.plans->records[plan].judgements)
                if (judgement.answer && judgement.requirement == requirement && judgement.part == asked.part &&
                    judgement.subject == subject)
                    result.set(row, *judgement.answer ? kernels::Truth::holds : kernels::Truth::fails);
        }
        return result.done();
    }

    Column verdict(const Instruction& made) {
        kernels::TruthOutput result(arena_, rows(made));
        const bool applies = made.opcode == Opcode::verdict_applies;
        const auto requirement = static_cast<std::uint32_t>(made.index);
        const std::int32_t entity = made.inputs.empty() ? -1 : run_.instruction(made.inputs[0]).type.of;
        std::vector<std::optional<std::vector<Leaf>>> leaves(run_.plans->records.size());
        for (std::size_t row = 0; row < rows(made); ++row) {
            const std::uint32_t plan = run_.plan_of(made.frame, static_cast<std::uint32_t>(row));
            if (!leaves[plan]) leaves[plan] = leaves_of(run_, requirement, plan);
            std::optional<AskedItem> item;
            if (entity >= 0) {
                const auto of = kernels::Input<std::int64_t>(input(made, 0))[row];
                if (!of.exact()) continue;
                item = AskedItem{entity, of.low};
            }
            result.set(row, verdict_truth(run_, requirement, *leaves[plan], item, applies));
        }
        return result.done();
    }
};

}  // namespace

bool execute(Run& run, std::size_t first, std::size_t last, std::vector<grammar::Diagnostic>& diagnostics) {
    Executor executor(run, diagnostics);
    for (std::size_t id = first; id < last; ++id)
        if (!executor.execute(static_cast<std::int32_t>(id))) return false;
    return true;
}

void Run::run_texts() const {
    // Columns of the text section are written once and by one thread; nobody reads them before.
    std::call_once(texts_once, [this] {
        Run& run = const_cast<Run&>(*this);
        run.columns.resize(program->instructions.size());
        run.lists.resize(program->instructions.size());
        std::vector<grammar::Diagnostic> diagnostics;
        assess::execute(run, program->text_section, program->instructions.size(), diagnostics);
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
    made->columns.resize(made->program->text_section);
    made->lists.resize(made->program->text_section);
    made->frames.resize(made->program->frames.size());
    made->frames[0].rows = 1;
    made->frames[1].rows = made->plans->records.size();
    if (execute(*made, 0, made->program->text_section, result.diagnostics)) result.run = std::move(made);
    return result;
}

}  // namespace brecha::assess
