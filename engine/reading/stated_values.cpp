#include "reading/stated_values.hpp"

namespace brecha::reading {

/// A value, or a reference that is not resolved yet.
Reference* StatedValues::reference_at(const Cell& cell) {
    if (!references_known_) {
        references_known_ = true;
        for (std::size_t i = 0; i < batch_.references.size(); ++i)
            references_.insert_or_assign(batch_.references[i].cell.key(), i);
    }
    const auto found = references_.find(cell.key());
    if (found == references_.end()) return nullptr;
    Reference& reference = batch_.references[found->second];
    return reference.text < 0 ? nullptr : &reference;
}

void StatedValues::drop_reference(const Cell& cell) {
    if (!batch_.field(cell).reference) return;
    if (Reference* reference = reference_at(cell)) reference->text = -1;
}

/// The upper bound that a mark gives the cell.
std::optional<model::Decimal> StatedValues::high_of(const Cell& cell) {
    for (; marks_known_ < batch_.marks.size(); ++marks_known_) {
        const Mark& mark = batch_.marks[marks_known_];
        if (mark.kind == Mark::Kind::high)
            highs_.insert_or_assign(Cell{mark.entity, mark.field, mark.row, mark.element}.key(), mark.high);
    }
    const auto found = highs_.find(cell.key());
    return found == highs_.end() ? std::nullopt : std::optional(found->second);
}

bool StatedValues::stands(const Cell& cell) {
    if (is_list(batch_, cell)) {
        const ListColumn& list = batch_.list(cell);
        return bit(list.given, cell.row) && list.begin[cell.row] != list.end[cell.row];
    }
    return batch_.has(cell) || (batch_.field(cell).reference && reference_at(cell) != nullptr);
}

std::optional<Value> StatedValues::value(const Cell& cell) {
    Value value;
    if (batch_.field(cell).reference) {
        const Reference* reference = reference_at(cell);
        if (reference == nullptr) return std::nullopt;
        value.integer = value.integer_high = reference->text;
        return value;
    }
    if (!batch_.has(cell)) return std::nullopt;
    const Column& column = batch_.column(cell);
    if (column.storage == Storage::truth) {
        value.truth = bit(column.valid, cell.row);
    } else if (column.storage == Storage::decimal) {
        value.decimal = value.decimal_high = column.decimals[cell.row];
    } else {
        value.integer = value.integer_high = column.integers[cell.row];
    }
    if (const auto high = high_of(cell)) {
        if (column.storage == Storage::decimal) value.decimal_high = *high;
        else value.integer_high = static_cast<std::int64_t>(*high);
    }
    value.within_bounds = value.decimal != value.decimal_high || value.integer != value.integer_high;
    return value;
}

void StatedValues::set(const Cell& cell, const Value& value, std::uint32_t parent_row, std::uint32_t spot) {
    drop_reference(cell);
    erase(batch_.column(cell), cell.row);
    if (batch_.whys.erase(cell.key()) != 0) batch_.mark(cell, Mark::Kind::nothing);
    if (batch_.field(cell).reference) {
        reference_at(cell);  // the index is made before it grows
        references_.insert_or_assign(cell.key(), batch_.references.size());
        batch_.references.push_back({cell, parent_row, value.integer, spot});
        return;
    }
    batch_.set(cell, value);
    if (!value.within_bounds && batch_.field(cell).storage != Storage::truth)
        batch_.mark_high(cell, value);  // over bounds that may have stood there
}

void StatedValues::dispute(const Cell& cell) {
    if (!is_list(batch_, cell)) erase(batch_.column(cell), cell.row);
    drop_reference(cell);
    batch_.set_missing(cell, Why::disputed);
}

}  // namespace brecha::reading
