#include "assess/verdicts.hpp"

#include "assess/leaves.hpp"
#include "assess/run_state.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace brecha::assess {

namespace {

/// Over the cells below each row of a frame: does some hold, fail, is some unknown?
struct Folded {
    explicit Folded(std::size_t row_count)
        : rows(row_count), holds(plans::word_count(rows)), fails(holds.size()), unknown(holds.size()) {}
    std::size_t rows;
    std::vector<std::uint64_t> holds, fails, unknown;

    CellBits operator[](std::size_t word) const { return {holds[word], fails[word], unknown[word]}; }
    void set(std::size_t word, const CellBits& cells) {
        const std::uint64_t in_use = plans::rows_of_word(word, rows);
        holds[word] = cells.holds & in_use;
        fails[word] = cells.fails & in_use;
        unknown[word] = cells.unknown & in_use;
    }

    void add(std::size_t row, Truth truth) {
        const std::uint64_t one = std::uint64_t(1) << (row & 63);
        if (truth == Truth::holds) holds[row >> 6] |= one;
        else if (truth == Truth::fails) fails[row >> 6] |= one;
        else if (truth == Truth::unknown) unknown[row >> 6] |= one;
    }
    void add(std::size_t row, const Folded& inner, std::size_t inner_row) {
        if (plans::bit(inner.holds, inner_row)) add(row, Truth::holds);
        if (plans::bit(inner.fails, inner_row)) add(row, Truth::fails);
        if (plans::bit(inner.unknown, inner_row)) add(row, Truth::unknown);
    }
    void clear(std::size_t row) {
        const std::uint64_t rest = ~(std::uint64_t(1) << (row & 63));
        holds[row >> 6] &= rest;
        fails[row >> 6] &= rest;
        unknown[row >> 6] &= rest;
    }
};

/// Words of a column's bits, one after the other; a single row, or bits that are none, stand for all.
class Bits {
public:
    Bits(const plans::Column& column, plans::Words words) {
        if (column.rows != 1 && !words.empty()) words_ = words.data();
        else same_ = kernels::word_of(column, words, 0);
    }
    std::uint64_t operator[](std::size_t word) const { return words_ == nullptr ? same_ : words_[word]; }

private:
    const std::uint64_t* words_ = nullptr;
    std::uint64_t same_ = 0;
};
/// A truth 64 rows at a time; bits beyond its rows mean nothing.
struct TruthBits {
    explicit TruthBits(const plans::Column& truth)
        : holds(truth, truth.valid), fails(truth, truth.fails), not_owed(truth, truth.not_owed) {}
    Bits holds, fails, not_owed;

    CellBits cells(std::size_t word) const {
        return {holds[word], fails[word], ~(holds[word] | fails[word] | not_owed[word])};
    }
    /// As a condition of cells: where it is no it takes them away; where it is open it leaves one unknown in their
    /// place.
    CellBits of(const CellBits& cells, std::size_t word) const {
        const std::uint64_t applies = holds[word];
        return {cells.holds & applies, cells.fails & applies, (cells.unknown & applies) | ~(applies | fails[word])};
    }
};

class Folder {
public:
    Folder(const Run& run, std::uint32_t requirement) : run_(run), lowered_(run.program->requirements[requirement]) {}

    /// Does it look at each plan as a whole, and at no list?
    bool is_flat() const {
        return lowered_.levels.empty() && !lowered_.clauses.empty() &&
               std::all_of(lowered_.clauses.begin(), lowered_.clauses.end(),
                           [](const program::LoweredClause& clause) { return clause.list < 0; });
    }

    Folded fold() const {
        Folded folded = subjects();
        for (std::size_t level = lowered_.levels.size(); level-- > 0;) folded = close(level, folded);
        decide(lowered_.when, 1, folded);
        return folded;
    }

private:
    const Run& run_;
    const program::LoweredRequirement& lowered_;

    std::size_t rows(std::int32_t frame) const { return run_.frames[frame].rows; }

    /// A row a full subject.
    Folded subjects() const {
        const std::int32_t frame = frame_of(lowered_, lowered_.levels.size());
        Folded folded(rows(frame));
        for (const program::LoweredClause& clause : lowered_.clauses) {
            if (clause.list >= 0) covers(clause, frame, folded);
            else if (run_.instruction(clause.truth).frame == frame)
                words(TruthBits(run_.columns[clause.truth]), folded);
            else
                for (std::uint32_t row = 0; row < rows(frame); ++row)
                    folded.add(row, run_.truth(clause.truth, frame, row));
        }
        return folded;
    }

    /// A truth in the subject's own frame.
    static void words(const TruthBits& truth, Folded& folded) {
        for (std::size_t word = 0; word < folded.holds.size(); ++word) {
            const CellBits more = truth.cells(word);
            folded.set(word, {folded[word].holds | more.holds, folded[word].fails | more.fails,
                              folded[word].unknown | more.unknown});
        }
    }

