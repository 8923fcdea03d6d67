#include "plans/sample_schema.hpp"

#include "catch.hpp"

using namespace brecha::plans;
using namespace brecha::plans::test;

namespace {

std::string value(std::string_view name, std::string_view json) {
    return cell(*read("{\"" + std::string(name) + "\": " + std::string(json) + "}"), "Plan", name);
}
/// The code of the one note, its message and its help in English.
std::string told(std::string_view name, std::string_view json) {
    const auto plans = read("{\"" + std::string(name) + "\": " + std::string(json) + "}");
    const auto& notes = plans->records.front().notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().place == name);
    CHECK(notes.front().pointer == "/" + std::string(name));
    return notes.front().code + ": " + notes.front().message.in("en") + " | " + notes.front().help.in("en");
}

}  // namespace

TEST_CASE("texts are trimmed and put in Unicode's NFC") {
    CHECK(value("title", R"("  Plan  ")") == "Plan");
    CHECK(value("title", "\"Cafe\xCC\x81\"") == "Caf\xC3\xA9");
    CHECK(value("title", "\"\xC2\xA0Plan\xE2\x80\x83\"") == "Plan");
    CHECK(value("title", R"("a\u0301\n")") == "\xC3\xA1");
    CHECK(value("title", R"("   ")") == "missing");
    CHECK(value("title", "null") == "missing");
    CHECK(value("title", "12") == "missing (invalid)");
    CHECK(told("title", "12") == "P201: 12 is not a text, counts as missing | write it in quotes: \"12\"");
    CHECK(told("title", "true") == "P201: true is not a text, counts as missing | ");
    CHECK(told("title", "{}") == "P201: an object is not a text, counts as missing | ");
    CHECK(told("title", "[1, {\"a\": []}]") == "P201: a list is not a text, counts as missing | ");
}

TEST_CASE("equal texts of rules and plans have one number") {
    const auto schema = sample_schema();
    const auto plans = read(R"({"title": "Café", "tags": ["Café", "x", "x"]})");
    const Column& title = column(*plans, "Plan", "title").values;
    const Column& tags = column(*plans, "Plan", "tags").values;
    CHECK(title.integers[0] == constant_text(*schema, "Cafe\xCC\x81"));
    CHECK(title.integers[0] == tags.integers[0]);
    CHECK(tags.integers[1] == tags.integers[2]);
    CHECK(tags.integers[1] >= schema->texts.size());
    CHECK(constant_text(*schema, "nobody says so") == -1);
}

TEST_CASE("yes_no is true, false, \"yes\" or \"no\"") {
    CHECK(value("urgent", "true") == "yes");
    CHECK(value("urgent", "false") == "no");
    CHECK(value("urgent", R"("yes")") == "yes");
    CHECK(value("urgent", R"("no")") == "no");
    CHECK(value("urgent", R"("")") == "missing");
    CHECK(value("urgent", R"("Yes")") == "missing (invalid)");
    CHECK(told("urgent", R"("sí")") == "P201: \"sí\" is not yes or no, counts as missing | write true or \"yes\"");
    CHECK(told("urgent", "1") == "P201: 1 is not yes or no, counts as missing | write true or \"yes\"");
}

TEST_CASE("numbers are exact decimals in the unit of their field") {
    CHECK(value("cost", "12") == "12");
    CHECK(value("cost", "0") == "0");
    CHECK(value("cost", "-0") == "0");
    CHECK(value("cost", "0.1") == "0.1");
    CHECK(value("cost", "1e3") == "1000");
    CHECK(value("cost", "18446744073709551615") == "18446744073709551615");
    CHECK(value("cost", "18446744073709551616") == "18446744073709551616");
    CHECK(value("cost", "170141183460469231731687303715.884105727") == "missing (invalid)");
    CHECK(value("cost", "12345678901234567890123456789.123456789") == "12345678901234567890123456789.123456789");
    CHECK(value("reach", "2.5") == "2.5");
    CHECK(column(*read(R"({"reach": 2.5})"), "Plan", "reach").values.decimals[0] == 2500 * brecha::model::decimal_one);
    CHECK(told("cost", R"("12")") == "P201: \"12\" is not a number, counts as missing | write it without quotes: 12");
    CHECK(told("cost", "-1") == "P201: -1 is not a number, counts as missing | the numbers of a plan are at least 0");
    CHECK(value("cost", "0.0000000001") == "missing (invalid)");
    CHECK(value("depth", "0.000001") == "0.000001");
    CHECK(value("depth", "0.0000001") == "missing (invalid)");  // ten decimals in base units
    CHECK(value("reach", "170141183460469231731687303715") == "missing (invalid)");
    CHECK(value("cost", "true") == "missing (invalid)");
}

