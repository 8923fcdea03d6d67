// What requirements cost, told from the program and the lengths of lists, before anything is run.
#pragma once

#include "program/program.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace brecha::program {

/// How many elements the list of a field has, of one item.
using LengthOfList = std::function<double(std::uint32_t entity, std::uint32_t field)>;

/// Of one requirement and one plan, all that it reads counted in full, also where other requirements read it too.
struct Cost {
    std::vector<std::string> lists;  // whose elements it looks at together, where these are most; outermost first
    double rows = 1;                 // combinations of those
    double findings = 1;             // at most
    double steps = 0;                // operations on rows
    double bytes = 0;                // of the run's columns
};

/// By requirement. `usual`: of lists that no plan has: a parameter's, years between two dates. O(requirements × what
/// each reads).
std::vector<Cost> costs_of(const Program& program, const LengthOfList& length_of, double usual);

}  // namespace brecha::program
