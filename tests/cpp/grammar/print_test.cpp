#include "catch.hpp"

#include "case_file.hpp"

#include <brecha/grammar/compare.hpp>
#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>
#include "words/keywords.hpp"

#include <filesystem>

using namespace brecha::grammar;
using namespace brecha;
using Catch::Matchers::ContainsSubstring;

namespace {

Parsed read(const std::string& text) {
    Parsed parsed = parse("", text);
    for (const Diagnostic& diagnostic : parsed.diagnostics) FAIL_CHECK(render(diagnostic, parsed.file.text, "en"));
    return parsed;
}

std::string printed(const std::string& text, std::string_view language = {}) {
    return print(read(text).file, {.language = language});
}

std::string in_requirement(const std::string& clause) {
    return "ruleset x 1 {\n  requirement A-1 {\n    " + clause + "\n  }\n}\n";
}

std::vector<std::filesystem::path> samples() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(BRECHA_SOURCE_DIR) + "/tests/cases/grammar/samples"))
        if (entry.path().extension() == ".brecha") paths.push_back(entry.path());
    return paths;
}

}  // namespace

TEST_CASE("each sample is read, written in every keyword language and read again as the same tree") {
    REQUIRE(samples().size() >= 9);
    for (const auto& path : samples()) {
        const Parsed sample = read(test::file_text(path.string()));
        const std::string english = print(sample.file, {.language = "en"});
        for (std::string_view language : keyword_languages) {
            INFO(path.filename().string() << " in " << language);
            const std::string text = print(sample.file, {.language = language});
            const Parsed again = read(text);
            CHECK(again.file.language == language);
            CHECK(same_tree(sample.file, again.file));
            CHECK(again.file.comments.size() == sample.file.comments.size());
            CHECK(print(again.file) == text);
            CHECK(print(again.file, {.language = "en"}) == english);
        }
    }
}

TEST_CASE("samples have the requirements and protocols they are known to have") {
    std::size_t requirements = 0, protocols = 0;
    const auto count = [&](const syntax::Requirement& requirement) {
        ++(requirement.is_protocol ? protocols : requirements);
    };
    for (const auto& path : samples())
        for (const syntax::Unit& unit : read(test::file_text(path.string())).file.units)
            if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit))
                for (const syntax::RulesetItem& item : ruleset->items) {
                    if (const auto* requirement = std::get_if<syntax::Requirement>(&item)) count(*requirement);
                    if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item))
                        for (const syntax::GroupItem& part : (*group)->items)
                            if (const auto* requirement = std::get_if<syntax::Requirement>(&part)) count(*requirement);
                }
    CHECK(requirements == 138);
    CHECK(protocols == 16);
}

TEST_CASE("layout is canonical: one clause a line, two blanks, a blank line between requirements") {
    CHECK(
        printed(
            "ruleset   x 1 { requirement A-1 { shall source S \"1\"  require   plan.x>=3 and  not plan.y } requirement A-2{may} }") ==
        "ruleset x 1 {\n"
        "  requirement A-1 {\n"
        "    shall\n"
        "    source S \"1\"\n"
        "    require plan.x >= 3 and not plan.y\n"
        "  }\n"
        "\n"
        "  requirement A-2 {\n"
        "    may\n"
        "  }\n"
        "}\n");
}

TEST_CASE("a long line is broken at its loosest places and not beyond 120 columns") {
    std::string values = "value_0";
    for (int index = 1; index < 40; ++index) values += ", value_" + std::to_string(index);
    const std::string text = printed("vocabulary v 1 { enum E = " + values + " }");
    std::istringstream stream(text);
    std::size_t lines = 0;
    for (std::string line; std::getline(stream, line); ++lines) CHECK(line.size() <= 120);
    CHECK(lines > 4);
    const std::string clause = printed(in_requirement(
        "require some a in plan.agencies : a.kind is one of {police, fire, ambulance, customs} and a.signed_on is given or "
        "some b in plan.bodies : b.kind is one of {council, commission, committee} and b.budgeted"));
    CHECK_THAT(clause, ContainsSubstring("\n        or some b in"));
}

