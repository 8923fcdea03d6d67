#include "reading/arrow/cells.hpp"

#include "reading/finishing.hpp"
#include "registers/many_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>
#include <optional>
#include <span>

namespace brecha::reading::arrow {

namespace {

using model::TypeKind;
using registers::many_rows;
using registers::NumberType;

/// `count` bits from bit `from` of `bits` on, as words; all set where there are none.
class BitReader {
public:
    BitReader(const std::uint8_t* bits, std::int64_t from) : bits_(bits), from_(from) {}
    /// The bytes that its bits are; null where they begin within one, or there are none.
    const std::uint8_t* bytes() const { return bits_ == nullptr || (from_ & 7) != 0 ? nullptr : bits_ + (from_ >> 3); }
    std::uint64_t word(std::size_t first, std::size_t count) const {
        if (bits_ == nullptr) return plans::rows_of_word(0, count);
        const std::int64_t at = from_ + static_cast<std::int64_t>(first);
        const std::size_t shift = static_cast<std::size_t>(at & 7), bytes = (shift + count + 7) / 8;
        if (count == 64) {
            const std::uint8_t* const whole = bits_ + (at >> 3);
            std::uint64_t word = 0;
            std::memcpy(&word, whole, 8);
            return shift == 0 ? word : word >> shift | std::uint64_t(whole[8]) << (64 - shift);
        }
        std::array<std::uint8_t, 16> piece{};
        std::memcpy(piece.data(), bits_ + (at >> 3), bytes);
        std::uint64_t low = 0, high = 0;
        std::memcpy(&low, piece.data(), 8);
        std::memcpy(&high, piece.data() + 8, 8);
        const std::uint64_t word = shift == 0 ? low : low >> shift | high << (64 - shift);
        return word & plans::rows_of_word(0, count);
    }

private:
    const std::uint8_t* bits_;
    std::int64_t from_;
};

/// Sets `count` bits from `base` on to those of `word_of(first, count)`.
template <typename WordOf>
void put_bits(RowBits to, std::size_t base, std::size_t count, WordOf word_of) {
    for (std::size_t done = 0; done < count;) {
        const std::size_t row = base + done, shift = row & 63, now = std::min(64 - shift, count - done);
        to[row >> 6] |= word_of(done, now) << shift;
        done += now;
    }
}

/// To those of the reader: bytes as they stand where a word begins in both.
void put_bits(RowBits to, std::size_t base, std::size_t count, const BitReader& bits) {
    std::size_t done = 0;
    if (bits.bytes() != nullptr && base % 64 == 0) {
        done = count / 64 * 64;
        if (done != 0) std::memcpy(&to[base / 64], bits.bytes(), done / 8);
    }
    put_bits(to, base + done, count - done,
             [&](std::size_t first, std::size_t now) { return bits.word(done + first, now); });
}

/// What whole or floating numbers of `type` are.
NumberType number_type(const Type& type) {
    if (type.kind == Kind::floating) return type.bytes == 4 ? NumberType::float32 : NumberType::float64;
    switch (type.bytes) {
        case 1: return type.is_unsigned ? NumberType::uint8 : NumberType::int8;
        case 2: return type.is_unsigned ? NumberType::uint16 : NumberType::int16;
        case 4: return type.is_unsigned ? NumberType::uint32 : NumberType::int32;
        default: return type.is_unsigned ? NumberType::uint64 : NumberType::int64;
    }
}

/// Calls `next` with a number of the type that whole numbers of `type` are.
template <typename Next>
auto with_whole_type(const Type& type, const Next& next) {
    switch (type.bytes) {
        case 1: return type.is_unsigned ? next(std::uint8_t()) : next(std::int8_t());
        case 2: return type.is_unsigned ? next(std::uint16_t()) : next(std::int16_t());
        case 4: return type.is_unsigned ? next(std::uint32_t()) : next(std::int32_t());
        default: return type.is_unsigned ? next(std::uint64_t()) : next(std::int64_t());
    }
}

class Rows {
public:
    Rows(Batch& batch, std::size_t count) : batch_(batch), odd_(plans::word_count(count), 0) {}

