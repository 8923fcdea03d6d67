#include "model/checking/requirements.hpp"

#include "model/checking/kinds.hpp"
#include "model/checking/periods.hpp"
#include "model/checking/protocols.hpp"
#include "model/checking/templates.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"

#include "messages/catalogue/checking_limits.hpp"
#include "messages/catalogue/checking_protocols.hpp"
#include "messages/catalogue/checking_requirements.hpp"
#include "messages/catalogue/checking_tailoring.hpp"
#include "messages/catalogue/checking_texts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

constexpr std::size_t greatest_written_out = 10'000;  // expressions of one `each`, its lets written out

std::string singular_or_plural(const std::string& amount, std::string unit) {
    if (amount == "1" && unit.ends_with('s')) unit.pop_back();
    std::replace(unit.begin(), unit.end(), '_', ' ');
    return amount + " " + unit;
}

/// The one `due within` of a clause's condition that may stand where it does: alone, or as all that an `every` asks.
const syntax::Expression* due_in(const syntax::Expression& condition) {
    switch (condition.kind) {
        case ExpressionKind::due_within: return &condition;
        case ExpressionKind::group: return due_in(condition.operands.front());
        case ExpressionKind::quantifier:
            return condition.quantifier == syntax::Quantifier::every && condition.has_body
                       ? due_in(condition.operands.back())
                       : nullptr;
        default: return nullptr;
    }
}

/// Puts the values of the requirement's lets in their place, at most `left` expressions.
bool write_out_lets(Expression& expression, const Requirement& requirement, std::size_t& left) {
    if (left == 0) return false;
    --left;
    while (expression.operation == Operation::variable) {
        const auto let = std::find_if(requirement.lets.begin(), requirement.lets.end(),
                                      [&](const Let& one) { return one.variable == expression.index; });
        if (let == requirement.lets.end()) break;
        expression = Expression(let->value);
    }
    for (Expression& operand : expression.operands)
        if (!write_out_lets(operand, requirement, left)) return false;
    return true;
}

/// How long facts last. Dates are whole days, so what lasts for hours or working days is refused, and months need to be
/// rounded.
std::optional<Duration> how_long(const syntax::FactsLastLine& line, const FileContext& file, Environment& environment) {
    Scope scope;
    scope.constant = true;
    Typing typing(environment, file);
    const Expression duration = typing.expression(line.duration, scope);
    if (duration.operation != Operation::duration) return std::nullopt;  // told where it is wrong
    const auto length = static_cast<Duration>(duration.number);
    constexpr std::int64_t seconds_of_a_day = 86'400;
    if (duration_kind(length) == DurationKind::working ||
        (duration_kind(length) == DurationKind::exact && duration_amount(length) % seconds_of_a_day != 0)) {
        environment.diagnostics.error(catalogue::facts_last_no_days, file.at(line.duration));
        return std::nullopt;
    }
    if (duration_kind(length) == DurationKind::calendar) typing.note_months(duration, line.duration);
    environment.ruleset.reads_assessment_date = true;
    return length;
}

/// Reads one requirement, line by line, into its place in the ruleset.
class RequirementReader {
public:
    RequirementReader(WrittenRequirement& written, std::uint32_t index, Environment& environment);
    void read();

private:
    // `own`: the line is the requirement's, not its group's
    void read(const syntax::TitleLine& line, bool own);
    void read(const syntax::ModalityLine& line, bool own);
    void read(const syntax::Cite& line, bool own);
    void read(const syntax::ThemeLine& line, bool own);
    void read(const syntax::WhenLine& line, bool own);
    void read(const syntax::EachLine& line, bool own);
    void read(const syntax::LetLine& line, bool own);
    void read(const syntax::MessageLine& line, bool own);
    void read(const syntax::TrainingLine& line, bool own);
    void read(const syntax::EffortLine& line, bool own);
    void read(const syntax::AfterLine& line, bool own);
    void read(const syntax::NoteLine& line, bool own);
    void read(const syntax::FactsLastLine& line, bool own);
    void read(const syntax::InForceLine& line, bool own);
    void read(const syntax::RequireLine& line, bool own);
    void read(const syntax::AnsweredByLine& line, bool own);
    void read(const syntax::RoleLine& line, bool own) { only_in_protocol(grammar::role("role"), line.span, own); }
    void read(const syntax::EventLine& line, bool own) {
        only_in_protocol(line.is_case ? grammar::role("case") : grammar::role("event"), line.span, own);
    }
    void read(const syntax::StepLine& line, bool own);
    void read(const syntax::LimitLine& line, bool own) { only_in_protocol(grammar::role("limit"), line.span, own); }
    void read(const syntax::NeverLine& line, bool own) { only_in_protocol(grammar::role("never"), line.span, own); }
    void read(const syntax::SeparateLine& line, bool own) {
        only_in_protocol(grammar::role("separate"), line.span, own);
    }

