"""A registry of major events: events past and planned, legislation, lessons and focal points, in one SQLite file.

    registry = brecha.registry.Registry("events.sqlite")           # a new one starts with the entries that come with Brecha
    registry.events("planned")
    registry.add("lessons", id="games-2027-radio", event="pan-american-games-2027", matter="communication", lesson_en="…", source="…")
    registry.to_csv("lessons", "lessons.csv")
    registry.cited(report)                                         # the entries that an assessment's requirements rest on

Each entry says where it stands in public (`source`) and of which day that is (`as_of`, where it is known). Persons appear as posts. A rule cites an
entry as a clause of the source REGISTRY: `source REGISTRY "lessons/guadalajara-2011-exercises"`. The file is SQLite's, a table each, all columns
texts, so that other tools read it too.

in:  a file, or none for a registry in memory
out: tables with the faces of `brecha.tables.Table`
"""

from __future__ import annotations

import os
import re
import sqlite3
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.arguments import path as path_of
from brecha.dates import date_of
from brecha.errors import BrechaError, UnknownNameError
from brecha.made_tables import VERDICTS, Column, MadeTable
from brecha.near_names import did_you_mean
from brecha.sentences import Sentence
from brecha.shipped import shipped_path
from brecha.tables import Table
from brecha.tables_in.rows import rows_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from brecha.assessment import Assessment
    from brecha.tables_in.rows import TableLike

SOURCE = "REGISTRY"
"""The source by which rules cite entries."""

STATES = ("past", "under_way", "planned", "not_known")


class Event(NamedTuple):
    """begins, ends: a day, month or year, `2027-07-23`, `2023-10`, `2011`; countries: their codes, with blanks between them."""

    id: str
    title_en: str | None = None
    title_es: str | None = None
    kind: str | None = None
    countries: str | None = None
    begins: str | None = None
    ends: str | None = None
    source: str | None = None
    as_of: str | None = None


class Law(NamedTuple):
    """level: local, national, regional or international."""

    id: str
    level: str | None = None
    country: str | None = None
    title_en: str | None = None
    title_es: str | None = None
    says_en: str | None = None
    says_es: str | None = None
    source: str | None = None
    as_of: str | None = None


class Lesson(NamedTuple):
    """event: the id of one; told_by: who drew the lesson."""

    id: str
    event: str | None = None
    matter: str | None = None
    lesson_en: str | None = None
    lesson_es: str | None = None
    told_by: str | None = None
    source: str | None = None
    as_of: str | None = None


class FocalPoint(NamedTuple):
    """A post, not a person; network: the one it belongs to, such as IPO Americas."""

    id: str
    country: str | None = None
    institution: str | None = None
    post: str | None = None
    network: str | None = None
    source: str | None = None
    as_of: str | None = None


class CitedEntry(NamedTuple):
    """An entry that a requirement cites, and how the requirement came out."""

    requirement: str
    title: str
    subject: str | None
    verdict: str
    entry: str
    text_en: str | None
    text_es: str | None
    source: str | None


_ROWS: dict[str, Any] = {"events": Event, "legislation": Law, "lessons": Lesson, "focal_points": FocalPoint}
TABLES = tuple(_ROWS)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FORMS = {  # what a column's texts look like
    "begins": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "ends": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "as_of": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "countries": re.compile(r"[A-Z]{2}( [A-Z]{2})*"),
    "country": re.compile(r"[A-Z]{2}"),
    "level": re.compile(r"local|national|regional|international"),
}
_LOOKS_LIKE = {
    "begins": "2027-07-23",
    "ends": "2027-08-08",
    "as_of": "2026-01-30",
    "countries": "MX US",
    "country": "PE",
    "level": "national",
}