    void read(const Columns& columns, const Array& table, std::int64_t first, std::size_t count) {
        counts_.assign(batch_.index.entities.size(), 0);
        element_counts_.assign(batch_.index.element_fields.size(), 0);
        given_.resize(batch_.index.entities.size());
        for (std::size_t entity = 0; entity < given_.size(); ++entity)
            given_[entity].assign(batch_.index.entities[entity].fields.size(), false);
        count_rows(columns.members, batch_.vocabulary.root, table, table.member_row(first), count);
        for (std::uint32_t entity = 0; entity < counts_.size(); ++entity) lay_out(entity);
        batch_.plans->count = count;
        add_plans(count);
        fill_members(columns.members, batch_.vocabulary.root, table, table.member_row(first), count, 0);
    }
    /// What finish_plan() does, for all plans at once.
    void settle(HowRead read) {
        settle_keys(batch_);
        Evidence evidence;
        evidence.read.plan = read;
        settle_silence(batch_, evidence);
        for (const PendingNote& note : batch_.notes)
            if (note.place) set_bit(odd_, batch_.table(note.place->entity).plan[note.place->row]);
    }
    std::vector<std::uint64_t> odd() && { return std::move(odd_); }

private:
    Batch& batch_;
    std::vector<std::uint64_t> odd_;
    std::vector<std::size_t> counts_;          // by entity: rows
    std::vector<std::size_t> element_counts_;  // by PlanField::elements
    std::vector<std::vector<bool>> given_;     // by entity and field: there is a column of it
    std::vector<std::uint64_t> numbers_at_;    // fill_narrow(): which floating ones are numbers

    // --- how many rows there will be

    struct Range {
        std::int64_t begin = 0, end = 0;
        std::size_t size() const { return static_cast<std::size_t>(end - begin); }
    };
    /// The elements of all rows [from, from + count) of a list, those of lists that are not there too.
    static Range elements_of(const Array& list, std::int64_t from, std::size_t count) {
        if (count == 0) return {};
        const std::int64_t last = from + static_cast<std::int64_t>(count) - 1;
        return {list.elements(from).first, list.elements(last).second};
    }
    static bool is_straight_list(const Array& array) {
        return !array.is_dictionary() && (array.type().kind == Kind::list || array.type().kind == Kind::fixed_list);
    }
    static bool is_struct(const Array& array) { return !array.is_dictionary() && array.type().kind == Kind::object; }

    void count_rows(const std::vector<Member>& members, std::uint32_t entity, const Array& items, std::int64_t from,
                    std::size_t count) {
        counts_[entity] += count;
        for (const Member& member : members) {
            if (member.field < 0) continue;
            const PlanField& field = batch_.index.entities[entity].fields[static_cast<std::size_t>(member.field)];
            given_[entity][static_cast<std::size_t>(member.field)] = true;
            const Array array = items.child(member.child);
            if (field.list && is_straight_list(array)) {
                const Range range = elements_of(array, from, count);
                if (!field.owned) element_counts_[field.elements] += range.size();
                else if (is_struct(array.child(0)))
                    count_rows(member.members, field.of, array.child(0), array.child(0).member_row(range.begin),
                               range.size());
            } else if (!field.list && field.owned && is_struct(array)) {
                count_rows(member.members, field.of, array, array.member_row(from), count);
            }
        }
    }

    // --- memory

    bool holds_dated(std::uint32_t entity) const {
        for (const PlanEntity& other : batch_.index.entities)
            for (const std::uint32_t field : other.dated)
                if (other.fields[field].owned && other.fields[field].of == entity) return true;
        return false;
    }

    void lay_out(std::uint32_t entity_index) {
        const PlanEntity& entity = batch_.index.entities[entity_index];
        if (counts_[entity_index] == 0) return;
        EntityTable& table = batch_.table(entity_index);
        // Boxes of lists that grow with time may come behind these rows: then all columns can grow.
        if (holds_dated(entity_index)) {
            plans::lay_out(table, entity, counts_[entity_index]);
        } else {
            std::vector<plans::Room> rooms;
            for (std::size_t field = 0; field < entity.fields.size(); ++field)
                rooms.push_back(entity.fields[field].initial   ? plans::Room::own
                                : !given_[entity_index][field] ? plans::Room::none
                                                               : plans::Room::without_numbers);
            plans::lay_out_rooms(table, entity, counts_[entity_index], rooms, batch_.plans->storage);
        }
        if (entity_index != batch_.vocabulary.root) table.origins.reserve(counts_[entity_index]);
        table.plan.reserve(counts_[entity_index]);
        for (std::size_t field = 0; field < entity.fields.size(); ++field) {
            const PlanField& plan_field = entity.fields[field];
            if (!plan_field.list || plan_field.owned || element_counts_[plan_field.elements] == 0) continue;
            ElementStore& store = batch_.elements[plan_field.elements];
            store.capacity = element_counts_[plan_field.elements];
            plans::lay_out_elements(table.fields[field], store.capacity, store.block);
        }
    }

