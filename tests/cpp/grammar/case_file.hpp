// Cases as text: "=== name", the text (inside what "@ requirement", "@ ruleset" or "@ entity" says), "---", what is
// expected. With BRECHA_REWRITE=1 in the environment the found results replace the expected ones; the diff is the
// review.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::test {

struct Case {
    std::string name;
    std::string text;     // as it is read
    std::string written;  // as it stands in the case file
    std::string expected;
};

inline std::string file_text(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

inline std::string wrapped(std::string_view place, const std::string& lines, std::string_view indentation) {
    std::string indented;
    std::istringstream stream(lines);
    for (std::string line; std::getline(stream, line);) indented += std::string(indentation) + line + '\n';
    if (place == "requirement") return "ruleset x 1 {\n  requirement A-1 {\n" + indented + "  }\n}\n";
    if (place == "ruleset") return "ruleset x 1 {\n" + indented + "}\n";
    return "vocabulary x 1 {\n  entity E {\n" + indented + "  }\n}\n";
}

class CaseFile {
public:
    explicit CaseFile(std::string path) : path_(std::move(path)) {
        std::istringstream stream(file_text(path_));
        std::string* target = &head_;
        std::string place;
        for (std::string line; std::getline(stream, line);) {
            if (line.starts_with("=== ")) {
                cases_.push_back({line.substr(4), {}, {}, {}});
                target = &cases_.back().written;
            } else if (line == "---" && !cases_.empty() && target == &cases_.back().written) {
                target = &cases_.back().expected;
            } else {
                *target += line + '\n';
            }
        }
        for (Case& one : cases_) {
            while (one.expected.ends_with("\n\n")) one.expected.pop_back();
            if (one.expected == "\n") one.expected.clear();
            one.text = one.written;
            if (one.written.starts_with("@ ")) {
                const std::size_t end = one.written.find('\n');
                place = one.written.substr(2, end - 2);
                one.text = wrapped(place, one.written.substr(end + 1), place == "ruleset" ? "  " : "    ");
            }
        }
    }

    std::vector<Case>& cases() { return cases_; }
    static bool rewrites() { return std::getenv("BRECHA_REWRITE") != nullptr; }
    void rewrite() const {
        std::ofstream stream(path_, std::ios::binary);
        std::string head = head_;
        while (head.ends_with("\n\n")) head.pop_back();
        stream << head;
        for (const Case& one : cases_) stream << "\n=== " << one.name << '\n' << one.written << "---\n" << one.expected;
    }

private:
    std::string path_;
    std::string head_;
    std::vector<Case> cases_;
};

}  // namespace brecha::test
