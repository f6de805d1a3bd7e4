#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/parse/input_layout.h"

namespace footfall {

/// What the front of a file says about it.
struct EventFront {
  InputLayout layout;
  std::vector<std::string> names;  ///< CSV: of the header, trimmed; empty without one
};

/// Works out format, delimiter and column names from the front of a file (`head`, without
/// byte-order mark; `head_is_all`: the file ends with it). A CSV file must feed a report, or its
/// format must be given: then the delimiter is the one that makes the most columns of the first
/// record. No value: more of the file is needed.
[[nodiscard]] Result<std::optional<EventFront>> read_event_front(const std::string& path,
                                                                 std::string_view head,
                                                                 bool head_is_all,
                                                                 const InputOptions& options);

}  // namespace footfall
