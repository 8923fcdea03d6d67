// What check() says of protocols, and what the parts of one are called.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// names
inline constexpr Entry no_protocol_step{
    "B401",
    {"{} has no step and no event {}", "{} no tiene ningún paso ni suceso {}", "{} não tem nenhum passo nem evento {}",
     "{} n'a ni étape ni événement {}"},
    {"name one that the protocol has, or add `{keyword:step} {2}` or `{keyword:event} {2}`",
     "nombre uno que el protocolo tenga, o añada `{keyword:step} {2}` o `{keyword:event} {2}`",
     "nomeie um que o protocolo tenha, ou acrescente `{keyword:step} {2}` ou `{keyword:event} {2}`",
     "nommez-en un que le protocole a, ou ajoutez `{keyword:step} {2}` ou `{keyword:event} {2}`"}};
inline constexpr Entry no_protocol_role{
    "B401",
    {"{} has no role {}", "{} no tiene ningún rol {}", "{} não tem nenhum papel {}", "{} n'a pas de rôle {}"},
    {"name one that the protocol has, or add `{keyword:role} {2}`",
     "nombre uno que el protocolo tenga, o añada `{keyword:role} {2}`",
     "nomeie um que o protocolo tenha, ou acrescente `{keyword:role} {2}`",
     "nommez-en un que le protocole a, ou ajoutez `{keyword:role} {2}`"}};
inline constexpr Entry no_protocol_case{
    "B401",
    {"{} has no case {}", "{} no tiene ningún caso {}", "{} não tem nenhum caso {}", "{} n'a pas de cas {}"},
    {"name one that the protocol has, or add `{keyword:case} {2}`",
     "nombre uno que el protocolo tenga, o añada `{keyword:case} {2}`",
     "nomeie um que o protocolo tenha, ou acrescente `{keyword:case} {2}`",
     "nommez-en un que le protocole a, ou ajoutez `{keyword:case} {2}`"}};
inline constexpr Entry protocol_name_twice{"B402",
                                           {"{} has two things called {}", "{} tiene dos cosas llamadas {}",
                                            "{} tem duas coisas chamadas {}", "{} a deux choses appelées {}"},
                                           {"steps, events, roles and cases need names of their own",
                                            "los pasos, sucesos, roles y casos necesitan nombres propios",
                                            "passos, eventos, papéis e casos precisam de nomes próprios",
                                            "étapes, événements, rôles et cas ont besoin de noms à eux"}};
inline constexpr Entry protocol_part_twice{
    "B402",
    {"{} asks {} twice", "{} pide dos veces {}", "{} pede duas vezes {}", "{} demande deux fois {}"},
    keep_one_line};

// lines
inline constexpr Entry not_in_protocol{
    "B403",
    {"`{}` is no line of a protocol", "`{}` no es una línea de un protocolo", "`{}` não é uma linha de um protocolo",
     "`{}` n'est pas une ligne d'un protocole"},
    {"say it as a step or a limit, or in a requirement beside the protocol",
     "dígalo como paso o límite, o en un requisito junto al protocolo",
     "diga-o como passo ou limite, ou em um requisito ao lado do protocolo",
     "dites-le comme étape ou limite, ou dans une exigence à côté du protocole"}};
inline constexpr Entry only_in_protocol{
    "B403",
    {"`{}` is a line of protocols", "`{}` es una línea de protocolos", "`{}` é uma linha de protocolos",
     "`{}` est une ligne de protocoles"},
    {"write `{keyword:protocol} {2}` instead of `{keyword:requirement} {2}`, or take the line out",
     "escriba `{keyword:protocol} {2}` en vez de `{keyword:requirement} {2}`, o quite la línea",
     "escreva `{keyword:protocol} {2}` em vez de `{keyword:requirement} {2}`, ou retire a linha",
     "écrivez `{keyword:protocol} {2}` au lieu de `{keyword:requirement} {2}`, ou retirez la ligne"}};
inline constexpr Entry no_protocol_line{
    "B403",
    {"{} has no step", "{} no tiene ningún paso", "{} não tem nenhum passo", "{} n'a pas d'étape"},
    {"add a line like `{keyword:step} inform {keyword:by} police`",
     "añada una línea como `{keyword:step} informar {keyword:by} policia`",
     "acrescente uma linha como `{keyword:step} informar {keyword:by} policia`",
     "ajoutez une ligne comme `{keyword:step} informer {keyword:by} police`"}};

