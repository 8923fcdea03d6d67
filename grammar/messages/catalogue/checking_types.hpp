// What check() says of types, units and values: kinds that do not go together, and what an operator or function needs.
#pragma once

#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// types in words
inline constexpr Sentence nothing{"nothing", "nada", "nada", "rien"};
inline constexpr Sentence a_text_type{"a text", "un texto", "um texto", "un texte"};
inline constexpr Sentence a_yes_or_no{"a yes or no", "un sí o no", "um sim ou não", "un oui ou non"};
inline constexpr Sentence a_number{"a number", "un número", "um número", "un nombre"};
inline constexpr Sentence a_number_without_unit{"a number without unit", "un número sin unidad",
                                                "um número sem unidade", "un nombre sans unité"};
inline constexpr Sentence a_percentage{"a percentage", "un porcentaje", "uma percentagem", "un pourcentage"};
inline constexpr Sentence a_date{"a date", "una fecha", "uma data", "une date"};
inline constexpr Sentence a_moment{"a moment", "un momento", "um momento", "un instant"};
inline constexpr Sentence a_duration{"a duration", "una duración", "uma duração", "une durée"};
inline constexpr Sentence any_value{"a value", "un valor", "um valor", "une valeur"};
inline constexpr Sentence a_list{"a list", "una lista", "uma lista", "une liste"};
inline constexpr Sentence a_list_of{"a list of {}", "una lista de {}", "uma lista de {}", "une liste de {}"};
inline constexpr Sentence a_list_of_dates{"a list of dates", "una lista de fechas", "uma lista de datas",
                                          "une liste de dates"};
inline constexpr Sentence a_value_of{"a {}", "un valor de {}", "um valor de {}", "une valeur de {}"};
inline constexpr Sentence a_value_of_vowel{"an {}", "un valor de {}", "um valor de {}", "une valeur de {}"};
inline constexpr Sentence an_item{"a {}", "un elemento {}", "um elemento {}", "un élément {}"};
inline constexpr Sentence an_item_vowel{"an {}", "un elemento {}", "um elemento {}", "un élément {}"};
inline constexpr Sentence some_numbers{"numbers", "números", "números", "des nombres"};
inline constexpr Sentence some_numbers_dates_durations{"numbers, dates or durations", "números, fechas o duraciones",
                                                       "números, datas ou durações",
                                                       "des nombres, des dates ou des durées"};

// ways out that many share
inline constexpr Sentence write_with_unit{"write `{} {}`", "escriba `{} {}`", "escreva `{} {}`", "écrivez `{} {}`"};
inline constexpr Sentence compare_these{"write `{} {} {}`", "escriba `{} {} {}`", "escreva `{} {} {}`",
                                        "écrivez `{} {} {}`"};
inline constexpr Sentence say_the_unit{"say the unit: `{} {}`", "diga la unidad: `{} {}`", "diga a unidade: `{} {}`",
                                       "dites l'unité : `{} {}`"};
inline constexpr Sentence one_unit{"bring both to one unit", "lleve ambos a una misma unidad",
                                   "leve os dois à mesma unidade", "ramenez les deux à une même unité"};
inline constexpr Sentence write_a_date{
    "write year, month, day, like 2025-07-01", "escriba año, mes, día, como 2025-07-01",
    "escreva ano, mês, dia, como 2025-07-01", "écrivez année, mois, jour, comme 2025-07-01"};

inline constexpr Sentence say_time_unit{
    "say the unit, like `{} {keyword:days}`", "diga la unidad, como `{} {keyword:days}`",
    "diga a unidade, como `{} {keyword:days}`", "dites l'unité, comme `{} {keyword:days}`"};
inline constexpr Sentence month_has_days{"{} has {} days", "{} tiene {} días", "{} tem {} dias", "{} a {} jours"};

// numbers, days, durations that cannot be
inline constexpr Entry no_number{
    "B327",
    {"\"{}\" is no number that can be held", "\"{}\" no es un número que se pueda guardar",
     "\"{}\" não é um número que se possa guardar", "\"{}\" n'est pas un nombre qui puisse être retenu"},
    {"numbers have at most nine decimals", "los números tienen como mucho nueve decimales",
     "os números têm no máximo nove decimais", "les nombres ont neuf décimales au plus"}};
inline constexpr Entry too_large{
    "B327",
    {"\"{}\" is too large", "\"{}\" es demasiado grande", "\"{}\" é grande demais", "\"{}\" est trop grand"},
    {"take a larger unit", "tome una unidad mayor", "use uma unidade maior", "prenez une unité plus grande"}};
