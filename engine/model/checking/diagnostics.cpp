#include "model/checking/diagnostics.hpp"

#include <brecha/grammar/parse.hpp>

#include "limits/watch.hpp"
#include "messages/catalogue/common.hpp"

#include <algorithm>

namespace brecha::model {

using grammar::Diagnostic;
using grammar::Severity;

std::uint32_t Diagnostics::line_number(Location where) const {
    std::optional<grammar::Lines>& lines = lines_[where.file];
    if (!lines) lines.emplace(files_[where.file]->text);
    return lines->number_at(where.span.begin);
}

bool Diagnostics::shows(Location where) const {
    if (where.file >= first_.size()) return true;
    const std::vector<std::uint32_t>& first = first_[where.file];
    return first.size() < grammar::greatest_diagnostic_count || where.span.begin <= first.front();
}

std::string Diagnostics::line_of(Location where) const {
    return files_[where.file]->name + ":" + std::to_string(line_number(where));
}

bool Diagnostics::again(const std::string& cause, Location where) {
    const auto found = causes_.find(cause);
    if (found == causes_.end()) return false;
    if (entries_[found->second].diagnostic.severity == Severity::error) ++error_count_;
    Entry& entry = entries_[found->second];
    const std::pair<std::uint16_t, std::uint32_t> another{where.file, where.span.begin};
    const bool same = entry.file == where.file && entry.diagnostic.span.begin == where.span.begin;
    if (!same) entry.more.insert(another);
    return true;
}

void Diagnostics::add(Severity severity, std::string_view code, Location where, messages::Message message,
                      messages::Message help, messages::Message expected, const std::string& cause) {
    limits::step();
    if (severity == Severity::warning && where.file >= own_file_count_) return;
    if (severity == Severity::error) ++error_count_;
    const auto [seen, first] = seen_.try_emplace(
        {std::string(code), message.in(messages::Language::en), where.file, where.span.begin, where.span.end},
        entries_.size());
    if (!first) {
        std::vector<std::string>& rows = entries_[seen->second].rows;
        if (!row_.empty() && !rows.empty() && rows.back() != row_) rows.push_back(row_);
        return;
    }
    if (!cause.empty()) causes_.emplace(cause, entries_.size());
    Entry entry;
    entry.file = where.file;
    if (!row_.empty()) entry.rows.push_back(row_);
    entry.diagnostic.code = code;
    entry.diagnostic.severity = severity;
    entry.diagnostic.span = where.span;
    entry.diagnostic.message = std::move(message);
    entry.diagnostic.help = std::move(help);
    entry.diagnostic.expected = std::move(expected);
    if (where.file < files_.size()) {
        entry.diagnostic.file = files_[where.file]->name;
        entry.diagnostic.language = files_[where.file]->language;
    }
    entries_.push_back(std::move(entry));
    if (where.file >= first_.size()) return;
    std::vector<std::uint32_t>& first_places = first_[where.file];
    first_places.push_back(where.span.begin);
    std::push_heap(first_places.begin(), first_places.end());
    if (first_places.size() <= grammar::greatest_diagnostic_count) return;
    std::pop_heap(first_places.begin(), first_places.end());
    first_places.pop_back();
}

void Diagnostics::error(std::string_view code, Location where, messages::Message message, messages::Message help,
                        messages::Message expected, const std::string& cause) {
    add(Severity::error, code, where, std::move(message), std::move(help), std::move(expected), cause);
}

void Diagnostics::warning(std::string_view code, Location where, messages::Message message, messages::Message help,
                          const std::string& cause) {
    add(Severity::warning, code, where, std::move(message), std::move(help), {}, cause);
}

void Diagnostics::error(const messages::Entry& entry, Location where, std::vector<messages::Argument> arguments,
                        messages::Message help, const std::string& cause) {
    add(Severity::error, entry, where, arguments, std::move(help), cause);
}

void Diagnostics::warning(const messages::Entry& entry, Location where, std::vector<messages::Argument> arguments,
                          messages::Message help, const std::string& cause) {
    add(Severity::warning, entry, where, arguments, std::move(help), cause);
}

void Diagnostics::add(Severity severity, const messages::Entry& entry, Location where,
                      const std::vector<messages::Argument>& arguments, messages::Message help,
                      const std::string& cause) {
    if (help.empty()) help = messages::Message(entry.help, arguments);
    add(severity, entry.code, where, messages::Message(entry.message, arguments), std::move(help),
        messages::Message(entry.expected, arguments), cause);
}

std::vector<Diagnostic> Diagnostics::take() {
    for (Entry& entry : entries_) {
        if (entry.rows.size() == 1)
            entry.diagnostic.message += messages::Message(messages::catalogue::in_row, {entry.rows.front()});
        if (entry.rows.size() > 1)
            entry.diagnostic.message +=
                messages::Message(messages::catalogue::in_rows, {entry.rows.front(), entry.rows.size() - 1});
        if (entry.more.empty()) continue;
        entry.diagnostic.message += messages::Message(messages::catalogue::more_places, {entry.more.size()});
    }
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& left, const Entry& right) {
        return std::tuple(left.file, left.diagnostic.span.begin) < std::tuple(right.file, right.diagnostic.span.begin);
    });
    std::vector<Diagnostic> diagnostics;
    for (std::size_t start = 0; start < entries_.size();) {
        std::size_t end = start;
        while (end < entries_.size() && entries_[end].file == entries_[start].file) ++end;
        const std::size_t kept = std::min(end, start + grammar::greatest_diagnostic_count);
        for (std::size_t i = start; i < kept; ++i) diagnostics.push_back(std::move(entries_[i].diagnostic));
        if (kept < end) {
            Diagnostic last;
            last.code = messages::catalogue::more_messages.code;
            // It stands for what was left out, so that a ruleset with errors stays refused.
            last.severity = Severity::warning;
            for (std::size_t i = kept; i < end; ++i)
                if (entries_[i].diagnostic.severity == Severity::error) last.severity = Severity::error;
            last.file = diagnostics.back().file;
            last.span = diagnostics.back().span;
            last.language = diagnostics.back().language;
            last.message = messages::Message(messages::catalogue::more_messages.message, {end - kept});
            last.help = messages::Message(messages::catalogue::more_messages.help);
            diagnostics.push_back(std::move(last));
        }
        start = end;
    }
    entries_.clear();
    return diagnostics;
}

}  // namespace brecha::model
