// print(): the one layout of the language, in any of its four keyword languages.
//
// A line is built as text with the places where it may be broken; it is broken only where it is too long. Comments are
// taken from the file by their place: those above an item stand above it, one behind an item stays behind it.
#include <brecha/grammar/print.hpp>

#include "quoted.hpp"
#include "text/characters.hpp"
#include "tokens.hpp"
#include "words/keyword_match.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::grammar {

using namespace text;
namespace {

using namespace syntax;
using Kind = ExpressionKind;

constexpr std::size_t line_width = 120;
constexpr std::size_t block_step = 2;
constexpr std::size_t continuation_step = 4;
constexpr std::size_t widest_field_column = 24;

std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// The text of one line, and the blanks in it that may become a line break: the lower `depth`, the sooner.
struct Line {
    struct Break {
        std::size_t at;
        int depth;
    };
    std::string text;
    std::vector<Break> breaks;
    int depth = 0;

    Line& operator<<(std::string_view more) {
        text += more;
        return *this;
    }
    /// A blank where the line may be broken.
    Line& blank_or_break() {
        breaks.push_back({text.size(), depth});
        text += ' ';
        return *this;
    }
};

std::string laid_out(const Line& line, std::size_t indentation) {
    const bool over_lines = line.text.find('\n') != std::string::npos;
    if (over_lines || indentation + width(line.text) <= line_width) return line.text;
    std::string result;
    std::size_t begin = 0;
    std::size_t room = line_width - std::min(line_width / 2, indentation);
    auto next = line.breaks.begin();
    while (width(std::string_view(line.text).substr(begin)) > room) {
        const Line::Break* best = nullptr;
        auto look = next;
        for (; look != line.breaks.end(); ++look) {
            const bool fits = width(std::string_view(line.text).substr(begin, look->at - begin)) <= room;
            if (!fits && best != nullptr) break;
            if (best == nullptr || look->depth <= best->depth) best = &*look;
            if (!fits) break;
        }
        if (best == nullptr) break;
        if (begin != 0) result += '\n' + std::string(indentation + continuation_step, ' ');
        result.append(line.text, begin, best->at - begin);
        begin = best->at + 1;
        while (next != line.breaks.end() && next->at < begin) ++next;
        room = line_width - std::min(line_width / 2, indentation + continuation_step);
    }
    if (begin != 0) result += '\n' + std::string(indentation + continuation_step, ' ');
    result.append(line.text, begin);
    return result;
}

// --- expressions ------------------------------------------------------------------------------------------

/// How loosely an expression holds together; what is looser than its place asks gets brackets.
enum Level { any_level, or_level, and_level, truth_level, comparison_level, fallback_level, sum_level, product_level, signed_level, operand_level };

Level level_of(Kind kind) {
    switch (kind) {
        case Kind::conditional: return any_level;
        case Kind::or_: return or_level;
        case Kind::and_: return and_level;
        case Kind::not_:
        case Kind::quantifier: return truth_level;
        case Kind::compare:
        case Kind::is_given:
        case Kind::is_missing:
        case Kind::matches:
        case Kind::between:
        case Kind::within:
        case Kind::at_least:
        case Kind::due_within:
        case Kind::apart: return comparison_level;
        case Kind::otherwise: return fallback_level;
        case Kind::sum: return sum_level;
        case Kind::product: return product_level;
        case Kind::negate: return signed_level;
        default: return operand_level;
    }
}

/// Writes pieces of the language into a line.
class Writer {
public:
    Writer(Line& line, int language, std::size_t indentation) : line_(line), language_(language), indentation_(indentation) {}

    Writer& operator<<(std::string_view text) {
        line_ << text;
        return *this;
    }
    Writer& operator<<(const Word& word) { return *this << word.text; }
    Writer& key(Role keyword) { return *this << spelling(keyword, language_); }
    Writer& space() { return *this << " "; }
    Writer& may_break() {
        line_.blank_or_break();
        return *this;
    }

    void text(const Text& text) {
        if (!text.language.empty()) *this << text.language << " ";
        *this << quoted(text.text, text.block, indentation_ + block_step);
    }
    void texts(const Texts& list) {
        ++line_.depth;
        for (std::size_t index = 0; index < list.size(); ++index) {
            if (index != 0) may_break();
            text(list[index]);
        }
        --line_.depth;
    }
    void tagged(const Texts& list) {
        if (list.empty()) return;
        space();
        texts(list);
    }

    template <typename List, typename Write>
    void list(const List& items, const Write& write) {
        bool first = true;
        ++line_.depth;
        for (const auto& item : items) {
            if (!first) (*this << ",").may_break();
            first = false;
            write(item);
        }
        --line_.depth;
    }
    void words(const std::vector<Word>& items) {
        list(items, [&](const Word& word) { *this << word; });
    }

    void amount(std::string_view number, std::string_view unit) {
        *this << number << " ";
        if (const Role word = duration_role(unit, number == "1"); word != no_role) key(word);
        else *this << unit;
    }

