"""Reads a filled form: what was answered, and remarks on what could not be used.

An answer is a cell that does not say any more what was written to it. Columns and rows may have moved, rows may be new, drop-downs and
formats lost; a key that changed, a place that stands twice and a form of another vocabulary are told and never taken.
"""

from __future__ import annotations

import json
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.errors import NotInstalledError, PlanError
from brecha.files import MOST_CELLS
from brecha.plan_edits import PlanEdits, key_text, slice_of
from brecha.questionnaire.cells import read_back, same
from brecha.questionnaire.content import KNOWN, Part
from brecha.questionnaire.layout import ALL, THERE, Layout, Row, Sheet
from brecha.questionnaire.state import State
from brecha.questionnaire.statements import ABOUT, COMPLETE, ELEMENT, JUDGED, SLICE, STILL_SO, VALUE, WHY, Statement
from brecha.questionnaire.statements import THERE as IS_THERE
from brecha.questionnaire.words import is_pointer, means, why_of
from brecha.questionnaire.writing import CHOICES, FORMAT, HIDDEN, ROW, About, codes_of
from brecha.remarks import Remark
from brecha.sentences import Sentence
from brecha.typed_values import TypedValues, day_of, folded, truth_of

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.plan_edits import Data
    from brecha.ruleset import Ruleset

MOST_BYTES = 64 << 20  # of a workbook, unpacked
_MOST_ROWS = 1 << 20  # as Excel has it


class Filled(NamedTuple):
    """A form as it came back."""

    name: str
    about: About
    plan: Data  # what it was written from
    statements: list[Statement]
    remarks: list[Remark]


class _Cell(NamedTuple):
    value: Any  # read back
    sheet: str
    row: int
    column: int

    @property
    def at(self) -> str:
        """ "Agencies!D7"."""
        from openpyxl.utils import get_column_letter

        return f"{self.sheet}!{get_column_letter(self.column)}{self.row}"


_Grid = list[list[_Cell]]


def read_form(path: str | os.PathLike[str], rules: Ruleset, into: Data | None = None) -> Filled:
    """into: the plan that the answers go into, whose items they may refer to; a form of open questions does not hold them.

    Raises PlanError for what is no form, a form of another vocabulary, and one whose hidden sheet was changed.
    """
    name = os.path.basename(os.fspath(path))
    grids = _grids(os.fspath(path), name)
    made_of = _about(grids.pop(HIDDEN, []), name)
    vocabulary = rules.vocabulary(made_of.language)
    if made_of.vocabulary != vocabulary.name:
        ours, theirs = f"{vocabulary.name} {vocabulary.version}", f"{made_of.vocabulary} {made_of.version}"
        raise PlanError(Sentence("form_of_other_vocabulary", name=name, form=theirs, ruleset=rules.name, vocabulary=ours))
    reader = _Reader(name, made_of, rules, into)
    if made_of.version != vocabulary.version:
        reader.remark("", "", Sentence("form_of_other_version", form=made_of.version, vocabulary=f"{vocabulary.name} {vocabulary.version}"))
    reader.read(grids)
    return Filled(name, made_of, reader.plan, reader.statements, reader.remarks)


def ruleset_named(path: str | os.PathLike[str]) -> str:
    """The name of the ruleset that a form was written with. Raises PlanError for what is no form."""
    name = os.path.basename(os.fspath(path))
    return _about(_grids(os.fspath(path), name, only=HIDDEN).get(HIDDEN, []), name).ruleset


def is_form(path: str) -> bool:
    return os.path.splitext(path)[1].lower() == ".xlsx"


