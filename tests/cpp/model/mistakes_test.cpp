// The cases of tests/cases/check: what authors are told.
#include "catch.hpp"

#include "grammar/case_file.hpp"
#include "model/load.hpp"

#include <map>

using namespace brecha;
using test::CaseFile;

namespace {

const std::string folder = std::string(BRECHA_SOURCE_DIR) + "/tests/cases/check/";

std::string wrapped(const std::string& written) {
    if (!written.starts_with("@ ")) return written;
    const std::size_t end = written.find('\n');
    const std::string place = written.substr(2, end - 2), lines = written.substr(end + 1);
    if (place == "vocabulary") return "vocabulary shown 1 {\n" + lines + "}\n";
    const std::string head = "ruleset shown 1 {\n  title en \"Shown\"\n  uses things 1\n  month_end last_day\n  source S { title en \"A source\" }\n";
    if (place == "ruleset") return head + lines + "}\n";
    return head + "  requirement R-1 {\n    title en \"One\"\n    shall\n    source S \"1\"\n" + lines + "  }\n}\n";
}

model::Checked checked(const std::string& written) {
    std::vector<std::pair<std::string, std::string>> files = {{"rules.brecha", wrapped(written)}};
    if (!written.starts_with("@ vocabulary")) files.emplace_back("vocabulary.brecha", test::file_text(folder + "vocabulary.brecha"));
    model::LoadOptions options;
    options.shipped = "";
    return model::load_texts(files, options);
}

std::string messages_about(const std::string& written) {
    const model::Checked result = checked(written);
    if (result.diagnostics.empty()) return "no messages\n";
    std::string messages;
    for (const grammar::Diagnostic& diagnostic : result.diagnostics) {
        std::string text;
        for (const model::SourceFile& file : result.files)
            if (file.name == diagnostic.file) text = file.text;
        messages += render(diagnostic, text);
    }
    return messages;
}

void check_cases(const std::string& path) {
    CaseFile file(path);
    REQUIRE_FALSE(file.cases().empty());
    for (auto& one : file.cases()) {
        INFO(one.name);
        const std::string found = messages_about(one.written);
        if (CaseFile::rewrites()) one.expected = found;
        CHECK(found == one.expected);
    }
    if (CaseFile::rewrites()) file.rewrite();
}

}  // namespace

TEST_CASE("what makes no sense is told in the author's words") { check_cases(folder + "mistakes.txt"); }

TEST_CASE("every message of the checker has words in both languages and a place within the text") {
    CaseFile file(folder + "mistakes.txt");
    for (const auto& one : file.cases()) {
        INFO(one.name);
        const model::Checked result = checked(one.written);
        std::map<std::string, std::size_t> sizes;
        for (const model::SourceFile& source : result.files) sizes[source.name] = source.text.size();
        bool errors = false;
        for (const grammar::Diagnostic& diagnostic : result.diagnostics) {
            INFO(diagnostic.message.in("en"));
            CHECK(diagnostic.code.size() == 4);
            CHECK_FALSE(diagnostic.message.in("en").empty());
            CHECK_FALSE(diagnostic.message.in("es").empty());
            CHECK(diagnostic.help.in("en").empty() == diagnostic.help.in("es").empty());
            CHECK(diagnostic.message.in("en").find("{}") == std::string::npos);
            CHECK(diagnostic.message.in("es").find("{}") == std::string::npos);
            CHECK(diagnostic.span.begin <= diagnostic.span.end);
            CHECK(diagnostic.span.end <= sizes[diagnostic.file]);
            errors = errors || diagnostic.severity == grammar::Severity::error;
        }
        if (errors) CHECK(result.ruleset == nullptr);
    }
}
