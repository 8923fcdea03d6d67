// Small questions about types, and the types that are made most often.
#pragma once

#include "model/expression.hpp"

namespace brecha::model {

inline Type of_kind(TypeKind kind) {
    Type type;
    type.kind = kind;
    return type;
}

inline Type condition_type() { return of_kind(TypeKind::yes_no); }

inline Type whole_number() {
    Type type = of_kind(TypeKind::number);
    type.integer = true;
    return type;
}

inline Type duration_type(DurationKind kind) {
    Type type = of_kind(TypeKind::duration);
    type.duration = kind;
    return type;
}

inline bool either_working(const Type& one, const Type& other) {
    return one.duration == DurationKind::working || other.duration == DurationKind::working;
}

/// One value of that kind, no list.
inline bool single(const Type& type, TypeKind kind) { return type.kind == kind && !type.list; }
inline bool is_time(const Type& type) { return single(type, TypeKind::date) || single(type, TypeKind::moment); }
/// A whole number written out, without unit: who writes one where a duration stands has left out its unit.
inline bool is_bare_number(const Expression& expression) {
    return expression.operation == Operation::number && single(expression.type, TypeKind::number) &&
           expression.type.unit < 0 && expression.type.integer;
}
/// The expression is wrong, which has been told.
inline bool unknown(const Expression& expression) { return single(expression.type, TypeKind::nothing); }

}  // namespace brecha::model
