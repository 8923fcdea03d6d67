// One include for Catch2 2.13 (Debian 12) and 3.x. Tests include only this.
#pragma once
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_all.hpp>
#else
#include <catch2/catch.hpp>
#include <string>
namespace Catch {
using Approx = Detail::Approx;  // v3: Catch::Approx
namespace Matchers {            // v3's name for v2's Contains(string)
inline auto ContainsSubstring(const std::string& text) { return Contains(text); }
}  // namespace Matchers
}  // namespace Catch
#endif
