"""A portfolio of very many plans: the table alone, a row for each requirement and plan, made when it is asked for.

in:  the verdicts of a table of plans (rules.assess_table)
out: the columns of `portfolio`; no assessment is kept, so that its hash and the counts of parts are null
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.made_tables import MadeTable
from brecha.portfolios import COLUMNS
from brecha.rows import Standing
from brecha.tables import Table

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    import pandas

    from brecha.assessment import Assessment
    from brecha.assessments import FailedPlan
    from brecha.ruleset import Ruleset
    from brecha.tables_in.many_plans import PlanTable


class PortfolioTable(Table[Standing]):
    """The table `portfolio` of very many plans. `.verdicts` is a row a plan, `.failed` are the plans that could not be read.

    Arrow and data frames take it requirement by requirement, without all rows at once. `assessment`, `holds`, `fails`, `unknown`,
    `lowest` and `highest` are null; `.report(row)` gives the assessment of the plan in a row, which has them.
    """

    __slots__ = ("_language", "verdicts")

    _core: _LongVerdicts

    def __init__(self, core: _LongVerdicts, verdicts: PlanTable, language: str) -> None:
        super().__init__(core, Standing)
        self.verdicts = verdicts
        self._language = language

    @property
    def failed(self) -> list[FailedPlan]:
        return self.verdicts.failed

    def report(self, row: int) -> Assessment:
        """The assessment of the plan that a row of this table is of. Raises IndexError for another row."""
        if not -len(self) <= row < len(self):
            raise IndexError(f"{self.name} has {len(self)} rows")
        return self.verdicts.report(row % len(self.verdicts), language=self._language)

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas data frame of len(self) rows: categories as categoricals, dates as datetime64."""
        frame: pandas.DataFrame = self._core.reader().read_pandas(date_as_object=False)
        return frame


def portfolio_table(
    rules: Ruleset,
    table: Any,
    as_of: datetime.date,
    language: str,
    parameters: Mapping[str, Any] | None,
    read: str | None,
    facts_since: str | datetime.date | None,
) -> PortfolioTable:
    """Raises what rules.assess_table raises."""
    from brecha.tables_in.rows import arrow_table

    verdicts = rules.assess_table(table, as_of, parameters=parameters, read=read, facts_since=facts_since)
    given = arrow_table(table)
    countries = given.column("country") if "country" in given.schema.names else None
    return PortfolioTable(_LongVerdicts(verdicts, as_of, countries), verdicts, language)


class _LongVerdicts(MadeTable):
    """A row a plan and a column a requirement, seen as a row for each requirement and plan."""

    def __init__(self, verdicts: PlanTable, as_of: datetime.date, countries: Any) -> None:
        super().__init__("portfolio", COLUMNS, ())
        self._verdicts = verdicts
        self._requirements = verdicts.columns[1:]
        self._as_of = as_of
        self._countries = countries

    def __len__(self) -> int:
        return len(self._verdicts) * len(self._requirements)

    def _of(self, requirement: str, plan: str, verdict: str | None, country: str | None) -> tuple[Any, ...]:
        return (None, plan, self._as_of, requirement, country, verdict, None, None, None, None, None)

    def _made(self) -> Iterator[tuple[Any, ...]]:
        plans, countries = self._verdicts["plan"], self._of_plans("country")
        for requirement in self._requirements:
            for plan, verdict, country in zip(plans, self._verdicts[requirement], countries, strict=True):
                yield self._of(requirement, plan, verdict, country)

    def row(self, row: int) -> tuple[Any, ...]:
        requirement, plan = divmod(row, len(self._verdicts))
        cells = self._verdicts._core.row(plan)
        country = self._countries[plan].as_py() if self._countries is not None else None
        return self._of(self._requirements[requirement], cells[0], cells[requirement + 1], country)

    def rows(self) -> list[tuple[Any, ...]]:
        return list(self._made())

    def column(self, name: str) -> list[Any]:
        if name == "requirement":
            return [requirement for requirement in self._requirements for _ in range(len(self._verdicts))]
        if name == "verdict":
            return [verdict for requirement in self._requirements for verdict in self._verdicts[requirement]]
        return self._of_plans(name) * len(self._requirements)

    def _of_plans(self, name: str) -> list[Any]:
        """What a column has for each plan, which is the same for every requirement."""
        if name == "plan":
            return self._verdicts["plan"]
        if name == "country" and self._countries is not None:
            countries: list[Any] = self._countries.to_pylist()
            return countries
        return [self._as_of if name == "as_of" else None] * len(self._verdicts)

    def select(self, column: str, values: Sequence[str]) -> MadeTable:
        place, wanted = self._place_of_texts(column), frozenset(values)
        return MadeTable(self.name, self._columns, (row for row in self._made() if row[place] in wanted))

    def head(self, most: int) -> MadeTable:
        return MadeTable(self.name, self._columns, (self.row(row) for row in range(min(most, len(self)))))

    def reader(self) -> Any:
        """A pyarrow.RecordBatchReader: a batch a requirement."""
        import pyarrow

        wide = pyarrow.table(self._verdicts).combine_chunks()
        plans, many = wide.column(0), wide.num_rows
        verdict_type = pyarrow.dictionary(pyarrow.int32(), pyarrow.string(), ordered=True)
        country = (
            self._countries.cast(pyarrow.string()).combine_chunks()
            if self._countries is not None
            else pyarrow.nulls(many, pyarrow.string())
        )
        kinds = {"text": pyarrow.string(), "date": pyarrow.date32(), "int32": pyarrow.int32(), "float64": pyarrow.float64()}
        schema = pyarrow.schema(
            [(column.name, verdict_type if column.type == "category" else kinds[column.type]) for column in self._columns]
        )
        day = pyarrow.array([self._as_of], pyarrow.date32())
        empty = {kind: pyarrow.nulls(many, kind) for kind in (pyarrow.string(), pyarrow.int32(), pyarrow.float64())}

        def batches() -> Iterator[Any]:
            for requirement in self._requirements:
                named = pyarrow.array([requirement], pyarrow.string())
                made = {
                    "plan": plans.combine_chunks(),
                    "as_of": day.take(pyarrow.nulls(many, pyarrow.int32()).fill_null(0)),
                    "requirement": named.take(pyarrow.nulls(many, pyarrow.int32()).fill_null(0)),
                    "country": country,
                    "verdict": wide.column(requirement).combine_chunks().cast(verdict_type),
                }
                yield pyarrow.record_batch([made.get(field.name, empty.get(field.type)) for field in schema], schema=schema)

        return pyarrow.RecordBatchReader.from_batches(schema, batches())

    def arrow(self) -> Any:
        return self.reader().read_all()

    def __arrow_c_schema__(self) -> object:
        return self.reader().schema.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.reader().__arrow_c_stream__(requested_schema)
