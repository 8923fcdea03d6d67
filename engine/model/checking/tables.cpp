// Tables that come with a ruleset: an entity of their own for their rows, and the rows, from the text or from a CSV
// file.
#include "model/checking/checker.hpp"
#include "model/checking/csv.hpp"
#include "model/checking/words.hpp"
#include "model/thousands.hpp"

#include "messages/catalogue/tables.hpp"
#include "text/characters.hpp"
#include "text/entering.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

namespace in_file = messages::catalogue::tables;
using syntax::ExpressionKind;

namespace {

bool all_digits(std::string_view text, std::size_t from, std::size_t count) {
    for (std::size_t i = from; i < from + count; ++i)
        if (i >= text.size() || text[i] < '0' || text[i] > '9') return false;
    return true;
}

/// "2024" or "2024-05": known within bounds, as in a plan.
bool partial_date(std::string_view text) {
    if (text.size() == 4) return all_digits(text, 0, 4);
    return text.size() == 7 && all_digits(text, 0, 4) && text[4] == '-' && all_digits(text, 5, 2) &&
           text.substr(5) >= "01" && text.substr(5) <= "12";
}

}  // namespace

void Checker::declare_table(const syntax::Table& node, std::uint16_t file, const std::string& ruleset) {
    declare_global(node.name, Global::Kind::table, static_cast<std::uint32_t>(ruleset_.tables.size()), file, ruleset);
    Table table;
    table.name = node.name.text;
    table.entity = static_cast<std::uint32_t>(ruleset_.vocabulary.entities.size());
    table.single_value = node.type.has_value();
    Entity entity;
    entity.name = node.name.text;
    entity.table_row = true;
    ruleset_.vocabulary.entities.push_back(std::move(entity));
    entity_places_.push_back({file, node.name.span});
    field_places_.emplace_back();

    for (std::size_t column = 0; column < node.keys.size(); ++column) {
        Field field;
        field.name = node.keys[column].word.text;
        field.type = column_type(node, column, file);
        const Place where{file, node.keys[column].word.span};
        if (field.type.list || field.type.kind == TypeKind::item) report_.error(catalogue::table_key_type, where);
        const bool banded = node.keys[column].banded;
        if (banded) {
            const bool ordered = field.type.kind == TypeKind::number || field.type.kind == TypeKind::percent ||
                                 field.type.kind == TypeKind::date || field.type.kind == TypeKind::moment ||
                                 field.type.kind == TypeKind::duration || field.type.kind == TypeKind::nothing ||
                                 (field.type.kind == TypeKind::enumeration &&
                                  ruleset_.vocabulary.enumerations[static_cast<std::size_t>(field.type.of)].ordered);
            if (!ordered) report_.error(catalogue::banded_without_order, where, {describe(field.type)});
            if (std::find(table.banded.begin(), table.banded.end(), true) != table.banded.end())
                report_.error(catalogue::banded_twice, where);
        }
        table.banded.push_back(banded);
        Entity& own = ruleset_.vocabulary.entities[table.entity];
        own.key.push_back(static_cast<std::uint32_t>(own.fields.size()));
        own.add_field(std::move(field));
        field_places_[table.entity].push_back(where);
    }
    if (node.type) {
        Field field;
        field.name = "value";
        field.type = resolve_type(*node.type, file, node.name.text).type;
        ruleset_.vocabulary.entities[table.entity].add_field(std::move(field));
        field_places_[table.entity].push_back({file, node.type->span});
    } else {
        add_fields(table.entity, node.fields, file);
    }
    ruleset_.tables.push_back(std::move(table));
    table_work_.push_back({&node, file});
}