    void literal(const Literal& literal) {
        switch (literal.kind) {
            case Kind::text: *this << quoted(literal.text, false, indentation_); break;
            case Kind::percent: *this << literal.text << "%"; break;
            case Kind::duration: amount(literal.text, literal.unit); break;
            case Kind::yes_no: key(literal.text == "yes" ? role("yes") : role("no")); break;
            default:
                *this << literal.text;
                if (!literal.unit.empty()) *this << " " << literal.unit;
        }
    }

    /// `last`: nothing follows that a quantifier or an `if` at the end could take for its own.
    /// `in_condition`: a quantifier needs brackets wherever it stands.
    void expression(const Expression& e, Level level, bool last = true, bool in_condition = false) {
        const bool open_ended = e.kind == Kind::quantifier || e.kind == Kind::conditional;
        if (level_of(e.kind) < level || (open_ended && !last) || (e.kind == Kind::quantifier && in_condition)) {
            *this << "(";
            ++line_.depth;
            unbracketed(e, true, false);
            --line_.depth;
            *this << ")";
        } else {
            unbracketed(e, last, in_condition);
        }
    }

    void binder(const Binder& binder) {
        *this << binder.variable << " ";
        key(role("in")).space();
        expression(*binder.list, sum_level);
        if (binder.condition) {
            may_break().key(role("where")).space();
            expression(*binder.condition, or_level, true, true);
        }
    }

    void enum_values(const EnumValues& values) {
        bool first = true;
        for (const EnumValue& value : values.values) {
            if (!first) {
                if (values.ordered) (*this << " <").may_break();
                else (*this << ",").may_break();
            }
            first = false;
            *this << value.word;
            tagged(value.labels);
        }
    }

    void type(const Type& type) {
        switch (type.kind) {
            case TypeKind::text: key(role("text")); break;
            case TypeKind::yes_no: key(role("yes_no")); break;
            case TypeKind::integer: key(role("integer")); break;
            case TypeKind::number:
                key(role("number"));
                if (!type.unit.empty()) space().key(role("in")) << " " << type.unit;
                break;
            case TypeKind::percent: key(role("percent")); break;
            case TypeKind::date: key(role("date")); break;
            case TypeKind::moment: key(role("moment")); break;
            case TypeKind::duration: key(role("duration")); break;
            case TypeKind::country: key(role("country")); break;
            case TypeKind::named: *this << type.name; break;
            case TypeKind::reference: key(role("ref")) << " " << type.name; break;
            case TypeKind::list:
                key(role("list of")).space();
                if (type.element) this->type(*type.element);
                break;
            case TypeKind::one_of:
                key(role("one of")).space();
                ++line_.depth;
                enum_values(type.values);
                --line_.depth;
                break;
        }
    }

    void cite(const Cite& cite) {
        key(role("source")).space();
        if (!cite.part.empty()) *this << cite.part << " ";
        *this << cite.source << " ";
        text(cite.clause);
        if (!cite.quote.empty()) {
            may_break().key(role("quote")).space();
            texts(cite.quote);
        }
        if (!cite.reading.empty()) may_break().key(role("reading")) << " " << built_in_to(BuiltIn::reading, cite.reading.text, language_);
    }

    void span_of_time(const SpanOfTime& time) {
        if (time.duration) expression(*time.duration, any_level);
        else *this << time.parameter;
    }

    int language() const { return language_; }

private:
    void bracketed_list(const std::vector<Expression>& operands, std::size_t from) {
        ++line_.depth;
        bool first = true;
        for (std::size_t index = from; index < operands.size(); ++index) {
            if (!first) (*this << ",").may_break();
            first = false;
            expression(operands[index], any_level);
        }
        --line_.depth;
    }

    void chain(const Expression& e, Role joint, Level level, bool last, bool in_condition) {
        ++line_.depth;
        for (std::size_t index = 0; index < e.operands.size(); ++index) {
            if (index != 0) {
                --line_.depth;
                may_break();
                ++line_.depth;
                key(joint).space();
            }
            expression(e.operands[index], level, last && index + 1 == e.operands.size(), in_condition);
        }
        --line_.depth;
    }

    void steps(const Expression& e, Level level) {
        for (std::size_t index = 0; index < e.operands.size(); ++index) {
            if (index != 0) {
                const char operator_ = index - 1 < e.operators.size() ? e.operators[index - 1] : '+';
                ++line_.depth;
                may_break();
                --line_.depth;
                *this << std::string_view(&operator_, 1) << " ";
            }
            expression(e.operands[index], level);
        }
    }

    void relation(Relation relation) { key(relation == Relation::of ? role("of") : relation == Relation::before ? role("before") : role("after")); }

