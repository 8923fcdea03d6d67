#include "model/checking/templates.hpp"

#include "model/checking/words.hpp"

#include <brecha/grammar/parse.hpp>

#include "messages/catalogue/checking_texts.hpp"

namespace brecha::model {

namespace {

using syntax::ExpressionKind;

/// A text in a place of a text is shown as it is: what stands in braces there is filled by nothing.
void warn_of_braces_within(const syntax::Expression& expression, const FileContext& file, Diagnostics& diagnostics) {
    if (expression.kind == ExpressionKind::text && has_braces(expression.text))
        diagnostics.warning(catalogue::braces_within_place, file.at(expression));
    for (const syntax::Expression& operand : expression.operands) warn_of_braces_within(operand, file, diagnostics);
}

Template read_template(const PlacedText& placed, Scope& scope, Environment& environment) {
    const syntax::Text& source = *placed.text;
    const FileContext& file = placed.file;
    Typing typing(environment, file);
    Template result;
    result.language = placed.language;
    if (source.text.find('{') == std::string::npos && source.text.find('}') == std::string::npos) {
        result.pieces.push_back({source.text, nullptr});
        return result;
    }
    grammar::ParsedTemplate parsed = grammar::parse_template(source, file.file());
    for (grammar::Diagnostic& diagnostic : parsed.diagnostics)
        environment.diagnostics.error(diagnostic.code, file.at(diagnostic.span), std::move(diagnostic.message),
                                      std::move(diagnostic.help), std::move(diagnostic.expected));
    result.pieces.reserve(parsed.pieces.size());
    for (const grammar::TemplatePiece& piece : parsed.pieces) {
        Piece one;
        if (!piece.expression) {
            one.text = piece.text;
            result.pieces.push_back(std::move(one));
            continue;
        }
        const syntax::Expression& expression_source = *piece.expression;
        warn_of_braces_within(expression_source, file, environment.diagnostics);
        // What a variable, a parameter or a definition is called is theirs.
        const auto is = [&](const char* word) {
            return expression_source.kind == ExpressionKind::name && expression_source.text == word &&
                   typing.variable_named(word, scope) < 0 && environment.declarations.global_named(word) == nullptr;
        };
        if (is("missing")) one.failing = true;
        else if (is("open")) one.open = true;
        else if (is("part")) one.part = true;
        else {
            Expression value = typing.expression(expression_source, scope);
            if (value.operation == Operation::nothing) continue;
            if (value.type.kind == TypeKind::item) {
                const Entity& entity = environment.types.entity(value.type.of);
                std::string field = entity.key.empty() ? std::string("name") : entity.fields[entity.key.front()].name;
                if (entity.field_of("name") >= 0) field = "name";
                environment.diagnostics.error(
                    catalogue::item_in_text, file.at(expression_source),
                    {environment.types.describe(value.type), code(expression_source, "." + field)});
                continue;
            }
            one.value = std::move(value);
        }
        result.pieces.push_back(std::move(one));
    }
    return result;
}

}  // namespace

Templates read_templates(const syntax::Texts& source, const FileContext& file, const TextName& name, Scope& scope,
                         Environment& environment) {
    environment.texts.note_languages(source, file, name);
    Templates result;
    environment.texts.for_each(
        source, file, [&](const PlacedText& text) { result.push_back(read_template(text, scope, environment)); });
    return result;
}

}  // namespace brecha::model
