#include "model/read_file.hpp"

#include "messages/catalogue/loading.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

namespace brecha::model {

namespace fs = std::filesystem;
namespace catalogue = messages::catalogue;

FileText read_file(const fs::path& path, std::size_t greatest, const fs::path& within) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return {error == std::errc::permission_denied ? FileTrouble::unreadable : FileTrouble::absent, {}};
    if (!within.empty()) {
        const fs::path folder = fs::canonical(within, error);
        if (error || std::mismatch(folder.begin(), folder.end(), real.begin(), real.end()).first != folder.end())
            return {FileTrouble::outside, {}};
    }
    if (!fs::is_regular_file(real, error)) return {FileTrouble::no_file, {}};
    std::ifstream stream(real, std::ios::binary);
    if (!stream) return {FileTrouble::unreadable, {}};
    FileText read{FileTrouble::none, {}};
    std::array<char, 1 << 14> buffer;
    while (stream.read(buffer.data(), buffer.size()), stream.gcount() > 0) {
        read.text.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
        if (read.text.size() > greatest) return {FileTrouble::too_large, {}};
    }
    if (stream.bad()) return {FileTrouble::unreadable, {}};
    return read;
}

FileMessage message_of(FileTrouble trouble, std::string_view name) {
    const auto told = [&](const messages::Sentence& message, const messages::Sentence& help) {
        return FileMessage{messages::Message(message, {name}), messages::Message(help)};
    };
    switch (trouble) {
        case FileTrouble::outside: return told(catalogue::file_outside, catalogue::copy_into_folder);
        case FileTrouble::no_file: return told(catalogue::not_a_file, catalogue::name_a_file);
        case FileTrouble::too_large: return told(catalogue::data_file_too_large, catalogue::split_file);
        case FileTrouble::unreadable: return told(catalogue::file_unreadable, catalogue::see_who_may_read);
        case FileTrouble::none:
        case FileTrouble::absent: break;
    }
    return told(catalogue::file_absent, catalogue::put_beside_ruleset);
}

}  // namespace brecha::model
