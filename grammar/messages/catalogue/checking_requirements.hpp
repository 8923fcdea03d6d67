// What check() says of a requirement's lines and parts.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

// lines and parts
inline constexpr Entry requirement_twice{
    "B133",
    {"two requirements are called {}", "dos requisitos se llaman {}", "dois requisitos se chamam {}",
     "deux exigences s'appellent {}"},
    {"give one of them its own id", "dé a uno su propio identificador", "dê a um o seu próprio identificador",
     "donnez à l'une son propre identifiant"}};
inline constexpr Entry line_misplaced{
    "B313",
    {"`{}` governs the whole requirement, also the parts above it",
     "`{}` rige todo el requisito, también las partes de arriba",
     "`{}` rege todo o requisito, também as partes de cima",
     "`{}` régit toute l'exigence, y compris les parties au-dessus"},
    {"move it above the first `{keyword:require}`", "póngalo antes del primer `{keyword:require}`",
     "ponha-o antes do primeiro `{keyword:require}`", "placez-le avant le premier `{keyword:require}`"}};
inline constexpr Sentence source_above{
    "move it above the first `{keyword:require}`, or cite for one part: `{keyword:source} .2 …`",
    "póngala antes del primer `{keyword:require}`, o cite para una parte: `{keyword:source} .2 …`",
    "ponha-a antes do primeiro `{keyword:require}`, ou cite para uma parte: `{keyword:source} .2 …`",
    "placez-la avant le premier `{keyword:require}`, ou citez pour une partie : `{keyword:source} .2 …`"};
inline constexpr Sentence when_above{
    "move it above the first `{keyword:require}`, or write `{keyword:if} {} {keyword:then} …` for this part",
    "póngalo antes del primer `{keyword:require}`, o escriba `{keyword:if} {} {keyword:then} …` para esta parte",
    "ponha-o antes do primeiro `{keyword:require}`, ou escreva `{keyword:if} {} {keyword:then} …` para esta parte",
    "placez-le avant le premier `{keyword:require}`, ou écrivez `{keyword:if} {} {keyword:then} …` pour cette partie"};
inline constexpr Entry line_twice{
    "B211",
    {"{} has two `{}` lines", "{} tiene dos líneas `{}`", "{} tem duas linhas `{}`", "{} a deux lignes `{}`"},
    keep_one_line};
inline constexpr Sentence modality_words{
    "{keyword:shall}, {keyword:should}, {keyword:may}", "{keyword:shall}, {keyword:should}, {keyword:may}",
    "{keyword:shall}, {keyword:should}, {keyword:may}", "{keyword:shall}, {keyword:should}, {keyword:may}"};
inline constexpr Entry effort_not_duration{
    "B316",
    {"an effort is a duration, written out", "un esfuerzo es una duración, escrita tal cual",
     "um esforço é uma duração, escrita tal como é", "un effort est une durée, écrite telle quelle"},
    {"write it like `{keyword:effort} 2 {keyword:weeks}`", "escríbalo como `{keyword:effort} 2 {keyword:weeks}`",
     "escreva-o como `{keyword:effort} 2 {keyword:weeks}`", "écrivez-le comme `{keyword:effort} 2 {keyword:weeks}`"}};
inline constexpr Entry facts_last_no_days{
    "B316",
    {"facts last for days, weeks, months or years", "los hechos valen por días, semanas, meses o años",
     "os fatos valem por dias, semanas, meses ou anos",
     "les faits valent des jours, des semaines, des mois ou des ans"},
    {"write it like `{keyword:facts last} 3 {keyword:years}`",
     "escríbalo como `{keyword:facts last} 3 {keyword:years}`",
     "escreva-o como `{keyword:facts last} 3 {keyword:years}`",
     "écrivez-le comme `{keyword:facts last} 3 {keyword:years}`"}};
inline constexpr Entry part_twice{
    "B210",
    {"{} has two parts {}", "{} tiene dos partes {}", "{} tem duas partes {}", "{} a deux parties {}"},
    {"give each part its own number", "dé a cada parte su propio número", "dê a cada parte o seu próprio número",
     "donnez à chaque partie son propre numéro"}};
