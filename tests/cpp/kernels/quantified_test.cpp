#include "kernels/quantified.hpp"
#include "catch.hpp"
#include "kernels/columns.hpp"

#include <random>

using namespace brecha;
using kernels::Comparison;
using kernels::State;
using plans::Column;

namespace {

std::mt19937 draw(20'261'130);  // the same on every machine
int below(int limit) { return static_cast<int>(draw() % static_cast<unsigned>(limit)); }

template <typename Value>
Value number(int value) {
    if constexpr (sizeof(Value) > 8) return model::Decimal(value) * model::decimal_one;
    else return value;
}

/// Numbers from -3 to 3: exact, within bounds, without a bound, not there, missing for one reason or another.
template <typename Value>
Column drawn(kernels::Arena& arena, std::size_t rows, bool plain) {
    kernels::Output<Value> column(arena, rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const Value value = number<Value>(below(7) - 3);
        switch (plain ? below(4) : below(10)) {
            case 0: break;
            case 4: column.set(row, value, value + number<Value>(below(3))); break;
            case 5: column.set(row, kernels::Ends<Value>::least, value); break;
            case 6: column.set(row, value, kernels::Ends<Value>::greatest); break;
            case 7: column.miss(row, State::none); break;
            case 8: column.miss(row, State::no_items); break;
            case 9: column.miss(row, State::unusable); break;
            default: column.set(row, value);
        }
    }
    return column.done();
}

/// The same with some values known in part: one of several, or not there.
Column with_domains(kernels::Arena& arena, Column column) {
    const auto domains = arena.allocate_zero<const plans::Domain*>(column.rows);
    for (std::size_t row = 0; row < column.rows; ++row) {
        if (plans::bit(column.valid, row) || below(3) != 0) continue;
        const auto values = arena.allocate<plans::Interval>(2);
        values[0] = {number<model::Decimal>(-2), number<model::Decimal>(below(2) - 2)};
        values[1] = {number<model::Decimal>(2), number<model::Decimal>(2)};
        const auto domain = arena.allocate<plans::Domain>(1);
        domain[0] = {values.first(static_cast<std::size_t>(below(3))), below(2) == 0};
        domains[row] = domain.data();
    }
    column.domains = domains;
    return column;
}

/// Whole numbers as 32 bits, in place of the decimals.
Column narrowed(kernels::Arena& arena, Column column) {
    const auto narrow = [&](std::span<model::Decimal> decimals) -> std::span<const std::int32_t> {
        if (decimals.empty()) return {};
        const auto result = arena.allocate<std::int32_t>(decimals.size());
        for (std::size_t row = 0; row < decimals.size(); ++row) {
            if (decimals[row] == model::decimal_least) result[row] = Column::narrow_least;
            else if (decimals[row] == model::decimal_greatest) result[row] = Column::narrow_greatest;
            else result[row] = static_cast<std::int32_t>(decimals[row] / model::decimal_one);
        }
        return result;
    };
    column.narrow = narrow(column.decimals.first(column.rows));
    column.narrow_high = narrow(column.decimals_high.first(column.rows));
    column.decimals = column.decimals_high = {};
    return column;
}

std::string presence(std::size_t rows) {
    std::string letters;
    for (std::size_t row = 0; row < rows; ++row) letters += "TTFU"[below(4)];
    return letters;
}

/// Lists of 0 to 4 elements, some of which may be longer.
kernels::List drawn_lists(kernels::Arena& arena, std::size_t rows, std::size_t& elements) {
    kernels::List list;
    list.rows = rows;
    list.begin = arena.allocate<std::uint32_t>(rows);
    list.end = arena.allocate<std::uint32_t>(rows);
    list.more_least = arena.allocate_zero<std::int64_t>(rows);
    list.more_most = arena.allocate_zero<std::int64_t>(rows);
    elements = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        list.begin[row] = static_cast<std::uint32_t>(elements);
        elements += static_cast<std::size_t>(below(5));
        list.end[row] = static_cast<std::uint32_t>(elements);
        list.more_most[row] = below(6) == 0 ? plans::integer_greatest : 0;
    }
    return list;
}

