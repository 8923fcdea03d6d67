// What is made by whoever needs it first, and may be ended by a limit.
#pragma once

#include <atomic>
#include <mutex>

namespace brecha::limits {

/// Does some work once, whichever thread comes first; the others wait for it. Of work that threw, the next one tries
/// again: std::call_once promises that as well, and yet waits for ever there under ThreadSanitizer and in some standard
/// libraries.
class Once {
public:
    template <typename Work>
    void operator()(const Work& work) {
        if (done_.load(std::memory_order_acquire)) return;
        const std::lock_guard lock(mutex_);
        if (done_.load(std::memory_order_relaxed)) return;
        work();
        done_.store(true, std::memory_order_release);
    }

private:
    std::atomic<bool> done_ = false;
    std::mutex mutex_;
};

}  // namespace brecha::limits
