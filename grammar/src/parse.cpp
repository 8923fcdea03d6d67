// parse(): cuts a file into items by a first scan, reads them one at a time, and goes on after each that is wrong.
#include <brecha/grammar/parse.hpp>

#include "attempt.hpp"
#include "failure.hpp"
#include "item_words.hpp"
#include "limits/watch.hpp"
#include "messages/catalogue/characters.hpp"
#include "messages/catalogue/reading.hpp"
#include "quoted.hpp"
#include "rules.hpp"
#include "scan.hpp"
#include "session.hpp"
#include "text/characters.hpp"
#include "text/entering.hpp"
#include "text/normal_form.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace brecha::grammar {

using namespace text;
using messages::Message;
namespace catalogue = messages::catalogue;
namespace {

using namespace syntax;

class FileReader {
public:
    explicit FileReader(Parsed& parsed) : file_(parsed.file), diagnostics_(parsed.diagnostics) {}

    void read_file() {
        if (readable()) {
            session_.text = file_.text;
            const std::uint32_t at = read_language();
            scan_ = scan(file_.text, session_.language);
            session_.scan = &scan_;
            report_scan();
            read_items(at, size(), Items::units,
                       [&](std::uint32_t& position, std::uint32_t end) { return read_unit(position, end); });
            file_.comments = std::move(scan_.comments);
        }
        finish_diagnostics();
    }

private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(file_.text.size()); }

    // --- before the grammar ---------------------------------------------------------------------------------

    bool readable() {
        if (const std::size_t most = limits::sizes().rules_size; file_.text.size() > most) {
            file_.text.clear();
            report(said(catalogue::file_too_large, {}, {limits::bytes_text(most)}));
            return false;
        }
        const std::size_t broken = first_broken_byte(file_.text);
        if (broken == std::string_view::npos) {
            bring_to_normal_form();
            return nothing_hidden();
        }
        const bool utf16 = file_.text.compare(0, 2, "\xFF\xFE") == 0 || file_.text.compare(0, 2, "\xFE\xFF") == 0;
        report(said(utf16 ? catalogue::utf16_file : catalogue::broken_byte,
                    {static_cast<std::uint32_t>(broken), static_cast<std::uint32_t>(broken) + 1}));
        return false;
    }

    /// Names, keywords and texts are compared as bytes, so a file is in NFC from here on; places are those of that
    /// form.
    void bring_to_normal_form() {
        std::string composed;
        if (text::composed_form(file_.text, composed).data() != file_.text.data()) file_.text = std::move(composed);
    }

    bool nothing_hidden() {
        const text::Hidden hidden = text::first_hidden(file_.text);
        if (hidden.length == 0) return true;
        const auto begin = static_cast<std::uint32_t>(hidden.begin);
        report(said(hidden.turning ? catalogue::turning_character_in_rules : catalogue::control_character_in_rules,
                    {begin, begin + static_cast<std::uint32_t>(hidden.length)},
                    {text::code_point_name(hidden.character)}));
        return false;
    }

    std::uint32_t read_language() {
        std::uint32_t at = 0;
        Word stated;
        if (read_language_line(session_, at, size(), stated)) {
            file_.language_stated = true;
            const int language = keyword_language(stated.text);
            if (language >= 0) {
                session_.language = language;
            } else {
                if (const int guess = language_of_units(at); guess > 0) session_.language = guess;
                report(said(catalogue::no_keywords_in_language, stated.span, {stated.text}));
            }
        } else if (const int guess = language_of_units(at); guess > 0) {
            session_.language = guess;
            const std::uint32_t first = session_.skip(0, size());
            const Span span{first, static_cast<std::uint32_t>(word_end(file_.text, first))};
            report(said(catalogue::language_line_missing, span,
                        {file_.text.substr(first, span.end - first), catalogue::language_names[guess],
                         keyword_languages[static_cast<std::size_t>(guess)]}));
        }
        file_.language = keyword_languages[static_cast<std::size_t>(session_.language)];
        for (Diagnostic& diagnostic : diagnostics_) diagnostic.language = file_.language;
        return at;
    }