inline constexpr Entry no_percentage{
    "B327",
    {"\"{}\" is no percentage", "\"{}\" no es un porcentaje", "\"{}\" não é uma percentagem",
     "\"{}\" n'est pas un pourcentage"},
    {"write it like 30%", "escríbalo como 30%", "escreva-a como 30%", "écrivez-le comme 30%"}};
inline constexpr Entry no_day{
    "B327",
    {"there is no day {}", "no existe el día {}", "não existe o dia {}", "le jour {} n'existe pas"},
    write_a_date};
inline constexpr Entry no_moment{
    "B327",
    {"there is no moment {}", "no existe el momento {}", "não existe o momento {}", "l'instant {} n'existe pas"},
    {"write it like 2025-07-01T08:30-06:00", "escríbalo como 2025-07-01T08:30-06:00",
     "escreva-o como 2025-07-01T08:30-06:00", "écrivez-le comme 2025-07-01T08:30-06:00"}};
inline constexpr Entry no_duration{
    "B327",
    {"\"{}\" is no duration", "\"{}\" no es una duración", "\"{}\" não é uma duração", "\"{}\" n'est pas une durée"},
    {"take whole numbers and a smaller unit, like 150 {keyword:minutes}",
     "tome números enteros y una unidad menor, como 150 {keyword:minutes}",
     "use números inteiros e uma unidade menor, como 150 {keyword:minutes}",
     "prenez des nombres entiers et une unité plus petite, comme 150 {keyword:minutes}"}};
inline constexpr Entry no_working_days{
    "B901",
    {"working days are not counted by this version", "esta versión no cuenta días hábiles",
     "esta versão não conta dias úteis", "cette version ne compte pas les jours ouvrables"},
    {"write days, or keep it in a file of its own", "escriba días, o guárdelo en un archivo propio",
     "escreva dias, ou guarde-o em um arquivo próprio", "écrivez des jours, ou gardez cela dans un fichier à part"}};

