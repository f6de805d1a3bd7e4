#pragma once

#include <functional>
#include <vector>

#include "ui/charts/plot_base.h"

namespace footfall {

/// CTR against CPA: a point for each campaign that has both, whose area is its spend; the largest
/// are named where there is room. Of very many those that spend most are shown. Single values far
/// beyond all others stand as triangles at the edge; the caption says where it is. The wheel zooms,
/// dragging moves, a double click shows all. A click picks a campaign.
class CampaignPoints : public PlotBase {
  Q_OBJECT
 public:
  struct Point {
    QString name;
    double cpa = 0;
    double ctr = 0;    ///< %
    double spend = 0;  ///< none negative
  };
  /// What stands under the pointer, below the name of a point.
  using Readout = std::function<QString(std::size_t point)>;
  static constexpr std::size_t kMostPoints = 5000;

  explicit CampaignPoints(const QString& name, QWidget* parent = nullptr);

  /// At most kMostPoints, those of more spend first; `all` campaigns there are, `without` a CPA.
  void set_points(std::vector<Point> points, std::size_t all, std::size_t without, Readout readout);
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  /// -1: none.
  void set_picked(int point);
  [[nodiscard]] int picked() const { return picked_; }
  /// Where a point is drawn, in pixels.
  [[nodiscard]] QPointF place(std::size_t point) const;
  [[nodiscard]] double radius(std::size_t point) const;
  /// The drawn names, in pixels.
  [[nodiscard]] const std::vector<QRectF>& label_rects() const { return label_rects_; }
  /// Where the axes end that are cut, if not at the highest value: CPA and CTR.
  [[nodiscard]] QPointF edge() const { return edge_; }
  void fill_menu(QMenu& menu) override;

 signals:
  void point_picked(int point);
  /// The menu of a point is about to open; what it gets now comes first.
  void menu_requested(QMenu* menu, int point);

 protected:
  void apply_style() override {}
  void show_full() override;
  void keep_view() override {}
  [[nodiscard]] QString shown_caption() const override;
  void point_at(const QPointF& position) override;
  void drop_cursor() override { cursor_ = -1; }
  void pick_at(const QPointF& position) override;
  void step_cursor(int by) override;
  void show_cursor() override;
  void pick_cursor() override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] bool at_edge(const Point& point) const;
  [[nodiscard]] bool in_view(std::size_t point) const;
  [[nodiscard]] int point_near(const QPointF& position) const;
  void zoom(double factor, const QPointF& around);
  void move_by(const QPointF& pixels);
  void show_point(int point, const QPointF& anchor);
  void draw_points(QCPPainter& painter);
  void draw_names(QCPPainter& painter);

  std::vector<Point> points_;
  Readout readout_of_;
  std::vector<QRectF> label_rects_;
  std::size_t all_ = 0;
  std::size_t without_ = 0;
  double most_spend_ = 0;
  double largest_ = 0;  // radius, px
  QPointF edge_;
  std::size_t beyond_ = 0;  // points that stand at the edge
  int picked_ = -1;
  int cursor_ = -1;
  std::optional<QPointF> dragged_;  // where the last move was
};

}  // namespace footfall
