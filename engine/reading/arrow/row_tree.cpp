#include "reading/arrow/row_tree.hpp"

#include "reading/json_tree.hpp"
#include "text/characters.hpp"
#include "text/visible.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace brecha::reading::arrow {

namespace {

using model::TypeKind;

/// "12.50" is 12.5: digits with a point where `scale` says, without zeros behind.
std::string decimal_text(Digits digits, int scale) {
    const bool below_zero = digits < 0;
    std::string text;
    for (Digits left = digits; left != 0; left /= 10)
        text.push_back(static_cast<char>('0' + std::abs(static_cast<int>(left % 10))));
    for (; scale < 0 && !text.empty(); ++scale) text.insert(text.begin(), '0');
    while (static_cast<int>(text.size()) <= scale) text.push_back('0');
    if (text.empty()) text = "0";
    std::reverse(text.begin(), text.end());
    if (scale > 0) {
        text.insert(text.size() - static_cast<std::size_t>(scale), 1, '.');
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
    }
    return below_zero ? '-' + text : text;
}

/// "90 minutes", as plans write it. Nothing for one below zero.
std::optional<std::string> seconds_text(std::int64_t seconds) {
    if (seconds < 0) return std::nullopt;
    if (seconds == 0) return "0 days";
    for (const auto& [length, unit] : {std::pair{seconds_a_day, "days"}, std::pair{std::int64_t(3'600), "hours"},
                                       std::pair{std::int64_t(60), "minutes"}})
        if (seconds % length == 0) return std::to_string(seconds / length) + ' ' + unit;
    return std::to_string(seconds) + " seconds";
}

class RowTree {
public:
    RowTree(SpelledPlan& to, const plans::SchemaIndex& index) : tree_(to.tree), index_(index) {}

    void items(const std::vector<Member>& members, std::uint32_t entity, const Array& object, std::int64_t row) {
        tree_.begin_object(spot());
        for (const Member& member : members) {
            const Array array = object.child(member.child);
            if (!array.valid(row)) continue;
            const plans::PlanField* field =
                member.field < 0 ? nullptr : &index_.entities[entity].fields[static_cast<std::size_t>(member.field)];
            named(member.name, [&] {
                if (field == nullptr && (array.type().kind == Kind::text || array.type().kind == Kind::text_view))
                    return json(array.text(row));
                return value(array, row, {field, &member.members});
            });
        }
        tree_.end();
    }

    static std::string shown(std::string_view text) {
        return text::first_broken_byte(text) == std::string_view::npos ? std::string(text) : text::visible(text);
    }
    void single(const Array& array, std::int64_t row) { value(array, row, {}); }

private:
    Tree& tree_;
    const plans::SchemaIndex& index_;
    std::uint32_t spot_ = 0;

    /// Whose value it is: a field with the members of the items in it; none in evidence.
    struct Meant {
        const plans::PlanField* field = nullptr;
        const std::vector<Member>* members = nullptr;
    };

    std::uint32_t spot() { return spot_++; }

    /// A member, if `write` has something to write.
    template <typename Write>
    void named(std::string_view name, Write write) {
        tree_.key(shown(name), spot());
        write();
    }
    void scalar(Node::Kind kind, std::string_view text, bool truth = false) { tree_.scalar(kind, text, spot(), truth); }
    void unusable(std::string_view what) { scalar(Node::Kind::unusable, shown(what)); }

    void text(std::string_view written) {
        if (text::first_broken_byte(written) == std::string_view::npos) scalar(Node::Kind::text, written);
        else unusable('"' + text::visible(written) + "\" (not UTF-8)");
    }

    /// Is there something to say of the row? A number that is none is nothing.
    static bool says_nothing(const Array& array, std::int64_t row) {
        if (!array.valid(row)) return true;
        if (array.is_dictionary()) {
            const auto at = array.dictionary_row(row);
            return at && says_nothing(array.dictionary(), *at);
        }
        return array.type().kind == Kind::floating && std::isnan(array.floating(row));
    }

    void value(const Array& array, std::int64_t row, const Meant& meant) {
        if (says_nothing(array, row)) return scalar(Node::Kind::null, {});
        if (array.is_dictionary()) {
            const auto at = array.dictionary_row(row);
            if (!at) return unusable("a number that its dictionary does not have");
            return value(array.dictionary(), *at, meant);
        }
        switch (array.type().kind) {
            case Kind::nothing: return scalar(Node::Kind::null, {});
            case Kind::truth: return scalar(Node::Kind::truth, {}, array.truth(row));
            case Kind::integer: {
                const auto number = array.integer(row);
                return scalar(Node::Kind::number,
                              number ? std::to_string(*number) : std::to_string(array.values<std::uint64_t>()[row]));
            }
            case Kind::floating: {
                const double number = array.floating(row);
                if (!std::isfinite(number)) return unusable(std::to_string(number));
                return scalar(Node::Kind::number, array.floating_text(row));
            }
            case Kind::decimal: {
                const auto digits = array.decimal(row);
                if (!digits) return unusable("a decimal of more than 38 digits");
                return scalar(Node::Kind::number, decimal_text(*digits, array.type().scale));
            }
            case Kind::text:
            case Kind::text_view: return text(array.text(row));
            case Kind::date:
            case Kind::moment: return moment(array, row, meant);
            case Kind::duration: return duration(array, row);
            case Kind::list:
            case Kind::list_view:
            case Kind::fixed_list: return list(array, row, meant);
            case Kind::object:
                if (meant.field != nullptr && meant.field->owned)
                    return items(*meant.members, meant.field->of, array, array.member_row(row));
                return object(array, row);
            case Kind::map: return map(array, row);
            case Kind::other: break;
        }
        unusable("a value of Arrow's type \"" + std::string(array.format()) + '"');
    }

    void moment(const Array& array, std::int64_t row, const Meant& meant) {
        const Type& type = array.type();
        const auto at = array.since_epoch(row);
        if (!at) return unusable("a moment out of range");
        const auto [seconds, parts] = *at;
        if (seconds < model::day_least * seconds_a_day || seconds >= (model::day_greatest + 1) * seconds_a_day)
            return unusable("a date out of range");
        const bool is_midnight = seconds % seconds_a_day == 0 && parts == 0;
        const bool is_date = type.kind == Kind::date ||
                             (type.zone.empty() && (meant.field == nullptr || meant.field->kind != TypeKind::moment));
        if (is_midnight && is_date) return text(model::day_to_text(seconds / seconds_a_day));
        const auto offset = offset_in(type.zone);
        if (!offset) return unusable("a moment in the time zone " + std::string(type.zone));
        const bool has_offset = !type.zone.empty();
        std::string written = model::moment_to_text(
            model::moment_of(seconds + *offset * 60, has_offset ? std::optional(*offset) : std::nullopt));
        if (parts != 0 && type.kind == Kind::moment) written = with_fraction(written, parts, type.scale);
        text(written);
    }

    /// Minutes of "UTC", "Z", "+02:00"; nothing for a zone whose offset depends on the day. Moments are stored in UTC.
    static std::optional<int> offset_in(std::string_view zone) {
        if (zone.empty() || zone == "UTC" || zone == "utc" || zone == "Z" || zone == "Etc/UTC" || zone == "GMT")
            return 0;
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':') return std::nullopt;
        int hours = 0, minutes = 0;
        if (std::from_chars(zone.data() + 1, zone.data() + 3, hours).ptr != zone.data() + 3 ||
            std::from_chars(zone.data() + 4, zone.data() + 6, minutes).ptr != zone.data() + 6)
            return std::nullopt;
        return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

    /// "2024-05-17T08:30" -> "2024-05-17T08:30:00.25", before an offset.
    static std::string with_fraction(std::string written, std::int64_t fraction, int scale) {
        constexpr std::size_t minutes = 16, seconds = 19;
        if (written.size() == minutes || written[minutes] != ':') written.insert(minutes, ":00");
        std::string digits = std::to_string(fraction);
        digits.insert(0, static_cast<std::size_t>(scale) - digits.size(), '0');
        while (digits.back() == '0') digits.pop_back();
        return written.insert(seconds, '.' + digits);
    }

    void duration(const Array& array, std::int64_t row) {
        const std::int64_t parts = parts_a_second(array.type());
        const auto number = array.integer(row);
        const auto written = number && *number % parts == 0 ? seconds_text(*number / parts) : std::nullopt;
        if (written) return text(*written);
        unusable("a duration below zero, or with parts of a second");
    }

    void list(const Array& array, std::int64_t row, const Meant& meant) {
        const auto [begin, end] = array.elements(row);
        const Array elements = array.child(0);
        tree_.begin_list(spot());
        for (std::int64_t element = begin; element < end; ++element) value(elements, element, meant);
        tree_.end();
    }

    /// A struct of evidence, or bounds of a value.
    void object(const Array& array, std::int64_t row) {
        tree_.begin_object(spot());
        for (std::size_t child = 0; child < array.child_count(); ++child) {
            const Array member = array.child(child);
            const std::int64_t at = array.member_row(row);
            if (!says_nothing(member, at)) named(member.name(), [&] { value(member, at, {}); });
        }
        tree_.end();
    }

    void map(const Array& array, std::int64_t row) {
        const auto [begin, end] = array.elements(row);
        const Array entries = array.child(0), keys = entries.child(0), values = entries.child(1);
        tree_.begin_object(spot());
        for (std::int64_t entry = begin; entry < end; ++entry) {
            const std::int64_t at = entries.member_row(entry);
            const Array& key = keys.is_dictionary() ? keys.dictionary() : keys;
            const auto key_row = keys.is_dictionary() ? keys.dictionary_row(at) : std::optional(at);
            const bool is_text = key.type().kind == Kind::text || key.type().kind == Kind::text_view;
            if (!is_text || !key_row || says_nothing(values, at)) continue;
            named(key.text(*key_row), [&] { value(values, at, {}); });
        }
        tree_.end();
    }

    /// Evidence or judgements as JSON text.
    void json(std::string_view written) {
        grammar::Diagnostic why;
        const std::string object = "{\"it\":" + std::string(written) + '}';  // judgements are a list
        const auto read = json_tree({}, object, why);
        if (read && read->root().children.size() == 1) return node(read->root().children.front());
        if (!is_json(object)) return text(written);
        // Deeper than plans may be: so is this one then, and it is refused.
        for (std::size_t level = 0; level <= greatest_plan_nesting; ++level) tree_.begin_list(spot());
    }
    void node(const Node& from) {
        if (from.kind == Node::Kind::object || from.kind == Node::Kind::list) {
            const bool is_object = from.kind == Node::Kind::object;
            if (is_object) tree_.begin_object(spot());
            else tree_.begin_list(spot());
            for (const Node& child : from.children) {
                if (is_object) tree_.key(child.key, spot());
                node(child);
            }
            tree_.end();
            return;
        }
        scalar(from.kind, from.text, from.truth);
    }
};

}  // namespace

SpelledPlan row_tree(const Columns& columns, const Array& table, std::int64_t row, const plans::SchemaIndex& index,
                     std::uint32_t root) {
    SpelledPlan plan;
    RowTree(plan, index).items(columns.members, root, table, table.member_row(row));
    return plan;
}

std::optional<std::string> shown_cell(const Array& array, std::int64_t row) {
    if (!array.valid(row)) return std::nullopt;
    if (!array.is_dictionary() && array.type().kind == Kind::text) return RowTree::shown(array.text(row));
    SpelledPlan plan;
    RowTree(plan, {}).single(array, row);
    const Node& node = plan.tree.root();
    if (node.kind == Node::Kind::null) return std::nullopt;
    if (node.kind == Node::Kind::truth) return node.truth ? "true" : "false";
    return std::string(node.text);
}

}  // namespace brecha::reading::arrow
