// SHA-256 (FIPS 180-4) of some bytes, as 64 lower-case hexadecimal digits: the name of a version of a ruleset or plan.
#pragma once

#include <string>
#include <string_view>

namespace brecha::model {

std::string sha256(std::string_view bytes);

}  // namespace brecha::model
