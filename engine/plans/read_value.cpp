#include "plans/read_value.hpp"

#include "plans/schema_index.hpp"
#include "plans/wording.hpp"
#include "text/normal_form.hpp"

#include <algorithm>
#include <array>

namespace brecha::plans {

using grammar::Localized;
using model::Decimal;
using model::TypeKind;

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return lower;
}

Remark counts_as_missing(std::string code, Localized message, Localized help = {}) {
    message.english += ", counts as missing";
    message.spanish += ", cuenta como ausente";
    return {std::move(code), grammar::Severity::warning, std::move(message), std::move(help)};
}

Localized blank_at_ends(std::string_view written, std::string_view meant) {
    const std::string_view text = text::trimmed(written);
    const bool begin = text.data() != written.data(), end = text.size() + static_cast<std::size_t>(text.data() - written.data()) != written.size();
    const Localized where = begin && end ? Localized{"there are blanks at both ends", "hay espacios en ambos extremos"}
                            : begin      ? Localized{"there is a blank at the begin", "hay un espacio al principio"}
                                         : Localized{"there is a blank at the end", "hay un espacio al final"};
    return phrase("{}: did you mean {}?", "{}: ¿quiso decir {}?", {where, same(in_quotes(meant))});
}

Localized language_name(std::string_view language) {
    if (language == "en") return {"English", "en inglés"};
    if (language == "es") return {"Spanish", "en español"};
    if (language == "pt") return {"Portuguese", "en portugués"};
    if (language == "fr") return {"French", "en francés"};
    return {std::string(language), "en " + std::string(language)};
}

/// What an author may have meant who wrote `written` for a value of an enumeration.
Localized enumeration_help(const model::Enumeration& enumeration, const std::string& name, std::string_view written) {
    const std::string_view text = text::trimmed(written);
    if (text.size() != written.size() && enumeration.index_of(text) >= 0) return blank_at_ends(written, text);
    const std::string lower = lower_case(text);
    std::vector<std::string> words;
    for (const model::EnumerationValue& value : enumeration.values) {
        if (lower_case(value.word) == lower)
            return phrase("upper and lower case count: did you mean {}?", "cuentan las mayúsculas y minúsculas: ¿quiso decir {}?",
                          {same(in_quotes(value.word))});
        words.push_back(value.word);
    }
    for (const model::EnumerationValue& value : enumeration.values)
        for (const model::Text& label : value.labels)
            if (label.text == text || lower_case(label.text) == lower)
                return phrase("{} is the {2} label of {3}: did you mean {3}?", "{} es la etiqueta {2} de {3}: ¿quiso decir {3}?",
                              {same(in_quotes(text)), language_name(label.language), same(in_quotes(value.word))});
    if (Localized near = did_you_mean(text, words); !near.empty()) return near;
    constexpr std::size_t most = 12;
    if (words.size() <= most) return phrase("{} is: {}", "{} es: {}", {same(name), same(listed(words, ", "))});
    words.resize(most);
    return phrase("{} is: {}, …", "{} es: {}, …", {same(name), same(listed(words, ", "))});
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
    const bool day_first = model::is_date(year, numbers[1], numbers[0]), month_first = model::is_date(year, numbers[0], numbers[1]);
    const auto iso = [&](int month, int day) { return four_digits(year) + '-' + two_digits(month) + '-' + two_digits(day); };
    if (day_first && month_first && numbers[0] != numbers[1])
        return counts_as_missing(
            "P203",
            phrase("{} can be {} or {}", "{} puede ser {} o {}", {same(in_quotes(text)), day_name(numbers[0], numbers[1]), day_name(numbers[1], numbers[0])}),
            phrase("write {} or {}", "escriba {} o {}", {same(iso(numbers[1], numbers[0])), same(iso(numbers[0], numbers[1]))}));
    if (day_first || month_first)
        return counts_as_missing("P203", phrase("{} is not written as a date", "{} no está escrito como fecha", {same(in_quotes(text))}),
                                 phrase("write {}", "escriba {}", {same(day_first ? iso(numbers[1], numbers[0]) : iso(numbers[0], numbers[1]))}));
    return std::nullopt;
}

