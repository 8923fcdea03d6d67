// How deep expressions are: what walks over rules and plans goes no deeper than `greatest_depth`.
#pragma once

#include "model/checking/diagnostics.hpp"
#include "model/expression.hpp"

#include <cstdint>
#include <unordered_map>

namespace brecha::model {

class Heights {
public:
    /// Of an expression, with what its variables and definitions hold.
    std::uint32_t of(const Expression& expression) const;
    void note_let(std::int32_t variable, std::uint32_t height) { lets_.emplace(variable, height); }
    void note_definition(std::uint32_t definition, std::uint32_t height) { definitions_.emplace(definition, height); }

private:
    std::unordered_map<std::int32_t, std::uint32_t> lets_;  // by variable
    std::unordered_map<std::uint32_t, std::uint32_t> definitions_;
};

/// Is that more than may be? Then it is told, once.
bool too_deep(std::uint32_t height, Location where, Diagnostics& diagnostics);

/// Counts how deep the checker is in something for as long as this lives.
class Deeper {
public:
    explicit Deeper(std::uint32_t& depth) : depth_(depth) { ++depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --depth_; }

private:
    std::uint32_t& depth_;
};

}  // namespace brecha::model
