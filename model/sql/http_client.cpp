#include "model/sql/http_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <ctime>
#include <exception>
#include <optional>

namespace footfall {
namespace {

constexpr int kTickMilliseconds = 200;
constexpr long kUploadBytes = 256L << 10;
// The library keeps all lines of a head, however many.
constexpr std::size_t kLongestHead = std::size_t{256} << 10;

using Receiver = std::function<bool(std::string_view)>;

std::size_t take_piece(char* bytes, std::size_t size, std::size_t count, void* receiver) {
  const auto& receive = *static_cast<const Receiver*>(receiver);
  return receive({bytes, size * count}) ? size * count : 0;
}

std::size_t take_head(char* /*bytes*/, std::size_t size, std::size_t count, void* left) {
  auto& bytes_left = *static_cast<std::size_t*>(left);
  const bool fits = size * count <= bytes_left;
  bytes_left -= fits ? size * count : bytes_left;
  return fits ? size * count : 0;
}

// What is left to send of a body that is made on the way.
struct Upload {
  const HttpRequest& request;
  std::string_view left = request.body;
};

std::size_t give_piece(char* bytes, std::size_t size, std::size_t count, void* of) {
  auto& upload = *static_cast<Upload*>(of);
  if (upload.left.empty()) {
    const auto piece = upload.request.more();
    if (!piece) return CURL_READFUNC_ABORT;
    upload.left = *piece;
  }
  const std::size_t given = std::min(size * count, upload.left.size());
  std::memcpy(bytes, upload.left.data(), given);
  upload.left.remove_prefix(given);
  return given;
}

// TLS writes to a connection that the server has closed would end the process by SIGPIPE. The
// library leaves the signal alone where it must not touch signals (CURLOPT_NOSIGNAL), so it is held
// back from this thread meanwhile.
class NoPipeSignal {
 public:
  NoPipeSignal() {
    sigset_t pending;
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    ::sigpending(&pending);
    was_pending_ = ::sigismember(&pending, SIGPIPE) == 1;
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoPipeSignal() {
    constexpr timespec kNow{};
    if (!was_pending_) ::sigtimedwait(&pipe_, nullptr, &kNow);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoPipeSignal(const NoPipeSignal&) = delete;
  NoPipeSignal& operator=(const NoPipeSignal&) = delete;

 private:
  sigset_t pipe_{};
  sigset_t before_{};
  bool was_pending_;
};

}  // namespace

HttpClient::HttpClient(const Libcurl& curl, const ConnectionSettings& settings,
                       const std::string& address)
    : curl_(curl), easy_(curl.easy_init()), multi_(curl.multi_init()) {
  curl_.easy_setopt(easy_, CURLOPT_NOSIGNAL, 1L);
  curl_.easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_.easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT,
                    static_cast<long>(settings.timeouts.connect.count()));
  curl_.easy_setopt(easy_, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_.easy_setopt(easy_, CURLOPT_TCP_KEEPIDLE, 10L);
  curl_.easy_setopt(easy_, CURLOPT_TCP_KEEPINTVL, 5L);
  // Proxies of the environment are for the web, not for a database on the next machine.
  curl_.easy_setopt(easy_, CURLOPT_PROXY, "");
  curl_.easy_setopt(easy_, CURLOPT_ERRORBUFFER, fault_text_.data());
  // Numeric hosts are not looked up; an address of one network card alone cannot be said this way.
  const bool named = settings.host.find(':') == std::string::npos && settings.host != address;
  if (named && address.find('%') == std::string::npos) {
    const std::string known =
        fmt::format("{}:{}:{}", settings.host, settings.port,
                    address.find(':') == std::string::npos ? address : '[' + address + ']');
    known_hosts_ = curl_.slist_append(nullptr, known.c_str());
    curl_.easy_setopt(easy_, CURLOPT_RESOLVE, known_hosts_);
  }
  // As PostgreSQL's library does it: authorities that are named are asked, whatever the mode.
  const bool verify = settings.tls == TlsMode::verify;
  curl_.easy_setopt(easy_, CURLOPT_SSL_VERIFYPEER,
                    verify || !settings.authorities.empty() ? 1L : 0L);
  curl_.easy_setopt(easy_, CURLOPT_SSL_VERIFYHOST, verify ? 2L : 0L);
  if (!settings.authorities.empty())
    curl_.easy_setopt(easy_, CURLOPT_CAINFO, settings.authorities.c_str());
}

HttpClient::~HttpClient() {
  const NoPipeSignal quiet;
  curl_.easy_cleanup(easy_);
  curl_.multi_cleanup(multi_);
  curl_.slist_free_all(known_hosts_);
}

long HttpClient::status() const {
  long status = 0;
  curl_.easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

bool HttpClient::shook_hands() const {
  curl_off_t microseconds = 0;
  curl_.easy_getinfo(easy_, CURLINFO_APPCONNECT_TIME_T, &microseconds);
  return microseconds > 0;
}

std::string HttpClient::fault_text(CURLcode fault) const {
  return fault_text_[0] != '\0' ? fault_text_.data() : curl_.easy_strerror(fault);
}

HttpResult HttpClient::post(const HttpRequest& request, const Receiver& receive,
                            const HttpControl& control) {
  const NoPipeSignal quiet;
  fault_text_[0] = '\0';
  curl_slist* headers = nullptr;
  for (const std::string& header : request.headers)
    headers = curl_.slist_append(headers, header.c_str());
  // Without "Expect: 100-continue" the body follows at once.
  headers = curl_.slist_append(headers, "Expect:");
  if (request.more) headers = curl_.slist_append(headers, "Transfer-Encoding: chunked");
  curl_.easy_setopt(easy_, CURLOPT_URL, request.url.c_str());
  curl_.easy_setopt(easy_, CURLOPT_HTTPHEADER, headers);
  curl_.easy_setopt(easy_, CURLOPT_POST, 1L);
  Upload upload{request};
  if (request.more) {
    curl_.easy_setopt(easy_, CURLOPT_POSTFIELDS, nullptr);
    curl_.easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t{-1});
    curl_.easy_setopt(easy_, CURLOPT_READFUNCTION, &give_piece);
    curl_.easy_setopt(easy_, CURLOPT_READDATA, &upload);
    curl_.easy_setopt(easy_, CURLOPT_UPLOAD_BUFFERSIZE, kUploadBytes);
  } else {
    curl_.easy_setopt(easy_, CURLOPT_POSTFIELDS, request.body.data());
    curl_.easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE,
                      static_cast<curl_off_t>(request.body.size()));
  }
  bool refused = false;
  std::exception_ptr failure;  // must not pass through the library's frames
  const Receiver checked = [&](std::string_view piece) {
    try {
      refused = refused || !receive(piece);
    } catch (...) {
      failure = std::current_exception();
      refused = true;
    }
    return !refused;
  };
  curl_.easy_setopt(easy_, CURLOPT_WRITEFUNCTION, &take_piece);
  curl_.easy_setopt(easy_, CURLOPT_WRITEDATA, const_cast<Receiver*>(&checked));
  std::size_t head_left = kLongestHead;
  curl_.easy_setopt(easy_, CURLOPT_HEADERFUNCTION, &take_head);
  curl_.easy_setopt(easy_, CURLOPT_HEADERDATA, &head_left);
  curl_.multi_add_handle(multi_, easy_);
  HttpResult result;
  {
    const auto wake = [this] { curl_.multi_wakeup(multi_); };
    const std::stop_callback waker(control.stop, wake);
    SqlClock::time_point next_tick = SqlClock::now() + std::chrono::milliseconds(kTickMilliseconds);
    for (int running = 1; running > 0;) {
      if (control.stop.stop_requested()) {
        result.stop = HttpStop::stopped;
        break;
      }
      if (curl_.multi_perform(multi_, &running) != CURLM_OK || running == 0) break;
      curl_.multi_poll(multi_, nullptr, 0, kTickMilliseconds, nullptr);
      const auto now = SqlClock::now();
      bool late = now >= control.until;
      if (now >= next_tick) {
        late = late || (control.on_tick && !control.on_tick());
        next_tick = SqlClock::now() + std::chrono::milliseconds(kTickMilliseconds);
      }
      if (late) {
        result.stop = HttpStop::late;
        break;
      }
    }
  }
  if (result.stop == HttpStop::none) {
    int left = 0;
    while (const CURLMsg* message = curl_.multi_info_read(multi_, &left))
      if (message->msg == CURLMSG_DONE) result.fault = message->data.result;
    result.status = status();
    result.long_head = result.fault != CURLE_OK && head_left == 0;
    if (refused) result.stop = HttpStop::refused_by_receiver;
  }
  curl_.multi_remove_handle(multi_, easy_);
  curl_.easy_setopt(easy_, CURLOPT_HTTPHEADER, nullptr);
  curl_.slist_free_all(headers);
  if (failure) std::rethrow_exception(failure);
  return result;
}

}  // namespace footfall
