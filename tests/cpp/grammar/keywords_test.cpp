#include "catch.hpp"

#include "words/keywords.hpp"

#include <set>

using namespace brecha::grammar;

TEST_CASE("keywords are found by role, in each language") {
    CHECK(keyword("when", "en") == "when");
    CHECK(keyword("when", "es") == "cuando");
    CHECK(keyword("no~", "en") == "no");
    CHECK(keyword("no~", "es") == "ningún");
    CHECK(keyword("working days", "fr") == "jours ouvrables");
    CHECK(keyword("until", "fr") == "jusqu'au");
    CHECK(keyword("nonsense", "en").empty());
    CHECK(keyword_language("pt") == 2);
    CHECK(keyword_language("de") == -1);
}

TEST_CASE("built-in words go to a language and back") {
    for (std::string_view language : keyword_languages)
        for (std::string_view word :
             {"count", "share", "assessment_date", "treaty", "heading", "intersects", "saturday"})
            CHECK(english_word(built_in_word(word, language), language) == word);
    CHECK(built_in_word("my_function", "es") == "my_function");
    CHECK(english_word("mi_función", "es") == "mi_función");
}

TEST_CASE("a word that is reserved in any language says in which") {
    const auto of_y = reserved_as("y");
    REQUIRE(of_y.size() == 1);
    CHECK(of_y[0].language == "es");
    CHECK(of_y[0].role == "and");
    CHECK(reserved_as("e").at(0).language == "pt");
    CHECK(reserved_as("si").size() == 2);
    CHECK(reserved_as("agency").empty());
    CHECK(reserved_as("title").empty());
}
