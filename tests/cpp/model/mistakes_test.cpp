// The cases of tests/cases/check: what authors are told.
#include "catch.hpp"

#include "grammar/case_file.hpp"
#include "model/load.hpp"
#include "words/keywords.hpp"

#include <brecha/grammar/parse.hpp>

#include <cctype>
#include <map>
#include <set>

using namespace brecha;
using test::CaseFile;

namespace {

const std::string folder = std::string(BRECHA_SOURCE_DIR) + "/tests/cases/check/";

std::string wrapped(const std::string& written) {
    if (!written.starts_with("@ ")) return written;
    const std::size_t end = written.find('\n');
    const std::string place = written.substr(2, end - 2), lines = written.substr(end + 1);
    if (place == "vocabulary") return "vocabulary shown 1 {\n" + lines + "}\n";
    const std::string head =
        "ruleset shown 1 {\n  title en \"Shown\"\n  uses things 1\n  month_end last_day\n  source S { title en \"A source\" }\n";
    if (place == "ruleset") return head + lines + "}\n";
    return head + "  requirement R-1 {\n    title en \"One\"\n    shall\n    source S \"1\"\n" + lines + "  }\n}\n";
}

model::Checked checked(std::string written) {
    const bool strict = written.starts_with("@ strict\n");
    if (strict) written.erase(0, written.find('\n') + 1);
    std::vector<std::pair<std::string, std::string>> files = {{"rules.brecha", wrapped(written)}};
    if (!written.starts_with("@ vocabulary"))
        files.emplace_back("vocabulary.brecha", test::file_text(folder + "vocabulary.brecha"));
    model::LoadOptions options;
    options.shipped = "";
    options.strict = strict;
    return model::load_texts(files, options);
}

std::string messages_about(const std::string& written) {
    const model::Checked result = checked(written);
    if (result.diagnostics.empty()) return "no messages\n";
    std::string messages;
    for (const grammar::Diagnostic& diagnostic : result.diagnostics) {
        std::string text;
        for (const model::SourceFile& file : result.files())
            if (file.name == diagnostic.file) text = file.text;
        messages += render(diagnostic, text);
    }
    return messages;
}

std::vector<std::string> between_backticks(const std::string& text) {
    std::vector<std::string> found;
    for (std::size_t open = text.find('`'); open != std::string::npos;) {
        const std::size_t close = text.find('`', open + 1);
        if (close == std::string::npos) break;
        found.push_back(text.substr(open + 1, close - open - 1));
        open = text.find('`', close + 1);
    }
    return found;
}

/// What a help puts between backticks, an open place ("…") filled with a value that suits most places.
std::vector<std::string> advised(const grammar::Diagnostic& diagnostic, std::string_view language) {
    std::vector<std::string> found = between_backticks(diagnostic.help.in(language));
    for (std::string& fragment : found)
        for (std::size_t at = fragment.find("\xE2\x80\xA6"); at != std::string::npos;
             at = fragment.find("\xE2\x80\xA6"))
            fragment.replace(at, 3, "x.a");
    return found;
}

/// Can the fragment stand there, in a file of that language?
bool reads(std::string_view where, const std::string& fragment, std::string_view language) {
    const auto word = [&](std::string_view role) { return std::string(grammar::keyword(role, language)); };
    const std::string ruleset = word("ruleset") + " x 1 {\n", requirement = ruleset + word("requirement") + " A-1 {\n";
    const std::string tests = word("tests for") + " x {\n";
    std::string text = "language " + std::string(language) + "\n";
    if (where == "vocabulary") text += word("vocabulary") + " x 1 {\n" + fragment + "\n}\n";
    if (where == "entity") text += word("vocabulary") + " x 1 {\n" + word("entity") + " E {\n" + fragment + "\n}\n}\n";
    if (where == "ruleset") text += ruleset + fragment + "\n}\n";
    if (where == "requirement") text += requirement + fragment + "\n}\n}\n";
    if (where == "condition") text += requirement + word("require") + " " + fragment + "\n}\n}\n";
    if (where == "tests") text += tests + fragment + "\n}\n";
    if (where == "case") text += tests + word("case") + " \"a\" {\n" + fragment + "\n}\n}\n";
    return grammar::parse("", text).diagnostics.empty();
}

/// The words of a text; of a path ("s.count") the first.
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> found;
    std::string word;
    bool after_dot = false;
    for (const char letter : std::string(text) + " ") {
        const bool inside = letter == '_' || std::isalnum(static_cast<unsigned char>(letter)) != 0 ||
                            static_cast<unsigned char>(letter) >= 0x80;
        if (inside) {
            word += letter;
            continue;
        }
        if (!word.empty() && !after_dot) found.push_back(word);
        after_dot = letter == '.' && !word.empty();
        word.clear();
    }
    return found;
}

