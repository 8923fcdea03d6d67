"""The view's own words in four languages. Texts of rulesets are the engine's; codes (verdicts, ids, places) stay as they are."""

from __future__ import annotations

from collections.abc import Mapping

_LANGUAGES = ("en", "es", "pt", "fr")

# word: English, Spanish, Portuguese, French. {…} is filled in.
# fmt: off
_TABLE: dict[str, tuple[str, str, str, str]] = {
    "as_of": ("as of", "al", "em", "au"),
    "with": ("with", "con", "com", "avec"),
    "assessment": ("assessment", "evaluación", "avaliação", "évaluation"),
    "judged": (
        "{judged} of {requirements} requirements could be judged",
        "Se pudo juzgar {judged} de {requirements} requisitos",
        "Foi possível julgar {judged} de {requirements} requisitos",
        "{judged} exigences sur {requirements} ont pu être jugées",
    ),
    "no_gap": ("no gap found among them", "sin brechas entre ellos", "sem lacunas entre eles", "aucune lacune parmi elles"),
    "one_gap": ("1 gap", "1 brecha", "1 lacuna", "1 lacune"),
    "gap_count": ("{count} gaps", "{count} brechas", "{count} lacunas", "{count} lacunes"),
    "interval": (
        "met: {lowest} at worst, {highest} at best",
        "cumplido: {lowest} en el peor caso, {highest} en el mejor",
        "cumprido: {lowest} no pior caso, {highest} no melhor",
        "satisfait : {lowest} au pire, {highest} au mieux",
    ),
    "none_applies": ("no requirement applies", "ningún requisito se aplica", "nenhum requisito se aplica", "aucune exigence ne s'applique"),
    "weakened": ("weakened by an overlay: {count}", "debilitados por una adaptación: {count}", "enfraquecidos por uma adaptação: {count}", "affaiblies par une adaptation : {count}"),
    "how_read": ("How the plan was read", "Cómo se leyó el plan", "Como o plano foi lido", "Comment le plan a été lu"),
    "whole_plan": ("the whole plan", "todo el plan", "todo o plano", "tout le plan"),
    "read_whole": ("searched whole", "revisado entero", "lido por inteiro", "lu en entier"),
    "read_part": ("read in part", "leído en parte", "lido em parte", "lu en partie"),
    "read_unsaid": ("as given", "tal como está", "tal como está", "tel quel"),
    "read_whole_means": ("what is not in it is not there", "lo que no consta no existe", "o que não consta não existe", "ce qui n'y figure pas n'existe pas"),
    "read_part_means": ("lists may be longer", "las listas pueden ser más largas", "as listas podem ser mais longas", "les listes peuvent être plus longues"),
    "complete_lists": ("Taken as complete", "Se toman como completas", "Tomadas como completas", "Tenues pour complètes"),
    "no_complete_list": (
        "No list is taken as complete.",
        "Ninguna lista se toma como completa.",
        "Nenhuma lista é tomada como completa.",
        "Aucune liste n'est tenue pour complète.",
    ),
    "no_evidence": (
        "The plan does not say how it was read: lists that it gives count as complete.",
        "El plan no dice cómo se leyó: las listas que da cuentan como completas.",
        "O plano não diz como foi lido: as listas que dá contam como completas.",
        "Le plan ne dit pas comment il a été lu : les listes données comptent comme complètes.",
    ),
    "by_theme": ("By theme", "Por tema", "Por tema", "Par thème"),
    "theme": ("theme", "tema", "tema", "thème"),
    "no_theme": ("no theme", "sin tema", "sem tema", "sans thème"),
    "met": ("met", "cumple", "cumpre", "satisfait"),
    "partly_met": ("partly", "en parte", "em parte", "en partie"),
    "not_met": ("gap", "brecha", "lacuna", "lacune"),
    "not_used": ("not used", "no usado", "não usado", "non utilisé"),
    "unknown": ("open", "abierto", "em aberto", "ouvert"),
    "not_applicable": ("does not apply", "no se aplica", "não se aplica", "sans objet"),
    "total": ("all", "todos", "todos", "tous"),
    "gaps": ("Gaps, the gravest first", "Brechas, las más graves primero", "Lacunas, as mais graves primeiro", "Lacunes, les plus graves d'abord"),
    "no_gaps": ("No gap was found.", "No se encontró ninguna brecha.", "Nenhuma lacuna foi encontrada.", "Aucune lacune n'a été trouvée."),
    "no_gaps_open": (
        "No gap was found; {count} requirements are open.",
        "No se encontró ninguna brecha; {count} requisitos están abiertos.",
        "Nenhuma lacuna foi encontrada; {count} requisitos estão em aberto.",
        "Aucune lacune n'a été trouvée ; {count} exigences restent ouvertes.",
    ),
    "no_gaps_one_open": (
        "No gap was found; one requirement is open.",
        "No se encontró ninguna brecha; un requisito está abierto.",
        "Nenhuma lacuna foi encontrada; um requisito está em aberto.",
        "Aucune lacune n'a été trouvée ; une exigence reste ouverte.",
    ),
    "remedy": ("Remedy", "Remedio", "Remédio", "Remède"),
    "more_subjects": ("and {count} more", "y {count} más", "e mais {count}", "et {count} de plus"),
    "same_cause": ("the same cause", "la misma causa", "a mesma causa", "la même cause"),
    "waits": ("waits for this", "espera a esto", "espera por isto", "attend ceci"),
    "wait_for_this": ("{count} more wait for this", "{count} más esperan a esto", "mais {count} esperam por isto", "{count} autres attendent ceci"),
    "training": ("training", "capacitación", "formação", "formation"),
    "in_part": ("in part", "en parte", "em parte", "en partie"),
    "waived": ("waived until {date}", "dispensado hasta {date}", "dispensado até {date}", "dispensé jusqu'au {date}"),
    "stale": ("the clause has changed since", "la cláusula cambió desde entonces", "a cláusula mudou desde então", "la clause a changé depuis"),
    "reading_heading": ("only the clause's heading was read", "solo se leyó el título de la cláusula", "só o título da cláusula foi lido", "seul le titre de la clause a été lu"),
    "reading_unverified": ("clause not verified", "cláusula sin verificar", "cláusula não verificada", "clause non vérifiée"),
    "reading_proposal": ("proposal of this ruleset", "propuesta de este reglamento", "proposta deste regulamento", "proposition de ce recueil"),
    "shall": ("shall", "debe", "deve", "doit"),
    "should": ("should", "debería", "deveria", "devrait"),
    "may": ("may", "puede", "pode", "peut"),
    "law": ("law", "ley", "lei", "loi"),
    "treaty": ("treaty", "tratado", "tratado", "traité"),
    "standard": ("standard", "norma", "norma", "norme"),
    "guidance": ("guidance", "guía", "orientação", "recommandation"),
    "programme": ("programme", "programa", "programa", "programme"),
    "practice": ("practice", "práctica", "prática", "pratique"),
    "questions": ("Next questions", "Próximas preguntas", "Próximas perguntas", "Prochaines questions"),
    "questions_settle": (
        "These {count} settle {settled} of {open} open findings.",
        "Estas {count} resuelven {settled} de {open} hallazgos abiertos.",
        "Estas {count} resolvem {settled} de {open} achados em aberto.",
        "Ces {count} règlent {settled} des {open} constats ouverts.",
    ),
    "question_settles_alone": (
        "It settles {settled} of {open} open findings.",
        "Resuelve {settled} de {open} hallazgos abiertos.",
        "Resolve {settled} de {open} achados em aberto.",
        "Elle règle {settled} des {open} constats ouverts.",
    ),
    "question_settles": ("settles {count}", "resuelve {count}", "resolve {count}", "en règle {count}"),
    "question_settles_with": (
        "with those above: {count}",
        "con las anteriores: {count}",
        "com as anteriores: {count}",
        "avec les précédentes : {count}",
    ),
    "question_helps": ("helps, with others", "ayuda, junto con otras", "ajuda, com outras", "aide, avec d'autres"),
    "may_show_gaps": ("may show {count} gaps", "puede mostrar {count} brechas", "pode mostrar {count} lacunas", "peut révéler {count} lacunes"),
    "may_show_gap": ("may show 1 gap", "puede mostrar 1 brecha", "pode mostrar 1 lacuna", "peut révéler 1 lacune"),
    "remarks": ("Notes on the plan", "Notas sobre el plan", "Notas sobre o plano", "Notes sur le plan"),
    "ignored": ("Ignored", "Ignorado", "Ignorado", "Ignoré"),
    "unusable": ("Could not be used", "No se pudo usar", "Não pôde ser usado", "Inutilisable"),
    "disputed": ("Sources disagree", "Las fuentes discrepan", "As fontes divergem", "Les sources se contredisent"),
    "imprecise": ("Imprecise", "Impreciso", "Impreciso", "Imprécis"),
    "other_remarks": ("Other notes", "Otras notas", "Outras notas", "Autres notes"),
    "guessed": ("Rests on a guess", "Se apoya en una conjetura", "Apoia-se numa suposição", "Repose sur une supposition"),
    "defaulted": ("Rests on a default", "Se apoya en un valor por omisión", "Apoia-se num valor por omissão", "Repose sur une valeur par défaut"),
    "vacuous": ("Met only because a list is empty", "Cumple solo porque una lista está vacía", "Cumpre só porque uma lista está vazia", "Satisfait seulement parce qu'une liste est vide"),
    "one_more_place": ("and at 1 more place", "y en 1 lugar más", "e em mais 1 lugar", "et à 1 autre endroit"),
    "more_places": ("and at {count} more places", "y en {count} lugares más", "e em mais {count} lugares", "et à {count} autres endroits"),
    "more_rows": ("{count} more", "{count} más", "mais {count}", "{count} de plus"),
    "line": ("line {line}", "línea {line}", "linha {line}", "ligne {line}"),
    "plan": ("plan", "plan", "plano", "plan"),
    "rows": ("{count} rows", "{count} filas", "{count} linhas", "{count} lignes"),
    "all_requirements": ("All {count} requirements", "Los {count} requisitos", "Os {count} requisitos", "Les {count} exigences"),
    "failed": ("could not be read", "no se pudo leer", "não pôde ser lido", "n'a pas pu être lu"),
    "requirement": ("requirement", "requisito", "requisito", "exigence"),
    "source": ("source", "fuente", "fonte", "source"),
    "why": ("Why", "Por qué", "Por quê", "Pourquoi"),
    "holds": ("holds", "se cumple", "cumpre-se", "vrai"),
    "fails": ("fails", "no se cumple", "não se cumpre", "faux"),
    "not_owed": ("not owed", "no exigido", "não exigido", "non dû"),
    "not_stated": ("not stated", "no consta", "não consta", "non indiqué"),
    "may_be_more": ("there may be more", "puede haber más", "pode haver mais", "il peut y en avoir plus"),
    "not_known": ("not known", "no se sabe", "não se sabe", "inconnu"),
    "withheld": ("withheld", "reservado", "reservado", "non communiqué"),
    "claimed_not_applicable": ("said not to apply", "dicen que no se aplica", "dizem que não se aplica", "dit sans objet"),
    "invalid": ("not usable", "no utilizable", "não utilizável", "inutilisable"),
    "ambiguous": ("ambiguous", "ambiguo", "ambíguo", "ambigu"),
    "not_computable": ("cannot be computed", "no se puede calcular", "não se pode calcular", "incalculable"),
    "none": ("there is none", "no hay", "não há", "il n’y en a pas"),
    "of_the_whole": ("gap", "brecha", "lacuna", "lacune"),
}
# fmt: on

Words = Mapping[str, str]


def words(language: str) -> Words:
    """The words of a language; English where it is none of the four."""
    place = _LANGUAGES.index(language) if language in _LANGUAGES else 0
    return {word: texts[place] for word, texts in _TABLE.items()}


def percent(share: float, language: str) -> str:
    """A share as whole percent; never 0 or 100 unless it is."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        whole = 1
    if whole == 100 and share < 1:
        whole = 99
    return f"{whole}%" if language not in ("es", "fr") else f"{whole} %"


def more_places(count: int, say: Words) -> str:
    return say["one_more_place"] if count == 1 else say["more_places"].format(count=count)


def spoken(code: str | None) -> str:
    """A code of the ruleset (a theme, a place) as words: private_sector -> private sector."""
    return (code or "").replace("_", " ")
