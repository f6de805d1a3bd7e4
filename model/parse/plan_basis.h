#pragma once

#include <string>

#include "model/parse/input_layout.h"

namespace footfall {

/// What of an input's plan was given by options, and by what its roles were found, as JSON:
/// `{"given":["delimiter"],"roles":{"timestamp":"name","page_url":"synonym"}}`. Keys are those of
/// plan_json(); what is not among the given ones was found in the input.
[[nodiscard]] std::string plan_basis_json(const InputLayout& layout, const InputOptions& options);

}  // namespace footfall
