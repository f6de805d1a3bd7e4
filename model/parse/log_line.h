#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/core/kinds.h"

namespace footfall {

/// What stands in a line of an access log; `word` and `number` are passed over.
enum class LogField : std::uint8_t {
  word,
  number,
  time,
  date,    ///< the day alone, where `time` is the clock alone; both are UTC
  offset,  ///< from UTC, where `time` has none
  client,
  forwarded,
  user,
  request,  ///< method, target and protocol
  method,
  target,
  query,
  status,
  bytes,
  referrer,
  agent,
  host,
  end
};

struct LogFieldFacts {
  LogField field{};
  std::string_view name;  ///< in descriptions
};
inline constexpr auto kLogFieldTable = kind_table<&LogFieldFacts::field, LogFieldFacts>({
    {LogField::word, ""},
    {LogField::number, "number"},
    {LogField::time, "time"},
    {LogField::date, "date"},
    {LogField::offset, "offset"},
    {LogField::client, "client"},
    {LogField::forwarded, "forwarded"},
    {LogField::user, "user"},
    {LogField::request, "request"},
    {LogField::method, "method"},
    {LogField::target, "target"},
    {LogField::query, "query"},
    {LogField::status, "status"},
    {LogField::bytes, "bytes"},
    {LogField::referrer, "referrer"},
    {LogField::agent, "agent"},
    {LogField::host, "host"},
});
/// No value: no field is called so.
[[nodiscard]] constexpr std::optional<LogField> log_field(std::string_view name) {
  for (const LogFieldFacts& facts : kLogFieldTable)
    if (facts.name == name) return facts.field;
  return std::nullopt;
}

/// The parts of a line; without data where it has none.
struct LogLine {
  ByKind<LogField, std::string_view> parts{};

  [[nodiscard]] std::string_view operator[](LogField field) const { return parts[field]; }
  [[nodiscard]] bool has(LogField field) const { return parts[field].data() != nullptr; }
};

/// How a line was read, or how far it could be.
struct LogExtent {
  std::size_t read = 0;       ///< bytes from its front on
  bool whole = false;         ///< every part of the description is there
  bool unclosed = false;      ///< a quoted part has no end
  std::string_view wanted{};  ///< where it was not read: what was looked for there
};

}  // namespace footfall
