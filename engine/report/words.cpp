#include "report/words.hpp"

#include <algorithm>
#include <array>

namespace brecha::report {

namespace {

constexpr std::array<std::string_view, 4> languages = {"en", "es", "pt", "fr"};

std::size_t index_of(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    for (std::size_t index = 0; index < languages.size(); ++index)
        if (languages[index] == primary) return index;
    return 0;
}

using Sentence = std::array<std::string_view, 4>;  // by language; {0}, {1} are filled in

std::string fill(const Sentence& sentence, std::string_view language, const std::vector<std::string>& arguments) {
    const std::string_view pattern = sentence[index_of(language)];
    std::string text;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}') {
            text += arguments.at(static_cast<std::size_t>(pattern[at + 1] - '0'));
            at += 2;
        } else {
            text += pattern[at];
        }
    }
    return text;
}

constexpr Sentence value_of_plan = {"What is the {0}?", "¿Cuál es el dato «{0}»?", "Qual é o dado «{0}»?", "Quelle est la donnée « {0} » ?"};
constexpr Sentence value_of_items = {"What is the {0} of {1}?", "¿Cuál es el dato «{0}» de {1}?", "Qual é o dado «{0}» de {1}?",
                                     "Quelle est la donnée « {0} » pour {1} ?"};
constexpr Sentence yes_no_of_plan = {"Does this hold: {0}?", "¿Se cumple «{0}»?", "Cumpre-se «{0}»?", "Est-ce le cas : {0} ?"};
constexpr Sentence yes_no_of_items = {"Does this hold for {1}: {0}?", "¿Se cumple «{0}» para {1}?", "Cumpre-se «{0}» para {1}?",
                                      "Est-ce le cas pour {1} : {0} ?"};
constexpr Sentence list_of_plan = {"Which are the {0}?", "¿Cuáles son: {0}?", "Quais são: {0}?", "Quels éléments compte « {0} » ?"};
constexpr Sentence list_of_items = {"Which are the {0} of {1}?", "¿Cuáles son, para {1}: {0}?", "Quais são, para {1}: {0}?",
                                    "Quels éléments compte « {0} » pour {1} ?"};
constexpr Sentence complete_asked = {"Is this list complete? {0}", "¿Está completa esta lista? {0}", "Esta lista está completa? {0}",
                                     "Cette liste est-elle complète ? {0}"};
constexpr Sentence complete_of_plan = {"Is this list complete: {0}?", "¿Está completa esta lista: {0}?", "Esta lista está completa: {0}?",
                                       "Cette liste est-elle complète : {0} ?"};
constexpr Sentence complete_of_items = {"Is this list complete: {0} of {1}?", "¿Está completa esta lista: {0} de {1}?", "Esta lista está completa: {0} de {1}?",
                                        "Cette liste est-elle complète : {0} pour {1} ?"};
constexpr Sentence parameter_question = {"What is {0}?", "¿Cuál es el valor de «{0}»?", "Qual é o valor de «{0}»?", "Quelle est la valeur de « {0} » ?"};
constexpr Sentence said_by_tables = {"What do the rules' own tables say of {0}?", "¿Qué dicen las tablas de las reglas sobre «{0}»?",
                                     "O que dizem as tabelas das regras sobre «{0}»?", "Que disent les tableaux des règles sur « {0} » ?"};
constexpr Sentence yes = {"yes", "sí", "sim", "oui"}, no = {"no", "no", "não", "non"};
constexpr Sentence of_elements = {"Of {0} {3} ({1}), {2}", "De {0} {3} ({1}), {2}", "De {0} {3} ({1}), {2}", "Sur {0} {3} ({1}), {2}"};
constexpr Sentence item = {"item", "elemento", "elemento", "élément"}, items_word = {"items", "elementos", "elementos", "éléments"};
constexpr Sentence of_stated_elements = {"Of {0} {3} stated so far ({1}), {2}", "De {0} {3} que constan hasta ahora ({1}), {2}",
                                         "De {0} {3} que constam até agora ({1}), {2}", "Sur {0} {3} connus à ce jour ({1}), {2}"};
constexpr Sentence nothing_there = {"There is nothing under “{0}”.", "No hay nada en «{0}».", "Não há nada em «{0}».", "Il n'y a rien sous « {0} »."};
constexpr Sentence nothing_stated = {"Nothing is stated under “{0}”.", "No consta nada en «{0}».", "Não consta nada em «{0}».",
                                     "Rien n'est indiqué sous « {0} »."};
