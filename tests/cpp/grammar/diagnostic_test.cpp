#include "catch.hpp"

#include <brecha/grammar/diagnostic.hpp>

using namespace brecha::grammar;

namespace {

constexpr brecha::messages::Sentence here{"here", "aquí", "aqui", "ici"};
constexpr brecha::messages::Sentence a_name{"a name", "un nombre", "um nome", "un nom"};
constexpr brecha::messages::Sentence write_one{"write one", "escriba uno", "escreva um", "écrivez-en un"};

Diagnostic at(std::uint32_t begin, std::uint32_t end) {
    Diagnostic diagnostic;
    diagnostic.code = "B100";
    diagnostic.file = "f.brecha";
    diagnostic.span = {begin, end};
    diagnostic.message = here;
    return diagnostic;
}

}  // namespace

TEST_CASE("places are lines and columns in code points") {
    const std::string text = "uno\nción x\n";
    CHECK(position_of(text, 0).line == 1);
    CHECK(position_of(text, 4).line == 2);
    CHECK(position_of(text, 4).column == 1);
    CHECK(position_of(text, 10).column == 6);
    CHECK(position_of(text, 1000).line == 3);
    CHECK(position_of("\xEF\xBB\xBFx", 3).column == 1);
}

TEST_CASE("the caret stands under the words, also behind tabs and accents") {
    CHECK(render(at(6, 10), "a ción next\n") == "f.brecha:1:6  B100  here\n  a ción next\n       ^^^^\n");
    CHECK(render(at(1, 2), "\tx\n") == "f.brecha:1:2  B100  here\n      x\n      ^\n");
    CHECK(render(at(2, 2), "ab") == "f.brecha:1:3  B100  here\n  ab\n    ^\n");
    CHECK(render(at(0, 9), "one\ntwo\n") == "f.brecha:1:1  B100  here\n  one\n  ^^^\n");
    CHECK(render(at(0, 0), "") == "f.brecha:1:1  B100  here\n");
}

TEST_CASE("expected and help follow, in the reader's language") {
    Diagnostic diagnostic = at(0, 1);
    diagnostic.severity = Severity::warning;
    diagnostic.expected = a_name;
    diagnostic.help = write_one;
    CHECK(render(diagnostic, "x", "es") ==
          "f.brecha:1:1  B100  aviso: aquí\n  x\n  ^\n  se esperaba: un nombre\n  ayuda: escriba uno\n");
    diagnostic.language = "es";
    CHECK(render(diagnostic, "x") == render(diagnostic, "x", "es"));
    CHECK(render(diagnostic, "x", "en") ==
          "f.brecha:1:1  B100  warning: here\n  x\n  ^\n  expected: a name\n  help: write one\n");
}

TEST_CASE("a very long line is cut around the words meant") {
    const std::string text = std::string(100'000, 'a') + " HERE " + std::string(100'000, 'b');
    const std::string shown = render(at(100'001, 100'005), text);
    CHECK(shown.size() < 1000);
    CHECK(shown.find("HERE") != std::string::npos);
    CHECK(shown.find("^^^^\n") != std::string::npos);
    CHECK(shown.find("…") != std::string::npos);
}

TEST_CASE("the nearest names are offered, the nearest first, and none that is far") {
    const std::vector<std::string> fields = {"agreements", "agencies", "activities", "venues", "id"};
    CHECK(nearest("agencys", fields) == std::vector<std::string>{"agencies"});
    CHECK(nearest("AGENCIES", fields) == std::vector<std::string>{"agencies"});
    CHECK(nearest("venuse", fields) == std::vector<std::string>{"venues"});
    CHECK(nearest("xyz", fields).empty());
    CHECK(nearest("ie", fields).empty());
    CHECK(nearest("agen", fields) == std::vector<std::string>{"agencies"});
    CHECK(nearest("Policía", {"policia", "políticas"}).front() == "policia");
    CHECK(nearest("aaa1", {"aaa2", "aaa3", "aaa4", "aaa5"}).size() == 3);
}
