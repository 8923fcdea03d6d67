"""Reads every include of the C++ code and fails on a direction that the folders do not allow.

grammar -> messages -> words -> text, and limits (the ground floor inside grammar/); engine -> grammar; bindings -> engine's public header; inside engine:
api -> report -> assess -> program, kernels, plans -> model; api alone -> reading -> plans;
kernels -> the columns of plans and the table of functions only, and program -> the schema of plans only.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# What everything may stand on: texts, the words of the language, what is said to people, what may end a call.
GROUND = ("grammar/text", "grammar/words", "grammar/messages", "grammar/limits")

# What a part may include, beside itself and the C++ standard library.
ALLOWED = {
    "grammar/text": set(),
    "grammar/words": {"grammar/text"},
    "grammar/messages": {"grammar/words", "grammar/text"},
    "grammar/limits": set(),
    "grammar/include": {*GROUND},
    "grammar/src": {"boost", "grammar/include", *GROUND},
    "engine/include": set(),
    "engine/model": {"codes", "grammar", "nlohmann"},
    "engine/registers": set(),
    "engine/plans": {"codes", "engine/model", "grammar", "nlohmann"},
    "engine/reading": {"engine/registers", "codes", "arrow", "engine/plans", "engine/model", "grammar", "nlohmann"},
    "engine/program": {"schema", "engine/model", "grammar"},
    "engine/kernels": {"engine/registers", "codes", "columns", "functions", "grammar/text", "grammar/limits"},
    "engine/assess": {"engine/registers", "codes", "engine/program", "engine/kernels", "engine/plans", "engine/model", "grammar", "nlohmann"},
    "engine/report": {"engine/include", "engine/assess", "engine/plans", "engine/model", "grammar", "nlohmann"},
    "engine/api": {
        "engine/include", "engine/report", "engine/assess", "engine/reading", "engine/program", "engine/plans", "engine/model",
        "grammar", "nlohmann",
    },
    "bindings": {"engine/include", "pybind11"},
}  # fmt: skip
for _part, _allowed in ALLOWED.items():
    if "grammar" in _allowed:  # of the grammar, others see what it shows and what it stands on
        ALLOWED[_part] = (_allowed - {"grammar"}) | {"grammar/include", *GROUND}

# Parts of folders. The codes (verdicts, truths …) are one type each, from the run to the public header; kernels know columns, the values in
# them, calendars and the functions of the language, and nothing of rules or plans;
# programs are lowered onto the tables that a ruleset gives to every plan.
NAMED_FILES = {
    "codes": {"engine/include/brecha/codes.hpp"},
    "arrow": {"engine/include/brecha/arrow.h"},
    "columns": {"engine/plans/column.hpp", "engine/plans/rest.hpp", "engine/model/values.hpp", "engine/model/calendar.hpp"},
    "schema": {"engine/plans/plans.hpp"},
    "functions": {"grammar/words/function_table.hpp"},
}

# What users of a target include shows none of its dependencies.
PUBLIC_HEADERS = ("grammar/include/", "grammar/text/", "grammar/words/", "grammar/messages/", "grammar/limits/", "engine/include/")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def part_of(path: str) -> str:
    """The part a file belongs to: its folder, and inside engine and grammar the sub-folder."""
    folders = path.split("/")[:-1]
    return "/".join(folders[:2]) if folders[0] in ("engine", "grammar") else folders[0]


def resolve(path: str, included: str, exists) -> str | None:
    """The project's file that an include means, seen from `path`; None for anything else."""
    beside = "/".join([*path.split("/")[:-1], included])
    for candidate in (beside, f"engine/{included}", f"engine/include/{included}", f"grammar/{included}",
                      f"grammar/include/{included}", f"grammar/src/{included}"):  # fmt: skip
        if exists(candidate):
            return candidate
    return None


def is_standard(included: str) -> bool:
    return re.fullmatch(r"(sys/)?[a-z0-9_]+(\.h)?", included) is not None


def wrong_includes(path: str, text: str, exists) -> list[str]:
    part = part_of(path)
    allowed = ALLOWED[part]
    wrong = []
    for _, included in INCLUDE.findall(text):
        target = resolve(path, included, exists)
        if target is None:
            dependency = included.split("/")[0]
            if is_standard(included) or (part == "bindings" and included == "Python.h"):
                continue
            if dependency not in allowed:
                wrong.append(f"{path}: {part} does not include <{included}>")
            elif path.startswith(PUBLIC_HEADERS):
                wrong.append(f"{path}: a public header does not include <{included}>")
        elif part_of(target) != part and part_of(target) not in allowed:
            if not any(target in NAMED_FILES.get(name, ()) for name in allowed):
                wrong.append(f"{path}: {part} does not include {target}")
    return wrong


