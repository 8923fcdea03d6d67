// Statements on slices of a list, and lists that grow with time: what the list may have beside its elements.
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

using plans::Bounds;
using plans::BoxCount;
using plans::FieldValues;
using plans::Interval;
using plans::Known;
using plans::Relation;
using plans::SliceCondition;

namespace {

/// What stands in one cell of an element.
struct CellValue {
    enum class State : std::uint8_t { value, none, unknown } state = State::unknown;
    Interval within;
};

bool has_order(const PlanField& field, const model::Vocabulary& vocabulary) {
    switch (field.kind) {
        case model::TypeKind::number:
        case model::TypeKind::percent:
        case model::TypeKind::date: return true;
        case model::TypeKind::enumeration: return vocabulary.enumerations[field.of].ordered;
        default: return false;
    }
}

const std::vector<SliceStatement>& statements_on(const Cell& list, const Evidence& evidence) {
    static const std::vector<SliceStatement> nothing;
    const auto said = evidence.slices.find(list.key());
    return said == evidence.slices.end() ? nothing : said->second;
}

void mark_domain(Batch& batch, const Cell& at, const plans::Domain* domain) {
    plans::Mark mark{plans::Mark::Kind::domain, at.element, at.entity, at.field, at.row};
    mark.domain = domain;
    batch.marks.push_back(mark);
}

class RestOfList {
public:
    /// `left_behind`: what statements of up to this day say does not count.
    RestOfList(Batch& batch, const Cell& list, const Evidence& evidence, std::optional<model::Day> left_behind = {})
        : batch_(batch), list_(list), evidence_(evidence), field_(batch.field(list)), left_behind_(left_behind) {}

    plans::KnownOfList known(HowRead read) {
        read_ = read;
        for (const SliceStatement& statement : statements_on(list_, evidence_)) {
            forgotten_ = forgotten_ || is_left_behind(statement.list_as_of_last);
            if (is_left_behind(statement.as_of_last)) continue;
            if (auto slice = typed(statement.slice, &statement)) {
                slices_.push_back(*std::move(slice));
                slices_.back().said = &statement;
            }
        }
        made_.given = given();
        look_at_marks();
        if (forgotten_) open_ = true;
        else look_at_list();
        for (const Typed& slice : slices_) look_at_elements(slice);
        lay_out_boxes();
        return std::move(made_);
    }

private:
    struct Typed {
        std::vector<FieldValues> conditions;
        const SliceStatement* said = nullptr;
    };
    struct Counted {
        std::vector<FieldValues> conditions;
        Bounds further;  // elements in it that are not given
        const SliceStatement* said = nullptr;
    };

    Batch& batch_;
    const Cell list_;
    const Evidence& evidence_;
    const PlanField& field_;
    const std::optional<model::Day> left_behind_;
    HowRead read_ = HowRead::unmarked;
    bool forgotten_ = false;  // what is given of the list does not count
    plans::KnownOfList made_;
    std::vector<Typed> slices_;
    std::vector<std::uint32_t> fields_;  // of the elements, of which some slice speaks; of a list of values one, 0
    std::vector<std::vector<FieldValues>> closed_;
    std::vector<Counted> counted_;
    bool open_ = false;                                  // it may have elements in no slice whose size is known
    std::optional<Bounds> further_;                      // of the whole list
    std::unordered_map<std::uint64_t, Known> narrowed_;  // cells of given elements
    std::unordered_set<std::uint64_t> none_;
    std::unordered_map<std::uint64_t, model::Decimal> highs_;

    // --- the list, its elements and their cells

    const ListColumn& column() const { return batch_.table(list_.entity).fields[list_.field].list; }
    bool given() const { return !forgotten_ && bit(column().given, list_.row); }
    bool is_left_behind(std::optional<model::Day> day) const { return left_behind_ && day && *day <= *left_behind_; }
    std::uint32_t first() const { return given() ? column().begin[list_.row] : 0; }
    std::uint32_t last() const { return given() ? column().end[list_.row] : 0; }

