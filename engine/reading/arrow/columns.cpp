#include "reading/arrow/columns.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace brecha::reading::arrow {

namespace {

/// The struct that a column's items are, below lists and dictionaries; null where it is none.
const ArrowSchema* items_in(const ArrowSchema& schema) {
    const ArrowSchema* inner = &schema;
    for (;;) {
        if (inner->dictionary != nullptr) inner = inner->dictionary;
        switch (type_of(*inner).kind) {
            case Kind::object: return inner;
            case Kind::list:
            case Kind::list_view:
            case Kind::fixed_list: inner = inner->children[0]; break;
            default: return nullptr;
        }
    }
}

/// Is it made of what no plan can hold, whatever the rows say?
bool is_unreadable(const ArrowSchema& schema) {
    if (schema.dictionary != nullptr) return is_unreadable(*schema.dictionary);
    const Kind kind = type_of(schema).kind;
    if (kind == Kind::list || kind == Kind::list_view || kind == Kind::fixed_list)
        return is_unreadable(*schema.children[0]);
    return kind == Kind::other;
}

const ArrowSchema& values_of(const ArrowSchema& schema) {
    return schema.dictionary == nullptr ? schema : *schema.dictionary;
}

/// Can a value of Arrow's kind be one of the field, a single one or an element?
bool can_be(Kind kind, const plans::PlanField& field) {
    using model::TypeKind;
    const bool is_text = kind == Kind::text || kind == Kind::text_view;
    const bool is_number = kind == Kind::integer || kind == Kind::floating || kind == Kind::decimal;
    if (kind == Kind::nothing) return true;
    if (field.owned) return kind == Kind::object;
    switch (field.kind) {
        case TypeKind::yes_no: return is_text || kind == Kind::truth;
        case TypeKind::number: return is_number || kind == Kind::object;  // an object: within bounds
        case TypeKind::percent: return is_number || is_text || kind == Kind::object;
        case TypeKind::date: return is_text || kind == Kind::date || kind == Kind::moment || kind == Kind::object;
        case TypeKind::moment: return is_text || kind == Kind::moment || kind == Kind::object;
        case TypeKind::duration: return is_text || kind == Kind::duration || kind == Kind::object;
        case TypeKind::item: return is_text || is_number;
        default: return is_text;
    }
}

std::optional<Misfit> misfit(const ArrowSchema& schema, const plans::PlanField& field) {
    const ArrowSchema& values = values_of(schema);
    const Kind kind = type_of(values).kind;
    if (!field.list) return can_be(kind, field) ? std::nullopt : std::optional(Misfit{{}, 0, 0, kind, false});
    const bool is_list = kind == Kind::list || kind == Kind::list_view || kind == Kind::fixed_list;
    if (!is_list) return kind == Kind::nothing ? std::nullopt : std::optional(Misfit{{}, 0, 0, kind, false});
    const Kind element = type_of(values_of(*values.children[0])).kind;
    return can_be(element, field) ? std::nullopt : std::optional(Misfit{{}, 0, 0, element, true});
}

class Mapping {
public:
    Mapping(const plans::SchemaIndex& index, Columns& columns) : index_(index), columns_(columns) {}

    std::vector<Member> members(const ArrowSchema& object, std::uint32_t entity_index, const std::string& above) {
        const plans::PlanEntity& entity = index_.entities[entity_index];
        std::vector<Member> result;
        std::unordered_set<std::string_view> names;
        for (std::int64_t child = 0; child < object.n_children; ++child) {
            const ArrowSchema& schema = *object.children[child];
            Member member;
            member.child = static_cast<std::size_t>(child);
            member.name = schema.name == nullptr ? "" : schema.name;
            member.field = entity.find(member.name);
            const std::string place = above.empty() ? member.name : above + '/' + member.name;
            const bool reserved = above.empty() && (member.name == "evidence" || member.name == "judgements");
            if (member.field < 0 && !reserved) {
                if (!above.empty() || columns_.name != member.child) leave_out({place, member.name, entity_index, {}});
                continue;
            }
            if (is_unreadable(schema)) {
                leave_out({place, member.name, entity_index, schema.format});
                continue;
            }
            if (member.field >= 0) {
                if (auto found = misfit(schema, entity.fields[static_cast<std::size_t>(member.field)])) {
                    found->place = place;
                    found->entity = entity_index;
                    found->field = static_cast<std::uint32_t>(member.field);
                    columns_.misfits.push_back(*std::move(found));
                }
            }
            if (member.field >= 0 && entity.fields[static_cast<std::size_t>(member.field)].owned)
                if (const ArrowSchema* items = items_in(schema))
                    member.members = members(*items, entity.fields[static_cast<std::size_t>(member.field)].of, place);
            columns_.twice =
                columns_.twice || !names.insert(schema.name == nullptr ? std::string_view() : schema.name).second;
            result.push_back(std::move(member));
        }
        return result;
    }

private:
    const plans::SchemaIndex& index_;
    Columns& columns_;

    void leave_out(LeftOut column) { columns_.left_out.push_back(std::move(column)); }
};

}  // namespace

Columns columns_of(const ArrowSchema& schema, const plans::SchemaIndex& index, std::uint32_t root,
                   const std::optional<std::string>& name) {
    Columns columns;
    const bool looked_for = name || index.entities[root].find("plan") < 0;
    const std::string wanted = name.value_or("plan");
    for (std::int64_t child = 0; looked_for && child < schema.n_children; ++child)
        if (schema.children[child]->name != nullptr && schema.children[child]->name == wanted)
            columns.name = static_cast<std::size_t>(child);
    columns.members = Mapping(index, columns).members(schema, root, {});
    return columns;
}

}  // namespace brecha::reading::arrow
