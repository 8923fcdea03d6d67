// What is told about the values in rules and tables as they enter: numbers that two readers read differently, and CSV
// files.
#pragma once

#include "messages/message.hpp"

namespace brecha::messages::catalogue::tables {

inline constexpr Entry thousands{
    "B336",
    {"{} is {} here, and some readers take it for {}", "{} es aquí {}, y hay lectores que lo toman por {}",
     "{} é aqui {}, e há leitores que o tomam por {}", "{} vaut ici {}, et certains lecteurs le prennent pour {}"},
    {"write {3} or {2}, whichever is meant", "escriba {3} o {2}, según lo que quiera decir",
     "escreva {3} ou {2}, conforme o que quer dizer", "écrivez {3} ou {2}, selon le sens voulu"}};

// A file's place stands before the message: need.csv:3:5: …
inline constexpr Sentence at_place{"{}:{}:{}: {}", "{}:{}:{}: {}", "{}:{}:{}: {}", "{}:{}:{} : {}"};

inline constexpr Entry not_utf8{"B333",
                                {"a byte that is not UTF-8", "un byte que no es UTF-8", "um byte que não é UTF-8",
                                 "un octet qui n’est pas de l’UTF-8"},
                                {"save the file as UTF-8", "guarde el archivo como UTF-8", "salve o arquivo como UTF-8",
                                 "enregistrez le fichier en UTF-8"}};
inline constexpr Entry unseen_character{
    "B333",
    {"a cell holds a character that nobody sees ({})", "una celda contiene un carácter que nadie ve ({})",
     "uma célula contém um caractere que ninguém vê ({})",
     "une cellule contient un caractère que personne ne voit ({})"},
    {"type the cell anew", "vuelva a escribir la celda", "digite a célula de novo", "retapez la cellule"}};
inline constexpr Entry quote_not_closed{"B333",
                                        {"a quote is not closed", "unas comillas no se cierran",
                                         "umas aspas não se fecham", "des guillemets ne sont pas fermés"}};
inline constexpr Entry no_header{"B333",
                                 {"the first line names the columns", "la primera línea nombra las columnas",
                                  "a primeira linha nomeia as colunas", "la première ligne nomme les colonnes"}};
inline constexpr Entry semicolons{
    "B333",
    {"the columns are divided by semicolons", "las columnas están divididas por punto y coma",
     "as colunas estão divididas por ponto e vírgula", "les colonnes sont séparées par des points-virgules"},
    {"divide them by commas: {}", "divídalas por comas: {}", "divida-as por vírgulas: {}",
     "séparez-les par des virgules : {}"}};
inline constexpr Entry no_column{
    "B333",
    {"there is no column \"{}\"", "no hay ninguna columna \"{}\"", "não há nenhuma coluna \"{}\"",
     "il n’y a pas de colonne \"{}\""},
    {"the first line names the columns as the table does", "la primera línea nombra las columnas como la tabla",
     "a primeira linha nomeia as colunas como a tabela", "la première ligne nomme les colonnes comme la table"}};
inline constexpr Entry column_twice{"B333",
                                    {"the column \"{}\" is there twice", "la columna \"{}\" está dos veces",
                                     "a coluna \"{}\" aparece duas vezes", "la colonne \"{}\" y est deux fois"},
                                    {"keep one", "deje una sola", "deixe só uma", "gardez-en une"}};
inline constexpr Entry cell_count{
    "B333",
    {"this row has {} {1|cell|cells}, the first line {}", "esta fila tiene {} {1|celda|celdas}, la primera línea {}",
     "esta linha tem {} {1|célula|células}, a primeira linha {}",
     "cette ligne a {} {1|cellule|cellules}, la première ligne {}"},
    {"put a cell that holds a comma in double quotes", "ponga entre comillas dobles la celda que contenga una coma",
     "ponha entre aspas duplas a célula que contenha uma vírgula",
     "mettez entre guillemets doubles la cellule qui contient une virgule"}};
inline constexpr Entry no_value{"B333",
                                {"\"{}\" in the column {} is not {}", "\"{}\" en la columna {} no es {}",
                                 "\"{}\" na coluna {} não é {}", "\"{}\" dans la colonne {} n’est pas {}"}};
inline constexpr Entry empty_key{
    "B333",
    {"the key \"{}\" is empty", "la clave \"{}\" está vacía", "a chave \"{}\" está vazia", "la clé \"{}\" est vide"}};
inline constexpr Entry second_row{"B333",
                                  {"a second row has the key {}", "una segunda fila tiene la clave {}",
                                   "uma segunda linha tem a chave {}", "une seconde ligne a la clé {}"},
                                  {"keep one", "deje una sola", "deixe só uma", "gardez-en une"}};
inline constexpr Entry small_percentage{
    "B336",
    {"{} in the percent column {} is {} %", "{} en la columna de porcentajes {} es {} %",
     "{} na coluna de porcentagens {} é {} %", "{} dans la colonne de pourcentages {} vaut {} %"},
    {"write {3}% if that is meant, {4}% if not", "escriba {3}% si eso es lo que quiere decir, {4}% si no",
     "escreva {3}% se é isso que quer dizer, {4}% se não", "écrivez {3}% si c’est le sens voulu, {4}% sinon"}};
inline constexpr Entry cell_thousands{"B336", thousands.message, thousands.help};

}  // namespace brecha::messages::catalogue::tables
