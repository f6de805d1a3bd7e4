#include "ui/charts/spread_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/axis_tickers.h"
#include "ui/share_words.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr std::uint64_t kTenth = 100;  // thousandths
constexpr double kTenthDot = 3.5;      // px
constexpr double kSpreadRoom = 106;    // percent

QString usd_text(const WideDecimal& millionths) {
  std::string text;
  append_fixed(text, millionths, 6, 6);
  return cell_text({"spend_usd", ColumnKind::amount}, text);
}

// Never none or all where it is not.
QString share_of(const WideDecimal& part, const WideDecimal& all) {
  constexpr std::uint64_t kFine = 1'000'000'000;
  const WideDecimal fine = WideDecimal::divide(part * WideDecimal(Int128{kFine}), all).quotient;
  return share_words(std::max<std::uint64_t>(fine.word(0), 1), kFine);
}

}  // namespace

SpreadChart::SpreadChart(QWidget* parent)
    : PlotBase(tr("How spend is spread"), parent), line_(addGraph()), even_(addGraph()) {
  xAxis->setTicker(QSharedPointer<NumberTicker>::create(false, QStringLiteral(" %")));
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(false, QStringLiteral(" %")));
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_tenth(painter); });
}

void SpreadChart::set_spread(const SpendSpreadPtr& spread) {
  spread_ = spread && !spread->points.empty() ? spread : nullptr;
  cursor_.reset();
  QVector<QCPGraphData> line, even;
  if (spread_) {
    line.append({0, 0});
    for (std::size_t i = 0; i < spread_->points.size(); ++i)
      line.append({share(i), spend_share(i)});
    even = {{0, 0}, {100, 100}};
  }
  line_->data()->set(line, true);
  even_->data()->set(even, true);
  set_caption(spread_ ? tr("Share of spend (%) by the share of customers who spend most")
                      : QString());
  data_changed();
}

QString SpreadChart::sentence(const SpendSpread& spread) {
  QStringList words;
  if (spread.customers() > 0) {
    const SpendSpread::Point& top = spread.top(kTenth);
    words << tr("The top 10 % of customers (%1 of %2) make %3 of spend.")
                 .arg(localized_number(top.customers), localized_number(spread.customers()),
                      share_of(top.spend, spread.points.back().spend));
  } else {
    words << tr("No customer spent more than 0.");
  }
  if (spread.without > 0)
    words << tr("%1 customers without spend are left out.", nullptr, plural(spread.without))
                 .arg(localized_number(spread.without));
  if (spread.below > 0)
    words << tr("%1 customers with spend below 0 (%2 USD) are left out.", nullptr,
                plural(spread.below))
                 .arg(localized_number(spread.below), usd_text(spread.spend_below));
  return words.join(QLatin1Char(' '));
}

double SpreadChart::share(std::size_t point) const {
  return 100.0 * static_cast<double>(spread_->points[point].customers) /
         static_cast<double>(spread_->customers());
}

double SpreadChart::spend_share(std::size_t point) const {
  return 100.0 * spread_->points[point].spend.to_double() /
         spread_->points.back().spend.to_double();
}

void SpreadChart::apply_style() {
  line_->setPen(QPen(colors().series[2], 1));
  line_->setBrush(colors().fill(2));
  even_->setPen(QPen(colors().axis, 1, Qt::DashLine));
}

void SpreadChart::show_full() {
  xAxis->setRange(0, 101);  // with the last tick
  yAxis->setRange(0, kSpreadRoom);
}

void SpreadChart::show_point(std::size_t point, std::optional<double> y) {
  const SpendSpread::Point& of = spread_->points[point];
  const double x = xAxis->coordToPixel(share(point));
  const QString text =
      tr("top %1 · %2 customers", nullptr, plural(of.customers))
          .arg(share_words(of.customers, spread_->customers()), localized_number(of.customers)) +
      QLatin1Char('\n') + tr("%1 of spend").arg(share_of(of.spend, spread_->points.back().spend)) +
      QLatin1Char('\n') + tr("%1 USD").arg(usd_text(of.spend));
  set_readout(text, QPointF(x, y ? *y : yAxis->coordToPixel(spend_share(point))), x);
}

void SpreadChart::point_at(const QPointF& position) {
  if (!spread_) return clear_readout();
  const double percent = std::clamp(xAxis->pixelToCoord(position.x()), 0.0, 100.0);
  const double wanted = percent / 100 * static_cast<double>(spread_->customers());
  const auto at = std::ranges::lower_bound(
      spread_->points, wanted, {},
      [](const SpendSpread::Point& point) { return static_cast<double>(point.customers); });
  cursor_ = static_cast<std::size_t>(
      std::min<std::ptrdiff_t>(at - spread_->points.begin(), std::ssize(spread_->points) - 1));
  show_point(*cursor_, position.y());
}

void SpreadChart::step_cursor(int by) {
  if (!spread_) return;
  const auto last = std::ssize(spread_->points) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) + by : by > 0 ? 0 : last;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from, 0, last));
  show_point(*cursor_, std::nullopt);
}

void SpreadChart::show_cursor() {
  if (spread_ && cursor_) show_point(*cursor_, std::nullopt);
}

// The top tenth, which the sentence speaks of.
void SpreadChart::draw_tenth(QCPPainter& painter) const {
  if (!spread_) return;
  const auto at = static_cast<std::size_t>(&spread_->top(kTenth) - spread_->points.data());
  const QPointF dot(xAxis->coordToPixel(share(at)), yAxis->coordToPixel(spend_share(at)));
  painter.setAntialiasing(true);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colors().series[2]);
  painter.drawEllipse(dot, kTenthDot, kTenthDot);
  painter.setFont(small_font());
  painter.setPen(colors().text);
  const QString words =
      tr("top 10 %: %1").arg(share_of(spread_->points[at].spend, spread_->points.back().spend));
  const QFontMetrics metrics = painter.fontMetrics();
  QRectF label(dot + QPointF(8, 4), QSizeF(metrics.horizontalAdvance(words), metrics.height()));
  if (label.right() > axisRect()->right()) label.moveRight(dot.x() - 8);
  painter.drawText(label, Qt::AlignCenter | Qt::TextDontClip, words);
}

}  // namespace footfall
