#include "assess/named_slices.hpp"

#include "assess/slice_bounds.hpp"
#include "assess/sources.hpp"
#include "plans/places.hpp"
#include "plans/slice.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace brecha::assess {

using kernels::Input;
using kernels::TruthInput;
using model::Decimal;
using model::TypeKind;
using plans::Column;
using program::Instruction;
using program::Opcode;

namespace {

/// What is nested deeper, or takes more steps, names nothing: rules can share parts many times over.
constexpr int greatest_depth = 64, greatest_steps = 10'000;

bool is_closing(Opcode opcode) { return opcode >= Opcode::any && opcode <= Opcode::function_of_list; }

/// A number as its field writes it; nothing where nine decimals do not hold it.
std::optional<Decimal> in_unit(const Run& run, const model::Type& type, Decimal value) {
    if (type.unit < 0 || type.kind == TypeKind::percent) return value;
    const Decimal factor = run.ruleset().vocabulary.units[static_cast<std::size_t>(type.unit)].factor;
    const auto written = model::divide(value, factor);
    return written && model::multiply_exactly(*written, factor) == value ? written : std::nullopt;
}

class Naming {
public:
    Naming(const Run& run, const Node& list)
        : run_(run), list_(list), made_(run.instruction(list.instruction)),
          field_(
              run.ruleset().vocabulary.entities[static_cast<std::size_t>(made_.entity)].fields[static_cast<std::size_t>(
                  made_.field)]) {}

    Alternatives alternatives() const {
        const Instruction& asks = run_.instruction(list_.asker.instruction);
        if (asks.is_list()) return alternatives(asks.presence, true);
        if (!is_closing(asks.opcode)) return alternatives(list_.asker.instruction, true);
        const auto closing = asks.as<program::Closing>();
        Alternatives found = alternatives(closing.in, true);
        if (closing.body >= 0 && asks.opcode == Opcode::any)
            found = both(std::move(found), alternatives(closing.body, true));
        if (closing.body >= 0 && asks.opcode == Opcode::all)
            found = both(std::move(found), alternatives(closing.body, false));
        return found;
    }

    /// Does some element that is given lie in it for certain?
    bool has_given(const Bounds& bounds) const {
        const auto owner = this->owner();
        if (!owner || !plans::bit(lists().given, *owner)) return false;
        for (std::uint32_t row = lists().begin[*owner]; row < lists().end[*owner]; ++row)
            if (std::all_of(bounds.begin(), bounds.end(),
                            [&](const SliceBound& bound) { return lies_in(*run_.plans, bound, values(bound), row); }))
                return true;
        return false;
    }
    /// What the plan says of slices of the list; null where it says nothing.
    const plans::Rest* rest() const {
        const auto owner = this->owner();
        return !owner || lists().rest.empty() ? nullptr : lists().rest[*owner];
    }
    /// Does the plan say that elements lie in it which are not given?
    bool lacks_some(const Bounds& bounds) const {
        const plans::Rest* rest = this->rest();
        if (rest == nullptr) return false;
        std::uint64_t inside = 0;
        for (std::uint32_t box = rest->begin; box < rest->end; ++box)
            if (std::all_of(bounds.begin(), bounds.end(),
                            [&](const SliceBound& bound) { return lies_in(*run_.plans, bound, values(bound), box); }))
                inside |= std::uint64_t(1) << (box - rest->begin);
        return plans::elements_in(rest->counts, inside, inside).least > 0;
    }
    /// May an element that is not given lie in it, by what the plan says of slices?
    bool may_have_more(const Bounds& bounds) const {
        if (this->rest() == nullptr) return true;
        const plans::Rest& rest = *this->rest();
        for (std::uint32_t box = rest.begin; box < rest.end; ++box)
            if (std::all_of(bounds.begin(), bounds.end(), [&](const SliceBound& bound) {
                    return may_lie_in(*run_.plans, bound, values(bound), box);
                }))
                return true;
        return rest.begin == rest.end;
    }

private:
    const Run& run_;
    const Node& list_;
    const Instruction& made_;
    const model::Field& field_;
    mutable int depth_ = 0, steps_ = 0;
    struct At {
        std::int32_t frame = -1;
        std::uint32_t row = 0;
    };
    const At asker_ = asked_from();
    /// Where what is looked at is asked for: the asker, or further out, where a list stands that is spread there.
    mutable At from_ = asker_;

