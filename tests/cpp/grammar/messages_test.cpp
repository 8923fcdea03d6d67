#include "catch.hpp"

#include "case_file.hpp"

#include <brecha/grammar/parse.hpp>

#include <algorithm>

using namespace brecha::grammar;
using brecha::test::CaseFile;

namespace {

const std::string folder = std::string(BRECHA_SOURCE_DIR) + "/tests/cases/grammar/";

std::string messages_about(const std::string& text) {
    const Parsed parsed = parse("", text);
    if (parsed.diagnostics.empty()) return "reads\n";
    std::string messages;
    for (const Diagnostic& diagnostic : parsed.diagnostics) messages += render(diagnostic, parsed.file.text);
    return messages;
}

void check_cases(const std::string& path) {
    CaseFile file(path);
    REQUIRE_FALSE(file.cases().empty());
    for (auto& one : file.cases()) {
        INFO(one.name);
        const std::string found = messages_about(one.text);
        if (CaseFile::rewrites()) one.expected = found;
        CHECK(found == one.expected);
    }
    if (CaseFile::rewrites()) file.rewrite();
}

// What stands between "write `" and the last "`" before the end of the sentence.
std::string advised(const Diagnostic& diagnostic) {
    const std::string help = diagnostic.help.in("en");
    if (!help.starts_with("write `")) return {};
    const std::size_t end = help.find('`', 7);
    return end == std::string::npos ? std::string() : help.substr(7, end - 7);
}

}  // namespace

TEST_CASE("texts on which a parser is easily wrong are read, or refused with a message") {
    check_cases(folder + "traps.txt");
}

TEST_CASE("what cannot be read is told in the author's words") { check_cases(folder + "messages.txt"); }

TEST_CASE("a line that a message advises can be read") {
    CaseFile file(folder + "messages.txt");
    std::size_t read = 0;
    for (const auto& one : file.cases()) {
        if (!one.written.starts_with("@ requirement") && !one.written.starts_with("@ entity")) continue;
        const Parsed parsed = parse("", one.text);
        if (parsed.diagnostics.size() != 1) continue;
        const std::string line = advised(parsed.diagnostics.front());
        if (line.empty()) continue;
        INFO(one.name << ": " << line);
        const bool field = one.written.starts_with("@ entity");
        CHECK(messages_about(brecha::test::wrapped(field ? "entity" : "requirement", line, "    ")) == "reads\n");
        ++read;
    }
    CHECK(read >= 30);
}

TEST_CASE("every message has a code, words in every language and a place within the text") {
    CaseFile file(folder + "messages.txt");
    for (const auto& one : file.cases()) {
        for (const Diagnostic& diagnostic : parse("", one.text).diagnostics) {
            INFO(one.name);
            CHECK(diagnostic.code.size() == 4);
            CHECK(diagnostic.span.begin <= one.text.size());
            CHECK(diagnostic.span.end <= one.text.size() + 1);
            for (const std::string_view language : brecha::words::language_tags) {
                CHECK_FALSE(diagnostic.message.in(language).empty());
                CHECK(diagnostic.message.in(language).find("{}") == std::string::npos);
                CHECK(diagnostic.help.in(language).empty() == diagnostic.help.in("en").empty());
                CHECK(diagnostic.expected.in(language).empty() == diagnostic.expected.in("en").empty());
            }
        }
    }
}

TEST_CASE("an error in one item does not hide the next") {
    const Parsed parsed = parse(
        "",
        "ruleset x 1 {\n  requirement A-1 {\n    require plan.a is b\n  }\n  requirement A-2 {\n    require plan.c\n  }\n"
        "  parameter p = = 3\n  requirement A-3 {\n    require any x in plan.l : x.y\n  }\n}\n");
    CHECK(parsed.diagnostics.size() == 3);
    REQUIRE(parsed.file.units.size() == 1);
    CHECK(std::get<brecha::syntax::Ruleset>(parsed.file.units.front()).items.size() ==
          4);  // of the parameter, what stood before the mistake
}

TEST_CASE("messages come in order of place and are capped, with how many more there are") {
    std::string text = "ruleset x 1 {\n";
    for (int index = 0; index < 500; ++index)
        text += "  requirement A-" + std::to_string(index) + " { require plan.a is b }\n";
    const Parsed parsed = parse("", text + "}\n");
    REQUIRE(parsed.diagnostics.size() == greatest_diagnostic_count + 1);
    CHECK(std::is_sorted(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.span.begin < b.span.begin; }));
    CHECK(parsed.diagnostics.back().code == "B109");
    CHECK(parsed.diagnostics.back().message.in("en") == "300 more messages are not shown");
}
