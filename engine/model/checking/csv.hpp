// A CSV text (RFC 4180: commas, double quotes, a header line) -> its records. For the tables that come with a ruleset.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

struct CsvRecord {
    std::vector<std::string> cells;
    std::vector<std::size_t> columns;  // where each cell begins in its line, in letters from 1
    std::size_t line = 1;              // where it begins
};
struct Csv {
    std::vector<CsvRecord> records;   // the header first; empty lines left out
    std::size_t open_quote_line = 0;  // not 0: a quote that begins there is never closed
};
Csv read_csv(std::string_view text);

}  // namespace brecha::model
