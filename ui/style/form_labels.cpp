#include "ui/style/form_labels.h"

#include <QFormLayout>
#include <QLabel>
#include <algorithm>

#include "ui/style/plain_text.h"

namespace footfall {
namespace {

constexpr int kTallestLine = 44;  // a field above it has several lines, and its label stands at top
constexpr int kLine = 28;

}  // namespace

QLabel* section_title(const QString& text) {
  auto* label = plain_label(text);
  QFont font = label->font();
  font.setWeight(QFont::DemiBold);
  label->setFont(font);
  return label;
}

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
