#include "model/load.hpp"

#include "limits/watch.hpp"
#include "model/checking/words.hpp"
#include "model/read_file.hpp"
#include "words/keywords.hpp"

#include "messages/catalogue/loading.hpp"
#include "messages/catalogue/reading.hpp"

#include <brecha/grammar/parse.hpp>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <set>
#include <span>

#if defined(BRECHA_RULESETS_FROM_LIBRARY) && !defined(_WIN32)
#include <dlfcn.h>
#endif

namespace brecha::model {

namespace {

namespace fs = std::filesystem;
namespace catalogue = messages::catalogue;
using grammar::Diagnostic;
using grammar::Severity;

std::mutex shipped_mutex;
std::optional<std::string>& shipped_setting() {
    static std::optional<std::string> folder;
    return folder;
}

bool has_suffix(const fs::path& path) { return path.extension() == ".brecha"; }

/// All *.brecha files below a folder, in order of their paths.
std::vector<fs::path> files_below(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
    for (; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        const std::string name = entry->path().filename().string();
        if (entry->is_directory(ignored)) {
            if (name == "plans" || name.starts_with('.')) entry.disable_recursion_pending();
        } else if (has_suffix(entry->path()) && !name.starts_with('.')) {
            found.push_back(entry->path());
            if (found.size() > greatest_file_count) break;
        }
    }
    std::sort(found.begin(), found.end(), [](const fs::path& left, const fs::path& right) {
        return left.generic_string() < right.generic_string();
    });
    return found;
}

bool is_word_byte(char byte) {
    return byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || static_cast<unsigned char>(byte) >= 0x80;
}

constexpr std::array<std::string_view, 8> words_of_declarations = {
    "vocabulary", "vocabulario", "vocabulário", "vocabulaire", "ruleset", "reglamento", "regulamento", "recueil"};
constexpr std::array<std::string_view, 2> words_of_translations = {"of", "de"};

/// May the text declare something of that name, or translate it? Looks at the word before the name only; parsing
/// decides.
bool may_speak_of(std::string_view text, std::string_view name, std::span<const std::string_view> words) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        if (at + name.size() < text.size() && is_word_byte(text[at + name.size()])) continue;
        std::size_t before = at;
        while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t' || text[before - 1] == '\n' ||
                              text[before - 1] == '\r'))
            --before;
        if (before == at) continue;
        for (const std::string_view word : words)
            if (text.substr(0, before).ends_with(word)) return true;
    }
    return false;
}

/// Does a line of the text begin a ruleset, in any of the languages? Looks at words only.
bool begins_ruleset(std::string_view text) {
    for (std::size_t line = 0; line < text.size(); line = std::min(text.find('\n', line), text.size() - 1) + 1) {
        const std::size_t begin = text.find_first_not_of(" \t", line);
        if (begin == std::string_view::npos) return false;
        for (const std::string_view language : grammar::keyword_languages) {
            const std::string_view word = grammar::keyword("ruleset", language);
            if (text.substr(begin, word.size()) != word) continue;
            const std::size_t name = text.find_first_not_of(" \t", begin + word.size());
            if (name != std::string_view::npos && name > begin + word.size() && is_word_byte(text[name])) return true;
        }
    }
    return false;
}

/// The *.brecha files of a folder itself, in order.
std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    fs::directory_iterator entry(folder, error), end;
    for (; !error && entry != end; entry.increment(error))
        if (has_suffix(entry->path()) && !entry->path().filename().string().starts_with('.'))
            found.push_back(entry->path());
    std::sort(found.begin(), found.end());
    return found;
}

class Loader {
public:
    explicit Loader(const LoadOptions& options)
        : options_(options), shipped_(options.shipped ? *options.shipped : shipped_folder()) {}

    Checked from_path(const std::string& name_or_path) {
        open(name_or_path);
        return parsed_.empty() && !diagnostics_.empty() ? failed() : finish();
    }

    Checked from_texts(std::vector<std::pair<std::string, std::string>> files) {
        for (auto& [name, text] : files) {
            if (has_suffix(fs::path(name))) add(std::move(name), std::move(text));
            else data_.emplace(std::move(name), std::move(text));
        }
        return finish();
    }

