"""Plans, and what rules.assess_table says of them in one process: each engine has to say the same. Run by `make engines`.

Rules and plans are those of the benchmark and the shipped ones with their samples; rows of the table `broken` cannot be read.
"""

import contextlib
import io
import re
import sys
from pathlib import Path

import pyarrow

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "bench"), str(ROOT / "tests" / "python")]

AS_OF = "2026-01-15"
DEEP = '{"a":' * 70 + "1" + "}" * 70  # more levels than a plan may have


class Work:
    """Rules, a table of plans with `id` and `colour` (which no field has), and the verdicts by id."""

    def __init__(self, rules, plans):
        many = plans.num_rows
        self.rules = rules
        self.plans = plans.append_column("id", pyarrow.array(range(many))).append_column("colour", pyarrow.array(["red"] * many))
        alone = rules.assess_table(plans, AS_OF)
        failed = {one.position: "; ".join(f"{why.code} {why.message('en')}" for why in one.error.diagnostics) for one in alone.failed}
        self.requirements = alone.columns[1:]
        self.verdicts = {row: (*alone[row][1:], failed.get(row)) for row in range(many)}
        duties = {info.id for info in rules.requirements() if info.modality != "may"}
        self.gaps = {
            (row, name, verdict, None)
            for name in self.requirements
            if name in duties
            for row, verdict in enumerate(alone[name])
            if verdict in ("not_met", "partly_met")
        } | {(row, None, None, why) for row, why in failed.items()}
        assert len(set().union(*self.verdicts.values())) >= 3  # all the same would show little


NAMES = ["flat", "nested", "broken", "shipped"]


def verdicts_of(table, work):
    """Of an Arrow table with `id`, a column a requirement and `not_read`: by id, as Work has them."""
    assert table.schema.names == ["id", *work.requirements, "not_read"]
    columns = [column.to_pylist() for column in table.columns]
    return dict(zip(columns[0], zip(*columns[1:], strict=True), strict=True))


def gaps_of(table):
    assert table.schema.names == ["id", "requirement", "verdict", "not_read"]
    rows = list(zip(*(column.to_pylist() for column in table.columns), strict=True))
    assert len(rows) == len(set(rows))
    return set(rows)


RULES = """vocabulary v 1 { entity Plan root { a text  n number } }
ruleset r 1 { title en "R" uses v 1 source G { title en "G" } requirement R-1 { title en "t" shall source G "1" require plan.n >= 1 } }"""
REFUSED = "the files of r changed since it was pickled, or are others on this machine"


def run_page(engine, names, folder):
    """Runs docs/beyond_one_machine.md as far as it concerns an engine, and compares what it prints.

    An engine that was started elsewhere is told the whole path of the page's files.
    """
    from documentation import DOCS, blocks, matches

    printed, ran = "", 0
    for block in blocks(DOCS / "beyond_one_machine.md"):
        of_engine = block.role[:2] == ("engine", engine)
        if (
            block.language == "python"
            and (of_engine or block.kind == "")
            and not re.search("^import (duckdb|polars)", block.text, re.MULTILINE)
        ):
            output = io.StringIO()
            text = block.text.replace('"surveys"', repr(str(folder / "surveys")))
            with contextlib.redirect_stdout(output):
                exec(compile(text, str(block), "exec"), names)
            printed = "".join(
                line for line in output.getvalue().splitlines(keepends=True) if "(raylet)" not in line
            )  # what Ray says of a busy machine
            ran += of_engine
        elif block.language == "text" and of_engine:
            assert matches(block.text, printed), f"{block}\n--- shown\n{block.text}\n--- printed\n{printed}"
    assert ran, engine
