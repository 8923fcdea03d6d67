// The hash of what a plan was read from.
#pragma once

#include "limits/once.hpp"

#include <memory>
#include <string>

namespace brecha::plans {

/// A SHA-256 that is reckoned when it is first asked for, by whichever thread: it takes a tenth of the time of reading
/// a plan, and few ask. Until then the text is kept. Copies share it.
class TextHash {
public:
    TextHash() = default;  // of nothing: ""
    explicit TextHash(std::string text);
    /// 64 lower-case hexadecimal digits. O(size of the text) the first time.
    const std::string& digits() const;

private:
    struct State {
        limits::Once once;
        std::string text, digits;
    };
    std::shared_ptr<State> state_;
};

}  // namespace brecha::plans
