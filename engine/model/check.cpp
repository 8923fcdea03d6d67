#include "model/check.hpp"

#include "model/checking/checker.hpp"
#include "model/sha256.hpp"

#include "messages/catalogue/characters.hpp"
#include "text/characters.hpp"
#include "text/entering.hpp"
#include "text/scripts.hpp"

#include <brecha/grammar/lookalikes.hpp>
#include <brecha/grammar/print.hpp>

#include <algorithm>

namespace brecha::model {

namespace {

void warn_of_lookalikes(const std::vector<const syntax::File*>& files, Report& report) {
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const grammar::Span& span : grammar::words_of_two_scripts(files[i]->text)) {
            const std::string word = files[i]->text.substr(span.begin, span.end - span.begin);
            const std::string cause = "scripts " + word;
            const Place where{static_cast<std::uint16_t>(i), span};
            if (report.again(cause, where)) continue;
            const std::string_view odd = text::letter_of_other_script(word);
            report.warning(catalogue::two_scripts, where,
                           {word, odd, text::code_point_name(text::code_point_at(odd, 0).value)}, {}, cause);
        }
}

}  // namespace

Checker::Checker(const std::vector<const syntax::File*>& files, const CheckOptions& options)
    : files_(files), options_(options), report_(files_, options.own_file_count) {}

bool Checker::version_fits(std::string_view asked, std::string_view given) const {
    return asked.empty() || given == asked || (given.starts_with(asked) && given[asked.size()] == '.');
}

void Checker::find_units() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const auto file = static_cast<std::uint16_t>(i);
        for (const syntax::Unit& unit : files_[i]->units) {
            const auto take = [&](auto& found, const auto& node, const messages::Entry& twice) {
                const auto [before, fresh] =
                    found.emplace(node.name.text, Found<std::decay_t<decltype(node)>>{&node, file});
                if (!fresh)
                    report_.error(
                        twice, {file, node.name.span},
                        {node.name.text, line_of(files_, {before->second.file, before->second.node->name.span})});
            };
            if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                take(vocabularies_, *vocabulary, catalogue::two_vocabularies);
            else if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit))
                take(rulesets_, *ruleset, catalogue::two_rulesets);
            else if (const auto* tests = std::get_if<syntax::Tests>(&unit)) tests_.push_back({tests, file});
        }
    }
}

void Checker::choose_ruleset() {
    if (rulesets_.empty()) return;
    std::vector<std::string> names;
    for (const auto& [name, ruleset] : rulesets_)
        if (ruleset.file < options_.own_file_count) names.push_back(name);
    if (!options_.ruleset.empty()) {
        const auto found = rulesets_.find(options_.ruleset);
        if (found != rulesets_.end()) {
            main_ = found->second;
            return;
        }
        messages::Message help = did_you_mean(options_.ruleset, names, 1);
        if (help.empty()) help = messages::Message(catalogue::there_are, {joined(names)});
        report_.error(catalogue::no_ruleset, {}, {options_.ruleset}, std::move(help));
        return;
    }
    if (names.empty()) return;
    // The one that no other extends or uses.
    std::vector<std::string> open;
    for (const std::string& name : names) {
        bool needed = false;
        for (const auto& [other, ruleset] : rulesets_)
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
        main_ = rulesets_.find(open.front())->second;
        return;
    }
    if (open.empty()) {  // they use each other: follow_uses() says so
        main_ = rulesets_.find(names.front())->second;
        return;
    }
    const Found<syntax::Ruleset>& first = rulesets_.find(open[1])->second;
    report_.error(catalogue::several_rulesets, {first.file, first.node->name.span}, {joined(open), open.front()});
}

messages::Message Checker::where_to_put_it() const {
    if (options_.folders.empty()) return catalogue::put_its_file;
    return messages::Message(catalogue::put_its_file_or_there, {joined(options_.folders)});
}

messages::Message Checker::meant_or_put(std::string_view word, const std::vector<std::string>& candidates) const {
    messages::Message meant = did_you_mean(word, candidates, 1);
    return meant.empty() ? where_to_put_it() : std::move(meant);
}

