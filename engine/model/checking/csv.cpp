#include "model/checking/csv.hpp"

#include "limits/watch.hpp"

namespace brecha::model {

Csv read_csv(std::string_view text) {
    Csv csv;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    CsvRecord record;
    std::string cell;
    std::size_t line = 1, quote_line = 0;
    std::size_t column = 0, cell_column = 1;  // of the letter at hand, and where its cell begins
    bool quoted = false, any = false;
    const auto end_cell = [&] {
        limits::step();
        record.cells.push_back(std::move(cell));
        record.columns.push_back(cell_column);
        cell.clear();
        cell_column = column + 1;
    };
    const auto end_record = [&] {
        end_cell();
        if (any || record.cells.size() > 1 || !record.cells.front().empty()) csv.records.push_back(std::move(record));
        record = {};
        any = false;
    };
    record.line = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if ((static_cast<unsigned char>(letter) & 0xC0) != 0x80) ++column;
        if (letter == '\n') ++line;
        if (letter == '\n' && quoted) column = 0;
        if (quoted) {
            if (letter != '"') cell += letter;
            else if (at + 1 < text.size() && text[at + 1] == '"') cell += text[++at], ++column;
            else quoted = false;
        } else if (letter == '"' && cell.empty()) {
            quoted = any = true;
            quote_line = line;
        } else if (letter == ',') {
            any = true;
            end_cell();
        } else if (letter == '\n') {
            end_record();
            record.line = line;
            column = 0;
            cell_column = 1;
        } else if (letter != '\r') {
            cell += letter;
        }
    }
    if (quoted) csv.open_quote_line = quote_line;
    if (any || !cell.empty() || !record.cells.empty()) end_record();
    return csv;
}

}  // namespace brecha::model
