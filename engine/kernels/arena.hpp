// Memory for the columns of one run: handed out in order, given back all at once.
#pragma once

#include "limits/watch.hpp"
#include "plans/column.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <new>
#include <span>
#include <vector>

namespace brecha::kernels {

class Arena {
public:
    Arena() = default;
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() {
        Spare* const to = spare();
        if (to == nullptr) return;
        for (Block& block : blocks_) {
            if (to->bytes + block.size > greatest_spare) continue;
            const std::size_t size = block.size;
            try {
                to->blocks.push_back(std::move(block));
            } catch (const std::bad_alloc&) { return; }  // none is kept where memory runs out
            to->bytes += size;
        }
    }

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
        // Of one plan there is a row, and room for 16 bytes: no call is made for that.
        if (result.size_bytes() > 16) std::memset(static_cast<void*>(result.data()), 0, result.size_bytes());
        else if (count != 0) std::memset(static_cast<void*>(result.data()), 0, 16);
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
    struct Block {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size = 0;
    };
    /// What a thread's runs have given back: fresh memory costs more than what is written into it.
    struct Spare {
        std::vector<Block> blocks;
        std::size_t bytes = 0;
        ~Spare() { thread_ends = true; }
    };
    static inline thread_local bool thread_ends = false;  // an arena may outlive the spare blocks of its thread
    static constexpr std::size_t first_block = 16 * 1024, greatest_block = 1024 * 1024,
                                 greatest_spare = 16 * greatest_block;
    static Spare* spare() {
        if (thread_ends) return nullptr;
        thread_local Spare spare;
        return &spare;
    }
    static Block spare_block(std::size_t least, std::size_t most) {
        Spare* const from = spare();
        if (from == nullptr) return {};
        const auto found = std::find_if(from->blocks.rbegin(), from->blocks.rend(),
                                        [&](const Block& block) { return block.size >= least && block.size <= most; });
        if (found == from->blocks.rend()) return {};
        Block block = std::move(*found);
        from->bytes -= block.size;
        from->blocks.erase(std::next(found).base());
        return block;
    }

    limits::Taken taken_;
    std::vector<Block> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;

    void grow(std::size_t bytes) {
        // 16 KB, twice as much each time, and blocks of 1 MB from then on; what is larger has one of its own.
        const std::size_t usual = std::min(first_block << std::min<std::size_t>(blocks_.size(), 6), greatest_block);
        const std::size_t size = std::max(bytes, usual);
        taken_.add(size);
        Block block = spare_block(bytes, size);
        if (!block.bytes) block = {std::make_unique_for_overwrite<std::byte[]>(size + 16), size};
        blocks_.push_back(std::move(block));
        std::byte* const start = blocks_.back().bytes.get();
        next_ = start + (16 - reinterpret_cast<std::uintptr_t>(start) % 16) % 16;
        left_ = blocks_.back().size;
    }
};

}  // namespace brecha::kernels