def source_files() -> list[str]:
    return sorted(
        file.relative_to(ROOT).as_posix()
        for folder in ("grammar", "engine", "bindings")
        for suffix in ("*.hpp", "*.cpp", "*.h", "*.inc")
        for file in (ROOT / folder).rglob(suffix)
    )


def test_every_include_goes_in_an_allowed_direction():
    files = source_files()
    assert len(files) > 10, "the source files were not found"
    wrong = [
        complaint
        for file in files
        for complaint in wrong_includes(file, (ROOT / file).read_text(encoding="utf-8"), lambda name: (ROOT / name).is_file())
    ]
    assert wrong == []


def test_every_folder_has_a_rule():
    assert {part_of(file) for file in source_files()} <= set(ALLOWED)


@pytest.mark.parametrize("name", ["brecha.hpp", "brecha.h"])
def test_the_public_header_needs_only_the_standard_library(name):
    header = ROOT / "engine/include/brecha" / name
    for _, included in INCLUDE.findall(header.read_text(encoding="utf-8")):
        assert is_standard(included) or (ROOT / "engine/include" / included).is_file(), included
        assert included not in {"iostream", "chrono", "regex"}, f"<{included}> makes every host slower to compile"


def test_the_c_interface_stands_on_the_public_header_alone():
    for file in (ROOT / "engine/api/c").iterdir():
        for _, included in INCLUDE.findall(file.read_text(encoding="utf-8")):
            assert is_standard(included) or included in {"brecha/brecha.h", "brecha/brecha.hpp"}, f"{file}: {included}"


