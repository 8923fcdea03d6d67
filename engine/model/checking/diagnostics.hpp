// Where check() puts what it finds wrong: one message for one cause, in order of file and place, with a cap that is
// stated.
#pragma once

#include <brecha/grammar/diagnostic.hpp>
#include <brecha/grammar/syntax_tree.hpp>

#include "messages/message.hpp"

#include <cstdint>
#include <map>
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
        : files_(files), own_file_count_(own_file_count) {}

    /// 12
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
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> causes_;
    std::map<std::tuple<std::string, std::string, std::uint16_t, std::uint32_t, std::uint32_t>, std::size_t>
        seen_;  // an inherited line is checked for each heir: the entry that tells of it
    std::string row_;
    std::size_t error_count_ = 0;
};

}  // namespace model
}  // namespace brecha
