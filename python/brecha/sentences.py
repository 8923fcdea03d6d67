"""What the package and its command say in sentences of their own, in four languages. The engine's messages are its own.

`Sentence("no_column", table="gaps", column="verdic", near="")` is English as a text; `said(sentence, "es")` is Spanish.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brecha.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_ARGUMENT = 300

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "or": ("or", "o", "ou", "ou"),
    "did_you_mean": ("; did you mean {near}?", "; ¿quiso decir {near}?", "; quis dizer {near}?", " ; vouliez-vous dire {near} ?"),

    # --- names, dates
    "no_ruleset": (
        'there is no ruleset, file or folder "{name}"{near}\nshipped rulesets: {shipped}',
        'no existe el reglamento, archivo o carpeta "{name}"{near}\nreglamentos incluidos: {shipped}',
        'não existe o regulamento, arquivo ou pasta "{name}"{near}\nregulamentos incluídos: {shipped}',
        'il n\'y a pas de recueil, de fichier ni de dossier « {name} »{near}\nrecueils fournis : {shipped}',
    ),
    "no_texts": ("there is no text to compile", "no hay ningún texto que compilar", "não há nenhum texto para compilar", "il n'y a pas de texte à compiler"),
    "no_requirement": (
        '{ruleset} has no requirement "{requirement}"{near}',
        '{ruleset} no tiene el requisito "{requirement}"{near}',
        '{ruleset} não tem o requisito "{requirement}"{near}',
        '{ruleset} n\'a pas d\'exigence « {requirement} »{near}',
    ),
    "no_subject": (
        '{requirement} has no subject "{subject}"{near}',
        '{requirement} no tiene el sujeto "{subject}"{near}',
        '{requirement} não tem o sujeito "{subject}"{near}',
        '{requirement} n\'a pas de sujet « {subject} »{near}',
    ),
    "no_column": (
        '{table} has no column "{column}"{near}',
        '{table} no tiene la columna "{column}"{near}',
        '{table} não tem a coluna "{column}"{near}',
        '{table} n\'a pas de colonne « {column} »{near}',
    ),
    "no_sample": (
        'there is no sample plan "{name}"{near}\nsample plans: {samples}',
        'no existe el plan de muestra "{name}"{near}\nplanes de muestra: {samples}',
        'não existe o plano de amostra "{name}"{near}\nplanos de amostra: {samples}',
        'il n\'y a pas de plan d\'exemple « {name} »{near}\nplans d\'exemple : {samples}',
    ),
    "several_samples": (
        "several rulesets have a sample plan {name}: {samples}",
        "varios reglamentos tienen un plan de muestra {name}: {samples}",
        "vários regulamentos têm um plano de amostra {name}: {samples}",
        "plusieurs recueils ont un plan d'exemple {name} : {samples}",
    ),
    "no_date": (
        '"{text}" is not a date: write year-month-day, as in 2026-01-15',
        '"{text}" no es una fecha: escriba año-mes-día, como en 2026-01-15',
        '"{text}" não é uma data: escreva ano-mês-dia, como em 2026-01-15',
        "« {text} » n'est pas une date : écrivez année-mois-jour, comme dans 2026-01-15",
    ),
    "no_reading": (
        'read is "part" or "whole", not "{read}"',
        'read es "part" o "whole", no "{read}"',
        'read é "part" ou "whole", não "{read}"',
        "read est « part » ou « whole », pas « {read} »",
    ),
    "no_file": (
        'there is no file "{path}"{about}',
        'no existe el archivo "{path}"{about}',
        'não existe o arquivo "{path}"{about}',
        "il n'y a pas de fichier « {path} »{about}",
    ),
    "folder_is_missing": (
        ': the folder "{folder}" is not there',
        ': no existe la carpeta "{folder}"',
        ': não existe a pasta "{folder}"',
        " : le dossier « {folder} » n'existe pas",
    ),
    "sample_of_that_name": (
        '; the sample of that name is brecha.sample("{name}")',
        '; la muestra de ese nombre es brecha.sample("{name}")',
        '; a amostra desse nome é brecha.sample("{name}")',
        ' ; l\'exemple de ce nom est brecha.sample("{name}")',
    ),
    "sample_called": (
        '; there is a sample plan called "{name}"',
        '; hay un plan de muestra llamado "{name}"',
        '; há um plano de amostra chamado "{name}"',
        " ; il y a un plan d'exemple nommé « {name} »",
    ),
    "looked_in": (" (looked in {folder})", " (se buscó en {folder})", " (procurado em {folder})", " (cherché dans {folder})"),
    "spreadsheet_as_plan": (
        "{name}: spreadsheets of this kind are not read; save a questionnaire as .xlsx, and a plan as JSON or YAML",
        "{name}: no se leen hojas de cálculo de este tipo; guarde un cuestionario como .xlsx y el plan como JSON o YAML",
        "{name}: planilhas deste tipo não são lidas; salve um questionário como .xlsx e o plano como JSON ou YAML",
        "{name} : les feuilles de calcul de ce type ne sont pas lues ; enregistrez un questionnaire en .xlsx, et le plan en JSON ou en YAML",
    ),
    "not_a_workbook": (
        "{name} is no workbook that can be read ({about}): save it as .xlsx",
        "{name} no es un libro que se pueda leer ({about}): guárdelo como .xlsx",
        "{name} não é uma pasta de trabalho que se possa ler ({about}): salve-a como .xlsx",
        "{name} n'est pas un classeur lisible ({about}) : enregistrez-le en .xlsx",
    ),
    "no_form": (
        "{name} is no questionnaire: its hidden sheet is not there. Answer in a workbook that brecha questionnaire wrote",
        "{name} no es un cuestionario: falta su hoja oculta. Responda en un libro escrito por brecha questionnaire",
        "{name} não é um questionário: falta a sua planilha oculta. Responda em uma pasta escrita por brecha questionnaire",
        "{name} n'est pas un questionnaire : sa feuille cachée manque. Répondez dans un classeur écrit par brecha questionnaire",
    ),
    "form_of_other_format": (
        "{name} is a questionnaire of another version of Brecha (format {format}): write it anew",
        "{name} es un cuestionario de otra versión de Brecha (formato {format}): escríbalo de nuevo",
        "{name} é um questionário de outra versão do Brecha (formato {format}): escreva-o de novo",
        "{name} est un questionnaire d'une autre version de Brecha (format {format}) : écrivez-le à nouveau",
    ),
    "form_changed": (
        "{name}: the hidden sheet was changed, so that it cannot be told what was asked: answer in the form as it was sent",
        "{name}: se cambió la hoja oculta y ya no se sabe qué se preguntó: responda en el formulario tal como se envió",
        "{name}: a planilha oculta foi alterada e já não se sabe o que foi perguntado: responda no formulário como foi enviado",
        "{name} : la feuille cachée a été modifiée et l'on ne sait plus ce qui était demandé : répondez dans le formulaire tel qu'envoyé",
    ),
    "form_too_large": (
        "{name} is larger than {most} MiB unpacked: that is no questionnaire",
        "{name} ocupa más de {most} MiB descomprimido: no es un cuestionario",
        "{name} ocupa mais de {most} MiB descompactado: não é um questionário",
        "{name} dépasse {most} Mio décompressé : ce n'est pas un questionnaire",
    ),
    "form_of_other_vocabulary": (
        "{name} asks in the vocabulary {form}; {ruleset} speaks {vocabulary}: write the questionnaire with this ruleset",
        "{name} pregunta con el vocabulario {form}; {ruleset} usa {vocabulary}: escriba el cuestionario con este reglamento",
        "{name} pergunta com o vocabulário {form}; {ruleset} usa {vocabulary}: escreva o questionário com este regulamento",
        "{name} interroge dans le vocabulaire {form} ; {ruleset} parle {vocabulary} : écrivez le questionnaire avec ce recueil",
    ),
    "form_of_other_version": (
        "the form was written with version {form} of the vocabulary, this is {vocabulary}: what both have was taken",
        "el formulario se escribió con la versión {form} del vocabulario y esta es {vocabulary}: se tomó lo que ambas tienen",
        "o formulário foi escrito com a versão {form} do vocabulário e esta é {vocabulary}: foi tomado o que ambas têm",
        "le formulaire a été écrit avec la version {form} du vocabulaire, ceci est {vocabulary} : ce que les deux ont a été pris",
    ),
    "form_only_open": (
        'only is "open", not "{only}"',
        'only es "open", no "{only}"',
        'only é "open", não "{only}"',
        "only est « open », pas « {only} »",
    ),
    "form_top_of_open": (
        "top is how many of the open questions are asked, from 1: only \"open\" goes with it",
        "top es cuántas de las preguntas abiertas se hacen, desde 1: va junto con only \"open\"",
        "top é quantas das perguntas abertas são feitas, a partir de 1: vai junto com only \"open\"",
        "top dit combien des questions ouvertes sont posées, à partir de 1 : il va avec only « open »",
    ),
    "form_sheet_unknown": (
        'the sheet "{sheet}" is none of this form, and was not read',
        'la hoja "{sheet}" no es de este formulario y no se leyó',
        'a planilha "{sheet}" não é deste formulário e não foi lida',
        "la feuille « {sheet} » n'est pas de ce formulaire et n'a pas été lue",
    ),
    "form_row_without_place": (
        "this row has no place any more: put back what stood in its first column",
        "esta fila ya no tiene lugar: ponga de nuevo lo que estaba en su primera columna",
        "esta linha já não tem lugar: reponha o que estava na sua primeira coluna",
        "cette ligne n'a plus d'endroit : remettez ce qui était dans sa première colonne",
    ),
    "form_place_unknown": (
        'the form asks nothing at "{place}": put back what stood in this cell',
        'el formulario no pregunta nada en "{place}": ponga de nuevo lo que estaba en esta celda',
        'o formulário não pergunta nada em "{place}": reponha o que estava nesta célula',
        "le formulaire ne demande rien à « {place} » : remettez ce qui était dans cette cellule",
    ),
    "form_place_twice": (
        '"{place}" stands in {other} already: this row was not taken; leave one of the two',
        '"{place}" ya está en {other}: esta fila no se tomó; deje una de las dos',
        '"{place}" já está em {other}: esta linha não foi tomada; deixe uma das duas',
        "« {place} » figure déjà en {other} : cette ligne n'a pas été prise ; gardez l'une des deux",
    ),
    "form_key_twice": (
        '"{key}" stands in {other} already: this row was not taken; each is named once',
        '"{key}" ya está en {other}: esta fila no se tomó; cada uno se nombra una vez',
        '"{key}" já está em {other}: esta linha não foi tomada; cada um é nomeado uma vez',
        "« {key} » figure déjà en {other} : cette ligne n'a pas été prise ; chacun est nommé une fois",
    ),
    "form_key_changed": (
        'the key was "{was}" and is now "{key}": this row was not taken; put the key back, and add a row for what is new',
        'la clave era "{was}" y ahora es "{key}": esta fila no se tomó; ponga de nuevo la clave y agregue una fila para lo nuevo',
        'a chave era "{was}" e agora é "{key}": esta linha não foi tomada; reponha a chave e acrescente uma linha para o novo',
        "la clé était « {was} » et est « {key} » : cette ligne n'a pas été prise ; remettez la clé et ajoutez une ligne pour le nouveau",
    ),
    "form_key_gone": (
        'the row of "{key}" is not there any more; the plan keeps it',
        'la fila de "{key}" ya no está; el plan la conserva',
        'a linha de "{key}" já não está; o plano a conserva',
        "la ligne de « {key} » n'est plus là ; le plan la garde",
    ),
    "form_row_without_key": (
        'this row says nothing without "{key}": each row needs it',
        'esta fila no dice nada sin "{key}": cada fila lo necesita',
        'esta linha não diz nada sem "{key}": cada linha precisa dele',
        "cette ligne ne dit rien sans « {key} » : chaque ligne en a besoin",
    ),
    "form_row_of_nobody": (
        "this row does not say which of «{list}» it belongs to: fill in its first columns",
        "esta fila no dice a cuál de «{list}» pertenece: llene sus primeras columnas",
        "esta linha não diz a qual de «{list}» pertence: preencha as suas primeiras colunas",
        "cette ligne ne dit pas duquel de « {list} » elle relève : remplissez ses premières colonnes",
    ),
    "form_cell_emptied": (
        'the cell said "{was}" and is empty: the plan keeps it; write why there is no answer where that is meant',
        'la celda decía "{was}" y está vacía: el plan lo conserva; si eso quiso decir, escriba por qué no hay respuesta',
        'a célula dizia "{was}" e está vazia: o plano o conserva; se for o caso, escreva por que não há resposta',
        "la cellule disait « {was} » et elle est vide : le plan le garde ; le cas échéant, écrivez pourquoi il n'y a pas de réponse",
    ),
    "form_wants_yes_or_no": (
        'the answer is yes or no, not "{typed}"',
        'la respuesta es sí o no, no "{typed}"',
        'a resposta é sim ou não, não "{typed}"',
        "la réponse est oui ou non, pas « {typed} »",
    ),
    "form_wants_yes_no_or_number": (
        'the answer is yes, no or a number, not "{typed}"',
        'la respuesta es sí, no o un número, no "{typed}"',
        'a resposta é sim, não ou um número, não "{typed}"',
        "la réponse est oui, non ou un nombre, pas « {typed} »",
    ),
    "form_wants_why": (
        '"{typed}" is none of the four: do not know, there is none, does not apply to us, cannot be shown',
        '"{typed}" no es ninguna de las cuatro: no se sabe, no hay, no se aplica a nosotros, no se puede mostrar',
        '"{typed}" não é nenhuma das quatro: não se sabe, não há, não se aplica a nós, não pode ser mostrado',
        "« {typed} » n'est aucune des quatre : on ne sait pas, il n'y en a pas, ne s'applique pas à nous, ne peut être montré",
    ),
    "form_what_is_so_now": (
        '"{typed}" does not say what is so now: write that into the list, or the new value here',
        '"{typed}" no dice qué vale ahora: escríbalo en la lista, o aquí el valor nuevo',
        '"{typed}" não diz o que vale agora: escreva-o na lista, ou aqui o valor novo',
        "« {typed} » ne dit pas ce qui vaut maintenant : écrivez-le dans la liste, ou ici la nouvelle valeur",
    ),
    "form_corrects": (
        'the plan said "{was}", the answer is "{now}": the answer was taken, both are kept',
        'el plan decía "{was}" y la respuesta es "{now}": se tomó la respuesta y se conservan ambas',
        'o plano dizia "{was}" e a resposta é "{now}": a resposta foi tomada e ambas são conservadas',
        "le plan disait « {was} », la réponse est « {now} » : la réponse a été prise, les deux sont gardées",
    ),
    "form_differs": (
        'the plan says "{was}", the answer "{now}", given without having seen it: both are kept, none was chosen',
        'el plan dice "{was}" y la respuesta "{now}", dada sin haberlo visto: se conservan ambas y no se eligió ninguna',
        'o plano diz "{was}" e a resposta "{now}", dada sem tê-lo visto: ambas são conservadas e nenhuma foi escolhida',
        "le plan dit « {was} », la réponse « {now} », donnée sans l'avoir vu : les deux sont gardées, aucune n'a été choisie",
    ),
    "form_disagrees": (
        "respondents differ: {values}; none was chosen",
        "los informantes difieren: {values}; no se eligió ninguna",
        "os informantes divergem: {values}; nenhuma foi escolhida",
        "les répondants diffèrent : {values} ; aucune n'a été choisie",
    ),
    "form_taken_out": (
        "the plan has {values}, which the cell does not name any more: the plan keeps it",
        "el plan tiene {values}, que la celda ya no nombra: el plan lo conserva",
        "o plano tem {values}, que a célula já não nomeia: o plano o conserva",
        "le plan a {values}, que la cellule ne nomme plus : le plan le garde",
    ),
    "form_none_but_given": (
        'the answer is "{says}", and the plan has {value}: the plan keeps it',
        'la respuesta es "{says}" y el plan tiene {value}: el plan lo conserva',
        'a resposta é "{says}" e o plano tem {value}: o plano o conserva',
        "la réponse est « {says} » et le plan a {value} : le plan le garde",
    ),
    "form_whys_differ": (
        "respondents differ on why there is no answer: {whys}",
        "los informantes difieren en por qué no hay respuesta: {whys}",
        "os informantes divergem sobre por que não há resposta: {whys}",
        "les répondants diffèrent sur la raison de l'absence de réponse : {whys}",
    ),
    "form_not_complete": (
        "the plan took this list as complete, the answer says that it is not: it is open now",
        "el plan tomaba esta lista como completa y la respuesta dice que no lo está: ahora queda abierta",
        "o plano tomava esta lista como completa e a resposta diz que não está: agora fica aberta",
        "le plan tenait cette liste pour complète, la réponse dit que non : elle est ouverte maintenant",
    ),
    "form_fewer_than_given": (
        "the answer says {said}, and the plan names {count}: nothing was taken of it",
        "la respuesta dice {said} y el plan nombra {count}: no se tomó nada de ella",
        "a resposta diz {said} e o plano nomeia {count}: nada foi tomado dela",
        "la réponse dit {said}, et le plan en nomme {count} : rien n'en a été pris",
    ),
    "table_not_utf8": (
        "{name} is not UTF-8: save it as CSV UTF-8",
        "{name} no está en UTF-8: guárdelo como CSV UTF-8",
        "{name} não está em UTF-8: salve-o como CSV UTF-8",
        "{name} n'est pas en UTF-8 : enregistrez-le en CSV UTF-8",
    ),
    "table_empty": (
        "{name} has no row: the first one names the columns",
        "{name} no tiene filas: la primera nombra las columnas",
        "{name} não tem linhas: a primeira nomeia as colunas",
        "{name} n'a pas de ligne : la première nomme les colonnes",
    ),
    "table_into_no_list": (
        '"{place}" is no list of elements: a table fills one',
        '"{place}" no es una lista de elementos: una tabla llena una',
        '"{place}" não é uma lista de elementos: uma tabela preenche uma',
        "« {place} » n'est pas une liste d'éléments : un tableau en remplit une",
    ),
    "table_column_unknown": (
        '{entity} has no field "{column}": the column was left out{near}',
        '{entity} no tiene el campo "{column}": la columna se dejó fuera{near}',
        '{entity} não tem o campo "{column}": a coluna foi deixada de fora{near}',
        "{entity} n'a pas de champ « {column} » : la colonne a été laissée de côté{near}",
    ),
    "table_column_twice": (
        'the columns "{column}" and "{other}" are the same field: the first was taken',
        'las columnas "{column}" y "{other}" son el mismo campo: se tomó la primera',
        'as colunas "{column}" e "{other}" são o mesmo campo: foi tomada a primeira',
        "les colonnes « {column} » et « {other} » sont le même champ : la première a été prise",
    ),
    "table_without_key": (
        "the table has no column {key}: its rows were added, and nothing can refer to them",
        "la tabla no tiene la columna {key}: se agregaron sus filas y nada puede referirse a ellas",
        "a tabela não tem a coluna {key}: as suas linhas foram acrescentadas e nada pode se referir a elas",
        "le tableau n'a pas de colonne {key} : ses lignes ont été ajoutées, et rien ne peut y renvoyer",
    ),
    "export_not_read": (
        "{name} is no export of KoBoToolbox or ODK: JSON with a list of submissions, or CSV with a row for each",
        "{name} no es una exportación de KoBoToolbox ni de ODK: JSON con una lista de envíos, o CSV con una fila para cada uno",
        "{name} não é uma exportação do KoBoToolbox nem do ODK: JSON com uma lista de envios, ou CSV com uma linha para cada um",
        "{name} n'est pas un export de KoBoToolbox ni d'ODK : JSON avec une liste d'envois, ou CSV avec une ligne pour chacun",
    ),
    "export_of_nothing": (
        "{name} answers no question of {ruleset}: it is the export of another form",
        "{name} no responde ninguna pregunta de {ruleset}: es la exportación de otro formulario",
        "{name} não responde nenhuma pergunta de {ruleset}: é a exportação de outro formulário",
        "{name} ne répond à aucune question de {ruleset} : c'est l'export d'un autre formulaire",
    ),
    "export_unknown": (
        'the form has no question "{name}": it was not read',
        'el formulario no tiene la pregunta "{name}": no se leyó',
        'o formulário não tem a pergunta "{name}": não foi lida',
        "le formulaire n'a pas de question « {name} » : elle n'a pas été lue",
    ),
    "form_of_which_ruleset": (
        "{name} does not say which ruleset asks: name it with --rules",
        "{name} no dice qué reglamento pregunta: indíquelo con --rules",
        "{name} não diz que regulamento pergunta: indique-o com --rules",
        "{name} ne dit pas quel recueil interroge : nommez-le avec --rules",
    ),
    "form_not_taken": ("not taken: {about}", "no se tomó: {about}", "não foi tomado: {about}", "non pris : {about}"),
    "rules_as_plan": (
        "{name} is a ruleset, not a plan: first the ruleset, then the plan, as in  brecha assess {path} plan.json",
        "{name} es un reglamento, no un plan: primero el reglamento y luego el plan, como en  brecha assess {path} plan.json",
        "{name} é um regulamento, não um plano: primeiro o regulamento e depois o plano, como em  brecha assess {path} plan.json",
        "{name} est un recueil, pas un plan : d'abord le recueil, puis le plan, comme dans  brecha assess {path} plan.json",
    ),
    "folder_as_plan": (
        "{path} is a folder, not a plan: name its files, or use assess_all",
        "{path} es una carpeta, no un plan: nombre sus archivos, o use assess_all",
        "{path} é uma pasta, não um plano: indique os seus arquivos, ou use assess_all",
        "{path} est un dossier, pas un plan : nommez ses fichiers, ou utilisez assess_all",
    ),
    "not_installed": (
        "{library} is not installed: pip install 'brecha[{extra}]'",
        "{library} no está instalado: pip install 'brecha[{extra}]'",
        "{library} não está instalado: pip install 'brecha[{extra}]'",
        "{library} n'est pas installé : pip install 'brecha[{extra}]'",
    ),
    "no_picture": (
        'there is no picture "{kind}"{near}\npictures: {pictures}',
        'no existe la imagen "{kind}"{near}\nimágenes: {pictures}',
        'não existe a imagem "{kind}"{near}\nimagens: {pictures}',
        'il n\'y a pas d\'image « {kind} »{near}\nimages : {pictures}',
    ),
    "nothing_to_draw": (
        "there is no calendar to draw: no rule of {ruleset} says how far apart dates of this plan may lie",
        "no hay calendario que dibujar: ninguna regla de {ruleset} dice cuánto tiempo puede haber entre fechas de este plan",
        "não há calendário a desenhar: nenhuma regra de {ruleset} diz quanto tempo pode haver entre datas deste plano",
        "il n'y a pas de calendrier à dessiner : aucune règle de {ruleset} ne dit quel délai peut séparer des dates de ce plan",
    ),
    "no_gap_to_plan": (
        "there is no gap, and OSCAL has no plan of action without an item",
        "no hay ninguna brecha, y OSCAL no tiene plan de acción sin ningún punto",
        "não há nenhuma lacuna, e o OSCAL não tem plano de ação sem nenhum item",
        "il n'y a aucune lacune, et OSCAL n'a pas de plan d'action sans élément",
    ),
    "no_such_picture_ending": (
        "{file}: a picture is written as .svg or .png",
        "{file}: una imagen se escribe como .svg o .png",
        "{file}: uma imagem é gravada como .svg ou .png",
        "{file} : une image s'écrit en .svg ou .png",
    ),
    "too_many_rows": (
        "{sheet} has {rows} rows, more than a sheet holds",
        "{sheet} tiene {rows} filas, más de las que caben en una hoja",
        "{sheet} tem {rows} linhas, mais do que cabem em uma planilha",
        "{sheet} a {rows} lignes, plus qu'une feuille n'en contient",
    ),
    "plans_assessed": (
        "{done} of {total} {total|plan|plans} assessed",
        "{done} de {total} {total|plan evaluado|planes evaluados}",
        "{done} de {total} {total|plano avaliado|planos avaliados}",
        "{done} sur {total} {total|plan évalué|plans évalués}",
    ),
    "no_plan_in_folder": (
        "there is no plan (.json, .yaml) in the folder {folder}",
        "no hay ningún plan (.json, .yaml) en la carpeta {folder}",
        "não há nenhum plano (.json, .yaml) na pasta {folder}",
        "il n'y a pas de plan (.json, .yaml) dans le dossier {folder}",
    ),
    "no_plan_was_read": (
        "no plan could be read",
        "no se pudo leer ningún plan",
        "nenhum plano pôde ser lido",
        "aucun plan n'a pu être lu",
    ),
    "other_ruleset": (
        "the files of {name} changed since it was pickled",
        "los archivos de {name} cambiaron desde que se guardó con pickle",
        "os arquivos de {name} mudaram desde que foi guardado com pickle",
        "les fichiers de {name} ont changé depuis sa mise en pickle",
    ),

    # --- what is wrong with a plan in YAML
    "yaml_colon": (
        "behind the name of a field stand a colon and a blank",
        "tras el nombre de un campo van dos puntos y un espacio",
        "depois do nome de um campo vêm dois-pontos e um espaço",
        "derrière le nom d'un champ viennent un deux-points et une espace",
    ),
    "yaml_second_colon": (
        "no colon can stand here: put a text that has one in quotes, or see whether the line above lacks its own",
        "aquí no puede ir un signo de dos puntos: ponga entre comillas el texto que lo contiene, o vea si a la línea anterior le falta el suyo",
        "aqui não pode haver dois-pontos: ponha entre aspas o texto que os contém, ou veja se faltam à linha anterior",
        "aucun deux-points ne peut venir ici : mettez entre guillemets le texte qui en a un, ou voyez s'il manque à la ligne précédente",
    ),
    "yaml_not_begun": (
        "{character} closes nothing that was opened",
        "{character} no cierra nada que se haya abierto",
        "{character} não fecha nada que tenha sido aberto",
        "{character} ne ferme rien qui ait été ouvert",
    ),
    "yaml_indentation": (
        "this line does not stand under those that it belongs to: look at the blanks before it",
        "esta línea no está debajo de aquellas a las que pertenece: mire los espacios que la preceden",
        "esta linha não está abaixo daquelas a que pertence: veja os espaços antes dela",
        "cette ligne n'est pas sous celles dont elle fait partie : regardez les espaces qui la précèdent",
    ),
    "yaml_dash": (
        "no item of a list can begin here: put the hyphen in a line of its own",
        "aquí no puede empezar un elemento de una lista: ponga el guion en una línea propia",
        "aqui não pode começar um elemento de uma lista: ponha o hífen em uma linha própria",
        "aucun élément de liste ne peut commencer ici : mettez le tiret sur une ligne à lui",
    ),
    "yaml_first_character": (
        "no value begins with {character}: put it in quotes",
        "ningún valor empieza con {character}: póngalo entre comillas",
        "nenhum valor começa com {character}: ponha-o entre aspas",
        "aucune valeur ne commence par {character} : mettez-la entre guillemets",
    ),
    "yaml_tab": (
        "there is a tab: write blanks before a line",
        "hay un tabulador: escriba espacios delante de una línea",
        "há um tabulador: escreva espaços antes de uma linha",
        "il y a une tabulation : écrivez des espaces devant une ligne",
    ),
    "yaml_list_goes_on": (
        "behind an item stands a comma, and behind the last one ]",
        "tras un elemento va una coma, y tras el último ]",
        "depois de um elemento vem uma vírgula, e depois do último ]",
        "derrière un élément vient une virgule, et derrière le dernier ]",
    ),
    "yaml_object_goes_on": (
        "behind a value stands a comma, and behind the last one }",
        "tras un valor va una coma, y tras el último }",
        "depois de um valor vem uma vírgula, e depois do último }",
        "derrière une valeur vient une virgule, et derrière la dernière }",
    ),
    "yaml_value": ("a value is missing here", "aquí falta un valor", "aqui falta um valor", "il manque une valeur ici"),
    "yaml_text_not_closed": (
        "a text in quotes is not closed",
        "un texto entre comillas no está cerrado",
        "um texto entre aspas não está fechado",
        "un texte entre guillemets n'est pas fermé",
    ),
    "yaml_escape": (
        "behind \\ nothing of this kind can stand: write \\\\ for a backslash, or take single quotes",
        "tras \\ no puede ir esto: escriba \\\\ para una barra invertida, o use comillas simples",
        "depois de \\ isto não pode vir: escreva \\\\ para uma barra invertida, ou use aspas simples",
        "derrière \\ ceci ne peut venir : écrivez \\\\ pour une barre oblique inverse, ou prenez des apostrophes",
    ),
    "yaml_alias": (
        "nothing before it has the anchor {character}",
        "nada antes de esto tiene el ancla {character}",
        "nada antes disto tem a âncora {character}",
        "rien avant cela n'a l'ancre {character}",
    ),
    "yaml_another_document": (
        "a plan is one document, and another one follows",
        "un plan es un solo documento, y le sigue otro",
        "um plano é um só documento, e outro o segue",
        "un plan est un seul document, et un autre le suit",
    ),
    "yaml_character": (
        "the character {character} cannot stand in YAML",
        "el carácter {character} no puede estar en YAML",
        "o caractere {character} não pode estar em YAML",
        "le caractère {character} ne peut figurer en YAML",
    ),
    "yaml_half_a_character": (
        "{character} is half a character",
        "{character} es medio carácter",
        "{character} é meio caractere",
        "{character} est une moitié de caractère",
    ),
    "yaml_aliases": (
        "more than {most} values once its aliases are written out",
        "más de {most} valores una vez escritos sus alias",
        "mais de {most} valores depois de escritos os seus aliases",
        "plus de {most} valeurs une fois ses alias écrits",
    ),
    "yaml_name": (
        "a field is named by a text",
        "un campo se nombra con un texto",
        "um campo é nomeado por um texto",
        "un champ est nommé par un texte",
    ),
    "yaml_too_deep": ("nested too deep", "anidado con demasiada profundidad", "aninhado em profundidade demais", "imbriqué trop profondément"),

    # --- values of parameters
    "no_such_number": (
        "{parameter}: {value} is no number that a rule can write: at most 30 digits before the point and nine behind it",
        "{parameter}: {value} no es un número que una regla pueda escribir: como máximo 30 cifras antes del punto y nueve después",
        "{parameter}: {value} não é um número que uma regra possa escrever: no máximo 30 algarismos antes do ponto e nove depois",
        "{parameter} : {value} n'est pas un nombre qu'une règle puisse écrire : au plus 30 chiffres avant le point et neuf après",
    ),
    "no_such_duration": (
        "{parameter}: a duration is whole seconds and not below zero, and this one is {value}: round it up or down, whichever the rule means",
        "{parameter}: una duración son segundos enteros y nunca menos de cero, y esta es {value}: redondéela hacia arriba o hacia abajo, según lo que diga la regla",
        "{parameter}: uma duração são segundos inteiros e nunca menos de zero, e esta é {value}: arredonde-a para cima ou para baixo, conforme o que diz a regra",
        "{parameter} : une durée compte des secondes entières et n'est pas inférieure à zéro, et celle-ci est {value} : arrondissez-la vers le haut ou le bas, selon la règle",
    ),
    "no_such_moment": (
        "{parameter}: {value} is no moment that a rule can write: whole seconds, and an offset of whole minutes",
        "{parameter}: {value} no es un momento que una regla pueda escribir: segundos enteros, y un desfase de minutos enteros",
        "{parameter}: {value} não é um momento que uma regra possa escrever: segundos inteiros, e um deslocamento de minutos inteiros",
        "{parameter} : {value} n'est pas un moment qu'une règle puisse écrire : des secondes entières, et un décalage de minutes entières",
    ),

    # --- changes to a plan, and what a person typed
    "no_place": (
        'the place "{place}" is not there: there is no field "{name}"{near}',
        'el lugar "{place}" no existe: no hay ningún campo "{name}"{near}',
        'o lugar "{place}" não existe: não há nenhum campo "{name}"{near}',
        "le lieu « {place} » n'existe pas : il n'y a pas de champ « {name} »{near}",
    ),
    "place_is_the_plan": (
        "this place is the whole plan: name a field, as in agencies/ict/level",
        "este lugar es todo el plan: nombre un campo, como en agencies/ict/level",
        "este lugar é todo o plano: indique um campo, como em agencies/ict/level",
        "ce lieu est tout le plan : nommez un champ, comme dans agencies/ict/level",
    ),
    "place_not_reached": (
        'nothing can be written at "{place}": what stands at "{at}" is of another kind; mend that first',
        'no se puede escribir nada en "{place}": lo que hay en "{at}" es de otra clase; corrija eso primero',
        'não se pode escrever nada em "{place}": o que está em "{at}" é de outro tipo; corrija isso primeiro',
        "rien ne peut être écrit en « {place} » : ce qui est en « {at} » est d'une autre sorte ; corrigez cela d'abord",
    ),
    "place_has_no_key": (
        'at "{place}" an element of {name} is named by its position, as in {name}/[0], or by its whole key',
        'en "{place}" un elemento de {name} se nombra por su posición, como en {name}/[0], o por su clave entera',
        'em "{place}" um elemento de {name} é nomeado pela sua posição, como em {name}/[0], ou pela sua chave inteira',
        "en « {place} », un élément de {name} se nomme par sa position, comme dans {name}/[0], ou par sa clé entière",
    ),
    "name_twice": (
        '{file}: "{name}" stands twice in one object, and writing the file would lose one of the two; take one out first',
        '{file}: "{name}" figura dos veces en un objeto, y al escribir el archivo se perdería uno de los dos; quite uno antes',
        '{file}: "{name}" consta duas vezes em um objeto, e ao gravar o arquivo se perderia um dos dois; retire um antes',
        "{file} : « {name} » figure deux fois dans un objet, et écrire le fichier perdrait l'un des deux ; ôtez-en un d'abord",
    ),
    "typed_not_wanted": (
        '"{typed}" does not fit; wanted: {wanted}{near}',
        '"{typed}" no sirve; se espera: {wanted}{near}',
        '"{typed}" não serve; espera-se: {wanted}{near}',
        "« {typed} » ne convient pas ; attendu : {wanted}{near}",
    ),
    "typed_begins_several": (
        'several choices begin with "{typed}": {words}; write one of them',
        'varias opciones empiezan con "{typed}": {words}; escriba una de ellas',
        'várias opções começam com "{typed}": {words}; escreva uma delas',
        "plusieurs choix commencent par « {typed} » : {words} ; écrivez l'un d'eux",
    ),
    "typed_two_numbers": (
        '"{typed}" may be {one} or {other}: write {one} or {other}',
        '"{typed}" puede ser {one} o {other}: escriba {one} o {other}',
        '"{typed}" pode ser {one} ou {other}: escreva {one} ou {other}',
        "« {typed} » peut être {one} ou {other} : écrivez {one} ou {other}",
    ),
    "typed_two_percentages": (
        '"{typed}" may be {one} or {other}: write the sign %',
        '"{typed}" puede ser {one} o {other}: escriba el signo %',
        '"{typed}" pode ser {one} ou {other}: escreva o sinal %',
        "« {typed} » peut être {one} ou {other} : écrivez le signe %",
    ),
    "typed_two_dates": (
        '"{typed}" may be two days: write {one} or {other}',
        '"{typed}" puede ser dos días: escriba {one} o {other}',
        '"{typed}" pode ser dois dias: escreva {one} ou {other}',
        "« {typed} » peut être deux jours : écrivez {one} ou {other}",
    ),
    "typed_no_day": (
        'there is no day "{typed}": write year-month-day, as in 2026-01-15; the day, and the month, may be left out',
        'no existe el día "{typed}": escriba año-mes-día, como en 2026-01-15; puede omitir el día, y también el mes',
        'não existe o dia "{typed}": escreva ano-mês-dia, como em 2026-01-15; pode omitir o dia, e também o mês',
        "le jour « {typed} » n'existe pas : écrivez année-mois-jour, comme dans 2026-01-15 ; le jour, et aussi le mois, peuvent manquer",
    ),

    # --- files
    "not_written": (
        "{file} was not written: {reason}",
        "no se escribió {file}: {reason}",
        "{file} não foi gravado: {reason}",
        "{file} n'a pas été écrit : {reason}",
    ),
    # --- documents
    "document_locked": (
        "{file} is locked with a password: save it without one, and read that",
        "{file} está protegido con contraseña: guárdelo sin ella y lea esa copia",
        "{file} está protegido por senha: salve-o sem ela e leia essa cópia",
        "{file} est protégé par un mot de passe : enregistrez-le sans lui, et lisez cette copie",
    ),
    "document_damaged": (
        "{file} is damaged or cut short: get it anew, or open it in the program it was made with and save it again",
        "{file} está dañado o incompleto: consígalo de nuevo, o ábralo con el programa con que se hizo y guárdelo otra vez",
        "{file} está danificado ou incompleto: obtenha-o de novo, ou abra-o no programa em que foi feito e salve-o outra vez",
        "{file} est endommagé ou incomplet : procurez-vous-le à nouveau, ou ouvrez-le dans le programme qui l'a produit et enregistrez-le",
    ),
    "document_too_long": (
        "{file} is too large to be read as a document (256 MB, 10,000 pages, 20 million letters): take the part that matters",
        "{file} es demasiado grande para leerlo como documento (256 MB, 10.000 páginas, 20 millones de letras): tome la parte que interesa",
        "{file} é grande demais para ser lido como documento (256 MB, 10.000 páginas, 20 milhões de letras): tome a parte que interessa",
        "{file} est trop grand pour être lu comme document (256 Mo, 10 000 pages, 20 millions de lettres) : prenez la partie utile",
    ),
    "document_without_text": (
        "{file} has no text: where it was scanned, have its letters recognised first (OCR)",
        "{file} no tiene texto: si fue escaneado, aplíquele antes un reconocimiento de caracteres (OCR)",
        "{file} não tem texto: se foi digitalizado, faça antes o reconhecimento de caracteres (OCR)",
        "{file} ne contient pas de texte : s'il a été numérisé, passez-le d'abord par une reconnaissance de caractères (OCR)",
    ),
    "document_old_word": (
        "{file} is in an older format of Word or Excel: save it as DOCX or PDF",
        "{file} está en un formato antiguo de Word o Excel: guárdelo como DOCX o PDF",
        "{file} está em um formato antigo do Word ou Excel: salve-o como DOCX ou PDF",
        "{file} est dans un ancien format de Word ou d'Excel : enregistrez-le en DOCX ou PDF",
    ),
    "document_of_no_kind": (
        "{file} is no PDF, Word document (DOCX), HTML page or plain text",
        "{file} no es un PDF, un documento de Word (DOCX), una página HTML ni un texto",
        "{file} não é um PDF, um documento do Word (DOCX), uma página HTML nem um texto",
        "{file} n'est ni un PDF, ni un document Word (DOCX), ni une page HTML, ni un texte",
    ),
    "no_page": (
        "{document} has no page {number}: {pages} in all",
        "{document} no tiene la página {number}: son {pages} en total",
        "{document} não tem a página {number}: são {pages} ao todo",
        "{document} n'a pas de page {number} : il y en a {pages}",
    ),
    "passage_without_place": (
        "this passage answers a free question: say which place of the plan it is for",
        "este pasaje responde a una pregunta libre: diga para qué lugar del plan es",
        "esta passagem responde a uma pergunta livre: diga para que lugar do plano ela é",
        "ce passage répond à une question libre : dites pour quel lieu du plan il est",
    ),
    "element_wanted": (
        "{place} takes an element: give nothing, or a dict of what is known of it",
        "{place} admite un elemento: no indique nada, o un diccionario con lo que se sabe de él",
        "{place} recebe um elemento: não indique nada, ou um dicionário com o que se sabe dele",
        "{place} prend un élément : ne donnez rien, ou un dictionnaire de ce que l'on en sait",
    ),
    "value_wanted": (
        "which value does the passage give for {place}?{offers}",
        "¿qué valor da el pasaje para {place}?{offers}",
        "que valor a passagem dá para {place}?{offers}",
        "quelle valeur le passage donne-t-il pour {place} ?{offers}",
    ),
    "passage_names": (" It names {values}", " Nombra {values}", " Ela menciona {values}", " Il nomme {values}"),
    "judgement_has_no_none": (
        "{place} asks for a judgement: answer yes or no, or leave it open",
        "{place} pide un juicio: responda sí o no, o déjelo abierto",
        "{place} pede um juízo: responda sim ou não, ou deixe-o em aberto",
        "{place} demande un jugement : répondez oui ou non, ou laissez-le ouvert",
    ),
    "yes_or_no_wanted": ("answer yes or no", "responda sí o no", "responda sim ou não", "répondez oui ou non"),
    "searched_not_found": (
        "searched, not found: {document}, all {pages}",
        "buscado, no encontrado: {document}, todo ({pages})",
        "procurado, não encontrado: {document}, todo ({pages})",
        "cherché, pas trouvé : {document}, en entier ({pages})",
    ),
    "most_is_no_number": (
        '--most takes a number, not "{text}"',
        '--most recibe un número, no "{text}"',
        '--most recebe um número, não "{text}"',
        "--most prend un nombre, pas « {text} »",
    ),
    "passages_of": (
        "{document}: {pages} {pages|page|pages}",
        "{document}: {pages} {pages|página|páginas}",
        "{document}: {pages} {pages|página|páginas}",
        "{document} : {pages} {pages|page|pages}",
    ),
    "sections_of": (
        "{document}: {pages} {pages|section|sections} (the format has no pages)",
        "{document}: {pages} {pages|sección|secciones} (el formato no tiene páginas)",
        "{document}: {pages} {pages|seção|seções} (o formato não tem páginas)",
        "{document} : {pages} {pages|section|sections} (le format n'a pas de pages)",
    ),
    "passages_searched_in": (
        "searched in {language}; {found} of {asked} questions with a passage that fits",
        "buscado en {language}; {found} de {asked} preguntas con un pasaje que encaja",
        "procurado em {language}; {found} de {asked} perguntas com uma passagem que serve",
        "cherché en {language} ; {found} questions sur {asked} avec un passage qui convient",
    ),
    "pages_without_text": (
        "no text on {count|page|pages} {numbers}: what stands there was not searched",
        "sin texto en {count|la página|las páginas} {numbers}: lo que hay allí no se buscó",
        "sem texto {count|na página|nas páginas} {numbers}: o que há ali não foi procurado",
        "pas de texte {count|à la page|aux pages} {numbers} : ce qui s'y trouve n'a pas été cherché",
    ),
    "page_number": ("p. {number}", "p. {number}", "p. {number}", "p. {number}"),
    "section_number": ("section {number}", "sección {number}", "seção {number}", "section {number}"),
    "passage_weak": ("weak", "débil", "fraco", "faible"),
    "passage_names_values": ("names: {values}", "nombra: {values}", "menciona: {values}", "nomme : {values}"),
    "not_found_here": (
        "not found here: nothing fits",
        "no se encontró aquí: nada encaja",
        "não encontrado aqui: nada serve",
        "pas trouvé ici : rien ne convient",
    ),

    "not_read": (
        "{file} cannot be read: {reason}",
        "no se puede leer {file}: {reason}",
        "{file} não pode ser lido: {reason}",
        "{file} ne peut pas être lu : {reason}",
    ),
    "no_such_folder": ("there is no such folder", "no existe esa carpeta", "essa pasta não existe", "ce dossier n'existe pas"),
    "no_permission": ("there is no permission", "no hay permiso", "não há permissão", "l'autorisation manque"),
    "disk_full": ("the disk is full", "el disco está lleno", "o disco está cheio", "le disque est plein"),
    "is_a_folder": ("it is a folder", "es una carpeta", "é uma pasta", "c'est un dossier"),
    "name_too_long": ("its name is too long", "su nombre es demasiado largo", "o nome é longo demais", "son nom est trop long"),
    "no_such_file": ("it is not there", "no existe", "não existe", "il n'existe pas"),

    # --- the command: what was typed
    "no_command": (
        'there is no command "{command}"{near}\ncommands: {commands}',
        'no existe la orden "{command}"{near}\nórdenes: {commands}',
        'não existe o comando "{command}"{near}\ncomandos: {commands}',
        "il n'y a pas de commande « {command} »{near}\ncommandes : {commands}",
    ),
    "no_option": (
        'there is no option "{option}"{near}',
        'no existe la opción "{option}"{near}',
        'não existe a opção "{option}"{near}',
        "il n'y a pas d'option « {option} »{near}",
    ),
    "no_choice": (
        '{option} has no value "{value}"{near}\nvalues: {choices}',
        '{option} no tiene el valor "{value}"{near}\nvalores: {choices}',
        '{option} não tem o valor "{value}"{near}\nvalores: {choices}',
        "{option} n'a pas de valeur « {value} »{near}\nvaleurs : {choices}",
    ),
    "option_wants_a_value": (
        "{option} wants a value",
        "{option} necesita un valor",
        "{option} precisa de um valor",
        "{option} demande une valeur",
    ),
    "option_takes_no_value": (
        "{option} takes no value",
        "{option} no lleva ningún valor",
        "{option} não leva nenhum valor",
        "{option} ne prend pas de valeur",
    ),
    "argument_missing": (
        "{count|argument|arguments} not given: {names}",
        "{count|falta|faltan}: {names}",
        "{count|falta|faltam}: {names}",
        "{count|argument manquant|arguments manquants} : {names}",
    ),
    "argument_too_many": (
        "{count|argument|arguments} too many: {words}",
        "{count|sobra|sobran}: {words}",
        "{count|sobra|sobram}: {words}",
        "{count|argument|arguments} en trop : {words}",
    ),
    "see_help": ("see  {command}", "vea  {command}", "veja  {command}", "voir  {command}"),

    # --- the command: assess, why
    "interrupted": ("interrupted", "interrumpido", "interrompido", "interrompu"),
    "unexpected": (
        "something went wrong that should not have ({what})\nin: {where}\nplease report it",
        "algo salió mal que no debía ({what})\nen: {where}\npor favor avise",
        "algo deu errado que não devia ({what})\nem: {where}\npor favor, avise",
        "quelque chose a échoué qui n'aurait pas dû ({what})\ndans : {where}\nmerci de le signaler",
    ),
    "output_failed": (
        "the output could not be written: {reason}",
        "no se pudo escribir la salida: {reason}",
        "não foi possível gravar a saída: {reason}",
        "la sortie n'a pas pu être écrite : {reason}",
    ),
    "written": ("written: {file}", "escrito: {file}", "gravado: {file}", "écrit : {file}"),
    "nothing_assessed": (
        "no plan could be assessed; {file} was not written",
        "no se pudo evaluar ningún plan; no se escribió {file}",
        "nenhum plano pôde ser avaliado; {file} não foi gravado",
        "aucun plan n'a pu être évalué ; {file} n'a pas été écrit",
    ),
    "form_needs_output": (
        "{form} needs a file: --output FILE.{form}",
        "{form} necesita un archivo: --output ARCHIVO.{form}",
        "{form} precisa de um arquivo: --output ARQUIVO.{form}",
        "{form} demande un fichier : --output FICHIER.{form}",
    ),
    "no_such_ending": (
        "the ending of {file} says no format\nendings: {endings}",
        "la extensión de {file} no indica ningún formato\nextensiones: {endings}",
        "a extensão de {file} não indica nenhum formato\nextensões: {endings}",
        "l'extension de {file} n'indique aucun format\nextensions : {endings}",
    ),
    "ending_contradicts": (
        "{file} ends in {ending}, which is {of_ending}, and --format says {form}: leave one out, or make them agree",
        "{file} termina en {ending}, que es {of_ending}, y --format dice {form}: quite uno, o haga que coincidan",
        "{file} termina em {ending}, que é {of_ending}, e --format diz {form}: tire um, ou faça-os coincidir",
        "{file} finit par {ending}, c'est-à-dire {of_ending}, et --format dit {form} : ôtez l'un, ou accordez-les",
    ),
    "output_is_input": (
        "{file} is read by this command; choose another name for the output",
        "este comando lee {file}; elija otro nombre para la salida",
        "este comando lê {file}; escolha outro nome para a saída",
        "cette commande lit {file} ; choisissez un autre nom pour la sortie",
    ),
    "set_wants_a_value": (
        '--set wants NAME=VALUE, not "{text}", as in  --set minimum_representatives=3',
        '--set espera NOMBRE=VALOR, no "{text}", como en  --set minimum_representatives=3',
        '--set espera NOME=VALOR, não "{text}", como em  --set minimum_representatives=3',
        "--set attend NOM=VALEUR, pas « {text} », comme dans  --set minimum_representatives=3",
    ),
    "wrong_order": (
        "{plan} is a plan and {ruleset} a ruleset: first the ruleset, then the plan, as in  brecha assess {ruleset} {plan}",
        "{plan} es un plan y {ruleset} un reglamento: primero el reglamento y luego el plan, como en  brecha assess {ruleset} {plan}",
        "{plan} é um plano e {ruleset} um regulamento: primeiro o regulamento e depois o plano, como em  brecha assess {ruleset} {plan}",
        "{plan} est un plan et {ruleset} un recueil : d'abord le recueil, puis le plan, comme dans  brecha assess {ruleset} {plan}",
    ),
    "plan_is_no_ruleset": (
        "{plan} is a plan, not a ruleset: first the ruleset, then the plan, as in  brecha assess tourism_security {plan}",
        "{plan} es un plan, no un reglamento: primero el reglamento y luego el plan, como en  brecha assess tourism_security {plan}",
        "{plan} é um plano, não um regulamento: primeiro o regulamento e depois o plano, como em  brecha assess tourism_security {plan}",
        "{plan} est un plan, pas un recueil : d'abord le recueil, puis le plan, comme dans  brecha assess tourism_security {plan}",
    ),
    "ruleset_is_no_plan": (
        "{ruleset} is a ruleset, not a plan: one ruleset stands first, plans follow it",
        "{ruleset} es un reglamento, no un plan: un reglamento va primero, los planes le siguen",
        "{ruleset} é um regulamento, não um plano: um regulamento vem primeiro, os planos vêm depois",
        "{ruleset} est un recueil, pas un plan : un recueil vient d'abord, les plans le suivent",
    ),
    "why_wants_one_plan": (
        "why looks at one plan, and {folder} is a folder of several",
        "why mira un solo plan, y {folder} es una carpeta con varios",
        "why olha um só plano, e {folder} é uma pasta com vários",
        "why regarde un seul plan, et {folder} est un dossier de plusieurs",
    ),

    "form_wants_one_plan": (
        "a form is for one plan, and {folder} is a folder of several",
        "un formulario es para un solo plan, y {folder} es una carpeta con varios",
        "um formulário é para um só plano, e {folder} é uma pasta com vários",
        "un formulaire est pour un seul plan, et {folder} est un dossier de plusieurs",
    ),

    # --- check, fmt, test
    "no_file_or_folder": (
        'there is no file or folder "{path}"{near}',
        'no existe el archivo o la carpeta "{path}"{near}',
        'não existe o arquivo ou a pasta "{path}"{near}',
        "il n'y a pas de fichier ni de dossier « {path} »{near}",
    ),
    "no_brecha_file": (
        "there is no .brecha file in {folder}",
        "no hay ningún archivo .brecha en {folder}",
        "não há nenhum arquivo .brecha em {folder}",
        "il n'y a pas de fichier .brecha dans {folder}",
    ),
    "not_a_file": (
        "{path} is neither a file nor a folder: devices and pipes are not read",
        "{path} no es un archivo ni una carpeta: no se leen dispositivos ni tuberías",
        "{path} não é um arquivo nem uma pasta: não se leem dispositivos nem tubos",
        "{path} n'est ni un fichier ni un dossier : les périphériques et tubes ne sont pas lus",
    ),
    "checked": (
        "{checked} checked: {errors} {errors|error|errors}, {warnings} {warnings|warning|warnings}",
        "{checked} {checked|revisado|revisados}: {errors} {errors|error|errores}, {warnings} {warnings|advertencia|advertencias}",
        "{checked} {checked|verificado|verificados}: {errors} {errors|erro|erros}, {warnings} {warnings|aviso|avisos}",
        "{checked} {checked|vérifié|vérifiés} : {errors} {errors|erreur|erreurs}, {warnings} {warnings|avertissement|avertissements}",
    ),
    "changed_file": ("changed: {file}", "cambiado: {file}", "alterado: {file}", "modifié : {file}"),
    "would_change_file": ("would change: {file}", "cambiaría: {file}", "mudaria: {file}", "changerait : {file}"),
    "laid_out": (
        "{files} {files|file|files}: {changed} changed, {unchanged} as they should be, {broken} not readable",
        "{files} {files|archivo|archivos}: {changed} con cambios, {unchanged} como deben estar, {broken} ilegibles",
        "{files} {files|arquivo|arquivos}: {changed} com alterações, {unchanged} como devem estar, {broken} ilegíveis",
        "{files} {files|fichier|fichiers} : {changed} {changed|modifié|modifiés}, {unchanged} en ordre, {broken} illisibles",
    ),
    "would_change": (
        "{files} {files|file|files}: {changed} would change, {unchanged} as they should be, {broken} not readable",
        "{files} {files|archivo|archivos}: {changed} {changed|cambiaría|cambiarían}, {unchanged} como deben estar, {broken} ilegibles",
        "{files} {files|arquivo|arquivos}: {changed} {changed|mudaria|mudariam}, {unchanged} como devem estar, {broken} ilegíveis",
        "{files} {files|fichier|fichiers} : {changed} {changed|changerait|changeraient}, {unchanged} en ordre, {broken} illisibles",
    ),
    "case_failed": ("failed", "falló", "falhou", "échec"),
    "cases_passed": (
        "{name} {version}: {passed} of {cases} {cases|case|cases} passed",
        "{name} {version}: {passed} de {cases} {cases|caso aprobado|casos aprobados}",
        "{name} {version}: {passed} de {cases} {cases|caso aprovado|casos aprovados}",
        "{name} {version} : {passed} sur {cases} {cases|cas réussi|cas réussis}",
    ),
    "not_reached": ("reached by no case:", "ningún caso los alcanza:", "nenhum caso os alcança:", "atteints par aucun cas :"),
    "no_cases": (
        "there are no cases: write  tests for … { case … }  beside the rules",
        "no hay casos: escriba  pruebas de … { caso … }  junto a las reglas",
        "não há casos: escreva  testes de … { caso … }  junto das regras",
        "il n'y a pas de cas : écrivez  essais de … { cas … }  à côté des règles",
    ),
    "no_case_meant": (
        'no case speaks of "{which}" or is called so{near}',
        'ningún caso habla de "{which}" ni se llama así{near}',
        'nenhum caso fala de "{which}" nem se chama assim{near}',
        "aucun cas ne parle de « {which} » ni ne s'appelle ainsi{near}",
    ),

    "no_code": (
        'there is no code "{code}"{near}\nall codes:  brecha explain',
        'no existe el código "{code}"{near}\ntodos los códigos:  brecha explain --language es',
        'não existe o código "{code}"{near}\ntodos os códigos:  brecha explain --language pt',
        "il n'y a pas de code « {code} »{near}\ntous les codes :  brecha explain --language fr",
    ),

    # --- rules, plan
    "requirement_count": (
        "({count} {count|requirement|requirements})",
        "({count} {count|requisito|requisitos})",
        "({count} {count|requisito|requisitos})",
        "({count} {count|exigence|exigences})",
    ),
    "sample_plan": ("sample plan: {name}", "plan de muestra: {name}", "plano de amostra: {name}", "plan d'exemple : {name}"),
    "fields_read": (
        "* the rules read it",
        "* las reglas lo leen",
        "* as regras o leem",
        "* les règles le lisent",
    ),
    "type_list": ("list of {type}", "lista de {type}", "lista de {type}", "liste de {type}"),
    "type_in_unit": ("{type} in {unit}", "{type} en {unit}", "{type} em {unit}", "{type} en {unit}"),
    "type_reference": ("id of {entity}", "id de {entity}", "id de {entity}", "id de {entity}"),
    "type_text": ("{count|text|texts}", "{count|texto|textos}", "{count|texto|textos}", "{count|texte|textes}"),
    "type_yes_no": ("true or false", "true o false", "true ou false", "true ou false"),
    "type_integer": ("{count|whole number|whole numbers}", "{count|número entero|números enteros}", "{count|número inteiro|números inteiros}", "{count|nombre entier|nombres entiers}"),
    "type_number": ("{count|number|numbers}", "{count|número|números}", "{count|número|números}", "{count|nombre|nombres}"),
    "type_percent": ("{count|percentage|percentages}, 30%", "{count|porcentaje|porcentajes}, 30%", "{count|percentagem|percentagens}, 30%", "{count|pourcentage|pourcentages}, 30%"),
    "type_date": ("{count|date|dates}, 2026-01-15", "{count|fecha|fechas}, 2026-01-15", "{count|data|datas}, 2026-01-15", "{count|date|dates}, 2026-01-15"),
    "type_moment": (
        "{count|date and time|dates and times}, 2026-01-15T08:30-06:00",
        "{count|fecha y hora|fechas y horas}, 2026-01-15T08:30-06:00",
        "{count|data e hora|datas e horas}, 2026-01-15T08:30-06:00",
        "{count|date et heure|dates et heures}, 2026-01-15T08:30-06:00",
    ),
    "type_duration": ("{count|duration|durations}, 6 months", "{count|duración|duraciones}, 6 months", "{count|duração|durações}, 6 months", "{count|durée|durées}, 6 months"),
    "type_country": ("{count|country|countries}, CR", "{count|país|países}, CR", "{count|país|países}, CR", "{count|pays|pays}, CR"),
    "type_enumeration": ("{count|choice|choices}", "{count|opción|opciones}", "{count|opção|opções}", "{count|choix|choix}"),
    "blank_head": (
        "Leave blank what nobody has stated: what is silent is not wrong. All fields, also those that no rule reads: brecha rules NAME --fields",
        "Deje en blanco lo que nadie ha declarado: el silencio no es una falta. Todos los campos, también los que ninguna regla lee: brecha rules NOMBRE --fields",
        "Deixe em branco o que ninguém declarou: o silêncio não é uma falta. Todos os campos, também os que nenhuma regra lê: brecha rules NOME --fields",
        "Laissez en blanc ce que personne n'a déclaré : se taire n'est pas une faute. Tous les champs, même ceux qu'aucune règle ne lit : brecha rules NOM --fields",
    ),
    "blank_lists": (
        "[] says that there are none. For an item of a list, take the # away before its lines, and repeat them for the next one.",
        "[] dice que no hay ninguno. Para un elemento de una lista, quite el # delante de sus líneas y repítalas para el siguiente.",
        "[] diz que não há nenhum. Para um elemento de uma lista, tire o # diante das suas linhas e repita-as para o seguinte.",
        "[] dit qu'il n'y en a pas. Pour un élément d'une liste, ôtez le # devant ses lignes et répétez-les pour le suivant.",
    ),
    "blank_evidence": (
        "Where the answers come from, and whether the whole text was searched (whole) or only a part (part): what is not there may still be so.",
        "De dónde vienen las respuestas, y si se revisó todo el texto (whole) o solo una parte (part): lo que no consta aún puede ser así.",
        "De onde vêm as respostas, e se todo o texto foi lido (whole) ou só uma parte (part): o que não consta ainda pode ser assim.",
        "D'où viennent les réponses, et si tout le texte a été lu (whole) ou une partie seulement (part) : ce qui n'y figure pas peut être vrai.",
    ),

    "blank_answers": (
        'By its place: that there is none, that it is not known, that a list has no further items; also for some of a list, as "agencies[sector=private]".',
        'Por su lugar: que no hay ninguno, que no se sabe, que una lista no tiene más elementos; también para una parte de una lista, como "agencies[sector=private]".',
        'Pelo seu lugar: que não há nenhum, que não se sabe, que uma lista não tem mais elementos; também para uma parte de uma lista, como "agencies[sector=private]".',
        'Par son lieu : qu\'il n\'y en a pas, qu\'on ne sait pas, qu\'une liste n\'a pas d\'autres éléments ; aussi pour une partie d\'une liste, comme "agencies[sector=private]".',
    ),

    # --- new
    "no_name": (
        '"{name}" is not a name for a ruleset: letters, digits and _, a letter first, and no path; for instance "{better}"',
        '"{name}" no es un nombre de reglamento: letras, cifras y _, una letra primero, y sin ruta; por ejemplo "{better}"',
        '"{name}" não é um nome de regulamento: letras, algarismos e _, uma letra primeiro, e sem caminho; por exemplo "{better}"',
        "« {name} » n'est pas un nom de recueil : lettres, chiffres et _, une lettre d'abord, et pas de chemin ; par exemple « {better} »",
    ),
    "is_there_already": (
        '"{file}" is there already; nothing was written',
        '"{file}" ya existe; no se escribió nada',
        '"{file}" já existe; nada foi gravado',
        "« {file} » existe déjà ; rien n'a été écrit",
    ),
    "not_shipped": (
        '"{name}" is no shipped ruleset{near}\nshipped rulesets: {shipped}',
        '"{name}" no es un reglamento incluido{near}\nreglamentos incluidos: {shipped}',
        '"{name}" não é um regulamento incluído{near}\nregulamentos incluídos: {shipped}',
        "« {name} » n'est pas un recueil fourni{near}\nrecueils fournis : {shipped}",
    ),
    "copied_from": (
        "A copy of {name} {version} to be changed; it does not follow that ruleset when it changes.",
        "Copia de {name} {version} para modificar; no sigue a ese reglamento cuando cambia.",
        "Cópia de {name} {version} para modificar; não acompanha esse regulamento quando muda.",
        "Copie de {name} {version} à modifier ; elle ne suit pas ce recueil quand il change.",
    ),
    "new_folder": ("{name}/", "{name}/", "{name}/", "{name}/"),
    "new_vocabulary": ("what a plan can say", "lo que un plan puede decir", "o que um plano pode dizer", "ce qu'un plan peut dire"),
    "new_rules": ("what it must contain", "lo que debe contener", "o que deve conter", "ce qu'il doit contenir"),
    "new_cases": (
        "small plans and the verdicts they must get",
        "planes pequeños y los veredictos que deben recibir",
        "planos pequenos e os veredictos que devem receber",
        "de petits plans et les verdicts qu'ils doivent recevoir",
    ),
    "new_plan": (
        "a plan to try the rules on",
        "un plan para probar las reglas",
        "um plano para experimentar as regras",
        "un plan pour essayer les règles",
    ),
    "new_texts": (
        "its texts in another language",
        "sus textos en otro idioma",
        "os seus textos em outro idioma",
        "ses textes dans une autre langue",
    ),
    "new_other": ("more of it", "lo demás", "o restante", "la suite"),
    "new_next": ("next:", "a continuación:", "a seguir:", "ensuite :"),

    # --- texts
    "texts_want_a_language": (
        "say which language the texts are to be in: brecha texts {ruleset} --language es",
        "indique en qué idioma van los textos: brecha texts {ruleset} --language es",
        "indique em que idioma ficam os textos: brecha texts {ruleset} --language es",
        "dites dans quelle langue sont les textes : brecha texts {ruleset} --language es",
    ),
    "texts_of_shipped": (
        '"{name}" comes with Brecha and is not written to; name a folder, or copy it: brecha new my_rules --from {name}',
        '"{name}" viene con Brecha y no se modifica; nombre una carpeta, o cópielo: brecha new my_rules --from {name}',
        '"{name}" vem com o Brecha e não é modificado; nomeie uma pasta, ou copie-o: brecha new my_rules --from {name}',
        "« {name} » est fourni avec Brecha et n'est pas modifié ; nommez un dossier, ou copiez-le : brecha new my_rules --from {name}",
    ),
    "texts_written": (
        "{file}: {texts} {texts|text|texts}; {missing} missing, {changed} of changed originals, {gone} no longer there",
        "{file}: {texts} {texts|texto|textos}; faltan {missing}, {changed} de originales que cambiaron, {gone} que ya no están",
        "{file}: {texts} {texts|texto|textos}; faltam {missing}, {changed} de originais que mudaram, {gone} que já não existem",
        "{file} : {texts} {texts|texte|textes} ; {missing} manquants, {changed} d'originaux changés, {gone} qui n'existent plus",
    ),
    "texts_not_placed": (
        "{count} {count|text|texts} of that file {count|belongs|belong} to nothing in the rules and {count|was|were} left out: {first}{more}",
        "{count} {count|texto|textos} de ese archivo no {count|corresponde|corresponden} a nada en las reglas y no se {count|tomó|tomaron}: {first}{more}",
        "{count} {count|texto|textos} desse arquivo não {count|corresponde|correspondem} a nada nas regras e não {count|foi tomado|foram tomados}: {first}{more}",
        "{count} {count|texte|textes} de ce fichier ne {count|correspond|correspondent} à rien dans les règles et {count|a été laissé|ont été laissés} de côté : {first}{more}",
    ),
    "nothing_to_translate": (
        "{ruleset}: there is nothing to translate; every text is given in that language where it stands",
        "{ruleset}: no hay nada que traducir; todos los textos figuran en ese idioma en su lugar",
        "{ruleset}: não há nada a traduzir; todos os textos estão nesse idioma no seu lugar",
        "{ruleset} : il n'y a rien à traduire ; tous les textes sont donnés dans cette langue à leur place",
    ),
    "not_xml": (
        "{file} is no XML file: {reason}",
        "{file} no es un archivo XML: {reason}",
        "{file} não é um arquivo XML: {reason}",
        "{file} n'est pas un fichier XML : {reason}",
    ),
    "not_xliff": (
        "{file} is not XLIFF 1.2: save it in that format, as `brecha texts --export xliff` writes it",
        "{file} no es XLIFF 1.2: guárdelo en ese formato, como lo escribe `brecha texts --export xliff`",
        "{file} não é XLIFF 1.2: salve-o nesse formato, como o escreve `brecha texts --export xliff`",
        "{file} n'est pas du XLIFF 1.2 : enregistrez-le dans ce format, comme l'écrit `brecha texts --export xliff`",
    ),
    "xliff_with_doctype": (
        "{file} declares a document type, which a file of translations does not need; take the DOCTYPE out",
        "{file} declara un tipo de documento, que un archivo de traducciones no necesita; quite el DOCTYPE",
        "{file} declara um tipo de documento, de que um arquivo de traduções não precisa; retire o DOCTYPE",
        "{file} déclare un type de document, dont un fichier de traductions n'a pas besoin ; retirez le DOCTYPE",
    ),
    "xliff_too_large": (
        "{file} is larger than {size} MB",
        "{file} ocupa más de {size} MB",
        "{file} ocupa mais de {size} MB",
        "{file} dépasse {size} Mo",
    ),
    "xliff_of_other_language": (
        "{file} is in {language}, not in {wanted}",
        "{file} está en {language}, no en {wanted}",
        "{file} está em {language}, não em {wanted}",
        "{file} est en {language}, pas en {wanted}",
    ),

    # --- follow-up, roadmap, portfolio, verification
    "no_report": (
        "{name} is no JSON report, as `brecha assess … --format json` writes it",
        "{name} no es un informe JSON, como lo escribe `brecha assess … --format json`",
        "{name} não é um relatório JSON, como o escreve `brecha assess … --format json`",
        "{name} n'est pas un rapport JSON, comme l'écrit `brecha assess … --format json`",
    ),
    "calendar_without_start": (
        "a calendar needs the day on which work starts: roadmap(start=\"2026-02-01\"), --start 2026-02-01",
        "un calendario necesita el día en que empieza el trabajo: roadmap(start=\"2026-02-01\"), --start 2026-02-01",
        "um calendário precisa do dia em que o trabalho começa: roadmap(start=\"2026-02-01\"), --start 2026-02-01",
        "un calendrier a besoin du jour où le travail commence : roadmap(start=\"2026-02-01\"), --start 2026-02-01",
    ),
    "other_versions": (
        "these plans were assessed by different rules, which do not go into one table: {versions}\nover the requirements that all have: portfolio(…, common=True)",
        "estos planes se evaluaron con reglas distintas, que no van en una misma tabla: {versions}\nsobre los requisitos que todas tienen: portfolio(…, common=True)",
        "estes planos foram avaliados por regras diferentes, que não vão para uma mesma tabela: {versions}\nsobre os requisitos que todas têm: portfolio(…, common=True)",
        "ces plans ont été évalués avec des règles différentes, qui ne vont pas dans une même table : {versions}\nsur les exigences que toutes ont : portfolio(…, common=True)",
    ),
    "nothing_in_common": (
        "these rules have no requirement in common",
        "estas reglas no tienen ningún requisito en común",
        "estas regras não têm nenhum requisito em comum",
        "ces règles n'ont aucune exigence en commun",
    ),
    "decided_twice": (
        "two different decisions are given for {requirement}",
        "se dan dos decisiones distintas para {requirement}",
        "são dadas duas decisões diferentes para {requirement}",
        "deux décisions différentes sont données pour {requirement}",
    ),
    "decisions_want_columns": (
        "decisions need the columns requirement and decision (and reason); there are: {columns}",
        "las decisiones necesitan las columnas requirement y decision (y reason); hay: {columns}",
        "as decisões precisam das colunas requirement e decision (e reason); há: {columns}",
        "les décisions ont besoin des colonnes requirement et decision (et reason) ; il y a : {columns}",
    ),
    "wants_one_plan": (
        "this takes one plan, and {folder} is a folder of several",
        "aquí va un solo plan, y {folder} es una carpeta con varios",
        "aqui vai um só plano, e {folder} é uma pasta com vários",
        "il faut ici un seul plan, et {folder} est un dossier de plusieurs",
    ),
    "report_of_several": (
        "{name} is a report on {count} plans; compare takes one at a time",
        "{name} es un informe sobre {count} planes; compare toma uno a la vez",
        "{name} é um relatório sobre {count} planos; compare toma um de cada vez",
        "{name} est un rapport sur {count} plans ; compare en prend un à la fois",
    ),
    "plan_of_report_not_found": (
        "the plan {name} of the report is not in {folder}; name its file",
        "el plan {name} del informe no está en {folder}; indique su archivo",
        "o plano {name} do relatório não está em {folder}; indique o seu arquivo",
        "le plan {name} du rapport n'est pas dans {folder} ; indiquez son fichier",
    ),
    "rules_of_report_not_found": (
        "the ruleset {name} of the report is neither shipped nor in {folder}; name its file or folder",
        "el reglamento {name} del informe no viene incluido ni está en {folder}; indique su archivo o carpeta",
        "o regulamento {name} do relatório não vem incluído nem está em {folder}; indique o seu arquivo ou pasta",
        "le recueil {name} du rapport n'est ni fourni ni dans {folder} ; indiquez son fichier ou son dossier",
    ),
}
# fmt: on


class Sentence:
    """A sentence with its arguments: texts, numbers, other sentences, or names of which one is meant. As a text: English."""

    __slots__ = ("arguments", "word")

    def __init__(self, word: str, **arguments: object) -> None:
        self.word = word
        self.arguments = arguments

    def in_language(self, language: str) -> str:
        say = Words(SENTENCES, language)
        return say(self.word, **{name: _shown(value, say) for name, value in self.arguments.items()})

    def __str__(self) -> str:
        return self.in_language("en")

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (self.word, self.arguments)


def _unpickled(word: str, arguments: dict[str, object]) -> Sentence:
    return Sentence(word, **arguments)


def said(message: Sentence | str, language: str) -> str:
    """A sentence in a language; a text as it is."""
    return message.in_language(language) if isinstance(message, Sentence) else message


def did_you_mean(near: Iterable[str]) -> Sentence | str:
    """ "; did you mean "x" or "y"?", or nothing where there is no name."""
    names = list(near)
    return Sentence("did_you_mean", near=names) if names else ""


def _shown(value: object, say: Words) -> object:
    if isinstance(value, Sentence):
        return value.in_language(say.language)
    if isinstance(value, int):
        return value
    if isinstance(value, list):
        return f" {say['or']} ".join(f"« {name} »" if say.language == "fr" else f'"{name}"' for name in value)
    shown = str(value)
    return shown if len(shown) <= _LONGEST_ARGUMENT else shown[:_LONGEST_ARGUMENT] + "…"