TEST_CASE("comments stay where they were") {
    const std::string text =
        "# the file\n"
        "\n"
        "ruleset x 1 {  # behind a brace\n"
        "  # above a line\n"
        "  uses v 1  # behind a line\n"
        "\n"
        "  # apart\n"
        "\n"
        "  parameter p = 3\n"
        "\n"
        "  # above a requirement\n"
        "  requirement A-1 {\n"
        "    shall\n"
        "    # at the end of a block\n"
        "  }  # behind a block\n"
        "  # at the end of a unit\n"
        "}\n"
        "# at the end of the file\n";
    CHECK(printed(text) == text);
    CHECK(print(read(text).file, {.comments = false}).find('#') == std::string::npos);
}

TEST_CASE("a comment within a broken line moves above it") {
    CHECK(printed(in_requirement("require plan.a  # one\n      # two\n      or plan.b  # three")) ==
          in_requirement("# one\n    # two\n    require plan.a or plan.b  # three"));
}

TEST_CASE("brackets are kept where they stand, and written where a tree without them needs them") {
    for (const char* clause : {"require (plan.a or plan.b) and plan.c", "require plan.a - (plan.b - plan.c)",
                               "require (some a in plan.l : a.x) and plan.b", "require not (plan.a and plan.b)",
                               "require (if plan.a then 1 else 2) + 3 >= 4", "require -(plan.a + 1) < 0",
                               "require some a in plan.l where (every b in a.m : b.x) : a.y",
                               "require if plan.a then (if plan.b then plan.c) else plan.d"}) {
        const std::string text = in_requirement(clause);
        CHECK(printed(text) == text);
        // without the nodes for brackets the same text comes out
        Parsed parsed = read(text);
        auto& requirement = std::get<syntax::Requirement>(std::get<syntax::Ruleset>(parsed.file.units[0]).items[0]);
        auto& condition = std::get<syntax::RequireLine>(requirement.clauses[0]).condition;
        const auto strip = [](auto&& self, syntax::Expression& e) -> void {
            while (e.kind == syntax::ExpressionKind::group) {
                syntax::Expression inner = std::move(e.operands[0]);
                e = std::move(inner);
            }
            for (syntax::Expression& operand : e.operands) self(self, operand);
            if (e.binder) {
                self(self, *e.binder->list);
                if (e.binder->condition) self(self, *e.binder->condition);
            }
        };
        strip(strip, condition);
        CHECK(print(parsed.file) == text);
    }
}

TEST_CASE("of two spellings that come to the same, one is written") {
    for (const auto& [written, house_style] : std::initializer_list<std::pair<const char*, const char*>>{
             {"require not plan.a is given", "require plan.a is missing"},
             {"require not (plan.a is missing)", "require plan.a is given"},
             {"require not (plan.a = plan.b)", "require plan.a != plan.b"},
             {"require not (plan.a != 1) and plan.b", "require plan.a = 1 and plan.b"},
             {"require not (plan.a is one of {x, z})", "require plan.a is not one of {x, z}"},
             {"require not plan.a is not one of {x, z}", "require plan.a is one of {x, z}"},
             {"require not (not plan.a)", "require plan.a"},
             {"require plan.a = yes", "require plan.a"},
             {"require not plan.a = yes", "require not plan.a"},
             {"require not (some a in plan.l : a.x = yes)", "require not (some a in plan.l : a.x)"}}) {
        CHECK(printed(in_requirement(written)) == in_requirement(house_style));
        CHECK(printed(in_requirement(house_style)) == in_requirement(house_style));
    }
    // These do not come to the same where the plan says that there is none.
    for (const char* clause : {"require not (plan.a < plan.b)", "require plan.a = no", "require not (plan.a <= 3)"})
        CHECK(printed(in_requirement(clause)) == in_requirement(clause));
}

