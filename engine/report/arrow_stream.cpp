// A table through Arrow's C stream interface: a stream of one batch that owns its buffers, and is released by whoever
// takes it.
#include <brecha/arrow.h>
#include <brecha/brecha.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

namespace brecha {

namespace {

// --- schema -----------------------------------------------------------------------------------------------

/// What a schema node owns; `release` frees it with all children that were not moved out.
struct SchemaHolder {
    std::string format, name;
    std::vector<std::unique_ptr<ArrowSchema>> children;
    std::vector<ArrowSchema*> child_pointers;
    std::unique_ptr<ArrowSchema> dictionary;
};

void release_schema(ArrowSchema* schema) {
    auto* holder = static_cast<SchemaHolder*>(schema->private_data);
    for (auto& child : holder->children) {
        if (child->release != nullptr) child->release(child.get());
    }
    if (holder->dictionary && holder->dictionary->release != nullptr)
        holder->dictionary->release(holder->dictionary.get());
    delete holder;
    schema->release = nullptr;
}

void finish_schema(std::unique_ptr<SchemaHolder> holder, std::int64_t flags, ArrowSchema* out) {
    for (auto& child : holder->children) holder->child_pointers.push_back(child.get());
    *out = ArrowSchema{};
    out->format = holder->format.c_str();
    out->name = holder->name.c_str();
    out->flags = flags;
    out->n_children = static_cast<std::int64_t>(holder->children.size());
    out->children = holder->child_pointers.empty() ? nullptr : holder->child_pointers.data();
    out->dictionary = holder->dictionary.get();
    out->release = &release_schema;
    out->private_data = holder.release();
}

std::unique_ptr<ArrowSchema> leaf_schema(std::string format, std::string name) {
    auto schema = std::make_unique<ArrowSchema>();
    auto holder = std::make_unique<SchemaHolder>();
    holder->format = std::move(format);
    holder->name = std::move(name);
    finish_schema(std::move(holder), ARROW_FLAG_NULLABLE, schema.get());
    return schema;
}

std::unique_ptr<ArrowSchema> column_schema(const Table::Column& column) {
    switch (column.type) {
        case Table::Type::text: return leaf_schema("u", column.name);
        case Table::Type::boolean: return leaf_schema("b", column.name);
        case Table::Type::int32: return leaf_schema("i", column.name);
        case Table::Type::float64: return leaf_schema("g", column.name);
        case Table::Type::date: return leaf_schema("tdD", column.name);
        case Table::Type::category:
        case Table::Type::texts: break;
    }
    auto schema = std::make_unique<ArrowSchema>();
    auto holder = std::make_unique<SchemaHolder>();
    holder->name = column.name;
    std::int64_t flags = ARROW_FLAG_NULLABLE;
    if (column.type == Table::Type::category) {
        holder->format = column.codes ? "c" : "i";
        holder->dictionary = leaf_schema("u", "");
        if (!column.categories.empty()) flags |= ARROW_FLAG_DICTIONARY_ORDERED;
    } else {
        holder->format = "+l";
        holder->children.push_back(leaf_schema("u", "item"));
    }
    finish_schema(std::move(holder), flags, schema.get());
    return schema;
}

// --- arrays -----------------------------------------------------------------------------------------------

/// What an array node owns. Buffers are kept as bytes; `buffers` points into them, nullptr for an absent validity
/// bitmap.
struct ArrayHolder {
    std::vector<std::vector<std::uint8_t>> storage;
    std::shared_ptr<const void> shared;  // what the table keeps as well
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<ArrowArray>> children;
    std::vector<ArrowArray*> child_pointers;
    std::unique_ptr<ArrowArray> dictionary;

