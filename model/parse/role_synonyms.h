#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/core/event_type.h"

// By which names real exports call the roles.
namespace footfall {

struct RoleNames {
  std::string_view role;
  /// In the words of --map, apart by blanks: what the contract calls the role, then its synonyms,
  /// in the order in which they are tried. A canonical name beside the role's own is tried with it.
  std::string_view canonical;
  std::string_view synonyms;
};

/// One row a role, in the order of the event type's roles.
[[nodiscard]] std::span<const RoleNames> role_names(EventType type);

/// Columns that say of what a figure is, or whether it counts, without being read.
inline constexpr std::string_view kQuantityNames[] = {"quantity", "qty", "units"};
inline constexpr std::string_view kCurrencyNames[] = {"currency", "currency_code", "ccy",
                                                      "presentment_currency"};
inline constexpr std::string_view kStatusNames[] = {"status", "payment_status", "financial_status",
                                                    "charge_status", "state"};
/// Beside these a state is that of an address.
inline constexpr std::string_view kAddressNames[] = {"city",        "zip",      "zip_code",
                                                     "postal_code", "postcode", "country"};

/// By which ending, in letters and digits alone, a column says that its figures are parts of a
/// unit, and the --scale that makes whole ones of them.
struct ScaleName {
  std::string_view ending;
  std::string_view scale;
};
inline constexpr std::string_view kHundredths = "0.01";
inline constexpr ScaleName kScaleNames[] = {{"micros", "0.000001"},
                                            {"microamount", "0.000001"},
                                            {"cents", kHundredths},
                                            {"minor", kHundredths},
                                            {"minorunits", kHundredths}};
/// The scale that a name means; empty: none.
[[nodiscard]] std::string_view scale_of_name(std::string_view name);

/// A start of a period is its date only where it equals the end.
struct PeriodNames {
  std::string_view start;
  std::string_view ends;  ///< apart by blanks
};
inline constexpr PeriodNames kPeriods[] = {{"reporting_starts", "reporting_ends"},
                                           {"date_start", "date_stop date_end"}};

/// What a column called type or event holds where it tells of calls, not of events.
inline constexpr std::string_view kCallKinds[] = {"track",    "page",  "screen",
                                                  "identify", "group", "alias"};

}  // namespace footfall
