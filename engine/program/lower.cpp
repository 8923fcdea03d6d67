// Checked ruleset -> program. Every expression is lowered in the outermost frame that knows all its variables, so what
// does not depend on an inner element is computed once for all of them.
#include "program/program.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace brecha::program {

using model::Expression;
using model::Operation;

namespace {

/// An expression's place in the program. Lists: the list instruction, with its elements and their presence in frame
/// `inner`.
struct Value {
    std::int32_t instruction = -1;
    std::int32_t frame = 0;
    bool list = false;
    std::int32_t inner = -1;
    std::int32_t elements = -1;
    std::int32_t presence = -1;
};

std::string key_of(const Instruction& instruction) {
    std::string key;
    const auto append = [&](const auto& field) { key.append(reinterpret_cast<const char*>(&field), sizeof field); };
    append(instruction.opcode);
    append(instruction.frame);
    append(instruction.index);
    append(instruction.entity);
    append(instruction.field);
    append(instruction.has_condition);
    append(instruction.can_be_negative);
    append(instruction.number);
    append(instruction.type.kind);
    append(instruction.type.of);
    append(instruction.type.unit);
    for (const std::int32_t input : instruction.inputs) append(input);
    key += instruction.text;
    return key;
}

bool makes_rows(Opcode opcode) { return opcode >= Opcode::load_list && opcode <= Opcode::choose_list; }

class Lowerer {
public:
    explicit Lowerer(std::shared_ptr<const plans::Schema> schema) : ruleset_(*schema->ruleset) {
        program_.schema = std::move(schema);
        program_.frames.push_back({-1, 0, -1});
        program_.frames.push_back({0, 1, -1});
        program_.requirements.resize(ruleset_.requirements.size());
        environment_.resize(ruleset_.variables.size());
        lets_.resize(ruleset_.variables.size());
    }

    Program lower_all() {
        for (std::size_t i = 0; i < ruleset_.requirements.size(); ++i) requirement(i);
        program_.text_section = program_.instructions.size();
        for (std::size_t i = 0; i < ruleset_.requirements.size(); ++i) texts(i);
        return std::move(program_);
    }

private:
    const model::Ruleset& ruleset_;
    Program program_;
    std::unordered_map<std::string, std::int32_t> known_;
    std::vector<Value> environment_;       // by variable; instruction -1: not bound
    std::vector<const Expression*> lets_;  // by variable: its value, lowered when first read
    std::map<std::pair<std::int32_t, std::vector<std::int32_t>>, Value> calls_;
    std::map<std::int32_t, const Expression*> spellings_;  // of the requirement at hand
    std::int32_t subject_frame_ = 1;                       // of the requirement at hand: where judgements are asked

    // --- instructions

    int depth(std::int32_t frame) const { return program_.frames[frame].depth; }
    std::int32_t deeper(std::int32_t left, std::int32_t right) const {
        return depth(left) >= depth(right) ? left : right;
    }

    std::int32_t emit(Instruction instruction, const Expression* source) {
        const std::string key = key_of(instruction);
        if (const auto found = known_.find(key); found != known_.end()) return found->second;
        const auto id = static_cast<std::int32_t>(program_.instructions.size());
        known_.emplace(key, id);
        instruction.source = source;
        const bool opens = makes_rows(instruction.opcode);
        if (opens) {
            instruction.opens = static_cast<std::int32_t>(program_.frames.size());
            program_.frames.push_back({instruction.frame, depth(instruction.frame) + 1, id});
        }
        const std::int32_t inner = instruction.opens;
        const model::Type type = instruction.type;
        program_.instructions.push_back(std::move(instruction));
        if (opens) {
            for (const Opcode opcode : {Opcode::elements, Opcode::presence}) {
                Instruction part;
                part.opcode = opcode;
                part.frame = inner;
                part.inputs = {id};
                part.type = type;
                if (opcode == Opcode::presence) part.type = truth_type();
                part.source = source;
                program_.instructions.push_back(std::move(part));
            }
        }
        return id;
    }

    static model::Type truth_type() {
        model::Type type;
        type.kind = model::TypeKind::yes_no;
        return type;
    }

    Value value_of(std::int32_t id) const { return {id, program_.instructions[id].frame, false, -1, -1, -1}; }
    Value list_of(std::int32_t id) const {
        const Instruction& made = program_.instructions[id];
        return {id, made.frame, true, made.opens, id + 1, id + 2};
    }

    /// outer => a column of `frame` with its value once a row. Frame 0 is read by everyone as it is.
    std::int32_t expand(const Value& value, std::int32_t frame) {
        if (value.frame == frame || value.frame == 0) return value.instruction;
        Instruction instruction;
        instruction.opcode = Opcode::expand;
        instruction.frame = frame;
        instruction.inputs = {value.instruction};
        instruction.type = program_.instructions[value.instruction].type;
        return emit(std::move(instruction), program_.instructions[value.instruction].source);
    }

