// The steps of finish_plan(), in their order.
#pragma once

#include "plans/slice.hpp"
#include "reading/batch.hpp"
#include "reading/place_finder.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace brecha::reading {

/// How a place was read, as far as silence there is concerned.
using brecha::HowRead;

/// A statement's `read`, at the places that say so.
struct ReadMarks {
    HowRead plan = HowRead::unmarked;
    std::unordered_map<std::uint64_t, HowRead> items;   // by item_key(): list elements and embedded items
    std::unordered_map<std::uint64_t, HowRead> fields;  // by cell_key()
    bool any() const { return plan != HowRead::unmarked || !items.empty() || !fields.empty(); }
};
using plans::item_key;

/// What evidence says of a slice of a list: an entry whose place ends in a condition.
struct SliceStatement {
    Cell list;
    plans::Slice slice;
    bool complete = false;  // no further element lies in it
    bool none = false;      // and none of those given
    std::optional<plans::Bounds> size;
    std::optional<model::Day> as_of_last, list_as_of_last;  // the last day of its `as_of`, and of that of the list
    std::string place, pointer;                             // of the entry, for notes
    std::uint32_t spot = 0;
};

/// What evidence says of single places, to be laid over silence.
struct Evidence {
    ReadMarks read;
    std::vector<Cell> none;  // "there is no value": single values and lists
    struct Size {
        Cell list;
        std::int64_t least = 0, most = 0;  // elements in all
    };
    std::vector<Size> sizes;
    std::vector<Cell> complete;  // lists
    std::unordered_map<std::uint64_t, bool>
        settled_lists;  // by cell_key(): `none`, `complete` or `size` speaks of the list, so reading does not
    std::map<std::uint64_t, std::vector<SliceStatement>> slices;  // by cell_key() of the list
};

/// 1. Defaults of keys; keys that are absent, invalid or not unique in their list (P302).
void settle_keys(Batch& batch);
/// 2. Reads `evidence`: statements, sources that say different things (P401), places that the plan does not have
/// (P502).
Evidence read_evidence(Batch& batch, PlanRecord& record, std::string_view read);
/// 3. Finds what references point to (P301, P302).
void resolve_references(Batch& batch);
/// 4. What is not there: none, open lists, sizes, defaults.
void settle_silence(Batch& batch, const Evidence& evidence);
/// What lists have beside their elements, by statements on slices of them or by growing with time, each with how it was
/// read; `evidence`: what is said of the lists themselves, too.
void settle_rests(Batch& batch, const std::vector<std::pair<Cell, HowRead>>& lists, const Evidence& evidence);
/// 5. Reads `judgements`.
void read_judgements(Batch& batch, PlanRecord& record);
/// 6. Places, lines and columns of the notes, in order of place in the text.
std::vector<Note> finished_notes(Batch& batch);

/// A name that an object of evidence or a judgement does not know (P101).
Remark unknown_member(std::string_view name, const std::vector<std::string>& known);
/// "id", or "country, year": the key of an entity.
std::string key_names(const model::Entity& entity);
/// Not of the kind that belongs there (P201).
Remark wrong_member(const Node& node, const messages::Sentence& wanted);

}  // namespace brecha::reading