// what a default, a cell and a key hold
inline constexpr Entry not_of_type{"B142",
                                   {"\"{}\" is not {}", "\"{}\" no es {}", "\"{}\" não é {}", "\"{}\" n'est pas {}"},
                                   {},
                                   {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Sentence in_quotes{"put it in quotes", "póngalo entre comillas", "ponha-o entre aspas",
                                    "mettez-le entre guillemets"};
inline constexpr Sentence write_yes_or_no{"write {keyword:yes} or {keyword:no}", "escriba {keyword:yes} o {keyword:no}",
                                          "escreva {keyword:yes} ou {keyword:no}",
                                          "écrivez {keyword:yes} ou {keyword:no}"};
inline constexpr Sentence write_whole_number{"write a whole number", "escriba un número entero",
                                             "escreva um número inteiro", "écrivez un nombre entier"};
inline constexpr Sentence write_percent_sign{"write it with its sign, like 30%", "escríbalo con su signo, como 30%",
                                             "escreva-o com o seu sinal, como 30%",
                                             "écrivez-le avec son signe, comme 30%"};
inline constexpr Sentence write_like_a_date{"write it like 2025-07-01", "escríbala como 2025-07-01",
                                            "escreva-a como 2025-07-01", "écrivez-la comme 2025-07-01"};
inline constexpr Sentence write_like_a_moment{
    "write it like 2025-07-01T08:30-06:00", "escríbalo como 2025-07-01T08:30-06:00",
    "escreva-o como 2025-07-01T08:30-06:00", "écrivez-le comme 2025-07-01T08:30-06:00"};
inline constexpr Sentence write_like_a_duration{"write it like 2 {keyword:weeks}", "escríbala como 2 {keyword:weeks}",
                                                "escreva-a como 2 {keyword:weeks}",
                                                "écrivez-la comme 2 {keyword:weeks}"};
inline constexpr Entry default_of_many{
    "B142",
    {"only a single value can have a default, this is {}", "solo un valor puede tener un valor por defecto, esto es {}",
     "só um valor simples pode ter um valor por omissão, isto é {}",
     "seule une valeur simple peut avoir une valeur par défaut, ici c'est {}"},
    {"take out the default", "quite el valor por defecto", "retire o valor por omissão",
     "retirez la valeur par défaut"}};
inline constexpr Entry value_of_other_type{
    "B328", {"{} is {}, this is {}", "{} es {}, esto es {}", "{} é {}, isto é {}", "{} est {}, ici c'est {}"}};

// units
inline constexpr Entry no_unit{
    "B132",
    {"there is no unit \"{}\"", "no hay ninguna unidad \"{}\"", "não há nenhuma unidade \"{}\"",
     "il n'y a pas d'unité \"{}\""},
    {"declare it in the vocabulary: `{keyword:unit} {1}`", "declárela en el vocabulario: `{keyword:unit} {1}`",
     "declare-a no vocabulário: `{keyword:unit} {1}`", "déclarez-la dans le vocabulaire : `{keyword:unit} {1}`"}};
inline constexpr Entry units_compared{"B301",
                                      {"{} cannot be compared with {}", "{} no se puede comparar con {}",
                                       "não é possível comparar {} com {}", "on ne peut pas comparer {} à {}"},
                                      one_unit};
inline constexpr Sentence amount_alone{
    "write `{word:amount}({}, {})` for the number alone", "escriba `{word:amount}({}, {})` para el número solo",
    "escreva `{word:amount}({}, {})` para o número sozinho", "écrivez `{word:amount}({}, {})` pour le nombre seul"};
inline constexpr Sentence quotient_meant{"did you mean `{} / {}.{} {} {}`?", "¿quiso decir `{} / {}.{} {} {}`?",
                                         "quis dizer `{} / {}.{} {} {}`?", "vouliez-vous dire `{} / {}.{} {} {}` ?"};
inline constexpr Entry units_subtracted{"B301",
                                        {"{} cannot be taken from {}", "{} no se puede restar de {}",
                                         "não é possível subtrair {} de {}", "on ne peut pas soustraire {} à {}"},
                                        one_unit};
inline constexpr Entry units_added{"B301",
                                   {"{} cannot be added to {}", "{} no se puede sumar a {}",
                                    "não é possível somar {} a {}", "on ne peut pas ajouter {} à {}"},
                                   one_unit};
inline constexpr Entry counted_in{"B301",
                                  {"{} cannot be counted in {}", "{} no se puede contar en {}",
                                   "não é possível contar {} em {}", "on ne peut pas compter {} en {}"}};

// comparisons
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

// sums, products, values that stand in for others
inline constexpr Entry stand_in{"B316",
                                {"{} cannot stand in for {}", "{} no puede sustituir a {}", "{} não pode substituir {}",
                                 "on ne peut pas mettre {} à la place de {}"},
                                {"let both be of one kind", "haga que ambos sean de una clase",
                                 "faça que os dois sejam do mesmo tipo", "faites que les deux soient du même type"}};
inline constexpr Entry long_sum{"B329",
                                {"a sum of {} parts is too long", "una suma de {} partes es demasiado larga",
                                 "uma soma de {} partes é longa demais", "une somme de {} parties est trop longue"},
                                {"split it with `{keyword:let}`", "divídala con `{keyword:let}`",
                                 "divida-a com `{keyword:let}`", "partagez-la avec `{keyword:let}`"}};
inline constexpr Entry long_product{
    "B329",
    {"a product of {} parts is too long", "un producto de {} partes es demasiado largo",
     "um produto de {} partes é longo demais", "un produit de {} parties est trop long"},
    {"split it with `{keyword:let}`", "divídalo con `{keyword:let}`", "divida-o com `{keyword:let}`",
     "partagez-le avec `{keyword:let}`"}};
inline constexpr Entry days_and_months_added{
    "B309",
    {"days and months cannot be added up", "no se pueden sumar días y meses", "não é possível somar dias e meses",
     "on ne peut pas additionner des jours et des mois"},
    {"add them to a date, one after the other", "súmelos a una fecha, uno tras otro",
     "some-os a uma data, um após o outro", "ajoutez-les à une date, l'un après l'autre"}};
inline constexpr Entry days_by_months{
    "B309",
    {"days cannot be divided by months", "los días no se pueden dividir entre meses",
     "não é possível dividir dias por meses", "on ne peut pas diviser des jours par des mois"},
    {"take both in days, or both in months", "tome ambos en días, o ambos en meses",
     "use os dois em dias, ou os dois em meses", "prenez les deux en jours, ou les deux en mois"}};
inline constexpr Entry duration_not_number{
    "B316",
    {"{} takes a duration, not a number", "{} admite una duración, no un número",
     "{} admite uma duração, não um número", "{} prend une durée, pas un nombre"},
    {"write `{2} {keyword:days}`", "escriba `{2} {keyword:days}`", "escreva `{2} {keyword:days}`",
     "écrivez `{2} {keyword:days}`"}};
inline constexpr Entry subtracted{"B316",
                                  {"{} cannot be taken from {}", "{} no se puede restar de {}",
                                   "não é possível subtrair {} de {}", "on ne peut pas soustraire {} à {}"}};
inline constexpr Entry added{"B316",
                             {"{} cannot be added to {}", "{} no se puede sumar a {}", "não é possível somar {} a {}",
                              "on ne peut pas ajouter {} à {}"}};
inline constexpr Sentence single_in_braces{"put the single one in braces", "ponga el valor suelto entre llaves",
                                           "ponha o valor solto entre chaves",
                                           "mettez la valeur seule entre accolades"};
inline constexpr Sentence percent_of_number{
    "a percentage of a number is written `30% * n`", "un porcentaje de un número se escribe `30% * n`",
    "uma percentagem de um número escreve-se `30% * n`", "un pourcentage d'un nombre s'écrit `30% * n`"};
inline constexpr Sentence texts_not_joined{"texts are not put together by rules; write both into the message",
                                           "las reglas no unen textos; escriba ambos en el mensaje",
                                           "as regras não juntam textos; escreva os dois na mensagem",
                                           "les règles n'assemblent pas de textes ; écrivez les deux dans le message"};
inline constexpr Entry divided{"B316",
                               {"{} cannot be divided by {}", "{} no se puede dividir entre {}",
                                "não é possível dividir {} por {}", "on ne peut pas diviser {} par {}"}};
inline constexpr Entry multiplied{"B316",
                                  {"{} cannot be multiplied by {}", "{} no se puede multiplicar por {}",
                                   "não é possível multiplicar {} por {}", "on ne peut pas multiplier {} par {}"}};
inline constexpr Sentence half_of_it{"multiply: half of it is `* 0.5`", "multiplique: la mitad es `* 0.5`",
                                     "multiplique: a metade é `* 0.5`", "multipliez : la moitié est `* 0.5`"};
inline constexpr Sentence sum_or_count{
    "sum it up first, or take its `{word:count}`", "súmela antes, o tome su `{word:count}`",
    "some-a antes, ou use a sua `{word:count}`", "additionnez-la d'abord, ou prenez son `{word:count}`"};
inline constexpr Entry no_negative{
    "B316",
    {"{} has no negative", "{} no tiene negativo", "{} não tem negativo", "{} n'a pas de négatif"},
    {"\"-\" stands before numbers; for the opposite write `{keyword:not}`",
     "\"-\" va ante números; para lo contrario escriba `{keyword:not}`",
     "\"-\" vai antes de números; para o contrário escreva `{keyword:not}`",
     "\"-\" se met devant des nombres ; pour le contraire écrivez `{keyword:not}`"}};

// dates and durations
inline constexpr Entry duration_needed{"B316",
                                       {"a duration stands here, this is {}", "aquí va una duración, esto es {}",
                                        "aqui vai uma duração, isto é {}", "une durée se place ici, or c'est {}"},
                                       {"write it like 6 {keyword:months}", "escríbala como 6 {keyword:months}",
                                        "escreva-a como 6 {keyword:months}", "écrivez-la comme 6 {keyword:months}"}};
inline constexpr Entry date_needed{
    "B316",
    {"a date or moment stands here, this is {}", "aquí va una fecha o un momento, esto es {}",
     "aqui vai uma data ou um momento, isto é {}", "une date ou un instant se place ici, or c'est {}"}};
inline constexpr Entry hours_on_date{
    "B323",
    {"a date has no time of day, so hours and minutes cannot be added to it",
     "una fecha no tiene hora: no se le pueden sumar horas ni minutos",
     "uma data não tem hora: não se somam horas nem minutos a ela",
     "une date n'a pas d'heure : on ne peut pas y ajouter des heures ni des minutes"},
    {"take days, or a field of type `{keyword:moment}`", "tome días, o un campo de tipo `{keyword:moment}`",
     "use dias, ou um campo do tipo `{keyword:moment}`", "prenez des jours, ou un champ de type `{keyword:moment}`"}};
inline constexpr Entry months_on_moment{
    "B323",
    {"months cannot be added to a moment", "a un momento no se le pueden sumar meses",
     "não se somam meses a um momento", "on ne peut pas ajouter des mois à un instant"},
    {"take its date: `{word:date}(…)`", "tome su fecha: `{word:date}(…)`", "use a sua data: `{word:date}(…)`",
     "prenez sa date : `{word:date}(…)`"}};
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
inline constexpr Entry apart_needs_dates{
    "B330",
    {"`{keyword:at most} … {keyword:apart}` needs a list of dates, this is {}",
     "`{keyword:at most} … {keyword:apart}` necesita una lista de fechas, esto es {}",
     "`{keyword:at most} … {keyword:apart}` precisa de uma lista de datas, isto é {}",
     "`{keyword:at most} … {keyword:apart}` demande une liste de dates, ici c'est {}"},
    {"write `{word:list}(x {keyword:in} … : x.some_date)`", "escriba `{word:list}(x {keyword:in} … : x.una_fecha)`",
     "escreva `{word:list}(x {keyword:in} … : x.uma_data)`", "écrivez `{word:list}(x {keyword:in} … : x.une_date)`"}};
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
inline constexpr Entry too_long{"B329",
                                {"this is too long to stand here", "esto es demasiado largo para estar aquí",
                                 "isto é longo demais para estar aqui", "ceci est trop long pour être ici"},
                                {"name a part of it with `{keyword:let}` or `{keyword:define}`",
                                 "nombre una parte con `{keyword:let}` o `{keyword:define}`",
                                 "dê nome a uma parte com `{keyword:let}` ou `{keyword:define}`",
                                 "donnez un nom à une partie avec `{keyword:let}` ou `{keyword:define}`"}};
inline constexpr Sentence without_let{"write it without `{keyword:let}`", "escríbalo sin `{keyword:let}`",
                                      "escreva-o sem `{keyword:let}`", "écrivez-le sans `{keyword:let}`"};

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

// what a function is written like: {1} is its name
inline constexpr Sentence usage_of_list{
    "write `{1}(x {keyword:in} … {keyword:where} …)`", "escriba `{1}(x {keyword:in} … {keyword:where} …)`",
    "escreva `{1}(x {keyword:in} … {keyword:where} …)`", "écrivez `{1}(x {keyword:in} … {keyword:where} …)`"};
inline constexpr Sentence usage_of_two{"write `{1}(a, b)`", "escriba `{1}(a, b)`", "escreva `{1}(a, b)`",
                                       "écrivez `{1}(a, b)`"};
inline constexpr Sentence usage_of_share{"write `{1}(part, whole)`", "escriba `{1}(parte, total)`",
                                         "escreva `{1}(parte, total)`", "écrivez `{1}(partie, total)`"};
inline constexpr Sentence usage_of_longest_gap{
    "write `{1}({word:list}(x {keyword:in} … : …))`", "escriba `{1}({word:list}(x {keyword:in} … : …))`",
    "escreva `{1}({word:list}(x {keyword:in} … : …))`", "écrivez `{1}({word:list}(x {keyword:in} … : …))`"};
inline constexpr Sentence usage_of_missing{"write `{1}(list, {a, b})`", "escriba `{1}(lista, {a, b})`",
                                           "escreva `{1}(lista, {a, b})`", "écrivez `{1}(liste, {a, b})`"};
inline constexpr Sentence usage_of_date{"write `{1}(date)`", "escriba `{1}(fecha)`", "escreva `{1}(data)`",
                                        "écrivez `{1}(date)`"};
inline constexpr Sentence usage_of_difference{"write `{1}(b - a)`", "escriba `{1}(b - a)`", "escreva `{1}(b - a)`",
                                              "écrivez `{1}(b - a)`"};
inline constexpr Sentence usage_of_moment{"write `{1}(moment)`", "escriba `{1}(momento)`", "escreva `{1}(momento)`",
                                          "écrivez `{1}(instant)`"};
inline constexpr Sentence usage_of_dates{"write `{1}(start, step, end)`", "escriba `{1}(inicio, paso, fin)`",
                                         "escreva `{1}(início, passo, fim)`", "écrivez `{1}(début, pas, fin)`"};
inline constexpr Sentence usage_of_number{"write `{1}(number)`", "escriba `{1}(número)`", "escreva `{1}(número)`",
                                          "écrivez `{1}(nombre)`"};
inline constexpr Sentence usage_of_amount{"write `{1}(x, unit)`", "escriba `{1}(x, unidad)`",
                                          "escreva `{1}(x, unidade)`", "écrivez `{1}(x, unité)`"};

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
