#include "ui/pages/figures_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/style/icons.h"
#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr double kLabelScale = 0.85;
constexpr int kMarkWidth = 22;
constexpr int kMarkGap = 4;
constexpr int kLeastLabel = 64;  // px
constexpr int kLabelStep = 8;

}  // namespace

const std::vector<FiguresRow::Density>& FiguresRow::densities() {
  static const std::vector<Density> all = {{40, 1.6}, {24, 1.6}, {16, 1.35}, {16, 1.1}};
  return all;
}

FiguresRow::FiguresRow(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(densities().front().spacing);
  row_->addStretch(1);
}

FiguresRow::Cell FiguresRow::make_cell() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  Cell cell{box, plain_label({}, box), plain_label({}, box), {}, new QToolButton(box)};
  for (QLabel* label : {cell.value, cell.label}) {
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  cell.mark->setIcon(icon("warning"));
  cell.mark->setIconSize({16, 16});
  cell.mark->setAutoRaise(true);
  cell.mark->setFixedSize(kMarkWidth, kMarkWidth);
  cell.mark->setObjectName("figure_mark");
  cell.mark->hide();
  connect(cell.mark, &QToolButton::clicked, this, &FiguresRow::mark_followed);
  auto* first = new QHBoxLayout;
  first->setSpacing(kMarkGap);
  first->addWidget(cell.value);
  first->addWidget(cell.mark);
  first->addStretch(1);
  column->addLayout(first);
  column->addWidget(cell.label);
  cell.label->setForegroundRole(QPalette::PlaceholderText);
  row_->insertWidget(static_cast<int>(cells_.size()), box);
  return cell;
}

void FiguresRow::set_figures(const std::vector<Figure>& figures, bool partial) {
  while (cells_.size() < figures.size()) cells_.push_back(make_cell());
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    cells_[i].box->setVisible(i < figures.size());
    if (i >= figures.size()) continue;
    const QString label = partial ? tr("%1 so far").arg(figures[i].label) : figures[i].label;
    cells_[i].value->setText(figures[i].value);
    cells_[i].words = label;
    cells_[i].box->setToolTip(plain_tooltip(figures[i].tooltip));
    cells_[i].mark->setVisible(!figures[i].mark.isEmpty());
    cells_[i].mark->setToolTip(figures[i].mark);
    cells_[i].mark->setAccessibleName(figures[i].mark);
    cells_[i].value->setAccessibleName(figures[i].value + QLatin1Char(' ') + label);
  }
  apply_density();
  updateGeometry();
}

std::vector<FiguresRow::Figure> FiguresRow::shown() const {
  std::vector<Figure> figures;
  for (const Cell& cell : cells_)
    if (!cell.box->isHidden()) figures.push_back({cell.value->text(), cell.words});
  return figures;
}

QFont FiguresRow::scaled_font(double scale) const {
  QFont scaled = font();
  scaled.setPointSizeF(scaled.pointSizeF() * scale);
  return scaled;
}

QFont FiguresRow::value_font(const Density& density) const {
  QFont large = scaled_font(density.value_scale);
  large.setWeight(QFont::DemiBold);
  return large;
}

int FiguresRow::width_at(const Density& density, int longest_label) const {
  const QFontMetrics values(value_font(density));
  const QFontMetrics labels(scaled_font(kLabelScale));
  int width = 0;
  for (const Cell& cell : cells_) {
    if (cell.box->isHidden()) continue;
    // Each is followed by a space, the last by the stretch.
    width += density.spacing + 2 +
             std::max(values.horizontalAdvance(cell.value->text()) +
                          (cell.mark->isHidden() ? 0 : kMarkGap + kMarkWidth),
                      std::min(labels.horizontalAdvance(cell.words), longest_label));
  }
  return width;
}

QSize FiguresRow::sizeHint() const {
  return {width_at(densities().front()), QWidget::sizeHint().height()};
}

QSize FiguresRow::minimumSizeHint() const {
  return {cutting_ ? 0 : least_width(), QWidget::minimumSizeHint().height()};
}

void FiguresRow::apply_density() {
  if (applying_) return;
  const QScopedValueRollback applying(applying_, true);
  const auto fits = [this](const Density& density) { return width_at(density) <= width(); };
  auto density = std::find_if(densities().begin(), densities().end(), fits);
  if (density == densities().end()) --density;
  row_->setSpacing(density->spacing);
  const QFont large = value_font(*density);
  const QFont small = scaled_font(kLabelScale);
  // Where even the closest has no room the longest labels are cut short.
  int longest = kLongestLabel;
  while (cutting_ && isVisible() && longest > kLeastLabel && width_at(*density, longest) > width())
    longest -= kLabelStep;
  for (const Cell& cell : cells_) {
    cell.value->setFont(large);
    cell.label->setFont(small);
    const int room = std::max(longest, QFontMetrics(large).horizontalAdvance(cell.value->text()));
    const QString shown = QFontMetrics(small).elidedText(cell.words, Qt::ElideRight, room);
    cell.label->setText(shown);
    cell.label->setToolTip(shown == cell.words ? QString() : plain_tooltip(cell.words));
  }
}

void FiguresRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) apply_density();
}

void FiguresRow::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  apply_density();
}

void FiguresRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  apply_density();
}

}  // namespace footfall
