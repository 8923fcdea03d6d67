// Texts and proofs of findings, rendered last: nothing here can change a verdict.
#include "assess/assessment.hpp"
#include "assess/leaves.hpp"
#include "assess/rule_words.hpp"
#include "assess/trace.hpp"
#include "messages/catalogue/report.hpp"
#include "plans/places.hpp"

#include <algorithm>
#include <set>

namespace brecha::assess {

using messages::Message;
using program::Instruction;
using program::Opcode;
namespace catalogue = messages::catalogue;

namespace {

constexpr std::size_t greatest_proof_depth = 24;
constexpr std::size_t greatest_proof_size =
    400;  // nodes; then the proof stops, so that a list of a million does not fill a page
constexpr std::size_t greatest_listed = 50;    // elements of a list shown in a text
constexpr std::size_t greatest_branches = 12;  // of one node of a proof; the last one says how many more

std::string not_stated(std::string_view language) { return Message(catalogue::not_stated).in(language); }

/// Is everything stated that an open value is made of, and nothing comes of it?
bool cannot_be_computed(const Run& run, const Node& value) {
    std::vector<Node> wanted = {value};
    std::set<std::pair<std::int32_t, std::uint32_t>> seen;
    bool found = false;
    while (!wanted.empty()) {
        const Node node = wanted.back();
        wanted.pop_back();
        if (!seen.insert({node.instruction, node.row}).second) continue;
        Step step = step_back(run, node);
        if (step.known_but == plans::Why::not_computable) found = true;
        else if (step.why || step.known_but) return false;
        else wanted.insert(wanted.end(), step.operands.begin(), step.operands.end());
    }
    return found;
}

/// In the place of a value: that there is none, that it cannot be computed, or that it is not stated.
std::string no_value(const Run& run, const Node& node, std::string_view language) {
    const plans::Column& column = run.columns[node.instruction];
    const bool none = plans::bit(column.none, column.rows == 1 ? 0 : node.row);
    if (!none && !cannot_be_computed(run, node)) return not_stated(language);
    const plans::Why why = none ? plans::Why::none : plans::Why::not_computable;
    return '(' + Message(catalogue::whys[static_cast<std::size_t>(why)]).in(language) + ')';
}

std::string value_at(const Run& run, std::int32_t id, std::uint32_t row, std::string_view language,
                     bool listed = false) {
    const plans::Column& column = run.columns[id];
    const std::size_t at = column.rows == 1 ? 0 : row;
    const bool there =
        plans::bit(column.valid, at) || (column.storage == plans::Storage::truth && plans::bit(column.fails, at));
    if (!there) return no_value(run, {id, row, false}, language);
    return plans::value_text(*run.plans, run.instruction(id).type, column, at, language, listed);
}

std::string list_at(const Run& run, std::int32_t id, std::uint32_t row, std::string_view language) {
    const kernels::List& list = run.lists[id];
    const std::size_t at = list.rows == 1 ? 0 : row;
    const std::int32_t elements = run.instruction(id).elements, presence = run.instruction(id).presence;
    const std::int32_t inner = run.instruction(presence).frame;
    // Of what may be missing, only what is missing for certain is named.
    const bool certain_only = run.instruction(id).opcode == Opcode::missing_from;
    std::vector<std::string> words;
    for (std::uint32_t i = list.begin[at]; i < list.end[at] && words.size() < greatest_listed; ++i)
        if (const Truth there = run.truth(presence, inner, i);
            there == Truth::holds || (there == Truth::unknown && !certain_only))
            words.push_back(
                value_at(run, elements, run.outer_row(inner, i, run.instruction(elements).frame), language, true));
    std::sort(words.begin(), words.end(), natural_less);
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    if (run.may_have_more(id, at)) text += text.empty() ? not_stated(language) : ", …";
    return text;
}

/// What a part is called in a text, by itself or (`listed`) among several: its words or those of the value it is about,
/// or its id.
std::string part_label(const Run& run, const model::Requirement& rule, const program::LoweredRequirement& lowered,
                       const Cell& cell, std::string_view language, bool listed) {
    const model::Clause& clause = rule.clauses[cell.clause];
    const program::LoweredClause& made = lowered.clauses[cell.clause];
    if (made.list >= 0 && !cell.beyond) return value_at(run, made.elements, cell.row, language, listed);
    const std::string_view label =
        model::in_language(listed && !clause.listed.empty() ? clause.listed : clause.label, language);
    return label.empty() ? cell.part : std::string(label);
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string text;
    for (const std::string& word : words) {
        if (word.empty()) continue;
        if (!text.empty()) text += separator;
        text += word;
    }
    return text;
}

class Writer {
public:
    Writer(const Run& run, const Finding& finding, std::string_view language)
        : run_(run), finding_(finding), language_(language), rule_(run.ruleset().requirements[finding.requirement]),
          lowered_(run.program->requirements[finding.requirement]) {}

