// A whole file or unit, line by line. A line is built as text with the places where it may be broken; it is broken only
// where it is too long. Comments are taken from the file by their place: those above an item stand above it, one behind
// an item stays behind it. What each part of the language looks like stands in the files beside, a part a file.
#pragma once

#include "limits/watch.hpp"
#include "print/writer.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace brecha::grammar {

class FilePrinter {
public:
    /// `file`: whose comments and blank lines are kept; null where none are.
    FilePrinter(int language, const File* file, TextsOf texts_of = {})
        : language_(language), file_(file), texts_of_(std::move(texts_of)) {}
    std::string print_file(const File& file);
    std::string print_unit(const Unit& one);

private:
    // --- lines and comments -------------------------------------------------------------------------------

    std::uint32_t language_line_of(const File& file);
    bool keeps_layout() const { return file_ != nullptr; }
    /// Is there a blank line before `at` in the file?
    bool blank_line_before(std::uint32_t at) const;
    void blank_line();
    void write_line(std::string_view text);
    void write_line(const Line& line);
    std::string comment_text(const Comment& comment) const {
        return file_->text.substr(comment.span.begin, comment.span.end - comment.span.begin);
    }
    const Comment* next_comment() const {
        return keeps_layout() && comment_ < file_->comments.size() ? &file_->comments[comment_] : nullptr;
    }
    /// The comments that stand before `at`, each on a line of its own.
    void comments_before(std::uint32_t at);
    /// A comment on the same line, with nothing but blanks between.
    void comment_behind_position(std::uint32_t end);
    /// A comment behind the "{" that opens a block.
    void comment_behind_brace();
    /// Before an item: the blank line and the comments above it, those inside it too.
    void lead(const Span& span, bool is_block);
    template <typename Write>
    void item(const Span& span, const Write& write) {
        limits::step();
        lead(span, false);
        line_.clear();
        Writer writer(line_, language_, indentation_, texts_of_);
        write(writer);
        write_line(line_);
        comment_behind_position(span.end);
    }

    template <typename Head, typename Body>
    void block(const Span& span, const Head& write_head, const Body& write_body) {
        lead(span, true);
        line_.clear();
        Writer writer(line_, language_, indentation_, texts_of_);
        write_head(writer);
        line_ << " {";
        write_line(line_);
        comment_behind_brace();
        indentation_ += block_step;
        at_block_begin_ = true;
        after_block_ = false;
        write_body();
        if (span.end != 0) comments_before(span.end);
        indentation_ -= block_step;
        at_block_begin_ = false;
        out_.append(indentation_, ' ') += "}\n";
        after_block_ = true;
        comment_behind_position(span.end);
    }

    // --- units --------------------------------------------------------------------------------------------

    void unit(const Unit& one);
    void write(const Vocabulary& vocabulary);
    void write(const Ruleset& ruleset);
    void write(const Tests& tests);

    // --- vocabulary ---------------------------------------------------------------------------------------

    void write(const TitleLine& line);
    void write(const ExtendsLine& line);
    void write(const UnitDeclaration& unit);
    void write(const EnumDeclaration& declaration);
    void write(const EntityDeclaration& entity);
    void write(const ExtendDeclaration& extension);
    // The types of a block's fields stand in one column.
    void fields(const std::vector<Field>& list);
    static void write_field(Writer& w, const Field& field, std::string_view padding);

    // --- ruleset ------------------------------------------------------------------------------------------

    void write(const UsesLine& line);
    void write(const MonthEndLine& line);
    void write(const FactsLastLine& line);
    void write(const InForceLine& line);
    static void period(Writer& w, const Period& period);
    static void values(Writer& w, const std::vector<DatedValue>& values);
    void write(const SourceDeclaration& source);
    void write(const ParameterDeclaration& parameter);
    void write(const Definition& definition);
    void write(const Table& table);
    void write(const Calendar& calendar);
    void write(Writer& w, const Calendar& calendar);
    void write(const std::unique_ptr<Group>& group);
    void write(const Family& family);
    void write(const Requirement& requirement);
    void requirement(const Requirement& requirement, const std::function<void(Writer&, const Word&)>& id);
    void clauses(const std::vector<Clause>& list);
    void clause(const Clause& one);  // no write(): every line would be tried as a Clause

    // --- tailoring ----------------------------------------------------------------------------------------

    static void why(Writer& w, const Why& why);
    static Role modality_role(Modality modality);
    void write(const SetLine& line);
    void write(const WaiveLine& line);
    void write(const MakeLine& line);
    void write(const ReplaceBlock& replace);
    void write(const ReplaceCalendar& line);
    void write(const MapLine& line);

    // --- clauses ------------------------------------------------------------------------------------------

    void write(const Cite& cite);
    void write(const ModalityLine& line);
    void write(const ThemeLine& line);
    void write(const WhenLine& line);
    void write(const EachLine& line);
    void write(const MessageLine& line);
    void write(const TrainingLine& line);
    void write(const EffortLine& line);
    void write(const AfterLine& line);
    void write(const NoteLine& line);
    void write(const LetLine& line);
    void write(const RequireLine& line);
    void write(const AnsweredByLine& line);
    void write(const RoleLine& line);
    void write(const EventLine& line);
    static void joined(Writer& w, const std::vector<Word>& words, bool any);
    static void write_attribute(Writer& w, const StepAttribute& attribute);
    void write(const StepLine& line);
    void write(const LimitLine& line);
    void write(const NeverLine& line);
    void write(const SeparateLine& line);

    // --- tests --------------------------------------------------------------------------------------------

    void write(const Case& one);
    void write(const PlanLine& line);
    void write(const AsOfLine& line);
    void write(const CaseSet& line);
    static Role verdict_role(std::string_view verdict);
    void write(const ExpectLine& line);

    // --- translations -------------------------------------------------------------------------------------

    void write(const TranslatedText& text);
    void write(const TranslatedBlock& translated);
    void write(const Translation& translation);

    int language_;
    const File* file_;
    TextsOf texts_of_;
    std::string out_;
    Line line_;  // at hand
    std::size_t indentation_ = 0;
    std::size_t comment_ = 0;
    bool at_block_begin_ = false;
    bool after_block_ = false;
    std::uint32_t language_line_end_ = 0;
};

}  // namespace brecha::grammar