class _Reader:
    def __init__(self, name: str, made_of: About, rules: Ruleset, into: Data | None) -> None:
        vocabulary = rules.vocabulary(made_of.language)
        self.name, self.language = name, made_of.language
        self.layout = Layout(vocabulary.entities)
        self.edits = PlanEdits(vocabulary.entities)
        self.typed = TypedValues(rules, numbered=False)
        self.plan: Data = json.loads(made_of.plan, parse_float=Decimal)
        self.into = into
        self.state = State(self.plan, self.edits, made_of.language)
        self.statements: list[Statement] = []
        self.remarks: list[Remark] = []
        self.only = {pattern: tuple(only) for pattern, only in json.loads(made_of.parts).items() if only is not None}
        self.who: dict[str, str] = {}
        self.elements: dict[str, dict[tuple[str, ...], Data | None]] = {}
        self.new: dict[str, list[tuple[str, str]]] = {}  # keys that the form itself brings, by entity
        self.items: dict[str, list[tuple[str, str]]] = {}

    def remark(self, cell: str, place: str, sentence: Sentence) -> None:
        self.remarks.append(Remark(self.name, cell, place, sentence))

    def read(self, grids: dict[str, _Grid]) -> None:
        plan_sheets, lists = [], []
        for title, grid in grids.items():
            codes = _codes(grid)
            if codes is None:
                if any(cell.value is not None for row in grid for cell in row):
                    self.remark(title, "", Sentence("form_sheet_unknown", sheet=title))
                continue
            number, columns = codes
            if "place" in columns:
                plan_sheets.append((number, columns, grid))
                continue
            pattern = next(code.partition("#")[0] for code in columns if "#" in code)
            sheet = self.layout.sheets.get(pattern)
            if sheet is None:
                self.remark(title, "", Sentence("form_sheet_unknown", sheet=title))
            else:
                lists.append((sheet, number, columns, grid))
        for number, columns, grid in plan_sheets:
            self.who = self.head_of(grid, number, columns)
        rows: list[tuple[Sheet, dict[str, _Cell], tuple[str, ...]]] = []
        for sheet, number, columns, grid in lists:
            rows += self.rows_of(sheet, number, columns, grid)
        for sheet, _, steps in rows:
            if sheet.is_list:
                self.new.setdefault(sheet.entity.name, []).append((steps[-1], steps[-1]))
        for number, columns, grid in plan_sheets:
            self.plan_rows(grid, number, columns)
        for sheet, cells, steps in rows:
            self.element(sheet, cells, steps)
        for sheet, number, _, grid in lists:
            if sheet.is_list and not sheet.above:
                self.list_head(sheet, grid, number)

    # --- the plan's own sheet ---

    def head_of(self, grid: _Grid, number: int, columns: dict[str, int]) -> dict[str, str]:
        """Who answered, and on which day, for all of the form."""
        known: dict[str, str] = {}
        for row in grid[number + 1 : number + 12]:
            for word in ("who", "on"):
                if any(folded(str(cell.value)) in means(f"{word}_all") for cell in row if isinstance(cell.value, str)):
                    other = [cell for cell in row if cell.value is not None and folded(str(cell.value)) not in means(f"{word}_all")]
                    if other:
                        self.known(word, other[0], "", known)
        return known

    def known(self, word: str, cell: _Cell, place: str, into: dict[str, str]) -> None:
        """Document, page, note, who, on: texts, and a day."""
        if cell.value is None:
            return
        if word != "on":
            into[word] = str(cell.value)
            return
        found = day_of(cell.value)
        if found.problem is not None:
            self.remark(cell.at, place, found.problem)
        elif found.value is not None:
            into["on"] = str(found.value)

    def plan_rows(self, grid: _Grid, number: int, columns: dict[str, int]) -> None:
        seen: dict[tuple[str, str], str] = {}
        head = next((at for at, row in enumerate(grid) if at > number and _is_head(row, columns)), number)
        for row in grid[head + 1 :]:
            cells = {code: row[at] for code, at in columns.items() if at < len(row)}
            given = cells.get("place")
            if given is None or given.value is None:
                if any(cells[code].value is not None for code in ("answer", "complete", "why") if code in cells):
                    at = next(cells[code].at for code in ("answer", "complete", "why") if code in cells and cells[code].value is not None)
                    self.remark(at, "", Sentence("form_row_without_place"))
                continue
            self.plan_row(str(given.value), given.at, cells, seen)

    def plan_row(self, place: str, at: str, cells: dict[str, _Cell], seen: dict[tuple[str, str], str]) -> None:
        asks = str(cells["asks"].value or "") if "asks" in cells else ""
        field: FieldInfo | None = None
        if place.startswith("judgements/"):
            asks = "judged"
        else:
            from brecha.errors import BrechaError

            try:
                field = self.edits.field_at(place)
            except BrechaError:
                self.remark(at, place, Sentence("form_place_unknown", place=place))
                return
            asks = asks or (
                "slice"
                if slice_of(place)[1]
                else "list"
                if field.type == "entity" and field.list
                else THERE
                if field.type == "entity"
                else VALUE
            )
        row = Row(place, asks, "", field)
        if row.code in seen:
            self.remark(at, place, Sentence("form_place_twice", place=place, other=seen[row.code]))
            return
        seen[row.code] = at
        was = self.state.of_row(row)
        about = {word: cells[word] for word in KNOWN if word in cells and not same(cells[word].value, was[word])}
        known: dict[str, str] = {}
        for word, cell in about.items():
            self.known(word, cell, place, known)
        said = len(self.statements)
        changed = {code: cells[code] for code in ("answer", "complete", "why") if code in cells and not same(cells[code].value, was[code])}
        for code, cell in changed.items():
            if cell.value is None:
                self.remark(cell.at, place, Sentence("form_cell_emptied", was=str(was[code])))
        if "answer" in changed and changed["answer"].value is not None:
            self.answer(row, changed["answer"], known, was["answer"])
        if "why" in changed and changed["why"].value is not None:
            self.why(place, changed["why"], known)
        if "complete" in changed and changed["complete"].value is not None:
            self.complete(place, field, changed["complete"], known, was["complete"])
        if known and len(self.statements) == said:
            self.say(place, ABOUT, None, known, next(iter(about.values())))

    def answer(self, row: Row, cell: _Cell, known: dict[str, str], was: Any) -> None:
        truth = truth_of(cell.value)
        why = why_of(cell.value)
        if is_pointer(cell.value):
            return
        if row.asks == "judged":
            if truth is None:
                self.remark(cell.at, row.place, Sentence("form_wants_yes_or_no", typed=str(cell.value)))
            else:
                self.say(row.place, JUDGED, truth, known, cell)
        elif row.asks == "slice":
            if why:
                said = (SLICE, False) if why == "none" else (WHY, why)
                self.say(row.place, said[0], said[1], known, cell)
            elif truth is None:
                self.remark(cell.at, row.place, Sentence("form_wants_yes_or_no", typed=str(cell.value)))
            else:
                self.say(row.place, SLICE, truth, known, cell)
        elif row.asks == "still_so" and truth is True:
            self.say(row.place, STILL_SO, True, known, cell)
        elif row.asks == "still_so" and (truth is False or slice_of(row.place)[1]):
            self.remark(cell.at, row.place, Sentence("form_what_is_so_now", typed=str(cell.value)))
        elif row.field is not None:
            self.cell(row.place, row.field, "there" if row.asks == THERE else "value", cell, known, was)

    # --- lists ---

    def rows_of(
        self, sheet: Sheet, number: int, columns: dict[str, int], grid: _Grid
    ) -> Iterator[tuple[Sheet, dict[str, _Cell], tuple[str, ...]]]:
        """The rows of a sheet that say something, each with its steps; rows that cannot be used are told."""
        codes = codes_of(sheet)
        written = {sheet.place(steps) for steps in self.known_rows(sheet)}
        rows: list[tuple[dict[str, _Cell], tuple[str, ...], str]] = []
        found: dict[tuple[str, ...], str] = {}
        head = next((at for at, row in enumerate(grid) if at > number and _is_labels(row, columns)), number + 4)
        for row in grid[head + 2 :]:
            cells = {code: row[at] for code, at in columns.items() if at < len(row)}
            heads = [cells.get(code) for code in codes[: sheet.head]]
            filled = [cell for code, cell in cells.items() if cell.value is not None and code != ROW]
            if not filled:
                continue
            at = next((cell.at for cell in heads if cell is not None), filled[0].at)
            steps = self.steps_of(sheet, heads, at, filled)
            if steps is not None and steps in found:
                self.remark(at, sheet.place(steps), Sentence("form_key_twice", key=steps[-1], other=found[steps]))
            elif steps is not None:
                found[steps] = at
                rows.append((cells, steps, at))
        places = {sheet.place(steps) for steps in found}
        part, moved = Part(sheet, self.only.get(sheet.pattern)), set()
        for cells, steps, at in rows:
            was = str(cells[ROW].value) if ROW in cells and cells[ROW].value is not None else ""
            if (
                was in written and was not in places and sheet.place(steps) not in written
            ):  # a row that was copied has its first one beside it
                moved.add(was)
                self.remark(at, was, Sentence("form_key_changed", key=steps[-1], was=was.rpartition("/")[2]))
            else:
                yield sheet, cells, steps
        for place in sorted(written - places - moved if sheet.is_list else ()):
            if part.has(place):
                self.remark(_title(grid), place, Sentence("form_key_gone", key=place.rpartition("/")[2]))

    def steps_of(self, sheet: Sheet, heads: Sequence[_Cell | None], at: str, filled: Sequence[_Cell]) -> tuple[str, ...] | None:
        """The elements that a row names; None, and a remark, where it names none."""
        steps: list[str] = []
        for of, cell in zip(sheet.above, heads, strict=False):
            step = str(cell.value) if cell is not None and cell.value is not None else ""
            if not step:
                self.remark(at, "", Sentence("form_row_of_nobody", list=of.label))
                return None
            steps.append(step)
        if not sheet.is_list:
            return tuple(steps)
        own = heads[len(sheet.above) :]
        if not sheet.keys:
            value = own[0].value if own and own[0] is not None else None
            steps.append(str(value) if value is not None else f"[+{at}]")
            return tuple(steps)
        first = own[0].value if own and own[0] is not None else None
        if isinstance(first, str) and re.fullmatch(r"\[\d+\]", first):  # an element of the plan that has no key
            return (*steps, first)
        parts = []
        for field, cell in zip(sheet.keys, own, strict=True):
            if cell is None or cell.value is None:
                self.remark(filled[0].at if cell is None else cell.at, "", Sentence("form_row_without_key", key=field.label))
                return None
            read = self.typed.value_of(field, cell.value)
            if read.problem is not None:
                self.remark(cell.at, "", read.problem)
                return None
            parts.append(key_text(read.value))
        return (*steps, ",".join(parts))

    def known_rows(self, sheet: Sheet) -> dict[tuple[str, ...], Data | None]:
        if sheet.pattern not in self.elements:
            self.elements[sheet.pattern] = dict(self.layout.elements(self.plan, sheet))
        return self.elements[sheet.pattern]

    def element(self, sheet: Sheet, cells: dict[str, _Cell], steps: tuple[str, ...]) -> None:
        place = sheet.place(steps)
        known_rows = self.known_rows(sheet)
        is_new = steps not in known_rows
        was = self.state.of_element(sheet, place, known_rows.get(steps))
        known: dict[str, str] = {}
        for word in KNOWN:
            cell = cells.get(f"@{word}")
            if cell is not None and not same(cell.value, was[word]):
                self.known(word, cell, place, known)
        said = len(self.statements)
        first = next((cell for code, cell in cells.items() if "#" in code), next(iter(cells.values())))
        if is_new and sheet.is_list:
            self.say(place, ELEMENT, None, known, first)
            said += 1 if sheet.keys else 0
        for column in sheet.columns:
            cell = cells.get(column.code)
            if cell is None or same(cell.value, was[column.code]):
                continue
            at = f"{place}/{column.field.name}"
            if cell.value is None:
                self.remark(cell.at, at, Sentence("form_cell_emptied", was=str(was[column.code])))
            elif column.asks == ALL:
                self.complete(at, column.field, cell, known, was[column.code])
            else:
                self.cell(at, column.field, column.asks, cell, known, was[column.code])
        if known and not is_new and len(self.statements) == said:
            self.say(place, ABOUT, None, known, first)

    def list_head(self, sheet: Sheet, grid: _Grid, number: int) -> None:
        """Is this list complete? The answer is what else stands in the row of that question."""
        place = sheet.pattern[:-2]
        for row in grid[number + 1 : number + 8]:
            labels = [cell for cell in row if isinstance(cell.value, str) and folded(cell.value) in means("list_complete")]
            if not labels:
                continue
            other = [cell for cell in row if cell.value is not None and cell not in labels]
            entry = self.state.of_row(Row(place, "list", "", sheet.field))
            was = entry["complete"] if entry["complete"] is not None else entry["why"]
            if other and not same(other[0].value, was):
                self.complete(place, sheet.field, other[0], {}, was)
            elif not other and was is not None:
                self.remark(labels[0].at, place, Sentence("form_cell_emptied", was=str(was)))
            return

    # --- answers ---

    def cell(self, place: str, field: FieldInfo, asks: str, cell: _Cell, known: dict[str, str], was: Any) -> None:
        """A value, or why there is none."""
        why = why_of(cell.value)
        if why:
            self.say(place, WHY, why, known, cell)
            return
        if asks == THERE:
            truth = truth_of(cell.value)
            if truth is None:
                self.remark(cell.at, place, Sentence("form_wants_yes_or_no", typed=str(cell.value)))
            else:
                self.say(place, IS_THERE if truth else WHY, True if truth else "none", known, cell)
            return
        read = read_cell(self.typed, field, cell.value, self.items_of(field.entity) if field.type == "reference" else [])
        if read.problem is not None:
            self.remark(cell.at, place, read.problem)
        elif read.value is not None:
            self.say(place, VALUE, read.value, known, cell, self.edits.value_at(self.plan, place))

    def items_of(self, entity: str) -> list[tuple[str, str]]:
        """What a reference can mean: items of the plan that the form was written from, new rows, items of the plan it goes into."""
        if entity not in self.items:
            held, theirs = ([] if plan is None else self.edits.items(plan, entity) for plan in (self.plan, self.into))
            self.items[entity] = [*held, *self.new.get(entity, []), *theirs]
        return self.items[entity]

    def why(self, place: str, cell: _Cell, known: dict[str, str]) -> None:
        why = why_of(cell.value)
        if why:
            self.say(place, WHY, why, known, cell)
        else:
            self.remark(cell.at, place, Sentence("form_wants_why", typed=str(cell.value)))

    def complete(self, place: str, field: FieldInfo | None, cell: _Cell, known: dict[str, str], was: Any) -> None:
        value, truth = cell.value, truth_of(cell.value)
        if isinstance(value, str) and value.isdecimal():
            value = int(value)
        if why_of(value):
            self.say(place, WHY, why_of(value), known, cell)
        elif isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            self.say(place, COMPLETE, value, known, cell)
        elif truth is not None:
            self.say(place, COMPLETE, truth, known, cell)
        elif field is not None and field.dated and day_of(value).value is not None:
            self.say(place, COMPLETE, str(day_of(value).value), known, cell)
        else:
            self.remark(cell.at, place, Sentence("form_wants_yes_no_or_number", typed=str(value)))

    def say(self, place: str, says: str, value: Any, known: dict[str, str], cell: _Cell, was: Any = None) -> None:
        self.statements.append(Statement(place, says, value, {**self.who, **known}, self.name, cell.at, was))


