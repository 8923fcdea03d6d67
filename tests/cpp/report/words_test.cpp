#include "catch.hpp"

#include "messages/catalogue/report.hpp"
#include "report/words.hpp"

using namespace brecha::report;

TEST_CASE("names are listed up to three, then counted") {
    CHECK(enumeration_text({}, "en") == "");
    CHECK(enumeration_text({"a"}, "en") == "a");
    CHECK(enumeration_text({"a", "b"}, "es") == "a y b");
    CHECK(enumeration_text({"a", "b", "c"}, "en") == "a, b and c");
    CHECK(enumeration_text({"a", "b", "c", "d"}, "en") == "a, b and 2 more");
    CHECK(enumeration_text({"a", "b", "c", "d", "e"}, "fr") == "a, b et 3 de plus");
}

TEST_CASE("a question is the vocabulary's own where it has one") {
    QuestionWords words;
    words.ask = "When was it approved?";
    words.label = "approved on";
    CHECK(question_text(words, "en") == "When was it approved?");
    words.asks = Asks::complete;
    CHECK(question_text(words, "en") == "Is this list complete? When was it approved?");
    CHECK(question_text(words, "pt") == "Esta lista está completa? When was it approved?");
    words.asks = Asks::kept;
    CHECK(question_text(words, "en") == "Since when is this list complete? When was it approved?");
    words.ask.clear();
    CHECK(question_text(words, "es") == "¿Desde cuándo está completa esta lista: approved on?");
    words.asks = Asks::list;
    words.rest = true;
    CHECK(question_text(words, "pt") == "O que falta nesta lista: approved on?");
    words.items = {"north"};
    CHECK(question_text(words, "en") == "What is missing from this list: approved on of north?");
    words.ask = "Who works there?";
    CHECK(question_text(words, "fr") == "north : Que manque-t-il dans cette liste ? Who works there?");
}

TEST_CASE("the vocabulary's own question names what it is asked of") {
    QuestionWords words;
    words.ask = "What does it do?";
    words.items = {"CESTUR"};
    CHECK(question_text(words, "en") == "CESTUR: What does it do?");
    CHECK(question_text(words, "fr") == "CESTUR : What does it do?");
    QuestionWords more = words;
    more.items = {"ICT", "CESTUR"};
    add_items(words, more);
    CHECK(question_text(words, "en") == "CESTUR and ICT: What does it do?");
    words.asks = Asks::complete;
    CHECK(question_text(words, "es") == "CESTUR e ICT: ¿Está completa esta lista? What does it do?");
}

TEST_CASE("what was counted is one sentence") {
    TallyWords words{"Activity", "training, public information", 6, 0, 0, true};
    CHECK(tally_text(words, "en") == "Of 6 items (Activity), none: training, public information.");
    CHECK(tally_text(words, "es") == "De 6 elementos (Activity), ninguno: training, public information.");
    words.satisfying = 2;
    words.open = 1;
    CHECK(tally_text(words, "fr") == "Sur 6 éléments (Activity), 2 : training, public information ; ouvert pour 1.");
    words.elements = words.satisfying = 1;
    words.open = 0;
    words.complete = false;
    CHECK(tally_text(words, "pt") ==
          "De 1 elemento que consta até agora (Activity), todos: training, public information.");
    words.elements = 0;
    CHECK(tally_text(words, "en") == "Nothing is stated under “Activity”.");
    words.complete = true;
    CHECK(tally_text(words, "es") == "No hay nada en «Activity».");
}

TEST_CASE("a question is made from the field and the item where the vocabulary asks none") {
    QuestionWords words;
    words.label = "letter signed on";
    words.items = {"ict"};
    CHECK(question_text(words, "en") == "What is the letter signed on of ict?");
    CHECK(question_text(words, "es") == "¿Cuál es el dato «letter signed on» de ict?");
    words.items.clear();
    CHECK(question_text(words, "en") == "What is the letter signed on?");
    words.asks = Asks::complete;
    words.label = "agencies";
    CHECK(question_text(words, "fr") == "Cette liste est-elle complète : agencies ?");
    words.asks = Asks::parameter;
    words.label = "evaluation window";
    CHECK(question_text(words, "en") == "What is evaluation window?");
}

TEST_CASE("a name with braces in it is not taken for a hole") {
    QuestionWords words;
    words.label = "{1}";
    words.items = {"{0}"};
    CHECK(question_text(words, "en") == "What is the {1} of {0}?");
}

TEST_CASE("sentences are in the four languages") {
    using brecha::messages::catalogue::was_due;
    CHECK(said(was_due, {"2026-01-31"}, "en") == "was due on 2026-01-31");
    CHECK(said(was_due, {"2026-01-31"}, "es-CR") == "debía estar el 2026-01-31");
    CHECK(said(was_due, {"2026-01-31"}, "pt_BR") == "era devido em 2026-01-31");
    CHECK(said(was_due, {"2026-01-31"}, "fr") == "était dû le 2026-01-31");
    CHECK(keyword_of(brecha::Verdict::not_met, "es") == "incumplido");
}
