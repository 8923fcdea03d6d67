// Plans as tables: one table for each entity, a row for each item, whichever plan and list it stands in.
//
// Made by the readers (read_json.hpp), read by assess. A single plan is a batch of one: row p of the root's table is
// plan p.
#pragma once

#include <brecha/codes.hpp>
#include <brecha/grammar/diagnostic.hpp>

#include "messages/message.hpp"
#include "model/ruleset.hpp"
#include "plans/column.hpp"
#include "plans/rest.hpp"
#include "plans/text_hash.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::plans {

/// Texts by number, each once. A plan's pool stands on its schema's, so that equal texts of rules and plans have equal
/// numbers.
class TextPool {
public:
    explicit TextPool(const TextPool* base = nullptr) : base_(base), first_(base ? base->size() : 0) {}
    std::int64_t add(std::string_view text);         // the number of `text`, new or known
    std::int64_t find(std::string_view text) const;  // -1 where it is in neither pool
    std::string_view operator[](std::int64_t id) const;
    std::int64_t size() const { return first_ + static_cast<std::int64_t>(texts_.size()); }

private:
    const TextPool* base_;
    std::int64_t first_;
    std::list<std::string> letters_;       // of the texts, side by side; they stay where they are
    std::vector<std::string_view> texts_;  // into `letters_`
    std::unordered_map<std::string_view, std::int64_t> ids_;
};

/// Where a row stands: the list (or embedded field) that holds it, and its position there.
struct Origin {
    std::int32_t entity = -1;  // of the parent; -1: the root
    std::int32_t field = -1;
    std::uint32_t row = 0;       // the parent's
    std::uint32_t position = 0;  // in the list, from 0
};

/// One field of one entity for all its rows. A plan of few words has a column for every field of its entities, so what
/// only lists have stands apart.
struct FieldColumn {
    Column values;              // a single value, or a single item (row of its entity's table), a row; of lists of
                                // values and of references: one row an element
    RowBits defaulted;          // optional: the value is the vocabulary's default
    std::int32_t list = -1;     // of a field that is a list: which of EntityTable::lists
    bool own_elements = false;  // of a list: its elements are rows of `values`; else of their entity's table

    bool is_list() const { return list >= 0; }
};

static_assert(std::is_trivially_copyable_v<FieldColumn>);  // a table without rows is copied for every plan

/// How values of a kind are stored.
Storage storage_of(model::TypeKind kind);

using Block = std::vector<std::uint64_t>;

/// Copied only while it has no rows: the columns of a copy point into the memory of the first.
struct EntityTable {
    std::size_t rows = 0;
    std::vector<FieldColumn> fields;  // as in model::Entity::fields
    std::vector<ListColumn> lists;    // of those that are lists
    std::vector<Origin> origins;      // none: of plans that are rows of a table, the root's
    std::vector<std::uint32_t> plan;  // which plan each row belongs to
    RowBits key_unusable;             // optional: the key is absent, invalid or not unique in its list
    RowBits not_given;                // optional: the row is a box of a Rest, no item
    Block memory;                     // of what every row has; what only some have is in the plans' storage
    std::size_t capacity = 0;         // rows that `memory` has room for

    Origin origin(std::size_t row) const { return origins.empty() ? Origin() : origins[row]; }
    const ListColumn& list(std::size_t field) const { return lists[static_cast<std::size_t>(fields[field].list)]; }
    ListColumn& list(std::size_t field) { return lists[static_cast<std::size_t>(fields[field].list)]; }
};

struct SchemaIndex;  // schema_index.hpp: what the readers look up, prepared once

/// What a ruleset brings to every plan: its vocabulary, the texts its rules speak of, its tables. One a ruleset,
/// shared.
struct Schema {
    std::shared_ptr<const model::Ruleset> ruleset;
    TextPool texts;
    std::vector<EntityTable> tables;  // by entity index; those of table rows filled, all others empty
    std::vector<Block> storage;       // what the columns of `tables` point into, beside their own memory
    std::shared_ptr<const SchemaIndex> index;
};
std::shared_ptr<const Schema> make_schema(std::shared_ptr<const model::Ruleset> ruleset);

/// The number of a text that stands in a rule (Operation::text), whatever its form there; -1 where no rule of the
/// schema has it.
std::int64_t constant_text(const Schema& schema, std::string_view text);

using brecha::Why;

/// What is known of the statement at one place; `read`, `document`, `page`, `who`, `on`, `as_of`, `kind`, `guessed`
/// come from the nearest place above that states them.
struct Statement {
    std::string read;  // "whole", "part", "" (unmarked)
    std::string document, page, who, on, kind;
    std::string as_of;                     // "2019-05-17", "2019-05", "2019": when the source says it was so …
    std::optional<model::Day> as_of_last;  // … its last day
    std::string note;                      // of exactly this place
    std::optional<Why> why;                // of exactly this place
    bool guessed = false;
    bool guessed_written = false;  // this very place says whether it is guessed, true or false
};

