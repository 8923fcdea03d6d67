// Statements on slices of a list, and lists that grow with time: what the list may have beside its elements.
#include "messages/catalogue/plans.hpp"
#include "reading/boxes.hpp"
#include "reading/finishing.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

using plans::Bounds;
using plans::FieldValues;
using plans::Interval;
using plans::Known;

namespace {

/// What stands in one cell of an element.
struct CellValue {
    enum class State : std::uint8_t { value, none, unknown } state = State::unknown;
    Interval within;
};

const std::vector<SliceStatement>& statements_on(const Cell& list, const Evidence& evidence) {
    static const std::vector<SliceStatement> nothing;
    const auto said = evidence.slices.find(list.key());
    return said == evidence.slices.end() ? nothing : said->second;
}

/// What marks say of the cells of the plan at hand, beside their columns.
struct MarksOfCells {
    std::unordered_set<std::uint64_t> none;
    std::unordered_map<std::uint64_t, model::Decimal> highs;

    explicit MarksOfCells(const Batch& batch) {
        for (std::size_t i = batch.mark_begin; i < batch.marks.size(); ++i) {
            const plans::Mark& mark = batch.marks[i];
            const std::uint64_t key = Cell{mark.entity, mark.field, mark.row, mark.element}.key();
            if (mark.kind == plans::Mark::Kind::none) none.insert(key);
            if (mark.kind == plans::Mark::Kind::nothing) none.erase(key);
            if (mark.kind == plans::Mark::Kind::high) highs.insert_or_assign(key, mark.high);
        }
    }
};

class RestOfList {
public:
    /// `left_behind`: what statements of up to this day say does not count.
    RestOfList(Batch& batch, const MarksOfCells& marks, const Cell& list, const Evidence& evidence,
               std::optional<model::Day> left_behind = {})
        : batch_(batch), marks_(marks), list_(list), evidence_(evidence), elements_(batch, list),
          left_behind_(left_behind) {}

    plans::KnownOfList known(HowRead read) {
        read_ = read;
        for (const SliceStatement& statement : statements_on(list_, evidence_)) {
            forgotten_ = forgotten_ || is_left_behind(statement.list_as_of_last);
            if (is_left_behind(statement.as_of_last)) continue;
            auto conditions =
                read_conditions(batch_, elements_, statement.slice, [&](Remark remark) { note(statement, remark); });
            if (!conditions) continue;
            for (FieldValues& condition : *conditions)
                condition.field = number_of(static_cast<std::uint32_t>(condition.field));
            slices_.push_back({*std::move(conditions), &statement});
        }
        made_.given = given();
        if (forgotten_) rest_.open = true;
        else look_at_list();
        for (const Slice& slice : slices_) look_at_elements(slice);
        lay_out_boxes();
        return std::move(made_);
    }

private:
    struct Slice {
        std::vector<FieldValues> conditions;  // by the numbers of fields in rest_
        const SliceStatement* said = nullptr;
    };

    Batch& batch_;
    const MarksOfCells& marks_;
    const Cell list_;
    const Evidence& evidence_;
    const ListElements elements_;
    const std::optional<model::Day> left_behind_;
    HowRead read_ = HowRead::unmarked;
    bool forgotten_ = false;  // what is given of the list does not count
    plans::KnownOfList made_;
    std::vector<Slice> slices_;
    SaidOfRest rest_;
    std::unordered_map<std::uint64_t, Known> narrowed_;  // cells of given elements

    // --- the list, its elements and their cells

    const ListColumn& column() const { return batch_.list(list_); }
    bool given() const { return !forgotten_ && bit(column().given, list_.row); }
    bool is_left_behind(std::optional<model::Day> day) const { return left_behind_ && day && *day <= *left_behind_; }
    std::uint32_t first() const { return given() ? column().begin[list_.row] : 0; }
    std::uint32_t last() const { return given() ? column().end[list_.row] : 0; }

    std::size_t number_of(std::uint32_t field) {
        const auto found = std::find(rest_.fields.begin(), rest_.fields.end(), field);
        const auto number = static_cast<std::size_t>(found - rest_.fields.begin());
        if (found == rest_.fields.end()) rest_.fields.push_back(field);
        return number;
    }

    CellValue value_at(const Cell& cell) const {
        const Column& values = batch_.column(cell);
        if (marks_.none.contains(cell.key())) return {CellValue::State::none, {}};
        if (!batch_.has(cell)) return {};
        model::Decimal low = bit(values.valid, cell.row) ? 1 : 0;
        if (values.storage == Storage::integer) low = values.integers[cell.row];
        if (values.storage == Storage::decimal) low = values.decimals[cell.row];
        Interval within{low, low};
        if (const auto high = marks_.highs.find(cell.key()); high != marks_.highs.end()) within.high = high->second;
        if (values.storage == Storage::integer) {
            if (within.low == integer_least) within.low = model::decimal_least;
            if (within.high == integer_greatest) within.high = model::decimal_greatest;
        }
        return {CellValue::State::value, within};
    }

