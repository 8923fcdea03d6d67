#include "model/checking/assembly.hpp"

#include "model/checking/heights.hpp"
#include "model/checking/words.hpp"
#include "model/sha256.hpp"

#include <brecha/grammar/print.hpp>

#include "messages/catalogue/checking_assembly.hpp"
#include "messages/catalogue/checking_tailoring.hpp"

#include <algorithm>

namespace brecha::model {

namespace {

bool version_fits(std::string_view asked, std::string_view given) {
    return asked.empty() || given == asked || (given.starts_with(asked) && given[asked.size()] == '.');
}

/// "2", of 2.4.0: all that an author needs to ask for.
std::string_view first_number(std::string_view version) { return version.substr(0, version.find('.')); }

messages::Message where_to_put_it(const CheckOptions& options) {
    if (options.folders.empty()) return catalogue::put_its_file;
    return messages::Message(catalogue::put_its_file_or_there, {joined(options.folders)});
}

bool uses(const syntax::Ruleset& ruleset, std::string_view name) {
    for (const syntax::RulesetItem& item : ruleset.items)
        if (const auto* line = std::get_if<syntax::UsesLine>(&item))
            for (const auto& [used, version] : line->names)
                if (used.text == name) return true;
    return false;
}

/// `extends tourism 1`, of those that a ruleset uses.
messages::List vocabularies_of(const syntax::Ruleset& ruleset, const Assembly& assembly) {
    messages::List list{messages::List::Joint::or_, {}};
    for (const syntax::RulesetItem& item : ruleset.items)
        if (const auto* line = std::get_if<syntax::UsesLine>(&item))
            for (const auto& [name, version] : line->names)
                if (assembly.vocabularies.contains(name.text))
                    list.items.emplace_back(catalogue::extends_line,
                                            std::vector<messages::Argument>{name.text, version.text});
    return list;
}

/// Follows what the units of the files say of each other.
class Assembler {
public:
    Assembler(const CheckOptions& options, Diagnostics& diagnostics, Assembly& assembly)
        : options_(options), diagnostics_(diagnostics), assembly_(assembly) {}

    void find_units(const std::vector<const syntax::File*>& files);
    void choose_ruleset();
    void follow_uses();
    void see_all_vocabularies();

private:
    messages::Message meant_or_put(std::string_view word, const std::vector<std::string>& candidates) const;
    void check_version(const syntax::Word& name, const syntax::Word& version, std::string_view given,
                       const FileContext& file);
    void visit(const Found<syntax::Ruleset>& ruleset, bool layer);
    void visit_base(const syntax::ExtendsLine& line, const Found<syntax::Ruleset>& ruleset, bool layer);
    void visit(const syntax::Word& name, const syntax::Word& version, const FileContext& file);
    void unknown_use(const syntax::Word& name, const Found<syntax::Ruleset>& ruleset);

    const CheckOptions& options_;
    Diagnostics& diagnostics_;
    Assembly& assembly_;
    std::uint32_t depth_ = 0;
    bool base_missing_ = false;
    std::map<std::string, bool, std::less<>> vocabularies_visited_, rulesets_visited_;  // done? (false: under way)
    std::vector<std::string> names_, versions_;  // of the vocabularies that the ruleset names
};

void Assembler::find_units(const std::vector<const syntax::File*>& files) {
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileContext file(*files[i], static_cast<std::uint16_t>(i));
        const auto take = [&](auto& found, const auto& node, const messages::Entry& twice) {
            const auto [before, fresh] =
                found.emplace(node.name.text, Found<std::decay_t<decltype(node)>>{&node, file});
            if (!fresh)
                diagnostics_.error(
                    twice, file.at(node.name),
                    {node.name.text, diagnostics_.line_of(before->second.file.at(before->second.node->name))});
        };
        for (const syntax::Unit& unit : files[i]->units) {
            if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                take(assembly_.vocabularies, *vocabulary, catalogue::two_vocabularies);
            else if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit))
                take(assembly_.rulesets, *ruleset, catalogue::two_rulesets);
            else if (const auto* tests = std::get_if<syntax::Tests>(&unit)) assembly_.tests.push_back({tests, file});
            else if (const auto* translation = std::get_if<syntax::Translation>(&unit))
                assembly_.translations.push_back({translation, file});
        }
    }
}

