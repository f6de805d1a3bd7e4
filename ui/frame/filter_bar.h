#pragma once

#include <QWidget>
#include <array>
#include <string>
#include <vector>

#include "model/report/filter.h"
#include "model/session/analysis_session.h"

namespace footfall {

class BarButton;
class PickPopup;
class TimeRangePopup;

/// The filters in the tool bar: the time range, one chip for each filter that is set, "+ filter".
/// It reads the session's filter and sets it; names to pick come from the session's reports.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(AnalysisSession& session, QWidget* parent = nullptr);

  /// To be called when filter or reports changed.
  void refresh();
  void choose_range();
  /// Opens the list of names of a kind's filter.
  void choose_names(ReportKind kind);
  void choose_kind();

 private:
  struct Chip {
    QWidget* widget;
    BarButton* open;
  };
  Chip make_chip(ReportKind kind);
  void set_names(ReportKind kind, const std::vector<std::string>& names);

  AnalysisSession& session_;
  BarButton* range_;
  BarButton* add_;
  std::array<Chip, kReportKinds> chips_{};
  TimeRangePopup* range_popup_;
  PickPopup* names_popup_;
  ReportKind naming_ = ReportKind::hourly_visitors;
};

/// The filter's names that a report kind answers to: pages, customers, campaigns, users.
[[nodiscard]] const std::vector<std::string>& filter_names(const Filter& filter, ReportKind kind);
[[nodiscard]] std::vector<std::string>& filter_names(Filter& filter, ReportKind kind);

}  // namespace footfall
