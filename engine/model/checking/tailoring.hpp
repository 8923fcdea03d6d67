// What a ruleset changes of the one that it extends: `set`, `make`, `waive`, `replace`; and `map`, which says how a
// requirement stands to one of another instrument.
#pragma once

#include "model/checking/requirements.hpp"

#include <vector>

namespace brecha::model {

/// Carries out what each layer changes of those below it, before any requirement is read: values of parameters, lines
/// of requirements, days of calendars, waivers. Notes every change in Ruleset::changes, every `map` in
/// Ruleset::mappings.
void tailor(const std::vector<Layer>& layers, Requirements& requirements, Environment& environment,
            const CheckOptions& options);

/// Once all requirements are read: those that read a parameter which was set, or count in a calendar that was replaced,
/// may ask for less than their base does.
void note_what_set_parameters_weaken(Ruleset& ruleset);

}  // namespace brecha::model
