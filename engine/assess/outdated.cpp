#include "assess/outdated.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace brecha::assess {

using plans::Buffer;
using plans::Column;
using plans::RowBits;
using program::Instruction;
using program::Opcode;

namespace {

constexpr model::Day undated = std::numeric_limits<model::Day>::max();

/// From which day on statements count.
class Horizon {
public:
    Horizon(std::optional<model::Duration> lasts, const RunOptions& options, model::MonthEnd month_end)
        : lasts_(lasts), options_(options), month_end_(month_end) {}

    bool limits() const { return lasts_ || options_.facts_since; }
    bool leaves_behind(model::Day day) const {
        if (day == undated) return false;
        if (options_.facts_since && day < *options_.facts_since) return true;
        if (!lasts_) return false;
        const auto until = last_day(day);
        return until && *until < options_.as_of;
    }

private:
    std::optional<model::Duration> lasts_;
    const RunOptions& options_;
    model::MonthEnd month_end_;

    /// The last day on which it counts; nothing where that lies after the last year.
    std::optional<model::Day> last_day(model::Day day) const {
        const std::int64_t amount = model::duration_amount(*lasts_);
        if (model::duration_kind(*lasts_) == model::DurationKind::calendar)
            return model::add_months(day, amount, month_end_);
        constexpr std::int64_t seconds_of_a_day = 86'400;
        const model::Day last = day + amount / seconds_of_a_day;
        return last > model::day_greatest ? std::nullopt : std::optional(last);
    }
};

/// When the sources say that it was so, for every row and cell.
class Days {
public:
    explicit Days(const plans::Plans& plans) : plans_(plans), known_(plans.tables.size()) {}

    model::Day of_cell(std::uint32_t entity, std::uint32_t field, std::uint32_t row) {
        const auto stated = plans_.dates.cells.find(plans::cell_key(entity, field, row));
        return stated != plans_.dates.cells.end() ? stated->second : of_row(entity, row);
    }
    model::Day of_element(std::uint32_t entity, std::uint32_t field, std::uint32_t element) const {
        const auto stated = plans_.dates.cells.find(plans::cell_key(entity, field, element, true));
        return stated != plans_.dates.cells.end() ? stated->second : undated;
    }

private:
    const plans::Plans& plans_;
    std::vector<std::vector<std::optional<model::Day>>> known_;  // by entity and row

    model::Day of_row(std::uint32_t entity, std::uint32_t row) {
        std::vector<std::optional<model::Day>>& rows = known_[entity];
        if (rows.empty()) rows.resize(plans_.tables[entity].rows);
        if (rows[row]) return *rows[row];
        model::Day day = undated;
        const plans::Origin origin = plans_.tables[entity].origin(row);
        if (const auto stated = plans_.dates.items.find(plans::item_key(entity, row));
            stated != plans_.dates.items.end())
            day = stated->second;
        else if (origin.entity >= 0)
            day = of_cell(static_cast<std::uint32_t>(origin.entity), static_cast<std::uint32_t>(origin.field),
                          origin.row);
        known_[entity][row] = day;
        return day;
    }
};

class Aging {
public:
    Aging(const plans::Plans& plans, kernels::Arena& arena) : plans_(plans), days_(plans), arena_(arena) {}

