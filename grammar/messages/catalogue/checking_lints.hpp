// What check() warns of in rulesets that are right: what is legal and hardly meant.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry silent_without{
    "B305",
    {"{} says nothing about a plan without {}", "{} no dice nada de un plan sin {}",
     "{} não diz nada de um plano sem {}", "{} ne dit rien d'un plan sans {}"},
    {"require `{word:count}({keyword:plan}.{2}) >= 1` somewhere, or end the `{keyword:each}` with `, {keyword:if any}` or `, {keyword:at least one}`",
     "exija `{word:count}({keyword:plan}.{2}) >= 1` en algún lugar, o termine el `{keyword:each}` con `, {keyword:if any}` o `, {keyword:at least one}`",
     "exija `{word:count}({keyword:plan}.{2}) >= 1` em algum lugar, ou termine o `{keyword:each}` com `, {keyword:if any}` ou `, {keyword:at least one}`",
     "exigez `{word:count}({keyword:plan}.{2}) >= 1` quelque part, ou terminez le `{keyword:each}` par `, {keyword:if any}` ou `, {keyword:at least one}`"}};
inline constexpr Entry met_without{"B305",
                                   {"{} holds of a plan without {}", "{} se cumple en un plan sin {}",
                                    "{} se cumpre em um plano sem {}", "{} est satisfaite par un plan sans {}"},
                                   {"require `{word:count}({keyword:plan}.{2}) >= 1` somewhere",
                                    "exija `{word:count}({keyword:plan}.{2}) >= 1` en algún lugar",
                                    "exija `{word:count}({keyword:plan}.{2}) >= 1` em algum lugar",
                                    "exigez `{word:count}({keyword:plan}.{2}) >= 1` quelque part"}};
inline constexpr Entry one_answer_for_all{
    "B304",
    {"one answer for all {}: a single one hides the others",
     "una sola respuesta para todo {}: un elemento oculta a los demás",
     "uma só resposta para todo {}: um elemento oculta os outros",
     "une seule réponse pour tout {} : un élément cache les autres"},
    {"write `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` on a line of its own, and then `{keyword:require}`",
     "escriba `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` en una línea propia, y después `{keyword:require}`",
     "escreva `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` em uma linha própria, e depois `{keyword:require}`",
     "écrivez `{keyword:each} {2} {keyword:in} {keyword:plan}.{1}` sur une ligne à part, puis `{keyword:require}`"}};
inline constexpr Entry duty_nobody_read{
    "B213",
    {"{} is a duty, but none of its clauses was read", "{} es un deber, pero no se leyó ninguna de sus cláusulas",
     "{} é um dever, mas nenhuma das suas cláusulas foi lida",
     "{} est une obligation, mais aucune de ses clauses n'a été lue"},
    {"read a clause that states the duty, or write `{keyword:may}`",
     "lea una cláusula que enuncie el deber, o escriba `{keyword:may}`",
     "leia uma cláusula que enuncie o dever, ou escreva `{keyword:may}`",
     "lisez une clause qui énonce l'obligation, ou écrivez `{keyword:may}`"}};
inline constexpr Entry covers_over_lists{
    "B215",
    {"the lists `{}` of all are put together here: what one lacks, another may have",
     "las listas `{}` de todos se juntan aquí: lo que a uno le falta puede tenerlo otro",
     "as listas `{}` de todos se juntam aqui: o que falta a um, outro pode ter",
     "les listes `{}` de tous sont réunies ici : ce qui manque à l'un, un autre peut l'avoir"},
    {"where each has to have all: `{keyword:each} x {keyword:in} …`, then `{keyword:require} x.{1} {keyword:covers} …`; where all together: "
     "`{word:list}(x {keyword:in} … : x.{1}) {keyword:covers} …`",
     "si cada uno debe tenerlo todo: `{keyword:each} x {keyword:in} …`, y después `{keyword:require} x.{1} {keyword:covers} …`; si es entre "
     "todos: `{word:list}(x {keyword:in} … : x.{1}) {keyword:covers} …`",
     "se cada um deve ter tudo: `{keyword:each} x {keyword:in} …`, e depois `{keyword:require} x.{1} {keyword:covers} …`; se é entre todos: "
     "`{word:list}(x {keyword:in} … : x.{1}) {keyword:covers} …`",
     "si chacun doit tout avoir : `{keyword:each} x {keyword:in} …`, puis `{keyword:require} x.{1} {keyword:covers} …` ; si c'est tous ensemble : "
     "`{word:list}(x {keyword:in} … : x.{1}) {keyword:covers} …`"}};
