// What it means that something is not there: it depends on how the plan was read.
//
// read in part: lists may be longer, defaults are off, silence says nothing. Unmarked: a given list is complete, an absent one
// unknown, defaults are on. Read whole: what is not there is not there; defaults come first.
// `[]` in a list read in part is open like every other: that there are none for certain is said by `none` at the list, by `size`,
// or by marking the list read whole.
#include "plans/finishing.hpp"

namespace brecha::plans {

namespace {

class HowItemsWereRead {
public:
    HowItemsWereRead(Reading& reading, const ReadMarks& marks) : reading_(reading), marks_(marks), known_(reading.index.entities.size()) {
        if (marks_.items.empty() && marks_.fields.empty()) return;
        for (std::uint32_t entity = 0; entity < known_.size(); ++entity) known_[entity].assign(reading.table(entity).rows - reading.row_begin[entity], unknown);
    }

    HowRead item(std::uint32_t entity, std::uint32_t row) {
        if (marks_.items.empty() && marks_.fields.empty()) return marks_.plan;
        std::uint8_t& known = known_[entity][row - reading_.row_begin[entity]];
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
        if (const auto stated = marks_.items.find(item_mark(entity, row)); stated != marks_.items.end()) return stated->second;
        const Origin& origin = reading_.table(entity).origins[row];
        if (origin.entity < 0) return marks_.plan;
        const Cell holder{static_cast<std::uint32_t>(origin.entity), static_cast<std::uint32_t>(origin.field), origin.row, false};
        return field(holder, item(holder.entity, holder.row));
    }

    Reading& reading_;
    const ReadMarks& marks_;
    std::vector<std::vector<std::uint8_t>> known_;
};

void settle_field(Reading& reading, const Cell& cell, HowRead read, const Evidence& evidence) {
    const PlanField& field = reading.field(cell);
    if (field.list) {
        if (!evidence.settled_lists.empty() && evidence.settled_lists.contains(cell.key())) return;
        ListColumn& list = reading.table(cell.entity).fields[cell.field].list;
        if (bit(list.given, cell.row)) {
            if (read == HowRead::part) reading.mark(cell, Mark::Kind::open);
        } else if (read == HowRead::whole && !reading.whys.contains(cell.key())) {
            set_bit(list.given, cell.row);
        }
        return;
    }
    if (reading.has(cell) || reading.whys.contains(cell.key())) return;
    if (field.initial && read != HowRead::part) {
        reading.set(cell, *field.initial);
        reading.mark(cell, Mark::Kind::defaulted);
    } else if (read == HowRead::whole) {
        reading.mark(cell, Mark::Kind::none);
    }
}

}  // namespace

void settle_silence(Reading& reading, const Evidence& evidence) {
    // What evidence says of single places comes first.
    std::unordered_map<std::uint64_t, bool> none;
    for (const Cell& cell : evidence.none) {
        if (reading.field(cell).list) {
            ListColumn& list = reading.table(cell.entity).fields[cell.field].list;
            set_bit(list.given, cell.row);
        } else {
            reading.mark(cell, Mark::Kind::none);
            none.emplace(cell.key(), true);
        }
    }
    for (const Evidence::Size& size : evidence.sizes) {
        ListColumn& list = reading.table(size.list.entity).fields[size.list.field].list;
        set_bit(list.given, size.list.row);
        const std::int64_t given = list.end[size.list.row] - list.begin[size.list.row];
        Mark mark{Mark::Kind::more, false, size.list.entity, size.list.field, size.list.row};
        mark.least = size.least > given ? size.least - given : 0;
        mark.most = size.most == integer_greatest ? integer_greatest : size.most - given;
        reading.marks.push_back(mark);
    }

    const bool any_read = evidence.read.any();
    HowItemsWereRead how(reading, evidence.read);
    for (std::uint32_t entity_index = 0; entity_index < reading.index.entities.size(); ++entity_index) {
        const PlanEntity& entity = reading.entity(entity_index);
        const std::size_t rows = reading.table(entity_index).rows;
        if (!any_read && entity.with_initial.empty()) continue;
        for (std::uint32_t row = reading.row_begin[entity_index]; row < rows; ++row) {
            const HowRead item = how.item(entity_index, row);
            const auto settle = [&](std::uint32_t field_index) {
                const Cell cell{entity_index, field_index, row, false};
                if (!none.empty() && none.contains(cell.key())) return;
                settle_field(reading, cell, how.field(cell, item), evidence);
            };
            if (!any_read)
                for (const std::uint32_t field_index : entity.with_initial) settle(field_index);
            else
                for (std::uint32_t field_index = 0; field_index < entity.fields.size(); ++field_index) settle(field_index);
        }
    }
}

}  // namespace brecha::plans
