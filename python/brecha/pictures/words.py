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
    "picture_timeline": (
        "Protocol and procedure: when each step may run, and what its limits leave or lack",
        "Protocolo y procedimiento: cuándo puede transcurrir cada paso, y cuánto margen dejan sus plazos",
        "Protocolo e procedimento: quando cada passo pode decorrer, e que folga deixam os seus prazos",
        "Protocole et procédure : quand chaque étape peut se dérouler, et quelle marge laissent les délais",
    ),
    "runs_shortest": ("as short as stated", "lo más breve indicado", "o mais breve indicado", "au plus court"),
    "took_place": ("as it took place", "como tuvo lugar", "como ocorreu", "tel que cela s'est déroulé"),
    "end_not_dated": ("end not dated", "fin sin fecha", "fim sem data", "fin sans date"),
    "still_in_time": ("can still be in time", "aún puede ser a tiempo", "ainda pode ser a tempo", "peut encore être à temps"),
    "overdue": ("late until today", "con retraso hasta hoy", "em atraso até hoje", "en retard jusqu'à ce jour"),
    "assessed_on": ("day of the assessment", "día de la evaluación", "dia da avaliação", "jour de l'évaluation"),
    "may_run_until": ("may last until", "puede durar hasta", "pode durar até", "peut durer jusqu'à"),
    "until_at_most": ("until {length} at most", "hasta {length} como máximo", "até {length} no máximo", "jusqu'à {length} au plus"),
    "end_open": ("latest end not stated", "fin máximo no indicado", "fim máximo não indicado", "fin au plus tard non indiquée"),
    "length_open": ("open: lengths are not stated", "abierto: faltan duraciones", "em aberto: faltam durações", "ouvert : des durées manquent"),
    "step_missing": ("no step of the plan does it", "ningún paso del plan lo realiza", "nenhum passo do plano o realiza", "aucune étape du plan ne l'accomplit"),
    "not_happened": ("no date", "sin fecha", "sem data", "sans date"),
    "asked_within": ("{then} within {length} after {first}", "{then} dentro de {length} después de {first}", "{then} dentro de {length} depois de {first}", "{then} sous {length} après {first}"),
    "asked_limit": ("{first} to {then} within {length}", "de {first} a {then} dentro de {length}", "de {first} a {then} dentro de {length}", "de {first} à {then} sous {length}"),
    "asked_at_least": ("{first} to {then}: at least {length}", "de {first} a {then}: al menos {length}", "de {first} a {then}: pelo menos {length}", "de {first} à {then} : au moins {length}"),
    "to_spare": ("{reached}, {length} to spare", "{reached}, con {length} de margen", "{reached}, com {length} de folga", "{reached}, {length} de marge"),
    "too_long_by": ("{reached}, {length} too long", "{reached}, {length} de más", "{reached}, {length} a mais", "{reached}, {length} de trop"),
    "too_short_by": ("{reached}, {length} too short", "{reached}, faltan {length}", "{reached}, faltam {length}", "{reached}, il manque {length}"),
    "too_long_or_short": ("too long or too short", "demasiado o demasiado poco", "demais ou de menos", "trop long ou trop court"),
    "part_never": ("never before", "nunca antes de", "nunca antes de", "jamais avant"),
    "part_separate": ("kept apart ({roles})", "separados ({roles})", "separados ({roles})", "séparés ({roles})"),
    "part_runs": ("the procedure can be carried out", "el procedimiento puede llevarse a cabo", "o procedimento pode ser realizado", "la procédure peut être exécutée"),
    "part_there": ("there", "está previsto", "está previsto", "prévue"),
    "part_by": ("role", "rol", "papel", "rôle"),
    "part_to": ("handed over", "entrega", "entrega", "remise"),
    "part_every": ("repetition", "repetición", "repetição", "répétition"),
    "part_after": ("after", "después de", "depois de", "après"),
    "part_before": ("before", "antes de", "antes de", "avant"),
    "part_lasts": ("length", "duración", "duração", "durée"),
    "part_during": ("during", "durante", "durante", "pendant"),
    "axis_seconds": ("seconds from the start", "segundos desde el inicio", "segundos desde o início", "secondes depuis le début"),
    "axis_minutes": ("minutes from the start", "minutos desde el inicio", "minutos desde o início", "minutes depuis le début"),
    "axis_hours": ("hours from the start", "horas desde el inicio", "horas desde o início", "heures depuis le début"),
    "axis_days": ("days from the start", "días desde el inicio", "dias desde o início", "jours depuis le début"),
    "axis_weeks": ("weeks from the start", "semanas desde el inicio", "semanas desde o início", "semaines depuis le début"),
    "working_days": (
        "{count} {count|working day|working days}",
        "{count} {count|día hábil|días hábiles}",
        "{count} {count|dia útil|dias úteis}",
        "{count} {count|jour ouvrable|jours ouvrables}",
    ),
    "weeks": ("{count} {count|week|weeks}", "{count} {count|semana|semanas}", "{count} {count|semana|semanas}", "{count} {count|semaine|semaines}"),
    "hours": ("{count} {count|hour|hours}", "{count} {count|hora|horas}", "{count} {count|hora|horas}", "{count} {count|heure|heures}"),
    "minutes": ("{count} {count|minute|minutes}", "{count} {count|minuto|minutos}", "{count} {count|minuto|minutos}", "{count} {count|minute|minutes}"),
    "seconds": ("{count} {count|second|seconds}", "{count} {count|segundo|segundos}", "{count} {count|segundo|segundos}", "{count} {count|seconde|secondes}"),
}
# fmt: on


@cache
def picture_words(language: str) -> Words:
    """The words of the rich view and those of the pictures."""
    return Words({**WORDS, **PICTURE_WORDS}, language)
