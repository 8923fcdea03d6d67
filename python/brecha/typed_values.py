"""What a person typed, in a terminal, a form or a cell, as a value of a field, or a sentence why not and what to write instead.

Any of the four languages, whatever the face speaks: "sí", "oui"; "12,5"; "17 de mayo de 2024"; "6 meses"; a choice by its word, its label
or its number. What may mean two things (03/04/2018, 1.000) is never guessed. Numbers and dates known within bounds: "81..", "..9", "3..5".
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from brecha.fields import type_sentence
from brecha.languages import LANGUAGES
from brecha.plan_edits import plain
from brecha.sentences import Sentence, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from brecha._core import FieldInfo
    from brecha.ruleset import Ruleset


class Typed(NamedTuple):
    """A value as a plan has it, or what is wrong; neither where nothing was typed."""

    value: Any = None
    problem: Sentence | None = None


def folded(text: str) -> str:
    """Without case, accents and blanks too many: what a person takes for the same."""
    letters = unicodedata.normalize("NFD", " ".join(text.replace("_", " ").split()).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


YES = frozenset(("yes", "y", "true", "si", "s", "verdadero", "sim", "verdadeiro", "oui", "o", "vrai", "1"))
NO = frozenset(("no", "n", "false", "falso", "nao", "non", "faux", "0"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
MONTHS = (
    ("january", "enero", "janeiro", "janvier"), ("february", "febrero", "fevereiro", "février"), ("march", "marzo", "março", "mars"),
    ("april", "abril", "abril", "avril"), ("may", "mayo", "maio", "mai"), ("june", "junio", "junho", "juin"),
    ("july", "julio", "julho", "juillet"), ("august", "agosto", "agosto", "août"),
    ("september", "septiembre", "setiembre", "setembro", "septembre"), ("october", "octubre", "outubro", "octobre"),
    ("november", "noviembre", "novembro", "novembre"), ("december", "diciembre", "dezembro", "décembre"),
)  # fmt: skip
_MONTH = {folded(name): month for month, names in enumerate(MONTHS, 1) for name in names}
_SMALL_WORDS = frozenset(("de", "del", "of", "the", "le", "el", "o", "er", "st", "nd", "rd", "th"))
_UNITS = ("second", "minute", "hour", "day", "week", "month", "year")
_MOST_DIGITS, _MOST_DECIMALS = 29, 9


class TypedValues:
    """Reads what people type for the fields of a ruleset. numbered: choices and items were shown with numbers, which can be typed too."""

    def __init__(self, rules: Ruleset, *, numbered: bool = True) -> None:
        self._rules = rules
        self._numbered = numbered
        self._choices: dict[tuple[str, ...], dict[str, str]] = {}
        self._labelled: dict[tuple[str, ...], list[Sequence[tuple[str, str]]]] = {}
        self._units: dict[str, str] = {}

    def value_of(self, field: FieldInfo, typed: Any, *, items: Sequence[tuple[str, str]] = ()) -> Typed:
        """The value of a field; of a list field a list, its elements apart by semicolons, lines or, where they can have none, commas.

        typed: a text, or what a workbook or a program gives: a number, a truth, a date, a duration, a list.
        items: what a reference can mean, keys and names, as PlanEdits.items gives them; any key will do where there are none.
        """
        if typed is None or (isinstance(typed, str) and not typed.strip()):
            return Typed()
        if not field.list:
            return self._one(field, typed, items)
        values = []
        for one in self._elements(field, typed):
            found = self._one(field, one, items)
            if found.problem is not None:
                return found
            if found.value is not None and found.value not in values:
                values.append(found.value)
        return Typed(values)

    def _elements(self, field: FieldInfo, typed: Any) -> list[Any]:
        if isinstance(typed, (list, tuple, set, frozenset)):
            return list(typed)
        if not isinstance(typed, str):
            return [typed]
        text = typed.strip().removeprefix("[").removesuffix("]")
        if field.type in ("text", "integer", "number", "percent") or ";" in text or "\n" in text:
            return re.split(r"[;\n]", text)
        parts, elements = text.split(","), []
        known = self._labels(field) if field.choices else {}
        while parts:  # labels may have commas of their own
            most = next((end for end in range(len(parts), 1, -1) if folded(",".join(parts[:end])) in known), 1)
            elements.append(",".join(parts[:most]))
            parts = parts[most:]
        return elements

    def _one(self, field: FieldInfo, typed: Any, items: Sequence[tuple[str, str]]) -> Typed:
        if isinstance(typed, str):
            typed = unicodedata.normalize("NFC", typed).strip()
            if not typed:
                return Typed()
        if field.type in ("integer", "number", "percent", "date", "moment", "duration"):
            return self._within_bounds(field, typed)
        if field.type == "yes_no":
            return self._yes_no(field, typed)
        if field.type in ("enumeration", "country"):
            return self._choice(field, typed)
        if field.type == "reference":
            return self._reference(field, typed, items)
        if field.type == "entity":
            return Typed(plain(typed)) if isinstance(typed, dict) else _wrong(field, typed)
        return Typed(_text(typed))

    def _within_bounds(self, field: FieldInfo, typed: Any) -> Typed:
        """One value; or "a..b", ">= a", "<= b" as {"from": a, "to": b}."""
        ends: tuple[str, str] | None = None
        if isinstance(typed, str):
            at_least, at_most = re.fullmatch(r"(?:>=|≥)(.+)", typed), re.fullmatch(r"(?:<=|≤)(.+)", typed)
            between = re.fullmatch(r"(.*?)\s*(?:\.\.|…)\s*(.*)", typed)
            if at_least or at_most:
                ends = (at_least[1] if at_least else "", at_most[1] if at_most else "")
            elif between:
                ends = (between[1], between[2])
        elif isinstance(typed, dict) and typed and set(typed) <= {"from", "to"}:
            ends = (typed.get("from", ""), typed.get("to", ""))
        if ends is None:
            return self._exact(field, typed)
        bounds = {}
        for name, end in zip(("from", "to"), ends, strict=True):
            if end == "":
                continue
            found = self._exact(field, end.strip() if isinstance(end, str) else end)
            if found.problem is not None:
                return found
            bounds[name] = found.value
        return Typed(bounds) if bounds else _wrong(field, typed)

    def _exact(self, field: FieldInfo, typed: Any) -> Typed:
        if field.type == "date":
            return _date(field, typed)
        if field.type == "moment":
            return _moment(field, typed)
        if field.type == "duration":
            return self._duration(field, typed)
        return _number(field, typed)

    def _yes_no(self, field: FieldInfo, typed: Any) -> Typed:
        truth = truth_of(_text(typed))
        return Typed(truth) if truth is not None else _wrong(field, typed)

    def _choice(self, field: FieldInfo, typed: Any) -> Typed:
        """By its word, its label in any language, or its number; or by how one alone begins."""
        text = _text(typed)
        words = [word for word, _ in field.choices]
        if text in words:
            return Typed(text)
        known = self._labels(field)
        if folded(text) in known:
            return Typed(known[folded(text)])
        if self._numbered and field.type == "enumeration" and text.isdecimal() and 1 <= int(text) <= len(words):
            return Typed(words[int(text) - 1])
        enough = 4 if field.type == "country" else 3  # three letters may be a code of another list
        begun = sorted({word for label, word in known.items() if len(text) >= enough and label.startswith(folded(text))})
        if len(begun) == 1:
            return Typed(begun[0])
        return _wrong(field, typed, near=_near(text, [*words, *(label for _, label in field.choices)]), begun=begun)

    def _reference(self, field: FieldInfo, typed: Any, items: Sequence[tuple[str, str]]) -> Typed:
        """By key, by name, or by its number in the list that was shown."""
        text = _text(typed)
        keys = [key for key, _ in items]
        if not items or text in keys:
            return Typed(text)
        named = {key for key, name in items if folded(text) in (folded(name), folded(key))}
        if len(named) == 1:
            return Typed(named.pop())
        if self._numbered and text.isdecimal() and 1 <= int(text) <= len(keys):
            return Typed(keys[int(text) - 1])
        return _wrong(field, typed, near=_near(text, [*keys, *(name for _, name in items)]))

    def _labels(self, field: FieldInfo) -> Mapping[str, str]:
        """Words and labels in every language, folded; one that two choices share means neither."""
        words = tuple(word for word, _ in field.choices)
        known = self._choices.get(words)
        if known is None:
            known, twice = {}, set()
            for choices in self._in_all_languages()[words]:
                for word, label in choices:
                    for said in (word, label):
                        if known.setdefault(folded(said), word) != word:
                            twice.add(folded(said))
            known = self._choices[words] = {said: word for said, word in known.items() if said not in twice}
        return known

    def _in_all_languages(self) -> Mapping[tuple[str, ...], list[Sequence[tuple[str, str]]]]:
        """Every set of choices by its words: its labels in each language."""
        if not self._labelled:
            for language in LANGUAGES:
                found = {
                    tuple(word for word, _ in choices): choices
                    for entity in self._rules.vocabulary(language).entities
                    for field in entity.fields
                    if (choices := field.choices)
                }
                for words, choices in found.items():
                    self._labelled.setdefault(words, []).append(choices)
        return self._labelled

    def _duration(self, field: FieldInfo, typed: Any) -> Typed:
        if isinstance(typed, datetime.timedelta):
            written = plain(typed)
            return Typed(written) if written else _wrong(field, typed)
        text = _text(typed)
        if re.fullmatch(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?", text):
            return Typed(text)
        found = re.fullmatch(r"(\d+)\s*([^\W\d]+)\.?", text)
        unit = self._unit(found[2]) if found else ""
        if not found or not unit:
            return _wrong(field, typed)
        return Typed(f"{int(found[1])} {unit}{'' if int(found[1]) == 1 else 's'}")

    def _unit(self, word: str) -> str:
        if not self._units:
            from brecha import _core

            for unit in _UNITS:
                for role in (unit, f"{unit}s"):
                    self._units |= {folded(_core.keyword(role, language)): unit for language in LANGUAGES}
        return self._units.get(folded(word), "")


def _number(field: FieldInfo, typed: Any) -> Typed:
    """A number without a sign; a comma or a point, whichever, before its decimals."""
    is_percent = field.type == "percent"
    if isinstance(typed, bool):
        return _wrong(field, typed)
    if isinstance(typed, (int, float, Decimal)):
        number = Decimal(str(typed))
        has_sign = False
    else:
        text = _text(typed)
        has_sign = text.endswith("%")
        if has_sign and not is_percent:
            return _wrong(field, typed)
        text = re.sub(r"\s+", " ", text.rstrip("%").strip())
        if field.unit and text.casefold().endswith(f" {field.unit.casefold()}"):
            text = text[: -len(field.unit)].strip()
        if re.fullmatch(r"\d{1,3}( \d{3})+([.,]\d+)?", text):
            text = text.replace(" ", "")
        if not _NUMBER.fullmatch(text):
            return _wrong(field, typed)
        if re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text):  # a thousand in some countries, one in others
            whole, small = text.replace(".", "").replace(",", ""), text.replace(",", ".").rstrip("0").rstrip(".")
            return Typed(problem=Sentence("typed_two_numbers", typed=text, one=whole, other=small))
        number = _decimal(text) or Decimal(-1)
    if number < 0 or not number.is_finite():
        return _wrong(field, typed)
    if is_percent and not has_sign and 0 < number < 1:
        one, other = f"{plain(number)}%", f"{plain(number * 100)}%"
        return Typed(problem=Sentence("typed_two_percentages", typed=str(typed), one=one, other=other))
    if field.type == "integer" and number != number.to_integral_value():
        return _wrong(field, typed)
    if number.adjusted() >= _MOST_DIGITS or number != round(number, _MOST_DECIMALS):
        return _wrong(field, typed)
    return Typed(f"{plain(number)}%" if is_percent else plain(number))


def _decimal(text: str) -> Decimal | None:
    """ "1.234,5", "1,234.5", "1.234.567", "0,5"."""
    signs = re.sub(r"\d", "", text)
    if len(set(signs)) == 1 and len(signs) > 1:  # 1.234.567
        grouped = re.fullmatch(r"\d{1,3}([.,]\d{3})+", text)
        text = re.sub(r"[.,]", "", text) if grouped else ""
    elif len(set(signs)) == 2:
        grouped = re.fullmatch(rf"\d{{1,3}}(\{signs[0]}\d{{3}})+\{signs[-1]}\d+", text)
        text = text.replace(signs[0], "").replace(signs[-1], ".") if grouped else ""
    try:
        return Decimal(text.replace(",", ".")) if text else None
    except InvalidOperation:
        return None


def _date(field: FieldInfo, typed: Any) -> Typed:
    if isinstance(typed, datetime.datetime):
        typed = typed.date()
    if isinstance(typed, datetime.date):
        return Typed(typed.isoformat())
    text = _text(typed)
    if re.fullmatch(r"\d{4}-\d\d-\d\d[T ]00:00(:00)?", text):
        text = text[:10]
    if re.fullmatch(r"[12]\d{3}(-\d\d){0,2}", text):
        first = text + "-01-01"[3 * ((len(text) - 4) // 3) :] if len(text) < 10 else text
        return Typed(text) if _is_day(*map(int, first.split("-"))) else _no_day(field, text)
    numbers = re.fullmatch(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", text)
    if numbers:
        one, two, year = map(int, numbers.groups())
        meant = [_iso(year, month, day) for day, month in ((one, two), (two, one)) if _is_day(year, month, day)]
        if len(set(meant)) > 1:
            return Typed(problem=Sentence("typed_two_dates", typed=text, one=meant[0], other=meant[1]))
        return Typed(meant[0]) if meant else _no_day(field, text)
    turned = re.fullmatch(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", text)
    if turned:
        year, month, day = map(int, turned.groups())
        return Typed(_iso(year, month, day)) if _is_day(year, month, day) else _no_day(field, text)
    return _date_in_words(field, text)


def _date_in_words(field: FieldInfo, text: str) -> Typed:
    """ "17 de mayo de 2024", "May 17, 2024", "1er mars 2024", "mayo 2024"."""
    words = [word for word in re.findall(r"[^\W\d_]+|\d+", folded(text)) if word not in _SMALL_WORDS]
    months = [month for word in words for month in _months(word)]
    numbers = [int(word) for word in words if word.isdecimal()]
    years, days = [number for number in numbers if number > 999], [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) != 1 or len(words) != 2 + len(days) or len(days) > 1:
        return _wrong(field, text)
    if not days:
        return Typed(f"{years[0]:04}-{months[0]:02}")
    return Typed(_iso(years[0], months[0], days[0])) if _is_day(years[0], months[0], days[0]) else _no_day(field, text)


def _months(word: str) -> list[int]:
    """The month of a name or of its first three letters or more, where these mean one month in all languages."""
    if word in _MONTH:
        return [_MONTH[word]]
    meant = {month for name, month in _MONTH.items() if len(word) >= 3 and name.startswith(word)}
    return list(meant) if len(meant) == 1 else []


def _moment(field: FieldInfo, typed: Any) -> Typed:
    if isinstance(typed, datetime.datetime):
        written = plain(typed)
        return Typed(written) if written else _wrong(field, typed)
    found = re.fullmatch(r"(.+?)[T ,]+(\d{1,2})[:h](\d\d)(:\d\d)?\s*(Z|[+-]\d\d:\d\d)?", _text(typed))
    if not found or int(found[2]) > 23 or int(found[3]) > 59:
        return _wrong(field, typed)
    day = _date(field, found[1])
    if day.problem is not None or len(str(day.value)) != 10:
        return day if day.problem is not None else _wrong(field, typed)
    return Typed(f"{day.value}T{int(found[2]):02}:{found[3]}{found[4] or ''}{found[5] or ''}")


class _Day:
    """The field that a day of evidence would be."""

    type, list, unit, entity, choices = "date", False, "", "", ()


def day_of(typed: Any) -> Typed:
    """A day on which somebody read or said something, as evidence has it."""
    if typed is None or (isinstance(typed, str) and not typed.strip()):
        return Typed()
    return _date(cast("FieldInfo", _Day), typed)


def truth_of(typed: Any) -> bool | None:
    """Yes or no as a truth, or as a text in any of the four languages; None for anything else."""
    if isinstance(typed, bool):
        return typed
    word = folded(typed) if isinstance(typed, str) else ""
    return True if word in YES else False if word in NO else None


def _text(typed: Any) -> str:
    if isinstance(typed, float) and typed.is_integer():
        return str(int(typed))
    if isinstance(typed, bool):
        return "yes" if typed else "no"
    return str(plain(typed)).strip()


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def _iso(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"


def _no_day(field: FieldInfo, text: str) -> Typed:
    return Typed(problem=Sentence("typed_no_day", typed=text))


def _near(text: str, known: Sequence[str]) -> list[str]:
    from brecha.near_names import near_names

    return near_names(text, known) if text else []


def _wrong(field: FieldInfo, typed: Any, near: Sequence[str] = (), begun: Sequence[str] = ()) -> Typed:
    """What is wanted: one value of the field's type."""
    shown = _text(typed)
    if begun:
        return Typed(problem=Sentence("typed_begins_several", typed=shown, words=", ".join(begun)))
    wanted = Sentence("typed_yes_no") if field.type == "yes_no" else type_sentence(field, one=True)
    return Typed(problem=Sentence("typed_not_wanted", typed=shown, wanted=wanted, near=did_you_mean(near)))