    void look_ahead();
    void only_in_protocol(grammar::Role keyword, const grammar::Span& span, bool own);
    void add_subject(Typing::Bound bound, Ending ending, const grammar::Span& span);
    void add_clause(const syntax::RequireLine& line, const std::string& part);
    Expression clause_condition(const syntax::Expression& source);
    void add_message(const syntax::MessageLine& line, bool own);
    void check_named_parts(const std::vector<Message>& messages);
    void note_none_there(const syntax::MessageLine& line, bool own);
    void add_none_there(std::size_t subject, const syntax::MessageLine& line);
    void check_part(const std::string& part, Location where);
    void say_what_lacks();
    void misplaced(bool own, grammar::Role role, const grammar::Span& span, messages::Message help = {});
    template <typename Word>
    void twice(std::size_t& count, bool own, const Word& word, const grammar::Span& span);
    /// How many of the requirement's subjects must be bound to decide `expression`.
    std::uint32_t depth_of(const Expression& expression) const;
    /// A variable that is bound only when more than `depth` subjects are; -1: none.
    std::int32_t variable_beyond(std::size_t depth, const Expression& expression) const;

    Typing typing() const { return {environment_, file_}; }

    FileContext file_;  // that the line at hand stands in
    Environment& environment_;
    TextReader& texts_;
    Diagnostics& diagnostics_;
    Ruleset& ruleset_;
    WrittenRequirement& written_;
    const syntax::Requirement& node_;
    Requirement& requirement_;
    Scope scope_;

    // what it has lines of its own for, so that those of its group do not count
    bool own_source_ = false, own_gap_ = false, own_remedy_ = false;
    std::size_t clause_count_ = 0, unlabelled_ = 0;
    std::size_t titles_ = 0, modalities_ = 0, themes_ = 0, facts_last_ = 0, in_force_ = 0;
    bool has_modality_ = false, seen_require_ = false;
    const syntax::AnsweredByLine* answered_by_ = nullptr;  // of a protocol
    std::set<std::string> parts_;
    // read when all parts are known
    struct Later {
        const syntax::MessageLine* line = nullptr;
        const WrittenLine* written = nullptr;
    };
    const WrittenLine* line_ = nullptr;  // the line at hand
    std::vector<Later> messages_;
    std::map<std::size_t, Later> none_there_;  // by subject
    std::vector<std::pair<std::string, Location>> part_cites_;
    std::unordered_map<std::int32_t, std::uint32_t> depths_;  // of its variables
};

RequirementReader::RequirementReader(WrittenRequirement& written, std::uint32_t index, Environment& environment)
    : file_(written.file), environment_(environment), texts_(environment.texts), diagnostics_(environment.diagnostics),
      ruleset_(environment.ruleset), written_(written), node_(*written.node),
      requirement_(environment.ruleset.requirements[index]) {
    scope_.requirement = static_cast<std::int32_t>(index);
    scope_.may_judge = true;
}

