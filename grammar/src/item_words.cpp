#include "item_words.hpp"

#include <algorithm>

namespace brecha::grammar {
namespace {

// clang-format off: laid out by hand, a row a kind of line. The first of each are named where a line is expected.
constexpr Role unit_roles[] = {role("vocabulary"), role("ruleset"), role("tests for"), role("translation")};
constexpr Role vocabulary_roles[] = {role("title"), role("extends"), role("unit"), role("enum"), role("entity"), role("extend")};
constexpr Role ruleset_roles[] = {
    role("requirement"), role("protocol"), role("group"),
    role("source"), role("parameter"), role("define"), role("table"), role("calendar"),
    role("title"), role("uses"), role("extends"), role("month_end"),
    role("set"), role("waive"), role("make"), role("replace"), role("map"),
    role("family"), role("facts last"), role("in force"),
};
constexpr Role clause_roles_of_requirement[] = {
    role("require"), role("forbid"), role("each"), role("when"), role("gap"), role("remedy"), role("source"), role("title"),
    role("shall"), role("should"), role("may"), role("let"), role("training"), role("effort"), role("after"), role("theme"), role("note"),
    role("answered by"), role("role"), role("event"), role("case"), role("step"), role("limit"), role("never"), role("separate"),
    role("none"), role("facts last"), role("in force"),
};
constexpr Role group_roles[] = {
    role("requirement"), role("protocol"),
    role("parameter"), role("define"), role("table"),
    role("theme"), role("when"), role("each"), role("source"), role("title"),
    role("shall"), role("should"), role("may"), role("gap"), role("remedy"),
    role("training"), role("effort"), role("after"), role("note"), role("let"),
    role("require"), role("forbid"), role("none"),
    role("family"), role("facts last"), role("in force"),
};
constexpr Role family_roles[] = {role("requirement")};
constexpr Role case_roles[] = {role("case")};
constexpr Role case_item_roles[] = {role("plan"), role("as of"), role("set"), role("expect")};
constexpr Role translation_roles[] = {
    role("requirement"), role("group"), role("entity"), role("enum"), role("table"),
    role("title"), role("theme"), role("source"), role("parameter"), role("unit"), role("training"), role("publisher"), role("quote"),
    role("replace"), role("set"), role("waive"), role("make"),
};
constexpr Role translated_line_roles[] = {
    role("title"), role("gap"), role("remedy"), role("require"), role("note"),
    role("judged"), role("quote"), role("listed"), role("none"), role("step"), role("event"), role("case"),
    role("because"),
};
// clang-format on

}  // namespace

std::span<const Role> item_roles(Items items) {
    switch (items) {
        case Items::units: return unit_roles;
        case Items::vocabulary: return vocabulary_roles;
        case Items::fields:
        case Items::translated_labels:
        case Items::hole: return {};
        case Items::ruleset: return ruleset_roles;
        case Items::group: return group_roles;
        case Items::family: return family_roles;
        case Items::clauses: return clause_roles_of_requirement;
        case Items::cases: return case_roles;
        case Items::case_items: return case_item_roles;
        case Items::translation: return translation_roles;
        case Items::translated_lines: return translated_line_roles;
    }
    return {};
}

bool opens_block(Items items, Role keyword, Items& inside) {
    const auto roles = item_roles(items);
    if (std::find(roles.begin(), roles.end(), keyword) == roles.end()) return false;
    if (items == Items::translation || items == Items::translated_lines) {
        switch (keyword) {
            case role("requirement"):
            case role("replace"):
            case role("group"): inside = Items::translated_lines; return true;
            case role("entity"):
            case role("enum"):
            case role("table"): inside = Items::translated_labels; return true;
            default: return false;
        }
    }
    switch (keyword) {
        case role("vocabulary"): inside = Items::vocabulary; return true;
        case role("ruleset"): inside = Items::ruleset; return true;
        case role("tests for"): inside = Items::cases; return true;
        case role("translation"): inside = Items::translation; return true;
        case role("entity"):
        case role("extend"): inside = Items::fields; return true;
        case role("group"): inside = Items::group; return true;
        case role("family"): inside = Items::family; return true;
        case role("requirement"):
        case role("protocol"):
        case role("replace"): inside = Items::clauses; return true;
        case role("case"): inside = Items::case_items; return items == Items::cases;
        default: return false;
    }
}

}  // namespace brecha::grammar
