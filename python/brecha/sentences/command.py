"""The command: what was typed, `assess`, `why`."""

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "no_number_from_zero": (
        "{option} {text}: a number from 0 is asked for",
        "{option} {text}: se pide un número desde 0",
        "{option} {text}: pede-se um número a partir de 0",
        "{option} {text} : un nombre à partir de 0 est demandé",
    ),
    "cost_of_lists": (
        "what each requirement costs where every list of a plan has {elements} elements",
        "lo que cuesta cada requisito si cada lista de un plan tiene {elements} elementos",
        "o que custa cada requisito se cada lista de um plano tem {elements} elementos",
        "ce que coûte chaque exigence si chaque liste d'un plan a {elements} éléments",
    ),
    "cost_of_plan": (
        "what each requirement costs for {plan}",
        "lo que cuesta cada requisito para {plan}",
        "o que custa cada requisito para {plan}",
        "ce que coûte chaque exigence pour {plan}",
    ),
    "cost_columns": (
        "requirement|looks together at|combinations|findings|steps|memory",
        "requisito|examina juntos|combinaciones|constataciones|pasos|memoria",
        "requisito|examina juntos|combinações|constatações|passos|memória",
        "exigence|examine ensemble|combinaisons|constats|étapes|mémoire",
    ),
    "no_cost": (
        "--cost {text}: write an action and what it costs, as in restate=2 or drop=none",
        "--cost {text}: escriba una acción y lo que cuesta, como restate=2 o drop=none",
        "--cost {text}: escreva uma ação e o que ela custa, como restate=2 ou drop=none",
        "--cost {text} : écrivez une action et ce qu'elle coûte, comme restate=2 ou drop=none",
    ),
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
}
