#include "reading/read_plans.hpp"

#include "limits/watch.hpp"
#include "messages/catalogue/plans.hpp"
#include "reading/broken_json.hpp"
#include "reading/cells.hpp"
#include "reading/finishing.hpp"
#include "reading/json_tree.hpp"
#include "reading/whole_plan.hpp"

#include <algorithm>
#include <utility>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

PlanRecord finish_plan(Batch& batch, const PlanSource& source) {
    PlanRecord record;
    record.name = source.name;
    settle_keys(batch);
    const Evidence evidence = read_evidence(batch, record, source.read);
    resolve_references(batch);
    settle_silence(batch, evidence);
    read_judgements(batch, record);
    record.notes = finished_notes(batch);
    batch.plans->whys.insert(batch.whys.begin(), batch.whys.end());
    return record;
}

namespace {

/// Members in the order of their names: two plans that differ in nothing else have one hash, and so one report, notes
/// included.
void put_in_order(Node& node, std::uint32_t& next_spot) {
    limits::step();
    node.spot = next_spot++;
    if (node.kind == Node::Kind::object)
        std::stable_sort(node.children.begin(), node.children.end(),
                         [](const Node& left, const Node& right) { return left.key < right.key; });
    for (Node& child : node.children) {
        child.key_spot = next_spot++;
        put_in_order(child, next_spot);
    }
}

/// A plan's tree as it is read: with keys that stand twice and plain scalars settled.
Node settled(const SpelledPlan& plan, const model::Vocabulary& vocabulary) {
    Node root = plan.tree.root();
    std::uint32_t next_spot = 0;
    const auto is_known = [](const Position& position) { return position.line != 0; };
    if (std::none_of(plan.positions.begin(), plan.positions.end(), is_known)) put_in_order(root, next_spot);
    settle_plain_scalars(root, vocabulary);
    settle_repeated_keys(root);
    return root;
}

/// Why what a host spelled is no plan.
std::optional<grammar::Diagnostic> no_plan(const PlanSource& source) {
    const SpelledPlan& spelled = *source.tree;
    if (spelled.refusal) {
        const auto& [format, why, at] = *spelled.refusal;
        if (why.empty()) return refused(source.name, 0, say::not_format_at, {format, at.line, at.column});
        return refused(source.name, 0, say::not_format_because, {format, at.line, at.column, why});
    }
    if (!spelled.tree.finished() && !spelled.tree.too_deep() && !spelled.tree.too_many())
        return refused(source.name, 0, say::empty_plan, {"{}"});
    if (spelled.tree.finished() && spelled.tree.root().kind != Node::Kind::object)
        return refused(source.name, 0, say::no_mapping);
    return no_plan(source.name, spelled.tree);
}

/// A plan that speaks of evidence or judgements is read whole in the end: so it is not begun in the fast way. Where the
/// words stand for something else, that costs time and nothing more.
bool wants_a_tree(std::string_view text) {
    // Looked for from letters that are rare: a text is full of quotation marks.
    return text.find("vidence\"") != std::string_view::npos || text.find("judgements\"") != std::string_view::npos;
}

/// Reads one plan; or gives the reason why it is none, and leaves nothing of it.
std::optional<grammar::Diagnostic> read_one(Batch& batch, CellReader& cells, const PlanSource& source) {
    batch.begin_plan(source);
    std::optional<Tree> tree;
    Node root;
    plans::TextHash hash;
    if (source.tree != nullptr) {
        if (auto why = no_plan(source)) return why;
        root = settled(*source.tree, batch.vocabulary);
        hash = plans::TextHash(canonical_json_of(root));
        read_whole(batch, root);
    } else {
        if (const std::size_t most = limits::sizes().plan_size; source.text.size() > most)
            return refused(source.name, 0, say::too_large, {limits::bytes_text(most)});
        FastEnd fast{FastEnd::Kind::not_plain, std::nullopt};
        if (!wants_a_tree(source.text)) fast = cells.read(source.name, source.text);
        if (fast.kind == FastEnd::Kind::broken) return std::move(fast.why);
        if (fast.kind == FastEnd::Kind::not_plain) {
            grammar::Diagnostic why;
            tree = json_tree(source.name, source.text, why);
            if (!tree) return why;
            settle_repeated_keys(tree->root());
            read_whole(batch, tree->root());
        }
    }
    if (source.tree == nullptr) hash = plans::TextHash(std::string(source.text));
    PlanRecord& record = batch.plans->records.emplace_back(finish_plan(batch, source));
    record.sha256 = std::move(hash);
    return std::nullopt;
}

}  // namespace

ReadPlans read_plans(const std::shared_ptr<const Schema>& schema, const std::vector<PlanSource>& sources) {
    ReadPlans result;
    result.refused.resize(sources.size());
    Batch batch(schema, sources.size());
    CellReader cells(batch);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        limits::look();
        if (auto why = read_one(batch, cells, sources[i])) result.refused[i].push_back(*std::move(why));
        else result.accepted.push_back(i);
    }
    if (result.accepted.empty()) return result;
    batch.plans->count = batch.plans->records.size();
    batch.finish();
    result.plans = batch.plans;
    return result;
}

std::string json_of(const SpelledPlan& plan, const model::Vocabulary& vocabulary) {
    Node root = plan.tree.root();
    settle_plain_scalars(root, vocabulary);
    return json_of(root);
}

}  // namespace brecha::reading
