#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/report/cleaning.h"

// What a person says of access logs.
namespace footfall {

/// Which requests count, and as what.
struct LogCleaning {
  LogParts leave_out;
  /// The answers that count, first and last of each range; empty: all.
  std::vector<std::pair<std::uint16_t, std::uint16_t>> statuses;
  PageForm pages = PageForm::whole;

  [[nodiscard]] bool nothing() const {
    return leave_out.empty() && statuses.empty() && pages == PageForm::whole;
  }
};

/// Whose address the client is.
enum class LogClient : std::uint8_t {
  detect,      ///< the forwarded one where connections come from proxies alone
  connection,  ///< that of the connection
  forwarded,   ///< the leftmost forwarded one, that of the connection where there is none
};

struct LogOptions {
  /// The name of a description, or a format in the notation of Apache or nginx; empty: find out.
  std::string format;
  LogClient client = LogClient::detect;
  LogCleaning cleaning;
  std::string folder;  ///< of further descriptions; empty: user_log_formats()
};

}  // namespace footfall
