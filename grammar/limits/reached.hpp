// A limit that a call has reached.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string>

namespace brecha::limits {

enum class Limit : std::uint8_t { rows, memory, findings, seconds, stop };

/// Thrown inside the engine. Where no call has said what it may take, only memory is limited, and it is what is thrown
/// when memory has run out.
struct Reached : std::bad_alloc {
    Limit limit = Limit::stop;
    std::size_t allowed = 0;  // rows, bytes, findings
    double seconds = 0;
    /// The rule that was being carried out; whoever knows it tells.
    struct Rule {
        std::string file, text, language;
        std::uint32_t begin = 0, end = 0;  // bytes of the text
    };
    std::optional<Rule> rule;

    Reached(Limit limit_, std::size_t allowed_) : limit(limit_), allowed(allowed_) {}
    const char* what() const noexcept override { return "a limit of brecha was reached"; }
};

/// "1 GiB", "300 KiB"; bytes where it is no whole number of these.
std::string bytes_text(std::size_t bytes);

}  // namespace brecha::limits
