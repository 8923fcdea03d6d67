"""`brecha explain CODE`: the page of a message's code, with a wrong and a right example, in one of the four languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from brecha import message_pages
from brecha.commands.terminal import tell
from brecha.near_names import near_names

if TYPE_CHECKING:
    import argparse

_LANGUAGES = ("en", "es", "pt", "fr")
_NO_CODE = {
    "en": 'there is no code "{code}"{near}\nall codes:  brecha explain',
    "es": 'no existe el código "{code}"{near}\ntodos los códigos:  brecha explain --language es',
    "pt": 'não existe o código "{code}"{near}\ntodos os códigos:  brecha explain --language pt',
    "fr": "il n'y a pas de code « {code} »{near}\ntous les codes :  brecha explain --language fr",
}
_NEAR = {"en": "; did you mean {}?", "es": "; ¿quiso decir {}?", "pt": "; quis dizer {}?", "fr": " ; vouliez-vous dire {} ?"}
_OR = {"en": " or ", "es": " o ", "pt": " ou ", "fr": " ou "}


def explain(options: argparse.Namespace) -> int:
    language = re.split(r"[-_.@]", (options.language or "en").strip(), maxsplit=1)[0].lower()  # es-CR and ES are es
    if language not in _LANGUAGES:
        near = _near("en", near_names(language, _LANGUAGES))
        tell(f'brecha: there is no language "{options.language}"{near}\nlanguages: {", ".join(_LANGUAGES)}')
        return 2
    codes = message_pages.codes()
    if options.code is None:
        for code in codes:
            print(message_pages.title(code, language))
        return 0
    code = options.code.upper()
    if code not in codes:
        tell("brecha: " + _NO_CODE[language].format(code=options.code, near=_near(language, near_names(code, codes))))
        return 2
    print(message_pages.page(code, language))
    return 0


def _near(language: str, names: list[str]) -> str:
    return _NEAR[language].format(_OR[language].join(names)) if names else ""
