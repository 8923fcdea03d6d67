// What check() says of a ruleset that tailors another: of what its base has already.
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
    "it is a vocabulary: write `{keyword:uses} {} 1`", "es un vocabulario: escriba `{keyword:uses} {} 1`",
    "é um vocabulário: escreva `{keyword:uses} {} 1`", "c'est un vocabulaire : écrivez `{keyword:uses} {} 1`"};
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

}  // namespace brecha::messages::catalogue
