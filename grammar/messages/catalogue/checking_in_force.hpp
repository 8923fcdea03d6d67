// What check() says of the days on which something is in force.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry ends_before_it_begins{
    "B348",
    {"the last day lies before the first", "el último día es anterior al primero",
     "o último dia é anterior ao primeiro", "le dernier jour précède le premier"},
    {"both days are in force; the earlier one stands first", "ambos días están en vigor; el anterior va primero",
     "ambos os dias estão em vigor; o anterior vem primeiro",
     "les deux jours sont en vigueur ; le plus ancien vient en premier"}};
inline constexpr Entry never_in_force{
    "B348",
    {"on no day is this in force together with what holds around it",
     "ningún día está esto en vigor junto con lo que rige a su alrededor",
     "em nenhum dia isto está em vigor junto com o que rege ao seu redor",
     "aucun jour ceci n'est en vigueur avec ce qui vaut autour"},
    {"the days of a ruleset and of a group hold for all requirements in them; change one of the two",
     "los días de un reglamento y de un grupo rigen para todos sus requisitos; cambie uno de los dos",
     "os dias de um regulamento e de um grupo valem para todos os seus requisitos; mude um dos dois",
     "les jours d'un recueil et d'un groupe valent pour toutes leurs exigences ; changez l'un des deux"}};
inline constexpr Entry value_since_when{
    "B348",
    {"a second value has to say from when it is in force", "un segundo valor debe decir desde cuándo está en vigor",
     "um segundo valor deve dizer a partir de quando está em vigor",
     "une deuxième valeur doit dire à compter de quand elle est en vigueur"},
    {"write it like `3 {keyword:from~~} 2024-07-01`", "escríbalo como `3 {keyword:from~~} 2024-07-01`",
     "escreva-o como `3 {keyword:from~~} 2024-07-01`", "écrivez-le comme `3 {keyword:from~~} 2024-07-01`"}};
inline constexpr Entry values_overlap{
    "B348",
    {"the value before this one is in force until {} at least, that day included",
     "el valor anterior está en vigor por lo menos hasta el {}, ese día incluido",
     "o valor anterior está em vigor pelo menos até {}, esse dia incluído",
     "la valeur précédente est en vigueur au moins jusqu'au {}, ce jour compris"},
    {"write values in the order of their days, none of which two share",
     "escriba los valores en el orden de sus días, sin que dos compartan ninguno",
     "escreva os valores na ordem dos seus dias, sem que dois compartilhem nenhum",
     "écrivez les valeurs dans l'ordre de leurs jours, sans qu'aucun soit commun à deux"}};

}  // namespace brecha::messages::catalogue
