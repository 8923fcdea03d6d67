// What is told about plans: notes at their places, and why a text is no plan at all.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue::plans {

// --- what a place wants

inline constexpr Sentence a_list{"a list", "una lista", "uma lista", "une liste"};
inline constexpr Sentence a_text{"a text", "un texto", "um texto", "un texte"};
inline constexpr Sentence yes_or_no{"yes or no", "sí o no", "sim ou não", "oui ou non"};
inline constexpr Sentence a_whole_number{"a whole number", "un número entero", "um número inteiro", "un nombre entier"};
inline constexpr Sentence a_number{"a number", "un número", "um número", "un nombre"};
inline constexpr Sentence a_percentage{"a percentage", "un porcentaje", "uma porcentagem", "un pourcentage"};
inline constexpr Sentence a_date{"a date", "una fecha", "uma data", "une date"};
inline constexpr Sentence a_moment{"a moment", "un momento", "um momento", "un moment"};
inline constexpr Sentence a_duration{"a duration", "una duración", "uma duração", "une durée"};
inline constexpr Sentence a_country{"a country", "un país", "um país", "un pays"};
inline constexpr Sentence a_value_of{"a value of {}", "un valor de {}", "um valor de {}", "une valeur de {}"};
inline constexpr Sentence a_key_of{"the key of an item of {}", "la clave de un elemento de {}",
                                   "a chave de um elemento de {}", "la clé d’un élément de {}"};
inline constexpr Sentence an_object_of{"an object ({})", "un objeto ({})", "um objeto ({})", "un objet ({})"};
inline constexpr Sentence an_object{"an object", "un objeto", "um objeto", "un objet"};
inline constexpr Sentence a_value{"a value", "un valor", "um valor", "une valeur"};
inline constexpr Sentence true_or_false{"true or false", "true o false", "true ou false", "true ou false"};
inline constexpr Sentence evidence_object{
    "an object: place and what is known of it", "un objeto: lugar y lo que se sabe de él",
    "um objeto: lugar e o que se sabe dele", "un objet : lieu et ce qu’on en sait"};
inline constexpr Sentence source_object{
    "an object with a value and its document", "un objeto con un valor y su documento",
    "um objeto com um valor e o seu documento", "un objet avec une valeur et son document"};
inline constexpr Sentence judgement_list{"a list of judgements", "una lista de juicios", "uma lista de juízos",
                                         "une liste de jugements"};
inline constexpr Sentence value_given_twice{"a value given twice", "un valor dado dos veces",
                                            "um valor dado duas vezes", "une valeur donnée deux fois"};

// --- P101: what is not known

inline constexpr Entry unknown_field{"P101",
                                     {"unknown field {}, ignored", "campo desconocido {}, se ignora",
                                      "campo desconhecido {}, ignorado", "champ inconnu {}, ignoré"}};
inline constexpr Entry unreadable_column{
    "P101",
    {"the column {} has Arrow's type {}, which no plan has: left out",
     "la columna {} tiene el tipo {} de Arrow, que ningún plan tiene: se dejó fuera",
     "a coluna {} tem o tipo {} do Arrow, que nenhum plano tem: foi deixada de fora",
     "la colonne {} a le type {} d’Arrow, qu’aucun plan n’a : elle a été laissée de côté"}};
inline constexpr Sentence entity_has{"{} has: {}", "{} tiene: {}", "{} tem: {}", "{} a : {}"};
inline constexpr Sentence known_are{"known are: {}", "se conocen: {}", "conhecem-se: {}", "on connaît : {}"};
inline constexpr Sentence and_more_places{"; and {} more {1|place|places}", "; y {} {1|lugar|lugares} más",
                                          "; e mais {} {1|lugar|lugares}",
                                          " ; et {} {1|autre endroit|autres endroits}"};
inline constexpr Sentence plan_in_plan{"a plan is written without a name around it: take out {} and its braces",
                                       "un plan se escribe sin un nombre alrededor: quite {} y sus llaves",
                                       "um plano se escreve sem um nome em volta: retire {} e as suas chaves",
                                       "un plan s’écrit sans nom autour : supprimez {} et ses accolades"};

// --- P201: of another kind

inline constexpr Entry not_wanted{"P201",
                                  {"{} is not {}, counts as missing", "{} no es {}, cuenta como ausente",
                                   "{} não é {}, conta como ausente", "{} n’est pas {}, compte comme manquant"}};
inline constexpr Entry column_not_wanted{"P201",
                                         {"the column has {}, and {} belongs there: none of its values counts",
                                          "la columna tiene {}, y ahí va {}: ninguno de sus valores cuenta",
                                          "a coluna tem {}, e ali vai {}: nenhum dos seus valores conta",
                                          "la colonne a {}, et {} y a sa place : aucune de ses valeurs ne compte"}};
inline constexpr Entry elements_not_wanted{
    "P201",
    {"the lists of the column have {}, and of each element {} belongs there: none of them counts",
     "las listas de la columna tienen {}, y cada elemento debe ser {}: ninguno cuenta",
     "as listas da coluna têm {}, e cada elemento deve ser {}: nenhum conta",
     "les listes de la colonne ont {}, et chaque élément doit être {} : aucun ne compte"}};
inline constexpr Sentence has_texts{"texts", "textos", "textos", "des textes"};
inline constexpr Sentence has_numbers{"numbers", "números", "números", "des nombres"};
inline constexpr Sentence has_truths{"yes and no", "sí y no", "sim e não", "des oui et des non"};
inline constexpr Sentence has_dates{"dates", "fechas", "datas", "des dates"};
inline constexpr Sentence has_moments{"moments", "momentos", "momentos", "des moments"};
inline constexpr Sentence has_durations{"durations", "duraciones", "durações", "des durées"};
inline constexpr Sentence has_lists{"lists", "listas", "listas", "des listes"};
inline constexpr Sentence has_objects{"objects", "objetos", "objetos", "des objets"};
inline constexpr Entry not_wanted_absent{"P201",
                                         {"{} is not {}, counts as absent", "{} no es {}, cuenta como ausente",
                                          "{} não é {}, conta como ausente", "{} n’est pas {}, compte comme absent"}};
