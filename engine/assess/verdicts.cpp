#include "assess/verdicts.hpp"

#include "assess/leaves.hpp"
#include "assess/run_state.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace brecha::assess {

namespace {

/// Over the cells below each row of a frame: does some hold, fail, is some unknown?
struct Folded {
    explicit Folded(std::size_t rows) : holds(plans::word_count(rows)), fails(holds.size()), unknown(holds.size()) {}
    std::vector<std::uint64_t> holds, fails, unknown;

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

class Folder {
public:
    Folder(const Run& run, std::uint32_t requirement) : run_(run), lowered_(run.program->requirements[requirement]) {}

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
            else if (run_.instruction(clause.truth).frame == frame) words(run_.columns[clause.truth], folded);
            else
                for (std::uint32_t row = 0; row < rows(frame); ++row)
                    folded.add(row, run_.truth(clause.truth, frame, row));
        }
        return folded;
    }

    /// A truth in the subject's own frame: 64 rows at a time.
    void words(const plans::Column& truth, Folded& folded) const {
        for (std::size_t i = 0; i < folded.holds.size(); ++i) {
            const std::uint64_t holds = truth.valid[i], fails = truth.fails[i],
                                not_owed = truth.not_owed.empty() ? 0 : truth.not_owed[i];
            folded.holds[i] |= holds;
            folded.fails[i] |= fails;
            folded.unknown[i] |= ~(holds | fails | not_owed) & in_use(i, truth.rows);
        }
    }
    static std::uint64_t in_use(std::size_t word, std::size_t rows) {
        const std::size_t left = rows - word * 64;
        return left >= 64 ? ~std::uint64_t(0) : (std::uint64_t(1) << left) - 1;
    }

    void covers(const program::LoweredClause& clause, std::int32_t frame, Folded& folded) const {
        for (std::uint32_t row = 0; row < rows(frame); ++row)
            for (const CoveredPart& part : covered_parts(run_, clause, frame, row)) folded.add(row, part.truth);
    }

    /// Elements of level `level` + 1 -> rows of the level above.
    Folded close(std::size_t level, Folded inner) const {
        const program::Level& bound = lowered_.levels[level];
        decide(bound.when, bound.frame, inner);
        const std::int32_t outer = frame_of(lowered_, level);
        Folded folded(rows(outer));
        const kernels::List& list = run_.lists[bound.list];
        const kernels::TruthInput in(run_.columns[bound.in]);
        for (std::size_t row = 0; row < rows(outer); ++row) {
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

    /// A condition that is no takes the cells away; one that is open leaves one unknown in their place.
    void decide(std::int32_t when, std::int32_t frame, Folded& folded) const {
        if (when < 0) return;
        if (run_.instruction(when).frame == frame) {
            const plans::Column& truth = run_.columns[when];
            for (std::size_t i = 0; i < folded.holds.size(); ++i) {
                const std::uint64_t holds = truth.valid[i],
                                    open = ~(truth.valid[i] | truth.fails[i]) & in_use(i, truth.rows);
                folded.holds[i] &= holds;
                folded.fails[i] &= holds;
                folded.unknown[i] = (folded.unknown[i] & holds) | open;
            }
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

}  // namespace

void write_verdicts(const VerdictPlanes& planes, std::span<Verdict> verdicts) {
    // Eight bits become eight bytes of 0 or 1; at most one plane is set for a plan, so nothing carries into the next
    // byte.
    static constexpr auto spread = [] {
        std::array<std::uint64_t, 256> table{};
        for (std::size_t bits = 0; bits < 256; ++bits)
            for (std::size_t i = 0; i < 8; ++i)
                if (bits >> i & 1) table[bits] |= std::uint64_t(1) << (8 * i);
        return table;
    }();
    static_assert(sizeof(Verdict) == 1 && static_cast<int>(Verdict::met) == 0 &&
                  static_cast<int>(Verdict::not_applicable) == 4);
    constexpr std::uint64_t not_applicable = 0x0404'0404'0404'0404;
    std::size_t next = 0;
    for (const VerdictBits& bits : planes) {
        for (unsigned shift = 0; shift < 64 && next < verdicts.size(); shift += 8, next += 8) {
            const auto eight = [shift](std::uint64_t plane) { return spread[plane >> shift & 0xff]; };
            const std::uint64_t bytes = not_applicable - 4 * eight(bits.met) - 3 * eight(bits.partly_met) -
                                        2 * eight(bits.not_met) - eight(bits.unknown);
            std::memcpy(verdicts.data() + next, &bytes, std::min<std::size_t>(8, verdicts.size() - next));
        }
    }
}

std::vector<VerdictPlanes> verdict_planes(const Run& run) {
    std::vector<VerdictPlanes> planes(run.program->requirements.size());
    for (std::size_t requirement = 0; requirement < planes.size(); ++requirement) {
        const Folded folded = Folder(run, static_cast<std::uint32_t>(requirement)).fold();
        planes[requirement].reserve(folded.holds.size());
        for (std::size_t i = 0; i < folded.holds.size(); ++i)
            planes[requirement].push_back(verdicts_of({folded.holds[i], folded.fails[i], folded.unknown[i]}));
    }
    return planes;
}

}  // namespace brecha::assess