    At asked_from() const {
        const Asker& asker = list_.asker;
        if (asker.instruction < 0 || !run_.instruction(asker.instruction).is_list()) return {asker.frame, asker.row};
        const std::int32_t frame = run_.instruction(asker.instruction).frame;
        return {frame, run_.outer_row(asker.frame, asker.row, frame)};
    }

    /// While it stands, a step is under way; false where it is one too many.
    class Step {
    public:
        explicit Step(const Naming& naming) : naming_(naming) {
            ++naming_.depth_;
            ++naming_.steps_;
        }
        ~Step() { --naming_.depth_; }
        Step(const Step&) = delete;
        Step& operator=(const Step&) = delete;
        explicit operator bool() const { return naming_.depth_ <= greatest_depth && naming_.steps_ <= greatest_steps; }

    private:
        const Naming& naming_;
    };

    // --- what is known in the row where the list is asked for

    struct Known {
        std::int32_t instruction = -1;
        std::size_t row = 0;
    };

    /// Nothing where it turns on the element, or on one of a list between.
    std::optional<Known> known(std::int32_t id) const {
        id = unexpanded(id);
        const auto row = row_in(run_.instruction(id).frame);
        return row ? std::optional(at(id, *row)) : std::nullopt;
    }
    /// The asker may itself go through the rows of this list, at another one: so where it asks from comes first.
    std::optional<std::uint32_t> row_in(std::int32_t frame) const {
        if (frame == 0) return 0;
        if (is_inside(from_.frame, frame)) return run_.outer_row(from_.frame, from_.row, frame);
        if (is_inside(made_.frame, frame)) return run_.outer_row(made_.frame, list_.row, frame);
        return std::nullopt;
    }
    /// Where the list and its asker lie in different rows, nobody knows which is meant.
    std::optional<Known> known_to_both(std::int32_t id) const {
        id = unexpanded(id);
        const std::int32_t frame = run_.instruction(id).frame;
        if (frame == 0) return Known{id, 0};
        std::optional<std::uint32_t> row;
        for (const At& inner : {asker_, At{made_.frame, list_.row}}) {
            if (!is_inside(inner.frame, frame)) continue;
            const std::uint32_t outer = run_.outer_row(inner.frame, inner.row, frame);
            if (row && *row != outer) return std::nullopt;
            row = outer;
        }
        return row ? std::optional(at(id, *row)) : std::nullopt;
    }
    Known at(std::int32_t id, std::size_t row) const { return {id, run_.columns[id].rows == 1 ? 0 : row}; }
    bool is_inside(std::int32_t frame, std::int32_t outer) const {
        while (frame > outer) frame = run_.program->frames[frame].parent;
        return frame == outer;
    }
    std::int32_t unexpanded(std::int32_t id) const {
        while (run_.instruction(id).opcode == Opcode::expand) id = run_.instruction(id).first();
        return id;
    }

    // --- what turns on the element

    /// Is it this list, seen through others?
    bool leads_here(std::int32_t list) const {
        if (list < 0) return false;
        if (list == list_.instruction) return true;
        const Step step(*this);
        if (!step) return false;
        const Instruction& made = run_.instruction(list);
        switch (made.opcode) {
            case Opcode::spread:
            case Opcode::distinct:
            case Opcode::missing_from:
            case Opcode::view: return leads_here(made.first());
            case Opcode::flatten: {
                const auto parts = made.as<program::Flattening>();
                return leads_here(parts.outer) || leads_here(parts.inner);
            }
            case Opcode::join:
            case Opcode::otherwise_list:
            case Opcode::choose_list: {
                const auto [first, second] = sides(made);
                return leads_here(first) || leads_here(second);
            }
            default: return false;
        }
    }
    /// Of a list made of two, the one that leads here; none where both do.
    std::int32_t side(const Instruction& made) const {
        const auto [first, second] = sides(made);
        if (leads_here(first)) return leads_here(second) ? -1 : first;
        return leads_here(second) ? second : -1;
    }
    /// The two, without one that is known not to be taken.
    program::Pair sides(const Instruction& made) const {
        if (made.opcode == Opcode::choose_list) {
            const auto choice = made.as<program::Choice>();
            const auto there = known_to_both(choice.condition);
            const kernels::Truth truth =
                there ? TruthInput(run_.columns[there->instruction])[there->row] : kernels::Truth::unknown;
            return {truth == kernels::Truth::fails ? -1 : choice.yes, truth == kernels::Truth::holds ? -1 : choice.no};
        }
        program::Pair both = made.as<program::Pair>();
        if (made.opcode == Opcode::otherwise_list) {
            const auto value = row_of_list(both.left), fallback = row_of_list(both.right);
            if (value && !plans::bit(run_.lists[both.left].absent, *value)) both.right = -1;
            else if (value && fallback && run_.lists[both.right].closed(*fallback)) both.left = -1;
        }
        return both;
    }
    std::optional<std::size_t> row_of_list(std::int32_t id) const {
        const auto there = known_to_both(id);
        return there ? std::optional(run_.lists[id].rows == 1 ? std::size_t(0) : there->row) : std::nullopt;
    }
    /// The list behind one that only shows another's elements; none: it has its own.
    std::int32_t shown_by(const Instruction& made) const {
        switch (made.opcode) {
            case Opcode::spread:
            case Opcode::distinct:
            case Opcode::missing_from: return made.first();
            case Opcode::join:
            case Opcode::otherwise_list:
            case Opcode::choose_list: return side(made);
            default: return -1;
        }
    }

