// What check() says of expressions: fields, conditions, lists, looking up by key.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// fields and values
inline constexpr Entry no_field{"B101",
                                {"{} has no field \"{}\"", "{} no tiene el campo \"{}\"", "{} não tem o campo \"{}\"",
                                 "{} n'a pas de champ \"{}\""},
                                {"{1} has: {3}", "{1} tiene: {3}", "{1} tem: {3}", "{1} a : {3}"}};
inline constexpr Entry no_column{"B101",
                                 {"the table {} has no column \"{}\"", "la tabla {} no tiene la columna \"{}\"",
                                  "a tabela {} não tem a coluna \"{}\"", "le tableau {} n'a pas de colonne \"{}\""},
                                 {"{1} has: {3}", "{1} tiene: {3}", "{1} tem: {3}", "{1} a : {3}"}};
inline constexpr Sentence near_field{"did you mean \"{}\"?", "¿quiso decir \"{}\"?", "quis dizer \"{}\"?",
                                     "vouliez-vous dire \"{}\" ?"};
inline constexpr Sentence near_field_of{
    "did you mean \"{}\"? {} also has: {}", "¿quiso decir \"{}\"? {} tiene además: {}",
    "quis dizer \"{}\"? {} tem também: {}", "vouliez-vous dire \"{}\" ? {} a aussi : {}"};
inline constexpr Sentence values_of_needs_enumeration{
    "`{keyword:values of}` needs the name of an `{keyword:enum}` of the vocabulary",
    "`{keyword:values of}` necesita el nombre de un `{keyword:enum}` del vocabulario",
    "`{keyword:values of}` precisa do nome de uma `{keyword:enum}` do vocabulário",
    "`{keyword:values of}` demande le nom d'une `{keyword:enum}` du vocabulaire"};

// one word, two meanings
inline constexpr Entry values_of_several{
    "B136",
    {"these are values of {}", "estos son valores de {}", "estes são valores de {}", "ce sont des valeurs de {}"},
    {"say which one, for the first of them: `{2}.{3}`", "diga cuál, en el primero: `{2}.{3}`",
     "diga qual, no primeiro: `{2}.{3}`", "dites laquelle, pour la première : `{2}.{3}`"}};

// judgements
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
inline constexpr Entry no_negative{
    "B316",
    {"{} has no negative", "{} no tiene negativo", "{} não tem negativo", "{} n'a pas de négatif"},
    {"\"-\" stands before numbers; for the opposite write `{keyword:not}`",
     "\"-\" va ante números; para lo contrario escriba `{keyword:not}`",
     "\"-\" vai antes de números; para o contrário escreva `{keyword:not}`",
     "\"-\" se met devant des nombres ; pour le contraire écrivez `{keyword:not}`"}};
inline constexpr Entry month_end_unstated{
    "B303",
    {"adding months can need rounding: 31 August + 6 months is 28 February or 1 March",
     "sumar meses puede exigir redondeo: 31 de agosto + 6 meses es 28 de febrero o 1 de marzo",
     "somar meses pode exigir arredondamento: 31 de agosto + 6 meses é 28 de fevereiro ou 1 de março",
     "ajouter des mois peut demander un arrondi : 31 août + 6 mois donne le 28 février ou le 1er mars"},
    {"add `{keyword:month_end} {keyword:last_day}` or `{keyword:month_end} {keyword:next_day}` at the top of the ruleset",
     "añada `{keyword:month_end} {keyword:last_day}` o `{keyword:month_end} {keyword:next_day}` al principio del reglamento",
     "acrescente `{keyword:month_end} {keyword:last_day}` ou `{keyword:month_end} {keyword:next_day}` no início do regulamento",
     "ajoutez `{keyword:month_end} {keyword:last_day}` ou `{keyword:month_end} {keyword:next_day}` en tête du recueil"}};
inline constexpr Entry due_misplaced{
    "B315",
    {"\"not yet due\" has no meaning here", "\"todavía no vencido\" no tiene sentido aquí",
     "\"ainda não é exigível\" não significa nada aqui", "\"pas encore dû\" n'a pas de sens ici"},
    {"make it the whole clause, the part after `{keyword:then}`, or the body of `{keyword:every}`",
     "hágalo la cláusula entera, lo que sigue a `{keyword:then}`, o el cuerpo de `{keyword:every}`",
     "faça dele a cláusula inteira, a parte depois de `{keyword:then}` ou o corpo de `{keyword:every}`",
     "faites-en la clause entière, la partie qui suit `{keyword:then}`, ou le corps de `{keyword:every}`"}};

// conditions, fields, lists
inline constexpr Entry no_condition{
    "B317",
    {"`{}` is {}, which neither holds nor fails", "`{}` es {}, que ni se cumple ni falla",
     "`{}` é {}, que nem se cumpre nem falha", "`{}` est {}, ce qui n'est ni vrai ni faux"},
    {"compare it with something, or write `{1} {keyword:is given}`",
     "compárelo con algo, o escriba `{1} {keyword:is given}`",
     "compare-o com algo, ou escreva `{1} {keyword:is given}`",
     "comparez-le à quelque chose, ou écrivez `{1} {keyword:is given}`"}};
inline constexpr Sentence count_or_given{"write `{word:count}({1}) >= 1` or `{1} {keyword:is given}`",
                                         "escriba `{word:count}({1}) >= 1` o `{1} {keyword:is given}`",
                                         "escreva `{word:count}({1}) >= 1` ou `{1} {keyword:is given}`",
                                         "écrivez `{word:count}({1}) >= 1` ou `{1} {keyword:is given}`"};
