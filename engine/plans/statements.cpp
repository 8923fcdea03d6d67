// What is known of a statement, at its place and from the places above it.
#include "plans/plans.hpp"
#include "plans/slice.hpp"

namespace brecha::plans {

Why why_missing(const Plans& plans, std::uint32_t entity, std::uint32_t field, std::uint32_t row, bool element) {
    const auto known = plans.whys.find(cell_key(entity, field, row, element));
    return known == plans.whys.end() ? Why::not_stated : known->second;
}

Statement statement_at(const PlanRecord& record, std::string_view place) {
    Statement result;
    if (record.statements.empty()) return result;
    bool guessed = false;
    for (bool own = true;; own = false) {
        if (const auto found = record.statements.find(std::string(place)); found != record.statements.end()) {
            const Statement& stated = found->second;
            const auto inherit = [](std::string& value, const std::string& from) {
                if (value.empty()) value = from;
            };
            inherit(result.read, stated.read);
            inherit(result.document, stated.document);
            inherit(result.page, stated.page);
            inherit(result.who, stated.who);
            inherit(result.on, stated.on);
            inherit(result.kind, stated.kind);
            if (result.as_of.empty() && !stated.as_of.empty()) {
                result.as_of = stated.as_of;
                result.as_of_last = stated.as_of_last;
            }
            if (!guessed && (stated.guessed_written || stated.guessed)) {
                result.guessed = stated.guessed;
                guessed = true;
            }
            if (own) {
                result.note = stated.note;
                result.why = stated.why;
                result.guessed_written = stated.guessed_written;
            }
        }
        if (place.empty()) return result;
        if (const auto slice = split_slice(place)) {
            place = slice->list;
            continue;
        }
        const std::size_t last = place.rfind('/');
        place = last == std::string_view::npos ? std::string_view() : place.substr(0, last);
    }
}

}  // namespace brecha::plans
