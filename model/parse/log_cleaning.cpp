#include "model/parse/log_cleaning.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "model/core/decimal.h"
#include "model/parse/find_byte.h"
#include "model/parse/shipped_log_data.h"

namespace footfall {
namespace {

constexpr std::size_t kKnownAgents = 50'000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
  return out;
}
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

constexpr std::array<std::string_view, 42> kStatic = {
    "css", "js",   "mjs",  "map", "png",  "jpg",  "jpeg", "gif",   "svg", "svgz", "ico",
    "cur", "webp", "avif", "bmp", "tif",  "tiff", "woff", "woff2", "ttf", "otf",  "eot",
    "mp3", "mp4",  "m4a",  "m4v", "m4s",  "webm", "ogg",  "ogv",   "oga", "wav",  "flac",
    "aac", "avi",  "mov",  "ts",  "m3u8", "wasm", "less", "scss",  "apng"};

constexpr std::array<std::string_view, 46> kTracking = {"fbclid",
                                                        "gclid",
                                                        "gclsrc",
                                                        "dclid",
                                                        "gbraid",
                                                        "wbraid",
                                                        "gad",
                                                        "gad_source",
                                                        "gad_campaignid",
                                                        "msclkid",
                                                        "yclid",
                                                        "ysclid",
                                                        "twclid",
                                                        "ttclid",
                                                        "li_fat_id",
                                                        "igshid",
                                                        "igsh",
                                                        "mc_cid",
                                                        "mc_eid",
                                                        "_ga",
                                                        "_gl",
                                                        "_hsenc",
                                                        "_hsmi",
                                                        "hsctatracking",
                                                        "mkt_tok",
                                                        "oly_anon_id",
                                                        "oly_enc_id",
                                                        "vero_id",
                                                        "vero_conv",
                                                        "srsltid",
                                                        "_openstat",
                                                        "s_cid",
                                                        "ef_id",
                                                        "s_kwcid",
                                                        "epik",
                                                        "rb_clickid",
                                                        "wickedid",
                                                        "irclickid",
                                                        "dicbo",
                                                        "obclid",
                                                        "sccid",
                                                        "rdt_cid",
                                                        "cjevent",
                                                        "_kx",
                                                        "ml_subscriber",
                                                        "ml_subscriber_hash"};
constexpr std::array<std::string_view, 5> kTrackingBegins = {"utm_", "mtm_", "pk_", "matomo_",
                                                             "piwik_"};

// The target from its path on.
std::string_view path_of(std::string_view target) {
  const std::size_t scheme = target.find("://");
  if (scheme != kNotFound && scheme < 10 && target.find_first_of("/?#") >= scheme) {
    const std::size_t path = target.find_first_of("/?#", scheme + 3);
    target = path == kNotFound ? std::string_view() : target.substr(path);
  }
  return target.substr(0, target.find_first_of("?#"));
}

unsigned status_number(std::string_view status) {
  if (status.size() != 3) return 0;
  unsigned number = 0;
  for (const char c : status) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

bool is_no_view(std::string_view method) {
  return !method.empty() && method != "GET" && method != "POST";
}
bool is_error(unsigned status) { return status >= 400 && status <= 599; }
bool is_redirect(unsigned status) { return status >= 300 && status <= 399; }

}  // namespace

const BotWords& BotWords::shipped() {
  static const BotWords words(shipped_bot_words());
  return words;
}

BotWords::BotWords(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const bool other = line.starts_with('!');
    if (other) line.remove_prefix(1);
    Word word;
    word.begins = line.starts_with('|');
    if (word.begins) line.remove_prefix(1);
    word.ends = line.ends_with('|');
    if (word.ends) line.remove_suffix(1);
    if (line.empty()) continue;
    word.text = lower(line);
    (other ? others_ : words_).push_back(std::move(word));
  }
}

bool BotWords::match(std::string_view agent) const {
  const std::string text = lower(agent);
  const auto stands = [&](const Word& word) {
    for (std::size_t at = text.find(word.text); at != kNotFound;
         at = text.find(word.text, at + 1)) {
      const std::size_t end = at + word.text.size();
      if ((!word.begins || at == 0 || !is_letter(text[at - 1])) &&
          (!word.ends || end == text.size() || !is_letter(text[end])))
        return true;
    }
    return false;
  };
  return std::ranges::any_of(words_, stands) && std::ranges::none_of(others_, stands);
}

bool is_static_file(std::string_view target) {
  const std::string_view path = path_of(target);
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  if (dot == kNotFound || (slash != kNotFound && dot < slash) || path.size() - dot > 6)
    return false;
  const std::string extension = lower(path.substr(dot + 1));
  return std::ranges::find(kStatic, extension) != kStatic.end();
}

