"""The view's own words in four languages. Texts of rulesets are the engine's; codes (verdicts, ids, places) stay as they are."""

from __future__ import annotations

import re
from functools import cache

from brecha.languages import LANGUAGES

# word: English, Spanish, Portuguese, French. {…} is filled in.
# fmt: off
_TABLE: dict[str, tuple[str, str, str, str]] = {
    "as_of": ("as of", "al", "em", "au"),
    "with": ("with", "con", "com", "avec"),
    "assessment": ("assessment", "evaluación", "avaliação", "évaluation"),
    "judged": (
        "{judged} of {requirements} {requirements|requirement|requirements} could be judged",
        "{judged|Se pudo|Se pudieron} juzgar {judged} de {requirements} {requirements|requisito|requisitos}",
        "Foi possível julgar {judged} de {requirements} {requirements|requisito|requisitos}",
        "{judged} {judged|exigence|exigences} sur {requirements} {judged|a pu être jugée|ont pu être jugées}",
    ),
    "no_gap": (
        "no gap found among them",
        "sin brechas entre ellos",
        "sem lacunas entre eles",
        "aucune lacune parmi elles",
    ),
    "gap_count": (
        "{count} {count|of them has a gap|of them have gaps}",
        "{count} {count|tiene|tienen} brechas",
        "{count} {count|tem|têm} lacunas",
        "{count} {count|présente|présentent} des lacunes",
    ),
    "interval": (
        "met: {lowest} at worst, {highest} at best",
        "cumplido: {lowest} en el peor caso, {highest} en el mejor",
        "cumprido: {lowest} no pior caso, {highest} no melhor",
        "satisfait : {lowest} au pire, {highest} au mieux",
    ),
    "none_applies": ("no requirement applies", "ningún requisito se aplica", "nenhum requisito se aplica", "aucune exigence ne s'applique"),
    "weakened": (
        "{count} {count|requirement is|requirements are} weakened by an overlay",
        "{count} {count|requisito debilitado|requisitos debilitados} por una adaptación",
        "{count} {count|requisito enfraquecido|requisitos enfraquecidos} por uma adaptação",
        "{count} {count|exigence affaiblie|exigences affaiblies} par une adaptation",
    ),
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
    "gaps": ("Gaps, the gravest first", "Brechas, las más graves primero", "Lacunas, as mais graves primeiro", "Lacunes, les plus graves d'abord"),
    "no_gaps": ("No gap was found.", "No se encontró ninguna brecha.", "Nenhuma lacuna foi encontrada.", "Aucune lacune n'a été trouvée."),
    "no_gaps_open": (
        "No gap was found; {count} {count|requirement is|requirements are} open.",
        "No se encontró ninguna brecha; {count} {count|requisito está abierto|requisitos están abiertos}.",
        "Nenhuma lacuna foi encontrada; {count} {count|requisito está|requisitos estão} em aberto.",
        "Aucune lacune n'a été trouvée ; {count} {count|exigence reste ouverte|exigences restent ouvertes}.",
    ),
    "remedy": ("remedy", "remedio", "remédio", "remède"),
    "more_subjects": (
        "and {count} more",
        "y {count} más",
        "e mais {count}",
        "et {count} de plus",
    ),
    "waits": ("waits for this", "espera a esto", "espera por isto", "attend ceci"),
    "wait_for_this": (
        "{count} more {count|requirement waits|requirements wait} for this",
        "{count} {count|requisito más espera|requisitos más esperan} a esto",
        "mais {count} {count|requisito espera|requisitos esperam} por isto",
        "{count} {count|autre exigence attend|autres exigences attendent} ceci",
    ),
    "training": ("training", "capacitación", "capacitação", "formation"),
    "in_part": ("in part", "en parte", "em parte", "en partie"),
    "waived": ("waived until {date}", "dispensado hasta {date}", "dispensado até {date}", "dispensé jusqu'au {date}"),
    "stale": ("the clause has changed since", "la cláusula cambió desde entonces", "a cláusula mudou desde então", "la clause a changé depuis"),
    "reading_heading": ("only the clause's heading was read", "solo se leyó el título de la cláusula", "só o título da cláusula foi lido", "seul le titre de la clause a été lu"),
    "reading_unverified": ("clause not verified", "cláusula sin verificar", "cláusula não verificada", "clause non vérifiée"),
    "reading_inferred": ("duty inferred from what was done", "deber inferido de lo que se hizo", "dever inferido do que foi feito", "obligation déduite de ce qui a été fait"),
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
        "{count|Its answer settles|The answers to these {count} settle} {settled} of {open} open {open|finding|findings}.",
        "{count|Su respuesta resuelve|Las respuestas a estas {count} resuelven} {settled} de {open} {open|hallazgo abierto|hallazgos abiertos}.",
        "{count|A sua resposta resolve|As respostas a estas {count} resolvem} {settled} de {open} {open|achado em aberto|achados em aberto}.",
        "{count|Sa réponse règle|Les réponses à ces {count} règlent} {settled} des {open} {open|constat ouvert|constats ouverts}.",
    ),
    "question_settles": (
        "settles {count} {count|finding|findings}",
        "resuelve {count} {count|hallazgo|hallazgos}",
        "resolve {count} {count|achado|achados}",
        "règle {count} {count|constat|constats}",
    ),
    "question_settles_with": (
        "with those above: {count}",
        "con las anteriores: {count}",
        "com as anteriores: {count}",
        "avec les précédentes : {count}",
    ),
    "question_helps": ("helps, with others", "ayuda, junto con otras", "ajuda, com outras", "aide, avec d'autres"),
    "may_show_gaps": (
        "may show gaps in {count} {count|finding|findings}",
        "puede mostrar brechas en {count} {count|hallazgo|hallazgos}",
        "pode mostrar lacunas em {count} {count|achado|achados}",
        "peut révéler des lacunes dans {count} {count|constat|constats}",
    ),
    "remarks": ("Notes on the plan", "Notas sobre el plan", "Notas sobre o plano", "Notes sur le plan"),
    "ignored": ("Ignored", "Ignorado", "Ignorado", "Ignoré"),
    "unusable": ("Could not be used", "No se pudo usar", "Não pôde ser usado", "Inutilisable"),
    "disputed": ("Sources disagree", "Las fuentes discrepan", "As fontes divergem", "Les sources se contredisent"),
    "imprecise": ("Imprecise", "Impreciso", "Impreciso", "Imprécis"),
    "other_remarks": ("Other notes", "Otras notas", "Outras notas", "Autres notes"),
    "guessed": ("Rests on a guess", "Se apoya en una conjetura", "Apoia-se numa suposição", "Repose sur une supposition"),
    "defaulted": ("Rests on a default", "Se apoya en un valor por omisión", "Apoia-se num valor por omissão", "Repose sur une valeur par défaut"),
    "vacuous": ("Met only because a list is empty", "Cumple solo porque una lista está vacía", "Cumpre só porque uma lista está vazia", "Satisfait seulement parce qu'une liste est vide"),
    "more_places": (
        "and at {count} more {count|place|places}",
        "y en {count} {count|lugar|lugares} más",
        "e em mais {count} {count|lugar|lugares}",
        "et à {count} {count|autre endroit|autres endroits}",
    ),
    "more_rows": ("{count} more", "{count} más", "mais {count}", "{count} de plus"),
    "all_used": ("Nothing in it was left unused.", "Se pudo usar todo.", "Tudo pôde ser usado.", "Tout a pu être utilisé."),
    "line": ("line {line}", "línea {line}", "linha {line}", "ligne {line}"),
    "plan": ("plan", "plan", "plano", "plan"),
    "all_requirements": (
        "All requirements ({count})",
        "Todos los requisitos ({count})",
        "Todos os requisitos ({count})",
        "Toutes les exigences ({count})",
    ),
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
    "one_answer": (
        "One answer can decide {count} {count|requirement|requirements}",
        "Una sola respuesta puede decidir {count} {count|requisito|requisitos}",
        "Uma única resposta pode decidir {count} {count|requisito|requisitos}",
        "Une seule réponse peut décider de {count} {count|exigence|exigences}",
    ),
    "gaps_order": (
        "By theme, the one with the gravest gap first. In each: what shall be before what should be, then by the standing of the source, then by how many remedies wait for it.",
        "Por tema, primero el de la brecha más grave. En cada uno: lo que debe hacerse antes que lo que debería, después según el rango de la fuente y cuántos remedios la esperan.",
        "Por tema, primeiro o da lacuna mais grave. Em cada um: o que deve ser feito antes do que deveria, depois conforme a força da fonte e quantos remédios esperam por ela.",
        "Par thème, d'abord celui de la lacune la plus grave. Dans chacun : ce qui doit être fait avant ce qui devrait l'être, puis selon le rang de la source et le nombre de remèdes qui l'attendent.",
    ),
    "gaps_order_flat": (
        "What shall be stands before what should be, then by the standing of the source, then by how many remedies wait for it.",
        "Primero lo que debe hacerse, luego lo que debería; después según el rango de la fuente y cuántos remedios la esperan.",
        "Primeiro o que deve ser feito, depois o que deveria; em seguida conforme a força da fonte e quantos remédios esperam por ela.",
        "D'abord ce qui doit être fait, puis ce qui devrait l'être ; ensuite selon le rang de la source et le nombre de remèdes qui l'attendent.",
    ),
    "gaps_counted": (
        "{shown} of {all} {all|finding that is a gap|findings that are gaps}, in {requirements} {requirements|requirement|requirements}",
        "{shown} de {all} {all|hallazgo con brecha|hallazgos con brecha}, en {requirements} {requirements|requisito|requisitos}",
        "{shown} de {all} {all|achado com lacuna|achados com lacuna}, em {requirements} {requirements|requisito|requisitos}",
        "{shown} {all|constat sur {all} qui est une lacune|constats sur {all} qui sont des lacunes}, dans {requirements} {requirements|exigence|exigences}",
    ),
    "questions_counted": (
        "{shown} of {all} {all|question|questions}",
        "{shown} de {all} {all|pregunta|preguntas}",
        "{shown} de {all} {all|pergunta|perguntas}",
        "{shown} {all|question sur {all}|questions sur {all}}",
    ),
    "requirements_counted": (
        "{shown} of {all} {all|requirement|requirements}",
        "{shown} de {all} {all|requisito|requisitos}",
        "{shown} de {all} {all|requisito|requisitos}",
        "{shown} {all|exigence sur {all}|exigences sur {all}}",
    ),
    "instruments_counted": (
        "{shown} of {all} {all|instrument|instruments}",
        "{shown} de {all} {all|instrumento|instrumentos}",
        "{shown} de {all} {all|instrumento|instrumentos}",
        "{shown} {all|instrument sur {all}|instruments sur {all}}",
    ),
    "remarks_counted": (
        "{shown} of {all} {all|note|notes}",
        "{shown} de {all} {all|nota|notas}",
        "{shown} de {all} {all|nota|notas}",
        "{shown} {all|note sur {all}|notes sur {all}}",
    ),
    "requirements_wait": (
        "{count} {count|requirement waits|requirements wait} for the answer",
        "{count} {count|requisito espera|requisitos esperan} la respuesta",
        "{count} {count|requisito espera|requisitos esperam} a resposta",
        "{count} {count|exigence attend|exigences attendent} la réponse",
    ),
    "waits_for_question": (
        "open until question {rank} is answered",
        "abierto hasta que se responda la pregunta {rank}",
        "em aberto até que se responda a pergunta {rank}",
        "ouvert tant que la question {rank} est sans réponse",
    ),
    "choices": (
        "choices",
        "opciones",
        "opções",
        "choix",
    ),
    "instruments": (
        "Instruments",
        "Instrumentos",
        "Instrumentos",
        "Instruments",
    ),
    "number_gap": (
        "number of a gap",
        "número de una brecha",
        "número de uma lacuna",
        "numéro d'une lacune",
    ),
    "number_partly": (
        "number of a gap in part",
        "número de una brecha parcial",
        "número de uma lacuna parcial",
        "numéro d'une lacune partielle",
    ),
    "settled_here": (
        "settled by this answer",
        "resuelto con esta respuesta",
        "resolvido com esta resposta",
        "réglé par cette réponse",
    ),
    "settled_before": (
        "by those above",
        "con las anteriores",
        "com as anteriores",
        "par les précédentes",
    ),
    "still_open": (
        "still open",
        "aún abierto",
        "ainda em aberto",
        "encore ouvert",
    ),
    "rests_on": (
        "rests on",
        "se apoya en",
        "apoia-se em",
        "repose sur",
    ),
    "verdict": (
        "verdict",
        "veredicto",
        "veredito",
        "verdict",
    ),
    "from_to": (
        "from – to",
        "de – a",
        "de – a",
        "de – à",
    ),
    "judged_head": (
        "judged",
        "juzgados",
        "julgados",
        "jugées",
    ),
    "requirements_head": (
        "requirements",
        "requisitos",
        "requisitos",
        "exigences",
    ),
    "gaps_head": (
        "gaps",
        "brechas",
        "lacunas",
        "lacunes",
    ),
    "reason_holds": (
        "what is asked for is there",
        "consta lo que se pide",
        "consta o que se pede",
        "ce qui est demandé y figure",
    ),
    "reason_vacuous": (
        "the list it speaks of is empty",
        "la lista de la que trata está vacía",
        "a lista de que trata está vazia",
        "la liste dont il s'agit est vide",
    ),
    "reason_contradicted": (
        "what the plan says goes against it",
        "lo que dice el plan lo contradice",
        "o que o plano diz o contradiz",
        "ce que dit le plan le contredit",
    ),
    "reason_silent": (
        "the plan does not say",
        "el plan no lo dice",
        "o plano não o diz",
        "le plan ne le dit pas",
    ),
    "reason_when_unknown": (
        "whether it applies is open",
        "no se sabe si se aplica",
        "não se sabe se se aplica",
        "on ne sait pas s'il s'applique",
    ),
    "reason_when_no": (
        "its condition does not hold",
        "no se da su condición",
        "a sua condição não se verifica",
        "sa condition n'est pas remplie",
    ),
    "reason_no_subjects": (
        "the plan has nothing that it speaks of",
        "el plan no tiene nada de lo que trata",
        "o plano não tem nada daquilo de que trata",
        "le plan n'a rien de ce dont il s'agit",
    ),
    "reason_none_there": (
        "the plan has nothing that it speaks of",
        "el plan no tiene nada de lo que trata",
        "o plano não tem nada daquilo de que trata",
        "le plan n'a rien de ce dont il s'agit",
    ),
    "reason_not_owed": (
        "it is not asked for here",
        "aquí no se exige",
        "aqui não se exige",
        "il n'est pas exigé ici",
    ),
    "reason_not_yet_due": (
        "it is not yet due",
        "aún no vence el plazo",
        "o prazo ainda não venceu",
        "l'échéance n'est pas encore passée",
    ),
    "not_computable": (
        "cannot be computed",
        "no se puede calcular",
        "não se pode calcular",
        "ne peut pas être calculé",
    ),
    "why_imprecise": (
        "imprecise",
        "impreciso",
        "impreciso",
        "imprécis",
    ),
    "why_disputed": (
        "sources disagree",
        "las fuentes discrepan",
        "as fontes divergem",
        "les sources se contredisent",
    ),
    "yes": (
        "yes",
        "sí",
        "sim",
        "oui",
    ),
    "no": (
        "no",
        "no",
        "não",
        "non",
    ),
    "sheet_summary": (
        "Summary",
        "Resumen",
        "Resumo",
        "Résumé",
    ),
    "sheet_gaps": (
        "List of gaps",
        "Lista de brechas",
        "Lista de lacunas",
        "Liste des lacunes",
    ),
    "sheet_questions": (
        "Questions to answer",
        "Preguntas por responder",
        "Perguntas a responder",
        "Questions à remplir",
    ),
    "sheet_requirements": (
        "All requirements",
        "Todos los requisitos",
        "Todos os requisitos",
        "Toutes les exigences",
    ),
    "sheet_instruments": (
        "Instruments",
        "Instrumentos",
        "Instrumentos",
        "Instruments",
    ),
    "data_sheets": (
        "The sheets {names} hold the same as data: every row and column, with codes that are never translated.",
        "Las hojas {names} contienen lo mismo como datos: todas las filas y columnas, con códigos que no se traducen.",
        "As folhas {names} contêm o mesmo como dados: todas as linhas e colunas, com códigos que não se traduzem.",
        "Les feuilles {names} contiennent la même chose comme données : toutes les lignes et colonnes, avec des codes qui ne se traduisent pas.",
    ),
    "questions_to_fill": (
        "Write in the yellow columns. Leave an answer empty rather than guess, and say why it is empty.",
        "Escriba en las columnas amarillas. Deje vacía una respuesta antes que adivinar, e indique por qué está vacía.",
        "Escreva nas colunas amarelas. Deixe uma resposta vazia em vez de adivinhar e diga por que está vazia.",
        "Écrivez dans les colonnes jaunes. Laissez une réponse vide plutôt que de deviner, et dites pourquoi elle est vide.",
    ),
    "gap": (
        "gap",
        "brecha",
        "lacuna",
        "lacune",
    ),
    "subject": (
        "about",
        "sobre",
        "sobre",
        "concerne",
    ),
    "question": (
        "question",
        "pregunta",
        "pergunta",
        "question",
    ),
    "answer": (
        "answer",
        "respuesta",
        "resposta",
        "réponse",
    ),
    "no_answer": (
        "if no answer: why",
        "si no hay respuesta: por qué",
        "se não há resposta: por quê",
        "sans réponse : pourquoi",
    ),
    "do_not_know": (
        "do not know",
        "no se sabe",
        "não se sabe",
        "on ne sait pas",
    ),
    "there_is_none": (
        "there is none",
        "no hay",
        "não há",
        "il n'y en a pas",
    ),
    "does_not_apply_to_us": (
        "does not apply to us",
        "no se aplica a nosotros",
        "não se aplica a nós",
        "ne s'applique pas à nous",
    ),
    "cannot_be_shown": (
        "cannot be shown",
        "no se puede mostrar",
        "não pode ser mostrado",
        "ne peut être montré",
    ),
    "document": (
        "document",
        "documento",
        "documento",
        "document",
    ),
    "page": (
        "page",
        "página",
        "página",
        "page",
    ),
    "note_head": (
        "note",
        "nota",
        "nota",
        "note",
    ),
    "place": (
        "place in the plan",
        "lugar en el plan",
        "lugar no plano",
        "endroit du plan",
    ),
    "modality": (
        "force",
        "obligatoriedad",
        "obrigatoriedade",
        "force",
    ),
    "standing": (
        "standing",
        "rango",
        "força da fonte",
        "rang",
    ),
    "effort": (
        "effort",
        "esfuerzo",
        "esforço",
        "effort",
    ),
    "clause": (
        "clause",
        "cláusula",
        "cláusula",
        "clause",
    ),
    "title": (
        "title",
        "título",
        "título",
        "titre",
    ),
    "publisher": (
        "publisher",
        "editor",
        "editor",
        "éditeur",
    ),
    "date": (
        "date",
        "fecha",
        "data",
        "date",
    ),
    "address": (
        "address",
        "dirección",
        "endereço",
        "adresse",
    ),
    "reason": (
        "why so",
        "por qué",
        "por quê",
        "pourquoi",
    ),
    "after": (
        "comes after",
        "viene después de",
        "vem depois de",
        "vient après",
    ),
    "blocks": (
        "remedies that wait for it",
        "remedios que lo esperan",
        "remédios que esperam por ele",
        "remèdes qui l'attendent",
    ),
    "waiting_head": (
        "requirements that wait",
        "requisitos que esperan",
        "requisitos que esperam",
        "exigences qui attendent",
    ),
    "ruleset": (
        "ruleset",
        "reglamento",
        "regulamento",
        "recueil de règles",
    ),
    "country": (
        "country",
        "país",
        "país",
        "pays",
    ),
    "sheet_page": (
        "page {page} of {pages}",
        "página {page} de {pages}",
        "página {page} de {pages}",
        "page {page} sur {pages}",
    ),
    "colon": (": ", ": ", ": ", " : "),
}
# fmt: on


