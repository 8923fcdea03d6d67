#include "model/print.hpp"

#include <nlohmann/json.hpp>

namespace brecha::model {

namespace {

using Json = nlohmann::ordered_json;

Json texts(const Texts& values) {
    Json json = Json::array();
    for (const Text& text : values) json.push_back({{"language", text.language}, {"text", text.text}});
    return json;
}

Json type(const Type& value) {
    return {{"kind", type_kind_name(value.kind)},
            {"list", value.list},
            {"of", value.of},
            {"unit", value.unit},
            {"integer", value.integer},
            {"duration", duration_kind_name(value.duration)}};
}

std::string number_text(const Expression& expression) {
    switch (expression.operation) {
        case Operation::truth: return expression.number != 0 ? "1" : "0";
        case Operation::procedure_part:
        case Operation::date:
        case Operation::moment:
        case Operation::duration: return std::to_string(static_cast<std::int64_t>(expression.number));
        case Operation::number: return decimal_to_text(expression.number);
        default: return "0";
    }
}

Json expression_json(const Expression& expression) {
    Json operands = Json::array();
    for (const Expression& operand : expression.operands) operands.push_back(expression_json(operand));
    return {{"operation", operation_name(expression)},
            {"type", type(expression.type)},
            {"index", expression.index},
            {"variable", expression.variable},
            {"has_condition", expression.has_condition},
            {"has_body", expression.has_body},
            {"number", number_text(expression)},
            {"text", expression.text},
            {"operands", std::move(operands)}};
}

Json vocabulary_json(const Vocabulary& vocabulary) {
    Json units = Json::array();
    for (const Unit& unit : vocabulary.units) {
        Json dimension = Json::array();
        for (const auto& [base, exponent] : unit.dimension) dimension.push_back(Json::array({base, exponent}));
        units.push_back({{"name", unit.name},
                         {"factor", decimal_to_text(unit.factor)},
                         {"dimension", dimension},
                         {"labels", texts(unit.labels)}});
    }
    Json enumerations = Json::array();
    for (const Enumeration& enumeration : vocabulary.enumerations) {
        Json values = Json::array();
        for (const EnumerationValue& value : enumeration.values)
            values.push_back({{"word", value.word}, {"labels", texts(value.labels)}, {"listed", texts(value.listed)}});
        enumerations.push_back(
            {{"name", enumeration.name}, {"ordered", enumeration.ordered}, {"values", std::move(values)}});
    }
    Json entities = Json::array();
    for (const Entity& entity : vocabulary.entities) {
        Json fields = Json::array();
        for (const Field& field : entity.fields)
            fields.push_back({{"name", field.name},
                              {"labels", texts(field.labels)},
                              {"ask", texts(field.ask)},
                              {"type", type(field.type)},
                              {"reference", field.reference},
                              {"dated", field.dated},
                              {"initial", field.initial ? Json(*field.initial) : Json(nullptr)}});
        entities.push_back({{"name", entity.name},
                            {"labels", texts(entity.labels)},
                            {"key", entity.key},
                            {"fields", std::move(fields)},
                            {"table_row", entity.table_row}});
    }
    return {{"name", vocabulary.name},   {"version", vocabulary.version},           {"root", vocabulary.root},
            {"units", std::move(units)}, {"enumerations", std::move(enumerations)}, {"entities", std::move(entities)}};
}

Json citations_json(const std::vector<Citation>& citations) {
    Json json = Json::array();
    for (const Citation& citation : citations)
        json.push_back({{"part", citation.part},
                        {"source", citation.source},
                        {"clause", citation.clause},
                        {"quote", texts(citation.quote)},
                        {"reading", to_text(citation.reading)}});
    return json;
}

Json templates_json(const Templates& templates) {
    Json json = Json::array();
    for (const Template& one : templates) {
        Json pieces = Json::array();
        for (const Piece& piece : one.pieces) {
            if (piece.failing) pieces.push_back({{"failing", true}});
            else if (piece.open) pieces.push_back({{"open", true}});
            else if (piece.part) pieces.push_back({{"part", true}});
            else if (piece.value) pieces.push_back({{"value", expression_json(*piece.value)}});
            else pieces.push_back({{"text", piece.text}});
        }
        json.push_back({{"language", one.language}, {"pieces", std::move(pieces)}});
    }
    return json;
}

Json messages_json(const std::vector<Message>& messages) {
    Json json = Json::array();
    for (const Message& message : messages)
        json.push_back({{"part", message.part}, {"templates", templates_json(message.templates)}});
    return json;
}

std::string_view ending_name(Ending ending) {
    switch (ending) {
        case Ending::unstated: return "unstated";
        case Ending::if_any: return "if_any";
        case Ending::at_least_one: return "at_least_one";
    }
    return "unstated";
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(day_to_text(*day)) : Json(nullptr); }

Json period_json(const Period& period) {
    return {{"from", day_or_null(period.from)}, {"until", day_or_null(period.until)}};
}

Json waiver_json(const Waiver& waiver) {
    return {{"until", day_or_null(waiver.until)},
            {"origin", waiver.origin},
            {"because", texts(waiver.why.because)},
            {"citations", waiver.why.citation ? citations_json({*waiver.why.citation}) : Json::array()}};
}

Json requirement_json(const Requirement& requirement) {
    Json subjects = Json::array();
    for (const Subject& subject : requirement.subjects)
        subjects.push_back({{"variable", subject.variable},
                            {"list", expression_json(subject.list)},
                            {"condition", subject.condition ? expression_json(*subject.condition) : Json(nullptr)},
                            {"ending", ending_name(subject.ending)},
                            {"none_there", templates_json(subject.none_there)}});
    Json conditions = Json::array();
    for (const When& when : requirement.conditions)
        conditions.push_back({{"condition", expression_json(when.condition)}, {"depth", when.depth}});
    Json lets = Json::array();
    for (const Let& let : requirement.lets)
        lets.push_back({{"variable", let.variable}, {"value", expression_json(let.value)}});
    Json clauses = Json::array();
    for (const Clause& clause : requirement.clauses)
        clauses.push_back({{"part", clause.part},
                           {"label", texts(clause.label)},
                           {"listed", texts(clause.listed)},
                           {"condition", expression_json(clause.condition)}});
    return {{"id", requirement.id},
            {"was", requirement.was},
            {"title", texts(requirement.title)},
            {"modality", to_text(requirement.modality)},
            {"citations", citations_json(requirement.citations)},
            {"theme", requirement.theme},
            {"group", requirement.group},
            {"origin", requirement.origin},
            {"subjects", std::move(subjects)},
            {"conditions", std::move(conditions)},
            {"lets", std::move(lets)},
            {"clauses", std::move(clauses)},
            {"gaps", messages_json(requirement.gaps)},
            {"remedies", messages_json(requirement.remedies)},
            {"training", requirement.training},
            {"effort", requirement.effort},
            {"effort_duration",
             requirement.effort_duration ? Json(std::to_string(*requirement.effort_duration)) : Json(nullptr)},
            {"effort_each", requirement.effort_each},
            {"after", requirement.after},
            {"in_force", period_json(requirement.in_force)},
            {"facts_last", requirement.facts_last ? Json(std::to_string(*requirement.facts_last)) : Json(nullptr)},
            {"notes", texts(requirement.notes)},
            {"waiver", requirement.waiver ? waiver_json(*requirement.waiver) : Json(nullptr)},
            {"weakened", requirement.weakened},
            {"protocol", requirement.protocol >= 0 ? Json(requirement.protocol) : Json(nullptr)}};
}

Json protocol_json(const Protocol& protocol) {
    const auto span = [](const std::optional<Expression>& one) { return one ? expression_json(*one) : Json(nullptr); };
    const auto percent = [](const std::optional<Decimal>& one) {
        return one ? Json(decimal_to_text(*one)) : Json(nullptr);
    };
    Json fields = Json::object();
    for (std::size_t i = 0; i < step_field_names.size(); ++i)
        fields[std::string(step_field_names[i])] = protocol.fields[i] >= 0 ? Json(protocol.fields[i]) : Json(nullptr);
    Json members = Json::array();
    for (const ProtocolMember& member : protocol.members)
        members.push_back({{"name", member.name},
                           {"labels", texts(member.labels)},
                           {"event", member.event},
                           {"optional", member.optional},
                           {"case", member.in_case},
                           {"by", member.by},
                           {"by_any", member.by_any},
                           {"to", member.to}});
    Json parts = Json::array();
    for (const ProtocolPart& part : protocol.parts)
        parts.push_back({{"part", part.id},
                         {"kind", part_kind_names[static_cast<std::size_t>(part.kind)]},
                         {"of", part.of},
                         {"others", part.others},
                         {"any", part.any},
                         {"before", part.before},
                         {"from", span(part.from)},
                         {"to", span(part.to)},
                         {"percent_from", percent(part.percent_from)},
                         {"percent_to", percent(part.percent_to)},
                         {"case", part.in_case},
                         {"roles", part.roles}});
    return {{"requirement", protocol.requirement},
            {"entity", protocol.entity},
            {"step_entity", protocol.step_entity},
            {"steps", protocol.steps},
            {"fields", std::move(fields)},
            {"roles", protocol.roles},
            {"cases", protocol.cases},
            {"members", std::move(members)},
            {"parts", std::move(parts)}};
}

std::string_view month_end_name(MonthEnd rule) {
    switch (rule) {
        case MonthEnd::unstated: return "unstated";
        case MonthEnd::last_day: return "last_day";
        case MonthEnd::next_day: return "next_day";
    }
    return "unstated";
}

}  // namespace

std::string_view type_kind_name(TypeKind kind) {
    switch (kind) {
        case TypeKind::nothing: return "nothing";
        case TypeKind::text: return "text";
        case TypeKind::yes_no: return "yes_no";
        case TypeKind::number: return "number";
        case TypeKind::percent: return "percent";
        case TypeKind::date: return "date";
        case TypeKind::moment: return "moment";
        case TypeKind::duration: return "duration";
        case TypeKind::enumeration: return "enumeration";
        case TypeKind::item: return "item";
    }
    return "nothing";
}

std::string_view duration_kind_name(DurationKind kind) {
    switch (kind) {
        case DurationKind::exact: return "exact";
        case DurationKind::calendar: return "calendar";
        case DurationKind::working: return "working";
        case DurationKind::any: return "any";
    }
    return "any";
}

std::string to_json(const Expression& expression, int indent) { return expression_json(expression).dump(indent); }

namespace {

Json labels_json(const std::vector<Label>& labels) {
    Json json = Json::array();
    for (const Label& label : labels) json.push_back({{"word", label.word}, {"texts", texts(label.texts)}});
    return json;
}

}  // namespace

std::string to_json(const Ruleset& ruleset, int indent) {
    Json sources = Json::array();
    for (const Source& source : ruleset.sources)
        sources.push_back({{"id", source.id},
                           {"title", texts(source.title)},
                           {"publisher", texts(source.publisher)},
                           {"url", source.url},
                           {"date", source.date},
                           {"standing", to_text(source.standing)}});
    Json parameters = Json::array();
    for (const Parameter& parameter : ruleset.parameters) {
        Json values = Json::array();
        for (const DatedValue& one : parameter.values)
            values.push_back({{"value", expression_json(one.value)}, {"in_force", period_json(one.in_force)}});
        parameters.push_back({{"name", parameter.name},
                              {"title", texts(parameter.title)},
                              {"type", type(parameter.type)},
                              {"values", std::move(values)},
                              {"citations", citations_json(parameter.citations)}});
    }
    Json definitions = Json::array();
    for (const Definition& definition : ruleset.definitions)
        definitions.push_back({{"name", definition.name},
                               {"parameters", definition.parameters},
                               {"body", expression_json(definition.body)}});
    Json tables = Json::array();
    for (const Table& table : ruleset.tables) {
        Json banded = Json::array();
        for (const bool one : table.banded) banded.push_back(one);
        tables.push_back({{"name", table.name},
                          {"entity", table.entity},
                          {"single_value", table.single_value},
                          {"banded", std::move(banded)},
                          {"rows", table.rows}});
    }
    Json calendars = Json::array();
    for (const Calendar& calendar : ruleset.calendars) {
        Json weekend = Json::array(), holidays = Json::array();
        for (std::size_t day = 0; day < calendar.weekend.size(); ++day)
            if (calendar.weekend[day]) weekend.push_back(day);  // Monday is 0
        for (const Day day : calendar.holidays) holidays.push_back(day_to_text(day));
        calendars.push_back({{"name", calendar.name},
                             {"weekend", std::move(weekend)},
                             {"holidays", std::move(holidays)},
                             {"from", calendar.is_stated() ? Json(day_to_text(calendar.from)) : Json(nullptr)},
                             {"until", calendar.is_stated() ? Json(day_to_text(calendar.until)) : Json(nullptr)}});
    }
    Json variables = Json::array();
    for (const Variable& variable : ruleset.variables)
        variables.push_back({{"name", variable.name}, {"type", type(variable.type)}});
    Json judgements = Json::array();
    for (const Judgement& judgement : ruleset.judgements)
        judgements.push_back({{"requirement", judgement.requirement},
                              {"part", judgement.part},
                              {"question", texts(judgement.question)}});
    Json requirements = Json::array();
    for (const Requirement& requirement : ruleset.requirements) requirements.push_back(requirement_json(requirement));
    Json layers = Json::array();
    for (const auto& [name, version] : ruleset.layers) layers.push_back({{"name", name}, {"version", version}});
    Json in_force = Json::array();
    for (const Period& period : ruleset.in_force) in_force.push_back(period_json(period));
    Json changes = Json::array();
    for (const Change& change : ruleset.changes)
        changes.push_back({{"kind", to_text(change.kind)},
                           {"origin", change.origin},
                           {"requirement", change.requirement},
                           {"parameter", change.parameter},
                           {"calendar", change.calendar},
                           {"before", change.before},
                           {"after", change.after},
                           {"until", day_or_null(change.until)},
                           {"weakens", to_text(change.weakens)},
                           {"because", texts(change.why.because)}});
    Json mappings = Json::array();
    for (const Mapping& mapping : ruleset.mappings)
        mappings.push_back({{"requirement", mapping.requirement},
                            {"ruleset", mapping.ruleset},
                            {"id", mapping.id},
                            {"relation", to_text(mapping.relation)},
                            {"origin", mapping.origin}});
    Json protocols = Json::array();
    for (const Protocol& protocol : ruleset.protocols) protocols.push_back(protocol_json(protocol));
    const Json json = {{"name", ruleset.name},
                       {"version", ruleset.version},
                       {"title", texts(ruleset.title)},
                       {"sha256", ruleset.sha256},
                       {"month_end", month_end_name(ruleset.month_end)},
                       {"reads_assessment_date", ruleset.reads_assessment_date},
                       {"vocabulary", vocabulary_json(ruleset.vocabulary)},
                       {"sources", std::move(sources)},
                       {"parameters", std::move(parameters)},
                       {"definitions", std::move(definitions)},
                       {"tables", std::move(tables)},
                       {"calendars", std::move(calendars)},
                       {"calendar", ruleset.calendar >= 0 ? Json(ruleset.calendar) : Json(nullptr)},
                       {"variables", std::move(variables)},
                       {"judgements", std::move(judgements)},
                       {"requirements", std::move(requirements)},
                       {"protocols", std::move(protocols)},
                       {"themes", labels_json(ruleset.themes)},
                       {"training", labels_json(ruleset.training)},
                       {"layers", std::move(layers)},
                       {"in_force", std::move(in_force)},
                       {"changes", std::move(changes)},
                       {"mappings", std::move(mappings)}};
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace brecha::model