std::string_view request_method(std::string_view request) {
  return request.substr(0, request.find(' '));
}

bool is_tracking_parameter(std::string_view name) {
  if (name.size() > 24) name = name.substr(0, 24);
  const std::string word = lower(name);
  return std::ranges::find(kTracking, word) != kTracking.end() ||
         std::ranges::any_of(kTrackingBegins,
                             [&](std::string_view begin) { return word.starts_with(begin); });
}

bool LogCleaner::is_bot(std::string_view agent) {
  if (const auto known = agents_.find(agent); known != agents_.end()) return known->second;
  const bool bot = BotWords::shipped().match(agent);
  if (agents_.size() >= kKnownAgents) agents_.clear();
  agents_.emplace(agent, bot);
  return bot;
}

FilterReason LogCleaner::reason(std::string_view method, std::string_view status,
                                std::string_view target, std::string_view agent) {
  const LogParts out = rules_.leave_out;
  if (out.contains(LogPart::methods) && is_no_view(method)) return FilterReason::method;
  const unsigned number = status_number(trim_blanks(status));
  if (out.contains(LogPart::errors) && is_error(number)) return FilterReason::status;
  if (out.contains(LogPart::redirects) && is_redirect(number)) return FilterReason::status;
  if (!rules_.statuses.empty() && std::ranges::none_of(rules_.statuses, [&](const auto& range) {
        return number >= range.first && number <= range.second;
      }))
    return FilterReason::status;
  if (out.contains(LogPart::static_files) && is_static_file(target))
    return FilterReason::static_file;
  if (out.contains(LogPart::bots) && is_bot(agent)) return FilterReason::bot;
  return FilterReason::end;
}

bool LogCleaner::is_bot_of_late(std::string_view agent) {
  constexpr unsigned kBits = 10;
  if (agent.size() < 8) return !agent.empty() && is_bot(agent);
  if (of_late_.empty()) of_late_.resize(std::size_t{1} << kBits);
  // A place that is quickly found: where several meet, the way is the longer one.
  std::array<std::uint64_t, 3> parts;
  const char* const text = agent.data();
  std::memcpy(&parts[0], text, 8);
  std::memcpy(&parts[1], text + agent.size() / 2 - 4, 8);
  std::memcpy(&parts[2], text + agent.size() - 8, 8);
  const std::uint64_t mixed =
      (parts[0] ^ parts[1] << 21 ^ parts[2] << 42 ^ parts[1] >> 43 ^ parts[2] >> 22) + agent.size();
  Agent& known = of_late_[mixed * 0x9E3779B97F4A7C15 >> (64 - kBits)];
  if (known.text != agent) [[unlikely]] {
    known.bot = is_bot(agent);
    known.text = agent;
  }
  return known.bot;
}

RowClass LogCleaner::row_class(std::string_view method, std::string_view status,
                               std::string_view agent) {
  RowClass one = RowClass::of_log();
  if (is_no_view(method)) one.insert(LogPart::methods);
  if (status.size() != 3 || status[0] != '2') {
    const unsigned number = status_number(trim_blanks(status));
    if (is_error(number)) one.insert(LogPart::errors);
    if (is_redirect(number)) one.insert(LogPart::redirects);
  }
  if (is_bot_of_late(agent)) one.insert(LogPart::bots);
  return one;
}

std::string_view LogCleaner::page(std::string_view target, ScratchText& texts) const {
  if (rules_.pages == PageForm::whole) return target;
  const std::size_t question = target.find('?');
  if (question == kNotFound) return target;
  if (rules_.pages == PageForm::path) return target.substr(0, question);
  const std::size_t fragment = std::min(target.find('#', question), target.size());
  const std::string_view query = target.substr(question + 1, fragment - question - 1);
  std::string kept;
  bool dropped = false;
  for (std::size_t at = 0; at <= query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view one = query.substr(at, end - at);
    if (is_tracking_parameter(one.substr(0, one.find('=')))) {
      dropped = true;
    } else {
      if (at > 0 && !kept.empty()) kept += '&';
      kept += one;
    }
    at = end + 1;
  }
  if (!dropped) return target;
  std::string whole(target.substr(0, question));
  if (!kept.empty()) whole.append("?").append(kept);
  whole += target.substr(fragment);
  char* const copy = texts.allocate(whole.size());
  std::memcpy(copy, whole.data(), whole.size());
  return {copy, whole.size()};
}

}  // namespace footfall