def read_cell(typed: TypedValues, field: FieldInfo, value: Any, items: Sequence[tuple[str, str]]) -> Any:
    """A value as its field has it; of a list the elements between semicolons, in quotes where they have one of their own."""
    if not field.list or not isinstance(value, str):
        return typed.value_of(field, value, items=items)
    parts = _parts(value)
    read = typed.value_of(field, parts, items=items)
    return typed.value_of(field, value, items=items) if read.problem is not None and len(parts) == 1 else read


def _parts(text: str) -> list[str]:
    found = re.findall(r'\s*("(?:[^"]|"")*"|[^;\n]*)\s*(?:;|\n|$)', text)
    parts = [part.strip()[1:-1].replace('""', '"') if re.fullmatch(r'"(?:[^"]|"")*"', part.strip()) else part.strip() for part in found]
    return [part for part in parts if part]


# --- the workbook ---


@contextmanager
def _workbook(path: str, name: str) -> Iterator[Any]:
    """A workbook to be read row by row. Raises PlanError for what is none, also where that shows only on the way."""
    try:
        import openpyxl
    except ImportError:
        raise NotInstalledError("openpyxl", "excel") from None
    _refuse_what_is_no_workbook(path, name)
    try:
        yield openpyxl.load_workbook(path, data_only=True, read_only=True)
    except PlanError:
        raise
    except Exception as failure:
        raise PlanError(Sentence("not_a_workbook", name=name, about=type(failure).__name__)) from failure


