// What check() says of types and units, and types in words.
#pragma once

#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_enumeration{"B132",
                                      {"there is no enumeration \"{}\"", "no hay ninguna enumeración \"{}\"",
                                       "não há nenhuma enumeração \"{}\"", "il n'y a pas d'énumération \"{}\""},
                                      {"declare it with `{keyword:enum}`", "declárela con `{keyword:enum}`",
                                       "declare-a com `{keyword:enum}`", "déclarez-la avec `{keyword:enum}`"}};
inline constexpr Entry no_entity{"B132",
                                 {"there is no entity \"{}\"", "no hay ninguna entidad \"{}\"",
                                  "não há nenhuma entidade \"{}\"", "il n'y a pas d'entité \"{}\""},
                                 {"declare it in the vocabulary, or name a vocabulary that has it",
                                  "declárela en el vocabulario, o nombre un vocabulario que la tenga",
                                  "declare-a no vocabulário, ou nomeie um vocabulário que a tenha",
                                  "déclarez-la dans le vocabulaire, ou nommez un vocabulaire qui l'a"}};
inline constexpr Entry no_entity_or_enumeration{
    "B132",
    {"there is no entity or enumeration \"{}\"", "no hay ninguna entidad ni enumeración \"{}\"",
     "não há nenhuma entidade nem enumeração \"{}\"", "il n'y a ni entité ni énumération \"{}\""},
    no_entity.help};

// types in words
inline constexpr Sentence nothing{"nothing", "nada", "nada", "rien"};
inline constexpr Sentence a_text_type{"a text", "un texto", "um texto", "un texte"};
inline constexpr Sentence a_yes_or_no{"a yes or no", "un sí o no", "um sim ou não", "un oui ou non"};
inline constexpr Sentence a_number{"a number", "un número", "um número", "un nombre"};
inline constexpr Sentence a_number_without_unit{"a number without unit", "un número sin unidad",
                                                "um número sem unidade", "un nombre sans unité"};
inline constexpr Sentence a_percentage{"a percentage", "un porcentaje", "uma percentagem", "un pourcentage"};
inline constexpr Sentence a_date{"a date", "una fecha", "uma data", "une date"};
inline constexpr Sentence a_moment{"a moment", "un momento", "um momento", "un instant"};
inline constexpr Sentence a_duration{"a duration", "una duración", "uma duração", "une durée"};
inline constexpr Sentence any_value{"a value", "un valor", "um valor", "une valeur"};
inline constexpr Sentence a_list{"a list", "una lista", "uma lista", "une liste"};
inline constexpr Sentence a_list_of{"a list of {}", "una lista de {}", "uma lista de {}", "une liste de {}"};
inline constexpr Sentence a_list_of_dates{"a list of dates", "una lista de fechas", "uma lista de datas",
                                          "une liste de dates"};
inline constexpr Sentence a_value_of{"a {}", "un valor de {}", "um valor de {}", "une valeur de {}"};
inline constexpr Sentence a_value_of_vowel{"an {}", "un valor de {}", "um valor de {}", "une valeur de {}"};
inline constexpr Sentence an_item{"a {}", "un elemento {}", "um elemento {}", "un élément {}"};
inline constexpr Sentence an_item_vowel{"an {}", "un elemento {}", "um elemento {}", "un élément {}"};
inline constexpr Sentence some_numbers{"numbers", "números", "números", "des nombres"};
inline constexpr Sentence some_numbers_dates_durations{"numbers, dates or durations", "números, fechas o duraciones",
                                                       "números, datas ou durações",
                                                       "des nombres, des dates ou des durées"};
inline constexpr Sentence one_unit{"bring both to one unit", "lleve ambos a una misma unidad",
                                   "leve os dois à mesma unidade", "ramenez les deux à une même unité"};

// units
inline constexpr Entry no_unit{
    "B132",
    {"there is no unit \"{}\"", "no hay ninguna unidad \"{}\"", "não há nenhuma unidade \"{}\"",
     "il n'y a pas d'unité \"{}\""},
    {"declare it in the vocabulary: `{keyword:unit} {1}`", "declárela en el vocabulario: `{keyword:unit} {1}`",
     "declare-a no vocabulário: `{keyword:unit} {1}`", "déclarez-la dans le vocabulaire : `{keyword:unit} {1}`"}};
inline constexpr Entry unit_power_too_large{
    "B108",
    {"a unit stands here to a power beyond {}", "aquí hay una unidad elevada a una potencia mayor que {}",
     "há aqui uma unidade elevada a uma potência maior que {}",
     "il y a ici une unité élevée à une puissance supérieure à {}"},
    {"multiply fewer of them; `{word:amount}(…, UNIT)` takes the unit out of a number",
     "multiplique menos; `{word:amount}(…, UNIDAD)` quita la unidad a un número",
     "multiplique menos; `{word:amount}(…, UNIDADE)` tira a unidade de um número",
     "multipliez-en moins ; `{word:amount}(…, UNITÉ)` retire l'unité d'un nombre"}};
inline constexpr Entry list_of_lists{
    "B145",
    {"a list of lists cannot be said in a plan", "un plan no puede decir una lista de listas",
     "um plano não pode dizer uma lista de listas", "un plan ne peut pas dire une liste de listes"},
    {"give the inner list a field of an entity of its own", "dé a la lista interior un campo de una entidad propia",
     "dê à lista interior um campo de uma entidade própria",
     "donnez à la liste intérieure un champ d'une entité à elle"}};

}  // namespace brecha::messages::catalogue
