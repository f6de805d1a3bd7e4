#include "ui/frame/wrapped_label.h"

#include <QPainter>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "ui/style/theme.h"

namespace footfall {
namespace {

constexpr int kWishedLetters = 32;
constexpr int kLeastLetters = 8;
constexpr int kLettersToBreak = 8;

// Lays out line by line and gives each to `take`; returns the height.
template <class Take>
qreal lay_out(const QString& text, const QFont& font, int width, const Take& take) {
  qreal y = 0;
  for (const QString& paragraph : text.split('\n')) {
    QTextLayout layout(paragraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      line.setLineWidth(std::max(1, width));
      line.setPosition({0, y});
      y += line.height();
    }
    layout.endLayout();
    take(layout);
  }
  return y;
}

}  // namespace

WrappedLabel::WrappedLabel(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::PlainText);
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void WrappedLabel::set_error(bool error) {
  error_ = error;
  update();
}

int WrappedLabel::heightForWidth(int width) const {
  return static_cast<int>(std::ceil(lay_out(text(), font(), width, [](const QTextLayout&) {})));
}

QSize WrappedLabel::sizeHint() const {
  const int width = kWishedLetters * fontMetrics().averageCharWidth();
  return {width, heightForWidth(width)};
}

QSize WrappedLabel::minimumSizeHint() const {
  return {kLeastLetters * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

void WrappedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setPen(error_ ? signal_color(palette(), Signal::error)
                        : palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled,
                                          foregroundRole()));
  const int height = heightForWidth(width());
  const QPointF top(0, std::max(0, (this->height() - height) / 2));
  lay_out(text(), font(), width(), [&](const QTextLayout& layout) { layout.draw(&painter, top); });
}

QString breakable_html(const QString& plain) {
  QString html;
  int letters = 0;
  for (const QChar c : plain) {
    html += QString(c).toHtmlEscaped();
    letters = c.isSpace() ? 0 : letters + 1;
    const bool pair = c.isHighSurrogate();
    if (!pair && letters > 0 && (letters % kLettersToBreak == 0 || c.isPunct()))
      html += QChar(0x200b);  // zero-width space
  }
  return html;
}

}  // namespace footfall
