// The fast way: a plan's JSON text straight into the cells of a batch.
//
// It knows what most plans are made of: items, lists and plain values that can be used as they stand. At the first
// thing that wants more (a note, evidence, a key given twice, a value within bounds, a list inside a list of its own
// kind) it stops, and the plan is read whole instead (whole_plan.hpp).
#pragma once

#include "reading/batch.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace brecha::reading {

struct FastEnd {
    enum class Kind : std::uint8_t { complete, not_plain, broken };
    Kind kind = Kind::complete;
    std::optional<grammar::Diagnostic> why;  // broken (P601)
};

/// Reads the plans of a batch, one after the other: what it keeps from one to the next is memory.
class CellReader {
public:
    explicit CellReader(Batch& batch);
    ~CellReader();
    /// Appends the plan's rows, and takes them back where it did not come to the end.
    FastEnd read(const std::string& name, std::string_view text);

private:
    class Events;
    Batch& batch_;
    std::unique_ptr<Events> events_;
};

}  // namespace brecha::reading
