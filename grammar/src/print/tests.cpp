#include "print/file_printer.hpp"

namespace brecha::grammar {

void FilePrinter::write(const Case& one) {
    block(
        one.span,
        [&](Writer& w) {
            w.key(role("case")).space();
            w.texts(one.title);
        },
        [&] {
            for (const CaseItem& part : one.items) std::visit([&](const auto& which) { write(which); }, part);
        });
}

void FilePrinter::write(const PlanLine& line) {
    if (line.from) {
        item(line.span, [&](Writer& w) {
            w.key(role("plan")).space().key(role("from")).space();
            w.text(*line.from);
        });
        return;
    }
    // A "#" within the plan is part of it.
    const Comment* comment = next_comment();
    Span lead_span = line.span;
    lead_span.end = lead_span.begin;
    lead(lead_span, false);
    for (comment = next_comment(); comment != nullptr && comment->span.begin < line.span.end; comment = next_comment())
        ++comment_;
    write_line(std::string(spelling(role("plan"), language_)) + ' ' + line.json);
    comment_behind_position(line.span.end);
}

void FilePrinter::write(const AsOfLine& line) {
    item(line.span, [&](Writer& w) { w.key(role("as of")) << " " << line.date; });
}

void FilePrinter::write(const CaseSet& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("set")) << " " << line.name << " = ";
        w.expression(line.value, any_level);
    });
}

Role FilePrinter::verdict_role(std::string_view verdict) {
    for (const Role keyword : {role("met"), role("partly_met"), role("not_met"), role("unknown")})
        if (keyword_table[keyword].role == verdict) return keyword;
    return role("not_applicable");
}

void FilePrinter::write(const ExpectLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("expect")).space();
        switch (line.kind) {
            case ExpectKind::no_gaps: w.key(role("no gaps")); return;
            case ExpectKind::gaps:
                w.key(role("gaps")).space();
                w.words(line.ids);
                if (line.only) w.space().key(role("only"));
                return;
            case ExpectKind::verdict: break;
        }
        w.words(line.ids);
        w.space().key(verdict_role(line.verdict));
        const auto places = [&](Role keyword, const Texts& texts) {
            if (texts.empty()) return;
            w.may_break().key(keyword).space();
            w.list(texts, [&](const Text& text) { w.text(text); });
        };
        places(role("for"), line.subjects);
        places(role("missing"), line.missing);
    });
}

}  // namespace brecha::grammar
