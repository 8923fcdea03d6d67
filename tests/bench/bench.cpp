// Times the engine on the workloads of docs/performance.md. Prints the median of several runs for each.
//
//   brecha_bench [repetitions]
//
// W1: requirement i of 100: if sector is one of three (a third have no condition), then integer field f_i (0 to 100) is
// at least m_i. Plans: sector always given, each field absent with probability 0.15.
// W2: a plan has 0 to 10 agencies that participate or not and have representatives, each absent with probability 0.1,
// and ten offsets; requirement j of 50: every agency that participates has at least k_j + offset representatives, k_j
// from 1 to 5, all 50 different. The random numbers are made here, the same on every machine.
#include <brecha/brecha.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <thread>
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

constexpr int nested_count = 50;

const char* const nested_vocabulary = R"(vocabulary nested 1.0 {
  title "Plans with lists"
  entity Plan root {
    agencies list of Agency
    offset0 integer
    offset1 integer
    offset2 integer
    offset3 integer
    offset4 integer
    offset5 integer
    offset6 integer
    offset7 integer
    offset8 integer
    offset9 integer
  }
  entity Agency { participates yes_no representatives integer }
}
)";

std::string nested_ruleset() {
    std::string text =
        "ruleset nested_rules 1.0 {\n  title \"Nested rules\"\n  uses nested 1\n  source BENCH { title \"Made up for measuring\" standing practice }\n";
    for (int j = 0; j < nested_count; ++j) {
        const std::string least = std::to_string(1 + j / 10) + " + plan.offset" + std::to_string(j % 10);
        text += "  requirement N-" + std::to_string(j) +
                " {\n    title \"Whoever takes part sends enough people\"\n    shall\n    source BENCH \"made up\"\n"
                "    require every a in plan.agencies where a.participates : a.representatives >= " +
                least + "\n    gap \"Somebody sends fewer than {" + least + "}\"\n  }\n";
    }
    return text + "}\n";
}

std::string nested_plan(Random& random) {
    std::string text = "{\"agencies\": [";
    const int agencies = random.below(11);
    for (int i = 0; i < agencies; ++i) {
        std::string agency;
        const auto add = [&](const std::string& field) { agency += (agency.empty() ? "" : ", ") + field; };
        const bool participates = random.below(2) == 0;
        const int representatives = random.below(20);
        if (random.below(10) != 0) add(std::string("\"participates\": ") + (participates ? "true" : "false"));
        if (random.below(10) != 0) add("\"representatives\": " + std::to_string(representatives));
        text += (i == 0 ? "{" : ", {") + agency + "}";
    }
    text += "]";
    for (int i = 0; i < 10; ++i) text += ", \"offset" + std::to_string(i) + "\": " + std::to_string(random.below(10));
    return text + "}";
}

/// Of this process: what else the machine does does not count.
double processor_microseconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

/// The median of one call, in microseconds. Short ones are timed several together: to ask for the time takes half a
/// microsecond.
double median(int repetitions, const std::function<void()>& call) {
    constexpr double long_enough = 100;
    const auto timed = [&](int calls) {
        const double start = processor_microseconds();
        for (int i = 0; i < calls; ++i) call();
        return processor_microseconds() - start;
    };
    call();
    const double first = timed(1);
    const int together = first >= long_enough ? 1 : static_cast<int>(long_enough / first) + 1;
    std::vector<double> times;
    for (int i = 0; i < repetitions; i += together) times.push_back(timed(together) / together);
    for (std::size_t least = 9; times.size() < least && together > 1;) times.push_back(timed(together) / together);
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

/// Takes the parser's events and does nothing with them.
struct Ignored : nlohmann::json_sax<nlohmann::json> {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }
};

