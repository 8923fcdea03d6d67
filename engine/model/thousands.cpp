#include "model/thousands.hpp"

#include <cstddef>

namespace brecha::model {

std::optional<std::string> thousands_of(std::string_view written) {
    const auto is_digit = [&](std::size_t at) {
        return at < written.size() && written[at] >= '0' && written[at] <= '9';
    };
    std::size_t at = 0;
    while (is_digit(at)) ++at;
    if (at == 0 || at > 3 || written.front() == '0' || at == written.size()) return std::nullopt;
    const char separator = written[at];
    if (separator != '.' && separator != ',') return std::nullopt;
    std::string digits(written.substr(0, at));
    while (at < written.size()) {
        if (written[at] != separator || !is_digit(at + 1) || !is_digit(at + 2) || !is_digit(at + 3))
            return std::nullopt;
        digits += written.substr(at + 1, 3);
        at += 4;
    }
    return digits;
}

bool may_be_thousands(std::string_view written) {
    return thousands_of(written).has_value() && written.find('.') != std::string_view::npos && written.back() == '0';
}

}  // namespace brecha::model
