#include "model/checking/families.hpp"

#include "model/checking/typing.hpp"
#include "model/checking/words.hpp"

#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>

#include "messages/catalogue/checking_families.hpp"
#include "messages/catalogue/checking_names.hpp"
#include "messages/catalogue/reading.hpp"
#include "words/keywords.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace brecha::model {

using syntax::ExpressionKind;

namespace {

constexpr std::size_t greatest_requirement_count = 10'000;  // that the families of a ruleset come to

/// The text that a cell holds as a plan would write it in JSON.
std::string text_of_cell(const std::string& cell) {
    return cell.starts_with('"') ? nlohmann::json::parse(cell).get<std::string>() : cell;
}

syntax::Expression leaf(ExpressionKind kind, std::string text) {
    syntax::Expression made;
    made.kind = kind;
    made.text = std::move(text);
    return made;
}

/// "15 minutes", as a rule writes it; nothing where a duration has several units.
std::optional<syntax::Expression> duration_of(const std::string& text) {
    const std::optional<Duration> value = duration_from_text(text);
    if (!value) return std::nullopt;
    const std::string written = text.find(' ') != std::string::npos ? text : duration_to_text(*value);
    const std::size_t blank = written.find(' ');
    if (blank == std::string::npos || written.find(' ', blank + 1) != std::string::npos) return std::nullopt;
    syntax::Expression made = leaf(ExpressionKind::duration, written.substr(0, blank));
    std::string& unit = made.add_further().unit;
    unit = written.substr(blank + 1);
    if (!unit.ends_with('s')) unit += 's';
    return made;
}

/// Puts what a row of a table has in place of `row.column`.
class RowWriter {
public:
    RowWriter(const syntax::Family& family, const Table& table, const std::vector<std::string>& cells,
              const FileContext& file, Environment& environment)
        : variable_(family.variable.text), table_(table), entity_(environment.types.entity(table.entity)),
          cells_(cells), file_(file), environment_(environment), diagnostics_(environment.diagnostics) {}

    std::string key() const {
        std::string key;
        for (std::size_t column = 0; column < entity_.key.size(); ++column)
            key += (key.empty() ? "" : ", ") + text_of_cell(cells_[column]);
        return key;
    }

    RowWords words() const {
        RowWords words;
        for (std::size_t column = 0; column < entity_.fields.size(); ++column) {
            syntax::Expression value = value_of(column);
            if (value.kind == ExpressionKind::field) value = leaf(ExpressionKind::name, value.text);  // the word alone
            words.emplace_back(variable_ + "." + entity_.fields[column].name, grammar::print(value, "en"));
        }
        return words;
    }

    syntax::Requirement write(const syntax::Requirement& member) {
        syntax::Requirement made = member;
        made.id = id_of(member.id);
        for (syntax::Word& was : made.was) was = id_of(was);
        for (syntax::Clause& clause : made.clauses) std::visit([&](auto& line) { this->line(line); }, clause);
        return made;
    }

private:
    const std::string& variable_;
    const Table& table_;
    const Entity& entity_;
    const std::vector<std::string>& cells_;
    const FileContext& file_;
    Environment& environment_;
    Diagnostics& diagnostics_;
    bool wrong_ = false;  // something was said of the expression or id at hand

    // --- lines

    template <typename Line>
    void line(Line&) {}
    void line(syntax::TitleLine& line) { texts(line.texts); }
    void line(syntax::NoteLine& line) { texts(line.texts); }
    void line(syntax::ThemeLine& line) { texts(line.theme.labels); }
    void line(syntax::WhenLine& line) { condition(line.condition); }
    void line(syntax::EachLine& line) { binder(line.binder); }
    void line(syntax::MessageLine& line) { templates(line.texts); }
    void line(syntax::Cite& line) {
        line.clause.text = filled(line.clause.text, file_.language(), line.clause.span);
        texts(line.quote);
    }
    void line(syntax::TrainingLine& line) {
        for (syntax::LabelledWord& module : line.modules) texts(module.labels);
    }
    void line(syntax::LetLine& line) {
        condition(line.value);
        refuse_name(line.name);
    }
    void line(syntax::RequireLine& line) {
        texts(line.label);
        texts(line.listed);
        condition(line.condition);
        if (line.unless) condition(*line.unless);
    }

    // --- texts

