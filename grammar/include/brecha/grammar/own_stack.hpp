// A stack that is large enough for what the limits on nesting allow.
//
// Rules nest, and so do the functions that read, check and lower them. A host may call from a thread with a small stack
// (128 KiB with musl, 512 KiB on macOS): that work then runs on a thread of its own. Reading and assessing plans needs
// none.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace brecha::grammar {

inline constexpr std::size_t own_stack_size = 16u << 20;  // bytes; what the deepest rules need, several times over

/// Runs `work` to its end; what it throws comes through. Within such work: at once, on the same stack.
/// Throws std::system_error where the machine has no thread left.
void run_on_own_stack(const std::function<void()>& work);

/// The same for work that gives something.
template <typename Work>
auto on_own_stack(const Work& work) {
    std::optional<std::invoke_result_t<const Work&>> result;
    run_on_own_stack([&] { result.emplace(work()); });
    return std::move(*result);
}

}  // namespace brecha::grammar
