// What check() says of rulesets: which one is meant, what it declares, its tables, requirements, texts and cases.
#pragma once

#include "messages/catalogue/checking_names.hpp"
#include "messages/catalogue/checking_types.hpp"
#include "messages/catalogue/checking_vocabularies.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// which ruleset
inline constexpr Entry two_vocabularies{"B133",
                                        {"there are two vocabularies \"{}\"", "hay dos vocabularios \"{}\"",
                                         "há dois vocabulários \"{}\"", "il y a deux vocabulaires \"{}\""},
                                        {"keep one; the other is at {2}", "deje uno solo; el otro está en {2}",
                                         "deixe um só; o outro está em {2}", "gardez-en un ; l'autre est en {2}"}};
inline constexpr Entry two_rulesets{"B133",
                                    {"there are two rulesets \"{}\"", "hay dos reglamentos \"{}\"",
                                     "há dois regulamentos \"{}\"", "il y a deux recueils \"{}\""},
                                    two_vocabularies.help};
inline constexpr Entry no_ruleset{"B134",
                                  {"there is no ruleset \"{}\"", "no hay ningún reglamento \"{}\"",
                                   "não há nenhum regulamento \"{}\"", "il n'y a pas de recueil \"{}\""}};
inline constexpr Sentence there_are{"there are: {}", "hay: {}", "há: {}", "il y a : {}"};
inline constexpr Entry several_rulesets{"B144",
                                        {"there are several rulesets here: {}", "aquí hay varios reglamentos: {}",
                                         "aqui há vários regulamentos: {}", "il y a plusieurs recueils ici : {}"},
                                        {"say which one: `--ruleset {2}`", "diga cuál: `--ruleset {2}`",
                                         "diga qual: `--ruleset {2}`", "dites lequel : `--ruleset {2}`"}};
inline constexpr Entry no_vocabulary_or_ruleset{
    "B134",
    {"there is no vocabulary or ruleset \"{}\"", "no hay ningún vocabulario ni reglamento \"{}\"",
     "não há nenhum vocabulário nem regulamento \"{}\"", "il n'y a ni vocabulaire ni recueil \"{}\""},
    put_its_file};
inline constexpr Entry ruleset_ring{
    "B143",
    {"{} uses itself, through others", "{} se usa a sí mismo, a través de otros",
     "{} usa a si mesmo, através de outros", "{} s'utilise lui-même, à travers d'autres"},
    {"take out one of the `{keyword:uses}` lines of this ring",
     "quite una de las líneas `{keyword:uses}` de este círculo", "retire uma das linhas `{keyword:uses}` deste círculo",
     "retirez une des lignes `{keyword:uses}` de ce cercle"}};
inline constexpr Entry nothing_here{
    "B134",
    {"there is no ruleset here, and no vocabulary", "aquí no hay ningún reglamento ni vocabulario",
     "aqui não há nenhum regulamento nem vocabulário", "il n'y a ici ni recueil ni vocabulaire"},
    {"write `{keyword:ruleset} NAME 1.0 { … }`, or start one with `brecha new`",
     "escriba `{keyword:ruleset} NOMBRE 1.0 { … }`, o empiece uno con `brecha new`",
     "escreva `{keyword:ruleset} NOME 1.0 { … }`, ou comece um com `brecha new`",
     "écrivez `{keyword:ruleset} NOM 1.0 { … }`, ou commencez-en un avec `brecha new`"}};
inline constexpr Entry too_deep{
    "B108",
    {"this goes more than {} levels deep", "esto tiene más de {} niveles de profundidad",
     "isto tem mais de {} níveis de profundidade", "ceci dépasse {} niveaux de profondeur"},
    {"rules that somebody reads are flatter: compute less by way of other definitions, variables and verdicts",
     "las reglas que alguien lee son más llanas: calcule menos a través de otras definiciones, variables y veredictos",
     "as regras que alguém lê são mais planas: calcule menos através de outras definições, variáveis e veredictos",
     "les règles que l'on lit sont plus plates : calculez moins à travers d'autres définitions, variables et verdicts"}};
