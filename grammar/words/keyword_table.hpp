// The words of the language in English, Spanish, Portuguese and French: the one place where a spelling stands; those of
// functions stand in their own table.
//
// A row is a role, not an English word: "no" (false) and "no~" (no x in L) are one word in English and two in
// Spanish. A cell holds the spelling that is written; older or other spellings that are still read follow after "|".
// A blank in a spelling stands for any white space, "'" for the straight or the typographic apostrophe.
// Two roles may share a spelling only where no place of the grammar could take both.
#pragma once

// clang-format off: laid out by hand, a row a thing

#include "words/function_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace brecha::grammar {

struct KeywordRow {
    std::string_view role;
    std::array<std::string_view, 4> spellings;   // in the order of keyword_languages

    constexpr KeywordRow(std::string_view role_, std::string_view en, std::string_view es, std::string_view pt, std::string_view fr)
        : role(role_), spellings{en, es, pt, fr} {}
    /// The spelling that is written, in the language of this index.
    constexpr std::string_view canonical(std::size_t language) const { return spellings[language].substr(0, spellings[language].find('|')); }
};

inline constexpr KeywordRow keyword_table[] = {
    // lines of every unit
    {"title", "title", "título", "título", "titre"},
    {"extends", "extends", "extiende", "estende", "étend"},
    {"uses", "uses", "usa", "usa", "utilise"},
    {"vocabulary", "vocabulary", "vocabulario", "vocabulário", "vocabulaire"},
    {"ruleset", "ruleset", "reglamento", "regulamento", "recueil"},
    {"tests for", "tests for", "pruebas de", "testes de", "essais de"},
    {"translation", "translation", "traducción", "tradução", "traduction"},
    // vocabularies
    {"unit", "unit", "unidad", "unidade", "unité"},
    {"enum", "enum", "enumeración", "enumeração", "énumération"},
    {"entity", "entity", "entidad", "entidade", "entité"},
    {"extend", "extend", "ampliar", "ampliar", "compléter|ajouter"},
    {"root", "root", "raíz", "raiz", "racine"},
    {"key", "key", "clave", "chave", "clé"},
    {"ask", "ask", "preguntar", "perguntar", "demander"},
    // values
    {"yes", "yes", "sí", "sim", "oui"},
    {"no", "no", "no", "não", "non"},
    {"no~", "no", "ningún", "nenhum", "aucun"},
    // types
    {"list of", "list of", "lista de", "lista de", "liste de"},
    {"dated", "dated", "fechada", "datada", "datée"},
    {"one of", "one of", "uno de", "um de", "un de"},
    {"ref", "ref", "ref", "ref", "réf"},
    {"number", "number", "número", "número", "nombre"},
    {"in", "in", "en", "em", "dans"},
    {"text", "text", "texto", "texto", "texte"},
    {"yes_no", "yes_no", "sí_no", "sim_não", "oui_non"},
    {"integer", "integer", "entero", "inteiro", "entier"},
    {"percent", "percent", "porcentaje", "percentagem", "pourcentage"},
    {"date", "date", "fecha", "data", "date"},
    {"moment", "moment", "momento", "momento", "instant"},
    {"duration", "duration", "duración", "duração", "durée"},
    {"country", "country", "país", "país", "pays"},
    // rulesets
    {"month_end", "month_end", "fin_de_mes", "fim_de_mês", "fin_de_mois"},
    {"last_day", "last_day", "último_día", "último_dia", "dernier_jour"},
    {"next_day", "next_day", "día_siguiente", "dia_seguinte", "jour_suivant"},
    {"source", "source", "fuente", "fonte", "source"},
    {"facts last", "facts last", "los hechos valen", "os fatos valem", "les faits valent"},
    {"in force", "in force", "en vigor", "em vigor", "en vigueur"},
    {"publisher", "publisher", "editor", "editor", "éditeur"},
    {"url", "url", "url", "url", "url"},
    {"parameter", "parameter", "parámetro", "parâmetro", "paramètre"},
    {"define", "define", "definir", "definir", "définir"},
    {"table", "table", "tabla", "tabela", "tableau"},
    {"by", "by", "por", "por", "par"},
    {"from", "from", "desde", "desde", "depuis"},
    {"from~", "from", "de|desde", "de|desde", "de|depuis"},
    {"from~~", "from", "desde el|desde", "a partir de|desde", "à compter du|depuis"},
    {"calendar", "calendar", "calendario", "calendário", "calendrier"},
    {"weekend", "weekend", "fin_de_semana", "fim_de_semana", "fin_de_semaine"},
    {"holidays", "holidays", "feriados", "feriados", "jours_fériés|fériés"},
    {"since", "since", "desde", "desde", "depuis"},
    {"until", "until", "hasta el", "até ao", "jusqu'au|jusqu_au"},
    // requirements and groups
    {"requirement", "requirement", "requisito", "requisito", "exigence"},
    {"was", "was", "antes era", "antes era", "anciennement"},
    {"shall", "shall", "deberá", "deverá", "doit"},
    {"should", "should", "debería", "deveria", "devrait"},
    {"may", "may", "puede", "pode", "peut"},
    {"theme", "theme", "tema", "tema", "thème"},
    {"when", "when", "cuando", "quando", "lorsque"},
    {"each", "each", "cada", "cada", "chaque"},
    {"where", "where", "donde|tal que", "onde|tal que", "où|tel que"},
    {"gap", "gap", "brecha", "lacuna", "lacune"},
    {"listed", "listed", "listado", "listado", "listé"},
    {"remedy", "remedy", "remedio", "remédio", "remède"},
    {"training", "training", "capacitación", "capacitação", "formation"},
    {"effort", "effort", "esfuerzo", "esforço", "effort"},
    {"after", "after", "después de", "depois de", "après"},
    {"before", "before", "antes de", "antes de", "avant"},
    {"note", "note", "nota", "nota", "note"},
    {"quote", "quote", "cita", "citação", "citation"},
    {"standing", "standing", "rango", "categoria", "rang"},
    {"reading", "reading", "lectura", "leitura", "lecture"},
    {"if any", "if any", "si los hay", "se houver", "s'il y en a|s_il y en a"},
    {"at least one", "at least one", "al menos uno", "pelo menos um", "au moins un"},
    {"allow empty", "allow empty", "admite vacío", "admite vazio", "peut être vide"},
    {"none", "none", "ninguno", "nenhum caso", "aucun cas"},
    {"family", "family", "familia", "família", "famille"},
    {"group", "group", "grupo", "grupo", "groupe"},
    {"lasts", "lasts", "dura", "dura", "dure"},
    {"during", "during", "durante", "durante", "pendant"},
    {"let", "let", "sea", "seja", "soit"},
    {"require", "require", "exigir", "exigir", "exiger"},
    {"forbid", "forbid", "prohibir", "proibir", "interdire"},
    {"unless", "unless", "salvo si", "salvo se", "sauf si"},
    // tailoring
    {"set", "set", "fijar", "fixar", "fixer"},
    {"waive", "waive", "dispensar", "dispensar", "dispenser"},
    {"make", "make", "hacer|convertir", "tornar", "rendre"},
    {"replace", "replace", "reemplazar", "substituir", "remplacer"},
    {"map", "map", "relacionar", "relacionar", "relier"},
    {"to", "to", "a", "a", "à"},
    {"to~", "to", "hasta", "até", "jusqu'à|jusqu_à"},
    {"as", "as", "como", "como", "comme"},
    {"because", "because", "porque", "porque", "parce que"},
    // tests
    {"case", "case", "caso", "caso", "cas"},
    {"plan", "plan", "plan", "plano", "plan"},
    {"as of", "as of", "a fecha de|al", "na data de|em data de", "à la date du|au"},
    {"expect", "expect", "esperar", "esperar", "attendre"},
    {"gaps", "gaps", "brechas", "lacunas", "lacunes"},
    {"no gaps", "no gaps", "sin brechas|ningún brechas", "sem lacunas|nenhum lacunas", "aucune lacune|aucun lacunas"},
    {"only", "only", "solamente", "somente", "seulement"},
    {"for", "for", "para", "para", "pour"},
    {"missing", "missing", "falta", "falta", "manque"},
    {"met", "met", "cumplido", "cumprido", "satisfaite"},
    {"partly_met", "partly_met", "cumplido_en_parte", "cumprido_em_parte", "satisfaite_en_partie"},
    {"not_met", "not_met", "incumplido", "não_cumprido", "non_satisfaite"},
    {"unknown", "unknown", "desconocido", "desconhecido", "inconnue"},
    {"not_applicable", "not_applicable", "no_aplicable", "não_aplicável", "sans_objet"},
    // protocols
    {"protocol", "protocol", "protocolo", "protocolo", "protocole"},
    {"answered by", "answered by", "respondido por", "respondido por", "traité par"},
    {"role", "role", "rol", "papel", "rôle"},
    {"event", "event", "hecho", "evento", "événement"},
    {"step", "step", "paso", "passo", "étape"},
    {"limit", "limit", "plazo", "prazo", "délai"},
    {"never", "never", "nunca", "nunca", "jamais"},
    {"separate", "separate", "separar", "separar", "séparer"},
    {"within", "within", "dentro de", "dentro de", "sous"},
    {"in case", "in case", "en caso", "em caso", "en cas"},
    {"optional", "optional", "opcional", "opcional", "facultatif"},
    // quantifiers
    {"every", "every", "todo", "todo", "tout"},
    {"every~", "every", "repetido cada|cada", "repetido a cada|cada", "répété tous les|tous les"},
    {"performs", "performs", "ejecuta", "executa", "exécute"},
    {"some", "some", "algún", "algum", "quelque"},
    {"at least", "at least", "al menos", "pelo menos", "au moins"},
    {"at most", "at most", "como máximo", "no máximo", "au plus"},
    {"exactly", "exactly", "exactamente", "exatamente", "exactement"},
    // expressions, loosest first
    {"if", "if", "si", "se", "si"},
    {"then", "then", "entonces", "então", "alors"},
    {"else", "else", "si no", "senão", "sinon"},
    {"or", "or", "o", "ou", "ou"},
    {"and", "and", "y", "e", "et"},
    {"not", "not", "no", "não", "non"},
    {"is not one of", "is not one of", "no es uno de", "não é um de", "n'est pas un de|n_est pas un de"},
    {"is one of", "is one of", "es uno de", "é um de", "est un de"},
    {"contains any of", "contains any of", "contiene alguno de", "contém algum de", "contient l'un de"},
    {"contains all of", "contains all of", "contiene todos los de", "contém todos os de", "contient tous ceux de"},
    {"contains", "contains", "contiene", "contém", "contient"},
    {"covers", "covers", "abarca", "abrange", "couvre"},
    {"starts with", "starts with", "empieza por", "começa por", "commence par"},
    {"is given", "is given", "está dado", "está dado", "est donné"},
    {"is missing", "is missing", "falta", "falta", "manque"},
    {"matches", "matches", "coincide con", "corresponde a", "correspond à"},
    {"between", "between", "entre", "entre", "entre"},
    {"due at least", "due at least", "exigible al menos", "exigível pelo menos", "exigible au moins"},
    {"due more than", "due more than", "exigible más de", "exigível mais de", "exigible plus de"},
    {"more than", "more than", "más de", "mais de", "plus de"},
    {"beginning with", "beginning with", "empezando con", "começando com", "en commençant par"},
    {"due within", "due within", "a más tardar dentro de|a más tardar en", "o mais tardar dentro de|o mais tardar em", "au plus tard sous"},
    {"of", "of", "de", "de", "de"},
    {"apart", "apart", "entre sí", "entre si", "d'écart|d_écart"},
    {"otherwise", "otherwise", "en su defecto", "na sua falta", "à défaut"},
    {"is met", "is met", "se cumple", "cumpre-se|cumpre_se", "est satisfaite"},
    {"applies", "applies", "se aplica", "aplica-se|aplica_se", "s'applique|s_applique"},
    {"judged", "judged", "apreciado", "apreciado", "apprécié"},
    {"values of", "values of", "valores de", "valores de", "valeurs de"},
    // durations
    {"working days", "working days", "días hábiles", "dias úteis", "jours ouvrables"},
    {"working day", "working day", "día hábil", "dia útil", "jour ouvrable"},
    {"seconds", "seconds", "segundos", "segundos", "secondes"},
    {"second", "second", "segundo", "segundo", "seconde"},
    {"minutes", "minutes", "minutos", "minutos", "minutes"},
    {"minute", "minute", "minuto", "minuto", "minute"},
    {"hours", "hours", "horas", "horas", "heures"},
    {"hour", "hour", "hora", "hora", "heure"},
    {"days", "days", "días", "dias", "jours"},
    {"day", "day", "día", "dia", "jour"},
    {"weeks", "weeks", "semanas", "semanas", "semaines"},
    {"week", "week", "semana", "semana", "semaine"},
    {"months", "months", "meses", "meses", "mois"},
    {"month", "month", "mes", "mês", "mois"},
    {"years", "years", "años", "anos", "ans"},
    {"year", "year", "año", "ano", "an"},
};
inline constexpr std::size_t keyword_count = std::size(keyword_table);

