// What the rules of one file share while they read it: the text, its keyword language, how deep the brackets are,
// and, when a reading is repeated to explain a failure, how far it came and what could have stood there.
#pragma once

#include "limits/watch.hpp"
#include "scan.hpp"
#include "words/keyword_match.hpp"

#include <brecha/grammar/diagnostic.hpp>
#include <brecha/grammar/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace brecha::grammar {

/// What a rule could have read where it failed. `symbol` is a punctuation mark as written.
enum class Sort : std::uint8_t {
    keyword,
    symbol,
    name,
    word,
    text,
    tagged_text,
    id,
    part,
    version,
    date,
    whole_number,
    value,
    unit,
    comparison,
    json
};

struct Expectation {
    Sort sort = Sort::keyword;
    Role role = no_role;
    std::string_view symbol;
    bool operator==(const Expectation&) const = default;
};

enum class Stop : std::uint8_t { none, nesting, operands };

struct Session {
    std::string_view text;  // the whole file
    const Scan* scan = nullptr;
    int language = 0;

    bool recording = false;
    std::uint32_t farthest = 0;
    std::vector<Expectation> expected;

    std::size_t depth = 0;
    const std::size_t most_nesting = limits::sizes().rules_nesting;
    Stop stop = Stop::none;  // once set, every rule fails
    std::uint32_t stop_at = 0;

    /// The first byte from `at` on, before `end`, that is no blank, comment or stray brace.
    std::uint32_t skip(std::uint32_t at, std::uint32_t end) {
        if (at == skipped_from_ && end == skipped_end_) return skipped_to_;
        skipped_from_ = at;
        skipped_end_ = end;
        return skipped_to_ = skip_afresh(at, end);
    }

    /// The keywords that may stand at `at`, in the text up to `end`.
    const KeywordsOfWord* keywords(std::uint32_t at, std::uint32_t end) {
        if (at == keywords_at_ && end == keywords_end_ && language == keywords_language_) return keywords_;
        keywords_at_ = at;
        keywords_end_ = end;
        keywords_language_ = language;
        return keywords_ = keywords_at(text.substr(0, end), at, language);
    }

    void failed_at(std::uint32_t at, const Expectation& expectation);
    void halt(Stop why, std::uint32_t at) {
        if (stop != Stop::none) return;
        stop = why;
        stop_at = at;
    }

private:
    std::uint32_t skip_afresh(std::uint32_t at, std::uint32_t end) const;

    // What was asked last is mostly asked again: many rules are tried at one place.
    const KeywordsOfWord* keywords_ = nullptr;
    std::uint32_t keywords_at_ = ~0u, keywords_end_ = 0;
    int keywords_language_ = -1;
    std::uint32_t skipped_from_ = ~0u, skipped_end_ = 0, skipped_to_ = 0;
};

}  // namespace brecha::grammar
