"""What each cell of a form says of a plan: the one place that both the writing and the reading of forms ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.questionnaire.cells import as_text, shown
from brecha.questionnaire.content import KNOWN, evidence_at, judgement_at
from brecha.questionnaire.layout import ALL, THERE
from brecha.questionnaire.words import words

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.plan_edits import Data, PlanEdits
    from brecha.questionnaire.layout import Row, Sheet


class State:
    """Of one plan, in one language."""

    def __init__(self, plan: Data, edits: PlanEdits, language: str) -> None:
        self.plan = plan
        self.edits = edits
        self.language = language
        self.say = words(language)

    def of_row(self, row: Row) -> dict[str, Any]:
        """The cells of a row of the plan's sheet, by column."""
        cells: dict[str, Any] = dict.fromkeys(("answer", "complete", "why", *KNOWN))
        entry = evidence_at(self.plan, row.place)
        if row.asks == "judged":
            judgement = judgement_at(self.plan, row.place)
            cells["answer"] = self._truth(judgement.get("answer"))
            return cells | {word: as_text(judgement[word]) for word in ("who", "on") if judgement.get(word)}
        value = None if row.field is None else self.edits.value_at(self.plan, row.place)
        cells["why"] = self.why(entry, value if row.asks != "slice" else None)
        cells |= {word: as_text(entry[word]) for word in KNOWN if entry.get(word) is not None}
        if row.field is None:
            return cells
        if row.asks == "slice":
            cells["answer"], cells["why"] = (self.say["no"], None) if entry.get("none") is True else (None, cells["why"])
        elif row.asks == THERE:
            cells["answer"] = self.say["yes"] if isinstance(value, dict) else None
        elif row.field.type != "entity" and row.asks != "still_so":
            cells["answer"] = self.value(row.field, value)
        if row.field.list and row.asks != "slice":
            cells["complete"] = self.complete(entry)
        return cells

    def of_element(self, sheet: Sheet, place: str, element: Data | None) -> dict[str, Any]:
        """The cells of a row of a list, by the columns' codes."""
        cells: dict[str, Any] = {}
        for column in sheet.columns:
            entry = evidence_at(self.plan, f"{place}/{column.field.name}")
            value = element.get(column.field.name) if element is not None else None
            if column.asks == ALL:
                cells[column.code] = self.complete(entry) or (self.why(entry, value) if column.field.type == "entity" else None)
            elif column.asks == THERE:
                cells[column.code] = self.say["yes"] if isinstance(value, dict) else self.why(entry)
            else:
                cells[column.code] = self.why(entry, value) if value in (None, []) else self.value(column.field, value)
        entry = evidence_at(self.plan, place)
        return cells | {word: as_text(entry[word]) if entry.get(word) is not None else None for word in KNOWN}

    def value(self, field: FieldInfo, value: Any) -> Any:
        return shown(field, value, self.language)

    def why(self, entry: dict[str, Any], value: Any = None) -> str | None:
        """Why nothing stands there; an empty list says that there is none."""
        word = "none" if entry.get("none") is True or value == [] else entry.get("why")
        return self.say[word] if word in ("none", "not_known", "claimed_not_applicable", "withheld") else None

    def complete(self, entry: dict[str, Any]) -> Any:
        if entry.get("complete") is True:
            return self.say["yes"]
        size = entry.get("size")
        return size if isinstance(size, int) and not isinstance(size, bool) else as_text(size) if size is not None else None

    def _truth(self, answer: Any) -> str | None:
        return self.say["yes" if answer in (True, "yes") else "no"] if answer in (True, False, "yes", "no") else None
