"""What the form's page says, in four languages: it carries them all."""

from __future__ import annotations

# word: English, Spanish, Portuguese, French.
# fmt: off
PAGE_WORDS: dict[str, tuple[str, str, str, str]] = {
    "form": ("form", "formulario", "formulário", "formulaire"),
    "no_script": (
        "This form needs JavaScript.", "Este formulario necesita JavaScript.", "Este formulário precisa de JavaScript.", "Ce formulaire a besoin de JavaScript."
    ),
    "language": ("Language", "Idioma", "Idioma", "Langue"),
    "to_the_questions": ("To the questions", "Ir a las preguntas", "Ir às perguntas", "Aller aux questions"),
    "sections": ("Sections", "Secciones", "Seções", "Sections"),
    "about_form": (
        "Leave blank what nobody has stated: what is silent is not wrong. What you write stays in this browser; save it as a file to send it or to go on elsewhere.",
        "Deje en blanco lo que nadie ha declarado: el silencio no es una falta. Lo que escriba queda en este navegador; guárdelo como archivo para enviarlo o seguir en otro lugar.",
        "Deixe em branco o que ninguém declarou: o silêncio não é uma falta. O que escrever fica neste navegador; salve-o como arquivo para enviá-lo ou continuar em outro lugar.",
        "Laissez en blanc ce que personne n'a déclaré : se taire n'est pas une faute. Ce que vous écrivez reste dans ce navigateur ; enregistrez-le dans un fichier pour l'envoyer ou continuer ailleurs.",
    ),
    "ask_first": ("Ask this first", "Pregunte esto primero", "Pergunte isto primeiro", "À demander d'abord"),
    "ask_first_about": (
        "The answers to these settle most.",
        "Las respuestas a estas son las que más resuelven.",
        "As respostas a estas são as que mais resolvem.",
        "Les réponses à celles-ci règlent le plus.",
    ),
    "the_plan": ("The plan", "El plan", "O plano", "Le plan"),
    "judgements": ("Judgements", "Juicios", "Juízos", "Appréciations"),
    "yes": ("yes", "sí", "sim", "oui"),
    "no": ("no", "no", "não", "non"),
    "clear": ("clear", "borrar", "limpar", "effacer"),
    "remove": ("remove", "quitar", "remover", "retirer"),
    "remove_this": ("Remove this one", "Quitar este", "Remover este", "Retirer celui-ci"),
    "add": ("Add: {what}", "Agregar: {what}", "Adicionar: {what}", "Ajouter : {what}"),
    "there_is_one": ("There is one", "Sí hay", "Há", "Il y en a un"),
    "there_is": ("there is", "sí hay", "há", "il y en a"),
    "in_particular": ("In particular, is there:", "En particular, ¿hay:", "Em particular, há:", "En particulier, y a-t-il :"),
    "nothing_to_choose": (
        "Nothing to choose from yet: add it in its own section.",
        "Aún no hay nada que elegir: agréguelo en su propia sección.",
        "Ainda não há nada para escolher: adicione-o na sua própria seção.",
        "Rien à choisir encore : ajoutez-le dans sa propre section.",
    ),
    "one_a_line": ("one on each line", "uno en cada línea", "um em cada linha", "un par ligne"),
    "source_or_why": ("source, or why there is no answer", "fuente, o por qué no hay respuesta", "fonte, ou por que não há resposta", "source, ou pourquoi il n'y a pas de réponse"),
    "no_answer_because": ("No answer, because", "Sin respuesta, porque", "Sem resposta, porque", "Pas de réponse, parce que"),
    "why_none": ("there is none", "no hay", "não há", "il n'y en a pas"),
    "why_not_known": ("it is not known", "no se sabe", "não se sabe", "on ne sait pas"),
    "why_not_stated": ("it is not stated anywhere", "no consta en ningún lugar", "não consta em nenhum lugar", "ce n'est dit nulle part"),
    "why_withheld": ("there is one, and it cannot be shown", "lo hay, y no se puede mostrar", "há, e não pode ser mostrado", "il y en a, et cela ne peut être montré"),
    "why_claimed_not_applicable": ("it does not apply to us", "no se aplica a nosotros", "não se aplica a nós", "cela ne s'applique pas à nous"),
    "document": ("Document", "Documento", "Documento", "Document"),
    "page": ("Page", "Página", "Página", "Page"),
    "note": ("Note, or the words quoted", "Nota, o las palabras citadas", "Nota, ou as palavras citadas", "Note, ou les mots cités"),
    "reading": ("From {file}", "De {file}", "De {file}", "D'après {file}"),
    "reading_about": (
        "Below a question stand the passages that may answer it. Nothing is taken from them unless you do. Taking one writes down document, page, words, who and the day; you can correct it there.",
        "Debajo de una pregunta están los pasajes que pueden responderla. Nada se toma de ellos si usted no lo hace. Al tomar uno se anotan documento, página, palabras, quién y el día; allí puede corregirlo.",
        "Abaixo de uma pergunta ficam as passagens que podem respondê-la. Nada se toma delas se você não o fizer. Ao tomar uma, anotam-se documento, página, palavras, quem e o dia; ali se pode corrigir.",
        "Sous une question se trouvent les passages qui peuvent y répondre. Rien n'en est repris si vous ne le faites pas. En reprendre un note le document, la page, les mots, qui et le jour ; vous pouvez l'y corriger.",
    ),
    "who": ("Who reads it", "Quién lo lee", "Quem lê", "Qui le lit"),
    "passages": (
        "{count} {count|passage|passages} may answer",
        "{count} {count|pasaje puede|pasajes pueden} responder",
        "{count} {count|passagem pode|passagens podem} responder",
        "{count} {count|passage peut|passages peuvent} répondre",
    ),
    "passages_weak": ("nothing fits well", "nada encaja bien", "nada se encaixa bem", "rien ne convient bien"),
    "weak": ("weak", "débil", "fraco", "faible"),
    "take_value": ("Take: {value}", "Tomar: {value}", "Tomar: {value}", "Reprendre : {value}"),
    "take_passage": ("It says so here", "Aquí lo dice", "Aqui o diz", "C'est dit ici"),
    "take_one": ("There is one, it says so here", "Sí hay, aquí lo dice", "Há, aqui o diz", "Il y en a un, c'est dit ici"),
    "now_answer": (
        "{source} stands as the source once you have answered above.",
        "{source} quedará como fuente cuando responda arriba.",
        "{source} ficará como fonte quando você responder acima.",
        "{source} sera la source quand vous aurez répondu ci-dessus.",
    ),
    "searched_not_found": ("Searched, not found", "Buscado, no encontrado", "Procurado, não encontrado", "Cherché, pas trouvé"),
    "list_question": ("Is this list complete?", "¿Está completa esta lista?", "Esta lista está completa?", "Cette liste est-elle complète ?"),
    "list_as_given": ("not said: counts as complete", "sin decir: cuenta como completa", "não dito: conta como completa", "non dit : compte comme complète"),
    "list_complete": ("yes, these are all", "sí, son todos", "sim, são todos", "oui, ils y sont tous"),
    "list_more": ("no, there are more", "no, hay más", "não, há mais", "non, il y en a d'autres"),
    "list_none": ("there are none", "no hay ninguno", "não há nenhum", "il n'y en a aucun"),
    "list_size": ("in all there are", "en total hay", "ao todo há", "en tout il y en a"),
    "how_long": ("How long", "Cuánto tiempo", "Quanto tempo", "Combien de temps"),
    "unit_of_time": ("Unit of time", "Unidad de tiempo", "Unidade de tempo", "Unité de temps"),
    "unit_days": ("days", "días", "dias", "jours"),
    "unit_weeks": ("weeks", "semanas", "semanas", "semaines"),
    "unit_months": ("months", "meses", "meses", "mois"),
    "unit_years": ("years", "años", "anos", "ans"),
    "unit_hours": ("hours", "horas", "horas", "heures"),
    "unit_minutes": ("minutes", "minutos", "minutos", "minutes"),
    "wrong_date": (
        "Write year-month-day, as in 2026-01-15; the day, and the month, may be left out.",
        "Escriba año-mes-día, como 2026-01-15; puede omitir el día, y también el mes.",
        "Escreva ano-mês-dia, como 2026-01-15; pode omitir o dia, e também o mês.",
        "Écrivez année-mois-jour, comme 2026-01-15 ; le jour, et aussi le mois, peuvent manquer.",
    ),
    "wrong_two_dates": (
        "This may be two days: write {one} or {other}.",
        "Esto puede ser dos días: escriba {one} o {other}.",
        "Isto pode ser dois dias: escreva {one} ou {other}.",
        "Cela peut être deux jours : écrivez {one} ou {other}.",
    ),
    "wrong_moment": (
        "Write day and time, as in 2026-01-15 08:30.",
        "Escriba día y hora, como 2026-01-15 08:30.",
        "Escreva dia e hora, como 2026-01-15 08:30.",
        "Écrivez le jour et l'heure, comme 2026-01-15 08:30.",
    ),
    "wrong_thousand": (
        "This may be a thousand or one: leave the sign out, or write fewer decimals.",
        "Esto puede ser mil o uno: quite el signo, o escriba menos decimales.",
        "Isto pode ser mil ou um: tire o sinal, ou escreva menos decimais.",
        "Cela peut être mille ou un : ôtez le signe, ou écrivez moins de décimales.",
    ),
    "wrong_fraction": (
        "Write the sign: 0.3% or 30%.", "Escriba el signo: 0.3% o 30%.", "Escreva o sinal: 0.3% ou 30%.", "Écrivez le signe : 0.3% ou 30%."
    ),
    "wrong_integer": (
        "Write a whole number, as in 12; or 3..5, or 3.. for three or more.",
        "Escriba un número entero, como 12; o 3..5, o 3.. para tres o más.",
        "Escreva um número inteiro, como 12; ou 3..5, ou 3.. para três ou mais.",
        "Écrivez un nombre entier, comme 12 ; ou 3..5, ou 3.. pour trois ou plus.",
    ),
    "wrong_number": (
        "Write a number, as in 12.5; or 3..5, or 3.. for three or more.",
        "Escriba un número, como 12.5; o 3..5, o 3.. para tres o más.",
        "Escreva um número, como 12.5; ou 3..5, ou 3.. para três ou mais.",
        "Écrivez un nombre, comme 12.5 ; ou 3..5, ou 3.. pour trois ou plus.",
    ),
    "wrong_percent": (
        "Write a percentage, as in 30%.", "Escriba un porcentaje, como 30%.", "Escreva uma percentagem, como 30%.", "Écrivez un pourcentage, comme 30%."
    ),
    "wrong_choice": (
        "There is no choice “{typed}”.", "No existe la opción «{typed}».", "Não existe a opção «{typed}».", "Il n'y a pas de choix « {typed} »."
    ),
    "save": ("Save as a file", "Guardar en un archivo", "Salvar em um arquivo", "Enregistrer"),
    "load": ("Open a file", "Abrir un archivo", "Abrir um arquivo", "Ouvrir"),
    "clear_all": ("Clear all", "Borrar todo", "Limpar tudo", "Tout effacer"),
    "clear_all_sure": (
        "Clear every answer in this form?", "¿Borrar todas las respuestas de este formulario?", "Limpar todas as respostas deste formulário?", "Effacer toutes les réponses de ce formulaire ?"
    ),
    "saved_as": ("Saved as {file}.", "Guardado como {file}.", "Salvo como {file}.", "Enregistré sous {file}."),
    "wrong_left_out": (
        "{count} {count|entry was|entries were} not understood and {count|is|are} not in it.",
        "{count} {count|entrada no se entendió y no está|entradas no se entendieron y no están} en él.",
        "{count} {count|entrada não foi entendida e não está|entradas não foram entendidas e não estão} nele.",
        "{count} {count|saisie n'a pas été comprise et n'y figure pas|saisies n'ont pas été comprises et n'y figurent pas}.",
    ),
    "loaded": ("{file} is open.", "{file} está abierto.", "{file} está aberto.", "{file} est ouvert."),
    "not_a_plan": (
        "{file} is not a plan as JSON; nothing was changed.",
        "{file} no es un plan en JSON; no se cambió nada.",
        "{file} não é um plano em JSON; nada foi alterado.",
        "{file} n'est pas un plan en JSON ; rien n'a été changé.",
    ),
}
# fmt: on
