#include "note_table.hpp"

#include <string>

namespace brecha::bindings {

namespace {
Table::Column text_column(const std::vector<Note>& notes, const char* name, std::string Note::* member) {
    Table::Column column;
    column.name = name;
    for (const auto& note : notes) {
        column.valid.push_back(!(note.*member).empty() || member == &Note::place);  // the place "" is the plan itself
        column.text.push_back(note.*member);
    }
    return column;
}
Table::Column number_column(const std::vector<Note>& notes, const char* name, std::uint32_t Note::* member) {
    Table::Column column;
    column.name = name;
    column.type = Table::Type::int32;
    for (const auto& note : notes) {
        column.valid.push_back(note.*member != 0);
        column.int32.push_back(static_cast<std::int32_t>(note.*member));
    }
    return column;
}
}  // namespace

Table table_of(const std::vector<Note>& notes) {
    Table table;
    table.name = "notes";
    table.rows = notes.size();
    table.columns = {text_column(notes, "code", &Note::code),       text_column(notes, "severity", &Note::severity),
                     text_column(notes, "place", &Note::place),     text_column(notes, "pointer", &Note::pointer),
                     number_column(notes, "line", &Note::line),     number_column(notes, "column", &Note::column),
                     text_column(notes, "message", &Note::message), text_column(notes, "help", &Note::help)};
    return table;
}

}  // namespace brecha::bindings
