#include "ui/pages/figures_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace footfall {
namespace {

constexpr double kValueScale = 1.6;
constexpr double kLabelScale = 0.85;
constexpr int kSpacing = 40;

}  // namespace

FiguresRow::FiguresRow(QWidget* parent) : QWidget(parent), row_(new QHBoxLayout(this)) {
  row_->setContentsMargins(0, 0, 0, 0);
  row_->setSpacing(kSpacing);
  row_->addStretch(1);
}

FiguresRow::Cell FiguresRow::make_cell() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  Cell cell{box, new QLabel(box), new QLabel(box)};
  for (QLabel* label : {cell.value, cell.label}) {
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
  }
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
    cells_[i].label->setText(label);
    cells_[i].box->setToolTip(figures[i].tooltip);
    cells_[i].value->setAccessibleName(figures[i].value + QLatin1Char(' ') + label);
  }
  apply_fonts();
}

void FiguresRow::apply_fonts() {
  if (applying_) return;
  const QScopedValueRollback applying(applying_, true);
  QFont large = font(), small = font();
  large.setPointSizeF(large.pointSizeF() * kValueScale);
  large.setWeight(QFont::DemiBold);
  small.setPointSizeF(small.pointSizeF() * kLabelScale);
  for (const Cell& cell : cells_) {
    cell.value->setFont(large);
    cell.label->setFont(small);
  }
}

void FiguresRow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) apply_fonts();
}

}  // namespace footfall
