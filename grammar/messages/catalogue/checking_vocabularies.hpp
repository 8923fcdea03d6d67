// What check() says of vocabularies: units, enumerations, entities, keys.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry no_entity_to_extend{
    "B132",
    {"there is no entity \"{}\" to extend", "no hay ninguna entidad \"{}\" que ampliar",
     "não há nenhuma entidade \"{}\" a ampliar", "il n'y a pas d'entité \"{}\" à compléter"},
    {"declare it with `{keyword:entity}`, or name the vocabulary that has it with `{keyword:extends}`",
     "declárela con `{keyword:entity}`, o nombre el vocabulario que la tiene con `{keyword:extends}`",
     "declare-a com `{keyword:entity}`, ou nomeie o vocabulário que a tem com `{keyword:extends}`",
     "déclarez-la avec `{keyword:entity}`, ou nommez le vocabulaire qui l'a avec `{keyword:extends}`"}};

// units
inline constexpr Entry unit_twice{
    "B133",
    {"the unit \"{}\" is declared twice", "la unidad \"{}\" está declarada dos veces",
     "a unidade \"{}\" está declarada duas vezes", "l'unité \"{}\" est déclarée deux fois"},
    {"keep one of them; the other is at {2}", "deje una sola; la otra está en {2}", "deixe uma só; a outra está em {2}",
     "gardez-en une ; l'autre est en {2}"}};
inline constexpr Entry unit_not_positive{
    "B132",
    {"a unit is a positive number of another", "una unidad es un número positivo de otra",
     "uma unidade é um número positivo de outra", "une unité est un nombre positif d'une autre"},
    {"write it like `{keyword:unit} km = 1000 m`", "escríbala como `{keyword:unit} km = 1000 m`",
     "escreva-a como `{keyword:unit} km = 1000 m`", "écrivez-la comme `{keyword:unit} km = 1000 m`"}};
inline constexpr Entry unit_of_no_unit{
    "B132",
    {"the unit \"{}\" is made of \"{}\", which is not a unit",
     "la unidad \"{}\" está hecha de \"{}\", que no es una unidad",
     "a unidade \"{}\" é feita de \"{}\", que não é uma unidade",
     "l'unité \"{}\" est faite de \"{}\", qui n'est pas une unité"},
    {"declare it too: `{keyword:unit} {2}`", "declárela también: `{keyword:unit} {2}`",
     "declare-a também: `{keyword:unit} {2}`", "déclarez-la aussi : `{keyword:unit} {2}`"}};

// entities and enumerations
inline constexpr Entry declared_twice{
    "B133",
    {"\"{}\" is declared twice", "\"{}\" está declarado dos veces", "\"{}\" está declarado duas vezes",
     "\"{}\" est déclaré deux fois"},
    {"give one of them another name, or write `{keyword:extend} {1}` to add to it; the other is at {2}",
     "dé a uno otro nombre, o escriba `{keyword:extend} {1}` para ampliarlo; el otro está en {2}",
     "dê outro nome a um, ou escreva `{keyword:extend} {1}` para o ampliar; o outro está em {2}",
     "donnez un autre nom à l'un, ou écrivez `{keyword:extend} {1}` pour le compléter ; l'autre est en {2}"}};
inline constexpr Entry two_roots{
    "B138",
    {"two entities are the root: {} is, and {}", "dos entidades son la raíz: {} y {}",
     "duas entidades são a raiz: {} e {}", "deux entités sont la racine : {} et {}"},
    {"take out `{keyword:root}` at one; to add fields to the other write `{keyword:extend} {1} { … }`",
     "quite `{keyword:root}` en una; para ampliar la otra escriba `{keyword:extend} {1} { … }`",
     "retire `{keyword:root}` em uma; para ampliar a outra escreva `{keyword:extend} {1} { … }`",
     "retirez `{keyword:root}` à l'une ; pour compléter l'autre écrivez `{keyword:extend} {1} { … }`"}};