TEST_CASE("a number beyond a double is a note, not the end of the plan") {
    const auto plans = read(
        "{\"title\": \"a \\\" b\", \"cost\": 1e400, \"officers\": 3, \"counts\": [1E+999, -1e999, 2, 0.5e-999], \"x\": -1e400}");
    CHECK(cell(*plans, "Plan", "cost") == "missing (invalid)");
    CHECK(cell(*plans, "Plan", "officers") == "3");
    CHECK(element(*plans, "Plan", "counts", 0) == "missing (invalid)");
    CHECK(element(*plans, "Plan", "counts", 2) == "2");
    CHECK(element(*plans, "Plan", "counts", 3) == "missing (invalid)");
    CHECK(note_places(*plans) ==
          std::vector<std::string>{"P201 cost", "P201 counts/[0]", "P201 counts/[1]", "P201 counts/[3]", "P101 x"});
    CHECK(plans->records.front().notes.front().message.in("en") == "1e400 is not a number, counts as missing");
    CHECK(value("cost", std::string(400, '9')) == "missing (invalid)");
}

TEST_CASE("integers have no part") {
    CHECK(value("officers", "3") == "3");
    CHECK(value("officers", "3.0") == "3");
    CHECK(told("officers", "3.5") ==
          "P201: 3.5 is not a whole number, counts as missing | write a number without decimals");
}

TEST_CASE("a number that may be a thousand or one is told") {
    CHECK(value("officers", "1.000") == "1");
    CHECK(told("officers", "1.000") ==
          "P404: 1.000 is read as 1, and some readers take it for 1000 | write 1000 or 1, whichever is meant");
    CHECK(note(*read(R"({"officers": 12.000})"), "P404").severity == brecha::grammar::Severity::note);
    CHECK(read(R"({"officers": 1.0})")->records[0].notes.empty());
    CHECK(read(R"({"officers": 1000})")->records[0].notes.empty());
}

TEST_CASE("percents are points, and a part of one is told") {
    CHECK(value("share", "30") == "30%");
    CHECK(value("share", R"("30%")") == "30%");
    CHECK(value("share", R"("0.3%")") == "0.3%");
    CHECK(value("share", R"("12.5%")") == "12.5%");
    CHECK(value("share", "0.3") == "0.3%");
    CHECK(told("share", "0.3") == "P403: read as 0.3 % | write \"30%\" or 30 if that is meant");
    CHECK(note(*read(R"({"share": 0.3})"), "P403").severity == brecha::grammar::Severity::note);
    CHECK(read(R"({"share": 1})")->records[0].notes.empty());
    CHECK(read(R"({"share": "0.3%"})")->records[0].notes.empty());
    CHECK(told("share", R"("30")") ==
          "P201: \"30\" is not a percentage, counts as missing | write \"30%\" or 30 for thirty percent");
    CHECK(value("share", R"("-3%")") == "missing (invalid)");
}

TEST_CASE("dates without a day are known within bounds") {
    CHECK(value("approved_on", R"("2024-05-17")") == "2024-05-17");
    CHECK(value("approved_on", R"("2024-05")") == "2024-05-01 to 2024-05-31");
    CHECK(value("approved_on", R"("2024")") == "2024-01-01 to 2024-12-31");
    CHECK(told("approved_on", R"("2019-01")") == "P402: 2019-01 has no day: comparisons use 1 to 31 January 2019 | ");
    CHECK(told("approved_on", R"("2019")") ==
          "P402: 2019 has no month and no day: comparisons use 1 January to 31 December 2019 | ");
    CHECK(note(*read(R"({"approved_on": "2019-01"})"), "P402").severity == brecha::grammar::Severity::note);
    CHECK(note(*read(R"({"approved_on": "2019-01"})"), "P402").message.in("es") ==
          "2019-01 no tiene día: se compara con el período del 1 al 31 de enero de 2019");
}