inline constexpr Entry uses_nothing{
    "B134",
    {"{} does not say which vocabulary its plans are written in",
     "{} no dice en qué vocabulario están escritos sus planes",
     "{} não diz em que vocabulário estão escritos os seus planos",
     "{} ne dit pas dans quel vocabulaire ses plans sont écrits"},
    {"add a line like `{keyword:uses} core 1`", "añada una línea como `{keyword:uses} core 1`",
     "acrescente uma linha como `{keyword:uses} core 1`", "ajoutez une ligne comme `{keyword:uses} core 1`"}};

// what this version does not run
inline constexpr Sentence take_it_out{
    "take it out, or keep it in a file of its own", "quítelo, o guárdelo en un archivo propio",
    "retire-o, ou guarde-o em um arquivo próprio", "retirez cela, ou gardez-le dans un fichier à part"};
inline constexpr Entry extends_not_run{"B901",
                                       {"rulesets that extend another are not run by this version",
                                        "esta versión no ejecuta reglamentos que extienden otro",
                                        "esta versão não executa regulamentos que estendem outro",
                                        "cette version n'exécute pas les recueils qui en étendent un autre"},
                                       take_it_out};
inline constexpr Entry calendar_not_run{"B901", no_working_days.message, take_it_out};
inline constexpr Entry set_not_run{
    "B901",
    {"`{keyword:set}` is not run by this version", "esta versión no ejecuta `{keyword:set}`",
     "esta versão não executa `{keyword:set}`", "cette version n'exécute pas `{keyword:set}`"},
    take_it_out};
inline constexpr Entry waive_not_run{"B901",
                                     {"waivers are not run by this version", "esta versión no ejecuta dispensas",
                                      "esta versão não executa dispensas", "cette version n'exécute pas les dispenses"},
                                     take_it_out};
inline constexpr Entry make_not_run{
    "B901",
    {"`{keyword:make}` is not run by this version", "esta versión no ejecuta `{keyword:make}`",
     "esta versão não executa `{keyword:make}`", "cette version n'exécute pas `{keyword:make}`"},
    take_it_out};
inline constexpr Entry replace_not_run{
    "B901",
    {"`{keyword:replace}` is not run by this version", "esta versión no ejecuta `{keyword:replace}`",
     "esta versão não executa `{keyword:replace}`", "cette version n'exécute pas `{keyword:replace}`"},
    take_it_out};
inline constexpr Entry map_not_run{
    "B901",
    {"`{keyword:map}` is not run by this version", "esta versión no ejecuta `{keyword:map}`",
     "esta versão não executa `{keyword:map}`", "cette version n'exécute pas `{keyword:map}`"},
    take_it_out};
inline constexpr Entry protocols_not_run{
    "B901",
    {"protocols are not assessed by this version", "esta versión no evalúa protocolos",
     "esta versão não avalia protocolos", "cette version n'évalue pas les protocoles"},
    take_it_out};

// declarations
inline constexpr Entry month_end_twice{
    "B133",
    {"`{keyword:month_end}` is given twice", "`{keyword:month_end}` figura dos veces",
     "`{keyword:month_end}` figura duas vezes", "`{keyword:month_end}` figure deux fois"},
    keep_one};
inline constexpr Entry source_twice{
    "B133",
    {"the source \"{}\" is declared twice", "la fuente \"{}\" está declarada dos veces",
     "a fonte \"{}\" está declarada duas vezes", "la source \"{}\" est déclarée deux fois"},
    keep_one_line};
