// The page of each message: what is called wrong there gets exactly that message, what is called right gets none.
#include "catch.hpp"

#include "grammar/case_file.hpp"
#include "model/load.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

using namespace brecha;

namespace {

const std::filesystem::path source_folder = BRECHA_SOURCE_DIR;
const std::filesystem::path folder = source_folder / "python/brecha/diagnostics";

struct Page {
    std::string code, title;
    std::map<std::string, std::string> blocks;  // "brecha wrong" -> text
};

Page read_page(const std::filesystem::path& path) {
    Page page;
    page.code = path.stem().string();
    std::istringstream stream(test::file_text(path.string()));
    std::string* block = nullptr;
    for (std::string line; std::getline(stream, line);) {
        if (line.starts_with("```")) {
            block = block != nullptr ? nullptr : &page.blocks[line.substr(3)];
        } else if (block != nullptr) {
            *block += line + '\n';
        } else if (page.title.empty() && line.starts_with("# ")) {
            page.title = line.substr(2);
        }
    }
    return page;
}

std::vector<Page> pages() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".md") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<Page> read;
    for (const auto& path : paths) read.push_back(read_page(path));
    return read;
}

std::string rules_messages(const Page& page, const std::string& text) {
    std::vector<std::pair<std::string, std::string>> files = {{"rules.brecha", text}};
    if (const auto vocabulary = page.blocks.find("brecha"); vocabulary != page.blocks.end())
        files.emplace_back("vocabulary.brecha", vocabulary->second);
    model::LoadOptions options;
    options.shipped = "";
    options.strict = page.code == "B212" || page.code == "B214";  // only for those who ask for more
    std::set<std::string> codes;
    for (const auto& diagnostic : model::load_texts(files, options).diagnostics) codes.insert(diagnostic.code);
    std::string all;
    for (const std::string& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

std::string plan_messages(const Page& page, const std::string& text) {
    const std::vector<SourceText> texts = {SourceText{"rules.brecha", page.blocks.at("brecha")}};
    const auto rules = compile(texts);
    REQUIRE(rules);
    const auto plan = rules->read_plan(text, {.name = "plan.json"});
    std::set<std::string> codes;
    if (plan) {
        for (const auto& note : plan->notes()) codes.insert(note.code);
    } else {
        for (const auto& diagnostic : plan.diagnostics()) codes.insert(diagnostic.code);
    }
    std::string all;
    for (const std::string& code : codes) all += (all.empty() ? "" : " ") + code;
    return all;
}

}  // namespace

TEST_CASE("what a page calls wrong gets exactly its message, what it calls right gets none") {
    std::size_t run = 0;
    for (const Page& page : pages()) {
        INFO(page.code);
        CHECK(page.title.starts_with(page.code + " — "));
        for (const auto& [kind, text] : page.blocks) {
            if (kind == "brecha wrong") CHECK(rules_messages(page, text) == page.code);
            if (kind == "brecha right") CHECK(rules_messages(page, text) == "");
            if (kind == "json wrong") CHECK(plan_messages(page, text) == page.code);
            if (kind == "json right") CHECK(plan_messages(page, text) == "");
        }
        run += page.blocks.contains("brecha wrong") || page.blocks.contains("json wrong");
    }
    CHECK(run >= 95);
}

TEST_CASE("every message code of the sources has a page, and every page a code") {
    std::set<std::string> used, written;
    const std::regex code("\"([BP][0-9]{3})\"");
    for (const char* part : {"engine", "grammar"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(source_folder / part)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
            const std::string text = test::file_text(entry.path().string());
            for (std::sregex_iterator match(text.begin(), text.end(), code), end; match != end; ++match)
                used.insert((*match)[1]);
        }
    for (const Page& page : pages()) written.insert(page.code);
    for (const std::string& one : used) {
        INFO(one);
        CHECK(written.contains(one));
    }
    for (const std::string& one : written) {
        INFO(one);
        CHECK(used.contains(one));
    }
}
