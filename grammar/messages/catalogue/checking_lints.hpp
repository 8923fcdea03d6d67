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
