#include "report/progress.hpp"

#include "assess/procedures/progress.hpp"
#include "plans/places.hpp"
#include "report/requirements.hpp"

namespace brecha::report {

namespace {

std::string label_of(const model::ProtocolMember& member, Language language) {
    std::string label(model::in_language(member.labels, language.tag()));
    return label == member.name ? model::called({}, member.name, language.tag()) : label;
}

StepProgress row_of(const assess::Assessment& assessment, const model::Protocol& protocol,
                    const assess::procedures::MemberProgress& source, Language language) {
    const model::Ruleset& ruleset = assessment.ruleset();
    const model::ProtocolMember& member = protocol.members[static_cast<std::size_t>(source.member)];
    StepProgress row;
    row.step = member.name;
    row.label = label_of(member, language);
    row.state = source.state;
    row.began = date_of(source.began);
    row.ended = date_of(source.ended);
    row.begins_from = date_of(source.begins_from);
    row.begins_by = date_of(source.begins_by);
    row.ends_from = date_of(source.ends_from);
    row.ends_by = date_of(source.ends_by);
    for (const std::int32_t role : member.by) row.by.push_back(protocol.roles[static_cast<std::size_t>(role)]);
    const auto step_entity = static_cast<std::uint32_t>(protocol.step_entity);
    if (const std::int32_t agency = protocol.field(model::StepField::agency); agency >= 0) {
        const model::Entity& steps = ruleset.vocabulary.entities[step_entity];
        const auto entity = static_cast<std::uint32_t>(steps.fields[static_cast<std::size_t>(agency)].type.of);
        for (const std::uint32_t item : source.agencies)
            row.agencies.push_back(plans::item_name(assessment.plans(), entity, item, language.tag()));
    }
    for (const std::int32_t other : source.waits_for)
        row.waits_for.push_back(protocol.members[static_cast<std::size_t>(other)].name);
    for (const std::size_t part : source.broken) row.broken.push_back(protocol.parts[part].id);
    for (const std::uint32_t item : source.items)
        row.places.push_back(plans::place_of_item(assessment.plans(), step_entity, item));
    return row;
}

}  // namespace

std::vector<StepProgress> progress_of(const assess::Assessment& assessment, Language language,
                                      const std::function<bool(const model::Requirement&)>& wanted) {
    std::vector<StepProgress> rows;
    for (const assess::Finding& finding : assessment.findings()) {
        const model::Requirement& requirement = assessment.ruleset().requirements[finding.requirement];
        if (requirement.protocol < 0 || !wanted(requirement)) continue;
        const model::Protocol& protocol =
            assessment.ruleset().protocols[static_cast<std::size_t>(requirement.protocol)];
        for (const assess::procedures::MemberProgress& one : assessment.progress(finding)) {
            StepProgress row = row_of(assessment, protocol, one, language);
            row.requirement = requirement.id;
            row.subject = finding.subject;
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

}  // namespace brecha::report
