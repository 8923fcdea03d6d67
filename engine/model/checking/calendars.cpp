#include "model/checking/calendars.hpp"

#include "model/checking/periods.hpp"
#include "model/checking/table_file.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_shared.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

std::size_t weekday_of(Day day) { return static_cast<std::size_t>((day - day_least) % 7); }

/// The days in the column `date` of a file, which is read as that of a table is.
std::vector<Day> days_of_file(const syntax::Calendar& node, const FileContext& file, Environment& environment,
                              const CheckOptions& options) {
    syntax::Table table;
    table.name = node.name;
    table.from = node.holidays_from;
    table.span = node.span;
    Entity row;
    Field date;
    date.name = "date";
    date.type.kind = TypeKind::date;
    row.add_field(std::move(date));
    row.key = {0};
    std::vector<std::vector<std::string>> cells;
    read_table_file({&table, file}, row, cells, environment, options);
    std::vector<Day> days;
    for (const std::vector<std::string>& of_row : cells)
        if (const auto day = day_from_text(std::string_view(of_row[0]).substr(1, of_row[0].size() - 2)))  // in quotes
            days.push_back(*day);
    return days;
}

}  // namespace

std::int32_t calendar_named(std::string_view name, const Ruleset& ruleset) {
    for (std::size_t index = 0; index < ruleset.calendars.size(); ++index)
        if (ruleset.calendars[index].name == name) return static_cast<std::int32_t>(index);
    return -1;
}

std::vector<std::string> calendar_names(const Ruleset& ruleset) {
    std::vector<std::string> names;
    for (const Calendar& calendar : ruleset.calendars) names.push_back(calendar.name);
    return names;
}

void declare_calendar(const Found<syntax::Calendar>& calendar, const std::string& ruleset, Environment& environment) {
    const auto& [node, file] = calendar;
    std::vector<Calendar>& calendars = environment.ruleset.calendars;
    if (calendar_named(node->name.text, environment.ruleset) >= 0) {
        if (environment.declarations.is_layer(ruleset))  // the own one goes before that of a ruleset that is used
            environment.diagnostics.error(catalogue::calendar_twice, file.at(node->name), {node->name.text});
        return;
    }
    if (calendars.size() == greatest_calendar_count) {
        environment.diagnostics.error(catalogue::too_many_calendars, file.at(node->name), {greatest_calendar_count});
        return;
    }
    calendars.emplace_back().name = node->name.text;
    environment.declarations.calendars.push_back({calendar, ruleset});
}

void fill_calendars(Environment& environment, const CheckOptions& options) {
    Ruleset& ruleset = environment.ruleset;
    const auto& declared = environment.declarations.calendars;
    std::vector<std::int32_t> all, own;
    for (std::uint32_t index = 0; index < declared.size(); ++index) {
        fill_calendar(index, declared[index].written, environment, options);
        all.push_back(static_cast<std::int32_t>(index));
        if (environment.declarations.is_layer(declared[index].ruleset)) own.push_back(all.back());
    }
    const std::vector<std::int32_t>& candidates = own.empty() ? all : own;
    if (candidates.size() == 1) ruleset.calendar = candidates.front();
}

void fill_calendar(std::uint32_t index, const Found<syntax::Calendar>& calendar, Environment& environment,
                   const CheckOptions& options) {
    const auto& [node, file] = calendar;
    Diagnostics& diagnostics = environment.diagnostics;
    Calendar filled;
    filled.name = environment.ruleset.calendars[index].name;
    if (node->weekend.empty()) {  // a layer above states it
        environment.ruleset.calendars[index] = std::move(filled);
        return;
    }
    for (const syntax::Word& day : node->weekend) {
        const auto found = std::find(weekdays.begin(), weekdays.end(), day.text);
        if (found != weekdays.end()) filled.weekend[static_cast<std::size_t>(found - weekdays.begin())] = true;
        else
            diagnostics.error(catalogue::no_weekday, file.at(day),
                              {day.text, one_of_words({weekdays.begin(), weekdays.end()})},
                              built_in_word_meant(day.text, {weekdays.begin(), weekdays.end()}, file.language()));
    }
    if (std::count(filled.weekend.begin(), filled.weekend.end(), true) == 7)
        diagnostics.error(catalogue::no_day_is_left, file.at(node->weekend.front()));
    if (node->holidays_from) filled.holidays = days_of_file(*node, file, environment, options);
    for (const syntax::Word& holiday : node->holidays)
        if (const auto day = read_day(holiday, file, environment)) filled.holidays.push_back(*day);
    std::sort(filled.holidays.begin(), filled.holidays.end());
    const std::optional<Day> until = read_day(node->until, file, environment);
    if (!until) return;
    filled.until = *until;
    // Whoever lists the holidays of a year lists all of them.
    filled.from = day_of({civil_of(filled.holidays.empty() ? *until : filled.holidays.front()).year, 1, 1});
    if (!node->from.empty()) {
        const std::optional<Day> from = read_day(node->from, file, environment);
        if (!from) return;
        filled.from = *from;
    }
    if (filled.from > filled.until) {
        const syntax::Word& at = node->from.empty() ? node->until : node->from;
        diagnostics.error(catalogue::calendar_ends_before, file.at(at),
                          {day_to_text(filled.from), day_to_text(filled.until)});
        return;
    }
    for (const Day holiday : filled.holidays)
        if (holiday < filled.from || holiday > filled.until) {
            const std::string text = day_to_text(holiday);
            const auto written = std::find_if(node->holidays.begin(), node->holidays.end(),
                                              [&](const syntax::Word& one) { return one.text == text; });
            diagnostics.error(catalogue::holiday_outside,
                              written == node->holidays.end() ? file.at(node->holidays_from->span) : file.at(*written),
                              {text, day_to_text(filled.from), day_to_text(filled.until)});
            break;
        }
    filled.holidays.erase(std::unique(filled.holidays.begin(), filled.holidays.end()), filled.holidays.end());
    std::erase_if(filled.holidays, [&](Day day) { return filled.weekend[weekday_of(day)]; });
    environment.ruleset.calendars[index] = std::move(filled);
}

}  // namespace brecha::model
