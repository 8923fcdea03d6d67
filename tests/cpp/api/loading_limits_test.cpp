// Rules are parsed, checked, lowered and laid out, and plans read, within the limits of whoever asks.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

using namespace brecha;

namespace {

std::string long_rules(int requirements) {
    std::string text = R"(
vocabulary towns 1 {
  title "Towns"
  entity Plan root { towns list of Town }
  entity Town key id { id text  name text  beds integer }
}
ruleset town_rules 1 {
  title "Made-up rules on towns"
  uses towns 1
  source MADE_UP { title "Made up for tests" standing practice }
)";
    for (int i = 0; i < requirements; ++i) {
        const std::string number = std::to_string(i);
        text += "  requirement T-" + number + " { title \"Each town has " + number +
                " beds\" shall source MADE_UP \"1\" each t in plan.towns require t.beds >= " + number + " }\n";
    }
    return text + "}\n";
}

std::string long_plan(int towns) {
    std::string text = "{\"towns\": [";
    for (int i = 0; i < towns; ++i)
        text += (i == 0 ? "" : ", ") + std::string("{\"id\": \"t") + std::to_string(i) + "\", \"beds\": 3}";
    return text + "]}";
}

void check_code(const std::vector<Diagnostic>& diagnostics, const std::string& code) {
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == code);
}

struct RulesFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "brecha_loading_limits_test";
    explicit RulesFolder(const std::string& rules) {
        std::filesystem::create_directories(path);
        std::ofstream(path / "rules.brecha") << rules;
    }
    ~RulesFolder() { std::filesystem::remove_all(path); }
};

}  // namespace

TEST_CASE("loading, checking and laying out rules, and reading a plan, end at a stop and at their time") {
    const std::string text = long_rules(2'000), plan = long_plan(20'000);
    const RulesFolder folder(text);
    const auto rules = compile({{"rules.brecha", long_rules(2)}});
    REQUIRE(rules);
    const Stop stop;
    stop.request();
    for (const auto& [limits, code] : {std::pair<Limits, std::string>{{.stop = stop}, "B955"},
                                       std::pair<Limits, std::string>{{.seconds = 1e-4}, "B954"}}) {
        check_code(within(limits, [&] { return compile({{"rules.brecha", text}}); }).diagnostics(), code);
        check_code(within(limits, [&] { return load(folder.path.string()); }).diagnostics(), code);
        check_code(within(limits, [&] { return check(folder.path.string()); }), code);
        check_code(within(limits, [&] { return format("rules.brecha", text); }).diagnostics(), code);
        check_code(within(limits, [&] { return rule_texts(folder.path.string()); }).diagnostics(), code);
        check_code(within(limits, [&] { return rules->read_plan(plan); }).diagnostics(), code);
    }
    CHECK(within({.seconds = 600}, [&] { return compile({{"rules.brecha", text}}); }));
    CHECK(within({.seconds = 600}, [&] { return check(folder.path.string()); }).size() ==
          check(folder.path.string()).size());
}

