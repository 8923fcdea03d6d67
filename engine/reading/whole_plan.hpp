// The whole way: a plan that is there as a tree, into the cells of a batch, with a note on whatever cannot be used.
#pragma once

#include "reading/batch.hpp"
#include "reading/tree.hpp"

namespace brecha::reading {

/// Appends the plan's rows. `plan` is an object in which repeated keys and plain scalars are settled; it outlives the
/// plan's reading, since evidence and judgements are read from it at the end.
void read_whole(Batch& batch, const Node& plan);

}  // namespace brecha::reading
