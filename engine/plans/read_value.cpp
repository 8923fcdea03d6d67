#include "plans/read_value.hpp"

#include "messages/catalogue/plans.hpp"
#include "model/thousands.hpp"
#include "plans/schema_index.hpp"
#include "text/entering.hpp"
#include "text/normal_form.hpp"

#include <algorithm>
#include <array>

namespace brecha::plans {

using model::Decimal;
using model::TypeKind;

namespace say = messages::catalogue::plans;

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

Message blank_at_ends(std::string_view written, std::string_view meant) {
    const std::string_view text = text::trimmed(written);
    const bool begin = text.data() != written.data(),
               end = text.size() + static_cast<std::size_t>(text.data() - written.data()) != written.size();
    return Message(begin && end ? say::blank_at_both_ends
                   : begin      ? say::blank_at_the_begin
                                : say::blank_at_the_end,
                   {in_quotes(meant)});
}

Message language_name(const std::string& language) {
    if (const auto known = messages::language_named(language)) {
        switch (*known) {
            case messages::Language::en: return say::label_in_english;
            case messages::Language::es: return say::label_in_spanish;
            case messages::Language::pt: return say::label_in_portuguese;
            case messages::Language::fr: return say::label_in_french;
        }
    }
    return Message(say::label_in, {language});
}

/// What an author may have meant who wrote `written` for a value of an enumeration. Nothing where that is not to be
/// seen.
Message value_meant(const model::Enumeration& enumeration, std::string_view written) {
    const std::string_view text = text::trimmed(written);
    if (text.size() != written.size() && enumeration.index_of(text) >= 0) return blank_at_ends(written, text);
    const std::string lower = lower_case(text);
    std::vector<std::string> words;
    for (const model::EnumerationValue& value : enumeration.values) {
        if (lower_case(value.word) == lower) return Message(say::case_counts, {in_quotes(value.word)});
        words.push_back(value.word);
    }
    for (const model::EnumerationValue& value : enumeration.values)
        for (const model::Text& label : value.labels)
            if (label.text == text || lower_case(label.text) == lower)
                return Message(say::label_of, {in_quotes(text), language_name(label.language), in_quotes(value.word)});
    return did_you_mean(text, words);
}

Message values_of(const model::Enumeration& enumeration, const std::string& name) {
    constexpr std::size_t most = 12;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < enumeration.values.size() && i < most; ++i) words.push_back(enumeration.values[i].word);
    return Message(say::enumeration_is, {name, listed(words) + (enumeration.values.size() > most ? ", …" : "")});
}

