#include "assess/leaves.hpp"

#include "assess/further_subjects.hpp"
#include "kernels/aggregate.hpp"
#include "kernels/arithmetic.hpp"

#include <algorithm>
#include <cctype>

namespace brecha::assess {

using Level = program::Level;

namespace {

bool can_fail(Truth truth) { return truth == Truth::fails || truth == Truth::unknown; }

/// Does the rule write the list out, in an order of its own? What a plan lists has none.
bool written_out(const Run& run, std::int32_t list) {
    const program::Instruction& made = run.instruction(list);
    switch (made.opcode) {
        case program::Opcode::load_list: return false;
        case program::Opcode::spread:
        case program::Opcode::distinct:
        case program::Opcode::missing_from:
        case program::Opcode::view: return written_out(run, made.first());
        case program::Opcode::flatten: {
            const auto parts = made.as<program::Flattening>();
            return written_out(run, parts.outer) && written_out(run, parts.inner);
        }
        case program::Opcode::join: {
            const auto [left, right] = made.as<program::Pair>();
            return written_out(run, left) && written_out(run, right);
        }
        case program::Opcode::otherwise_list: {
            const auto [value, fallback] = made.as<program::Fallback>();
            return written_out(run, value) && written_out(run, fallback);
        }
        case program::Opcode::choose_list: {
            const auto choice = made.as<program::Choice>();
            return written_out(run, choice.yes) && written_out(run, choice.no);
        }
        default: return true;
    }
}

class Collector {
public:
    Collector(const Run& run, std::uint32_t requirement, std::vector<Leaf>& leaves)
        : run_(run), lowered_(run.program->requirements[requirement]), rule_(run.ruleset().requirements[requirement]),
          leaves_(leaves) {}

    void collect(std::uint32_t plan) {
        if (!decided_by_when(lowered_.when, 0, plan)) descend(0, plan);
    }

private:
    const Run& run_;
    const program::LoweredRequirement& lowered_;
    const model::Requirement& rule_;
    std::vector<Leaf>& leaves_;
    limits::Pace pace_;

    std::int32_t frame(std::size_t level) const { return frame_of(lowered_, level); }

    Leaf& add(LeafKind kind, Truth truth, std::size_t level, std::uint32_t row) {
        limits::look();
        if (leaves_.size() == run_.options.greatest_finding_count)
            throw limits::Reached(limits::Limit::findings, run_.options.greatest_finding_count);
        constexpr std::size_t subject = 32;
        limits::take(sizeof(Leaf) + sizeof(Finding) + subject);
        Leaf leaf;
        leaf.kind = kind;
        leaf.truth = truth;
        leaf.level = static_cast<std::uint32_t>(level);
        leaf.row = row;
        leaves_.push_back(std::move(leaf));
        return leaves_.back();
    }

    bool decided_by_when(std::int32_t when, std::size_t level, std::uint32_t row) {
        if (when < 0) return false;
        const Truth truth = run_.truth(when, frame(level), row);
        if (truth == Truth::holds) return false;
        Leaf& leaf = add(LeafKind::when, truth == Truth::fails ? Truth::not_owed : Truth::unknown, level, row);
        leaf.may_fail = truth == Truth::unknown && may_fail_below(level, row);
        return true;
    }