void RequirementReader::read() {
    look_ahead();
    const TextReader::Within texts(texts_, requirement_.origin);
    const Layer* layer = nullptr;  // that the line at hand stands in
    const auto enter = [&](const WrittenLine& line) {
        line_ = &line;
        if (std::exchange(layer, line.layer) == line.layer) return;
        file_ = line.file();
        texts_.cover_again(layer->name());
    };
    requirement_.facts_last = environment_.facts_last;
    const auto& layers = environment_.declarations.layers;
    requirement_.in_force = ruleset_.in_force[static_cast<std::size_t>(
        std::find(layers.begin(), layers.end(), requirement_.origin) - layers.begin())];
    for (const WrittenLine& one : written_.lines) {
        scope_.part.clear();
        enter(one);
        std::visit([&](const auto& line) { read(line, one.own); }, *one.clause);
    }
    if (node_.is_protocol) {
        if (answered_by_ == nullptr)
            diagnostics_.error(catalogue::answered_by_nothing, written_.id(), {requirement_.id});
        read_protocol(written_, requirement_, static_cast<std::uint32_t>(scope_.requirement), environment_);
        layer = nullptr;  // it went through the lines
    }
    scope_.part.clear();
    for (const auto& [line, written] : messages_) {
        enter(*written);
        add_message(*line, written->own);
    }
    check_named_parts(requirement_.gaps);
    check_named_parts(requirement_.remedies);
    for (const auto& [subject, text] : none_there_) {
        enter(*text.written);
        add_none_there(subject, *text.line);
    }
    for (const auto& [part, where] : part_cites_) check_part(part, where);
    file_ = written_.file;
    say_what_lacks();
}

void RequirementReader::look_ahead() {
    std::size_t cites = 0, whens = 0, gaps = 0, remedies = 0;
    for (const WrittenLine& line : written_.lines) {
        cites += std::holds_alternative<syntax::Cite>(*line.clause);
        whens += std::holds_alternative<syntax::WhenLine>(*line.clause);
        if (!line.own) continue;
        clause_count_ += std::holds_alternative<syntax::RequireLine>(*line.clause);
        own_source_ = own_source_ || std::holds_alternative<syntax::Cite>(*line.clause);
        if (const auto* message = std::get_if<syntax::MessageLine>(line.clause)) {
            gaps += message->kind == syntax::MessageKind::gap;
            remedies += message->kind == syntax::MessageKind::remedy;
        }
    }
    own_gap_ = gaps != 0;
    own_remedy_ = remedies != 0;
    requirement_.citations.reserve(cites);
    requirement_.conditions.reserve(whens);
    requirement_.clauses.reserve(clause_count_);
    requirement_.gaps.reserve(gaps);
    requirement_.remedies.reserve(remedies);
}

void RequirementReader::misplaced(bool own, grammar::Role role, const grammar::Span& span, messages::Message help) {
    if (own && seen_require_)
        diagnostics_.error(catalogue::line_misplaced, file_.at(span), {messages::Keyword{role}}, std::move(help));
}

template <typename Word>
void RequirementReader::twice(std::size_t& count, bool own, const Word& word, const grammar::Span& span) {
    if (own && ++count == 2) diagnostics_.error(catalogue::line_twice, file_.at(span), {requirement_.id, word});
}

std::uint32_t RequirementReader::depth_of(const Expression& expression) const {
    std::uint32_t depth = 0;
    if (expression.operation == Operation::variable)
        if (const auto known = depths_.find(expression.index); known != depths_.end()) depth = known->second;
    for (const Expression& operand : expression.operands) depth = std::max(depth, depth_of(operand));
    return depth;
}

std::int32_t RequirementReader::variable_beyond(std::size_t depth, const Expression& expression) const {
    if (expression.operation == Operation::variable && depth_of(expression) > depth) return expression.index;
    for (const Expression& operand : expression.operands)
        if (const std::int32_t found = variable_beyond(depth, operand); found >= 0) return found;
    return -1;
}

void RequirementReader::read(const syntax::TitleLine& line, bool own) {
    if (!own) return;  // the group's own
    twice(titles_, own, messages::Keyword{grammar::role("title")}, line.span);
    requirement_.title = texts_.read(line.texts, file_, {&catalogue::title_of, requirement_.id});
}

