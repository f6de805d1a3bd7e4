#include "model/parse/roles.h"

namespace footfall {
namespace {

constexpr std::array<Role, role_count(ReportKind::hourly_visitors)> kVisitRoles = {{
    {"timestamp", "timestamp", true, true},
    {"page_url", "page_url", true, true},
    {"visitor_id", "visitor_id", true, true},
}};
constexpr std::array<Role, role_count(ReportKind::customer_report)> kPaymentRoles = {{
    {"event_id", "event_id", true, true},
    {"customer_id", "customer_id", true, true},
    {"ts", "ts", true, true},
    {"event_type", "event_type", false, false},
    {"amount", "amount", false, false},
    {"currency", "currency", false, false},
}};
constexpr std::array<Role, role_count(ReportKind::campaign_ranking)> kCampaignRoles = {{
    {"campaign_id", "campaign_id", true, true},
    {"date", "date", false, false},
    {"impressions", "impressions", true, true},
    {"clicks", "clicks", true, true},
    {"spend", "spend", true, true},
    {"conversions", "conversions", true, true},
}};
constexpr std::array<Role, role_count(ReportKind::user_activity)> kActivityRoles = {{
    {"id", "id", true, true},
    {"user_id", "user_id", true, true},
    {"type", "type", false, false},
    {"price", "metadata.price", false, false},
}};

}  // namespace

std::span<const Role> roles_of(ReportKind kind) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return kVisitRoles;
    case ReportKind::customer_report:
      return kPaymentRoles;
    case ReportKind::campaign_ranking:
      return kCampaignRoles;
    case ReportKind::user_activity:
      return kActivityRoles;
  }
  return {};
}

}  // namespace footfall
