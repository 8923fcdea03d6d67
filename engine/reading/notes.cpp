// Notes in words: places, pointers, lines and columns, in order of place in the text.
#include "messages/catalogue/plans.hpp"
#include "reading/finishing.hpp"

#include <algorithm>

namespace brecha::reading {

namespace say = messages::catalogue::plans;

std::vector<Note> finished_notes(Batch& batch) {
    std::vector<Note> finished;
    if (batch.notes.empty()) return finished;
    for (const auto& [name, seen] : batch.unknown_fields) {
        if (seen.second < 2) continue;
        batch.notes[seen.first].remark.message += Message(say::and_more_places, {seen.second - 1});
    }
    std::stable_sort(batch.notes.begin(), batch.notes.end(),
                     [](const PendingNote& left, const PendingNote& right) { return left.spot < right.spot; });

    finished.reserve(batch.notes.size() + 1);
    for (PendingNote& pending : batch.notes) {
        Note& note = finished.emplace_back();
        note.code = pending.remark.code;
        note.severity = pending.remark.severity;
        note.message = std::move(pending.remark.message);
        note.help = std::move(pending.remark.help);
        note.only_before = pending.remark.only_before;
        if (pending.place) {
            note.place = plans::words_of(*batch.plans, *pending.place);
            note.pointer = pointer_of(*batch.plans, *pending.place);
            if (!pending.unknown.empty()) {
                if (!note.place.empty()) note.place += '/';
                note.place += escaped_step(pending.unknown);
                note.pointer += '/' + escaped_step(pending.unknown);
            }
        } else {
            note.place = std::move(pending.written_place);
            note.pointer = std::move(pending.written_pointer);
        }
        const Position position = batch.position_of(pending.spot);
        note.line = position.line;
        note.column = position.column;
    }
    if (batch.notes_left_out != 0) {
        Note& note = finished.emplace_back();
        note.code = say::notes_left_out.code;
        note.message = Message(say::notes_left_out.message, {batch.notes_left_out});
        note.help = say::notes_left_out.help;
    }
    return finished;
}

}  // namespace brecha::reading