Type Checker::column_type(const syntax::Table& node, std::size_t column, std::uint16_t file) {
    const syntax::TableColumn& stated = node.keys[column];
    if (stated.type) return resolve_type(*stated.type, file, node.name.text + "." + stated.word.text).type;
    const std::string& word = stated.word.text;
    Type type;
    // The word says it: a country, an enumeration …
    if (word == "country") {
        type.kind = TypeKind::enumeration;
        type.of = country_enumeration;
        return type;
    }
    if (const std::int32_t enumeration = enumeration_named(word); enumeration >= 0) {
        type.kind = TypeKind::enumeration;
        type.of = enumeration;
        return type;
    }
    // … or the fields of that name, where they are of one kind …
    bool first = true, same = true;
    for (const Entity& entity : ruleset_.vocabulary.entities)
        if (const int index = entity.field_of(word); index >= 0 && !entity.table_row) {
            const Type& one = entity.fields[static_cast<std::size_t>(index)].type;
            if (one.list || one.kind == TypeKind::item || one.kind == TypeKind::nothing) continue;
            if (first) type = one;
            else same = same && one.kind == type.kind && one.of == type.of && one.unit == type.unit;
            first = false;
        }
    if (!first && same) return type;
    // … or the rows.
    type = Type{};
    if (word == "year") {
        type.kind = TypeKind::number;
        type.integer = true;
        return type;
    }
    std::vector<std::string> words;
    std::optional<ExpressionKind> kind;
    bool whole = true;
    for (const syntax::TableRow& row : node.rows)
        if (column < row.keys.size()) {
            const syntax::Literal& literal = row.keys[column];
            if (kind && *kind != literal.kind) same = false;
            kind = literal.kind;
            if (literal.text.find('.') != std::string::npos) whole = false;
            words.push_back(literal.text);
        }
    if (kind && first) {
        switch (*kind) {
            case ExpressionKind::number:
                type.kind = TypeKind::number;
                type.integer = whole;
                return type;
            case ExpressionKind::text: type.kind = TypeKind::text; return type;
            case ExpressionKind::date: type.kind = TypeKind::date; return type;
            case ExpressionKind::percent: type.kind = TypeKind::percent; return type;
            case ExpressionKind::duration: type.kind = TypeKind::duration; return type;
            case ExpressionKind::yes_no: type.kind = TypeKind::yes_no; return type;
            case ExpressionKind::name: {
                const std::vector<std::int32_t> candidates = enumerations_with(words);
                if (candidates.size() == 1) {
                    type.kind = TypeKind::enumeration;
                    type.of = candidates.front();
                    return type;
                }
                break;
            }
            default: break;
        }
    }
    report_.error(catalogue::column_without_type, {file, stated.word.span}, {word});
    return type;
}

std::optional<std::string> Checker::cell_from_text(const std::string& written_text, const Type& type,
                                                   bool& right) const {
    const std::string text = text::entered(written_text);
    right = true;
    if (text.empty()) return std::nullopt;
    switch (type.kind) {
        case TypeKind::text: return json_text(text);
        case TypeKind::yes_no:
            if (text == "yes" || text == "true") return "true";
            if (text == "no" || text == "false") return "false";
            break;
        case TypeKind::number: {
            const std::optional<Decimal> value = decimal_from_text(text);
            if (value && *value >= 0 && (!type.integer || *value % decimal_one == 0)) return decimal_to_text(*value);
            break;
        }
        case TypeKind::percent: {
            std::string number = text;
            if (number.ends_with('%')) number = text::entered(number.substr(0, number.size() - 1));
            const std::optional<Decimal> value = decimal_from_text(number);
            if (value && *value >= 0) return json_text(decimal_to_text(*value) + "%");
            break;
        }
        case TypeKind::date:
            if (day_from_text(text) || partial_date(text)) return json_text(text);
            break;
        case TypeKind::moment:
            if (moment_from_text(text)) return json_text(text);
            break;
        case TypeKind::duration:
            if (duration_from_text(text)) return json_text(text);
            break;
        case TypeKind::enumeration: {
            const Enumeration& enumeration = ruleset_.vocabulary.enumerations[static_cast<std::size_t>(type.of)];
            if (enumeration.index_of(text) >= 0) return json_text(text);
            if (type.of == country_enumeration)
                if (const std::string_view code = country_from_alpha3(text); !code.empty())
                    return json_text(std::string(code));
            break;
        }
        case TypeKind::nothing: return std::nullopt;
        case TypeKind::item: break;
    }
    right = false;
    return std::nullopt;
}

