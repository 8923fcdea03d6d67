#include "plans/plans.hpp"

#include <algorithm>

namespace brecha::plans {

std::int64_t TextPool::add(std::string_view text) {
    if (base_ != nullptr)
        if (const std::int64_t id = base_->find(text); id >= 0) return id;
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const std::int64_t id = size();
    constexpr std::size_t least = 1 << 10, most = 1 << 16;
    if (letters_.empty() || letters_.back().capacity() - letters_.back().size() < text.size()) {
        const std::size_t room = letters_.empty() ? least : std::min(most, 2 * letters_.back().capacity());
        letters_.emplace_back().reserve(std::max(room, text.size()));
    }
    std::string& letters = letters_.back();
    const std::size_t begin = letters.size();
    letters += text;
    texts_.push_back(std::string_view(letters).substr(begin));
    ids_.emplace(texts_.back(), id);
    return id;
}

std::int64_t TextPool::find(std::string_view text) const {
    if (base_ != nullptr)
        if (const std::int64_t id = base_->find(text); id >= 0) return id;
    const auto known = ids_.find(text);
    return known == ids_.end() ? -1 : known->second;
}

std::string_view TextPool::operator[](std::int64_t id) const {
    return id < first_ ? (*base_)[id] : texts_[static_cast<std::size_t>(id - first_)];
}

}  // namespace brecha::plans
