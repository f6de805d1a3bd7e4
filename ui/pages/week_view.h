#pragma once

#include <optional>
#include <vector>

#include "model/report/hourly_visitors_report.h"
#include "ui/charts/week_heatmap.h"

namespace footfall {

class ChoiceBar;
class TypicalWeekChart;

/// What an hour of the week is mostly like: as colours, with a choice of the figure, and as a line
/// with one week of the data over it.
class WeekView : public QWidget {
  Q_OBJECT
 public:
  explicit WeekView(QWidget* parent = nullptr);

  /// Of hours; null empties it. The week beside the typical one is that of `picked`, else the last.
  void set_report(const HourlyVisitorsPtr& report, const std::optional<Hour>& picked);
  void set_picked(const std::optional<Hour>& picked);
  [[nodiscard]] std::vector<PlotBase*> charts() const;

 signals:
  void picture_requested(footfall::PictureTo to);
  /// The menu of an hour of the week is about to open.
  void menu_requested(QMenu* menu, std::size_t place);

 private:
  void show_measure();
  void show_present();

  HourlyVisitorsPtr report_;
  std::optional<Hour> picked_;
  TypicalWeek week_;
  ChoiceBar* measure_;
  WeekHeatmap* heatmap_;
  TypicalWeekChart* line_;
};

}  // namespace footfall
