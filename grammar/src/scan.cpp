#include "scan.hpp"

#include "item_words.hpp"
#include "limits/watch.hpp"
#include "quoted.hpp"
#include "text/characters.hpp"
#include "words/keyword_match.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace brecha::grammar {

using namespace text;
namespace {

struct Brace {
    std::uint32_t at;
    bool open;
};

/// How far out a block stands: units, groups, families, what lies in either, and braces that no keyword opens (sets,
/// plans).
enum class Rank : std::uint8_t { unit, group, family, item, bare };

std::optional<Rank> rank_of(Role keyword) {
    switch (keyword) {
        case role("vocabulary"):
        case role("ruleset"):
        case role("tests for"):
        case role("translation"): return Rank::unit;
        case role("group"): return Rank::group;
        case role("family"): return Rank::family;
        case role("requirement"):
        case role("protocol"):
        case role("entity"):
        case role("enum"):
        case role("extend"):
        case role("case"):
        case role("source"):
        case role("calendar"):
        case role("table"):
        case role("parameter"):
        case role("replace"): return Rank::item;
        default: return std::nullopt;
    }
}

class BraceMatcher {
public:
    BraceMatcher(std::string_view text, int language, const std::vector<Brace>& braces, Scan& scan)
        : text_(text), language_(language), braces_(braces), scan_(scan) {}

    /// Plain matching; false where the braces do not balance. One too many takes nothing with it where only whole units
    /// stand before.
    bool match_plainly() {
        std::vector<std::size_t> open;
        bool whole_units = true;
        std::size_t behind = 0;  // the unit that was closed last
        for (const Brace& brace : braces_) {
            if (brace.open) {
                if (!scan_.stray.empty()) return false;
                if (open.empty() && behind != 0) whole_units = whole_units && unit_begins_at(behind);
                open.push_back(scan_.blocks.size());
                scan_.blocks.push_back({brace.at, 0, 0});
            } else {
                if (open.empty()) {
                    scan_.stray.push_back(brace.at);
                    continue;
                }
                scan_.blocks[open.back()].close = brace.at;
                scan_.blocks[open.back()].next = brace.at + 1;
                open.pop_back();
                if (open.empty()) behind = brace.at + 1;
            }
        }
        return open.empty() && (scan_.stray.empty() || whole_units);
    }

    /// Matching by keyword and indentation, for braces that do not balance.
    void match_by_layout() {
        scan_.blocks.clear();
        scan_.stray.clear();
        std::size_t next_brace = 0;
        std::size_t line = 0;
        while (line <= text_.size() && next_brace <= braces_.size()) {
            limits::step();
            std::size_t line_end = text_.find('\n', line);
            if (line_end == std::string_view::npos) line_end = text_.size();
            std::size_t first = line;
            while (first < line_end && blank(text_, first) != 0) first += blank(text_, first);
            const std::size_t brace_from = next_brace;
            std::size_t brace_to = brace_from;
            while (brace_to < braces_.size() && braces_[brace_to].at < line_end) ++brace_to;
            next_brace = brace_to;
            std::optional<Rank> pending = first < line_end ? opener(first, brace_from, brace_to) : std::nullopt;
            if (first < line_end && !open_.empty() && open_.back().rank == Rank::bare && begins_item(first)) {
                while (!open_.empty() && open_.back().rank == Rank::bare) lose(static_cast<std::uint32_t>(first));
            }
            if (pending) enter(*pending, static_cast<std::uint32_t>(first));
            for (std::size_t index = brace_from; index < brace_to; ++index) {
                const std::uint32_t at = braces_[index].at;
                if (braces_[index].open) {
                    open_.push_back(
                        {scan_.blocks.size(), pending.value_or(Rank::bare), static_cast<std::uint32_t>(first - line)});
                    scan_.blocks.push_back({at, 0, 0});
                } else {
                    if (at == first) leave_to(static_cast<std::uint32_t>(first - line), at);
                    close(at);
                }
                pending.reset();
                std::size_t following = at + 1;
                while (following < line_end && blank(text_, following) != 0) following += blank(text_, following);
                if (following < line_end && (index + 1 == brace_to || braces_[index + 1].at != following)) {
                    pending = opener(following, index + 1, brace_to);
                    if (pending) enter(*pending, static_cast<std::uint32_t>(following));
                }
            }
            line = line_end + 1;
        }
        while (!open_.empty()) lose(static_cast<std::uint32_t>(text_.size()));
    }

private:
    struct Open {
        std::size_t block;
        Rank rank;
        std::uint32_t indentation;
    };

    // The keyword at `at` opens a block if an opening brace is the next brace on its line.
    std::optional<Rank> opener(std::size_t at, std::size_t brace_from, std::size_t brace_to) const {
        if (brace_from == brace_to || !braces_[brace_from].open) return std::nullopt;
        const auto hit = any_keyword_at(text_, at, language_);
        return hit ? rank_of(hit->role) : std::nullopt;
    }

