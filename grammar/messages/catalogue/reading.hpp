// What is said of a text that cannot be read as rules, or that is read otherwise than it is meant.
#pragma once

#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// clang-format off: a language a line

// --- the file as a whole -------------------------------------------------------------------------------------

inline constexpr Entry file_too_large{"B108",
    {"the file is larger than {1}", "el archivo ocupa más de {1}", "o arquivo ocupa mais de {1}", "le fichier dépasse {1}"},
    {"divide it into several files, or raise the limit `rules_size`", "divídalo en varios archivos, o suba el límite `rules_size`",
     "divida-o em vários arquivos, ou aumente o limite `rules_size`", "divisez-le en plusieurs fichiers, ou relevez la limite `rules_size`"}};
inline constexpr Sentence save_as_utf8{
    "save the file again as UTF-8", "guarde el archivo de nuevo como UTF-8", "salve o arquivo de novo como UTF-8", "enregistrez à nouveau le fichier en UTF-8"};
inline constexpr Entry utf16_file{"B107",
    {"the file is UTF-16, not UTF-8", "el archivo está en UTF-16, no en UTF-8", "o arquivo está em UTF-16, não em UTF-8", "le fichier est en UTF-16, non en UTF-8"},
    save_as_utf8};
inline constexpr Entry broken_byte{"B107",
    {"the file is not UTF-8: there is a byte here that cannot stand in it",
     "el archivo no está en UTF-8: aquí hay un byte que no puede estar en él",
     "o arquivo não está em UTF-8: há aqui um byte que não pode estar nele",
     "le fichier n'est pas en UTF-8 : il y a ici un octet qui ne peut y figurer"},
    save_as_utf8};
inline constexpr Entry no_keywords_in_language{"B110",
    {"there are no keywords in the language \"{1}\"", "no hay palabras clave en el idioma \"{1}\"", "não há palavras-chave no idioma \"{1}\"",
     "il n'y a pas de mots-clés dans la langue \"{1}\""},
    {"write one of the four; texts may be in any language", "escriba una de las cuatro; los textos pueden estar en cualquier idioma",
     "escreva um dos quatro; os textos podem estar em qualquer idioma", "écrivez l'une des quatre ; les textes peuvent être dans n'importe quelle langue"},
    {"en, es, pt or fr", "en, es, pt o fr", "en, es, pt ou fr", "en, es, pt ou fr"}};
inline constexpr Entry language_line_missing{"B106",
    {"\"{1}\" is a keyword in {2}, but without a language line keywords are English",
     "\"{1}\" es una palabra clave en {2}, pero sin una línea de idioma las palabras clave son inglesas",
     "\"{1}\" é uma palavra-chave em {2}, mas sem uma linha de idioma as palavras-chave são inglesas",
     "\"{1}\" est un mot-clé en {2}, mais sans ligne de langue les mots-clés sont anglais"},
    {"write `language {3}` as the first line", "escriba `language {3}` como primera línea", "escreva `language {3}` como primeira linha",
     "écrivez `language {3}` en première ligne"}};
inline constexpr Entry keyword_of_other_language{"B106",
    {"\"{1}\" is {2}; the keywords of this file are {3}", "\"{1}\" es {2}; las palabras clave de este archivo están en {3}",
     "\"{1}\" é {2}; as palavras-chave deste arquivo estão em {3}", "\"{1}\" est {2} ; les mots-clés de ce fichier sont en {3}"},
    {"write \"{4}\", or `language {5}` as the first line and all keywords in it",
     "escriba \"{4}\", o `language {5}` como primera línea y todas las palabras clave en ese idioma",
     "escreva \"{4}\", ou `language {5}` como primeira linha e todas as palavras-chave nesse idioma",
     "écrivez \"{4}\", ou `language {5}` en première ligne et tous les mots-clés dans cette langue"}};
inline constexpr Entry more_messages_of_file{"B109",
    {"{1} more {1|message is|messages are} not shown", "{1} {1|mensaje más no se muestra|mensajes más no se muestran}",
     "mais {1} {1|mensagem não é mostrada|mensagens não são mostradas}", "{1} {1|autre message n'est pas affiché|autres messages ne sont pas affichés}"}};

