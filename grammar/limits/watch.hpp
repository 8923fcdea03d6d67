// What may end a call before it is done: a stop from outside, its time, the memory that it may take.
//
// A call that enters the engine makes a Watch; it is in force on its thread until the call is over. Long loops look()
// at it now and then, and whatever takes memory in proportion to what it was given says so first. A limit that is
// reached is thrown and caught where the call entered: nothing between has to carry it.
#pragma once

#include "limits/reached.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>

namespace brecha::limits {

/// How a call is ended from outside.
struct StopState {
    std::atomic<bool> requested = false;
    std::function<bool()> asked;  // optional: called on the call's own thread, at most 50 times a second
};

inline constexpr std::size_t without_limit = std::numeric_limits<std::size_t>::max();

/// How large what comes in may be, for a host that allows nothing else.
struct Sizes {
    std::size_t plan_size = std::size_t(256) << 20;  // bytes of a plan's text
    std::size_t plan_nesting = 64;                   // lists and objects of a plan in each other
    std::size_t rules_size = std::size_t(16) << 20;  // bytes of a file of rules
    std::size_t rules_nesting = 100;                 // brackets and operators of rules in each other
    bool operator==(const Sizes&) const = default;
};
/// No host gets more: places in texts are 32 bits wide, and what walks over rules and plans has the stack for no more.
inline constexpr Sizes greatest_sizes{
    .plan_size = 0xFFFFFFFF, .plan_nesting = 64, .rules_size = std::size_t(1) << 30, .rules_nesting = 100};

struct Allowed {
    std::size_t memory = without_limit;  // bytes
    double seconds = 0;                  // 0: as long as it takes
    double spent = 0;                    // of these, before the call
    StopState* stop = nullptr;           // must outlive the call
    Sizes sizes = {};
};

class Watch {
public:
    explicit Watch(const Allowed& allowed);
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch();

    void look();
    /// Looks once in so many calls.
    void step() {
        if ((++steps_ & (often - 1)) == 0) look();
    }
    static constexpr std::size_t often = 256;
    void take(std::size_t bytes);
    /// What was taken here is free again.
    void give(std::size_t bytes);
    /// No two of a process have the same; 0 is none.
    std::uint64_t number() const { return number_; }
    /// How much may still be taken, and of how much.
    std::size_t memory_left() const;
    std::size_t memory_allowed() const;
    /// The narrowest of all in force.
    Sizes sizes() const;

    static Watch* in_force() { return current_; }

    /// Has it, or one around it, a question for its host?
    bool has_question() const;
    /// Asks them now; where the answer is yes, or an exception, the call ends where it looks next.
    void ask();
    static constexpr std::chrono::milliseconds between_questions{20};

    /// The watch of a call whose work another thread does while the call's own waits: in force here too. The host is
    /// asked on the thread that waits.
    class Elsewhere {
    public:
        explicit Elsewhere(Watch* of_the_call) {
            current_ = of_the_call;
            elsewhere_ = true;
        }
        Elsewhere(const Elsewhere&) = delete;
        Elsewhere& operator=(const Elsewhere&) = delete;
        ~Elsewhere() {
            current_ = nullptr;
            elsewhere_ = false;
        }
    };

private:
    using Clock = std::chrono::steady_clock;
    static inline thread_local Watch* current_ = nullptr;
    static inline thread_local bool elsewhere_ = false;

    static inline std::atomic<std::uint64_t> last_number_ = 0;

    Watch* const outer_;
    const std::uint64_t number_;
    const Allowed allowed_;
    std::size_t taken_ = 0;
    std::size_t steps_ = 0;
    std::optional<Clock::time_point> deadline_;
    Clock::time_point ask_next_{};

    /// Which of those in force leaves the least memory.
    const Watch& narrowest() const;
};

/// Throws Reached where the call is to end. Costs a few nanoseconds, with a time limit some 30.
inline void look() {
    if (Watch* const watch = Watch::in_force()) watch->look();
}
/// Says that so much memory is taken for what the call makes; throws Reached where that is more than it may take.
inline void take(std::size_t bytes) {
    if (Watch* const watch = Watch::in_force()) watch->take(bytes);
}
inline std::size_t memory_left() {
    const Watch* const watch = Watch::in_force();
    return watch == nullptr ? without_limit : watch->memory_left();
}

inline Sizes sizes() {
    const Watch* const watch = Watch::in_force();
    return watch == nullptr ? Sizes() : watch->sizes();
}

/// Memory that is given back when it ends, if that is in the same call.
class Taken {
public:
    Taken() : watch_(number()) {}
    Taken(const Taken&) = delete;
    Taken& operator=(const Taken&) = delete;
    ~Taken() {
        if (bytes_ != 0 && number() == watch_) Watch::in_force()->give(bytes_);
    }
    void add(std::size_t bytes) {
        take(bytes);
        if (watch_ != 0 && number() == watch_) bytes_ += bytes;
    }

private:
    static std::uint64_t number() {
        const Watch* const watch = Watch::in_force();
        return watch == nullptr ? 0 : watch->number();
    }
    const std::uint64_t watch_;
    std::size_t bytes_ = 0;
};

/// Looks once in so many steps, of loops that cannot go over Rows.
class Pace {
public:
    void step() {
        if ((++steps_ & (often - 1)) == 0) look();
    }
    static constexpr std::size_t often = 1024;

private:
    std::size_t steps_ = 0;
};

/// The same for what is done often and not in one loop.
inline void step() {
    if (Watch* const watch = Watch::in_force()) watch->step();
}

/// 0, 1 … count - 1, for a loop that can be long: it looks now and then.
class Rows {
public:
    explicit Rows(std::size_t count) : count_(count) {}
    class Iterator {
    public:
        explicit Iterator(std::size_t row) : row_(row) {}
        std::size_t operator*() const { return row_; }
        Iterator& operator++() {
            if ((++row_ & (Pace::often - 1)) == 0) look();
            return *this;
        }
        bool operator!=(const Iterator& other) const { return row_ != other.row_; }

    private:
        std::size_t row_;
    };
    Iterator begin() const { return Iterator(0); }
    Iterator end() const { return Iterator(count_); }

private:
    std::size_t count_;
};

}  // namespace brecha::limits
