#include "reading/members.hpp"

#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"
#include "text/entering.hpp"

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

/// A field that no vocabulary has, for the reader of values.
struct MadeField {
    explicit MadeField(model::TypeKind kind) {
        declared.type.kind = kind;
        field.field = &declared;
        field.kind = kind;
    }
    MadeField(const MadeField&) = delete;
    MadeField& operator=(const MadeField&) = delete;

    model::Field declared;
    PlanField field;
};

const PlanEntity& root(Batch& batch) { return batch.entity(batch.vocabulary.root); }

}  // namespace

std::optional<std::string> text_of(Batch& batch, const Node& node, bool numbers, const Tell& tell) {
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (node.kind != Node::Kind::text && !(numbers && node.kind == Node::Kind::number)) {
        tell(node.kind == Node::Kind::conflict ? given_twice(batch, node) : wrong_member(node, say::a_text));
        return std::nullopt;
    }
    std::string scratch;
    const text::Entered entered = text::entered(node.text, scratch);
    if (auto remark = remark_on(entered)) tell(std::move(*remark));
    return std::string(entered.text);
}

std::optional<bool> truth_of(Batch& batch, const Node& node, const Tell& tell) {
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (node.kind == Node::Kind::text && (node.text == "yes" || node.text == "no")) return node.text == "yes";
    if (node.kind == Node::Kind::truth) return node.truth;
    tell(node.kind == Node::Kind::conflict ? given_twice(batch, node) : wrong_member(node, say::true_or_false));
    return std::nullopt;
}

std::optional<std::pair<model::Day, model::Day>> days_of(Batch& batch, const std::string& written, const Tell& tell) {
    const MadeField made(model::TypeKind::date);
    Value value;
    std::optional<Remark> remark;
    if (batch.values.text(root(batch), made.field, written, value, remark) == Read::value)
        return std::pair(value.integer, value.within_bounds ? value.integer_high : value.integer);
    if (remark) tell(std::move(*remark));
    return std::nullopt;
}

std::optional<plans::Bounds> count_of(Batch& batch, const Node& node, const Tell& tell) {
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (node.kind == Node::Kind::conflict) {
        tell(given_twice(batch, node));
        return std::nullopt;
    }
    MadeField made(model::TypeKind::number);
    made.field.storage = Storage::decimal;
    made.field.integer = true;
    Value value;
    std::optional<Remark> remark;
    if (batch.values.node(root(batch), made.field, node, value, remark) != Read::value) {
        if (remark) tell(std::move(*remark));
        return std::nullopt;
    }
    const auto whole = [](model::Decimal number) {
        const model::Decimal count = number / model::decimal_one;
        return count >= integer_greatest ? integer_greatest : static_cast<std::int64_t>(count);
    };
    return plans::Bounds{whole(value.decimal), whole(value.within_bounds ? value.decimal_high : value.decimal)};
}

}  // namespace brecha::reading
