#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "model/core/kinds.h"

namespace footfall {

/// What a row tells of.
enum class EventType : std::uint8_t { visit, payment, campaign_figures, user_event, request, end };
inline constexpr auto kEventTypes = all_kinds<EventType>();
using EventTypes = KindSet<EventType>;

/// A value that is read from each row of an event type. Roles are listed in the contract's order,
/// which is the order of checks and of columns in files without header.
struct Role {
  std::string_view name;        ///< column name in CSV
  std::string_view json_path;   ///< keys from the top, joined by dots
  bool required = false;        ///< an empty or absent value rejects the row
  bool column_required = true;  ///< a CSV header must have it
  /// Roles that tell the event type from others with the same required ones. Where no report is
  /// asked for by name, an input feeds the type only if it has one role of each number above 0.
  std::uint8_t telling = 0;
  bool missed = false;  ///< rows without it count, for 0 or the like: an input with none is told of
};

namespace event_roles {
// clang-format off
inline constexpr std::array kVisit = {
    Role{"timestamp", "timestamp", true, true},
    Role{"page_url", "page_url", true, true},
    Role{"visitor_id", "visitor_id", true, true}};
inline constexpr std::array kPayment = {
    Role{"event_id", "event_id", true, true},
    Role{"customer_id", "customer_id", true, true},
    Role{"ts", "ts", true, true},
    Role{"event_type", "event_type", false, false},
    Role{"amount", "amount", false, false, 0, true},
    Role{"currency", "currency", false, false}};
inline constexpr std::array kCampaignFigures = {
    Role{"campaign_id", "campaign_id", true, true},
    Role{"date", "date", false, false},
    Role{"impressions", "impressions", true, true},
    Role{"clicks", "clicks", true, true},
    Role{"spend", "spend", true, true},
    Role{"conversions", "conversions", true, true}};
inline constexpr std::array kUserEvent = {
    Role{"id", "id", true, true},
    Role{"user_id", "user_id", true, true},
    Role{"type", "type", false, false},
    Role{"price", "metadata.price", false, false, 0, true}};
inline constexpr std::array kRequest = {
    Role{"timestamp", "timestamp", true, true},
    Role{"page_url", "page_url", false, false, 1, true},
    Role{"status", "status", false, false, 2, true},
    Role{"bytes", "bytes", false, false, 2, true}};
// clang-format on
}  // namespace event_roles

struct EventTypeFacts {
  EventType type{};
  std::span<const Role> roles;
  bool timed = false;   ///< its rows have a time that a range can be cut from
  bool hourly = false;  ///< and are counted by hours of the report zone
  bool utc = false;     ///< or by days in UTC; else their time is a date, as it is written
};
inline constexpr auto kEventTypeTable = kind_table<&EventTypeFacts::type, EventTypeFacts>({
    {EventType::visit, event_roles::kVisit, true, true},
    {EventType::payment, event_roles::kPayment, true, false, true},
    {EventType::campaign_figures, event_roles::kCampaignFigures, true, false},
    {EventType::user_event, event_roles::kUserEvent, false, false},
    {EventType::request, event_roles::kRequest, true, true},
});

/// What lines of access logs tell of.
inline constexpr EventTypes kLoggedEvents = {EventType::visit, EventType::request};

constexpr std::span<const Role> roles_of(EventType type) { return kEventTypeTable[type].roles; }

}  // namespace footfall
