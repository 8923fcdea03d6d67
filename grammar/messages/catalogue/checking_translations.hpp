// What check() says of texts that stand apart from the rules.
#pragma once

#include "messages/catalogue/checking_assembly.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_language_tag{
    "B220",
    {"\"{}\" is no language tag", "\"{}\" no es una etiqueta de idioma", "\"{}\" não é uma etiqueta de idioma",
     "\"{}\" n'est pas une étiquette de langue"},
    {"write two small letters, as in `{keyword:translation} es {keyword:of} …`",
     "escriba dos letras minúsculas, como en `{keyword:translation} es {keyword:of} …`",
     "escreva duas letras minúsculas, como em `{keyword:translation} es {keyword:of} …`",
     "écrivez deux lettres minuscules, comme dans `{keyword:translation} es {keyword:of} …`"}};
inline constexpr Entry translation_of_nothing{"B220",
                                              no_vocabulary_or_ruleset.message,
                                              {"name the vocabulary or ruleset whose texts these are",
                                               "nombre el vocabulario o reglamento al que pertenecen estos textos",
                                               "nomeie o vocabulário ou regulamento a que pertencem estes textos",
                                               "nommez le vocabulaire ou le recueil dont ce sont les textes"}};
inline constexpr Entry nothing_to_translate{
    "B220",
    {"{} has no {} that could be translated", "{} no tiene {} que se pueda traducir",
     "{} não tem {} que se possa traduzir", "{} n'a pas de {} à traduire"},
    {"name it as the rules do, or write it there first", "nómbrelo como las reglas, o escríbalo primero en ellas",
     "nomeie-o como as regras, ou escreva-o primeiro nelas",
     "nommez-le comme le font les règles, ou écrivez-le d'abord là"}};
inline constexpr Sentence in_backticks{"`{}`", "`{}`", "`{}`", "`{}`"};
inline constexpr Sentence own_label{"label of its own", "etiqueta propia", "rótulo próprio", "libellé propre"};
inline constexpr Entry translated_twice{"B133",
                                        {"this text is given twice in {1}", "este texto figura dos veces en {1}",
                                         "este texto figura duas vezes em {1}", "ce texte figure deux fois en {1}"},
                                        {"keep one; the other is at {2}", "deje uno solo; el otro está en {2}",
                                         "deixe um só; o outro está em {2}", "gardez-en un ; l'autre est en {2}"}};

}  // namespace brecha::messages::catalogue
