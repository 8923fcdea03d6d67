"""The words of a form for phones, in four languages: English, Spanish, Portuguese, French."""

# fmt: off
FORM: dict[str, tuple[str, str, str, str]] = {
    "language": ("English (en)", "Español (es)", "Português (pt)", "Français (fr)"),
    "answered_by": ("Who answers?", "¿Quién responde?", "Quem responde?", "Qui répond ?"),
    "answered_on": ("On which day?", "¿Qué día?", "Em que dia?", "Quel jour ?"),
    "document": (
        "On which document do the answers rest?",
        "¿En qué documento se apoyan las respuestas?",
        "Em que documento se apoiam as respostas?",
        "Sur quel document reposent les réponses ?",
    ),
    "document_help": (
        "where there is one; what is said without one counts as a survey",
        "si lo hay; lo que se dice sin él cuenta como encuesta",
        "se houver; o que se diz sem ele conta como pesquisa",
        "s'il y en a un ; sans document, cela compte comme une enquête",
    ),
    "why": ("If there is no answer: why?", "Si no hay respuesta: ¿por qué?", "Se não há resposta: por quê?", "Sans réponse : pourquoi ?"),
    "complete": ("Is that all?", "¿Es todo?", "É tudo?", "Est-ce tout ?"),
    "complete_help": (
        "yes: there are no others",
        "sí: no hay otros",
        "sim: não há outros",
        "oui : il n'y en a pas d'autres",
    ),
    "key": ("Short name of your choice", "Nombre corto a su elección", "Nome curto à sua escolha", "Nom court de votre choix"),
    "key_help": (
        "each only once; other answers refer to it",
        "cada uno una sola vez; otras respuestas se refieren a él",
        "cada um só uma vez; outras respostas se referem a ele",
        "chacun une seule fois ; d'autres réponses y renvoient",
    ),
    "reference_help": (
        "the short name that it has in this form",
        "el nombre corto que tiene en este formulario",
        "o nome curto que tem neste formulário",
        "le nom court qu'il a dans ce formulaire",
    ),
    "several": ("several: with ; between them", "varios: con ; entre ellos", "vários: com ; entre eles", "plusieurs : séparés par ;"),
    "percent": ("in percent, 0 to 100", "en porcentaje, de 0 a 100", "em porcentagem, de 0 a 100", "en pour cent, de 0 à 100"),
    "duration": ("such as 6 months", "como 6 meses", "como 6 meses", "comme 6 mois"),
    "from_zero": ("a number from 0", "un número desde 0", "um número a partir de 0", "un nombre à partir de 0"),
    "duration_form": ("a number and a unit: 6 months", "un número y una unidad: 6 meses", "um número e uma unidade: 6 meses", "un nombre et une unité : 6 mois"),
    "key_form": (
        "no blanks at the ends, no / and no comma",
        "sin espacios al comienzo ni al final, sin / y sin coma",
        "sem espaços no começo nem no fim, sem / e sem vírgula",
        "ni espaces aux bouts, ni / ni virgule",
    ),
}
# fmt: on
