"""Writes a form as a workbook: sheet Plan, a sheet for each list, and a hidden sheet that says what the form was made of.

A hidden first row of each sheet holds the columns' codes, so that columns can be moved, renamed and sorted by.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.asking.plan_file import as_json
from brecha.fields import described_type
from brecha.questionnaire.cells import label_of, labels_of
from brecha.questionnaire.content import KNOWN, Content, Part
from brecha.questionnaire.layout import ALL, THERE, VALUE, Layout, Row, Sheet
from brecha.questionnaire.state import State
from brecha.questionnaire.words import WHYS, words

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.plan_edits import PlanEdits
    from brecha.ruleset import Ruleset

FORMAT = 1
HIDDEN = "brecha"
ROW = "@row"  # the hidden column of the place that a row was written for
CHOICES = "choices"
FOUND = "found"  # passages of a document, beside the question; an answer says itself where it stands
PLAN_COLUMNS = ("place", "question", "help", "answer", "complete", "why", *KNOWN, "asks")
_PIECE = 30_000  # letters of a cell of the hidden sheet; a workbook takes 32767
_MOST_LETTERS = 32767
_HEAD = 6  # rows above the first that is answered
_ROOM = 12  # empty rows that stand ready below a list
_OFFERED_TO = 2000  # rows below the head that offer choices
_LINE, _HIGHEST = 14, 320  # points
_LETTERS_OF_NAME = 31
_WIDTHS = {
    "place": 16,
    "question": 52,
    "help": 26,
    FOUND: 48,
    "answer": 30,
    "complete": 11,
    "why": 20,
    "document": 22,
    "page": 8,
    "note": 24,
    "who": 16,
    "on": 11,
}
_FRAME, _YELLOW, _GREY = "#C4CDD6", "#FFF8D6", "#EEF1F4"


class About(NamedTuple):
    """What the hidden sheet says."""

    vocabulary: str
    version: str
    language: str
    ruleset: str
    ruleset_version: str
    ruleset_hash: str
    plan_name: str
    parts: str  # the places below which a sheet has rows, by its pattern, as JSON; none where it has all
    plan: str  # as JSON

    @property
    def hash(self) -> str:
        return hashlib.sha256(json.dumps(list(self), ensure_ascii=False).encode("utf-8")).hexdigest()


def about(rules: Ruleset, language: str, plan_name: str, content: Content) -> About:
    vocabulary = rules._core.vocabulary(language)
    kept = re.sub(r"\n *", "", as_json(content.kept)).replace("_x", "_\\u0078")  # in a workbook _x0041_ is an A
    parts = json.dumps({part.sheet.pattern: part.only for part in content.parts}, ensure_ascii=False)
    return About(vocabulary.name, vocabulary.version, language, rules.name, rules.version, rules.sha256, plan_name, parts, kept)


def write_form(
    path: str | os.PathLike[str],
    layout: Layout,
    edits: PlanEdits,
    content: Content,
    made_of: About,
    title: str,
    found: Mapping[str, str] | None = None,
) -> None:
    """The same workbook from the same form. found: what a document may say, by place, for a column beside the question."""
    _Form(path, layout, edits, content, made_of, found).write(title)


class _Form:
    def __init__(
        self,
        path: str | os.PathLike[str],
        layout: Layout,
        edits: PlanEdits,
        content: Content,
        made_of: About,
        found: Mapping[str, str] | None,
    ) -> None:
        import xlsxwriter

        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
        self.book = xlsxwriter.Workbook(os.fspath(path), options)
        self.book.set_properties({"title": "Brecha", "created": datetime.datetime(2000, 1, 1)})
        self.layout, self.edits, self.content, self.about = layout, edits, content, made_of
        self.found = found
        at = PLAN_COLUMNS.index("answer")
        self.plan_columns = PLAN_COLUMNS if found is None else (*PLAN_COLUMNS[:at], FOUND, *PLAN_COLUMNS[at:])
        self.say = words(made_of.language)
        self.state = State(content.plan, edits, made_of.language)
        self.lists: dict[tuple[str, ...], int] = {}
        self.formats: dict[tuple[str, str], Any] = {}
        self.names = self.sheet_names()

    # --- formats and cells ---

    def format(self, kind: str, number: str = "") -> Any:
        """head, title, text, label, locked, key, faint, answer; and how a number is shown."""
        made = self.formats.get((kind, number))
        if made is None:
            top: dict[str, Any] = {"valign": "top", "text_wrap": True, "font_size": 10}
            framed = {**top, "border": 1, "border_color": _FRAME}
            kinds: dict[str, dict[str, Any]] = {
                "title": {"bold": True, "font_size": 14, "valign": "top", "text_wrap": True},
                "text": {**top, "font_color": "#3D4753"},
                "label": {**top, "bold": True, "align": "left"},
                "head": {**framed, "bold": True, "bg_color": "#DCE6F1"},
                "asked": {**framed, "font_size": 9, "font_color": "#3D4753", "bg_color": "#EAF1F8"},
                "locked": {**framed, "bg_color": _GREY},
                "faint": {**framed, "bg_color": _GREY, "font_size": 8, "font_color": "#566270"},
                "answer": {**framed, "bg_color": _YELLOW, "locked": False},
                "free": {**top, "locked": False},
            }
            made = self.book.add_format({**kinds[kind], **({"num_format": number} if number else {})})
            self.formats[kind, number] = made
        return made

    def put(self, sheet: Any, row: int, column: int, value: Any, kind: str, number: str = "") -> None:
        if isinstance(value, datetime.date):
            sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), self.format(kind, "yyyy-mm-dd"))
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            sheet.write_number(row, column, value, self.format(kind, number))
        elif value is None or value == "":
            sheet.write_blank(row, column, None, self.format(kind, number))
        else:
            sheet.write_string(row, column, str(value)[:_MOST_LETTERS], self.format(kind, number))

    def offered(self, texts: Sequence[str]) -> str:
        """A reference to what a cell offers; it stands in a hidden sheet, since a cell itself holds few."""
        from xlsxwriter.utility import xl_col_to_name

        column = xl_col_to_name(self.lists.setdefault(tuple(texts), len(self.lists)))
        return f"={CHOICES}!${column}$1:${column}${len(texts)}"

    def offer(self, sheet: Any, first: int, column: int, last: int, source: str | Sequence[str], about_it: str) -> None:
        """A drop-down that helps and never refuses: an answer may also be several of them, or why there is none."""
        rule: dict[str, Any] = {"validate": "any"}
        if source:
            rule = {"validate": "list", "source": source if isinstance(source, str) else self.offered(source), "show_error": False}
        if about_it:
            rule["input_message"] = about_it if len(about_it) <= 255 else about_it[:254] + "…"
        if len(rule) > 1:
            sheet.data_validation(first, column, last, column, rule)

    # --- the sheets ---

    def write(self, title: str) -> None:
        plan_sheet = self.book.add_worksheet(self.say["sheet_plan"])
        made = [(part, self.book.add_worksheet(self.names[part.sheet.pattern])) for part in self.content.parts]
        self.write_plan(plan_sheet, title)
        for part, sheet in made:
            self.write_part(part, sheet)
        self.write_hidden()
        self.book.close()

    def prepare(self, sheet: Any, color: str, codes: Sequence[str], widths: Sequence[float], title: str, text: str) -> None:
        """The hidden row of codes, the title and what to do, and how it is printed."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0) if len(widths) <= len(self.plan_columns) else sheet.set_print_scale(60)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&L&8{title.replace('&', '&&')[:160]}&R&8&P / &N")
        sheet.set_tab_color(color)
        sheet.hide_gridlines(2)
        for column, (code, width) in enumerate(zip(codes, widths, strict=True)):
            sheet.set_column(column, column, width, self.format("free"))
            sheet.write_string(0, column, code)
        sheet.set_row(0, None, None, {"hidden": True})
        room, across = 0.0, 0
        while across < len(widths) - 1 and room < 110:
            room += widths[across]
            across += 1
        last = max(across - 1, 1)
        room = sum(widths[: last + 1])
        for row, (line, kind, size) in enumerate(((title, "title", 1.5), (text, "text", 1.0)), 1):
            sheet.merge_range(row, 0, row, last, "", self.format(kind))
            self.put(sheet, row, 0, line, kind)
            sheet.set_row(row, _height([line], [room / size], _LINE * (1.4 if kind == "title" else 1)))
        sheet.protect("", {
            "sort": True, "autofilter": True, "format_cells": True, "format_columns": True, "format_rows": True,
            "insert_rows": True, "insert_columns": True, "insert_hyperlinks": True,
        })  # fmt: skip

    def write_plan(self, sheet: Any, title: str) -> None:
        say, codes = self.say, self.plan_columns
        widths = [_WIDTHS.get(code, 10) for code in codes]
        self.prepare(sheet, "#23599B", codes, widths, say("title", title=title), say["plan_help"])
        at = {code: column for column, code in enumerate(codes)}
        for row, label in ((3, "who_all"), (4, "on_all")):
            self.put(sheet, row, at["help"], say[label], "label")
            self.put(sheet, row, at["answer"], None, "answer", "yyyy-mm-dd" if label == "on_all" else "@")
        for code, column in at.items():
            self.put(sheet, 5, column, say[code] if code != "asks" else code, "head")
        sheet.set_row(5, _height([say[code] for code in codes[:-1]], widths))
        for number, asked in enumerate(self.content.rows, _HEAD):
            self.write_row(sheet, number, at, asked, widths)
        sheet.set_column(at["asks"], at["asks"], 10, self.format("free"), {"hidden": True})
        sheet.freeze_panes(_HEAD, at["help"])
        sheet.repeat_rows(5)
        sheet.print_area(0, 0, 5 + len(self.content.rows), at["on"])
        if self.content.rows:
            sheet.autofilter(5, 0, 5 + len(self.content.rows), at["on"])

    def write_row(self, sheet: Any, number: int, at: dict[str, int], row: Row, widths: Sequence[float]) -> None:
        cells, field = self.state.of_row(row), row.field
        how, link = self.help_of(row)
        self.put(sheet, number, at["place"], row.place, "faint")
        self.put(sheet, number, at["question"], row.question, "locked")
        self.put(sheet, number, at["help"], how, "faint")
        self.put(sheet, number, at["asks"], row.asks, "locked")
        if self.found is not None:
            self.put(sheet, number, at[FOUND], self.found.get(row.place), "faint")
        in_sheet = row.asks in ("list", "complete", "kept") and field is not None and field.type == "entity"
        if in_sheet and link:
            sheet.write_url(number, at["answer"], f"internal:'{link}'!A1", self.format("locked"), self.say("see_sheet", sheet=link))
        else:
            self.put(sheet, number, at["answer"], cells["answer"], "locked" if in_sheet else "answer", _number_format(field, row.asks))
            if not in_sheet:
                self.offer(sheet, number, at["answer"], number, self.choices(row), "")
        is_list = field is not None and field.list and row.asks != "slice"
        self.put(sheet, number, at["complete"], cells["complete"], "answer" if is_list else "locked")
        if is_list:
            message = self.say["kept_help"] if row.asks == "kept" else self.say["list_complete"]
            self.offer(sheet, number, at["complete"], number, (self.say["yes"], self.say["no"]), message)
        for word in ("why", *KNOWN):
            locked = row.asks == "judged" and word not in ("who", "on", "why")
            self.put(sheet, number, at[word], cells[word], "locked" if locked else "answer", "yyyy-mm-dd" if word == "on" else "@")
        if row.asks != "judged":
            self.offer(sheet, number, at["why"], number, [self.say[why] for why in WHYS], "")
        passages = [] if self.found is None else [self.found.get(row.place)]
        shown = [row.place, row.question, how, *passages, *(cells[code] for code in ("answer", "complete", "why", *KNOWN))]
        sheet.set_row(number, _height(shown, widths))

    def help_of(self, row: Row) -> tuple[str, str]:
        """How a row is answered, and the sheet in which its elements stand."""
        say, field = self.say, row.field
        if field is None or row.asks == THERE:
            return say["yes_or_no"], ""
        sheet = self.layout.sheet_of(row.place) if field.type == "entity" else None
        name = self.names.get(sheet.pattern, "") if sheet else ""
        if row.asks == "slice":
            return (say("slice_help", sheet=name) if name else say["yes_or_no"]), name
        if row.asks == "still_so":
            return say["still_so_help"], ""
        if field.type == "entity":
            return (say("see_sheet", sheet=name) if name else ""), name
        return self.described(field), ""

    def described(self, field: FieldInfo) -> str:
        if field.list:
            kind = self.say["several"]
            return (
                kind
                if field.type in ("enumeration", "country", "reference", "text")
                else f"{described_type(field, self.about.language)}; {kind}"
            )
        if field.type == "yes_no":
            return self.say["yes_or_no"]
        if field.type in ("enumeration", "country"):
            return self.say["one_of"]
        return described_type(field, self.about.language)

    def choices(self, row: Row) -> str | Sequence[str]:
        yes, no = self.say["yes"], self.say["no"]
        if row.asks in ("slice", "judged", THERE, "still_so"):
            return (yes, no) if row.asks != "still_so" else (yes,)
        return self.choices_of(row.field) if row.field is not None else ()

    def choices_of(self, field: FieldInfo) -> str | Sequence[str]:
        if field.type == "yes_no":
            return self.say["yes"], self.say["no"]
        if field.type in ("enumeration", "country"):
            return labels_of(field)
        if field.type == "reference":
            for part in self.content.parts:
                sheet = part.sheet
                if sheet.is_list and not sheet.above and sheet.entity.name == field.entity and len(sheet.keys) == 1 and part.only is None:
                    name, first = self.names[sheet.pattern].replace("'", "''"), _HEAD + 1
                    return f"='{name}'!$A${first}:$A${first + _OFFERED_TO}"
            return [key for key, _ in self.edits.items(self.content.plan, field.entity)]
        return ()

    def write_part(self, part: Part, sheet: Any) -> None:
        form = part.sheet
        say, codes = self.say, codes_of(form)
        heads = [_capital(self.called(one)) for one in form.above]
        asked = [""] * len(form.above)
        if form.is_list:
            heads += [say["key"] if one.type == "text" else _capital(self.called(one)) for one in form.keys] or [say["number"]]
            asked += [say["key_help"] if one.type == "text" else self.asked(one) for one in form.keys] or [""]
        widths: list[float] = [20.0 if len(form.keys) < 2 else 16.0] * form.head
        for column in form.columns:
            label = _capital(self.called(column.field))
            follows = column.asks == ALL and column.field.type != "entity"  # behind the list itself
            heads.append(
                say["complete"]
                if follows
                else say("all_of", label=label)
                if column.asks == ALL
                else say("there_head", label=label)
                if column.asks == THERE
                else label
            )
            about_it = self.described(column.field) if column.asks == VALUE else ""
            asked.append(
                " ".join(part for part in (self.asked(column.field), f"({about_it})" if about_it else "") if part and column.asks != ALL)
            )
            widths.append(_width_of(column.field) if column.asks == VALUE else 9.0 if follows else 16.0)
        heads += [*(say[word] for word in KNOWN), ROW]
        asked += [""] * (len(KNOWN) + 1)
        widths += [*(float(_WIDTHS[word]) for word in KNOWN), 10.0]
        whys = ", ".join(f"«{say[why]}»" for why in WHYS)
        question = form.field.question or _capital(self.called(form.field))
        self.prepare(sheet, "#1D7A5C", codes, widths, question, say("list_help" if form.is_list else "part_help", whys=whys))
        if form.is_list and not form.above:
            self.write_head(sheet, form)
        for column_at, (head, line) in enumerate(zip(heads, asked, strict=True)):
            self.put(sheet, 4, column_at, head, "head")
            self.put(sheet, 5, column_at, line, "asked")
        sheet.set_row(4, _height(heads, widths))
        sheet.set_row(5, _height(asked, [width * 1.1 for width in widths]))
        self.write_elements(sheet, part, codes, widths)
        sheet.set_column(len(codes) - 1, len(codes) - 1, 10, self.format("free"), {"hidden": True})
        has_name = bool(form.columns) and form.columns[0].field.name in ("name", "title")
        sheet.freeze_panes(_HEAD, min(form.head + has_name, 3))
        sheet.repeat_rows(4, 5)

    def write_head(self, sheet: Any, form: Sheet) -> None:
        """Is this list complete?"""
        entry = self.content.plan.get("evidence")
        entry = entry.get(form.pattern[:-2]) if isinstance(entry, dict) else None
        place = form.pattern[:-2]
        known = self.state.complete(entry) if isinstance(entry, dict) else None
        why = self.state.why(entry or {}, self.edits.value_at(self.content.plan, place))
        label = self.say["list_complete"]
        self.put(sheet, 3, 0, label, "label")
        self.put(sheet, 3, 1, known if known is not None else why, "answer")
        self.offer(sheet, 3, 1, 3, (self.say["yes"], self.say["no"], self.say["none"]), self.say["kept_help"] if form.field.dated else "")
        sheet.set_row(3, _height([label], [20], _LINE))

    def write_elements(self, sheet: Any, part: Part, codes: Sequence[str], widths: Sequence[float]) -> None:
        form = part.sheet
        number = first = _HEAD
        formats = (
            ["@"] * form.head
            + [_number_format(one.field, one.asks) for one in form.columns]
            + ["yyyy-mm-dd" if word == "on" else "@" for word in (*KNOWN, ROW)]
        )
        for steps, element in self.layout.elements(self.content.plan, form):
            place = form.place(steps)
            if not part.has(place):
                continue
            cells = self.state.of_element(form, place, element)
            values = [*head_cells(form, steps, element), *(cells[code.lstrip("@")] for code in codes[form.head : -1]), place]
            for column, value in enumerate(values):
                shown = (
                    label_of(form.keys[column - len(form.above)], str(value))
                    if len(form.above) <= column < form.head and form.keys
                    else value
                )
                values[column] = shown
                self.put(sheet, number, column, shown, "locked" if column < form.head else "answer", formats[column])
            sheet.set_row(number, _height(values[:-1], widths))
            number += 1
        last = number + (_ROOM if form.is_list else 0)
        for row in range(number, last):
            for column in range(len(codes) - 1):
                self.put(sheet, row, column, None, "answer", formats[column])
        end = last - 1 if not form.is_list else first + _OFFERED_TO
        if end < first:
            return
        for column in range(0 if form.is_list else form.head, len(codes) - 1):
            self.offer_column(sheet, form, column, first, end)
        sheet.autofilter(5, 0, max(last - 1, first), len(codes) - 2)
        sheet.print_area(0, 0, max(number - 1 + min(_ROOM, 5) * form.is_list, first), len(codes) - 2)

    def sheet_names(self) -> dict[str, str]:
        """A name for each sheet: the list's, behind it what it belongs to where two have the same."""
        names: dict[str, str] = {}
        used = {self.say["sheet_plan"].casefold(), HIDDEN, CHOICES}
        labels = [_capital(self.called(part.sheet.field)) for part in self.content.parts]
        for part, label in zip(self.content.parts, labels, strict=True):
            name = f"{label} ({self.called(part.sheet.above[-1])})" if part.sheet.above and labels.count(label) > 1 else label
            whole = re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ") or part.sheet.field.name
            name, number = whole[:_LETTERS_OF_NAME], 2
            while name.casefold() in used:
                end = f" {number}"
                name, number = whole[: _LETTERS_OF_NAME - len(end)] + end, number + 1
            used.add(name.casefold())
            names[part.sheet.pattern] = name
        return names

    def called(self, field: FieldInfo) -> str:
        """What a field is called in the form's language: its label, or what is asked where the label is only the English name."""
        if self.about.language == "en" or field.label != field.name.replace("_", " "):
            return field.label
        if field.type == "entity":
            return self.layout.entities[field.entity].label
        return field.question or field.label

    def asked(self, field: FieldInfo) -> str:
        """The question, where the head does not ask it already."""
        return field.question if field.question != self.called(field) else ""

    def offer_column(self, sheet: Any, form: Sheet, column: int, first: int, last: int) -> None:
        say = self.say
        if column < len(form.above):
            above = [part.sheet for part in self.content.parts if part.sheet.pattern == _pattern_above(form, column)]
            known = list(dict.fromkeys(steps[column] for steps, _ in self.layout.elements(self.content.plan, form)))
            if above and not above[0].above and len(above[0].keys) == 1:
                name = self.names[above[0].pattern].replace("'", "''")
                self.offer(sheet, first, column, last, f"='{name}'!$A${first + 1}:$A${first + _OFFERED_TO}", "")
            elif known:
                self.offer(sheet, first, column, last, known, "")
        elif column < form.head:
            if form.keys:
                self.offer(sheet, first, column, last, self.choices_of(form.keys[column - len(form.above)]), "")
        elif column < form.head + len(form.columns):
            one = form.columns[column - form.head]
            if one.asks == VALUE:
                self.offer(sheet, first, column, last, self.choices_of(one.field), self.described(one.field))
            else:
                none = (say["none"],) if one.asks == THERE or one.field.type == "entity" else ()
                self.offer(sheet, first, column, last, (say["yes"], say["no"], *none), say["list_complete"] if one.asks == ALL else "")

    def write_hidden(self) -> None:
        if self.lists:
            choices = self.book.add_worksheet(CHOICES)
            choices.hide()
            for texts, column in self.lists.items():
                choices.write_column(0, column, texts)
        hidden = self.book.add_worksheet(HIDDEN)
        hidden.hide()
        rows = [("format", str(FORMAT)), *zip(About._fields[:-1], self.about[:-1], strict=True), ("hash", self.about.hash)]
        text = self.about.plan
        rows += [("plan", text[at : at + _PIECE]) for at in range(0, len(text), _PIECE)]
        for number, (name, value) in enumerate(rows):
            hidden.write_string(number, 0, name)
            hidden.write_string(number, 1, value)
        hidden.protect()