constexpr Sentence none = {"none", "ninguno", "nenhum", "aucun"}, all = {"all", "todos", "todos", "tous"};
constexpr Sentence colon = {": ", ": ", ": ", " : "};
constexpr Sentence of_them_open = {"; open for {0}", "; abierto para {0}", "; em aberto para {0}", " ; ouvert pour {0}"};
constexpr Sentence asked_of_items = {"{0}: {1}", "{0}: {1}", "{0}: {1}", "{0} : {1}"};
constexpr Sentence two_names = {"{0} and {1}", "{0} y {1}", "{0} e {1}", "{0} et {1}"};
constexpr Sentence more_names = {"{0} and {1} more", "{0} y {1} más", "{0} e mais {1}", "{0} et {1} de plus"};
constexpr Sentence due = {"was due on {0}", "debía estar el {0}", "era devido em {0}", "était dû le {0}"};
constexpr Sentence each = {"{0} each", "{0} cada uno", "{0} cada um", "{0} chacun"};

}  // namespace

std::string_view sentence_language(std::string_view language) { return languages[index_of(language)]; }

void add_items(QuestionWords& words, const QuestionWords& more) {
    for (const std::string& item : more.items)
        if (std::find(words.items.begin(), words.items.end(), item) == words.items.end()) words.items.push_back(item);
}

std::string question_text(const QuestionWords& words, std::string_view language) {
    const std::string items = enumeration_text(words.items, language);
    const auto made = [&](const Sentence& of_plan, const Sentence& of_items) {
        return fill(words.items.empty() ? of_plan : of_items, language, {words.label, items});
    };
    if (!words.ask.empty()) {
        const std::string asked = words.form == QuestionForm::complete ? fill(complete_asked, language, {words.ask}) : words.ask;
        return words.items.empty() ? asked : fill(asked_of_items, language, {items, asked});
    }
    if (words.form == QuestionForm::complete) return made(complete_of_plan, complete_of_items);
    switch (words.form) {
        case QuestionForm::yes_no: return made(yes_no_of_plan, yes_no_of_items);
        case QuestionForm::list: return made(list_of_plan, list_of_items);
        case QuestionForm::data: return fill(said_by_tables, language, {words.label});
        case QuestionForm::parameter: return fill(parameter_question, language, {words.label});
        default: return made(value_of_plan, value_of_items);
    }
}

std::string enumeration_text(const std::vector<std::string>& names, std::string_view language, std::size_t most) {
    if (names.empty()) return {};
    const bool cut = names.size() > most;
    // Cut, the last place goes to "and 4 more"; else the last name does.
    const std::size_t shown = cut ? most - 1 : names.size() - 1;
    std::string front = names[0];
    for (std::size_t index = 1; index < shown; ++index) front += ", " + names[index];
    if (cut) return fill(more_names, language, {front, std::to_string(names.size() - shown)});
    return names.size() == 1 ? front : fill(two_names, language, {front, names.back()});
}

std::string was_due(std::string_view date, std::string_view language) { return fill(due, language, {std::string(date)}); }

std::string each_of(std::string_view effort, std::string_view language) { return fill(each, language, {std::string(effort)}); }

std::string tally_text(const TallyWords& words, std::string_view language) {
    if (words.elements == 0) return fill(words.complete ? nothing_there : nothing_stated, language, {words.list});
    const std::string count = std::to_string(words.satisfying);
    const std::string fitting = words.satisfying == 0 ? fill(none, language, {}) : words.satisfying == words.elements ? fill(all, language, {}) : count;
    std::string text = fill(words.complete ? of_elements : of_stated_elements, language,
                            {std::to_string(words.elements), words.list, fitting, fill(words.elements == 1 ? item : items_word, language, {})});
    if (!words.condition.empty()) text += fill(colon, language, {}) + words.condition;
    if (words.open > 0) text += fill(of_them_open, language, {std::to_string(words.open)});
    return text + ".";
}

std::vector<std::string> yes_and_no(std::string_view language) { return {fill(yes, language, {}), fill(no, language, {})}; }

std::string spaced(std::string_view name) {
    std::string text(name);
    for (char& character : text)
        if (character == '_') character = ' ';
    return text;
}

}  // namespace brecha::report
