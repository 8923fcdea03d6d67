// What check() says of vocabularies: units, enumerations, entities, keys, and the languages of their texts.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// which files belong together
inline constexpr Entry wrong_version{
    "B134",
    {"{} is version {} here, {} is asked for", "{} es aquí la versión {}, se pide la {}",
     "{} é aqui a versão {}, pede-se a {}", "{} est ici en version {}, on demande la {}"},
    {"write `{1} {2}`, or bring the version that is asked for", "escriba `{1} {2}`, o traiga la versión pedida",
     "escreva `{1} {2}`, ou traga a versão pedida", "écrivez `{1} {2}`, ou apportez la version demandée"}};
inline constexpr Sentence put_its_file{"put its file into the same folder, or name its folder with --path",
                                       "ponga su archivo en la misma carpeta, o nombre su carpeta con --path",
                                       "ponha o seu arquivo na mesma pasta, ou nomeie a pasta com --path",
                                       "mettez son fichier dans le même dossier, ou nommez son dossier avec --path"};
inline constexpr Sentence put_its_file_or_there{
    "put its file into the same folder, or name its folder with --path; it was looked for in {}, too",
    "ponga su archivo en la misma carpeta, o nombre su carpeta con --path; también se buscó en {}",
    "ponha o seu arquivo na mesma pasta, ou nomeie a pasta com --path; também foi procurado em {}",
    "mettez son fichier dans le même dossier, ou nommez son dossier avec --path ; il a aussi été cherché dans {}"};
inline constexpr Entry no_vocabulary{"B134",
                                     {"there is no vocabulary \"{}\"", "no hay ningún vocabulario \"{}\"",
                                      "não há nenhum vocabulário \"{}\"", "il n'y a pas de vocabulaire \"{}\""},
                                     put_its_file};
inline constexpr Entry vocabulary_ring{
    "B143",
    {"{} extends itself, through others", "{} se extiende a sí mismo, a través de otros",
     "{} estende a si mesmo, através de outros", "{} s'étend lui-même, à travers d'autres"},
    {"take out one of the `{keyword:extends}` lines of this ring",
     "quite una de las líneas `{keyword:extends}` de este círculo",
     "retire uma das linhas `{keyword:extends}` deste círculo",
     "retirez une des lignes `{keyword:extends}` de ce cercle"}};

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
inline constexpr Entry unit_power_too_large{
    "B108",
    {"a unit stands here to a power beyond {}", "aquí hay una unidad elevada a una potencia mayor que {}",
     "há aqui uma unidade elevada a uma potência maior que {}",
     "il y a ici une unité élevée à une puissance supérieure à {}"},
    {"multiply fewer of them; `{word:amount}(…, UNIT)` takes the unit out of a number",
     "multiplique menos; `{word:amount}(…, UNIDAD)` quita la unidad a un número",
     "multiplique menos; `{word:amount}(…, UNIDADE)` tira a unidade de um número",
     "multipliez-en moins ; `{word:amount}(…, UNITÉ)` retire l'unité d'un nombre"}};
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
inline constexpr Entry list_of_lists{
    "B145",
    {"a list of lists cannot be said in a plan", "un plan no puede decir una lista de listas",
     "um plano não pode dizer uma lista de listas", "un plan ne peut pas dire une liste de listes"},
    {"give the inner list a field of an entity of its own", "dé a la lista interior un campo de una entidad propia",
     "dê à lista interior um campo de uma entidade própria",
     "donnez à la liste intérieure un champ d'une entité à elle"}};

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

// languages of texts
inline constexpr Sentence title_of{"the title of {}", "el título de {}", "o título de {}", "le titre de {}"};
inline constexpr Sentence label_of{"the label of {}", "la etiqueta de {}", "o rótulo de {}", "le libellé de {}"};
inline constexpr Sentence label_of_unit{"the label of the unit {}", "la etiqueta de la unidad {}",
                                        "o rótulo da unidade {}", "le libellé de l'unité {}"};
inline constexpr Sentence question_of{"the question of {}", "la pregunta de {}", "a pergunta de {}",
                                      "la question de {}"};
inline constexpr Sentence note_of{"the note of {}", "la nota de {}", "a nota de {}", "la note de {}"};
inline constexpr Sentence gap_text_of{"the gap text of {}", "el texto de brecha de {}", "o texto de lacuna de {}",
                                      "le texte de lacune de {}"};
inline constexpr Sentence remedy_text_of{"the remedy text of {}", "el texto de remedio de {}",
                                         "o texto de remédio de {}", "le texte de remède de {}"};
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
    {"add `{3} \"…\"`", "añada `{3} \"…\"`", "acrescente `{3} \"…\"`", "ajoutez `{3} \"…\"`"}};
inline constexpr Entry item_in_text{
    "B326",
    {"{} cannot be shown in a text", "{} no se puede mostrar en un texto", "não é possível mostrar {} em um texto",
     "on ne peut pas montrer {} dans un texte"},
    {"show one of its fields: `{{2}}`", "muestre uno de sus campos: `{{2}}`", "mostre um dos seus campos: `{{2}}`",
     "montrez un de ses champs : `{{2}}`"}};

}  // namespace brecha::messages::catalogue