void RequirementReader::read(const syntax::ModalityLine& line, bool own) {
    misplaced(own, modality_keyword(line.modality).role, line.span);
    if (!seen_require_) twice(modalities_, own, catalogue::modality_words, line.span);
    requirement_.modality = static_cast<Modality>(line.modality);
    has_modality_ = true;
}

void RequirementReader::read(const syntax::Cite& line, bool own) {
    if (!own && own_source_) return;
    if (!line.part.empty()) part_cites_.emplace_back(line.part.text, file_.at(line.part));
    else if (seen_require_) misplaced(own, grammar::role("source"), line.span, catalogue::source_above);
    if (std::optional<Citation> one = citation(line, file_, environment_))
        requirement_.citations.push_back(std::move(*one));
    else own_source_ = true;  // named, but unknown: told once
}

void RequirementReader::read(const syntax::ThemeLine& line, bool own) {
    twice(themes_, own, messages::Keyword{grammar::role("theme")}, line.span);
    requirement_.theme = line.theme.word.text;
    texts_.add_label(ruleset_.themes, line.theme, file_);
}

void RequirementReader::read(const syntax::WhenLine& line, bool own) {
    if (seen_require_)
        misplaced(own, grammar::role("when"), line.span,
                  messages::Message(catalogue::when_above, {code(line.condition)}));
    Expression condition = typing().condition(line.condition, scope_);
    const std::uint32_t depth = depth_of(condition);
    requirement_.conditions.push_back({std::move(condition), depth});
}

void RequirementReader::read(const syntax::EachLine& line, bool own) {
    misplaced(own, grammar::role("each"), line.span);
    if (answered_by_ != nullptr) diagnostics_.error(catalogue::answered_by_above, file_.at(line.span));
    add_subject(typing().bind(line.binder, scope_), static_cast<Ending>(line.ending), line.span);
}

/// None that answers in a list that is given is a gap; several are held against the protocol one by one.
void RequirementReader::read(const syntax::AnsweredByLine& line, bool own) {
    only_in_protocol(grammar::role("answered by"), line.span, own);
    if (!node_.is_protocol) return;
    if (answered_by_ != nullptr) {
        diagnostics_.error(catalogue::line_twice, file_.at(line.span),
                           {requirement_.id, messages::Keyword{grammar::role("answered by")}});
        return;
    }
    answered_by_ = &line;
    add_subject(typing().bind(line.binder, scope_), Ending::at_least_one, line.span);
    check_answered_by(line, requirement_, file_, environment_);
}

/// The step and its attributes are read together with all others, once all names are known.
void RequirementReader::read(const syntax::StepLine& line, bool own) {
    only_in_protocol(grammar::role("step"), line.span, own);
    if (node_.is_protocol && own) parts_.insert("." + line.word.text);
}

void RequirementReader::only_in_protocol(grammar::Role keyword, const grammar::Span& span, bool own) {
    if (!node_.is_protocol && own)
        diagnostics_.error(catalogue::only_in_protocol, file_.at(span), {messages::Keyword{keyword}, node_.id.text});
}

void RequirementReader::add_subject(Typing::Bound bound, Ending ending, const grammar::Span& span) {
    Subject subject;
    subject.variable = bound.variable;
    subject.ending = ending;
    subject.list = std::move(bound.list);
    subject.condition = std::move(bound.condition);
    // Subjects are bound before lets are: what a subject says of a let is written out.
    std::size_t left = greatest_written_out;
    if (!write_out_lets(subject.list, requirement_, left) ||
        (subject.condition && !write_out_lets(*subject.condition, requirement_, left)))
        diagnostics_.error(catalogue::too_long, file_.at(span), {}, catalogue::without_let);
    requirement_.subjects.push_back(std::move(subject));
    if (bound.variable >= 0) {
        depths_[bound.variable] = static_cast<std::uint32_t>(requirement_.subjects.size());
        scope_.variables.push_back(bound.variable);
    }
}

