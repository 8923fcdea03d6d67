#include "model/checking/lints/lints.hpp"

#include "messages/catalogue/characters.hpp"
#include "text/characters.hpp"
#include "text/entering.hpp"
#include "text/scripts.hpp"

#include <brecha/grammar/lookalikes.hpp>

namespace brecha::model {

void warn_of_lookalikes(const std::vector<const syntax::File*>& files, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const grammar::Span& span : grammar::words_of_two_scripts(files[i]->text)) {
            const std::string word = files[i]->text.substr(span.begin, span.end - span.begin);
            const std::string cause = "scripts " + word;
            const Location where{static_cast<std::uint16_t>(i), span};
            if (diagnostics.again(cause, where)) continue;
            const std::string_view odd = text::letter_of_other_script(word);
            diagnostics.warning(catalogue::two_scripts, where,
                                {word, odd, text::code_point_name(text::code_point_at(odd, 0).value)}, {}, cause);
        }
}

}  // namespace brecha::model
