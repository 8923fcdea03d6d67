#include "assess/slice_bounds.hpp"

#include "kernels/access.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace brecha::assess {

using kernels::Input;
using kernels::TruthInput;
using model::Decimal;
using model::TypeKind;
using plans::Column;

namespace {

/// More values than these are no longer a part of a list that one can be asked about.
constexpr std::size_t greatest_alternatives = 32;

bool empty(const SliceBound& bound) {
    return bound.low > bound.high || (bound.low == bound.high && (bound.without_low || bound.without_high));
}

/// Both hold; false where nothing satisfies both.
bool narrow(SliceBound& bound, const SliceBound& other) {
    if (bound.text != other.text) return false;
    if (other.low > bound.low || (other.low == bound.low && other.without_low)) {
        bound.low = other.low;
        bound.without_low = other.without_low;
    }
    if (other.high < bound.high || (other.high == bound.high && other.without_high)) {
        bound.high = other.high;
        bound.without_high = other.without_high;
    }
    return !empty(bound);
}

std::optional<Bounds> both_of(Bounds bounds, const Bounds& others) {
    for (const SliceBound& other : others) {
        const auto at = std::lower_bound(bounds.begin(), bounds.end(), other,
                                         [](const auto& one, const auto& two) { return one.field < two.field; });
        if (at == bounds.end() || at->field != other.field) bounds.insert(at, other);
        else if (!narrow(*at, other)) return std::nullopt;
    }
    return bounds;
}

/// Does whatever satisfies `narrower` satisfy `wider`, by the same bounds?
bool includes(const Bounds& wider, const Bounds& narrower) {
    return std::all_of(wider.begin(), wider.end(), [&](const SliceBound& bound) {
        return std::find(narrower.begin(), narrower.end(), bound) != narrower.end();
    });
}

void add(Alternatives& alternatives, Bounds bounds) {
    if (std::any_of(alternatives.begin(), alternatives.end(),
                    [&](const Bounds& there) { return includes(there, bounds); }))
        return;
    std::erase_if(alternatives, [&](const Bounds& there) { return includes(bounds, there); });
    alternatives.push_back(std::move(bounds));
}

/// The bounds of a value as the bounds of a slice hold it.
struct Ends {
    Decimal low, high;
};
std::optional<Ends> ends(const Column& column, std::size_t row) {
    if (column.storage == plans::Storage::truth) {
        const kernels::Truth truth = TruthInput(column)[row];
        const Decimal value = truth == kernels::Truth::holds ? 1 : 0;
        return truth == kernels::Truth::unknown ? std::nullopt : std::optional(Ends{value, value});
    }
    if (column.storage == plans::Storage::decimal) {
        const auto value = Input<Decimal>(column)[row];
        return value.known() ? std::optional(Ends{value.low, value.high}) : std::nullopt;
    }
    const auto value = Input<std::int64_t>(column)[row];
    return value.known() ? std::optional(Ends{value.low, value.high}) : std::nullopt;
}

}  // namespace

Alternatives any_element() { return Alternatives(1); }

bool is_any_element(const Alternatives& alternatives) {
    return alternatives.size() == 1 && alternatives.front().empty();
}

Alternatives both(Alternatives one, Alternatives other) {
    if (is_any_element(one)) return other;
    if (is_any_element(other)) return one;
    if (one.size() * other.size() > greatest_alternatives) return one.size() < other.size() ? one : other;
    Alternatives result;
    for (const Bounds& left : one)
        for (const Bounds& right : other)
            if (auto bounds = both_of(left, right)) add(result, *std::move(bounds));
    return result;
}

Alternatives either(Alternatives one, Alternatives other) {
    if (is_any_element(one) || other.empty()) return one;
    if (is_any_element(other) || one.empty()) return other;
    for (Bounds& bounds : other) add(one, std::move(bounds));
    return one.size() > greatest_alternatives ? any_element() : one;
}

bool lies_in(const plans::Plans& plans, const SliceBound& bound, const Column& column, std::size_t row) {
    const auto value = ends(column, row);
    if (!value) return false;
    if (bound.type.kind == TypeKind::text) return plans.texts[static_cast<std::int64_t>(value->low)] == bound.text;
    return value->low >= bound.low && value->high <= bound.high && !(bound.without_low && value->low == bound.low) &&
           !(bound.without_high && value->high == bound.high);
}

namespace {

/// The values of a bound as columns of the plan hold them; of a text its number.
plans::Interval values_of(const plans::Plans& plans, const SliceBound& bound) {
    if (bound.type.kind != TypeKind::text) return {bound.low, bound.high};
    const std::int64_t text = plans.texts.find(bound.text);
    return {text, text};
}
bool meet(const plans::Interval& one, const plans::Interval& other) {
    return one.low <= other.high && one.high >= other.low;
}
bool meets_one(const plans::Interval& bound, std::span<const plans::Interval> values) {
    return std::any_of(values.begin(), values.end(), [&](const plans::Interval& one) { return meet(bound, one); });
}

}  // namespace

bool may_lie_in(const plans::Plans& plans, const SliceBound& bound, const Column& column, std::size_t row) {
    const plans::Interval wanted = values_of(plans, bound);
    if (const plans::Domain* domain = column.domain(row)) return meets_one(wanted, domain->values);
    if (plans::bit(column.none, row)) return false;
    const auto value = ends(column, row);
    return !value || meet(wanted, {value->low, value->high});
}

bool meets(const plans::Plans& plans, const Bounds& bounds, const plans::SaidOfSlice& said) {
    return std::all_of(bounds.begin(), bounds.end(), [&](const SliceBound& bound) {
        return std::all_of(said.conditions.begin(), said.conditions.end(), [&](const auto& condition) {
            return condition.field != bound.field || meets_one(values_of(plans, bound), condition.values);
        });
    });
}

}  // namespace brecha::assess