inline constexpr Entry not_wanted_unused{
    "P201",
    {"{} is not {}, not used", "{} no es {}, no se usa", "{} não é {}, não é usado", "{} n’est pas {}, inutilisé"}};
inline constexpr Entry item_not_wanted{
    "P201",
    {"{} is not {}; it is counted, its fields are missing", "{} no es {}; se cuenta, sus campos faltan",
     "{} não é {}; é contado, faltam os seus campos", "{} n’est pas {} ; il est compté, ses champs manquent"}};
inline constexpr Entry unknown_bound{
    "P201",
    {"the bounds of {} know no {}, counts as missing", "los límites de {} no conocen {}, cuenta como ausente",
     "os limites de {} não conhecem {}, conta como ausente",
     "les bornes de {} ne connaissent pas {}, compte comme manquant"}};
inline constexpr Entry turned_round{
    "P201",
    {"from {} to {} is turned round, counts as missing", "de {} a {} está al revés, cuenta como ausente",
     "de {} a {} está invertido, conta como ausente", "de {} à {} est inversé, compte comme manquant"}};
inline constexpr Entry no_answer{
    "P201",
    {"{} is no answer, counts as missing", "{} no es una respuesta, cuenta como ausente",
     "{} não é uma resposta, conta como ausente", "{} n’est pas une réponse, compte comme manquant"}};
inline constexpr Entry no_value_of_member{
    "P201",
    {"{} is no value of {}, not used", "{} no es un valor de {}, no se usa", "{} não é um valor de {}, não é usado",
     "{} n’est pas une valeur de {}, inutilisé"}};
inline constexpr Entry none_of_place{
    "P201",
    {"\"none\" speaks of a field or a list; not used here", "\"none\" habla de un campo o una lista; aquí no se usa",
     "\"none\" fala de um campo ou de uma lista; aqui não é usado",
     "\"none\" parle d’un champ ou d’une liste ; inutilisé ici"}};
inline constexpr Entry none_of_filled_list{
    "P201",
    {"the list has elements, so \"none\" is not used", "la lista tiene elementos, así que \"none\" no se usa",
     "a lista tem elementos, por isso \"none\" não é usado",
     "la liste a des éléments, donc \"none\" n’est pas utilisé"}};
inline constexpr Entry size_of_place{
    "P201",
    {"\"size\" speaks of a list; not used here", "\"size\" habla de una lista; aquí no se usa",
     "\"size\" fala de uma lista; aqui não é usado", "\"size\" parle d’une liste ; inutilisé ici"}};
inline constexpr Entry size_too_small{
    "P201",
    {"the list has {} {1|element|elements}, more than the size says; the size is not used",
     "la lista tiene {} {1|elemento|elementos}, más de los que dice el tamaño; el tamaño no se usa",
     "a lista tem {} {1|elemento|elementos}, mais do que diz o tamanho; o tamanho não é usado",
     "la liste a {} {1|élément|éléments}, plus que ne le dit la taille ; la taille n’est pas utilisée"}};
inline constexpr Entry why_of_reader{
    "P201",
    {"{} is found by the reader, not stated; not used", "{} lo determina el lector, no se declara; no se usa",
     "{} é determinado pelo leitor, não declarado; não é usado",
     "{} est constaté par le lecteur, non déclaré ; inutilisé"}};
inline constexpr Entry why_of_place{"P201",
                                    {"\"why\" speaks of a field or a list that is missing; not used here",
                                     "\"why\" habla de un campo o una lista que falta; aquí no se usa",
                                     "\"why\" fala de um campo ou de uma lista que falta; aqui não é usado",
                                     "\"why\" parle d’un champ ou d’une liste qui manque ; inutilisé ici"}};
inline constexpr Entry why_of_nothing{
    "P201",
    {"nothing is missing here, so \"why\" is not used", "aquí no falta nada, así que \"why\" no se usa",
     "aqui não falta nada, por isso \"why\" não é usado", "rien ne manque ici, donc \"why\" n’est pas utilisé"}};
inline constexpr Entry sources_of_place{"P201",
                                        {"sources are compared for single values; not used here",
                                         "las fuentes se comparan para valores simples; aquí no se usa",
                                         "as fontes são comparadas para valores simples; aqui não é usado",
                                         "les sources se comparent pour des valeurs simples ; inutilisé ici"}};

inline constexpr Sentence write_a_list{"write […]; [] is \"there are none\"", "escriba […]; [] es \"no hay ninguno\"",
                                       "escreva […]; [] é \"não há nenhum\"",
                                       "écrivez […] ; [] est \"il n’y en a pas\""};
inline constexpr Sentence write_bounds{"write {\"from\": …, \"to\": …}, or only one of the two",
                                       "escriba {\"from\": …, \"to\": …}, o solo uno de los dos",
                                       "escreva {\"from\": …, \"to\": …}, ou só um dos dois",
                                       "écrivez {\"from\": …, \"to\": …}, ou l’un des deux seulement"};
inline constexpr Sentence write_yes{"write true or \"yes\"", "escriba true o \"yes\"", "escreva true ou \"yes\"",
                                    "écrivez true ou \"yes\""};
inline constexpr Sentence write_no{"write false or \"no\"", "escriba false o \"no\"", "escreva false ou \"no\"",
                                   "écrivez false ou \"no\""};
inline constexpr Sentence write_yes_or_no{
    "write true or false, \"yes\" or \"no\"", "escriba true o false, \"yes\" o \"no\"",
    "escreva true ou false, \"yes\" ou \"no\"", "écrivez true ou false, \"yes\" ou \"no\""};
inline constexpr Sentence at_least_zero{"the numbers of a plan are at least 0", "los números de un plan son al menos 0",
                                        "os números de um plano são pelo menos 0",
                                        "les nombres d’un plan valent au moins 0"};