inline constexpr Entry permission_that_forbids{
    "B216",
    {"{} may be done, and this line forbids something", "{} es una facultad, y esta línea prohíbe algo",
     "{} é uma faculdade, e esta linha proíbe algo", "{} est une faculté, et cette ligne interdit quelque chose"},
    {"\"may not\" in an instrument is `{keyword:shall}` with `{keyword:forbid}`; what is only good to do is said with `{keyword:require}`",
     "\"no podrá\" en un instrumento es `{keyword:shall}` con `{keyword:forbid}`; lo que solo es bueno hacer se dice con "
     "`{keyword:require}`",
     "\"não poderá\" em um instrumento é `{keyword:shall}` com `{keyword:forbid}`; o que só é bom fazer se diz com "
     "`{keyword:require}`",
     "\"ne peut pas\" dans un instrument est `{keyword:shall}` avec `{keyword:forbid}` ; ce qu'il est seulement bon de faire se dit avec "
     "`{keyword:require}`"}};
inline constexpr Entry full_years_of_young_plans{
    "B217",
    {"in its first year a plan has no full year, and {} would be a gap",
     "en su primer año un plan no tiene ningún año completo, y {} sería una brecha",
     "no seu primeiro ano um plano não tem nenhum ano completo, e {} seria uma lacuna",
     "dans sa première année un plan n'a aucune année complète, et {} serait une lacune"},
    {"end the `{keyword:each}` with `, {keyword:if any}`", "termine el `{keyword:each}` con `, {keyword:if any}`",
     "termine o `{keyword:each}` com `, {keyword:if any}`", "terminez le `{keyword:each}` par `, {keyword:if any}`"}};
inline constexpr Entry some_full_year{
    "B217",
    full_years_of_young_plans.message,
    {"ask for it each year: `{keyword:each} year1 {keyword:in} {word:full_years}(…), {keyword:if any}`",
     "pídalo cada año: `{keyword:each} year1 {keyword:in} {word:full_years}(…), {keyword:if any}`",
     "peça-o a cada ano: `{keyword:each} year1 {keyword:in} {word:full_years}(…), {keyword:if any}`",
     "demandez-le chaque année : `{keyword:each} year1 {keyword:in} {word:full_years}(…), {keyword:if any}`"}};
inline constexpr Entry order_of_none{
    "B221",
    {"where the plan says that there is no {1}, it is not before {2} either: a gap in their order",
     "si el plan dice que no hay {1}, tampoco está antes de {2}: una brecha en su orden",
     "se o plano diz que não há {1}, também não está antes de {2}: uma lacuna na sua ordem",
     "si le plan dit qu'il n'y a pas de {1}, ce n'est pas non plus avant {2} : une lacune dans leur ordre"},
    {"where that is fine: `{keyword:if} x.{1} {keyword:is given} {keyword:then} …`; where it is a gap, too: "
     "`x.{1} {keyword:is given} {keyword:and} …`",
     "si eso está bien: `{keyword:if} x.{1} {keyword:is given} {keyword:then} …`; si también es una brecha: "
     "`x.{1} {keyword:is given} {keyword:and} …`",
     "se isso está bem: `{keyword:if} x.{1} {keyword:is given} {keyword:then} …`; se também é uma lacuna: "
     "`x.{1} {keyword:is given} {keyword:and} …`",
     "si c'est admis : `{keyword:if} x.{1} {keyword:is given} {keyword:then} …` ; si c'est aussi une lacune : "
     "`x.{1} {keyword:is given} {keyword:and} …`"}};