    /// list of an outer frame => the same list once a row of `frame`.
    Value spread(const Value& list, std::int32_t frame) {
        if (list.frame == frame) return list;
        Instruction instruction;
        instruction.opcode = Opcode::spread;
        instruction.frame = frame;
        instruction.inputs = {list.instruction, list.elements, list.presence};
        instruction.type = program_.instructions[list.elements].type;
        return list_of(emit(std::move(instruction), program_.instructions[list.instruction].source));
    }

    /// Expands all operands to the deepest of their frames and emits one instruction there.
    Value apply(Opcode opcode, const std::vector<Value>& operands, const Expression& source,
                void (*adjust)(Instruction&, const Expression&) = nullptr) {
        std::int32_t frame = 0;
        for (const Value& operand : operands) frame = deeper(frame, operand.frame);
        Instruction instruction;
        instruction.opcode = opcode;
        instruction.frame = frame;
        for (const Value& operand : operands) instruction.inputs.push_back(expand(operand, frame));
        instruction.type = source.type;
        if (adjust) adjust(instruction, source);
        return value_of(emit(std::move(instruction), &source));
    }

    Value constant(const Expression& source) {
        Instruction instruction;
        instruction.opcode = Opcode::constant;
        instruction.type = source.type;
        instruction.number =
            source.operation == Operation::enumeration_value ? model::Decimal(source.index) : source.number;
        instruction.text = source.text;
        return value_of(emit(std::move(instruction), &source));
    }

    Value source_instruction(Opcode opcode, std::int32_t frame, std::int32_t index, const Expression& source) {
        Instruction instruction;
        instruction.opcode = opcode;
        instruction.frame = frame;
        instruction.index = index;
        instruction.type = source.type;
        instruction.type.list = false;
        const std::int32_t id = emit(std::move(instruction), &source);
        return makes_rows(opcode) ? list_of(id) : value_of(id);
    }

    // --- free variables decide the frame of a binder

    std::int32_t frame_of(const Expression& expression, std::vector<std::int32_t>& bound) {
        std::int32_t frame = 0;
        switch (expression.operation) {
            case Operation::variable:
                if (std::find(bound.begin(), bound.end(), expression.index) != bound.end()) return 0;
                return lookup(expression.index).frame;
            case Operation::plan: return 1;
            case Operation::judged: return subject_frame_;
            case Operation::verdict_met:
            case Operation::verdict_applies: frame = 1; break;
            case Operation::call: {
                // A definition's body reads its parameters only, and the plan.
                frame = reads_plan(ruleset_.definitions[expression.index].body) ? 1 : 0;
                break;
            }
            default: break;
        }
        if (expression.variable >= 0) bound.push_back(expression.variable);
        for (const Expression& operand : expression.operands) frame = deeper(frame, frame_of(operand, bound));
        if (expression.variable >= 0) bound.pop_back();
        return frame;
    }
    std::int32_t frame_of(const Expression& expression) {
        std::vector<std::int32_t> bound;
        return frame_of(expression, bound);
    }
    bool reads_plan(const Expression& expression) const {
        if (expression.operation == Operation::plan || expression.operation == Operation::verdict_met ||
            expression.operation == Operation::verdict_applies)
            return true;
        if (expression.operation == Operation::call && reads_plan(ruleset_.definitions[expression.index].body))
            return true;
        return std::any_of(expression.operands.begin(), expression.operands.end(),
                           [&](const Expression& operand) { return reads_plan(operand); });
    }

    Value lookup(std::int32_t variable) {
        if (environment_[variable].instruction < 0 && lets_[variable]) environment_[variable] = lower(*lets_[variable]);
        return environment_[variable];
    }

    /// Can the values of this instruction be below zero? Numbers of a plan cannot; what takes away can. Conditions only
    /// choose.
    bool can_be_negative(std::int32_t id, std::set<std::int32_t>& seen) const {
        if (id < 0 || !seen.insert(id).second) return false;
        const Instruction& made = program_.instructions[id];
        switch (made.opcode) {
            case Opcode::subtract:
            case Opcode::negate:
            case Opcode::years_between:
            case Opcode::months_between: return true;
            case Opcode::count:
            case Opcode::share:
            case Opcode::absolute: return false;
            case Opcode::constant: return is_number(made.type) && made.number < 0;
            case Opcode::parameter:
            case Opcode::parameter_list: {
                const auto& value = ruleset_.parameters[made.index].value;
                return value && has_number_below_zero(*value);
            }
            case Opcode::elements: return can_be_negative(id - 1, seen);
            default: break;
        }
        if (made.type.kind == model::TypeKind::yes_no) return false;
        return std::any_of(made.inputs.begin(), made.inputs.end(),
                           [&](std::int32_t input) { return can_be_negative(input, seen); });
    }
    static bool is_number(const model::Type& type) {
        return type.kind == model::TypeKind::number || type.kind == model::TypeKind::percent;
    }
    static bool has_number_below_zero(const Expression& value) {
        return (value.operation == Operation::number && value.number < 0) ||
               std::any_of(value.operands.begin(), value.operands.end(), has_number_below_zero);
    }

