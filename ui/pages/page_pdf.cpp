// A page of the window on pages of paper.
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/version.h"
#include "ui/charts/plot_base.h"
#include "ui/pages/page_document.h"

namespace footfall {
namespace {

constexpr int kDotsPerInch = 96;
constexpr qreal kCellGap = 10;
constexpr qreal kCellHigh = 3;  // above and below a text
constexpr int kLookedAtRows = 200;
constexpr int kFlowing = Qt::AlignLeft | Qt::AlignTop | Qt::TextWrapAnywhere;
const QColor kInk(0x1d, 0x21, 0x26);
const QColor kMuted(0x5f, 0x68, 0x72);
const QColor kRule(0xd9, 0xdd, 0xe2);

QFont font_of(qreal points, QFont::Weight weight = QFont::Normal) {
  QFont font = QGuiApplication::font();
  font.setPointSizeF(points);
  font.setWeight(weight);
  return font;
}

class Paper {
 public:
  Paper(const PageDocument& page, QIODevice& device) : page_(page), writer_(&device) {
    writer_.setResolution(kDotsPerInch);
    writer_.setPageSize(QPageSize(QPageSize::A4));
    writer_.setPageMargins({14, 14, 14, 14}, QPageLayout::Millimeter);
    writer_.setTitle(page.title);
    writer_.setCreator("Footfall " + QString::fromLatin1(kVersion));
  }

  bool draw() {
    if (!painter_.begin(&writer_)) return false;
    painter_.setMode(QCPPainter::pmVectorized);
    painter_.setMode(QCPPainter::pmNoCaching);
    width_ = writer_.width();
    foot_ = writer_.height() - line_height(small_) - 8;
    flow(font_of(16, QFont::DemiBold), kInk, page_.title);
    for (const QString& line : page_.lines) flow(small_, kMuted, line);
    y_ += 12;
    draw_figures();
    draw_charts();
    draw_table();
    draw_foot();
    return painter_.end();
  }

 private:
  [[nodiscard]] qreal line_height(const QFont& font) const {
    return QFontMetricsF(font, painter_.device()).height();
  }
  [[nodiscard]] qreal width_of(const QFont& font, const QString& text) const {
    return QFontMetricsF(font, painter_.device()).horizontalAdvance(text);
  }

  void text(const QFont& font, const QColor& ink, const QRectF& room, int flags,
            const QString& words) {
    painter_.setFont(font);
    painter_.setPen(ink);
    painter_.drawText(room, flags, words);
  }

  void flow(const QFont& font, const QColor& ink, const QString& words) {
    const QRectF room(0, y_, width_, foot_);
    const qreal height =
        QFontMetricsF(font, painter_.device()).boundingRect(room, kFlowing, words).height();
    text(font, ink, QRectF(0, y_, width_, height + 2), kFlowing, words);
    y_ += height + 2;
  }

  void draw_figures() {
    const QFont large = font_of(14, QFont::DemiBold);
    const qreal high = line_height(large) + line_height(small_);
    qreal x = 0;
    for (const FiguresRow::Figure& figure : page_.figures) {
      const qreal wide = std::min(
          width_, std::max(width_of(large, figure.value), width_of(small_, figure.label)) + 2);
      if (x > 0 && x + wide > width_) {
        x = 0;
        y_ += high + 8;
      }
      text(large, kInk, {x, y_, wide, line_height(large)}, Qt::AlignLeft, figure.value);
      text(small_, kMuted, {x, y_ + line_height(large), wide, line_height(small_)}, Qt::AlignLeft,
           figure.label);
      x += wide + 28;
    }
    if (!page_.figures.empty()) y_ += high + 14;
  }

  void draw_charts() {
    if (page_.charts.plots.empty()) return;
    // On the first page, whatever room is left; at most two thirds of it.
    y_ += paint_picture(page_.charts, painter_,
                        QRectF(0, y_, width_, std::max(foot_ - y_ - 40, foot_ / 3))) +
          14;
  }

  // As wide as the texts want, or in proportion where they have no room.
  void measure_columns() {
    widths_.clear();
    for (qsizetype i = 0; i < page_.headers.size(); ++i) {
      qreal wide = width_of(bold_, page_.headers[i]);
      for (std::size_t row = 0; row < page_.rows.size() && row < kLookedAtRows; ++row)
        wide = std::max(wide, width_of(small_, page_.rows[row][i]));
      widths_.push_back(wide + kCellGap);
    }
    const qreal all = std::accumulate(widths_.begin(), widths_.end(), qreal{0});
    for (qreal& wide : widths_) wide *= all > width_ ? width_ / all : 1;
    if (all < width_ && !widths_.empty()) widths_.front() += std::min(width_ - all, width_ / 4);
  }

  void draw_row(const QFont& font, const QColor& ink, const QStringList& cells) {
    const qreal high = line_height(font) + 2 * kCellHigh;
    const QFontMetricsF metrics(font, painter_.device());
    qreal x = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
      const auto at = static_cast<std::size_t>(i);
      const qreal room = widths_[at] - kCellGap;
      text(font, ink, {x, y_ + kCellHigh, room + 1, high},
           (page_.numeric[at] ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | Qt::TextSingleLine,
           metrics.elidedText(cells[i], Qt::ElideRight, room + 1));
      x += widths_[at];
    }
    y_ += high;
    painter_.setPen(QPen(kRule, 0.5));
    painter_.drawLine(QPointF(0, y_), QPointF(x, y_));
  }

  void draw_table() {
    if (page_.headers.isEmpty()) return;
    measure_columns();
    const qreal high = line_height(small_) + 2 * kCellHigh;
    if (y_ + 4 * high > foot_) next_page();
    flow(font_of(10, QFont::DemiBold), kInk, page_.table_words());
    draw_row(bold_, kInk, page_.headers);
    for (const QStringList& cells : page_.rows) {
      if (y_ + high > foot_) {
        next_page();
        draw_row(bold_, kInk, page_.headers);
      }
      draw_row(small_, kInk, cells);
    }
  }

  void next_page() {
    draw_foot();
    writer_.newPage();
    y_ = 0;
    ++number_;
  }
  void draw_foot() {
    const QRectF room(0, foot_ + 8, width_, line_height(small_));
    text(small_, kMuted, room, Qt::AlignLeft | Qt::TextSingleLine,
         page_.title + QStringLiteral(" \u00b7 Footfall ") + QString::fromLatin1(kVersion));
    text(small_, kMuted, room, Qt::AlignRight | Qt::TextSingleLine, QString::number(number_));
  }

  const PageDocument& page_;
  QPdfWriter writer_;
  QCPPainter painter_;
  const QFont small_ = font_of(8);
  const QFont bold_ = font_of(8, QFont::DemiBold);
  std::vector<qreal> widths_;
  qreal width_ = 0;
  qreal foot_ = 0;  // where the last line of a page begins
  qreal y_ = 0;
  int number_ = 1;
};

}  // namespace

bool write_pdf_pages(const PageDocument& page, QIODevice& device) {
  return Paper(page, device).draw();
}

}  // namespace footfall
