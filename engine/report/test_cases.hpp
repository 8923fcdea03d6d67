// Cases of a ruleset's tests: what they expect against what came out, and what no case has reached.
//
// In comes a View of a case's plan (however it was made) and the case; out go sentences about every expectation that is
// not met. A verdict without `for` is the requirement's over all subjects; an id with a part's label (PF-16.3.1) is the
// part's over all subjects; `for` names whole subjects. `missing` and `gaps` mean "at least these", with `only` exactly
// these.
#pragma once

#include <brecha/brecha.hpp>

#include "model/check.hpp"
#include "report/view.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brecha::report {

/// One sentence an expectation that is not met, in the view's language; empty: the case passes.
std::vector<std::string> unmet_expectations(const View& view, const model::Case& test);

/// Which requirement, and which of its parts, an id means.
struct MeantId {
    std::size_t requirement = 0;
    std::optional<std::string> part;
};
std::optional<MeantId> meant_by(const View& view, std::string_view id);

/// Collects what cases reach.
class Coverage {
public:
    explicit Coverage(const model::Ruleset& ruleset);
    void add(const View& view);
    struct Reached {
        std::size_t verdicts = 0;  // that some case could come to
        std::vector<std::pair<std::string, Verdict>>
            not_reached;  // requirement or part, and a verdict that none has come to
    };
    /// Each requirement's verdicts; of parts, met and not_met.
    Reached reached() const;

private:
    const model::Ruleset& ruleset_;
    std::set<std::string, std::less<>> clauses_;                     // that a part's id names
    std::map<std::string, std::set<Verdict>, std::less<>> reached_;  // id of requirement or part -> verdicts
};

}  // namespace brecha::report