    bool is_element(std::int32_t id) const {
        id = unexpanded(id);
        const Instruction& made = run_.instruction(id);
        const Step step(*this);
        if (made.opcode != Opcode::elements || !step) return false;
        if (made.first() == list_.instruction) return true;
        const std::int32_t behind = shown_by(run_.instruction(made.first()));
        return behind >= 0 && is_element(run_.instruction(behind).elements);
    }

    /// The element, or a field of it: what a slice can speak of.
    std::optional<SliceBound> subject(std::int32_t id) const {
        SliceBound bound;
        if (is_element(id)) {
            if (field_.type.kind == TypeKind::item && !field_.reference) return std::nullopt;
            bound.type = field_.type.element();
            return bound;
        }
        const Instruction& made = run_.instruction(through_elements(id));
        if (made.opcode != Opcode::load || !is_element(made.first()) || field_.reference) return std::nullopt;
        const model::Field& field =
            run_.ruleset().vocabulary.entities[static_cast<std::size_t>(made.entity)].fields[static_cast<std::size_t>(
                made.field)];
        if (field.type.kind == TypeKind::item && !field.reference) return std::nullopt;
        bound.field = made.field;
        bound.type = field.type;
        return bound;
    }
    /// An element of a list that shows another's elements is that one.
    std::int32_t through_elements(std::int32_t id) const {
        id = unexpanded(id);
        const Instruction& made = run_.instruction(id);
        const Step step(*this);
        if (made.opcode != Opcode::elements || !step) return id;
        const std::int32_t behind = shown_by(run_.instruction(made.first()));
        return behind < 0 ? id : through_elements(run_.instruction(behind).elements);
    }

    // --- conditions

    /// How an element can satisfy a condition (or, where not `wanted`, fail it).
    Alternatives alternatives(std::int32_t id, bool wanted) const {
        const Step step(*this);
        if (!step) return any_element();
        id = unexpanded(id);
        const Instruction& made = run_.instruction(id);
        if (const auto there = known(id)) {
            const kernels::Truth truth = TruthInput(run_.columns[there->instruction])[there->row];
            const kernels::Truth excluded = wanted ? kernels::Truth::fails : kernels::Truth::holds;
            return truth == excluded ? Alternatives{} : any_element();
        }
        switch (made.opcode) {
            case Opcode::not_: return alternatives(made.first(), !wanted);
            case Opcode::and_: return junction(made, wanted, wanted);
            case Opcode::or_: return junction(made, !wanted, wanted);
            case Opcode::owed_if: {
                const auto [condition, then] = made.as<program::Condition>();
                if (wanted) return any_element();
                return both(alternatives(condition, true), alternatives(then, false));
            }
            case Opcode::presence: {
                const Instruction& shown = run_.instruction(made.first());
                const std::int32_t behind = shown_by(shown);
                if (behind < 0 || !wanted) return any_element();
                const At before = from_;
                if (const std::int32_t frame = run_.instruction(behind).frame; shown.opcode == Opcode::spread)
                    if (const auto row = row_in(frame)) from_ = {frame, *row};
                Alternatives result = alternatives(run_.instruction(behind).presence, true);
                from_ = before;
                return result;
            }
            default: break;
        }
        // What is not there fails a comparison, so that to fail it names nothing.
        if (!wanted) return any_element();
        switch (made.opcode) {
            case Opcode::load:
            case Opcode::elements: return is_yes(id);
            case Opcode::equal:
            case Opcode::at_most:
            case Opcode::less: return compared(made);
            case Opcode::any: return one_of(made);
            default: return any_element();
        }
    }
    Alternatives junction(const Instruction& made, bool all, bool wanted) const {
        Alternatives result = all ? any_element() : Alternatives{};
        for (const std::int32_t input : made.inputs) {
            if (all ? result.empty() : is_any_element(result)) break;
            Alternatives one = alternatives(input, wanted);
            result = all ? both(std::move(result), std::move(one)) : either(std::move(result), std::move(one));
        }
        return result;
    }