    void covers(const program::LoweredClause& clause, std::int32_t frame, Folded& folded) const {
        for (const std::size_t row : limits::Rows(rows(frame)))
            for (const CoveredPart& part : covered_parts(run_, clause, frame, static_cast<std::uint32_t>(row)))
                folded.add(row, part.truth);
    }

    /// Elements of level `level` + 1 -> rows of the level above.
    Folded close(std::size_t level, Folded inner) const {
        const program::Level& bound = lowered_.levels[level];
        decide(bound.when, bound.frame, inner);
        const std::int32_t outer = frame_of(lowered_, level);
        Folded folded(rows(outer));
        const kernels::List& list = run_.lists[bound.list];
        const kernels::TruthInput in(run_.columns[bound.in]);
        for (const std::size_t row : limits::Rows(rows(outer))) {
            bool nobody = true;
            for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
                const Truth there = in[i];
                nobody = nobody && there == Truth::fails;
                if (there == Truth::holds) folded.add(row, inner, i);
                else if (there == Truth::unknown) folded.add(row, Truth::unknown);
            }
            if (run_.may_have_more_subjects(bound, row)) folded.add(row, Truth::unknown);
            else if (nobody && bound.at_least_one) folded.add(row, Truth::fails);
        }
        return folded;
    }

    void decide(std::int32_t when, std::int32_t frame, Folded& folded) const {
        if (when < 0) return;
        if (run_.instruction(when).frame == frame) {
            const TruthBits condition(run_.columns[when]);
            for (std::size_t word = 0; word < folded.holds.size(); ++word)
                folded.set(word, condition.of(folded[word], word));
            return;
        }
        for (std::uint32_t row = 0; row < rows(frame); ++row) {
            const Truth truth = run_.truth(when, frame, row);
            if (truth == Truth::holds) continue;
            folded.clear(row);
            if (truth == Truth::unknown) folded.add(row, Truth::unknown);
        }
    }
};

/// The cells of a flat requirement, 64 plans at a time.
class FlatCells {
public:
    FlatCells(const Run& run, const program::LoweredRequirement& lowered)
        : first_(run.columns[lowered.clauses.front().truth]) {
        for (std::size_t i = 1; i < lowered.clauses.size(); ++i)
            others_.emplace_back(run.columns[lowered.clauses[i].truth]);
        if (lowered.when >= 0) when_.emplace(run.columns[lowered.when]);
    }
    CellBits operator[](std::size_t word) const {
        CellBits cells = first_.cells(word);
        for (const TruthBits& clause : others_) {
            const CellBits more = clause.cells(word);
            cells = {cells.holds | more.holds, cells.fails | more.fails, cells.unknown | more.unknown};
        }
        return when_ ? when_->of(cells, word) : cells;
    }

private:
    TruthBits first_;
    std::vector<TruthBits> others_;  // most requirements have none
    std::optional<TruthBits> when_;
};

/// The verdicts of up to 64 plans.
void write_word(const VerdictBits& bits, std::span<Verdict> verdicts) {
    // Eight bits become eight bytes of 0 or 1. At most one plane is set for a plan; of none, it does not apply.
    static constexpr auto spread = [] {
        std::array<std::uint64_t, 256> table{};
        for (std::size_t byte = 0; byte < 256; ++byte)
            for (std::size_t i = 0; i < 8; ++i)
                if (byte >> i & 1) table[byte] |= std::uint64_t(1) << (8 * i);
        return table;
    }();
    static_assert(sizeof(Verdict) == 1 && static_cast<int>(Verdict::met) == 0 &&
                  static_cast<int>(Verdict::partly_met) == 1 && static_cast<int>(Verdict::not_met) == 2 &&
                  static_cast<int>(Verdict::unknown) == 3 && static_cast<int>(Verdict::not_applicable) == 4);
    const std::uint64_t ones = bits.partly_met | bits.unknown, twos = bits.not_met | bits.unknown,
                        fours = ~(bits.met | bits.partly_met | bits.not_met | bits.unknown);
    for (std::size_t first = 0; first < verdicts.size(); first += 8) {
        const auto eight = [first](std::uint64_t plane) { return spread[plane >> first & 0xff]; };
        const std::uint64_t bytes = eight(ones) | eight(twos) << 1 | eight(fours) << 2;
        std::memcpy(verdicts.data() + first, &bytes, std::min<std::size_t>(8, verdicts.size() - first));
    }
}

}  // namespace

void write_verdicts(const Run& run, std::uint32_t requirement, std::span<Verdict> verdicts) {
    limits::look();
    const Folder folder(run, requirement);
    const std::size_t plans = run.frames[1].rows;
    const auto write = [&](const auto& cells_of) {
        for (std::size_t word = 0; word * 64 < plans; ++word)
            write_word(verdicts_of(cells_of(word)),
                       verdicts.subspan(word * 64, std::min<std::size_t>(64, plans - word * 64)));
    };
    if (folder.is_flat()) {
        const FlatCells cells(run, run.program->requirements[requirement]);
        write([&](std::size_t word) { return cells[word]; });
    } else {
        const Folded folded = folder.fold();
        write([&](std::size_t word) { return folded[word]; });
    }
}

}  // namespace brecha::assess
