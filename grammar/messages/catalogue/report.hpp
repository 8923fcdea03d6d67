// What a report says of itself: questions that no vocabulary asks, what stands for a text that no rule gives, what
// `brecha test` tells.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// questions: {1} is the field's label, {2} the items asked of
inline constexpr Sentence value_of_plan{"What is the {}?", "¿Cuál es el dato «{}»?", "Qual é o dado «{}»?",
                                        "Quelle est la donnée « {} » ?"};
inline constexpr Sentence value_of_items{"What is the {} of {}?", "¿Cuál es el dato «{}» de {}?",
                                         "Qual é o dado «{}» de {}?", "Quelle est la donnée « {} » pour {} ?"};
inline constexpr Sentence yes_no_of_plan{"Does this hold: {}?", "¿Se cumple «{}»?", "Cumpre-se «{}»?",
                                         "Est-ce le cas : {} ?"};
inline constexpr Sentence yes_no_of_items{"Does this hold for {2}: {1}?", "¿Se cumple «{1}» para {2}?",
                                          "Cumpre-se «{1}» para {2}?", "Est-ce le cas pour {2} : {1} ?"};
inline constexpr Sentence list_of_plan{"Which are the {}?", "¿Cuáles son: {}?", "Quais são: {}?",
                                       "Quels éléments compte « {} » ?"};
inline constexpr Sentence list_of_items{"Which are the {1} of {2}?", "¿Cuáles son, para {2}: {1}?",
                                        "Quais são, para {2}: {1}?", "Quels éléments compte « {1} » pour {2} ?"};
inline constexpr Sentence complete_asked{"Is this list complete? {}", "¿Está completa esta lista? {}",
                                         "Esta lista está completa? {}", "Cette liste est-elle complète ? {}"};
inline constexpr Sentence complete_of_plan{"Is this list complete: {}?", "¿Está completa esta lista: {}?",
                                           "Esta lista está completa: {}?", "Cette liste est-elle complète : {} ?"};
inline constexpr Sentence complete_of_items{"Is this list complete: {} of {}?", "¿Está completa esta lista: {} de {}?",
                                            "Esta lista está completa: {} de {}?",
                                            "Cette liste est-elle complète : {} pour {} ?"};
inline constexpr Sentence kept_asked{
    "Since when is this list complete? {}", "¿Desde cuándo está completa esta lista? {}",
    "Desde quando esta lista está completa? {}", "Depuis quand cette liste est-elle complète ? {}"};
inline constexpr Sentence kept_of_plan{
    "Since when is this list complete: {}?", "¿Desde cuándo está completa esta lista: {}?",
    "Desde quando esta lista está completa: {}?", "Depuis quand cette liste est-elle complète : {} ?"};
inline constexpr Sentence kept_of_items{
    "Since when is this list complete: {} of {}?", "¿Desde cuándo está completa esta lista: {} de {}?",
    "Desde quando esta lista está completa: {} de {}?", "Depuis quand cette liste est-elle complète : {} pour {} ?"};
inline constexpr Sentence rest_asked{"What is missing from this list? {}", "¿Qué falta en esta lista? {}",
                                     "O que falta nesta lista? {}", "Que manque-t-il dans cette liste ? {}"};
inline constexpr Sentence rest_of_plan{"What is missing from this list: {}?", "¿Qué falta en esta lista: {}?",
                                       "O que falta nesta lista: {}?", "Que manque-t-il dans cette liste : {} ?"};
inline constexpr Sentence rest_of_items{"What is missing from this list: {} of {}?",
                                        "¿Qué falta en esta lista: {} de {}?", "O que falta nesta lista: {} de {}?",
                                        "Que manque-t-il dans cette liste : {} pour {} ?"};
// some of a list: {1} is the question for the list, {2} what they are, by one word or by what is asked of each
inline constexpr Sentence among_named{"{} In particular, is “{}” among them?", "{} En particular, ¿figura «{}»?",
                                      "{} Em particular, consta «{}»?", "{} En particulier, y trouve-t-on « {} » ?"};
inline constexpr Sentence among_several{"{} In particular, are these among them: {}?",
                                        "{} En particular, ¿figuran: {}?", "{} Em particular, constam: {}?",
                                        "{} En particulier, y trouve-t-on : {} ?"};
inline constexpr Sentence among_described{"{} In particular, is there one of which this holds: {}?",
                                          "{} En particular, ¿hay alguno del que se cumpla lo siguiente: {}?",
                                          "{} Em particular, há algum do qual se verifique o seguinte: {}?",
                                          "{} En particulier, y en a-t-il auxquels ceci s'applique : {} ?"};