    Cell cell(std::uint32_t element, std::uint32_t field) const {
        if (!field_.owned) return {list_.entity, list_.field, element, true};
        return {field_.of, field, element, false};
    }
    const PlanField& field_at(std::uint32_t field) const {
        return field_.owned ? batch_.entity(field_.of).fields[field] : field_;
    }
    const PlanEntity& entity() const { return batch_.entity(field_.owned ? field_.of : list_.entity); }
    std::size_t number_of(std::uint32_t field) {
        const auto found = std::find(fields_.begin(), fields_.end(), field);
        if (found == fields_.end()) fields_.push_back(field);
        return static_cast<std::size_t>(std::find(fields_.begin(), fields_.end(), field) - fields_.begin());
    }

    /// All that a field can be.
    Known anything(std::uint32_t field) const {
        const PlanField& of = field_at(field);
        Interval all;
        if (of.kind == model::TypeKind::enumeration) {
            const auto& words = batch_.vocabulary.enumerations[of.of].values;
            all = {0, model::Decimal(words.size()) - 1};
        } else if (of.kind == model::TypeKind::yes_no) {
            all = {0, 1};
        } else if (of.storage == Storage::decimal) {
            all.low = 0;  // no number of a plan is below zero
        }
        return {{all}, field_.owned};
    }

    CellValue value_at(const Cell& cell) const {
        const Column& values = batch_.column(cell);
        if (none_.contains(cell.key())) return {CellValue::State::none, {}};
        if (!batch_.has(cell)) return {};
        model::Decimal low = bit(values.valid, cell.row) ? 1 : 0;
        if (values.storage == Storage::integer) low = values.integers[cell.row];
        if (values.storage == Storage::decimal) low = values.decimals[cell.row];
        Interval within{low, low};
        if (const auto high = highs_.find(cell.key()); high != highs_.end()) within.high = high->second;
        if (values.storage == Storage::integer) {
            if (within.low == integer_least) within.low = model::decimal_least;
            if (within.high == integer_greatest) within.high = model::decimal_greatest;
        }
        return {CellValue::State::value, within};
    }

    // --- conditions

    void note(const SliceStatement* at, Remark remark) {
        if (at != nullptr && !left_behind_) batch_.note_written(std::move(remark), at->spot, at->place, at->pointer);
    }

    std::optional<std::vector<FieldValues>> typed_conditions(const plans::Slice& slice, const SliceStatement* at) {
        std::vector<FieldValues> conditions;
        for (const SliceCondition& condition : slice.conditions) {
            const auto values = this->values(condition, at);
            if (!values) return std::nullopt;
            const std::uint32_t field = field_.owned ? static_cast<std::uint32_t>(entity().find(condition.field)) : 0;
            const std::size_t number = number_of(field);
            const auto same = std::find_if(conditions.begin(), conditions.end(),
                                           [&](const FieldValues& other) { return other.field == number; });
            const std::vector<Interval> possible = plans::intersection(anything(field).values, *values);
            if (same == conditions.end()) conditions.push_back({number, possible});
            else same->values = plans::intersection(same->values, possible);
        }
        return conditions;
    }
    std::optional<Typed> typed(const plans::Slice& slice, const SliceStatement* at) {
        auto conditions = typed_conditions(slice, at);
        if (!conditions) return std::nullopt;
        return Typed{*std::move(conditions), nullptr};
    }

