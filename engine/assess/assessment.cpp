// From a run's columns to verdicts and findings, and back from a finding to its places.
#include "assess/assessment.hpp"

#include "assess/further_subjects.hpp"
#include "assess/leaves.hpp"
#include "assess/named_slices.hpp"
#include "assess/procedures.hpp"
#include "assess/trace.hpp"
#include "messages/catalogue/report.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace brecha::assess {

namespace {

/// Does it hold only because there was nothing to look at? Everything that it rests on must.
bool vacuous(const Run& run, std::int32_t id, std::uint32_t row) {
    struct Looked {
        std::int32_t id;
        std::uint32_t row;
    };
    std::vector<Looked> open = {{id, row}};
    while (!open.empty()) {
        const Looked one = open.back();
        open.pop_back();
        const program::Instruction& made = run.instruction(one.id);
        const auto operand = [&](std::int32_t input) {
            return Looked{input, run.outer_row(made.frame, one.row, run.instruction(input).frame)};
        };
        switch (made.opcode) {
            case program::Opcode::expand: open.push_back(operand(made.first())); break;
            case program::Opcode::owed_if: open.push_back(operand(made.as<program::Condition>().then)); break;
            case program::Opcode::and_:
                for (const std::int32_t input : made.inputs) open.push_back(operand(input));
                break;
            case program::Opcode::or_:
                for (const std::int32_t input : made.inputs)
                    if (const Looked part = operand(input);
                        run.truth(part.id, run.instruction(part.id).frame, part.row) == Truth::holds)
                        open.push_back(part);
                break;
            case program::Opcode::not_:
                if (run.instruction(made.first()).opcode != program::Opcode::any) return false;
                open.push_back(operand(made.first()));
                break;
            case program::Opcode::any:
            case program::Opcode::all: {
                const auto closing = made.as<program::Closing>();
                const kernels::List& list = run.lists[closing.list];
                const std::uint32_t at = list.rows == 1 ? 0 : operand(closing.list).row;
                const std::int32_t inner = run.instruction(closing.in).frame;
                if (run.may_have_more(closing.list, at,
                                      [&](std::uint32_t box) { return run.truth(closing.in, inner, box); }))
                    return false;
                for (std::uint32_t i = list.begin[at]; i < list.end[at]; ++i)
                    if (run.truth(closing.in, inner, i) != Truth::fails) return false;
                break;
            }
            default: return false;
        }
    }
    return true;
}

/// Of a place that is open: what stands there can decide all the same. A list that may be longer has its elements, a
/// date without a day its month.
bool says_something(const Run& run, const Node& node) {
    if (node.list) {
        const kernels::List& list = run.lists[node.instruction];
        const std::size_t row = list.rows == 1 ? 0 : node.row;
        return list.begin[row] < list.end[row];
    }
    const plans::Column& column = run.columns[node.instruction];
    return plans::bit(column.valid, column.rows == 1 ? 0 : node.row);
}

/// What stands at a place, as a reader sees it; of a list how many are given, with "+" where there may be more.
std::string shown_value(const Run& run, const Node& node, std::string_view language) {
    if (node.instruction < 0) return {};
    if (!node.list) {
        const plans::Column& column = run.columns[node.instruction];
        return plans::value_text(*run.plans, run.instruction(node.instruction).type, column,
                                 column.rows == 1 ? 0 : node.row, language);
    }
    const kernels::List& list = run.lists[node.instruction];
    const std::size_t row = list.rows == 1 ? 0 : node.row;
    return std::to_string(list.end[row] - list.begin[row]) + (is_open(run, node) ? "+" : "");
}

/// What stands in the plan where a load finds it outdated.
std::string outdated_value(const Run& run, const Node& node, const Place& place, std::string_view language) {
    const auto there_is_none = [&] {
        return messages::Message(messages::catalogue::whys[static_cast<std::size_t>(plans::Why::none)]).in(language);
    };
    const plans::EntityTable& table = run.plans->table(static_cast<std::uint32_t>(place.entity));
    const auto field = static_cast<std::size_t>(place.field);
    if (place.whole_list) {
        const plans::ListColumn& list = table.list(field);
        if (plans::bit(list.given, place.row)) return std::to_string(list.end[place.row] - list.begin[place.row]);
        return plans::bit(list.none, place.row) ? there_is_none() : std::string();
    }
    const program::Instruction& made = run.instruction(node.instruction);
    const plans::Column& column = table.fields[field].values;
    std::uint32_t row = place.row;
    if (place.element) row = run.lists[made.first()].source[node.row];
    if (plans::bit(column.none, row)) return there_is_none();
    return plans::value_text(*run.plans, made.type, column, row, language);
}

/// How many elements lie in a slice, as the plan says it: "0", "2 to 3".
std::string shown_count(const Run& run, const plans::SaidOfSlice& said, std::string_view language) {
    const auto decimal = [](std::int64_t count) {
        return count == plans::integer_greatest ? model::decimal_greatest : model::Decimal(count) * model::decimal_one;
    };
    model::Decimal least = decimal(said.elements.least), most = decimal(said.elements.most);
    std::uint64_t valid = 1;
    plans::Column column;
    column.storage = plans::Storage::decimal;
    column.rows = 1;
    column.valid = plans::Words(&valid, 1);
    column.decimals = std::span(&least, 1);
    column.decimals_high = std::span(&most, 1);
    model::Type type;
    type.kind = model::TypeKind::number;
    return plans::value_text(*run.plans, type, column, 0, language);
}

/// No more steps than that from one cell: what lies behind the first elements of its lists is told, the rest counted.
constexpr std::size_t greatest_told_steps = 50'000;

class Explorer {
public:
    Explorer(const Run& run, NamedSlices& named_slices) : run_(run), named_slices_(named_slices) {}