inline constexpr Sentence too_large_or_fine{
    "a number has at most nine decimals and lies below 170141183460469231731687303715",
    "un número tiene como máximo nueve decimales y es menor que 170141183460469231731687303715",
    "um número tem no máximo nove casas decimais e é menor que 170141183460469231731687303715",
    "un nombre a au plus neuf décimales et est inférieur à 170141183460469231731687303715"};
inline constexpr Sentence without_decimals{"write a number without decimals", "escriba un número sin decimales",
                                           "escreva um número sem casas decimais", "écrivez un nombre sans décimales"};
inline constexpr Sentence too_large_in_base_units{
    "in base units the number has more than nine decimals, or is too large",
    "en unidades básicas el número tiene más de nueve decimales o es demasiado grande",
    "em unidades básicas o número tem mais de nove casas decimais ou é grande demais",
    "en unités de base, le nombre a plus de neuf décimales ou est trop grand"};
inline constexpr Sentence write_a_number{"write a number", "escriba un número", "escreva um número",
                                         "écrivez un nombre"};
inline constexpr Sentence without_quotes{"write it without quotes: {}", "escríbalo sin comillas: {}",
                                         "escreva-o sem aspas: {}", "écrivez-le sans guillemets : {}"};
inline constexpr Sentence thousand_or_one{
    "write {} or {}, whichever is meant, without quotes", "escriba {} o {}, según lo que quiera decir, sin comillas",
    "escreva {} ou {}, conforme o que quer dizer, sem aspas", "écrivez {} ou {}, selon le sens voulu, sans guillemets"};
inline constexpr Sentence in_quotes{"write it in quotes: \"{}\"", "escríbalo entre comillas: \"{}\"",
                                    "escreva-o entre aspas: \"{}\"", "écrivez-le entre guillemets : \"{}\""};
inline constexpr Sentence with_its_unit{
    "write it with its unit: \"2 weeks\", or \"P2W\"", "escríbalo con su unidad: \"2 weeks\" o \"P2W\"",
    "escreva-o com a sua unidade: \"2 weeks\" ou \"P2W\"", "écrivez-la avec son unité : \"2 weeks\" ou \"P2W\""};
inline constexpr Sentence write_a_duration{
    "write for example \"2 weeks\", \"18 months\", \"10 working days\" or \"P2W\"",
    "escriba por ejemplo \"2 weeks\", \"18 months\", \"10 working days\" o \"P2W\"",
    "escreva por exemplo \"2 weeks\", \"18 months\", \"10 working days\" ou \"P2W\"",
    "écrivez par exemple \"2 weeks\", \"18 months\", \"10 working days\" ou \"P2W\""};
inline constexpr Sentence write_a_percentage{
    "write \"30%\" or 30 for thirty percent", "escriba \"30%\" o 30 para treinta por ciento",
    "escreva \"30%\" ou 30 para trinta por cento", "écrivez \"30%\" ou 30 pour trente pour cent"};
inline constexpr Sentence two_letters{
    "write the two letters of ISO 3166-1: CR", "escriba las dos letras de ISO 3166-1: CR",
    "escreva as duas letras da ISO 3166-1: CR", "écrivez les deux lettres de l’ISO 3166-1 : CR"};
inline constexpr Sentence blank_at_both_ends{
    "there are blanks at both ends: did you mean {}?", "hay espacios en ambos extremos: ¿quiso decir {}?",
    "há espaços nas duas pontas: quis dizer {}?", "il y a des espaces aux deux bouts : vouliez-vous dire {} ?"};
inline constexpr Sentence blank_at_the_begin{
    "there is a blank at the begin: did you mean {}?", "hay un espacio al principio: ¿quiso decir {}?",
    "há um espaço no início: quis dizer {}?", "il y a une espace au début : vouliez-vous dire {} ?"};
inline constexpr Sentence blank_at_the_end{
    "there is a blank at the end: did you mean {}?", "hay un espacio al final: ¿quiso decir {}?",
    "há um espaço no fim: quis dizer {}?", "il y a une espace à la fin : vouliez-vous dire {} ?"};
inline constexpr Sentence case_counts{
    "upper and lower case count: did you mean {}?", "cuentan las mayúsculas y minúsculas: ¿quiso decir {}?",
    "maiúsculas e minúsculas contam: quis dizer {}?", "majuscules et minuscules comptent : vouliez-vous dire {} ?"};
inline constexpr Sentence label_of{
    "{} is the {2} label of {3}: did you mean {3}?", "{} es la etiqueta {2} de {3}: ¿quiso decir {3}?",
    "{} é o rótulo {2} de {3}: quis dizer {3}?", "{} est le libellé {2} de {3} : vouliez-vous dire {3} ?"};
inline constexpr Sentence label_in_english{"English", "en inglés", "em inglês", "en anglais"};
inline constexpr Sentence label_in_spanish{"Spanish", "en español", "em espanhol", "en espagnol"};
inline constexpr Sentence label_in_portuguese{"Portuguese", "en portugués", "em português", "en portugais"};
inline constexpr Sentence label_in_french{"French", "en francés", "em francês", "en français"};
inline constexpr Sentence label_in{"{}", "en {}", "em {}", "en {}"};
inline constexpr Sentence enumeration_is{"{} is: {}", "{} es: {}", "{} é: {}", "{} est : {}"};
inline constexpr Sentence one_of{"it is one of {}", "es uno de {}", "é um de {}", "c’est l’un de {}"};

// --- P202, P203: dates and moments

inline constexpr Entry no_date{
    "P202",
    {"{} is not a date, counts as missing", "{} no es una fecha, cuenta como ausente",
     "{} não é uma data, conta como ausente", "{} n’est pas une date, compte comme manquant"},
    {"write 2024-05-17, or 2024-05 or 2024 where the day or the month is not known",
     "escriba 2024-05-17, o bien 2024-05 o 2024 si no se conoce el día o el mes",
     "escreva 2024-05-17, ou 2024-05 ou 2024 se não se conhece o dia ou o mês",
     "écrivez 2024-05-17, ou bien 2024-05 ou 2024 si le jour ou le mois n’est pas connu"}};
