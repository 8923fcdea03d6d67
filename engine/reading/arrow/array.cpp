#include "reading/arrow/array.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace brecha::reading::arrow {

namespace {

constexpr int greatest_nesting = 64;

int number_in(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int second_digits(char unit) { return unit == 's' ? 0 : unit == 'm' ? 3 : unit == 'u' ? 6 : unit == 'n' ? 9 : -1; }

Type time_type(std::string_view format) {  // behind the t
    if (format == "dD") return {Kind::date, 4};
    if (format == "dm") return {Kind::date, 8, false, second_digits('m')};
    if (format.size() < 2 || second_digits(format[1]) < 0) return {};
    const int digits = second_digits(format[1]);
    if (format[0] == 'D') return {Kind::duration, 8, false, digits};
    if (format[0] == 's' && format.size() >= 3 && format[2] == ':')
        return {Kind::moment, 8, false, digits, format.substr(3)};
    return {};
}

Type nested_type(std::string_view format) {  // behind the +
    if (format == "l") return {Kind::list, 4};
    if (format == "L") return {Kind::list, 8};
    if (format == "vl") return {Kind::list_view, 4};
    if (format == "vL") return {Kind::list_view, 8};
    if (format == "s") return {Kind::object};
    if (format == "m") return {Kind::map, 4};
    if (format.starts_with("w:")) return {Kind::fixed_list, 0, false, 0, {}, number_in(format.substr(2), -1)};
    return {};
}

Type decimal_type(std::string_view format) {  // "d:19,10", "d:19,10,256"
    const std::size_t comma = format.find(',');
    if (comma == std::string_view::npos) return {};
    const std::size_t second = format.find(',', comma + 1);
    const int bits = second == std::string_view::npos ? 128 : number_in(format.substr(second + 1), 0);
    if (bits != 32 && bits != 64 && bits != 128 && bits != 256) return {};
    return {Kind::decimal, bits / 8, false, number_in(format.substr(comma + 1), 0)};
}

template <typename T>
T value_at(const ArrowArray& array, int buffer, std::int64_t row) {
    T value;
    std::memcpy(&value,
                static_cast<const char*>(array.buffers[buffer]) + (array.offset + row) * std::int64_t(sizeof(T)),
                sizeof(T));
    return value;
}

std::int64_t offset_at(const ArrowArray& array, int buffer, int bytes, std::int64_t row) {
    return bytes == 4 ? value_at<std::int32_t>(array, buffer, row) : value_at<std::int64_t>(array, buffer, row);
}

}  // namespace

Type type_of(const ArrowSchema& schema) {
    const std::string_view format = schema.format;
    if (format.empty()) return {};
    switch (format[0]) {
        case 'n': return {Kind::nothing};
        case 'b': return {Kind::truth};
        case 'c': return {Kind::integer, 1};
        case 'C': return {Kind::integer, 1, true};
        case 's': return {Kind::integer, 2};
        case 'S': return {Kind::integer, 2, true};
        case 'i': return {Kind::integer, 4};
        case 'I': return {Kind::integer, 4, true};
        case 'l': return {Kind::integer, 8};
        case 'L': return {Kind::integer, 8, true};
        case 'f': return {Kind::floating, 4};
        case 'g': return {Kind::floating, 8};
        case 'd': return decimal_type(format);
        case 'u': return {Kind::text, 4};
        case 'U': return {Kind::text, 8};
        case 'v': return format == "vu" ? Type{Kind::text_view} : Type{};
        case 't': return time_type(format.substr(1));
        case '+': return nested_type(format.substr(1));
        default: return {};
    }
}

std::optional<std::int64_t> Array::dictionary_row(std::int64_t row) const {
    const auto at = integer(row);
    return at && *at >= 0 && *at < array_->dictionary->length ? at : std::nullopt;
}

std::optional<std::int64_t> Array::integer(std::int64_t row) const {
    switch (type_.bytes) {
        case 1: return type_.is_unsigned ? values<std::uint8_t>()[row] : values<std::int8_t>()[row];
        case 2:
            return type_.is_unsigned ? value_at<std::uint16_t>(*array_, 1, row)
                                     : value_at<std::int16_t>(*array_, 1, row);
        case 4:
            return type_.is_unsigned ? std::int64_t(value_at<std::uint32_t>(*array_, 1, row))
                                     : value_at<std::int32_t>(*array_, 1, row);
        default: break;
    }
    const auto value = value_at<std::int64_t>(*array_, 1, row);
    if (type_.is_unsigned && value < 0) return std::nullopt;
    return value;
}

double Array::floating(std::int64_t row) const {
    return type_.bytes == 4 ? double(value_at<float>(*array_, 1, row)) : value_at<double>(*array_, 1, row);
}

std::optional<std::int64_t> Array::floating_whole(std::int64_t row) const {
    constexpr double exact = 9'007'199'254'740'992.0;
    const double number = floating(row);
    if (!(std::abs(number) <= exact) || number != std::floor(number)) return std::nullopt;
    return static_cast<std::int64_t>(number);
}

std::string Array::floating_text(std::int64_t row) const {
    if (const auto whole = floating_whole(row)) return std::to_string(*whole);
    const double number = floating(row);
    std::array<char, 32> digits{};
    char* const end = digits.data() + digits.size();
    const bool is_single = type_.bytes == 4 && number != std::floor(number);
    return {digits.data(), is_single ? std::to_chars(digits.data(), end, static_cast<float>(number)).ptr
                                     : std::to_chars(digits.data(), end, number).ptr};
}

std::optional<SinceEpoch> Array::since_epoch(std::int64_t row) const {
    const auto number = integer(row);
    if (!number) return std::nullopt;
    if (type_.kind == Kind::date && type_.bytes == 4) return SinceEpoch{*number * seconds_a_day, 0};
    const std::int64_t all = parts_a_second(type_), over = *number % all;
    return over < 0 ? SinceEpoch{*number / all - 1, over + all} : SinceEpoch{*number / all, over};
}

std::optional<Digits> Array::decimal(std::int64_t row) const {
    switch (type_.bytes) {
        case 4: return value_at<std::int32_t>(*array_, 1, row);
        case 8: return value_at<std::int64_t>(*array_, 1, row);
        case 16: return value_at<Digits>(*array_, 1, row);
        default: break;
    }
    struct Halves {
        Digits low, high;
    };
    const auto value = value_at<Halves>(*array_, 1, row);
    if (value.high != (value.low < 0 ? -1 : 0)) return std::nullopt;
    return value.low;
}

std::string_view Array::text(std::int64_t row) const {
    if (type_.kind == Kind::text) {
        const std::int64_t begin = offset_at(*array_, 1, type_.bytes, row),
                           end = offset_at(*array_, 1, type_.bytes, row + 1);
        if (begin == end) return {};
        return {static_cast<const char*>(array_->buffers[2]) + begin, static_cast<std::size_t>(end - begin)};
    }
    struct View {  // up to 12 bytes stand in the view itself, more in a buffer
        std::int32_t size, prefix, buffer, begin;
    };
    constexpr int within = 12;
    const auto view = value_at<View>(*array_, 1, row);
    if (view.size <= within)
        return {static_cast<const char*>(array_->buffers[1]) + (array_->offset + row) * std::int64_t(sizeof(View)) +
                    sizeof(view.size),
                static_cast<std::size_t>(view.size)};
    return {static_cast<const char*>(array_->buffers[2 + view.buffer]) + view.begin,
            static_cast<std::size_t>(view.size)};
}

std::pair<std::int64_t, std::int64_t> Array::elements(std::int64_t row) const {
    if (type_.kind == Kind::fixed_list) {
        const std::int64_t begin = (array_->offset + row) * type_.count;
        return {begin, begin + type_.count};
    }
    const std::int64_t begin = offset_at(*array_, 1, type_.bytes, row);
    if (type_.kind == Kind::list_view) return {begin, begin + offset_at(*array_, 2, type_.bytes, row)};
    return {begin, offset_at(*array_, 1, type_.bytes, row + 1)};
}

namespace {

std::string about(const ArrowSchema& schema, const std::string& what) {
    return "column \"" + std::string(schema.name == nullptr ? "" : schema.name) + "\": " + what;
}

std::string broken_schema(const ArrowSchema& schema, int depth) {
    if (depth > greatest_nesting) return about(schema, "nested too deep");
    if (schema.release == nullptr || schema.format == nullptr) return "a schema that was released";
    if (schema.n_children < 0 || (schema.n_children > 0 && schema.children == nullptr))
        return about(schema, "no children");
    const Type type = type_of(schema);
    const bool one = type.kind == Kind::list || type.kind == Kind::list_view || type.kind == Kind::fixed_list ||
                     type.kind == Kind::map;
    if (one && schema.n_children != 1) return about(schema, "a list without one child");
    if (type.kind == Kind::fixed_list && type.count < 0) return about(schema, "a list of fewer than no elements");
    if (type.kind == Kind::map &&
        (schema.children[0] == nullptr || schema.children[0]->format == nullptr ||
         type_of(*schema.children[0]).kind != Kind::object || schema.children[0]->n_children != 2))
        return about(schema, "a map without keys and values");
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        if (schema.children[i] == nullptr) return about(schema, "no children");
        if (std::string what = broken_schema(*schema.children[i], depth + 1); !what.empty()) return what;
    }
    if (schema.dictionary == nullptr) return {};
    if (type.kind != Kind::integer) return about(schema, "a dictionary without whole numbers");
    return broken_schema(*schema.dictionary, depth + 1);
}

int buffers_of(const Type& type) {
    switch (type.kind) {
        case Kind::nothing:
        case Kind::other: return 0;
        case Kind::object:
        case Kind::fixed_list: return 1;
        case Kind::text:
        case Kind::text_view:
        case Kind::list_view: return 3;
        default: return 2;
    }
}

std::string broken_offsets(const ArrowSchema& schema, const ArrowArray& array, const Type& type, std::int64_t end) {
    std::int64_t last = 0;
    for (std::int64_t row = 0; row <= array.length; ++row) {
        const std::int64_t offset = offset_at(array, 1, type.bytes, row);
        if (offset < last || offset > end) return about(schema, "offsets that do not grow, or leave the data");
        last = offset;
    }
    return {};
}

std::string broken_array(const ArrowSchema& schema, const ArrowArray& array) {
    const Type type = type_of(schema);
    if (array.release == nullptr) return about(schema, "released");
    constexpr std::int64_t greatest = std::int64_t(1) << 40;
    if (array.length < 0 || array.offset < 0 || array.length > greatest || array.offset > greatest)
        return about(schema, "no such length");
    if (array.n_children != schema.n_children || (array.n_children > 0 && array.children == nullptr))
        return about(schema, "not the children of its schema");
    const int buffers = buffers_of(type);
    // A view has 2 buffers, those of long texts, and one with their sizes.
    const int least_buffers = type.kind == Kind::text_view ? 3 : buffers;
    if (type.kind != Kind::other && (array.n_buffers < least_buffers || (buffers > 0 && array.buffers == nullptr)))
        return about(schema, "buffers are missing");
    if (buffers > 0 && array.null_count != 0 && array.n_buffers > 0 && array.buffers[0] == nullptr &&
        array.null_count > 0)
        return about(schema, "nulls without a validity bitmap");
    const bool holds = array.length > 0;
    for (int buffer = 1; holds && buffer < buffers; ++buffer) {
        const bool texts = buffer == 2 && (type.kind == Kind::text || type.kind == Kind::text_view);
        if (array.buffers[buffer] == nullptr && !texts) return about(schema, "buffers are missing");
    }
    for (std::int64_t i = 0; i < array.n_children; ++i) {
        if (array.children[i] == nullptr) return about(schema, "not the children of its schema");
        if (std::string what = broken_array(*schema.children[i], *array.children[i]); !what.empty()) return what;
    }
    const auto child_rows = [&](std::int64_t child) { return array.children[child]->length; };
    switch (type.kind) {
        case Kind::object:
            for (std::int64_t i = 0; i < array.n_children; ++i)
                if (child_rows(i) < array.offset + array.length) return about(schema, "a member that is too short");
            break;
        case Kind::fixed_list:
            if (child_rows(0) < (array.offset + array.length) * type.count) return about(schema, "too few elements");
            break;
        case Kind::list:
        case Kind::map:
            if (holds) return broken_offsets(schema, array, type, child_rows(0));
            break;
        case Kind::text:
            if (!holds) break;
            if (std::string what = broken_offsets(schema, array, type, std::numeric_limits<std::int64_t>::max());
                !what.empty())
                return what;
            if (array.buffers[2] == nullptr && offset_at(array, 1, type.bytes, array.length) != 0)
                return about(schema, "buffers are missing");
            break;
        case Kind::list_view:
            for (std::int64_t row = 0; row < array.length; ++row) {
                const std::int64_t begin = offset_at(array, 1, type.bytes, row),
                                   size = offset_at(array, 2, type.bytes, row);
                if (begin < 0 || size < 0 || begin > child_rows(0) - size)
                    return about(schema, "a list that leaves the data");
            }
            break;
        case Kind::text_view:
            for (std::int64_t row = 0; row < array.length; ++row) {
                struct View {
                    std::int32_t size, prefix, buffer, begin;
                };
                const auto view = value_at<View>(array, 1, row);
                const std::int64_t pieces = array.n_buffers - 3;
                const bool valid = array.null_count == 0 || array.buffers[0] == nullptr ||
                                   (static_cast<const std::uint8_t*>(array.buffers[0])[(array.offset + row) >> 3] >>
                                        ((array.offset + row) & 7) &
                                    1) != 0;
                if (!valid || (view.size >= 0 && view.size <= 12)) continue;
                if (view.size < 0 || view.buffer < 0 || view.buffer >= pieces || view.begin < 0)
                    return about(schema, "a text that leaves the data");
                const auto* sizes = static_cast<const std::int64_t*>(array.buffers[array.n_buffers - 1]);
                if (sizes == nullptr || view.begin > sizes[view.buffer] - view.size)
                    return about(schema, "a text that leaves the data");
            }
            break;
        default: break;
    }
    if (schema.dictionary == nullptr) return {};
    if (array.dictionary == nullptr) return about(schema, "its dictionary is missing");
    return broken_array(*schema.dictionary, *array.dictionary);
}

}  // namespace

std::string broken(const ArrowSchema& schema) { return broken_schema(schema, 0); }
std::string broken(const ArrowSchema& schema, const ArrowArray& array) { return broken_array(schema, array); }

}  // namespace brecha::reading::arrow
