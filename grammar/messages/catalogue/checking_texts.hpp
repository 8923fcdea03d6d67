// What check() says of texts: their languages, their labels, what is written into them.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry two_labels{
    "B133",
    {"{1} has two labels", "{1} tiene dos etiquetas", "{1} tem dois rótulos", "{1} a deux libellés"},
    {"keep one: \"{2}\" or \"{3}\"", "deje una sola: «{2}» o «{3}»", "deixe um só: «{2}» ou «{3}»",
     "gardez-en un : « {2} » ou « {3} »"}};

// languages of texts
inline constexpr Sentence title_of{"the title of {}", "el título de {}", "o título de {}", "le titre de {}"};
inline constexpr Sentence label_of{"the label of {}", "la etiqueta de {}", "o rótulo de {}", "le libellé de {}"};
inline constexpr Sentence listed_of{"the words of {} in a list", "las palabras de {} en una lista",
                                    "as palavras de {} em uma lista", "les mots de {} dans une liste"};
inline constexpr Sentence label_of_unit{"the label of the unit {}", "la etiqueta de la unidad {}",
                                        "o rótulo da unidade {}", "le libellé de l'unité {}"};
inline constexpr Sentence question_of{"the question of {}", "la pregunta de {}", "a pergunta de {}",
                                      "la question de {}"};
inline constexpr Sentence note_of{"the note of {}", "la nota de {}", "a nota de {}", "la note de {}"};
inline constexpr Sentence gap_text_of{"the gap text of {}", "el texto de brecha de {}", "o texto de lacuna de {}",
                                      "le texte de lacune de {}"};
inline constexpr Sentence remedy_text_of{"the remedy text of {}", "el texto de remedio de {}",
                                         "o texto de remédio de {}", "le texte de remède de {}"};
inline constexpr Sentence none_text_of{
    "the text of {} for where there is none", "el texto de {} para cuando no hay ninguno",
    "o texto de {} para quando não há nenhum", "le texte de {} pour le cas où il n'y en a aucun"};
inline constexpr Sentence at_line{"{}, line {}", "{}, línea {}", "{}, linha {}", "{}, ligne {}"};
inline constexpr Entry text_twice{"B133",
                                  {"the text in {} is given twice", "el texto en {} figura dos veces",
                                   "o texto em {} figura duas vezes", "le texte en {} figure deux fois"},
                                  {"keep one", "deje uno solo", "deixe um só", "gardez-en un"}};
inline constexpr Entry texts_lacking{
    "B202",
    {"{1} {1|text is|texts are} not given in {2} ({3}), which the title of {4} is: {5}",
     "{1} {1|texto no está|textos no están} en {2} ({3}), como sí el título de {4}: {5}",
     "{1} {1|texto não está|textos não estão} em {2} ({3}), como está o título de {4}: {5}",
     "{1} {1|texte n'est pas donné|textes ne sont pas donnés} en {2} ({3}), comme l'est le titre de {4} : {5}"},
    {"add `{3} \"…\"` there, or the text in a translation", "añada allí `{3} \"…\"`, o el texto en una traducción",
     "acrescente ali `{3} \"…\"`, ou o texto em uma tradução",
     "ajoutez là `{3} \"…\"`, ou le texte dans une traduction"}};
inline constexpr Entry none_of_nobody{
    "B337",
    {"`{keyword:none}` says that nobody was found, but no `{keyword:each}` above it asks for at least one",
     "`{keyword:none}` dice que no se encontró ninguno, pero ningún `{keyword:each}` de arriba pide al menos uno",
     "`{keyword:none}` diz que não se encontrou nenhum, mas nenhum `{keyword:each}` de cima pede pelo menos um",
     "`{keyword:none}` dit qu'il n'y en a aucun, mais aucun `{keyword:each}` au-dessus n'en demande au moins un"},
    {"write it below an `{keyword:each}` that ends with `, {keyword:at least one}`, or take it out",
     "escríbalo debajo de un `{keyword:each}` que termine con `, {keyword:at least one}`, o quítelo",
     "escreva-o abaixo de um `{keyword:each}` que termine com `, {keyword:at least one}`, ou tire-o",
     "écrivez-le sous un `{keyword:each}` qui se termine par `, {keyword:at least one}`, ou ôtez-le"}};
