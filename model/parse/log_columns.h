#pragma once

#include <array>
#include <string>

#include "model/core/timestamp.h"
#include "model/parse/access_log_line.h"

namespace footfall {

/// The columns of an access-log line, see AccessLogFormat.
class LogColumns {
 public:
  static constexpr std::size_t kColumns = 8;
  using Fields = std::array<Field, kColumns>;

  /// Valid until the next call.
  [[nodiscard]] const Fields& read(const Field* line, std::string_view record);

 private:
  TimestampParser times_{TimeZone()};
  std::string time_;
  std::string visitor_;
  Fields fields_;
};

}  // namespace footfall
