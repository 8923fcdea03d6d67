// What stands behind a PlanTree, and how a host's values become nodes of one.
#pragma once

#include <brecha/brecha.hpp>

#include "reading/read_plans.hpp"

#include <string>
#include <string_view>

namespace brecha {

struct PlanTree::State {
    reading::SpelledPlan spelled;

    /// The number of the next position.
    std::uint32_t spot(Position at) {
        spelled.positions.push_back({at.line, at.column});
        return static_cast<std::uint32_t>(spelled.positions.size() - 1);
    }
};

/// A host's value as a plan writes it.
struct HostValue {
    plans::Node::Kind kind = plans::Node::Kind::null;
    std::string text;
    bool truth = false;
};
HostValue host_value(const PlanValue& value);
/// A name or a plain scalar: what is no UTF-8 in it is shown as U+FFFD.
std::string host_text(std::string_view text);

}  // namespace brecha