def _grids(path: str, name: str, only: str = "") -> dict[str, _Grid]:
    with _workbook(path, name) as book:
        return {
            sheet.title: _grid(sheet, name) for sheet in book.worksheets if only == sheet.title or (not only and sheet.title != CHOICES)
        }


def visible_cells(path: str, name: str) -> list[tuple[int, list[Any]]]:
    """The rows of a workbook's first sheet that is not hidden, each with its number. Raises PlanError for what is no workbook."""
    with _workbook(path, name) as book:
        sheet = next(one for one in book.worksheets if one.sheet_state == "visible")
        return [(number, [cell.value for cell in row]) for number, row in enumerate(_grid(sheet, name), 1)]


def _grid(sheet: Any, name: str) -> _Grid:
    """The rows up to the last that says something, each as wide as the widest; an empty one is empty. Raises PlanError for too many cells."""
    as_it_is = sheet.title == HIDDEN  # a blank at an end may be the middle of a text
    sheet.reset_dimensions()  # what a file says of its size need not be so
    grid: _Grid = []
    wide = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        last = next((at for at in range(len(row), 0, -1) if row[at - 1].value is not None), 0) if row else 0
        wide = max(wide, last)
        if number > _MOST_ROWS or (last and number * wide > MOST_CELLS):
            raise PlanError(Sentence("table_too_large", name=f"{name}, {sheet.title}", most=MOST_CELLS))
        if last:
            grid += [[] for _ in range(number - 1 - len(grid))]
            grid.append(
                [
                    _Cell(
                        cell.value if as_it_is or cell.value is None else read_back(cell.value, cell.number_format or ""),
                        sheet.title,
                        number,
                        at,
                    )
                    for at, cell in enumerate(row[:last], 1)
                ]
            )
    for number, cells in enumerate(grid, 1):
        if cells:
            cells += [_Cell(None, sheet.title, number, at) for at in range(len(cells) + 1, wide + 1)]
    return grid


