"""From Arrow batches of plans to Arrow batches of verdicts: what an engine that runs on many machines does with Brecha.

in:  batches of plans, a plan a row, as rules.assess_table takes them; or a column of plans as JSON texts
out: a batch of verdicts for each, whose schema is known before the first

An Assessor is made once, where the plans' schema is known, and pickles: `brecha.spark`, `brecha.dask` and `brecha.ray` send it to
their workers. It brings no scheduler: which batch is done where and when is the engine's.
"""

from __future__ import annotations

import pickle
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from brecha import arguments
from brecha.arguments import language_of
from brecha.dates import date_of, facts_since_of
from brecha.errors import BrechaError, NotInstalledError, RulesetError
from brecha.made_tables import VERDICTS
from brecha.near_names import did_you_mean
from brecha.parameters import spelled_parameters
from brecha.remarks import RemarkWarning
from brecha.ruleset import reading_of
from brecha.sentences import EngineSentence, Sentence

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brecha.assessments import FailedPlan
    from brecha.ruleset import Ruleset
    from brecha.verdicts import Verdicts

_GAPS = ("partly_met", "not_met")

ROWS = ("plans", "requirements", "gaps")
NOT_READ = "not_read"
"""The column that says why a plan could not be read; null where it was."""


class Options(TypedDict, total=False):
    """What `Ruleset.assess_batches` and the engines' `assess` take by name.

    keep: columns that are carried along, one or several; `plan` where there is one and it is no field, else none.
    rows: "plans" (a row a plan, a column a requirement), "requirements" (a row for each of them and plan: `requirement`, `verdict`) or
    "gaps" (of these the gaps). The two have the requirements one after the other, batch by batch.
    json: the column that has each plan as JSON text, in place of a column a field.
    parameters, read, facts_since: as in Ruleset.assess. language: of `not_read`, and of remarks.
    """

    keep: str | Sequence[str] | None
    rows: str
    json: str | None
    parameters: Mapping[str, Any] | None
    read: str | None
    facts_since: str | datetime.date | None
    language: str


class _Asked(NamedTuple):
    """What goes along with the ruleset. All of it is settled where the plans' schema is known, and is the same for each worker."""

    as_of: datetime.date
    parameters: dict[str, str]
    read: str | None
    facts_since: datetime.date | None
    language: str
    rows: str
    json: str | None
    keep: tuple[str, ...]
    fields: tuple[str, ...]  # columns that are read
    requirements: tuple[str, ...]  # of which there are verdicts; of "gaps" those that can be one on that day
    as_text: bool


def assess_batches(rules: Ruleset, plans: Any, as_of: str | datetime.date | None, options: Options) -> Any:
    """See Ruleset.assess_batches."""
    arrow = _arrow()
    if isinstance(plans, arrow.RecordBatchReader):
        reader = plans
    elif hasattr(plans, "__arrow_c_stream__"):
        reader = arrow.RecordBatchReader.from_stream(plans)
    else:
        raise arguments.wrong_type("plans", "what has an Arrow stream: a RecordBatchReader, a relation, a data frame", plans)
    assessor = assessor_of(rules, reader.schema, as_of, options, stack=4)
    return arrow.RecordBatchReader.from_batches(assessor.schema, assessor(reader))


def assessor_of(
    rules: Ruleset, plans: Any, as_of: str | datetime.date | None, options: Options, *, as_text: bool = False, stack: int = 3
) -> Assessor:
    """For batches of the schema `plans`. A column that no field has, and that is not kept, gets a RemarkWarning, once.

    as_text: verdicts and requirements as texts, for engines that have no dictionary columns. stack: how far above stands who is warned.
    Raises BrechaError for a column that is not there or would be there twice, AssessmentError for a parameter that is unknown or wrong.
    """
    arrow = _arrow()
    keep, rows, json, parameters, read, since, language = _spelled(**options)
    day = date_of(as_of)
    fields = {field.name: field for entity in rules.vocabulary().entities if entity.root for field in entity.fields}
    if keep is None:
        keep = ("plan",) if "plan" in plans.names and "plan" not in fields else ()
    for name in keep if json is None else (*keep, json):
        if name not in plans.names:
            raise BrechaError(Sentence("no_column", table="table", column=name, near=did_you_mean(name, plans.names)))
    taken: tuple[str, ...]
    if json is None:
        given = arrow.schema([column for column in plans if column.name not in keep or column.name in fields])
        # Of no plans at all: what is wrong with parameters and columns is said before any worker starts.
        remarks = rules.assess_table(given.empty_table(), day, parameters=parameters, read=read, facts_since=since).remarks
        unknown = {remark.cell for remark in remarks if not isinstance(remark.sentence, EngineSentence)}
        taken = tuple(name for name in given.names if name not in unknown and (name != "plan" or name in fields))
        for remark in remarks:
            warnings.warn(RemarkWarning(remark, language), stacklevel=stack)
        if not taken:
            raise BrechaError(Sentence("table_without_fields", ruleset=rules.name))
    else:
        rules.verdicts([], day, parameters=parameters, read=read, facts_since=since)
        taken = (json,)
    requirements = tuple(info.id for info in rules.requirements())
    if rows == "gaps":
        requirements = _may_be_gaps(rules, day)
    asked = _Asked(day, parameters, read, since, language, rows, json, keep, taken, requirements, as_text)
    made = Assessor(rules, asked, _schema(asked, plans))
    for name in made.schema.names:
        if made.schema.names.count(name) > 1:
            raise BrechaError(Sentence("column_would_be_twice", column=name))
    return made


