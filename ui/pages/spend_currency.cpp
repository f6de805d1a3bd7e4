#include "ui/pages/spend_currency.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include "model/core/currency.h"

namespace footfall {
namespace {

// What stands in brackets at the end: a sign, or a code in capital letters. ALL and TOP are codes,
// too, but mean something else behind a name.
QString named_behind(const QString& column) {
  const QString text = column.trimmed();
  if (!text.endsWith(QLatin1Char(')')) && !text.endsWith(QLatin1Char(']'))) return {};
  const QChar opening = QLatin1Char(text.endsWith(QLatin1Char(')')) ? '(' : '[');
  const QString inside = text.mid(text.lastIndexOf(opening) + 1).chopped(1).trimmed();
  const std::string bytes = inside.toStdString();
  if (is_currency_sign(bytes)) return inside;
  const bool code = inside == inside.toUpper() && is_currency_code(bytes);
  return code && inside != QLatin1String("ALL") && inside != QLatin1String("TOP") ? inside
                                                                                  : QString();
}

struct SpendWords {
  Q_DECLARE_TR_FUNCTIONS(footfall::SpendWords)
};

}  // namespace

QStringList currency_words(const SpendCurrency& currency) {
  if (currency.named.size() > 1)
    return {SpendWords::tr("The files name several currencies for spend (%1), and add up as they "
                           "are: spend and CPA are in none of them.")
                .arg(currency.named.join(SpendWords::tr(", ")))};
  if (!currency.named.isEmpty() && !currency.everywhere)
    return {SpendWords::tr("Some files say that spend is in %1, the others do not say.")
                .arg(currency.named.front())};
  return {};
}

SpendCurrency spend_currency(const LoadReport& load) {
  SpendCurrency found;
  found.everywhere = true;
  for (const SourceCounts& source : load.sources) {
    if (source.rows.counted == 0) continue;
    const QJsonObject plan =
        QJsonDocument::fromJson(QByteArray::fromStdString(source.plan)).object();
    const QString currency = named_behind(plan["roles"]["spend"].toString());
    found.everywhere = found.everywhere && !currency.isEmpty();
    if (!currency.isEmpty() && !found.named.contains(currency)) found.named << currency;
  }
  found.everywhere = found.everywhere && !found.named.isEmpty();
  return found;
}

}  // namespace footfall