TEST_CASE("a stop from another thread ends the reading of rules in its middle") {
    const std::string text = long_rules(20'000);
    const Stop stop;
    std::atomic<bool> begun = false;
    std::thread other([&] {
        while (!begun) std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        stop.request();
    });
    const auto rules = within({.stop = stop}, [&] {
        begun = true;
        return compile({{"rules.brecha", text}});
    });
    other.join();
    check_code(rules.diagnostics(), "B955");
}

TEST_CASE("a host is asked on its own thread while its rules are read on another") {
    const std::string text = long_rules(20'000);
    const auto own = std::this_thread::get_id();
    int asked = 0;
    const Limits limits{.stop = Stop([&] {
                            CHECK(std::this_thread::get_id() == own);
                            return ++asked == 2;
                        })};
    check_code(within(limits, [&] { return compile({{"rules.brecha", text}}); }).diagnostics(), "B955");
    CHECK(asked == 2);

    const Limits throwing{.stop = Stop([]() -> bool { throw std::runtime_error("the host has had enough"); })};
    CHECK_THROWS_AS(within(throwing, [&] { return compile({{"rules.brecha", text}}); }), std::runtime_error);
}

TEST_CASE("rules whose lowering was given up are lowered by the next call") {
    const auto rules = compile({{"rules.brecha", long_rules(2'000)}});
    REQUIRE(rules);
    const auto plan = rules->read_plan(R"({"towns": [{"id": "a", "beds": 3}]})");
    REQUIRE(plan);
    const AssessOptions options{.as_of = Date{2026, 1, 15}};
    const auto given_up = within({.seconds = 1e-4}, [&] { return rules->assess(*plan, options); });
    check_code(given_up.diagnostics(), "B954");
    // A limit of the assessment's own ends it in the same way.
    check_code(rules->assess(*plan, {.as_of = options.as_of, .limits = {.seconds = 1e-4}}).diagnostics(), "B954");
    const auto report = rules->assess(*plan, options);
    REQUIRE(report);
    CHECK(report->summary().requirements == 2'000);
}

TEST_CASE("how large and how deep rules and plans may be is set by the host, and said where they are not") {
    const std::string text = long_rules(3);
    const auto compiled = [&](const Limits& limits, const std::string& rules) {
        return within(limits, [&] { return compile({{"rules.brecha", rules}}); });
    };
    const auto refused = compiled({.rules_size = text.size() - 1}, text);
    check_code(refused.diagnostics(), "B108");
    CHECK(refused.diagnostics()[0].file == "rules.brecha");
    CHECK(refused.diagnostics()[0].help("en").find("`rules_size`") != std::string::npos);
    CHECK(compiled({.rules_size = text.size()}, text));
    const std::string large = text + std::string(std::size_t(17) << 20, '\n');
    check_code(compiled({}, large).diagnostics(), "B108");
    CHECK(compiled({.rules_size = std::size_t(32) << 20}, large));

    const RulesFolder folder(text);
    const auto of_file = within({.rules_size = 100}, [&] { return load(folder.path.string()); });
    check_code(of_file.diagnostics(), "B108");
    CHECK(of_file.diagnostics()[0].file.ends_with("rules.brecha"));

    std::string nested = text;
    nested.replace(nested.find("t.beds >="), 6, "((((t.beds))))");
    CHECK(compiled({}, nested));
    const auto deep = compiled({.rules_nesting = 4}, nested);
    REQUIRE(!deep);
    CHECK(deep.diagnostics()[0].code == "B108");
    CHECK(deep.diagnostics()[0].line == 11);
    CHECK(compiled({.rules_nesting = Limits::greatest_rules_nesting}, nested));

    const auto rules = compiled({}, text);
    REQUIRE(rules);
    const auto read = [&](const Limits& limits, const std::string& json) {
        return within(limits, [&] { return rules->read_plan(json); });
    };
    const std::string plan = R"({"towns": [{"id": "a", "beds": 3}]})";
    CHECK(read({.plan_size = plan.size()}, plan));
    check_code(read({.plan_size = plan.size() - 1}, plan).diagnostics(), "P601");
    CHECK(read({.plan_nesting = 3}, plan));
    check_code(read({.plan_nesting = 2}, plan).diagnostics(), "P601");
    PlanBuilder builder(*rules);
    builder.set("towns/a/beds", 3);
    CHECK(within({.plan_nesting = 3}, [&] { return builder.read(); }));
    check_code(within({.plan_nesting = 2}, [&] { return builder.read(); }).diagnostics(), "P601");
    PlanTree tree;
    tree.begin_object().key("towns").begin_list().begin_object().end().end().end();
    CHECK(within({.plan_nesting = 3}, [&] { return rules->read_plan(tree); }));
    check_code(within({.plan_nesting = 2}, [&] { return rules->read_plan(tree); }).diagnostics(), "P601");
    // Limits inside each other: the narrowest.
    check_code(within({.plan_nesting = 2}, [&] { return read({.plan_nesting = 60}, plan); }).diagnostics(), "P601");
}

TEST_CASE("a limit above the greatest that the library takes is a mistake of the program, and told with that") {
    const auto rules = compile({{"rules.brecha", long_rules(2)}});
    REQUIRE(rules);
    const auto plan = rules->read_plan("{}");
    REQUIRE(plan);
    const AssessOptions options{.as_of = Date{2026, 1, 15}};
    const auto said = [](const auto& call) -> std::string {
        try {
            (void)call();
            return "";
        } catch (const std::invalid_argument& error) { return error.what(); }
    };
    for (const auto& [limits, name, most] :
         {std::tuple<Limits, std::string, std::string>{
              {.plan_size = Limits::greatest_plan_size + 1}, "plan_size", "4294967295"},
          {{.plan_nesting = 65}, "plan_nesting", "64"},
          {{.rules_size = Limits::greatest_rules_size + 1}, "rules_size", "1073741824"},
          {{.rules_nesting = 101}, "rules_nesting", "100"}}) {
        AssessOptions beyond = options;
        beyond.limits = limits;
        for (const std::string& text : {said([&, &limits = limits] { return within(limits, [] { return 1; }); }),
                                        said([&] { return rules->assess(*plan, beyond); }),
                                        said([&] { return rules->verdicts(std::vector{*plan}, beyond); })}) {
            CHECK(text.find(name + " is " + most + " at most") != std::string::npos);
        }
    }
    CHECK(within({.plan_size = Limits::greatest_plan_size,
                  .plan_nesting = 64,
                  .rules_size = Limits::greatest_rules_size,
                  .rules_nesting = 100},
                 [] { return 1; }));
}
