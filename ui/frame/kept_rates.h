#pragma once

#include <QDate>
#include <QString>
#include <optional>

#include "model/report/report_options.h"

namespace footfall {

/// Exchange rates that outlive the window, on request, in the settings. Their date is part of them:
/// it is said beside every figure that they convert.
struct KeptRates {
  Rates rates;
  QDate date;  ///< of which day they are
};
/// None where nothing is kept, or nothing that can be read.
[[nodiscard]] std::optional<KeptRates> kept_rates();
void keep_rates(const KeptRates& rates);
void forget_rates();

/// "rates of Jan 6, 2025" where `in_use` are the kept ones; else empty.
[[nodiscard]] QString kept_rates_words(const Rates& in_use);

/// 1.08, as it is written in the settings and on the command line.
[[nodiscard]] QString rate_text(const Decimal& rate);

}  // namespace footfall