    /// The values that satisfy a condition.
    std::optional<std::vector<Interval>> values(const SliceCondition& condition, const SliceStatement* at) {
        if (field_.owned == condition.field.empty()) {
            note(at, warning(say::unreadable_slice,
                             {in_quotes(condition.field.empty() ? condition.value : condition.field)}));
            return std::nullopt;
        }
        std::uint32_t field = 0;
        if (field_.owned) {
            const int found = entity().find(condition.field);
            if (found < 0) {
                note(at, unknown_member(condition.field, entity().names));
                return std::nullopt;
            }
            field = static_cast<std::uint32_t>(found);
        }
        const PlanField& of = field_at(field);
        const std::string name = field_.owned ? condition.field : batch_.entity(list_.entity).names[list_.field];
        if ((field_.owned && of.list) || of.owned || of.kind == model::TypeKind::moment ||
            of.kind == model::TypeKind::duration) {
            note(at, warning(say::no_condition_on, {in_quotes(name)}));
            return std::nullopt;
        }
        if (condition.relation != Relation::equal && !has_order(of, batch_.vocabulary)) {
            note(at, warning(say::no_order_on, {in_quotes(name)}));
            return std::nullopt;
        }
        const auto first = value(of, condition.value, at);
        if (!first) return std::nullopt;
        Interval within = *first;
        switch (condition.relation) {
            case Relation::equal: break;
            case Relation::at_least: within.high = model::decimal_greatest; break;
            case Relation::more: within = {within.high + 1, model::decimal_greatest}; break;
            case Relation::at_most: within.low = model::decimal_least; break;
            case Relation::less: within = {model::decimal_least, within.low - 1}; break;
            case Relation::between: {
                const auto end = value(of, condition.last, at);
                if (!end) return std::nullopt;
                within.high = end->high;
                if (within.low > within.high) {
                    note(at, warning(say::turned_round, {in_quotes(condition.value), in_quotes(condition.last)}));
                    return std::nullopt;
                }
                break;
            }
        }
        return std::vector<Interval>{within};
    }

    std::optional<Interval> value(const PlanField& of, const std::string& written, const SliceStatement* at) {
        Value value;
        std::optional<Remark> remark;
        const bool number = of.kind == model::TypeKind::number && model::decimal_from_text(written);
        const Read read = number ? batch_.values.number(entity(), of, written, value, remark)
                                 : batch_.values.text(entity(), of, written, value, remark);
        if (read != Read::value) {
            if (remark) note(at, std::move(*remark));
            return std::nullopt;
        }
        if (of.reference) {
            const auto row = item_with_key(of.of, value.integer, at);
            return row ? std::optional(Interval{*row, *row}) : std::nullopt;
        }
        if (of.storage == Storage::truth) return Interval{value.truth ? 1 : 0, value.truth ? 1 : 0};
        if (of.storage == Storage::decimal) return Interval{value.decimal, value.decimal_high};
        return Interval{value.integer, value.integer_high};
    }

    std::optional<std::uint32_t> item_with_key(std::uint32_t entity_index, std::int64_t text,
                                               const SliceStatement* at) {
        const std::string key(batch_.plans->texts[text]);
        std::optional<std::uint32_t> found;
        bool several = false;
        std::vector<std::string> names;
        for (std::uint32_t row = batch_.row_begin[entity_index]; row < batch_.table(entity_index).rows; ++row) {
            const auto name = plans::row_key(*batch_.plans, entity_index, row);
            if (!name) continue;
            if (name->size() <= longest_suggestion) names.push_back(*name);
            if (*name != key) continue;
            several = several || found.has_value();
            found = row;
        }
        if (found && !several) return found;
        const model::Entity& of = *batch_.entity(entity_index).entity;
        note(at, warning(several ? say::several : say::nobody, {entity_name(of), key_names(of), in_quotes(key)},
                         several ? Message() : did_you_mean(key, names)));
        return std::nullopt;
    }

    // --- how the list was read, and what is said of the whole of it

    void look_at_marks() {
        for (std::size_t i = batch_.mark_begin; i < batch_.marks.size(); ++i) {
            const plans::Mark& mark = batch_.marks[i];
            const std::uint64_t key = Cell{mark.entity, mark.field, mark.row, mark.element}.key();
            if (mark.kind == plans::Mark::Kind::none) none_.insert(key);
            if (mark.kind == plans::Mark::Kind::nothing) none_.erase(key);
            if (mark.kind == plans::Mark::Kind::high) highs_.insert_or_assign(key, mark.high);
        }
    }

