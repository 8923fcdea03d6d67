/* A program in C: compiles a ruleset from memory, reads three plans together, and counts over them.
 * Exit status 0 where the library answers as its header promises, 1 where it does not. */
#include <brecha/brecha.h>

#include <stdio.h>
#include <string.h>

static const char rules_text[] =
    "vocabulary harbour_plan 1 {\n"
    "  entity Plan root { officers list of Officer }\n"
    "  entity Officer key id { id text  trained yes_no }\n"
    "}\n"
    "ruleset harbour 1 {\n"
    "  uses harbour_plan 1\n"
    "  source HANDBOOK { title \"Harbour handbook\" publisher \"Harbour office\" date 2024-01-15 standing guidance }\n"
    "  requirement HB-1 {\n"
    "    title en \"Every officer is trained\" es \"Cada oficial está capacitado\"\n"
    "    shall\n"
    "    source HANDBOOK \"section 1\"\n"
    "    each one in plan.officers\n"
    "    require one.trained\n"
    "    gap en \"{one.id} is not trained\" es \"{one.id} no está capacitado\"\n"
    "  }\n"
    "}\n";
static const char plan_text[] = "{\"officers\": [{\"id\": \"north\", \"trained\": false}]}";

static int failures = 0;

static void expect(int holds, const char* what) {
    printf("%s %s\n", holds ? "ok   " : "WRONG", what);
    failures += holds ? 0 : 1;
}

int main(void) {
    const brecha_named_text source = {"harbour.brecha", rules_text, sizeof rules_text - 1};
    const brecha_named_text texts[] = {
        {"untrained", plan_text, sizeof plan_text - 1}, {"broken", "{", 1}, {"empty", "{}", 2}};
    brecha_load_options where = BRECHA_LOAD_OPTIONS;
    brecha_assess_options how = BRECHA_ASSESS_OPTIONS;
    brecha_ruleset *rules = NULL, *shipped = NULL;
    brecha_plans* plans = NULL;
    brecha_verdicts* verdicts = NULL;
    brecha_assessment* assessments[3] = {NULL, NULL, NULL};
    brecha_table* gaps = NULL;
    brecha_diagnostics* why = NULL;
    brecha_text* text = NULL;

    expect(brecha_abi() == BRECHA_ABI && strlen(brecha_version()) >= 5, "the library is the header's");
    expect(brecha_compile(&source, 1, NULL, &rules, &why) == BRECHA_OK, "a ruleset is compiled from memory");
    expect(brecha_ruleset_read_plans(rules, texts, 3, NULL, &plans) == BRECHA_OK, "plans are read together");
    how.as_of.year = 2026;
    how.as_of.month = 1;
    how.as_of.day = 15;
    expect(brecha_ruleset_verdicts(rules, plans, &how, &verdicts, &why) == BRECHA_OK, "they have verdicts");
    expect(brecha_verdicts_plan_count(verdicts) == 3 && brecha_verdicts_data(verdicts)[0] == BRECHA_NOT_MET &&
               brecha_verdicts_data(verdicts)[1] == BRECHA_PLAN_NOT_READ &&
               brecha_verdicts_data(verdicts)[2] == BRECHA_UNKNOWN,
           "a byte for each plan");
    expect(brecha_ruleset_assess_plans(rules, plans, &how, assessments, &why) == BRECHA_OK, "they are assessed");
    expect(assessments[1] == NULL, "but for one that could not be read");
    expect(brecha_assessment_table(assessments[0], "gaps", "es", &gaps) == BRECHA_OK, "gaps come as a table");
    expect(brecha_table_row_count(gaps) == 1 &&
               strcmp(brecha_table_cell(gaps, 0, brecha_table_column(gaps, "message"), NULL),
                      "north no está capacitado") == 0,
           "there is one, in the language asked for");
    expect(brecha_load("no such ruleset", &where, &shipped, &why) == BRECHA_REFUSED && shipped == NULL,
           "what is not there is refused");
    expect(brecha_diagnostics_to_text(why, "en", &text) == BRECHA_OK && strstr(brecha_text_data(text), "B134") != NULL,
           "and said why");
    brecha_diagnostics_destroy(why);
    expect(brecha_load("tourism_security", &where, &shipped, &why) == BRECHA_OK, "a shipped ruleset loads by its name");

    brecha_text_destroy(text);
    brecha_diagnostics_destroy(why);
    brecha_table_destroy(gaps);
    for (int i = 0; i < 3; ++i) brecha_assessment_destroy(assessments[i]);
    brecha_verdicts_destroy(verdicts);
    brecha_plans_destroy(plans);
    brecha_ruleset_destroy(rules);
    brecha_ruleset_destroy(shipped);
    return failures == 0 ? 0 : 1;
}
