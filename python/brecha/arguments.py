"""What a caller hands over, looked at once: a wrong type is a TypeError that names the argument."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from typing import Any

from brecha.errors import BrechaError, rendered
from brecha.languages import LANGUAGES

_LONGEST = 60


def wrong_type(argument: str, wanted: str, value: object) -> TypeError:
    """`language is a text such as 'es', not 3 (int)`."""
    return TypeError(f"{argument} is {wanted}, not {shortened(value)} ({type(value).__name__})")


def shortened(value: object) -> str:
    """How a message shows a value: never more than a line of it, whatever its own repr does."""
    try:
        shown = repr(value)
    except Exception:
        shown = object.__repr__(value)
    shown = " ".join(shown.split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def text(value: Any, argument: str) -> str:
    """A text as it is; the text of a `class Code(str, Enum)` is its value."""
    if not isinstance(value, str) or not _is_whole(value):
        raise wrong_type(argument, "a text", value)
    return str.__str__(value)


def _is_whole(value: str) -> bool:
    """Whether it has no half of a letter in it, which no encoding has."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def optional_text(value: Any, argument: str) -> str | None:
    return None if value is None else text(value, argument)


def language_of(tag: str, argument: str = "language") -> str:
    """ "es" for "es", "ES", "es-CR" and "es_CR.UTF-8". Raises BrechaError, naming the nearest, for any other language."""
    if not isinstance(tag, str):
        raise wrong_type(argument, "a text such as 'es'", tag)
    primary = re.split(r"[-_.@]", tag.strip(), maxsplit=1)[0].lower()
    if primary in LANGUAGES:
        return primary
    from brecha import _core

    _, why = _core.language_named(text(tag, argument))
    raise BrechaError(rendered(why), why)


def whole_number(value: Any, argument: str) -> int:
    if isinstance(value, bool) or not hasattr(type(value), "__index__"):
        raise wrong_type(argument, "a whole number", value)
    return int(value.__index__())


def optional_whole_number(value: Any, argument: str) -> int | None:
    return None if value is None else whole_number(value, argument)


def path(value: Any, argument: str) -> str:
    """A path as text; bytes of a file name that are no UTF-8 are kept as Python keeps them."""
    if isinstance(value, (str, bytes, os.PathLike)):
        try:
            name = os.fsdecode(value)
            os.fsencode(name)
        except (TypeError, UnicodeError):
            raise wrong_type(argument, "a path", value) from None
        if "\0" not in name:
            return name
    raise wrong_type(argument, "a path", value)


def is_json(plan: str) -> bool:
    """Whether a text is a plan itself, and not the path of one."""
    return plan.lstrip("\ufeff \t\r\n").startswith("{")


def paths(value: Any, argument: str) -> list[str]:
    """Several folders; one alone is one folder, not its letters."""
    if value is None:
        return []
    if isinstance(value, (str, bytes, os.PathLike)):
        return [path(value, argument)]
    if not isinstance(value, Iterable) or isinstance(value, Mapping):
        raise wrong_type(argument, "a folder or a list of folders", value)
    return [path(one, f"{argument}[{place}]") for place, one in enumerate(value)]


def mapping(value: Any, argument: str, example: str) -> Mapping[Any, Any]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise wrong_type(argument, f"a dict such as {example}", value)
    return value
