// Memory for very many values that are written once.
#pragma once

#include <cstddef>

namespace brecha {

/// Asks the system to lay this memory out in large pages, where it can and the memory is large: before it is first
/// written to. With pages of 4 KB, the system's handing out of them costs as much as writing a verdict into each byte.
void use_large_pages(void* begin, std::size_t bytes);

}  // namespace brecha
