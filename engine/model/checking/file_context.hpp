// One file as its reader meets it: where things in it stand, and how its author writes the words of the language.
#pragma once

#include "model/checking/diagnostics.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace brecha::model {

class FileContext {
public:
    FileContext(const syntax::File& file, std::uint16_t index) : file_(&file), index_(index) {}

    /// Its number among the files, for places and for the ruleset.
    std::uint16_t index() const { return index_; }
    const syntax::File& file() const { return *file_; }
    const std::string& language() const { return file_->language; }

    Location at(const grammar::Span& span) const { return {index_, span}; }
    Location at(const syntax::Expression& source) const { return {index_, source.span}; }
    Location at(const syntax::Word& word) const { return {index_, word.span}; }

    /// A keyword by its role, a built-in word by its English spelling, an expression on one line: as this file writes
    /// them.
    std::string keyword(std::string_view role) const;
    std::string built_in_word(std::string_view english) const;
    std::string written(const syntax::Expression& source) const;
    /// A built-in word of this file in English; any other word as it is.
    std::string_view english_word(std::string_view word) const;
    /// Is the word `plan`, is it `assessment_date`, in English or in this file's language?
    bool is_root_name(std::string_view name) const;
    bool is_assessment_date(std::string_view name) const;

private:
    const syntax::File* file_;
    std::uint16_t index_;
};

/// A node of the syntax, and the file it was found in. Without a node: not found.
template <typename Node>
struct Found {
    const Node* node = nullptr;
    FileContext file;
};

}  // namespace brecha::model
