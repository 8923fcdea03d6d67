#include "model/checking/periods.hpp"

#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"
#include "model/parameter.hpp"
#include "words/keywords.hpp"

#include "messages/catalogue/checking_in_force.hpp"
#include "messages/catalogue/checking_values.hpp"

#include <algorithm>
#include <utility>

namespace brecha::model {

namespace {

/// Lets each value end where the next one begins.
void put_one_after_the_other(std::vector<DatedValue>& values, const std::vector<syntax::DatedValue>& nodes,
                             const FileContext& file, Diagnostics& diagnostics) {
    for (std::size_t index = 1; index < values.size(); ++index) {
        Period& before = values[index - 1].in_force;
        const std::optional<Day>& from = values[index].in_force.from;
        if (!from) {
            diagnostics.error(catalogue::value_since_when, file.at(nodes[index].span));
            return;
        }
        if (const auto& last = before.until ? before.until : before.from; last && *from <= *last) {
            diagnostics.error(catalogue::values_overlap, file.at(nodes[index].period.from), {day_to_text(*last)});
            return;
        }
        if (!before.until) before.until = *from - 1;
    }
}

}  // namespace

std::optional<Day> read_day(const syntax::Word& written, const FileContext& file, Environment& environment) {
    if (written.empty()) return std::nullopt;
    const std::optional<Day> day = day_from_text(written.text);
    if (!day)
        environment.diagnostics.error(catalogue::no_day, file.at(written), {written.text}, month_length(written.text));
    return day;
}

Period read_period(const syntax::Period& node, const FileContext& file, Environment& environment) {
    const Period period{read_day(node.from, file, environment), read_day(node.until, file, environment)};
    if (period.is_limited()) environment.ruleset.reads_assessment_date = true;
    if (period.from && period.until && *period.until < *period.from) {
        environment.diagnostics.error(catalogue::ends_before_it_begins, file.at(node.until));
        return {};
    }
    return period;
}

Period read_in_force(const syntax::InForceLine& line, const Period& around, const FileContext& file,
                     Environment& environment) {
    const std::optional<Period> both = around.common(read_period(line.period, file, environment));
    if (!both) environment.diagnostics.error(catalogue::never_in_force, file.at(line.span));
    return both.value_or(around);
}

std::vector<DatedValue> read_values(const std::vector<syntax::DatedValue>& nodes, Parameter& parameter, bool says_type,
                                    const FileContext& file, Environment& environment) {
    std::vector<DatedValue> values;
    for (const syntax::DatedValue& node : nodes) {
        std::optional<Expression> value = value_of_parameter(node.value, parameter, says_type, file, environment);
        const Period in_force = read_period(node.period, file, environment);
        if (value && std::exchange(says_type, false)) {
            parameter.type = value->type;
            if (parameter.type.kind == TypeKind::number) parameter.type.integer = false;  // another may be a fraction
        }
        if (node.cite)
            if (const std::optional<Citation> one = citation(*node.cite, file, environment))
                parameter.citations.push_back(*one);
        if (value) values.push_back({std::move(*value), in_force});
    }
    if (values.size() == nodes.size()) put_one_after_the_other(values, nodes, file, environment.diagnostics);
    return values;
}

std::vector<DatedValue> set_over(std::vector<DatedValue> base, const std::vector<DatedValue>& set) {
    if (set.empty()) return base;
    const std::optional<Day> begin = set.front().in_force.from;
    std::vector<DatedValue> values;
    if (begin)
        for (DatedValue& one : base)
            if (const auto left = one.in_force.common({{}, *begin - 1}))
                values.push_back({std::move(one.value), *left});
    values.insert(values.end(), set.begin(), set.end());
    return values;
}

std::string values_text(const Ruleset& ruleset, const std::vector<DatedValue>& values, const Type& type,
                        std::string_view language) {
    std::string text;
    for (std::size_t index = 0; index < values.size(); ++index) {
        const auto& [from, until] = values[index].in_force;
        if (index > 0) text += ", ";
        text += constant_text(ruleset, values[index].value, type);
        const auto add = [&](std::string_view role, Day day) {
            text += " " + std::string(grammar::keyword(role, language)) + " " + day_to_text(day);
        };
        if (from) add("from~~", *from);
        const bool goes_on = until && index + 1 < values.size() && values[index + 1].in_force.from == *until + 1;
        if (until && !goes_on) add("until", *until);
    }
    return text;
}

}  // namespace brecha::model
