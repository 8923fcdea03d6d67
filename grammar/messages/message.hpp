// What is said to people: a sentence in each language, and what it speaks of. Rendered last, in the reader's language.
//
//   inline constexpr Entry end_of_month{"B303",
//       {"adding months can need rounding: {}", "…", "…", "…"},
//       {"add `{keyword:month_end} {keyword:last_day}`", "…", "…", "…"}};
//   report.error(end_of_month, place, {shown_date});
//
// In a sentence `{}` is the next argument, `{1}` the first (where a language needs another order, and in helps),
// `{keyword:month_end}` and `{word:assessment_date}` are words of the rule language as the reader writes them,
// `{1|requirement|requirements}` is one word or the other, by the number that the first argument is. Other braces stand
// for themselves. A sentence that lacks a language, or whose languages differ in their holes, does not compile.
#pragma once

#include "words/keyword_table.hpp"
#include "words/language.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::messages {

using words::Language;
using words::language_named;

// --- sentences -----------------------------------------------------------------------------------------------

/// What stands between braces in a pattern.
struct Hole {
    enum class Kind : std::uint8_t { none, next, numbered, number_form, keyword, word } kind = Kind::none;
    std::size_t argument = 0;    // from 0; of numbered and number_form
    std::string_view one, many;  // number_form: the two words; keyword, word: `one` is the role
    std::size_t end = 0;         // after the closing brace
};

constexpr bool starts_with(std::string_view text, std::string_view begin) {
    return text.substr(0, begin.size()) == begin;
}

/// The hole that begins at `pattern[at]`, an opening brace; `none` where it is a brace like any other.
constexpr Hole hole_at(std::string_view pattern, std::size_t at) {
    Hole hole;
    const std::size_t close = pattern.find('}', at);
    if (close == std::string_view::npos) return hole;
    const std::string_view inside = pattern.substr(at + 1, close - at - 1);
    hole.end = close + 1;
    if (inside.empty()) {
        hole.kind = Hole::Kind::next;
    } else if (starts_with(inside, "keyword:")) {
        hole.kind = Hole::Kind::keyword;
        hole.one = inside.substr(8);
    } else if (starts_with(inside, "word:")) {
        hole.kind = Hole::Kind::word;
        hole.one = inside.substr(5);
    } else if (inside[0] >= '1' && inside[0] <= '9' && (inside.size() == 1 || inside[1] == '|')) {
        hole.argument = static_cast<std::size_t>(inside[0] - '1');
        hole.kind = Hole::Kind::numbered;
        if (inside.size() > 1) {
            const std::size_t bar = inside.find('|', 2);
            if (bar == std::string_view::npos) return Hole{};
            hole.kind = Hole::Kind::number_form;
            hole.one = inside.substr(2, bar - 2);
            hole.many = inside.substr(bar + 1);
        }
    }
    return hole;
}

/// Which arguments a pattern uses, a bit each.
constexpr std::uint32_t arguments_of(std::string_view pattern) {
    std::uint32_t used = 0;
    std::size_t next = 0;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at)) {
        const Hole hole = hole_at(pattern, at);
        if (hole.kind == Hole::Kind::next) used |= 1u << next++;
        else if (hole.kind == Hole::Kind::numbered) used |= 1u << hole.argument;
        at = hole.kind == Hole::Kind::none ? at + 1 : hole.end;
    }
    return used;
}

/// One sentence in the four languages. The default one says nothing.
struct Sentence {
    std::array<std::string_view, words::language_count> patterns{};

    constexpr Sentence() = default;
    consteval Sentence(std::string_view en, std::string_view es, std::string_view pt, std::string_view fr)
        : patterns{en, es, pt, fr} {
        for (const std::string_view pattern : patterns) {
            if (pattern.empty()) throw "a sentence lacks a language";
            if (arguments_of(pattern) != arguments_of(en)) throw "the languages of a sentence differ in their holes";
            for (std::size_t at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at)) {
                const Hole hole = hole_at(pattern, at);
                if (hole.kind == Hole::Kind::keyword) grammar::role(hole.one);
                if (hole.kind == Hole::Kind::word && !grammar::is_built_in(hole.one))
                    throw "there is no such built-in word";
                at = hole.kind == Hole::Kind::none ? at + 1 : hole.end;
            }
        }
    }
    constexpr bool empty() const { return patterns[0].empty(); }
};

/// A sentence that is raised under a code, with its way out. Arguments are numbered alike in all three.
struct Entry {
    std::string_view code;
    Sentence message;
    Sentence help{};
    Sentence expected{};
};

// --- what they speak of --------------------------------------------------------------------------------------

class Message;

/// A keyword by its role, as the reader writes it.
struct Keyword {
    grammar::Role role;
};
/// A built-in word ("assessment_date", "standing" words) by its English spelling, as the reader writes it.
struct Word {
    std::string_view english;
};
/// Words that come in languages of their own: a label of the vocabulary. Empty cells fall back to the first that is
/// given.
using Labels = std::array<std::string, words::language_count>;
/// "a, b and c". Cut after `most` items: "a, b and 4 more".
struct List {
    enum class Joint : std::uint8_t { comma, and_, or_ } joint = Joint::comma;
    std::vector<Message> items;
    std::size_t most = static_cast<std::size_t>(-1);
};

/// What fills a hole. A text is the author's or the plan's own words: control characters in it are written out.
class Argument {
public:
    Argument(std::string text);
    Argument(std::string_view text);
    Argument(const char* text);
    Argument(Message message);
    Argument(const Sentence& sentence);
    Argument(Keyword keyword);
    Argument(Word word);
    Argument(Labels labels);
    Argument(List list);
    template <typename Number>
        requires(std::is_integral_v<Number> && !std::is_same_v<Number, bool> && !std::is_same_v<Number, char>)
    Argument(Number number) : Argument(Tag{}, static_cast<std::int64_t>(number)) {}
    Argument(const Argument& other);
    Argument(Argument&& other) noexcept;
    Argument& operator=(const Argument& other);
    Argument& operator=(Argument&& other) noexcept;
    ~Argument();

    std::string in(Language language) const;
    bool is_one(Language language) const;  // a number that takes the singular

private:
    struct Tag {};
    Argument(Tag, std::int64_t number);
    std::variant<std::string, std::int64_t, Keyword, Word, Labels, List, std::vector<Message>>
        value_;  // a vector of one: a message
};

/// A sentence with its arguments; the default one says nothing. A sentence must outlive it: the catalogue's do.
class Message {
public:
    Message() = default;
    Message(const Sentence& sentence, std::vector<Argument> arguments = {});
    /// A text that is the same in every language.
    static Message same(std::string text);
    /// Words that come in languages of their own.
    static Message labels(Labels labels);

    bool empty() const { return parts_.empty(); }
    std::string in(Language language) const;
    /// English where the tag is none of the four.
    std::string in(std::string_view language) const;

    /// Says `other` directly behind this, as one text.
    Message& operator+=(const Message& other);
    friend Message operator+(Message left, const Message& right) { return left += right; }
    bool operator==(const Message& other) const;

private:
    struct Part {
        const Sentence* sentence = nullptr;  // null: the first argument alone
        std::vector<Argument> arguments;
    };
    std::vector<Part> parts_;
};

}  // namespace brecha::messages
