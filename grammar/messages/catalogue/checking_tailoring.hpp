// What check() says of a ruleset that tailors another: of what its base has already, and of what it changes.
#pragma once

#include "messages/catalogue/checking_shared.hpp"
#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry two_bases{
    "B501",
    {"{} extends two rulesets", "{} extiende dos reglamentos", "{} estende dois regulamentos",
     "{} étend deux recueils"},
    {"keep one `{keyword:extends}` line; what only lends its definitions is named by `{keyword:uses}`",
     "deje una sola línea `{keyword:extends}`; lo que solo presta sus definiciones se nombra con `{keyword:uses}`",
     "deixe uma só linha `{keyword:extends}`; o que só empresta as suas definições se nomeia com `{keyword:uses}`",
     "gardez une seule ligne `{keyword:extends}` ; ce qui ne fait que prêter ses définitions se nomme par "
     "`{keyword:uses}`"}};
inline constexpr Sentence vocabularies_are_used{
    "it is a vocabulary, in which plans are written: write `{keyword:uses} {} {}`; `{keyword:extends}` names the ruleset whose "
    "requirements this one takes in",
    "es un vocabulario, en el que se escriben los planes: escriba `{keyword:uses} {} {}`; `{keyword:extends}` nombra el reglamento "
    "cuyos requisitos toma este",
    "é um vocabulário, em que se escrevem os planos: escreva `{keyword:uses} {} {}`; `{keyword:extends}` nomeia o regulamento cujos "
    "requisitos este toma",
    "c'est un vocabulaire, dans lequel s'écrivent les plans : écrivez `{keyword:uses} {} {}` ; `{keyword:extends}` nomme le recueil "
    "dont celui-ci reprend les exigences"};
inline constexpr Sentence vocabulary_is_used{
    "it is a vocabulary, which this ruleset uses already: take the line out, or name the ruleset whose requirements this one takes in",
    "es un vocabulario, que este reglamento ya usa: quite la línea, o nombre el reglamento cuyos requisitos toma este",
    "é um vocabulário, que este regulamento já usa: retire a linha, ou nomeie o regulamento cujos requisitos este toma",
    "c'est un vocabulaire, que ce recueil utilise déjà : retirez la ligne, ou nommez le recueil dont celui-ci reprend les exigences"};
inline constexpr Sentence cite_that_of_base{
    "the ruleset that this one extends has it: cite it as it is, or give yours another name",
    "la tiene el reglamento que este extiende: cítela tal como está, o dé otro nombre a la suya",
    "o regulamento que este estende a tem: cite-a como está, ou dê outro nome à sua",
    "le recueil que celui-ci étend l'a : citez-la telle quelle, ou donnez un autre nom à la vôtre"};
inline constexpr Entry name_of_base{
    "B501",
    {"{2}, which this ruleset extends, has \"{1}\" already", "{2}, que este reglamento extiende, ya tiene \"{1}\"",
     "{2}, que este regulamento estende, já tem \"{1}\"", "{2}, que ce recueil étend, a déjà « {1} »"},
    {"choose another name; a parameter gets another value by `{keyword:set} {1} = …`",
     "elija otro nombre; un parámetro recibe otro valor con `{keyword:set} {1} = …`",
     "escolha outro nome; um parâmetro recebe outro valor com `{keyword:set} {1} = …`",
     "choisissez un autre nom ; un paramètre reçoit une autre valeur par `{keyword:set} {1} = …`"}};
inline constexpr Entry requirement_of_base{
    "B501",
    {"{2}, which this ruleset extends, has a requirement {1} already",
     "{2}, que este reglamento extiende, ya tiene un requisito {1}",
     "{2}, que este regulamento estende, já tem um requisito {1}",
     "{2}, que ce recueil étend, a déjà une exigence {1}"},
    {"give yours its own id, or change some of its lines: `{keyword:replace} {1} { … }`",
     "dé al suyo un identificador propio, o cambie algunas de sus líneas: `{keyword:replace} {1} { … }`",
     "dê ao seu um identificador próprio, ou mude algumas das suas linhas: `{keyword:replace} {1} { … }`",
     "donnez à la vôtre son propre identifiant, ou changez certaines de ses lignes : `{keyword:replace} {1} { … }`"}};
inline constexpr Entry month_end_of_base{
    "B501",
    {"the ruleset that this one extends rounds the end of a month otherwise",
     "el reglamento que este extiende redondea de otro modo el fin de mes",
     "o regulamento que este estende arredonda de outro modo o fim do mês",
     "le recueil que celui-ci étend arrondit autrement la fin du mois"},
    {"take it out: the months of all its rules are counted as the base counts them",
     "quítelo: los meses de todas sus reglas se cuentan como los cuenta la base",
     "retire-o: os meses de todas as suas regras se contam como a base os conta",
     "retirez cela : les mois de toutes ses règles se comptent comme la base les compte"}};

