#include "assess/further_subjects.hpp"

#include <map>
#include <set>

namespace brecha::assess {

using program::Instruction;
using program::Opcode;

namespace {

/// What a list may hold beside the elements that are given.
enum class Beside : std::uint8_t {
    nothing,
    others,  // items that are new, or others than the one asked for
    any      // whatever item the plan has
};

struct Reach {
    bool hits = false;  // an element may be the item, or lie in it
    Beside beside = Beside::nothing;
};
Reach operator|(const Reach& one, const Reach& other) {
    return {one.hits || other.hits, std::max(one.beside, other.beside)};
}

class Further {
public:
    Further(const Run& run, std::uint32_t requirement, const AskedItem& item)
        : run_(run), lowered_(run.program->requirements[requirement]), item_(item) {}

    Concerns of(const Leaf& leaf) {
        for (std::size_t level = 1; level <= leaf.level; ++level)
            if (is_item(level, row_of(leaf, level))) return Concerns::yes;
        if (!in_doubt(leaf).empty()) return Concerns::perhaps;
        switch (leaf.kind) {
            case LeafKind::list: return by_further_element(leaf.level, leaf.row) ? Concerns::perhaps : Concerns::no;
            case LeafKind::when:
            case LeafKind::where:
                return leaf.truth == Truth::unknown && by_given_elements(leaf.level, leaf.row) ? Concerns::perhaps
                                                                                               : Concerns::no;
            default: return Concerns::no;
        }
    }

    std::vector<std::size_t> in_doubt(const Leaf& leaf) {
        std::vector<std::size_t> levels;
        for (std::size_t level = 1; level <= leaf.level; ++level)
            if (may_be_item(level, row_of(leaf, level))) levels.push_back(level);
        return levels;
    }

private:
    const Run& run_;
    const program::LoweredRequirement& lowered_;
    const AskedItem item_;
    std::map<std::int32_t, Reach> assumed_;  // by instruction: elements of levels that are not there yet
    std::int32_t frame_ = 1;                 // the deepest frame whose rows are there …
    std::uint32_t row_ = 0;                  // … and the row that is looked at

    // --- elements that are given

    const program::Level& level_at(std::size_t level) const { return lowered_.levels[level - 1]; }
    std::uint32_t row_of(const Leaf& leaf, std::size_t level) const {
        return run_.outer_row(frame_of(lowered_, leaf.level), leaf.row, frame_of(lowered_, level));
    }
    /// Can an item of this entity be the one asked for, or (`within`) lie in one of its kind?
    bool can_be(const model::Type& type) const {
        return type.kind == model::TypeKind::item && (type.of == item_.entity || can_lie_within(type.of));
    }
    bool can_lie_within(std::int32_t entity) const {
        std::set<std::int32_t> seen;
        std::vector<std::int32_t> waiting{item_.entity};
        while (!waiting.empty()) {
            const std::int32_t outer = waiting.back();
            waiting.pop_back();
            for (const model::Field& field :
                 run_.ruleset().vocabulary.entities[static_cast<std::size_t>(outer)].fields) {
                if (field.type.kind != model::TypeKind::item || field.reference) continue;
                if (field.type.of == entity) return true;
                if (seen.insert(field.type.of).second) waiting.push_back(field.type.of);
            }
        }
        return false;
    }
    bool lies_in_item(std::int32_t entity, std::int64_t row) const {
        while (entity >= 0) {
            if (entity == item_.entity && row == item_.row) return true;
            const plans::EntityTable& table = run_.plans->table(static_cast<std::uint32_t>(entity));
            if (static_cast<std::size_t>(row) >= table.origins.size()) return false;
            const plans::Origin& origin = table.origins[static_cast<std::size_t>(row)];
            entity = origin.entity;
            row = origin.row;
        }
        return false;
    }
    bool is_item(std::size_t level, std::uint32_t row) const {
        const program::Level& bound = level_at(level);
        if (bound.type.kind != model::TypeKind::item) return false;
        const auto element = kernels::Input<std::int64_t>(run_.columns[bound.elements])[row];
        return element.exact() && lies_in_item(bound.type.of, element.low);
    }
    /// A reference to nobody could be to it, unless its list names it already.
    bool may_be_item(std::size_t level, std::uint32_t row) const {
        const program::Level& bound = level_at(level);
        if (!can_be(bound.type)) return false;
        const kernels::Input<std::int64_t> elements(run_.columns[bound.elements]);
        if (elements[row].known()) return false;
        const kernels::List& list = run_.lists[bound.list];
        const std::uint32_t at = run_.outer_row(bound.frame, row, frame_of(lowered_, level - 1));
        for (std::uint32_t i = list.begin[at]; i < list.end[at]; ++i)
            if (const auto other = elements[i];
                other.exact() && bound.type.of == item_.entity && other.low == item_.row)
                return can_lie_within(bound.type.of);
        return true;
    }

