// A host program: compiles a ruleset from memory, reads a plan, lists its gaps.
// Exit status 0 where the library answers as its header promises, 1 where it does not.
#include <brecha/brecha.hpp>

#include <iostream>
#include <string>

namespace {

constexpr const char* rules_text = R"(
vocabulary harbour_plan 1 {
  entity Plan root {
    officers list of Officer
  }
  entity Officer key id { id text  trained yes_no }
}
ruleset harbour 1 {
  uses harbour_plan 1
  source HANDBOOK { title "Harbour handbook" publisher "Harbour office" date 2024-01-15 standing guidance }
  requirement HB-1 {
    title en "Every officer is trained" es "Cada oficial está capacitado"
    shall
    source HANDBOOK "section 1"
    each one in plan.officers
    require one.trained
    gap en "{one.id} is not trained" es "{one.id} no está capacitado"
  }
}
)";

constexpr const char* plan_text =
    R"({"officers": [{"id": "north", "trained": false}, {"id": "south", "trained": true}]})";

int failures = 0;

void expect(bool holds, const std::string& what) {
    std::cout << (holds ? "ok    " : "WRONG ") << what << '\n';
    failures += holds ? 0 : 1;
}

}  // namespace

int main() {
    auto rules = brecha::compile({{"harbour.brecha", rules_text}});
    if (!rules) {
        std::cerr << brecha::render(rules.diagnostics(), "en");
        return 1;
    }
    auto plan = rules->read_plan(plan_text, {.name = "harbour.json"});
    if (!plan) {
        std::cerr << brecha::render(plan.diagnostics(), "en");
        return 1;
    }
    auto report = rules->assess(*plan, {.as_of = brecha::Date{2026, 1, 15}});
    if (!report) {
        std::cerr << brecha::render(report.diagnostics(), "en");
        return 1;
    }

    const auto gaps = report->gaps("es");
    expect(gaps.size() == 1, "one gap is found");
    for (const auto& gap : gaps) {
        std::cout << gap.requirement << ' ' << gap.subject.value_or("the plan") << ": " << gap.message << '\n';
        expect(gap.requirement == "HB-1", "it is the requirement's");
        expect(gap.subject == "officers/north", "its subject is the officer who is not trained");
        expect(gap.message == "north no está capacitado", "its message is in the language asked for");
    }
    expect(report->to_json("en").find("\"not_met\"") != std::string::npos, "the report as JSON has the verdict");
    expect(!brecha::compile({{"broken.brecha", "ruleset {"}}), "a broken ruleset is refused");

    auto shipped = brecha::load("tourism_security");
    if (!shipped) std::cerr << brecha::render(shipped.diagnostics(), "en");
    expect(static_cast<bool>(shipped), "a shipped ruleset loads by its name");
    expect(!brecha::shipped_rulesets().empty(), "the shipped rulesets are listed");
    return failures == 0 ? 0 : 1;
}