inline constexpr Entry none_speaks_of_nobody{
    "B337",
    {"this text is said where there is none: there is no {}", "este texto se dice donde no hay ninguno: no hay {}",
     "este texto se diz onde não há nenhum: não há {}",
     "ce texte est dit là où il n'y en a aucun : il n'y a pas de {}"},
    {"speak of what is around: the plan, or what an outer `{keyword:each}` goes through",
     "hable de lo que hay alrededor: el plan, o lo que recorre un `{keyword:each}` exterior",
     "fale do que há em volta: o plano, ou o que percorre um `{keyword:each}` exterior",
     "parlez de ce qu'il y a autour : le plan, ou ce que parcourt un `{keyword:each}` extérieur"}};
inline constexpr Entry no_part_to_name{
    "B338",
    {"`{{word:part}}` names the part of which the text is said, and {} has no label",
     "`{{word:part}}` nombra la parte de la que se dice el texto, y {} no tiene etiqueta",
     "`{{word:part}}` nomeia a parte da qual se diz o texto, e {} não tem rótulo",
     "`{{word:part}}` nomme la partie dont le texte est dit, et {} n'a pas de libellé"},
    {"write a label behind `{keyword:require}`, like `en \"a lead agency\"`, or a text of its own without the braces",
     "escriba una etiqueta después de `{keyword:require}`, como `es \"una entidad que dirige\"`, o un texto propio sin las llaves",
     "escreva um rótulo depois de `{keyword:require}`, como `pt \"uma entidade que dirige\"`, ou um texto próprio sem as chaves",
     "écrivez un libellé après `{keyword:require}`, comme `fr \"une entité qui dirige\"`, ou un texte propre sans les accolades"}};
inline constexpr Entry braces_in_plain_text{
    "B604",
    {"nothing is filled in here: the braces are shown as they are written",
     "aquí no se rellena nada: las llaves se muestran como están escritas",
     "aqui nada se preenche: as chaves são mostradas como estão escritas",
     "rien n'est rempli ici : les accolades se montrent comme elles sont écrites"},
    {"write it without them: values are shown in the texts of `{keyword:gap}` and `{keyword:remedy}`, and in those for when there is none",
     "escríbalo sin ellas: los valores se muestran en los textos de `{keyword:gap}` y `{keyword:remedy}`, y en los de cuando no hay ninguno",
     "escreva-o sem elas: os valores são mostrados nos textos de `{keyword:gap}` e `{keyword:remedy}`, e nos de quando não há nenhum",
     "écrivez-le sans elles : les valeurs se montrent dans les textes de `{keyword:gap}` et `{keyword:remedy}`, et dans ceux de quand il n'y en a aucun"}};
inline constexpr Entry braces_within_place{
    "B604",
    {"nothing is filled in within a text of a place: its braces are shown as they are written",
     "dentro de un texto de un lugar no se rellena nada: sus llaves se muestran como están escritas",
     "dentro de um texto de um lugar nada se preenche: as suas chaves são mostradas como estão escritas",
     "dans un texte d'un emplacement rien n'est rempli : ses accolades se montrent comme elles sont écrites"},
    {"give the value a place of its own, outside the quotation marks",
     "dé al valor un lugar propio, fuera de las comillas", "dê ao valor um lugar próprio, fora das aspas",
     "donnez à la valeur un emplacement à elle, hors des guillemets"}};
inline constexpr Entry none_has_no_parts{
    "B337",
    {"this text is said where there is none: no part fails or is open",
     "este texto se dice donde no hay ninguno: ninguna parte falla ni está abierta",
     "este texto se diz onde não há nenhum: nenhuma parte falha nem está aberta",
     "ce texte est dit là où il n'y en a aucun : aucune partie n'échoue ni n'est ouverte"},
    {"take the braces out", "quite las llaves", "tire as chaves", "ôtez les accolades"}};
inline constexpr Entry item_in_text{
    "B326",
    {"{} cannot be shown in a text", "{} no se puede mostrar en un texto", "não é possível mostrar {} em um texto",
     "on ne peut pas montrer {} dans un texte"},
    {"show one of its fields: `{{2}}`", "muestre uno de sus campos: `{{2}}`", "mostre um dos seus campos: `{{2}}`",
     "montrez un de ses champs : `{{2}}`"}};

}  // namespace brecha::messages::catalogue