void Assembler::choose_ruleset() {
    const auto& rulesets = assembly_.rulesets;
    if (rulesets.empty()) return;
    std::vector<std::string> names;
    for (const auto& [name, ruleset] : rulesets)
        if (ruleset.file.index() < options_.own_file_count) names.push_back(name);
    if (!options_.ruleset.empty()) {
        const auto found = rulesets.find(options_.ruleset);
        if (found != rulesets.end()) {
            assembly_.main = found->second;
            return;
        }
        messages::Message help = did_you_mean(options_.ruleset, names, 1);
        if (help.empty()) help = messages::Message(catalogue::there_are, {joined(names)});
        diagnostics_.error(catalogue::no_ruleset, {}, {options_.ruleset}, std::move(help));
        return;
    }
    if (names.empty()) return;
    // The one that no other extends or uses.
    std::vector<std::string> open;
    for (const std::string& name : names) {
        bool needed = false;
        for (const auto& [other, ruleset] : rulesets)
            for (const syntax::RulesetItem& item : ruleset.node->items) {
                if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item))
                    needed = needed || (extends->name.text == name && other != name);
                if (const auto* uses = std::get_if<syntax::UsesLine>(&item))
                    for (const auto& [used, version] : uses->names)
                        needed = needed || (used.text == name && other != name);
            }
        if (!needed) open.push_back(name);
    }
    if (open.size() == 1) {
        assembly_.main = rulesets.find(open.front())->second;
        return;
    }
    if (open.empty()) {  // they use each other: follow_uses() says so
        assembly_.main = rulesets.find(names.front())->second;
        return;
    }
    const Found<syntax::Ruleset>& first = rulesets.find(open[1])->second;
    diagnostics_.error(catalogue::several_rulesets, first.file.at(first.node->name), {joined(open), open.front()});
}

messages::Message Assembler::meant_or_put(std::string_view word, const std::vector<std::string>& candidates) const {
    messages::Message meant = did_you_mean(word, candidates, 1);
    return meant.empty() ? where_to_put_it(options_) : std::move(meant);
}

void Assembler::check_version(const syntax::Word& name, const syntax::Word& version, std::string_view given,
                              const FileContext& file) {
    if (!version_fits(version.text, given))
        diagnostics_.error(catalogue::wrong_version, file.at(version),
                           {name.text, given, version.text, first_number(given)});
}

/// Where `name` leads; it is there.
void Assembler::visit(const syntax::Word& name, const syntax::Word& version, const FileContext& file) {
    const Found<syntax::Vocabulary>& vocabulary = assembly_.vocabularies.find(name.text)->second;
    check_version(name, version, vocabulary.node->version.text, file);
    if (const auto state = vocabularies_visited_.find(name.text); state != vocabularies_visited_.end()) {
        if (!state->second) diagnostics_.error(catalogue::vocabulary_ring, file.at(name), {name.text});
        return;
    }
    const Deeper deeper(depth_);
    if (too_deep(depth_, file.at(name), diagnostics_)) return;
    vocabularies_visited_.emplace(name.text, false);
    for (const syntax::VocabularyItem& item : vocabulary.node->items)
        if (const auto* line = std::get_if<syntax::ExtendsLine>(&item)) {
            if (assembly_.vocabularies.contains(line->name.text)) {
                visit(line->name, line->version, vocabulary.file);
                continue;
            }
            std::vector<std::string> candidates = names_in(assembly_.vocabularies);
            candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
            const auto ruleset = assembly_.rulesets.find(line->name.text);
            diagnostics_.error(catalogue::no_vocabulary, vocabulary.file.at(line->name), {line->name.text},
                               ruleset == assembly_.rulesets.end()
                                   ? meant_or_put(line->name.text, candidates)
                                   : messages::Message(catalogue::rulesets_have_vocabularies,
                                                       {vocabularies_of(*ruleset->second.node, assembly_)}),
                               "vocabulary " + line->name.text);
        }
    vocabularies_visited_[name.text] = true;
    assembly_.seen.push_back(vocabulary);
}