class Registry:
    """path: a SQLite file, which is made where there is none; None: in memory. shipped: a new one starts with the entries that come with Brecha.

    Raises BrechaError for a file that is no registry.
    """

    def __init__(self, path: str | os.PathLike[str] | None = None, *, shipped: bool = True) -> None:
        name = ":memory:" if path is None else os.fsdecode(path_of(path, "path"))
        self._name = name
        try:
            self._file = sqlite3.connect(name)
            known = {row[0] for row in self._file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.Error as failure:
            raise BrechaError(Sentence("no_registry", file=name, reason=str(failure))) from None
        if known and not known.issuperset(TABLES):
            self._file.close()
            raise BrechaError(Sentence("no_registry", file=name, reason=", ".join(sorted(known))))
        if not known:
            with self._file:
                for table, row in _ROWS.items():
                    columns = ", ".join(f"{field} TEXT" + (" PRIMARY KEY" if field == "id" else "") for field in row._fields)
                    self._file.execute(f"CREATE TABLE {table} ({columns})")
            if shipped:
                for table in TABLES:
                    self.add_table(table, os.path.join(shipped_path("major_events"), "registry", f"{table}.csv"))

    def close(self) -> None:
        """Closes the file. What was added is in it already."""
        self._file.close()

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Registry {self._name}: " + ", ".join(f"{len(self.list(table))} {table}" for table in TABLES) + ">"

    # --- to list and filter

    def list(self, table: str, **wanted: str) -> Table[Any]:
        """The entries of events, legislation, lessons or focal_points whose columns have these values, by id.

        `countries="PE"` finds every event that Peru is one of the hosts of. Raises UnknownNameError for a table or column that is not there.
        """
        row = self._row_of(table)
        for column in wanted:
            self._check_column(table, column)
        conditions = [f"' ' || {column} || ' ' LIKE '% ' || ? || ' %'" if column == "countries" else f"{column} = ?" for column in wanted]
        where = f" WHERE {' AND '.join(conditions)}" if wanted else ""
        rows = self._file.execute(f"SELECT {', '.join(row._fields)} FROM {table}{where} ORDER BY id", tuple(wanted.values()))
        return Table(MadeTable(table, [Column(field) for field in row._fields], rows.fetchall()), row)

    def events(self, state: str | None = None, on: str | datetime.date | None = None) -> Table[Event]:
        """Events that are past, under_way or planned on a day (`on`; today where it is not given), by when they begin; all of them without a state.

        An event of which only the year or month is known is past once that is over; within it, not_known.
        """
        if state is not None and state not in STATES:
            raise UnknownNameError(Sentence("no_state", state=state, near=did_you_mean(state, STATES), states=STATES))
        day = date_of(on, "on").isoformat()
        found = [event for event in self.list("events") if state is None or _state_of(event, day) == state]
        found.sort(key=lambda event: (event.begins or "", event.id))
        return Table(MadeTable("events", [Column(field) for field in Event._fields], found), Event)

    def entry(self, reference: str) -> Any:
        """That of "lessons/guadalajara-2011-exercises". Raises UnknownNameError where there is none."""
        table, _, id = reference.partition("/")
        found = self.list(table, id=id)
        if not len(found):
            known = [f"{table}/{one.id}" for one in self.list(table)]
            raise UnknownNameError(Sentence("no_entry", entry=reference, near=did_you_mean(reference, known)))
        return found[0]

    def cited(self, report: Assessment) -> Table[CitedEntry]:
        """The entries that the requirements of an assessment cite, a row for each finding and entry; what the registry lacks has no texts."""
        rows = []
        for finding in report.findings:
            for citation in finding.sources:
                source, _, reference = citation.partition(" ")
                if source != SOURCE:
                    continue
                table, _, id = reference.partition("/")
                found = self.list(table, id=id).to_dicts() if table in TABLES else []
                entry = found[0] if found else {}
                texts = [entry.get(f"lesson_{language}") or entry.get(f"title_{language}") for language in ("en", "es")]
                rows.append((finding.requirement, finding.title, finding.subject, finding.verdict, reference, *texts, entry.get("source")))
        columns = [Column(field, "category", VERDICTS) if field == "verdict" else Column(field) for field in CitedEntry._fields]
        return Table(MadeTable("cited", columns, rows), CitedEntry)

    # --- to add

    def add(self, table: str, **values: str) -> str:
        """Adds an entry and gives its reference, "lessons/games-2027-radio". It needs an `id` of small letters, digits and hyphens, and a `source`.

        Raises BrechaError for an id that is there, an event that is not, or a text that its column cannot have; UnknownNameError as `list` does.
        """
        with self._file:
            self._add(table, values)
        return f"{table}/{values['id']}"

    def add_table(self, table: str, entries: TableLike) -> int:
        """Adds those of a CSV or XLSX file, a data frame or a list of dicts: all of them or, where one cannot be added, none. Gives how many."""
        read = rows_of(entries)
        with self._file:
            for _, cells in read.rows:
                self._add(table, {name: str(cell) for name, cell in zip(read.columns, cells, strict=False) if cell is not None})
        return len(read.rows)

    def to_csv(self, table: str, path: str | os.PathLike[str] | None = None) -> str:
        """The entries of a table as CSV, as a table's `to_csv` writes it; also written to `path` where one is given."""
        return self.list(table).to_csv(path)

    def _add(self, table: str, values: Mapping[str, str]) -> None:
        row = self._row_of(table)
        for column in values:
            self._check_column(table, column)
        for column in ("id", "source"):
            if not values.get(column):
                raise BrechaError(Sentence("entry_lacks", table=table, column=column))
        for column, value in values.items():
            form, looks = (_ID, "games-2027") if column == "id" else (_FORMS.get(column), _LOOKS_LIKE.get(column, ""))
            if form is not None and not form.fullmatch(value):
                raise BrechaError(Sentence("entry_looks", table=table, column=column, value=value, looks=looks))
        if table == "lessons" and values.get("event") and not len(self.list("events", id=values["event"])):
            near = did_you_mean(values["event"], self.list("events")["id"])
            raise BrechaError(Sentence("no_entry", entry=f"events/{values['event']}", near=near))
        try:
            marks = ", ".join("?" for _ in row._fields)
            self._file.execute(f"INSERT INTO {table} VALUES ({marks})", [values.get(field) for field in row._fields])
        except sqlite3.IntegrityError:
            raise BrechaError(Sentence("entry_there", entry=f"{table}/{values['id']}")) from None

    @staticmethod
    def _row_of(table: str) -> Any:
        if table not in _ROWS:
            near = did_you_mean(table, TABLES)
            raise UnknownNameError(Sentence("no_registry_table", table=table, near=near, tables=TABLES))
        return _ROWS[table]

    @classmethod
    def _check_column(cls, table: str, column: str) -> None:
        fields = cls._row_of(table)._fields
        if column not in fields:
            raise UnknownNameError(Sentence("no_column", table=table, column=column, near=did_you_mean(column, fields)))


def _state_of(event: Event, day: str) -> str:
    """`day`: year-month-day. What is known of a date is its beginning, so that the shorter text is compared."""
    begins, ends = event.begins or "", event.ends or event.begins or ""
    if ends and ends < day[: len(ends)]:
        return "past"
    if begins and begins > day[: len(begins)]:
        return "planned"
    return "under_way" if len(begins) == len(ends) == len(day) else "not_known"