    void descend(std::size_t level, std::uint32_t row) {
        if (level == lowered_.levels.size()) {
            std::vector<Cell> cells = cells_of(row);
            constexpr std::size_t part = 16;
            limits::take(cells.size() * (sizeof(Cell) + part));
            Leaf& leaf = add(LeafKind::subject, Truth::holds, level, row);
            leaf.may_fail = std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.may_fail; });
            leaf.cells = std::move(cells);
            return;
        }
        const Level& next = lowered_.levels[level];
        const kernels::List& list = run_.lists[next.list];
        const Truth somebody = finds(next, row);
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            pace_.step();
            const Truth in = run_.truth(next.in, next.frame, i);
            if (in == Truth::fails) continue;
            if (in == Truth::unknown) {
                add(LeafKind::where, Truth::unknown, level + 1, i);
                leaves_.back().may_fail = (next.at_least_one && somebody == Truth::unknown) ||
                                          (!when_fails(next.when, level + 1, i) && may_fail_below(level + 1, i));
            } else if (!decided_by_when(next.when, level + 1, i)) {
                descend(level + 1, i);
            }
        }
        if (run_.may_have_more_subjects(next, row)) add(LeafKind::list, Truth::unknown, level, row).may_fail = true;
        else if (somebody == Truth::fails)
            add(LeafKind::empty, next.at_least_one ? Truth::fails : Truth::not_owed, level, row).may_fail =
                next.at_least_one;
    }

    /// Is somebody in the list for whom the level asks?
    Truth finds(const Level& level, std::uint32_t row) const {
        const kernels::List& list = run_.lists[level.list];
        Truth found = run_.may_have_more_subjects(level, row) ? Truth::unknown : Truth::fails;
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            const Truth in = run_.truth(level.in, level.frame, i);
            if (in == Truth::holds) return in;
            if (in == Truth::unknown) found = in;
        }
        return found;
    }

    bool when_fails(std::int32_t when, std::size_t level, std::uint32_t row) const {
        return when >= 0 && run_.truth(when, frame(level), row) == Truth::fails;
    }

    /// Would some cell below fail, or could it, if the condition that is open here held?
    bool may_fail_below(std::size_t level, std::uint32_t row) const {
        if (level == lowered_.levels.size()) {
            const std::vector<Cell> cells = cells_of(row);
            return std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.may_fail; });
        }
        const Level& next = lowered_.levels[level];
        const kernels::List& list = run_.lists[next.list];
        if (run_.may_have_more_subjects(next, row) || (next.at_least_one && finds(next, row) != Truth::holds))
            return true;
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i) {
            if (run_.truth(next.in, next.frame, i) == Truth::fails || when_fails(next.when, level + 1, i)) continue;
            if (may_fail_below(level + 1, i)) return true;
        }
        return false;
    }

    std::vector<Cell> cells_of(std::uint32_t row) const {
        const std::int32_t subject = frame(lowered_.levels.size());
        std::vector<Cell> cells;
        cells.reserve(lowered_.clauses.size());
        for (std::size_t i = 0; i < lowered_.clauses.size(); ++i) {
            const program::LoweredClause& clause = lowered_.clauses[i];
            const auto index = static_cast<std::uint32_t>(i);
            const std::string& label = rule_.clauses[i].part;
            if (clause.list < 0) {
                cells.push_back(cell(label, run_.truth(clause.truth, subject, row), index, row));
                continue;
            }
            const auto first = static_cast<std::ptrdiff_t>(cells.size());
            for (const CoveredPart& part : covered_parts(run_, clause, subject, row)) {
                if (!part.element) continue;
                const std::string word = word_of_value(run_, clause.elements, *part.element);
                cells.push_back(cell(label.empty() ? word : label + "/" + word, part.truth, index, *part.element));
            }
            // A list that the rule writes out keeps its order; items of a plan have none.
            if (!written_out(run_, clause.list))
                std::sort(cells.begin() + first, cells.end(),
                          [](const Cell& one, const Cell& other) { return natural_less(one.part, other.part); });
            for (const CoveredPart& part : covered_parts(run_, clause, subject, row)) {
                if (part.element) continue;
                cells.push_back(cell(label, part.truth, index, row));
                cells.back().beyond = true;
            }
        }
        return cells;
    }

    static Cell cell(std::string part, Truth truth, std::uint32_t clause, std::uint32_t row) {
        Cell made;
        made.part = std::move(part);
        made.truth = truth;
        made.may_fail = can_fail(truth);
        made.clause = clause;
        made.row = row;
        return made;
    }
};

/// The place of an item; of a table's row: the table's name and the row's key.
std::string item_text(const Run& run, std::int32_t entity, std::int64_t item) {
    const auto of = static_cast<std::uint32_t>(entity), row = static_cast<std::uint32_t>(item);
    if (!run.ruleset().vocabulary.entities[of].table_row) return plans::place_of_item(*run.plans, of, row);
    std::string name = run.ruleset().vocabulary.entities[of].name;
    for (const model::Table& table : run.ruleset().tables)
        if (table.entity == of) name = table.name;
    return name + "/" + plans::key_text(*run.plans, of, row);
}

}  // namespace

