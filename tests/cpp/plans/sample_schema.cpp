#include "plans/sample_schema.hpp"

#include "catch.hpp"

namespace brecha::plans::test {

namespace {

using model::Field;
using model::TypeKind;

Field make(std::string name, TypeKind kind, int of = -1) {
    Field field;
    field.name = std::move(name);
    field.type.kind = kind;
    field.type.of = of;
    return field;
}
Field list_of(Field field) {
    field.type.list = true;
    return field;
}
Field reference(Field field) {
    field.reference = true;
    return field;
}
Field with_default(Field field, std::string initial) {
    field.initial = std::move(initial);
    return field;
}
Field whole(Field field) {
    field.type.integer = true;
    return field;
}
Field in_unit(Field field, int unit) {
    field.type.unit = unit;
    return field;
}

}  // namespace

std::shared_ptr<const model::Ruleset> sample_ruleset() {
    auto ruleset = std::make_shared<model::Ruleset>();
    ruleset->name = "sample";
    model::Vocabulary& vocabulary = ruleset->vocabulary;
    vocabulary.enumerations.push_back(model::countries());
    vocabulary.enumerations.push_back({"Sector",
                                       false,
                                       -1,
                                       {{"public", {{"en", "public"}, {"es", "público"}}},
                                        {"private", {{"en", "private"}, {"es", "privado"}}},
                                        {"community", {}}}});
    vocabulary.enumerations.push_back({"", true, -1, {{"preparing", {}}, {"drafted", {}}, {"approved", {}}}});
    vocabulary.enumerations.push_back({"Part", false, -1, {{"leads", {}}, {"drafts", {}}, {"is_consulted", {}}}});
    vocabulary.units.push_back({"persons", model::decimal_one, {{"persons", 1}}, {}});
    vocabulary.units.push_back({"km", 1000 * model::decimal_one, {{"m", 1}}, {}});
    vocabulary.units.push_back({"milli", model::decimal_one / 1000, {{"m", 1}}, {}});

    enum { plan, agency, representative, venue, search, office, group, rate };
    const auto add = [&](std::string name, std::vector<std::uint32_t> key, std::vector<Field> fields) {
        model::Entity entity;
        entity.name = std::move(name);
        entity.key = std::move(key);
        entity.fields = std::move(fields);
        vocabulary.entities.push_back(std::move(entity));
    };
    add("Plan", {},
        {make("title", TypeKind::text),
         make("country", TypeKind::enumeration, 0),
         make("stage", TypeKind::enumeration, 2),
         make("approved_on", TypeKind::date),
         list_of(make("agencies", TypeKind::item, agency)),
         list_of(make("venues", TypeKind::item, venue)),
         reference(make("lead", TypeKind::item, agency)),
         list_of(make("tags", TypeKind::text)),
         in_unit(make("reach", TypeKind::number), 1),
         make("share", TypeKind::percent),
         make("starts", TypeKind::moment),
         make("notice", TypeKind::duration),
         whole(make("officers", TypeKind::number)),
         make("urgent", TypeKind::yes_no),
         list_of(make("topics", TypeKind::enumeration, 3)),
         list_of(reference(make("partners", TypeKind::item, agency))),
         make("office", TypeKind::item, office),
         list_of(make("dates", TypeKind::date)),
         list_of(make("groups", TypeKind::item, group)),
         list_of(make("searches", TypeKind::item, search)),
         make("cost", TypeKind::number),
         list_of(make("counts", TypeKind::number)),
         list_of(make("answers", TypeKind::yes_no)),
         with_default(make("public", TypeKind::yes_no), "false"),
         in_unit(make("depth", TypeKind::number), 2)});
    add("Agency", {0},
        {make("id", TypeKind::text), make("name", TypeKind::text), make("sector", TypeKind::enumeration, 1),
         list_of(make("part", TypeKind::enumeration, 3)), make("letter_signed_on", TypeKind::date),
         list_of(make("representatives", TypeKind::item, representative)),
         list_of(make("branches", TypeKind::item, agency)), with_default(make("active", TypeKind::yes_no), "true"),
         make("twin", TypeKind::item, agency)});
    add("Representative", {0}, {make("id", TypeKind::text), make("named_on", TypeKind::date)});
    add("Venue", {0},
        {make("id", TypeKind::text), in_unit(make("capacity", TypeKind::number), 0),
         reference(make("operator", TypeKind::item, agency))});
    add("Search", {0, 1},
        {make("object", TypeKind::text), whole(make("level", TypeKind::number)),
         with_default(make("rate", TypeKind::percent), "10")});
    add("Office", {},
        {make("city", TypeKind::text), with_default(make("open", TypeKind::yes_no), "false"),
         reference(make("contact", TypeKind::item, agency)), list_of(make("desks", TypeKind::item, representative))});
    add("Group", {0},
        {make("id", TypeKind::text), list_of(make("members", TypeKind::item, agency)),
         list_of(make("subgroups", TypeKind::item, group))});
    add("rates", {0, 1},
        {make("country", TypeKind::enumeration, 0), whole(make("year", TypeKind::number)),
         whole(make("victims", TypeKind::number)), make("seen_on", TypeKind::date), make("remark", TypeKind::text)});
    vocabulary.entities[agency].labels = {{"en", "Agency"}, {"es", "Entidad"}};
    vocabulary.entities[rate].table_row = true;

    model::Table table;
    table.name = "homicides";
    table.entity = rate;
    table.banded = {false, false};
    table.rows = {{"\"CR\"", "2016", "578", "\"2017-01\"", "\"first\""}, {"\"PA\"", "2016", "", "", "second"}};
    ruleset->tables.push_back(table);

    for (const char* id : {"S-36", "S-40"}) {
        model::Requirement requirement;
        requirement.id = id;
        ruleset->requirements.push_back(std::move(requirement));
    }
    ruleset->requirements[0].was = {"S-35"};
    model::Subject subject;
    ruleset->requirements[0].subjects.push_back(subject);
    ruleset->requirements[0].lets.push_back({-1, [] {
                                                 model::Expression text;
                                                 text.operation = model::Operation::text;
                                                 text.text = " Cafe\xCC\x81 ";  // not in normal form
                                                 return text;
                                             }()});
    ruleset->judgements.push_back(
        {0, ".1", {{"en", "Is the plan short enough to be used?"}, {"es", "¿Es el plan lo bastante corto?"}}});
    ruleset->judgements.push_back({1, "", {{"en", "Is it appropriate?"}}});
    return ruleset;
}

std::shared_ptr<const Schema> sample_schema() {
    static const std::shared_ptr<const Schema> schema = make_schema(sample_ruleset());
    return schema;
}

std::shared_ptr<const Plans> read(std::string_view text, std::string how_read) {
    reading::PlanSource plan;
    plan.name = "plan.json";
    plan.text = text;
    plan.read = std::move(how_read);
    reading::ReadPlans result = reading::read_plans(sample_schema(), {plan});
    INFO(text);
    if (!result.refused[0].empty()) FAIL(result.refused[0][0].message.in("en"));
    REQUIRE(result.plans);
    return result.plans;
}

std::uint32_t entity(const Plans& plans, std::string_view name) {
    const int found = plans.schema->ruleset->vocabulary.entity_of(name);
    REQUIRE(found >= 0);
    return static_cast<std::uint32_t>(found);
}

std::uint32_t field(const Plans& plans, std::string_view entity_name, std::string_view name) {
    const int found = plans.schema->ruleset->vocabulary.entities[entity(plans, entity_name)].field_of(name);
    INFO(name);
    REQUIRE(found >= 0);
    return static_cast<std::uint32_t>(found);
}

const FieldColumn& column(const Plans& plans, std::string_view entity_name, std::string_view name) {
    return plans.table(entity(plans, entity_name)).fields[field(plans, entity_name, name)];
}

const ListColumn& lists(const Plans& plans, std::string_view entity_name, std::string_view name) {
    return plans.table(entity(plans, entity_name)).list(field(plans, entity_name, name));
}

namespace {

std::string words(const Plans& plans, std::string_view entity_name, std::string_view name, const Column& column,
                  std::uint32_t row, bool is_element) {
    const std::uint32_t entity_index = entity(plans, entity_name), field_index = field(plans, entity_name, name);
    REQUIRE(row < column.rows);
    const model::Type type =
        plans.schema->ruleset->vocabulary.entities[entity_index].fields[field_index].type.element();
    const bool has_value = bit(column.valid, row) || bit(column.fails, row);
    CHECK(int(has_value) + int(bit(column.none, row)) + int(bit(column.withheld, row)) +
              int(bit(column.unusable, row)) <=
          1);
    if (has_value) {
        CHECK(why_missing(plans, entity_index, field_index, row, is_element) == Why::not_stated);
        return value_text(plans, type, column, row, "en");
    }
    if (bit(column.none, row)) return "none";
    const Why why = why_missing(plans, entity_index, field_index, row, is_element);
    CHECK(bit(column.withheld, row) == (why == Why::withheld));
    CHECK(bit(column.unusable, row) == (why != Why::withheld && why != Why::not_stated));
    return why == Why::not_stated ? "missing" : "missing (" + std::string(to_text(why)) + ')';
}

}  // namespace

std::string cell(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row) {
    const FieldColumn& of = column(plans, entity_name, name);
    return words(plans, entity_name, name, of.values, row, false) + (bit(of.defaulted, row) ? " (default)" : "");
}

std::string element(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row) {
    return words(plans, entity_name, name, column(plans, entity_name, name).values, row, true);
}

std::string list(const Plans& plans, std::string_view entity_name, std::string_view name, std::uint32_t row) {
    const ListColumn& of = lists(plans, entity_name, name);
    REQUIRE(row < of.rows);
    if (!bit(of.given, row)) {
        CHECK(of.begin[row] == of.end[row]);
        const Why why = why_missing(plans, entity(plans, entity_name), field(plans, entity_name, name), row);
        return why == Why::not_stated ? "absent" : "absent (" + std::string(to_text(why)) + ')';
    }
    std::string text = '[' + std::to_string(of.begin[row]) + ", " + std::to_string(of.end[row]) + ')';
    if (bit(of.open, row)) text += " open";
    if (!of.more_most.empty() && (of.more_least[row] != 0 || of.more_most[row] != 0))
        text += " + " + std::to_string(of.more_least[row]) + " to " +
                (of.more_most[row] == integer_greatest ? "any" : std::to_string(of.more_most[row]));
    return text;
}

std::vector<std::string> note_places(const Plans& plans) {
    std::vector<std::string> places;
    for (const Note& one : plans.records.front().notes) {
        CHECK(!one.message.in("en").empty());
        CHECK(!one.message.in("es").empty());
        CHECK(one.help.in("en").empty() == one.help.in("es").empty());
        places.push_back(one.code + ' ' + one.place);
    }
    return places;
}

const Note& note(const Plans& plans, std::string_view code) {
    const Note* found = nullptr;
    for (const Note& one : plans.records.front().notes) {
        INFO(one.code << ' ' << one.place << ": " << one.message.in("en"));
        if (one.code != code) continue;
        CHECK(found == nullptr);
        found = &one;
    }
    INFO(code);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace brecha::plans::test
