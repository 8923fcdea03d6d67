"""The words of what follows a report, in four languages: comparison, roadmap, portfolio, statement of applicability, verification."""

from __future__ import annotations

from functools import cache

from brecha.rich_view.words import WORDS
from brecha.wording import Words

# word: English, Spanish, Portuguese, French.
# fmt: off
WORK_WORDS: dict[str, tuple[str, str, str, str]] = {
    # --- follow-up
    "follow_up": ("Follow-up", "Seguimiento", "Acompanhamento", "Suivi"),
    "before_after": ("from {before} to {after}", "del {before} al {after}", "de {before} a {after}", "du {before} au {after}"),
    "of_gaps": (
        "Of {count} {count|gap|gaps} as of {date}",
        "De {count} {count|brecha|brechas} al {date}",
        "De {count} {count|lacuna|lacunas} em {date}",
        "Sur {count} {count|lacune|lacunes} au {date}",
    ),
    "of_no_gaps": (
        "As of {date} there were no gaps",
        "Al {date} no había brechas",
        "Em {date} não havia lacunas",
        "Au {date}, il n'y avait pas de lacune",
    ),
    "count_fixed": ("{count} fixed", "{count} {count|cerrada|cerradas}", "{count} {count|fechada|fechadas}", "{count} {count|comblée|comblées}"),
    "count_partly_fixed": (
        "{count} partly",
        "{count} en parte",
        "{count} em parte",
        "{count} en partie",
    ),
    "count_persisting": (
        "{count} {count|persists|persist}",
        "{count} {count|persiste|persisten}",
        "{count} {count|persiste|persistem}",
        "{count} {count|persiste|persistent}",
    ),
    "count_worse": (
        "{count} got worse",
        "{count} {count|empeoró|empeoraron}",
        "{count} {count|piorou|pioraram}",
        "{count} {count|s'est aggravée|se sont aggravées}",
    ),
    "count_not_stated": (
        "{count} not stated any more",
        "{count} ya no {count|consta|constan}",
        "{count} já não {count|consta|constam}",
        "{count} {count|n'est plus mentionnée|ne sont plus mentionnées}",
    ),
    "count_gone": (
        "{count} no longer {count|applies|apply}",
        "{count} ya no se {count|aplica|aplican}",
        "{count} já não se {count|aplica|aplicam}",
        "{count} {count|ne s'applique plus|ne s'appliquent plus}",
    ),
    "count_came_to_light": (
        "{count} came to light",
        "{count} {count|salió|salieron} a la luz",
        "{count} {count|veio|vieram} à luz",
        "{count} {count|s'est révélée|se sont révélées}",
    ),
    "count_new_by_rules": (
        "{count} {count|is|are} due to the amended rules",
        "{count} {count|se debe|se deben} a las reglas modificadas",
        "{count} {count|se deve|se devem} às regras alteradas",
        "{count} {count|tient|tiennent} aux règles modifiées",
    ),
    "count_new_by_parameters": (
        "{count} {count|is|are} due to other parameters",
        "{count} {count|se debe|se deben} a otros parámetros",
        "{count} {count|se deve|se devem} a outros parâmetros",
        "{count} {count|tient|tiennent} à d'autres paramètres",
    ),
    "count_new_by_date": (
        "{count} {count|is|are} due to the passing of time",
        "{count} {count|se debe|se deben} al paso del tiempo",
        "{count} {count|se deve|se devem} à passagem do tempo",
        "{count} {count|tient|tiennent} au passage du temps",
    ),
    "count_new_gap": (
        "{count} {count|is|are} new",
        "{count} {count|es nueva|son nuevas}",
        "{count} {count|é nova|são novas}",
        "{count} {count|est nouvelle|sont nouvelles}",
    ),
    "count_unsaid": (
        "{count} {count|finding|findings} without a gap {count|is|are} not stated any more",
        "{count} {count|hallazgo|hallazgos} sin brecha ya no {count|consta|constan}",
        "{count} {count|achado|achados} sem lacuna já não {count|consta|constam}",
        "{count} {count|constat|constats} sans lacune {count|n'est plus mentionné|ne sont plus mentionnés}",
    ),
    "count_learned": (
        "{count} open {count|finding|findings} could be judged, without a gap",
        "se {count|pudo|pudieron} juzgar {count} {count|hallazgo abierto|hallazgos abiertos}, sin brecha",
        "foi possível julgar {count} {count|achado em aberto|achados em aberto}, sem lacuna",
        "{count} {count|constat ouvert a pu être jugé|constats ouverts ont pu être jugés}, sans lacune",
    ),
    "head_fixed": ("Fixed", "Cerradas", "Fechadas", "Comblées"),
    "head_partly_fixed": ("Partly fixed", "Cerradas en parte", "Fechadas em parte", "Comblées en partie"),
    "head_persisting": ("Persisting", "Persisten", "Persistem", "Persistantes"),
    "head_worse": ("Worse than before", "Peor que antes", "Pior que antes", "Aggravées"),
    "head_not_stated": (
        "Not stated any more: neither fixed nor lost",
        "Ya no constan: ni cerradas ni perdidas",
        "Já não constam: nem fechadas nem perdidas",
        "Plus mentionnées : ni comblées ni perdues",
    ),
    "head_gone": ("No longer applies", "Ya no se aplican", "Já não se aplicam", "Ne s'appliquent plus"),
    "head_came_to_light": (
        "Came to light: open before, gaps now",
        "Salieron a la luz: antes abiertas, ahora brechas",
        "Vieram à luz: antes em aberto, agora lacunas",
        "Révélées : ouvertes avant, lacunes maintenant",
    ),
    "head_new_by_rules": ("Due to the amended rules", "Por las reglas modificadas", "Pelas regras alteradas", "Dues aux règles modifiées"),
    "head_new_by_parameters": ("Due to other parameters", "Por otros parámetros", "Por outros parâmetros", "Dues à d'autres paramètres"),
    "head_new_by_date": ("Due to the passing of time", "Por el paso del tiempo", "Pela passagem do tempo", "Dues au passage du temps"),
    "head_new_gap": ("New gaps", "Brechas nuevas", "Lacunas novas", "Nouvelles lacunes"),
    "head_unsaid": (
        "Judged before, not stated any more",
        "Antes juzgados, ya no constan",
        "Antes julgados, já não constam",
        "Jugés avant, plus mentionnés",
    ),
    "head_learned": (
        "Open before, judged now, without a gap",
        "Antes abiertos, ahora juzgados, sin brecha",
        "Antes em aberto, agora julgados, sem lacuna",
        "Ouverts avant, jugés maintenant, sans lacune",
    ),
    "nothing_changed": (
        "Nothing has changed between the two assessments.",
        "Nada cambió entre las dos evaluaciones.",
        "Nada mudou entre as duas avaliações.",
        "Rien n'a changé entre les deux évaluations.",
    ),
    "changes_counted": (
        "{shown} of {all} {all|change|changes}",
        "{shown} de {all} {all|cambio|cambios}",
        "{shown} de {all} {all|mudança|mudanças}",
        "{shown} {all|changement|changements} sur {all}",
    ),
    "before": ("before", "antes", "antes", "avant"),
    "after_that": ("after", "después", "depois", "après"),
    "not_asked": ("not asked", "no se pedía", "não se pedia", "non demandé"),
    "cause": ("cause", "causa", "causa", "cause"),
    "cause_plan": ("the plan", "el plan", "o plano", "le plan"),
    "cause_reading": ("how it was read", "cómo se leyó", "como foi lido", "la façon dont il a été lu"),
    "cause_date": ("the date", "la fecha", "a data", "la date"),
    "cause_rules": ("the rules", "las reglas", "as regras", "les règles"),
    "cause_parameters": ("parameters", "parámetros", "parâmetros", "les paramètres"),
    "cause_several": ("several", "varias", "várias", "plusieurs"),
    "rests_on_kind": ("rests on", "se apoya en", "apoia-se em", "repose sur"),
    "no_kind": ("no kind of evidence is stated", "no consta el tipo de prueba", "não consta o tipo de prova", "la nature de la preuve n'est pas indiquée"),
    "kind_document": ("a document", "un documento", "um documento", "un document"),
    "kind_survey": ("a survey's answer", "una respuesta de encuesta", "uma resposta de pesquisa", "une réponse à une enquête"),
    "kind_visit": ("a visit", "una visita", "uma visita", "une visite"),
    "kind_press": ("the press", "la prensa", "a imprensa", "la presse"),
    "kind_expert": ("an expert", "una persona experta", "uma pessoa especialista", "un avis d'expert"),

    # --- roadmap
    "roadmap": ("Roadmap", "Hoja de ruta", "Roteiro", "Feuille de route"),
    "roadmap_counts": (
        "{remedies} {remedies|remedy closes|remedies close} {gaps} {gaps|gap|gaps}",
        "{remedies} {remedies|remedio cierra|remedios cierran} {gaps} {gaps|brecha|brechas}",
        "{remedies} {remedies|remédio fecha|remédios fecham} {gaps} {gaps|lacuna|lacunas}",
        "{remedies} {remedies|remède comble|remèdes comblent} {gaps} {gaps|lacune|lacunes}",
    ),
    "roadmap_open": (
        "{count} {count|thing is|things are} to be found out",
        "hay {count} {count|cosa|cosas} por averiguar",
        "há {count} {count|coisa|coisas} por apurar",
        "{count} {count|chose est|choses sont} à éclaircir",
    ),
    "roadmap_nothing": ("There is nothing to do.", "No hay nada que hacer.", "Não há nada a fazer.", "Il n'y a rien à faire."),
    "roadmap_days": (
        "from {start} to {end}",
        "del {start} al {end}",
        "de {start} a {end}",
        "du {start} au {end}",
    ),
    "roadmap_no_effort": (
        "{count} {count|step has|steps have} no effort stated, and {count|takes|take} no time here",
        "{count} {count|paso no tiene|pasos no tienen} esfuerzo indicado, y aquí no {count|toma|toman} tiempo",
        "{count} {count|passo não tem|passos não têm} esforço indicado, e aqui não {count|toma|tomam} tempo",
        "{count} {count|étape n'a|étapes n'ont} pas d'effort indiqué, et ne {count|prend|prennent} ici aucun temps",
    ),
    "wave_0": ("First, find out", "Primero, averiguar", "Primeiro, apurar", "D'abord, éclaircir"),
    "wave_1": ("Wave 1: waits for nothing", "Fase 1: no espera a nada", "Fase 1: não espera por nada", "Vague 1 : n'attend rien"),
    "wave": (
        "Wave {wave}: after what stands above",
        "Fase {wave}: después de lo anterior",
        "Fase {wave}: depois do que está acima",
        "Vague {wave} : après ce qui précède",
    ),
    "action_find_out": ("find out", "averiguar", "apurar", "éclaircir"),
    "action_do": ("do", "hacer", "fazer", "faire"),
    "action_train": ("do, with training", "hacer, con capacitación", "fazer, com capacitação", "faire, avec formation"),
    "step": ("step", "paso", "passo", "étape"),
    "closes": ("closes", "cierra", "fecha", "comble"),
    "settles": ("settles", "resuelve", "resolve", "règle"),
    "waits_for": ("waits for", "espera a", "espera por", "attend"),
    "waiting_for_it": (
        "{count} {count|requirement waits|requirements wait} for it",
        "{count} {count|requisito lo espera|requisitos lo esperan}",
        "{count} {count|requisito espera por ele|requisitos esperam por ele}",
        "{count} {count|exigence l'attend|exigences l'attendent}",
    ),
    "days": ("{count} {count|day|days}", "{count} {count|día|días}", "{count} {count|dia|dias}", "{count} {count|jour|jours}"),
    "subjects_counted": (
        "for {count} {count|item|items}",
        "para {count} {count|elemento|elementos}",
        "para {count} {count|item|itens}",
        "pour {count} {count|élément|éléments}",
    ),
    "critical": ("on the critical path", "en la ruta crítica", "no caminho crítico", "sur le chemin critique"),
    "no_time": ("no effort stated", "sin esfuerzo indicado", "sem esforço indicado", "effort non indiqué"),
    "training_view": ("By training module", "Por módulo de capacitación", "Por módulo de capacitação", "Par module de formation"),
    "module": ("module", "módulo", "módulo", "module"),
    "whom": ("whom to train", "a quién capacitar", "quem capacitar", "qui former"),
    "gaps_of_module": ("gaps", "brechas", "lacunas", "lacunes"),
    "whoever_plans": ("whoever keeps the plan", "quien lleva el plan", "quem cuida do plano", "qui tient le plan"),
    "gantt_told": (
        "Step {step}, {start} to {end}: {text}",
        "Paso {step}, del {start} al {end}: {text}",
        "Passo {step}, de {start} a {end}: {text}",
        "Étape {step}, du {start} au {end} : {text}",
    ),

    # --- verification
    "verify_same": (
        "made again, byte for byte the same",
        "se rehízo y es igual, byte por byte",
        "refeito e igual, byte por byte",
        "refait, identique octet par octet",
    ),
    "verify_content": (
        "made again: the same content",
        "se rehízo: el mismo contenido",
        "refeito: o mesmo conteúdo",
        "refait : le même contenu",
    ),
    "verify_other_layout": (
        "made again: the same content, laid out otherwise",
        "se rehízo: el mismo contenido, con otra disposición",
        "refeito: o mesmo conteúdo, com outra disposição",
        "refait : le même contenu, disposé autrement",
    ),
    "verify_refused_again": (
        "the plan cannot be read, as the report says",
        "el plan no se puede leer, como dice el informe",
        "o plano não pode ser lido, como diz o relatório",
        "le plan ne peut pas être lu, comme le dit le rapport",
    ),
    "verify_differs": (
        "{count} {count|difference|differences} from the report",
        "{count} {count|diferencia|diferencias} con el informe",
        "{count} {count|diferença|diferenças} em relação ao relatório",
        "{count} {count|différence|différences} avec le rapport",
    ),
    "verify_engine": ("engine", "motor", "motor", "moteur"),
    "verify_format": ("format of the report", "formato del informe", "formato do relatório", "format du rapport"),
    "verify_ruleset": ("ruleset", "reglamento", "regulamento", "recueil de règles"),
    "verify_plan": ("plan", "plan", "plano", "plan"),
    "verify_as_of": ("date", "fecha", "data", "date"),
    "verify_facts_since": ("facts since", "hechos desde", "fatos desde", "faits depuis"),
    "verify_language": ("language", "idioma", "idioma", "langue"),
    "verify_parameters": ("parameters", "parámetros", "parâmetros", "paramètres"),
    "verify_summary": ("summary", "resumen", "resumo", "résumé"),
    "verify_requirement": ("requirement", "requisito", "requisito", "exigence"),
    "verify_finding": ("finding", "hallazgo", "achado", "constat"),
    "verify_notes": ("notes", "notas", "notas", "notes"),
    "verify_recorded": ("in the report", "en el informe", "no relatório", "dans le rapport"),
    "verify_replayed": ("made again", "rehecho", "refeito", "refait"),
    "verify_nothing": ("nothing", "nada", "nada", "rien"),
}
# fmt: on


@cache
def work_words(language: str) -> Words:
    """The words of a language, those of reports among them; English where it is none of the four."""
    return Words(WORDS | WORK_WORDS, language)
