#include <brecha/grammar/own_stack.hpp>

#include <exception>
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
    std::exception_ptr thrown = nullptr;
};

void* run(void* context) {
    Call& call = *static_cast<Call*>(context);
    on_it = true;
    try {
        call.work();
    } catch (...) { call.thrown = std::current_exception(); }
    return nullptr;
}

}  // namespace

void run_on_own_stack(const std::function<void()>& work) {
    if (on_it) return work();
    Call call{work};
    pthread_attr_t attributes;
    pthread_t thread;
    int failed = pthread_attr_init(&attributes);
    if (failed == 0) {
        failed = pthread_attr_setstacksize(&attributes, own_stack_size);
        if (failed == 0) failed = pthread_create(&thread, &attributes, run, &call);
        pthread_attr_destroy(&attributes);
    }
    if (failed != 0) throw std::system_error(failed, std::generic_category(), "no thread to read rules on");
    pthread_join(thread, nullptr);
    if (call.thrown) std::rethrow_exception(call.thrown);
}

#endif

}  // namespace brecha::grammar
