"""Documents searched for what a plan says, and their passages."""

# word: English, Spanish, Portuguese, French.
# fmt: off
SENTENCES: dict[str, tuple[str, str, str, str]] = {
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
    "document_without_end": (
        "{file} takes more memory or time than reading a document may: it is damaged, or made to do so",
        "{file} necesita más memoria o tiempo de lo que se permite para leer un documento: está dañado, o hecho para eso",
        "{file} precisa de mais memória ou tempo do que se permite para ler um documento: está danificado, ou feito para isso",
        "{file} demande plus de mémoire ou de temps que la lecture d'un document n'en permet : il est abîmé, ou fait pour cela",
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
}