    /// The texts of `messages` for the failing parts; one that names no part (`{part}`) once, whatever the number of
    /// parts of which it is said.
    std::vector<std::string> texts(const std::vector<model::Message>& messages, std::size_t first_text,
                                   bool& all_written) const {
        std::vector<std::string> result;
        all_written = true;
        bool general_used = false;
        for (const Cell& cell : finding_.cells) {
            if (cell.truth != Truth::fails) continue;
            const std::size_t spoken = message_for(messages, cell);
            if (spoken == none) all_written = false;
            else if (names_part(messages[spoken].templates) || !messages[spoken].part.empty() || !general_used) {
                general_used |= messages[spoken].part.empty();
                result.push_back(render(
                    messages[spoken].templates, first_text + spoken,
                    [&](const Cell& other) { return message_for(messages, other) == spoken; }, &cell));
            }
        }
        std::vector<std::string> once;
        for (std::string& text : result)
            if (std::find(once.begin(), once.end(), text) == once.end()) once.push_back(std::move(text));
        return once;
    }

    /// What is said where an `each` that asks for at least one finds nobody; empty where nothing is written.
    std::string none_there() const {
        const std::size_t first = rule_.gaps.size() + rule_.remedies.size();
        return render(rule_.subjects[finding_.level].none_there, first + finding_.level,
                      [](const Cell&) { return false; });
    }
    /// The general remedies, as far as they speak of nobody who is not there.
    std::vector<std::string> remedies_where_none() const {
        std::vector<std::string> result;
        for (std::size_t i = 0; i < rule_.remedies.size(); ++i) {
            const std::size_t text = rule_.gaps.size() + i;
            if (rule_.remedies[i].part.empty() && !speaks_of_further(rule_.remedies[i].templates, text))
                result.push_back(render(rule_.remedies[i].templates, text, [](const Cell&) { return false; }));
        }
        return result;
    }

    std::string labels(Truth truth) const {
        return labels(truth, [](const Cell&) { return true; });
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    const Run& run_;
    const Finding& finding_;
    std::string_view language_;
    const model::Requirement& rule_;
    const program::LoweredRequirement& lowered_;

    template <typename Wanted>
    std::string labels(Truth truth, const Wanted& wanted) const {
        std::vector<std::string> words;
        for (const Cell& cell : finding_.cells)
            if (cell.truth == truth && wanted(cell))
                words.push_back(part_label(run_, rule_, lowered_, cell, language_, true));
        return joined(words, ", ");
    }

    /// The message that speaks of a cell: its part's own, else the general one, else none.
    std::size_t message_for(const std::vector<model::Message>& messages, const Cell& cell) const {
        const std::string& label = rule_.clauses[cell.clause].part;
        std::size_t general = none;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            const std::string& part = messages[i].part;
            if (part.empty()) general = std::min(general, i);
            else if (model::names_part(part, cell.part) || part == label) return i;
        }
        return general;
    }