    template <typename Value>
    void add(const std::vector<Value>& values) {
        // Never a null pointer for a buffer of values, even where it is empty: some readers insist.
        std::vector<std::uint8_t> bytes(std::max<std::size_t>(values.size() * sizeof(Value), 8));
        if (!values.empty()) std::memcpy(bytes.data(), values.data(), values.size() * sizeof(Value));
        storage.push_back(std::move(bytes));
        buffers.push_back(storage.back().data());
    }
    void add_bits(const std::vector<bool>& bits) {
        std::vector<std::uint8_t> bytes(bits.size() / 8 + 8);
        for (std::size_t row = 0; row < bits.size(); ++row) {
            if (bits[row]) bytes[row / 8] = static_cast<std::uint8_t>(bytes[row / 8] | (1U << (row % 8)));
        }
        storage.push_back(std::move(bytes));
        buffers.push_back(storage.back().data());
    }
};

void release_array(ArrowArray* array) {
    auto* holder = static_cast<ArrayHolder*>(array->private_data);
    for (auto& child : holder->children) {
        if (child->release != nullptr) child->release(child.get());
    }
    if (holder->dictionary && holder->dictionary->release != nullptr)
        holder->dictionary->release(holder->dictionary.get());
    delete holder;
    array->release = nullptr;
}

void finish_array(std::unique_ptr<ArrayHolder> holder, std::size_t length, std::size_t nulls, ArrowArray* out) {
    for (auto& child : holder->children) holder->child_pointers.push_back(child.get());
    *out = ArrowArray{};
    out->length = static_cast<std::int64_t>(length);
    out->null_count = static_cast<std::int64_t>(nulls);
    out->n_buffers = static_cast<std::int64_t>(holder->buffers.size());
    out->n_children = static_cast<std::int64_t>(holder->children.size());
    out->buffers = holder->buffers.data();
    out->children = holder->child_pointers.empty() ? nullptr : holder->child_pointers.data();
    out->dictionary = holder->dictionary.get();
    out->release = &release_array;
    out->private_data = holder.release();
}

/// Adds the validity bitmap, or nothing in its place where every row is valid; gives the number of nulls.
std::size_t add_validity(ArrayHolder& holder, const std::vector<bool>& valid) {
    const std::size_t nulls = valid.size() - static_cast<std::size_t>(std::count(valid.begin(), valid.end(), true));
    if (nulls == 0) {
        holder.buffers.push_back(nullptr);
    } else {
        holder.add_bits(valid);
    }
    return nulls;
}

/// `text_of`: the text of a row.
template <typename TextOf>
void add_texts(ArrayHolder& holder, std::size_t rows, const TextOf& text_of) {
    std::vector<std::int32_t> offsets;
    offsets.reserve(rows + 1);
    offsets.push_back(0);
    std::vector<char> characters;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto& text = text_of(row);
        characters.insert(characters.end(), text.begin(), text.end());
        if (characters.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
            throw std::length_error("the texts of one column pass 2 GiB, more than an Arrow text column holds");
        }
        offsets.push_back(static_cast<std::int32_t>(characters.size()));
    }
    holder.add(offsets);
    holder.add(characters);
}

std::unique_ptr<ArrowArray> text_array(const std::vector<std::string>& texts, const std::vector<bool>& valid) {
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t nulls = add_validity(*holder, valid);
    add_texts(*holder, texts.size(), [&](std::size_t row) -> const std::string& { return texts[row]; });
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), texts.size(), nulls, array.get());
    return array;
}

std::unique_ptr<ArrowArray> text_array(const Table::Column& column) {
    if (!column.text_of_row) return text_array(column.text, column.valid);
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t rows = column.valid.size(), nulls = add_validity(*holder, column.valid);
    add_texts(*holder, rows, column.text_of_row);
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), rows, nulls, array.get());
    return array;
}

std::unique_ptr<ArrowArray> category_array(const Table::Column& column) {
    if (column.codes) {  // a byte a row, as they stand
        static constexpr std::array<std::uint8_t, 8> nothing{};
        auto holder = std::make_unique<ArrayHolder>();
        const std::span<const std::uint8_t> codes = column.codes->by_row;
        std::vector<bool> valid;
        if (std::find(codes.begin(), codes.end(), Table::Codes::none) != codes.end())
            for (const std::uint8_t code : codes) valid.push_back(code != Table::Codes::none);
        const std::size_t nulls = add_validity(*holder, valid);
        holder->shared = column.codes->owner;
        holder->buffers.push_back(codes.empty() ? nothing.data() : codes.data());
        holder->dictionary = text_array(column.categories.texts(), std::vector<bool>(column.categories.size(), true));
        auto array = std::make_unique<ArrowArray>();
        finish_array(std::move(holder), codes.size(), nulls, array.get());
        return array;
    }
    std::vector<std::string> categories = column.categories.texts();
    std::unordered_map<std::string, std::int32_t> index_of;
    for (const auto& category : categories) index_of.emplace(category, static_cast<std::int32_t>(index_of.size()));
    std::vector<std::int32_t> indices(column.valid.size(), 0);
    for (std::size_t row = 0; row < column.text.size(); ++row) {
        if (!column.valid[row]) continue;
        const auto [place, is_new] = index_of.emplace(column.text[row], static_cast<std::int32_t>(index_of.size()));
        if (is_new) categories.push_back(column.text[row]);
        indices[row] = place->second;
    }
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t nulls = add_validity(*holder, column.valid);
    holder->add(indices);
    holder->dictionary = text_array(categories, std::vector<bool>(categories.size(), true));
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), indices.size(), nulls, array.get());
    return array;
}