void Checker::follow_uses() {
    std::map<std::string, bool, std::less<>> seen;  // done? (false: under way)
    std::vector<std::string> names, versions;
    const std::function<void(const Found<syntax::Ruleset>&)> visit = [&](const Found<syntax::Ruleset>& ruleset) {
        const Deeper deeper(unit_depth_);
        if (too_deep(unit_depth_, {ruleset.file, ruleset.node->name.span})) return;
        seen.emplace(ruleset.node->name.text, false);
        for (const syntax::RulesetItem& item : ruleset.node->items) {
            const auto* uses = std::get_if<syntax::UsesLine>(&item);
            if (uses == nullptr) continue;
            for (const auto& [name, version] : uses->names) {
                if (vocabularies_.contains(name.text)) {
                    if (ruleset.node == main_.node && std::find(names.begin(), names.end(), name.text) == names.end()) {
                        names.push_back(name.text);
                        versions.push_back(vocabularies_.find(name.text)->second.node->version.text);
                    }
                    visit_vocabulary(name, version, ruleset.file);
                } else if (const auto used = rulesets_.find(name.text); used != rulesets_.end()) {
                    if (!version_fits(version.text, used->second.node->version.text))
                        report_.error(catalogue::wrong_version, {ruleset.file, version.span},
                                      {name.text, used->second.node->version.text, version.text});
                    if (const auto before = seen.find(name.text); before != seen.end()) {
                        if (!before->second)
                            report_.error(catalogue::ruleset_ring, {ruleset.file, name.span}, {name.text});
                        continue;
                    }
                    visit(used->second);
                    used_.push_back(used->second);
                } else {
                    const std::string cause = "uses " + name.text;
                    const Place where{ruleset.file, name.span};
                    if (report_.again(cause, where)) continue;
                    std::vector<std::string> candidates;
                    for (const auto& [known, one] : vocabularies_) candidates.push_back(known);
                    for (const auto& [known, one] : rulesets_)
                        if (known != ruleset.node->name.text) candidates.push_back(known);
                    candidates.insert(candidates.end(), options_.names_there.begin(), options_.names_there.end());
                    report_.error(catalogue::no_vocabulary_or_ruleset, where, {name.text},
                                  meant_or_put(name.text, candidates), cause);
                }
            }
        }
        seen[ruleset.node->name.text] = true;
    };
    visit(main_);
    for (std::size_t i = 0; i < names.size(); ++i) {
        ruleset_.vocabulary.name += (i == 0 ? "" : ", ") + names[i];
        ruleset_.vocabulary.version += (i == 0 ? "" : ", ") + versions[i];
    }
    if (merged_.empty() && !report_.has_errors())
        report_.error(catalogue::uses_nothing, {main_.file, main_.node->name.span}, {main_.node->name.text});
}

void Checker::hash() {
    std::vector<std::pair<std::string, std::string>> units;
    const auto add = [&](const std::string& name, std::uint16_t file, const auto* node) {
        for (const syntax::Unit& unit : files_[file]->units)
            if (std::get_if<std::decay_t<decltype(*node)>>(&unit) == node)
                units.emplace_back(name, grammar::print(unit));
    };
    add(main_.node->name.text, main_.file, main_.node);
    for (const Found<syntax::Ruleset>& used : used_) add(used.node->name.text, used.file, used.node);
    for (const Found<syntax::Vocabulary>& vocabulary : merged_)
        add(vocabulary.node->name.text, vocabulary.file, vocabulary.node);
    std::sort(units.begin(), units.end());
    std::string all;
    for (const auto& [name, text] : units) all += text;
    for (const std::string& data : data_) all += data;
    ruleset_.sha256 = sha256(all);
}

Checked Checker::run() {
    Checked result;
    find_units();
    choose_ruleset();
    warn_of_lookalikes(files_, report_);
    const auto finish = [&] {
        const bool errors = report_.has_errors();
        result.diagnostics = report_.take();
        for (const syntax::File* file : files_) result.files.push_back({file->name, file->text, file->language});
        if (!errors && main_.node != nullptr) {
            ruleset_.files = result.files;
            result.ruleset = std::make_shared<const Ruleset>(std::move(ruleset_));
        }
        return std::move(result);
    };
    if (main_.node == nullptr) {
        // A folder of vocabularies alone is checked too.
        for (const auto& [name, vocabulary] : vocabularies_) {
            syntax::Word any_version;
            visit_vocabulary(vocabulary.node->name, any_version, vocabulary.file);
        }
        if (!merged_.empty() && rulesets_.empty()) {
            merge_vocabularies();
            cover_vocabularies();
            report_languages();
        }
        if (report_.has_errors() || !rulesets_.empty()) return finish();
        for (const Found<syntax::Tests>& tests : tests_)
            report_.error(catalogue::no_ruleset, {tests.file, tests.node->ruleset.span}, {tests.node->ruleset.text},
                          where_to_put_it());
        if (tests_.empty() && vocabularies_.empty()) report_.error(catalogue::nothing_here, {});
        return finish();
    }
    ruleset_.name = main_.node->name.text;
    ruleset_.version = main_.node->version.text;
    for (const syntax::RulesetItem& item : main_.node->items)
        if (const auto* extends =
                std::get_if<syntax::ExtendsLine>(&item)) {  // the rest cannot be understood without the other
            report_.error(catalogue::extends_not_run, {main_.file, extends->span});
            return finish();
        }
    follow_uses();
    if (merged_.empty()) {
        declare(*main_.node, main_.file, true);  // what this version cannot run
        return finish();
    }
    merge_vocabularies();
    cover_vocabularies();

    const syntax::TitleLine* title = nullptr;
    for (const syntax::RulesetItem& item : main_.node->items)
        if (const auto* line = std::get_if<syntax::TitleLine>(&item)) {
            if (title != nullptr)
                report_.error(catalogue::line_twice, {main_.file, line->span},
                              {ruleset_.name, messages::Keyword{grammar::role("title")}});
            title = line;
        }
    if (title != nullptr) {
        cover(ruleset_.name, title->texts);
        ruleset_.title = texts(title->texts, main_.file, {}, false);
    }
    collect_requirements();
    declare(*main_.node, main_.file, true);
    for (auto used = used_.rbegin(); used != used_.rend(); ++used) declare(*used->node, used->file, false);
    check_declarations();
    for (std::uint32_t index = 0; index < ruleset_.requirements.size(); ++index) check_requirement(index);
    check_part_ids();
    check_after();
    check_verdicts();
    if (options_.tests) result.tests = check_cases();
    if (!report_.has_errors()) {
        lint();
        hash();
    }
    report_languages();
    return finish();
}

Checked check(const std::vector<const syntax::File*>& files, const CheckOptions& options) {
    return Checker(files, options).run();
}

}  // namespace brecha::model
