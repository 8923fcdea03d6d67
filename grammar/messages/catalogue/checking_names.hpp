// What check() says of names: what nothing is called, what is called so twice, what means two things.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Sentence plan_word{"{keyword:plan}", "{keyword:plan}", "{keyword:plan}", "{keyword:plan}"};
inline constexpr Sentence assessment_date_word{"{word:assessment_date}", "{word:assessment_date}",
                                               "{word:assessment_date}", "{word:assessment_date}"};

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
inline constexpr Entry parameter_reads_plan{
    "B325",
    {"a parameter cannot read the plan", "un parámetro no puede leer el plan", "um parâmetro não pode ler o plano",
     "un paramètre ne peut pas lire le plan"},
    {"write a `{keyword:define}` instead", "escriba en su lugar un `{keyword:define}`",
     "escreva em vez disso um `{keyword:define}`", "écrivez plutôt un `{keyword:define}`"}};
inline constexpr Entry parameter_reads_verdict{
    "B325",
    {"a parameter cannot depend on a verdict", "un parámetro no puede depender de un veredicto",
     "um parâmetro não pode depender de um veredicto", "un paramètre ne peut pas dépendre d'un verdict"},
    parameter_reads_plan.help};

}  // namespace brecha::messages::catalogue
