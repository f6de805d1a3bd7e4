// Reads a compiled zone (RFC 8536, version 2 and later) with the rule in its footer, which it
// spells out year by year.
#include <fstream>
#include <iterator>
#include <map>

#include "tests/support/twin_time.h"

namespace footfall::twin {
namespace {

struct Bytes {
  std::string data;
  std::size_t at = 0;
  [[nodiscard]] bool has(std::size_t count) const { return at + count <= data.size(); }
  std::int64_t number(std::size_t width) {
    // Big-endian two's complement.
    std::uint64_t value = 0;
    if ((static_cast<unsigned char>(data[at]) & 0x80) != 0) value = ~std::uint64_t{0};
    for (std::size_t i = 0; i < width; ++i)
      value = (value << 8) | static_cast<unsigned char>(data[at++]);
    return static_cast<std::int64_t>(value);
  }
};

struct Header {
  std::int64_t version = 0;
  std::int64_t ut_indicators = 0;
  std::int64_t standard_indicators = 0;
  std::int64_t leaps = 0;
  std::int64_t times = 0;
  std::int64_t types = 0;
  std::int64_t letters = 0;
};
bool read_header(Bytes& bytes, Header& header) {
  if (!bytes.has(44) || bytes.data.substr(bytes.at, 4) != "TZif") return false;
  header.version = bytes.data[bytes.at + 4];
  bytes.at += 20;
  for (std::int64_t* field : {&header.ut_indicators, &header.standard_indicators, &header.leaps,
                              &header.times, &header.types, &header.letters})
    *field = bytes.number(4);
  return true;
}

/// The footer: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX TZ, with the hours beyond 24 that RFC 8536
/// allows).
struct Rule {
  struct Change {
    char kind = 'M';  // M month.week.day, J day without Feb 29, N day from 0
    int month = 0;
    int week = 0;
    int day = 0;
    std::int64_t time = 7200;
  };
  std::int64_t standard = 0;
  std::int64_t summer = 0;
  bool changes = false;
  Change to_summer;
  Change to_standard;
};

class RuleReader {
 public:
  explicit RuleReader(const std::string& text) : text_(text) {}
  bool read(Rule& rule) {
    if (!name()) return false;
    rule.standard = -clock();
    if (done()) return true;
    if (!name()) return false;
    rule.summer = rule.standard + 3600;
    if (!done() && text_[at_] != ',') rule.summer = -clock();
    rule.changes = true;
    return change(rule.to_summer) && change(rule.to_standard) && done();
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
  bool name() {
    const std::size_t begin = at_;
    if (peek() == '<') {
      while (!done() && text_[at_] != '>') ++at_;
      ++at_;
    } else {
      while ((peek() >= 'A' && peek() <= 'Z') || (peek() >= 'a' && peek() <= 'z')) ++at_;
    }
    return at_ > begin;
  }
  int number() {
    int value = 0;
    while (peek() >= '0' && peek() <= '9') value = value * 10 + (text_[at_++] - '0');
    return value;
  }
  std::int64_t clock() {
    int sign = 1;
    if (peek() == '+' || peek() == '-') sign = text_[at_++] == '-' ? -1 : 1;
    std::int64_t seconds = number() * 3600;
    if (peek() == ':') {
      ++at_;
      seconds += number() * 60;
    }
    if (peek() == ':') {
      ++at_;
      seconds += number();
    }
    return sign * seconds;
  }
  bool change(Rule::Change& change) {
    if (peek() != ',') return false;
    ++at_;
    if (peek() == 'M') {
      ++at_;
      change.month = number();
      ++at_;
      change.week = number();
      ++at_;
      change.day = number();
    } else {
      change.kind = peek() == 'J' ? 'J' : 'N';
      if (peek() == 'J') ++at_;
      change.day = number();
    }
    if (peek() == '/') {
      ++at_;
      change.time = clock();
    }
    return true;
  }
  const std::string& text_;
  std::size_t at_ = 0;
};

/// Local seconds of a change in a year.
std::int64_t local_time(const Rule::Change& change, int year) {
  std::int64_t day = 0;
  if (change.kind == 'M') {
    // The week-th such weekday of the month, or the last one.
    int found = 0;
    for (int d = 1; d <= 31; ++d) {
      const auto number = day_of(year, change.month, d);
      if (!number) break;
      const std::int64_t weekday =
          ((*number + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday, Sunday is 0
      if (weekday == change.day && found < change.week) {
        day = *number;
        ++found;
      }
    }
  } else {
    day = *day_of(year, 1, 1) + change.day - (change.kind == 'J' ? 1 : 0);
    if (change.kind == 'J' && change.day >= 60 && day_of(year, 2, 29)) ++day;
  }
  return day * 86400 + change.time;
}

}  // namespace

const Zone* Zone::load(const std::string& name) {
  static std::map<std::string, std::optional<Zone>> zones;
  auto found = zones.find(name);
  if (found == zones.end()) found = zones.emplace(name, read(name)).first;
  return found->second ? &*found->second : nullptr;
}

std::optional<Zone> Zone::read(const std::string& name) {
  Zone zone;
  if (name == "UTC") {
    zone.utc_ = true;
    zone.periods_.push_back({INT64_MIN, 0});
    return zone;
  }
  std::ifstream file("/usr/share/zoneinfo/" + name, std::ios::binary);
  Bytes bytes{std::string(std::istreambuf_iterator<char>(file), {})};
  Header header;
  if (!read_header(bytes, header) || header.version < '2') return std::nullopt;
  // The first block repeats the data with 32-bit times.
  bytes.at += static_cast<std::size_t>(header.times * 5 + header.types * 6 + header.letters +
                                       header.leaps * 8 + header.standard_indicators +
                                       header.ut_indicators);
  if (!read_header(bytes, header)) return std::nullopt;
  std::vector<std::int64_t> times;
  std::vector<std::size_t> types;
  std::vector<std::int64_t> offsets;
  for (std::int64_t i = 0; i < header.times; ++i) times.push_back(bytes.number(8));
  for (std::int64_t i = 0; i < header.times; ++i)
    types.push_back(static_cast<unsigned char>(bytes.data[bytes.at++]));
  for (std::int64_t i = 0; i < header.types; ++i) {
    offsets.push_back(bytes.number(4));
    bytes.at += 2;
  }
  bytes.at += static_cast<std::size_t>(header.letters + header.leaps * 12 +
                                       header.standard_indicators + header.ut_indicators);
  std::string footer = bytes.data.substr(bytes.at);
  if (footer.size() < 2) return std::nullopt;
  footer = footer.substr(1, footer.size() - 2);

  zone.periods_.push_back({INT64_MIN, offsets[0]});
  // A change of names alone begins no period.
  const auto add = [&](const Period& period) {
    if (period.offset != zone.periods_.back().offset) zone.periods_.push_back(period);
  };
  for (std::size_t i = 0; i < times.size(); ++i) add({times[i], offsets[types[i]]});
  if (footer.empty()) return zone;
  Rule rule;
  if (!RuleReader(footer).read(rule)) return std::nullopt;
  if (!rule.changes) return zone;
  for (int year = 1; year <= 9999; ++year) {
    Period summer{local_time(rule.to_summer, year) - rule.standard, rule.summer};
    Period standard{local_time(rule.to_standard, year) - rule.summer, rule.standard};
    if (standard.begin < summer.begin) std::swap(summer, standard);
    for (const Period& period : {summer, standard})
      if (times.empty() || period.begin > times.back()) add(period);
  }
  return zone;
}

const Zone::Period& Zone::at(std::int64_t instant) const {
  std::size_t found = 0;
  std::size_t end = periods_.size();
  while (end - found > 1) {
    const std::size_t middle = found + (end - found) / 2;
    (periods_[middle].begin <= instant ? found : end) = middle;
  }
  return periods_[found];
}

std::int64_t Zone::from_local(std::int64_t local) const {
  // The earliest period whose clock shows the reading at all.
  for (std::size_t i = 0; i < periods_.size(); ++i) {
    const std::int64_t instant = local - periods_[i].offset;
    const bool begun = i == 0 || instant >= periods_[i].begin;
    const bool ended = i + 1 < periods_.size() && instant >= periods_[i + 1].begin;
    if (begun && !ended) return instant;
    // Skipped by the change at the end of this period: its offset still counts.
    if (ended && i + 1 < periods_.size() && local - periods_[i + 1].offset < periods_[i + 1].begin)
      return instant;
  }
  return local - periods_.back().offset;
}

}  // namespace footfall::twin
