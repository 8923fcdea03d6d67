// Dates between Python and the engine. In: datetime.date. Out: datetime.date, or None for no date.
#pragma once

#include <brecha/brecha.hpp>

#include <pybind11/pybind11.h>

#include <cstdint>

namespace brecha::bindings {

/// Takes anything with year, month and day; TypeError for the rest.
Date date_from_python(const pybind11::object& date);
pybind11::object date_to_python(Date date);
pybind11::object date_or_none(const std::optional<Date>& date);
pybind11::tuple period_to_python(const Period& period);  // first and last day, None where not stated
pybind11::object date_to_python(std::int32_t days_since_1970);

}  // namespace brecha::bindings