    LoadedFiles files_of(const std::string& name_or_path) {
        open(name_or_path);
        bring_translations();
        LoadedFiles result;
        result.diagnostics = std::move(diagnostics_);
        for (grammar::Parsed& one : parsed_) {
            result.diagnostics.insert(result.diagnostics.end(), one.diagnostics.begin(), one.diagnostics.end());
            result.files.push_back(std::move(one));
        }
        return result;
    }

private:
    /// Reads the files that a name or path means.
    void open(const std::string& name_or_path) {
        std::error_code error;
        const fs::path path(name_or_path);
        const fs::file_status status = name_or_path.empty() ? fs::file_status() : fs::status(path, error);
        if (fs::is_directory(status)) {
            add_folder(path);
            stages_.push_back({path.string()});
        } else if (fs::exists(status)) {
            add_file(path, parent(path));
            stages_.push_back({parent(path).string()});
        } else if (!add_shipped(name_or_path)) {
            Diagnostic diagnostic = problem(catalogue::nothing_called, {name_or_path});
            const std::vector<std::string> names = shipped_names(options_);
            diagnostic.help = did_you_mean(name_or_path, names, 1);
            if (diagnostic.help.empty())
                diagnostic.help = names.empty()
                                      ? messages::Message(catalogue::shipped_looked_for_in, {folders_searched()})
                                      : messages::Message(catalogue::shipped_are, {joined(names)});
            diagnostics_.push_back(std::move(diagnostic));
            return;
        }
        if (parsed_.empty() && diagnostics_.empty())
            diagnostics_.push_back(problem(catalogue::no_rules_in, {name_or_path}));
    }

    static Diagnostic problem(const messages::Entry& entry, const std::vector<messages::Argument>& arguments) {
        Diagnostic diagnostic;
        diagnostic.code = entry.code;
        diagnostic.message = messages::Message(entry.message, arguments);
        diagnostic.help = messages::Message(entry.help, arguments);
        return diagnostic;
    }

    void add(std::string name, std::string text) {
        if (!names_.insert(name).second) return;
        if (parsed_.size() >= greatest_file_count) {
            if (parsed_.size() == greatest_file_count && !too_many_)
                diagnostics_.push_back(problem(catalogue::too_many_files, {greatest_file_count}));
            too_many_ = true;
            return;
        }
        parsed_.push_back(grammar::parse(std::move(name), std::move(text)));
    }

    static fs::path parent(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

    /// `root`: the folder that the file came with; what it names is read from there only.
    void add_file(const fs::path& path, const fs::path& root, bool below = false) {
        FileText read = read_file(path, limits::sizes().rules_size, below ? root : fs::path());
        const std::string name = path.generic_string();
        if (read.trouble == FileTrouble::none) {
            roots_.emplace(name, root);
            add(name, std::move(read.text));
            return;
        }
        if (read.trouble == FileTrouble::too_large) {
            Diagnostic larger = problem(catalogue::file_too_large, {limits::bytes_text(limits::sizes().rules_size)});
            larger.file = name;
            diagnostics_.push_back(std::move(larger));
            return;
        }
        FileMessage told = message_of(read.trouble, name);
        Diagnostic diagnostic;
        diagnostic.code = catalogue::too_many_files.code;
        diagnostic.message = std::move(told.message);
        diagnostic.help = std::move(told.help);
        diagnostics_.push_back(std::move(diagnostic));
    }

    void add_folder(const fs::path& folder) {
        for (const fs::path& path : files_below(folder)) add_file(path, folder, true);
    }

    std::string folders_searched() const {
        std::string all;
        for (const std::string& folder : options_.search) all += folder + ", ";
        return all + (shipped_.empty() ? "" : shipped_);
    }

    /// A ruleset by its name: a folder or file of that name among the searched ones, then the shipped ones.
    bool add_shipped(const std::string& name) {
        if (name.empty() || name.find_first_of("/\\") != std::string::npos || name.starts_with('.')) return false;
        std::vector<std::string> folders = options_.search;
        if (!shipped_.empty()) folders.push_back(shipped_);
        for (const std::string& folder : folders) {
            std::error_code error;
            if (const fs::path inner = fs::path(folder) / name; fs::is_directory(inner, error)) {
                add_folder(inner);
                stages_.push_back({inner.string()});
                return true;
            }
            if (const fs::path file = fs::path(folder) / (name + ".brecha"); fs::is_regular_file(file, error)) {
                add_file(file, folder);
                stages_.push_back({folder});
                return true;
            }
        }
        for (const std::string& folder : folders) {
            const std::vector<fs::path> hits = declaring(name, {folder});
            if (hits.empty()) continue;
            for (const fs::path& path : hits) add_file(path, parent(path));
            stages_.push_back({hits.front().parent_path().string()});
            return true;
        }
        return false;
    }

    /// What a file says that is not one of those loaded (yet): each is read once.
    const std::string& text_of(const fs::path& path, const std::string& shown, const fs::path& folder) {
        auto& text = texts_[shown];
        if (!text) text = read_file(path, limits::sizes().rules_size, folder).text;
        return *text;
    }

    /// Files below these folders that declare a vocabulary or ruleset of that name.
    std::vector<fs::path> declaring(const std::string& name, const std::vector<std::string>& folders) {
        std::vector<fs::path> hits;
        std::set<std::string> seen;
        for (const std::string& folder : folders) {
            auto& listed = listings_[folder];
            if (!listed) listed = files_below(folder);
            for (const fs::path& path : *listed) {
                const std::string shown = path.generic_string();
                if (names_.contains(shown)) continue;
                const std::string& text = text_of(path, shown, folder);
                if (!may_speak_of(text, name, words_of_declarations)) continue;
                std::error_code error;
                const fs::path real = fs::weakly_canonical(path, error);
                if (!seen.insert(error ? shown : real.generic_string()).second) continue;
                auto& trial = trials_[shown];
                if (!trial) trial = std::make_unique<grammar::Parsed>(grammar::parse(shown, text));
                const bool declares =
                    std::any_of(trial->file.units.begin(), trial->file.units.end(), [&](const syntax::Unit& unit) {
                        const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit);
                        const auto* ruleset = std::get_if<syntax::Ruleset>(&unit);
                        return (vocabulary && vocabulary->name.text == name) || (ruleset && ruleset->name.text == name);
                    });
                if (declares) hits.push_back(path);
            }
        }
        return hits;
    }

