// Tables: column by column as lists, row by row as tuples, and as Arrow C streams for data frames.
#include "dates.hpp"
#include "registrations.hpp"
#include "table_handle.hpp"

#include <brecha/arrow.h>

#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace brecha::bindings {

namespace py = pybind11;

namespace {

const char* type_word(Table::Type type) {
    switch (type) {
        case Table::Type::text: return "text";
        case Table::Type::category: return "category";
        case Table::Type::boolean: return "boolean";
        case Table::Type::int32: return "int32";
        case Table::Type::float64: return "float64";
        case Table::Type::date: return "date";
        case Table::Type::texts: return "texts";
    }
    return "text";
}

const Table::Column& column_of(const Table& table, const std::string& name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const auto& column) { return column.name == name; });
    if (found == table.columns.end()) throw py::key_error(name);
    return *found;
}

bool has_value(const Table::Column& column, std::size_t row) {
    return column.codes ? column.codes->by_row[row] != Table::Codes::none : column.valid[row];
}

std::string text_of(const Table::Column& column, std::size_t row) {
    if (column.text_of_row) return column.text_of_row(row);
    return column.codes ? column.categories[column.codes->by_row[row]] : column.text[row];
}

py::object cell(const Table::Column& column, std::size_t row) {
    if (!has_value(column, row)) return py::none();
    switch (column.type) {
        case Table::Type::text:
        case Table::Type::category: return py::str(text_of(column, row));
        case Table::Type::boolean: return py::bool_(column.boolean[row] != 0);
        case Table::Type::int32: return py::int_(column.int32[row]);
        case Table::Type::float64: return py::float_(column.float64[row]);
        case Table::Type::date: return date_to_python(column.int32[row]);
        case Table::Type::texts: return py::tuple(py::cast(column.texts[row]));
    }
    return py::none();
}

py::tuple row_of(const Table& table, std::size_t row) {
    py::tuple cells(table.columns.size());
    for (std::size_t index = 0; index < table.columns.size(); ++index) cells[index] = cell(table.columns[index], row);
    return cells;
}

/// The cells of a column, one after the other. What stands in the row before, and the few words of a category, are made
/// once: most columns say the same in many rows.
class Cells {
public:
    explicit Cells(const Table::Column& column) : column_(column) {}

    py::object at(std::size_t row) {
        if (!has_value(column_, row)) return py::none();
        switch (column_.type) {
            case Table::Type::category: return word(text_of(column_, row));
            case Table::Type::text:
                if (column_.text_of_row) break;
                return kept(row, column_.text);
            case Table::Type::date: return kept(row, column_.int32);
            case Table::Type::texts: return kept(row, column_.texts);
            default: break;
        }
        return cell(column_, row);
    }

private:
    static constexpr std::size_t greatest_kept = 8;
    const Table::Column& column_;
    std::optional<std::size_t> last_row_;
    py::object last_;
    std::vector<std::pair<std::string, py::object>> words_;

    template <typename Values>
    py::object kept(std::size_t row, const Values& values) {
        if (!last_row_ || values[*last_row_] != values[row]) last_ = cell(column_, row);
        last_row_ = row;
        return last_;
    }
    py::object word(const std::string& text) {
        for (const auto& [known, made] : words_)
            if (known == text) return made;
        py::object made = py::str(text);
        if (words_.size() < greatest_kept) words_.emplace_back(text, made);
        return made;
    }
};

py::list rows_of(const Table& table) {
    py::list rows(table.rows);
    std::vector<Cells> columns(table.columns.begin(), table.columns.end());
    for (std::size_t row = 0; row < table.rows; ++row) {
        py::tuple cells(columns.size());
        for (std::size_t index = 0; index < columns.size(); ++index)
            PyTuple_SET_ITEM(cells.ptr(), static_cast<py::ssize_t>(index), columns[index].at(row).release().ptr());
        rows[row] = std::move(cells);
    }
    return rows;
}

Table taken_rows(const Table& table, const std::vector<std::size_t>& rows) {
    Table result;
    result.name = table.name;
    result.rows = rows.size();
    for (const auto& column : table.columns) {
        auto& taken = result.columns.emplace_back();
        taken.name = column.name;
        taken.type = column.type;
        taken.categories = column.categories;
        for (const auto row : rows) {
            if (!column.codes) taken.valid.push_back(column.valid[row]);
            if (!column.text.empty() || column.text_of_row) taken.text.push_back(text_of(column, row));
            if (!column.boolean.empty()) taken.boolean.push_back(column.boolean[row]);
            if (!column.int32.empty()) taken.int32.push_back(column.int32[row]);
            if (!column.float64.empty()) taken.float64.push_back(column.float64[row]);
            if (!column.texts.empty()) taken.texts.push_back(column.texts[row]);
        }
        if (!column.codes) continue;
        std::vector<std::uint8_t> codes;
        codes.reserve(rows.size());
        for (const auto row : rows) codes.push_back(column.codes->by_row[row]);
        taken.codes = Table::Codes::of(std::move(codes));
    }
    return result;
}

/// A table's rows where the text column `name` has one of `values`, in their order.
Table selected(const Table& table, const std::string& name, const std::vector<std::string>& values) {
    const auto& deciding = column_of(table, name);
    if (deciding.type != Table::Type::text && deciding.type != Table::Type::category) {
        throw py::type_error("column \"" + name + "\" does not hold texts");
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < table.rows; ++row) {
        if (has_value(deciding, row) && std::find(values.begin(), values.end(), text_of(deciding, row)) != values.end())
            rows.push_back(row);
    }
    return taken_rows(table, rows);
}