/// A row of keyword_table.
using Role = std::uint8_t;
static_assert(keyword_count < 255);
inline constexpr Role no_role = 255;

/// The row of a role, found while compiling: a role that is misspelled does not compile.
consteval Role role(std::string_view name) {
    for (std::size_t index = 0; index < keyword_count; ++index)
        if (keyword_table[index].role == name) return static_cast<Role>(index);
    throw "there is no such keyword role";
}

/// Words that are no keywords but have a spelling in each language all the same.
enum class BuiltIn : std::uint8_t {
    function,
    name,          // in expressions
    hole,          // alone in the braces of a text
    standing, reading, relation, weekday
};

struct BuiltInRow {
    BuiltIn kind = BuiltIn::function;
    std::array<std::string_view, 4> spellings;

    constexpr BuiltInRow() = default;
    constexpr BuiltInRow(BuiltIn kind_, const std::array<std::string_view, 4>& spellings_) : kind(kind_), spellings(spellings_) {}
    constexpr BuiltInRow(BuiltIn kind_, std::string_view en, std::string_view es, std::string_view pt, std::string_view fr)
        : kind(kind_), spellings{en, es, pt, fr} {}
};

/// Those that are no functions.
inline constexpr BuiltInRow other_built_in_words[] = {
    {BuiltIn::name, "assessment_date", "fecha_de_evaluación", "data_de_avaliação", "date_d_évaluation"},
    {BuiltIn::name, "plan", "plan", "plano", "plan"},
    {BuiltIn::hole, "missing", "faltantes", "faltantes", "manquants"},
    {BuiltIn::hole, "part", "parte", "parte", "partie"},
    {BuiltIn::hole, "open", "abiertos", "abertos", "ouverts"},
    {BuiltIn::standing, "law", "ley", "lei", "loi"},
    {BuiltIn::standing, "treaty", "tratado", "tratado", "traité"},
    {BuiltIn::standing, "standard", "norma", "norma", "norme"},
    {BuiltIn::standing, "guidance", "orientación", "orientação", "orientation"},
    {BuiltIn::standing, "programme", "programa", "programa", "programme"},
    {BuiltIn::standing, "practice", "práctica", "prática", "pratique"},
    {BuiltIn::reading, "full", "íntegra", "íntegra", "intégrale"},
    {BuiltIn::reading, "heading", "título", "título", "titre"},
    {BuiltIn::reading, "unverified", "sin_verificar", "não_verificada", "non_vérifiée"},
    {BuiltIn::reading, "proposal", "propuesta", "proposta", "proposition"},
    {BuiltIn::reading, "inferred", "inferida", "inferida", "déduite"},
    {BuiltIn::relation, "equal", "igual", "igual", "égal"},
    {BuiltIn::relation, "subset", "parte_de", "parte_de", "inclus"},
    {BuiltIn::relation, "superset", "abarca_a", "abrange_a", "englobe"},
    {BuiltIn::relation, "intersects", "coincide_en_parte", "coincide_em_parte", "recoupe"},
    {BuiltIn::weekday, "monday", "lunes", "segunda_feira", "lundi"},
    {BuiltIn::weekday, "tuesday", "martes", "terça_feira", "mardi"},
    {BuiltIn::weekday, "wednesday", "miércoles", "quarta_feira", "mercredi"},
    {BuiltIn::weekday, "thursday", "jueves", "quinta_feira", "jeudi"},
    {BuiltIn::weekday, "friday", "viernes", "sexta_feira", "vendredi"},
    {BuiltIn::weekday, "saturday", "sábado", "sábado", "samedi"},
    {BuiltIn::weekday, "sunday", "domingo", "domingo", "dimanche"},
};

