"""The words of `--help`, in four languages: English, Spanish, Portuguese, French. Read where somebody asks for help or types something wrong.

`assess` is what the command does, `assess.format` its option, `FILE` what stands for a value. What is typed as it is (options, choices,
endings of files) is the same in every language.
"""

from __future__ import annotations

# fmt: off
HELP: dict[str, tuple[str, str, str, str]] = {
    # --- heads; argparse puts a colon behind some, before which French has a blank
    "usage": ("usage: ", "uso: ", "uso: ", "usage : "),
    "arguments": ("arguments", "argumentos", "argumentos", "arguments "),
    "options": ("options", "opciones", "opções", "options "),
    "commands": ("commands", "órdenes", "comandos", "commandes "),
    "examples": ("examples:", "ejemplos:", "exemplos:", "exemples :"),
    "help": ("show this help and end", "muestra esta ayuda y termina", "mostra esta ajuda e termina", "affiche cette aide et s'arrête"),
    "version": ("print the version and end", "muestra la versión y termina", "mostra a versão e termina", "affiche la version et s'arrête"),
    "brecha": ("Finds the gaps in a plan.", "Encuentra las brechas de un plan.", "Encontra as lacunas de um plano.", "Trouve les lacunes d'un plan."),
    "brecha.language": (
        "español: --language es; português: pt; français: fr",
        "idioma: en, es, pt, fr (en)",
        "idioma: en, es, pt, fr (en)",
        "langue : en, es, pt, fr (en)",
    ),
    "exit": (
        "exit status:\n"
        "  0  nothing to fail on\n"
        "  1  gaps, or what --fail-on names; a failing case for test\n"
        "  2  wrong usage or ruleset, or something that could not be done\n"
        "  3  a plan could not be read, the others were\n"
        "  (the highest counts)",
        "estado de salida:\n"
        "  0  nada que señalar\n"
        "  1  brechas, o lo que indica --fail-on; en test, un caso que falla\n"
        "  2  uso o reglamento incorrecto, o algo que no se pudo hacer\n"
        "  3  no se pudo leer un plan; los demás, sí\n"
        "  (vale el mayor)",
        "estado de saída:\n"
        "  0  nada a assinalar\n"
        "  1  lacunas, ou o que --fail-on indica; em test, um caso que falha\n"
        "  2  uso ou regulamento incorreto, ou algo que não pôde ser feito\n"
        "  3  um plano não pôde ser lido; os outros, sim\n"
        "  (vale o maior)",
        "état de sortie :\n"
        "  0  rien à signaler\n"
        "  1  des lacunes, ou ce qu'indique --fail-on ; pour test, un cas qui échoue\n"
        "  2  usage ou recueil incorrect, ou une chose qui n'a pas pu se faire\n"
        "  3  un plan n'a pas pu être lu, les autres l'ont été\n"
        "  (le plus grand compte)",
    ),

    # --- what stands for a value
    "COMMAND": ("COMMAND", "ORDEN", "COMANDO", "COMMANDE"),
    "RULESET": ("RULESET", "REGLAMENTO", "REGULAMENTO", "RECUEIL"),
    "PLAN": ("PLAN", "PLAN", "PLANO", "PLAN"),
    "FILE": ("FILE", "ARCHIVO", "ARQUIVO", "FICHIER"),
    "FORM": ("FORM", "FORMULARIO", "FORMULÁRIO", "FORMULAIRE"),
    "NUMBER": ("NUMBER", "NÚMERO", "NÚMERO", "NOMBRE"),
    "FOLDER": ("FOLDER", "CARPETA", "PASTA", "DOSSIER"),
    "PATH": ("PATH", "RUTA", "CAMINHO", "CHEMIN"),
    "NAME": ("NAME", "NOMBRE", "NOME", "NOM"),
    "NAME=VALUE": ("NAME=VALUE", "NOMBRE=VALOR", "NOME=VALOR", "NOM=VALEUR"),
    "ACTION=NUMBER": ("ACTION=NUMBER", "ACCIÓN=NÚMERO", "AÇÃO=NÚMERO", "ACTION=NOMBRE"),
    "DATE": ("DATE", "FECHA", "DATA", "DATE"),
    "FORMAT": ("FORMAT", "FORMATO", "FORMATO", "FORMAT"),
    "LANGUAGE": ("LANGUAGE", "IDIOMA", "IDIOMA", "LANGUE"),
    "REQUIREMENT": ("REQUIREMENT", "REQUISITO", "REQUISITO", "EXIGENCE"),
    "SUBJECT": ("SUBJECT", "SUJETO", "SUJEITO", "SUJET"),
    "WHICH": ("WHICH", "CUÁLES", "QUAIS", "LESQUELS"),
    "CODE": ("CODE", "CÓDIGO", "CÓDIGO", "CODE"),

    # --- what several commands have
    "ruleset_or_folder": (
        "a shipped name, a file or a folder",
        "un nombre incluido, un archivo o una carpeta",
        "um nome incluído, um arquivo ou uma pasta",
        "un nom fourni, un fichier ou un dossier",
    ),
    "as_of": (
        "the date to assess for, 2026-01-15 (today where not given; always printed)",
        "la fecha a la que se evalúa, 2026-01-15 (si no se indica, hoy; siempre se muestra)",
        "a data para a qual se avalia, 2026-01-15 (hoje, se faltar; sempre é mostrada)",
        "la date à laquelle on évalue, 2026-01-15 (aujourd'hui si elle manque ; toujours affichée)",
    ),
    "facts_since": (
        "what the plan's sources say of an earlier day counts as missing",
        "lo que las fuentes del plan dicen de un día anterior cuenta como ausente",
        "o que as fontes do plano dizem de um dia anterior conta como ausente",
        "ce que les sources du plan disent d'un jour antérieur compte comme manquant",
    ),
    "read": (
        "how the plan was read, where it does not say itself: in part, or the whole of it",
        "cómo se leyó el plan, si él mismo no lo dice: una parte (part) o todo (whole)",
        "como o plano foi lido, se ele mesmo não o diz: uma parte (part) ou todo (whole)",
        "comment le plan a été lu, s'il ne le dit pas lui-même : en partie (part) ou en entier (whole)",
    ),
    "set": ("a parameter's value", "el valor de un parámetro", "o valor de um parâmetro", "la valeur d'un paramètre"),
    "limit": (
        "what it may take at most: seconds=60, memory=2GiB, rows=1000000, findings=100000, plan_size=1GiB, rules_size=64MiB …",
        "cuánto puede tomar como máximo: seconds=60, memory=2GiB, rows=1000000, findings=100000, plan_size=1GiB, rules_size=64MiB …",
        "quanto pode tomar no máximo: seconds=60, memory=2GiB, rows=1000000, findings=100000, plan_size=1GiB, rules_size=64MiB …",
        "ce qu'il peut prendre au plus : seconds=60, memory=2GiB, rows=1000000, findings=100000, plan_size=1GiB, rules_size=64MiB …",
    ),
    "which_ruleset": (
        "which one, where a folder holds several",
        "cuál, si una carpeta contiene varios",
        "qual, se uma pasta contém vários",
        "lequel, si un dossier en contient plusieurs",
    ),
    "path": (
        "a further folder in which vocabularies are looked for",
        "otra carpeta donde buscar vocabularios",
        "outra pasta onde procurar vocabulários",
        "un autre dossier où chercher des vocabulaires",
    ),
    "language.report": ("of the report: en, es, pt, fr (en)", "del informe: en, es, pt, fr (en)", "do relatório: en, es, pt, fr (en)", "du rapport : en, es, pt, fr (en)"),
    "language.own": (
        "of the messages: en, es, pt, fr (each file's own)",
        "de los mensajes: en, es, pt, fr (el de cada archivo)",
        "das mensagens: en, es, pt, fr (o de cada arquivo)",
        "des messages : en, es, pt, fr (celle de chaque fichier)",
    ),
    "pipeline": ("for a pipeline", "para un proceso automático", "para um processo automático", "pour un traitement automatique"),

    # --- assess
    "assess": ("find the gaps in plans", "encuentra las brechas de los planes", "encontra as lacunas dos planos", "trouve les lacunes des plans"),
    "assess.ruleset": (
        "a shipped name, a file, or a folder whose .brecha files belong together",
        "un nombre incluido, un archivo, o una carpeta cuyos archivos .brecha van juntos",
        "um nome incluído, um arquivo, ou uma pasta cujos arquivos .brecha vão juntos",
        "un nom fourni, un fichier, ou un dossier dont les fichiers .brecha vont ensemble",
    ),
    "assess.plans": (
        "a .json or .yaml file, a folder of them, or the name of a shipped sample",
        "un archivo .json o .yaml, una carpeta con varios, o el nombre de una muestra incluida",
        "um arquivo .json ou .yaml, uma pasta com vários, ou o nome de uma amostra incluída",
        "un fichier .json ou .yaml, un dossier de ceux-ci, ou le nom d'un exemple fourni",
    ),
    "assess.format": (
        "text, json, csv, html, xlsx, markdown, docx, oscal, oscal-poam, sarif, junit, parquet; csv and parquet are the findings table; by {FILE}'s ending, else text",
        "text, json, csv, html, xlsx, markdown, docx, oscal, oscal-poam, sarif, junit, parquet; csv y parquet son la tabla de hallazgos; según la extensión de {FILE}; si no, text",
        "text, json, csv, html, xlsx, markdown, docx, oscal, oscal-poam, sarif, junit, parquet; csv e parquet são a tabela de achados; conforme a extensão de {FILE}; senão, text",
        "text, json, csv, html, xlsx, markdown, docx, oscal, oscal-poam, sarif, junit, parquet ; csv et parquet sont la table des constats ; selon l'extension de {FILE}, sinon text",
    ),
    "assess.output": (
        "write the report there: .txt, .json, .csv, .html, .xlsx, .md, .docx, .sarif, .xml (JUnit) or .parquet",
        "escribe allí el informe: .txt, .json, .csv, .html, .xlsx, .md, .docx, .sarif, .xml (JUnit) o .parquet",
        "grava ali o relatório: .txt, .json, .csv, .html, .xlsx, .md, .docx, .sarif, .xml (JUnit) ou .parquet",
        "y écrit le rapport : .txt, .json, .csv, .html, .xlsx, .md, .docx, .sarif, .xml (JUnit) ou .parquet",
    ),
    "assess.exact_cells": (
        "csv: every text as it is. Else one that a spreadsheet would run, such as =1+1, has a ' in front, and control characters are written out",
        "csv: cada texto tal cual. Si no, el que una hoja de cálculo ejecutaría, como =1+1, lleva un ' delante, y los caracteres de control se escriben como códigos",
        "csv: cada texto tal como está. Senão, o que uma planilha executaria, como =1+1, leva um ' na frente, e os caracteres de controle são escritos como códigos",
        "csv : chaque texte tel quel. Sinon, celui qu'un tableur exécuterait, comme =1+1, a un ' devant, et les caractères de contrôle sont écrits en codes",
    ),
    "assess.fail_on": (
        "what ends with status 1; unknown: gaps too (gaps)",
        "lo que termina con estado 1; unknown: lo que no se sabe, y también las brechas (gaps)",
        "o que termina com estado 1; unknown: o que não se sabe, e também as lacunas (gaps)",
        "ce qui finit par l'état 1 ; unknown : ce qu'on ne sait pas, et les lacunes aussi (gaps)",
    ),

    # --- why
    "why": (
        "show what decided a requirement, clause by clause",
        "muestra qué decidió un requisito, cláusula por cláusula",
        "mostra o que decidiu um requisito, cláusula por cláusula",
        "montre ce qui a décidé d'une exigence, clause par clause",
    ),
    "why.ruleset": ("as for assess", "como en assess", "como em assess", "comme pour assess"),
    "why.plan": (
        "a .json or .yaml file, or the name of a shipped sample",
        "un archivo .json o .yaml, o el nombre de una muestra incluida",
        "um arquivo .json ou .yaml, ou o nome de uma amostra incluída",
        "un fichier .json ou .yaml, ou le nom d'un exemple fourni",
    ),
    "why.requirement": ("its id", "su identificador", "o seu identificador", "son identifiant"),
    "why.subject": (
        "one subject, agencies/police (all of them)",
        "un solo sujeto, agencies/police (todos)",
        "um só sujeito, agencies/police (todos)",
        "un seul sujet, agencies/police (tous)",
    ),

    # --- check
    "check": (
        "find the mistakes in rulesets",
        "encuentra los errores de los reglamentos",
        "encontra os erros dos regulamentos",
        "trouve les erreurs des recueils",
    ),
    "check.paths": (
        "a file, a folder whose files belong together, a folder of such folders, or a shipped name",
        "un archivo, una carpeta cuyos archivos van juntos, una carpeta de tales carpetas, o un nombre incluido",
        "um arquivo, uma pasta cujos arquivos vão juntos, uma pasta de tais pastas, ou um nome incluído",
        "un fichier, un dossier dont les fichiers vont ensemble, un dossier de tels dossiers, ou un nom fourni",
    ),
    "check.strict": (
        "warnings fail too; requirements that do not say what is missing are told",
        "las advertencias también fallan; se señalan los requisitos que no dicen qué falta",
        "os avisos também falham; apontam-se os requisitos que não dizem o que falta",
        "les avertissements échouent aussi ; les exigences qui ne disent pas ce qui manque sont signalées",
    ),
    "check.sources": (
        "list every requirement with its clauses and how they were read",
        "lista cada requisito con sus cláusulas y cómo se leyeron",
        "lista cada requisito com as suas cláusulas e como foram lidas",
        "liste chaque exigence avec ses clauses et comment elles ont été lues",
    ),
    "check.cost": (
        "what each requirement costs, told without running it, largest first",
        "lo que cuesta cada requisito, dicho sin ejecutarlo, el mayor primero",
        "o que custa cada requisito, dito sem o executar, o maior primeiro",
        "ce que coûte chaque exigence, dit sans l'exécuter, la plus grande d'abord",
    ),
    "check.plan": (
        "with --cost: for lists as long as in this plan",
        "con --cost: para listas tan largas como en este plan",
        "com --cost: para listas tão longas como neste plano",
        "avec --cost : pour des listes aussi longues que dans ce plan",
    ),
    "check.elements": (
        "with --cost: how many elements each list has (100)",
        "con --cost: cuántos elementos tiene cada lista (100)",
        "com --cost: quantos elementos tem cada lista (100)",
        "avec --cost : combien d'éléments a chaque liste (100)",
    ),
    "check.example_cost": (
        "which rules multiply the lists of a plan, and how far",
        "qué reglas multiplican las listas de un plan, y cuánto",
        "que regras multiplicam as listas de um plano, e quanto",
        "quelles règles multiplient les listes d'un plan, et de combien",
    ),
    "check.example": (
        "which clause each requirement comes from, and how it was read",
        "de qué cláusula viene cada requisito, y cómo se leyó",
        "de que cláusula vem cada requisito, e como foi lida",
        "de quelle clause vient chaque exigence, et comment elle a été lue",
    ),

    # --- fmt
    "fmt": (
        "lay files out, or put their keywords into another language",
        "da formato a los archivos, o pasa sus palabras clave a otro idioma",
        "formata arquivos, ou passa as suas palavras-chave para outro idioma",
        "met des fichiers en forme, ou passe leurs mots-clés dans une autre langue",
    ),
    "fmt.paths": (
        "a .brecha file, or a folder with all in it; changed in place",
        "un archivo .brecha, o una carpeta con todos los suyos; se cambian en su lugar",
        "um arquivo .brecha, ou uma pasta com todos os seus; são alterados no lugar",
        "un fichier .brecha, ou un dossier avec tous les siens ; modifiés sur place",
    ),
    "fmt.language": (
        "of the keywords: en, es, pt, fr (each file's own)",
        "de las palabras clave: en, es, pt, fr (el de cada archivo)",
        "das palavras-chave: en, es, pt, fr (o de cada arquivo)",
        "des mots-clés : en, es, pt, fr (celle de chaque fichier)",
    ),
    "fmt.check": (
        "change nothing; name the files that would change",
        "no cambia nada; nombra los archivos que cambiarían",
        "não altera nada; diz os arquivos que mudariam",
        "ne change rien ; nomme les fichiers qui changeraient",
    ),
    "fmt.example_language": (
        "keywords in Spanish, the meaning untouched",
        "palabras clave en español, sin tocar el significado",
        "palavras-chave em espanhol, sem tocar no significado",
        "mots-clés en espagnol, le sens reste le même",
    ),
    "fmt.example_check": (
        "status 1 where something would change, for a pipeline",
        "estado 1 si algo cambiaría, para un proceso automático",
        "estado 1 se algo mudaria, para um processo automático",
        "état 1 si quelque chose changerait, pour un traitement automatique",
    ),

    # --- texts
    "texts": (
        "write or update the file of a ruleset's texts in another language",
        "escribe o actualiza el archivo de los textos de un reglamento en otro idioma",
        "escreve ou atualiza o arquivo dos textos de um regulamento em outro idioma",
        "écrit ou met à jour le fichier des textes d'un recueil dans une autre langue",
    ),
    "texts.ruleset": (
        "a ruleset's folder or one of its files; to export, also a shipped ruleset",
        "la carpeta de un reglamento o uno de sus archivos; para exportar, también un reglamento incluido",
        "a pasta de um regulamento ou um dos seus arquivos; para exportar, também um regulamento incluído",
        "le dossier d'un recueil ou un de ses fichiers ; pour exporter, aussi un recueil fourni",
    ),
    "texts.language": (
        "of the texts: en, es, pt, fr",
        "de los textos: en, es, pt, fr",
        "dos textos: en, es, pt, fr",
        "des textes : en, es, pt, fr",
    ),
    "texts.export": (
        "write all texts for a translator's tool (XLIFF 1.2) and change nothing",
        "escribe todos los textos para una herramienta de traducción (XLIFF 1.2) y no cambia nada",
        "escreve todos os textos para uma ferramenta de tradução (XLIFF 1.2) e não altera nada",
        "écrit tous les textes pour un outil de traduction (XLIFF 1.2) et ne change rien",
    ),
    "texts.output": (
        "where the export goes (standard output)",
        "adónde va lo exportado (salida estándar)",
        "para onde vai a exportação (saída padrão)",
        "où va l'exportation (sortie standard)",
    ),
    "texts.import": (
        "take the translated texts of an XLIFF 1.2 file",
        "toma los textos traducidos de un archivo XLIFF 1.2",
        "toma os textos traduzidos de um arquivo XLIFF 1.2",
        "prend les textes traduits d'un fichier XLIFF 1.2",
    ),
    "texts.example": (
        "marks what is missing and what has changed",
        "marca lo que falta y lo que cambió",
        "marca o que falta e o que mudou",
        "marque ce qui manque et ce qui a changé",
    ),

    # --- questionnaire, fill
    "questionnaire": (
        "write a questionnaire to send out, as a workbook",
        "escribe un cuestionario para enviar, como libro de cálculo",
        "escreve um questionário para enviar, como pasta de trabalho",
        "écrit un questionnaire à envoyer, sous forme de classeur",
    ),
    "questionnaire.plan": (
        "what is known already and is filled in; a whole questionnaire takes the plan along in a hidden sheet",
        "lo que ya se sabe y va relleno; un cuestionario completo lleva el plan en una hoja oculta",
        "o que já se sabe e vai preenchido; um questionário completo leva o plano em uma planilha oculta",
        "ce que l'on sait déjà et qui est rempli ; un questionnaire entier emporte le plan dans une feuille cachée",
    ),
    "questionnaire.output": (
        "the .xlsx file to write (form.xlsx); never over one that is there",
        "el archivo .xlsx que se escribe (form.xlsx); nunca sobre uno que ya existe",
        "o arquivo .xlsx a escrever (form.xlsx); nunca sobre um que já existe",
        "le fichier .xlsx à écrire (form.xlsx) ; jamais sur un fichier existant",
    ),
    "questionnaire.only": (
        "ask only what is open; such a form holds of the plan what it shows and no more",
        "pregunta solo lo que está abierto; el formulario contiene del plan lo que muestra y nada más",
        "pergunta só o que está em aberto; o formulário contém do plano o que mostra e nada mais",
        "ne demande que ce qui est ouvert ; le formulaire ne contient du plan que ce qu'il montre",
    ),
    "questionnaire.top": (
        "of these the questions that settle most, so many",
        "de ellas, tantas preguntas: las que más resuelven",
        "delas, tantas perguntas: as que mais resolvem",
        "parmi elles, autant de questions : celles qui tranchent le plus",
    ),
    "questionnaire.language": (
        "of the questionnaire: en, es, pt, fr (en)",
        "del cuestionario: en, es, pt, fr (en)",
        "do questionário: en, es, pt, fr (en)",
        "du questionnaire : en, es, pt, fr (en)",
    ),
    "questionnaire.example": ("everything that the rules read", "todo lo que leen las reglas", "tudo o que as regras leem", "tout ce que lisent les règles"),
    "xlsform": (
        "write the questions as an XLSForm for KoBoToolbox and ODK",
        "escribe las preguntas como XLSForm para KoBoToolbox y ODK",
        "escreve as perguntas como XLSForm para o KoBoToolbox e o ODK",
        "écrit les questions en XLSForm pour KoBoToolbox et ODK",
    ),
    "xlsform.output": (
        "the .xlsx file to write (xlsform.xlsx)",
        "el archivo .xlsx que se escribe (xlsform.xlsx)",
        "o arquivo .xlsx a escrever (xlsform.xlsx)",
        "le fichier .xlsx à écrire (xlsform.xlsx)",
    ),
    "xlsform.example": (
        "in each language that the rules speak",
        "en cada idioma de las reglas",
        "em cada idioma das regras",
        "dans chaque langue des règles",
    ),
    "fill": (
        "put the answers of questionnaires into a plan",
        "pone en un plan las respuestas de los cuestionarios",
        "põe em um plano as respostas dos questionários",
        "met dans un plan les réponses des questionnaires",
    ),
    "fill.forms": (
        "filled questionnaires, of one or several respondents; exports of KoBoToolbox and ODK (.json, .csv)",
        "cuestionarios respondidos, de uno o varios informantes; exportaciones de KoBoToolbox y ODK (.json, .csv)",
        "questionários respondidos, de um ou vários informantes; exportações do KoBoToolbox e do ODK (.json, .csv)",
        "questionnaires remplis, d'un ou de plusieurs répondants ; exports de KoBoToolbox et d'ODK (.json, .csv)",
    ),
    "fill.output": (
        "a .json or .yaml file for the filled plan, also the plan itself (standard output)",
        "un archivo .json o .yaml para el plan con las respuestas, también el mismo plan (salida estándar)",
        "um arquivo .json ou .yaml para o plano com as respostas, também o próprio plano (saída padrão)",
        "un fichier .json ou .yaml pour le plan rempli, aussi le plan lui-même (sortie standard)",
    ),
    "fill.rules": (
        "the ruleset that asks, where it is none of the shipped ones",
        "el reglamento que pregunta, si no es uno de los incluidos",
        "o regulamento que pergunta, se não é um dos incluídos",
        "le recueil qui interroge, s'il n'est pas fourni",
    ),
    "fill.example": ("respondents who differ", "informantes que difieren", "informantes que divergem", "répondants qui diffèrent"),

    # --- test
    "test": ("run the cases of rulesets", "ejecuta los casos de los reglamentos", "executa os casos dos regulamentos", "exécute les cas des recueils"),
    "test.paths": (
        "a file, a folder, a folder of folders, or a shipped name",
        "un archivo, una carpeta, una carpeta de carpetas, o un nombre incluido",
        "um arquivo, uma pasta, uma pasta de pastas, ou um nome incluído",
        "un fichier, un dossier, un dossier de dossiers, ou un nom fourni",
    ),
    "test.only": (
        "a requirement's id, or a pattern such as *exercise* for the titles of cases",
        "el identificador de un requisito, o un patrón como *simulacro* para los títulos de los casos",
        "o identificador de um requisito, ou um padrão como *simulado* para os títulos dos casos",
        "l'identifiant d'une exigence, ou un motif comme *exercice* pour les titres des cas",
    ),
    "test.wrong_reasons": (
        "also name the requirements of which no case says what must not be a gap, or must not pass",
        "nombra además los requisitos de los que ningún caso dice qué no debe ser una brecha, o no debe pasar",
        "nomeia também os requisitos dos quais nenhum caso diz o que não deve ser uma lacuna, ou não deve passar",
        "nomme aussi les exigences dont aucun cas ne dit ce qui ne doit pas être une lacune, ou ne doit pas passer",
    ),
    "test.example_wrong_reasons": (
        "which requirements nobody has tried to catch out",
        "qué requisitos nadie ha intentado poner en falta",
        "que requisitos ninguém tentou pegar em falta",
        "quelles exigences personne n'a essayé de prendre en défaut",
    ),
    "test.language": (
        "of the messages: en, es, pt, fr (the ruleset's own)",
        "de los mensajes: en, es, pt, fr (el del reglamento)",
        "das mensagens: en, es, pt, fr (o do regulamento)",
        "des messages : en, es, pt, fr (celle du recueil)",
    ),
    "test.example_requirement": (
        "the cases that speak of R-02",
        "los casos que hablan de R-02",
        "os casos que falam de R-02",
        "les cas qui parlent de R-02",
    ),
    "test.pattern": ("*exercise*", "*simulacro*", "*simulado*", "*exercice*"),
    "test.example_title": (
        "those whose title has the word",
        "los que tienen la palabra en su título",
        "os que têm a palavra no título",
        "ceux dont le titre contient le mot",
    ),
    "test.example_folder": (
        "all rulesets in a folder",
        "todos los reglamentos de una carpeta",
        "todos os regulamentos de uma pasta",
        "tous les recueils d'un dossier",
    ),

    # --- rules
    "rules": (
        "list the shipped rulesets, or what one of them asks for",
        "lista los reglamentos incluidos, o lo que pide uno de ellos",
        "lista os regulamentos incluídos, ou o que um deles pede",
        "liste les recueils fournis, ou ce que l'un d'eux demande",
    ),
    "rules.fields": (
        "list the fields of its plans instead: type, question and choices",
        "lista en cambio los campos de sus planes: tipo, pregunta y opciones",
        "lista antes os campos dos seus planos: tipo, pergunta e opções",
        "liste plutôt les champs de ses plans : type, question et choix",
    ),
    "rules.language": ("of the titles: en, es, pt, fr (en)", "de los títulos: en, es, pt, fr (en)", "dos títulos: en, es, pt, fr (en)", "des titres : en, es, pt, fr (en)"),
    "rules.names": (
        "a shipped name, a file or a folder; or `diff`, a base and the ruleset that extends it",
        "un nombre incluido, un archivo o una carpeta; o `diff`, una base y el reglamento que la extiende",
        "um nome incluído, um arquivo ou uma pasta; ou `diff`, uma base e o regulamento que a estende",
        "un nom fourni, un fichier ou un dossier ; ou `diff`, une base et le recueil qui l'étend",
    ),
    "rules.format": ("of `diff`: text or json (text)", "de `diff`: text o json (text)", "de `diff`: text ou json (text)", "de `diff` : text ou json (text)"),
    "rules.diff_example": (
        "what my rules change of their base, and why",
        "lo que mis reglas cambian de su base, y por qué",
        "o que as minhas regras mudam da sua base, e por quê",
        "ce que mes règles changent à leur base, et pourquoi",
    ),
    "rules.example": (
        "what a plan can say, with questions and choices",
        "lo que un plan puede decir, con preguntas y opciones",
        "o que um plano pode dizer, com perguntas e opções",
        "ce qu'un plan peut dire, avec questions et choix",
    ),

    # --- plan
    "plan": (
        "write a blank plan to fill in, its questions and choices beside it",
        "escribe un plan en blanco para llenar, con sus preguntas y opciones al lado",
        "grava um plano em branco para preencher, com as suas perguntas e opções ao lado",
        "écrit un plan vide à remplir, avec ses questions et ses choix à côté",
    ),
    "plan.format": (
        "by {FILE}'s ending, else yaml",
        "según la extensión de {FILE}; si no, yaml",
        "conforme a extensão de {FILE}; senão, yaml",
        "selon l'extension de {FILE}, sinon yaml",
    ),
    "plan.output": (
        "write the plan there: .yaml, .yml or .json",
        "escribe allí el plan: .yaml, .yml o .json",
        "grava ali o plano: .yaml, .yml ou .json",
        "y écrit le plan : .yaml, .yml ou .json",
    ),
    "plan.language": (
        "of the questions: en, es, pt, fr (en)",
        "de las preguntas: en, es, pt, fr (en)",
        "das perguntas: en, es, pt, fr (en)",
        "des questions : en, es, pt, fr (en)",
    ),

    # --- ask
    "ask": (
        "ask for what a plan leaves open, the best question first, and save after each answer",
        "pregunta lo que un plan deja abierto, la mejor pregunta primero, y guarda tras cada respuesta",
        "pergunta o que um plano deixa em aberto, a melhor pergunta primeiro, e grava após cada resposta",
        "demande ce qu'un plan laisse ouvert, la meilleure question d'abord, et enregistre après chaque réponse",
    ),
    "ask.plan": (
        "the plan's file, .json, .yaml or .yml; a new one is begun where there is none",
        "el archivo del plan, .json, .yaml o .yml; si no existe, se empieza uno nuevo",
        "o arquivo do plano, .json, .yaml ou .yml; se não existe, começa-se um novo",
        "le fichier du plan, .json, .yaml ou .yml ; s'il n'existe pas, un nouveau est commencé",
    ),
    "ask.who": (
        "who answers, noted beside each answer with the day",
        "quién responde, anotado junto a cada respuesta con el día",
        "quem responde, anotado junto a cada resposta com o dia",
        "qui répond, noté à côté de chaque réponse avec le jour",
    ),

    # --- form
    "form": (
        "write a form for a plan as one page that works offline",
        "escribe un formulario para un plan como una sola página que funciona sin conexión",
        "grava um formulário para um plano como uma só página que funciona sem conexão",
        "écrit un formulaire pour un plan en une seule page qui marche hors connexion",
    ),
    "form.plan": (
        "a plan that the form is filled with, or a sample",
        "un plan con el que se llena el formulario, o una muestra",
        "um plano com que o formulário é preenchido, ou uma amostra",
        "un plan dont le formulaire est rempli, ou un exemple",
    ),
    "form.output": ("write the page there: .html", "escribe allí la página: .html", "grava ali a página: .html", "y écrit la page : .html"),
    "form.language": (
        "it opens in: en, es, pt, fr (en); the page has all four",
        "en que se abre: en, es, pt, fr (en); la página tiene los cuatro",
        "em que se abre: en, es, pt, fr (en); a página tem os quatro",
        "dans laquelle elle s'ouvre : en, es, pt, fr (en) ; la page a les quatre",
    ),
    "form.document": (
        "passages of this document (PDF, DOCX, HTML, text) stand beside the questions that they may answer",
        "pasajes de este documento (PDF, DOCX, HTML, texto) están junto a las preguntas que pueden responder",
        "passagens deste documento (PDF, DOCX, HTML, texto) ficam junto às perguntas que podem responder",
        "des passages de ce document (PDF, DOCX, HTML, texte) sont à côté des questions auxquelles ils peuvent répondre",
    ),
    "form.example_document": ("with what a document may say", "con lo que puede decir un documento", "com o que um documento pode dizer", "avec ce que peut dire un document"),
    "form.example": ("filled with what is known", "lleno con lo que se sabe", "preenchido com o que se sabe", "rempli de ce qu'on sait"),

    "ask.document": (
        "show below each question the passages of this document (PDF, DOCX, HTML, text) that may answer it",
        "muestra debajo de cada pregunta los pasajes de este documento (PDF, DOCX, HTML, texto) que pueden responderla",
        "mostra abaixo de cada pergunta as passagens deste documento (PDF, DOCX, HTML, texto) que podem respondê-la",
        "montre sous chaque question les passages de ce document (PDF, DOCX, HTML, texte) qui peuvent y répondre",
    ),

    "questionnaire.document": (
        "a column with the passages of this document (PDF, DOCX, HTML, text) that may answer",
        "una columna con los pasajes de este documento (PDF, DOCX, HTML, texto) que pueden responder",
        "uma coluna com as passagens deste documento (PDF, DOCX, HTML, texto) que podem responder",
        "une colonne avec les passages de ce document (PDF, DOCX, HTML, texte) qui peuvent répondre",
    ),

    # --- passages
    "DOCUMENT": ("DOCUMENT", "DOCUMENTO", "DOCUMENTO", "DOCUMENT"),
    "PLACE": ("PLACE", "LUGAR", "LUGAR", "LIEU"),
    "passages": (
        "find the passages of a document that may answer what a plan leaves open",
        "busca los pasajes de un documento que pueden responder lo que un plan deja abierto",
        "procura as passagens de um documento que podem responder ao que um plano deixa em aberto",
        "trouve les passages d'un document qui peuvent répondre à ce qu'un plan laisse ouvert",
    ),
    "passages.document": (
        "a PDF, a Word document (.docx), an HTML page or a text",
        "un PDF, un documento de Word (.docx), una página HTML o un texto",
        "um PDF, um documento do Word (.docx), uma página HTML ou um texto",
        "un PDF, un document Word (.docx), une page HTML ou un texte",
    ),
    "passages.plan": (
        "the plan whose open questions are asked (an empty one where not given)",
        "el plan cuyas preguntas abiertas se hacen (si no se indica, uno vacío)",
        "o plano cujas perguntas em aberto se fazem (um vazio, se faltar)",
        "le plan dont on pose les questions ouvertes (un plan vide s'il manque)",
    ),
    "passages.place": (
        "only what may answer about this place of the plan",
        "solo lo que puede responder sobre este lugar del plan",
        "só o que pode responder sobre este lugar do plano",
        "seulement ce qui peut répondre sur ce lieu du plan",
    ),
    "passages.most": (
        "how many passages for each question (3)",
        "cuántos pasajes por pregunta (3)",
        "quantas passagens por pergunta (3)",
        "combien de passages par question (3)",
    ),
    "passages.document_language": (
        "the document's language, where it is not to be guessed",
        "el idioma del documento, si no se ha de adivinar",
        "o idioma do documento, se não for para adivinhar",
        "la langue du document, s'il ne faut pas la deviner",
    ),
    "passages.format": (
        "by {FILE}'s ending, else text",
        "según la extensión de {FILE}; si no, text",
        "conforme a extensão de {FILE}; senão, text",
        "selon l'extension de {FILE}, sinon text",
    ),
    "passages.output": (
        "write it there: .txt, .json or .csv",
        "lo escribe allí: .txt, .json o .csv",
        "grava-o ali: .txt, .json ou .csv",
        "l'y écrit : .txt, .json ou .csv",
    ),
    "passages.example_plan": (
        "what that plan leaves open",
        "lo que ese plan deja abierto",
        "o que esse plano deixa em aberto",
        "ce que ce plan laisse ouvert",
    ),
    "passages.example_place": ("one question", "una sola pregunta", "uma só pergunta", "une seule question"),

    # --- schema
    "schema": (
        "write the JSON Schema of a plan, for editors that complete and check it",
        "escribe el JSON Schema de un plan, para editores que lo completan y revisan",
        "grava o JSON Schema de um plano, para editores que o completam e verificam",
        "écrit le JSON Schema d'un plan, pour les éditeurs qui le complètent et le vérifient",
    ),
    "schema.output": ("write it there", "lo escribe allí", "grava-o ali", "l'y écrit"),
    "schema.language": (
        "of titles, questions and labels: en, es, pt, fr (en)",
        "de títulos, preguntas y etiquetas: en, es, pt, fr (en)",
        "de títulos, perguntas e rótulos: en, es, pt, fr (en)",
        "des titres, questions et libellés : en, es, pt, fr (en)",
    ),

    # --- new
    "new": (
        "start a ruleset: vocabulary, rules, cases and a sample plan",
        "empieza un reglamento: vocabulario, reglas, casos y un plan de muestra",
        "começa um regulamento: vocabulário, regras, casos e um plano de amostra",
        "commence un recueil : vocabulaire, règles, cas et un plan d'exemple",
    ),
    "new.name": (
        "of the ruleset, and of the folder that is made: letters, digits and _",
        "del reglamento y de la carpeta que se crea: letras, cifras y _",
        "do regulamento e da pasta que é criada: letras, algarismos e _",
        "du recueil et du dossier qui est créé : lettres, chiffres et _",
    ),
    "new.from": (
        "start from a copy of a shipped ruleset's rules and cases; its vocabulary is used",
        "parte de una copia de las reglas y los casos de un reglamento incluido; su vocabulario se usa",
        "parte de uma cópia das regras e dos casos de um regulamento incluído; o vocabulário dele é usado",
        "part d'une copie des règles et des cas d'un recueil fourni ; son vocabulaire est utilisé",
    ),
    "new.language": (
        "of keywords, texts and comments: en, es, pt, fr (en; of a copy, its own)",
        "de palabras clave, textos y comentarios: en, es, pt, fr (en; de una copia, el suyo)",
        "de palavras-chave, textos e comentários: en, es, pt, fr (en; de uma cópia, o seu)",
        "des mots-clés, textes et commentaires : en, es, pt, fr (en ; d'une copie, la sienne)",
    ),
    "new.example_own": (
        "a ruleset of one's own",
        "un reglamento propio",
        "um regulamento próprio",
        "un recueil à soi",
    ),
    "new.example_from": (
        "a copy of shipped rules to change",
        "una copia de reglas incluidas para modificar",
        "uma cópia de regras incluídas para modificar",
        "une copie de règles fournies à modifier",
    ),

    # --- explain
    "explain.code": ("B301, P201 …", "B301, P201 …", "B301, P201 …", "B301, P201 …"),
    "explain": (
        "explain a message's code, with a wrong and a right example",
        "explica el código de un mensaje, con un ejemplo incorrecto y uno correcto",
        "explica o código de uma mensagem, com um exemplo errado e um certo",
        "explique le code d'un message, avec un exemple faux et un juste",
    ),
    "explain.language": (
        "of the page: en, es, pt, fr (en)",
        "de la página: en, es, pt, fr (en)",
        "da página: en, es, pt, fr (en)",
        "de la page : en, es, pt, fr (en)",
    ),
    "explain.example": ("all codes", "todos los códigos", "todos os códigos", "tous les codes"),
    "sample": ("a shipped sample plan", "un plan de muestra incluido", "um plano de amostra incluído", "un plan d'exemple fourni"),

    # --- compare
    "BEFORE": ("BEFORE", "ANTES", "ANTES", "AVANT"),
    "AFTER": ("AFTER", "DESPUÉS", "DEPOIS", "APRÈS"),
    "OTHER": ("OTHER", "OTRO", "OUTRO", "AUTRE"),
    "compare": (
        "say what became of the gaps, and why",
        "dice qué fue de las brechas, y por qué",
        "diz o que foi feito das lacunas, e por quê",
        "dit ce que sont devenues les lacunes, et pourquoi",
    ),
    "compare.ruleset": (
        "as for assess; of the second assessment, and of the first unless --rules-before says otherwise",
        "como en assess; de la segunda evaluación, y de la primera si --rules-before no indica otro",
        "como em assess; da segunda avaliação, e da primeira se --rules-before não indicar outro",
        "comme pour assess ; de la seconde évaluation, et de la première sauf si --rules-before en indique un autre",
    ),
    "compare.before": (
        "the earlier plan: a file, a sample, or a JSON report whose plan stands beside it",
        "el plan anterior: un archivo, una muestra, o un informe JSON con su plan al lado",
        "o plano anterior: um arquivo, uma amostra, ou um relatório JSON com o seu plano ao lado",
        "le plan antérieur : un fichier, un exemple, ou un rapport JSON avec son plan à côté",
    ),
    "compare.after": ("the later one", "el posterior", "o posterior", "le plan ultérieur"),
    "compare.as_of_before": (
        "the date of the first assessment (that of the report, else as --as-of)",
        "la fecha de la primera evaluación (la del informe; si no, como --as-of)",
        "a data da primeira avaliação (a do relatório; senão, como --as-of)",
        "la date de la première évaluation (celle du rapport, sinon comme --as-of)",
    ),
    "compare.read_before": (
        "how the earlier plan was read (as --read)",
        "cómo se leyó el plan anterior (como --read)",
        "como foi lido o plano anterior (como --read)",
        "comment le plan antérieur a été lu (comme --read)",
    ),
    "compare.set_before": (
        "a parameter's value in the first assessment (as --set)",
        "el valor de un parámetro en la primera evaluación (como --set)",
        "o valor de um parâmetro na primeira avaliação (como --set)",
        "la valeur d'un paramètre dans la première évaluation (comme --set)",
    ),
    "compare.rules_before": (
        "the ruleset of the first assessment, where it was another",
        "el reglamento de la primera evaluación, si era otro",
        "o regulamento da primeira avaliação, se era outro",
        "le recueil de la première évaluation, si c'était un autre",
    ),
    "compare.format": (
        "csv is the comparison table; by {FILE}'s ending, else text",
        "csv es la tabla de la comparación; según la extensión de {FILE}; si no, text",
        "csv é a tabela da comparação; conforme a extensão de {FILE}; senão, text",
        "csv est la table de la comparaison ; selon l'extension de {FILE}, sinon text",
    ),
    "compare.output": (
        "write it there: .txt, .json, .csv or .html",
        "lo escribe allí: .txt, .json, .csv o .html",
        "grava-o ali: .txt, .json, .csv ou .html",
        "l'y écrit : .txt, .json, .csv ou .html",
    ),
    "compare.fail_on": (
        "what ends with status 1; new: gaps that were none before, or are worse (none)",
        "lo que termina con estado 1; new: brechas que antes no había, o que empeoraron (none)",
        "o que termina com estado 1; new: lacunas que antes não havia, ou que pioraram (none)",
        "ce qui finit par l'état 1 ; new : des lacunes qui n'en étaient pas, ou aggravées (none)",
    ),
    "compare.example_report": (
        "the report knows its date",
        "el informe sabe su fecha",
        "o relatório sabe a sua data",
        "le rapport connaît sa date",
    ),
    "compare.example_rules": ("what other rules change", "qué cambian otras reglas", "o que outras regras mudam", "ce que changent d'autres règles"),

    # --- roadmap
    "roadmap": (
        "put the remedies in order: what first, what waits for what",
        "ordena los remedios: qué va primero, qué espera a qué",
        "põe os remédios em ordem: o que vem primeiro, o que espera pelo quê",
        "met les remèdes en ordre : quoi d'abord, quoi attend quoi",
    ),
    "roadmap.start": (
        "the day on which work starts; gives each step its days, and the critical path",
        "el día en que empieza el trabajo; da a cada paso sus días, y la ruta crítica",
        "o dia em que o trabalho começa; dá a cada passo os seus dias, e o caminho crítico",
        "le jour où le travail commence ; donne à chaque étape ses jours, et le chemin critique",
    ),
    "roadmap.format": (
        "csv is the roadmap table, ics a calendar, svg a Gantt picture; by {FILE}'s ending, else text",
        "csv es la tabla de la hoja de ruta, ics un calendario, svg un diagrama de Gantt; según la extensión de {FILE}; si no, text",
        "csv é a tabela do roteiro, ics um calendário, svg um diagrama de Gantt; conforme a extensão de {FILE}; senão, text",
        "csv est la table de la feuille de route, ics un calendrier, svg un diagramme de Gantt ; selon l'extension de {FILE}, sinon text",
    ),
    "roadmap.output": (
        "write it there: .txt, .csv, .json, .html, .ics or .svg",
        "lo escribe allí: .txt, .csv, .json, .html, .ics o .svg",
        "grava-o ali: .txt, .csv, .json, .html, .ics ou .svg",
        "l'y écrit : .txt, .csv, .json, .html, .ics ou .svg",
    ),
    "roadmap.example_calendar": ("for a calendar program", "para un programa de calendario", "para um programa de calendário", "pour un agenda"),

    # --- progress
    "progress": (
        "show how far the steps of a protocol have got: done, late, next, and by when",
        "muestra hasta dónde han llegado los pasos de un protocolo: hechos, con retraso, siguientes, y para cuándo",
        "mostra até onde chegaram os passos de um protocolo: feitos, em atraso, próximos, e até quando",
        "montre où en sont les étapes d'un protocole : faites, en retard, à suivre, et pour quand",
    ),
    "progress.requirement": (
        "of this protocol alone",
        "solo de este protocolo",
        "só deste protocolo",
        "de ce protocole seulement",
    ),
    "progress.format": (
        "csv is the progress table; by {FILE}'s ending, else text",
        "csv es la tabla de avance; según la extensión de {FILE}; si no, text",
        "csv é a tabela de andamento; conforme a extensão de {FILE}; senão, text",
        "csv est la table d'avancement ; selon l'extension de {FILE}, sinon text",
    ),
    "progress.output": (
        "write it there: .txt, .csv, .json or .html",
        "lo escribe allí: .txt, .csv, .json o .html",
        "grava-o ali: .txt, .csv, .json ou .html",
        "l'y écrit : .txt, .csv, .json ou .html",
    ),
    "progress.example": (
        "one protocol, in another language",
        "un protocolo, en otro idioma",
        "um protocolo, em outro idioma",
        "un protocole, dans une autre langue",
    ),

    # --- repairs
    "against": (
        "read an assessment against another instrument",
        "lee una evaluación frente a otro instrumento",
        "lê uma avaliação frente a outro instrumento",
        "lit une évaluation au regard d'un autre instrument",
    ),
    "against.other": (
        "the other ruleset, or the name that `map` lines give it",
        "el otro reglamento, o el nombre que le dan las líneas `map`",
        "o outro regulamento, ou o nome que lhe dão as linhas `map`",
        "l'autre recueil, ou le nom que lui donnent les lignes `map`",
    ),
    "against.format": (
        "csv has a row for each requirement of the other; by {FILE}'s ending, else text",
        "csv tiene una fila por cada requisito del otro; según la extensión de {FILE}; si no, text",
        "csv tem uma linha para cada requisito do outro; conforme a extensão de {FILE}; senão, text",
        "csv a une ligne pour chaque exigence de l'autre ; selon l'extension de {FILE}, sinon text",
    ),
    "against.output": (
        "write it there: .txt, .json or .csv",
        "lo escribe allí: .txt, .json o .csv",
        "grava-o ali: .txt, .json ou .csv",
        "l'y écrit : .txt, .json ou .csv",
    ),
    "repairs": (
        "find the least changes of a plan that would close its gaps",
        "busca los menores cambios de un plan que cerrarían sus brechas",
        "busca as menores mudanças de um plano que fechariam as suas lacunas",
        "cherche les moindres changements d'un plan qui combleraient ses lacunes",
    ),
    "repairs.requirements": (
        "ids of requirements; all gaps where none is given",
        "identificadores de requisitos; si no se da ninguno, todas las brechas",
        "identificadores de requisitos; se nenhum for dado, todas as lacunas",
        "identifiants d'exigences ; si aucun n'est donné, toutes les lacunes",
    ),
    "repairs.together": (
        "one set of changes for all of them",
        "un solo conjunto de cambios para todas",
        "um só conjunto de mudanças para todas",
        "un seul ensemble de changements pour toutes",
    ),
    "repairs.most": (
        "so many alternatives for each gap (3)",
        "cuántas alternativas para cada brecha (3)",
        "quantas alternativas para cada lacuna (3)",
        "nombre de solutions pour chaque lacune (3)",
    ),
    "repairs.dearer": (
        "alternatives that cost up to so much more than the least (0)",
        "alternativas que cuestan hasta tanto más que la menor (0)",
        "alternativas que custam até tanto mais que a menor (0)",
        "solutions qui coûtent jusqu'à tant de plus que la moindre (0)",
    ),
    "repairs.cost": (
        "what a kind of change costs, none: it is not proposed; may be repeated",
        "cuánto cuesta un tipo de cambio, none: no se propone; puede repetirse",
        "quanto custa um tipo de mudança, none: não se propõe; pode repetir-se",
        "ce que coûte une sorte de changement, none : elle n'est pas proposée ; peut se répéter",
    ),
    "repairs.plan": (
        "write there the plan (.json) with the least changes for all made in it",
        "escribe allí el plan (.json) con los menores cambios para todas",
        "grava ali o plano (.json) com as menores mudanças para todas",
        "y écrit le plan (.json) avec les moindres changements pour toutes",
    ),
    "repairs.format": (
        "csv is the repairs table; by {FILE}'s ending, else text",
        "csv es la tabla de las reparaciones; según la extensión de {FILE}; si no, text",
        "csv é a tabela dos reparos; conforme a extensão de {FILE}; senão, text",
        "csv est la table des réparations ; selon l'extension de {FILE}, sinon text",
    ),
    "repairs.example_dearer": ("with dearer alternatives", "con alternativas más caras", "com alternativas mais caras", "avec des solutions plus coûteuses"),
    "repairs.example_plan": ("the plan as it would be", "el plan como quedaría", "o plano como ficaria", "le plan tel qu'il serait"),

    # --- portfolio
    "portfolio": (
        "show many plans side by side, never as a ranking",
        "muestra muchos planes lado a lado, nunca como clasificación",
        "mostra muitos planos lado a lado, nunca como classificação",
        "montre de nombreux plans côte à côte, jamais en classement",
    ),
    "portfolio.format": (
        "csv is the portfolio table; by {FILE}'s ending, else text",
        "csv es la tabla de la cartera; según la extensión de {FILE}; si no, text",
        "csv é a tabela da carteira; conforme a extensão de {FILE}; senão, text",
        "csv est la table du portefeuille ; selon l'extension de {FILE}, sinon text",
    ),

    # --- applicability
    "applicability": (
        "say of every requirement whether it applies, and what was decided",
        "dice de cada requisito si se aplica, y qué se decidió",
        "diz de cada requisito se ele se aplica, e o que se decidiu",
        "dit de chaque exigence si elle s'applique, et ce qui a été décidé",
    ),
    "applicability.output": (
        "write it there: .txt, .json, .csv, .html or .xlsx",
        "la escribe allí: .txt, .json, .csv, .html o .xlsx",
        "grava-a ali: .txt, .json, .csv, .html ou .xlsx",
        "l'y écrit : .txt, .json, .csv, .html ou .xlsx",
    ),
    "applicability.decisions": (
        "a CSV file with the columns requirement, decision, reason",
        "un archivo CSV con las columnas requirement, decision, reason",
        "um arquivo CSV com as colunas requirement, decision, reason",
        "un fichier CSV avec les colonnes requirement, decision, reason",
    ),
    "applicability.format": (
        "csv is the applicability table; by {FILE}'s ending, else text",
        "csv es la tabla de aplicabilidad; según la extensión de {FILE}; si no, text",
        "csv é a tabela de aplicabilidade; conforme a extensão de {FILE}; senão, text",
        "csv est la table d'applicabilité ; selon l'extension de {FILE}, sinon text",
    ),
    "applicability.example": (
        "with what was decided",
        "con lo que se decidió",
        "com o que se decidiu",
        "avec ce qui a été décidé",
    ),

    # --- verify
    "REPORT": ("REPORT", "INFORME", "RELATÓRIO", "RAPPORT"),
    "verify": (
        "make a JSON report again, and say what differs",
        "rehace un informe JSON, y dice qué difiere",
        "refaz um relatório JSON, e diz o que difere",
        "refait un rapport JSON, et dit ce qui diffère",
    ),
    "verify.report": (
        "what `brecha assess … --format json` wrote",
        "lo que escribió `brecha assess … --format json`",
        "o que `brecha assess … --format json` gravou",
        "ce qu'a écrit `brecha assess … --format json`",
    ),
    "verify.ruleset": (
        "its ruleset (the one it names: beside it, here, or shipped)",
        "su reglamento (el que nombra: a su lado, aquí, o incluido)",
        "o seu regulamento (o que nomeia: ao lado, aqui, ou incluído)",
        "son recueil (celui qu'il nomme : à côté, ici, ou fourni)",
    ),
    "verify.plan": (
        "its plan, or a folder with it (the file that it names, beside it)",
        "su plan, o una carpeta con él (el archivo que nombra, a su lado)",
        "o seu plano, ou uma pasta com ele (o arquivo que nomeia, ao lado)",
        "son plan, ou un dossier où il est (le fichier qu'il nomme, à côté)",
    ),
    "verify.language": (
        "of what is said: en, es, pt, fr (the report's own)",
        "de lo que se dice: en, es, pt, fr (el del informe)",
        "do que se diz: en, es, pt, fr (o do relatório)",
        "de ce qui est dit : en, es, pt, fr (celle du rapport)",
    ),
    "verify.example": (
        "where they stand elsewhere",
        "si están en otro lugar",
        "se estão em outro lugar",
        "s'ils sont ailleurs",
    ),
    "verify.exit": (
        "exit status:\n  0  the same\n  1  something differs\n  2  it could not be made again",
        "estado de salida:\n  0  igual\n  1  algo difiere\n  2  no se pudo rehacer",
        "estado de saída:\n  0  igual\n  1  algo difere\n  2  não pôde ser refeito",
        "état de sortie :\n  0  identique\n  1  quelque chose diffère\n  2  n'a pas pu être refait",
    ),
}
# fmt: on
