#include "report/json.hpp"

#include "limits/watch.hpp"
#include "report/findings.hpp"
#include "report/summary.hpp"

#include <nlohmann/json.hpp>

#include <iterator>
#include <set>
#include <utility>

namespace brecha::report {

namespace {

using Json = nlohmann::ordered_json;

/// Null where there is none.
Json optional_text(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
template <Code Type>
Json word(Type code) {
    return to_text(code).empty() ? Json(nullptr) : Json(to_text(code));
}
Json date_or_null(const std::optional<Date>& date) { return date ? Json(to_text(*date)) : Json(nullptr); }
Json number_or_null(const std::optional<double>& number) { return number ? Json(*number) : Json(nullptr); }

Json summary_json(const View& view) {
    const Summary summary = summary_of(view);
    Json json;
    json["requirements"] = summary.requirements;
    json["met"] = summary.met;
    json["partly_met"] = summary.partly_met;
    json["not_met"] = summary.not_met;
    json["unknown"] = summary.unknown;
    json["not_applicable"] = summary.not_applicable;
    json["gaps"] = summary.gaps;
    json["judged"] = summary.judged;
    json["lowest"] = number_or_null(summary.lowest);
    json["highest"] = number_or_null(summary.highest);
    json["weakened"] = summary.weakened;
    json["findings"] = summary.findings;
    json["gap_findings"] = summary.gap_findings;
    json["unknown_findings"] = summary.unknown_findings;
    return json;
}

Json cell_json(const CellView& cell) {
    Json json;
    json["part"] = text_or_null(cell.part);
    json["truth"] = word(cell.truth);
    json["places"] = Json::array();
    std::set<std::string_view> places;
    for (const Evidence& used : cell.used)
        if (places.insert(used.place).second) json["places"].push_back(used.place);
    json["missing"] = Json::array();
    for (const MissingView& missing : cell.missing) {
        Json place;
        place["place"] = missing.row.place;
        place["why"] = word(missing.row.why);
        if (!missing.row.value.empty()) place["value"] = missing.row.value;
        place["question"] = text_or_null(missing.row.question);
        json["missing"].push_back(std::move(place));
    }
    if (cell.used_more > 0) json["places_more"] = cell.used_more;
    if (cell.missing_more > 0) json["missing_more"] = cell.missing_more;
    return json;
}

Json finding_json(const FindingView& finding) {
    Json json;
    const Finding& row = finding.row;
    json["subject"] = optional_text(row.subject);
    json["verdict"] = word(row.verdict);
    json["reason"] = word(row.reason);
    json["holds"] = row.holds;
    json["fails"] = row.fails;
    json["unknown"] = row.unknown;
    json["message"] = text_or_null(row.message);
    json["remedy"] = text_or_null(finding.remedy);
    json["oldest"] = date_or_null(row.oldest);
    json["newest"] = date_or_null(row.newest);
    json["parts"] = Json::array();
    for (const CellView& cell : finding.cells) json["parts"].push_back(cell_json(cell));
    return json;
}

Json waiver_json(const Waiver& waiver) {
    Json json;
    json["until"] = date_or_null(waiver.until);
    json["because"] = text_or_null(waiver.because);
    json["origin"] = waiver.origin;
    json["source"] = waiver.source.empty() ? Json(nullptr)
                                           : Json(waiver.source + (waiver.clause.empty() ? "" : " " + waiver.clause));
    return json;
}

bool is_limited(const Period& period) { return period.from || period.until; }

Json period_json(const Period& period) {
    Json json;
    json["from"] = date_or_null(period.from);
    json["until"] = date_or_null(period.until);
    return json;
}

/// What of the rules is in force on some days only.
Json in_force_json(const View& view) {
    Json json;
    json["rulesets"] = Json::array();
    for (const LayerInForce& layer : view.layers_in_force) {
        Json one;
        one["name"] = layer.name;
        one["version"] = layer.version;
        one.update(period_json(layer.period));
        one["on_the_day"] = layer.on_the_day;
        json["rulesets"].push_back(std::move(one));
    }
    json["parameters"] = Json::object();
    for (const auto& [name, period] : view.parameters_in_force) json["parameters"][name] = period_json(period);
    return json;
}

/// All but its findings, which come last.
Json requirement_json(const RequirementView& requirement) {
    Json json;
    const RequirementInfo& information = requirement.information;
    json["id"] = information.id;
    json["title"] = information.title;
    json["theme"] = text_or_null(information.theme);
    json["modality"] = word(information.modality);
    json["verdict"] = word(requirement.verdict);
    json["is_gap"] = requirement.is_gap;
    json["may_be_gap"] = requirement.may_be_gap;
    json["reason"] = word(requirement.reason);
    json["sources"] = Json::array();
    for (const Citation& citation : information.citations) {
        Json cited;
        cited["id"] = citation.source;
        cited["clause"] = citation.clause;
        cited["standing"] = word(citation.standing);
        cited["reading"] = word(citation.reading);
        if (!citation.part.empty()) cited["part"] = citation.part;
        if (citation.stale) cited["stale"] = true;
        json["sources"].push_back(std::move(cited));
    }
    json["origin"] = information.origin;
    json["holds"] = requirement.holds;
    json["fails"] = requirement.fails;
    json["unknown"] = requirement.unknown;
    json["waiver"] = requirement.waived ? waiver_json(*information.waiver) : Json(nullptr);
    if (is_limited(information.in_force)) json["in_force"] = period_json(information.in_force);
    json["weakened"] = information.weakened || requirement.waived;
    return json;
}

Json note_json(const Note& note) {
    Json json;
    json["code"] = note.code;
    json["severity"] = word(note.severity);
    json["place"] = note.place;
    json["pointer"] = text_or_null(note.pointer);
    json["line"] = note.line == 0 ? Json(nullptr) : Json(note.line);
    json["column"] = note.column == 0 ? Json(nullptr) : Json(note.column);
    json["message"] = note.message;
    json["help"] = text_or_null(note.help);
    return json;
}

Json head() {
    Json json;
    json["brecha"] = std::string(version());
    json["format"] = json_format;
    return json;
}

/// File names need not be UTF-8; whatever is not becomes U+FFFD.
std::string dumped(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

/// A text that is put together piece by piece, as dumped() would lay out the whole: very many findings are never all
/// there as JSON values.
class Pieces {
public:
    /// An object, its lines moved in by `indent`.
    void object(const Json& json, std::size_t indent) {
        limits::look();
        const std::string piece = dumped(json);
        limits::take(piece.size());
        // JSON has no raw line ends inside strings, so each line is a line of the layout.
        for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
            end = piece.find('\n', begin);
            text_.append(indent, ' ').append(piece, begin, end - begin);
            if (end != std::string::npos) text_ += '\n';
        }
    }
    /// Takes back the brace that closes the object …
    void open(std::size_t indent) { text_.resize(text_.size() - 2 - indent); }
    /// … and closes it again.
    void close(std::size_t indent) { text_.append("\n").append(indent, ' ') += '}'; }

    /// One more member of an object that is open: a list, element by element.
    template <typename Elements, typename Add>
    void list(std::string_view key, const Elements& elements, std::size_t indent, const Add& add) {
        text_.append(",\n").append(indent, ' ').append("\"").append(key).append("\": [");
        const char* before = "\n";
        for (const auto& element : elements) {
            text_ += std::exchange(before, ",\n");
            add(element);
        }
        if (!std::empty(elements)) text_.append("\n").append(indent, ' ');
        text_ += ']';
    }
    std::string done() { return std::move(text_) + "\n"; }

private:
    std::string text_;
};

}  // namespace

std::string json_of(const View& view) {
    Json json = head();
    json["ruleset"]["name"] = view.ruleset_name;
    json["ruleset"]["version"] = view.ruleset_version;
    json["ruleset"]["sha256"] = view.ruleset_sha256;
    json["plan"]["name"] = view.plan_name;
    json["plan"]["sha256"] = view.plan_sha256;
    json["as_of"] = to_text(view.as_of);
    json["facts_since"] = date_or_null(view.facts_since);
    json["language"] = view.language.tag();
    json["parameters"] = Json::object();
    for (const auto& [name, value] : view.parameters) json["parameters"][name] = value;
    if (!view.layers_in_force.empty() || !view.parameters_in_force.empty()) json["in_force"] = in_force_json(view);
    json["summary"] = summary_json(view);
    Pieces pieces;
    pieces.object(json, 0);
    pieces.open(0);
    pieces.list("requirements", view.requirements, 2, [&](const RequirementView& requirement) {
        pieces.object(requirement_json(requirement), 4);
        pieces.open(4);
        pieces.list("findings", requirement.findings, 6,
                    [&](const FindingView& finding) { pieces.object(finding_json(finding), 8); });
        pieces.close(4);
    });
    pieces.list("notes", view.notes, 2, [&](const Note& note) { pieces.object(note_json(note), 4); });
    pieces.close(0);
    return pieces.done();
}

std::string json_of_refused(std::string_view name, std::string_view sha256, const std::vector<Diagnostic>& why,
                            Language language) {
    Json json;
    json["plan"]["name"] = std::string(name);
    json["plan"]["sha256"] = std::string(sha256);
    json["notes"] = Json::array();
    for (const Diagnostic& diagnostic : why) {
        Note note;
        note.code = diagnostic.code;
        note.severity = diagnostic.severity;
        note.line = diagnostic.line;
        note.column = diagnostic.column;
        note.message = diagnostic.message(language);
        note.help = diagnostic.help(language);
        json["notes"].push_back(note_json(note));
    }
    return dumped(json) + "\n";
}

std::string json_of(const std::vector<Diagnostic>& diagnostics, std::optional<Language> language) {
    const auto known = [](std::uint32_t number) { return number == 0 ? Json(nullptr) : Json(number); };
    Json json = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        Json& one = json.emplace_back();
        one["code"] = text_or_null(diagnostic.code);
        one["severity"] = word(diagnostic.severity);
        one["file"] = text_or_null(diagnostic.file);
        one["line"] = known(diagnostic.line);
        one["column"] = known(diagnostic.column);
        one["end_line"] = known(diagnostic.end_line);
        one["end_column"] = known(diagnostic.end_column);
        one["message"] = diagnostic.message(language);
        one["help"] = text_or_null(diagnostic.help(language));
    }
    return dumped(json) + "\n";
}

std::string json_array(const std::vector<std::string>& reports) {
    if (reports.empty()) return "[]\n";
    std::string text = "[\n";
    for (std::size_t index = 0; index < reports.size(); ++index) {
        std::string_view report = reports[index];
        while (!report.empty() && report.back() == '\n') report.remove_suffix(1);
        // JSON has no raw line ends inside strings, so each line is a line of the layout.
        while (!report.empty()) {
            const std::size_t end = report.find('\n');
            text += "  ";
            text += report.substr(0, end);
            report.remove_prefix(end == std::string_view::npos ? report.size() : end + 1);
            if (!report.empty()) text += '\n';
        }
        text += index + 1 < reports.size() ? ",\n" : "\n";
    }
    return text + "]\n";
}

}  // namespace brecha::report
