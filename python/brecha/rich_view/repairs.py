"""The picture of repairs: gap by gap what would close it, with alternatives, blanks and what else it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.rich_view.headings import assessed_as, listed, plan_title, sentence
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.repair_words import repair_words
from brecha.rich_view.text import Pen, wrapped

if TYPE_CHECKING:
    from brecha._core import FieldInfo
    from brecha.repairs import Edit, Repair, Repairs
    from brecha.wording import Words

_DAYS = ("date", "moment")


class _Shown:
    """What readers see of repairs, as sentences."""

    def __init__(self, repairs: Repairs) -> None:
        self.repairs = repairs
        self.say: Words = repair_words(repairs.language)
        self._fields: dict[str, FieldInfo] = {}
        self._entities: dict[str, str] = {}
        for entity in repairs.report.ruleset.vocabulary(repairs.language).entities:
            self._entities[entity.name] = entity.label
            self._fields |= {f"{entity.name}.{field.name}": field for field in entity.fields}
        gaps = repairs.report.gaps
        self._messages = {(gap.requirement, gap.subject): gap.message or gap.title for gap in gaps}
        self.titles = {(gap.requirement, gap.subject): gap.title for gap in gaps}

    @property
    def title(self) -> str:
        report = self.repairs.report
        return f"{self.say['repairs']}{self.say['colon']}{plan_title(report) or report.plan.name}"

    @property
    def about(self) -> str:
        return assessed_as(self.repairs.report, self.say)

    def headline(self) -> list[str]:
        """How many gaps can be closed, and how far that was looked into."""
        repairs, say = self.repairs, self.say
        if not repairs.proposals and not repairs.without:
            return [say["repairs_nothing"]]
        gaps = {(repair.requirement, repair.subject) for repair in repairs.proposals}
        gaps |= {key for repair in repairs.proposals if repair.alternative == 1 for key in repair.closes}
        left = [one for one in repairs.without if (one.requirement, one.subject) not in gaps]
        parts = [say("repairs_found", gaps=len(gaps))] if gaps else []
        parts += [say("repairs_not_found", count=len(left))] if left else []
        lines = [sentence(parts)]
        if gaps:
            lines.append(say["repairs_tried"])
        if repairs.stopped_early:
            lines.append(say["repairs_stopped"])
        return lines

    def groups(self) -> list[list[Repair]]:
        """The repairs of each gap."""
        groups: list[list[Repair]] = []
        for repair in self.repairs.proposals:
            if repair.alternative == 1 or not groups:
                groups.append([])
            groups[-1].append(repair)
        return groups

    def gap(self, repair: Repair) -> str:
        """What the gap is."""
        return self._messages.get((repair.requirement, repair.subject), "")

    def change(self, change: Edit) -> str:
        """What is to be done, as one sentence with its blank."""
        say = self.say
        field = self._fields.get(change.field)
        what = (field.label or field.name) if field else ""
        if change.action in ("judge", "rejudge"):
            return say["repair_judge"]
        if change.action == "close":
            return say("repair_close", what=what)
        value = self._value(field, change.value)
        if change.type == "entity" and change.action == "add":
            value = self._element(field, change)
        value += self._others(field, change)
        if change.action == "state":
            return say("repair_state", what=what, value=value)
        if change.action == "add":
            return say("repair_add", what=what, value=value)
        if change.action in ("withdraw", "drop"):
            return say("repair_take_away", what=what, value=value)
        return say("repair_change", what=what, before=self._value(field, change.before), value=value)

    def notes(self, repair: Repair) -> str:
        """What else it moves, and how sure it is."""
        say = self.say
        own = (repair.requirement, repair.subject)
        parts = []
        others = [self._key(key) for key in repair.closes if key != own]
        if others:
            parts.append(f"{say['also_closes']}{say['colon']}{listed(others, say)}")
        if repair.effort_days is not None:
            parts.append(say("repair_effort", count=round(repair.effort_days)))
        if repair.worsens:
            parts.append(f"{say['then_worse']}{say['colon']}{listed([self._key(key) for key in repair.worsens], say)}")
        if repair.opens:
            parts.append(say("then_open", count=len(repair.opens)))
        if repair.alternative == 1 and not repair.least:
            parts.append(say["perhaps_not_least"])
        return " · ".join(parts)

    def unrepaired(self) -> list[str]:
        say = self.say
        closed = {key for repair in self.repairs.proposals if repair.alternative == 1 for key in repair.closes}
        return [
            f"{self._key((one.requirement, one.subject))}{say['colon']}{say[f'without_{one.why}']}"
            for one in self.repairs.without
            if (one.requirement, one.subject) not in closed
        ]

    # --- how ---

    @staticmethod
    def _key(key: tuple[str, str | None]) -> str:
        return f"{key[0]} ({key[1]})" if key[1] else key[0]

    def _value(self, field: FieldInfo | None, value: Any) -> str:
        from brecha.repairs import BLANK, shown

        if isinstance(value, bool):
            return self.say["answer_yes" if value else "answer_no"]
        if value == BLANK:
            return f"[{self.say['blank_text']}]"
        labels = dict(field.choices) if field else {}
        return labels.get(str(value), str(shown(value)))

    def _element(self, field: FieldInfo | None, change: Edit) -> str:
        """A new element by what it says, its made-up key left out."""
        say = self.say
        parts = []
        for name, value in (change.value or {}).items():
            of = self._fields.get(f"{field.entity}.{name}") if field else None
            if of is not None and of.type != "text":
                parts.append(f"{of.label or name} = {self._value(of, value)}")
        return say("repair_new_with", **{"with": ", ".join(parts)}) if parts else say["repair_new"]

    def _others(self, field: FieldInfo | None, change: Edit) -> str:
        """The bounds of a blank, or the choices that do as well."""
        say, day = self.say, "_day" if change.type in _DAYS else ""
        if change.among:
            others = [self._value(field, value) for value in change.among if value != change.value]
            return f" ({say['repair_or']} {listed(others, say)})" if others else ""
        if not change.blank or change.type not in ("integer", "number", "percent", "duration", *_DAYS):
            return ""
        lowest, highest = self._value(field, change.lowest), self._value(field, change.highest)
        if change.lowest is None and change.highest is None:
            text = say["blank_any"]
        elif change.highest is None:
            text = say(f"blank_from{day}", lowest=lowest)
        elif change.lowest is None:
            text = say(f"blank_to{day}", highest=highest)
        else:
            text = say("blank_between", lowest=lowest, highest=highest)
        return f" [{text}]"


# --- as text ---


def _text(repairs: Repairs, width: int, color: bool) -> str:
    """The whole picture, without a last line break."""
    shown, pen = _Shown(repairs), Pen(color)
    say = shown.say
    blocks = [[*(pen.bold(line) for line in wrapped(shown.title, width, "", "")), *wrapped(shown.about, width, "", "  ")]]
    blocks.append([line for text in shown.headline() for line in wrapped(text, width, "", "")])
    for group in shown.groups():
        first = group[0]
        lines = [pen.bold(line) for line in wrapped(f"{first.requirement}  {shown.gap(first)}", width, "", "  ")]
        for repair in group:
            if repair.alternative > 1:
                lines.append(pen.faint(f"  {say['repair_or']}"))
            for change in repair.changes:
                lines += wrapped(shown.change(change), width, "  • ", "    ")
                lines += [pen.faint(line) for line in wrapped(change.added or change.place, width, "      ", "      ")]
            notes = shown.notes(repair)
            lines += [pen.faint(line) for line in wrapped(notes, width, "    ", "    ")] if notes else []
        blocks.append(lines)
    unrepaired = shown.unrepaired()
    if unrepaired:
        blocks.append([pen.bold(say["without_repair"]), *(line for text in unrepaired for line in wrapped(text, width, "  ", "    "))])
    return "\n\n".join("\n".join(block) for block in blocks)


# --- as HTML ---


def _page_title(repairs: Repairs) -> str:
    return _Shown(repairs).title


def _body(repairs: Repairs) -> Mark:
    shown = _Shown(repairs)
    say = shown.say
    pieces = [
        tag("header", tag("h1", shown.title), tag("p", shown.about, class_="faint"), class_="headline"),
        tag("section", *(tag("p", text) for text in shown.headline()), class_="judged"),
    ]
    items = []
    for group in shown.groups():
        first = group[0]
        parts = [tag("p", tag("strong", first.requirement), " ", shown.gap(first), class_="sentence")]
        for repair in group:
            if repair.alternative > 1:
                parts.append(tag("p", say["repair_or"], class_="faint"))
            lines = [
                tag("li", shown.change(change), tag("div", change.added or change.place, class_="places faint"))
                for change in repair.changes
            ]
            parts.append(tag("ul", *lines))
            notes = shown.notes(repair)
            if notes:
                parts.append(tag("p", notes, class_="faint"))
        items.append(tag("li", *parts))
    if items:
        pieces.append(tag("section", tag("ol", *items, class_="gaps")))
    unrepaired = shown.unrepaired()
    if unrepaired:
        pieces.append(tag("section", tag("h2", say["without_repair"]), tag("ul", *(tag("li", text) for text in unrepaired))))
    return joined(pieces)


VIEW = View(_text, _page_title, _body)
