/* Brecha for C, and for every language that calls C: finds the gaps in a plan.
 *
 *   brecha_load_options where = BRECHA_LOAD_OPTIONS;
 *   brecha_assess_options how = BRECHA_ASSESS_OPTIONS;
 *   how.as_of = (brecha_date){2026, 1, 15};
 *   if (brecha_load("tourism_security", &where, &rules, &why) != BRECHA_OK) …              // why says why
 *   if (brecha_ruleset_read_plan(rules, json, json_size, NULL, &plan, &why) != BRECHA_OK) …
 *   if (brecha_ruleset_assess(rules, plan, &how, &assessment, &why) != BRECHA_OK) …
 *   brecha_assessment_table(assessment, "gaps", "es", &gaps);
 *
 * Handles. What a function hands out through its last `…**` is yours: give it to the destroy function of its type,
 * once, in any order; an assessment keeps the ruleset and the plan that it needs. A handle that has been destroyed must
 * not be used nor destroyed again, as with free(). NULL is a handle on nothing: destroying it does nothing, it has no
 * rows and no diagnostics, and what cannot do without it answers BRECHA_WRONG_ARGUMENT.
 *
 * Answers. A brecha_status says whether it went well. Where it did not, what would have been handed out is NULL.
 * `diagnostics` is where the answer BRECHA_REFUSED puts what is wrong with a ruleset, a plan or an option; every other
 * answer puts NULL there. A host that does not want them passes NULL in its place. No exception leaves a function, and
 * memory that has run out is a status; only where JSON is being written (…_to_json, …_blank_plan) it may end the
 * process, as what JSON is made of is freed with memory of its own.
 *
 * Texts. All are UTF-8. Names, paths, ids and languages end with a zero byte; rules and plans come with their number of
 * bytes, which may hold anything. What comes back as `const char*` belongs to the handle it was asked of and lives as
 * long; it ends with a zero byte too and is never NULL: "" where there is nothing. A brecha_text is a handle.
 *
 * Languages are tags, "en", "es", "pt", "fr", also "ES" and "es-CR"; NULL is English, and for diagnostics the language
 * of whoever wrote the rules. Another tag is a BRECHA_WRONG_ARGUMENT; brecha_language reads what a user has typed.
 *
 * Threads. A handle never changes once it is there: many threads may use one at the same time, also to make others of
 * it. Destroy it when no other thread uses it any more. A thread keeps up to 16 MB of what its assessments gave back
 * for its next ones, until it ends; nothing else is kept from one call to the next.
 *
 * What stays, from one version to the next. A function keeps its name, its arguments and what it does; none is taken
 * away. Codes keep their numbers; there may be new ones behind them, so a switch has a default. A struct that begins
 * with `size` may grow at its end: the caller's `size` says which of its members there are, and members left zero mean
 * what they meant before; what is not zero and the library does not know is a BRECHA_WRONG_ARGUMENT. The other structs
 * (brecha_date, brecha_named_text, brecha_parameter) never change. Messages, members of JSON and columns of tables are
 * data: they may be reworded and added to, and are looked up by name. BRECHA_ABI counts what has been added. The soname
 * of the shared library speaks of the C++ interface too and changes with the minor version: a program linked with it is
 * then linked again; one that opens it at run time goes on.
 */
#ifndef BRECHA_H
#define BRECHA_H

#include <brecha/package.h>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* --- versions and codes ------------------------------------------------------------------------------------------- */

/* One more each time that something is added to this header. */
#define BRECHA_ABI 2
/* BRECHA_ABI of the library that is running; a host needs one that is not less than its own. */
BRECHA_EXPORT int32_t brecha_abi(void);
/* Version of the library that is running, "0.1.0". */
BRECHA_EXPORT const char* brecha_version(void);

typedef int32_t brecha_status;
enum {
    BRECHA_OK = 0,
    BRECHA_REFUSED = 1,        /* a ruleset, a plan or an option cannot be used: the diagnostics say why */
    BRECHA_NOT_THERE = 2,      /* no such requirement or table */
    BRECHA_WRONG_ARGUMENT = 3, /* a mistake of the program: NULL, an unknown language, a number past the end, `size` */
    BRECHA_OUT_OF_MEMORY = 4,  /* or no thread could be had, which rules are read on; trying later may do */
    BRECHA_BUG = 5             /* of Brecha */
};
/* In English, for a log: "out of memory". */
BRECHA_EXPORT const char* brecha_status_text(brecha_status status);

