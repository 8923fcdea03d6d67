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
inline constexpr Entry two_scripts{
    "B149",
    {"\"{}\" mixes letters of two alphabets: \"{}\" is {}", "\"{}\" mezcla letras de dos alfabetos: \"{}\" es {}",
     "\"{}\" mistura letras de dois alfabetos: \"{}\" é {}",
     "\"{}\" mêle des lettres de deux alphabets : \"{}\" est {}"},
    {"type the name again in one alphabet: letters that look alike make different names",
     "escriba el nombre de nuevo en un solo alfabeto: letras que se parecen hacen nombres distintos",
     "digite o nome de novo em um só alfabeto: letras parecidas fazem nomes diferentes",
     "retapez le nom dans un seul alphabet : des lettres qui se ressemblent font des noms différents"}};

}  // namespace brecha::messages::catalogue
