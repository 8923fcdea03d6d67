// What translators need to see of rules: every text that readers see, each in every language that it is given in.
#include "api/diagnostics.hpp"
#include "api/load_options.hpp"

#include "model/checking/families.hpp"
#include "model/load.hpp"

#include <brecha/grammar/own_stack.hpp>
#include <brecha/grammar/translatable.hpp>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>

namespace brecha {

namespace {

class Lister {
public:
    /// `written_out`: what stands for rulesets with families, by name.
    Lister(RuleTexts& result, const std::map<std::string, std::shared_ptr<const syntax::Unit>>& written_out)
        : result_(result), written_out_(written_out) {}

    void rules(const syntax::File& file) {
        for (const syntax::Unit& unit : file.units) {
            if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit)) rules(file, *vocabulary);
            else if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit)) {
                const auto whole = written_out_.find(ruleset->name.text);
                rules(file, whole == written_out_.end() ? *ruleset : std::get<syntax::Ruleset>(*whole->second));
            }
        }
    }

    void translations(const syntax::File& file) {
        for (const syntax::Unit& unit : file.units)
            if (const auto* translation = std::get_if<syntax::Translation>(&unit)) translations(file, *translation);
    }

private:
    template <typename Node>
    void rules(const syntax::File& file, const Node& unit) {
        const std::vector<grammar::TranslatableText> all = grammar::translatable_texts(unit);
        std::string own_language = file.language;
        for (const grammar::TranslatableText& text : all)
            if (text.key.owner == syntax::TextOwner::whole && text.key.kind == syntax::TextKind::title)
                for (const syntax::Texts* texts : text.texts)
                    if (!texts->empty() && !texts->front().language.empty()) own_language = texts->front().language;
        for (const grammar::TranslatableText& text : all) {
            known_[unit.name.text].insert(text.key);
            std::set<std::string> languages;  // a label that is repeated counts once
            for (const syntax::Texts* texts : text.texts)
                for (const syntax::Text& one : *texts) {
                    RuleText entry = entry_of(unit.name.text, text.key, file, one);
                    entry.language = one.language.empty() ? own_language : one.language;
                    entry.repeated = !languages.insert(entry.language).second;
                    result_.texts.push_back(std::move(entry));
                }
        }
    }

    void translations(const syntax::File& file, const syntax::Translation& unit) {
        add_block(unit, file, {}, unit.span);
        const auto add = [&](const syntax::TranslatedBlock* block, const syntax::TranslatedText& text) {
            const grammar::TextKey key = grammar::key_of(block, text);
            RuleText entry = entry_of(unit.of.text, key, file, text.text);
            entry.language = unit.language.text;
            entry.translated = true;
            entry.known = known_[unit.of.text].contains(key);
            entry.begin = text.span.begin;
            entry.end = text.span.end;
            result_.texts.push_back(std::move(entry));
        };
        for (const syntax::TranslationItem& item : unit.items) {
            if (const auto* text = std::get_if<syntax::TranslatedText>(&item)) add(nullptr, *text);
            else if (const auto* block = std::get_if<syntax::TranslatedBlock>(&item)) {
                add_block(unit, file, grammar::owner_written(grammar::key_of(block, {}), "en"), block->span);
                for (const syntax::TranslatedText& inner : block->texts) add(block, inner);
            }
        }
    }

    void add_block(const syntax::Translation& unit, const syntax::File& file, std::string owner,
                   const grammar::Span& span) {
        result_.blocks.push_back({unit.of.text, unit.language.text, std::move(owner), file.name, span.begin, span.end});
    }

    static RuleText entry_of(const std::string& unit, const grammar::TextKey& key, const syntax::File& file,
                             const syntax::Text& text) {
        RuleText entry;
        entry.unit = unit;
        entry.owner = grammar::owner_written(key, "en");
        entry.line = grammar::line_written(key, "en");
        entry.text = text.text;
        entry.file = file.name;
        entry.begin = text.span.begin;
        entry.end = text.span.end;
        return entry;
    }

    RuleTexts& result_;
    const std::map<std::string, std::shared_ptr<const syntax::Unit>>& written_out_;
    std::map<std::string, std::set<grammar::TextKey>> known_;
};

/// What stands for each ruleset of the files that has families: the texts of their rows are known once it is checked.
std::map<std::string, std::shared_ptr<const syntax::Unit>> written_out(const model::LoadedFiles& loaded,
                                                                       const std::string& name_or_path,
                                                                       model::LoadOptions options) {
    std::map<std::string, std::shared_ptr<const syntax::Unit>> found;
    options.tests = false;
    for (const grammar::Parsed& one : loaded.files)
        for (const syntax::Unit& unit : one.file.units) {
            const auto* ruleset = std::get_if<syntax::Ruleset>(&unit);
            if (ruleset == nullptr || !model::has_families(*ruleset)) continue;
            options.ruleset = ruleset->name.text;
            if (auto whole = model::load(name_or_path, options).written_out)
                found.emplace(ruleset->name.text, std::move(whole));
        }
    return found;
}

}  // namespace

Outcome<RuleTexts> rule_texts(const std::string& name_or_path, const LoadOptions& options) {
    return grammar::on_own_stack([&]() -> Outcome<RuleTexts> {
        const model::LoadedFiles loaded = model::load_files(name_or_path, model_options(options));
        std::vector<model::SourceFile> sources;
        for (const grammar::Parsed& one : loaded.files)
            sources.push_back({one.file.name, one.file.text, one.file.language});
        std::vector<Diagnostic> diagnostics = public_diagnostics(loaded.diagnostics, sources);
        if (has_errors(diagnostics)) return diagnostics;
        RuleTexts result;
        const auto whole = written_out(loaded, name_or_path, model_options(options));
        Lister lister(result, whole);
        for (const grammar::Parsed& one : loaded.files) lister.rules(one.file);
        for (const grammar::Parsed& one : loaded.files) lister.translations(one.file);
        for (model::SourceFile& file : sources) {
            result.files.push_back({std::move(file.name), std::move(file.text)});
            result.languages.push_back(std::move(file.language));
        }
        return {std::move(result), std::move(diagnostics)};
    });
}

}  // namespace brecha