    void look_at_list() {
        const std::int64_t elements = last() - first();
        if (evidence_.settled_lists.contains(list_.key())) {
            for (const Evidence::Size& size : evidence_.sizes)
                if (size.list == list_) {
                    open_ = true;
                    further_ = Bounds{std::max<std::int64_t>(size.least - elements, 0),
                                      size.most == integer_greatest ? integer_greatest : size.most - elements};
                }
            return;
        }
        look_at_reading();
    }
    void look_at_reading() {
        open_ = read_ == HowRead::part || (read_ == HowRead::unmarked && !given());
        if (read_ == HowRead::unmarked && field_.field->dated >= 0 && first() < last()) since_earliest();
    }

    /// A list that grows with time is kept since its earliest date, where nothing else is said of its dates.
    void since_earliest() {
        const auto dated = static_cast<std::uint32_t>(field_.field->dated);
        const std::size_t number = number_of(dated);
        for (const Typed& slice : slices_)
            for (const FieldValues& condition : slice.conditions)
                if (condition.field == number) {
                    open_ = true;
                    return;
                }
        open_ = true;
        std::optional<model::Decimal> earliest;
        for (std::uint32_t element = first(); element < last(); ++element)
            if (const CellValue date = value_at(cell(element, dated)); date.state == CellValue::State::value)
                if (date.within.high != model::decimal_greatest && (!earliest || date.within.high < *earliest))
                    earliest = date.within.high;
        if (earliest) closed_.push_back({{number, {{*earliest, model::decimal_greatest}}}});
    }

    // --- what the elements say of a statement