inline constexpr Sentence further_named{
    "{} Is this list complete as far as “{}” is concerned?", "{} ¿Está completa esta lista en cuanto a «{}»?",
    "{} Esta lista está completa quanto a «{}»?", "{} Cette liste est-elle complète pour « {} » ?"};
inline constexpr Sentence further_several{"{} Is this list complete as far as these are concerned: {}?",
                                          "{} ¿Está completa esta lista en cuanto a lo siguiente: {}?",
                                          "{} Esta lista está completa quanto ao seguinte: {}?",
                                          "{} Cette liste est-elle complète pour ce qui suit : {} ?"};
inline constexpr Sentence further_described{
    "{} Is this list complete as far as those are concerned of which this holds: {}?",
    "{} ¿Está completa esta lista en cuanto a aquellos de los que se cumple lo siguiente: {}?",
    "{} Esta lista está completa quanto àqueles dos quais se verifica o seguinte: {}?",
    "{} Cette liste est-elle complète pour ceux auxquels ceci s'applique : {} ?"};
inline constexpr Sentence asked_and_answered{"the answer to “{}” is “{}”", "la respuesta a «{}» es «{}»",
                                             "a resposta a «{}» é «{}»", "la réponse à « {} » est « {} »"};
inline constexpr Sentence and_also{"{}; {}", "{}; {}", "{}; {}", "{} ; {}"};
inline constexpr Sentence more_than{"more than {}", "más de {}", "mais de {}", "plus de {}"};
inline constexpr Sentence less_than{"less than {}", "menos de {}", "menos de {}", "moins de {}"};
inline constexpr Sentence parameter_asked{"What is {}?", "¿Cuál es el valor de «{}»?", "Qual é o valor de «{}»?",
                                          "Quelle est la valeur de « {} » ?"};
inline constexpr Sentence calendar_asked{"Which days are working days in {} before {} and after {}?",
                                         "¿Qué días son hábiles en {} antes del {} y después del {}?",
                                         "Que dias são úteis em {} antes de {} e depois de {}?",
                                         "Quels jours sont ouvrables dans {} avant le {} et après le {} ?"};
inline constexpr Sentence open_calendar_asked{"Which days are working days in {}?", "¿Qué días son hábiles en {}?",
                                              "Que dias são úteis em {}?", "Quels jours sont ouvrables dans {} ?"};
inline constexpr Sentence said_by_tables{
    "What do the rules' own tables say of {}?", "¿Qué dicen las tablas de las reglas sobre «{}»?",
    "O que dizem as tabelas das regras sobre «{}»?", "Que disent les tableaux des règles sur « {} » ?"};

// a statement that is too old: {1} is the place's own question, {2} what stands there, {3} its day
inline constexpr Sentence still_so{"Is this still so? {1} ({3}: {2})", "¿Sigue siendo así? {1} ({3}: {2})",
                                   "Isto ainda é assim? {1} ({3}: {2})", "Est-ce toujours le cas ? {1} ({3} : {2})"};

// beside a place, a value or an effort
inline constexpr Sentence in_force_from{"in force from {}", "en vigor desde el {}", "em vigor a partir de {}",
                                        "en vigueur à compter du {}"};
inline constexpr Sentence in_force_until{"in force until {}", "en vigor hasta el {}", "em vigor até {}",
                                         "en vigueur jusqu'au {}"};
inline constexpr Sentence in_force_from_until{"in force from {} until {}", "en vigor desde el {} hasta el {}",
                                              "em vigor de {} até {}", "en vigueur du {} au {}"};
inline constexpr Sentence was_due{"was due on {}", "debía estar el {}", "era devido em {}", "était dû le {}"};
inline constexpr Sentence each{"{} each", "{} cada uno", "{} cada um", "{} chacun"};
inline constexpr Sentence not_stated{"(not stated)", "(no consta)", "(não consta)", "(non indiqué)"};
inline constexpr Sentence branches_more{"… and {} more", "… y {} más", "… e mais {}", "… et {} de plus"};

// a gap for which no text is written: its title, which says what should be
inline constexpr Sentence not_met{"Not met: {}", "No se cumple: {}", "Não se cumpre: {}", "Non satisfait : {}"};

// why a place says nothing, in the order of Why
inline constexpr Sentence whys[] = {
    {"not stated", "no consta", "não consta", "non indiqué"},
    {"there may be more", "puede haber más", "pode haver mais", "il peut y en avoir d'autres"},
    {"not known", "no se sabe", "não se sabe", "inconnu"},
    {"withheld", "reservado", "reservado", "non communiqué"},
    {"said not to apply", "se declara no aplicable", "declarado não aplicável", "déclaré sans objet"},
    {"disputed", "controvertido", "controverso", "contesté"},
    {"imprecise", "impreciso", "impreciso", "imprécis"},
    {"invalid", "no válido", "inválido", "non valable"},
    {"ambiguous", "ambiguo", "ambíguo", "ambigu"},
    {"cannot be computed", "no se puede calcular", "não se pode calcular", "incalculable"},
    {"there is none", "no hay", "não há", "il n'y en a pas"},
    {"outdated", "desactualizado", "desatualizado", "périmé"},
    {"outside the calendar", "fuera del calendario", "fora do calendário", "hors du calendrier"},
};

