#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/core/error.h"
#include "model/parse/input_layout.h"

// What files have in common that are read alike, and what is kept of the way.
namespace footfall {

/// The shapes of an input as it is read with nothing told, the likeliest first: by its names,
/// whatever their order; and, as long as nobody knows whether its first record is one of names, by
/// what the values of that record are; a log by its format, what feeds nothing by what its first
/// line looks like too, which may be that of a log. Never by its path. Empty where nothing tells
/// files apart.
[[nodiscard]] std::vector<std::string> shapes_of(const InputLayout& layout);
/// The one of those that a choice is kept by.
[[nodiscard]] std::string shape_for(const std::vector<std::string>& shapes,
                                    const InputOptions& chosen);

/// Whether a file that is taken for one of a shape reads so: a log whose lines do not is another.
[[nodiscard]] bool fits_shape(const InputLayout& layout);

/// What a plan asks of a file. `where` is named in the error.
[[nodiscard]] Result<InputOptions> reading_of_plan(std::string_view plan, const std::string& where);
/// The same of other files of the shape: their columns may be in another order, where they are
/// asked for by name, and encodings that are found out are.
[[nodiscard]] Result<InputOptions> reading_of_shape(std::string_view plan);

}  // namespace footfall