// --- texts and braces ----------------------------------------------------------------------------------------

inline constexpr Sentence text_not_closed{"this text is not closed", "este texto no está cerrado", "este texto não está fechado", "ce texte n'est pas fermé"};
inline constexpr Entry block_text_not_closed{"B103", text_not_closed,
    {"end it with \"\"\"", "ciérrelo con \"\"\"", "feche-o com \"\"\"", "fermez-le par \"\"\""}};
inline constexpr Entry line_text_not_closed{"B103", text_not_closed,
    {"end it with \" on the same line, or use \"\"\" … \"\"\"", "ciérrelo con \" en la misma línea, o use \"\"\" … \"\"\"",
     "feche-o com \" na mesma linha, ou use \"\"\" … \"\"\"", "fermez-le par \" sur la même ligne, ou utilisez \"\"\" … \"\"\""}};
inline constexpr Sentence brace_not_closed{"this brace is not closed", "esta llave no está cerrada", "esta chave não está fechada", "cette accolade n'est pas fermée"};
inline constexpr Sentence brace_of_not_closed{"the brace of \"{}\" is not closed", "la llave de \"{}\" no está cerrada", "a chave de \"{}\" não está fechada",
    "l'accolade de \"{}\" n'est pas fermée"};
inline constexpr Sentence close_at_end{"write } at the end of the file", "escriba } al final del archivo", "escreva } no fim do arquivo",
    "écrivez } à la fin du fichier"};
inline constexpr Sentence close_before{"write } before \"{}\" in line {}", "escriba } antes de \"{}\" en la línea {}", "escreva } antes de \"{}\" na linha {}",
    "écrivez } avant \"{}\" à la ligne {}"};
