// A checked protocol: how something must be done. It stands beside the requirement that it is (Requirement::protocol),
// whose last subject is the procedure that answers it and whose clauses are its parts.
#pragma once

#include "model/expression.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brecha::model {

/// What a protocol reads of a procedure's steps, by name.
enum class StepField : std::uint8_t {
    does,
    role,
    agency,
    hands_to,
    after,
    only_in,
    waits_at_most,
    takes_at_least,
    takes_at_most,
    repeats_every,
    during,
    began_on,
    ended_on,
    began_at,
    ended_at
};
inline constexpr std::array<std::string_view, 15> step_field_names = {
    "does",          "role",          "agency", "hands_to", "after",    "only_in",  "waits_at_most", "takes_at_least",
    "takes_at_most", "repeats_every", "during", "began_on", "ended_on", "began_at", "ended_at"};

/// A step or an event of a protocol.
struct ProtocolMember {
    std::string name;
    Texts labels;           // what readers see: its name where none is written
    bool event = false;     // a moment outside: no length, no role, not owed
    bool optional = false;  // bound only where it is there
    std::int32_t in_case = -1;
    std::vector<std::int32_t> by;  // roles
    bool by_any = false;           // one of them is enough
    std::int32_t to = -1;          // a role
};

enum class PartKind : std::uint8_t {
    there,     // a step of the procedure does it
    by,        // it is taken in the role, by an agency
    to,        // it hands over to the role's agency
    every,     // it is repeated at least so often: `to`
    after,     // it comes after `others`; `any`: after one of them
    within,    // it has ended `to` after the latest of `others` has
    at_least,  // it begins `from` after the end of `others`; `before`: it has ended `from` before their beginning
    before,    // it comes before `others`
    lasts,     // between `from` and `to`
    during,    // inside `others`, between two shares of their length
    limit,     // from the beginning of `of` to the end of `others`: at most `to`, or at least `from`
    never,     // `of` comes after `others`, wherever it is there
    separate,  // two roles are filled by different agencies
    runs       // the procedure can be carried out at all
};
inline constexpr std::array<std::string_view, 14> part_kind_names = {
    "there",  "by",    "to",     "every", "after", "within",   "at_least",
    "before", "lasts", "during", "limit", "never", "separate", "runs"};

/// The fields of steps that decide such a part, beside `does` and `only_in`: of a procedure as it is planned, and of
/// one that is a record.
struct FieldsRead {
    std::vector<StepField> planned, recorded;
};
FieldsRead fields_read(PartKind kind);

struct ProtocolPart {
    std::string id;  // "inform/within"
    PartKind kind = PartKind::there;
    std::int32_t of = -1;              // Protocol::members
    std::vector<std::int32_t> others;  // likewise
    bool any = false, before = false;
    std::optional<Expression> from, to;  // spans of time: constants, parameters
    std::optional<Decimal> percent_from, percent_to;
    std::int32_t in_case = -1;        // of its line
    std::vector<std::int32_t> roles;  // separate
};

struct Protocol {
    std::uint32_t requirement = 0;                               // Ruleset::requirements
    std::int32_t entity = -1, step_entity = -1;                  // of the procedure, of its steps
    std::int32_t steps = -1;                                     // field of the procedure
    std::array<std::int32_t, step_field_names.size()> fields{};  // of the step; -1: the vocabulary lacks it
    std::vector<std::string> roles, cases;
    std::vector<ProtocolMember> members;  // in the order written
    std::vector<ProtocolPart> parts;      // as the requirement's clauses

    std::int32_t field(StepField field) const { return fields[static_cast<std::size_t>(field)]; }
};

}  // namespace brecha::model
