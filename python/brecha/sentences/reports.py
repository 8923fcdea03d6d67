"""Assessments and what follows them: pictures, exports, follow-up, roadmap, portfolio, verification."""

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "no_limit": (
        'there is no limit "{name}"{near}\nlimits: {names}',
        'no existe el límite "{name}"{near}\nlímites: {names}',
        'não existe o limite "{name}"{near}\nlimites: {names}',
        'il n\'y a pas de limite « {name} »{near}\nlimites : {names}',
    ),
    "no_limit_value": (
        'the limit {name} is a number above 0, not "{value}"',
        'el límite {name} es un número mayor que 0, no "{value}"',
        'o limite {name} é um número acima de 0, não "{value}"',
        'la limite {name} est un nombre supérieur à 0, pas « {value} »',
    ),
    "limit_too_great": (
        "the limit {name} is {most} at most, not {value}",
        "el límite {name} es {most} como máximo, no {value}",
        "o limite {name} é {most} no máximo, não {value}",
        "la limite {name} est {most} au plus, pas {value}",
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
    "no_procedure_to_draw": (
        "there is no time line to draw: no protocol of {ruleset} meets a procedure of this plan",
        "no hay línea de tiempo que dibujar: ningún protocolo de {ruleset} encuentra un procedimiento en este plan",
        "não há linha do tempo a desenhar: nenhum protocolo de {ruleset} encontra um procedimento neste plano",
        "il n'y a pas de chronologie à dessiner : aucun protocole de {ruleset} ne trouve de procédure dans ce plan",
    ),
    "no_gap_to_plan": (
        "there is no gap, and OSCAL has no plan of action without an item",
        "no hay ninguna brecha, y OSCAL no tiene plan de acción sin ningún punto",
        "não há nenhuma lacuna, e o OSCAL não tem plano de ação sem nenhum item",
        "il n'y a aucune lacune, et OSCAL n'a pas de plan d'action sans élément",
    ),
    "no_gap_there": (
        "{requirement} has no gap that could be closed: {verdict}",
        "{requirement} no tiene ninguna brecha que cerrar: {verdict}",
        "{requirement} não tem nenhuma lacuna a fechar: {verdict}",
        "{requirement} n'a pas de lacune à combler : {verdict}",
    ),
    "no_action": (
        'there is no action "{action}"{near}\nactions: {actions}',
        'no existe la acción "{action}"{near}\nacciones: {actions}',
        'não existe a ação "{action}"{near}\nações: {actions}',
        'il n\'y a pas d\'action « {action} »{near}\nactions : {actions}',
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
        "the files of {name} changed since it was pickled, or are others on this machine",
        "los archivos de {name} cambiaron desde que se guardó con pickle, o son otros en esta máquina",
        "os arquivos de {name} mudaram desde que foi guardado com pickle, ou são outros nesta máquina",
        "les fichiers de {name} ont changé depuis sa mise en pickle, ou sont autres sur cette machine",
    ),
    "other_version": (
        "Brecha {here} is on this machine, and Brecha {there} sent the work: install the same version on both",
        "en esta máquina está Brecha {here}, y el trabajo lo envió Brecha {there}: instale la misma versión en ambas",
        "nesta máquina está o Brecha {here}, e o trabalho foi enviado pelo Brecha {there}: instale a mesma versão em ambas",
        "Brecha {here} est sur cette machine, et Brecha {there} a envoyé le travail : installez la même version sur les deux",
    ),
    "no_rows": (
        'there are no rows "{rows}"{near}\nrows: {known}',
        'no hay filas "{rows}"{near}\nfilas: {known}',
        'não há linhas "{rows}"{near}\nlinhas: {known}',
        "il n'y a pas de lignes « {rows} »{near}\nlignes : {known}",
    ),
    "column_would_be_twice": (
        'the column "{column}" would be there twice: keep it under another name',
        'la columna "{column}" estaría dos veces: consérvela con otro nombre',
        'a coluna "{column}" estaria duas vezes: conserve-a com outro nome',
        "la colonne « {column} » y serait deux fois : gardez-la sous un autre nom",
    ),
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
