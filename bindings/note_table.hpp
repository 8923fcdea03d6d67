// Notes of a plan as a table, for plans that are not assessed yet.
#pragma once

#include <brecha/brecha.hpp>

#include <vector>

namespace brecha::bindings {

Table table_of(const std::vector<Note>& notes);

}  // namespace brecha::bindings