struct Note {
    std::string code;  // "P101"
    grammar::Severity severity = grammar::Severity::warning;
    std::string place;                   // with keys
    std::string pointer;                 // JSON Pointer; empty for other spellings than JSON
    std::uint32_t line = 0, column = 0;  // 0: not known
    messages::Message message, help;
    std::optional<model::Day> only_before;  // said only of an assessment as of an earlier day
};

/// When the sources say that it was so, where a plan's evidence says that: the last day of `as_of`. Holds for
/// everything below its place; the nearest place above prevails.
struct StatementDates {
    std::unordered_map<std::uint64_t, model::Day> items;  // by item_key(): the plan, list elements, embedded items
    std::unordered_map<std::uint64_t, model::Day> cells;  // by cell_key()
    bool empty() const { return items.empty() && cells.empty(); }
};
inline std::uint64_t item_key(std::uint32_t entity, std::uint32_t row) { return std::uint64_t(entity) << 32 | row; }

/// A statement on a slice of a list, for whoever asks what decided.
struct SaidOfSlice {
    struct Condition {
        std::int32_t field = -1;  // of the element's entity; -1: the element itself
        std::vector<Interval> values;
    };
    std::string place;  // "activities[kind=fire]"
    std::vector<Condition> conditions;
    Bounds elements;                       // how many lie in it, given ones too
    std::optional<model::Day> as_of_last;  // the last day of its `as_of`
};

/// What is known of a list by statements on slices of it.
struct KnownOfList {
    struct Cell {
        std::uint32_t entity = 0, field = 0, row = 0;
        bool element = false;
        const Domain* domain = nullptr;
    };
    bool given = false;
    std::int64_t more_least = 0, more_most = 0;
    const Rest* rest = nullptr;
    std::vector<Cell> cells;  // of given elements, of which they say what they are not
    std::vector<SaidOfSlice> said;
};
/// A list of which statements with a day speak. By each of these days, in order: what the statements of later days, and
/// those without one, say alone. From the day of the list itself on, its elements are forgotten.
struct AgingList {
    std::uint32_t entity = 0, field = 0, row = 0;
    std::vector<std::pair<model::Day, KnownOfList>> later;
};

struct HumanJudgement {
    std::string requirement, part, subject;  // part and subject empty where there are none
    std::optional<bool> answer;              // nothing: counts as missing (the question has changed, no answer)
    std::string who, on;
};

/// What belongs to one plan of a batch, beside its rows.
struct PlanRecord {
    std::string name;
    TextHash sha256;
    std::vector<Note> notes;  // in order of place in the text
    std::vector<HumanJudgement> judgements;
    std::map<std::string, Statement, std::less<>> statements;  // as written, by normalised place; see statement_at
};

struct Plans {
    std::shared_ptr<const Schema> schema;
    TextPool texts;
    std::vector<EntityTable> tables;  // by entity index; without fields where there never was a row: table()
    std::size_t count = 0;            // of plans
    std::vector<PlanRecord> records;  // by plan; none where nothing is to be said of any (arrow/cells.hpp)
    std::unordered_map<std::uint64_t, Why> whys;  // why a cell has no value (cell_key), where it is not just not_stated
    StatementDates dates;
    std::unordered_map<std::uint64_t, std::vector<SaidOfSlice>> slices;  // by cell_key() of the list
    std::vector<AgingList> aging_lists;
    std::vector<Block> storage;      // what the columns of `tables` point into, beside their own memory
    std::list<Rest> rests;           // what list columns point to
    std::list<KnownValues> domains;  // what columns point to

    const EntityTable& table(std::uint32_t entity) const {
        return tables[entity].fields.empty() ? schema->tables[entity] : tables[entity];
    }
};

/// Names one cell: a field of a row, or one element of a list field with own_elements (`element`: its row in
/// FieldColumn::values).
std::uint64_t cell_key(std::uint32_t entity, std::uint32_t field, std::uint32_t row, bool element = false);
Why why_missing(const Plans& plans, std::uint32_t entity, std::uint32_t field, std::uint32_t row, bool element = false);

/// "agencies/ict/letter_signed_on": written with keys; `[n]` where there is no usable key; "" is the plan. Keys escape
/// ~ as ~0, / as ~1.
std::string place_of_item(const Plans& plans, std::uint32_t entity, std::uint32_t row);
std::string place_of_field(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::uint32_t field);
std::string place_of_element(const Plans& plans, std::uint32_t entity, std::uint32_t row, std::uint32_t field,
                             std::uint32_t element);
/// The key of an item as text ("ict", "CR,2016"), or "[3]".
std::string key_text(const Plans& plans, std::uint32_t entity, std::uint32_t row);

/// The statement on a place: its own keys, and those it inherits.
Statement statement_at(const PlanRecord& record, std::string_view place);

/// One value of a column as a reader sees it, in `language`: a label, "12", "3 to 5", "30%", "2024-05-01", "May 2024"
/// stays a range of dates. `listed`: as one of several that are enumerated.
std::string value_text(const Plans& plans, const model::Type& type, const Column& column, std::size_t row,
                       std::string_view language, bool listed = false);

}  // namespace brecha::plans
