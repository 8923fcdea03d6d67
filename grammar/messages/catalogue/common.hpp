// Words that sentences of every kind share: how a list is joined, what a terminal writes before a message.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Sentence as_it_is{"{}", "{}", "{}", "{}"};

// lists
inline constexpr Sentence both{"{} and {}", "{} y {}", "{} e {}", "{} et {}"};
inline constexpr Sentence either{"{} or {}", "{} o {}", "{} ou {}", "{} ou {}"};
inline constexpr Sentence both_before_i{"{} and {}", "{} e {}", "{} e {}", "{} et {}"};
inline constexpr Sentence either_before_o{"{} or {}", "{} u {}", "{} ou {}", "{} ou {}"};
inline constexpr Sentence and_more{"{} and {} more", "{} y {} más", "{} e mais {}", "{} et {} de plus"};

// a message on a terminal
inline constexpr Sentence warning{"warning: {}", "aviso: {}", "aviso: {}", "avertissement : {}"};
inline constexpr Sentence note{"note: {}", "nota: {}", "nota: {}", "note : {}"};
inline constexpr Sentence expected{"expected: {}", "se esperaba: {}", "esperava-se: {}", "attendu : {}"};
inline constexpr Sentence help{"help: {}", "ayuda: {}", "ajuda: {}", "aide : {}"};

// the languages
inline constexpr Sentence language_names[] = {{"English", "inglés", "inglês", "anglais"},
                                              {"Spanish", "español", "espanhol", "espagnol"},
                                              {"Portuguese", "portugués", "português", "portugais"},
                                              {"French", "francés", "francês", "français"}};
inline constexpr const Sentence& name_of(Language language) { return language_names[words::index_of(language)]; }

// one message for one cause, and an end to them
inline constexpr Sentence in_row{" (row {})", " (fila {})", " (linha {})", " (ligne {})"};
inline constexpr Sentence in_rows{" (row {1} and {2} more)", " (fila {1} y {2} más)", " (linha {1} e mais {2})",
                                  " (ligne {1} et {2} de plus)"};
inline constexpr Sentence more_places{" (and {1} more {1|place|places})", " (y {1} {1|lugar|lugares} más)",
                                      " (e mais {1} {1|lugar|lugares})", " (et {1} {1|autre endroit|autres endroits})"};
inline constexpr Entry more_messages{
    "B900",
    {"{1} more {1|message|messages} about this file {1|is|are} not shown",
     "no se {1|muestra otro|muestran otros} {1} {1|mensaje|mensajes} sobre este archivo",
     "mais {1} {1|mensagem|mensagens} sobre este arquivo não {1|é mostrada|são mostradas}",
     "{1} {1|autre message|autres messages} sur ce fichier {1|n'est pas affiché|ne sont pas affichés}"},
    {"mend the ones above first", "corrija primero los de arriba", "corrija primeiro as de cima",
     "corrigez d'abord ceux du dessus"}};

// the way out of a misspelling
inline constexpr Sentence did_you_mean{"did you mean {}?", "¿quiso decir {}?", "quis dizer {}?",
                                       "vouliez-vous dire {} ?"};

}  // namespace brecha::messages::catalogue