void RequirementReader::read(const syntax::LetLine& line, bool own) {
    misplaced(own, grammar::role("let"), line.span);
    Expression value = typing().expression(line.value, scope_);
    const std::int32_t variable = typing().add_variable(line.name, value.type, scope_);
    depths_[variable] = depth_of(value);
    if (const std::uint32_t height = environment_.heights.of(value);
        too_deep(height, file_.at(line.value), diagnostics_))
        value = typing().wrong(line.value);
    else environment_.heights.note_let(variable, height);
    requirement_.lets.push_back({variable, std::move(value)});
    scope_.variables.push_back(variable);
}

void RequirementReader::read(const syntax::MessageLine& line, bool own) {
    if (line.kind == syntax::MessageKind::none) note_none_there(line, own);
    else if (own || !(line.kind == syntax::MessageKind::remedy ? own_remedy_ : own_gap_))
        messages_.push_back({&line, line_});
}

/// A `none` speaks for the nearest `each … , at least one` above it.
void RequirementReader::note_none_there(const syntax::MessageLine& line, bool own) {
    std::size_t subject = requirement_.subjects.size();
    while (subject > 0 && requirement_.subjects[subject - 1].ending != Ending::at_least_one) --subject;
    if (subject == 0) {
        diagnostics_.error(catalogue::none_of_nobody, file_.at(line.span));
        return;
    }
    const Later text{&line, line_};
    const auto [written, first] = none_there_.try_emplace(subject - 1, text);
    if (!first && written->second.written->own == own)
        diagnostics_.error(catalogue::line_twice, file_.at(line.span),
                           {requirement_.id, messages::Keyword{grammar::role("none")}});
    else written->second = text;  // its own replaces its group's
}

void RequirementReader::read(const syntax::TrainingLine& line, bool) {
    for (const syntax::LabelledWord& module : line.modules) {
        requirement_.training.push_back(module.word.text);
        texts_.add_label(ruleset_.training, module, file_);
    }
}

void RequirementReader::read(const syntax::EffortLine& line, bool) {
    const Expression duration = typing().expression(line.duration, scope_);
    requirement_.effort_each = line.each;
    if (duration.operation == Operation::duration) {
        requirement_.effort_duration = static_cast<Duration>(duration.number);
        requirement_.effort = singular_or_plural(line.duration.text, line.duration.further().unit);
    } else if (duration.operation != Operation::nothing) {
        diagnostics_.error(catalogue::effort_not_duration, file_.at(line.duration));
    }
}

void RequirementReader::read(const syntax::AfterLine& line, bool) {
    for (const syntax::Word& id : line.ids) written_.after.emplace_back(id.text, file_.at(id));
}

void RequirementReader::read(const syntax::NoteLine& line, bool) {
    for (Text& text : texts_.read(line.texts, file_, {&catalogue::note_of, requirement_.id}))
        requirement_.notes.push_back(std::move(text));
}

void RequirementReader::read(const syntax::FactsLastLine& line, bool own) {
    misplaced(own, grammar::role("facts last"), line.span);
    if (!seen_require_) twice(facts_last_, own, messages::Keyword{grammar::role("facts last")}, line.span);
    requirement_.facts_last = how_long(line, file_, environment_);
}

void RequirementReader::read(const syntax::InForceLine& line, bool own) {
    misplaced(own, grammar::role("in force"), line.span);
    if (!seen_require_) twice(in_force_, own, messages::Keyword{grammar::role("in force")}, line.span);
    requirement_.in_force = read_in_force(line, requirement_.in_force, file_, environment_);
}

void RequirementReader::read(const syntax::RequireLine& line, bool own) {
    if (node_.is_protocol) {
        diagnostics_.error(catalogue::not_in_protocol, file_.at(line.span),
                           {messages::Keyword{line.forbid ? grammar::role("forbid") : grammar::role("require")}});
        return;
    }
    seen_require_ = seen_require_ || own;
    std::string part = line.part.text;
    if (part.empty() && clause_count_ > 1) part = "#" + std::to_string(++unlabelled_);
    if (!part.empty() && !parts_.insert(part).second)
        diagnostics_.error(catalogue::part_twice, file_.at(line.part), {requirement_.id, part});
    add_clause(line, part);
}

