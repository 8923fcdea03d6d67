#include "limits/watch.hpp"

#include <algorithm>
#include <string_view>

namespace brecha::limits {

std::string bytes_text(std::size_t bytes) {
    constexpr std::size_t step = 1024;
    std::string_view unit = "B";
    for (const std::string_view larger : {"KiB", "MiB", "GiB", "TiB"}) {
        if (bytes == 0 || bytes % step != 0) break;
        bytes /= step;
        unit = larger;
    }
    return std::to_string(bytes) + " " + std::string(unit);
}

Watch::Watch(const Allowed& allowed) : outer_(current_), number_(++last_number_), allowed_(allowed) {
    if (allowed.seconds > 0 || (allowed.stop != nullptr && allowed.stop->asked)) {
        const Clock::time_point now = Clock::now();
        ask_next_ = now + between_questions;
        // More than a year is no limit, and would not fit a clock.
        constexpr double longest = 366 * 86'400.0;
        if (allowed.seconds > 0 && allowed.seconds < longest)
            deadline_ = now + std::chrono::duration_cast<Clock::duration>(
                                  std::chrono::duration<double>(std::max(allowed.seconds - allowed.spent, 0.0)));
    }
    current_ = this;
}

Watch::~Watch() { current_ = outer_; }

void Watch::look() {
    StopState* const stop = allowed_.stop;
    if (stop != nullptr && stop->requested.load(std::memory_order_relaxed)) throw Reached(Limit::stop, 0);
    if (deadline_ || (stop != nullptr && stop->asked)) {
        const Clock::time_point now = Clock::now();
        if (deadline_ && now > *deadline_) {
            Reached reached(Limit::seconds, 0);
            reached.seconds = allowed_.seconds;
            throw reached;
        }
        if (stop != nullptr && stop->asked && !elsewhere_ && now >= ask_next_) {
            if (stop->asked()) {
                stop->requested.store(true, std::memory_order_relaxed);
                throw Reached(Limit::stop, 0);
            }
            ask_next_ = Clock::now() + between_questions;
        }
    }
    if (outer_ != nullptr) outer_->look();
}

bool Watch::has_question() const {
    return (allowed_.stop != nullptr && allowed_.stop->asked) || (outer_ != nullptr && outer_->has_question());
}

void Watch::ask() {
    StopState* const stop = allowed_.stop;
    if (stop != nullptr && stop->asked && !stop->requested.load(std::memory_order_relaxed)) {
        try {
            if (stop->asked()) stop->requested.store(true, std::memory_order_relaxed);
        } catch (...) {
            stop->requested.store(true, std::memory_order_relaxed);
            throw;
        }
    }
    if (outer_ != nullptr) outer_->ask();
}

void Watch::take(std::size_t bytes) {
    if (bytes > memory_left()) throw Reached(Limit::memory, memory_allowed());
    for (Watch* watch = this; watch != nullptr; watch = watch->outer_) watch->taken_ += bytes;
}

void Watch::give(std::size_t bytes) {
    for (Watch* watch = this; watch != nullptr; watch = watch->outer_) watch->taken_ -= bytes;
}

const Watch& Watch::narrowest() const {
    const Watch* narrowest = this;
    for (const Watch* watch = outer_; watch != nullptr; watch = watch->outer_)
        if (watch->allowed_.memory - watch->taken_ < narrowest->allowed_.memory - narrowest->taken_) narrowest = watch;
    return *narrowest;
}
std::size_t Watch::memory_left() const {
    const Watch& watch = narrowest();
    return watch.allowed_.memory - watch.taken_;
}
Sizes Watch::sizes() const {
    Sizes narrowest = greatest_sizes;
    for (const Watch* watch = this; watch != nullptr; watch = watch->outer_) {
        const Sizes& one = watch->allowed_.sizes;
        narrowest.plan_size = std::min(narrowest.plan_size, one.plan_size);
        narrowest.plan_nesting = std::min(narrowest.plan_nesting, one.plan_nesting);
        narrowest.rules_size = std::min(narrowest.rules_size, one.rules_size);
        narrowest.rules_nesting = std::min(narrowest.rules_nesting, one.rules_nesting);
    }
    return narrowest;
}
std::size_t Watch::memory_allowed() const { return narrowest().allowed_.memory; }

}  // namespace brecha::limits