    /// Missing places behind what is open; with `evidence`, all places behind what is decided.
    void cell(const program::LoweredRequirement& lowered, std::size_t level, std::uint32_t row, const Cell& cell,
              bool evidence) {
        evidence_ = evidence;
        visit_cell(lowered, level, row, cell, evidence);
        follow();
    }
    void leaf(const program::LoweredRequirement& lowered, LeafKind kind, std::size_t level, std::uint32_t row,
              const std::vector<Cell>& cells, bool evidence) {
        evidence_ = evidence;
        visit_leaf(lowered, kind, level, row, cells, evidence);
        follow();
    }

    struct Found {
        Place place;
        std::optional<plans::Why> why;
        bool defaulted;
        Node node;
        std::optional<std::string> due = {};
        const plans::SaidOfSlice* said = nullptr;  // what stands there is this, of a slice
    };
    std::vector<Found> places;
    std::size_t more = 0;  // elements of one list that decide too, at most, and whose places are not told

private:
    struct Visit {
        Node node;
        bool evidence = false;
    };

    const Run& run_;
    NamedSlices& named_slices_;
    bool evidence_ = false;  // looked for is what decided
    std::unordered_set<Node, HashOfNode> seen_;
    std::vector<Visit> wanted_;  // to be followed next, in this order

    void visit(const Node& node, bool evidence) { wanted_.push_back({node, evidence}); }