    // --- subjects that are not there yet

    /// The levels below, as they stand: some element of theirs is the item, or may come to be it.
    bool by_given_elements(std::size_t level, std::uint32_t row) {
        if (level == lowered_.levels.size()) return false;
        const program::Level& next = level_at(level + 1);
        const kernels::List& list = run_.lists[next.list];
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            if (run_.truth(next.in, next.frame, i) == Truth::fails) continue;
            if (is_item(level + 1, i) || may_be_item(level + 1, i) || by_given_elements(level + 1, i)) return true;
        }
        return !list.closed(row) && by_further_element(level, row);
    }

    /// One more element of the next level's list: it, or what the levels below it then look at.
    bool by_further_element(std::size_t level, std::uint32_t row) {
        frame_ = frame_of(lowered_, level);
        row_ = row;
        assumed_.clear();
        Reach reach = further(lowered_.levels[level].list);
        if (hits(reach, level_at(level + 1).type)) return true;
        assumed_.emplace(level_at(level + 1).elements, reach);
        for (std::size_t below = level + 2; below <= lowered_.levels.size(); ++below) {
            reach = whole(level_at(below).list);
            if (hits(reach, level_at(below).type)) return true;
            assumed_.emplace(level_at(below).elements, reach);
        }
        return false;
    }
    bool hits(const Reach& reach, const model::Type& type) const {
        return reach.hits || (reach.beside == Beside::any && can_be(type));
    }

    /// Is the instruction's frame one whose rows are there?
    bool is_there(std::int32_t id) const {
        for (std::int32_t frame = frame_; frame >= 0; frame = run_.program->frames[frame].parent)
            if (frame == run_.instruction(id).frame) return true;
        return false;
    }
    std::uint32_t row_at(std::int32_t id) const { return run_.outer_row(frame_, row_, run_.instruction(id).frame); }

    std::int32_t elements_of(std::int32_t list) const { return run_.instruction(list).elements; }
    bool owned(const Instruction& made) const {
        return !run_.ruleset()
                    .vocabulary.entities[static_cast<std::size_t>(made.entity)]
                    .fields[static_cast<std::size_t>(made.field)]
                    .reference;
    }

    /// All that the list has and may have, seen from the row that is looked at.
    Reach whole(std::int32_t list) {
        if (run_.instruction(list).opcode == Opcode::spread) return whole(run_.instruction(list).first());
        if (!is_there(list)) return supposed(list);
        Reach reach;
        const kernels::List& rows = run_.lists[list];
        const std::size_t at = rows.rows == 1 ? 0 : row_at(list);
        const model::Type& type = run_.instruction(elements_of(list)).type;
        if (type.kind != model::TypeKind::item) return reach;
        const kernels::Input<std::int64_t> elements(run_.columns[elements_of(list)]);
        const kernels::TruthInput presence(run_.columns[run_.instruction(list).presence]);
        for (std::uint32_t i = rows.begin[at]; i < rows.end[at]; ++i) {
            if (presence[i] == Truth::fails) continue;
            const auto element = elements[i];
            reach.hits =
                reach.hits || (element.known() ? element.exact() && lies_in_item(type.of, element.low) : can_be(type));
        }
        if (!rows.closed(at)) reach = reach | further(list);
        return reach;
    }