    void note(const SliceStatement& at, Remark remark) {
        if (!left_behind_) batch_.note_written(std::move(remark), at.spot, at.place, at.pointer);
    }

    // --- how the list was read, and what is said of the whole of it

    void look_at_list() {
        const std::int64_t elements = last() - first();
        if (evidence_.settled_lists.contains(list_.key())) {
            for (const Evidence::Size& size : evidence_.sizes)
                if (size.list == list_) {
                    rest_.open = true;
                    rest_.further = Bounds{std::max<std::int64_t>(size.least - elements, 0),
                                           size.most == integer_greatest ? integer_greatest : size.most - elements};
                }
            return;
        }
        look_at_reading();
    }
    void look_at_reading() {
        // Where something stands there that cannot be used, who read it whole did not find that there is nothing.
        const bool may_be_there = read_ == HowRead::unmarked || batch_.whys.contains(list_.key());
        rest_.open = read_ == HowRead::part || (may_be_there && !given());
        if (read_ == HowRead::unmarked && batch_.field(list_).field->dated >= 0 && first() < last()) since_earliest();
    }

    /// A list that grows with time is kept since its earliest date, where nothing else is said of its dates.
    void since_earliest() {
        const auto dated = static_cast<std::uint32_t>(batch_.field(list_).field->dated);
        const std::size_t number = number_of(dated);
        for (const Slice& slice : slices_)
            for (const FieldValues& condition : slice.conditions)
                if (condition.field == number) {
                    rest_.open = true;
                    return;
                }
        rest_.open = true;
        std::optional<model::Decimal> earliest;
        for (std::uint32_t element = first(); element < last(); ++element)
            if (const CellValue date = value_at(elements_.cell(element, dated)); date.state == CellValue::State::value)
                if (date.within.high != model::decimal_greatest && (!earliest || date.within.high < *earliest))
                    earliest = date.within.high;
        if (earliest) rest_.closed.push_back({{{number, {{*earliest, model::decimal_greatest}}}}, nullptr});
    }

    // --- what the elements say of a statement

    /// Of each condition: does the element satisfy it? Holds, fails, or depends on what is not known.
    enum class In : std::uint8_t { yes, no, unknown };
    In satisfies(std::uint32_t element, const FieldValues& condition) const {
        const CellValue value = value_at(elements_.cell(element, rest_.fields[condition.field]));
        if (value.state == CellValue::State::none) return In::no;
        if (value.state == CellValue::State::unknown) return In::unknown;
        const std::vector<Interval> both = plans::intersection({value.within}, condition.values);
        if (both.empty()) return In::no;
        return both == std::vector{value.within} ? In::yes : In::unknown;
    }
    In lies_in(std::uint32_t element, const std::vector<FieldValues>& conditions) const {
        In result = In::yes;
        for (const FieldValues& condition : conditions) {
            const In one = satisfies(element, condition);
            if (one == In::no) return In::no;
            if (one == In::unknown) result = In::unknown;
        }
        return result;
    }

    void look_at_elements(const Slice& slice) {
        const SliceStatement& said = *slice.said;
        std::vector<std::uint32_t> inside, perhaps;
        for (std::uint32_t element = first(); element < last(); ++element) {
            const In in = lies_in(element, slice.conditions);
            if (in == In::yes) inside.push_back(element);
            if (in == In::unknown) perhaps.push_back(element);
        }
        const auto certain = static_cast<std::int64_t>(inside.size());
        if (said.none && certain > 0) {
            std::vector<std::string> places;
            for (const std::uint32_t element : inside) {
                constexpr std::size_t most = 3;
                if (places.size() == most) break;
                places.push_back(elements_.are_items() ? plans::key_text(*batch_.plans, batch_.field(list_).of, element)
                                                       : '[' + std::to_string(element - first()) + ']');
            }
            note(said, warning(say::slice_has_elements, {certain, list_of(places, messages::List::Joint::and_)}));
            return;
        }
        if (said.size && said.size->most < certain) {
            note(said, warning(say::slice_size_too_small, {certain}));
            return;
        }
        plans::SaidOfSlice shown{said.place, {}, {certain, certain}, said.as_of_last};
        if (said.complete && !said.none) shown.elements.most += static_cast<std::int64_t>(perhaps.size());
        if (said.size) shown.elements = *said.size;
        for (const FieldValues& condition : slice.conditions)
            shown.conditions.push_back(
                {elements_.are_items() ? static_cast<std::int32_t>(rest_.fields[condition.field]) : -1,
                 condition.values});
        made_.said.push_back(std::move(shown));
        if (said.none || (said.complete && !forgotten_)) rest_.closed.push_back({slice.conditions, &said});
        // Where those that lie in it for certain are all there are, no other does.
        if (said.none || (said.size && said.size->most == certain))
            for (const std::uint32_t element : perhaps) exclude(element, slice.conditions);
        if (said.size) {
            const std::int64_t possible = certain + static_cast<std::int64_t>(perhaps.size());
            rest_.counted.push_back(
                {slice.conditions,
                 {std::max<std::int64_t>(said.size->least - possible, 0),
                  said.size->most == integer_greatest ? integer_greatest : said.size->most - certain},
                 &said});
        }
    }

