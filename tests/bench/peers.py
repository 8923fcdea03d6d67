"""Brecha and what a user would take instead, each as its own users would write the workloads.

A peer has a method for each job that it can do; a method gives the ways to do it: what runs, and the codes of the verdicts in what it
gave. A peer that is not installed raises ImportError when it is made. Everything on one thread.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.metadata import version
from typing import Any, NamedTuple

import brecha
import numpy
from workloads import AS_OF, MET, NO_ERROR, NO_GAP, NOT_APPLICABLE, NOT_MET, SECTORS, UNKNOWN, VERDICTS, Codes, Flat, FlatPlans, Nested


class Way(NamedTuple):
    """A way to do a job: `how` in a few words, what runs, and the codes in what came of it (None: it gives no verdicts).

    by_hand: the rules were not left as they are written, but put so that the peer is quick.
    """

    how: str
    run: Callable[[], Any]
    codes: Callable[[Any], Codes] | None
    by_hand: bool = False


def _rows(found: Any) -> Codes:
    return numpy.asarray(found, dtype=numpy.int8).reshape(-1, numpy.shape(found)[-1])


class Brecha:
    name, packages = "Brecha", ("brecha",)

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return self.many(work.text(), [json.dumps(plans.plan(row)) for row in range(len(plans))], plans.table())

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        return self.many(work.text(), [json.dumps(plan) for plan in plans], work.table(plans))

    def many(self, text: str, plans: Sequence[str], table: Any) -> list[Way]:
        """In memory: as columns, as the peers have them, or as plans that were read."""
        rules = brecha.compile(text)
        columns = Way("rules.assess_table, an Arrow table", lambda: rules.assess_table(table, AS_OF), _codes_of_table)
        return [columns, *self.loaded(rules, plans)]

    def loaded(self, rules: brecha.Ruleset, plans: Sequence[str]) -> list[Way]:
        """Plans that were read together lie beside each other in the engine; those read one by one have a table each."""
        together = [report.plan for report in rules.assess_all(plans, AS_OF)]
        one_by_one = [rules.read_plan(plan) for plan in plans]
        return [
            Way("rules.verdicts, plans read together", lambda: rules.verdicts(together, AS_OF), _codes_of_table),
            Way("rules.verdicts, plans read one by one", lambda: rules.verdicts(one_by_one, AS_OF), _codes_of_table),
        ]

    def flat_table(self, work: Flat, plans: FlatPlans) -> list[Way]:
        rules, table = brecha.compile(work.text()), plans.table()
        return [Way("rules.assess_table", lambda: rules.assess_table(table, AS_OF), _codes_of_table)]

    def flat_one(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return self.one(work.text(), json.dumps(plans.plan(0)))

    def nested_one(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        return self.one(work.text(), json.dumps(plans[0]))

    def one(self, text: str, plan: str) -> list[Way]:
        rules = brecha.compile(text)
        read = rules.read_plan(plan)
        names = [info.id for info in rules.requirements()]
        return [
            Way("rules.verdicts", lambda: rules.verdicts([read], AS_OF)[0], lambda row: _rows(_codes(row[1:]))),
            Way("rules.assess", lambda: _assessed(rules, read, names[0]), lambda report: _of_report(report, names)),
        ]

    def flat_findings(self, work: Flat, plans: FlatPlans) -> list[Way]:
        rules = brecha.compile(work.text())
        read = rules.read_plan(json.dumps(plans.plan(0)))
        return [
            Way(
                "rules.assess, its findings as rows",
                lambda: list(rules.assess(read, AS_OF).findings),
                lambda rows: _rows(_codes(row.verdict for row in rows)),
            )
        ]

    def flat_json(self, work: Flat, plans: FlatPlans) -> list[Way]:
        rules, text = brecha.compile(work.text()), json.dumps(plans.plan(0))
        names = [info.id for info in rules.requirements()]
        return [
            Way("rules.verdicts", lambda: rules.verdicts([text], AS_OF)[0], lambda row: _rows(_codes(row[1:]))),
            Way("rules.assess", lambda: _assessed(rules, text, names[0]), lambda report: _of_report(report, names)),
        ]

    def compile(self, work: Flat) -> list[Way]:
        text = work.text()
        return [Way("brecha.compile: parsed, checked, with texts", lambda: brecha.compile(text), None)]


def _assessed(rules: brecha.Ruleset, plan: Any, name: str) -> brecha.Assessment:
    """One verdict is asked for, so that all are there."""
    report = rules.assess(plan, AS_OF)
    assert report[name].verdict
    return report


def _of_report(report: brecha.Assessment, names: Sequence[str]) -> Codes:
    return _rows(_codes(report[name].verdict for name in names))


def _codes(verdicts: Any) -> list[int]:
    return [VERDICTS.index(verdict) for verdict in verdicts]


def _codes_of_table(table: Any) -> Codes:
    """Of a table of verdicts: a row a plan."""
    import pyarrow

    columns = pyarrow.table(table).combine_chunks()
    found = numpy.empty((columns.num_rows, columns.num_columns - 1), numpy.int8)
    for at, column in enumerate(columns.columns[1:]):
        codes = column.chunk(0)
        numbers = numpy.array(_codes(codes.dictionary.to_pylist()), numpy.int8)
        found[:, at] = numbers[codes.indices.to_numpy()]
    return found


class NumPy:
    name, packages = "NumPy", ("numpy",)

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return [
            Way("where in where, 100 times", lambda: self._plain(work, plans), numpy.transpose),
            Way("blocked by hand", lambda: self._blocked(work, plans), numpy.transpose, by_hand=True),
        ]

    def _plain(self, work: Flat, plans: FlatPlans) -> list[Codes]:
        verdicts = []
        for (sector, least), values, missing in zip(work.rules, plans.values, plans.missing, strict=True):
            code = numpy.where(missing, numpy.int8(UNKNOWN), numpy.where(values >= least, numpy.int8(MET), numpy.int8(NOT_MET)))
            verdicts.append(numpy.where(plans.sector == SECTORS.index(sector), code, numpy.int8(NOT_APPLICABLE)) if sector else code)
        return verdicts

    def _blocked(self, work: Flat, plans: FlatPlans, block: int = 16_384) -> Codes:
        """The worst of three codes, which is right since they rise in order; in blocks that stay in the cache, into a buffer."""
        count = len(plans)
        verdicts = numpy.empty((len(work.rules), count), numpy.int8)
        for start in range(0, count, block):
            end = min(start + block, count)
            sectors = plans.sector[start:end]
            others = {name: (sectors != at).view(numpy.int8) * numpy.int8(NOT_APPLICABLE) for at, name in enumerate(SECTORS)}
            failed, silent = numpy.empty(end - start, bool), numpy.empty(end - start, numpy.int8)
            for at, (sector, least) in enumerate(work.rules):
                out = verdicts[at, start:end]
                numpy.less(plans.values[at, start:end], least, out=failed)
                numpy.multiply(failed.view(numpy.int8), NOT_MET, out=out)
                numpy.multiply(plans.missing[at, start:end].view(numpy.int8), UNKNOWN, out=silent)
                numpy.maximum(out, silent, out=out)
                if sector:
                    numpy.maximum(out, others[sector], out=out)
        return verdicts

    def flat_one(self, work: Flat, plans: FlatPlans) -> list[Way]:
        values, missing, sector = plans.values[:, 0].copy(), plans.missing[:, 0].copy(), plans.sector[0]
        least = numpy.array([one for _, one in work.rules])
        asked = numpy.array([SECTORS.index(name) if name else -1 for name, _ in work.rules])

        def run() -> Codes:
            code = numpy.where(missing, UNKNOWN, numpy.where(values >= least, MET, NOT_MET))
            return numpy.where((asked == -1) | (asked == sector), code, NOT_APPLICABLE)

        return [Way("over the requirements, which must all have one shape", run, _rows)]

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        lengths = numpy.array([len(plan["agencies"]) for plan in plans])
        agencies = [agency for plan in plans for agency in plan["agencies"]]
        participates = numpy.array([one.get("participates", True) for one in agencies])
        certain = numpy.array([one.get("participates") is True for one in agencies])
        stated = numpy.array(["representatives" in one for one in agencies])
        representatives = numpy.array([one.get("representatives", 0) for one in agencies], numpy.int32)
        offsets = numpy.array([[plan[f"offset{at}"] for plan in plans] for at in range(10)], numpy.int32)
        rows = numpy.repeat(numpy.arange(len(plans)), lengths)
        filled = numpy.flatnonzero(lengths)
        starts = (numpy.cumsum(lengths) - lengths)[filled]

        def written() -> list[Codes]:
            verdicts = []
            for least, offset in work.rules:
                lacking = representatives < (offsets[offset] + least)[rows]
                code = numpy.full(len(plans), MET, numpy.int8)
                open_or_worse = numpy.logical_or.reduceat(participates & (lacking | ~stated), starts)
                code[filled[open_or_worse]] = UNKNOWN
                code[filled[numpy.logical_or.reduceat(certain & stated & lacking, starts)]] = NOT_MET
                verdicts.append(code)
            return verdicts

        def rewritten() -> Codes:
            most = numpy.iinfo(numpy.int32).max
            at_best, at_worst = (numpy.full(len(plans), most, numpy.int32) for _ in range(2))
            at_best[filled] = numpy.minimum.reduceat(numpy.where(certain & stated, representatives, most), starts)
            at_worst[filled] = numpy.minimum.reduceat(numpy.where(participates, numpy.where(stated, representatives, -1), most), starts)
            verdicts = numpy.empty((len(work.rules), len(plans)), numpy.int8)
            for code, (least, offset) in zip(verdicts, work.rules, strict=True):
                asked = offsets[offset] + least
                numpy.multiply((at_worst < asked).view(numpy.int8), UNKNOWN, out=code)
                numpy.subtract(code, (at_best < asked).view(numpy.int8), out=code)  # 3 - 1: not met
            return verdicts

        return [
            Way("reduceat, 50 times", written, numpy.transpose),
            Way("two minima and 50 comparisons", rewritten, numpy.transpose, by_hand=True),
        ]


class Polars:
    name, packages = "Polars", ("polars",)

    def __init__(self) -> None:
        import polars

        self.polars = polars

    def _flat(self, work: Flat) -> list[Any]:
        polars = self.polars

        def verdict(at: int, sector: str | None, least: int) -> Any:
            field = polars.col(f"f{at}")
            held = polars.when(field.is_null()).then(UNKNOWN).when(field >= least).then(MET).otherwise(NOT_MET)
            code = polars.when(polars.col("sector") == sector).then(held).otherwise(NOT_APPLICABLE) if sector else held
            return code.cast(polars.Int8).alias(f"W-{at}")

        return [verdict(at, *rule) for at, rule in enumerate(work.rules)]

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        frame, expressions = self.polars.from_arrow(plans.table()), self._flat(work)
        return [Way("an expression a requirement", lambda: frame.select(expressions), lambda found: found.to_numpy())]

    def flat_table(self, work: Flat, plans: FlatPlans) -> list[Way]:
        table, expressions = plans.table(), self._flat(work)
        return [
            Way("from_arrow and select", lambda: self.polars.from_arrow(table).select(expressions), lambda found: found.to_numpy()),
        ]

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        polars = self.polars
        frame = polars.from_arrow(work.table(plans)).with_row_index("row")
        participates, representatives = polars.col("participates"), polars.col("representatives")
        names = [f"N-{at}" for at in range(len(work.rules))]

        def asked(rule: tuple[int, int]) -> Any:
            return polars.col(f"offset{rule[1]}") + rule[0]

        def code(every: Any, name: str) -> Any:
            return polars.when(every.is_null()).then(UNKNOWN).when(every).then(MET).otherwise(NOT_MET).cast(polars.Int8).alias(name)

        every = [
            code((participates.not_() | (representatives >= asked(rule))).all(ignore_nulls=False), name)
            for name, rule in zip(names, work.rules, strict=True)
        ]

        def written() -> Any:
            items = frame.lazy().filter(polars.col("agencies").list.len() > 0).explode("agencies").unnest("agencies")
            found = items.group_by("row", maintain_order=True).agg(every)
            return frame.lazy().select("row").join(found, on="row", how="left", maintain_order="left").drop("row").fill_null(MET).collect()

        most = 2**31 - 1
        at_best = polars.when(participates & representatives.is_not_null()).then(representatives).otherwise(most).min()
        at_worst = polars.when(participates.fill_null(True)).then(representatives.fill_null(-1)).otherwise(most).min()
        codes = [
            polars.when(polars.col("at_best") < asked(rule)).then(NOT_MET).when(polars.col("at_worst") < asked(rule)).then(UNKNOWN)
            .otherwise(MET).cast(polars.Int8).alias(name)
            for name, rule in zip(names, work.rules, strict=True)
        ]  # fmt: skip

        def rewritten() -> Any:
            items = (
                frame.lazy().select("row", "agencies").filter(polars.col("agencies").list.len() > 0).explode("agencies").unnest("agencies")
            )
            minima = items.group_by("row").agg(at_best.alias("at_best"), at_worst.alias("at_worst"))
            joined = frame.lazy().join(minima, on="row", how="left", maintain_order="left")
            return joined.with_columns(polars.col("at_best", "at_worst").fill_null(most)).select(codes).collect()

        return [
            Way("explode and all, an expression a requirement", written, lambda found: found.to_numpy()),
            Way("two minima and 50 comparisons", rewritten, lambda found: found.to_numpy(), by_hand=True),
        ]

    def compile(self, work: Flat) -> list[Way]:
        polars = self.polars
        fields = {f"f{at}": polars.Int32 for at in range(len(work.rules))}
        frame = polars.DataFrame(schema={"sector": polars.Categorical, **fields})
        return [Way("expressions, run on an empty frame", lambda: frame.select(self._flat(work)), None)]


class DuckDB:
    name, packages = "DuckDB", ("duckdb",)

    def __init__(self) -> None:
        import duckdb

        self.base = duckdb.connect(config={"threads": 1})

    def _flat(self, work: Flat, source: str) -> str:
        def verdict(at: int, sector: str | None, least: int) -> str:
            other = f"WHEN sector <> '{sector}' THEN {NOT_APPLICABLE} " if sector else ""
            code = f"CASE {other}WHEN f{at} IS NULL THEN {UNKNOWN} WHEN f{at} >= {least} THEN {MET} ELSE {NOT_MET} END"
            return f'({code})::TINYINT AS "W-{at}"'

        return f"SELECT {', '.join(verdict(at, *rule) for at, rule in enumerate(work.rules))} FROM {source}"

    def _table(self, table: Any) -> str:
        self.base.register("given", table)
        name = f"plans_{table.num_rows}_{table.num_columns}"
        self.base.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT row_number() OVER () AS row, * FROM given")
        return name

    def _answer(self, query: str) -> Any:
        return self.base.sql(query).to_arrow_table()

    @staticmethod
    def _codes(found: Any) -> Codes:
        return numpy.stack([column.to_numpy() for column in found.columns], axis=1)

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        query = self._flat(work, self._table(plans.table()))
        return [Way("one SELECT, given as Arrow", lambda: self._answer(query), self._codes)]

    def flat_table(self, work: Flat, plans: FlatPlans) -> list[Way]:
        name = f"arrow_{plans.values.dtype}_{len(plans)}"
        self.base.register(name, plans.table())
        query = self._flat(work, name)
        return [Way("one SELECT over the Arrow table", lambda: self._answer(query), self._codes)]

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        source = self._table(work.table(plans))

        def written(at: int, least: int, offset: int) -> str:
            failed = f"list_transform(agencies, lambda a: a.participates AND a.representatives < {least} + offset{offset})"
            code = (
                f"CASE WHEN list_bool_or({failed}) THEN {NOT_MET} WHEN list_count({failed}) < len({failed}) THEN {UNKNOWN} ELSE {MET} END"
            )
            return f'({code})::TINYINT AS "N-{at}"'

        def minima(at: int, least: int, offset: int) -> str:
            asked = f"{least} + offset{offset}"
            return (
                f'(CASE WHEN at_best < {asked} THEN {NOT_MET} WHEN at_worst < {asked} THEN {UNKNOWN} ELSE {MET} END)::TINYINT AS "N-{at}"'
            )

        plain = f"SELECT {', '.join(written(at, *rule) for at, rule in enumerate(work.rules))} FROM {source} ORDER BY row"
        items = f"SELECT row, unnest(agencies, recursive := true) FROM {source}"
        least = (
            "SELECT row, min(representatives) FILTER (participates) AS at_best,"
            " min(CASE WHEN participates IS DISTINCT FROM false THEN coalesce(representatives, -1) END) AS at_worst"
            f" FROM ({items}) GROUP BY row"
        )
        better = (
            f"SELECT {', '.join(minima(at, *rule) for at, rule in enumerate(work.rules))}"
            f" FROM {source} LEFT JOIN ({least}) USING (row) ORDER BY row"
        )
        return [
            Way("lambdas over the list", lambda: self._answer(plain), self._codes),
            Way("two minima and 50 comparisons", lambda: self._answer(better), self._codes, by_hand=True),
        ]

    def compile(self, work: Flat) -> list[Way]:
        name = f"empty_{len(work.rules)}"
        sectors = ", ".join(f"'{one}'" for one in SECTORS)
        fields = ", ".join(f"f{at} INTEGER" for at in range(len(work.rules)))
        self.base.execute(f"CREATE OR REPLACE TABLE {name} (sector ENUM ({sectors}), {fields})")
        return [Way("PREPARE", lambda: self.base.execute(f"PREPARE asked AS {self._flat(work, name)}"), None)]


class JsonSchema:
    """A schema tells valid from invalid, and silence is valid. With `required` beside `minimum`, errors tell what is missing, at a price."""

    name, packages = "jsonschema-rs", ("jsonschema-rs",)

    def __init__(self) -> None:
        import jsonschema_rs

        self.library = jsonschema_rs

    def _schema(self, work: Flat, required: bool) -> dict[str, Any]:
        def asked(at: int, sector: str | None, least: int) -> dict[str, Any]:
            field = {"properties": {f"f{at}": {"minimum": least}}, **({"required": [f"f{at}"]} if required else {})}
            return {"if": {"properties": {"sector": {"const": sector}}}, "then": field} if sector else field

        return {"allOf": [asked(at, *rule) for at, rule in enumerate(work.rules)]}

    def _ways(self, work: Flat, how: str, run: Callable[[Any], Any], errors: Callable[[Any], Any]) -> list[Way]:
        """Both schemas. run: with a validator; errors: for each plan, in what it gave."""

        def way(required: bool) -> Way:
            validator = self.library.validator_for(self._schema(work, required))

            def codes(found: Any) -> Codes:
                plans = errors(found)
                rows = numpy.full((len(plans), len(work.rules)), NO_GAP if required else NO_ERROR, numpy.int8)
                for row, of_plan in zip(rows, plans, strict=True):
                    for error in of_plan:
                        row[error.schema_path[1]] = UNKNOWN if error.schema_path[-1] == "required" else NOT_MET
                return rows

            return Way(f"{how}, {'what is missing among them' if required else 'silence passes'}", lambda: run(validator), codes)

        return [way(required=False), way(required=True)]

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        given = [plans.plan(row) for row in range(len(plans))]
        return self._ways(work, "all errors", lambda validator: [list(validator.iter_errors(plan)) for plan in given], lambda found: found)

    def flat_one(self, work: Flat, plans: FlatPlans) -> list[Way]:
        plan = plans.plan(0)
        return self._ways(work, "all errors", lambda validator: list(validator.iter_errors(plan)), lambda found: [found])

    def flat_findings(self, work: Flat, plans: FlatPlans) -> list[Way]:
        plan = plans.plan(0)

        def run(validator: Any) -> list[tuple[Any, ...]]:
            return [(error, error.message, error.instance_path) for error in validator.iter_errors(plan)]

        return self._ways(work, "all errors with messages and places", run, lambda found: [[row[0] for row in found]])

    def flat_json(self, work: Flat, plans: FlatPlans) -> list[Way]:
        text = json.dumps(plans.plan(0))
        run = lambda validator: list(validator.iter_errors(json.loads(text)))
        return self._ways(work, "json.loads, all errors", run, lambda found: [found])

    def compile(self, work: Flat) -> list[Way]:
        schema = self._schema(work, required=False)
        return [Way("validator_for", lambda: self.library.validator_for(schema), None)]


class Zen:
    name, packages = "Zen", ("zen-engine",)

    def __init__(self) -> None:
        import zen

        self.library = zen

    def _flat(self, work: Flat) -> str:
        def asked(at: int, sector: str | None, least: int) -> str:
            held = f"(f{at} == null ? {UNKNOWN} : f{at} >= {least} ? {MET} : {NOT_MET})"
            return f"(sector == '{sector}' ? {held} : {NOT_APPLICABLE})" if sector else held

        return f"[{', '.join(asked(at, *rule) for at, rule in enumerate(work.rules))}]"

    def _nested(self, work: Nested) -> str:
        def asked(least: int, offset: int) -> str:
            lacking = f"#.representatives < {least} + offset{offset}"
            failed = f"some(agencies, #.participates == true and #.representatives != null and {lacking})"
            silent = f"some(agencies, #.participates != false and (#.representatives == null or {lacking}))"
            return f"({failed} ? {NOT_MET} : {silent} ? {UNKNOWN} : {MET})"

        return f"[{', '.join(asked(*rule) for rule in work.rules)}]"

    def _many(self, text: str, plans: list[dict[str, Any]]) -> list[Way]:
        expression = self.library.compile_expression(text)
        return [Way("one expression, a plan at a time", lambda: [expression.evaluate(plan) for plan in plans], _rows)]

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return self._many(self._flat(work), [plans.plan(row) for row in range(len(plans))])

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        return self._many(self._nested(work), plans)

    def flat_one(self, work: Flat, plans: FlatPlans) -> list[Way]:
        expression, plan = self.library.compile_expression(self._flat(work)), plans.plan(0)
        return [Way("one expression", lambda: expression.evaluate(plan), _rows)]

    def nested_one(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        expression, plan = self.library.compile_expression(self._nested(work)), plans[0]
        return [Way("one expression", lambda: expression.evaluate(plan), _rows)]

    def flat_json(self, work: Flat, plans: FlatPlans) -> list[Way]:
        expression, text = self.library.compile_expression(self._flat(work)), json.dumps(plans.plan(0))
        return [Way("json.loads, one expression", lambda: expression.evaluate(json.loads(text)), _rows)]

    def compile(self, work: Flat) -> list[Way]:
        text = self._flat(work)
        return [Way("compile_expression", lambda: self.library.compile_expression(text), None)]


class Cel:
    """The package common-expression-language: a program a requirement, the plan as a context."""

    name, packages = "cel", ("common-expression-language",)

    def __init__(self) -> None:
        import cel

        self.library = cel

    def _flat(self, work: Flat) -> list[str]:
        def asked(at: int, sector: str | None, least: int) -> str:
            held = f"(has(plan.f{at}) ? (plan.f{at} >= {least} ? {MET} : {NOT_MET}) : {UNKNOWN})"
            return f"plan.sector == '{sector}' ? {held} : {NOT_APPLICABLE}" if sector else held

        return [asked(at, *rule) for at, rule in enumerate(work.rules)]

    def _nested(self, work: Nested) -> list[str]:
        def asked(least: int, offset: int) -> str:
            lacking = f"a.representatives < {least} + plan.offset{offset}"
            failed = f"plan.agencies.exists(a, has(a.participates) && a.participates && has(a.representatives) && {lacking})"
            silent = f"plan.agencies.exists(a, (!has(a.participates) || a.participates) && (!has(a.representatives) || {lacking}))"
            return f"{failed} ? {NOT_MET} : ({silent} ? {UNKNOWN} : {MET})"

        return [asked(*rule) for rule in work.rules]

    def _given(self, plan: dict[str, Any]) -> Any:
        return self.library.Context(variables={"plan": plan})

    def _many(self, texts: list[str], plans: list[dict[str, Any]]) -> list[Way]:
        programs, given = [self.library.compile(text) for text in texts], [self._given(plan) for plan in plans]
        run = lambda: [[program.execute(plan) for program in programs] for plan in given]
        return [Way("a program a requirement, a plan at a time", run, _rows)]

    def flat_many(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return self._many(self._flat(work), [plans.plan(row) for row in range(len(plans))])

    def nested_many(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        return self._many(self._nested(work), plans)

    def _one(self, texts: list[str], plan: dict[str, Any]) -> list[Way]:
        programs, given = [self.library.compile(text) for text in texts], self._given(plan)
        return [Way("a program a requirement", lambda: [program.execute(given) for program in programs], _rows)]

    def flat_one(self, work: Flat, plans: FlatPlans) -> list[Way]:
        return self._one(self._flat(work), plans.plan(0))

    def nested_one(self, work: Nested, plans: list[dict[str, Any]]) -> list[Way]:
        return self._one(self._nested(work), plans[0])

    def flat_json(self, work: Flat, plans: FlatPlans) -> list[Way]:
        programs, text = [self.library.compile(one) for one in self._flat(work)], json.dumps(plans.plan(0))

        def run() -> list[int]:
            given = self._given(json.loads(text))
            return [program.execute(given) for program in programs]

        return [Way("json.loads, a program a requirement", run, _rows)]

    def compile(self, work: Flat) -> list[Way]:
        texts = self._flat(work)
        return [Way("a program a requirement", lambda: [self.library.compile(text) for text in texts], None)]


PEERS = (NumPy, Polars, DuckDB, JsonSchema, Zen, Cel)


def installed() -> tuple[list[Any], list[str]]:
    """Brecha and the peers that are there, and the names of those that are not."""
    there: list[Any] = [Brecha()]
    lacking = []
    for peer in PEERS:
        try:
            there.append(peer())
        except ImportError:
            lacking.append(peer.name)
    return there, lacking


def versions(there: list[Any]) -> dict[str, str]:
    return {peer.name: version(peer.packages[0]) for peer in there if peer.name != "Brecha"} | {"Brecha": brecha.__version__}