inline constexpr Entry no_such_year{"P202",
                                    {"{} is not a date (years go from 0001 to 9999), counts as missing",
                                     "{} no es una fecha (los años van de 0001 a 9999), cuenta como ausente",
                                     "{} não é uma data (os anos vão de 0001 a 9999), conta como ausente",
                                     "{} n’est pas une date (les années vont de 0001 à 9999), compte comme manquant"},
                                    no_date.help};
inline constexpr Entry no_such_month{"P202",
                                     {"{} is not a date (there is no month {}), counts as missing",
                                      "{} no es una fecha (no existe el mes {}), cuenta como ausente",
                                      "{} não é uma data (não existe o mês {}), conta como ausente",
                                      "{} n’est pas une date (il n’y a pas de mois {}), compte comme manquant"},
                                     no_date.help};
inline constexpr Entry no_such_day{"P202",
                                   {"{} is not a date ({} {} has {} days), counts as missing",
                                    "{} no es una fecha ({} de {} tiene {} días), cuenta como ausente",
                                    "{} não é uma data ({} de {} tem {} dias), conta como ausente",
                                    "{} n’est pas une date ({} {} a {} jours), compte comme manquant"}};
inline constexpr Sentence without_the_day{"if the day is not known write {}", "si no se conoce el día escriba {}",
                                          "se não se conhece o dia, escreva {}",
                                          "si le jour n’est pas connu, écrivez {}"};
inline constexpr Sentence date_alone{"a date has no time of day: write {}", "una fecha no lleva hora: escriba {}",
                                     "uma data não tem hora: escreva {}", "une date n’a pas d’heure : écrivez {}"};
inline constexpr Entry no_moment{
    "P202",
    {"{} is not a moment, counts as missing", "{} no es un momento, cuenta como ausente",
     "{} não é um momento, conta como ausente", "{} n’est pas un moment, compte comme manquant"},
    {"write 2024-05-17T08:30, with the offset where it is known: 2024-05-17T08:30-06:00",
     "escriba 2024-05-17T08:30, con el desfase si se conoce: 2024-05-17T08:30-06:00",
     "escreva 2024-05-17T08:30, com o fuso se for conhecido: 2024-05-17T08:30-06:00",
     "écrivez 2024-05-17T08:30, avec le décalage s’il est connu : 2024-05-17T08:30-06:00"}};
inline constexpr Entry two_dates{
    "P203",
    {"{} can be {} or {}, counts as missing", "{} puede ser {} o {}, cuenta como ausente",
     "{} pode ser {} ou {}, conta como ausente", "{} peut être le {} ou le {}, compte comme manquant"}};
inline constexpr Entry other_date_form{
    "P203",
    {"{} is not written as a date, counts as missing", "{} no está escrito como fecha, cuenta como ausente",
     "{} não está escrito como data, conta como ausente", "{} n’est pas écrit comme une date, compte comme manquant"}};
inline constexpr Sentence write_this{"write {}", "escriba {}", "escreva {}", "écrivez {}"};
inline constexpr Sentence write_either{"write {} or {}", "escriba {} o {}", "escreva {} ou {}", "écrivez {} ou {}"};

inline constexpr Sentence month_names[] = {
    {"January", "enero", "janeiro", "janvier"},
    {"February", "febrero", "fevereiro", "février"},
    {"March", "marzo", "março", "mars"},
    {"April", "abril", "abril", "avril"},
    {"May", "mayo", "maio", "mai"},
    {"June", "junio", "junho", "juin"},
    {"July", "julio", "julho", "juillet"},
    {"August", "agosto", "agosto", "août"},
    {"September", "septiembre", "setembro", "septembre"},
    {"October", "octubre", "outubro", "octobre"},
    {"November", "noviembre", "novembro", "novembre"},
    {"December", "diciembre", "dezembro", "décembre"},
};
inline constexpr Sentence day_of_month{"{} {}", "{} de {}", "{} de {}", "{} {}"};
inline constexpr Sentence days_of_month{"{} to {} {} {}", "{} al {} de {} de {}", "{} a {} de {} de {}",
                                        "du {} au {} {} {}"};
inline constexpr Sentence days_of_year{"{} to {} {}", "{} al {} de {}", "{} a {} de {}", "du {} au {} {}"};

// --- P204: characters that are not seen

inline constexpr Entry control_character{
    "P204",
    {"{} holds a control character ({}) at letter {}", "{} contiene un carácter de control ({}) en la letra {}",
     "{} contém um caractere de controle ({}) na letra {}", "{} contient un caractère de contrôle ({}) à la lettre {}"},
    {"type the text anew", "vuelva a escribir el texto", "digite o texto de novo", "retapez le texte"}};
inline constexpr Entry turning_character{
    "P204",
    {"{} holds a character that turns the direction of writing ({}) at letter {}",
     "{} contiene un carácter que cambia el sentido de la escritura ({}) en la letra {}",
     "{} contém um caractere que muda o sentido da escrita ({}) na letra {}",
     "{} contient un caractère qui change le sens de l’écriture ({}) à la lettre {}"},
    control_character.help};
inline constexpr Entry invisible_character{"P204",
                                           {"{} holds a character that nobody sees ({}) at letter {}",
                                            "{} contiene un carácter que nadie ve ({}) en la letra {}",
                                            "{} contém um caractere que ninguém vê ({}) na letra {}",
                                            "{} contient un caractère que personne ne voit ({}) à la lettre {}"},
                                           control_character.help};
inline constexpr Entry nothing_to_see{
    "P204",
    {"nothing but blanks and characters that nobody sees, counts as absent",
     "solo espacios y caracteres que nadie ve, cuenta como ausente",
     "só espaços e caracteres que ninguém vê, conta como ausente",
     "rien que des espaces et des caractères que personne ne voit, compte comme absent"},
    {"write a text, or leave the field out", "escriba un texto, o quite el campo",
     "escreva um texto, ou retire o campo", "écrivez un texte, ou retirez le champ"}};

// --- P301, P302: keys and references

inline constexpr Entry nobody{
    "P301",
    {"no {} with {} {}; its fields are unknown", "no hay {} con {} {}; sus campos se desconocen",
     "não há {} com {} {}; os seus campos são desconhecidos",
     "aucun élément {} avec {} {} ; ses champs sont inconnus"}};