/// Functions first, in the order of their table.
inline constexpr auto built_in_table = [] {
    std::array<BuiltInRow, words::function_count + std::size(other_built_in_words)> rows;
    std::size_t next = 0;
    for (const words::FunctionRow& row : words::function_table) rows[next++] = {BuiltIn::function, row.names};
    for (const BuiltInRow& row : other_built_in_words) rows[next++] = row;
    return rows;
}();

/// Is this the English spelling of a built-in word?
constexpr bool is_built_in(std::string_view english) {
    for (const BuiltInRow& row : built_in_table)
        if (row.spellings[0] == english) return true;
    return false;
}

/// Expression words: no variable may be called so, in any of the four languages.
inline constexpr Role reserved_roles[] = {
    role("if"), role("then"), role("else"), role("and"), role("or"), role("not"), role("in"), role("where"), role("every"), role("some"),
    role("no"), role("no~"), role("yes"), role("otherwise"), role("unless"), role("between"), role("within"), role("contains"),
    role("covers"), role("matches"),
};

/// Words that open a clause, or go on with one, after a complete operand. Elsewhere they are names like any other.
inline constexpr Role clause_roles[] = {
    role("title"), role("shall"), role("should"), role("may"), role("source"), role("reading"), role("quote"), role("theme"), role("when"),
    role("each"), role("gap"), role("remedy"), role("training"), role("effort"), role("after"), role("before"), role("of"), role("note"),
    role("let"), role("require"), role("forbid"), role("requirement"), role("protocol"), role("group"), role("define"), role("parameter"),
    role("table"), role("calendar"), role("set"), role("waive"), role("make"), role("replace"), role("map"), role("because"),
    role("answered by"), role("role"), role("event"), role("case"), role("step"), role("limit"), role("never"), role("separate"),
    role("expect"), role("plan"), role("as of"), role("uses"), role("extends"), role("month_end"), role("apart"), role("from"), role("to"),
    role("since"), role("until"), role("lasts"), role("during"), role("is given"), role("is missing"), role("is one of"),
    role("is not one of"), role("at most"), role("at least"), role("due within"), role("due at least"), role("due more than"), role("more than"),
    role("beginning with"), role("starts with"), role("for"), role("only"),
    role("allow empty"), role("none"), role("family"), role("facts last"), role("in force"), role("from~~"),
};

}  // namespace brecha::grammar