/// What any() and all() say of the comparison written out, element by element.
Column written_out(kernels::Arena& arena, const kernels::Group& group, kernels::Quantified quantified,
                   Comparison comparison, const Column& other) {
    kernels::TruthOutput body(arena, group.body->rows);
    for (std::size_t row = 0; row < group.list.rows; ++row)
        for (std::uint32_t i = group.list.begin[row]; i < group.list.end[row]; ++i)
            body.set(i, quantified.element_first
                            ? kernels::compare_rows(comparison, kernels::Order::plain, *group.body, i, other, row)
                            : kernels::compare_rows(comparison, kernels::Order::plain, other, row, *group.body, i));
    const Column truths = body.done();
    const kernels::Group whole{group.list, group.in, &truths, group.has_condition};
    return quantified.every ? kernels::all(arena, whole) : kernels::any(arena, whole);
}

void check_all_forms(kernels::Arena& arena, const kernels::List& list, const Column& in, const Column& body,
                     const Column& other) {
    for (const bool every : {true, false})
        for (const bool element_first : {true, false})
            for (const Comparison comparison : {Comparison::less, Comparison::at_most}) {
                const kernels::Quantified quantified{every, element_first};
                const kernels::Group group{list, in, &body, below(2) == 0};
                const Column reached = kernels::reach(arena, group, quantified);
                INFO(every << element_first << static_cast<int>(comparison) << static_cast<int>(body.storage)
                           << !body.narrow.empty() << !body.domains.empty() << " other " << other.rows
                           << !other.domains.empty() << !other.narrow.empty());
                CHECK(test::letters(kernels::compare_each(arena, group, quantified, comparison, reached, other)) ==
                      test::letters(written_out(arena, group, quantified, comparison, other)));
            }
}

}  // namespace

TEST_CASE("what the elements of a list reach decides as the elements do one by one") {
    for (int round = 0; round < 200; ++round) {
        kernels::Arena arena;
        const std::size_t rows = static_cast<std::size_t>(1 + below(140));
        std::size_t elements = 0;
        const kernels::List list = drawn_lists(arena, rows, elements);
        const Column in = test::truths(arena, presence(elements));
        const bool plain = round % 2 == 0;
        const std::size_t others = below(4) == 0 ? 1 : rows;
        const Column body = drawn<model::Decimal>(arena, elements, plain),
                     other = drawn<model::Decimal>(arena, others, plain);
        INFO("round " << round);
        check_all_forms(arena, list, in, body, other);
        check_all_forms(arena, list, in, narrowed(arena, body), other);
        check_all_forms(arena, list, in, narrowed(arena, body), narrowed(arena, other));
        check_all_forms(arena, list, in, with_domains(arena, body), other);
        check_all_forms(arena, list, in, narrowed(arena, body), with_domains(arena, other));
        check_all_forms(arena, list, in, drawn<std::int64_t>(arena, elements, plain),
                        drawn<std::int64_t>(arena, others, plain));
    }
}

TEST_CASE("many rows are compared as each by itself") {
    const auto one_by_one = [](Comparison comparison, const Column& left, const Column& right, std::size_t rows) {
        kernels::Arena arena;
        kernels::TruthOutput truths(arena, rows);
        for (std::size_t row = 0; row < rows; ++row)
            truths.set(row, kernels::compare_rows(comparison, kernels::Order::plain, left, row, right, row));
        return test::letters(truths.done());
    };
    for (int round = 0; round < 200; ++round) {
        kernels::Arena arena;
        const std::size_t rows = static_cast<std::size_t>(2 + below(140));
        const auto size = [&] { return below(3) == 0 ? std::size_t(1) : rows; };
        const bool plain = round % 2 == 0;
        const Column left = drawn<model::Decimal>(arena, size(), plain),
                     right = drawn<model::Decimal>(arena, size(), plain),
                     days = drawn<std::int64_t>(arena, size(), plain),
                     other_days = drawn<std::int64_t>(arena, size(), plain);
        const Column narrow_left = narrowed(arena, left), narrow_right = narrowed(arena, right);
        kernels::Output<model::Decimal> halves(arena, 1);
        halves.set(0, model::decimal_one / 2 * (below(9) - 4));
        const Column half = halves.done();
        INFO("round " << round);
        for (const Comparison comparison : {Comparison::equal, Comparison::less, Comparison::at_most})
            for (const auto& [one, other] :
                 std::vector<std::pair<const Column*, const Column*>>{{&left, &right},
                                                                      {&narrow_left, &right},
                                                                      {&left, &narrow_right},
                                                                      {&narrow_left, &narrow_right},
                                                                      {&narrow_left, &half},
                                                                      {&half, &narrow_right},
                                                                      {&days, &other_days}})
                CHECK(test::letters(kernels::compare(arena, comparison, kernels::Order::plain, *one, *other, rows)) ==
                      one_by_one(comparison, *one, *other, rows));
    }
}