inline constexpr Entry several{
    "P302",
    {"several items of {} have the {} {}, so this reference is ambiguous; counts as missing",
     "varios elementos de {} tienen {} {}, así que esta referencia es ambigua; cuenta como ausente",
     "vários elementos de {} têm {} {}, por isso esta referência é ambígua; conta como ausente",
     "plusieurs éléments de {} ont {} {}, cette référence est donc ambiguë ; compte comme manquante"}};
inline constexpr Entry repeated_key{
    "P302",
    {"{1} items of {2} have the {3} {4}{5}; all are kept, references to {4} are ambiguous",
     "{1} elementos de {2} tienen {3} {4}{5}; se conservan todos, las referencias a {4} son ambiguas",
     "{1} elementos de {2} têm {3} {4}{5}; todos são mantidos, as referências a {4} são ambíguas",
     "{1} éléments de {2} ont {3} {4}{5} ; tous sont gardés, les références à {4} sont ambiguës"}};
inline constexpr Sentence own_keys{"give each its own {}", "dé a cada uno su propio {}",
                                   "dê a cada um o seu próprio {}", "donnez à chacun son propre {}"};
inline constexpr Sentence on_line{" (line {})", " (línea {})", " (linha {})", " (ligne {})"};
inline constexpr Sentence on_lines{" (lines {})", " (líneas {})", " (linhas {})", " (lignes {})"};

// --- P401, P402, P403, P404: sources, bounds, percentages, thousands

inline constexpr Entry value_and_none{
    "P401",
    {"the plan has a value here, and evidence says that there is none; counts as missing",
     "el plan tiene un valor aquí y la evidencia dice que no hay ninguno; cuenta como ausente",
     "o plano tem um valor aqui e a evidência diz que não há nenhum; conta como ausente",
     "le plan a une valeur ici et l’attestation dit qu’il n’y en a pas ; compte comme manquante"},
    {"take out one of the two", "quite uno de los dos", "retire um dos dois", "retirez l’un des deux"}};
inline constexpr Entry sources_disagree{
    "P401",
    {"{} sources disagree: {}; counts as missing", "{} fuentes discrepan: {}; cuenta como ausente",
     "{} fontes discordam: {}; conta como ausente", "{} sources se contredisent : {} ; compte comme manquante"},
    {"choose one with \"value\"", "elija uno con \"value\"", "escolha um com \"value\"",
     "choisissez-en une avec \"value\""}};
inline constexpr Entry judgements_disagree{
    "P401",
    {"two judgements disagree; counts as missing", "dos juicios discrepan; cuenta como ausente",
     "dois juízos discordam; conta como ausente", "deux jugements se contredisent ; compte comme manquant"},
    {"keep one", "conserve uno", "mantenha um", "gardez-en un"}};
inline constexpr Sentence at_least{"at least {}", "al menos {}", "pelo menos {}", "au moins {}"};
inline constexpr Sentence at_most{"at most {}", "a lo sumo {}", "no máximo {}", "au plus {}"};
inline constexpr Sentence from_to{"{} to {}", "{} a {}", "{} a {}", "{} à {}"};
inline constexpr Entry no_day{
    "P402",
    {"{} has no day: comparisons use {}", "{} no tiene día: se compara con el período del {}",
     "{} não tem dia: compara-se com o período de {}", "{} n’a pas de jour : on compare avec la période du {}"}};
inline constexpr Entry no_month{
    "P402",
    {"{} has no month and no day: comparisons use {}", "{} no tiene mes ni día: se compara con el período del {}",
     "{} não tem mês nem dia: compara-se com o período de {}",
     "{} n’a ni mois ni jour : on compare avec la période du {}"}};
inline constexpr Entry parts_of_a_second{"P402",
                                         {"{} has parts of a second: comparisons use from {} to {}",
                                          "{} tiene partes de segundo: se compara con el intervalo de {} a {}",
                                          "{} tem partes de segundo: compara-se com o intervalo de {} a {}",
                                          "{} a des parties de seconde : on compare avec l’intervalle de {} à {}"}};
inline constexpr Entry small_percentage{
    "P403",
    {"read as {} %", "leído como {} %", "lido como {} %", "lu comme {} %"},
    {"write \"{2}%\" or {2} if that is meant", "escriba \"{2}%\" o {2} si eso es lo que quiere decir",
     "escreva \"{2}%\" ou {2} se é isso que quer dizer", "écrivez \"{2}%\" ou {2} si c’est ce que vous voulez dire"}};

inline constexpr Entry thousands_in_plan{
    "P404",
    {"{} is read as {}, and some readers take it for {}", "{} se lee como {}, y hay lectores que lo toman por {}",
     "{} é lido como {}, e há leitores que o tomam por {}",
     "{} est lu comme {}, et certains lecteurs le prennent pour {}"},
    {"write {3} or {2}, whichever is meant", "escriba {3} o {2}, según lo que quiera decir",
     "escreva {3} ou {2}, conforme o que quer dizer", "écrivez {3} ou {2}, selon le sens voulu"}};

// --- P405: days that do not go together

inline constexpr Entry later_than_assessment{
    "P405",
    {"the source says it of {}, which is after the day of this assessment",
     "la fuente lo dice del {}, posterior al día de esta evaluación",
     "a fonte di-lo de {}, posterior ao dia desta avaliação",
     "la source le dit du {}, après le jour de cette évaluation"},
    {"assess as of a later day, or correct \"as_of\"", "evalúe para un día posterior, o corrija \"as_of\"",
     "avalie para um dia posterior, ou corrija \"as_of\"", "évaluez pour un jour ultérieur, ou corrigez \"as_of\""}};
inline constexpr Entry later_than_read{
    "P405",
    {"the source says it of {}, and was read on {}, before that", "la fuente lo dice del {}, y se leyó antes, el {}",
     "a fonte di-lo de {}, e foi lida antes, em {}", "la source le dit du {}, et on l’a lue avant, le {}"},
    {"\"as_of\" is when it was so, \"on\" the day on which somebody read it",
     "\"as_of\" es cuándo era así; \"on\", el día en que alguien lo leyó",
     "\"as_of\" é quando era assim; \"on\", o dia em que alguém o leu",
     "\"as_of\" dit quand c’était le cas, \"on\" le jour où quelqu’un l’a lu"}};