def _refuse_what_is_no_workbook(path: str, name: str) -> None:
    from brecha.files import reason_of

    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > MOST_BYTES:
                raise PlanError(Sentence("form_too_large", name=name, most=MOST_BYTES >> 20))
    except zipfile.BadZipFile:
        raise PlanError(Sentence("not_a_workbook", name=name, about="ZIP")) from None
    except OSError as failure:
        raise PlanError(Sentence("not_read", file=path, reason=reason_of(failure))) from None


def _about(grid: _Grid, name: str) -> About:
    pairs = [
        (str(row[0].value), "" if row[1].value is None else str(row[1].value)) for row in grid if len(row) > 1 and row[0].value is not None
    ]
    given = {key: value for key, value in pairs if key != "plan"}
    if "vocabulary" not in given or "hash" not in given:
        raise PlanError(Sentence("no_form", name=name))
    if given.get("format") != str(FORMAT):
        raise PlanError(Sentence("form_of_other_format", name=name, format=given.get("format", "")))
    text = "".join(value for key, value in pairs if key == "plan")
    made_of = About._make([*(given.get(word, "") for word in About._fields[:-1]), text])
    if made_of.hash != given["hash"]:
        raise PlanError(Sentence("form_changed", name=name))
    return made_of


def _codes(grid: _Grid) -> tuple[int, dict[str, int]] | None:
    """The row of codes and the column of each; None in a sheet that has none."""
    for number, row in enumerate(grid[:6]):
        texts = [cell.value if isinstance(cell.value, str) else "" for cell in row]
        if ("place" in texts and "asks" in texts) or any(re.fullmatch(r"[\w*/]+#\w*", text) for text in texts):
            return number, {text: at for at, text in reversed(list(enumerate(texts))) if text}
    return None


def _is_head(row: Sequence[_Cell], columns: dict[str, int]) -> bool:
    """The row of a sheet's labels: that of the place says so in some language."""
    at = columns["place"]
    return at < len(row) and isinstance(row[at].value, str) and folded(str(row[at].value)) in means("place")


def _is_labels(row: Sequence[_Cell], columns: dict[str, int]) -> bool:
    at = columns.get("@document", -1)
    return 0 <= at < len(row) and isinstance(row[at].value, str) and folded(str(row[at].value)) in means("document")


def _title(grid: _Grid) -> str:
    return grid[0][0].sheet if grid and grid[0] else ""
