// What is known of a statement, at its place and from the places above it.
#include "plans/plans.hpp"

namespace brecha::plans {

Why why_missing(const Plans& plans, std::uint32_t entity, std::uint32_t field, std::uint32_t row, bool element) {
    const auto known = plans.whys.find(cell_key(entity, field, row, element));
    return known == plans.whys.end() ? Why::not_stated : known->second;
}

namespace {

/// Of a place in its one form: what its last step stands in, of a slice its list.
std::string_view place_above(std::string_view place) {
    const std::size_t slash = place.rfind('/'), step = slash == std::string_view::npos ? 0 : slash + 1;
    if (const std::size_t open = place.find('[', step);
        place.ends_with(']') && open != std::string_view::npos && open > step)
        return place.substr(0, open);
    return place.substr(0, step == 0 ? 0 : slash);
}

}  // namespace

Statement statement_at(const PlanRecord& record, std::string_view place) {
    Statement result;
    if (record.statements.empty()) return result;
    bool guessed = false;
    for (bool own = true;; own = false) {
        if (const auto found = record.statements.find(place); found != record.statements.end()) {
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
        place = place_above(place);
    }
}

}  // namespace brecha::plans
