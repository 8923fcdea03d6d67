// A table as an Arrow C stream, so that data frames take it without a copy in Python.
// In: a table. Out: a stream of one batch that owns its buffers, and is released by whoever takes it.
#pragma once

#include <brecha/arrow.h>
#include <brecha/brecha.hpp>

namespace brecha::bindings {

/// Fills `out` with the schema of `table`: a struct with a child for each column.
void export_schema(const Table& table, ArrowSchema* out);
/// Fills `out` with a stream of all rows. Throws std::length_error where the texts of one column pass 2 GiB.
void export_stream(const Table& table, ArrowArrayStream* out);

}  // namespace brecha::bindings
