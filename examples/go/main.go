// Lists the gaps of a plan: brecha_go_host RULESET PLAN.json [LANGUAGE]
package main

// #cgo pkg-config: --static brecha
// #include <brecha/brecha.h>
// #include <stdlib.h>
import "C"

import (
	"fmt"
	"os"
	"unsafe"
)

// Ends the program where a call was refused, and says why.
func must(status C.brecha_status, why *C.brecha_diagnostics, language *C.char, exitStatus int) {
	if status == C.BRECHA_OK {
		return
	}
	var text *C.brecha_text
	C.brecha_diagnostics_to_text(why, language, &text)
	fmt.Fprint(os.Stderr, C.GoString(C.brecha_text_data(text)), C.GoString(C.brecha_status_text(status)), "\n")
	os.Exit(exitStatus)
}

// A cell, by the name of its column.
func cell(table *C.brecha_table, row C.size_t, column string) string {
	name := C.CString(column)
	defer C.free(unsafe.Pointer(name))
	return C.GoString(C.brecha_table_cell(table, row, C.brecha_table_column(table, name), nil))
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "brecha_go_host RULESET PLAN.json [LANGUAGE]")
		os.Exit(2)
	}
	var why *C.brecha_diagnostics
	language := C.CString("en")
	if len(os.Args) > 3 {
		must(C.brecha_language(C.CString(os.Args[3]), &language, &why), why, nil, 2)
	}
	plan, err := os.ReadFile(os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}

	var rules *C.brecha_ruleset
	must(C.brecha_load(C.CString(os.Args[1]), nil, &rules, &why), why, language, 2)
	var read *C.brecha_plan
	json := (*C.char)(unsafe.Pointer(unsafe.SliceData(plan)))
	must(C.brecha_ruleset_read_plan(rules, json, C.size_t(len(plan)), nil, &read, &why), why, language, 3)
	var assessment *C.brecha_assessment
	how := C.brecha_assess_options{size: C.sizeof_brecha_assess_options, as_of: C.brecha_date{2026, 1, 15}}
	must(C.brecha_ruleset_assess(rules, read, &how, &assessment, &why), why, language, 3)
	var gaps *C.brecha_table
	must(C.brecha_assessment_table(assessment, C.CString("gaps"), language, &gaps), nil, language, 3)

	rows := C.brecha_table_row_count(gaps)
	for row := C.size_t(0); row < rows; row++ {
		fmt.Println(cell(gaps, row, "requirement"), cell(gaps, row, "subject")+":", cell(gaps, row, "message"))
	}
	C.brecha_table_destroy(gaps)
	C.brecha_assessment_destroy(assessment)
	C.brecha_plan_destroy(read)
	C.brecha_ruleset_destroy(rules)
	if rows > 0 {
		os.Exit(1)
	}
}
