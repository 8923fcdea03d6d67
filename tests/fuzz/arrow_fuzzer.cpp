// libFuzzer entry: any bytes as a table of Arrow give verdicts or a diagnostic.
//
// The bytes choose types, lengths, offsets and what stands in the buffers. Buffers are as large as the lengths claim,
// since the interface does not tell their size; everything else may lie: offsets of lists, numbers of dictionaries,
// views of texts, lengths of children, what is null. A table that is taken has, row by row, the verdicts of its rows
// read as plans.
#include <brecha/arrow.h>
#include <brecha/brecha.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <string>
#include <vector>

namespace {

constexpr const char* rules_text = R"(
vocabulary v 1 { title "V"
  unit m  unit km = 1000 m
  entity Plan root { t text  y yes_no  n number in km  i integer  p percent  d date  m moment  u duration  c country  e one of a, b
    f yes_no = no  o Item  r ref Item  L list of Item  T list of text  N list of number  D list of Drill dated d }
  entity Item key k { k text  n integer  L list of Part }
  entity Part { h integer  e one of a, b }
  entity Drill key k { k text  d date  n integer }
}
ruleset r 1 { title "R" uses v 1 source S { title "S" standing practice }
  requirement A-1 { title "a" shall source S "1" require plan.t != "x" and plan.y gap "g" }
  requirement A-2 { title "a" shall source S "1" require plan.n > 2 km or plan.i >= 3 gap "g" }
  requirement A-3 { title "a" shall source S "1" require plan.p < 50% and plan.d < 2024-01-01 gap "g" }
  requirement A-4 { title "a" shall source S "1" require plan.m < 2024-01-01T00:00Z or plan.u < 2 hours gap "g" }
  requirement A-5 { title "a" shall source S "1" require plan.c = CR or plan.e = b or plan.f gap "g" }
  requirement A-6 { title "a" shall source S "1" require plan.o.n >= 2 and plan.r.n >= 2 gap "g" }
  requirement A-7 { title "a" shall source S "1" each it in plan.L require it.n >= 2 and (some part in it.L : part.h > 1) gap "g" }
  requirement A-8 { title "a" shall source S "1" require plan.T covers {"x", "z"} or sum(plan.N) > 6 gap "g" }
  requirement A-9 { title "a" shall source S "1" require some drill in plan.D : drill.n >= 2 gap "g" }
}
)";

constexpr const char* formats[] = {"i", "l",  "g",  "u",   "b",    "c",    "C",       "s",   "S",     "I",          "L",
                                   "f", "U",  "vu", "tdD", "tdm",  "tsn:", "tsm:UTC", "tDs", "d:9,2", "d:40,3,256", "n",
                                   "z", "+l", "+L", "+vl", "+w:2", "+s",   "+m",      "e",   "+us:0"};
constexpr const char* names[] = {"t", "y", "n", "i", "p", "d", "m", "u", "c",        "e",    "f",
                                 "o", "r", "L", "T", "N", "D", "k", "h", "evidence", "plan", "x"};
constexpr const char* words[] = {
    "x",   "z", "a", "b", "CR", "2024-05-17", "yes", " x", "3 hours", "2024-05-17T08:30Z", "more than twelve bytes",
    "\xff"};

/// Bytes that decide, 0 when they are used up.
struct Choices {
    const std::uint8_t* at;
    const std::uint8_t* end;
    std::uint8_t byte() { return at == end ? 0 : *at++; }
    std::size_t below(std::size_t limit) { return byte() % limit; }
    bool seldom() { return byte() >= 250; }
};

/// All that a table points to; freed at once, after it was released.
struct Made {
    Choices choices;
    std::deque<std::vector<std::uint8_t>> memory;
    std::deque<std::vector<const void*>> buffers;
    std::deque<ArrowSchema> schemas;
    std::deque<ArrowArray> arrays;
    std::deque<std::vector<ArrowSchema*>> schema_children;
    std::deque<std::vector<ArrowArray*>> array_children;
    std::size_t nodes = 0;

