#include "attempt.hpp"

#include "rules.hpp"

#include <type_traits>

namespace brecha::grammar {

bool attempt(Session& session, Items items, std::uint32_t& at, std::uint32_t end) {
    const auto fits = [&]<typename Item>(std::type_identity<Item>) {
        Item item;
        return read(session, at, end, item);
    };
    using namespace syntax;
    switch (items) {
        case Items::units: return fits(std::type_identity<Unit>{});
        case Items::vocabulary:
            return fits(std::type_identity<VocabularyItem>{}) || fits(std::type_identity<EntityDeclaration>{}) ||
                   fits(std::type_identity<ExtendDeclaration>{});
        case Items::fields: return fits(std::type_identity<Field>{});
        case Items::ruleset:
            return fits(std::type_identity<Requirement>{}) || fits(std::type_identity<RulesetItem>{}) ||
                   fits(std::type_identity<syntax::Group>{}) || fits(std::type_identity<Family>{}) ||
                   fits(std::type_identity<ReplaceBlock>{});
        case Items::group:
            return fits(std::type_identity<Requirement>{}) || fits(std::type_identity<GroupItem>{}) ||
                   fits(std::type_identity<Family>{});
        case Items::family: return fits(std::type_identity<Member>{});
        case Items::clauses: return fits(std::type_identity<Clause>{});
        case Items::cases: return fits(std::type_identity<Case>{});
        case Items::case_items: return fits(std::type_identity<CaseItem>{});
        case Items::translation:
        case Items::translated_lines:
        case Items::translated_labels: {
            if (items == Items::translation && fits(std::type_identity<TranslatedBlock>{})) return true;
            TranslatedText text;
            return read(session, at, end, items, text);
        }
        case Items::hole: return fits(std::type_identity<Expression>{});
    }
    return false;
}

std::uint32_t reach(Items items, int language, std::string_view text) {
    Session session;
    session.text = text;
    session.language = language;
    session.recording = true;
    const auto end = static_cast<std::uint32_t>(text.size());
    std::uint32_t at = 0;
    while (true) {
        at = session.skip(at, end);
        if (at == end) return end;
        if (!attempt(session, items, at, end)) return session.farthest;
        if (items == Items::hole && session.skip(at, end) != end) return session.farthest;
    }
}

}  // namespace brecha::grammar