/// Words of English keywords and functions that no keyword or function of the other language has.
std::set<std::string> english_keywords_unlike(std::size_t language) {
    std::set<std::string> english, own;
    const auto take = [&](const auto& table) {
        for (const auto& row : table) {
            for (const std::string& word : words_in(row.spellings[0])) english.insert(word);
            for (const std::string& word : words_in(row.spellings[language])) own.insert(word);
        }
    };
    take(grammar::keyword_table);
    take(grammar::built_in_table);
    for (const std::string& word : own) english.erase(word);
    return english;
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

TEST_CASE("every message of the checker has words in every language and a place within the text") {
    CaseFile file(folder + "mistakes.txt");
    for (const auto& one : file.cases()) {
        INFO(one.name);
        const model::Checked result = checked(one.written);
        std::map<std::string, std::size_t> sizes;
        for (const model::SourceFile& source : result.files()) sizes[source.name] = source.text.size();
        bool errors = false;
        for (const grammar::Diagnostic& diagnostic : result.diagnostics) {
            CHECK(diagnostic.code.size() == 4);
            for (const std::string_view language : words::language_tags) {
                INFO(language << ": " << diagnostic.message.in(language) << " / " << diagnostic.help.in(language));
                CHECK_FALSE(diagnostic.message.in(language).empty());
                CHECK(diagnostic.help.empty() == diagnostic.help.in(language).empty());
                CHECK(diagnostic.expected.empty() == diagnostic.expected.in(language).empty());
                for (const messages::Message* said : {&diagnostic.message, &diagnostic.help, &diagnostic.expected})
                    for (const char* hole : {"{}", "{1", "{2", "{3", "{4", "{keyword:", "{word:"})
                        CHECK(said->in(language).find(hole) == std::string::npos);
            }
            CHECK(diagnostic.span.begin <= diagnostic.span.end);
            CHECK(diagnostic.span.end <= sizes[diagnostic.file]);
            errors = errors || diagnostic.severity == grammar::Severity::error;
        }
        if (errors) CHECK(result.ruleset == nullptr);
    }
}

TEST_CASE("what a message advises can be written in the reader's language") {
    CaseFile file(folder + "mistakes.txt");
    std::map<std::string, std::set<std::string>> read;  // by language
    for (const auto& one : file.cases())
        for (const grammar::Diagnostic& diagnostic : checked(one.written).diagnostics) {
            const std::vector<std::string> english = advised(diagnostic, "en");
            for (const std::string_view language : words::language_tags) {
                const std::vector<std::string> own = advised(diagnostic, language);
                INFO(one.name << ": " << diagnostic.help.in(language));
                REQUIRE(own.size() == english.size());
                for (std::size_t index = 0; index < own.size(); ++index) {
                    if (english[index].starts_with(", ")) continue;  // stands at the end of a line
                    for (const std::string_view where :
                         {"vocabulary", "entity", "ruleset", "requirement", "condition", "tests", "case"}) {
                        if (!reads(where, english[index], "en")) continue;
                        CHECK(reads(where, own[index], language));
                        read[std::string(language)].insert(own[index]);
                    }
                }
            }
        }
    for (const std::string_view language : words::language_tags) CHECK(read[std::string(language)].size() >= 35);
}

TEST_CASE("no keyword of another language stands in a message's advice") {
    CaseFile file(folder + "mistakes.txt");
    const std::set<std::string> names = {"training", "standing",
                                         "text"};  // of the cases' vocabulary, and of what they write
    for (const auto& one : file.cases())
        for (const grammar::Diagnostic& diagnostic : checked(one.written).diagnostics)
            for (std::size_t language = 1; language < words::language_count; ++language) {
                const std::set<std::string> foreign = english_keywords_unlike(language);
                for (const messages::Message* said : {&diagnostic.message, &diagnostic.help, &diagnostic.expected})
                    for (const std::string& fragment : between_backticks(said->in(words::language_tags[language]))) {
                        if (fragment.starts_with("--")) continue;  // an option of the command
                        for (const std::string& word : words_in(fragment)) {
                            INFO(one.name << ": " << said->in(words::language_tags[language]));
                            CHECK((!foreign.contains(word) || names.contains(word)));
                        }
                    }
            }
}
