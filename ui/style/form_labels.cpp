#include "ui/style/form_labels.h"

#include <QFormLayout>
#include <QLabel>
#include <algorithm>

namespace footfall {
namespace {

constexpr int kTallestLine = 44;  // a field above it has several lines, and its label stands at top
constexpr int kLine = 28;

}  // namespace

void align_form_labels(QFormLayout& form) {
  for (int row = 0; row < form.rowCount(); ++row) {
    const QLayoutItem* label = form.itemAt(row, QFormLayout::LabelRole);
    const QLayoutItem* field = form.itemAt(row, QFormLayout::FieldRole);
    auto* text = label ? qobject_cast<QLabel*>(label->widget()) : nullptr;
    if (!text || !field) continue;
    const int height = field->sizeHint().height();
    text->setMinimumHeight(height <= kTallestLine ? height : kLine);
    text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  }
}

}  // namespace footfall
