#include "assess/procedures.hpp"

#include "assess/procedures/parts.hpp"

namespace brecha::assess {

using procedures::Decision;
using procedures::Procedure;

namespace {

/// The numbers in the plan's texts of what the protocol names: its members, roles and cases. What no plan says has a
/// negative number of its own.
std::vector<std::int64_t> numbers_of_names(const Run& run, const model::Protocol& protocol) {
    std::vector<std::int64_t> numbers;
    std::int64_t unsaid = -2;
    const auto add = [&](const std::string& name) {
        const std::int64_t number = run.plans->texts.find(name);
        numbers.push_back(number < 0 ? unsaid-- : number);
    };
    for (const model::ProtocolMember& member : protocol.members) add(member.name);
    for (const std::string& role : protocol.roles) add(role);
    for (const std::string& one : protocol.cases) add(one);
    return numbers;
}

}  // namespace

void write_parts(Run& run, std::int32_t procedure) {
    const program::Instruction& made = run.instruction(procedure);
    const model::Protocol& protocol = run.ruleset().protocols[static_cast<std::size_t>(made.index)];
    const std::vector<std::int64_t> names = numbers_of_names(run, protocol);
    const std::size_t rows = run.frames[made.frame].rows;
    std::vector<kernels::TruthOutput> columns;
    for (std::size_t part = 0; part < protocol.parts.size(); ++part) columns.emplace_back(run.arena, rows);
    // One that answers another protocol is not looked at: nobody asks how it does here.
    const std::int32_t answers = program::Procedure(made.inputs).answers();
    for (std::size_t row = 0; row < rows; ++row) {
        limits::look();
        if (answers >= 0 && kernels::TruthInput(run.columns[answers])[row] == Truth::fails) continue;
        const Procedure one(run, procedure, names, static_cast<std::uint32_t>(row));
        const std::vector<Decision> decisions = decide(one);
        for (std::size_t part = 0; part < columns.size(); ++part) columns[part].set(row, decisions[part].truth);
    }
    for (std::size_t part = 0; part < columns.size(); ++part)
        run.keep(static_cast<std::size_t>(procedure) + 1 + part, columns[part].done());
}

namespace {

/// What the part at its row came to; decided once a procedure.
const Decision& decision_on(const Run& run, const Node& part) {
    const program::Instruction& made = run.instruction(part.instruction);
    const std::int32_t procedure = made.first();
    const std::lock_guard lock(run.decisions_mutex);
    std::shared_ptr<const std::vector<Decision>>& decisions = run.decisions[{procedure, part.row}];
    if (!decisions) {
        const model::Protocol& protocol = run.ruleset().protocols[static_cast<std::size_t>(made.index)];
        decisions = std::make_shared<const std::vector<Decision>>(
            decide(Procedure(run, procedure, numbers_of_names(run, protocol), part.row)));
    }
    return (*decisions)[static_cast<std::size_t>(made.field)];
}

}  // namespace

Step step_back_from_part(const Run& run, const Node& part) {
    const Decision& decision = decision_on(run, part);
    Step step;
    step.due = decision.due;
    step.known_but = decision.known_but;
    if (decision.truth == Truth::unknown && !decision.known_but) {
        for (const Node& node : decision.nodes)
            if (is_open(run, node)) step.operands.push_back(node);
        if (!step.operands.empty()) return step;
        step.known_but = plans::Why::none;  // the plan has that there is nothing to decide it by
    }
    step.operands = decision.nodes;
    return step;
}

std::vector<procedures::MemberProgress> progress_of(const Run& run, const Node& part) {
    const program::Instruction& made = run.instruction(part.instruction);
    const model::Protocol& protocol = run.ruleset().protocols[static_cast<std::size_t>(made.index)];
    const Procedure procedure(run, made.first(), numbers_of_names(run, protocol), part.row);
    if (!procedure.is_record) return {};
    return progress(procedure, decide(procedure));
}

bool is_ahead(const Run& run, const Node& part) { return decision_on(run, part).not_yet; }

}  // namespace brecha::assess