    /// The root's rows: row p is plan p. No item is of its entity, so they need not say where they stand.
    void add_plans(std::size_t count) {
        EntityTable& table = batch_.table(batch_.vocabulary.root);
        table.rows = count;
        table.plan.resize(count);
        std::iota(table.plan.begin(), table.plan.end(), 0);
    }
    void add_row(std::uint32_t entity, const Origin& origin, std::uint32_t plan) {
        batch_.plan = plan;
        batch_.add_row(entity, origin, 0);
    }

    /// Exact numbers for all rows of a column that had none or 32 bits.
    void make_decimals(Column& column, std::size_t capacity) {
        if (!column.decimals.empty()) return;
        plans::Block& block = batch_.plans->storage.emplace_back(2 * capacity, 0);
        column.decimals = reinterpret_cast<model::Decimal*>(block.data());
        for (std::size_t row = 0; !column.narrow.empty() && row < capacity; ++row)
            column.decimals[row] = model::Decimal(column.narrow[row]) * model::decimal_one;
        column.narrow = {};
    }

    // --- items

    void fill_members(const std::vector<Member>& members, std::uint32_t entity, const Array& items, std::int64_t from,
                      std::size_t count, std::size_t base) {
        if (count == 0) return;  // its table may have no fields
        for (const Member& member : members) {
            const Array array = items.child(member.child);
            if (member.field < 0) {  // evidence, judgements
                all_odd(array, from, count, &batch_.table(entity).plan[base]);
                continue;
            }
            const auto index = static_cast<std::uint32_t>(member.field);
            const PlanField& field = batch_.index.entities[entity].fields[index];
            const Place at{entity, index, base, from, count};
            if (field.list) fill_list(member, array, field, at);
            else if (field.owned) fill_item(member, array, field, at);
            else
                fill(array, from, count, field, batch_.index.entities[entity],
                     {batch_.table(entity).fields[index].values, base, counts_[entity]},
                     &batch_.table(entity).plan[base]);
        }
    }

    struct Place {
        std::uint32_t entity, field;
        std::size_t base;   // the table's row of …
        std::int64_t from;  // … this row of the array
        std::size_t count;
    };

    void fill_item(const Member& member, const Array& array, const PlanField& field, const Place& at) {
        if (!is_struct(array)) return all_odd(array, at.from, at.count, &batch_.table(at.entity).plan[at.base]);
        const std::size_t items = batch_.table(field.of).rows;
        Column& column = batch_.table(at.entity).fields[at.field].values;
        for (std::size_t row = 0; row < at.count; ++row) {
            const auto holder = static_cast<std::uint32_t>(at.base + row);
            const bool there = array.valid(at.from + static_cast<std::int64_t>(row));
            // A struct that is not there leaves a row that nothing points to.
            add_row(field.of, there ? Origin{std::int32_t(at.entity), std::int32_t(at.field), holder, 0} : Origin(),
                    batch_.table(at.entity).plan[holder]);
            if (!there) continue;
            column.integers[holder] = static_cast<std::int64_t>(items + row);
            set_bit(column.valid, holder);
        }
        fill_members(member.members, field.of, array, array.member_row(at.from), at.count, items);
    }

