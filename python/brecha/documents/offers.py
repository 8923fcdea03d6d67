"""What a passage names that a field could take: dates, numbers, frequencies, countries, choices by their label. Offered, never taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from brecha.documents.language import content_stems, folded
from brecha.typed_values import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brecha._core import FieldInfo
    from brecha.typed_values import TypedValues

_MOST = 5
_MONTHS = "|".join(name for names in MONTHS for name in names)
_YEAR = r"(?:19|20)\d\d"
_DATES = re.compile(
    rf"\b(\d{{4}}-\d\d(?:-\d\d)?|(?:\d{{1,2}}(?:st|nd|rd|th|º|er)?\s+(?:de\s+|of\s+)?)?(?:{_MONTHS})\.?,?\s+(?:de\s+|del\s+)?{_YEAR}"
    rf"|(?:{_MONTHS})\s+\d{{1,2}},\s*{_YEAR})\b",
    re.IGNORECASE,
)
_YEARS = re.compile(rf"\b{_YEAR}\b")
_PERCENT = re.compile(r"\b\d+(?:[.,]\d+)?\s?%")
_NUMBERS = re.compile(r"(?<![\w.,-])\d{1,3}(?:[.,\s]\d{3})+(?![\d%])|(?<![\w.,-])\d+(?:[.,]\d+)?(?!\s?%)(?![\w-])")
_COUNTED = {
    folded(word): number
    for number, words in {
        1: "a one un una uno um uma une", 2: "two other dos dois duas deux", 3: "three tres três trois", 4: "four cuatro quatro quatre",
        5: "five cinco cinq", 6: "six seis sei", 7: "seven siete sete sept", 8: "eight ocho oito huit", 9: "nine nueve nove neuf",
        10: "ten diez dez dix", 12: "twelve doce doze douze", 15: "fifteen quince quinze",
    }.items()
    for word in words.split()
}  # fmt: skip
_UNITS = {
    "day": "day days día días dia dias jour jours", "week": "week weeks semana semanas semaine semaines",
    "month": "month months mes meses mês mois", "year": "year years año años ano anos an ans année années",
    "hour": "hour hours hora horas heure heures", "quarter": "quarter quarters trimestre trimestres",
}  # fmt: skip
_UNIT = {folded(word): unit for unit, words in _UNITS.items() for word in words.split()}
_ADVERBS = {
    "annually": "1 year", "annual": "1 year", "yearly": "1 year", "monthly": "1 month", "weekly": "1 week", "daily": "1 day", "quarterly": "3 months",
    "anualmente": "1 year", "anual": "1 year", "mensual": "1 month", "mensualmente": "1 month", "semanal": "1 week", "semanalmente": "1 week",
    "trimestral": "3 months", "trimestralmente": "3 months", "semestral": "6 months", "semestralmente": "6 months", "bimestral": "2 months",
    "mensal": "1 month", "mensalmente": "1 month", "annuellement": "1 year", "annuel": "1 year", "annuelle": "1 year", "mensuel": "1 month",
    "mensuelle": "1 month", "hebdomadaire": "1 week", "trimestriel": "3 months", "trimestrielle": "3 months", "semestriel": "6 months",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def offered(field: FieldInfo, text: str, language: str, typed: TypedValues) -> tuple[Any, ...]:
    """The values of a field that a text names, as a plan has them, in the text's order; at most five, each once."""
    found: list[Any] = []
    for written in _candidates(field, text, language):
        value = typed.value_of(field, written).value if isinstance(written, str) else written
        if field.list and isinstance(value, list) and len(value) == 1:
            value = value[0]
        if value is not None and value not in found:
            found.append(value)
    return tuple(found[:_MOST])


def _candidates(field: FieldInfo, text: str, language: str) -> Iterator[str | None]:
    if field.type in ("date", "moment"):
        dates = [match[0] for match in _DATES.finditer(text)]
        yield from dates
        if field.type == "date":
            yield from (match[0] for match in _YEARS.finditer(_DATES.sub(" ", text)))
    elif field.type == "percent":
        yield from (re.sub(r"\s", "", match[0]) for match in _PERCENT.finditer(text))
    elif field.type in ("integer", "number"):
        without_dates = _DATES.sub(" ", text)
        yield from (_grouped(match[0]) for match in _NUMBERS.finditer(without_dates) if not _YEARS.fullmatch(match[0]))
    elif field.type == "duration":
        yield from _durations(text)
    elif field.type in ("enumeration", "country"):
        stems = content_stems(text, language)
        places = []
        for word, label in field.choices:
            if field.type == "country":
                at = text.find(label)
                if at >= 0 and not re.search(r"\w", text[at + len(label) : at + len(label) + 1]):
                    places.append((at, word))
                continue
            wanted = content_stems(label, language)
            if wanted and all(stem in stems for stem in wanted):
                places.append((min(stems.index(stem) for stem in wanted), word))
        yield from (word for _, word in sorted(places))


def _grouped(number: str) -> str:
    """1,140 and 1.140 with three digits behind each sign are thousands in the prose of plans; the offer says 1140."""
    return re.sub(r"[.,\s](?=\d{3}(?:\D|$))", "", number) if re.fullmatch(r"\d{1,3}(?:[.,\s]\d{3})+", number) else number


def _durations(text: str) -> Iterator[str]:
    words = [folded(word) for word in _WORD.findall(text)]
    for at, word in enumerate(words):
        if word in _ADVERBS:
            yield _ADVERBS[word]
        unit = _UNIT.get(word)
        if unit is None:
            continue
        before = words[at - 1] if at else ""
        number = int(before) if before.isdecimal() and len(before) < 4 else _COUNTED.get(before)
        if before in ("each", "every", "cada", "todo", "chaque"):
            number = 1
        if number is not None:
            number, unit = (3 * number, "month") if unit == "quarter" else (number, unit)
            yield f"{number} {unit}s" if number > 1 else f"1 {unit}"
