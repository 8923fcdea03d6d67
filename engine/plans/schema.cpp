// What a ruleset brings to every plan, prepared: its vocabulary, the texts of its rules, the rows of its tables.
#include "limits/watch.hpp"
#include "plans/schema_index.hpp"
#include "plans/table_storage.hpp"
#include "text/entering.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace brecha::plans {

namespace {

using model::Expression;
using model::TypeKind;

void add_texts(TextPool& pool, const Expression& expression) {
    if (expression.operation == model::Operation::text) pool.add(text::entered(expression.text));
    for (const Expression& operand : expression.operands) add_texts(pool, operand);
}

void add_texts(TextPool& pool, const model::Ruleset& ruleset) {
    for (const model::Parameter& parameter : ruleset.parameters)
        for (const model::DatedValue& one : parameter.values) add_texts(pool, one.value);
    for (const model::Definition& definition : ruleset.definitions) add_texts(pool, definition.body);
    const auto add_messages = [&](const std::vector<model::Message>& messages) {
        for (const model::Message& message : messages)
            for (const model::Template& text : message.templates)
                for (const model::Piece& piece : text.pieces)
                    if (piece.value) add_texts(pool, *piece.value);
    };
    for (const model::Requirement& requirement : ruleset.requirements) {
        for (const model::Subject& subject : requirement.subjects) {
            add_texts(pool, subject.list);
            if (subject.condition) add_texts(pool, *subject.condition);
        }
        for (const model::When& when : requirement.conditions) add_texts(pool, when.condition);
        for (const model::Let& let : requirement.lets) add_texts(pool, let.value);
        for (const model::Clause& clause : requirement.clauses) add_texts(pool, clause.condition);
        add_messages(requirement.gaps);
        add_messages(requirement.remedies);
    }
}

/// A default or a table's cell, written as JSON; what is no JSON counts as the text itself.
Read read_literal(ValueReader& reader, const PlanEntity& entity, const PlanField& field, const std::string& written,
                  Value& value) {
    std::optional<Remark> remark;
    const auto read = [&](Node::Kind kind, std::string_view text, bool truth = false) {
        Node node;
        node.kind = kind;
        node.text = text;
        node.truth = truth;
        return reader.node(entity, field, node, value, remark);
    };
    const nlohmann::json json = nlohmann::json::parse(written, nullptr, false);
    if (json.is_null()) return Read::absent;
    if (json.is_boolean()) return read(Node::Kind::truth, {}, json.get<bool>());
    if (json.is_string()) return read(Node::Kind::text, json.get_ref<const std::string&>());
    if (json.is_number() && read(Node::Kind::number, written) == Read::value) return Read::value;
    return read(Node::Kind::text, written);
}

void make_empty_table(PlanEntity& entity) {
    for (const PlanField& field : entity.fields) {
        FieldColumn& column = entity.empty.fields.emplace_back();
        column.values.storage = field.storage;
        if (field.list) {
            column.list = static_cast<std::int32_t>(entity.empty.lists.size());
            column.own_elements = !field.owned;
            entity.empty.lists.emplace_back();
        } else {
            ++(field.storage == Storage::truth     ? entity.truths
               : field.storage == Storage::integer ? entity.integers
                                                   : entity.decimals);
        }
    }
}

std::shared_ptr<SchemaIndex> make_index(const model::Vocabulary& vocabulary) {
    auto index = std::make_shared<SchemaIndex>();
    index->entities.reserve(vocabulary.entities.size());
    for (const model::Entity& entity : vocabulary.entities) {
        PlanEntity& made = index->entities.emplace_back();
        made.entity = &entity;
        made.fields.reserve(entity.fields.size());
        made.by_name.reserve(entity.fields.size());
        made.names.reserve(entity.fields.size());
        for (std::size_t i = 0; i < entity.fields.size(); ++i) {
            const model::Field& field = entity.fields[i];
            PlanField& plan_field = made.fields.emplace_back();
            plan_field.field = &field;
            plan_field.kind = field.type.kind;
            plan_field.storage = storage_of(field.type.kind);
            plan_field.list = field.type.list;
            plan_field.reference = field.type.kind == TypeKind::item && field.reference;
            plan_field.owned = field.type.kind == TypeKind::item && !field.reference;
            plan_field.integer = field.type.integer;
            plan_field.of = static_cast<std::uint32_t>(field.type.of);
            if (field.type.kind == TypeKind::number && field.type.unit >= 0)
                plan_field.factor = vocabulary.units[static_cast<std::size_t>(field.type.unit)].factor;
            plan_field.plain_number =
                plan_field.kind == TypeKind::number && !plan_field.list && plan_field.factor == model::decimal_one;
            made.by_name.emplace(field.name, static_cast<std::uint32_t>(i));
            made.names.push_back(field.name);
            if (plan_field.list) made.has_lists = true;
            if (field.dated >= 0) made.dated.push_back(static_cast<std::uint32_t>(i));
            if (plan_field.list && !plan_field.owned) {
                plan_field.elements = static_cast<std::uint32_t>(index->element_fields.size());
                index->element_fields.emplace_back(static_cast<std::uint32_t>(index->entities.size() - 1),
                                                   static_cast<std::uint32_t>(i));
            }
        }
    }
    for (PlanEntity& entity : index->entities) {
        for (const std::string& name : entity.names) entity.joined_names += name;
        std::size_t begin = 0;
        entity.keys.reserve(entity.names.size());
        for (const std::string& name : entity.names) {
            entity.keys.push_back(std::string_view(entity.joined_names).substr(begin, name.size()));
            begin += name.size();
        }
    }
    for (const PlanEntity& entity : index->entities)
        for (const PlanField& field : entity.fields)
            if (field.reference) index->entities[field.of].referred = true;
    for (PlanEntity& entity : index->entities) make_empty_table(entity);
    return index;
}

void add_table_rows(Schema& schema, const model::Table& source, ValueReader& reader, std::vector<Mark>& marks) {
    const PlanEntity& entity = schema.index->entities[source.entity];
    EntityTable& table = schema.tables[source.entity];
    lay_out(table, entity, source.rows.size());
    for (const std::vector<std::string>& cells : source.rows) {
        limits::step();
        const std::uint32_t row = static_cast<std::uint32_t>(table.rows++);
        table.origins.push_back({-1, -1, 0, row});
        table.plan.push_back(0);
        for (std::uint32_t field_index = 0; field_index < entity.fields.size(); ++field_index) {
            const PlanField& field = entity.fields[field_index];
            if (field.list || field.kind == TypeKind::item)
                continue;  // a table's cells are single values, and refer to no plan
            Value value;
            const bool written = field_index < cells.size() && !cells[field_index].empty();
            const Read read = written ? read_literal(reader, entity, field, cells[field_index], value) : Read::absent;
            if (read == Read::absent && field.initial) {
                value = *field.initial;
                marks.push_back({Mark::Kind::defaulted, false, source.entity, field_index, row});
            } else if (read != Read::value) {
                continue;
            }
            store(table.fields[field_index].values, row, value);
            if (value.within_bounds)
                marks.push_back({Mark::Kind::high, false, source.entity, field_index, row,
                                 field.storage == Storage::decimal ? value.decimal_high : value.integer_high});
        }
    }
}

}  // namespace

