// Words that mean what a keyword means, or nothing at all.
#include "item_words.hpp"
#include "mistakes/finder.hpp"
#include "tokens.hpp"

#include <array>
#include <utility>

namespace brecha::grammar {

namespace {

struct OtherWord {
    std::string_view word;
    Role keyword;
};

constexpr OtherWord other_words[] = {
    {"must", role("shall")},
    {"debe", role("shall")},
    {"deve", role("shall")},
    {"mandatory", role("shall")},
    {"obligatorio", role("shall")},
    {"obrigatório", role("shall")},
    {"obligatoire", role("shall")},
    {"optional", role("may")},
    {"opcional", role("may")},
    {"facultativo", role("may")},
    {"reason", role("because")},
    {"motivo", role("because")},
    {"razón", role("because")},
    {"razão", role("because")},
    {"raison", role("because")},
    {"car", role("because")},
    {"pues", role("because")},
    {"pois", role("because")},
    {"exempt", role("waive")},
    {"except", role("waive")},
    {"eximir", role("waive")},
    {"exceptuar", role("waive")},
    {"exonerar", role("waive")},
    {"isentar", role("waive")},
    {"exempter", role("waive")},
    {"override", role("replace")},
    {"change", role("replace")},
    {"modify", role("replace")},
    {"cambiar", role("replace")},
    {"modificar", role("replace")},
    {"sustituir", role("replace")},
    {"alterar", role("replace")},
    {"mudar", role("replace")},
    {"modifier", role("replace")},
    {"changer", role("replace")},
    {"roles", role("role")},
    {"papeles", role("role")},
    {"papéis", role("role")},
    {"rôles", role("role")},
    {"papel", role("role")},
    {"deadline", role("limit")},
    {"límite", role("limit")},
    {"limite", role("limit")},
    {"échéance", role("limit")},
    {"task", role("step")},
    {"action", role("step")},
    {"phase", role("step")},
    {"etapa", role("step")},
    {"tarea", role("step")},
    {"acción", role("step")},
    {"fase", role("step")},
    {"tarefa", role("step")},
    {"tâche", role("step")},
    {"in", role("within")},
    {"en", role("within")},
    {"em", role("within")},
    {"dans", role("within")},
    {"if", role("in case")},
    {"when", role("in case")},
    {"si", role("in case")},
    {"se", role("in case")},
    {"cuando", role("in case")},
    {"quando", role("in case")},
    {"lorsque", role("in case")},
    {"in", role("in case")},
    {"then", role("after")},
    {"following", role("after")},
    {"tras", role("after")},
    {"suivant", role("after")},
    {"despues", role("after")},
    {"depois", role("after")},
    {"apres", role("after")},
    {"luego", role("after")},
    {"and", role("from~")},
    {"y", role("from~")},
    {"e", role("from~")},
    {"et", role("from~")},
    {"until", role("to~")},
    {"a", role("to~")},
    {"à", role("to~")},
    {"to", role("to~")},
};

/// What a word is called that only stands beside what is meant.
constexpr std::string_view needless_words[] = {
    "the",  "requirement", "requirements", "requisito", "requisitos", "exigence", "exigences", "a",   "an",  "of",
    "with", "from",        "el",           "la",        "los",        "las",      "un",        "una", "de",  "del",
    "con",  "o",           "os",           "as",        "um",         "uma",      "do",        "da",  "com", "le",
    "les",  "l",           "une",          "du",        "avec",       "desde",    "depuis"};

struct Unit {
    std::string_view word, unit;  // the unit as the role of a duration has it
};
constexpr Unit short_units[] = {{"s", "seconds"},   {"sec", "seconds"},  {"secs", "seconds"}, {"seg", "seconds"},
                                {"min", "minutes"}, {"mins", "minutes"}, {"mn", "minutes"},   {"h", "hours"},
                                {"hr", "hours"},    {"hrs", "hours"},    {"hs", "hours"},     {"d", "days"}};

constexpr std::array<std::array<std::string_view, 9>, 10> numbers = {
    {{"one", "a", "an", "un", "una", "uno", "um", "uma", "une"},
     {"two", "dos", "dois", "duas", "deux", "", ""},
     {"three", "tres", "três", "trois", "", "", ""},
     {"four", "cuatro", "quatro", "quatre", "", "", ""},
     {"five", "cinco", "cinq", "", "", "", ""},
     {"six", "seis", "", "", "", "", ""},
     {"seven", "siete", "sete", "sept", "", "", ""},
     {"eight", "ocho", "oito", "huit", "", "", ""},
     {"nine", "nueve", "nove", "neuf", "", "", ""},
     {"ten", "diez", "dez", "dix", "", "", ""}}};

}  // namespace

/// make PF-1 must because …; step b by x after a in 3 minutes
std::optional<Diagnostic> Finder::other_word_of_line() {
    if (!is_word(k_)) return std::nullopt;
    const std::string here = lower(word(k_));
    for (const OtherWord& other : other_words) {
        if (here != other.word) continue;
        const auto items = item_roles(failure_.items);
        const bool wanted = std::any_of(session_.expected.begin(), session_.expected.end(), [&](const Expectation& e) {
            return e.sort == Sort::keyword && e.role == other.keyword;
        });
        const bool begins =
            tokens_[k_].begin == failure_.begin && std::find(items.begin(), items.end(), other.keyword) != items.end();
        if (!wanted && !begins) continue;
        // "después de", where only "despues" was written and "de" follows, or not
        std::size_t end = k_ + 1;
        const std::string meant = key(other.keyword);
        if (const std::size_t blank = meant.rfind(' ');
            blank != std::string::npos && word(end) == meant.substr(blank + 1))
            ++end;
        if (std::optional<Diagnostic> told =
                tell(catalogue::line_in_other_words, span_of(k_, end),
                     {source(k_, end), messages::Keyword{other.keyword}}, {replace(k_, end, meant)}, 1)) {
            if (begins) {  // the line itself, not what stands before it
                const std::size_t line = std::min(text_.find('\n', tokens_[k_].begin), text_.size());
                told->help = messages::Message(
                    catalogue::write_line,
                    {rewritten(text_, tokens_[k_].begin, static_cast<std::uint32_t>(line), {replace(k_, end, meant)})});
            }
            return told;
        }
    }
    return std::nullopt;
}

/// replace PF-1 with { … }; step b by the chief
std::optional<Diagnostic> Finder::needless_word() {
    const auto is_needless = [&](std::size_t index) {
        const std::string here = lower(word(index));
        return is_word(index) &&
               std::find(std::begin(needless_words), std::end(needless_words), here) != std::end(needless_words);
    };
    for (const std::size_t index : {k_, k_ == 0 ? k_ : k_ - 1}) {
        if (!is_needless(index) || tokens_[index].begin == failure_.begin) continue;
        std::size_t end = index + 1;
        while (is_needless(end)) ++end;
        if (!has(end)) continue;
        if (std::optional<Diagnostic> told = tell(catalogue::needless_word, span_of(index, end), {source(index, end)},
                                                  {{tokens_[index].begin, tokens_[end].begin, ""}}, 1))
            return told;
    }
    return std::nullopt;
}

/// within 3 min; within two minutes
std::optional<Diagnostic> Finder::duration_in_other_words() {
    const bool wants_duration = std::any_of(
        session_.expected.begin(), session_.expected.end(),
        [](const Expectation& e) { return e.sort == Sort::unit || e.sort == Sort::word || e.sort == Sort::value; });
    const auto unit = [&](std::size_t index) {
        const auto found = std::find_if(std::begin(short_units), std::end(short_units),
                                        [&](const Unit& one) { return lower(word(index)) == one.word; });
        return found == std::end(short_units) ? std::string_view() : found->unit;
    };
    if (is_number(k_) && wants_duration && !unit(k_ + 1).empty())
        return tell(catalogue::line_in_other_words, span_of(k_ + 1, k_ + 2),
                    {word(k_ + 1), messages::Keyword{duration_role(unit(k_ + 1), word(k_) == "1")}},
                    {replace(k_ + 1, k_ + 2, " " + key(duration_role(unit(k_ + 1), word(k_) == "1")))}, 0);
    // lasts 2 to 3 days
    if (is_number(k_) && wants_duration && is_word(k_ + 1) && is_number(k_ + 2) && is_word(k_ + 3))
        return tell(catalogue::unit_of_both, span_of(k_, k_ + 1), {},
                    {{tokens_[k_].end, tokens_[k_].end, " " + source(k_ + 3, k_ + 4)}}, 0);
    // The number in words was read as the name of a parameter.
    if (k_ == 0 || !is_word(k_) || !is_word(k_ - 1)) return std::nullopt;
    for (std::size_t number = 0; number < numbers.size(); ++number)
        if (std::find(numbers[number].begin(), numbers[number].end(), lower(word(k_ - 1))) != numbers[number].end()) {
            const std::string digits = std::to_string(number + 1);
            return tell(catalogue::written_as, span_of(k_ - 1, k_), {word(k_ - 1), digits},
                        {replace(k_ - 1, k_, digits)}, 1);
        }
    return std::nullopt;
}

/// set needed: 2; set needed to 2
std::optional<Diagnostic> Finder::other_sign_of_a_value() {
    const bool wants_sign = std::any_of(session_.expected.begin(), session_.expected.end(),
                                        [](const Expectation& e) { return e.sort == Sort::symbol && e.symbol == "="; });
    if (!wants_sign ||
        !is_one_of(lower(word(k_)), {":", ":=", "to", "as", "a", "en", "como", "em", "para", "à", "comme"}))
        return std::nullopt;
    const std::string blank = k_ > 0 && tokens_[k_ - 1].end == tokens_[k_].begin ? " " : "";
    return tell(catalogue::written_as, span_of(k_, k_ + 1), {word(k_), "="}, {replace(k_, k_ + 1, blank + "=")}, 1);
}

/// waive PF-1 and PF-2 until …
std::optional<Diagnostic> Finder::and_between_ids() {
    if (k_ == 0 || (!is_key(k_, role("and")) && !is_key(k_, role("or")))) return std::nullopt;
    const bool wants_comma = std::any_of(session_.expected.begin(), session_.expected.end(), [](const Expectation& e) {
        return e.sort == Sort::symbol && e.symbol == ",";
    });
    if (!wants_comma) return std::nullopt;
    return tell(catalogue::comma_between, span_of(k_, k_ + 1), {word(k_)},
                {{tokens_[k_ - 1].end, tokens_[k_].end, ","}}, 1);
}

/// waive PF-1 because en "…" until 2027-01-01
std::optional<Diagnostic> Finder::until_behind_reason() {
    if (!is_key(k_, role("until"))) return std::nullopt;
    std::size_t because = k_;
    while (because > 0 && !is_key(because, role("because"))) --because;
    if (!is_key(because, role("because"))) return std::nullopt;
    std::size_t end = after_key(k_, role("until"));
    if (!has(end)) return std::nullopt;
    ++end;
    return tell(catalogue::until_before_reason, span_of(k_, end), {},
                {{tokens_[because].begin, tokens_[because].begin, source(k_, end) + " "},
                 {tokens_[k_ - 1].end, tokens_[end - 1].end, ""}},
                1);
}

/// replace PF-1 { shall because en "…" }
std::optional<Diagnostic> Finder::reason_within_braces() {
    if (failure_.items != Items::clauses || !is_key(k_, role("because"))) return std::nullopt;
    Diagnostic diagnostic = said(catalogue::reason_behind_brace, span_of(k_, after_key(k_, role("because"))));
    return diagnostic;
}

}  // namespace brecha::grammar