    // Does a unit begin here, behind blanks and comments?
    bool unit_begins_at(std::size_t at) const {
        while (at < text_.size() && (blank(text_, at) != 0 || text_[at] == '#'))
            at = text_[at] == '#' ? std::min(text_.find('\n', at), text_.size()) : at + blank(text_, at);
        const auto hit = any_keyword_at(text_, at, language_);
        return hit && rank_of(hit->role) == Rank::unit;
    }

    // A set or a plan has no line that begins like a clause.
    bool begins_item(std::size_t at) const {
        for (Items items : {Items::clauses, Items::ruleset, Items::case_items})
            for (Role keyword : item_roles(items))
                if (match_keyword(keyword, text_, at, language_) != at) return true;
        return false;
    }

    void enter(Rank rank, std::uint32_t at) {
        if (rank == Rank::bare) return;
        while (!open_.empty() && open_.back().rank >= rank) lose(at);
        if (rank != Rank::unit && open_.empty() && last_unit_) {  // the brace before closed the unit too early
            scan_.stray.push_back(scan_.blocks[last_unit_->block].close);
            open_.push_back(*last_unit_);
            last_unit_.reset();
        }
    }

    // A "}" that begins a line closes the block whose line is indented alike.
    void leave_to(std::uint32_t indentation, std::uint32_t at) {
        if (open_.empty() || open_.back().indentation <= indentation) return;
        constexpr std::size_t furthest_look = 64;  // keeps the whole linear
        const auto from = open_.end() - static_cast<std::ptrdiff_t>(std::min(open_.size(), furthest_look));
        const bool known =
            std::any_of(from, open_.end(), [&](const Open& open) { return open.indentation == indentation; });
        while (known && open_.back().indentation > indentation) lose(at);
    }

    void lose(std::uint32_t at) {
        Block& block = scan_.blocks[open_.back().block];
        block.close = block.next = at;
        scan_.lost_braces.push_back(block);
        open_.pop_back();
    }

    void close(std::uint32_t at) {
        if (open_.empty()) {
            scan_.stray.push_back(at);
            return;
        }
        Block& block = scan_.blocks[open_.back().block];
        block.close = at;
        block.next = at + 1;
        if (open_.back().rank == Rank::unit) last_unit_ = open_.back();
        open_.pop_back();
    }

    std::string_view text_;
    int language_;
    const std::vector<Brace>& braces_;
    Scan& scan_;
    std::vector<Open> open_;
    std::optional<Open> last_unit_;
};

}  // namespace

const Block* Scan::first_block(std::uint32_t from) const {
    const auto found = std::lower_bound(blocks.begin(), blocks.end(), from,
                                        [](const Block& block, std::uint32_t at) { return block.open < at; });
    return found != blocks.end() ? &*found : nullptr;
}

std::size_t Scan::count_of_blocks(std::uint32_t from, std::uint32_t to) const {
    constexpr std::size_t shortest_item = 64;  // bytes of a requirement with a title and a source
    const Block* const first = first_block(from);
    const Block* const last = first_block(to);
    if (first == nullptr || from > to) return 0;
    const std::size_t count =
        static_cast<std::size_t>((last != nullptr ? last : blocks.data() + blocks.size()) - first);
    return std::min(count, (to - from) / shortest_item);
}

const Block* Scan::block_at(std::uint32_t open) const {
    const Block* const first = first_block(open);
    return first != nullptr && first->open == open ? first : nullptr;
}

bool Scan::is_stray(std::uint32_t at) const {
    return !stray.empty() && std::binary_search(stray.begin(), stray.end(), at);
}

namespace {

/// What a scan stops at.
constexpr std::array<bool, 256> is_mark = [] {
    std::array<bool, 256> table{};
    for (const char mark : {'#', '"', '{', '}'}) table[static_cast<unsigned char>(mark)] = true;
    return table;
}();

}  // namespace

Scan scan(std::string_view text, int language) {
    Scan result;
    std::vector<Brace> braces;
    const auto begins_line = [&](std::size_t at) {
        while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\r')) --at;
        return at == 0 || text[at - 1] == '\n';
    };
    for (std::size_t at = 0; at < text.size();) {
        switch (text[at]) {
            case '#': {
                const std::size_t next = std::min(text.find('\n', at), text.size());
                std::size_t end = next;
                while (end > at && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
                result.comments.push_back(
                    {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, begins_line(at)});
                at = next;
                break;
            }
            case '"': {
                const QuotedExtent extent = quoted_extent(text, at);
                if (!extent.closed)
                    result.unclosed_texts.push_back(
                        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(extent.end)});
                at = extent.end;
                break;
            }
            case '{':
            case '}': braces.push_back({static_cast<std::uint32_t>(at), text[at] == '{'}); [[fallthrough]];
            default: ++at;
        }
        while (at < text.size() && !is_mark[static_cast<unsigned char>(text[at])]) ++at;
    }
    BraceMatcher matcher(text, language, braces, result);
    if (!matcher.match_plainly()) {
        matcher.match_by_layout();
        std::sort(result.stray.begin(), result.stray.end());
    }
    return result;
}

}  // namespace brecha::grammar