    void fill_list(const Member& member, const Array& array, const PlanField& field, const Place& at) {
        const std::uint32_t* plan = &batch_.table(at.entity).plan[at.base];
        if (!is_straight_list(array) || (field.owned && !is_struct(array.child(0))))
            return all_odd(array, at.from, at.count, plan);
        const Range range = elements_of(array, at.from, at.count);
        const Array elements = array.child(0);
        FieldColumn& column = batch_.table(at.entity).fields[at.field];
        plans::ListColumn& lists = batch_.table(at.entity).list(at.field);
        const std::size_t base = field.owned ? batch_.table(field.of).rows : column.values.rows;
        std::vector<Origin> origins(range.size());  // elements of lists that are not there have none
        std::vector<std::uint32_t> plans(range.size(), 0), parents(range.size(), 0);
        for (std::size_t row = 0; row < at.count; ++row) {
            const std::int64_t in_array = at.from + static_cast<std::int64_t>(row);
            if (!array.valid(in_array)) continue;
            const auto holder = static_cast<std::uint32_t>(at.base + row);
            const auto [begin, end] = array.elements(in_array);
            const auto first = static_cast<std::uint32_t>(base + static_cast<std::size_t>(begin - range.begin));
            lists.begin[holder] = first;
            lists.end[holder] = first + static_cast<std::uint32_t>(end - begin);
            set_bit(lists.given, holder);
            for (std::int64_t element = begin; element < end; ++element) {
                const auto i = static_cast<std::size_t>(element - range.begin);
                origins[i] = {std::int32_t(at.entity), std::int32_t(at.field), holder, std::uint32_t(element - begin)};
                plans[i] = plan[row];
                parents[i] = holder;
            }
        }
        if (!field.owned) {
            column.values.rows += range.size();
            std::vector<std::uint32_t>& all = batch_.elements[field.elements].parents;
            all.insert(all.end(), parents.begin(), parents.end());
            fill(elements, range.begin, range.size(), field, batch_.index.entities[at.entity],
                 {column.values, base, element_counts_[field.elements]}, plans.data());
            return;
        }
        for (std::size_t i = 0; i < range.size(); ++i) {
            add_row(field.of, origins[i], plans[i]);
            if (origins[i].entity >= 0 && !elements.valid(range.begin + static_cast<std::int64_t>(i)))
                set_bit(odd_, plans[i]);
        }
        fill_members(member.members, field.of, elements, elements.member_row(range.begin), range.size(), base);
    }

    // --- values

    /// The cells of a column that become rows [base, …) of `column`.
    struct Target {
        Column& column;
        std::size_t base, capacity;
    };

    void all_odd(const Array& array, std::int64_t from, std::size_t count, const std::uint32_t* plan) {
        for (std::size_t row = 0; row < count; ++row)
            if (array.valid(from + static_cast<std::int64_t>(row))) set_bit(odd_, plan[row]);
    }

    void fill(const Array& array, std::int64_t from, std::size_t count, const PlanField& field,
              const PlanEntity& entity, const Target& to, const std::uint32_t* plan) {
        if (count == 0) return;
        if (field.reference || field.owned) return all_odd(array, from, count, plan);
        if (array.is_dictionary()) return fill_dictionary(array, from, count, field, entity, to, plan);
        const bool is_amount = field.kind == TypeKind::number || field.kind == TypeKind::percent;
        switch (array.type().kind) {
            case Kind::nothing: return;
            case Kind::truth:
                if (field.kind == TypeKind::yes_no) return fill_truths(array, from, count, to);
                break;
            case Kind::integer:
            case Kind::floating:
                if (is_amount && field.factor == model::decimal_one && fill_narrow(array, from, count, to)) return;
                break;
            default: break;
        }
        for (std::size_t row = 0; row < count; ++row) {
            const std::int64_t in_array = from + static_cast<std::int64_t>(row);
            if (!array.valid(in_array)) continue;
            Value value;
            switch (read(array, in_array, entity, field, value)) {
                case Read::absent: break;
                case Read::wrong: set_bit(odd_, plan[row]); break;
                case Read::value: put(to, to.base + row, value);
            }
        }
    }

    void put(const Target& to, std::size_t row, const Value& value) {
        if (to.column.storage == Storage::decimal) make_decimals(to.column, to.capacity);
        store(to.column, row, value);
    }

