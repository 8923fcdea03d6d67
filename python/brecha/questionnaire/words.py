"""The words of a form, in four languages: English, Spanish, Portuguese, French."""

from __future__ import annotations

import re
from functools import cache

from brecha.languages import LANGUAGES
from brecha.typed_values import folded
from brecha.wording import Words

# fmt: off
FORM: dict[str, tuple[str, str, str, str]] = {
    # --- sheets and heads
    "sheet_plan": ("Plan", "Plan", "Plano", "Plan"),
    "title": ("Questionnaire: {title}", "Cuestionario: {title}", "Questionário: {title}", "Questionnaire : {title}"),
    "place": ("place in the plan", "lugar en el plan", "lugar no plano", "endroit du plan"),
    "question": ("question", "pregunta", "pergunta", "question"),
    "help": ("how to answer", "cómo responder", "como responder", "comment répondre"),
    "found": ("what a document may say", "lo que puede decir un documento", "o que um documento pode dizer", "ce que peut dire un document"),
    "answer": ("answer", "respuesta", "resposta", "réponse"),
    "complete": ("is that all?", "¿es todo?", "é tudo?", "est-ce tout ?"),
    "why": ("if no answer: why", "si no hay respuesta: por qué", "se não há resposta: por quê", "sans réponse : pourquoi"),
    "document": ("document", "documento", "documento", "document"),
    "page": ("page", "página", "página", "page"),
    "note": ("note", "nota", "nota", "note"),
    "who": ("answered by", "respondió", "respondido por", "répondu par"),
    "on": ("on", "el día", "no dia", "le"),
    "who_all": ("Answered by:", "Responde:", "Responde:", "Répond :"),
    "on_all": ("On (day):", "El día:", "No dia:", "Le (jour) :"),
    "key": ("key", "clave", "chave", "clé"),
    "number": ("no.", "n.º", "n.º", "n°"),
    "there_head": ("{label}: is there one?", "{label}: ¿hay?", "{label}: há?", "{label} : y en a-t-il ?"),
    "all_of": ("{label}: is that all?", "{label}: ¿es todo?", "{label}: é tudo?", "{label} : est-ce tout ?"),
    "list_complete": (
        "Is this list complete? (yes, no, or how many there are)",
        "¿Está completa esta lista? (sí, no, o cuántos hay)",
        "Esta lista está completa? (sim, não, ou quantos há)",
        "Cette liste est-elle complète ? (oui, non, ou combien il y en a)",
    ),

    # --- what to do
    "plan_help": (
        "Please answer in the yellow cells. Where you have no answer, say why in its column. Whatever you leave as it is says nothing. "
        "Document and page help whoever checks your answer. Lists have sheets of their own.",
        "Responda, por favor, en las celdas amarillas. Si no tiene respuesta, diga por qué en su columna. Lo que deje como está no dice nada. "
        "El documento y la página ayudan a quien revise su respuesta. Las listas tienen hojas propias.",
        "Responda, por favor, nas células amarelas. Se não tem resposta, diga por quê na coluna própria. O que deixar como está não diz nada. "
        "O documento e a página ajudam quem revisar a sua resposta. As listas têm planilhas próprias.",
        "Veuillez répondre dans les cellules jaunes. Sans réponse, dites pourquoi dans sa colonne. Ce que vous laissez tel quel ne dit rien. "
        "Le document et la page aident qui vérifie votre réponse. Les listes ont leurs propres feuilles.",
    ),
    "list_help": (
        "A row for each, added at the end; please do not change what stands in the grey cells. A cell may also say: {whys}.",
        "Una fila para cada uno; agregue las que falten al final y no cambie lo que está en las celdas grises. Una celda también puede decir: {whys}.",
        "Uma linha para cada um; acrescente as que faltam no fim e não mude o que está nas células cinzas. Uma célula também pode dizer: {whys}.",
        "Une ligne pour chacun, ajoutée à la fin ; ne changez pas les cellules grises. Une cellule peut aussi dire : {whys}.",
    ),
    "part_help": (
        "A row for each that there is; please do not change what stands in the grey cells. A cell may also say: {whys}.",
        "Una fila para cada uno que hay; no cambie lo que está en las celdas grises. Una celda también puede decir: {whys}.",
        "Uma linha para cada um que há; não mude o que está nas células cinzas. Uma célula também pode dizer: {whys}.",
        "Une ligne pour chacun qu'il y a ; ne changez pas les cellules grises. Une cellule peut aussi dire : {whys}.",
    ),
    "key_help": ("a short name of your choice, each only once", "un nombre corto a su elección, cada uno una sola vez", "um nome curto à sua escolha, cada um só uma vez", "un nom court de votre choix, chacun une seule fois"),
    "see_sheet": ("see sheet «{sheet}»", "vea la hoja «{sheet}»", "veja a planilha «{sheet}»", "voir la feuille « {sheet} »"),
    "several": ("several: with ; between them", "varios: con ; entre ellos", "vários: com ; entre eles", "plusieurs : séparés par ;"),
    "one_of": ("choose one", "elija uno", "escolha um", "choisissez"),
    "yes_or_no": ("yes or no", "sí o no", "sim ou não", "oui ou non"),
    "still_so_help": ("yes, or what is so now", "sí, o lo que vale ahora", "sim, ou o que vale agora", "oui, ou ce qui vaut maintenant"),
    "slice_help": (
        "yes or no; what there is goes into sheet «{sheet}»",
        "sí o no; lo que hay va en la hoja «{sheet}»",
        "sim ou não; o que há vai na planilha «{sheet}»",
        "oui ou non ; ce qu'il y a va dans la feuille « {sheet} »",
    ),
    "kept_help": (
        "yes, no, or the day since when it is",
        "sí, no, o el día desde el que lo está",
        "sim, não, ou o dia desde o qual está",
        "oui, non, ou le jour depuis lequel elle l'est",
    ),

    # --- answers
    "yes": ("yes", "sí", "sim", "oui"),
    "no": ("no", "no", "não", "non"),
    "not_known": ("do not know", "no se sabe", "não se sabe", "on ne sait pas"),
    "none": ("there is none", "no hay", "não há", "il n'y en a pas"),
    "claimed_not_applicable": ("does not apply to us", "no se aplica a nosotros", "não se aplica a nós", "ne s'applique pas à nous"),
    "withheld": ("cannot be shown", "no se puede mostrar", "não pode ser mostrado", "ne peut être montré"),
}
# fmt: on

WHYS = ("not_known", "none", "claimed_not_applicable", "withheld")
"""Why there is no answer, as evidence has it; `none` is one of its own."""


@cache
def words(language: str) -> Words:
    return Words(FORM, language)


@cache
def _whys() -> dict[str, str]:
    return {folded(text): why for why in WHYS for text in (*FORM[why], why)}


def why_of(typed: object) -> str:
    """not_known, none, claimed_not_applicable or withheld where a person typed such words in any language; else empty."""
    return _whys().get(folded(typed), "") if isinstance(typed, str) else ""


def is_pointer(typed: object) -> bool:
    """Whether a cell says only in which sheet its answer goes."""
    return isinstance(typed, str) and any(
        re.fullmatch(re.escape(text).replace(re.escape("{sheet}"), ".*"), typed.strip()) for text in FORM["see_sheet"]
    )


@cache
def means(word: str) -> frozenset[str]:
    """A word or sentence of the form in every language, as it is found in a cell."""
    return frozenset(folded(Words(FORM, language)[word]) for language in LANGUAGES)
