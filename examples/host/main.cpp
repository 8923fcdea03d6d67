// Lists the gaps of a plan: brecha_host RULESET PLAN.json [LANGUAGE]
#include <brecha/brecha.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
    if (argc < 3) return std::cerr << "brecha_host RULESET PLAN.json [LANGUAGE]\n", 2;
    const auto language = brecha::language_named(argc > 3 ? argv[3] : "en");
    if (!language) return std::cerr << brecha::render(language.diagnostics()), 2;
    std::ifstream file(argv[2], std::ios::binary);
    if (!file || std::filesystem::is_directory(argv[2]))
        return std::cerr << argv[2] << ": no file that can be read\n", 3;
    const std::string json(std::istreambuf_iterator<char>(file), {});

    const auto rules = brecha::load(argv[1]);
    if (!rules) return std::cerr << brecha::render(rules.diagnostics(), *language), 2;
    const auto plan = rules->read_plan(json, {.name = argv[2]});
    if (!plan) return std::cerr << brecha::render(plan.diagnostics(), *language), 3;
    const auto report = rules->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    if (!report) return std::cerr << brecha::render(report.diagnostics(), *language), 3;

    std::cout << "judged " << report->summary().judged << " of " << report->summary().requirements << " requirements\n";
    for (const auto& gap : report->gaps(*language))
        std::cout << gap.requirement << ' ' << gap.subject << ": " << gap.message << '\n';
    for (const auto& question : report->questions(*language, 3))
        std::cout << question.rank << ". " << question.question << '\n';
    return report->gaps(*language).empty() ? 0 : 1;
}