    void fill_dictionary(const Array& array, std::int64_t from, std::size_t count, const PlanField& field,
                         const PlanEntity& entity, const Target& to, const std::uint32_t* plan) {
        struct Known {
            bool ready = false;
            Read read = Read::wrong;
            Value value;
        };
        const Array dictionary = array.dictionary();
        std::vector<Known> known(static_cast<std::size_t>(dictionary.rows()));
        const BitReader valid(array.validity(), array.offset() + from);
        const auto fill_from = [&]<typename T>(const T* numbers) {
            std::uint64_t there = 0;  // of 64 rows
            for (std::size_t row = 0; row < count; ++row) {
                if (row % 64 == 0) there = valid.word(row, std::min<std::size_t>(64, count - row));
                if ((there >> (row % 64) & 1) == 0) continue;
                T number;
                std::memcpy(&number, numbers + row, sizeof(T));
                const auto at = static_cast<std::uint64_t>(number);  // below zero: beyond all
                if (at >= known.size()) {
                    set_bit(odd_, plan[row]);
                    continue;
                }
                Known& entry = known[at];
                if (!entry.ready) {
                    entry.ready = true;
                    const auto in_dictionary = static_cast<std::int64_t>(at);
                    entry.read = !dictionary.valid(in_dictionary)
                                     ? Read::absent
                                     : read(dictionary, in_dictionary, entity, field, entry.value);
                }
                if (entry.read == Read::value) put(to, to.base + row, entry.value);
                else if (entry.read == Read::wrong) set_bit(odd_, plan[row]);
            }
        };
        with_whole_type(array.type(), [&]<typename T>(T) { fill_from(array.values<T>() + from); });
    }

    void fill_truths(const Array& array, std::int64_t from, std::size_t count, const Target& to) {
        const BitReader valid(array.validity(), array.offset() + from), holds(array.bits(), array.offset() + from);
        put_bits(to.column.valid, to.base, count,
                 [&](std::size_t first, std::size_t now) { return valid.word(first, now) & holds.word(first, now); });
        put_bits(to.column.fails, to.base, count,
                 [&](std::size_t first, std::size_t now) { return valid.word(first, now) & ~holds.word(first, now); });
    }

    /// Numbers that are all whole and narrow, whatever stands where none is valid; of floating ones what is no number
    /// is not there: data frames keep whole numbers so of which some are missing. False: not all are.
    bool fill_narrow(const Array& array, std::int64_t from, std::size_t count, const Target& to) {
        if (!to.column.decimals.empty()) return false;
        const NumberType type = number_type(array.type());
        const auto bytes = static_cast<std::size_t>(array.type().bytes);
        const char* const values = array.value_bytes(from);
        const BitReader valid(array.validity(), array.offset() + from);
        const bool is_aligned = reinterpret_cast<std::uintptr_t>(values) % bytes == 0;
        if (is_aligned && count == to.capacity && (type == NumberType::int32 || type == NumberType::uint32)) {
            const auto* const narrow = reinterpret_cast<const std::int32_t*>(values);
            if (many_rows().all_narrow(narrow, count)) {
                to.column.narrow = narrow;  // where they stand
                put_bits(to.column.valid, to.base, count, valid);
                return true;
            }
        }
        const std::int32_t* own = to.column.narrow.data();
        if (own == nullptr)
            own = reinterpret_cast<const std::int32_t*>(
                batch_.plans->storage.emplace_back((to.capacity + 1) / 2, 0).data());
        std::int32_t* const narrow = const_cast<std::int32_t*>(own) + to.base;
        numbers_at_.resize(plans::word_count(count));
        if (!is_aligned || !many_rows().make_narrow(type, values, count, narrow, numbers_at_.data())) {
            if (is_aligned && array.validity() == nullptr) return false;
            std::vector<std::uint64_t> stated((count * bytes + 7) / 8);
            auto* const copy = reinterpret_cast<char*>(stated.data());
            std::memcpy(copy, values, count * bytes);
            for (std::size_t first = 0; first < count; first += 64) {
                const std::size_t now = std::min<std::size_t>(64, count - first);
                std::uint64_t absent = ~valid.word(first, now) & plans::rows_of_word(0, now);
                for (; absent != 0; absent &= absent - 1)
                    std::memset(copy + (first + static_cast<std::size_t>(std::countr_zero(absent))) * bytes, 0, bytes);
            }
            if (!many_rows().make_narrow(type, copy, count, narrow, numbers_at_.data())) return false;
        }
        to.column.narrow = own;
        if (array.type().kind == Kind::integer) {
            put_bits(to.column.valid, to.base, count, valid);
        } else {
            const BitReader numbers(reinterpret_cast<const std::uint8_t*>(numbers_at_.data()), 0);
            put_bits(to.column.valid, to.base, count, [&](std::size_t first, std::size_t now) {
                return valid.word(first, now) & numbers.word(first, now);
            });
        }
        return true;
    }

