#include "plans/sample_schema.hpp"

#include "catch.hpp"

#include "model/sha256.hpp"

#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace brecha::plans;
using namespace brecha::plans::test;

namespace {

brecha::reading::ReadPlans read_all(const std::vector<std::string>& texts) {
    std::vector<brecha::reading::PlanSource> plans;
    for (const std::string& text : texts) {
        brecha::reading::PlanSource plan;
        plan.name = "plan " + std::to_string(plans.size());
        plan.text = text;
        plans.push_back(plan);
    }
    return brecha::reading::read_plans(sample_schema(), plans);
}

/// All that can be seen of one plan in a batch, row by row.
std::string dump(const Plans& plans, std::uint32_t plan) {
    const auto& vocabulary = plans.schema->ruleset->vocabulary;
    std::string text;
    for (std::uint32_t entity_index = 0; entity_index < vocabulary.entities.size(); ++entity_index) {
        const auto& of = vocabulary.entities[entity_index];
        if (of.table_row) continue;
        for (std::uint32_t row = 0; row < plans.table(entity_index).rows; ++row) {
            if (plans.table(entity_index).plan[row] != plan) continue;
            text += place_of_item(plans, entity_index, row) + '\n';
            for (const auto& field : of.fields) {
                text += "  " + field.name + ": ";
                if (!field.type.list) {
                    text += cell(plans, of.name, field.name, row) + '\n';
                    continue;
                }
                const FieldColumn& column_of = column(plans, of.name, field.name);
                const ListColumn& list_of = lists(plans, of.name, field.name);
                text += std::to_string(list_of.end[row] - list_of.begin[row]) +
                        list(plans, of.name, field.name, row)
                            .substr(list(plans, of.name, field.name, row).find_first_of(")t"));
                if (column_of.own_elements)
                    for (std::uint32_t i = list_of.begin[row]; i < list_of.end[row]; ++i)
                        text += ' ' + element(plans, of.name, field.name, i);
                text += '\n';
            }
        }
    }
    for (const Note& one : plans.records[plan].notes)
        text += one.code + ' ' + one.place + ' ' + one.message.in("en") + '\n';
    return text;
}

const std::vector<std::string> various = {
    R"({"title": "one", "agencies": [{"id": "a", "part": ["leads"], "branches": [{"id": "c"}]}, {"id": "b"}], "lead": "b", "cost": {"from": 1, "to": 2}})",
    R"({"title": "broken", "agencies": [{"id": "x", "part": ["leads", "drafts"]}], "urgent": true, "tags": ["a", 1], "cost": {"from": 3}, )",
    R"({})",
    R"({"lead": "a", "tags": ["x", "y"], "urgent": false, "evidence": {"": {"read": "whole"}, "cost": {"why": "withheld"}}})",
    R"({"agencies": [{"id": "a"}, {"id": "a"}], "approved_on": "2024", "tags": [], "evidence": {"": {"read": "part"}, "venues": {"size": 3}}})",
    R"([])",
    R"({"stage": "drafted", "stage": "approved", "agencies": [{"id": "a", "zz": 1}], "cost": 1e999})",
    R"({"office": {"city": "x"}, "groups": [{"id": "g", "members": [{"id": "b"}]}], "partners": ["b", "q"]})",
};

}  // namespace

TEST_CASE("a batch equals its plans one by one, and a plan that is refused leaves no trace") {
    const brecha::reading::ReadPlans batch = read_all(various);
    CHECK(batch.accepted == std::vector<std::size_t>{0, 2, 3, 4, 6, 7});
    REQUIRE(batch.plans);
    CHECK(batch.plans->records.size() == 6);
    CHECK(batch.plans->table(0).rows == 6);
    for (std::size_t i = 0; i < various.size(); ++i) CHECK(batch.refused[i].empty() == (i != 1 && i != 5));
    for (std::uint32_t plan = 0; plan < batch.accepted.size(); ++plan) {
        const brecha::reading::ReadPlans alone = read_all({various[batch.accepted[plan]]});
        REQUIRE(alone.plans);
        CHECK(dump(*batch.plans, plan) == dump(*alone.plans, 0));
        CHECK(batch.plans->records[plan].sha256.digits() == alone.plans->records[0].sha256.digits());
        CHECK(batch.plans->records[plan].sha256.digits().size() == 64);
    }
}

TEST_CASE("references and keys of one plan do not see another's") {
    const brecha::reading::ReadPlans batch =
        read_all({R"({"agencies": [{"id": "a"}], "lead": "b"})", R"({"agencies": [{"id": "b"}], "lead": "b"})"});
    CHECK(cell(*batch.plans, "Plan", "lead", 0) == "missing (invalid)");
    CHECK(cell(*batch.plans, "Plan", "lead", 1) == "b");
}

