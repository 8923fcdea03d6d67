#include "print/writer.hpp"

#include "tokens.hpp"

namespace brecha::grammar {

namespace {

using Kind = ExpressionKind;

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

/// What stands before the duration, where dates are compared at a distance.
Role opening(const Expression& e) {
    if (e.kind == Kind::within) return role("within");
    if (e.kind == Kind::at_least) return e.option == 0 ? role("at least") : role("more than");
    if (e.relation != Relation::before) return role("due within");
    return e.option == 0 ? role("due at least") : role("due more than");
}

const Expression& without_brackets(const Expression& e) {
    return e.kind == Kind::group ? without_brackets(e.operands.front()) : e;
}

/// `x = yes`, which is written `x`.
bool says_yes(const Expression& e) {
    return e.kind == Kind::compare && e.comparison == Comparison::equal && e.operands[1].kind == Kind::yes_no &&
           e.operands[1].text == "yes";
}

std::optional<Comparison> opposite(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal: return Comparison::not_equal;
        case Comparison::not_equal: return Comparison::equal;
        case Comparison::one_of: return Comparison::not_one_of;
        case Comparison::not_one_of: return Comparison::one_of;
        default: return std::nullopt;  // what does not exist is neither before nor after
    }
}

}  // namespace

Writer& Writer::operator<<(std::string_view text) {
    line_ << text;
    return *this;
}

Writer& Writer::may_break() {
    line_.blank_or_break();
    return *this;
}

void Writer::text(const Text& text) {
    if (!text.language.empty()) *this << text.language << " ";
    this->text(static_cast<const Quoted&>(text));
}

void Writer::text(const Quoted& text) {
    if (text.block) *this << quoted(text.text, true, indentation_ + block_step);
    else append_quoted(line_.text, text.text);
}

void Writer::texts(const Texts& list) {
    ++line_.depth;
    bool first = true;
    for (const Text& one : texts_of(list)) {
        if (!first) may_break();
        first = false;
        text(one);
    }
    --line_.depth;
}

void Writer::tagged(const Texts& list) {
    if (texts_of(list).empty()) return;
    space();
    texts(list);
}

void Writer::words(const std::vector<Word>& items) {
    list(items, [&](const Word& word) { *this << word; });
}

void Writer::amount(std::string_view number, std::string_view unit) {
    *this << number << " ";
    if (const Role word = duration_role(unit, number == "1"); word != no_role) key(word);
    else *this << unit;
}

