"""What requirements cost, told before anything is run: how their work grows with the lists of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brecha.made_tables import Column, MadeTable
from brecha.tables import Table

if TYPE_CHECKING:
    from brecha.plan import Plan
    from brecha.ruleset import Ruleset


class Cost(NamedTuple):
    """A requirement. lists: those whose elements it looks at together, where these are most; combinations: of these, for one plan;
    findings: at most; steps: operations on single rows, a nanosecond to ten each; memory: bytes, at least.
    """

    requirement: str
    lists: tuple[str, ...]
    combinations: float
    findings: float
    steps: float
    memory: float
    file: str
    line: int

    @property
    def together(self) -> str:
        """ "agencies × activities"; empty: the plan alone."""
        return " × ".join(self.lists)


_COLUMNS = (
    Column("requirement"), Column("lists", "texts"), Column("combinations", "float64"), Column("findings", "float64"),
    Column("steps", "float64"), Column("memory", "float64"), Column("file"), Column("line", "int32"),
)  # fmt: skip


def costs_of(rules: Ruleset, plan: Plan | None, elements: int) -> Table[Cost]:
    rows = rules._core.costs(elements) if plan is None else rules._core.costs_for(plan._core)
    return Table(MadeTable("costs", _COLUMNS, rows), Cost)


def table_text(costs: Table[Cost], head: tuple[str, ...]) -> str:
    """Aligned columns under `head`: requirement, lists, combinations, findings, steps, memory."""
    rows = [head]
    for cost in costs:
        numbers = tuple(count_text(number) for number in (cost.combinations, cost.findings, cost.steps))
        rows.append((cost.requirement, cost.together or "–", *numbers, memory_text(cost.memory)))
    widths = [max(len(row[place]) for row in rows) for place in range(len(head))]
    texts = 2  # the others are numbers
    return "\n".join(
        "  ".join(
            cell.ljust(wide) if place < texts else cell.rjust(wide) for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def count_text(count: float) -> str:
    longest = 1e15
    return f"{count:,.0f}" if count < longest else f"{count:.1e}"


def memory_text(size: float) -> str:
    step = 1024
    for unit in ("B", "KiB", "MiB", "GiB", "TiB"):
        if size < step or unit == "TiB":
            break
        size /= step
    return f"{size:,.0f} {unit}" if unit == "B" or size >= step else f"{size:.1f} {unit}"
