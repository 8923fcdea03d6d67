// What is said where rulesets are found and read, and of values that are set from outside.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Sentence name_rules_folder{
    "name the folder that holds the rules", "nombre la carpeta que contiene las reglas",
    "nomeie a pasta que contém as regras", "nommez le dossier qui contient les règles"};
inline constexpr Entry nothing_called{
    "B134",
    {"there is no ruleset and no file \"{}\"", "no hay ningún reglamento ni archivo \"{}\"",
     "não há nenhum regulamento nem arquivo \"{}\"", "il n'y a ni recueil ni fichier \"{}\""}};
inline constexpr Sentence shipped_are{"shipped rulesets are: {}", "los reglamentos incluidos son: {}",
                                      "os regulamentos incluídos são: {}", "les recueils fournis sont : {}"};
inline constexpr Entry no_rules_in{
    "B134",
    {"there is no *.brecha file in \"{}\"", "no hay ningún archivo *.brecha en \"{}\"",
     "não há nenhum arquivo *.brecha em \"{}\"", "il n'y a pas de fichier *.brecha dans \"{}\""},
    name_rules_folder};
inline constexpr Entry too_many_files{"B335",
                                      {"there are more than {} files here", "aquí hay más de {} archivos",
                                       "aqui há mais de {} arquivos", "il y a plus de {} fichiers ici"},
                                      name_rules_folder};
inline constexpr Sentence shipped_looked_for_in{
    "shipped rulesets were looked for in {}", "los reglamentos incluidos se buscaron en {}",
    "os regulamentos incluídos foram procurados em {}", "les recueils fournis ont été cherchés dans {}"};

// why a file is not read
inline constexpr Sentence file_outside{
    "\"{}\" lies outside of the ruleset's folder", "\"{}\" está fuera de la carpeta del reglamento",
    "\"{}\" está fora da pasta do regulamento", "\"{}\" est hors du dossier du recueil"};
inline constexpr Sentence copy_into_folder{
    "put a copy into the folder: a ruleset reads nothing else of the machine",
    "ponga una copia en la carpeta: un reglamento no lee nada más del equipo",
    "ponha uma cópia na pasta: um regulamento não lê mais nada da máquina",
    "mettez une copie dans le dossier : un recueil ne lit rien d'autre de la machine"};
inline constexpr Sentence not_a_file{"\"{}\" is not a file", "\"{}\" no es un archivo", "\"{}\" não é um arquivo",
                                     "\"{}\" n'est pas un fichier"};
inline constexpr Sentence name_a_file{"name a file; folders, devices and pipes are not read",
                                      "nombre un archivo; no se leen carpetas, dispositivos ni tuberías",
                                      "nomeie um arquivo; não se leem pastas, dispositivos nem tubos",
                                      "nommez un fichier ; les dossiers, périphériques et tubes ne sont pas lus"};
inline constexpr Sentence data_file_too_large{"the file \"{}\" is too large", "el archivo \"{}\" es demasiado grande",
                                              "o arquivo \"{}\" é grande demais", "le fichier \"{}\" est trop grand"};
inline constexpr Sentence split_file{
    "split it, or keep the part that is needed", "divídalo, o deje la parte que se necesita",
    "divida-o, ou deixe a parte necessária", "partagez-le, ou gardez la partie nécessaire"};
inline constexpr Sentence file_unreadable{"the file \"{}\" cannot be read", "no se puede leer el archivo \"{}\"",
                                          "não é possível ler o arquivo \"{}\"",
                                          "le fichier \"{}\" ne peut pas être lu"};
inline constexpr Sentence see_who_may_read{"look at who may read it", "revise quién puede leerlo",
                                           "veja quem pode lê-lo", "voyez qui peut le lire"};
inline constexpr Sentence file_absent{"there is no file \"{}\"", "no hay ningún archivo \"{}\"",
                                      "não há nenhum arquivo \"{}\"", "il n'y a pas de fichier \"{}\""};
inline constexpr Sentence put_beside_ruleset{"put it beside the ruleset; its path is written from there",
                                             "póngalo junto al reglamento; su ruta se escribe desde ahí",
                                             "ponha-o ao lado do regulamento; o seu caminho se escreve a partir daí",
                                             "mettez-le à côté du recueil ; son chemin s'écrit à partir de là"};
