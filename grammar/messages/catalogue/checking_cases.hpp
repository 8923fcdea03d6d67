// What check() says of tests.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

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

}  // namespace brecha::messages::catalogue
