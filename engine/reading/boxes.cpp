#include "reading/boxes.hpp"

#include <algorithm>
#include <utility>

namespace brecha::reading {

using plans::Bounds;
using plans::Box;
using plans::BoxCount;
using plans::FieldValues;
using plans::Interval;

namespace {

/// A box for each stretch that a field can lie in, so that of two conditions on it one decides: after 2024, or
/// before. Of the values of a list, one for each word of a few.
void take_apart(std::vector<Box>& boxes, std::size_t number, const PlanField& field,
                const model::Vocabulary& vocabulary, bool of_values) {
    constexpr model::Decimal few = 8;
    const bool words = field.kind == model::TypeKind::enumeration && of_values;
    if (!words && !has_order(field, vocabulary)) return;
    std::vector<Box> apart;
    for (const Box& box : boxes) {
        std::vector<Interval> values = box.fields[number].values;
        model::Decimal count = 0;
        for (const Interval& one : values) count += words ? one.high - one.low + 1 : 0;
        if (words && count <= few) {
            std::vector<Interval> singles;
            for (const Interval& one : values)
                for (model::Decimal word = one.low; word <= one.high; ++word) singles.push_back({word, word});
            values = std::move(singles);
        }
        if (values.size() < 2 || (words && count > few)) {
            apart.push_back(box);
            continue;
        }
        for (const Interval& one : values) {
            apart.push_back(box);
            apart.back().fields[number] = {{one}, box.fields[number].may_be_none && &one == &values.front()};
        }
    }
    if (apart.size() <= plans::greatest_box_count) boxes = std::move(apart);
}

template <typename Has>
std::uint64_t mask(const std::vector<Box>& boxes, Has has) {
    std::uint64_t result = 0;
    for (std::size_t box = 0; box < boxes.size(); ++box)
        if (has(boxes[box])) result |= std::uint64_t(1) << box;
    return result;
}

/// What is known of how many lie in which boxes; `further`: of each counted slice.
std::vector<BoxCount> counts_of(const std::vector<Box>& boxes, const std::optional<Bounds>& all,
                                const std::vector<Bounds>& further) {
    std::vector<BoxCount> counts;
    if (all) counts.push_back({mask(boxes, [](const Box&) { return true; }), all->least, all->most});
    for (std::size_t i = 0; i < further.size(); ++i)
        counts.push_back({mask(boxes, [&](const Box& box) { return (box.counted >> i & 1) != 0; }), further[i].least,
                          further[i].most});
    return counts;
}

/// Cuts the boxes along a slice: what of them lies in it is left out or, `counted`, marked. False where that would make
/// too many.
bool cut(std::vector<Box>& boxes, const std::vector<FieldValues>& slice, std::uint64_t counted) {
    std::vector<Box> inside, outside;
    for (const Box& box : boxes) plans::split(box, slice, inside, outside);
    if (counted != 0)
        for (Box& box : inside) {
            box.counted |= counted;
            outside.push_back(std::move(box));
        }
    if (outside.size() > plans::greatest_box_count) return false;
    boxes = std::move(outside);
    return true;
}

/// One value, or bounds of what has bounds.
bool is_value(const plans::Known& known, const PlanField& field) {
    if (known.may_be_none || known.values.size() > 1) return false;
    return known.values.front().low == known.values.front().high || field.kind == model::TypeKind::number ||
           field.kind == model::TypeKind::percent || field.kind == model::TypeKind::date;
}

Value value_of(const PlanField& field, const Interval& within) {
    const auto narrow = [](model::Decimal end) {
        if (end == model::decimal_least) return integer_least;
        return end == model::decimal_greatest ? integer_greatest : static_cast<std::int64_t>(end);
    };
    Value value;
    value.within_bounds = within.low != within.high;
    if (field.storage == Storage::truth) {
        value.truth = within.low == 1;
        value.within_bounds = false;
    } else if (field.storage == Storage::decimal) {
        value.decimal = within.low;
        value.decimal_high = within.high;
    } else {
        value.integer = narrow(within.low);
        value.integer_high = narrow(within.high);
    }
    return value;
}

std::uint32_t add_box(Batch& batch, const ListElements& elements, const std::vector<std::uint32_t>& fields,
                      const Box& box, std::uint32_t position) {
    const Cell& list = elements.list();
    std::uint32_t row = 0;
    if (elements.are_items()) {
        const std::uint32_t entity = batch.field(list).of;
        row = batch.add_row(
            entity, {static_cast<std::int32_t>(list.entity), static_cast<std::int32_t>(list.field), list.row, position},
            0);
        batch.marks.push_back({plans::Mark::Kind::not_given, false, entity, 0, row});
    } else {
        row = batch.add_element(list.entity, list.field, list.row);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const plans::Known& known = box.fields[i];
        const Cell at = elements.cell(row, fields[i]);
        const PlanField& field = elements.field(fields[i]);
        if (known == elements.anything(fields[i])) continue;
        if (known.values.empty()) batch.mark(at, plans::Mark::Kind::none);
        else if (is_value(known, field)) batch.set(at, value_of(field, known.values.front()));
        else mark_domain(batch, at, keep_domain(*batch.plans, known));
    }
    return row;
}

}  // namespace

std::optional<Boxes> boxes_of(const ListElements& elements, const SaidOfRest& said, const model::Vocabulary& vocabulary,
                              const std::function<void(const SliceStatement*)>& left_out) {
    Box whole;
    for (const std::uint32_t field : said.fields) whole.fields.push_back(elements.anything(field));
    Boxes result;
    std::vector<Box>& boxes = result.boxes;
    boxes.push_back(std::move(whole));
    for (const SaidOfRest::Closed& slice : said.closed)
        if (!cut(boxes, slice.conditions, 0)) left_out(slice.said);
    std::vector<Bounds> further;
    for (const SaidOfRest::Counted& slice : said.counted) {
        const std::size_t number = further.size();
        if (number < plans::greatest_box_count && cut(boxes, slice.conditions, std::uint64_t(1) << number))
            further.push_back(slice.further);
        else left_out(slice.said);
    }
    if (!said.open) std::erase_if(boxes, [](const Box& box) { return box.counted == 0; });
    for (std::size_t i = 0; i < said.fields.size(); ++i)
        take_apart(boxes, i, elements.field(said.fields[i]), vocabulary, !elements.are_items());
    // Boxes that the sizes leave empty are none.
    for (bool changed = true; changed;) {
        result.counts = counts_of(boxes, said.further, further);
        if (!plans::settle_counts(result.counts, boxes.size())) return std::nullopt;
        std::vector<Box> kept;
        for (std::size_t box = 0; box < boxes.size(); ++box)
            if (plans::elements_in(result.counts, 0, std::uint64_t(1) << box).most > 0) kept.push_back(boxes[box]);
        changed = kept.size() < boxes.size();
        boxes = std::move(kept);
    }
    return result;
}

const plans::Rest* add_boxes(Batch& batch, const ListElements& elements, const std::vector<std::uint32_t>& fields,
                             Boxes boxes, std::uint32_t first) {
    plans::Rest& rest = batch.plans->rests.emplace_back();
    batch.plan = batch.table(elements.list().entity).plan[elements.list().row];
    for (std::size_t box = 0; box < boxes.boxes.size(); ++box) {
        const std::uint32_t row =
            add_box(batch, elements, fields, boxes.boxes[box], first + static_cast<std::uint32_t>(box));
        if (box == 0) rest.begin = row;
        rest.end = row + 1;
    }
    rest.counts = std::move(boxes.counts);
    return &rest;
}

const plans::Domain* keep_domain(Plans& to, const plans::Known& known) {
    plans::KnownValues& kept = to.domains.emplace_back();
    kept.known = known;
    kept.domain = {kept.known.values, known.may_be_none};
    return &kept.domain;
}

void mark_domain(Batch& batch, const Cell& at, const plans::Domain* domain) {
    plans::Mark mark{plans::Mark::Kind::domain, at.element, at.entity, at.field, at.row};
    mark.domain = domain;
    batch.marks.push_back(mark);
}

}  // namespace brecha::reading
