#pragma once

#include <cstdint>

#include "model/core/kinds.h"

namespace footfall {

/// How a request was answered.
enum class AnswerClass : std::uint8_t {
  success,       ///< 2xx
  redirect,      ///< 3xx
  client_error,  ///< 4xx
  server_error,  ///< 5xx
  other,         ///< no status, or one outside 200 to 599
  end
};

}  // namespace footfall
