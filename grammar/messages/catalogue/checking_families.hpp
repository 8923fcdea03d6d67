// What check() says of families: a requirement for each row of a table.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue {

inline constexpr Entry family_without_table{
    "B339",
    {"no table is called {}", "ninguna tabla se llama {}", "nenhuma tabela se chama {}",
     "aucun tableau ne s'appelle {}"},
    {"write the name of a `{keyword:table}`, whose rows the family goes through",
     "escriba el nombre de una `{keyword:table}`, cuyas filas recorre la familia",
     "escreva o nome de uma `{keyword:table}`, cujas linhas a família percorre",
     "écrivez le nom d'un `{keyword:table}`, dont la famille parcourt les lignes"}};
inline constexpr Entry row_without_column{
    "B339",
    {"the table {} has no column {}", "la tabla {} no tiene ninguna columna {}",
     "a tabela {} não tem nenhuma coluna {}", "le tableau {} n'a pas de colonne {}"},
    {"its columns are: {3}", "sus columnas son: {3}", "as suas colunas são: {3}", "ses colonnes sont : {3}"}};
inline constexpr Entry row_alone{
    "B339",
    {"{1} is a row of {2}: which of its columns is meant?", "{1} es una fila de {2}: ¿cuál de sus columnas?",
     "{1} é uma linha de {2}: qual das suas colunas?", "{1} est une ligne de {2} : laquelle de ses colonnes ?"},
    {"write a column behind it, like `{3}`", "escriba una columna después, como `{3}`",
     "escreva uma coluna depois, como `{3}`", "écrivez une colonne derrière, comme `{3}`"}};
inline constexpr Entry row_without_cell{
    "B339",
    {"the row has nothing in {}, which this text shows", "la fila no tiene nada en {}, que este texto muestra",
     "a linha não tem nada em {}, que este texto mostra", "la ligne n'a rien dans {}, que ce texte montre"},
    {"fill the cell in, or take it out of the text", "complete la celda, o quítela del texto",
     "preencha a célula, ou tire-a do texto", "remplissez la cellule, ou ôtez-la du texte"}};
inline constexpr Entry family_id{
    "B339",
    {"\"{1}\" comes to \"{2}\", which no requirement can be called",
     "\"{1}\" da \"{2}\", y ningún requisito puede llamarse así",
     "\"{1}\" dá \"{2}\", e nenhum requisito pode se chamar assim",
     "\"{1}\" donne \"{2}\", et aucune exigence ne peut s'appeler ainsi"},
    {"an id is letters, digits and `- . / ( )`, without blanks, like PFB-16.3(a)",
     "un identificador son letras, cifras y `- . / ( )`, sin espacios, como PFB-16.3(a)",
     "um identificador são letras, algarismos e `- . / ( )`, sem espaços, como PFB-16.3(a)",
     "un identifiant se compose de lettres, de chiffres et de `- . / ( )`, sans blancs, comme PFB-16.3(a)"}};
inline constexpr Entry too_many_requirements{
    "B339",
    {"the families come to more than {} requirements", "las familias dan más de {} requisitos",
     "as famílias dão mais de {} requisitos", "les familles donnent plus de {} exigences"},
    {"leave rows out of the table, or require something of each in one requirement",
     "deje filas fuera de la tabla, o exija algo de cada una en un solo requisito",
     "deixe linhas fora da tabela, ou exija algo de cada uma em um só requisito",
     "ôtez des lignes du tableau, ou exigez quelque chose de chacune dans une seule exigence"}};

}  // namespace brecha::messages::catalogue
