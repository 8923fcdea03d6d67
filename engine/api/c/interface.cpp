// brecha.h, carried out over brecha.hpp. A folder of its own, so that a host that does not call it does not link it.
// Every function that does work goes through answer(), which lets no exception out.
#include <brecha/brecha.h>
#include <brecha/brecha.hpp>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

using brecha::Outcome;
using brecha::Verdict;

struct brecha_text {
    std::string text;
};
struct brecha_diagnostics {
    std::vector<brecha::Diagnostic> all;
};
struct brecha_table {
    std::size_t rows;
    struct Column {
        std::string name;
        std::vector<std::string> cells;
    };
    std::vector<Column> columns;
};
struct brecha_ruleset {
    brecha::Ruleset ruleset;
    std::vector<std::string> requirements;
    std::vector<brecha::Diagnostic> warnings;
};
struct brecha_plan {
    brecha::Plan plan;
};
struct brecha_plans {
    std::vector<Outcome<brecha::Plan>> outcomes;
};
struct brecha_assessment {
    brecha::Assessment assessment;
};
struct brecha_verdicts {
    brecha::Verdicts all;
};
struct brecha_plan_table {
    brecha::Ruleset ruleset;
    brecha::PlanTable plans;
    std::string read;
};

namespace {

static_assert(brecha_verdict(Verdict::met) == BRECHA_MET && brecha_verdict(Verdict::partly_met) == BRECHA_PARTLY_MET &&
              brecha_verdict(Verdict::not_met) == BRECHA_NOT_MET &&
              brecha_verdict(Verdict::unknown) == BRECHA_UNKNOWN &&
              brecha_verdict(Verdict::not_applicable) == BRECHA_NOT_APPLICABLE);
static_assert(brecha::words_of<Verdict>.size() == 5, "brecha.h has a code for each verdict");
static_assert(sizeof(Verdict) == sizeof(brecha_verdict));

/// Leaves the function with this status.
struct Answer {
    brecha_status status;
};

template <typename Work>
brecha_status answer(Work&& work) noexcept {
    try {
        return work();
    } catch (const Answer& answer) { return answer.status; } catch (const std::bad_alloc&) {
        return BRECHA_OUT_OF_MEMORY;
    } catch (const std::length_error&) {  // more than any memory holds
        return BRECHA_OUT_OF_MEMORY;
    } catch (const std::system_error& error) {  // no thread
        return error.code() == std::errc::resource_unavailable_try_again || error.code() == std::errc::not_enough_memory
                   ? BRECHA_OUT_OF_MEMORY
                   : BRECHA_BUG;
    } catch (...) { return BRECHA_BUG; }
}

// --- what comes in ---------------------------------------------------------------------------------------

template <typename Type>
Type& given(Type* pointer) {
    if (pointer == nullptr) throw Answer{BRECHA_WRONG_ARGUMENT};
    return *pointer;
}

template <typename Type>
Type& at(Type* array, std::size_t index) {
    return (&given(array))[index];
}

/// Where results go: there has to be such a place, and nothing is in it until there is one.
template <typename Type>
void prepare(Type** out) {
    given(out) = nullptr;
}
template <typename Type>
void prepare(Type** out, brecha_diagnostics** diagnostics) {
    if (diagnostics != nullptr) *diagnostics = nullptr;
    prepare(out);
}

const char* name_of(const char* text) { return &given(text); }
const char* or_empty(const char* text) { return text == nullptr ? "" : text; }

std::string_view text_of(const char* text, std::size_t size) {
    if (size != 0) given(text);
    return {text, size};
}

brecha::Language known_language(const char* tag) {
    const auto language = brecha::language_named(tag);
    if (!language) throw Answer{BRECHA_WRONG_ARGUMENT};
    return *language;
}
brecha::Language language_of(const char* tag) { return known_language(tag == nullptr ? "en" : tag); }
std::optional<brecha::Language> language_or_authors(const char* tag) {
    return tag == nullptr ? std::nullopt : std::optional(known_language(tag));
}

std::optional<brecha::Date> date_of(const brecha_date& date) {
    if (date.year == 0 && date.month == 0 && date.day == 0) return std::nullopt;
    return brecha::Date{date.year, date.month, date.day};
}

/// Of a struct that begins with its size. `first`: the size that it had at first, which stays when it grows.
template <typename Struct>
std::size_t size_of(const Struct& from_caller, std::size_t first) {
    constexpr std::size_t greatest = 4096;  // more is a size that nobody has set
    if (from_caller.size < first || from_caller.size > greatest) throw Answer{BRECHA_WRONG_ARGUMENT};
    return from_caller.size;
}

/// Options as this library knows them: what the caller's do not have is zero, what they have more has to be.
template <typename Struct>
Struct as_known(const Struct* from_caller, std::size_t first) {
    Struct known{};
    if (from_caller == nullptr) return known;
    const std::size_t size = size_of(*from_caller, first);
    const auto* bytes = reinterpret_cast<const unsigned char*>(from_caller);
    for (std::size_t i = sizeof(Struct); i < size; ++i)
        if (bytes[i] != 0) throw Answer{BRECHA_WRONG_ARGUMENT};
    std::memcpy(&known, from_caller, std::min(size, sizeof(Struct)));
    return known;
}

/// A limit that is zero stays the default.
void set_limit(std::uint64_t from_caller, std::size_t& to) {
    constexpr std::uint64_t greatest = std::numeric_limits<std::size_t>::max();
    if (from_caller != 0) to = static_cast<std::size_t>(std::min(from_caller, greatest));
}
/// One that can be no greater than `most`.
void set_limit(std::uint64_t from_caller, std::size_t& to, std::size_t most) {
    if (from_caller > most) throw Answer{BRECHA_WRONG_ARGUMENT};
    set_limit(from_caller, to);
}

/// What all calls are held to: a time, a question to the host, memory.
void set_limits(brecha::Limits& limits, double seconds, int32_t (*stop)(void*), void* context, std::uint64_t memory) {
    if (!(seconds >= 0)) throw Answer{BRECHA_WRONG_ARGUMENT};
    limits.seconds = seconds;
    set_limit(memory, limits.memory);
    if (stop != nullptr) limits.stop.emplace([stop, context] { return stop(context) != 0; });
}

/// Of options that begin with `size` and end with `limits`, which they did not have at first.
template <typename Options>
Options reading_options(const Options* from_caller) {
    return as_known(from_caller, offsetof(Options, limits));
}

brecha::Limits limits_of(const brecha_limits* from_caller) {
    const auto known = as_known(from_caller, sizeof(brecha_limits));
    brecha::Limits limits;
    set_limits(limits, known.seconds, known.stop, known.stop_context, known.greatest_memory);
    set_limit(known.greatest_plan_size, limits.plan_size, brecha::Limits::greatest_plan_size);
    set_limit(known.greatest_plan_nesting, limits.plan_nesting, brecha::Limits::greatest_plan_nesting);
    set_limit(known.greatest_rules_size, limits.rules_size, brecha::Limits::greatest_rules_size);
    set_limit(known.greatest_rules_nesting, limits.rules_nesting, brecha::Limits::greatest_rules_nesting);
    return limits;
}
template <typename Options>
brecha::Limits limits_in(const Options* from_caller) {
    return limits_of(reading_options(from_caller).limits);
}

brecha::LoadOptions options_of(const brecha_load_options* from_caller) {
    const auto known = reading_options(from_caller);
    brecha::LoadOptions options;
    for (std::size_t i = 0; i < known.search_count; ++i) options.search.emplace_back(name_of(at(known.search, i)));
    options.ruleset = or_empty(known.ruleset);
    options.shipped = or_empty(known.shipped);
    return options;
}

brecha::PlanOptions options_of(const brecha_plan_options* from_caller) {
    const auto known = reading_options(from_caller);
    brecha::PlanOptions options;
    if (known.name != nullptr) options.name = known.name;
    options.read = or_empty(known.read);
    return options;
}

brecha::TableOptions options_of(const brecha_table_options* from_caller) {
    const auto known = reading_options(from_caller);
    brecha::TableOptions options;
    if (known.name_column != nullptr) options.name_column = known.name_column;
    options.read = or_empty(known.read);
    return options;
}

brecha::AssessOptions options_of(const brecha_assess_options* from_caller) {
    const auto known = as_known(from_caller, sizeof(brecha_assess_options));
    brecha::AssessOptions options;
    options.as_of = date_of(known.as_of);
    options.facts_since = date_of(known.facts_since);
    for (std::size_t i = 0; i < known.parameter_count; ++i) {
        const brecha_parameter& parameter = at(known.parameters, i);
        options.parameters.emplace_back(name_of(parameter.name), name_of(parameter.value));
    }
    set_limit(known.greatest_row_count, options.limits.rows);
    set_limit(known.greatest_finding_count, options.limits.findings);
    set_limits(options.limits, known.seconds, known.stop, known.stop_context, known.greatest_memory);
    return options;
}

// --- what goes out ---------------------------------------------------------------------------------------

template <typename Handle, typename... Part>
std::unique_ptr<Handle> make(Part&&... parts) {
    return std::unique_ptr<Handle>(new Handle{std::forward<Part>(parts)...});
}

std::unique_ptr<brecha_ruleset> handle_of(const brecha::Ruleset& ruleset,
                                          const std::vector<brecha::Diagnostic>& warnings) {
    std::vector<std::string> ids;
    for (brecha::RequirementInfo& requirement : ruleset.requirements()) ids.push_back(std::move(requirement.id));
    return make<brecha_ruleset>(ruleset, std::move(ids), warnings);
}
std::unique_ptr<brecha_plan> handle_of(const brecha::Plan& plan) { return make<brecha_plan>(plan); }
std::unique_ptr<brecha_assessment> handle_of(const brecha::Assessment& assessment) {
    return make<brecha_assessment>(assessment);
}

std::string shown(double number) {
    char digits[32];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    return {digits, end};
}

std::string shown_day(std::int32_t days) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
    return brecha::to_text(brecha::Date{int(date.year()), static_cast<int>(unsigned(date.month())),
                                        static_cast<int>(unsigned(date.day()))});
}

