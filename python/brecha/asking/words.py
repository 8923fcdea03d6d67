"""What the faces that ask say, in four languages; and the words that people answer with, which every face takes in any of them."""

from __future__ import annotations

from functools import cache

from brecha.wording import Words

# word: English, Spanish, Portuguese, French.
# fmt: off
WORDS: dict[str, tuple[str, str, str, str]] = {
    # --- what can be answered everywhere
    "yes": ("yes", "sí", "sim", "oui"),
    "no": ("no", "no", "não", "non"),
    "none": ("there is none", "no hay", "não há", "il n'y en a pas"),
    "not_known": ("not known", "no se sabe", "não se sabe", "on ne sait pas"),
    "skip": ("skip", "saltar", "pular", "passer"),
    "back": ("back", "atrás", "voltar", "retour"),
    "why_asked": ("why this is asked", "por qué se pregunta", "por que se pergunta", "pourquoi cette question"),
    "since": ("since", "desde", "desde", "depuis"),
    "always": ("from the beginning", "desde el comienzo", "desde o início", "depuis le début"),

    # --- the notebook
    "answer": ("answer", "responder", "responder", "répondre"),
    "document": ("document", "documento", "documento", "document"),
    "page": ("page", "página", "página", "page"),
    "where_it_stands": ("Where it stands", "Dónde consta", "Onde consta", "Où cela figure"),
    "nothing_given": ("Give an answer first.", "Dé primero una respuesta.", "Dê primeiro uma resposta.", "Donnez d'abord une réponse."),

    # --- the terminal
    "welcome": (
        "{ruleset}: {plan}",
        "{ruleset}: {plan}",
        "{ruleset}: {plan}",
        "{ruleset} : {plan}",
    ),
    "new_plan": (
        "{file} is not there yet; it is written with the first answer.",
        "{file} aún no existe; se escribe con la primera respuesta.",
        "{file} ainda não existe; é gravado com a primeira resposta.",
        "{file} n'existe pas encore ; il est écrit à la première réponse.",
    ),
    "how_to": (
        "Every answer is saved at once. Blank: later · ?: why this is asked · -: not known · none: there is none · <: back · quit",
        "Cada respuesta se guarda al momento. Vacío: después · ?: por qué se pregunta · -: no se sabe · ninguno: no hay · <: atrás · salir",
        "Cada resposta é gravada na hora. Vazio: depois · ?: por que se pergunta · -: não se sabe · nenhum: não há · <: voltar · sair",
        "Chaque réponse est enregistrée aussitôt. Vide : plus tard · ? : pourquoi · - : on ne sait pas · aucun : il n'y en a pas · < : retour · quitter",
    ),
    "how_to_source": (
        'Where it stands: behind the answer, as in  yes @ Decree 12, p. 3. A text that is one of these words: in quotes.',
        'Dónde consta: tras la respuesta, como en  sí @ Decreto 12, pág. 3. Un texto que sea una de estas palabras: entre comillas.',
        'Onde consta: depois da resposta, como em  sim @ Decreto 12, p. 3. Um texto que seja uma destas palavras: entre aspas.',
        'Où cela figure : derrière la réponse, comme  oui @ Décret 12, p. 3. Un texte qui est un de ces mots : entre guillemets.',
    ),
    "searched_in_vain": (
        "searched in vain",
        "buscado en vano",
        "procurado em vão",
        "cherché en vain",
    ),
    "how_to_passages": (
        "Below each question stand passages of {document} that may answer it: @1 behind the answer says that the first one says so, @0 that it was searched in vain.",
        "Debajo de cada pregunta van pasajes de {document} que pueden responderla: @1 tras la respuesta dice que así consta en el primero; @0, que se buscó en vano.",
        "Abaixo de cada pergunta há passagens de {document} que podem respondê-la: @1 depois da resposta diz que assim consta na primeira; @0, que se procurou em vão.",
        "Sous chaque question figurent des passages de {document} qui peuvent y répondre : @1 derrière la réponse dit que le premier le dit ; @0, que l'on a cherché en vain.",
    ),
    "progress": (
        "{judged} of {requirements} judged · {questions} {questions|question|questions} open",
        "{judged} de {requirements} juzgados · {questions} {questions|pregunta abierta|preguntas abiertas}",
        "{judged} de {requirements} julgados · {questions} {questions|pergunta em aberto|perguntas em aberto}",
        "{judged} sur {requirements} jugées · {questions} {questions|question ouverte|questions ouvertes}",
    ),
    "place_of_several": ("{at} of {count}: {subject}", "{at} de {count}: {subject}", "{at} de {count}: {subject}", "{at} sur {count} : {subject}"),
    "answer_yes_no": ("yes or no", "sí o no", "sim ou não", "oui ou non"),
    "answer_choice": ("a number, or the words", "un número, o las palabras", "um número, ou as palavras", "un numéro, ou les mots"),
    "answer_choices": (
        "numbers with commas between",
        "números separados por comas",
        "números separados por vírgulas",
        "des numéros séparés par des virgules",
    ),
    "answer_items": (
        "their names, with ; between",
        "sus nombres, separados por ;",
        "os seus nomes, separados por ;",
        "leurs noms, séparés par ;",
    ),
    "answer_kept": (
        "yes: from the beginning; or the day since when",
        "sí: desde el comienzo; o el día desde el cual",
        "sim: desde o início; ou o dia desde o qual",
        "oui : depuis le début ; ou le jour depuis lequel",
    ),
    "answer_still": (
        "yes, or what is so now",
        "sí, o cómo es ahora",
        "sim, ou como é agora",
        "oui, ou ce qui est vrai maintenant",
    ),
    "which_are_there": (
        "Which of these are there?",
        "¿Cuáles de estos hay?",
        "Quais destes há?",
        "Lesquels de ceux-ci y a-t-il ?",
    ),
    "are_these_all": (
        "Are these all there are?",
        "¿Son todos los que hay?",
        "São todos os que há?",
        "Est-ce que ce sont tous ceux qu'il y a ?",
    ),
    "others_are_not": (
        "And of the others there is none?",
        "¿Y de los demás no hay ninguno?",
        "E dos demais não há nenhum?",
        "Et des autres, il n'y en a pas ?",
    ),
    "what_is_it_called": (
        "What is it called? (blank: it has no name)",
        "¿Cómo se llama? (vacío: no tiene nombre)",
        "Como se chama? (vazio: não tem nome)",
        "Comment s'appelle-t-il ? (vide : pas de nom)",
    ),
    "what_else_is_there": (
        "Which others are there? Their names, with ; between (blank: not known)",
        "¿Qué otros hay? Sus nombres, separados por ; (vacío: no se sabe)",
        "Que outros há? Os seus nomes, separados por ; (vazio: não se sabe)",
        "Lesquels y a-t-il encore ? Leurs noms, séparés par ; (vide : on ne sait pas)",
    ),
    "change_in_plan": (
        "Then change what is said there in the plan itself: {place}",
        "Entonces cambie en el propio plan lo que allí se dice: {place}",
        "Então altere no próprio plano o que ali se diz: {place}",
        "Changez alors dans le plan lui-même ce qui y est dit : {place}",
    ),
    "waiting": (
        "{count} {count|requirement waits|requirements wait} for this:",
        "{count} {count|requisito espera|requisitos esperan} esto:",
        "{count} {count|requisito espera|requisitos esperam} isto:",
        "{count} {count|exigence attend|exigences attendent} ceci :",
    ),
    "and_more": ("and {count} more", "y {count} más", "e mais {count}", "et {count} de plus"),
    "written_so": ("in the plan: {place}", "en el plan: {place}", "no plano: {place}", "dans le plan : {place}"),
    "settles": (
        "settles {count} {count|finding|findings}: {verdicts}",
        "resuelve {count} {count|hallazgo|hallazgos}: {verdicts}",
        "resolve {count} {count|achado|achados}: {verdicts}",
        "règle {count} {count|constat|constats} : {verdicts}",
    ),
    "settles_none": (
        "noted; settles none by itself yet",
        "anotado; por sí sola aún no resuelve ninguno",
        "anotado; por si só ainda não resolve nenhum",
        "noté ; ne règle encore rien à elle seule",
    ),
    "count_met": ("{count} met", "{count} {count|cumple|cumplen}", "{count} {count|cumpre|cumprem}", "{count} {count|satisfait|satisfaits}"),
    "count_gap": ("{count} {count|gap|gaps}", "{count} {count|brecha|brechas}", "{count} {count|lacuna|lacunas}", "{count} {count|lacune|lacunes}"),
    "count_not_applicable": (
        "{count} {count|does|do} not apply",
        "{count} no se {count|aplica|aplican}",
        "{count} não se {count|aplica|aplicam}",
        "{count} sans objet",
    ),
    "count_not_used": ("{count} not used", "{count} no {count|usado|usados}", "{count} não {count|usado|usados}", "{count} non {count|utilisé|utilisés}"),
    "opened": (
        "{count} more {count|finding is|findings are} open now",
        "ahora {count|está abierto|están abiertos} {count} {count|hallazgo más|hallazgos más}",
        "agora {count|está|estão} em aberto mais {count} {count|achado|achados}",
        "{count} {count|autre constat est ouvert|autres constats sont ouverts} maintenant",
    ),
    "nothing_before": ("This is the first question.", "Esta es la primera pregunta.", "Esta é a primeira pergunta.", "C'est la première question."),
    "taken_back": ("Taken back.", "Deshecho.", "Desfeito.", "Annulé."),
    "no_none_here": (
        "That answer does not fit here.",
        "Esa respuesta no sirve aquí.",
        "Essa resposta não serve aqui.",
        "Cette réponse ne convient pas ici.",
    ),
    "ask_skipped": (
        "{count} {count|question was|questions were} left for later. Ask {count|it|them} now?",
        "{count|Quedó|Quedaron} {count} {count|pregunta|preguntas} para después. ¿{count|Hacerla|Hacerlas} ahora?",
        "{count|Ficou|Ficaram} {count} {count|pergunta|perguntas} para depois. {count|Fazê-la|Fazê-las} agora?",
        "{count} {count|question a été laissée|questions ont été laissées} pour plus tard. {count|La|Les} poser maintenant ?",
    ),
    "nothing_open": (
        "Nothing is left to ask.",
        "No queda nada que preguntar.",
        "Não resta nada a perguntar.",
        "Il ne reste rien à demander.",
    ),
    "last_back": ("<: back to the last answer", "<: volver a la última respuesta", "<: voltar à última resposta", "< : revenir à la dernière réponse"),
    "saved": (
        "{count} {count|answer|answers} in {file}",
        "{count} {count|respuesta|respuestas} en {file}",
        "{count} {count|resposta|respostas} em {file}",
        "{count} {count|réponse|réponses} dans {file}",
    ),
    "nothing_saved": ("Nothing was answered or written.", "No se respondió ni se escribió nada.", "Nada foi respondido nem gravado.", "Rien n'a été répondu ni écrit."),
    "comments_lost": (
        "{file} has comments, which writing it would lose (pip install ruamel.yaml keeps them). Go on all the same?",
        "{file} tiene comentarios, que se perderían al escribirlo (pip install ruamel.yaml los conserva). ¿Seguir de todos modos?",
        "{file} tem comentários, que se perderiam ao gravá-lo (pip install ruamel.yaml os conserva). Continuar mesmo assim?",
        "{file} a des commentaires, que son écriture perdrait (pip install ruamel.yaml les garde). Continuer quand même ?",
    ),
}
# fmt: on

# What people type for it, folded as typed_values.folded does, in any language.
SAID: dict[str, frozenset[str]] = {
    word: frozenset(said.split("|"))
    for word, said in {
        "not_known": "-|don't know|dont know|not known|unknown|no se|no se sabe|ns|nao sei|nao se sabe|je ne sais pas|on ne sait pas|inconnu",
        "none": "none|there is none|there are none|[]|ninguno|ninguna|no hay|no hay ninguno|nenhum|nenhuma|nao ha|aucun|aucune|il n'y en a pas",
        "skip": "|later|skip|saltar|despues|pular|depois|passer|plus tard",
        "back": "<|back|atras|voltar|retour",
        "quit": "quit|exit|:q|salir|sair|quitter",
        "why": "?|??|why|por que|pourquoi|help|ayuda|ajuda|aide",
    }.items()
}


@cache
def words(language: str) -> Words:
    return Words(WORDS, language)
