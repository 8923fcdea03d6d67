#include "model/checking/table_file.hpp"

#include "model/checking/csv.hpp"
#include "model/checking/field_value.hpp"
#include "model/read_file.hpp"
#include "model/thousands.hpp"

#include <brecha/grammar/parse.hpp>

#include "messages/catalogue/tables.hpp"
#include "text/characters.hpp"
#include "text/entering.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

namespace in_file = messages::catalogue::tables;

std::optional<std::string> read_named_file(const syntax::Text& name, const FileContext& file, Environment& environment,
                                           const CheckOptions& options) {
    FileText read;
    if (options.read_data != nullptr) read = options.read_data(file.file().name, name.text, options.context);
    FileMessage told;
    if (read.trouble != FileTrouble::none) {
        told = message_of(read.trouble, name.text);
    } else if (const std::size_t broken = text::first_broken_byte(read.text); broken != std::string::npos) {
        const grammar::Position position = grammar::position_of(read.text, static_cast<std::uint32_t>(broken));
        told.message = messages::Message(in_file::at_place, {name.text, position.line, position.column,
                                                             messages::Message(in_file::not_utf8.message)});
        told.help = messages::Message(in_file::not_utf8.help);
    } else {
        return std::move(read.text);
    }
    environment.diagnostics.error(in_file::not_utf8.code, file.at(name.span), std::move(told.message),
                                  std::move(told.help));
    return std::nullopt;
}

void read_table_file(const Found<syntax::Table>& table, const Entity& entity,
                     std::vector<std::vector<std::string>>& rows, Environment& environment,
                     const CheckOptions& options) {
    const auto& [written_table, file] = table;
    const syntax::Table& node = *written_table;
    Diagnostics& diagnostics = environment.diagnostics;
    const std::size_t key_count = entity.key.size();
    const Location where = file.at(node.from->span);
    const std::optional<std::string> read = read_named_file(*node.from, file, environment, options);
    if (!read) return;
    const std::string& text = *read;
    // What is said of a line stands behind its place, and once for all lines of which it is said.
    const auto say_at = [&](bool error, std::size_t line, std::size_t column, const messages::Entry& entry,
                            std::vector<messages::Argument> arguments) {
        const messages::Message message(entry.message, arguments);
        const std::string cause = "csv " + node.from->text + message.in("en");
        if (diagnostics.again(cause, where)) return;
        messages::Message placed(in_file::at_place, {node.from->text, line, column, message});
        messages::Message help(entry.help, std::move(arguments));
        if (error) diagnostics.error(entry.code, where, std::move(placed), std::move(help), {}, cause);
        else diagnostics.warning(entry.code, where, std::move(placed), std::move(help), cause);
    };
    const auto refuse = [&](std::size_t line, std::size_t column, const messages::Entry& entry,
                            std::vector<messages::Argument> arguments = {}) {
        say_at(true, line, column, entry, std::move(arguments));
    };
    const Csv csv = read_csv(text);
    environment.declarations.table_contents.push_back(node.name.text + '\0' + text);
    if (csv.open_quote_line != 0) {
        refuse(csv.open_quote_line, 1, in_file::quote_not_closed);
        return;
    }
    if (csv.records.empty()) {
        refuse(1, 1, in_file::no_header);
        return;
    }
    const CsvRecord& header = csv.records.front();
    std::vector<int> column_of(entity.fields.size(), -1);
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        const int field = entity.field_of(text::entered(header.cells[i]));
        if (field < 0) continue;
        if (column_of[static_cast<std::size_t>(field)] >= 0) {
            refuse(header.line, header.columns[i], in_file::column_twice,
                   {entity.fields[static_cast<std::size_t>(field)].name});
            return;
        }
        column_of[static_cast<std::size_t>(field)] = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < entity.fields.size(); ++i) {
        if (column_of[i] >= 0) continue;
        const std::string& line = header.cells.front();
        if (header.cells.size() == 1 && line.find(';') != std::string::npos) {
            std::string divided = line;
            std::replace(divided.begin(), divided.end(), ';', ',');
            refuse(header.line, 1 + line.find(';'), in_file::semicolons, {divided});
        } else {
            refuse(header.line, 1, in_file::no_column, {entity.fields[i].name});
        }
        return;
    }
    std::set<std::vector<std::string>> keys;
    for (std::size_t i = 1; i < csv.records.size(); ++i) {
        const CsvRecord& record = csv.records[i];
        if (record.cells.size() != header.cells.size()) {
            refuse(record.line, 1, in_file::cell_count, {record.cells.size(), header.cells.size()});
            continue;
        }
        std::vector<std::string> cells(entity.fields.size());
        std::string shown;
        bool right = true;
        for (std::size_t field = 0; field < entity.fields.size() && right; ++field) {
            const auto column = static_cast<std::size_t>(column_of[field]);
            std::string scratch;
            const text::Entered entered = text::entered(record.cells[column], scratch);
            const std::string written(entered.text);
            const std::string& name = entity.fields[field].name;
            const Type& type = entity.fields[field].type;
            if (entered.unseen != text::Entered::Unseen::nothing) {
                refuse(record.line, record.columns[column], in_file::unseen_character,
                       {text::code_point_name(entered.character)});
                right = false;
                break;
            }
            const std::optional<std::string> value = field_value(written, type, environment.types, right);
            if (!right) {
                refuse(record.line, record.columns[column], in_file::no_value,
                       {written, name, environment.types.describe(type)});
            } else if (!value && field < key_count) {
                refuse(record.line, record.columns[column], in_file::empty_key, {name});
                right = false;
            } else if ((type.kind == TypeKind::number || type.kind == TypeKind::percent) && may_be_thousands(written)) {
                say_at(false, record.line, record.columns[column], in_file::cell_thousands,
                       {written, decimal_to_text(decimal_from_text(written).value_or(0)),
                        thousands_of(written).value_or("")});
            } else if (type.kind == TypeKind::percent && value && !written.ends_with('%')) {
                const Decimal share = decimal_from_text(written).value_or(0);
                if (share > 0 && share < decimal_one)
                    say_at(false, record.line, record.columns[column], in_file::small_percentage,
                           {written, name, decimal_to_text(share), decimal_to_text(100 * share)});
            }
            cells[field] = value.value_or("");
            if (field < key_count) shown += (shown.empty() ? "" : ", ") + written;
        }
        if (!right) continue;
        if (!keys.insert({cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(key_count)}).second) {
            refuse(record.line, record.columns[static_cast<std::size_t>(column_of[0])], in_file::second_row, {shown});
            continue;
        }
        rows.push_back(std::move(cells));
    }
}

}  // namespace brecha::model
