// Plan: reading one or many, its notes, the lists it takes as complete.
#include "api/diagnostics.hpp"
#include "api/state.hpp"

#include "api/plan_tree.hpp"
#include "api/refused_plans.hpp"
#include "messages/catalogue/plans.hpp"

#include <algorithm>

namespace brecha {

namespace say = messages::catalogue::plans;

namespace {

/// Lists of a plan, in the order of the vocabulary, those of an item after it.
class CompleteLists {
public:
    explicit CompleteLists(const plans::Plans& plans) : plans_(plans), vocabulary_(plans.schema->ruleset->vocabulary) {}

    void visit(std::uint32_t entity, std::uint32_t row) {
        const plans::EntityTable& table = plans_.table(entity);
        for (std::uint32_t field = 0; field < table.fields.size(); ++field) {
            const plans::FieldColumn& column = table.fields[field];
            const model::Field& declared = vocabulary_.entities[entity].fields[field];
            const bool owned = declared.type.kind == model::TypeKind::item && !declared.reference;
            if (column.is_list()) {
                const plans::ListColumn& list = table.list(field);
                if (!plans::bit(list.given, row)) continue;
                const bool open = plans::bit(list.open, row) || (!list.more_most.empty() && list.more_most[row] > 0);
                if (!open)
                    found.emplace_back(plans::place_of_field(plans_, entity, row, field),
                                       static_cast<std::int64_t>(list.end[row]) - list.begin[row]);
                if (owned && !column.own_elements)
                    for (std::uint32_t element = list.begin[row]; element < list.end[row]; ++element)
                        visit(static_cast<std::uint32_t>(declared.type.of), element);
            } else if (owned && plans::bit(column.values.valid, row)) {
                visit(static_cast<std::uint32_t>(declared.type.of),
                      static_cast<std::uint32_t>(column.values.integers[row]));
            }
        }
    }

    std::vector<std::pair<std::string, std::int64_t>> found;

private:
    const plans::Plans& plans_;
    const model::Vocabulary& vocabulary_;
};

}  // namespace

const std::string& Plan::name() const { return state_->record().name; }
const std::string& Plan::sha256() const { return state_->record().sha256.digits(); }

std::vector<Note> Plan::notes(Language language) const { return report::notes_of(state_->record(), language); }

std::vector<std::pair<std::string, std::int64_t>> Plan::complete_lists() const {
    CompleteLists lists(*state_->batch);
    lists.visit(state_->batch->schema->ruleset->vocabulary.root, state_->index);
    return std::move(lists.found);
}

std::optional<Diagnostic> unknown_reading(const std::string& read) {
    if (read.empty() || read == "part" || read == "whole") return std::nullopt;
    return plain_diagnostic(say::unknown_reading, {'"' + read + '"'});
}

std::vector<Diagnostic> refused_tree(const reading::SpelledPlan& tree, const std::vector<grammar::Diagnostic>& why) {
    std::vector<Diagnostic> shown;
    for (const grammar::Diagnostic& diagnostic : why)
        shown.push_back(public_diagnostic_at(
            diagnostic,
            tree.refusal ? grammar::Position{tree.refusal->at.line, tree.refusal->at.column} : grammar::Position{}));
    return shown;
}

namespace {

std::vector<Outcome<Plan>> read_sources(const Ruleset& rules, std::vector<reading::PlanSource> sources,
                                        const PlanOptions& options) {
    std::vector<Outcome<Plan>> outcomes;
    outcomes.reserve(sources.size());
    if (const auto wrong = unknown_reading(options.read)) {
        for (std::size_t index = 0; index < sources.size(); ++index) outcomes.emplace_back(std::vector{*wrong});
        return outcomes;
    }
    for (reading::PlanSource& source : sources) source.read = options.read;
    reading::ReadPlans read = reading::read_plans(rules.state().schema, sources);
    std::size_t next = 0;  // of those that could be read
    for (std::size_t index = 0; index < sources.size(); ++index) {
        if (next < read.accepted.size() && read.accepted[next] == index) {
            auto state = std::make_shared<Plan::State>();
            state->batch = read.plans;
            state->index = static_cast<std::uint32_t>(next++);
            state->read = options.read;
            outcomes.emplace_back(Plan(std::move(state)));
            continue;
        }
        if (sources[index].tree != nullptr) {
            outcomes.emplace_back(refused_tree(*sources[index].tree, read.refused[index]));
            continue;
        }
        std::vector<Diagnostic> why;
        for (const grammar::Diagnostic& diagnostic : read.refused[index])
            why.push_back(public_diagnostic(diagnostic, sources[index].text));
        outcomes.emplace_back(std::move(why));
    }
    return outcomes;
}

reading::PlanSource source_of(std::string name, std::string_view json) {
    reading::PlanSource source;
    source.name = std::move(name);
    source.text = json;
    return source;
}

}  // namespace

std::vector<Outcome<Plan>> Ruleset::read_plans(const std::vector<std::pair<std::string, std::string>>& name_and_json,
                                               const PlanOptions& options) const {
    std::vector<reading::PlanSource> sources;
    sources.reserve(name_and_json.size());
    for (const auto& [name, json] : name_and_json) sources.push_back(source_of(name, json));
    return read_sources(*this, std::move(sources), options);
}

Outcome<Plan> Ruleset::read_plan(std::string_view json, const PlanOptions& options) const {
    return std::move(read_sources(*this, {source_of(options.name, json)}, options).front());
}

Outcome<Plan> Ruleset::read_plan(const PlanTree& tree, const PlanOptions& options) const {
    reading::PlanSource source = source_of(options.name, {});
    source.tree = &tree.state().spelled;
    return std::move(read_sources(*this, {source}, options).front());
}

}  // namespace brecha
