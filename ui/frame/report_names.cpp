#include "ui/frame/report_names.h"

#include <algorithm>

#include "model/session/text_matcher.h"

namespace footfall {
namespace {

constexpr std::size_t kLookForStop = 1 << 14;

// The texts of a report in its order, whatever the report.
std::size_t count_of(const ReportSet& set, ReportKind kind) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return set.visitors->pages->size();
    case ReportKind::customer_report:
      return set.customers->customers.size();
    case ReportKind::campaign_ranking:
      return set.campaigns->campaigns.size();
    case ReportKind::user_activity:
      return set.activity->users.size();
  }
  return 0;
}

std::string_view name_at(const ReportSet& set, ReportKind kind, std::size_t index) {
  switch (kind) {
    case ReportKind::hourly_visitors:
      return (*set.visitors->pages)[static_cast<TextId>(index)];
    case ReportKind::customer_report:
      return (*set.customers->names)[set.customers->customers[index].name];
    case ReportKind::campaign_ranking:
      return (*set.campaigns->names)[set.campaigns->campaigns[index].name];
    case ReportKind::user_activity:
      return (*set.activity->names)[set.activity->users[index].name];
  }
  return {};
}

}  // namespace

NameSearch name_search(const ReportSetPtr& reports, ReportKind kind) {
  return
      [reports, kind](const std::string& wanted, std::size_t limit, const std::stop_token& stop) {
        std::vector<std::string> found;
        if (!reports || !reports->has(kind)) return found;
        const std::optional<TextMatcher> matcher =
            wanted.empty() ? std::nullopt : std::optional<TextMatcher>(wanted);
        const std::size_t count = count_of(*reports, kind);
        for (std::size_t i = 0; i < count && found.size() < limit; ++i) {
          if (i % kLookForStop == 0 && stop.stop_requested()) break;
          const std::string_view name = name_at(*reports, kind, i);
          if (!matcher || matcher->matches(name)) found.emplace_back(name);
        }
        return found;
      };
}

std::optional<TimeExtent> time_extent(const ReportSetPtr& reports, ReportKind kind) {
  if (!reports || !reports->has(kind)) return std::nullopt;
  if (kind == ReportKind::hourly_visitors && !reports->visitors->hours.empty()) {
    const auto& hours = reports->visitors->hours;
    const Hour first = hours.front().hour;
    const Hour last = hours.back().hour;
    return TimeExtent{first.start + first.offset, last.start + last.offset + kSecondsPerHour};
  }
  if (kind == ReportKind::customer_report && !reports->customers->days.empty()) {
    const auto& days = reports->customers->days;
    auto first = days.front().day, last = first;
    for (const auto& day : days) {
      first = std::min(first, day.day);
      last = std::max(last, day.day);
    }
    return TimeExtent{first * kSecondsPerDay, (last + std::int64_t{1}) * kSecondsPerDay};
  }
  return std::nullopt;
}

}  // namespace footfall
