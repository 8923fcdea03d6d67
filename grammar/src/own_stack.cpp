#include <brecha/grammar/own_stack.hpp>

#include "limits/watch.hpp"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>

#if !defined(_WIN32)
#include <pthread.h>
#endif

namespace brecha::grammar {

#if defined(_WIN32)

// Threads of Windows have a megabyte or more.
void run_on_own_stack(const std::function<void()>& work) { work(); }

#else

namespace {

thread_local bool on_it = false;

struct Call {
    const std::function<void()>& work;
    limits::Watch* const watch;  // of the thread that waits; null: none
    std::exception_ptr thrown = nullptr;

    std::mutex mutex = {};
    std::condition_variable ended = {};
    bool has_ended = false;
};

void* run(void* context) {
    Call& call = *static_cast<Call*>(context);
    on_it = true;
    const limits::Watch::Elsewhere watched(call.watch);
    try {
        call.work();
    } catch (...) { call.thrown = std::current_exception(); }
    const std::lock_guard locked(call.mutex);
    call.has_ended = true;
    call.ended.notify_one();
    return nullptr;
}

/// Asks the host on its own thread, now and then, until the work is done. Gives what the host throws.
std::exception_ptr ask_meanwhile(Call& call) {
    std::exception_ptr thrown;
    std::unique_lock locked(call.mutex);
    while (!call.ended.wait_for(locked, limits::Watch::between_questions, [&] { return call.has_ended; })) {
        locked.unlock();
        try {
            call.watch->ask();
        } catch (...) { thrown = std::current_exception(); }
        locked.lock();
    }
    return thrown;
}

}  // namespace

void run_on_own_stack(const std::function<void()>& work) {
    if (on_it) return work();
    Call call{work, limits::Watch::in_force()};
    pthread_attr_t attributes;
    pthread_t thread;
    int failed = pthread_attr_init(&attributes);
    if (failed == 0) {
        failed = pthread_attr_setstacksize(&attributes, own_stack_size);
        if (failed == 0) failed = pthread_create(&thread, &attributes, run, &call);
        pthread_attr_destroy(&attributes);
    }
    if (failed != 0) throw std::system_error(failed, std::generic_category(), "no thread to read rules on");
    std::exception_ptr thrown_by_host;
    if (call.watch != nullptr && call.watch->has_question()) thrown_by_host = ask_meanwhile(call);
    pthread_join(thread, nullptr);
    if (thrown_by_host) std::rethrow_exception(thrown_by_host);
    if (call.thrown) std::rethrow_exception(call.thrown);
}

#endif

}  // namespace brecha::grammar
