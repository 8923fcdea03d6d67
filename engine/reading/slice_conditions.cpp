#include "reading/slice_conditions.hpp"

#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

using plans::FieldValues;
using plans::Interval;
using plans::Relation;
using plans::SliceCondition;

bool has_order(const PlanField& field, const model::Vocabulary& vocabulary) {
    switch (field.kind) {
        case model::TypeKind::number:
        case model::TypeKind::percent:
        case model::TypeKind::date: return true;
        case model::TypeKind::enumeration: return vocabulary.enumerations[field.of].ordered;
        default: return false;
    }
}

plans::Known ListElements::anything(std::uint32_t field) const {
    const PlanField& of = this->field(field);
    Interval all;
    if (of.kind == model::TypeKind::enumeration) {
        const auto& words = batch_.vocabulary.enumerations[of.of].values;
        all = {0, model::Decimal(words.size()) - 1};
    } else if (of.kind == model::TypeKind::yes_no) {
        all = {0, 1};
    } else if (of.storage == Storage::decimal) {
        all.low = 0;  // no number of a plan is below zero
    }
    return {{all}, are_items()};
}

namespace {

class ConditionReader {
public:
    ConditionReader(Batch& batch, const ListElements& elements, const std::function<void(Remark)>& note)
        : batch_(batch), elements_(elements), note_(note) {}

    /// The field of the elements and the values that satisfy the condition.
    std::optional<FieldValues> read(const SliceCondition& condition) {
        if (elements_.are_items() == condition.field.empty()) {
            note_(warning(say::unreadable_slice,
                          {in_quotes(condition.field.empty() ? condition.value : condition.field)}));
            return std::nullopt;
        }
        std::uint32_t field = 0;
        if (elements_.are_items()) {
            const int found = elements_.entity().find(condition.field);
            if (found < 0) {
                note_(unknown_member(condition.field, elements_.entity().names));
                return std::nullopt;
            }
            field = static_cast<std::uint32_t>(found);
        }
        const PlanField& of = elements_.field(field);
        const std::string name = elements_.are_items()
                                     ? condition.field
                                     : batch_.entity(elements_.list().entity).names[elements_.list().field];
        if ((elements_.are_items() && of.list) || of.owned || of.kind == model::TypeKind::moment ||
            of.kind == model::TypeKind::duration) {
            note_(warning(say::no_condition_on, {in_quotes(name)}));
            return std::nullopt;
        }
        if (condition.relation != Relation::equal && !has_order(of, batch_.vocabulary)) {
            note_(warning(say::no_order_on, {in_quotes(name)}));
            return std::nullopt;
        }
        const auto first = value(of, condition.value);
        if (!first) return std::nullopt;
        Interval within = *first;
        switch (condition.relation) {
            case Relation::equal: break;
            case Relation::at_least: within.high = model::decimal_greatest; break;
            case Relation::more: within = {within.high + 1, model::decimal_greatest}; break;
            case Relation::at_most: within.low = model::decimal_least; break;
            case Relation::less: within = {model::decimal_least, within.low - 1}; break;
            case Relation::between: {
                const auto end = value(of, condition.last);
                if (!end) return std::nullopt;
                within.high = end->high;
                if (within.low > within.high) {
                    note_(warning(say::turned_round, {in_quotes(condition.value), in_quotes(condition.last)}));
                    return std::nullopt;
                }
                break;
            }
        }
        return FieldValues{field, {within}};
    }

private:
    Batch& batch_;
    const ListElements& elements_;
    const std::function<void(Remark)>& note_;

    std::optional<Interval> value(const PlanField& of, const std::string& written) {
        Value value;
        std::optional<Remark> remark;
        const bool number = of.kind == model::TypeKind::number && model::decimal_from_text(written);
        const Read read = number ? batch_.values.number(elements_.entity(), of, written, value, remark)
                                 : batch_.values.text(elements_.entity(), of, written, value, remark);
        if (read != Read::value) {
            if (remark) note_(std::move(*remark));
            return std::nullopt;
        }
        if (of.reference) {
            const auto row = item_with_key(of.of, value.integer);
            return row ? std::optional(Interval{*row, *row}) : std::nullopt;
        }
        if (of.storage == Storage::truth) return Interval{value.truth ? 1 : 0, value.truth ? 1 : 0};
        if (of.storage == Storage::decimal) return Interval{value.decimal, value.decimal_high};
        return Interval{value.integer, value.integer_high};
    }

    std::optional<std::uint32_t> item_with_key(std::uint32_t entity_index, std::int64_t text) {
        const std::string key(batch_.plans->texts[text]);
        std::optional<std::uint32_t> found;
        bool several = false;
        std::vector<std::string> names;
        for (std::uint32_t row = batch_.row_begin(entity_index); row < batch_.table(entity_index).rows; ++row) {
            const auto name = plans::row_key(*batch_.plans, entity_index, row);
            if (!name) continue;
            if (name->size() <= longest_suggestion) names.push_back(*name);
            if (*name != key) continue;
            several = several || found.has_value();
            found = row;
        }
        if (found && !several) return found;
        const model::Entity& of = *batch_.entity(entity_index).entity;
        note_(warning(several ? say::several : say::nobody, {entity_name(of), key_names(of), in_quotes(key)},
                      several ? Message() : did_you_mean(key, names)));
        return std::nullopt;
    }
};

}  // namespace

std::optional<std::vector<FieldValues>> read_conditions(Batch& batch, const ListElements& elements,
                                                        const plans::Slice& slice,
                                                        const std::function<void(Remark)>& note) {
    ConditionReader reader(batch, elements, note);
    std::vector<FieldValues> conditions;
    for (const SliceCondition& condition : slice.conditions) {
        auto one = reader.read(condition);
        if (!one) return std::nullopt;
        const auto field = static_cast<std::uint32_t>(one->field);
        one->values = plans::intersection(elements.anything(field).values, one->values);
        const auto same = std::find_if(conditions.begin(), conditions.end(),
                                       [&](const FieldValues& other) { return other.field == field; });
        if (same == conditions.end()) conditions.push_back(*std::move(one));
        else same->values = plans::intersection(same->values, one->values);
    }
    return conditions;
}

}  // namespace brecha::reading
