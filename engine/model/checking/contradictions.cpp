// Can what a protocol asks of orders and times be kept at all? Each part bounds how far two moments lie apart; they
// contradict each other where going round a ring of them leads back to before one began.
#include "model/checking/protocols.hpp"

#include "messages/catalogue/checking_protocols.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace brecha::model {

namespace {

/// `to` is at most `most` after `from`. `part`: which says so; -1: a step does not end before it begins.
struct Edge {
    std::size_t from = 0, to = 0;
    Decimal most = 0;
    std::int32_t part = -1;
};

std::size_t beginning(std::int32_t member) { return static_cast<std::size_t>(member) * 2; }
std::size_t end(std::int32_t member) { return static_cast<std::size_t>(member) * 2 + 1; }

class Contradictions {
public:
    Contradictions(const Protocol& protocol, const Ruleset& ruleset, DurationKind unit)
        : protocol_(protocol), ruleset_(ruleset), unit_(unit) {}

    /// The parts of a smallest ring that cannot be kept where the cases of `cases` are; empty where all can be.
    /// `orders`: of those that say what comes first alone, however long anything takes.
    std::vector<std::int32_t> find(std::uint32_t cases, bool orders) {
        cases_ = cases;
        edges_.clear();
        choices_.clear();
        for (std::size_t i = 0; i < protocol_.parts.size(); ++i) {
            const ProtocolPart& part = protocol_.parts[i];
            if (is_bound(part))
                orders ? add_order(part, static_cast<std::int32_t>(i)) : add_time(part, static_cast<std::int32_t>(i));
        }
        for (std::size_t i = 0; i < protocol_.members.size(); ++i)
            if (is_there(static_cast<std::int32_t>(i))) {
                const auto member = static_cast<std::int32_t>(i);
                edges_.push_back({end(member), beginning(member), 0, -1});
                if (protocol_.members[i].event) edges_.push_back({beginning(member), end(member), 0, -1});
            }
        least_ = orders ? 1 : 0;
        return choose(0, 0);
    }

private:
    static constexpr std::size_t greatest_choice_count = 64;
    const Protocol& protocol_;
    const Ruleset& ruleset_;
    const DurationKind unit_;  // what is counted: seconds, or working days
    std::uint32_t cases_ = 0;
    Decimal least_ = 0;  // a ring of orders has no length, and is one all the same
    std::vector<Edge> edges_;
    std::vector<std::vector<Edge>> choices_;  // one of each is enough

    bool in_case(std::int32_t one) const { return one < 0 || (cases_ >> one & 1) != 0; }
    /// Optional steps can be left out, so they contradict nothing.
    bool is_there(std::int32_t member) const {
        const ProtocolMember& one = protocol_.members[static_cast<std::size_t>(member)];
        return !one.optional && in_case(one.in_case);
    }
    bool is_bound(const ProtocolPart& part) const { return part.of >= 0 && in_case(part.in_case) && is_there(part.of); }

    static bool asks_order(PartKind kind) {
        return kind == PartKind::after || kind == PartKind::before || kind == PartKind::never;
    }

    void add_order(const ProtocolPart& part, std::int32_t index) {
        if (!asks_order(part.kind)) return;
        std::vector<Edge> edges;
        for (const std::int32_t other : part.others) {
            if (!is_there(other)) continue;
            // The later one's beginning is not before the earlier one's end.
            if (part.kind == PartKind::before) edges.push_back({beginning(other), end(part.of), -1, index});
            else edges.push_back({beginning(part.of), end(other), -1, index});
        }
        add(std::move(edges), part.any);
    }

    void add(std::vector<Edge> edges, bool any) {
        if (any && edges.size() > 1) choices_.push_back(std::move(edges));
        else edges_.insert(edges_.end(), edges.begin(), edges.end());
    }

    void add_time(const ProtocolPart& part, std::int32_t index) {
        std::vector<std::int32_t> others;
        for (const std::int32_t other : part.others)
            if (is_there(other)) others.push_back(other);
        const std::optional<Decimal> longest = part.to ? amount(*part.to, true) : std::nullopt,
                                     shortest = part.from ? amount(*part.from, false) : std::nullopt;
        const bool most = longest.has_value(), least = shortest.has_value();
        const Decimal at_most = longest.value_or(0), at_least = shortest.value_or(0);
        std::vector<Edge> edges;
        switch (part.kind) {
            case PartKind::after:
            case PartKind::before:
            case PartKind::never:
                for (const std::int32_t other : others)
                    if (part.kind == PartKind::before) edges.push_back({beginning(other), end(part.of), 0, index});
                    else edges.push_back({beginning(part.of), end(other), 0, index});
                return add(std::move(edges), part.any);
            case PartKind::within:
                if (!most) return;
                for (const std::int32_t other : others) edges.push_back({end(other), end(part.of), at_most, index});
                return add(std::move(edges), true);  // after the latest of them
            case PartKind::at_least:
                if (!least || others.empty()) return;
                if (part.before) edges_.push_back({beginning(others[0]), end(part.of), -at_least, index});
                else edges_.push_back({beginning(part.of), end(others[0]), -at_least, index});
                return;
            case PartKind::lasts:
                if (most) edges_.push_back({beginning(part.of), end(part.of), at_most, index});
                if (least) edges_.push_back({end(part.of), beginning(part.of), -at_least, index});
                return;
            case PartKind::limit:
                if (others.empty()) return;
                if (most) edges_.push_back({beginning(part.of), end(others[0]), at_most, index});
                if (least) edges_.push_back({end(others[0]), beginning(part.of), -at_least, index});
                return;
            default: return;
        }
    }