    Alternatives is_yes(std::int32_t id) const {
        auto bound = subject(id);
        if (!bound || bound->type.kind != TypeKind::yes_no) return any_element();
        bound->low = bound->high = 1;
        return {{*bound}};
    }

    Alternatives compared(const Instruction& made) const {
        const auto [left, right] = made.as<program::Pair>();
        if (auto bounds = bounded(made.opcode, left, right, true)) return *bounds;
        if (auto bounds = bounded(made.opcode, right, left, false)) return *bounds;
        return any_element();
    }
    /// The subject stands on the side of what is less (`below`), or on the other; nothing where this names no slice.
    std::optional<Alternatives> bounded(Opcode opcode, std::int32_t subject, std::int32_t value, bool below) const {
        const std::int32_t dated = inside_year(subject);
        auto bound = this->subject(dated < 0 ? subject : dated);
        const auto there = known(value);
        if (!bound || !there) return std::nullopt;
        if (dated >= 0 ? !set_year(*bound, *there) : !set(*bound, *there)) return std::nullopt;
        if (bound->low > bound->high) return Alternatives{};  // a word that the field cannot have
        if (opcode == Opcode::equal) return Alternatives{{*bound}};
        // Of what is less than a year all of it is left out: to be less is to end before it begins.
        const Decimal first = bound->low, last = bound->high;
        const bool strictly = opcode == Opcode::less;
        if (below) bound->low = model::decimal_least;
        else bound->high = model::decimal_greatest;
        if (!strictly) return Alternatives{{*bound}};
        if (bound->type.kind == TypeKind::date) (below ? bound->high : bound->low) = below ? first - 1 : last + 1;
        else (below ? bound->without_high : bound->without_low) = true;
        return Alternatives{{*bound}};
    }

    /// Of `year(x.f)`: x.f.
    std::int32_t inside_year(std::int32_t id) const {
        const Instruction& made = run_.instruction(unexpanded(id));
        return made.opcode == Opcode::function && made.function == words::Function::year ? made.first() : -1;
    }
    /// Makes the bound all days of a year.
    bool set_year(SliceBound& bound, const Known& there) const {
        const auto year = Input<Decimal>(run_.columns[there.instruction])[there.row];
        if (bound.type.kind != TypeKind::date || !year.exact() || year.low % model::decimal_one != 0) return false;
        const Decimal number = year.low / model::decimal_one;
        if (number < 1 || number > 9999) return false;
        bound.low = model::day_of({static_cast<int>(number), 1, 1});
        bound.high = model::day_of({static_cast<int>(number), 12, 31});
        return true;
    }

    /// `subject is one of list`.
    Alternatives one_of(const Instruction& made) const {
        const auto closing = made.as<program::Closing>();
        if (closing.wanted < 0) return any_element();
        const auto bound = subject(closing.wanted);
        if (!bound) return any_element();
        std::int32_t list = closing.list;
        while (run_.instruction(list).opcode == Opcode::spread) list = run_.instruction(list).first();
        const auto there = known_list(list);
        if (!there) return any_element();
        const kernels::List& rows = run_.lists[list];
        if (!rows.closed(there->row)) return any_element();
        const std::int32_t elements = run_.instruction(list).elements, presence = run_.instruction(list).presence;
        const std::int32_t inner = run_.instruction(presence).frame;
        Alternatives result;
        for (std::uint32_t row = rows.begin[there->row]; row < rows.end[there->row]; ++row) {
            if (run_.truth(presence, inner, row) == kernels::Truth::fails) continue;
            SliceBound one = *bound;
            if (!set(one, at(elements, run_.outer_row(inner, row, run_.instruction(elements).frame))))
                return any_element();
            if (one.low <= one.high) result = either(std::move(result), {{one}});
        }
        return result;
    }
    std::optional<Known> known_list(std::int32_t id) const {
        auto there = known(id);
        if (there) there->row = run_.lists[id].rows == 1 ? 0 : *row_in(run_.instruction(id).frame);
        return there;
    }

