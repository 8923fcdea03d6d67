"""Exports for programs: valid by each format's own schema, read back to the verdicts, the same bytes each time, harmless."""

import gzip
import json
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import brecha
import pytest
from faces import LANGUAGES, report_in

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def report():
    return brecha.load("tourism_security").assess(brecha.sample("made-up-first-draft"), as_of="2026-01-15")


@pytest.fixture(scope="module")
def both(report):
    rules = report.ruleset
    return rules.assess_all([brecha.sample("peru"), brecha.sample("tourism_security/made-up-complete")], as_of="2026-01-15", language="es")


def rows_of(*reports):
    return sorted((one.requirement, one.subject or "", one.verdict) for report in reports for one in report.findings)


# --- valid ----------------------------------------------------------------------------------------------


@cache
def validator(name):
    jsonschema = pytest.importorskip("jsonschema")
    text = gzip.decompress((SCHEMAS / name).read_bytes()).decode()
    # \p{L} and \p{N} of ECMAScript, as Python's expressions have them.
    text = text.replace(r"(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*", r"([^\\W\\d_]|_)(\\w|[.\\-])*")
    return jsonschema.Draft7Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


def assert_valid(name, text):
    errors = [f"{list(error.absolute_path)}: {error.message[:300]}" for error in validator(name).iter_errors(json.loads(text))]
    assert not errors, errors[:3]


def assert_valid_junit(text):
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    assert schema.validate(etree.fromstring(text.encode())), schema.error_log


def test_each_format_is_valid_by_its_own_schema(report, both):
    assert_valid("oscal_complete_schema_1.2.3.json.gz", report.to_oscal())
    assert_valid("oscal_complete_schema_1.2.3.json.gz", both.to_oscal_poam())
    for one in (report, both):
        assert_valid("sarif-schema-2.1.0.json.gz", one.to_sarif())
        assert_valid_junit(one.to_junit())


def test_the_schemas_refuse_what_is_wrong(small_report):
    wrong = json.loads(small_report.to_oscal())
    wrong["assessment-results"]["results"][0]["findings"][0]["target"]["target-id"] = "1 with blanks"
    with pytest.raises(AssertionError):
        assert_valid("oscal_complete_schema_1.2.3.json.gz", json.dumps(wrong))
    with pytest.raises(AssertionError):
        assert_valid("sarif-schema-2.1.0.json.gz", small_report.to_sarif().replace('"kind": "open"', '"kind": "unknown"', 1))
    with pytest.raises(AssertionError):
        assert_valid_junit(small_report.to_junit().replace("<failure ", "<failed ", 1).replace("</failure>", "</failed>", 1))


# --- read back ------------------------------------------------------------------------------------------


def props(thing):
    return {one["name"]: one["value"] for one in thing["props"]}


def test_oscal_read_back_is_the_findings(report, both):
    for one, reports in ((report, [report]), (both, list(both))):
        content = json.loads(one.to_oscal())["assessment-results"]
        observed, evidence = [], 0
        for result, assessed in zip(content["results"], reports, strict=True):
            named = {observation["uuid"]: props(observation) for observation in result["observations"]}
            observed += [(seen["requirement"], seen.get("subject", ""), seen["verdict"]) for seen in named.values()]
            evidence += sum(len(observation.get("relevant-evidence", ())) for observation in result["observations"])
            risks = {risk["uuid"]: props(risk) for risk in result.get("risks", ())}
            assert len(risks) == len(assessed.gaps)
            controls = {control["control-id"] for control in result["reviewed-controls"]["control-selections"][0]["include-controls"]}
            assert len(controls) == assessed.summary.requirements
            for finding in result["findings"]:
                told, (related,) = props(finding), finding["related-observations"]
                assert {**named[related["observation-uuid"]], **told} == named[related["observation-uuid"]]
                state = finding["target"]["status"]
                assert (state["state"] == "satisfied") == (told["verdict"] == "met")
                assert (state["reason"] == "other") == (told["verdict"] == "unknown")
                assert finding["target"]["target-id"] in controls
                for risk in finding.get("related-risks", ()):
                    assert risks[risk["risk-uuid"]]["requirement"] == told["requirement"]
            remedies = {(told["requirement"], told.get("subject", "")) for told in risks.values()}
            assert remedies == {(gap.requirement, gap.subject or "") for gap in assessed.gaps}
        assert sorted(observed) == rows_of(*reports)
        assert evidence == sum(len(assessed.evidence) for assessed in reports)
        hashes = {link["hashes"][0]["value"] for resource in content["back-matter"]["resources"] for link in resource["rlinks"]}
        assert hashes == {assessed.plan.sha256 for assessed in reports} | {reports[0].ruleset.sha256}


def test_the_plan_of_action_is_the_gaps(report):
    content = json.loads(report.to_oscal_poam())["plan-of-action-and-milestones"]
    items = sorted((props(item)["requirement"], props(item).get("subject", ""), item["description"]) for item in content["poam-items"])
    said = sorted((gap.requirement, gap.subject or "", gap.remedy or gap.message) for gap in report.gaps)
    assert [(one, two) for one, two, _ in items] == [(one, two) for one, two, _ in said]
    assert [re.sub(r"\s+", " ", text) for _, _, text in items] == [re.sub(r"\s+", " ", text) for _, _, text in said]
    known = {one["uuid"] for one in (*content["observations"], *content["risks"])}
    for item in content["poam-items"]:
        assert {item["related-observations"][0]["observation-uuid"], item["related-risks"][0]["risk-uuid"]} <= known


KINDS = {"pass": "met", "open": "unknown", "notApplicable": "not_applicable"}


