// What check() says of names: what nothing is called, what is called so twice, what means two things.
#pragma once

#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// words of the language
inline constexpr Sentence itself{"{}", "{}", "{}", "{}"};
inline constexpr Sentence plan_word{"{keyword:plan}", "{keyword:plan}", "{keyword:plan}", "{keyword:plan}"};
inline constexpr Sentence assessment_date_word{"{word:assessment_date}", "{word:assessment_date}",
                                               "{word:assessment_date}", "{word:assessment_date}"};

// ways out that many share
inline constexpr Sentence keep_one{"keep one", "deje uno solo", "deixe um só", "gardez-en un"};
inline constexpr Sentence keep_one_line{"keep one", "deje una sola", "deixe uma só", "gardez-en une"};
inline constexpr Sentence take_one_out{"take out one of them", "quite uno de los dos", "retire um dos dois",
                                       "retirez l'un des deux"};
inline constexpr Sentence choose_another_name{"choose another name", "elija otro nombre", "escolha outro nome",
                                              "choisissez un autre nom"};

// fields and values
inline constexpr Entry no_field{"B101",
                                {"{} has no field \"{}\"", "{} no tiene el campo \"{}\"", "{} não tem o campo \"{}\"",
                                 "{} n'a pas de champ \"{}\""},
                                {"{1} has: {3}", "{1} tiene: {3}", "{1} tem: {3}", "{1} a : {3}"}};
inline constexpr Entry no_column{"B101",
                                 {"the table {} has no column \"{}\"", "la tabla {} no tiene la columna \"{}\"",
                                  "a tabela {} não tem a coluna \"{}\"", "le tableau {} n'a pas de colonne \"{}\""},
                                 {"{1} has: {3}", "{1} tiene: {3}", "{1} tem: {3}", "{1} a : {3}"}};
inline constexpr Sentence near_field{"did you mean \"{}\"?", "¿quiso decir \"{}\"?", "quis dizer \"{}\"?",
                                     "vouliez-vous dire \"{}\" ?"};
inline constexpr Sentence near_field_of{
    "did you mean \"{}\"? {} also has: {}", "¿quiso decir \"{}\"? {} tiene además: {}",
    "quis dizer \"{}\"? {} tem também: {}", "vouliez-vous dire \"{}\" ? {} a aussi : {}"};
inline constexpr Entry no_value{"B102",
                                {"\"{}\" is not a value of {}", "\"{}\" no es un valor de {}",
                                 "\"{}\" não é um valor de {}", "\"{}\" n'est pas une valeur de {}"},
                                {"{2} is: {3}", "{2} es: {3}", "{2} é: {3}", "{2} est : {3}"}};
inline constexpr Sentence near_value{"did you mean {}? {} is: {}", "¿quiso decir {}? {} es: {}",
                                     "quis dizer {}? {} é: {}", "vouliez-vous dire {} ? {} est : {}"};

// names of expressions
inline constexpr Entry no_name{
    "B131",
    {"nothing is called \"{}\" here", "nada se llama \"{}\" aquí", "nada se chama \"{}\" aqui",
     "rien ne s'appelle \"{}\" ici"},
    {"declare it as a parameter or with `{keyword:let}`; a text stands in quotes",
     "declárelo como parámetro o con `{keyword:let}`; un texto va entre comillas",
     "declare-o como parâmetro ou com `{keyword:let}`; um texto vai entre aspas",
     "déclarez-le comme paramètre ou avec `{keyword:let}` ; un texte se met entre guillemets"}};
inline constexpr Sentence near_path{"did you mean `{}.{}`?", "¿quiso decir `{}.{}`?", "quis dizer `{}.{}`?",
                                    "vouliez-vous dire `{}.{}` ?"};
inline constexpr Entry no_function{
    "B147",
    {"there is no function \"{}\"", "no hay ninguna función \"{}\"", "não há nenhuma função \"{}\"",
     "il n'y a pas de fonction \"{}\""},
    {"define it: `{keyword:define} {1}(…) = …`", "defínala: `{keyword:define} {1}(…) = …`",
     "defina-a: `{keyword:define} {1}(…) = …`", "définissez-la : `{keyword:define} {1}(…) = …`"}};
inline constexpr Entry not_a_function{
    "B147",
    {"\"{}\" is no function", "\"{}\" no es una función", "\"{}\" não é uma função", "\"{}\" n'est pas une fonction"},
    {"take out the brackets", "quite los paréntesis", "retire os parênteses", "retirez les parenthèses"}};
inline constexpr Sentence square_brackets{
    "a table is read with square brackets: `{}[…]`", "una tabla se lee con corchetes: `{}[…]`",
    "uma tabela se lê com colchetes: `{}[…]`", "un tableau se lit avec des crochets : `{}[…]`"};
inline constexpr Entry definition_operands{
    "B135",
    {"{} takes {2} {2|value|values}, {3} given", "{} toma {2} {2|valor|valores}, se {3|da|dan} {3}",
     "{} recebe {2} {2|valor|valores}, {3|é dado|são dados} {3}",
     "{} prend {2} {2|valeur|valeurs}, {3} {3|est donnée|sont données}"},
    {"write `{1}({4})`", "escriba `{1}({4})`", "escreva `{1}({4})`", "écrivez `{1}({4})`"}};