    struct Needed {
        std::string name;
        std::size_t file;
        grammar::Span span;
    };

    std::vector<Needed> needed() const {
        std::set<std::string> have;
        for (const grammar::Parsed& one : parsed_)
            for (const syntax::Unit& unit : one.file.units) {
                if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit)) have.insert(vocabulary->name.text);
                if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit)) have.insert(ruleset->name.text);
            }
        std::vector<Needed> open;
        for (std::size_t file = 0; file < parsed_.size(); ++file) {
            const auto want = [&](const syntax::Word& name) {
                if (have.insert(name.text).second) open.push_back({name.text, file, name.span});
            };
            for (const syntax::Unit& unit : parsed_[file].file.units) {
                if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                    for (const syntax::VocabularyItem& item : vocabulary->items)
                        if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item)) want(extends->name);
                if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit))
                    for (const syntax::RulesetItem& item : ruleset->items) {
                        if (const auto* uses = std::get_if<syntax::UsesLine>(&item))
                            for (const auto& [name, version] : uses->names) want(name);
                        if (const auto* extends = std::get_if<syntax::ExtendsLine>(&item)) want(extends->name);
                    }
            }
        }
        return open;
    }

    /// Folders in which a name is looked for, one stage after the other. Of the shipped ones that of its name comes
    /// first: `core` is in most rulesets, and all shipped files together are large.
    std::vector<std::vector<std::string>> stages_for(const std::string& name) const {
        std::vector<std::vector<std::string>> stages = stages_;
        stages.push_back(options_.search);
        if (!shipped_.empty()) {
            stages.push_back({(fs::path(shipped_) / name).string()});
            stages.push_back({shipped_});
        }
        return stages;
    }

    /// Brings in what is named and not there. A name that is found twice is an error.
    void look_up() {
        std::set<std::string> tried;
        for (bool moved = true; moved;) {
            moved = false;
            for (const Needed& one : needed()) {
                if (!tried.insert(one.name).second) continue;
                for (const std::vector<std::string>& folders : stages_for(one.name)) {
                    const std::vector<fs::path> hits = declaring(one.name, folders);
                    if (hits.empty()) continue;
                    if (hits.size() > 1) {
                        Diagnostic diagnostic = problem(catalogue::found_twice,
                                                        {one.name, hits[0].generic_string(), hits[1].generic_string()});
                        diagnostic.file = parsed_[one.file].file.name;
                        diagnostic.language = parsed_[one.file].file.language;
                        diagnostic.span = one.span;
                        diagnostics_.push_back(std::move(diagnostic));
                    } else {
                        const std::string shown = hits.front().generic_string();
                        roots_.emplace(shown, parent(hits.front()));
                        if (const auto trial = trials_.find(shown);
                            trial != trials_.end() && trial->second && names_.insert(shown).second) {
                            parsed_.push_back(std::move(*trial->second));
                            trials_.erase(trial);
                        }
                        moved = true;
                    }
                    break;
                }
            }
        }
    }

    /// Brings in the translations that lie beside the file of a vocabulary or ruleset.
    void bring_translations() {
        std::map<fs::path, std::set<std::string>> names_in_folder;  // the folder as the files' names have it
        for (const grammar::Parsed& one : parsed_) {
            if (!roots_.contains(one.file.name)) continue;  // from memory
            std::set<std::string>& names = names_in_folder[fs::path(one.file.name).parent_path()];
            for (const syntax::Unit& unit : one.file.units) {
                if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                    names.insert(vocabulary->name.text);
                if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit)) names.insert(ruleset->name.text);
            }
        }
        for (const auto& [folder, names] : names_in_folder)
            for (const fs::path& path :
                 names.empty() ? std::vector<fs::path>() : files_in(folder.empty() ? fs::path(".") : folder)) {
                const std::string shown = (folder / path.filename()).generic_string();
                if (names_.contains(shown)) continue;
                const std::string& text = text_of(path, shown, parent(shown));
                if (std::none_of(names.begin(), names.end(), [&](const std::string& name) {
                        return may_speak_of(text, name, words_of_translations);
                    }))
                    continue;
                grammar::Parsed parsed = grammar::parse(shown, text);
                // Of what the file translates, only what is loaded.
                std::erase_if(parsed.file.units, [&loaded = names](const syntax::Unit& unit) {
                    const auto* translation = std::get_if<syntax::Translation>(&unit);
                    return translation == nullptr || !loaded.contains(translation->of.text);
                });
                if (parsed.file.units.empty()) continue;
                roots_.emplace(shown, parent(shown));
                names_.insert(shown);
                parsed_.push_back(std::move(parsed));
            }
    }

    Checked failed() {
        Checked result;
        for (grammar::Parsed& one : parsed_)
            result.without_ruleset.push_back({one.file.name, one.file.text, one.file.language});
        result.diagnostics = std::move(diagnostics_);
        return result;
    }

    static FileText read_data(const std::string& from_file, const std::string& name, void* context) {
        const Loader& self = *static_cast<const Loader*>(context);
        const fs::path relative(name);
        if (name.empty()) return {};
        const fs::path beside = fs::path(from_file).parent_path() / relative;
        const auto root = self.roots_.find(from_file);
        if (const fs::path way = relative.lexically_normal();
            root == self.roots_.end() && (way.is_absolute() || *way.begin() == ".."))
            return {FileTrouble::outside, {}};
        for (const std::string& known : {beside.lexically_normal().generic_string(), name})
            if (const auto given = self.data_.find(known); given != self.data_.end())
                return {FileTrouble::none, given->second};
        if (root == self.roots_.end()) return {};
        return read_file(beside, greatest_data_size, root->second);
    }

    /// Vocabularies and rulesets that could be named: what lies where they are looked for.
    std::vector<std::string> names_there() {
        std::set<std::string> names;
        std::vector<std::string> folders = options_.search;
        if (!shipped_.empty()) folders.push_back(shipped_);
        for (const std::string& folder : folders)
            for (const fs::path& path : files_below(folder)) {
                const grammar::Parsed parsed =
                    grammar::parse(path.generic_string(), read_file(path, limits::sizes().rules_size, folder).text);
                for (const syntax::Unit& unit : parsed.file.units) {
                    if (const auto* vocabulary = std::get_if<syntax::Vocabulary>(&unit))
                        names.insert(vocabulary->name.text);
                    if (const auto* ruleset = std::get_if<syntax::Ruleset>(&unit)) names.insert(ruleset->name.text);
                }
            }
        return {names.begin(), names.end()};
    }

    Checked finish() {
        if (!diagnostics_.empty()) return failed();
        const std::size_t own = parsed_.size();
        look_up();
        bring_translations();
        if (!diagnostics_.empty()) return failed();
        bool readable = true;
        for (grammar::Parsed& one : parsed_)
            for (Diagnostic& diagnostic : one.diagnostics) {
                readable = readable && diagnostic.severity != Severity::error;
                diagnostics_.push_back(std::move(diagnostic));
            }
        if (!readable) return failed();
        std::vector<const syntax::File*> files;
        for (const grammar::Parsed& one : parsed_) files.push_back(&one.file);
        CheckOptions check_options;
        check_options.ruleset = options_.ruleset;
        check_options.tests = options_.tests;
        check_options.strict = options_.strict;
        check_options.own_file_count = own;
        check_options.read_data = &Loader::read_data;
        check_options.context = this;
        if (!needed().empty()) {  // what is named and was not found
            check_options.names_there = names_there();
            check_options.folders = options_.search;
            if (!shipped_.empty()) check_options.folders.push_back(shipped_);
        }
        Checked result = check(files, check_options);
        if (!stages_.empty()) result.folder = stages_.front().front();
        if (!diagnostics_.empty()) {  // warnings of the parser
            for (Diagnostic& diagnostic : result.diagnostics) diagnostics_.push_back(std::move(diagnostic));
            std::map<std::string, std::size_t> order;
            for (const SourceFile& file : result.files()) order.emplace(file.name, order.size());
            std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                             [&](const Diagnostic& left, const Diagnostic& right) {
                                 return std::pair(order[left.file], left.span.begin) <
                                        std::pair(order[right.file], right.span.begin);
                             });
            result.diagnostics = std::move(diagnostics_);
        }
        return result;
    }

    const LoadOptions& options_;
    std::string shipped_;
    std::vector<std::vector<std::string>> stages_;  // the folder itself
    std::deque<grammar::Parsed> parsed_;            // own files, then those looked up
    std::set<std::string> names_;
    std::map<std::string, fs::path> roots_;  // by file: the folder it came with
    std::map<std::string, std::string> data_;
    std::vector<Diagnostic> diagnostics_;
    std::map<std::string, std::optional<std::vector<fs::path>>> listings_;
    std::map<std::string, std::optional<std::string>> texts_;
    std::map<std::string, std::unique_ptr<grammar::Parsed>> trials_;
    bool too_many_ = false;
};

}  // namespace

