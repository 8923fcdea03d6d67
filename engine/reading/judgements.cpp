// `judgements`: what people decided where no machine can.
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"
#include "reading/members.hpp"
#include "text/entering.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

namespace {

const std::vector<std::string> known_of_judgement = {"requirement", "part", "subject", "answer",
                                                     "who",         "on",   "question"};

class JudgementReader {
public:
    JudgementReader(Batch& batch, PlanRecord& record)
        : batch_(batch), ruleset_(*batch.schema->ruleset), record_(record), finder_(batch) {}

    void read(const Node& node) {
        if (node.kind == Node::Kind::null) return;
        if (node.kind != Node::Kind::list) {
            batch_.note_written(
                node.kind == Node::Kind::conflict ? given_twice(batch_, node) : wrong_member(node, say::judgement_list),
                node.spot, "judgements", "/judgements");
            return;
        }
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            place_ = "judgements/[" + std::to_string(i) + ']';
            pointer_ = "/judgements/" + std::to_string(i);
            const Node& entry = node.children[i];
            if (entry.kind == Node::Kind::object) read_one(entry);
            else if (entry.kind != Node::Kind::null)
                batch_.note_written(wrong_member(entry, say::an_object), entry.spot, place_, pointer_);
        }
    }

private:
    void note(const Node& at, Remark remark, std::string_view member = {}) {
        batch_.note_written(std::move(remark), at.spot, place_,
                            member.empty() ? pointer_ : pointer_ + '/' + escaped_step(member));
    }

    std::string text_of(const Node& entry, std::string_view name) {
        const Node* node = entry.member(name);
        if (node == nullptr) return {};
        return reading::text_of(batch_, *node, false, [&](Remark remark) { note(*node, std::move(remark), name); })
            .value_or(std::string());
    }

    std::optional<bool> answer_of(const Node& entry) {
        const Node* node = entry.member("answer");
        if (node == nullptr || node->kind == Node::Kind::null) return std::nullopt;
        if (node->kind == Node::Kind::truth) return node->truth;
        if (node->kind == Node::Kind::text && (node->text == "yes" || node->text == "no")) return node->text == "yes";
        if (node->kind == Node::Kind::text && text::entered(node->text).empty()) return std::nullopt;
        note(*node,
             node->kind == Node::Kind::conflict ? given_twice(batch_, *node)
                                                : warning(say::no_answer, {shown(*node)}, say::write_yes_or_no),
             "answer");
        return std::nullopt;
    }

    /// The requirement that has the id, also an earlier one.
    const model::Requirement* requirement(const std::string& id) {
        if (by_id_.empty()) {
            for (const model::Requirement& one : ruleset_.requirements) by_id_.emplace(one.id, &one);
            for (const model::Requirement& one : ruleset_.requirements)
                for (const std::string& was : one.was) by_id_.emplace(was, &one);
            for (const model::Judgement& one : ruleset_.judgements)
                asked_[&ruleset_.requirements[one.requirement]].push_back(&one);
        }
        const auto found = by_id_.find(id);
        return found == by_id_.end() ? nullptr : found->second;
    }

    /// Does the plan have what a subject's text names? Texts of several parts and plain values are taken on trust.
    bool subject_exists(std::string& subject) {
        if (subject.find(" + ") != std::string::npos) return true;
        if (const auto place = finder_.find(subject)) {
            subject = plans::words_of(*batch_.plans, *place);
            return true;
        }
        const std::vector<std::string> steps = steps_of(subject);
        if (steps.size() < 2) return subject.front() != '/';  // a number, a word of an enumeration
        return std::any_of(ruleset_.tables.begin(), ruleset_.tables.end(),
                           [&](const model::Table& table) { return table.name == steps.front(); });
    }

    static Remark nothing(Message help = {}) { return warning(say::nothing_asked, {}, std::move(help)); }

