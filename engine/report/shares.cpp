#include "report/shares.hpp"

namespace brecha::report {

std::optional<double> share(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    // In whole ten-thousandths first: a double would round 0.00005 by what it happens to be in binary.
    const std::int64_t scaled = part * 10'000;
    std::int64_t ten_thousandths = scaled / whole;
    const std::int64_t twice_rest = 2 * (scaled % whole);
    if (twice_rest > whole || (twice_rest == whole && ten_thousandths % 2 != 0)) ++ten_thousandths;
    return static_cast<double>(ten_thousandths) / 10'000.0;
}

}  // namespace brecha::report
