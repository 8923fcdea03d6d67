#include "api/limits.hpp"

#include "api/diagnostics.hpp"
#include "assess/run.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace brecha {

Stop::Stop() : state_(std::make_shared<State>()) {}
Stop::Stop(std::function<bool()> asked) : Stop() { state_->asked = std::move(asked); }
Stop::Stop(const Stop&) = default;
Stop& Stop::operator=(const Stop&) = default;
Stop::~Stop() = default;
void Stop::request() const { state_->requested.store(true, std::memory_order_relaxed); }
bool Stop::requested() const { return state_->requested.load(std::memory_order_relaxed); }

namespace {

static_assert(limits::greatest_sizes == limits::Sizes{Limits::greatest_plan_size, Limits::greatest_plan_nesting,
                                                      Limits::greatest_rules_size, Limits::greatest_rules_nesting});

void be_at_most(const char* name, std::size_t limit, std::size_t greatest) {
    if (limit > greatest)
        throw std::invalid_argument(std::string("brecha::Limits: ") + name + " is " + std::to_string(greatest) +
                                    " at most, not " + std::to_string(limit));
}

}  // namespace

limits::Allowed allowed_by(const Limits& limits) {
    be_at_most("plan_size", limits.plan_size, Limits::greatest_plan_size);
    be_at_most("plan_nesting", limits.plan_nesting, Limits::greatest_plan_nesting);
    be_at_most("rules_size", limits.rules_size, Limits::greatest_rules_size);
    be_at_most("rules_nesting", limits.rules_nesting, Limits::greatest_rules_nesting);
    return {limits.memory,
            limits.seconds,
            limits.spent,
            limits.stop ? &limits.stop->state() : nullptr,
            {limits.plan_size, limits.plan_nesting, limits.rules_size, limits.rules_nesting}};
}

std::vector<Diagnostic> said_of(const limits::Reached& reached) {
    return {public_diagnostic(assess::said_of(reached), reached.rule ? reached.rule->text : std::string())};
}

std::vector<Diagnostic> run_within(const Limits& limits, const std::function<void()>& work) {
    limits::Watch watch(allowed_by(limits));
    try {
        limits::look();
        work();
        limits::look();  // what has outcomes of its own may have ended early all the same
        return {};
    } catch (const limits::Reached& reached) { return said_of(reached); }
}

}  // namespace brecha
