#include "model/protocol.hpp"

namespace brecha::model {

FieldsRead fields_read(PartKind kind) {
    static const std::vector<StepField> dates = {StepField::began_on, StepField::ended_on, StepField::began_at,
                                                 StepField::ended_at};
    switch (kind) {
        case PartKind::there: return {};
        case PartKind::by:
        case PartKind::separate: return {{StepField::role, StepField::agency}, {}};
        case PartKind::to: return {{StepField::role, StepField::agency, StepField::hands_to}, {}};
        case PartKind::every: return {{StepField::repeats_every}, {}};
        case PartKind::after:
        case PartKind::before:
        case PartKind::never: return {{StepField::after}, dates};
        case PartKind::within:
        case PartKind::at_least:
        case PartKind::limit:
        case PartKind::lasts:
            return {{StepField::after, StepField::waits_at_most, StepField::takes_at_least, StepField::takes_at_most},
                    dates};
        case PartKind::during: return {{StepField::during}, dates};
        case PartKind::runs: return {{StepField::after, StepField::takes_at_least, StepField::takes_at_most}, {}};
    }
    return {};
}

}  // namespace brecha::model
