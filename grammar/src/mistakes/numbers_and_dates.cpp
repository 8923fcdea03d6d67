// Numbers, units and dates in words or in the forms of other countries.
#include "mistakes/finder.hpp"

namespace brecha::grammar {

namespace {

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::optional<Diagnostic> Finder::number_with_comma() {
    std::size_t first = k_;
    if (word(k_) == "," && k_ > 0) --first;
    else return std::nullopt;
    if (!is_number(first) || !touch(first) || !touch(first + 1) || !is_number(first + 2)) return std::nullopt;
    std::size_t last = first + 2;
    const auto thousand = [&](std::size_t index) { return word(index).size() == 3; };
    if (!thousand(last) && word(last).substr(0, 4).find('.') != 3) {
        if (word(first).find_first_not_of("0123456789") != std::string_view::npos ||
            word(last).find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        return tell(catalogue::decimal_comma, span_of(first, last + 1), {},
                    {replace(first, last + 1, std::string(word(first)) + "." + std::string(word(last)))});
    }
    while (thousand(last) && touch(last) && word(last + 1) == "," && touch(last + 1) && is_number(last + 2) &&
           thousand(last + 2))
        last += 2;
    std::string number = source(first, last + 1);
    std::replace(number.begin(), number.end(), ',', '_');
    return tell(catalogue::comma_in_number, span_of(first, last + 1), {}, {replace(first, last + 1, number)});
}

std::optional<Diagnostic> Finder::date_in_words() {
    const std::size_t from = k_ > 3 ? k_ - 3 : 0;
    for (std::size_t month = from; month < k_ + 3 && has(month); ++month) {
        if (!is_word(month)) continue;
        const int number = month_named(word(month));
        if (number == 0) continue;
        const auto link = [&](std::size_t index) { return is_one_of(lower(word(index)), {"de", "of", "del"}); };
        // 1 July 2025, 1 de julio de 2025, July 1, 2025
        std::size_t begin = month, end = month + 1;
        int day = 0;
        if (month > 0 && day_number(month - 1) > 0) begin = month - 1, day = day_number(begin);
        else if (month > 1 && link(month - 1) && day_number(month - 2) > 0) begin = month - 2, day = day_number(begin);
        std::size_t next = month + 1;
        if (day == 0 && day_number(next) > 0) day = day_number(next), ++next;
        if (word(next) == ",") ++next;
        if (link(next)) ++next;
        if (!is_number(next) || word(next).size() != 4 ||
            word(next).find_first_not_of("0123456789") != std::string_view::npos)
            continue;
        end = next + 1;
        if (day == 0) continue;
        return tell(catalogue::date_in_words, span_of(begin, end), {},
                    {replace(begin, end, std::string(word(next)) + "-" + two_digits(number) + "-" + two_digits(day))});
    }
    return std::nullopt;
}

/// waive PF-1 until 2027
std::optional<Diagnostic> Finder::year_for_a_day() {
    const bool wants_date = std::any_of(session_.expected.begin(), session_.expected.end(),
                                        [](const Expectation& e) { return e.sort == Sort::date; });
    if (!wants_date || !is_number(k_) || word(k_).size() != 4 || k_ == 0) return std::nullopt;
    return tell(catalogue::year_for_a_day, span_of(k_, k_ + 1), {},
                {replace(k_, k_ + 1, std::string(word(k_)) + (is_key(k_ - 1, role("from")) ? "-01-01" : "-12-31"))}, 0);
}

/// waive PF-1 until 01/07/2027
std::optional<Diagnostic> Finder::date_with_slashes() {
    const bool wants_date = std::any_of(session_.expected.begin(), session_.expected.end(),
                                        [](const Expectation& e) { return e.sort == Sort::date; });
    if (!wants_date || word(k_ + 1) != "/" || word(k_ + 3) != "/" || word(k_ + 4).size() != 4 || !is_number(k_ + 4))
        return std::nullopt;
    const int one = day_number(k_), other = day_number(k_ + 2);
    if (one == 0 || other == 0) return std::nullopt;
    const std::string year(word(k_ + 4));
    if (one <= 12 && other <= 12 && one != other) {
        Diagnostic diagnostic = said(catalogue::date_in_words, span_of(k_, k_ + 5));
        diagnostic.help = {catalogue::write_date_either, {year, two_digits(other), two_digits(one)}};
        return diagnostic;
    }
    const int month = other > 12 ? one : other, day = other > 12 ? other : one;
    return tell(catalogue::date_in_words, span_of(k_, k_ + 5), {},
                {replace(k_, k_ + 5, year + "-" + two_digits(month) + "-" + two_digits(day))}, 0);
}

int Finder::day_number(std::size_t index) const {
    if (!is_number(index)) return 0;
    std::string_view digits = word(index);
    const std::size_t end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (end == 0 || end > 2 || !is_one_of(lower(digits.substr(end)), {"", "st", "nd", "rd", "th", "er"})) return 0;
    const int day = digits[0] - '0';
    const int full = end == 2 ? day * 10 + (digits[1] - '0') : day;
    return full <= 31 ? full : 0;
}

std::optional<Diagnostic> Finder::number_without_zero() {
    // require .5 * x: the .5 was read as a part
    if (k_ < 3 || !is_one_of(word(k_), {"*", "/", "+", "<", "<=", ">", ">=", "=", "!=", "%"}) || !is_number(k_ - 1) ||
        !is_part(k_ - 1))
        return std::nullopt;
    return tell(catalogue::number_without_zero, span_of(k_ - 2, k_), {source(k_ - 2, k_)},
                {replace(k_ - 2, k_, "0" + source(k_ - 2, k_))});
}

std::optional<Diagnostic> Finder::number_of() {
    if (k_ == 0 || !is_key(k_, role("of")) || !is_key(k_ - 1, role("number"))) return std::nullopt;
    return tell(catalogue::number_of, span_of(k_ - 1, k_ + 1), {}, {replace(k_, k_ + 1, key(role("in")))});
}

}  // namespace brecha::grammar
