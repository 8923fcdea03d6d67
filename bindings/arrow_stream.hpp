// A table as an Arrow C stream, so that data frames take it without a copy in Python.
// The three structs are those of the Arrow C data and stream interface specification, which asks that they be declared
// by hand. In: a table. Out: a stream of one batch that owns its buffers, and is released by whoever takes it.
#pragma once

#include <brecha/brecha.hpp>

#include <cstdint>

// NOLINTBEGIN: names and layout are fixed by the specification.
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4
extern "C" {
struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};
}
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
extern "C" {
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};
}
#endif
// NOLINTEND

namespace brecha::bindings {

/// Fills `out` with the schema of `table`: a struct with a child for each column.
void export_schema(const Table& table, ArrowSchema* out);
/// Fills `out` with a stream of all rows. Throws std::length_error where the texts of one column pass 2 GiB.
void export_stream(const Table& table, ArrowArrayStream* out);

}  // namespace brecha::bindings