/// Seconds by the clock on the wall, the least of several calls.
double wall_seconds(const std::function<void()>& call) {
    double least = 1e9;
    for (int i = 0; i < 9; ++i) {
        const auto start = std::chrono::steady_clock::now();
        call();
        least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return least;
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
    Ignored ignored;
    const double events = median(repetitions, [&] { nlohmann::json::sax_parse(one_text, &ignored); });
    show("... nlohmann's events of the same text, and nothing else", events,
         static_cast<double>(one_text.size()) / events, "MB/s");
    const auto one = rules->read_plan(one_text);
    const std::vector<brecha::Plan> alone = {*one};
    show("one loaded plan x 100: verdicts", median(repetitions * 20, [&] { (void)rules->verdicts(alone, options); }), 0,
         "");
    show("assess one loaded plan x 100: verdicts, findings, parts",
         median(repetitions * 20, [&] { (void)rules->assess(*one, options)->verdict("W-0"); }), 0, "");
    show("... with missing places", median(repetitions, [&] { (void)rules->assess(*one, options)->missing(); }), 0, "");
    show("... in outline: each finding's verdict and the truth of its parts",
         median(repetitions * 20, [&] { (void)rules->assess(*one, options)->outlines(); }), 0, "");
    show("... with findings as rows, none of them read",
         median(repetitions * 20, [&] { (void)rules->assess(*one, options)->finding_rows().size(); }), 0, "");
    show("... with findings as rows, those of gaps read",
         median(repetitions * 5,
                [&] {
                    const auto rows = rules->assess(*one, options)->finding_rows();
                    for (std::size_t row = 0; row < rows.size(); ++row)
                        if (rows.result(row).is_gap) (void)rows[row];
                }),
         0, "");
    show("... with all texts, as rows of findings",
         median(repetitions * 5, [&] { (void)rules->assess(*one, options)->findings(); }), 0, "");
    show("... with all texts, as JSON", median(repetitions, [&] { (void)rules->assess(*one, options)->to_json(); }), 0,
         "");

    {  // a form, while somebody types: the plan is read and assessed anew after each field
        const auto thousand = brecha::compile({{"flat.brecha", vocabulary(1'000)}, {"rules.brecha", ruleset(1'000)}});
        const std::string text = plan(random, 1'000);
        show("one field edited: read and assessed anew x 1,000",
             median(repetitions, [&] { (void)thousand->assess(*thousand->read_plan(text), options)->verdict("W-0"); }),
             0, "");
    }

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
        const double planes = median(9, [&] { (void)rules->verdict_planes(plans, options); });
        show("... as bits", planes, planes * 1000 / count / requirement_count, "ns a check");
        if (count == 100'000) {
            const auto half = plans.begin() + count / 2;
            const std::vector<brecha::Plan> first(plans.begin(), half), second(half, plans.end());
            const auto both = [&](bool at_once) {
                return wall_seconds([&] {
                    const auto run = [&](const std::vector<brecha::Plan>& some) {
                        for (int i = 0; i < 10; ++i) (void)rules->verdicts(some, options);
                    };
                    std::thread other([&] {
                        if (at_once) run(first);
                    });
                    if (!at_once) run(first);
                    run(second);
                    other.join();
                });
            };
            const double together = both(true);
            show("... half of them on each of two threads, ten times", together * 1e6, both(false) / together,
                 "times as fast as one after the other");
        }
        if (count > 10'000) continue;
        const double findings = median(3, [&] {
            for (const auto& report : rules->assess(plans, options)) (void)report->verdict("W-0");
        });
        show((std::to_string(count) + " plans x 100: verdicts, findings, parts").c_str(), findings,
             findings * 1000 / count / requirement_count, "ns a check");
    }
    const std::vector<brecha::SourceText> nested_texts = {{"nested.brecha", nested_vocabulary},
                                                          {"nested_rules.brecha", nested_ruleset()}};
    const auto nested = brecha::compile(nested_texts);
    if (!nested) {
        std::fputs(brecha::render(nested.diagnostics()).c_str(), stderr);
        return 2;
    }
    for (const int count : {1, 1'000, 10'000, 100'000}) {
        std::vector<std::pair<std::string, std::string>> batch;
        for (int i = 0; i < count; ++i) batch.emplace_back("plan " + std::to_string(i), nested_plan(random));
        std::vector<brecha::Plan> plans;
        for (const auto& outcome : nested->read_plans(batch)) plans.push_back(*outcome);
        const double verdicts =
            median(count > 1 ? 9 : repetitions * 20, [&] { (void)nested->verdicts(plans, options); });
        show((std::to_string(count) + " plans with lists x 50: verdicts").c_str(), verdicts,
             verdicts * 1000 / count / nested_count, "ns a check");
        if (count > 10'000) continue;
        const double findings = median(3, [&] {
            for (const auto& report : nested->assess(plans, options)) (void)report->verdict("N-0");
        });
        show((std::to_string(count) + " plans with lists x 50: verdicts, findings, parts").c_str(), findings,
             findings * 1000 / count / nested_count, "ns a check");
    }
    return 0;
}