    /// Nothing where all that stands in the field counts.
    std::optional<CurrentField> current(std::uint32_t entity, std::uint32_t field, const Horizon& horizon) {
        const plans::EntityTable& table = plans_.table(entity);
        const plans::FieldColumn& stated = table.fields[field];
        std::vector<std::uint32_t> rows, elements;
        for (std::uint32_t row = 0; row < table.rows; ++row)
            if (!plans::bit(table.not_given, row) && horizon.leaves_behind(days_.of_cell(entity, field, row)))
                rows.push_back(row);
        if (stated.own_elements)
            for (std::uint32_t element = 0; element < stated.values.rows; ++element)
                if (horizon.leaves_behind(days_.of_element(entity, field, element))) elements.push_back(element);
        const auto concerned = [&](const auto& one) { return one.entity == entity && one.field == field; };
        std::vector<const Later*> lists;
        std::vector<const plans::KnownOfList::Cell*> cells;
        for (const Later& one : what_is_left(horizon)) {
            if (concerned(*one.list)) lists.push_back(&one);
            for (const plans::KnownOfList::Cell& cell : one.known->cells)
                if (concerned(cell)) cells.push_back(&cell);
        }
        if (rows.empty() && elements.empty() && lists.empty() && cells.empty()) return std::nullopt;
        CurrentField result;
        result.column = stated;
        if (stated.is_list()) {
            result.list = table.list(field);
            result.outdated = without_lists(result.list, rows);
            result.outdated_elements = without_values(result.column.values, {}, elements);
        } else if (is_embedded(entity, field)) {
            result.outdated = without_values(result.column.values, {}, absent(stated, rows));
        } else {
            result.outdated = without_values(result.column.values, stated.defaulted, rows);
            result.column.defaulted = copy(stated.defaulted, plans::word_count(table.rows));
            for (const std::uint32_t row : rows) clear(result.column.defaulted, row);
        }
        if (!lists.empty()) own_lists(result.list);
        for (const Later* one : lists) {
            const std::uint32_t row = one->list->row;
            replace(result.list, row, *one->known, plans::bit(result.outdated, row));
            result.slices_left_behind.emplace(row, one->day);
        }
        Column& stated_cells = result.column.values;
        if (!cells.empty()) stated_cells.domains = own(stated_cells.domains, stated_cells.rows);
        for (const plans::KnownOfList::Cell* cell : cells) stated_cells.domains[cell->row] = cell->domain;
        return result;
    }

private:
    /// Of a list some of whose slices were spoken of too long ago: what the other statements say.
    struct Later {
        const plans::AgingList* list;
        model::Day day;  // the last that is left behind
        const plans::KnownOfList* known;
    };
    /// The same for all fields that a horizon is asked for.
    const std::vector<Later>& what_is_left(const Horizon& horizon) {
        const auto [known, is_new] = later_.try_emplace(&horizon);
        if (is_new)
            for (const plans::AgingList& list : plans_.aging_lists)
                for (auto one = list.later.rbegin(); one != list.later.rend(); ++one)
                    if (horizon.leaves_behind(one->first)) {
                        known->second.push_back({&list, one->first, &one->second});
                        break;
                    }
        return known->second;
    }

    template <typename Value>
    Buffer<Value> copy(Buffer<Value> values, std::size_t count) {
        return values.empty() ? values : own(values, count);
    }
    /// All zero where there was none.
    template <typename Value>
    Buffer<Value> own(Buffer<Value> values, std::size_t count) {
        const std::span<Value> made = arena_.allocate_zero<Value>(count);
        std::ranges::copy(values.first(count), made.begin());
        return made;
    }
    /// What statements on slices change; `given` is a copy already.
    void own_lists(plans::ListColumn& lists) {
        lists.end = own(lists.end, lists.rows);
        lists.more_least = own(lists.more_least, lists.rows);
        lists.more_most = own(lists.more_most, lists.rows);
        lists.rest = own(lists.rest, lists.rows);
    }
    static void replace(plans::ListColumn& lists, std::uint32_t row, const plans::KnownOfList& known, bool forgotten) {
        if (known.given) plans::set_bit(lists.given, row);
        else plans::clear_bit(lists.given, row);
        if (forgotten) lists.end[row] = lists.begin[row];
        lists.more_least[row] = known.more_least;
        lists.more_most[row] = known.more_most;
        lists.rest[row] = known.rest;
    }

    bool is_embedded(std::uint32_t entity, std::uint32_t field) const {
        const model::Field& declared = plans_.schema->ruleset->vocabulary.entities[entity].fields[field];
        return declared.type.kind == model::TypeKind::item && !declared.reference;
    }
    /// An embedded item is where its fields are; they lose what they say by themselves.
    static std::vector<std::uint32_t> absent(const plans::FieldColumn& field, std::vector<std::uint32_t> rows) {
        std::erase_if(rows, [&](std::uint32_t row) { return plans::bit(field.values.valid, row); });
        return rows;
    }

