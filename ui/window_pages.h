#pragma once

#include <QString>
#include <optional>
#include <string_view>

#include "model/core/report_kind.h"
#include "ui/pages/report_page.h"

namespace footfall {

class AnalysisSession;

/// The pages of the window, in the order of the side.
enum class WindowPage : std::uint8_t { visitors, customers, campaigns, activity, requests, end };

/// A page shows a report, or something else that it makes of the session.
struct WindowPageFacts {
  WindowPage page{};
  const char* title = nullptr;  ///< page_title() says it in the user's language
  const char* icon = nullptr;
  Qt::Key key{};  ///< with Alt
  std::optional<ReportKind> report;
  ReportPage* (*make_for_report)(QWidget* parent) = nullptr;
  QWidget* (*make)(AnalysisSession& session, QWidget* parent) = nullptr;
};
// clang-format off
inline constexpr auto kWindowPageTable = kind_table<&WindowPageFacts::page, WindowPageFacts>({
    {WindowPage::visitors, QT_TRANSLATE_NOOP("footfall::Words", "Visitors"), "visitors",
     Qt::Key_1, ReportKind::hourly_visitors, &make_visitors_page},
    {WindowPage::customers, QT_TRANSLATE_NOOP("footfall::Words", "Customers"), "customers",
     Qt::Key_2, ReportKind::customer_report, &make_customers_page},
    {WindowPage::campaigns, QT_TRANSLATE_NOOP("footfall::Words", "Campaigns"), "campaigns",
     Qt::Key_3, ReportKind::campaign_ranking, &make_campaigns_page},
    {WindowPage::activity, QT_TRANSLATE_NOOP("footfall::Words", "Activity"), "activity",
     Qt::Key_4, ReportKind::user_activity, &make_activity_page},
    {WindowPage::requests, QT_TRANSLATE_NOOP("footfall::Words", "Requests"), "requests",
     Qt::Key_5, ReportKind::requests, &make_requests_page},
});
// clang-format on

/// The page that shows a report.
[[nodiscard]] constexpr WindowPage page_of(ReportKind report) {
  for (const WindowPageFacts& facts : kWindowPageTable)
    if (facts.report == report) return facts.page;
  return WindowPage::end;
}

// Every report has its page, and every page is made in one of the two ways. By its icon it is known
// again in a view that is kept, by its key it is called.
static_assert([] {
  for (const ReportKind report : kAllReports)
    if (page_of(report) == WindowPage::end) return false;
  for (const WindowPageFacts& facts : kWindowPageTable)
    for (const WindowPageFacts& other : kWindowPageTable)
      if (facts.page != other.page &&
          (std::string_view(facts.icon) == other.icon || facts.key == other.key))
        return false;
  for (const WindowPageFacts& facts : kWindowPageTable)
    if (facts.report.has_value() != (facts.make_for_report != nullptr) ||
        (facts.make_for_report != nullptr) == (facts.make != nullptr))
      return false;
  return true;
}());

[[nodiscard]] QString page_title(WindowPage page);

}  // namespace footfall