    /// Of each condition: does the element satisfy it? Holds, fails, or depends on what is not known.
    enum class In : std::uint8_t { yes, no, unknown };
    In satisfies(std::uint32_t element, const FieldValues& condition) const {
        const CellValue value = value_at(cell(element, fields_[condition.field]));
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

    void look_at_elements(const Typed& slice) {
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
                places.push_back(field_.owned ? plans::key_text(*batch_.plans, field_.of, element)
                                              : '[' + std::to_string(element - first()) + ']');
            }
            note(&said, warning(say::slice_has_elements, {certain, list_of(places, messages::List::Joint::and_)}));
            return;
        }
        if (said.size && said.size->most < certain) {
            note(&said, warning(say::slice_size_too_small, {certain}));
            return;
        }
        plans::SaidOfSlice shown{said.place, {}, {certain, certain}, said.as_of_last};
        if (said.complete && !said.none) shown.elements.most += static_cast<std::int64_t>(perhaps.size());
        if (said.size) shown.elements = *said.size;
        for (const FieldValues& condition : slice.conditions)
            shown.conditions.push_back(
                {field_.owned ? static_cast<std::int32_t>(fields_[condition.field]) : -1, condition.values});
        made_.said.push_back(std::move(shown));
        if (said.none || (said.complete && !forgotten_)) closed_.push_back(slice.conditions);
        // Where those that lie in it for certain are all there are, no other does.
        if (said.none || (said.size && said.size->most == certain))
            for (const std::uint32_t element : perhaps) exclude(element, slice.conditions);
        if (said.size) {
            const std::int64_t possible = certain + static_cast<std::int64_t>(perhaps.size());
            counted_.push_back({slice.conditions,
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
        const std::uint32_t field = fields_[open->field];
        const Cell at = cell(element, field);
        const CellValue value = value_at(at);
        Known known = anything(field);
        if (value.state == CellValue::State::value) known = {{value.within}, false};
        if (const auto before = narrowed_.find(at.key()); before != narrowed_.end()) known = before->second;
        known.values = plans::difference(known.values, open->values);
        if (known.impossible()) return;
        narrowed_[at.key()] = known;
        const plans::Domain* const domain = kept(known);
        const auto same = std::find_if(made_.cells.begin(), made_.cells.end(), [&](const auto& cell) {
            return Cell{cell.entity, cell.field, cell.row, cell.element} == at;
        });
        if (same == made_.cells.end()) made_.cells.push_back({at.entity, at.field, at.row, at.element, domain});
        else same->domain = domain;
    }

    // --- boxes

    const plans::Domain* kept(const Known& known) {
        plans::KnownValues& kept = batch_.plans->domains.emplace_back();
        kept.known = known;
        kept.domain = {kept.known.values, known.may_be_none};
        return &kept.domain;
    }

    void lay_out_boxes() {
        std::vector<plans::Box> boxes = all_boxes();
        std::vector<BoxCount> counts;
        // Boxes that the sizes leave empty are none.
        for (bool changed = true; changed;) {
            changed = false;
            counts = counts_of(boxes);
            if (!plans::settle_counts(counts, boxes.size())) return contradiction();
            std::vector<plans::Box> kept;
            for (std::size_t box = 0; box < boxes.size(); ++box) {
                if (plans::elements_in(counts, 0, std::uint64_t(1) << box).most > 0) kept.push_back(boxes[box]);
                else changed = true;
            }
            boxes = std::move(kept);
        }
        const bool known = !closed_.empty() || !counted_.empty();
        if (!given() && !batch_.whys.contains(list_.key()) && (known || further_ || !open_)) made_.given = true;
        if (boxes.empty()) return;
        const std::uint64_t all = mask(boxes, [](const plans::Box&) { return true; });
        const Bounds further = plans::elements_in(counts, all, all);
        made_.more_least = further.least;
        made_.more_most = further.most;
        if (!known) return;

        plans::Rest& rest = batch_.plans->rests.emplace_back();
        const std::uint32_t elements = last() - first();
        for (std::size_t box = 0; box < boxes.size(); ++box) {
            const std::uint32_t row = add_box(boxes[box], elements + static_cast<std::uint32_t>(box));
            if (box == 0) rest.begin = row;
            rest.end = row + 1;
        }
        rest.counts = std::move(counts);
        made_.rest = &rest;
    }

    /// What may lie beside the elements, in boxes.
    std::vector<plans::Box> all_boxes() {
        plans::Box whole;
        for (const std::uint32_t field : fields_) whole.fields.push_back(anything(field));
        std::vector<plans::Box> boxes{whole};
        const auto cut = [&](const std::vector<FieldValues>& slice, std::uint64_t counted) {
            std::vector<plans::Box> inside, outside;
            for (const plans::Box& box : boxes) plans::split(box, slice, inside, outside);
            if (counted != 0)
                for (plans::Box& box : inside) {
                    box.counted |= counted;
                    outside.push_back(std::move(box));
                }
            if (outside.size() > plans::greatest_box_count) return false;
            boxes = std::move(outside);
            return true;
        };
        for (const std::vector<FieldValues>& slice : closed_)
            if (!cut(slice, 0)) too_many(slice);
        for (std::size_t i = 0; i < counted_.size(); ++i)
            if (i >= plans::greatest_box_count || !cut(counted_[i].conditions, std::uint64_t(1) << i)) {
                note(counted_[i].said, warning(say::too_many_slices));
                counted_[i].further = {0, integer_greatest};
            }
        if (!open_) std::erase_if(boxes, [](const plans::Box& box) { return box.counted == 0; });
        for (std::size_t i = 0; i < fields_.size(); ++i) take_apart(boxes, i);
        return boxes;
    }

    /// A box for each stretch that a field can lie in, so that of two conditions on it one decides: after 2024, or
    /// before. Of the values of a list, one for each word of a few.
    void take_apart(std::vector<plans::Box>& boxes, std::size_t number) const {
        const PlanField& field = field_at(fields_[number]);
        constexpr model::Decimal few = 8;
        const bool words = field.kind == model::TypeKind::enumeration && !field_.owned;
        if (!words && !has_order(field, batch_.vocabulary)) return;
        std::vector<plans::Box> apart;
        for (const plans::Box& box : boxes) {
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

    void too_many(const std::vector<FieldValues>& conditions) {
        for (const Typed& slice : slices_)
            if (slice.conditions.size() == conditions.size() &&
                std::equal(conditions.begin(), conditions.end(), slice.conditions.begin(),
                           [](const FieldValues& one, const FieldValues& other) {
                               return one.field == other.field && one.values == other.values;
                           }))
                return note(slice.said, warning(say::too_many_slices));
    }

    template <typename Has>
    static std::uint64_t mask(const std::vector<plans::Box>& boxes, Has has) {
        std::uint64_t result = 0;
        for (std::size_t box = 0; box < boxes.size(); ++box)
            if (has(boxes[box])) result |= std::uint64_t(1) << box;
        return result;
    }

    std::vector<BoxCount> counts_of(const std::vector<plans::Box>& boxes) const {
        std::vector<BoxCount> counts;
        if (further_)
            counts.push_back({mask(boxes, [](const plans::Box&) { return true; }), further_->least, further_->most});
        for (std::size_t i = 0; i < counted_.size() && i < plans::greatest_box_count; ++i)
            counts.push_back({mask(boxes, [&](const plans::Box& box) { return (box.counted >> i & 1) != 0; }),
                              counted_[i].further.least, counted_[i].further.most});
        return counts;
    }

    /// A row of the element table, or one more element, that stands for those of a box.
    std::uint32_t add_box(const plans::Box& box, std::uint32_t position) {
        std::uint32_t row = 0;
        if (field_.owned) {
            row = batch_.add_row(
                field_.of,
                {static_cast<std::int32_t>(list_.entity), static_cast<std::int32_t>(list_.field), list_.row, position},
                0);
            batch_.marks.push_back({plans::Mark::Kind::not_given, false, field_.of, 0, row});
        } else {
            row = batch_.add_element(list_.entity, list_.field, list_.row);
        }
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            const Known& known = box.fields[i];
            const Cell at = cell(row, fields_[i]);
            if (known == anything(fields_[i])) continue;
            if (known.values.empty()) batch_.mark(at, plans::Mark::Kind::none);
            else if (is_value(known, field_at(fields_[i])))
                batch_.set(at, value_of(field_at(fields_[i]), known.values.front()));
            else mark_domain(batch_, at, kept(known));
        }
        return row;
    }

    /// One value, or bounds of what has bounds.
    static bool is_value(const Known& known, const PlanField& field) {
        if (known.may_be_none || known.values.size() > 1) return false;
        return known.values.front().low == known.values.front().high || field.kind == model::TypeKind::number ||
               field.kind == model::TypeKind::percent || field.kind == model::TypeKind::date;
    }

    static Value value_of(const PlanField& field, const Interval& within) {
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

    /// All that is said of how long the list is counts as missing.
    void contradiction() {
        const auto sized =
            std::find_if(slices_.begin(), slices_.end(), [](const Typed& slice) { return slice.said->size; });
        if (!slices_.empty())
            note((sized == slices_.end() ? slices_.front() : *sized).said, warning(say::sizes_contradict));
        made_.cells.clear();
        made_.said.clear();
        slices_.clear();
        closed_.clear();
        counted_.clear();
        further_.reset();
        if (!forgotten_) look_at_reading();
        lay_out_boxes();
    }
};

}  // namespace

void settle_rest(Batch& batch, const Cell& list, HowRead read, const Evidence& evidence) {
    std::set<model::Day> days;
    for (const SliceStatement& statement : statements_on(list, evidence))
        for (const std::optional<model::Day>& day : {statement.as_of_last, statement.list_as_of_last})
            if (day) days.insert(*day);
    plans::AgingList aging{list.entity, list.field, list.row, {}};
    for (const model::Day day : days) aging.later.emplace_back(day, RestOfList(batch, list, evidence, day).known(read));
    plans::KnownOfList known = RestOfList(batch, list, evidence).known(read);
    if (known.given) set_bit(batch.table(list.entity).fields[list.field].list.given, list.row);
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

}  // namespace brecha::reading
