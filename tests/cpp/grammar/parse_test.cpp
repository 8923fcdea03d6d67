#include "catch.hpp"

#include "case_file.hpp"

#include <brecha/grammar/compare.hpp>
#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

#include <ctime>
#include <filesystem>

using namespace brecha::grammar;
using namespace brecha;
using Kind = syntax::ExpressionKind;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string in_requirement(const std::string& clause) {
    return "ruleset x 1 {\n  requirement A-1 {\n    " + clause + "\n  }\n}\n";
}

std::string codes(const Parsed& parsed) {
    std::string list;
    for (const Diagnostic& diagnostic : parsed.diagnostics) list += (list.empty() ? "" : " ") + diagnostic.code;
    return list;
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t index = 0; index < count; ++index) text += piece;
    return text;
}

Parsed requirement_of(const std::string& clause) { return parse("", in_requirement(clause)); }

const syntax::Expression& condition_of(const Parsed& parsed) {
    const auto& requirement =
        std::get<syntax::Requirement>(std::get<syntax::Ruleset>(parsed.file.units.at(0)).items.at(0));
    return std::get<syntax::RequireLine>(requirement.clauses.at(0)).condition;
}

std::string_view source_of(const Parsed& parsed, Span span) {
    return std::string_view(parsed.file.text).substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("an empty file, blanks, comments and a byte order mark are fine") {
    for (const char* text :
         {"", "\n", "  # only a comment", "\xEF\xBB\xBF", "\xEF\xBB\xBFruleset x 1 { }\r\n", "language en\n"})
        CHECK(codes(parse("", text)) == "");
    CHECK(parse("", "\xEF\xBB\xBFruleset x 1 { }").file.units.size() == 1);
}

TEST_CASE("line ends of Windows are blanks, and no part of a text") {
    const Parsed parsed = parse(
        "",
        "language es\r\nreglamento x 1 {\r\n  requisito A {\r\n    nota es \"\"\"\r\n      uno\r\n      dos\r\n    \"\"\"\r\n  }\r\n}\r\n");
    CHECK(codes(parsed) == "");
    CHECK_THAT(print(parsed.file), ContainsSubstring("uno\n"));
    CHECK(print(parsed.file).find('\r') == std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 are told with their place") {
    const Parsed parsed = parse("", "ruleset x 1 {\n  title en \"caf\xE9\"\n}\n");
    CHECK(codes(parsed) == "B107");
    CHECK_THAT(render(parsed.diagnostics[0], parsed.file.text), ContainsSubstring("2:16"));
    CHECK(codes(parse("", std::string("\xFF\xFEr\0u\0", 6))) == "B107");
    CHECK(codes(parse("", std::string("ruleset \0 x", 11))) == "B148");
    for (const char* broken : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"})
        CHECK(codes(parse("", broken)) == "B107");
}

TEST_CASE("nodes know where they were read from") {
    const Parsed parsed =
        requirement_of("require  plan.sites[a, b].count >= 3 persons   and count(s in plan.l where s.x : s.y) = 2");
    REQUIRE(codes(parsed) == "");
    const syntax::Expression& condition = condition_of(parsed);
    REQUIRE(condition.kind == Kind::and_);
    CHECK(source_of(parsed, condition.span) ==
          "plan.sites[a, b].count >= 3 persons   and count(s in plan.l where s.x : s.y) = 2");
    CHECK(source_of(parsed, condition.operands[0].span) == "plan.sites[a, b].count >= 3 persons");
    const syntax::Expression& field = condition.operands[0].operands[0];
    REQUIRE(field.kind == Kind::field);
    CHECK(source_of(parsed, field.span) == "plan.sites[a, b].count");
    CHECK(source_of(parsed, field.text_span) == "count");
    const syntax::Expression& number = condition.operands[0].operands[1];
    CHECK(number.text == "3");
    CHECK(number.further().unit == "persons");
    CHECK(source_of(parsed, number.further().unit_span) == "persons");
    const syntax::Expression& aggregate = condition.operands[1].operands[0];
    REQUIRE(aggregate.kind == Kind::aggregate);
    CHECK(aggregate.has_body);
    CHECK(source_of(parsed, aggregate.binder->span) == "s in plan.l where s.x");
    const auto& ruleset = std::get<syntax::Ruleset>(parsed.file.units[0]);
    CHECK(ruleset.span.end == parsed.file.text.size() - 1);
    CHECK(source_of(parsed, std::get<syntax::Requirement>(ruleset.items[0]).id.span) == "A-1");
}

TEST_CASE("chains are flat and operators bind as the reference says") {
    const auto shape = [](const std::string& expression) {
        const Parsed parsed = requirement_of("require " + expression);
        REQUIRE(codes(parsed) == "");
        const auto write = [](auto&& self, const syntax::Expression& e) -> std::string {
            if (e.operands.empty()) return e.text;
            std::string text = "(" + std::to_string(static_cast<int>(e.kind));
            for (const syntax::Expression& operand : e.operands) text += " " + self(self, operand);
            return text + ")";
        };
        return write(write, condition_of(parsed));
    };
    const auto kind = [](Kind which) { return std::to_string(static_cast<int>(which)); };
    CHECK(shape("a and b and c or d") == "(" + kind(Kind::or_) + " (" + kind(Kind::and_) + " a b c) d)");
    CHECK(shape("not a = b and c") ==
          "(" + kind(Kind::and_) + " (" + kind(Kind::not_) + " (" + kind(Kind::compare) + " a b)) c)");
    CHECK(shape("a - b - c * d") == "(" + kind(Kind::sum) + " a b (" + kind(Kind::product) + " c d))");
    CHECK(shape("a otherwise 0 >= 3") == "(" + kind(Kind::compare) + " (" + kind(Kind::otherwise) + " a 0) 3)");
    CHECK(shape("some x in l : a or b") == "(" + kind(Kind::quantifier) + " (" + kind(Kind::or_) + " a b))");
}

TEST_CASE("ids are read as they are printed, dates and versions are not numbers") {
    const Parsed parsed = parse(
        "",
        "ruleset x 1.2.0 { requirement 105.225(b)(7) { after A/14.2.1, TS-03 require plan.a = 2017-07-20 and plan.b > 2017-1 } }");
    REQUIRE(codes(parsed) == "");
    const auto& ruleset = std::get<syntax::Ruleset>(parsed.file.units[0]);
    CHECK(ruleset.version.text == "1.2.0");
    const auto& requirement = std::get<syntax::Requirement>(ruleset.items[0]);
    CHECK(requirement.id.text == "105.225(b)(7)");
    CHECK(std::get<syntax::AfterLine>(requirement.clauses[0]).ids[0].text == "A/14.2.1");
    const auto& condition = std::get<syntax::RequireLine>(requirement.clauses[1]).condition;
    CHECK(condition.operands[0].operands[1].kind == Kind::date);
    CHECK(condition.operands[1].operands[1].kind == Kind::sum);
}

TEST_CASE("clauses are read in any order, for the checker to judge") {
    const Parsed parsed = requirement_of("require plan.a when plan.b source S \"1\" shall step x by y gap en \"g\"");
    CHECK(codes(parsed) == "");
}

TEST_CASE("a hundred thousand brackets are told, not followed") {
    for (const char* bracket : {"(", "[", "{", "f(", "not ", "-", "if ", "a[", "some x in l : ", "a in (", "- not ("}) {
        INFO(bracket);
        const Parsed parsed = requirement_of("require " + repeated(bracket, 100'000));
        CHECK_FALSE(parsed.diagnostics.empty());
    }
    CHECK(codes(requirement_of("require " + repeated("(", 100'000) + "a" + repeated(")", 100'000))) == "B108");
    CHECK(codes(requirement_of("require " + repeated("not ", 100'000) + "a")) == "B108");
    CHECK(codes(requirement_of("require a" + repeated(".b", 100'000))) == "B108");
    CHECK(codes(requirement_of("require a" + repeated("[b]", 100'000))) == "B108");
    CHECK(codes(parse("", "vocabulary v 1 { entity E { a " + repeated("list of ", 100'000) + "text } }")) == "B108");
    CHECK(codes(requirement_of("require " + repeated("(", greatest_nesting - 1) + "a" +
                               repeated(")", greatest_nesting - 1))) == "");
    CHECK(codes(requirement_of("require " + repeated("(", greatest_nesting) + "a" + repeated(")", greatest_nesting))) ==
          "B108");
    // What is read twice at each level never comes to an end.
    for (const char* opening : {"(a more than ", "(a at least ", "(a within ", "(a due more than "})
        CHECK(codes(requirement_of("require " + repeated(opening, greatest_nesting - 1) + "a" +
                                   repeated(" before a)", greatest_nesting - 1))) == "");
    CHECK_FALSE(parse("", repeated("{", 100'000)).diagnostics.empty());
    CHECK_FALSE(parse("", repeated("}\n", 100'000)).diagnostics.empty());
    CHECK_FALSE(parse("", repeated("ruleset x 1 {\n", 20'000)).diagnostics.empty());
}

TEST_CASE("what was read before a limit was reached is kept, and what follows is read") {
    const Parsed parsed = parse(
        "", "ruleset x 1 { requirement A { require " + repeated("(", 1000) + " }\n requirement B { require a is b } }");
    CHECK(codes(parsed) == "B108 B122");
}

TEST_CASE("a chain has a greatest number of operands") {
    CHECK(codes(requirement_of("require a" + repeated(" + a", greatest_operand_count - 1))) == "");
    for (const char* more : {" + a", " * a", " and a", " or a"})
        CHECK(codes(requirement_of("require a" + repeated(more, greatest_operand_count))) == "B108");
    CHECK(codes(requirement_of("require x covers {a" + repeated(", a", greatest_operand_count) + "}")) == "B108");
    CHECK(codes(requirement_of("require f(a" + repeated(", a", greatest_operand_count) + ")")) == "B108");
}

TEST_CASE("a file that is too large is refused as a whole") {
    const Parsed parsed = parse("big.brecha", std::string(greatest_file_size + 1, ' '));
    CHECK(codes(parsed) == "B108");
    CHECK(parsed.file.units.empty());
}

TEST_CASE("no beginning of a sample makes the parser or the printer fail") {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(BRECHA_SOURCE_DIR) + "/tests/cases/grammar/samples")) {
        const std::string whole = test::file_text(entry.path().string());
        constexpr std::size_t step = 61;  // all of them take minutes
        for (std::size_t size = 0; size < whole.size(); size += step) {
            const Parsed parsed = parse("", whole.substr(0, size));
            const Parsed again = parse("", print(parsed.file));
            CHECK(again.file.units.size() == parsed.file.units.size());
        }
    }
}

TEST_CASE("texts of signs and keywords at random do not make the parser fail") {
    static constexpr std::string_view pieces[] = {"ruleset x 1 {",
                                                  "requirement A-1 {",
                                                  "}",
                                                  "{",
                                                  "(",
                                                  ")",
                                                  "require ",
                                                  "some x in ",
                                                  ": ",
                                                  "plan.a ",
                                                  "and ",
                                                  "or ",
                                                  "not ",
                                                  "if ",
                                                  "then ",
                                                  "\"",
                                                  "\"\"\"",
                                                  "en ",
                                                  "# c\n",
                                                  "\n",
                                                  "1 ",
                                                  "12 months ",
                                                  ", ",
                                                  "= ",
                                                  "< ",
                                                  "is ",
                                                  "each ",
                                                  "when ",
                                                  "gap ",
                                                  ".1 ",
                                                  "- ",
                                                  "source S \"1\" ",
                                                  "entity E {",
                                                  "vocabulary v 1 {",
                                                  "tests for x {",
                                                  "plan ",
                                                  "\xC3\xB1",
                                                  "“",
                                                  "language es\n",
                                                  "at least ",
                                                  "covers ",
                                                  "[",
                                                  "]",
                                                  "table t by a -> integer {",
                                                  "2025-1-1 ",
                                                  "1,000 ",
                                                  "after "};
    std::uint32_t state = 12345;
    const auto next = [&] { return state = state * 1664525u + 1013904223u, state >> 8; };
    for (int round = 0; round < 2000; ++round) {
        std::string text = round % 2 == 0 ? "ruleset x 1 { requirement A-1 { require " : "";
        const std::uint32_t count = next() % 60;
        for (std::uint32_t index = 0; index < count; ++index) text += pieces[next() % std::size(pieces)];
        INFO(text);
        const Parsed parsed = parse("", text);
        for (const Diagnostic& diagnostic : parsed.diagnostics)
            CHECK_FALSE(render(diagnostic, parsed.file.text).empty());
        const Parsed again = parse("", print(parsed.file));
        if (parsed.diagnostics.empty()) {
            CHECK(again.diagnostics.empty());
            CHECK(same_tree(parsed.file, again.file));
        }
    }
}

TEST_CASE("reading is linear in the text's size", "[seconds]") {
    const auto seconds = [](const std::string& text) {
        const std::clock_t begin = std::clock();  // of the processor: others may be at work on the machine
        (void)parse("", text);
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    // Each would take minutes if a part of it were quadratic.
    CHECK(seconds("ruleset x 1 {\n" + repeated("junk junk\n", 200'000) + "}") < 20);
    CHECK(seconds(in_requirement(repeated("require a is b\n", 50'000))) < 20);
    CHECK(seconds(repeated("\"", 1'000'000)) < 20);
    CHECK(seconds(repeated("gap ", 250'000)) < 20);
    CHECK(seconds(in_requirement("require a" + repeated(" gap", 250'000))) < 20);
    CHECK(seconds(repeated("{ ", 500'000)) < 20);
}