TEST_CASE("names, ids and texts are never changed, keywords and built-in words are") {
    const std::string text =
        "ruleset x 1 {\n"
        "  requirement 105.225(b)(7) was PF-16.3.1 {\n"
        "    shall\n"
        "    source ISPS \"A/16.3\" reading heading\n"
        "    each título in plan.shall where título.when is given\n"
        "    require count(título.count) >= 3 and max(x in título.l : x.date) <= assessment_date\n"
        "    gap en \"{count(título.count)} when \\\"required\\\"\" es \"según\"\n"
        "    effort 1 month\n"
        "  }\n"
        "}\n";
    const std::string spanish = printed(text, "es");
    CHECK(spanish ==
          "language es\n"
          "\n"
          "reglamento x 1 {\n"
          "  requisito 105.225(b)(7) antes era PF-16.3.1 {\n"
          "    deberá\n"
          "    fuente ISPS \"A/16.3\" lectura título\n"
          "    cada título en plan.shall donde título.when está dado\n"
          "    exigir cuenta(título.count) >= 3 y máximo(x en título.l : x.date) <= fecha_de_evaluación\n"
          "    brecha en \"{count(título.count)} when \\\"required\\\"\" es \"según\"\n"
          "    esfuerzo 1 mes\n"
          "  }\n"
          "}\n");
    CHECK(printed(spanish, "en") == text);
}

TEST_CASE("how long facts last is said of a ruleset, a group and a requirement, in each language") {
    const std::string text =
        "ruleset x 1 {\n"
        "  facts last 3 years\n"
        "\n"
        "  group g {\n"
        "    facts last 18 months\n"
        "\n"
        "    requirement A-1 {\n"
        "      shall\n"
        "      facts last 1 year\n"
        "      require plan.facts.last = 3\n"
        "    }\n"
        "  }\n"
        "}\n";
    for (const auto& [language, words] :
         std::vector<std::pair<std::string, std::string>>{{"es", "los hechos valen 18 meses"},
                                                          {"pt", "os fatos valem 18 meses"},
                                                          {"fr", "les faits valent 18 mois"}}) {
        const std::string translated = printed(text, language);
        CHECK_THAT(translated, Catch::Matchers::ContainsSubstring(words));
        CHECK(printed(translated, "en") == text);
    }
    CHECK(printed(text, "en") == text);
}

TEST_CASE("a calendar and what is in force give their days in the same words, in each language") {
    const std::string text =
        "ruleset x 1 {\n"
        "  in force from 2026-02-01 until 2026-12-31\n"
        "  calendar offices { weekend sunday holidays {  } from 2026-01-01 until 2026-12-31 }\n"
        "}\n";
    for (const auto& [language, from, until] : std::vector<std::tuple<std::string, std::string, std::string>>{
             {"es", "desde el", "hasta el"}, {"pt", "a partir de", "até ao"}, {"fr", "à compter du", "jusqu'au"}}) {
        const std::string translated = printed(text, language);
        CHECK_THAT(translated, ContainsSubstring(from + " 2026-01-01 " + until + " 2026-12-31"));
        CHECK_THAT(translated, ContainsSubstring(from + " 2026-02-01 " + until + " 2026-12-31"));
        CHECK(printed(translated, "en") == printed(text, "en"));
    }
    CHECK(same_tree(
        read("language es\nreglamento x 1 { calendario c { fin_de_semana domingo feriados {} desde 2026-01-01 "
             "hasta el 2026-12-31 } }")
            .file,
        read("language es\nreglamento x 1 { calendario c { fin_de_semana domingo feriados {} desde el "
             "2026-01-01 hasta el 2026-12-31 } }")
            .file));
}

TEST_CASE("trees of sources with texts in different files are not the same") {
    const auto source = [](const std::string& file) {
        return read("ruleset x 1 { source A { title \"a\" text \"" + file + "\" } }").file;
    };
    CHECK(same_tree(source("a.txt"), source("a.txt")));
    CHECK_FALSE(same_tree(source("a.txt"), source("b.txt")));
}

TEST_CASE("a theme and training modules keep their labels") {
    const std::string text =
        "ruleset x 1 {\n"
        "  requirement A-1 {\n"
        "    theme crisis en \"crisis\" es \"crisis\"\n"
        "    training M-1 en \"first aid\" es \"primeros auxilios\", M-2\n"
        "    theme plain\n"
        "  }\n"
        "}\n";
    CHECK(printed(text) == text);
    CHECK(printed(printed(text, "fr"), "en") == text);
}