    void texts(syntax::Texts& texts) {
        for (syntax::Text& text : texts)
            text.text = filled(text.text, environment_.texts.language_of(text, file_), text.span);
    }

    /// Texts whose braces hold expressions.
    void templates(syntax::Texts& texts) {
        for (syntax::Text& text : texts) {
            grammar::ParsedTemplate parsed = grammar::parse_template(text, file_.file());
            if (!parsed.diagnostics.empty()) continue;  // told where the text is read
            std::string made;
            bool changed = false;
            for (grammar::TemplatePiece& piece : parsed.pieces) {
                if (piece.expression) {
                    wrong_ = false;
                    changed |= expression(*piece.expression);
                    if (!wrong_) made += '{' + grammar::print(*piece.expression, file_.language()) + '}';
                } else {
                    for (const char letter : piece.text) made.append(letter == '{' || letter == '}' ? 2 : 1, letter);
                }
            }
            if (changed) text.text = std::move(made);
        }
    }

    /// `text` with the row's words for each `{row.column}`.
    std::string filled(const std::string& text, const std::string& language, const grammar::Span& where) {
        std::string made;
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t open = std::min(text.find('{', at), text.size());
            const std::size_t close = text.find('}', open);
            made.append(text, at, open - at);
            if (close == std::string::npos) {
                made.append(text, open);
                break;
            }
            std::string inside = text.substr(open + 1, close - open - 1);
            std::erase(inside, ' ');
            if (inside != variable_ && !inside.starts_with(variable_ + ".")) {
                made += '{';
                at = open + 1;
                continue;
            }
            at = close + 1;
            if (inside == variable_) {
                say_alone(file_.at(where));
                continue;
            }
            const std::string column = inside.substr(variable_.size() + 1);
            const std::optional<std::size_t> found = column_named(column, file_.at(where));
            if (!found) continue;
            if (cells_[*found].empty()) {
                wrong_ = true;
                diagnostics_.error(catalogue::row_without_cell, file_.at(where), {variable_ + "." + column});
            } else made += shown(*found, language);
        }
        return made;
    }

    std::string shown(std::size_t column, const std::string& language) const {
        const Type& type = entity_.fields[column].type;
        std::string text = text_of_cell(cells_[column]);
        switch (type.kind) {
            case TypeKind::enumeration: {
                const Enumeration& enumeration = environment_.types.enumeration(type.of);
                const int index = enumeration.index_of(text);
                if (language.empty() || index < 0) return text;
                const Texts& labels = enumeration.values[static_cast<std::size_t>(index)].labels;
                return labels.empty() ? text : std::string(in_language(labels, language));
            }
            case TypeKind::yes_no:
                return std::string(grammar::keyword(text == "true" ? "yes" : "no", language.empty() ? "en" : language));
            case TypeKind::number:
            case TypeKind::percent:
                if (!language.empty() && language != "en") std::replace(text.begin(), text.end(), '.', ',');
                return text;
            case TypeKind::duration:
                if (const std::optional<Duration> value = duration_from_text(text))
                    return duration_to_text(*value, language.empty() ? "en" : language);
                return text;
            default: return text;
        }
    }

    /// Ids have no language: a word of an enumeration stands there as it is.
    syntax::Word id_of(const syntax::Word& written) {
        syntax::Word made = written;
        wrong_ = false;
        made.text = filled(written.text, {}, written.span);
        if (grammar::is_id(made.text)) return made;
        const std::string cause = "id of a family " + written.text;
        if (!wrong_ && !diagnostics_.again(cause, file_.at(written)))
            diagnostics_.error(catalogue::family_id, file_.at(written), {written.text, made.text},
                               column_alone(written.text), cause);
        made.text += " (" + key() + ")";  // so that no two are alike
        return made;
    }

    /// `{clause}` where `{row.clause}` is meant.
    messages::Message column_alone(const std::string& id) const {
        for (const Field& field : entity_.fields)
            if (id.find('{' + field.name + '}') != std::string::npos)
                return {catalogue::write_line, {'{' + variable_ + '.' + field.name + '}'}};
        return {};
    }

    // --- expressions

    bool is_row(const syntax::Expression& expression) const {
        return expression.kind == ExpressionKind::name && expression.text == variable_;
    }

