#include "report/requirements.hpp"

#include "messages/catalogue/report.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace brecha::report {

namespace {

/// A month is 30 days, a year 365; five working days are a week.
double days_of(model::Duration duration) {
    const auto amount = static_cast<double>(model::duration_amount(duration));
    switch (model::duration_kind(duration)) {
        case model::DurationKind::calendar: {
            const std::int64_t months = model::duration_amount(duration);
            return static_cast<double>(months % 12 == 0 ? months / 12 * 365 : months * 30);
        }
        case model::DurationKind::working: return amount * 7.0 / 5.0;
        default: return amount / 86'400.0;
    }
}

std::string label_in(const std::vector<model::Label>& labels, const std::string& word, Language language) {
    const auto label =
        std::find_if(labels.begin(), labels.end(), [&](const model::Label& one) { return one.word == word; });
    return model::called(label == labels.end() ? model::Texts() : label->texts, word, language.tag());
}

/// Fills because, source and clause.
template <typename Told>
void tell_why(Told& told, const model::Why& why, const model::Ruleset& ruleset, Language language) {
    told.because = text_in(why.because, language);
    if (!why.citation) return;
    told.source = ruleset.sources[why.citation->source].id;
    told.clause = why.citation->clause;
}

}  // namespace

std::optional<Date> date_of(const std::optional<model::Day>& day) {
    if (!day) return std::nullopt;
    const model::CivilDate date = model::civil_of(*day);
    return Date{date.year, date.month, date.day};
}

Period period_of(const model::Period& period) { return {date_of(period.from), date_of(period.until)}; }

RequirementInfo requirement_info(const model::Ruleset& ruleset, std::size_t index, Language language) {
    const model::Requirement& requirement = ruleset.requirements[index];
    RequirementInfo info;
    info.id = requirement.id;
    info.was = requirement.was;
    info.title = text_in(requirement.title, language);
    info.theme = requirement.theme;
    info.theme_label = label_in(ruleset.themes, requirement.theme, language);
    info.group = requirement.group;
    info.modality = requirement.modality;
    info.origin = requirement.origin;
    for (const model::Citation& citation : requirement.citations) {
        const model::Source& source = ruleset.sources[citation.source];
        const std::string title = text_in(source.title, language);
        info.citations.push_back({source.id, title.empty() ? source.id : title, citation.clause, citation.part,
                                  source.standing, citation.reading, citation.stale});
    }
    if (requirement.effort_duration) {
        info.effort = model::duration_to_text(*requirement.effort_duration, language.tag());
        if (requirement.effort_each) info.effort = said(messages::catalogue::each, {info.effort}, language);
        info.effort_days = days_of(*requirement.effort_duration);
    }
    info.training = requirement.training;
    for (const std::string& module : requirement.training)
        info.training_labels.push_back(label_in(ruleset.training, module, language));
    for (const std::uint32_t before : requirement.after) info.after.push_back(ruleset.requirements[before].id);
    for (const model::Clause& clause : requirement.clauses)
        if (!clause.part.empty()) info.parts.push_back(clause.part);
    if (requirement.waiver) {
        Waiver& waiver = info.waiver.emplace();
        waiver.until = date_of(requirement.waiver->until);
        waiver.origin = requirement.waiver->origin;
        tell_why(waiver, requirement.waiver->why, ruleset, language);
    }
    info.in_force = period_of(requirement.in_force);
    info.weakened = requirement.weakened;
    return info;
}

std::vector<Change> changes_of(const model::Ruleset& ruleset, Language language) {
    std::vector<Change> changes;
    for (const model::Change& one : ruleset.changes) {
        Change& change = changes.emplace_back();
        change.kind = one.kind;
        change.origin = one.origin;
        if (one.requirement >= 0)
            change.requirement = ruleset.requirements[static_cast<std::size_t>(one.requirement)].id;
        if (one.calendar >= 0) change.parameter = ruleset.calendars[static_cast<std::size_t>(one.calendar)].name;
        if (one.parameter >= 0) change.parameter = ruleset.parameters[static_cast<std::size_t>(one.parameter)].name;
        change.before = one.before;
        change.after = one.after;
        change.until = date_of(one.until);
        change.weakens = one.weakens;
        tell_why(change, one.why, ruleset, language);
    }
    return changes;
}

std::vector<Mapping> mappings_of(const model::Ruleset& ruleset) {
    std::vector<Mapping> mappings;
    for (const model::Mapping& one : ruleset.mappings)
        mappings.push_back({ruleset.requirements[one.requirement].id, one.ruleset, one.id, one.relation, one.origin});
    return mappings;
}

std::vector<SourceInfo> sources_of(const model::Ruleset& ruleset, Language language) {
    std::vector<SourceInfo> infos;
    for (const model::Source& source : ruleset.sources)
        infos.push_back({source.id, text_in(source.title, language), text_in(source.publisher, language), source.url,
                         source.date, source.standing});
    return infos;
}

}  // namespace brecha::report