std::string shown(brecha::Table::Column& column, std::size_t row) {
    using Type = brecha::Table::Type;
    if (column.codes) {
        const std::uint8_t code = column.codes->by_row[row];
        return code == brecha::Table::Codes::none ? std::string() : column.categories[code];
    }
    if (!column.valid[row]) return {};
    switch (column.type) {
        case Type::text:
        case Type::category: return column.text_of_row ? column.text_of_row(row) : std::move(column.text[row]);
        case Type::boolean: return column.boolean[row] != 0 ? "true" : "false";
        case Type::int32: return std::to_string(column.int32[row]);
        case Type::float64: return shown(column.float64[row]);
        case Type::date: return shown_day(column.int32[row]);
        case Type::texts: break;
    }
    std::string lines;
    for (const std::string& element : column.texts[row]) lines += (lines.empty() ? "" : "\n") + element;
    return lines;
}

std::unique_ptr<brecha_table> handle_of(brecha::Table table) {
    auto handle = make<brecha_table>(table.rows, std::vector<brecha_table::Column>());
    for (brecha::Table::Column& column : table.columns) {
        brecha_table::Column& made = handle->columns.emplace_back();
        made.name = std::move(column.name);
        made.cells.reserve(table.rows);
        for (std::size_t row = 0; row < table.rows; ++row) made.cells.push_back(shown(column, row));
    }
    return handle;
}