    std::uint8_t* bytes(std::size_t size) { return memory.emplace_back(size + 1).data(); }
    std::uint8_t* chosen(std::size_t size) {
        std::uint8_t* to = bytes(size);
        for (std::size_t i = 0; i < size; ++i) to[i] = choices.byte();
        return to;
    }
    template <typename T>
    std::uint8_t* numbers(std::size_t count, std::size_t most) {
        std::uint8_t* to = bytes(count * sizeof(T));
        T last = 0;
        for (std::size_t i = 0; i < count; ++i) {
            // Mostly growing, so that something is read.
            T value = choices.seldom() ? static_cast<T>(choices.byte()) - 128
                                       : std::min<T>(last + static_cast<T>(choices.below(3)), static_cast<T>(most));
            std::memcpy(to + i * sizeof(T), &value, sizeof(T));
            last = value;
        }
        return to;
    }

    std::pair<ArrowSchema*, ArrowArray*> column(std::size_t rows, int depth, const char* name, const char* format) {
        ArrowSchema& schema = schemas.emplace_back();
        ArrowArray& array = arrays.emplace_back();
        schema = {};
        array = {};
        std::vector<const void*>& own = buffers.emplace_back();
        std::vector<ArrowSchema*>& inner_schemas = schema_children.emplace_back();
        std::vector<ArrowArray*>& inner_arrays = array_children.emplace_back();
        schema.name = name;
        schema.format = format;
        schema.release = [](ArrowSchema* it) { it->release = nullptr; };
        array.release = [](ArrowArray* it) { it->release = nullptr; };
        array.offset = depth == 0 ? 0 : static_cast<std::int64_t>(choices.below(3));
        array.length = static_cast<std::int64_t>(rows);
        const std::size_t all = rows + static_cast<std::size_t>(array.offset);
        const bool nulls = choices.below(2) == 0;
        array.null_count = nulls ? -1 : 0;
        own.push_back(nulls ? chosen(all / 8 + 1) : nullptr);
        const std::string_view kind = format;
        const auto inside = [&](std::size_t count, const char* its_name, const char* its_format) {
            const auto [inner, items] = column(choices.seldom() ? count / 2 : count, depth + 1, its_name, its_format);
            inner_schemas.push_back(inner);
            inner_arrays.push_back(items);
        };
        const auto some_format = [&] {
            return depth > 3 || ++nodes > 60 ? "i" : formats[choices.below(std::size(formats))];
        };
        const std::size_t elements = 2 * all;
        if (kind == "n" || kind == "+us:0") {
            own.clear();
        } else if (kind == "u" || kind == "U") {
            std::string text;
            std::vector<std::int64_t> ends{0};
            for (std::size_t i = 0; i < all; ++i) {
                text += words[choices.below(std::size(words))];
                ends.push_back(static_cast<std::int64_t>(text.size()));
            }
            if (choices.seldom())
                ends[choices.below(ends.size())] = static_cast<std::int64_t>(choices.below(text.size() + 1));
            std::uint8_t* offsets = bytes(ends.size() * 8);
            for (std::size_t i = 0; i < ends.size(); ++i) {
                const auto small = static_cast<std::int32_t>(ends[i]);
                if (kind == "u") std::memcpy(offsets + 4 * i, &small, 4);
                else std::memcpy(offsets + 8 * i, &ends[i], 8);
            }
            own.push_back(offsets);
            std::uint8_t* letters = bytes(text.size());
            std::memcpy(letters, text.data(), text.size());
            own.push_back(letters);
        } else if (kind == "vu") {
            std::uint8_t* views = bytes(16 * all);
            for (std::size_t i = 0; i < all; ++i) {
                const std::string_view word = words[choices.below(std::size(words))];
                std::int32_t view[4] = {static_cast<std::int32_t>(word.size()), 0, 0, 0};
                if (word.size() <= 12) std::memcpy(&view[1], word.data(), word.size());
                if (choices.seldom()) view[choices.below(4)] = choices.byte() - 128;
                std::memcpy(views + 16 * i, view, 16);
            }
            own.push_back(views);
            std::uint8_t* letters = bytes(64);
            std::memset(letters, 'x', 64);
            own.push_back(letters);
            const std::int64_t size = 64;
            std::uint8_t* sizes = bytes(8);
            std::memcpy(sizes, &size, 8);
            own.push_back(sizes);
        } else if (kind == "+l" || kind == "+m") {
            own.push_back(numbers<std::int32_t>(all + 1, elements));
        } else if (kind == "+L") {
            own.push_back(numbers<std::int64_t>(all + 1, elements));
        } else if (kind == "+vl") {
            own.push_back(numbers<std::int32_t>(all, elements));
            own.push_back(numbers<std::int32_t>(all, 2));
        } else if (kind[0] != '+') {
            own.push_back(chosen(32 * all));  // as wide as the widest
        }
        if (kind == "+l" || kind == "+L" || kind == "+vl" || kind == "+w:2")
            inside(elements, "item", depth < 2 && choices.below(2) == 0 ? "+s" : some_format());
        if (kind == "+m") {
            inside(elements, "entries", "+s");
        } else if (kind == "+s") {
            const std::size_t members = 1 + choices.below(depth == 0 ? 6 : 3);
            for (std::size_t i = 0; i < members; ++i)
                inside(all, names[choices.below(std::size(names))], some_format());
        } else if (kind == "i" && depth < 6 && choices.below(4) == 3) {
            const auto [inner, words_of] = column(choices.below(5), depth + 1, "", choices.below(3) == 0 ? "i" : "u");
            schema.dictionary = inner;
            array.dictionary = words_of;
            std::uint8_t* indices = const_cast<std::uint8_t*>(static_cast<const std::uint8_t*>(own.back()));
            for (std::size_t i = 0; i < all; ++i) {
                const std::int32_t index =
                    choices.seldom() ? choices.byte() - 128 : static_cast<std::int32_t>(choices.below(4));
                std::memcpy(indices + 4 * i, &index, 4);
            }
        }
        schema.n_children = array.n_children = static_cast<std::int64_t>(inner_schemas.size());
        schema.children = inner_schemas.data();
        array.children = inner_arrays.data();
        array.n_buffers = static_cast<std::int64_t>(own.size());
        array.buffers = own.data();
        return {&schema, &array};
    }
};