    void comparison(Comparison comparison) {
        switch (comparison) {
            case Comparison::equal: *this << "="; break;
            case Comparison::not_equal: *this << "!="; break;
            case Comparison::less: *this << "<"; break;
            case Comparison::less_equal: *this << "<="; break;
            case Comparison::greater: *this << ">"; break;
            case Comparison::greater_equal: *this << ">="; break;
            case Comparison::one_of: key(role("is one of")); break;
            case Comparison::not_one_of: key(role("is not one of")); break;
            case Comparison::contains: key(role("contains")); break;
            case Comparison::covers: key(role("covers")); break;
            case Comparison::starts_with: key(role("starts with")); break;
        }
    }

    void unbracketed(const Expression& e, bool last, bool in_condition) {
        switch (e.kind) {
            case Kind::number:
                *this << e.text;
                if (!e.unit.empty()) *this << " " << e.unit;
                break;
            case Kind::percent: *this << e.text << "%"; break;
            case Kind::text: *this << quoted(e.text, false, indentation_); break;
            case Kind::date:
            case Kind::moment: *this << e.text; break;
            case Kind::duration: amount(e.text, e.unit); break;
            case Kind::yes_no: key(e.text == "yes" ? role("yes") : role("no")); break;
            case Kind::name: *this << built_in_to(BuiltIn::name, e.text, language_); break;
            case Kind::judged:
                key(role("judged")).space();
                texts(e.texts);
                break;
            case Kind::values_of: key(role("values of")) << " " << e.text; break;
            case Kind::verdict:
                key(role("requirement")) << " " << e.text << " ";
                key(e.option == 1 ? role("applies") : role("is met"));
                if (!e.name.empty()) space().key(role("for")) << " " << e.name;
                break;
            case Kind::field:
                expression(e.operands.front(), operand_level);
                *this << "." << e.text;
                break;
            case Kind::index:
                expression(e.operands.front(), operand_level);
                *this << "[";
                bracketed_list(e.operands, 1);
                *this << "]";
                break;
            case Kind::call:
            case Kind::aggregate:
                *this << built_in_to(BuiltIn::function, e.text, language_) << "(";
                if (e.kind == Kind::aggregate && e.binder) {
                    ++line_.depth;
                    binder(*e.binder);
                    if (e.has_body) {
                        (*this << " :").may_break();
                        expression(e.operands.back(), any_level);
                    }
                    --line_.depth;
                } else {
                    bracketed_list(e.operands, 0);
                }
                *this << ")";
                break;
            case Kind::set:
                *this << "{";
                bracketed_list(e.operands, 0);
                *this << "}";
                break;
            case Kind::group:
                *this << "(";
                ++line_.depth;
                expression(e.operands.front(), any_level);
                --line_.depth;
                *this << ")";
                break;
            case Kind::negate:
                *this << "-";
                expression(e.operands.front(), signed_level);
                break;
            case Kind::not_:
                key(role("not")).space();
                expression(e.operands.front(), truth_level, last, in_condition);
                break;
            case Kind::and_: chain(e, role("and"), truth_level, last, in_condition); break;
            case Kind::or_: chain(e, role("or"), and_level, last, in_condition); break;
            case Kind::sum: steps(e, product_level); break;
            case Kind::product: steps(e, signed_level); break;
            case Kind::compare:
                expression(e.operands[0], fallback_level);
                space();
                comparison(e.comparison);
                space();
                expression(e.operands[1], fallback_level);
                break;
            case Kind::is_given:
            case Kind::is_missing:
                expression(e.operands.front(), fallback_level);
                space().key(e.kind == Kind::is_given ? role("is given") : role("is missing"));
                break;
            case Kind::matches:
                expression(e.operands.front(), fallback_level);
                space().key(role("matches")) << " " << quoted(e.text, false, indentation_);
                break;
            case Kind::between:
                expression(e.operands[0], fallback_level);
                space().key(role("between")).space();
                expression(e.operands[1], fallback_level);
                space().key(role("and")).space();
                expression(e.operands[2], fallback_level);
                break;
            case Kind::within:
            case Kind::at_least:
            case Kind::due_within:
                expression(e.operands[0], fallback_level);
                space().key(e.kind == Kind::within ? role("within") : e.kind == Kind::at_least ? role("at least") : role("due within")).space();
                expression(e.operands[1], sum_level);
                space();
                relation(e.kind == Kind::due_within ? Relation::after : e.relation);
                space();
                expression(e.operands[2], fallback_level);
                break;
            case Kind::apart: {
                expression(e.operands[0], fallback_level);
                may_break().key(role("at most")).space();
                expression(e.operands[1], sum_level);
                space().key(role("apart"));
                if (e.has_since) {
                    space().key(role("since")).space();
                    expression(e.operands[2], fallback_level);
                }
                if (e.has_until) {
                    space().key(role("until")).space();
                    expression(e.operands.back(), fallback_level);
                }
                break;
            }
            case Kind::otherwise:
                expression(e.operands[0], sum_level);
                space().key(role("otherwise")).space();
                expression(e.operands[1], sum_level);
                break;
            case Kind::conditional: {
                const bool has_else = e.operands.size() > 2;
                key(role("if")).space();
                expression(e.operands[0], any_level);
                may_break().key(role("then")).space();
                expression(e.operands[1], any_level, last && !has_else);
                if (has_else) {
                    may_break().key(role("else")).space();
                    expression(e.operands[2], any_level, last);
                }
                break;
            }
            case Kind::quantifier: quantifier(e); break;
        }
    }

