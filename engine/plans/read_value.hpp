// One written value -> one typed value, or the reason why it is none. All that plans, table rows and defaults can hold
// goes through here.
#pragma once

#include "model/vocabulary.hpp"
#include "plans/column.hpp"
#include "plans/node.hpp"
#include "plans/remark.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace brecha::text {
struct Entered;
}

namespace brecha::plans {

class TextPool;
struct PlanField;
struct PlanEntity;
struct SchemaIndex;

/// As a column holds it: `low` alone, or with `high` where it is known within bounds only. Which pair counts follows
/// from the field's storage.
struct Value {
    bool truth = false;
    bool within_bounds = false;
    std::int64_t integer = 0, integer_high = 0;
    model::Decimal decimal = 0, decimal_high = 0;
    bool operator==(const Value&) const = default;
};

enum class Read : std::uint8_t { absent, value, wrong };

class ValueReader {
public:
    ValueReader(const model::Vocabulary& vocabulary, const SchemaIndex& index, TextPool& texts)
        : vocabulary_(vocabulary), index_(index), texts_(texts) {}

    /// A text, as a text, date, word of an enumeration … References give the number of the key they write.
    Read text(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value,
              std::optional<Remark>& remark);
    /// Anything, bounds ({"from": …, "to": …}) too. Lists and items are not read here: they are wrong.
    Read node(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value,
              std::optional<Remark>& remark);
    /// A number as written in JSON.
    Read number(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value,
                std::optional<Remark>& remark);

private:
    Read bounds(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value,
                std::optional<Remark>& remark);
    Read amount(const PlanField& field, std::string_view written, model::Decimal& amount, Message& reason) const;
    Read wrong(const PlanEntity& entity, const PlanField& field, const Node& node, std::optional<Remark>& remark,
               Message help = {}) const;

    const model::Vocabulary& vocabulary_;
    const SchemaIndex& index_;
    TextPool& texts_;
    std::string scratch_;
};

/// What to tell of a text in which something stands that nobody sees, or of one in which nothing else does (P204).
std::optional<Remark> remark_on(const text::Entered& entered);

/// "a number", "a value of Sector", "a list": what a field wants, in a message.
Message wanted(const model::Vocabulary& vocabulary, const PlanEntity& entity, const PlanField& field, bool as_list);

}  // namespace brecha::plans
