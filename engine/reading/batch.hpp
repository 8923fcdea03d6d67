// A batch of plans while it is read: the tables as far as they have grown, and what is still open of the plan at hand.
//
// The order of a plan's reading: CellReader or read_whole() appends its cells; finish_plan() then settles what
// depends on the whole plan: keys, evidence, references, what silence means, defaults, judgements, notes. Nothing of
// this outlives read_plans().
#pragma once

#include "plans/places.hpp"
#include "plans/read_value.hpp"
#include "plans/schema_index.hpp"
#include "plans/table_storage.hpp"
#include "reading/read_plans.hpp"

#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::reading {

struct Cell {
    std::uint32_t entity = 0, field = 0, row = 0;
    bool element = false;  // `row` is one of the list's elements
    bool operator==(const Cell&) const = default;
    std::uint64_t key() const { return cell_key(entity, field, row, element); }
};

/// A note before its place is known in words: keys may come after what they name.
struct PendingNote {
    Remark remark;
    std::uint32_t spot = 0;
    std::optional<Place> place;
    std::string unknown;                         // a field of that place that the vocabulary does not know
    std::string written_place, written_pointer;  // where `place` is none
};

/// A reference as written, until finish_plan() finds what it points to.
struct Reference {
    Cell cell;
    std::uint32_t parent_row = 0;  // the row whose field it stands in
    std::int64_t text = 0;
    std::uint32_t spot = 0;
};

struct ElementStore {
    std::size_t capacity = 0;
    Block block;
    std::vector<std::uint32_t> parents;  // which row's list each element stands in; of the plan at hand
    std::size_t begin = 0;               // first element of the plan at hand
};

class Batch {
public:
    Batch(std::shared_ptr<const Schema> schema, std::size_t plan_count);

    // --- the batch
    std::shared_ptr<const Schema> schema;
    const model::Vocabulary& vocabulary;
    const SchemaIndex& index;
    std::shared_ptr<Plans> plans;
    ValueReader values;
    std::vector<ElementStore> elements;  // by PlanField::elements
    std::vector<Mark> marks;

    // --- the plan at hand
    std::string_view text;                             // what spots are bytes of …
    const std::vector<Position>* positions = nullptr;  // … or where they stand, for plans that are no JSON text
    std::uint32_t plan = 0;
    struct Items {
        std::uint32_t begin = 0;           // their first row
        std::vector<std::uint32_t> spots;  // of each from there on
    };
    std::vector<Items> items;  // by entity
    std::size_t mark_begin = 0;
    std::vector<PendingNote> notes;
    std::size_t notes_left_out = 0;
    std::map<std::pair<std::uint32_t, std::string>, std::pair<std::size_t, std::size_t>>
        unknown_fields;  // entity, name -> its note, how often
    std::vector<Reference> references;
    std::unordered_map<std::uint64_t, Why> whys;
    const Node* evidence = nullptr;  // in the plan's tree, like judgements
    const Node* judgements = nullptr;

    void begin_plan(const PlanSource& source);
    /// Takes back all rows of the plan at hand.
    void roll_back();
    /// Lays out what the plans' tables have become.
    void finish();

    /// Without fields before its first row: a plan has items of few of the vocabulary's entities.
    EntityTable& table(std::uint32_t entity) { return plans->tables[entity]; }
    const PlanEntity& entity(std::uint32_t entity_index) const { return index.entities[entity_index]; }
    const PlanField& field(const Cell& cell) const { return index.entities[cell.entity].fields[cell.field]; }
    Column& column(const Cell& cell) { return plans->tables[cell.entity].fields[cell.field].values; }
    ListColumn& list(const Cell& cell) { return plans->tables[cell.entity].list(cell.field); }

    std::uint32_t add_row(std::uint32_t entity, const Origin& origin, std::uint32_t spot) {
        EntityTable& to = plans->tables[entity];
        if (to.rows == to.capacity) grow(entity);
        to.origins.push_back(origin);
        to.plan.push_back(plan);
        items[entity].spots.push_back(spot);
        return static_cast<std::uint32_t>(to.rows++);
    }
    std::uint32_t add_element(std::uint32_t entity, std::uint32_t field, std::uint32_t parent_row);

    void set(const Cell& cell, const Value& value) {
        store(column(cell), cell.row, value);
        if (value.within_bounds) mark_high(cell, value);
    }
    void mark_high(const Cell& cell, const Value& value);
    /// No value, and not for silence.
    void set_missing(const Cell& cell, Why why);
    void mark(const Cell& cell, Mark::Kind kind) {
        marks.push_back({kind, cell.element, cell.entity, cell.field, cell.row});
    }
    bool has(const Cell& cell) { return has_value(column(cell), cell.row); }

    void note(Remark remark, std::uint32_t spot, const Place& place);
    void note_unknown_field(const Place& item, std::string_view name, std::uint32_t spot);
    /// A note on evidence or a judgement: its place and JSON Pointer as written.
    void note_written(Remark remark, std::uint32_t spot, std::string place, std::string pointer);

    std::uint32_t item_spot(std::uint32_t entity, std::uint32_t row) const {
        const Items& of = items[entity];
        return of.spots.empty() ? 0 : of.spots[row - of.begin];
    }
    /// The first row of the plan at hand.
    std::uint32_t row_begin(std::uint32_t entity) const { return items[entity].begin; }
    std::uint32_t root_row() const { return row_begin(vocabulary.root); }
    Place place_of(const Cell& cell);
    /// The lines of a text are looked for once a plan.
    Position position_of(std::uint32_t spot);
    bool notes_full() const { return notes.size() >= greatest_note_count; }

private:
    void grow(std::uint32_t entity);
    bool room_for_note();
    void begin_plan();
    std::vector<std::uint32_t> line_begins_;  // of the plan at hand, once needed
    std::uint32_t last_spot_ = 0;
    Position last_position_;
};

/// " (lines 3 and 9)"; nothing where there are none.
Message on_lines(const std::vector<std::string>& lines);
/// A line that a remark names: known, named once, and one of the first few.
void add_line(std::vector<std::string>& lines, std::uint32_t line);
/// P602, for a node of kind `conflict`.
Remark given_twice(Batch& batch, const Node& conflict);

/// Settles the plan at hand and makes its record. `read`: how the plan was read, where its evidence does not say.
PlanRecord finish_plan(Batch& batch, const PlanSource& source);

}  // namespace brecha::reading