class Words:
    """The words of one language: `say["met"]`, and with holes filled `say("judged", judged=7, requirements=118)`.

    `{count}` is what is given as count; `{count|one|many}` is one of the two, by the number, and may hold holes itself.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        self._place = LANGUAGES.index(self.language)

    def __getitem__(self, word: str) -> str:
        return _TABLE[word][self._place]

    def get(self, word: str, otherwise: str) -> str:
        return self[word] if word in _TABLE else otherwise

    def __call__(self, word: str, **values: object) -> str:
        def filled(match: re.Match[str]) -> str:
            name, _, forms = match[1].partition("|")
            if not forms:
                return str(values[name])
            one, many = forms.split("|")
            return _SIMPLE.sub(filled, one if self.is_one(int(str(values[name]))) else many)

        return _HOLE.sub(filled, self[word])

    def is_one(self, count: int) -> bool:
        """Does the language say this number in the singular?"""
        return count == 1 or (count == 0 and self.language == "fr")


_SIMPLE = re.compile(r"\{(\w+)\}")
_HOLE = re.compile(r"\{((?:[^{}]|\{\w+\})*)\}")


@cache
def words(language: str) -> Words:
    """The words of a language; English where it is none of the four."""
    return Words(language)


def percent(share: float, language: str) -> str:
    """A share as whole percent; never 0 or 100 unless it is."""
    whole = round(share * 100)
    if whole == 0 and share > 0:
        whole = 1
    if whole == 100 and share < 1:
        whole = 99
    return f"{whole}%" if language not in ("es", "fr") else f"{whole}\u00a0%"


def spoken(code: str | None) -> str:
    """A code of the ruleset as words: private_sector -> private sector."""
    return (code or "").replace("_", " ")