    /// Goes through what is wanted and what lies behind it. Rules can be deeper than a thread's stack: the way back is
    /// kept here.
    void follow() {
        struct Level {
            std::vector<Visit> visits;
            std::size_t next = 0, first_operand = 0;
            std::optional<std::string> due = {};
            std::optional<plans::Why> known_but = {};
            std::size_t before = 0;  // places when the visit at hand began
        };
        std::vector<Level> path(1);
        path.back().visits = std::exchange(wanted_, {});
        while (!path.empty()) {
            Level& level = path.back();
            if (level.next > level.first_operand)
                for (std::size_t i = level.before; i < places.size(); ++i) {
                    if (level.due) places[i].due = level.due;
                    if (!places[i].why) places[i].why = level.known_but;
                }
            if (level.next == level.visits.size()) {
                path.pop_back();
                continue;
            }
            const Visit wanted = level.visits[level.next++];
            level.before = places.size();
            if (wanted.node.instruction < 0 || !seen_.insert(wanted.node).second) continue;
            if (seen_.size() > greatest_told_steps) {
                for (const Level& left : path) more = std::max(more, left.visits.size() - left.next + 1);
                return;
            }
            limits::look();
            Step step = step_back(run_, wanted.node);
            more = std::max(more, step.more);
            if (step.place) add(step, wanted);
            if (step.requirement >= 0 && !wanted.evidence) other_requirement(step, wanted.node);
            Level behind;
            behind.visits = std::exchange(wanted_, {});
            behind.first_operand = behind.visits.size();
            behind.visits.reserve(behind.first_operand + step.operands.size());
            for (const Node& operand : step.operands)
                behind.visits.push_back({operand, wanted.evidence || step.known_but.has_value()});
            behind.due = std::move(step.due);
            behind.known_but = step.known_but;
            path.push_back(std::move(behind));
        }
    }

    /// The place that a step came upon; of a list that may be longer, the slices that are asked about.
    void add(Step& step, const Visit& wanted) {
        Found found{std::move(*step.place), step.why, step.defaulted, wanted.node};
        if (!found.place.whole_list) {
            places.push_back(std::move(found));
            return;
        }
        if (evidence_)
            for (const plans::SaidOfSlice* said : said_of_slices(run_, wanted.node)) {
                Found one{found.place, std::nullopt, false, wanted.node, {}, said};
                one.place.text = said->place;
                places.push_back(std::move(one));
            }
        if (evidence_ || !step.why) {
            places.push_back(std::move(found));
            return;
        }
        static const std::vector<NamedSlice> whole_list(1);
        const std::vector<NamedSlice>& named = named_slices_.of(run_, wanted.node, found.place);
        const std::uint32_t plan = run_.plan_of(run_.instruction(wanted.node.instruction).frame, wanted.node.row);
        const auto& statements = run_.plans->records[plan].statements;
        for (const NamedSlice& slice : named.empty() ? whole_list : named) {
            Found one = found;
            if (!slice.place.empty()) one.place.text = slice.place;
            one.place.slice = slice.slice;
            // Whoever was asked about just this may not know, or not say; or it was long ago.
            if (const auto said = statements.find(one.place.text); said != statements.end() && said->second.why)
                one.why = said->second.why;
            if (const plans::SaidOfSlice* said = outdated_slice(run_, wanted.node, one.place)) {
                one.why = plans::Why::outdated;
                one.said = said;
            }
            places.push_back(std::move(one));
        }
    }

    void visit_cell(const program::LoweredRequirement& lowered, std::size_t level, std::uint32_t row, const Cell& cell,
                    bool evidence) {
        const program::LoweredClause& clause = lowered.clauses[cell.clause];
        const std::int32_t frame = frame_of(lowered, level);
        if (clause.list < 0) return visit(at(clause.truth, frame, row), evidence);
        if (!cell.beyond) {
            const std::int32_t inner = run_.instruction(clause.elements).frame;
            const Node truth = at(clause.truth, inner, cell.row);
            if (evidence || is_open(run_, truth)) visit(truth, evidence);
            const Node presence = at(clause.presence, inner, cell.row);
            if (!evidence && is_open(run_, presence)) visit(presence, evidence);
            return;
        }
        if (clause.owed >= 0 && (evidence || is_open(run_, at(clause.owed, frame, row))))
            visit(at(clause.owed, frame, row), evidence);
        visit({clause.list,
               run_.outer_row(frame, row, run_.instruction(clause.list).frame),
               true,
               {clause.list, frame, row}},
              evidence);
    }

