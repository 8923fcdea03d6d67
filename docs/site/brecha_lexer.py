"""Colours for the rule language in the manual. Its words come from the project's own table."""

from __future__ import annotations

import re

from generate import functions, rows
from pygments.lexer import RegexLexer, bygroups, words
from pygments.token import Comment, Keyword, Name, Number, Operator, Punctuation, String, Whitespace

__all__ = ["BrechaLexer"]

_CELLS = {spelling for row in rows("keyword_table") if len(row) > 1 for cell in row[1:] for spelling in cell.split("|")}
_WORDS = sorted((word for word in _CELLS if len(word) > 1), key=len, reverse=True)  # a single letter is a variable far more often
_FUNCTIONS = sorted({name for function in functions() for name in function.names}, key=len, reverse=True)


class BrechaLexer(RegexLexer):
    name = "Brecha"
    aliases = ["brecha"]
    filenames = ["*.brecha"]
    flags = re.MULTILINE
    tokens = {
        "root": [
            (r"\s+", Whitespace),
            (r"#.*$", Comment.Single),
            (r'\b(en|es|pt|fr)(\s*)(?=")', bygroups(Name.Decorator, Whitespace)),
            (r"\b(translation|traducción|tradução|traduction)(\s+)([a-z]{2})\b", bygroups(Keyword, Whitespace, Name.Decorator)),
            (r'"""', String, "long text"),
            (r'"(?:\\.|[^"\\\n])*"', String),
            (r"\d{4}-\d{2}(?:-\d{2}(?:T[\d:+-]+)?)?", Number),
            (r"\d[\d_]*(?:\.\d+)?%?", Number),
            (r"(?<=[\s(])\.\w[\w.]*", Name.Label),
            (
                r"\b(requirement|requisito|exigence|expect|esperar|attendre)(\s+)([\w()./-]*[-\d.][\w()./-]*)",
                bygroups(Keyword, Whitespace, Name.Class),
            ),
            (r"[A-Z][A-Z0-9]*-\d[\w./-]*", Name.Class),
            (r"(?<=\.)\w+", Name.Attribute),
            (words(_FUNCTIONS, prefix=r"\b", suffix=r"(?=\()"), Name.Function),
            (words(_WORDS, prefix=r"\b", suffix=r"\b(?![.(])"), Keyword),
            (r"\w+", Name),
            (r"[=<>!+*/-]+", Operator),
            (r"[{}()\[\],:.]", Punctuation),
            (r".", Punctuation),
        ],
        "long text": [(r'"""', String, "#pop"), (r'[^"]+', String), (r'"', String)],
    }