    void read_one(const Node& entry) {
        HumanJudgement judgement;
        const std::string id = text_of(entry, "requirement");
        judgement.part = text_of(entry, "part");
        judgement.subject = text_of(entry, "subject");
        const model::Requirement* asked_by = requirement(id);
        judgement.requirement = asked_by != nullptr ? asked_by->id : id;
        if (!id.empty()) {
            place_ = "judgements/" + escaped_step(id);
            if (!judgement.part.empty()) place_ += '/' + escaped_step(judgement.part);
            if (!judgement.subject.empty()) place_ += '/' + judgement.subject;
        }
        for (const Node& member : entry.children)
            if (std::find(known_of_judgement.begin(), known_of_judgement.end(), member.key) == known_of_judgement.end())
                note(member, unknown_member(member.key, known_of_judgement), member.key);
        judgement.who = text_of(entry, "who");
        judgement.on = text_of(entry, "on");
        judgement.answer = answer_of(entry);
        if (!judgement.on.empty()) check_date(entry, judgement.on);
        std::vector<const model::Judgement*> asked;
        std::vector<std::string> parts;
        if (asked_by != nullptr)
            for (const model::Judgement* one : asked_[asked_by]) {
                parts.push_back(one->part);
                if (one->part == judgement.part) asked.push_back(one);
            }
        if (asked.empty()) {
            Message help;
            if (asked_by == nullptr) {
                if (batch_.notes_full()) return;
                std::vector<std::string> ids;
                for (const model::Judgement& one : ruleset_.judgements)
                    ids.push_back(ruleset_.requirements[one.requirement].id);
                std::sort(ids.begin(), ids.end());
                ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
                help = did_you_mean(id, ids);
            } else if (parts.empty()) {
                help = Message(say::asks_for_none, {asked_by->id});
            } else {
                std::erase(parts, "");
                help = parts.empty() ? Message(say::leave_out_part)
                                     : Message(say::asks_about_part, {asked_by->id, listed(parts)});
            }
            note(entry, nothing(std::move(help)));
            return;
        }
        if (!judgement.subject.empty() && (asked_by->subjects.empty() || !subject_exists(judgement.subject))) {
            Message help;
            if (asked_by->subjects.empty()) help = Message(say::no_subjects, {asked_by->id});
            note(entry, nothing(std::move(help)), "subject");
            return;
        }

        const std::string question = text_of(entry, "question");
        if (!question.empty() && !asks(asked, question)) {
            messages::Labels labels;
            for (std::size_t i = 0; i < labels.size(); ++i)
                labels[i] = model::in_language(asked.front()->question, words::language_tags[i]);
            note(entry, warning(say::question_changed, {std::move(labels)}), "question");
            judgement.answer.reset();
        }

        const auto [known, is_new] =
            given_.try_emplace({judgement.requirement, judgement.part, judgement.subject}, record_.judgements.size());
        if (is_new) {
            record_.judgements.push_back(std::move(judgement));
            return;
        }
        HumanJudgement& before = record_.judgements[known->second];
        if (before.answer == judgement.answer) return;
        note(entry, warning(say::judgements_disagree));
        before.answer.reset();
    }

    static bool asks(const std::vector<const model::Judgement*>& asked, const std::string& question) {
        return std::any_of(asked.begin(), asked.end(), [&](const model::Judgement* one) {
            return std::any_of(one->question.begin(), one->question.end(),
                               [&](const model::Text& text) { return text::entered(text.text) == question; });
        });
    }

    void check_date(const Node& entry, std::string& on) {
        if (!days_of(batch_, on, [&](Remark remark) { note(*entry.member("on"), std::move(remark), "on"); }))
            on.clear();
    }

    Batch& batch_;
    const model::Ruleset& ruleset_;
    PlanRecord& record_;
    PlaceFinder finder_;
    std::string place_, pointer_;
    std::unordered_map<std::string, const model::Requirement*> by_id_;
    std::unordered_map<const model::Requirement*, std::vector<const model::Judgement*>> asked_;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> given_;
};

}  // namespace

void read_judgements(Batch& batch, PlanRecord& record) {
    if (batch.judgements) JudgementReader(batch, record).read(*batch.judgements);
}

}  // namespace brecha::reading
