"""Files and libraries."""

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
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
    "file_too_large": (
        "{name} is larger than {most} MiB",
        "{name} ocupa más de {most} MiB",
        "{name} ocupa mais de {most} MiB",
        "{name} dépasse {most} Mio",
    ),
    "not_a_workbook": (
        "{name} is no workbook that can be read ({about}): save it as .xlsx",
        "{name} no es un libro que se pueda leer ({about}): guárdelo como .xlsx",
        "{name} não é uma pasta de trabalho que se possa ler ({about}): salve-a como .xlsx",
        "{name} n'est pas un classeur lisible ({about}) : enregistrez-le en .xlsx",
    ),
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
    "not_written": (
        "{file} was not written: {reason}",
        "no se escribió {file}: {reason}",
        "{file} não foi gravado: {reason}",
        "{file} n'a pas été écrit : {reason}",
    ),
    "no_such_folder": ("there is no such folder", "no existe esa carpeta", "essa pasta não existe", "ce dossier n'existe pas"),
    "no_permission": ("there is no permission", "no hay permiso", "não há permissão", "l'autorisation manque"),
    "disk_full": ("the disk is full", "el disco está lleno", "o disco está cheio", "le disque est plein"),
    "is_a_folder": ("it is a folder", "es una carpeta", "é uma pasta", "c'est un dossier"),
    "name_too_long": ("its name is too long", "su nombre es demasiado largo", "o nome é longo demais", "son nom est trop long"),
    "no_such_file": ("it is not there", "no existe", "não existe", "il n'existe pas"),
}