inline constexpr Entry brace_left_open{"B104", {"{1}", "{1}", "{1}", "{1}"}, {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Entry brace_closes_nothing{"B104",
    {"this brace closes nothing", "esta llave no cierra nada", "esta chave não fecha nada", "cette accolade ne ferme rien"},
    {"take it out, or write the { that it closes", "quítela, o escriba la { que cierra", "tire-a, ou escreva a { que ela fecha",
     "ôtez-la, ou écrivez la { qu'elle ferme"}};
inline constexpr Entry hole_not_closed{"B111",
    {"this brace is not closed in the text", "esta llave no está cerrada en el texto", "esta chave não está fechada no texto",
     "cette accolade n'est pas fermée dans le texte"},
    {"write } behind the expression, or {{ for a brace as it is", "escriba } después de la expresión, o {{ para una llave tal cual",
     "escreva } depois da expressão, ou {{ para uma chave tal como é", "écrivez } après l'expression, ou {{ pour une accolade telle quelle"}};
inline constexpr Entry hole_empty{"B111",
    {"there is nothing between the braces", "no hay nada entre las llaves", "não há nada entre as chaves", "il n'y a rien entre les accolades"},
    {"write an expression, or {{ }} for braces as they are", "escriba una expresión, o {{ }} para llaves tal cual",
     "escreva uma expressão, ou {{ }} para chaves tal como são", "écrivez une expression, ou {{ }} pour des accolades telles quelles"}};

// --- what stands where it cannot -----------------------------------------------------------------------------

inline constexpr Entry nested_too_deep{"B108",
    {"brackets and operators are nested more than {1} deep", "hay más de {1} paréntesis y operadores anidados",
     "há mais de {1} parênteses e operadores aninhados", "plus de {1} parenthèses et opérateurs sont imbriqués"},
    {"name a part of it with `{keyword:define}`; the limit is `rules_nesting`, 100 at most",
     "dé nombre a una parte con `{keyword:define}`; el límite es `rules_nesting`, 100 como máximo",
     "dê nome a uma parte com `{keyword:define}`; o limite é `rules_nesting`, 100 no máximo",
     "nommez-en une partie avec `{keyword:define}` ; la limite est `rules_nesting`, 100 au plus"}};
inline constexpr Entry too_many_operands{"B108",
    {"there are more than {1} operands or elements", "hay más de {1} operandos o elementos", "há mais de {1} operandos ou elementos",
     "il y a plus de {1} opérandes ou éléments"},
    {"put the data into a table", "ponga los datos en una tabla", "ponha os dados numa tabela", "mettez les données dans un tableau"}};
inline constexpr Entry cannot_stand_here{"B100",
    {"\"{1}\" cannot stand here", "\"{1}\" no puede ir aquí", "\"{1}\" não pode estar aqui", "\"{1}\" ne peut pas figurer ici"}};
inline constexpr Entry something_missing_before{"B100",
    {"something is missing before \"{1}\"", "falta algo antes de \"{1}\"", "falta algo antes de \"{1}\"", "il manque quelque chose avant \"{1}\""}};
inline constexpr Entry something_missing_after{"B100",
    {"something is missing after \"{1}\"", "falta algo después de \"{1}\"", "falta algo depois de \"{1}\"", "il manque quelque chose après \"{1}\""}};
inline constexpr Entry word_of_another_block{"B105",
    {"\"{1}\" does not stand in {2}", "\"{1}\" no va en {2}", "\"{1}\" não entra em {2}", "\"{1}\" ne figure pas dans {2}"},
    {"put it in {3}", "póngalo en {3}", "ponha-o em {3}", "mettez-le dans {3}"}};
inline constexpr Entry word_begins_no_line{"B105",
    {"\"{1}\" begins no line of {2}", "\"{1}\" no empieza ninguna línea de {2}", "\"{1}\" não começa nenhuma linha de {2}", "\"{1}\" ne commence aucune ligne de {2}"}};
inline constexpr Sentence did_you_mean_word{"did you mean \"{}\"?", "¿quiso decir \"{}\"?", "quis dizer \"{}\"?", "vouliez-vous dire \"{}\" ?"};
inline constexpr Entry question_begins_with_ask{"B128",
    {"a question begins with \"{keyword:ask}\", not with \"{1}\"", "una pregunta empieza por \"{keyword:ask}\", no por \"{1}\"",
     "uma pergunta começa por \"{keyword:ask}\", não por \"{1}\"", "une question commence par \"{keyword:ask}\", non par \"{1}\""}};
inline constexpr Sentence write_line{"write `{}`", "escriba `{}`", "escreva `{}`", "écrivez `{}`"};

// what could stand there
inline constexpr Sentence in_quotation_marks{"\"{}\"", "\"{}\"", "\"{}\"", "\"{}\""};
inline constexpr Sentence a_name{"a name", "un nombre", "um nome", "un nom"};
inline constexpr Sentence a_word{"a word", "una palabra", "uma palavra", "un mot"};
inline constexpr Sentence a_quoted_text{"a text in quotation marks", "un texto entre comillas", "um texto entre aspas", "un texte entre guillemets"};
inline constexpr Sentence a_tagged_text{"a text with its language, like en \"…\"", "un texto con su idioma, como es \"…\"", "um texto com o seu idioma, como pt \"…\"",
    "un texte avec sa langue, comme fr \"…\""};
inline constexpr Sentence an_id{"an id, like TS-03", "un identificador, como TS-03", "um identificador, como TS-03", "un identifiant, comme TS-03"};
inline constexpr Sentence a_part{"a part, like .1", "una parte, como .1", "uma parte, como .1", "une partie, comme .1"};
inline constexpr Sentence a_version{"a version, like 1.0", "una versión, como 1.0", "uma versão, como 1.0", "une version, comme 1.0"};
inline constexpr Sentence a_written_date{"a date, like 2026-01-31", "una fecha, como 2026-01-31", "uma data, como 2026-01-31", "une date, comme 2026-01-31"};
inline constexpr Sentence a_whole_number{"a whole number", "un número entero", "um número inteiro", "un nombre entier"};
inline constexpr Sentence a_value{"a value", "un valor", "um valor", "une valeur"};
inline constexpr Sentence a_written_duration{"a duration, like 2 {keyword:weeks}", "una duración, como 2 {keyword:weeks}", "uma duração, como 2 {keyword:weeks}",
    "une durée, comme 2 {keyword:weeks}"};
inline constexpr Sentence a_unit{"a unit", "una unidad", "uma unidade", "une unité"};
inline constexpr Sentence a_comparison{"a comparison, like =", "una comparación, como =", "uma comparação, como =", "une comparaison, comme ="};
inline constexpr Sentence a_plan_in_braces{"a plan in braces", "un plan entre llaves", "um plano entre chaves", "un plan entre accolades"};
inline constexpr Sentence a_value_or_expression{"a value or an expression", "un valor o una expresión", "um valor ou uma expressão", "une valeur ou une expression"};
inline constexpr Sentence a_type_like{"a type, like {keyword:text}, {keyword:date}, {keyword:list of} …", "un tipo, como {keyword:text}, {keyword:date}, {keyword:list of} …",
    "um tipo, como {keyword:text}, {keyword:date}, {keyword:list of} …", "un type, comme {keyword:text}, {keyword:date}, {keyword:list of} …"};
inline constexpr Sentence an_operator{"a comparison or another operator", "una comparación u otro operador", "uma comparação ou outro operador",
    "une comparaison ou un autre opérateur"};
inline constexpr Sentence the_next_line{"the next line ({} …)", "la línea siguiente ({} …)", "a linha seguinte ({} …)", "la ligne suivante ({} …)"};

// the blocks
inline constexpr Sentence a_file{"a file", "un archivo", "um arquivo", "un fichier"};
inline constexpr Sentence a_vocabulary{"a vocabulary", "un vocabulario", "um vocabulário", "un vocabulaire"};
inline constexpr Sentence an_entity{"an entity", "una entidad", "uma entidade", "une entité"};
inline constexpr Sentence a_ruleset{"a ruleset", "un reglamento", "um regulamento", "un recueil"};
inline constexpr Sentence a_family{"a family", "una familia", "uma família", "une famille"};
inline constexpr Sentence a_group{"a group", "un grupo", "um grupo", "un groupe"};
inline constexpr Sentence a_requirement{"a requirement", "un requisito", "um requisito", "une exigence"};
inline constexpr Sentence tests_block{"tests", "pruebas", "testes", "essais"};
inline constexpr Sentence a_case{"a case", "un caso", "um caso", "un cas"};
inline constexpr Sentence a_translation{"a translation", "una traducción", "uma tradução", "une traduction"};
inline constexpr Sentence a_translated_requirement{"a requirement's translation", "la traducción de un requisito", "a tradução de um requisito",
    "la traduction d'une exigence"};
inline constexpr Sentence a_text{"a text", "un texto", "um texto", "un texte"};

// --- in a translation ----------------------------------------------------------------------------------------

inline constexpr Entry tag_in_translation{"B220",
    {"a text in a translation has no language of its own", "en una traducción los textos no llevan idioma propio",
     "em uma tradução os textos não levam idioma próprio", "dans une traduction, les textes n'ont pas de langue à eux"},
    {"take out `{1}`: the translation says its language once", "quite `{1}`: la traducción indica su idioma una sola vez",
     "retire `{1}`: a tradução diz o seu idioma uma só vez", "retirez `{1}` : la traduction dit sa langue une seule fois"}};

// --- what is meant otherwise: the help is the line as it is read, and what an entry adds to it ----------------------

inline constexpr Entry no_sign{"B112",
    {"\"{1}\" is no sign of the language", "\"{1}\" no es un signo del lenguaje", "\"{1}\" não é um sinal da linguagem", "\"{1}\" n'est pas un signe du langage"}};
inline constexpr Entry other_sign{"B112",
    {"\"{1}\" is written \"{2}\" here", "\"{1}\" se escribe aquí \"{2}\"", "\"{1}\" escreve-se aqui \"{2}\"", "\"{1}\" s'écrit ici \"{2}\""}};
inline constexpr Entry other_word{"B114", other_sign.message};
inline constexpr Entry comment_sign{"B112",
    {"a comment begins with #", "un comentario empieza por #", "um comentário começa por #", "un commentaire commence par #"}};
inline constexpr Entry and_or{"B112",
    {"\"{1}\" says two things: \"{keyword:or}\" means one of them or both", "\"{1}\" dice dos cosas: \"{keyword:or}\" significa una de ellas o ambas",
     "\"{1}\" diz duas coisas: \"{keyword:or}\" significa uma delas ou ambas", "\"{1}\" dit deux choses : \"{keyword:or}\" signifie l'une d'elles ou les deux"}};
inline constexpr Entry straight_quotation_marks{"B112",
    {"a text stands in straight quotation marks", "un texto va entre comillas rectas", "um texto fica entre aspas retas", "un texte se met entre guillemets droits"}};
inline constexpr Entry comma_in_number{"B312",
    {"a number has no comma", "un número no lleva coma", "um número não leva vírgula", "un nombre n'a pas de virgule"}};
inline constexpr Entry decimal_comma{"B312", comma_in_number.message,
    {": the decimal sign is a point", ": el signo decimal es el punto", ": o sinal decimal é o ponto", " : le signe décimal est le point"}};
inline constexpr Entry date_in_words{"B116",
    {"a date is written year-month-day", "una fecha se escribe año-mes-día", "uma data escreve-se ano-mês-dia", "une date s'écrit année-mois-jour"}};
inline constexpr Entry year_for_a_day{"B116",
    {"a date has a month and a day", "una fecha tiene mes y día", "uma data tem mês e dia", "une date a un mois et un jour"}};
inline constexpr Entry number_without_zero{"B124",
    {"a number begins with a digit: {1} is a part of the requirement", "un número empieza por una cifra: {1} es una parte del requisito",
     "um número começa por um algarismo: {1} é uma parte do requisito", "un nombre commence par un chiffre : {1} est une partie de l'exigence"}};
inline constexpr Entry each_inside{"B119",
    {"`{keyword:each}` stands on a line of its own: it gives one finding for each item",
     "`{keyword:each}` va en una línea propia: da un resultado por cada elemento",
     "`{keyword:each}` fica numa linha própria: dá um resultado por cada elemento",
     "`{keyword:each}` se met sur sa propre ligne : il donne un constat par élément"},
    {" for one answer over all of them, or put `{1}` on the line before", " para una sola respuesta sobre todos, o ponga `{1}` en la línea anterior",
     " para uma só resposta sobre todos, ou ponha `{1}` na linha anterior", " pour une seule réponse sur tous, ou mettez `{1}` à la ligne précédente"}};
inline constexpr Entry quantifier_in_condition{"B127",
    {"a quantifier in a condition stands in brackets", "un cuantificador en una condición va entre paréntesis",
     "um quantificador numa condição fica entre parênteses", "un quantificateur dans une condition se met entre parenthèses"}};
inline constexpr Entry part_without_require{"B125",
    {"each part begins with its own `{keyword:require}`", "cada parte empieza con su propio `{keyword:require}`",
     "cada parte começa com o seu próprio `{keyword:require}`", "chaque partie commence par son propre `{keyword:require}`"}};
inline constexpr Entry text_without_quotation_marks{"B126",
    {"a text stands in quotation marks", "un texto va entre comillas", "um texto fica entre aspas", "un texte se met entre guillemets"}};
inline constexpr Entry chained_comparison{"B311",
    {"comparisons do not chain", "las comparaciones no se encadenan", "as comparações não se encadeiam", "les comparaisons ne s'enchaînent pas"}};
inline constexpr Entry chained_between{"B311", chained_comparison.message,
    {", both ends included", ", ambos extremos incluidos", ", ambos os extremos incluídos", ", bornes comprises"}};
inline constexpr Sentence not_a_comparison{"\"{}\" is not a comparison of the language", "\"{}\" no es una comparación del lenguaje",
    "\"{}\" não é uma comparação da linguagem", "\"{}\" n'est pas une comparaison du langage"};
inline constexpr Entry form_of_to_be{"B122", not_a_comparison};
inline constexpr Entry element_in_list{"B123", not_a_comparison};
inline constexpr Entry before_or_after{"B113",
    {"\"{1}\" does not compare two dates by itself", "\"{1}\" no compara por sí solo dos fechas", "\"{1}\" não compara por si só duas datas",
     "\"{1}\" ne compare pas à lui seul deux dates"}};
inline constexpr Entry order_of_remedies{"B113",
    {"`{keyword:after} {1}` reads as an order of remedies, not as a comparison", "`{keyword:after} {1}` se lee como un orden de remedios, no como una comparación",
     "`{keyword:after} {1}` lê-se como uma ordem de remédios, não como uma comparação", "`{keyword:after} {1}` se lit comme un ordre de remèdes, non comme une comparaison"}};
inline constexpr Entry list_without_braces{"B115",
    {"several values stand in braces", "varios valores van entre llaves", "vários valores ficam entre chaves", "plusieurs valeurs se mettent entre accolades"}};
inline constexpr Entry hyphen_in_part{"B130",
    {"the name of a part has no hyphen", "el nombre de una parte no lleva guion", "o nome de uma parte não leva hífen", "le nom d'une partie n'a pas de trait d'union"}};
inline constexpr Entry label_without_language{"B117",
    {"a label needs its language", "una etiqueta necesita su idioma", "um rótulo precisa do seu idioma", "un libellé a besoin de sa langue"}};
inline constexpr Entry label_behind_type{"B129",
    {"the label of a field stands before its type", "la etiqueta de un campo va antes de su tipo", "o rótulo de um campo fica antes do seu tipo",
     "le libellé d'un champ se met avant son type"}};
inline constexpr Entry condition_at_the_end{"B118",
    {"a condition stands before what it limits", "una condición va antes de lo que limita", "uma condição fica antes do que limita",
     "une condition se met avant ce qu'elle limite"},
    {", or `{keyword:unless} …` for an exception", ", o `{keyword:unless} …` para una excepción", ", ou `{keyword:unless} …` para uma exceção",
     ", ou `{keyword:unless} …` pour une exception"}};
inline constexpr Entry ending_of_each{"B150",
    {"`{keyword:each}` ends with a comma and `{1}`", "`{keyword:each}` termina con una coma y `{1}`", "`{keyword:each}` termina com uma vírgula e `{1}`",
     "`{keyword:each}` se termine par une virgule et `{1}`"}};
inline constexpr Entry line_in_other_words{"B151", other_sign.message};
inline constexpr Entry written_as{"B151", other_sign.message};
inline constexpr Entry unit_of_both{"B151",
    {"each length has its own unit", "cada duración lleva su propia unidad", "cada duração leva a sua própria unidade", "chaque durée a sa propre unité"}};
inline constexpr Entry comma_between{"B151",
    {"\"{1}\" is written \",\" here", "\"{1}\" se escribe aquí \",\"", "\"{1}\" escreve-se aqui \",\"", "\"{1}\" s'écrit ici \",\""}};
inline constexpr Entry needless_word{"B151",
    {"\"{1}\" is not needed here", "\"{1}\" sobra aquí", "\"{1}\" sobra aqui", "\"{1}\" est de trop ici"}};
inline constexpr Entry until_before_reason{"B151",
    {"`{keyword:until}` stands before `{keyword:because}`", "`{keyword:until}` va antes de `{keyword:because}`", "`{keyword:until}` fica antes de `{keyword:because}`",
     "`{keyword:until}` se met avant `{keyword:because}`"}};
inline constexpr Entry reason_behind_brace{"B151",
    {"`{keyword:because}` stands behind the braces", "`{keyword:because}` va detrás de las llaves", "`{keyword:because}` fica depois das chaves",
     "`{keyword:because}` se met après les accolades"},
    {"write `{keyword:replace} ID { … } {keyword:because} \"…\"`", "escriba `{keyword:replace} ID { … } {keyword:because} \"…\"`",
     "escreva `{keyword:replace} ID { … } {keyword:because} \"…\"`", "écrivez `{keyword:replace} ID { … } {keyword:because} \"…\"`"}};
inline constexpr Entry name_of_several_words{"B151",
    {"a name in a protocol is one word", "un nombre en un protocolo es una sola palabra", "um nome em um protocolo é uma só palavra",
     "un nom dans un protocole est un seul mot"},
    {"; what readers see is said behind all else: `en \"…\"`", "; lo que ven los lectores se dice detrás de todo lo demás: `es \"…\"`",
     "; o que os leitores veem se diz depois de tudo o mais: `pt \"…\"`", " ; ce que voient les lecteurs se dit après tout le reste : `fr \"…\"`"}};
inline constexpr Entry label_of_step_at_end{"B151",
    {"the label of a step stands behind all else", "la etiqueta de un paso va detrás de todo lo demás", "o rótulo de um passo fica depois de tudo o mais",
     "le libellé d'une étape se met après tout le reste"}};
inline constexpr Entry comma_between_roles{"B151",
    {"a comma does not say whether both act, or one is enough", "una coma no dice si actúan ambos o basta uno", "uma vírgula não diz se ambos agem ou se um basta",
     "une virgule ne dit pas si les deux agissent ou si un suffit"},
    {", where both act; `{keyword:or}` where one is enough", ", si actúan ambos; `{keyword:or}` si basta uno", ", se ambos agem; `{keyword:or}` se um basta",
     ", si les deux agissent ; `{keyword:or}` si un suffit"}};
inline constexpr Entry procedures_by_condition{"B151",
    {"which procedures answer is said with a list and a condition", "qué procedimientos responden se dice con una lista y una condición",
     "quais procedimentos respondem se diz com uma lista e uma condição", "quelles procédures répondent se dit avec une liste et une condition"}};
inline constexpr Entry number_of{"B121",
    {"the unit of a number stands after \"{keyword:in}\"", "la unidad de un número va después de \"{keyword:in}\"", "a unidade de um número fica depois de \"{keyword:in}\"",
     "l'unité d'un nombre se met après \"{keyword:in}\""}};
inline constexpr Entry second_field{"B121",
    {"this reads as a second field that is called \"{1}\"", "esto se lee como un segundo campo que se llama \"{1}\"",
     "isto lê-se como um segundo campo que se chama \"{1}\"", "cela se lit comme un second champ qui s'appelle \"{1}\""}};
inline constexpr Entry percent_in_words{"B120",
    {"a percentage is written with %", "un porcentaje se escribe con %", "uma percentagem escreve-se com %", "un pourcentage s'écrit avec %"}};
inline constexpr Entry fraction_of_duration{"B120",
    {"a duration is a whole number", "una duración es un número entero", "uma duração é um número inteiro", "une durée est un nombre entier"}};
inline constexpr Sentence write_smaller_unit{"write a whole number of a smaller unit", "escriba un número entero de una unidad menor",
    "escreva um número inteiro de uma unidade menor", "écrivez un nombre entier d'une unité plus petite"};
inline constexpr Entry division_for_date{"B116",
    {"this reads as a division", "esto se lee como una división", "isto lê-se como uma divisão", "cela se lit comme une division"}};
inline constexpr Sentence write_date_either{"write the date as {1}-{2}-{3} or {1}-{3}-{2}, year first", "escriba la fecha como {1}-{2}-{3} o {1}-{3}-{2}, el año primero",
    "escreva a data como {1}-{2}-{3} ou {1}-{3}-{2}, o ano primeiro", "écrivez la date {1}-{2}-{3} ou {1}-{3}-{2}, l'année d'abord"};
inline constexpr Entry subtraction_for_date{"B116",
    {"this reads as a subtraction", "esto se lee como una resta", "isto lê-se como uma subtração", "cela se lit comme une soustraction"}};

// clang-format on

}  // namespace brecha::messages::catalogue