void RequirementReader::add_clause(const syntax::RequireLine& line, const std::string& part) {
    scope_.part = part;
    Clause clause;
    clause.part = part;
    clause.label = texts_.read(line.label, file_, {&catalogue::label_of, requirement_.id + part});
    clause.listed = texts_.read(line.listed, file_, {&catalogue::listed_of, requirement_.id + part});
    if (line.forbid) {
        const syntax::Expression* inner = &line.condition;
        while (inner->kind == ExpressionKind::group) inner = &inner->operands.front();
        if (inner->kind == ExpressionKind::conditional && inner->operands.size() == 2)
            diagnostics_.error(catalogue::unclear_forbid, file_.at(line.condition),
                               {code(inner->operands[0]), code(inner->operands[1])});
        Expression result = typing().make(Operation::not_, condition_type(), line.condition);
        result.span.begin = line.span.begin;  // explained as "forbid …"
        result.operands.push_back(typing().condition(line.condition, scope_));
        clause.condition = std::move(result);
    } else {
        clause.condition = clause_condition(line.condition);
    }
    if (line.unless) {
        // P unless C => owed_if(not C, P)
        Expression exception = typing().make(Operation::not_, condition_type(), *line.unless);
        exception.span.begin = line.condition.span.end;  // explained as "unless …"
        exception.operands.push_back(typing().condition(*line.unless, scope_));
        Expression result = typing().make(Operation::owed_if, condition_type(), line.condition);
        result.span.end = line.unless->span.end;
        result.operands.push_back(std::move(exception));
        result.operands.push_back(std::move(clause.condition));
        clause.condition = std::move(result);
    }
    scope_.part.clear();
    requirement_.clauses.push_back(std::move(clause));
}

Expression RequirementReader::clause_condition(const syntax::Expression& source) {
    if (source.kind == ExpressionKind::group) return clause_condition(source.operands.front());
    if (source.kind == ExpressionKind::conditional && source.operands.size() == 2) {
        Expression result = typing().make(Operation::owed_if, condition_type(), source);
        result.operands.push_back(typing().condition(source.operands[0], scope_));
        result.operands.push_back(clause_condition(source.operands[1]));
        return result;
    }
    scope_.due = due_in(source);
    return typing().condition(source, scope_);
}

void RequirementReader::check_part(const std::string& part, Location where) {
    if (parts_.contains(part)) return;
    diagnostics_.error(catalogue::no_part, where, {requirement_.id, part}, [&] {
        const std::vector<std::string> parts(parts_.begin(), parts_.end());
        messages::Message near = did_you_mean(part, parts, 1);
        return near.empty() && !parts.empty() ? messages::Message(catalogue::its_parts, {joined(parts)}) : near;
    });
}

void RequirementReader::add_message(const syntax::MessageLine& line, bool own) {
    if (!line.part.empty() && !parts_.contains(line.part.text)) {
        if (own) check_part(line.part.text, file_.at(line.part));
        return;
    }
    Scope scope = scope_;
    scope.may_judge = false;
    const bool remedy = line.kind == syntax::MessageKind::remedy;
    const messages::Sentence& of = remedy ? catalogue::remedy_text_of : catalogue::gap_text_of;
    Message message;
    message.part = line.part.text;
    message.templates = read_templates(line.texts, file_, {&of, requirement_.id}, scope, environment_);
    (remedy ? requirement_.remedies : requirement_.gaps).push_back(std::move(message));
}

/// Each part of which a text with `{part}` is said has something to be called.
void RequirementReader::check_named_parts(const std::vector<Message>& messages) {
    const auto speaks_of = [&](const Message& message, const Clause& clause) {
        if (!message.part.empty()) return names_part(message.part, clause.part);
        return std::none_of(messages.begin(), messages.end(), [&](const Message& other) {
            return !other.part.empty() && names_part(other.part, clause.part);
        });
    };
    const auto is_named = [](const Clause& clause) {
        const Expression* condition = &clause.condition;
        while (condition->operation == Operation::owed_if) condition = &condition->operands[1];
        return !clause.label.empty() || clause.part.starts_with('.') || condition->operation == Operation::covers;
    };
    for (const Message& message : messages) {
        const bool names = std::any_of(message.templates.begin(), message.templates.end(), [](const Template& text) {
            return std::any_of(text.pieces.begin(), text.pieces.end(), [](const Piece& piece) { return piece.part; });
        });
        if (!names) continue;
        for (const Clause& clause : requirement_.clauses)
            if (speaks_of(message, clause) && !is_named(clause))
                diagnostics_.error(catalogue::no_part_to_name, {clause.condition.file, clause.condition.span},
                                   {part_id(requirement_.id, clause.part)});
    }
}