void Assembler::unknown_use(const syntax::Word& name, const Found<syntax::Ruleset>& ruleset) {
    const std::string cause = "uses " + name.text;
    if (diagnostics_.again(cause, ruleset.file.at(name))) return;
    std::vector<std::string> candidates = names_in(assembly_.vocabularies);
    for (const auto& [known, one] : assembly_.rulesets)
        if (known != ruleset.node->name.text) candidates.push_back(known);
    candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
    diagnostics_.error(catalogue::no_vocabulary_or_ruleset, ruleset.file.at(name), {name.text},
                       meant_or_put(name.text, candidates), cause);
}

/// The ruleset that another extends. Without it the other cannot be understood.
void Assembler::visit_base(const syntax::ExtendsLine& line, const Found<syntax::Ruleset>& ruleset, bool layer) {
    const Location where = ruleset.file.at(line.name);
    const auto base = assembly_.rulesets.find(line.name.text);
    if (base == assembly_.rulesets.end()) {
        base_missing_ = true;
        std::vector<std::string> candidates = names_in(assembly_.rulesets);
        std::erase(candidates, ruleset.node->name.text);
        candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
        const auto vocabulary = assembly_.vocabularies.find(line.name.text);
        messages::Message help =
            vocabulary == assembly_.vocabularies.end() ? meant_or_put(line.name.text, candidates)
            : uses(*ruleset.node, line.name.text)
                ? messages::Message(catalogue::vocabulary_is_used)
                : messages::Message(catalogue::vocabularies_are_used,
                                    {line.name.text, first_number(vocabulary->second.node->version.text)});
        diagnostics_.error(catalogue::no_ruleset, where, {line.name.text}, std::move(help));
        return;
    }
    check_version(line.name, line.version, base->second.node->version.text, ruleset.file);
    if (rulesets_visited_.contains(line.name.text)) {
        base_missing_ = true;
        diagnostics_.error(catalogue::vocabulary_ring, where, {line.name.text});
        return;
    }
    visit(base->second, layer);
    (layer ? assembly_.layers : assembly_.used).push_back(base->second);
}

/// `layer`: it is the ruleset that is meant, or one that that one extends.
void Assembler::visit(const Found<syntax::Ruleset>& ruleset, bool layer) {
    const Deeper deeper(depth_);
    if (too_deep(depth_, ruleset.file.at(ruleset.node->name), diagnostics_)) return;
    rulesets_visited_.emplace(ruleset.node->name.text, false);
    const syntax::ExtendsLine* base = nullptr;
    for (const syntax::RulesetItem& item : ruleset.node->items)
        if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item)) {
            if (base != nullptr)
                diagnostics_.error(catalogue::two_bases, ruleset.file.at(extends->span), {ruleset.node->name.text});
            else visit_base(*extends, ruleset, layer);
            base = extends;
        }
    for (const syntax::RulesetItem& item : ruleset.node->items) {
        const auto* uses = std::get_if<syntax::UsesLine>(&item);
        if (uses == nullptr) continue;
        for (const auto& [name, version] : uses->names) {
            if (const auto vocabulary = assembly_.vocabularies.find(name.text);
                vocabulary != assembly_.vocabularies.end()) {
                if (layer && std::find(names_.begin(), names_.end(), name.text) == names_.end()) {
                    names_.push_back(name.text);
                    versions_.push_back(vocabulary->second.node->version.text);
                }
                visit(name, version, ruleset.file);
            } else if (const auto used = assembly_.rulesets.find(name.text); used != assembly_.rulesets.end()) {
                check_version(name, version, used->second.node->version.text, ruleset.file);
                if (const auto before = rulesets_visited_.find(name.text); before != rulesets_visited_.end()) {
                    if (!before->second)
                        diagnostics_.error(catalogue::ruleset_ring, ruleset.file.at(name), {name.text});
                    continue;
                }
                visit(used->second, false);
                assembly_.used.push_back(used->second);
            } else {
                unknown_use(name, ruleset);
            }
        }
    }
    rulesets_visited_[ruleset.node->name.text] = true;
}

