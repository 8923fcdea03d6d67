#include "model/checking/environment.hpp"

#include "model/checking/words.hpp"

#include "messages/catalogue/checking_references.hpp"

namespace brecha::model {

std::int32_t RequirementIds::find(std::string_view id) const {
    const auto found = index.find(std::string(id));
    return found == index.end() ? -1 : static_cast<std::int32_t>(found->second);
}

messages::Message RequirementIds::meant(const std::string& id) const {
    if (const auto now = renamed.find(id); now != renamed.end())
        return messages::Message(catalogue::renamed, {id, now->second});
    return did_you_mean(id, ids);
}

}  // namespace brecha::model
