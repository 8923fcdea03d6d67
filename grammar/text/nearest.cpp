#include "text/nearest.hpp"

#include "text/characters.hpp"

#include <algorithm>
#include <cctype>

namespace brecha::text {
namespace {

std::string lower_case(std::string_view word) {
    std::string result(word);
    for (std::size_t at = 0; at < result.size(); ++at) {
        if (static_cast<unsigned char>(result[at]) < 0x80)
            result[at] = static_cast<char>(std::tolower(static_cast<unsigned char>(result[at])));
        // À…Þ => à…þ
        else if (result[at] == '\xC3' && at + 1 < result.size() && static_cast<unsigned char>(result[at + 1]) >= 0x80 &&
                 static_cast<unsigned char>(result[at + 1]) <= 0x9E)
            result[at + 1] = static_cast<char>(result[at + 1] + 0x20), ++at;
    }
    return result;
}

std::u32string points_of(std::string_view word) {
    std::u32string points;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        points += point.value;
        at += point.length;
    }
    return points;
}

// Letters that are left out, put in, changed or swapped with the next: how many, or more than `most`.
std::size_t distance(const std::u32string& one, const std::u32string& other, std::size_t most) {
    if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
    std::vector<std::size_t> before(other.size() + 1), last(other.size() + 1), row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[other.size()];
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t most) {
    constexpr std::size_t longest_word = 200;
    if (word.size() > longest_word) return {};
    const std::u32string wanted = points_of(lower_case(word));
    struct Found {
        std::size_t distance;
        const std::string* word;
    };
    std::vector<Found> found;
    for (const std::string& candidate : candidates) {
        if (candidate.empty() || candidate.size() > longest_word) continue;
        const std::u32string other = points_of(lower_case(candidate));
        const std::size_t longer = std::max(wanted.size(), other.size());
        const std::size_t threshold = longer <= 2 ? 0 : longer <= 4 ? 1 : longer <= 7 ? 2 : longer / 3;
        const std::size_t away = distance(wanted, other, threshold);
        if (away <= threshold) {
            found.push_back({away, &candidate});
        } else if (wanted.size() >= 4 && other.size() > wanted.size() && other.compare(0, wanted.size(), wanted) == 0) {
            found.push_back({threshold + 1, &candidate});  // the beginning of a longer word
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.distance < b.distance; });
    std::vector<std::string> words;
    for (const Found& entry : found) {
        if (words.size() == most) break;
        if (std::find(words.begin(), words.end(), *entry.word) == words.end()) words.push_back(*entry.word);
    }
    return words;
}

}  // namespace brecha::text
