#include "assess/procedures/decision.hpp"

#include <algorithm>

namespace brecha::assess::procedures {

void add(Decision& all, Decision one) {
    const auto rank = [](Truth truth) {
        return truth == Truth::fails ? 3 : truth == Truth::unknown ? 2 : truth == Truth::holds ? 1 : 0;
    };
    if (rank(one.truth) > rank(all.truth)) {
        all = std::move(one);
        return;
    }
    if (one.truth != all.truth) return;
    for (const Node& node : one.nodes)
        if (std::find(all.nodes.begin(), all.nodes.end(), node) == all.nodes.end()) all.nodes.push_back(node);
    if (!all.known_but) all.known_but = one.known_but;
    if (!all.due) all.due = std::move(one.due);
    all.not_yet = all.not_yet || one.not_yet;
}

}  // namespace brecha::assess::procedures
