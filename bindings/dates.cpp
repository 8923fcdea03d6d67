#include "dates.hpp"

#include <pybind11/gil_safe_call_once.h>

namespace brecha::bindings {

namespace py = pybind11;

namespace {
const py::object& date_type() {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> storage;
    return storage
        .call_once_and_store_result([]() -> py::object { return py::module_::import("datetime").attr("date"); })
        .get_stored();
}
constexpr std::int32_t ordinal_of_1970 = 719163;  // datetime.date(1970, 1, 1).toordinal()
}  // namespace

Date date_from_python(const py::object& date) {
    if (!py::isinstance(date, date_type())) {
        throw py::type_error("a datetime.date is needed, not " +
                             std::string(py::str(py::type::of(date).attr("__name__"))));
    }
    return Date{date.attr("year").cast<int>(), date.attr("month").cast<int>(), date.attr("day").cast<int>()};
}

py::object date_to_python(Date date) { return date_type()(date.year, date.month, date.day); }

py::object date_or_none(const std::optional<Date>& date) { return date ? date_to_python(*date) : py::none(); }

py::tuple period_to_python(const Period& period) {
    return py::make_tuple(date_or_none(period.from), date_or_none(period.until));
}

py::object date_to_python(std::int32_t days_since_1970) {
    return date_type().attr("fromordinal")(days_since_1970 + ordinal_of_1970);
}

}  // namespace brecha::bindings
