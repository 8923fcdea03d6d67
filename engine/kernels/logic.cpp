#include "kernels/logic.hpp"

namespace brecha::kernels {

using plans::Column;
using plans::RowBits;

namespace {

/// Word `index` of a truth's bits; a single row stands for all.
std::uint64_t word(const Column& column, RowBits words, std::size_t index, std::size_t rows) {
    return word_of(column, words, index) & plans::rows_of_word(index, rows);
}

Column truths(Arena& arena, std::size_t rows) {
    Column column;
    column.storage = plans::Storage::truth;
    column.rows = rows;
    column.valid = arena.allocate<std::uint64_t>(plans::word_count(rows));
    column.fails = arena.allocate<std::uint64_t>(plans::word_count(rows));
    return column;
}

}  // namespace

Column conjunction(Arena& arena, const std::vector<const Column*>& operands, std::size_t rows) {
    Column result = truths(arena, rows);
    for (std::size_t i = 0; i < plans::word_count(rows); ++i) {
        std::uint64_t holds = ~std::uint64_t(0), fails = 0;
        for (const Column* operand : operands) {
            holds &= word(*operand, operand->valid, i, rows);
            fails |= word(*operand, operand->fails, i, rows);
        }
        result.valid[i] = holds;
        result.fails[i] = fails;
    }
    return result;
}

Column disjunction(Arena& arena, const std::vector<const Column*>& operands, std::size_t rows) {
    Column result = truths(arena, rows);
    for (std::size_t i = 0; i < plans::word_count(rows); ++i) {
        std::uint64_t holds = 0, fails = ~std::uint64_t(0);
        for (const Column* operand : operands) {
            holds |= word(*operand, operand->valid, i, rows);
            fails &= word(*operand, operand->fails, i, rows);
        }
        result.valid[i] = holds;
        result.fails[i] = fails;
    }
    return result;
}

Column negation(Arena& arena, const Column& operand, std::size_t rows) {
    Column result = truths(arena, rows);
    for (std::size_t i = 0; i < plans::word_count(rows); ++i) {
        result.valid[i] = word(operand, operand.fails, i, rows);
        result.fails[i] = word(operand, operand.valid, i, rows);
    }
    return result;
}

Column owed_if(Arena& arena, const Column& condition, const Column& truth, std::size_t rows) {
    TruthOutput result(arena, rows);
    const TruthInput conditions(condition), truths(truth);
    for (const std::size_t row : limits::Rows(rows)) {
        const Truth owed = conditions[row], value = truths[row];
        if (owed == Truth::fails) result.set(row, Truth::not_owed);
        else if (owed == Truth::holds || value == Truth::holds || value == Truth::not_owed) result.set(row, value);
    }
    return result.done();
}

Column choose_truth(Arena& arena, const Column& condition, const Column& yes, const Column& no, std::size_t rows) {
    TruthOutput result(arena, rows);
    const TruthInput conditions(condition), yeses(yes), noes(no);
    for (const std::size_t row : limits::Rows(rows)) {
        const Truth chosen = conditions[row], a = yeses[row], b = noes[row];
        if (chosen == Truth::holds) {
            result.set(row, a);
            result.miss(row, yeses.state(row));
        } else if (chosen == Truth::fails) {
            result.set(row, b);
            result.miss(row, noes.state(row));
        } else if (a == b) {
            result.set(row, a);
            if (yeses.state(row) == noes.state(row)) result.miss(row, yeses.state(row));
        }
    }
    return result.done();
}

namespace {

/// Of a yes or no that nobody states, but of which something is known: what it is, or where it is not there the
/// fallback.
Truth either_of(const plans::Domain& known, Truth fallback) {
    bool yes = false, no = false, open = false;
    for (const plans::Interval& one : known.values) {
        yes = yes || one.high >= 1;
        no = no || one.low <= 0;
    }
    if (known.may_be_none) {
        yes = yes || fallback == Truth::holds;
        no = no || fallback == Truth::fails;
        open = fallback == Truth::unknown;
    }
    return open || yes == no ? Truth::unknown : yes ? Truth::holds : Truth::fails;
}

}  // namespace

Column otherwise_truth(Arena& arena, const Column& truth, const Column& fallback, plans::Words not_given,
                       std::size_t rows) {
    TruthOutput result(arena, rows);
    const TruthInput truths(truth), fallbacks(fallback);
    for (const std::size_t row : limits::Rows(rows)) {
        const Truth value = truths[row];
        const State state = truths.state(row);
        const plans::Domain* known = truth.domain(truth.rows == 1 ? 0 : row);
        if (known != nullptr && (value == Truth::unknown || known->may_be_none)) {
            result.set(row, either_of(*known, fallbacks[row]));
        } else if (value != Truth::unknown && state != State::none) {
            result.set(row, value);
        } else if (state == State::none || !plans::bit(not_given, row)) {
            result.set(row, fallbacks[row]);
            result.miss(row, fallbacks.state(row));
        }
    }
    return result.done();
}

Column given(Arena& arena, const Column& value, std::size_t rows) {
    TruthOutput result(arena, rows);
    const bool truth = value.storage == plans::Storage::truth;
    for (const std::size_t row : limits::Rows(rows)) {
        const std::size_t at = value.rows == 1 ? 0 : row;
        if (const plans::Domain* known = value.domain(at)) {
            if (!known->may_be_none) result.set(row, Truth::holds);
            else if (known->values.empty()) result.set(row, Truth::fails);
        } else if (plans::bit(value.none, at)) result.set(row, Truth::fails);
        else if (plans::bit(value.valid, at) || (truth && plans::bit(value.fails, at)) ||
                 plans::bit(value.withheld, at))
            result.set(row, Truth::holds);
    }
    return result.done();
}

}  // namespace brecha::kernels
