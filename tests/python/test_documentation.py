"""Every code block of docs/ is checked or run as it stands. What a block is, the comment above it says: documentation.py.

BRECHA_REWRITE=1 in the environment writes what commands and Python blocks printed into the pages, where the page shows
all of it (blocks with an elision "[…]" stay as they are).
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from documentation import DOCS, ELIDED, HERE, ROOT, all_blocks, blocks, commands, frame, framed, matches, nth_block, pages, put

import brecha
from brecha import _core
from brecha.command_line import main
from brecha.shipped import shipped_folder

BLOCKS = all_blocks()
KINDS = {
    "",
    "requirement",
    "ruleset",
    "rulesets",
    "vocabulary",
    "cases",
    "translation",
    "same",
    "wrong",
    "plan",
    "frame",
    "file",
    "put",
    "output",
    "engine",
    "not-run",
}


def some(language, *kinds):
    return [pytest.param(block, id=str(block)) for block in BLOCKS if block.language == language and (not kinds or block.kind in kinds)]


def diagnostics_of(files):
    """All that is said of files in memory, also where there is no ruleset among them."""
    core, diagnostics = _core.compile(list(files.items()), [], "", shipped_folder())
    return core, diagnostics


def errors_of(files):
    core, diagnostics = diagnostics_of(files)
    wrong = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    return [f"{one.file}:{one.line}:{one.column} {one.code} {one.message('en')}" for one in wrong]


# --- the pages ----------------------------------------------------------------------------------------------


def test_every_block_is_of_a_kind_that_is_looked_at():
    for block in BLOCKS:
        assert block.language in {"brecha", "json", "yaml", "python", "console", "text", "cpp", "c", "sh", "cmake"}, str(block)
        assert block.kind in KINDS, str(block)
        if block.language == "text":
            assert block.kind in {"output", "engine", "not-run"}, (
                f"{block}: a text block is the output of what stands before it, or is marked not-run"
            )


def test_links_between_pages_lead_somewhere():
    for page in pages():
        content = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)\s]+)\)", content):
            if "://" in target:
                continue
            path, _, anchor = target.partition("#")
            goal = (page.parent / path).resolve() if path else page
            assert goal.exists(), f"{page.name}: {target}"
            if anchor and goal.suffix == ".md":
                assert anchor in anchors(goal), f"{page.name}: {target}"


def test_every_page_is_in_the_list_of_the_site():
    listed = re.findall(r"^ +- (?:.*: )?(\S+\.md)$", (DOCS / "site" / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert {page for pattern in listed for page in DOCS.glob(pattern)} == set(pages())


def anchors(page):
    content = re.sub(r"^ *```.*?^ *```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    found = set()
    for heading in re.findall(r"^#+ (.*)$", content, re.MULTILINE):
        text = re.sub(r"[`*]|\[([^]]*)\]\([^)]*\)", r"\1", heading).lower()
        found.add(re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", text)).strip("-"))
    return found


# --- the rule language --------------------------------------------------------------------------------------


def test_the_frame_is_one_that_checks():
    files = {"vocabulary.brecha": frame("vocabulary"), "rules.brecha": frame("ruleset").replace(HERE, "    require plan.title is given\n")}
    assert HERE in frame("ruleset")
    assert errors_of(files) == []


@pytest.mark.parametrize("block", some("brecha", "requirement", "ruleset", "rulesets", "vocabulary"))
def test_a_fragment_checks(block):
    assert errors_of(framed(block.text, block.kind)) == []


@pytest.mark.parametrize("block", [block for block in some("brecha") if block.values[0].kind == ""])
def test_a_whole_example_checks_and_its_cases_pass(block):
    assert errors_of({"example.brecha": block.text}) == []
    if "tests for " in block.text:
        report = brecha.compile(block.text).run_tests()
        assert report.cases
        assert [case.title + "\n" + case.message for case in report.cases if not case.passed] == []


@pytest.mark.parametrize("block", some("brecha", "wrong"))
def test_a_wrong_example_gets_its_code(block):
    _, code, kind = block.role
    _, found = diagnostics_of(framed(block.text, kind))
    assert code in {diagnostic.code for diagnostic in found}, [f"{one.code} {one.message('en')}" for one in found]


@pytest.mark.parametrize("block", some("brecha", "cases"))
def test_cases_pass(block):
    before = [
        other
        for other in blocks(block.page)
        if other.language == "brecha" and other.kind in {"requirement", "ruleset", "rulesets"} and other.line < block.line
    ]
    files = framed(before[-1].text, before[-1].kind)
    files["cases.brecha"] = f"tests for shown {{\n{block.text}}}\n"
    assert errors_of(files) == []
    report = brecha.compile(files).run_tests()
    assert report.cases
    assert [case.title + "\n" + case.message for case in report.cases if not case.passed] == []


@pytest.mark.parametrize("block", some("brecha", "translation"))
def test_a_translation_keeps_the_hash(block):
    before = [other for other in blocks(block.page) if other.language == "brecha" and not other.kind and other.line < block.line]
    assert brecha.compile(block.text).sha256 == brecha.compile(before[-1].text).sha256


@pytest.mark.parametrize("block", some("brecha", "same"))
def test_two_spellings_have_one_meaning(block):
    one, other = re.split(r"^ *# is .*\n", block.text, flags=re.MULTILINE)
    kind = block.role[1]
    assert meaning(framed(one, kind)) == meaning(framed(other, kind))


def meaning(files):
    """The checked requirements of a ruleset, without the places in the text that they come from."""

    def bare(node):
        if isinstance(node, dict):
            return {key: bare(value) for key, value in node.items() if key not in {"span", "file", "line", "column", "place", "words"}}
        return [bare(one) for one in node] if isinstance(node, list) else node

    assert errors_of(files) == []
    return bare(json.loads(brecha.compile(files).printed())["requirements"])


# --- plans --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", some("json"))
def test_json_is_json_and_a_plan_reads(block):
    json.loads(block.text)
    if block.kind == "plan":
        rules = brecha.compile(
            {"vocabulary.brecha": frame("vocabulary"), "rules.brecha": frame("ruleset").replace(HERE, "    require plan.title is given\n")}
        )
        wanted = set(block.role[1:])
        notes = {note.code for note in rules.read_plan(block.text).notes}
        assert notes == wanted, [note.message for note in rules.read_plan(block.text).notes]


@pytest.mark.parametrize("block", some("yaml"))
def test_yaml_reads_without_a_note(block, tmp_path):
    pytest.importorskip("yaml")
    path = tmp_path / "plan.yaml"
    path.write_text(block.text, encoding="utf-8")
    rules = brecha.compile(framed("require plan.title is given\n", "requirement"))
    assert [note.message for note in rules.read_plan(path).notes] == []


def test_the_page_on_reports_names_every_column():
    page = (DOCS / "report.md").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^## ([^\n]*)\n(.*?)(?=^## )", page, re.MULTILINE | re.DOTALL))
    findings = parts["findings, parts"]
    report = brecha.compile(framed("require plan.title is given\n", "requirement")).assess({}, as_of="2026-01-15")
    for table in (report.findings, report.parts, report.gaps, report.missing, report.evidence, report.notes, report.questions()):
        shown = findings + parts.get(table.name, "") if table.name in {"parts", "gaps"} else parts.get(table.name, findings)
        for column in table.columns:
            common = column in {"assessment", "plan", "as_of", "requirement"} and f"`{column}`" in findings
            assert common or f"`{column}`" in shown, f"{table.name}: {column}"
            if column in {"assessment", "plan", "as_of", "requirement"}:
                continue
            line = next(line for line in shown.splitlines() if f"`{column}`" in line)
            marked = re.search(rf"`{column}` \(cat\b", line) is not None
            assert marked == (table._core.types[table.columns.index(column)] == "category"), f"{table.name}: is {column} of fixed values?"
            for word in table._core.categories(column) if marked else ():
                assert f"`{word}`" in line, f"{table.name}: {column} can be {word}"


# --- commands and Python ------------------------------------------------------------------------------------

RUN_PAGES = sorted({block.page for block in BLOCKS if block.language in {"console", "python"} and block.kind != "not-run"})


@pytest.mark.parametrize("page", RUN_PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_commands_and_python_do_what_the_page_shows(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if page.stem == "documents":
        for document in (ROOT / "examples" / "documents").iterdir():
            shutil.copy(document, tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    names: dict[str, object] = {"__name__": "__main__"}
    printed = ""
    for index, block in enumerate(blocks(page)):
        if block.kind in {"not-run", "engine"}:
            continue
        if block.kind == "file":
            target = tmp_path / block.role[1]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")
        elif block.kind == "put":
            target = tmp_path / block.role[1]
            target.write_text(put(target.read_text(encoding="utf-8"), block.text), encoding="utf-8")
        elif block.language == "console":
            for command, shown in commands(block.text):
                same_or_rewritten(block, index, shown, run(command), f"$ {command}\n")
        elif block.language == "python":
            for module in re.findall(r"^(?:import|from) (pandas|polars|xlsxwriter|openpyxl)", block.text, re.MULTILINE):
                pytest.importorskip(module)
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                exec(compile(block.text, str(block), "exec"), names)
            printed = output.getvalue()
        elif block.language == "text" and block.kind == "output":
            same_or_rewritten(block, index, block.text, printed)


def run(command):
    """What a terminal would show after the command: both streams, in one."""
    output = io.StringIO()
    words = shlex.split(command, comments=True)
    if words[0] == "cat":
        return "".join(Path(word).read_text(encoding="utf-8") for word in words[1:])
    assert words[0] == "brecha", command
    typed = Path(words[words.index("<") + 1]).read_text(encoding="utf-8") if "<" in words else ""
    words = words[: words.index("<")] if "<" in words else words
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output), pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdin", io.StringIO(typed))
        try:
            main(words[1:])
        except SystemExit:
            pass
    return output.getvalue()


def same_or_rewritten(block, index, shown, printed, before=""):
    if matches(shown, printed):
        return
    if os.environ.get("BRECHA_REWRITE") and ELIDED not in shown:
        content = block.page.read_text(encoding="utf-8")
        start = nth_block(content, index)
        old = before + shown
        at = content.index(old, start)
        new = before + "".join(line.rstrip() + "\n" for line in printed.splitlines())
        block.page.write_text(content[:at] + new + content[at + len(old) :], encoding="utf-8")
        return
    raise AssertionError(f"{block}: {before.strip()}\n--- shown\n{shown}\n--- printed\n{printed}")


@pytest.mark.parametrize("block", some("sh"))
def test_what_a_shell_is_told_is_there(block):
    makefile, presets = ((ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "CMakePresets.json"))
    for target in re.findall(r"^make (\w+)", block.text, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for preset in re.findall(r"--preset (\w+)", block.text):
        assert f'"name": "{preset}"' in presets, preset


# --- what is generated --------------------------------------------------------------------------------------


def test_generated_pages_are_current():
    import importlib.util

    specification = importlib.util.spec_from_file_location("generate", DOCS / "site" / "generate.py")
    generate = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generate)
    for page, content in generate.generated().items():
        assert page.is_file() and page.read_text(encoding="utf-8") == content, (
            f"{page.relative_to(ROOT)} is not current: python docs/site/generate.py"
        )


@pytest.mark.parametrize("name", brecha.shipped_rulesets())
def test_what_is_not_covered_points_to_requirements_that_are_there(name):
    ids = {info.id for info in brecha.load(name).requirements()}
    families = {one.partition("-")[0] for one in ids}
    named = re.findall(r"\b([A-Z]+)-([\d.]+(?:-[a-z]+)?)", (ROOT / "rulesets" / name / "not_covered.md").read_text(encoding="utf-8"))
    assert {f"{family}-{number.rstrip('.')}" for family, number in named if family in families} <= ids


def test_every_code_has_a_page():
    """Of the messages that grammar and engine can raise, each is in the index."""
    index = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    raised = set()
    for folder in ("grammar/src", "engine"):
        for source in (ROOT / folder).rglob("*.cpp"):
            raised |= set(re.findall(r'"([BP]\d{3})"', source.read_text(encoding="utf-8")))
    assert {code for code in raised if f"[{code}](" not in index} == set()


# --- C++ ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", some("cpp"))
def test_cpp_is_the_example_host_or_compiles(block, tmp_path):
    """The example host is built and run elsewhere; what stands alone is put into a main() and must compile."""
    if block.text == (ROOT / "examples" / "host" / "main.cpp").read_text(encoding="utf-8"):
        return
    compiler = shutil.which("g++") or shutil.which("c++")
    if compiler is None:
        pytest.skip("no C++ compiler")
    source = tmp_path / "block.cpp"
    source.write_text(
        f'#include <brecha/brecha.hpp>\nint main() {{\nconst auto rules = brecha::load("x");\n{block.text}}}\n', encoding="utf-8"
    )
    include = f"-I{ROOT / 'engine' / 'include'}"
    subprocess.run([compiler, "-std=c++20", "-Wall", "-Werror", "-fsyntax-only", include, source], check=True)


@pytest.mark.parametrize("block", some("c"))
def test_c_is_the_example_host_or_compiles(block, tmp_path):
    """As in C++, with the handles and options at hand that the page speaks of."""
    if block.text == (ROOT / "examples" / "c" / "main.c").read_text(encoding="utf-8"):
        return
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        pytest.skip("no C compiler")
    source = tmp_path / "block.c"
    source.write_text(
        "#include <brecha/brecha.h>\n#include <stdio.h>\n"
        "void page(brecha_ruleset* rules, brecha_plans* plans, brecha_assess_options how, brecha_diagnostics* why) {\n"
        + block.text
        + "}\n",
        encoding="utf-8",
    )
    include = f"-I{ROOT / 'engine' / 'include'}"
    subprocess.run([compiler, "-std=c11", "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", include, source], check=True)
