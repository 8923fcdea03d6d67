#include "mistakes/finder.hpp"

#include "attempt.hpp"

#include <array>
#include <cctype>

namespace brecha::grammar {

std::string lower(std::string_view word) {
    std::string result(word);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

std::optional<Diagnostic> Finder::find() {
    using Look = std::optional<Diagnostic> (Finder::*)();
    // clang-format off: in the order tried
    static constexpr Look looks[] = {
        &Finder::foreign_comment,
        &Finder::and_or,
        &Finder::keyword_in_capitals,
        &Finder::foreign_symbol,
        &Finder::foreign_quotes,
        &Finder::number_with_comma,
        &Finder::date_in_words,
        &Finder::year_for_a_day,
        &Finder::date_with_slashes,
        &Finder::number_without_zero,
        &Finder::ending_of_each,
        &Finder::quantifier_word,
        &Finder::there_is,
        &Finder::quantifier_in_condition,
        &Finder::chained_comparison,
        &Finder::form_of_to_be,
        &Finder::comparison_in_words,
        &Finder::form_of_to_have,
        &Finder::before_or_after,
        &Finder::element_in_list,
        &Finder::contains_without_of,
        &Finder::list_without_braces,
        &Finder::hyphen_in_part,
        &Finder::label_without_language,
        &Finder::label_behind_type,
        &Finder::condition_at_the_end,
        &Finder::number_of,
        &Finder::part_without_require,
        &Finder::text_without_quotes,
        &Finder::until_behind_reason,
        &Finder::reason_within_braces,
        &Finder::other_sign_of_a_value,
        &Finder::and_between_ids,
        &Finder::answered_by_kind,
        &Finder::comma_between_roles,
        &Finder::label_of_step_before_rest,
        &Finder::duration_in_other_words,
        &Finder::other_word_of_line,
        &Finder::needless_word,
        &Finder::name_of_several_words,
    };
    // clang-format on
    for (const Look look : looks)
        if (std::optional<Diagnostic> diagnostic = (this->*look)()) return diagnostic;
    return std::nullopt;
}

std::optional<Diagnostic> Finder::tell(const messages::Entry& entry, Span span,
                                       const std::vector<messages::Argument>& arguments, const std::vector<Edit>& edits,
                                       std::size_t enough) const {
    std::uint32_t last = span.end;
    for (const Edit& edit : edits) last = std::max(last, edit.end);
    // The reading may have stopped at the line that follows, which is none of it.
    if (at_ > last && text_.substr(last, at_ - last).find_first_not_of(" \t\r\n") != std::string_view::npos) last = at_;
    const std::uint32_t from = from_;
    const std::uint32_t to = std::min(failure_.end, last + furthest_look);
    if (edits.empty() || edits.front().begin < from) return std::nullopt;
    std::string edited;
    std::uint32_t copied = from;
    for (const Edit& edit : edits) {
        edited.append(text_, copied, edit.begin - copied).append(edit.text);
        copied = edit.end;
    }
    const std::uint32_t line_end =
        static_cast<std::uint32_t>(std::min<std::size_t>(std::min(text_.find('\n', last), text_.size()), to));
    const std::size_t wanted = edited.size() + (std::max(last, copied) - copied);
    const std::size_t edited_line_end = edited.size() + (line_end - std::min(line_end, copied));
    edited.append(text_, copied, to - copied);
    // Another mistake may follow on the line; but what was edited must be read, and something behind it.
    const std::uint32_t reached = reach(failure_.items, session_.language, edited);
    if (reached < edited_line_end) {
        const std::vector<Token> behind =
            tokens_of(edited, static_cast<std::uint32_t>(wanted), static_cast<std::uint32_t>(edited.size()));
        if (reached < wanted || behind.size() < enough || (enough != 0 && behind[enough - 1].end > reached))
            return std::nullopt;
    }
    Diagnostic diagnostic = said(entry, span, arguments);
    // The way out is the line as it would be read, and what the entry adds to that.
    const std::string line = rewritten(text_, std::min(clause_begin(), edits.front().begin), line_end, edits);
    diagnostic.help = messages::Message(catalogue::write_line, {line}) + diagnostic.help;
    return diagnostic;
}

std::optional<Diagnostic> mistake_at(const Session& session, const Failure& failure) {
    return Finder(session, failure).find();
}

std::string rewritten(std::string_view text, std::uint32_t begin, std::uint32_t end, const std::vector<Edit>& edits) {
    constexpr std::size_t longest = 240;
    std::string whole;
    std::uint32_t at = begin;
    for (const Edit& edit : edits) {
        if (edit.begin < at) continue;
        whole.append(text, at, edit.begin - at).append(edit.text);
        at = edit.end;
    }
    if (end > at) whole.append(text, at, end - at);
    // one line: comments out, runs of blanks as one outside texts
    std::string line;
    bool in_text = false, in_comment = false;
    for (std::size_t index = 0; index < whole.size(); ++index) {
        const char c = whole[index];
        if (in_comment) {
            if (c == '\n') in_comment = false;
            else continue;
        }
        if (!in_text && c == '#') {
            in_comment = true;
            continue;
        }
        if (in_text && c == '\\') {
            line += c;
            if (index + 1 < whole.size()) line += whole[++index];
            continue;
        }
        if (c == '"') in_text = !in_text;
        if (!in_text && (c == ' ' || c == '\n' || c == '\t' || c == '\r')) {
            if (!line.empty() && line.back() != ' ') line += ' ';
            continue;
        }
        line += c;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    if (line.size() > longest) {
        std::size_t cut = longest;
        while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
        line = line.substr(0, cut) + "…";
    }
    return line;
}

int month_named(std::string_view word) {
    static constexpr std::array<std::array<std::string_view, 7>, 12> months = {
        {{"january", "jan", "enero", "ene", "janeiro", "janvier", "janv"},
         {"february", "feb", "febrero", "fevereiro", "fev", "février", "févr"},
         {"march", "mar", "marzo", "março", "mars", "", ""},
         {"april", "apr", "abril", "abr", "avril", "avr", ""},
         {"may", "mayo", "maio", "mai", "", "", ""},
         {"june", "jun", "junio", "junho", "juin", "", ""},
         {"july", "jul", "julio", "julho", "juillet", "juil", ""},
         {"august", "aug", "agosto", "ago", "août", "", ""},
         {"september", "sep", "sept", "septiembre", "setembro", "septembre", "set"},
         {"october", "oct", "octubre", "outubro", "out", "octobre", ""},
         {"november", "nov", "noviembre", "novembro", "novembre", "", ""},
         {"december", "dec", "diciembre", "dic", "dezembro", "décembre", "déc"}}};
    const std::string wanted = lower(word);
    for (std::size_t index = 0; index < months.size(); ++index)
        for (std::string_view name : months[index])
            if (!name.empty() && name == wanted) return static_cast<int>(index) + 1;
    return 0;
}

}  // namespace brecha::grammar