std::unique_ptr<ArrowArray> texts_array(const Table::Column& column) {
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t nulls = add_validity(*holder, column.valid);
    std::vector<std::int32_t> offsets{0};
    std::vector<std::string> items;
    for (std::size_t row = 0; row < column.valid.size(); ++row) {
        if (column.valid[row]) items.insert(items.end(), column.texts[row].begin(), column.texts[row].end());
        if (items.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
            throw std::length_error("a list column has more elements than an Arrow list column holds");
        }
        offsets.push_back(static_cast<std::int32_t>(items.size()));
    }
    holder->add(offsets);
    holder->children.push_back(text_array(items, std::vector<bool>(items.size(), true)));
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), column.valid.size(), nulls, array.get());
    return array;
}

template <typename Value>
std::unique_ptr<ArrowArray> value_array(const Table::Column& column, const std::vector<Value>& values) {
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t nulls = add_validity(*holder, column.valid);
    holder->add(values);
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), column.valid.size(), nulls, array.get());
    return array;
}

std::unique_ptr<ArrowArray> boolean_array(const Table::Column& column) {
    auto holder = std::make_unique<ArrayHolder>();
    const std::size_t nulls = add_validity(*holder, column.valid);
    holder->add_bits(std::vector<bool>(column.boolean.begin(), column.boolean.end()));
    auto array = std::make_unique<ArrowArray>();
    finish_array(std::move(holder), column.valid.size(), nulls, array.get());
    return array;
}

std::unique_ptr<ArrowArray> column_array(const Table::Column& column) {
    switch (column.type) {
        case Table::Type::text: return text_array(column);
        case Table::Type::category: return category_array(column);
        case Table::Type::boolean: return boolean_array(column);
        case Table::Type::int32: return value_array(column, column.int32);
        case Table::Type::float64: return value_array(column, column.float64);
        case Table::Type::date: return value_array(column, column.int32);
        case Table::Type::texts: return texts_array(column);
    }
    throw std::logic_error("a column type without an Arrow form");
}

void export_array(const Table& table, ArrowArray* out) {
    auto holder = std::make_unique<ArrayHolder>();
    holder->buffers.push_back(nullptr);  // a struct's own validity: every row is there
    for (const auto& column : table.columns) holder->children.push_back(column_array(column));
    finish_array(std::move(holder), table.rows, 0, out);
}

// --- stream -----------------------------------------------------------------------------------------------

struct StreamHolder {
    ArrowArray array{};
    Table empty;  // names and types only, to give the schema again
    std::string error;
};

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    auto* holder = static_cast<StreamHolder*>(stream->private_data);
    try {
        to_arrow(holder->empty, out);
        return 0;
    } catch (const std::exception& failure) {
        holder->error = failure.what();
        return 12;  // ENOMEM
    }
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto* holder = static_cast<StreamHolder*>(stream->private_data);
    *out = holder->array;  // moved out, or already released: the end of the stream
    holder->array = ArrowArray{};
    return 0;
}

const char* stream_error(ArrowArrayStream* stream) {
    auto* holder = static_cast<StreamHolder*>(stream->private_data);
    return holder->error.empty() ? nullptr : holder->error.c_str();
}

void release_stream(ArrowArrayStream* stream) {
    auto* holder = static_cast<StreamHolder*>(stream->private_data);
    if (holder->array.release != nullptr) holder->array.release(&holder->array);
    delete holder;
    stream->release = nullptr;
}

}  // namespace

void to_arrow(const Table& table, ArrowSchema* out) {
    auto holder = std::make_unique<SchemaHolder>();
    holder->format = "+s";
    for (const auto& column : table.columns) holder->children.push_back(column_schema(column));
    finish_schema(std::move(holder), 0, out);
}

void to_arrow(const Table& table, ArrowArrayStream* out) {
    auto holder = std::make_unique<StreamHolder>();
    for (const auto& column : table.columns) {
        Table::Column described;
        described.name = column.name;
        described.type = column.type;
        described.categories = column.categories;
        if (column.codes) described.codes.emplace();
        holder->empty.columns.push_back(std::move(described));
    }
    export_array(table, &holder->array);
    *out = ArrowArrayStream{};
    out->get_schema = &stream_schema;
    out->get_next = &stream_next;
    out->get_last_error = &stream_error;
    out->release = &release_stream;
    out->private_data = holder.release();
}

}  // namespace brecha