inline constexpr Entry definition_without_brackets{
    "B135",
    {"{} needs {2} {2|value|values} in brackets", "{} necesita {2} {2|valor|valores} entre paréntesis",
     "{} precisa de {2} {2|valor|valores} entre parênteses", "{} demande {2} {2|valeur|valeurs} entre parenthèses"},
    {"write `{1}(…)`", "escriba `{1}(…)`", "escreva `{1}(…)`", "écrivez `{1}(…)`"}};
inline constexpr Entry no_enumeration{"B132",
                                      {"there is no enumeration \"{}\"", "no hay ninguna enumeración \"{}\"",
                                       "não há nenhuma enumeração \"{}\"", "il n'y a pas d'énumération \"{}\""},
                                      {"declare it with `{keyword:enum}`", "declárela con `{keyword:enum}`",
                                       "declare-a com `{keyword:enum}`", "déclarez-la avec `{keyword:enum}`"}};
inline constexpr Sentence values_of_needs_enumeration{
    "`{keyword:values of}` needs the name of an `{keyword:enum}` of the vocabulary",
    "`{keyword:values of}` necesita el nombre de un `{keyword:enum}` del vocabulario",
    "`{keyword:values of}` precisa do nome de uma `{keyword:enum}` do vocabulário",
    "`{keyword:values of}` demande le nom d'une `{keyword:enum}` du vocabulaire"};
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
inline constexpr Entry no_entity_to_extend{
    "B132",
    {"there is no entity \"{}\" to extend", "no hay ninguna entidad \"{}\" que ampliar",
     "não há nenhuma entidade \"{}\" a ampliar", "il n'y a pas d'entité \"{}\" à compléter"},
    {"declare it with `{keyword:entity}`, or name the vocabulary that has it with `{keyword:extends}`",
     "declárela con `{keyword:entity}`, o nombre el vocabulario que la tiene con `{keyword:extends}`",
     "declare-a com `{keyword:entity}`, ou nomeie o vocabulário que a tem com `{keyword:extends}`",
     "déclarez-la avec `{keyword:entity}`, ou nommez le vocabulaire qui l'a avec `{keyword:extends}`"}};

// one word, two meanings
inline constexpr Entry values_of_several{
    "B136",
    {"these are values of {}", "estos son valores de {}", "estes são valores de {}", "ce sont des valeurs de {}"},
    {"say which one, for the first of them: `{2}.{3}`", "diga cuál, en el primero: `{2}.{3}`",
     "diga qual, no primeiro: `{2}.{3}`", "dites laquelle, pour la première : `{2}.{3}`"}};
inline constexpr Entry value_of_several{
    "B136",
    {"\"{}\" is a value of {}", "\"{}\" es un valor de {}", "\"{}\" é um valor de {}", "\"{}\" est une valeur de {}"},
    {"say which one: `{3}.{1}`", "diga cuál: `{3}.{1}`", "diga qual: `{3}.{1}`", "dites laquelle : `{3}.{1}`"}};
inline constexpr Entry name_of_several{
    "B136",
    {"\"{}\" is in {} and in {}", "\"{}\" está en {} y en {}", "\"{}\" está em {} e em {}",
     "\"{}\" est dans {} et dans {}"},
    {"write `{2}.{1}`", "escriba `{2}.{1}`", "escreva `{2}.{1}`", "écrivez `{2}.{1}`"}};
inline constexpr Entry name_and_value{
    "B137",
    {"\"{}\" is {} here, and also a value of {}", "\"{}\" es aquí {}, y también un valor de {}",
     "\"{}\" é aqui {}, e também um valor de {}", "\"{}\" est ici {}, et aussi une valeur de {}"},
    {"write `{3}.{1}` for the value, or give the other one another name",
     "escriba `{3}.{1}` para el valor, o dé otro nombre al otro",
     "escreva `{3}.{1}` para o valor, ou dê outro nome ao outro",
     "écrivez `{3}.{1}` pour la valeur, ou donnez un autre nom à l'autre"}};
inline constexpr Sentence rename_the_other{"give the other one another name", "dé otro nombre al otro",
                                           "dê outro nome ao outro", "donnez un autre nom à l'autre"};
inline constexpr Sentence a_variable{"a variable", "una variable", "uma variável", "une variable"};
inline constexpr Sentence a_parameter{"a parameter", "un parámetro", "um parâmetro", "un paramètre"};
inline constexpr Sentence a_table{"a table", "una tabla", "uma tabela", "un tableau"};
inline constexpr Sentence a_definition{"a definition", "una definición", "uma definição", "une définition"};

// names that cannot be given
inline constexpr Entry reserved_name{"B314",
                                     {"\"{}\" is \"{}\" in {}, so the file could not be translated",
                                      "\"{}\" es \"{}\" en {}: el archivo no se podría traducir",
                                      "\"{}\" é \"{}\" em {}: o arquivo não poderia ser traduzido",
                                      "\"{}\" est \"{}\" en {} : le fichier ne pourrait pas être traduit"},
                                     {"call it {4}", "llámelo {4}", "chame-o {4}", "appelez-le {4}"}};
