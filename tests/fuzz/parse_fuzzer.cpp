// libFuzzer target: any bytes are read, told about, printed and read again.
// clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined; start it with -dict= and the samples as corpus.
#include <brecha/grammar/compare.hpp>
#include <brecha/grammar/parse.hpp>
#include <brecha/grammar/print.hpp>
#include "words/keywords.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace brecha::grammar;
    const Parsed parsed = parse("fuzz", std::string(reinterpret_cast<const char*>(data), size));
    for (const Diagnostic& diagnostic : parsed.diagnostics) (void)render(diagnostic, parsed.file.text);
    const std::string text = print(parsed.file);
    const Parsed again = parse("again", text);
    // What is left of a file with errors may read otherwise once it is laid out; a file without errors may not.
    if (parsed.diagnostics.empty() &&
        (!again.diagnostics.empty() || !same_tree(parsed.file, again.file) || print(again.file) != text))
        std::abort();
    return 0;
}
