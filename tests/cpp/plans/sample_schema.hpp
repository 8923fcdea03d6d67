// A ruleset made by hand, with every kind of field, for the tests of the plan readers; and short ways to look into what
// they made.
#pragma once

#include "model/ruleset.hpp"
#include "plans/plans.hpp"
#include "reading/read_plans.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::plans::test {

std::shared_ptr<const model::Ruleset> sample_ruleset();
std::shared_ptr<const Schema> sample_schema();

/// Reads one plan; fails the test where it is refused.
std::shared_ptr<const Plans> read(std::string_view text, std::string read = {});

std::uint32_t entity(const Plans& plans, std::string_view name);
std::uint32_t field(const Plans& plans, std::string_view entity_name, std::string_view name);
const FieldColumn& column(const Plans& plans, std::string_view entity_name, std::string_view name);
const ListColumn& lists(const Plans& plans, std::string_view entity_name, std::string_view name);

/// A cell in words: its value in English, "missing", "none", "withheld", with " (default)" and, where missing, "
/// (why)".
std::string cell(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row = 0);
std::string element(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row);
/// A list in words: "absent", "[0, 2)", with " open" and " + 1 to 3".
std::string list(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row = 0);

/// The notes of the first plan as "code place".
std::vector<std::string> note_places(const Plans& plans);
/// The only note with the code; fails the test where there is none or more.
const Note& note(const Plans& plans, std::string_view code);

}  // namespace brecha::plans::test