    void visit_leaf(const program::LoweredRequirement& lowered, LeafKind kind, std::size_t level, std::uint32_t row,
                    const std::vector<Cell>& cells, bool evidence) {
        const std::int32_t frame = frame_of(lowered, level);
        switch (kind) {
            case LeafKind::when:
                visit(at(level == 0 ? lowered.when : lowered.levels[level - 1].when, frame, row), evidence);
                break;
            case LeafKind::where: visit(at(lowered.levels[level - 1].in, frame, row), evidence); break;
            case LeafKind::list:
            case LeafKind::empty: {
                const program::Level& next = lowered.levels[level];
                visit({next.list, row, true, {next.in, frame, row}}, evidence);
                if (kind == LeafKind::list || !next.at_least_one) break;
                const kernels::List& list = run_.lists[next.list];
                for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i)
                    visit(at(next.in, next.frame, i), evidence);
                break;
            }
            case LeafKind::subject:
                for (const Cell& one : cells)
                    if (evidence ? one.truth != Truth::unknown : one.truth == Truth::unknown)
                        visit_cell(lowered, level, row, one, evidence);
                break;
        }
    }

    Node at(std::int32_t id, std::int32_t frame, std::uint32_t row) const {
        return {id, run_.outer_row(frame, row, run_.instruction(id).frame), false};
    }

    /// What keeps another requirement's verdict open keeps this one open.
    void other_requirement(const Step& step, const Node& node) {
        const std::uint32_t plan = run_.plan_of(run_.instruction(node.instruction).frame, node.row);
        const program::LoweredRequirement& lowered = run_.program->requirements[step.requirement];
        const bool applies = run_.instruction(node.instruction).opcode == program::Opcode::verdict_applies;
        const auto requirement = static_cast<std::uint32_t>(step.requirement);
        std::optional<AskedItem> item;
        if (!step.item.empty()) {
            const Node& asked = step.item[0];
            if (is_open(run_, asked)) return visit(asked, false);
            item = AskedItem{run_.instruction(asked.instruction).type.of,
                             kernels::Input<std::int64_t>(run_.columns[asked.instruction])[asked.row].low};
        }
        for (const Leaf& leaf : leaves_of(run_, requirement, plan)) {
            const Concerns concerned = item ? concerns(run_, requirement, leaf, *item) : Concerns::yes;
            if (concerned == Concerns::no) continue;
            if (concerned == Concerns::perhaps) {
                const std::vector<std::size_t> in_doubt = levels_in_doubt(run_, requirement, leaf, *item);
                for (const std::size_t level : in_doubt) {
                    const program::Level& bound = lowered.levels[level - 1];
                    visit(at(bound.elements, frame_of(lowered, leaf.level), leaf.row), false);
                }
                if (!in_doubt.empty()) continue;
            }
            if (leaf.kind != LeafKind::subject && leaf.truth != Truth::unknown) continue;
            if (applies && leaf.kind == LeafKind::subject)
                for (const Cell& one : leaf.cells) whether_owed(lowered, leaf, one);
            else visit_leaf(lowered, leaf.kind, leaf.level, leaf.row, leaf.cells, false);
        }
    }

    /// Whether a part is owed at all: its condition, or its deadline.
    void whether_owed(const program::LoweredRequirement& lowered, const Leaf& leaf, const Cell& one) {
        if (one.truth == Truth::not_owed) return;
        const program::LoweredClause& clause = lowered.clauses[one.clause];
        const std::int32_t frame = frame_of(lowered, leaf.level);
        if (clause.owed >= 0 && is_open(run_, at(clause.owed, frame, leaf.row)))
            visit(at(clause.owed, frame, leaf.row), false);
        if (clause.due >= 0 && one.truth == Truth::unknown) visit_cell(lowered, leaf.level, leaf.row, one, false);
    }
};