// --- P406: statements on a list that do not go together

inline constexpr Entry slice_has_elements{
    "P406",
    {"\"none\", but {} {1|element|elements} of the list {1|lies|lie} in it ({}); the statement counts as missing",
     "\"none\", pero {} {1|elemento|elementos} de la lista {1|está|están} en ella ({}); la declaración cuenta como "
     "ausente",
     "\"none\", mas {} {1|elemento|elementos} da lista {1|está|estão} nela ({}); a declaração conta como ausente",
     "\"none\", mais {} {1|élément|éléments} de la liste s’y {1|trouve|trouvent} ({}) ; la déclaration compte comme "
     "manquante"},
    {"take the statement out, or mend the elements", "quite la declaración o corrija los elementos",
     "retire a declaração ou corrija os elementos", "retirez la déclaration ou corrigez les éléments"}};
inline constexpr Entry slice_size_too_small{
    "P406",
    {"{} {1|element|elements} of the list {1|lies|lie} in it, more than the size says; the size is not used",
     "{} {1|elemento|elementos} de la lista {1|está|están} en ella, más de los que dice el tamaño; el tamaño no se usa",
     "{} {1|elemento|elementos} da lista {1|está|estão} nela, mais do que diz o tamanho; o tamanho não é usado",
     "{} {1|élément|éléments} de la liste s’y {1|trouve|trouvent}, plus que ne le dit la taille ; la taille n’est pas "
     "utilisée"}};
inline constexpr Entry sizes_contradict{
    "P406",
    {"the sizes stated of this list contradict each other; all that is stated of how long it is counts as missing",
     "los tamaños declarados de esta lista se contradicen; todo lo declarado sobre su extensión cuenta como ausente",
     "os tamanhos declarados desta lista contradizem-se; tudo o que se declara sobre a sua extensão conta como ausente",
     "les tailles déclarées de cette liste se contredisent ; tout ce qui est déclaré sur sa longueur compte comme "
     "manquant"},
    {"a list has as many elements as its parts have together",
     "una lista tiene tantos elementos como sus partes juntas",
     "uma lista tem tantos elementos como as suas partes juntas",
     "une liste a autant d’éléments que ses parties ensemble"}};
inline constexpr Entry too_many_slices{
    "P406",
    {"more statements on parts of this list than can be put together; this one counts as missing",
     "más declaraciones sobre partes de esta lista de las que se pueden combinar; esta cuenta como ausente",
     "mais declarações sobre partes desta lista do que se podem combinar; esta conta como ausente",
     "plus de déclarations sur des parties de cette liste qu’on ne peut en combiner ; celle-ci compte comme manquante"},
    {"name fewer conditions in one place", "nombre menos condiciones en un lugar", "nomeie menos condições num lugar",
     "nommez moins de conditions dans un lieu"}};

// --- P501, P502, P503, P504: evidence and judgements

inline constexpr Entry wide_reading{"P501",
                                    {"you say \"read whole\" here, but the document is cited only for {}",
                                     "aquí dice \"read whole\", pero el documento solo se cita para {}",
                                     "aqui diz \"read whole\", mas o documento só é citado para {}",
                                     "vous dites ici \"read whole\", mais le document n’est cité que pour {}"}};
inline constexpr Sentence whole_plan_or{"is it the whole plan, or only {}?", "¿es todo el plan o solo {}?",
                                        "é o plano inteiro ou só {}?", "est-ce tout le plan, ou seulement {} ?"};
inline constexpr Sentence all_of_or{"is it all of {}, or only {}?", "¿es todo lo de {} o solo {}?",
                                    "é tudo de {} ou só {}?", "est-ce tout ce qui est dans {}, ou seulement {} ?"};
inline constexpr Entry no_such_place{"P502",
                                     {"evidence for a place that the plan does not have; used by nothing",
                                      "evidencia de un lugar que el plan no tiene; no la usa nada",
                                      "evidência de um lugar que o plano não tem; nada a usa",
                                      "attestation pour un lieu que le plan n’a pas ; rien ne l’utilise"}};
inline constexpr Sentence nothing_at{"the plan has nothing at {}", "el plan no tiene nada en {}",
                                     "o plano não tem nada em {}", "le plan n’a rien à {}"};
inline constexpr Entry unreadable_slice{
    "P504",
    {"{} is no condition; not used", "{} no es una condición; no se usa", "{} não é uma condição; não é usado",
     "{} n’est pas une condition ; inutilisé"},
    {"write a field and its value, as in \"kind=fire\", \"held_on=2024-01-01..2024-12-31\" or \"age>=18\"; of a list "
     "of values the value alone",
     "escriba un campo y su valor, como en \"kind=fire\", \"held_on=2024-01-01..2024-12-31\" o \"age>=18\"; de una "
     "lista de valores, solo el valor",
     "escreva um campo e o seu valor, como em \"kind=fire\", \"held_on=2024-01-01..2024-12-31\" ou \"age>=18\"; de "
     "uma lista de valores, só o valor",
     "écrivez un champ et sa valeur, comme dans \"kind=fire\", \"held_on=2024-01-01..2024-12-31\" ou \"age>=18\" ; "
     "d’une liste de valeurs, la valeur seule"}};
inline constexpr Entry slice_of_no_list{"P504",
                                        {"{} is no list, so it has no part that {} names; not used",
                                         "{} no es una lista, así que no tiene la parte {}; no se usa",
                                         "{} não é uma lista, por isso não tem a parte {}; não é usado",
                                         "{} n’est pas une liste et n’a donc pas de partie {} ; inutilisé"}};
