"""What can be typed after `brecha`: commands, options, their help and what is said of a wrong one, in the language asked for."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from brecha.commands import FORMATS
from brecha.commands.help_words import HELP
from brecha.sentences import Sentence, said
from brecha.wording import Words

# What argparse says of a wrong line, and what is said instead.
_WRONG = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "argument_missing"),
    (re.compile(r"argument (?P<option>\S+): expected .*argument.*"), "option_wants_a_value"),
    (re.compile(r"argument (?P<option>\S+): ignored explicit argument .*"), "option_takes_no_value"),
    (
        re.compile(r"argument (?P<option>\S+): invalid choice: ['\"]?(?P<value>.*?)['\"]? \(choose from (?P<choices>.*)\)", re.DOTALL),
        "no_choice",
    ),
)


def parsed(words: Sequence[str], options: argparse.Namespace, language: str) -> argparse.Namespace:
    """The words as options: `command`, `language` and what the command takes. Ends the process for --help and for a wrong line."""
    parser, commands = _parser(language)
    _, left = parser.parse_known_args(words, options)
    if left:
        commands.get(options.command, parser).refuse(left)
    return options


def print_help(language: str) -> None:
    _parser(language)[0].print_help()


def language_typed(words: Sequence[str]) -> str:
    """The value of the last --language, before anything else is looked at: the help is in it too. Empty where there is none."""
    words = words[: words.index("--")] if "--" in words else words
    typed = ""
    for place, word in enumerate(words):
        if word == "--language" and place + 1 < len(words) and not words[place + 1].startswith("-"):
            typed = words[place + 1]
        elif word.startswith("--language="):
            typed = word.partition("=")[2]
    return typed


class _Help(argparse.RawDescriptionHelpFormatter):
    """Examples as they are laid out, no line wider than the terminal, the first word in the reader's language."""

    def __init__(self, prog: str, language: str) -> None:
        from brecha.commands.terminal import width

        super().__init__(prog, width=width() - 2)
        self._language = language

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, Words(HELP, self._language)["usage"] if prefix is None else prefix)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from brecha.commands.terminal import fitted

        return "\n".join(indent + piece for line in text.split("\n") for piece in fitted(line, width))


class _Parser(argparse.ArgumentParser):
    """argparse in four languages; for a wrong command, option or choice the nearest is offered."""

    def __init__(self, language: str, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=partial(_Help, language=language), **settings)
        self.language = language
        self._given = self.add_argument_group(self.word("arguments"))
        self._chosen = self.add_argument_group(self.word("options"))
        self._chosen.add_argument("-h", "--help", action="help", help=self.word("help"))

    def word(self, word: str) -> str:
        say = Words(HELP, self.language)
        return say(word, FILE=say["FILE"])

    def given(self, name: str, metavar: str, help_text: str, **settings: Any) -> None:
        """An argument by its place."""
        self._given.add_argument(name, metavar=self.word(metavar), help=self.word(help_text), **settings)

    def option(self, name: str, help_text: str, metavar: str = "", **settings: Any) -> None:
        if metavar:
            settings["metavar"] = self.word(metavar)
        self._chosen.add_argument(name, help=self.word(help_text), **settings)

    def flag(self, name: str, help_text: str) -> None:
        self.option(name, help_text, action="store_true")

    def language_option(self, help_text: str) -> None:
        self.option("--language", help_text, "LANGUAGE", default=argparse.SUPPRESS)

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _WRONG:
            found = pattern.fullmatch(message)
            if found:
                self._end(self._about(sentence, found.groupdict()))
        self._end(message)

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """Ends because of words that nothing was made of."""
        wrong = next((word.partition("=")[0] for word in words if word.startswith("-")), "")
        if not wrong:
            self._end(Sentence("argument_too_many", words=" ".join(words), count=len(words)))
        known = [option for action in self._actions for option in action.option_strings if option.startswith("--")]
        self._end(Sentence("no_option", option=wrong, near=_near(wrong, known)))

    def _about(self, sentence: str, found: dict[str, str]) -> Sentence:
        if "names" in found:
            return Sentence(sentence, names=found["names"], count=len(found["names"].split(", ")))
        if "choices" in found:
            choices = found["choices"].replace("'", "").split(", ")
            if found["option"] == self.word("COMMAND"):
                return Sentence("no_command", command=found["value"], near=_near(found["value"], choices), commands=tuple(choices))
            return Sentence(sentence, **(found | {"choices": tuple(choices), "near": _near(found["value"], choices)}))
        return Sentence(sentence, **found)

    def _end(self, message: str | Sentence) -> NoReturn:
        from brecha.commands.terminal import tell

        suffix = f" --language {self.language}" if self.language != "en" else ""
        tell(f"brecha: {said(message, self.language)}\n{said(Sentence('see_help', command=f'{self.prog} --help{suffix}'), self.language)}")
        self.exit(2)


