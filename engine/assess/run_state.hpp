// The kept columns of a run. Shared by the evaluation, the findings and whoever explains them; not seen outside this
// folder.
#pragma once

#include "assess/outdated.hpp"
#include "assess/run.hpp"
#include "kernels/access.hpp"
#include "kernels/arena.hpp"
#include "kernels/frame.hpp"
#include "kernels/logic.hpp"
#include "limits/once.hpp"
#include "program/program.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::assess {

namespace procedures {
struct Decision;
}

/// Lists by instruction. Few instructions make one, so each has a slot and only they a list: a run over one plan is
/// mostly the making of these. A slot is written by the thread that carries out its instruction, before anybody reads
/// it.
class Lists {
public:
    void reserve(std::size_t count) { slots_.reserve(count); }
    void resize(std::size_t count) { slots_.resize(count); }
    kernels::List& operator[](std::size_t id) {
        if (!slots_[id]) slots_[id] = std::make_unique<kernels::List>();
        return *slots_[id];
    }
    const kernels::List& operator[](std::size_t id) const {
        static const kernels::List none;
        return slots_[id] ? *slots_[id] : none;
    }

private:
    std::vector<std::unique_ptr<kernels::List>> slots_;
};

/// Columns by instruction: those that the run made, and those that it found where they stand, in a plan.
class Columns {
public:
    void reserve(std::size_t count) { columns_.reserve(count); }
    void resize(std::size_t count) { columns_.resize(count, nullptr); }
    /// To begin with; null: of an instruction that makes no column, or none yet.
    void begin(const std::vector<const plans::Column*>& columns) { columns_.assign(columns.begin(), columns.end()); }
    const plans::Column& operator[](std::size_t id) const { return columns_[id] != nullptr ? *columns_[id] : nothing; }
    void set(std::size_t id, const plans::Column* column) { columns_[id] = column; }

private:
    static inline const plans::Column nothing;
    std::vector<const plans::Column*> columns_;
};

struct Run {
    std::shared_ptr<const program::Program> program;
    std::shared_ptr<const plans::Plans> plans;
    RunOptions options;
    kernels::Arena arena;
    Columns columns;
    Lists lists;
    std::vector<kernels::FrameRows> frames;
    Outdated outdated;
    /// The person's answers by (plan, requirement, part, subject); built when a plan has judgements.
    std::vector<std::unordered_map<std::string, bool>> judgements;

    /// A column that an instruction makes.
    void keep(std::size_t id, const plans::Column& column) {
        keep_made(id, [&] { return column; });
    }
    /// The same, made where it stays: one that has just been written is slow to copy.
    template <typename Make>
    void keep_made(std::size_t id, const Make& make) {
        columns.set(id, new (arena.allocate<plans::Column>(1).data()) plans::Column(make()));
    }

    const model::Ruleset& ruleset() const { return program->ruleset(); }
    const program::Instruction& instruction(std::int32_t id) const { return program->instructions[id]; }

    /// What a load reads: the plan's column, without what is outdated for it.
    const plans::FieldColumn& field(const program::Instruction& made) const {
        if (const CurrentField* current = outdated.field(made)) return current->column;
        return plans->table(static_cast<std::uint32_t>(made.entity)).fields[made.field];
    }

    /// The same for a load of lists: where their elements are.
    const plans::ListColumn& list(const program::Instruction& made) const {
        if (const CurrentField* current = outdated.field(made)) return current->list;
        return plans->table(static_cast<std::uint32_t>(made.entity)).list(static_cast<std::size_t>(made.field));
    }

    /// The row of outer frame `to` that row `row` of `from` lies in.
    std::uint32_t outer_row(std::int32_t from, std::uint32_t row, std::int32_t to) const {
        while (from != to) {
            row = from == 1 ? 0 : frames[from].parent[row];
            from = program->frames[from].parent;
        }
        return row;
    }
    /// The plan that a row belongs to; frame 0 belongs to none.
    std::uint32_t plan_of(std::int32_t frame, std::uint32_t row) const { return outer_row(frame, row, 1); }
    kernels::Truth truth(std::int32_t instruction_id, std::int32_t frame, std::uint32_t row) const {
        return kernels::TruthInput(columns[instruction_id])[outer_row(frame, row, instruction(instruction_id).frame)];
    }

    /// Of the elements that the list at its row has beside those given: may it have some of which `truth_of` (of a row
    /// of the list's frame) does not fail?
    template <typename TruthOf>
    bool may_have_more(std::int32_t list, std::size_t row, TruthOf truth_of) const {
        const kernels::List& rows = lists[list];
        return kernels::further(rows, rows.rows == 1 ? 0 : row, false, truth_of).most > 0;
    }
    bool may_have_more(std::int32_t list, std::size_t row) const {
        const std::int32_t presence = instruction(list).presence;
        return may_have_more(list, row, [&](std::size_t box) { return kernels::TruthInput(columns[presence])[box]; });
    }
    /// May there be subjects of a level that are not given? They would meet its `where`, and its `when` where that
    /// alone takes them away.
    bool may_have_more_subjects(const program::Level& level, std::size_t row) const {
        return may_have_more(level.list, row, [&](std::uint32_t box) {
            const kernels::Truth in = truth(level.in, level.frame, box);
            return level.when < 0 || level.at_least_one ? in : kernels::and_(in, truth(level.when, level.frame, box));
        });
    }

    /// Runs the instructions that only texts need, once, when the first text is asked for.
    void run_texts() const;
    mutable limits::Once texts_once;

    /// What decided the parts of a procedure that was asked about, by its instruction and row.
    mutable std::map<std::pair<std::int32_t, std::uint32_t>, std::shared_ptr<const std::vector<procedures::Decision>>>
        decisions;
    mutable std::mutex decisions_mutex;
};

/// The subject that a row of a level's frame stands for, as text.
std::string subject_text(const Run& run, const program::LoweredRequirement& requirement, std::size_t level,
                         std::uint32_t row);

}  // namespace brecha::assess
