#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/number_forms.h"
#include "model/core/time_forms.h"
#include "model/parse/log_options.h"

namespace footfall {

/// The formats of input_formats.h, and the order to find one out.
enum class InputFormat : std::uint8_t { detect, csv, ndjson, access_log };
inline constexpr std::size_t kInputFormats = static_cast<std::size_t>(InputFormat::access_log);
enum class HeaderMode : std::uint8_t { detect, yes, no };

/// How to read the inputs.
struct InputOptions {
  InputFormat format = InputFormat::detect;
  std::optional<char> delimiter;  ///< empty: detected from the header
  char quote = '"';
  bool sheet = false;    ///< the text was made from a sheet of a workbook (sheet_source.h)
  std::string encoding;  ///< empty: UTF-8, or what a byte-order mark says
  HeaderMode header = HeaderMode::detect;
  std::optional<std::size_t> skip;  ///< physical lines in front of a table's header
  /// Role → where its values come from, in the words of role_source.h. A role is the contract's
  /// column name.
  std::map<std::string, std::string, std::less<>> columns;
  /// Of a plan: the names that the header has to have; empty: any.
  std::vector<std::string> expected_header;
  DateOrder date_order = DateOrder::unknown;  ///< of dates such as 03/04/2026; unknown: find out
  bool day_numbers = false;                   ///< times are day numbers of a spreadsheet
  std::optional<DecimalMark> decimal;         ///< of numbers that are text; empty: find out
  bool blank_is_zero = false;                 ///< missing figures of campaigns count as 0
  /// Role → what its numbers are multiplied by.
  std::map<std::string, Decimal, std::less<>> scales;
  /// Types of events that mean another one, as ReportOptions::event_map; that comes first.
  std::map<std::string, std::string, std::less<>> event_map;
  LogOptions log;  ///< of access logs
  std::size_t quoted_limit = std::size_t{64}
                             << 10;  ///< most bytes from an opening to its closing quote
  std::size_t record_limit = std::size_t{16} << 20;  ///< most bytes of a record
};

}  // namespace footfall