    /// The longest (or shortest) that a span can be, in what is counted; nothing where that is not known.
    std::optional<Decimal> amount(const Expression& span, bool longest) const {
        const std::optional<Decimal> unknown = longest ? std::nullopt : std::optional<Decimal>(0);
        if (span.operation == Operation::parameter) {  // of values on several days, the one that allows most
            std::optional<Decimal> most;
            for (const DatedValue& one : ruleset_.parameters[static_cast<std::size_t>(span.index)].values) {
                const std::optional<Decimal> amount = this->amount(one.value, longest);
                if (!amount) return unknown;
                most = !most ? *amount : longest ? std::max(*most, *amount) : std::min(*most, *amount);
            }
            return most ? most : unknown;
        }
        if (span.operation != Operation::duration) return unknown;
        const auto length = static_cast<Duration>(span.number);
        const Decimal amount = duration_amount(length);
        const DurationKind kind = duration_kind(length);
        if (kind == unit_) return amount;
        if (amount == 0) return Decimal(0);
        if (kind == DurationKind::working || unit_ == DurationKind::working)
            return longest ? std::nullopt : std::optional<Decimal>(0);
        const auto [shortest, widest] = seconds_of_months(duration_amount(length));
        return longest ? widest : shortest;
    }

    /// All choices contradict each other: then the first one's ring.
    std::vector<std::int32_t> choose(std::size_t next, std::size_t tried) {
        if (next == choices_.size()) return ring();
        std::vector<std::int32_t> first;
        for (const Edge& one : choices_[next]) {
            if (tried * choices_[next].size() > greatest_choice_count) return {};
            edges_.push_back(one);
            std::vector<std::int32_t> found = choose(next + 1, std::max<std::size_t>(1, tried) * choices_[next].size());
            edges_.pop_back();
            if (found.empty()) return {};
            if (first.empty()) first = std::move(found);
        }
        return first;
    }

    /// The parts of a ring of the fewest edges whose bounds add up to less than nothing.
    std::vector<std::int32_t> ring() const {
        const std::size_t nodes = protocol_.members.size() * 2;
        constexpr Decimal none = decimal_greatest;
        std::vector<std::int32_t> best;
        for (std::size_t start = 0; start < nodes; ++start) {
            // walks of k edges from `start`, the least bound for each node, and by which edge
            std::vector<std::vector<std::pair<Decimal, std::int32_t>>> walks(1);
            walks[0].assign(nodes, {none, -1});
            walks[0][start].first = 0;
            for (std::size_t length = 1; length <= nodes; ++length) {
                auto& next = walks.emplace_back();
                next.assign(nodes, {none, -1});
                for (std::size_t i = 0; i < edges_.size(); ++i) {
                    const Edge& edge = edges_[i];
                    const Decimal before = walks[length - 1][edge.from].first;
                    if (before == none || before + edge.most >= next[edge.to].first) continue;
                    next[edge.to] = {before + edge.most, static_cast<std::int32_t>(i)};
                }
                if (next[start].first >= 0) continue;
                std::vector<std::int32_t> parts;
                std::size_t node = start;
                for (std::size_t at = length; at > 0; --at) {
                    const Edge& edge = edges_[static_cast<std::size_t>(walks[at][node].second)];
                    if (edge.part >= 0 && std::find(parts.begin(), parts.end(), edge.part) == parts.end())
                        parts.push_back(edge.part);
                    node = edge.from;
                }
                if (best.empty() || parts.size() < best.size()) best = std::move(parts);
                break;
            }
        }
        std::sort(best.begin(), best.end());
        return best;
    }
};

}  // namespace

void check_contradictions(const Protocol& protocol, const Requirement& requirement, Environment& environment) {
    constexpr std::size_t greatest_member_count = 200;
    if (protocol.cases.size() > greatest_protocol_cases || protocol.members.size() > greatest_member_count) return;
    const std::uint32_t sets = 1u << protocol.cases.size();
    std::vector<std::int32_t> found;
    for (std::uint32_t cases = 0; cases < sets && found.empty(); ++cases) {
        found = Contradictions(protocol, environment.ruleset, DurationKind::exact).find(cases, true);
        for (const DurationKind unit : {DurationKind::exact, DurationKind::working})
            if (found.empty()) found = Contradictions(protocol, environment.ruleset, unit).find(cases, false);
    }
    if (found.empty()) return;
    messages::List lines;
    lines.joint = messages::List::Joint::and_;
    Location first;
    for (const std::int32_t one : found) {
        const ProtocolPart& part = protocol.parts[static_cast<std::size_t>(one)];
        const Expression& condition = requirement.clauses[static_cast<std::size_t>(one)].condition;
        const Location where{condition.file, condition.span};
        if (lines.items.empty()) first = where;
        lines.items.emplace_back(catalogue::on_line,
                                 std::vector<messages::Argument>{part.id, environment.diagnostics.line_number(where)});
    }
    environment.diagnostics.error(catalogue::protocol_contradicts, first, {requirement.id, std::move(lines)});
}

}  // namespace brecha::model
