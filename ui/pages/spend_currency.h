#pragma once

#include <QStringList>

#include "model/report/load_report.h"

namespace footfall {

/// What the files say that spend is in: codes and signs that stand in brackets behind the name of
/// its column, "Cost (EUR)", each once.
struct SpendCurrency {
  QStringList named;
  bool everywhere = false;  ///< every file that spend was read from names one

  /// The one that all spend is in; empty where that is not certain.
  [[nodiscard]] QString certain() const {
    return everywhere && named.size() == 1 ? named.front() : QString();
  }
};
[[nodiscard]] SpendCurrency spend_currency(const LoadReport& load);
/// What has to be said where it is not certain.
[[nodiscard]] QStringList currency_words(const SpendCurrency& currency);

}  // namespace footfall
