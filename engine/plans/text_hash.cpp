#include "plans/text_hash.hpp"

#include "model/sha256.hpp"

#include <utility>

namespace brecha::plans {

TextHash::TextHash(std::string text) : state_(std::make_shared<State>()) { state_->text = std::move(text); }

const std::string& TextHash::digits() const {
    static const std::string none;
    if (state_ == nullptr) return none;
    state_->once([this] {
        state_->digits = model::sha256(state_->text);
        std::string().swap(state_->text);
    });
    return state_->digits;
}

}  // namespace brecha::plans
