// Nothing takes more than in proportion to what it is given: ten times as much takes at most `most_growth` times as
// long, where the square would take a hundred times. A corner a row; each takes a fraction of a second.
#include "catch.hpp"

#include <brecha/brecha.hpp>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace {

namespace growing {  // a folder is compiled as one

constexpr double most_growth = 25;

/// `text` once for each number from 1 to `count`, which stands in place of each "#", the one before it of each "$".
std::string each(std::size_t count, std::string_view text) {
    std::string all;
    for (std::size_t i = 1; i <= count; ++i)
        for (const char c : text) {
            if (c == '#') all += std::to_string(i);
            else if (c == '$') all += std::to_string(i - 1);
            else all += c;
        }
    return all;
}

std::string vocabulary(const std::string& fields, const std::string& items = {}) {
    return "vocabulary v 1 {\n title \"V\"\n" + items + "\n entity Plan root {\n  n integer\n  t text\n  y yes_no\n" +
           fields + "\n }\n}\n";
}

std::string ruleset(const std::string& items) {
    return "ruleset r 1 {\n title \"R\"\n uses v 1\n source S { title \"S\" standing law }\n" + items + "\n}\n";
}

std::string requirement(const std::string& lines, const std::string& id = "R-#") {
    return " requirement " + id + " {\n  title \"T\"\n  shall\n  source S \"1\"\n" + lines + "\n }\n";
}

void compile(const std::string& text) { (void)brecha::compile({{"r.brecha", text}}); }
void format(const std::string& text) { (void)brecha::format("r.brecha", text); }

struct Corner {
    const char* name;
    std::size_t size;  // ten times as much takes some tenths of a second
    std::function<std::string(std::size_t)> input;
    std::function<void(const std::string&)> run = compile;
};

const std::vector<Corner>& corners() {
    static const std::string plain = vocabulary("");
    static const std::vector<Corner> all = {
        // --- texts that are no rules
        {"blank lines", 50'000, [](std::size_t n) { return each(n, "\n"); }},
        {"braces that nobody closes", 5'000, [](std::size_t n) { return each(n, "{ "); }},
        {"braces that close nothing", 5'000, [](std::size_t n) { return each(n, "} "); }},
        {"lines of no language", 5'000, [](std::size_t n) { return "ruleset r 1 {\n" + each(n, "junk junk\n") + "}"; }},
        {"heads without a block", 1'000,
         [](std::size_t n) { return "ruleset r 1 {\n" + each(n, "requirement R-#\n") + "}"; }},
        {"heads without a block on one line", 1'000,
         [](std::size_t n) { return "ruleset r 1 {" + each(n, " requirement R-#") + "}"; }},
        {"quotation marks", 10'000, [](std::size_t n) { return each(n, "\""); }},
        {"one long word", 100'000, [](std::size_t n) { return each(n, "a"); }},
        {"remarks", 10'000, [](std::size_t n) { return each(n, "# remark\n"); }},
        // --- vocabularies
        {"values of one enumeration", 1'000,
         [](std::size_t n) {
             return vocabulary("e E", "enum E = a" + each(n, ", v#")) +
                    ruleset(each(n, requirement("require plan.e = v#")));
         }},
        {"values of one enumeration, of which one is called twice", 1'000,
         [](std::size_t n) { return vocabulary("e E", "enum E = a" + each(n, ", v#, v#")); }},
        {"enumerations", 500,
         [](std::size_t n) {
             return vocabulary(each(n, "  e# one of a#, b#\n")) +
                    ruleset(each(n, requirement("require {a#} contains plan.e#")));
         }},
        {"enumerations that extend each other", 100,
         [](std::size_t n) { return vocabulary("e E0", "enum E0 = v0\n" + each(n, "enum E# extends E$ = v#\n")); }},
        {"enumerations that extend each other, the last first", 100,
         [](std::size_t n) {
             std::string items;
             for (std::size_t i = n; i > 0; --i)
                 items += "enum E" + std::to_string(i) + " extends E" + std::to_string(i - 1) + " = v" +
                          std::to_string(i) + "\n";
             return vocabulary("", items + "enum E0 = v0\n");
         }},
        {"units", 1'000, [](std::size_t n) { return vocabulary("", each(n, "unit u#\n")); }},
        {"units of units", 200,
         [](std::size_t n) {
             std::string items;
             for (std::size_t i = n; i > 0; --i)
                 items += "unit u" + std::to_string(i) + " = 1 u" + std::to_string(i - 1) + "\n";
             return vocabulary("", items + "unit u0\n");
         }},
        {"products of units", 100,
         [](std::size_t n) {
             return vocabulary(each(n, "  a# number in u#\n"), each(n, "unit u#\n")) +
                    ruleset(each(n, requirement("require plan.a# * plan.a# > plan.a# * plan.a#")));
         }},
        {"fields", 2'000, [](std::size_t n) { return vocabulary(each(n, "  f# integer\n")); }},
        {"fields that stand twice", 500,
         [](std::size_t n) { return vocabulary(each(n, "  f# integer\n  f# integer\n")); }},
        {"entities", 1'000,
         [](std::size_t n) { return vocabulary(each(n, "  f# list of E#\n"), each(n, "entity E# { g integer }\n")); }},
        // --- rulesets
        {"requirements", 300,
         [](std::size_t n) {
             return vocabulary(each(n, "  f# integer\n")) +
                    ruleset(each(n, requirement("when plan.y\nrequire plan.f# > 1 gap \"{plan.f#}\"")));
         }},
        {"parameters", 500,
         [](std::size_t n) {
             return plain + ruleset(each(n, "parameter p# = #\n") + each(n, requirement("require plan.n > p#")));
         }},
        {"sources", 500,
         [](std::size_t n) {
             return plain + ruleset(each(n, "source S# { title \"S\" standing law }\n") +
                                    each(n, requirement("source S# \"1\" require plan.y")));
         }},
        {"definitions", 500,
         [](std::size_t n) {
             return plain + ruleset(each(n, "define d# = plan.n > #\n") + each(n, requirement("require d#")));
         }},
        {"definitions of which one is used by all", 500,
         [](std::size_t n) {
             return plain +
                    ruleset("define d = plan.y" + each(n, " and plan.n > #") + each(n, requirement("require d")));
         }},
        {"definitions that call each other", 500,
         [](std::size_t n) {
             return plain + ruleset("define d0 = plan.y\n" + each(n, "define d# = d$ and plan.n > #\n"));
         }},
        {"themes and training", 500,
         [](std::size_t n) {
             return plain + ruleset(each(n, requirement("theme t# \"T#\" training M-# \"M#\" require plan.y")));
         }},
        {"parts of one requirement", 300,
         [](std::size_t n) {
             return plain + ruleset(requirement(
                                each(n, "require .p# \"P\" plan.n > #\n") + each(n, "gap .p# \"{part}\"\n"), "R"));
         }},
        {"variables of one requirement", 300,
         [](std::size_t n) {
             return plain + ruleset(requirement(
                                each(n, "let x# = plan.n + #\n") + "require plan.y" + each(n, " and x# > 1"), "R"));
         }},
        {"operands", 500,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y" + each(n, " and plan.n > #"), "R"));
         }},
        {"remedies chained by after", 300,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y remedy \"R\"", "R-0") +
                                    each(n, requirement("require plan.y remedy \"R\" after R-$")));
         }},
        {"verdicts of one requirement", 300,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y", "A") + each(n, "define d# = plan.n > #\n") +
                                    each(n, requirement("require d# and requirement A is met")));
         }},
        {"waivers", 300,
         [](std::size_t n) {
             return plain + ruleset(each(n, requirement("require plan.y"))) +
                    "ruleset s 1 {\n title \"S\"\n extends r 1\n" + each(n, " waive R-# because \"W\"\n") + "}\n";
         }},
        {"a translation", 300,
         [](std::size_t n) {
             return "vocabulary v 1 { title en \"V\" entity Plan root { y yes_no } }\nruleset r 1 {\n title en \"R\" uses v 1 source S { title en \"S\" standing law }\n" +
                    each(n, "requirement R-# { title en \"T\" shall source S \"1\" require plan.y gap en \"G\" }\n") +
                    "}\ntranslation es of r {\n title \"R\"\n" +
                    each(n, "requirement R-# { title \"T\" gap \"G\" }\n") + "}\n";
         }},
        {"cases", 300,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y", "R")) + "tests for r {\n" +
                    each(n, "case \"c#\" { plan { \"y\": true } expect no gaps }\n") + "}\n";
         }},
        {"rows of a table", 300,
         [](std::size_t n) {
             return plain + ruleset("table T by k -> integer {\n" + each(n, "[#] #\n") + "}\n" +
                                    requirement("require T[plan.n] > 1", "R"));
         }},
        // --- what is wrong many times
        {"names that are near another's", 200,
         [](std::size_t n) {
             return plain + ruleset(each(n, "parameter ample_name_# = #\n") +
                                    each(n, requirement("require plan.n > ampl_name_#")));
         }},
        {"fields that are near another's", 300,
         [](std::size_t n) {
             return vocabulary(each(n, "  ample_name_# integer\n")) +
                    ruleset(each(n, requirement("require plan.ampl_name_# > 1")));
         }},
        {"values that are near another's", 300,
         [](std::size_t n) {
             return vocabulary("e one of a" + each(n, ", ample_name_#")) +
                    ruleset(each(n, requirement("require plan.e = ampl_name_#")));
         }},
        {"requirements that are near another's", 300,
         [](std::size_t n) { return plain + ruleset(each(n, requirement("require plan.y after S-#"))); }},
        {"sources that are near another's", 300,
         [](std::size_t n) {
             return plain + ruleset(each(n, "source AMPLE_# { title \"S\" standing law }\n") +
                                    each(n, requirement("source AMPL_# \"1\" require plan.y")));
         }},
        {"types that are near another's", 200,
         [](std::size_t n) {
             return vocabulary(each(n, "  f# AmplName#\n"), each(n, "entity AmpleName# { g integer }\n"));
         }},
        {"parts that are near another's", 200,
         [](std::size_t n) {
             return plain +
                    ruleset(requirement(each(n, "require .ample# plan.y\n") + each(n, "source .ampl# S \"1\"\n"), "R"));
         }},
        {"requirements that lack everything", 300,
         [](std::size_t n) { return plain + ruleset(each(n, "requirement R-# { require plan.y }\n")); }},
        {"requirements that stand twice", 300,
         [](std::size_t n) {
             return plain + ruleset(each(n, requirement("require plan.y")) + each(n, requirement("require plan.y")));
         }},
        // --- printing
        {"printing requirements", 300,
         [](std::size_t n) {
             return plain +
                    ruleset(each(n, requirement("# remark\n\nwhen plan.y\nrequire plan.n > 1 gap \"{plan.n}\"")));
         },
         format},
        {"printing a long text", 50'000,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y gap \"" + each(n, "words ") + "\"", "R"));
         },
         format},
        {"printing a text of many lines", 20'000,
         [](std::size_t n) {
             return plain + ruleset(requirement("require plan.y gap \"\"\"\n" + each(n, "words\n") + "\"\"\"", "R"));
         },
         format},
        {"printing many operands", 900,
         [](std::size_t n) { return plain + ruleset(requirement("require plan.y" + each(n, " and plan.n > #"), "R")); },
         format},
        {"printing fields", 2'000, [](std::size_t n) { return vocabulary(each(n, "  f# integer\n")); }, format},
    };
    return all;
}

double seconds(const Corner& corner, const std::string& input) {
    const std::clock_t begin = std::clock();  // of the processor: others may be at work on the machine
    corner.run(input);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// How many times as long ten times as much takes. What others do on the machine only adds to a time: the least of a
/// few counts.
double growth(const Corner& corner) {
    const std::string one = corner.input(corner.size), ten = corner.input(10 * corner.size);
    double least_one = 1e9, least_ten = 1e9;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 3; ++i) least_one = std::min(least_one, seconds(corner, one));
        least_ten = std::min(least_ten, seconds(corner, ten));
        if (least_ten <= most_growth / 2 * least_one) break;
    }
    return least_ten / least_one;
}

}  // namespace growing

}  // namespace

TEST_CASE("ten times as much takes some ten times as long") {
    for (const growing::Corner& corner : growing::corners()) {
        const double found = growing::growth(corner);
        INFO(corner.name << ": " << found << " times as long");
        CHECK(found <= growing::most_growth);
    }
}
