#include "model/parse/role_synonyms.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "model/parse/column_names.h"

namespace footfall {
namespace {

constexpr std::string_view kTimes =
    "event_date+event_time date+time datetime event_time event_timestamp time occurred_at "
    "created_at created_date sent_at received_at original_timestamp ts time_local time_iso8601";
// `ts` is whatever a timestamp is.
constexpr std::string_view kPaymentTimes =
    "unix_time timestamp event_date+event_time date+time datetime event_time event_timestamp time "
    "occurred_at created_at created_date sent_at received_at original_timestamp time_local "
    "time_iso8601 created";

constexpr std::string_view kPages =
    "properties.url context.page.url url page page_path page_location current_url path uri "
    "request_uri request_path href";

// clang-format off
constexpr std::array kVisit = {
    RoleNames{"timestamp", "timestamp", kTimes},
    RoleNames{"page_url", "page_url", kPages},
    RoleNames{"visitor_id", "visitor_id",
              "visitor anonymous_id user_pseudo_id distinct_id client_id device_id user_id "
              "cookie_id remote_addr client_ip ip"}};
constexpr std::array kPayment = {
    RoleNames{"event_id", "event_id",
              "transaction_id trans_num payment_id charge_id order_id insert_id message_id uuid id"},
    RoleNames{"customer_id", "customer_id",
              "customer cust_id user_id buyer_id account_id cc_num customer_email "
              "from_email_address email client_id"},
    RoleNames{"ts", "ts", kPaymentTimes},
    RoleNames{"event_type", "event_type", "type event event_name category"},
    RoleNames{"amount", "amount",
              "amt total gross net_amount revenue value price"},
    RoleNames{"currency", "currency", "currency_code ccy presentment_currency"}};
constexpr std::array kCampaignFigures = {
    RoleNames{"campaign_id", "campaign_id",
              "campaign campaign_name ad_id ad_name ad_group"},
    RoleNames{"date", "date", "day reporting_starts date_start"},
    RoleNames{"impressions", "impressions", "impr views imps"},
    RoleNames{"clicks", "clicks", "link_clicks clicks_all"},
    RoleNames{"spend", "spend",
              "cost amount_spent spent mark_spent ad_spend"},
    RoleNames{"conversions", "conversions",
              "results conv total_conversions total_conversion purchases approved_conversion"}};
constexpr std::array kUserEvent = {
    RoleNames{"id", "id", "event_id insert_id message_id uuid"},
    RoleNames{"user_id", "user_id", "distinct_id customer_id user visitor_id"},
    RoleNames{"type", "type", "event_type event event_name action"},
    RoleNames{"price", "metadata.price price",
              "properties.price revenue amount value"}};
constexpr std::array kRequest = {
    RoleNames{"timestamp", "timestamp", kTimes},
    RoleNames{"page_url", "page_url", kPages},
    RoleNames{"status", "status",
              "status_code http_status http_status_code response_status response_code sc_status "
              "code"},
    RoleNames{"bytes", "bytes",
              "body_bytes_sent bytes_sent sent_bytes response_bytes response_size body_size "
              "sc_bytes content_length size"}};
// clang-format on

struct EventRoleNames {
  EventType type{};
  std::span<const RoleNames> names;
};
constexpr auto kRoleNameTable = kind_table<&EventRoleNames::type, EventRoleNames>({
    {EventType::visit, kVisit},
    {EventType::payment, kPayment},
    {EventType::campaign_figures, kCampaignFigures},
    {EventType::user_event, kUserEvent},
    {EventType::request, kRequest},
});

constexpr bool in_order() {
  for (const EventType type : kEventTypes) {
    const auto names = kRoleNameTable[type].names;
    if (!std::ranges::equal(names, roles_of(type), {}, &RoleNames::role, &Role::name)) return false;
  }
  return true;
}
static_assert(in_order(), "one row for each role, in the order of roles");

}  // namespace

std::span<const RoleNames> role_names(EventType type) { return kRoleNameTable[type].names; }

std::string_view scale_of_name(std::string_view name) {
  const std::string letters = name_letters(name);
  if (letters.ends_with("percents")) return {};
  const auto found = std::ranges::find_if(
      kScaleNames, [&](const ScaleName& scale) { return letters.ends_with(scale.ending); });
  return found == std::end(kScaleNames) ? std::string_view() : found->scale;
}

}  // namespace footfall