inline constexpr Entry no_standing{"B204",
                                   {"\"{}\" is no standing of a source", "\"{}\" no es un rango de una fuente",
                                    "\"{}\" não é uma categoria de uma fonte", "\"{}\" n'est pas un rang d'une source"},
                                   {},
                                   {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Entry no_reading{
    "B204",
    {"\"{}\" does not say how a clause was read", "\"{}\" no dice cómo se leyó una cláusula",
     "\"{}\" não diz como uma cláusula foi lida", "\"{}\" ne dit pas comment une clause a été lue"},
    {},
    {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Entry parameter_ring{
    "B143",
    {"{} is defined by itself", "{} se define por sí mismo", "{} define-se por si mesmo", "{} se définit par lui-même"},
    {"give it a value of its own", "déle un valor propio", "dê-lhe um valor próprio", "donnez-lui une valeur à lui"}};
inline constexpr Entry definition_ring{
    "B143",
    {"{} is defined by itself", "{} se define por sí misma", "{} define-se por si mesma",
     "{} se définit par elle-même"},
    {"every definition ends: take out one of the calls", "toda definición termina: quite una de las llamadas",
     "toda definição termina: retire uma das chamadas", "toute définition se termine : retirez un des appels"}};
inline constexpr Entry item_parameter{
    "B325",
    {"a parameter is a value, not an item of a plan", "un parámetro es un valor, no un elemento de un plan",
     "um parâmetro é um valor, não um elemento de um plano", "un paramètre est une valeur, pas un élément d'un plan"},
    {"take its key, or an enumeration", "tome su clave, o una enumeración", "use a sua chave, ou uma enumeração",
     "prenez sa clé, ou une énumération"}};
inline constexpr Entry computed_parameter{
    "B325",
    {"the value of a parameter is written out", "el valor de un parámetro se escribe tal cual",
     "o valor de um parâmetro se escreve tal como é", "la valeur d'un paramètre s'écrit telle quelle"},
    {"for something that is computed write `{keyword:define} {1} = …`",
     "para algo que se calcula escriba `{keyword:define} {1} = …`",
     "para algo que se calcula escreva `{keyword:define} {1} = …`",
     "pour ce qui se calcule écrivez `{keyword:define} {1} = …`"}};
inline constexpr Entry empty_parameter{
    "B325",
    {"{} has neither a value nor a type", "{} no tiene ni valor ni tipo", "{} não tem nem valor nem tipo",
     "{} n'a ni valeur ni type"},
    {"write `{keyword:parameter} {1} = 2`, or `{keyword:parameter} {1}: {keyword:duration}` where a country sets it",
     "escriba `{keyword:parameter} {1} = 2`, o `{keyword:parameter} {1}: {keyword:duration}` si lo fija un país",
     "escreva `{keyword:parameter} {1} = 2`, ou `{keyword:parameter} {1}: {keyword:duration}` se um país o fixa",
     "écrivez `{keyword:parameter} {1} = 2`, ou `{keyword:parameter} {1}: {keyword:duration}` si un pays le fixe"}};
inline constexpr Entry parameter_reads_plan{
    "B325",
    {"a parameter cannot read the plan", "un parámetro no puede leer el plan", "um parâmetro não pode ler o plano",
     "un paramètre ne peut pas lire le plan"},
    {"write a `{keyword:define}` instead", "escriba en su lugar un `{keyword:define}`",
     "escreva em vez disso um `{keyword:define}`", "écrivez plutôt un `{keyword:define}`"}};
inline constexpr Entry parameter_reads_verdict{
    "B325",
    {"a parameter cannot depend on a verdict", "un parámetro no puede depender de un veredicto",
     "um parâmetro não pode depender de um veredicto", "un paramètre ne peut pas dépendre d'un verdict"},
    parameter_reads_plan.help};
inline constexpr Entry definition_gives_other{"B328",
                                              {"{} shall give {}, this is {}", "{} debe dar {}, esto es {}",
                                               "{} deve dar {}, isto é {}", "{} doit donner {}, ici c'est {}"}};

// tables
inline constexpr Entry table_key_type{"B324",
                                      {"a table is looked up by values, not by lists or items",
                                       "una tabla se busca por valores, no por listas ni elementos",
                                       "uma tabela se procura por valores, não por listas nem elementos",
                                       "on cherche un tableau par des valeurs, pas par des listes ni des éléments"}};
inline constexpr Entry banded_without_order{"B302",
                                            {"{} has no order, so \"{keyword:at least}\" has no meaning",
                                             "{} no tiene orden: \"{keyword:at least}\" no significa nada",
                                             "{} não tem ordem: \"{keyword:at least}\" não significa nada",
                                             "{} n'a pas d'ordre : \"{keyword:at least}\" n'a pas de sens"},
                                            {"take out `{keyword:at least}`", "quite `{keyword:at least}`",
                                             "retire `{keyword:at least}`", "retirez `{keyword:at least}`"}};
inline constexpr Entry banded_twice{"B324",
                                    {"only one column of a table can have `{keyword:at least}`",
                                     "solo una columna de una tabla puede tener `{keyword:at least}`",
                                     "só uma coluna de uma tabela pode ter `{keyword:at least}`",
                                     "une seule colonne d'un tableau peut avoir `{keyword:at least}`"},
                                    take_one_out};
inline constexpr Entry column_without_type{
    "B324",
    {"nothing says what \"{}\" is", "nada dice qué es \"{}\"", "nada diz o que é \"{}\"",
     "rien ne dit ce qu'est \"{}\""},
    {"write `{1}: {keyword:text}`, or another type", "escriba `{1}: {keyword:text}`, u otro tipo",
     "escreva `{1}: {keyword:text}`, ou outro tipo", "écrivez `{1}: {keyword:text}`, ou un autre type"}};
inline constexpr Entry rows_of_one_key{"B324",
                                       {"two rows of {} have the key {}", "dos filas de {} tienen la clave {}",
                                        "duas linhas de {} têm a chave {}", "deux lignes de {} ont la clé {}"},
                                       keep_one_line};
inline constexpr Entry column_of_many{
    "B324",
    {"the column \"{}\" of {} is no single value", "la columna \"{}\" de {} no es un valor simple",
     "a coluna \"{}\" de {} não é um valor simples", "la colonne \"{}\" de {} n'est pas une valeur simple"}};
inline constexpr Entry row_keys{"B324",
                                {"{} is looked up by {2} {2|value|values}, this row has {3}",
                                 "{} se busca por {2} {2|valor|valores}, esta fila tiene {3}",
                                 "{} se procura por {2} {2|valor|valores}, esta linha tem {3}",
                                 "on cherche {} par {2} {2|valeur|valeurs}, cette ligne en a {3}"}};
inline constexpr Entry row_values{
    "B324",
    {"{} gives {2} {2|value|values}, this row has {3}", "{} da {2} {2|valor|valores}, esta fila tiene {3}",
     "{} dá {2} {2|valor|valores}, esta linha tem {3}", "{} donne {2} {2|valeur|valeurs}, cette ligne en a {3}"}};

// requirements
inline constexpr Entry requirement_twice{
    "B133",
    {"two requirements are called {}", "dos requisitos se llaman {}", "dois requisitos se chamam {}",
     "deux exigences s'appellent {}"},
    {"give one of them its own id", "dé a uno su propio identificador", "dê a um o seu próprio identificador",
     "donnez à l'une son propre identifiant"}};
inline constexpr Entry line_misplaced{
    "B313",
    {"`{}` governs the whole requirement, also the parts above it",
     "`{}` rige todo el requisito, también las partes de arriba",
     "`{}` rege todo o requisito, também as partes de cima",
     "`{}` régit toute l'exigence, y compris les parties au-dessus"},
    {"move it above the first `{keyword:require}`", "póngalo antes del primer `{keyword:require}`",
     "ponha-o antes do primeiro `{keyword:require}`", "placez-le avant le premier `{keyword:require}`"}};
inline constexpr Sentence source_above{
    "move it above the first `{keyword:require}`, or cite for one part: `{keyword:source} .2 …`",
    "póngala antes del primer `{keyword:require}`, o cite para una parte: `{keyword:source} .2 …`",
    "ponha-a antes do primeiro `{keyword:require}`, ou cite para uma parte: `{keyword:source} .2 …`",
    "placez-la avant le premier `{keyword:require}`, ou citez pour une partie : `{keyword:source} .2 …`"};
inline constexpr Sentence when_above{
    "move it above the first `{keyword:require}`, or write `{keyword:if} {} {keyword:then} …` for this part",
    "póngalo antes del primer `{keyword:require}`, o escriba `{keyword:if} {} {keyword:then} …` para esta parte",
    "ponha-o antes do primeiro `{keyword:require}`, ou escreva `{keyword:if} {} {keyword:then} …` para esta parte",
    "placez-le avant le premier `{keyword:require}`, ou écrivez `{keyword:if} {} {keyword:then} …` pour cette partie"};
inline constexpr Entry line_twice{
    "B211",
    {"{} has two `{}` lines", "{} tiene dos líneas `{}`", "{} tem duas linhas `{}`", "{} a deux lignes `{}`"},
    keep_one_line};
inline constexpr Sentence modality_words{
    "{keyword:shall}, {keyword:should}, {keyword:may}", "{keyword:shall}, {keyword:should}, {keyword:may}",
    "{keyword:shall}, {keyword:should}, {keyword:may}", "{keyword:shall}, {keyword:should}, {keyword:may}"};
inline constexpr Entry effort_not_duration{
    "B316",
    {"an effort is a duration, written out", "un esfuerzo es una duración, escrita tal cual",
     "um esforço é uma duração, escrita tal como é", "un effort est une durée, écrite telle quelle"},
    {"write it like `{keyword:effort} 2 {keyword:weeks}`", "escríbalo como `{keyword:effort} 2 {keyword:weeks}`",
     "escreva-o como `{keyword:effort} 2 {keyword:weeks}`", "écrivez-le comme `{keyword:effort} 2 {keyword:weeks}`"}};
inline constexpr Entry part_twice{
    "B210",
    {"{} has two parts {}", "{} tiene dos partes {}", "{} tem duas partes {}", "{} a deux parties {}"},
    {"give each part its own number", "dé a cada parte su propio número", "dê a cada parte o seu próprio número",
     "donnez à chaque partie son propre numéro"}};
inline constexpr Entry no_part{
    "B207",
    {"{} has no part {}", "{} no tiene ninguna parte {}", "{} não tem nenhuma parte {}", "{} n'a pas de partie {}"},
    {"take the part out, or number the `{keyword:require}` line: `{keyword:require} {2} …`",
     "quite la parte, o numere la línea `{keyword:require}`: `{keyword:require} {2} …`",
     "retire a parte, ou numere a linha `{keyword:require}`: `{keyword:require} {2} …`",
     "retirez la partie, ou numérotez la ligne `{keyword:require}` : `{keyword:require} {2} …`"}};
inline constexpr Sentence its_parts{"its parts are: {}", "sus partes son: {}", "as suas partes são: {}",
                                    "ses parties sont : {}"};
inline constexpr Entry no_title{
    "B205",
    {"requirement {} has no title", "el requisito {} no tiene título", "o requisito {} não tem título",
     "l'exigence {} n'a pas de titre"},
    {"add a line like `{keyword:title} en \"…\"`", "añada una línea como `{keyword:title} es \"…\"`",
     "acrescente uma linha como `{keyword:title} pt \"…\"`", "ajoutez une ligne comme `{keyword:title} fr \"…\"`"}};
inline constexpr Entry no_modality{
    "B206",
    {"requirement {} does not say how binding it is", "el requisito {} no dice cuánto obliga",
     "o requisito {} não diz quanto obriga", "l'exigence {} ne dit pas avec quelle force elle oblige"},
    {"add `{keyword:shall}`, `{keyword:should}` or `{keyword:may}`, as the instrument has it",
     "añada `{keyword:shall}`, `{keyword:should}` o `{keyword:may}`, según el instrumento",
     "acrescente `{keyword:shall}`, `{keyword:should}` ou `{keyword:may}`, conforme o instrumento",
     "ajoutez `{keyword:shall}`, `{keyword:should}` ou `{keyword:may}`, selon l'instrument"}};
inline constexpr Entry no_source{"B201",
                                 {"requirement {} has no source", "el requisito {} no tiene fuente",
                                  "o requisito {} não tem fonte", "l'exigence {} n'a pas de source"},
                                 {"add a line like `{keyword:source} {2} \"Results, second paragraph\"`",
                                  "añada una línea como `{keyword:source} {2} \"Resultados, segundo párrafo\"`",
                                  "acrescente uma linha como `{keyword:source} {2} \"Resultados, segundo parágrafo\"`",
                                  "ajoutez une ligne comme `{keyword:source} {2} \"Résultats, deuxième alinéa\"`"}};
inline constexpr Entry no_clause{
    "B209",
    {"requirement {} requires nothing", "el requisito {} no exige nada", "o requisito {} não exige nada",
     "l'exigence {} n'exige rien"},
    {"add a line `{keyword:require} …`", "añada una línea `{keyword:require} …`",
     "acrescente uma linha `{keyword:require} …`", "ajoutez une ligne `{keyword:require} …`"}};
inline constexpr Entry unclear_forbid{
    "B334",
    {"it is not clear what is forbidden here", "no queda claro qué se prohíbe aquí",
     "não fica claro o que se proíbe aqui", "ce qui est interdit ici n'est pas clair"},
    {"write `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "escriba `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "escreva `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "écrivez `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`"}};
inline constexpr Entry part_is_requirement{
    "B208",
    {"the part {} of {} has the id of the requirement {}", "la parte {} de {} tiene el identificador del requisito {}",
     "a parte {} de {} tem o identificador do requisito {}", "la partie {} de {} a l'identifiant de l'exigence {}"},
    {"give the part or the requirement another number", "dé otro número a la parte o al requisito",
     "dê outro número à parte ou ao requisito", "donnez un autre numéro à la partie ou à l'exigence"}};
inline constexpr Entry renamed_but_there{
    "B133",
    {"{1} was {2}, but there still is a requirement {2}", "{1} era {2}, pero todavía hay un requisito {2}",
     "{1} era {2}, mas ainda há um requisito {2}", "{1} était {2}, mais il y a toujours une exigence {2}"},
    take_one_out};
inline constexpr Entry judgement_misplaced{
    "B322",
    {"a judgement belongs to a requirement", "una apreciación pertenece a un requisito",
     "uma apreciação pertence a um requisito", "une appréciation appartient à une exigence"},
    {"write `{keyword:judged}` in a `{keyword:require}` or `{keyword:when}` of the requirement",
     "escriba `{keyword:judged}` en un `{keyword:require}` o `{keyword:when}` del requisito",
     "escreva `{keyword:judged}` em um `{keyword:require}` ou `{keyword:when}` do requisito",
     "écrivez `{keyword:judged}` dans un `{keyword:require}` ou un `{keyword:when}` de l'exigence"}};
inline constexpr Entry two_judgements{
    "B322",
    {"{} asks for two judgements in one part, so an answer would be for both",
     "{} pide dos apreciaciones en una misma parte: una respuesta valdría para ambas",
     "{} pede duas apreciações em uma mesma parte: uma resposta valeria para ambas",
     "{} demande deux appréciations dans une même partie : une réponse vaudrait pour les deux"},
    {"make two parts: `{keyword:require} .1 {keyword:judged} …` and `{keyword:require} .2 {keyword:judged} …`",
     "haga dos partes: `{keyword:require} .1 {keyword:judged} …` y `{keyword:require} .2 {keyword:judged} …`",
     "faça duas partes: `{keyword:require} .1 {keyword:judged} …` e `{keyword:require} .2 {keyword:judged} …`",
     "faites deux parties : `{keyword:require} .1 {keyword:judged} …` et `{keyword:require} .2 {keyword:judged} …`"}};

// warnings: legal and hardly meant
inline constexpr Entry silent_without{
    "B305",
    {"{} says nothing about a plan without {}", "{} no dice nada de un plan sin {}",
     "{} não diz nada de um plano sem {}", "{} ne dit rien d'un plan sans {}"},
    {"require `{word:count}({keyword:plan}.{2}) >= 1` somewhere, or write `{keyword:allow empty}`",
     "exija `{word:count}({keyword:plan}.{2}) >= 1` en algún lugar, o escriba `{keyword:allow empty}`",
     "exija `{word:count}({keyword:plan}.{2}) >= 1` em algum lugar, ou escreva `{keyword:allow empty}`",
     "exigez `{word:count}({keyword:plan}.{2}) >= 1` quelque part, ou écrivez `{keyword:allow empty}`"}};
inline constexpr Entry met_without{"B305",
                                   {"{} holds of a plan without {}", "{} se cumple en un plan sin {}",
                                    "{} se cumpre em um plano sem {}", "{} est satisfaite par un plan sans {}"},
                                   {"require `{word:count}({keyword:plan}.{2}) >= 1` somewhere",
                                    "exija `{word:count}({keyword:plan}.{2}) >= 1` en algún lugar",
                                    "exija `{word:count}({keyword:plan}.{2}) >= 1` em algum lugar",
                                    "exigez `{word:count}({keyword:plan}.{2}) >= 1` quelque part"}};
inline constexpr Entry one_answer_for_all{
    "B304",
    {"one answer for all {}: a single one hides the others",
     "una sola respuesta para todo {}: un elemento oculta a los demás",
     "uma só resposta para todo {}: um elemento oculta os outros",
     "une seule réponse pour tout {} : un élément cache les autres"},
    {"write `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` on a line of its own, and then `{keyword:require}`",
     "escriba `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` en una línea propia, y después `{keyword:require}`",
     "escreva `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` em uma linha própria, e depois `{keyword:require}`",
     "écrivez `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` sur une ligne à part, puis `{keyword:require}`"}};

// cases
inline constexpr Entry case_twice{"B133",
                                  {"two cases are called \"{}\"", "dos casos se llaman \"{}\"",
                                   "dois casos se chamam \"{}\"", "deux cas s'appellent \"{}\""},
                                  {"give one of them its own title", "dé a uno su propio título",
                                   "dê a um o seu próprio título", "donnez à l'un son propre titre"}};
inline constexpr Entry two_plans{
    "B603",
    {"a case has one plan", "un caso tiene un solo plan", "um caso tem um só plano", "un cas a un seul plan"},
    {"make a second case", "haga un segundo caso", "faça um segundo caso", "faites un deuxième cas"}};
inline constexpr Entry no_plan{
    "B603",
    {"this case has no plan", "este caso no tiene plan", "este caso não tem plano", "ce cas n'a pas de plan"},
    {"write `{keyword:plan} { … }`; an empty one is `{keyword:plan} { }`",
     "escriba `{keyword:plan} { … }`; uno vacío es `{keyword:plan} { }`",
     "escreva `{keyword:plan} { … }`; um vazio é `{keyword:plan} { }`",
     "écrivez `{keyword:plan} { … }` ; un plan vide est `{keyword:plan} { }`"}};
inline constexpr Entry no_case_parameter{"B602",
                                         {"there is no parameter \"{}\"", "no hay ningún parámetro \"{}\"",
                                          "não há nenhum parâmetro \"{}\"", "il n'y a pas de paramètre \"{}\""}};
inline constexpr Entry no_case_date{
    "B601",
    {"a rule that this case expects something of reads the date of the assessment, which the case does not say",
     "una regla de la que este caso espera algo lee la fecha de la evaluación, que el caso no dice",
     "uma regra da qual este caso espera algo lê a data da avaliação, que o caso não diz",
     "une règle dont ce cas attend quelque chose lit la date de l'évaluation, que le cas ne dit pas"},
    {"write `{keyword:as of} 2026-01-01`", "escriba `{keyword:as of} 2026-01-01`",
     "escreva `{keyword:as of} 2026-01-01`", "écrivez `{keyword:as of} 2026-01-01`"}};

inline constexpr Entry two_labels{
    "B133",
    {"{1} has two labels", "{1} tiene dos etiquetas", "{1} tem dois rótulos", "{1} a deux libellés"},
    {"keep one: \"{2}\" or \"{3}\"", "deje una sola: «{2}» o «{3}»", "deixe um só: «{2}» ou «{3}»",
     "gardez-en un : « {2} » ou « {3} »"}};

}  // namespace brecha::messages::catalogue