// what answers it
inline constexpr Entry answered_by_nothing{
    "B404",
    {"{} does not say which procedures answer it", "{} no dice qué procedimientos le responden",
     "{} não diz quais procedimentos lhe respondem", "{} ne dit pas quelles procédures y répondent"},
    {"add a line like `{keyword:answered by} p {keyword:in} {word:plan}.procedures {keyword:where} p.kind = evacuation`",
     "añada una línea como `{keyword:answered by} p {keyword:in} {word:plan}.procedures {keyword:where} p.kind = evacuation`",
     "acrescente uma linha como `{keyword:answered by} p {keyword:in} {word:plan}.procedures {keyword:where} p.kind = "
     "evacuation`",
     "ajoutez une ligne comme `{keyword:answered by} p {keyword:in} {word:plan}.procedures {keyword:where} p.kind = "
     "evacuation`"}};
inline constexpr Entry no_procedures{
    "B404",
    {"`{}` is no list of procedures: {} has no list `steps` of its own",
     "`{}` no es una lista de procedimientos: {} no tiene una lista propia `steps`",
     "`{}` não é uma lista de procedimentos: {} não tem uma lista própria `steps`",
     "`{}` n'est pas une liste de procédures : {} n'a pas de liste `steps` à elle"},
    {"give the entity a field `steps` that lists its steps", "dé a la entidad un campo `steps` que liste sus pasos",
     "dê à entidade um campo `steps` que liste os seus passos",
     "donnez à l'entité un champ `steps` qui liste ses étapes"}};
inline constexpr Entry one_procedure_for_all{
    "B404",
    {"the same procedures would answer for every `{}`", "los mismos procedimientos responderían por cada `{}`",
     "os mesmos procedimentos responderiam por cada `{}`", "les mêmes procédures répondraient pour chaque `{}`"},
    {"say which are meant for it: `{keyword:where} {2}.site = {1}`",
     "diga cuáles son para él: `{keyword:where} {2}.site = {1}`",
     "diga quais são para ele: `{keyword:where} {2}.site = {1}`",
     "dites lesquelles sont pour lui : `{keyword:where} {2}.site = {1}`"}};
inline constexpr Entry answered_by_above{
    "B404",
    {"`{keyword:each}` stands below `{keyword:answered by}`", "`{keyword:each}` está debajo de `{keyword:answered by}`",
     "`{keyword:each}` está abaixo de `{keyword:answered by}`", "`{keyword:each}` est sous `{keyword:answered by}`"},
    {"move it above", "póngalo encima", "ponha-o acima", "placez-le au-dessus"}};

// cases, orders, times
inline constexpr Entry too_many_cases{
    "B405",
    {"{} has more than {} cases", "{} tiene más de {} casos", "{} tem mais de {} casos", "{} a plus de {} cas"},
    {"divide it into two protocols", "divídalo en dos protocolos", "divida-o em dois protocolos",
     "divisez-le en deux protocoles"}};
inline constexpr Entry never_in_case{"B406",
                                     {"{} is there only in case {}, so without it {} could never come",
                                      "{} solo está en el caso {}; sin él, {} no podría venir nunca",
                                      "{} só está no caso {}; sem ele, {} nunca poderia vir",
                                      "{} n'est là que dans le cas {} ; sans lui, {} ne pourrait jamais venir"},
                                     {"write `{keyword:never} {3} {keyword:before} {1} {keyword:in case} {2}`",
                                      "escriba `{keyword:never} {3} {keyword:before} {1} {keyword:in case} {2}`",
                                      "escreva `{keyword:never} {3} {keyword:before} {1} {keyword:in case} {2}`",
                                      "écrivez `{keyword:never} {3} {keyword:before} {1} {keyword:in case} {2}`"}};
inline constexpr Entry protocol_contradicts{
    "B407",
    {"{} contradicts itself: {} cannot all be kept", "{} se contradice: {} no pueden cumplirse a la vez",
     "{} contradiz-se: {} não podem ser cumpridos ao mesmo tempo",
     "{} se contredit : {} ne peuvent pas être respectés ensemble"},
    {"change or take out one of these lines", "cambie o quite una de estas líneas", "mude ou retire uma destas linhas",
     "changez ou retirez l'une de ces lignes"}};
