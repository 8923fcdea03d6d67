// A name or a path -> a checked ruleset: finds the files that belong together, reads, parses and checks them.
//
// RULESET is the name of a shipped ruleset, a file, or a folder whose *.brecha files belong together (its sub-folders
// too, but those called `plans`). A vocabulary or ruleset that these name and do not hold is looked for in the folder
// itself, then in the folders of `search`, then in the shipped one; two hits at the same of these three are an error
// that names both. This and nothing else in the core reads files.
#pragma once

#include "model/check.hpp"

#include <brecha/grammar/parse.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace brecha::model {

inline constexpr std::size_t greatest_file_count = 10'000;    // files of one ruleset
inline constexpr std::size_t greatest_data_size = 64u << 20;  // bytes of a CSV file that a table names

struct LoadOptions {
    std::vector<std::string> search;     // folders where vocabularies and rulesets are looked for
    std::string ruleset;                 // which one, where there are several
    std::optional<std::string> shipped;  // the folder of shipped rulesets; nothing: shipped_folder()
    bool tests = true;                   // check `tests for` blocks too
    bool strict = false;                 // see CheckOptions
};

/// Never throws for what is found in files or for files that are not there: see Checked::diagnostics.
Checked load(const std::string& name_or_path, const LoadOptions& options = {});

/// The same from memory: pairs of a name and a text. Names that do not end in .brecha are files of tables
/// ("data/homicides.csv"). What the texts name and do not hold is looked for as above.
Checked load_texts(std::vector<std::pair<std::string, std::string>> files, const LoadOptions& options = {});

/// The files that the name or path means, parsed, with the translations beside them; nothing else is looked up.
struct LoadedFiles {
    std::vector<grammar::Parsed> files;
    std::vector<grammar::Diagnostic> diagnostics;  // of finding and of parsing
};
LoadedFiles load_files(const std::string& name_or_path, const LoadOptions& options = {});

/// Where shipped rulesets lie: beside a shared library, else as compiled in, unless set. Setting it is for the start of
/// a program.
std::string shipped_folder();
void set_shipped_folder(std::string folder);

/// Names of the folders of shipped rulesets that hold a ruleset or vocabulary, sorted.
std::vector<std::string> shipped_names(const LoadOptions& options = {});
/// Those that hold a ruleset, with mistakes or without: nothing is checked.
std::vector<std::string> shipped_rulesets(const LoadOptions& options = {});

}  // namespace brecha::model
