// Plans from a stream of Arrow, as a C++ host hands one over.
#include "catch.hpp"

#include <brecha/arrow.h>
#include <brecha/brecha.h>
#include <brecha/brecha.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

using brecha::Verdict;

namespace {

constexpr const char* rules_text = R"(
vocabulary flat 1 { title "Flat" entity Plan root { staff integer  open yes_no } }
ruleset flat_rules 1 { title "Flat" uses flat 1 source S { title "S" standing practice }
  requirement A-1 { title "a" shall source S "1" require plan.staff >= 3 gap "g" }
  requirement A-2 { title "b" shall source S "2" when plan.staff is given require plan.open gap "g" }
}
)";

/// A stream of two pieces of a table with the columns `staff`, `open` and `colour`; it fails before piece `fails_at`.
struct Pieces {
    std::array<std::int32_t, 4> staff{1, 3, 5, -2};
    std::uint8_t staff_valid = 0b1011, open = 0b0010;
    std::array<ArrowSchema, 4> schemas{};
    std::array<ArrowSchema*, 3> schema_children{&schemas[1], &schemas[2], &schemas[3]};
    std::array<ArrowArray, 4> arrays{};
    std::array<ArrowArray*, 3> array_children{&arrays[1], &arrays[2], &arrays[3]};
    std::array<std::array<const void*, 2>, 4> buffers{};
    int given = 0, fails_at = -1, released_arrays = 0;
    bool released = false;

    Pieces() {
        const std::array<const char*, 4> formats{"+s", "i", "b", "n"}, names{"", "staff", "open", "colour"};
        for (std::size_t i = 0; i < 4; ++i) {
            schemas[i].format = formats[i];
            schemas[i].name = names[i];
            schemas[i].release = [](ArrowSchema* schema) { schema->release = nullptr; };
        }
        schemas[0].n_children = 3;
        schemas[0].children = schema_children.data();
        buffers[1] = {&staff_valid, staff.data()};
        buffers[2] = {nullptr, &open};
    }

    ArrowArrayStream stream() {
        ArrowArrayStream stream{};
        stream.private_data = this;
        stream.get_schema = [](ArrowArrayStream* of, ArrowSchema* out) {
            *out = static_cast<Pieces*>(of->private_data)->schemas[0];
            return 0;
        };
        stream.get_next = [](ArrowArrayStream* of, ArrowArray* out) {
            return static_cast<Pieces*>(of->private_data)->next(out);
        };
        stream.get_last_error = [](ArrowArrayStream*) -> const char* { return "the line is cut"; };
        stream.release = [](ArrowArrayStream* of) {
            static_cast<Pieces*>(of->private_data)->released = true;
            of->release = nullptr;
        };
        return stream;
    }

    int next(ArrowArray* out) {
        *out = ArrowArray{};
        if (given == fails_at) return 5;
        if (given == 2) return 0;
        for (std::size_t i = 0; i < 4; ++i) {
            arrays[i].length = 2;
            arrays[i].null_count = i == 1 ? -1 : 0;
            arrays[i].offset = i == 0 ? 2 * given : 0;
            arrays[i].n_buffers = i == 0 ? 1 : i == 3 ? 0 : 2;
            arrays[i].buffers = buffers[i].data();
            arrays[i].release = [](ArrowArray* array) { array->release = nullptr; };
            if (i != 0) arrays[i].length = 4;
        }
        arrays[0].n_children = 3;
        arrays[0].children = array_children.data();
        arrays[0].private_data = this;
        arrays[0].release = [](ArrowArray* array) {
            ++static_cast<Pieces*>(array->private_data)->released_arrays;
            array->release = nullptr;
        };
        ++given;
        *out = arrays[0];
        return 0;
    }
};

brecha::Ruleset compiled() {
    auto rules = brecha::compile({{"flat.brecha", rules_text}});
    REQUIRE(rules);
    return *rules;
}

const brecha::AssessOptions on_a_day{.as_of = brecha::Date{2026, 1, 15}};

}  // namespace