void RequirementReader::add_none_there(std::size_t subject, const syntax::MessageLine& line) {
    Scope scope = scope_;
    scope.may_judge = false;
    Templates templates =
        read_templates(line.texts, file_, {&catalogue::none_text_of, requirement_.id}, scope, environment_);
    for (const Template& text : templates)
        for (const Piece& piece : text.pieces) {
            if (piece.failing || piece.open || piece.part)
                diagnostics_.error(catalogue::none_has_no_parts, file_.at(line.span));
            else if (const std::int32_t nobody = piece.value ? variable_beyond(subject, *piece.value) : -1; nobody >= 0)
                diagnostics_.error(catalogue::none_speaks_of_nobody, file_.at(piece.value->span),
                                   {ruleset_.variables[static_cast<std::size_t>(nobody)].name});
        }
    requirement_.subjects[subject].none_there = std::move(templates);
}

void RequirementReader::say_what_lacks() {
    const std::string& id = requirement_.id;
    const Location where = file_.at(node_.id);
    if (requirement_.title.empty()) diagnostics_.error(catalogue::no_title, where, {id});
    if (!has_modality_) diagnostics_.error(catalogue::no_modality, where, {id});
    if (requirement_.citations.empty() && !own_source_)
        diagnostics_.error(catalogue::no_source, where,
                           {id, ruleset_.sources.empty() ? std::string("CR2017") : ruleset_.sources.front().id});
    if (clause_count_ == 0 && !node_.is_protocol) diagnostics_.error(catalogue::no_clause, where, {id});
}

/// No part's id is that of another requirement, and no id that was renamed is there.
void check_ids(const Requirements& requirements, const Ruleset& ruleset, Diagnostics& diagnostics) {
    for (std::size_t index = 0; index < ruleset.requirements.size(); ++index) {
        const Requirement& requirement = ruleset.requirements[index];
        for (const Clause& clause : requirement.clauses) {
            const std::string id = requirement.id + clause.part;
            if (!clause.part.empty() && requirements.ids.find(id) >= 0)
                diagnostics.error(catalogue::part_is_requirement, {clause.condition.file, clause.condition.span},
                                  {clause.part, requirement.id, id});
        }
        for (const syntax::Word& was : requirements.written[index].node->was)
            if (requirements.ids.find(was.text) >= 0)
                diagnostics.error(catalogue::renamed_but_there, requirements.written[index].file.at(was),
                                  {requirement.id, was.text});
    }
}

/// Collects the requirements of one layer.
class LayerReader {
public:
    LayerReader(const Layer& layer, Requirements& all, Ruleset& ruleset, Diagnostics& diagnostics)
        : layer_(layer), file_(layer.found.file), all_(all), ruleset_(ruleset), diagnostics_(diagnostics) {}

    void read() {
        const syntax::Ruleset& node = layer_.node();
        for (const syntax::RulesetItem& item : node.items)
            if (const auto* facts_last = std::get_if<syntax::FactsLastLine>(&item)) {
                if (facts_last_ != nullptr)
                    diagnostics_.error(catalogue::line_twice, file_.at(facts_last->span),
                                       {node.name.text, messages::Keyword{grammar::role("facts last")}});
                facts_last_ = facts_last;
            }
        for (const syntax::RulesetItem& item : node.items) {
            if (const auto* requirement = std::get_if<syntax::Requirement>(&item)) collect(*requirement, nullptr);
            else if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item))
                for (const syntax::GroupItem& inner : (*group)->items)
                    if (const auto* inside = std::get_if<syntax::Requirement>(&inner)) collect(*inside, group->get());
        }
        diagnostics_.in_row({});
    }

