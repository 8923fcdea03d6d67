// Codes and languages between Python and the engine: a code is its word, a language its tag.
//
// What Python gives as a language and is none is a ValueError that names the nearest. The package has told so before,
// in its own words.
#pragma once

#include <brecha/brecha.hpp>

#include <pybind11/pybind11.h>

#include <optional>
#include <string>

namespace brecha::bindings {

[[noreturn]] inline void refuse_language(const std::vector<Diagnostic>& why) {
    throw pybind11::value_error(render(why));
}

/// "" stands for none.
inline std::optional<Language> optional_language(const std::string& tag) {
    if (tag.empty()) return std::nullopt;
    const Outcome<Language> named = language_named(tag);
    if (!named) refuse_language(named.diagnostics());
    return *named;
}

}  // namespace brecha::bindings

namespace pybind11::detail {

template <brecha::Code Type>
struct type_caster_enum_type_enabled<Type> : std::false_type {};

template <brecha::Code Type>
struct type_caster<Type> {
    static constexpr auto name = const_name("str");
    template <typename>
    using cast_op_type = Type;

    bool load(handle source, bool) {
        if (!isinstance<str>(source)) return false;
        const auto code = brecha::code_named<Type>(source.cast<std::string>());
        if (code) value = *code;
        return code.has_value();
    }
    static handle cast(Type code, return_value_policy, handle) {
        const std::string_view word = brecha::to_text(code);
        return str(word.data(), word.size()).release();
    }
    operator Type() { return value; }

    Type value{};
};

template <>
struct type_caster<brecha::Language> {
    static constexpr auto name = const_name("str");
    template <typename>
    using cast_op_type = brecha::Language;

    bool load(handle source, bool) {
        if (!isinstance<str>(source)) return false;
        const brecha::Outcome<brecha::Language> named = brecha::language_named(source.cast<std::string>());
        if (!named) brecha::bindings::refuse_language(named.diagnostics());
        value = *named;
        return true;
    }
    static handle cast(brecha::Language language, return_value_policy, handle) {
        return str(language.tag().data(), language.tag().size()).release();
    }
    operator brecha::Language() { return *value; }

    std::optional<brecha::Language> value;
};

}  // namespace pybind11::detail
