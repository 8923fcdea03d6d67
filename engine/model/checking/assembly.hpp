// Which vocabularies, rulesets and tests the files hold, which ruleset is meant, and what it is made of.
#pragma once

#include "model/check.hpp"
#include "model/checking/file_context.hpp"
#include "model/checking/translations.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace brecha::model {

struct Assembly {
    /// All that the files hold, by name.
    std::map<std::string, Found<syntax::Vocabulary>, std::less<>> vocabularies;
    std::map<std::string, Found<syntax::Ruleset>, std::less<>> rulesets;
    std::vector<Found<syntax::Tests>> tests;
    std::vector<Found<syntax::Translation>> translations;

    std::optional<Found<syntax::Ruleset>> main;  // the ruleset that is meant; none where there is none that can be read
    std::vector<Found<syntax::Ruleset>> layers;  // it and those that it extends, bases first
    std::vector<Found<syntax::Vocabulary>> seen;      // the vocabularies that it sees, bases first; without one: all
    std::vector<Found<syntax::Ruleset>> used;         // further rulesets whose declarations it sees, bases first
    std::string vocabulary_name, vocabulary_version;  // of those that the ruleset names, joined
};

/// Says of every `uses` and `extends` that leads nowhere or round in a ring, and of names that are there twice.
Assembly assemble(const std::vector<const syntax::File*>& files, const CheckOptions& options, Diagnostics& diagnostics);

/// Of files without any ruleset, and without a mistake: tests miss theirs, and nothing at all is told.
void refuse_without_ruleset(const Assembly& assembly, const CheckOptions& options, Diagnostics& diagnostics);

/// Over the canonical English text of all it is made of, and the contents of its tables' files. A translation counts
/// as if its texts stood in the rules. `written_out`: what stands for each of the layers, where it has families; null
/// elsewhere.
std::string hash_of(const Assembly& assembly, const Translations& translations,
                    const std::vector<const syntax::Unit*>& written_out,
                    const std::vector<std::string>& table_contents);

}  // namespace brecha::model