void Assembler::follow_uses() {
    visit(*assembly_.main, true);
    if (base_missing_) {
        assembly_.main.reset();
        assembly_.layers.clear();
        return;
    }
    assembly_.layers.push_back(*assembly_.main);
    assembly_.vocabulary_name = joined(names_);
    assembly_.vocabulary_version = joined(versions_);
    const auto& [node, file] = *assembly_.main;
    if (assembly_.seen.empty() && !diagnostics_.has_errors())
        diagnostics_.error(catalogue::uses_nothing, file.at(node->name), {node->name.text});
}

void Assembler::see_all_vocabularies() {
    const syntax::Word any_version;
    for (const auto& [name, vocabulary] : assembly_.vocabularies)
        visit(vocabulary.node->name, any_version, vocabulary.file);
}

}  // namespace

Assembly assemble(const std::vector<const syntax::File*>& files, const CheckOptions& options,
                  Diagnostics& diagnostics) {
    Assembly assembly;
    Assembler assembler(options, diagnostics, assembly);
    assembler.find_units(files);
    assembler.choose_ruleset();
    if (!assembly.main) {
        assembler.see_all_vocabularies();
        return assembly;
    }
    assembler.follow_uses();
    return assembly;
}

void refuse_without_ruleset(const Assembly& assembly, const CheckOptions& options, Diagnostics& diagnostics) {
    if (diagnostics.has_errors() || !assembly.rulesets.empty()) return;
    for (const auto& [node, file] : assembly.tests)
        diagnostics.error(catalogue::no_ruleset, file.at(node->ruleset), {node->ruleset.text},
                          where_to_put_it(options));
    if (assembly.tests.empty() && assembly.vocabularies.empty()) diagnostics.error(catalogue::nothing_here, {});
}

std::string hash_of(const Assembly& assembly, const Translations& translations,
                    const std::vector<const syntax::Unit*>& written_out,
                    const std::vector<std::string>& table_contents) {
    std::vector<std::pair<std::string, std::string>> units;
    const auto merged = [&](const syntax::Texts& node, syntax::Texts& made) -> const syntax::Texts& {
        return translations.merged(node, made);
    };
    const auto add = [&](const auto& found) {
        for (const syntax::Unit& unit : found.file.file().units)
            if (std::get_if<std::decay_t<decltype(*found.node)>>(&unit) == found.node)
                units.emplace_back(found.node->name.text, grammar::print(unit, merged));
    };
    for (std::size_t layer = 0; layer < assembly.layers.size(); ++layer)
        if (written_out[layer] != nullptr)
            units.emplace_back(assembly.layers[layer].node->name.text, grammar::print(*written_out[layer], merged));
        else add(assembly.layers[layer]);
    for (const Found<syntax::Ruleset>& used : assembly.used) add(used);
    for (const Found<syntax::Vocabulary>& vocabulary : assembly.seen) add(vocabulary);
    std::sort(units.begin(), units.end());
    std::string all;
    std::size_t size = 0;
    for (const auto& [name, text] : units) size += text.size();
    all.reserve(size);
    for (const auto& [name, text] : units) all += text;
    for (const std::string& contents : table_contents) all += contents;
    return sha256(all);
}

}  // namespace brecha::model