    // --- binders

    struct Bound {
        Value list;                   // spread to the frame of the whole binder
        std::int32_t in = -1;         // presence and condition, in list.inner
        std::int32_t condition = -1;  // alone
        Value body;                   // instruction -1: none
    };

    Bound bind(const Expression& binder) {
        std::vector<std::int32_t> bound{binder.variable};
        std::int32_t frame = 0;
        for (std::size_t i = 1; i < binder.operands.size(); ++i)
            frame = deeper(frame, frame_of(binder.operands[i], bound));
        Value list = lower(binder.operands[0]);
        list = spread(list, deeper(frame, list.frame));
        Bound result;
        const Value saved = environment_[binder.variable];
        environment_[binder.variable] = {list.elements, list.inner, false, -1, -1, -1};
        result.in = list.presence;
        if (binder.has_condition) {
            const Value condition = lower(binder.operands[1]);
            result.condition = condition.instruction;
            result.in = conjunction(list.presence, expand(condition, list.inner), list.inner, &binder.operands[1]);
        }
        if (binder.has_body) result.body = lower(binder.operands.back());
        environment_[binder.variable] = saved;
        result.list = list;
        return result;
    }

    std::int32_t conjunction(std::int32_t left, std::int32_t right, std::int32_t frame, const Expression* source) {
        Instruction instruction;
        instruction.opcode = Opcode::and_;
        instruction.frame = frame;
        instruction.inputs = {left, right};
        instruction.type = truth_type();
        return emit(std::move(instruction), source);
    }

    Value close(Opcode opcode, const Expression& binder) {
        const Bound bound = bind(binder);
        Instruction instruction;
        instruction.opcode = opcode;
        instruction.frame = bound.list.frame;
        std::int32_t in = bound.in;
        std::int32_t body = bound.body.instruction < 0 ? -1 : expand(bound.body, bound.list.inner);
        if (opcode == Opcode::share && body < 0) {  // share of those that satisfy the condition among all
            in = bound.list.presence;
            body = bound.condition < 0 ? -1 : expand(value_of(bound.condition), bound.list.inner);
        }
        instruction.inputs = {bound.list.instruction, in, body};
        instruction.has_condition = binder.has_condition;
        instruction.type = binder.type;
        std::set<std::int32_t> seen;
        instruction.can_be_negative = opcode == Opcode::sum && can_be_negative(body, seen);
        return value_of(emit(std::move(instruction), &binder));
    }

    /// list(x in L where C : B) => the same rows seen with other elements; B a list => its rows, seen from outside.
    Value collect(const Expression& binder) {
        const Bound bound = bind(binder);
        Instruction instruction;
        instruction.frame = bound.list.frame;
        instruction.has_condition = binder.has_condition;
        instruction.type = binder.type.element();
        Value result;
        result.list = true;
        result.frame = bound.list.frame;
        if (bound.body.instruction >= 0 && bound.body.list) {
            const Value inner = spread(bound.body, bound.list.inner);
            const std::int32_t outer = expand(value_of(bound.in), inner.inner);
            result.inner = inner.inner;
            result.elements = inner.elements;
            result.presence = conjunction(outer, inner.presence, inner.inner, &binder);
            instruction.opcode = Opcode::flatten;
            instruction.inputs = {bound.list.instruction, bound.in, inner.instruction, result.elements,
                                  result.presence};
        } else {
            result.inner = bound.list.inner;
            result.elements = bound.body.instruction < 0 ? bound.list.elements
                                                         : frame_expanded(bound.body, bound.list.inner, &binder);
            result.presence = bound.in;
            instruction.opcode = Opcode::view;
            instruction.inputs = {bound.list.instruction, result.elements, result.presence};
        }
        result.instruction = emit(std::move(instruction), &binder);
        return result;
    }

    /// Like expand, but frame 0 is written out too: a list's elements need a row each.
    std::int32_t frame_expanded(const Value& value, std::int32_t frame, const Expression* source) {
        if (value.frame == frame) return value.instruction;
        Instruction instruction;
        instruction.opcode = Opcode::expand;
        instruction.frame = frame;
        instruction.inputs = {value.instruction};
        instruction.type = program_.instructions[value.instruction].type;
        return emit(std::move(instruction), source);
    }

    Value distinct(const Value& list, const Expression& source) {
        Instruction instruction;
        instruction.opcode = Opcode::distinct;
        instruction.frame = list.frame;
        instruction.inputs = {list.instruction, list.elements, list.presence};
        instruction.type = source.type.element();
        return list_of(emit(std::move(instruction), &source));
    }

