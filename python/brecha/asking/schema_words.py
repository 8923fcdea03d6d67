"""What the JSON Schema of a plan says beside the ruleset's own texts, in four languages."""

from __future__ import annotations

# word: English, Spanish, Portuguese, French.
# fmt: off
SCHEMA_WORDS: dict[str, tuple[str, str, str, str]] = {
    "plan": (
        "A plan. What nobody has stated is left out: what is silent is not wrong.",
        "Un plan. Lo que nadie ha declarado se omite: el silencio no es una falta.",
        "Um plano. O que ninguém declarou é omitido: o silêncio não é uma falta.",
        "Un plan. Ce que personne n'a déclaré est omis : se taire n'est pas une faute.",
    ),
    "bounds": ("Known within bounds", "Conocido entre límites", "Conhecido entre limites", "Connu entre des bornes"),
    "from": ("At least, included", "Como mínimo, incluido", "No mínimo, incluído", "Au moins, compris"),
    "to": ("At most, included", "Como máximo, incluido", "No máximo, incluído", "Au plus, compris"),
    "evidence": ("Where it stands, and how it was read", "Dónde consta y cómo se leyó", "Onde consta e como foi lido", "Où cela figure, et comment on l'a lu"),
    "evidence_about": (
        'A place, as in agencies/ict/level or drills[kind=field], and what is known there. "" is the whole plan.',
        'Un lugar, como agencies/ict/level o drills[kind=field], y lo que allí se sabe. "" es todo el plan.',
        'Um lugar, como agencies/ict/level ou drills[kind=field], e o que lá se sabe. "" é todo o plano.',
        "Un lieu, comme agencies/ict/level ou drills[kind=field], et ce qu'on y sait. \"\" est tout le plan.",
    ),
    "whole_plan": ("The whole plan", "Todo el plan", "Todo o plano", "Tout le plan"),
    "judgements": ("What people judged", "Lo que juzgaron personas", "O que pessoas julgaram", "Ce que des personnes ont jugé"),
    "judgements_about": (
        "Answers to the questions that rules put to people.",
        "Respuestas a las preguntas que las reglas hacen a personas.",
        "Respostas às perguntas que as regras fazem a pessoas.",
        "Réponses aux questions que les règles posent à des personnes.",
    ),
    "evidence.read": (
        "part: a summary, what is not there may still be so. whole: searched, what is not there is not so.",
        "part: un resumen, lo que no consta aún puede ser así. whole: revisado entero, lo que no consta no es así.",
        "part: um resumo, o que não consta ainda pode ser assim. whole: lido por inteiro, o que não consta não é assim.",
        "part : un résumé, ce qui n'y figure pas peut être vrai. whole : lu en entier, ce qui n'y figure pas n'est pas vrai.",
    ),
    "evidence.document": ("The document", "El documento", "O documento", "Le document"),
    "evidence.page": ("The page", "La página", "A página", "La page"),
    "evidence.who": ("Who read or said it", "Quién lo leyó o lo dijo", "Quem o leu ou disse", "Qui l'a lu ou dit"),
    "evidence.on": ("The day it was read", "El día en que se leyó", "O dia em que foi lido", "Le jour où on l'a lu"),
    "evidence.as_of": (
        "When it was so, as the source says; the day may be left out",
        "Cuándo era así, según la fuente; puede omitir el día",
        "Quando era assim, conforme a fonte; pode omitir o dia",
        "Quand c'était vrai, selon la source ; le jour peut manquer",
    ),
    "evidence.kind": ("What kind of source it is", "Qué clase de fuente es", "Que tipo de fonte é", "Quelle sorte de source c'est"),
    "evidence.note": ("A note, or the words quoted", "Una nota, o las palabras citadas", "Uma nota, ou as palavras citadas", "Une note, ou les mots cités"),
    "evidence.guessed": ("An inference", "Una inferencia", "Uma inferência", "Une déduction"),
    "evidence.none": (
        "There is none, and the source says so", "No hay, y la fuente lo dice", "Não há, e a fonte o diz", "Il n'y en a pas, et la source le dit"
    ),
    "evidence.complete": (
        "The list, or this slice of it, has no further elements",
        "La lista, o esta parte de ella, no tiene más elementos",
        "A lista, ou esta parte dela, não tem mais elementos",
        "La liste, ou cette partie, n'a pas d'autres éléments",
    ),
    "evidence.size": ("How many elements there are in all", "Cuántos elementos hay en total", "Quantos elementos há ao todo", "Combien d'éléments il y a en tout"),
    "evidence.why": ("Why it is missing", "Por qué falta", "Por que falta", "Pourquoi cela manque"),
    "evidence.says": ("What each source says", "Lo que dice cada fuente", "O que diz cada fonte", "Ce que dit chaque source"),
    "evidence.value": ("The value that is said, or chosen", "El valor que se dice, o se elige", "O valor que se diz, ou se escolhe", "La valeur dite, ou choisie"),
}
# fmt: on
