#include "report/questions.hpp"

#include "limits/watch.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace brecha::report {

namespace {

/// One question over all items it is asked of.
struct Asked {
    QuestionWords words;
    std::string field;  // "Agency.letter_signed_on"; empty for judgements and parameters
    std::vector<std::string> places, subjects;
    std::vector<std::string> choices, requirements;
    std::set<std::string_view> known_places, known_items;
    std::vector<std::string> themes;
    std::vector<std::size_t> findings;  // that it is missing for
    std::int32_t settles_alone = 0, may_show_gaps = 0;
    bool done = false;
};

struct Open {
    std::size_t requirement = 0;
    std::set<std::size_t> waits_for;  // questions still unanswered
    bool can_be_settled = true;       // something cannot be computed, whatever is answered
    bool settled = false;
};

class Greedy {
public:
    explicit Greedy(const View& view) : view_(view), open_of_requirement_(view.requirements.size(), 0) {
        collect();
        count_settled_alone();
    }

    std::vector<Question> run(std::size_t most) {
        std::vector<Question> questions;
        std::int32_t settled = 0;
        while (most == 0 || questions.size() < most) {
            auto next = best(true);
            if (next == none) next = best(false);  // what waits for something that no answer settles
            if (next == none) break;
            settled += answer(next);
            Asked& asked = asked_[next];
            Question question;
            question.rank = static_cast<std::int32_t>(questions.size()) + 1;
            question.question = question_text(asked.words, view_.language);
            question.places = asked.places;
            if (!asked.field.empty()) question.fields.push_back(asked.field);
            question.themes = asked.themes;
            question.subjects = asked.subjects;
            question.choices = asked.words.slices.size() > 1 ? asked.words.slices : asked.choices;
            question.requirements = asked.requirements;
            question.asks = asked.words.value_as_of.empty() ? asked.words.asks : Asks::still_so;
            question.settles = asked.settles_alone;
            question.settles_with_above = settled;
            question.may_show_gaps = asked.may_show_gaps;
            questions.push_back(std::move(question));
        }
        return questions;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Whoever was asked has said that they do not know, will not say, or that it does not concern them: to ask again
    /// brings nothing.
    static bool was_answered(Why why) {
        return why == Why::not_known || why == Why::withheld || why == Why::claimed_not_applicable;
    }

    void collect() {
        std::map<std::string_view, std::size_t> by_group;
        for (std::size_t index = 0; index < view_.requirements.size(); ++index) {
            const RequirementView& requirement = view_.requirements[index];
            for (const FindingView& finding : requirement.findings) {
                limits::look();
                const auto missing = missing_of(finding);
                if (missing.empty()) continue;
                Open open;
                open.requirement = index;
                for (const MissingView* place : missing) {
                    if (place->row.question.empty() || was_answered(place->row.why)) {
                        open.can_be_settled = false;
                        continue;
                    }
                    const auto [found, is_new] = by_group.try_emplace(place->group, asked_.size());
                    if (is_new) {
                        Asked asked;
                        asked.words = place->words;
                        asked.words.items.clear();
                        asked.words.slices.clear();
                        asked.choices = place->choices;
                        if (!place->row.field.empty()) asked.field = place->row.entity + "." + place->row.field;
                        asked_.push_back(std::move(asked));
                    }
                    Asked& asked = asked_[found->second];
                    if (asked.known_places.insert(place->row.place).second) {
                        asked.places.push_back(place->row.place);
                        asked.subjects.push_back(place->words.items.empty() ? std::string()
                                                                            : place->words.items.front());
                        for (const std::string& item : place->words.items)
                            if (asked.known_items.insert(item).second) asked.words.items.push_back(item);
                        QuestionWords slices;
                        slices.slices = place->words.slices;
                        add_items(asked.words, slices);
                    }
                    const RequirementInfo& information = requirement.information;
                    if (!information.theme.empty() &&
                        std::find(asked.themes.begin(), asked.themes.end(), information.theme) == asked.themes.end())
                        asked.themes.push_back(information.theme);
                    if (asked.requirements.empty() || asked.requirements.back() != information.id)
                        asked.requirements.push_back(information.id);
                    if (open.waits_for.insert(found->second).second) {
                        asked.findings.push_back(open_.size());
                        asked.may_show_gaps += finding.row.may_be_gap;
                    }
                }
                ++open_of_requirement_[index];
                open_.push_back(std::move(open));
            }
        }
    }

    void count_settled_alone() {
        for (const Open& open : open_)
            if (settled_by_one_more(open)) ++asked_[*open.waits_for.begin()].settles_alone;
    }

    /// Does an answer settle it, with those before?
    static bool settled_by_one_more(const Open& open) { return open.can_be_settled && open.waits_for.size() == 1; }

    /// Would something that comes before it be open still, once that many findings of each requirement are settled?
    bool folded(const Open& open, const std::map<std::size_t, std::int32_t>& settled) const {
        const auto& after = view_.requirements[open.requirement].after;
        return std::any_of(after.begin(), after.end(), [&](std::uint32_t before) {
            const auto found = settled.find(before);
            return open_of_requirement_[before] > (found == settled.end() ? 0 : found->second);
        });
    }

    std::size_t best(bool leave_out_folded) const {
        // Nearness to being settled, in fractions that add up without rounding for up to 16 questions.
        constexpr std::int64_t unit = 720'720;
        std::tuple<std::int64_t, std::int64_t, std::int32_t> best_score;
        std::size_t best_index = none;
        for (std::size_t index = 0; index < asked_.size(); ++index) {
            const Asked& asked = asked_[index];
            if (asked.done) continue;
            std::int64_t settles = 0, nearness = 0;
            bool counts = false;
            std::map<std::size_t, std::int32_t> settled;  // of a requirement, by this answer
            for (const std::size_t number : asked.findings)
                if (const Open& open = open_[number]; !open.settled && settled_by_one_more(open))
                    ++settled[open.requirement];
            for (const std::size_t number : asked.findings) {
                const Open& open = open_[number];
                if (open.settled || (leave_out_folded && folded(open, settled))) continue;
                counts = true;
                settles += settled_by_one_more(open);
                nearness += unit / static_cast<std::int64_t>(open.waits_for.size());
            }
            if (!counts) continue;
            const auto score = std::tuple(settles, nearness, asked.may_show_gaps);
            if (best_index == none || score > best_score) {
                best_score = score;
                best_index = index;
            }
        }
        return best_index;
    }

    /// Returns how many findings are settled by it now.
    std::int32_t answer(std::size_t index) {
        std::int32_t settled = 0;
        asked_[index].done = true;
        for (const std::size_t number : asked_[index].findings) {
            Open& open = open_[number];
            open.waits_for.erase(index);
            if (open.settled || !open.can_be_settled || !open.waits_for.empty()) continue;
            open.settled = true;
            --open_of_requirement_[open.requirement];
            ++settled;
        }
        return settled;
    }

    const View& view_;
    std::vector<Asked> asked_;
    std::vector<Open> open_;
    std::vector<std::int32_t> open_of_requirement_;  // findings of it that are not settled yet
};

}  // namespace

std::vector<Question> questions_of(const View& view, std::size_t most) { return Greedy(view).run(most); }

}  // namespace brecha::report