/// Those that could be read, in order.
std::vector<brecha::Plan> plans_in(const brecha_plans& plans) {
    std::vector<brecha::Plan> found;
    found.reserve(plans.outcomes.size());
    for (const auto& outcome : plans.outcomes)
        if (outcome) found.push_back(*outcome);
    return found;
}

/// A byte for each plan that was asked for, those that could not be read among them.
brecha::Verdicts with_those_not_read(brecha::Verdicts verdicts, const brecha_plans& plans) {
    const std::size_t count = plans.outcomes.size();
    if (verdicts.plans == count) return verdicts;
    brecha::Verdicts all;
    all.plans = count;
    all.values.assign(count * verdicts.requirements.size(), Verdict{BRECHA_PLAN_NOT_READ});
    for (std::size_t requirement = 0; requirement < verdicts.requirements.size(); ++requirement) {
        std::size_t read = 0;
        for (std::size_t plan = 0; plan < count; ++plan)
            if (plans.outcomes[plan]) all.values[requirement * count + plan] = verdicts.at(read++, requirement);
    }
    all.requirements = std::move(verdicts.requirements);
    return all;
}

brecha_status refuse(const std::vector<brecha::Diagnostic>& why, brecha_diagnostics** diagnostics) {
    if (diagnostics != nullptr) *diagnostics = make<brecha_diagnostics>(why).release();
    return BRECHA_REFUSED;
}