TEST_CASE("A table of Arrow is assessed column by column", "[arrow]") {
    const brecha::Ruleset rules = compiled();
    Pieces pieces;
    {
        ArrowArrayStream stream = pieces.stream();
        const auto table = rules.read_table(stream);
        REQUIRE(table);
        CHECK(pieces.released);
        REQUIRE(table->size() == 4);
        CHECK(table->name(3) == "row 3");
        REQUIRE(table->left_out().size() == 1);
        CHECK(table->left_out()[0].place == "colour");
        CHECK(table->left_out()[0].entity == "Plan");
        const std::vector<brecha::Note> notes = table->notes("es");
        REQUIRE(notes.size() == 1);
        CHECK(notes[0].code == "P101");
        CHECK(notes[0].message == "campo desconocido \"colour\", se ignora");
        CHECK(notes[0].help == "Plan tiene: staff, open");

        const auto verdicts = rules.verdicts(*table, on_a_day);
        REQUIRE(verdicts);
        CHECK(verdicts->refused.empty());
        const std::vector<Verdict> first{Verdict::not_met, Verdict::met, Verdict::unknown, Verdict::unknown};
        const std::vector<Verdict> second{Verdict::not_met, Verdict::met, Verdict::unknown, Verdict::unknown};
        for (std::size_t row = 0; row < 4; ++row) {
            CHECK(verdicts->at(row, 0) == first[row]);
            CHECK(verdicts->at(row, 1) == second[row]);
            // Each row is the same plan for itself.
            const auto plan = rules.read_plan(table->tree(row), {.name = table->name(row)});
            REQUIRE(plan);
            CHECK(plan->notes().size() == (row == 3 ? 1 : 0));
            const auto report = rules.assess(*plan, on_a_day);
            REQUIRE(report);
            CHECK(report->findings()[0].verdict == first[row]);
            CHECK(report->findings()[1].verdict == second[row]);
        }
        CHECK(pieces.released_arrays == 0);

        const auto planes = rules.verdict_planes(*table, on_a_day);
        REQUIRE(planes);
        CHECK(planes->refused.empty());
        for (std::size_t requirement = 0; requirement < 2; ++requirement) {
            for (std::size_t row = 0; row < 4; ++row)
                CHECK(planes->at(row, requirement) == verdicts->at(row, requirement));
            CHECK(planes->count(requirement, Verdict::met) == 1);
            CHECK(planes->count(requirement, Verdict::unknown) == 2);
            CHECK(planes->count(requirement, Verdict::not_applicable) == 0);
        }
        // The row that is read by itself cannot be: it has no verdict, and is counted as none.
        brecha::AssessOptions shallow = on_a_day;
        shallow.limits.plan_nesting = 0;
        const auto without = rules.verdict_planes(*table, shallow);
        REQUIRE(without);
        REQUIRE(without->refused.size() == 1);
        CHECK(without->refused[0].first == 3);
        CHECK(static_cast<int>(without->at(3, 0)) == 7);
        CHECK(without->count(0, Verdict::met) + without->count(0, Verdict::not_met) +
                  without->count(0, Verdict::unknown) + without->count(0, Verdict::partly_met) +
                  without->count(0, Verdict::not_applicable) ==
              3);

        // The verdicts go out as they came in: dictionary columns of a byte a verdict.
        ArrowArrayStream out{};
        brecha::to_arrow(brecha::table_of(*verdicts, *table), &out);
        ArrowSchema schema{};
        ArrowArray array{}, end{};
        REQUIRE(out.get_schema(&out, &schema) == 0);
        REQUIRE(out.get_next(&out, &array) == 0);
        REQUIRE(out.get_next(&out, &end) == 0);
        CHECK(end.release == nullptr);
        out.release(&out);
        REQUIRE(schema.n_children == 3);
        CHECK(std::string(schema.children[0]->name) == "plan");
        CHECK(std::string(schema.children[2]->name) == "A-2");
        CHECK(std::string(schema.children[2]->format) == "c");
        REQUIRE(schema.children[2]->dictionary != nullptr);
        REQUIRE(array.length == 4);
        const auto* codes = static_cast<const std::int8_t*>(array.children[2]->buffers[1]);
        for (std::size_t row = 0; row < 4; ++row) CHECK(static_cast<Verdict>(codes[row]) == second[row]);
        const ArrowArray& words = *array.children[2]->dictionary;
        const auto* offsets = static_cast<const std::int32_t*>(words.buffers[1]);
        CHECK(std::string(static_cast<const char*>(words.buffers[2]), static_cast<std::size_t>(offsets[1])) == "met");
        array.release(&array);
        schema.release(&schema);
    }
    CHECK(pieces.released_arrays == 2);
}

TEST_CASE("A stream that fails, or was released, is told and given back", "[arrow]") {
    const brecha::Ruleset rules = compiled();
    for (const int fails_at : {0, 1}) {
        Pieces pieces;
        pieces.fails_at = fails_at;
        ArrowArrayStream stream = pieces.stream();
        const auto table = rules.read_table(stream);
        REQUIRE_FALSE(table);
        CHECK(table.diagnostics()[0].code == "P601");
        CHECK(table.diagnostics()[0].message("fr") == "la table Arrow ne peut pas être lue : the line is cut");
        CHECK(pieces.released);
        CHECK(pieces.released_arrays == fails_at);
        CHECK_FALSE(rules.read_table(stream));
    }
}