    void quantifier(const Expression& e) {
        switch (e.quantifier) {
            case Quantifier::every: key(role("every")); break;
            case Quantifier::some: key(role("some")); break;
            case Quantifier::no: key(role("no~")); break;
            case Quantifier::at_least: key(role("at least")); break;
            case Quantifier::at_most: key(role("at most")); break;
            case Quantifier::exactly: key(role("exactly")); break;
        }
        space();
        if (e.quantifier >= Quantifier::at_least && !e.operands.empty()) {
            const Expression& count = e.operands.front();
            const bool plain =
                (count.kind == Kind::number && count.unit.empty() && count.text.find('_') == std::string::npos && count.text.find('.') == std::string::npos) ||
                count.kind == Kind::name || count.kind == Kind::field || count.kind == Kind::index || count.kind == Kind::group;
            if (!plain) *this << "(";
            expression(count, any_level);
            if (!plain) *this << ")";
            space();
        }
        if (e.binder) binder(*e.binder);
        if (e.has_body) {
            (*this << " :").may_break();
            ++line_.depth;
            expression(e.operands.back(), any_level);
            --line_.depth;
        }
    }

    Line& line_;
    int language_;
    std::size_t indentation_;
};

// --- files ------------------------------------------------------------------------------------------------

class FilePrinter {
public:
    /// `file`: whose comments and blank lines are kept; null where none are.
    FilePrinter(int language, const File* file) : language_(language), file_(file) {}

    std::string print_file(const File& file) {
        if (language_ != 0) {
            if (file_ != nullptr && file.language_stated) comments_before(language_line_of(file));
            out_ += "language " + std::string(keyword_languages[static_cast<std::size_t>(language_)]) + '\n';
            if (file_ != nullptr && file.language_stated) comment_behind_position(language_line_end_);
            after_block_ = true;
        } else if (file_ != nullptr && file.language_stated) {
            comments_before(language_line_of(file));
        }
        for (const Unit& one : file.units) unit(one);
        comments_before(~0u);
        return std::move(out_);
    }

    std::string print_unit(const Unit& one) {
        unit(one);
        return std::move(out_);
    }

private:
    // --- lines and comments -------------------------------------------------------------------------------

    std::uint32_t language_line_of(const File& file) {
        std::uint32_t at = 0;
        const auto skip = [&] {
            while (at < file.text.size()) {
                if (const std::uint32_t length = blank(file.text, at)) at += length;
                else if (file.text[at] == '#') at = static_cast<std::uint32_t>(std::min(file.text.find('\n', at), file.text.size()));
                else break;
            }
        };
        skip();
        const std::uint32_t begin = at;
        at = static_cast<std::uint32_t>(word_end(file.text, at));
        skip();
        language_line_end_ = static_cast<std::uint32_t>(word_end(file.text, at));
        return begin;
    }

    bool keeps_layout() const { return file_ != nullptr; }

    /// Is there a blank line before `at` in the file?
    bool blank_line_before(std::uint32_t at) const {
        if (!keeps_layout()) return false;
        int breaks = 0;
        while (at > 0 && (file_->text[at - 1] == ' ' || file_->text[at - 1] == '\t' || file_->text[at - 1] == '\r' || file_->text[at - 1] == '\n')) {
            --at;
            if (file_->text[at] == '\n') ++breaks;
        }
        return breaks >= 2;
    }

    void blank_line() {
        if (out_.empty() || at_block_begin_ || (out_.size() >= 2 && out_[out_.size() - 2] == '\n')) return;
        out_ += '\n';
    }

    void write_line(const std::string& text) {
        out_ += std::string(indentation_, ' ') + text + '\n';
        at_block_begin_ = false;
    }

    std::string comment_text(const Comment& comment) const { return file_->text.substr(comment.span.begin, comment.span.end - comment.span.begin); }

    const Comment* next_comment() const { return keeps_layout() && comment_ < file_->comments.size() ? &file_->comments[comment_] : nullptr; }

    /// The comments that stand before `at`, each on a line of its own.
    void comments_before(std::uint32_t at) {
        while (const Comment* comment = next_comment()) {
            if (comment->span.begin >= at) return;
            if (blank_line_before(comment->span.begin)) blank_line();
            write_line(comment_text(*comment));
            ++comment_;
        }
    }

