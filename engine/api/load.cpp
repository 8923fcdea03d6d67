// load, compile, check, format: from names and texts to rulesets.
#include "api/diagnostics.hpp"
#include "api/load_options.hpp"
#include "api/state.hpp"
#include "limits/watch.hpp"

#include "messages/catalogue/host.hpp"
#include "model/load.hpp"

#include <brecha/grammar/own_stack.hpp>
#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>
#include "words/keywords.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

namespace brecha {

namespace {

namespace fs = std::filesystem;

/// `shown_as` holds vocabularies at most.
Diagnostic no_ruleset(const std::string& shown_as, const model::LoadOptions& options) {
    const auto names = model::shipped_names(options);
    std::vector<std::string> near;
    for (const std::string& name : names)
        if (!shown_as.empty() && name != shown_as && name.find(shown_as) != std::string::npos) near.push_back(name);
    if (near.empty()) near = grammar::nearest(shown_as, names, 1);
    std::erase(near, shown_as);
    return plain_diagnostic(messages::catalogue::no_ruleset_in, {shown_as}, near);
}

Outcome<Ruleset> ruleset_of(model::Checked checked, const std::string& shown_as, const model::LoadOptions& options,
                            ReadFile read_plan) {
    std::vector<Diagnostic> diagnostics = public_diagnostics(checked.diagnostics, checked.files());
    if (!checked.ruleset) {
        if (!has_errors(diagnostics)) diagnostics.push_back(no_ruleset(shown_as, options));
        return diagnostics;
    }
    // A case names a plan that lies in the ruleset's folder; nothing else of the machine.
    if (!read_plan)
        read_plan = [folder = checked.folder](const std::string& from_file, const std::string& name) {
            // As large as plans may be; what is larger is refused by the reader, whatever follows.
            return model::read_file(fs::path(from_file).parent_path() / name, limits::sizes().plan_size + 1, folder);
        };
    auto state = std::make_shared<Ruleset::State>();
    state->model = std::move(checked.ruleset);
    state->schema = plans::make_schema(state->model);
    state->tests = std::move(checked.tests);
    state->read_plan = std::move(read_plan);
    return {Ruleset(std::move(state)), std::move(diagnostics)};
}

}  // namespace

Outcome<Ruleset> load(const std::string& name_or_path, const LoadOptions& options) {
    const model::LoadOptions converted = model_options(options);
    return grammar::on_own_stack(
        [&] { return ruleset_of(model::load(name_or_path, converted), name_or_path, converted, {}); });
}

Outcome<Ruleset> compile(const std::vector<SourceText>& texts, const LoadOptions& options) {
    std::vector<std::pair<std::string, std::string>> files;
    std::map<std::string, std::string> plans;  // for cases that name one
    for (const SourceText& text : texts) {
        files.emplace_back(text.name, text.text);
        if (!text.name.ends_with(".brecha")) plans.emplace(text.name, text.text);
    }
    const ReadFile read_plan = [plans = std::move(plans)](const std::string& from_file,
                                                          const std::string& name) -> model::FileText {
        const std::string beside =
            (fs::path(from_file).parent_path() / fs::path(name)).lexically_normal().generic_string();
        for (const std::string& candidate : {beside, name})
            if (const auto found = plans.find(candidate); found != plans.end())
                return {model::FileTrouble::none, found->second};
        return {};
    };
    const model::LoadOptions converted = model_options(options);
    const std::string shown_as = texts.empty() ? "" : texts.front().name;
    return grammar::on_own_stack(
        [&] { return ruleset_of(model::load_texts(std::move(files), converted), shown_as, converted, read_plan); });
}

std::vector<Diagnostic> check(const std::string& name_or_path, const LoadOptions& options) {
    return grammar::on_own_stack([&] {
        const model::Checked checked = model::load(name_or_path, model_options(options));
        return public_diagnostics(checked.diagnostics, checked.files());
    });
}

std::vector<std::string> shipped_rulesets(const std::string& shipped) {
    model::LoadOptions options;
    if (!shipped.empty()) options.shipped = shipped;
    return model::shipped_rulesets(options);
}

Outcome<std::string> format(const std::string& name, const std::string& text, std::optional<Language> language) {
    return grammar::on_own_stack([&]() -> Outcome<std::string> {
        const grammar::Parsed parsed = grammar::parse(name, text);
        std::vector<Diagnostic> diagnostics;
        for (const grammar::Diagnostic& diagnostic : parsed.diagnostics)
            diagnostics.push_back(public_diagnostic(diagnostic, text));
        if (has_errors(diagnostics)) return diagnostics;
        grammar::PrintOptions print_options;
        if (language) print_options.language = language->tag();
        return {grammar::print(parsed.file, print_options), std::move(diagnostics)};
    });
}

std::string_view keyword(std::string_view role, Language language) { return grammar::keyword(role, language.tag()); }
std::string_view built_in_word(std::string_view english, Language language) {
    return grammar::built_in_word(english, language.tag());
}

}  // namespace brecha