/// The value of an outcome as a handle, or why there is none. `further`: what its handle keeps too.
template <typename Handle, typename Value, typename... Further>
brecha_status hand_out(const Outcome<Value>& outcome, Handle** handle, brecha_diagnostics** diagnostics,
                       const Further&... further) {
    if (!outcome) return refuse(outcome.diagnostics(), diagnostics);
    *handle = handle_of(*outcome, further...).release();
    return BRECHA_OK;
}

brecha_status hand_out(std::string text, brecha_text** out) {
    *out = make<brecha_text>(std::move(text)).release();
    return BRECHA_OK;
}

const char* element(const std::vector<std::string>& texts, std::size_t index) {
    return index < texts.size() ? texts[index].c_str() : "";
}

}  // namespace

// --- versions and codes ----------------------------------------------------------------------------------

std::int32_t brecha_abi() { return BRECHA_ABI; }
const char* brecha_version() { return brecha::version().data(); }  // of a literal

const char* brecha_status_text(brecha_status status) {
    switch (status) {
        case BRECHA_OK: return "ok";
        case BRECHA_REFUSED: return "refused: the diagnostics say why";
        case BRECHA_NOT_THERE: return "there is none of that name";
        case BRECHA_WRONG_ARGUMENT: return "an argument that cannot be used";
        case BRECHA_OUT_OF_MEMORY: return "out of memory";
        case BRECHA_BUG: return "a bug of Brecha";
        default: return "a status that this version does not know";
    }
}

const char* brecha_verdict_text(brecha_verdict verdict) {
    constexpr auto& words = brecha::words_of<Verdict>;  // literals
    return verdict < words.size() ? words[verdict].data() : "";
}

// --- handles ---------------------------------------------------------------------------------------------

void brecha_text_destroy(brecha_text* text) { delete text; }
void brecha_diagnostics_destroy(brecha_diagnostics* diagnostics) { delete diagnostics; }
void brecha_table_destroy(brecha_table* table) { delete table; }
void brecha_ruleset_destroy(brecha_ruleset* ruleset) { delete ruleset; }
void brecha_plan_destroy(brecha_plan* plan) { delete plan; }
void brecha_plans_destroy(brecha_plans* plans) { delete plans; }
void brecha_assessment_destroy(brecha_assessment* assessment) { delete assessment; }
void brecha_verdicts_destroy(brecha_verdicts* verdicts) { delete verdicts; }
void brecha_plan_table_destroy(brecha_plan_table* plans) { delete plans; }

