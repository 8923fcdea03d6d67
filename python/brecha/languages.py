"""The languages that Brecha speaks, and which of them a tag such as es-CR means."""

from __future__ import annotations

import re

LANGUAGES = ("en", "es", "pt", "fr")

# What people write for them; each is also offered where a tag is misspelled.
_NAMES = {
    "english": "en", "inglés": "en", "inglês": "en", "anglais": "en",
    "spanish": "es", "español": "es", "castellano": "es", "espanhol": "es", "espagnol": "es",
    "portuguese": "pt", "portugués": "pt", "português": "pt", "portugais": "pt",
    "french": "fr", "francés": "fr", "francês": "fr", "français": "fr",
}  # fmt: skip


def language_of(tag: str, argument: str = "language") -> str:
    """ "es" for "es", "ES", "es-CR" and "es_CR.UTF-8". Raises BrechaError, naming the nearest, for any other language.

    TypeError, naming the argument, for what is no text.
    """
    if not isinstance(tag, str):
        from brecha.arguments import wrong_type

        raise wrong_type(argument, "a text such as 'es'", tag)
    primary = re.split(r"[-_.@]", tag.strip(), maxsplit=1)[0].lower()
    if primary in LANGUAGES:
        return primary
    from brecha.errors import BrechaError
    from brecha.near_names import near_names
    from brecha.sentences import Sentence, did_you_mean

    known = {**{code: code for code in LANGUAGES}, **_NAMES}
    near = [known[name] for name in near_names(primary, known, cutoff=0.5)]
    raise BrechaError(Sentence("no_language", language=tag, near=did_you_mean(dict.fromkeys(near)), languages=", ".join(LANGUAGES)))
