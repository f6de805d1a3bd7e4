#include "ui/tables/small_line.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

#include "model/report/compared_tables.h"
#include "ui/charts/time_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

struct SmallLineWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::SmallLineWords)
};

constexpr qreal kPen = 1.3;
constexpr qreal kDot = 1.9;
constexpr qreal kFill = 0.14;

const PageTotalsTable* totals_behind(const Table& table) {
  const auto* const compared = dynamic_cast<const ComparedTable*>(&table);
  return dynamic_cast<const PageTotalsTable*>(compared ? &compared->present() : &table);
}

QString title_of(const Stretches& stretches) {
  switch (stretches.step) {
    case Step::hour:
      return SmallLineWords::tr("Visitors by hour");
    case Step::day:
      return SmallLineWords::tr("Visitors by day");
    default:
      return stretches.steps == 1 ? SmallLineWords::tr("Visitors by week")
                                  : SmallLineWords::tr("Visitors by %1 weeks")
                                        .arg(localized_number(std::uint64_t{stretches.steps}));
  }
}

}  // namespace

bool is_small_line(const Column& column) { return column.name == kLineColumn; }

std::optional<SmallLine> small_line_of(const Table& table, std::size_t row) {
  const PageTotalsTable* const pages = totals_behind(table);
  if (pages == nullptr) return std::nullopt;
  if (const auto* const compared = dynamic_cast<const ComparedTable*>(&table)) {
    row = compared->matched(row).now;
    if (row == kNoRow) return std::nullopt;
  }
  return SmallLine{&pages->totals(), pages->totals().line(row)};
}

QString small_line_title(const Table& table) {
  const PageTotalsTable* const pages = totals_behind(table);
  return pages ? title_of(pages->totals().stretches) : QString();
}

QString small_line_words(const SmallLine& line) {
  const Stretches& stretches = line.of->stretches;
  const PageTotals::Point* const highest = highest_point(line.points);
  if (highest == nullptr) return {};
  const Day first = local_day(*stretches.begins.front());
  const Day last = local_day(*stretches.begins.back());
  return SmallLineWords::tr("%1: highest %2 (%3)")
      .arg(title_of(stretches), localized_number(std::uint64_t{highest->visitors}),
           step_text(stretches.step, *stretches.begins[highest->stretch], line.of->utc,
                     in_several_years(first, last)));
}

void draw_small_line(QPainter& painter, const QRect& rect, const SmallLine& line,
                     const QColor& color) {
  const PageTotals::Point* const highest = highest_point(line.points);
  if (highest == nullptr) return;
  const auto& begins = line.of->stretches.begins;
  const QRectF area = QRectF(rect).adjusted(kDot, kDot, -kDot, -kDot);
  const auto place = [&](std::size_t stretch, std::uint32_t visitors) {
    const qreal x = begins.size() > 1
                        ? static_cast<qreal>(stretch) / static_cast<qreal>(begins.size() - 1)
                        : 0.5;
    return QPointF(area.left() + x * area.width(),
                   area.bottom() - visitors * area.height() / highest->visitors);
  };
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  QColor fill = color;
  fill.setAlphaF(static_cast<float>(kFill));
  QPolygonF piece;
  const auto draw_piece = [&] {
    if (piece.isEmpty()) return;
    if (piece.size() == 1) {  // alone between gaps
      painter.setPen(Qt::NoPen);
      painter.setBrush(color);
      if (piece.first().y() < area.bottom()) painter.drawEllipse(piece.first(), kPen, kPen);
      return piece.clear();
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    QPolygonF below = piece;
    below << QPointF(piece.last().x(), area.bottom()) << QPointF(piece.first().x(), area.bottom());
    painter.drawPolygon(below);
    painter.setPen(QPen(color, kPen));
    painter.drawPolyline(piece);
    piece.clear();
  };
  auto point = line.points.begin();
  for (std::size_t stretch = 0; stretch < begins.size(); ++stretch) {
    if (!begins[stretch]) {
      draw_piece();
      continue;
    }
    const bool has = point != line.points.end() && point->stretch == stretch;
    piece << place(stretch, has ? (point++)->visitors : 0);
  }
  draw_piece();
  painter.setPen(Qt::NoPen);
  painter.setBrush(color);
  painter.drawEllipse(place(highest->stretch, highest->visitors), kDot, kDot);
  painter.restore();
}

}  // namespace footfall
