#include "print/file_printer.hpp"

#include "text/characters.hpp"

#include <algorithm>

namespace brecha::grammar {

using namespace text;

std::string FilePrinter::print_file(const File& file) {
    if (language_ != 0) {
        if (file_ != nullptr && file.language_stated) comments_before(language_line_of(file));
        out_ += "language " + std::string(keyword_languages[static_cast<std::size_t>(language_)]) + '\n';
        if (file_ != nullptr && file.language_stated) comment_behind_position(language_line_end_);
        after_block_ = true;
    } else if (file_ != nullptr && file.language_stated) {
        comments_before(language_line_of(file));
    }
    for (const Unit& one : file.units) unit(one);
    comments_before(~0u);
    return std::move(out_);
}

std::string FilePrinter::print_unit(const Unit& one) {
    out_.reserve(std::visit([](const auto& which) { return which.span.end - which.span.begin; }, one));
    unit(one);
    return std::move(out_);
}

std::uint32_t FilePrinter::language_line_of(const File& file) {
    std::uint32_t at = 0;
    const auto skip = [&] {
        while (at < file.text.size()) {
            if (const std::uint32_t length = blank(file.text, at)) at += length;
            else if (file.text[at] == '#')
                at = static_cast<std::uint32_t>(std::min(file.text.find('\n', at), file.text.size()));
            else break;
        }
    };
    skip();
    const std::uint32_t begin = at;
    at = static_cast<std::uint32_t>(word_end(file.text, at));
    skip();
    language_line_end_ = static_cast<std::uint32_t>(word_end(file.text, at));
    return begin;
}

bool FilePrinter::blank_line_before(std::uint32_t at) const {
    if (!keeps_layout()) return false;
    int breaks = 0;
    while (at > 0 && (file_->text[at - 1] == ' ' || file_->text[at - 1] == '\t' || file_->text[at - 1] == '\r' ||
                      file_->text[at - 1] == '\n')) {
        --at;
        if (file_->text[at] == '\n') ++breaks;
    }
    return breaks >= 2;
}

void FilePrinter::blank_line() {
    if (out_.empty() || at_block_begin_ || (out_.size() >= 2 && out_[out_.size() - 2] == '\n')) return;
    out_ += '\n';
}

void FilePrinter::write_line(std::string_view text) {
    out_.append(indentation_, ' ').append(text) += '\n';
    at_block_begin_ = false;
}

void FilePrinter::write_line(const Line& line) {
    out_.append(indentation_, ' ');
    lay_out(line, indentation_, out_);
    out_ += '\n';
    at_block_begin_ = false;
}

void FilePrinter::comments_before(std::uint32_t at) {
    while (const Comment* comment = next_comment()) {
        if (comment->span.begin >= at) return;
        if (blank_line_before(comment->span.begin)) blank_line();
        write_line(comment_text(*comment));
        ++comment_;
    }
}

void FilePrinter::comment_behind_position(std::uint32_t end) {
    const Comment* comment = next_comment();
    if (comment == nullptr || comment->own_line || comment->span.begin < end || out_.empty()) return;
    const std::string_view between = std::string_view(file_->text).substr(end, comment->span.begin - end);
    if (between.find_first_not_of(" \t") != std::string_view::npos) return;
    out_.pop_back();
    out_ += "  " + comment_text(*comment) + '\n';
    ++comment_;
}

void FilePrinter::comment_behind_brace() {
    const Comment* comment = next_comment();
    if (comment == nullptr || comment->own_line) return;
    const std::size_t before =
        file_->text.find_last_not_of(" \t", comment->span.begin == 0 ? 0 : comment->span.begin - 1);
    if (before == std::string::npos || file_->text[before] != '{') return;
    out_.pop_back();
    out_ += "  " + comment_text(*comment) + '\n';
    ++comment_;
}

void FilePrinter::lead(const Span& span, bool is_block) {
    const Comment* comment = next_comment();
    const std::uint32_t first =
        comment != nullptr && comment->span.begin < span.begin ? comment->span.begin : span.begin;
    if (is_block || after_block_ || blank_line_before(first)) blank_line();
    comments_before(span.begin);
    if (first != span.begin && blank_line_before(span.begin)) blank_line();
    if (!is_block) comments_before(span.end);
    after_block_ = is_block;
}

void FilePrinter::unit(const Unit& one) {
    std::visit([&](const auto& which) { write(which); }, one);
}

void FilePrinter::write(const Vocabulary& vocabulary) {
    block(
        vocabulary.span,
        [&](Writer& w) { w.key(role("vocabulary")) << " " << vocabulary.name << " " << vocabulary.version; },
        [&] {
            for (const VocabularyItem& one : vocabulary.items)
                std::visit([&](const auto& which) { write(which); }, one);
        });
}

void FilePrinter::write(const Ruleset& ruleset) {
    block(
        ruleset.span, [&](Writer& w) { w.key(role("ruleset")) << " " << ruleset.name << " " << ruleset.version; },
        [&] {
            for (const RulesetItem& one : ruleset.items) std::visit([&](const auto& which) { write(which); }, one);
        });
}

void FilePrinter::write(const Tests& tests) {
    block(
        tests.span, [&](Writer& w) { w.key(role("tests for")) << " " << tests.ruleset; },
        [&] {
            for (const Case& one : tests.cases) write(one);
        });
}

}  // namespace brecha::grammar
