// What happens in which order: each stage takes what the stages before gave, and says what is wrong with its own.
#include "model/check.hpp"

#include "model/checking/assembly.hpp"
#include "model/checking/cases.hpp"
#include "model/checking/environment.hpp"
#include "model/checking/lints/lints.hpp"
#include "model/checking/requirements.hpp"
#include "model/checking/verdicts.hpp"
#include "model/checking/vocabularies.hpp"

#include "messages/catalogue/checking_requirements.hpp"

namespace brecha::model {

namespace {

/// Its texts are from here on held against the languages of its title.
void read_title(const Found<syntax::Ruleset>& main, Ruleset& ruleset, TextReader& texts, Diagnostics& diagnostics) {
    const syntax::TitleLine* title = nullptr;
    for (const syntax::RulesetItem& item : main.node->items)
        if (const auto* line = std::get_if<syntax::TitleLine>(&item)) {
            if (title != nullptr)
                diagnostics.error(catalogue::line_twice, main.file.at(line->span),
                                  {ruleset.name, messages::Keyword{grammar::role("title")}});
            title = line;
        }
    if (title == nullptr) return;
    texts.cover(ruleset.name, title->texts, main.file);
    ruleset.title = texts.read(title->texts, main.file);
}

}  // namespace

Checked check(const std::vector<const syntax::File*>& files, const CheckOptions& options) {
    Diagnostics diagnostics(files, options.own_file_count);
    Ruleset ruleset;
    std::vector<TestSuite> tests;
    const auto finish = [&](bool made) {
        Checked result;
        for (const syntax::File* file : files) result.files.push_back({file->name, file->text, file->language});
        if (made && !diagnostics.has_errors()) {
            ruleset.files = result.files;
            result.ruleset = std::make_shared<const Ruleset>(std::move(ruleset));
        }
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
    ruleset.vocabulary.name = assembly.vocabulary_name;
    ruleset.vocabulary.version = assembly.vocabulary_version;
    if (!assembly.seen.empty()) read_title(*assembly.main, ruleset, texts, diagnostics);

    // What expressions may name: requirements, parameters, definitions, tables, sources.
    Requirements requirements{assembly.main->file, {}, {}};
    Declarations declarations;
    Environment environment{ruleset, types, declarations, requirements.ids, texts, diagnostics};
    declare(*assembly.main, true, environment);
    if (assembly.seen.empty()) return finish(true);  // without a vocabulary, nothing more can be understood
    for (auto used = assembly.used.rbegin(); used != assembly.used.rend(); ++used) declare(*used, false, environment);
    fill_tables(environment, options);
    const std::unique_ptr<const WrittenOut> families = write_out_families(*assembly.main, environment);
    if (families) read_translations_again(assembly, families->ruleset(), translations, diagnostics);
    requirements = collect_requirements(*assembly.main, families.get(), ruleset, diagnostics);

    // Their expressions, typed (typing.hpp); then the requirements, line by line, and what they say of each other.
    check_declarations(environment);
    read_requirements(requirements, environment);
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
        if (options.strict) {
            warn_of_each_without_ending(ruleset, diagnostics);
            warn_of_missing_gap_texts(requirements, ruleset, diagnostics);
        }
        ruleset.sha256 =
            hash_of(assembly, translations, families ? &families->unit : nullptr, declarations.table_contents);
    }
    warn_of_lacking_languages(texts.lacking(), diagnostics);
    return finish(true);
}

}  // namespace brecha::model
