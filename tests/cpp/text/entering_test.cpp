#include "text/entering.hpp"

#include "catch.hpp"

using namespace brecha::text;
using Unseen = Entered::Unseen;

namespace {
Entered enter(std::string_view written) {
    static std::string scratch;
    return entered(written, scratch);
}
}  // namespace

TEST_CASE("a text enters trimmed and in NFC") {
    CHECK(entered(" risk ") == "risk");
    CHECK(entered("polici\xCC\x81"
                  "a") ==
          "polic\xC3\xAD"
          "a");
    CHECK(enter("two\nlines\tof text").unseen == Unseen::nothing);
    CHECK(enter("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x92").unseen == Unseen::nothing);  // joiners are letters
}

TEST_CASE("what nobody sees is found, the gravest kind first") {
    const Entered control = enter(
        "a\xE2\x80\xAE"
        "b\x1B[2J");
    CHECK(control.unseen == Unseen::control);
    CHECK(control.character == 0x1B);
    CHECK(control.letter == 4);
    const Entered turning = enter("caf\xC3\xA9 \xE2\x80\xAEx");
    CHECK(turning.unseen == Unseen::turning);
    CHECK(turning.letter == 6);
    CHECK(enter("risk\xE2\x80\x8B").unseen == Unseen::invisible);
    CHECK(enter("a\xC2\x85"
                "b")
              .unseen == Unseen::control);
    CHECK(code_point_name(0x202E) == "U+202E");
    CHECK(code_point_name(0x1B) == "U+001B");
    CHECK(code_point_name(0xE0001) == "U+E0001");
}

TEST_CASE("a text with nothing to see is absent") {
    CHECK(enter("").text.empty());
    CHECK_FALSE(enter("").blank);
    for (const char* blank : {" ", "\xC2\xA0\xE2\x80\x83", "\xE2\x80\x8B", " \xEF\xBB\xBF \xE2\x80\x8F"}) {
        CHECK(enter(blank).text.empty());
        CHECK(enter(blank).blank);
    }
}

TEST_CASE("the first hidden character of a text of many lines") {
    CHECK(first_hidden("a\n\tb\r\n\xEF\xBB\xBFñ").length == 0);
    const Hidden hidden = first_hidden("title \"a\xE2\x80\xAE\" # \x1B");
    CHECK(hidden.begin == 8);
    CHECK(hidden.length == 3);
    CHECK(hidden.turning);
    CHECK(first_hidden("\x7F").length == 1);
}
