#include "model/checking/file_context.hpp"

#include <brecha/grammar/print.hpp>

#include "words/keyword_match.hpp"

namespace brecha::model {

std::string FileContext::keyword(std::string_view role) const {
    return std::string(grammar::keyword(role, language()));
}

std::string FileContext::built_in_word(std::string_view english) const {
    return std::string(grammar::built_in_word(english, language()));
}

std::string FileContext::written(const syntax::Expression& source) const { return grammar::print(source, language()); }

std::string_view FileContext::english_word(std::string_view word) const {
    return grammar::english_word(word, language());
}

bool FileContext::is_root_name(std::string_view name) const {
    return name == "plan" || name == grammar::spelling(grammar::role("plan"), grammar::keyword_language(language()));
}

bool FileContext::is_assessment_date(std::string_view name) const {
    return name == "assessment_date" || english_word(name) == "assessment_date";
}

}  // namespace brecha::model
