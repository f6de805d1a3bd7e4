#include "ui/charts/campaign_points.h"

#include <QMenu>
#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/charts/axis_tickers.h"
#include "ui/charts/label_digits.h"
#include "ui/tables/number_text.h"

namespace footfall {
namespace {

constexpr double kPointHeadRoom = 1.06;
constexpr double kPointEdge = 1.03;  // where points stand that are beyond
constexpr double kFarBeyond = 2;     // times the percentile: the axis ends there
constexpr double kPointPercentile = 0.99;
constexpr std::size_t kFewPoints = 60;
constexpr double kLargestPoint = 16;    // px, of few points
constexpr double kLargestOfMany = 7;    // px
constexpr double kSmallestPoint = 2.5;  // px
constexpr double kPointReach = 6;       // px beyond a point where it is meant, too
constexpr std::size_t kMostNames = 12;
constexpr double kPointZoom = 1.25;
constexpr double kPointPan = 0.1;  // of the view, by key

// Where an axis ends: at the highest value, unless single ones are far beyond the others.
double axis_end(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double highest = values.back();
  const double usual = values[static_cast<std::size_t>(
      std::ceil(kPointPercentile * static_cast<double>(values.size() - 1)))];
  return usual > 0 && highest >= kFarBeyond * usual ? usual : highest;
}

}  // namespace

CampaignPoints::CampaignPoints(const QString& name, QWidget* parent) : PlotBase(name, parent) {
  xAxis->setTicker(QSharedPointer<NumberTicker>::create(false));
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(false, QStringLiteral(" %")));
  new PaintItem(this, QStringLiteral("main"),
                [this](QCPPainter& painter) { draw_points(painter); });
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_names(painter); });
}

void CampaignPoints::set_points(std::vector<Point> points, std::size_t all, std::size_t without,
                                Readout readout) {
  points_ = std::move(points);
  readout_of_ = std::move(readout);
  all_ = all;
  without_ = without;
  picked_ = cursor_ = -1;
  std::vector<double> costs, rates;
  most_spend_ = 0;
  for (const Point& point : points_) {
    costs.push_back(point.cpa);
    rates.push_back(point.ctr);
    most_spend_ = std::max(most_spend_, point.spend);
  }
  edge_ = {axis_end(std::move(costs)), axis_end(std::move(rates))};
  beyond_ = static_cast<std::size_t>(
      std::ranges::count_if(points_, [this](const Point& point) { return at_edge(point); }));
  const double many = std::sqrt(static_cast<double>(kFewPoints) /
                                static_cast<double>(std::max(points_.size(), kFewPoints)));
  largest_ = std::max(kLargestOfMany, kLargestPoint * many);
  data_changed();
}

bool CampaignPoints::at_edge(const Point& point) const {
  return point.cpa > edge_.x() || point.ctr > edge_.y();
}

void CampaignPoints::set_picked(int point) {
  picked_ = point;
  replot(rpQueuedReplot);
}

void CampaignPoints::show_full() {
  xAxis->setRange(0, (edge_.x() > 0 ? edge_.x() : 1) * kPointHeadRoom);
  yAxis->setRange(0, (edge_.y() > 0 ? edge_.y() : 1) * kPointHeadRoom);
}

QString CampaignPoints::shown_caption() const {
  QString text = caption();
  const auto add = [&text](const QString& part) { text += QStringLiteral(" · ") + part; };
  const auto count = [](std::size_t number) { return localized_number(number); };
  if (points_.size() + without_ < all_)
    add(tr("the %1 of %2 that spend most").arg(count(points_.size()), count(all_ - without_)));
  if (beyond_ > 0) add(tr("▲ %1 beyond the edge").arg(count(beyond_)));
  if (without_ > 0) add(tr("%1 without conversions have no place").arg(count(without_)));
  return text;
}

QPointF CampaignPoints::place(std::size_t point) const {
  const Point& of = points_[point];
  return {xAxis->coordToPixel(std::min(of.cpa, edge_.x() * kPointEdge)),
          yAxis->coordToPixel(std::min(of.ctr, edge_.y() * kPointEdge))};
}

double CampaignPoints::radius(std::size_t point) const {
  if (!(most_spend_ > 0)) return kSmallestPoint;
  return std::max(kSmallestPoint, largest_ * std::sqrt(points_[point].spend / most_spend_));
}

bool CampaignPoints::in_view(std::size_t point) const {
  return axisRect()->rect().adjusted(-1, -1, 1, 1).contains(place(point).toPoint());
}

