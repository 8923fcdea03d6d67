// `calendar NAME { … }`: which days are working days.
#pragma once

#include "model/checking/environment.hpp"

namespace brecha::model {

/// Makes the name known; a name of its own kind, like that of a source.
void declare_calendar(const Found<syntax::Calendar>& calendar, const std::string& ruleset, Environment& environment);

/// Reads the days of all calendars, and settles which one is meant where none is named.
void fill_calendars(Environment& environment, const CheckOptions& options);

/// Reads the days of one, in the place of those it had.
void fill_calendar(std::uint32_t index, const Found<syntax::Calendar>& calendar, Environment& environment,
                   const CheckOptions& options);

/// -1 where there is none of that name.
std::int32_t calendar_named(std::string_view name, const Ruleset& ruleset);
std::vector<std::string> calendar_names(const Ruleset& ruleset);

}  // namespace brecha::model
