#include "model/check.hpp"

#include "model/checking/checker.hpp"
#include "model/sha256.hpp"

#include <brecha/grammar/print.hpp>

#include <algorithm>

namespace brecha::model {

using grammar::Localized;
using grammar::nearest;
using grammar::say;

Checker::Checker(const std::vector<const syntax::File*>& files, const CheckOptions& options)
    : files_(files), options_(options), report_(files_, options.own_file_count) {}

bool Checker::version_fits(std::string_view asked, std::string_view given) const {
    return asked.empty() || given == asked || (given.starts_with(asked) && given[asked.size()] == '.');
}

void Checker::find_units() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
        const auto file = static_cast<std::uint16_t>(i);
        for (const syntax::Unit& unit : files_[i]->units) {
            const auto take = [&](auto& found, const auto& node, std::string_view english, std::string_view spanish) {
                const auto [before, fresh] = found.emplace(node.name.text, Found<std::decay_t<decltype(node)>>{&node, file});
                if (fresh) return;
                const syntax::File& other = *files_[before->second.file];
                report_.error("B133", {file, node.name.span}, say(english, spanish, {node.name.text}),
                              say("keep one; the other is at {}:{}", "deje uno solo; el otro está en {}:{}",
                                  {other.name, std::to_string(grammar::position_of(other.text, before->second.node->name.span.begin).line)}));
            };
            if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                take(vocabularies_, *vocabulary, "there are two vocabularies \"{}\"", "hay dos vocabularios \"{}\"");
            else if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit))
                take(rulesets_, *ruleset, "there are two rulesets \"{}\"", "hay dos reglamentos \"{}\"");
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
        const std::vector<std::string> near = nearest(options_.ruleset, names, 1);
        std::string all;
        for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
        report_.error("B134", {}, say("there is no ruleset \"{}\"", "no hay ningún reglamento \"{}\"", {options_.ruleset}),
                      near.empty() ? say("there are: {}", "hay: {}", {all}) : say("did you mean {}?", "¿quiso decir {}?", {near.front()}));
        return;
    }
    if (names.empty()) return;
    // The one that no other extends or uses.
    std::vector<std::string> open;
    for (const std::string& name : names) {
        bool needed = false;
        for (const auto& [other, ruleset] : rulesets_)
            for (const syntax::RulesetItem& item : ruleset.node->items) {
                if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item)) needed = needed || (extends->name.text == name && other != name);
                if (const auto* uses = std::get_if<syntax::UsesLine>(&item))
                    for (const auto& [used, version] : uses->names) needed = needed || (used.text == name && other != name);
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
    std::string all;
    for (const std::string& name : open) all += (all.empty() ? "" : ", ") + name;
    const Found<syntax::Ruleset>& first = rulesets_.find(open[1])->second;
    report_.error("B144", {first.file, first.node->name.span}, say("there are several rulesets here: {}", "aquí hay varios reglamentos: {}", {all}),
                  say("say which one: `--ruleset {}`", "diga cuál: `--ruleset {}`", {open.front()}));
}

Localized Checker::where_to_put_it() const {
    std::string folders;
    for (const std::string& folder : options_.folders) folders += (folders.empty() ? "" : ", ") + folder;
    if (folders.empty())
        return say("put its file into the same folder, or name its folder with --path", "ponga su archivo en la misma carpeta, o nombre su carpeta con --path");
    return say("put its file into the same folder, or name its folder with --path; it was looked for in {}, too",
               "ponga su archivo en la misma carpeta, o nombre su carpeta con --path; también se buscó en {}", {folders});
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
                        report_.error("B134", {ruleset.file, version.span},
                                      say("{} is version {} here, {} is asked for", "{} es aquí la versión {}, se pide la {}",
                                          {name.text, used->second.node->version.text, version.text}),
                                      say("write `{} {}`, or bring the version that is asked for", "escriba `{} {}`, o traiga la versión pedida",
                                          {name.text, used->second.node->version.text}));
                    if (const auto before = seen.find(name.text); before != seen.end()) {
                        if (!before->second)
                            report_.error("B143", {ruleset.file, name.span},
                                          say("{} uses itself, through others", "{} se usa a sí mismo, a través de otros", {name.text}),
                                          say("take out one of the `uses` lines of this ring", "quite una de las líneas `uses` de este círculo"));
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
                    const std::vector<std::string> near = nearest(name.text, candidates, 1);
                    report_.error("B134", where, say("there is no vocabulary or ruleset \"{}\"", "no hay ningún vocabulario ni reglamento \"{}\"", {name.text}),
                                  near.empty() ? where_to_put_it() : say("did you mean {}?", "¿quiso decir {}?", {near.front()}), {}, cause);
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
        report_.error("B134", {main_.file, main_.node->name.span},
                      say("{} does not say which vocabulary its plans are written in", "{} no dice en qué vocabulario están escritos sus planes",
                          {main_.node->name.text}),
                      say("add a line like `uses core 1`", "añada una línea como `uses core 1`"));
}

void Checker::hash() {
    std::vector<std::pair<std::string, std::string>> units;
    const auto add = [&](const std::string& name, std::uint16_t file, const auto* node) {
        for (const syntax::Unit& unit : files_[file]->units)
            if (std::get_if<std::decay_t<decltype(*node)>>(&unit) == node) units.emplace_back(name, grammar::print(unit));
    };
    add(main_.node->name.text, main_.file, main_.node);
    for (const Found<syntax::Ruleset>& used : used_) add(used.node->name.text, used.file, used.node);
    for (const Found<syntax::Vocabulary>& vocabulary : merged_) add(vocabulary.node->name.text, vocabulary.file, vocabulary.node);
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
            report_.error("B134", {tests.file, tests.node->ruleset.span},
                          say("there is no ruleset \"{}\"", "no hay ningún reglamento \"{}\"", {tests.node->ruleset.text}), where_to_put_it());
        if (tests_.empty() && vocabularies_.empty())
            report_.error(
                "B134", {}, say("there is no ruleset here, and no vocabulary", "aquí no hay ningún reglamento ni vocabulario"),
                say("write `ruleset NAME 1.0 { … }`, or start one with `brecha new`", "escriba `ruleset NOMBRE 1.0 { … }`, o empiece uno con `brecha new`"));
        return finish();
    }
    ruleset_.name = main_.node->name.text;
    ruleset_.version = main_.node->version.text;
    for (const syntax::RulesetItem& item : main_.node->items)
        if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item)) {  // the rest cannot be understood without the other
            report_.error("B901", {main_.file, extends->span},
                          say("rulesets that extend another are not run by this version", "esta versión no ejecuta reglamentos que extienden otro"),
                          say("take it out, or keep it in a file of its own", "quítelo, o guárdelo en un archivo propio"));
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
                report_.error("B211", {main_.file, line->span}, say("{} has two `title` lines", "{} tiene dos líneas `title`", {ruleset_.name}),
                              say("keep one", "deje una sola"));
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

Checked check(const std::vector<const syntax::File*>& files, const CheckOptions& options) { return Checker(files, options).run(); }

}  // namespace brecha::model
