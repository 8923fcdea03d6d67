// The keywords by which a translation names what a text is of.
#pragma once

#include "words/keyword_table.hpp"

#include <brecha/grammar/syntax_tree.hpp>

namespace brecha::grammar {

constexpr Role role_of(syntax::TextOwner owner) {
    switch (owner) {
        case syntax::TextOwner::whole: return no_role;
        case syntax::TextOwner::requirement: return role("requirement");
        case syntax::TextOwner::group: return role("group");
        case syntax::TextOwner::entity: return role("entity");
        case syntax::TextOwner::enumeration: return role("enum");
        case syntax::TextOwner::table: return role("table");
        case syntax::TextOwner::replacement: return role("replace");
    }
    return no_role;
}

constexpr Role role_of(syntax::TextKind kind) {
    switch (kind) {
        case syntax::TextKind::label: return no_role;
        case syntax::TextKind::listed: return role("listed");
        case syntax::TextKind::none: return role("none");
        case syntax::TextKind::ask: return role("ask");
        case syntax::TextKind::title: return role("title");
        case syntax::TextKind::gap: return role("gap");
        case syntax::TextKind::remedy: return role("remedy");
        case syntax::TextKind::note: return role("note");
        case syntax::TextKind::require: return role("require");
        case syntax::TextKind::judged: return role("judged");
        case syntax::TextKind::quote: return role("quote");
        case syntax::TextKind::source: return role("source");
        case syntax::TextKind::publisher: return role("publisher");
        case syntax::TextKind::parameter: return role("parameter");
        case syntax::TextKind::theme: return role("theme");
        case syntax::TextKind::training: return role("training");
        case syntax::TextKind::unit: return role("unit");
        case syntax::TextKind::step: return role("step");
        case syntax::TextKind::event: return role("event");
        case syntax::TextKind::case_: return role("case");
        case syntax::TextKind::set: return role("set");
        case syntax::TextKind::waive: return role("waive");
        case syntax::TextKind::make: return role("make");
        case syntax::TextKind::because: return role("because");
    }
    return no_role;
}

/// `waive W-3 because "…"`: does `because` stand behind the word?
constexpr bool says_why(syntax::TextKind kind) {
    return kind == syntax::TextKind::set || kind == syntax::TextKind::waive || kind == syntax::TextKind::make;
}

}  // namespace brecha::grammar
