#include "plans/rest.hpp"

#include <algorithm>
#include <bit>

namespace brecha::plans {

namespace {

std::int64_t plus(std::int64_t left, std::int64_t right) {
    return left == integer_greatest || right == integer_greatest ? integer_greatest : left + right;
}

std::vector<Bounds> bounds_of_boxes(const std::vector<BoxCount>& counts) {
    std::vector<Bounds> boxes(greatest_box_count, {0, integer_greatest});
    for (const BoxCount& count : counts) {
        if (!std::has_single_bit(count.boxes)) continue;
        Bounds& box = boxes[static_cast<std::size_t>(std::countr_zero(count.boxes))];
        box = {std::max(box.least, count.least), std::min(box.most, count.most)};
    }
    return boxes;
}

/// Adds up the boxes of a mask.
Bounds sum(const std::vector<Bounds>& boxes, std::uint64_t mask) {
    Bounds result;
    for (; mask != 0; mask &= mask - 1) {
        const Bounds& box = boxes[static_cast<std::size_t>(std::countr_zero(mask))];
        result = {plus(result.least, box.least), plus(result.most, box.most)};
    }
    return result;
}

}  // namespace

Bounds elements_in(const std::vector<BoxCount>& counts, std::uint64_t certain, std::uint64_t possible) {
    const std::vector<Bounds> boxes = bounds_of_boxes(counts);
    Bounds result{sum(boxes, certain).least, sum(boxes, possible).most};
    for (const BoxCount& count : counts) {
        const std::uint64_t impossible = count.boxes & ~possible, doubtful = count.boxes & ~certain;
        if (const std::int64_t beside = sum(boxes, possible & ~count.boxes).most;
            count.most != integer_greatest && beside != integer_greatest)
            result.most = std::min(result.most, count.most - sum(boxes, impossible).least + beside);
        if (const std::int64_t others = sum(boxes, doubtful).most; others != integer_greatest)
            result.least = std::max(result.least, count.least - others + sum(boxes, certain & ~count.boxes).least);
    }
    return result;
}

namespace {

/// Of boxes that lie among others, what is left beside them.
void add_differences(std::vector<BoxCount>& counts) {
    constexpr std::size_t most_counts = 64;
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const bool first_larger = (counts[j].boxes & ~counts[i].boxes) == 0;
            const BoxCount outer = counts[first_larger ? i : j], inner = counts[first_larger ? j : i];
            const std::uint64_t beside = outer.boxes & ~inner.boxes;
            if ((inner.boxes & ~outer.boxes) != 0 || beside == 0 || inner.boxes == 0 || counts.size() >= most_counts)
                continue;
            BoxCount count{beside, 0, integer_greatest};
            if (inner.most != integer_greatest) count.least = std::max<std::int64_t>(outer.least - inner.most, 0);
            if (outer.most != integer_greatest) count.most = outer.most - inner.least;
            const auto known = [&](const BoxCount& other) {
                return other.boxes == beside && other.least >= count.least && other.most <= count.most;
            };
            if (std::none_of(counts.begin(), counts.end(), known)) counts.push_back(count);
        }
}

}  // namespace

bool settle_counts(std::vector<BoxCount>& counts, std::size_t boxes) {
    add_differences(counts);
    std::vector<Bounds> known = bounds_of_boxes(counts);
    constexpr int most_rounds = 1'000;  // of sets that overlap in a circle the counts can narrow one by one
    bool changed = true;
    for (int round = 0; changed && round < most_rounds; ++round) {
        changed = false;
        for (const BoxCount& count : counts) {
            const Bounds all = sum(known, count.boxes);
            if (all.most < count.least || all.least > count.most) return false;
            for (std::uint64_t mask = count.boxes; mask != 0; mask &= mask - 1) {
                Bounds& box = known[static_cast<std::size_t>(std::countr_zero(mask))];
                const Bounds others = sum(known, count.boxes & ~(mask & -mask));
                Bounds narrow = box;
                if (count.most != integer_greatest) narrow.most = std::min(narrow.most, count.most - others.least);
                if (others.most != integer_greatest) narrow.least = std::max(narrow.least, count.least - others.most);
                if (narrow.least > narrow.most) return false;
                changed = changed || narrow != box;
                box = narrow;
            }
        }
    }
    for (std::size_t box = 0; box < boxes; ++box)
        if (known[box] != Bounds{0, integer_greatest})
            counts.push_back({std::uint64_t(1) << box, known[box].least, known[box].most});
    return true;
}

std::vector<Interval> intersection(const std::vector<Interval>& left, const std::vector<Interval>& right) {
    std::vector<Interval> result;
    for (const Interval& one : left)
        for (const Interval& other : right)
            if (const Interval both{std::max(one.low, other.low), std::min(one.high, other.high)};
                both.low <= both.high)
                result.push_back(both);
    return result;
}

std::vector<Interval> difference(const std::vector<Interval>& left, const std::vector<Interval>& right) {
    std::vector<Interval> result = left;
    for (const Interval& taken : right) {
        std::vector<Interval> rest;
        for (const Interval& one : result) {
            if (taken.low > one.high || taken.high < one.low) {
                rest.push_back(one);
                continue;
            }
            if (taken.low > one.low) rest.push_back({one.low, taken.low - 1});
            if (taken.high < one.high) rest.push_back({taken.high + 1, one.high});
        }
        result = std::move(rest);
    }
    return result;
}

void split(const Box& box, const std::vector<FieldValues>& slice, std::vector<Box>& inside, std::vector<Box>& outside) {
    for (const FieldValues& condition : slice)
        if (intersection(box.fields[condition.field].values, condition.values).empty()) return outside.push_back(box);
    // Not all of them hold: the first does not, or it does and the second does not, …
    Box within = box;
    for (const FieldValues& condition : slice) {
        Box without = within;
        Known& left = without.fields[condition.field];
        left.values = difference(left.values, condition.values);
        if (!left.impossible()) outside.push_back(std::move(without));
        Known& kept = within.fields[condition.field];
        kept.values = intersection(kept.values, condition.values);
        kept.may_be_none = false;
    }
    inside.push_back(std::move(within));
}

}  // namespace brecha::plans
