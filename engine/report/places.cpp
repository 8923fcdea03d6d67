#include "report/places.hpp"

#include "messages/catalogue/report.hpp"
#include "plans/places.hpp"
#include "report/words.hpp"

namespace brecha::report {

namespace {

using model::TypeKind;

QuestionForm form_of(const model::Field& field, bool element) {
    if (field.type.list && !element) return QuestionForm::list;
    return field.type.kind == TypeKind::yes_no ? QuestionForm::yes_no : QuestionForm::value;
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
        view.words.form = QuestionForm::judged;
        view.words.ask = text_in(judgement.question, language);
        view.choices = yes_and_no(language);
    } else if (place.parameter >= 0) {
        const model::Parameter& parameter = ruleset.parameters[static_cast<std::size_t>(place.parameter)];
        view.group = "parameter " + std::to_string(place.parameter);
        view.words.form = QuestionForm::parameter;
        view.words.label = model::called(parameter.title, parameter.name, language.tag());
    } else if (place.entity >= 0 && place.field >= 0) {
        const auto entity_index = static_cast<std::uint32_t>(place.entity);
        const model::Entity& entity = ruleset.vocabulary.entities[entity_index];
        const model::Field& field = entity.fields[static_cast<std::size_t>(place.field)];
        // A list that is given but may be longer is not asked for again: whether it is complete is what is open.
        const bool complete = place.whole_list && missing.why == plans::Why::may_be_more;
        view.row.entity = entity.name;
        view.row.field = field.name;
        view.words.form = complete ? field.dated >= 0 ? QuestionForm::kept : QuestionForm::complete
                                   : form_of(field, place.element || !place.absent.empty());
        view.words.ask = text_in(field.ask, language);
        view.words.label = model::called(field.labels, field.name, language.tag());
        view.group = entity.name + "." + field.name + (complete ? " complete" : "");
        if (!complete && field.type.kind == TypeKind::enumeration && field.type.of != model::country_enumeration)
            for (const model::EnumerationValue& value :
                 ruleset.vocabulary.enumerations[static_cast<std::size_t>(field.type.of)].values)
                view.choices.push_back(model::called(value.labels, value.word, language.tag()));
        if (view.words.form == QuestionForm::yes_no || view.words.form == QuestionForm::complete)
            view.choices = yes_and_no(language);
        if (!place.absent.empty()) view.words.items.push_back(place.absent);
        else if (!place.element)
            if (std::string name = plans::item_name(plans, entity_index, place.row, language.tag()); !name.empty())
                view.words.items.push_back(std::move(name));
    } else {
        // An item of a list or something outside the vocabulary: the place itself is asked for.
        view.group = "place " + place.text;
        view.words.label = place.text;
        if (place.entity < 0) view.words.form = QuestionForm::data;
        else view.row.entity = ruleset.vocabulary.entities[static_cast<std::size_t>(place.entity)].name;
    }
    if (place.judgement < 0 && place.parameter < 0) {
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

Evidence evidence_row(const assess::Assessment& assessment, const assess::PlaceUsed& used) {
    Evidence row;
    row.place = used.place.text;
    row.value = used.value;
    row.used_as = used.used_as == Truth::holds   ? UsedAs::holds
                  : used.used_as == Truth::fails ? UsedAs::fails
                                                 : UsedAs::context;
    row.defaulted = used.defaulted;
    if (used.place.judgement >= 0) {
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
    if (used.place.parameter >= 0) return row;
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