TEST_CASE("what is no date says why") {
    CHECK(
        told("approved_on", R"("2018-02-31")") ==
        "P202: \"2018-02-31\" is not a date (February 2018 has 28 days), counts as missing | if the day is not known write 2018-02");
    CHECK(told("approved_on", R"("2018-13-01")")
              .starts_with("P202: \"2018-13-01\" is not a date (there is no month 13)"));
    CHECK(told("approved_on", R"("2018-13")").starts_with("P202: \"2018-13\" is not a date (there is no month 13)"));
    CHECK(told("approved_on", R"("soon")").starts_with("P202: \"soon\" is not a date, counts"));
    CHECK(told("approved_on", R"("0000-01-01")").starts_with("P202: \"0000-01-01\" is not a date (years go"));
    CHECK(told("approved_on", R"("03/04/2018")") ==
          "P203: \"03/04/2018\" can be 3 April or 4 March, counts as missing | write 2018-04-03 or 2018-03-04");
    CHECK(told("approved_on", R"("25/12/2018")") ==
          "P203: \"25/12/2018\" is not written as a date, counts as missing | write 2018-12-25");
    CHECK(
        told("approved_on", R"(" 2018-02-03")") ==
        "P202: \"2018-02-03\" is not a date, counts as missing | there is a blank at the begin: did you mean \"2018-02-03\"?");
    CHECK(told("approved_on", "2018") == "P201: 2018 is not a date, counts as missing | write it in quotes: \"2018\"");
    CHECK(value("approved_on", R"("2018-02-31")") == "missing (invalid)");
}

TEST_CASE("moments and durations") {
    CHECK(value("starts", R"("2024-05-17T08:30-06:00")") == "2024-05-17T08:30-06:00");
    CHECK(value("starts", R"("2024-05-17T08:30")") == "2024-05-17T08:30");
    CHECK(told("starts", R"("2024-05-17")").starts_with("P202: \"2024-05-17\" is not a moment, counts as missing"));
    CHECK(value("notice", R"("2 weeks")") == "2 weeks");
    CHECK(value("notice", R"("1 month")") == "1 month");
    CHECK(value("notice", R"("P2W")") == "2 weeks");
    CHECK(value("notice", R"("10 working days")") == "10 working days");
    CHECK(told("notice", R"("2 semanas")").starts_with("P201: \"2 semanas\" is not a duration, counts as missing"));
    CHECK(told("notice", "2").starts_with("P201: 2 is not a duration, counts as missing"));
}

TEST_CASE("countries have two letters or three") {
    CHECK(value("country", R"("CR")") == "Costa Rica");
    CHECK(value("country", R"("CRI")") == "Costa Rica");
    CHECK(told("country", R"("cr")") ==
          "P201: \"cr\" is not a country, counts as missing | upper and lower case count: did you mean \"CR\"?");
    CHECK(
        told("country", R"("Costa Rica")") ==
        "P201: \"Costa Rica\" is not a country, counts as missing | \"Costa Rica\" is the English label of \"CR\": did you mean \"CR\"?");
    CHECK(told("country", R"("Atlantis Major")").ends_with("| write the two letters of ISO 3166-1: CR"));
}

TEST_CASE("a value of an enumeration is its word, exactly") {
    const auto sector = [](std::string_view json) {
        const auto plans = read("{\"agencies\": [{\"id\": \"a\", \"sector\": " + std::string(json) + "}]}");
        const auto& notes = plans->records.front().notes;
        return cell(*plans, "Agency", "sector") +
               (notes.empty() ? ""
                              : " " + notes.front().code + " " + notes.front().place + " " +
                                    notes.front().message.in("en") + " | " + notes.front().help.in("en"));
    };
    CHECK(sector(R"("private")") == "private");
    CHECK(
        sector(R"("private ")") ==
        "missing (invalid) P201 agencies/a/sector \"private \" is not a value of Sector, counts as missing | there is a blank at the end: did you mean "
        "\"private\"?");
    CHECK(
        sector(R"("Private")") ==
        "missing (invalid) P201 agencies/a/sector \"Private\" is not a value of Sector, counts as missing | upper and lower case count: did you mean "
        "\"private\"?");
    CHECK(
        sector(R"("privado")") ==
        "missing (invalid) P201 agencies/a/sector \"privado\" is not a value of Sector, counts as missing | \"privado\" is the Spanish label of \"private\": "
        "did you mean \"private\"?");
    CHECK(sector(R"("privte")").ends_with("| did you mean \"private\"?"));
    CHECK(sector(R"("zzzzzzzz")").ends_with("| Sector is: public, private, community"));
    CHECK(sector(R"("")") == "missing");
    CHECK(sector("1").starts_with("missing (invalid) P201"));
    CHECK(
        told("stage", R"("zzzzzzzz")") ==
        "P201: \"zzzzzzzz\" is not a value of Plan.stage, counts as missing | Plan.stage is: preparing, drafted, approved");
}