def _near(word: str, known: Sequence[str]) -> Sentence | str:
    from brecha.near_names import did_you_mean

    return did_you_mean(word, known)


def _examples(parser: _Parser, *examples: tuple[str, str]) -> str:
    """Lines to type, each with a remark or none, the remarks under one another."""
    other = parser.language if parser.language != "en" else "es"
    typed = [(line.replace("LANGUAGE", other).replace("PATTERN", parser.word("test.pattern")), remark) for line, remark in examples]
    wide = max((len(line) for line, remark in typed if remark), default=0)
    lines = [f"  {line:<{wide}}  {parser.word(remark)}" if remark else f"  {line}" for line, remark in typed]
    return "\n".join([parser.word("examples"), *lines])


def _parser(language: str) -> tuple[_Parser, dict[str, _Parser]]:
    """The whole of it, and the commands by name."""
    whole = _Parser(language, prog="brecha", description=Words(HELP, language)["brecha"])
    whole.flag("--version", "version")
    whole.language_option("brecha.language")
    whole.epilog = _examples(
        whole,
        ("brecha assess tourism_security dominican-republic", "sample"),
        ("brecha assess tourism_security plan.json --language LANGUAGE", ""),
        ("brecha assess tourism_security plans/*.json --format html --output gaps.html", ""),
        ("brecha new my_rules && brecha test my_rules", "new.example_own"),
    )
    whole.epilog += "\n\n" + whole.word("exit")
    commands = whole.add_subparsers(dest="command", metavar=whole.word("COMMAND"), title=whole.word("commands"))

    def add(name: str, *examples: tuple[str, str]) -> _Parser:
        about = whole.word(name)
        command: _Parser = commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".", language=language)
        command.epilog = _examples(command, *examples)
        return command

    assess = add(
        "assess",
        ("brecha assess tourism_security plan.json", ""),
        ("brecha assess tourism_security plan.yaml --as-of 2026-01-15 --set minimum_representatives=3", ""),
        ("brecha assess port_facility surveys/*.json --format csv --output findings.csv", ""),
        ("brecha assess my_rules plan.json --fail-on unknown", "pipeline"),
    )
    assess.epilog += "\n\n" + assess.word("exit")  # type: ignore[operator]
    assess.given("ruleset", "RULESET", "assess.ruleset")
    assess.given("plans", "PLAN", "assess.plans", nargs="+")
    _add_assessing(assess)
    assess.option("--format", "assess.format", "FORMAT", choices=FORMATS)
    assess.option("--output", "assess.output", "FILE")
    assess.flag("--exact-cells", "assess.exact_cells")
    assess.option("--fail-on", "assess.fail_on", choices=("gaps", "unknown", "none"), default="gaps")

    why = add(
        "why",
        ("brecha why tourism_security dominican-republic TSP-20", ""),
        ("brecha why my_rules plan.json R-02 agencies/police --language LANGUAGE", ""),
    )
    why.given("ruleset", "RULESET", "why.ruleset")
    why.given("plan", "PLAN", "why.plan")
    why.given("requirement", "REQUIREMENT", "why.requirement")
    why.given("subject", "SUBJECT", "why.subject", nargs="?")
    _add_assessing(why)

    check = add(
        "check",
        ("brecha check my_rules", ""),
        ("brecha check my_rules/rules.brecha --strict", ""),
        ("brecha check my_rules --sources", "check.example"),
        ("brecha check my_rules --cost", "check.example_cost"),
    )
    check.given("paths", "PATH", "check.paths", nargs="+")
    check.flag("--strict", "check.strict")
    check.flag("--sources", "check.sources")
    check.flag("--cost", "check.cost")
    check.option("--plan", "check.plan", "FILE")
    check.option("--elements", "check.elements", "NUMBER", default="100")
    check.language_option("language.own")
    _add_loading(check)

    layout = add(
        "fmt",
        ("brecha fmt my_rules", ""),
        ("brecha fmt my_rules --language es", "fmt.example_language"),
        ("brecha fmt my_rules --check", "fmt.example_check"),
    )
    layout.given("paths", "PATH", "fmt.paths", nargs="+")
    layout.language_option("fmt.language")
    layout.flag("--check", "fmt.check")
    _add_limit(layout)

    texts = add(
        "texts",
        ("brecha texts my_rules --language LANGUAGE", "texts.example"),
        ("brecha texts my_rules --language LANGUAGE --export xliff --output texts.xlf", ""),
        ("brecha texts my_rules --language LANGUAGE --import texts.xlf", ""),
    )
    texts.given("ruleset", "RULESET", "texts.ruleset")
    texts.language_option("texts.language")
    texts.option("--export", "texts.export", choices=("xliff",), default="")
    texts.option("--output", "texts.output", "FILE")
    texts.option("--import", "texts.import", "FILE", dest="imported", default="")
    texts.option("--path", "path", "FOLDER", action="append", default=[])

    test = add(
        "test",
        ("brecha test my_rules", ""),
        ("brecha test my_rules --only R-02", "test.example_requirement"),
        ('brecha test my_rules --only "PATTERN"', "test.example_title"),
        ("brecha test my_rules --wrong-reasons", "test.example_wrong_reasons"),
        ("brecha test rulesets", "test.example_folder"),
    )
    test.given("paths", "PATH", "test.paths", nargs="+")
    test.option("--only", "test.only", "WHICH")
    test.flag("--wrong-reasons", "test.wrong_reasons")
    test.language_option("test.language")
    _add_loading(test)

    rules = add(
        "rules",
        ("brecha rules", ""),
        ("brecha rules tourism_security --language LANGUAGE", ""),
        ("brecha rules tourism_security --fields", "rules.example"),
        ("brecha rules diff port_facility my_rules", "rules.diff_example"),
    )
    rules.given("names", "NAME", "rules.names", nargs="*")
    rules.option("--format", "rules.format", choices=("text", "json"), default="text")
    rules.flag("--fields", "rules.fields")
    rules.language_option("rules.language")
    _add_loading(rules)

    plan = add(
        "plan",
        ("brecha plan tourism_security > plan.yaml", ""),
        ("brecha plan tourism_security --language LANGUAGE --output plan.yaml", ""),
        ("brecha plan my_rules --format json --output plan.json", ""),
    )
    plan.given("ruleset", "RULESET", "ruleset_or_folder")
    plan.option("--format", "plan.format", choices=("yaml", "json"))
    plan.option("--output", "plan.output", "FILE")
    plan.language_option("plan.language")
    _add_loading(plan)

    ask = add(
        "ask",
        ("brecha ask tourism_security plan.yaml", ""),
        ("brecha ask tourism_security plan.json --language LANGUAGE --who analyst", ""),
    )
    ask.given("ruleset", "RULESET", "ruleset_or_folder")
    ask.given("plan", "PLAN", "ask.plan")
    ask.option("--who", "ask.who", "NAME", default="")
    ask.option("--document", "ask.document", "FILE", default="")
    _add_assessing(ask)

    questionnaire = add(
        "questionnaire",
        ("brecha questionnaire tourism_security --output form.xlsx", "questionnaire.example"),
        ("brecha questionnaire tourism_security plan.json --only open --top 5 --language LANGUAGE --output form.xlsx", ""),
        ("brecha fill plan.json form.xlsx --output plan.json", ""),
    )
    questionnaire.given("ruleset", "RULESET", "ruleset_or_folder")
    questionnaire.given("plan", "PLAN", "questionnaire.plan", nargs="?")
    questionnaire.option("--output", "questionnaire.output", "FILE")
    questionnaire.option("--only", "questionnaire.only", choices=("open",))
    questionnaire.option("--top", "questionnaire.top", "NUMBER")
    questionnaire.option("--document", "questionnaire.document", "FILE", default="")
    questionnaire.option("--as-of", "as_of", "DATE")
    questionnaire.option("--read", "read", choices=("part", "whole"))
    questionnaire.language_option("questionnaire.language")
    _add_loading(questionnaire)

    xlsform = add(
        "xlsform",
        ("brecha xlsform tourism_security --output xlsform.xlsx", "xlsform.example"),
        ("brecha fill plan.json export.json --output plan.json", ""),
    )
    xlsform.given("ruleset", "RULESET", "ruleset_or_folder")
    xlsform.option("--output", "xlsform.output", "FILE")
    xlsform.language_option("language.own")
    _add_loading(xlsform)

    fill = add(
        "fill",
        ("brecha fill plan.json form.xlsx --output plan.json", ""),
        ("brecha fill plan.yaml ministry.xlsx police.xlsx --output plan.yaml", "fill.example"),
    )
    fill.given("plan", "PLAN", "why.plan")
    fill.given("forms", "FORM", "fill.forms", nargs="+")
    fill.option("--output", "fill.output", "FILE")
    fill.option("--rules", "fill.rules", "RULESET", default="")
    fill.language_option("language.own")
    _add_loading(fill)

    form = add(
        "form",
        ("brecha form tourism_security --output form.html", ""),
        ("brecha form tourism_security plan.json --language LANGUAGE --output form.html", "form.example"),
        ("brecha form tourism_security --document plan.pdf --output form.html", "form.example_document"),
    )
    form.given("ruleset", "RULESET", "ruleset_or_folder")
    form.given("plan", "PLAN", "form.plan", nargs="?")
    form.option("--output", "form.output", "FILE")
    form.option("--document", "form.document", "FILE", default="")
    form.option("--as-of", "as_of", "DATE")
    form.language_option("form.language")
    _add_loading(form)

    passages = add(
        "passages",
        ("brecha passages tourism_security plan.pdf", ""),
        ("brecha passages tourism_security plan.pdf plan.yaml --language LANGUAGE --most 5", "passages.example_plan"),
        ('brecha passages tourism_security plan.docx --place "resources[kind=hotline]"', "passages.example_place"),
    )
    passages.given("ruleset", "RULESET", "ruleset_or_folder")
    passages.given("document", "DOCUMENT", "passages.document")
    passages.given("plan", "PLAN", "passages.plan", nargs="?")
    passages.option("--place", "passages.place", "PLACE", default="")
    passages.option("--most", "passages.most", "NUMBER")
    passages.option("--document-language", "passages.document_language", "LANGUAGE", default="")
    passages.option("--format", "passages.format", choices=("text", "json", "csv"))
    passages.option("--output", "passages.output", "FILE")
    _add_assessing(passages)

    schema = add(
        "schema",
        ("brecha schema tourism_security --output plan.schema.json", ""),
        ("brecha schema my_rules --language LANGUAGE", ""),
    )
    schema.given("ruleset", "RULESET", "ruleset_or_folder")
    schema.option("--output", "schema.output", "FILE")
    schema.language_option("schema.language")
    _add_loading(schema)

    new = add(
        "new",
        ("brecha new my_rules", ""),
        ("brecha new mis_reglas --language es", ""),
        ("brecha new my_country --from tourism_security", "new.example_from"),
        ("brecha check my_rules && brecha test my_rules", ""),
    )
    new.given("name", "NAME", "new.name")
    new.option("--from", "new.from", "RULESET", dest="origin")
    new.language_option("new.language")

    explain = add(
        "explain",
        ("brecha explain B301", ""),
        ("brecha explain B301 --language LANGUAGE", ""),
        ("brecha explain", "explain.example"),
    )
    explain.given("code", "CODE", "explain.code", nargs="?")
    explain.language_option("explain.language")

    compare = add(
        "compare",
        ("brecha compare port_facility april.json october.json --as-of-before 2025-04-15 --as-of 2025-10-15", ""),
        ("brecha compare port_facility report.json october.json --language LANGUAGE", "compare.example_report"),
        ("brecha compare my_rules plan.json plan.json --rules-before my_old_rules", "compare.example_rules"),
    )
    compare.given("ruleset", "RULESET", "compare.ruleset")
    compare.given("before", "BEFORE", "compare.before")
    compare.given("after", "AFTER", "compare.after")
    _add_assessing(compare)
    compare.option("--as-of-before", "compare.as_of_before", "DATE")
    compare.option("--read-before", "compare.read_before", choices=("part", "whole"))
    compare.option("--set-before", "compare.set_before", "NAME=VALUE", action="append", default=[], dest="parameters_before")
    compare.option("--rules-before", "compare.rules_before", "RULESET", default="")
    compare.option("--format", "compare.format", choices=("text", "json", "csv", "html"))
    compare.option("--output", "compare.output", "FILE")
    compare.option("--fail-on", "compare.fail_on", choices=("new", "gaps", "none"), default="none")

    roadmap = add(
        "roadmap",
        ("brecha roadmap port_facility plan.json", ""),
        ("brecha roadmap port_facility plan.json --start 2026-02-01 --output roadmap.ics", "roadmap.example_calendar"),
        ("brecha roadmap my_rules plan.json --start 2026-02-01 --format svg --output roadmap.svg", ""),
    )
    roadmap.given("ruleset", "RULESET", "assess.ruleset")
    roadmap.given("plan", "PLAN", "why.plan")
    _add_assessing(roadmap)
    roadmap.option("--start", "roadmap.start", "DATE")
    roadmap.option("--format", "roadmap.format", choices=("text", "csv", "json", "html", "ics", "svg"))
    roadmap.option("--output", "roadmap.output", "FILE")

    progress = add(
        "progress",
        ("brecha progress costa_rica_process made-up-complete --as-of 2025-07-31", ""),
        ("brecha progress my_rules plan.json --requirement P-1 --language LANGUAGE", "progress.example"),
    )
    progress.given("ruleset", "RULESET", "assess.ruleset")
    progress.given("plan", "PLAN", "why.plan")
    _add_assessing(progress)
    progress.option("--requirement", "progress.requirement", "REQUIREMENT")
    progress.option("--format", "progress.format", choices=("text", "csv", "json", "html"))
    progress.option("--output", "progress.output", "FILE")

    repairs = add(
        "repairs",
        ("brecha repairs port_facility plan.json", ""),
        ("brecha repairs my_rules plan.json R-02 --dearer 1", "repairs.example_dearer"),
        ("brecha repairs my_rules plan.json --plan repaired.json", "repairs.example_plan"),
    )
    repairs.given("ruleset", "RULESET", "assess.ruleset")
    repairs.given("plan", "PLAN", "why.plan")
    repairs.given("requirements", "REQUIREMENT", "repairs.requirements", nargs="*")
    _add_assessing(repairs)
    repairs.option("--subject", "why.subject", "SUBJECT")
    repairs.option("--together", "repairs.together", action="store_true")
    repairs.option("--most", "repairs.most", "NUMBER", default="3")
    repairs.option("--dearer", "repairs.dearer", "NUMBER", default="0")
    repairs.option("--cost", "repairs.cost", "ACTION=NUMBER", action="append", default=[], dest="costs")
    repairs.option("--plan", "repairs.plan", "FILE", dest="plan_output")
    repairs.option("--format", "repairs.format", choices=("text", "json", "csv", "html"))
    repairs.option("--output", "compare.output", "FILE")

    portfolio = add(
        "portfolio",
        ("brecha portfolio tourism_security plans --output portfolio.html", ""),
        ("brecha portfolio port_facility surveys/*.json --as-of 2026-01-15 --format csv", ""),
    )
    portfolio.given("ruleset", "RULESET", "assess.ruleset")
    portfolio.given("plans", "PLAN", "assess.plans", nargs="+")
    _add_assessing(portfolio)
    portfolio.option("--format", "portfolio.format", choices=("text", "json", "csv", "html"))
    portfolio.option("--output", "compare.output", "FILE")

    statement = add(
        "applicability",
        ("brecha applicability port_facility plan.json --output statement.xlsx", ""),
        ("brecha applicability my_rules plan.json --decisions decisions.csv --language LANGUAGE", "applicability.example"),
    )
    statement.given("ruleset", "RULESET", "assess.ruleset")
    statement.given("plan", "PLAN", "why.plan")
    _add_assessing(statement)
    statement.option("--decisions", "applicability.decisions", "FILE")
    statement.option("--format", "applicability.format", choices=("text", "json", "csv", "html", "xlsx"))
    statement.option("--output", "applicability.output", "FILE")

    against = add(
        "against",
        ("brecha against port_facility_ca plan.json port_facility_us", ""),
        ("brecha against my_rules plan.json other_rules --format csv --output other.csv", ""),
    )
    against.given("ruleset", "RULESET", "assess.ruleset")
    against.given("plan", "PLAN", "why.plan")
    against.given("other", "OTHER", "against.other")
    _add_assessing(against)
    against.option("--format", "against.format", choices=("text", "json", "csv"))
    against.option("--output", "against.output", "FILE")

    verify = add(
        "verify",
        ("brecha verify report.json", ""),
        ("brecha verify report.json my_rules plan.json", "verify.example"),
    )
    verify.given("report", "REPORT", "verify.report")
    verify.given("ruleset", "RULESET", "verify.ruleset", nargs="?")
    verify.given("plan", "PLAN", "verify.plan", nargs="?")
    verify.option("--read", "read", choices=("part", "whole"))
    verify.language_option("verify.language")
    _add_loading(verify)
    verify.epilog += "\n\n" + verify.word("verify.exit")  # type: ignore[operator]
    return whole, dict(commands.choices)


def _add_assessing(command: _Parser) -> None:
    command.option("--as-of", "as_of", "DATE")
    command.option("--facts-since", "facts_since", "DATE")
    command.language_option("language.report")
    command.option("--read", "read", choices=("part", "whole"))
    command.option("--set", "set", "NAME=VALUE", action="append", default=[], dest="parameters")
    _add_loading(command)


def _add_loading(command: _Parser) -> None:
    command.option("--ruleset", "which_ruleset", "NAME", default="", dest="ruleset_name")
    command.option("--path", "path", "FOLDER", action="append", default=[])
    _add_limit(command)


def _add_limit(command: _Parser) -> None:
    command.option("--limit", "limit", "NAME=VALUE", action="append", default=[], dest="limits")