private:
    const Layer& layer_;
    const FileContext& file_;
    Requirements& all_;
    Ruleset& ruleset_;
    Diagnostics& diagnostics_;
    const syntax::FactsLastLine* facts_last_ = nullptr;

    const FamilyRow* row_of(const syntax::Requirement& one) const {
        if (layer_.families == nullptr) return nullptr;
        const auto row = layer_.families->rows.find(&one);
        return row == layer_.families->rows.end() ? nullptr : &row->second;
    }

    void collect(const syntax::Requirement& one, const syntax::Group* group) {
        const Location where = file_.at(one.id);
        const FamilyRow* row = row_of(one);
        diagnostics_.in_row(row != nullptr ? row->key : std::string());
        const auto index = static_cast<std::uint32_t>(ruleset_.requirements.size());
        if (const auto [before, fresh] = all_.ids.index.emplace(one.id.text, index); !fresh) {
            const std::string& origin = ruleset_.requirements[before->second].origin;
            if (origin == layer_.name()) diagnostics_.error(catalogue::requirement_twice, where, {one.id.text});
            else diagnostics_.error(catalogue::requirement_of_base, where, {one.id.text, origin});
            return;
        }
        all_.ids.ids.push_back(one.id.text);
        Requirement& requirement = ruleset_.requirements.emplace_back();
        requirement.id = one.id.text;
        requirement.origin = layer_.name();
        requirement.file = file_.index();
        requirement.span = one.span;
        if (group != nullptr) requirement.group = group->name.text;
        if (row != nullptr) requirement.row = row->words;
        for (const syntax::Word& was : one.was) {
            requirement.was.push_back(was.text);
            all_.ids.renamed.emplace(was.text, one.id.text);
        }
        WrittenRequirement written{&one, file_, facts_last_, row};
        const auto add = [&](const syntax::Clause& clause, bool own) {
            written.lines.push_back({&clause, &layer_, own});
        };
        written.lines.reserve(one.clauses.size());
        if (group != nullptr)
            for (const syntax::GroupItem& item : group->items)
                if (const auto* clause = std::get_if<syntax::Clause>(&item)) add(*clause, false);
        for (const syntax::Clause& clause : one.clauses) add(clause, true);
        all_.written.push_back(std::move(written));
    }
};

}  // namespace

Requirements collect_requirements(const std::vector<Layer>& layers, Ruleset& ruleset, Diagnostics& diagnostics) {
    Requirements all;
    std::size_t count = 0;
    const auto count_in = [&](const auto& items) {
        count += static_cast<std::size_t>(std::count_if(items.begin(), items.end(), [](const auto& item) {
            return std::holds_alternative<syntax::Requirement>(item);
        }));
    };
    for (const Layer& layer : layers) {
        count_in(layer.node().items);
        for (const syntax::RulesetItem& item : layer.node().items)
            if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item)) count_in((*group)->items);
    }
    ruleset.requirements.reserve(count);
    all.written.reserve(count);
    all.ids.ids.reserve(count);
    all.ids.index.reserve(count);
    for (const Layer& layer : layers) LayerReader(layer, all, ruleset, diagnostics).read();
    return all;
}

void read_requirements(Requirements& requirements, Environment& environment) {
    const syntax::FactsLastLine* facts_last = nullptr;  // of the layer at hand
    for (std::uint32_t index = 0; index < requirements.written.size(); ++index) {
        WrittenRequirement& written = requirements.written[index];
        if (std::exchange(facts_last, written.facts_last) != written.facts_last)
            environment.facts_last =
                facts_last != nullptr ? how_long(*facts_last, written.file, environment) : std::nullopt;
        environment.diagnostics.in_row(written.row != nullptr ? written.row->key : std::string());
        RequirementReader(written, index, environment).read();
    }
    environment.diagnostics.in_row({});
    check_ids(requirements, environment.ruleset, environment.diagnostics);
}

}  // namespace brecha::model