// what a layer changes
inline constexpr Entry tailors_nothing{
    "B502",
    {"`{}` changes what another ruleset asks, and this one extends none",
     "`{}` cambia lo que pide otro reglamento, y este no extiende ninguno",
     "`{}` muda o que pede outro regulamento, e este não estende nenhum",
     "`{}` change ce que demande un autre recueil, et celui-ci n'en étend aucun"},
    {"say which: `{keyword:extends} NAME 1`; what is this ruleset's own is changed where it stands",
     "diga cuál: `{keyword:extends} NOMBRE 1`; lo que es de este reglamento se cambia donde está",
     "diga qual: `{keyword:extends} NOME 1`; o que é deste regulamento se muda onde está",
     "dites lequel : `{keyword:extends} NOM 1` ; ce qui est à ce recueil se change là où c'est écrit"}};
inline constexpr Sentence extend_what_is_used{
    "write `{keyword:extends} {} {}` in place of `{keyword:uses} {1} {2}`: what is only used lends its definitions",
    "escriba `{keyword:extends} {} {}` en lugar de `{keyword:uses} {1} {2}`: lo que solo se usa presta sus definiciones",
    "escreva `{keyword:extends} {} {}` em vez de `{keyword:uses} {1} {2}`: o que só se usa empresta as suas definições",
    "écrivez `{keyword:extends} {} {}` à la place de `{keyword:uses} {1} {2}` : ce qui n'est qu'utilisé prête ses "
    "définitions"};
inline constexpr Entry nothing_to_tailor{
    "B503",
    {"the base has no requirement {}", "la base no tiene ningún requisito {}", "a base não tem nenhum requisito {}",
     "la base n'a pas d'exigence {}"},
    {"name a requirement of the ruleset that this one extends", "nombre un requisito del reglamento que este extiende",
     "nomeie um requisito do regulamento que este estende", "nommez une exigence du recueil que celui-ci étend"}};
inline constexpr Sentence whole_requirements_only{"{2} is a part: what is changed is the whole requirement {1}",
                                                  "{2} es una parte: lo que se cambia es el requisito {1} entero",
                                                  "{2} é uma parte: o que se muda é o requisito {1} inteiro",
                                                  "{2} est une partie : ce qui se change est l'exigence {1} entière"};
inline constexpr Entry no_requirement_matches{
    "B503",
    {"no requirement of the base matches {}", "ningún requisito de la base corresponde a {}",
     "nenhum requisito da base corresponde a {}", "aucune exigence de la base ne correspond à {}"},
    {"`*` stands for any letters, `?` for one", "`*` está por cualquier cantidad de letras, `?` por una",
     "`*` está por quaisquer letras, `?` por uma", "`*` tient lieu de lettres quelconques, `?` d'une seule"}};
inline constexpr Entry own_requirement{
    "B503",
    {"{} is this ruleset's own requirement", "{} es un requisito de este mismo reglamento",
     "{} é um requisito deste mesmo regulamento", "{} est une exigence de ce recueil même"},
    {"change it where it stands", "cámbielo donde está", "mude-o onde está", "changez-la là où elle est écrite"}};
inline constexpr Entry no_parameter_to_set{
    "B503",
    {"the base has no parameter \"{}\"", "la base no tiene ningún parámetro \"{}\"",
     "a base não tem nenhum parâmetro \"{}\"", "la base n'a pas de paramètre \"{}\""},
    {"name a parameter of the ruleset that this one extends", "nombre un parámetro del reglamento que este extiende",
     "nomeie um parâmetro do regulamento que este estende", "nommez un paramètre du recueil que celui-ci étend"}};
inline constexpr Sentence parameters_of_base{"its parameters are: {}", "sus parámetros son: {}",
                                             "os seus parâmetros são: {}", "ses paramètres sont : {}"};
inline constexpr Sentence has_no_parameters{
    "it has no parameters: write what is asked otherwise with `{keyword:replace}`",
    "no tiene parámetros: escriba con `{keyword:replace}` lo que se pide de otro modo",
    "não tem parâmetros: escreva com `{keyword:replace}` o que se pede de outro modo",
    "elle n'a pas de paramètres : écrivez avec `{keyword:replace}` ce qui est demandé autrement"};
inline constexpr Entry waiver_without_end{
    "B508",
    {"this waiver never ends", "esta dispensa no termina nunca", "esta dispensa não termina nunca",
     "cette dispense ne finit jamais"},
    {"say until which day: `{keyword:until} {1}`; what never binds is made so by `{keyword:make} {2} {keyword:may}`",
     "diga hasta qué día: `{keyword:until} {1}`; lo que nunca obliga se convierte con `{keyword:make} {2} {keyword:may}`",
     "diga até que dia: `{keyword:until} {1}`; o que nunca obriga se torna assim com `{keyword:make} {2} {keyword:may}`",
     "dites jusqu'à quel jour : `{keyword:until} {1}` ; ce qui n'oblige jamais se rend tel par `{keyword:make} {2} "
     "{keyword:may}`"}};