void Checker::fill_table(std::uint32_t index) {
    const syntax::Table& node = *table_work_[index].node;
    const std::uint16_t file = table_work_[index].file;
    file_ = file;
    if (node.cite) (void)citation(*node.cite, file);
    const Entity entity = ruleset_.vocabulary.entities[ruleset_.tables[index].entity];
    Table& table = ruleset_.tables[index];
    const std::size_t key_count = entity.key.size();
    std::set<std::vector<std::string>> keys;
    const auto add_row = [&](std::vector<std::string> row, Place where, const std::string& shown) {
        if (!keys.insert({row.begin(), row.begin() + static_cast<std::ptrdiff_t>(key_count)}).second) {
            report_.error(catalogue::rows_of_one_key, where, {table.name, shown});
            return;
        }
        table.rows.push_back(std::move(row));
    };
    for (const Field& field : entity.fields)
        if (field.type.list || field.type.kind == TypeKind::item)
            report_.error(catalogue::column_of_many, entity_places_[table.entity], {field.name, table.name});
    if (!node.from) {
        for (const syntax::TableRow& row : node.rows) {
            const Place where{file, row.span};
            const std::size_t value_count = entity.fields.size() - key_count;
            if (row.keys.size() != key_count || row.values.size() > value_count) {
                if (row.keys.size() != key_count)
                    report_.error(catalogue::row_keys, where, {table.name, key_count, row.keys.size()});
                else report_.error(catalogue::row_values, where, {table.name, value_count, row.values.size()});
                continue;
            }
            std::vector<std::string> cells(entity.fields.size());
            std::string shown;
            for (std::size_t i = 0; i < row.keys.size(); ++i) {
                cells[i] = cell(row.keys[i], entity.fields[i].type, file).value_or("");
                shown += (shown.empty() ? "" : ", ") + row.keys[i].text;
            }
            for (std::size_t i = 0; i < row.values.size(); ++i)
                cells[key_count + i] = cell(row.values[i], entity.fields[key_count + i].type, file).value_or("");
            add_row(std::move(cells), where, shown);
        }
        return;
    }
    fill_from_file(index, entity, keys);
}

void Checker::fill_from_file(std::uint32_t index, const Entity& entity, std::set<std::vector<std::string>>& keys) {
    const syntax::Table& node = *table_work_[index].node;
    const std::uint16_t file = table_work_[index].file;
    Table& table = ruleset_.tables[index];
    const std::size_t key_count = entity.key.size();
    const Place where{file, node.from->span};
    FileText read;
    if (options_.read_data != nullptr) read = options_.read_data(files_[file]->name, node.from->text, options_.context);
    if (read.trouble != FileTrouble::none) {
        FileMessage told = message_of(read.trouble, node.from->text);
        report_.error(in_file::not_utf8.code, where, std::move(told.message), std::move(told.help));
        return;
    }
    const std::string& text = read.text;
    // What is said of a line stands behind its place, and once for all lines of which it is said.
    const auto say_at = [&](bool error, std::size_t line, std::size_t column, const messages::Entry& entry,
                            std::vector<messages::Argument> arguments) {
        const messages::Message message(entry.message, arguments);
        const std::string cause = "csv " + node.from->text + message.in("en");
        if (report_.again(cause, where)) return;
        messages::Message placed(in_file::at_place, {node.from->text, line, column, message});
        messages::Message help(entry.help, std::move(arguments));
        if (error) report_.error(entry.code, where, std::move(placed), std::move(help), {}, cause);
        else report_.warning(entry.code, where, std::move(placed), std::move(help), cause);
    };
    const auto refuse = [&](std::size_t line, std::size_t column, const messages::Entry& entry,
                            std::vector<messages::Argument> arguments = {}) {
        say_at(true, line, column, entry, std::move(arguments));
    };
    if (const std::size_t broken = text::first_broken_byte(text); broken != std::string::npos) {
        const grammar::Position position = grammar::position_of(text, static_cast<std::uint32_t>(broken));
        refuse(position.line, position.column, in_file::not_utf8);
        return;
    }
    const Csv csv = read_csv(text);
    data_.push_back(node.name.text + '\0' + text);
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
            const std::optional<std::string> value = cell_from_text(written, type, right);
            if (!right) {
                refuse(record.line, record.columns[column], in_file::no_value, {written, name, describe(type)});
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
        table.rows.push_back(std::move(cells));
    }
}

void Checker::warn_of_thousands(const std::string& written, Place where) {
    report_.warning(
        in_file::thousands, where,
        {written, decimal_to_text(decimal_from_text(written).value_or(0)), thousands_of(written).value_or("")});
}

}  // namespace brecha::model