/// Is a cell not owed because it lies ahead?
bool lies_ahead(const Run& run, const program::LoweredRequirement& lowered, std::size_t level, std::uint32_t row,
                const Cell& cell) {
    const program::LoweredClause& clause = lowered.clauses[cell.clause];
    const std::int32_t frame = frame_of(lowered, level);
    if (cell.truth != Truth::not_owed || clause.list >= 0 || clause.truth < 0) return false;
    if (const program::Instruction& made = run.instruction(clause.truth);
        made.opcode == program::Opcode::procedure_part)
        return is_ahead(run, {clause.truth, run.outer_row(frame, row, made.frame), false});
    if (clause.due < 0) return false;
    if (clause.owed >= 0 && run.truth(clause.owed, frame, row) == Truth::fails) return false;
    // Is there something from which its term counts?
    const auto [value, duration, start] = run.instruction(clause.due).as<program::Deadline>();
    for (const std::int32_t one : {duration, start}) {
        const plans::Column& column = run.columns[one];
        if (plans::bit(column.none, column.rows == 1 ? 0 : run.outer_row(frame, row, run.instruction(one).frame)))
            return false;
    }
    return true;
}

void collect_requirement(const Run& run, std::uint32_t plan, std::size_t index, std::vector<Leaf>& leaves,
                         std::vector<RequirementResult>& requirements, std::vector<Finding>& findings) {
    const model::Ruleset& rules = run.ruleset();
    const model::Requirement& rule = rules.requirements[index];
    const program::LoweredRequirement& lowered = run.program->requirements[index];
    RequirementResult result;
    result.first_finding = static_cast<std::uint32_t>(findings.size());
    Count total;
    const bool in_force = rule.in_force.holds_on(run.options.as_of);
    const bool waived = rule.waiver && rule.waiver->holds_on(run.options.as_of);
    bool when_unknown = false, silent = false, when_no = false, no_subjects = false, not_yet_due = false,
         all_vacuous = true, none_there = true, may_fail = false;
    find_leaves(run, static_cast<std::uint32_t>(index), plan, leaves);
    for (Leaf& leaf : leaves) {
        Finding finding;
        finding.requirement = static_cast<std::uint32_t>(index);
        finding.kind = leaf.kind;
        finding.level = leaf.level;
        finding.row = leaf.row;
        if (leaf.level > 0) finding.subject = subject_text(run, lowered, leaf.level, leaf.row);
        Count count;
        add(count, leaf);
        add(total, leaf);
        static_cast<Result&>(finding) = result_of(count, rule.modality, leaf.may_fail, waived);
        switch (finding.verdict) {
            case Verdict::met: {
                bool nothing = true;
                for (const Cell& cell : leaf.cells) {
                    if (cell.truth != Truth::holds || cell.beyond) continue;
                    const std::int32_t id = lowered.clauses[cell.clause].truth;
                    const std::int32_t frame = lowered.clauses[cell.clause].list < 0
                                                   ? frame_of(lowered, leaf.level)
                                                   : run.instruction(lowered.clauses[cell.clause].elements).frame;
                    nothing = nothing && lowered.clauses[cell.clause].list < 0 &&
                              vacuous(run, id, run.outer_row(frame, cell.row, run.instruction(id).frame));
                }
                finding.reason = nothing ? Reason::vacuous : Reason::holds;
                all_vacuous = all_vacuous && nothing;
                break;
            }
            case Verdict::partly_met:
            case Verdict::not_met:
                finding.reason = leaf.kind == LeafKind::empty ? Reason::none_there : Reason::contradicted;
                none_there = none_there && finding.reason == Reason::none_there;
                break;
            case Verdict::unknown:
                finding.reason = leaf.kind == LeafKind::when ? Reason::when_unknown : Reason::silent;
                (leaf.kind == LeafKind::when ? when_unknown : silent) = true;
                break;
            case Verdict::not_applicable: {
                const bool due = std::any_of(leaf.cells.begin(), leaf.cells.end(), [&](const Cell& cell) {
                    return lies_ahead(run, lowered, leaf.level, leaf.row, cell);
                });
                finding.reason = !in_force                      ? Reason::not_in_force
                                 : leaf.kind == LeafKind::when  ? Reason::when_no
                                 : leaf.kind == LeafKind::empty ? Reason::no_subjects
                                 : due                          ? Reason::not_yet_due
                                                                : Reason::not_owed;
                when_no = when_no || finding.reason == Reason::when_no;
                no_subjects = no_subjects || finding.reason == Reason::no_subjects;
                not_yet_due = not_yet_due || finding.reason == Reason::not_yet_due;
                break;
            }
        }
        may_fail = may_fail || finding.may_be_gap;
        finding.cells = std::move(leaf.cells);
        if (findings.size() == run.options.greatest_finding_count)
            throw limits::Reached(limits::Limit::findings, run.options.greatest_finding_count);
        findings.push_back(std::move(finding));
    }
    limits::Pace pace;
    if (findings.size() > result.first_finding + 1)
        std::stable_sort(findings.begin() + result.first_finding, findings.end(),
                         [&pace](const Finding& one, const Finding& other) {
                             pace.step();
                             if (one.subject.has_value() != other.subject.has_value()) return !one.subject.has_value();
                             return one.subject && natural_less(*one.subject, *other.subject);
                         });
    result.finding_count = static_cast<std::uint32_t>(findings.size()) - result.first_finding;
    static_cast<Result&>(result) = result_of(total, rule.modality, may_fail, waived);
    switch (result.verdict) {
        case Verdict::met: result.reason = all_vacuous ? Reason::vacuous : Reason::holds; break;
        case Verdict::partly_met:
        case Verdict::not_met: result.reason = none_there ? Reason::none_there : Reason::contradicted; break;
        case Verdict::unknown: result.reason = when_unknown && !silent ? Reason::when_unknown : Reason::silent; break;
        case Verdict::not_applicable:
            result.reason = !in_force     ? Reason::not_in_force
                            : when_no     ? Reason::when_no
                            : not_yet_due ? Reason::not_yet_due
                            : no_subjects ? Reason::no_subjects
                                          : Reason::not_owed;
            break;
    }
    requirements.push_back(result);
}

