"""Texts as an XLIFF 1.2 file, which translators' tools read and write, and back.

A `file` for each vocabulary or ruleset, a `trans-unit` for each text; its id is what a translation writes before the text.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree

from brecha.errors import BrechaError
from brecha.sentences import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brecha.translations import Key, Translated

_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_LARGEST = 64 << 20
_OWNERS = ("requirement ", "group ", "entity ", "enum ", "table ")
# States of a target that nobody has translated yet.
_OPEN = ("new", "needs-translation")


def to_xliff(texts: Iterable[Translated], language: str) -> bytes:
    """A document with every text, what is translated already and whether it should be looked at again."""
    ElementTree.register_namespace("", _NAMESPACE)
    root = _element(None, "xliff", version="1.2")
    bodies: dict[tuple[str, str], ElementTree.Element] = {}
    for text in texts:
        unit, owner, line = text.key
        body = bodies.get((unit, text.language))
        if body is None:
            attributes = {"original": unit, "source-language": text.language, "target-language": language, "datatype": "plaintext"}
            body = bodies[unit, text.language] = _element(_element(root, "file", **attributes), "body")
        entry = _element(body, "trans-unit", id=_id(owner, line), **{"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        _element(entry, "source").text = text.original
        if text.text:
            target = _element(entry, "target", state="needs-review-translation" if text.changed else "translated")
            target.text = text.text
    ElementTree.indent(root)
    document = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return bytes(document) + b"\n"


def from_xliff(path: str, language: str) -> dict[Key, tuple[str, str]]:
    """The translated texts of a file, each with the original that it was translated from.

    Raises BrechaError where the file is no XLIFF 1.2, or in another language. Documents with a type of their own are refused:
    nothing outside the file is read, and nothing in it grows.
    """
    root = _root_of(path)
    if root.tag != f"{{{_NAMESPACE}}}xliff":
        raise BrechaError(Sentence("not_xliff", file=path))
    texts: dict[Key, tuple[str, str]] = {}
    for file in root.iter(f"{{{_NAMESPACE}}}file"):
        target_language = file.get("target-language", language)
        if target_language.lower().partition("-")[0] != language:
            raise BrechaError(Sentence("xliff_of_other_language", file=path, language=target_language, wanted=language))
        for entry in file.iter(f"{{{_NAMESPACE}}}trans-unit"):
            source, target = entry.find(f"{{{_NAMESPACE}}}source"), entry.find(f"{{{_NAMESPACE}}}target")
            if source is None or target is None or target.get("state", "") in _OPEN:
                continue
            text = "".join(target.itertext())
            if text.strip():
                place = (file.get("original", ""), *_named(entry.get("id", "")))
                texts[place] = (text, "".join(source.itertext()))
    return texts


def _id(owner: str, line: str) -> str:
    return f"{owner} > {line}" if owner and line else owner or line


def _named(identifier: str) -> tuple[str, str]:
    """Owner and line of an id; what is of the whole has no owner."""
    if not identifier.startswith(_OWNERS):
        return "", identifier
    owner, _, line = identifier.partition(" > ")
    return owner, line


class _Builder(ElementTree.TreeBuilder):
    def doctype(self, name: str, public: str | None, system: str | None) -> NoReturn:
        raise _DocumentTypeError


class _DocumentTypeError(Exception):
    """A document that declares a type, and with it entities."""


def _root_of(path: str) -> ElementTree.Element:
    with open(path, "rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise BrechaError(Sentence("xliff_too_large", file=path, size=_LARGEST >> 20))
    try:
        return ElementTree.fromstring(content, parser=ElementTree.XMLParser(target=_Builder()))
    except _DocumentTypeError:
        raise BrechaError(Sentence("xliff_with_doctype", file=path)) from None
    except (ElementTree.ParseError, LookupError, ValueError) as failure:
        raise BrechaError(Sentence("not_xml", file=os.fspath(path), reason=str(failure))) from failure


def _element(parent: ElementTree.Element | None, name: str, **attributes: str) -> ElementTree.Element:
    tag = f"{{{_NAMESPACE}}}{name}"
    return ElementTree.Element(tag, attributes) if parent is None else ElementTree.SubElement(parent, tag, attributes)
