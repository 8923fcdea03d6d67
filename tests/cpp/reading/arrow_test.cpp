// Arrow arrays by hand: what the interface tells of them is held against each other before anything is read.
#include "reading/arrow/array.hpp"

#include "catch.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

using brecha::reading::arrow::Array;
using brecha::reading::arrow::broken;
using brecha::reading::arrow::Kind;
using brecha::reading::arrow::type_of;

namespace {

void nothing_to_release(ArrowSchema*) {}
void nothing_to_release(ArrowArray*) {}

/// A schema and an array of it, with all that they point to.
struct Made {
    ArrowSchema schema{};
    ArrowArray array{};
    std::string format, name = "c";
    std::vector<const void*> buffers;
    std::vector<std::unique_ptr<Made>> inside;
    std::vector<ArrowSchema*> schemas;
    std::vector<ArrowArray*> arrays;

    Made(std::string of, std::int64_t rows, std::vector<const void*> with)
        : format(std::move(of)), buffers(std::move(with)) {
        schema.format = format.c_str();
        schema.name = name.c_str();
        schema.release = &nothing_to_release;
        array.length = rows;
        array.n_buffers = static_cast<std::int64_t>(buffers.size());
        array.buffers = buffers.data();
        array.release = &nothing_to_release;
    }
    void child(std::string of, std::int64_t rows, std::vector<const void*> with) {
        Made& made = *inside.emplace_back(std::make_unique<Made>(std::move(of), rows, std::move(with)));
        schemas.push_back(&made.schema);
        arrays.push_back(&made.array);
        schema.children = schemas.data();
        array.children = arrays.data();
        schema.n_children = array.n_children = static_cast<std::int64_t>(schemas.size());
    }
    std::string wrong() const {
        const std::string in_schema = broken(schema);
        return in_schema.empty() ? broken(schema, array) : in_schema;
    }
};

const std::array<std::int32_t, 4> numbers{1, 2, 3, 4};
const std::array<std::int32_t, 3> offsets{0, 2, 4};
const std::string letters = "abcd";

}  // namespace

TEST_CASE("An Arrow array that holds together is read", "[arrow]") {
    Made list("+l", 2, {nullptr, offsets.data()});
    list.child("i", 4, {nullptr, numbers.data()});
    REQUIRE(list.wrong().empty());
    const Array array(&list.schema, &list.array);
    CHECK(array.elements(1) == std::pair<std::int64_t, std::int64_t>(2, 4));
    CHECK(array.child(0).integer(3) == 4);

    Made text("u", 2, {nullptr, offsets.data(), letters.data()});
    REQUIRE(text.wrong().empty());
    CHECK(Array(&text.schema, &text.array).text(1) == "cd");

    Made empty("+l", 0, {nullptr, nullptr});
    empty.child("i", 0, {nullptr, nullptr});
    CHECK(empty.wrong().empty());
}

TEST_CASE("Types of Arrow are known by their format", "[arrow]") {
    const auto kind = [](const char* format) {
        ArrowSchema schema{};
        schema.format = format;
        return type_of(schema).kind;
    };
    CHECK(kind("g") == Kind::floating);
    CHECK(kind("d:19,10,256") == Kind::decimal);
    CHECK(kind("tsu:UTC") == Kind::moment);
    CHECK(kind("tDn") == Kind::duration);
    CHECK(kind("vu") == Kind::text_view);
    for (const char* format : {"", "z", "Z", "vz", "w:4", "ttm", "tiM", "+ud:0,1", "+us:0", "+r", "d:", "d:1,2,7", "ts",
                               "tsx:", "tD", "e", "t", "+"})
        CHECK(kind(format) == Kind::other);
}