    std::size_t chosen_of(const model::Templates& templates) const {
        for (std::size_t i = 0; i < templates.size(); ++i)
            if (templates[i].language == language_) return i;
        return 0;
    }

    /// Does a text name parts, or what is bound further in than the finding's subject?
    bool speaks_of_further(const model::Templates& templates, std::size_t text) const {
        if (templates.empty()) return false;
        const std::size_t chosen = chosen_of(templates);
        for (std::size_t i = 0; i < templates[chosen].pieces.size(); ++i) {
            const model::Piece& piece = templates[chosen].pieces[i];
            if (piece.failing || piece.open || piece.part) return true;
            if (!piece.value) continue;
            const std::int32_t wanted = run_.instruction(lowered_.texts[text][chosen][i].value).frame;
            std::int32_t frame = frame_of(lowered_, finding_.level);
            while (frame >= 0 && frame != wanted) frame = run_.program->frames[frame].parent;
            if (frame < 0) return true;
        }
        return false;
    }

    bool names_part(const model::Templates& templates) const {
        if (templates.empty()) return false;
        const std::vector<model::Piece>& pieces = templates[chosen_of(templates)].pieces;
        return std::any_of(pieces.begin(), pieces.end(), [](const model::Piece& piece) { return piece.part; });
    }

    /// `{missing}` and `{open}` name the parts that the text speaks of, `{part}` the one of which it is said.
    template <typename Spoken>
    std::string render(const model::Templates& templates, std::size_t text, const Spoken& of_this,
                       const Cell* said_of = nullptr) const {
        if (templates.empty()) return {};
        const std::size_t chosen = chosen_of(templates);
        const model::Template& words = templates[chosen];
        std::string result;
        for (std::size_t i = 0; i < words.pieces.size(); ++i) {
            const model::Piece& piece = words.pieces[i];
            const program::LoweredPiece& made = lowered_.texts[text][chosen][i];
            if (piece.failing) result += labels(Truth::fails, of_this);
            else if (piece.open) result += labels(Truth::unknown, of_this);
            else if (piece.part && said_of) result += part_label(run_, rule_, lowered_, *said_of, language_, false);
            else if (made.value < 0) result += piece.text;
            else {
                const std::uint32_t row = run_.outer_row(frame_of(lowered_, finding_.level), finding_.row,
                                                         run_.instruction(made.value).frame);
                result += made.list ? list_at(run_, made.value, row, language_) : value_or_name(made.value, row);
            }
        }
        return on_one_line(result);
    }

    /// A value; for the name of an item that has none, what else the item is called.
    std::string value_or_name(std::int32_t value, std::uint32_t row) const {
        const plans::Column& column = run_.columns[value];
        const bool there = plans::bit(column.valid, column.rows == 1 ? 0 : row);
        std::uint32_t at = row;
        const Instruction* made = &run_.instruction(value);
        for (; made->opcode == Opcode::expand; made = &run_.instruction(made->first()))
            at = run_.outer_row(made->frame, at, run_.instruction(made->first()).frame);
        if (!there && made->opcode == Opcode::load &&
            plans::names_item(run_.ruleset().vocabulary.entities[static_cast<std::size_t>(made->entity)],
                              static_cast<std::size_t>(made->field))) {
            const plans::Column& items = run_.columns[made->first()];
            const std::size_t item =
                items.rows == 1 ? 0 : run_.outer_row(made->frame, at, run_.instruction(made->first()).frame);
            if (plans::bit(items.valid, item))
                if (std::string name = plans::item_name(*run_.plans, static_cast<std::uint32_t>(made->entity),
                                                        static_cast<std::uint32_t>(items.integers[item]), language_);
                    !name.empty())
                    return name;
        }
        return value_at(run_, value, row, language_);
    }

