// print(): the one layout of the language, in any of its four keyword languages.
#include <brecha/grammar/print.hpp>

#include "print/file_printer.hpp"

#include <algorithm>

namespace brecha::grammar {
namespace {

int language_index(std::string_view language) { return std::max(0, keyword_language(language)); }

}  // namespace

std::string print(const File& file, const PrintOptions& options) {
    const int language = language_index(options.language.empty() ? std::string_view(file.language) : options.language);
    return FilePrinter(language, options.comments ? &file : nullptr).print_file(file);
}

std::string print(const Unit& unit, const TextsOf& texts_of) {
    return FilePrinter(0, nullptr, texts_of).print_unit(unit);
}

std::string print(const Expression& expression, std::string_view language) {
    Line line;
    Writer(line, language_index(language), 0, {}).expression(expression, any_level);
    return line.text;
}

}  // namespace brecha::grammar