    /// contains(L, v) => any(x in L : x = v), in the deeper of both frames.
    Value contains(const Value& list, const Value& value, const Expression& source) {
        const std::int32_t frame = deeper(list.frame, value.frame);
        const Value wide = spread(list, frame);
        Instruction equal;
        equal.opcode = Opcode::equal;
        equal.frame = wide.inner;
        equal.inputs = {wide.elements, expand(value, wide.inner)};
        equal.type = truth_type();
        const std::int32_t same = emit(std::move(equal), &source);
        Instruction any;
        any.opcode = Opcode::any;
        any.frame = frame;
        any.inputs = {wide.instruction, wide.presence, same};
        any.type = truth_type();
        return value_of(emit(std::move(any), &source));
    }

    /// covers(L, S) => in S's frame: contains(L, s)
    std::pair<Value, std::int32_t> covered(const Expression& source, std::int32_t least_frame) {
        const Value left = lower(source.operands[0]);
        Value right = lower(source.operands[1]);
        right = spread(right, deeper(least_frame, deeper(left.frame, right.frame)));
        const Value element{right.elements, right.inner, false, -1, -1, -1};
        const Value truth = contains(left, element, source);
        return {right, expand(truth, right.inner)};
    }

    // --- expressions

    Value lower(const Expression& expression) {
        const Value value = lower_one(expression);
        spellings_.emplace(value.instruction, &expression);
        return value;
    }