const char* brecha_text_data(const brecha_text* text) { return text == nullptr ? "" : text->text.c_str(); }
std::size_t brecha_text_size(const brecha_text* text) { return text == nullptr ? 0 : text->text.size(); }

brecha_status brecha_language(const char* typed, const char** tag, brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(tag, diagnostics);
        const auto language = brecha::language_named(name_of(typed));
        if (!language) return refuse(language.diagnostics(), diagnostics);
        *tag = language->tag().data();  // of a literal
        return brecha_status{BRECHA_OK};
    });
}

// --- diagnostics -----------------------------------------------------------------------------------------

std::size_t brecha_diagnostics_count(const brecha_diagnostics* diagnostics) {
    return diagnostics == nullptr ? 0 : diagnostics->all.size();
}
const char* brecha_diagnostics_code(const brecha_diagnostics* diagnostics, std::size_t index) {
    return index < brecha_diagnostics_count(diagnostics) ? diagnostics->all[index].code.c_str() : "";
}

brecha_status brecha_diagnostics_to_text(const brecha_diagnostics* diagnostics, const char* language,
                                         brecha_text** text) {
    return answer([&] {
        prepare(text);
        const auto reader = language_or_authors(language);
        return hand_out(diagnostics == nullptr ? std::string() : brecha::render(diagnostics->all, reader), text);
    });
}
brecha_status brecha_diagnostics_to_json(const brecha_diagnostics* diagnostics, const char* language,
                                         brecha_text** json) {
    return answer([&] {
        prepare(json);
        const auto reader = language_or_authors(language);
        return hand_out(brecha::diagnostics_to_json(
                            diagnostics == nullptr ? std::vector<brecha::Diagnostic>() : diagnostics->all, reader),
                        json);
    });
}

// --- tables ----------------------------------------------------------------------------------------------

std::size_t brecha_table_row_count(const brecha_table* table) { return table == nullptr ? 0 : table->rows; }
std::size_t brecha_table_column_count(const brecha_table* table) {
    return table == nullptr ? 0 : table->columns.size();
}
const char* brecha_table_column_name(const brecha_table* table, std::size_t column) {
    return column < brecha_table_column_count(table) ? table->columns[column].name.c_str() : "";
}

std::size_t brecha_table_column(const brecha_table* table, const char* name) {
    for (std::size_t column = 0; name != nullptr && column < brecha_table_column_count(table); ++column)
        if (table->columns[column].name == name) return column;
    return BRECHA_NO_COLUMN;
}

const char* brecha_table_cell(const brecha_table* table, std::size_t row, std::size_t column, std::size_t* size) {
    const bool there = column < brecha_table_column_count(table) && row < table->rows;
    if (size != nullptr) *size = there ? table->columns[column].cells[row].size() : 0;
    return there ? table->columns[column].cells[row].c_str() : "";
}

// --- rulesets --------------------------------------------------------------------------------------------

brecha_status brecha_load(const char* name_or_path, const brecha_load_options* options, brecha_ruleset** ruleset,
                          brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(ruleset, diagnostics);
        const auto loaded = brecha::within(limits_in(options),
                                           [&] { return brecha::load(name_of(name_or_path), options_of(options)); });
        return hand_out(loaded, ruleset, diagnostics, loaded.diagnostics());
    });
}

brecha_status brecha_compile(const brecha_named_text* texts, std::size_t count, const brecha_load_options* options,
                             brecha_ruleset** ruleset, brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(ruleset, diagnostics);
        std::vector<brecha::SourceText> sources;
        for (std::size_t i = 0; i < count; ++i) {
            const brecha_named_text& text = at(texts, i);
            sources.push_back({name_of(text.name), std::string(text_of(text.text, text.size))});
        }
        const auto compiled =
            brecha::within(limits_in(options), [&] { return brecha::compile(sources, options_of(options)); });
        return hand_out(compiled, ruleset, diagnostics, compiled.diagnostics());
    });
}

