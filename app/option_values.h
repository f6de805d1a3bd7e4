#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/cli_options.h"
#include "model/core/error.h"
#include "model/report/report_options.h"

// Readers of option values. Each takes exactly what the help says and nothing else.
namespace footfall {

/// A whole number from `least` to `most` in decimal digits.
[[nodiscard]] std::optional<std::uint64_t> parse_count(std::string_view text, std::uint64_t least,
                                                       std::uint64_t most);

/// A whole number of seconds, with or without a sign.
[[nodiscard]] std::optional<std::int64_t> parse_seconds(std::string_view text);

/// `12` rows, or `0.5%` of them.
[[nodiscard]] std::optional<RejectLimit> parse_reject_limit(std::string_view text);

/// Answers of a server, `200-299,304`: first and last of each range.
[[nodiscard]] std::optional<std::vector<std::pair<std::uint16_t, std::uint16_t>>> parse_statuses(
    std::string_view text);

/// One byte, `\t` or `tab`. A quote or a line end cannot separate fields.
[[nodiscard]] std::optional<char> parse_delimiter(std::string_view text);

/// The text of a file of at most 1 MiB; `what` it is to be is named in the error.
[[nodiscard]] Result<std::string> read_small_file(const std::string& path, const char* what);

/// The parts between commas; a text without comma is one part, even when it is empty.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

/// Adds `EUR=1.08,GBP=1.27`. The complaint, if any, names the part at fault.
[[nodiscard]] std::optional<std::string> add_rates(std::string_view text, Rates& rates);

/// Adds the rates of a file: CSV with the columns currency and rate (their header may be missing),
/// or lines `EUR=1.08`. Errors: those of reading, and bad_option with path and line.
[[nodiscard]] Status add_rates_file(const std::string& path, Rates& rates);

}  // namespace footfall
