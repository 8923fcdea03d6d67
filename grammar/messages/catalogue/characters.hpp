// What is told about characters that nobody sees in a file of rules.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry control_character_in_rules{
    "B148",
    {"a control character ({}) stands here", "aquí hay un carácter de control ({})",
     "aqui há um caractere de controle ({})", "un caractère de contrôle ({}) se trouve ici"},
    {"delete it: it is not seen, and the line may not be what it seems",
     "bórrelo: no se ve, y la línea puede no ser lo que parece",
     "apague-o: não se vê, e a linha pode não ser o que parece",
     "supprimez-le : on ne le voit pas, et la ligne n’est peut-être pas ce qu’elle semble"}};
inline constexpr Entry turning_character_in_rules{"B148",
                                                  {"a character that turns the direction of writing ({}) stands here",
                                                   "aquí hay un carácter que cambia el sentido de la escritura ({})",
                                                   "aqui há um caractere que muda o sentido da escrita ({})",
                                                   "un caractère qui change le sens de l’écriture ({}) se trouve ici"},
                                                  control_character_in_rules.help};

}  // namespace brecha::messages::catalogue
