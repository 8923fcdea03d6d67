#include "model/checking/csv.hpp"

namespace brecha::model {

Csv read_csv(std::string_view text) {
    Csv csv;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    CsvRecord record;
    std::string cell;
    std::size_t line = 1, quote_line = 0;
    bool quoted = false, any = false;
    const auto end_record = [&] {
        record.cells.push_back(std::move(cell));
        cell.clear();
        if (any || record.cells.size() > 1 || !record.cells.front().empty()) csv.records.push_back(std::move(record));
        record = {};
        any = false;
    };
    record.line = 1;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (letter == '\n') ++line;
        if (quoted) {
            if (letter != '"') cell += letter;
            else if (at + 1 < text.size() && text[at + 1] == '"') cell += text[++at];
            else quoted = false;
        } else if (letter == '"' && cell.empty()) {
            quoted = any = true;
            quote_line = line;
        } else if (letter == ',') {
            any = true;
            record.cells.push_back(std::move(cell));
            cell.clear();
        } else if (letter == '\n') {
            end_record();
            record.line = line;
        } else if (letter != '\r') {
            cell += letter;
        }
    }
    if (quoted) csv.open_quote_line = quote_line;
    if (any || !cell.empty() || !record.cells.empty()) end_record();
    return csv;
}

}  // namespace brecha::model
