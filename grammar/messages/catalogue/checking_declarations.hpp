// What check() says of what a ruleset declares: sources, parameters, definitions, tables.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/checking_values.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_source_named{"B203",
                                       {"there is no source \"{}\"", "no hay ninguna fuente \"{}\"",
                                        "não há nenhuma fonte \"{}\"", "il n'y a pas de source \"{}\""},
                                       {"declare it: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "declárela: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "declare-a: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "déclarez-la : `{keyword:source} {1} { {keyword:title} \"…\" }`"}};

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
inline constexpr Entry quote_not_in_text{
    "B218",
    {"the words quoted from {} \"{}\" are not in its text", "las palabras citadas de {} \"{}\" no están en su texto",
     "as palavras citadas de {} \"{}\" não estão no seu texto",
     "les mots cités de {} « {} » ne sont pas dans son texte"},
    {"it may have been amended: read the clause again, hold the rule against it, then correct the quote",
     "puede haberse modificado: lea de nuevo la cláusula, compare la regla con ella y luego corrija la cita",
     "pode ter sido alterado: leia de novo a cláusula, compare a regra com ela e depois corrija a citação",
     "il a pu être modifié : relisez la clause, comparez-lui la règle, puis corrigez la citation"}};
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

}  // namespace brecha::messages::catalogue
