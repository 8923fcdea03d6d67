"""Assessments as a workbook to send on: sheets for readers first, in their language and ready to print, then the tables as data.

For readers: the picture of the whole, the gaps, the questions to fill in, all requirements, the instruments. As data: the tables
of docs/report.md by their names, with their columns and codes as they are; what names the assessment stands last.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from brecha.errors import BrechaError, NotInstalledError
from brecha.rich_view.content import Asked, Content, content_of, verdict_shown
from brecha.rich_view.sentences import (
    about_plan,
    answer_lines,
    as_of_words,
    gap_remarks,
    gap_sentence,
    gap_source,
    interval_sentence,
    judged_sentence,
    one_answer_sentence,
    shown_verdicts,
)
from brecha.rich_view.tailoring import waiver_about
from brecha.rich_view.words import words
from brecha.sentences import Sentence
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.rows import Missing
    from brecha.tables import Table

_DATA = ("findings", "gaps", "questions", "missing", "evidence", "notes")
_LAST = ("assessment", "plan", "as_of")  # columns that are the same in every row of a plan
_LISTS = "lists"
_WIDEST, _NARROWEST = 60, 6
_MOST_ROWS = 1_048_576
_MOST_LETTERS = 32767
_LINE = 15  # points
_HIGHEST = 409
_COLORS = {
    "met": "#1D7A5C", "partly_met": "#C07C12", "not_met": "#B23C27", "unknown": "#C4CDD6", "not_applicable": "#FFFFFF", "not_used": "#FFFFFF",
}  # fmt: skip


class _Column(NamedTuple):
    head: str
    width: int
    kind: str = "plain"  # a format of _Book


class _Book:
    """The workbook, its formats, and how a cell and a sheet are written."""

    def __init__(self, path: str | os.PathLike[str], say: Words, created: datetime.date) -> None:
        import xlsxwriter

        # Plans come from strangers: what looks like a formula or a link stays text.
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
        self.book = xlsxwriter.Workbook(os.fspath(path), options)
        self.book.set_properties({"title": "Brecha", "created": datetime.datetime.combine(created, datetime.time())})
        self.say = say
        self.lists: dict[tuple[str, ...], int] = {}
        top = {"valign": "top", "text_wrap": True, "font_size": 10}
        framed = {**top, "bottom": 1, "bottom_color": "#DBE1E7"}
        self.formats = {
            "plain": self.book.add_format(framed),
            "strong": self.book.add_format({**framed, "bold": True}),
            "faint": self.book.add_format({**framed, "font_color": "#566270", "font_size": 9}),
            "answer": self.book.add_format({**framed, "bg_color": "#FFF8D6", "border": 1, "border_color": "#C4CDD6", "locked": False}),
            "percent": self.book.add_format({**framed, "num_format": "0%"}),
            "head": self.book.add_format({**top, "bold": True, "bottom": 2, "bg_color": "#E8EDF2"}),
            "data": self.book.add_format({**top}),
            "date": self.book.add_format({**top, "num_format": "yyyy-mm-dd"}),
            "title": self.book.add_format({"bold": True, "font_size": 16, "valign": "top"}),
            "headline": self.book.add_format({"bold": True, "font_size": 12, "valign": "top", "text_wrap": True}),
            "text": self.book.add_format({**top}),
        }
        self.loose = self.book.add_format({"font_color": "#566270", "font_size": 10})  # goes on over the next columns

    def offered(self, texts: tuple[str, ...]) -> str:
        """A reference to texts that a cell offers; they stand in a hidden sheet, since a cell itself holds few."""
        from xlsxwriter.utility import xl_col_to_name

        column = xl_col_to_name(self.lists.setdefault(texts, len(self.lists)))
        return f"={_LISTS}!${column}$1:${column}${len(texts)}"

    def close(self) -> None:
        hidden = self.book.add_worksheet(_LISTS)
        hidden.hide()
        for texts, column in self.lists.items():
            hidden.write_column(0, column, texts)
        self.book.close()

    def sheet(self, name: str, footer: str, color: str | None = None) -> Any:
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        pages = self.say("sheet_page", page="&P", pages="&N")
        sheet.set_footer(f"&L&8{footer.replace('&', '&&')[:160]}&R&8{pages}")
        if color:
            sheet.set_tab_color(color)
        return sheet

    def write(self, sheet: Any, row: int, place: int, cell: Any, kind: str) -> None:
        """Empty cells of a framed kind are drawn too; texts are texts, whatever they look like."""
        shown = self.formats[kind]
        if cell is None or cell == "" or cell == ():
            sheet.write_blank(row, place, None, shown)
        elif isinstance(cell, bool):
            sheet.write_boolean(row, place, cell, shown)
        elif isinstance(cell, (int, float)):
            sheet.write_number(row, place, cell, shown)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(row, place, datetime.datetime.combine(cell, datetime.time()), self.formats["date"])
        else:
            sheet.write_string(row, place, _text(cell)[:_MOST_LETTERS], shown)

    def table(
        self, sheet: Any, columns: Sequence[_Column], rows: Sequence[Sequence[Any]], first: int = 0, printed: int | None = None
    ) -> None:
        """A head that is repeated on every page and stays when scrolled, rows as high as what stands in them.

        printed: how many columns go on paper, so that they can be read there; the others are for the screen.
        """
        if first + len(rows) >= _MOST_ROWS:
            raise BrechaError(Sentence("too_many_rows", sheet=sheet.get_name(), rows=len(rows)))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            sheet.write_string(first, place, column.head, self.formats["head"])
        sheet.set_row(first, _height([column.head for column in columns], [column.width for column in columns]))
        for number, cells in enumerate(rows, first + 1):
            for place, (column, cell) in enumerate(zip(columns, cells, strict=True)):
                self.write(sheet, number, place, cell, column.kind)
            sheet.set_row(number, _height(cells, [column.width for column in columns]))
        sheet.freeze_panes(first + 1, 0)
        sheet.repeat_rows(first)
        sheet.print_area(0, 0, first + len(rows), (printed or len(columns)) - 1)
        if rows:
            sheet.autofilter(first, 0, first + len(rows), len(columns) - 1)


def write_workbook(reports: Sequence[Assessment], path: str | os.PathLike[str]) -> None:
    """The same workbook from the same assessments. Raises NotInstalledError without XlsxWriter, BrechaError for too many rows."""
    try:
        import xlsxwriter  # noqa: F401
    except ImportError:
        raise NotInstalledError("XlsxWriter", "excel") from None
    say = words(reports[0].language)
    contents = [content_of(report) for report in reports]
    first = contents[0]
    about = " · ".join(part for part in (first.country, first.plan_title, f"{say['as_of']} {first.as_of}") if part)
    footer = about if len(reports) == 1 else f"{first.ruleset_title} · {say['as_of']} {first.as_of}"
    book = _Book(path, say, reports[0].as_of)
    _write_summary(book, reports, contents, footer)
    _write_gaps(book, contents, footer)
    _write_questions(book, reports, contents, footer)
    _write_requirements(book, reports, contents, footer)
    _write_instruments(book, first, footer)
    for name in _DATA:
        tables = [report.questions() if name == "questions" else getattr(report, name) for report in reports]
        _write_data(book, name, tables, footer)
    book.close()


def write_sheet(
    path: str | os.PathLike[str],
    say: Words,
    created: datetime.date,
    name: str,
    lines: Sequence[str],
    columns: Sequence[tuple[str, int, str]],
    rows: Sequence[Sequence[Any]],
    printed: int,
) -> None:
    """A workbook of one sheet: lines above (the first as title), then a table of columns (head, width, kind as _Book has them), of which
    the first `printed` go on paper.

    Raises NotInstalledError without XlsxWriter, BrechaError for too many rows.
    """
    try:
        import xlsxwriter  # noqa: F401
    except ImportError:
        raise NotInstalledError("XlsxWriter", "excel") from None
    book = _Book(path, say, created)
    sheet = book.sheet(name, " · ".join(lines))
    for place, line in enumerate(lines):
        sheet.write_string(place, 0, line, book.loose if place else book.formats["title"])
    book.table(sheet, [_Column(*column) for column in columns], rows, len(lines) + 1, printed)
    book.close()


def _write_summary(book: _Book, reports: Sequence[Assessment], contents: Sequence[Content], footer: str) -> None:
    say = book.say
    sheet = book.sheet(say["sheet_summary"], footer, "#23599B")
    verdicts = list(dict.fromkeys(verdict for content in contents for verdict in shown_verdicts(content)))
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, len(verdicts) + 1, 13)
    last = len(verdicts) + 1
    if len(reports) == 1:
        sheet.fit_to_pages(1, 1)
    row = 0
    for report, content in zip(reports, contents, strict=True):
        row = _write_picture(book, sheet, row, last, report, content, verdicts) + 2
    names = ", ".join(_DATA)
    sheet.merge_range(row, 0, row, last, say("data_sheets", names=names), book.formats["text"])
    sheet.set_row(row, 2 * _LINE)


def _write_picture(book: _Book, sheet: Any, row: int, last: int, report: Assessment, content: Content, verdicts: Sequence[str]) -> int:
    """Headline, what could be judged, and the table by theme; returns the row after it."""
    say, formats = book.say, book.formats
    sheet.write_string(row, 0, content.plan_title[:_MOST_LETTERS], formats["title"])
    sheet.set_row(row, 2 * _LINE)
    ruleset = f"{content.ruleset_title} · {content.ruleset_name} {content.ruleset_version} ({content.ruleset_sha256[:8]})"
    lines = [
        (about_plan(content), "text"),
        (f"{ruleset} · {as_of_words(content, say)} · {say['assessment']} {content.hash}", "text"),
        (f"{say['with']} {', '.join(f'{name} = {value}' for name, value in content.parameters_set.items())}", "text")
        if content.parameters_set
        else ("", "text"),
        *((sentence, "text") for sentence in content.in_force),
        (judged_sentence(content, say), "headline"),
        (interval_sentence(content, say), "text"),
        (one_answer_sentence(content, say), "headline"),
    ]
    width = 40 + 13 * last
    for text, kind in lines:
        if not text:
            continue
        row += 1
        sheet.merge_range(row, 0, row, last, "", formats[kind])
        book.write(sheet, row, 0, text, kind)
        sheet.set_row(row, _height([text], [width if kind == "text" else width * 10 // 13]))
    row += 2
    for place, head in enumerate((say["theme"], *(say[verdict] for verdict in verdicts), say["requirements_head"])):
        sheet.write_string(row, place, head, formats["head"])
    first = row + 1
    for theme in content.themes:
        row += 1
        book.write(sheet, row, 0, content.theme(theme.theme) or say["no_theme"], "strong")
        for place, verdict in enumerate(verdicts, 1):
            book.write(sheet, row, place, theme.counts[verdict] or None, "plain")
        book.write(sheet, row, last, sum(theme.counts.values()), "plain")
    row += 1
    book.write(sheet, row, 0, say["requirements_head"], "strong")
    for place, verdict in enumerate(verdicts, 1):
        book.write(sheet, row, place, sum(theme.counts[verdict] for theme in content.themes), "strong")
    book.write(sheet, row, last, content.summary.requirements, "strong")
    row += 2
    _draw_themes(book, sheet, row, first, first + len(content.themes) - 1, verdicts, say)
    return row + max(10, 2 * len(content.themes))


def _draw_themes(book: _Book, sheet: Any, row: int, first: int, final: int, verdicts: Sequence[str], say: Words) -> None:
    """A bar a theme, its verdicts side by side; what is open is hatched."""
    chart = book.book.add_chart({"type": "bar", "subtype": "stacked"})
    name = sheet.get_name()
    for place, verdict in enumerate(verdicts, 1):
        fill: dict[str, Any] = {"fill": {"color": _COLORS[verdict]}}
        if verdict == "unknown":
            fill = {"pattern": {"pattern": "light_upward_diagonal", "fg_color": "#8794A1", "bg_color": "#EEF1F4"}}
        series = {"name": say[verdict], "categories": [name, first, 0, final, 0], "values": [name, first, place, final, place]}
        chart.add_series({**series, **fill, "border": {"color": "#8794A1", "width": 0.5}, "gap": 40})
    chart.set_title({"none": True})
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"major_gridlines": {"visible": False}, "num_font": {"size": 9}, "num_format": "0"})
    chart.set_size({"width": 900, "height": 20 * max(10, 2 * (final - first + 1))})
    sheet.insert_chart(row, 0, chart, {"object_position": 2})


def _write_gaps(book: _Book, contents: Sequence[Content], footer: str) -> None:
    """A row for each finding that is a gap, the gravest first as in the other faces."""
    say = book.say
    columns = [
        _Column("#", 5, "faint"), _Column(say["gap"], 46, "strong"), _Column(say["remedy"], 38), _Column(say["verdict"], 10),
        _Column(say["modality"], 13), _Column(say["theme"], 16), _Column(say["source"], 28), _Column(say["requirement"], 13),
        _Column(say["plan"], 20, "faint"), _Column(say["subject"], 20), _Column(say["standing"], 12), _Column(say["effort"], 12),
        _Column(say["training"], 20), _Column(say["note_head"], 20), _Column(say["after"], 12), _Column(say["blocks"], 10),
        _Column(say["assessment"], 14, "faint"),
    ]  # fmt: skip
    rows: list[list[Any]] = []
    for content in contents:
        for section in content.sections:
            for line in section.lines:
                for gap in (*line.gaps, *line.waiting):
                    cells: list[Any] = [len(rows) + 1, gap_sentence(gap), gap.remedy, say[gap.verdict], say[gap.modality]]
                    cells += [content.theme(gap.theme), gap_source(gap, content), gap.requirement, content.plan_name, gap.subject]
                    cells += [say.get(gap.standing or "", gap.standing or ""), gap.effort, content.training(gap.requirement)]
                    cells += [", ".join(gap_remarks(gap, content, say)), ", ".join(gap.after or ()), gap.blocks or None, content.hash]
                    rows.append(cells)
    book.table(book.sheet(say["sheet_gaps"], footer, "#B23C27"), columns, rows, printed=8 if len(contents) == 1 else 9)


def _write_questions(book: _Book, reports: Sequence[Assessment], contents: Sequence[Content], footer: str) -> None:
    """A row for each question and item that it is asked of, with room for the answer and where it stands."""
    say = book.say
    sheet = book.sheet(say["sheet_questions"], footer, "#C07C12")
    columns = [
        _Column("#", 5, "faint"), _Column(say["question"], 42, "strong"), _Column(say["subject"], 20), _Column(say["choices"], 26, "faint"),
        _Column(say["answer"], 30, "answer"), _Column(say["no_answer"], 16, "answer"), _Column(say["document"], 18, "answer"),
        _Column(say["page"], 8, "answer"), _Column(say["plan"], 20, "faint"), _Column(say["waiting_head"], 20, "faint"),
        _Column(say["place"], 30, "faint"), _Column(say["to_write"], 60, "faint"), _Column(say["assessment"], 14, "faint"),
    ]  # fmt: skip
    rows: list[list[Any]] = []
    choices: list[tuple[str, ...]] = []
    for report, content in zip(reports, contents, strict=True):
        asked_at: dict[str, Missing] = {missing.place: missing for missing in report.missing}
        for asked in (*content.questions, *content.more_questions):
            for at, (subject, place) in enumerate(_asked_of(asked)):
                lines = answer_lines(asked.answers[at] if asked.answers else [], say)
                missing = asked_at.get(place)
                question = (missing.question if missing and len(asked.question.places) > 1 else None) or asked.question.question
                cells: list[Any] = [
                    asked.question.rank,
                    question,
                    subject or say["plan"],
                    "; ".join(asked.question.choices),
                    None,
                    None,
                    None,
                ]
                cells += [None, content.plan_name, f"{len(asked.waiting)}{say['colon']}{', '.join(asked.waiting)}", place]
                cells += ["\n".join(f"{said}{say['colon']}{line}" for said, line in lines), content.hash]
                rows.append(cells)
                choices.append(asked.question.choices)
    sheet.merge_range(0, 0, 0, 7, say["questions_to_fill"], book.formats["headline"])
    sheet.set_row(0, 2 * _LINE)
    book.table(sheet, columns, rows, first=1, printed=8 if len(contents) == 1 else 9)
    _offer_choices(book, sheet, choices, first=2)


def _asked_of(asked: Asked) -> list[tuple[str, str]]:
    """Name and place of each item; a question with nothing to name is asked once."""
    return list(zip(asked.question.subjects, asked.question.places, strict=True)) or [("", "")]


def _offer_choices(book: _Book, sheet: Any, choices: Sequence[tuple[str, ...]], first: int) -> None:
    """Drop-downs that help and never refuse: an answer may also be several of them, or a sentence."""
    say = book.say
    none = (say["do_not_know"], say["there_is_none"], say["does_not_apply_to_us"], say["cannot_be_shown"])
    for row, offered in enumerate(choices, first):
        for place, texts in ((4, offered), (5, none)):
            if texts:
                sheet.data_validation(row, place, row, place, {"validate": "list", "source": book.offered(texts), "show_error": False})


def _write_requirements(book: _Book, reports: Sequence[Assessment], contents: Sequence[Content], footer: str) -> None:
    say = book.say
    columns = [
        _Column(say["requirement"], 13, "strong"), _Column(say["title"], 44), _Column(say["verdict"], 13, "strong"), _Column(say["reason"], 24),
        _Column(say["note_head"], 40), _Column(say["source"], 30), _Column(say["plan"], 20, "faint"), _Column(say["theme"], 18),
        _Column(say["modality"], 14), _Column(say["training"], 22), _Column(say["assessment"], 14, "faint"),
    ]  # fmt: skip
    rows: list[list[Any]] = []
    for report, content in zip(reports, contents, strict=True):
        reasons: dict[str, list[str]] = {}
        messages: dict[str, list[str]] = {}
        for finding in report.findings:
            reasons.setdefault(finding.requirement, []).append(say[f"reason_{finding.reason}"])
            if finding.message:
                messages.setdefault(finding.requirement, []).append(finding.message)
        for waived in content.waivers:
            messages.setdefault(waived.requirement, []).append(f"[{waiver_about(waived, say)}]")
        for info in content.requirements.values():
            cells: list[Any] = [
                info.id,
                info.title,
                say[verdict_shown(report._core.verdict(info.id), info.modality)],
                "; ".join(dict.fromkeys(reasons.get(info.id, []))),
            ]
            cells += [
                " ".join(dict.fromkeys(messages.get(info.id, []))),
                "; ".join(content.citation(one) for one in dict.fromkeys(info.sources)),
            ]
            cells += [content.plan_name, content.theme(info.theme or None), say[info.modality], content.training(info.id), content.hash]
            rows.append(cells)
    book.table(book.sheet(say["sheet_requirements"], footer, "#1D7A5C"), columns, rows, printed=6 if len(contents) == 1 else 7)


def _write_instruments(book: _Book, content: Content, footer: str) -> None:
    say = book.say
    columns = [_Column(say["title"], 70, "strong"), _Column(say["publisher"], 30), _Column(say["date"], 12)]
    columns += [_Column(say["standing"], 16), _Column(say["address"], 70, "faint")]
    rows = [[one.title or one.id, one.publisher, one.date, say.get(one.standing, ""), one.url] for one in content.instruments]
    book.table(book.sheet(say["sheet_instruments"], footer, "#566270"), columns, rows)


def _write_data(book: _Book, name: str, tables: Sequence[Table[Any]], footer: str) -> None:
    """A table as it is, by its columns' names; what names the assessment stands last."""
    from brecha.tables import concatenated

    table = concatenated(tables)
    places = [*(place for place, column in enumerate(table.columns) if column not in _LAST)]
    places += [table.columns.index(column) for column in _LAST]
    rows = [[cells[place] for place in places] for cells in table._core.rows()]
    columns = []
    for at, place in enumerate(places):
        head = table.columns[place]
        widest = max((len(_text(row[at])) for row in rows if row[at] is not None), default=0)
        columns.append(_Column(head, max(_NARROWEST, min(max(len(head) + 3, widest + 2), _WIDEST)), "data"))
    book.table(book.sheet(name, footer), columns, rows)


def _text(cell: Any) -> str:
    return "; ".join(cell) if isinstance(cell, tuple) else str(cell)


def _height(cells: Sequence[Any], widths: Sequence[int]) -> int:
    """Of a row whose texts are wrapped, in points."""
    lines = max((_lines(_text(cell), width) for cell, width in zip(cells, widths, strict=True) if cell is not None), default=1)
    return min(max(lines, 1) * _LINE, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column: words stay whole, so a line is filled to about nine tenths."""
    room = max(int(width * 0.9), 1)
    return sum(-(-len(line) // room) or 1 for line in text.split("\n"))
