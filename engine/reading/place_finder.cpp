#include "reading/place_finder.hpp"

#include "plans/remark.hpp"

#include <algorithm>

namespace brecha::reading {

const std::unordered_map<std::string, std::int64_t>& PlaceFinder::keys_of(const Cell& list) {
    const auto [known, is_new] = lists_.try_emplace(list.key());
    if (!is_new) return known->second;
    const PlanField& field = batch_.field(list);
    const ListColumn& column = batch_.list(list);
    for (std::uint32_t row = column.begin[list.row]; row < column.end[list.row]; ++row)
        if (const auto key = row_key(*batch_.plans, field.of, row)) {
            const auto [other, first] = known->second.try_emplace(*key, row);
            if (!first) other->second = -1;
        }
    return known->second;
}

std::optional<Place> PlaceFinder::find(std::string_view written, Failure* failed) {
    const bool pointer = !written.empty() && written.front() == '/';
    const std::vector<std::string> steps = steps_of(written);
    Place place{batch_.vocabulary.root, batch_.root_row(), -1, -1};
    const auto fail = [&](const std::string& step, std::vector<std::string> candidates) -> std::optional<Place> {
        if (failed != nullptr) *failed = {step, std::move(candidates)};
        return std::nullopt;
    };
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const PlanEntity& entity = batch_.entity(place.entity);
        const int found = entity.find(steps[i]);
        if (found < 0) return fail(steps[i], entity.names);
        place.field = found;
        if (i + 1 == steps.size()) break;

        const PlanField& field = entity.fields[static_cast<std::size_t>(found)];
        const Cell cell{place.entity, static_cast<std::uint32_t>(found), place.row, false};
        if (!field.list) {
            const Column& column = batch_.column(cell);
            if (!field.owned || !bit(column.valid, place.row)) return fail(steps[i + 1], {});
            place = {field.of, static_cast<std::uint32_t>(column.integers[place.row]), -1, -1};
            continue;
        }
        const std::string& step = steps[++i];
        const std::uint32_t begin = batch_.list(cell).begin[place.row], end = batch_.list(cell).end[place.row];
        std::int64_t row = -1;
        const bool positional = step.size() > 2 && step.front() == '[' && step.back() == ']';
        const auto position_of_step = [&](std::string_view digits) {
            std::int64_t position = 0;
            if (digits.empty() || digits.size() > 9) return std::int64_t(-1);
            for (const char letter : digits) {
                if (letter < '0' || letter > '9') return std::int64_t(-1);
                position = position * 10 + (letter - '0');
            }
            return position < end - begin ? begin + position : std::int64_t(-1);
        };
        std::vector<std::string> candidates;
        if (field.owned && !pointer) {
            const auto& keys = keys_of(cell);
            if (const auto known = keys.find(step); known != keys.end()) row = known->second;
            if (row < 0 && !positional) {
                constexpr std::size_t most = 1'000;
                for (const auto& [key, unused] : keys) {
                    if (candidates.size() == most) break;
                    if (key.size() <= longest_suggestion) candidates.push_back(key);
                }
                std::sort(candidates.begin(), candidates.end());
            }
        }
        if (row < 0 && pointer) row = position_of_step(step);
        if (row < 0 && positional) row = position_of_step(std::string_view(step).substr(1, step.size() - 2));
        if (row < 0) return fail(step, std::move(candidates));
        if (!field.owned) {
            place.element = row;
            if (i + 1 != steps.size()) return fail(steps[i + 1], {});
            break;
        }
        place = {field.of, static_cast<std::uint32_t>(row), -1, -1};
    }
    return place;
}

}  // namespace brecha::reading
