#include "catch.hpp"

#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

using namespace brecha::grammar;
using namespace brecha;

namespace {

struct Taken {
    Parsed parsed;
    ParsedTemplate pieces;
};

Taken taken(const std::string& text, const std::string& language_line = "") {
    const bool spanish = !language_line.empty();
    Taken result{
        parse("", language_line +
                      (spanish ? "reglamento x 1 { requisito A { brecha " : "ruleset x 1 { requirement A { gap ") +
                      text + " } }"),
        {}};
    for (const Diagnostic& diagnostic : result.parsed.diagnostics)
        FAIL_CHECK(render(diagnostic, result.parsed.file.text));
    const auto& requirement =
        std::get<syntax::Requirement>(std::get<syntax::Ruleset>(result.parsed.file.units.at(0)).items.at(0));
    result.pieces =
        parse_template(std::get<syntax::MessageLine>(requirement.clauses.at(0)).texts.at(0), result.parsed.file);
    return result;
}

std::string shown(const ParsedTemplate& pieces) {
    std::string text;
    for (const TemplatePiece& piece : pieces.pieces)
        text += piece.expression ? "<" + print(*piece.expression, "en") + ">" : piece.text;
    for (const Diagnostic& diagnostic : pieces.diagnostics) text += " " + diagnostic.code;
    return text;
}

}  // namespace

TEST_CASE("a text is words and expressions in braces") {
    CHECK(shown(taken(R"(en "{a.name} has {count(a.l)} of {n + 1}.")").pieces) ==
          "<a.name> has <count(a.l)> of <n + 1>.");
    CHECK(shown(taken(R"(en "no hole")").pieces) == "no hole");
    CHECK(shown(taken(R"(en "{{a}} }} {missing(x, {a, b})}")").pieces) == "{a} } <missing(x, {a, b})>");
    CHECK(shown(taken(R"(en "{count(a in l where a.k = \"x}\")}")").pieces) == R"(<count(a in l where a.k = "x}")>)");
}

TEST_CASE("what is wrong in a hole is told at its place") {
    const Taken one = taken(R"(en "a {b is c} d {} e {f")");
    CHECK(shown(one.pieces) == "a  d  e {f B122 B111 B111");
    const Span span = one.pieces.diagnostics[0].span;
    CHECK(one.parsed.file.text.substr(span.begin, span.end - span.begin) == "is");
}

TEST_CASE("holes may be written in any of the four languages, and mean the same") {
    CHECK(shown(taken(R"(es "{cuenta(p en plan.l donde p.x)}")", "language es\n").pieces) ==
          "<count(p in plan.l where p.x)>");
    CHECK(shown(taken(R"(en "{count(p in plan.l where p.x)}")", "language es\n").pieces) ==
          "<count(p in plan.l where p.x)>");
    CHECK(shown(taken(R"(es "{cuenta(p.l)} {faltantes} {fecha_de_evaluación}")").pieces) ==
          "<count(p.l)> <missing> <assessment_date>");
    CHECK(shown(taken(R"(en "{missing} and {open}")").pieces) == "<missing> and <open>");
}
