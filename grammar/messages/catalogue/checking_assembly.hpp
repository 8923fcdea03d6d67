// What check() says of files: which vocabularies, rulesets and tests belong together.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/catalogue/common.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// which files belong together
inline constexpr Entry wrong_version{
    "B134",
    {"{} is version {} here, {} is asked for", "{} es aquí la versión {}, se pide la {}",
     "{} é aqui a versão {}, pede-se a {}", "{} est ici en version {}, on demande la {}"},
    {"write `{1} {4}`, or bring the version that is asked for", "escriba `{1} {4}`, o traiga la versión pedida",
     "escreva `{1} {4}`, ou traga a versão pedida", "écrivez `{1} {4}`, ou apportez la version demandée"}};
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
inline constexpr Sentence rulesets_have_vocabularies{
    "it is a ruleset, and a vocabulary extends the vocabulary that a ruleset uses: write {}",
    "es un reglamento, y un vocabulario extiende el vocabulario que usa un reglamento: escriba {}",
    "é um regulamento, e um vocabulário estende o vocabulário que um regulamento usa: escreva {}",
    "c'est un recueil, et un vocabulaire étend le vocabulaire qu'utilise un recueil : écrivez {}"};
inline constexpr Sentence extends_line{"`{keyword:extends} {} {}`", "`{keyword:extends} {} {}`",
                                       "`{keyword:extends} {} {}`", "`{keyword:extends} {} {}`"};
inline constexpr Entry vocabulary_ring{
    "B143",
    {"{} extends itself, directly or through others", "{} se extiende a sí mismo, directamente o a través de otros",
     "{} estende a si mesmo, diretamente ou através de outros",
     "{} s'étend lui-même, directement ou à travers d'autres"},
    {"take out one of the `{keyword:extends}` lines that lead back to it",
     "quite una de las líneas `{keyword:extends}` que llevan de vuelta a él",
     "retire uma das linhas `{keyword:extends}` que levam de volta a ele",
     "retirez une des lignes `{keyword:extends}` qui y ramènent"}};

// which ruleset
inline constexpr Entry two_vocabularies{"B133",
                                        {"there are two vocabularies \"{}\"", "hay dos vocabularios \"{}\"",
                                         "há dois vocabulários \"{}\"", "il y a deux vocabulaires \"{}\""},
                                        {"keep one; the other is at {2}", "deje uno solo; el otro está en {2}",
                                         "deixe um só; o outro está em {2}", "gardez-en un ; l'autre est en {2}"}};
inline constexpr Entry two_rulesets{"B133",
                                    {"there are two rulesets \"{}\"", "hay dos reglamentos \"{}\"",
                                     "há dois regulamentos \"{}\"", "il y a deux recueils \"{}\""},
                                    two_vocabularies.help};
inline constexpr Entry no_ruleset{"B134",
                                  {"there is no ruleset \"{}\"", "no hay ningún reglamento \"{}\"",
                                   "não há nenhum regulamento \"{}\"", "il n'y a pas de recueil \"{}\""}};
inline constexpr Sentence there_are{"there are: {}", "hay: {}", "há: {}", "il y a : {}"};
inline constexpr Entry several_rulesets{"B144",
                                        {"there are several rulesets here: {}", "aquí hay varios reglamentos: {}",
                                         "aqui há vários regulamentos: {}", "il y a plusieurs recueils ici : {}"},
                                        {"say which one: `--ruleset {2}`", "diga cuál: `--ruleset {2}`",
                                         "diga qual: `--ruleset {2}`", "dites lequel : `--ruleset {2}`"}};
inline constexpr Entry no_vocabulary_or_ruleset{
    "B134",
    {"there is no vocabulary or ruleset \"{}\"", "no hay ningún vocabulario ni reglamento \"{}\"",
     "não há nenhum vocabulário nem regulamento \"{}\"", "il n'y a ni vocabulaire ni recueil \"{}\""},
    put_its_file};
inline constexpr Entry ruleset_ring{
    "B143",
    {"{} uses itself, through others", "{} se usa a sí mismo, a través de otros",
     "{} usa a si mesmo, através de outros", "{} s'utilise lui-même, à travers d'autres"},
    {"take out one of the `{keyword:uses}` lines of this ring",
     "quite una de las líneas `{keyword:uses}` de este círculo", "retire uma das linhas `{keyword:uses}` deste círculo",
     "retirez une des lignes `{keyword:uses}` de ce cercle"}};
inline constexpr Entry nothing_here{
    "B134",
    {"there is no ruleset here, and no vocabulary", "aquí no hay ningún reglamento ni vocabulario",
     "aqui não há nenhum regulamento nem vocabulário", "il n'y a ici ni recueil ni vocabulaire"},
    {"write `{keyword:ruleset} NAME 1.0 { … }`, or start one with `brecha new`",
     "escriba `{keyword:ruleset} NOMBRE 1.0 { … }`, o empiece uno con `brecha new`",
     "escreva `{keyword:ruleset} NOME 1.0 { … }`, ou comece um com `brecha new`",
     "écrivez `{keyword:ruleset} NOM 1.0 { … }`, ou commencez-en un avec `brecha new`"}};
inline constexpr Entry uses_nothing{
    "B134",
    {"{} does not say which vocabulary its plans are written in",
     "{} no dice en qué vocabulario están escritos sus planes",
     "{} não diz em que vocabulário estão escritos os seus planos",
     "{} ne dit pas dans quel vocabulaire ses plans sont écrits"},
    {"add a line like `{keyword:uses} core 1`", "añada una línea como `{keyword:uses} core 1`",
     "acrescente uma linha como `{keyword:uses} core 1`", "ajoutez une ligne comme `{keyword:uses} core 1`"}};

}  // namespace brecha::messages::catalogue