std::int32_t frame_of(const program::LoweredRequirement& requirement, std::size_t level) {
    return level == 0 ? 1 : requirement.levels[level - 1].frame;
}

void find_leaves(const Run& run, std::uint32_t requirement, std::uint32_t plan, std::vector<Leaf>& leaves) {
    leaves.clear();
    Collector(run, requirement, leaves).collect(plan);
}

std::vector<Leaf> leaves_of(const Run& run, std::uint32_t requirement, std::uint32_t plan) {
    std::vector<Leaf> leaves;
    find_leaves(run, requirement, plan, leaves);
    return leaves;
}

std::vector<CoveredPart> covered_parts(const Run& run, const program::LoweredClause& clause, std::int32_t subject,
                                       std::uint32_t row) {
    const kernels::List& list = run.lists[clause.list];
    const std::uint32_t list_row = run.outer_row(subject, row, run.instruction(clause.list).frame);
    const std::int32_t inner = run.instruction(clause.elements).frame;
    std::vector<CoveredPart> parts;
    for (std::uint32_t element = list.begin[list_row]; element < list.end[list_row]; ++element) {
        const Truth there = run.truth(clause.presence, inner, element);
        if (there == Truth::fails) continue;
        Truth truth = run.truth(clause.truth, inner, element);
        if (there == Truth::unknown && truth == Truth::fails) truth = Truth::unknown;
        parts.push_back({element, truth});
    }
    const bool closed = !run.may_have_more(clause.list, list_row);
    if (!parts.empty() && closed) return parts;
    const Truth owed = clause.owed < 0 ? Truth::holds : run.truth(clause.owed, subject, row);
    parts.push_back({std::nullopt, owed == Truth::fails ? Truth::not_owed : closed ? Truth::holds : Truth::unknown});
    return parts;
}

void add(Count& count, const Leaf& leaf) {
    if (leaf.kind != LeafKind::subject) count.add(leaf.truth);
    for (const Cell& cell : leaf.cells) count.add(cell.truth);
}

namespace {

/// Is some part owed for certain, whatever its open conditions turn out to be?
bool owed_for_certain(const Run& run, const program::LoweredRequirement& lowered, const Leaf& leaf) {
    for (const Cell& cell : leaf.cells) {
        if (cell.truth == Truth::not_owed) continue;
        const program::LoweredClause& clause = lowered.clauses[cell.clause];
        if (clause.owed >= 0 && run.truth(clause.owed, frame_of(lowered, leaf.level), leaf.row) != Truth::holds)
            continue;
        if (clause.due >= 0 && cell.truth == Truth::unknown) {
            const program::Instruction& due = run.instruction(clause.due);
            const std::uint32_t row = run.outer_row(frame_of(lowered, leaf.level), leaf.row, due.frame);
            const auto [value, duration, from] = due.as<program::Deadline>();
            const bool moment = run.instruction(from).type.kind == model::TypeKind::moment;
            const auto deadline = kernels::shift(kernels::Input<std::int64_t>(run.columns[from])[row],
                                                 kernels::Input<std::int64_t>(run.columns[duration])[row], moment,
                                                 false, run.ruleset().date_rules());
            if (!kernels::Input<std::int64_t>(run.columns[value])[row].known() &&
                !kernels::is_past(deadline, moment, run.options.as_of))
                continue;
        }
        return true;
    }
    return false;
}

}  // namespace

kernels::Truth verdict_truth(const Run& run, std::uint32_t requirement, const std::vector<Leaf>& leaves,
                             const std::optional<AskedItem>& item, bool applies) {
    const program::LoweredRequirement& lowered = run.program->requirements[requirement];
    Count count;
    bool further = false, owed = false;
    for (const Leaf& leaf : leaves) {
        const Concerns concerned = item ? concerns(run, requirement, leaf, *item) : Concerns::yes;
        further = further || concerned == Concerns::perhaps;
        if (concerned != Concerns::yes) continue;
        add(count, leaf);
        if (!applies) continue;
        const bool none_there = leaf.kind == LeafKind::empty && leaf.truth == Truth::fails;
        owed = owed || none_there || (leaf.kind == LeafKind::subject && owed_for_certain(run, lowered, leaf));
    }
    if (applies) {
        if (owed) return Truth::holds;
        return further || count.holds + count.fails + count.unknown > 0 ? Truth::unknown : Truth::fails;
    }
    const Verdict verdict = verdict_of(count);
    if (verdict == Verdict::partly_met || verdict == Verdict::not_met) return Truth::fails;
    return further || verdict == Verdict::unknown ? Truth::unknown : Truth::holds;
}