inline constexpr Entry own_parameter{
    "B503",
    {"\"{}\" is this ruleset's own parameter", "\"{}\" es un parámetro de este mismo reglamento",
     "\"{}\" é um parâmetro deste mesmo regulamento", "\"{}\" est un paramètre de ce recueil même"},
    {"change it where it stands", "cámbielo donde está", "mude-o onde está", "changez-le là où il est écrit"}};
inline constexpr Entry no_part_to_replace{
    "B503",
    {"{} has no part {}", "{} no tiene ninguna parte {}", "{} não tem nenhuma parte {}", "{} n'a pas de partie {}"}};
inline constexpr Sentence has_no_parts{"{} has no parts: state its one `{keyword:require}` without a number",
                                       "{} no tiene partes: escriba su único `{keyword:require}` sin número",
                                       "{} não tem partes: escreva o seu único `{keyword:require}` sem número",
                                       "{} n'a pas de parties : écrivez son unique `{keyword:require}` sans numéro"};
inline constexpr Entry replaces_which_part{
    "B503",
    {"which part of {} does this replace?", "¿qué parte de {} reemplaza esto?", "que parte de {} isto substitui?",
     "quelle partie de {} cela remplace-t-il ?"}};
inline constexpr Entry no_because{
    "B504",
    {"nothing says why", "nada dice por qué", "nada diz por quê", "rien ne dit pourquoi"},
    {"add `{keyword:because} en \"…\"`, and where it stands: `{keyword:source} DECREE \"4\"`",
     "añada `{keyword:because} es \"…\"`, y dónde consta: `{keyword:source} DECRETO \"4\"`",
     "acrescente `{keyword:because} pt \"…\"`, e onde consta: `{keyword:source} DECRETO \"4\"`",
     "ajoutez `{keyword:because} fr \"…\"`, et où cela figure : `{keyword:source} DÉCRET \"4\"`"}};
inline constexpr Entry replaced_without_because{
    "B504",
    {"what {} asks after this may be less, and nothing says why",
     "lo que {} pide así puede ser menos, y nada dice por qué",
     "o que {} pede assim pode ser menos, e nada diz por quê",
     "ce que {} demande ainsi peut être moins, et rien ne dit pourquoi"},
    {"add behind the `}`: `{keyword:because} en \"…\"`", "añada detrás de la `}`: `{keyword:because} es \"…\"`",
     "acrescente depois da `}`: `{keyword:because} pt \"…\"`",
     "ajoutez derrière la `}` : `{keyword:because} fr \"…\"`"}};
inline constexpr Entry tailored_twice{"B505",
                                      {"`{}` stands twice for {}", "`{}` figura dos veces para {}",
                                       "`{}` figura duas vezes para {}", "`{}` figure deux fois pour {}"},
                                      keep_one_line};
inline constexpr Entry tailoring_changes_nothing{"B506",
                                                 {"{} is {} already", "{} ya es {}", "{} já é {}", "{} est déjà {}"},
                                                 {"take it out: it changes nothing", "quítelo: no cambia nada",
                                                  "retire-o: não muda nada", "retirez cela : cela ne change rien"}};
inline constexpr Entry replaces_nothing{
    "B506",
    {"this states no line anew", "esto no escribe ninguna línea de nuevo", "isto não escreve nenhuma linha de novo",
     "ceci n'écrit aucune ligne à nouveau"},
    {"write the lines that take the place of those of the base, or take it out",
     "escriba las líneas que ocupan el lugar de las de la base, o quítelo",
     "escreva as linhas que ocupam o lugar das da base, ou retire-o",
     "écrivez les lignes qui prennent la place de celles de la base, ou retirez cela"}};
inline constexpr Entry no_relation{"B507",
                                   {"\"{}\" does not say how one requirement stands to another",
                                    "\"{}\" no dice cómo está un requisito respecto de otro",
                                    "\"{}\" não diz como um requisito está em relação a outro",
                                    "\"{}\" ne dit pas comment une exigence se rapporte à une autre"},
                                   {},
                                   {"{2}", "{2}", "{2}", "{2}"}};
inline constexpr Entry maps_to_itself{
    "B507",
    {"{} is this ruleset itself", "{} es este mismo reglamento", "{} é este mesmo regulamento",
     "{} est ce recueil même"},
    {"name another instrument's ruleset, and the id that its requirement has there",
     "nombre el reglamento de otro instrumento y el identificador que su requisito tiene allí",
     "nomeie o regulamento de outro instrumento e o identificador que o seu requisito tem lá",
     "nommez le recueil d'un autre instrument et l'identifiant que son exigence y porte"}};

}  // namespace brecha::messages::catalogue
