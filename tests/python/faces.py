"""What a reader sees of a face: its text without tags, and the readers' sheets of a workbook. And rulesets that speak one language only."""

from html.parser import HTMLParser

import brecha
from brecha import _core
from brecha.rich_view.words import words

LANGUAGES = ("en", "es", "pt", "fr")

# What the rules, the vocabulary and the plan say, in each language: nothing that a face shows of them is in another one.
_TEXTS = {
    "title": ("Safety of beaches", "Seguridad de playas", "Segurança de praias", "Sécurité des plages"),
    "guide": ("Beach guide", "Guía de playas", "Guia de praias", "Guide des plages"),
    "office": ("Beach office", "Oficina de playas", "Serviço de praias", "Office des plages"),
    "theme": ("watching", "vigilancia", "vigilância", "surveillance"),
    "module": ("lifesaving", "salvamento", "salvamento", "sauvetage"),
    "ask_beaches": ("Which beaches?", "¿Qué playas?", "Quais praias?", "Quelles plages ?"),
    "ask_posts": ("How many posts?", "¿Cuántos puestos?", "Quantos postos?", "Combien de postes ?"),
    "ask_kind": ("Sandy or rocky?", "¿De arena o de roca?", "De areia ou de rocha?", "De sable ou de roche ?"),
    "sand": ("sandy", "de arena", "de areia", "de sable"),
    "rock": ("rocky", "de roca", "de rocha", "de roche"),
    "posts": ("Two posts each", "Dos puestos por playa", "Dois postos por praia", "Deux postes par plage"),
    "posts_gap": ("Too few.", "Son pocos.", "São poucos.", "Trop peu."),
    "posts_remedy": ("Build posts.", "Construir puestos.", "Construir postos.", "Construire des postes."),
    "kind": ("Sandy", "De arena", "De areia", "De sable"),
    "none": ("Never rocky", "Nunca de roca", "Nunca de rocha", "Jamais de roche"),
    "plan": ("Beaches", "Playas", "Praias", "Plages"),
    "decree": ("Decree 1", "Decreto 1", "Decreto 1", "Décret 1"),
}
_RULES = """
vocabulary v 1.0 {
  title TITLE
  enum K = k1 SAND, k2 ROCK
  entity P root { title text country country l list of B ASK_BEACHES }
  entity B key k { k text n integer ASK_POSTS t K ASK_KIND }
}
ruleset r 1.0.0 {
  title TITLE
  uses v 1
  source S { title GUIDE publisher OFFICE date 2020-02-03 standing law url "https://example.org/s" }
  requirement A-1 {
    title POSTS  shall  source S "1.2"  theme w THEME  training m MODULE  effort 2 weeks
    each b in plan.l
    require b.n >= 2
    gap POSTS_GAP
    remedy POSTS_REMEDY
  }
  requirement A-2 { title KIND  should  source S "1.3" reading unverified  theme w
    each b in plan.l
    require b.t = k1
    gap POSTS_GAP
    after A-1
  }
  requirement A-3 { title NONE  may  source S "1.4" reading proposal  when plan.country = CR  require no b in plan.l where b.t = k2  gap POSTS_GAP }
}
"""


def text_in(language, name):
    return _TEXTS[name][LANGUAGES.index(language)]


def rules_in(language, folder):
    """A ruleset whose texts, labels and keywords are all in one language."""
    text = _RULES
    for name in sorted(_TEXTS, key=len, reverse=True):
        tagged = f'{language} "{text_in(language, name)}"'
        text = text.replace(name.upper(), f"ask {tagged}" if name.startswith("ask_") else tagged)
    written, diagnostics = _core.format("r.brecha", text, language)
    assert written is not None, [str(one) for one in diagnostics]
    folder.mkdir(exist_ok=True)
    (folder / "r.brecha").write_text(written, encoding="utf-8")
    return brecha.load(folder)


def report_in(language, folder):
    """One gap whose remedy another waits for, something met, something open, a note on the plan, a parameter left alone."""
    rules = rules_in(language, folder)
    plan = {
        "title": text_in(language, "plan"),
        "country": "DO",
        "l": [{"k": "x1", "n": 1, "t": "k2"}, {"k": "x2", "n": 3, "t": "k1"}, {"k": "x3", "zz": 1}, {"k": "x4", "n": 0}],
        "evidence": {
            "": {"document": text_in(language, "decree"), "read": "part"},
            "l": {"document": text_in(language, "decree"), "read": "whole"},
            "l/x3": {"read": "part"},
            "l/x4": {"read": "part"},
        },
    }
    return rules.assess(rules.read_plan(plan, name="1.json"), "2026-01-15", language=language)


class Visible(HTMLParser):
    """The text of a page, without styles, scripts and attributes. Fails on a tag that is closed wrongly."""

    VOID = frozenset(("meta", "br", "hr", "img"))

    def __init__(self, page):
        super().__init__()
        self.open = []
        self.texts = []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        if not self.open or self.open[-1] not in ("style", "script"):
            self.texts.append(data)

    @property
    def text(self):
        return " ".join(self.texts)


def readers_sheets(book, language):
    """The sheets for readers, in order: what stands before the tables as data."""
    say = words(language)
    names = [say[f"sheet_{name}"] for name in ("summary", "gaps", "questions", "requirements", "instruments")]
    assert book.sheetnames[: len(names)] == names
    return [book[name] for name in names]
