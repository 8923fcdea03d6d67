#include "assess/verdicts.hpp"

#include "assess/leaves.hpp"
#include "assess/run_state.hpp"
#include "kernels/compare.hpp"
#include "kernels/quantified.hpp"
#include "kernels/rows.hpp"
#include "registers/many_rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

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

/// Cells that have a condition: where it is no it takes them away; where it is open it leaves one unknown in their
/// place.
CellBits under_condition(const CellBits& cells, std::uint64_t holds, std::uint64_t fails) {
    return {cells.holds & holds, cells.fails & holds, (cells.unknown & holds) | ~(holds | fails)};
}

/// A truth 64 rows at a time; bits beyond its rows mean nothing.
struct TruthBits {
    explicit TruthBits(const plans::Column& truth)
        : holds(truth, truth.valid), fails(truth, truth.fails), not_owed(truth, truth.not_owed) {}
    kernels::Bits holds, fails, not_owed;

    CellBits cells(std::size_t word) const {
        return {holds[word], fails[word], ~(holds[word] | fails[word] | not_owed[word])};
    }
    CellBits of(const CellBits& cells, std::size_t word) const {
        return under_condition(cells, holds[word], fails[word]);
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

/// The codes of the verdicts of a block of plans, as planes.
class Codes {
public:
    static constexpr std::size_t most_words = 64;

    void set(std::size_t word, const CellBits& cells) {
        static_assert(sizeof(Verdict) == 1 && static_cast<int>(Verdict::met) == 0 &&
                      static_cast<int>(Verdict::partly_met) == 1 && static_cast<int>(Verdict::not_met) == 2 &&
                      static_cast<int>(Verdict::unknown) == 3 && static_cast<int>(Verdict::not_applicable) == 4);
        // At most one verdict's bit is set for a plan; of none, it does not apply.
        const VerdictBits bits = verdicts_of(cells);
        ones_[word] = bits.partly_met | bits.unknown;
        twos_[word] = bits.not_met | bits.unknown;
        fours_[word] = ~(bits.met | bits.partly_met | bits.not_met | bits.unknown);
    }
    /// As bytes, one a plan.
    void write(std::span<Verdict> verdicts) const {
        const registers::ManyRows& rows = registers::many_rows();
        auto* const bytes = reinterpret_cast<std::uint8_t*>(verdicts.data());
        const std::size_t whole = verdicts.size() / 64, rest = verdicts.size() % 64;
        rows.write_codes({ones_.data(), twos_.data(), fours_.data()}, bytes, whole);
        if (rest == 0) return;
        std::array<std::uint8_t, 64> last;
        rows.write_codes({&ones_[whole], &twos_[whole], &fours_[whole]}, last.data(), 1);
        std::memcpy(bytes + whole * 64, last.data(), rest);
    }
    /// As bits of three planes, from bit `first` of each on.
    void write(std::array<std::uint64_t*, 3> planes, std::size_t first, std::size_t plans) const {
        const std::array<const std::uint64_t*, 3> own = {ones_.data(), twos_.data(), fours_.data()};
        const std::size_t shift = first % 64;
        for (std::size_t plane = 0; plane < own.size(); ++plane)
            for (std::size_t word = 0; word < plans::word_count(plans); ++word) {
                const std::uint64_t bits = own[plane][word] & plans::rows_of_word(word, plans);
                std::uint64_t* const to = planes[plane] + first / 64 + word;
                to[0] |= bits << shift;
                if (shift != 0 && bits >> (64 - shift) != 0) to[1] |= bits >> (64 - shift);
            }
    }

private:
    std::array<std::uint64_t, most_words> ones_, twos_, fours_;
};

/// Takes the verdicts of a requirement on plans from `first` on.
void take(const VerdictBytes& to, std::size_t requirement, std::size_t first, std::size_t plans, const Codes& codes) {
    codes.write({to.first + requirement * to.stride + first, plans});
}
void take(const VerdictWords& to, std::size_t requirement, std::size_t first, std::size_t plans, const Codes& codes) {
    std::uint64_t* const planes = to.bits + requirement * 3 * to.words;
    codes.write({planes, planes + to.words, planes + 2 * to.words}, to.first + first, plans);
}
/// Takes the verdict of a requirement on the one plan.
void take_one(const VerdictBytes& to, std::size_t requirement, CellBits cells) {
    to.first[requirement * to.stride] = verdict_of_first(cells);
}
void take_one(const VerdictWords& to, std::size_t requirement, CellBits cells) {
    Codes codes;
    codes.set(0, cells);
    take(to, requirement, 0, 1, codes);
}

/// Where the columns of a program for verdicts alone are: in the plans, or in a run that made them.
class Where {
public:
    Where(const program::Program& program, const plans::Plans& plans)
        : fields_(plans.table(program.schedule.root).fields) {}
    explicit Where(const Run& run) : Where(*run.program, *run.plans) { run_ = &run; }

    const plans::Column& operator[](const program::PlanTruths::Value& value) const {
        if (run_ != nullptr) return run_->columns[static_cast<std::size_t>(value.instruction)];
        return value.constant != nullptr ? *value.constant : fields_[static_cast<std::size_t>(value.field)].values;
    }

    /// That made them; only where something is to be run.
    const Run& run() const { return *run_; }

private:
    std::span<const plans::FieldColumn> fields_;
    const Run* run_ = nullptr;
};

/// Is all that the program reads of them in the plans, so that there is nothing to run?
bool stand_in_plans(const program::Program& program, const plans::Plans& plans) {
    const program::Schedule& schedule = program.schedule;
    if (!schedule.others.empty() || may_be_outdated(plans)) return false;
    const std::vector<plans::FieldColumn>& fields = plans.table(schedule.root).fields;
    return std::all_of(schedule.loads.begin(), schedule.loads.end(), [&](const program::Schedule::Load& load) {
        return kernels::stands_as_loaded(fields[static_cast<std::size_t>(load.field)].values, plans.count);
    });
}

/// Truths of whole plans, by step of the program: a block of plans at a time, so that what a step makes is in the cache
/// when the next ones read it. `one_plan`: there is one, and the compiler may know it.
template <bool one_plan>
class PlanTruths {
public:
    PlanTruths(const program::PlanTruths& found, const Where& where, std::size_t plans)
        : found_(found), where_(where), plans_(one_plan ? 1 : plans),
          block_words_(std::min(plans::word_count(plans_), greatest_block_words)),
          words_(new std::uint64_t[(found_.steps.size() * 2 + 1) * block_words_]),
          steps_(new Found[found_.steps.size()]) {
        all_ = words_.get() + found_.steps.size() * 2 * block_words_;
        std::fill(all_, all_ + block_words_, ~std::uint64_t(0));
    }

    static constexpr std::size_t greatest_block_words = Codes::most_words;

    /// Finds the truths of `count` words of plans from `first` on.
    void find(std::size_t first, std::size_t count) {
        count_ = count;
        for (std::size_t index = 0; index < found_.steps.size(); ++index) {
            const program::PlanTruths::Step& step = found_.steps[index];
            std::uint64_t* const own = words_.get() + index * 2 * block_words();
            const plans::Words holds(own, words()), fails(own + block_words(), words());
            if (step.does == Does::column) {
                steps_[index] = column(where_[step.left], first, holds, fails);
                continue;
            }
            steps_[index] = {holds.data(), fails.data(), nullptr};
            if (step.does == Does::compare) compare(step, first, holds, fails);
            else if (step.does == Does::compare_each) compare_each(step, first, holds, fails);
            else combine(step, holds, fails);
        }
    }

    /// The verdicts of a requirement on the plans of the block.
    const Codes& codes_of(const program::PlanTruths::Requirement& requirement) {
        for (std::size_t word = 0; word < count_; ++word) codes_.set(word, cells_of(requirement, word));
        return codes_;
    }
    /// Its cells on the plans of a word.
    CellBits cells_of(const program::PlanTruths::Requirement& requirement, std::size_t word) const {
        CellBits cells;
        for (const std::int32_t step : inputs(requirement)) {
            const Found& clause = steps_[static_cast<std::size_t>(step)];
            const std::uint64_t holds = clause.holds[word], fails = clause.fails[word],
                                not_owed = clause.not_owed == nullptr ? 0 : clause.not_owed[word];
            cells = {cells.holds | holds, cells.fails | fails, cells.unknown | ~(holds | fails | not_owed)};
        }
        if (requirement.when < 0) return cells;
        const Found& when = steps_[static_cast<std::size_t>(requirement.when)];
        return under_condition(cells, when.holds[word], when.fails[word]);
    }

private:
    using Does = program::PlanTruths::Does;
    /// Words of the block; `not_owed`: null where all cells are.
    struct Found {
        const std::uint64_t *holds, *fails, *not_owed;
    };

    const program::PlanTruths& found_;
    const Where& where_;
    const std::size_t plans_, block_words_;
    std::size_t count_ = 0;  // words of the block at hand
    std::unique_ptr<std::uint64_t[]> words_;
    std::unique_ptr<Found[]> steps_;
    std::uint64_t* all_;  // of `words_`, those of which all bits are set
    Codes codes_;

    std::size_t words() const { return one_plan ? 1 : count_; }
    std::size_t block_words() const { return one_plan ? 1 : block_words_; }

    static kernels::Comparison comparison_of(program::Opcode opcode) {
        return opcode == program::Opcode::equal  ? kernels::Comparison::equal
               : opcode == program::Opcode::less ? kernels::Comparison::less
                                                 : kernels::Comparison::at_most;
    }
    template <typename Part>
    std::span<const std::int32_t> inputs(const Part& part) const {
        return std::span(found_.inputs).subspan(part.first, part.count);
    }

    void compare(const program::PlanTruths::Step& step, std::size_t first, plans::Words holds, plans::Words fails) {
        if constexpr (one_plan)
            if (step.is_within && kernels::is_within(where_[step.left.constant == nullptr ? step.left : step.right],
                                                     step.range, step.whole, holds[0], fails[0]))
                return;
        kernels::compare_words(comparison_of(step.comparison), kernels::Order::plain, where_[step.left],
                               where_[step.right], plans_, first, holds, fails);
    }

    void compare_each(const program::PlanTruths::Step& step, std::size_t first, plans::Words holds,
                      plans::Words fails) {
        const Run& run = where_.run();
        const program::Instruction& made = run.instruction(step.left.instruction);
        const auto [list, in, body, other, reach] = made.as<program::Compared>();
        kernels::compare_each_words({run.lists[list], run.columns[in], &run.columns[body], made.has_condition},
                                    {made.opcode == program::Opcode::compare_all, made.element_first},
                                    made.or_equal ? kernels::Comparison::at_most : kernels::Comparison::less,
                                    run.columns[reach], run.columns[other], first, holds, fails);
    }

    Found column(const plans::Column& column, std::size_t first, plans::Words holds, plans::Words fails) {
        if ((one_plan || column.rows != 1) && !column.valid.empty() && !column.fails.empty())
            return {column.valid.data() + first, column.fails.data() + first,
                    column.not_owed.empty() ? nullptr : column.not_owed.data() + first};
        Found found{holds.data(), fails.data(), nullptr};
        std::fill(holds.begin(), holds.end(), kernels::word_of(column, column.valid, 0));
        std::fill(fails.begin(), fails.end(), kernels::word_of(column, column.fails, 0));
        if (kernels::word_of(column, column.not_owed, 0) != 0) found.not_owed = all_;
        return found;
    }

    void combine(const program::PlanTruths::Step& step, plans::Words holds, plans::Words fails) {
        for (std::size_t word = 0; word < holds.size(); ++word) {
            const Found& first = steps_[static_cast<std::size_t>(inputs(step).front())];
            std::uint64_t held = first.holds[word], failed = first.fails[word];
            for (const std::int32_t input : inputs(step).subspan(1)) {
                const Found& other = steps_[static_cast<std::size_t>(input)];
                held = step.does == Does::and_ ? held & other.holds[word] : held | other.holds[word];
                failed = step.does == Does::and_ ? failed | other.fails[word] : failed & other.fails[word];
            }
            holds[word] = step.does == Does::not_ ? failed : held;
            fails[word] = step.does == Does::not_ ? held : failed;
        }
    }
};

/// Of the requirements that look at each plan as a whole.
template <bool one_plan, typename To>
void write_of_plans(const program::PlanTruths& found, const Where& where, std::size_t plans, const To& to) {
    using Truths = PlanTruths<one_plan>;
    const std::size_t words = plans::word_count(plans);
    Truths truths(found, where, plans);
    for (std::size_t first = 0; first < words; first += Truths::greatest_block_words) {
        limits::look();
        const std::size_t count = std::min(words - first, Truths::greatest_block_words),
                          in_block = std::min(count * 64, plans - first * 64);
        truths.find(first, count);
        for (std::size_t index = 0; index < found.requirements.size(); ++index) {
            if (found.requirements[index].count == 0) continue;
            if constexpr (one_plan) take_one(to, index, truths.cells_of(found.requirements[index], 0));
            else take(to, index, first * 64, in_block, truths.codes_of(found.requirements[index]));
        }
    }
}
template <typename To>
void write_of_plans(const program::PlanTruths& found, const Where& where, std::size_t plans, const To& to) {
    if (plans == 1) write_of_plans<true>(found, where, plans, to);
    else write_of_plans<false>(found, where, plans, to);
}

/// Of those that look at lists.
template <typename To>
void write_of_lists(const Run& run, const To& to) {
    const std::vector<program::PlanTruths::Requirement>& requirements = run.program->plan_truths.requirements;
    const std::size_t plans = run.plans->count, words = plans::word_count(plans);
    Codes codes;
    for (std::size_t index = 0; index < requirements.size(); ++index) {
        if (requirements[index].count != 0) continue;
        limits::look();
        const Folded folded = Folder(run, static_cast<std::uint32_t>(index)).fold();
        if (plans == 1) {
            take_one(to, index, folded[0]);
            continue;
        }
        for (std::size_t first = 0; first < words; first += Codes::most_words) {
            const std::size_t count = std::min(words - first, Codes::most_words);
            for (std::size_t word = 0; word < count; ++word) codes.set(word, folded[first + word]);
            take(to, index, first * 64, std::min(count * 64, plans - first * 64), codes);
        }
    }
}

template <typename To>
void write_to(const std::shared_ptr<const program::Program>& program, const std::shared_ptr<const plans::Plans>& plans,
              const RunOptions& options, const To& to) {
    const program::PlanTruths& found = program->plan_truths;
    if (stand_in_plans(*program, *plans)) return write_of_plans(found, Where(*program, *plans), plans->count, to);
    const RunResult result = run(program, plans, options);
    if (!result.run) throw *result.reached;
    write_of_plans(found, Where(*result.run), plans->count, to);
    write_of_lists(*result.run, to);
}

}  // namespace

void write_verdicts(const std::shared_ptr<const program::Program>& program,
                    const std::shared_ptr<const plans::Plans>& plans, const RunOptions& options,
                    const VerdictBytes& to) {
    write_to(program, plans, options, to);
}
void write_verdicts(const std::shared_ptr<const program::Program>& program,
                    const std::shared_ptr<const plans::Plans>& plans, const RunOptions& options,
                    const VerdictWords& to) {
    write_to(program, plans, options, to);
}

}  // namespace brecha::assess