    // The language whose word for a unit comes first, where it is not the session's own; -1 if none does.
    int language_of_units(std::uint32_t at) {
        const std::uint32_t first = session_.skip(at, size());
        for (int language = 0; language < 4; ++language)
            for (Role keyword : item_roles(Items::units))
                if (match_keyword(keyword, file_.text, first, language) != first) return language;
        return -1;
    }

    void report_scan() {
        for (const Span& span : scan_.unclosed_texts) {
            const bool block = file_.text.compare(span.begin, 3, "\"\"\"") == 0;
            report(said(block ? catalogue::block_text_not_closed : catalogue::line_text_not_closed,
                        {span.begin, block ? span.begin + 3 : span.end}));
        }
        // A text that runs to the end of the file takes the braces with it.
        if (!scan_.unclosed_texts.empty() && scan_.unclosed_texts.back().end == size()) return;
        std::size_t told = 0;
        for (const Block& block : scan_.lost_braces) {
            lost_places_.push_back(block.close);
            const Span span{block.open, block.open + 1};
            // Words cost a look around; beyond the cap nobody reads them.
            if (++told > greatest_diagnostic_count) {
                Diagnostic bare = said(catalogue::brace_left_open, span, {catalogue::brace_not_closed});
                bare.help = {};
                report(std::move(bare));
                continue;
            }
            const std::string opener = words_before(line_begin(block.open), block.open);
            const Message what = opener.empty() ? Message(catalogue::brace_not_closed)
                                                : Message(catalogue::brace_of_not_closed, {opener});
            const Message help = block.close >= size()
                                     ? Message(catalogue::close_at_end)
                                     : Message(catalogue::close_before,
                                               {words_from(block.close), position_of(file_.text, block.close).line});
            report(said(catalogue::brace_left_open, span, {what, help}));
        }
        std::sort(lost_places_.begin(), lost_places_.end());
        for (std::uint32_t at : scan_.stray) { report(said(catalogue::brace_closes_nothing, {at, at + 1})); }
    }

