// What check() says of calls, aggregates and quantifiers.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_function{
    "B147",
    {"there is no function \"{}\"", "no hay ninguna función \"{}\"", "não há nenhuma função \"{}\"",
     "il n'y a pas de fonction \"{}\""},
    {"define it: `{keyword:define} {1}(…) = …`", "defínala: `{keyword:define} {1}(…) = …`",
     "defina-a: `{keyword:define} {1}(…) = …`", "définissez-la : `{keyword:define} {1}(…) = …`"}};
inline constexpr Entry not_a_function{
    "B147",
    {"\"{}\" is no function", "\"{}\" no es una función", "\"{}\" não é uma função", "\"{}\" n'est pas une fonction"},
    {"take out the brackets", "quite los paréntesis", "retire os parênteses", "retirez les parenthèses"}};
inline constexpr Sentence square_brackets{
    "a table is read with square brackets: `{}[…]`", "una tabla se lee con corchetes: `{}[…]`",
    "uma tabela se lê com colchetes: `{}[…]`", "un tableau se lit avec des crochets : `{}[…]`"};
inline constexpr Entry definition_operands{
    "B135",
    {"{} takes {2} {2|value|values}, {3} given", "{} toma {2} {2|valor|valores}, se {3|da|dan} {3}",
     "{} recebe {2} {2|valor|valores}, {3|é dado|são dados} {3}",
     "{} prend {2} {2|valeur|valeurs}, {3} {3|est donnée|sont données}"},
    {"write `{1}({4})`", "escriba `{1}({4})`", "escreva `{1}({4})`", "écrivez `{1}({4})`"}};
inline constexpr Entry definition_without_brackets{
    "B135",
    {"{} needs {2} {2|value|values} in brackets", "{} necesita {2} {2|valor|valores} entre paréntesis",
     "{} precisa de {2} {2|valor|valores} entre parênteses", "{} demande {2} {2|valeur|valeurs} entre parenthèses"},
    {"write `{1}(…)`", "escriba `{1}(…)`", "escreva `{1}(…)`", "écrivez `{1}(…)`"}};
inline constexpr Entry counted_in{"B301",
                                  {"{} cannot be counted in {}", "{} no se puede contar en {}",
                                   "não é possível contar {} em {}", "on ne peut pas compter {} en {}"}};

// functions
inline constexpr Entry wrong_operand{"B328",
                                     {"`{}` needs {}, this is {}", "`{}` necesita {}, esto es {}",
                                      "`{}` precisa de {}, isto é {}", "`{}` demande {}, ici c'est {}"}};
inline constexpr Sentence write_its_date{"write `{word:date}({})`", "escriba `{word:date}({})`",
                                         "escreva `{word:date}({})`", "écrivez `{word:date}({})`"};
inline constexpr Entry wrong_definition_operand{
    "B328",
    {"{} needs {} for \"{}\", this is {}", "{} necesita {} para \"{}\", esto es {}",
     "{} precisa de {} para \"{}\", isto é {}", "{} demande {} pour \"{}\", ici c'est {}"}};
inline constexpr Entry wrong_operand_count{
    "B135",
    {"\"{}\" is called with {2} {2|value|values}", "\"{}\" se usa con {2} {2|valor|valores}",
     "\"{}\" é usada com {2} {2|valor|valores}", "\"{}\" est appelée avec {2} {2|valeur|valeurs}"}};
inline constexpr Entry months_as_days{
    "B309",
    {"months have no fixed number of days", "los meses no tienen un número fijo de días",
     "os meses não têm um número fixo de dias", "les mois n'ont pas un nombre fixe de jours"},
    {"take the difference of two dates", "tome la diferencia de dos fechas", "use a diferença de duas datas",
     "prenez la différence de deux dates"}};
inline constexpr Entry steps_of_no_length{
    "B328",
    {"steps of no length never arrive", "pasos sin longitud nunca llegan", "passos sem comprimento nunca chegam",
     "des pas sans longueur n'arrivent jamais"},
    {"take a step of a day or more", "tome un paso de un día o más", "use um passo de um dia ou mais",
     "prenez un pas d'un jour ou plus"}};