void collect(const Run& run, std::uint32_t plan, std::vector<RequirementResult>& requirements,
             std::vector<Finding>& findings) {
    const model::Ruleset& rules = run.ruleset();
    requirements.reserve(rules.requirements.size());
    findings.reserve(rules.requirements.size());  // most have one
    std::vector<Leaf> leaves;
    for (std::size_t index = 0; index < rules.requirements.size(); ++index)
        in_rule(rules, rules.requirements[index],
                [&] { collect_requirement(run, plan, index, leaves, requirements, findings); });
}

}  // namespace

std::vector<procedures::MemberProgress> Assessment::progress(const Finding& finding) const {
    if (ruleset().requirements[finding.requirement].protocol < 0 || finding.cells.empty()) return {};
    const program::LoweredRequirement& lowered = run_->program->requirements[finding.requirement];
    const std::int32_t runs = lowered.clauses.back().truth;  // the part that every protocol has
    return progress_of(
        *run_,
        {runs, run_->outer_row(frame_of(lowered, finding.level), finding.row, run_->instruction(runs).frame), false});
}

bool Assessment::not_yet_due(const Finding& finding, const Cell& cell) const {
    return finding.kind == LeafKind::subject &&
           lies_ahead(*run_, run_->program->requirements[finding.requirement], finding.level, finding.row, cell);
}

const model::Ruleset& Assessment::ruleset() const { return run_->ruleset(); }
const plans::Plans& Assessment::plans() const { return *run_->plans; }
const RunOptions& Assessment::options() const { return run_->options; }

Assessment::Assessment(std::shared_ptr<const Run> run, std::uint32_t plan)
    : run_(std::move(run)), plan_(plan), details_(std::make_shared<Details>()) {
    details_->named_slices = std::make_shared<NamedSlices>();
}

bool Assessment::may_have_too_many_findings() const {
    std::size_t most = 0;
    for (const program::LoweredRequirement& lowered : run_->program->requirements) {
        ++most;
        for (const program::Level& level : lowered.levels) most += 2 * run_->frames[level.frame].rows;
    }
    return most > run_->options.greatest_finding_count;
}