    Value lower_one(const Expression& expression) {
        switch (expression.operation) {
            case Operation::truth:
            case Operation::number:
            case Operation::text:
            case Operation::date:
            case Operation::moment:
            case Operation::duration:
            case Operation::enumeration_value: return constant(expression);
            case Operation::list_literal: {
                std::vector<Value> operands = lower_all_of(expression);
                Value value = apply(Opcode::list_literal, operands, expression,
                                    [](Instruction& made, const Expression&) { made.type.list = false; });
                return list_of(value.instruction);
            }
            case Operation::enumeration_values:
                return source_instruction(Opcode::constant_list, 0, expression.type.of, expression);
            case Operation::assessment_date: return source_instruction(Opcode::assessment_date, 0, -1, expression);
            case Operation::parameter:
                return source_instruction(expression.type.list ? Opcode::parameter_list : Opcode::parameter, 0,
                                          expression.index, expression);
            case Operation::nothing: return source_instruction(Opcode::missing_constant, 0, -1, expression);
            case Operation::plan: return source_instruction(Opcode::plan_item, 1, -1, expression);
            case Operation::variable: return lookup(expression.index);
            case Operation::field: return field(expression);
            case Operation::element: {
                std::vector<Value> operands = lower_all_of(expression);
                std::int32_t frame = operands[0].frame;
                for (const Value& operand : operands) frame = deeper(frame, operand.frame);
                const Value list = spread(operands[0], frame);
                Instruction instruction;
                instruction.opcode = Opcode::element;
                instruction.frame = frame;
                instruction.inputs = {list.instruction, list.elements, list.presence};
                for (std::size_t i = 1; i < operands.size(); ++i)
                    instruction.inputs.push_back(expand(operands[i], frame));
                instruction.type = expression.type;
                instruction.entity = program_.instructions[list.elements].type.of;
                return value_of(emit(std::move(instruction), &expression));
            }
            case Operation::table_rows: return source_instruction(Opcode::table_list, 0, expression.index, expression);
            case Operation::table_row: return table_row(expression);
            case Operation::call: return call(expression);
            case Operation::judged:
                return source_instruction(Opcode::judged, subject_frame_, expression.index, expression);
            case Operation::verdict_met:
            case Operation::verdict_applies: return verdict(expression);
            case Operation::not_: return apply(Opcode::not_, lower_all_of(expression), expression);
            case Operation::and_: return apply(Opcode::and_, lower_all_of(expression), expression);
            case Operation::or_: return apply(Opcode::or_, lower_all_of(expression), expression);
            case Operation::implies: {
                const Value condition = apply(Opcode::not_, {lower(expression.operands[0])}, expression.operands[0],
                                              [](Instruction& made, const Expression&) { made.type = truth_type(); });
                return apply(Opcode::or_, {condition, lower(expression.operands[1])}, expression);
            }
            case Operation::choose: return choose(expression);
            case Operation::owed_if: return apply(Opcode::owed_if, lower_all_of(expression), expression);
            case Operation::given: {
                const Value value = lower(expression.operands[0]);
                if (!value.list) return apply(Opcode::given, {value}, expression);
                Instruction instruction;
                instruction.opcode = Opcode::given_list;
                instruction.frame = value.frame;
                instruction.inputs = {value.instruction, value.presence};
                instruction.type = expression.type;
                return value_of(emit(std::move(instruction), &expression));
            }
            case Operation::equal: return apply(Opcode::equal, lower_all_of(expression), expression);
            case Operation::less: return apply(Opcode::less, lower_all_of(expression), expression);
            case Operation::at_most: return apply(Opcode::at_most, lower_all_of(expression), expression);
            case Operation::contains:
                return contains(lower(expression.operands[0]), lower(expression.operands[1]), expression);
            case Operation::covers: {
                const auto [right, truth] = covered(expression, 0);
                Instruction instruction;
                instruction.opcode = Opcode::all;
                instruction.frame = right.frame;
                instruction.inputs = {right.instruction, right.presence, truth};
                instruction.type = expression.type;
                return value_of(emit(std::move(instruction), &expression));
            }
            case Operation::starts_with: return apply(Opcode::starts_with, lower_all_of(expression), expression);
            case Operation::matches:
                return apply(Opcode::matches, lower_all_of(expression), expression,
                             [](Instruction& made, const Expression& source) { made.text = source.text; });
            case Operation::due_within: return apply(Opcode::due_within, lower_all_of(expression), expression);
            case Operation::apart: {
                const std::vector<Value> operands = lower_all_of(expression);
                std::int32_t frame = 0;
                for (const Value& operand : operands) frame = deeper(frame, operand.frame);
                const Value list = spread(operands[0], frame);
                Instruction instruction;
                instruction.opcode = Opcode::apart;
                instruction.frame = frame;
                instruction.index = expression.index;
                instruction.inputs = {list.instruction, list.elements, list.presence};
                for (std::size_t i = 1; i < operands.size(); ++i)
                    instruction.inputs.push_back(expand(operands[i], frame));
                instruction.type = expression.type;
                return value_of(emit(std::move(instruction), &expression));
            }
            case Operation::otherwise: {
                const std::vector<Value> operands = lower_all_of(expression);
                return operands[0].list ? merge_lists(Opcode::otherwise_list, operands, expression)
                                        : apply(Opcode::otherwise, operands, expression);
            }
            case Operation::add: {
                const std::vector<Value> operands = lower_all_of(expression);
                if (operands[0].list) {
                    Value result = merge_lists(Opcode::join, {operands[0], operands[1]}, expression);
                    for (std::size_t i = 2; i < operands.size(); ++i)
                        result = merge_lists(Opcode::join, {result, operands[i]}, expression);
                    return result;
                }
                return apply(Opcode::add, operands, expression);
            }
            case Operation::subtract: return apply(Opcode::subtract, lower_all_of(expression), expression);
            case Operation::multiply: return apply(Opcode::multiply, lower_all_of(expression), expression);
            case Operation::divide: return apply(Opcode::divide, lower_all_of(expression), expression);
            case Operation::negate: return apply(Opcode::negate, lower_all_of(expression), expression);
            case Operation::year: return apply(Opcode::year, lower_all_of(expression), expression);
            case Operation::month: return apply(Opcode::month, lower_all_of(expression), expression);
            case Operation::days: return apply(Opcode::days, lower_all_of(expression), expression);
            case Operation::hours: return apply(Opcode::hours, lower_all_of(expression), expression);
            case Operation::date_of: return apply(Opcode::date_of, lower_all_of(expression), expression);
            case Operation::years_between: return apply(Opcode::years_between, lower_all_of(expression), expression);
            case Operation::months_between: return apply(Opcode::months_between, lower_all_of(expression), expression);
            case Operation::absolute: return apply(Opcode::absolute, lower_all_of(expression), expression);
            case Operation::round: return apply(Opcode::round, lower_all_of(expression), expression);
            case Operation::round_up: return apply(Opcode::round_up, lower_all_of(expression), expression);
            case Operation::round_down: return apply(Opcode::round_down, lower_all_of(expression), expression);
            case Operation::amount: {
                // amount(x, unit) => x / factor of the unit
                const Value value = lower(expression.operands[0]);
                const model::Decimal factor =
                    expression.index < 0 ? model::decimal_one : ruleset_.vocabulary.units[expression.index].factor;
                if (factor == model::decimal_one) return value;
                Instruction instruction;
                instruction.opcode = Opcode::constant;
                instruction.type = expression.type;
                instruction.number = factor;
                return apply(Opcode::divide, {value, value_of(emit(std::move(instruction), &expression))}, expression);
            }
            case Operation::smaller: return apply(Opcode::smaller, lower_all_of(expression), expression);
            case Operation::larger: return apply(Opcode::larger, lower_all_of(expression), expression);
            case Operation::share_of: return apply(Opcode::share_of, lower_all_of(expression), expression);
            case Operation::missing_from: {
                const Value left = lower(expression.operands[0]);
                Value right = lower(expression.operands[1]);
                right = spread(right, deeper(left.frame, right.frame));
                const Value element{right.elements, right.inner, false, -1, -1, -1};
                const Value truth = contains(left, element, expression);
                Instruction instruction;
                instruction.opcode = Opcode::missing_from;
                instruction.frame = right.frame;
                instruction.inputs = {right.instruction, right.elements, right.presence, expand(truth, right.inner)};
                instruction.type = expression.type.element();
                return list_of(emit(std::move(instruction), &expression));
            }
            case Operation::longest_gap: {
                const Value list = lower(expression.operands[0]);
                Instruction instruction;
                instruction.opcode = Opcode::longest_gap;
                instruction.frame = list.frame;
                instruction.inputs = {list.instruction, list.presence, list.elements};
                instruction.type = expression.type;
                return value_of(emit(std::move(instruction), &expression));
            }
            case Operation::years: return made_list(Opcode::years, expression);
            case Operation::full_years: return made_list(Opcode::full_years, expression);
            case Operation::numbers: return made_list(Opcode::numbers, expression);
            case Operation::dates: return made_list(Opcode::dates, expression);
            case Operation::some: return close(Opcode::any, expression);
            case Operation::every: return close(Opcode::all, expression);
            case Operation::count: return close(Opcode::count, expression);
            case Operation::sum: return close(Opcode::sum, expression);
            case Operation::smallest: return close(Opcode::least, expression);
            case Operation::largest: return close(Opcode::greatest, expression);
            case Operation::average: return close(Opcode::average, expression);
            case Operation::share: return close(Opcode::share, expression);
            case Operation::list: return collect(expression);
            case Operation::distinct: return distinct(collect(expression), expression);
        }
        return source_instruction(Opcode::missing_constant, 0, -1, expression);
    }