    /// Makes the bound that one value; false where the value is not known, or a place cannot write it.
    bool set(SliceBound& bound, const Known& there) const {
        const Column& column = run_.columns[there.instruction];
        const model::Type& type = run_.instruction(there.instruction).type;
        switch (bound.type.kind) {
            case TypeKind::yes_no: {
                const kernels::Truth truth = TruthInput(column)[there.row];
                if (truth != kernels::Truth::holds && truth != kernels::Truth::fails) return false;
                if (plans::bit(column.none, there.row)) return false;
                bound.low = bound.high = truth == kernels::Truth::holds ? 1 : 0;
                return true;
            }
            case TypeKind::number:
            case TypeKind::percent: {
                const auto value = Input<Decimal>(column)[there.row];
                if (!value.exact() || !in_unit(run_, bound.type, value.low)) return false;
                bound.low = bound.high = value.low;
                return true;
            }
            case TypeKind::text:
            case TypeKind::date:
            case TypeKind::enumeration:
            case TypeKind::item: break;
            default: return false;
        }
        const auto value = Input<std::int64_t>(column)[there.row];
        if (!value.exact()) return false;
        bound.low = bound.high = value.low;
        if (bound.type.kind == TypeKind::text) {
            bound.low = bound.high = 0;
            bound.text = words_of_text(run_, there.instruction, value.low);
            return !bound.text.empty();
        }
        if (bound.type.kind == TypeKind::item)
            return bound.type.of == type.of && key_of(bound.type.of, value.low).has_value();
        if (bound.type.kind == TypeKind::enumeration && bound.type.of != type.of) {
            const auto& enumerations = run_.ruleset().vocabulary.enumerations;
            const int same = enumerations[static_cast<std::size_t>(bound.type.of)].index_of(
                enumerations[static_cast<std::size_t>(type.of)].values[static_cast<std::size_t>(value.low)].word);
            bound.low = same;
            bound.high = same < 0 ? same - 1 : same;
        }
        return true;
    }
    std::optional<std::string> key_of(std::int32_t entity, std::int64_t row) const {
        const auto of = static_cast<std::uint32_t>(entity);
        if (plans::bit(run_.plans->table(of).key_unusable, static_cast<std::size_t>(row))) return std::nullopt;
        return plans::row_key(*run_.plans, of, static_cast<std::uint32_t>(row));
    }

    // --- elements