    /// A text written over several lines reads as one.
    static std::string on_one_line(std::string_view text) {
        std::string line;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\n') {
                line += text[i];
                continue;
            }
            while (!line.empty() && line.back() == ' ') line.pop_back();
            while (i + 1 < text.size() && (text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\t')) ++i;
            if (!line.empty() && i + 1 < text.size()) line += ' ';
        }
        return line;
    }
};

class Prover {
public:
    Prover(const Run& run, std::uint32_t requirement, std::string_view language)
        : run_(run), rule_(run.ruleset().requirements[requirement]), lowered_(run.program->requirements[requirement]),
          language_(language) {}

    Proof prove(const Node& node, std::size_t depth = 0, std::string_view above = {}) {
        limits::look();
        const Instruction& made = run_.instruction(node.instruction);
        Step step = step_back(run_, node);
        Proof proof;
        const std::string source = source_text(node.instruction, made);
        // Steps of one expression have its words; below it, one for each item that it asks for is called by the item.
        const bool repeats = !source.empty() && source == above;
        const std::string item = repeats ? asked_item(node, made) : std::string();
        proof.text = item.empty() ? source : item;
        if (made.opcode == Opcode::judged)
            proof.text =
                model::in_language(run_.ruleset().judgements[static_cast<std::size_t>(made.index)].question, language_);
        if (!node.list && run_.columns[node.instruction].storage == plans::Storage::truth)
            proof.truth = kernels::TruthInput(run_.columns[node.instruction])[node.row];
        else if (!node.list)
            proof.value =
                item_without_key(made) ? std::string() : value_at(run_, node.instruction, node.row, language_);
        else proof.value = list_value(node);
        if (step.due) proof.text += " (≤ " + *step.due + ")";
        proof.place = std::move(step.place);
        proof.why = step.why;
        limits::take(sizeof(Proof) + proof.text.size() + proof.value.size());
        ++size_;
        if (depth >= greatest_proof_depth) return proof;
        // "no x in L : P" is "not some x in L : P": one step for whoever reads.
        if (made.opcode == Opcode::not_ && step.operands.size() == 1 && words_of(step.operands[0]) == source)
            step = step_back(run_, step.operands[0]);
        std::size_t more = step.more;
        for (std::size_t i = 0; i < step.operands.size(); ++i) {
            add(proof.because, step.operands[i], depth + 1, source);
            if (size_ < greatest_proof_size) continue;
            // Of what does not fit, one for each element.
            for (std::size_t left = i + 1; left < step.operands.size(); ++left)
                more += step.operands[left].instruction == step.operands.back().instruction;
            break;
        }
        std::stable_sort(proof.because.begin(), proof.because.end(),
                         [](const Proof& one, const Proof& other) { return rank(one) < rank(other); });
        proof.because = branches_of(proof.because, more);
        // A node that says just what its only reason says is that reason.
        if (!item.empty() && proof.because.size() == 1 &&
            (proof.truth == Truth::holds || proof.because[0].value == item))
            return take_only(proof);
        const bool same_words =
            proof.because.size() == 1 && proof.because[0].text == proof.text && proof.because[0].truth == proof.truth;
        if (proof.because.size() == 1 && !proof.place && (same_words || (repeats && item.empty())))
            return take_only(proof);
        return proof;
    }

    /// The list of an `each` that finds nobody, and why each of its elements does not count.
    Proof prove_nobody(const program::Level& level, std::uint32_t row) {
        Proof proof = prove({level.list, row, true});
        if (!level.at_least_one) return proof;
        proof.truth = Truth::fails;
        if (level.condition < 0) return proof;
        const kernels::List& list = run_.lists[level.list];
        const std::int32_t frame = run_.instruction(level.condition).frame;
        for (std::uint32_t i = list.begin[row]; i < list.end[row]; ++i)
            add(proof.because, {level.condition, run_.outer_row(level.frame, i, frame), false}, 1, proof.text);
        proof.because = branches_of(proof.because, 0);
        return proof;
    }

private:
    const Run& run_;
    const model::Requirement& rule_;
    const program::LoweredRequirement& lowered_;
    std::string_view language_;
    std::size_t size_ = 0;