inline constexpr Sentence on_line{"{} (line {})", "{} (línea {})", "{} (linha {})", "{} (ligne {})"};
inline constexpr Entry within_without_after{
    "B408",
    {"`{keyword:within}` counts from the step before, and {} comes after none",
     "`{keyword:within}` cuenta desde el paso anterior, y {} no viene después de ninguno",
     "`{keyword:within}` conta a partir do passo anterior, e {} não vem depois de nenhum",
     "`{keyword:within}` compte depuis l'étape précédente, et {} ne vient après aucune"},
    {"write `{keyword:after} … {keyword:within} …`, or a line `{keyword:limit} … {keyword:to~} {1} {keyword:within} …`",
     "escriba `{keyword:after} … {keyword:within} …`, o una línea `{keyword:limit} … {keyword:to~} {1} "
     "{keyword:within} …`",
     "escreva `{keyword:after} … {keyword:within} …`, ou uma linha `{keyword:limit} … {keyword:to~} {1} "
     "{keyword:within} …`",
     "écrivez `{keyword:after} … {keyword:within} …`, ou une ligne `{keyword:limit} … {keyword:to~} {1} "
     "{keyword:within} …`"}};
inline constexpr Entry no_span_of_time{
    "B408",
    {"`{}` is no duration", "`{}` no es una duración", "`{}` não é uma duração", "`{}` n'est pas une durée"},
    {"write one like `15 {keyword:minutes}`, or name a parameter that is one",
     "escriba una como `15 {keyword:minutes}`, o nombre un parámetro que lo sea",
     "escreva uma como `15 {keyword:minutes}`, ou nomeie um parâmetro que o seja",
     "écrivez-en une comme `15 {keyword:minutes}`, ou nommez un paramètre qui en est une"}};
inline constexpr Entry step_lacks_fields{"B409",
                                         {"steps of {} have no {}, so what {} asks of it stays open",
                                          "los pasos de {} no tienen {}, así que queda abierto lo que {} pide de ello",
                                          "os passos de {} não têm {}, por isso fica em aberto o que {} pede disso",
                                          "les étapes de {} n'ont pas de {}, ce que {} en demande reste donc ouvert"},
                                         {"add the fields to the entity of the steps, as in `core`",
                                          "añada los campos a la entidad de los pasos, como en `core`",
                                          "acrescente os campos à entidade dos passos, como em `core`",
                                          "ajoutez les champs à l'entité des étapes, comme dans `core`"}};

// what its parts are called
inline constexpr Sentence part_by{"{}: by whom", "{}: por quién", "{}: por quem", "{} : par qui"};
inline constexpr Sentence part_to{"{}: handed over to whom", "{}: a quién se entrega", "{}: a quem se entrega",
                                  "{} : remis à qui"};
inline constexpr Sentence part_every{"{}: how often", "{}: con qué frecuencia", "{}: com que frequência",
                                     "{} : à quelle fréquence"};
inline constexpr Sentence part_after{"{} after {}", "{} después de {}", "{} depois de {}", "{} après {}"};
inline constexpr Sentence part_within{"{}: in time after {}", "{}: a tiempo después de {}", "{}: a tempo depois de {}",
                                      "{} : à temps après {}"};
inline constexpr Sentence part_at_least_after{"{}: long enough after {}", "{}: bastante tiempo después de {}",
                                              "{}: tempo suficiente depois de {}", "{} : assez longtemps après {}"};
inline constexpr Sentence part_at_least_before{"{}: long enough before {}", "{}: bastante tiempo antes de {}",
                                               "{}: tempo suficiente antes de {}", "{} : assez longtemps avant {}"};
inline constexpr Sentence part_before{"{} before {}", "{} antes de {}", "{} antes de {}", "{} avant {}"};
inline constexpr Sentence part_lasts{"{}: its length", "{}: su duración", "{}: a sua duração", "{} : sa durée"};
inline constexpr Sentence part_during{"{} during {}", "{} durante {}", "{} durante {}", "{} pendant {}"};
inline constexpr Sentence part_limit{"from {} to {} in time", "de {} a {} a tiempo", "de {} a {} a tempo",
                                     "de {} à {} à temps"};
inline constexpr Sentence part_limit_least{"from {} to {} not too soon", "de {} a {} no demasiado pronto",
                                           "de {} a {} não cedo demais", "de {} à {} pas trop tôt"};
inline constexpr Sentence part_never{"{} never before {}", "{} nunca antes de {}", "{} nunca antes de {}",
                                     "{} jamais avant {}"};
inline constexpr Sentence part_separate{"{} and {} are different agencies", "{} y {} son entidades distintas",
                                        "{} e {} são entidades distintas", "{} et {} sont des entités différentes"};
inline constexpr Sentence part_runs{"the procedure can be carried out", "el procedimiento se puede realizar",
                                    "o procedimento pode ser realizado", "la procédure peut être menée"};

}  // namespace brecha::messages::catalogue
