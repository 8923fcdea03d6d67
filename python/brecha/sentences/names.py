"""Names, dates, values of parameters."""

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
    "or": ("or", "o", "ou", "ou"),
    "did_you_mean": ("; did you mean {near}?", "; ¿quiso decir {near}?", "; quis dizer {near}?", " ; vouliez-vous dire {near} ?"),
    "no_ruleset": (
        'there is no ruleset, file or folder "{name}"{near}\nshipped rulesets: {shipped}',
        'no existe el reglamento, archivo o carpeta "{name}"{near}\nreglamentos incluidos: {shipped}',
        'não existe o regulamento, arquivo ou pasta "{name}"{near}\nregulamentos incluídos: {shipped}',
        'il n\'y a pas de recueil, de fichier ni de dossier « {name} »{near}\nrecueils fournis : {shipped}',
    ),
    "nothing_mapped": (
        '{ruleset} maps nothing to "{other}"{near}\nit maps to: {names}',
        '{ruleset} no relaciona nada con "{other}"{near}\nrelaciona con: {names}',
        '{ruleset} não relaciona nada com "{other}"{near}\nrelaciona com: {names}',
        '{ruleset} ne met rien en rapport avec « {other} »{near}\nen rapport avec : {names}',
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
    "no_registry": (
        "{file} is no registry of events: {reason}",
        "{file} no es un registro de eventos: {reason}",
        "{file} não é um registro de eventos: {reason}",
        "{file} n'est pas un registre d'événements : {reason}",
    ),
    "no_registry_table": (
        'a registry has no table "{table}"{near}\ntables: {tables}',
        'un registro no tiene la tabla "{table}"{near}\ntablas: {tables}',
        'um registro não tem a tabela "{table}"{near}\ntabelas: {tables}',
        "un registre n'a pas de table « {table} »{near}\ntables : {tables}",
    ),
    "no_state": (
        'an event is never "{state}"{near}\nstates: {states}',
        'un evento nunca está "{state}"{near}\nestados: {states}',
        'um evento nunca está "{state}"{near}\nestados: {states}',
        "un événement n'est jamais « {state} »{near}\nétats : {states}",
    ),
    "no_entry": (
        'the registry has no "{entry}"{near}',
        'el registro no tiene "{entry}"{near}',
        'o registro não tem "{entry}"{near}',
        "le registre n'a pas « {entry} »{near}",
    ),
    "entry_there": (
        'the registry has "{entry}" already',
        'el registro ya tiene "{entry}"',
        'o registro já tem "{entry}"',
        "le registre a déjà « {entry} »",
    ),
    "entry_lacks": (
        "an entry of {table} needs {column}",
        "una entrada de {table} necesita {column}",
        "uma entrada de {table} precisa de {column}",
        "une entrée de {table} a besoin de {column}",
    ),
    "entry_looks": (
        '{column} of {table} cannot be "{value}": write it as in {looks}',
        '{column} de {table} no puede ser "{value}": escríbalo como en {looks}',
        '{column} de {table} não pode ser "{value}": escreva como em {looks}',
        "{column} de {table} ne peut pas être « {value} » : écrivez-le comme dans {looks}",
    ),
    "no_sample": (
        'there is no sample plan "{name}"{near}\nbrecha.samples() lists them all',
        'no existe el plan de muestra "{name}"{near}\nbrecha.samples() los enumera todos',
        'não existe o plano de amostra "{name}"{near}\nbrecha.samples() lista todos',
        'il n\'y a pas de plan d\'exemple « {name} »{near}\nbrecha.samples() les énumère tous',
    ),
    "no_sample_of": (
        '{ruleset} has no sample plan "{name}"{near}\nits sample plans: {samples}',
        '{ruleset} no tiene el plan de muestra "{name}"{near}\nsus planes de muestra: {samples}',
        '{ruleset} não tem o plano de amostra "{name}"{near}\nseus planos de amostra: {samples}',
        '{ruleset} n\'a pas de plan d\'exemple « {name} »{near}\nses plans d\'exemple : {samples}',
    ),
    "several_samples": (
        '{count} rulesets have a sample plan {name}: say which, as in "{first}/{name}"\nrulesets: {rulesets}',
        '{count} reglamentos tienen un plan de muestra {name}: diga cuál, como en "{first}/{name}"\nreglamentos: {rulesets}',
        '{count} regulamentos têm um plano de amostra {name}: diga qual, como em "{first}/{name}"\nregulamentos: {rulesets}',
        '{count} recueils ont un plan d\'exemple {name} : dites lequel, comme dans « {first}/{name} »\nrecueils : {rulesets}',
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
}
