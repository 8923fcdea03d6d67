#include "reading/whole_plan.hpp"

#include "limits/watch.hpp"
#include "messages/catalogue/plans.hpp"
#include "text/entering.hpp"

#include <vector>

namespace brecha::reading {

namespace {

namespace say = messages::catalogue::plans;

class WholePlan {
public:
    explicit WholePlan(Batch& batch)
        : batch_(batch), open_lists_(batch.index.entities.size(), 0), waiting_(batch.index.entities.size()),
          running_(batch.index.entities.size(), false) {}

    void plan(const Node& node) {
        const std::uint32_t root = batch_.vocabulary.root;
        item(root, batch_.add_row(root, {-1, -1, 0, batch_.plan}, 0), node, true);
    }

private:
    struct Waiting {
        Cell cell;
        const Node* node = nullptr;
    };

    void item(std::uint32_t entity_index, std::uint32_t row, const Node& node, bool is_plan = false) {
        const PlanEntity& entity = batch_.entity(entity_index);
        for (const Node& member : node.children) {
            limits::step();
            const int found = entity.find(member.key);
            if (found >= 0) {
                field({entity_index, static_cast<std::uint32_t>(found), row, false}, member);
            } else if (is_plan && member.key == "evidence") {
                batch_.evidence = &member;
            } else if (is_plan && member.key == "judgements") {
                batch_.judgements = &member;
            } else {
                batch_.note_unknown_field({entity_index, row, -1, -1}, member.key, member.key_spot);
            }
        }
    }

    void field(const Cell& cell, const Node& node) {
        const PlanField& field = batch_.field(cell);
        if (node.kind == Node::Kind::null) return;
        if (node.kind == Node::Kind::conflict) {
            batch_.set_missing(cell, Why::invalid);
            batch_.note(given_twice(batch_, node), node.key_spot, batch_.place_of(cell));
        } else if (!field.list && !field.owned) {
            value(cell, cell.row, node);
        } else if (node.kind != (field.list ? Node::Kind::list : Node::Kind::object)) {
            std::string scratch;
            const text::Entered entered = text::entered(node.kind == Node::Kind::text ? node.text : "x", scratch);
            if (!entered.text.empty()) wrong_shape(cell, node);
            else if (auto remark = remark_on(entered))
                batch_.note(std::move(*remark), node.spot, batch_.place_of(cell));
        } else if (field.owned && open_lists_[field.of] != 0) {
            waiting_[field.of].push_back({cell, &node});
        } else if (field.list) {
            list(cell, node);
        } else {
            Value owned;
            owned.integer = batch_.add_row(
                field.of, {static_cast<std::int32_t>(cell.entity), static_cast<std::int32_t>(cell.field), cell.row, 0},
                node.spot);
            batch_.set(cell, owned);
            item(field.of, static_cast<std::uint32_t>(owned.integer), node);
        }
    }

    void list(const Cell& cell, const Node& node) {
        const PlanField& field = batch_.field(cell);
        const auto elements = [&] {
            return static_cast<std::uint32_t>(field.owned ? batch_.table(field.of).rows : batch_.column(cell).rows);
        };
        batch_.list(cell).begin[cell.row] = elements();
        set_bit(batch_.list(cell).given, cell.row);
        if (!field.owned) {
            for (const Node& element : node.children)
                value({cell.entity, cell.field, batch_.add_element(cell.entity, cell.field, cell.row), true}, cell.row,
                      element);
            batch_.list(cell).end[cell.row] = elements();
            return;
        }
        ++open_lists_[field.of];
        for (std::uint32_t position = 0; position < node.children.size(); ++position) {
            limits::step();
            const Node& element = node.children[position];
            const Origin origin{static_cast<std::int32_t>(cell.entity), static_cast<std::int32_t>(cell.field), cell.row,
                                position};
            const std::uint32_t row = batch_.add_row(field.of, origin, element.spot);
            if (element.kind == Node::Kind::object) item(field.of, row, element);
            else wrong_item(cell, row, element);
        }
        batch_.list(cell).end[cell.row] = elements();
        if (--open_lists_[field.of] == 0) read_waiting(field.of);
    }

    /// The items of one list are neighbours in their table. What holds items of the same entity inside them would come
    /// between, so it waits until the outermost list is complete.
    void read_waiting(std::uint32_t entity) {
        if (running_[entity]) return;
        running_[entity] = true;
        for (std::size_t i = 0; i < waiting_[entity].size(); ++i) {
            const Waiting next = waiting_[entity][i];
            field(next.cell, *next.node);
        }
        waiting_[entity].clear();
        running_[entity] = false;
    }

    void value(const Cell& cell, std::uint32_t holder, const Node& node) {
        const PlanField& field = batch_.field(cell);
        Value value;
        std::optional<Remark> remark;
        const Read read = batch_.values.node(batch_.entity(cell.entity), field, node, value, remark);
        if (read == Read::value) {
            if (field.reference) batch_.references.push_back({cell, holder, value.integer, node.spot});
            else batch_.set(cell, value);
        } else if (read == Read::wrong) {
            batch_.set_missing(cell, Why::invalid);
        }
        if (remark) batch_.note(std::move(*remark), node.spot, batch_.place_of(cell));
    }

    /// Something that is no list where one belongs, or no object: the field counts as absent.
    void wrong_shape(const Cell& cell, const Node& node) {
        const PlanField& field = batch_.field(cell);
        batch_.set_missing(cell, Why::invalid);
        Message what = wanted(batch_.vocabulary, batch_.entity(cell.entity), field, field.list);
        batch_.note(field.list ? warning(say::not_wanted_absent, {shown(node), std::move(what)}, say::write_a_list)
                               : warning(say::not_wanted, {shown(node), std::move(what)}),
                    node.spot, batch_.place_of(cell));
    }

    /// An element of a list of items that is no object: it counts, and nothing is known of it.
    void wrong_item(const Cell& list, std::uint32_t row, const Node& node) {
        const PlanField& field = batch_.field(list);
        for (std::uint32_t i = 0; i < batch_.entity(field.of).fields.size(); ++i)
            batch_.set_missing({field.of, i, row, false}, Why::invalid);
        batch_.note(warning(say::item_not_wanted,
                            {shown(node), wanted(batch_.vocabulary, batch_.entity(list.entity), field, false)}),
                    node.spot, {field.of, row, -1, -1});
    }

    Batch& batch_;
    std::vector<std::uint32_t> open_lists_;  // by entity: lists of it that are not complete
    std::vector<std::vector<Waiting>> waiting_;
    std::vector<bool> running_;  // by entity: its waiting items are being read
};

}  // namespace

void read_whole(Batch& batch, const Node& plan) { WholePlan(batch).plan(plan); }

}  // namespace brecha::reading
