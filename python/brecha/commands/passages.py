"""`brecha passages`: the passages of a document that may answer the open questions of a plan, or one of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from brecha.commands.assess import form_of, parameter_of, refuse_to_write_over_input, refuse_wrong_order
from brecha.commands.work import ENDINGS, one_plan, put_out, ruleset_of
from brecha.dates import date_of, facts_since_of
from brecha.documents.document import document
from brecha.errors import BrechaError, PlanError
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse

    from brecha.documents.document import Document
    from brecha.documents.proposals import Proposal, Proposals

_MOST = 3


def passages(options: argparse.Namespace) -> int:
    language = options.language or "en"
    form = form_of(options.format, options.output, {ending: form for ending, form in ENDINGS.items() if form != "html"})
    try:
        most = int(options.most) if options.most is not None else _MOST
    except ValueError:
        raise BrechaError(Sentence("most_is_no_number", text=options.most)) from None
    refuse_wrong_order(options.ruleset, [options.plan] if options.plan else [])
    rules = ruleset_of(options)
    read = document(options.document, language=options.document_language)
    try:
        plan = one_plan(options.plan, options.ruleset) if options.plan else None
        refuse_to_write_over_input(options.output, options.ruleset, [options.document, *([plan] if plan else [])])
        report = rules.assess(
            plan or {},
            date_of(options.as_of, "--as-of"),
            language=language,
            parameters=dict(parameter_of(text) for text in options.parameters),
            read=options.read,
            facts_since=facts_since_of(options.facts_since, "--facts-since"),
        )
    except PlanError as error:
        from brecha.commands.terminal import print_diagnostics

        print_diagnostics(error.in_language(language))
        return 3
    found = read.passages(report, place=options.place, most=most)

    def made(color: bool) -> str:
        if form == "json":
            return found.to_json()
        return found.to_csv() if form == "csv" else _text(read, found, language, color)

    put_out(options, form, made)
    return 0


def _text(read: Document, found: Proposals, language: str, color: bool) -> str:
    bold, plain = ("\x1b[1m", "\x1b[0m") if color else ("", "")
    questions = [(question, list(rows)) for (question, _), rows in groupby(found, lambda row: (row.question, row.place))]
    fits = sum(any(not row.weak for row in rows) for _, rows in questions)
    head = Sentence("passages_of" if read.unit == "page" else "sections_of", document=read.name, pages=read.pages)
    lines = [f"{bold}{said(head, language)}{plain}"]
    if read.pages_without_text:
        blank = read.pages_without_text
        lines.append(said(Sentence("pages_without_text", count=len(blank), numbers=", ".join(map(str, blank))), language))
    lines.append(said(Sentence("passages_searched_in", language=read.language, found=fits, asked=len(questions)), language))
    for question, rows in questions:
        lines += ["", f"{bold}{question}{plain}", f"  {rows[0].place}"]
        if all(row.weak for row in rows):
            lines.append(f"  {said(Sentence('not_found_here'), language)}")
        lines += [line for row in rows for line in _shown(row, language)]
    return "\n".join(lines)


def _shown(row: Proposal, language: str) -> list[str]:
    weak = f" · {said(Sentence('passage_weak'), language)}" if row.weak else ""
    heading = f" · {row.heading}" if row.heading else ""
    lines = [f"  {row.rank}. {row.page_in(language)} · {row.score:.2f}{weak}{heading}", f"     {row.text}"]
    if row.offers:
        lines.append("     " + said(Sentence("passage_names_values", values=", ".join(row.offers)), language))
    return lines