inline constexpr Entry rounded_unit{
    "B328",
    {"what is rounded depends on the unit", "lo que se redondea depende de la unidad",
     "o que se arredonda depende da unidade", "ce qui est arrondi dépend de l'unité"},
    {"write `{word:amount}({1}, {2})` first", "escriba antes `{word:amount}({1}, {2})`",
     "escreva antes `{word:amount}({1}, {2})`", "écrivez d'abord `{word:amount}({1}, {2})`"}};

/// What stands in a function's brackets, by its row.
inline constexpr auto brackets_of_functions = []() consteval {
    std::array<Sentence, words::function_count> sentences;
    for (std::size_t i = 0; i < words::function_count; ++i) {
        const auto& [en, es, pt, fr] = words::function_table[i].brackets;
        sentences[i] = Sentence(en, es, pt, fr);
    }
    return sentences;
}();
inline constexpr Sentence function_usage{"write `{1}{2}`", "escriba `{1}{2}`", "escreva `{1}{2}`", "écrivez `{1}{2}`"};

// quantifiers and aggregates
inline constexpr Entry binder_needs_list{
    "B330",
    {"`{}` is {}, not a list", "`{}` es {}, no una lista", "`{}` é {}, não uma lista", "`{}` est {}, pas une liste"},
    {"after `{keyword:in}` stands a list, like `{keyword:plan}.agencies` or `{keyword:values of} Sector`",
     "después de `{keyword:in}` va una lista, como `{keyword:plan}.agencies` o `{keyword:values of} Sector`",
     "depois de `{keyword:in}` vai uma lista, como `{keyword:plan}.agencies` ou `{keyword:values of} Sector`",
     "après `{keyword:in}` se place une liste, comme `{keyword:plan}.agencies` ou `{keyword:values of} Sector`"}};
inline constexpr Entry no_aggregate{
    "B147",
    {"\"{}\" does not gather the items of a list", "\"{}\" no reúne los elementos de una lista",
     "\"{}\" não reúne os elementos de uma lista", "\"{}\" ne rassemble pas les éléments d'une liste"},
    {"these do: {2}", "estas sí: {2}", "estas sim: {2}", "celles-ci le font : {2}"}};
inline constexpr Entry count_with_body{
    "B328",
    {"`{word:count}` counts items, nothing stands after \":\"",
     "`{word:count}` cuenta elementos: después de \":\" no va nada",
     "`{word:count}` conta elementos: depois de \":\" não vai nada",
     "`{word:count}` compte des éléments : rien ne suit \":\""},
    {"write what to count after `{keyword:where}`", "escriba qué contar después de `{keyword:where}`",
     "escreva o que contar depois de `{keyword:where}`", "écrivez ce qui est à compter après `{keyword:where}`"}};
inline constexpr Entry how_many_needs_number{"B316",
                                             {"how many is a number, this is {}", "cuántos es un número, esto es {}",
                                              "quantos é um número, isto é {}", "combien est un nombre, ici c'est {}"}};
inline constexpr Entry every_without_body{
    "B332",
    {"`{keyword:every}` says nothing of its items", "`{keyword:every}` no dice nada de sus elementos",
     "`{keyword:every}` não diz nada dos seus elementos", "`{keyword:every}` ne dit rien de ses éléments"},
    {"write what holds for each of them after \":\"", "escriba después de \":\" qué se cumple para cada uno",
     "escreva depois de \":\" o que se cumpre para cada um", "écrivez après \":\" ce qui est vrai de chacun"}};
inline constexpr Entry quantifier_too_far{"B310",
                                          {"\"{}\" does not speak of {}: the quantifier reaches too far",
                                           "\"{}\" no habla de {}: el cuantificador llega demasiado lejos",
                                           "\"{}\" não fala de {}: o quantificador vai longe demais",
                                           "\"{}\" ne parle pas de {} : le quantificateur s'étend trop loin"},
                                          {"put the bracket before the `{keyword:or}`, or the `{keyword:and}`",
                                           "cierre el paréntesis antes del `{keyword:or}`, o del `{keyword:and}`",
                                           "feche o parêntese antes do `{keyword:or}`, ou do `{keyword:and}`",
                                           "fermez la parenthèse avant le `{keyword:or}`, ou le `{keyword:and}`"}};

}  // namespace brecha::messages::catalogue