/// Digits of `text` at [begin, begin + count) as a number; -1 where others stand there.
int digits(std::string_view text, std::size_t begin, std::size_t count) {
    if (begin + count > text.size()) return -1;
    int value = 0;
    for (std::size_t i = begin; i < begin + count; ++i) {
        if (!is_digit(text[i])) return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }
std::string four_digits(int value) {
    std::string text = std::to_string(value);
    return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}

/// "03/04/2018", also with points or hyphens: which dates that can be. Nothing where it is not of that form.
std::optional<Remark> date_in_other_order(std::string_view text) {
    std::array<int, 3> numbers = {0, 0, 0};
    std::array<std::size_t, 3> lengths = {0, 0, 0};
    std::size_t part = 0;
    for (const char letter : text) {
        if (is_digit(letter)) {
            if (++lengths[part] > 4) return std::nullopt;
            numbers[part] = numbers[part] * 10 + (letter - '0');
        } else if ((letter == '/' || letter == '.' || letter == '-') && part < 2 && lengths[part] != 0) {
            ++part;
        } else {
            return std::nullopt;
        }
    }
    if (part != 2 || lengths[0] > 2 || lengths[1] > 2 || lengths[2] != 4) return std::nullopt;
    const int year = numbers[2];
    const bool day_first = model::is_date(year, numbers[1], numbers[0]),
               month_first = model::is_date(year, numbers[0], numbers[1]);
    const auto iso = [&](int month, int day) {
        return four_digits(year) + '-' + two_digits(month) + '-' + two_digits(day);
    };
    const std::string first = iso(numbers[1], numbers[0]), second = iso(numbers[0], numbers[1]);
    if (day_first && month_first && numbers[0] != numbers[1])
        return warning(say::two_dates,
                       {in_quotes(text), day_name(numbers[0], numbers[1]), day_name(numbers[1], numbers[0])},
                       Message(say::write_either, {first, second}));
    if (day_first || month_first)
        return warning(say::other_date_form, {in_quotes(text)}, Message(say::write_this, {day_first ? first : second}));
    return std::nullopt;
}

bool read_date(std::string_view text, std::int64_t& low, std::int64_t& high);

Remark not_a_date(std::string_view text) {
    if (auto other = date_in_other_order(text)) return *other;
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    std::int64_t low = 0, high = 0;
    if (text.size() > 10 && (text[10] == 'T' || text[10] == 't' || text[10] == ' ') &&
        read_date(text.substr(0, 10), low, high))
        return warning(say::no_date, {in_quotes(text)}, Message(say::date_alone, {std::string(text.substr(0, 10))}));
    const bool shaped = year >= 0 && month >= 0 && text[4] == '-' &&
                        (text.size() == 7 || (text.size() == 10 && day >= 0 && text[7] == '-'));
    if (year == 0 && (shaped || text.size() == 4)) return warning(say::no_such_year, {in_quotes(text)});
    if (shaped && (month < 1 || month > 12)) return warning(say::no_such_month, {in_quotes(text), month});
    if (shaped && text.size() == 10 && !model::is_date(year, month, day))
        return warning(say::no_such_day, {in_quotes(text), month_name(month), year, model::days_in_month(year, month)},
                       Message(say::without_the_day, {std::string(text.substr(0, 7))}));
    return warning(say::no_date, {in_quotes(text)});
}

/// "2024-05-17", "2024-05", "2024".
bool read_date(std::string_view text, std::int64_t& low, std::int64_t& high) {
    if (text.size() == 10) {
        const auto day = model::day_from_text(text);
        if (day) low = high = *day;
        return day.has_value();
    }
    const int year = digits(text, 0, 4);
    if (year < 1 || (text.size() != 4 && text.size() != 7)) return false;
    if (text.size() == 4) {
        low = model::day_of({year, 1, 1});
        high = model::day_of({year, 12, 31});
        return true;
    }
    const int month = digits(text, 5, 2);
    if (text[4] != '-' || month < 1 || month > 12) return false;
    low = model::day_of({year, month, 1});
    high = model::day_of({year, month, model::days_in_month(year, month)});
    return true;
}

/// As RFC 3339 writes moments: parts of a second make it one that is known within a second.
bool read_moment(std::string_view text, model::Moment& low, model::Moment& high) {
    std::string whole(text);
    constexpr std::size_t letter_t = 10, point = 19;
    if (whole.size() > letter_t && whole[letter_t] == 't') whole[letter_t] = 'T';
    if (!whole.empty() && whole.back() == 'z') whole.back() = 'Z';
    bool part = false;
    if (whole.size() > point && whole[point] == '.') {
        std::size_t end = point + 1;
        for (; end < whole.size() && is_digit(whole[end]); ++end) part = part || whole[end] != '0';
        if (end == point + 1) return false;
        whole.erase(point, end - point);
    }
    const auto moment = model::moment_from_text(whole);
    if (!moment) return false;
    low = high = *moment;
    if (part) high = model::moment_of(model::local_seconds_of(*moment) + 1, model::offset_of(*moment));
    return true;
}

/// "1.000": in some countries one, in others a thousand.
Message number_help(std::string_view text) {
    const auto read = model::decimal_from_text(text);
    const std::optional<std::string> grouped = model::thousands_of(text);
    if (grouped && read) return Message(say::thousand_or_one, {*grouped, model::decimal_to_text(*read)});
    if (read) return Message(say::without_quotes, {std::string(text)});
    std::string with_point(text);
    std::replace(with_point.begin(), with_point.end(), ',', '.');
    const auto with_comma = model::decimal_from_text(with_point);
    if (grouped && with_comma) return Message(say::thousand_or_one, {*grouped, model::decimal_to_text(*with_comma)});
    if (grouped || with_comma) return Message(say::without_quotes, {grouped ? *grouped : with_point});
    return say::write_a_number;
}

Message yes_no_help(std::string_view written) {
    const std::string lower = lower_case(text::trimmed(written));
    static constexpr std::array<std::string_view, 8> yes = {"yes", "y", "true", "sí", "si", "sim", "oui", "1"};
    static constexpr std::array<std::string_view, 6> no = {"no", "n", "false", "não", "non", "0"};
    if (std::find(yes.begin(), yes.end(), lower) != yes.end()) return say::write_yes;
    if (std::find(no.begin(), no.end(), lower) != no.end()) return say::write_no;
    return say::write_yes_or_no;
}

}  // namespace