    /// One value, as the same one in a plan's text would be read; wrong: it wants more than a cell.
    Read read(const Array& array, std::int64_t row, const PlanEntity& entity, const PlanField& field, Value& value) {
        std::optional<Remark> remark;
        const auto plain = [&](Read read) { return remark || value.within_bounds ? Read::wrong : read; };
        const bool is_amount = field.kind == TypeKind::number || field.kind == TypeKind::percent;
        switch (array.type().kind) {
            case Kind::nothing: return Read::absent;
            case Kind::truth:
                value.truth = array.truth(row);
                return field.kind == TypeKind::yes_no ? Read::value : Read::wrong;
            case Kind::integer: {
                const auto number = array.integer(row);
                if (!is_amount || !number) return Read::wrong;
                return amount(model::Decimal(*number) * model::decimal_one, field, value);
            }
            case Kind::floating: {
                const double number = array.floating(row);
                if (std::isnan(number)) return Read::absent;
                if (!is_amount || !std::isfinite(number)) return Read::wrong;
                if (const auto whole = array.floating_whole(row); whole && *whole >= 0)
                    return amount(model::Decimal(*whole) * model::decimal_one, field, value);
                if (const auto hundredths = hundredths_of(array, number);
                    hundredths && !field.integer && (field.kind == TypeKind::number || number >= 1))
                    return amount(model::Decimal(*hundredths) * (model::decimal_one / 100), field, value);
                return plain(batch_.values.number(entity, field, array.floating_text(row), value, remark));
            }
            case Kind::text:
            case Kind::text_view: return plain(batch_.values.text(entity, field, array.text(row), value, remark));
            case Kind::date:
            case Kind::moment: return day_or_moment(array, row, field, value);
            default: return Read::wrong;
        }
    }

    /// Most numbers that are not whole have two decimals. No others that a double holds have the same digits, as far as
    /// fifteen of them.
    static std::optional<std::int64_t> hundredths_of(const Array& array, double number) {
        constexpr double fifteen_digits = 1e15;
        const double hundredths = std::nearbyint(number * 100);
        if (array.type().bytes != 8 || !(hundredths >= 0 && hundredths < fifteen_digits) || hundredths / 100 != number)
            return std::nullopt;
        return static_cast<std::int64_t>(hundredths);
    }

    /// A number in the field's unit.
    static Read amount(model::Decimal number, const PlanField& field, Value& value) {
        if (number < 0) return Read::wrong;
        value.decimal = value.decimal_high = number;
        if (field.factor == model::decimal_one) return Read::value;
        const auto base = model::multiply_exactly(number, field.factor);
        if (base) value.decimal = value.decimal_high = *base;
        return base ? Read::value : Read::wrong;
    }

    /// Midnight is a date where one belongs: data frames have no others.
    static Read day_or_moment(const Array& array, std::int64_t row, const PlanField& field, Value& value) {
        const Type& type = array.type();
        const auto at = array.since_epoch(row);
        if (!at || at->parts != 0 || !type.zone.empty()) return Read::wrong;
        const std::int64_t seconds = at->seconds;
        if (field.kind == TypeKind::date && seconds % seconds_a_day == 0) value.integer = seconds / seconds_a_day;
        else if (field.kind == TypeKind::moment && type.kind == Kind::moment &&
                 seconds >= model::day_least * seconds_a_day && seconds < (model::day_greatest + 1) * seconds_a_day)
            value.integer = model::moment_of(seconds, std::nullopt);
        else return Read::wrong;
        value.integer_high = value.integer;
        const bool in_range =
            field.kind != TypeKind::date || (value.integer >= model::day_least && value.integer <= model::day_greatest);
        return in_range ? Read::value : Read::wrong;
    }
};

}  // namespace

Straight read_straight(const std::shared_ptr<const Schema>& schema, const Columns& columns, const Array& table,
                       std::int64_t first, std::size_t count, HowRead read) {
    Batch batch(schema, 0);
    Rows rows(batch, count);
    rows.read(columns, table, first, count);
    rows.settle(read);
    for (EntityTable& entity : batch.plans->tables) plans::share_nothing(entity, batch.plans->storage);
    batch.finish();
    return {batch.plans, std::move(rows).odd()};
}

}  // namespace brecha::reading::arrow