    std::vector<Value> lower_all_of(const Expression& expression) {
        std::vector<Value> values;
        values.reserve(expression.operands.size());
        for (const Expression& operand : expression.operands) values.push_back(lower(operand));
        return values;
    }

    Value made_list(Opcode opcode, const Expression& expression) {
        return list_of(apply(opcode, lower_all_of(expression), expression, [](Instruction& made, const Expression&) {
                           made.type.list = false;
                       }).instruction);
    }

    Value merge_lists(Opcode opcode, const std::vector<Value>& lists, const Expression& source) {
        std::int32_t frame = 0;
        for (const Value& list : lists) frame = deeper(frame, list.frame);
        Instruction instruction;
        instruction.opcode = opcode;
        instruction.frame = frame;
        instruction.type = source.type.element();
        for (const Value& value : lists) {
            if (!value.list) {
                instruction.inputs.push_back(expand(value, frame));
                continue;
            }
            const Value list = spread(value, frame);
            instruction.inputs.insert(instruction.inputs.end(), {list.instruction, list.elements, list.presence});
        }
        return list_of(emit(std::move(instruction), &source));
    }

    Value choose(const Expression& expression) {
        const std::vector<Value> operands = lower_all_of(expression);
        return operands[1].list ? merge_lists(Opcode::choose_list, operands, expression)
                                : apply(Opcode::choose, operands, expression);
    }

    Value field(const Expression& expression) {
        const Value item = lower(expression.operands[0]);
        const auto entity = expression.operands[0].type.of;
        Instruction instruction;
        instruction.opcode = expression.type.list ? Opcode::load_list : Opcode::load;
        instruction.frame = item.frame;
        instruction.inputs = {item.instruction};
        instruction.entity = entity;
        instruction.field = expression.index;
        instruction.type = expression.type.element();
        const std::int32_t id = emit(std::move(instruction), &expression);
        return expression.type.list ? list_of(id) : value_of(id);
    }

    Value table_row(const Expression& expression) {
        const model::Table& table = ruleset_.tables[expression.index];
        Value row = apply(Opcode::table_row, lower_all_of(expression), expression,
                          [](Instruction& made, const Expression& source) { made.index = source.index; });
        if (expression.type.kind == model::TypeKind::item) return row;
        // -> TYPE: the row's one value
        Instruction& found = program_.instructions[row.instruction];
        found.type = {};
        found.type.kind = model::TypeKind::item;
        found.type.of = static_cast<std::int32_t>(table.entity);
        Instruction instruction;
        instruction.opcode = Opcode::load;
        instruction.frame = row.frame;
        instruction.inputs = {row.instruction};
        instruction.entity = static_cast<std::int32_t>(table.entity);
        instruction.field = static_cast<std::int32_t>(ruleset_.vocabulary.entities[table.entity].fields.size()) - 1;
        instruction.type = expression.type;
        return value_of(emit(std::move(instruction), &expression));
    }