def test_sarif_read_back_is_the_findings(report, both):
    for one, reports in ((report, [report]), (both, list(both))):
        rows = []
        for run, assessed in zip(json.loads(one.to_sarif())["runs"], reports, strict=True):
            rules = run["tool"]["driver"]["rules"]
            gaps = {(gap.requirement, gap.subject) for gap in assessed.gaps}
            for result in run["results"]:
                subject = result.get("locations")[0].get("logicalLocations", [{}])[0].get("fullyQualifiedName")
                verdict = result["properties"]["verdict"]
                assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
                assert verdict == KINDS.get(result["kind"], verdict)
                assert (result["kind"] == "fail") == ((result["ruleId"], subject) in gaps) == (result["level"] != "none")
                rows.append((result["ruleId"], subject or "", verdict))
            assert len({result["partialFingerprints"]["finding/v1"] for result in run["results"]}) == len(run["results"])
            notes = run["invocations"][0]["toolExecutionNotifications"]
            assert [note["descriptor"]["id"] for note in notes] == assessed.notes["code"]
        assert sorted(rows) == rows_of(*reports)


def test_junit_read_back_is_the_findings(report, both):
    for one, reports in ((report, [report]), (both, list(both))):
        root = ElementTree.fromstring(one.to_junit())
        for suite, assessed in zip(root, reports, strict=True):
            cases = list(suite.iter("testcase"))
            assert [case.get("name").split(" ")[0] for case in cases] == assessed.findings["requirement"]
            assert int(suite.get("tests")) == len(cases) == len(assessed.findings)
            failed = [case.find("failure").get("type") for case in cases if case.find("failure") is not None]
            assert failed == assessed.gaps["verdict"] and int(suite.get("failures")) == len(failed)
            skipped = [case for case in cases if case.find("skipped") is not None]
            assert int(suite.get("skipped")) == len(skipped)
            assert len(cases) - len(failed) - len(skipped) == len(assessed.findings.where(verdict="met"))


@pytest.mark.parametrize("table", ["findings", "gaps", "evidence", "missing"])
def test_parquet_read_back_is_the_table(report, table, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    source = getattr(report, table)
    source.to_parquet(tmp_path / "x.parquet")
    again = parquet.read_table(tmp_path / "x.parquet")
    assert again.column_names == source.columns and len(again) == len(source) > 0
    for column in source.columns:
        assert [tuple(cell) if isinstance(cell, list) else cell for cell in again[column].to_pylist()] == source[column]


# --- the same, harmless, in words -----------------------------------------------------------------------

FORMS = ("to_oscal", "to_oscal_poam", "to_sarif", "to_junit")


def test_the_same_assessment_is_the_same_bytes(small_folder, small_report, report, tmp_path):
    again = brecha.load(small_folder).assess(small_report.plan.content(), as_of="2026-01-15")
    for form in FORMS:
        getattr(again, form)(tmp_path / form)
        assert (tmp_path / form).read_text(encoding="utf-8") == getattr(small_report, form)()
    assert len(set(re.findall(r'"uuid": "([^"]+)"', report.to_oscal()))) == report.to_oscal().count('"uuid": "')


HOSTILE = ']]><x a="b">&lt;\x1b[2J\x00\u202e\ufffe\' \n -- {0}'


def test_what_a_plan_says_breaks_out_of_no_format(small_rules):
    plan = {"title": HOSTILE, "agencies": [{"id": f"p {HOSTILE}", "name": HOSTILE, "sector": "public", "representatives": 0, HOSTILE: 1}]}
    plan["evidence"] = {"": {"document": HOSTILE, "page": HOSTILE, "who": HOSTILE, "read": "part"}}
    report = small_rules.assess(small_rules.read_plan(plan, name='p "<&> q.json'), as_of="2026-01-15")
    assert len(report.gaps) and len(report.notes)
    assert_valid("oscal_complete_schema_1.2.3.json.gz", report.to_oscal())
    assert_valid("oscal_complete_schema_1.2.3.json.gz", report.to_oscal_poam())
    assert_valid("sarif-schema-2.1.0.json.gz", report.to_sarif())
    assert_valid_junit(report.to_junit())
    for form in FORMS:
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e\ufffe]", getattr(report, form)())


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_in_the_reports_language(language, tmp_path):
    report = report_in(language, tmp_path)
    message = report.gaps[0].message
    for form in FORMS:
        assert message in getattr(report, form)()
    assert_valid("oscal_complete_schema_1.2.3.json.gz", report.to_oscal())


def test_there_is_no_plan_of_action_without_a_gap(brecha_command, small_folder, tmp_path):
    empty = tmp_path / "empty.json"
    empty.write_text("{}", encoding="utf-8")
    with pytest.raises(brecha.BrechaError, match="no gap"):
        brecha.load(small_folder).assess(empty, as_of="2026-01-15").to_oscal_poam()
    status, out, err = brecha_command("assess", small_folder, empty, "--format", "oscal-poam", "--output", tmp_path / "x.json")
    assert (status, out) == (0, "") and "no gap" in err and not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("form", "start"), [("markdown", "# "), ("oscal", '{\n  "assessment-results"'), ("sarif", '{\n  "$schema"'), ("junit", "<?xml")]
)
def test_the_command_prints_them_and_a_json_format_may_be_called_json(brecha_command, small_folder, plan_file, tmp_path, form, start):
    status, out, _ = brecha_command("assess", small_folder, plan_file, "--format", form, "--as-of", "2026-01-15")
    assert status == 1 and out.startswith(start)
    if start.startswith("{"):
        assert (
            brecha_command("assess", small_folder, plan_file, "--format", form, "--output", tmp_path / "x.json", "--as-of", "2026-01-15")[0]
            == 1
        )
        assert (tmp_path / "x.json").read_text(encoding="utf-8") == out