inline constexpr Entry no_part{
    "B207",
    {"{} has no part {}", "{} no tiene ninguna parte {}", "{} não tem nenhuma parte {}", "{} n'a pas de partie {}"},
    {"take the part out, or number the `{keyword:require}` line: `{keyword:require} {2} …`",
     "quite la parte, o numere la línea `{keyword:require}`: `{keyword:require} {2} …`",
     "retire a parte, ou numere a linha `{keyword:require}`: `{keyword:require} {2} …`",
     "retirez la partie, ou numérotez la ligne `{keyword:require}` : `{keyword:require} {2} …`"}};
inline constexpr Sentence its_parts{"its parts are: {}", "sus partes son: {}", "as suas partes são: {}",
                                    "ses parties sont : {}"};
inline constexpr Entry no_title{
    "B205",
    {"requirement {} has no title", "el requisito {} no tiene título", "o requisito {} não tem título",
     "l'exigence {} n'a pas de titre"},
    {"add a line like `{keyword:title} en \"…\"`", "añada una línea como `{keyword:title} es \"…\"`",
     "acrescente uma linha como `{keyword:title} pt \"…\"`", "ajoutez une ligne comme `{keyword:title} fr \"…\"`"}};
inline constexpr Entry no_modality{
    "B206",
    {"requirement {} does not say how binding it is", "el requisito {} no dice cuánto obliga",
     "o requisito {} não diz quanto obriga", "l'exigence {} ne dit pas avec quelle force elle oblige"},
    {"add `{keyword:shall}`, `{keyword:should}` or `{keyword:may}`, as the instrument has it",
     "añada `{keyword:shall}`, `{keyword:should}` o `{keyword:may}`, según el instrumento",
     "acrescente `{keyword:shall}`, `{keyword:should}` ou `{keyword:may}`, conforme o instrumento",
     "ajoutez `{keyword:shall}`, `{keyword:should}` ou `{keyword:may}`, selon l'instrument"}};
inline constexpr Entry no_source{"B201",
                                 {"requirement {} has no source", "el requisito {} no tiene fuente",
                                  "o requisito {} não tem fonte", "l'exigence {} n'a pas de source"},
                                 {"add a line like `{keyword:source} {2} \"Results, second paragraph\"`",
                                  "añada una línea como `{keyword:source} {2} \"Resultados, segundo párrafo\"`",
                                  "acrescente uma linha como `{keyword:source} {2} \"Resultados, segundo parágrafo\"`",
                                  "ajoutez une ligne comme `{keyword:source} {2} \"Résultats, deuxième alinéa\"`"}};
inline constexpr Entry no_clause{
    "B209",
    {"requirement {} requires nothing", "el requisito {} no exige nada", "o requisito {} não exige nada",
     "l'exigence {} n'exige rien"},
    {"add a line `{keyword:require} …`", "añada una línea `{keyword:require} …`",
     "acrescente uma linha `{keyword:require} …`", "ajoutez une ligne `{keyword:require} …`"}};
inline constexpr Entry unclear_forbid{
    "B334",
    {"it is not clear what is forbidden here", "no queda claro qué se prohíbe aquí",
     "não fica claro o que se proíbe aqui", "ce qui est interdit ici n'est pas clair"},
    {"write `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "escriba `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "escreva `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`",
     "écrivez `{keyword:require} {keyword:if} {1} {keyword:then} {keyword:not} ({2})`"}};
inline constexpr Entry part_is_requirement{
    "B208",
    {"the part {} of {} has the id of the requirement {}", "la parte {} de {} tiene el identificador del requisito {}",
     "a parte {} de {} tem o identificador do requisito {}", "la partie {} de {} a l'identifiant de l'exigence {}"},
    {"give the part or the requirement another number", "dé otro número a la parte o al requisito",
     "dê outro número à parte ou ao requisito", "donnez un autre numéro à la partie ou à l'exigence"}};
inline constexpr Entry renamed_but_there{
    "B133",
    {"{1} was {2}, but there still is a requirement {2}", "{1} era {2}, pero todavía hay un requisito {2}",
     "{1} era {2}, mas ainda há um requisito {2}", "{1} était {2}, mais il y a toujours une exigence {2}"},
    take_one_out};

}  // namespace brecha::messages::catalogue
