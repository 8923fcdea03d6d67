// What it means that something is not there: it depends on how the plan was read.
//
// read in part: lists may be longer, defaults are off, silence says nothing. Unmarked: a given list is complete, an
// absent one unknown, defaults are on. Read whole: what is not there is not there; defaults come first.
// `[]` in a list read in part is open like every other: that there are none for certain is said by `none` at the list,
// by `size`, or by marking the list read whole.
#include "limits/watch.hpp"
#include "reading/finishing.hpp"

namespace brecha::reading {

namespace {

class HowItemsWereRead {
public:
    HowItemsWereRead(Batch& batch, const ReadMarks& marks) : batch_(batch), marks_(marks) {
        if (marks_.items.empty() && marks_.fields.empty()) return;
        known_.resize(batch.index.entities.size());
        for (std::uint32_t entity = 0; entity < known_.size(); ++entity)
            known_[entity].assign(batch.table(entity).rows - batch.row_begin(entity), unknown);
    }

    HowRead item(std::uint32_t entity, std::uint32_t row) {
        if (marks_.items.empty() && marks_.fields.empty()) return marks_.plan;
        std::uint8_t& known = known_[entity][row - batch_.row_begin(entity)];
        if (known == unknown) known = static_cast<std::uint8_t>(found(entity, row));
        return static_cast<HowRead>(known);
    }
    HowRead field(const Cell& cell, HowRead item) const {
        if (marks_.fields.empty()) return item;
        const auto stated = marks_.fields.find(cell.key());
        return stated == marks_.fields.end() ? item : stated->second;
    }

private:
    static constexpr std::uint8_t unknown = 255;

    HowRead found(std::uint32_t entity, std::uint32_t row) {
        if (const auto stated = marks_.items.find(item_key(entity, row)); stated != marks_.items.end())
            return stated->second;
        const Origin origin = batch_.table(entity).origin(row);
        if (origin.entity < 0) return marks_.plan;
        const Cell holder{static_cast<std::uint32_t>(origin.entity), static_cast<std::uint32_t>(origin.field),
                          origin.row, false};
        return field(holder, item(holder.entity, holder.row));
    }

    Batch& batch_;
    const ReadMarks& marks_;
    std::vector<std::vector<std::uint8_t>> known_;
};

void settle_field(Batch& batch, const Cell& cell, HowRead read, const Evidence& evidence) {
    const PlanField& field = batch.field(cell);
    if (field.list) {
        if (read == HowRead::whole && field.kind == model::TypeKind::item) batch.mark(cell, Mark::Kind::searched);
        if (!evidence.settled_lists.empty() && evidence.settled_lists.contains(cell.key())) return;
        if (!evidence.slices.empty() && evidence.slices.contains(cell.key())) return;  // settle_rests does
        ListColumn& list = batch.list(cell);
        if (bit(list.given, cell.row)) {
            if (read == HowRead::part) batch.mark(cell, Mark::Kind::open);
        } else if (read == HowRead::whole && !batch.whys.contains(cell.key())) {
            set_bit(list.given, cell.row);
        }
        return;
    }
    if (batch.has(cell) || batch.whys.contains(cell.key())) return;
    if (field.initial && read != HowRead::part) {
        batch.set(cell, *field.initial);
        batch.mark(cell, Mark::Kind::defaulted);
    } else if (read == HowRead::whole) {
        batch.mark(cell, Mark::Kind::none);
    }
}

}  // namespace

void settle_silence(Batch& batch, const Evidence& evidence) {
    // What evidence says of single places comes first.
    std::unordered_map<std::uint64_t, bool> none;
    for (const Cell& cell : evidence.none) {
        if (batch.field(cell).list) {
            ListColumn& list = batch.list(cell);
            set_bit(list.given, cell.row);
        } else {
            batch.mark(cell, Mark::Kind::none);
            none.emplace(cell.key(), true);
        }
    }
    for (const Cell& cell : evidence.complete) set_bit(batch.list(cell).given, cell.row);
    for (const Evidence::Size& size : evidence.sizes) {
        if (evidence.slices.contains(size.list.key())) continue;  // settle_rests puts them together
        ListColumn& list = batch.list(size.list);
        set_bit(list.given, size.list.row);
        const std::int64_t given = list.end[size.list.row] - list.begin[size.list.row];
        Mark mark{Mark::Kind::more, false, size.list.entity, size.list.field, size.list.row};
        mark.least = size.least > given ? size.least - given : 0;
        mark.most = size.most == integer_greatest ? integer_greatest : size.most - given;
        batch.marks.push_back(mark);
    }

    const bool any_read = evidence.read.any();
    HowItemsWereRead how(batch, evidence.read);
    std::vector<Cell> dated;  // given lists of things that recur, of which nothing else is said
    for (std::uint32_t entity_index = 0; entity_index < batch.index.entities.size(); ++entity_index) {
        const PlanEntity& entity = batch.entity(entity_index);
        const std::size_t rows = batch.table(entity_index).rows;
        if (!any_read && entity.with_initial.empty() && entity.dated.empty()) continue;
        for (std::uint32_t row = batch.row_begin(entity_index); row < rows; ++row) {
            limits::step();
            const HowRead item = how.item(entity_index, row);
            const auto settle = [&](std::uint32_t field_index) {
                const Cell cell{entity_index, field_index, row, false};
                if (!none.empty() && none.contains(cell.key())) return;
                settle_field(batch, cell, how.field(cell, item), evidence);
            };
            for (const std::uint32_t field_index : entity.dated) {
                const Cell list{entity_index, field_index, row, false};
                if (how.field(list, item) == HowRead::unmarked && !evidence.settled_lists.contains(list.key()) &&
                    !evidence.slices.contains(list.key()))
                    dated.push_back(list);
            }
            if (!any_read)
                for (const std::uint32_t field_index : entity.with_initial) settle(field_index);
            else
                for (std::uint32_t field_index = 0; field_index < entity.fields.size(); ++field_index)
                    settle(field_index);
        }
    }
    // Last, as they look at what the elements say after all.
    std::vector<std::pair<Cell, HowRead>> lists;
    for (const auto& [key, statements] : evidence.slices) {
        const Cell& list = statements.front().list;
        lists.emplace_back(list, how.field(list, how.item(list.entity, list.row)));
    }
    for (const Cell& list : dated) lists.emplace_back(list, HowRead::unmarked);
    settle_rests(batch, lists, evidence);
}

}  // namespace brecha::reading