    /// What a list that is not closed may have beside its elements.
    Reach further(std::int32_t list) { return further(list, is_there(list) ? row_at(list) : 0); }
    Reach further(std::int32_t list, std::uint32_t row) {
        const Instruction& made = run_.instruction(list);
        if (made.opcode == Opcode::spread)
            return further(made.first(), run_.outer_row(made.frame, row, run_.instruction(made.first()).frame));
        const kernels::List& rows = run_.lists[list];
        if (rows.closed(rows.rows == 1 ? 0 : row)) return {};
        const auto outer = [&](std::int32_t id) { return run_.outer_row(made.frame, row, run_.instruction(id).frame); };
        const auto further_of = [&](std::int32_t id) { return further(id, outer(id)); };
        switch (made.opcode) {
            case Opcode::load_list: {
                const std::uint32_t at = outer(made.first());
                const auto item = kernels::Input<std::int64_t>(run_.columns[made.first()])[at];
                if (!item.exact()) return list_of(made, absent_item(made.first(), at));
                if (owned(made)) return {lies_in_item(made.entity, item.low), Beside::others};
                return stands_in(list, row) && !can_lie_within(made.type.of) ? Reach{false, Beside::others}
                                                                             : Reach{false, Beside::any};
            }
            case Opcode::view: {
                if (made.elements == elements_of(made.first())) return further_of(made.first());
                return supposing(made.first(), outer(made.first()), made.elements);
            }
            case Opcode::flatten: {
                const auto parts = made.as<program::Flattening>();
                Reach reach = supposing(parts.outer, outer(parts.outer), parts.inner);
                const kernels::List& outer_rows = run_.lists[parts.outer];
                const std::size_t at = outer_rows.rows == 1 ? 0 : outer(parts.outer);
                const kernels::TruthInput presence(run_.columns[parts.in]);
                for (std::uint32_t i = outer_rows.begin[at]; i < outer_rows.end[at]; ++i)
                    if (presence[i] != Truth::fails) reach = reach | further(parts.inner, i);
                return reach;
            }
            case Opcode::join: {
                const auto [left, right] = made.as<program::Pair>();
                return further_of(left) | further_of(right);
            }
            case Opcode::otherwise_list: {
                const auto [value, fallback] = made.as<program::Fallback>();
                const kernels::List& first = run_.lists[value];
                const Reach reach = further_of(value);
                return plans::bit(first.absent, first.rows == 1 ? 0 : outer(value)) ? reach | further_of(fallback)
                                                                                    : reach;
            }
            case Opcode::choose_list: {
                const auto choice = made.as<program::Choice>();
                const Truth condition = kernels::TruthInput(run_.columns[choice.condition])[outer(choice.condition)];
                if (condition != Truth::unknown) return further_of(condition == Truth::holds ? choice.yes : choice.no);
                return whole(choice.yes) | whole(choice.no);
            }
            case Opcode::distinct:
            case Opcode::missing_from: return further_of(made.first());
            default: return {};
        }
    }
    /// One more element of `list`, and what `then` (its body) makes of it.
    Reach supposing(std::int32_t list, std::uint32_t row, std::int32_t then) {
        const Reach element = further(list, row);
        if (!element.hits && element.beside == Beside::nothing) return {};
        const std::int32_t elements = elements_of(list);
        const auto saved = assumed_;
        assumed_.insert_or_assign(elements, Reach{false, element.hits ? Beside::any : element.beside});
        const Reach reach = supposed(then);
        assumed_ = saved;
        return reach;
    }
    bool stands_in(std::int32_t list, std::uint32_t row) const {
        const kernels::List& rows = run_.lists[list];
        const std::size_t at = rows.rows == 1 ? 0 : row;
        if (run_.instruction(list).type.of != item_.entity) return false;
        const kernels::Input<std::int64_t> elements(run_.columns[elements_of(list)]);
        for (std::uint32_t i = rows.begin[at]; i < rows.end[at]; ++i)
            if (const auto element = elements[i]; element.exact() && element.low == item_.row) return true;
        return false;
    }
    /// What an item that is not there can come to be.
    Reach absent_item(std::int32_t id, std::uint32_t row) const {
        const Instruction& made = run_.instruction(id);
        const auto item = kernels::Input<std::int64_t>(run_.columns[id])[run_.columns[id].rows == 1 ? 0 : row];
        if (item.state == kernels::State::none) return {};
        if (made.opcode == Opcode::expand)
            return absent_item(made.first(), run_.outer_row(made.frame, row, run_.instruction(made.first()).frame));
        if (made.opcode != Opcode::load || !owned(made)) return {false, Beside::any};
        const std::uint32_t at = run_.outer_row(made.frame, row, run_.instruction(made.first()).frame);
        const auto owner = kernels::Input<std::int64_t>(run_.columns[made.first()])[at];
        if (!owner.exact()) return absent_item(made.first(), at);
        return {lies_in_item(made.entity, owner.low), Beside::others};
    }
    /// The field's items, of what an item can come to be.
    Reach list_of(const Instruction& made, const Reach& item) const {
        if (!item.hits && item.beside == Beside::nothing) return {};
        return owned(made) ? item : Reach{false, Beside::any};
    }

