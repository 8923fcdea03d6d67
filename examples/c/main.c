/* Lists the gaps of a plan: brecha_c_host RULESET PLAN.json [LANGUAGE] */
#include <brecha/brecha.h>

#include <stdio.h>
#include <stdlib.h>

static const char* language = "en";

/* Says why, and with which status the program ends. */
static int fail(brecha_status status, brecha_diagnostics* why, int exit_status) {
    brecha_text* text = NULL;
    brecha_diagnostics_to_text(why, language, &text);
    fprintf(stderr, "%s%s\n", brecha_text_data(text), brecha_status_text(status));
    brecha_text_destroy(text);
    brecha_diagnostics_destroy(why);
    return exit_status;
}

int main(int argc, char** argv) {
    static char json[1 << 20]; /* as large as a plan may be, here */
    brecha_diagnostics* why = NULL;
    brecha_ruleset* rules = NULL;
    brecha_plan* plan = NULL;
    brecha_assessment* assessment = NULL;
    brecha_table* gaps = NULL;
    brecha_load_options where = BRECHA_LOAD_OPTIONS;
    brecha_plan_options what = BRECHA_PLAN_OPTIONS;
    brecha_assess_options how = BRECHA_ASSESS_OPTIONS;
    brecha_status status;
    if (argc < 3) return fputs("brecha_c_host RULESET PLAN.json [LANGUAGE]\n", stderr), 2;
    if (argc > 3 && (status = brecha_language(argv[3], &language, &why))) return fail(status, why, 2);
    FILE* const file = fopen(argv[2], "rb");
    const size_t size = file == NULL ? 0 : fread(json, 1, sizeof json, file);
    if (file == NULL || ferror(file)) return fprintf(stderr, "%s: no file that can be read\n", argv[2]), 3;
    fclose(file);

    if ((status = brecha_load(argv[1], &where, &rules, &why))) return fail(status, why, 2);
    what.name = argv[2];
    if ((status = brecha_ruleset_read_plan(rules, json, size, &what, &plan, &why))) return fail(status, why, 3);
    how.as_of = (brecha_date){2026, 1, 15};
    if ((status = brecha_ruleset_assess(rules, plan, &how, &assessment, &why))) return fail(status, why, 3);
    if ((status = brecha_assessment_table(assessment, "gaps", language, &gaps))) return fail(status, NULL, 3);

    const size_t rows = brecha_table_row_count(gaps);
    const size_t requirement = brecha_table_column(gaps, "requirement"), subject = brecha_table_column(gaps, "subject"),
                 message = brecha_table_column(gaps, "message");
    for (size_t row = 0; row < rows; ++row)
        printf("%s %s: %s\n", brecha_table_cell(gaps, row, requirement, NULL),
               brecha_table_cell(gaps, row, subject, NULL), brecha_table_cell(gaps, row, message, NULL));
    brecha_table_destroy(gaps);
    brecha_assessment_destroy(assessment);
    brecha_plan_destroy(plan);
    brecha_ruleset_destroy(rules);
    return rows == 0 ? 0 : 1;
}
