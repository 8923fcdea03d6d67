"""A document cut into passages of a few sentences, and the passages ranked for what is sought.

Ranking is BM25 over stems (Robertson and Zaragoza 2009) with weighed words, where a heading's words count a part, and a bonus for
the label's words standing close together in one sentence. How much of the label one sentence holds is the score from 0 to 1: it can be
explained by showing the words, and compared between questions.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from brecha.documents.language import Stemmer, stemmer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brecha.documents.queries import Term, Query
    from brecha.documents.reading import Block

MOST_SENTENCES = 3
MOST_WORDS = 70
FEWEST_WORDS = 12  # a line of a table, an item of a list
JOINED_WORDS = 30  # a paragraph is joined to what it follows until there are so many

_K1, _B = 1.2, 0.6  # BM25: how fast repetition counts less, how much length does
_HEADING = 1.0  # what a word of the heading counts beside one of the text
_NEIGHBOUR = 0.2  # and one of another passage under the same heading
_REACH = 7  # so many passages away at most
_CLOSE = 1.5  # the bonus for a whole label in one sentence, in the label's own weight
_SPREAD = 0.05  # what each word in between takes of it
_FARTHEST = 14
_WITHOUT_VALUE = 0.6  # what a passage counts that names no date, number or frequency where one is asked for
_LOOKED_AT = 60  # passages whose words' places are looked at, for each spelling
WEAK = 0.7  # below this score nothing fits well

_END = re.compile(r"(?<=[.!?…])[\"”’»)\]]*\s+(?=[\"“‘«(\[¿¡]*[A-ZÀ-ÖØ-Þ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:art|arts|no|nos|núm|n|nº|n\.º|dr|dra|sr|sra|st|mr|mrs|ms|inc|cf|vs|p|pp|pág|págs|fig|ed|vol|cap|etc|approx|aprox|al|lic|ing|gral|av|ej)|\b[A-Z])\.$",
    re.IGNORECASE,
)


# A line of a contents page, or of a list of abbreviations.
_SAYS_NOTHING = re.compile(r"(\. ?){3,}\s*\d+$|\.{4,}|…{2,}|^[A-ZÀ-ÖØ-Þ]{2,9}: [A-ZÀ-ÖØ-Þ][^.]*$")


class Passage(NamedTuple):
    """A few sentences on one page under one heading."""

    page: int
    text: str
    heading: str


class Ranked(NamedTuple):
    """A passage with its score from 0 to 1."""

    passage: Passage
    score: float


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph."""
    found: list[str] = []
    for piece in _END.split(text):
        if found and (_ABBREVIATED.search(found[-1]) or len(found[-1].split()) < 4):  # "Clarity." stays with what it is said of
            found[-1] += " " + piece
        elif piece.strip():
            found.append(piece.strip())
    return found