/* A byte. */
typedef uint8_t brecha_verdict;
enum {
    BRECHA_MET = 0,
    BRECHA_PARTLY_MET = 1,
    BRECHA_NOT_MET = 2,
    BRECHA_UNKNOWN = 3,
    BRECHA_NOT_APPLICABLE = 4,
    BRECHA_PLAN_NOT_READ = 255 /* among the verdicts of many plans: of a plan that could not be read */
};
/* "partly_met", as reports have it; "" of what is no verdict. */
BRECHA_EXPORT const char* brecha_verdict_text(brecha_verdict verdict);

/* --- handles ------------------------------------------------------------------------------------------------------ */

typedef struct brecha_text brecha_text;
typedef struct brecha_diagnostics brecha_diagnostics;
typedef struct brecha_table brecha_table;
typedef struct brecha_ruleset brecha_ruleset;
typedef struct brecha_plan brecha_plan;
typedef struct brecha_plans brecha_plans; /* read together, so that they are assessed in one batch */
typedef struct brecha_assessment brecha_assessment;
typedef struct brecha_verdicts brecha_verdicts;
typedef struct brecha_plan_table brecha_plan_table; /* plans that are rows of a table of Arrow */

BRECHA_EXPORT void brecha_text_destroy(brecha_text* text);
BRECHA_EXPORT void brecha_diagnostics_destroy(brecha_diagnostics* diagnostics);
BRECHA_EXPORT void brecha_table_destroy(brecha_table* table);
BRECHA_EXPORT void brecha_ruleset_destroy(brecha_ruleset* ruleset);
BRECHA_EXPORT void brecha_plan_destroy(brecha_plan* plan);
BRECHA_EXPORT void brecha_plans_destroy(brecha_plans* plans);
BRECHA_EXPORT void brecha_assessment_destroy(brecha_assessment* assessment);
BRECHA_EXPORT void brecha_verdicts_destroy(brecha_verdicts* verdicts);
BRECHA_EXPORT void brecha_plan_table_destroy(brecha_plan_table* plans);

/* The zero byte behind it is not counted. */
BRECHA_EXPORT const char* brecha_text_data(const brecha_text* text);
BRECHA_EXPORT size_t brecha_text_size(const brecha_text* text);

/* Of what a user has typed as a language, the tag ("es" of "es-CR"), which lives as long as the process; B110, which
 * names the nearest, where nothing is said in it. */
BRECHA_EXPORT brecha_status brecha_language(const char* typed, const char** tag, brecha_diagnostics** diagnostics);

/* --- diagnostics: what is wrong with a ruleset, a plan or an option ----------------------------------------------- */

BRECHA_EXPORT size_t brecha_diagnostics_count(const brecha_diagnostics* diagnostics);
/* Such as B101; each has a page in the manual. "" past the end. */
BRECHA_EXPORT const char* brecha_diagnostics_code(const brecha_diagnostics* diagnostics, size_t index);
/* As a terminal shows them: place, message, the line with a caret, help. Ends with a newline unless there are none. */
BRECHA_EXPORT brecha_status brecha_diagnostics_to_text(const brecha_diagnostics* diagnostics, const char* language,
                                                       brecha_text** text);
/* An array, an object each: code, severity, file, line, column, end_line, end_column, message, help. */
BRECHA_EXPORT brecha_status brecha_diagnostics_to_json(const brecha_diagnostics* diagnostics, const char* language,
                                                       brecha_text** json);

/* --- tables: rows that are read cell by cell ---------------------------------------------------------------------- */

#define BRECHA_NO_COLUMN SIZE_MAX

BRECHA_EXPORT size_t brecha_table_row_count(const brecha_table* table);
BRECHA_EXPORT size_t brecha_table_column_count(const brecha_table* table);
/* "" past the end. */
BRECHA_EXPORT const char* brecha_table_column_name(const brecha_table* table, size_t column);
/* BRECHA_NO_COLUMN where there is none of that name. O(columns). */
BRECHA_EXPORT size_t brecha_table_column(const brecha_table* table, const char* name);
/* The cell as text, and its number of bytes in `size` (which may be NULL): true and false, dates as 2026-01-15, numbers
 * with a point, a list with an element on each line. "" where the cell is empty, past the end, or BRECHA_NO_COLUMN. */
