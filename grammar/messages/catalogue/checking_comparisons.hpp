// What check() says of comparisons: what cannot stand on both sides.
#pragma once

#include "messages/catalogue/checking_types.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Sentence compare_these{"write `{} {} {}`", "escriba `{} {} {}`", "escreva `{} {} {}`",
                                        "écrivez `{} {} {}`"};
inline constexpr Entry units_compared{"B301",
                                      {"{} cannot be compared with {}", "{} no se puede comparar con {}",
                                       "não é possível comparar {} com {}", "on ne peut pas comparer {} à {}"},
                                      one_unit};
inline constexpr Sentence amount_alone{
    "write `{word:amount}({}, {})` for the number alone", "escriba `{word:amount}({}, {})` para el número solo",
    "escreva `{word:amount}({}, {})` para o número sozinho", "écrivez `{word:amount}({}, {})` pour le nombre seul"};
inline constexpr Sentence quotient_meant{"did you mean `{} / {}.{} {} {}`?", "¿quiso decir `{} / {}.{} {} {}`?",
                                         "quis dizer `{} / {}.{} {} {}`?", "vouliez-vous dire `{} / {}.{} {} {}` ?"};
inline constexpr Entry chained_comparisons{
    "B311",
    {"comparisons do not chain", "las comparaciones no se encadenan", "as comparações não se encadeiam",
     "les comparaisons ne s'enchaînent pas"},
    {"join two comparisons with `{keyword:and}`", "una dos comparaciones con `{keyword:and}`",
     "una duas comparações com `{keyword:and}`", "joignez deux comparaisons par `{keyword:and}`"}};
inline constexpr Sentence between_meant{"`{} {keyword:between} {} {keyword:and} {}`, both ends included",
                                        "`{} {keyword:between} {} {keyword:and} {}`, ambos extremos incluidos",
                                        "`{} {keyword:between} {} {keyword:and} {}`, ambos os extremos incluídos",
                                        "`{} {keyword:between} {} {keyword:and} {}`, les deux bornes comprises"};
inline constexpr Entry no_list{"B330",
                               {"{} is no list", "{} no es una lista", "{} não é uma lista", "{} n'est pas une liste"},
                               {"a list stands in braces: `{a, b}`", "una lista va entre llaves: `{a, b}`",
                                "uma lista vai entre chaves: `{a, b}`", "une liste se met entre accolades : `{a, b}`"}};
inline constexpr Sentence write_equals{"write `{} = {}`", "escriba `{} = {}`", "escreva `{} = {}`",
                                       "écrivez `{} = {}`"};
inline constexpr Sentence write_matches{"for a part of a text write `{keyword:matches} \"*…*\"`",
                                        "para una parte de un texto escriba `{keyword:matches} \"*…*\"`",
                                        "para uma parte de um texto escreva `{keyword:matches} \"*…*\"`",
                                        "pour une partie d'un texte écrivez `{keyword:matches} \"*…*\"`"};
inline constexpr Entry list_as_element{
    "B319",
    {"a whole list is not one element", "una lista entera no es un elemento", "uma lista inteira não é um elemento",
     "une liste entière n'est pas un élément"},
    {"write `{keyword:covers}` for a list", "para una lista escriba `{keyword:covers}`",
     "para uma lista escreva `{keyword:covers}`", "pour une liste écrivez `{keyword:covers}`"}};
inline constexpr Entry covers_needs_lists{
    "B330",
    {"`{keyword:covers}` stands between two lists, this is {}", "`{keyword:covers}` va entre dos listas, esto es {}",
     "`{keyword:covers}` vai entre duas listas, isto é {}",
     "`{keyword:covers}` se place entre deux listes, ici c'est {}"},
    {"for a single value write `=` or `{keyword:is one of}`", "para un solo valor escriba `=` o `{keyword:is one of}`",
     "para um só valor escreva `=` ou `{keyword:is one of}`",
     "pour une seule valeur écrivez `=` ou `{keyword:is one of}`"}};