TEST_CASE("A hostile Arrow array is refused by what is wrong with it", "[arrow]") {
    Made list("+l", 2, {nullptr, offsets.data()});
    list.child("i", 4, {nullptr, numbers.data()});
    Made text("u", 2, {nullptr, offsets.data(), letters.data()});
    Made row("+s", 4, {nullptr});
    row.child("i", 4, {nullptr, numbers.data()});

    SECTION("offsets that leave the elements") {
        list.inside[0]->array.length = 3;
        CHECK(list.wrong() == "column \"c\": offsets that do not grow, or leave the data");
    }
    SECTION("offsets that go back, begin below zero") {
        const std::array<std::int32_t, 3> back{0, 4, 2}, below{-1, 2, 4};
        list.buffers[1] = back.data();
        CHECK_FALSE(list.wrong().empty());
        list.buffers[1] = below.data();
        CHECK_FALSE(list.wrong().empty());
        text.buffers[1] = back.data();
        CHECK_FALSE(text.wrong().empty());
    }
    SECTION("lengths and offsets that no memory has") {
        for (const std::int64_t number : {std::int64_t(-1), std::numeric_limits<std::int64_t>::max()}) {
            list.array.length = number;
            CHECK(list.wrong() == "column \"c\": no such length");
            list.array.length = 2;
            list.array.offset = number;
            CHECK(list.wrong() == "column \"c\": no such length");
            list.array.offset = 0;
        }
    }
    SECTION("a member shorter than its struct, also behind an offset") {
        row.array.length = 5;
        CHECK(row.wrong() == "column \"c\": a member that is too short");
        row.array.length = 4;
        row.array.offset = 1;
        CHECK(row.wrong() == "column \"c\": a member that is too short");
    }
    SECTION("buffers and children that are not there") {
        text.array.n_buffers = 2;
        CHECK(text.wrong() == "column \"c\": buffers are missing");
        text.array.n_buffers = 3;
        text.buffers[2] = nullptr;
        CHECK(text.wrong() == "column \"c\": buffers are missing");
        row.inside[0]->buffers[1] = nullptr;
        CHECK(row.wrong() == "column \"c\": buffers are missing");
        row.arrays[0] = nullptr;
        CHECK_FALSE(row.wrong().empty());
        row.array.n_children = 0;
        CHECK(row.wrong() == "column \"c\": not the children of its schema");
        list.schema.n_children = 0;
        CHECK(list.wrong() == "column \"c\": a list without one child");
        list.schema.n_children = 1;
        list.schema.children = nullptr;
        CHECK(list.wrong() == "column \"c\": no children");
    }
    SECTION("nulls that no bitmap tells") {
        row.inside[0]->array.null_count = 1;
        CHECK(row.wrong() == "column \"c\": nulls without a validity bitmap");
        row.inside[0]->array.null_count = -1;  // not counted, and none without a bitmap
        CHECK(row.wrong().empty());
        CHECK(Array(&row.schema, &row.array).child(0).valid(0));
    }
    SECTION("what was released") {
        row.array.release = nullptr;
        CHECK(row.wrong() == "column \"c\": released");
        row.schema.release = nullptr;
        CHECK(row.wrong() == "a schema that was released");
    }
    SECTION("a fixed list of more elements than there are, or fewer than none") {
        Made fixed("+w:3", 2, {nullptr});
        fixed.child("i", 4, {nullptr, numbers.data()});
        CHECK(fixed.wrong() == "column \"c\": too few elements");
        Made below("+w:-1", 2, {nullptr});
        below.child("i", 4, {nullptr, numbers.data()});
        CHECK_FALSE(below.wrong().empty());
    }
    SECTION("a list view that leaves its elements") {
        const std::array<std::int32_t, 2> begins{0, 3}, sizes{4, 2},
            largest{0, std::numeric_limits<std::int32_t>::max()};
        Made view("+vl", 2, {nullptr, begins.data(), sizes.data()});
        view.child("i", 4, {nullptr, numbers.data()});
        CHECK(view.wrong() == "column \"c\": a list that leaves the data");
        view.buffers[2] = largest.data();
        CHECK_FALSE(view.wrong().empty());
    }
    SECTION("a text view that leaves its buffer") {
        const std::array<std::int32_t, 4> view{20, 0, 0, 8};
        const std::array<std::int64_t, 1> sizes{16};
        Made texts("vu", 1, {nullptr, view.data(), letters.data(), sizes.data()});
        CHECK(texts.wrong() == "column \"c\": a text that leaves the data");
        const std::array<std::int32_t, 4> of_no_buffer{20, 0, 7, 0};
        texts.buffers[1] = of_no_buffer.data();
        CHECK(texts.wrong() == "column \"c\": a text that leaves the data");
    }
    SECTION("a number that its dictionary does not have") {
        Made words("u", 2, {nullptr, offsets.data(), letters.data()});
        Made indices("i", 4, {nullptr, numbers.data()});
        indices.schema.dictionary = &words.schema;
        CHECK(indices.wrong() == "column \"c\": its dictionary is missing");
        indices.array.dictionary = &words.array;
        REQUIRE(indices.wrong().empty());
        const Array array(&indices.schema, &indices.array);
        CHECK(array.dictionary_row(0) == 1);
        CHECK_FALSE(array.dictionary_row(1));
        indices.schema.format = "g";
        CHECK(indices.wrong() == "column \"c\": a dictionary without whole numbers");
    }
    SECTION("a type inside itself, deeper than anybody writes") {
        ArrowSchema endless{};
        ArrowSchema* itself = &endless;
        endless.format = "+l";
        endless.name = "c";
        endless.n_children = 1;
        endless.children = &itself;
        endless.release = &nothing_to_release;
        CHECK(broken(endless) == "column \"c\": nested too deep");
    }
    SECTION("a map that has no keys and values") {
        Made map("+m", 2, {nullptr, offsets.data()});
        map.child("i", 4, {nullptr, numbers.data()});
        CHECK(map.wrong() == "column \"c\": a map without keys and values");
    }
}