BRECHA_EXPORT const char* brecha_table_cell(const brecha_table* table, size_t row, size_t column, size_t* size);

/* --- rulesets ----------------------------------------------------------------------------------------------------- */

/* A file of rules, or a plan as JSON, in memory. */
typedef struct brecha_named_text {
    const char* name; /* shown in diagnostics and reports; "rules.brecha" */
    const char* text;
    size_t size; /* in bytes */
} brecha_named_text;

/* What reading rules or plans may take, and how large they may be. A member that is zero is the default. Where one is
 * reached, the answer is BRECHA_REFUSED and the diagnostic names it. One that is above the most that the library takes
 * is a BRECHA_WRONG_ARGUMENT. */
typedef struct brecha_limits {
    size_t size;                     /* sizeof(brecha_limits) */
    double seconds;                  /* 0: as long as it takes */
    int32_t (*stop)(void* context);  /* asked on the thread of the call, at most 50 times a second; not 0 ends it */
    void* stop_context;              /* handed to `stop` */
    uint64_t greatest_memory;        /* in bytes. 0: 1 GiB */
    uint64_t greatest_plan_size;     /* bytes of a plan's text. 0: 256 MiB; below 4 GiB */
    uint64_t greatest_plan_nesting;  /* lists and objects of a plan in each other. 0: 64, which is the most */
    uint64_t greatest_rules_size;    /* bytes of a file of rules. 0: 16 MiB; 1 GiB at most */
    uint64_t greatest_rules_nesting; /* brackets and operators in each other. 0: 100, which is the most */
} brecha_limits;
#define BRECHA_LIMITS {sizeof(brecha_limits), 0, NULL, NULL, 0, 0, 0, 0, 0}

typedef struct brecha_load_options {
    size_t size;               /* sizeof(brecha_load_options) */
    const char* const* search; /* folders in which `uses` and `extends` are looked for, after the ruleset's own */
    size_t search_count;
    const char* ruleset;         /* which one, where a folder holds several; NULL: the only one */
    const char* shipped;         /* the folder of shipped rulesets; NULL or "": the library's own */
    const brecha_limits* limits; /* NULL: the defaults */
} brecha_load_options;
/* All defaults; knows from the package where the shipped rulesets were installed. */
#define BRECHA_LOAD_OPTIONS {sizeof(brecha_load_options), NULL, 0, NULL, BRECHA_INSTALLED_RULESETS, NULL}

/* A shipped ruleset by name, a file, or a folder whose *.brecha files belong together. */
BRECHA_EXPORT brecha_status brecha_load(const char* name_or_path, const brecha_load_options* options,
                                        brecha_ruleset** ruleset, brecha_diagnostics** diagnostics);
/* From memory. Vocabularies that are not among the texts are looked for as brecha_load does. */
BRECHA_EXPORT brecha_status brecha_compile(const brecha_named_text* texts, size_t count,
                                           const brecha_load_options* options, brecha_ruleset** ruleset,
                                           brecha_diagnostics** diagnostics);

/* What was found in it and does not keep it from being used. */
BRECHA_EXPORT brecha_status brecha_ruleset_warnings(const brecha_ruleset* ruleset, brecha_diagnostics** warnings);
BRECHA_EXPORT const char* brecha_ruleset_name(const brecha_ruleset* ruleset);
BRECHA_EXPORT const char* brecha_ruleset_version(const brecha_ruleset* ruleset);
BRECHA_EXPORT const char* brecha_ruleset_sha256(const brecha_ruleset* ruleset);
BRECHA_EXPORT brecha_status brecha_ruleset_title(const brecha_ruleset* ruleset, const char* language,
                                                 brecha_text** title);
BRECHA_EXPORT size_t brecha_ruleset_requirement_count(const brecha_ruleset* ruleset);
/* In the ruleset's order; "" past the end. */
BRECHA_EXPORT const char* brecha_ruleset_requirement_id(const brecha_ruleset* ruleset, size_t index);
/* A plan with every field that the rules read: JSON, nulls and empty places to fill. */
BRECHA_EXPORT brecha_status brecha_ruleset_blank_plan(const brecha_ruleset* ruleset, const char* language,
                                                      brecha_text** json);

/* --- plans -------------------------------------------------------------------------------------------------------- */