def codes_of(form: Sheet) -> list[str]:
    """The columns' codes: "agencies/*#id", "agencies/*.sector", "agencies/*.document"; of an element above "facilities#0"."""
    heads = [f"{form.pattern}#{at}" for at in range(len(form.above))]
    if form.is_list:
        heads += [f"{form.pattern}#{one.name}" for one in form.keys] or [f"{form.pattern}#"]
    return [*heads, *(column.code for column in form.columns), *_KNOWN_CODES]


def head_cells(form: Sheet, steps: Sequence[str], element: Any) -> list[Any]:
    """What the first columns of a row say: the elements above by their steps, the keys of its own as the plan has them."""
    cells: list[Any] = list(steps[: len(form.above)])
    if form.is_list:
        own = [element.get(one.name) if isinstance(element, dict) else None for one in form.keys]
        cells += own if form.keys and all(value is not None for value in own) else [steps[-1], *[None] * (len(form.keys) - 1)]
    return cells


_KNOWN_CODES = (*(f"@{word}" for word in KNOWN), ROW)


def _pattern_above(form: Sheet, column: int) -> str:
    """The pattern of the list whose elements the first columns name."""
    steps = form.pattern.split("/")
    stars = [at for at, step in enumerate(steps) if step == "*"]
    return "/".join(steps[: stars[column] + 1])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number_format(field: FieldInfo | None, asks: str) -> str:
    """How a cell shows numbers; texts keep what looks like a number or a date as it was typed."""
    if field is None or asks not in (VALUE, "still_so"):
        return ""
    if field.list or field.type in ("text", "reference", "moment", "duration"):
        return "@"
    return {"date": "yyyy-mm-dd", "percent": "0.##%"}.get(field.type, "")


def _width_of(field: FieldInfo) -> float:
    if field.list:
        return 34.0
    return {"text": 28.0, "enumeration": 22.0, "country": 20.0, "reference": 18.0, "duration": 14.0, "moment": 18.0}.get(field.type, 13.0)


def _height(cells: Sequence[Any], widths: Sequence[float], line: float = _LINE) -> float:
    """Of a row whose texts are wrapped, in points: words stay whole, so no line is filled to its end."""
    most = 1
    for cell, width in zip(cells, widths, strict=False):
        if cell is not None:
            room = max(int(width * 1.05), 1)
            most = max(most, sum(-(-len(one) // room) or 1 for one in str(cell).split("\n")))
    return min(most * line + 2, _HIGHEST)
