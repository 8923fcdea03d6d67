#include "report/places.hpp"

#include "messages/catalogue/report.hpp"
#include "plans/places.hpp"
#include "plans/slice.hpp"
#include "report/words.hpp"

namespace brecha::report {

namespace {

using model::TypeKind;

Asks asks_of(const model::Field& field, bool element) {
    if (field.type.list && !element) return Asks::list;
    return field.type.kind == TypeKind::yes_no ? Asks::yes_no : Asks::value;
}

std::string yes_or_no(bool yes, Language language) {
    return said(yes ? messages::catalogue::yes_answer : messages::catalogue::no_answer, {}, language);
}
std::string label_of(const model::EnumerationValue& value, Language language) {
    return model::called(value.labels, value.word, language.tag());
}

/// An item that the plan lacks, by its key.
std::string absent_name(const plans::Plans& plans, const assess::Place& place, Language language) {
    const model::Vocabulary& vocabulary = plans.schema->ruleset->vocabulary;
    const model::Entity& entity = vocabulary.entities[static_cast<std::size_t>(place.absent_entity)];
    std::string text;
    std::size_t begin = 0;
    for (const std::uint32_t index : entity.key) {
        const bool last = index == entity.key.back();
        const std::size_t end =
            last ? place.absent.size() : std::min(place.absent.find(',', begin), place.absent.size());
        std::string word = place.absent.substr(begin, end - begin);
        begin = std::min(end + 1, place.absent.size());
        const model::Type& type = entity.fields[index].type;
        if (type.kind == TypeKind::enumeration) {
            const model::Enumeration& words = vocabulary.enumerations[static_cast<std::size_t>(type.of)];
            if (const int value = words.index_of(word); value >= 0)
                word = label_of(words.values[static_cast<std::size_t>(value)], language);
        } else if (type.kind == TypeKind::item) {
            const auto of = static_cast<std::uint32_t>(type.of);
            for (std::uint32_t row = 0; row < plans.table(of).rows; ++row)
                if (plans::key_text(plans, of, row) == word) {
                    word = plans::item_name(plans, of, row, language.tag());
                    break;
                }
        }
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

/// One word tells what the elements are: "risk assessment".
bool is_one_word(const assess::ListSlice& slice) {
    if (slice.bounds.size() != 1 || slice.bounds[0].low != slice.bounds[0].high) return false;
    const assess::SliceBound& bound = slice.bounds[0];
    if (bound.field < 0) return true;
    return bound.type.kind == TypeKind::text ||
           (bound.type.kind == TypeKind::enumeration && bound.type.of != model::country_enumeration);
}

/// Between what a field lies, as a reader sees it.
std::string bound_words(const plans::Plans& plans, const assess::SliceBound& bound, Language language) {
    const model::Vocabulary& vocabulary = plans.schema->ruleset->vocabulary;
    const auto low = static_cast<std::int64_t>(bound.low), high = static_cast<std::int64_t>(bound.high);
    const bool one = bound.low == bound.high;
    if (bound.type.kind == TypeKind::yes_no) return yes_or_no(bound.low != 0, language);
    if (bound.type.kind == TypeKind::text) return bound.text;
    if (bound.type.kind == TypeKind::item)
        return plans::item_name(plans, static_cast<std::uint32_t>(bound.type.of), static_cast<std::uint32_t>(low),
                                language.tag());
    const bool has_low = bound.low != model::decimal_least, has_high = bound.high != model::decimal_greatest;
    if (bound.type.kind == TypeKind::date && has_low && has_high && !one) {
        const model::CivilDate first = model::civil_of(low), last = model::civil_of(high);
        if (first.year == last.year && first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31)
            return std::to_string(first.year);
    }
    const auto shown = [&](model::Decimal from, model::Decimal to) {
        std::uint64_t valid = 1;
        plans::Column column;
        column.rows = 1;
        column.valid = plans::Words(&valid, 1);
        if (bound.type.kind == TypeKind::number || bound.type.kind == TypeKind::percent) {
            column.storage = plans::Storage::decimal;
            column.decimals = std::span(&from, 1);
            column.decimals_high = std::span(&to, 1);
            return plans::value_text(plans, bound.type, column, 0, language.tag());
        }
        std::int64_t first = from == model::decimal_least ? plans::integer_least : static_cast<std::int64_t>(from);
        std::int64_t last = to == model::decimal_greatest ? plans::integer_greatest : static_cast<std::int64_t>(to);
        column.integers = std::span(&first, 1);
        column.integers_high = std::span(&last, 1);
        return plans::value_text(plans, bound.type, column, 0, language.tag());
    };
    if (bound.type.kind == TypeKind::enumeration) {
        const auto& values = vocabulary.enumerations[static_cast<std::size_t>(bound.type.of)].values;
        const auto first = static_cast<std::size_t>(has_low ? low + bound.without_low : 0);
        const auto last = has_high ? static_cast<std::size_t>(high - bound.without_high) : values.size() - 1;
        std::vector<std::string> labels;
        for (std::size_t value = first; value <= last && value < values.size(); ++value)
            labels.push_back(values[value].listed.empty() ? label_of(values[value], language)
                                                          : text_in(values[value].listed, language));
        messages::List list;
        list.joint = messages::List::Joint::or_;
        for (const std::string& label : labels) list.items.push_back(messages::Message::same(label));
        return messages::Argument(std::move(list)).in(*messages::language_named(language.tag()));
    }
    if (!bound.without_low && !bound.without_high) return shown(bound.low, bound.high);
    std::string text;
    if (has_low)
        text = bound.without_low ? said(messages::catalogue::more_than, {shown(bound.low, bound.low)}, language)
                                 : shown(bound.low, model::decimal_greatest);
    if (has_high)
        text += (text.empty() ? "" : ", ") +
                (bound.without_high ? said(messages::catalogue::less_than, {shown(bound.high, bound.high)}, language)
                                    : shown(model::decimal_least, bound.high));
    return text;
}

/// "“Is the body permanent?” yes"
std::string condition_words(const plans::Plans& plans, const model::Field& list, const assess::SliceBound& bound,
                            Language language) {
    const std::string value = bound_words(plans, bound, language);
    if (bound.field < 0) return value;
    const model::Field& field = plans.schema->ruleset->vocabulary.entities[static_cast<std::size_t>(list.type.of)]
                                    .fields[static_cast<std::size_t>(bound.field)];
    if (!field.ask.empty())
        return said(messages::catalogue::asked_and_answered, {text_in(field.ask, language), value}, language);
    return said(messages::catalogue::asked_of_items, {model::called(field.labels, field.name, language.tag()), value},
                language);
}

/// What the elements of a slice are: "risk assessment"; "“Is the body permanent?” yes, “What kind of body is it?"
/// team".
std::string slice_words(const plans::Plans& plans, const model::Field& list, const assess::ListSlice& slice,
                        Language language) {
    if (is_one_word(slice)) return bound_words(plans, slice.bounds[0], language);
    std::string text;
    for (const assess::SliceBound& bound : slice.bounds) {
        const std::string one = condition_words(plans, list, bound, language);
        text = text.empty() ? one : said(messages::catalogue::and_also, {text, one}, language);
    }
    return text;
}

/// Does the plan say of a list that elements are there which it does not give?
bool lacks_some(const plans::Plans& plans, const assess::Place& list) {
    const plans::EntityTable& table = plans.table(static_cast<std::uint32_t>(list.entity));
    const auto& more = table.list(static_cast<std::size_t>(list.field)).more_least;
    return !more.empty() && more[list.row] > 0;
}

}  // namespace

MissingView missing_view(const assess::Assessment& assessment, const assess::MissingPlace& missing, Language language) {
    const model::Ruleset& ruleset = assessment.ruleset();
    const plans::Plans& plans = assessment.plans();
    const assess::Place& place = missing.place;
    MissingView view;
    view.row.place = place.text;
    view.row.why = missing.why;
    if (place.judgement >= 0) {
        const model::Judgement& judgement = ruleset.judgements[static_cast<std::size_t>(place.judgement)];
        view.group = "judgement " + std::to_string(place.judgement);
        view.words.asks = Asks::judged;
        view.words.ask = text_in(judgement.question, language);
        view.choices = yes_and_no(language);
    } else if (place.parameter >= 0) {
        const model::Parameter& parameter = ruleset.parameters[static_cast<std::size_t>(place.parameter)];
        view.group = "parameter " + std::to_string(place.parameter);
        view.words.asks = Asks::parameter;
        view.words.label = model::called(parameter.title, parameter.name, language.tag());
    } else if (place.calendar >= 0) {
        const model::Calendar& calendar = ruleset.calendars[static_cast<std::size_t>(place.calendar)];
        view.group = place.text;
        view.words.asks = Asks::calendar;
        view.words.label = calendar.name;
        if (calendar.is_stated())
            view.words.known_days = {model::day_to_text(calendar.from), model::day_to_text(calendar.until)};
    } else if (place.entity >= 0 && place.field >= 0) {
        const auto entity_index = static_cast<std::uint32_t>(place.entity);
        const model::Entity& entity = ruleset.vocabulary.entities[entity_index];
        const model::Field& field = entity.fields[static_cast<std::size_t>(place.field)];
        // A list (or slice) that is given but may be longer is not asked for again: whether it is complete is what is
        // open.
        const bool slice = !place.slice.bounds.empty();
        // Of one whose number of elements is known, those are asked for that are not given.
        const bool more = place.whole_list && missing.why == plans::Why::may_be_more;
        view.words.rest = more && !slice && lacks_some(plans, place);
        const bool complete = slice ? place.slice.has_given : more && !view.words.rest;
        view.row.entity = entity.name;
        view.row.field = field.name;
        view.words.asks = complete && !slice && field.dated >= 0 ? Asks::kept
                          : complete                             ? Asks::complete
                          : slice                                ? Asks::slice
                                  : asks_of(field, place.element || !place.absent.empty());
        view.words.ask = text_in(field.ask, language);
        view.words.label = model::called(field.labels, field.name, language.tag());
        view.group = entity.name + "." + field.name;
        if (slice) {
            view.words.slices.push_back(slice_words(plans, field, place.slice, language));
            view.words.described = !is_one_word(place.slice);
            // The values that one list may have are asked for together.
            view.group += place.slice.bounds[0].field < 0 && !view.words.described
                              ? "[]"
                              : "[" + std::string(plans::split_slice(place.text)->slice) + "]";
        }
        if (complete) view.group += " complete";
        if (view.words.rest) view.group += " rest";
        if (!complete && !slice && field.type.kind == TypeKind::enumeration &&
            field.type.of != model::country_enumeration)
            for (const model::EnumerationValue& value :
                 ruleset.vocabulary.enumerations[static_cast<std::size_t>(field.type.of)].values)
                view.choices.push_back(model::called(value.labels, value.word, language.tag()));
        if (view.words.asks == Asks::yes_no || view.words.asks == Asks::complete || slice)
            view.choices = yes_and_no(language);
        if (!place.absent.empty()) view.words.items.push_back(absent_name(plans, place, language));
        else if (!place.element)
            if (std::string name = plans::item_name(plans, entity_index, place.row, language.tag()); !name.empty())
                view.words.items.push_back(std::move(name));
    } else {
        // An item of a list or something outside the vocabulary: the place itself is asked for.
        view.group = "place " + place.text;
        view.words.label = place.text;
        if (place.entity < 0) view.words.asks = Asks::data;
        else view.row.entity = ruleset.vocabulary.entities[static_cast<std::size_t>(place.entity)].name;
    }
    if (place.judgement < 0 && place.parameter < 0 && place.calendar < 0) {
        const plans::Statement statement = plans::statement_at(assessment.record(), place.text);
        view.row.note = statement.note;
        if (missing.why == Why::outdated) {
            // One question for all places where the same has stood since the same day.
            view.words.value = missing.value;
            view.words.value_as_of = statement.as_of;
            view.group += " " + statement.as_of + " " + missing.value;
        }
    }
    if (missing.due)
        view.row.note = said(messages::catalogue::was_due, {*missing.due}, language) +
                        (view.row.note.empty() ? "" : "; " + view.row.note);
    view.row.value = missing.value;
    // What cannot be computed is all stated: there is nothing to ask.
    if (missing.why != Why::not_computable) view.row.question = question_text(view.words, language);
    return view;
}

Evidence evidence_at(const assess::Assessment& assessment, const assess::Place& place) {
    Evidence row;
    row.place = place.text;
    if (place.judgement >= 0) {
        // Whoever judged stands in the judgement, not in the evidence.
        for (const plans::HumanJudgement& judgement : assessment.record().judgements) {
            std::string at = "judgements/" + judgement.requirement;
            if (!judgement.part.empty()) at += "/" + judgement.part;
            if (!judgement.subject.empty()) at += "/" + judgement.subject;
            if (at != row.place) continue;
            row.who = judgement.who;
            row.dated = date_from_text(judgement.on);
        }
        return row;
    }
    if (place.parameter >= 0 || place.calendar >= 0) return row;
    plans::Statement statement = plans::statement_at(assessment.record(), row.place);
    row.document = std::move(statement.document);
    row.page = std::move(statement.page);
    row.who = std::move(statement.who);
    row.dated = date_from_text(statement.on);
    if (statement.as_of_last) {
        const model::CivilDate last = model::civil_of(*statement.as_of_last);
        row.fact_as_of = Date{last.year, last.month, last.day};
    }
    row.kind = code_named<EvidenceKind>(statement.kind);
    row.read = code_named<HowRead>(statement.read).value_or(HowRead::unmarked);
    row.guessed = statement.guessed;
    return row;
}

}  // namespace brecha::report
