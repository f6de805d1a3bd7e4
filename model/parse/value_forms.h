#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/core/decimal.h"
#include "model/core/event_type.h"
#include "model/core/number_forms.h"
#include "model/core/time_forms.h"

// How the values of an input are written, as far as one value alone does not tell.
namespace footfall {

/// What the values of a role are: texts, among them pages, which hold a slash, and codes made of
/// digits; times, days that may be unreadable, whole numbers, numbers.
enum class ValueKind : std::uint8_t { text, page, code, time, day, count, number };

/// Kinds that are compared letter by letter.
constexpr bool is_id(ValueKind kind) { return kind <= ValueKind::code; }
constexpr bool is_number(ValueKind kind) { return kind >= ValueKind::count; }

namespace value_kind_lists {
// clang-format off
inline constexpr std::array kVisit = {ValueKind::time, ValueKind::page, ValueKind::text};
inline constexpr std::array kPayment = {ValueKind::text, ValueKind::text, ValueKind::time,
                                        ValueKind::text, ValueKind::number, ValueKind::text};
inline constexpr std::array kCampaignFigures = {ValueKind::text, ValueKind::day,
                                                ValueKind::count, ValueKind::count,
                                                ValueKind::number, ValueKind::number};
inline constexpr std::array kUserEvent = {ValueKind::text, ValueKind::text, ValueKind::text,
                                          ValueKind::number};
inline constexpr std::array kRequest = {ValueKind::time, ValueKind::page, ValueKind::code,
                                        ValueKind::count};
// clang-format on
}  // namespace value_kind_lists

struct ValueKindsOf {
  EventType type{};
  std::span<const ValueKind> kinds;
};
inline constexpr auto kValueKindTable = kind_table<&ValueKindsOf::type, ValueKindsOf>({
    {EventType::visit, value_kind_lists::kVisit},
    {EventType::payment, value_kind_lists::kPayment},
    {EventType::campaign_figures, value_kind_lists::kCampaignFigures},
    {EventType::user_event, value_kind_lists::kUserEvent},
    {EventType::request, value_kind_lists::kRequest},
});
/// By role.
constexpr std::span<const ValueKind> value_kinds(EventType type) {
  return kValueKindTable[type].kinds;
}

/// The roles of an event type that are ids.
template <EventType type>
consteval auto id_roles(std::integral_constant<EventType, type>) {
  constexpr auto count = [] {
    std::size_t ids = 0;
    for (const ValueKind kind : value_kinds(type)) ids += is_id(kind) ? 1 : 0;
    return ids;
  }();
  std::array<std::size_t, count> roles{};
  std::size_t at = 0;
  for (std::size_t role = 0; role < value_kinds(type).size(); ++role)
    if (is_id(value_kinds(type)[role])) roles[at++] = role;
  return roles;
}

/// How a column of times is written.
struct TimeForm {
  enum class Kind : std::uint8_t {
    clear,       ///< each value tells for itself
    date_alone,  ///< a date without a clock is the day's first moment
    digits,      ///< YYYYMMDD or YYYYMMDDHHMMSS
    ordered,     ///< 03/04/2026
    day_number,  ///< of a spreadsheet
  };
  Kind kind = Kind::clear;
  /// Of ordered dates; unknown: none are read but those whose day is their month.
  DateOrder order = DateOrder::unknown;
  bool order_given =
      false;                ///< by an option: a value of the other order is a reject like any other
  bool zone_names = false;  ///< the name of a zone may follow the clock
  bool other_zones = false;  ///< where that names no one zone, the source zone stands for it
  bool utc = false;          ///< its column says so: the source zone is not asked

  /// Whether readers of the usual forms would make something else of such a value.
  [[nodiscard]] bool plain() const { return kind != Kind::digits && kind != Kind::day_number; }
  friend bool operator==(const TimeForm&, const TimeForm&) = default;
};

/// The forms of the values that feed an event type. Without sample: those that are read anywhere.
struct ValueForms {
  DecimalMark mark = DecimalMark::point;
  bool mark_known = true;       ///< else it was taken for want of values that settle it
  std::vector<TimeForm> times;  ///< by role; empty: all clear
  std::vector<Decimal> scales;  ///< by role: what a number is multiplied by; empty: by nothing
  bool blank_is_zero = false;   ///< of figures that a row must have
  bool other_days = false;      ///< there are days in other forms than YYYY-MM-DD

  /// A value that readers of the usual forms can read means what they read.
  [[nodiscard]] bool plain() const;
  [[nodiscard]] TimeForm time(std::size_t role) const {
    return role < times.size() ? times[role] : TimeForm();
  }
  friend bool operator==(const ValueForms&, const ValueForms&) = default;
};

/// The options that answer where a value of a role speaks against a guess.
struct GuessOptions {
  std::string against;  ///< reads the column the other way
  std::string with;     ///< keeps to the guess
};
[[nodiscard]] GuessOptions guess_options(const ValueForms& forms, EventType type,
                                         std::string_view role);

}  // namespace footfall