    /// An element that does not lie in a slice: where one of its fields alone decides that, that is known of it.
    void exclude(std::uint32_t element, const std::vector<FieldValues>& conditions) {
        const FieldValues* open = nullptr;
        for (const FieldValues& condition : conditions) {
            if (satisfies(element, condition) == In::yes) continue;
            if (open != nullptr) return;
            open = &condition;
        }
        const std::uint32_t field = rest_.fields[open->field];
        const Cell at = elements_.cell(element, field);
        const CellValue value = value_at(at);
        Known known = elements_.anything(field);
        if (value.state == CellValue::State::value) known = {{value.within}, false};
        if (const auto before = narrowed_.find(at.key()); before != narrowed_.end()) known = before->second;
        known.values = plans::difference(known.values, open->values);
        if (known.impossible()) return;
        narrowed_[at.key()] = known;
        const plans::Domain* const domain = keep_domain(*batch_.plans, known);
        const auto same = std::find_if(made_.cells.begin(), made_.cells.end(), [&](const auto& cell) {
            return Cell{cell.entity, cell.field, cell.row, cell.element} == at;
        });
        if (same == made_.cells.end()) made_.cells.push_back({at.entity, at.field, at.row, at.element, domain});
        else same->domain = domain;
    }

    // --- what that leaves

    void lay_out_boxes() {
        auto boxes = boxes_of(elements_, rest_, batch_.vocabulary, [&](const SliceStatement* said) {
            if (said != nullptr) note(*said, warning(say::too_many_slices));
        });
        if (!boxes) return contradiction();
        const bool known = !rest_.closed.empty() || !rest_.counted.empty();
        if (!given() && !batch_.whys.contains(list_.key()) && (known || rest_.further || !rest_.open))
            made_.given = true;
        if (boxes->boxes.empty()) return;
        const std::uint64_t all = ~std::uint64_t(0) >> (plans::greatest_box_count - boxes->boxes.size());
        const Bounds further = plans::elements_in(boxes->counts, all, all);
        made_.more_least = further.least;
        made_.more_most = further.most;
        if (known) made_.rest = add_boxes(batch_, elements_, rest_.fields, *std::move(boxes), last() - first());
    }

    /// All that is said of how long the list is counts as missing.
    void contradiction() {
        const auto sized =
            std::find_if(slices_.begin(), slices_.end(), [](const Slice& slice) { return slice.said->size; });
        if (!slices_.empty())
            note(*(sized == slices_.end() ? slices_.front() : *sized).said, warning(say::sizes_contradict));
        made_.cells.clear();
        made_.said.clear();
        slices_.clear();
        rest_.closed.clear();
        rest_.counted.clear();
        rest_.further.reset();
        if (!forgotten_) look_at_reading();
        lay_out_boxes();
    }
};

void settle_rest(Batch& batch, const MarksOfCells& marks, const Cell& list, HowRead read, const Evidence& evidence) {
    std::set<model::Day> days;
    for (const SliceStatement& statement : statements_on(list, evidence))
        for (const std::optional<model::Day>& day : {statement.as_of_last, statement.list_as_of_last})
            if (day) days.insert(*day);
    plans::AgingList aging{list.entity, list.field, list.row, {}};
    for (const model::Day day : days)
        aging.later.emplace_back(day, RestOfList(batch, marks, list, evidence, day).known(read));
    plans::KnownOfList known = RestOfList(batch, marks, list, evidence).known(read);
    if (known.given) set_bit(batch.list(list).given, list.row);
    if (known.more_most > 0) {
        plans::Mark more{plans::Mark::Kind::more, false, list.entity, list.field, list.row};
        more.least = known.more_least;
        more.most = known.more_most;
        batch.marks.push_back(more);
    }
    if (known.rest != nullptr) {
        plans::Mark mark{plans::Mark::Kind::rest, false, list.entity, list.field, list.row};
        mark.rest = known.rest;
        batch.marks.push_back(mark);
    }
    for (const plans::KnownOfList::Cell& cell : known.cells)
        mark_domain(batch, {cell.entity, cell.field, cell.row, cell.element}, cell.domain);
    if (!known.said.empty()) batch.plans->slices.emplace(list.key(), std::move(known.said));
    if (aging.later.empty()) return;
    // What a later day no longer says of a cell is silence there.
    for (auto& [day, later] : aging.later)
        for (plans::KnownOfList::Cell cell : known.cells) {
            cell.domain = nullptr;
            later.cells.insert(later.cells.begin(), cell);
        }
    batch.plans->aging_lists.push_back(std::move(aging));
}

}  // namespace

void settle_rests(Batch& batch, const std::vector<std::pair<Cell, HowRead>>& lists, const Evidence& evidence) {
    if (lists.empty()) return;
    const MarksOfCells marks(batch);  // of given cells; what is laid out for one list marks none of another
    for (const auto& [list, read] : lists) settle_rest(batch, marks, list, read, evidence);
}

}  // namespace brecha::reading
