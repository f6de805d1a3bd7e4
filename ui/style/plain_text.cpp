#include "ui/style/plain_text.h"

#include <QLabel>
#include <QTextDocument>
#include <algorithm>

namespace footfall {
namespace {

constexpr char16_t kWordJoiner = 0x2060;

// Controls, marks and overrides of direction, separators of lines, and what has no width. The two
// joiners (U+200C, U+200D) stay: words of several scripts and emoji need them.
bool is_unseen(char16_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E ||
         c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

void append_symbol(QString& out, char16_t c) {
  if (c < 0x20)
    out += QChar(static_cast<char16_t>(0x2400 + c));
  else if (c == 0x7F)
    out += QChar(char16_t{0x2421});
  else
    out += QStringLiteral("[U+%1]").arg(QString::number(c, 16).toUpper(), 4, QLatin1Char('0'));
}

QString visible(const QString& text, bool keep_lines) {
  const auto unseen = [keep_lines](QChar c) {
    return is_unseen(c.unicode()) && !(keep_lines && c == QLatin1Char('\n'));
  };
  if (std::none_of(text.begin(), text.end(), unseen)) return text;
  QString shown;
  for (const QChar c : text) {
    if (unseen(c))
      append_symbol(shown, c.unicode());
    else
      shown += c;
  }
  return shown;
}

}  // namespace

QString visible_text(const QString& text) { return visible(text, false); }

QString visible_text(std::string_view bytes) {
  return visible(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())), false);
}

QString visible_lines(const QString& text) { return visible(text, true); }

QString plain_tooltip(const QString& text) {
  if (!Qt::mightBeRichText(text)) return text;
  // Tooltips know no format, Qt guesses it. Escaping would show "&lt;" where the guess is "plain";
  // a character without width behind each mark makes it no markup and leaves its looks.
  QString plain = text;
  plain.replace(QLatin1Char('<'), QLatin1Char('<') + QString(QChar(kWordJoiner)));
  plain.replace(QLatin1String("&lt;"), QLatin1Char('&') + QString(QChar(kWordJoiner)) + "lt;");
  return plain;
}

QLabel* plain_label(const QString& text, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setText(text);
  return label;
}

}  // namespace footfall
