#include "plans/read_json.hpp"

#include "model/sha256.hpp"
#include "plans/broken_json.hpp"
#include "plans/finishing.hpp"
#include "plans/plan_events.hpp"
#include "plans/wording.hpp"

#include <utility>

namespace brecha::plans {

PlanRecord finish_plan(Reading& reading, const PlanText& source) {
    PlanRecord record;
    record.name = source.name;
    record.sha256 = source.sha256.empty() ? model::sha256(source.text) : source.sha256;
    settle_keys(reading);
    const Evidence evidence = read_evidence(reading, record, source.read);
    resolve_references(reading);
    settle_silence(reading, evidence);
    read_judgements(reading, record);
    record.notes = finished_notes(reading);
    reading.plans->whys.insert(reading.whys.begin(), reading.whys.end());
    return record;
}

ReadPlans read_json(const std::shared_ptr<const Schema>& schema, const std::vector<PlanText>& texts) {
    ReadPlans result;
    result.refused.resize(texts.size());
    Reading reading(schema, texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const PlanText& text = texts[i];
        if (text.text.size() > greatest_plan_size) {
            result.refused[i].push_back(
                refused(text.name, 0,
                        phrase("the plan has more than {} megabytes", "el plan tiene más de {} megabytes", {same(std::to_string(greatest_plan_size >> 20))})));
            continue;
        }
        reading.begin_plan(text.text, text.positions);
        if (auto reason = read_cells(reading, text)) {
            result.refused[i].push_back(std::move(*reason));
            continue;
        }
        reading.plans->records.push_back(finish_plan(reading, text));
        result.accepted.push_back(i);
    }
    if (result.accepted.empty()) return result;
    reading.finish();
    result.plans = reading.plans;
    return result;
}

}  // namespace brecha::plans
