"""`brecha new`: a folder with a vocabulary, a ruleset, cases and a sample plan, which check and test without a mistake.

`--from` a shipped ruleset: a copy of its rules and cases under the new name, to be changed freely. Its vocabulary is used, not
copied, so that plans written for it stay readable; the copy does not follow the shipped ruleset when that changes.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from typing import TYPE_CHECKING

from brecha import _core
from brecha.commands.terminal import show
from brecha.errors import BrechaError, rendered
from brecha.files import reason_of
from brecha.near_names import did_you_mean
from brecha.ruleset import compile, load, shipped_rulesets
from brecha.sentences import Sentence, said
from brecha.shipped import shipped_folder

if TYPE_CHECKING:
    import argparse

_STARTER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "starter")
_HEAD = re.compile(r"^(?P<keyword>[^\S\n]*(?:ruleset|reglamento|regulamento|recueil)\s+)(?P<name>\w+)\s+(?P<version>[\w.]+)", re.MULTILINE)
_TESTS = re.compile(r"^(?P<keyword>[^\S\n]*(?:tests for|pruebas de|testes de|essais de)\s+)(?P<name>\w+)", re.MULTILINE)


def new(options: argparse.Namespace) -> int:
    language = options.language or "en"
    name = options.name
    if not is_name(name):
        raise BrechaError(Sentence("no_name", name=name, better=_better(name)))
    if os.path.lexists(name):
        raise BrechaError(Sentence("is_there_already", file=name))
    files = _copy(options.origin, name, options.language) if options.origin else _starter(name, language)
    compile(files)  # a name that is a word of the language, or that of another vocabulary, is told before anything is written
    _write_folder(name, files)
    show(said(Sentence("new_folder", name=name), language))
    wide = max(20, *(len(file) for file in files))
    for file in sorted(files, key=lambda file: (os.sep in file, file == "cases.brecha")):
        about = Sentence(_about(file))
        show(f"  {file:<{wide}}  {said(about, language)}")
    plan = next((file for file in files if os.sep in file), "")
    show("\n" + said(Sentence("new_next"), language))
    show(f"  brecha check {name}\n  brecha test {name}")
    if plan:
        show(f"  brecha assess {name} {os.path.join(name, plan)}")
    show(f"  brecha texts {name} --language {'fr' if language != 'fr' else 'pt'}")
    return 0


def _about(file: str) -> str:
    """The word of the sentence that says what a file of the new folder holds."""
    if os.sep in file:
        return "new_plan"
    kind = os.path.basename(file).split(".")[0]
    return f"new_{kind}" if kind in ("vocabulary", "rules", "cases", "texts") else "new_other"


def is_name(name: str) -> bool:
    """Whether it can name a ruleset: Latin letters, with accents too, digits and _, a letter first; no path."""
    if not 0 < len(name) <= 100 or unicodedata.normalize("NFC", name) != name or not _is_letter(name[0]):
        return False
    return all(letter == "_" or letter in "0123456789" or _is_letter(letter) for letter in name)


def _is_letter(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN ")


def _better(name: str) -> str:
    last = os.path.basename(os.path.normpath(name)) or name
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    better = re.sub(r"\W+", "_", plain).strip("_").lower()[:100]
    return better if is_name(better) else f"rules_{better}".rstrip("_")


def _starter(name: str, language: str) -> dict[str, str]:
    """Path in the new folder -> text."""
    files = {}
    folder = os.path.join(_STARTER, language)
    for file in ("vocabulary.brecha", "rules.brecha", "cases.brecha", "example.json"):
        with open(os.path.join(folder, file), encoding="utf-8") as stream:
            text = stream.read().replace("@NAME@", name)
        files[os.path.join("plans", file) if file.endswith(".json") else file] = text
    return files


def _copy(origin: str, name: str, language: str) -> dict[str, str]:
    shipped = shipped_rulesets()
    if origin not in shipped:
        raise BrechaError(Sentence("not_shipped", name=origin, near=did_you_mean(origin, shipped), shipped=tuple(shipped)))
    folder = os.path.join(shipped_folder(), origin)
    version = load(origin).version
    files: dict[str, str] = {}
    translations = _translations_in(folder)
    for file in sorted(os.listdir(folder)):
        if not file.endswith(".brecha"):
            continue
        with open(os.path.join(folder, file), encoding="utf-8") as stream:
            text = stream.read()
        if file in translations:
            text = _translation_of(text, translations[file], origin, name)
            if text:
                files[file] = _in_language(file, text, language)
            continue
        if _HEAD.search(text):
            origin_line = said(Sentence("copied_from", name=origin, version=version), language or "en")
            text = f"# {origin_line}\n" + _HEAD.sub(lambda head: f"{head['keyword']}{name} 0.1.0", text)
        elif not _TESTS.search(text):
            continue  # the vocabulary is used where it is
        files[file] = _in_language(file, _TESTS.sub(lambda head: f"{head['keyword']}{name}", text), language)
    plans = os.path.join(folder, "plans")
    for file in sorted(os.listdir(plans)) if os.path.isdir(plans) else ():
        mentioned = any(f'"plans/{file}"' in text for text in files.values())
        if mentioned or file.startswith("made-up"):
            with open(os.path.join(plans, file), encoding="utf-8") as stream:
                files[os.path.join("plans", file)] = stream.read()
    return files


def _translations_in(folder: str) -> dict[str, list[_core.TranslationBlock]]:
    """The translations of each file of a folder."""
    listed, diagnostics = _core.rule_texts(os.fsencode(folder), [], shipped_folder())
    if listed is None:
        raise BrechaError(rendered(diagnostics), diagnostics)
    found: dict[str, list[_core.TranslationBlock]] = {}
    for block in listed.blocks:
        if not block.owner:
            found.setdefault(os.path.basename(block.file), []).append(block)
    return found


def _translation_of(text: str, blocks: list[_core.TranslationBlock], origin: str, name: str) -> str:
    """A file of translations with those of `origin` alone, under the new name; the vocabulary's stay where it is."""
    content = text.encode()
    for block in reversed(blocks):
        whole = content[block.begin : block.end]
        head, brace, rest = whole.partition(b"{")
        kept = head.rstrip().removesuffix(origin.encode()) + name.encode() + b" " + brace + rest if block.unit == origin else b""
        content = content[: block.begin] + kept + content[block.end :]
    return content.decode() if any(block.unit == origin for block in blocks) else ""


def _in_language(file: str, text: str, language: str) -> str:
    if not language:
        return text
    laid_out, diagnostics = _core.format(file, text, language)
    if laid_out is None:
        raise BrechaError(rendered(diagnostics), diagnostics)
    return laid_out


def _write_folder(name: str, files: dict[str, str]) -> None:
    """All of it, or nothing: it is made beside and then takes its name."""
    try:
        with tempfile.TemporaryDirectory(prefix=".brecha-", dir=os.curdir, ignore_cleanup_errors=True) as beside:
            made = os.path.join(beside, name)
            for file, text in files.items():
                path = os.path.join(made, file)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8", newline="") as stream:
                    stream.write(text)
            shutil.move(made, name)
    except OSError as failure:
        raise BrechaError(Sentence("not_written", file=name, reason=reason_of(failure))) from failure
