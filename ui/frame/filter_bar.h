#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/report/filter_part.h"
#include "model/session/analysis_session.h"

class QMenu;

namespace footfall {

class BarButton;
class CleanPopup;
class ComparisonPopup;
class ConditionPopup;
class FilterChip;
class FlowLayout;
class TimeRangePopup;
class ValuesPopup;

/// The filters in the tool bar: the time range, what it is compared with, one chip for each part of
/// the filter, "+ filter", and where access logs are shown what is cleaned out of them. They take
/// two rows at most; what has no room there is in the menu of the last chip, "+3". It reads the
/// session's filter and sets it; names to pick come from the session's reports. What the page in
/// front has no field for looks so, and its tooltip says why.
class FilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit FilterBar(AnalysisSession& session, QWidget* parent = nullptr);

  /// To be called when filter, reports or the page in front changed.
  void refresh(ReportKind page);
  void choose_range();
  /// Opens the choice of what the time range is compared with.
  void choose_comparison();
  void choose_field();
  /// Opens the choice of what a field has to be.
  void choose(ConditionField field);
  /// Opens the choice of what is cleaned, where logs are shown.
  void choose_cleaning();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh_range();
  void refresh_comparison();
  void refresh_chips();
  void refresh_cleaning();
  void fit_chips();
  void list_hidden();
  void add_clear_all(QMenu* menu);
  void count_cleaning();
  void set_cleaning(const Cleaning& cleaning);
  void set_range(const std::optional<TimeBound>& from, const std::optional<TimeBound>& to);
  void edit(const FilterPart& part, const QWidget* below);
  void open(const FilterPart& part, bool is_set, const QWidget* below);
  void set_part(const FilterPart& part);
  void remove_part(std::size_t index);
  [[nodiscard]] QString why_no_effect(const FilterPart& part) const;
  [[nodiscard]] ReportKind report_with(ConditionField field) const;
  [[nodiscard]] ReportSetPtr names_of(ReportKind kind) const;

  AnalysisSession& session_;
  FlowLayout* flow_;
  FilterChip* range_;
  FilterChip* compared_;
  BarButton* add_;
  FilterChip* more_;
  std::vector<FilterPart> parts_;   // those that have an effect here come first
  std::vector<FilterChip*> chips_;  // the first ones stand for the parts
  TimeRangePopup* range_popup_;
  ComparisonPopup* comparison_popup_;
  ConditionPopup* condition_popup_;
  ValuesPopup* hours_popup_;
  ValuesPopup* weekdays_popup_;
  std::optional<FilterPart> edited_;  // the chip's part, which the open popup is to replace
  FilterChip* clean_;
  CleanPopup* clean_popup_;
  std::weak_ptr<const ReportSet> counted_;  // what cleaning was counted of
  ReportKind page_ = ReportKind::hourly_visitors;
};

}  // namespace footfall