inline constexpr Entry name_taken_here{"B133",
                                       {"\"{}\" already names something here", "\"{}\" ya nombra algo aquí",
                                        "\"{}\" já designa algo aqui", "\"{}\" désigne déjà quelque chose ici"},
                                       choose_another_name};
inline constexpr Entry name_taken_in_ruleset{
    "B133",
    {"\"{}\" already names something in the ruleset", "\"{}\" ya nombra algo en el reglamento",
     "\"{}\" já designa algo no regulamento", "\"{}\" désigne déjà quelque chose dans le recueil"},
    choose_another_name};
inline constexpr Entry name_taken_everywhere{
    "B133",
    {"\"{}\" already names something in every ruleset", "\"{}\" ya nombra algo en todo reglamento",
     "\"{}\" já designa algo em todo regulamento", "\"{}\" désigne déjà quelque chose dans tout recueil"},
    choose_another_name};
inline constexpr Entry name_of_function{"B133",
                                        {"\"{}\" is a function of the language", "\"{}\" es una función del lenguaje",
                                         "\"{}\" é uma função da linguagem", "\"{}\" est une fonction du langage"},
                                        choose_another_name};
inline constexpr Entry name_twice{"B133",
                                  {"\"{}\" is declared twice", "\"{}\" está declarado dos veces",
                                   "\"{}\" está declarado duas vezes", "\"{}\" est déclaré deux fois"},
                                  {"give one of them another name", "dé a uno otro nombre", "dê outro nome a um deles",
                                   "donnez un autre nom à l'un d'eux"}};

// references
inline constexpr Entry no_source_named{"B203",
                                       {"there is no source \"{}\"", "no hay ninguna fuente \"{}\"",
                                        "não há nenhuma fonte \"{}\"", "il n'y a pas de source \"{}\""},
                                       {"declare it: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "declárela: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "declare-a: `{keyword:source} {1} { {keyword:title} \"…\" }`",
                                        "déclarez-la : `{keyword:source} {1} { {keyword:title} \"…\" }`"}};
inline constexpr Entry no_requirement{"B306",
                                      {"there is no requirement {}", "no hay ningún requisito {}",
                                       "não há nenhum requisito {}", "il n'y a pas d'exigence {}"},
                                      {"name a requirement of this ruleset", "nombre un requisito de este reglamento",
                                       "nomeie um requisito deste regulamento", "nommez une exigence de ce recueil"}};
inline constexpr Sentence renamed{"{} is {} now", "{} es ahora {}", "{} agora é {}", "{} est maintenant {}"};
inline constexpr Entry verdict_for_other{
    "B321",
    {"{} gives no finding for {}", "{} no da ningún resultado para {}", "{} não dá nenhum resultado para {}",
     "{} ne donne aucun résultat pour {}"},
    {"name a variable that stands for a subject of {1}", "nombre una variable que sea sujeto de {1}",
     "nomeie uma variável que seja sujeito de {1}", "nommez une variable qui soit un sujet de {1}"}};
inline constexpr Sentence without_for{"take out `{keyword:for}`: {} has no `{keyword:each}`",
                                      "quite `{keyword:for}`: {} no tiene ningún `{keyword:each}`",
                                      "retire `{keyword:for}`: {} não tem nenhum `{keyword:each}`",
                                      "retirez `{keyword:for}` : {} n'a pas de `{keyword:each}`"};
inline constexpr Entry for_needs_variable{
    "B321",
    {"`{keyword:for}` needs one of the requirement's variables",
     "`{keyword:for}` necesita una de las variables del requisito",
     "`{keyword:for}` precisa de uma das variáveis do requisito",
     "`{keyword:for}` demande une des variables de l'exigence"},
    {"name the variable of an `{keyword:each}`", "nombre la variable de un `{keyword:each}`",
     "nomeie a variável de um `{keyword:each}`", "nommez la variable d'un `{keyword:each}`"}};
inline constexpr Entry verdicts_in_ring{
    "B320",
    {"these verdicts depend on each other: {}", "estos veredictos dependen unos de otros: {}",
     "estes veredictos dependem uns dos outros: {}", "ces verdicts dépendent les uns des autres : {}"},
    {"take out one of them", "quite una de estas dependencias", "retire uma destas dependências",
     "retirez une de ces dépendances"}};
inline constexpr Entry remedies_in_ring{
    "B307",
    {"these remedies wait for each other: {}", "estos remedios se esperan unos a otros: {}",
     "estes remédios esperam uns pelos outros: {}", "ces remèdes s'attendent les uns les autres : {}"},
    {"take out one of the lines {2}", "quite una de las líneas {2}", "retire uma das linhas {2}",
     "retirez une des lignes {2}"}};
inline constexpr Sentence take_out_line{"take out line {}", "quite la línea {}", "retire a linha {}",
                                        "retirez la ligne {}"};

}  // namespace brecha::messages::catalogue