std::string word_of_value(const Run& run, std::int32_t instruction, std::uint32_t row) {
    const model::Type& type = run.instruction(instruction).type;
    const plans::Column& column = run.columns[instruction];
    if (type.kind == model::TypeKind::yes_no) {
        const Truth truth = kernels::TruthInput(column)[row];
        return truth == Truth::holds ? "yes" : truth == Truth::fails ? "no" : "?";
    }
    if (type.kind == model::TypeKind::number || type.kind == model::TypeKind::percent) {
        const auto value = kernels::Input<model::Decimal>(column)[row];
        return value.exact() ? model::decimal_to_text(value.low) + (type.kind == model::TypeKind::percent ? "%" : "")
                             : "?";
    }
    const auto value = kernels::Input<std::int64_t>(column)[row];
    if (!value.exact()) return "?";
    switch (type.kind) {
        case model::TypeKind::text: return std::string(run.plans->texts[value.low]);
        case model::TypeKind::date: return model::day_to_text(value.low);
        case model::TypeKind::moment: return model::moment_to_text(value.low);
        case model::TypeKind::duration: return model::duration_to_text(value.low);
        case model::TypeKind::enumeration:
            return run.ruleset().vocabulary.enumerations[type.of].values[static_cast<std::size_t>(value.low)].word;
        case model::TypeKind::item:
            return plans::key_text(*run.plans, static_cast<std::uint32_t>(type.of),
                                   static_cast<std::uint32_t>(value.low));
        default: return "?";
    }
}

std::string subject_text(const Run& run, const program::LoweredRequirement& requirement, std::size_t level,
                         std::uint32_t row) {
    const std::int32_t frame = frame_of(requirement, level);
    std::string text;
    for (std::size_t k = 0; k < level; ++k) {
        bool stood_for = false;  // by an item of one of its own lists
        for (std::size_t j = k + 1; j < level; ++j)
            stood_for = stood_for || requirement.levels[j].walks == static_cast<std::int32_t>(k);
        if (stood_for) continue;
        const Level& bound = requirement.levels[k];
        const std::uint32_t at = run.outer_row(frame, row, bound.frame);
        std::string word;
        if (bound.type.kind != model::TypeKind::item) {
            word = word_of_value(run, bound.elements, at);
        } else {
            const auto item = kernels::Input<std::int64_t>(run.columns[bound.elements])[at];
            word = item.exact() ? item_text(run, bound.type.of, item.low) : "?";
        }
        text += (text.empty() ? "" : " + ") + word;
    }
    return text;
}

bool natural_less(std::string_view left, std::string_view right) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    // What both begin with says nothing; digits before the first difference belong to a number that does.
    auto i = static_cast<std::size_t>(std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first -
                                      left.begin());
    while (i > 0 && digit(left[i - 1])) --i;
    std::size_t j = i;
    while (i < left.size() && j < right.size()) {
        if (digit(left[i]) && digit(right[j])) {
            std::size_t a = i, b = j;
            while (a < left.size() && left[a] == '0') ++a;
            while (b < right.size() && right[b] == '0') ++b;
            std::size_t a_end = a, b_end = b;
            while (a_end < left.size() && digit(left[a_end])) ++a_end;
            while (b_end < right.size() && digit(right[b_end])) ++b_end;
            if (a_end - a != b_end - b) return a_end - a < b_end - b;
            const int order = left.substr(a, a_end - a).compare(right.substr(b, b_end - b));
            if (order != 0) return order < 0;
            i = a_end;
            j = b_end;
        } else if (left[i] != right[j]) {
            return static_cast<unsigned char>(left[i]) < static_cast<unsigned char>(right[j]);
        } else {
            ++i;
            ++j;
        }
    }
    if (i < left.size() || j < right.size()) return i == left.size();
    return left < right;
}

}  // namespace brecha::assess
