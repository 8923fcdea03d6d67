#include "report/why_sentence.hpp"

#include "assess/rule_words.hpp"
#include "report/words.hpp"

#include <optional>

namespace brecha::report {

namespace {

using model::Expression;
using model::Operation;

/// What the elements are called: the list's label, else that of its entity, else the list's word.
std::string list_words(const model::Ruleset& ruleset, const Expression& list, std::string_view language) {
    const model::Vocabulary& vocabulary = ruleset.vocabulary;
    const model::Field* field = nullptr;
    if (list.operation == Operation::field && list.operands.front().type.kind == model::TypeKind::item)
        field = &vocabulary.entities[static_cast<std::size_t>(list.operands.front().type.of)]
                     .fields[static_cast<std::size_t>(list.index)];
    if (field && !field->labels.empty()) return std::string(model::in_language(field->labels, language));
    if (list.type.kind == model::TypeKind::item) {
        const model::Entity& entity = vocabulary.entities[static_cast<std::size_t>(list.type.of)];
        if (!entity.labels.empty()) return std::string(model::in_language(entity.labels, language));
    }
    return field ? model::called({}, field->name, language) : std::string();
}

/// The label of a value that an element is asked for; nothing for anything but a value of an enumeration.
std::optional<std::string> value_words(const model::Ruleset& ruleset, const Expression& value,
                                       std::string_view language) {
    if (value.operation != Operation::enumeration_value) return std::nullopt;
    const model::EnumerationValue& one = ruleset.vocabulary.enumerations[static_cast<std::size_t>(value.type.of)]
                                             .values[static_cast<std::size_t>(value.index)];
    return model::called(one.labels, one.word, language);
}

/// Adds the labels of the values that a condition asks for; false where it asks for anything else.
bool add_condition(const model::Ruleset& ruleset, const Expression& condition, std::string_view language,
                   std::vector<std::string>& words) {
    if (condition.operation == Operation::and_) {
        for (const Expression& operand : condition.operands)
            if (!add_condition(ruleset, operand, language, words)) return false;
        return true;
    }
    if (condition.operation != Operation::equal && condition.operation != Operation::contains) return false;
    const auto right = value_words(ruleset, condition.operands[1], language);
    if (!right || condition.operands[0].operation != Operation::field) return false;
    words.push_back(*right);
    return true;
}

/// The conditions of a quantifier in words: its labels, else as the rule has them.
std::string condition_words(const model::Ruleset& ruleset, const model::RowWords& row, const Expression& quantifier,
                            std::string_view language) {
    std::vector<std::string> words;
    bool labelled = quantifier.operands.size() > 1;
    for (std::size_t index = 1; index < quantifier.operands.size(); ++index)
        labelled = labelled && add_condition(ruleset, quantifier.operands[index], language, words);
    std::string text;
    if (labelled) {
        for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
        return text;
    }
    for (std::size_t index = 1; index < quantifier.operands.size(); ++index)
        text += (index > 1 ? ", " : "") + assess::rule_words(ruleset, row, quantifier.operands[index], language);
    return text;
}

}  // namespace

std::string why_sentence(const assess::Assessment& assessment, const assess::Finding& finding, Language language) {
    const bool fails = finding.verdict == Verdict::not_met || finding.verdict == Verdict::partly_met;
    const Truth deciding = fails ? Truth::fails : finding.verdict == Verdict::unknown ? Truth::unknown : Truth::holds;
    for (const assess::Cell& cell : finding.cells) {
        if (cell.truth != deciding) continue;
        const auto tally = assessment.tally(finding, cell);
        if (!tally) continue;
        // What a set lacks is said by its items, which are parts or steps of the proof.
        if (tally->quantifier->operation == Operation::covers || tally->quantifier->operation == Operation::contains)
            continue;
        TallyWords words;
        words.list = list_words(assessment.ruleset(), tally->quantifier->operands.front(), language.tag());
        words.condition =
            condition_words(assessment.ruleset(), assessment.ruleset().requirements[finding.requirement].row,
                            *tally->quantifier, language.tag());
        if (words.list.empty()) continue;
        words.elements = tally->elements;
        words.satisfying = tally->satisfying;
        words.open = tally->open;
        words.complete = tally->complete;
        return tally_text(words, language);
    }
    return {};
}

}  // namespace brecha::report