    Value call(const Expression& expression) {
        const model::Definition& definition = ruleset_.definitions[expression.index];
        const std::vector<Value> arguments = lower_all_of(expression);
        std::vector<std::int32_t> key;
        for (const Value& argument : arguments)
            key.insert(key.end(), {argument.instruction, argument.elements, argument.presence});
        const auto found = calls_.find({expression.index, key});
        if (found != calls_.end()) return found->second;
        std::vector<Value> saved;
        for (std::size_t i = 0; i < definition.parameters.size(); ++i) {
            saved.push_back(environment_[definition.parameters[i]]);
            environment_[definition.parameters[i]] = arguments[i];
        }
        const Value result = lower(definition.body);
        for (std::size_t i = 0; i < definition.parameters.size(); ++i)
            environment_[definition.parameters[i]] = saved[i];
        calls_.emplace(std::make_pair(expression.index, std::move(key)), result);
        return result;
    }

    Value verdict(const Expression& expression) {
        const std::vector<Value> operands = lower_all_of(expression);
        {  // the other requirement must stand before; it has its own subjects and lets
            const std::int32_t saved_frame = subject_frame_;
            auto saved_spellings = std::move(spellings_);
            requirement(static_cast<std::size_t>(expression.index));
            subject_frame_ = saved_frame;
            spellings_ = std::move(saved_spellings);
        }
        Instruction instruction;
        instruction.opcode =
            expression.operation == Operation::verdict_met ? Opcode::verdict_met : Opcode::verdict_applies;
        instruction.frame = operands.empty() ? 1 : deeper(1, operands[0].frame);
        instruction.index = expression.index;
        for (const Value& operand : operands) instruction.inputs.push_back(expand(operand, instruction.frame));
        instruction.type = expression.type;
        return value_of(emit(std::move(instruction), &expression));
    }

    // --- requirements

    std::int32_t conjunction_of(const std::vector<const Expression*>& conditions) {
        if (conditions.empty()) return -1;
        std::vector<Value> values;
        for (const Expression* condition : conditions) values.push_back(lower(*condition));
        if (values.size() == 1) return values[0].instruction;
        Instruction instruction;
        instruction.opcode = Opcode::and_;
        for (const Value& value : values) instruction.frame = deeper(instruction.frame, value.frame);
        for (const Value& value : values) instruction.inputs.push_back(expand(value, instruction.frame));
        instruction.type = truth_type();
        return emit(std::move(instruction), conditions[0]);
    }

    std::int32_t conditions_at(const model::Requirement& rule, std::uint32_t level) {
        std::vector<const Expression*> conditions;
        for (const model::When& when : rule.conditions)
            if (when.depth == level) conditions.push_back(&when.condition);
        return conjunction_of(conditions);
    }

    /// The level of whose item this is a list, or a list of something in it; -1: none. A reference leads elsewhere.
    std::int32_t walked_level(std::int32_t list, const std::vector<Level>& levels) const {
        const Instruction& made = program_.instructions[list];
        const auto both = [&](std::size_t one, std::size_t other) {
            const std::int32_t level = walked_level(made.inputs[one], levels);
            return level == walked_level(made.inputs[other], levels) ? level : -1;
        };
        switch (made.opcode) {
            case Opcode::load_list: return owned(made) ? level_of_item(made.inputs[0], levels) : -1;
            case Opcode::spread:
            case Opcode::distinct:
            case Opcode::missing_from: return walked_level(made.inputs[0], levels);
            case Opcode::view: return level_of_item(made.inputs[1], levels);
            case Opcode::flatten: return level_of_item(made.inputs[3], levels);
            case Opcode::join:
            case Opcode::otherwise_list: return both(0, 3);
            case Opcode::choose_list: return both(1, 4);
            default: return -1;
        }
    }
    std::int32_t level_of_item(std::int32_t item, const std::vector<Level>& levels) const {
        for (std::size_t level = 0; level < levels.size(); ++level)
            if (levels[level].elements == item) return static_cast<std::int32_t>(level);
        const Instruction& made = program_.instructions[item];
        switch (made.opcode) {
            case Opcode::expand: return level_of_item(made.inputs[0], levels);
            case Opcode::load: return owned(made) ? level_of_item(made.inputs[0], levels) : -1;
            case Opcode::element:
            case Opcode::elements: return walked_level(made.inputs[0], levels);
            default: return -1;
        }
    }
    bool lies_in(std::int32_t frame, std::int32_t outer) const {
        while (frame > outer) frame = program_.frames[frame].parent;  // inner frames are opened later
        return frame == outer;
    }
    bool owned(const Instruction& made) const {
        const model::Field& field = ruleset_.vocabulary.entities[static_cast<std::size_t>(made.entity)]
                                        .fields[static_cast<std::size_t>(made.field)];
        return field.type.kind == model::TypeKind::item && !field.reference;
    }

