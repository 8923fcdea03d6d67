// What a program knows before any plan.
#pragma once

#include "program/program.hpp"

namespace brecha::program {

/// Gives each constant its column, once for all runs.
void make_constants(Program& program);

}  // namespace brecha::program