    /// Of one that is wrong nothing more is said.
    void condition(syntax::Expression& written) {
        wrong_ = false;
        expression(written);
        if (!wrong_) return;
        syntax::Expression yes = leaf(ExpressionKind::yes_no, "yes");
        place(yes, written.span);
        written = std::move(yes);
    }

    /// Does it speak of the row?
    bool expression(syntax::Expression& written) {
        if (written.kind == ExpressionKind::field && is_row(written.operands.front())) {
            const std::optional<std::size_t> column = column_named(written.text, file_.at(written.text_span));
            if (!column) return true;
            syntax::Expression value = value_of(*column);
            place(value, written.span);
            written = std::move(value);
            return true;
        }
        if (is_row(written)) {
            say_alone(file_.at(written));
            return true;
        }
        bool changed = false;
        for (syntax::Expression& operand : written.operands) changed |= expression(operand);
        if (written.binder) changed |= binder(*written.binder);
        if (written.more) texts(written.more->texts);
        return changed;
    }

    bool binder(syntax::Binder& binder) {
        refuse_name(binder.variable);
        bool changed = expression(*binder.list);
        if (binder.condition) changed |= expression(*binder.condition);
        return changed;
    }

    /// What stands for the cell; of an empty one, the look-up that finds it empty.
    syntax::Expression value_of(std::size_t column) const {
        const Field& field = entity_.fields[column];
        if (!cells_[column].empty())
            if (std::optional<syntax::Expression> value = literal_of(field.type, text_of_cell(cells_[column])))
                return std::move(*value);
        syntax::Expression row = leaf(ExpressionKind::index, {});
        row.operands.push_back(leaf(ExpressionKind::name, table_.name));
        for (std::size_t key = 0; key < entity_.key.size(); ++key) {
            const std::string text = text_of_cell(cells_[key]);
            std::optional<syntax::Expression> value = literal_of(entity_.fields[key].type, text);
            row.operands.push_back(value ? std::move(*value) : leaf(ExpressionKind::name, text));
        }
        if (table_.single_value && column >= entity_.key.size()) return row;
        syntax::Expression made = leaf(ExpressionKind::field, field.name);
        made.operands.push_back(std::move(row));
        return made;
    }

    std::optional<syntax::Expression> literal_of(const Type& type, const std::string& text) const {
        switch (type.kind) {
            case TypeKind::text: return leaf(ExpressionKind::text, text);
            case TypeKind::yes_no: return leaf(ExpressionKind::yes_no, text == "true" ? "yes" : "no");
            case TypeKind::number: {
                syntax::Expression made = leaf(ExpressionKind::number, text);
                if (type.unit >= 0) made.add_further().unit = environment_.types.unit(type.unit).name;
                return made;
            }
            case TypeKind::percent: return leaf(ExpressionKind::percent, text.substr(0, text.find('%')));
            case TypeKind::date:
                if (!day_from_text(text)) return std::nullopt;  // "2024-05"
                return leaf(ExpressionKind::date, text);
            case TypeKind::moment: return leaf(ExpressionKind::moment, text);
            case TypeKind::duration: return duration_of(text);
            case TypeKind::enumeration: {
                const std::string& name = environment_.types.enumeration(type.of).name;
                if (name.empty() || type.of == country_enumeration) return leaf(ExpressionKind::name, text);
                syntax::Expression made = leaf(ExpressionKind::field, text);
                made.operands.push_back(leaf(ExpressionKind::name, name));
                return made;
            }
            case TypeKind::nothing:
            case TypeKind::item: break;
        }
        return std::nullopt;
    }

    static void place(syntax::Expression& expression, const grammar::Span& where) {
        expression.span = expression.text_span = where;
        if (expression.more) expression.more->unit_span = where;
        for (syntax::Expression& operand : expression.operands) place(operand, where);
    }

    // --- what is wrong

    std::vector<std::string> columns() const {
        std::vector<std::string> names;
        for (const Field& field : entity_.fields) names.push_back(field.name);
        return names;
    }
    std::optional<std::size_t> column_named(const std::string& name, Location where) {
        if (const int found = entity_.field_of(name); found >= 0) return static_cast<std::size_t>(found);
        wrong_ = true;
        diagnostics_.error(catalogue::row_without_column, where, {table_.name, name, joined(columns())},
                           [&] { return did_you_mean(name, columns()); });
        return std::nullopt;
    }
    void say_alone(Location where) {
        wrong_ = true;
        diagnostics_.error(catalogue::row_alone, where,
                           {variable_, table_.name, variable_ + "." + entity_.fields.back().name});
    }
    void refuse_name(const syntax::Word& name) {
        if (name.text == variable_) diagnostics_.error(catalogue::name_twice, file_.at(name), {name.text});
    }
};

