// Why a finding came out as it did, in one sentence: "Of 6 items (Activity), none: training, public information."
//
// In comes a finding, out goes a sentence in one of the four languages, or nothing where the rule asks for no elements
// of a list.
#pragma once

#include <brecha/brecha.hpp>

#include "assess/assessment.hpp"

#include <string>

namespace brecha::report {

/// The first part that decides the finding speaks for it.
std::string why_sentence(const assess::Assessment& assessment, const assess::Finding& finding, Language language);

}  // namespace brecha::report
