#include "model/checking/words.hpp"

#include <nlohmann/json.hpp>

namespace brecha::model {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::string without_underscores(std::string text) {
    std::erase(text, '_');
    return text;
}

std::string json_text(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

}  // namespace brecha::model
