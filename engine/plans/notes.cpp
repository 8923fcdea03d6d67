// Notes in words: places, pointers, lines and columns, in order of place in the text.
#include "plans/finishing.hpp"
#include "plans/wording.hpp"

#include <algorithm>

namespace brecha::plans {

std::vector<Note> finished_notes(Reading& reading) {
    std::vector<Note> finished;
    if (reading.notes.empty()) return finished;
    for (const auto& [name, seen] : reading.unknown_fields) {
        if (seen.second < 2) continue;
        const std::string more = std::to_string(seen.second - 1);
        PendingNote& note = reading.notes[seen.first];
        const bool one = seen.second == 2;
        note.remark.message.english += one ? "; and 1 more place" : "; and " + more + " more places";
        note.remark.message.spanish += one ? "; y 1 lugar más" : "; y " + more + " lugares más";
    }
    std::stable_sort(reading.notes.begin(), reading.notes.end(), [](const PendingNote& left, const PendingNote& right) { return left.offset < right.offset; });

    std::uint32_t line = 1, column = 1;
    std::size_t at = 0;
    finished.reserve(reading.notes.size() + 1);
    for (PendingNote& pending : reading.notes) {
        Note& note = finished.emplace_back();
        note.code = std::move(pending.remark.code);
        note.severity = pending.remark.severity;
        note.message = std::move(pending.remark.message);
        note.help = std::move(pending.remark.help);
        if (pending.place) {
            note.place = words_of(*reading.plans, *pending.place);
            note.pointer = pointer_of(*reading.plans, *pending.place);
            if (!pending.unknown.empty()) {
                if (!note.place.empty()) note.place += '/';
                note.place += escaped_step(pending.unknown);
                note.pointer += '/' + escaped_step(pending.unknown);
            }
        } else {
            note.place = std::move(pending.written_place);
            note.pointer = std::move(pending.written_pointer);
        }
        if (!reading.positions) continue;
        for (const std::size_t end = std::min<std::size_t>(pending.offset, reading.text.size()); at < end; ++at) {
            if (reading.text[at] == '\n') {
                ++line;
                column = 1;
            } else if ((static_cast<unsigned char>(reading.text[at]) & 0xC0) != 0x80) {
                ++column;
            }
        }
        note.line = line;
        note.column = column;
    }
    if (reading.notes_left_out != 0) {
        Note& note = finished.emplace_back();
        note.code = "P603";
        note.message = phrase("{} more notes are not shown", "{} notas más no se muestran", {same(std::to_string(reading.notes_left_out))});
        note.help = {"mend those above first", "corrija primero las de arriba"};
    }
    return finished;
}

}  // namespace brecha::plans