// The nearest edge of a circle; of those that hold the pointer the smallest, which lies on top.
int CampaignPoints::point_near(const QPointF& position) const {
  int found = -1;
  double nearest = kPointReach, size = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < points_.size(); ++i) {
    if (!in_view(i)) continue;
    const QPointF away = place(i) - position;
    const double r = radius(i);
    const double outside = std::max(0.0, std::hypot(away.x(), away.y()) - r);
    if (outside > nearest || (outside == nearest && r >= size)) continue;
    found = static_cast<int>(i);
    nearest = outside;
    size = r;
  }
  return found;
}

void CampaignPoints::show_point(int point, const QPointF& anchor) {
  const auto at = static_cast<std::size_t>(point);
  set_readout(points_[at].name + QLatin1Char('\n') + readout_of_(at), anchor, std::nullopt);
}

void CampaignPoints::point_at(const QPointF& position) {
  const int before = cursor_;
  cursor_ = point_near(position);
  if (cursor_ != before) replot(rpQueuedReplot);
  if (cursor_ < 0) return clear_readout();
  show_point(cursor_, position);
}

void CampaignPoints::pick_at(const QPointF& position) {
  if (const int point = point_near(position); point >= 0) emit point_picked(point);
}

void CampaignPoints::pick_cursor() {
  if (cursor_ >= 0) emit point_picked(cursor_);
}

// From the one that spends most to the others.
void CampaignPoints::step_cursor(int by) {
  if (points_.empty()) return;
  const int last = static_cast<int>(points_.size()) - 1;
  cursor_ = std::clamp(cursor_ + by, 0, last);
  if (!in_view(static_cast<std::size_t>(cursor_))) fit();
  show_cursor();
  replot(rpQueuedReplot);
}

void CampaignPoints::show_cursor() {
  if (cursor_ < 0 || !in_view(static_cast<std::size_t>(cursor_))) return;
  show_point(cursor_, place(static_cast<std::size_t>(cursor_)));
}

void CampaignPoints::fill_menu(QMenu& menu) {
  if (cursor_ >= 0) emit menu_requested(&menu, cursor_);
  if (!menu.isEmpty()) menu.addSeparator();
  if (!fitted()) menu.addAction(tr("Show &all"), this, [this] { fit(); });
  PlotBase::fill_menu(menu);
}

// Around a place, which stays where it is; never below 0, never wider than all.
void CampaignPoints::zoom(double factor, const QPointF& around) {
  const auto scale = [&](QCPAxis* axis, double center, double end) {
    const QCPRange range = axis->range();
    const double size = std::min(range.size() * factor, end);
    const double from =
        std::clamp(center - (center - range.lower) * size / range.size(), 0.0, end - size);
    axis->setRange(from, from + size);
    return size >= end;
  };
  const double wide = (edge_.x() > 0 ? edge_.x() : 1) * kPointHeadRoom,
               high = (edge_.y() > 0 ? edge_.y() : 1) * kPointHeadRoom;
  const bool all_x = scale(xAxis, xAxis->pixelToCoord(around.x()), wide);
  const bool all_y = scale(yAxis, yAxis->pixelToCoord(around.y()), high);
  set_fitted(all_x && all_y);
  view_moved();
}

void CampaignPoints::move_by(const QPointF& pixels) {
  const auto move = [](QCPAxis* axis, double from, double to, double end) {
    const QCPRange range = axis->range();
    const double by = axis->pixelToCoord(from) - axis->pixelToCoord(to);
    const double lower = std::clamp(range.lower + by, 0.0, std::max(0.0, end - range.size()));
    axis->setRange(lower, lower + range.size());
  };
  if (fitted()) return;
  move(xAxis, 0, pixels.x(), edge_.x() * kPointHeadRoom);
  move(yAxis, 0, pixels.y(), edge_.y() * kPointHeadRoom);
  view_moved();
}

void CampaignPoints::wheelEvent(QWheelEvent* event) {
  event->accept();
  if (points_.empty() || event->angleDelta().y() == 0) return;
  zoom(std::pow(kPointZoom, -event->angleDelta().y() / 120.0), event->position());
}

void CampaignPoints::mousePressEvent(QMouseEvent* event) {
  PlotBase::mousePressEvent(event);
  if (event->button() == Qt::LeftButton || event->button() == Qt::MiddleButton)
    dragged_ = event->position();
}

void CampaignPoints::mouseMoveEvent(QMouseEvent* event) {
  if (dragged_ && !is_click(*event)) move_by(event->position() - *dragged_);
  if (dragged_) dragged_ = event->position();
  PlotBase::mouseMoveEvent(event);
}

void CampaignPoints::mouseReleaseEvent(QMouseEvent* event) {
  dragged_.reset();
  PlotBase::mouseReleaseEvent(event);
}