Remark not_a_date(std::string_view text) {
    if (auto other = date_in_other_order(text)) return *other;
    Localized reason, help = {"write 2024-05-17, or 2024-05 or 2024 where the day or the month is not known",
                              "escriba 2024-05-17, o bien 2024-05 o 2024 si no se conoce el día o el mes"};
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const bool shaped = year >= 0 && month >= 0 && text[4] == '-' && (text.size() == 7 || (text.size() == 10 && day >= 0 && text[7] == '-'));
    if (year == 0 && (shaped || text.size() == 4)) {
        reason = {" (years go from 0001 to 9999)", " (los años van de 0001 a 9999)"};
    } else if (shaped && (month < 1 || month > 12)) {
        reason = phrase(" (there is no month {})", " (no existe el mes {})", {same(std::to_string(month))});
    } else if (shaped && text.size() == 10 && !model::is_date(year, month, day)) {
        reason = phrase(" ({} {} has {} days)", " ({} de {} tiene {} días)",
                        {month_name(month), same(std::to_string(year)), same(std::to_string(model::days_in_month(year, month)))});
        help = phrase("if the day is not known write {}", "si no se conoce el día escriba {}", {same(std::string(text.substr(0, 7)))});
    }
    Localized message = phrase("{} is not a date", "{} no es una fecha", {same(in_quotes(text))});
    message.english += reason.english;
    message.spanish += reason.spanish;
    return counts_as_missing("P202", message, help);
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

Remark partial_date(std::string_view text, std::int64_t low, std::int64_t high) {
    const Localized lacks = text.size() == 4 ? Localized{"no month and no day", "no tiene mes ni día"} : Localized{"no day", "no tiene día"};
    return {"P402",
            grammar::Severity::note,
            phrase("{} has {}: comparisons use {}", "{} {}: se compara con {}", {same(std::string(text)), lacks, day_range(low, high)}),
            {}};
}

Localized yes_no_help(std::string_view written) {
    const std::string lower = lower_case(text::trimmed(written));
    static constexpr std::array<std::string_view, 8> yes = {"yes", "y", "true", "sí", "si", "sim", "oui", "1"};
    static constexpr std::array<std::string_view, 6> no = {"no", "n", "false", "não", "non", "0"};
    if (std::find(yes.begin(), yes.end(), lower) != yes.end()) return {"write true or \"yes\"", "escriba true o \"yes\""};
    if (std::find(no.begin(), no.end(), lower) != no.end()) return {"write false or \"no\"", "escriba false o \"no\""};
    return {"write true or false, \"yes\" or \"no\"", "escriba true o false, \"yes\" o \"no\""};
}

}  // namespace

Localized wanted(const model::Vocabulary& vocabulary, const PlanEntity& entity, const PlanField& field, bool as_list) {
    if (as_list) return {"a list", "una lista"};
    switch (field.kind) {
        case TypeKind::text: return {"a text", "un texto"};
        case TypeKind::yes_no: return {"yes or no", "sí o no"};
        case TypeKind::number: return field.integer ? Localized{"a whole number", "un número entero"} : Localized{"a number", "un número"};
        case TypeKind::percent: return {"a percentage", "un porcentaje"};
        case TypeKind::date: return {"a date", "una fecha"};
        case TypeKind::moment: return {"a moment", "un momento"};
        case TypeKind::duration: return {"a duration", "una duración"};
        case TypeKind::enumeration:
            if (field.of == static_cast<std::uint32_t>(model::country_enumeration)) return {"a country", "un país"};
            return phrase("a value of {}", "un valor de {}", {same(enumeration_name(vocabulary, *entity.entity, *field.field))});
        case TypeKind::item: {
            const Localized name = entity_name(vocabulary.entities[field.of]);
            if (field.reference) return phrase("the key of an item of {}", "la clave de un elemento de {}", {name});
            return phrase("an object ({})", "un objeto ({})", {name});
        }
        case TypeKind::nothing: break;
    }
    return {"a value", "un valor"};
}

Read ValueReader::wrong(const PlanEntity& entity, const PlanField& field, const Node& node, std::optional<Remark>& remark, Localized help) const {
    remark = counts_as_missing("P201", phrase("{} is not {}", "{} no es {}", {shown(node), wanted(vocabulary_, entity, field, false)}), std::move(help));
    return Read::wrong;
}

Read ValueReader::amount(const PlanField& field, std::string_view written, Decimal& amount, Localized& reason) const {
    const auto read = model::decimal_from_text(written);
    if (!read) {
        // Too large, or too fine: a number's text is one of the two, once it is known to be a number.
        std::string_view digits_only = written;
        if (!digits_only.empty() && digits_only.front() == '-') {
            reason = {"the numbers of a plan are at least 0", "los números de un plan son al menos 0"};
            return Read::wrong;
        }
        reason = {"a number has at most nine decimals and lies below 170141183460469231731687303715",
                  "un número tiene como máximo nueve decimales y es menor que 170141183460469231731687303715"};
        return Read::wrong;
    }
    if (*read < 0) {
        reason = {"the numbers of a plan are at least 0", "los números de un plan son al menos 0"};
        return Read::wrong;
    }
    if (field.integer && *read % model::decimal_one != 0) {
        reason = {"write a number without decimals", "escriba un número sin decimales"};
        return Read::wrong;
    }
    amount = *read;
    if (field.factor != model::decimal_one) {
        const auto base = model::multiply_exactly(*read, field.factor);
        if (!base) {
            reason = {"in base units the number has more than nine decimals, or is too large",
                      "en unidades básicas el número tiene más de nueve decimales o es demasiado grande"};
            return Read::wrong;
        }
        amount = *base;
    }
    return Read::value;
}

