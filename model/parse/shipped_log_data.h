#pragma once

#include <span>
#include <string_view>

// The files of resources/log-formats and resources/bots, as they were built in.
namespace footfall {

struct ShippedLogFormat {
  std::string_view name;  ///< of its file
  std::string_view text;
};
/// By name.
[[nodiscard]] std::span<const ShippedLogFormat> shipped_log_formats();
[[nodiscard]] std::string_view shipped_bot_words();

}  // namespace footfall