brecha_status brecha_ruleset_warnings(const brecha_ruleset* ruleset, brecha_diagnostics** warnings) {
    return answer([&] {
        prepare(warnings);
        *warnings = make<brecha_diagnostics>(given(ruleset).warnings).release();
        return BRECHA_OK;
    });
}
const char* brecha_ruleset_name(const brecha_ruleset* ruleset) {
    return ruleset == nullptr ? "" : ruleset->ruleset.name().c_str();
}
const char* brecha_ruleset_version(const brecha_ruleset* ruleset) {
    return ruleset == nullptr ? "" : ruleset->ruleset.version().c_str();
}
const char* brecha_ruleset_sha256(const brecha_ruleset* ruleset) {
    return ruleset == nullptr ? "" : ruleset->ruleset.sha256().c_str();
}
brecha_status brecha_ruleset_title(const brecha_ruleset* ruleset, const char* language, brecha_text** title) {
    return answer([&] {
        prepare(title);
        return hand_out(given(ruleset).ruleset.title(language_of(language)), title);
    });
}

std::size_t brecha_ruleset_requirement_count(const brecha_ruleset* ruleset) {
    return ruleset == nullptr ? 0 : ruleset->requirements.size();
}
const char* brecha_ruleset_requirement_id(const brecha_ruleset* ruleset, std::size_t index) {
    return ruleset == nullptr ? "" : element(ruleset->requirements, index);
}

brecha_status brecha_ruleset_blank_plan(const brecha_ruleset* ruleset, const char* language, brecha_text** json) {
    return answer([&] {
        prepare(json);
        return hand_out(given(ruleset).ruleset.blank_plan(language_of(language)), json);
    });
}

// --- plans -----------------------------------------------------------------------------------------------

brecha_status brecha_ruleset_read_plan(const brecha_ruleset* ruleset, const char* json, std::size_t json_size,
                                       const brecha_plan_options* options, brecha_plan** plan,
                                       brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(plan, diagnostics);
        const brecha::Ruleset& rules = given(ruleset).ruleset;
        const auto read = brecha::within(
            limits_in(options), [&] { return rules.read_plan(text_of(json, json_size), options_of(options)); });
        return hand_out(read, plan, diagnostics);
    });
}

const char* brecha_plan_name(const brecha_plan* plan) { return plan == nullptr ? "" : plan->plan.name().c_str(); }
const char* brecha_plan_sha256(const brecha_plan* plan) { return plan == nullptr ? "" : plan->plan.sha256().c_str(); }
brecha_status brecha_plan_notes(const brecha_plan* plan, const char* language, brecha_table** notes) {
    return answer([&] {
        prepare(notes);
        *notes = handle_of(brecha::table_of(given(plan).plan.notes(language_of(language)))).release();
        return BRECHA_OK;
    });
}

brecha_status brecha_ruleset_read_plans(const brecha_ruleset* ruleset, const brecha_named_text* texts,
                                        std::size_t count, const brecha_plan_options* options, brecha_plans** plans) {
    return answer([&] {
        prepare(plans);
        std::vector<std::pair<std::string, std::string>> sources;
        for (std::size_t i = 0; i < count; ++i) {
            const brecha_named_text& text = at(texts, i);
            sources.emplace_back(name_of(text.name), text_of(text.text, text.size));
        }
        const brecha::Ruleset& rules = given(ruleset).ruleset;
        auto read = brecha::within(limits_in(options), [&] { return rules.read_plans(sources, options_of(options)); });
        // Where a limit is reached, none of them was read.
        auto outcomes = read ? *std::move(read) : std::vector<Outcome<brecha::Plan>>(count, read.diagnostics());
        *plans = make<brecha_plans>(std::move(outcomes)).release();
        return BRECHA_OK;
    });
}

