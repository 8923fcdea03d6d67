// Requirements: their subjects, conditions and clauses, and the values in their texts.
#include "program/lowering/lowerer.hpp"

#include <algorithm>

namespace brecha::program {

std::int32_t Lowerer::horizon_of(const model::Requirement& rule) {
    auto& horizons = program_.horizons;
    const auto known = std::find(horizons.begin(), horizons.end(), rule.facts_last);
    if (known == horizons.end()) {
        horizons.push_back(rule.facts_last);
        return static_cast<std::int32_t>(horizons.size()) - 1;
    }
    return static_cast<std::int32_t>(known - horizons.begin());
}

Lowerer::Id Lowerer::conjunction_of(const std::vector<const Expression*>& conditions) {
    if (conditions.empty()) return -1;
    std::vector<Id> truths;
    for (const Expression* condition : conditions) truths.push_back(lower(*condition));
    if (truths.size() == 1) return truths[0];
    Instruction instruction;
    instruction.opcode = Opcode::and_;
    instruction.type = truth_type();
    return apply(std::move(instruction), truths, *conditions[0]);
}

Lowerer::Id Lowerer::conditions_at(const model::Requirement& rule, std::uint32_t level) {
    std::vector<const Expression*> conditions;
    for (const model::When& when : rule.conditions)
        if (when.depth == level) conditions.push_back(&when.condition);
    return conjunction_of(conditions);
}

std::int32_t Lowerer::walked_level(Id list, const std::vector<Level>& levels) const {
    const Instruction& made = this->made(list);
    const auto both = [&](Id one, Id other) {
        const std::int32_t level = walked_level(one, levels);
        return level == walked_level(other, levels) ? level : -1;
    };
    switch (made.opcode) {
        case Opcode::load_list: return owned(made) ? level_of_item(made.first(), levels) : -1;
        case Opcode::spread:
        case Opcode::distinct:
        case Opcode::missing_from: return walked_level(made.first(), levels);
        case Opcode::view:
        case Opcode::flatten: return level_of_item(made.elements, levels);
        case Opcode::join: return both(made.as<Pair>().left, made.as<Pair>().right);
        case Opcode::otherwise_list: return both(made.as<Fallback>().value, made.as<Fallback>().fallback);
        case Opcode::choose_list: return both(made.as<Choice>().yes, made.as<Choice>().no);
        default: return -1;
    }
}

std::int32_t Lowerer::level_of_item(Id item, const std::vector<Level>& levels) const {
    for (std::size_t level = 0; level < levels.size(); ++level)
        if (levels[level].elements == item) return static_cast<std::int32_t>(level);
    const Instruction& made = this->made(item);
    switch (made.opcode) {
        case Opcode::expand: return level_of_item(made.first(), levels);
        case Opcode::load: return owned(made) ? level_of_item(made.first(), levels) : -1;
        case Opcode::element:
        case Opcode::elements: return walked_level(made.first(), levels);
        default: return -1;
    }
}

bool Lowerer::owned(const Instruction& made) const {
    const model::Field& field = ruleset_.vocabulary.entities[static_cast<std::size_t>(made.entity)]
                                    .fields[static_cast<std::size_t>(made.field)];
    return field.type.kind == model::TypeKind::item && !field.reference;
}

void Lowerer::requirement(std::size_t index) {
    if (program_.requirements[index].lowered) return;
    program_.requirements[index].lowered = true;
    const model::Requirement& rule = ruleset_.requirements[index];
    LoweredRequirement lowered;
    lowered.lowered = true;
    for (const model::Let& let : rule.lets) {
        lets_[let.variable] = &let.value;
        environment_[let.variable] = -1;
    }
    subject_frame_ = 1;
    subject_in_ = -1;
    horizon_ = horizon_of(rule);
    spellings_.clear();
    lowered.when = conditions_at(rule, 0);
    if (rule.in_force.is_limited()) {
        Instruction instruction;
        instruction.opcode = Opcode::in_force;
        instruction.index = static_cast<std::int32_t>(index);
        instruction.type = truth_type();
        const Id in_force = emit(std::move(instruction), nullptr);
        lowered.when = lowered.when < 0
                           ? in_force
                           : conjunction(in_force, lowered.when, frame(lowered.when), made(lowered.when).source);
    }
    for (std::size_t depth = 0; depth < rule.subjects.size(); ++depth) {
        const model::Subject& subject = rule.subjects[depth];
        const Id own = lower(subject.list);
        Level level;
        level.list = spread(own, subject_frame_);
        level.frame = inner(level.list);
        level.elements = made(level.list).elements;
        level.in = made(level.list).presence;
        level.type = made(level.elements).type;
        level.walks = level.type.kind == model::TypeKind::item ? walked_level(own, lowered.levels) : -1;
        // A list that does not turn on the level's item can look at the same elements all the same.
        if (level.walks >= 0 && !lies_in(frame(own), lowered.levels[static_cast<std::size_t>(level.walks)].frame))
            level.walks = -1;
        level.at_least_one = subject.ending == model::Ending::at_least_one;
        environment_[subject.variable] = level.elements;
        subject_frame_ = level.frame;
        if (subject.condition) {
            level.condition = lower(*subject.condition);
            level.in = conjunction(level.in, expand(level.condition, level.frame), level.frame, &*subject.condition);
        }
        level.when = conditions_at(rule, static_cast<std::uint32_t>(depth + 1));
        subject_in_ = level.in;
        lowered.levels.push_back(level);
    }
    for (const model::Clause& clause : rule.clauses) lowered.clauses.push_back(this->clause(clause.condition));
    // Of one instruction, the first.
    const auto before = [](const auto& one, const auto& other) { return one.first < other.first; };
    std::stable_sort(spellings_.begin(), spellings_.end(), before);
    const auto same = [](const auto& one, const auto& other) { return one.first == other.first; };
    lowered.spellings.assign(spellings_.begin(), std::unique(spellings_.begin(), spellings_.end(), same));
    program_.requirements[index] = std::move(lowered);
}

LoweredClause Lowerer::clause(const Expression& condition) {
    LoweredClause made;
    std::vector<const Expression*> owed;
    const Expression* stated = &condition;
    while (stated->operation == Operation::owed_if) {
        owed.push_back(&stated->operands[0]);
        stated = &stated->operands[1];
    }
    made.owed = conjunction_of(owed);
    if (stated->operation == Operation::due_within) made.due = lower(*stated);
    if (stated->operation != Operation::covers) {
        made.truth = lower(condition);
        return made;
    }
    Covered parts = covered(*stated, 0);
    if (made.owed >= 0) {
        // A condition that knows more than the lists: look at them from there.
        if (depth(frame(made.owed)) > depth(frame(parts.list))) parts = covered(*stated, frame(made.owed));
        parts.truth = apply(Opcode::owed_if, {expand(made.owed, inner(parts.list)), parts.truth}, *stated);
    }
    made.list = parts.list;
    made.elements = this->made(parts.list).elements;
    made.presence = this->made(parts.list).presence;
    made.truth = expand_all(parts.truth, inner(parts.list), stated);
    return made;
}

void Lowerer::texts(std::size_t index) {
    const model::Requirement& rule = ruleset_.requirements[index];
    LoweredRequirement& lowered = program_.requirements[index];
    for (std::size_t level = 0; level < rule.subjects.size(); ++level)
        environment_[rule.subjects[level].variable] = lowered.levels[level].elements;
    subject_frame_ = lowered.levels.empty() ? 1 : lowered.levels.back().frame;
    horizon_ = horizon_of(rule);
    for (const model::Let& let : rule.lets) environment_[let.variable] = -1;
    const auto add = [&](const model::Templates& templates) {
        auto& lowered_message = lowered.texts.emplace_back();
        for (const model::Template& text : templates) {
            auto& lowered_text = lowered_message.emplace_back();
            for (const model::Piece& piece : text.pieces) {
                LoweredPiece& made = lowered_text.emplace_back();
                if (!piece.value) continue;
                made.value = lower(*piece.value);
                made.list = is_list(made.value);
            }
        }
    };
    for (const model::Message& message : rule.gaps) add(message.templates);
    for (const model::Message& message : rule.remedies) add(message.templates);
    for (const model::Subject& subject : rule.subjects) add(subject.none_there);
}

}  // namespace brecha::program
