// Protocols: names of their steps, roles and cases, the parts that they come apart into, and whether what they ask can
// be kept at all.
#pragma once

#include "model/checking/environment.hpp"
#include "model/checking/requirements.hpp"

#include <cstdint>

namespace brecha::model {

/// All sets of cases are gone through, so they are few.
inline constexpr std::size_t greatest_protocol_cases = 8;

/// Reads the steps, limits and orders of a protocol into Ruleset::protocols, and gives `requirement`, whose last
/// subject is what answers it, a clause for each part. What is wrong is told.
void read_protocol(const WrittenRequirement& written, Requirement& requirement, std::uint32_t index,
                   Environment& environment);

/// Tells of `answered by` that names nothing of the `each` above it.
void check_answered_by(const syntax::AnsweredByLine& line, const Requirement& requirement, const FileContext& file,
                       Environment& environment);

/// Tells where what the protocol asks of orders and times cannot all be kept, in some set of its cases.
void check_contradictions(const Protocol& protocol, const Requirement& requirement, Environment& environment);

}  // namespace brecha::model