typedef struct brecha_plan_options {
    size_t size;      /* sizeof(brecha_plan_options) */
    const char* name; /* shown in diagnostics and reports; NULL: "plan". Plans read together have their own */
    const char* read; /* "part" or "whole", where the plan itself does not say how it was read; NULL: not said */
    const brecha_limits* limits; /* NULL: the defaults. Plans read together share them */
} brecha_plan_options;
#define BRECHA_PLAN_OPTIONS {sizeof(brecha_plan_options), NULL, NULL, NULL}

/* Refused only where nothing could be read; everything else that cannot be used is a row of its notes. */
BRECHA_EXPORT brecha_status brecha_ruleset_read_plan(const brecha_ruleset* ruleset, const char* json, size_t json_size,
                                                     const brecha_plan_options* options, brecha_plan** plan,
                                                     brecha_diagnostics** diagnostics);
BRECHA_EXPORT const char* brecha_plan_name(const brecha_plan* plan);
BRECHA_EXPORT const char* brecha_plan_sha256(const brecha_plan* plan);
/* Remarks on the plan as it was read: code, severity, place, pointer, line, column, message, help. */
BRECHA_EXPORT brecha_status brecha_plan_notes(const brecha_plan* plan, const char* language, brecha_table** notes);

/* Many at once. A plan that cannot be read keeps its number, and the others are read. */
BRECHA_EXPORT brecha_status brecha_ruleset_read_plans(const brecha_ruleset* ruleset, const brecha_named_text* texts,
                                                      size_t count, const brecha_plan_options* options,
                                                      brecha_plans** plans);
BRECHA_EXPORT size_t brecha_plans_count(const brecha_plans* plans);
/* One of them; BRECHA_REFUSED, and why, where it could not be read. */
BRECHA_EXPORT brecha_status brecha_plans_plan(const brecha_plans* plans, size_t index, brecha_plan** plan,
                                              brecha_diagnostics** diagnostics);

/* --- assessments -------------------------------------------------------------------------------------------------- */

/* A day; all zero: none. */
typedef struct brecha_date {
    int32_t year, month, day;
} brecha_date;

/* A parameter of the ruleset, its value as a rule would write it: "3", "6 months", "{a, b}". */
typedef struct brecha_parameter {
    const char* name;
    const char* value;
} brecha_parameter;

typedef struct brecha_assess_options {
    size_t size;             /* sizeof(brecha_assess_options) */
    brecha_date as_of;       /* needed: without it comes a diagnostic (B513) */
    brecha_date facts_since; /* statements that were so before that day count as missing */
    const brecha_parameter* parameters;
    size_t parameter_count;
    /* What the call may take. Where one of these is reached it answers BRECHA_REFUSED, and the diagnostic (B951, B953
     * to B956) says which, and in the carrying out of which rule. */
    uint64_t greatest_row_count;     /* combinations of list elements that one rule looks at. 0: 50 million */
    uint64_t greatest_finding_count; /* of one plan. 0: a million */
    uint64_t greatest_memory;        /* in bytes, beside the plans; told before they are taken. 0: 1 GiB */
    double seconds;                  /* 0: as long as it takes */
    int32_t (*stop)(
        void* context); /* asked on the thread of the call, at most 50 times a second; not 0 ends it. NULL */
    void* stop_context; /* handed to `stop` */
} brecha_assess_options;
#define BRECHA_ASSESS_OPTIONS {sizeof(brecha_assess_options), {0, 0, 0}, {0, 0, 0}, NULL, 0, 0, 0, 0, 0, NULL, NULL}

/* Refused for a wrong or unknown option, where a limit is reached, and for a plan that another ruleset has read. */
BRECHA_EXPORT brecha_status brecha_ruleset_assess(const brecha_ruleset* ruleset, const brecha_plan* plan,
                                                  const brecha_assess_options* options, brecha_assessment** assessment,
                                                  brecha_diagnostics** diagnostics);
/* In one batch. `assessments` has room for brecha_plans_count of them; NULL stands for a plan that could not be read,
 * and everywhere where the answer is not BRECHA_OK. */
BRECHA_EXPORT brecha_status brecha_ruleset_assess_plans(const brecha_ruleset* ruleset, const brecha_plans* plans,
                                                        const brecha_assess_options* options,
                                                        brecha_assessment** assessments,
                                                        brecha_diagnostics** diagnostics);