inline constexpr Entry no_root{
    "B138",
    {"no entity is the root, so nothing says what a plan is", "ninguna entidad es la raíz: nada dice qué es un plan",
     "nenhuma entidade é a raiz: nada diz o que é um plano",
     "aucune entité n'est la racine : rien ne dit ce qu'est un plan"},
    {"write `{keyword:entity} Plan {keyword:root} { … }`", "escriba `{keyword:entity} Plan {keyword:root} { … }`",
     "escreva `{keyword:entity} Plan {keyword:root} { … }`", "écrivez `{keyword:entity} Plan {keyword:root} { … }`"}};
inline constexpr Entry value_twice{"B133",
                                   {"the value \"{}\" is given twice", "el valor \"{}\" figura dos veces",
                                    "o valor \"{}\" figura duas vezes", "la valeur \"{}\" figure deux fois"},
                                   {"take one out", "quite uno", "retire um", "retirez-en une"}};
inline constexpr Entry ordered_extended{
    "B146",
    {"{} has an order, so no value can be added to it", "{} tiene un orden: no se le puede añadir ningún valor",
     "{} tem uma ordem: não se pode acrescentar nenhum valor", "{} a un ordre : on ne peut y ajouter aucune valeur"},
    {"declare an enumeration of your own", "declare una enumeración propia", "declare uma enumeração própria",
     "déclarez une énumération à vous"}};
inline constexpr Entry extension_ordered{
    "B146",
    {"an enumeration that extends another has no order", "una enumeración que extiende otra no tiene orden",
     "uma enumeração que estende outra não tem ordem", "une énumération qui en étend une autre n'a pas d'ordre"},
    {"separate its values by commas", "separe sus valores con comas", "separe os seus valores com vírgulas",
     "séparez ses valeurs par des virgules"}};
inline constexpr Entry enumeration_ring{
    "B143",
    {"an enumeration extends itself: {}", "una enumeración se extiende a sí misma: {}",
     "uma enumeração estende a si mesma: {}", "une énumération s'étend elle-même : {}"},
    {"take out one of the `{keyword:extends}` of this ring", "quite uno de los `{keyword:extends}` de este círculo",
     "retire um dos `{keyword:extends}` deste círculo", "retirez un des `{keyword:extends}` de ce cercle"}};
inline constexpr Entry entities_too_deep{
    "B108",
    {"more than {} entities lie in each other here", "aquí hay más de {} entidades una dentro de otra",
     "aqui há mais de {} entidades uma dentro da outra", "il y a ici plus de {} entités l'une dans l'autre"},
    {"refer to items by their key: `{keyword:ref}`", "refiérase a los elementos por su clave: `{keyword:ref}`",
     "refira-se aos elementos pela sua chave: `{keyword:ref}`",
     "désignez les éléments par leur clé : `{keyword:ref}`"}};
inline constexpr Entry field_twice{
    "B133",
    {"{} has the field \"{}\" twice", "{} tiene dos veces el campo \"{}\"", "{} tem duas vezes o campo \"{}\"",
     "{} a deux fois le champ \"{}\""},
    {"give one of them another name; the other is at {3}", "dé a uno otro nombre; el otro está en {3}",
     "dê outro nome a um; o outro está em {3}", "donnez un autre nom à l'un ; l'autre est en {3}"}};
inline constexpr Entry field_reserved{
    "B140",
    {"\"{}\" is reserved at the root of a plan", "\"{}\" está reservado en la raíz de un plan",
     "\"{}\" está reservado na raiz de um plano", "\"{}\" est réservé à la racine d'un plan"},
    {"choose another name for the field", "elija otro nombre para el campo", "escolha outro nome para o campo",
     "choisissez un autre nom pour le champ"}};

// keys
inline constexpr Entry key_no_field{
    "B141",
    {"the key \"{}\" is no field of {}", "la clave \"{}\" no es un campo de {}", "a chave \"{}\" não é um campo de {}",
     "la clé \"{}\" n'est pas un champ de {}"},
    {"add the field: `{1} {keyword:text}`", "añada el campo: `{1} {keyword:text}`",
     "acrescente o campo: `{1} {keyword:text}`", "ajoutez le champ : `{1} {keyword:text}`"}};