    std::uint32_t line_begin(std::uint32_t at) const {
        const std::size_t before = at == 0 ? std::string::npos : file_.text.rfind('\n', at - 1);
        return before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1);
    }

    std::string words_before(std::uint32_t from, std::uint32_t to) const {
        constexpr std::uint32_t most = 60;
        for (const Token& token : tokens_of(file_.text, from, to))  // braces in a text are words of it
            if (token.text == "{" || token.text == "}") from = token.end;
        std::string_view words = std::string_view(file_.text).substr(from, to - from);
        while (!words.empty() && blank(words, 0) != 0) words.remove_prefix(blank(words, 0));
        while (!words.empty() && (words.back() == ' ' || words.back() == '\t')) words.remove_suffix(1);
        return words.size() > most ? std::string() : std::string(words);
    }

    std::string words_from(std::uint32_t at) const {
        std::string_view words = std::string_view(file_.text).substr(at);
        words = words.substr(0, words.find_first_of("{}\n\r"));
        const std::size_t first = word_end(words, 0);
        const std::size_t space = words.find(' ', std::min(words.size(), first + 1));
        words = words.substr(0, std::max(first, std::min(space, words.size())));
        while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
        return words.empty() ? file_.text.substr(at, 1) : std::string(words);
    }

    // --- items and blocks -----------------------------------------------------------------------------------

    /// Reads the items of a block, each with `read_item(position, end)`; goes on after those that cannot be read.
    template <typename ReadItem>
    void read_items(std::uint32_t at, std::uint32_t end, Items items, const ReadItem& read_item) {
        std::uint32_t previous = no_item, earlier = no_item;
        while (true) {
            at = session_.skip(at, end);
            if (at >= end) return;
            const std::uint32_t begin = at;
            if (read_item(at, end)) {
                earlier = previous;
                previous = begin;
                continue;
            }
            Failure failure{items, earlier, previous, begin, end};
            if (failure.previous == no_item) failure.previous = begin;
            if (failure.earlier == no_item) failure.earlier = failure.previous;
            at = recover(failure);
            previous = earlier = no_item;
        }
    }

    /// Where the block ends whose "{" was just read.
    std::uint32_t close_of_block(std::uint32_t at, std::uint32_t end) const {
        const Block* block = scan_.block_at(at - 1);
        return block != nullptr ? std::min(block->close, end) : end;
    }

    /// Reads the block whose "{" was just read, and moves behind it.
    template <typename ReadItem>
    void read_block(std::uint32_t& at, std::uint32_t end, Items items, Span& span, const ReadItem& read_item) {
        const Block* block = scan_.block_at(at - 1);
        read_items(at, close_of_block(at, end), items, read_item);
        at = block != nullptr ? std::min(block->next, end) : end;
        span.end = at;
    }

    bool read_unit(std::uint32_t& at, std::uint32_t end) {
        Unit unit;
        if (!read(session_, at, end, unit)) return false;
        std::visit([&](auto& head) { read_unit_block(at, end, head, true); }, unit);
        file_.units.push_back(std::move(unit));
        return true;
    }

    /// `kept`: the unit is one of the file's; what is read can be searched for mistakes.
    void read_unit_block(std::uint32_t& at, std::uint32_t end, Vocabulary& vocabulary, bool kept) {
        read_block(at, end, Items::vocabulary, vocabulary.span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_vocabulary_item(position, close, vocabulary.items) && searched(vocabulary.items.back(), kept);
        });
    }
    void read_unit_block(std::uint32_t& at, std::uint32_t end, Ruleset& ruleset, bool kept) {
        ruleset.items.reserve(scan_.count_of_blocks(at, end));  // most are requirements, with a block each
        read_block(at, end, Items::ruleset, ruleset.span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_ruleset_item(position, close, ruleset.items) && searched(ruleset.items.back(), kept);
        });
    }
    void read_unit_block(std::uint32_t& at, std::uint32_t end, Tests& tests, bool kept) {
        read_block(at, end, Items::cases, tests.span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_case(position, close, tests.cases) && searched(tests.cases.back(), kept);
        });
    }

    /// Looks for mistakes in an item while it is at hand.
    template <typename Item>
    bool searched(const Item& item, bool kept) {
        if (kept) report_mistakes_in(item, session_, [&](Diagnostic diagnostic) { report(std::move(diagnostic)); });
        return true;
    }

    void read_unit_block(std::uint32_t& at, std::uint32_t end, Translation& translation, bool) {
        read_block(at, end, Items::translation, translation.span, [&](std::uint32_t& position, std::uint32_t close) {
            TranslatedBlock block;
            if (!read(session_, position, close, block))
                return read_translated(position, close, Items::translation, translation.items);
            const bool lines = block.owner == TextOwner::requirement || block.owner == TextOwner::group ||
                               block.owner == TextOwner::replacement;
            const Items inside = lines ? Items::translated_lines : Items::translated_labels;
            read_block(position, close, inside, block.span, [&](std::uint32_t& line, std::uint32_t end_of_lines) {
                return read_translated(line, end_of_lines, inside, block.texts);
            });
            translation.items.emplace_back(std::move(block));
            return true;
        });
    }

    template <typename List>
    bool read_translated(std::uint32_t& at, std::uint32_t end, Items items, List& list) {
        TranslatedText text;
        if (!read(session_, at, end, items, text)) return false;
        if (!text.text.language.empty())
            report(said(catalogue::tag_in_translation, text.text.span, {text.text.language}));
        list.emplace_back(std::move(text));
        return true;
    }

    bool read_vocabulary_item(std::uint32_t& at, std::uint32_t end, std::vector<VocabularyItem>& items) {
        if (VocabularyItem item; read(session_, at, end, item)) {
            items.push_back(std::move(item));
            return true;
        }
        if (EntityDeclaration entity; read(session_, at, end, entity)) {
            read_fields(at, end, entity.span, entity.fields);
            items.emplace_back(std::move(entity));
            return true;
        }
        if (ExtendDeclaration extension; read(session_, at, end, extension)) {
            if (!extension.is_enumeration) read_fields(at, end, extension.span, extension.fields);
            items.emplace_back(std::move(extension));
            return true;
        }
        return false;
    }

    void read_fields(std::uint32_t& at, std::uint32_t end, Span& span, std::vector<Field>& fields) {
        read_block(at, end, Items::fields, span, [&](std::uint32_t& position, std::uint32_t close) {
            const std::uint32_t begin = position;
            if (!read_into<Field>(position, close, fields)) return false;
            if (const std::uint32_t behind = question_without_ask(file_.text, begin, position); behind != 0) {
                report(explain_question(session_, begin, behind));
                fields.pop_back();
                position = behind;
            }
            return true;
        });
    }

    template <typename Item, typename List>
    bool read_into(std::uint32_t& at, std::uint32_t end, List& list) {
        Item& item = list.emplace_back();  // read where it stays
        if (read(session_, at, end, item)) return true;
        list.pop_back();
        return false;
    }

    bool read_ruleset_item(std::uint32_t& at, std::uint32_t end, std::vector<RulesetItem>& items) {
        if (read_requirement(at, end, items)) return true;
        if (read_into<RulesetItem>(at, end, items)) return true;
        if (read_family(at, end, items)) return true;
        if (auto group = std::make_unique<Group>(); read(session_, at, end, *group)) {
            read_block(at, end, Items::group, group->span, [&](std::uint32_t& position, std::uint32_t close) {
                return read_group_item(position, close, group->items);
            });
            items.emplace_back(std::move(group));
            return true;
        }
        if (ReplaceBlock replace; read(session_, at, end, replace)) {
            read_clauses(at, end, replace.span, replace.clauses);
            if (Why why; read(session_, at, end, why)) {
                replace.span.end = why.span.end;
                replace.why = std::move(why);
            }
            items.emplace_back(std::move(replace));
            return true;
        }
        return false;
    }

    bool read_group_item(std::uint32_t& at, std::uint32_t end, std::vector<GroupItem>& items) {
        return read_requirement(at, end, items) || read_into<GroupItem>(at, end, items) || read_family(at, end, items);
    }

    template <typename List>
    bool read_family(std::uint32_t& at, std::uint32_t end, List& list) {
        Family family;
        if (!read(session_, at, end, family)) return false;
        read_block(at, end, Items::family, family.span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_member(position, close, family.members);
        });
        list.emplace_back(std::move(family));
        return true;
    }

    bool read_member(std::uint32_t& at, std::uint32_t end, std::vector<Member>& members) {
        Member member;
        if (!read(session_, at, end, member)) return false;
        read_clauses(at, end, member.span, member.clauses);
        members.push_back(std::move(member));
        return true;
    }

    template <typename List>
    bool read_requirement(std::uint32_t& at, std::uint32_t end, List& list) {
        Requirement requirement;
        if (!read(session_, at, end, requirement)) return false;
        read_clauses(at, end, requirement.span, requirement.clauses);
        list.emplace_back(std::move(requirement));
        return true;
    }

    void read_clauses(std::uint32_t& at, std::uint32_t end, Span& span, std::vector<Clause>& clauses) {
        // At once and no more than needed, so that what is read together lies together.
        clauses.reserve(lines_indented_alike(session_.skip(at, end), close_of_block(at, end)));
        read_block(at, end, Items::clauses, span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_into<Clause>(position, close, clauses);
        });
    }

    /// How many lines are indented like the one that begins with `at`: in a block as it is mostly written, its items.
    std::size_t lines_indented_alike(std::uint32_t at, std::uint32_t close) const {
        constexpr std::size_t most = 64;
        const std::string_view text = std::string_view(file_.text).substr(0, close);
        std::size_t indentation = 0, count = 1;
        while (indentation < at && text[at - 1 - indentation] == ' ') ++indentation;
        if (indentation == at || text[at - 1 - indentation] != '\n') return count;
        for (std::size_t line = text.find('\n', at); line < close && count < most; line = text.find('\n', line + 1)) {
            const std::size_t first = std::min<std::size_t>(text.find_first_not_of(' ', line + 1), close);
            if (first == line + 1 + indentation && first < close) ++count;
        }
        return count;
    }

    bool read_case(std::uint32_t& at, std::uint32_t end, std::vector<Case>& cases) {
        Case one;
        if (!read(session_, at, end, one)) return false;
        read_block(at, end, Items::case_items, one.span, [&](std::uint32_t& position, std::uint32_t close) {
            return read_into<CaseItem>(position, close, one.items);
        });
        cases.push_back(std::move(one));
        return true;
    }

    // --- after an item that could not be read ---------------------------------------------------------------

    /// Tells why the item at `begin` cannot be read, and finds where to go on.
    std::uint32_t recover(Failure& failure) {
        const auto [items, earlier, previous, begin, end, unset] = failure;
        if (session_.stop == Stop::none) {
            session_.recording = true;
            session_.farthest = begin;
            session_.expected.clear();
            std::uint32_t at = previous;
            if (previous != begin) attempt(session_, items, at, end);
            at = begin;
            attempt(session_, items, at, end);
            session_.recording = false;
        } else {
            session_.farthest = session_.stop_at;
        }
        Diagnostic diagnostic = explain(session_, failure);
        const std::uint32_t farthest = std::max(begin, failure.resume);
        session_.stop = Stop::none;
        if (!told_already(diagnostic.span)) report(std::move(diagnostic));

        // The inside of a block whose head is wrong is read all the same.
        Items inside = items;
        const Role item = item_role_at(session_, items, begin, end);
        if (opens_block(items, item, inside)) {
            const Block* block = scan_.first_block(begin);
            if (block != nullptr && block->open < std::min(lines().end_at(farthest), end) &&
                file_.text.find('{', begin) == block->open) {
                read_for_errors(inside, block->open + 1, std::min(block->close, end));
                // The reason of a `replace` stands behind its braces.
                return item == role("replace") ? next_item(items, begin, block->next, end) : std::min(block->next, end);
            }
        }
        return next_item(items, begin, farthest, end);
    }

    void read_for_errors(Items items, std::uint32_t at, std::uint32_t end) {
        std::uint32_t open = at;
        Span span;
        switch (items) {
            case Items::vocabulary: {
                Vocabulary unit;
                read_unit_block(open, end, unit, false);
                break;
            }
            case Items::ruleset: {
                Ruleset unit;
                read_unit_block(open, end, unit, false);
                break;
            }
            case Items::cases: {
                Tests unit;
                read_unit_block(open, end, unit, false);
                break;
            }
            case Items::fields: {
                std::vector<Field> fields;
                read_fields(open, end, span, fields);
                break;
            }
            case Items::clauses: {
                std::vector<Clause> clauses;
                read_clauses(open, end, span, clauses);
                break;
            }
            case Items::group: {
                std::vector<GroupItem> list;
                read_items(open, end, Items::group, [&](std::uint32_t& position, std::uint32_t close) {
                    return read_group_item(position, close, list);
                });
                break;
            }
            case Items::family: {
                std::vector<Member> members;
                read_items(open, end, Items::family, [&](std::uint32_t& position, std::uint32_t close) {
                    return read_member(position, close, members);
                });
                break;
            }
            case Items::case_items: {
                std::vector<CaseItem> list;
                read_items(open, end, Items::case_items, [&](std::uint32_t& position, std::uint32_t close) {
                    return read_into<CaseItem>(position, close, list);
                });
                break;
            }
            case Items::translation: {
                Translation unit;
                read_unit_block(open, end, unit, false);
                break;
            }
            case Items::translated_lines:
            case Items::translated_labels: {
                std::vector<TranslatedText> list;
                read_items(open, end, items, [&](std::uint32_t& position, std::uint32_t close) {
                    return read_translated(position, close, items, list);
                });
                break;
            }
            case Items::units:
            case Items::hole: break;
        }
    }

    /// Where the next item may begin behind `farthest`: a word of the block's own at the beginning of a line, or one
    /// from which an item can be read.
    std::uint32_t next_item(Items items, std::uint32_t begin, std::uint32_t farthest, std::uint32_t end) {
        const std::string_view text = std::string_view(file_.text).substr(0, end);
        bool line_start = false;
        std::uint32_t at = begin;
        bool first = true;
        while (at < end) {
            limits::step();
            const char c = text[at];
            if (c == '\n') {
                line_start = true;
                ++at;
            } else if (const std::uint32_t length = blank(text, at); length != 0) {
                at += length;
            } else if (c == '#') {
                at = static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', at), end));
            } else if (c == '"') {
                at = std::min(end, static_cast<std::uint32_t>(quoted_extent(text, at).end));
                line_start = false;
            } else if (c == '{') {
                const Block* block = scan_.block_at(at);
                at = block != nullptr && block->next > at ? std::min(block->next, end) : at + 1;
                line_start = false;
            } else {
                const auto word = static_cast<std::uint32_t>(word_end(text, at));
                if (word == at) {
                    at += std::max<std::uint32_t>(
                        1, static_cast<unsigned char>(c) < 0x80 ? 1 : code_point_at(text, at).length);
                    while (at < end && is_digit(c) && is_ascii_word(text[at])) ++at;
                } else {
                    if (!first && at >= farthest) {
                        if (item_roles(items).empty() ? line_start
                                                      : item_role_at(session_, items, at, end) != no_role) {
                            std::uint32_t trial = at;
                            const bool found =
                                line_start || (attempt(session_, items, trial, end) && item_may_end(items, trial, end));
                            session_.stop = Stop::none;
                            if (found) return at;
                        }
                    }
                    at = word;
                }
                line_start = false;
            }
            first = false;
        }
        return end;
    }

    /// Does a line, an item or the block end here? Words within a line, like "after", begin items but also go on with
    /// them.
    bool item_may_end(Items items, std::uint32_t at, std::uint32_t end) {
        const std::uint32_t next = session_.skip(at, end);
        return next == end || lines().end_at(at) < next || item_role_at(session_, items, next, end) != no_role;
    }

    // --- diagnostics ----------------------------------------------------------------------------------------

    /// A text that is not closed is the cause of what else is wrong on its line; a lost brace, of what follows
    /// directly.
    bool told_already(const Span& span) {
        if (std::binary_search(lost_places_.begin(), lost_places_.end(), span.begin)) return true;
        const auto next = std::upper_bound(scan_.unclosed_texts.begin(), scan_.unclosed_texts.end(), span.begin + 1,
                                           [](std::uint32_t at, const Span& text) { return at < text.begin; });
        if (next == scan_.unclosed_texts.begin()) return false;
        const Span& text = *std::prev(next);
        return span.begin <= std::max(lines().end_at(text.begin), text.end);
    }

    const Lines& lines() {
        if (!lines_) lines_.emplace(file_.text);
        return *lines_;
    }

    void report(Diagnostic diagnostic) {
        diagnostic.file = file_.name;
        diagnostic.language = file_.language;
        told_.push_back({diagnostic.span.begin, diagnostic.code});
        diagnostics_.push_back(std::move(diagnostic));
        // Of a million there may be, the first are shown.
        if (diagnostics_.size() >= 4 * greatest_diagnostic_count) keep_first_diagnostics();
    }

    /// In order of their places, one message for one cause: what stopped the reading may also have been seen in the
    /// tree.
    template <typename Told, typename Place>
    static void put_in_order(std::vector<Told>& told, const Place& place) {
        std::stable_sort(told.begin(), told.end(), [&](const Told& a, const Told& b) { return place(a) < place(b); });
        const auto same = [&](const Told& a, const Told& b) { return a.code == b.code && place(a) == place(b); };
        told.erase(std::unique(told.begin(), told.end(), same), told.end());
    }
    void keep_first_diagnostics() {
        put_in_order(diagnostics_, [](const Diagnostic& one) { return one.span.begin; });
        if (diagnostics_.size() > greatest_diagnostic_count) diagnostics_.resize(greatest_diagnostic_count);
    }

    void finish_diagnostics() {
        keep_first_diagnostics();
        put_in_order(told_, [](const Told& one) { return one.begin; });
        if (told_.size() <= greatest_diagnostic_count) return;
        const std::size_t more = told_.size() - greatest_diagnostic_count;
        report(said(catalogue::more_messages_of_file, {size(), size()}, {more}));
        diagnostics_.back().severity = Severity::note;
    }

    static constexpr std::uint32_t no_item = ~0u;

    File& file_;
    std::vector<Diagnostic>& diagnostics_;
    Session session_;
    Scan scan_;
    struct Told {
        std::uint32_t begin;
        std::string code;
    };
    std::vector<Told> told_;  // all, whether kept or not
    std::optional<Lines> lines_;
    std::vector<std::uint32_t> lost_places_;  // where closing braces were missed, in order
};

}  // namespace

Parsed parse(std::string name, std::string text) {
    Parsed parsed;
    parsed.file.name = std::move(name);
    parsed.file.text = std::move(text);
    FileReader(parsed).read_file();
    return parsed;
}

}  // namespace brecha::grammar
