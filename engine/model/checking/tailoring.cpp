#include "model/checking/tailoring.hpp"

#include "model/checking/calendars.hpp"
#include "model/checking/periods.hpp"
#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"
#include "model/parameter.hpp"
#include "text/glob.hpp"
#include "words/keywords.hpp"

#include "messages/catalogue/checking_calendars.hpp"
#include "messages/catalogue/checking_references.hpp"
#include "messages/catalogue/checking_requirements.hpp"
#include "messages/catalogue/checking_tailoring.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace brecha::model {

namespace {

using syntax::Clause;

/// Lines with the same key stand for each other: a `replace` that states one takes the others away.
using LineKey = std::tuple<std::size_t, int, std::string>;

LineKey key_of(const Clause& clause) {
    LineKey key{clause.index(), 0, {}};
    auto& [kind, further, word] = key;
    if (const auto* cite = std::get_if<syntax::Cite>(&clause)) word = cite->part.text;
    else if (const auto* let = std::get_if<syntax::LetLine>(&clause)) word = let->name.text;
    else if (const auto* require = std::get_if<syntax::RequireLine>(&clause)) word = require->part.text;
    else if (const auto* step = std::get_if<syntax::StepLine>(&clause)) word = step->word.text;
    else if (const auto* limit = std::get_if<syntax::LimitLine>(&clause))
        word = limit->from.text + " " + limit->to.text;
    else if (const auto* never = std::get_if<syntax::NeverLine>(&clause))
        word = never->first.text + " " + never->before.text;
    else if (const auto* separate = std::get_if<syntax::SeparateLine>(&clause))
        word = separate->one.text + " " + separate->other.text;
    else if (const auto* event = std::get_if<syntax::EventLine>(&clause)) word = event->word.text;
    else if (const auto* message = std::get_if<syntax::MessageLine>(&clause)) {
        further = static_cast<int>(message->kind);
        word = message->part.text;
    }
    return key;
}

bool is_require(const Clause& clause) { return std::holds_alternative<syntax::RequireLine>(clause); }

/// Does it stand before the first `require`, because it governs all parts?
bool governs(const Clause& clause) {
    if (const auto* cite = std::get_if<syntax::Cite>(&clause)) return cite->part.empty();
    return std::holds_alternative<syntax::ModalityLine>(clause) || std::holds_alternative<syntax::WhenLine>(clause) ||
           std::holds_alternative<syntax::EachLine>(clause) || std::holds_alternative<syntax::LetLine>(clause) ||
           std::holds_alternative<syntax::FactsLastLine>(clause) ||
           std::holds_alternative<syntax::InForceLine>(clause) || std::holds_alternative<syntax::TitleLine>(clause) ||
           std::holds_alternative<syntax::ThemeLine>(clause);
}

/// Does it decide what is owed, and of whom? Nobody can tell whether another one asks for less. How binding it is, is
/// looked at apart.
bool decides(const Clause& clause) {
    return !std::holds_alternative<syntax::TitleLine>(clause) &&
           !std::holds_alternative<syntax::ModalityLine>(clause) && !std::holds_alternative<syntax::Cite>(clause) &&
           !std::holds_alternative<syntax::ThemeLine>(clause) && !std::holds_alternative<syntax::MessageLine>(clause) &&
           !std::holds_alternative<syntax::TrainingLine>(clause) &&
           !std::holds_alternative<syntax::EffortLine>(clause) && !std::holds_alternative<syntax::AfterLine>(clause) &&
           !std::holds_alternative<syntax::NoteLine>(clause);
}

Modality modality_of(const syntax::Modality modality) { return static_cast<Modality>(modality); }

/// What the lines say until now; nothing where they say nothing.
std::optional<Modality> modality_of(const std::vector<WrittenLine>& lines) {
    std::optional<Modality> found;
    for (const WrittenLine& line : lines)
        if (const auto* modality = std::get_if<syntax::ModalityLine>(line.clause))
            found = modality_of(modality->modality);
    return found;
}

/// What stands there, on one line.
std::string written(const FileContext& file, const grammar::Span& span) {
    std::string line;
    for (const char c : std::string_view(file.file().text).substr(span.begin, span.end - span.begin)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    if (line.ends_with(' ')) line.pop_back();
    return line;
}

std::string written(const WrittenLine& line) {
    return written(line.file(), std::visit([](const auto& one) { return one.span; }, *line.clause));
}

/// The changes of one layer.
class Tailor {
public:
    Tailor(const Layer& layer, bool has_base, Requirements& requirements, Environment& environment,
           const CheckOptions& options)
        : layer_(layer), file_(layer.found.file), has_base_(has_base), requirements_(requirements),
          environment_(environment), options_(options), diagnostics_(environment.diagnostics),
          ruleset_(environment.ruleset) {}

    void carry_out() {
        const TextReader::Within texts(environment_.texts, layer_.name());
        for (const syntax::RulesetItem& item : layer_.node().items)
            std::visit([&](const auto& one) { this->item(one); }, item);
    }

private:
    const Layer& layer_;
    const FileContext& file_;
    bool has_base_;
    Requirements& requirements_;
    Environment& environment_;
    const CheckOptions& options_;
    Diagnostics& diagnostics_;
    Ruleset& ruleset_;
    std::set<std::pair<grammar::Role, std::string>> changed_;  // what this layer has changed already: `make`, "PF-1"

    template <typename Other>
    void item(const Other&) {}

    // --- what can be changed

    bool can_tailor(grammar::Role keyword, const grammar::Span& span) {
        if (has_base_) return true;
        diagnostics_.error(catalogue::tailors_nothing, file_.at(span), {messages::Keyword{keyword}}, used_ruleset());
        return false;
    }

    /// What to write where the ruleset only uses the one that it means to change.
    messages::Message used_ruleset() const {
        for (const syntax::RulesetItem& item : layer_.node().items)
            if (const auto* uses = std::get_if<syntax::UsesLine>(&item))
                for (const auto& [name, version] : uses->names)
                    for (const auto& [word, all] : environment_.declarations.globals)
                        if (all.front().ruleset == name.text)  // a ruleset, no vocabulary
                            return messages::Message(catalogue::extend_what_is_used, {name.text, version.text});
        return {};
    }

    bool changed_before(grammar::Role keyword, const std::string& what, Location where) {
        if (changed_.emplace(keyword, what).second) return false;
        diagnostics_.error(catalogue::tailored_twice, where, {messages::Keyword{keyword}, what});
        return true;
    }

    /// A requirement of a base by its id; -1 and a message where there is none.
    std::int32_t of_base(const syntax::Word& id) {
        const std::int32_t found = requirements_.ids.find(id.text);
        if (found >= 0) {
            if (ruleset_.requirements[static_cast<std::size_t>(found)].origin != layer_.name()) return found;
            diagnostics_.error(catalogue::own_requirement, file_.at(id), {id.text});
            return -1;
        }
        diagnostics_.error(catalogue::nothing_to_tailor, file_.at(id), {id.text}, [&] {
            const std::string whole = whole_requirement(id.text);
            return whole.empty() ? requirements_.ids.meant(id.text)
                                 : messages::Message(catalogue::whole_requirements_only, {whole, id.text});
        });
        return -1;
    }

    /// "PF-16.3", of "PF-16.3.1" where that is none.
    std::string whole_requirement(const std::string& id) const {
        for (std::size_t cut = id.find_last_of("./"); cut != std::string::npos && cut > 0;
             cut = id.find_last_of("./", cut - 1))
            if (requirements_.ids.find(id.substr(0, cut)) >= 0) return id.substr(0, cut);
        return {};
    }

    /// Those of bases that an id or a pattern means.
    std::vector<std::uint32_t> meant(const syntax::Word& id) {
        if (id.text.find_first_of("*?") == std::string::npos) {
            const std::int32_t found = of_base(id);
            return found < 0 ? std::vector<std::uint32_t>() : std::vector{static_cast<std::uint32_t>(found)};
        }
        std::vector<std::uint32_t> found;
        for (std::uint32_t index = 0; index < ruleset_.requirements.size(); ++index) {
            const Requirement& requirement = ruleset_.requirements[index];
            if (requirement.origin != layer_.name() && text::matches_glob(requirement.id, id.text))
                found.push_back(index);
        }
        if (found.empty())
            diagnostics_.error(catalogue::no_requirement_matches, file_.at(id), {id.text},
                               [&] { return near_pattern(id.text); });
        return found;
    }

    messages::Message near_pattern(std::string pattern) const {
        pattern.resize(pattern.find_first_of("*?"));
        return did_you_mean(pattern, requirements_.ids.ids);
    }

    // --- why

    Why why_of(const syntax::Why& node) {
        Why why;
        why.because = environment_.texts.read(node.because, file_);
        if (node.cite) why.citation = citation(*node.cite, file_, environment_);
        return why;
    }

    /// Says so where no reason is given.
    Why why_of(const syntax::Why& node, const grammar::Span& span) {
        if (node.because.empty()) diagnostics_.error(catalogue::no_because, file_.at(span));
        return why_of(node);
    }

    Change change(Tailoring kind, Why why) const {
        Change change;
        change.kind = kind;
        change.origin = layer_.name();
        change.why = std::move(why);
        return change;
    }

    // --- the lines

    void item(const syntax::SetLine& line) {
        if (!can_tailor(grammar::role("set"), line.span)) return;
        const std::string& name = line.name.text;
        const Location where = file_.at(line.name);
        const Global* global = environment_.declarations.global_named(name);
        if (global == nullptr || global->kind != Global::Kind::parameter ||
            !environment_.declarations.is_layer(global->ruleset)) {
            diagnostics_.error(catalogue::no_parameter_to_set, where, {name}, [&] {
                std::vector<std::string> candidates;
                for (const auto& [word, all] : environment_.declarations.globals)
                    if (all.front().kind == Global::Kind::parameter && all.front().ruleset != layer_.name() &&
                        environment_.declarations.is_layer(all.front().ruleset))
                        candidates.push_back(word);
                std::sort(candidates.begin(), candidates.end());
                messages::Message near = did_you_mean(name, candidates, 1);
                if (!near.empty()) return near;
                return candidates.empty() ? messages::Message(catalogue::has_no_parameters)
                                          : messages::Message(catalogue::parameters_of_base, {joined(candidates)});
            });
            return;
        }
        if (global->ruleset == layer_.name()) {
            diagnostics_.error(catalogue::own_parameter, where, {name});
            return;
        }
        Change made = change(Tailoring::set, why_of(line.why, line.span));
        if (changed_before(grammar::role("set"), name, where)) return;
        check_parameter(global->index, environment_);
        Parameter& parameter = ruleset_.parameters[global->index];
        const std::vector<DatedValue> values = read_values(line.values, parameter, false, file_, environment_);
        if (values.size() != line.values.size()) return;  // told where it is wrong
        made.parameter = static_cast<std::int32_t>(global->index);
        const auto text = [&](const std::vector<DatedValue>& all) {
            return values_text(ruleset_, all, parameter.type, file_.language());
        };
        made.before = text(parameter.values);
        parameter.values = set_over(std::move(parameter.values), values);
        made.after = text(parameter.values);
        made.weakens = made.before.empty() || made.before == made.after ? Weakens::no : Weakens::possibly;
        if (made.before == made.after)
            diagnostics_.warning(catalogue::tailoring_changes_nothing, file_.at(line.span), {name, made.after});
        if (made.why.citation) parameter.citations.push_back(*made.why.citation);
        ruleset_.changes.push_back(std::move(made));
    }

    void item(const syntax::WaiveLine& line) {
        if (!can_tailor(grammar::role("waive"), line.span)) return;
        Waiver waiver;
        waiver.origin = layer_.name();
        waiver.why = why_of(line.why, line.span);
        waiver.until = read_day(line.until, file_, environment_);
        if (line.until.empty())
            diagnostics_.warning(catalogue::waiver_without_end, file_.at(line.span),
                                 {"2027-01-01", line.ids.front().text});
        for (const syntax::Word& id : line.ids)
            for (const std::uint32_t index : meant(id)) {
                Requirement& requirement = ruleset_.requirements[index];
                if (changed_before(grammar::role("waive"), requirement.id, file_.at(id))) continue;
                requirement.waiver = waiver;
                Change made = change(Tailoring::waive, waiver.why);
                made.requirement = static_cast<std::int32_t>(index);
                made.until = waiver.until;
                made.weakens = Weakens::yes;
                ruleset_.changes.push_back(std::move(made));
            }
    }

    void item(const syntax::MakeLine& line) {
        if (!can_tailor(grammar::role("make"), line.span)) return;
        const Why why = why_of(line.why, line.span);
        const auto modality = std::make_shared<const Clause>(syntax::ModalityLine{line.modality, line.span});
        requirements_.made_lines.push_back(modality);
        for (const syntax::Word& id : line.ids) {
            const std::vector<std::uint32_t> all = meant(id);
            for (const std::uint32_t index : all) {
                WrittenRequirement& requirement = requirements_.written[index];
                const std::string& name = ruleset_.requirements[index].id;
                if (changed_before(grammar::role("make"), name, file_.at(id))) continue;
                const std::optional<Modality> before = modality_of(requirement.lines);
                const Modality after = modality_of(line.modality);
                if (before == after) {
                    if (all.size() == 1)
                        diagnostics_.warning(catalogue::tailoring_changes_nothing, file_.at(id),
                                             {name, modality_keyword(line.modality)});
                    continue;
                }
                put(requirement, {{modality.get(), &layer_, true}});
                Change made = change(Tailoring::make, why);
                made.requirement = static_cast<std::int32_t>(index);
                if (before) made.before = to_text(*before);
                made.after = to_text(after);
                made.weakens = weakening(before, after);
                note(std::move(made));
            }
        }
    }

    static Weakens weakening(std::optional<Modality> before, Modality after) {
        return before && after > *before ? Weakens::yes : Weakens::no;
    }

    void note(Change made) {
        if (made.weakens == Weakens::possibly)
            ruleset_.requirements[static_cast<std::size_t>(made.requirement)].weakened = true;
        ruleset_.changes.push_back(std::move(made));
    }

    void item(const syntax::ReplaceBlock& block) {
        if (!can_tailor(grammar::role("replace"), block.span)) return;
        const std::int32_t index = of_base(block.id);
        if (index < 0 || changed_before(grammar::role("replace"), block.id.text, file_.at(block.id))) return;
        WrittenRequirement& requirement = requirements_.written[static_cast<std::size_t>(index)];
        if (!parts_are_there(block, requirement)) return;
        if (block.clauses.empty()) diagnostics_.warning(catalogue::replaces_nothing, file_.at(block.span));
        const Why why = block.why ? why_of(*block.why) : Why();
        std::vector<std::pair<LineKey, std::vector<WrittenLine>>> stated;  // in the order written
        for (const Clause& clause : block.clauses) {
            const LineKey key = key_of(clause);
            auto known = std::find_if(stated.begin(), stated.end(), [&](const auto& one) { return one.first == key; });
            if (known == stated.end()) known = stated.insert(stated.end(), {key, {}});
            known->second.push_back({&clause, &layer_, true});
        }
        bool has_to_say_why = false;
        for (const auto& [key, lines] : stated) {
            const Clause& first = *lines.front().clause;
            Change made = change(Tailoring::replace, why);
            made.requirement = index;
            const std::optional<Modality> modality = modality_of(requirement.lines);
            for (const WrittenLine& line : put(requirement, lines)) add_line(made.before, written(line));
            for (const WrittenLine& line : lines) add_line(made.after, written(line));
            if (const auto* line = std::get_if<syntax::ModalityLine>(&first)) {
                if (modality && made.before.empty()) made.before = to_text(*modality);  // its group's
                made.weakens = weakening(modality, modality_of(line->modality));
            } else if (decides(first)) {
                made.weakens = Weakens::possibly;
            }
            has_to_say_why = has_to_say_why || made.weakens != Weakens::no;
            note(std::move(made));
        }
        if (has_to_say_why && why.because.empty())
            diagnostics_.error(catalogue::replaced_without_because, file_.at(block.id), {block.id.text});
    }

    static void add_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

    /// Puts lines of one key in place of those that the requirement has of it; gives these.
    static std::vector<WrittenLine> put(WrittenRequirement& requirement, const std::vector<WrittenLine>& lines) {
        std::vector<WrittenLine>& all = requirement.lines;
        const Clause& first = *lines.front().clause;
        if (std::holds_alternative<syntax::ModalityLine>(first))
            if (const std::optional<Modality> until_now = modality_of(all))
                requirement.firmest = std::min(requirement.firmest.value_or(*until_now), *until_now);
        const LineKey key = key_of(first);
        const auto alike = [&](const WrittenLine& line) { return line.own && key_of(*line.clause) == key; };
        auto place = std::find_if(all.begin(), all.end(), alike);
        if (place == all.end() && governs(first))
            place = std::find_if(all.begin(), all.end(),
                                 [](const WrittenLine& line) { return line.own && is_require(*line.clause); });
        const auto at = place - all.begin();
        std::vector<WrittenLine> before;
        std::copy_if(all.begin(), all.end(), std::back_inserter(before), alike);
        all.erase(std::remove_if(all.begin(), all.end(), alike), all.end());
        all.insert(all.begin() + at, lines.begin(), lines.end());
        return before;
    }

    /// The part that a line states: of a protocol its step. Null for other lines.
    static const syntax::Word* part_of(const Clause& clause) {
        if (const auto* require = std::get_if<syntax::RequireLine>(&clause)) return &require->part;
        if (const auto* step = std::get_if<syntax::StepLine>(&clause)) return &step->word;
        return nullptr;
    }

    /// A `replace` states parts that the requirement has; of one without parts, its one `require`.
    bool parts_are_there(const syntax::ReplaceBlock& block, const WrittenRequirement& requirement) {
        std::vector<std::string> parts;
        bool unnamed = false;
        for (const WrittenLine& line : requirement.lines)
            if (const syntax::Word* part = part_of(*line.clause)) {
                if (part->empty()) unnamed = true;
                else parts.push_back(part->text);
            }
        bool all_there = true;
        for (const Clause& clause : block.clauses) {
            const syntax::Word* part = part_of(clause);
            // A protocol has no `require`, another requirement no steps: told where the line is read.
            if (part == nullptr || is_require(clause) == requirement.node->is_protocol) continue;
            if (part->empty() ? unnamed : std::find(parts.begin(), parts.end(), part->text) != parts.end()) continue;
            all_there = false;
            const messages::Message its = parts.empty() ? messages::Message(catalogue::has_no_parts, {block.id.text})
                                                        : messages::Message(catalogue::its_parts, {joined(parts)});
            if (part->empty())
                diagnostics_.error(catalogue::replaces_which_part, file_.at(std::get<syntax::RequireLine>(clause).span),
                                   {block.id.text}, its);
            else diagnostics_.error(catalogue::no_part_to_replace, file_.at(*part), {block.id.text, part->text}, its);
        }
        return all_there;
    }

    void item(const syntax::ReplaceCalendar& line) {
        if (!can_tailor(grammar::role("replace"), line.span)) return;
        const syntax::Word& name = line.calendar.name;
        const std::int32_t index = calendar_named(name.text, ruleset_);
        auto& declared = environment_.declarations.calendars;
        if (index < 0 || declared[static_cast<std::size_t>(index)].ruleset == layer_.name() ||
            !environment_.declarations.is_layer(declared[static_cast<std::size_t>(index)].ruleset)) {
            diagnostics_.error(catalogue::no_calendar_to_replace, file_.at(name), {name.text},
                               did_you_mean(name.text, calendar_names(ruleset_)));
            return;
        }
        if (changed_before(grammar::role("calendar"), name.text, file_.at(name))) return;
        if (line.calendar.weekend.empty()) {
            diagnostics_.error(catalogue::replaced_by_nothing, file_.at(line.span), {name.text});
            return;
        }
        Found<syntax::Calendar>& before = declared[static_cast<std::size_t>(index)].written;
        Change made = change(Tailoring::replace, why_of(line.why, line.span));
        made.calendar = index;
        made.before = before.node->weekend.empty() ? std::string() : written(before.file, before.node->span);
        made.after = written(file_, line.calendar.span);
        made.weakens = made.before.empty() ? Weakens::no : Weakens::possibly;
        before = {&line.calendar, file_};
        fill_calendar(static_cast<std::uint32_t>(index), before, environment_, options_);
        ruleset_.changes.push_back(std::move(made));
    }

    void item(const syntax::MapLine& line) {
        const std::int32_t index = requirements_.ids.find(line.id.text);
        if (index < 0)
            diagnostics_.error(catalogue::no_requirement, file_.at(line.id), {line.id.text},
                               [&] { return requirements_.ids.meant(line.id.text); });
        const std::optional<Relation> relation = code_named<Relation>(line.relation.text);
        if (!relation) {
            const std::vector<std::string_view> words(words_of<Relation>.begin(), words_of<Relation>.end());
            diagnostics_.error(catalogue::no_relation, file_.at(line.relation),
                               {line.relation.text, one_of_words(words)},
                               built_in_word_meant(line.relation.text, words, file_.language()));
        }
        if (line.to_ruleset.text == layer_.name())
            diagnostics_.error(catalogue::maps_to_itself, file_.at(line.to_ruleset), {layer_.name()});
        if (index < 0 || !relation) return;
        const std::string what = line.id.text + " " + line.to_ruleset.text + " " + line.to_id.text;
        if (changed_before(grammar::role("map"), what, file_.at(line.span))) return;
        ruleset_.mappings.push_back(
            {static_cast<std::uint32_t>(index), line.to_ruleset.text, line.to_id.text, *relation, layer_.name()});
    }
};

/// What layers have set, and calendars that they have replaced.
struct Changed {
    std::set<std::int32_t> parameters, calendars;
};

/// Does it read any of them?
bool reads(const Expression& expression, const Ruleset& ruleset, const Changed& changed,
           std::map<std::int32_t, bool>& definitions) {
    if (expression.operation == Operation::duration) {
        const auto length = static_cast<Duration>(expression.number);
        const std::int32_t named = duration_calendar(length);
        if (duration_kind(length) == DurationKind::working &&
            changed.calendars.contains(named < 0 ? ruleset.calendar : named))
            return true;
    }
    if (expression.operation == Operation::parameter) {
        if (changed.parameters.contains(expression.index)) return true;
        for (const DatedValue& one : ruleset.parameters[static_cast<std::size_t>(expression.index)].values)
            if (reads(one.value, ruleset, changed, definitions)) return true;
    }
    if (expression.operation == Operation::procedure_part) {
        const Protocol& protocol = ruleset.protocols[static_cast<std::size_t>(expression.index)];
        const ProtocolPart& part = protocol.parts[static_cast<std::size_t>(expression.number)];
        for (const auto* length : {&part.from, &part.to})
            if (*length && reads(**length, ruleset, changed, definitions)) return true;
    }
    if (expression.operation == Operation::call) {
        const auto [known, fresh] = definitions.try_emplace(expression.index, false);
        if (fresh)
            definitions[expression.index] = reads(ruleset.definitions[static_cast<std::size_t>(expression.index)].body,
                                                  ruleset, changed, definitions);
        if (definitions[expression.index]) return true;
    }
    return std::any_of(expression.operands.begin(), expression.operands.end(),
                       [&](const Expression& operand) { return reads(operand, ruleset, changed, definitions); });
}

}  // namespace

void tailor(const std::vector<Layer>& layers, Requirements& requirements, Environment& environment,
            const CheckOptions& options) {
    for (const Layer& layer : layers)
        Tailor(layer, &layer != layers.data(), requirements, environment, options).carry_out();
    // One layer may raise again what another has lowered.
    for (std::size_t index = 0; index < requirements.written.size(); ++index) {
        const WrittenRequirement& written = requirements.written[index];
        if (written.firmest && modality_of(written.lines) > written.firmest)
            environment.ruleset.requirements[index].weakened = true;
    }
}

void note_what_set_parameters_weaken(Ruleset& ruleset) {
    Changed changed;
    for (const Change& change : ruleset.changes)
        if (change.weakens != Weakens::no) {
            if (change.parameter >= 0) changed.parameters.insert(change.parameter);
            if (change.calendar >= 0) changed.calendars.insert(change.calendar);
        }
    if (changed.parameters.empty() && changed.calendars.empty()) return;
    std::map<std::int32_t, bool> definitions;
    for (Requirement& requirement : ruleset.requirements)
        for_each_expression(requirement, [&](const Expression& expression) {
            if (!requirement.weakened) requirement.weakened = reads(expression, ruleset, changed, definitions);
        });
}

}  // namespace brecha::model