TEST_CASE("Options of a table are checked", "[arrow]") {
    const brecha::Ruleset rules = compiled(), others = compiled();
    const auto read = [&](const brecha::TableOptions& options) {
        Pieces pieces;
        ArrowArrayStream stream = pieces.stream();
        return rules.read_table(stream, options);
    };
    CHECK(read({.name_column = "plan"}).diagnostics()[0].message() == "the table has no column \"plan\"");
    CHECK(read({.read = "most"}).diagnostics()[0].code == "B512");

    Pieces pieces;
    ArrowArrayStream stream = pieces.stream();
    const auto table = rules.read_table(stream, {.name_column = "staff"});
    REQUIRE(table);
    CHECK(table->name(0) == "1");
    CHECK(table->name(2) == "row 2");
    CHECK_FALSE(rules.verdicts(*table, {}));
    CHECK(others.verdicts(*table, on_a_day).diagnostics()[0].code == "B952");
}

TEST_CASE("A table of Arrow is assessed from C", "[arrow]") {
    const brecha_named_text text{"flat.brecha", rules_text, std::string(rules_text).size()};
    brecha_ruleset* rules = nullptr;
    REQUIRE(brecha_compile(&text, 1, nullptr, &rules, nullptr) == BRECHA_OK);
    Pieces pieces;
    ArrowArrayStream stream = pieces.stream();
    brecha_plan_table* plans = nullptr;
    REQUIRE(brecha_ruleset_read_table(rules, &stream, nullptr, &plans, nullptr) == BRECHA_OK);
    brecha_ruleset_destroy(rules);  // the table keeps what it needs of it
    CHECK(pieces.released);
    REQUIRE(brecha_plan_table_count(plans) == 4);

    brecha_table* notes = nullptr;
    REQUIRE(brecha_plan_table_notes(plans, "en", &notes) == BRECHA_OK);
    REQUIRE(brecha_table_row_count(notes) == 1);
    CHECK(std::string(brecha_table_cell(notes, 0, brecha_table_column(notes, "place"), nullptr)) == "colour");
    brecha_table_destroy(notes);

    brecha_assess_options options = BRECHA_ASSESS_OPTIONS;
    options.as_of = {2026, 1, 15};
    brecha_verdicts* verdicts = nullptr;
    REQUIRE(brecha_plan_table_verdicts(plans, &options, &verdicts, nullptr) == BRECHA_OK);
    REQUIRE(brecha_verdicts_plan_count(verdicts) == 4);
    const std::array<brecha_verdict, 4> first{BRECHA_NOT_MET, BRECHA_MET, BRECHA_UNKNOWN, BRECHA_UNKNOWN};
    CHECK(std::equal(first.begin(), first.end(), brecha_verdicts_data(verdicts)));
    brecha_verdicts_destroy(verdicts);

    brecha_plan* plan = nullptr;
    REQUIRE(brecha_plan_table_plan(plans, 1, &plan, nullptr) == BRECHA_OK);
    CHECK(std::string(brecha_plan_name(plan)) == "row 1");
    brecha_plan_destroy(plan);
    CHECK(brecha_plan_table_plan(plans, 4, &plan, nullptr) == BRECHA_WRONG_ARGUMENT);
    CHECK(brecha_plan_table_plan(nullptr, 0, &plan, nullptr) == BRECHA_WRONG_ARGUMENT);
    brecha_diagnostics* why = nullptr;
    options.as_of = {0, 0, 0};
    CHECK(brecha_plan_table_verdicts(plans, &options, &verdicts, &why) == BRECHA_REFUSED);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "B513");
    brecha_diagnostics_destroy(why);
    brecha_plan_table_destroy(plans);
    CHECK(pieces.released_arrays == 2);
}

TEST_CASE("A table of Arrow that cannot be read is refused in C", "[arrow]") {
    const brecha_named_text text{"flat.brecha", rules_text, std::string(rules_text).size()};
    brecha_ruleset* rules = nullptr;
    REQUIRE(brecha_compile(&text, 1, nullptr, &rules, nullptr) == BRECHA_OK);
    Pieces pieces;
    ArrowArrayStream stream = pieces.stream();
    brecha_table_options options = BRECHA_TABLE_OPTIONS;
    options.name_column = "name";
    brecha_plan_table* plans = nullptr;
    brecha_diagnostics* why = nullptr;
    CHECK(brecha_ruleset_read_table(rules, &stream, &options, &plans, &why) == BRECHA_REFUSED);
    CHECK(plans == nullptr);
    CHECK(std::string(brecha_diagnostics_code(why, 0)) == "P601");
    CHECK(pieces.released);
    brecha_diagnostics_destroy(why);
    CHECK(brecha_ruleset_read_table(rules, nullptr, nullptr, &plans, nullptr) == BRECHA_WRONG_ARGUMENT);
    brecha_plan_table_destroy(nullptr);
    brecha_ruleset_destroy(rules);
}