inline constexpr Entry otherwise_of_count{
    "B219",
    {"a count is never missing, so nothing stands in for it: of a list that is not stated, or goes on, it stays open",
     "una cuenta nunca falta, así que nada la sustituye: la de una lista que no consta, o que sigue, queda abierta",
     "uma contagem nunca falta, por isso nada a substitui: a de uma lista que não consta, ou que continua, fica aberta",
     "un compte ne manque jamais, donc rien ne le remplace : celui d'une liste qui n'est pas indiquée, ou qui continue, reste ouvert"},
    {"to take silence for no, put the comparison in brackets: `(… >= 1) {keyword:otherwise} {keyword:no}`",
     "para tomar el silencio por un no, ponga la comparación entre paréntesis: `(… >= 1) {keyword:otherwise} {keyword:no}`",
     "para tomar o silêncio por um não, ponha a comparação entre parênteses: `(… >= 1) {keyword:otherwise} {keyword:no}`",
     "pour prendre le silence pour un non, mettez la comparaison entre parenthèses : `(… >= 1) {keyword:otherwise} {keyword:no}`"}};
inline constexpr Entry otherwise_of_list{
    "B219",
    {"this stands in for a list that is not stated; one that goes on stays open",
     "esto sustituye a una lista que no consta; una que sigue queda abierta",
     "isto substitui uma lista que não consta; uma que continua fica aberta",
     "ceci remplace une liste qui n'est pas indiquée ; une qui continue reste ouverte"},
    {"to take silence for no, put the whole condition in brackets: `(…) {keyword:otherwise} {keyword:no}`",
     "para tomar el silencio por un no, ponga la condición entera entre paréntesis: `(…) {keyword:otherwise} {keyword:no}`",
     "para tomar o silêncio por um não, ponha a condição inteira entre parênteses: `(…) {keyword:otherwise} {keyword:no}`",
     "pour prendre le silence pour un non, mettez toute la condition entre parenthèses : `(…) {keyword:otherwise} {keyword:no}`"}};
// for those who ask for more: --strict
inline constexpr Entry no_gap_text{
    "B212",
    {"{} has no text that says what is missing", "{} no tiene texto que diga qué falta",
     "{} não tem texto que diga o que falta", "{} n'a pas de texte qui dise ce qui manque"},
    {"write `{keyword:gap} \"…\"`; without it, a report says only that this is not met, and its title",
     "escriba `{keyword:gap} \"…\"`; sin él, un informe dice solo que esto no se cumple, y su título",
     "escreva `{keyword:gap} \"…\"`; sem ele, um relatório diz só que isto não se cumpre, e o seu título",
     "écrivez `{keyword:gap} \"…\"` ; sans lui, un rapport dit seulement que ce n'est pas satisfait, et son titre"}};
inline constexpr Entry no_none_text{
    "B212",
    {"{} has no text that says that there is none", "{} no tiene texto que diga que no hay ninguno",
     "{} não tem texto que diga que não há nenhum", "{} n'a pas de texte qui dise qu'il n'y en a aucun"},
    {"write `{keyword:none} \"…\"` below this `{keyword:each}`",
     "escriba `{keyword:none} \"…\"` debajo de este `{keyword:each}`",
     "escreva `{keyword:none} \"…\"` abaixo deste `{keyword:each}`",
     "écrivez `{keyword:none} \"…\"` sous ce `{keyword:each}`"}};
inline constexpr Entry no_none_text_of_protocol{"B212",
                                                no_none_text.message,
                                                {"write `{keyword:none} \"…\"` below `{keyword:answered by}`",
                                                 "escriba `{keyword:none} \"…\"` debajo de `{keyword:answered by}`",
                                                 "escreva `{keyword:none} \"…\"` abaixo de `{keyword:answered by}`",
                                                 "écrivez `{keyword:none} \"…\"` sous `{keyword:answered by}`"}};
inline constexpr Entry each_without_ending{
    "B214",
    {"this `{keyword:each}` does not say what holds where there is none",
     "este `{keyword:each}` no dice qué vale donde no hay ninguno",
     "este `{keyword:each}` não diz o que vale onde não há nenhum",
     "ce `{keyword:each}` ne dit pas ce qui vaut là où il n'y en a aucun"},
    {"end it with `, {keyword:if any}` where that is fine, with `, {keyword:at least one}` where that is a gap",
     "termínelo con `, {keyword:if any}` si eso está bien, con `, {keyword:at least one}` si eso es una brecha",
     "termine-o com `, {keyword:if any}` se isso está bem, com `, {keyword:at least one}` se isso é uma lacuna",
     "terminez-le par `, {keyword:if any}` si c'est admis, par `, {keyword:at least one}` si c'est une lacune"}};

}  // namespace brecha::messages::catalogue
