// Verdicts of many plans as a table: column "plan", then a column for each requirement.
#include <brecha/brecha.hpp>

#include <cassert>
#include <memory>
#include <span>

namespace brecha {

Table table_of(Verdicts verdicts, std::vector<std::string> names, const std::vector<bool>& is_read) {
    Table table;
    table.name = "verdicts";
    table.rows = names.size();
    Table::Column& plan = table.columns.emplace_back();
    plan.name = "plan";
    plan.valid.assign(names.size(), true);
    plan.text = std::move(names);
    const auto kept = std::make_shared<const Verdicts>(std::move(verdicts));
    static_assert(sizeof(Verdict) == 1);
    const std::span all(reinterpret_cast<const std::uint8_t*>(kept->values.data()), kept->values.size());
    for (std::size_t requirement = 0; requirement < kept->requirements.size(); ++requirement) {
        Table::Column& column = table.columns.emplace_back();
        column.name = kept->requirements[requirement];
        column.type = Table::Type::category;
        column.categories.assign(words_of<Verdict>.begin(), words_of<Verdict>.end());
        const auto of_plans = all.subspan(requirement * kept->plans, kept->plans);
        if (kept->plans == table.rows) {
            column.codes = {of_plans, kept};
            continue;
        }
        assert(is_read.size() == table.rows);
        std::vector<std::uint8_t> codes(table.rows, Table::Codes::none);
        for (std::size_t row = 0, next = 0; row < table.rows; ++row)
            if (is_read[row]) codes[row] = of_plans[next++];
        column.codes = Table::Codes::of(std::move(codes));
    }
    return table;
}

Table table_of(TableVerdicts verdicts, const PlanTable& plans) {
    std::vector<std::string> names;
    names.reserve(plans.size());
    for (std::size_t row = 0; row < plans.size(); ++row) names.push_back(plans.name(row));
    for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement)
        for (const auto& [row, why] : verdicts.refused)
            verdicts.values[requirement * verdicts.plans + row] = static_cast<Verdict>(Table::Codes::none);
    return table_of(static_cast<Verdicts&&>(verdicts), std::move(names), {});
}

}  // namespace brecha
