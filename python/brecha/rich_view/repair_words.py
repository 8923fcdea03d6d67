"""The words of repairs, in four languages."""

from __future__ import annotations

from functools import cache

from brecha.rich_view.work_words import WORK_WORDS
from brecha.rich_view.words import WORDS
from brecha.wording import Words

# word: English, Spanish, Portuguese, French.
# fmt: off
REPAIR_WORDS: dict[str, tuple[str, str, str, str]] = {
    "repairs": ("What would close the gaps", "Lo que cerraría las brechas", "O que fecharia as lacunas", "Ce qui comblerait les lacunes"),
    "repairs_found": (
        "{gaps} {gaps|gap|gaps} can be closed",
        "{gaps} {gaps|brecha puede cerrarse|brechas pueden cerrarse}",
        "{gaps} {gaps|lacuna pode ser fechada|lacunas podem ser fechadas}",
        "{gaps} {gaps|lacune peut être comblée|lacunes peuvent être comblées}",
    ),
    "repairs_not_found": (
        "for {count} no repair was found",
        "para {count} no se encontró reparación",
        "para {count} não se encontrou reparo",
        "pour {count}, aucune réparation n'a été trouvée",
    ),
    "repairs_nothing": ("There is no gap to close.", "No hay brecha que cerrar.", "Não há lacuna a fechar.", "Il n'y a pas de lacune à combler."),
    "repairs_tried": (
        "Each was made in the plan and assessed again. What is new in it is for people to make true.",
        "Cada una se hizo en el plan y se evaluó de nuevo. Lo nuevo han de hacerlo cierto las personas.",
        "Cada um foi feito no plano e avaliado de novo. O que há de novo, cabe às pessoas torná-lo verdadeiro.",
        "Chacune a été faite dans le plan, qui a été évalué de nouveau. Ce qu'elle a de nouveau, c'est aux personnes de le rendre vrai.",
    ),
    "repairs_stopped": (
        "The search stopped early: something cheaper, or something where nothing was found, is not ruled out.",
        "La búsqueda terminó antes de tiempo: no se descarta algo más barato, ni algo donde no se encontró nada.",
        "A busca parou antes do fim: não se exclui algo mais barato, nem algo onde nada se encontrou.",
        "La recherche s'est arrêtée avant la fin : quelque chose de moins coûteux, ou là où rien n'a été trouvé, n'est pas exclu.",
    ),
    "repair_effort": (
        "by the rules the work takes {count} {count|day|days}",
        "según las reglas, el trabajo lleva {count} {count|día|días}",
        "segundo as regras, o trabalho leva {count} {count|dia|dias}",
        "selon les règles, le travail prend {count} {count|jour|jours}",
    ),
    "repair_or": ("or", "o bien", "ou", "ou bien"),
    "repair_state": ("State {what}: {value}", "Indique {what}: {value}", "Informe {what}: {value}", "Indiquez {what} : {value}"),
    "repair_add": ("Add to {what}: {value}", "Agregue a {what}: {value}", "Acrescente a {what}: {value}", "Ajoutez à {what} : {value}"),
    "repair_change": (
        "Change {what} from {before} to {value}",
        "Cambie {what} de {before} a {value}",
        "Mude {what} de {before} para {value}",
        "Changez {what} de {before} en {value}",
    ),
    "repair_close": (
        "Confirm that there is nothing else: {what}",
        "Confirme que no hay nada más: {what}",
        "Confirme que não há mais nada: {what}",
        "Confirmez qu'il n'y a rien d'autre : {what}",
    ),
    "repair_judge": ("Have a person judge this", "Pida que una persona lo juzgue", "Peça que uma pessoa o julgue", "Faites-en juger une personne"),
    "repair_take_away": (
        "Take away from {what}: {value}",
        "Quite de {what}: {value}",
        "Retire de {what}: {value}",
        "Retirez de {what} : {value}",
    ),
    "repair_new": ("a new one", "uno nuevo", "um novo", "un nouvel élément"),
    "repair_new_with": ("a new one, {with}", "uno nuevo, {with}", "um novo, {with}", "un nouvel élément, {with}"),
    "blank_text": ("to be written", "por escribir", "a escrever", "à écrire"),
    "blank_between": ("{lowest} to {highest}", "de {lowest} a {highest}", "de {lowest} a {highest}", "de {lowest} à {highest}"),
    "blank_from": ("{lowest} or more", "{lowest} o más", "{lowest} ou mais", "{lowest} ou plus"),
    "blank_to": ("at most {highest}", "a lo sumo {highest}", "no máximo {highest}", "au plus {highest}"),
    "blank_from_day": ("{lowest} or later", "{lowest} o después", "{lowest} ou depois", "{lowest} ou plus tard"),
    "blank_to_day": ("{highest} or earlier", "{highest} o antes", "{highest} ou antes", "{highest} ou plus tôt"),
    "blank_any": ("to be filled in", "por llenar", "a preencher", "à remplir"),
    "also_closes": ("also closes", "cierra también", "fecha também", "comble aussi"),
    "then_open": (
        "{count} {count|finding is|findings are} open then",
        "{count} {count|resultado queda abierto|resultados quedan abiertos} entonces",
        "{count} {count|resultado fica aberto|resultados ficam abertos} então",
        "{count} {count|constat reste alors ouvert|constats restent alors ouverts}",
    ),
    "then_worse": ("gets worse", "empeora", "piora", "s'aggrave"),
    "perhaps_not_least": ("perhaps not the least", "quizá no la menor", "talvez não o menor", "peut-être pas la moindre"),
    "without_repair": ("No repair was found", "No se encontró reparación", "Não se encontrou reparo", "Aucune réparation trouvée"),
    "without_judged": (
        "a person's judgement stands against it",
        "el juicio de una persona lo contradice",
        "o juízo de uma pessoa o contradiz",
        "le jugement d'une personne s'y oppose",
    ),
    "without_facts": (
        "only by changing what the plan states as a fact",
        "solo cambiando lo que el plan afirma como hecho",
        "só mudando o que o plano afirma como fato",
        "seulement en changeant ce que le plan affirme comme un fait",
    ),
    "without_stopped": (
        "not found before the search stopped",
        "no se encontró antes de que terminara la búsqueda",
        "não se encontrou antes de a busca parar",
        "rien trouvé avant l'arrêt de la recherche",
    ),
    "without_none": (
        "nothing in the plan would do it",
        "nada en el plan lo lograría",
        "nada no plano o conseguiria",
        "rien dans le plan n'y suffirait",
    ),
}
# fmt: on


@cache
def repair_words(language: str) -> Words:
    """The words in one language, with those of the other pictures."""
    return Words({**WORDS, **WORK_WORDS, **REPAIR_WORDS}, language)
