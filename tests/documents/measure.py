"""How well passages are found: right passage and right page among the first five, strong proposals for what is not there.

`python tests/documents/measure.py` prints the table of docs/documents.md: the plain start (BM25 over stems, with question and labels
as the query) beside what the package does, in the same run, for the half that was tuned on and the half that was not.
"""

from __future__ import annotations

import itertools
import math
import re
import time
from collections import Counter
from typing import NamedTuple

import made_up

import brecha
from brecha.documents.language import content_stems
from brecha.plan_edits import PlanEdits, conditions_of, slice_of

FIRST = 5


class Measured(NamedTuple):
    """Shares: of the answered questions, right passage and right page among the first five; of the others, a strong proposal."""

    answered: int
    absent: int
    passage: float
    page: float
    strong: float


def read(name: str) -> brecha.Document:
    return brecha.document(made_up.PDFS / f"{name.replace('_', '-')}.pdf")


def found_by_brecha(document, rules, questions):
    """For each question the first passages, as (page, text, is it weak)."""
    return [
        [(row.page, row.text, row.weak) for row in document.passages(rules, place=question.place, most=FIRST)] for question in questions
    ]


def found_plainly(document, rules, questions):
    """BM25 over stems of the same passages; the query is question and labels; every proposal counts as strong."""
    language = document.language
    passages = document.index(language).passages
    counts = [Counter(content_stems(passage.text, language)) for passage in passages]
    lengths = [sum(one.values()) for one in counts]
    average = sum(lengths) / len(lengths)
    holders = Counter(stem for one in counts for stem in one)
    entities = {entity.name: entity for entity in rules.vocabulary(language).entities}
    edits = PlanEdits(list(entities.values()))
    found = []
    for question in questions:
        field = edits.field_at(question.place)
        words = [field.question]
        for condition in conditions_of(slice_of(question.place)[1]):
            of = next((one for one in entities[field.entity].fields if one.name == condition.field), field) if condition.field else field
            words.append(dict(of.choices).get(condition.value, of.question))
        ranked = []
        for number, one in enumerate(counts):
            points = sum(
                math.log(1 + (len(counts) - holders[stem] + 0.5) / (holders[stem] + 0.5))
                * one[stem] * 2.2 / (one[stem] + 1.2 * (0.25 + 0.75 * lengths[number] / average))
                for stem in content_stems(" ".join(words), language) if stem in one
            )  # fmt: skip
            if points:
                ranked.append((-points, number))
        found.append([(passages[number].page, passages[number].text, False) for _, number in sorted(ranked)[:FIRST]])
    return found


def measured(questions, found) -> Measured:
    passage = page = strong = answered = absent = 0
    for question, rows in zip(questions, found, strict=True):
        if not question.pages:
            absent += 1
            strong += bool(rows) and not rows[0][2]
            continue
        answered += 1
        right = list(zip(question.pages, question.sentences, strict=True))
        passage += any(at == number and _words(sentence)[:40] in _words(text) for number, text, _ in rows for at, sentence in right)
        page += any(number in question.pages for number, _, _ in rows)
    return Measured(answered, absent, passage / answered, page / answered, strong / absent)


def _words(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip()


def results(name: str) -> dict[tuple[str, str], Measured]:
    """By half ("tuned", "held out", "both") and way ("plain", "Brecha")."""
    rules, document, questions = brecha.load("tourism_security"), read(name), made_up.questions_of(name)
    found = {"plain": found_plainly(document, rules, questions), "Brecha": found_by_brecha(document, rules, questions)}
    made = {}
    for half in ("tuned", "held out", "both"):
        chosen = [place for place, one in enumerate(questions) if half in ("both", one.half)]
        for way, rows in found.items():
            made[half, way] = measured([questions[place] for place in chosen], [rows[place] for place in chosen])
    return made


def table(of_all: dict[str, dict[tuple[str, str], Measured]]) -> str:
    """As docs/documents.md has it: name of a document to its results."""
    lines = [
        "| document | half | questions, not in it | way | right passage | right page | strong, though not there |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, made in of_all.items():
        for (half, way), one in made.items():
            about = f"{name.replace('_', '-')}, {made_up.LANGUAGES[name]} | {half} | {one.answered + one.absent}, {one.absent}"
            lines.append(f"| {about} | {way} | {one.passage:.2f} | {one.page:.2f} | {one.strong:.2f} |")
    return "\n".join(lines)


def long_document(pages: int = 100) -> bytes:
    """A PDF of so many pages, of the made-up ones again and again."""
    import io

    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for name in itertools.cycle(made_up.LANGUAGES):
        if len(whole) == pages:
            break
        with pypdfium2.PdfDocument(made_up.PDFS / f"{name.replace('_', '-')}.pdf") as one:
            whole.import_pages(one, list(range(min(len(one), pages - len(whole)))))
    written = io.BytesIO()
    whole.save(written)
    return written.getvalue()


def seconds(path, questions: int = 120) -> tuple[float, float]:
    """What it takes to read a document, and to search it for so many questions."""
    rules = brecha.load("tourism_security")
    places = [one.place for one in made_up.questions_of("windward_parishes")][:questions]
    begun = time.perf_counter()
    document = brecha.document(path)
    read_in = time.perf_counter() - begun
    for place in places:
        document.passages(rules, place=place)
    return read_in, time.perf_counter() - begun - read_in


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    print(table({name: results(name) for name in made_up.LANGUAGES}))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(long_document())
        print("100 pages: read in {:.2f} s, searched for 120 questions in {:.2f} s".format(*seconds(path)))
