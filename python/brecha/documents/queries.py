"""What to look for in a document: the query of a place in a plan, made of its labels, their synonyms and the question.

The label of a slice's or an item's choice says what is sought; the question's own words, which are the same for all choices of a field,
help a little. Where there is no choice, the question and the field's name are all there is.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from brecha.documents.language import content_stems, distinct, stemmer
from brecha.documents.thesaurus import GROUPS
from brecha.plan_edits import PlanEdits, conditions_of, slice_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brecha._core import EntityInfo, FieldInfo

_CONTEXT = 0.25  # what the words of the question weigh beside those of a label
_SYNONYM = 0.8  # what a synonym counts beside the label's own word
_OTHER_FORM = 0.75  # and a word with the same stem that goes on differently: communication for community
_MOST_SPELLINGS = 16
_FEW_CHOICES = 15  # whose labels are looked for where the field itself is asked about


class Term:
    """A word of a query: its weight, and the stems that stand for it, each with the share that it counts. Equal to itself alone."""

    __slots__ = ("forms", "stems", "weight", "word")

    def __init__(self, word: str, weight: float, stems: dict[str, float], form: str = "") -> None:
        self.word = word
        self.weight = weight
        self.stems = stems
        self.forms = {word: form} if form else {}

    def share(self, stem: str, form: str) -> float:
        """What a word of the document counts for this one: less where it has little more than the stem in common."""
        own = self.forms.get(stem)
        shared = max(len(stem) + 1, min(len(own or ""), len(form)) - 3)
        alike = own is None or own == form or own[:shared] == form[:shared]
        return self.stems[stem] * (1.0 if alike else _OTHER_FORM)

    def __repr__(self) -> str:
        return f"{self.word}*{self.weight:g}"


class Query(NamedTuple):
    """Spellings of a label, of which the best counts, the words around it, and what a passage that answers should name."""

    labels: tuple[tuple[Term, ...], ...]
    context: tuple[Term, ...]
    wants: Callable[[str], bool] | None = None


class Queries:
    """Makes queries for the places of a vocabulary, in the language of a document."""

    def __init__(self, entities: Sequence[EntityInfo], language: str) -> None:
        self._entities = {entity.name: entity for entity in entities}
        self._language = language
        self._asked_with = Counter(
            stem for entity in entities for field in entity.fields for stem in set(content_stems(field.question, language))
        )

    @cached_property
    def _edits(self) -> PlanEdits:
        return PlanEdits(list(self._entities.values()))

    def of_text(self, text: str) -> Query:
        """The query of a question in free words."""
        return Query(spellings(text, self._language, self._weight), ())

    def of_place(self, place: str, names: Sequence[str] = ()) -> Query:
        """The query of a place or slice. `names`: what the plan calls the items on the way. Raises BrechaError for no place of the vocabulary."""
        inside, conditions = slice_of(place)
        *above, (entity, field) = self._edits.fields_along(place)
        context = [*names, *(f"{self._entities[owner].label} {one.question}" for owner, one in above)]
        kind = self._entities[field.entity].label if field.type == "entity" else ""
        if len(steps_of(inside)) > 1:
            context.append(self._entities[entity].label)
        sought: list[str] = []
        for condition in conditions_of(conditions):
            of = self._edits.field_at(f"{inside}/[0]/{condition.field}") if condition.field else field
            if of.type in ("date", "moment") or condition.relation != "=":
                continue
            labels = dict(of.choices)
            if condition.value in labels:
                sought.append(labels[condition.value])
            elif of.type == "yes_no":
                sought.append(of.question or of.label)
            else:
                sought.append(condition.value)
        if sought:
            return Query(spellings(" ".join(sought), self._language), self._context([kind, field.question, *context]))
        labels_of_question = spellings(field.question or field.label, self._language, self._weight)
        if kind:
            labels_of_question += spellings(kind, self._language)
        choices = [label for _, label in field.choices] if field.type == "enumeration" and len(field.choices) <= _FEW_CHOICES else []
        return Query(labels_of_question, self._context([kind, *choices, *context]), wanted(field))

    def _weight(self, stem: str) -> float:
        """What a word of a question weighs in its label: less where many questions have it, such as plan or country."""
        return 1.0 / (1.0 + 0.1 * max(0, self._asked_with[stem] - 1))

    def _context(self, texts: Sequence[str]) -> tuple[Term, ...]:
        stems = distinct(stem for text in texts for stem in content_stems(text, self._language))
        return tuple(Term(stem, _CONTEXT * self._weight(stem), {stem: 1.0}) for stem in stems)


# --- labels and their other spellings


def spellings(label: str, language: str, weight: Callable[[str], float] = lambda _: 1.0) -> tuple[tuple[Term, ...], ...]:
    """A label as terms, and again with each group of several words replaced by what plans call it too."""
    forms = {stem: form for _, stem, form in stemmer(language).words(label)}
    stems = list(forms)
    if not stems:
        return ()
    whole: list[tuple[list[str], float]] = [(stems, 1.0)]
    for members in _groups(language):
        for member in members:
            at = _position(stems, member)
            if at is None:
                continue
            for other in members:
                if other != member and not (len(other) == 1 and len(member) == 1):
                    whole.append((distinct([*stems[:at], *other, *stems[at + len(member) :]]), _SYNONYM))
    joined = {stems[at] + stems[at + 1]: at for at in range(len(stems) - 1)}
    made = []
    for spelling, share in whole[:_MOST_SPELLINGS]:
        terms = []
        for stem in spelling:
            own = share if stem not in forms else 1.0
            alternatives = {stem: own}
            for synonym in _single(language).get(stem, ()):
                alternatives.setdefault(synonym, own * _SYNONYM)
            for compound, at in joined.items():
                if stem in (stems[at], stems[at + 1]):
                    alternatives.setdefault(compound, own)
            terms.append(Term(stem, weight(stem) * len(stems) / len(spelling), alternatives, forms.get(stem, "")))
        made.append(tuple(terms))
    return tuple(made)


def _position(stems: Sequence[str], member: Sequence[str]) -> int | None:
    for at in range(len(stems) - len(member) + 1):
        if list(stems[at : at + len(member)]) == list(member):
            return at
    return None


@lru_cache(maxsize=4)
def _groups(language: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """The thesaurus of a language as stems."""
    rows = [row.strip() for row in GROUPS[language].strip().split("\n")]
    return tuple(
        tuple(dict.fromkeys(stems for member in row.split(",") if (stems := tuple(content_stems(member, language))))) for row in rows if row
    )


@lru_cache(maxsize=4)
def _single(language: str) -> dict[str, tuple[str, ...]]:
    """One word for another, both ways."""
    found: dict[str, list[str]] = {}
    for members in _groups(language):
        alone = [member[0] for member in members if len(member) == 1]
        for word in alone:
            found.setdefault(word, []).extend(other for other in alone if other != word)
    return {word: tuple(dict.fromkeys(others)) for word, others in found.items()}


# --- what an answer names

_YEAR = re.compile(r"\b(19|20)\d\d\b")
_NUMBER = re.compile(r"\d")
_FREQUENCY = re.compile(
    r"\b(every|each|annual\w*|yearly|month\w*|quarter\w*|week\w*|daily|years?|twice|cada|anual\w*|mensual\w*|trimestr\w*|seman\w*|años?|meses|mes|días?"
    r"|diari\w*|semestr\w*|todos?|toda|anos?|mensal\w*|mês|chaque|an|ans|année\w*|mois|tous|toutes|trimestre\w*|hebdomadaire\w*)\b",
    re.IGNORECASE,
)


def wanted(field: FieldInfo) -> Callable[[str], bool] | None:
    """A test of what a passage must name to answer about this field; None where nothing can be told by its form."""
    if field.type in ("date", "moment"):
        return lambda text: _YEAR.search(text) is not None
    if field.type == "duration":
        return lambda text: _FREQUENCY.search(text) is not None
    if field.type in ("integer", "number", "percent"):
        return lambda text: _NUMBER.search(text) is not None
    return None
