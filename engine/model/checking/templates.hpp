// Texts with expressions in them: those of gaps and remedies.
#pragma once

#include "model/checking/typing.hpp"

namespace brecha::model {

Templates read_templates(const syntax::Texts& source, const FileContext& file, const TextName& name, Scope& scope,
                         Environment& environment);

}  // namespace brecha::model