inline constexpr Sentence compare_or_given{"compare it, like `{1} = {2}`, or write `{1} {keyword:is given}`",
                                           "compárelo, como `{1} = {2}`, o escriba `{1} {keyword:is given}`",
                                           "compare-o, como `{1} = {2}`, ou escreva `{1} {keyword:is given}`",
                                           "comparez-le, comme `{1} = {2}`, ou écrivez `{1} {keyword:is given}`"};
inline constexpr Entry no_fields{
    "B101",
    {"{} has no field \"{}\"", "{} no tiene el campo \"{}\"", "{} não tem o campo \"{}\"",
     "{} n'a pas de champ \"{}\""},
    {"only items of a plan have fields", "solo los elementos de un plan tienen campos",
     "só os elementos de um plano têm campos", "seuls les éléments d'un plan ont des champs"}};
inline constexpr Sentence write_its_year{"for its year write `{word:year}(…)`", "para su año escriba `{word:year}(…)`",
                                         "para o seu ano escreva `{word:year}(…)`",
                                         "pour son année écrivez `{word:year}(…)`"};
inline constexpr Entry list_in_list{
    "B319",
    {"a list cannot be an element of a list", "una lista no puede ser elemento de una lista",
     "uma lista não pode ser elemento de uma lista", "une liste ne peut pas être un élément d'une liste"},
    {"join lists with \"+\"", "una las listas con \"+\"", "una as listas com \"+\"", "joignez les listes avec \"+\""}};
inline constexpr Entry other_elements{
    "B316",
    {"{} stands among others that are {}", "{} está entre otros que son {}", "{} está entre outros que são {}",
     "{} se trouve parmi d'autres valeurs, qui sont {}"},
    {"the elements of a list are of one kind", "los elementos de una lista son de una sola clase",
     "os elementos de uma lista são de um só tipo", "les éléments d'une liste sont d'un seul type"}};
inline constexpr Entry branches_differ{
    "B316",
    {"`{keyword:then}` gives {}, `{keyword:else}` gives {}", "`{keyword:then}` da {}, `{keyword:else}` da {}",
     "`{keyword:then}` dá {}, `{keyword:else}` dá {}", "`{keyword:then}` donne {}, `{keyword:else}` donne {}"},
    {"let both give the same kind of value", "haga que ambos den la misma clase de valor",
     "faça que os dois deem o mesmo tipo de valor", "faites que les deux donnent le même type de valeur"}};
inline constexpr Entry matches_needs_text{
    "B316",
    {"{} cannot be held against a pattern", "{} no se puede comparar con un patrón",
     "não é possível comparar {} com um padrão", "on ne peut pas confronter {} à un motif"},
    {"`{keyword:matches}` needs a text", "`{keyword:matches}` necesita un texto",
     "`{keyword:matches}` precisa de um texto", "`{keyword:matches}` demande un texte"}};

// looking up by key
inline constexpr Entry no_keys{"B331",
                               {"{} has no keys to look up", "{} no tiene claves que buscar",
                                "{} não tem chaves a procurar", "{} n'a pas de clés à chercher"},
                               {"only a table, or a list of items with a key, stands before \"[\"",
                                "ante \"[\" solo va una tabla o una lista de elementos con clave",
                                "antes de \"[\" só vai uma tabela ou uma lista de elementos com chave",
                                "devant \"[\" ne se place qu'un tableau, ou une liste d'éléments qui ont une clé"}};
inline constexpr Entry entity_without_key{
    "B331",
    {"{} has no key, so its items cannot be looked up", "{} no tiene clave: sus elementos no se pueden buscar",
     "{} não tem chave: os seus elementos não podem ser procurados",
     "{} n'a pas de clé : ses éléments ne peuvent pas être cherchés"},
    {"write `{keyword:some} x {keyword:in} … {keyword:where} …`, or give the entity a key",
     "escriba `{keyword:some} x {keyword:in} … {keyword:where} …`, o dé una clave a la entidad",
     "escreva `{keyword:some} x {keyword:in} … {keyword:where} …`, ou dê uma chave à entidade",
     "écrivez `{keyword:some} x {keyword:in} … {keyword:where} …`, ou donnez une clé à l'entité"}};
inline constexpr Entry wrong_key_count{
    "B331",
    {"{} is looked up by {}, here there {3|is|are} {3} {3|value|values}",
     "{} se busca por {}, aquí hay {3} {3|valor|valores}", "procura-se {} por {}, aqui há {3} {3|valor|valores}",
     "on cherche {} par {}, ici il y a {3} {3|valeur|valeurs}"},
    {"write `[{2}]`", "escriba `[{2}]`", "escreva `[{2}]`", "écrivez `[{2}]`"}};
inline constexpr Entry key_of_other_type{"B331",
                                         {"the key \"{}\" is {}, this is {}", "la clave \"{}\" es {}, esto es {}",
                                          "a chave \"{}\" é {}, isto é {}", "la clé \"{}\" est {}, ici c'est {}"}};
inline constexpr Sentence say_the_unit_like{"say the unit, like `{} {}`", "diga la unidad, como `{} {}`",
                                            "diga a unidade, como `{} {}`", "dites l'unité, comme `{} {}`"};

}  // namespace brecha::messages::catalogue
