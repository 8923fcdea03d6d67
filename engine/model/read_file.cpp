#include "model/read_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

namespace brecha::model {

namespace fs = std::filesystem;
using grammar::say;

FileText read_file(const fs::path& path, std::size_t greatest, const fs::path& within) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    if (error) return {error == std::errc::permission_denied ? FileTrouble::unreadable : FileTrouble::absent, {}};
    if (!within.empty()) {
        const fs::path folder = fs::canonical(within, error);
        if (error || std::mismatch(folder.begin(), folder.end(), real.begin(), real.end()).first != folder.end()) return {FileTrouble::outside, {}};
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
    const std::string shown(name);
    switch (trouble) {
        case FileTrouble::outside:
            return {say("\"{}\" lies outside of the ruleset's folder", "\"{}\" está fuera de la carpeta del reglamento", {shown}),
                    say("put a copy into the folder: a ruleset reads nothing else of the machine",
                        "ponga una copia en la carpeta: un reglamento no lee nada más del equipo")};
        case FileTrouble::no_file:
            return {say("\"{}\" is not a file", "\"{}\" no es un archivo", {shown}),
                    say("name a file; folders, devices and pipes are not read", "nombre un archivo; no se leen carpetas, dispositivos ni tuberías")};
        case FileTrouble::too_large:
            return {say("the file \"{}\" is too large", "el archivo \"{}\" es demasiado grande", {shown}),
                    say("split it, or keep the part that is needed", "divídalo, o deje la parte que se necesita")};
        case FileTrouble::unreadable:
            return {say("the file \"{}\" cannot be read", "no se puede leer el archivo \"{}\"", {shown}),
                    say("look at who may read it", "revise quién puede leerlo")};
        case FileTrouble::none:
        case FileTrouble::absent: break;
    }
    return {say("there is no file \"{}\"", "no hay ningún archivo \"{}\"", {shown}),
            say("put it beside the ruleset; its path is written from there", "póngalo junto al reglamento; su ruta se escribe desde ahí")};
}

}  // namespace brecha::model