inline constexpr Entry not_a_key{
    "B141",
    {"\"{}\" is {}, which cannot be a key", "\"{}\" es {}, que no puede ser clave",
     "\"{}\" é {}, que não pode ser chave", "\"{}\" est {}, ce qui ne peut pas être une clé"},
    {"take a text, a number, a date, an enumeration or a {keyword:ref}",
     "tome un texto, un número, una fecha, una enumeración o un {keyword:ref}",
     "use um texto, um número, uma data, uma enumeração ou um {keyword:ref}",
     "prenez un texte, un nombre, une date, une énumération ou une {keyword:ref}"}};
inline constexpr Entry referred_without_key{
    "B141",
    {"{} has no key, so nothing can refer to it", "{} no tiene clave: nada puede referirse a él",
     "{} não tem chave: nada pode referir-se a ele", "{} n'a pas de clé : rien ne peut y faire référence"},
    {"write `{keyword:entity} {1} {keyword:key} id { id {keyword:text} … }`",
     "escriba `{keyword:entity} {1} {keyword:key} id { id {keyword:text} … }`",
     "escreva `{keyword:entity} {1} {keyword:key} id { id {keyword:text} … }`",
     "écrivez `{keyword:entity} {1} {keyword:key} id { id {keyword:text} … }`"}};
inline constexpr Entry entity_in_itself{
    "B139",
    {"{} would lie in itself: {}", "{} estaría dentro de sí mismo: {}", "{} estaria dentro de si mesmo: {}",
     "{} serait à l'intérieur de lui-même : {}"},
    {"write `{3} {keyword:ref} {1}`", "escriba `{3} {keyword:ref} {1}`", "escreva `{3} {keyword:ref} {1}`",
     "écrivez `{3} {keyword:ref} {1}`"}};
inline constexpr Sentence list_in_itself{
    "write `{} {keyword:list of} {keyword:ref} {}`", "escriba `{} {keyword:list of} {keyword:ref} {}`",
    "escreva `{} {keyword:list of} {keyword:ref} {}`", "écrivez `{} {keyword:list of} {keyword:ref} {}`"};

// lists that grow with time
inline constexpr Entry dated_no_list{
    "B155",
    {"\"{}\" is {}, so it has no `{keyword:dated}`", "\"{}\" es {}: no lleva `{keyword:dated}`",
     "\"{}\" é {}: não leva `{keyword:dated}`", "\"{}\" est {} : il n'a pas de `{keyword:dated}`"},
    {"`{keyword:dated}` says of a list of items which of their fields is the date",
     "`{keyword:dated}` dice de una lista de elementos cuál de sus campos es la fecha",
     "`{keyword:dated}` diz de uma lista de elementos qual dos seus campos é a data",
     "`{keyword:dated}` dit d'une liste d'éléments lequel de leurs champs est la date"}};
inline constexpr Entry dated_no_field{
    "B155",
    {"\"{}\" is no field of {}", "\"{}\" no es un campo de {}", "\"{}\" não é um campo de {}",
     "\"{}\" n'est pas un champ de {}"},
    {"add the field: `{1} {keyword:date}`", "añada el campo: `{1} {keyword:date}`",
     "acrescente o campo: `{1} {keyword:date}`", "ajoutez le champ : `{1} {keyword:date}`"}};
inline constexpr Entry dated_no_date{"B155",
                                     {"\"{}\" is {}, not a date", "\"{}\" es {}, no una fecha",
                                      "\"{}\" é {}, não uma data", "\"{}\" est {}, non une date"},
                                     {"after `{keyword:dated}` stands a field of type `{keyword:date}`",
                                      "después de `{keyword:dated}` va un campo de tipo `{keyword:date}`",
                                      "depois de `{keyword:dated}` vem um campo de tipo `{keyword:date}`",
                                      "après `{keyword:dated}` vient un champ de type `{keyword:date}`"}};

}  // namespace brecha::messages::catalogue