TEST_CASE("tables grow over many rows without losing any") {
    std::string text = "{\"agencies\": [";
    for (int i = 0; i < 1000; ++i) {
        if (i != 0) text += ',';
        text += "{\"id\": \"k" + std::to_string(i) +
                "\", \"part\": [\"leads\", \"drafts\"], \"active\": " + (i % 3 == 0 ? "true" : "false") +
                ", \"letter_signed_on\": \"2024-0" + std::to_string(1 + i % 9) + (i % 2 == 0 ? "-05\"" : "\"") + "}";
    }
    text += "]}";
    const auto plans = read(text);
    CHECK(list(*plans, "Plan", "agencies") == "[0, 1000)");
    bool all = true;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const std::string month = "2024-0" + std::to_string(1 + i % 9);
        all = all && cell(*plans, "Agency", "id", i) == "k" + std::to_string(i) &&
              cell(*plans, "Agency", "active", i) == (i % 3 == 0 ? "yes" : "no");
        all = all &&
              cell(*plans, "Agency", "letter_signed_on", i).starts_with(i % 2 == 0 ? month + "-05" : month + "-01 to ");
        all = all &&
              list(*plans, "Agency", "part", i) == "[" + std::to_string(2 * i) + ", " + std::to_string(2 * i + 2) + ")";
    }
    CHECK(all);
    const FieldColumn& active = column(*plans, "Agency", "active");
    CHECK(active.values.rows == 1000);
    CHECK((active.values.valid[word_count(1000) - 1] >> (1000 % 64)) == 0);  // bits beyond the rows are 0
    CHECK((reinterpret_cast<std::uintptr_t>(column(*plans, "Venue", "capacity").values.decimals.data()) % 16) == 0);
}

TEST_CASE("any cut and many changes of a plan's text give an answer") {
    const std::string text =
        R"({"title": "a\u00e9\ud83d\ude00 b", "country": "CR", "approved_on": "2024-05", "agencies": [{"id": "a", "part": ["leads", 3], "representatives": [{"id": "r"}], "branches": [{"id": "c", "branches": [{}]}]}, {"id": "a"}],
        "cost": {"from": 1.5e2, "to": 200}, "officers": 1e400, "tags": ["x", null], "urgent": false, "office": {"city": "y", "desks": [{}]}, "searches": [{"object": "o", "level": 1}], "title": "b",
        "evidence": {"": {"read": "part"}, "agencies": {"size": {"from": 3}}, "cost": {"says": [{"value": 3}, {"value": {"to": 4}}]}, "/agencies/0/name": {"none": true}, "lead": {"why": "withheld"}},
        "judgements": [{"requirement": "S-36", "part": ".1", "answer": true}]})";
    std::size_t read_well = 0;
    for (std::size_t length = 0; length <= text.size(); ++length)
        if (const brecha::reading::ReadPlans result = read_all({text.substr(0, length)}); result.plans) ++read_well;
    CHECK(read_well == 1);
    std::mt19937 random(7);
    const std::string letters = "{}[]\",:0e-\\u \n\xFF\xC3t";
    for (int round = 0; round < 3000; ++round) {
        std::string changed = text;
        for (unsigned i = 0; i < 1 + random() % 3; ++i) {
            const std::size_t at = random() % changed.size();
            switch (random() % 3) {
                case 0: changed[at] = letters[random() % letters.size()]; break;
                case 1: changed.erase(at, random() % 20); break;
                default: changed.insert(at, changed.substr(random() % changed.size(), random() % 30)); break;
            }
        }
        const brecha::reading::ReadPlans result = read_all({changed, text});
        REQUIRE(result.plans);
        CHECK(result.refused[1].empty());
        CHECK((result.refused[0].empty() ? 2u : 1u) == result.plans->records.size());
        if (!result.refused[0].empty()) CHECK(result.refused[0][0].span.begin <= changed.size());
    }
}

TEST_CASE("texts and numbers of any length are read, and very many of them") {
    const std::string long_text(100'000, 'x'), long_number = "0." + std::string(500, '0');
    std::vector<std::string> texts = {"{\"title\": \"" + long_text + "\", \"cost\": " + long_number + "}"};
    for (int i = 0; i < 3'000; ++i)
        texts.push_back("{\"title\": \"" + std::string(static_cast<std::size_t>(i % 300), 'y') + std::to_string(i) +
                        "\"}");
    const brecha::reading::ReadPlans batch = read_all(texts);
    REQUIRE(batch.accepted.size() == texts.size());
    const Column& titles = column(*batch.plans, "Plan", "title").values;
    CHECK(batch.plans->texts[titles.integers[0]] == long_text);
    for (const int i : {0, 1, 127, 128, 129, 299, 300, 2'999})
        CHECK(batch.plans->texts[titles.integers[static_cast<std::size_t>(i) + 1]] ==
              std::string(static_cast<std::size_t>(i % 300), 'y') + std::to_string(i));
}

TEST_CASE("the hash of a plan's text is the same for all threads that ask for it first") {
    const TextHash hash(std::string(10'000, 'x')), copy = hash;
    std::vector<std::thread> threads;
    std::vector<std::string> digits(4);
    for (std::size_t i = 0; i < digits.size(); ++i)
        threads.emplace_back([&, i] { digits[i] = (i % 2 == 0 ? hash : copy).digits(); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : digits) CHECK(one == brecha::model::sha256(std::string(10'000, 'x')));
    CHECK(TextHash().digits().empty());
}