const Assessment::Details& Assessment::details() const {
    details_->once([this] {
        std::vector<RequirementResult> requirements;  // kept when all are there: memory may run out on the way
        std::vector<Finding> findings;
        collect(*run_, plan_, requirements, findings);
        details_->requirements = std::move(requirements);
        details_->findings = std::move(findings);
    });
    return *details_;
}

std::vector<MissingPlace> Assessment::missing(const Finding& finding, const Cell* cell, std::string_view language,
                                              std::size_t* more) const {
    const program::LoweredRequirement& lowered = run_->program->requirements[finding.requirement];
    Explorer explorer(*run_, *details_->named_slices);
    if (cell) {
        if (cell->truth != Truth::unknown) return {};
        explorer.cell(lowered, finding.level, finding.row, *cell, false);
    } else {
        if (finding.verdict != Verdict::unknown && finding.unknown == 0) return {};
        explorer.leaf(lowered, finding.kind, finding.level, finding.row, finding.cells, false);
    }
    if (more != nullptr) *more = explorer.more;
    std::vector<MissingPlace> result;
    for (Explorer::Found& found : explorer.places) {
        if (!found.why) continue;
        const bool stated = *found.why == plans::Why::imprecise || *found.why == plans::Why::not_computable;
        std::string value = found.said ? shown_count(*run_, *found.said, language)
                            : stated   ? shown_value(*run_, found.node, language)
                            : *found.why == plans::Why::outdated
                                ? outdated_value(*run_, found.node, found.place, language)
                                : std::string();
        result.push_back({std::move(found.place), *found.why, std::move(found.due), std::move(value)});
    }
    std::stable_sort(result.begin(), result.end(), [](const MissingPlace& one, const MissingPlace& other) {
        return natural_less(one.place.text, other.place.text);
    });
    result.erase(std::unique(result.begin(), result.end(),
                             [](const MissingPlace& one, const MissingPlace& other) {
                                 return one.place.text == other.place.text;
                             }),
                 result.end());
    return result;
}

std::vector<PlaceUsed> Assessment::evidence(const Finding& finding, const Cell* cell, std::string_view language,
                                            std::size_t* more) const {
    const program::LoweredRequirement& lowered = run_->program->requirements[finding.requirement];
    std::vector<PlaceUsed> result;
    const auto collect = [&](const Cell* one, Truth used_as) {
        Explorer explorer(*run_, *details_->named_slices);
        if (one) explorer.cell(lowered, finding.level, finding.row, *one, true);
        else explorer.leaf(lowered, finding.kind, finding.level, finding.row, {}, true);
        if (more != nullptr) *more = std::max(*more, explorer.more);
        for (Explorer::Found& found : explorer.places) {
            if (found.why && !says_something(*run_, found.node)) continue;
            PlaceUsed used;
            used.place = std::move(found.place);
            used.used_as = used_as == Truth::holds || used_as == Truth::fails ? used_as : Truth::unknown;
            used.defaulted = found.defaulted;
            used.value =
                found.said ? shown_count(*run_, *found.said, language) : shown_value(*run_, found.node, language);
            result.push_back(std::move(used));
        }
    };
    if (cell) {
        if (cell->truth != Truth::unknown) collect(cell, cell->truth);
    } else if (finding.kind != LeafKind::subject) {
        if (finding.verdict != Verdict::unknown) collect(nullptr, finding.fails > 0 ? Truth::fails : Truth::unknown);
    } else {
        for (const Cell& one : finding.cells)
            if (one.truth != Truth::unknown) collect(&one, one.truth);
    }
    std::stable_sort(result.begin(), result.end(), [](const PlaceUsed& one, const PlaceUsed& other) {
        if (one.place.text != other.place.text) return natural_less(one.place.text, other.place.text);
        return one.used_as == Truth::fails && other.used_as != Truth::fails;
    });
    result.erase(std::unique(result.begin(), result.end(),
                             [](const PlaceUsed& one, const PlaceUsed& other) {
                                 return one.place.text == other.place.text && one.used_as == other.used_as;
                             }),
                 result.end());
    return result;
}

}  // namespace brecha::assess