inline constexpr Entry no_condition_on{
    "P504",
    {"a condition cannot speak of {}; not used", "una condición no puede hablar de {}; no se usa",
     "uma condição não pode falar de {}; não é usado", "une condition ne peut pas parler de {} ; inutilisé"},
    {"conditions speak of single values: words, keys, texts, yes or no, numbers, percentages, dates",
     "las condiciones hablan de valores únicos: palabras, claves, textos, sí o no, números, porcentajes, fechas",
     "as condições falam de valores únicos: palavras, chaves, textos, sim ou não, números, porcentagens, datas",
     "les conditions parlent de valeurs uniques : mots, clés, textes, oui ou non, nombres, pourcentages, dates"}};
inline constexpr Entry no_order_on{
    "P504",
    {"the values of {} have no order; not used", "los valores de {} no tienen orden; no se usa",
     "os valores de {} não têm ordem; não é usado", "les valeurs de {} n’ont pas d’ordre ; inutilisé"},
    {"use \"=\"", "use \"=\"", "use \"=\"", "utilisez \"=\""}};
inline constexpr Entry complete_of_place{
    "P504",
    {"\"complete\" speaks of a list; not used here", "\"complete\" habla de una lista; aquí no se usa",
     "\"complete\" fala de uma lista; aqui não é usado", "\"complete\" parle d’une liste ; inutilisé ici"}};
inline constexpr Entry nothing_asked{"P502",
                                     {"a judgement on nothing that the rules ask; used by nothing",
                                      "un juicio sobre nada que pregunten las reglas; no lo usa nada",
                                      "um juízo sobre nada que as regras perguntem; nada o usa",
                                      "un jugement sur rien que les règles demandent ; rien ne l’utilise"}};
inline constexpr Sentence asks_for_none{"{} asks for no judgement", "{} no pide ningún juicio",
                                        "{} não pede nenhum juízo", "{} ne demande aucun jugement"};
inline constexpr Sentence leave_out_part{"leave \"part\" out", "quite \"part\"", "retire \"part\"", "retirez \"part\""};
inline constexpr Sentence asks_about_part{"{} asks about part {}", "{} pregunta por la parte {}",
                                          "{} pergunta pela parte {}", "{} demande la partie {}"};
inline constexpr Sentence no_subjects{
    "{} has no subjects: leave \"subject\" out", "{} no tiene sujetos: quite \"subject\"",
    "{} não tem sujeitos: retire \"subject\"", "{} n’a pas de sujets : retirez \"subject\""};
inline constexpr Entry question_changed{"P503",
                                        {"the question has changed since it was answered; the answer counts as missing",
                                         "la pregunta cambió desde que se respondió; la respuesta cuenta como ausente",
                                         "a pergunta mudou desde que foi respondida; a resposta conta como ausente",
                                         "la question a changé depuis la réponse ; la réponse compte comme manquante"},
                                        {"answer it anew: \"{}\"", "respóndala de nuevo: \"{}\"",
                                         "responda-a de novo: \"{}\"", "répondez-y à nouveau : \"{}\""}};

// --- how plans are asked to be read

inline constexpr Entry unknown_reading{
    "B512",
    {"a plan cannot be read as {}", "un plan no se puede leer como {}", "um plano não pode ser lido como {}",
     "un plan ne peut pas être lu comme {}"},
    {"write part or whole, or leave it out", "escriba part o whole, o no ponga nada",
     "escreva part ou whole, ou não ponha nada", "écrivez part ou whole, ou n’écrivez rien"}};

// --- P601: no plan at all

inline constexpr Entry too_large{
    "P601",
    {"the plan is larger than {}", "el plan ocupa más de {}", "o plano ocupa mais de {}", "le plan dépasse {}"},
    {"raise the limit `plan_size`", "suba el límite `plan_size`", "aumente o limite `plan_size`",
     "relevez la limite `plan_size`"}};
inline constexpr Entry too_deep{
    "P601",
    {"nested deeper than {} levels", "más de {} niveles de anidamiento", "mais de {} níveis de aninhamento",
     "plus de {} niveaux d’imbrication"},
    {"the limit is `plan_nesting`, 64 at most", "el límite es `plan_nesting`, 64 como máximo",
     "o limite é `plan_nesting`, 64 no máximo", "la limite est `plan_nesting`, 64 au plus"}};
inline constexpr Entry too_many_values{"P601",
                                       {"the plan has more than {} values", "el plan tiene más de {} valores",
                                        "o plano tem mais de {} valores", "le plan a plus de {} valeurs"}};
inline constexpr Entry no_object{
    "P601",
    {"a plan is one JSON object, and this is something else", "un plan es un objeto JSON, y esto es otra cosa",
     "um plano é um objeto JSON, e isto é outra coisa", "un plan est un objet JSON, et ceci est autre chose"},
    {"write { … }", "escriba { … }", "escreva { … }", "écrivez { … }"}};
inline constexpr Entry no_mapping{
    "P601",
    {"a plan is a mapping of fields, and this is something else",
     "un plan es un conjunto de campos, y esto es otra cosa", "um plano é um conjunto de campos, e isto é outra coisa",
     "un plan est un ensemble de champs, et ceci est autre chose"},
    {"write `title: …` and so on, a field a line", "escriba `title: …` y así, un campo por línea",
     "escreva `title: …` e assim por diante, um campo por linha",
     "écrivez `title: …` et ainsi de suite, un champ par ligne"}};
inline constexpr Entry empty_plan{
    "P601",
    {"there is nothing in it", "no contiene nada", "não contém nada", "il n’y a rien dedans"},
    {"a plan that says nothing is written {}", "un plan que no dice nada se escribe {}",
     "um plano que não diz nada se escreve {}", "un plan qui ne dit rien s’écrit {}"}};
inline constexpr Entry broken_table{
    "P601",
    {"the Arrow table cannot be read: {}", "no se puede leer la tabla de Arrow: {}",
     "não se consegue ler a tabela Arrow: {}", "la table Arrow ne peut pas être lue : {}"}};
inline constexpr Entry no_name_column{"P601",
                                      {"the table has no column {}", "la tabla no tiene ninguna columna {}",
                                       "a tabela não tem nenhuma coluna {}", "la table n’a pas de colonne {}"}};