    static bool clear(RowBits bits, std::uint32_t row) {
        const bool was = plans::bit(bits, row);
        if (was) plans::clear_bit(bits, row);
        return was;
    }

    /// Marks the lists that were there as absent, and returns which.
    RowBits without_lists(plans::ListColumn& lists, const std::vector<std::uint32_t>& rows) {
        const RowBits outdated = arena_.bits(lists.rows);
        const std::size_t words = plans::word_count(lists.rows);
        for (RowBits* const bits : {&lists.given, &lists.searched, &lists.none, &lists.withheld})
            *bits = copy(*bits, words);
        if (!rows.empty() && !lists.rest.empty()) {
            lists.rest = copy(lists.rest, lists.rows);
            for (const std::uint32_t row : rows) lists.rest[row] = nullptr;
        }
        for (const std::uint32_t row : rows) {
            clear(lists.searched, row);
            const bool given = clear(lists.given, row), none = clear(lists.none, row),
                       withheld = clear(lists.withheld, row);
            if (given || none || withheld) plans::set_bit(outdated, row);
        }
        return outdated;
    }

    /// Takes the values of these rows out, and what is said of there being none, and returns where something was. A
    /// default was said by nobody: it is taken out, and silence is left.
    RowBits without_values(Column& column, RowBits defaulted, const std::vector<std::uint32_t>& rows) {
        if (rows.empty()) return {};
        const RowBits outdated = arena_.bits(column.rows);
        const std::size_t words = plans::word_count(column.rows);
        for (RowBits* const bits : {&column.valid, &column.fails, &column.none, &column.withheld})
            *bits = copy(*bits, words);
        column.unusable = own(column.unusable, words);
        for (const std::uint32_t row : rows) {
            const bool valid = clear(column.valid, row), fails = clear(column.fails, row),
                       none = clear(column.none, row), withheld = clear(column.withheld, row);
            if ((!valid && !fails && !none && !withheld) || plans::bit(defaulted, row)) continue;
            plans::set_bit(outdated, row);
            plans::set_bit(column.unusable, row);
        }
        return outdated;
    }

    const plans::Plans& plans_;
    Days days_;
    kernels::Arena& arena_;
    std::map<const Horizon*, std::vector<Later>> later_;
};

}  // namespace

Outdated outdated_fields(const program::Program& program, const plans::Plans& plans, const RunOptions& options,
                         kernels::Arena& arena) {
    Outdated result;
    if (!may_be_outdated(plans)) return result;
    const model::Ruleset& ruleset = program.ruleset();
    const model::MonthEnd month_end = ruleset.date_rules().month_end;
    std::vector<Horizon> horizons;
    for (const std::optional<model::Duration>& lasts : program.horizons)
        horizons.emplace_back(lasts, options, month_end);
    Aging aging(plans, arena);
    std::set<std::tuple<std::int32_t, std::int32_t, std::int32_t>> looked_at;
    for (const Instruction& made : program.instructions) {
        if (made.opcode != Opcode::load && made.opcode != Opcode::load_list) continue;
        const model::Entity& entity = ruleset.vocabulary.entities[static_cast<std::size_t>(made.entity)];
        const Horizon& horizon = horizons[static_cast<std::size_t>(made.horizon)];
        const auto field = static_cast<std::uint32_t>(made.field);
        if (entity.table_row || !horizon.limits() ||
            std::find(entity.key.begin(), entity.key.end(), field) != entity.key.end())
            continue;
        const std::tuple key{made.entity, made.field, made.horizon};
        if (!looked_at.insert(key).second) continue;
        if (auto current = aging.current(static_cast<std::uint32_t>(made.entity), field, horizon))
            result.fields_.emplace(key, std::move(*current));
    }
    return result;
}

}  // namespace brecha::assess