    void requirement(std::size_t index) {
        LoweredRequirement& done = program_.requirements[index];
        if (done.lowered) return;
        done.lowered = true;
        const model::Requirement& rule = ruleset_.requirements[index];
        LoweredRequirement lowered;
        lowered.lowered = true;
        for (const model::Let& let : rule.lets) {
            lets_[let.variable] = &let.value;
            environment_[let.variable] = {};
        }
        subject_frame_ = 1;
        spellings_.clear();
        lowered.when = conditions_at(rule, 0);
        for (std::size_t level = 0; level < rule.subjects.size(); ++level) {
            const model::Subject& subject = rule.subjects[level];
            const Value own = lower(subject.list);
            const Value list = spread(own, subject_frame_);
            Level made;
            made.list = list.instruction;
            made.frame = list.inner;
            made.elements = list.elements;
            made.in = list.presence;
            made.type = program_.instructions[list.elements].type;
            made.walks = made.type.kind == model::TypeKind::item ? walked_level(own.instruction, lowered.levels) : -1;
            // A list that does not turn on the level's item can look at the same elements all the same.
            if (made.walks >= 0 && !lies_in(own.frame, lowered.levels[static_cast<std::size_t>(made.walks)].frame))
                made.walks = -1;
            environment_[subject.variable] = {list.elements, list.inner, false, -1, -1, -1};
            subject_frame_ = list.inner;
            if (subject.condition) {
                const Value condition = lower(*subject.condition);
                made.condition = condition.instruction;
                made.in = conjunction(list.presence, expand(condition, list.inner), list.inner, &*subject.condition);
            }
            made.when = conditions_at(rule, static_cast<std::uint32_t>(level + 1));
            lowered.levels.push_back(made);
        }
        for (const model::Clause& clause : rule.clauses) lowered.clauses.push_back(this->clause(clause.condition));
        lowered.spellings.assign(spellings_.begin(), spellings_.end());
        program_.requirements[index] = std::move(lowered);
    }

    LoweredClause clause(const Expression& condition) {
        LoweredClause made;
        std::vector<const Expression*> owed;
        const Expression* inner = &condition;
        while (inner->operation == Operation::owed_if) {
            owed.push_back(&inner->operands[0]);
            inner = &inner->operands[1];
        }
        made.owed = conjunction_of(owed);
        if (inner->operation == Operation::due_within) made.due = lower(*inner).instruction;
        if (inner->operation != Operation::covers) {
            made.truth = lower(condition).instruction;
            return made;
        }
        const auto [right, truth] = covered(*inner, 0);
        Value part{truth, right.inner, false, -1, -1, -1};
        Value list = right;
        if (made.owed >= 0) {
            const Value owed_value = value_of(made.owed);
            if (depth(owed_value.frame) >
                depth(right.frame)) {  // the condition knows more than the lists: look at them from there
                const auto [wide, wide_truth] = covered(*inner, owed_value.frame);
                list = wide;
                part = {wide_truth, wide.inner, false, -1, -1, -1};
            }
            part = apply(Opcode::owed_if, {value_of_frame(made.owed, list.inner), part}, *inner);
        }
        made.truth = frame_expanded(
            {part.instruction, program_.instructions[part.instruction].frame, false, -1, -1, -1}, list.inner, inner);
        made.list = list.instruction;
        made.elements = list.elements;
        made.presence = list.presence;
        return made;
    }

    Value value_of_frame(std::int32_t instruction, std::int32_t frame) {
        const std::int32_t id = expand(value_of(instruction), frame);
        return {id, program_.instructions[id].frame, false, -1, -1, -1};
    }

    // --- texts

    void texts(std::size_t index) {
        const model::Requirement& rule = ruleset_.requirements[index];
        LoweredRequirement& lowered = program_.requirements[index];
        for (std::size_t level = 0; level < rule.subjects.size(); ++level) {
            const Level& made = lowered.levels[level];
            environment_[rule.subjects[level].variable] = {made.elements, made.frame, false, -1, -1, -1};
        }
        subject_frame_ = lowered.levels.empty() ? 1 : lowered.levels.back().frame;
        for (const model::Let& let : rule.lets) environment_[let.variable] = {};
        for (const auto* messages : {&rule.gaps, &rule.remedies}) {
            for (const model::Message& message : *messages) {
                auto& lowered_message = lowered.texts.emplace_back();
                for (const model::Template& text : message.templates) {
                    auto& lowered_text = lowered_message.emplace_back();
                    for (const model::Piece& piece : text.pieces) {
                        LoweredPiece& made = lowered_text.emplace_back();
                        if (!piece.value) continue;
                        const Value value = lower(*piece.value);
                        made.value = value.instruction;
                        made.list = value.list;
                    }
                }
            }
        }
    }
};

}  // namespace

std::shared_ptr<const Program> lower(std::shared_ptr<const plans::Schema> schema) {
    return std::make_shared<const Program>(Lowerer(std::move(schema)).lower_all());
}

}  // namespace brecha::program