Storage storage_of(model::TypeKind kind) {
    switch (kind) {
        case TypeKind::yes_no: return Storage::truth;
        case TypeKind::number:
        case TypeKind::percent: return Storage::decimal;
        default: return Storage::integer;
    }
}

std::int64_t constant_text(const Schema& schema, std::string_view text) {
    return schema.texts.find(text::entered(text));
}

std::shared_ptr<const Schema> make_schema(std::shared_ptr<const model::Ruleset> ruleset) {
    auto schema = std::make_shared<Schema>();
    schema->ruleset = std::move(ruleset);
    const model::Vocabulary& vocabulary = schema->ruleset->vocabulary;
    add_texts(schema->texts, *schema->ruleset);

    const std::shared_ptr<SchemaIndex> index = make_index(vocabulary);
    schema->index = index;
    ValueReader reader(vocabulary, *index, schema->texts);
    for (PlanEntity& entity : index->entities)
        for (std::uint32_t i = 0; i < entity.fields.size(); ++i) {
            PlanField& field = entity.fields[i];
            if (!field.field->initial || field.list || field.kind == TypeKind::item) continue;
            Value value;
            if (read_literal(reader, entity, field, *field.field->initial, value) != Read::value) continue;
            field.initial = value;
            entity.with_initial.push_back(i);
        }

    for (const PlanEntity& entity : index->entities) schema->tables.push_back(entity.empty);
    std::vector<Mark> marks;
    for (const model::Table& table : schema->ruleset->tables) add_table_rows(*schema, table, reader, marks);
    finish_tables(schema->tables, marks, schema->storage);
    return schema;
}

}  // namespace brecha::plans
