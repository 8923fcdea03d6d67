#include "catch.hpp"

#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

#include <string>

using namespace brecha::messages;

namespace {

constexpr Sentence of{"{} of {}", "de {2}, {1}", "{1} de {2}", "{1} de {2}"};
constexpr Sentence line{
    "add `{keyword:month_end} {keyword:last_day}`", "añada `{keyword:month_end} {keyword:last_day}`",
    "acrescente `{keyword:month_end} {keyword:last_day}`", "ajoutez `{keyword:month_end} {keyword:last_day}`"};
constexpr Sentence met{
    "{1} {1|requirement|requirements}, {word:law} {braces}", "{1} {1|requisito|requisitos}, {word:law} {braces}",
    "{1} {1|requisito|requisitos}, {word:law} {braces}", "{1} {1|exigence|exigences}, {word:law} {braces}"};

Message text(const char* words) { return Message::same(words); }

}  // namespace

TEST_CASE("holes are filled in order, or by number where a language needs another order") {
    const Message message(of, {"two", 3});
    CHECK(message.in(Language::en) == "two of 3");
    CHECK(message.in(Language::es) == "de 3, two");
    CHECK(message.in("fr-CA") == "two de 3");
    CHECK(message.in("de") == "two of 3");
    CHECK(Message().empty());
    CHECK(Message(Sentence{}).empty());
    CHECK(Message().in(Language::pt).empty());
}

TEST_CASE(
    "keywords and built-in words are the reader's, a word agrees with its number, other braces stand for themselves") {
    CHECK(Message(line).in(Language::en) == "add `month_end last_day`");
    CHECK(Message(line).in(Language::es) == "añada `fin_de_mes último_día`");
    CHECK(Message(met, {1}).in(Language::en) == "1 requirement, law {braces}");
    CHECK(Message(met, {0}).in(Language::en) == "0 requirements, law {braces}");
    CHECK(Message(met, {0}).in(Language::fr) == "0 exigence, loi {braces}");
    CHECK(Message(met, {7}).in(Language::pt) == "7 requisitos, lei {braces}");
}

TEST_CASE("an argument may be a keyword, a label, a message or a list of messages") {
    const Labels labels{"Agency", "Entidad", "", ""};
    CHECK(Message(of, {Keyword{brecha::grammar::role("when")}, labels}).in(Language::es) == "de Entidad, cuando");
    CHECK(Message(of, {labels, Message(line)}).in(Language::fr) == "Agency de ajoutez `fin_de_mois dernier_jour`");
    const auto list = [](List::Joint joint, std::size_t most = 9) {
        return List{joint, {text("a"), text("b"), text("c"), text("d")}, most};
    };
    CHECK(Message(of, {list(List::Joint::and_), 1}).in(Language::es) == "de 1, a, b, c y d");
    CHECK(Message(of, {list(List::Joint::or_), 1}).in(Language::pt) == "a, b, c ou d de 1");
    CHECK(Message(of, {list(List::Joint::comma), 1}).in(Language::en) == "a, b, c, d of 1");
    CHECK(Message(of, {list(List::Joint::and_, 3), 1}).in(Language::en) == "a, b and 2 more of 1");
    CHECK(Message(of, {List{List::Joint::and_, {text("a")}}, List{}}).in(Language::en) == "a of ");
}

TEST_CASE("in Spanish, and is e before the sound of i, or is u before that of o") {
    const auto pair = [](List::Joint joint, const char* last) {
        return Message(of, {List{joint, {text("a"), text(last)}}, 1});
    };
    for (const char* last : {"información", "\"ídolo\"", "Hijos", "isla"})
        CHECK(pair(List::Joint::and_, last).in(Language::es) == "de 1, a e " + std::string(last));
    for (const char* last : {"hielo", "hoteles", "ionización", "y"})
        CHECK(pair(List::Joint::and_, last).in(Language::es) == "de 1, a y " + std::string(last));
    for (const char* last : {"otros", "hoteles", "80", "11"})
        CHECK(pair(List::Joint::or_, last).in(Language::es) == "de 1, a u " + std::string(last));
    CHECK(pair(List::Joint::or_, "118").in(Language::es) == "de 1, a o 118");
    CHECK(pair(List::Joint::and_, "information").in(Language::en) == "a and information of 1");
    CHECK(pair(List::Joint::and_, "information").in(Language::fr) == "a et information de 1");
}

TEST_CASE("what an argument quotes cannot move a terminal's cursor or turn its text") {
    CHECK(Message(of, {"\x1B[2J", "a\xC2\x9B"}).in(Language::en) == "\\u001B[2J of a\\u009B");
    CHECK(Message(of, {"a\xE2\x80\xAE", "\xFF"}).in(Language::en) == "a\\u202E of \xEF\xBF\xBD");
}

TEST_CASE("messages are joined and compared by what they say") {
    CHECK((text("a") + text("b")).in(Language::en) == "ab");
    CHECK(Message(of, {1, 2}) == Message(of, {"1", "2"}));
    CHECK_FALSE(Message(of, {1, 2}) == text("1 of 2"));
}

TEST_CASE("a language is known by its tag, whatever the case or the country") {
    CHECK(language_named("es") == Language::es);
    CHECK(language_named("ES") == Language::es);
    CHECK(language_named("pt-BR") == Language::pt);
    CHECK(language_named("fr_CA.UTF-8") == Language::fr);
    CHECK_FALSE(language_named("de"));
    CHECK_FALSE(language_named(""));
    CHECK_FALSE(language_named("esp"));
}