std::size_t brecha_plans_count(const brecha_plans* plans) { return plans == nullptr ? 0 : plans->outcomes.size(); }
brecha_status brecha_plans_plan(const brecha_plans* plans, std::size_t index, brecha_plan** plan,
                                brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(plan, diagnostics);
        if (index >= given(plans).outcomes.size()) return brecha_status{BRECHA_WRONG_ARGUMENT};
        return hand_out(plans->outcomes[index], plan, diagnostics);
    });
}

// --- assessments -----------------------------------------------------------------------------------------

brecha_status brecha_ruleset_assess(const brecha_ruleset* ruleset, const brecha_plan* plan,
                                    const brecha_assess_options* options, brecha_assessment** assessment,
                                    brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(assessment, diagnostics);
        return hand_out(given(ruleset).ruleset.assess(given(plan).plan, options_of(options)), assessment, diagnostics);
    });
}

brecha_status brecha_ruleset_assess_plans(const brecha_ruleset* ruleset, const brecha_plans* plans,
                                          const brecha_assess_options* options, brecha_assessment** assessments,
                                          brecha_diagnostics** diagnostics) {
    return answer([&] {
        if (diagnostics != nullptr) *diagnostics = nullptr;
        const std::size_t count = given(plans).outcomes.size();
        if (count != 0) std::fill_n(&given(assessments), count, nullptr);
        const auto outcomes = given(ruleset).ruleset.assess(plans_in(*plans), options_of(options));
        std::vector<std::unique_ptr<brecha_assessment>> handles;
        for (const auto& outcome : outcomes) {
            if (!outcome) return refuse(outcome.diagnostics(), diagnostics);  // one run: so are all others
            handles.push_back(handle_of(*outcome));
        }
        auto next = handles.begin();
        for (std::size_t index = 0; index < count; ++index)
            if (plans->outcomes[index]) assessments[index] = (next++)->release();
        return brecha_status{BRECHA_OK};
    });
}

brecha_status brecha_assessment_summary(const brecha_assessment* assessment, brecha_summary* summary) {
    return answer([&] {
        const std::size_t size = size_of(given(summary), sizeof(brecha_summary));
        const brecha::Summary found = given(assessment).assessment.summary();
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        brecha_summary filled{};
        filled.size = size;
        filled.requirements = found.requirements;
        filled.met = found.met;
        filled.partly_met = found.partly_met;
        filled.not_met = found.not_met;
        filled.unknown = found.unknown;
        filled.not_applicable = found.not_applicable;
        filled.gaps = found.gaps;
        filled.judged = found.judged;
        filled.weakened = found.weakened;
        filled.findings = found.findings;
        filled.gap_findings = found.gap_findings;
        filled.unknown_findings = found.unknown_findings;
        filled.lowest = found.lowest.value_or(none);
        filled.highest = found.highest.value_or(none);
        std::memset(summary, 0, size);
        std::memcpy(summary, &filled, std::min(size, sizeof filled));
        return BRECHA_OK;
    });
}

brecha_status brecha_assessment_verdict(const brecha_assessment* assessment, const char* requirement,
                                        brecha_verdict* verdict) {
    return answer([&] {
        given(verdict);
        const auto found = given(assessment).assessment.verdict(name_of(requirement));
        if (!found) return BRECHA_NOT_THERE;
        *verdict = static_cast<brecha_verdict>(*found);
        return BRECHA_OK;
    });
}

brecha_status brecha_assessment_table(const brecha_assessment* assessment, const char* name, const char* language,
                                      brecha_table** table) {
    return answer([&] {
        prepare(table);
        auto found = given(assessment).assessment.table(name_of(name), language_of(language));
        if (!found) return BRECHA_NOT_THERE;
        *table = handle_of(std::move(*found)).release();
        return BRECHA_OK;
    });
}

brecha_status brecha_assessment_to_json(const brecha_assessment* assessment, const char* language, brecha_text** json) {
    return answer([&] {
        prepare(json);
        return hand_out(given(assessment).assessment.to_json(language_of(language)), json);
    });
}

