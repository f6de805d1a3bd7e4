#include "ui/charts/ticket_chart.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/axis_tickers.h"
#include "ui/share_words.h"
#include "ui/tables/column_text.h"
#include "ui/tables/number_text.h"
#include "ui/words.h"

namespace footfall {
namespace {

constexpr double kTicketBar = 0.9;  // of the width
constexpr double kAboveGap = 0.5;   // of the width, before those above
constexpr double kTicketRoom = 1.1;
constexpr double kTicketUnit = 1e6;

QString ticket_text(const WideDecimal& millionths) {
  std::string text;
  append_fixed(text, millionths, 6, 6);
  return localized_number(shortened_number(text, 2));
}

WideDecimal times(const WideDecimal& width, std::size_t count) {
  return width * WideDecimal(Int128{static_cast<std::int64_t>(count)});
}

}  // namespace

TicketChart::TicketChart(QWidget* parent)
    : PlotBase(tr("Average tickets"), parent),
      plot_(new QCPBars(xAxis, yAxis)),
      above_(new QCPBars(xAxis, yAxis)) {
  xAxis->setTicker(QSharedPointer<NumberTicker>::create(false));
  yAxis->setTicker(QSharedPointer<NumberTicker>::create(true));
  for (QCPBars* bars : {plot_, above_}) bars->setAntialiased(false);
  new PaintItem(this, QStringLiteral("axes"), [this](QCPPainter& painter) { draw_above(painter); });
}

void TicketChart::set_histogram(const TicketHistogramPtr& histogram) {
  histogram_ = histogram && !histogram->bars.empty() ? histogram : nullptr;
  cursor_.reset();
  QVector<QCPBarsData> drawn, above;
  if (histogram_) {
    width_ = histogram_->width.to_double() / kTicketUnit;
    for (std::size_t bar = 0; bar < bars(); ++bar)
      (bar < histogram_->bars.size() ? drawn : above)
          .append({middle(bar), static_cast<double>(customers(bar))});
  }
  plot_->data()->set(drawn, true);
  above_->data()->set(above, true);
  for (QCPBars* bars : {plot_, above_}) bars->setWidth(kTicketBar * width_);
  set_caption(histogram_ ? tr("Customers by their average ticket (USD) · %1 wide each")
                               .arg(ticket_text(histogram_->width))
                         : QString());
  data_changed();
}

QString TicketChart::sentence(const TicketHistogram& histogram) {
  QStringList words;
  if (histogram.customers > 0)
    words << tr("Each customer counts once, with the average of the checkouts above 0: %1 have "
                "one, half of them up to %2 USD.",
                nullptr, plural(histogram.customers))
                 .arg(localized_number(histogram.customers), ticket_text(histogram.median));
  else
    words << tr("No customer has a checkout above 0.");
  if (histogram.customers > 0 && histogram.without > 0)
    words << tr("%1 have none.", nullptr, plural(histogram.without))
                 .arg(localized_number(histogram.without));
  return words.join(QLatin1Char(' '));
}

std::size_t TicketChart::bars() const {
  return histogram_ ? histogram_->bars.size() + (histogram_->above > 0 ? 1 : 0) : 0;
}

std::uint64_t TicketChart::customers(std::size_t bar) const {
  return bar < histogram_->bars.size() ? histogram_->bars[bar] : histogram_->above;
}

double TicketChart::middle(std::size_t bar) const {
  const double gap = bar < histogram_->bars.size() ? 0 : kAboveGap;
  return (static_cast<double>(bar) + 0.5 + gap) * width_;
}

void TicketChart::apply_style() {
  for (QCPBars* bars : {plot_, above_}) bars->setPen(Qt::NoPen);
  plot_->setBrush(colors().bar(2));
  above_->setBrush(colors().axis);
}

void TicketChart::show_full() {
  const std::size_t count = std::max<std::size_t>(bars(), 1);
  std::uint64_t highest = 1;
  for (std::size_t bar = 0; bar < bars(); ++bar) highest = std::max(highest, customers(bar));
  const bool above = histogram_ && histogram_->above > 0;
  xAxis->setRange(0, (static_cast<double>(count) + (above ? kAboveGap : 0)) * width_);
  yAxis->setRange(0, static_cast<double>(highest) * kTicketRoom);
}

std::optional<std::size_t> TicketChart::bar_at(double x) const {
  const double place = xAxis->pixelToCoord(x) / width_;
  if (bars() == 0 || place < 0) return std::nullopt;
  const auto regular = static_cast<double>(histogram_->bars.size());
  if (place < regular) return static_cast<std::size_t>(place);
  if (histogram_->above > 0 && place >= regular + kAboveGap) return histogram_->bars.size();
  return std::nullopt;
}

void TicketChart::show_bar(std::size_t bar, std::optional<double> y) {
  const double x = xAxis->coordToPixel(middle(bar));
  const QString from = ticket_text(times(histogram_->width, bar));
  const QString text =
      (bar < histogram_->bars.size()
           ? tr("%1 to below %2 USD").arg(from, ticket_text(times(histogram_->width, bar + 1)))
           : tr("%1 USD and more").arg(from)) +
      QLatin1Char('\n') +
      tr("%1 customers", nullptr, plural(customers(bar))).arg(localized_number(customers(bar))) +
      QLatin1Char('\n') +
      tr("%1 of those with a ticket").arg(share_words(customers(bar), histogram_->customers));
  set_readout(text, QPointF(x, y ? *y : yAxis->coordToPixel(static_cast<double>(customers(bar)))),
              x);
}

void TicketChart::point_at(const QPointF& position) {
  cursor_ = bar_at(position.x());
  if (!cursor_) return clear_readout();
  show_bar(*cursor_, position.y());
}

void TicketChart::pick_at(const QPointF& position) {
  if (const auto bar = bar_at(position.x())) emit bar_picked(*bar);
}

void TicketChart::step_cursor(int by) {
  if (bars() == 0) return;
  const auto last = static_cast<std::ptrdiff_t>(bars()) - 1;
  const auto from = cursor_ ? static_cast<std::ptrdiff_t>(*cursor_) + by : by > 0 ? 0 : last;
  cursor_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from, 0, last));
  show_bar(*cursor_, std::nullopt);
}

void TicketChart::show_cursor() {
  if (cursor_ && *cursor_ < bars()) show_bar(*cursor_, std::nullopt);
}

void TicketChart::pick_cursor() {
  if (cursor_ && *cursor_ < bars()) emit bar_picked(*cursor_);
}

// "≥ 200" over the bar of those above.
void TicketChart::draw_above(QCPPainter& painter) const {
  if (!histogram_ || histogram_->above == 0) return;
  const std::size_t bar = histogram_->bars.size();
  painter.setFont(small_font());
  painter.setPen(colors().muted);
  const QString words = QStringLiteral("≥ ") + ticket_text(times(histogram_->width, bar));
  const QFontMetrics metrics = painter.fontMetrics();
  QRectF label(QPointF(), QSizeF(metrics.horizontalAdvance(words), metrics.height()));
  label.moveCenter({xAxis->coordToPixel(middle(bar)), 0});
  label.moveBottom(yAxis->coordToPixel(static_cast<double>(histogram_->above)) - 2);
  if (label.right() > viewport().right()) label.moveRight(viewport().right());
  painter.drawText(label, Qt::AlignCenter | Qt::TextDontClip, words);
}

}  // namespace footfall
