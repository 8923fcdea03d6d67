// Memory for the columns of one run: handed out in order, given back all at once.
#pragma once

#include "plans/column.hpp"

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace brecha::kernels {

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// `count` values, not initialised. Aligned for 128-bit integers.
    template <typename Value>
    std::span<Value> allocate(std::size_t count) {
        if (count == 0) return {};
        const std::size_t bytes = (count * sizeof(Value) + 15) / 16 * 16;
        if (bytes > left_) grow(bytes);
        Value* const result = reinterpret_cast<Value*>(next_);
        next_ += bytes;
        left_ -= bytes;
        return {result, count};
    }
    template <typename Value>
    std::span<Value> allocate_zero(std::size_t count) {
        const std::span<Value> result = allocate<Value>(count);
        if (count != 0) std::memset(static_cast<void*>(result.data()), 0, count * sizeof(Value));
        return result;
    }
    /// Bits for `rows` rows, all 0.
    plans::Words bits(std::size_t rows) { return allocate_zero<std::uint64_t>(plans::word_count(rows)); }
    /// Bits for `rows` rows, all 1 (0 beyond).
    plans::Words all_bits(std::size_t rows) {
        const plans::Words words = allocate<std::uint64_t>(plans::word_count(rows));
        for (std::uint64_t& word : words) word = ~std::uint64_t(0);
        if (rows % 64 != 0) words.back() >>= 64 - rows % 64;
        return words;
    }

private:
    static constexpr std::size_t block_size = 64 * 1024;
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;

    void grow(std::size_t bytes) {
        const std::size_t size = bytes > block_size ? bytes : block_size;
        blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(size + 16));
        std::byte* const start = blocks_.back().get();
        const std::size_t skip = (16 - reinterpret_cast<std::uintptr_t>(start) % 16) % 16;
        next_ = start + skip;
        left_ = size;
    }
};

}  // namespace brecha::kernels