Table first_rows(const Table& table, std::size_t most) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < std::min(most, table.rows); ++row) rows.push_back(row);
    return taken_rows(table, rows);
}

template <typename Values, typename More>
void append(Values& all, const More& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Texts that are made when asked for: all of them.
void make_texts(Table::Column& column) {
    if (!column.text_of_row) return;
    for (std::size_t row = 0; row < column.valid.size(); ++row) column.text.push_back(column.text_of_row(row));
    column.text_of_row = {};
}

Table concatenated(const std::vector<TableHandle>& tables) {
    if (tables.empty()) throw py::value_error("there is no table to join");
    Table result = *tables.front().table;
    for (std::size_t index = 1; index < tables.size(); ++index) {
        const Table& more = *tables[index].table;
        if (more.columns.size() != result.columns.size())
            throw py::value_error("the tables do not have the same columns");
        for (std::size_t place = 0; place < result.columns.size(); ++place) {
            auto& column = result.columns[place];
            const auto& added = more.columns[place];
            if (column.name != added.name || column.type != added.type ||
                column.codes.has_value() != added.codes.has_value())
                throw py::value_error("the tables do not have the same columns");
            append(column.valid, added.valid);
            make_texts(column);
            append(column.text, added.text);
            for (std::size_t row = 0; added.text_of_row && row < more.rows; ++row)
                column.text.push_back(added.text_of_row(row));
            append(column.boolean, added.boolean);
            append(column.int32, added.int32);
            append(column.float64, added.float64);
            append(column.texts, added.texts);
        }
        result.rows += more.rows;
    }
    for (std::size_t place = 0; tables.size() > 1 && place < result.columns.size(); ++place) {
        if (!result.columns[place].codes) continue;
        std::vector<std::uint8_t> codes;
        codes.reserve(result.rows);
        for (const TableHandle& table : tables) append(codes, table.table->columns[place].codes->by_row);
        result.columns[place].codes = Table::Codes::of(std::move(codes));
    }
    return result;
}

py::capsule stream_capsule(const TableHandle& self, const py::object& /*requested_schema*/) {
    // The specification lets a producer pass over the schema asked for; the consumer casts.
    auto stream = std::make_unique<ArrowArrayStream>();
    {
        py::gil_scoped_release released;
        to_arrow(*self.table, stream.get());
    }
    return py::capsule(stream.release(), "arrow_array_stream", [](PyObject* capsule) {
        auto* held = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, "arrow_array_stream"));
        if (held->release != nullptr) held->release(held);
        delete held;
    });
}

py::capsule schema_capsule(const TableHandle& self) {
    auto schema = std::make_unique<ArrowSchema>();
    to_arrow(*self.table, schema.get());
    return py::capsule(schema.release(), "arrow_schema", [](PyObject* capsule) {
        auto* held = static_cast<ArrowSchema*>(PyCapsule_GetPointer(capsule, "arrow_schema"));
        if (held->release != nullptr) held->release(held);
        delete held;
    });
}

}  // namespace

void register_tables(py::module_& module) {
    py::class_<TableHandle>(module, "Table", "A table of an assessment, column by column.")
        .def_property_readonly("name", [](const TableHandle& self) { return self.table->name; })
        .def_property_readonly("columns",
                               [](const TableHandle& self) {
                                   std::vector<std::string> names;
                                   for (const auto& column : self.table->columns) names.push_back(column.name);
                                   return names;
                               })
        .def_property_readonly("types",
                               [](const TableHandle& self) {
                                   std::vector<std::string> types;
                                   for (const auto& column : self.table->columns)
                                       types.emplace_back(type_word(column.type));
                                   return types;
                               })
        .def(
            "categories",
            [](const TableHandle& self, const std::string& column) {
                return column_of(*self.table, column).categories.texts();
            },
            py::arg("column"))
        .def(
            "column",
            [](const TableHandle& self, const std::string& name) {
                const auto& column = column_of(*self.table, name);
                py::list values(self.table->rows);
                Cells cells(column);
                for (std::size_t row = 0; row < self.table->rows; ++row) values[row] = cells.at(row);
                return values;
            },
            py::arg("name"))
        .def(
            "row",
            [](const TableHandle& self, std::size_t row) {
                if (row >= self.table->rows) throw py::index_error("no such row");
                return row_of(*self.table, row);
            },
            py::arg("row"))
        .def("rows", [](const TableHandle& self) { return rows_of(*self.table); })
        .def(
            "select",
            [](const TableHandle& self, const std::string& column, const std::vector<std::string>& values) {
                return TableHandle(selected(*self.table, column, values));
            },
            py::arg("column"), py::arg("values"))
        .def(
            "head",
            [](const TableHandle& self, std::size_t most) { return TableHandle(first_rows(*self.table, most)); },
            py::arg("most"))
        .def("__len__", [](const TableHandle& self) { return self.table->rows; })
        .def("__arrow_c_schema__", &schema_capsule)
        .def("__arrow_c_stream__", &stream_capsule, py::arg("requested_schema") = py::none());
    module.def(
        "concatenate", [](const std::vector<TableHandle>& tables) { return TableHandle(concatenated(tables)); },
        py::arg("tables"));
}

}  // namespace brecha::bindings