std::optional<Remark> remark_on(const text::Entered& entered) {
    using Unseen = text::Entered::Unseen;
    if (entered.blank) return note(say::nothing_to_see);
    if (entered.unseen == Unseen::nothing) return std::nullopt;
    const messages::Entry& entry = entered.unseen == Unseen::control   ? say::control_character
                                   : entered.unseen == Unseen::turning ? say::turning_character
                                                                       : say::invisible_character;
    return note(entry, {in_quotes(entered.text), text::code_point_name(entered.character), entered.letter});
}

Message wanted(const model::Vocabulary& vocabulary, const PlanEntity& entity, const PlanField& field, bool as_list) {
    if (as_list) return say::a_list;
    switch (field.kind) {
        case TypeKind::text: return say::a_text;
        case TypeKind::yes_no: return say::yes_or_no;
        case TypeKind::number: return field.integer ? say::a_whole_number : say::a_number;
        case TypeKind::percent: return say::a_percentage;
        case TypeKind::date: return say::a_date;
        case TypeKind::moment: return say::a_moment;
        case TypeKind::duration: return say::a_duration;
        case TypeKind::enumeration:
            if (field.of == static_cast<std::uint32_t>(model::country_enumeration)) return say::a_country;
            return Message(say::a_value_of, {enumeration_name(vocabulary, *entity.entity, *field.field)});
        case TypeKind::item:
            return Message(field.reference ? say::a_key_of : say::an_object_of,
                           {entity_name(vocabulary.entities[field.of])});
        case TypeKind::nothing: break;
    }
    return say::a_value;
}

Read ValueReader::wrong(const PlanEntity& entity, const PlanField& field, const Node& node,
                        std::optional<Remark>& remark, Message help) const {
    remark = warning(say::not_wanted, {shown(node), wanted(vocabulary_, entity, field, false)}, std::move(help));
    return Read::wrong;
}

Read ValueReader::amount(const PlanField& field, std::string_view written, Decimal& amount, Message& reason) const {
    const auto read = model::decimal_from_text(written);
    if (!read) {
        // Too large, or too fine: a number's text is one of the two, once it is known to be a number.
        reason = written.starts_with('-') ? say::at_least_zero : say::too_large_or_fine;
        return Read::wrong;
    }
    if (*read < 0) {
        reason = say::at_least_zero;
        return Read::wrong;
    }
    if (field.integer && *read % model::decimal_one != 0) {
        reason = say::without_decimals;
        return Read::wrong;
    }
    amount = *read;
    if (field.factor != model::decimal_one) {
        const auto base = model::multiply_exactly(*read, field.factor);
        if (!base) {
            reason = say::too_large_in_base_units;
            return Read::wrong;
        }
        amount = *base;
    }
    return Read::value;
}

Read ValueReader::number(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value,
                         std::optional<Remark>& remark) {
    const auto as_node = [&] {
        Node node;
        node.kind = Node::Kind::number;
        node.text = written;
        return node;
    };
    if (field.kind == TypeKind::number || field.kind == TypeKind::percent) {
        Message reason;
        value.within_bounds = false;
        if (amount(field, written, value.decimal, reason) == Read::wrong)
            return wrong(entity, field, as_node(), remark, std::move(reason));
        value.decimal_high = value.decimal;
        if (field.kind == TypeKind::percent && value.decimal > 0 && value.decimal < model::decimal_one) {
            const auto hundredfold = model::multiply(value.decimal, 100 * model::decimal_one);
            const std::string meant = model::decimal_to_text(hundredfold.value_or(0));
            remark = note(say::small_percentage, {model::decimal_to_text(value.decimal), meant});
        } else if (model::may_be_thousands(written)) {
            remark = note(say::thousands_in_plan, {written, model::decimal_to_text(*model::decimal_from_text(written)),
                                                   *model::thousands_of(written)});
        }
        return Read::value;
    }
    if (field.kind == TypeKind::item && field.reference) {  // a key that is a number
        const auto key = model::decimal_from_text(written);
        value.integer = value.integer_high = texts_.add(key ? model::decimal_to_text(*key) : std::string(written));
        value.within_bounds = false;
        return Read::value;
    }
    Message help;
    if (field.kind == TypeKind::text || (field.kind == TypeKind::date && written.size() == 4))
        help = Message(say::in_quotes, {std::string(written.substr(0, 60))});
    else if (field.kind == TypeKind::yes_no) help = yes_no_help(written);
    else if (field.kind == TypeKind::duration) help = say::with_its_unit;
    return wrong(entity, field, as_node(), remark, std::move(help));
}

