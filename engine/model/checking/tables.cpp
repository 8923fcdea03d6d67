#include "model/checking/tables.hpp"

#include "limits/watch.hpp"
#include "messages/catalogue/checking_declarations.hpp"
#include "model/checking/field_value.hpp"
#include "model/checking/table_file.hpp"

#include <algorithm>
#include <set>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

/// The type of a key column: stated, or what its name or its cells say.
Type column_type(const syntax::Table& node, std::size_t column, const FileContext& file, Types& types,
                 Diagnostics& diagnostics) {
    const syntax::TableColumn& stated = node.keys[column];
    if (stated.type) return types.resolve(*stated.type, file, node.name.text + "." + stated.word.text).type;
    const std::string& word = stated.word.text;
    Type type;
    // The word says it: a country, an enumeration …
    if (word == "country") {
        type.kind = TypeKind::enumeration;
        type.of = country_enumeration;
        return type;
    }
    if (const std::int32_t enumeration = types.enumeration_named(word); enumeration >= 0) {
        type.kind = TypeKind::enumeration;
        type.of = enumeration;
        return type;
    }
    // … or the fields of that name, where they are of one kind …
    bool first = true, same = true;
    for (const Entity& entity : types.vocabulary().entities)
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
                const std::vector<std::int32_t> candidates = types.enumerations_with(words);
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
    diagnostics.error(catalogue::column_without_type, file.at(stated.word), {word});
    return type;
}

}  // namespace

void declare_table(const Found<syntax::Table>& found, const std::string& ruleset, Environment& environment) {
    const auto& [written, file] = found;
    const syntax::Table& node = *written;
    Types& types = environment.types;
    Diagnostics& diagnostics = environment.diagnostics;
    std::vector<Table>& tables = environment.ruleset.tables;
    declare_global(node.name, Global::Kind::table, static_cast<std::uint32_t>(tables.size()), file, ruleset,
                   environment);
    Entity row;
    row.name = node.name.text;
    row.table_row = true;
    const std::int32_t entity = types.add_entity(std::move(row), file.at(node.name));
    Table table;
    table.name = node.name.text;
    table.entity = static_cast<std::uint32_t>(entity);
    table.single_value = node.type != nullptr;

    for (std::size_t column = 0; column < node.keys.size(); ++column) {
        Field field;
        field.name = node.keys[column].word.text;
        field.type = column_type(node, column, file, types, diagnostics);
        const Location where = file.at(node.keys[column].word);
        if (field.type.list || field.type.kind == TypeKind::item) diagnostics.error(catalogue::table_key_type, where);
        const bool banded = node.keys[column].banded;
        if (banded) {
            const bool ordered = field.type.kind == TypeKind::number || field.type.kind == TypeKind::percent ||
                                 field.type.kind == TypeKind::date || field.type.kind == TypeKind::moment ||
                                 field.type.kind == TypeKind::duration || field.type.kind == TypeKind::nothing ||
                                 (field.type.kind == TypeKind::enumeration && types.enumeration(field.type.of).ordered);
            if (!ordered) diagnostics.error(catalogue::banded_without_order, where, {types.describe(field.type)});
            if (std::find(table.banded.begin(), table.banded.end(), true) != table.banded.end())
                diagnostics.error(catalogue::banded_twice, where);
        }
        table.banded.push_back(banded);
        Entity& own = types.entity(entity);
        own.key.push_back(static_cast<std::uint32_t>(own.fields.size()));
        types.add_field(entity, std::move(field), where);
    }
    if (node.type) {
        Field field;
        field.name = "value";
        field.type = types.resolve(*node.type, file, node.name.text).type;
        types.add_field(entity, std::move(field), file.at(node.type->span));
    } else {
        types.add_fields(entity, node.fields, file);
    }
    tables.push_back(std::move(table));
    environment.declarations.tables.push_back(found);
}

void fill_table(std::uint32_t index, Environment& environment, const CheckOptions& options) {
    const auto& [written, file] = environment.declarations.tables[index];
    const syntax::Table& node = *written;
    Diagnostics& diagnostics = environment.diagnostics;
    if (node.cite) (void)citation(*node.cite, file, environment);
    Table& table = environment.ruleset.tables[index];
    const auto entity_index = static_cast<std::int32_t>(table.entity);
    const Entity& entity = environment.types.entity(entity_index);  // no entity is added any more
    const std::size_t key_count = entity.key.size();
    for (const Field& field : entity.fields)
        if (field.type.list || field.type.kind == TypeKind::item)
            diagnostics.error(catalogue::column_of_many, environment.types.place_of(entity_index),
                              {field.name, table.name});
    if (node.from) {
        read_table_file(environment.declarations.tables[index], entity, table.rows, environment, options);
        return;
    }
    const auto value = [&, &file = file](const syntax::Literal& literal, const Field& field) {
        return field_value(literal, field.type, file, environment.types, diagnostics).value_or("");
    };
    std::set<std::vector<std::string>> keys;
    for (const syntax::TableRow& row : node.rows) {
        limits::step();
        const Location where = file.at(row.span);
        const std::size_t value_count = entity.fields.size() - key_count;
        if (row.keys.size() != key_count || row.values.size() > value_count) {
            if (row.keys.size() != key_count)
                diagnostics.error(catalogue::row_keys, where, {table.name, key_count, row.keys.size()});
            else diagnostics.error(catalogue::row_values, where, {table.name, value_count, row.values.size()});
            continue;
        }
        std::vector<std::string> cells(entity.fields.size());
        std::string shown;
        for (std::size_t i = 0; i < row.keys.size(); ++i) {
            cells[i] = value(row.keys[i], entity.fields[i]);
            shown += (shown.empty() ? "" : ", ") + row.keys[i].text;
        }
        for (std::size_t i = 0; i < row.values.size(); ++i)
            cells[key_count + i] = value(row.values[i], entity.fields[key_count + i]);
        if (keys.insert({cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(key_count)}).second)
            table.rows.push_back(std::move(cells));
        else diagnostics.error(catalogue::rows_of_one_key, where, {table.name, shown});
    }
}

}  // namespace brecha::model
