#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/sql/connection_settings.h"
#include "model/sql/libcurl.h"
#include "model/sql/network.h"

namespace footfall {

struct HttpRequest {
  std::string url;                   ///< holds no secret
  std::vector<std::string> headers;  ///< "Name: value"
  std::string_view body;
  /// Where set, the body goes on with the pieces that this gives, each valid until the next call:
  /// an empty one ends it, no value ends the transfer (CURLE_ABORTED_BY_CALLBACK).
  std::function<std::optional<std::string_view>()> more;
};

enum class HttpStop : std::uint8_t { none, stopped, late, refused_by_receiver };

struct HttpResult {
  CURLcode fault = CURLE_OK;
  long status = 0;                 ///< of the answer; 0 where there was none
  HttpStop stop = HttpStop::none;  ///< why the transfer was ended by us
  bool long_head = false;          ///< ended by us: the head was longer than any is
};

/// What runs beside a transfer.
struct HttpControl {
  std::stop_token stop;
  SqlClock::time_point until;
  /// Every 0.2 s; false ends the transfer as late.
  std::function<bool()> on_tick;
};

/// POST requests over one kept connection, in the calling thread.
class HttpClient {
 public:
  /// `address` is the settings' host, looked up: the library would wait for the system's answer
  /// even when all is to end.
  HttpClient(const Libcurl& curl, const ConnectionSettings& settings, const std::string& address);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  /// `receive` gets the body in pieces; false ends the transfer.
  [[nodiscard]] HttpResult post(const HttpRequest& request,
                                const std::function<bool(std::string_view)>& receive,
                                const HttpControl& control);
  /// Status of the answer that is being received.
  [[nodiscard]] long status() const;
  /// Whether the last transfer came so far that both ends spoke TLS.
  [[nodiscard]] bool shook_hands() const;
  /// What the library says about the fault of the last transfer; holds no header and no body.
  [[nodiscard]] std::string fault_text(CURLcode fault) const;

 private:
  const Libcurl& curl_;
  CURL* easy_;
  CURLM* multi_;
  curl_slist* known_hosts_ = nullptr;
  std::array<char, CURL_ERROR_SIZE> fault_text_{};
};

}  // namespace footfall
