#pragma once

#include "model/parse/input_layout.h"

namespace footfall {

/// Whether two layouts of one input read every row of it alike, whatever they say of it besides.
[[nodiscard]] bool same_reading(const InputLayout& a, const InputLayout& b);

}  // namespace footfall
