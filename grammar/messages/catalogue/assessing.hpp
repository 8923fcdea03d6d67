// What is said while rules run over plans.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry too_many_rows{
    "B951",
    {"this rule looks at more than {} combinations of list elements",
     "esta regla examina más de {} combinaciones de elementos de listas",
     "esta regra examina mais de {} combinações de elementos de listas",
     "cette règle examine plus de {} combinaisons d'éléments de listes"},
    {"raise the limit `rows`, or give the lists in the rule a narrower `{keyword:where}`",
     "suba el límite `rows`, o dé a las listas de la regla un `{keyword:where}` más estrecho",
     "aumente o limite `rows`, ou dê às listas da regra um `{keyword:where}` mais estreito",
     "relevez la limite `rows`, ou donnez aux listes de la règle un `{keyword:where}` plus étroit"}};
inline constexpr Entry too_much_memory{
    "B953",
    {"this takes more than {} of memory, the limit", "esto ocupa más de {} de memoria, el límite",
     "isto ocupa mais de {} de memória, o limite", "ceci prend plus de {} de mémoire, la limite"},
    {"raise the limit `memory`, assess fewer plans at once, or give the lists in the rule a narrower `{keyword:where}`",
     "suba el límite `memory`, evalúe menos planes a la vez, o dé a las listas de la regla un `{keyword:where}` más "
     "estrecho",
     "aumente o limite `memory`, avalie menos planos de cada vez, ou dê às listas da regra um `{keyword:where}` mais "
     "estreito",
     "relevez la limite `memory`, évaluez moins de plans à la fois, ou donnez aux listes de la règle un "
     "`{keyword:where}` plus étroit"}};
inline constexpr Entry takes_too_long{"B954",
                                      {"this takes longer than {} s, the limit", "esto tarda más de {} s, el límite",
                                       "isto demora mais de {} s, o limite", "ceci dure plus de {} s, la limite"},
                                      {"raise the limit `seconds`, or read and assess less at once",
                                       "suba el límite `seconds`, o lea y evalúe menos a la vez",
                                       "aumente o limite `seconds`, ou leia e avalie menos de cada vez",
                                       "relevez la limite `seconds`, ou lisez et évaluez-en moins à la fois"}};
inline constexpr Entry was_stopped{"B955",
                                   {"this was stopped before it was done", "esto se detuvo antes de terminar",
                                    "isto foi parado antes de terminar", "ceci a été arrêté avant la fin"},
                                   {"ask again to have the result", "pídalo de nuevo para tener el resultado",
                                    "peça de novo para ter o resultado", "demandez de nouveau pour avoir le résultat"}};
inline constexpr Entry too_many_findings{
    "B956",
    {"the plan has more than {} findings, the limit", "el plan tiene más de {} constataciones, el límite",
     "o plano tem mais de {} constatações, o limite", "le plan a plus de {} constats, la limite"},
    {"raise the limit `findings`, or ask for verdicts alone", "suba el límite `findings`, o pida solo los veredictos",
     "aumente o limite `findings`, ou peça só os vereditos",
     "relevez la limite `findings`, ou demandez les seuls verdicts"}};

}  // namespace brecha::messages::catalogue
