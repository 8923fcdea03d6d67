// Where check() puts what it finds wrong: one message for one cause, in order of file and place, with a cap that is
// stated.
#pragma once

#include <brecha/grammar/diagnostic.hpp>
#include <brecha/grammar/syntax_tree.hpp>

#include "messages/message.hpp"

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace brecha {

namespace messages::catalogue {}

namespace model {

namespace catalogue = messages::catalogue;  // what is said; a stage includes the headers that it speaks from

/// Where something stands in the files.
struct Location {
    std::uint16_t file = 0;
    grammar::Span span;
};

class Diagnostics {
public:
    /// Nothing is warned of in files from `own_file_count` on.
    Diagnostics(const std::vector<const syntax::File*>& files, std::size_t own_file_count)
        : files_(files), own_file_count_(own_file_count), first_(files.size()), lines_(files.size()) {}

    /// 12. O(log lines), once the lines of its file are counted.
    std::uint32_t line_number(Location where) const;
    /// "rules.brecha:12"
    std::string line_of(Location where) const;

    /// Has this cause been reported already? Then this place is counted, and the message will say "and n more places".
    bool again(const std::string& cause, Location where);

    /// What an entry of the catalogue says of `arguments`, in message, help and expectation alike. `help`, where it is
    /// given, is a better way out than the entry's. `cause`: see again().
    void error(const messages::Entry& entry, Location where, std::vector<messages::Argument> arguments = {},
               messages::Message help = {}, const std::string& cause = {});
    void warning(const messages::Entry& entry, Location where, std::vector<messages::Argument> arguments = {},
                 messages::Message help = {}, const std::string& cause = {});
    /// The same with a way out that costs something to find: `help` is asked for it where the message can be shown.
    template <std::invocable Help>
    void error(const messages::Entry& entry, Location where, std::vector<messages::Argument> arguments,
               const Help& help, const std::string& cause = {}) {
        error(entry, where, std::move(arguments), shows(where) ? help() : messages::Message(), cause);
    }
    /// Can what is told of this place be shown? Of each file the first messages are, by place.
    bool shows(Location where) const;
    /// The same from messages that are put together elsewhere.
    void error(std::string_view code, Location where, messages::Message message, messages::Message help = {},
               messages::Message expected = {}, const std::string& cause = {});
    void warning(std::string_view code, Location where, messages::Message message, messages::Message help,
                 const std::string& cause);

    /// What is told from here on is told of this row of a family's table; empty: of none. What is wrong in several rows
    /// is told once.
    void in_row(std::string row) { row_ = std::move(row); }

    bool has_errors() const { return error_count_ > 0; }
    std::size_t error_count() const { return error_count_; }
    std::vector<grammar::Diagnostic> take();

private:
    void add(grammar::Severity severity, const messages::Entry& entry, Location where,
             const std::vector<messages::Argument>& arguments, messages::Message help, const std::string& cause);
    void add(grammar::Severity severity, std::string_view code, Location where, messages::Message message,
             messages::Message help, messages::Message expected, const std::string& cause);

    struct Entry {
        grammar::Diagnostic diagnostic;
        std::uint16_t file = 0;
        std::set<std::pair<std::uint16_t, std::uint32_t>> more;  // further places
        std::vector<std::string> rows = {};                      // of a family's table
    };
    const std::vector<const syntax::File*>& files_;
    std::size_t own_file_count_;
    /// By file, the places of the messages that are shown of those there are until now, as a heap: the last on top.
    std::vector<std::vector<std::uint32_t>> first_;
    mutable std::vector<std::optional<grammar::Lines>> lines_;  // by file; nothing: nobody asked
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> causes_;
    std::map<std::tuple<std::string, std::string, std::uint16_t, std::uint32_t, std::uint32_t>, std::size_t>
        seen_;  // an inherited line is checked for each heir: the entry that tells of it
    std::string row_;
    std::size_t error_count_ = 0;
};

}  // namespace model
}  // namespace brecha
