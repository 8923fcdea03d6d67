// What several stages of check() say: words and ways out.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Sentence itself{"{}", "{}", "{}", "{}"};

// ways out that many share
inline constexpr Sentence keep_one{"keep one", "deje uno solo", "deixe um só", "gardez-en un"};
inline constexpr Sentence keep_one_line{"keep one", "deje una sola", "deixe uma só", "gardez-en une"};
inline constexpr Sentence take_one_out{"take out one of them", "quite uno de los dos", "retire um dos dois",
                                       "retirez l'un des deux"};
inline constexpr Sentence choose_another_name{"choose another name", "elija otro nombre", "escolha outro nome",
                                              "choisissez un autre nom"};
inline constexpr Sentence take_it_out{
    "take it out, or keep it in a file of its own", "quítelo, o guárdelo en un archivo propio",
    "retire-o, ou guarde-o em um arquivo próprio", "retirez cela, ou gardez-le dans un fichier à part"};
inline constexpr Sentence write_with_unit{"write `{} {}`", "escriba `{} {}`", "escreva `{} {}`", "écrivez `{} {}`"};
inline constexpr Sentence say_the_unit{"say the unit: `{} {}`", "diga la unidad: `{} {}`", "diga a unidade: `{} {}`",
                                       "dites l'unité : `{} {}`"};
inline constexpr Sentence write_a_date{
    "write year, month, day, like 2025-07-01", "escriba año, mes, día, como 2025-07-01",
    "escreva ano, mês, dia, como 2025-07-01", "écrivez année, mois, jour, comme 2025-07-01"};
inline constexpr Sentence say_time_unit{
    "say the unit, like `{} {keyword:days}`", "diga la unidad, como `{} {keyword:days}`",
    "diga a unidade, como `{} {keyword:days}`", "dites l'unité, comme `{} {keyword:days}`"};

}  // namespace brecha::messages::catalogue