    /// Each once, and no more than fit on a page; `more` that are not even there.
    std::vector<Proof> branches_of(std::vector<Proof>& because, std::size_t more) const {
        std::vector<Proof> branches;
        for (Proof& one : because)
            if (std::none_of(branches.begin(), branches.end(),
                             [&](const Proof& other) { return same(one, other) || lists(other, one); }))
                branches.push_back(std::move(one));
        if (branches.size() + (more > 0) > greatest_branches) {
            more += branches.size() - greatest_branches + 1;
            branches.resize(greatest_branches - 1);
            branches.emplace_back().text = Message(catalogue::branches_more, {more}).in(language_);
        }
        return branches;
    }

    static Proof take_only(Proof& proof) {
        Proof only = std::move(proof.because[0]);
        return only;
    }

    bool item_without_key(const Instruction& made) const {
        return made.type.kind == model::TypeKind::item &&
               run_.ruleset().vocabulary.entities[static_cast<std::size_t>(made.type.of)].key.empty();
    }

    std::string words_of(const Node& node) const {
        return source_text(node.instruction, run_.instruction(node.instruction));
    }

    /// Does the list, whose values are all shown, show this element?
    static bool lists(const Proof& list, const Proof& element) {
        return list.text == element.text && list.place && element.place && !list.value.empty() &&
               element.because.empty() && element.place->text.starts_with(list.place->text + "/[");
    }

    static bool same(const Proof& one, const Proof& other) {
        const auto place = [](const Proof& proof) { return proof.place ? proof.place->text : std::string(); };
        if (one.text != other.text || one.truth != other.truth || one.value != other.value ||
            place(one) != place(other) || one.because.size() != other.because.size())
            return false;
        for (std::size_t i = 0; i < one.because.size(); ++i)
            if (!same(one.because[i], other.because[i])) return false;
        return true;
    }

    static int rank(const Proof& proof) {
        if (proof.truth == Truth::fails) return 0;
        return proof.truth == Truth::unknown || proof.why ? 1 : 2;
    }

    /// Steps that only carry a value on are not shown.
    void add(std::vector<Proof>& to, const Node& node, std::size_t depth, std::string_view above) {
        if (size_ >= greatest_proof_size) return;
        const Opcode opcode = run_.instruction(node.instruction).opcode;
        switch (opcode) {
            case Opcode::constant:
            case Opcode::assessment_date:
            case Opcode::in_force:
            case Opcode::plan_item:
            case Opcode::constant_list: return;
            case Opcode::list_literal:
            case Opcode::expand:
            case Opcode::elements:
            case Opcode::presence:
            case Opcode::spread:
            case Opcode::view:
            case Opcode::flatten:
            case Opcode::join:
            case Opcode::distinct: {
                const Step step = step_back(run_, node);
                if (step.place) {
                    to.push_back(prove(node, depth, above));
                    return;
                }
                if (depth >= greatest_proof_depth) return;
                for (const Node& operand : step.operands) add(to, operand, depth + 1, above);
                return;
            }
            default: to.push_back(prove(node, depth, above));
        }
    }

    /// In the frame of a list that the rule itself writes, the value of the row; else nothing.
    std::string asked_item(const Node& node, const Instruction& made) const {
        const std::int32_t list = run_.program->frames[made.frame].opened_by;
        if (node.list || list < 0 || run_.instruction(list).type.kind == model::TypeKind::item) return {};
        for (std::int32_t from = list;;) {
            const Opcode opcode = run_.instruction(from).opcode;
            if (opcode == Opcode::list_literal || opcode == Opcode::constant_list || opcode == Opcode::parameter_list)
                break;
            if (opcode != Opcode::spread) return {};
            from = run_.instruction(from).first();
        }
        return value_at(run_, run_.instruction(list).elements, node.row, language_);
    }