void Writer::literal(const Literal& literal) {
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

void Writer::expression(const Expression& e, Level level, bool last, bool in_condition) {
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

void Writer::binder(const Binder& binder) {
    *this << binder.variable << " ";
    key(role("in")).space();
    expression(*binder.list, sum_level);
    if (binder.condition) {
        may_break().key(role("where")).space();
        expression(*binder.condition, or_level, true, true);
    }
}

void Writer::enum_values(const EnumValues& values) {
    bool first = true;
    for (const EnumValue& value : values.values) {
        if (!first) {
            if (values.ordered) (*this << " <").may_break();
            else (*this << ",").may_break();
        }
        first = false;
        *this << value.word;
        tagged(value.labels);
        listed(value.listed);
    }
}

void Writer::labelled(const LabelledWord& word) {
    *this << word.word;
    tagged(word.labels);
}

void Writer::listed(const Texts& texts) {
    if (texts_of(texts).empty()) return;
    space().key(role("listed"));
    tagged(texts);
}

void Writer::type(const Type& type) {
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

void Writer::cite(const Cite& cite) {
    key(role("source")).space();
    if (!cite.part.empty()) *this << cite.part << " ";
    *this << cite.source << " ";
    text(cite.clause);
    if (!texts_of(cite.quote).empty()) {
        may_break().key(role("quote")).space();
        texts(cite.quote);
    }
    if (!cite.reading.empty())
        may_break().key(role("reading")) << " " << built_in_to(BuiltIn::reading, cite.reading.text, language_);
}

void Writer::span_of_time(const SpanOfTime& time) {
    if (time.duration) expression(*time.duration, any_level);
    else *this << time.parameter;
}

void Writer::bracketed_list(const std::vector<Expression>& operands, std::size_t from) {
    ++line_.depth;
    bool first = true;
    for (std::size_t index = from; index < operands.size(); ++index) {
        if (!first) (*this << ",").may_break();
        first = false;
        expression(operands[index], any_level);
    }
    --line_.depth;
}

void Writer::chain(const Expression& e, Role joint, Level level, bool last, bool in_condition) {
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

void Writer::steps(const Expression& e, Level level) {
    for (std::size_t index = 0; index < e.operands.size(); ++index) {
        if (index != 0) {
            const char operator_ = index - 1 < e.text.size() ? e.text[index - 1] : '+';
            ++line_.depth;
            may_break();
            --line_.depth;
            *this << std::string_view(&operator_, 1) << " ";
        }
        expression(e.operands[index], level);
    }
}

void Writer::comparison(Comparison comparison) {
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
        case Comparison::contains_any: key(role("contains any of")); break;
        case Comparison::contains_all: key(role("contains all of")); break;
        case Comparison::covers: key(role("covers")); break;
        case Comparison::starts_with: key(role("starts with")); break;
    }
}

void Writer::unbracketed(const Expression& e, bool last, bool in_condition) {
    switch (e.kind) {
        case Kind::number:
            *this << e.text;
            if (!e.further().unit.empty()) *this << " " << e.further().unit;
            break;
        case Kind::percent: *this << e.text << "%"; break;
        case Kind::text: *this << quoted(e.text, false, indentation_); break;
        case Kind::date:
        case Kind::moment: *this << e.text; break;
        case Kind::duration:
            amount(e.text, e.further().unit);
            if (!e.further().name.empty()) space().key(role("in")) << " " << e.further().name;
            break;
        case Kind::yes_no: key(e.text == "yes" ? role("yes") : role("no")); break;
        case Kind::name: *this << built_in_to(BuiltIn::name, e.text, language_); break;
        case Kind::judged:
            key(role("judged")).space();
            texts(e.further().texts);
            break;
        case Kind::values_of: key(role("values of")) << " " << e.text; break;
        case Kind::verdict:
            key(role("requirement")) << " " << e.text << " ";
            key(e.option == 1 ? role("applies") : role("is met"));
            if (!e.further().name.empty()) space().key(role("for")) << " " << e.further().name;
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
        case Kind::not_: negation(e.operands.front(), last, in_condition); break;
        case Kind::and_: chain(e, role("and"), truth_level, last, in_condition); break;
        case Kind::or_: chain(e, role("or"), and_level, last, in_condition); break;
        case Kind::sum: steps(e, product_level); break;
        case Kind::product: steps(e, signed_level); break;
        case Kind::compare:
            if (says_yes(e)) expression(e.operands[0], fallback_level);
            else compared(e, e.comparison);
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
            space().key(opening(e)).space();
            expression(e.operands[1], sum_level);
            space();
            relation(e.relation);
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

void Writer::compared(const Expression& e, Comparison sign) {
    expression(e.operands[0], fallback_level);
    space();
    comparison(sign);
    space();
    expression(e.operands[1], fallback_level);
}

/// `not x is given` is written `x is missing`: of two spellings that come to the same, one.
void Writer::negation(const Expression& e, bool last, bool in_condition) {
    const Expression& negated = without_brackets(e);
    if (negated.kind == Kind::not_) return expression(negated.operands.front(), truth_level, last, in_condition);
    if (negated.kind == Kind::is_given || negated.kind == Kind::is_missing) {
        expression(negated.operands.front(), fallback_level);
        space().key(negated.kind == Kind::is_given ? role("is missing") : role("is given"));
        return;
    }
    if (negated.kind == Kind::compare && !says_yes(negated))
        if (const std::optional<Comparison> sign = opposite(negated.comparison)) return compared(negated, *sign);
    key(role("not")).space();
    if (says_yes(negated)) expression(negated.operands.front(), truth_level);
    else expression(e, truth_level, last, in_condition);
}

void Writer::quantifier(const Expression& e) {
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
        const bool plain = (count.kind == Kind::number && count.further().unit.empty() &&
                            count.text.find('_') == std::string::npos && count.text.find('.') == std::string::npos) ||
                           count.kind == Kind::name || count.kind == Kind::field || count.kind == Kind::index ||
                           count.kind == Kind::group;
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

}  // namespace brecha::grammar
