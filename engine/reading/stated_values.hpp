// What stands in the cells of the plan at hand while evidence is read: before references are found and marks laid out.
#pragma once

#include "reading/batch.hpp"

#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace brecha::reading {

class StatedValues {
public:
    explicit StatedValues(Batch& batch) : batch_(batch), marks_known_(batch.mark_begin) {}

    /// Is a value there, or of a list an element?
    bool stands(const Cell& cell);
    /// The value; of a reference, its key. Nothing where there is none.
    std::optional<Value> value(const Cell& cell);
    /// Puts a value over what stood there. `parent_row`: the row whose field it is.
    void set(const Cell& cell, const Value& value, std::uint32_t parent_row, std::uint32_t spot);
    /// Sources do not agree: it counts as missing.
    void dispute(const Cell& cell);

private:
    Batch& batch_;
    std::unordered_map<std::uint64_t, std::size_t> references_;  // cell -> its reference
    bool references_known_ = false;
    std::unordered_map<std::uint64_t, model::Decimal> highs_;
    std::size_t marks_known_;

    Reference* reference_at(const Cell& cell);
    void drop_reference(const Cell& cell);
    std::optional<model::Decimal> high_of(const Cell& cell);
};

inline bool is_list(const Batch& batch, const Cell& cell) { return !cell.element && batch.field(cell).list; }

/// What sources say of a cell: one value, or a dispute. `says`, `chosen`: members of the entry of evidence, null where
/// it has none; `tell`: a remark on a node, with the way to it from the entry where that is not its name.
using TellOf = std::function<void(const Node&, Remark, std::string_view)>;
void settle_sources(Batch& batch, StatedValues& values, const Place& place, const Cell& cell, const Node& entry,
                    const Node* says, const Node* chosen, const TellOf& tell);

}  // namespace brecha::reading