    std::string list_value(const Node& node) const {
        const kernels::List& list = run_.lists[node.instruction];
        const std::size_t at = list.rows == 1 ? 0 : node.row;
        if (plans::bit(list.absent, at)) return not_stated(language_);
        if (run_.instruction(node.instruction).type.kind != model::TypeKind::item) {
            const std::string values = list_at(run_, node.instruction, node.row, language_);
            return values.empty() ? "0" : values;
        }
        return std::to_string(list.end[at] - list.begin[at]) + (is_open(run_, node) ? "+" : "");
    }

    /// The words of this rule for what the instruction computes, else those of the rule that came first; keywords in
    /// the reader's language.
    std::string source_text(std::int32_t id, const Instruction& made) const {
        const auto own =
            std::lower_bound(lowered_.spellings.begin(), lowered_.spellings.end(), id,
                             [](const auto& spelling, std::int32_t wanted) { return spelling.first < wanted; });
        const model::Expression* source =
            own != lowered_.spellings.end() && own->first == id ? own->second : made.source;
        return source ? rule_words(run_.ruleset(), rule_.row, *source, language_) : std::string();
    }
};

}  // namespace

std::string Assessment::gap_text(const Finding& finding, std::string_view language) const {
    run_->run_texts();
    const model::Requirement& rule = ruleset().requirements[finding.requirement];
    const Writer writer(*run_, finding, language);
    if (finding.kind == LeafKind::empty) {
        const std::string text = writer.none_there();
        return text.empty() ? Message(catalogue::not_met, {model::in_language(rule.title, language)}).in(language)
                            : text;
    }
    bool all_written = true;
    std::vector<std::string> texts = writer.texts(rule.gaps, 0, all_written);
    if (!all_written) {
        const std::string title(model::in_language(rule.title, language)),
            labels = finding.cells.size() > 1 ? writer.labels(Truth::fails) : std::string();
        // The title says what should be: standing among the gaps by itself it would read as if it were so.
        texts.insert(texts.begin(),
                     Message(catalogue::not_met, {labels.empty() ? title : title + ": " + labels}).in(language));
    }
    return joined(texts, " ");
}

std::string Assessment::remedy_text(const Finding& finding, std::string_view language) const {
    run_->run_texts();
    const model::Requirement& rule = ruleset().requirements[finding.requirement];
    const Writer writer(*run_, finding, language);
    if (finding.kind == LeafKind::empty) return joined(writer.remedies_where_none(), " ");
    bool all_written = true;
    return joined(writer.texts(rule.remedies, rule.gaps.size(), all_written), " ");
}

namespace {

std::string period_text(const model::Period& period, std::string_view language) {
    if (!period.from) return Message(catalogue::in_force_until, {model::day_to_text(*period.until)}).in(language);
    const std::string from = model::day_to_text(*period.from);
    if (!period.until) return Message(catalogue::in_force_from, {from}).in(language);
    return Message(catalogue::in_force_from_until, {from, model::day_to_text(*period.until)}).in(language);
}

}  // namespace

std::vector<Proof> Assessment::why(const Finding& finding, std::string_view language) const {
    const program::LoweredRequirement& lowered = run_->program->requirements[finding.requirement];
    const std::int32_t frame = frame_of(lowered, finding.level);
    const auto node = [&](std::int32_t id, std::int32_t from, std::uint32_t row) {
        return Node{id, run_->outer_row(from, row, run_->instruction(id).frame), false};
    };
    Prover prover(*run_, finding.requirement, language);
    std::vector<Proof> proofs;
    if (finding.reason == Reason::not_in_force) {
        Proof& proof = proofs.emplace_back();
        proof.text = period_text(ruleset().requirements[finding.requirement].in_force, language);
        proof.truth = Truth::fails;
        return proofs;
    }
    switch (finding.kind) {
        case LeafKind::when:
            proofs.push_back(prover.prove(
                node(finding.level == 0 ? lowered.when : lowered.levels[finding.level - 1].when, frame, finding.row)));
            break;
        case LeafKind::where:
            proofs.push_back(prover.prove(node(lowered.levels[finding.level - 1].in, frame, finding.row)));
            break;
        case LeafKind::list:
            proofs.push_back(prover.prove({lowered.levels[finding.level].list, finding.row, true}));
            break;
        case LeafKind::empty: proofs.push_back(prover.prove_nobody(lowered.levels[finding.level], finding.row)); break;
        case LeafKind::subject:
            for (const Cell& cell : finding.cells) {
                const program::LoweredClause& clause = lowered.clauses[cell.clause];
                Proof proof;
                if (clause.list >= 0 && cell.beyond)
                    proof = prover.prove(
                        {clause.list, run_->outer_row(frame, finding.row, run_->instruction(clause.list).frame), true});
                else if (clause.list >= 0)
                    proof = prover.prove(node(clause.truth, run_->instruction(clause.elements).frame, cell.row));
                else proof = prover.prove(node(clause.truth, frame, cell.row));
                if (!cell.part.empty() && proof.text.find(" " + cell.part + " ") == std::string::npos)
                    proof.text = cell.part + "  " + proof.text;
                proof.truth = cell.truth;
                proofs.push_back(std::move(proof));
            }
            break;
    }
    return proofs;
}

namespace {

/// From a clause down to the quantifier that decides it: "no", comparisons with a count, the first that decides an
/// "and" or "or".
std::optional<Node> deciding_quantifier(const Run& run, const Node& node, std::size_t depth = 0) {
    if (node.instruction < 0 || node.list || depth > greatest_proof_depth) return std::nullopt;
    switch (run.instruction(node.instruction).opcode) {
        case Opcode::any:
        case Opcode::all:
        case Opcode::count: return node;
        case Opcode::not_:
        case Opcode::and_:
        case Opcode::or_:
        case Opcode::equal:
        case Opcode::less:
        case Opcode::at_most:
            for (const Node& operand : step_back(run, node).operands)
                if (const auto found = deciding_quantifier(run, operand, depth + 1)) return found;
            return std::nullopt;
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<Tally> Assessment::tally(const Finding& finding, const Cell& cell) const {
    const program::LoweredRequirement& lowered = run_->program->requirements[finding.requirement];
    if (finding.kind != LeafKind::subject || lowered.clauses[cell.clause].list >= 0) return std::nullopt;
    const std::int32_t clause = lowered.clauses[cell.clause].truth;
    const std::uint32_t row =
        run_->outer_row(frame_of(lowered, finding.level), cell.row, run_->instruction(clause).frame);
    const auto node = deciding_quantifier(*run_, {clause, row, false});
    if (!node) return std::nullopt;
    const Instruction& made = run_->instruction(node->instruction);
    const auto closing = made.as<program::Closing>();
    const std::int32_t list_id = closing.list, in = closing.in, body = closing.body;
    const kernels::List& list = run_->lists[list_id];
    const std::size_t at =
        list.rows == 1 ? 0 : run_->outer_row(made.frame, node->row, run_->instruction(list_id).frame);
    if (!made.source || plans::bit(list.absent, at)) return std::nullopt;
    const std::int32_t presence = run_->instruction(list_id).presence, inner = run_->instruction(presence).frame;
    Tally tally;
    tally.quantifier = made.source;
    tally.complete = !run_->may_have_more(list_id, at, [&](std::uint32_t box) { return run_->truth(in, inner, box); });
    for (std::uint32_t i = list.begin[at]; i < list.end[at]; ++i) {
        const auto truth = [&](std::int32_t id) { return id < 0 ? Truth::holds : run_->truth(id, inner, i); };
        const Truth wanted = truth(in), fits = truth(body);
        if (truth(presence) == Truth::fails || (made.opcode == Opcode::all && wanted == Truth::fails)) continue;
        ++tally.elements;
        if (wanted == Truth::holds && fits == Truth::holds) ++tally.satisfying;
        else if (wanted != Truth::fails && fits != Truth::fails) ++tally.open;
    }
    return tally;
}

}  // namespace brecha::assess