class FamilyWriter {
public:
    FamilyWriter(const Found<syntax::Ruleset>& found, Environment& environment)
        : node_(*found.node), file_(found.file), environment_(environment) {}

    std::unique_ptr<WrittenOut> write() {
        auto made = std::make_unique<WrittenOut>();
        made->unit = syntax::Ruleset{node_.name, node_.version, {}, node_.span};
        auto& ruleset = std::get<syntax::Ruleset>(made->unit);
        for (const syntax::RulesetItem& item : node_.items)
            std::visit([&](const auto& one) { add(one, ruleset.items); }, item);
        // Only now does every requirement stand where it stays.
        std::size_t next = 0;
        const auto note = [&](const syntax::Requirement& requirement) {
            if (std::optional<FamilyRow>& row = rows_[next++]) made->rows.emplace(&requirement, std::move(*row));
        };
        for (const syntax::RulesetItem& item : ruleset.items) {
            if (const auto* requirement = std::get_if<syntax::Requirement>(&item)) note(*requirement);
            else if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item))
                for (const syntax::GroupItem& inner : (*group)->items)
                    if (const auto* inside = std::get_if<syntax::Requirement>(&inner)) note(*inside);
        }
        return made;
    }

private:
    const syntax::Ruleset& node_;
    const FileContext& file_;
    Environment& environment_;
    std::vector<std::optional<FamilyRow>> rows_;  // a place a requirement, in the order written

    template <typename Item, typename Items>
    void add(const Item& item, Items& items) {
        if constexpr (std::is_same_v<Item, syntax::Requirement>) rows_.emplace_back();
        items.emplace_back(item);
    }
    template <typename Items>
    void add(const std::unique_ptr<syntax::Group>& group, Items& items) {
        auto made = std::make_unique<syntax::Group>();
        made->name = group->name;
        made->span = group->span;
        for (const syntax::GroupItem& item : group->items)
            std::visit([&](const auto& one) { add(one, made->items); }, item);
        items.emplace_back(std::move(made));
    }
    template <typename Items>
    void add(const syntax::Family& family, Items& items) {
        Diagnostics& diagnostics = environment_.diagnostics;
        Typing(environment_, file_).check_free_name(family.variable);
        const Global* named = environment_.declarations.global_named(family.table.text);
        if (named == nullptr || named->kind != Global::Kind::table) {
            std::vector<std::string> tables;
            for (const Table& table : environment_.ruleset.tables) tables.push_back(table.name);
            diagnostics.error(catalogue::family_without_table, file_.at(family.table), {family.table.text},
                              did_you_mean(family.table.text, tables));
            return;
        }
        const Table& table = environment_.ruleset.tables[named->index];
        for (const std::vector<std::string>& cells : table.rows) {
            RowWriter writer(family, table, cells, file_, environment_);
            const FamilyRow row{writer.key(), writer.words()};
            diagnostics.in_row(row.key);
            for (const syntax::Requirement& member : family.members) {
                if (rows_.size() >= greatest_requirement_count) {
                    diagnostics.error(catalogue::too_many_requirements, file_.at(family.table),
                                      {greatest_requirement_count});
                    break;
                }
                items.emplace_back(writer.write(member));
                rows_.emplace_back(row);
            }
        }
        diagnostics.in_row({});
    }
};

template <typename Items>
bool has_family(const Items& items) {
    return std::any_of(items.begin(), items.end(), [](const auto& item) {
        if (std::holds_alternative<syntax::Family>(item)) return true;
        if constexpr (std::is_same_v<Items, std::vector<syntax::RulesetItem>>)
            if (const auto* group = std::get_if<std::unique_ptr<syntax::Group>>(&item))
                return has_family((*group)->items);
        return false;
    });
}

}  // namespace

bool has_families(const syntax::Ruleset& ruleset) { return has_family(ruleset.items); }

std::unique_ptr<WrittenOut> write_out_families(const Found<syntax::Ruleset>& found, Environment& environment) {
    if (!has_families(*found.node)) return nullptr;
    return FamilyWriter(found, environment).write();
}

}  // namespace brecha::model
