#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace footfall {

enum class ReportKind : std::uint8_t {
  hourly_visitors,
  customer_report,
  campaign_ranking,
  user_activity
};

inline constexpr std::size_t kReportKinds = 4;
inline constexpr std::array<ReportKind, kReportKinds> kAllReports = {
    ReportKind::hourly_visitors, ReportKind::customer_report, ReportKind::campaign_ranking,
    ReportKind::user_activity};

/// The name on the command line: hourly-visitors, customer-report, ...
constexpr std::string_view command_name(ReportKind kind) {
  constexpr std::array<std::string_view, kReportKinds> names = {
      "hourly-visitors", "customer-report", "campaign-ranking", "user-activity"};
  return names[static_cast<std::size_t>(kind)];
}

/// A set of report kinds, iterable through kAllReports.
class ReportKinds {
 public:
  constexpr ReportKinds() = default;
  constexpr ReportKinds(ReportKind kind) { insert(kind); }
  static constexpr ReportKinds all() {
    ReportKinds kinds;
    for (ReportKind kind : kAllReports) kinds.insert(kind);
    return kinds;
  }
  constexpr void insert(ReportKind kind) { bits_ = static_cast<std::uint8_t>(bits_ | bit(kind)); }
  constexpr void erase(ReportKind kind) { bits_ = static_cast<std::uint8_t>(bits_ & ~bit(kind)); }
  [[nodiscard]] constexpr bool contains(ReportKind kind) const { return (bits_ & bit(kind)) != 0; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  constexpr bool operator==(const ReportKinds&) const = default;

 private:
  static constexpr unsigned bit(ReportKind kind) { return 1U << static_cast<unsigned>(kind); }
  std::uint8_t bits_ = 0;
};

}  // namespace footfall