/* An assessment in numbers; gaps counts requirements. */
typedef struct brecha_summary {
    size_t size; /* sizeof(brecha_summary), set by the caller */
    int32_t requirements, met, partly_met, not_met, unknown, not_applicable;
    int32_t gaps;     /* requirements that are a gap */
    int32_t judged;   /* requirements that are not unknown */
    int32_t weakened; /* requirements that are waived, or ask for less than their base does, or may */
    int32_t findings, gap_findings, unknown_findings; /* requirements by subject: all, of the gaps, still open */
    double lowest, highest; /* share of requirements met at worst and at best; not a number where none applies */
} brecha_summary;

BRECHA_EXPORT brecha_status brecha_assessment_summary(const brecha_assessment* assessment, brecha_summary* summary);
/* Of a requirement over all its subjects, by its id or one that it had before; BRECHA_NOT_THERE for another. */
BRECHA_EXPORT brecha_status brecha_assessment_verdict(const brecha_assessment* assessment, const char* requirement,
                                                      brecha_verdict* verdict);
/* findings, parts, gaps, missing, evidence, notes, questions, progress: columns as the manual's page on the report has
 * them. BRECHA_NOT_THERE for another name. O(rows). */
BRECHA_EXPORT brecha_status brecha_assessment_table(const brecha_assessment* assessment, const char* name,
                                                    const char* language, brecha_table** table);
/* The whole report, the same bytes from the same inputs. */
BRECHA_EXPORT brecha_status brecha_assessment_to_json(const brecha_assessment* assessment, const char* language,
                                                      brecha_text** json);

/* --- verdicts alone, of many plans ------------------------------------------------------------------------------- */

/* Without findings, places or texts: for counts. */
BRECHA_EXPORT brecha_status brecha_ruleset_verdicts(const brecha_ruleset* ruleset, const brecha_plans* plans,
                                                    const brecha_assess_options* options, brecha_verdicts** verdicts,
                                                    brecha_diagnostics** diagnostics);
BRECHA_EXPORT size_t brecha_verdicts_plan_count(const brecha_verdicts* verdicts);
BRECHA_EXPORT size_t brecha_verdicts_requirement_count(const brecha_verdicts* verdicts);
/* A byte each, requirement by requirement in the ruleset's order: that of requirement r and plan p is at
 * r * brecha_verdicts_plan_count + p. */
BRECHA_EXPORT const brecha_verdict* brecha_verdicts_data(const brecha_verdicts* verdicts);

/* --- plans from a table of Arrow ---------------------------------------------------------------------------------- */

/* Of brecha/arrow.h, or of any other header that declares Arrow's C stream interface. */
struct ArrowArrayStream;

typedef struct brecha_table_options {
    size_t size;                 /* sizeof(brecha_table_options) */
    const char* name_column;     /* names the plans; NULL: "plan" where there is one, else "row 0", "row 1" ... */
    const char* read;            /* as in brecha_plan_options */
    const brecha_limits* limits; /* NULL: the defaults */
} brecha_table_options;
#define BRECHA_TABLE_OPTIONS {sizeof(brecha_table_options), NULL, NULL, NULL}

/* A plan a row: columns are fields of the plan, lists are lists, items structs. The stream is read to its end and
 * released, also where it is refused. Nothing is copied. */
BRECHA_EXPORT brecha_status brecha_ruleset_read_table(const brecha_ruleset* ruleset, struct ArrowArrayStream* stream,
                                                      const brecha_table_options* options, brecha_plan_table** plans,
                                                      brecha_diagnostics** diagnostics);
BRECHA_EXPORT size_t brecha_plan_table_count(const brecha_plan_table* plans);
/* Columns that no field has, or whose values no such field takes, as brecha_plan_notes has them; `place` names the
 * column. */
BRECHA_EXPORT brecha_status brecha_plan_table_notes(const brecha_plan_table* plans, const char* language,
                                                    brecha_table** notes);
/* One row, to assess it for itself; BRECHA_REFUSED, and why, where it cannot be read. */
BRECHA_EXPORT brecha_status brecha_plan_table_plan(const brecha_plan_table* plans, size_t row, brecha_plan** plan,
                                                   brecha_diagnostics** diagnostics);
/* Column by column, as the stream had them. Of a row that cannot be read: BRECHA_PLAN_NOT_READ. */
BRECHA_EXPORT brecha_status brecha_plan_table_verdicts(const brecha_plan_table* plans,
                                                       const brecha_assess_options* options, brecha_verdicts** verdicts,
                                                       brecha_diagnostics** diagnostics);

#ifdef __cplusplus
}
#endif

#endif
