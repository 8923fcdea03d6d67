#include "plans/slice.hpp"

#include "plans/places.hpp"

#include <algorithm>
#include <array>

namespace brecha::plans {

namespace {

constexpr std::string_view range_sign = "..";
/// Longer signs first: `<` begins `<=`.
constexpr std::array<std::pair<std::string_view, Relation>, 5> signs{{{">=", Relation::at_least},
                                                                      {"<=", Relation::at_most},
                                                                      {">", Relation::more},
                                                                      {"<", Relation::less},
                                                                      {"=", Relation::equal}}};

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }

class SliceReader {
public:
    explicit SliceReader(std::string_view text) : text_(text) {}

    std::optional<Slice> read() {
        Slice slice;
        do {
            auto condition = this->condition();
            if (!condition) return std::nullopt;
            slice.conditions.push_back(*std::move(condition));
        } while (take(","));
        skip_blanks();
        return at_ == text_.size() ? std::optional(std::move(slice)) : std::nullopt;
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;

    void skip_blanks() {
        while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    }
    bool take(std::string_view sign) {
        skip_blanks();
        if (!text_.substr(at_).starts_with(sign)) return false;
        at_ += sign.size();
        return true;
    }
    std::optional<Relation> relation() {
        for (const auto& [sign, relation] : signs)
            if (take(sign)) return relation;
        return std::nullopt;
    }

    /// A value, in quotes or bare. Empty ones stand in quotes.
    std::optional<std::string> value() {
        skip_blanks();
        if (at_ == text_.size()) return std::nullopt;
        std::string value;
        if (text_[at_] == '"') {
            for (++at_; at_ < text_.size(); ++at_) {
                if (text_[at_] != '"') value += text_[at_];
                else if (text_.substr(at_).starts_with("\"\"")) value += text_[at_++];
                else return ++at_, value;
            }
            return std::nullopt;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view("=<>,[]\"").find(text_[at_]) == std::string_view::npos &&
               !text_.substr(at_).starts_with(range_sign))
            ++at_;
        value = text_.substr(begin, at_ - begin);
        while (!value.empty() && is_blank(value.back())) value.pop_back();
        return value.empty() ? std::nullopt : std::optional(value);
    }

    std::optional<SliceCondition> condition() {
        SliceCondition condition;
        auto relation = this->relation();
        auto first = value();
        if (!first) return std::nullopt;
        if (!relation) {
            relation = this->relation();
            if (relation) {
                condition.field = *std::move(first);
                first = value();
                if (!first) return std::nullopt;
            }
        }
        condition.relation = relation.value_or(Relation::equal);
        condition.value = *std::move(first);
        if (condition.relation == Relation::equal && take(range_sign)) {
            auto last = value();
            if (!last) return std::nullopt;
            condition.relation = Relation::between;
            condition.last = *std::move(last);
        }
        return condition;
    }
};

std::string unescaped(std::string_view text) {
    if (text.find_first_of("~/") == std::string_view::npos) return std::string(text);
    std::string result;
    for (const std::string& step : steps_of(text)) result += (result.empty() ? "" : "/") + step;
    return result;
}

std::string written(std::string_view value) {
    if (!value.empty() && value.find_first_of(" \t\r\n,[]=<>\"") == std::string_view::npos &&
        value.find(range_sign) == std::string_view::npos)
        return std::string(value);
    std::string quoted = "\"";
    for (const char letter : value) {
        if (letter == '"') quoted += letter;
        quoted += letter;
    }
    return quoted + '"';
}

/// "2024" and "2024-05" are stretches of days.
void widen_date(SliceCondition& condition) {
    const auto ends = [](const std::string& text) -> std::optional<std::pair<std::string, std::string>> {
        if (text.size() != 4 && text.size() != 7) return std::nullopt;
        const bool year = text.size() == 4;
        const auto first = model::day_from_text(text + (year ? "-01-01" : "-01"));
        if (!first) return std::nullopt;
        const model::CivilDate date = model::civil_of(*first);
        const int month = year ? 12 : date.month;
        return std::pair(model::day_to_text(*first),
                         model::day_to_text(model::day_of({date.year, month, model::days_in_month(date.year, month)})));
    };
    const auto first = ends(condition.value);
    switch (condition.relation) {
        case Relation::equal:
            if (!first) return;
            condition.relation = Relation::between;
            condition.value = first->first;
            condition.last = first->second;
            return;
        case Relation::at_least:
        case Relation::less:
            if (first) condition.value = first->first;
            return;
        case Relation::more:
        case Relation::at_most:
            if (first) condition.value = first->second;
            return;
        case Relation::between:
            if (first) condition.value = first->first;
            if (const auto last = ends(condition.last)) condition.last = last->second;
            return;
    }
}

std::string plain_number(const std::string& text) {
    const bool percent = text.ends_with('%');
    const auto number = model::decimal_from_text(percent ? text.substr(0, text.size() - 1) : text);
    return number ? model::decimal_to_text(*number) + (percent ? "%" : "") : text;
}

}  // namespace

std::optional<Slice> slice_from_text(std::string_view text) { return SliceReader(unescaped(text)).read(); }

Slice canonical(Slice slice, const model::Vocabulary& vocabulary, const model::Field& list) {
    const auto kind_of = [&](const std::string& name) {
        if (name.empty() || list.type.kind != model::TypeKind::item) return list.type.kind;
        const model::Entity& entity = vocabulary.entities[static_cast<std::size_t>(list.type.of)];
        const int field = entity.field_of(name);
        return field < 0 ? model::TypeKind::text : entity.fields[static_cast<std::size_t>(field)].type.kind;
    };
    for (SliceCondition& condition : slice.conditions) {
        switch (kind_of(condition.field)) {
            case model::TypeKind::date: widen_date(condition); break;
            case model::TypeKind::number:
            case model::TypeKind::percent:
                condition.value = plain_number(condition.value);
                condition.last = plain_number(condition.last);
                break;
            case model::TypeKind::yes_no:
                if (condition.value == "true") condition.value = "yes";
                if (condition.value == "false") condition.value = "no";
                break;
            default: break;
        }
    }
    std::sort(slice.conditions.begin(), slice.conditions.end());
    slice.conditions.erase(std::unique(slice.conditions.begin(), slice.conditions.end()), slice.conditions.end());
    for (std::size_t i = 0; i + 1 < slice.conditions.size(); ++i) {
        SliceCondition& first = slice.conditions[i];
        const SliceCondition& last = slice.conditions[i + 1];
        if (first.field != last.field || first.relation != Relation::at_least || last.relation != Relation::at_most)
            continue;
        first.relation = Relation::between;
        first.last = last.value;
        slice.conditions.erase(slice.conditions.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    for (SliceCondition& condition : slice.conditions)
        if (condition.relation == Relation::between && condition.value == condition.last) {
            condition.relation = Relation::equal;
            condition.last.clear();
        }
    return slice;
}

std::string to_text(const Slice& slice) {
    std::string text;
    for (const SliceCondition& condition : slice.conditions) {
        if (!text.empty()) text += ", ";
        text += condition.field;
        const Relation relation = condition.relation == Relation::between ? Relation::equal : condition.relation;
        for (const auto& [sign, signed_relation] : signs)
            if (signed_relation == relation && (relation != Relation::equal || !condition.field.empty())) text += sign;
        text += written(condition.value);
        if (condition.relation == Relation::between) text += std::string(range_sign) + written(condition.last);
    }
    return escaped_step(text);
}

std::optional<SlicePlace> split_slice(std::string_view place) {
    if (!place.ends_with(']')) return std::nullopt;
    // The bracket that opens the slice stands right after a name; those in quotes come after it.
    for (std::size_t open = place.find('['); open != std::string_view::npos; open = place.find('[', open + 1)) {
        if (open == 0 || place[open - 1] == '/') continue;
        const std::string_view slice = place.substr(open + 1, place.size() - open - 2);
        if (slice_from_text(slice)) return SlicePlace{place.substr(0, open), slice};
    }
    return std::nullopt;
}

std::string place_of_slice(std::string_view list, const Slice& slice) {
    return std::string(list) + '[' + to_text(slice) + ']';
}

}  // namespace brecha::plans
