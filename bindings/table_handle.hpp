// A table as Python holds it: never changed once made, and cheap to hand on.
#pragma once

#include <brecha/brecha.hpp>

#include <memory>
#include <utility>

namespace brecha::bindings {

struct TableHandle {
    std::shared_ptr<const Table> table;
    explicit TableHandle(Table made) : table(std::make_shared<const Table>(std::move(made))) {}
};

}  // namespace brecha::bindings