void CampaignPoints::keyPressEvent(QKeyEvent* event) {
  const QPointF center = axisRect()->center();
  const bool pans = event->modifiers().testFlag(Qt::ControlModifier);
  const double right = axisRect()->width() * kPointPan, down = axisRect()->height() * kPointPan;
  switch (event->key()) {
    case Qt::Key_Plus:
      return zoom(1 / kPointZoom, center);
    case Qt::Key_Minus:
      return zoom(kPointZoom, center);
    case Qt::Key_Left:
    case Qt::Key_Right:
      if (!pans) break;
      return move_by({event->key() == Qt::Key_Left ? right : -right, 0});
    case Qt::Key_Up:
    case Qt::Key_Down:
      return move_by({0, event->key() == Qt::Key_Up ? down : -down});
    default:
      break;
  }
  PlotBase::keyPressEvent(event);
}

void CampaignPoints::draw_points(QCPPainter& painter) {
  painter.setAntialiasing(true);
  painter.setClipRect(axisRect()->rect().adjusted(-2, -2, 2, 2));
  const QColor color = colors().series[0];
  QColor fill = color;
  // Where many lie above each other single ones still shine through.
  fill.setAlphaF(points_.size() > kFewPoints ? 0.28F : 0.42F);
  QColor edge = color;
  edge.setAlphaF(0.75F);
  const auto draw = [&](std::size_t i) {
    const QPointF at = place(i);
    const double r = radius(i);
    if (!at_edge(points_[i])) return painter.drawEllipse(at, r, r);
    const double half = std::max(4.0, r);
    painter.drawPolygon(QPolygonF(
        {at + QPointF(0, -half), at + QPointF(half, half * 0.8), at + QPointF(-half, half * 0.8)}));
  };
  painter.setPen(QPen(edge, 1));
  painter.setBrush(fill);
  // Those that spend most come first, so that the small ones lie on top.
  for (std::size_t i = 0; i < points_.size(); ++i)
    if (in_view(i)) draw(i);
  for (const int marked : {cursor_, picked_}) {
    if (marked < 0 || !in_view(static_cast<std::size_t>(marked))) continue;
    painter.setPen(
        QPen(marked == picked_ ? colors().series[1] : colors().text, marked == picked_ ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    draw(static_cast<std::size_t>(marked));
  }
  painter.setClipping(false);
}

// Of the picked campaign and of those that spend most, beside their points.
void CampaignPoints::draw_names(QCPPainter& painter) {
  label_rects_.clear();
  painter.setFont(small_font());
  const QFontMetrics metrics(painter.font());
  const QRectF plot = axisRect()->rect();
  std::vector<std::size_t> named;
  if (picked_ >= 0) named.push_back(static_cast<std::size_t>(picked_));
  for (std::size_t i = 0; i < points_.size() && named.size() < kMostNames; ++i)
    if (static_cast<int>(i) != picked_ && in_view(i)) named.push_back(i);
  // Among very many points no name can be read.
  const auto covers_point = [&](const QRectF& rect) {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      const double r = radius(i);
      const QPointF at = place(i);
      if (rect.adjusted(-r, -r, r, r).contains(at)) return true;
    }
    return false;
  };
  for (const std::size_t i : named) {
    if (!in_view(i)) continue;
    const QString name = metrics.elidedText(points_[i].name, Qt::ElideMiddle, 140);
    const QPointF at = place(i);
    const QSizeF size(metrics.horizontalAdvance(name), metrics.height());
    const double aside = radius(i) + 4;
    for (const double x : {at.x() + aside, at.x() - aside - size.width()}) {
      const QRectF rect(QPointF(x, at.y() - size.height() / 2), size);
      const bool free = plot.contains(rect) &&
                        (static_cast<int>(i) == picked_ || !covers_point(rect)) &&
                        std::ranges::none_of(label_rects_, [&](const QRectF& other) {
                          return other.adjusted(-4, -1, 4, 1).intersects(rect);
                        });
      if (!free) continue;
      painter.setPen(static_cast<int>(i) == picked_ ? colors().text : colors().muted);
      painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, name);
      label_rects_.push_back(rect);
      break;
    }
  }
  // What the axis below measures, at its end.
  painter.setPen(colors().muted);
  const QString unit = tr("CPA →");
  painter.drawText(QRectF(plot.right() - metrics.horizontalAdvance(unit) - 4,
                          plot.bottom() - metrics.height() - 2, metrics.horizontalAdvance(unit),
                          metrics.height()),
                   Qt::AlignCenter | Qt::TextDontClip, unit);
}

}  // namespace footfall