TEST_CASE("values within bounds include both ends") {
    CHECK(value("cost", R"({"from": 81})") == "at least 81");
    CHECK(value("cost", R"({"to": 9})") == "0 to 9");
    CHECK(value("cost", R"({"from": 10000, "to": 10500})") == "10000 to 10500");
    CHECK(value("cost", R"({"from": 5, "to": 5})") == "5");
    CHECK(value("cost", R"({"from": 5, "to": null})") == "at least 5");
    CHECK(value("reach", R"({"from": 1, "to": 2})") == "1 to 2");
    CHECK(value("officers", R"({"from": 23001})") == "at least 23001");
    CHECK(value("share", R"({"from": "20%", "to": 30})") == "20% to 30%");
    CHECK(value("approved_on", R"({"from": "2024", "to": "2025-02"})") == "2024-01-01 to 2025-02-28");
    CHECK(value("approved_on", R"({"to": "2025-02-03"})") == "until 2025-02-03");
    CHECK(value("starts", R"({"from": "2024-05-17T08:30Z", "to": "2024-05-17T08:30-06:00"})") ==
          "2024-05-17T08:30Z to 2024-05-17T08:30-06:00");
    CHECK(value("notice", R"({"from": "2 weeks", "to": "20 days"})") == "2 weeks to 20 days");
    CHECK(value("notice", R"({"to": "2 weeks"})") == "0 days to 2 weeks");

    const auto plans =
        read(R"({"cost": {"from": 81}, "approved_on": {"from": "2024-01-02"}, "counts": [1, {"to": 9}]})");
    CHECK(column(*plans, "Plan", "cost").values.decimals_high[0] == brecha::model::decimal_greatest);
    CHECK(column(*plans, "Plan", "approved_on").values.integers_high[0] == integer_greatest);
    CHECK(column(*plans, "Plan", "counts").values.decimals_high[0] == brecha::model::decimal_one);
    CHECK(column(*plans, "Plan", "counts").values.decimals_high[1] == 9 * brecha::model::decimal_one);
    CHECK(column(*plans, "Plan", "officers").values.decimals_high.empty());
}

TEST_CASE("bounds that are turned round or have other keys are invalid") {
    CHECK(
        told("cost", R"({"from": 2, "to": 1})") ==
        "P201: from 2 to 1 is turned round, counts as missing | write {\"from\": …, \"to\": …}, or only one of the two");
    CHECK(told("cost", R"({"from": 2, "until": 3})")
              .starts_with("P201: the bounds of a number know no \"until\", counts as missing"));
    CHECK(told("cost", "{}").starts_with("P201: an object is not a number, counts as missing"));
    CHECK(told("cost", R"({"from": null})").starts_with("P201: an object is not a number, counts as missing"));
    CHECK(told("cost", R"({"from": "2"})").starts_with("P201: \"2\" is not a number"));
    CHECK(told("cost", R"({"from": {"from": 1}})").starts_with("P201: an object is not a number"));
    CHECK(told("cost", R"({"from": 1, "from": 2})").starts_with("P201: a value given twice is not a number"));
    CHECK(told("approved_on", R"({"from": "2024-02-01", "to": "2024-01-01"})")
              .starts_with("P201: from \"2024-02-01\" to \"2024-01-01\" is turned round"));
    CHECK(told("notice", R"({"from": "1 month", "to": "30 days"})").starts_with("P201: from"));
    CHECK(told("starts", R"({"from": "2024-05-17T08:30-06:00", "to": "2024-05-17T08:30Z"})").starts_with("P201: from"));
    CHECK(told("title", R"({"from": "a"})") == "P201: an object is not a text, counts as missing | ");
    CHECK(told("stage", R"({"from": "drafted"})").starts_with("P201: an object is not a value of Plan.stage"));
    CHECK(told("lead", R"({"id": "a"})") ==
          "P201: an object is not the key of an item of Agency, counts as missing | ");
}

TEST_CASE("values are shown in four languages") {
    const auto plans = read(
        R"({"cost": {"from": 2.5, "to": 3}, "officers": {"from": 3}, "approved_on": {"to": "2024-01-31"}, "notice": "2 weeks", "urgent": true, "country": "DO", "share": 12.5,
                                "agencies": [{"id": "a", "sector": "public"}]})");
    const auto text = [&](std::string_view entity_name, std::string_view name, std::string_view language) {
        return value_text(*plans,
                          plans->schema->ruleset->vocabulary.entities[entity(*plans, entity_name)]
                              .fields[field(*plans, entity_name, name)]
                              .type,
                          column(*plans, entity_name, name).values, 0, language);
    };
    CHECK(text("Plan", "cost", "en") == "2.5 to 3");
    CHECK(text("Plan", "cost", "es") == "2,5 a 3");
    CHECK(text("Plan", "cost", "pt") == "2,5 a 3");
    CHECK(text("Plan", "cost", "fr") == "2,5 à 3");
    CHECK(text("Plan", "officers", "es") == "al menos 3");
    CHECK(text("Plan", "approved_on", "fr") == "jusqu’à 2024-01-31");
    CHECK(text("Plan", "notice", "fr") == "2 semaines");
    CHECK(text("Plan", "urgent", "es") == "sí");
    CHECK(text("Plan", "country", "es") == "República Dominicana");
    CHECK(text("Plan", "share", "es") == "12,5%");
    CHECK(text("Agency", "sector", "es") == "público");
    CHECK(text("Plan", "title", "es") == "sin dato");
}

