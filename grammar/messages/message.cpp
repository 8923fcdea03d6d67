#include "messages/message.hpp"

#include "messages/catalogue/common.hpp"
#include "text/visible.hpp"
#include "words/keywords.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace brecha::messages {

Argument::Argument(std::string text) : value_(std::move(text)) {}
Argument::Argument(std::string_view text) : value_(std::string(text)) {}
Argument::Argument(const char* text) : value_(std::string(text)) {}
Argument::Argument(Message message) : value_(std::vector<Message>{std::move(message)}) {}
Argument::Argument(const Sentence& sentence) : Argument(Message(sentence)) {}
Argument::Argument(Keyword keyword) : value_(keyword) {}
Argument::Argument(Word word) : value_(word) {}
Argument::Argument(Labels labels) : value_(std::move(labels)) {}
Argument::Argument(List list) : value_(std::move(list)) {}
Argument::Argument(Tag, std::int64_t number) : value_(number) {}
Argument::Argument(const Argument& other) = default;
Argument::Argument(Argument&& other) noexcept = default;
Argument& Argument::operator=(const Argument& other) = default;
Argument& Argument::operator=(Argument&& other) noexcept = default;
Argument::~Argument() = default;

namespace {

/// Letters of a text that a message shows: a name of a thousand letters fills no page.
constexpr std::size_t greatest_argument = 400;

/// A word begins with one of these, as it is spoken: without quotation marks, small letters and large ones.
bool begins_with(std::string_view word, std::initializer_list<std::string_view> beginnings) {
    word.remove_prefix(std::min(word.find_first_not_of("\"'`(["), word.size()));
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view one) { return word.starts_with(one); });
}

/// "y" is "e" before the sound of i, "o" is "u" before that of o; "hie" and "hia" sound otherwise (Real Academia
/// Española, Diccionario panhispánico de dudas, y¹ 3, o¹ 1). Only Spanish has other words there.
const Sentence& joint_before(std::string_view last, List::Joint joint) {
    if (joint == List::Joint::and_) {
        const bool glides = begins_with(last, {"hie", "Hie", "hia", "Hia", "hio", "Hio", "ion", "Ion"});
        const bool sounds = begins_with(last, {"i", "I", "í", "Í", "hi", "Hi", "hí", "Hí"});
        return sounds && !glides ? catalogue::both_before_i : catalogue::both;
    }
    const bool sounds = begins_with(last, {"o", "O", "ó", "Ó", "ho", "Ho", "hó", "Hó", "8", "11 "}) || last == "11";
    return sounds ? catalogue::either_before_o : catalogue::either;
}

std::string joined(const List& list, Language language) {
    const std::size_t count = list.items.size();
    const bool cut = count > list.most;
    // Cut, the last place goes to "and 4 more"; else the last item has it.
    const std::size_t front =
        cut ? std::max<std::size_t>(list.most, 2) - 1 : count - (count > 0 && list.joint != List::Joint::comma ? 1 : 0);
    std::string text;
    for (std::size_t index = 0; index < front; ++index)
        text += (index == 0 ? "" : ", ") + list.items[index].in(language);
    if (cut) return Message(catalogue::and_more, {text, count - front}).in(language);
    if (front == count) return text;
    const std::string last = list.items.back().in(language);
    if (front == 0) return last;
    return Message(joint_before(last, list.joint), {Message::same(std::move(text)), Message::same(last)}).in(language);
}

const std::string& label_in(const Labels& labels, Language language) {
    const std::string& own = labels[words::index_of(language)];
    if (!own.empty()) return own;
    const auto given =
        std::find_if(labels.begin(), labels.end(), [](const std::string& label) { return !label.empty(); });
    return given == labels.end() ? own : *given;
}

std::string filled(std::string_view pattern, const std::vector<Argument>& arguments, Language language) {
    std::string text;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size();) {
        if (pattern[at] != '{') {
            const std::size_t brace = std::min(pattern.find('{', at), pattern.size());
            text += pattern.substr(at, brace - at);
            at = brace;
            continue;
        }
        const Hole hole = hole_at(pattern, at);
        switch (hole.kind) {
            case Hole::Kind::none: text += pattern[at++]; continue;
            case Hole::Kind::next:
                if (next < arguments.size()) text += arguments[next].in(language);
                ++next;
                break;
            case Hole::Kind::numbered:
                if (hole.argument < arguments.size()) text += arguments[hole.argument].in(language);
                break;
            case Hole::Kind::number_form:
                text += hole.argument < arguments.size() && arguments[hole.argument].is_one(language) ? hole.one
                                                                                                      : hole.many;
                break;
            case Hole::Kind::keyword: text += grammar::keyword(hole.one, words::tag_of(language)); break;
            case Hole::Kind::word: text += grammar::built_in_word(hole.one, words::tag_of(language)); break;
        }
        at = hole.end;
    }
    return text;
}

}  // namespace

std::string Argument::in(Language language) const {
    struct Shown {
        Language language;
        std::string operator()(const std::string& text) const { return text::visible(text, greatest_argument); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const Keyword& keyword) const {
            return std::string(grammar::keyword_table[keyword.role].canonical(words::index_of(language)));
        }
        std::string operator()(const Word& word) const {
            return std::string(grammar::built_in_word(word.english, words::tag_of(language)));
        }
        std::string operator()(const Labels& labels) const { return text::visible(label_in(labels, language)); }
        std::string operator()(const List& list) const { return joined(list, language); }
        std::string operator()(const std::vector<Message>& message) const { return message.front().in(language); }
    };
    return std::visit(Shown{language}, value_);
}

bool Argument::is_one(Language language) const {
    const std::int64_t* number = std::get_if<std::int64_t>(&value_);
    return number != nullptr && (*number == 1 || (*number == 0 && language == Language::fr));
}

Message::Message(const Sentence& sentence, std::vector<Argument> arguments) {
    if (!sentence.empty()) parts_.push_back({&sentence, std::move(arguments)});
}

Message Message::same(std::string text) {
    Message message;
    if (!text.empty()) message.parts_.push_back({nullptr, {Argument(std::move(text))}});
    return message;
}

Message Message::labels(Labels labels) {
    Message message;
    message.parts_.push_back({nullptr, {Argument(std::move(labels))}});
    return message;
}

Message& Message::operator+=(const Message& other) {
    parts_.insert(parts_.end(), other.parts_.begin(), other.parts_.end());
    return *this;
}

std::string Message::in(Language language) const {
    std::string text;
    for (const Part& part : parts_)
        text += part.sentence == nullptr
                    ? part.arguments.front().in(language)
                    : filled(part.sentence->patterns[words::index_of(language)], part.arguments, language);
    return text;
}

std::string Message::in(std::string_view language) const { return in(language_named(language).value_or(Language::en)); }

bool Message::operator==(const Message& other) const {
    for (std::size_t index = 0; index < words::language_count; ++index)
        if (in(static_cast<Language>(index)) != other.in(static_cast<Language>(index))) return false;
    return true;
}

}  // namespace brecha::messages
