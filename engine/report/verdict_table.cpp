// Verdicts of many plans as a table: column "plan", then a column for each requirement.
#include <brecha/brecha.hpp>

#include <cassert>
#include <memory>
#include <span>

namespace brecha {

namespace {

/// With the column "plan" already in it.
Table with_verdicts(Table table, Verdicts verdicts, const std::vector<bool>& is_read) {
    const auto kept = std::make_shared<const Verdicts>(std::move(verdicts));
    static_assert(sizeof(Verdict) == 1);
    table.columns.reserve(table.columns.size() + kept->requirements.size());
    const std::span all(reinterpret_cast<const std::uint8_t*>(kept->values.data()), kept->values.size());
    static const SharedTexts words = std::vector<std::string>(words_of<Verdict>.begin(), words_of<Verdict>.end());
    table.columns.reserve(1 + kept->requirements.size());
    for (std::size_t requirement = 0; requirement < kept->requirements.size(); ++requirement) {
        Table::Column& column = table.columns.emplace_back();
        column.name = kept->requirements[requirement];
        column.type = Table::Type::category;
        column.categories = words;
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

Table of_plans(std::size_t rows) {
    Table table;
    table.name = "verdicts";
    table.rows = rows;
    Table::Column& plan = table.columns.emplace_back();
    plan.name = "plan";
    plan.valid.assign(rows, true);
    return table;
}

}  // namespace

Table table_of(Verdicts verdicts, std::vector<std::string> names, const std::vector<bool>& is_read) {
    Table table = of_plans(names.size());
    table.columns.front().text = std::move(names);
    return with_verdicts(std::move(table), std::move(verdicts), is_read);
}

Table table_of(TableVerdicts verdicts, const PlanTable& plans) {
    Table table = of_plans(plans.size());
    table.columns.front().text_of_row = [plans](std::size_t row) { return plans.name(row); };
    for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement)
        for (const auto& [row, why] : verdicts.refused)
            verdicts.values[requirement * verdicts.plans + row] = static_cast<Verdict>(Table::Codes::none);
    return with_verdicts(std::move(table), static_cast<Verdicts&&>(verdicts), {});
}

}  // namespace brecha
