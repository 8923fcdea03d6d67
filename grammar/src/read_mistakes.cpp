// Mistakes that can be read as something else: found in the tree, told like the others.
#include "failure.hpp"

#include "messages/catalogue/reading.hpp"
#include "mistakes.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"
#include "words/keyword_match.hpp"
#include "words_around.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace brecha::grammar {

using namespace text;
namespace catalogue = messages::catalogue;
namespace {

using namespace syntax;
using Kind = ExpressionKind;
using Report = std::function<void(Diagnostic)>;

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class TreeReader {
public:
    TreeReader(const Session& session, const Report& report)
        : session_(session), text_(session.text), report_(report) {}

    void read(const VocabularyItem& item) {
        if (const auto* entity = std::get_if<EntityDeclaration>(&item)) fields(entity->fields);
        if (const auto* extension = std::get_if<ExtendDeclaration>(&item)) fields(extension->fields);
    }
    void read(const RulesetItem& item) {
        std::visit([&](const auto& which) { this->item(which); }, item);
    }
    void read(const Case& one) {
        for (const CaseItem& part : one.items)
            if (const auto* set = std::get_if<CaseSet>(&part)) look(set->value, set->span);
    }

private:
    template <typename Item>
    void item(const Item&) {}
    void item(const ParameterDeclaration& parameter) {
        for (const DatedValue& one : parameter.values) look(one.value, parameter.span);
    }
    void item(const Definition& definition) { look(definition.body, definition.span); }
    void item(const SetLine& line) {
        for (const DatedValue& one : line.values) look(one.value, line.span);
    }
    void item(const Table& table) { fields(table.fields); }
    void item(const Requirement& requirement) { clauses(requirement.clauses); }
    void item(const Family& family) {
        for (const Member& member : family.members) clauses(member.clauses);
    }
    void item(const ReplaceBlock& replace) { clauses(replace.clauses); }
    void item(const std::unique_ptr<Group>& group) {
        std::vector<const Clause*> own;
        for (const GroupItem& part : group->items) {
            if (const auto* clause = std::get_if<Clause>(&part)) own.push_back(clause);
            else std::visit([&](const auto& which) { this->item(which); }, part);
        }
        clauses(own);
    }
    void item(const Clause&) {}

    static const Clause* pointer_to(const Clause& clause) { return &clause; }
    static const Clause* pointer_to(const Clause* clause) { return clause; }

    template <typename List>
    void clauses(const List& list) {
        std::vector<std::string_view> variables;
        const RequireLine* require = nullptr;
        for (const auto& one : list) {
            const Clause* const clause = pointer_to(one);
            if (const auto* line = std::get_if<AfterLine>(clause); line != nullptr && require != nullptr)
                comparison_with_after(*require, *line, variables);
            require = std::get_if<RequireLine>(clause);
            if (require != nullptr) {
                look(require->condition, require->span);
                if (require->unless) look(*require->unless, require->span);
            } else if (const auto* when = std::get_if<WhenLine>(clause)) {
                look(when->condition, when->span);
            } else if (const auto* let = std::get_if<LetLine>(clause)) {
                variables.push_back(let->name.text);
                look(let->value, let->span);
            } else if (const auto* each = std::get_if<EachLine>(clause)) {
                variables.push_back(each->binder.variable.text);
                look(each->binder, each->span);
            } else if (const auto* answered = std::get_if<AnsweredByLine>(clause)) {
                look(answered->binder, answered->span);
            }
        }
    }

    // --- telling ------------------------------------------------------------------------------------------

    std::string line(Span clause, const std::vector<Edit>& edits) const {
        return rewritten(text_, clause.begin, clause.end, edits);
    }

    void tell(const messages::Entry& entry, Span span, const std::vector<messages::Argument>& arguments, Span clause,
              const std::vector<Edit>& edits) const {
        tell(entry, span, arguments, {catalogue::write_line, {line(clause, edits)}});
    }
    void tell(const messages::Entry& entry, Span span, const std::vector<messages::Argument>& arguments,
              messages::Message help) const {
        Diagnostic diagnostic = said(entry, span, arguments);
        diagnostic.help = std::move(help);
        report_(std::move(diagnostic));
    }

    // --- fields -------------------------------------------------------------------------------------------

    /// capacity number of persons => a field `capacity` and a field `of`
    void fields(const std::vector<Field>& list) {
        const std::string_view of = spelling(role("of"), session_.language);
        for (std::size_t index = 1; index < list.size(); ++index) {
            const Field& before = list[index - 1];
            const Field& field = list[index];
            if (before.type.kind != TypeKind::number || !before.type.unit.empty() || before.initial ||
                !before.ask.empty())
                continue;
            if (field.word.text != of || field.type.kind != TypeKind::named ||
                text_.substr(before.span.end, field.span.begin - before.span.end).find('\n') != std::string_view::npos)
                continue;
            const std::string in(spelling(role("in"), session_.language));
            tell(catalogue::second_field, {before.type.span.begin, field.span.end}, {field.word.text},
                 {before.span.begin, field.span.end}, {{field.word.span.begin, field.word.span.end, in}});
        }
    }

    // --- clauses ------------------------------------------------------------------------------------------

    /// require plan.a after plan.b => an order of remedies
    void comparison_with_after(const RequireLine& require, const AfterLine& line,
                               const std::vector<std::string_view>& variables) const {
        const bool same_line =
            text_.substr(require.span.end, line.span.begin - require.span.end).find('\n') == std::string_view::npos;
        for (const Word& id : line.ids) {
            const std::string_view head = std::string_view(id.text).substr(0, id.text.find('.'));
            const bool is_item = head == "plan" || head == spelling(role("plan"), session_.language) ||
                                 std::find(variables.begin(), variables.end(), head) != variables.end();
            if (head.size() == id.text.size() || !is_item) continue;
            if (!same_line && id.span.begin != line.ids.front().span.begin) continue;
            const auto word_end =
                static_cast<std::uint32_t>(match_keyword(role("after"), text_, line.span.begin, session_.language));
            tell(catalogue::order_of_remedies, line.span, {id.text}, {require.span.begin, line.span.end},
                 {{line.span.begin, word_end, ">"}});
            return;
        }
    }

    // --- expressions --------------------------------------------------------------------------------------

    void look(const Binder& binder, Span clause) const {
        look(*binder.list, clause);
        if (binder.condition) look(*binder.condition, clause);
    }

    void look(const Expression& e, Span clause) const {
        switch (e.kind) {
            case Kind::number: number_with_word(e, clause); break;
            case Kind::product: date_with_slashes(e, clause); break;
            case Kind::sum: date_without_zeros(e, clause); break;
            case Kind::call:
            case Kind::set:
            case Kind::index: thousands(e, clause); break;
            default: break;
        }
        for (const Expression& operand : e.operands) look(operand, clause);
        if (e.binder) look(*e.binder, clause);
    }

    /// 2.5 hours, 30 percent
    void number_with_word(const Expression& e, Span clause) const {
        const std::string& written_unit = e.further().unit;
        const Span unit_place = e.further().unit_span;
        if (written_unit.empty()) return;
        const Span whole{e.span.begin, unit_place.end};
        if (match_keyword(role("percent"), text_, unit_place.begin, session_.language) == unit_place.end ||
            written_unit == "per_cent" || written_unit == "pct") {
            tell(catalogue::percent_in_words, whole, {}, clause, {{whole.begin, whole.end, e.text + "%"}});
            return;
        }
        std::string amount, unit;
        Span unit_span;
        const std::string whole_number = "1 " + written_unit;
        if (duration_token(whole_number, 0, session_.language, amount, unit, unit_span) == 0) return;
        struct Finer {
            std::string_view unit, finer;
            std::uint64_t factor;
        };
        static constexpr Finer finer[] = {{"minutes", "seconds", 60},
                                          {"hours", "minutes", 60},
                                          {"days", "hours", 24},
                                          {"weeks", "days", 7},
                                          {"years", "months", 12}};
        for (const Finer& step : finer) {
            const std::size_t point = e.text.find('.');
            if (step.unit != unit || point == std::string::npos || e.text.size() - point > 7 || point > 6) continue;
            std::uint64_t digits = 0, scale = 1;
            for (std::size_t index = 0; index < e.text.size(); ++index) {
                if (!is_digit(e.text[index])) continue;
                digits = digits * 10 + static_cast<std::uint64_t>(e.text[index] - '0');
                if (index > point) scale *= 10;
            }
            if (digits * step.factor % scale != 0) continue;
            const std::uint64_t count = digits * step.factor / scale;
            tell(catalogue::fraction_of_duration, whole, {}, clause,
                 {{whole.begin, whole.end,
                   std::to_string(count) + " " +
                       std::string(spelling(duration_role(step.finer, count == 1), session_.language))}});
            return;
        }
        tell(catalogue::fraction_of_duration, whole, {}, messages::Message(catalogue::write_smaller_unit));
    }

    /// 01/07/2025
    void date_with_slashes(const Expression& e, Span clause) const {
        if (e.operands.size() != 3 || e.text != "//") return;
        const Expression &first = e.operands[0], &second = e.operands[1], &third = e.operands[2];
        for (const Expression* part : {&first, &second, &third})
            if (part->kind != Kind::number || !part->further().unit.empty() || !all_digits(part->text)) return;
        if (text_.substr(e.span.begin, e.span.end - e.span.begin).find_first_of(" \t\n") != std::string_view::npos)
            return;
        const bool year_last = third.text.size() == 4 && first.text.size() <= 2 && second.text.size() <= 2;
        const bool year_first = first.text.size() == 4 && second.text.size() <= 2 && third.text.size() <= 2;
        if (!year_last && !year_first) return;
        const auto padded = [](const std::string& number) { return number.size() == 1 ? "0" + number : number; };
        const int one = std::stoi(year_last ? first.text : second.text),
                  other = std::stoi(year_last ? second.text : third.text);
        if (year_last && one <= 12 && other <= 12 && one != other) {
            tell(catalogue::division_for_date, e.span, {},
                 {catalogue::write_date_either, {third.text, padded(second.text), padded(first.text)}});
            return;
        }
        std::string month = year_last ? second.text : second.text, day = year_last ? first.text : third.text;
        if (std::stoi(month) > 12) std::swap(month, day);
        if (std::stoi(month) > 12 || std::stoi(day) > 31) return;
        tell(catalogue::division_for_date, e.span, {}, clause,
             {{e.span.begin, e.span.end,
               (year_last ? third.text : first.text) + "-" + padded(month) + "-" + padded(day)}});
    }

    /// 2025-7-1
    void date_without_zeros(const Expression& e, Span clause) const {
        for (std::size_t index = 0; index + 2 < e.operands.size(); ++index) {
            const Expression &year = e.operands[index], &month = e.operands[index + 1], &day = e.operands[index + 2];
            if (e.text[index] != '-' || e.text[index + 1] != '-' || year.span.end + 1 != month.span.begin ||
                month.span.end + 1 != day.span.begin)
                continue;
            if (year.kind != Kind::number || month.kind != Kind::number || day.kind != Kind::number ||
                year.text.size() != 4 || month.text.size() > 2 || day.text.size() > 2)
                continue;
            if (!all_digits(year.text) || !all_digits(month.text) || !all_digits(day.text)) continue;
            const auto padded = [](const std::string& number) { return number.size() == 1 ? "0" + number : number; };
            tell(catalogue::subtraction_for_date, {year.span.begin, day.span.end}, {}, clause,
                 {{year.span.begin, day.span.end, year.text + "-" + padded(month.text) + "-" + padded(day.text)}});
            return;
        }
    }

    /// f(1,000): a number of three digits that begins with 0, directly behind the comma
    void thousands(const Expression& e, Span clause) const {
        for (std::size_t index = 0; index + 1 < e.operands.size(); ++index) {
            const Expression &one = e.operands[index], &next = e.operands[index + 1];
            if (one.kind != Kind::number || next.kind != Kind::number || !one.further().unit.empty() ||
                one.text.size() > 3 || next.text.size() != 3 || next.text.front() != '0')
                continue;
            if (!all_digits(one.text) || !all_digits(next.text) || one.span.end + 1 != next.span.begin) continue;
            tell(catalogue::comma_in_number, {one.span.begin, next.span.begin + 3}, {}, clause,
                 {{one.span.end, next.span.begin, "_"}});
            return;
        }
    }

    const Session& session_;
    std::string_view text_;
    const Report& report_;
};

}  // namespace

void report_mistakes_in(const VocabularyItem& item, const Session& session, const Report& report) {
    TreeReader(session, report).read(item);
}
void report_mistakes_in(const RulesetItem& item, const Session& session, const Report& report) {
    TreeReader(session, report).read(item);
}
void report_mistakes_in(const Case& one, const Session& session, const Report& report) {
    TreeReader(session, report).read(one);
}

}  // namespace brecha::grammar