    /// A comment on the same line, with nothing but blanks between.
    void comment_behind_position(std::uint32_t end) {
        const Comment* comment = next_comment();
        if (comment == nullptr || comment->own_line || comment->span.begin < end || out_.empty()) return;
        const std::string_view between = std::string_view(file_->text).substr(end, comment->span.begin - end);
        if (between.find_first_not_of(" \t") != std::string_view::npos) return;
        out_.pop_back();
        out_ += "  " + comment_text(*comment) + '\n';
        ++comment_;
    }

    /// A comment behind the "{" that opens a block.
    void comment_behind_brace() {
        const Comment* comment = next_comment();
        if (comment == nullptr || comment->own_line) return;
        const std::size_t before = file_->text.find_last_not_of(" \t", comment->span.begin == 0 ? 0 : comment->span.begin - 1);
        if (before == std::string::npos || file_->text[before] != '{') return;
        out_.pop_back();
        out_ += "  " + comment_text(*comment) + '\n';
        ++comment_;
    }

    /// Before an item: the blank line and the comments above it, those inside it too.
    void lead(const Span& span, bool is_block) {
        const Comment* comment = next_comment();
        const std::uint32_t first = comment != nullptr && comment->span.begin < span.begin ? comment->span.begin : span.begin;
        if (is_block || after_block_ || blank_line_before(first)) blank_line();
        comments_before(span.begin);
        if (first != span.begin && blank_line_before(span.begin)) blank_line();
        if (!is_block) comments_before(span.end);
        after_block_ = is_block;
    }

    template <typename Write>
    void item(const Span& span, const Write& write) {
        lead(span, false);
        Line line;
        Writer writer(line, language_, indentation_);
        write(writer);
        write_line(laid_out(line, indentation_));
        comment_behind_position(span.end);
    }

    template <typename Head, typename Body>
    void block(const Span& span, const Head& write_head, const Body& write_body) {
        lead(span, true);
        Line line;
        Writer writer(line, language_, indentation_);
        write_head(writer);
        line << " {";
        write_line(laid_out(line, indentation_));
        comment_behind_brace();
        indentation_ += block_step;
        at_block_begin_ = true;
        after_block_ = false;
        write_body();
        if (span.end != 0) comments_before(span.end);
        indentation_ -= block_step;
        at_block_begin_ = false;
        out_ += std::string(indentation_, ' ') + "}\n";
        after_block_ = true;
        comment_behind_position(span.end);
    }

    // --- units --------------------------------------------------------------------------------------------

    void unit(const Unit& one) {
        std::visit([&](const auto& which) { write(which); }, one);
    }

    void write(const Vocabulary& vocabulary) {
        block(
            vocabulary.span, [&](Writer& w) { w.key(role("vocabulary")) << " " << vocabulary.name << " " << vocabulary.version; },
            [&] {
                for (const VocabularyItem& one : vocabulary.items) std::visit([&](const auto& which) { write(which); }, one);
            });
    }
    void write(const Ruleset& ruleset) {
        block(
            ruleset.span, [&](Writer& w) { w.key(role("ruleset")) << " " << ruleset.name << " " << ruleset.version; },
            [&] {
                for (const RulesetItem& one : ruleset.items) std::visit([&](const auto& which) { write(which); }, one);
            });
    }
    void write(const Tests& tests) {
        block(
            tests.span, [&](Writer& w) { w.key(role("tests for")) << " " << tests.ruleset; },
            [&] {
                for (const Case& one : tests.cases) write(one);
            });
    }

    // --- vocabulary ---------------------------------------------------------------------------------------