Read ValueReader::number(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value, std::optional<Remark>& remark) {
    const auto as_node = [&] {
        Node node;
        node.kind = Node::Kind::number;
        node.text = written;
        return node;
    };
    if (field.kind == TypeKind::number || field.kind == TypeKind::percent) {
        Localized reason;
        value.within_bounds = false;
        if (amount(field, written, value.decimal, reason) == Read::wrong) return wrong(entity, field, as_node(), remark, std::move(reason));
        value.decimal_high = value.decimal;
        if (field.kind == TypeKind::percent && value.decimal > 0 && value.decimal < model::decimal_one) {
            const auto hundredfold = model::multiply(value.decimal, 100 * model::decimal_one);
            const std::string meant = model::decimal_to_text(hundredfold.value_or(0));
            remark = Remark{"P403", grammar::Severity::note, phrase("read as {} %", "leído como {} %", {same(model::decimal_to_text(value.decimal))}),
                            phrase("write \"{}%\" or {} if that is meant", "escriba \"{}%\" o {} si eso es lo que quiere decir", {same(meant), same(meant)})};
        }
        return Read::value;
    }
    if (field.kind == TypeKind::item && field.reference) {  // a key that is a number
        const auto key = model::decimal_from_text(written);
        value.integer = value.integer_high = texts_.add(key ? model::decimal_to_text(*key) : std::string(written));
        value.within_bounds = false;
        return Read::value;
    }
    Localized help;
    if (field.kind == TypeKind::text || (field.kind == TypeKind::date && written.size() == 4))
        help = phrase("write it in quotes: \"{}\"", "escríbalo entre comillas: \"{}\"", {same(std::string(written.substr(0, 60)))});
    else if (field.kind == TypeKind::yes_no) help = yes_no_help(written);
    else if (field.kind == TypeKind::duration) help = {"write it with its unit: \"2 weeks\", or \"P2W\"", "escríbalo con su unidad: \"2 weeks\" o \"P2W\""};
    return wrong(entity, field, as_node(), remark, std::move(help));
}

Read ValueReader::text(const PlanEntity& entity, const PlanField& field, std::string_view written, Value& value, std::optional<Remark>& remark) {
    value.within_bounds = false;
    const auto as_node = [&] {
        Node node;
        node.kind = Node::Kind::text;
        node.text = written;
        return node;
    };
    if (field.kind == TypeKind::enumeration) {
        const auto& words = index_.enumerations[field.of];
        if (const auto found = words.find(written); found != words.end()) {
            value.integer = value.integer_high = found->second;
            return Read::value;
        }
    }
    const std::string_view text = text::normal_form(written, scratch_);
    if (text.empty()) return Read::absent;
    switch (field.kind) {
        case TypeKind::text: value.integer = value.integer_high = texts_.add(text); return Read::value;
        case TypeKind::yes_no:
            if (written != "yes" && written != "no") return wrong(entity, field, as_node(), remark, yes_no_help(written));
            value.truth = written == "yes";
            return Read::value;
        case TypeKind::number: {
            Localized help = {"write a number", "escriba un número"};
            if (model::decimal_from_text(text)) help = phrase("write it without quotes: {}", "escríbalo sin comillas: {}", {same(std::string(text))});
            return wrong(entity, field, as_node(), remark, std::move(help));
        }
        case TypeKind::percent: {
            if (!written.empty() && written.back() == '%') {
                const std::string_view digits_only = written.substr(0, written.size() - 1);
                const auto read = model::decimal_from_text(digits_only);
                if (read && *read >= 0) {
                    value.decimal = value.decimal_high = *read;
                    return Read::value;
                }
            }
            return wrong(entity, field, as_node(), remark, {"write \"30%\" or 30 for thirty percent", "escriba \"30%\" o 30 para treinta por ciento"});
        }
        case TypeKind::date: {
            if (!read_date(written, value.integer, value.integer_high)) {
                remark = not_a_date(text);
                if (text.size() != written.size() && read_date(text, value.integer, value.integer_high)) remark->help = blank_at_ends(written, text);
                return Read::wrong;
            }
            value.within_bounds = value.integer != value.integer_high;
            if (value.within_bounds) remark = partial_date(written, value.integer, value.integer_high);
            return Read::value;
        }
        case TypeKind::moment: {
            const auto moment = model::moment_from_text(written);
            if (!moment) {
                remark = counts_as_missing("P202", phrase("{} is not a moment", "{} no es un momento", {same(in_quotes(text))}),
                                           {"write 2024-05-17T08:30, with the offset where it is known: 2024-05-17T08:30-06:00",
                                            "escriba 2024-05-17T08:30, con el desfase si se conoce: 2024-05-17T08:30-06:00"});
                return Read::wrong;
            }
            value.integer = value.integer_high = *moment;
            return Read::value;
        }
        case TypeKind::duration: {
            const auto duration = model::duration_from_text(written);
            if (!duration)
                return wrong(entity, field, as_node(), remark,
                             {"write for example \"2 weeks\", \"18 months\", \"10 working days\" or \"P2W\"",
                              "escriba por ejemplo \"2 weeks\", \"18 months\", \"10 working days\" o \"P2W\""});
            value.integer = value.integer_high = *duration;
            return Read::value;
        }
        case TypeKind::enumeration: {
            const bool country = field.of == static_cast<std::uint32_t>(model::country_enumeration);
            if (country) {
                const std::string_view code = model::country_from_alpha3(written);
                const auto& words = index_.enumerations[field.of];
                if (const auto found = words.find(code); !code.empty() && found != words.end()) {
                    value.integer = value.integer_high = found->second;
                    return Read::value;
                }
            }
            const model::Enumeration& enumeration = vocabulary_.enumerations[field.of];
            Localized help = enumeration_help(enumeration, enumeration_name(vocabulary_, *entity.entity, *field.field), written);
            if (country && text.size() > 3 && help.english.starts_with("country is"))
                help = {"write the two letters of ISO 3166-1: CR", "escriba las dos letras de ISO 3166-1: CR"};
            return wrong(entity, field, as_node(), remark, std::move(help));
        }
        case TypeKind::item:
            if (!field.reference) return wrong(entity, field, as_node(), remark);
            value.integer = value.integer_high = texts_.add(text);
            return Read::value;
        case TypeKind::nothing: break;
    }
    return wrong(entity, field, as_node(), remark);
}