TEST_CASE("spellings of earlier versions are still read") {
    CHECK(
        same_tree(read("language es\nreglamento x 1 { requisito A { cada a en plan.l tal que a.b exigir a.c } }").file,
                  read("language es\nreglamento x 1 { requisito A { cada a en plan.l donde a.b exigir a.c } }").file));
    CHECK(same_tree(
        read(
            "language fr\nrecueil x 1 { exigence A { exiger plan.l au plus 3 mois d_écart depuis plan.a jusqu_au plan.b } }")
            .file,
        read(
            "language fr\nrecueil x 1 { exigence A { exiger plan.l au plus 3 mois d’écart depuis plan.a jusqu'au plan.b } }")
            .file));
}

TEST_CASE("a Spanish step that is repeated is not taken for the next line, nor the other way round") {
    const Parsed parsed = read(
        "language es\nreglamento x 1 { protocolo P { paso a por b cada 3 meses cada f en plan.l paso c cada intervalo } }");
    const auto& protocol = std::get<syntax::Requirement>(std::get<syntax::Ruleset>(parsed.file.units[0]).items[0]);
    REQUIRE(protocol.clauses.size() == 3);
    CHECK(std::get<syntax::StepLine>(protocol.clauses[0]).attributes.size() == 1);
    CHECK(std::get<syntax::EachLine>(protocol.clauses[1]).binder.variable.text == "f");
    CHECK(std::get<syntax::StepLine>(protocol.clauses[2]).attributes.size() == 1);
}

TEST_CASE("texts over several lines keep their words and lose their indentation") {
    const std::string text = in_requirement(
        "note en \"\"\"\n      first line\n        indented \"quoted\" \\ line\n\n      last\n      \"\"\"");
    const Parsed parsed = read(text);
    const auto& requirement = std::get<syntax::Requirement>(std::get<syntax::Ruleset>(parsed.file.units[0]).items[0]);
    CHECK(std::get<syntax::NoteLine>(requirement.clauses[0]).texts[0].text ==
          "first line\n  indented \"quoted\" \\ line\n\nlast");
    CHECK(print(parsed.file) == text);
    for (const char* odd :
         {"note \"\"\"a\"\"\"", "note \"\"\"\"\"\"", "note \"\"\"  a\n  b\"\"\"", "note \"\"\"\n\n  a\n\n\"\"\"",
          "note \"tab\\t and \\n break \\\\ \\x\"", "note \"\"", "note \"\"\"\n      say \"hi\"\n      \"\"\""}) {
        INFO(odd);
        const Parsed one = read(in_requirement(odd));
        const std::string once = print(one.file);
        const Parsed two = read(once);
        CHECK(same_tree(one.file, two.file));
        CHECK(print(two.file) == once);
    }
}

TEST_CASE("a plan in a case is kept as it stands") {
    const std::string text =
        "tests for x {\n  case en \"c\" {\n    plan { \"a\": [1, 2,\n      { \"b # no comment\": \"}\" } ] }\n    expect no gaps\n  }\n}\n";
    CHECK(printed(text) == text);
    CHECK(printed(printed(text, "es"), "en") == text);
    CHECK_THAT(printed(text, "es"), ContainsSubstring("esperar sin brechas"));
}

TEST_CASE("a unit without comments, in English, is what a hash is taken over") {
    const std::string english =
        "ruleset x 1 {\n\n  # a comment\n  uses v 1\n\n\n  requirement A-1 { shall  require plan.a }\n}\n";
    const Parsed one = read(english), other = read(printed(english, "fr"));
    CHECK(print(one.file.units[0]) == print(other.file.units[0]));
    CHECK(print(one.file.units[0]) ==
          "ruleset x 1 {\n  uses v 1\n\n  requirement A-1 {\n    shall\n    require plan.a\n  }\n}\n");
}

TEST_CASE("an expression is printed on one line in the language asked for") {
    const Parsed parsed =
        read(in_requirement("require some a in plan.l where a.b is given :\n a.c within 6 months\n after a.d"));
    const auto& requirement = std::get<syntax::Requirement>(std::get<syntax::Ruleset>(parsed.file.units[0]).items[0]);
    const syntax::Expression& condition = std::get<syntax::RequireLine>(requirement.clauses[0]).condition;
    CHECK(print(condition, "en") == "some a in plan.l where a.b is given : a.c within 6 months after a.d");
    CHECK(print(condition, "es") == "algún a en plan.l donde a.b está dado : a.c dentro de 6 meses después de a.d");
}
