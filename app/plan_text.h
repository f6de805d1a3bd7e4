#pragma once

#include <string>

#include "model/parse/input_layout.h"

namespace footfall {

/// As it is called in what people read.
[[nodiscard]] std::string shown_name(const std::string& path);

/// How an input would be read, in words for people: its format, the roles of the reports that it
/// feeds with some of their values, and what the others would lack.
[[nodiscard]] std::string plan_text(const std::string& path, const InputLayout& layout);

}  // namespace footfall
