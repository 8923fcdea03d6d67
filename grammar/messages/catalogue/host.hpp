// What a host, a command line or Python is told when it asks for what there is not: a ruleset, a language, a date.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_language{"B110",
                                   {"\"{}\" is none of the languages", "\"{}\" no es ninguno de los idiomas",
                                    "\"{}\" não é nenhum dos idiomas", "« {} » n'est aucune des langues"},
                                   {"write {2}", "escriba {2}", "escreva {2}", "écrivez {2}"}};
inline constexpr Entry no_ruleset_in{"B134",
                                     {"there is no ruleset in \"{}\"", "no hay ningún reglamento en \"{}\"",
                                      "não há nenhum regulamento em \"{}\"", "il n'y a pas de recueil dans « {} »"},
                                     {"name what holds a `{keyword:ruleset} NAME VERSION { … }`",
                                      "indique lo que contiene un `{keyword:ruleset} NOMBRE VERSIÓN { … }`",
                                      "indique o que contém um `{keyword:ruleset} NOME VERSÃO { … }`",
                                      "indiquez ce qui contient un `{keyword:ruleset} NOM VERSION { … }`"}};
inline constexpr Entry no_date{
    "B513",
    {"no date of assessment is given", "no se indica ninguna fecha de evaluación",
     "não se indica nenhuma data de avaliação", "aucune date d'évaluation n'est donnée"},
    {"give the day as of which the plan is assessed", "indique el día para el que se evalúa el plan",
     "indique o dia para o qual o plano é avaliado", "indiquez le jour pour lequel le plan est évalué"}};
inline constexpr Entry no_such_date{
    "B513",
    {"there is no date {}", "no existe la fecha {}", "não existe a data {}", "la date {} n'existe pas"},
    {"give the date of assessment as year, month and day", "indique la fecha de evaluación como año, mes y día",
     "indique a data de avaliação como ano, mês e dia", "indiquez la date d'évaluation par année, mois et jour"}};
inline constexpr Entry no_such_facts_since{
    "B513",
    {"there is no date {}", "no existe la fecha {}", "não existe a data {}", "la date {} n'existe pas"},
    {"give the day since when facts count as year, month and day",
     "indique el día desde el que valen los hechos como año, mes y día",
     "indique o dia desde o qual os fatos valem como ano, mês e dia",
     "indiquez le jour depuis lequel les faits valent par année, mois et jour"}};
inline constexpr Entry read_for_another{
    "B952",
    {"the plan {} was read for another load of {}", "el plan {} se leyó para otra carga de {}",
     "o plano {} foi lido para outro carregamento de {}", "le plan {} a été lu pour un autre chargement de {}"},
    {"read it again with the ruleset it is assessed by", "léalo de nuevo con el reglamento que lo evalúa",
     "leia-o de novo com o regulamento que o avalia", "relisez-le avec le recueil qui l'évalue"}};

}  // namespace brecha::messages::catalogue
