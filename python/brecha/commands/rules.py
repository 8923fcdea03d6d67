"""`brecha rules`: the shipped rulesets, or what one asks of a plan, each requirement with its clause; or all fields of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.commands.terminal import show, show_document, show_report
from brecha.errors import BrechaError
from brecha.fields import choices_of, described_type
from brecha.rich_view.in_force import period_words
from brecha.ruleset import load, shipped_rulesets
from brecha.sample_plans import samples
from brecha.sentences import Sentence, said

if TYPE_CHECKING:
    import argparse

    from brecha.ruleset import Ruleset


def rules(options: argparse.Namespace) -> int:
    language = options.language or "en"
    if options.names[:1] == ["diff"]:
        return _diff(options, language)
    if len(options.names) > 1:
        raise BrechaError(Sentence("rules_takes_one"))
    if options.names:
        loaded = load(options.names[0], ruleset=options.ruleset_name, search=options.path)
        show(f"{loaded.title(language)}\n{loaded.name} {loaded.version} ({loaded.sha256[:8]})")
        if days := period_words(*loaded.in_force[-1], language):
            show(days)
        if options.fields:
            _show_fields(loaded, language)
        else:
            _show_requirements(loaded, language)
        return 0
    for name in shipped_rulesets():
        loaded = load(name, search=options.path)
        if options.fields:
            show(f"{name} {loaded.version}  {loaded.title(language)}")
            _show_fields(loaded, language)
            continue
        count = len(loaded.requirements(language))
        show(f"{name} {loaded.version}  {loaded.title(language)} {said(Sentence('requirement_count', count=count), language)}")
        for sample in samples():
            if sample.ruleset == name:
                show("    " + said(Sentence("sample_plan", name=sample.name), language))
    return 0


def _diff(options: argparse.Namespace, language: str) -> int:
    """What the second of two rulesets changes of the first; the first may be what the second extends, by name, or a file or folder."""
    if len(options.names) != 3:
        raise BrechaError(Sentence("rules_diff_takes_two"))
    _, base, tailored = options.names
    rules = load(tailored, ruleset=options.ruleset_name, search=options.path)
    known = base in {name for name, _ in rules.layers}
    found = rules.diff(base if known else load(base, search=options.path), language)
    if options.format == "json":
        show_document(found.to_json(), "json")
    else:
        show_report(found.to_text(language))
    return 0


def _show_requirements(loaded: Ruleset, language: str) -> None:
    from brecha.rich_view.words import words

    say = words(language)
    theme = None
    for info in loaded.requirements(language):
        if info.theme != theme:
            theme = info.theme
            show(f"\n{info.theme_label or '–'}")
        show(f"  {info.id}  {info.title}")
        if (days := (info.in_force_from, info.in_force_until)) not in loaded.in_force:
            show(f"      {period_words(*days, language)}")
        for place, citation in enumerate(info.citations):
            doubt = say.get(f"reading_{citation.reading}", "")
            clause = f"{citation.source_title}, {citation.clause}" if citation.clause else citation.source_title
            show(f"      {say[info.modality] + ' · ' if place == 0 else ''}{clause}{f' ({doubt})' if doubt else ''}")


def _show_fields(loaded: Ruleset, language: str) -> None:
    """Entity by entity, the plan first; a * marks what the rules read."""
    vocabulary = loaded.vocabulary(language)
    for entity in sorted(vocabulary.entities, key=lambda entity: not entity.root):
        label = "" if entity.label == entity.name else f"  {entity.label}"
        show(f"\n{entity.name}{label}", "bold")
        for field in entity.fields:
            show(f"  {'*' if field.read_by_rules else ' '} {field.name}  ({described_type(field, language)})")
            if field.question:
                show(f"      {field.question}")
            if choices_of(field):
                show(f"      {' | '.join(choices_of(field))}")
    show("\n" + said(Sentence("fields_read"), language))