Read ValueReader::node(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value, std::optional<Remark>& remark) {
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
            if (field.kind == TypeKind::number || field.kind == TypeKind::percent || field.kind == TypeKind::date || field.kind == TypeKind::moment ||
                field.kind == TypeKind::duration)
                return bounds(entity, field, node, value, remark);
            break;
        case Node::Kind::list:
        case Node::Kind::conflict: break;
    }
    return wrong(entity, field, node, remark);
}

Read ValueReader::bounds(const PlanEntity& entity, const PlanField& field, const Node& node, Value& value, std::optional<Remark>& remark) {
    const Localized what = wanted(vocabulary_, entity, field, false);
    const Localized form = {"write {\"from\": …, \"to\": …}, or only one of the two", "escriba {\"from\": …, \"to\": …}, o solo uno de los dos"};
    const auto refuse = [&](const Localized& message) {
        remark = counts_as_missing("P201", message, form);
        return Read::wrong;
    };
    for (const Node& member : node.children)
        if (member.key != "from" && member.key != "to")
            return refuse(phrase("the bounds of {} know no {}", "los límites de {} no conocen {}", {what, same(in_quotes(member.key))}));
        else if (member.kind == Node::Kind::object || member.kind == Node::Kind::list || member.kind == Node::Kind::conflict)
            return refuse(phrase("{} is not {}", "{} no es {}", {shown(member), what}));

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
    if (has_low == Read::absent && has_high == Read::absent) return refuse(phrase("an object is not {}", "un objeto no es {}", {what}));

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
            if (has_low == Read::absent) value.integer = model::duration_of(model::duration_kind(value.integer_high), 0);
            if (both) turned_round = model::duration_at_most(value.integer, value.integer_high) != true;
        } else if (field.kind == TypeKind::moment && both) {
            // Without an offset on one side only, the two may lie either way round within a day.
            const auto utc = [](model::Moment moment) { return model::local_seconds_of(moment) - model::offset_of(moment).value_or(0) * 60; };
            const bool comparable = model::offset_of(value.integer).has_value() == model::offset_of(value.integer_high).has_value();
            turned_round = !comparable || utc(value.integer) > utc(value.integer_high);
        } else {
            turned_round = value.integer > value.integer_high;
        }
        value.within_bounds = value.integer != value.integer_high;
    }
    if (turned_round)
        return refuse(phrase("from {} to {} is turned round", "de {} a {} está al revés", {shown(*node.member("from")), shown(*node.member("to"))}));
    return Read::value;
}

}  // namespace brecha::plans