    /// What an instruction can come to be in a row that is not there yet.
    Reach supposed(std::int32_t id) {
        if (const auto known = assumed_.find(id); known != assumed_.end()) return known->second;
        const Instruction& made = run_.instruction(id);
        switch (made.opcode) {
            case Opcode::spread: return whole(made.first());
            case Opcode::expand: return is_there(made.first()) ? Reach{false, Beside::any} : supposed(made.first());
            case Opcode::load:
            case Opcode::load_list: return list_of(made, supposed(made.first()));
            case Opcode::elements:
            case Opcode::element:
            case Opcode::distinct:
            case Opcode::missing_from: return assumed_or_whole(made.first());
            case Opcode::view:
                if (made.elements == elements_of(made.first())) return assumed_or_whole(made.first());
                return depends(made.first()) ? supposed(made.elements) : Reach{false, Beside::any};
            case Opcode::flatten: {
                const auto parts = made.as<program::Flattening>();
                return depends(parts.outer) ? supposed(parts.inner) : Reach{false, Beside::any};
            }
            case Opcode::join: {
                const auto [left, right] = made.as<program::Pair>();
                return assumed_or_whole(left) | assumed_or_whole(right);
            }
            case Opcode::otherwise_list: {
                const auto [value, fallback] = made.as<program::Fallback>();
                return assumed_or_whole(value) | assumed_or_whole(fallback);
            }
            case Opcode::choose_list: {
                const auto choice = made.as<program::Choice>();
                return assumed_or_whole(choice.yes) | assumed_or_whole(choice.no);
            }
            default: return {false, Beside::any};
        }
    }
    bool depends(std::int32_t list) const {
        while (run_.instruction(list).opcode == Opcode::spread) list = run_.instruction(list).first();
        return !is_there(list);
    }
    Reach assumed_or_whole(std::int32_t list) {
        if (const auto known = assumed_.find(list); known != assumed_.end()) return known->second;
        return whole(list);
    }
};

}  // namespace

Concerns concerns(const Run& run, std::uint32_t requirement, const Leaf& leaf, const AskedItem& item) {
    return Further(run, requirement, item).of(leaf);
}

std::vector<std::size_t> levels_in_doubt(const Run& run, std::uint32_t requirement, const Leaf& leaf,
                                         const AskedItem& item) {
    return Further(run, requirement, item).in_doubt(leaf);
}

}  // namespace brecha::assess