inline constexpr Entry found_twice{
    "B134",
    {"\"{}\" is found twice: in {} and in {}", "\"{}\" se encuentra dos veces: en {} y en {}",
     "\"{}\" é encontrado duas vezes: em {} e em {}", "\"{}\" se trouve deux fois : dans {} et dans {}"},
    {"take one away, or name only one of the folders", "quite uno, o nombre solo una de las carpetas",
     "retire um, ou nomeie só uma das pastas", "retirez-en un, ou nommez un seul des dossiers"}};

// parameters from outside
inline constexpr Entry no_parameter{
    "B510",
    {"{} has no parameter \"{}\"", "{} no tiene ningún parámetro \"{}\"", "{} não tem nenhum parâmetro \"{}\"",
     "{} n'a pas de paramètre \"{}\""},
    {"leave it out: this ruleset has no parameters", "quítelo: este reglamento no tiene parámetros",
     "retire-o: este regulamento não tem parâmetros", "retirez-le : ce recueil n'a pas de paramètres"}};
inline constexpr Sentence its_parameters{"its parameters are {}", "sus parámetros son {}", "os seus parâmetros são {}",
                                         "ses paramètres sont {}"};
inline constexpr Entry unsuited_value{
    "B511",
    {"\"{}\" is no value for the parameter {}", "\"{}\" no es un valor del parámetro {}",
     "\"{}\" não é um valor do parâmetro {}", "\"{}\" n'est pas une valeur du paramètre {}"},
    {"write {3}", "escriba {3}", "escreva {3}", "écrivez {3}"},
    {"{3}", "{3}", "{3}", "{3}"}};
inline constexpr Entry thousands_in_parameter{
    "B511",
    {"\"{}\" for the parameter {} may be {3} or {4}", "\"{}\" para el parámetro {} puede ser {3} o {4}",
     "\"{}\" para o parâmetro {} pode ser {3} ou {4}", "\"{}\" pour le paramètre {} peut être {3} ou {4}"},
    {"write {3} or {4}, whichever is meant", "escriba {3} o {4}, según lo que quiera decir",
     "escreva {3} ou {4}, conforme o que quer dizer", "écrivez {3} ou {4}, selon le sens voulu"}};
inline constexpr Sentence yes_or_no{"{keyword:yes} or {keyword:no}", "{keyword:yes} o {keyword:no}",
                                    "{keyword:yes} ou {keyword:no}", "{keyword:yes} ou {keyword:no}"};
inline constexpr Sentence whole_number{"a whole number", "un número entero", "um número inteiro", "un nombre entier"};
inline constexpr Sentence number_in_unit{"a number of {}", "un número de {}", "um número de {}", "un nombre de {}"};
inline constexpr Sentence percentage_like{"a percentage like 30%", "un porcentaje como 30%", "uma percentagem como 30%",
                                          "un pourcentage comme 30%"};
inline constexpr Sentence date_like{"a date like 2026-01-15", "una fecha como 2026-01-15", "uma data como 2026-01-15",
                                    "une date comme 2026-01-15"};
inline constexpr Sentence moment_like{"a moment like 2026-01-15T08:30-06:00", "un momento como 2026-01-15T08:30-06:00",
                                      "um momento como 2026-01-15T08:30-06:00",
                                      "un instant comme 2026-01-15T08:30-06:00"};
inline constexpr Sentence duration_like{"a duration like 6 {keyword:months}", "una duración como 6 {keyword:months}",
                                        "uma duração como 6 {keyword:months}", "une durée comme 6 {keyword:months}"};
inline constexpr Sentence one_value_of{"one of {}", "uno de {}", "um de {}", "un de {}"};
inline constexpr Sentence a_constant{"a constant", "una constante", "uma constante", "une constante"};
inline constexpr Sentence list_like{"a list like {…}, each {}", "una lista como {…}, cada uno {}",
                                    "uma lista como {…}, cada um {}", "une liste comme {…}, chaque élément étant {}"};

}  // namespace brecha::messages::catalogue
