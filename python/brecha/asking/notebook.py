"""The dialogue in a notebook: the same questions as in the terminal, with ipywidgets; every answer is assessed at once.

form = report.ask()      # shows the best question; answer, and the next one comes
form.report              # the assessment with all answers so far
form.save("plan.json")   # the plan with them
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from brecha.asking.dialogue import Asked, Dialogue, Reply
from brecha.asking.found import Found, Source
from brecha.asking.terminal import settled_lines
from brecha.asking.words import words
from brecha.errors import BrechaError, NotInstalledError
from brecha.fields import described_type
from brecha.sentences import said

if TYPE_CHECKING:
    import os

    from brecha._core import FieldInfo
    from brecha.assessment import Assessment
    from brecha.documents.document import Document
    from brecha.plan import Plan
    from brecha.plan_edits import Data

_FEW = 7


class NotebookForm:
    """A question at a time, as widgets. `report`, `plan` and `data` are what the answers so far make."""

    def __init__(self, report: Assessment, who: str = "", document: Document | None = None) -> None:
        """Raises NotInstalledError without ipywidgets."""
        try:
            import ipywidgets
        except ImportError:
            raise NotInstalledError("ipywidgets", "notebook") from None
        self._widgets: Any = ipywidgets
        self.dialogue = Dialogue(report, who=who)
        self._say = words(report.language)
        self.progress = ipywidgets.HTML()
        self.question = ipywidgets.HTML()
        self.control: Any = None
        self.more: Any = None
        """Names of further elements, what a new one is called, or since when."""
        self.complete: Any = None
        """Whether these are all."""
        self._found = Found(document) if document is not None else None
        self.passages: Any = ipywidgets.RadioButtons(options=[("—", -1)], layout={"width": "auto"})
        """Which passage of the document says so, by its number; 0: searched in vain, -1: none is chosen."""
        self.document = ipywidgets.Text(description=self._say["document"])
        self.page = ipywidgets.Text(description=self._say["page"], layout={"width": "12rem"})
        self.message = ipywidgets.HTML()
        self.buttons = {
            name: ipywidgets.Button(description=self._say[name], button_style="primary" if name == "answer" else "")
            for name in ("answer", "not_known", "none", "skip", "back", "why_asked")
        }
        for name, button in self.buttons.items():
            button.on_click(lambda _, name=name: self._press(name))
        self._inputs = ipywidgets.VBox()
        self.passages.observe(lambda change: self._take_passage(change["new"]), names="value")
        source = ipywidgets.Accordion([ipywidgets.HBox([self.document, self.page])], titles=[self._say["where_it_stands"]])
        found = [self.passages] if document is not None else []
        rows = [self.progress, self.question, *found, self._inputs, source, ipywidgets.HBox(list(self.buttons.values())), self.message]
        self.widget = ipywidgets.VBox(rows)
        self._show()

    @property
    def report(self) -> Assessment:
        """The assessment with every answer so far."""
        return self.dialogue.report

    @property
    def plan(self) -> Plan:
        return self.dialogue.report.plan

    @property
    def data(self) -> Data:
        """The plan as JSON has it."""
        return self.dialogue.data

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the plan, as JSON or YAML by its ending. Raises BrechaError where it cannot be written."""
        from brecha.arguments import path as path_of
        from brecha.asking.plan_file import PlanFile

        PlanFile(path_of(path, "path"), self.dialogue.rules).write(self.dialogue.data)

    def _repr_mimebundle_(self, **settings: Any) -> Any:
        return self.widget._repr_mimebundle_(**settings)

    # --- what is shown ---

    def _show(self) -> None:
        asked, say = self.dialogue.asked, self._say
        summary = self.report.summary
        questions = len(self.report.questions())
        self.progress.value = (
            f"<small>{say('progress', judged=summary.judged, requirements=summary.requirements, questions=questions)}</small>"
        )
        self.document.value = self.page.value = ""
        self.control = self.more = self.complete = None
        self.buttons["back"].disabled = not self.dialogue.has_before
        for name in ("answer", "not_known", "none", "skip", "why_asked"):
            self.buttons[name].disabled = asked is None
        if asked is None:
            self.question.value = f"<b>{say['nothing_open']}</b>"
            self._inputs.children = ()
            return
        self.buttons["none"].disabled = asked.kind in ("judged", "complete", "kept", "still_so")
        self.buttons["not_known"].disabled = asked.kind == "judged"
        which = f"<br>{say['which_are_there']}" if asked.kind == "which" else ""
        subject = f"<br>{_text(asked.subject)}" if len(asked.question.places) > 1 and asked.kind != "which" and asked.subject else ""
        self.question.value = f"<b>{_text(asked.text)}</b>{subject}{which}"
        if self._found is not None:
            self._found.look(self.report, asked)
            lines = enumerate(self._found.lines(self.report.language), 1)
            self.passages.options = [("—", -1), *((line, number) for number, line in lines), (say["searched_in_vain"], 0)]
            self.passages.value = -1
        self._draw(asked)
        self._inputs.children = tuple(one for one in (self.control, self.more, self.complete) if one is not None)

    def _draw(self, asked: Asked) -> None:
        kind, say = asked.kind, self._say
        yes_no = [(say["yes"], "yes"), (say["no"], "no")]
        if kind in ("yes_no", "judged", "object", "slice", "complete"):
            self.control = self._one_of(yes_no)
            if kind == "slice" and asked.field is not None and self._is_named(asked.field):
                self.more = self._line(say["what_is_it_called"])
            if kind == "complete":
                self.more = self._lines(say["what_else_is_there"])
        elif kind == "kept":
            self.control, self.more = self._one_of([(say["always"], "yes"), (say["since"], "since")]), self._line("2026-01-15")
        elif kind == "which" or (kind in ("values", "items") and asked.choices):
            self.control = self._boxes(asked.choices)
            self.complete = self._check(say["others_are_not" if kind == "which" else "are_these_all"])
        elif kind in ("values", "items"):
            self.control = self._lines(say["answer_items"])
            self.complete = self._check(say["are_these_all"])
        elif kind == "still_so":
            self.control, self.more = self._one_of(yes_no), self._line(say["answer_still"])
        elif asked.choices:
            self.control = self._one_of([(label or word, word) for word, label in asked.choices])
        else:
            self.control = self._line(described_type(asked.field, self.report.language) if asked.field is not None else "")

    def _one_of(self, options: list[tuple[str, str]]) -> Any:
        if len(options) <= _FEW:
            return self._widgets.RadioButtons(options=options, value=None)
        return self._widgets.Dropdown(options=[("—", None), *options], value=None)

    def _boxes(self, choices: tuple[tuple[str, str], ...]) -> Any:
        boxes = [self._widgets.Checkbox(description=label or word, indent=False) for word, label in choices]
        return self._widgets.VBox(boxes)

    def _check(self, label: str) -> Any:
        return self._widgets.Checkbox(description=label, indent=False, layout={"width": "auto"})

    def _line(self, hint: str) -> Any:
        return self._widgets.Text(placeholder=hint, continuous_update=False, layout={"width": "32rem"})

    def _lines(self, hint: str) -> Any:
        return self._widgets.Textarea(placeholder=hint, layout={"width": "32rem"})

    def _is_named(self, field: FieldInfo) -> bool:
        named = self.dialogue.naming_field(field)
        return field.type == "entity" and named is not None and named.type == "text"

    # --- what is pressed ---

    def _press(self, name: str) -> None:
        dialogue, asked = self.dialogue, self.dialogue.asked
        self.message.value = ""
        if name == "back":
            dialogue.back()
        elif asked is None:
            return
        elif name == "why_asked":
            waiting = [f"<li>{_text(f'{one} {title}')} <small>{_text(clause)}</small></li>" for one, title, clause in dialogue.why(asked)]
            self.message.value = f"{self._say('waiting', count=len(asked.question.requirements))}<ul>{''.join(waiting)}</ul>"
            return
        elif name == "skip":
            dialogue.skip()
        else:
            try:
                reply = self._reply(asked) if name == "answer" else Reply(name)
                if reply is None:
                    return
                source = self._found.source(self.passages.value) if self._found is not None and self.passages.value >= 0 else Source()
                document, page = self.document.value.strip(), self.page.value.strip()
                note = source.note if document == source.document else ""
                settled = dialogue.answer(reply._replace(document=document, page=page, note=note))
            except BrechaError as error:
                self.message.value = _text(error.in_language(self.report.language))
                return
            self.message.value = "<br>".join(_text(line) for line, _ in settled_lines(settled, dialogue))
        self._show()

    def _take_passage(self, number: int) -> None:
        """Document and page of the passage that was chosen."""
        source = self._found.source(number) if self._found is not None and number >= 0 else Source()
        self.document.value, self.page.value = source.document, source.page

    def _reply(self, asked: Asked) -> Reply | None:
        """What the widgets say; None, with a message, where that is nothing. Raises BrechaError for what does not fit."""
        kind, field, value = asked.kind, asked.field, getattr(self.control, "value", None)
        if kind == "which" or (kind in ("values", "items") and asked.choices):
            chosen: list[Any] = [word for (word, _), box in zip(asked.choices, self.control.children, strict=True) if box.value]
            if kind == "items" and field is not None:
                named = self.dialogue.naming_field(field)
                chosen = [{named.name: word} for word in chosen] if named is not None else chosen
            return Reply("value", chosen, complete=bool(self.complete.value)) if chosen else self._nothing()
        if not value:
            return self._nothing()
        if kind in ("yes_no", "judged"):
            return Reply(value)
        if kind == "object":
            return Reply("yes" if value == "yes" else "none")
        if field is None:
            return None
        if kind == "slice":
            named = self.dialogue.naming_field(field)
            name = self.more.value.strip() if self.more is not None else ""
            return Reply(value, [{named.name: name}] if name and named is not None else None)
        if kind == "complete":
            names = self._elements(field, self.more.value)
            return Reply(value if value == "yes" or not names else "value", names)
        if kind == "kept":
            dated = self.dialogue.edits.field_at(f"{asked.place}/[0]/{field.dated}")
            return Reply("yes") if value == "yes" else Reply("since", self._value(dated, self.more.value))
        if kind == "still_so":
            if value == "yes":
                return Reply("yes")
            return Reply("value", self._value(field, self.more.value)) if self.more.value.strip() else self._nothing()
        if kind == "items":
            return Reply("value", self._elements(field, value), complete=bool(self.complete.value))
        return Reply("value", self._value(field, value), complete=bool(self.complete.value) if self.complete is not None else None)

    def _nothing(self) -> Reply | None:
        self.message.value = self._say["nothing_given"]
        return None

    def _elements(self, field: FieldInfo, text: str) -> list[Any]:
        named = self.dialogue.naming_field(field)
        names = [name.strip() for name in re.split(r"[;\n]", text) if name.strip()]
        if named is None:
            return [{} for _ in names]
        values = [self._value(named, name) for name in names]
        return [{named.name: value} for value in values] if field.type == "entity" else [one for value in values for one in value]

    def _value(self, field: FieldInfo, text: Any) -> Any:
        items = self.dialogue.edits.items(self.data, field.entity) if field.type == "reference" else ()
        typed = self.dialogue.values.value_of(field, text, items=items)
        if typed.problem is not None:
            raise BrechaError(said(typed.problem, self.report.language))
        return typed.value


def _text(text: str) -> str:
    return html.escape(text)
