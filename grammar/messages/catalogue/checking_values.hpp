// What check() says of single values: literals, defaults, cells of tables.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_value{"B102",
                                {"\"{}\" is not a value of {}", "\"{}\" no es un valor de {}",
                                 "\"{}\" não é um valor de {}", "\"{}\" n'est pas une valeur de {}"},
                                {"{2} is: {3}", "{2} es: {3}", "{2} é: {3}", "{2} est : {3}"}};
inline constexpr Sentence near_value{"did you mean {}? {} is: {}", "¿quiso decir {}? {} es: {}",
                                     "quis dizer {}? {} é: {}", "vouliez-vous dire {} ? {} est : {}"};
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

}  // namespace brecha::messages::catalogue
