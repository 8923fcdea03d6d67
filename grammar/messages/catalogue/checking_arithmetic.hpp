// What check() says of sums, products, dates and durations.
#pragma once

#include "messages/catalogue/checking_types.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry units_subtracted{"B301",
                                        {"{} cannot be taken from {}", "{} no se puede restar de {}",
                                         "não é possível subtrair {} de {}", "on ne peut pas soustraire {} à {}"},
                                        one_unit};
inline constexpr Entry units_added{"B301",
                                   {"{} cannot be added to {}", "{} no se puede sumar a {}",
                                    "não é possível somar {} a {}", "on ne peut pas ajouter {} à {}"},
                                   one_unit};

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
inline constexpr Entry no_first_day{
    "B323",
    {"a moment is no day that can be counted", "un momento no es un día que se pueda contar",
     "um momento não é um dia que se possa contar", "un instant n'est pas un jour que l'on puisse compter"},
    {"take its date: `{word:date}(…)`", "tome su fecha: `{word:date}(…)`", "use a sua data: `{word:date}(…)`",
     "prenez sa date : `{word:date}(…)`"}};
inline constexpr Entry first_day_of_what{
    "B309",
    {"whether these are days, months or working days only the plan says",
     "solo el plan dice si son días, meses o días hábiles", "só o plano diz se são dias, meses ou dias úteis",
     "seul le plan dit si ce sont des jours, des mois ou des jours ouvrables"},
    {"write the duration here, or count from the day before with `{keyword:within} … {keyword:after}`",
     "escriba la duración aquí, o cuente desde el día anterior con `{keyword:within} … {keyword:after}`",
     "escreva a duração aqui, ou conte desde o dia anterior com `{keyword:within} … {keyword:after}`",
     "écrivez la durée ici, ou comptez depuis la veille avec `{keyword:within} … {keyword:after}`"}};
inline constexpr Entry apart_needs_dates{
    "B330",
    {"`{keyword:at most} … {keyword:apart}` needs a list of dates, this is {}",
     "`{keyword:at most} … {keyword:apart}` necesita una lista de fechas, esto es {}",
     "`{keyword:at most} … {keyword:apart}` precisa de uma lista de datas, isto é {}",
     "`{keyword:at most} … {keyword:apart}` demande une liste de dates, ici c'est {}"},
    {"write `{word:list}(x {keyword:in} … : x.some_date)`", "escriba `{word:list}(x {keyword:in} … : x.una_fecha)`",
     "escreva `{word:list}(x {keyword:in} … : x.uma_data)`", "écrivez `{word:list}(x {keyword:in} … : x.une_date)`"}};

}  // namespace brecha::messages::catalogue