// --- verdicts --------------------------------------------------------------------------------------------

brecha_status brecha_ruleset_verdicts(const brecha_ruleset* ruleset, const brecha_plans* plans,
                                      const brecha_assess_options* options, brecha_verdicts** verdicts,
                                      brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(verdicts, diagnostics);
        auto outcome = given(ruleset).ruleset.verdicts(plans_in(given(plans)), options_of(options));
        if (!outcome) return refuse(outcome.diagnostics(), diagnostics);
        *verdicts = make<brecha_verdicts>(with_those_not_read(*std::move(outcome), *plans)).release();
        return brecha_status{BRECHA_OK};
    });
}

std::size_t brecha_verdicts_plan_count(const brecha_verdicts* verdicts) {
    return verdicts == nullptr ? 0 : verdicts->all.plans;
}
std::size_t brecha_verdicts_requirement_count(const brecha_verdicts* verdicts) {
    return verdicts == nullptr ? 0 : verdicts->all.requirements.size();
}
const brecha_verdict* brecha_verdicts_data(const brecha_verdicts* verdicts) {
    return verdicts == nullptr ? nullptr : reinterpret_cast<const brecha_verdict*>(verdicts->all.values.data());
}

// --- tables of Arrow -------------------------------------------------------------------------------------

brecha_status brecha_ruleset_read_table(const brecha_ruleset* ruleset, ArrowArrayStream* stream,
                                        const brecha_table_options* options, brecha_plan_table** plans,
                                        brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(plans, diagnostics);
        const brecha::Ruleset& rules = given(ruleset).ruleset;
        const brecha::TableOptions known = options_of(options);
        const auto outcome = brecha::within(limits_in(options), [&] { return rules.read_table(given(stream), known); });
        if (!outcome) return refuse(outcome.diagnostics(), diagnostics);
        *plans = make<brecha_plan_table>(rules, *outcome, known.read).release();
        return brecha_status{BRECHA_OK};
    });
}

std::size_t brecha_plan_table_count(const brecha_plan_table* plans) {
    return plans == nullptr ? 0 : plans->plans.size();
}

brecha_status brecha_plan_table_notes(const brecha_plan_table* plans, const char* language, brecha_table** notes) {
    return answer([&] {
        prepare(notes);
        *notes = handle_of(brecha::table_of(given(plans).plans.notes(language_of(language)))).release();
        return BRECHA_OK;
    });
}

brecha_status brecha_plan_table_plan(const brecha_plan_table* plans, std::size_t row, brecha_plan** plan,
                                     brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(plan, diagnostics);
        if (row >= given(plans).plans.size()) return brecha_status{BRECHA_WRONG_ARGUMENT};
        const brecha::PlanOptions options{plans->plans.name(row), plans->read};
        return hand_out(plans->ruleset.read_plan(plans->plans.tree(row), options), plan, diagnostics);
    });
}

brecha_status brecha_plan_table_verdicts(const brecha_plan_table* plans, const brecha_assess_options* options,
                                         brecha_verdicts** verdicts, brecha_diagnostics** diagnostics) {
    return answer([&] {
        prepare(verdicts, diagnostics);
        auto outcome = given(plans).ruleset.verdicts(plans->plans, options_of(options));
        if (!outcome) return refuse(outcome.diagnostics(), diagnostics);
        brecha::TableVerdicts found = *std::move(outcome);
        for (std::size_t requirement = 0; requirement < found.requirements.size(); ++requirement)
            for (const auto& [row, why] : found.refused)
                found.values[requirement * found.plans + row] = Verdict{BRECHA_PLAN_NOT_READ};
        *verdicts = make<brecha_verdicts>(static_cast<brecha::Verdicts&&>(found)).release();
        return brecha_status{BRECHA_OK};
    });
}
