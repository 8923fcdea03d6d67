// What check() says of calendars and of working days.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// what a calendar states
inline constexpr Entry calendar_twice{
    "B133",
    {"the calendar \"{}\" is declared twice", "el calendario \"{}\" está declarado dos veces",
     "o calendário \"{}\" está declarado duas vezes", "le calendrier \"{}\" est déclaré deux fois"},
    {"keep one; that of a ruleset below is stated anew with `{keyword:replace} {keyword:calendar} {1} { … }`",
     "deje uno solo; el de un reglamento inferior se define de nuevo con `{keyword:replace} {keyword:calendar} {1} { … }`",
     "deixe um só; o de um regulamento inferior define-se de novo com `{keyword:replace} {keyword:calendar} {1} { … }`",
     "gardez-en un ; celui d'un recueil inférieur se redéfinit par `{keyword:replace} {keyword:calendar} {1} { … }`"}};
inline constexpr Entry too_many_calendars{
    "B329",
    {"a ruleset has at most {} calendars", "un reglamento tiene a lo sumo {} calendarios",
     "um regulamento tem no máximo {} calendários", "un recueil a au plus {} calendriers"}};
inline constexpr Entry no_weekday{"B345",
                                  {"\"{}\" is no day of the week", "\"{}\" no es un día de la semana",
                                   "\"{}\" não é um dia da semana", "\"{}\" n'est pas un jour de la semaine"},
                                  {},
                                  {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Entry no_day_is_left{
    "B345",
    {"a weekend of seven days leaves no working day", "un fin de semana de siete días no deja ningún día hábil",
     "um fim de semana de sete dias não deixa nenhum dia útil",
     "une fin de semaine de sept jours ne laisse aucun jour ouvrable"},
    {"name the days on which nobody works", "nombre los días en que no se trabaja",
     "nomeie os dias em que não se trabalha", "nommez les jours où l'on ne travaille pas"}};
inline constexpr Entry calendar_ends_before{
    "B345",
    {"the calendar begins on {} and ends on {}", "el calendario empieza el {} y termina el {}",
     "o calendário começa em {} e termina em {}", "le calendrier commence le {} et finit le {}"},
    {"give it another last day; without a first day of its own it begins with the year of its first holiday",
     "dele otro último día; sin un primer día propio empieza con el año de su primer feriado",
     "dê-lhe outro último dia; sem um primeiro dia próprio começa com o ano do seu primeiro feriado",
     "donnez-lui un autre dernier jour ; sans premier jour à lui, il commence avec l'année de son premier jour férié"}};
inline constexpr Entry holiday_outside{"B345",
                                       {"the holiday {} lies outside the calendar, which goes from {} to {}",
                                        "el feriado {} queda fuera del calendario, que va del {} al {}",
                                        "o feriado {} fica fora do calendário, que vai de {} a {}",
                                        "le jour férié {} est hors du calendrier, qui va du {} au {}"},
                                       {"take it out, or give the calendar another first or last day",
                                        "quítelo, o dé al calendario otro primer o último día",
                                        "retire-o, ou dê ao calendário outro primeiro ou último dia",
                                        "retirez-le, ou donnez au calendrier un autre premier ou dernier jour"}};

// durations in working days
inline constexpr Entry no_calendar{
    "B346",
    {"no calendar says which days are working days", "ningún calendario dice cuáles son los días hábiles",
     "nenhum calendário diz quais são os dias úteis", "aucun calendrier ne dit quels jours sont ouvrables"},
    {"declare one: `{keyword:calendar} NAME { {keyword:weekend} {word:saturday}, {word:sunday} {keyword:holidays} { … } "
     "{keyword:until} 2030-12-31 }`",
     "declare uno: `{keyword:calendar} NOMBRE { {keyword:weekend} {word:saturday}, {word:sunday} {keyword:holidays} { … "
     "} {keyword:until} 2030-12-31 }`",
     "declare um: `{keyword:calendar} NOME { {keyword:weekend} {word:saturday}, {word:sunday} {keyword:holidays} { … } "
     "{keyword:until} 2030-12-31 }`",
     "déclarez-en un : `{keyword:calendar} NOM { {keyword:weekend} {word:saturday}, {word:sunday} {keyword:holidays} { … "
     "} {keyword:until} 2030-12-31 }`"}};
inline constexpr Entry which_calendar{
    "B346",
    {"there are several calendars: {}", "hay varios calendarios: {}", "há vários calendários: {}",
     "il y a plusieurs calendriers : {}"},
    {"name the one that counts: `{2} {keyword:in} {3}`", "nombre el que cuenta: `{2} {keyword:in} {3}`",
     "nomeie o que conta: `{2} {keyword:in} {3}`", "nommez celui qui compte : `{2} {keyword:in} {3}`"}};
inline constexpr Entry no_calendar_named{"B346",
                                         {"there is no calendar \"{}\"", "no hay ningún calendario \"{}\"",
                                          "não há nenhum calendário \"{}\"", "il n'y a pas de calendrier « {} »"}};
inline constexpr Entry calendar_of_other_days{
    "B346",
    {"only working days are counted in a calendar", "solo los días hábiles se cuentan en un calendario",
     "só os dias úteis se contam em um calendário", "seuls les jours ouvrables se comptent dans un calendrier"},
    {"take out `{keyword:in} {1}`, or write {keyword:working days}",
     "quite `{keyword:in} {1}`, o escriba {keyword:working days}",
     "retire `{keyword:in} {1}`, ou escreva {keyword:working days}",
     "retirez `{keyword:in} {1}`, ou écrivez {keyword:working days}"}};
inline constexpr Entry working_days_alone{
    "B309",
    {"working days go with working days alone", "los días hábiles solo van con días hábiles",
     "os dias úteis só vão com dias úteis", "les jours ouvrables ne vont qu'avec des jours ouvrables"},
    {"how many days they are depends on the date: add both to a date",
     "cuántos días son depende de la fecha: sume ambos a una fecha",
     "quantos dias são depende da data: some os dois a uma data",
     "combien de jours cela fait dépend de la date : ajoutez les deux à une date"}};
inline constexpr Entry working_days_on_moment{
    "B323",
    {"working days cannot be added to a moment", "a un momento no se le pueden sumar días hábiles",
     "não se somam dias úteis a um momento", "on ne peut pas ajouter des jours ouvrables à un instant"},
    {"take its date: `{word:date}(…)`", "tome su fecha: `{word:date}(…)`", "use a sua data: `{word:date}(…)`",
     "prenez sa date : `{word:date}(…)`"}};

// tailoring
inline constexpr Entry no_calendar_to_replace{"B503",
                                              {"no ruleset that this one extends has a calendar \"{}\"",
                                               "ningún reglamento que este extiende tiene un calendario \"{}\"",
                                               "nenhum regulamento que este estende tem um calendário \"{}\"",
                                               "aucun recueil que celui-ci étend n'a de calendrier « {} »"}};
inline constexpr Entry replaced_by_nothing{
    "B503",
    {"`{keyword:replace} {keyword:calendar} {}` states no days",
     "`{keyword:replace} {keyword:calendar} {}` no define días",
     "`{keyword:replace} {keyword:calendar} {}` não define dias",
     "`{keyword:replace} {keyword:calendar} {}` n'énonce aucun jour"},
    {"write its weekend, its holidays and its last day", "escriba su fin de semana, sus feriados y su último día",
     "escreva o seu fim de semana, os seus feriados e o seu último dia",
     "écrivez sa fin de semaine, ses jours fériés et son dernier jour"}};

}  // namespace brecha::messages::catalogue
