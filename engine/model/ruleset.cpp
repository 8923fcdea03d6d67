#include "model/ruleset.hpp"

namespace brecha::model {

std::string_view word_of(Modality modality) {
    switch (modality) {
        case Modality::shall: return "shall";
        case Modality::should: return "should";
        case Modality::may: return "may";
    }
    return "";
}

std::string_view word_of(Standing standing) {
    switch (standing) {
        case Standing::unstated: return "";
        case Standing::law: return "law";
        case Standing::treaty: return "treaty";
        case Standing::standard: return "standard";
        case Standing::guidance: return "guidance";
        case Standing::programme: return "programme";
        case Standing::practice: return "practice";
    }
    return "";
}

std::string_view word_of(Reading reading) {
    switch (reading) {
        case Reading::full: return "full";
        case Reading::heading: return "heading";
        case Reading::unverified: return "unverified";
        case Reading::proposal: return "proposal";
    }
    return "";
}

}  // namespace brecha::model
