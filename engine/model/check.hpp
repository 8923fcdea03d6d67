// Syntax trees -> checked ruleset.
//
// Names, types, units, dates, citations, languages: all that can be wrong without a plan. Errors are collected, one for
// one cause, in order of file and place.
#pragma once

#include <brecha/grammar/diagnostic.hpp>
#include <brecha/grammar/syntax_tree.hpp>

#include "model/ruleset.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

struct FileText;  // read_file.hpp

/// A test case, for `brecha test`.
struct Expectation {
    enum class Kind : std::uint8_t { no_gaps, gaps, verdict } kind = Kind::verdict;
    std::vector<std::string> ids;  // requirement or part ids
    bool only = false;
    std::string verdict;
    std::vector<std::string> subjects;
    std::vector<std::string> missing;
    std::uint16_t file = 0;
    grammar::Span span;
};
struct Case {
    Texts title;
    std::string plan;       // JSON text; empty where it stands in a file
    std::string plan_file;  // as written, relative to the case's file
    std::string as_of;
    std::vector<std::pair<std::string, std::string>> parameters;  // name, value as --set takes it
    std::vector<Expectation> expectations;
    std::uint16_t file = 0;
    grammar::Span span;
};
struct TestSuite {
    std::string ruleset;
    std::vector<Case> cases;
};

struct Checked {
    std::shared_ptr<const Ruleset> ruleset;  // null where there are errors, or no ruleset among the files
    std::vector<TestSuite> tests;
    std::vector<grammar::Diagnostic> diagnostics;
    std::vector<SourceFile> without_ruleset;  // the files, where there is no ruleset that has them
    std::string folder;  // that the ruleset lies in, and what its cases name with it; empty where it is from memory
    /// What stands for a ruleset that has families: one with a requirement for each row. Null for one that has none.
    std::shared_ptr<const syntax::Unit> written_out;

    /// For rendering: spans of diagnostics point into these.
    const std::vector<SourceFile>& files() const { return ruleset ? ruleset->files : without_ruleset; }
};

// What a ruleset may be, beside the limits of parse(): walks over rules and plans go no deeper.
inline constexpr std::uint32_t greatest_depth =
    250;  // of expressions in each other, through `let`, `define` and the verdicts of other requirements
inline constexpr std::uint32_t greatest_entity_depth =
    32;  // of entities in each other: what a plan of greatest_plan_nesting can hold
inline constexpr int greatest_unit_exponent = 20;  // of a unit in another

struct CheckOptions {
    std::string ruleset;  // which one, where the files hold several; empty: the one that no other extends or uses
    bool tests = true;    // check `tests for` blocks too
    bool strict = false;  // warn also of what is right and tells readers less than it could
    /// The first so many files are the author's own; the rest were looked up because these name them: none of their
    /// rulesets is the one meant, and nothing in them is warned of.
    std::size_t own_file_count = static_cast<std::size_t>(-1);
    /// Reads a file that a table names (`from "data/homicides.csv"`), given the name of the file that names it. Null:
    /// there are none. The core does no reading of its own.
    FileText (*read_data)(const std::string& from_file, const std::string& name, void* context) = nullptr;
    void* context = nullptr;
    /// Where what is named and not among the files was looked for, and what else could be named there: for messages.
    std::vector<std::string> folders;
    std::vector<std::string> names_there;
};

/// `files`: all files that belong together, vocabularies included, already parsed. Pure: no reading of files but
/// through options.read_data.
Checked check(const std::vector<const syntax::File*>& files, const CheckOptions& options = {});

}  // namespace brecha::model