Read ValueReader::text(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value,
                       std::optional<Remark>& remark) {
    value.within_bounds = false;
    const auto as_node = [&] {
        Node node;
        node.kind = Node::Kind::text;
        node.text = written;
        return node;
    };
    if (field.kind == TypeKind::enumeration) {
        if (const int known = vocabulary_.enumerations[field.of].index_of(written); known >= 0) {
            value.integer = value.integer_high = known;
            return Read::value;
        }
    }
    const text::Entered entered = text::entered(written, scratch_);
    const std::string_view text = entered.text;
    if (text.empty()) {
        remark = remark_on(entered);
        return Read::absent;
    }
    switch (field.kind) {
        case TypeKind::text:
            value.integer = value.integer_high = texts_.add(text);
            remark = remark_on(entered);
            return Read::value;
        case TypeKind::yes_no:
            if (written != "yes" && written != "no")
                return wrong(entity, field, as_node(), remark, yes_no_help(written));
            value.truth = written == "yes";
            return Read::value;
        case TypeKind::number: return wrong(entity, field, as_node(), remark, number_help(text));
        case TypeKind::percent: {
            if (text.back() == '%') {
                const auto read =
                    model::decimal_from_text(text::trimmed(text.substr(0, text.size() - 1)));  // also "30 %"
                if (read && *read >= 0) {
                    value.decimal = value.decimal_high = *read;
                    return Read::value;
                }
            }
            return wrong(entity, field, as_node(), remark, say::write_a_percentage);
        }
        case TypeKind::date: {
            if (!read_date(written, value.integer, value.integer_high)) {
                remark = not_a_date(text);
                if (text.size() != written.size() && read_date(text, value.integer, value.integer_high))
                    remark->help = blank_at_ends(written, text);
                return Read::wrong;
            }
            value.within_bounds = value.integer != value.integer_high;
            if (value.within_bounds)
                remark = note(text.size() == 4 ? say::no_month : say::no_day,
                              {std::string(text), day_range(value.integer, value.integer_high)});
            return Read::value;
        }
        case TypeKind::moment: {
            if (!read_moment(written, value.integer, value.integer_high)) {
                remark = warning(say::no_moment, {in_quotes(text)});
                return Read::wrong;
            }
            value.within_bounds = value.integer != value.integer_high;
            if (value.within_bounds)
                remark = note(say::parts_of_a_second, {std::string(text), model::moment_to_text(value.integer),
                                                       model::moment_to_text(value.integer_high)});
            return Read::value;
        }
        case TypeKind::duration: {
            const auto duration = model::duration_from_text(written);
            if (!duration) return wrong(entity, field, as_node(), remark, say::write_a_duration);
            value.integer = value.integer_high = *duration;
            return Read::value;
        }
        case TypeKind::enumeration: {
            const bool country = field.of == static_cast<std::uint32_t>(model::country_enumeration);
            const model::Enumeration& enumeration = vocabulary_.enumerations[field.of];
            if (country) {
                if (const int known = enumeration.index_of(model::country_from_alpha3(written)); known >= 0) {
                    value.integer = value.integer_high = known;
                    return Read::value;
                }
            }
            Message help = value_meant(enumeration, written);
            if (help.empty())
                help = country && text.size() > 3
                           ? Message(say::two_letters)
                           : values_of(enumeration, enumeration_name(vocabulary_, *entity.entity, *field.field));
            return wrong(entity, field, as_node(), remark, std::move(help));
        }
        case TypeKind::item:
            if (!field.reference) return wrong(entity, field, as_node(), remark);
            value.integer = value.integer_high = texts_.add(text);
            remark = remark_on(entered);
            return Read::value;
        case TypeKind::nothing: break;
    }
    return wrong(entity, field, as_node(), remark);
}

