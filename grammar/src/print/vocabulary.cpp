#include "print/file_printer.hpp"

#include <algorithm>

namespace brecha::grammar {

void FilePrinter::write(const TitleLine& line) {
    item(line.span, [&](Writer& w) {
        w.key(role("title")).space();
        w.texts(line.texts);
    });
}

void FilePrinter::write(const ExtendsLine& line) {
    item(line.span, [&](Writer& w) { w.key(role("extends")) << " " << line.name << " " << line.version; });
}

void FilePrinter::write(const UnitDeclaration& unit) {
    item(unit.span, [&](Writer& w) {
        w.key(role("unit")) << " " << unit.name;
        if (!unit.factor.empty()) w << " = " << unit.factor << " " << unit.factor_unit;
        if (!unit.left.empty()) w << " = " << unit.left << " * " << unit.right;
        w.tagged(unit.labels);
    });
}

void FilePrinter::write(const EnumDeclaration& declaration) {
    item(declaration.span, [&](Writer& w) {
        w.key(role("enum")) << " " << declaration.name;
        if (!declaration.extends.empty()) w.space().key(role("extends")) << " " << declaration.extends;
        w << " = ";
        w.enum_values(declaration.values);
    });
}

void FilePrinter::write(const EntityDeclaration& entity) {
    block(
        entity.span,
        [&](Writer& w) {
            w.key(role("entity")) << " " << entity.name;
            w.tagged(entity.labels);
            if (entity.root) w.space().key(role("root"));
            if (!entity.key.empty()) {
                w.space().key(role("key")).space();
                w.words(entity.key);
            }
        },
        [&] { fields(entity.fields); });
}

void FilePrinter::write(const ExtendDeclaration& extension) {
    const auto head = [&](Writer& w) { w.key(role("extend")) << " " << extension.name; };
    if (extension.is_enumeration) {
        item(extension.span, [&](Writer& w) {
            head(w);
            w << " = ";
            w.enum_values(extension.values);
        });
    } else {
        block(extension.span, head, [&] { fields(extension.fields); });
    }
}

void FilePrinter::fields(const std::vector<Field>& list) {
    Texts made;
    const auto labelled = [&](const Field& field) {
        return !(texts_of_ ? texts_of_(field.labels, made) : field.labels).empty();
    };
    std::size_t column = 0;
    for (const Field& field : list)
        if (const std::size_t own = width(field.word.text); !labelled(field) && own <= widest_field_column)
            column = std::max(column, own);
    for (const Field& field : list) {
        item(field.span, [&](Writer& w) {
            const std::size_t own = width(field.word.text);
            const std::string padding(!labelled(field) && own < column ? column - own : 0, ' ');
            write_field(w, field, padding);
        });
    }
}

void FilePrinter::write_field(Writer& w, const Field& field, std::string_view padding) {
    w << field.word;
    w.tagged(field.labels);
    w << padding << " ";
    w.type(field.type);
    if (!field.dated.empty()) w.space().key(role("dated")) << " " << field.dated;
    if (field.initial) {
        w << " = ";
        w.literal(*field.initial);
    }
    if (!w.texts_of(field.ask).empty()) {
        w.may_break().key(role("ask")).space();
        w.texts(field.ask);
    }
}

}  // namespace brecha::grammar