struct Once {
    ArrowSchema* schema;
    ArrowArray* array;
};

ArrowArrayStream stream_of(Once& once) {
    ArrowArrayStream stream{};
    stream.private_data = &once;
    stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
        *out = *static_cast<Once*>(of->private_data)->schema;
        return 0;
    };
    stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
        ArrowArray*& next = static_cast<Once*>(of->private_data)->array;
        *out = next == nullptr ? ArrowArray{} : *next;
        next = nullptr;
        return 0;
    };
    stream.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
    stream.release = [](ArrowArrayStream* of) { of->release = nullptr; };
    return stream;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const brecha::Ruleset rules = [] {
        auto compiled = brecha::compile({{"fuzz.brecha", rules_text}});
        if (!compiled) std::abort();
        return *compiled;
    }();
    Made made{{data, data + size}, {}, {}, {}, {}, {}, {}};
    const std::size_t rows = made.choices.below(9), how = made.choices.below(3);
    const auto [schema, array] = made.column(rows, 0, "", "+s");
    Once once{schema, array};
    ArrowArrayStream stream = stream_of(once);
    const std::string read = how == 0 ? "" : how == 1 ? "part" : "whole";
    const auto table = rules.read_table(stream, {.read = read});
    if (!table) {
        if (table.diagnostics().empty()) std::abort();
        return 0;
    }
    (void)table->notes("fr");
    const brecha::AssessOptions options{.as_of = brecha::Date{2026, 1, 15}};
    const auto verdicts = rules.verdicts(*table, options);
    if (!verdicts) std::abort();
    for (std::size_t row = 0; row < table->size(); ++row) {
        const bool refused = std::any_of(verdicts->refused.begin(), verdicts->refused.end(),
                                         [&](const auto& one) { return one.first == row; });
        const auto plan = rules.read_plan(table->tree(row), {.name = table->name(row), .read = read});
        if (plan.has_value() == refused) std::abort();
        if (!plan) continue;
        const auto alone = rules.verdicts({*plan}, options);
        if (!alone) std::abort();
        for (std::size_t requirement = 0; requirement < verdicts->requirements.size(); ++requirement)
            if (alone->at(0, requirement) != verdicts->at(row, requirement)) std::abort();
    }
    return 0;
}