inline constexpr Entry contains_each_needs_values{
    "B330",
    {"`{keyword:contains any of}` and `{keyword:contains all of}` stand before values in braces",
     "`{keyword:contains any of}` y `{keyword:contains all of}` van delante de valores entre llaves",
     "`{keyword:contains any of}` e `{keyword:contains all of}` vão antes de valores entre chaves",
     "`{keyword:contains any of}` et `{keyword:contains all of}` se placent devant des valeurs entre accolades"},
    {"write the values in braces: `{a, b}`; for all of another list write `{keyword:covers}`",
     "escriba los valores entre llaves: `{a, b}`; para todos los de otra lista escriba `{keyword:covers}`",
     "escreva os valores entre chaves: `{a, b}`; para todos os de outra lista escreva `{keyword:covers}`",
     "écrivez les valeurs entre accolades : `{a, b}` ; pour tous ceux d'une autre liste écrivez `{keyword:covers}`"}};
inline constexpr Sentence in_braces{"put it in braces: `{{}}`", "póngalo entre llaves: `{{}}`",
                                    "ponha-o entre chaves: `{{}}`", "mettez-le entre accolades : `{{}}`"};
inline constexpr Entry starts_with_needs_texts{"B316",
                                               {"`{keyword:starts with}` stands between two texts, this is {}",
                                                "`{keyword:starts with}` va entre dos textos, esto es {}",
                                                "`{keyword:starts with}` vai entre dois textos, isto é {}",
                                                "`{keyword:starts with}` se place entre deux textes, ici c'est {}"}};
inline constexpr Entry lists_compared{
    "B319",
    {"lists are not compared with \"{}\"", "las listas no se comparan con \"{}\"",
     "as listas não se comparam com \"{}\"", "les listes ne se comparent pas avec \"{}\""},
    {"write `{2} {3} {4}`", "escriba `{2} {3} {4}`", "escreva `{2} {3} {4}`", "écrivez `{2} {3} {4}`"}};
inline constexpr Entry item_and_text{"B308",
                                     {"{} is compared with a text", "{} se compara con un texto",
                                      "{} é comparado com um texto", "on compare {} à un texte"},
                                     {"compare one of its fields", "compare uno de sus campos",
                                      "compare um dos seus campos", "comparez un de ses champs"}};
inline constexpr Sentence write_its_key{"write `.{}` for its key", "escriba `.{}` para su clave",
                                        "escreva `.{}` para a sua chave", "écrivez `.{}` pour sa clé"};
inline constexpr Entry percent_and_number{
    "B318",
    {"a percentage cannot be compared with a number", "un porcentaje no se puede comparar con un número",
     "uma percentagem não pode ser comparada com um número", "un pourcentage ne peut pas être comparé à un nombre"},
    {"write a percentage as `30%`, a share of numbers as `{word:share}(part, whole)`",
     "escriba un porcentaje como `30%`, una parte de números como `{word:share}(parte, total)`",
     "escreva uma percentagem como `30%`, uma parte de números como `{word:share}(parte, total)`",
     "écrivez un pourcentage comme `30%`, une part de nombres comme `{word:share}(partie, total)`"}};
inline constexpr Sentence write_percent{"write `{}%`", "escriba `{}%`", "escreva `{}%`", "écrivez `{}%`"};
inline constexpr Entry date_and_moment{
    "B316",
    {"a date cannot be compared with a moment", "una fecha no se puede comparar con un momento",
     "uma data não pode ser comparada com um momento", "une date ne peut pas être comparée à un instant"},
    {"write `{word:date}({1})`", "escriba `{word:date}({1})`", "escreva `{word:date}({1})`",
     "écrivez `{word:date}({1})`"}};
inline constexpr Entry days_and_months_compared{
    "B309",
    {"a number of days cannot be compared with months", "un número de días no se puede comparar con meses",
     "um número de dias não pode ser comparado com meses", "un nombre de jours ne peut pas être comparé à des mois"},
    {"add the months to the earlier date, and compare dates", "sume los meses a la fecha anterior y compare fechas",
     "some os meses à data anterior e compare datas", "ajoutez les mois à la date antérieure, et comparez des dates"}};
