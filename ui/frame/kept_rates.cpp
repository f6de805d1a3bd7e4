#include "ui/frame/kept_rates.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QStringList>

#include "ui/words.h"

namespace footfall {
namespace {

constexpr char kRatesKey[] = "rates/kept";
constexpr char kDateKey[] = "rates/date";

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(footfall::KeptRates)
};

// With all four digits of the year, which the locale's short form may not have.
QString date_words(QDate date) {
  return QLocale().toString(date, Texts::tr("MMM d, yyyy", "a date with its year"));
}

}  // namespace

std::optional<KeptRates> kept_rates() {
  const QSettings settings;
  KeptRates kept;
  kept.date = QDate::fromString(settings.value(kDateKey).toString(), Qt::ISODate);
  for (const QString& line : settings.value(kRatesKey).toStringList()) {
    // A currency's name may hold the sign, a number cannot.
    const qsizetype sign = line.lastIndexOf('=');
    const ParsedNumber rate = parse_number(to_bytes(line.mid(sign + 1)));
    if (sign <= 0 || rate.fault != NumberFault::none || rate.value.units <= 0) return std::nullopt;
    kept.rates[to_bytes(line.left(sign))] = rate.value;
  }
  if (kept.rates.empty() || !kept.date.isValid()) return std::nullopt;
  return kept;
}

void keep_rates(const KeptRates& kept) {
  QStringList lines;
  for (const auto& [currency, rate] : kept.rates)
    lines << to_text(currency) + QLatin1Char('=') + rate_text(rate);
  QSettings settings;
  settings.setValue(kRatesKey, lines);
  settings.setValue(kDateKey, kept.date.toString(Qt::ISODate));
}

void forget_rates() { QSettings().remove("rates"); }

QString kept_rates_words(const Rates& in_use) {
  if (in_use.empty()) return {};
  const std::optional<KeptRates> kept = kept_rates();
  if (!kept || kept->rates != in_use) return {};
  return Texts::tr("rates of %1").arg(date_words(kept->date));
}

QString rate_text(const Decimal& rate) {
  std::string text;
  append_exact(text, WideInt<2>(rate.units), Decimal::kDigits, 0);
  return to_text(text);
}

}  // namespace footfall
