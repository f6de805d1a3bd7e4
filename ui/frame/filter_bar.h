#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/report/filter.h"
#include "model/session/analysis_session.h"

namespace footfall {

class BarButton;
class CleanPopup;
class PickPopup;
class TimeRangePopup;

class ChipBody;

/// The filters in the tool bar: the time range, one chip for each filter that is set, "+ filter",
/// and where access logs are shown what is cleaned out of them.
/// It reads the session's filter and sets it; names to pick come from the session's reports. What
/// the page in front has no field for looks so, and its tooltip says why.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(AnalysisSession& session, QWidget* parent = nullptr);

  /// To be called when filter, reports or the page in front changed.
  void refresh(ReportKind page);
  void choose_range();
  /// Opens the list of names to pick from.
  void choose_names(FilterField field);
  void choose_field();
  /// Opens the choice of what is cleaned, where logs are shown.
  void choose_cleaning();

 private:
  struct Chip {
    ChipBody* body;
    BarButton* open;
    BarButton* clear;
  };
  Chip make_chip(BarButton* open);
  void refresh_range();
  void refresh_chip(FilterField field);
  void refresh_cleaning();
  void count_cleaning();
  void set_cleaning(const Cleaning& cleaning);
  void set_range(const std::optional<TimeBound>& from, const std::optional<TimeBound>& to);
  void set_names(FilterField field, const std::vector<std::string>& names);

  AnalysisSession& session_;
  Chip range_{};
  BarButton* add_;
  ByKind<FilterField, Chip> chips_{};
  TimeRangePopup* range_popup_;
  PickPopup* names_popup_;
  Chip clean_{};
  CleanPopup* clean_popup_;
  std::weak_ptr<const ReportSet> counted_;  // what cleaning was counted of
  FilterField naming_{};
  ReportKind page_ = ReportKind::hourly_visitors;
};

}  // namespace footfall
