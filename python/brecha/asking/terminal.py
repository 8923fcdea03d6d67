"""The dialogue in a terminal: a question, its choices with numbers, an answer, what it settled. Saved after each answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brecha.asking.dialogue import Asked, Dialogue, Reply, Settled
from brecha.asking.found import Found, Source
from brecha.asking.words import SAID, words
from brecha.commands.terminal import show
from brecha.errors import BrechaError
from brecha.fields import described_type
from brecha.rich_view.words import words as view_words
from brecha.sentences import Sentence, said
from brecha.typed_values import NO, YES, folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from brecha._core import FieldInfo
    from brecha.asking.plan_file import PlanFile
    from brecha.documents.document import Document

_PAGE = re.compile(r",?\s*(?:p|pp|page|pag|pág|página)\.?\s*([^\s,]+)$", re.IGNORECASE)
_FEW_CHOICES = 60


class _Leave(Exception):
    """The person goes, or the input ends."""


class TerminalDialogue:
    """Asks until nothing is left, the person leaves, or the input ends. What was answered is in the file by then.

    document: its passages that may answer are shown below each question; "@1" behind an answer says that the first one says so.
    """

    def __init__(self, dialogue: Dialogue, file: PlanFile, read_line: Callable[[str], str], document: Document | None = None) -> None:
        self.dialogue = dialogue
        self.file = file
        self._read_line = read_line
        self._say = words(dialogue.language)
        self._found = Found(document) if document is not None else None
        self._document = ""
        self._source = Source()
        self._saved = dialogue.data
        self._told_how = False

    def run(self) -> None:
        """Raises KeyboardInterrupt on Ctrl-C, with everything saved; BrechaError where the file cannot be written."""
        try:
            while self._next():
                pass
        except (_Leave, EOFError):
            show()
        finally:
            self._save()

    def closing(self) -> None:
        """How many answers the file has, for the end."""
        count = self.dialogue.answered
        show(self._say("saved", count=count, file=self.file.path) if count else self._say["nothing_saved"])

    # --- one question ---

    def _next(self) -> bool:
        """Puts a question. False where nothing is left."""
        dialogue, asked = self.dialogue, self.dialogue.asked
        if asked is None:
            if dialogue.skipped and self.confirmed(self._say("ask_skipped", count=dialogue.skipped)) and dialogue.ask_skipped():
                return True
            show(self._say["nothing_open"] + (f" ({self._say['last_back']})" if dialogue.answered else ""))
            return bool(dialogue.answered) and folded(self._line()) in SAID["back"] and self._back()
        if not self._told_how:
            self._told_how = True
            show(self._say["how_to"])
            show(self._say["how_to_source"])
            if self._found is not None:
                show(self._say("how_to_passages", document=self._found.document.name))
        show()
        self._show_question(asked)
        while True:
            self._source = Source()
            text = self._line()
            word = "" if _is_quoted(text) else next((word for word, known in SAID.items() if folded(text) in known), "")
            if word == "quit":
                raise _Leave
            if word == "why":
                self._show_why(asked)
                continue
            if word == "back":
                return self._back()
            if word == "skip":
                dialogue.skip()
                return True
            reply = Reply(word) if word else self._reply(asked, text)
            if reply is not None and not self._fits(asked, reply):
                show(self._say["no_none_here"])
                reply = None
            if reply is not None:
                self._answer(asked, reply)
                return True

    def _back(self) -> bool:
        show(self._say["taken_back"] if self.dialogue.back() else self._say["nothing_before"])
        self._save()
        return True

    def _answer(self, asked: Asked, reply: Reply) -> None:
        reply = reply._replace(**self._source._asdict())
        try:
            settled = self.dialogue.answer(reply)
        except BrechaError as error:
            show(error.in_language(self.dialogue.language), "bad")
            return
        self._save()
        self._show_understood(asked, reply)
        self._show_settled(settled)

    @staticmethod
    def _fits(asked: Asked, reply: Reply) -> bool:
        if reply.says == "none":
            return asked.kind not in ("judged", "complete", "kept", "still_so")
        return reply.says != "not_known" or asked.kind != "judged"

    def _save(self) -> None:
        if self.dialogue.data is not self._saved:
            self.file.write(self.dialogue.data)
            self._saved = self.dialogue.data

    # --- what is typed ---

    def _line(self) -> str:
        """What is typed, without where it stands: that is kept for the answer."""
        text, at, source = self._read_line("> ").strip().partition(" @")
        if at and self._found is not None and source.strip().isdecimal():
            self._source = self._found.source(int(source))
        elif at:
            page = _PAGE.search(source)
            self._document = (source[: page.start()] if page else source).strip(" ,") or self._document
            self._source = Source(self._document, page[1] if page else "")
        return text.strip()

    def confirmed(self, question: str) -> bool:
        """Yes or no; a blank is no. The input's end leaves."""
        show(f"{question} ({self._say['answer_yes_no']})")
        while True:
            text = folded(self._line())
            if text in YES:
                return True
            if text in NO or text in SAID["skip"] or text in SAID["not_known"]:
                return False
            if text in SAID["quit"]:
                raise _Leave
            self._wrong_yes_no()

    def _reply(self, asked: Asked, text: str) -> Reply | None:
        """The reply that a text means; None where it means none, which is told."""
        kind, field = asked.kind, asked.field
        is_quoted = _is_quoted(text)
        text = text[1:-1] if is_quoted else text
        yes, no = folded(text) in YES, folded(text) in NO
        if kind in ("judged", "object"):
            return Reply("yes" if yes else "no" if kind == "judged" else "none") if yes or no else self._wrong_yes_no()
        if kind == "slice":
            return self._slice(asked, yes) if yes or no else self._wrong_yes_no()
        if kind == "which":
            return self._which(asked, text)
        if field is None:
            return None
        if kind == "items" and (yes or no) and not is_quoted:
            return Reply("none") if no else self._wrong_items()
        if kind == "complete":
            return Reply("yes") if yes else self._more(field) if no else self._wrong_yes_no()
        if kind == "items":
            elements = self.elements(field, text)
            return None if elements is None else Reply("value", elements, complete=self.confirmed(self._say["are_these_all"]))
        if kind == "kept":
            return Reply("yes") if yes else self._since(field, text)
        if kind == "still_so":
            if yes:
                return Reply("yes")
            if field.list or field.type == "entity":
                show(self._say("change_in_plan", place=asked.place))
                return None
        value = self._value(field, text)
        if value is None:
            return None
        return Reply("value", value, complete=self.confirmed(self._say["are_these_all"]) if kind == "values" else None)

    def _further(self) -> str | None:
        """What is typed to a question within a question: "" where nothing is known, None to go back to that question."""
        text = self._line()
        if folded(text) in SAID["quit"]:
            raise _Leave
        if folded(text) in SAID["back"]:
            return None
        return "" if folded(text) in SAID["skip"] or folded(text) in SAID["not_known"] else text[1:-1] if _is_quoted(text) else text

    def _slice(self, asked: Asked, yes: bool) -> Reply | None:
        field = asked.field
        named = self.dialogue.naming_field(field) if field is not None and field.type == "entity" else None
        if not yes or named is None or named.type != "text" or f"[{named.name}=" in asked.place:
            return Reply("yes" if yes else "no")
        show(self._say["what_is_it_called"])
        name = self._further()
        return None if name is None else Reply("yes", [{named.name: name}] if name else None)

    def _which(self, asked: Asked, text: str) -> Reply | None:
        if folded(text) in NO:
            return Reply("none")
        labels = {folded(label): place for place, label in asked.choices}
        chosen = []
        for part in [text] if folded(text) in labels else re.split(r"[;,]", text):
            part = part.strip()
            at = int(part) if part.isdecimal() else 0
            place = labels.get(folded(part)) or (asked.choices[at - 1][0] if 0 < at <= len(asked.choices) else "")
            if not place:
                show(self._say["answer_choices"], "bad")
                return None
            chosen.append(place)
        rest = len(chosen) < len(asked.places)
        return Reply("value", chosen, complete=rest and self.confirmed(self._say["others_are_not"]))

    def _more(self, field: FieldInfo) -> Reply | None:
        show(self._say["what_else_is_there"])
        choices = self.dialogue.key_choices(field) or field.choices
        self._show_choices(tuple(choices))
        text = self._further()
        elements = self.elements(field, text) if text else None if text is None else []
        return None if elements is None else Reply("no" if not elements else "value", elements)

    def _since(self, field: FieldInfo, text: str) -> Reply | None:
        dated = self.dialogue.edits.field_at(f"{self.dialogue.asked.place}/[0]/{field.dated}") if self.dialogue.asked else field
        value = self._value(dated, text)
        return Reply("since", value) if isinstance(value, str) else None

    def elements(self, field: FieldInfo, text: str) -> list[Any] | None:
        """The elements that names or choices mean. None where one means nothing, which is told."""
        named = self.dialogue.naming_field(field)
        if named is None:
            return [{} for _ in re.split(r"[;\n]", text)]
        found = []
        apart = r"[;,]" if named.type != "text" else r"[;\n]"
        for part in re.split(apart, text):
            if not part.strip():
                continue
            value = self._value(named, part, one=True)
            if value is None:
                return None
            found.append({named.name: value} if field.type == "entity" else value)
        return found

    def _value(self, field: FieldInfo, text: str, one: bool = False) -> Any:
        """The value of a text; None where it is none, which is told."""
        items = self.dialogue.edits.items(self.dialogue.data, field.entity) if field.type == "reference" else ()
        typed = self.dialogue.values.value_of(field, text, items=items)
        if typed.problem is not None:
            show(said(typed.problem, self.dialogue.language), "bad")
        return typed.value[0] if one and field.list and typed.value else typed.value

    def _wrong_yes_no(self) -> Reply | None:
        show(self._say["answer_yes_no"], "bad")
        return None

    def _wrong_items(self) -> Reply | None:
        show(self._say["answer_items"], "bad")
        return None

    # --- what is shown ---

    def _show_question(self, asked: Asked) -> None:
        question, say = asked.question, self._say
        summary = self.dialogue.report.summary
        open_questions = len(self.dialogue.report.questions())
        show(say("progress", judged=summary.judged, requirements=summary.requirements, questions=open_questions))
        show(asked.text, "bold")
        if len(question.places) > 1 and asked.kind != "which" and asked.subject:
            show(
                say("place_of_several", at=question.places.index(asked.place) + 1, count=len(question.places), subject=asked.subject),
                "bold",
            )
        if asked.kind == "which":
            show(say["which_are_there"])
        if asked.kind not in ("complete", "slice"):
            self._show_choices(asked.choices)
        show(f"  ({', '.join(part for part in (self._hint(asked), self._effect(asked)) if part)})")
        if self._found is not None:
            self._show_found(self._found, asked)

    def _show_found(self, found: Found, asked: Asked) -> None:
        language = self.dialogue.language
        found.look(self.dialogue.report, asked)
        if not found.fits:
            show("  " + said(Sentence("not_found_here"), language))
        for number, line in enumerate(found.lines(language), 1):
            show(f"  @{number}  {line}")

    def _hint(self, asked: Asked) -> str:
        kind, field, say = asked.kind, asked.field, self._say
        if kind in ("yes_no", "judged", "object", "slice", "complete"):
            return say["answer_yes_no"]
        if kind in ("kept", "still_so"):
            return say["answer_kept" if kind == "kept" else "answer_still"]
        several = kind in ("which", "values", "items")
        if asked.choices and len(asked.choices) <= _FEW_CHOICES:
            return say["answer_choices" if several else "answer_choice"]
        if kind == "items":
            return say["answer_items"]
        return described_type(field, self.dialogue.language) if field is not None else ""

    def _effect(self, asked: Asked) -> str:
        question, say = asked.question, view_words(self.dialogue.language)
        parts = [say("question_settles", count=question.settles)] if question.settles else [say["question_helps"]]
        if question.may_show_gaps:
            parts.append(say("may_show_gaps", count=question.may_show_gaps))
        return ", ".join(parts)

    def _show_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        if not choices or len(choices) > _FEW_CHOICES:
            return
        from brecha.commands.terminal import width

        cells = [f"{number:>4}  {label or word}" for number, (word, label) in enumerate(choices, 1)]
        wide = max(map(len, cells)) + 2
        columns = max(1, width() // wide) if len(cells) > 6 else 1
        rows = -(-len(cells) // columns)
        for row in range(rows):
            show("".join(cell.ljust(wide) for cell in cells[row::rows]).rstrip())

    def _show_why(self, asked: Asked) -> None:
        waiting = self.dialogue.why(asked)
        show(self._say("waiting", count=len(asked.question.requirements)))
        for name, title, clause in waiting:
            show(f"  {name}  {title}" + (f" ({clause})" if clause else ""))
        if len(asked.question.requirements) > len(waiting):
            show("  " + self._say("and_more", count=len(asked.question.requirements) - len(waiting)))
        show("  " + self._say("written_so", place=asked.place))

    def _show_understood(self, asked: Asked, reply: Reply) -> None:
        """The words of what was chosen by number or label, or the day as the plan has it."""
        if reply.says != "value" or asked.kind not in ("value", "values", "which", "still_so"):
            return
        labels = dict(asked.choices)
        values = reply.value if isinstance(reply.value, list) else [reply.value]
        shown = [labels.get(value, value) if isinstance(value, str) else "" for value in values]
        if any(shown):
            show("  = " + ", ".join(filter(None, shown)))

    def _show_settled(self, settled: Settled) -> None:
        say = self._say
        for line, style in settled_lines(settled, self.dialogue):
            show(f"  {line}", style)
        if settled.opened:
            show("  " + say("opened", count=len(settled.opened)))


def settled_lines(settled: Settled, dialogue: Dialogue) -> list[tuple[str, str]]:
    """ "settles 4 findings: 3 met, 1 gap", then the gaps, each with a style."""
    say = words(dialogue.language)
    if not settled.verdicts:
        return [(say["settles_none"], "")]
    may = {info.id for info in dialogue.rules.requirements(dialogue.language) if info.modality == "may"}
    failed = [name for (name, _), verdict in settled.verdicts.items() if verdict in ("not_met", "partly_met")]
    counts = {
        "count_met": settled.count("met"),
        "count_gap": sum(name not in may for name in failed),
        "count_not_used": sum(name in may for name in failed),
        "count_not_applicable": settled.count("not_applicable"),
    }
    shown = ", ".join(say(word, count=count) for word, count in counts.items() if count)
    lines = [(say("settles", count=len(settled.verdicts), verdicts=shown), "good" if not counts["count_gap"] else "")]
    return lines + [(f"{name}  {message}", "bad") for name, message in settled.gaps]


def _is_quoted(text: str) -> bool:
    return len(text) > 2 and text[0] == text[-1] == '"'
