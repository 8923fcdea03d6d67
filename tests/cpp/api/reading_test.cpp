// What a ruleset names is read from its own folder only; what is no file is refused, and nothing of it is shown.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <filesystem>
#include <fstream>
#include <string>

#if !defined(_WIN32)
#include <sys/stat.h>
#endif

namespace {

namespace fs = std::filesystem;
using Catch::Matchers::ContainsSubstring;

constexpr const char* secret = "place,least\nSECRET,1\n";

/// A folder that goes with the test: `rules` for the ruleset, beside it what it may not read.
class Folder {
public:
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "brecha-reading-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
        fs::create_directories(path_ / "rules" / "data");
        write("secret.csv", secret);
        write("secret.json", "{\"SECRET\": 1}");
        write("secret.brecha", "vocabulary SECRET 1 { entity Plan root { n number } } SECRET");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    fs::path operator/(const std::string& name) const { return path_ / name; }
    std::string rules() const { return (path_ / "rules").string(); }

    void write_rules(const std::string& table, const std::string& tests = {}) const {
        write(
            "rules/rules.brecha",
            "vocabulary v 1 { entity Plan root { n number } }\nruleset r 1 {\n title en \"R\" uses v 1 source S { title en \"S\" }\n" +
                (table.empty() ? std::string()
                               : " table need by place: text -> { least number } from \"" + table + "\"\n") +
                " requirement A-1 { title en \"T\" shall source S \"1\" require plan.n >= 1 }\n}\n" + tests);
    }

private:
    fs::path path_;
};

/// The messages of a load that fails with `code`.
std::string refused(const std::string& name, const std::string& code) {
    const auto rules = brecha::load(name);
    CHECK_FALSE(rules);
    if (rules) return {};
    const std::string told = brecha::render(rules.diagnostics(), "en");
    CHECK(rules.diagnostics().front().code == code);
    CHECK_THAT(told, !ContainsSubstring("SECRET"));
    return told;
}

}  // namespace

TEST_CASE("a table is read from the ruleset's folder only", "[reading]") {
    const Folder folder;
    folder.write("rules/data/need.csv", "place,least\nhere,1\n");
    folder.write_rules("data/need.csv");
    CHECK(brecha::load(folder.rules()));

    folder.write_rules("../secret.csv");
    CHECK_THAT(refused(folder.rules(), "B333"),
               ContainsSubstring("rules.brecha:4:") && ContainsSubstring("outside of the ruleset's folder"));
    folder.write_rules((folder / "secret.csv").string());
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("outside of the ruleset's folder"));
    folder.write_rules("data/nothing.csv");
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("there is no file"));
    folder.write_rules("data");
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("is not a file"));
    folder.write("rules/data/huge.csv", "");
    fs::resize_file(folder / "rules/data/huge.csv", (64u << 20) + 1);
    folder.write_rules("data/huge.csv");
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("too large"));
#if !defined(_WIN32)
    fs::create_symlink("need.csv", folder / "rules/data/inside.csv");
    folder.write_rules("data/inside.csv");
    CHECK(brecha::load(folder.rules()));
    fs::create_symlink(folder / "secret.csv", folder / "rules/data/link.csv");
    folder.write_rules("data/link.csv");
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("outside of the ruleset's folder"));
    REQUIRE(mkfifo((folder / "rules/data/pipe.csv").c_str(), 0600) == 0);
    folder.write_rules("data/pipe.csv");
    CHECK_THAT(refused(folder.rules(), "B333"), ContainsSubstring("is not a file"));
#endif
}

