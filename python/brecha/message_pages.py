"""The page of each message's code, in the four languages.

`diagnostics/B303.md` is the page in English: its title, what it says, a wrong and a right example, which stand there alone.
`diagnostics/translations/es.md` has, for each page, the title and the paragraphs in the same order; they name keywords by role,
as `{keyword:month_end}`, and built-in words in English, as `{word:proposal}`. Examples are shown in the keywords of the language.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from brecha import _core

FOLDER = Path(__file__).resolve().parent / "diagnostics"

_HEADINGS = {
    "Wrong": {"es": "Incorrecto", "pt": "Errado", "fr": "Incorrect"},
    "Right": {"es": "Correcto", "pt": "Certo", "fr": "Correct"},
    "The vocabulary of both": {"es": "El vocabulario de ambos", "pt": "O vocabulário de ambos", "fr": "Le vocabulaire des deux"},
}
_NOT_READABLE = {
    "es": "Este ejemplo no se puede leer con palabras clave españolas, así que las suyas son inglesas.",
    "pt": "Este exemplo não pode ser lido com palavras-chave portuguesas, por isso as suas são inglesas.",
    "fr": "Cet exemple ne peut pas être lu avec des mots-clés français ; les siens sont donc anglais.",
}

# A block of code, or lines up to a blank one: a title, a heading, a paragraph.
_PIECE = re.compile(r"^```.*?^```$|^(?!```)[^\n]+(?:\n[^\n]+)*", re.MULTILINE | re.DOTALL)
_EXAMPLE = re.compile(r"(```brecha[^\n]*\n)(.*)```", re.DOTALL)
_WORD = re.compile(r"\{(keyword|word):([^{}]+)\}")


def codes() -> list[str]:
    """All codes that have a page, in order."""
    return sorted(page.stem for page in FOLDER.glob("[BP]*.md"))


def title(code: str, language: str = "en") -> str:
    """ "B303 — months need a rule for the end of a month"."""
    return (pieces(code)[0] if language == "en" else in_words(translation(code, language)[0], language)).removeprefix("# ")


def page(code: str, language: str = "en") -> str:
    """The page as Markdown. `code` is one of codes(), `language` one of en, es, pt, fr."""
    if language == "en":
        return "\n\n".join(pieces(code))
    said = iter(translation(code, language))
    # An example that says its language is about that: the page's examples stay as they are.
    about_languages = any(re.search(r"^language ", piece, re.MULTILINE) for piece in pieces(code) if piece.startswith("```"))
    shown = []
    for piece in pieces(code):
        if piece.startswith("## "):
            shown.append("## " + _HEADINGS[piece.removeprefix("## ")][language])
        elif not piece.startswith("```"):
            shown.append(in_words(next(said), language))
        elif about_languages:
            shown.append(piece)
        else:
            shown += _example(piece, language)
    return "\n\n".join(shown)


@cache
def pieces(code: str) -> list[str]:
    """The English page: title, paragraphs, headings and blocks of code."""
    return _PIECE.findall((FOLDER / f"{code}.md").read_text(encoding="utf-8"))


def translation(code: str, language: str) -> list[str]:
    """Title and paragraphs of a page in a language that is not English, as the translator wrote them."""
    return translations(language)[code]


@cache
def translations(language: str) -> dict[str, list[str]]:
    """Of every page, in the order in which they stand there."""
    pages = re.split(r"^(?=# )", (FOLDER / "translations" / f"{language}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {one[2:6]: _PIECE.findall(one) for one in pages}


def in_words(text: str, language: str) -> str:
    """`text` with the words that it names as `language` spells them."""
    return _WORD.sub(lambda found: (_core.keyword if found[1] == "keyword" else _core.built_in_word)(found[2], language), text)


def _example(block: str, language: str) -> list[str]:
    """A block of code in the keywords of `language`; one that cannot be read in them as it stands, with a line that says so."""
    example = _EXAMPLE.fullmatch(block)
    if example is None:
        return [block]
    text, _ = _core.format("example", example[2], language)
    if text is None or _core.format("example", text)[0] is None:  # a variable called "e" can be read in English, not in Portuguese
        return [_NOT_READABLE[language], block]
    return [f"{example[1]}{text.rstrip()}\n```"]
