#include "plans/plans.hpp"

namespace brecha::plans {

std::int64_t TextPool::add(std::string_view text) {
    if (base_ != nullptr)
        if (const std::int64_t id = base_->find(text); id >= 0) return id;
    if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
    const std::int64_t id = size();
    const std::string& stored = texts_.emplace_back(text);
    ids_.emplace(stored, id);
    return id;
}

std::int64_t TextPool::find(std::string_view text) const {
    if (base_ != nullptr)
        if (const std::int64_t id = base_->find(text); id >= 0) return id;
    const auto known = ids_.find(text);
    return known == ids_.end() ? -1 : known->second;
}

std::string_view TextPool::operator[](std::int64_t id) const {
    return id < first_ ? (*base_)[id] : std::string_view(texts_[static_cast<std::size_t>(id - first_)]);
}

}  // namespace brecha::plans