class Assessor:
    """Called with batches of plans, gives batches of verdicts, whose schema is `.schema`. `.columns` are those it needs of the plans.

    It pickles. A worker loads the ruleset once, and refuses to work where it means something else there, or Brecha is another version.
    """

    __slots__ = ("_asked", "_rules", "_sent", "schema")

    def __init__(self, rules: Ruleset | None, asked: _Asked, schema: Any, sent: tuple[str, bytes] | None = None) -> None:
        self._rules = rules
        self._sent = sent
        self._asked = asked
        self.schema = schema

    @property
    def columns(self) -> list[str]:
        """Names of the columns that are read or carried along, in no order."""
        return list(dict.fromkeys((*self._asked.keep, *self._asked.fields)))

    @property
    def keep(self) -> list[str]:
        """Names of the columns that are carried along."""
        return list(self._asked.keep)

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """A pyarrow.RecordBatch for each. A kept column has the type that the schema says, or, where that is null, its own."""
        arrow = _arrow()
        for batch in batches:
            chosen, columns = self.assessed(batch)
            kept, fields = [], []
            for number, name in enumerate(self._asked.keep):
                column, field = batch.column(name), self.schema.field(number)
                if arrow.types.is_null(field.type):  # an engine that knows no type of it
                    field = batch.schema.field(name)
                kept.append(column.cast(field.type) if chosen is None else column.take(chosen).cast(field.type))
                fields.append(field)
            fields += [self.schema.field(number) for number in range(len(fields), len(self.schema))]
            yield arrow.RecordBatch.from_arrays([*kept, *columns], schema=arrow.schema(fields))

    def assessed(self, batch: Any) -> tuple[Any, list[Any]]:
        """Of a batch, or a table, the rows that the kept columns are to be taken of (None: all, as they are), and the columns beside them."""
        verdicts = self._verdicts(batch)
        why = {one.position: _why(one, self._asked.language) for one in verdicts.failed}
        return self._wide(verdicts, why) if self._asked.rows == "plans" else self._long(verdicts, why)

    def _verdicts(self, batch: Any) -> Verdicts:
        arrow, asked = _arrow(), self._asked
        if self._rules is None and self._sent is not None:
            self._rules = _arrived(*self._sent)
        assert self._rules is not None
        if asked.json is not None:  # as bytes: a text could be a path
            texts = [one if isinstance(one, bytes) else str(one or "").encode() for one in batch.column(asked.json).to_pylist()]
            return self._rules.verdicts(texts, asked.as_of, parameters=asked.parameters, read=asked.read, facts_since=asked.facts_since)
        fields = arrow.schema([batch.schema.field(name) for name in asked.fields])
        table = arrow.Table.from_arrays([batch.column(name) for name in asked.fields], schema=fields)
        return self._rules.assess_table(table, asked.as_of, parameters=asked.parameters, read=asked.read, facts_since=asked.facts_since)

    def _wide(self, verdicts: Verdicts, why: dict[int, str]) -> tuple[Any, list[Any]]:
        arrow = _arrow()
        columns = [self._words(codes, VERDICTS) for codes in _codes(verdicts, self._asked.requirements)]
        many = len(verdicts)
        told = arrow.array([why.get(row) for row in range(many)], arrow.string()) if why else arrow.nulls(many, arrow.string())
        return None, [*columns, told]

    def _long(self, verdicts: Verdicts, why: dict[int, str]) -> tuple[Any, list[Any]]:
        """Requirement by requirement; the plans that could not be read come last, a row each."""
        from pyarrow import compute

        arrow, asked = _arrow(), self._asked
        rows, requirements, found = [], [], []
        for number, codes in enumerate(_codes(verdicts, asked.requirements)):
            chosen = compute.is_valid(codes)
            if asked.rows == "gaps":
                chosen = compute.or_(*(compute.equal(codes, arrow.scalar(VERDICTS.index(word), arrow.int8())) for word in _GAPS))
            chosen = compute.indices_nonzero(chosen)
            rows.append(chosen)
            requirements.append(arrow.repeat(arrow.scalar(number, arrow.int32()), len(chosen)))
            found.append(codes.take(chosen))
        rows.append(arrow.array(list(why), arrow.uint64()))
        requirements.append(arrow.nulls(len(why), arrow.int32()))
        found.append(arrow.nulls(len(why), arrow.int8()))
        texts = [arrow.nulls(sum(map(len, rows[:-1])), arrow.string()), arrow.array(list(why.values()), arrow.string())]
        joined = arrow.concat_arrays
        return joined(rows), [
            self._words(joined(requirements), asked.requirements),
            self._words(joined(found), VERDICTS),
            joined(texts),
        ]

    def _words(self, codes: Any, words: tuple[str, ...]) -> Any:
        arrow = _arrow()
        dictionary = arrow.array(words, arrow.string())
        return (
            dictionary.take(codes)
            if self._asked.as_text
            else arrow.DictionaryArray.from_arrays(codes, dictionary, ordered=words is VERDICTS)
        )

    def __reduce__(self) -> tuple[object, ...]:
        from brecha import _core

        sent = self._sent or (_core.version(), pickle.dumps(self._rules))
        return Assessor, (None, self._asked, self.schema, sent)


