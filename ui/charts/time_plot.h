#pragma once

#include <optional>
#include <utility>

#include "model/report/filter.h"
#include "ui/charts/plot_base.h"

namespace footfall {

/// A chart over time. The view is a stretch of time; the value axis follows it. The wheel zooms
/// time around the pointer, with Shift it pans, as dragging with the middle button does. Dragging
/// with the left button marks a range and offers at its end to zoom there, to show only this time
/// everywhere, or where the page can to say what made it. Keys: + and - zoom, Ctrl+arrows pan,
/// Shift+arrows mark, Enter opens the mark's menu.
class TimePlot : public PlotBase {
  Q_OBJECT
 public:
  explicit TimePlot(const QString& name, QWidget* parent = nullptr);

  void fill_menu(QMenu& menu) override;
  /// The marked range, in coordinates.
  [[nodiscard]] const std::optional<QCPRange>& mark() const { return mark_; }
  /// The range of time that holds what the chart shows within a range of coordinates: the first end
  /// is included, the second is not. None where it shows nothing there.
  using Bounds = std::pair<TimeBound, TimeBound>;
  /// Whether time_asked() is offered for a mark.
  void offer_causes(bool offers) { offers_causes_ = offers; }
  [[nodiscard]] virtual std::optional<Bounds> bounds_of(const QCPRange& range) const = 0;

  /// What is in view, in whole coordinates; none where that is everything. And back: of a range
  /// that lies outside of what there is, everything. No view_chosen() follows.
  [[nodiscard]] std::optional<QCPRange> zoomed() const;
  void set_zoomed(const std::optional<QCPRange>& range);

 signals:
  /// Show only this time.
  void time_chosen(const footfall::TimeBound& from, const footfall::TimeBound& to);
  /// Say what made this time.
  void time_asked(const footfall::TimeBound& from, const footfall::TimeBound& to);

 protected:
  [[nodiscard]] virtual QCPRange full_span() const = 0;
  /// What the value axis has to show while this stretch of time is in view.
  [[nodiscard]] virtual QCPRange values_of(const QCPRange& span) const = 0;
  /// The view has another range, before the values follow.
  virtual void span_changed() {}
  /// The range that a mark between two coordinates means.
  [[nodiscard]] virtual QCPRange snapped(const QCPRange& range) const = 0;
  /// A range in words.
  [[nodiscard]] virtual QString range_text(const QCPRange& range) const = 0;
  /// The coordinate of the keyboard's cursor.
  [[nodiscard]] virtual std::optional<double> cursor_key() const = 0;

  void set_least_span(double span) { least_span_ = span; }
  /// Moves the view so far that `key` is in it.
  void bring_into_view(double key);

  void show_full() override;
  void keep_view() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;

 private:
  enum class Drag { none, mark, pan };
  void set_span(const QCPRange& wanted);
  void choose_view(const QCPRange& range);
  void zoom(double factor, double around);
  void zoom_by_key(double factor);
  void pan(double share);
  void mark_between(double from, double to);
  void mark_by_key(int by);
  void clear_mark();
  void open_mark_menu(const QPoint& at);
  void draw_mark(QCPPainter& painter) const;

  double least_span_ = 1;
  bool offers_causes_ = false;
  bool setting_ = false;
  Drag drag_ = Drag::none;
  double drag_x_ = 0;     // px
  QCPRange drag_span_;    // the view when the drag began
  double mark_from_ = 0;  // where the mark began
  std::optional<QCPRange> mark_;
};

}  // namespace footfall
