// What the columns of a table of plans mean: a plan a row, a column a field of the plan; lists are lists of Arrow,
// items structs, whose members are fields of their entity.
#pragma once

#include "plans/schema_index.hpp"
#include "reading/arrow/array.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace brecha::reading::arrow {

struct Member {
    std::size_t child = 0;        // which of the struct's
    std::int32_t field = -1;      // of the entity; -1: `evidence` or `judgements`
    std::string name;             // as the plan writes it
    std::vector<Member> members;  // of the items that stand in it
};

/// A column, or a member of a struct in it, that is left out.
struct LeftOut {
    std::string place;  // "colour", "agencies/colour"
    std::string name;
    std::uint32_t entity = 0;
    std::string type;  // of Arrow, where no plan has such values; empty: the entity has no such field
};

/// A column whose values no field of its kind takes: texts where numbers belong, no list where one does.
struct Misfit {
    std::string place;
    std::uint32_t entity = 0, field = 0;
    Kind has = Kind::other;  // the values, or the elements of its lists
    bool in_list = false;    // it is the elements
};

struct Columns {
    std::vector<Member> members;
    std::optional<std::size_t> name;  // the child that names the plans
    std::vector<LeftOut> left_out;    // in the order of the table, each once
    std::vector<Misfit> misfits;
    bool twice = false;  // two columns, or members of one struct, are the same field
};

/// `name`: the column that names the plans; none: "plan", where there is one and plans have no such field.
Columns columns_of(const ArrowSchema& schema, const plans::SchemaIndex& index, std::uint32_t root,
                   const std::optional<std::string>& name);

}  // namespace brecha::reading::arrow