Checked load(const std::string& name_or_path, const LoadOptions& options) {
    return Loader(options).from_path(name_or_path);
}

Checked load_texts(std::vector<std::pair<std::string, std::string>> files, const LoadOptions& options) {
    return Loader(options).from_texts(std::move(files));
}

LoadedFiles load_files(const std::string& name_or_path, const LoadOptions& options) {
    return Loader(options).files_of(name_or_path);
}

std::string shipped_folder() {
    const std::lock_guard lock(shipped_mutex);
    if (shipped_setting()) return *shipped_setting();
#if defined(BRECHA_RULESETS_FROM_LIBRARY) && !defined(_WIN32)
    // The installed tree may have been moved: the library knows where it lies.
    Dl_info library;
    if (dladdr(reinterpret_cast<const void*>(&shipped_folder), &library) != 0 && library.dli_fname != nullptr) {
        std::error_code error;
        const fs::path folder =
            (fs::absolute(library.dli_fname, error).parent_path() / BRECHA_RULESETS_FROM_LIBRARY).lexically_normal();
        if (!error && fs::is_directory(folder, error)) return folder.string();
    }
#endif
    return BRECHA_RULESETS_DIR;
}

void set_shipped_folder(std::string folder) {
    const std::lock_guard lock(shipped_mutex);
    shipped_setting() = std::move(folder);
}

std::vector<std::string> shipped_names(const LoadOptions& options) {
    const std::string folder = options.shipped ? *options.shipped : shipped_folder();
    std::vector<std::string> names;
    std::error_code error;
    fs::directory_iterator entry(folder, error), end;
    for (; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (entry->is_directory(ignored) && !files_below(entry->path()).empty())
            names.push_back(entry->path().filename().string());
        else if (has_suffix(entry->path())) names.push_back(entry->path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> shipped_rulesets(const LoadOptions& options) {
    const fs::path folder = options.shipped ? *options.shipped : shipped_folder();
    std::vector<std::string> names = shipped_names(options);
    std::erase_if(names, [&](const std::string& name) {
        std::error_code ignored;
        const std::vector<fs::path> files = fs::is_directory(folder / name, ignored)
                                                ? files_below(folder / name)
                                                : std::vector<fs::path>{folder / (name + ".brecha")};
        return std::none_of(files.begin(), files.end(), [&](const fs::path& file) {
            return begins_ruleset(read_file(file, limits::sizes().rules_size, folder).text);
        });
    });
    return names;
}

}  // namespace brecha::model
