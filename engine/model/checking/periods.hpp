// From when until when: `in force from … until …`, and the days of a parameter's values.
#pragma once

#include "model/checking/environment.hpp"

#include <optional>
#include <string>
#include <vector>

namespace brecha::model {

/// A day as it is written; nothing where none is, and nothing and a message where there is no such day (B327).
std::optional<Day> read_day(const syntax::Word& written, const FileContext& file, Environment& environment);

/// The days as they are written; says so where one does not exist (B327) or the last lies before the first (B348).
Period read_period(const syntax::Period& node, const FileContext& file, Environment& environment);

/// An `in force` line, within what holds around it; says so where no day is left (B348).
Period read_in_force(const syntax::InForceLine& line, const Period& around, const FileContext& file,
                     Environment& environment);

/// The values of a declaration or a `set`, one after the other: each lasts until the next one begins, or says until
/// when itself. Says so where a later one does not say when it begins, or begins too early (B348). `says_type`:
/// the first one says of what type the parameter is.
std::vector<DatedValue> read_values(const std::vector<syntax::DatedValue>& nodes, Parameter& parameter, bool says_type,
                                    const FileContext& file, Environment& environment);

/// What a layer sets, over the values of its base: those hold on until the first of the new ones begins.
std::vector<DatedValue> set_over(std::vector<DatedValue> base, const std::vector<DatedValue>& set);

/// Values as a rule would write them, with their days; keywords in `language`.
std::string values_text(const Ruleset& ruleset, const std::vector<DatedValue>& values, const Type& type,
                        std::string_view language);

}  // namespace brecha::model
