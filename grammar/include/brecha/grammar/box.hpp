// What is rarely there: nodes are many, and small ones stay in the cache.
#pragma once

#include <memory>
#include <utility>

namespace brecha::grammar {

/// Owns what it points to, if anything; a copy of it owns a copy.
template <typename T>
struct Box : std::unique_ptr<T> {
    using std::unique_ptr<T>::unique_ptr;
    Box() = default;
    Box(T value) : std::unique_ptr<T>(std::make_unique<T>(std::move(value))) {}
    Box(std::unique_ptr<T>&& other) noexcept : std::unique_ptr<T>(std::move(other)) {}
    Box(const Box& other) : std::unique_ptr<T>(other ? std::make_unique<T>(*other) : nullptr) {}
    Box(Box&&) noexcept = default;
    Box& operator=(const Box& other) { return *this = Box(other); }
    Box& operator=(Box&&) noexcept = default;
};

}  // namespace brecha::grammar
