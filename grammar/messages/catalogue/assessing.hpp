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
    {"raise the limit of rows, or give the lists in the rule a narrower `{keyword:where}`",
     "suba el límite de filas, o dé a las listas de la regla un `{keyword:where}` más estrecho",
     "aumente o limite de linhas, ou dê às listas da regra um `{keyword:where}` mais estreito",
     "relevez la limite de lignes, ou donnez aux listes de la règle un `{keyword:where}` plus étroit"}};

}  // namespace brecha::messages::catalogue