Read ValueReader::node(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value,
                       std::optional<Remark>& remark) {
    switch (node.kind) {
        case Node::Kind::null: return Read::absent;
        case Node::Kind::text: return text(entity, field, node.text, value, remark);
        case Node::Kind::number: return number(entity, field, node.text, value, remark);
        case Node::Kind::truth:
            if (field.kind != TypeKind::yes_no) return wrong(entity, field, node, remark);
            value.truth = node.truth;
            value.within_bounds = false;
            return Read::value;
        case Node::Kind::object:
            if (field.kind == TypeKind::number || field.kind == TypeKind::percent || field.kind == TypeKind::date ||
                field.kind == TypeKind::moment || field.kind == TypeKind::duration)
                return bounds(entity, field, node, value, remark);
            break;
        case Node::Kind::list:
        case Node::Kind::plain:
        case Node::Kind::conflict:
        case Node::Kind::unusable: break;
    }
    return wrong(entity, field, node, remark);
}

Read ValueReader::bounds(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value,
                         std::optional<Remark>& remark) {
    const Message what = wanted(vocabulary_, entity, field, false);
    const auto refuse = [&](const messages::Entry& entry, std::vector<Argument> arguments) {
        remark = warning(entry, std::move(arguments), say::write_bounds);
        return Read::wrong;
    };
    for (const Node& member : node.children)
        if (member.key != "from" && member.key != "to")
            return refuse(say::unknown_bound, {what, in_quotes(member.key)});
        else if (member.kind == Node::Kind::object || member.kind == Node::Kind::list ||
                 member.kind == Node::Kind::conflict || member.kind == Node::Kind::unusable)
            return refuse(say::not_wanted, {shown(member), what});

    Value low, high;
    const auto end = [&](std::string_view name, Value& bound) {
        const Node* member = node.member(name);
        std::optional<Remark> told;
        const Read read = member == nullptr ? Read::absent : this->node(entity, field, *member, bound, told);
        if (told && (read == Read::wrong || !remark)) remark = std::move(told);
        return read;
    };
    const Read has_low = end("from", low);
    if (has_low == Read::wrong) return Read::wrong;
    const Read has_high = end("to", high);
    if (has_high == Read::wrong) return Read::wrong;
    if (has_low == Read::absent && has_high == Read::absent) return refuse(say::not_wanted, {say::an_object, what});

    const bool both = has_low == Read::value && has_high == Read::value;
    value = {};
    bool turned_round = false;
    if (field.storage == Storage::decimal) {
        value.decimal = has_low == Read::value ? low.decimal : 0;  // no number of a plan is below zero
        value.decimal_high = has_high == Read::value ? high.decimal_high : model::decimal_greatest;
        turned_round = value.decimal > value.decimal_high;
        value.within_bounds = value.decimal != value.decimal_high;
    } else {
        value.integer = has_low == Read::value ? low.integer : integer_least;
        value.integer_high = has_high == Read::value ? high.integer_high : integer_greatest;
        if (field.kind == TypeKind::duration) {
            if (has_low == Read::absent)
                value.integer = model::duration_of(model::duration_kind(value.integer_high), 0);
            if (both) turned_round = model::duration_at_most(value.integer, value.integer_high) != true;
        } else if (field.kind == TypeKind::moment && both) {
            // Without an offset on one side only, the two may lie either way round within a day.
            const auto utc = [](model::Moment moment) {
                return model::local_seconds_of(moment) - model::offset_of(moment).value_or(0) * 60;
            };
            const bool comparable =
                model::offset_of(value.integer).has_value() == model::offset_of(value.integer_high).has_value();
            turned_round = !comparable || utc(value.integer) > utc(value.integer_high);
        } else {
            turned_round = value.integer > value.integer_high;
        }
        value.within_bounds = value.integer != value.integer_high;
    }
    if (turned_round) return refuse(say::turned_round, {shown(*node.member("from")), shown(*node.member("to"))});
    return Read::value;
}

}  // namespace brecha::plans