TEST_CASE("a case's plan is read from the ruleset's folder only", "[reading]") {
    const Folder folder;
    const auto first_message = [&](const std::string& plan) {
        folder.write_rules("", "tests for r { case en \"c\" { plan from \"" + plan + "\" expect A-1 unknown } }");
        const auto rules = brecha::load(folder.rules());
        REQUIRE(rules);
        const auto report = rules->run_tests("en");
        REQUIRE(report.cases.size() == 1);
        CHECK(report.cases.front().line == 6);
        CHECK_THAT(report.cases.front().message, !ContainsSubstring("SECRET"));
        return report.cases.front().message;
    };
    folder.write("rules/data/plan.json", "{}");
    CHECK(first_message("data/plan.json") == "");
    CHECK_THAT(first_message("../secret.json"), ContainsSubstring("outside of the ruleset's folder"));
    CHECK_THAT(first_message((folder / "secret.json").string()), ContainsSubstring("outside of the ruleset's folder"));
    CHECK_THAT(first_message("data"), ContainsSubstring("is not a file"));
    CHECK_THAT(first_message("data/nothing.json"), ContainsSubstring("there is no plan"));
#if !defined(_WIN32)
    fs::create_symlink(folder / "secret.json", folder / "rules/data/link.json");
    CHECK_THAT(first_message("data/link.json"), ContainsSubstring("outside of the ruleset's folder"));
    REQUIRE(mkfifo((folder / "rules/data/pipe.json").c_str(), 0600) == 0);
    CHECK_THAT(first_message("data/pipe.json"), ContainsSubstring("is not a file"));
#endif
}

#if !defined(_WIN32)
TEST_CASE("rules that are links out of the folder, devices or pipes are refused", "[reading]") {
    const Folder folder;
    folder.write_rules("");
    fs::create_symlink(folder / "secret.brecha", folder / "rules/link.brecha");
    CHECK_THAT(refused(folder.rules(), "B335"),
               ContainsSubstring("link.brecha") && ContainsSubstring("outside of the ruleset's folder"));
    fs::remove(folder / "rules/link.brecha");
    CHECK(brecha::load(folder.rules()));
    fs::create_symlink(folder / "rules/rules.brecha", folder / "named.brecha");
    CHECK(brecha::load((folder / "named.brecha").string()));  // who names a link means it

    REQUIRE(mkfifo((folder / "rules/pipe.brecha").c_str(), 0600) == 0);
    CHECK_THAT(refused((folder / "rules/pipe.brecha").string(), "B335"), ContainsSubstring("is not a file"));
    CHECK_THAT(refused(folder.rules(), "B335"), ContainsSubstring("is not a file"));
    CHECK_THAT(refused("/dev/zero", "B335"), ContainsSubstring("is not a file"));
}
#endif

TEST_CASE("what is not found says where it was looked for", "[reading]") {
    const Folder folder;
    const auto rules =
        brecha::load("no_such_ruleset", {.search = {folder.rules()}, .shipped = (folder / "nowhere").string()});
    REQUIRE_FALSE(rules);
    CHECK_THAT(brecha::render(rules.diagnostics(), "en"),
               ContainsSubstring(folder.rules()) && ContainsSubstring((folder / "nowhere").string()));
    const std::string text = "ruleset r 1 { title en \"R\" uses cor 1 }";
    CHECK_THAT(brecha::render(brecha::compile({{"r.brecha", text}}).diagnostics(), "en"),
               ContainsSubstring("did you mean core?"));
    const std::string other = "ruleset r 1 { title en \"R\" uses quite_something_else 1 }";
    CHECK_THAT(brecha::render(brecha::compile({{"r.brecha", other}}, {.shipped = folder.rules()}).diagnostics(), "en"),
               ContainsSubstring(folder.rules()));
}

TEST_CASE("a file without a ruleset is said to be so", "[reading]") {
    const Folder folder;
    for (const char* text : {"", "\n\n", "# nothing yet\n"}) {
        folder.write("rules/empty.brecha", text);
        const std::string name = (folder / "rules/empty.brecha").string();
        CHECK_THAT(refused(name, "B134"), ContainsSubstring("empty.brecha"));
        const auto found = brecha::check(name);
        REQUIRE(found.size() == 1);
        CHECK(found.front().code == "B134");
    }
}
