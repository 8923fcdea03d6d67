// Times the engine on the workloads of docs/performance.md. Prints the median of several runs for each.
//
//   brecha_bench [repetitions]
//
// W1: requirement i of 100: if sector is one of three (a third have no condition), then integer field f_i (0 to 100) is
// at least m_i. Plans: sector always given, each field absent with probability 0.15. The random numbers are made here,
// the same on every machine.
#include <brecha/brecha.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace {

struct Random {
    std::uint64_t state = 88172645463325252u;
    std::uint64_t next() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    }
    int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
};

constexpr int requirement_count = 100;
const char* const sectors[] = {"public", "private", "community"};

std::string vocabulary(int count) {
    std::string text =
        "vocabulary flat 1.0 {\n  title \"Flat plans\"\n  entity Plan root {\n    sector one of public, private, community\n";
    for (int i = 0; i < count; ++i) text += "    f" + std::to_string(i) + " integer\n";
    return text + "  }\n}\n";
}

std::string ruleset(int count) {
    Random random;
    std::string text =
        "ruleset flat_rules 1.0 {\n  title \"Flat rules\"\n  uses flat 1\n  source BENCH { title \"Made up for measuring\" standing practice }\n";
    for (int i = 0; i < count; ++i) {
        text += "  requirement W-" + std::to_string(i) + " {\n    title \"Field " + std::to_string(i) +
                " is high enough\"\n    shall\n    source BENCH \"made up\"\n";
        const int sector = random.below(3);
        if (i % 3 != 0) text += std::string("    when plan.sector = ") + sectors[sector] + "\n";
        text += "    require plan.f" + std::to_string(i) + " >= " + std::to_string(random.below(100)) + "\n";
        text += "    gap \"Field " + std::to_string(i) + " is {plan.f" + std::to_string(i) + "}\"\n  }\n";
    }
    return text + "}\n";
}

std::string plan(Random& random, int count) {
    std::string text = std::string("{\"sector\": \"") + sectors[random.below(3)] + "\"";
    for (int i = 0; i < count; ++i) {
        const int value = random.below(101);
        if (random.below(100) >= 15) text += ", \"f" + std::to_string(i) + "\": " + std::to_string(value);
    }
    return text + "}";
}

/// Median microseconds of a call.
double median(int repetitions, const std::function<void()>& call) {
    call();
    std::vector<double> times;
    for (int i = 0; i < repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void show(const char* what, double microseconds, double per, const char* unit) {
    std::printf("%-58s %12.2f us   %10.3f %s\n", what, microseconds, per, unit);
}

}  // namespace

int main(int argc, char** argv) {
    const int repetitions = argc > 1 ? std::atoi(argv[1]) : 21;
    const std::vector<brecha::SourceText> texts = {{"flat.brecha", vocabulary(requirement_count)},
                                                   {"rules.brecha", ruleset(requirement_count)}};
    const auto rules = brecha::compile(texts);
    if (!rules) {
        std::fputs(brecha::render(rules.diagnostics()).c_str(), stderr);
        return 2;
    }
    const brecha::AssessOptions options{.as_of = brecha::Date{2026, 1, 15}};

    show("compile 100 requirements, checked", median(repetitions, [&] { (void)brecha::compile(texts); }), 0, "");
    const std::vector<brecha::SourceText> many = {{"flat.brecha", vocabulary(10'000)},
                                                  {"rules.brecha", ruleset(10'000)}};
    show("compile 10,000 requirements, checked", median(3, [&] { (void)brecha::compile(many); }), 0, "");

    Random random;
    const std::string one_text = plan(random, requirement_count);
    const double read = median(repetitions, [&] { (void)rules->read_plan(one_text); });
    show("read one plan from JSON", read, static_cast<double>(one_text.size()) / read, "MB/s");
    const auto one = rules->read_plan(one_text);
    show("assess one loaded plan x 100: verdicts, findings, parts",
         median(repetitions * 20, [&] { (void)rules->assess(*one, options)->verdict("W-0"); }), 0, "");
    show("... with missing places", median(repetitions, [&] { (void)rules->assess(*one, options)->missing(); }), 0, "");
    show("... with all texts, as JSON", median(repetitions, [&] { (void)rules->assess(*one, options)->to_json(); }), 0,
         "");

    for (const int count : {1'000, 10'000, 100'000}) {
        std::vector<std::pair<std::string, std::string>> batch;
        std::size_t bytes = 0;
        for (int i = 0; i < count; ++i) {
            batch.emplace_back("plan " + std::to_string(i), plan(random, requirement_count));
            bytes += batch.back().second.size();
        }
        std::vector<brecha::Plan> plans;
        const double reading = median(count > 10'000 ? 1 : 3, [&] {
            plans.clear();
            for (const auto& outcome : rules->read_plans(batch)) plans.push_back(*outcome);
        });
        show((std::to_string(count) + " plans: read from JSON").c_str(), reading, static_cast<double>(bytes) / reading,
             "MB/s");
        const double verdicts = median(9, [&] { (void)rules->verdicts(plans, options); });
        show((std::to_string(count) + " plans x 100: verdicts").c_str(), verdicts,
             verdicts * 1000 / count / requirement_count, "ns a check");
        if (count > 10'000) continue;
        const double findings = median(3, [&] {
            for (const auto& report : rules->assess(plans, options)) (void)report->verdict("W-0");
        });
        show((std::to_string(count) + " plans x 100: verdicts, findings, parts").c_str(), findings,
             findings * 1000 / count / requirement_count, "ns a check");
    }
    return 0;
}