inline constexpr Sentence later_than_sum{"write `{} {} {} + {}`", "escriba `{} {} {} + {}`", "escreva `{} {} {} + {}`",
                                         "écrivez `{} {} {} + {}`"};
inline constexpr Sentence within_after{
    "write `{} {keyword:within} {} {keyword:after} {}`", "escriba `{} {keyword:within} {} {keyword:after} {}`",
    "escreva `{} {keyword:within} {} {keyword:after} {}`", "écrivez `{} {keyword:within} {} {keyword:after} {}`"};
inline constexpr Sentence at_least_after{
    "write `{} {keyword:at least} {} {keyword:after} {}`", "escriba `{} {keyword:at least} {} {keyword:after} {}`",
    "escreva `{} {keyword:at least} {} {keyword:after} {}`", "écrivez `{} {keyword:at least} {} {keyword:after} {}`"};
inline constexpr Sentence apart_instead{
    "write `{} {keyword:at most} {} {keyword:apart}`", "escriba `{} {keyword:at most} {} {keyword:apart}`",
    "escreva `{} {keyword:at most} {} {keyword:apart}`", "écrivez `{} {keyword:at most} {} {keyword:apart}`"};
inline constexpr Sentence apart_of_list{
    "spacing in months is asked of the list: `{word:list}(x {keyword:in} … : …) {keyword:at most} {} {keyword:apart}`",
    "el intervalo en meses se pide a la lista: `{word:list}(x {keyword:in} … : …) {keyword:at most} {} {keyword:apart}`",
    "o intervalo em meses se pede à lista: `{word:list}(x {keyword:in} … : …) {keyword:at most} {} {keyword:apart}`",
    "l'intervalle en mois se demande à la liste : `{word:list}(x {keyword:in} … : …) {keyword:at most} {} {keyword:apart}`"};
inline constexpr Entry kinds_compared{"B316",
                                      {"{} cannot be compared with {}", "{} no se puede comparar con {}",
                                       "não é possível comparar {} com {}", "on ne peut pas comparer {} à {}"}};
inline constexpr Sentence without_quotes{"write `{}` without quotes", "escriba `{}` sin comillas",
                                         "escreva `{}` sem aspas", "écrivez `{}` sans guillemets"};
inline constexpr Sentence compare_its_year{"compare its year: `{word:year}({})`", "compare su año: `{word:year}({})`",
                                           "compare o seu ano: `{word:year}({})`",
                                           "comparez son année : `{word:year}({})`"};
inline constexpr Entry values_without_order{
    "B302",
    {"the values of {} have no order, so \"{}\" has no meaning",
     "los valores de {} no tienen orden: \"{}\" no significa nada",
     "os valores de {} não têm ordem: \"{}\" não significa nada",
     "les valeurs de {} n'ont pas d'ordre : \"{}\" n'a pas de sens"},
    {"compare with \"=\" or \"{keyword:is one of}\"; an order is written with \"<\" where {1} is declared",
     "compare con \"=\" o \"{keyword:is one of}\"; un orden se escribe con \"<\" donde se declara {1}",
     "compare com \"=\" ou \"{keyword:is one of}\"; uma ordem escreve-se com \"<\" onde {1} é declarada",
     "comparez avec \"=\" ou \"{keyword:is one of}\" ; un ordre s'écrit avec \"<\" là où {1} est déclarée"}};
inline constexpr Entry kind_without_order{
    "B302",
    {"{} has no order, so \"{}\" has no meaning", "{} no tiene orden: \"{}\" no significa nada",
     "{} não tem ordem: \"{}\" não significa nada", "{} n'a pas d'ordre : \"{}\" n'a pas de sens"},
    {"compare with \"=\"", "compare con \"=\"", "compare com \"=\"", "comparez avec \"=\""}};

}  // namespace brecha::messages::catalogue