TEST_CASE("characters that nobody sees are told, and a text with nothing to see is absent") {
    CHECK(value("title", R"("a\u202Eb")") ==
          "a\xE2\x80\xAE"
          "b");
    CHECK(
        told("title", R"("a\u202Eb")") ==
        "P204: \"a\\u202Eb\" holds a character that turns the direction of writing (U+202E) at letter 2 | type the text anew");
    CHECK(told("title", R"("\u001b[2J")") ==
          "P204: \"\\u001B[2J\" holds a control character (U+001B) at letter 1 | type the text anew");
    CHECK(
        told("title", R"(" \u200b")") ==
        "P204: nothing but blanks and characters that nobody sees, counts as absent | write a text, or leave the field out");
    CHECK(value("title", R"(" \u200b")") == "missing");
    CHECK(
        told("agencies", R"("  ")") ==
        "P204: nothing but blanks and characters that nobody sees, counts as absent | write a text, or leave the field out");
    CHECK(read(R"({"title": "", "agencies": "", "tags": ["two\nlines"]})")->records.front().notes.empty());
    CHECK(note(*read(R"({"title": " "})"), "P204").severity == brecha::grammar::Severity::note);
}

TEST_CASE("a percent may have a blank before its sign") {
    CHECK(value("share", R"("30 %")") == "30%");
    CHECK(value("share", "\"30\xC2\xA0%\"") == "30%");
    CHECK(value("share", "\"12.5\xE2\x80\xAF%\"") == "12.5%");
    CHECK(value("share", R"("% 30")") == "missing (invalid)");
    CHECK(value("share", R"("-1 %")") == "missing (invalid)");
}

TEST_CASE("moments are those of RFC 3339: parts of a second are known within it") {
    CHECK(value("starts", R"("2024-05-17T08:30:00.000Z")") == "2024-05-17T08:30Z");
    CHECK(value("starts", R"("2024-05-17t08:30:00z")") == "2024-05-17T08:30Z");
    CHECK(value("starts", R"("2024-05-17T08:31:00.250-06:00")") ==
          "2024-05-17T08:31-06:00 to 2024-05-17T08:31:01-06:00");
    CHECK(
        told("starts", R"("2024-05-17T08:31:00.25")") ==
        "P402: 2024-05-17T08:31:00.25 has parts of a second: comparisons use from 2024-05-17T08:31 to 2024-05-17T08:31:01 | ");
    for (const char* wrong : {R"("2024-05-17T08:30:00.")", R"("2024-05-17T08:30.5")", R"("2024-05-17T08:30:00.5x")"})
        CHECK(value("starts", wrong) == "missing (invalid)");
}

TEST_CASE("help never leads into a worse mistake") {
    const std::string not_a_number = " is not a whole number, counts as missing | ";
    CHECK(told("officers", R"("1.000")") ==
          "P201: \"1.000\"" + not_a_number + "write 1000 or 1, whichever is meant, without quotes");
    CHECK(told("officers", R"("12,500")") ==
          "P201: \"12,500\"" + not_a_number + "write 12500 or 12.5, whichever is meant, without quotes");
    CHECK(told("officers", R"("1.000.000")") ==
          "P201: \"1.000.000\"" + not_a_number + "write it without quotes: 1000000");
    CHECK(told("officers", R"("12")") == "P201: \"12\"" + not_a_number + "write it without quotes: 12");
    CHECK(told("officers", R"("1,5")") == "P201: \"1,5\"" + not_a_number + "write it without quotes: 1.5");
    CHECK(told("officers", R"("many")") == "P201: \"many\"" + not_a_number + "write a number");
    CHECK(
        told("approved_on", R"("2019-05-05T00:00:00Z")") ==
        "P202: \"2019-05-05T00:00:00Z\" is not a date, counts as missing | a date has no time of day: write 2019-05-05");
}