    const plans::ListColumn& lists() const { return run_.list(made_); }
    /// The row of the item that has the list.
    std::optional<std::size_t> owner() const {
        const auto item = Input<std::int64_t>(run_.columns[made_.first()])[list_.row];
        return item.exact() ? std::optional(static_cast<std::size_t>(item.low)) : std::nullopt;
    }
    const Column& values(const SliceBound& bound) const {
        if (bound.field < 0) return run_.field(made_).values;
        return run_.plans->table(static_cast<std::uint32_t>(field_.type.of))
            .fields[static_cast<std::size_t>(bound.field)]
            .values;
    }
};

/// An end of a bound as its field writes it in a plan.
std::string end_text(const Run& run, const SliceBound& bound, Decimal end) {
    const auto number = static_cast<std::int64_t>(end);
    switch (bound.type.kind) {
        case TypeKind::yes_no: return end == 0 ? "no" : "yes";
        case TypeKind::number: return model::decimal_to_text(in_unit(run, bound.type, end).value_or(end));
        case TypeKind::percent: return model::decimal_to_text(end) + "%";
        case TypeKind::date: return model::day_to_text(number);
        case TypeKind::enumeration:
            return run.ruleset()
                .vocabulary.enumerations[static_cast<std::size_t>(bound.type.of)]
                .values[static_cast<std::size_t>(number)]
                .word;
        case TypeKind::item:
            return plans::key_text(*run.plans, static_cast<std::uint32_t>(bound.type.of),
                                   static_cast<std::uint32_t>(number));
        default: return bound.text;
    }
}

void add_conditions(const Run& run, const SliceBound& bound, const model::Field& list, plans::Slice& slice) {
    std::string field;
    if (bound.field >= 0)
        field = run.ruleset()
                    .vocabulary.entities[static_cast<std::size_t>(list.type.of)]
                    .fields[static_cast<std::size_t>(bound.field)]
                    .name;
    if (bound.low == bound.high) {
        slice.conditions.push_back({field, plans::Relation::equal, end_text(run, bound, bound.low), {}});
        return;
    }
    if (bound.low != model::decimal_least)
        slice.conditions.push_back({field,
                                    bound.without_low ? plans::Relation::more : plans::Relation::at_least,
                                    end_text(run, bound, bound.low),
                                    {}});
    if (bound.high != model::decimal_greatest)
        slice.conditions.push_back({field,
                                    bound.without_high ? plans::Relation::less : plans::Relation::at_most,
                                    end_text(run, bound, bound.high),
                                    {}});
}

std::vector<ListSlice> slices_of(const Run& run, const Node& list) {
    if (list.asker.instruction < 0) return {};
    const Naming naming(run, list);
    std::vector<ListSlice> slices;
    for (const Bounds& bounds : naming.alternatives()) {
        if (bounds.empty()) return {};
        if (naming.lacks_some(bounds)) return {};  // there is more to ask than whether there are others
        if (naming.may_have_more(bounds)) slices.push_back({bounds, naming.has_given(bounds)});
    }
    return slices;
}

std::string place_of_slice(const Run& run, const Place& list, const ListSlice& slice) {
    const model::Vocabulary& vocabulary = run.ruleset().vocabulary;
    const model::Field& field =
        vocabulary.entities[static_cast<std::size_t>(list.entity)].fields[static_cast<std::size_t>(list.field)];
    plans::Slice made;
    for (const SliceBound& bound : slice.bounds) add_conditions(run, bound, field, made);
    return plans::place_of_slice(list.text, plans::canonical(std::move(made), vocabulary, field));
}

}  // namespace

const std::vector<NamedSlice>& NamedSlices::of(const Run& run, const Node& list, const Place& place) {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(list); known != known_.end()) return known->second;
    std::vector<NamedSlice> named;
    for (ListSlice& slice : slices_of(run, list)) {
        std::string text = place_of_slice(run, place, slice);
        named.push_back({std::move(text), std::move(slice)});
    }
    return known_.emplace(list, std::move(named)).first->second;
}

std::vector<const plans::SaidOfSlice*> said_of_slices(const Run& run, const Node& list) {
    std::vector<const plans::SaidOfSlice*> result;
    if (run.plans->slices.empty()) return result;
    const Instruction& made = run.instruction(list.instruction);
    const auto item = Input<std::int64_t>(run.columns[made.first()])[list.row];
    if (!item.exact()) return result;
    const auto row = static_cast<std::uint32_t>(item.low);
    const auto all = run.plans->slices.find(
        plans::cell_key(static_cast<std::uint32_t>(made.entity), static_cast<std::uint32_t>(made.field), row));
    if (all == run.plans->slices.end()) return result;
    const Alternatives asked = list.asker.instruction < 0 ? any_element() : Naming(run, list).alternatives();
    for (const plans::SaidOfSlice& said : all->second)
        if (!run.outdated.says_no_longer(made, row, said) &&
            std::any_of(asked.begin(), asked.end(),
                        [&](const Bounds& bounds) { return meets(*run.plans, bounds, said); }))
            result.push_back(&said);
    return result;
}

const plans::SaidOfSlice* outdated_slice(const Run& run, const Node& list, const Place& place) {
    const auto all = run.plans->slices.find(
        plans::cell_key(static_cast<std::uint32_t>(place.entity), static_cast<std::uint32_t>(place.field), place.row));
    if (all == run.plans->slices.end()) return nullptr;
    for (const plans::SaidOfSlice& said : all->second)
        if (said.place == place.text && run.outdated.says_no_longer(run.instruction(list.instruction), place.row, said))
            return &said;
    return nullptr;
}

}  // namespace brecha::assess