def passages_of(blocks: Iterable[Block]) -> list[Passage]:
    """Passages in the document's order. Headings stand with what follows them; contents pages and lists of abbreviations are left out."""
    passages: list[Passage] = []
    headings: list[str] = []
    open_texts: list[str] = []
    page = 0

    def close() -> None:
        if open_texts:
            passages.append(Passage(page, " ".join(open_texts), " › ".join(headings)))
            open_texts.clear()

    for block in blocks:
        if block.heading:
            close()
            headings = _headings_after(headings, block.text)
            page = block.page
            continue
        if block.page != page:
            close()
            page = block.page
        if _SAYS_NOTHING.search(block.text):
            continue
        sentences = sentences_of(block.text)
        short = len(block.text.split()) < FEWEST_WORDS
        if open_texts and _words(open_texts) >= (MOST_WORDS // 2 if short else JOINED_WORDS):
            close()
        for sentence in sentences:
            if open_texts and (len(open_texts) >= MOST_SENTENCES and not short or _words(open_texts) + len(sentence.split()) > MOST_WORDS):
                close()
            open_texts.append(sentence)
    close()
    return passages


def _words(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)


def _headings_after(headings: list[str], new: str) -> list[str]:
    """The heading itself, below the one whose number it continues: 4.3 below 4."""
    number = re.match(r"(\d+(?:\.\d+)*)", new)
    above = [one for one in headings if number and (old := re.match(r"(\d+(?:\.\d+)*)", one)) and number[1].startswith(f"{old[1]}.")]
    return [*above[:2], new]


class _Indexed(NamedTuple):
    """A passage as its stems: what each weighs in text, heading and section, and where it stands, sentence by sentence, in which form."""

    weights: dict[str, float]
    length: float
    sentences: list[list[tuple[int, str, str]]]
    heading: frozenset[str]


class PassageIndex:
    """The passages of a document, made ready for many searches in one language."""

    def __init__(self, passages: Sequence[Passage], language: str) -> None:
        self.passages = passages
        self.language = language
        words = stemmer(language)
        self._indexed = [_indexed(passage, words) for passage in passages]
        self._lend_within_sections()
        self._holders: dict[str, dict[int, float]] = {}
        for place, one in enumerate(self._indexed):
            for stem, weight in one.weights.items():
                self._holders.setdefault(stem, {})[place] = weight
        average = sum(one.length for one in self._indexed) / max(1, len(self._indexed)) or 1.0
        self._length_part = [_K1 * (1 - _B + _B * one.length / average) for one in self._indexed]

    def ranked(self, query: Query, most: int) -> list[Ranked]:
        """The best passages for a query, best first; fewer where fewer hold any of its words."""
        found: dict[int, tuple[float, float]] = {}
        for label in query.labels:
            terms = [*label, *query.context]
            rarity = {term: self._rarity(term) for term in terms}
            whole = sum(term.weight * rarity[term] for term in label) or 1.0
            points = self._points(terms, rarity)
            for place in sorted(points, key=lambda place: (-points[place], place))[:_LOOKED_AT]:
                cover = self._cover(self._indexed[place], label, rarity, whole)
                value = points[place] + _CLOSE * whole * cover
                if query.wants is not None and not query.wants(self.passages[place].text):
                    value, cover = value * _WITHOUT_VALUE, cover * _WITHOUT_VALUE
                before = found.get(place, (0.0, 0.0))
                found[place] = (max(value, before[0]), max(cover, before[1]))
        best = sorted(found, key=lambda place: (-found[place][0], place))[:most]
        return [Ranked(self.passages[place], round(min(1.0, found[place][1]), 3)) for place in best]

    def _points(self, terms: Sequence[Term], rarity: dict[Term, float]) -> dict[int, float]:
        """BM25 of every passage that holds one of the words."""
        points: dict[int, float] = {}
        for term in terms:
            times: dict[int, float] = {}
            for stem, factor in term.stems.items():
                for place, weight in self._holders.get(stem, {}).items():
                    times[place] = times.get(place, 0.0) + weight * factor
            of_one = term.weight * rarity[term] * (_K1 + 1)
            for place, often in times.items():
                points[place] = points.get(place, 0.0) + of_one * often / (often + self._length_part[place])
        return points

    def _lend_within_sections(self) -> None:
        """Passages under one heading speak of one thing: each has a share of the words of those around it."""
        own = [Counter(stem for sentence in one.sentences for _, stem, _ in sentence) for one in self._indexed]
        for place, one in enumerate(self._indexed):
            for other in range(max(0, place - _REACH), min(len(own), place + _REACH + 1)):
                if other != place and self.passages[other].heading == self.passages[place].heading:
                    for stem, times in own[other].items():
                        one.weights[stem] = one.weights.get(stem, 0.0) + _NEIGHBOUR * times

    def _rarity(self, term: Term) -> float:
        """The inverse document frequency of a word or what stands for it."""
        holders: set[int] = set()
        for stem in term.stems:
            holders.update(self._holders.get(stem, ()))
        count = len(self.passages)
        return math.log(1 + (count - len(holders) + 0.5) / (len(holders) + 0.5))

    def _cover(self, one: _Indexed, label: Sequence[Term], rarity: dict[Term, float], whole: float) -> float:
        """How much of a label its best sentence holds, by weight, less where the words stand far apart; its heading helps out."""
        best = 0.0
        for sentence in one.sentences:
            found = [(at, term, term.share(stem, word)) for at, stem, word in sentence for term in label if stem in term.stems]
            found.sort(key=lambda item: item[0])
            for first in range(len(found)):
                held: dict[Term, float] = {}
                last = found[first][0]
                for at, term, factor in found[first:]:
                    if at - found[first][0] > _FARTHEST:
                        break
                    if factor > held.get(term, 0.0):
                        held[term] = factor
                        last = at
                    value = sum(term.weight * rarity[term] * share for term, share in held.items())
                    missing = [term for term in label if term not in held and not one.heading.isdisjoint(term.stems)]
                    value += sum(_HEADING * term.weight * rarity[term] for term in missing)
                    apart = max(0, last - found[first][0] + 1 - len(held))
                    best = max(best, value / whole * (1 - _SPREAD * apart))
        if not best and not one.heading.isdisjoint(stem for term in label for stem in term.stems):
            best = sum(_HEADING * term.weight * rarity[term] for term in label if not one.heading.isdisjoint(term.stems)) / whole
        return best


def _indexed(passage: Passage, words: Stemmer) -> _Indexed:
    sentences = [words.words(sentence) for sentence in sentences_of(passage.text)]
    heading = [stem for _, stem, _ in words.words(passage.heading)]
    counts = Counter(stem for sentence in sentences for _, stem, _ in sentence)
    weights: dict[str, float] = dict(counts)
    for stem in heading:
        weights[stem] = weights.get(stem, 0.0) + _HEADING
    nearest = frozenset(stem for _, stem, _ in words.words(passage.heading.rsplit(" › ", 1)[-1]))
    return _Indexed(weights, sum(counts.values()), sentences, nearest)
