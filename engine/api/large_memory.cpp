#include "api/large_memory.hpp"

#include <cstdint>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace brecha {

void use_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t page = 2 * 1024 * 1024;
    const auto at = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t first = (at + page - 1) / page * page, last = (at + bytes) / page * page;
    // A system that has none says so, and gives small ones.
    if (last > first + page) (void)madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
#endif
}

}  // namespace brecha
