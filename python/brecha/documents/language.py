"""Words of a text: folded, stemmed, without those that say nothing; and the language that a text is in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from brecha.errors import NotInstalledError

if TYPE_CHECKING:
    from collections.abc import Iterable

STOP_WORDS = {
    "en": """a about after all also an and any are as at be been before being but by can could did do does each else ever every for from
        given had has have he her here his how i if in into is it its itself may more most must no nor not of off on one only or other
        our out over own per shall she should so some such than that the their them then there these they this those through to too under
        many much often several
        until up upon was we were what when where whether which while who whom whose why will with within would you your""",
    "es": """a al algo algún alguna algunas alguno algunos ante antes aquel aquella así aun aunque cada como con contra cual cuál cuales cuáles cualquier
        cuando cuándo cuanto cuánto cuánta cuántos cuántas de del desde donde dónde dos durante e el él ella ellas ellos en entre era es esa esas ese eso esos
        esta está están estas este esto estos fue fueron ha haber hace hacia han hasta hay la las le les lo los más me mediante menos mi muy
        ni no nos o otra otras otro otros para pero por porque propia propias propio propios que qué quien quién quienes quiénes se sea sean según ser si sí sido sin
        sobre son su sus también tan tanto te tiene tienen toda todas todo todos tras tu u un una unas uno unos varias varios y ya""",
    "pt": """a ao aos aquela aquele as às até cada com como da das de dela dele do dos e é ela elas ele eles em entre era essa esse esta está
        estão este foi foram há isso isto já lhe mais mas me mediante mesmo muito na nas nem no nos não o os ou para pela pelas pelo pelos
        por porque qual quais quando quanto quantos quantas que quem se seja sem ser seu seus sob sobre sua suas são também tem têm toda todas
        todo todos um uma umas uns várias vários própria próprio""",
    "fr": """a à afin ainsi au aucun aucune aussi autre autres aux avant avec c ce cela ces cet cette ceux chaque comme contre d dans de des dont du elle
        elles en entre est et été être eu fait il ils j je l la laquelle le lequel les lesquelles lesquels leur leurs lors lui mais même mêmes n ne ni
        nos notre nous on ont ou où par parmi pas peut plus plusieurs pour qu quand que quel quelle quelles quels qui s sa sans se selon sera ses si
        son sont sous sur tous tout toute toutes très un une vers vos votre vous y""",
}  # fmt: skip
_STEMMERS = {"en": "english", "es": "spanish", "pt": "portuguese", "fr": "french"}
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*", re.UNICODE)


def folded(text: str) -> str:
    """Small letters without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(letter))


_STOPS = {language: frozenset(folded(text).split()) for language, text in STOP_WORDS.items()}
_SPELLED = {language: frozenset(text.split()) for language, text in STOP_WORDS.items()}


def guessed_language(text: str) -> str:
    """The language whose small words are most frequent in the text; English where there are none of any."""
    words = _WORD.findall(text[:200_000].casefold())
    counts = {language: sum(word in stops for word in words) for language, stops in _SPELLED.items()}
    return max(counts, key=lambda language: counts[language])


class Stemmer:
    """Stems of one language, kept once made: texts repeat their words."""

    def __init__(self, language: str) -> None:
        try:
            import snowballstemmer
        except ImportError:
            raise NotInstalledError("snowballstemmer", "documents") from None
        self.language = language
        self._stop = _STOPS[language]
        self._stemmer: Any = snowballstemmer.stemmer(_STEMMERS[language])
        self._known: dict[str, tuple[str, str]] = {}

    def stem(self, word: str) -> tuple[str, str]:
        """The stem of one word and its form, both in small letters without accents; an empty stem for a word that says nothing."""
        known = self._known.get(word)
        if known is None:
            form = folded(word)
            silent = form in self._stop or (len(form) < 2 and not form.isdigit())
            known = self._known[word] = ("" if silent else folded(self._stemmer.stemWord(word.casefold())), form)
        return known

    def words(self, text: str) -> list[tuple[int, str, str]]:
        """The words of a text that say something: the place of each among all words, its stem, and its form without accents."""
        found = []
        for place, word in enumerate(_WORD.findall(text)):
            stem, form = self.stem(word)
            if stem:
                found.append((place, stem, form))
        return found


@lru_cache(maxsize=len(_STEMMERS))
def stemmer(language: str) -> Stemmer:
    """The stemmer of a language, one for the process. Raises NotInstalledError without snowballstemmer."""
    return Stemmer(language)


def content_stems(text: str, language: str) -> list[str]:
    """The stems of the words that say something."""
    return [stem for _, stem, _ in stemmer(language).words(text)]


def distinct(stems: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(stems))
