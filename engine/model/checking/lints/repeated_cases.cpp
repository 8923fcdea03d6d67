#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/checking_cases.hpp"

#include <set>

namespace brecha::model {

void warn_of_repeated_cases(const std::vector<Found<syntax::Tests>>& tests, const std::string& ruleset,
                            Diagnostics& diagnostics) {
    for (const auto& [node, file] : tests) {
        if (node->ruleset.text != ruleset) continue;
        std::set<std::string> titles;
        for (const syntax::Case& one : node->cases)
            if (!one.title.empty() && !titles.insert(one.title.front().text).second)
                diagnostics.warning(catalogue::case_twice, file.at(one.title.front().span), {one.title.front().text});
    }
}

}  // namespace brecha::model
