// What happens in which order: each stage takes what the stages before gave, and says what is wrong with its own.
#include "model/check.hpp"

#include "model/checking/assembly.hpp"
#include "model/checking/calendars.hpp"
#include "model/checking/cases.hpp"
#include "model/checking/environment.hpp"
#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"
#include "model/checking/source_texts.hpp"
#include "model/checking/tailoring.hpp"
#include "model/checking/verdicts.hpp"
#include "model/checking/vocabularies.hpp"

#include "messages/catalogue/checking_requirements.hpp"

namespace brecha::model {

namespace {

/// Its texts are from here on held against the languages of its title.
Texts read_title(const Found<syntax::Ruleset>& layer, TextReader& texts, Diagnostics& diagnostics) {
    const std::string& name = layer.node->name.text;
    const syntax::TitleLine* title = nullptr;
    for (const syntax::RulesetItem& item : layer.node->items)
        if (const auto* line = std::get_if<syntax::TitleLine>(&item)) {
            if (title != nullptr)
                diagnostics.error(catalogue::line_twice, layer.file.at(line->span),
                                  {name, messages::Keyword{grammar::role("title")}});
            title = line;
        }
    static const syntax::Texts none;
    const syntax::Texts& written = title != nullptr ? title->texts : none;  // itself: its place is its name
    texts.cover(name, written, layer.file);
    return texts.read(written, layer.file);
}

}  // namespace

Checked check(const std::vector<const syntax::File*>& files, const CheckOptions& options) {
    Diagnostics diagnostics(files, options.own_file_count);
    Ruleset ruleset;
    std::vector<TestSuite> tests;
    const auto finish = [&](bool made) {
        Checked result;
        const bool good = made && !diagnostics.has_errors();
        std::vector<SourceFile>& kept = good ? ruleset.files : result.without_ruleset;
        for (const syntax::File* file : files) kept.push_back({file->name, file->text, file->language});
        if (good) result.ruleset = std::make_shared<const Ruleset>(std::move(ruleset));
        result.tests = std::move(tests);
        result.diagnostics = diagnostics.take();
        return result;
    };

    // Which files' vocabularies, rulesets and tests belong together, and what their texts are in other languages.
    const Assembly assembly = assemble(files, options, diagnostics);
    Translations translations = read_translations(assembly, diagnostics);
    TextReader texts(translations, diagnostics);
    warn_of_lookalikes(files, diagnostics);

    // The vocabularies that the ruleset sees -> one vocabulary, and what its names mean.
    Types types(ruleset.vocabulary, texts, diagnostics);
    if (!assembly.seen.empty() && (assembly.main || assembly.rulesets.empty())) {
        merge_vocabularies(assembly.seen, types, texts, diagnostics);
        note_languages_of(assembly.seen, texts);
    }
    if (!assembly.main) {
        warn_of_lacking_languages(texts.lacking(), diagnostics);
        refuse_without_ruleset(assembly, options, diagnostics);
        return finish(false);
    }

    ruleset.name = assembly.main->node->name.text;
    ruleset.version = assembly.main->node->version.text;
    for (const Found<syntax::Ruleset>& layer : assembly.layers)
        ruleset.layers.emplace_back(layer.node->name.text, layer.node->version.text);
    ruleset.in_force.resize(ruleset.layers.size());
    ruleset.vocabulary.name = assembly.vocabulary_name;
    ruleset.vocabulary.version = assembly.vocabulary_version;
    if (!assembly.seen.empty())
        for (const Found<syntax::Ruleset>& layer : assembly.layers)  // at last that of the one that is meant
            ruleset.title = read_title(layer, texts, diagnostics);

    // What expressions may name: requirements, parameters, definitions, tables, sources.
    Requirements requirements;
    Declarations declarations;
    Environment environment{ruleset, types, declarations, requirements.ids, texts, diagnostics};
    for (const Found<syntax::Ruleset>& layer : assembly.layers) declarations.layers.push_back(layer.node->name.text);
    for (const Found<syntax::Ruleset>& layer : assembly.layers) declare(layer, environment);
    if (assembly.seen.empty()) return finish(true);  // without a vocabulary, nothing more can be understood
    for (auto used = assembly.used.rbegin(); used != assembly.used.rend(); ++used) declare(*used, environment);
    read_source_texts(environment, options);
    fill_tables(environment, options);
    fill_calendars(environment, options);
    std::vector<Layer> layers;
    for (const Found<syntax::Ruleset>& found : assembly.layers) {
        const TextReader::Within covered(texts, found.node->name.text);
        Layer& layer = layers.emplace_back(Layer{found, write_out_families(found, environment)});
        if (layer.families) read_translations_again(assembly, {&layer.node(), found.file}, translations, diagnostics);
    }
    requirements = collect_requirements(layers, ruleset, diagnostics);
    tailor(layers, requirements, environment, options);

    // Their expressions, typed (typing.hpp); then the requirements, line by line, and what they say of each other.
    check_declarations(environment);
    read_requirements(requirements, environment);
    note_what_set_parameters_weaken(ruleset);
    resolve_after(requirements, environment);
    check_verdicts(requirements, environment);

    // The tests for it.
    if (options.tests) {
        warn_of_repeated_cases(assembly.tests, ruleset.name, diagnostics);
        tests = read_cases(assembly, environment);
    }

    // What is legal and hardly meant.
    if (!diagnostics.has_errors()) {
        warn_of_empty_lists(ruleset, diagnostics);
        warn_of_one_answer_for_all(ruleset, diagnostics);
        warn_of_duties_nobody_read(requirements, ruleset, diagnostics);
        warn_of_permissions_that_forbid(requirements, ruleset, diagnostics);
        warn_of_full_years_of_young_plans(ruleset, diagnostics);
        warn_of_dates_that_may_be_none(ruleset, diagnostics);
        for_each_operation(ruleset, [&](const Expression& expression) {
            warn_of_covers_over_lists(expression, ruleset, diagnostics);
            warn_of_otherwise_of_open_lists(expression, diagnostics);
        });
        if (options.strict) {
            warn_of_each_without_ending(ruleset, diagnostics);
            warn_of_missing_gap_texts(requirements, ruleset, diagnostics);
        }
        std::vector<const syntax::Unit*> written_out;
        for (const Layer& layer : layers) written_out.push_back(layer.families ? &layer.families->unit : nullptr);
        ruleset.sha256 = hash_of(assembly, translations, written_out, declarations.table_contents);
    }
    warn_of_lacking_languages(texts.lacking(), diagnostics);
    Checked result = finish(true);
    if (const std::shared_ptr<const WrittenOut> families = std::move(layers.back().families))
        result.written_out = {families, &families->unit};
    return result;
}

}  // namespace brecha::model
