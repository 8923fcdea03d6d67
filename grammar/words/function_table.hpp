// The built-in functions of the language, one row each: how they are written in each language, what they take and give,
// what they mean. The checker, the lowering, the kernels, proofs, printed rulesets and the reference read this table.
//
// A new function: a name in `Function`, a row here, a case in kernels/functions.cpp, cases in tests/cases, and its
// meaning once more in tests/oracle/evaluate.py.
#pragma once

// clang-format off: laid out by hand, a row a function

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace brecha::words {

enum class Function : std::uint8_t {
    count, sum, smallest, smaller, largest, larger, average, share, share_of, distinct, list,
    longest_gap, missing_from,
    year, month, days, hours, date_of, years_between, months_between,
    years, full_years, dates, numbers,
    absolute, round, round_up, round_down, amount
};

/// How it is carried out.
enum class Shape : std::uint8_t {
    binder,    // over a list, with a variable: an operation of its own
    values,    // of single values, row by row
    sequence,  // a list, made of single values
    of_list,   // what the elements of a list come to; may be written with a variable too
    own        // in a way of its own: missing, amount
};

/// What stands between the brackets.
enum class Takes : std::uint8_t {
    nothing,
    list,
    dates,                // a list of dates or moments
    list_like_the_first,  // whose elements compare with those of the first
    ordered,              // numbers, dates, moments, durations; the second like the first
    number, number_like_the_first, number_or_percent,
    number_without_unit,
    whole_unit,           // to be rounded: a percent, or a number without unit
    date, moment,
    exact_duration,       // days and hours, no months
    step,                 // a duration that can be added to the date before it
    unit                  // the name of a unit
};

enum class Gives : std::uint8_t {
    by_body,              // binders: what their values come to
    number, whole_number,
    difference,           // a whole number that can be below zero
    percent, date, exact_duration,
    the_first,            // of the first operand's type
    magnitude,            // likewise, and never below zero
    rounded,              // likewise, a whole number
    the_second,           // a list like the second operand
    whole_numbers, dates  // lists
};

struct FunctionRow {
    using InLanguages = std::array<std::string_view, 4>;  // en, es, pt, fr

    Function function;
    std::string_view printed;        // in a printed ruleset
    InLanguages names;               // two rows may share them: min(L) and min(a, b)
    Shape shape;
    std::array<Takes, 3> takes;      // of share(L) there is only the form with a variable
    Gives gives;
    InLanguages brackets;            // what stands in them, as the author is told
    InLanguages meaning;

    constexpr std::size_t operand_count() const {
        std::size_t count = 0;
        while (count < takes.size() && takes[count] != Takes::nothing) ++count;
        return count;
    }
};

#define BRECHA_ALIKE(text) {text, text, text, text}

inline constexpr FunctionRow function_table[] = {
    {Function::count, "count", {"count", "cuenta", "contagem", "nombre_de"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"how many; with `{keyword:where}`, how many of those", "cuántos; con `{keyword:where}`, cuántos de ellos",
      "quantos; com `{keyword:where}`, quantos deles", "combien ; avec `{keyword:where}`, combien d'entre eux"}},
    {Function::sum, "sum", {"sum", "suma", "soma", "somme"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the sum of numbers of one unit, percents or durations", "la suma de números de una misma unidad, de porcentajes o de duraciones",
      "a soma de números de uma mesma unidade, de percentagens ou de durações", "la somme de nombres d'une même unité, de pourcentages ou de durées"}},
    {Function::smallest, "smallest", {"min", "mínimo", "mínimo", "minimum"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the least, the earliest", "el menor, el más temprano", "o menor, o mais cedo", "le plus petit, le plus tôt"}},
    {Function::smaller, "smaller", {"min", "mínimo", "mínimo", "minimum"}, Shape::values, {Takes::ordered, Takes::ordered}, Gives::the_first,
     BRECHA_ALIKE("(a, b)"),
     {"the least, the earliest of two values", "el menor, el más temprano de dos valores", "o menor, o mais cedo de dois valores",
      "le plus petit, le plus tôt de deux valeurs"}},
    {Function::largest, "largest", {"max", "máximo", "máximo", "maximum"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the greatest, the latest", "el mayor, el más tardío", "o maior, o mais tarde", "le plus grand, le plus tard"}},
    {Function::larger, "larger", {"max", "máximo", "máximo", "maximum"}, Shape::values, {Takes::ordered, Takes::ordered}, Gives::the_first,
     BRECHA_ALIKE("(a, b)"),
     {"the greatest, the latest of two values", "el mayor, el más tardío de dos valores", "o maior, o mais tarde de dois valores",
      "le plus grand, le plus tard de deux valeurs"}},
    {Function::average, "average", {"average", "promedio", "média", "moyenne"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the mean; every item must be known", "la media; todos los elementos tienen que conocerse", "a média; todos os elementos têm de ser conhecidos",
      "la moyenne ; tous les éléments doivent être connus"}},
    {Function::share, "share", {"share", "proporción", "proporção", "part"}, Shape::binder, {}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} … : …)"),
     {"in percent: of those that satisfy `{keyword:where}`, how many satisfy what stands after the colon",
      "en por ciento: de los que cumplen `{keyword:where}`, cuántos cumplen lo que sigue a los dos puntos",
      "em por cento: dos que cumprem `{keyword:where}`, quantos cumprem o que vem depois dos dois-pontos",
      "en pour cent : parmi ceux qui remplissent `{keyword:where}`, combien remplissent ce qui suit les deux-points"}},
    {Function::share_of, "share_of", {"share", "proporción", "proporção", "part"}, Shape::values, {Takes::number, Takes::number_like_the_first}, Gives::percent,
     {"(part, whole)", "(parte, total)", "(parte, total)", "(partie, total)"},
     {"one number as percent of another", "un número como por ciento de otro", "um número em por cento de outro", "un nombre en pour cent d'un autre"}},
    {Function::distinct, "distinct", {"distinct", "distintos", "distintos", "distincts"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the list with each value once", "la lista con cada valor una sola vez", "a lista com cada valor uma só vez", "la liste avec chaque valeur une seule fois"}},
    {Function::list, "list", {"list", "lista", "lista", "liste"}, Shape::binder, {Takes::list}, Gives::by_body,
     BRECHA_ALIKE("(x {keyword:in} … {keyword:where} …)"),
     {"the values as a list; lists are joined", "los valores como lista; las listas se unen", "os valores como lista; as listas são unidas",
      "les valeurs sous forme de liste ; les listes sont réunies"}},
    {Function::longest_gap, "longest_gap", {"longest_gap", "mayor_intervalo", "maior_intervalo", "plus_long_intervalle"}, Shape::of_list, {Takes::dates},
     Gives::exact_duration, BRECHA_ALIKE("({word:list}(x {keyword:in} … : …))"),
     {"the longest time between neighbouring dates; for texts: a rule compares with `{keyword:apart}`",
      "el mayor tiempo entre fechas vecinas; para textos: una regla compara con `{keyword:apart}`",
      "o maior tempo entre datas vizinhas; para textos: uma regra compara com `{keyword:apart}`",
      "le plus long temps entre des dates voisines ; pour les textes : une règle compare avec `{keyword:apart}`"}},
    {Function::missing_from, "missing_from", {"missing", "faltantes", "faltantes", "manquants"}, Shape::own, {Takes::list, Takes::list_like_the_first},
     Gives::the_second, {"(list, {a, b})", "(lista, {a, b})", "(lista, {a, b})", "(liste, {a, b})"},
     {"those of the second list that the first lacks; for texts", "los de la segunda lista que faltan en la primera; para textos",
      "os da segunda lista que faltam na primeira; para textos", "ceux de la seconde liste qui manquent dans la première ; pour les textes"}},
    {Function::year, "year", {"year", "año_de", "ano_de", "année_de"}, Shape::values, {Takes::date}, Gives::whole_number,
     {"(date)", "(fecha)", "(data)", "(date)"},
     {"the year of a date, as a number", "el año de una fecha, como número", "o ano de uma data, como número", "l'année d'une date, comme nombre"}},
    {Function::month, "month", {"month", "mes_de", "mês_de", "mois_de"}, Shape::values, {Takes::date}, Gives::whole_number,
     {"(date)", "(fecha)", "(data)", "(date)"},
     {"the month of a date, 1 to 12", "el mes de una fecha, de 1 a 12", "o mês de uma data, de 1 a 12", "le mois d'une date, de 1 à 12"}},
    {Function::days, "days", {"days", "en_días", "em_dias", "en_jours"}, Shape::values, {Takes::exact_duration}, Gives::number,
     BRECHA_ALIKE("(b - a)"),
     {"an exact duration as a number of days", "una duración exacta como número de días", "uma duração exata como número de dias",
      "une durée exacte en nombre de jours"}},
    {Function::hours, "hours", {"hours", "en_horas", "em_horas", "en_heures"}, Shape::values, {Takes::exact_duration}, Gives::number,
     BRECHA_ALIKE("(b - a)"),
     {"an exact duration as a number of hours", "una duración exacta como número de horas", "uma duração exata como número de horas",
      "une durée exacte en nombre d'heures"}},
    {Function::date_of, "date_of", {"date", "fecha_de", "data_de", "date_de"}, Shape::values, {Takes::moment}, Gives::date,
     {"(moment)", "(momento)", "(momento)", "(instant)"},
     {"the day of a moment, as written", "el día de un momento, tal como está escrito", "o dia de um momento, tal como está escrito",
      "le jour d'un instant, tel qu'il est écrit"}},
    {Function::years_between, "years_between", {"years_between", "años_entre", "anos_entre", "années_entre"}, Shape::values, {Takes::date, Takes::date},
     Gives::difference, BRECHA_ALIKE("(a, b)"),
     {"whole years from a to b", "años enteros de a hasta b", "anos inteiros de a até b", "années entières de a à b"}},
    {Function::months_between, "months_between", {"months_between", "meses_entre", "meses_entre", "mois_entre"}, Shape::values, {Takes::date, Takes::date},
     Gives::difference, BRECHA_ALIKE("(a, b)"),
     {"whole months from a to b", "meses enteros de a hasta b", "meses inteiros de a até b", "mois entiers de a à b"}},
    {Function::years, "years", {"years", "años", "anos", "années"}, Shape::sequence, {Takes::date, Takes::date}, Gives::whole_numbers,
     BRECHA_ALIKE("(a, b)"),
     {"the calendar years from that of a to that of b", "los años calendario desde el de a hasta el de b", "os anos civis desde o de a até o de b",
      "les années civiles de celle de a à celle de b"}},
    {Function::full_years, "full_years", {"full_years", "años_completos", "anos_completos", "années_complètes"}, Shape::sequence, {Takes::date, Takes::date},
     Gives::whole_numbers, BRECHA_ALIKE("(a, b)"),
     {"the calendar years that lie wholly between a and b", "los años calendario que quedan enteros entre a y b",
      "os anos civis que ficam inteiros entre a e b", "les années civiles entières entre a et b"}},
    {Function::dates, "dates", {"dates", "fechas", "datas", "dates"}, Shape::sequence, {Takes::date, Takes::step, Takes::date}, Gives::dates,
     {"(start, step, end)", "(inicio, paso, fin)", "(início, passo, fim)", "(début, pas, fin)"},
     {"start, start + step, start + 2 steps … up to end", "inicio, inicio + paso, inicio + 2 pasos … hasta fin",
      "início, início + passo, início + 2 passos … até fim", "début, début + pas, début + 2 pas … jusqu'à fin"}},
    {Function::numbers, "numbers", {"numbers", "números", "números", "nombres"}, Shape::sequence, {Takes::number_without_unit, Takes::number_without_unit},
     Gives::whole_numbers, BRECHA_ALIKE("(a, b)"),
     {"the whole numbers from a to b", "los números enteros de a hasta b", "os números inteiros de a até b", "les nombres entiers de a à b"}},
    {Function::absolute, "absolute", {"abs", "absoluto", "absoluto", "absolu"}, Shape::values, {Takes::number_or_percent}, Gives::magnitude,
     {"(number)", "(número)", "(número)", "(nombre)"},
     {"without its sign", "sin su signo", "sem o seu sinal", "sans son signe"}},
    {Function::round, "round", {"round", "redondeo", "arredondado", "arrondi"}, Shape::values, {Takes::whole_unit}, Gives::rounded,
     {"(number)", "(número)", "(número)", "(nombre)"},
     {"to the nearest whole number; a half to the even one", "al entero más próximo; la mitad, al par", "ao inteiro mais próximo; a metade, ao par",
      "à l'entier le plus proche ; la moitié, au pair"}},
    {Function::round_up, "round_up", {"round_up", "redondeo_hacia_arriba", "arredondado_para_cima", "arrondi_vers_le_haut"}, Shape::values, {Takes::whole_unit},
     Gives::rounded, {"(number)", "(número)", "(número)", "(nombre)"},
     {"to the next whole number up", "al entero siguiente hacia arriba", "ao inteiro seguinte para cima", "à l'entier suivant vers le haut"}},
    {Function::round_down, "round_down", {"round_down", "redondeo_hacia_abajo", "arredondado_para_baixo", "arrondi_vers_le_bas"}, Shape::values,
     {Takes::whole_unit}, Gives::rounded, {"(number)", "(número)", "(número)", "(nombre)"},
     {"to the next whole number down", "al entero siguiente hacia abajo", "ao inteiro seguinte para baixo", "à l'entier suivant vers le bas"}},
    {Function::amount, "amount", {"amount", "cantidad", "quantidade", "quantité"}, Shape::own, {Takes::number, Takes::unit}, Gives::number,
     {"(x, unit)", "(x, unidad)", "(x, unidade)", "(x, unité)"},
     {"a number without its unit, counted in that unit", "un número sin su unidad, contado en esa unidad", "um número sem a sua unidade, contado nessa unidade",
      "un nombre sans son unité, compté dans cette unité"}},
};
#undef BRECHA_ALIKE
inline constexpr std::size_t function_count = std::size(function_table);

constexpr const FunctionRow& row_of(Function function) { return function_table[static_cast<std::size_t>(function)]; }

consteval bool function_table_is_in_order() {
    for (std::size_t i = 0; i < function_count; ++i)
        if (static_cast<std::size_t>(function_table[i].function) != i) return false;
    return static_cast<std::size_t>(Function::amount) + 1 == function_count;
}
static_assert(function_table_is_in_order(), "a row for each function, in their order");

/// The row with this English name, and with that many operands where there is one; null: none.
constexpr const FunctionRow* function_named(std::string_view english, std::size_t operand_count) {
    const FunctionRow* found = nullptr;
    for (const FunctionRow& row : function_table)
        if (row.names[0] == english && (found == nullptr || found->operand_count() != operand_count)) found = &row;
    return found;
}

}  // namespace brecha::words
