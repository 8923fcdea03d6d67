"""What stands in and beside the pictures, in four languages; verdicts and the like are those of the rich view."""

from __future__ import annotations

from functools import cache

from brecha.rich_view.words import WORDS
from brecha.wording import Words

# word: English, Spanish, Portuguese, French.
# fmt: off
PICTURE_WORDS: dict[str, tuple[str, str, str, str]] = {
    "picture_themes": ("Requirements by theme and verdict", "Requisitos por tema y veredicto", "Requisitos por tema e veredito", "Exigences par thème et verdict"),
    "picture_intervals": (
        "Share met: from the worst to the best that the open ones can turn out",
        "Proporción cumplida: de lo peor a lo mejor que puede resultar lo abierto",
        "Proporção cumprida: do pior ao melhor que o que está em aberto pode dar",
        "Part satisfaite : du pire au meilleur selon ce qui reste ouvert",
    ),
    "picture_questions": ("What the answers settle", "Lo que resuelven las respuestas", "O que as respostas resolvem", "Ce que règlent les réponses"),
    "picture_remedies": ("What closes the gaps, and how long it takes", "Lo que cierra las brechas y cuánto tiempo lleva", "O que fecha as lacunas e quanto tempo leva", "Ce qui comble les lacunes, et en combien de temps"),
    "picture_calendar": ("Dates, and the longest time that may lie between them", "Fechas, y el mayor tiempo que puede haber entre ellas", "Datas, e o maior tempo que pode haver entre elas", "Dates, et le plus long délai permis entre elles"),
    "picture_comparison": ("Before and after: how many findings went from which verdict to which", "Antes y después: cuántos hallazgos pasaron de qué veredicto a cuál", "Antes e depois: quantos achados passaram de que veredito a qual", "Avant et après : combien de constats sont passés de quel verdict à quel autre"),
    "all_themes": ("all themes", "todos los temas", "todos os temas", "tous les thèmes"),
    "at_worst": ("met at worst", "cumplido en el peor caso", "cumprido no pior caso", "satisfait au pire"),
    "may_be_met": ("open: may be met", "abierto: puede cumplirse", "em aberto: pode cumprir-se", "ouvert : peut être satisfait"),
    "share_judged": ("share that could be judged", "proporción que se pudo juzgar", "proporção que se pôde julgar", "part qui a pu être jugée"),
    "theme_interval": (
        "{name}: {lowest} at worst, {highest} at best, {judged} judged",
        "{name}: {lowest} en el peor caso, {highest} en el mejor, {judged} juzgado",
        "{name}: {lowest} no pior caso, {highest} no melhor, {judged} julgado",
        "{name} : {lowest} au pire, {highest} au mieux, {judged} jugé",
    ),
    "findings_settled": ("findings settled", "hallazgos resueltos", "achados resolvidos", "constats réglés"),
    "no_questions": ("There is nothing to ask.", "No hay nada que preguntar.", "Não há nada a perguntar.", "Il n'y a rien à demander."),
    "stair": (
        "{rank}. {question} {settled} of {open} settled",
        "{rank}. {question} Resueltos {settled} de {open}",
        "{rank}. {question} Resolvidos {settled} de {open}",
        "{rank}. {question} {settled} réglés sur {open}",
    ),
    "effort_axis": ("effort, in days", "esfuerzo, en días", "esforço, em dias", "effort, en jours"),
    "effort_unsaid": ("effort not stated", "esfuerzo no indicado", "esforço não indicado", "effort non indiqué"),
    "closes": (
        "closes {count} {count|gap|gaps}",
        "cierra {count} {count|brecha|brechas}",
        "fecha {count} {count|lacuna|lacunas}",
        "comble {count} {count|lacune|lacunes}",
    ),
    "more_left_out": (
        "{count} more {count|is|are} not drawn.",
        "{count} más no {count|se dibuja|se dibujan}.",
        "Mais {count} não {count|está desenhada|estão desenhadas}.",
        "{count} de plus {count|n'est pas dessinée|ne sont pas dessinées}.",
    ),
    "held": ("date in the plan", "fecha en el plan", "data no plano", "date dans le plan"),
    "allowed": ("time allowed", "tiempo permitido", "tempo permitido", "délai permis"),
    "too_long": ("longer than allowed", "más de lo permitido", "mais do que o permitido", "plus que permis"),
    "due": ("next due", "próximo vencimiento", "próximo prazo", "prochaine échéance"),
    "day_assessed": ("assessed for", "evaluado al", "avaliado em", "évalué au"),
    "calendar_row": (
        "{title}: {dates}; at most {allowed} apart",
        "{title}: {dates}; como máximo {allowed} entre sí",
        "{title}: {dates}; no máximo {allowed} entre si",
        "{title} : {dates} ; au plus {allowed} d'écart",
    ),
    "months": ("{count} {count|month|months}", "{count} {count|mes|meses}", "{count} {count|mês|meses}", "{count} mois"),
    "days": ("{count} {count|day|days}", "{count} {count|día|días}", "{count} {count|dia|dias}", "{count} {count|jour|jours}"),
    "undated": (
        "{count} without a date",
        "{count} sin fecha",
        "{count} sem data",
        "{count} sans date",
    ),
    "no_dates": ("no date", "ninguna fecha", "nenhuma data", "aucune date"),
    "calendar_stretch": (
        "{start} to {end} is longer than allowed",
        "del {start} al {end} hay más de lo permitido",
        "de {start} a {end} há mais do que o permitido",
        "du {start} au {end}, plus que permis",
    ),
    "calendar_next": ("next due by {date}", "el próximo vence el {date}", "o próximo vence em {date}", "le prochain est dû au {date}"),
    "calendar_unknown": (
        "whether it is kept is open",
        "no se sabe si se respeta",
        "não se sabe se é respeitado",
        "on ne sait pas s'il est respecté",
    ),
}
# fmt: on


@cache
def picture_words(language: str) -> Words:
    """The words of the rich view and those of the pictures."""
    return Words({**WORDS, **PICTURE_WORDS}, language)
