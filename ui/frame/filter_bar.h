#pragma once

#include <QWidget>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/report/filter.h"
#include "model/session/analysis_session.h"

namespace footfall {

class BarButton;
class PickPopup;
class TimeRangePopup;

class ChipBody;

/// The filters in the tool bar: the time range, one chip for each filter that is set, "+ filter".
/// It reads the session's filter and sets it; names to pick come from the session's reports. What
/// the page in front has no field for looks so, and its tooltip says why.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(AnalysisSession& session, QWidget* parent = nullptr);

  /// To be called when filter, reports or the page in front changed.
  void refresh(ReportKind page);
  void choose_range();
  /// Opens the list of names of a kind's filter.
  void choose_names(ReportKind kind);
  void choose_kind();

 private:
  struct Chip {
    ChipBody* body;
    BarButton* open;
    BarButton* clear;
  };
  Chip make_chip(BarButton* open);
  void refresh_range();
  void refresh_chip(ReportKind kind);
  void set_range(const std::optional<TimeBound>& from, const std::optional<TimeBound>& to);
  void set_names(ReportKind kind, const std::vector<std::string>& names);

  AnalysisSession& session_;
  Chip range_{};
  BarButton* add_;
  std::array<Chip, kReportKinds> chips_{};
  TimeRangePopup* range_popup_;
  PickPopup* names_popup_;
  ReportKind naming_ = ReportKind::hourly_visitors;
  ReportKind page_ = ReportKind::hourly_visitors;
};

/// The filter's names that a report kind answers to: pages, customers, campaigns, users.
[[nodiscard]] const std::vector<std::string>& filter_names(const Filter& filter, ReportKind kind);
[[nodiscard]] std::vector<std::string>& filter_names(Filter& filter, ReportKind kind);

}  // namespace footfall
