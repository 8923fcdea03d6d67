// What check() says of requirements that refer to each other.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_requirement{"B306",
                                      {"there is no requirement {}", "no hay ningún requisito {}",
                                       "não há nenhum requisito {}", "il n'y a pas d'exigence {}"},
                                      {"name a requirement of this ruleset", "nombre un requisito de este reglamento",
                                       "nomeie um requisito deste regulamento", "nommez une exigence de ce recueil"}};
inline constexpr Sentence renamed{"{} is {} now", "{} es ahora {}", "{} agora é {}", "{} est maintenant {}"};
inline constexpr Entry verdict_for_other{
    "B321",
    {"{} gives no finding for {}", "{} no da ningún resultado para {}", "{} não dá nenhum resultado para {}",
     "{} ne donne aucun résultat pour {}"},
    {"name a variable that stands for a subject of {1}", "nombre una variable que sea sujeto de {1}",
     "nomeie uma variável que seja sujeito de {1}", "nommez une variable qui soit un sujet de {1}"}};
inline constexpr Sentence without_for{"take out `{keyword:for}`: {} has no `{keyword:each}`",
                                      "quite `{keyword:for}`: {} no tiene ningún `{keyword:each}`",
                                      "retire `{keyword:for}`: {} não tem nenhum `{keyword:each}`",
                                      "retirez `{keyword:for}` : {} n'a pas de `{keyword:each}`"};
inline constexpr Entry for_needs_variable{
    "B321",
    {"`{keyword:for}` needs one of the requirement's variables",
     "`{keyword:for}` necesita una de las variables del requisito",
     "`{keyword:for}` precisa de uma das variáveis do requisito",
     "`{keyword:for}` demande une des variables de l'exigence"},
    {"name the variable of an `{keyword:each}`", "nombre la variable de un `{keyword:each}`",
     "nomeie a variável de um `{keyword:each}`", "nommez la variable d'un `{keyword:each}`"}};
inline constexpr Entry verdicts_in_ring{
    "B320",
    {"these verdicts depend on each other: {}", "estos veredictos dependen unos de otros: {}",
     "estes veredictos dependem uns dos outros: {}", "ces verdicts dépendent les uns des autres : {}"},
    {"take out one of them", "quite una de estas dependencias", "retire uma destas dependências",
     "retirez une de ces dépendances"}};
inline constexpr Entry remedies_in_ring{
    "B307",
    {"these remedies wait for each other: {}", "estos remedios se esperan unos a otros: {}",
     "estes remédios esperam uns pelos outros: {}", "ces remèdes s'attendent les uns les autres : {}"},
    {"take out one of the lines {2}", "quite una de las líneas {2}", "retire uma das linhas {2}",
     "retirez une des lignes {2}"}};
inline constexpr Sentence take_out_line{"take out line {}", "quite la línea {}", "retire a linha {}",
                                        "retirez la ligne {}"};

}  // namespace brecha::messages::catalogue
