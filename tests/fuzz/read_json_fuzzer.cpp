// libFuzzer entry: any bytes as a plan give an answer or a diagnostic.
//
// The schema is made by hand, with every kind of field. The first byte chooses how the plan is said to have been read,
// so that all of finish_plan() is reached. What was read is walked through once, so that a wrong row or bound is seen
// by the sanitizers.
#include "model/ruleset.hpp"
#include "plans/plans.hpp"
#include "reading/read_plans.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace brecha;

model::Field make(std::string name, model::TypeKind kind, int of = -1, bool list = false, bool reference = false) {
    model::Field field;
    field.name = std::move(name);
    field.type.kind = kind;
    field.type.of = of;
    field.type.list = list;
    field.reference = reference;
    return field;
}

std::shared_ptr<const plans::Schema> schema() {
    auto ruleset = std::make_shared<model::Ruleset>();
    model::Vocabulary& vocabulary = ruleset->vocabulary;
    vocabulary.enumerations = {model::countries(), {"E", false, -1, {{"a", {{"en", "A"}}}, {"b", {}}}}};
    vocabulary.units.push_back({"k", 1000 * model::decimal_one, {{"m", 1}}, {}});
    using K = model::TypeKind;
    model::Entity plan, item;
    plan.name = "P";
    plan.fields = {make("t", K::text),
                   make("y", K::yes_no),
                   make("n", K::number),
                   make("p", K::percent),
                   make("d", K::date),
                   make("m", K::moment),
                   make("u", K::duration),
                   make("c", K::enumeration, 0),
                   make("e", K::enumeration, 1),
                   make("i", K::item, 1),
                   make("r", K::item, 1, false, true),
                   make("L", K::item, 1, true),
                   make("R", K::item, 1, true, true),
                   make("T", K::text, -1, true),
                   make("N", K::number, -1, true)};
    plan.fields[2].type.unit = 0;
    plan.fields[1].initial = "false";
    item.name = "I";
    item.key = {0, 1};
    item.fields = {make("k", K::text), make("n", K::number), make("L", K::item, 1, true), make("i", K::item, 1),
                   make("r", K::item, 1, false, true)};
    item.fields[1].initial = "1";
    vocabulary.entities = {plan, item};
    model::Requirement requirement;
    requirement.id = "A";
    ruleset->requirements.push_back(requirement);
    ruleset->judgements.push_back({0, "", {{"en", "Q?"}}});
    return plans::make_schema(ruleset);
}

void walk(const plans::Plans& read) {
    const model::Vocabulary& vocabulary = read.schema->ruleset->vocabulary;
    std::size_t length = 0;
    for (std::uint32_t entity = 0; entity < vocabulary.entities.size(); ++entity) {
        const plans::EntityTable& table = read.table(entity);
        for (std::uint32_t row = 0; row < table.rows; ++row) {
            length += plans::place_of_item(read, entity, row).size();
            for (std::uint32_t field = 0; field < table.fields.size(); ++field) {
                const plans::FieldColumn& column = table.fields[field];
                const model::Type type = vocabulary.entities[entity].fields[field].type;
                if (!column.is_list()) {
                    length += plans::value_text(read, type, column.values, row, "es").size();
                    continue;
                }
                const std::size_t elements =
                    column.own_elements ? column.values.rows : read.table(static_cast<std::uint32_t>(type.of)).rows;
                if (table.list(field).begin[row] > table.list(field).end[row] || table.list(field).end[row] > elements)
                    std::abort();
                if (column.own_elements)
                    for (std::uint32_t i = table.list(field).begin[row]; i < table.list(field).end[row]; ++i)
                        length += plans::value_text(read, type.element(), column.values, i, "en").size();
            }
        }
    }
    for (const plans::Note& note : read.records.front().notes)
        length += plans::statement_at(read.records.front(), note.place).document.size();
    if (length == static_cast<std::size_t>(-1)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<const plans::Schema> of = schema();
    if (size == 0) return 0;
    reading::PlanSource text;
    text.name = "fuzz";
    text.read = data[0] % 3 == 0 ? "" : data[0] % 3 == 1 ? "part" : "whole";
    text.text = std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1);
    const reading::ReadPlans read = reading::read_plans(of, {text});
    if ((read.plans == nullptr) == read.refused.front().empty()) std::abort();
    if (read.plans) walk(*read.plans);
    return 0;
}