def test_the_c_header_shows_what_the_library_carries_out():
    """A function that is declared and not defined would be missed by the first program that calls it."""
    declared = re.findall(
        r"^BRECHA_EXPORT [^;]*?(brecha_\w+)\(", (ROOT / "engine/include/brecha/brecha.h").read_text(encoding="utf-8"), re.MULTILINE
    )
    defined = re.findall(
        r"^[\w:]+(?: \w+)?[ *&]+(brecha_\w+)\([^;{]*\) \{", (ROOT / "engine/api/c/interface.cpp").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(declared) > 40
    assert sorted(declared) == sorted(defined)


def test_bindings_do_not_reach_back_into_the_python_package():
    for file in (ROOT / "bindings").rglob("*.cpp"):
        assert not re.search(r'import\(\s*"brecha', file.read_text(encoding="utf-8")), file


def test_a_code_stands_in_the_catalogue_alone():
    """What raises a message names its entry: two places cannot say the same code in different words."""
    raised = [
        f"{file}:{number}: {line.strip()}"
        for file in source_files()
        if not file.startswith("grammar/messages/catalogue/")
        for number, line in enumerate((ROOT / file).read_text(encoding="utf-8").split("\n"), 1)
        if re.search(r'"[BP][0-9]{3}"', line.split("//")[0])
    ]
    assert raised == []
    assert len(set(re.findall(r'"([BP][0-9]{3})"', "".join(text for _, text in CATALOGUE)))) > 100


CATALOGUE = [(file.name, file.read_text(encoding="utf-8")) for file in sorted((ROOT / "grammar/messages/catalogue").glob("*.hpp"))]
DECLARED = re.compile(r"^inline constexpr [\w:]+ (\w+)", re.MULTILINE)


def named_twice(headers: list[tuple[str, str]]) -> list[str]:
    """Names that two places of one namespace declare, in one header or in several."""
    seen: dict[tuple[str, str], str] = {}
    twice = []
    for file, text in headers:
        (namespace,) = re.findall(r"^namespace ([\w:]+) \{", text, re.MULTILINE)
        for name in DECLARED.findall(text):
            first = seen.setdefault((namespace, name), file)
            if first != file or text.count(f" {name}{{") > 1:
                twice.append(f"{name}: {first}, {file}")
    return sorted(set(twice))


def test_a_name_of_the_catalogue_stands_in_one_header():
    """They are variables of the whole program: of two of one name, the linker takes one for both, and with it its code."""
    assert named_twice(CATALOGUE) == []
    assert sum(len(DECLARED.findall(text)) for _, text in CATALOGUE) > 500
    head = "namespace catalogue {\n"
    assert named_twice([("a", head + "inline constexpr Entry no_day{"), ("b", head + "inline constexpr Sentence no_day{")]) == [
        "no_day: a, b"
    ]
    assert named_twice([("a", head + "inline constexpr Entry no_day{\ninline constexpr Entry no_day{")]) == ["no_day: a, a"]
    assert named_twice([("a", head + "inline constexpr Entry no_day{"), ("b", "namespace plans {\ninline constexpr Entry no_day{")]) == []


TREE = {
    "engine/plans/column.hpp", "engine/plans/plans.hpp", "engine/reading/read_plans.hpp", "engine/model/values.hpp", "engine/model/ruleset.hpp",
    "engine/assess/run.hpp", "engine/report/view.hpp", "engine/program/program.hpp", "engine/include/brecha/brecha.hpp",
    "grammar/include/brecha/grammar/parse.hpp", "grammar/src/rules.hpp", "grammar/messages/message.hpp",
    "grammar/words/keywords.hpp", "grammar/text/nearest.hpp",
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "include"),
    [
        ("grammar/src/parse.cpp", '"model/ruleset.hpp"'),
        ("grammar/messages/message.cpp", "<brecha/grammar/parse.hpp>"),
        ("grammar/words/keywords.cpp", '"messages/message.hpp"'),
        ("grammar/text/nearest.cpp", '"words/keywords.hpp"'),
        ("engine/kernels/logic.cpp", '"messages/message.hpp"'),
        ("grammar/include/brecha/grammar/parse.hpp", "<boost/spirit/home/x3.hpp>"),
        ("engine/model/ruleset.cpp", '"plans/plans.hpp"'),
        ("engine/model/ruleset.cpp", "<boost/spirit/home/x3.hpp>"),
        ("engine/kernels/logic.cpp", "<nlohmann/json.hpp>"),
        ("engine/plans/plans.cpp", '"program/program.hpp"'),
        ("engine/plans/schema.cpp", '"reading/read_plans.hpp"'),
        ("engine/report/test_cases.cpp", '"reading/read_plans.hpp"'),
        ("engine/program/lower.cpp", '"plans/column.hpp"'),
        ("engine/assess/run.cpp", '"report/view.hpp"'),
        ("engine/report/view.cpp", '"program/program.hpp"'),
        ("engine/kernels/logic.cpp", '"plans/plans.hpp"'),
        ("engine/kernels/logic.cpp", '"model/ruleset.hpp"'),
        ("engine/kernels/logic.cpp", "<brecha/grammar/parse.hpp>"),
        ("engine/model/check.cpp", "<brecha/brecha.hpp>"),
        ("engine/include/brecha/brecha.hpp", "<nlohmann/json.hpp>"),
        ("engine/include/brecha/brecha.hpp", "<brecha/grammar/parse.hpp>"),
        ("engine/assess/run.cpp", "<pybind11/pybind11.h>"),
        ("bindings/module.cpp", '"assess/run.hpp"'),
        ("bindings/module.cpp", "<nlohmann/json.hpp>"),
    ],
)
def test_a_forbidden_direction_is_seen(path, include):
    assert wrong_includes(path, f"#include {include}\n", TREE.__contains__)


@pytest.mark.parametrize(
    ("path", "include"),
    [
        ("grammar/src/parse.cpp", "<boost/spirit/home/x3.hpp>"),
        ("grammar/src/parse.cpp", '"rules.hpp"'),
        ("grammar/src/parse.cpp", '"messages/message.hpp"'),
        ("grammar/messages/message.cpp", '"words/keywords.hpp"'),
        ("engine/model/check.cpp", '"messages/message.hpp"'),
        ("engine/model/check.cpp", "<brecha/grammar/parse.hpp>"),
        ("engine/reading/json_events.hpp", "<nlohmann/json.hpp>"),
        ("engine/reading/cells.cpp", '"plans/plans.hpp"'),
        ("engine/api/plan.cpp", '"reading/read_plans.hpp"'),
        ("engine/kernels/logic.cpp", '"plans/column.hpp"'),
        ("engine/assess/run.cpp", '"program/program.hpp"'),
        ("engine/api/load.cpp", '"assess/run.hpp"'),
        ("engine/api/load.cpp", "<brecha/brecha.hpp>"),
        ("bindings/module.cpp", "<brecha/brecha.hpp>"),
        ("bindings/module.cpp", "<pybind11/pybind11.h>"),
        ("engine/model/values.hpp", "<cstdint>"),
    ],
)
def test_an_allowed_direction_passes(path, include):
    assert wrong_includes(path, f"#include {include}\n", TREE.__contains__) == []