    void write(const TitleLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("title")).space();
            w.texts(line.texts);
        });
    }
    void write(const ExtendsLine& line) {
        item(line.span, [&](Writer& w) { w.key(role("extends")) << " " << line.name << " " << line.version; });
    }
    void write(const UnitDeclaration& unit) {
        item(unit.span, [&](Writer& w) {
            w.key(role("unit")) << " " << unit.name;
            if (!unit.factor.empty()) w << " = " << unit.factor << " " << unit.factor_unit;
            if (!unit.left.empty()) w << " = " << unit.left << " * " << unit.right;
            w.tagged(unit.labels);
        });
    }
    void write(const EnumDeclaration& declaration) {
        item(declaration.span, [&](Writer& w) {
            w.key(role("enum")) << " " << declaration.name;
            if (!declaration.extends.empty()) w.space().key(role("extends")) << " " << declaration.extends;
            w << " = ";
            w.enum_values(declaration.values);
        });
    }
    void write(const EntityDeclaration& entity) {
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
    void write(const ExtendDeclaration& extension) {
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

    // The types of a block's fields stand in one column.
    void fields(const std::vector<Field>& list) {
        std::size_t column = 0;
        for (const Field& field : list)
            if (const std::size_t own = width(field.word.text); field.labels.empty() && own <= widest_field_column) column = std::max(column, own);
        for (const Field& field : list) {
            item(field.span, [&](Writer& w) {
                const std::size_t own = width(field.word.text);
                const std::string padding(field.labels.empty() && own < column ? column - own : 0, ' ');
                write_field(w, field, padding);
            });
        }
    }

    static void write_field(Writer& w, const Field& field, std::string_view padding) {
        w << field.word;
        w.tagged(field.labels);
        w << padding << " ";
        w.type(field.type);
        if (field.initial) {
            w << " = ";
            w.literal(*field.initial);
        }
        if (!field.ask.empty()) {
            w.may_break().key(role("ask")).space();
            w.texts(field.ask);
        }
    }

    // --- ruleset ------------------------------------------------------------------------------------------

    void write(const UsesLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("uses")).space();
            w.list(line.names, [&](const auto& name) { w << name.first << " " << name.second; });
        });
    }
    void write(const MonthEndLine& line) {
        item(line.span, [&](Writer& w) { w.key(role("month_end")).space().key(line.rule.text == "next_day" ? role("next_day") : role("last_day")); });
    }
    void write(const SourceDeclaration& source) {
        item(source.span, [&](Writer& w) {
            w.key(role("source")) << " " << source.name << " {";
            const auto entry = [&](Role keyword, const Texts& texts) {
                if (texts.empty()) return;
                w.may_break().key(keyword).space();
                w.texts(texts);
            };
            entry(role("title"), source.title);
            entry(role("publisher"), source.publisher);
            if (!source.date.empty()) w.may_break().key(role("date")) << " " << source.date;
            if (!source.standing.empty()) w.may_break().key(role("standing")) << " " << built_in_to(BuiltIn::standing, source.standing.text, language_);
            entry(role("url"), source.url);
            w << " }";
        });
    }
    void write(const ParameterDeclaration& parameter) {
        item(parameter.span, [&](Writer& w) {
            w.key(role("parameter")) << " " << parameter.name;
            if (parameter.type) {
                w << ": ";
                w.type(*parameter.type);
            }
            if (parameter.value) {
                w << " = ";
                w.expression(*parameter.value, any_level);
            }
            if (parameter.cites.empty() && parameter.title.empty()) return;
            w << " {";
            for (const Cite& cite : parameter.cites) {
                w.may_break();
                w.cite(cite);
            }
            if (!parameter.title.empty()) {
                w.may_break().key(role("title")).space();
                w.texts(parameter.title);
            }
            w << " }";
        });
    }
    void write(const Definition& definition) {
        item(definition.span, [&](Writer& w) {
            w.key(role("define")) << " " << definition.name;
            if (!definition.parameters.empty()) {
                w << "(";
                w.list(definition.parameters, [&](const DefineParameter& parameter) {
                    w << parameter.name << ": ";
                    w.type(parameter.type);
                });
                w << ")";
            }
            if (definition.type) {
                w << ": ";
                w.type(*definition.type);
            }
            (w << " =").may_break();
            w.expression(definition.body, any_level);
            if (definition.cite) {
                w.may_break();
                w.cite(*definition.cite);
            }
        });
    }
    void write(const Table& table) {
        item(table.span, [&](Writer& w) {
            w.key(role("table")) << " " << table.name << " ";
            w.key(role("by")).space();
            w.list(table.keys, [&](const TableColumn& column) {
                w << column.word;
                if (column.type) {
                    w << ": ";
                    w.type(*column.type);
                }
                if (column.banded) w.space().key(role("at least"));
            });
            w << " -> ";
            if (table.type) {
                w.type(*table.type);
            } else {
                w << "{";
                for (const Field& field : table.fields) {
                    w.may_break();
                    write_field(w, field, "");
                }
                w << " }";
            }
            if (table.from) {
                w.space().key(role("from")).space();
                w.text(*table.from);
            } else {
                w << " {";
                for (const TableRow& row : table.rows) {
                    w.may_break() << "[";
                    for (std::size_t index = 0; index < row.keys.size(); ++index) {
                        if (index != 0) w << ", ";
                        w.literal(row.keys[index]);
                    }
                    w << "] ";
                    for (std::size_t index = 0; index < row.values.size(); ++index) {
                        if (index != 0) w << ", ";
                        w.literal(row.values[index]);
                    }
                }
                w << " }";
            }
            if (table.cite) {
                w.may_break();
                w.cite(*table.cite);
            }
        });
    }
    void write(const Calendar& calendar) {
        item(calendar.span, [&](Writer& w) {
            w.key(role("calendar")) << " " << calendar.name << " {";
            w.may_break().key(role("weekend")).space();
            w.list(calendar.weekend, [&](const Word& day) { w << built_in_to(BuiltIn::weekday, day.text, language_); });
            w.may_break().key(role("holidays")).space();
            if (calendar.holidays_from) {
                w.key(role("from")).space();
                w.text(*calendar.holidays_from);
            } else {
                w << "{ ";
                w.words(calendar.holidays);
                w << " }";
            }
            w.may_break().key(role("until")) << " " << calendar.until << " }";
        });
    }
    void write(const std::unique_ptr<Group>& group) {
        block(
            group->span, [&](Writer& w) { w.key(role("group")) << " " << group->name; },
            [&] {
                for (const GroupItem& one : group->items) std::visit([&](const auto& which) { write(which); }, one);
            });
    }
    void write(const Requirement& requirement) {
        block(
            requirement.span,
            [&](Writer& w) {
                w.key(requirement.is_protocol ? role("protocol") : role("requirement")) << " " << requirement.id;
                if (!requirement.was.empty()) {
                    w.space().key(role("was")).space();
                    w.words(requirement.was);
                }
            },
            [&] { clauses(requirement.clauses); });
    }
    void clauses(const std::vector<Clause>& list) {
        for (const Clause& clause : list) write(clause);
    }
    void write(const Clause& clause) {
        std::visit([&](const auto& which) { write(which); }, clause);
    }

    // --- tailoring ----------------------------------------------------------------------------------------

    static void why(Writer& w, const Why& why) {
        if (why.because.empty()) return;
        w.may_break().key(role("because")).space();
        w.texts(why.because);
        if (why.cite) {
            w.may_break();
            w.cite(*why.cite);
        }
    }
    static Role modality_role(Modality modality) {
        return modality == Modality::shall ? role("shall") : modality == Modality::should ? role("should") : role("may");
    }

    void write(const SetLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("set")) << " " << line.name << " = ";
            w.expression(line.value, any_level);
            why(w, line.why);
        });
    }
    void write(const WaiveLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("waive")).space();
            w.words(line.ids);
            if (!line.until.empty()) w.space().key(role("until")) << " " << line.until;
            why(w, line.why);
        });
    }
    void write(const MakeLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("make")).space();
            w.words(line.ids);
            w.space().key(modality_role(line.modality));
            why(w, line.why);
        });
    }
    void write(const ReplaceBlock& replace) {
        Span span = replace.span;
        if (replace.why) span.end = replace.why->span.begin;
        block(span, [&](Writer& w) { w.key(role("replace")) << " " << replace.id; }, [&] { clauses(replace.clauses); });
        if (!replace.why) return;
        out_.pop_back();
        Line line;
        Writer w(line, language_, indentation_);
        line << "}";
        why(w, *replace.why);
        const std::size_t begin = out_.rfind('}');
        out_.replace(begin, std::string::npos, laid_out(line, indentation_));
        out_ += '\n';
        comment_behind_position(replace.span.end);
    }
    void write(const MapLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("map")) << " " << line.id << " ";
            w.key(role("to")) << " " << line.to_ruleset << " " << line.to_id << " ";
            w.key(role("as")) << " " << built_in_to(BuiltIn::relation, line.relation.text, language_);
        });
    }

    // --- clauses ------------------------------------------------------------------------------------------

    void write(const Cite& cite) {
        item(cite.span, [&](Writer& w) { w.cite(cite); });
    }
    void write(const ModalityLine& line) {
        item(line.span, [&](Writer& w) { w.key(modality_role(line.modality)); });
    }
    void write(const ThemeLine& line) {
        item(line.span, [&](Writer& w) { w.key(role("theme")) << " " << line.word; });
    }
    void write(const WhenLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("when")).space();
            w.expression(line.condition, any_level);
        });
    }
    void write(const EachLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("each")).space();
            w.binder(line.binder);
            if (line.allow_empty) w.space().key(role("allow empty"));
        });
    }
    void write(const MessageLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(line.is_remedy ? role("remedy") : role("gap")).space();
            if (!line.part.empty()) w << line.part << " ";
            w.texts(line.texts);
        });
    }
    void write(const TrainingLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("training")).space();
            w.words(line.ids);
        });
    }
    void write(const EffortLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("effort")).space();
            w.expression(line.duration, any_level);
            if (line.each) w.space().key(role("each"));
        });
    }
    void write(const AfterLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("after")).space();
            w.words(line.ids);
        });
    }
    void write(const NoteLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("note")).space();
            w.texts(line.texts);
        });
    }
    void write(const LetLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("let")) << " " << line.name << " = ";
            w.expression(line.value, any_level);
        });
    }
    void write(const RequireLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(line.forbid ? role("forbid") : role("require")).space();
            if (!line.part.empty()) w << line.part << " ";
            if (!line.label.empty()) {
                w.texts(line.label);
                w.may_break();
            }
            w.expression(line.condition, any_level);
            if (line.unless) {
                w.may_break().key(role("unless")).space();
                w.expression(*line.unless, any_level);
            }
        });
    }
    void write(const AnsweredByLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("answered by")).space();
            w.binder(line.binder);
        });
    }
    void write(const RoleLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("role")).space();
            w.words(line.roles);
        });
    }
    void write(const EventLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(line.is_case ? role("case") : role("event")) << " " << line.word;
            w.tagged(line.texts);
        });
    }
    static void joined(Writer& w, const std::vector<Word>& words, bool any) {
        for (std::size_t index = 0; index < words.size(); ++index) {
            if (index != 0) w.space().key(any ? role("or") : role("and")).space();
            w << words[index];
        }
    }
    static void write_attribute(Writer& w, const StepAttribute& attribute) {
        const auto word = [&] {
            if (!attribute.words.empty()) w << " " << attribute.words.front();
        };
        switch (attribute.kind) {
            case StepAttributeKind::after:
                w.key(role("after")).space();
                joined(w, attribute.words, attribute.any);
                break;
            case StepAttributeKind::within:
                w.key(role("within")).space();
                w.span_of_time(attribute.from);
                break;
            case StepAttributeKind::at_least:
                w.key(role("at least")).space();
                w.span_of_time(attribute.from);
                w.space().key(attribute.relation == Relation::before ? role("before") : role("after"));
                word();
                break;
            case StepAttributeKind::before:
                w.key(role("before"));
                word();
                break;
            case StepAttributeKind::in_case:
                w.key(role("in case"));
                word();
                break;
            case StepAttributeKind::optional: w.key(role("optional")); break;
            case StepAttributeKind::lasts:
                w.key(role("lasts")).space();
                w.span_of_time(attribute.from);
                if (attribute.to.duration || !attribute.to.parameter.empty()) {
                    w.space().key(role("to~")).space();
                    w.span_of_time(attribute.to);
                }
                break;
            case StepAttributeKind::during:
                w.key(role("during"));
                word();
                if (!attribute.percent_from.empty()) {
                    w.space().key(role("from")) << " " << attribute.percent_from << "% ";
                    w.key(role("to~")) << " " << attribute.percent_to << "%";
                }
                break;
            case StepAttributeKind::every:
                w.key(role("every~")).space();
                w.span_of_time(attribute.from);
                break;
            case StepAttributeKind::performs:
                w.key(role("performs"));
                word();
                break;
        }
    }
    void write(const StepLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("step")) << " " << line.word;
            if (!line.by.empty()) {
                w.space().key(role("by")).space();
                joined(w, line.by, line.by_any);
            }
            if (!line.to.empty()) w.space().key(role("to")) << " " << line.to;
            for (const StepAttribute& attribute : line.attributes) {
                w.may_break();
                write_attribute(w, attribute);
            }
            if (!line.texts.empty()) {
                w.may_break();
                w.texts(line.texts);
            }
        });
    }
    void write(const LimitLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("limit")) << " " << line.from << " ";
            w.key(role("to~")) << " " << line.to << " ";
            w.key(line.at_least ? role("at least") : role("within")).space();
            w.span_of_time(line.time);
            if (!line.in_case.empty()) w.space().key(role("in case")) << " " << line.in_case;
        });
    }
    void write(const NeverLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("never")) << " " << line.first << " ";
            w.key(role("before")) << " " << line.before;
            if (!line.in_case.empty()) w.space().key(role("in case")) << " " << line.in_case;
        });
    }
    void write(const SeparateLine& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("separate")) << " " << line.one << " ";
            w.key(role("from~")) << " " << line.other;
        });
    }

    // --- tests --------------------------------------------------------------------------------------------

    void write(const Case& one) {
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
    void write(const PlanLine& line) {
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
        for (comment = next_comment(); comment != nullptr && comment->span.begin < line.span.end; comment = next_comment()) ++comment_;
        write_line(std::string(spelling(role("plan"), language_)) + ' ' + line.json);
        comment_behind_position(line.span.end);
    }
    void write(const AsOfLine& line) {
        item(line.span, [&](Writer& w) { w.key(role("as of")) << " " << line.date; });
    }
    void write(const CaseSet& line) {
        item(line.span, [&](Writer& w) {
            w.key(role("set")) << " " << line.name << " = ";
            w.expression(line.value, any_level);
        });
    }
    static Role verdict_role(std::string_view verdict) {
        for (const Role keyword : {role("met"), role("partly_met"), role("not_met"), role("unknown")})
            if (keyword_table[keyword].role == verdict) return keyword;
        return role("not_applicable");
    }
    void write(const ExpectLine& line) {
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

    int language_;
    const File* file_;
    std::string out_;
    std::size_t indentation_ = 0;
    std::size_t comment_ = 0;
    bool at_block_begin_ = false;
    bool after_block_ = false;
    std::uint32_t language_line_end_ = 0;
};

int language_index(std::string_view language) { return std::max(0, keyword_language(language)); }

}  // namespace

std::string print(const File& file, const PrintOptions& options) {
    const int language = language_index(options.language.empty() ? std::string_view(file.language) : options.language);
    return FilePrinter(language, options.comments ? &file : nullptr).print_file(file);
}

std::string print(const Unit& unit) { return FilePrinter(0, nullptr).print_unit(unit); }

std::string print(const Expression& expression, std::string_view language) {
    Line line;
    Writer(line, language_index(language), 0).expression(expression, any_level);
    return line.text;
}

}  // namespace brecha::grammar