// cases: an expectation and what came
inline constexpr Sentence unknown_requirement{"there is no requirement {}", "no hay ningún requisito {}",
                                              "não há nenhum requisito {}", "il n'y a pas d'exigence {}"};
inline constexpr Sentence gap_expected{"expected a gap at {}; it is {}{}", "se esperaba una brecha en {}; está {}{}",
                                       "esperava-se uma lacuna em {}; está {}{}",
                                       "une lacune était attendue pour {} ; l'exigence est {}{}"};
inline constexpr Sentence no_gaps_expected{"expected no gaps; there are {}", "no se esperaban brechas; hay {}",
                                           "não se esperavam lacunas; há {}",
                                           "aucune lacune n'était attendue ; il y a {}"};
inline constexpr Sentence no_other_gaps_expected{
    "expected no other gaps; there are {} too", "no se esperaban otras brechas; también hay {}",
    "não se esperavam outras lacunas; também há {}", "aucune autre lacune n'était attendue ; il y a aussi {}"};
inline constexpr Sentence no_finding_for{
    "{} has no finding for \"{}\"; it has for {}", "{} no tiene hallazgo para \"{}\"; tiene para {}",
    "{} não tem achado para \"{}\"; tem para {}", "{} n'a pas de constat pour « {} » ; il y en a pour {}"};
inline constexpr Sentence verdict_expected{"expected {} {}{}; it is {}{}", "se esperaba {} {}{}; está {}{}",
                                           "esperava-se {} {}{}; está {}{}", "{} {}{} était attendue ; elle est {}{}"};
inline constexpr Sentence missing_expected{
    "expected {}{} to miss {}; it misses {}", "se esperaba que a {}{} le faltara {}; le falta {}",
    "esperava-se que a {}{} faltasse {}; falta {}", "{}{} devait manquer de {} ; il manque {}"};
inline constexpr Sentence for_subject{" for {}", " para {}", " para {}", " pour {}"};
inline constexpr Sentence the_plan{"the plan", "el plan", "o plano", "le plan"};
inline constexpr Sentence nothing_open{"nothing", "nada", "nada", "rien"};
inline constexpr Sentence no_such_plan{"there is no plan \"{}\"", "no existe el plan \"{}\"",
                                       "não existe o plano \"{}\"", "il n'y a pas de plan « {} »"};

// why, in one sentence: what a quantifier counted
inline constexpr Sentence asked_of_items{"{}: {}", "{}: {}", "{}: {}", "{} : {}"};
inline constexpr Sentence of_elements{"Of {1} {1|item|items} ({2}), {3}", "De {1} {1|elemento|elementos} ({2}), {3}",
                                      "De {1} {1|elemento|elementos} ({2}), {3}",
                                      "Sur {1} {1|élément|éléments} ({2}), {3}"};
inline constexpr Sentence of_stated_elements{
    "Of {1} {1|item|items} stated so far ({2}), {3}",
    "De {1} {1|elemento que consta|elementos que constan} hasta ahora ({2}), {3}",
    "De {1} {1|elemento que consta|elementos que constam} até agora ({2}), {3}",
    "Sur {1} {1|élément connu|éléments connus} à ce jour ({2}), {3}"};
inline constexpr Sentence nothing_there{"There is nothing under “{}”.", "No hay nada en «{}».", "Não há nada em «{}».",
                                        "Il n'y a rien sous « {} »."};
inline constexpr Sentence nothing_stated{"Nothing is stated under “{}”.", "No consta nada en «{}».",
                                         "Não consta nada em «{}».", "Rien n'est indiqué sous « {} »."};
inline constexpr Sentence none_of_them{"none", "ninguno", "nenhum", "aucun"};
inline constexpr Sentence all_of_them{"all", "todos", "todos", "tous"};
inline constexpr Sentence of_which{": {}", ": {}", ": {}", " : {}"};
inline constexpr Sentence open_for{"; open for {}", "; abierto para {}", "; em aberto para {}", " ; ouvert pour {}"};
inline constexpr Sentence yes_answer{"yes", "sí", "sim", "oui"};
inline constexpr Sentence no_answer{"no", "no", "não", "non"};

}  // namespace brecha::messages::catalogue