inline constexpr Entry unreadable_number{"P601",
                                         {"a number cannot be read", "no se puede leer un número",
                                          "não se consegue ler um número", "un nombre ne peut pas être lu"}};
inline constexpr Entry not_format_at{
    "P601",
    {"not {} at line {}, column {}", "no es {} en la línea {}, columna {}", "não é {} na linha {}, coluna {}",
     "ce n’est pas du {} à la ligne {}, colonne {}"}};
inline constexpr Entry not_format_because{
    "P601",
    {"not {} at line {}, column {}: {}", "no es {} en la línea {}, columna {}: {}",
     "não é {} na linha {}, coluna {}: {}", "ce n’est pas du {} à la ligne {}, colonne {} : {}"}};
inline constexpr Sentence save_as_utf8{"save the file as UTF-8", "guarde el archivo como UTF-8",
                                       "salve o arquivo como UTF-8", "enregistrez le fichier en UTF-8"};
inline constexpr Sentence text_not_closed{"this text is not closed", "este texto no está cerrado",
                                          "este texto não está fechado", "ce texte n’est pas fermé"};
inline constexpr Sentence close_text{"end it with \"", "ciérrelo con \"", "feche-o com \"", "fermez-le par \""};
inline constexpr Sentence line_break_in_text{"a text holds a line break or another control character",
                                             "un texto contiene un salto de línea u otro carácter de control",
                                             "um texto contém uma quebra de linha ou outro caractere de controle",
                                             "un texte contient un saut de ligne ou un autre caractère de contrôle"};
inline constexpr Sentence write_line_break{"write \\n for a line break, and end each text with \"",
                                           "escriba \\n para un salto de línea y cierre cada texto con \"",
                                           "escreva \\n para uma quebra de linha e feche cada texto com \"",
                                           "écrivez \\n pour un saut de ligne et fermez chaque texte par \""};
inline constexpr Sentence unknown_escape{
    "a text holds an escape that JSON does not know", "un texto contiene un escape que JSON no conoce",
    "um texto contém um escape que JSON não conhece", "un texte contient un échappement que JSON ne connaît pas"};
inline constexpr Sentence write_backslash{"write \\\\ for a backslash", "escriba \\\\ para una barra invertida",
                                          "escreva \\\\ para uma barra invertida",
                                          "écrivez \\\\ pour une barre oblique inverse"};
inline constexpr Sentence unknown_number{"a number that JSON does not know", "un número que JSON no conoce",
                                         "um número que JSON não conhece", "un nombre que JSON ne connaît pas"};
inline constexpr Sentence write_json_number{"write numbers like 12 or 0.5", "escriba los números como 12 o 0.5",
                                            "escreva os números como 12 ou 0.5", "écrivez les nombres comme 12 ou 0.5"};
inline constexpr Sentence double_quotes{"write texts in double quotes", "escriba los textos entre comillas dobles",
                                        "escreva os textos entre aspas duplas",
                                        "écrivez les textes entre guillemets doubles"};
inline constexpr Sentence no_comments{"JSON has no comments", "JSON no tiene comentarios", "JSON não tem comentários",
                                      "JSON n’a pas de commentaires"};
inline constexpr Sentence write_truth{"write true or false", "escriba true o false", "escreva true ou false",
                                      "écrivez true ou false"};
inline constexpr Sentence write_null{"write null, or leave the name out", "escriba null, o quite el nombre",
                                     "escreva null, ou retire o nome", "écrivez null, ou retirez le nom"};
inline constexpr Sentence expected_here{"expected {}", "se esperaba {}", "esperava-se {}", "on attendait {}"};
inline constexpr Sentence expected_object{"{, a plan is one object", "{, un plan es un objeto",
                                          "{, um plano é um objeto", "{, un plan est un objet"};
inline constexpr Sentence expected_name_or_end{"a name in quotes, or }", "un nombre entre comillas o }",
                                               "um nome entre aspas ou }", "un nom entre guillemets, ou }"};
inline constexpr Sentence expected_value_or_end{"a value or ]", "un valor o ]", "um valor ou ]", "une valeur ou ]"};
inline constexpr Sentence expected_name{"a name in quotes", "un nombre entre comillas", "um nome entre aspas",
                                        "un nom entre guillemets"};
inline constexpr Sentence expected_colon{":", ":", ":", ":"};
inline constexpr Sentence expected_end{"the end of the text", "el fin del texto", "o fim do texto", "la fin du texte"};
inline constexpr Sentence expected_comma_or_brace{", or }", ", o }", ", ou }", ", ou }"};
inline constexpr Sentence expected_comma_or_bracket{", or ]", ", o ]", ", ou ]", ", ou ]"};

// --- P602, P603

inline constexpr Entry given_twice{
    "P602",
    {"{} is given {}{}; they differ, counts as missing", "{} se da {}{}; difieren, cuenta como ausente",
     "{} é dado {}{}; diferem, conta como ausente", "{} est donné {}{} ; ils diffèrent, compte comme manquant"},
    judgements_disagree.help};
inline constexpr Sentence twice{"twice", "dos veces", "duas vezes", "deux fois"};
inline constexpr Sentence several_times{"several times", "varias veces", "várias vezes", "plusieurs fois"};
inline constexpr Entry evidence_twice{
    "P602",
    {"evidence for {} is given twice; this one is not used", "la evidencia de {} se da dos veces; esta no se usa",
     "a evidência de {} é dada duas vezes; esta não é usada",
     "l’attestation pour {} est donnée deux fois ; celle-ci n’est pas utilisée"},
    judgements_disagree.help};
inline constexpr Entry notes_left_out{
    "P603",
    {"{} more {1|note is|notes are} not shown", "{1|no se muestra otra nota|no se muestran otras notas}: {}",
     "{} {1|nota não é mostrada|notas não são mostradas}",
     "{} {1|autre note n’est pas affichée|autres notes ne sont pas affichées}"},
    {"mend those above first", "corrija primero las de arriba", "corrija primeiro as de cima",
     "corrigez d’abord celles du dessus"}};

}  // namespace brecha::messages::catalogue::plans
