#include "text/normal_form.hpp"
#include "model/sha256.hpp"

#include "catch.hpp"

using brecha::text::normal_form;
using brecha::text::trimmed;

namespace {

std::string normal(std::string_view text) {
    std::string scratch;
    return std::string(normal_form(text, scratch));
}

void append(std::string& text, char32_t letter) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (letter < 0x80) {
        put(letter);
    } else if (letter < 0x800) {
        put(0xC0 | letter >> 6);
        put(0x80 | (letter & 0x3F));
    } else if (letter < 0x10000) {
        put(0xE0 | letter >> 12);
        put(0x80 | (letter >> 6 & 0x3F));
        put(0x80 | (letter & 0x3F));
    } else {
        put(0xF0 | letter >> 18);
        put(0x80 | (letter >> 12 & 0x3F));
        put(0x80 | (letter >> 6 & 0x3F));
        put(0x80 | (letter & 0x3F));
    }
}

}  // namespace

TEST_CASE("marks are put in order and joined with their letters") {
    CHECK(normal("e\xCC\x81") == "\xC3\xA9");
    CHECK(normal("a\xCC\xA3\xCC\x81") == "\xE1\xBA\xA1\xCC\x81");  // dot below joins first, acute stays
    CHECK(normal("a\xCC\x81\xCC\xA3") == "\xE1\xBA\xA1\xCC\x81");
    CHECK(normal("\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8") == "\xEA\xB0\x81");  // Hangul
    CHECK(normal("\xE2\x84\xAB") == "\xC3\x85");                              // the ångström sign is the letter
    CHECK(normal("\xCC\x81x") == "\xCC\x81x");
}

TEST_CASE("every code point, alone and before marks, has the form that Unicode gives it") {
    // The hash is of the same text by Python's unicodedata, Unicode 14.0.
    std::string all;
    for (char32_t letter = 0x21; letter < 0x110000; ++letter) {
        if (letter >= 0xD800 && letter <= 0xDFFF) continue;
        std::string text = "q";
        append(text, letter);
        text += "\xCC\x81\xCC\xA3|";
        all += normal(text);
    }
    CHECK(brecha::model::sha256(all) == "acc0d89813d01a53068222bb92eb53bf3c173fef3fe20059102266a33b0f77f3");
}

TEST_CASE("blanks of all scripts are cut at both ends, and only there") {
    CHECK(trimmed(" \t\r\n a b \xE3\x80\x80\xC2\xA0") == "a b");
    CHECK(trimmed("\xE2\x80\x80\xE2\x80\xA8x\xE2\x80\xAF\xE2\x81\x9F\xE1\x9A\x80") == "x");
    CHECK(trimmed(" \xC2\x85 ").empty());
    CHECK(trimmed("\xC3\xA0") == "\xC3\xA0");
    CHECK(normal("  caf\xC3\xA9 ") == "caf\xC3\xA9");
}

TEST_CASE("bytes that are no UTF-8 come out as they went in") {
    CHECK(normal("a\xFF\xCC") == "a\xFF\xCC");
    CHECK(normal("\xED\x95") == "\xED\x95");
}

TEST_CASE("a text that is composed keeps its blanks, and where it was composed already it is not copied") {
    std::string scratch;
    CHECK(composed_form(" polici\xCC\x81"
                        "a ",
                        scratch) ==
          " polic\xC3\xAD"
          "a ");
    const std::string_view quoted = "\n\xE2\x80\x9Cport\xE2\x80\x9D \xC3\xAD\n";
    CHECK(composed_form(quoted, scratch).data() == quoted.data());
    CHECK(composed_form("\xE2\x80\x80x", scratch) == "\xE2\x80\x82x");  // U+2000 is U+2002
}
