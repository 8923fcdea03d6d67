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
    words.form = QuestionForm::complete;
    CHECK(question_text(words, "en") == "Is this list complete? When was it approved?");
    CHECK(question_text(words, "pt") == "Esta lista está completa? When was it approved?");
}

TEST_CASE("a question is made from the field and the item where the vocabulary asks none") {
    QuestionWords words;
    words.label = "letter signed on";
    words.items = {"ict"};
    CHECK(question_text(words, "en") == "What is the letter signed on of ict?");
    CHECK(question_text(words, "es") == "¿Cuál es el dato «letter signed on» de ict?");
    words.items.clear();
    CHECK(question_text(words, "en") == "What is the letter signed on?");
    words.form = QuestionForm::complete;
    words.label = "agencies";
    CHECK(question_text(words, "fr") == "Cette liste est-elle complète : agencies ?");
    words.form = QuestionForm::parameter;
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
