#include "print/file_printer.hpp"

#include <brecha/grammar/translatable.hpp>

#include "translated_words.hpp"

namespace brecha::grammar {

void FilePrinter::write(const TranslatedText& text) {
    item(text.span, [&](Writer& w) {
        if (const Role keyword = role_of(text.kind); keyword != no_role) w.key(keyword).space();
        if (!text.word.empty()) w << text.word << " ";
        if (says_why(text.kind)) w.key(role("because")).space();
        if (text.kind == TextKind::quote) {
            w.text(text.clause);
            w.space();
        }
        if (!text.number.empty()) w << text.number << " ";
        w.text(text.text);
    });
}

void FilePrinter::write(const TranslatedBlock& translated) {
    block(
        translated.span, [&](Writer& w) { w.key(role_of(translated.owner)) << " " << translated.name; },
        [&] {
            for (const TranslatedText& text : translated.texts) write(text);
        });
}

void FilePrinter::write(const Translation& translation) {
    block(
        translation.span,
        [&](Writer& w) {
            w.key(role("translation")) << " " << translation.language << " ";
            w.key(role("of")) << " " << translation.of;
        },
        [&] {
            for (const TranslationItem& item : translation.items)
                std::visit([&](const auto& which) { write(which); }, item);
        });
}

}  // namespace brecha::grammar
