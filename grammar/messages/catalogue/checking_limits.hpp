// What check() says of rules that are too deep or too long.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry too_deep{
    "B108",
    {"this goes more than {} levels deep", "esto tiene más de {} niveles de profundidad",
     "isto tem mais de {} níveis de profundidade", "ceci dépasse {} niveaux de profondeur"},
    {"rules that somebody reads are flatter: compute less by way of other definitions, variables and verdicts",
     "las reglas que alguien lee son más llanas: calcule menos a través de otras definiciones, variables y veredictos",
     "as regras que alguém lê são mais planas: calcule menos através de outras definições, variáveis e veredictos",
     "les règles que l'on lit sont plus plates : calculez moins à travers d'autres définitions, variables et verdicts"}};
inline constexpr Entry too_long{"B329",
                                {"this is too long to stand here", "esto es demasiado largo para estar aquí",
                                 "isto é longo demais para estar aqui", "ceci est trop long pour être ici"},
                                {"name a part of it with `{keyword:let}` or `{keyword:define}`",
                                 "nombre una parte con `{keyword:let}` o `{keyword:define}`",
                                 "dê nome a uma parte com `{keyword:let}` ou `{keyword:define}`",
                                 "donnez un nom à une partie avec `{keyword:let}` ou `{keyword:define}`"}};
inline constexpr Sentence without_let{"write it without `{keyword:let}`", "escríbalo sin `{keyword:let}`",
                                      "escreva-o sem `{keyword:let}`", "écrivez-le sans `{keyword:let}`"};

}  // namespace brecha::messages::catalogue
