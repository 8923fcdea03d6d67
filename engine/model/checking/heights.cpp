#include "model/checking/heights.hpp"

#include "model/check.hpp"

#include "messages/catalogue/checking_limits.hpp"

#include <algorithm>

namespace brecha::model {

std::uint32_t Heights::of(const Expression& expression) const {
    std::uint32_t height = 0;
    for (const Expression& operand : expression.operands) height = std::max(height, of(operand));
    if (expression.operation == Operation::variable)
        if (const auto let = lets_.find(expression.index); let != lets_.end()) height += let->second;
    if (expression.operation == Operation::call)
        if (const auto body = definitions_.find(static_cast<std::uint32_t>(expression.index));
            body != definitions_.end())
            height += body->second;
    return height + 1;
}

bool too_deep(std::uint32_t height, Location where, Diagnostics& diagnostics) {
    if (height <= greatest_depth) return false;
    if (!diagnostics.again("depth", where))
        diagnostics.error(catalogue::too_deep, where, {greatest_depth}, {}, "depth");
    return true;
}

}  // namespace brecha::model
