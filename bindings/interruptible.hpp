// Calls of the engine as Python makes them: without the global lock, within the limits that are in force where the call
// is made, and ended by Ctrl-C.
#pragma once

#include <brecha/brecha.hpp>

#include <pybind11/pybind11.h>

#include <chrono>
#include <utility>
#include <vector>

namespace brecha::bindings {

/// Limits that a block of Python has set, and since when.
struct LimitsOfBlock {
    Limits limits;
    std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
};

/// Those in force here; the engine's own where no block has set any. Needs the global lock.
Limits limits_in_force();

/// Raises what a limit that was reached is in Python.
[[noreturn]] void raise_reached(const std::vector<Diagnostic>& reached);

/// Is it the thread that hears signals?
bool hears_signals();

/// What `work` comes to within the limits in force; KeyboardInterrupt, or whatever else the signal's handler raises.
template <typename Work>
auto outcome_of(const Work& work) {
    namespace py = pybind11;
    Limits limits = limits_in_force();
    bool interrupted = false;
    if (hears_signals())
        limits.stop = Stop([&interrupted] {
            const py::gil_scoped_acquire locked;
            interrupted = PyErr_CheckSignals() != 0;
            return interrupted;
        });
    auto outcome = [&] {
        const py::gil_scoped_release released;
        return within(limits, work);
    }();
    if (interrupted) throw py::error_already_set();
    return outcome;
}

/// The same of what has no outcome of its own; a limit that is reached is raised.
template <typename Work>
auto interruptible(const Work& work) {
    auto outcome = outcome_of(work);
    if (!outcome) raise_reached(outcome.diagnostics());
    return *std::move(outcome);
}

}  // namespace brecha::bindings