@lru_cache(maxsize=8)
def _arrived(version: str, pickled: bytes) -> Ruleset:
    """The ruleset of an assessor that came to this process; made once. Raises RulesetError where it is not the same here."""
    from brecha import _core

    if version != _core.version():
        raise RulesetError(Sentence("other_version", here=_core.version(), there=version))
    made: Ruleset = pickle.loads(pickled)
    return made


def _schema(asked: _Asked, plans: Any) -> Any:
    arrow = _arrow()
    text = arrow.string()
    verdict = text if asked.as_text else arrow.dictionary(arrow.int8(), text, ordered=True)
    if asked.rows == "plans":
        made = [arrow.field(name, verdict) for name in asked.requirements]
    else:
        requirement = text if asked.as_text else arrow.dictionary(arrow.int32(), text)
        made = [arrow.field("requirement", requirement), arrow.field("verdict", verdict)]
    return arrow.schema([*(plans.field(name) for name in asked.keep), *made, arrow.field(NOT_READ, text)])


def _spelled(
    *,
    keep: str | Sequence[str] | None = None,
    rows: str = "plans",
    json: str | None = None,
    parameters: Mapping[str, Any] | None = None,
    read: str | None = None,
    facts_since: str | datetime.date | None = None,
    language: str = "en",
) -> tuple[tuple[str, ...] | None, str, str | None, dict[str, str], str | None, datetime.date | None, str]:
    rows = arguments.text(rows, "rows")
    if rows not in ROWS:
        raise BrechaError(Sentence("no_rows", rows=rows, near=did_you_mean(rows, ROWS), known=ROWS))
    if isinstance(keep, str):
        keep = (keep,)
    elif keep is not None:
        keep = tuple(arguments.text(name, "a name in keep") for name in keep)
    reading = reading_of(read) or None
    values, since = dict(spelled_parameters(parameters)), facts_since_of(facts_since)
    return keep, rows, arguments.optional_text(json, "json"), values, reading, since, language_of(language)


def _may_be_gaps(rules: Ruleset, day: datetime.date) -> tuple[str, ...]:
    """The requirements whose failing is a gap: duties over which no waiver lies on that day."""
    return tuple(
        info.id
        for info in rules.requirements()
        if info.modality != "may" and (info.waiver is None or (info.waiver.until is not None and info.waiver.until < day))
    )


def _codes(verdicts: Verdicts, requirements: Sequence[str]) -> Iterator[Any]:
    """A column a requirement: numbers of VERDICTS, in whose order the engine has them; null for what could not be read."""
    arrow = _arrow()
    table = arrow.table(verdicts).combine_chunks()
    for name in requirements:
        column = table.column(name)
        yield column.chunk(0).indices.cast(arrow.int8()) if column.num_chunks else arrow.array([], arrow.int8())


def _why(failed: FailedPlan, language: str) -> str:
    """ "P601 nested deeper than 64 levels": without the place in a text that nobody sees."""
    told = [f"{one.code} {one.message(language)}" for one in failed.error.diagnostics]
    return "; ".join(told) or failed.error.in_language(language)


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise NotInstalledError("pyarrow", "pandas") from None
    return pyarrow
