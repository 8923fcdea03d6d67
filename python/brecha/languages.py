"""The languages that Brecha speaks, and which of them a tag such as es-CR means."""

from __future__ import annotations

import re

LANGUAGES = ("en", "es", "pt", "fr")  # as _core.languages() has them, for those who need nothing else of the engine


def language_of(tag: str, argument: str = "language") -> str:
    """ "es" for "es", "ES", "es-CR" and "es_CR.UTF-8". Raises BrechaError, naming the nearest, for any other language.

    TypeError, naming the argument, for what is no text.
    """
    from brecha import arguments

    if not isinstance(tag, str):
        raise arguments.wrong_type(argument, "a text such as 'es'", tag)
    primary = re.split(r"[-_.@]", tag.strip(), maxsplit=1)[0].lower()
    if primary in LANGUAGES:
        return primary
    from brecha import _core
    from brecha.errors import BrechaError, rendered

    _, why = _core.language_named(arguments.text(tag, argument))
    raise BrechaError(rendered(why), why)
